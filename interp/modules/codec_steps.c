/* codec_steps.c: the module _codec_steps: for each codec, one step of encoding and one of decoding, of which lib/codecs.py makes streams and incremental codecs. */
#include "modules.h"

#include "abstract.h"
#include "bytes.h"
#include "bytes_methods.h"
#include "codec.h"
#include "exceptions.h"
#include "int.h"
#include "module.h"
#include "native.h"
#include "str.h"
#include "tuple.h"

static const char *take_errors(Value v, const char *name)
{
    if (!v || v == VALUE_NONE)
        return "strict";
    if (!value_is_str(v)) {
        raise_error(&exc_TypeError, "%s() argument 2 must be str or None, not %.50T", name, v);
        return NULL;
    }
    return str_utf8(v, NULL);
}

static Value with_count(Value made, int64_t count)
{
    Value items[2] = {made, made ? int_from_int64(count) : VALUE_NULL};
    return tuple_from_made(items, 2);
}

/* name(str, errors=None): the bytes, with the mark of codecs that have one, and how many characters they are of. */
static Value encode(Codec codec, const char *name, const Value *args, int nargs)
{
    const char *errors = take_errors(nargs > 1 ? args[1] : VALUE_NULL, name);
    if (!errors)
        return VALUE_NULL;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "%s() argument 1 must be str, not %.50T", name, args[0]);
    return with_count(codec_encode(codec, args[0], errors, true), as_str(args[0])->length);
}

/* name(bytes, errors=None, final=…): the text, and how many bytes it is of: all unless more may follow. Texts are taken as UTF-8 by the codecs of escapes. */
static Value decode(Codec codec, const char *name, const Value *args, int nargs)
{
    const char *errors = take_errors(nargs > 1 ? args[1] : VALUE_NULL, name);
    int final = nargs > 2 ? value_truth(args[2]) : codec_is_escape(codec) || codec == CODEC_ASCII || codec == CODEC_LATIN1;
    if (!errors || final < 0)
        return VALUE_NULL;
    Decoding decoding = {.codec = codec};
    int64_t consumed;
    if (codec_is_escape(codec) && value_is_str(args[0])) {
        size_t length;
        const char *text = str_utf8(args[0], &length);
        Value made = text ? codec_decode(&decoding, (const uint8_t *)text, (int64_t)length, errors, final, &consumed) : VALUE_NULL;
        return made ? with_count(made, consumed) : VALUE_NULL;
    }
    Bytes view;
    const Bytes *given = bytes_of(args[0], &view);
    Value made = given ? codec_decode(&decoding, given->data, given->length, errors, final, &consumed) : VALUE_NULL;
    return made ? with_count(made, consumed) : VALUE_NULL;
}

#define CODEC_STEPS(name, codec) \
    static Value name##_encode(METHOD_ARGS) \
    { \
        UNUSED_ARGS; \
        return encode(codec, #name "_encode", args, nargs); \
    } \
    static Value name##_decode(METHOD_ARGS) \
    { \
        UNUSED_ARGS; \
        return decode(codec, #name "_decode", args, nargs); \
    }

CODEC_STEPS(ascii, CODEC_ASCII)
CODEC_STEPS(latin_1, CODEC_LATIN1)
CODEC_STEPS(utf_8, CODEC_UTF8)
CODEC_STEPS(utf_16, CODEC_UTF16)
CODEC_STEPS(utf_16_le, CODEC_UTF16_LE)
CODEC_STEPS(utf_16_be, CODEC_UTF16_BE)
CODEC_STEPS(utf_32, CODEC_UTF32)
CODEC_STEPS(utf_32_le, CODEC_UTF32_LE)
CODEC_STEPS(utf_32_be, CODEC_UTF32_BE)
CODEC_STEPS(unicode_escape, CODEC_ESCAPE)
CODEC_STEPS(raw_unicode_escape, CODEC_RAW_ESCAPE)

/* _stem(encoding): what the codec's functions begin with; utf_8_sig has none of its own. */
static Value codecs_stem(METHOD_ARGS)
{
    static const char *const stems[] = {"", "utf_8", "utf_8_sig", "ascii", "latin_1", "unicode_escape", "raw_unicode_escape",
                                        "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"};
    UNUSED_ARGS;
    const char *encoding = NULL;
    if (!codec_text_argument(args[0], "lookup", "encoding", &encoding))
        return VALUE_NULL;
    Codec codec = codec_by_name(encoding, "lookup");
    return codec == CODEC_UNKNOWN ? VALUE_NULL : str_from_cstr(stems[codec]);
}

#define STEPS_NAMED(name, most) {#name "_encode", name##_encode, 1, 2, 0}, {#name "_decode", name##_decode, 1, most, 0}

static const NativeDef functions[] = {
    STEPS_NAMED(ascii, 2),        STEPS_NAMED(latin_1, 2),   STEPS_NAMED(utf_8, 3),     STEPS_NAMED(utf_16, 3),
    STEPS_NAMED(utf_16_le, 3),    STEPS_NAMED(utf_16_be, 3), STEPS_NAMED(utf_32, 3),    STEPS_NAMED(utf_32_le, 3),
    STEPS_NAMED(utf_32_be, 3),    STEPS_NAMED(unicode_escape, 3), STEPS_NAMED(raw_unicode_escape, 3), {"_stem", codecs_stem, 1, 1, 0}, {0},
};

Value module_codec_steps_init(void) { return module_from_parts("_codec_steps", functions, NULL, 0); }
