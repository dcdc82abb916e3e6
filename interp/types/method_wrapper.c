/* method_wrapper.c: staticmethod and classmethod. */
#include "abstract.h"
#include "attr.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "method.h"
#include "names.h"
#include "str.h"
#include "type.h"

static MethodWrapper *as_wrapper(Value v) { return (MethodWrapper *)value_object(v); }

static Value wrapper_alloc(Type *type, Value function)
{
    MethodWrapper *w = object_alloc(type, sizeof *w);
    if (w == NULL)
        return VALUE_NULL;
    w->function = value_retain(function);
    w->dict = VALUE_NULL;
    gc_track(w);
    return value_of(w);
}

/* The wrapper looks like what it wraps: __module__, __name__, __qualname__, __doc__ are copied, as functools.wraps would. */
static int copy_attributes(Value wrapper)
{
    Str *const names[] = {name___module__, name___name__, name___qualname__, name___doc__, name___annotations__};
    MethodWrapper *w = as_wrapper(wrapper);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        Value attribute;
        int found = value_lookup_attr(w->function, names[i], &attribute);
        if (found < 0)
            return -1;
        if (found == 0)
            continue;
        if (!w->dict)
            w->dict = dict_new();
        int result = w->dict ? dict_set_str(as_dict(w->dict), names[i], attribute) : -1;
        value_release(attribute);
        if (result < 0)
            return -1;
    }
    return 0;
}

Value staticmethod_new(Value function) { return wrapper_alloc(&type_staticmethod, function); }
Value classmethod_new(Value function) { return wrapper_alloc(&type_classmethod, function); }

static Value wrapper_make(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return wrapper_alloc(type, VALUE_NONE);
}

static int wrapper_init(Value self, const Value *args, int nargs, Value kwnames)
{
    const char *name = type_is_subtype(type_of(self), &type_staticmethod) ? "staticmethod" : "classmethod";
    if (!native_no_keywords(name, kwnames))
        return -1;
    if (nargs != 1) {
        native_raise_count(name, 1, 1, nargs);
        return -1;
    }
    value_set_steal(&as_wrapper(self)->function, value_retain(args[0]));
    return copy_attributes(self);
}

static void wrapper_dealloc(Object *self)
{
    MethodWrapper *w = (MethodWrapper *)self;
    gc_untrack(self);
    value_release_null(w->function);
    value_release_null(w->dict);
    object_free(self, sizeof *w);
}

static void wrapper_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((MethodWrapper *)self)->function, context);
    visit(((MethodWrapper *)self)->dict, context);
}

static void wrapper_clear(Object *self)
{
    value_set_steal(&((MethodWrapper *)self)->function, VALUE_NONE);
    value_clear(&((MethodWrapper *)self)->dict);
}

static Value wrapper_getattr(Value v, Str *name)
{
    /* Instance attributes first for the copied names: the class has a __doc__ of its own. */
    Value own = as_wrapper(v)->dict ? dict_get_str(as_dict(as_wrapper(v)->dict), name) : VALUE_NULL;
    if (own)
        return value_retain(own);
    return attr_get_with_dict(v, name, NULL);
}

static int wrapper_setattr(Value v, Str *name, Value value)
{
    return attr_set_with_dict(v, name, value, &as_wrapper(v)->dict);
}

static Value get_function(Value v) { return value_retain(as_wrapper(v)->function); }

static Value get_dict(Value v)
{
    if (!as_wrapper(v)->dict)
        as_wrapper(v)->dict = dict_new();
    return value_retain_null(as_wrapper(v)->dict);
}

static Value get_is_abstract(Value v)
{
    Value flag;
    int found = value_lookup_attr(as_wrapper(v)->function, name___isabstractmethod__, &flag);
    if (found <= 0)
        return found < 0 ? VALUE_NULL : VALUE_FALSE;
    int truth = value_truth(flag);
    value_release(flag);
    return truth < 0 ? VALUE_NULL : value_bool(truth);
}

static const GetSetDef wrapper_getsets[] = {
    {"__func__", get_function, attr_readonly},
    {"__wrapped__", get_function, attr_readonly},
    {"__dict__", get_dict, NULL},
    {"__isabstractmethod__", get_is_abstract, NULL},
    {NULL, NULL, NULL},
};

static Value static_descr_get(Value v, Value instance, Type *owner)
{
    (void)instance, (void)owner;
    return value_retain(as_wrapper(v)->function);
}

static Value static_call(Value v, const Value *args, int nargs, Value kwnames)
{
    return call_value(as_wrapper(v)->function, args, nargs, kwnames);
}

static Value static_repr(Value v) { return str_printf("<staticmethod(%V)>", as_wrapper(v)->function); }
static Value class_repr(Value v) { return str_printf("<classmethod(%V)>", as_wrapper(v)->function); }

static Value class_descr_get(Value v, Value instance, Type *owner)
{
    if (owner == NULL)
        owner = type_of(instance);
    Value function = as_wrapper(v)->function;
    Type *function_type = type_of(function);
    if (function_type->descr_get && !(function_type->flags & TYPE_METHOD_LIKE))
        return function_type->descr_get(function, value_of(owner), owner);
    return bound_method_new(function, value_of(owner));
}

Type type_staticmethod = {
    .head = OBJECT_STATIC(&type_type),
    .name = "staticmethod",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE,
    .size = sizeof(MethodWrapper),
    .new = wrapper_make,
    .init = wrapper_init,
    .dealloc = wrapper_dealloc,
    .traverse = wrapper_traverse,
    .clear = wrapper_clear,
    .repr = static_repr,
    .call = static_call,
    .getattr = wrapper_getattr,
    .setattr = wrapper_setattr,
    .descr_get = static_descr_get,
    .getsets = wrapper_getsets,
};

Type type_classmethod = {
    .head = OBJECT_STATIC(&type_type),
    .name = "classmethod",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE,
    .size = sizeof(MethodWrapper),
    .new = wrapper_make,
    .init = wrapper_init,
    .dealloc = wrapper_dealloc,
    .traverse = wrapper_traverse,
    .clear = wrapper_clear,
    .repr = class_repr,
    .getattr = wrapper_getattr,
    .setattr = wrapper_setattr,
    .descr_get = class_descr_get,
    .getsets = wrapper_getsets,
};
