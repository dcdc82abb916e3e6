/* library_function.c: a function of the library that is written in Python here and in C in CPython: as a class attribute it does not bind, and it is shown as
 * a builtin one. Made by _functools._as_builtin. */
#include "library_function.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "function.h"
#include "gc.h"
#include "method.h"
#include "names.h"
#include "str.h"
#include "type.h"

typedef struct LibraryFunction {
    Object head;
    Value function; /* the Python function */
} LibraryFunction;

static Value function_of(Value v) { return ((LibraryFunction *)value_object(v))->function; }

Value library_function_new(Value function)
{
    if (!value_is_function(function))
        return raise_error(&exc_TypeError, "a function is required, not '%T'", function);
    if (type_ready(&type_library_function) < 0)
        return VALUE_NULL;
    LibraryFunction *f = object_alloc(&type_library_function, sizeof *f);
    if (!f)
        return VALUE_NULL;
    f->function = value_retain(function);
    gc_track(f);
    return value_of(f);
}

static void dealloc(Object *self)
{
    gc_untrack(self);
    value_release(((LibraryFunction *)self)->function);
    object_free(self, sizeof(LibraryFunction));
}

static void traverse(Object *self, VisitFn visit, void *context) { visit(((LibraryFunction *)self)->function, context); }
static Value call(Value v, const Value *args, int nargs, Value kwnames) { return call_value(function_of(v), args, nargs, kwnames); }

static Value get_name(Value v) { return value_getattr(function_of(v), name___name__); }
static Value get_qualname(Value v) { return value_getattr(function_of(v), name___qualname__); }
static Value get_module(Value v) { return value_getattr(function_of(v), name___module__); }
static int set_module(Value v, Value name) { return value_setattr(function_of(v), name___module__, name); }
static Value get_doc(Value v) { return value_getattr(function_of(v), name___doc__); }
static Value get_none(Value v) { return (void)v, VALUE_NONE; }

static Value repr(Value v)
{
    Value name = get_name(v), text = name ? str_printf("<built-in function %S>", name) : VALUE_NULL;
    value_release_null(name);
    return text;
}

static int64_t hash(Value v) { return (int64_t)(v >> 4); }

static Value compare(Value a, Value b, CompareOp op)
{
    return op == COMPARE_EQ || op == COMPARE_NE ? value_bool((a == b) == (op == COMPARE_EQ)) : VALUE_NOT_IMPLEMENTED;
}

/* Copied and pickled by its name. */
static Value reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return get_qualname(self);
}

static const NativeDef methods[] = {{"__reduce__", reduce, 0, 0, 0}, {0}};
static const GetSetDef getsets[] = {{"__name__", get_name, NULL}, {"__qualname__", get_qualname, NULL}, {"__self__", get_none, NULL}, {"__module__", get_module, set_module},
                                    {"__doc__", get_doc, NULL}, {"__text_signature__", native_text_signature, NULL}, {0}};

Type type_library_function = {
    .head = OBJECT_STATIC(&type_type),
    .name = "builtin_function_or_method",
    .base = &type_native_function,
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .size = sizeof(LibraryFunction),
    .dealloc = dealloc,
    .traverse = traverse,
    .repr = repr,
    .hash = hash,
    .compare = compare,
    .call = call,
    .methods = methods,
    .getsets = getsets,
};
