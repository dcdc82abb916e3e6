/* codec_decode.c: bytes to text, all of them or as many as there are yet. */
#include <stdio.h>

#include "codec_decoder.h"
#include "exceptions.h"
#include "types/bytes.h"
#include "types/str_scan.h"

static inline bool is_continuation(uint8_t byte) { return (byte & 0xc0) == 0x80; }

/* surrogateescape: as many of the bytes as are not ASCII, at least one; how many. */
static int64_t escape_bytes(Decoder *d, int64_t start, int64_t end)
{
    int64_t at = start;
    for (; at < end && at < start + 4 && d->data[at] >= 0x80; at++)
        str_builder_add_point(&d->out, 0xdc00u + d->data[at]);
    return at - start;
}

static uint32_t wide_unit(const Decoder *d, int64_t at)
{
    const uint8_t *p = d->data + at;
    int size = codec_unit(d->codec);
    uint32_t unit = 0;
    for (int i = 0; i < size; i++)
        unit |= (uint32_t)p[i] << 8 * (codec_is_big_endian(d->codec) ? size - 1 - i : i);
    return unit;
}

/* surrogatepass: a surrogate in the codec's own form, reported by its first byte or unit; how many bytes. */
static int64_t pass_surrogate(Decoder *d, int64_t start)
{
    const uint8_t *p = d->data + start;
    uint32_t point = 0;
    int64_t size = codec_unit(d->codec) == 1 ? 3 : codec_unit(d->codec);
    if (d->length - start < size || d->codec == CODEC_ASCII)
        return 0;
    if (size != 3)
        point = wide_unit(d, start);
    else if (p[0] == 0xed && is_continuation(p[1]) && is_continuation(p[2]))
        point = 0xd000u | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    if (!point_is_surrogate(point))
        return 0;
    str_builder_add_point(&d->out, point);
    return size;
}

