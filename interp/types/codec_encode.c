/* codec_encode.c: text to bytes. */
#include <stdio.h>

#include "codec_decoder.h"
#include "exceptions.h"
#include "mem.h"
#include "types/bytes.h"
#include "types/str_scan.h"
#include "unicode_name.h"

/* Bytes so far, and how they are made. */
typedef struct Encoder {
    Codec codec;
    const char *errors;
    char *data;
    size_t length, capacity;
} Encoder;

enum { MOST_BYTES = 48 }; /* of one point: twelve characters of an escape, four bytes each */

static char *room(Encoder *e, size_t more)
{
    if (e->length + more > e->capacity) {
        size_t capacity = (e->length + more) * 3 / 2 + 16;
        char *data = mem_realloc_raw(e->data, capacity);
        if (!data) {
            raise_no_memory();
            return NULL;
        }
        e->data = data;
        e->capacity = capacity;
    }
    return e->data + e->length;
}

static void put_unit(Encoder *e, uint32_t unit, int size)
{
    bool big = codec_is_big_endian(e->codec);
    for (int i = 0; i < size; i++)
        e->data[e->length++] = (char)(unit >> 8 * (big ? size - 1 - i : i));
}

/* There is room for it, and the codec has it (or it is a surrogate that is to pass). */
static void put_point(Encoder *e, uint32_t c)
{
    int unit = codec_unit(e->codec);
    if (unit == 4) {
        put_unit(e, c, 4);
    } else if (unit == 2 && c >= 0x10000) {
        put_unit(e, 0xd7c0 + (c >> 10), 2);
        put_unit(e, 0xdc00 | (c & 0x3ff), 2);
    } else if (unit == 2) {
        put_unit(e, c, 2);
    } else if (e->codec == CODEC_UTF8 || e->codec == CODEC_UTF8_SIG) {
        e->length += (size_t)utf8_put(e->data + e->length, c);
    } else if (codec_is_escape(e->codec)) {
        e->length += codec_put_escape(e->codec, c, e->data + e->length);
    } else {
        e->data[e->length++] = (char)c;
    }
}

static bool encodable(uint32_t c, Codec codec)
{
    if (codec_is_escape(codec))
        return true;
    return codec == CODEC_ASCII ? c < 0x80 : codec == CODEC_LATIN1 ? c < 0x100 : !point_is_surrogate(c);
}

/* What the handler says for a point that the codec has not: 0, or -1: an error after all, which is pending if it is another. */
static int put_replacement(Encoder *e, uint32_t c)
{
    char text[UNICODE_NAME_LONGEST + sizeof "\\N{}"] = "", name[UNICODE_NAME_LONGEST + 1];
    switch (codec_on_error(e->errors)) {
    case ON_ERROR_IGNORE:
        return 0;
    case ON_ERROR_REPLACE:
        strcpy(text, "?");
        break;
    case ON_ERROR_NAME:
        if (unicode_name(c, name)) {
            snprintf(text, sizeof text, "\\N{%s}", name);
            break;
        } /* fall through */
    case ON_ERROR_BACKSLASH:
        snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        break;
    case ON_ERROR_XML:
        snprintf(text, sizeof text, "&#%u;", c);
        break;
    case ON_ERROR_SURROGATE_ESCAPE: /* one byte: no unit of the wide codecs */
        if (c < 0xdc80 || c > 0xdcff || codec_unit(e->codec) > 1)
            return -1;
        e->data[e->length++] = (char)(c - 0xdc00);
        return 0;
    case ON_ERROR_SURROGATE_PASS:
        if (!point_is_surrogate(c) || e->codec == CODEC_ASCII || e->codec == CODEC_LATIN1)
            return -1;
        put_point(e, c);
        return 0;
    default:
        return -1;
    }
    if (!room(e, 4 * strlen(text)))
        return -1;
    for (const char *p = text; *p; p++)
        put_point(e, (uint32_t)*p);
    return 0;
}

static void raise_at(const Encoder *e, Value v, int64_t at)
{
    static const char *const names[] = {"", "utf-8", "utf-8", "ascii", "latin-1", "unicodeescape", "rawunicodeescape",
                                        "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"};
    Str *s = as_str(v);
    int64_t end = at + 1;
    while (codec_unit(e->codec) == 1 && end < s->length && !encodable(str_point_at(s, end), e->codec))
        end++;
    const char *reason = e->codec == CODEC_ASCII ? "ordinal not in range(128)" : e->codec == CODEC_LATIN1 ? "ordinal not in range(256)" : "surrogates not allowed";
    codec_raise(&exc_UnicodeEncodeError, names[e->codec], v, at, end, reason);
}

static int encode_all(Encoder *e, Value v)
{
    Str *s = as_str(v);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (!room(e, MOST_BYTES))
            return -1;
        if (encodable(c, e->codec)) {
            put_point(e, c);
        } else if (codec_on_error(e->errors) == ON_ERROR_UNKNOWN) {
            return raise_error_int(&exc_LookupError, "unknown error handler name '%s'", e->errors);
        } else if (put_replacement(e, c) < 0) {
            if (!exc_pending())
                raise_at(e, v, i);
            return -1;
        }
    }
    return 0;
}

static Value encode_latin1_text(const Str *s)
{
    int64_t high = 0;
    for (int64_t i = 0; i < s->length; i++)
        high += s->u8[i] >> 7;
    Value result = bytes_new(NULL, (size_t)(s->length + high));
    uint8_t *to = result ? as_bytes(result)->data : NULL;
    for (int64_t i = 0; to && i < s->length; i++) {
        uint8_t c = s->u8[i];
        if (c < 0x80) {
            *to++ = c;
        } else {
            *to++ = (uint8_t)(0xc0 | c >> 6);
            *to++ = 0x80 | (c & 0x3f);
        }
    }
    return result;
}

/* UTF-8 of a str without surrogates, in one object measured before. VALUE_NULL with nothing pending: it has some. */
static Value encode_utf8(const Str *s)
{
    if (s->kind == 1)
        return encode_latin1_text(s);
    int64_t length = s->length;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (point_is_surrogate(c))
            return VALUE_NULL;
        length += (c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
    }
    Value result = bytes_new(NULL, (size_t)length);
    char *to = result ? (char *)as_bytes(result)->data : NULL;
    for (int64_t i = 0; to && i < s->length; i++)
        to += utf8_put(to, str_point_at(s, i));
    return result;
}

Value codec_encode(Codec codec, Value v, const char *errors, bool begins)
{
    Str *s = as_str(v);
    bool mark = begins && codec_has_mark(codec);
    if (!mark && ((s->ascii && codec_unit(codec) == 1 && codec != CODEC_ESCAPE) || (s->kind == 1 && (codec == CODEC_LATIN1 || codec == CODEC_RAW_ESCAPE))))
        return bytes_new(s->data, (size_t)s->length);
    if (codec == CODEC_UTF8) {
        Value plain = encode_utf8(s);
        if (plain || exc_pending())
            return plain;
    }
    Encoder e = {.codec = codec, .errors = errors};
    int status = room(&e, MOST_BYTES) ? 0 : -1;
    if (status == 0 && mark)
        put_point(&e, 0xfeff);
    if (status == 0)
        status = encode_all(&e, v);
    Value result = status == 0 ? bytes_new(e.data, e.length) : VALUE_NULL;
    mem_free_raw(e.data);
    return result;
}
