/* int_methods.c: the methods and attributes of int objects. */
#include "abstract.h"
#include "exceptions.h"
#include "names.h"
#include "float.h"
#include "format_number.h"
#include "int.h"
#include "limbs.h"
#include "mem.h"
#include "native.h"
#include "slice.h"
#include "types/bytes.h"
#include "types/str.h"
#include "type.h"
#include "types/tuple.h"

static Value plain_new(Value self)
{
    return value_retain(int_plain(self));
}

static Value int_plain_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return plain_new(self);
}

static Value int_bit_length_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_from_small_int(int_bit_length(self));
}

static Value int_bit_count(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    IntView view;
    mpz_srcptr z = int_view(int_plain(self), &view);
    mpz_t magnitude;
    return value_from_small_int((int64_t)mpz_popcount(mpz_roinit_n(magnitude, mpz_limbs_read(z), (mp_size_t)mpz_size(z))));
}

static Value int_as_integer_ratio(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tuple_pack(2, int_plain(self), value_from_small_int(1));
}

static Value int_getnewargs(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tuple_pack(1, int_plain(self));
}

static Value int_sizeof(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    int64_t digits = (int_bit_length(self) + 29) / 30; /* CPython's digits of 30 bits */
    return value_from_small_int(24 + 4 * (digits ? digits : 1));
}

static Value int_format_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return format_number(self, args[0], format_int);
}

/* round(self, ndigits) for ndigits < 0: half to even at 10**-ndigits. */
static Value int_round(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    if (nargs == 0)
        return plain_new(self);
    Value ndigits = value_index(args[0]);
    if (!ndigits)
        return VALUE_NULL;
    int64_t places;
    bool fits = int_fits_int64(ndigits, &places);
    int sign = int_sign(ndigits);
    value_release(ndigits);
    if (sign >= 0)
        return plain_new(self);
    if (!fits || -places > int_bit_length(self) / 3 + 2) /* 10**places is more than twice as large */
        return value_from_small_int(0);
    IntView view;
    mpz_srcptr x = int_view(int_plain(self), &view);
    mpz_t unit, quotient, rest;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(unit);
    mpz_init(quotient);
    mpz_init(rest);
    mpz_ui_pow_ui(unit, 10, (unsigned long)-places);
    mpz_fdiv_qr(quotient, rest, x, unit);
    mpz_mul_2exp(rest, rest, 1);
    int order = mpz_cmp(rest, unit);
    if (order > 0 || (order == 0 && mpz_odd_p(quotient)))
        mpz_add_ui(quotient, quotient, 1);
    mpz_mul(quotient, quotient, unit);
    mpz_clear(unit);
    mpz_clear(rest);
    return int_from_mpz_steal(quotient);
}

/* ---- bytes ---- */

/* byteorder argument (VALUE_NULL: big): 1 little, 0 big, -1 error. */
static int parse_byteorder(const char *function, Value order)
{
    if (!order)
        return 0;
    if (!value_is_str(order))
        return raise_error_int(&exc_TypeError, "%s() argument 'byteorder' must be str, not %A", function, order);
    if (str_equal_cstr(order, "little"))
        return 1;
    if (str_equal_cstr(order, "big"))
        return 0;
    return raise_error_int(&exc_ValueError, "byteorder must be either 'little' or 'big'");
}

