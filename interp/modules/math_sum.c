/* math_sum.c: sums and products over many numbers: fsum, prod, hypot, dist. */
#include <math.h>

#include "abstract.h"
#include "exceptions.h"
#include "math_private.h"
#include "mem.h"
#include "native.h"
#include "types/float.h"
#include "types/int.h"
#include "types/tuple.h"

/* ---- fsum: Shewchuk's exact sum as non-overlapping partials of growing size ---- */

typedef struct ExactSum {
    double *partials, inline_partials[32];
    int count, capacity;
    double special;   /* sum of infinities and nans */
    double infinities; /* nan when both signs occurred */
    bool has_special;
} ExactSum;

static int exact_sum_grow(ExactSum *s)
{
    double *grown = mem_alloc_raw((size_t)s->capacity * 2 * sizeof(double));
    if (!grown) {
        raise_no_memory();
        return -1;
    }
    memcpy(grown, s->partials, (size_t)s->count * sizeof(double));
    if (s->partials != s->inline_partials)
        mem_free_raw(s->partials);
    s->partials = grown;
    s->capacity *= 2;
    return 0;
}

static int exact_sum_add(ExactSum *s, double number)
{
    double x = number;
    int kept = 0;
    for (int i = 0; i < s->count; i++) {
        double y = s->partials[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0.0)
            s->partials[kept++] = low;
        x = high;
    }
    s->count = kept;
    if (x == 0.0)
        return 0;
    if (!isfinite(x)) {
        if (isfinite(number))
            return raise_error_int(&exc_OverflowError, "intermediate overflow in fsum");
        if (isinf(number))
            s->infinities += number;
        s->special += number;
        s->has_special = true;
        s->count = 0;
        return 0;
    }
    if (s->count == s->capacity && exact_sum_grow(s) < 0)
        return -1;
    s->partials[s->count++] = x;
    return 0;
}

/* The exact sum, rounded once, half to even. */
static Value exact_sum_result(ExactSum *s)
{
    if (s->has_special)
        return isnan(s->infinities) ? raise_error(&exc_ValueError, "-inf + inf in fsum") : float_new(s->special);
    int n = s->count;
    if (n == 0)
        return float_new(0.0);
    double high = s->partials[--n], low = 0.0;
    while (n > 0) {
        double x = high, y = s->partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0)
            break;
    }
    /* A tie was rounded to even without looking at the partials below it: they break it. */
    if (n > 0 && ((low < 0.0 && s->partials[n - 1] < 0.0) || (low > 0.0 && s->partials[n - 1] > 0.0))) {
        double twice = low * 2.0, up = high + twice;
        if (twice == up - high)
            high = up;
    }
    return float_new(high);
}

static Value math_fsum(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value iterator = value_iter(args[0]);
    if (!iterator)
        return VALUE_NULL;
    ExactSum sum = { .count = 0, .capacity = 32 };
    sum.partials = sum.inline_partials;
    int status = 0;
    while (status == 0) {
        Value item = value_next(iterator);
        if (!item)
            break;
        double x;
        status = value_as_double(item, &x);
        value_release(item);
        if (status == 0)
            status = exact_sum_add(&sum, x);
    }
    value_release(iterator);
    Value result = status < 0 || exc_pending() ? VALUE_NULL : exact_sum_result(&sum);
    if (sum.partials != sum.inline_partials)
        mem_free_raw(sum.partials);
    return result;
}

/* ---- prod ---- */

static Value math_prod(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value bound[2];
    if (!native_bind("prod(iterable, /, *, start=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    Value iterator = value_iter(bound[0]);
    if (!iterator)
        return VALUE_NULL;
    Value product = bound[1] ? value_retain(bound[1]) : value_from_small_int(1);
    while (product) {
        Value item = value_next(iterator);
        if (!item) {
            if (exc_pending())
                value_clear(&product);
            break;
        }
        value_set_steal(&product, value_binary(BINARY_MUL, product, item));
        value_release(item);
    }
    value_release(iterator);
    return product;
}

/* ---- hypot, dist ---- */

/* x + y exactly: *low is what the returned sum lost. */
static inline double add_exactly(double x, double y, double *low)
{
    double sum = x + y, part = sum - x;
    *low = (x - (sum - part)) + (y - part);
    return sum;
}

/* Square root of the sum of squares, rounded as if the sum were exact: twice the precision and one Newton step. */
static double vector_norm(double *v, int n)
{
    double largest = 0.0;
    bool has_nan = false;
    for (int i = 0; i < n; i++) {
        v[i] = fabs(v[i]);
        has_nan |= isnan(v[i]);
        if (v[i] > largest)
            largest = v[i];
    }
    if (isinf(largest))
        return largest;
    if (has_nan)
        return (double)NAN;
    if (largest == 0.0 || n <= 1)
        return largest;
    int exponent;
    frexp(largest, &exponent);
    double high = 0.0, low = 0.0, lost;
    for (int i = 0; i < n; i++) {
        double x = ldexp(v[i], -exponent), square = x * x;
        low += fma(x, x, -square);
        high = add_exactly(high, square, &lost);
        low += lost;
    }
    double root = sqrt(high + low);
    double square = root * root;
    double rest = (high - square) + (low - fma(root, root, -square)); /* high + low - root**2: the difference is exact */
    return ldexp(root + rest / (2.0 * root), exponent);
}

static Value norm_of_values(const Value *a, const Value *b, int64_t n)
{
    double inline_values[16];
    double *v = n <= 16 ? inline_values : mem_alloc_raw((size_t)n * sizeof(double));
    if (!v)
        return raise_no_memory();
    Value result = VALUE_NULL;
    for (int64_t i = 0; i < n; i++) {
        double y = 0.0;
        if (value_as_double(a[i], &v[i]) < 0 || (b && value_as_double(b[i], &y) < 0))
            goto done;
        v[i] -= y;
    }
    result = float_new(vector_norm(v, (int)n));
done:
    if (v != inline_values)
        mem_free_raw(v);
    return result;
}

static Value math_hypot(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    return norm_of_values(args, NULL, nargs);
}

static Value math_dist(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value p = tuple_from_iterable(args[0]);
    Value q = p ? tuple_from_iterable(args[1]) : VALUE_NULL;
    Value result = VALUE_NULL;
    if (q && as_tuple(p)->length != as_tuple(q)->length)
        raise_error(&exc_ValueError, "both points must have the same number of dimensions");
    else if (q)
        result = norm_of_values(as_tuple(p)->items, as_tuple(q)->items, as_tuple(p)->length);
    value_release_null(p);
    value_release_null(q);
    return result;
}

const NativeDef math_sum_functions[] = {
    { "dist", math_dist, 2, 2, 0 },
    { "fsum", math_fsum, 1, 1, 0 },
    { "hypot", math_hypot, 0, -1, 0 },
    { "prod", math_prod, 0, -1, NATIVE_KEYWORDS },
    { NULL, NULL, 0, 0, 0 },
};
