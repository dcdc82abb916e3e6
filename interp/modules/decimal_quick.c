/* decimal_quick.c: the type decimal.Decimal: its fields, and each operation tried quickly before the method of lib/decimal.py runs. */
#include "decimal_quick.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "float.h"
#include "gc.h"
#include "int.h"
#include "modules.h"
#include "native.h"
#include "str.h"
#include "type.h"

/* ---- the general methods, from the class in lib/decimal.py ---- */

#define GENERAL_METHODS(X) \
    X(new) X(add) X(sub) X(rsub) X(mul) X(truediv) X(rtruediv) X(floordiv) X(rfloordiv) X(mod) X(rmod) X(neg) X(pos) X(abs) X(eq) X(lt) X(le) X(gt) \
    X(ge) X(hash) X(str) X(int) X(float) X(quantize) \
    X(divmod) X(rdivmod) X(pow) X(rpow) X(pow3)
typedef enum General {
#define GENERAL_CONSTANT(name) GENERAL_##name,
    GENERAL_METHODS(GENERAL_CONSTANT) GENERAL_COUNT
#undef GENERAL_CONSTANT
} General;
static const char *const general_names[GENERAL_COUNT] = {
#define GENERAL_NAME(name) "_general_" #name,
    GENERAL_METHODS(GENERAL_NAME)
#undef GENERAL_NAME
};
static Value generals[GENERAL_COUNT]; /* owned */

static Value general_call(General which, const Value *args, int nargs)
{
    if (!generals[which]) /* someone imported this module alone */
        return raise_error(&exc_RuntimeError, "decimal is not imported");
    return call_value(generals[which], args, nargs, VALUE_NULL);
}

static Value general1(General which, Value self) { return general_call(which, &self, 1); }

static Value general2(General which, Value self, Value other)
{
    Value given[2] = {self, other};
    return general_call(which, given, 2);
}

/* ---- making ---- */

static Decimal *allocate(Type *type, bool sign, DecimalSpecial special)
{
    Decimal *d = type == &type_decimal ? object_alloc(type, sizeof *d) : object_alloc_zeroed(type, type->size > sizeof *d ? type->size : sizeof *d);
    if (!d)
        return NULL;
    d->sign = sign;
    d->special = special;
    d->exponent = value_from_small_int(0);
    d->big = VALUE_NULL;
    d->low = d->high = 0;
    return d;
}

static Value finished(Decimal *d)
{
    if (d->head.type != &type_decimal && type_has(d->head.type, TYPE_GC))
        gc_track(d);
    return value_of(d);
}

Value decimal_new_finite(bool sign, U128 n, int64_t exponent)
{
    Decimal *d = object_alloc(&type_decimal, sizeof *d);
    if (!d)
        return VALUE_NULL;
    d->sign = sign;
    d->special = DECIMAL_FINITE;
    d->exponent = value_from_small_int(exponent);
    d->big = VALUE_NULL;
    d->low = (uint64_t)n;
    d->high = (uint64_t)(n >> 64);
    return value_of(d);
}

static void decimal_dealloc(Object *self)
{
    Decimal *d = (Decimal *)self;
    if (type_has(self->type, TYPE_GC))
        gc_untrack(self);
    value_release(d->exponent);
    value_release_null(d->big);
    object_free(self, self->type->size);
}

/* The magnitude of an int. False: more than 128 bits. */
static bool magnitude(Value integer, U128 *n, bool *negative)
{
    Value plain = int_plain(integer);
    if (value_is_small_int(plain)) {
        int64_t i = value_small_int(plain);
        *negative = i < 0;
        *n = i < 0 ? -(uint64_t)i : (uint64_t)i;
        return true;
    }
    mpz_srcptr z = int_big(plain)->number;
    *negative = mpz_sgn(z) < 0;
    if (mpz_size(z) > 2)
        return false;
    *n = (U128)mpz_getlimbn(z, 1) << 64 | mpz_getlimbn(z, 0);
    return true;
}

bool decimal_operand_slow(Value v, Operand *out)
{
    if (!value_is_small_int(v))
        return false;
    out->exponent = 0;
    return magnitude(v, &out->n, &out->sign);
}

static const char special_letters[] = {[DECIMAL_INFINITE] = 'F', [DECIMAL_QUIET] = 'n', [DECIMAL_SIGNALING] = 'N'};

