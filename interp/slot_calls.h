/* slot_calls.h: slot functions of classes written in Python: each calls the dunder that the class defines. */
#ifndef INTERP_SLOT_CALLS_H
#define INTERP_SLOT_CALLS_H

#include "object.h"

#define SLOT_BINARY_NAMES(X) \
    X(add) X(radd) X(iadd) X(sub) X(rsub) X(isub) X(mul) X(rmul) X(imul) X(truediv) X(rtruediv) X(itruediv) \
    X(floordiv) X(rfloordiv) X(ifloordiv) X(mod) X(rmod) X(imod) X(pow) X(rpow) X(ipow) X(lshift) X(rlshift) X(ilshift) \
    X(rshift) X(rrshift) X(irshift) X(and) X(rand) X(iand) X(or) X(ror) X(ior) X(xor) X(rxor) X(ixor) \
    X(matmul) X(rmatmul) X(imatmul) X(divmod) X(rdivmod)
#define SLOT_UNARY_NAMES(X) X(neg) X(pos) X(invert) X(abs) X(int) X(float) X(index) X(str)

#define DECLARE(name) Value slot_##name(Value self, Value other);
SLOT_BINARY_NAMES(DECLARE)
#undef DECLARE
#define DECLARE(name) Value slot_##name(Value self);
SLOT_UNARY_NAMES(DECLARE)
#undef DECLARE

Value slot_repr(Value self);
Value slot_pow3(Value base, Value exponent, Value modulus);
int64_t slot_hash(Value self);
int64_t slot_hash_refused(Value self); /* __hash__ = None: TypeError "unhashable type" */
Value slot_call(Value self, const Value *args, int nargs, Value kwnames);
Value slot_getattr(Value self, Str *name);
int slot_setattr(Value self, Str *name, Value value);
Value slot_compare(Value a, Value b, CompareOp op);
int slot_truth(Value self);
Value slot_iter(Value self);
Value slot_next(Value self);
Value slot_next_raising(Value self); /* the same, but its StopIteration stays pending */
int64_t slot_length(Value self);
Value slot_getitem(Value self, Value key);
int slot_setitem(Value self, Value key, Value value);
int slot_contains(Value self, Value key);
Value slot_descr_get(Value self, Value instance, Type *owner);
int slot_descr_set(Value self, Value instance, Value value);
int slot_init(Value self, const Value *args, int nargs, Value kwnames);
Value slot_new(Type *type, const Value *args, int nargs, Value kwnames);
void slot_finalize(Object *self);

#endif
