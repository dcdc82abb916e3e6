/* parser.h: Python 3.11 source text in, syntax tree out.
 *
 * Pipeline: lexer -> parser -> symtable -> compiler. The tree and all that hangs on it live in the arena.
 */
#ifndef INTERP_PARSER_H
#define INTERP_PARSER_H

#include "arena.h"
#include "ast.h"
#include "diag.h"

/* NULL: diag holds the error. The source is bytes as read from the file (BOM and encoding declaration are honoured) and
 * need not end in a newline or a NUL. `source` and `filename` are borrowed as long as diag is used to report errors. */
AstModule *parse_source(Arena *arena, const char *source, size_t length, const char *filename, ParseMode mode,
                        Diag *diag);

#endif
