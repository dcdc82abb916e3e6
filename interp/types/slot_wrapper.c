/* slot_wrapper.c: slots of builtin types as Python sees them: int.__add__ (wrapper_descriptor) and (1).__add__ (method-wrapper). */
#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "method.h"
#include "int.h"
#include "names.h"
#include "object_life.h"
#include "str.h"
#include "tuple.h"
#include "type_private.h"
#include "type_slots.h"

#include <assert.h>

/* A slot wrapper bound to a value. */
typedef struct BoundWrapper {
    Object head;
    SlotWrapper *wrapper; /* owned */
    Value self;
} BoundWrapper;

static SlotWrapper *as_slot_wrapper(Value v) { return (SlotWrapper *)value_object(v); }
static BoundWrapper *as_bound_wrapper(Value v) { return (BoundWrapper *)value_object(v); }

/* ---- calling a slot ---- */

static Value none_if(int result) { return result < 0 ? VALUE_NULL : VALUE_NONE; }
static Value truth_of(int result) { return result < 0 ? VALUE_NULL : value_bool(result); }

/* Arguments a slot takes besides self: at least, at most. */
static void argument_counts(SlotKind kind, int *min, int *max)
{
    switch (kind) {
    case SLOT_UNARY: case SLOT_HASH: case SLOT_TRUTH: case SLOT_NEXT: case SLOT_LENGTH:
        *min = *max = 0;
        break;
    case SLOT_SETITEM: case SLOT_SETATTR: case SLOT_SET:
        *min = *max = 2;
        break;
    case SLOT_POW: case SLOT_REFLECTED_POW: case SLOT_GET:
        *min = 1, *max = 2;
        break;
    case SLOT_CALL: case SLOT_INIT:
        *min = 0, *max = INT16_MAX;
        break;
    default:
        *min = *max = 1;
    }
}

/* object.__setattr__ may not be used to change builtin types behind their back. */
static bool may_set_attribute(SlotWrapper *w, Value self)
{
    Type *type = type_of(self), *builtin = type_solid_builtin(type);
    if (builtin->setattr == w->owner->setattr || !value_is_type(self))
        return true;
    raise_error(&exc_TypeError, "can't apply this %Y to %s object", *w->row->name, type->name);
    return false;
}

static Value attribute_name(Value v)
{
    if (value_is_str(v))
        return v;
    return raise_error(&exc_TypeError, "attribute name must be string, not '%T'", v);
}

static Value call_descr_get(void *function, Value self, const Value *args, int nargs)
{
    Value instance = args[0] == VALUE_NONE ? VALUE_NULL : args[0];
    Type *owner = NULL;
    if (nargs == 2 && value_is_type(args[1])) { /* whatever else it is: as if it were left out */
        owner = as_type(args[1]);
        if (!instance && owner == &type_none)
            instance = VALUE_NONE;
    }
    if (!instance && owner == NULL)
        return raise_error(&exc_TypeError, "__get__(None, None) is invalid");
    return ((Value(*)(Value, Value, Type *))function)(self, instance, owner);
}

/* list.__mul__ and the like take a count, and nothing else. */
static bool is_repetition(const SlotWrapper *w)
{
    Str *name = *w->row->name;
    return (name == name___mul__ || name == name___rmul__ || name == name___imul__) && type_is_sequence(w->owner);
}

static Value call_next(void *function, Value self)
{
    Value result = ((Value(*)(Value))function)(self);
    return result || exc_pending() ? result : raise_stop_iteration(VALUE_NULL);
}

