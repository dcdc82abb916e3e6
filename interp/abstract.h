/* abstract.h: operations on any value, whatever its type (what the opcodes and builtins mean). */
#ifndef INTERP_ABSTRACT_H
#define INTERP_ABSTRACT_H

#include "object.h"

Value value_repr(Value v); /* exactly a str */
Value value_str(Value v);
Value value_ascii(Value v);
int64_t value_hash_slow(Value v);
int value_truth_slow(Value v);

/* Comparisons. `bool` forms give 1, 0 or -1; value_equal takes identity as equality, as containers do. */
Value value_compare(Value a, Value b, CompareOp op);
int value_compare_bool(Value a, Value b, CompareOp op);
int value_equal_slow(Value a, Value b);

Value value_binary(BinaryOp op, Value a, Value b);
Value value_inplace(BinaryOp op, Value a, Value b);
/* For callers that run a special method themselves (eval_special.c): whether a's operator is asked before b's; what follows when it said
 * NotImplemented (tried: b's reflected one has been asked, too). */
bool value_operates_first(BinaryOp op, Value a, Value b);
Value value_binary_refused(BinaryOp op, bool inplace, Value a, Value b, bool tried);
bool value_compares_first(Value a, Value b);
Value value_compare_refused(Value a, Value b, CompareOp op);
Value value_unary(UnaryOp op, Value a);
Value value_pow3(Value base, Value exponent, Value modulus);
Value value_index(Value v); /* an int through __index__; TypeError "'X' object cannot be interpreted as an integer" */
bool value_is_number(Value v); /* has __int__, __float__ or __index__, or is complex: CPython's PyNumber_Check */
Value value_to_int(Value v, bool *supported); /* __int__, __index__ or __trunc__; *supported false and nothing pending when none */
const char *compare_op_symbol(CompareOp op);
const char *binary_op_symbol(BinaryOp op); /* "+", "** or pow()", "divmod()" … as error messages write it */

/* Iteration. value_next: VALUE_NULL with nothing pending when exhausted (a StopIteration of a Python __next__ is swallowed). */
Value value_iter(Value v);
Value value_next_end(Value iterator); /* value_next when the slot gave nothing, or is absent */
/* Whether [0], [1], … may give items: any class with __getitem__, of the builtin types those that have a length (a match, a union have subscripts only). */
static inline bool type_is_sequence(const Type *type)
{
    return type->getitem && !(type->flags & (TYPE_DICT | TYPE_TYPE)) && (type->flags & TYPE_HEAP || type->length);
}

bool value_is_iterator(Value v);
int64_t value_length(Value v);

Value value_getitem(Value v, Value key);
int value_setitem(Value v, Value key, Value value);
int value_delitem(Value v, Value key);
int value_contains(Value container, Value item); /* 1, 0, -1 */

/* Calls. args are borrowed; with kwnames (tuple of str) one more value per name follows the nargs positional ones. */
Value call_value(Value callable, const Value *args, int nargs, Value kwnames);
Value call_value0(Value callable);
Value call_value1(Value callable, Value a);
Value call_value2(Value callable, Value a, Value b);
Value call_method(Value self, Str *name, const Value *args, int nargs);
Value call_with_dict(Value callable, Value args_tuple, Value kwargs_dict_or_null);
Value call_with_first(Value callable, Value first, const Value *args, int nargs, Value kwnames); /* callable(first, *args) */
bool value_is_callable(Value v);
/* Call a class attribute as a method of self. descriptor is borrowed. */
Value call_descriptor(Value descriptor, Value self, const Value *args, int nargs);
/* self.__name__(args) looked up on the type as implicit dunder calls are. VALUE_NULL and *found false (nothing pending) when absent. */
Value call_special(Value self, Str *name, const Value *args, int nargs, bool *found);

/* isinstance/issubclass with tuples, unions, __instancecheck__/__subclasscheck__: 1, 0, -1. */
int value_isinstance(Value v, Value type_or_tuple);
int value_issubclass(Value v, Value type_or_tuple);
int value_issubclass_by_bases(Value derived, Value cls); /* one of them is no type, but may have a tuple __bases__ */
int type_default_instancecheck(Type *type, Value v); /* type.__instancecheck__ */

static inline int value_truth(Value v)
{
    if (v == VALUE_TRUE)
        return 1;
    if (v == VALUE_FALSE || v == VALUE_NONE)
        return 0;
    if (value_is_small_int(v))
        return v != value_from_small_int(0);
    return value_truth_slow(v);
}

enum { VALUE_HASH_BITS = 61 }; /* ints hash modulo 2**61 - 1 */

static inline int64_t value_hash(Value v) /* -1: exception pending */
{
    if (value_is_small_int(v) && (uint64_t)value_small_int(v) < (UINT64_C(1) << VALUE_HASH_BITS) - 1)
        return value_small_int(v);
    return value_hash_slow(v);
}

static inline Value value_next(Value iterator)
{
    Value (*next)(Value) = type_of(iterator)->next;
    Value v = likely(next != NULL) ? next(iterator) : VALUE_NULL;
    return likely(v) ? v : value_next_end(iterator);
}

static inline int value_equal(Value a, Value b)
{
    if (a == b)
        return 1;
    if (value_both_small_int(a, b))
        return 0;
    return value_equal_slow(a, b);
}

#endif
