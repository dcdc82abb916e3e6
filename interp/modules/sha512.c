#include "sha512.h"

#include <gmp.h>
#include <stdbool.h>
#include <string.h>

enum { ROUNDS = 80, CHUNK = 128 };

/* The standard's constants: the first 64 bits of the fractional parts of the square or cube roots of the first primes. */
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

static uint64_t rotate(uint64_t x, int bits) { return x >> bits | x << (64 - bits); }

static void digest_chunk(uint64_t state[8], const uint64_t constants[ROUNDS], const uint8_t *chunk)
{
    uint64_t w[ROUNDS], v[8];
    for (int i = 0; i < 16; i++) {
        w[i] = 0;
        for (int j = 0; j < 8; j++)
            w[i] = w[i] << 8 | chunk[8 * i + j];
    }
    for (int i = 16; i < ROUNDS; i++)
        w[i] = w[i - 16] + (rotate(w[i - 15], 1) ^ rotate(w[i - 15], 8) ^ w[i - 15] >> 7) + w[i - 7] +
               (rotate(w[i - 2], 19) ^ rotate(w[i - 2], 61) ^ w[i - 2] >> 6);
    memcpy(v, state, sizeof v);
    for (int i = 0; i < ROUNDS; i++) {
        uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]), majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint64_t t = v[7] + (rotate(v[4], 14) ^ rotate(v[4], 18) ^ rotate(v[4], 41)) + choice + constants[i] + w[i];
        uint64_t first = t + (rotate(v[0], 28) ^ rotate(v[0], 34) ^ rotate(v[0], 39)) + majority;
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t;
        v[0] = first;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

void sha512(const uint8_t *data, size_t length, uint8_t digest[SHA512_BYTES])
{
    uint64_t state[8], constants[ROUNDS];
    root_fractions(2, state, 8);
    root_fractions(3, constants, ROUNDS);
    size_t at = 0;
    for (; length - at >= CHUNK; at += CHUNK)
        digest_chunk(state, constants, data + at);
    uint8_t last[2 * CHUNK] = {0};
    size_t rest = length - at, padded = rest < CHUNK - 16 ? CHUNK : 2 * CHUNK;
    if (rest)
        memcpy(last, data + at, rest);
    last[rest] = 0x80;
    uint64_t bits = (uint64_t)length * 8;
    for (int i = 0; i < 8; i++)
        last[padded - 1 - (size_t)i] = (uint8_t)(bits >> 8 * i);
    for (size_t i = 0; i < padded; i += CHUNK)
        digest_chunk(state, constants, last + i);
    for (int i = 0; i < SHA512_BYTES; i++)
        digest[i] = (uint8_t)(state[i / 8] >> (56 - 8 * (i % 8)));
}
