/* str_codec.c: str to bytes and back: UTF-8, ASCII and Latin-1 with the standard error handlers. */
#include <ctype.h>
#include <stdio.h>

#include "abstract.h"
#include "exceptions.h"
#include "mem.h"
#include "native.h"
#include "types/bytes.h"
#include "types/int.h"
#include "types/str_builder.h"
#include "types/str_methods.h"
#include "types/str_scan.h"

typedef enum Codec { CODEC_UNKNOWN, CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1 } Codec;

typedef enum OnError {
    ON_ERROR_STRICT, ON_ERROR_IGNORE, ON_ERROR_REPLACE, ON_ERROR_BACKSLASH, ON_ERROR_XML, ON_ERROR_SURROGATE_ESCAPE, ON_ERROR_SURROGATE_PASS,
    ON_ERROR_UNKNOWN
} OnError;

static Codec codec_by_name(const char *name)
{
    static const struct {
        const char *name;
        Codec codec;
    } codecs[] = {
        { "utf-8", CODEC_UTF8 }, { "utf8", CODEC_UTF8 }, { "u8", CODEC_UTF8 }, { "utf", CODEC_UTF8 }, { "cp65001", CODEC_UTF8 },
        { "ascii", CODEC_ASCII }, { "us-ascii", CODEC_ASCII }, { "646", CODEC_ASCII }, { "latin-1", CODEC_LATIN1 },
        { "latin1", CODEC_LATIN1 }, { "latin", CODEC_LATIN1 }, { "l1", CODEC_LATIN1 }, { "iso-8859-1", CODEC_LATIN1 },
        { "iso8859-1", CODEC_LATIN1 }, { "8859", CODEC_LATIN1 }, { "cp819", CODEC_LATIN1 },
    };
    char plain[16];
    size_t n = 0;
    for (; n < sizeof plain - 1 && name[n]; n++)
        plain[n] = name[n] == '_' || name[n] == ' ' ? '-' : (char)tolower((unsigned char)name[n]);
    plain[n] = 0;
    for (size_t i = 0; !name[n] && i < sizeof codecs / sizeof *codecs; i++)
        if (strcmp(codecs[i].name, plain) == 0)
            return codecs[i].codec;
    raise_error(&exc_LookupError, "unknown encoding: %s", name);
    return CODEC_UNKNOWN;
}

