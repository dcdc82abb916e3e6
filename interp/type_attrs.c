/* type_attrs.c: what Python code sees on a class: its attributes, its methods, its repr. */
#include "type_private.h"

#include "abstract.h"
#include "attr.h"
#include "types/bytes.h"
#include "exceptions.h"
#include "modules/modules.h"
#include "names.h"
#include "object_life.h"
#include "types/dict.h"
#include "types/generic_alias.h"
#include "types/int.h"
#include "types/list.h"
#include "types/method.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- names ---- */

/* "_io.FileIO" is FileIO of the module _io: told apart when somebody asks, for most programs never do. -1: an exception is pending. */
static int split_name(Type *type) { return type->flags & TYPE_HEAP || type->module ? 0 : type_take_dotted_name(type); }

Value type_name_value(Type *type)
{
    if (split_name(type) < 0)
        return VALUE_NULL;
    return type->name_str ? value_retain(value_of(type->name_str)) : str_from_cstr(type->name);
}

Value type_qualname_value(Type *type)
{
    return type->qualname ? value_retain(value_of(type->qualname)) : type_name_value(type);
}

Value type_module_value(Type *type)
{
    if (type->flags & TYPE_HEAP) {
        Value module = type->dict ? dict_get_str(type->dict, name___module__) : VALUE_NULL;
        return module ? value_retain(module) : str_from_cstr("builtins");
    }
    if (split_name(type) < 0)
        return VALUE_NULL;
    return type->module ? value_retain(value_of(type->module)) : value_retain(value_of(name_builtins));
}

int type_name_as_builtin(Type *type)
{
    Value full = type_full_name(type);
    const char *text = full ? str_utf8(full, NULL) : NULL;
    if (!text) {
        value_release_null(full);
        return -1;
    }
    object_release_null(type->module); /* of a heap class it only keeps the text */
    type->module = as_str(full);
    type->name = text;
    return 0;
}

Value type_full_name(Type *type)
{
    Value module = type_module_value(type), qualname = type_qualname_value(type), result = VALUE_NULL;
    if (module && qualname) {
        if (!value_is_str(module) || str_equal_cstr(module, "builtins"))
            result = value_retain(qualname);
        else
            result = str_printf("%S.%S", module, qualname);
    }
    value_release_null(module);
    value_release_null(qualname);
    return result;
}

Value type_repr(Value self)
{
    Value name = type_full_name(as_type(self));
    if (!name)
        return VALUE_NULL;
    Value result = str_printf("<class '%S'>", name);
    value_release(name);
    return result;
}

/* ---- attribute access ---- */

Value type_getattr(Value self, Str *name)
{
    Type *type = as_type(self), *meta = type_of(self);
    Value on_meta = type_lookup(meta, name);
    Type *on_meta_type = on_meta ? type_of(on_meta) : NULL;
    if (on_meta && on_meta_type->flags & TYPE_DESCRIPTOR_DATA && on_meta_type->descr_get)
        return on_meta_type->descr_get(on_meta, self, meta);
    Value own = type_lookup(type, name);
    if (own) {
        Value (*get)(Value, Value, Type *) = type_of(own)->descr_get;
        if (get == NULL)
            return value_retain(own);
        value_retain(own);
        Value result = get(own, VALUE_NULL, type);
        value_release(own);
        return result;
    }
    if (!on_meta)
        return attr_raise_missing(self, name);
    if (on_meta_type->descr_get == NULL)
        return value_retain(on_meta);
    value_retain(on_meta);
    Value result = on_meta_type->descr_get(on_meta, self, meta);
    value_release(on_meta);
    return result;
}

int type_setattr(Value self, Str *name, Value value)
{
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP))
        return raise_error_int(&exc_TypeError, "cannot set '%Y' attribute of immutable type '%s'", name, type->name);
    Value on_meta = type_lookup(type_of(self), name);
    if (on_meta && type_of(on_meta)->descr_set)
        return type_of(on_meta)->descr_set(on_meta, self, value);
    return type_set_attribute(type, name, value);
}

