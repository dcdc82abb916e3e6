/* functools.h: the types of the module _functools. */
#ifndef INTERP_MODULES_FUNCTOOLS_H
#define INTERP_MODULES_FUNCTOOLS_H

#include "object.h"
#include "dict.h"

extern Type type_partial, type_key;
extern Type type_lru_cache; /* lru_cache.c */

int lru_types_init(void);

#endif
