/* eval_attr.c: attributes and items: the general forms, and filling the inline caches. */
#include "attr.h"

#include "abstract.h"
#include "eval_slow.h"
#include "names.h"
#include "shape.h"
#include "type.h"
#include "types/cell.h"
#include "types/method.h"
#include "types/module.h"
#include "types/str.h"

static Instr *mutable_instr(const Instr *pc) { return (Instr *)(uintptr_t)pc; } /* caches are part of the code object */

static bool getattr_is_generic(const Type *type)
{
    return !(type->flags & TYPE_GETATTR_HOOK) && (!type->getattr || type->getattr == attr_generic_get);
}

static bool setattr_is_generic(const Type *type)
{
    return !(type->flags & TYPE_SETATTR_HOOK) && (!type->setattr || type->setattr == attr_generic_set);
}

/* Hidden class of an object whose attributes lie where the caches expect them; NULL: not cacheable. */
static Shape *cacheable_shape(Object *object)
{
    return object->type->attrs_offset == INSTANCE_ATTRS_OFFSET && object->type->version ? ((Instance *)object)->attrs.shape : NULL;
}

/* The same of one whose attributes lie elsewhere: an instance of a builtin type with a __dict__, or of a builtin type's subclass. */
static Shape *shape_elsewhere(Object *object)
{
    const Type *type = object->type;
    return type->attrs_offset && type->attrs_offset != INSTANCE_ATTRS_OFFSET && type->version ? object_attrs(object)->shape : NULL;
}

static bool is_data_descriptor(Value v) { return v && value_has_type_flag(v, TYPE_DESCRIPTOR_DATA); }

/* ---- sites that see several classes ----
 *
 * A site keeps the specialization for the class it saw last. Those of all sites are remembered by (type version, hidden class, name), so that
 * a miss costs one look here instead of a lookup along the MRO. */

enum { REMEMBERED_COUNT = 1024 }; /* 2^10: remembered_pair */

typedef struct Remembered {
    uint32_t version; /* 0: empty */
    uint16_t op, general_op;
    Str *name;        /* owned */
    const Shape *shape;
    Instr cache[3];   /* the units behind the instruction */
} Remembered;

static Remembered remembered[REMEMBERED_COUNT]; /* pairs: the entry put last comes first */

static Shape *shape_of_site(const Object *object)
{
    return object->type->attrs_offset == INSTANCE_ATTRS_OFFSET ? ((const Instance *)object)->attrs.shape : NULL;
}

static inline Remembered *remembered_pair(uint32_t version, const Shape *shape, const Str *name)
{
    uint64_t key = version ^ (uint64_t)(uintptr_t)name >> 4 ^ (uint64_t)(uintptr_t)shape >> 5;
    return &remembered[key * UINT64_C(0x9e3779b97f4a7c15) >> 54 & ~UINT64_C(1)];
}

/* What the site's instruction now says holds for every object like this one. */
static void remember(const Shape *shape, Str *name, uint16_t general_op, const Instr *cache)
{
    if (!name->interned)
        return;
    Remembered *pair = remembered_pair((uint32_t)cache[1].word, shape, name);
    object_retain(name);
    object_release_null(pair[1].name);
    pair[1] = pair[0];
    pair[0] = (Remembered){(uint32_t)cache[1].word, cache->op, general_op, name, shape, {cache[1], cache[2], cache[3]}};
}

/* The units of an earlier specialization of `general_op` for such an object, put into the site; NULL: none. */
static inline const Instr *recall(const Object *object, const Str *name, uint16_t general_op, Instr *site)
{
    const Shape *shape = shape_of_site(object);
    uint32_t version = object->type->version;
    const Remembered *entry = remembered_pair(version, shape, name);
    for (int i = 0; i < 2; i++, entry++) {
        if (likely(entry->name == name && entry->version == version && entry->shape == shape && entry->general_op == general_op && version)) {
            site->op = entry->op;
            site[1] = entry->cache[0];
            site[2] = entry->cache[1];
            site[3] = entry->cache[2];
            return site;
        }
    }
    return NULL;
}

/* ---- reading ---- */

static Value *member_place(const Object *object, uint64_t cache_word)
{
    return (Value *)((char *)(uintptr_t)object + (int32_t)(cache_word >> 32));
}

