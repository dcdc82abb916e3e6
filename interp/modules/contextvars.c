/* contextvars.c: variables with a value for each context, and the contexts.
 *
 * A context's values are a dict that its copies and iterators share until one of the contexts changes it: it is shared while it has several
 * references. Variables hash by identity, so that no operation on the dict runs the program's code in the middle of a change.
 */
#include "contextvars.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "modules.h"
#include "native.h"
#include "slot_calls.h"
#include "str.h"
#include "thread.h"
#include "tuple.h"
#include "type.h"

typedef struct Context {
    Object head;
    Value values;           /* dict: variable to value */
    struct Context *before; /* while it runs: the one to go back to, owned (NULL: none had been asked for) */
    bool entered;
} Context;

typedef struct ContextVar {
    Object head;
    Value name, preset; /* preset: what it is where nothing is set; VALUE_NULL: nothing */
} ContextVar;

typedef struct Token {
    Object head;
    Context *context;
    ContextVar *var;
    Value old; /* VALUE_NULL: nothing was set */
    bool used;
} Token;

static Type type_context, type_context_var, type_token;
static Type type_missing;
static Object token_missing = OBJECT_STATIC(&type_missing);

static Context *current; /* owned; NULL until it is asked for */
void (*contextvars_on_switch)(void);

static inline Context *as_context(Value v) { return (Context *)value_object(v); }
static inline ContextVar *as_var(Value v) { return (ContextVar *)value_object(v); }
static inline Token *as_token(Value v) { return (Token *)value_object(v); }

/* ---- contexts ---- */

static Value context_with(Value values_steal)
{
    Context *self = values_steal ? object_alloc_zeroed(&type_context, sizeof *self) : NULL;
    if (!self) {
        value_release_null(values_steal);
        return VALUE_NULL;
    }
    self->values = values_steal;
    gc_track(self);
    return value_of(self);
}

/* Borrowed. */
static Context *get_current(void)
{
    if (!current) {
        Value made = context_with(dict_new());
        current = made ? as_context(made) : NULL;
    }
    return current;
}

void contextvars_fini(void)
{
    object_release_null(current);
    current = NULL;
}

/* The values, about to change: no longer shared. */
static Dict *own_values(Context *self)
{
    if (value_object(self->values)->refs > 1) {
        Value copied = dict_copy(as_dict(self->values));
        if (!copied)
            return NULL;
        value_set_steal(&self->values, copied);
    }
    return as_dict(self->values);
}

static Value context_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type, (void)args;
    return nargs || kwnames ? raise_error(&exc_TypeError, "Context() does not accept any arguments") : context_with(dict_new());
}

static void context_dealloc(Object *object)
{
    gc_untrack(object);
    value_release(((Context *)object)->values);
    object_release_null(((Context *)object)->before);
    object_free(object, sizeof(Context));
}

static void context_traverse(Object *object, VisitFn visit, void *context)
{
    Context *self = (Context *)object;
    visit(self->values, context);
    visit(self->before ? value_of(self->before) : VALUE_NULL, context);
}

static void context_leave(Context *self)
{
    current = self->before;
    self->before = NULL;
    self->entered = false;
    object_release(self);
    if (contextvars_on_switch)
        contextvars_on_switch();
}

static Value context_run(METHOD_ARGS)
{
    if (nargs < 1)
        return raise_error(&exc_TypeError, "run() missing 1 required positional argument");
    Context *context = as_context(self);
    if (context->entered)
        return raise_error(&exc_RuntimeError, "cannot enter context: %V is already entered", self);
    context->before = current;
    context->entered = true;
    object_retain(context);
    current = context;
    if (contextvars_on_switch)
        contextvars_on_switch();
    Value result = call_value(args[0], args + 1, nargs - 1, kwnames);
    context_leave(context);
    return result;
}

static Value context_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    return context_with(value_retain(as_context(self)->values));
}

static bool is_key(Value key)
{
    if (value_is_exactly(key, &type_context_var))
        return true;
    raise_error(&exc_TypeError, "a ContextVar key was expected, got %V", key);
    return false;
}

static Value context_getitem(Value self, Value key)
{
    Value found = is_key(key) ? dict_get(as_dict(as_context(self)->values), key) : VALUE_NULL;
    if (!found && !exc_pending())
        return raise_value(&exc_KeyError, key);
    return value_retain_null(found);
}

static int context_contains(Value self, Value key) { return is_key(key) ? dict_contains(as_dict(as_context(self)->values), key) : -1; }

static Value context_get(METHOD_ARGS)
{
    (void)kwnames;
    if (nargs != 1 && nargs != 2)
        return raise_error(&exc_TypeError, nargs ? "get expected at most 2 arguments, got %d" : "get expected at least 1 argument, got %d", nargs);
    if (!is_key(args[0]))
        return VALUE_NULL;
    Value found = dict_get(as_dict(as_context(self)->values), args[0]);
    return found ? value_retain(found) : exc_pending() ? VALUE_NULL : nargs > 1 ? value_retain(args[1]) : VALUE_NONE;
}

