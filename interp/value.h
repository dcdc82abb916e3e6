/* value.h: the 64-bit word every Python value is.
 *
 * A Value is one machine word whose low bits say what it is:
 *
 *   ...........................1   int, 63 bits two's complement, value << 1 | 1
 *   ..........................10   float whose exponent lies in 2^-255 .. 2^256 ("flonum"), rotated
 *   .........................100   a constant: None, False, True, NotImplemented, Ellipsis, 0.0
 *   .........................000   pointer to an Object (8-byte aligned); 0 itself is "no value"
 *
 * So small integers, most floats, None and the booleans need neither allocation nor a reference count;
 * only pointers do. 0 (VALUE_NULL) means unbound, absent, or "an exception is pending", never a Python value.
 *
 * A float outside the flonum range (0.0 excepted, which is a constant; -0.0, inf, nan, tiny, huge) is a heap object.
 * An int outside 63 bits is a heap BigInt. Both are normalized: a value that fits the immediate form never is on the heap,
 * so equal small ints are equal words.
 */
#ifndef INTERP_VALUE_H
#define INTERP_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t Value;

typedef struct Object Object;
typedef struct Type Type;

#define VALUE_NULL ((Value)0)
#define VALUE_NONE ((Value)0x04)
#define VALUE_FALSE ((Value)0x0c)
#define VALUE_TRUE ((Value)0x14)
#define VALUE_NOT_IMPLEMENTED ((Value)0x1c)
#define VALUE_ELLIPSIS ((Value)0x24)
#define VALUE_FLOAT_ZERO ((Value)0x2c)
#define VALUE_CONSTANT_COUNT 6 /* constants are 8 * i + 4, i < this */

#define SMALL_INT_MAX ((int64_t)0x3fffffffffffffff)
#define SMALL_INT_MIN (-SMALL_INT_MAX - 1)

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define likely_loop(x) __builtin_expect_with_probability(!!(x), 1, 0.7) /* a short loop whose end is as hot as its body: neither goes out of line */

/* ---- objects ---- */

static inline bool value_is_object(Value v) { return (v & 7) == 0; } /* also true for VALUE_NULL: test that first where it can occur */
static inline Object *value_object(Value v) { return (Object *)(uintptr_t)v; }
static inline Value value_of(const void *object) { return (Value)(uintptr_t)object; }

/* ---- constants ---- */

static inline Value value_bool(bool b) { return b ? VALUE_TRUE : VALUE_FALSE; }
static inline bool value_is_bool(Value v) { return v == VALUE_TRUE || v == VALUE_FALSE; }

/* ---- small ints ---- */

static inline bool value_is_small_int(Value v) { return v & 1; }
static inline bool value_both_small_int(Value a, Value b) { return a & b & 1; }
static inline int64_t value_small_int(Value v) { return (int64_t)v >> 1; }
static inline Value value_from_small_int(int64_t i) { return (Value)i << 1 | 1; } /* i within SMALL_INT_MIN..MAX */
static inline bool int64_fits_small(int64_t i) { return i >= SMALL_INT_MIN && i <= SMALL_INT_MAX; }

/* ---- flonums: subtract a bias so that bits 62..61 are zero in range, rotate them (and the sign) to the bottom ---- */

#define FLONUM_BIAS ((uint64_t)768 << 52)

static inline uint64_t value_rotl(uint64_t x, int n) { return x << n | x >> (64 - n); }
static inline bool value_is_flonum(Value v) { return (v & 3) == 2; }

static inline double value_flonum(Value v)
{
    uint64_t bits = value_rotl(v - 2, 61) + FLONUM_BIAS;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

/* The flonum of d, or VALUE_NULL when d has no immediate form (then float_new(d) is the way). */
static inline Value value_try_flonum(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t rotated = value_rotl(bits - FLONUM_BIAS, 3);
    return likely((rotated & 3) == 0) ? rotated | 2 : VALUE_NULL;
}

#endif
