/* function.c: see function.h. */
#include "function.h"

#include "attr.h"
#include "builtins.h"
#include "cell.h"
#include "code.h"
#include "dict.h"
#include "eval.h"
#include "exceptions.h"
#include "function_code.h"
#include "gc.h"
#include "method.h"
#include "module.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "thread.h"
#include "tuple.h"
#include "type.h"
#include "xframe.h"

Dict *function_current_builtins(void)
{
    ExecFrame *xf = thread_current->current;
    return xf ? xf->func->builtins : builtins_dict;
}

/* globals["__builtins__"] when it is a dict or module (exec with its own), else those of the running code. */
static Dict *builtins_of(Dict *globals)
{
    Value own = dict_get_str(globals, name___builtins__);
    if (own && value_is_dict(own))
        return as_dict(own);
    if (own && value_is_heap_exactly(own, &type_module))
        return module_dict(own);
    return function_current_builtins();
}

Value function_new(struct Code *code, Dict *globals)
{
    Function *function = object_alloc(&type_function, sizeof *function);
    if (function == NULL)
        return VALUE_NULL;
    object_retain(code);
    function->code = code;
    object_retain(globals);
    function->globals = globals;
    function->builtins = builtins_of(globals);
    object_retain(function->builtins);
    function->closure = function->defaults = function->kwdefaults = VALUE_NULL;
    function->name = value_retain(value_of(code->name));
    function->qualname = value_retain(value_of(code->qualname));
    function->module = value_retain_null(dict_get_str(globals, name___name__));
    function->doc = code->doc && code->doc != VALUE_NONE ? value_retain(code->doc) : VALUE_NULL;
    function->annotations = function->dict = VALUE_NULL;
    gc_track(function);
    return value_of(function);
}

static void function_dealloc(Object *self)
{
    Function *f = (Function *)self;
    gc_untrack(self);
    object_release(f->code);
    object_release(f->globals);
    object_release(f->builtins);
    value_release_null(f->closure);
    value_release_null(f->defaults);
    value_release_null(f->kwdefaults);
    value_release(f->name);
    value_release(f->qualname);
    value_release_null(f->module);
    value_release_null(f->doc);
    value_release_null(f->annotations);
    value_release_null(f->dict);
    object_free(self, sizeof *f);
}

static void function_traverse(Object *self, VisitFn visit, void *context)
{
    Function *f = (Function *)self;
    visit(value_of(f->code), context);
    visit(value_of(f->globals), context);
    visit(value_of(f->builtins), context);
    visit(f->closure, context);
    visit(f->defaults, context);
    visit(f->kwdefaults, context);
    visit(f->module, context);
    visit(f->doc, context);
    visit(f->annotations, context);
    visit(f->dict, context);
}

/* What a live call needs (code, globals, names) stays. */
static void function_clear(Object *self)
{
    Function *f = (Function *)self;
    value_clear(&f->closure);
    value_clear(&f->defaults);
    value_clear(&f->kwdefaults);
    value_clear(&f->annotations);
    value_clear(&f->dict);
}

static Value function_repr(Value self)
{
    return str_printf("<function %S at %p>", as_function(self)->qualname, (void *)(uintptr_t)self);
}

static Value function_call(Value self, const Value *args, int nargs, Value kwnames)
{
    return eval_function(as_function(self), args, nargs, kwnames);
}

static Value function_descr_get(Value self, Value instance, Type *owner)
{
    (void)owner;
    return instance ? bound_method_new(self, instance) : value_retain(self);
}

static Value function_getattr(Value self, Str *name)
{
    Value dict = as_function(self)->dict;
    return attr_get_with_dict(self, name, dict ? as_dict(dict) : NULL);
}

static int function_setattr(Value self, Str *name, Value value)
{
    return attr_set_with_dict(self, name, value, &as_function(self)->dict);
}

/* ---- attributes ---- */

static Value or_none(Value v) { return v ? value_retain(v) : VALUE_NONE; }

static Value get_code(Value self) { return value_retain(value_of(as_function(self)->code)); }
static Value get_globals(Value self) { return value_retain(value_of(as_function(self)->globals)); }
static Value get_builtins(Value self) { return value_retain(value_of(as_function(self)->builtins)); }
static Value get_closure(Value self) { return or_none(as_function(self)->closure); }
static Value get_defaults(Value self) { return or_none(as_function(self)->defaults); }
static Value get_kwdefaults(Value self) { return or_none(as_function(self)->kwdefaults); }
static Value get_name(Value self) { return value_retain(as_function(self)->name); }
static Value get_qualname(Value self) { return value_retain(as_function(self)->qualname); }
static Value get_module(Value self) { return or_none(as_function(self)->module); }
static Value get_doc(Value self) { return or_none(as_function(self)->doc); }

static Value get_annotations(Value self)
{
    Function *f = as_function(self);
    if (!f->annotations)
        f->annotations = dict_new();
    return value_retain_null(f->annotations);
}

static Value get_dict(Value self)
{
    Function *f = as_function(self);
    if (!f->dict)
        f->dict = dict_new();
    return value_retain_null(f->dict);
}

static int64_t free_variables(Function *f)
{
    return f->code->freevars ? f->code->freevars->length : 0;
}

static int set_code(Value self, Value value)
{
    Function *f = as_function(self);
    if (!value || !value_is_code(value))
        return raise_error_int(&exc_TypeError, "__code__ must be set to a code object");
    int64_t wanted = as_code(value)->freevars ? as_code(value)->freevars->length : 0;
    if (wanted != free_variables(f))
        return raise_error_int(&exc_ValueError, "%S() requires a code object with %ld free vars, not %ld", f->name, (long)free_variables(f),
                               (long)wanted);
    return function_set_code(f, as_code(value));
}

