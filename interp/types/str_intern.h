/* str_intern.h: the table of interned strings, for str.c alone. */
#ifndef INTERP_TYPES_STR_INTERN_H
#define INTERP_TYPES_STR_INTERN_H

#include "types/str.h"

int str_interns_init(void);
void str_interns_fini(void (*free_immortal)(Str *)); /* nothing is interned any more; calls back for every immortal string */
/* The interned string equal to s; s itself becomes it when there is none. Borrowed; NULL: out of memory, nothing raised.
 * The table holds no reference: str_intern_remove must be called when an interned string dies. */
Str *str_intern_lookup_or_add(Str *s);
void str_intern_remove(Str *s);

#endif
