#include "digest.h"

#include <gmp.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { SHA512_ROUNDS = 80, SHA256_ROUNDS = 64, START_WORDS = 16 };

/* The standard's constants, filled in by constants_init: the first 64 bits of the fractional parts of the cube roots (SHA-2's rounds) and of the
 * square roots (SHA-2's initial states) of the first primes. SHA-256 takes the upper halves of both, SHA-224 starts from lower halves. */
static uint64_t round_constants[SHA512_ROUNDS], start_constants[START_WORDS];
static uint32_t md5_constants[64]; /* 2**32 * |sin(i)| */

static void root_fractions(unsigned long degree, uint64_t *out, int count)
{
    mpz_t root;
    mpz_init(root);
    unsigned long prime = 1;
    for (int found = 0; found < count; found++) {
        bool composite;
        do {
            prime++;
            composite = false;
            for (unsigned long d = 2; d * d <= prime; d++)
                composite = composite || prime % d == 0;
        } while (composite);
        mpz_set_ui(root, prime);
        mpz_mul_2exp(root, root, 64 * degree);
        mpz_root(root, root, degree);
        out[found] = mpz_get_ui(root); /* the low 64 bits */
    }
    mpz_clear(root);
}

static void constants_init(void)
{
    if (round_constants[0])
        return;
    root_fractions(2, start_constants, START_WORDS);
    root_fractions(3, round_constants, SHA512_ROUNDS);
    for (int i = 0; i < 64; i++)
        md5_constants[i] = (uint32_t)(fabs(sin(i + 1)) * 4294967296.0);
}

static inline uint64_t turn_right(uint64_t x, int bits) { return x >> bits | x << (64 - bits); }
static inline uint32_t turn_right_32(uint32_t x, int bits) { return x >> bits | x << (32 - bits); }
static inline uint32_t turn_left_32(uint32_t x, int bits) { return x << bits | x >> (32 - bits); }

static inline uint32_t load_big_32(const uint8_t *p) { return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]; }
static inline uint64_t load_big_64(const uint8_t *p) { return (uint64_t)load_big_32(p) << 32 | load_big_32(p + 4); }
static inline uint32_t load_little_32(const uint8_t *p) { return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0]; }

/* ---- MD5 and SHA-1 ---- */

static void md5_start(Digest *digest)
{
    static const uint64_t start[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    memcpy(digest->state, start, sizeof start);
}

static void md5_block(Digest *digest, const uint8_t *block)
{
    static const uint8_t turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t w[16], a = (uint32_t)digest->state[0], b = (uint32_t)digest->state[1], c = (uint32_t)digest->state[2], d = (uint32_t)digest->state[3];
    for (int i = 0; i < 16; i++)
        w[i] = load_little_32(block + (size_t)4 * i);
    for (int i = 0; i < 64; i++) {
        uint32_t mixed;
        int from;
        if (i < 16)
            mixed = (b & c) | (~b & d), from = i;
        else if (i < 32)
            mixed = (d & b) | (~d & c), from = (5 * i + 1) % 16;
        else if (i < 48)
            mixed = b ^ c ^ d, from = (3 * i + 5) % 16;
        else
            mixed = c ^ (b | ~d), from = 7 * i % 16;
        uint32_t sum = a + mixed + md5_constants[i] + w[from];
        a = d, d = c, c = b;
        b += turn_left_32(sum, turns[i / 16][i % 4]);
    }
    uint32_t added[4] = {a, b, c, d};
    for (int i = 0; i < 4; i++)
        digest->state[i] = (uint32_t)(digest->state[i] + added[i]);
}

static void sha1_start(Digest *digest)
{
    static const uint64_t start[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    memcpy(digest->state, start, sizeof start);
}

static void sha1_block(Digest *digest, const uint8_t *block)
{
    uint32_t w[80], v[5];
    for (int i = 0; i < 16; i++)
        w[i] = load_big_32(block + (size_t)4 * i);
    for (int i = 16; i < 80; i++)
        w[i] = turn_left_32(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 5; i++)
        v[i] = (uint32_t)digest->state[i];
    for (int i = 0; i < 80; i++) {
        uint32_t mixed = i < 20 ? ((v[1] & v[2]) | (~v[1] & v[3])) + 0x5a827999
                       : i < 40 ? (v[1] ^ v[2] ^ v[3]) + 0x6ed9eba1
                       : i < 60 ? ((v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3])) + 0x8f1bbcdc
                                : (v[1] ^ v[2] ^ v[3]) + 0xca62c1d6;
        uint32_t sum = turn_left_32(v[0], 5) + mixed + v[4] + w[i];
        v[4] = v[3], v[3] = v[2], v[2] = turn_left_32(v[1], 30), v[1] = v[0], v[0] = sum;
    }
    for (int i = 0; i < 5; i++)
        digest->state[i] = (uint32_t)(digest->state[i] + v[i]);
}

/* ---- SHA-2 ---- */

static void sha256_start(Digest *digest)
{
    for (int i = 0; i < 8; i++)
        digest->state[i] = start_constants[i] >> 32;
}

static void sha224_start(Digest *digest)
{
    for (int i = 0; i < 8; i++)
        digest->state[i] = start_constants[8 + i] & UINT32_MAX;
}

static void sha256_block(Digest *digest, const uint8_t *block)
{
    uint32_t w[SHA256_ROUNDS], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = load_big_32(block + (size_t)4 * i);
    for (int i = 16; i < SHA256_ROUNDS; i++)
        w[i] = w[i - 16] + (turn_right_32(w[i - 15], 7) ^ turn_right_32(w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7] +
               (turn_right_32(w[i - 2], 17) ^ turn_right_32(w[i - 2], 19) ^ w[i - 2] >> 10);
    for (int i = 0; i < 8; i++)
        v[i] = (uint32_t)digest->state[i];
    for (int i = 0; i < SHA256_ROUNDS; i++) {
        uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]), majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint32_t t = v[7] + (turn_right_32(v[4], 6) ^ turn_right_32(v[4], 11) ^ turn_right_32(v[4], 25)) + choice +
                     (uint32_t)(round_constants[i] >> 32) + w[i];
        uint32_t first = t + (turn_right_32(v[0], 2) ^ turn_right_32(v[0], 13) ^ turn_right_32(v[0], 22)) + majority;
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t;
        v[0] = first;
    }
    for (int i = 0; i < 8; i++)
        digest->state[i] = (uint32_t)(digest->state[i] + v[i]);
}