Value slot_wrapper_call_on(SlotWrapper *w, Value self, const Value *args, int nargs, Value kwnames)
{
    const SlotRow *row = w->row;
    int min, max;
    argument_counts(row->kind, &min, &max);
    if (kwnames && as_tuple(kwnames)->length && row->kind != SLOT_CALL && row->kind != SLOT_INIT)
        return raise_error(&exc_TypeError, "wrapper %Y() takes no keyword arguments", *row->name);
    if (nargs < min || nargs > max) {
        const char *gap = max > 1 || is_repetition(w) ? " " : ""; /* CPython puts a name there, which is empty */
        if (min == max)
            return raise_error(&exc_TypeError, "%sexpected %d argument%s, got %d", gap, min, min == 1 ? "" : "s", nargs);
        return raise_error(&exc_TypeError, "%sexpected at %s %d argument%s, got %d", gap, nargs < min ? "least" : "most", nargs < min ? min : max,
                           (nargs < min ? min : max) == 1 ? "" : "s", nargs);
    }
    void *f = *slot_at(w->owner, row);
    Value name;
    switch (row->kind) {
    case SLOT_UNARY:
        return ((Value(*)(Value))f)(self);
    case SLOT_POW: case SLOT_REFLECTED_POW:
        if (nargs == 2 && args[1] != VALUE_NONE) {
            bool reflected = row->kind == SLOT_REFLECTED_POW;
            return w->owner->pow3 ? w->owner->pow3(reflected ? args[0] : self, reflected ? self : args[0], args[1]) : VALUE_NOT_IMPLEMENTED;
        }
        return ((Value(*)(Value, Value))f)(self, args[0]);
    case SLOT_BINARY: case SLOT_REFLECTED:
        if (is_repetition(w) && !value_is_int(args[0]) && !type_of(args[0])->to_index)
            return raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
        return ((Value(*)(Value, Value))f)(self, args[0]);
    case SLOT_HASH: {
        int64_t hash = ((int64_t(*)(Value))f)(self);
        if (hash == -1 && exc_pending())
            return VALUE_NULL;
        return int_from_int64(hash);
    }
    case SLOT_LENGTH: {
        int64_t length = ((int64_t(*)(Value))f)(self);
        return length < 0 ? VALUE_NULL : int_from_int64(length);
    }
    case SLOT_CALL:
        return ((NativeFn)f)(self, args, nargs, kwnames);
    case SLOT_INIT:
        return none_if(((int (*)(Value, const Value *, int, Value))f)(self, args, nargs, kwnames));
    case SLOT_GETATTR:
        name = attribute_name(args[0]);
        return name ? ((Value(*)(Value, Str *))f)(self, as_str(name)) : VALUE_NULL;
    case SLOT_SETATTR: case SLOT_DELATTR:
        name = attribute_name(args[0]);
        if (!name || !may_set_attribute(w, self))
            return VALUE_NULL;
        return none_if(((int (*)(Value, Str *, Value))f)(self, as_str(name), row->kind == SLOT_SETATTR ? args[1] : VALUE_NULL));
    case SLOT_COMPARE:
        return ((Value(*)(Value, Value, CompareOp))f)(self, args[0], (CompareOp)row->op);
    case SLOT_TRUTH:
        return truth_of(((int (*)(Value))f)(self));
    case SLOT_NEXT:
        return call_next(f, self);
    case SLOT_SETITEM: case SLOT_SET:
        return none_if(((int (*)(Value, Value, Value))f)(self, args[0], args[1]));
    case SLOT_DELITEM: case SLOT_DELETE:
        return none_if(((int (*)(Value, Value, Value))f)(self, args[0], VALUE_NULL));
    case SLOT_CONTAINS:
        return truth_of(((int (*)(Value, Value))f)(self, args[0]));
    case SLOT_GET:
        return call_descr_get(f, self, args, nargs);
    default:
        return raise_error(&exc_SystemError, "slot %Y cannot be called", *row->name);
    }
}

/* T.__new__(cls, …) */
Value slot_wrap_new(Value self, const Value *args, int nargs, Value kwnames)
{
    Type *type = as_type(self);
    assert(type != NULL);
    if (nargs < 1)
        return raise_error(&exc_TypeError, "%s.__new__(): not enough arguments", type->name);
    if (!value_is_type(args[0]))
        return raise_error(&exc_TypeError, "%s.__new__(X): X is not a type object (%T)", type->name, args[0]);
    Type *wanted = as_type(args[0]);
    if (!type_is_subtype(wanted, type))
        return raise_error(&exc_TypeError, "%s.__new__(%s): %s is not a subtype of %s", type->name, wanted->name, wanted->name, type->name);
    Type *builtin = wanted;
    while (builtin && builtin->flags & TYPE_HEAP)
        builtin = builtin->base;
    if (builtin && builtin->new != type->new)
        return raise_error(&exc_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", type->name, wanted->name, builtin->name);
    Value v = type->new(wanted, args + 1, nargs - 1, kwnames);
    if (v)
        type_track_instance(v);
    return v;
}

/* ---- slot wrappers ---- */

Value slot_wrapper_new(const SlotRow *row, Type *owner)
{
    SlotWrapper *w = object_alloc(&type_slot_wrapper, sizeof *w);
    if (w == NULL)
        return VALUE_NULL;
    w->row = row;
    w->owner = owner;
    return value_of(w);
}

static void slot_wrapper_dealloc(Object *self)
{
    object_free(self, sizeof(SlotWrapper));
}

static Value slot_wrapper_repr(Value v)
{
    return str_printf("<slot wrapper '%Y' of '%s' objects>", *as_slot_wrapper(v)->row->name, as_slot_wrapper(v)->owner->name);
}

static Value slot_wrapper_call(Value v, const Value *args, int nargs, Value kwnames)
{
    SlotWrapper *w = as_slot_wrapper(v);
    if (nargs < 1)
        return raise_error(&exc_TypeError, "descriptor '%Y' of '%s' object needs an argument", *w->row->name, w->owner->name);
    if (!value_is_instance_of(args[0], w->owner))
        return raise_error(&exc_TypeError, "descriptor '%Y' requires a '%s' object but received a '%T'", *w->row->name, w->owner->name, args[0]);
    return slot_wrapper_call_on(w, args[0], args + 1, nargs - 1, kwnames);
}

static Value slot_wrapper_descr_get(Value v, Value instance, Type *owner)
{
    (void)owner;
    SlotWrapper *w = as_slot_wrapper(v);
    if (!instance)
        return value_retain(v);
    if (!value_is_instance_of(instance, w->owner))
        return raise_error(&exc_TypeError, "descriptor '%Y' for '%s' objects doesn't apply to a '%T' object", *w->row->name, w->owner->name,
                           instance);
    BoundWrapper *bound = object_alloc(&type_method_wrapper, sizeof *bound);
    if (bound == NULL)
        return VALUE_NULL;
    object_retain(w);
    bound->wrapper = w;
    bound->self = value_retain(instance);
    gc_track(bound);
    return value_of(bound);
}

static Value qualified(SlotWrapper *w)
{
    Value type_name = type_qualname_value(w->owner);
    Value result = type_name ? str_printf("%S.%Y", type_name, *w->row->name) : VALUE_NULL;
    value_release_null(type_name);
    return result;
}

static Value get_none(Value v) { (void)v; return VALUE_NONE; }
static Value get_name(Value v) { return value_retain(value_of(*as_slot_wrapper(v)->row->name)); }
static Value get_qualname(Value v) { return qualified(as_slot_wrapper(v)); }
static Value get_owner(Value v) { return value_retain(value_of(as_slot_wrapper(v)->owner)); }

static const GetSetDef slot_wrapper_getsets[] = {
    {"__name__", get_name, attr_readonly},
    {"__qualname__", get_qualname, NULL},
    {"__objclass__", get_owner, attr_readonly},
    {"__doc__", get_none, NULL},
    {"__text_signature__", native_text_signature, NULL},
    {NULL, NULL, NULL},
};

Type type_slot_wrapper = {
    .head = OBJECT_STATIC(&type_type),
    .name = "wrapper_descriptor",
    .flags = TYPE_METHOD_LIKE,
    .size = sizeof(SlotWrapper),
    .dealloc = slot_wrapper_dealloc,
    .repr = slot_wrapper_repr,
    .call = slot_wrapper_call,
    .descr_get = slot_wrapper_descr_get,
    .getsets = slot_wrapper_getsets,
};

/* ---- method-wrapper ---- */

static void bound_wrapper_dealloc(Object *self)
{
    gc_untrack(self);
    object_release(((BoundWrapper *)self)->wrapper);
    value_release_null(((BoundWrapper *)self)->self);
    object_free(self, sizeof(BoundWrapper));
}

static void bound_wrapper_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((BoundWrapper *)self)->self, context);
}

