/* format.h: turning values into text by a format specification: format(), str.format, the % operator and f-strings. */
#ifndef INTERP_TYPES_FORMAT_H
#define INTERP_TYPES_FORMAT_H

#include "object.h"

/* format(v, spec); spec is a str or VALUE_NULL for ''. Goes through type(v).__format__. */
Value value_format(Value v, Value spec);
/* One f-string field: conversion is 0, 'r', 's' or 'a'. */
Value value_format_converted(Value v, int conversion, Value spec_or_null);
/* str.__format__: v is a str. */
Value str_format_spec(Value v, Value spec);
/* str.format(*args, **kwargs), as a NativeFn is called; str.format_map(mapping). */
Value str_format(Value format, const Value *args, int nargs, Value kwnames);
Value str_format_map(Value format, Value mapping);
/* format % args */
Value str_percent(Value format, Value args);

#endif