Value type_or(Value a, Value b)
{
    return union_new(a, b);
}

Value type_ror(Value b, Value a)
{
    return union_new(a, b);
}

/* ---- getsets ---- */

static int check_settable(Type *type, Value value, const char *name)
{
    if (!(type->flags & TYPE_HEAP))
        return raise_error_int(&exc_TypeError, "cannot set '%s' attribute of immutable type '%s'", name, type->name);
    if (!value)
        return raise_error_int(&exc_TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, type->name);
    return 0;
}

static Value get_name(Value self) { return type_name_value(as_type(self)); }
static Value get_qualname(Value self) { return type_qualname_value(as_type(self)); }
static Value get_module(Value self) { return type_module_value(as_type(self)); }
static Value get_bases(Value self) { return value_retain(value_of(as_type(self)->bases)); }
static Value get_mro(Value self) { return value_retain(value_of(as_type(self)->mro)); }
static Value get_dict(Value self) { return mappingproxy_new(value_of(as_type(self)->dict)); }
static Value get_basicsize(Value self) { return int_from_int64((int64_t)as_type(self)->size); }

/* The bits of CPython's tp_flags that programs look at. */
static Value get_flags(Value self)
{
    static const struct {
        uint32_t own;
        int bit;
    } bits[] = {{TYPE_HEAP, 9}, {TYPE_SUBCLASSABLE, 10}, {TYPE_GC, 14}, {TYPE_ABSTRACT, 20}, {TYPE_INT, 24}, {TYPE_LIST, 25}, {TYPE_TUPLE, 26},
                {TYPE_BYTES, 27}, {TYPE_STR, 28}, {TYPE_DICT, 29}, {TYPE_EXCEPTION, 30}, {TYPE_TYPE, 31}};
    int64_t flags = 1 << 12; /* ready */
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (as_type(self)->flags & bits[i].own)
            flags |= (int64_t)1 << bits[i].bit;
    return int_from_int64(flags);
}

/* Of the types whose instances have no fixed size in CPython. */
static Value get_itemsize(Value self)
{
    Type *builtin = type_solid_builtin(as_type(self));
    int size = builtin == &type_tuple ? 8 : builtin == &type_int || builtin == &type_bool ? 4 : builtin == &type_bytes ? 1 : builtin == &type_type ? 40 : 0;
    return value_from_small_int(size);
}

static Value get_zero(Value self) { (void)self; return value_from_small_int(0); }

static Value get_base(Value self)
{
    Type *base = as_type(self)->base;
    return base ? value_retain(value_of(base)) : VALUE_NONE;
}

/* A class's name and text are kept as UTF-8, too, which has no surrogates: NULL, UnicodeEncodeError. Borrowed. */
const char *type_utf8(Value text)
{
    if (!as_str(text)->ascii) {
        Value encoded = call_method(text, name_encode, NULL, 0);
        if (!encoded)
            return NULL;
        value_release(encoded);
    }
    return str_utf8(text, NULL);
}

static int set_name(Value self, Value value)
{
    Type *type = as_type(self);
    if (check_settable(type, value, "__name__") < 0)
        return -1;
    if (!value_is_str(value))
        return raise_error_int(&exc_TypeError, "can only assign string to %s.__name__, not '%T'", type->name, value);
    const char *text = type_utf8(value);
    if (text == NULL)
        return -1;
    if (memchr(text, 0, (size_t)as_str(value)->length))
        return raise_error_int(&exc_ValueError, "type name must not contain null characters");
    Str *old = type->name_str;
    type->name_str = as_str(value_retain(value));
    type->name = text;
    object_release_null(old);
    return 0;
}

static int set_qualname(Value self, Value value)
{
    Type *type = as_type(self);
    if (check_settable(type, value, "__qualname__") < 0)
        return -1;
    if (!value_is_str(value))
        return raise_error_int(&exc_TypeError, "can only assign string to %s.__qualname__, not '%T'", type->name, value);
    Str *old = type->qualname;
    type->qualname = as_str(value_retain(value));
    object_release_null(old);
    return 0;
}

