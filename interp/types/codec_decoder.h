/* codec_decoder.h: what the decoders of single codecs share. */
#ifndef INTERP_TYPES_CODEC_DECODER_H
#define INTERP_TYPES_CODEC_DECODER_H

#include "codec.h"

typedef struct Decoder {
    const uint8_t *data;
    int64_t length;
    const char *encoding; /* as errors name it */
    const char *errors;
    bool final;
    Codec codec;
    int64_t begin; /* behind the mark of a wide codec */
    StrBuilder out;
} Decoder;

/* The bytes start..end cannot be decoded: lets the handler add what it wants. Where to go on, or -1: exception. */
int64_t codec_decode_error(Decoder *d, int64_t start, int64_t end, const char *reason);

/* ---- codec_escape.c ---- */

int64_t codec_decode_escapes(Decoder *d); /* how many bytes were decoded, or -1 */
enum { LONGEST_ESCAPE = 10 };
size_t codec_put_escape(Codec codec, uint32_t c, char *to); /* `to` has room for LONGEST_ESCAPE; how many bytes */

#endif
