/* list_methods.h: the method table of list. */
#ifndef INTERP_TYPES_LIST_METHODS_H
#define INTERP_TYPES_LIST_METHODS_H

#include "list.h"

extern const NativeDef list_methods[];

void list_drop_items(List *list); /* empties it, frees the storage first, then releases the items */

#endif
