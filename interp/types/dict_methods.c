/* dict_methods.c */
#include "dict_methods.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "generic_alias.h"
#include "iterators.h"
#include "names.h"
#include "native.h"
#include "sequence.h"
#include "set_methods.h"
#include "str_builder.h"
#include "tuple.h"

Value dict_iter(Value self) { return dict_iter_new(&type_dict_key_iterator, self); }

Value dict_repr(Value self)
{
    if (as_dict(self)->length == 0)
        return str_from_cstr("{}");
    int active = repr_enter(self);
    if (active)
        return active < 0 ? VALUE_NULL : str_from_cstr("{...}");
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_cstr(&out, "{");
    int64_t pos = 0;
    Value key, v;
    bool first = true;
    while (dict_next(as_dict(self), &pos, &key, &v)) {
        value_retain(key);
        value_retain(v);
        if (!first)
            str_builder_add_cstr(&out, ", ");
        first = false;
        int failed = str_builder_add_steal(&out, value_repr(key));
        if (failed == 0) {
            str_builder_add_cstr(&out, ": ");
            failed = str_builder_add_steal(&out, value_repr(v));
        }
        value_release(key);
        value_release(v);
        if (failed < 0) {
            str_builder_discard(&out);
            repr_leave(self);
            return VALUE_NULL;
        }
    }
    repr_leave(self);
    str_builder_add_cstr(&out, "}");
    return str_builder_finish(&out);
}

int dict_update_args(Dict *dict, const char *name, const Value *args, int nargs, Value kwnames)
{
    if (nargs > 1)
        return raise_error_int(&exc_TypeError, "%s expected at most 1 argument, got %d", name, nargs);
    if (nargs && dict_update(dict, args[0]) < 0)
        return -1;
    int64_t keywords = kwnames ? as_tuple(kwnames)->length : 0;
    for (int64_t i = 0; i < keywords; i++)
        if (dict_set(dict, as_tuple(kwnames)->items[i], args[nargs + i]) < 0)
            return -1;
    return 0;
}

Value callable_text(Value callable)
{
    Value qualname, module;
    if (value_lookup_attr(callable, name___qualname__, &qualname) <= 0) {
        exc_clear();
        return value_str(callable);
    }
    Value result = VALUE_NULL;
    if (value_lookup_attr(callable, name___module__, &module) > 0) {
        if (value_is_str(module) && !str_equal_cstr(module, "builtins"))
            result = str_printf("%S.%S()", module, qualname);
        value_release(module);
    }
    if (!result && !exc_pending())
        result = str_printf("%S()", qualname);
    value_release(qualname);
    return result;
}

static int raise_about_callable(Value callable, const char *format, Value detail)
{
    Value text = callable_text(callable);
    if (text) {
        raise_error(&exc_TypeError, format, text, detail);
        value_release(text);
    }
    return -1;
}

static int raise_repeated_keyword(Value callable, Value key)
{
    return raise_about_callable(callable, "%S got multiple values for keyword argument '%S'", key);
}

static int merge_mapping(Dict *dict, Value mapping, Value callable, Value *repeated)
{
    Value keys_method;
    int found = value_lookup_attr(mapping, name_keys, &keys_method), result = found;
    if (found > 0) {
        result = dict_update_from_mapping(dict, mapping, keys_method, repeated);
        value_release(keys_method);
    }
    if (found == 0 || (result < 0 && exc_clear_if(&exc_AttributeError)))
        return raise_about_callable(callable, "%S argument after ** must be a mapping, not %T", mapping);
    return result;
}

int dict_merge_kwargs(Dict *dict, Value mapping, Value callable)
{
    Value repeated = VALUE_NULL;
    int result = value_is_dict(mapping) ? dict_update_from_dict(dict, as_dict(mapping), &repeated) : merge_mapping(dict, mapping, callable, &repeated);
    if (repeated) {
        raise_repeated_keyword(callable, repeated);
        value_release(repeated);
    }
    return result;
}

/* ---- methods ---- */

static Value method_get(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value v = dict_get(as_dict(self), args[0]);
    if (v)
        return value_retain(v);
    if (exc_pending())
        return VALUE_NULL;
    return nargs > 1 ? value_retain(args[1]) : VALUE_NONE;
}

static Value method_setdefault(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value v = dict_set_default(as_dict(self), args[0], nargs > 1 ? args[1] : VALUE_NONE);
    return value_retain_null(v);
}

