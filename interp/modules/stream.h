/* stream.h: the objects sys.stdin, sys.stdout and sys.stderr. */
#ifndef INTERP_STREAM_H
#define INTERP_STREAM_H

#include "object.h"

extern Type type_stream;

Value stream_new(int descriptor); /* 0, 1 or 2 */
bool value_is_stream(Value v, int descriptor); /* the built-in stream of that descriptor: print may write to it directly */
int stream_init(void);

#endif
