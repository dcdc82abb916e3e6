/* str_scan.h: small inline helpers over code points and bytes that the files of str and bytes share. */
#ifndef INTERP_TYPES_STR_SCAN_H
#define INTERP_TYPES_STR_SCAN_H

#include "types/str.h"

/* How many bytes from the start are ASCII. */
static inline size_t scan_ascii_prefix(const uint8_t *p, size_t length)
{
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, p + i, 8);
        if (word & 0x8080808080808080u)
            break;
    }
    while (i < length && p[i] < 0x80)
        i++;
    return i;
}

/* Write one point as (WTF-)UTF-8, return the number of bytes (1 to 4). */
static inline int utf8_put(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

#define INT64_TEXT_SIZE 24

/* Decimal digits of i at the end of the buffer; where they begin. */
static inline char *int64_text(char buffer[INT64_TEXT_SIZE], int64_t i)
{
    char *p = buffer + INT64_TEXT_SIZE;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
    do
        *--p = (char)('0' + u % 10);
    while (u /= 10);
    if (i < 0)
        *--p = '-';
    return p;
}

static inline bool point_is_surrogate(uint32_t c) { return c >= 0xd800 && c <= 0xdfff; }

/* Store into a string under construction; the point fits its kind. */
static inline void str_set_point(Str *s, int64_t i, uint32_t c)
{
    if (s->kind == 1)
        s->u8[i] = (uint8_t)c;
    else if (s->kind == 2)
        s->u16[i] = (uint16_t)c;
    else
        s->u32[i] = c;
}

uint32_t str_max_point(const Str *s, int64_t from, int64_t to); /* an upper bound in the same class (ASCII, Latin-1, 16, 32 bits) */
void str_copy_points(Str *to, int64_t at, const Str *from, int64_t start, int64_t count);

/* Places of a byte string in another, -1: nowhere. Needle may be empty. */
int64_t bytes_find(const uint8_t *haystack, int64_t length, const uint8_t *needle, int64_t needle_length);
int64_t bytes_rfind(const uint8_t *haystack, int64_t length, const uint8_t *needle, int64_t needle_length);
int64_t bytes_count(const uint8_t *haystack, int64_t length, const uint8_t *needle, int64_t needle_length, int64_t limit);

#endif
