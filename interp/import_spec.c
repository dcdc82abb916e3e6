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

static int set_place(Value spec, Dict *dict, bool in_file)
{
    Str *locations = str_intern_cstr("submodule_search_locations"), *has_location = str_intern_cstr("has_location");
    Value path = dict_get_str(dict, name___path__);
    if (!locations || !has_location || (path && value_setattr(spec, locations, path) < 0))
        return -1;
    return in_file ? value_setattr(spec, has_location, VALUE_TRUE) : 0;
}

Value import_spec_of(Value module)
{
    Dict *dict = module_dict(module);
    Value name = dict_get_str(dict, name___name__), file = dict_get_str(dict, name___file__);
    if (!name || !value_is_str(name) || str_equal_cstr(name, "__main__"))
        return VALUE_NONE;
    bool in_file = file && value_is_str(file);
    Value origin = in_file ? value_retain(file) : str_from_cstr("built-in");
    Value spec = origin ? import_make_spec(name, dict_get_str(dict, name___path__) && !in_file ? VALUE_NONE : origin) : VALUE_NULL;
    value_release_null(origin);
    if (spec && (set_place(spec, dict, in_file) < 0 || dict_set_str(dict, name___spec__, spec) < 0))
        value_clear(&spec);
    return spec;
}
