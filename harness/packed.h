/* JSON as a stream in which long arrays of whole numbers are kept out of the tree.
 *
 * A result may hold tens of millions of values, and as a JSON tree each would take five times its room. While the text
 * passes through on its way to the JSON parser, each long array of numbers that are not negative is put away as plain
 * numbers, and the parser gets a short reference in its place. Everything else passes unchanged, errors included. */
#ifndef FRAMEBENCH_PACKED_H
#define FRAMEBENCH_PACKED_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Private inside. */
typedef struct Packed Packed;

Packed *packed_new(FILE *file);
void packed_free(Packed *packed);

/* Parses one JSON value from the file. NULL with *problem filled. */
json_t *packed_load(Packed *packed, json_error_t *problem);

/* Whether the value stands for an array that was put away. */
bool packed_is_array(const Packed *packed, const json_t *value, size_t *size);

/* Hands the numbers over: the caller frees them, and the array is empty from then on. */
uint64_t *packed_take(Packed *packed, const json_t *value);

#endif
