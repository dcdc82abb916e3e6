/* sequence.h: what the container types have in common. */
#ifndef INTERP_TYPES_SEQUENCE_H
#define INTERP_TYPES_SEQUENCE_H

#include "object.h"

/* Guard against printing an object inside itself: 1 = `v` is already being printed, 0 = entered (leave it later), -1 = exception. */
int repr_enter(Value v);
void repr_leave(Value v);

/* Lexicographic comparison of two tuples or two lists. */
Value sequence_compare(Value a, Value b, CompareOp op);

/* "[a, b, c]": the items of a tuple or list between open and close. Guard included. */
Value sequence_repr(Value self, const char *open, const char *close, const char *nested);

/* In these three __index__ may run, or the collector, and change the sequence: *length is read afterwards. */

/* `key` as a position in 0..length-1. -1: exception ("list index out of range", "list indices must be integers or slices, not str"). */
int sequence_position(Value key, const int64_t *length, const char *type_name, const char *out_of_range, int64_t *position);

/* Count of a `sequence * other`: 1 and *count (never negative), 0: NotImplemented is the answer, -1: exception. */
int sequence_repeat_count(Value other, const int64_t *length, int64_t *count);

/* index(value[, start[, stop]]) arguments, clamped to 0..length. */
int sequence_bounds(const Value *args, int nargs, const int64_t *length, int64_t *start, int64_t *stop);

/* A builtin type that is repeated by *, or a class that has its reflected * from one. */
bool sequence_is_repeated(const Type *type);

/* `other` is an instance of a Python class that implements the reflected operator: let it answer before a builtin type complains. */
bool value_may_reflect(Value other, BinaryOp op);

/* Readies the types of tuple, list, dict, set, their views, and all iterators. */
int container_types_init(void);

#endif
