/* compiler_fold.c: constants, and expressions of constants, as CPython's optimizer folds them. */
#include "compiler.h"

#include "abstract.h"
#include "builtins.h"
#include "exceptions.h"
#include "types/bytes.h"
#include "types/complex.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/int.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

enum { FOLD_BITS_MAX = 128, FOLD_STR_MAX = 4096, FOLD_TUPLE_MAX = 256 }; /* CPython's safe_multiply and friends */

Value constant_new(const Constant *constant)
{
    switch (constant->kind) {
    case CONST_NONE: return VALUE_NONE;
    case CONST_TRUE: return VALUE_TRUE;
    case CONST_FALSE: return VALUE_FALSE;
    case CONST_ELLIPSIS: return VALUE_ELLIPSIS;
    case CONST_INT: return int_from_int64(constant->integer);
    case CONST_BIG_INT: return int_from_digits(constant->big.digits, strlen(constant->big.digits), constant->big.base);
    case CONST_FLOAT: return float_new(constant->real);
    case CONST_IMAGINARY: return complex_new(0.0, constant->real);
    case CONST_STR: return str_from_utf8(constant->text.bytes, constant->text.length);
    case CONST_BYTES: return bytes_new(constant->text.bytes, constant->text.length);
    }
    return VALUE_NONE;
}

Value constant_value(Compiler *c, const Constant *constant)
{
    if (constant->kind <= CONST_ELLIPSIS)
        return constant_new(constant);
    return constant->kind == CONST_STR ? constant_str_steal(c, constant_new(constant)) : pool_add_steal(c, constant_new(constant));
}

static int64_t sequence_length(Value v)
{
    if (value_is_str(v))
        return as_str(v)->length;
    if (value_is_tuple(v))
        return as_tuple(v)->length;
    return value_is_bytes(v) ? as_bytes(v)->length : -1;
}

static bool safe_multiply(Value a, Value b)
{
    if (value_is_int(a) && value_is_int(b))
        return int_bit_length(a) + int_bit_length(b) <= FOLD_BITS_MAX;
    if (sequence_length(a) >= 0) {
        Value swap = a;
        a = b;
        b = swap;
    }
    if (!value_is_int(a) || sequence_length(b) < 0)
        return true;
    int64_t count, length = sequence_length(b);
    int64_t limit = value_is_tuple(b) ? FOLD_TUPLE_MAX : FOLD_STR_MAX;
    return length == 0 || (int_fits_int64(a, &count) && count >= 0 && count <= limit / length);
}

static bool safe_power(Value a, Value b)
{
    int64_t exponent;
    if (!value_is_int(a) || !value_is_int(b) || int_sign(b) <= 0)
        return true;
    return int_fits_int64(b, &exponent) && exponent <= FOLD_BITS_MAX && int_bit_length(a) * exponent <= FOLD_BITS_MAX;
}

static bool safe_shift(Value a, Value b)
{
    int64_t count;
    if (!value_is_int(a) || !value_is_int(b))
        return true;
    return int_fits_int64(b, &count) && count >= 0 && count <= FOLD_BITS_MAX && int_bit_length(a) + count <= FOLD_BITS_MAX;
}

/* A constant out of an operation that may have raised: then the code shall raise it when it runs. */
static Value folded(Compiler *c, Value v)
{
    if (v == VALUE_NULL) {
        exc_clear();
        return VALUE_NULL;
    }
    return value_is_str(v) ? constant_str_steal(c, v) : pool_add_steal(c, v);
}

static const BinaryOp binary_ops[] = {
    [BIN_OP_ADD] = BINARY_ADD, [BIN_OP_SUB] = BINARY_SUB, [BIN_OP_MULT] = BINARY_MUL, [BIN_OP_MATMULT] = BINARY_MATMUL,
    [BIN_OP_DIV] = BINARY_TRUEDIV, [BIN_OP_MOD] = BINARY_MOD, [BIN_OP_POW] = BINARY_POW, [BIN_OP_LSHIFT] = BINARY_LSHIFT,
    [BIN_OP_RSHIFT] = BINARY_RSHIFT, [BIN_OP_BITOR] = BINARY_OR, [BIN_OP_BITXOR] = BINARY_XOR, [BIN_OP_BITAND] = BINARY_AND,
    [BIN_OP_FLOORDIV] = BINARY_FLOORDIV,
};

static Value fold_binary(Compiler *c, const Expr *e)
{
    Value right = fold(c, e->bin_op.right);
    Value left = right != VALUE_NULL ? fold(c, e->bin_op.left) : VALUE_NULL;
    if (left == VALUE_NULL)
        return VALUE_NULL;
    BinaryOp op = binary_ops[e->bin_op.op];
    if ((op == BINARY_MUL && !safe_multiply(left, right)) || (op == BINARY_POW && !safe_power(left, right))
        || (op == BINARY_LSHIFT && !safe_shift(left, right)) || op == BINARY_MATMUL)
        return VALUE_NULL;
    if (op == BINARY_MOD && (value_is_str(left) || value_is_bytes(left)))
        return VALUE_NULL;
    return folded(c, value_binary(op, left, right));
}

