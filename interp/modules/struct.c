/* struct.c: the module _struct: values to bytes and back by a format. */
#include "modules.h"

#include "abstract.h"
#include "bytes.h"
#include "memoryview.h"
#include "dict.h"
#include "exceptions.h"
#include "float.h"
#include "gc.h"
#include "int.h"
#include "mem.h"
#include "module.h"
#include "native.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

#include <stdio.h>

/* One code with its count: 's' and 'p' are one item of `count` bytes, the others `count` items of `size`. */
typedef struct Item {
    char code;
    int size;
    int64_t count, offset;
} Item;

typedef struct Format {
    Object head;
    Value text;         /* str */
    bool little, native; /* native: the machine's sizes, alignment and ranges */
    int64_t size, value_count;
    int item_count;
    Item *items;        /* raw memory */
} Format;

static Value struct_error; /* the class struct.error */
static Value cache;        /* dict: format → Format */

static inline Format *as_format(Value v) { return (Format *)value_object(v); }

static Value fail(const char *message)
{
    Value text = str_from_cstr(message), exception = text ? call_value1(struct_error, text) : VALUE_NULL;
    value_release_null(text);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

/* ---- reading a format ---- */

/* Bytes of one item; 0: no such code. */
static int code_size(char code, bool native)
{
    switch (code) {
    case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
    case 'h': case 'H': case 'e': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': return native ? 8 : 4;
    case 'q': case 'Q': case 'd': return 8;
    case 'n': case 'N': case 'P': return native ? 8 : 0;
    default: return 0;
    }
}

static int64_t read_count(const char **at)
{
    int64_t count = 0;
    if (**at < '0' || **at > '9')
        return 1;
    for (; **at >= '0' && **at <= '9'; (*at)++) {
        if (count > (INT64_MAX - 9) / 10)
            return -1;
        count = count * 10 + (**at - '0');
    }
    return count;
}

static int add_items(Format *f, const char *at)
{
    while (*at) {
        if (strchr(" \t\n\r\f\v", *at)) {
            at++;
            continue;
        }
        bool counted = *at >= '0' && *at <= '9';
        int64_t count = read_count(&at);
        char code = *at;
        int size = code ? code_size(code, f->native) : 0;
        if (count < 0)
            return fail("total struct size too long") ? 0 : -1;
        if (size == 0)
            return fail(code || !counted ? "bad char in struct format" : "repeat count given without format specifier") ? 0 : -1;
        at++;
        if (f->native && strchr("xcbB?sp", code) == NULL)
            f->size = (f->size + size - 1) / size * size;
        if (count > (INT64_MAX / 2 - f->size) / size)
            return fail("total struct size too long") ? 0 : -1;
        if (code != 'x' && (count || code == 's' || code == 'p')) {
            Item *grown = mem_realloc_raw(f->items, (size_t)(f->item_count + 1) * sizeof *grown);
            if (!grown) {
                raise_no_memory();
                return -1;
            }
            f->items = grown;
            f->items[f->item_count++] = (Item){code, size, count, f->size};
            f->value_count += code == 's' || code == 'p' ? 1 : count;
        }
        f->size += count * size;
    }
    return 0;
}

static Value format_new(Type *type, Value text)
{
    const char *at = value_is_str(text) ? str_utf8(text, NULL) : value_is_bytes(text) ? (const char *)as_bytes(text)->data : NULL;
    if (!at)
        return exc_pending() ? VALUE_NULL : raise_error(&exc_TypeError, "Struct() argument 1 must be a str or bytes object, not %T", text);
    if (value_is_str(text) && !as_str(text)->ascii)
        return str_encode(text, "ascii", "strict");
    int64_t length = value_is_str(text) ? as_str(text)->length : as_bytes(text)->length;
    if (strlen(at) < (size_t)length)
        return fail("embedded null character"), VALUE_NULL;
    Format *f = object_alloc_zeroed(type, type->size);
    if (!f)
        return VALUE_NULL;
    f->text = value_is_str(text) ? value_retain(text) : str_from_cstr(at);
    f->little = true;
    f->native = *at == '@' || !*at || !strchr("=<>!", *at);
    if (*at && strchr("@=<>!", *at))
        f->little = strchr(">!", *at++) == NULL;
    if (!f->text || add_items(f, at) < 0) {
        object_release(f);
        return VALUE_NULL;
    }
    return value_of(f);
}

static void format_dealloc(Object *self)
{
    value_release_null(((Format *)self)->text);
    mem_free_raw(((Format *)self)->items);
    object_free(self, self->type->size);
}

/* ---- one value ---- */

static uint64_t load(const uint8_t *from, int size, bool little)
{
    uint64_t bits = 0;
    for (int i = 0; i < size; i++)
        bits |= (uint64_t)from[little ? i : size - 1 - i] << 8 * i;
    return bits;
}

static void store(uint8_t *to, int size, bool little, uint64_t bits)
{
    for (int i = 0; i < size; i++)
        to[little ? i : size - 1 - i] = (uint8_t)(bits >> 8 * i);
}

/* Half precision by way of double: exact in one direction, rounded half to even in the other. */
static double half_to_double(uint64_t bits)
{
    int exponent = (int)(bits >> 10 & 31);
    double fraction = (double)(bits & 1023), value;
    if (exponent == 31)
        value = fraction != 0.0 ? __builtin_nan("") : __builtin_inf();
    else
        value = exponent ? __builtin_ldexp(1024.0 + fraction, exponent - 25) : __builtin_ldexp(fraction, -24);
    return bits >> 15 ? -value : value;
}

static bool double_to_half(double d, uint64_t *bits)
{
    uint64_t sign = __builtin_signbit(d) ? 0x8000 : 0;
    double x = __builtin_fabs(d);
    int exponent;
    if (__builtin_isnan(d)) {
        *bits = sign | 0x7e00;
    } else if (__builtin_isinf(d)) {
        *bits = sign | 0x7c00;
    } else {
        __builtin_frexp(x, &exponent); /* x = f * 2**exponent, 0.5 <= f < 1 */
        int scale = x == 0.0 || exponent < -13 ? -24 : exponent - 11;
        double units = __builtin_rint(__builtin_ldexp(x, -scale));
        uint64_t rounded = (uint64_t)units + (scale == -24 ? 0 : (uint64_t)(scale + 24) << 10);
        if (rounded >= 0x7c00)
            return false;
        *bits = sign | rounded;
    }
    return true;
}

static Value unpack_item(const Format *f, const Item *item, const uint8_t *from)
{
    uint64_t bits = load(from, item->size, f->little);
    switch (item->code) {
    case 'c': return bytes_new(from, 1);
    case '?': return value_bool(bits != 0);
    case 'e': return float_new(half_to_double(bits));
    case 'f': {
        float single;
        uint32_t low = (uint32_t)bits;
        memcpy(&single, &low, sizeof single);
        return float_new((double)single);
    }
    case 'd': {
        double number;
        memcpy(&number, &bits, sizeof number);
        return float_new(number);
    }
    case 'b': case 'h': case 'i': case 'l': case 'q': case 'n': {
        int shift = 64 - 8 * item->size;
        return int_from_int64((int64_t)(bits << shift) >> shift);
    }
    default: return int_from_uint64(bits);
    }
}

/* Little-endian formats are packed as the machine's own, big-endian ones by other code with other messages. `wide`: more than
 * 64 bits. */
static bool range_error(const Format *f, const Item *item, bool wide, bool negative)
{
    char message[120];
    bool is_signed = strchr("bhilqn", item->code) != NULL;
    int64_t top = item->size < 8 ? ((int64_t)1 << (8 * item->size - is_signed)) - 1 : 0;
    long long low = is_signed ? (long long)-top - 1 : 0;
    if (!wide && (item->size == 1 || (f->little && item->size == 2)))
        snprintf(message, sizeof message, "%s%s format requires %lld <= number <= %lld", is_signed ? "" : "u", item->size == 1 ? "byte" : "short", low, (long long)top);
    else if (item->code == 'P')
        snprintf(message, sizeof message, "int too large to convert");
    else if (item->size == 8 || wide || (negative && !is_signed))
        snprintf(message, sizeof message, "argument out of range");
    else
        snprintf(message, sizeof message, "'%c' format requires %lld <= number <= %lld", item->code, low, (long long)top);
    fail(message);
    return false;
}

static bool pack_int(const Format *f, const Item *item, Value v, uint8_t *to)
{
    if (!value_is_int(v) && !type_of(v)->to_index)
        return fail("required argument is not an integer") != VALUE_NULL;
    Value number = value_index(v);
    if (!number)
        return false;
    bool is_signed = strchr("bhilqn", item->code) != NULL, fits;
    uint64_t bits = 0;
    int64_t plain;
    if (int_fits_int64(number, &plain)) {
        bits = (uint64_t)plain;
        int shift = 64 - 8 * item->size;
        fits = item->code == 'P' || (is_signed ? (int64_t)(bits << shift) >> shift == plain : plain >= 0 && bits << shift >> shift == bits);
    } else {
        fits = !is_signed && item->size == 8 && int_sign(number) > 0 && int_bit_length(number) <= 64;
        IntView view;
        if (fits)
            bits = mpz_get_ui(int_view(int_plain(number), &view));
    }
    bool wide = !int_fits_int64(number, &plain), negative = int_sign(number) < 0;
    value_release(number);
    if (!fits)
        return range_error(f, item, wide, negative);
    store(to, item->size, f->little, bits);
    return true;
}

static bool pack_float(const Format *f, const Item *item, Value v, uint8_t *to)
{
    double d;
    if (value_as_double(v, &d) < 0)
        return exc_clear_if(&exc_TypeError) && fail("required argument is not a float") != VALUE_NULL;
    uint64_t bits = 0;
    if (item->code == 'd') {
        memcpy(&bits, &d, sizeof bits);
    } else if (item->code == 'f') {
        float single = (float)d;
        uint32_t low;
        if (!f->native && __builtin_isinf(single) && !__builtin_isinf(d))
            return raise_error(&exc_OverflowError, "float too large to pack with f format") != VALUE_NULL;
        memcpy(&low, &single, sizeof low);
        bits = low;
    } else if (!double_to_half(d, &bits)) {
        return raise_error(&exc_OverflowError, "float too large to pack with e format") != VALUE_NULL;
    }
    store(to, item->size, f->little, bits);
    return true;
}

static bool pack_bytes(const Item *item, Value v, uint8_t *to)
{
    if (!value_is_bytes_like(v)) {
        char message[60];
        snprintf(message, sizeof message, "argument for '%c' must be a bytes object", item->code);
        return fail(message) != VALUE_NULL;
    }
    int64_t room = item->count - (item->code == 'p'), length = as_bytes(v)->length < room ? as_bytes(v)->length : room;
    if (item->code == 'p' && item->count)
        *to++ = (uint8_t)(length < 255 ? length : 255);
    if (length > 0)
        memcpy(to, as_bytes(v)->data, (size_t)length);
    return true;
}

static bool pack_item(const Format *f, const Item *item, Value v, uint8_t *to)
{
    if (item->code == 'c') {
        if (!value_is_bytes(v) || as_bytes(v)->length != 1)
            return fail("char format requires a bytes object of length 1") != VALUE_NULL;
        *to = as_bytes(v)->data[0];
        return true;
    }
    if (item->code == '?') {
        int truth = value_truth(v);
        *to = truth > 0;
        return truth >= 0;
    }
    return strchr("efd", item->code) ? pack_float(f, item, v, to) : pack_int(f, item, v, to);
}

/* ---- whole formats ---- */

static bool pack_all(const Format *f, const Value *values, int count, const char *function, uint8_t *to)
{
    if (count != f->value_count) {
        char message[100];
        snprintf(message, sizeof message, "%s expected %lld items for packing (got %d)", function, (long long)f->value_count, count);
        fail(message);
        return false;
    }
    memset(to, 0, (size_t)f->size);
    for (int i = 0; i < f->item_count; i++) {
        const Item *item = &f->items[i];
        if (item->code == 's' || item->code == 'p') {
            if (!pack_bytes(item, *values++, to + item->offset))
                return false;
            continue;
        }
        for (int64_t k = 0; k < item->count; k++)
            if (!pack_item(f, item, *values++, to + item->offset + k * item->size))
                return false;
    }
    return true;
}

static Value unpack_all(const Format *f, const uint8_t *from)
{
    Value result = tuple_new(f->value_count);
    int64_t at = 0;
    for (int i = 0; result && i < f->item_count; i++) {
        const Item *item = &f->items[i];
        bool text = item->code == 's' || item->code == 'p';
        for (int64_t k = 0; result && k < (text ? 1 : item->count); k++) {
            const uint8_t *place = from + item->offset + k * item->size;
            int64_t length = item->count;
            if (item->code == 'p' && length)
                length = place[0] < length - 1 ? *place++ : (place++, length - 1);
            Value v = text ? bytes_new(length ? (const void *)place : "", (size_t)length) : unpack_item(f, item, place);
            if (v)
                as_tuple(result)->items[at++] = v;
            else
                value_clear(&result);
        }
    }
    return result;
}

static Value pack(const Format *f, const Value *values, int count)
{
    Value result = bytes_new(NULL, (size_t)f->size);
    if (result && !pack_all(f, values, count, "pack", as_bytes(result)->data))
        value_clear(&result);
    return result;
}

static bool is_buffer(Value v)
{
    if (value_has_buffer(v))
        return buffer_check_plain(v) == 0;
    raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
}

static Value unpack(const Format *f, Value data)
{
    char message[80];
    if (!is_buffer(data))
        return VALUE_NULL;
    gc_make_room(1);
    int64_t size;
    const uint8_t *bytes = bytes_buffer(data, &size);
    if (size == f->size)
        return unpack_all(f, bytes);
    snprintf(message, sizeof message, "unpack requires a buffer of %lld bytes", (long long)f->size);
    return fail(message);
}

/* Where `offset` is in a buffer of which f->size bytes are needed; NULL: raised. */
static uint8_t *place_in(const Format *f, Value data, int64_t offset, const char *function, const char *verb)
{
    char message[256];
    int64_t length;
    uint8_t *bytes = (uint8_t *)(uintptr_t)bytes_buffer(data, &length);
    if (offset < 0 && offset + length < 0) {
        snprintf(message, sizeof message, "offset %lld out of range for %lld-byte buffer", (long long)offset, (long long)length);
        fail(message);
        return NULL;
    }
    int64_t at = offset < 0 ? offset + length : offset;
    if (length - at >= f->size)
        return bytes + at;
    if (offset < 0)
        snprintf(message, sizeof message, "%s %lld bytes at offset %lld", verb[0] == 'p' ? "no space to pack" : "not enough data to unpack", (long long)f->size, (long long)offset);
    else
        snprintf(message, sizeof message, "%s requires a buffer of at least %llu bytes for %s %lld bytes at offset %lld (actual buffer size is %lld)", function,
                 (unsigned long long)at + (unsigned long long)f->size, verb, (long long)f->size, (long long)at, (long long)length);
    fail(message);
    return NULL;
}

static Value unpack_from(const Format *f, Value data, Value offset_value)
{
    int64_t offset = 0;
    if (!is_buffer(data) || (offset_value && int_as_ssize(offset_value, &offset) < 0))
        return VALUE_NULL;
    gc_make_room(1);
    const uint8_t *from = place_in(f, data, offset, "unpack_from", "unpacking");
    return from ? unpack_all(f, from) : VALUE_NULL;
}

static Value pack_into(const Format *f, const Value *args, int nargs)
{
    int64_t offset;
    if (nargs < 2)
        return fail(nargs ? "pack_into expected offset argument" : "pack_into expected buffer argument");
    if (!buffer_may_be_written(args[0]))
        return raise_error(&exc_TypeError, "argument must be read-write bytes-like object, not %A", args[0]);
    if (value_as_index(args[1], &offset, &exc_IndexError) < 0)
        return VALUE_NULL;
    uint8_t *packed = mem_alloc_raw((size_t)f->size + 1);
    if (!packed)
        return raise_no_memory();
    bool ok = pack_all(f, args + 2, nargs - 2, "pack_into", packed);
    uint8_t *to = ok ? place_in(f, args[0], offset, "pack_into", "packing") : NULL;
    if (to)
        memcpy(to, packed, (size_t)f->size);
    mem_free_raw(packed);
    return to ? VALUE_NONE : VALUE_NULL;
}

/* An iterator of tuples, for iter_unpack. A bytearray may change as they are made: its bytes are copied. */
static Value unpack_each(const Format *f, Value data)
{
    char message[100];
    if (!is_buffer(data))
        return VALUE_NULL;
    if (f->size == 0)
        return fail("cannot iteratively unpack with a struct of length 0");
    int64_t size;
    const uint8_t *content = bytes_buffer(data, &size);
    if (size % f->size) {
        snprintf(message, sizeof message, "iterative unpacking requires a buffer of a multiple of %lld bytes", (long long)f->size);
        return fail(message);
    }
    Value bytes = value_is_bytes(data) ? value_retain(data) : bytes_new(content, (size_t)size);
    if (!bytes)
        return VALUE_NULL;
    int64_t count = as_bytes(bytes)->length / f->size;
    Value result = tuple_new(count);
    for (int64_t i = 0; result && i < count; i++)
        if (!(as_tuple(result)->items[i] = unpack_all(f, as_bytes(bytes)->data + i * f->size)))
            value_clear(&result);
    Value iterator = result ? value_iter(result) : VALUE_NULL;
    value_release_null(result);
    value_release(bytes);
    return iterator;
}

/* ---- the class Struct ---- */

static Value struct_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value given[1];
    return native_bind("Struct(format)", args, nargs, kwnames, given) ? format_new(type, given[0]) : VALUE_NULL;
}

