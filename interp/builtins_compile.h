/* builtins_compile.h: source text as eval, exec and compile take it. */
#ifndef INTERP_BUILTINS_COMPILE_H
#define INTERP_BUILTINS_COMPILE_H

#include "compile.h"
#include "object.h"

/* From a str, bytes or another object with a buffer; eval's may begin with blanks. NULL: SyntaxError, or TypeError "<function>() arg 1 must be a <what> object". */
Code *compile_given(Value source, const char *function, const char *what, const char *filename, CompileOptions how);

/* CODE_FUTURE_* of the calling code: what it has imported from __future__ holds for the text that it has compiled. */
int32_t current_features(void);

#endif
