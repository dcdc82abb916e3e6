/* type.h: classes: attribute lookup along the MRO, making static types ready, creating classes.
 *
 * Every static Type must pass type_ready (once, from the init function of the file that defines it) before values of it reach Python code.
 * type->version proves that a cached lookup still holds: it changes when an attribute of the type or of a base is added, removed, or replaced
 * where old or new value is a descriptor or function. Replacing plain data by plain data does not change it, so a cache may keep
 * functions and descriptors by pointer, but data only by place (type_lookup_place).
 */
#ifndef INTERP_TYPE_H
#define INTERP_TYPE_H

#include "object.h"

/* ---- lookup ---- */

Value type_lookup(Type *type, Str *name); /* borrowed, VALUE_NULL: none (nothing pending) */
/* Where it was found: the dict and the index of the entry, valid while type->version stays. False: none. */
bool type_lookup_place(Type *type, Str *name, Dict **dict, int64_t *index);
bool type_is_subtype_slow(Type *type, Type *base);
static inline bool type_is_subtype(Type *type, Type *base)
{
    return type == base || base == &type_object || type_is_subtype_slow(type, base);
}
static inline bool value_is_instance_of(Value v, Type *type) { return type_is_subtype(type_of(v), type); } /* no __instancecheck__ */

void type_modified(Type *type); /* new versions for it and its subclasses */
int type_set_attribute(Type *type, Str *name, Value value); /* raw: also for static types; VALUE_NULL deletes; updates slots and versions */
const char *type_utf8(Value text);
Value type_name_value(Type *type);      /* __name__ as str */
Value type_qualname_value(Type *type);
Value type_module_value(Type *type);    /* __module__, "builtins" for static types without a module */
int type_name_as_builtin(Type *type);    /* a heap class that CPython has in C: messages call it by its full name, as they call builtin types. -1: MemoryError */
Value type_full_name(Type *type);       /* "module.qualname", without "builtins." and, as CPython does, keeping "__main__." */

/* ---- making ---- */

int types_init(void);        /* the types of this file's owner: object, type, functions, methods, property … */
int type_ready(Type *type);  /* fills dict from methods/getsets/slots, mro, inherits slots; idempotent */
int type_ready_all(Type *const *types, int count);
/* type(name, bases, ns, **kw); the metaclass is already the right one. */
Value type_new_class(Type *meta, Value name, Value bases, Value ns, const Value *kwvalues, Value kwnames);
/* class statement: args = body function, name, bases…; keywords (metaclass=… included) follow. Signature of a NativeFn. */
Value build_class(Value self, const Value *args, int nargs, Value kwnames);
Type *type_metaclass_for(Type *meta, Tuple *bases); /* the most derived metaclass, borrowed, or NULL with TypeError */
int type_compute_mro(Type *type);  /* type->mro from type->bases (C3) */

/* type_slots.c: keeping C slots and dunder attributes in step. */
int type_slots_add_wrappers(Type *type);           /* static type: __add__ … for the slots it defines itself */
void type_slots_inherit(Type *type);               /* NULL slots from the MRO */
void type_slots_update(Type *type, Str *name);     /* after setting a class attribute: that dunder, here and in subclasses */
void type_slots_update_all(Type *type);            /* new heap class */
bool type_slots_is_slot_name(Str *name);
int type_slots_init(void);

/* Base behaviour of instances (object.c). */
Value instance_new(Type *type); /* a fresh instance of a heap or object-like type, attributes empty; no __init__ */
Value object_new(Type *type, const Value *args, int nargs, Value kwnames);
int object_init(Value self, const Value *args, int nargs, Value kwnames);
Value object_default_repr(Value v);
Value type_call(Value type, const Value *args, int nargs, Value kwnames); /* type.__call__: new then init */

static inline Type *as_type(Value v) { return (Type *)value_object(v); }

#endif