static DecimalSpecial special_of(Value letter)
{
    for (int i = DECIMAL_INFINITE; letter != VALUE_NONE && i <= DECIMAL_SIGNALING; i++)
        if (value_is_str(letter) && as_str(letter)->length == 1 && str_point_at(as_str(letter), 0) == (uint32_t)special_letters[i])
            return (DecimalSpecial)i;
    return DECIMAL_FINITE;
}

/* _make(sign, coefficient, exponent, special=None, cls=Decimal) */
static Value quick_make(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    if (!value_is_int(args[1]) || !value_is_int(args[2]) || (nargs > 4 && !(value_is_type(args[4]) && type_is_subtype(as_type(args[4]), &type_decimal))))
        return raise_error(&exc_TypeError, "_make() takes a sign, two ints, a letter and a class of Decimal");
    Type *type = nargs > 4 ? as_type(args[4]) : &type_decimal;
    int sign = value_truth(args[0]);
    U128 n = 0;
    bool negative;
    Decimal *d = sign < 0 ? NULL : allocate(type, sign, nargs > 3 ? special_of(args[3]) : DECIMAL_FINITE);
    if (!d)
        return VALUE_NULL;
    if (!magnitude(args[1], &n, &negative))
        d->big = value_retain(int_plain(args[1]));
    d->low = (uint64_t)n;
    d->high = (uint64_t)(n >> 64);
    d->exponent = value_retain(int_plain(args[2]));
    return finished(d);
}

/* An exact Decimal of what it takes to be one; VALUE_NULL: to be asked in general, nothing pending. */
static Value convert(Value v)
{
    Operand made;
    if (value_is_exactly_str(v) ? decimal_parse_quick(v, &made) : decimal_operand_slow(v, &made))
        return decimal_new_finite(made.sign, made.n, made.exponent);
    return value_is_heap_exactly(v, &type_decimal) ? value_retain(v) : DECIMAL_DECLINED;
}

