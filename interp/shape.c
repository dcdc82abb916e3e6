/* shape.c: see shape.h. */
#include "shape.h"

#include <assert.h>

#include "attr.h"
#include "exceptions.h"
#include "mem.h"
#include "types/str.h"

enum { LINEAR_MAX = 6, INLINE_SLOTS_MAX = 32, EXTERNAL_SLOTS_MIN = 4 };

Shape *shape_new_root(Type *type)
{
    Shape *shape = mem_calloc_raw(1, sizeof *shape);
    if (shape == NULL) {
        raise_no_memory();
        return NULL;
    }
    shape->type = type;
    return shape;
}

void shape_free_tree(Shape *root)
{
    if (root == NULL)
        return;
    for (uint32_t i = 0; i < root->child_count; i++)
        shape_free_tree(root->children[i]);
    for (uint32_t i = 0; i < root->count; i++)
        object_release(root->keys[i]);
    mem_free_raw(root->children);
    mem_free_raw(root->table);
    mem_free_raw(root->keys);
    mem_free_raw(root);
}

static void fill_table(Shape *shape)
{
    uint32_t size = 16;
    while (size < shape->count * 2)
        size *= 2;
    uint8_t *table = mem_calloc_raw(size, 1);
    if (table == NULL)
        return; /* the linear search serves as well */
    for (uint32_t i = 0; i < shape->count; i++) {
        uint32_t at = (uint32_t)str_hash(shape->keys[i]) & (size - 1);
        while (table[at])
            at = (at + 1) & (size - 1);
        table[at] = (uint8_t)(i + 1);
    }
    shape->table_mask = size - 1;
    shape->table = table;
}

int shape_index_slow(Shape *shape, Str *name)
{
    if (shape->table == NULL && shape->count > LINEAR_MAX)
        fill_table(shape);
    if (shape->table == NULL) {
        for (uint32_t i = 0; i < shape->count; i++)
            if (str_equal(shape->keys[i], name))
                return (int)i;
        return -1;
    }
    for (uint32_t at = (uint32_t)str_hash(name) & shape->table_mask; shape->table[at]; at = (at + 1) & shape->table_mask)
        if (str_equal(shape->keys[shape->table[at] - 1], name))
            return shape->table[at] - 1;
    return -1;
}

static Shape *new_child(Shape *shape, Str *name)
{
    Shape *child = mem_calloc_raw(1, sizeof *child);
    Str **keys = mem_alloc_raw((shape->count + 1) * sizeof *keys);
    if (shape->child_count == shape->child_capacity) {
        uint32_t capacity = shape->child_capacity ? shape->child_capacity * 2 : 1;
        Shape **children = mem_realloc_raw(shape->children, capacity * sizeof *children);
        if (children) {
            shape->children = children;
            shape->child_capacity = capacity;
        }
    }
    if (child == NULL || keys == NULL || shape->child_count == shape->child_capacity) {
        mem_free_raw(child);
        mem_free_raw(keys);
        raise_no_memory();
        return NULL;
    }
    for (uint32_t i = 0; i < shape->count; i++) {
        keys[i] = shape->keys[i];
        object_retain(keys[i]);
    }
    keys[shape->count] = name;
    object_retain(name);
    child->type = shape->type;
    child->parent = shape;
    child->count = shape->count + 1;
    child->keys = keys;
    shape->children[shape->child_count++] = child;
    return child;
}

Shape *shape_with(Shape *shape, Str *name)
{
    Shape *child = shape->last_child;
    if (child && child->keys[shape->count] == name)
        return child;
    for (uint32_t i = 0; i < shape->child_count; i++)
        if (shape->children[i]->keys[shape->count] == name)
            return shape->last_child = shape->children[i];
    Shape *root = shape->type->root_shape;
    if (shape->count >= SHAPE_KEYS_MAX || root->tree_size >= SHAPE_TREE_MAX || !name->interned)
        return NULL;
    child = new_child(shape, name);
    if (child == NULL)
        return NULL;
    root->tree_size++;
    return shape->last_child = child;
}

/* Slots that an external array for `count` values has. Only Instances note their capacity. */
static uint32_t external_capacity(uint32_t count)
{
    uint32_t capacity = EXTERNAL_SLOTS_MIN;
    while (capacity < count)
        capacity *= 2;
    return capacity;
}

static int grow(Attrs *attrs, bool is_inline, uint32_t used, uint32_t capacity)
{
    Value *slots = is_inline ? mem_alloc_raw(capacity * sizeof *slots) : mem_realloc_raw(attrs->slots, capacity * sizeof *slots);
    if (slots == NULL) {
        raise_no_memory();
        return -1;
    }
    if (is_inline)
        memcpy(slots, attrs->slots, used * sizeof *slots);
    attrs->slots = slots;
    return 0;
}

int attrs_reserve(Object *object, Attrs *attrs, uint32_t count)
{
    Type *type = object->type;
    uint32_t used = attrs->shape->count;
    if (type_is_plain(type)) {
        Instance *instance = (Instance *)object;
        if (count <= instance->capacity)
            return 0;
        if (count > type->inline_slots && count <= INLINE_SLOTS_MAX)
            type->inline_slots = count;
        uint32_t capacity = external_capacity(count);
        if (grow(attrs, attrs->slots == instance->inline_slots, used, capacity) < 0)
            return -1;
        instance->capacity = capacity;
        return 0;
    }
    if (attrs->slots != NULL && external_capacity(used) >= count)
        return 0;
    return grow(attrs, false, used, external_capacity(count));
}

void attrs_release(Object *object, Attrs *attrs)
{
    Shape *shape = attrs->shape;
    if (shape == NULL) {
        Dict *dict = attrs->dict;
        attrs->dict = NULL;
        object_release_null(dict);
        return;
    }
    Value *slots = attrs->slots;
    uint32_t count = shape->count;
    bool is_inline = type_is_plain(object->type) && slots == ((Instance *)object)->inline_slots;
    attrs->shape = NULL;
    attrs->dict = NULL;
    for (uint32_t i = 0; i < count; i++)
        value_release_null(slots[i]);
    if (!is_inline)
        mem_free_raw(slots);
}

void attrs_traverse(Attrs *attrs, VisitFn visit, void *context)
{
    if (attrs->shape == NULL) {
        visit(value_of(attrs->dict), context);
        return;
    }
    for (uint32_t i = 0; i < attrs->shape->count; i++)
        visit(attrs->slots[i], context);
}
