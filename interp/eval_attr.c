/* eval_attr.c: attributes and items: the general forms, and filling the inline caches. */
#include "attr.h"

#include "abstract.h"
#include "eval_slow.h"
#include "shape.h"
#include "type.h"
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

static bool is_data_descriptor(Value v) { return v && value_has_type_flag(v, TYPE_DESCRIPTOR_DATA); }

/* ---- reading ---- */

static void specialize_load(Object *object, Str *name, Instr *cache)
{
    Type *type = object->type;
    cache->op = OP_LOAD_ATTR;
    if (type == &type_module) {
        Dict *dict = ((ModuleObject *)object)->dict;
        int64_t index = dict_index_of_str(dict, name);
        if (index >= 0 && index < EVAL_CACHE_ENTRY_MAX && !is_data_descriptor(type_lookup(type, name))) {
            cache[1].word = EVAL_CACHE_ENTRY(dict_keys_version(dict), index);
            cache->op = OP_LOAD_ATTR_MODULE;
        }
        return;
    }
    Shape *shape = getattr_is_generic(type) ? cacheable_shape(object) : NULL;
    if (!shape)
        return;
    Value class_attr = type_lookup(type, name);
    if (is_data_descriptor(class_attr))
        return;
    int slot = shape_index(shape, name);
    if (slot >= 0) {
        cache[1].word = type->version | (uint64_t)(uint32_t)slot << 32;
        cache[2].pointer = shape;
        cache->op = OP_LOAD_ATTR_SLOT;
        return;
    }
    Dict *dict;
    int64_t index;
    if (class_attr && !type_of(class_attr)->descr_get && type_lookup_place(type, name, &dict, &index)) {
        cache[1].word = EVAL_CACHE_ENTRY(type->version, index);
        cache[2].pointer = shape;
        cache[3].pointer = dict;
        cache->op = OP_LOAD_ATTR_CLASS;
    }
}

int eval_load_attr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b);
    Str *name = eval_name(xf, pc->c);
    Value v = value_getattr(b, name);
    if (unlikely(!v))
        return -1;
    if (value_is_object(b))
        specialize_load(value_object(b), name, mutable_instr(pc));
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, v);
    return 0;
}

int eval_load_method(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b), *window = &EVAL_OPERAND(pc->a);
    Str *name = eval_name(xf, pc->c);
    Type *type = type_of(b);
    Instr *cache = mutable_instr(pc);
    cache->op = OP_LOAD_METHOD;
    if (getattr_is_generic(type)) {
        Value method = type_lookup(type, name);
        bool shadowed = false;
        if (method && type_has(type_of(method), TYPE_METHOD_LIKE)) {
            if (type->attrs_offset) {
                shadowed = attr_instance_get(value_object(b), name) != VALUE_NULL;
                Shape *shape = shadowed ? NULL : cacheable_shape(value_object(b));
                if (shape) {
                    cache[1].word = type->version;
                    cache[2].pointer = shape;
                    cache[3].pointer = value_object(method);
                    cache->op = OP_LOAD_METHOD_SHAPE;
                }
            } else if (value_is_object(b) && type->version) {
                cache[1].word = type->version;
                cache[3].pointer = value_object(method);
                cache->op = OP_LOAD_METHOD_PLAIN;
            }
            if (!shadowed) {
                if (pc->b < 0)
                    value_retain(b);
                window[1] = b;
                window[0] = value_retain(method);
                return 0;
            }
        }
    } else if (type == &type_module) {
        Dict *dict = module_dict(b);
        int64_t index = dict_index_of_str(dict, name);
        if (index >= 0 && index < EVAL_CACHE_ENTRY_MAX && !is_data_descriptor(type_lookup(type, name))) {
            cache[1].word = EVAL_CACHE_ENTRY(dict_keys_version(dict), index);
            cache->op = OP_LOAD_METHOD_MODULE;
        }
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

int eval_store_attr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value a = EVAL_OPERAND(pc->a);
    Str *name = eval_name(xf, pc->c);
    Instr *cache = mutable_instr(pc);
    cache->op = OP_STORE_ATTR;
    Shape *before = NULL;
    Object *object = NULL;
    if (value_is_object(a)) {
        object = value_object(a);
        before = setattr_is_generic(object->type) ? cacheable_shape(object) : NULL;
    }
    if (unlikely(value_setattr(a, name, EVAL_OPERAND(pc->b)) < 0))
        return -1;
    if (before && cacheable_shape(object) && !is_data_descriptor(type_lookup(object->type, name))) {
        Shape *after = cacheable_shape(object);
        int slot = shape_index(after, name);
        if (slot >= 0 && after == before) {
            cache[1].word = object->type->version | (uint64_t)(uint32_t)slot << 32;
            cache[2].pointer = after;
            cache->op = OP_STORE_ATTR_SLOT;
        } else if (slot >= 0 && after->parent == before && type_is_plain(object->type)) {
            cache[1].word = object->type->version | (uint64_t)(uint32_t)slot << 32;
            cache[2].pointer = before;
            cache[3].pointer = after;
            cache->op = OP_STORE_ATTR_ADD;
        }
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
    Value v = get_item(EVAL_OPERAND(pc->b), EVAL_OPERAND(pc->c));
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
    Value v = get_item(EVAL_OPERAND(pc->b), value_from_small_int(pc->c));
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
