/* builtins.c: fills the builtins module. */
#include "builtins.h"

#include "builtins_functions.h"
#include "exceptions.h"
#include "names.h"
#include "options.h"
#include "type.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/complex.h"
#include "types/float.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/memoryview.h"
#include "types/method.h"
#include "types/module.h"
#include "types/range.h"
#include "types/set.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"

Dict *builtins_dict;
Value builtins_module;

static const NativeDef builtin_functions[] = {
#define BUILTIN_ROW(name, min_args, max_args, flags) {#name, builtin_##name, min_args, max_args, flags},
    BUILTIN_FUNCTIONS(BUILTIN_ROW)
#undef BUILTIN_ROW
    {"__import__", builtin_import, 0, -1, NATIVE_KEYWORDS},
    {"__build_class__", build_class, 0, -1, NATIVE_KEYWORDS},
    {0},
};

static Type *const builtin_types[] = {
    &type_object, &type_type, &type_int, &type_bool, &type_float, &type_complex, &type_str, &type_bytes, &type_bytearray, &type_memoryview, &type_list, &type_tuple,
    &type_dict, &type_set, &type_frozenset, &type_range, &type_slice, &type_enumerate, &type_zip, &type_map, &type_filter,
    &type_reversed, &type_property, &type_staticmethod, &type_classmethod, &type_super, &exc_BaseException,
#define BUILTIN_EXCEPTION(name, base) &exc_##name,
    EXCEPTION_TYPES(BUILTIN_EXCEPTION)
#undef BUILTIN_EXCEPTION
};

static const struct {
    const char *name;
    Value value;
} builtin_constants[] = {
    {"None", VALUE_NONE}, {"False", VALUE_FALSE}, {"True", VALUE_TRUE}, {"NotImplemented", VALUE_NOT_IMPLEMENTED},
    {"Ellipsis", VALUE_ELLIPSIS},
};

/* open belongs to io, as pickles name it. */
static int give_open_to_io(void)
{
    Str *name = str_intern_cstr("open");
    Value module = str_from_cstr("io");
    if (name && module)
        value_set_steal(&as_native_function(dict_get_str(builtins_dict, name))->module, module);
    return name && module ? 0 : -1;
}

int builtins_init(void)
{
    builtins_module = module_new("builtins");
    if (!builtins_module || module_add_functions(builtins_module, builtin_functions) < 0)
        return -1;
    builtins_dict = module_dict(builtins_module);
    for (size_t i = 0; i < sizeof builtin_types / sizeof *builtin_types; i++)
        if (type_ready(builtin_types[i]) < 0 || dict_set_cstr(builtins_dict, builtin_types[i]->name, value_of(builtin_types[i])) < 0)
            return -1;
    if (give_open_to_io() < 0)
        return -1;
    for (size_t i = 0; i < sizeof builtin_constants / sizeof *builtin_constants; i++)
        if (dict_set_cstr(builtins_dict, builtin_constants[i].name, builtin_constants[i].value) < 0)
            return -1;
    if (dict_set_cstr(builtins_dict, "__debug__", value_bool(!options.optimize)) < 0 || dict_set_cstr(builtins_dict, "EnvironmentError", value_of(&exc_OSError)) < 0)
        return -1;
    return dict_set_cstr(builtins_dict, "IOError", value_of(&exc_OSError)) < 0 ? -1 : builtins_add_quitters();
}

void builtins_fini(void)
{
    builtins_dict = NULL;
    value_clear(&builtins_module);
}
