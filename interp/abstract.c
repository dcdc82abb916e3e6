/* abstract.c: text, hashes, truth, comparison and arithmetic of abstract.h. Containers: abstract_container.c. Calls: abstract_call.c. */
#include "abstract.h"

#include "warn.h"
#include "types/method.h"
#include "builtins.h"
#include "exceptions.h"
#include "names.h"
#include "thread.h"
#include "type.h"
#include "types/complex.h"
#include "types/float.h"
#include "types/int.h"
#include "types/sequence.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- text ---- */

static Value checked_text(Value text, const char *method)
{
    if (text && !value_is_str(text)) {
        raise_error(&exc_TypeError, "%s returned non-string (type %T)", method, text);
        value_clear(&text);
    }
    return text;
}

Value value_repr(Value v)
{
    if (thread_enter_native(" while getting the repr of an object") < 0)
        return VALUE_NULL;
    Type *type = type_of(v);
    Value text = type->repr ? checked_text(type->repr(v), "__repr__") : object_default_repr(v);
    thread_leave_native();
    return text;
}

Value value_str(Value v)
{
    Type *type = type_of(v);
    if (type == &type_str)
        return value_retain(v);
    if (thread_enter_native(" while getting the str of an object") < 0)
        return VALUE_NULL;
    Value text = checked_text(type->str ? type->str(v) : type->repr ? type->repr(v) : object_default_repr(v), "__str__");
    thread_leave_native();
    return text;
}

Value value_ascii(Value v)
{
    Value repr = value_repr(v);
    if (!repr || as_str(repr)->ascii)
        return repr;
    Str *s = as_str(repr);
    int64_t length = 0;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t point = str_point_at(s, i);
        length += point < 128 ? 1 : point < 256 ? 4 : point < 0x10000 ? 6 : 10;
    }
    Str *out = str_alloc(length, 127);
    if (out) {
        static const char digits[] = "0123456789abcdef";
        uint8_t *to = out->u8;
        for (int64_t i = 0; i < s->length; i++) {
            uint32_t point = str_point_at(s, i);
            if (point < 128) {
                *to++ = (uint8_t)point;
                continue;
            }
            int width = point < 256 ? 2 : point < 0x10000 ? 4 : 8;
            *to++ = '\\';
            *to++ = width == 2 ? 'x' : width == 4 ? 'u' : 'U';
            while (width--)
                *to++ = (uint8_t)digits[point >> 4 * width & 15];
        }
    }
    value_release(repr);
    return value_of(out);
}

/* ---- hash, truth ---- */

int64_t value_hash_slow(Value v)
{
    if (value_is_object(v) && value_object(v)->type == &type_str)
        return str_hash(as_str(v));
    Type *type = type_of(v);
    if (type->hash)
        return type->hash(v);
    return raise_error_int(&exc_TypeError, "unhashable type: '%s'", type->name);
}

int value_truth_slow(Value v)
{
    if (!value_is_object(v))
        return v == VALUE_NOT_IMPLEMENTED ? type_not_implemented.truth(v) : v != VALUE_FLOAT_ZERO; /* the other false immediates are known to value_truth */
    Type *type = type_of(v);
    if (type->truth)
        return type->truth(v);
    if (type->length) {
        int64_t length = type->length(v);
        return length < 0 ? -1 : length > 0;
    }
    return 1;
}

/* ---- comparison ---- */

static const CompareOp swapped[COMPARE_COUNT] = {
    [COMPARE_LT] = COMPARE_GT, [COMPARE_LE] = COMPARE_GE, [COMPARE_EQ] = COMPARE_EQ,
    [COMPARE_NE] = COMPARE_NE, [COMPARE_GT] = COMPARE_LT, [COMPARE_GE] = COMPARE_LE,
};

const char *compare_op_symbol(CompareOp op)
{
    static const char *const symbols[COMPARE_COUNT] = {"<", "<=", "==", "!=", ">", ">="};
    return symbols[op];
}

/* a's own comparison said NotImplemented; `tried`: b's, too. */
static Value compare_refused(Value a, Value b, CompareOp op, bool tried)
{
    Type *ta = type_of(a), *tb = type_of(b);
    if (!tried && tb->compare) {
        Value result = tb->compare(b, a, swapped[op]);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
    }
    if (op == COMPARE_EQ)
        return value_bool(a == b);
    if (op == COMPARE_NE)
        return value_bool(a != b);
    return raise_error(&exc_TypeError, "'%s' not supported between instances of '%s' and '%s'", compare_op_symbol(op), ta->name, tb->name);
}

