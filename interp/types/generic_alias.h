/* generic_alias.h: list[int], dict[str, int] and X | Y: what annotations evaluate to. */
#ifndef INTERP_TYPES_GENERIC_ALIAS_H
#define INTERP_TYPES_GENERIC_ALIAS_H

#include "object.h"

typedef struct GenericAlias {
    Object head;
    Value origin; /* the class */
    Value args;   /* tuple */
    bool starred; /* *list[int] */
} GenericAlias;

extern Type type_generic_alias, type_union;

Value generic_alias_new(Value origin, Value item); /* origin[item] */
Value union_new(Value left, Value right); /* left | right for types, None and aliases; NotImplemented for anything else */

/* A NativeFn for method tables: __class_getitem__, flags NATIVE_CLASS. */
Value generic_alias_class_getitem(Value type, const Value *args, int nargs, Value kwnames);

#endif
