/* types/function.h: Python functions. */
#ifndef INTERP_TYPES_FUNCTION_H
#define INTERP_TYPES_FUNCTION_H

#include "object.h"

struct Code;

typedef struct Function {
    Object head;
    struct Code *code;   /* owned */
    Dict *globals;       /* owned */
    Dict *builtins;      /* owned; where globals are looked up next */
    Value closure;       /* tuple of cells or VALUE_NULL */
    Value defaults;      /* tuple or VALUE_NULL */
    Value kwdefaults;    /* dict or VALUE_NULL */
    Value name, qualname; /* str, never VALUE_NULL */
    Value module, doc, annotations, dict; /* VALUE_NULL: None, None, no annotations yet, no attributes yet */
} Function;

extern Type type_function;

/* Name, qualname, module (globals["__name__"]) and doc come from code and globals; the rest VALUE_NULL. */
Dict *function_current_builtins(void); /* borrowed: the running code's, or the interpreter's */
Value function_new(struct Code *code, Dict *globals);

static inline Function *as_function(Value v) { return (Function *)value_object(v); }
static inline bool value_is_function(Value v) { return value_is_object(v) && value_object(v)->type == &type_function; }

#endif
