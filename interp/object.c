/* object.c: memory of objects, their end, and the base type `object`.
 *
 * An object in memory, lower addresses first:
 *   [__slots__ values and Attrs of classes derived from a builtin type: type->prefix_size bytes] [GcHead, if TYPE_GC] Object …
 * A class over `object` itself grows at the end instead: Instance, or Object + __slots__ values (+ Attrs, when a subclass has no __slots__).
 * The prefix lets builtin types of any, even variable, size be subclassed without knowing of it.
 */
#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "import.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "object_life.h"
#include "type.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/method.h"
#include "types/module.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/weakref.h"

enum { DEALLOC_DEPTH_MAX = 60 };

#ifdef INTERP_STATS
#include "stats.h"
#define STAT_OBJECT(change, type, size) stats_object_##change(type, size)
#else
#define STAT_OBJECT(change, type, size) ((void)0)
#endif

/* ---- allocation ---- */

static void *alloc_with_prefix(Type *type, size_t size)
{
    size_t before = type->prefix_size + sizeof(GcHead);
    char *block = mem_alloc(before + size);
    if (unlikely(block == NULL)) {
        raise_no_memory();
        return NULL;
    }
    memset(block, 0, before);
    Object *o = (Object *)(block + before);
    o->refs = 1;
    o->flags = 0;
    o->type = type;
    object_retain(type);
    STAT_OBJECT(made, type, before + size);
    if ((int32_t)type->attrs_offset < 0)
        attrs_init(object_attrs(o), type);
    return o;
}

void *object_alloc(Type *type, size_t size)
{
    uint32_t flags = type->flags;
    char *block;
    if (flags & TYPE_GC) {
        if (unlikely(++gc_young_count > gc_young_threshold))
            gc_maybe_collect();
        if (unlikely(type->prefix_size))
            return alloc_with_prefix(type, size);
        block = mem_alloc(size + sizeof(GcHead));
        if (unlikely(block == NULL)) {
            raise_no_memory();
            return NULL;
        }
        ((GcHead *)block)->next = ((GcHead *)block)->prev = NULL;
        block += sizeof(GcHead);
    } else {
        block = mem_alloc(size);
        if (unlikely(block == NULL)) {
            raise_no_memory();
            return NULL;
        }
    }
    STAT_OBJECT(made, type, size + (flags & TYPE_GC ? sizeof(GcHead) : 0));
    Object *o = (Object *)block;
    o->refs = 1;
    o->flags = 0;
    o->type = type;
    if (flags & TYPE_HEAP)
        object_retain(type);
    return o;
}

void *object_alloc_zeroed(Type *type, size_t size)
{
    Object *o = object_alloc(type, size);
    if (o == NULL)
        return NULL;
    memset(o + 1, 0, size - sizeof *o);
    if (type->attrs_offset == INSTANCE_ATTRS_OFFSET)
        attrs_init((Attrs *)((char *)o + INSTANCE_ATTRS_OFFSET), type);
    return o;
}

void object_free(void *object, size_t size)
{
    Type *type = ((Object *)object)->type;
    char *block = object;
    if (type->flags & TYPE_GC) {
        gc_untrack(object);
        if (gc_young_count > 0)
            gc_young_count--;
        size_t before = sizeof(GcHead) + type->prefix_size;
        block -= before;
        size += before;
    }
    STAT_OBJECT(freed, type, size);
    mem_free(block, size);
    if (type->flags & TYPE_HEAP)
        object_release(type);
}

Value instance_new(Type *type)
{
    if (!type_is_plain(type)) {
        Object *o = object_alloc_zeroed(type, type->size);
        if (o == NULL)
            return VALUE_NULL;
        if (type->attrs_offset)
            attrs_init(object_attrs(o), type);
        if (type->flags & TYPE_GC)
            gc_track(o);
        return value_of(o);
    }
    uint32_t slots = type->inline_slots;
    Instance *instance = object_alloc(type, sizeof *instance + slots * sizeof(Value));
    if (instance == NULL)
        return VALUE_NULL;
    instance->attrs.shape = type->root_shape;
    instance->attrs.slots = instance->inline_slots;
    instance->capacity = instance->inline_capacity = slots;
    gc_track(instance);
    return value_of(instance);
}

/* ---- the end ---- */

static int dealloc_depth;
static GcHead *deferred; /* objects with refs 0, linked through GcHead.prev, to be deallocated by the outermost object_dealloc */

/* False when the finalizer has brought the object back to life. */
static bool finalize(Object *object)
{
    object->flags |= OBJ_FINALIZED;
    object->refs = 1;
    Value pending = exc_take();
    object->type->finalize(object);
    exc_restore_steal(pending);
    return --object->refs == 0;
}

