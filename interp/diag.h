/* diag.h: the one error a compilation ends with, as CPython's SyntaxError would hold and print it.
 *
 * Filled by the lexer, the parser, the symbol table and the compiler; the first error wins. It owns copies of all its
 * text, so that it outlives the arena and the source.
 */
#ifndef INTERP_DIAG_H
#define INTERP_DIAG_H

#include "ast.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum DiagKind {
    DIAG_NONE,
    DIAG_SYNTAX_ERROR,
    DIAG_INDENTATION_ERROR,
    DIAG_TAB_ERROR,
    DIAG_MEMORY, /* MemoryError: no position */
} DiagKind;

/* A SyntaxWarning or DeprecationWarning of the compilation, shown when it has ended (source.c). */
typedef struct DiagWarning {
    struct DiagWarning *next;
    const char *key;  /* what the parser read twice is told once; NULL: from the compiler */
    bool deprecation;
    int line, offset, end_line, end_offset; /* as in Diag, should a filter make it an error */
    char message[160];
} DiagWarning;

enum { DIAG_NO_OFFSET = -2 }; /* None in a SyntaxError */

typedef struct Diag {
    DiagKind kind;     /* DIAG_NONE: no error so far */
    char *message;     /* owned; NULL when memory was too short to hold it, see diag_message() */
    char *filename;    /* owned; may be NULL */
    char *source_line; /* owned, NUL-terminated, with its newline if it has one; NULL: not known */
    /* As the attributes of a SyntaxError: lines from 1, offsets from 1; 0 or -1 where CPython has 0 or -1. A line of 0:
     * the error has no place, and SyntaxError no other argument than the message. */
    int line, offset, end_line, end_offset;
    /* Set by the caller between diag_init and parse_source: the source is the program file itself, not a string or an
     * imported module. CPython then counts the parser's offsets in bytes (unless the encoding is declared) and puts
     * errors at the end of the file at offset 0. */
    bool from_file;
    bool decoded; /* as in CompileOptions */
    bool byte_offsets; /* as found by parse_source */
    /* What is compiled; set by parse_source, borrowed, valid while the arena and the caller's source are. */
    const char *source; /* UTF-8, newlines are \n */
    size_t source_length;
    int source_first_line;
    const char *source_filename;
    DiagWarning *first_warning, *last_warning; /* owned */
} Diag;

void diag_init(Diag *diag);
void diag_fini(Diag *diag); /* frees the texts; diag_init again before the next use */

/* Forget the error, keep what is compiled. */
void diag_discard(Diag *diag);

static inline bool diag_is_set(const Diag *diag)
{
    return diag->kind != DIAG_NONE;
}

/* Report at a node's position, as CPython's compiler does (columns stay bytes). Does nothing if an error is set
 * already. Returns NULL, so that `return diag_error(...)` works in functions that return a pointer. */
void *diag_error(Diag *diag, DiagKind kind, SrcPos pos, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Report with explicit offsets from 1 (0: before the first; -1: none). */
void *diag_error_at(Diag *diag, DiagKind kind, int line, int offset, int end_line, int end_offset, const char *format,
                    ...) __attribute__((format(printf, 7, 8)));
void *diag_verror_at(Diag *diag, DiagKind kind, int line, int offset, int end_line, int end_offset, const char *format,
                     va_list args);

/* Note a warning; `key` is a place in the source, or NULL. False: no memory, and the diag says so. */
bool diag_warn(Diag *diag, bool deprecation, const char *key, int line, int offset, int end_line, int end_offset,
               const char *format, ...) __attribute__((format(printf, 8, 9)));
/* Give the warnings after `since` again, in order behind `after` (NULL: from or at the beginning). False: as diag_warn. */
bool diag_repeat_warnings(Diag *diag, DiagWarning *since, DiagWarning *after);
/* Forget the warnings of the compiler, which begins again. */
void diag_forget_compiler_warnings(Diag *diag);
void diag_drop_newline(Diag *diag); /* CPython's tokenizer shows its line without one */
/* CPython's compiler takes a line's text from the file: there is none for code that is no file's. */
void diag_drop_text_of_no_file(Diag *diag);

/* An offset in UTF-8 bytes of this line of the source as an offset in characters. */
int diag_char_offset(const Diag *diag, int line, int offset);

void *diag_memory(Diag *diag);

const char *diag_kind_name(DiagKind kind);  /* "SyntaxError", ... */
const char *diag_message(const Diag *diag); /* never NULL */

/* What CPython prints for an uncaught SyntaxError:  File "x.py", line 3 / text / caret / kind: message. */
void diag_print(const Diag *diag, FILE *out);
/* A source line without its indentation, and `carets` below it; offset 0 is the line's first character, below 0: no carets. */
void diag_print_line(const char *text, int64_t offset, int64_t carets, FILE *out);

#endif