static Value method_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value v = as_dict(self)->length ? dict_pop(as_dict(self), args[0]) : VALUE_NULL; /* an empty one does not ask for the hash */
    if (v || exc_pending())
        return v;
    return nargs > 1 ? value_retain(args[1]) : raise_value(&exc_KeyError, args[0]);
}

static Value method_popitem(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value pair[2];
    if (!dict_pop_last(as_dict(self), &pair[0], &pair[1])) {
        Value text = str_from_cstr("popitem(): dictionary is empty");
        if (text) {
            raise_value(&exc_KeyError, text);
            value_release(text);
        }
        return VALUE_NULL;
    }
    return tuple_from_steal(pair, 2);
}

static Value method_update(METHOD_ARGS)
{
    return dict_update_args(as_dict(self), "update", args, nargs, kwnames) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_clear(METHOD_ARGS)
{
    UNUSED_ARGS;
    dict_clear(as_dict(self));
    return VALUE_NONE;
}

static Value method_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    return dict_copy(as_dict(self));
}

static Value method_keys(METHOD_ARGS)
{
    UNUSED_ARGS;
    return dict_view_new(&type_dict_keys, self);
}

static Value method_values(METHOD_ARGS)
{
    UNUSED_ARGS;
    return dict_view_new(&type_dict_values, self);
}

static Value method_items(METHOD_ARGS)
{
    UNUSED_ARGS;
    return dict_view_new(&type_dict_items, self);
}

static Value method_reversed(METHOD_ARGS)
{
    UNUSED_ARGS;
    return dict_iter_new(&type_dict_reverse_key_iterator, self);
}

static Value method_contains(METHOD_ARGS)
{
    UNUSED_ARGS;
    int found = dict_contains(as_dict(self), args[0]);
    return found < 0 ? VALUE_NULL : value_bool(found);
}

static Value method_getitem(METHOD_ARGS)
{
    UNUSED_ARGS;
    return dict_getitem(self, args[0]);
}

/* Keys of a dict or set bring their hashes along. */
static int add_hashed_keys(Dict *into, Value keys, Value v)
{
    int64_t pos = 0, hash;
    Value key, old;
    bool is_set = value_is_set(keys);
    while (is_set ? set_next_hashed(as_set(keys), &pos, &key, &hash) : dict_next_hashed(as_dict(keys), &pos, &key, &old, &hash)) {
        value_retain(key);
        int failed = dict_set_hashed(into, key, hash, v);
        value_release(key);
        if (failed < 0)
            return -1;
    }
    return 0;
}

static int add_keys(Value into, Value keys, Value v)
{
    bool plain = value_is_exactly(into, &type_dict);
    if (plain && (value_is_exactly(keys, &type_dict) || value_is_exactly(keys, &type_set) || value_is_exactly(keys, &type_frozenset)))
        return add_hashed_keys(as_dict(into), keys, v);
    Value iterator = value_iter(keys), key;
    if (!iterator)
        return -1;
    int failed = 0;
    while (failed >= 0 && (key = value_next(iterator))) {
        failed = plain ? dict_set(as_dict(into), key, v) : value_setitem(into, key, v);
        value_release(key);
    }
    value_release(iterator);
    return exc_pending() ? -1 : 0;
}

static Value method_fromkeys(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value result = call_value0(self);
    if (result && add_keys(result, args[0], nargs > 1 ? args[1] : VALUE_NONE) < 0)
        value_clear(&result);
    return result;
}

const NativeDef dict_methods[] = {
    {"get", method_get, 1, 2, 0},
    {"setdefault", method_setdefault, 1, 2, 0},
    {"pop", method_pop, 1, 2, 0},
    {"popitem", method_popitem, 0, 0, 0},
    {"keys", method_keys, 0, 0, 0},
    {"items", method_items, 0, 0, 0},
    {"values", method_values, 0, 0, 0},
    {"update", method_update, 0, -1, NATIVE_KEYWORDS},
    {"fromkeys", method_fromkeys, 1, 2, NATIVE_CLASS},
    {"clear", method_clear, 0, 0, 0},
    {"copy", method_copy, 0, 0, 0},
    {"__reversed__", method_reversed, 0, 0, 0},
    {"__contains__", method_contains, 1, 1, 0},
    {"__getitem__", method_getitem, 1, 1, 0},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {0},
};
