/* method.c: bound methods and native functions of method.h. The descriptors of builtin types: descriptor.c; static and class methods:
 * method_wrapper.c; slot wrappers: slot_wrapper.c. */
#include "method.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "import.h"
#include "module.h"
#include "names.h"
#include "str.h"
#include "type.h"

/* ---- bound methods ---- */

Value bound_method_new(Value function, Value self)
{
    BoundMethod *method = object_alloc(&type_bound_method, sizeof *method);
    if (method == NULL)
        return VALUE_NULL;
    method->function = value_retain(function);
    method->self = value_retain(self);
    gc_track(method);
    return value_of(method);
}

static Value bound_method_make(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    if (!native_no_keywords("method", kwnames))
        return VALUE_NULL;
    if (nargs != 2)
        return native_raise_count("method", 2, 2, nargs);
    if (!value_is_callable(args[0]))
        return raise_error(&exc_TypeError, "first argument must be callable");
    if (args[1] == VALUE_NONE)
        return raise_error(&exc_TypeError, "self must not be None");
    return bound_method_new(args[0], args[1]);
}

static void bound_method_dealloc(Object *self)
{
    BoundMethod *m = (BoundMethod *)self;
    gc_untrack(self);
    value_release_null(m->function);
    value_release_null(m->self);
    object_free(self, sizeof *m);
}

static void bound_method_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((BoundMethod *)self)->function, context);
    visit(((BoundMethod *)self)->self, context);
}

static Value bound_method_repr(Value v)
{
    BoundMethod *m = as_bound_method(v);
    Value name = VALUE_NULL, self = VALUE_NULL, result = VALUE_NULL;
    if (value_lookup_attr(m->function, name___qualname__, &name) < 0 ||
        (!name && value_lookup_attr(m->function, name___name__, &name) < 0))
        return VALUE_NULL;
    self = value_repr(m->self);
    if (self)
        result = name && value_is_str(name) ? str_printf("<bound method %S of %S>", name, self) : str_printf("<bound method ? of %S>", self);
    value_release_null(name);
    value_release_null(self);
    return result;
}

static Value bound_method_call(Value v, const Value *args, int nargs, Value kwnames)
{
    BoundMethod *m = as_bound_method(v);
    return call_with_first(m->function, m->self, args, nargs, kwnames);
}

static int64_t bound_method_hash(Value v)
{
    BoundMethod *m = as_bound_method(v);
    int64_t function = value_hash(m->function);
    if (function == -1)
        return -1;
    int64_t hash = (int64_t)(m->self >> 4 | m->self << 60) ^ function;
    return hash == -1 ? -2 : hash;
}

static Value bound_method_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_object(b) || !value_is_heap_exactly(b, &type_bound_method))
        return VALUE_NOT_IMPLEMENTED;
    BoundMethod *x = as_bound_method(a), *y = as_bound_method(b);
    int equal = x->self == y->self ? value_equal(x->function, y->function) : 0;
    return equal < 0 ? VALUE_NULL : value_bool((op == COMPARE_EQ) == (equal != 0));
}

/* Attributes of the function show through. */
static Value bound_method_getattr(Value v, Str *name)
{
    Value result;
    if (type_lookup(&type_bound_method, name)) {
        int found = attr_generic_lookup(v, name, &result);
        if (found)
            return found > 0 ? result : VALUE_NULL;
    }
    int found = value_lookup_attr(as_bound_method(v)->function, name, &result);
    return found > 0 ? result : found < 0 ? VALUE_NULL : attr_raise_missing(v, name);
}

static Value get_bound_function(Value v) { return value_retain(as_bound_method(v)->function); }
static Value get_bound_self(Value v) { return value_retain(as_bound_method(v)->self); }

static Value get_bound_doc(Value v)
{
    Value doc;
    int found = value_lookup_attr(as_bound_method(v)->function, name___doc__, &doc);
    return found > 0 ? doc : found < 0 ? VALUE_NULL : VALUE_NONE;
}

static const GetSetDef bound_method_getsets[] = {
    {"__func__", get_bound_function, attr_readonly},
    {"__self__", get_bound_self, attr_readonly},
    {"__doc__", get_bound_doc, NULL},
    {NULL, NULL, NULL},
};

Type type_bound_method = {
    .head = OBJECT_STATIC(&type_type),
    .name = "method",
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .size = sizeof(BoundMethod),
    .new = bound_method_make,
    .dealloc = bound_method_dealloc,
    .traverse = bound_method_traverse,
    .repr = bound_method_repr,
    .hash = bound_method_hash,
    .call = bound_method_call,
    .compare = bound_method_compare,
    .getattr = bound_method_getattr,
    .getsets = bound_method_getsets,
};