/* An attribute of a class whose metaclass is `type` itself: data and functions, which are the same read through class or dict. */
static void specialize_load_of_class(Type *type, Str *name, Instr *cache)
{
    Dict *dict;
    int64_t index;
    if (!type->version || is_data_descriptor(type_lookup(&type_type, name)) || !type_lookup_place(type, name, &dict, &index) ||
        index >= EVAL_CACHE_ENTRY_MAX)
        return;
    Value v = dict->entries[index].value;
    if (type_of(v)->descr_get && !value_is_function(v))
        return;
    cache[1].word = EVAL_CACHE_ENTRY(type->version, index);
    cache[3].pointer = dict;
    cache->op = OP_LOAD_ATTR_OF_CLASS;
}

static void specialize_load(Object *object, Str *name, Instr *cache)
{
    Type *type = object->type;
    cache->op = OP_LOAD_ATTR;
    if (type == &type_module) {
        Dict *dict = ((ModuleObject *)object)->dict;
        int64_t index = dict_index_of_str(dict, name);
        if (index >= 0 && index < EVAL_CACHE_ENTRY_MAX && !is_data_descriptor(type_lookup(type, name)) && name != name___spec__ && name != name___loader__) { /* made when asked for */
            cache[1].word = EVAL_CACHE_ENTRY(dict_keys_version(dict), index);
            cache->op = OP_LOAD_ATTR_MODULE;
        }
        return;
    }
    if (type == &type_type) {
        specialize_load_of_class((Type *)object, name, cache);
        return;
    }
    if (!getattr_is_generic(type) || !type->version)
        return;
    Value class_attr = type_lookup(type, name);
    if (class_attr && value_is_heap_exactly(class_attr, &type_member_descriptor)) {
        cache[1].word = type->version | (uint64_t)(uint32_t)((MemberDescriptor *)value_object(class_attr))->offset << 32;
        cache->op = OP_LOAD_ATTR_MEMBER;
        remember(shape_of_site(object), name, OP_LOAD_ATTR, cache);
        return;
    }
    if (class_attr && value_is_heap_exactly(class_attr, &type_property)) {
        cache[1].word = type->version;
        cache[3].pointer = value_object(class_attr);
        cache->op = OP_LOAD_ATTR_PROPERTY;
        remember(shape_of_site(object), name, OP_LOAD_ATTR, cache);
        return;
    }
    if (class_attr && (value_is_heap_exactly(class_attr, &type_getset_descriptor) || value_is_heap_exactly(class_attr, &type_computed_member))) {
        cache[1].word = type->version;
        cache[3].pointer = (void *)(uintptr_t)((GetSetDescriptor *)value_object(class_attr))->def;
        cache->op = OP_LOAD_ATTR_COMPUTED;
        remember(shape_of_site(object), name, OP_LOAD_ATTR, cache);
        return;
    }
    Shape *shape = cacheable_shape(object);
    bool elsewhere = !shape;
    if (elsewhere)
        shape = shape_elsewhere(object);
    if (!shape || is_data_descriptor(class_attr))
        return;
    int slot = shape_index(shape, name);
    if (elsewhere) {
        if (slot >= 0) {
            cache[1].word = type->version | (uint64_t)(uint32_t)slot << 32;
            cache[2].pointer = shape;
            cache->op = OP_LOAD_ATTR_ELSEWHERE;
        }
        return;
    }
    Dict *dict;
    int64_t index;
    if (slot >= 0) {
        cache[1].word = type->version | (uint64_t)(uint32_t)slot << 32;
        cache[2].pointer = shape;
        cache->op = OP_LOAD_ATTR_SLOT;
    } else if (class_attr && !type_of(class_attr)->descr_get && type_lookup_place(type, name, &dict, &index)) {
        cache[1].word = EVAL_CACHE_ENTRY(type->version, index);
        cache[2].pointer = shape;
        cache[3].pointer = dict;
        cache->op = OP_LOAD_ATTR_CLASS;
    } else {
        return;
    }
    remember(shape, name, OP_LOAD_ATTR, cache);
}

/* The value, borrowed, that a specialization that fits `object` says; VALUE_NULL: take the long way. */
static Value load_recalled(const Object *object, const Instr *cache)
{
    if (!cache)
        return VALUE_NULL;
    if (cache->op == OP_LOAD_ATTR_SLOT)
        return ((const Instance *)object)->attrs.slots[cache[1].word >> 32];
    if (cache->op == OP_LOAD_ATTR_PROPERTY)
        return VALUE_NULL;
    if (cache->op == OP_LOAD_ATTR_MEMBER)
        return *member_place(object, cache[1].word);
    return *(const Value *)((const char *)((const Dict *)cache[3].pointer)->entries + (cache[1].word >> 32)); /* LOAD_ATTR_CLASS */
}

