/* functools.c: the module _functools: partial, reduce, cmp_to_key (functools.py has the rest; lru_cache.c the cache). */
#include "functools.h"

#include "abstract.h"
#include "attr.h"
#include "code.h"
#include "code_copy.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "mem.h"
#include "method.h"
#include "modules.h"
#include "native.h"
#include "sequence.h"
#include "str.h"
#include "str_builder.h"
#include "tuple.h"
#include "type.h"
#include "library_function.h"

/* ---- partial ---- */

typedef struct Partial {
    Object head;
    Value function;
    Value args;     /* tuple */
    Value keywords; /* dict */
    Value dict;     /* its attributes; VALUE_NULL until used */
} Partial;

static inline Partial *as_partial(Value v) { return (Partial *)value_object(v); }

static Value joined_args(Value first, const Value *args, int nargs)
{
    int64_t before = first ? as_tuple(first)->length : 0;
    Value result = tuple_new(before + nargs);
    for (int64_t i = 0; result && i < before + nargs; i++)
        as_tuple(result)->items[i] = value_retain(i < before ? as_tuple(first)->items[i] : args[i - before]);
    return result;
}

/* A new dict: `first` (may be VALUE_NULL) updated by the keywords of a call. */
static Value joined_keywords(Value first, const Value *values, Value kwnames)
{
    Value result = first ? dict_copy(as_dict(first)) : dict_new();
    for (int64_t i = 0; result && kwnames && i < as_tuple(kwnames)->length; i++)
        if (dict_set(as_dict(result), as_tuple(kwnames)->items[i], values[i]) < 0)
            value_clear(&result);
    return result;
}

static Value partial_call(Value v, const Value *args, int nargs, Value kwnames);

static Value partial_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (nargs < 1)
        return raise_error(&exc_TypeError, "type 'partial' takes at least one argument");
    Value function = args[0];
    if (!value_is_callable(function))
        return raise_error(&exc_TypeError, "the first argument must be callable");
    Value first_args = VALUE_NULL, first_keywords = VALUE_NULL;
    if (type_of(function)->call == partial_call && !as_partial(function)->dict) { /* a partial of a partial is one partial */
        first_args = as_partial(function)->args;
        first_keywords = as_partial(function)->keywords;
        function = as_partial(function)->function;
    }
    Value own_args = joined_args(first_args, args + 1, nargs - 1);
    Value keywords = own_args ? joined_keywords(first_keywords, args + nargs, kwnames) : VALUE_NULL;
    Partial *self = keywords ? object_alloc(type, type->size) : NULL;
    if (!self) {
        value_release_null(own_args);
        value_release_null(keywords);
        return VALUE_NULL;
    }
    self->function = value_retain(function);
    self->args = own_args;
    self->keywords = keywords;
    self->dict = VALUE_NULL;
    gc_track(self);
    return value_of(self);
}

enum { SMALL_CALL = 12 };

static Value partial_call(Value v, const Value *args, int nargs, Value kwnames)
{
    Partial *self = as_partial(v);
    int64_t before = as_tuple(self->args)->length;
    if (as_dict(self->keywords)->length == 0) {
        int64_t count = before + nargs + (kwnames ? as_tuple(kwnames)->length : 0);
        Value small[SMALL_CALL], *all = count <= SMALL_CALL ? small : mem_alloc_raw((size_t)count * sizeof *all);
        if (!all)
            return raise_no_memory();
        memcpy(all, as_tuple(self->args)->items, (size_t)before * sizeof *all);
        memcpy(all + before, args, (size_t)(count - before) * sizeof *all);
        Value held = value_retain(self->args), function = value_retain(self->function);
        Value result = call_value(function, all, (int)before + nargs, kwnames);
        value_release(function);
        value_release(held);
        if (all != small)
            mem_free_raw(all);
        return result;
    }
    Value all_args = joined_args(self->args, args, nargs);
    Value keywords = all_args ? joined_keywords(self->keywords, args + nargs, kwnames) : VALUE_NULL;
    Value result = keywords ? call_with_dict(self->function, all_args, keywords) : VALUE_NULL;
    value_release_null(all_args);
    value_release_null(keywords);
    return result;
}

