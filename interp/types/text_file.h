/* text_file.h: TextIOWrapper, text over a file of bytes: what open() gives, and sys.stdin, sys.stdout and sys.stderr. */
#ifndef INTERP_TYPES_TEXT_FILE_H
#define INTERP_TYPES_TEXT_FILE_H

#include "object.h"

extern Type type_text_file;

/* Over `buffer`. encoding, errors, newline: str, or VALUE_NULL for UTF-8, strict and universal newlines. mode may be VALUE_NULL. */
Value text_file_over(Value buffer, Value encoding, Value errors, Value newline, bool line_buffering, Value mode);
Value text_file_standard(int descriptor); /* 0, 1 or 2 */

/* The built-in stream of that descriptor, as it was at the start: print may write UTF-8 to it directly. */
bool value_is_stream(Value v, int descriptor);
int text_file_write(Value file, Value str); /* 0, -1 */

#endif