static void dealloc_now(Object *object)
{
    Type *type = object->type;
    dealloc_depth++;
    type->dealloc(object);
    dealloc_depth--;
}

static void run_deferred(void)
{
    while (deferred) {
        GcHead *g = deferred;
        deferred = g->prev;
        g->prev = NULL;
        dealloc_now((Object *)(g + 1));
    }
}

void object_dealloc(Object *object)
{
    Type *type = object->type;
    if (unlikely(type->flags & TYPE_HAS_DEL) && !(object->flags & OBJ_FINALIZED) && type->finalize && !finalize(object))
        return;
    if (unlikely(object->flags & OBJ_WEAKLY_REFERENCED)) {
        if (type->flags & TYPE_GC)
            gc_untrack(object); /* a callback may collect: it must not find what is dying already */
        weakref_clear(object);
    }
    if (unlikely(dealloc_depth >= DEALLOC_DEPTH_MAX) && type->flags & TYPE_GC) {
        gc_untrack(object);
        gc_head(object)->prev = deferred;
        deferred = gc_head(object);
        return;
    }
    dealloc_now(object);
    if (unlikely(deferred != NULL) && dealloc_depth == 0)
        run_deferred();
}

void object_dealloc_plain(Object *self)
{
    object_free(self, self->type->size);
}

/* Values between `from` and `to` other than the Attrs. */
typedef struct OwnSlots {
    Value *from, *to;
} OwnSlots;

static OwnSlots own_slots(Object *self)
{
    Type *type = self->type;
    if (type->prefix_size) {
        char *end = (char *)self - sizeof(GcHead);
        return (OwnSlots){(Value *)(end - type->prefix_size), (Value *)end};
    }
    if (type_solid_builtin(type) != &type_object)
        return (OwnSlots){NULL, NULL};
    size_t from = type->attrs_offset == INSTANCE_ATTRS_OFFSET ? sizeof(Instance) : sizeof(Object);
    return (OwnSlots){(Value *)((char *)self + from), (Value *)((char *)self + type->size)};
}

static void release_own_slots(Object *self)
{
    OwnSlots slots = own_slots(self);
    Value *attrs = self->type->attrs_offset ? (Value *)object_attrs(self) : NULL;
    for (Value *slot = slots.from; slot < slots.to; slot++) {
        if (slot == attrs) {
            slot++;
            continue;
        }
        value_clear(slot);
    }
}

static bool owns_attrs(const Type *type)
{
    return type->attrs_offset && ((int32_t)type->attrs_offset < 0 || type_solid_builtin((Type *)type) == &type_object);
}

void instance_dealloc(Object *self)
{
    Instance *instance = (Instance *)self;
    gc_untrack(self);
    size_t size = sizeof *instance + instance->inline_capacity * sizeof(Value);
    Shape *shape = instance->attrs.shape;
    if (likely(shape != NULL && instance->attrs.slots == instance->inline_slots)) {
        uint32_t count = shape->count;
        for (uint32_t i = 0; i < count; i++)
            value_release_null(instance->inline_slots[i]);
    } else {
        attrs_release(self, &instance->attrs);
    }
    object_free(self, size);
}

void heap_dealloc(Object *self)
{
    Type *type = self->type;
    if (type->flags & TYPE_GC)
        gc_untrack(self);
    release_own_slots(self);
    if (owns_attrs(type))
        attrs_release(self, object_attrs(self));
    Type *builtin = type_solid_builtin(type);
    if (builtin == &type_object)
        object_free(self, type->size);
    else
        builtin->dealloc(self);
}

void heap_traverse(Object *self, VisitFn visit, void *context)
{
    Type *type = self->type;
    visit(value_of(type), context);
    OwnSlots slots = own_slots(self);
    Value *attrs = type->attrs_offset ? (Value *)object_attrs(self) : NULL;
    for (Value *slot = slots.from; slot < slots.to; slot++) {
        if (slot == attrs)
            slot++;
        else
            visit(*slot, context);
    }
    if (owns_attrs(type))
        attrs_traverse(object_attrs(self), visit, context);
    Type *builtin = type_solid_builtin(type);
    if (builtin->traverse)
        builtin->traverse(self, visit, context);
}

void heap_clear(Object *self)
{
    Type *type = self->type;
    release_own_slots(self);
    if (owns_attrs(type)) {
        Attrs *attrs = object_attrs(self);
        attrs_release(self, attrs);
        if (attrs->shape == NULL && attrs->dict == NULL)
            attrs_init(attrs, type); /* finalizers of others may still look at this object */
        if (type_is_plain(type)) {
            Instance *instance = (Instance *)self;
            attrs->slots = instance->inline_slots;
            instance->capacity = instance->inline_capacity;
        }
    }
    Type *builtin = type_solid_builtin(type);
    if (builtin->clear)
        builtin->clear(self);
}

