#include "weakref.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "iterators.h"
#include "gc.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "type.h"

#include <stdlib.h>

typedef struct WeakRef {
    Object head;
    Object *target;  /* borrowed; NULL: it is gone */
    Value callback;  /* VALUE_NULL: none */
    int64_t hash;    /* -1: not asked for yet */
    struct WeakRef *next, *previous; /* those of the same target, as place_in_chain says */
} WeakRef;

static WeakRef *as_weakref(Value v) { return (WeakRef *)value_object(v); }

/* ---- the table: target → its newest reference. Open addressing, a power of two, at most half full ---- */

static struct {
    WeakRef **chains;
    size_t capacity, count;
} table;

static size_t place_of(const Object *target)
{
    size_t mask = table.capacity - 1, i = ((uintptr_t)target >> 4) * 0x9e3779b97f4a7c15u >> 20 & mask;
    while (table.chains[i] && table.chains[i]->target != target)
        i = (i + 1) & mask;
    return i;
}

static WeakRef *first_of(const Object *target)
{
    return target->flags & OBJ_WEAKLY_REFERENCED ? table.chains[place_of(target)] : NULL;
}

static int table_grow(void)
{
    size_t old_capacity = table.capacity, capacity = old_capacity ? 2 * old_capacity : 16;
    WeakRef **old = table.chains, **chains = mem_alloc_raw(capacity * sizeof *chains);
    if (!chains) {
        raise_no_memory();
        return -1;
    }
    memset(chains, 0, capacity * sizeof *chains);
    table.chains = chains;
    table.capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i])
            chains[place_of(old[i]->target)] = old[i];
    mem_free_raw(old);
    return 0;
}

/* Empties place i and moves what was pushed past it. */
static void table_remove(size_t i)
{
    size_t mask = table.capacity - 1;
    table.chains[i] = NULL;
    table.count--;
    for (size_t j = (i + 1) & mask; table.chains[j]; j = (j + 1) & mask) {
        WeakRef *moved = table.chains[j];
        table.chains[j] = NULL;
        table.chains[place_of(moved->target)] = moved;
    }
    if (table.count == 0) {
        mem_free_raw(table.chains);
        table.chains = NULL;
        table.capacity = 0;
    }
}

/* Without a callback and of a builtin type. */
static bool is_basic(const WeakRef *ref) { return !ref->callback && !type_has(ref->head.type, TYPE_HEAP); }

/* Behind which one of a chain a new one stands, NULL: it is the first. The basic reference comes before the basic proxy, both before all others,
 * the newest of which comes first. */
static WeakRef *place_in_chain(WeakRef *first, const WeakRef *new)
{
    if (!first || (is_basic(new) && new->head.type == &type_weakref))
        return NULL;
    WeakRef *before = is_basic(first) && first->head.type == &type_weakref ? first : NULL, *next = before ? before->next : first;
    return next && !is_basic(new) && is_basic(next) ? next : before;
}

static int link_new(WeakRef *ref, Object *target)
{
    if (2 * (table.count + 1) > table.capacity && table_grow() < 0)
        return -1;
    size_t i = place_of(target);
    WeakRef *before = place_in_chain(table.chains[i], ref);
    ref->previous = before;
    ref->next = before ? before->next : table.chains[i];
    if (ref->next)
        ref->next->previous = ref;
    if (!table.chains[i])
        table.count++;
    ref->target = target;
    *(before ? &before->next : &table.chains[i]) = ref;
    target->flags |= OBJ_WEAKLY_REFERENCED;
    return 0;
}

static void unlink_ref(WeakRef *ref)
{
    Object *target = ref->target;
    if (!target)
        return;
    if (ref->previous) {
        ref->previous->next = ref->next;
    } else {
        size_t i = place_of(target);
        if (ref->next) {
            table.chains[i] = ref->next;
        } else {
            table_remove(i);
            target->flags &= ~(uint32_t)OBJ_WEAKLY_REFERENCED;
        }
    }
    if (ref->next)
        ref->next->previous = ref->previous;
    ref->next = ref->previous = NULL;
    ref->target = NULL;
}

/* ---- dying targets ---- */

static void run_callback(WeakRef *ref)
{
    Value callback = ref->callback;
    ref->callback = VALUE_NULL;
    if (!callback)
        return;
    Value result = call_value1(callback, value_of(ref));
    if (!result)
        exc_write_unraisable(callback);
    value_release_null(result);
    value_release(callback);
}

/* References that died with a callback still to run, oldest death first; each retained, linked by `next`. */
typedef struct Forgotten {
    WeakRef *first, **tail;
} Forgotten;

static void forget(Forgotten *list, Object *target)
{
    for (WeakRef *ref; (ref = first_of(target)) != NULL;) {
        unlink_ref(ref);
        if (!ref->callback || ref->head.refs == 0 || ref->head.flags & OBJ_UNREACHABLE)
            continue;
        object_retain(ref);
        *list->tail = ref;
        list->tail = &ref->next;
    }
}

