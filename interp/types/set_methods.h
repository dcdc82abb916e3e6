/* set_methods.h: what set.c and set_methods.c (operators and methods) need of each other. */
#ifndef INTERP_TYPES_SET_METHODS_H
#define INTERP_TYPES_SET_METHODS_H

#include "set.h"

extern const NativeDef set_methods[], frozenset_methods[];

/* set_methods.c: operators */
Value set_and(Value self, Value other);
Value set_or(Value self, Value other);
Value set_xor(Value self, Value other);
Value set_sub(Value self, Value other);
Value set_inplace_and(Value self, Value other);
Value set_inplace_or(Value self, Value other);
Value set_inplace_xor(Value self, Value other);
Value set_inplace_sub(Value self, Value other);
Value set_compare(Value a, Value b, CompareOp op);

/* set.c */
Value set_alloc(Type *type);
int set_resize(Set *set, int64_t minimum);
void set_clear(Set *set);
int set_add_hashed(Set *set, Value key, int64_t hash);
int set_contains_hashed(Set *set, Value v, int64_t hash);
int set_discard_hashed(Set *set, Value v, int64_t hash);
bool set_next_hashed(Set *set, int64_t *pos, Value *v, int64_t *hash);

#endif
