/* modules.h: the modules written in C, one file each. */
#ifndef INTERP_MODULES_H
#define INTERP_MODULES_H

#include "object.h"

typedef struct ModuleDef {
    const char *name;
    Value (*init)(void); /* a new module object */
} ModuleDef;

extern const ModuleDef builtin_modules[]; /* ends with name NULL */

Value module_sys_init(void);
Value module_os_init(void);
Value module_time_init(void);
Value module_math_init(void);
Value module_gc_init(void);

/* sys: values that main and import set */
int sys_set(const char *name, Value value);  /* value borrowed */
Value sys_get(const char *name);             /* borrowed or VALUE_NULL, no error */

#endif