static void run_callbacks(WeakRef *chain)
{
    Value pending = exc_take();
    while (chain) {
        WeakRef *ref = chain;
        chain = ref->next;
        ref->next = NULL;
        run_callback(ref);
        object_release(ref);
    }
    exc_restore_steal(pending);
}

void weakref_clear(Object *target)
{
    Forgotten list = {NULL, &list.first};
    forget(&list, target);
    if (list.first)
        run_callbacks(list.first);
}

static Forgotten collected; /* between weakref_forget and weakref_run_forgotten; the collector does not nest */

void weakref_forget(Object *const *targets, size_t count)
{
    collected = (Forgotten){NULL, &collected.first};
    for (size_t i = 0; i < count; i++)
        forget(&collected, targets[i]);
}

void weakref_run_forgotten(void)
{
    WeakRef *chain = collected.first;
    collected.first = NULL;
    run_callbacks(chain);
}

/* ---- making ---- */

/* One without callback of exactly this type can be shared. */
static WeakRef *shareable(const Object *target, const Type *type)
{
    for (WeakRef *ref = first_of(target); ref; ref = ref->next)
        if (ref->head.type == type && !ref->callback && ref->head.refs > 0)
            return ref;
    return NULL;
}

static Value weakref_make(Type *type, Value target, Value callback)
{
    if (callback == VALUE_NONE)
        callback = VALUE_NULL;
    if (!value_is_object(target) || !type_has(type_of(target), TYPE_WEAKREFS))
        return raise_error(&exc_TypeError, "cannot create weak reference to '%T' object", target);
    WeakRef *shared = callback || type_has(type, TYPE_HEAP) ? NULL : shareable(value_object(target), type);
    if (shared)
        return value_retain(value_of(shared));
    WeakRef *ref = object_alloc_zeroed(type, sizeof *ref);
    if (!ref)
        return VALUE_NULL;
    ref->hash = -1;
    ref->callback = value_retain_null(callback);
    if (link_new(ref, value_object(target)) < 0) {
        object_release(ref);
        return VALUE_NULL;
    }
    gc_track(ref);
    return value_of(ref);
}

static void weakref_traverse(Object *self, VisitFn visit, void *context) { visit(((WeakRef *)self)->callback, context); }
static void weakref_drop_callback(Object *self) { value_clear(&((WeakRef *)self)->callback); }

static void weakref_dealloc(Object *self)
{
    gc_untrack(self);
    unlink_ref((WeakRef *)self);
    weakref_drop_callback(self);
    object_free(self, sizeof(WeakRef));
}

Value weakref_first(Object *target)
{
    WeakRef *ref = first_of(target);
    return ref ? value_retain(value_of(ref)) : VALUE_NONE;
}

int64_t weakref_count(Value target)
{
    int64_t count = 0;
    for (WeakRef *ref = value_is_object(target) ? first_of(value_object(target)) : NULL; ref; ref = ref->next)
        count++;
    return count;
}

Value weakref_list(Value target)
{
    Value list = list_new(0);
    for (WeakRef *ref = value_is_object(target) ? first_of(value_object(target)) : NULL; list && ref; ref = ref->next)
        if (list_append(list, value_of(ref)) < 0)
            value_clear(&list);
    return list;
}

/* ---- weakref.ref ---- */

static Value ref_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && type == &type_weakref)
        return raise_error(&exc_TypeError, "ref() takes no keyword arguments");
    if (nargs < 1 || nargs > 2)
        return native_raise_count("__new__", 1, 2, nargs);
    return weakref_make(type, args[0], nargs > 1 ? args[1] : VALUE_NULL);
}

static int ref_init(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)kwnames;
    if (nargs >= 1 && nargs <= 2)
        return 0;
    native_raise_count("__init__", 1, 2, nargs);
    return -1;
}

static Value ref_call(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args;
    if (kwnames || nargs)
        return kwnames ? raise_error(&exc_TypeError, "weakref() takes no keyword arguments") : native_raise_count("weakref", 0, 0, nargs);
    Object *target = as_weakref(self)->target;
    return target ? value_retain(value_of(target)) : VALUE_NONE;
}

static int64_t ref_hash(Value self)
{
    WeakRef *ref = as_weakref(self);
    if (ref->hash != -1)
        return ref->hash;
    if (!ref->target)
        return raise_error_int(&exc_TypeError, "weak object has gone away");
    Value target = value_retain(value_of(ref->target));
    ref->hash = value_hash(target);
    value_release(target);
    return ref->hash;
}

