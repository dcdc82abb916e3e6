/* list_methods.h: the method table of list. */
#ifndef INTERP_TYPES_LIST_METHODS_H
#define INTERP_TYPES_LIST_METHODS_H

#include "list.h"

extern const NativeDef list_methods[];

void list_drop_items(List *list); /* empties it, frees the storage first, then releases the items */

/* list.c: the memory of items. */
int list_resize_items(List *list, int64_t capacity); /* capacity >= length, > 0 */
void list_items_free(Value *items, int64_t capacity);

#endif
