/* import_spec.c: the ModuleSpec of a module that was imported, made when a program first asks for it (import.h). */
#include "import.h"

#include "abstract.h"
#include "attr.h"
#include "names.h"
#include "types/dict.h"
#include "types/module.h"
#include "types/str.h"
#include "types/tuple.h"

Value import_make_spec(Value name, Value origin)
{
    Str *path = str_intern_cstr("importlib.machinery"), *type = str_intern_cstr("ModuleSpec"), *keyword = str_intern_cstr("origin");
    Value names = path && type && keyword ? tuple_pack(1, value_of(type)) : VALUE_NULL;
    Value module = names ? import_module(path, NULL, names, 0) : VALUE_NULL;
    Value maker = module ? value_getattr(module, type) : VALUE_NULL, keywords = maker ? tuple_pack(1, value_of(keyword)) : VALUE_NULL;
    Value spec = keywords ? call_value(maker, (Value[]){name, VALUE_NONE, origin}, 2, keywords) : VALUE_NULL;
    value_release_null(names);
    value_release_null(module);
    value_release_null(maker);
    value_release_null(keywords);
    return spec;
}

Value import_spec_of(Value module)
{
    Dict *dict = module_dict(module);
    Value name = dict_get_str(dict, name___name__), file = dict_get_str(dict, name___file__);
    if (!name || !value_is_str(name) || str_equal_cstr(name, "__main__"))
        return VALUE_NONE;
    Value path = dict_get_str(dict, name___path__);
    Value args[3] = {name, file && value_is_str(file) ? file : VALUE_NONE, path ? path : VALUE_NONE};
    Value spec = import_and_call("importlib._bootstrap", "_spec_of", args, 3);
    if (spec && dict_set_str(dict, name___spec__, spec) < 0)
        value_clear(&spec);
    return spec;
}

Value import_loader_of(Value module)
{
    Value spec = value_getattr(module, name___spec__), loader = VALUE_NULL;
    if (spec == VALUE_NONE)
        return spec;
    Str *name = spec ? str_intern_cstr("loader") : NULL;
    if (name)
        loader = value_getattr(spec, name);
    value_release_null(spec);
    if (loader && dict_set_str(module_dict(module), name___loader__, loader) < 0)
        value_clear(&loader);
    return loader;
}
