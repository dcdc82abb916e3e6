/* list.h: growable sequences. */
#ifndef INTERP_TYPES_LIST_H
#define INTERP_TYPES_LIST_H

#include "object.h"

typedef struct List {
    Object head;
    int64_t length;
    int64_t capacity; /* of items; -1 while list_sort works on the items elsewhere */
    Value *items;     /* owned references, raw memory; NULL when capacity is 0 */
} List;

extern Type type_list;

static inline List *as_list(Value v) { return (List *)value_object(v); }

Value list_new(int64_t capacity); /* empty */
Value list_from(const Value *items, int64_t length); /* retains the items */
Value list_from_steal(const Value *items, int64_t length);
Value list_from_iterable(Value iterable);
Value list_from_iterator(Value iterable, const char *refusal); /* asks its iterator alone for a length; TypeError with that text: there is none */
int list_append(Value list, Value v);
int list_append_steal(Value list, Value v);
int list_extend(Value list, Value iterable);
int list_insert(List *list, int64_t index, Value v); /* index clamped as list.insert does */
Value list_slice(List *list, int64_t from, int64_t to); /* 0 <= from <= to <= length */
int list_reserve(List *list, int64_t capacity);
void list_reverse(List *list); /* in place. list_methods.c */
Value list_to_tuple(List *list);
/* Replace items[from:to] by the `count` borrowed items. */
int list_replace(List *list, int64_t from, int64_t to, const Value *items, int64_t count);

/* Stable adaptive merge sort; key VALUE_NULL or None: none. list_sort.c */
int list_sort(List *list, Value key, bool reverse);

#endif