static int64_t context_length(Value self) { return as_dict(as_context(self)->values)->length; }
static Value context_iter(Value self) { return value_iter(as_context(self)->values); }

static Value iterate(Value self, Type *view_type)
{
    Value view = dict_view_new(view_type, as_context(self)->values), iterator = view ? value_iter(view) : VALUE_NULL;
    value_release_null(view);
    return iterator;
}

static Value context_keys(METHOD_ARGS)
{
    UNUSED_ARGS;
    return iterate(self, &type_dict_keys);
}

static Value context_values(METHOD_ARGS)
{
    UNUSED_ARGS;
    return iterate(self, &type_dict_values);
}

static Value context_items(METHOD_ARGS)
{
    UNUSED_ARGS;
    return iterate(self, &type_dict_items);
}

static Value context_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_exactly(b, &type_context) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOT_IMPLEMENTED;
    return value_compare(as_context(a)->values, as_context(b)->values, op);
}

static const NativeDef context_methods[] = {{"run", context_run, 0, -1, NATIVE_KEYWORDS}, {"copy", context_copy, 0, 0, 0},     {"get", context_get, 0, -1, 0},
                                            {"keys", context_keys, 0, 0, 0},              {"values", context_values, 0, 0, 0}, {"items", context_items, 0, 0, 0}, {0}};

static Type type_context = {.head = OBJECT_STATIC(&type_type), .name = "_contextvars.Context", .flags = TYPE_GC | TYPE_WEAKREFS, .size = sizeof(Context),
                            .base = &type_object, .new = context_new, .dealloc = context_dealloc, .traverse = context_traverse,
                            .hash = slot_hash_refused, .compare = context_compare, .iter = context_iter, .length = context_length,
                            .getitem = context_getitem, .contains = context_contains, .methods = context_methods};

/* ---- variables ---- */

static bool preset_given(Value kwnames, const Value *values, Value *preset)
{
    for (int64_t i = 0; kwnames && i < as_tuple(kwnames)->length; i++) {
        Value name = as_tuple(kwnames)->items[i];
        if (!str_equal_cstr(name, "default")) {
            raise_error(&exc_TypeError, "'%S' is an invalid keyword argument for ContextVar()", name);
            return false;
        }
        *preset = values[i];
    }
    return true;
}

static Value var_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    int given = nargs + (kwnames ? (int)as_tuple(kwnames)->length : 0);
    if (given > 2)
        return raise_error(&exc_TypeError, "ContextVar() takes at most 2 arguments (%d given)", given);
    if (nargs != 1)
        return raise_error(&exc_TypeError, nargs ? "ContextVar() takes at most 1 positional argument (%d given)"
                                                 : "ContextVar() takes exactly 1 positional argument (%d given)", nargs);
    Value preset = VALUE_NULL;
    if (!preset_given(kwnames, args + 1, &preset))
        return VALUE_NULL;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "context variable name must be a str");
    ContextVar *self = object_alloc_zeroed(type, sizeof *self);
    if (!self)
        return VALUE_NULL;
    self->name = value_retain(args[0]);
    self->preset = value_retain_null(preset);
    gc_track(self);
    return value_of(self);
}

static void var_dealloc(Object *object)
{
    gc_untrack(object);
    value_release(((ContextVar *)object)->name);
    value_release_null(((ContextVar *)object)->preset);
    object_free(object, sizeof(ContextVar));
}

static void var_traverse(Object *object, VisitFn visit, void *context)
{
    visit(((ContextVar *)object)->name, context);
    visit(((ContextVar *)object)->preset, context);
}

static Value var_repr(Value v)
{
    ContextVar *self = as_var(v);
    void *address = (void *)(uintptr_t)v;
    if (!self->preset)
        return str_printf("<ContextVar name=%V at %p>", self->name, address);
    if (thread_enter_native(" while getting the repr of an object") < 0)
        return VALUE_NULL;
    Value text = str_printf("<ContextVar name=%V default=%V at %p>", self->name, self->preset, address);
    thread_leave_native();
    return text;
}

static Value var_get(METHOD_ARGS)
{
    (void)kwnames;
    if (nargs > 1)
        return raise_error(&exc_TypeError, "get expected at most 1 argument, got %d", nargs);
    Value found = current ? dict_get(as_dict(current->values), self) : VALUE_NULL;
    if (!found && exc_pending())
        return VALUE_NULL;
    if (!found)
        found = nargs ? args[0] : as_var(self)->preset;
    return found ? value_retain(found) : raise_value(&exc_LookupError, self);
}

