/* builtins_functions.h: the functions of the builtins namespace, for its table. */
#ifndef INTERP_BUILTINS_FUNCTIONS_H
#define INTERP_BUILTINS_FUNCTIONS_H

#include "object.h"

#define BUILTIN_FUNCTIONS(X) /* X(name, min_args, max_args, flags) */                                                            \
    X(abs, 1, 1, 0) X(aiter, 1, 1, 0) X(all, 1, 1, 0) X(anext, 1, 2, 0) X(any, 1, 1, 0) X(ascii, 1, 1, 0) X(bin, 1, 1, 0) X(callable, 1, 1, 0) X(chr, 1, 1, 0)        \
    X(compile, 0, -1, NATIVE_KEYWORDS) X(delattr, 2, 2, 0) X(dir, 0, 1, 0) X(divmod, 2, 2, 0) X(eval, 1, 3, 0)                   \
    X(exec, 0, -1, NATIVE_KEYWORDS) X(format, 1, 2, 0) X(getattr, 2, 3, 0) X(globals, 0, 0, 0)                  \
    X(hasattr, 2, 2, 0) X(hash, 1, 1, 0) X(hex, 1, 1, 0) X(id, 1, 1, 0) X(input, 0, 1, 0) X(isinstance, 2, 2, 0)                 \
    X(issubclass, 2, 2, 0) X(iter, 1, 2, 0) X(len, 1, 1, 0) X(locals, 0, 0, 0) X(max, 0, -1, NATIVE_KEYWORDS)                    \
    X(min, 0, -1, NATIVE_KEYWORDS) X(next, 1, 2, 0) X(oct, 1, 1, 0) X(open, 0, -1, NATIVE_KEYWORDS) X(ord, 1, 1, 0)              \
    X(pow, 0, -1, NATIVE_KEYWORDS) X(print, 0, -1, NATIVE_KEYWORDS) X(repr, 1, 1, 0)                            \
    X(round, 0, -1, NATIVE_KEYWORDS) X(setattr, 3, 3, 0) X(sorted, 0, -1, NATIVE_KEYWORDS) X(sum, 0, -1, NATIVE_KEYWORDS)        \
    X(vars, 0, 1, 0)

#define BUILTIN_DECLARE(name, min_args, max_args, flags) Value builtin_##name(Value self, const Value *args, int nargs, Value kwnames);
BUILTIN_FUNCTIONS(BUILTIN_DECLARE)
#undef BUILTIN_DECLARE

Value builtin_import(Value self, const Value *args, int nargs, Value kwnames);

#endif