static OnError on_error_by_name(const char *name)
{
    static const char *const names[] = {
        "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return (OnError)i;
    return ON_ERROR_UNKNOWN;
}

/* UnicodeEncodeError or UnicodeDecodeError(encoding, object, start, end, reason). */
static void raise_codec_error(Type *type, const char *encoding, Value object, int64_t start, int64_t end, const char *reason)
{
    Value args[5] = {
        str_from_cstr(encoding), value_retain_null(object), value_from_small_int(start), value_from_small_int(end), str_from_cstr(reason),
    };
    Value exception = args[0] && args[1] && args[4] ? call_value(value_of(type), args, 5, VALUE_NULL) : VALUE_NULL;
    if (exception)
        raise_object_steal(exception);
    value_release_null(args[0]);
    value_release_null(args[1]);
    value_release_null(args[4]);
}

/* ---- a growing byte buffer ---- */

typedef struct ByteBuffer {
    char *data;
    size_t length, capacity;
} ByteBuffer;

static char *buffer_room(ByteBuffer *b, size_t more)
{
    if (b->length + more > b->capacity) {
        size_t capacity = (b->length + more) * 3 / 2 + 16;
        char *data = mem_realloc_raw(b->data, capacity);
        if (!data) {
            raise_no_memory();
            return NULL;
        }
        b->data = data;
        b->capacity = capacity;
    }
    return b->data + b->length;
}

/* ---- encoding ---- */

static bool encodable(uint32_t c, Codec codec)
{
    return codec == CODEC_UTF8 ? !point_is_surrogate(c) : c < (codec == CODEC_ASCII ? 0x80u : 0x100u);
}

/* One unencodable point by the handler: bytes written to out (at most 12), -1: strict after all. */
static int encode_replacement(uint32_t c, OnError on_error, Codec codec, char *out)
{
    switch (on_error) {
    case ON_ERROR_IGNORE:
        return 0;
    case ON_ERROR_REPLACE:
        *out = '?';
        return 1;
    case ON_ERROR_BACKSLASH:
        return sprintf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    case ON_ERROR_XML:
        return sprintf(out, "&#%u;", c);
    case ON_ERROR_SURROGATE_ESCAPE:
        if (c < 0xdc80 || c > 0xdcff)
            return -1;
        *out = (char)(c - 0xdc00);
        return 1;
    case ON_ERROR_SURROGATE_PASS:
        return codec == CODEC_UTF8 && point_is_surrogate(c) ? utf8_put(out, c) : -1;
    default:
        return -1;
    }
}

static Value encode_with_errors(Value v, Codec codec, const char *errors)
{
    static const char *const names[] = { "", "utf-8", "ascii", "latin-1" };
    static const char *const reasons[] = { "", "surrogates not allowed", "ordinal not in range(128)", "ordinal not in range(256)" };
    Str *s = as_str(v);
    OnError on_error = on_error_by_name(errors);
    ByteBuffer b = { 0 };
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        char *out = buffer_room(&b, 16);
        if (!out)
            goto fail;
        if (encodable(c, codec)) {
            if (codec == CODEC_UTF8)
                b.length += (size_t)utf8_put(out, c);
            else
                out[0] = (char)c, b.length++;
            continue;
        }
        if (on_error == ON_ERROR_UNKNOWN) {
            raise_error(&exc_LookupError, "unknown error handler name '%s'", errors);
            goto fail;
        }
        int n = encode_replacement(c, on_error, codec, out);
        if (n < 0) {
            int64_t end = i + 1;
            while (end < s->length && !encodable(str_point_at(s, end), codec))
                end++;
            raise_codec_error(&exc_UnicodeEncodeError, names[codec], v, i, end, reasons[codec]);
            goto fail;
        }
        b.length += (size_t)n;
    }
    Value result = bytes_new(b.data ? b.data : "", b.length);
    mem_free_raw(b.data);
    return result;
fail:
    mem_free_raw(b.data);
    return VALUE_NULL;
}

Value str_encode(Value v, const char *encoding, const char *errors)
{
    Str *s = as_str(v);
    Codec codec = codec_by_name(encoding);
    if (codec == CODEC_UNKNOWN)
        return VALUE_NULL;
    if (s->ascii || (s->kind == 1 && codec == CODEC_LATIN1))
        return bytes_new(s->data, (size_t)s->length);
    return encode_with_errors(v, codec, errors);
}

static bool text_arg(Value v, const char *function, const char *name, const char **out)
{
    if (!v)
        return true;
    if (!value_is_str(v)) {
        raise_error(&exc_TypeError, v == VALUE_NONE ? "%s() argument '%s' must be str, not None" : "%s() argument '%s' must be str, not %.50T", function, name, v);
        return false;
    }
    return (*out = str_utf8(v, NULL)) != NULL;
}

Value str_encode_method(Value self, const Value *args, int nargs, Value kwnames)
{
    Value out[2];
    const char *encoding = "utf-8", *errors = "strict";
    if (!native_bind("encode(encoding=, errors=)", args, nargs, kwnames, out)
        || !text_arg(out[0], "encode", "encoding", &encoding) || !text_arg(out[1], "encode", "errors", &errors))
        return VALUE_NULL;
    return str_encode(self, encoding, errors);
}

/* ---- decoding ---- */

typedef struct Decoder {
    const uint8_t *data;
    int64_t length;
    const char *encoding, *errors;
    StrBuilder out;
} Decoder;

