/* slice.h: slice objects, and how subscripts become int64 positions. */
#ifndef INTERP_TYPES_SLICE_H
#define INTERP_TYPES_SLICE_H

#include "object.h"

typedef struct Slice {
    Object head;
    Value start, stop, step; /* any values, None when absent; owned */
} Slice;

Value slice_new(Value start, Value stop, Value step); /* retains; VALUE_NULL counts as None */

typedef struct SliceRange {
    int64_t start, stop, step;
    int64_t count; /* of positions start, start + step, …; valid once clipped */
} SliceRange;

/* A bound, counted from the end when it is negative, as a position between lower and upper. */
static inline int64_t slice_clip_bound(int64_t position, int64_t length, int64_t lower, int64_t upper)
{
    if (position < 0) {
        position += length;
        return position < lower ? lower : position;
    }
    return position > upper ? upper : position;
}

/* What the slice says, for a sequence of any length. Runs __index__ of its parts, which may change the sequence: ask for its length afterwards. */
int slice_range(Value slice, SliceRange *range);
void slice_clip(SliceRange *range, int64_t length); /* to a sequence of that length; stop is as slice.indices() has it */

/* Both at once. *length is read when all code of the program has run: the collector lets the next allocation pass. */
int slice_indices(Value slice, const int64_t *length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count);

/* The same in ints of any size: *start, *stop, *step are new references to plain ints. length is a plain int >= 0. */
int slice_indices_plain(Value slice, Value length, Value *start, Value *stop, Value *step);

/* An int or an object with __index__ as int64. Too large: raise overflow_error ("cannot fit 'X' into an index-sized integer"),
 * or clamp to INT64_MIN/MAX when it is NULL. TypeError "'X' object cannot be interpreted as an integer". */
int value_as_index(Value v, int64_t *out, Type *overflow_error);

static inline bool value_is_slice(Value v);
extern Type type_slice;
static inline bool value_is_slice(Value v) { return value_is_heap_exactly(v, &type_slice); }

#endif