static Value struct_pack(METHOD_ARGS) { (void)kwnames; return pack(as_format(self), args, nargs); }
static Value struct_unpack(METHOD_ARGS) { UNUSED_ARGS; return unpack(as_format(self), args[0]); }
static Value struct_pack_into(METHOD_ARGS) { (void)kwnames; return pack_into(as_format(self), args, nargs); }
static Value struct_iter_unpack(METHOD_ARGS) { UNUSED_ARGS; return unpack_each(as_format(self), args[0]); }

static Value struct_unpack_from(METHOD_ARGS)
{
    Value given[2];
    return native_bind("unpack_from(buffer, offset=)", args, nargs, kwnames, given) ? unpack_from(as_format(self), given[0], given[1]) : VALUE_NULL;
}

static Value get_format(Value self) { return value_retain(as_format(self)->text); }
static Value get_size(Value self) { return int_from_int64(as_format(self)->size); }

static const NativeDef struct_methods[] = {{"pack", struct_pack, 0, -1, 0}, {"unpack", struct_unpack, 1, 1, 0}, {"pack_into", struct_pack_into, 0, -1, 0},
                                           {"unpack_from", struct_unpack_from, 1, 2, NATIVE_KEYWORDS}, {"iter_unpack", struct_iter_unpack, 1, 1, 0}, {0}};