static int set_in_dict(Value self, Str *name, Value value, const char *text)
{
    return check_settable(as_type(self), value, text) < 0 ? -1 : type_set_attribute(as_type(self), name, value);
}

static int set_module(Value self, Value value) { return set_in_dict(self, name___module__, value, "__module__"); }
static int set_doc(Value self, Value value) { return set_in_dict(self, name___doc__, value, "__doc__"); }

static Value get_doc(Value self)
{
    Type *type = as_type(self);
    Value doc = dict_get_str(type->dict, name___doc__);
    if (!doc)
        return VALUE_NONE;
    return type_of(doc)->descr_get ? type_of(doc)->descr_get(doc, VALUE_NULL, type) : value_retain(doc);
}

static Value get_annotations(Value self)
{
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP)) {
        return attr_raise(self, name___annotations__,
                          str_printf("type object '%s' has no attribute '__annotations__'", type->name));
    }
    Value annotations = dict_get_str(type->dict, name___annotations__);
    if (annotations)
        return value_retain(annotations);
    annotations = dict_new();
    if (annotations && type_set_attribute(type, name___annotations__, annotations) < 0)
        value_clear(&annotations);
    return annotations;
}

static int set_annotations(Value self, Value value)
{
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP))
        return raise_error_int(&exc_TypeError, "cannot set '__annotations__' attribute of immutable type '%s'", type->name);
    return type_set_attribute(type, name___annotations__, value);
}

static Value get_abstract_methods(Value self)
{
    Value names = as_type(self) == &type_type ? VALUE_NULL : dict_get_str(as_type(self)->dict, name___abstractmethods__);
    if (names)
        return value_retain(names);
    return attr_raise(self, name___abstractmethods__, str_from_cstr("__abstractmethods__"));
}

static int set_abstract_methods(Value self, Value value)
{
    Type *type = as_type(self);
    int truth = value ? value_truth(value) : 0;
    if (truth < 0 || type_set_attribute(type, name___abstractmethods__, value) < 0)
        return -1;
    type->flags = truth ? type->flags | TYPE_ABSTRACT : type->flags & ~(uint32_t)TYPE_ABSTRACT;
    return 0;
}

/* The MROs of a class and everything below it. */
static int recompute_mros(Type *type)
{
    if (type_compute_mro(type) < 0 || type_ask_metaclass_mro(type) < 0)
        return -1;
    type_slots_update_all(type);
    for (uint32_t i = 0; i < type_subclass_count(type); i++)
        if (recompute_mros(type_subclass_at(type, i)) < 0)
            return -1;
    return 0;
}

/* The MROs of a class and everything below it go into a list: class, MRO, class, MRO, … */
static int keep_mros(Type *type, Value list)
{
    if (list_append_steal(list, value_retain(value_of(type))) < 0 || list_append_steal(list, value_retain(value_of(type->mro))) < 0)
        return -1;
    for (uint32_t i = 0; i < type_subclass_count(type); i++)
        if (keep_mros(type_subclass_at(type, i), list) < 0)
            return -1;
    return 0;
}

static void bring_back_mros(const List *kept)
{
    for (int64_t i = 0; i < kept->length; i += 2) {
        Type *type = as_type(kept->items[i]);
        Tuple *failed = type->mro;
        type->mro = as_tuple(value_retain(kept->items[i + 1]));
        object_release(failed);
        type_slots_update_all(type);
    }
}