static Value token_make(Context *context, Value var)
{
    Value old = dict_get(as_dict(context->values), var);
    Token *token = old || !exc_pending() ? object_alloc_zeroed(&type_token, sizeof *token) : NULL;
    if (!token)
        return VALUE_NULL;
    token->context = context;
    object_retain(context);
    token->var = as_var(value_retain(var));
    token->old = value_retain_null(old);
    gc_track(token);
    return value_of(token);
}

static Value var_set(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    Context *context = get_current();
    Value token = context ? token_make(context, self) : VALUE_NULL;
    Dict *values = token ? own_values(as_token(token)->context) : NULL;
    if (values && dict_set(values, self, args[0]) == 0)
        return token;
    value_release_null(token);
    return VALUE_NULL;
}

static int put_back(Token *token)
{
    Dict *values = own_values(token->context);
    if (!values)
        return -1;
    Value var = value_of(token->var);
    if (token->old)
        return dict_set(values, var, token->old);
    int status = dict_delete(values, var);
    if (status == 0)
        raise_value(&exc_LookupError, var);
    return status > 0 ? 0 : -1;
}

static Value var_reset(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    if (!value_is_exactly(args[0], &type_token))
        return raise_error(&exc_TypeError, "expected an instance of Token, got %V", args[0]);
    Token *token = as_token(args[0]);
    if (token->used)
        return raise_error(&exc_RuntimeError, "%V has already been used once", args[0]);
    if (token->var != as_var(self))
        return raise_error(&exc_ValueError, "%V was created by a different ContextVar", args[0]);
    if (token->context != current)
        return raise_error(&exc_ValueError, "%V was created in a different Context", args[0]);
    token->used = true;
    return put_back(token) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value get_name(Value self) { return value_retain(as_var(self)->name); }

static const NativeDef var_methods[] = {{"get", var_get, 0, -1, 0}, {"set", var_set, 1, 1, 0}, {"reset", var_reset, 1, 1, 0},
                                        {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};
static const GetSetDef var_members[] = {{"name", get_name, attr_readonly}, {0}};

static Type type_context_var = {.head = OBJECT_STATIC(&type_type), .name = "_contextvars.ContextVar", .flags = TYPE_GC, .size = sizeof(ContextVar),
                                .base = &type_object, .new = var_new, .dealloc = var_dealloc, .traverse = var_traverse, .repr = var_repr,
                                .methods = var_methods, .members = var_members};

/* ---- tokens: what set() gives, for reset() ---- */

static Value token_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return raise_error(&exc_RuntimeError, "Tokens can only be created by ContextVars");
}

static void token_dealloc(Object *object)
{
    Token *self = (Token *)object;
    gc_untrack(object);
    object_release(self->context);
    object_release(self->var);
    value_release_null(self->old);
    object_free(object, sizeof *self);
}

static void token_traverse(Object *object, VisitFn visit, void *context)
{
    Token *self = (Token *)object;
    visit(value_of(self->context), context);
    visit(value_of(self->var), context);
    visit(self->old, context);
}

static Value token_repr(Value self)
{
    return str_printf(as_token(self)->used ? "<Token used var=%V at %p>" : "<Token var=%V at %p>", value_of(as_token(self)->var), (void *)(uintptr_t)self);
}

static Value get_var(Value self) { return value_retain(value_of(as_token(self)->var)); }
static Value get_old_value(Value self) { return value_retain(as_token(self)->old ? as_token(self)->old : value_of(&token_missing)); }

static const NativeDef token_methods[] = {{"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};
static const GetSetDef token_getsets[] = {{"var", get_var, NULL}, {"old_value", get_old_value, NULL}, {0}};

static Type type_token = {.head = OBJECT_STATIC(&type_type), .name = "_contextvars.Token", .flags = TYPE_GC, .size = sizeof(Token), .base = &type_object,
                          .new = token_new, .dealloc = token_dealloc, .traverse = token_traverse, .hash = slot_hash_refused, .repr = token_repr,
                          .methods = token_methods, .getsets = token_getsets};

static Value missing_repr(Value self)
{
    (void)self;
    return str_from_cstr("<Token.MISSING>");
}

static Type type_missing = {.head = OBJECT_STATIC(&type_type), .name = "Token.MISSING", .size = sizeof(Object), .base = &type_object, .repr = missing_repr};

/* ---- the module ---- */

static Value copy_context(METHOD_ARGS)
{
    UNUSED_ARGS;
    return get_current() ? context_with(value_retain(current->values)) : VALUE_NULL;
}

static const NativeDef functions[] = {{"copy_context", copy_context, 0, 0, 0}, {0}};

Value module_contextvars_init(void)
{
    static Type *const types[] = {&type_context, &type_context_var, &type_token};
    Value module = module_from_parts("_contextvars", functions, types, 3);
    if (module && (type_take_dotted_name(&type_missing) < 0 || type_ready(&type_missing) < 0 ||
                   dict_set_cstr(type_token.dict, "MISSING", value_of(&token_missing)) < 0))
        value_clear(&module);
    return module;
}
