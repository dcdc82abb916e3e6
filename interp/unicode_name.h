/* unicode_name.h: code points by their Unicode 14 name, for \N{NAME}. */
#ifndef INTERP_UNICODE_NAME_H
#define INTERP_UNICODE_NAME_H

#include <stddef.h>
#include <stdint.h>

/* The code point of a name or alias, as CPython 3.11 knows them (named sequences have none); -1: no such name. */
int32_t unicode_by_name(const char *name, size_t length);

#endif
