/* module.c: see module.h. */
#include "module.h"

#include "abstract.h"
#include "attr.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "import.h"
#include "method.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "type.h"

static Value module_alloc(Type *type)
{
    Value dict = dict_new();
    ModuleObject *module = dict ? object_alloc(type, sizeof *module) : NULL;
    if (module == NULL) {
        value_release_null(dict);
        return VALUE_NULL;
    }
    module->dict = as_dict(dict);
    gc_track(module);
    return value_of(module);
}

static int fill(Value module, Value name, Value doc)
{
    Dict *dict = module_dict(module);
    return dict_set_str(dict, name___name__, name) < 0 || dict_set_str(dict, name___doc__, doc) < 0 ||
                   dict_set_str(dict, name___package__, VALUE_NONE) < 0 || dict_set_str(dict, name___loader__, VALUE_NONE) < 0 ||
                   dict_set_str(dict, name___spec__, VALUE_NONE) < 0
               ? -1
               : 0;
}

Value module_new(const char *name)
{
    Str *key = str_intern_cstr(name);
    Value module = key ? module_alloc(&type_module) : VALUE_NULL;
    if (module && fill(module, value_of(key), VALUE_NONE) < 0)
        value_clear(&module);
    if (module)
        value_object(module)->flags |= MODULE_BUILTIN;
    return module;
}

/* Which module the functions of a table belong to, for error messages. */
typedef struct TableOwner {
    const NativeDef *first, *end;
    const char *module; /* interned, immortal */
} TableOwner;

enum { TABLE_OWNERS_MAX = 64 };
static TableOwner table_owners[TABLE_OWNERS_MAX];
static int table_owner_count;

static void remember_owner(const NativeDef *table, const char *module)
{
    const NativeDef *end = table;
    while (end->name)
        end++;
    Str *name = str_intern_cstr(module);
    if (!name)
        exc_clear(); /* messages will do without it */
    else if (table_owner_count < TABLE_OWNERS_MAX)
        table_owners[table_owner_count++] = (TableOwner){table, end, str_utf8(value_of(name), NULL)};
}

const char *module_name_of_native(const NativeDef *def)
{
    for (int i = 0; i < table_owner_count; i++)
        if (def >= table_owners[i].first && def < table_owners[i].end)
            return table_owners[i].module;
    return NULL;
}

int module_add_functions(Value module, const NativeDef *table)
{
    Value name = dict_get_str(module_dict(module), name___name__);
    const char *text = name && value_is_str(name) ? str_utf8(name, NULL) : NULL;
    if (text && strcmp(text, "builtins") != 0)
        remember_owner(table, text);
    for (const NativeDef *def = table; def->name; def++)
        if (module_set(module, def->name, native_function_new(def, VALUE_NULL, text)) < 0)
            return -1;
    return 0;
}

int module_set(Value module, const char *name, Value value_steal)
{
    if (!value_steal)
        return -1;
    int result = dict_set_cstr(module_dict(module), name, value_steal);
    value_release(value_steal);
    return result;
}

static Value module_make(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return module_alloc(type);
}

static int module_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Value bound[2];
    if (!native_bind("module(name, doc=)", args, nargs, kwnames, bound))
        return -1;
    if (!value_is_str(bound[0]))
        return raise_error_int(&exc_TypeError, "module() argument 'name' must be str, not %A", bound[0]);
    return fill(self, bound[0], bound[1] ? bound[1] : VALUE_NONE);
}

static void module_dealloc(Object *self)
{
    gc_untrack(self);
    object_release(((ModuleObject *)self)->dict);
    object_free(self, sizeof(ModuleObject));
}

static void module_traverse(Object *self, VisitFn visit, void *context)
{
    visit(value_of(((ModuleObject *)self)->dict), context);
}

static void module_clear(Object *self)
{
    dict_clear(((ModuleObject *)self)->dict);
}

/* What a module's spec says, whatever it is. */
static Value repr_by_spec(Value spec)
{
    static const char *const fields[] = {"name", "origin", "loader", "has_location"};
    Value values[4] = {0}, text = VALUE_NULL;
    for (int i = 0; i < 4; i++) {
        Str *field = str_intern_cstr(fields[i]);
        if (!field || !(values[i] = value_getattr(spec, field)))
            goto out;
    }
    int located = value_truth(values[3]);
    if (located < 0)
        goto out;
    value_set_steal(&values[0], values[0] == VALUE_NONE ? str_from_cstr("?") : value_retain(values[0]));
    if (!values[0])
        goto out;
    if (values[1] != VALUE_NONE)
        text = str_printf(located ? "<module %V from %V>" : "<module %V (%S)>", values[0], values[1]);
    else if (values[2] != VALUE_NONE)
        text = str_printf("<module %V (%V)>", values[0], values[2]);
    else
        text = str_printf("<module %V>", values[0]);
out:
    for (int i = 0; i < 4; i++)
        value_release_null(values[i]);
    return text;
}

