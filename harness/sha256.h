/* The SHA-256 digest of a file (FIPS 180-4): names the exact binary that was measured. */
#ifndef FRAMEBENCH_SHA256_H
#define FRAMEBENCH_SHA256_H

#include <stddef.h>

enum { SHA256_HEX_BYTES = 65 };

void sha256_hex(const void *data, size_t length, char hex[SHA256_HEX_BYTES]);

/* 0, or -1 when the file cannot be read. */
int sha256_file_hex(const char *path, char hex[SHA256_HEX_BYTES]);

#endif
