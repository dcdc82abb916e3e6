/* unicode_name.h: code points by their Unicode 14 name, for \N{NAME}, and the other way. */
#ifndef INTERP_UNICODE_NAME_H
#define INTERP_UNICODE_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point of a name or alias, as CPython 3.11 knows them (named sequences have none); -1: no such name. */
int32_t unicode_by_name(const char *name, size_t length);

enum { UNICODE_NAME_LONGEST = 256 };

/* The name of a code point, as CPython 3.11's unicodedata.name(); false: it has none. Aliases are not names. */
bool unicode_name(uint32_t point, char name[UNICODE_NAME_LONGEST + 1]);

#endif