/* The bytes start..end cannot be decoded: let the handler add what it wants. -1: exception. */
static int decode_error(Decoder *d, int64_t start, int64_t end, const char *reason)
{
    switch (on_error_by_name(d->errors)) {
    case ON_ERROR_IGNORE:
        return 0;
    case ON_ERROR_REPLACE:
        return str_builder_add_point(&d->out, 0xfffd);
    case ON_ERROR_BACKSLASH:
        for (int64_t i = start; i < end; i++) {
            char text[8];
            sprintf(text, "\\x%02x", d->data[i]);
            str_builder_add_cstr(&d->out, text);
        }
        return 0;
    case ON_ERROR_SURROGATE_ESCAPE:
        for (int64_t i = start; i < end; i++)
            str_builder_add_point(&d->out, 0xdc00u + d->data[i]);
        return 0;
    case ON_ERROR_SURROGATE_PASS: /* an encoded surrogate is reported by its first byte and still three bytes long */
    case ON_ERROR_XML:
    case ON_ERROR_STRICT:
        break;
    case ON_ERROR_UNKNOWN:
        raise_error(&exc_LookupError, "unknown error handler name '%s'", d->errors);
        return -1;
    }
    Value object = bytes_new(d->data, (size_t)d->length);
    raise_codec_error(&exc_UnicodeDecodeError, d->encoding, object, start, end, reason);
    value_release_null(object);
    return -1;
}

static inline bool is_continuation(uint8_t byte) { return (byte & 0xc0) == 0x80; }

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

static int decode_utf8(Decoder *d)
{
    const uint8_t *p = d->data;
    bool pass = on_error_by_name(d->errors) == ON_ERROR_SURROGATE_PASS;
    for (int64_t i = 0; i < d->length;) {
        size_t ascii = scan_ascii_prefix(p + i, (size_t)(d->length - i));
        if (ascii) {
            str_builder_add_utf8(&d->out, (const char *)p + i, ascii);
            i += (int64_t)ascii;
            continue;
        }
        int needed, valid = utf8_valid_length(p + i, d->length - i, &needed);
        if (valid == needed) {
            uint32_t c = p[i] & (0x7fu >> needed);
            for (int k = 1; k < needed; k++)
                c = c << 6 | (p[i + k] & 0x3f);
            str_builder_add_point(&d->out, c);
            i += needed;
            continue;
        }
        if (pass && p[i] == 0xed && d->length - i >= 3 && is_continuation(p[i + 1]) && is_continuation(p[i + 2])) {
            str_builder_add_point(&d->out, 0xd000u | (p[i + 1] & 0x3fu) << 6 | (p[i + 2] & 0x3fu));
            i += 3;
            continue;
        }
        bool cut = needed && i + valid == d->length;
        const char *reason = !needed ? "invalid start byte" : cut ? "unexpected end of data" : "invalid continuation byte";
        if (decode_error(d, i, i + valid, reason) < 0)
            return -1;
        i += valid;
    }
    return 0;
}

static int decode_ascii(Decoder *d)
{
    for (int64_t i = 0; i < d->length; i++) {
        if (d->data[i] < 0x80)
            str_builder_add_point(&d->out, d->data[i]);
        else if (decode_error(d, i, i + 1, "ordinal not in range(128)") < 0)
            return -1;
    }
    return 0;
}

Value str_decode_bytes(const uint8_t *data, int64_t length, const char *encoding, const char *errors)
{
    Codec codec = codec_by_name(encoding);
    if (codec == CODEC_UNKNOWN)
        return VALUE_NULL;
    if (scan_ascii_prefix(data, (size_t)length) == (size_t)length)
        return str_from_ascii((const char *)data, (size_t)length);
    Decoder d = { .data = data, .length = length, .encoding = codec == CODEC_UTF8 ? "utf-8" : "ascii", .errors = errors };
    str_builder_init(&d.out);
    int done = 0;
    if (codec == CODEC_LATIN1)
        for (int64_t i = 0; i < length; i++)
            str_builder_add_point(&d.out, data[i]);
    else
        done = codec == CODEC_UTF8 ? decode_utf8(&d) : decode_ascii(&d);
    if (done == 0)
        return str_builder_finish(&d.out);
    str_builder_discard(&d.out);
    return VALUE_NULL;
}

Value str_decode(Value bytes_like, const char *encoding, const char *errors)
{
    return str_decode_bytes(as_bytes(bytes_like)->data, as_bytes(bytes_like)->length, encoding, errors);
}
