/* text_file_private.h: what text_file.c (writing, making, closing) and text_file_read.c (reading, positions) need of each other. */
#ifndef INTERP_TYPES_TEXT_FILE_PRIVATE_H
#define INTERP_TYPES_TEXT_FILE_PRIVATE_H

#include "codec.h"
#include "file.h"
#include "native.h"
#include "newlines.h"
#include "text_file.h"

typedef struct TextFile {
    Object head;
    Value buffer;   /* a BinaryFile, or any object with its methods; VALUE_NULL: detached, or not made yet */
    Value encoding, errors; /* str */
    Value mode;     /* str, or VALUE_NULL when not opened by open() */
    Codec codec;
    int standard;   /* 1, 2: sys.stdout, sys.stderr as they were at the start, whose buffer takes UTF-8 as it is; else 0 */
    bool readable, writable, seekable, line_buffering, write_through;
    bool begins;    /* nothing is written yet: the codec's mark, if any, goes before */
    bool iterated;  /* by next(): no position until the end is seen */
    NewlineKind write_newline;

    Decoding decoding; /* after the piece */
    Newlines newlines; /* after the piece */
    Decoding before;   /* the piece: so that positions inside it can be told */
    Newlines newlines_before;
    uint8_t *piece;    /* the bytes that `text` was made of, then those that were too few for a character; raw memory */
    int64_t piece_length, piece_rest; /* all; of them too few for a character */
    bool has_piece;    /* text was made of piece */
    double ratio;      /* bytes to a character in the last piece, at least 1 */
    Value text;        /* str, or VALUE_NULL */
    int64_t used;      /* characters of it that were taken */

    Value dict; /* its attributes; VALUE_NULL until used */
} TextFile;

static inline TextFile *as_text_file(Value v) { return (TextFile *)(uintptr_t)v; }

/* text_file.c. NULL, false: an exception is pending. */
Value text_buffer_call(TextFile *t, const char *method, const Value *args, int nargs);
BinaryFile *text_native_buffer(const TextFile *t);
bool text_is_attached(const TextFile *t);
TextFile *text_open(Value self);
TextFile *text_readable_file(Value self);
int text_flush_buffer(TextFile *t);

/* text_file_read.c */
void text_forget(TextFile *t);
void text_start_decoding(TextFile *t);
int64_t text_position(TextFile *t);
Value text_read(METHOD_ARGS);
Value text_readline(METHOD_ARGS);
Value text_next(Value self);
Value text_readlines(METHOD_ARGS);
Value text_tell(METHOD_ARGS);
Value text_seek(METHOD_ARGS);
Value text_truncate(METHOD_ARGS);

#endif
