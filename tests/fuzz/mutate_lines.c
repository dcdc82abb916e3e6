/* mutate_lines.c: libFuzzer's mutations for program text: lines moved, doubled, dropped, indented, exchanged between inputs; bytes only now and then. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size, uint8_t *out, size_t max_size, unsigned seed);

typedef struct Span {
    size_t from, to;
} Span;

/* Some line of the text, its newline included. */
static Span any_line(const uint8_t *text, size_t size, unsigned *random)
{
    size_t at = size ? (size_t)rand_r(random) % size : 0, from = at, to = at;
    while (from > 0 && text[from - 1] != '\n')
        from--;
    while (to < size && text[to] != '\n')
        to++;
    return (Span){from, to < size ? to + 1 : to};
}

/* text with [at.from, at.to) replaced by `with`; 0: it does not fit. */
static size_t splice(uint8_t *text, size_t size, size_t max_size, Span at, const uint8_t *with, size_t n_with)
{
    size_t result = size - (at.to - at.from) + n_with;
    if (result > max_size || result == 0)
        return 0;
    memmove(text + at.from + n_with, text + at.to, size - at.to);
    memcpy(text + at.from, with, n_with);
    return result;
}

static size_t change_lines(uint8_t *data, size_t size, size_t max_size, unsigned *random)
{
    Span one = any_line(data, size, random), other = any_line(data, size, random);
    uint8_t copy[512];
    size_t n = one.to - one.from;
    if (n > sizeof copy)
        return 0;
    memcpy(copy, data + one.from, n);
    switch (rand_r(random) % 4) {
    case 0: return splice(data, size, max_size, one, copy, 0);
    case 1: return splice(data, size, max_size, (Span){other.from, other.from}, copy, n);
    case 2: return splice(data, size, max_size, other, copy, n);
    default:
        if (n > 4 && memcmp(copy, "    ", 4) == 0 && rand_r(random) % 2)
            return splice(data, size, max_size, (Span){one.from, one.from + 4}, copy, 0);
        return splice(data, size, max_size, (Span){one.from, one.from}, (const uint8_t *)"    ", 4);
    }
}

/* A few bytes of one line mutated in place of the whole text. */
static size_t change_bytes(uint8_t *data, size_t size, size_t max_size, unsigned *random)
{
    Span line = any_line(data, size, random);
    uint8_t copy[512];
    size_t n = line.to - line.from;
    if (n == 0 || n > sizeof copy / 2)
        return 0;
    memcpy(copy, data + line.from, n);
    return splice(data, size, max_size, line, copy, LLVMFuzzerMutate(copy, n, sizeof copy));
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    unsigned random = seed;
    size_t result = size == 0 ? 0 : rand_r(&random) % 2 ? change_lines(data, size, max_size, &random) : change_bytes(data, size, max_size, &random);
    return result ? result : LLVMFuzzerMutate(data, size, max_size);
}

/* Lines of b in the middle of a. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size, uint8_t *out, size_t max_size, unsigned seed)
{
    unsigned random = seed;
    if (a_size > max_size || b_size == 0)
        return 0;
    memcpy(out, a, a_size);
    Span first = any_line(b, b_size, &random), last = any_line(b, b_size, &random), at = any_line(a, a_size, &random);
    size_t from = first.from < last.from ? first.from : last.from, to = first.to > last.to ? first.to : last.to;
    if (to - from > 600)
        to = first.to, from = first.from;
    return splice(out, a_size, max_size, (Span){at.from, at.from}, b + from, to - from);
}
