/* bytes.h: the Python types bytes and bytearray. */
#ifndef INTERP_TYPES_BYTES_H
#define INTERP_TYPES_BYTES_H

#include "object.h"

/* Both types share one layout; a bytes keeps its content in the block of the object, a bytearray in a raw buffer.
 * data[length] is always 0. */
typedef struct Bytes {
    Object head;
    union {
        int64_t hash;    /* bytes; -1: not computed yet */
        int64_t exports; /* bytearray: memoryviews of it */
    };
    int64_t length;
    int64_t capacity; /* bytes: size of the whole object; bytearray: of the buffer, including the 0 */
    uint8_t *data;
} Bytes;

extern Type type_bytes, type_bytearray, type_bytes_iterator, type_bytearray_iterator;

static inline Bytes *as_bytes(Value v) { return (Bytes *)(uintptr_t)v; }
bool value_is_bytes(Value v);     /* bytes or a subclass */
bool value_is_bytearray(Value v); /* bytearray or a subclass */
static inline bool value_is_bytes_like(Value v) { return value_is_bytes(v) || value_is_bytearray(v); }
static inline bool value_has_buffer(Value v) { return value_is_bytes_like(v) || type_of(v)->buffer != NULL; }
const void *bytes_buffer(Value v, int64_t *size); /* the bytes of bytes, bytearray or another type with a buffer; NULL: has none, no error */

Value bytes_new(const void *data, size_t length); /* data NULL: uninitialized content, fill at once */
Value bytearray_new(const void *data, size_t length);
Value bytes_repr(Value v);
Value bytes_percent(Value format, Value args); /* format % args */

#endif