/* By the slots of both types: a subclass's first, then a's, then b's, then identity. */
static Value compare_by_types(Value a, Value b, CompareOp op)
{
    Type *ta = type_of(a), *tb = type_of(b);
    bool tried = false;
    Value result;
    if (ta != tb && tb->compare && tb->base && type_is_subtype(tb, ta)) {
        tried = true;
        result = tb->compare(b, a, swapped[op]);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
    }
    if (ta->compare) {
        result = ta->compare(a, b, op);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
    }
    return compare_refused(a, b, op, tried);
}

bool value_compares_first(Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    return ta == tb || !tb->compare || !tb->base || !type_is_subtype(tb, ta);
}

Value value_compare_refused(Value a, Value b, CompareOp op) { return compare_refused(a, b, op, false); }

Value value_compare(Value a, Value b, CompareOp op)
{
    if (value_both_small_int(a, b)) {
        int64_t x = (int64_t)a, y = (int64_t)b;
        switch (op) {
        case COMPARE_LT: return value_bool(x < y);
        case COMPARE_LE: return value_bool(x <= y);
        case COMPARE_EQ: return value_bool(x == y);
        case COMPARE_NE: return value_bool(x != y);
        case COMPARE_GT: return value_bool(x > y);
        default: return value_bool(x >= y);
        }
    }
    if (thread_enter_native(" in comparison") < 0)
        return VALUE_NULL;
    Value result = compare_by_types(a, b, op);
    thread_leave_native();
    return result;
}

int value_compare_bool(Value a, Value b, CompareOp op)
{
    Value result = value_compare(a, b, op);
    if (result == VALUE_TRUE)
        return 1;
    if (result == VALUE_FALSE)
        return 0;
    if (!result)
        return -1;
    int truth = value_truth(result);
    value_release(result);
    return truth;
}

/* Of two exact tuples of one length: their items cannot change, but == of items may run code that drops the tuples. */
static int tuples_equal(Value a, Value b)
{
    int64_t length = as_tuple(a)->length;
    int equal = 1;
    if (thread_enter_native(" in comparison") < 0)
        return -1;
    value_retain(a);
    value_retain(b);
    for (int64_t i = 0; i < length && equal == 1; i++)
        equal = value_equal(as_tuple(a)->items[i], as_tuple(b)->items[i]);
    value_release(a);
    value_release(b);
    thread_leave_native();
    return equal;
}

int value_equal_slow(Value a, Value b)
{
    if (value_is_object(a) && value_is_object(b) && value_object(a)->type == value_object(b)->type) {
        if (value_object(a)->type == &type_str)
            return str_equal(as_str(a), as_str(b));
        if (value_object(a)->type == &type_tuple && as_tuple(a)->length == as_tuple(b)->length)
            return tuples_equal(a, b);
    }
    return value_compare_bool(a, b, COMPARE_EQ);
}

/* ---- arithmetic ---- */

const char *binary_op_symbol(BinaryOp op)
{
    static const char *const symbols[BINARY_COUNT] = {
        [BINARY_ADD] = "+", [BINARY_SUB] = "-", [BINARY_MUL] = "*", [BINARY_TRUEDIV] = "/", [BINARY_FLOORDIV] = "//",
        [BINARY_MOD] = "%", [BINARY_POW] = "** or pow()", [BINARY_LSHIFT] = "<<", [BINARY_RSHIFT] = ">>", [BINARY_AND] = "&",
        [BINARY_OR] = "|", [BINARY_XOR] = "^", [BINARY_MATMUL] = "@", [BINARY_DIVMOD] = "divmod()",
    };
    return symbols[op];
}

