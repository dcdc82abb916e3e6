/* operator.c: the module _operator: the operators as functions (operator_getters.c has itemgetter and its kin). */
#include "operator_getters.h"

#include "abstract.h"
#include "exceptions.h"
#include "int.h"
#include "iterators.h"
#include "modules.h"
#include "native.h"
#include "sequence.h"
#include "type.h"

#define BINARY_FUNCTION(name, op)                                                                       \
    static Value op_##name(METHOD_ARGS) { UNUSED_ARGS; return value_binary(op, args[0], args[1]); }     \
    static Value op_i##name(METHOD_ARGS) { UNUSED_ARGS; return value_inplace(op, args[0], args[1]); }
BINARY_FUNCTION(add, BINARY_ADD)
BINARY_FUNCTION(sub, BINARY_SUB)
BINARY_FUNCTION(mul, BINARY_MUL)
BINARY_FUNCTION(truediv, BINARY_TRUEDIV)
BINARY_FUNCTION(floordiv, BINARY_FLOORDIV)
BINARY_FUNCTION(mod, BINARY_MOD)
BINARY_FUNCTION(pow, BINARY_POW)
BINARY_FUNCTION(lshift, BINARY_LSHIFT)
BINARY_FUNCTION(rshift, BINARY_RSHIFT)
BINARY_FUNCTION(and, BINARY_AND)
BINARY_FUNCTION(or, BINARY_OR)
BINARY_FUNCTION(xor, BINARY_XOR)
BINARY_FUNCTION(matmul, BINARY_MATMUL)

#define COMPARE_FUNCTION(name, op) \
    static Value op_##name(METHOD_ARGS) { UNUSED_ARGS; return value_compare(args[0], args[1], op); }
COMPARE_FUNCTION(lt, COMPARE_LT)
COMPARE_FUNCTION(le, COMPARE_LE)
COMPARE_FUNCTION(eq, COMPARE_EQ)
COMPARE_FUNCTION(ne, COMPARE_NE)
COMPARE_FUNCTION(gt, COMPARE_GT)
COMPARE_FUNCTION(ge, COMPARE_GE)

#define UNARY_FUNCTION(name, op) \
    static Value op_##name(METHOD_ARGS) { UNUSED_ARGS; return value_unary(op, args[0]); }
UNARY_FUNCTION(neg, UNARY_NEG)
UNARY_FUNCTION(pos, UNARY_POS)
UNARY_FUNCTION(invert, UNARY_INVERT)
UNARY_FUNCTION(abs, UNARY_ABS)

static Value op_not(METHOD_ARGS)
{
    UNUSED_ARGS;
    int truth = value_truth(args[0]);
    return truth < 0 ? VALUE_NULL : value_bool(!truth);
}

static Value op_truth(METHOD_ARGS)
{
    UNUSED_ARGS;
    int truth = value_truth(args[0]);
    return truth < 0 ? VALUE_NULL : value_bool(truth);
}

static Value op_is(METHOD_ARGS) { UNUSED_ARGS; return value_bool(args[0] == args[1]); }
static Value op_is_not(METHOD_ARGS) { UNUSED_ARGS; return value_bool(args[0] != args[1]); }
static Value op_getitem(METHOD_ARGS) { UNUSED_ARGS; return value_getitem(args[0], args[1]); }
static Value op_index(METHOD_ARGS) { UNUSED_ARGS; return value_index(args[0]); }

