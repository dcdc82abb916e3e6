/* type_slots.h: rows of the table of slots, for the wrappers that call a slot from Python. */
#ifndef INTERP_TYPE_SLOTS_H
#define INTERP_TYPE_SLOTS_H

#include "object.h"

typedef enum SlotKind {
    SLOT_BINARY, SLOT_REFLECTED, SLOT_POW, SLOT_REFLECTED_POW, SLOT_UNARY, SLOT_HASH, SLOT_CALL, SLOT_GETATTR, SLOT_GETATTR_FALLBACK, SLOT_SETATTR,
    SLOT_DELATTR, SLOT_COMPARE, SLOT_TRUTH, SLOT_NEXT, SLOT_LENGTH, SLOT_SETITEM, SLOT_DELITEM, SLOT_CONTAINS, SLOT_GET, SLOT_SET,
    SLOT_DELETE, SLOT_INIT, SLOT_NEW, SLOT_DEL
} SlotKind;

/* One dunder. Several may share a slot (the six comparisons, __set__ and __delete__). */
typedef struct SlotRow {
    Str **name;
    SlotKind kind;
    int op;        /* SLOT_COMPARE: CompareOp */
    size_t offset; /* of the function pointer in Type */
    void *generic; /* what the slot of a class with a Python implementation holds */
} SlotRow;

/* int.__add__: a slot of a builtin type as an unbound method. */
typedef struct SlotWrapper {
    Object head;
    const SlotRow *row;
    Type *owner; /* static, not counted */
} SlotWrapper;

void **slot_at(Type *type, const SlotRow *row);
Value slot_wrapper_new(const SlotRow *row, Type *owner);
Value slot_wrapper_call_on(SlotWrapper *wrapper, Value self, const Value *args, int nargs, Value kwnames);
Value slot_wrap_new(Value self, const Value *args, int nargs, Value kwnames); /* T.__new__(cls, …), self is T */

#endif