/* The getter of the property that the site's cache holds, for b. */
static int enter_getter(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value b)
{
    Value getter = property_getter(value_of(pc[3].pointer));
    return getter && value_is_function(getter) ? eval_enter_function(ts, xf, pc, getter, &b, 1) : 0;
}

int eval_load_property(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b);
    int entered = value_is_object(b) && value_object(b)->type->version == (uint32_t)pc[1].word ? enter_getter(ts, xf, pc, b) : 0;
    return entered ? entered : eval_load_attr(ts, xf, pc);
}

/* X[a] = what the getter of the site's cache says of b. */
static int store_computed(ExecFrame *xf, const Instr *pc, Value b)
{
    Value v = ((const GetSetDef *)pc[3].pointer)->get(b);
    if (unlikely(!v))
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, v);
    return 0;
}

int eval_load_computed(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value b = EVAL_OPERAND(pc->b);
    if (unlikely(!value_is_object(b) || value_object(b)->type->version != (uint32_t)pc[1].word))
        return eval_load_attr(ts, xf, pc);
    xf->pc = pc;
    return store_computed(xf, pc, b);
}

int eval_load_attr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b);
    Str *name = eval_name(xf, pc->c);
    const Instr *cache = value_is_object(b) ? recall(value_object(b), name, OP_LOAD_ATTR, mutable_instr(pc)) : NULL;
    int entered = cache && cache->op == OP_LOAD_ATTR_PROPERTY ? enter_getter(ts, xf, pc, b) : 0;
    if (entered)
        return entered;
    if (cache && cache->op == OP_LOAD_ATTR_COMPUTED)
        return store_computed(xf, pc, b);
    Value v = load_recalled(value_is_object(b) ? value_object(b) : NULL, cache);
    if (likely(v)) {
        value_retain(v);
    } else {
        v = value_getattr(b, name);
        if (unlikely(!v))
            return -1;
        if (value_is_object(b))
            specialize_load(value_object(b), name, mutable_instr(pc));
    }
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, v);
    return 0;
}

static void load_method_into(Value *window, Value method, Value self, bool retain_self)
{
    if (retain_self)
        value_retain(self);
    window[1] = self;
    window[0] = value_retain(method);
}

/* ---- super().name() ---- */

bool eval_super_method(ExecFrame *xf, const Instr *pc)
{
    Value *window = &EVAL_OPERAND(pc->a);
    const Code *code = xframe_code(xf);
    if (window[0] != value_of(&type_super) || code->argcount == 0)
        return false;
    Value self = xframe_locals(xf)[0], class = as_cell(as_tuple(xf->func->closure)->items[pc->b])->value;
    if (self && code_cell_of_local(code, 0) >= 0 && value_is_heap_exactly(self, &type_cell))
        self = as_cell(self)->value;
    if (!self || !class || !value_is_object(self) || value_is_type(self))
        return false;
    const Type *of = value_object(self)->type;
    Instr *cache = mutable_instr(pc);
    if (unlikely(!of->version || (uint32_t)cache[1].word != of->version || cache[2].pointer != value_object(class))) {
        Value method = value_is_type(class) && of->version ? super_lookup(as_type(class), of, eval_name(xf, pc->c)) : VALUE_NULL;
        if (!method || !type_has(type_of(method), TYPE_METHOD_LIKE))
            return false;
        cache[1].word = of->version;
        cache[2].pointer = value_object(class);
        cache[3].pointer = value_object(method);
    }
    value_release(window[0]);
    window[1] = value_retain(self);
    window[0] = value_retain(value_of(cache[3].pointer));
    return true;
}

