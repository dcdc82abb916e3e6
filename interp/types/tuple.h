/* tuple.h: immutable sequences. */
#ifndef INTERP_TYPES_TUPLE_H
#define INTERP_TYPES_TUPLE_H

#include "object.h"

struct Tuple {
    Object head;
    int64_t length;
    Value items[]; /* owned; VALUE_NULL only while the tuple is being filled by its creator */
};

extern Type type_tuple;

static inline Tuple *as_tuple(Value v) { return (Tuple *)value_object(v); }

/* All but tuple_from* with a failed allocation succeed. tuple_new's items are VALUE_NULL: fill every one before Python code can see them. */
Value tuple_new(int64_t length);
Value tuple_empty(void); /* the one () */
Value tuple_from(const Value *items, int64_t length); /* retains the items */
Value tuple_from_steal(const Value *items, int64_t length); /* takes over the items, also on failure */
Value tuple_from_made(const Value *items, int64_t length); /* the same; NULL where one of them could not be made */
Value tuple_pack(int count, ...); /* of borrowed Values */
Value tuple_from_iterable(Value iterable); /* an exact tuple is returned as it is */
Value tuple_slice(Tuple *tuple, int64_t from, int64_t to); /* 0 <= from <= to <= length */

#endif
