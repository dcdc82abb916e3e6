/* bytes_methods.h: what bytes and bytearray share: constructor argument, comparison, reading slots and methods. */
#ifndef INTERP_TYPES_BYTES_METHODS_H
#define INTERP_TYPES_BYTES_METHODS_H

#include "types/bytes.h"

#define BYTES_METHOD_ROWS \
    { "capitalize", bytes_capitalize, 0, 0, 0 }, { "center", bytes_center, 1, 2, 0 }, { "count", bytes_count_method, 0, -1, NATIVE_VARARGS }, \
    { "decode", bytes_decode, 0, 2, NATIVE_KEYWORDS }, { "endswith", bytes_endswith, 0, -1, NATIVE_VARARGS }, \
    { "expandtabs", bytes_expandtabs, 0, 1, NATIVE_KEYWORDS }, { "find", bytes_find_method, 0, -1, NATIVE_VARARGS }, \
    { "hex", bytes_hex, 0, 2, NATIVE_KEYWORDS }, { "index", bytes_index, 0, -1, NATIVE_VARARGS }, { "isalnum", bytes_isalnum, 0, 0, 0 }, \
    { "isalpha", bytes_isalpha, 0, 0, 0 }, { "isascii", bytes_isascii, 0, 0, 0 }, { "isdigit", bytes_isdigit, 0, 0, 0 }, \
    { "islower", bytes_islower, 0, 0, 0 }, { "isspace", bytes_isspace, 0, 0, 0 }, { "istitle", bytes_istitle, 0, 0, 0 }, \
    { "isupper", bytes_isupper, 0, 0, 0 }, { "join", bytes_join, 1, 1, 0 }, { "ljust", bytes_ljust, 1, 2, 0 }, \
    { "lower", bytes_lower, 0, 0, 0 }, { "lstrip", bytes_lstrip, 0, 1, 0 }, { "maketrans", bytes_maketrans, 2, 2, NATIVE_STATIC }, \
    { "partition", bytes_partition, 1, 1, 0 }, { "removeprefix", bytes_removeprefix, 1, 1, 0 }, \
    { "removesuffix", bytes_removesuffix, 1, 1, 0 }, { "replace", bytes_replace, 2, 3, 0 }, { "rfind", bytes_rfind_method, 0, -1, NATIVE_VARARGS }, \
    { "rindex", bytes_rindex, 0, -1, NATIVE_VARARGS }, { "rjust", bytes_rjust, 1, 2, 0 }, { "rpartition", bytes_rpartition, 1, 1, 0 }, \
    { "rsplit", bytes_rsplit, 0, 2, NATIVE_KEYWORDS }, { "rstrip", bytes_rstrip, 0, 1, 0 }, \
    { "split", bytes_split, 0, 2, NATIVE_KEYWORDS }, { "splitlines", bytes_splitlines, 0, 1, NATIVE_KEYWORDS }, \
    { "startswith", bytes_startswith, 0, -1, NATIVE_VARARGS }, { "strip", bytes_strip, 0, 1, 0 }, { "swapcase", bytes_swapcase, 0, 0, 0 }, \
    { "title", bytes_title, 0, 0, 0 }, { "translate", bytes_translate, 1, 2, NATIVE_KEYWORDS }, { "upper", bytes_upper, 0, 0, 0 }, \
    { "zfill", bytes_zfill, 1, 1, 0 }

#define BYTES_METHOD(name) Value bytes_##name(Value self, const Value *args, int nargs, Value kwnames);

/* bytes_methods.c */
BYTES_METHOD(count_method) BYTES_METHOD(decode) BYTES_METHOD(endswith) BYTES_METHOD(find_method) BYTES_METHOD(hex) BYTES_METHOD(index)
BYTES_METHOD(join) BYTES_METHOD(replace) BYTES_METHOD(rfind_method) BYTES_METHOD(rindex) BYTES_METHOD(startswith) BYTES_METHOD(translate)
BYTES_METHOD(maketrans)

/* bytes_text.c: bytes as ASCII text, and the methods that cut or pad */
BYTES_METHOD(capitalize) BYTES_METHOD(center) BYTES_METHOD(expandtabs) BYTES_METHOD(isalnum) BYTES_METHOD(isalpha) BYTES_METHOD(isascii)
BYTES_METHOD(isdigit) BYTES_METHOD(islower) BYTES_METHOD(isspace) BYTES_METHOD(istitle) BYTES_METHOD(isupper) BYTES_METHOD(ljust)
BYTES_METHOD(lower) BYTES_METHOD(lstrip) BYTES_METHOD(partition) BYTES_METHOD(removeprefix) BYTES_METHOD(removesuffix) BYTES_METHOD(rjust)
BYTES_METHOD(rpartition) BYTES_METHOD(rsplit) BYTES_METHOD(rstrip) BYTES_METHOD(split) BYTES_METHOD(splitlines) BYTES_METHOD(strip)
BYTES_METHOD(swapcase) BYTES_METHOD(title) BYTES_METHOD(upper) BYTES_METHOD(zfill)

#undef BYTES_METHOD

Value bytes_like_new(Value like, const void *data, size_t length); /* a bytearray when `like` is one, else a bytes */
/* What a bytes-like object holds: v itself, or *view, filled in, until it changes. NULL: TypeError as of bytes_require, or why its buffer cannot be had. */
const Bytes *bytes_of(Value v, Bytes *view);
Value bytes_copy_of(Value v); /* a bytes of what a bytes-like object holds */
bool bytes_require(Value v);   /* of bytes and bytearray: false with TypeError "a bytes-like object is required, not 'X'" */
bool bytes_byte_value(Value v, uint8_t *out, const char *range_error); /* an int in range(256) */
/* What the constructors take: count, bytes-like, iterable of ints, or text with encoding; a bytes object. */
Value bytes_from_arguments(const char *signature, const Value *args, int nargs, Value kwnames);
Value bytes_from_iterator_steal(Value iterator, const char *range_error);
Value bytes_fromhex(const char *type_name, Value text); /* a bytes object */

Value bytes_iter_new(Value bytes_like);
Value bytes_compare(Value a, Value b, CompareOp op);
Value bytes_concat(Value a, Value b);
Value bytes_repeat(Value self, Value count);
Value bytes_getitem(Value self, Value key);
int bytes_contains(Value self, Value item);
int64_t bytes_length(Value self);
int bytes_truth(Value self);

#endif
