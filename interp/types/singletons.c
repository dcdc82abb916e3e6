/* singletons.c: the types of None, NotImplemented and Ellipsis. */
#include "exceptions.h"
#include "method.h"
#include "native.h"
#include "str.h"
#include "type.h"
#include "warn.h"

extern Type type_bool, type_float;

Type *const value_constant_types[VALUE_CONSTANT_COUNT] = {
    [VALUE_NONE >> 3] = &type_none,
    [VALUE_FALSE >> 3] = &type_bool,
    [VALUE_TRUE >> 3] = &type_bool,
    [VALUE_NOT_IMPLEMENTED >> 3] = &type_not_implemented,
    [VALUE_ELLIPSIS >> 3] = &type_ellipsis,
    [VALUE_FLOAT_ZERO >> 3] = &type_float,
};

static Value make(Type *type, int nargs, Value kwnames, Value constant)
{
    if (nargs || kwnames)
        return raise_error(&exc_TypeError, "%s takes no arguments", type->name);
    return constant;
}

static Value none_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args;
    return make(type, nargs, kwnames, VALUE_NONE);
}

static Value not_implemented_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args;
    return make(type, nargs, kwnames, VALUE_NOT_IMPLEMENTED);
}

static Value ellipsis_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args;
    return make(type, nargs, kwnames, VALUE_ELLIPSIS);
}

static Value none_repr(Value self) { (void)self; return str_from_cstr("None"); }
static Value not_implemented_repr(Value self) { (void)self; return str_from_cstr("NotImplemented"); }
static Value ellipsis_repr(Value self) { (void)self; return str_from_cstr("Ellipsis"); }
static int none_truth(Value self) { (void)self; return 0; }

static int not_implemented_truth(Value self)
{
    (void)self;
    return warn_here(&exc_DeprecationWarning, "NotImplemented should not be used in a boolean context") < 0 ? -1 : 1;
}

/* Fixed numbers, so that sets holding constants iterate alike in every process. */
static int64_t constant_hash(Value self)
{
    return (int64_t)(0x5ca1ab1e + (self >> 3) * 0x9e3779b1);
}

Type type_none = {
    .head = OBJECT_STATIC(&type_type),
    .name = "NoneType",
    .size = sizeof(Object),
    .new = none_new,
    .repr = none_repr,
    .hash = constant_hash,
    .truth = none_truth,
};

Type type_not_implemented = {
    .head = OBJECT_STATIC(&type_type),
    .name = "NotImplementedType",
    .size = sizeof(Object),
    .new = not_implemented_new,
    .repr = not_implemented_repr,
    .hash = constant_hash,
    .truth = not_implemented_truth,
};

Type type_ellipsis = {
    .head = OBJECT_STATIC(&type_type),
    .name = "ellipsis",
    .size = sizeof(Object),
    .new = ellipsis_new,
    .repr = ellipsis_repr,
    .hash = constant_hash,
};

int singletons_init(void)
{
    static Type *const types[] = {&type_none, &type_not_implemented, &type_ellipsis};
    return type_ready_all(types, 3);
}