static Value decimal_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (type == &type_decimal && nargs == 1 && !kwnames) {
        Value made = convert(args[0]);
        if (made != DECIMAL_DECLINED)
            return made;
    }
    Value given[2];
    if (!native_bind("Decimal(value=, context=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value all[3] = {value_of(type), given[0], given[1] ? given[1] : VALUE_NONE};
    if (!given[0])
        return general_call(GENERAL_new, all, 1);
    return general_call(GENERAL_new, all, 3);
}

/* ---- operators ---- */

static Value binary(DecimalQuick quick, General general, Value self, Value a, Value b, Value other)
{
    Operand x, y;
    if (likely(decimal_context.valid && decimal_operand(a, &x) && decimal_operand(b, &y))) {
        Value result = quick(&x, &y);
        if (likely(result != DECIMAL_DECLINED))
            return result;
    }
    return general2(general, self, other);
}

#define BINARY_SLOTS(name, quick, general, general_reflected) \
    static Value slot_##name(Value self, Value other) { return binary(quick, general, self, self, other, other); } \
    static Value slot_r##name(Value self, Value other) { return binary(quick, general_reflected, self, other, self, other); }

BINARY_SLOTS(add, decimal_add_quick, GENERAL_add, GENERAL_add)
BINARY_SLOTS(sub, decimal_subtract_quick, GENERAL_sub, GENERAL_rsub)
BINARY_SLOTS(mul, decimal_multiply_quick, GENERAL_mul, GENERAL_mul)
BINARY_SLOTS(truediv, decimal_divide_quick, GENERAL_truediv, GENERAL_rtruediv)
BINARY_SLOTS(floordiv, decimal_floor_quick, GENERAL_floordiv, GENERAL_rfloordiv)
BINARY_SLOTS(mod, decimal_remainder_quick, GENERAL_mod, GENERAL_rmod)
BINARY_SLOTS(divmod, decimal_divmod_quick, GENERAL_divmod, GENERAL_rdivmod)
BINARY_SLOTS(pow, decimal_power_quick, GENERAL_pow, GENERAL_rpow)

static Value slot_pow3(Value base, Value exponent, Value modulus)
{
    Value given[3] = {base, exponent, modulus};
    return general_call(GENERAL_pow3, given, 3);
}

static Value unary(General general, Value self)
{
    Operand a;
    if (decimal_context.valid && decimal_operand(self, &a)) {
        Value result = decimal_negate_quick(&a, general == GENERAL_neg || (general == GENERAL_abs && a.sign));
        if (result != DECIMAL_DECLINED)
            return result;
    }
    return general1(general, self);
}

static Value slot_neg(Value self) { return unary(GENERAL_neg, self); }
static Value slot_pos(Value self) { return unary(GENERAL_pos, self); }
static Value slot_abs(Value self) { return unary(GENERAL_abs, self); }

static Value slot_compare(Value self, Value other, CompareOp op)
{
    static const General general[COMPARE_COUNT] = {[COMPARE_LT] = GENERAL_lt, [COMPARE_LE] = GENERAL_le, [COMPARE_EQ] = GENERAL_eq,
                                                   [COMPARE_NE] = GENERAL_eq, [COMPARE_GT] = GENERAL_gt, [COMPARE_GE] = GENERAL_ge};
    Operand a, b;
    if (decimal_operand(self, &a) && decimal_operand(other, &b))
        return value_bool(compare_order(decimal_order_quick(&a, &b), op));
    Value result = general2(general[op], self, other);
    if (op == COMPARE_NE && value_is_bool(result))
        return value_bool(result == VALUE_FALSE);
    return result;
}

static int slot_truth(Value self)
{
    const Decimal *d = as_decimal(self);
    return d->special || d->big || d->low || d->high;
}

static int64_t slot_hash(Value self)
{
    Operand a;
    if (decimal_operand(self, &a))
        return decimal_hash_quick(&a);
    Value hash = general1(GENERAL_hash, self);
    int64_t result = hash ? int_hash(hash) : -1;
    value_release_null(hash);
    return result;
}

static Value slot_str(Value self)
{
    Operand a;
    Value text = decimal_operand(self, &a) ? decimal_text_quick(&a) : DECIMAL_DECLINED;
    return text == DECIMAL_DECLINED ? general1(GENERAL_str, self) : text;
}

static Value slot_repr(Value self)
{
    Value text = slot_str(self);
    Value result = text ? str_printf("Decimal('%S')", text) : VALUE_NULL;
    value_release_null(text);
    return result;
}

static Value slot_int(Value self)
{
    Operand a;
    Value result = decimal_operand(self, &a) ? decimal_to_int_quick(&a) : DECIMAL_DECLINED;
    return result == DECIMAL_DECLINED ? general1(GENERAL_int, self) : result;
}

/* A coefficient and a power of ten that are both exact as doubles give the nearest one by one operation. */
static Value slot_float(Value self)
{
    enum { EXACT_POWER = 15, EXACT_BITS = 53 };
    Operand a;
    if (!decimal_operand(self, &a) || a.n >> EXACT_BITS || a.exponent < -EXACT_POWER || a.exponent > EXACT_POWER)
        return general1(GENERAL_float, self);
    double n = (double)(uint64_t)a.n, power = (double)wide_powers[a.exponent < 0 ? -a.exponent : a.exponent].limbs[0];
    n = a.exponent < 0 ? n / power : n * power;
    return float_new(a.sign ? -n : n);
}

/* ---- methods and fields ---- */

static Value decimal_quantize(Value self, const Value *args, int nargs, Value kwnames)
{
    Value given[3];
    Operand a, b;
    if (!native_bind("quantize(exp, rounding=, context=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    if (decimal_context.valid && (!given[2] || given[2] == VALUE_NONE) && decimal_operand(self, &a) && decimal_operand(given[0], &b)) {
        bool usual = !given[1] || given[1] == VALUE_NONE;
        int rounding = usual ? (int)decimal_context.rounding : decimal_rounding_of(given[1]);
        Value result = rounding < DECIMAL_ROUNDINGS ? decimal_quantize_quick(&a, b.exponent, (DecimalRounding)rounding) : DECIMAL_DECLINED;
        if (result != DECIMAL_DECLINED)
            return result;
    }
    Value all[4] = {self, given[0], given[1] ? given[1] : VALUE_NONE, given[2] ? given[2] : VALUE_NONE};
    return general_call(GENERAL_quantize, all, 4);
}

static Value get_sign(Value self) { return value_bool(as_decimal(self)->sign); }
static Value get_exponent(Value self) { return value_retain(as_decimal(self)->exponent); }

static Value get_coefficient(Value self)
{
    const Decimal *d = as_decimal(self);
    if (d->big)
        return value_retain(d->big);
    mp_limb_t limbs[2] = {d->low, d->high};
    return d->high ? int_from_limbs(limbs, 2, false) : int_from_uint64(d->low);
}

static Value get_special(Value self)
{
    DecimalSpecial special = as_decimal(self)->special;
    return special ? str_from_point((uint32_t)special_letters[special]) : VALUE_NONE;
}

static const NativeDef methods[] = {{"quantize", decimal_quantize, 1, 3, NATIVE_KEYWORDS}, {0}};
static const GetSetDef getsets[] = {
    {"_sign", get_sign, NULL}, {"_int", get_coefficient, NULL}, {"_exp", get_exponent, NULL}, {"_special", get_special, NULL}, {0}};

Type type_decimal = {
    .head = OBJECT_STATIC(&type_type),
    .name = "decimal.Decimal",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Decimal),
    .base = &type_object,
    .new = decimal_construct,
    .dealloc = decimal_dealloc,
    .repr = slot_repr,
    .str = slot_str,
    .hash = slot_hash,
    .compare = slot_compare,
    .truth = slot_truth,
    .to_int = slot_int,
    .to_float = slot_float,
    .binary = {[BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv,
               [BINARY_FLOORDIV] = slot_floordiv, [BINARY_MOD] = slot_mod, [BINARY_DIVMOD] = slot_divmod, [BINARY_POW] = slot_pow},
    .reflected = {[BINARY_ADD] = slot_radd, [BINARY_SUB] = slot_rsub, [BINARY_MUL] = slot_rmul, [BINARY_TRUEDIV] = slot_rtruediv,
                  [BINARY_FLOORDIV] = slot_rfloordiv, [BINARY_MOD] = slot_rmod, [BINARY_DIVMOD] = slot_rdivmod, [BINARY_POW] = slot_rpow},
    .unary = {[UNARY_NEG] = slot_neg, [UNARY_POS] = slot_pos, [UNARY_ABS] = slot_abs},
    .pow3 = slot_pow3,
    .methods = methods,
    .getsets = getsets,
};

/* ---- methods of a Context ---- */

static Value quantize_usual(const Operand *a, const Operand *b) { return decimal_quantize_quick(a, b->exponent, decimal_context.rounding); }

/* _in_context(context, place, a, b): the operation at that place of the list, quickly in that context, or Ellipsis. */
static Value quick_in_context(Value self, const Value *args, int nargs, Value kwnames)
{
    static const DecimalQuick operations[] = {decimal_add_quick, decimal_subtract_quick, decimal_multiply_quick, decimal_divide_quick,
                                              decimal_floor_quick, decimal_remainder_quick, decimal_divmod_quick, decimal_power_quick, quantize_usual};
    (void)self, (void)nargs, (void)kwnames;
    Operand a, b;
    if (!decimal_operand(args[2], &a) || !decimal_operand(args[3], &b))
        return DECIMAL_DECLINED;
    if (!decimal_enter_context(args[0]))
        return exc_pending() ? VALUE_NULL : DECIMAL_DECLINED;
    Value result = operations[value_small_int(args[1])](&a, &b);
    decimal_leave_context();
    return result;
}

/* ---- the module ---- */

/* What a class statement adds by itself. */
static bool is_of_class_statement(Value name)
{
    static const char *const names[] = {"__module__", "__qualname__", "__dict__", "__weakref__", "__doc__", "__slots__"};
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        found = found || str_equal_cstr(name, names[i]);
    return found;
}

/* _adopt(cls, inexact, rounded): Decimal with the methods of that class and the general ones among them. */
static Value quick_adopt(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_type(args[0]))
        return raise_error(&exc_TypeError, "_adopt() takes a class, not '%T'", args[0]);
    Dict *from = as_type(args[0])->dict;
    Value key, value;
    for (int64_t at = 0; dict_next(from, &at, &key, &value);)
        if (!is_of_class_statement(key) && type_set_attribute(&type_decimal, as_str(key), value) < 0)
            return VALUE_NULL;
    for (int i = 0; i < GENERAL_COUNT; i++) {
        Str *name = str_intern_cstr(general_names[i]);
        if (!name)
            return VALUE_NULL;
        Value found = type_lookup(&type_decimal, name);
        if (!found)
            return raise_error(&exc_AttributeError, "%Y", name);
        value_set_steal(&generals[i], value_retain(found));
    }
    decimal_set_signals(args[1], args[2]);
    return value_retain(value_of(&type_decimal));
}

static const NativeDef functions[] = {{"_adopt", quick_adopt, 3, 3, 0}, {"_make", quick_make, 3, 5, 0}, {"_use_context", decimal_use_context, 1, 1, 0},
                                      {"_switched", decimal_switched, 0, 0, 0}, {"_in_context", quick_in_context, 4, 4, 0},
                                      {"_forget_context", decimal_forget_context, 0, 0, 0}, {0}};

Value module_decimal_quick_init(void)
{
    static Type *const types[] = {&type_decimal};
    wide_init();
    return module_from_parts("_decimal_quick", functions, types, 1);
}