static const GetSetDef struct_getsets[] = {{"format", get_format, NULL}, {"size", get_size, NULL}, {0}};

static Type type_struct = {.head = OBJECT_STATIC(&type_type), .name = "_struct.Struct", .flags = TYPE_SUBCLASSABLE, .size = sizeof(Format),
                           .base = &type_object, .new = struct_new, .dealloc = format_dealloc, .methods = struct_methods, .getsets = struct_getsets};

/* ---- the functions: a format is read once ---- */

enum { CACHE_MAX = 100 };

/* Borrowed from the cache. */
static Format *cached(Value text)
{
    Value found = dict_get(as_dict(cache), text);
    if (found || exc_pending())
        return found ? as_format(found) : NULL;
    if (as_dict(cache)->length >= CACHE_MAX)
        dict_clear(as_dict(cache));
    Value fresh = format_new(&type_struct, text);
    int status = fresh ? dict_set(as_dict(cache), text, fresh) : -1;
    value_release_null(fresh);
    return status == 0 ? as_format(fresh) : NULL;
}

/* The format is held: what runs inside (a __index__) may use the cache too. */
#define WITH_FORMAT(text, expression)                  \
    Format *f = cached(text);                          \
    if (!f)                                            \
        return VALUE_NULL;                             \
    object_retain(f);                                  \
    Value result = expression;                         \
    object_release(f);                                 \
    return result

