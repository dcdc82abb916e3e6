/* decimal_quick.h: the object behind decimal.Decimal, the current context as C sees it, and the quick forms of its operations.
 *
 * lib/decimal.py defines every operation in general. The quick forms answer for finite numbers of at most 128 bits when no trap and no rare condition
 * (subnormal, overflow, clamping) is met; they give what the general ones give, flags included, or DECIMAL_DECLINED: then the general one is asked. */
#ifndef INTERP_MODULES_DECIMAL_QUICK_H
#define INTERP_MODULES_DECIMAL_QUICK_H

#include "decimal_wide.h"
#include "object.h"

#define DECIMAL_DECLINED VALUE_ELLIPSIS /* no operation gives it; nothing is pending */

typedef enum DecimalSpecial { DECIMAL_FINITE, DECIMAL_INFINITE, DECIMAL_QUIET, DECIMAL_SIGNALING } DecimalSpecial;

typedef struct Decimal {
    Object head;
    bool sign;
    DecimalSpecial special : 8;
    Value exponent;    /* an int, owned */
    Value big;         /* the coefficient when it does not fit `low` and `high`, owned; else VALUE_NULL */
    uint64_t low, high;
} Decimal;

extern Type type_decimal;
static inline Decimal *as_decimal(Value v) { return (Decimal *)value_object(v); }

/* A finite number as the quick forms compute with it. */
typedef struct Operand {
    U128 n;
    int64_t exponent; /* at most DECIMAL_EXPONENT_MAX from 0 */
    bool sign;
} Operand;

#define DECIMAL_EXPONENT_MAX ((int64_t)1 << 61)

/* False: neither an exact Decimal nor a small int, or not to be computed with quickly. */
bool decimal_operand_slow(Value v, Operand *out);
static inline bool decimal_operand(Value v, Operand *out)
{
    if (!value_is_heap_exactly(v, &type_decimal))
        return decimal_operand_slow(v, out);
    const Decimal *d = as_decimal(v);
    if (unlikely(d->special || d->big || !value_is_small_int(d->exponent)))
        return false;
    *out = (Operand){(U128)d->high << 64 | d->low, value_small_int(d->exponent), d->sign};
    return likely(out->exponent <= DECIMAL_EXPONENT_MAX && out->exponent >= -DECIMAL_EXPONENT_MAX);
}

Value decimal_new_finite(bool sign, U128 n, int64_t exponent); /* exponent within DECIMAL_EXPONENT_MAX */

typedef enum DecimalRounding {
    DECIMAL_DOWN, DECIMAL_UP, DECIMAL_HALF_UP, DECIMAL_HALF_DOWN, DECIMAL_HALF_EVEN, DECIMAL_CEILING, DECIMAL_FLOOR, DECIMAL_05UP, DECIMAL_ROUNDINGS
} DecimalRounding;

/* The current context; its attributes are copied whenever they or the context change (decimal_context.c). */
typedef struct DecimalContext {
    bool valid; /* what follows holds; else nothing is quick */
    bool clamp, capitals;
    DecimalRounding rounding;
    int64_t precision, minimum, maximum; /* prec, Emin, Emax */
} DecimalContext;

extern DecimalContext decimal_context;

int decimal_rounding_of(Value name); /* DECIMAL_ROUNDINGS: none of them */
/* Sets the flags Rounded and maybe Inexact: 1; 0: one of them is trapped, or the flags are not those of a Context; -1: exception. */
int decimal_tell_rounded(bool inexact);
Value decimal_use_context(Value self, const Value *args, int nargs, Value kwnames); /* NativeFn: (context) */
Value decimal_switched(Value self, const Value *args, int nargs, Value kwnames); /* whether the current context is to be asked for again */
/* Makes what follows up to decimal_leave_context() compute in that context; false: nothing is done, it is not to be followed quickly or has raised. */
bool decimal_enter_context(Value context);
void decimal_leave_context(void);
Value decimal_forget_context(Value self, const Value *args, int nargs, Value kwnames); /* NativeFn: (); some context is about to change */
void decimal_set_signals(Value inexact, Value rounded);

/* ---- quick forms. A new reference, DECIMAL_DECLINED or VALUE_NULL with an exception pending ---- */

typedef Value (*DecimalQuick)(const Operand *a, const Operand *b);

Value decimal_add_quick(const Operand *a, const Operand *b);
Value decimal_subtract_quick(const Operand *a, const Operand *b);
Value decimal_multiply_quick(const Operand *a, const Operand *b);
Value decimal_divide_quick(const Operand *a, const Operand *b);
Value decimal_floor_quick(const Operand *a, const Operand *b);
Value decimal_remainder_quick(const Operand *a, const Operand *b);
Value decimal_divmod_quick(const Operand *a, const Operand *b);
Value decimal_power_quick(const Operand *a, const Operand *b); /* exact powers only */
Value decimal_negate_quick(const Operand *a, bool negate); /* -a or +a, rounded */
Value decimal_quantize_quick(const Operand *a, int64_t exponent, DecimalRounding rounding);
Value decimal_to_int_quick(const Operand *a);
int decimal_order_quick(const Operand *a, const Operand *b); /* -1, 0, 1 */
int64_t decimal_hash_quick(const Operand *a);

Value decimal_text_quick(const Operand *a);
bool decimal_parse_quick(Value text, Operand *out); /* false: the general form reads it */

#endif
