/* parser_literal.c: numbers, and the escapes of string literals. */
#include "parser_internal.h"

#include "mem.h"

#include "unicode_name.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DECIMAL_DIGITS = 4300 }; /* as sys.get_int_max_str_digits() */

/* ---- numbers ---- */

/* The literal without underscores, NUL-terminated, in the arena. */
static char *without_underscores(Parser *p, const Token *token)
{
    char *text = arena_copy(p->arena, token->text, token->length);
    char *out = text;

    if (text == NULL)
        return diag_memory(p->diag);
    for (const char *in = text; *in != '\0'; in++)
        if (*in != '_')
            *out++ = *in;
    *out = '\0';
    return text;
}

static int digit_value(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* The value, if it fits. */
static bool fits_int64(const char *digits, int base, int64_t *value)
{
    uint64_t sum = 0;

    for (; *digits != '\0'; digits++) {
        if (sum > (uint64_t)INT64_MAX / (uint64_t)base)
            return false;
        sum = sum * (uint64_t)base + (uint64_t)digit_value(*digits);
        if (sum > INT64_MAX)
            return false;
    }
    *value = (int64_t)sum;
    return true;
}

static bool set_integer(Parser *p, const Token *token, const char *digits, int base, Constant *constant)
{
    if (fits_int64(digits, base, &constant->integer)) {
        constant->kind = CONST_INT;
        return true;
    }
    while (*digits == '0')
        digits++;
    if (base == 10 && strlen(digits) > MAX_DECIMAL_DIGITS) {
        error_at_pos(
            p, token->pos,
            "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
            "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to "
            "avoid decimal conversion limits.",
            MAX_DECIMAL_DIGITS, strlen(digits));
        return false;
    }
    constant->kind = CONST_BIG_INT;
    constant->big.digits = digits;
    constant->big.base = base;
    return true;
}

static bool set_number(Parser *p, const Token *token, Constant *constant)
{
    const char *text = token->text;
    char small[24];
    char last = text[token->length - 1];
    char radix = text[0] == '0' && token->length > 1 ? text[1] | 0x20 : 0;

    if (radix != 'x' && (last == 'j' || last == 'J')) {
        if ((text = without_underscores(p, token)) == NULL)
            return false;
        constant->kind = CONST_IMAGINARY;
        constant->real = strtod(text, NULL); /* stops at the j */
        return true;
    }
    if (token->length < sizeof small && memchr(text, '_', token->length) == NULL) {
        memcpy(small, text, token->length);
        small[token->length] = '\0';
        if (strspn(small, "0123456789") == token->length && fits_int64(small, 10, &constant->integer)) {
            constant->kind = CONST_INT;
            return true;
        }
    }
    text = without_underscores(p, token);
    if (text == NULL)
        return false;
    if (radix == 'x' || radix == 'o' || radix == 'b')
        return set_integer(p, token, text + 2, radix == 'x' ? 16 : radix == 'o' ? 8 : 2, constant);
    if (strpbrk(text, ".eE") == NULL)
        return set_integer(p, token, text, 10, constant);
    constant->kind = CONST_FLOAT;
    constant->real = strtod(text, NULL);
    return true;
}

Expr *parse_number(Parser *p)
{
    Token token = *next_token(p);
    Constant constant;
    Expr *e;

    advance(p);
    if (!set_number(p, &token, &constant) || (e = new_expr(p, EXPR_CONSTANT, token.pos)) == NULL)
        return NULL;
    e->constant = constant;
    return e;
}

/* ---- text ---- */

bool text_append(Parser *p, TextBuffer *buffer, const char *bytes, size_t length)
{
    if (length > buffer->capacity - buffer->length) {
        size_t capacity = (buffer->length + length) * 2 + 32;
        char *grown = mem_realloc_raw(buffer->bytes, capacity);

        if (grown == NULL) {
            diag_memory(p->diag);
            return false;
        }
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

static bool append_code(Parser *p, TextBuffer *out, uint32_t code)
{
    char bytes[4];

    if (code < 0x80) {
        bytes[0] = (char)code;
        return text_append(p, out, bytes, 1);
    }
    if (code < 0x800) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        return text_append(p, out, bytes, 2);
    }
    if (code < 0x10000) {
        bytes[0] = (char)(0xE0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code & 0x3F));
        return text_append(p, out, bytes, 3);
    }
    bytes[0] = (char)(0xF0 | code >> 18);
    bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code & 0x3F));
    return text_append(p, out, bytes, 4);
}

/* CPython decodes from a copy in which each character above 127 is written as \UXXXXXXXX; its messages count in that
 * copy. */
static size_t codec_position(const char *text, const char *at)
{
    size_t position = 0;

    for (const char *c = text; c < at; c++) {
        if ((*c & 0xC0) == 0xC0)
            position += 10;
        else if (!(*c & 0x80))
            position++;
        if (c > text && c[-1] == '\\' && (*c & 0x80))
            position += 5;
    }
    return position;
}

static bool fail_escape(Parser *p, const char *text, const char *begin, const char *end, const char *reason)
{
    size_t first = codec_position(text, begin);
    size_t last = first + (size_t)(end - begin) - 1;

    error_here(p, DIAG_SYNTAX_ERROR, "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
               first, last, reason);
    return false;
}

