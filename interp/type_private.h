/* type_private.h: what the files of the type object (type*.c) share. */
#ifndef INTERP_TYPE_PRIVATE_H
#define INTERP_TYPE_PRIVATE_H

#include "type.h"

/* type.c */
Value type_lookup_nocache(Type *type, Str *name); /* borrowed */
int type_ask_metaclass_mro(Type *type); /* after type_compute_mro: the bases as the metaclass's own mro() orders them, if it has one */
uint32_t type_subclass_count(Type *type);
Type *type_subclass_at(Type *type, uint32_t i);
int type_add_subclass(Type *base, Type *subclass);
void type_remove_subclass(Type *base, Type *subclass);
void type_track_instance(Value v); /* a fresh instance whose builtin base may not have tracked it */

/* type_attrs.c */
extern const NativeDef type_methods[];
extern const GetSetDef type_getsets[];
Value type_repr(Value self);
Value type_getattr(Value self, Str *name);
int type_setattr(Value self, Str *name, Value value);
Value type_or(Value a, Value b);
Value type_ror(Value b, Value a);

/* type_class.c */
Value type_type_new(Type *meta, const Value *args, int nargs, Value kwnames);
int type_type_init(Value self, const Value *args, int nargs, Value kwnames);
Type *type_best_base(Tuple *bases); /* borrowed; NULL with TypeError */

/* type_slots.c */
void type_slots_update_flags(Type *type); /* the flags that follow from slots */

#endif
