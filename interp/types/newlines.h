/* newlines.h: the ends of lines in text that is read piece by piece: universal newlines, and where a line ends. */
#ifndef INTERP_TYPES_NEWLINES_H
#define INTERP_TYPES_NEWLINES_H

#include "types/str.h"

/* What newline= of open() asks for. */
typedef enum NewlineKind { NEWLINE_UNIVERSAL /* None */, NEWLINE_KEEP /* '' */, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF } NewlineKind;

enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };

/* What is remembered from piece to piece. */
typedef struct Newlines {
    NewlineKind kind;
    bool held_cr;       /* a \r that a \n may follow is held back; the two kinds first named above */
    unsigned char seen; /* SEEN_* */
} Newlines;

bool newline_by_text(Value str_or_null, NewlineKind *kind); /* False: ValueError pending */
Value newlines_pass(Newlines *n, Value piece_steal, bool final); /* the piece as the reader sees it; consumed, also VALUE_NULL */
int64_t newlines_find(NewlineKind kind, const Str *s, int64_t from); /* the index behind the first line's end, -1: none */
Value newlines_seen(const Newlines *n); /* None, a str or a tuple of them */
Value newlines_written(NewlineKind kind, Value str); /* \n as this kind writes it, new reference */

#endif