static Value bound_wrapper_call(Value v, const Value *args, int nargs, Value kwnames)
{
    return slot_wrapper_call_on(as_bound_wrapper(v)->wrapper, as_bound_wrapper(v)->self, args, nargs, kwnames);
}

static Value bound_wrapper_repr(Value v)
{
    BoundWrapper *b = as_bound_wrapper(v);
    return str_printf("<method-wrapper '%Y' of %T object at %p>", *b->wrapper->row->name, b->self, (void *)(uintptr_t)b->self);
}

static int64_t bound_wrapper_hash(Value v)
{
    BoundWrapper *b = as_bound_wrapper(v);
    uint64_t bits = b->self ^ (uintptr_t)b->wrapper;
    int64_t hash = (int64_t)(bits >> 4 | bits << 60);
    return hash == -1 ? -2 : hash;
}

static Value bound_wrapper_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_object(b) || !value_is_heap_exactly(b, &type_method_wrapper))
        return VALUE_NOT_IMPLEMENTED;
    bool equal = as_bound_wrapper(a)->wrapper == as_bound_wrapper(b)->wrapper && as_bound_wrapper(a)->self == as_bound_wrapper(b)->self;
    return value_bool((op == COMPARE_EQ) == equal);
}

static Value get_bound_name(Value v) { return value_retain(value_of(*as_bound_wrapper(v)->wrapper->row->name)); }
static Value get_bound_qualname(Value v) { return qualified(as_bound_wrapper(v)->wrapper); }
static Value get_bound_self(Value v) { return value_retain(as_bound_wrapper(v)->self); }
static Value get_bound_owner(Value v) { return value_retain(value_of(as_bound_wrapper(v)->wrapper->owner)); }

static const GetSetDef bound_wrapper_getsets[] = {
    {"__name__", get_bound_name, NULL},
    {"__qualname__", get_bound_qualname, NULL},
    {"__self__", get_bound_self, attr_readonly},
    {"__objclass__", get_bound_owner, NULL},
    {"__doc__", get_none, NULL},
    {"__text_signature__", native_text_signature, NULL},
    {NULL, NULL, NULL},
};

Type type_method_wrapper = {
    .head = OBJECT_STATIC(&type_type),
    .name = "method-wrapper",
    .flags = TYPE_GC,
    .size = sizeof(BoundWrapper),
    .dealloc = bound_wrapper_dealloc,
    .traverse = bound_wrapper_traverse,
    .repr = bound_wrapper_repr,
    .hash = bound_wrapper_hash,
    .call = bound_wrapper_call,
    .compare = bound_wrapper_compare,
    .getsets = bound_wrapper_getsets,
};