static int set_defaults(Value self, Value value)
{
    if (value == VALUE_NONE)
        value = VALUE_NULL;
    if (value && !value_is_tuple(value))
        return raise_error_int(&exc_TypeError, "__defaults__ must be set to a tuple object");
    value_set_steal(&as_function(self)->defaults, value_retain_null(value));
    return 0;
}

static int set_kwdefaults(Value self, Value value)
{
    if (value == VALUE_NONE)
        value = VALUE_NULL;
    if (value && !value_is_dict(value))
        return raise_error_int(&exc_TypeError, "__kwdefaults__ must be set to a dict object");
    value_set_steal(&as_function(self)->kwdefaults, value_retain_null(value));
    return 0;
}

static int set_name(Value self, Value value)
{
    if (!value || !value_is_str(value))
        return raise_error_int(&exc_TypeError, "__name__ must be set to a string object");
    value_set_steal(&as_function(self)->name, value_retain(value));
    return 0;
}

static int set_qualname(Value self, Value value)
{
    if (!value || !value_is_str(value))
        return raise_error_int(&exc_TypeError, "__qualname__ must be set to a string object");
    value_set_steal(&as_function(self)->qualname, value_retain(value));
    return 0;
}

static int set_module(Value self, Value value)
{
    value_set_steal(&as_function(self)->module, value_retain_null(value));
    return 0;
}

static int set_doc(Value self, Value value)
{
    value_set_steal(&as_function(self)->doc, value_retain_null(value));
    return 0;
}

static int set_annotations(Value self, Value value)
{
    if (value == VALUE_NONE)
        value = VALUE_NULL;
    if (value && !value_is_dict(value))
        return raise_error_int(&exc_TypeError, "__annotations__ must be set to a dict object");
    value_set_steal(&as_function(self)->annotations, value_retain_null(value));
    return 0;
}

static int set_dict(Value self, Value value)
{
    if (!value)
        return raise_error_int(&exc_TypeError, "cannot delete __dict__");
    if (!value_is_dict(value))
        return raise_error_int(&exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    value_set_steal(&as_function(self)->dict, value_retain(value));
    return 0;
}

static const GetSetDef function_getsets[] = {
    {"__code__", get_code, set_code},
    {"__globals__", get_globals, attr_readonly},
    {"__builtins__", get_builtins, attr_readonly},
    {"__closure__", get_closure, attr_readonly},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults},
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__doc__", get_doc, set_doc},
    {"__annotations__", get_annotations, set_annotations},
    {"__dict__", get_dict, set_dict},
    {NULL, NULL, NULL},
};

static const GetSetDef function_members[] = {{"__module__", get_module, set_module}, {0}};

/* FunctionType(code, globals, name=None, argdefs=None, closure=None) */
static Value function_make(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    Value bound[5];
    if (!native_bind("function(code, globals, name=, argdefs=, closure=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (!value_is_code(bound[0]))
        return raise_error(&exc_TypeError, "function() argument 'code' must be code, not %A", bound[0]);
    if (!value_is_dict(bound[1]))
        return raise_error(&exc_TypeError, "function() argument 'globals' must be dict, not %A", bound[1]);
    for (int i = 2; i < 5; i++)
        if (bound[i] == VALUE_NONE)
            bound[i] = VALUE_NULL;
    if (bound[2] && !value_is_str(bound[2]))
        return raise_error(&exc_TypeError, "arg 3 (name) must be None or string");
    if (bound[3] && !value_is_tuple(bound[3]))
        return raise_error(&exc_TypeError, "arg 4 (defaults) must be None or tuple");
    struct Code *code = as_code(bound[0]);
    int64_t wanted = code->freevars ? code->freevars->length : 0, given = 0;
    if (bound[4] && !value_is_tuple(bound[4]))
        return raise_error(&exc_TypeError, "arg 5 (closure) must be %s", wanted ? "tuple" : "None or tuple");
    if (!bound[4] && wanted)
        return raise_error(&exc_TypeError, "arg 5 (closure) must be tuple");
    given = bound[4] ? as_tuple(bound[4])->length : 0;
    if (given != wanted)
        return raise_error(&exc_ValueError, "%Y requires closure of length %ld, not %ld", code->name, (long)wanted, (long)given);
    for (int64_t i = 0; i < given; i++)
        if (!value_is_heap_exactly(as_tuple(bound[4])->items[i], &type_cell))
            return raise_error(&exc_TypeError, "arg 5 (closure) expected cell, found %T", as_tuple(bound[4])->items[i]);
    Value result = function_new(code, as_dict(bound[1]));
    if (!result)
        return VALUE_NULL;
    Function *f = as_function(result);
    if (bound[2])
        value_set_steal(&f->name, value_retain(bound[2]));
    f->defaults = value_retain_null(bound[3]);
    f->closure = value_retain_null(bound[4]);
    return result;
}

Type type_function = {
    .head = OBJECT_STATIC(&type_type),
    .name = "function",
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_METHOD_LIKE,
    .size = sizeof(Function),
    .new = function_make,
    .dealloc = function_dealloc,
    .traverse = function_traverse,
    .clear = function_clear,
    .repr = function_repr,
    .call = function_call,
    .getattr = function_getattr,
    .setattr = function_setattr,
    .descr_get = function_descr_get,
    .getsets = function_getsets,
    .members = function_members,
};

int function_types_init(void)
{
    static Type *const types[] = {&type_function, &type_cell, &type_module};
    return type_ready_all(types, 3);
}