static Value ref_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_instance_of(b, &type_weakref))
        return VALUE_NOT_IMPLEMENTED;
    Object *left = as_weakref(a)->target, *right = as_weakref(b)->target;
    if (!left || !right)
        return value_bool((a == b) == (op == COMPARE_EQ));
    Value x = value_retain(value_of(left)), y = value_retain(value_of(right));
    Value result = value_compare(x, y, op);
    value_release(x);
    value_release(y);
    return result;
}

static Value ref_repr(Value self)
{
    Object *target = as_weakref(self)->target;
    void *address = value_object(self);
    if (!target)
        return str_printf("<weakref at %p; dead>", address);
    Value held = value_retain(value_of(target)), name = VALUE_NULL, result;
    Value named = type_lookup(type_of(held), name___name__); /* its class says whether it has a name */
    if (named)
        name = type_of(named)->descr_get ? type_of(named)->descr_get(named, held, type_of(held)) : value_retain(named);
    if (named && !name)
        exc_clear();
    if (name && value_is_str(name))
        result = str_printf("<weakref at %p; to '%T' at %p (%S)>", address, held, (void *)target, name);
    else
        result = str_printf("<weakref at %p; to '%T' at %p>", address, held, (void *)target);
    value_release_null(name);
    value_release(held);
    return result;
}

static Value get_callback(Value self)
{
    Value callback = as_weakref(self)->callback;
    return callback ? value_retain(callback) : VALUE_NONE;
}

static const GetSetDef ref_getsets[] = {{"__callback__", get_callback, attr_readonly}, {NULL, NULL, NULL}};

Type type_weakref = {
    .head = OBJECT_STATIC(&type_type),
    .name = "weakref.ReferenceType",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE,
    .size = sizeof(WeakRef),
    .base = &type_object,
    .new = ref_new,
    .init = ref_init,
    .dealloc = weakref_dealloc,
    .traverse = weakref_traverse,
    .clear = weakref_drop_callback,
    .repr = ref_repr,
    .hash = ref_hash,
    .call = ref_call,
    .compare = ref_compare,
    .getsets = ref_getsets,
};

/* ---- proxies: every operation is the target's ---- */

static bool is_proxy(Value v)
{
    return value_is_object(v) && (value_object(v)->type == &type_weak_proxy || value_object(v)->type == &type_weak_callable_proxy);
}

/* The target of a proxy (anything else: itself), a new reference. VALUE_NULL: ReferenceError. */
static Value behind(Value v)
{
    if (!is_proxy(v))
        return value_retain(v);
    Object *target = as_weakref(v)->target;
    return target ? value_retain(value_of(target)) : raise_error(&exc_ReferenceError, "weakly-referenced object no longer exists");
}

