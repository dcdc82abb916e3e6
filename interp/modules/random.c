/* random.c: the module _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998) and what is drawn from it most often.
 * The same seeds give the same numbers as CPython. */
#include "modules.h"

#include "abstract.h"
#include "attr.h"
#include "bytes.h"
#include "digest.h"
#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "types/limbs.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "tuple.h"
#include "type.h"
#include "warn.h"

#include <math.h>
#include <sys/random.h>
#include <time.h>

enum { MT_WORDS = 624, MT_MIDDLE = 397 };

typedef struct Random {
    Object head;
    int index; /* of the next word; MT_WORDS: all used */
    uint32_t words[MT_WORDS];
    Value gauss_next; /* the second number of a pair, or None */
} Random;

static inline Random *as_random(Value v) { return (Random *)value_object(v); }

/* ---- the generator ---- */

static void refill(Random *r)
{
    uint32_t *w = r->words;
    for (int i = 0; i < MT_WORDS; i++) {
        uint32_t y = (w[i] & 0x80000000u) | (w[(i + 1) % MT_WORDS] & 0x7fffffffu);
        w[i] = w[(i + MT_MIDDLE) % MT_WORDS] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    r->index = 0;
}

static inline uint32_t next_word(Random *r)
{
    if (r->index >= MT_WORDS)
        refill(r);
    uint32_t y = r->words[r->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static inline double next_double(Random *r)
{
    uint32_t a = next_word(r) >> 5, b = next_word(r) >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

static void seed_word(Random *r, uint32_t seed)
{
    r->words[0] = seed;
    for (uint32_t i = 1; i < MT_WORDS; i++)
        r->words[i] = 1812433253u * (r->words[i - 1] ^ r->words[i - 1] >> 30) + i;
    r->index = MT_WORDS;
}

static void seed_words(Random *r, const uint32_t *key, size_t length)
{
    uint32_t *w = r->words;
    seed_word(r, 19650218u);
    size_t i = 1, j = 0;
    for (size_t k = length > MT_WORDS ? length : MT_WORDS; k; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= MT_WORDS) {
            w[0] = w[MT_WORDS - 1];
            i = 1;
        }
        if (++j >= length)
            j = 0;
    }
    for (size_t k = MT_WORDS - 1; k; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= MT_WORDS) {
            w[0] = w[MT_WORDS - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000u;
}

/* `bits` random bits, 1..64. */
static inline uint64_t next_bits(Random *r, int bits)
{
    if (bits <= 32)
        return next_word(r) >> (32 - bits);
    uint64_t low = next_word(r);
    return low | (uint64_t)(next_word(r) >> (64 - bits)) << 32;
}

/* 0 <= result < n, n > 0. */
static inline uint64_t next_below(Random *r, uint64_t n)
{
    int bits = 64 - __builtin_clzll(n);
    uint64_t drawn;
    do
        drawn = next_bits(r, bits);
    while (drawn >= n);
    return drawn;
}

/* ---- seeding ---- */

static int seed_mpz(Random *r, mpz_srcptr z)
{
    size_t count = (mpz_sizeinbase(z, 2) + 31) / 32;
    uint32_t *key = mem_calloc_raw(count ? count : 1, sizeof *key);
    if (!key) {
        raise_no_memory();
        return -1;
    }
    mpz_export(key, NULL, -1, sizeof *key, 0, 0, z);
    seed_words(r, key, count ? count : 1);
    mem_free_raw(key);
    return 0;
}

static int seed_from_system(Random *r)
{
    uint32_t key[MT_WORDS];
    for (size_t at = 0; at < sizeof key;) {
        ssize_t got = getrandom((char *)key + at, sizeof key - at, 0);
        if (got <= 0)
            return seed_word(r, (uint32_t)time(NULL)), 0;
        at += (size_t)got;
    }
    seed_words(r, key, MT_WORDS);
    return 0;
}

/* Text: it and its digest, as one big-endian number. */
static int seed_text(Random *r, const void *data, size_t length)
{
    uint8_t *all = mem_alloc_raw(length + DIGEST_BYTES_MAX);
    if (!all) {
        raise_no_memory();
        return -1;
    }
    memcpy(all, data, length);
    Digest digest;
    digest_start(&digest, digest_kind("sha512"));
    digest_add(&digest, data, length);
    digest_end(digest, all + length);
    mpz_t z;
    if (LIMBS_RAN_OUT()) {
        mem_free_raw(all);
        raise_no_memory();
        return -1;
    }
    mpz_init(z);
    mpz_import(z, length + DIGEST_BYTES_MAX, 1, 1, 0, 0, all);
    limbs_done();
    int status = seed_mpz(r, z);
    mpz_clear(z);
    mem_free_raw(all);
    return status;
}

/* As the hash of Python 2 on 64 bits: the same numbers from the same text in every process. */
static int seed_version_1(Random *r, Value seed)
{
    bool is_text = value_is_str(seed);
    int64_t length = is_text ? as_str(seed)->length : as_bytes(seed)->length;
    uint64_t hash = 0;
    for (int64_t i = 0; i < length; i++) {
        uint64_t point = is_text ? str_point_at(as_str(seed), i) : as_bytes(seed)->data[i];
        hash = (i ? hash : point << 7) * 1000003u ^ point;
    }
    hash ^= (uint64_t)length;
    uint32_t key[2] = {(uint32_t)hash, (uint32_t)(hash >> 32)};
    seed_words(r, key, key[1] ? 2 : 1);
    return 0;
}

static int seed_version_2(Random *r, Value seed)
{
    if (seed == VALUE_NONE)
        return seed_from_system(r);
    if (value_is_str(seed)) {
        size_t length;
        const char *text = str_utf8(seed, &length);
        return text ? seed_text(r, text, length) : -1;
    }
    if (value_is_bytes_like(seed))
        return seed_text(r, as_bytes(seed)->data, (size_t)as_bytes(seed)->length);
    Value number = value_is_int(seed) ? value_retain(int_plain(seed)) : VALUE_NULL;
    if (!number) {
        if (!value_is_float(seed))
            return raise_error_int(&exc_TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
        number = int_from_uint64((uint64_t)value_hash(seed));
    }
    if (!number)
        return -1;
    IntView view;
    mpz_t magnitude;
    mpz_srcptr z = int_view(number, &view);
    int status = seed_mpz(r, mpz_roinit_n(magnitude, mpz_limbs_read(z), (mp_size_t)mpz_size(z)));
    value_release(number);
    return status;
}

static int reseed(Random *r, Value seed)
{
    value_set_steal(&r->gauss_next, VALUE_NONE);
    return seed_version_2(r, seed);
}

static Value random_seed(METHOD_ARGS)
{
    Value given[2];
    if (!native_bind("seed(a=, version=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value seed = given[0] ? given[0] : VALUE_NONE;
    if (given[1] == value_from_small_int(1) && (value_is_str(seed) || value_is_heap_exactly(seed, &type_bytes))) {
        value_set_steal(&as_random(self)->gauss_next, VALUE_NONE);
        return seed_version_1(as_random(self), seed) < 0 ? VALUE_NULL : VALUE_NONE;
    }
    return reseed(as_random(self), seed) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value random_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Random *r = object_alloc(type, type->size);
    if (!r)
        return VALUE_NULL;
    r->gauss_next = VALUE_NONE;
    seed_word(r, 5489u);
    return value_of(r);
}

static int random_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Value given[1];
    if (!native_bind("Random(x=)", args, nargs, kwnames, given))
        return -1;
    Value seed = given[0] ? given[0] : VALUE_NONE;
    Str *name = str_intern_cstr("seed");
    if (!name)
        return -1;
    if (type_lookup(type_of(self), name) == type_lookup(type_of(self)->base, name))
        return reseed(as_random(self), seed);
    Value result = call_method(self, name, &seed, 1); /* a subclass seeds its own way */
    value_release_null(result);
    return result ? 0 : -1;
}

static void random_dealloc(Object *self)
{
    value_release(((Random *)self)->gauss_next);
    object_free(self, self->type->size);
}

static Value random_getstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    Random *r = as_random(self);
    Value words = tuple_new(MT_WORDS + 1);
    for (int i = 0; words && i < MT_WORDS; i++)
        as_tuple(words)->items[i] = int_from_int64(r->words[i]);
    if (!words)
        return VALUE_NULL;
    as_tuple(words)->items[MT_WORDS] = int_from_int64(r->index);
    Value result = tuple_pack(3, value_from_small_int(3), words, r->gauss_next);
    value_release(words);
    return result;
}

static Value random_setstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    Random *r = as_random(self);
    Value state = args[0];
    if (!value_is_tuple(state) || as_tuple(state)->length != 3)
        return raise_error(&exc_TypeError, "state vector must be a tuple");
    Value version = as_tuple(state)->items[0];
    if (version != value_from_small_int(3) && version != value_from_small_int(2)) /* 2: its words may be negative */
        return raise_error(&exc_ValueError, "state with version %S passed to Random.setstate() of version 3", version);
    if (!value_is_tuple(as_tuple(state)->items[1]))
        return version == value_from_small_int(3) ? raise_error(&exc_TypeError, "state vector must be a tuple")
                                                  : raise_error(&exc_TypeError, "'%T' object is not iterable", as_tuple(state)->items[1]);
    Tuple *words = as_tuple(as_tuple(state)->items[1]);
    if (words->length != MT_WORDS + 1)
        return raise_error(&exc_ValueError, "state vector is the wrong size");
    uint32_t fresh[MT_WORDS + 1];
    for (int i = 0; i <= MT_WORDS; i++) {
        int64_t word;
        if (!value_is_int(words->items[i]))
            return i < MT_WORDS ? raise_error(&exc_TypeError, "an integer is required")
                                : raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", words->items[i]);
        if (int_as_int64(words->items[i], &word) < 0)
            return VALUE_NULL;
        fresh[i] = (uint32_t)word;
    }
    if (fresh[MT_WORDS] > MT_WORDS)
        return raise_error(&exc_ValueError, "invalid state");
    memcpy(r->words, fresh, sizeof r->words);
    r->index = (int)fresh[MT_WORDS];
    value_set_steal(&r->gauss_next, value_retain(as_tuple(state)->items[2]));
    return VALUE_NONE;
}

/* ---- drawing ---- */

static Value random_random(METHOD_ARGS)
{
    UNUSED_ARGS;
    return float_new(next_double(as_random(self)));
}

static Value draw_bits(Random *r, int64_t bits)
{
    if (bits <= 62)
        return value_from_small_int(bits ? (int64_t)next_bits(r, (int)bits) : 0);
    size_t count = (size_t)((bits + 31) / 32);
    uint32_t *words = mem_alloc_raw(count * sizeof *words);
    if (!words)
        return raise_no_memory();
    for (size_t i = 0; i < count; i++, bits -= 32)
        words[i] = bits < 32 ? next_word(r) >> (32 - bits) : next_word(r);
    mpz_t z;
    if (LIMBS_RAN_OUT()) {
        mem_free_raw(words);
        return raise_no_memory();
    }
    mpz_init(z);
    mpz_import(z, count, -1, sizeof *words, 0, 0, words);
    Value drawn = int_from_mpz_steal(z);
    mem_free_raw(words);
    return drawn;
}

static Value random_getrandbits(METHOD_ARGS)
{
    UNUSED_ARGS;
    int bits;
    if (int_as_int32(args[0], &bits) < 0)
        return VALUE_NULL;
    if (bits < 0)
        return raise_error(&exc_ValueError, "number of bits must be non-negative");
    return draw_bits(as_random(self), bits);
}

/* 0 <= result < n for an int n > 0. */
static Value draw_below(Random *r, Value n)
{
    if (likely(value_is_small_int(n)))
        return value_from_small_int((int64_t)next_below(r, (uint64_t)value_small_int(n)));
    int64_t bits = int_bit_length(n);
    for (;;) {
        Value drawn = draw_bits(r, bits);
        if (!drawn || int_compare(drawn, n) < 0)
            return drawn;
        value_release(drawn);
    }
}

static Value random_below(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_int(args[0]))
        return raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
    return int_sign(args[0]) > 0 ? draw_below(as_random(self), int_plain(args[0])) : value_from_small_int(0);
}

/* start + step * below(count), consumed. */
static Value place(Random *r, Value start_steal, Value step, Value count_steal)
{
    Value drawn = count_steal ? draw_below(r, int_plain(count_steal)) : VALUE_NULL;
    Value offset = drawn ? int_binary(BINARY_MUL, drawn, step) : VALUE_NULL;
    Value result = offset ? int_binary(BINARY_ADD, start_steal, offset) : VALUE_NULL;
    value_release_null(drawn);
    value_release_null(offset);
    value_release_null(count_steal);
    value_release(start_steal);
    return result;
}

/* An int argument of randrange; a float of integral value is still taken, as 3.11 does. Warnings are for the program's own call (`warn`). */
static Value range_argument(Value v, const char *what, bool warn)
{
    if (value_is_int(v))
        return value_retain(int_plain(v));
    if (type_of(v)->to_index)
        return value_index(v);
    bool supported;
    Value whole = value_to_int(v, &supported);
    if (!whole)
        return supported || exc_pending() ? VALUE_NULL
                                          : raise_error(&exc_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
    int same = value_compare_bool(whole, v, COMPARE_EQ);
    const char *text = same > 0 ? "non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version"
                                : "randrange() will raise TypeError in the future";
    if (same >= 0 && warn && warn_here(&exc_DeprecationWarning, "%s", text) < 0)
        same = -1;
    if (same > 0)
        return whole;
    value_release(whole);
    return same < 0 ? VALUE_NULL : raise_error(&exc_ValueError, "non-integer %s for randrange()", what);
}

/* How many values range(start, stop, step) has; step is not 0. */
static Value range_count(Value start, Value stop, Value step)
{
    Value width = int_binary(BINARY_SUB, stop, start);
    Value adjusted = width ? int_binary(BINARY_ADD, width, step) : VALUE_NULL;
    Value top = adjusted ? int_binary(BINARY_SUB, adjusted, value_from_small_int(int_sign(step))) : VALUE_NULL;
    Value count = top ? int_binary(BINARY_FLOORDIV, top, step) : VALUE_NULL;
    value_release_null(width);
    value_release_null(adjusted);
    value_release_null(top);
    return count;
}

static Value draw_range(Random *r, Value start, Value stop, Value step)
{
    if (value_both_small_int(start, stop) && step == value_from_small_int(1)) {
        int64_t low = value_small_int(start), high = value_small_int(stop);
        if (high > low && !((high ^ low) < 0 && high - low > SMALL_INT_MAX / 2))
            return int_from_int64(low + (int64_t)next_below(r, (uint64_t)(high - low)));
    }
    if (int_sign(step) == 0)
        return raise_error(&exc_ValueError, "zero step for randrange()");
    Value count = range_count(start, stop, step);
    if (!count)
        return VALUE_NULL;
    if (int_sign(count) > 0)
        return place(r, value_retain(start), step, count);
    value_release(count);
    if (step != value_from_small_int(1))
        return raise_error(&exc_ValueError, "empty range for randrange()");
    Value width = int_binary(BINARY_SUB, stop, start);
    if (width)
        raise_error(&exc_ValueError, "empty range for randrange() (%S, %S, %S)", start, stop, width);
    value_release_null(width);
    return VALUE_NULL;
}

static Value from_range(Random *r, const Value given[3], bool warn)
{
    Value start = range_argument(given[0], "arg 1", warn), stop = VALUE_NULL, step = VALUE_NULL, result = VALUE_NULL;
    if (start && (!given[1] || given[1] == VALUE_NONE)) {
        if (given[2])
            raise_error(&exc_TypeError, "Missing a non-None stop argument");
        else if (int_sign(start) <= 0)
            raise_error(&exc_ValueError, "empty range for randrange()");
        else
            result = draw_below(r, start);
    } else if (start && (stop = range_argument(given[1], "stop", warn))) {
        step = given[2] ? range_argument(given[2], "step", warn) : value_from_small_int(1);
        result = step ? draw_range(r, start, stop, step) : VALUE_NULL;
    }
    value_release_null(start);
    value_release_null(stop);
    value_release_null(step);
    return result;
}

static Value random_randrange(METHOD_ARGS)
{
    Value given[3] = {nargs ? args[0] : VALUE_NULL, nargs > 1 ? args[1] : VALUE_NONE, VALUE_NULL};
    if ((nargs < 1 || nargs > 2 || kwnames) && !native_bind("randrange(start, stop=, step=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    return from_range(as_random(self), given, true);
}

static Value random_randint(METHOD_ARGS)
{
    Value given[2];
    if (nargs == 2 && !kwnames)
        given[0] = args[0], given[1] = args[1];
    else if (!native_bind("randint(a, b)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value stop = value_binary(BINARY_ADD, given[1], value_from_small_int(1));
    if (!stop)
        return VALUE_NULL;
    Value result = from_range(as_random(self), (Value[]){given[0], stop, VALUE_NULL}, false);
    value_release(stop);
    return result;
}

static Value random_choice(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t length = value_length(args[0]);
    if (length < 0)
        return VALUE_NULL;
    if (length == 0)
        return raise_error(&exc_IndexError, "Cannot choose from an empty sequence");
    return value_getitem(args[0], value_from_small_int((int64_t)next_below(as_random(self), (uint64_t)length)));
}

static int swap_items(Value x, int64_t i, int64_t j)
{
    Value at_i = value_getitem(x, value_from_small_int(i)), at_j = at_i ? value_getitem(x, value_from_small_int(j)) : VALUE_NULL;
    int status = at_j ? value_setitem(x, value_from_small_int(i), at_j) : -1;
    if (status == 0)
        status = value_setitem(x, value_from_small_int(j), at_i);
    value_release_null(at_i);
    value_release_null(at_j);
    return status;
}

static Value random_shuffle(METHOD_ARGS)
{
    UNUSED_ARGS;
    bool plain = value_is_exactly(args[0], &type_list);
    for (int64_t i = value_length(args[0]) - 1; i > 0; i--) {
        int64_t j = (int64_t)next_below(as_random(self), (uint64_t)i + 1);
        if (plain) {
            Value *items = as_list(args[0])->items, v = items[i];
            items[i] = items[j];
            items[j] = v;
        } else if (swap_items(args[0], i, j) < 0) {
            return VALUE_NULL;
        }
    }
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static Value random_uniform(METHOD_ARGS)
{
    Value given[2];
    if (!native_bind("uniform(a, b)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value width = value_binary(BINARY_SUB, given[1], given[0]);
    Value drawn = float_new(next_double(as_random(self)));
    Value offset = width && drawn ? value_binary(BINARY_MUL, width, drawn) : VALUE_NULL;
    Value result = offset ? value_binary(BINARY_ADD, given[0], offset) : VALUE_NULL;
    value_release_null(width);
    value_release_null(drawn);
    value_release_null(offset);
    return result;
}

static Value random_gauss(METHOD_ARGS)
{
    Value given[2];
    if (!native_bind("gauss(mu=, sigma=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Random *r = as_random(self);
    Value z = r->gauss_next;
    r->gauss_next = VALUE_NONE;
    if (z == VALUE_NONE) {
        double angle = next_double(r) * (2.0 * M_PI), radius = sqrt(-2.0 * log(1.0 - next_double(r)));
        z = float_new(cos(angle) * radius);
        r->gauss_next = float_new(sin(angle) * radius);
        if (!r->gauss_next)
            r->gauss_next = VALUE_NONE;
    }
    Value scaled = !z ? VALUE_NULL : given[1] ? value_binary(BINARY_MUL, z, given[1]) : value_retain(z);
    Value result = scaled ? value_binary(BINARY_ADD, given[0] ? given[0] : VALUE_FLOAT_ZERO, scaled) : VALUE_NULL;
    value_release_null(z);
    value_release_null(scaled);
    return result;
}

static Value get_gauss_next(Value self) { return value_retain(as_random(self)->gauss_next); }

static int set_gauss_next(Value self, Value value)
{
    value_set_steal(&as_random(self)->gauss_next, value ? value_retain(value) : VALUE_NONE);
    return 0;
}

static const NativeDef random_methods[] = {
    {"random", random_random, 0, 0, 0},         {"seed", random_seed, 0, 2, NATIVE_KEYWORDS},
    {"getstate", random_getstate, 0, 0, 0},     {"setstate", random_setstate, 1, 1, 0},
    {"getrandbits", random_getrandbits, 1, 1, 0}, {"_randbelow", random_below, 1, 1, 0},
    {"randrange", random_randrange, 1, 3, NATIVE_KEYWORDS}, {"randint", random_randint, 2, 2, NATIVE_KEYWORDS},
    {"choice", random_choice, 1, 1, 0},         {"shuffle", random_shuffle, 1, 1, 0},
    {"uniform", random_uniform, 2, 2, NATIVE_KEYWORDS}, {"gauss", random_gauss, 0, 2, NATIVE_KEYWORDS}, {0}};
static const GetSetDef random_getsets[] = {{"gauss_next", get_gauss_next, set_gauss_next}, {0}};

static Type type_random = {.head = OBJECT_STATIC(&type_type), .name = "_random.Random", .flags = TYPE_SUBCLASSABLE, .size = sizeof(Random),
                           .base = &type_object, .new = random_new, .init = random_init, .dealloc = random_dealloc,
                           .methods = random_methods, .getsets = random_getsets};

Value module_random_init(void)
{
    static Type *const types[] = {&type_random};
    return module_from_parts("_random", NULL, types, 1);
}
