/* codec.c: codecs by name, and what Python code calls: str.encode, bytes.decode, names for the system. */
#include "codec.h"

#include <ctype.h>

#include "abstract.h"
#include "exceptions.h"
#include "native.h"
#include "types/bytes.h"
#include "types/str_methods.h"
#include "types/str_scan.h"

/* ---- names ---- */

enum { LONGEST_NAME = 24 };

/* As encodings.normalize_encoding and aliases write names: lower case, other characters than letters, digits and dots become one '_'. False: too long. */
static bool normalize(const char *name, char plain[LONGEST_NAME])
{
    size_t n = 0;
    bool gap = false;
    for (; *name; name++) {
        bool part = isalnum((unsigned char)*name) || *name == '.';
        if (part && gap && n)
            plain[n++] = '_';
        gap = !part;
        if (n >= LONGEST_NAME - 2)
            return false;
        if (part)
            plain[n++] = (char)tolower((unsigned char)*name);
    }
    plain[n] = 0;
    return true;
}

Codec codec_by_name(const char *name, const char *function)
{
    typedef struct CodecName {
        const char *name;
        Codec codec;
    } CodecName;
    static const CodecName usual[] = {{"utf-8", CODEC_UTF8}, {"latin-1", CODEC_LATIN1}, {"ascii", CODEC_ASCII}, {"utf8", CODEC_UTF8}};
    static const CodecName codecs[] = {
        {"utf_8", CODEC_UTF8}, {"utf8", CODEC_UTF8}, {"u8", CODEC_UTF8}, {"utf", CODEC_UTF8}, {"utf8_ucs2", CODEC_UTF8}, {"utf8_ucs4", CODEC_UTF8},
        {"cp65001", CODEC_UTF8}, {"utf_8_sig", CODEC_UTF8_SIG},
        {"ascii", CODEC_ASCII}, {"us_ascii", CODEC_ASCII}, {"us", CODEC_ASCII}, {"646", CODEC_ASCII}, {"ansi_x3.4_1968", CODEC_ASCII},
        {"ansi_x3_4_1968", CODEC_ASCII}, {"ansi_x3.4_1986", CODEC_ASCII}, {"cp367", CODEC_ASCII}, {"csascii", CODEC_ASCII}, {"ibm367", CODEC_ASCII},
        {"iso646_us", CODEC_ASCII}, {"iso_646.irv_1991", CODEC_ASCII}, {"iso_ir_6", CODEC_ASCII},
        {"latin_1", CODEC_LATIN1}, {"latin1", CODEC_LATIN1}, {"latin", CODEC_LATIN1}, {"l1", CODEC_LATIN1}, {"iso_8859_1", CODEC_LATIN1},
        {"iso8859_1", CODEC_LATIN1}, {"iso8859", CODEC_LATIN1}, {"8859", CODEC_LATIN1}, {"cp819", CODEC_LATIN1}, {"ibm819", CODEC_LATIN1},
        {"csisolatin1", CODEC_LATIN1}, {"iso_8859_1_1987", CODEC_LATIN1}, {"iso_ir_100", CODEC_LATIN1},
        {"unicode_escape", CODEC_ESCAPE}, {"unicodeescape", CODEC_ESCAPE}, {"raw_unicode_escape", CODEC_RAW_ESCAPE}, {"rawunicodeescape", CODEC_RAW_ESCAPE},
        {"utf_16", CODEC_UTF16}, {"utf16", CODEC_UTF16}, {"u16", CODEC_UTF16}, {"utf_16_le", CODEC_UTF16_LE}, {"utf_16le", CODEC_UTF16_LE},
        {"unicodelittleunmarked", CODEC_UTF16_LE}, {"utf_16_be", CODEC_UTF16_BE}, {"utf_16be", CODEC_UTF16_BE},
        {"unicodebigunmarked", CODEC_UTF16_BE}, {"utf_32", CODEC_UTF32}, {"utf32", CODEC_UTF32}, {"u32", CODEC_UTF32},
        {"utf_32_le", CODEC_UTF32_LE}, {"utf_32le", CODEC_UTF32_LE}, {"utf_32_be", CODEC_UTF32_BE}, {"utf_32be", CODEC_UTF32_BE},
    };
    static const char *const bytes_codecs[] = {"hex", "hex_codec", "base64", "base64_codec", "base_64", "rot13", "rot_13", "bz2", "bz2_codec", "zip",
                                               "zlib", "zlib_codec", "uu", "uu_codec", "quopri", "quopri_codec", "quoted_printable"};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (strcmp(usual[i].name, name) == 0)
            return usual[i].codec;
    char plain[LONGEST_NAME];
    if (normalize(name, plain)) {
        for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
            if (strcmp(codecs[i].name, plain) == 0)
                return codecs[i].codec;
        for (size_t i = 0; i < sizeof bytes_codecs / sizeof *bytes_codecs; i++)
            if (strcmp(bytes_codecs[i], plain) == 0) {
                raise_error(&exc_LookupError, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", name, function);
                return CODEC_UNKNOWN;
            }
    }
    raise_error(&exc_LookupError, "unknown encoding: %s", name);
    return CODEC_UNKNOWN;
}

OnError codec_on_error(const char *name)
{
    static const char *const names[] = {
        "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return (OnError)i;
    return ON_ERROR_UNKNOWN;
}

void codec_raise(Type *type, const char *encoding, Value object, int64_t start, int64_t end, const char *reason)
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

/* ---- str.encode, bytes.decode ---- */

Value str_encode(Value v, const char *encoding, const char *errors)
{
    Codec codec = codec_by_name(encoding, "encode");
    return codec == CODEC_UNKNOWN ? VALUE_NULL : codec_encode(codec, v, errors, true);
}

bool codec_text_argument(Value v, const char *function, const char *name, const char **out)
{
    if (!v)
        return true;
    if (!value_is_str(v)) {
        raise_error(&exc_TypeError, "%s() argument '%s' must be str, not %A", function, name, v);
        return false;
    }
    size_t length;
    if (!(*out = str_utf8(v, &length)))
        return false;
    if (strlen(*out) != length)
        raise_error(&exc_ValueError, "embedded null character");
    return strlen(*out) == length;
}

Value str_encode_method(Value self, const Value *args, int nargs, Value kwnames)
{
    Value out[2];
    const char *encoding = "utf-8", *errors = "strict";
    if (!native_bind("encode(encoding=, errors=)", args, nargs, kwnames, out)
        || !codec_text_argument(out[0], "encode", "encoding", &encoding) || !codec_text_argument(out[1], "encode", "errors", &errors))
        return VALUE_NULL;
    return str_encode(self, encoding, errors);
}

/* Bytes that are at once the text they stand for; VALUE_NULL: they are not, or raised. */
static Value decode_plain(Codec codec, const uint8_t *data, int64_t length)
{
    bool ascii = (codec == CODEC_ASCII || codec == CODEC_LATIN1) && scan_ascii_prefix(data, (size_t)length) == (size_t)length;
    if (ascii || codec == CODEC_UTF8)
        return codec_whole_utf8(data, length);
    if (codec != CODEC_LATIN1)
        return VALUE_NULL;
    if (length == 1)
        return str_from_point(data[0]);
    Str *s = str_alloc(length, 0xff);
    if (s)
        memcpy(s->u8, data, (size_t)length);
    return s ? value_of(s) : VALUE_NULL;
}

Value str_decode_bytes(const uint8_t *data, int64_t length, const char *encoding, const char *errors)
{
    Decoding decoding = {.codec = codec_by_name(encoding, "decode")};
    int64_t consumed;
    Value plain = decode_plain(decoding.codec, data, length);
    if (plain || exc_pending())
        return plain;
    return decoding.codec == CODEC_UNKNOWN ? VALUE_NULL : codec_decode(&decoding, data, length, errors, true, &consumed);
}

Value str_decode(Value bytes_like, const char *encoding, const char *errors)
{
    return str_decode_bytes(as_bytes(bytes_like)->data, as_bytes(bytes_like)->length, encoding, errors);
}

/* ---- names for the system ---- */

Value codec_from_system(const char *text, size_t length)
{
    Decoding decoding = {.codec = CODEC_UTF8};
    int64_t consumed;
    return codec_decode(&decoding, (const uint8_t *)text, (int64_t)length, "surrogateescape", true, &consumed);
}

const char *codec_to_system(Value str, Value *made)
{
    size_t length;
    const char *text;
    *made = VALUE_NULL;
    if (as_str(str)->ascii) {
        text = str_utf8(str, &length);
    } else {
        *made = codec_encode(CODEC_UTF8, str, "surrogateescape", true);
        text = *made ? (const char *)as_bytes(*made)->data : NULL;
        length = *made ? (size_t)as_bytes(*made)->length : 0;
    }
    if (text && strlen(text) != length) {
        raise_error(&exc_ValueError, "embedded null byte");
        value_clear(made);
        return NULL;
    }
    return text;
}
