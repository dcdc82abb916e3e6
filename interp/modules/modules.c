#include "modules.h"

const ModuleDef builtin_modules[] = {
    {"sys", module_sys_init}, {"os", module_os_init}, {"time", module_time_init},
    {"math", module_math_init}, {"gc", module_gc_init}, {0},
};
