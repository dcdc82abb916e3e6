/* source.h: from source text or a file to a Code object, with a Python SyntaxError where it is refused. */
#ifndef INTERP_SOURCE_H
#define INTERP_SOURCE_H

#include "compile.h"

#include <stdio.h>

/* New references; NULL with SyntaxError, OSError or MemoryError pending. The text need not end in NUL. */
Code *source_compile(const char *text, size_t length, const char *filename, CompileOptions how);
Code *source_compile_module(const char *text, size_t length, const char *filename); /* as the command line says */
Code *source_compile_file(const char *path);                                       /* the same */
/* The UTF-8 of a str that is source text, borrowed; NULL: UnicodeEncodeError pending for a lone surrogate. */
const char *source_of_str(Value str, size_t *length);

/* What `use` makes of the tree of an expression, which goes afterwards. */
Value source_use_expression(const char *text, size_t length, const char *filename, Value (*use)(const Expr *tree));

/* The whole file, text from mem_alloc_raw. -1 with OSError or MemoryError pending. */
int source_read_file(const char *path, char **text, size_t *length);
int source_read_stream(FILE *file, const char *path, char **text, size_t *length); /* up to its end; it stays open */

#endif