/* ---- type object ---- */

static const char *abstract_methods_message(Type *type, Value *names_out)
{
    Value names;
    *names_out = VALUE_NULL;
    if (value_lookup_attr(value_of(type), name___abstractmethods__, &names) <= 0)
        return NULL;
    Value sorted = list_from_iterable(names);
    value_release(names);
    if (!sorted || list_sort(as_list(sorted), VALUE_NULL, false) < 0) {
        value_release_null(sorted);
        return NULL;
    }
    const char *plural = as_list(sorted)->length > 1 ? "s" : "";
    Value separator = str_from_cstr(", ");
    *names_out = separator ? str_join(separator, sorted) : VALUE_NULL;
    value_release_null(separator);
    value_release(sorted);
    return plural;
}

Value object_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args;
    if (unlikely(nargs > 0 || kwnames)) {
        if (type->new != object_new)
            return raise_error(&exc_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->init == object_init)
            return raise_error(&exc_TypeError, "%.200s() takes no arguments", type->name);
    }
    if (unlikely(type->flags & TYPE_ABSTRACT)) {
        Value names;
        const char *plural = abstract_methods_message(type, &names);
        if (plural && names)
            raise_error(&exc_TypeError, "Can't instantiate abstract class %s with abstract method%s %S", type->name, plural, names);
        value_release_null(names);
        return VALUE_NULL;
    }
    return instance_new(type);
}

