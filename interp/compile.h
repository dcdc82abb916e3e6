/* compile.h: syntax tree in, Code out. */
#ifndef INTERP_COMPILE_H
#define INTERP_COMPILE_H

#include "arena.h"
#include "ast.h"
#include "code.h"
#include "diag.h"

typedef enum CompileMode {
    COMPILE_MODULE, /* the main program or an imported module: its globals are its locals */
    COMPILE_EXEC,   /* exec() and compile(): globals and locals may differ, so names go through a namespace in local 0 */
    COMPILE_EVAL,   /* one expression, its value is returned */
    COMPILE_SINGLE, /* as EXEC; expression statements are printed */
} CompileMode;

typedef struct CompileOptions {
    int optimize;            /* 1 as -O (no assert statements, __debug__ is False), 2 as -OO (no docstrings either), 0 as neither */
    bool future_annotations; /* as if the source imported annotations from __future__ */
} CompileOptions;

/* A new Code. VALUE_NULL: `diag` holds the error and nothing is pending. The arena is the one the tree lives in. */
Value compile_module(Arena *arena, const AstModule *module, const char *filename, CompileMode mode, CompileOptions how, Diag *diag);

Value constant_new(const Constant *constant); /* what it stands for */

#endif
