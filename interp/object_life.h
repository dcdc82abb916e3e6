/* object_life.h: life cycle slots of classes made by Python code (object.c), for the files that make classes. */
#ifndef INTERP_OBJECT_LIFE_H
#define INTERP_OBJECT_LIFE_H

#include "object.h"

void object_dealloc_plain(Object *self); /* an object that owns nothing */
void instance_dealloc(Object *self);     /* type_is_plain() */
void heap_dealloc(Object *self);         /* every other class of Python code */
void heap_traverse(Object *self, VisitFn visit, void *context);
void heap_clear(Object *self);

int type_merge_dir(Dict *into, Type *type); /* names of a class and its bases as keys */

/* The builtin type whose C layout the instances have. */
static inline Type *type_solid_builtin(Type *type)
{
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type;
}

#endif