/* True when the class attribute is a method to be called with b as self; the site is specialized if it can be. */
static bool specialize_load_method(Value b, Type *type, Str *name, Instr *cache)
{
    Value method = type_lookup(type, name);
    if (!method)
        return false;
    bool plain = type_has(type_of(method), TYPE_METHOD_LIKE);
    bool wrapped = value_is_heap_exactly(method, &type_staticmethod) || value_is_heap_exactly(method, &type_classmethod);
    if (!plain && !wrapped)
        return false;
    if (type->attrs_offset && attr_instance_get(value_object(b), name))
        return false;
    cache[1].word = type->version;
    cache[3].pointer = value_object(method);
    if (type->attrs_offset) {
        Shape *shape = cacheable_shape(value_object(b));
        if (!shape) {
            if (plain && (cache[2].pointer = shape_elsewhere(value_object(b))))
                cache->op = OP_LOAD_METHOD_ELSEWHERE;
            return plain;
        }
        cache[2].pointer = shape;
        if (wrapped) {
            Value function = ((MethodWrapper *)value_object(method))->function;
            if (!value_is_function(function))
                return false;
            cache[1].word |= (uint64_t)value_is_heap_exactly(method, &type_classmethod) << 32;
            cache[3].pointer = value_object(function);
            cache->op = OP_LOAD_METHOD_WRAPPED;
            return false;
        }
        cache->op = OP_LOAD_METHOD_SHAPE;
        remember(shape, name, OP_LOAD_METHOD, cache);
    } else if (plain && value_is_object(b) && type->version) {
        cache->op = OP_LOAD_METHOD_PLAIN;
        remember(NULL, name, OP_LOAD_METHOD, cache);
    }
    return plain;
}

/* C.f() where the metaclass is `type` itself: a function, or what a static or class method wraps. */
static void specialize_load_method_of_class(Type *type, Str *name, Instr *cache)
{
    if (!type->version || is_data_descriptor(type_lookup(&type_type, name)))
        return;
    Value method = type_lookup(type, name);
    bool with_class = false;
    if (!method)
        return;
    if (value_is_heap_exactly(method, &type_staticmethod) || value_is_heap_exactly(method, &type_classmethod)) {
        with_class = value_is_heap_exactly(method, &type_classmethod);
        method = ((MethodWrapper *)value_object(method))->function;
    }
    if (!value_is_function(method))
        return;
    cache[1].word = type->version | (uint64_t)with_class << 32;
    cache[3].pointer = value_object(method);
    cache->op = OP_LOAD_METHOD_OF_CLASS;
}

static void specialize_load_method_of_module(Dict *dict, Type *type, Str *name, Instr *cache)
{
    int64_t index = dict_index_of_str(dict, name);
    if (index >= 0 && index < EVAL_CACHE_ENTRY_MAX && !is_data_descriptor(type_lookup(type, name))) {
        cache[1].word = EVAL_CACHE_ENTRY(dict_keys_version(dict), index);
        cache->op = OP_LOAD_METHOD_MODULE;
    }
}

int eval_load_method(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b), *window = &EVAL_OPERAND(pc->a);
    Str *name = eval_name(xf, pc->c);
    Type *type = type_of(b);
    Instr *cache = mutable_instr(pc);
    if (value_is_object(b) && recall(value_object(b), name, OP_LOAD_METHOD, cache)) {
        load_method_into(window, value_of(cache[3].pointer), b, pc->b < 0);
        return 0;
    }
    cache->op = OP_LOAD_METHOD;
    bool found = false;
    if (getattr_is_generic(type))
        found = specialize_load_method(b, type, name, cache);
    else if (type == &type_type)
        specialize_load_method_of_class(as_type(b), name, cache);
    else if (type == &type_module)
        specialize_load_method_of_module(module_dict(b), type, name, cache);
    Value method = found ? type_lookup(type, name) : VALUE_NULL;
    if (method) {
        load_method_into(window, method, b, pc->b < 0);
        return 0;
    }
    Value v = value_getattr(b, name);
    if (unlikely(!v))
        return -1;
    eval_drop(xf, pc->b);
    window[0] = v;
    window[1] = VALUE_NULL;
    return 0;
}

/* ---- writing ---- */

/* By an earlier specialization; false: take the long way. */
static bool store_recalled(Object *object, const Str *name, Value v, Instr *site)
{
    const Instr *cache = recall(object, name, OP_STORE_ATTR, site);
    if (!cache)
        return false;
    uint32_t index = (uint32_t)(cache[1].word >> 32);
    if (cache->op == OP_STORE_ATTR_MEMBER) {
        value_set_steal(member_place(object, cache[1].word), value_retain(v));
        return true;
    }
    Instance *instance = (Instance *)object;
    if (cache->op == OP_STORE_ATTR_SLOT) {
        value_set_steal(&instance->attrs.slots[index], value_retain(v));
        return true;
    }
    if (index >= instance->capacity) /* STORE_ATTR_ADD */
        return false;
    instance->attrs.slots[index] = value_retain(v);
    instance->attrs.shape = cache[3].pointer;
    return true;
}