static Value partial_repr(Value v)
{
    Partial *self = as_partial(v);
    int entered = repr_enter(v);
    if (entered)
        return entered < 0 ? VALUE_NULL : str_from_cstr("...");
    StrBuilder text;
    str_builder_init(&text);
    str_builder_add_cstr(&text, type_of(v)->name);
    str_builder_add_cstr(&text, "(");
    str_builder_add_steal(&text, value_repr(self->function));
    for (int64_t i = 0; i < as_tuple(self->args)->length; i++) {
        str_builder_add_cstr(&text, ", ");
        str_builder_add_steal(&text, value_repr(as_tuple(self->args)->items[i]));
    }
    Value key, value;
    for (int64_t at = 0; dict_next(as_dict(self->keywords), &at, &key, &value);) {
        value_retain(key); /* their texts may change the dict */
        value_retain(value);
        str_builder_add_cstr(&text, ", ");
        str_builder_add_str_of(&text, key);
        str_builder_add_cstr(&text, "=");
        str_builder_add_steal(&text, value_repr(value));
        value_release(key);
        value_release(value);
    }
    str_builder_add_cstr(&text, ")");
    repr_leave(v);
    return str_builder_finish(&text);
}

static void partial_clear(Object *object)
{
    value_clear(&((Partial *)object)->dict);
}

static void partial_dealloc(Object *object)
{
    Partial *self = (Partial *)object;
    gc_untrack(object);
    value_release(self->function);
    value_release(self->args);
    value_release(self->keywords);
    value_release_null(self->dict);
    object_free(object, object->type->size);
}

static void partial_traverse(Object *object, VisitFn visit, void *context)
{
    Partial *self = (Partial *)object;
    visit(self->function, context);
    visit(self->args, context);
    visit(self->keywords, context);
    visit(self->dict, context);
}

static Value partial_getattr(Value v, Str *name)
{
    Partial *self = as_partial(v);
    return attr_get_with_dict(v, name, self->dict ? as_dict(self->dict) : NULL);
}

static int partial_setattr(Value v, Str *name, Value value) { return attr_set_with_dict(v, name, value, &as_partial(v)->dict); }

static int set_partial_dict(Value v, Value dict)
{
    if (!dict)
        return raise_error_int(&exc_TypeError, "cannot delete __dict__");
    if (!value_is_dict(dict))
        return raise_error_int(&exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'", dict);
    value_set_steal(&as_partial(v)->dict, value_retain(dict));
    return 0;
}

static Value get_function(Value v) { return value_retain(as_partial(v)->function); }
static Value get_args(Value v) { return value_retain(as_partial(v)->args); }
static Value get_keywords(Value v) { return value_retain(as_partial(v)->keywords); }

static Value get_partial_dict(Value v)
{
    Partial *self = as_partial(v);
    if (!self->dict)
        self->dict = dict_new();
    return value_retain_null(self->dict);
}

/* What __reduce_ex__ (interp/lib/_reduce.py) gives as the state: (func, args, keywords or None, attributes or None). */
static Value partial_setstate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    Tuple *state = value_is_tuple(args[0]) ? as_tuple(args[0]) : NULL;
    if (!state || state->length != 4 || !value_is_callable(state->items[0]) || !value_is_tuple(state->items[1]) ||
        (state->items[2] != VALUE_NONE && !value_is_dict(state->items[2])) || (state->items[3] != VALUE_NONE && !value_is_dict(state->items[3])))
        return raise_error(&exc_TypeError, "invalid partial state");
    bool plain_keywords = value_is_heap_exactly(state->items[2], &type_dict), plain_args = value_is_heap_exactly(state->items[1], &type_tuple);
    Value keywords = state->items[2] == VALUE_NONE ? dict_new() : plain_keywords ? value_retain(state->items[2]) : dict_copy(as_dict(state->items[2]));
    Value own_args = !keywords ? VALUE_NULL : plain_args ? value_retain(state->items[1]) : tuple_from(as_tuple(state->items[1])->items, as_tuple(state->items[1])->length);
    if (!own_args) {
        value_release_null(keywords);
        return VALUE_NULL;
    }
    Partial *p = as_partial(self);
    value_set_steal(&p->keywords, keywords);
    value_set_steal(&p->args, own_args);
    value_set_steal(&p->function, value_retain(state->items[0]));
    value_set_steal(&p->dict, state->items[3] == VALUE_NONE ? VALUE_NULL : value_retain(state->items[3]));
    return VALUE_NONE;
}

