/* lexer_internal.h: what the lexer_*.c files share. */
#ifndef INTERP_LEXER_INTERNAL_H
#define INTERP_LEXER_INTERNAL_H

#include "lexer.h"

/* Report at the cursor, the end of what was read. Always false. */
bool lexer_fail(Lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* At a digit, or a point that a digit follows. False: reported. */
bool lexer_read_number(Lexer *lexer);

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Identifier characters: letters, digits, '_' and every byte above 127 (checked later as characters). */
static const unsigned char lexer_identifier_class[256] = {
    ['0' ... '9'] = 2, ['A' ... 'Z'] = 1, ['_'] = 1, ['a' ... 'z'] = 1, [128 ... 255] = 1,
};

static inline bool is_identifier_start(char c)
{
    return lexer_identifier_class[(unsigned char)c] == 1;
}

static inline bool is_identifier_part(char c)
{
    return lexer_identifier_class[(unsigned char)c] != 0;
}

#endif