static void sha512_start(Digest *digest) { memcpy(digest->state, start_constants, sizeof digest->state); }
static void sha384_start(Digest *digest) { memcpy(digest->state, start_constants + 8, sizeof digest->state); }

static void sha512_block(Digest *digest, const uint8_t *block)
{
    uint64_t w[SHA512_ROUNDS], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = load_big_64(block + (size_t)8 * i);
    for (int i = 16; i < SHA512_ROUNDS; i++)
        w[i] = w[i - 16] + (turn_right(w[i - 15], 1) ^ turn_right(w[i - 15], 8) ^ w[i - 15] >> 7) + w[i - 7] +
               (turn_right(w[i - 2], 19) ^ turn_right(w[i - 2], 61) ^ w[i - 2] >> 6);
    memcpy(v, digest->state, sizeof v);
    for (int i = 0; i < SHA512_ROUNDS; i++) {
        uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]), majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint64_t t = v[7] + (turn_right(v[4], 14) ^ turn_right(v[4], 18) ^ turn_right(v[4], 41)) + choice + round_constants[i] + w[i];
        uint64_t first = t + (turn_right(v[0], 28) ^ turn_right(v[0], 34) ^ turn_right(v[0], 39)) + majority;
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t;
        v[0] = first;
    }
    for (int i = 0; i < 8; i++)
        digest->state[i] += v[i];
}

/* ---- any of them ---- */

static const DigestKind kinds[] = {{"md5", 16, 64, md5_start, md5_block},        {"sha1", 20, 64, sha1_start, sha1_block},
                                   {"sha224", 28, 64, sha224_start, sha256_block}, {"sha256", 32, 64, sha256_start, sha256_block},
                                   {"sha384", 48, 128, sha384_start, sha512_block}, {"sha512", 64, 128, sha512_start, sha512_block}};

const DigestKind *digest_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

void digest_start(Digest *digest, const DigestKind *kind)
{
    constants_init();
    memset(digest, 0, sizeof *digest);
    digest->kind = kind;
    kind->start(digest);
}

void digest_add(Digest *digest, const uint8_t *data, size_t length)
{
    size_t block = digest->kind->block_bytes, waiting = digest->length % block;
    digest->length += length;
    if (waiting && waiting + length >= block) {
        size_t taken = block - waiting;
        memcpy(digest->rest + waiting, data, taken);
        digest->kind->block(digest, digest->rest);
        data += taken, length -= taken, waiting = 0;
    }
    for (; length >= block; data += block, length -= block)
        digest->kind->block(digest, data);
    if (length)
        memcpy(digest->rest + waiting, data, length);
}

void digest_end(Digest digest, uint8_t *out)
{
    const DigestKind *kind = digest.kind;
    bool little = kind->block == md5_block;
    size_t block = kind->block_bytes, tail = block / 8, waiting = digest.length % block;
    uint64_t bits = digest.length * 8;
    uint8_t last[2 * DIGEST_BLOCK_MAX] = {0x80};
    size_t padded = (waiting < block - tail ? block : 2 * block) - waiting; /* a 1 bit, zeros, the length */
    for (size_t i = 0; i < 8; i++)
        last[little ? padded - 8 + i : padded - 1 - i] = (uint8_t)(bits >> 8 * i);
    digest_add(&digest, last, padded);
    size_t word = block / 16;
    for (size_t i = 0; i < kind->bytes; i++)
        out[i] = (uint8_t)(digest.state[i / word] >> 8 * (little ? i % word : word - 1 - i % word));
}
