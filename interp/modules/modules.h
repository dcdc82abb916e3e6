/* modules.h: the modules written in C, one file each. */
#ifndef INTERP_MODULES_H
#define INTERP_MODULES_H

#include "object.h"

typedef struct ModuleDef {
    const char *name;
    Value (*init)(void); /* a new module object */
} ModuleDef;

const ModuleDef *module_builtin(Value name); /* of that name, a str; NULL: none */

Value module_sys_init(void);
Value module_os_init(void);
Value module_time_init(void);
Value module_unicodedata_init(void);
Value module_math_init(void);
Value module_gc_init(void);
Value module_warnings_init(void);
Value module_weakref_init(void);
Value module_itertools_init(void);
Value module_functools_init(void);
Value module_abc_init(void);
Value module_array_init(void);
Value module_binascii_init(void);
Value module_hashlib_init(void);
Value module_resource_init(void);
Value module_struct_init(void);
Value module_traceback_init(void);
Value module_json_init(void);
Value module_io_init(void);
Value module_random_init(void);
Value module_re_init(void);
Value module_bisect_init(void);
Value module_heapq_init(void);
Value module_imp_init(void);
Value module_literal_init(void);
Value module_operator_init(void);
Value module_codec_steps_init(void);
Value module_collections_init(void);
Value module_contextvars_init(void);
Value module_decimal_quick_init(void);
Value module_cmath_quick_init(void);
Value module_zlib_init(void);

/* A class of exceptions, made as a class statement in the module would make it. bases: a tuple; VALUE_NULL: there was no memory for it. */
Value module_new_exception(const char *module, const char *name, Value bases_steal);

/* A module of functions (may be NULL) and types, which are made ready; "itertools.count" gives its type __module__ and __name__. */
Value module_from_parts(const char *name, const NativeDef *functions, Type *const *types, size_t type_count);
int module_add_type(Value module, Type *type); /* the same for one type */
int type_take_dotted_name(Type *type); /* "m.T": __module__ m, __name__ T; a name without a dot stays */

/* sys: values that main and import set */
Dict *sys_dict(void);
int sys_set(const char *name, Value value);  /* value borrowed */
Value sys_get(Str *name);             /* borrowed or VALUE_NULL, no error */

#endif