/* \x, \u, \U: `at` is behind the letter. */
static bool decode_hex_escape(Parser *p, TextBuffer *out, const char *text, const char **at, const char *end,
                              int digits, bool bytes)
{
    const char *begin = *at - 2;
    uint32_t code = 0;

    for (int i = 0; i < digits; i++, (*at)++) {
        if (*at < end && strchr("0123456789abcdefABCDEF", **at) != NULL && **at != '\0') {
            code = code << 4 | (uint32_t)digit_value(**at);
            continue;
        }
        if (bytes) {
            error_here(p, DIAG_SYNTAX_ERROR, "(value error) invalid \\x escape at position %zu",
                       (size_t)(begin - text));
            return false;
        }
        return fail_escape(p, text, begin, *at,
                           digits == 2   ? "truncated \\xXX escape"
                           : digits == 4 ? "truncated \\uXXXX escape"
                                         : "truncated \\UXXXXXXXX escape");
    }
    if (bytes)
        return text_append(p, out, &(char){(char)code}, 1);
    if (code > 0x10FFFF)
        return fail_escape(p, text, begin, *at, "illegal Unicode character");
    return append_code(p, out, code);
}

static bool decode_octal_escape(Parser *p, TextBuffer *out, const char **at, const char *end, bool bytes, const char **invalid)
{
    const char *begin = *at;
    uint32_t code = 0;

    for (int i = 0; i < 3 && *at < end && **at >= '0' && **at <= '7'; i++, (*at)++)
        code = code * 8 + (uint32_t)(**at - '0');
    if (code > 0377 && *invalid == NULL)
        *invalid = begin;
    return bytes ? text_append(p, out, &(char){(char)code}, 1) : append_code(p, out, code);
}

/* \N{NAME}; *at is behind the N. */
static bool decode_named_escape(Parser *p, TextBuffer *out, const char *text, const char **at, const char *end)
{
    const char *begin = *at - 2;
    bool opened = *at < end && **at == '{';
    const char *close = opened ? memchr(*at, '}', (size_t)(end - *at)) : NULL;
    int32_t code;

    if (close == NULL || close == *at + 1)
        return fail_escape(p, text, begin, close != NULL ? close : opened ? end : *at, "malformed \\N character escape");
    code = unicode_by_name(*at + 1, (size_t)(close - *at - 1));
    *at = close + 1;
    return code < 0 ? fail_escape(p, text, begin, *at, "unknown Unicode character name") : append_code(p, out, (uint32_t)code);
}

/* A backslash before `*at` that means itself, or three octal digits there that are more than a byte; told once a piece of text. */
bool warn_escape(Parser *p, const char *at)
{
    bool octal = *at >= '4' && *at <= '7';
    int length = octal ? 3 : 1;

    while (((unsigned char)at[length] & 0xC0) == 0x80)
        length++;
    return diag_warn(p->diag, true, at, (int)p->literal.line, (int)p->literal.col + 1, (int)p->literal.end_line,
                     (int)p->literal.end_col + 1, octal ? "invalid octal escape sequence '\\%.*s'" : "invalid escape sequence '\\%.*s'", length, at);
}

/* One escape; *at is behind the backslash and moves behind the escape. */
static bool decode_escape(Parser *p, TextBuffer *out, const char *text, const char **at, const char *end, bool bytes,
                          const char **invalid)
{
    static const char letters[] = "\\'\"abfnrtv";
    static const char values[] = "\\'\"\a\b\f\n\r\t\v";
    const char *known;
    char c;

    if (*at == end)
        return text_append(p, out, "\\", 1);
    c = *(*at)++;
    if (c == '\n')
        return true;
    if (c >= '0' && c <= '7') {
        (*at)--;
        return decode_octal_escape(p, out, at, end, bytes, invalid);
    }
    if (c == 'x')
        return decode_hex_escape(p, out, text, at, end, 2, bytes);
    if (!bytes && (c == 'u' || c == 'U'))
        return decode_hex_escape(p, out, text, at, end, c == 'u' ? 4 : 8, false);
    if (!bytes && c == 'N')
        return decode_named_escape(p, out, text, at, end);
    known = strchr(letters, c);
    if (known != NULL && c != '\0')
        return text_append(p, out, &values[known - letters], 1);
    if (*invalid == NULL)
        *invalid = *at - 1;
    return text_append(p, out, *at - 2, 2);
}

bool decode_escapes(Parser *p, TextBuffer *out, const char *text, size_t length, bool bytes)
{
    const char *end = text + length;
    const char *at = text;
    const char *invalid = NULL;

    while (at < end) {
        const char *backslash = memchr(at, '\\', (size_t)(end - at));

        if (!text_append(p, out, at, (size_t)((backslash == NULL ? end : backslash) - at)))
            return false;
        if (backslash == NULL)
            break;
        at = backslash + 1;
        if (!decode_escape(p, out, text, &at, end, bytes, &invalid))
            return false;
    }
    return invalid == NULL || warn_escape(p, invalid);
}