static Value module_repr(Value self)
{
    Dict *dict = module_dict(self);
    Value spec = dict_get_str(dict, name___spec__), loader = dict_get_str(dict, name___loader__);
    Value name = dict_get_str(dict, name___name__), file = dict_get_str(dict, name___file__);
    if (spec && value_truth(spec) > 0)
        return repr_by_spec(spec);
    exc_clear();
    Value text, unnamed = name ? VALUE_NULL : str_from_cstr("?");
    if (!name && !unnamed)
        return VALUE_NULL;
    if (file)
        text = str_printf("<module %V from %V>", name ? name : unnamed, file);
    else if (loader && loader != VALUE_NONE)
        text = str_printf("<module %V (%V)>", name ? name : unnamed, loader);
    else if (name && value_object(self)->flags & MODULE_BUILTIN && !(value_is_str(name) && str_equal_cstr(name, "__main__")))
        text = str_printf("<module %V (built-in)>", name);
    else
        text = str_printf("<module %V>", name ? name : unnamed);
    value_release_null(unnamed);
    return text;
}

static Value module_getattr(Value self, Str *name)
{
    Value result;
    int found = attr_lookup_with_dict(self, name, module_dict(self), &result);
    if (unlikely(found > 0 && result == VALUE_NONE && (name == name___spec__ || name == name___loader__) &&
                 (value_object(self)->flags & (MODULE_BUILTIN | MODULE_SPEC_SET)) == MODULE_BUILTIN))
        return name == name___spec__ ? import_spec_of(self) : import_loader_of(self);
    if (found)
        return found > 0 ? result : VALUE_NULL;
    Value hook = dict_get_str(module_dict(self), name___getattr__);
    if (hook) {
        value_retain(hook);
        result = call_value1(hook, value_of(name));
        value_release(hook);
        return result;
    }
    Value own_name = dict_get_str(module_dict(self), name___name__);
    if (own_name && value_is_str(own_name))
        return attr_raise(self, name, str_printf(value_object(self)->flags & MODULE_INITIALIZING
                                                     ? "partially initialized module '%S' has no attribute '%Y' (most likely due to a circular import)"
                                                     : "module '%S' has no attribute '%Y'",
                                                 own_name, name));
    return attr_raise(self, name, str_printf("module has no attribute '%Y'", name));
}

static int module_setattr(Value self, Str *name, Value value)
{
    Value dict = value_of(module_dict(self));
    if (unlikely(name == name___spec__))
        value_object(self)->flags |= MODULE_SPEC_SET;
    return attr_set_with_dict(self, name, value, &dict);
}

static Value get_dict(Value self)
{
    return value_retain(value_of(module_dict(self)));
}

static Value module_dir(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value dict = value_getattr(self, name___dict__), hook;
    if (!dict)
        return VALUE_NULL;
    Value result = VALUE_NULL;
    if (!value_is_dict(dict))
        raise_error(&exc_TypeError, "<module>.__dict__ is not a dictionary");
    else
        result = (hook = dict_get_str(as_dict(dict), name___dir__)) ? call_value0(hook) : dict_keys_list(as_dict(dict));
    value_release(dict);
    return result;
}

static const NativeDef module_methods[] = {{"__dir__", module_dir, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};
/* Made when first asked for. */
static Value get_annotations(Value self)
{
    Value found = dict_get_str(module_dict(self), name___annotations__);
    if (found)
        return value_retain(found);
    Value made = dict_new();
    if (made && dict_set_str(module_dict(self), name___annotations__, made) < 0)
        value_clear(&made);
    return made;
}

static int set_annotations(Value self, Value value)
{
    if (value)
        return dict_set_str(module_dict(self), name___annotations__, value);
    if (!dict_get_str(module_dict(self), name___annotations__))
        return raise_error_int(&exc_AttributeError, "__annotations__");
    return dict_delete_str(module_dict(self), name___annotations__);
}

static const GetSetDef module_getsets[] = {{"__dict__", get_dict, attr_readonly}, {"__annotations__", get_annotations, set_annotations}, {NULL, NULL, NULL}};

Type type_module = {
    .head = OBJECT_STATIC(&type_type),
    .name = "module",
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_SUBCLASSABLE,
    .size = sizeof(ModuleObject),
    .new = module_make,
    .init = module_init,
    .dealloc = module_dealloc,
    .traverse = module_traverse,
    .clear = module_clear,
    .repr = module_repr,
    .getattr = module_getattr,
    .setattr = module_setattr,
    .methods = module_methods,
    .getsets = module_getsets,
};