int64_t codec_decode_error(Decoder *d, int64_t start, int64_t end, const char *reason)
{
    int64_t done = 0;
    switch (codec_on_error(d->errors)) {
    case ON_ERROR_IGNORE:
        return end;
    case ON_ERROR_REPLACE:
        str_builder_add_point(&d->out, 0xfffd);
        return end;
    case ON_ERROR_BACKSLASH:
        for (int64_t i = start; i < end; i++) {
            char text[8];
            snprintf(text, sizeof text, "\\x%02x", d->data[i]);
            str_builder_add_cstr(&d->out, text);
        }
        return end;
    case ON_ERROR_SURROGATE_ESCAPE:
        done = escape_bytes(d, start, end);
        break;
    case ON_ERROR_SURROGATE_PASS:
        done = pass_surrogate(d, start);
        break;
    case ON_ERROR_XML: case ON_ERROR_NAME:
        return raise_error_int(&exc_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    case ON_ERROR_STRICT:
        break;
    case ON_ERROR_UNKNOWN:
        return raise_error_int(&exc_LookupError, "unknown error handler name '%s'", d->errors);
    }
    if (done)
        return start + done;
    Value object = bytes_new(d->data, (size_t)d->length);
    codec_raise(&exc_UnicodeDecodeError, d->encoding, object, start, end, reason);
    value_release_null(object);
    return -1;
}

/* ---- one codec each: how many bytes were decoded, or -1 ---- */

/* How many bytes of the sequence that begins with the byte at p are valid; *needed is its full length, 0 for an invalid start byte. */
static int utf8_valid_length(const uint8_t *p, int64_t left, int *needed)
{
    uint8_t c = p[0];
    *needed = c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    if (!*needed || left < 2)
        return 1;
    uint8_t low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80, high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
    if (p[1] < low || p[1] > high)
        return 1;
    int n = 2;
    while (n < *needed && n < left && is_continuation(p[n]))
        n++;
    return n;
}

/* The point of a valid sequence of so many bytes. */
static inline uint32_t sequence_point(const uint8_t *p, int needed)
{
    if (needed == 2)
        return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
    if (needed == 3)
        return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    return (p[0] & 7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
}

static inline int sequence_length(uint8_t first) { return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4; }

Value codec_whole_utf8(const uint8_t *data, int64_t length)
{
    int64_t points = 0;
    uint32_t most = 0;
    for (int64_t i = 0; i < length; points++) {
        int needed;
        if (data[i] < 0x80) {
            int64_t ascii = (int64_t)scan_ascii_prefix(data + i, (size_t)(length - i));
            i += ascii;
            points += ascii - 1;
            continue;
        }
        if (utf8_valid_length(data + i, length - i, &needed) != needed)
            return VALUE_NULL;
        most |= sequence_point(data + i, needed);
        i += needed;
    }
    if (most == 0 || points == 1)
        return str_from_utf8((const char *)data, (size_t)length);
    Str *s = str_alloc(points, most);
    const uint8_t *p = data;
    if (s && s->kind == 1) {
        for (uint8_t *to = s->u8, *end = to + points; to < end; p += sequence_length(*p))
            *to++ = *p < 0x80 ? *p : (uint8_t)(p[0] << 6 | (p[1] & 0x3f));
        return value_of(s);
    }
    for (int64_t i = 0; s && i < points; i++) {
        int bytes = sequence_length(*p);
        str_set_point(s, i, bytes == 1 ? *p : sequence_point(p, bytes));
        p += bytes;
    }
    return s ? value_of(s) : VALUE_NULL;
}

static int64_t decode_utf8(Decoder *d)
{
    const uint8_t *p = d->data;
    int64_t i = 0;
    while (i < d->length) {
        size_t ascii = scan_ascii_prefix(p + i, (size_t)(d->length - i));
        if (ascii) {
            str_builder_add_utf8(&d->out, (const char *)p + i, ascii);
            i += (int64_t)ascii;
            continue;
        }
        int needed, valid = utf8_valid_length(p + i, d->length - i, &needed);
        if (valid == needed) {
            str_builder_add_point(&d->out, sequence_point(p + i, needed));
            i += needed;
            continue;
        }
        bool cut = needed && i + valid == d->length;
        bool cut_surrogate = p[i] == 0xed && d->length - i == 2 && p[i + 1] >= 0xa0 && p[i + 1] <= 0xbf; /* CPython waits for its third byte */
        if ((cut || cut_surrogate) && !d->final)
            return i;
        i = codec_decode_error(d, i, i + valid, !needed ? "invalid start byte" : cut ? "unexpected end of data" : "invalid continuation byte");
        if (i < 0)
            return -1;
    }
    return i;
}

static int64_t decode_ascii(Decoder *d)
{
    int64_t i = 0;
    while (i >= 0 && i < d->length) {
        if (d->data[i] >= 0x80)
            i = codec_decode_error(d, i, i + 1, "ordinal not in range(128)");
        else
            str_builder_add_point(&d->out, d->data[i++]);
    }
    return i;
}

static int64_t decode_latin1(Decoder *d)
{
    for (int64_t i = 0; i < d->length; i++)
        str_builder_add_point(&d->out, d->data[i]);
    return d->length;
}

static int64_t decode_utf16(Decoder *d)
{
    int64_t i = d->begin;
    while (i >= 0 && i < d->length) {
        int64_t left = d->length - i;
        uint32_t unit = left >= 2 ? wide_unit(d, i) : 0;
        bool high = left >= 2 && unit >= 0xd800 && unit < 0xdc00;
        if (left >= 2 && !point_is_surrogate(unit)) {
            str_builder_add_point(&d->out, unit);
            i += 2;
        } else if (left < 2 || (high && left < 4)) {
            if (!d->final)
                return i;
            i = codec_decode_error(d, i, d->length, left < 2 ? "truncated data" : "unexpected end of data");
        } else if (!high) {
            i = codec_decode_error(d, i, i + 2, "illegal encoding");
        } else {
            uint32_t low = wide_unit(d, i + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                str_builder_add_point(&d->out, 0x10000 + ((unit & 0x3ff) << 10 | (low & 0x3ff)));
                i += 4;
            } else {
                i = codec_decode_error(d, i, i + 2, "illegal UTF-16 surrogate");
            }
        }
    }
    return i;
}

static int64_t decode_utf32(Decoder *d)
{
    int64_t i = d->begin;
    while (i >= 0 && i < d->length) {
        if (d->length - i < 4) {
            if (!d->final)
                return i;
            i = codec_decode_error(d, i, d->length, "truncated data");
            continue;
        }
        uint32_t point = wide_unit(d, i);
        if (point_is_surrogate(point) || point > 0x10ffff) {
            i = codec_decode_error(d, i, i + 4, point > 0x10ffff ? "code point not in range(0x110000)" : "code point in surrogate code point range(0xd800, 0xe000)");
        } else {
            str_builder_add_point(&d->out, point);
            i += 4;
        }
    }
    return i;
}

/* ---- marks ---- */

/* How many bytes at the beginning are the mark; -1: not enough there to tell. Settles which codec it is. */
static int64_t skip_mark(Decoding *decoding, const uint8_t *data, int64_t length, bool final)
{
    static const uint8_t utf8_mark[] = {0xef, 0xbb, 0xbf};
    if (decoding->begun || !codec_has_mark(decoding->codec))
        return 0;
    if (decoding->codec == CODEC_UTF8_SIG) {
        if (length < 3 && !final && memcmp(data, utf8_mark, (size_t)length) == 0)
            return -1;
        decoding->begun = true;
        return length >= 3 && memcmp(data, utf8_mark, 3) == 0 ? 3 : 0;
    }
    int unit = codec_unit(decoding->codec);
    if (length < unit && !final)
        return -1;
    const uint8_t little[] = {0xff, 0xfe, 0, 0}, big16[] = {0xfe, 0xff}, big32[] = {0, 0, 0xfe, 0xff};
    bool wide = unit == 4, is_little = length >= unit && memcmp(data, little, (size_t)unit) == 0;
    bool is_big = length >= unit && memcmp(data, wide ? big32 : big16, (size_t)unit) == 0;
    decoding->begun = true;
    decoding->codec = wide ? (is_big ? CODEC_UTF32_BE : CODEC_UTF32_LE) : is_big ? CODEC_UTF16_BE : CODEC_UTF16_LE;
    return is_little || is_big ? unit : 0;
}

Value codec_decode(Decoding *decoding, const uint8_t *data, int64_t length, const char *errors, bool final, int64_t *consumed)
{
    static const char *const names[] = {"", "utf-8", "utf-8", "ascii", "latin-1", "unicodeescape", "rawunicodeescape",
                                        "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"};
    int unit = codec_unit(decoding->codec);
    bool must_be_marked = decoding->stream && !decoding->begun && unit > 1 && codec_has_mark(decoding->codec);
    int64_t mark = skip_mark(decoding, data, length, final), done;
    *consumed = 0;
    if (mark < 0)
        return str_empty();
    bool counted = decoding->codec == CODEC_UTF8_SIG; /* its errors count from behind the mark */
    Decoder d = {.data = data + (counted ? mark : 0), .length = length - (counted ? mark : 0), .encoding = names[decoding->codec], .errors = errors,
                 .final = final, .codec = decoding->codec, .begin = counted ? 0 : mark};
    if (codec_unit(d.codec) == 1 && !codec_is_escape(d.codec) && scan_ascii_prefix(d.data, (size_t)d.length) == (size_t)d.length) {
        *consumed = length;
        return str_from_ascii((const char *)d.data, (size_t)d.length);
    }
    str_builder_init(&d.out);
    switch (d.codec) {
    case CODEC_ASCII:
        done = decode_ascii(&d);
        break;
    case CODEC_LATIN1:
        done = decode_latin1(&d);
        break;
    case CODEC_ESCAPE:
    case CODEC_RAW_ESCAPE:
        done = codec_decode_escapes(&d);
        break;
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
        done = decode_utf16(&d);
        break;
    case CODEC_UTF32_LE:
    case CODEC_UTF32_BE:
        done = decode_utf32(&d);
        break;
    default:
        done = decode_utf8(&d);
        break;
    }
    if (must_be_marked && mark == 0 && done >= unit)
        done = raise_error_int(&exc_UnicodeError, "UTF-%d stream does not start with BOM", unit * 8);
    if (done < 0) {
        str_builder_discard(&d.out);
        return VALUE_NULL;
    }
    *consumed = done + (counted ? mark : 0);
    return str_builder_finish(&d.out);
}