static Str *reflected_name(BinaryOp op)
{
    Str *const names[BINARY_COUNT] = {
        [BINARY_ADD] = name___radd__, [BINARY_SUB] = name___rsub__, [BINARY_MUL] = name___rmul__, [BINARY_TRUEDIV] = name___rtruediv__,
        [BINARY_FLOORDIV] = name___rfloordiv__, [BINARY_MOD] = name___rmod__, [BINARY_POW] = name___rpow__,
        [BINARY_LSHIFT] = name___rlshift__, [BINARY_RSHIFT] = name___rrshift__, [BINARY_AND] = name___rand__,
        [BINARY_OR] = name___ror__, [BINARY_XOR] = name___rxor__, [BINARY_MATMUL] = name___rmatmul__, [BINARY_DIVMOD] = name___rdivmod__,
    };
    return names[op];
}

/* A subclass that overrides the reflected operator of its base goes first. */
static bool reflected_goes_first(BinaryOp op, Type *ta, Type *tb)
{
    return (tb->flags & TYPE_HEAP || tb->base == ta) && tb->reflected[op] && type_is_subtype(tb, ta) &&
           (ta->reflected[op] != tb->reflected[op] ||
            type_lookup(ta, reflected_name(op)) != type_lookup(tb, reflected_name(op)));
}

/* The result, or NotImplemented when neither operand knows. */
static Value binary_dispatch(BinaryOp op, Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    Value result;
    bool reflect = ta != tb && tb->reflected[op] != NULL;
    if (reflect && reflected_goes_first(op, ta, tb)) {
        result = tb->reflected[op](b, a);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
        reflect = false;
    }
    if (ta->binary[op]) {
        result = ta->binary[op](a, b);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
    }
    return reflect ? tb->reflected[op](b, a) : VALUE_NOT_IMPLEMENTED;
}

/* x *= sequence repeats the sequence only where x has nothing of a sequence or a mapping; every class counts as having it. */
static bool repeats_alone(BinaryOp op, bool inplace, const Type *ta, const Type *tb)
{
    return inplace && op == BINARY_MUL && (type_has(ta, TYPE_HEAP) || ta->length || ta->contains) && sequence_is_repeated(tb);
}

/* When the other operand had a reflected operator that did not know either: what the sequence says alone. False: nothing raised. */
static bool raise_for_sequence(BinaryOp op, bool inplace, Value a, Value b)
{
    const uint32_t sequences = TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_BYTES;
    if (op == BINARY_ADD && value_has_type_flag(a, TYPE_BYTES)) {
        raise_error(&exc_TypeError, "can't concat %T to %T", b, a);
        return true;
    }
    if (op == BINARY_ADD && value_has_type_flag(a, sequences)) {
        const char *name = value_is_str(a) ? "str" : value_is_list(a) ? "list" : "tuple";
        raise_error(&exc_TypeError, "can only concatenate %s (not \"%T\") to %s", name, b, name);
        return true;
    }
    if (op != BINARY_MUL)
        return false;
    bool first = value_has_type_flag(a, sequences) || sequence_is_repeated(type_of(a));
    bool second = value_has_type_flag(b, sequences) || sequence_is_repeated(type_of(b));
    if (!first && (!second || repeats_alone(op, inplace, type_of(a), type_of(b))))
        return false;
    raise_error(&exc_TypeError, "can't multiply sequence by non-int of type '%T'", first ? b : a);
    return true;
}

static Value raise_unsupported(BinaryOp op, bool inplace, Value a, Value b)
{
    if (raise_for_sequence(op, inplace, a, b))
        return VALUE_NULL;
    if (!inplace && op == BINARY_RSHIFT && value_is_heap_exactly(a, &type_native_function) && ((NativeFunction *)value_object(a))->def->function == builtin_print)
        return raise_error(&exc_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'. Did you mean \"print(<message>, file=<output_stream>)\"?",
                           binary_op_symbol(op), a, b);
    const char *symbol = inplace && op == BINARY_POW ? "**" : binary_op_symbol(op);
    return raise_error(&exc_TypeError, "unsupported operand type(s) for %s%s: '%T' and '%T'", symbol, inplace ? "=" : "", a, b);
}

Value value_binary(BinaryOp op, Value a, Value b)
{
    Value result = binary_dispatch(op, a, b);
    return likely(result != VALUE_NOT_IMPLEMENTED) ? result : raise_unsupported(op, false, a, b);
}

Value value_inplace(BinaryOp op, Value a, Value b)
{
    Type *type = type_of(a);
    if (type->inplace[op]) {
        Value result = type->inplace[op](a, b);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
    }
    Value result = !repeats_alone(op, true, type, type_of(b)) ? binary_dispatch(op, a, b) : type->binary[op] ? type->binary[op](a, b) : VALUE_NOT_IMPLEMENTED;
    return likely(result != VALUE_NOT_IMPLEMENTED) ? result : raise_unsupported(op, true, a, b);
}