static const NativeDef partial_methods[] = {{"__setstate__", partial_setstate, 1, 1, 0},
                                            {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};
static const GetSetDef partial_getsets[] = {
    {"func", get_function, attr_readonly}, {"args", get_args, attr_readonly}, {"keywords", get_keywords, attr_readonly}, {"__dict__", get_partial_dict, set_partial_dict}, {0}};

Type type_partial = {.head = OBJECT_STATIC(&type_type), .name = "functools.partial", .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_SUBCLASSABLE,
                     .size = sizeof(Partial), .base = &type_object, .new = partial_new, .dealloc = partial_dealloc,
                     .traverse = partial_traverse, .clear = partial_clear, .repr = partial_repr, .call = partial_call,
                     .getattr = partial_getattr, .setattr = partial_setattr, .methods = partial_methods, .getsets = partial_getsets};

/* ---- cmp_to_key ---- */

typedef struct Key {
    Object head;
    Value compare, object; /* object VALUE_NULL: this is K itself, to be called */
} Key;

static inline Key *as_key(Value v) { return (Key *)value_object(v); }

static Value key_new(Value compare, Value object)
{
    Key *self = object_alloc(&type_key, sizeof *self);
    if (!self)
        return VALUE_NULL;
    self->compare = value_retain(compare);
    self->object = value_retain_null(object);
    gc_track(self);
    return value_of(self);
}

static Value key_call(Value v, const Value *args, int nargs, Value kwnames)
{
    Value given[1];
    if (!native_bind("K(obj)", args, nargs, kwnames, given))
        return VALUE_NULL;
    return key_new(as_key(v)->compare, given[0]);
}

static Value key_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_heap_exactly(b, &type_key))
        return raise_error(&exc_TypeError, "other argument must be K instance");
    if (!as_key(a)->object || !as_key(b)->object)
        return raise_error(&exc_AttributeError, "object");
    Value order = call_value2(as_key(a)->compare, as_key(a)->object, as_key(b)->object);
    if (!order)
        return VALUE_NULL;
    Value result = value_compare(order, value_from_small_int(0), op);
    value_release(order);
    return result;
}

static void key_dealloc(Object *object)
{
    gc_untrack(object);
    value_release(((Key *)object)->compare);
    value_release_null(((Key *)object)->object);
    object_free(object, sizeof(Key));
}

static void key_traverse(Object *object, VisitFn visit, void *context)
{
    visit(((Key *)object)->compare, context);
    visit(((Key *)object)->object, context);
}

static Value get_object(Value v)
{
    return as_key(v)->object ? value_retain(as_key(v)->object) : raise_error(&exc_AttributeError, "obj");
}
static const GetSetDef key_getsets[] = {{"obj", get_object, NULL}, {0}};

Type type_key = {.head = OBJECT_STATIC(&type_type), .name = "functools.KeyWrapper", .flags = TYPE_GC, .size = sizeof(Key), .base = &type_object,
                 .dealloc = key_dealloc, .traverse = key_traverse, .call = key_call, .compare = key_compare,
                 .getsets = key_getsets};

static Value functools_cmp_to_key(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value given[1];
    if (!native_bind("cmp_to_key(mycmp)", args, nargs, kwnames, given))
        return VALUE_NULL;
    return key_new(given[0], VALUE_NULL);
}

/* ---- reduce ---- */

static Value functools_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    Value iterator = value_iter(args[1]);
    if (!iterator) {
        if (exc_clear_if(&exc_TypeError))
            raise_error(&exc_TypeError, "reduce() arg 2 must support iteration");
        return VALUE_NULL;
    }
    Value total = nargs > 2 ? value_retain(args[2]) : value_next(iterator);
    if (!total && !exc_pending())
        raise_error(&exc_TypeError, "reduce() of empty iterable with no initial value");
    while (total) {
        Value item = value_next(iterator);
        if (!item) {
            if (exc_pending())
                value_clear(&total);
            break;
        }
        Value next = call_value2(args[0], total, item);
        value_release(item);
        value_release(total);
        total = next;
    }
    value_release(iterator);
    return total;
}

/* For types.coroutine: a copy of the code, whose generators may be awaited. */
static Value functools_make_awaitable(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_code(args[0]) || !(as_code(args[0])->flags & CODE_GENERATOR))
        return raise_error(&exc_TypeError, "the code of a generator function is required");
    Value copy = code_method_replace(args[0], NULL, 0, VALUE_NULL);
    if (copy)
        as_code(copy)->flags |= CODE_ITERABLE_COROUTINE;
    return copy;
}

static Value functools_as_builtin(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return library_function_new(args[0]);
}

static const NativeDef functions[] = {{"_as_builtin", functools_as_builtin, 1, 1, 0}, {"_make_awaitable", functools_make_awaitable, 1, 1, 0}, {"reduce", functools_reduce, 2, 3, 0}, {"cmp_to_key", functools_cmp_to_key, 1, 1, NATIVE_KEYWORDS}, {0}};
static Type *const types[] = {&type_partial, &type_lru_cache};

Value module_functools_init(void)
{
    if (type_ready(&type_key) < 0 || lru_types_init() < 0)
        return VALUE_NULL;
    return module_from_parts("_functools", functions, types, sizeof types / sizeof *types);
}
