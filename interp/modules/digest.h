/* digest.h: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4) of bytes that come in pieces; for hashlib, and random's seeding from text. */
#ifndef INTERP_MODULES_DIGEST_H
#define INTERP_MODULES_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum { DIGEST_BYTES_MAX = 64, DIGEST_BLOCK_MAX = 128 };

struct Digest;

typedef struct DigestKind {
    const char *name;
    size_t bytes, block_bytes;
    void (*start)(struct Digest *digest);
    void (*block)(struct Digest *digest, const uint8_t *block);
} DigestKind;

typedef struct Digest {
    const DigestKind *kind;
    uint64_t state[8]; /* 32-bit digests use the low halves */
    uint64_t length;   /* bytes taken so far */
    uint8_t rest[DIGEST_BLOCK_MAX]; /* the first length % block_bytes are waiting */
} Digest;

const DigestKind *digest_kind(const char *name); /* "md5", "sha1", "sha224", "sha256", "sha384", "sha512"; NULL for any other */
void digest_start(Digest *digest, const DigestKind *kind);
void digest_add(Digest *digest, const uint8_t *data, size_t length);
void digest_end(Digest digest, uint8_t *out); /* of what was added so far: kind->bytes */

#endif
