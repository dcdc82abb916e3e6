/* warnings.c: the module _warnings: warn() and warn_explicit() as functions in C, so that a warning that is an error is raised where it was given.
 * What they do is in lib/warnings.py, whose functions return the exception that is to be raised. */
#include "modules.h"

#include "abstract.h"
#include "attr.h"
#include "dict.h"
#include "exceptions.h"
#include "import.h"
#include "module.h"
#include "str.h"

static Value call_library(const char *function, const Value *args, int nargs, Value kwnames)
{
    Str *module_name = str_intern_cstr("warnings"), *name = str_intern_cstr(function);
    Value module = module_name && name ? import_module(module_name, NULL, VALUE_NONE, 0) : VALUE_NULL;
    Value callable = module ? value_getattr(module, name) : VALUE_NULL;
    Value result = callable ? call_value(callable, args, nargs, kwnames) : VALUE_NULL;
    value_release_null(module);
    value_release_null(callable);
    if (!result || !value_has_type_flag(result, TYPE_EXCEPTION))
        return result;
    raise_object_steal(result);
    return VALUE_NULL;
}

static Value warnings_warn(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    return call_library("_warn", args, nargs, kwnames);
}

static Value warnings_warn_explicit(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    return call_library("_warn_explicit", args, nargs, kwnames);
}

static const NativeDef functions[] = {
    {"warn", warnings_warn, 0, -1, NATIVE_KEYWORDS},
    {"warn_explicit", warnings_warn_explicit, 0, -1, NATIVE_KEYWORDS},
    {0},
};

Value module_warnings_init(void)
{
    Value module = module_new("_warnings");
    if (module && module_add_functions(module, functions) < 0)
        value_clear(&module);
    return module;
}
