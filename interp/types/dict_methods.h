/* dict_methods.h: the method table of dict, and what dict.c leaves to it. */
#ifndef INTERP_TYPES_DICT_METHODS_H
#define INTERP_TYPES_DICT_METHODS_H

#include "dict.h"

extern const NativeDef dict_methods[];

Value dict_repr(Value self);
Value dict_iter(Value self);
int dict_equal(Dict *a, Dict *b); /* 1, 0, -1 */
bool dict_pop_last(Dict *dict, Value *key, Value *v); /* new references; false: empty */
/* dict(...) and dict.update(...): at most one mapping or iterable, then keywords. */
int dict_update_args(Dict *dict, const char *name, const Value *args, int nargs, Value kwnames);

#endif