/* After a store to an object whose hidden class was `before`. */
static void specialize_store(Object *object, Shape *before, Str *name, Instr *cache)
{
    Type *type = object->type;
    Value class_attr = type_lookup(type, name);
    if (class_attr && value_is_heap_exactly(class_attr, &type_member_descriptor)) {
        cache[1].word = type->version | (uint64_t)(uint32_t)((MemberDescriptor *)value_object(class_attr))->offset << 32;
        cache->op = OP_STORE_ATTR_MEMBER;
        remember(before, name, OP_STORE_ATTR, cache);
        return;
    }
    Shape *after = cacheable_shape(object);
    if (!before || !after || is_data_descriptor(class_attr))
        return;
    int slot = shape_index(after, name);
    if (slot < 0)
        return;
    cache[1].word = type->version | (uint64_t)(uint32_t)slot << 32;
    cache[2].pointer = before;
    if (after == before) {
        cache->op = OP_STORE_ATTR_SLOT;
    } else if (after->parent == before && type_is_plain(type)) {
        cache[3].pointer = after;
        cache->op = OP_STORE_ATTR_ADD;
    } else {
        return;
    }
    remember(before, name, OP_STORE_ATTR, cache);
}

int eval_store_attr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value a = EVAL_OPERAND(pc->a), v = EVAL_OPERAND(pc->b);
    Str *name = eval_name(xf, pc->c);
    Instr *cache = mutable_instr(pc);
    if (!value_is_object(a) || !store_recalled(value_object(a), name, v, cache)) {
        cache->op = OP_STORE_ATTR;
        bool cacheable = value_is_object(a) && setattr_is_generic(value_object(a)->type) && value_object(a)->type->version;
        Shape *before = cacheable ? shape_of_site(value_object(a)) : NULL;
        if (unlikely(value_setattr(a, name, v) < 0))
            return -1;
        if (cacheable && setattr_is_generic(value_object(a)->type))
            specialize_store(value_object(a), before, name, cache);
    }
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->a);
    return 0;
}

int eval_delete_attr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(value_delattr(EVAL_OPERAND(pc->a), eval_name(xf, pc->c)) < 0))
        return -1;
    eval_drop(xf, pc->a);
    return 0;
}

/* ---- items ---- */

static Value get_item(Value container, Value key)
{
    if (value_is_object(container)) {
        const Type *type = value_object(container)->type;
        if (type == &type_dict) {
            Value v = dict_get(as_dict(container), key);
            if (likely(v))
                return value_retain(v);
            return exc_pending() ? VALUE_NULL : raise_value(&exc_KeyError, key);
        }
        if (type == &type_str && value_is_small_int(key)) {
            int64_t index = value_small_int(key), length = as_str(container)->length;
            if (index < 0)
                index += length;
            if ((uint64_t)index < (uint64_t)length)
                return str_char_at(as_str(container), index);
        }
    }
    return value_getitem(container, key);
}

int eval_get_item(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b), c = EVAL_OPERAND(pc->c);
    if (eval_may_enter(b)) {
        int entered = eval_enter_method(ts, xf, pc, name___getitem__, (Value[]){b, c}, 2);
        if (entered)
            return entered;
    }
    Value v = get_item(b, c);
    if (unlikely(!v))
        return -1;
    eval_drop(xf, pc->c);
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, v);
    return 0;
}

int eval_get_item_immediate(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b), c = value_from_small_int(pc->c);
    if (eval_may_enter(b)) {
        int entered = eval_enter_method(ts, xf, pc, name___getitem__, (Value[]){b, c}, 2);
        if (entered)
            return entered;
    }
    Value v = get_item(b, c);
    if (unlikely(!v))
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, v);
    return 0;
}

int eval_set_item(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value container = EVAL_OPERAND(pc->a), key = EVAL_OPERAND(pc->b), v = EVAL_OPERAND(pc->c);
    if (eval_may_enter(container)) {
        int entered = eval_enter_method(ts, xf, pc, name___setitem__, (Value[]){container, key, v}, 3);
        if (entered)
            return entered;
    }
    int status = value_is_heap_exactly(container, &type_dict) ? dict_set(as_dict(container), key, v) : value_setitem(container, key, v);
    if (unlikely(status < 0))
        return -1;
    eval_drop(xf, pc->c);
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->a);
    return 0;
}

int eval_delete_item(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(value_delitem(EVAL_OPERAND(pc->a), EVAL_OPERAND(pc->b)) < 0))
        return -1;
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->a);
    return 0;
}