static Value proxy_getattr(Value self, Str *name)
{
    Value target = behind(self), result = target ? value_getattr(target, name) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static int proxy_setattr(Value self, Str *name, Value value)
{
    Value target = behind(self);
    int result = !target ? -1 : value ? value_setattr(target, name, value) : value_delattr(target, name);
    value_release_null(target);
    return result;
}

static Value proxy_repr(Value self)
{
    Object *target = as_weakref(self)->target;
    return target ? str_printf("<weakproxy at %p to %T at %p>", (void *)value_object(self), value_of(target), (void *)target)
                  : str_printf("<weakproxy at %p to %T at %p>", (void *)value_object(self), VALUE_NONE, NULL);
}

static Value on_target(Value self, Value (*operation)(Value))
{
    Value target = behind(self), result = target ? operation(target) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value proxy_str(Value self) { return on_target(self, value_str); }
static Value proxy_iter(Value self) { return on_target(self, value_iter); }
static Value proxy_index(Value self) { return on_target(self, value_index); }

static Value proxy_next(Value self)
{
    Value target = behind(self);
    if (!target)
        return VALUE_NULL;
    Value result = value_is_iterator(target) ? value_next(target)
                                             : raise_error(&exc_TypeError, "Weakref proxy referenced a non-iterator '%T' object", target);
    value_release(target);
    return result;
}

static Value proxy_call(Value self, const Value *args, int nargs, Value kwnames)
{
    Value target = behind(self), result = target ? call_value(target, args, nargs, kwnames) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value on_targets(Value a, Value b, int operation, Value (*apply)(int, Value, Value))
{
    Value x = behind(a), y = x ? behind(b) : VALUE_NULL, result = y ? apply(operation, x, y) : VALUE_NULL;
    value_release_null(x);
    value_release_null(y);
    return result;
}

static Value apply_compare(int op, Value a, Value b) { return value_compare(a, b, (CompareOp)op); }
static Value apply_binary(int op, Value a, Value b) { return value_binary((BinaryOp)op, a, b); }
static Value apply_inplace(int op, Value a, Value b) { return value_inplace((BinaryOp)op, a, b); }
static Value proxy_compare(Value a, Value b, CompareOp op) { return on_targets(a, b, (int)op, apply_compare); }

static int proxy_truth(Value self)
{
    Value target = behind(self);
    int result = target ? value_truth(target) : -1;
    value_release_null(target);
    return result;
}

static int64_t proxy_length(Value self)
{
    Value target = behind(self);
    int64_t result = target ? value_length(target) : -1;
    value_release_null(target);
    return result;
}

static Value proxy_getitem(Value self, Value key)
{
    Value target = behind(self), result = target ? value_getitem(target, key) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static int proxy_setitem(Value self, Value key, Value value)
{
    Value target = behind(self);
    int result = !target ? -1 : value ? value_setitem(target, key, value) : value_delitem(target, key);
    value_release_null(target);
    return result;
}

static int proxy_contains(Value self, Value key)
{
    Value target = behind(self);
    int result = target ? value_contains(target, key) : -1;
    value_release_null(target);
    return result;
}

#define PROXY_BINARY(NAME)                                                                                                \
    static Value proxy_##NAME(Value a, Value b) { return on_targets(a, b, BINARY_##NAME, apply_binary); }                 \
    static Value proxy_r_##NAME(Value a, Value b) { return on_targets(b, a, BINARY_##NAME, apply_binary); }               \
    static Value proxy_i_##NAME(Value a, Value b) { return on_targets(a, b, BINARY_##NAME, apply_inplace); }
#define PROXY_OPERATORS(X)                                                                                                \
    X(ADD) X(SUB) X(MUL) X(TRUEDIV) X(FLOORDIV) X(MOD) X(POW) X(LSHIFT) X(RSHIFT) X(AND) X(OR) X(XOR) X(MATMUL)
PROXY_OPERATORS(PROXY_BINARY)

static Value proxy_divmod(Value a, Value b) { return on_targets(a, b, BINARY_DIVMOD, apply_binary); }

static Value proxy_neg(Value self)
{
    Value target = behind(self), result = target ? value_unary(UNARY_NEG, target) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value proxy_pos(Value self)
{
    Value target = behind(self), result = target ? value_unary(UNARY_POS, target) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value proxy_abs(Value self)
{
    Value target = behind(self), result = target ? value_unary(UNARY_ABS, target) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value proxy_invert(Value self)
{
    Value target = behind(self), result = target ? value_unary(UNARY_INVERT, target) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value proxy_bytes(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value target = behind(self), result = target ? call_method(target, name___bytes__, NULL, 0) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static Value proxy_reversed(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value target = behind(self), result = target ? call_method(target, name___reversed__, NULL, 0) : VALUE_NULL;
    value_release_null(target);
    return result;
}

static const NativeDef proxy_methods[] = {{"__bytes__", proxy_bytes, 0, 0, 0}, {"__reversed__", proxy_reversed, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

#define PROXY_SLOT(NAME) [BINARY_##NAME] = proxy_##NAME,
#define PROXY_SLOT_R(NAME) [BINARY_##NAME] = proxy_r_##NAME,
#define PROXY_SLOT_I(NAME) [BINARY_##NAME] = proxy_i_##NAME,
#define PROXY_TYPE(TEXT, CALL)                                                                                            \
    {                                                                                                                     \
        .head = OBJECT_STATIC(&type_type), .name = TEXT, .flags = TYPE_GC, .size = sizeof(WeakRef), .base = &type_object, \
        .dealloc = weakref_dealloc, .traverse = weakref_traverse, .clear = weakref_drop_callback, .repr = proxy_repr,     \
        .str = proxy_str, .call = CALL, .getattr = proxy_getattr, .setattr = proxy_setattr, .compare = proxy_compare,     \
        .truth = proxy_truth, .iter = proxy_iter, .next = proxy_next, .binary = {PROXY_OPERATORS(PROXY_SLOT)              \
        [BINARY_DIVMOD] = proxy_divmod}, .reflected = {PROXY_OPERATORS(PROXY_SLOT_R)},                                    \
        .inplace = {PROXY_OPERATORS(PROXY_SLOT_I)}, .unary = {proxy_neg, proxy_pos, proxy_invert, proxy_abs},             \
        .to_index = proxy_index, .length = proxy_length, .getitem = proxy_getitem, .setitem = proxy_setitem,              \
        .contains = proxy_contains, .methods = proxy_methods,                                                             \
    }

Type type_weak_proxy = PROXY_TYPE("weakref.ProxyType", NULL);
Type type_weak_callable_proxy = PROXY_TYPE("weakref.CallableProxyType", proxy_call);

Value weakref_proxy_new(Value target, Value callback)
{
    return weakref_make(value_is_callable(target) ? &type_weak_callable_proxy : &type_weak_proxy, target, callback);
}

int weakref_init_types(void)
{
    static Type *const types[] = {&type_weakref, &type_weak_proxy, &type_weak_callable_proxy};
    return type_ready_all(types, 3);
}
