/* types/library_function.h: functions of the library that look and bind as builtin ones. */
#ifndef INTERP_TYPES_LIBRARY_FUNCTION_H
#define INTERP_TYPES_LIBRARY_FUNCTION_H

#include "object.h"

extern Type type_library_function;

Value library_function_new(Value function); /* TypeError: not a Python function */

#endif
