/* lib.h: the library modules written in Python (interp/lib/), which the binary carries as text. */
#ifndef INTERP_LIB_H
#define INTERP_LIB_H

#include <stddef.h>
#include <stdint.h>

/* Laid out by tools/embed-lib. */
typedef struct LibModule {
    const char *name; /* dotted */
    const char *path; /* "<lib>/collections/__init__.py": its __file__, and what tracebacks show */
    const char *text; /* followed by a NUL */
    size_t length;    /* of text, in bytes */
    uint64_t package; /* 1: an __init__.py */
} LibModule;

extern const LibModule lib_modules[]; /* ends with name NULL */

const LibModule *lib_find(const char *name); /* NULL: none */
const LibModule *lib_find_path(const char *path);

#endif
