/* bool.c: the type bool, a subclass of int whose two instances are constants. */
#include "abstract.h"
#include "exceptions.h"
#include "int.h"
#include "native.h"
#include "types/str.h"

static Value bool_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type; /* no subclasses */
    if (kwnames)
        return native_no_keywords("bool", kwnames), VALUE_NULL;
    if (nargs > 1)
        return raise_error(&exc_TypeError, "bool expected at most 1 argument, got %d", nargs);
    if (nargs == 0)
        return VALUE_FALSE;
    int truth = value_truth(args[0]);
    return truth < 0 ? VALUE_NULL : value_bool(truth);
}

static Value bool_repr(Value v)
{
    return str_from_cstr(v == VALUE_TRUE ? "True" : "False");
}

static int bool_truth(Value v)
{
    return v == VALUE_TRUE;
}

/* Two bools stay bool; with another int it is int's operation. The operators are commutative: one function for both sides. */
#define BOOL_SLOT(name, op, c_operator)                                        \
    static Value bool_##name(Value self, Value other)                          \
    {                                                                          \
        if (value_is_bool(other))                                              \
            return value_bool((self == VALUE_TRUE) c_operator (other == VALUE_TRUE)); \
        return value_is_int(other) ? int_binary(op, self, other) : VALUE_NOT_IMPLEMENTED; \
    }
BOOL_SLOT(and, BINARY_AND, &)
BOOL_SLOT(or, BINARY_OR, |)
BOOL_SLOT(xor, BINARY_XOR, ^)
#undef BOOL_SLOT

Type type_bool = {
    .head = OBJECT_STATIC(&type_type),
    .name = "bool",
    .flags = TYPE_INT,
    .size = sizeof(IntInstance),
    .base = &type_int,
    .new = bool_new,
    .repr = bool_repr,
    .truth = bool_truth,
    .binary = { [BINARY_AND] = bool_and, [BINARY_OR] = bool_or, [BINARY_XOR] = bool_xor },
    .reflected = { [BINARY_AND] = bool_and, [BINARY_OR] = bool_or, [BINARY_XOR] = bool_xor },
};
