#include "modules.h"

#include "abstract.h"
#include "dict.h"
#include "module.h"
#include "names.h"
#include "str.h"
#include "type.h"

static const ModuleDef builtin_modules[] = {
    {"sys", module_sys_init},
    {"binascii", module_binascii_init},
    {"array", module_array_init},
    {"gc", module_gc_init},
    {"itertools", module_itertools_init},
    {"math", module_math_init},
    {"os", module_os_init},
    {"resource", module_resource_init},
    {"time", module_time_init},
    {"unicodedata", module_unicodedata_init},
    {"zlib", module_zlib_init},
    {"_abc", module_abc_init},
    {"_bisect", module_bisect_init},
    {"_codec_steps", module_codec_steps_init},
    {"_collections", module_collections_init},
    {"_contextvars", module_contextvars_init},
    {"_decimal_quick", module_decimal_quick_init},
    {"_cmath_quick", module_cmath_quick_init},
    {"_functools", module_functools_init},
    {"_hashlib", module_hashlib_init},
    {"_heapq", module_heapq_init},
    {"_io", module_io_init},
    {"_json", module_json_init},
    {"_imp", module_imp_init},
    {"_literal", module_literal_init},
    {"_operator", module_operator_init},
    {"_random", module_random_init},
    {"_re", module_re_init},
    {"_warnings", module_warnings_init},
    {"_weakref", module_weakref_init},
    {"_struct", module_struct_init},
    {"_traceback", module_traceback_init},
    {0},
};

const ModuleDef *module_builtin(Value name)
{
    const ModuleDef *def = builtin_modules;
    while (def->name && !str_equal_cstr(name, def->name))
        def++;
    return def->name ? def : NULL;
}

int type_take_dotted_name(Type *type)
{
    const char *dot = strrchr(type->name, '.'), *name = dot ? dot + 1 : type->name;
    if (dot && !type->module) {
        Value prefix = str_from_utf8(type->name, (size_t)(dot - type->name));
        Str *short_name = prefix ? str_intern_cstr(name) : NULL;
        if (!short_name) {
            value_release_null(prefix);
            return -1;
        }
        str_intern_in_place(&prefix);
        type->module = as_str(prefix);
        type->name_str = short_name;
        object_retain(short_name);
    }
    return 0;
}

int module_add_type(Value module, Type *type)
{
    if (type_take_dotted_name(type) < 0 || type_ready(type) < 0)
        return -1;
    const char *dot = strrchr(type->name, '.');
    return module_set(module, dot ? dot + 1 : type->name, value_retain(value_of(type)));
}

Value module_from_parts(const char *name, const NativeDef *functions, Type *const *types, size_t type_count)
{
    Value module = module_new(name);
    bool ok = module && (!functions || module_add_functions(module, functions) == 0);
    for (size_t i = 0; ok && i < type_count; i++)
        ok = module_add_type(module, types[i]) == 0;
    if (module && !ok)
        value_clear(&module);
    return module;
}

Value module_new_exception(const char *module, const char *name, Value bases_steal)
{
    Value class_name = str_from_cstr(name), names = dict_new(), where = str_from_cstr(module), made = VALUE_NULL;
    if (class_name && bases_steal && names && where && dict_set_str(as_dict(names), name___module__, where) == 0)
        made = call_value(value_of(&type_type), (Value[]){class_name, bases_steal, names}, 3, VALUE_NULL);
    value_release_null(class_name);
    value_release_null(bases_steal);
    value_release_null(names);
    value_release_null(where);
    return made;
}