static Value module_pack(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (nargs == 0)
        return raise_error(&exc_TypeError, "missing format argument");
    WITH_FORMAT(args[0], pack(f, args + 1, nargs - 1));
}

static Value module_pack_into(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (nargs == 0)
        return raise_error(&exc_TypeError, "missing format argument");
    WITH_FORMAT(args[0], pack_into(f, args + 1, nargs - 1));
}

static Value module_unpack(METHOD_ARGS) { UNUSED_ARGS; WITH_FORMAT(args[0], unpack(f, args[1])); }
static Value module_iter_unpack(METHOD_ARGS) { UNUSED_ARGS; WITH_FORMAT(args[0], unpack_each(f, args[1])); }
static Value module_calcsize(METHOD_ARGS) { UNUSED_ARGS; WITH_FORMAT(args[0], int_from_int64(f->size)); }

static Value module_unpack_from(METHOD_ARGS)
{
    (void)self;
    Value given[3];
    if (!native_bind("unpack_from(format, buffer, /, offset=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    WITH_FORMAT(given[0], unpack_from(f, given[1], given[2]));
}

static const NativeDef functions[] = {{"pack", module_pack, 0, -1, 0}, {"unpack", module_unpack, 2, 2, 0}, {"pack_into", module_pack_into, 0, -1, 0},
                                      {"unpack_from", module_unpack_from, 2, 3, NATIVE_KEYWORDS}, {"iter_unpack", module_iter_unpack, 2, 2, 0},
                                      {"calcsize", module_calcsize, 1, 1, 0}, {0}};

Value module_struct_init(void)
{
    static Type *const types[] = {&type_struct};
    Value module = module_from_parts("_struct", functions, types, 1);
    struct_error = module ? module_new_exception("struct", "error", tuple_pack(1, value_of(&exc_Exception))) : VALUE_NULL;
    cache = struct_error ? dict_new() : VALUE_NULL;
    if (module && (!cache || module_set(module, "error", value_retain(struct_error)) < 0 || module_set(module, "_cache", value_retain(cache)) < 0))
        value_clear(&module);
    return module;
}
