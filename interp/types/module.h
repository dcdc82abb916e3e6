/* types/module.h: module objects. */
#ifndef INTERP_TYPES_MODULE_H
#define INTERP_TYPES_MODULE_H

#include "object.h"

typedef struct ModuleObject {
    Object head;
    Dict *dict;    /* owned: the globals of its code */
} ModuleObject;

enum { MODULE_BUILTIN = 1u << 16 /* made by C code */, MODULE_INITIALIZING = 1u << 17 /* its code runs for the first time */,
       MODULE_SPEC_SET = 1u << 18 /* a program gave it a __spec__, or None */ }; /* Object.flags */

extern Type type_module;

Value module_new(const char *name); /* with __name__, __doc__, __package__, __loader__, __spec__ in its dict */
int module_add_functions(Value module, const NativeDef *table); /* natives, their __module__ is the module's name */
const char *module_name_of_native(const NativeDef *def); /* NULL: builtins, or not from module_add_functions */
int module_set(Value module, const char *name, Value value_steal); /* VALUE_NULL value: -1, the exception stays pending */

static inline ModuleObject *as_module(Value v) { return (ModuleObject *)value_object(v); }
static inline Dict *module_dict(Value v) { return ((ModuleObject *)value_object(v))->dict; }

#endif
