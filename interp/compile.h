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
    CompileMode mode;
    int optimize;     /* 1 as -O, 2 as -OO, 0 as neither */
    int32_t features; /* CODE_FUTURE_* that hold without the text importing them */
    bool decoded;     /* the text was a str: no mark and no line about the encoding is heeded */
} CompileOptions;

/* A new Code. VALUE_NULL: `diag` holds the error and nothing is pending. The arena is the one the tree lives in. */
Value compile_module(Arena *arena, const AstModule *module, const char *filename, CompileOptions how, Diag *diag);

Value constant_new(const Constant *constant); /* what it stands for */

#endif