static Value fold_unary(Compiler *c, const Expr *e)
{
    Value v = fold(c, e->unary_op.operand);
    if (v == VALUE_NULL)
        return VALUE_NULL;
    switch (e->unary_op.op) {
    case UNARY_OP_NOT: return value_bool(!value_truth(v));
    case UNARY_OP_MINUS: return folded(c, value_unary(UNARY_NEG, v));
    case UNARY_OP_PLUS: return folded(c, value_unary(UNARY_POS, v));
    case UNARY_OP_INVERT: return folded(c, value_unary(UNARY_INVERT, v));
    }
    return VALUE_NULL;
}

static Value fold_subscript(Compiler *c, const Expr *e)
{
    if (e->subscript.ctx != CTX_LOAD)
        return VALUE_NULL;
    Value index = fold(c, e->subscript.slice);
    Value container = index != VALUE_NULL ? fold(c, e->subscript.value) : VALUE_NULL;
    if (container == VALUE_NULL || sequence_length(container) < 0 || !value_is_int(index))
        return VALUE_NULL;
    return folded(c, value_getitem(container, index));
}

/* The last element first: most displays that are no constants say so early. Each is folded once: twice would be 2^depth times in all. */
Value fold_sequence(Compiler *c, ExprSeq elts)
{
    Value *items = NULL;
    for (int i = elts.count - 1; i >= 0; i--) {
        Value item = fold(c, elts.items[i]);
        if (item == VALUE_NULL)
            return VALUE_NULL;
        if (items == NULL)
            items = compile_alloc(c, (size_t)elts.count * sizeof *items);
        items[i] = item;
    }
    Value tuple = tuple_from(items, elts.count);
    if (tuple == VALUE_NULL)
        compile_no_memory(c);
    return pool_add_steal(c, tuple);
}

static Value fold_by_kind(Compiler *c, const Expr *e)
{
    switch (e->kind) {
    case EXPR_CONSTANT: return constant_value(c, &e->constant);
    case EXPR_UNARY_OP: return fold_unary(c, e);
    case EXPR_BIN_OP: return fold_binary(c, e);
    case EXPR_SUBSCRIPT: return fold_subscript(c, e);
    case EXPR_TUPLE: return e->tuple.ctx == CTX_LOAD ? fold_sequence(c, e->tuple.elts) : VALUE_NULL;
    case EXPR_NAME:
        return strcmp(e->name.id, "__debug__") == 0 && e->name.ctx == CTX_LOAD ? value_bool(!c->optimize) : VALUE_NULL;
    default: return VALUE_NULL;
    }
}

/* Every level of f[0][0]… and f + 1 + 1… asks for all levels below: the answer no is kept in the tree, or that would be quadratic. */
Value fold(Compiler *c, const Expr *e)
{
    if (e->varies)
        return VALUE_NULL;
    Value v = fold_by_kind(c, e);
    if (v == VALUE_NULL)
        ((Expr *)e)->varies = true; /* the tree is the compiler's for as long as it compiles */
    return v;
}

static const char *const known_names[] = {
#define NAME(name) #name,
#include "names.def"
#undef NAME
};

/* Whether CPython has interned another string of this text by now: a name of its own modules, as far as we share them, or an identifier of this source
 * (but not a letter: there is one string for each, except for those in the modules that it carries in its binary). */
static bool is_known_name(const Compiler *c, Value v)
{
    size_t length;
    const char *text = value_is_str(v) ? str_utf8(v, &length) : NULL;
    if (text == NULL || length == 0 || text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")] != 0)
        return false;
    if (length == 1)
        return strchr("abcdefhijklmnopqrstvwxyBCLST_", *text) != NULL;
    for (size_t i = 0; i < sizeof known_names / sizeof *known_names; i++)
        if (str_equal_cstr(v, known_names[i]))
            return true;
    return arena_knows(c->arena, text, length) || dict_get(builtins_dict, v) != VALUE_NULL;
}

/* How often CPython's compiler makes the constant set anew, in the order of the one before: once to merge equal constants, and once more when one
 * of its strings is replaced by the interned one. */
static int set_rebuilds(const Compiler *c, const Tuple *items)
{
    for (int64_t i = 0; i < items->length; i++)
        if (is_known_name(c, items->items[i]))
            return 2;
    return 1;
}

Value fold_iterable(Compiler *c, const Expr *e)
{
    if (e->kind == EXPR_LIST)
        return fold_sequence(c, e->list.elts);
    if (e->kind == EXPR_SET) {
        Value items = fold_sequence(c, e->set.elts);
        return items == VALUE_NULL ? VALUE_NULL : folded(c, set_new_constant(items, set_rebuilds(c, as_tuple(items))));
    }
    return fold(c, e);
}

bool fold_immediate(Compiler *c, const Expr *e, int *out)
{
    Value v;
    if (e->kind == EXPR_CONSTANT ? e->constant.kind != CONST_INT : e->kind != EXPR_UNARY_OP && e->kind != EXPR_BIN_OP)
        return false;
    v = fold(c, e);
    if (v == VALUE_NULL || !value_is_small_int(v) || value_small_int(v) < IMMEDIATE_MIN || value_small_int(v) > IMMEDIATE_MAX)
        return false;
    constant_index(c, v);
    if (e->pos.line != c->unit->pos.line) { /* an operand is no instruction, but its line is passed */
        SrcPos before = set_pos(c, e->pos);
        emit_line(c);
        set_pos(c, before);
    }
    *out = (int)value_small_int(v);
    return true;
}