static Value op_setitem(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_setitem(args[0], args[1], args[2]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value op_delitem(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_delitem(args[0], args[1]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value op_contains(METHOD_ARGS)
{
    UNUSED_ARGS;
    int found = value_contains(args[0], args[1]);
    return found < 0 ? VALUE_NULL : value_bool(found);
}

static bool is_sequence(Value v) { return type_of(v)->getitem && !value_is_dict(v); }

/* A builtin sequence says itself what it does not take; anything else takes sequences only. */
static bool may_concatenate(Value a, Value b)
{
    return is_sequence(a) && (sequence_is_repeated(type_of(a)) || is_sequence(b));
}

static Value op_concat(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!may_concatenate(args[0], args[1]))
        return raise_error(&exc_TypeError, "'%T' object can't be concatenated", args[0]);
    return value_binary(BINARY_ADD, args[0], args[1]);
}

static Value op_iconcat(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!may_concatenate(args[0], args[1]))
        return raise_error(&exc_TypeError, "'%T' object can't be concatenated", args[0]);
    return value_inplace(BINARY_ADD, args[0], args[1]);
}

/* countOf and indexOf: the count, or the index of the first (-1: none); -2: exception. */
static int64_t scan(Value iterable, Value wanted, bool first_only)
{
    Value iterator = value_iter(iterable);
    if (!iterator) {
        if (exc_clear_if(&exc_TypeError))
            raise_error(&exc_TypeError, "argument of type '%T' is not iterable", iterable);
        return -2;
    }
    int64_t count = 0, index = 0;
    for (Value item; (item = value_next(iterator)); index++) {
        int same = value_equal(item, wanted);
        value_release(item);
        if (same < 0 || (same && first_only)) {
            value_release(iterator);
            return same < 0 ? -2 : index;
        }
        count += same;
    }
    value_release(iterator);
    return exc_pending() ? -2 : first_only ? -1 : count;
}

static Value op_count_of(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count = scan(args[0], args[1], false);
    return count < 0 ? VALUE_NULL : int_from_int64(count);
}

static Value op_index_of(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t index = scan(args[0], args[1], true);
    if (index == -1)
        return raise_error(&exc_ValueError, "sequence.index(x): x not in sequence");
    return index < 0 ? VALUE_NULL : int_from_int64(index);
}

static Value op_length_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t fallback = 0;
    Value given = nargs > 1 ? value_index(args[1]) : value_from_small_int(0);
    int status = given ? int_as_ssize(given, &fallback) : -1;
    value_release_null(given);
    if (status < 0)
        return VALUE_NULL;
    int64_t hint = value_length_hint(args[0], fallback);
    return hint < 0 && exc_pending() ? VALUE_NULL : int_from_int64(hint); /* the fallback may be less, too */
}

static Value op_call(METHOD_ARGS)
{
    (void)self;
    return call_value(args[0], args + 1, nargs - 1, kwnames);
}

#define BINARY_ROWS(name) {#name, op_##name, 2, 2, 0}, {"i" #name, op_i##name, 2, 2, 0}
static const NativeDef functions[] = {
    BINARY_ROWS(add), BINARY_ROWS(sub), BINARY_ROWS(mul), BINARY_ROWS(truediv), BINARY_ROWS(floordiv), BINARY_ROWS(mod), BINARY_ROWS(pow),
    BINARY_ROWS(lshift), BINARY_ROWS(rshift), BINARY_ROWS(xor), BINARY_ROWS(matmul), BINARY_ROWS(concat),
    {"and_", op_and, 2, 2, 0}, {"iand", op_iand, 2, 2, 0}, {"or_", op_or, 2, 2, 0}, {"ior", op_ior, 2, 2, 0},
    {"lt", op_lt, 2, 2, 0}, {"le", op_le, 2, 2, 0}, {"eq", op_eq, 2, 2, 0}, {"ne", op_ne, 2, 2, 0}, {"gt", op_gt, 2, 2, 0}, {"ge", op_ge, 2, 2, 0},
    {"neg", op_neg, 1, 1, 0}, {"pos", op_pos, 1, 1, 0}, {"inv", op_invert, 1, 1, 0}, {"invert", op_invert, 1, 1, 0}, {"abs", op_abs, 1, 1, 0},
    {"not_", op_not, 1, 1, 0}, {"truth", op_truth, 1, 1, 0}, {"is_", op_is, 2, 2, 0}, {"is_not", op_is_not, 2, 2, 0},
    {"getitem", op_getitem, 2, 2, 0}, {"setitem", op_setitem, 3, 3, 0}, {"delitem", op_delitem, 2, 2, 0}, {"contains", op_contains, 2, 2, 0},
    {"index", op_index, 1, 1, 0}, {"countOf", op_count_of, 2, 2, 0}, {"indexOf", op_index_of, 2, 2, 0}, {"length_hint", op_length_hint, 1, 2, 0},
    {"call", op_call, 1, -1, NATIVE_KEYWORDS}, {0},
};
static Type *const types[] = {&type_itemgetter, &type_attrgetter, &type_methodcaller};

Value module_operator_init(void) { return module_from_parts("_operator", functions, types, sizeof types / sizeof *types); }
