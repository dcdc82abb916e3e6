#include "packed.h"

#include "mem.h"
#include "text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LONG_ARRAY = 16, CHUNK_BYTES = 1 << 16 };

#define REFERENCE "numbers that were put away"

typedef struct Array {
    uint64_t *numbers;
    size_t size;
} Array;

struct Packed {
    FILE *file;
    char *chunk;
    size_t chunk_size;
    size_t chunk_at;
    bool in_string;
    bool escaped;
    Array *arrays;
    size_t n_arrays;
    Text output;      /* what the parser is to get next */
    size_t output_at; /* how much of it it has got */
};

Packed *packed_new(FILE *file)
{
    Packed *packed = mem_alloc(1, sizeof *packed);
    packed->file = file;
    packed->chunk = mem_alloc(CHUNK_BYTES, 1);
    return packed;
}

void packed_free(Packed *packed)
{
    if (packed == NULL)
        return;
    for (size_t i = 0; i < packed->n_arrays; i++)
        free(packed->arrays[i].numbers);
    free(packed->arrays);
    free(packed->chunk);
    text_free(&packed->output);
    free(packed);
}

static bool refill(Packed *packed)
{
    packed->chunk_size = fread(packed->chunk, 1, CHUNK_BYTES, packed->file);
    packed->chunk_at = 0;
    return packed->chunk_size > 0;
}

/* The next character, which stays; EOF at the end. */
static inline int peek(Packed *packed)
{
    if (packed->chunk_at == packed->chunk_size && !refill(packed))
        return EOF;
    return (unsigned char)packed->chunk[packed->chunk_at];
}

static bool is_blank(int c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* An array being read: its numbers, and its text for the case that it holds something else. */
typedef struct Attempt {
    Array array;
    size_t room;
    char *text;
    size_t length;
    size_t text_room;
} Attempt;

static inline void take(Packed *packed, Attempt *attempt)
{
    if (attempt->length == attempt->text_room) {
        attempt->text_room = attempt->text_room > 0 ? 2 * attempt->text_room : 256;
        attempt->text = mem_resize(attempt->text, attempt->text_room, 1);
    }
    attempt->text[attempt->length++] = packed->chunk[packed->chunk_at++];
}

static void take_blanks(Packed *packed, Attempt *attempt)
{
    while (is_blank(peek(packed)))
        take(packed, attempt);
}

/* One number that JSON allows and a signed 64-bit integer holds; false: something else stands there. */
static bool take_number(Packed *packed, Attempt *attempt)
{
    uint64_t number = 0;
    int digits = 0;
    bool leading_zero = peek(packed) == '0';
    for (int c = peek(packed); c >= '0' && c <= '9'; c = peek(packed)) {
        unsigned digit = (unsigned)(c - '0');
        if (number > ((uint64_t)INT64_MAX - digit) / 10)
            return false;
        number = number * 10 + digit;
        digits++;
        take(packed, attempt);
    }
    if (digits == 0 || (leading_zero && digits > 1))
        return false;
    Array *array = &attempt->array;
    if (array->size == attempt->room) {
        attempt->room = attempt->room > 0 ? 2 * attempt->room : 64;
        array->numbers = mem_resize(array->numbers, attempt->room, sizeof *array->numbers);
    }
    array->numbers[array->size++] = number;
    return true;
}

/* After the opening bracket: true with the closing one taken, when all between were numbers. */
static bool take_numbers(Packed *packed, Attempt *attempt)
{
    for (;;) {
        take_blanks(packed, attempt);
        if (!take_number(packed, attempt))
            return false;
        take_blanks(packed, attempt);
        int c = peek(packed);
        if (c != ',' && c != ']')
            return false;
        take(packed, attempt);
        if (c == ']')
            return true;
    }
}

static void put_away(Packed *packed, Attempt *attempt)
{
    packed->arrays = mem_resize(packed->arrays, packed->n_arrays + 1, sizeof *packed->arrays);
    attempt->array.numbers = mem_resize(attempt->array.numbers, attempt->array.size, sizeof *attempt->array.numbers);
    packed->arrays[packed->n_arrays] = attempt->array;
    text_add(&packed->output, "{\"" REFERENCE "\": %zu}", packed->n_arrays++);
    for (size_t i = 0; i < attempt->length; i++)
        if (attempt->text[i] == '\n')
            text_add(&packed->output, "\n"); /* so that errors name the right line */
}

/* At an opening bracket. */
static void pass_array(Packed *packed)
{
    Attempt attempt = {0};
    take(packed, &attempt);
    if (take_numbers(packed, &attempt) && attempt.array.size >= LONG_ARRAY) {
        put_away(packed, &attempt);
    } else {
        text_add_bytes(&packed->output, attempt.text, attempt.length);
        free(attempt.array.numbers);
    }
    free(attempt.text);
}

static void pass_character(Packed *packed)
{
    char c = packed->chunk[packed->chunk_at++];
    if (packed->in_string) {
        packed->in_string = packed->escaped || c != '"';
        packed->escaped = !packed->escaped && c == '\\';
    } else {
        packed->in_string = c == '"';
    }
    text_add_bytes(&packed->output, &c, 1);
}

/* json_load_callback's reader: the next bytes, 0 at the end of the file. */
static size_t read_some(void *buffer, size_t room, void *data)
{
    Packed *packed = data;
    if (packed->output_at == packed->output.length) {
        packed->output.length = 0;
        packed->output_at = 0;
        while (packed->output.length < room && peek(packed) != EOF) {
            if (!packed->in_string && peek(packed) == '[')
                pass_array(packed);
            else
                pass_character(packed);
        }
    }
    size_t left = packed->output.length - packed->output_at;
    size_t count = left < room ? left : room;
    if (count > 0)
        memcpy(buffer, packed->output.bytes + packed->output_at, count);
    packed->output_at += count;
    return count;
}

json_t *packed_load(Packed *packed, json_error_t *problem)
{
    return json_load_callback(read_some, packed, JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, problem);
}

static Array *find_array(const Packed *packed, const json_t *value)
{
    const json_t *reference = packed != NULL ? json_object_get(value, REFERENCE) : NULL;
    json_int_t index = json_is_integer(reference) ? json_integer_value(reference) : -1;
    return index >= 0 && (size_t)index < packed->n_arrays ? &packed->arrays[index] : NULL;
}

bool packed_is_array(const Packed *packed, const json_t *value, size_t *size)
{
    const Array *array = find_array(packed, value);
    if (array != NULL)
        *size = array->size;
    return array != NULL;
}

uint64_t *packed_take(Packed *packed, const json_t *value)
{
    Array *array = find_array(packed, value);
    assert(array != NULL);
    uint64_t *numbers = array->numbers;
    *array = (Array){0};
    return numbers != NULL ? numbers : mem_alloc(0, sizeof *numbers);
}
