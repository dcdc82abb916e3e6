/* codec.h: text to bytes and back, whole or piece by piece: UTF-8 (with and without mark), UTF-16, UTF-32, ASCII, Latin-1 and the two of escapes. */
#ifndef INTERP_TYPES_CODEC_H
#define INTERP_TYPES_CODEC_H

#include "types/str_builder.h"

typedef enum Codec {
    CODEC_UNKNOWN, CODEC_UTF8, CODEC_UTF8_SIG, CODEC_ASCII, CODEC_LATIN1,
    CODEC_ESCAPE, CODEC_RAW_ESCAPE, /* unicode_escape, raw_unicode_escape */
    CODEC_UTF16, CODEC_UTF16_LE, CODEC_UTF16_BE, CODEC_UTF32, CODEC_UTF32_LE, CODEC_UTF32_BE /* without LE or BE: little-endian here, and a mark */
} Codec;

typedef enum OnError {
    ON_ERROR_STRICT, ON_ERROR_IGNORE, ON_ERROR_REPLACE, ON_ERROR_BACKSLASH, ON_ERROR_XML, ON_ERROR_NAME, ON_ERROR_SURROGATE_ESCAPE,
    ON_ERROR_SURROGATE_PASS, ON_ERROR_UNKNOWN
} OnError;

Codec codec_by_name(const char *name, const char *function); /* any alias; CODEC_UNKNOWN: LookupError pending, which recommends codecs.function */
OnError codec_on_error(const char *errors);                  /* ON_ERROR_UNKNOWN: nothing pending */
/* The str argument `name` of function() as UTF-8 in *out, which stays without one; false: TypeError, or ValueError for a NUL inside. */
bool codec_text_argument(Value v, const char *function, const char *name, const char **out);
/* UnicodeEncodeError or UnicodeDecodeError(encoding, object, start, end, reason). */
void codec_raise(Type *type, const char *encoding, Value object, int64_t start, int64_t end, const char *reason);

static inline int codec_unit(Codec codec) { return codec >= CODEC_UTF32 ? 4 : codec >= CODEC_UTF16 ? 2 : 1; }
static inline bool codec_is_escape(Codec codec) { return codec == CODEC_ESCAPE || codec == CODEC_RAW_ESCAPE; }
static inline bool codec_is_big_endian(Codec codec) { return codec == CODEC_UTF16_BE || codec == CODEC_UTF32_BE; }
static inline bool codec_has_mark(Codec codec) { return codec == CODEC_UTF8_SIG || codec == CODEC_UTF16 || codec == CODEC_UTF32; }

/* ---- encoding ---- */

/* The bytes of `str`; begins: with the mark of codecs that have one. codec_encode.c */
Value codec_encode(Codec codec, Value str, const char *errors, bool begins);

/* ---- decoding ---- */

/* What a decoder remembers from piece to piece. */
typedef struct Decoding {
    Codec codec; /* UTF-16 and UTF-32 become their LE or BE forms by their mark */
    bool begun;  /* the mark, if any, is behind */
    bool stream; /* UTF-16 and UTF-32 must begin with a mark, as in files; else without one they are little-endian */
} Decoding;

/* Final: all of data. Otherwise *consumed says how many bytes made characters; the rest, part of one, is to be given again with what follows.
 * codec_decode.c */
Value codec_decode(Decoding *decoding, const uint8_t *data, int64_t length, const char *errors, bool final, int64_t *consumed);
Value codec_whole_utf8(const uint8_t *data, int64_t length); /* VALUE_NULL with nothing pending: not valid UTF-8 (surrogates, cut off) */

/* ---- names of files, arguments, the environment: UTF-8, other bytes as surrogates (PEP 383) ---- */

Value codec_from_system(const char *text, size_t length);
/* The bytes of a str for the system, NUL-terminated; *made is what holds them, to be released. NULL: ValueError for a NUL inside, UnicodeEncodeError. */
const char *codec_to_system(Value str, Value *made);

#endif