/* ---- native functions ---- */

Value native_function_new(const NativeDef *def, Value self, const char *module)
{
    Value module_name = module ? value_of(str_intern_cstr(module)) : VALUE_NULL;
    if (module && !module_name)
        return VALUE_NULL;
    NativeFunction *f = object_alloc(&type_native_function, sizeof *f);
    if (f == NULL)
        return VALUE_NULL;
    f->def = def;
    f->self = value_retain_null(self);
    f->module = value_retain_null(module_name);
    f->doc = VALUE_NULL;
    gc_track(f);
    return value_of(f);
}

static void native_function_dealloc(Object *self)
{
    NativeFunction *f = (NativeFunction *)self;
    gc_untrack(self);
    value_release_null(f->self);
    value_release_null(f->module);
    value_release_null(f->doc);
    object_free(self, sizeof *f);
}

static void native_function_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((NativeFunction *)self)->self, context);
}

static Value native_function_call(Value v, const Value *args, int nargs, Value kwnames)
{
    NativeFunction *f = as_native_function(v);
    return native_call(f->def, f->self, args, nargs, kwnames, true);
}

static Value native_function_repr(Value v)
{
    NativeFunction *f = as_native_function(v);
    if (!f->self)
        return str_printf("<built-in function %s>", f->def->name);
    return str_printf("<built-in method %s of %T object at %p>", f->def->name, f->self, (void *)(uintptr_t)f->self);
}

static int64_t native_function_hash(Value v)
{
    NativeFunction *f = as_native_function(v);
    uint64_t bits = f->self ^ (uintptr_t)f->def->function;
    int64_t hash = (int64_t)(bits >> 4 | bits << 60);
    return hash == -1 ? -2 : hash;
}

static Value native_function_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_object(b) || !value_is_heap_exactly(b, &type_native_function))
        return VALUE_NOT_IMPLEMENTED;
    NativeFunction *x = as_native_function(a), *y = as_native_function(b);
    bool equal = x->self == y->self && x->def->function == y->def->function;
    return value_bool((op == COMPARE_EQ) == equal);
}

static Value get_native_name(Value v) { return str_from_cstr(as_native_function(v)->def->name); }
static Value get_native_self(Value v)
{
    NativeFunction *f = as_native_function(v);
    return f->self && !(f->def->flags & NATIVE_STATIC) ? value_retain(f->self) : VALUE_NONE;
}

static Value get_native_module(Value v) { return as_native_function(v)->module ? value_retain(as_native_function(v)->module) : VALUE_NONE; }
static Value get_native_doc(Value v) { return as_native_function(v)->doc ? value_retain(as_native_function(v)->doc) : VALUE_NONE; }

/* The texts are in a module of the library, which is read when one is asked for. */
Value native_text_signature(Value v) { return import_and_call("_text_signatures", "find", &v, 1); }

static Value get_native_qualname(Value v)
{
    NativeFunction *f = as_native_function(v);
    if (!f->self || value_is_heap_exactly(f->self, &type_module))
        return str_from_cstr(f->def->name);
    Value type_name = type_qualname_value(value_is_type(f->self) ? as_type(f->self) : type_of(f->self));
    Value result = type_name ? str_printf("%S.%s", type_name, f->def->name) : VALUE_NULL;
    value_release_null(type_name);
    return result;
}

static const GetSetDef native_function_getsets[] = {
    {"__name__", get_native_name, NULL},
    {"__qualname__", get_native_qualname, NULL},
    {"__self__", get_native_self, NULL},
    {"__module__", get_native_module, NULL},
    {"__doc__", get_native_doc, NULL},
    {"__text_signature__", native_text_signature, NULL},
    {NULL, NULL, NULL},
};

Type type_native_function = {
    .head = OBJECT_STATIC(&type_type),
    .name = "builtin_function_or_method",
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .size = sizeof(NativeFunction),
    .dealloc = native_function_dealloc,
    .traverse = native_function_traverse,
    .repr = native_function_repr,
    .hash = native_function_hash,
    .call = native_function_call,
    .compare = native_function_compare,
    .getsets = native_function_getsets,
};

int method_types_init(void)
{
    static Type *const types[] = {&type_bound_method, &type_native_function, &type_native_method, &type_native_class_method,
                                  &type_getset_descriptor, &type_member_descriptor, &type_computed_member, &type_staticmethod, &type_classmethod,
                                  &type_slot_wrapper, &type_method_wrapper};
    return type_ready_all(types, sizeof types / sizeof types[0]);
}