bool value_operates_first(BinaryOp op, Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    return ta == tb || !tb->reflected[op] || !reflected_goes_first(op, ta, tb);
}

Value value_binary_refused(BinaryOp op, bool inplace, Value a, Value b, bool tried)
{
    Type *ta = type_of(a), *tb = type_of(b);
    bool asks = !tried && ta != tb && tb->reflected[op] && !repeats_alone(op, inplace, ta, tb);
    Value result = asks ? tb->reflected[op](b, a) : VALUE_NOT_IMPLEMENTED;
    return likely(result != VALUE_NOT_IMPLEMENTED) ? result : raise_unsupported(op, inplace, a, b);
}

Value value_unary(UnaryOp op, Value a)
{
    Type *type = type_of(a);
    if (type->unary[op])
        return type->unary[op](a);
    static const char *const symbols[UNARY_COUNT] = {"unary -", "unary +", "unary ~", "abs()"};
    return raise_error(&exc_TypeError, "bad operand type for %s: '%s'", symbols[op], type->name);
}

Value value_pow3(Value base, Value exponent, Value modulus)
{
    if (!modulus || modulus == VALUE_NONE)
        return value_binary(BINARY_POW, base, exponent);
    Value operands[3] = {base, exponent, modulus};
    for (int i = 0; i < 3; i++) { /* the first type that knows decides; a slot already asked is not asked again */
        Type *type = type_of(operands[i]);
        if (!type->pow3 || (i > 0 && type->pow3 == type_of(base)->pow3) || (i > 1 && type->pow3 == type_of(exponent)->pow3))
            continue;
        Value result = type->pow3(base, exponent, modulus);
        if (result != VALUE_NOT_IMPLEMENTED)
            return result;
    }
    return raise_error(&exc_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent, modulus);
}

/* What `method` returned: an int, or with a warning an instance of a subclass; else TypeError. */
static Value exactly_int_steal(Value result, const char *method)
{
    if (!result || (value_is_int(result) && (value_is_small_int(result) || type_of(result) == &type_int)))
        return result;
    if (!value_is_int(result))
        raise_error(&exc_TypeError, "%s returned non-int (type %T)", method, result);
    else if (warn_here(&exc_DeprecationWarning, "%s returned non-int (type %T).  The ability to return an instance of a strict subclass of int "
                       "is deprecated, and may be removed in a future version of Python.", method, result) == 0)
        return result;
    value_release(result);
    return VALUE_NULL;
}

Value value_index(Value v)
{
    if (value_is_small_int(v))
        return v;
    if (value_is_int(v))
        return value_retain(int_plain(v));
    Type *type = type_of(v);
    if (type->to_index == NULL)
        return raise_error(&exc_TypeError, "'%s' object cannot be interpreted as an integer", type->name);
    Value index = exactly_int_steal(type->to_index(v), "__index__");
    if (!index || value_is_small_int(index))
        return index;
    Value plain = value_retain(int_plain(index));
    value_release(index);
    return plain;
}

bool value_is_number(Value v)
{
    const Type *type = type_of(v);
    return value_is_int(v) || value_is_float(v) || value_is_complex(v) || type->to_float || type->to_index || type->to_int;
}

Value value_to_int(Value v, bool *supported)
{
    Type *type = type_of(v);
    *supported = true;
    if (type->to_int)
        return exactly_int_steal(type->to_int(v), "__int__");
    if (type->to_index)
        return value_index(v);
    if (!type_lookup(type, name___trunc__)) {
        *supported = false;
        return VALUE_NULL;
    }
    if (warn_here(&exc_DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.") < 0)
        return VALUE_NULL;
    bool found;
    Value result = call_special(v, name___trunc__, NULL, 0, &found);
    if (result && !value_is_int(result)) {
        Value truncated = type_of(result)->to_index ? value_index(result) : VALUE_NULL;
        if (!truncated && !exc_pending())
            raise_error(&exc_TypeError, "__trunc__ returned non-Integral (type %T)", result);
        value_release(result);
        return truncated;
    }
    return result;
}
