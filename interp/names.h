/* names.h: interned strings that C code uses as attribute and keyword names, one variable name_<identifier> a row of names.def. */
#ifndef INTERP_NAMES_H
#define INTERP_NAMES_H

#include "object.h"

#define NAME(identifier) extern Str *name_##identifier;
#include "names.def"
#undef NAME

int names_init(void); /* after str_init; -1: out of memory */

#endif
