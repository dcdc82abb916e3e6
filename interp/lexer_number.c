/* lexer_number.c: the extent of a number and what is wrong with it; its value is parser_literal.c's. */
#include "lexer_internal.h"

#include <string.h>

static bool is_hex_digit(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool warn_number(Lexer *lexer, const char *what)
{
    int line = (int)lexer->line;
    int offset = diag_char_offset(lexer->diag, line, (int)(lexer->cursor - lexer->line_start));

    return diag_warn(lexer->diag, false, lexer->cursor, line, offset, line, offset, "invalid %s literal", what);
}

/* A keyword may follow a number without a blank ("1if x else y"); any other letter may not. */
static bool check_number_end(Lexer *lexer, const char *what)
{
    static const char *const may_follow[] = {"and", "else", "for", "if", "in", "is", "or", "not"};

    if ((unsigned char)*lexer->cursor >= 128 || !is_identifier_part(*lexer->cursor)) /* what is not ASCII is told apart as the next token */
        return true;
    for (size_t i = 0; i < sizeof may_follow / sizeof may_follow[0]; i++)
        if (strncmp(lexer->cursor, may_follow[i], strlen(may_follow[i])) == 0)
            return warn_number(lexer, what);
    return lexer_fail(lexer, "invalid %s literal", what);
}

/* Digits with single underscores between them; the first digit may already be read. */
static bool skip_decimal_digits(Lexer *lexer)
{
    for (;;) {
        while (is_digit(*lexer->cursor))
            lexer->cursor++;
        if (*lexer->cursor != '_')
            return true;
        lexer->cursor++;
        if (!is_digit(*lexer->cursor))
            return lexer_fail(lexer, "invalid decimal literal");
    }
}

static bool is_radix_digit(char c, int base)
{
    return base == 16 ? is_hex_digit(c) : c >= '0' && c < '0' + base;
}

static bool read_radix_number(Lexer *lexer, int base, const char *what)
{
    do {
        if (*lexer->cursor == '_')
            lexer->cursor++;
        if (!is_radix_digit(*lexer->cursor, base)) {
            if (!is_digit(*lexer->cursor))
                return lexer_fail(lexer, "invalid %s literal", what);
            lexer->cursor++;
            return lexer_fail(lexer, "invalid digit '%c' in %s literal", lexer->cursor[-1], what);
        }
        while (is_radix_digit(*lexer->cursor, base))
            lexer->cursor++;
    } while (*lexer->cursor == '_');
    if (is_digit(*lexer->cursor)) {
        lexer->cursor++;
        return lexer_fail(lexer, "invalid digit '%c' in %s literal", lexer->cursor[-1], what);
    }
    return check_number_end(lexer, what);
}

/* From the 'e' or 'j' or the end of the mantissa on. */
static bool read_number_tail(Lexer *lexer)
{
    if (*lexer->cursor == 'e' || *lexer->cursor == 'E') {
        const char *exponent = lexer->cursor++;

        if (*lexer->cursor == '+' || *lexer->cursor == '-') {
            lexer->cursor++;
            if (!is_digit(*lexer->cursor))
                return lexer_fail(lexer, "invalid decimal literal");
        } else if (!is_digit(*lexer->cursor)) {
            lexer->cursor = exponent;
            return check_number_end(lexer, "decimal");
        }
        if (!skip_decimal_digits(lexer))
            return false;
    }
    if (*lexer->cursor == 'j' || *lexer->cursor == 'J') {
        lexer->cursor++;
        return check_number_end(lexer, "imaginary");
    }
    return check_number_end(lexer, "decimal");
}

static bool read_fraction(Lexer *lexer)
{
    if (is_digit(*lexer->cursor) && !skip_decimal_digits(lexer))
        return false;
    return read_number_tail(lexer);
}

/* "0", "00", "0_0", "09.5": zeros first; other digits only before a point, an exponent or a 'j'. */
static bool read_zero_number(Lexer *lexer)
{
    bool nonzero = false;
    const char *zeros_end;

    for (;;) {
        while (*lexer->cursor == '0')
            lexer->cursor++;
        if (*lexer->cursor != '_')
            break;
        lexer->cursor++;
        if (!is_digit(*lexer->cursor))
            return lexer_fail(lexer, "invalid decimal literal");
        if (*lexer->cursor != '0')
            break;
    }
    zeros_end = lexer->cursor + 1;
    if (is_digit(*lexer->cursor)) {
        nonzero = true;
        if (!skip_decimal_digits(lexer))
            return false;
    }
    if (*lexer->cursor == '.') {
        lexer->cursor++;
        return read_fraction(lexer);
    }
    if (nonzero && strchr("eEjJ", *lexer->cursor) == NULL) {
        int line = (int)lexer->line;

        diag_error_at(
            lexer->diag, DIAG_SYNTAX_ERROR, line,
            diag_char_offset(lexer->diag, line, (int)(lexer->start + 1 - lexer->line_start)), line,
            diag_char_offset(lexer->diag, line, (int)(zeros_end - lexer->line_start)),
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        diag_drop_newline(lexer->diag);
        return false;
    }
    return read_number_tail(lexer);
}

bool lexer_read_number(Lexer *lexer)
{
    if (*lexer->cursor == '.') {
        lexer->cursor++;
        return read_fraction(lexer);
    }
    if (*lexer->cursor == '0') {
        lexer->cursor++;
        switch (*lexer->cursor) {
        case 'x':
        case 'X':
            lexer->cursor++;
            return read_radix_number(lexer, 16, "hexadecimal");
        case 'o':
        case 'O':
            lexer->cursor++;
            return read_radix_number(lexer, 8, "octal");
        case 'b':
        case 'B':
            lexer->cursor++;
            return read_radix_number(lexer, 2, "binary");
        default:
            return read_zero_number(lexer);
        }
    }
    if (!skip_decimal_digits(lexer))
        return false;
    if (*lexer->cursor == '.') {
        lexer->cursor++;
        return read_fraction(lexer);
    }
    return read_number_tail(lexer);
}