static int check_new_bases(Type *type, Value value)
{
    if (!value_is_tuple(value))
        return raise_error_int(&exc_TypeError, "can only assign tuple to %s.__bases__, not %T", type->name, value);
    if (as_tuple(value)->length == 0)
        return raise_error_int(&exc_TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", type->name);
    for (int64_t i = 0; i < as_tuple(value)->length; i++) {
        Value base = as_tuple(value)->items[i];
        if (!value_is_type(base))
            return raise_error_int(&exc_TypeError, "%s.__bases__ must be tuple of classes, not '%T'", type->name, base);
        if (type_is_subtype(as_type(base), type))
            return raise_error_int(&exc_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return 0;
}

static int set_bases(Value self, Value value)
{
    Type *type = as_type(self);
    if (check_settable(type, value, "__bases__") < 0 || check_new_bases(type, value) < 0)
        return -1;
    Type *base = type_best_base(as_tuple(value));
    if (base == NULL)
        return -1;
    if (type_solid_builtin(base) != type_solid_builtin(type) || base->attrs_offset != type->base->attrs_offset ||
        base->size != type->base->size)
        return raise_error_int(&exc_TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", base->name, type->base->name);
    Value kept = list_new(0);
    if (!kept || keep_mros(type, kept) < 0)
        return value_release_null(kept), -1;
    Tuple *old_bases = type->bases;
    Type *old_base = type->base;
    for (int64_t i = 0; i < old_bases->length; i++)
        type_remove_subclass(as_type(old_bases->items[i]), type);
    type->bases = as_tuple(value_retain(value));
    object_retain(base);
    type->base = base;
    int result = recompute_mros(type);
    if (result < 0) {
        object_release(type->bases);
        object_release(base);
        type->bases = old_bases;
        type->base = old_base;
        bring_back_mros(as_list(kept));
    } else {
        object_release(old_bases);
        object_release(old_base);
    }
    for (int64_t i = 0; i < type->bases->length; i++)
        if (type_add_subclass(as_type(type->bases->items[i]), type) < 0)
            result = -1;
    value_release(kept);
    type_modified(&type_object); /* instances may have become descriptors, in any class */
    return result;
}

static Value get_text_signature(Value self) { return as_type(self)->flags & TYPE_HEAP ? VALUE_NONE : native_text_signature(self); }

const GetSetDef type_getsets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__bases__", get_bases, set_bases},
    {"__base__", get_base, attr_readonly},
    {"__mro__", get_mro, attr_readonly},
    {"__dict__", get_dict, NULL},
    {"__doc__", get_doc, set_doc},
    {"__text_signature__", get_text_signature, NULL},
    {"__annotations__", get_annotations, set_annotations},
    {"__flags__", get_flags, attr_readonly},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods},
    {"__basicsize__", get_basicsize, attr_readonly},
    {"__itemsize__", get_itemsize, attr_readonly},
    {"__dictoffset__", get_zero, attr_readonly},
    {"__weakrefoffset__", get_zero, attr_readonly},
    {NULL, NULL, NULL},
};

/* ---- methods ---- */

static Value method_mro(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return list_from(as_type(self)->mro->items, as_type(self)->mro->length);
}

static Value method_subclasses(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Type *type = as_type(self);
    Value list = list_new(type_subclass_count(type));
    for (uint32_t i = 0; list && i < type_subclass_count(type); i++)
        if (list_append(list, value_of(type_subclass_at(type, i))) < 0)
            value_clear(&list);
    return list;
}

static Value method_prepare(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return dict_new();
}

static Value method_instancecheck(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    int result = type_default_instancecheck(as_type(self), args[0]);
    return result < 0 ? VALUE_NULL : value_bool(result);
}

static Value method_subclasscheck(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (!value_is_type(args[0])) {
        int result = value_issubclass_by_bases(args[0], self);
        return result < 0 ? VALUE_NULL : value_bool(result);
    }
    return value_bool(type_is_subtype(as_type(args[0]), as_type(self)));
}

static Value method_dir(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value names = dict_new();
    if (!names || type_merge_dir(as_dict(names), as_type(self)) < 0) {
        value_release_null(names);
        return VALUE_NULL;
    }
    Value result = dict_keys_list(as_dict(names));
    value_release(names);
    return result;
}

const NativeDef type_methods[] = {
    {"mro", method_mro, 0, 0, 0},
    {"__subclasses__", method_subclasses, 0, 0, 0},
    {"__prepare__", method_prepare, 0, -1, NATIVE_CLASS | NATIVE_KEYWORDS},
    {"__instancecheck__", method_instancecheck, 1, 1, 0},
    {"__subclasscheck__", method_subclasscheck, 1, 1, 0},
    {"__dir__", method_dir, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};
