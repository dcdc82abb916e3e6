/* range.h: range objects and their iterators. */
#ifndef INTERP_TYPES_RANGE_H
#define INTERP_TYPES_RANGE_H

#include "object.h"

/* Any ints. When everything fits (start, stop, step, length and stop + step), `is_small` and the int64 copies are valid. */
typedef struct Range {
    Object head;
    Value start, stop, step; /* plain ints, owned */
    Value length;            /* plain int, owned */
    bool is_small;
    int64_t small_start, small_step, small_length;
} Range;

/* The loop: while (remaining) { remaining--; yield current; current += step; }. Values may leave the 63 bits of a small
 * int: wrap them with int_from_int64. The step after the last value wraps harmlessly (add as uint64_t). */
typedef struct RangeIter {
    Object head;
    int64_t current, step, remaining, length; /* length: of the whole range */
} RangeIter;

Value range_new(Value start, Value stop, Value step); /* ints; ValueError if step is 0 */

extern Type type_range, type_range_iterator, type_range_long_iterator;

static inline Value range_iter_next(RangeIter *it); /* VALUE_NULL: exhausted (or MemoryError pending for ints beyond 63 bits) */

Value int_big_from_int64(int64_t i);
static inline Value range_iter_next(RangeIter *it)
{
    if (it->remaining == 0)
        return VALUE_NULL;
    it->remaining--;
    int64_t current = it->current;
    it->current = (int64_t)((uint64_t)current + (uint64_t)it->step);
    return likely(int64_fits_small(current)) ? value_from_small_int(current) : int_big_from_int64(current);
}

#endif