static Value int_to_bytes(Value self, const Value *args, int nargs, Value kwnames)
{
    Value bound[3];
    if (!native_bind("to_bytes(length=, byteorder=, *, signed=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    int64_t length = 1;
    if (bound[0] && int_as_ssize(bound[0], &length) < 0)
        return VALUE_NULL;
    int little = parse_byteorder("to_bytes", bound[1]);
    int is_signed = bound[2] ? value_truth(bound[2]) : 0;
    if (little < 0 || is_signed < 0)
        return VALUE_NULL;
    if (length < 0)
        return raise_error(&exc_ValueError, "length argument must be non-negative");
    Value plain = int_plain(self);
    int sign = int_sign(plain);
    if (sign < 0 && !is_signed)
        return raise_error(&exc_OverflowError, "can't convert negative int to unsigned");
    bool short_one = value_is_small_int(plain) && sign >= 0 && length > 0 && length <= 8; /* of 63 bits: eight bytes hold its sign, too */
    if (short_one && (length == 8 || (uint64_t)value_small_int(plain) >> (8 * length - is_signed) == 0)) {
        uint64_t word = little ? (uint64_t)value_small_int(plain) : __builtin_bswap64((uint64_t)value_small_int(plain)) >> (64 - 8 * length);
        return bytes_new(&word, (size_t)length);
    }
    IntView view;
    mpz_srcptr x = int_view(plain, &view);
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    if (sign < 0)
        mpz_com(z, x); /* the bits of a negative number are those of ~x, inverted */
    else
        mpz_set(z, x);
    limbs_done();
    int64_t bits = mpz_sgn(z) ? (int64_t)mpz_sizeinbase(z, 2) : 0;
    Value result = VALUE_NULL;
    if (bits + is_signed > (length > INT64_MAX / 8 ? INT64_MAX : length * 8) && !(is_signed && bits == 0)) {
        raise_error(&exc_OverflowError, "int too big to convert");
    } else if ((result = bytes_new(NULL, (size_t)length))) {
        uint8_t *data = as_bytes(result)->data;
        memset(data, 0, (size_t)length);
        size_t count = (size_t)(bits + 7) / 8;
        mpz_export(little ? data : data + length - count, NULL, little ? -1 : 1, 1, 0, 0, z);
        if (sign < 0)
            for (int64_t i = 0; i < length; i++)
                data[i] = (uint8_t)~data[i];
    }
    mpz_clear(z);
    return result;
}

static Value int_from_bytes(Value cls, const Value *args, int nargs, Value kwnames)
{
    Value bound[3];
    if (!native_bind("from_bytes(bytes, byteorder=, *, signed=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    int little = parse_byteorder("from_bytes", bound[1]);
    int is_signed = bound[2] ? value_truth(bound[2]) : 0;
    if (little < 0 || is_signed < 0)
        return VALUE_NULL;
    Value bytes;
    if (value_is_bytes_like(bound[0]))
        bytes = value_retain(bound[0]);
    else if (!type_lookup(type_of(bound[0]), name___bytes__) &&
             (value_is_str(bound[0]) || value_is_int(bound[0]) || (!type_of(bound[0])->iter && !type_is_sequence(type_of(bound[0])))))
        return raise_error(&exc_TypeError, "cannot convert '%T' object to bytes", bound[0]);
    else if (!(bytes = call_value1(value_of(&type_bytes), bound[0])))
        return VALUE_NULL;
    const uint8_t *data = as_bytes(bytes)->data;
    size_t length = (size_t)as_bytes(bytes)->length;
    mpz_t z;
    if (LIMBS_RAN_OUT()) {
        value_release(bytes);
        return raise_no_memory();
    }
    mpz_init(z);
    mpz_import(z, length, little ? -1 : 1, 1, 0, 0, data);
    if (is_signed && length && data[little ? length - 1 : 0] & 0x80) {
        mpz_t modulus;
        mpz_init(modulus);
        mpz_setbit(modulus, length * 8);
        mpz_sub(z, z, modulus);
        mpz_clear(modulus);
    }
    Value plain = int_from_mpz_steal(z);
    value_release(bytes);
    if (!plain || cls == value_of(&type_int))
        return plain;
    Value instance = call_value1(cls, plain);
    value_release(plain);
    return instance;
}

/* ---- tables ---- */

const NativeDef int_methods[] = {
    { "__ceil__", int_plain_method, 0, 0, 0 },
    { "__floor__", int_plain_method, 0, 0, 0 },
    { "__trunc__", int_plain_method, 0, 0, 0 },
    { "__round__", int_round, 0, 1, 0 },
    { "__format__", int_format_method, 1, 1, 0 },
    { "__getnewargs__", int_getnewargs, 0, 0, 0 },
    { "__sizeof__", int_sizeof, 0, 0, 0 },
    { "as_integer_ratio", int_as_integer_ratio, 0, 0, 0 },
    { "bit_count", int_bit_count, 0, 0, 0 },
    { "bit_length", int_bit_length_method, 0, 0, 0 },
    { "conjugate", int_plain_method, 0, 0, 0 },
    { "from_bytes", int_from_bytes, 0, -1, NATIVE_KEYWORDS | NATIVE_CLASS },
    { "to_bytes", int_to_bytes, 0, -1, NATIVE_KEYWORDS },
    { NULL, NULL, 0, 0, 0 },
};

static Value int_zero(Value self)
{
    (void)self;
    return value_from_small_int(0);
}

static Value int_one(Value self)
{
    (void)self;
    return value_from_small_int(1);
}

const GetSetDef int_getsets[] = {
    { "real", plain_new, NULL },
    { "imag", int_zero, NULL },
    { "numerator", plain_new, NULL },
    { "denominator", int_one, NULL },
    { NULL, NULL, NULL },
};
