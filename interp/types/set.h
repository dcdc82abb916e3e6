/* set.h: set and frozenset, with CPython's table layout so that sets of ints iterate in the same order. */
#ifndef INTERP_TYPES_SET_H
#define INTERP_TYPES_SET_H

#include "object.h"

typedef struct SetEntry {
    Value key; /* owned; VALUE_NULL: free, or deleted when hash is -1 */
    int64_t hash;
} SetEntry;

enum { SET_MINIMUM_SLOTS = 8 };

typedef struct Set {
    Object head;
    int64_t length; /* live entries */
    int64_t fill;   /* live and deleted entries */
    int64_t mask;   /* slots - 1 */
    int64_t hash;   /* frozenset's, -1: not computed */
    int64_t finger; /* where pop() looks next */
    SetEntry *table; /* small, or raw memory */
    SetEntry small[SET_MINIMUM_SLOTS];
} Set;

extern Type type_set, type_frozenset;

static inline Set *as_set(Value v) { return (Set *)value_object(v); }
static inline bool value_is_set(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_SET; } /* or frozenset */

Value set_new(Type *type, Value iterable); /* type_set or type_frozenset (or derived); iterable may be VALUE_NULL */
/* The frozenset CPython's compiler stores for a display of constants: made anew that often, so that colliding items iterate in the same order. */
Value set_new_constant(Value items, int rebuilt);
int set_add(Set *set, Value v);
int set_contains(Set *set, Value v); /* 1, 0, -1; as discard, finds a frozenset by the (unhashable) set it equals */
int set_discard(Set *set, Value v);  /* 1 removed, 0 absent, -1 */
int set_update(Set *set, Value iterable);
bool set_next(Set *set, int64_t *pos, Value *v); /* borrowed; *pos starts at 0 */

#endif
