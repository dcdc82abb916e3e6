/* sha512.h: the SHA-512 digest (FIPS 180-4), with which random seeds itself from text. */
#ifndef INTERP_MODULES_SHA512_H
#define INTERP_MODULES_SHA512_H

#include <stddef.h>
#include <stdint.h>

enum { SHA512_BYTES = 64 };

void sha512(const uint8_t *data, size_t length, uint8_t digest[SHA512_BYTES]);

#endif
