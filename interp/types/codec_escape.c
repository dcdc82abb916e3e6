/* codec_escape.c: unicode_escape and raw_unicode_escape: text as string literals write it, raw: with \u and \U only. */
#include "codec_decoder.h"
#include "exceptions.h"
#include "types/str_scan.h"
#include "unicode_name.h"
#include "warn.h"

static const char hex_digits[] = "0123456789abcdef";

/* ---- encoding ---- */

static size_t put_hex(char *to, char letter, uint32_t c, int digits)
{
    to[0] = '\\';
    to[1] = letter;
    for (int i = 0; i < digits; i++)
        to[2 + i] = hex_digits[c >> 4 * (digits - 1 - i) & 15];
    return (size_t)digits + 2;
}

size_t codec_put_escape(Codec codec, uint32_t c, char *to)
{
    if (c >= 0x100)
        return c < 0x10000 ? put_hex(to, 'u', c, 4) : put_hex(to, 'U', c, 8);
    to[0] = (char)c;
    if (codec == CODEC_RAW_ESCAPE || (c >= ' ' && c < 0x7f && c != '\\'))
        return 1;
    if (c != '\\' && c != '\t' && c != '\n' && c != '\r')
        return put_hex(to, 'x', c, 2);
    to[0] = '\\';
    to[1] = c == '\\' ? '\\' : c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
    return 2;
}

/* ---- decoding ---- */

enum { BAD_ESCAPE = -1, CUT_ESCAPE = -2, NO_POINT = -3, UNKNOWN_ESCAPE = -4 };

static int hex_value(uint8_t c)
{
    const char *at = c ? strchr(hex_digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;
    return at ? (int)(at - hex_digits) : -1;
}

/* The point of so many digits at *at, which stands behind them then; BAD_ESCAPE or CUT_ESCAPE where they end too early. */
static int64_t read_hex(const Decoder *d, int64_t *at, int digits, const char **reason)
{
    int64_t point = 0;
    *reason = digits == 2 ? "truncated \\xXX escape" : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
    for (; digits > 0; digits--, ++*at) {
        if (*at >= d->length)
            return CUT_ESCAPE;
        int value = hex_value(d->data[*at]);
        if (value < 0)
            return BAD_ESCAPE;
        point = point << 4 | value;
    }
    *reason = d->codec == CODEC_ESCAPE ? "illegal Unicode character" : "\\Uxxxxxxxx out of range";
    return point > 0x10ffff ? BAD_ESCAPE : point;
}

/* Behind \N: {NAME}. */
static int64_t read_name(const Decoder *d, int64_t *at, const char **reason)
{
    *reason = "malformed \\N character escape";
    if (*at >= d->length)
        return CUT_ESCAPE;
    if (d->data[*at] != '{')
        return BAD_ESCAPE;
    int64_t start = ++*at;
    while (*at < d->length && d->data[*at] != '}')
        ++*at;
    if (*at >= d->length)
        return CUT_ESCAPE;
    if (*at == start)
        return BAD_ESCAPE;
    *reason = "unknown Unicode character name";
    int32_t point = unicode_by_name((const char *)d->data + start, (size_t)(*at - start));
    ++*at;
    return point < 0 ? BAD_ESCAPE : point;
}

static int64_t read_octal(const Decoder *d, int64_t *at)
{
    int64_t point = 0;
    for (int i = 0; i < 3 && *at < d->length && d->data[*at] >= '0' && d->data[*at] <= '7'; i++)
        point = point << 3 | (d->data[(*at)++] - '0');
    return point;
}

/* What follows a backslash at *at, which stands behind it then: a point, or one of the reasons why there is none. */
static int64_t read_escape(const Decoder *d, int64_t *at, const char **reason)
{
    static const char letters[] = "\\'\"bfnrtav", meant[] = "\\'\"\b\f\n\r\t\a\v";
    *reason = "\\ at end of string";
    if (*at >= d->length)
        return CUT_ESCAPE;
    uint8_t c = d->data[(*at)++];
    if (c == 'u' || c == 'U')
        return read_hex(d, at, c == 'u' ? 4 : 8, reason);
    if (d->codec == CODEC_RAW_ESCAPE)
        return UNKNOWN_ESCAPE;
    const char *simple = c ? strchr(letters, c) : NULL;
    if (simple)
        return meant[simple - letters];
    if (c == '\n')
        return NO_POINT;
    if (c == 'x')
        return read_hex(d, at, 2, reason);
    if (c == 'N')
        return read_name(d, at, reason);
    if (c < '0' || c > '7')
        return UNKNOWN_ESCAPE;
    --*at;
    return read_octal(d, at);
}

/* The first escape that literals do not have is warned of, when all is decoded. */
static int warn_of_escape(const Decoder *d, int64_t at)
{
    char text[4] = {(char)d->data[at], 0, 0, 0};
    if (text[0] >= '4' && text[0] <= '7') {
        memcpy(text, d->data + at, 3);
        return warn_here(&exc_DeprecationWarning, "invalid octal escape sequence '\\%s'", text);
    }
    text[utf8_put(text, d->data[at])] = 0;
    return warn_here(&exc_DeprecationWarning, "invalid escape sequence '\\%s'", text);
}

int64_t codec_decode_escapes(Decoder *d)
{
    int64_t i = 0, unknown = -1;
    while (i >= 0 && i < d->length) {
        int64_t start = i++;
        if (d->data[start] != '\\' || (d->codec == CODEC_RAW_ESCAPE && i == d->length && d->final)) {
            str_builder_add_point(&d->out, d->data[start]);
            continue;
        }
        const char *reason;
        int64_t point = read_escape(d, &i, &reason);
        if (point == CUT_ESCAPE && !d->final)
            return start;
        if (point == CUT_ESCAPE || point == BAD_ESCAPE) {
            i = codec_decode_error(d, start, i, reason);
            continue;
        }
        if ((point == UNKNOWN_ESCAPE && d->codec == CODEC_ESCAPE) || (point > 0xff && i == start + 4 && d->data[start + 1] <= '7'))
            unknown = unknown < 0 ? start + 1 : unknown;
        if (point == UNKNOWN_ESCAPE) {
            str_builder_add_point(&d->out, '\\');
            point = d->data[start + 1];
        }
        if (point != NO_POINT)
            str_builder_add_point(&d->out, (uint32_t)point);
    }
    return i >= 0 && unknown >= 0 && warn_of_escape(d, unknown) < 0 ? -1 : i;
}
