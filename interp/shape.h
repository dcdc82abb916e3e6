/* shape.h: hidden classes, which name the attribute slots of instances.
 *
 * A type owns a tree of shapes rooted in type->root_shape; adding an attribute moves an instance to the child for that name.
 * Shapes live as long as their type. An instance leaves the tree (Attrs.shape NULL, attributes in a dict) when its __dict__ is asked for,
 * when it has more than SHAPE_KEYS_MAX attributes, or when its type has grown too many shapes.
 */
#ifndef INTERP_SHAPE_H
#define INTERP_SHAPE_H

#include "object.h"

enum { SHAPE_KEYS_MAX = 120, SHAPE_TREE_MAX = 2000 };

struct Shape {
    Type *type;      /* not counted */
    Shape *parent;   /* without the last key; NULL: root */
    uint32_t count;  /* slots named */
    uint32_t tree_size; /* root only: shapes below it */
    Str **keys;      /* count interned, owned */
    uint8_t *table;  /* keys by hash, index + 1, 0 empty; made at the first lookup beyond SHAPE_LINEAR keys */
    uint32_t table_mask;
    uint32_t child_count, child_capacity;
    Shape *last_child; /* the child used last, most often the only one */
    Shape **children;
};

Shape *shape_new_root(Type *type);      /* NULL with MemoryError pending */
void shape_free_tree(Shape *root);
int shape_index_slow(Shape *shape, Str *name);
/* The shape with `name` as one more key: NULL with nothing pending when the limits say "use a dict", NULL with MemoryError otherwise.
 * name must be interned. */
Shape *shape_with(Shape *shape, Str *name);

/* Room for `count` slots in the attributes of object, and the learnt inline size of its type. -1: MemoryError. */
int attrs_reserve(Object *object, Attrs *attrs, uint32_t count);
void attrs_release(Object *object, Attrs *attrs); /* at dealloc; leaves them empty */
void attrs_traverse(Attrs *attrs, VisitFn visit, void *context);

static inline void attrs_init(Attrs *attrs, Type *type)
{
    attrs->shape = type->root_shape;
    attrs->slots = NULL;
}

/* Slot of name, or -1. */
static inline int shape_index(Shape *shape, Str *name)
{
    uint32_t n = shape->count;
    if (n > 6)
        return shape_index_slow(shape, name);
    for (uint32_t i = 0; i < n; i++)
        if (shape->keys[i] == name)
            return (int)i;
    return n ? shape_index_slow(shape, name) : -1;
}

#endif