int object_init(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args;
    Type *type = type_of(self);
    if (likely(nargs == 0 && !kwnames))
        return 0;
    if (type->init != object_init)
        return raise_error_int(&exc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    if (type->new == object_new)
        return raise_error_int(&exc_TypeError, "%.200s.__init__() takes exactly one argument (the instance to initialize)", type->name);
    return 0;
}

Value object_default_repr(Value v)
{
    Type *type = type_of(v);
    Value module = type_module_value(type);
    Value qualname = type_qualname_value(type);
    Value result = VALUE_NULL;
    if (module && qualname) {
        if (value_is_str(module) && !str_equal_cstr(module, "builtins"))
            result = str_printf("<%S.%S object at %p>", module, qualname, (void *)(uintptr_t)v);
        else
            result = str_printf("<%s object at %p>", type->name, (void *)(uintptr_t)v);
    }
    value_release_null(module);
    value_release_null(qualname);
    return result;
}

static int64_t object_hash(Value v)
{
    return (int64_t)(v >> 4 | v << 60); /* never -1: pointers have zero low bits, immediates have hashes of their own */
}

static Value object_compare(Value a, Value b, CompareOp op)
{
    if (op == COMPARE_EQ)
        return a == b ? VALUE_TRUE : VALUE_NOT_IMPLEMENTED;
    if (op != COMPARE_NE)
        return VALUE_NOT_IMPLEMENTED;
    Type *type = type_of(a);
    Value equal = type->compare ? type->compare(a, b, COMPARE_EQ) : VALUE_NOT_IMPLEMENTED;
    if (!equal || equal == VALUE_NOT_IMPLEMENTED)
        return equal;
    int truth = value_truth(equal);
    value_release(equal);
    return truth < 0 ? VALUE_NULL : value_bool(!truth);
}

static Value object_str(Value self)
{
    Type *type = type_of(self);
    return type->repr ? type->repr(self) : object_default_repr(self);
}

static Value get_class(Value self)
{
    return value_retain(value_of(type_of(self)));
}

static bool same_memory(const Type *a, const Type *b)
{
    return a->size == b->size && a->attrs_offset == b->attrs_offset && a->prefix_size == b->prefix_size &&
           ((a->flags ^ b->flags) & (TYPE_GC | TYPE_WEAKREFS)) == 0;
}

/* The nearest base, or type itself, whose instances hold more than those of its own base. */
static Type *layout_of(Type *type)
{
    while (type->flags & TYPE_HEAP && same_memory(type, type->base))
        type = type->base;
    return type;
}

/* Each __slots__ name of a stands for the same place in b. */
static bool same_members(Type *a, Type *b)
{
    Value name, v;
    for (int64_t pos = 0; dict_next(a->dict, &pos, &name, &v);) {
        if (!value_is_heap_exactly(v, &type_member_descriptor))
            continue;
        Value other = dict_get_str(b->dict, as_str(name));
        if (!other || !value_is_heap_exactly(other, &type_member_descriptor) ||
            ((MemberDescriptor *)value_object(other))->offset != ((MemberDescriptor *)value_object(v))->offset)
            return false;
    }
    return true;
}

static bool same_layout(Type *a, Type *b)
{
    a = layout_of(a);
    b = layout_of(b);
    return a == b || (a->base == b->base && same_memory(a, b) && same_members(a, b));
}

static int set_class(Value self, Value value)
{
    if (!value)
        return raise_error_int(&exc_TypeError, "can't delete __class__ attribute");
    if (!value_is_type(value))
        return raise_error_int(&exc_TypeError, "__class__ must be set to a class, not '%T' object", value);
    Type *from = type_of(self), *to = as_type(value);
    bool modules = type_is_subtype(from, &type_module) && type_is_subtype(to, &type_module);
    if (!modules && !(from->flags & to->flags & TYPE_HEAP))
        return raise_error_int(&exc_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (!same_layout(from, to))
        return raise_error_int(&exc_TypeError, "__class__ assignment: '%s' object layout differs from '%s'", to->name, from->name);
    /* The shapes belong to the old class: keep the attributes in a dict from now on. */
    if (from->attrs_offset && instance_dict(self) == VALUE_NULL)
        return -1;
    object_retain(to);
    value_object(self)->type = to;
    object_release(from);
    return 0;
}

static Value object_format(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "__format__() argument must be str, not %A", args[0]);
    if (as_str(args[0])->length > 0)
        return raise_error(&exc_TypeError, "unsupported format string passed to %T.__format__", self);
    return value_str(self);
}

static int merge_keys(Dict *into, Dict *from)
{
    Value key, value;
    for (int64_t pos = 0; dict_next(from, &pos, &key, &value);)
        if (dict_set(into, key, VALUE_NONE) < 0)
            return -1;
    return 0;
}

int type_merge_dir(Dict *into, Type *type)
{
    for (int64_t i = 0; i < type->mro->length; i++) {
        Type *t = as_type(type->mro->items[i]);
        if (t->dict && merge_keys(into, t->dict) < 0)
            return -1;
    }
    return 0;
}

static Value object_dir(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value names = dict_new(), own = VALUE_NULL, class = VALUE_NULL, result = VALUE_NULL;
    if (!names || value_lookup_attr(self, name___dict__, &own) < 0 || value_lookup_attr(self, name___class__, &class) < 0)
        goto out;
    if (own && value_is_dict(own) && merge_keys(as_dict(names), as_dict(own)) < 0)
        goto out;
    if (class && value_is_type(class) && type_merge_dir(as_dict(names), as_type(class)) < 0)
        goto out;
    result = dict_keys_list(as_dict(names));
out:
    value_release_null(class);
    value_release_null(own);
    value_release_null(names);
    return result;
}

static Value object_init_subclass(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return VALUE_NONE;
}

static Value object_subclasshook(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return VALUE_NOT_IMPLEMENTED;
}

static Value object_sizeof(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_from_small_int((int64_t)type_of(self)->size);
}

/* How an object is taken apart for copy and pickle is written in Python: interp/lib/_reduce.py. */
static Value reduce_by(const char *function, Value self, const Value *args, int nargs)
{
    Str *module_name = str_intern_cstr("_reduce"), *name = str_intern_cstr(function);
    Value module = module_name && name ? import_module(module_name, NULL, VALUE_NONE, 0) : VALUE_NULL;
    Value with_self[2] = {self, nargs ? args[0] : VALUE_NULL};
    Value result = module ? call_method(module, name, with_self, 1 + nargs) : VALUE_NULL;
    value_release_null(module);
    return result;
}

static Value object_reduce_ex(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    return reduce_by("reduce_ex", self, args, nargs);
}

static Value object_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    return reduce_by("reduce", self, args, nargs);
}

static Value object_getstate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    return reduce_by("getstate", self, args, nargs);
}

static const NativeDef object_methods[] = {
    {"__reduce_ex__", object_reduce_ex, 1, 1, 0},
    {"__reduce__", object_reduce, 0, 0, 0},
    {"__getstate__", object_getstate, 0, 0, 0},
    {"__format__", object_format, 1, 1, 0},
    {"__dir__", object_dir, 0, 0, 0},
    {"__init_subclass__", object_init_subclass, 0, 0, NATIVE_CLASS},
    {"__subclasshook__", object_subclasshook, 0, -1, NATIVE_CLASS},
    {"__sizeof__", object_sizeof, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static const GetSetDef object_getsets[] = {
    {"__class__", get_class, set_class},
    {NULL, NULL, NULL},
};

Type type_object = {
    .head = OBJECT_STATIC(&type_type),
    .name = "object",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Object),
    .new = object_new,
    .init = object_init,
    .dealloc = object_dealloc_plain,
    .repr = object_default_repr,
    .str = object_str,
    .hash = object_hash,
    .compare = object_compare,
    .getattr = attr_generic_get,
    .setattr = attr_generic_set,
    .methods = object_methods,
    .getsets = object_getsets,
};
