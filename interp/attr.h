/* attr.h: attribute access: descriptors, instance attributes, their errors.
 * Names are str; interned ones are fastest (the compiler interns all of its own). */
#ifndef INTERP_ATTR_H
#define INTERP_ATTR_H

#include "object.h"
#include "shape.h"

Value value_getattr(Value v, Str *name);
int value_lookup_attr(Value v, Str *name, Value *out); /* 1 found, 0 absent (nothing pending), -1 another exception */
int value_setattr(Value v, Str *name, Value value);
int value_delattr(Value v, Str *name);

/* object.__getattribute__ and object.__setattr__ (value VALUE_NULL deletes). */
Value attr_generic_get(Value v, Str *name);
int attr_generic_set(Value v, Str *name, Value value);
int attr_generic_lookup(Value v, Str *name, Value *out); /* attr_generic_get without AttributeError: 1, 0, -1 */

/* The same for objects that keep their attributes in a dict of their own; own may be NULL (get), *own is created on demand (set). */
Value attr_get_with_dict(Value v, Str *name, Dict *own);
int attr_lookup_with_dict(Value v, Str *name, Dict *own, Value *out);
int attr_set_with_dict(Value v, Str *name, Value value, Value *own);

Value attr_raise_missing(Value v, Str *name); /* AttributeError "'T' object has no attribute 'name'", always VALUE_NULL */
Value attr_raise(Value v, Str *name, Value message_steal); /* AttributeError with its name and obj set */

/* Instance attributes alone (no descriptors). get: borrowed or VALUE_NULL, raises nothing. set: VALUE_NULL deletes; 1 done, 0 was absent, -1. */
Value attr_instance_get(Object *object, Str *name);
int attr_instance_set(Object *object, Str *name, Value value);

Value instance_dict(Value v); /* v.__dict__, borrowed; from then on its attributes live in this dict. NULL: MemoryError */
int instance_set_dict(Value v, Value dict);
Value instance_dict_copy(Value v); /* new dict with the attributes, leaves the instance as it is */

static inline Attrs *object_attrs(Object *object) /* its type has attrs_offset != 0 */
{
    return (Attrs *)((char *)object + (int32_t)object->type->attrs_offset);
}

/* True for Instance with inline_slots (a class of Python code over object, without __slots__ of its own). */
static inline bool type_is_plain(const Type *type)
{
    return type->attrs_offset == INSTANCE_ATTRS_OFFSET && type->size == sizeof(Instance);
}

#endif
