/* collections.h: the types of the module _collections. */
#ifndef INTERP_MODULES_COLLECTIONS_H
#define INTERP_MODULES_COLLECTIONS_H

#include "object.h"

extern Type type_deque, type_deque_iterator, type_deque_reverse_iterator; /* deque.c */
extern Type type_defaultdict, type_tuplegetter;                           /* collections.c */

Value tuplegetter_new(int64_t index, Value doc); /* a descriptor for item `index` of a tuple */

#endif
