/* str_methods.h: str's method table and the methods that live in files of their own. */
#ifndef INTERP_TYPES_STR_METHODS_H
#define INTERP_TYPES_STR_METHODS_H

#include "types/str.h"

extern const NativeDef str_method_table[];

#define STR_METHOD(name) Value str_##name(Value self, const Value *args, int nargs, Value kwnames);

/* str_case.c */
STR_METHOD(capitalize) STR_METHOD(casefold) STR_METHOD(lower) STR_METHOD(upper) STR_METHOD(swapcase) STR_METHOD(title)
STR_METHOD(isalnum) STR_METHOD(isalpha) STR_METHOD(isascii) STR_METHOD(isdecimal) STR_METHOD(isdigit) STR_METHOD(isidentifier)
STR_METHOD(islower) STR_METHOD(isnumeric) STR_METHOD(isprintable) STR_METHOD(isspace) STR_METHOD(istitle) STR_METHOD(isupper)

/* str_split.c */
STR_METHOD(split) STR_METHOD(rsplit) STR_METHOD(splitlines) STR_METHOD(partition) STR_METHOD(rpartition) STR_METHOD(join_method)

/* str_strip.c: what removes from or adds to the ends */
STR_METHOD(strip) STR_METHOD(lstrip) STR_METHOD(rstrip) STR_METHOD(removeprefix) STR_METHOD(removesuffix)
STR_METHOD(center) STR_METHOD(ljust) STR_METHOD(rjust) STR_METHOD(zfill) STR_METHOD(expandtabs)

/* str_replace.c */
STR_METHOD(replace) STR_METHOD(translate) STR_METHOD(maketrans)

/* codec.c */
STR_METHOD(encode_method)
Value str_decode(Value bytes_like, const char *encoding, const char *errors);
Value str_decode_bytes(const uint8_t *data, int64_t length, const char *encoding, const char *errors);

#undef STR_METHOD

/* Optional start and end arguments (args[0], args[1] of nargs, None allowed), clipped to 0..length. -1: exception.
 * start may stay larger than length: then nothing is found, not even ''. */
int str_range_args(const Value *args, int nargs, const int64_t *length, int64_t *start, int64_t *end);

/* Argument count of find(sub[, start[, end]]) and its kin: false with TypeError pending. */
bool str_search_arity(const char *name, int nargs);

#endif
