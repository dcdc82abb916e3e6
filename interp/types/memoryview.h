/* types/memoryview.h: the builtin memoryview: the bytes of another object, seen as numbers. */
#ifndef INTERP_TYPES_MEMORYVIEW_H
#define INTERP_TYPES_MEMORYVIEW_H

#include "object.h"

extern Type type_memoryview;

/* May what is looked at through bytes_buffer() be written? No for bytes, for views of such, and for views with gaps. */
bool buffer_may_be_written(Value v);

int buffer_check_open(Value v); /* -1, ValueError: a released memoryview */

bool buffer_is_plain(Value v); /* has a buffer that can be had in one piece */

/* -1: what v, an object with a buffer, looks at cannot be had in one piece: a released memoryview, or one with gaps. */
int buffer_check_plain(Value v);

/* BufferError, -1: an object whose bytes are looked at keeps its size. `exports` is what its type's slot points at. */
int buffer_check_resize(int64_t exports, const char *message);

#endif
