/* import_finders.c: modules through sys.meta_path, once a program has asked for it: its own finders in their place, ours in C. */
#include "import.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "import_find.h"
#include "names.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/module.h"
#include "types/str.h"

#define BOOTSTRAP "importlib._bootstrap"

/* Is it the class of that name in importlib._bootstrap? */
static bool is_ours(Value finder, const char *name)
{
    Str *path = str_intern_cstr(BOOTSTRAP), *key = str_intern_cstr(name);
    Value module = path && key ? dict_get_str(as_dict(import_get_modules()), path) : VALUE_NULL;
    exc_clear();
    return module && value_is_heap_exactly(module, &type_module) && dict_get_str(module_dict(module), key) == finder;
}

/* The module of the spec that it gives; VALUE_NULL with nothing pending: none. */
static Value ask(Value finder, Str *full_name, Value path)
{
    Value find, module = VALUE_NULL;
    if (value_lookup_attr(finder, name_find_spec, &find) <= 0)
        return VALUE_NULL;
    Value spec = call_value(find, (Value[]){value_of(full_name), path, VALUE_NONE}, 3, VALUE_NULL);
    value_release(find);
    if (spec && spec != VALUE_NONE)
        module = import_and_call(BOOTSTRAP, "_load", &spec, 1);
    value_release_null(spec);
    return module;
}

Value import_by_finders(Value finders, Str *full_name, const char *last, bool in_package, Value path)
{
    Value module = VALUE_NULL;
    value_retain(finders);
    for (int64_t i = 0; !module && !exc_pending() && i < as_list(finders)->length; i++) {
        Value finder = value_retain(as_list(finders)->items[i]);
        if (is_ours(finder, "BuiltinImporter"))
            module = in_package ? VALUE_NULL : import_load_builtin(full_name);
        else if (is_ours(finder, "PathFinder"))
            module = import_load_from_path(full_name, last, path);
        else
            module = ask(finder, full_name, in_package ? path : VALUE_NONE);
        value_release(finder);
    }
    value_release(finders);
    return module;
}
