/* str_find.c: searching in strings and bytes. memchr and memmem do the work for byte-wide text. */
#include <string.h>

#include "types/str.h"
#include "types/str_scan.h"

#define FALSE_STARTS_MAX 8

int64_t bytes_find(const uint8_t *haystack, int64_t length, const uint8_t *needle, int64_t needle_length)
{
    if (needle_length > length)
        return -1;
    if (needle_length == 0)
        return 0;
    if (needle_length == 1) {
        const uint8_t *found = memchr(haystack, needle[0], (size_t)length);
        return found ? found - haystack : -1;
    }
    /* memmem prepares a table, which short searches do not repay: it comes in after a few false starts. */
    const uint8_t *at = haystack, *end = haystack + (length - needle_length + 1);
    for (int false_starts = 0; false_starts < FALSE_STARTS_MAX; false_starts++, at++) {
        at = at < end ? memchr(at, needle[0], (size_t)(end - at)) : NULL;
        if (!at)
            return -1;
        if (memcmp(at + 1, needle + 1, (size_t)needle_length - 1) == 0)
            return at - haystack;
    }
    at = memmem(at, (size_t)(haystack + length - at), needle, (size_t)needle_length);
    return at ? at - haystack : -1;
}

int64_t bytes_rfind(const uint8_t *haystack, int64_t length, const uint8_t *needle, int64_t needle_length)
{
    if (needle_length > length)
        return -1;
    if (needle_length == 0)
        return length;
    const uint8_t *end = haystack + (length - needle_length + 1);
    while (end > haystack) {
        const uint8_t *found = memrchr(haystack, needle[0], (size_t)(end - haystack));
        if (!found)
            return -1;
        if (memcmp(found, needle, (size_t)needle_length) == 0)
            return found - haystack;
        end = found;
    }
    return -1;
}

/* Eight bytes at a time: in a word of their differences each byte that is zero is counted. */
static int64_t count_byte(const uint8_t *p, int64_t length, uint8_t byte)
{
    const uint64_t low = UINT64_C(0x0101010101010101), most = UINT64_C(0x7f7f7f7f7f7f7f7f);
    int64_t count = 0, i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, p + i, 8);
        word ^= low * byte;
        count += __builtin_popcountll(~(((word & most) + most) | word | most));
    }
    for (; i < length; i++)
        count += p[i] == byte;
    return count;
}

int64_t bytes_count(const uint8_t *haystack, int64_t length, const uint8_t *needle, int64_t needle_length, int64_t limit)
{
    int64_t count = 0, at = 0;
    if (needle_length == 0)
        return length + 1 < limit ? length + 1 : limit;
    if (needle_length == 1 && length <= limit)
        return count_byte(haystack, length, needle[0]);
    while (count < limit) {
        int64_t found = bytes_find(haystack + at, length - at, needle, needle_length);
        if (found < 0)
            break;
        count++;
        at += found + needle_length;
    }
    return count;
}

/* Does needle stand at `at`? There is room for it. Kinds differ at most with a narrower needle. */
static bool matches_at(const Str *s, int64_t at, const Str *needle)
{
    if (s->kind == needle->kind)
        return memcmp(s->u8 + at * s->kind, needle->data, (size_t)needle->length * s->kind) == 0;
    for (int64_t i = 0; i < needle->length; i++)
        if (str_point_at(s, at + i) != str_point_at(needle, i))
            return false;
    return true;
}

int64_t str_find(const Str *haystack, const Str *needle, int64_t from, int64_t to)
{
    int64_t room = to - from;
    if (needle->length > room || needle->kind > haystack->kind)
        return -1;
    if (haystack->kind == 1) {
        int64_t found = bytes_find(haystack->u8 + from, room, needle->u8, needle->length);
        return found < 0 ? -1 : from + found;
    }
    if (needle->length == 0)
        return from;
    uint32_t first = str_point_at(needle, 0);
    int64_t last = to - needle->length;
    for (int64_t i = from; i <= last; i++)
        if (str_point_at(haystack, i) == first && matches_at(haystack, i, needle))
            return i;
    return -1;
}

int64_t str_rfind(const Str *haystack, const Str *needle, int64_t from, int64_t to)
{
    int64_t room = to - from;
    if (needle->length > room || needle->kind > haystack->kind)
        return -1;
    if (haystack->kind == 1) {
        int64_t found = bytes_rfind(haystack->u8 + from, room, needle->u8, needle->length);
        return found < 0 ? -1 : from + found;
    }
    for (int64_t i = to - needle->length; i >= from; i--)
        if (matches_at(haystack, i, needle))
            return i;
    return -1;
}
