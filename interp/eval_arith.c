/* eval_arith.c: arithmetic, comparisons and truth when the eval loop's inlined path does not apply. */
#include "abstract.h"
#include "eval_slow.h"
#include "names.h"
#include "types/float.h"
#include "types/int.h"
#include "types/set.h"
#include "types/str.h"

/* The order of the plain and in-place opcodes in opcode.def does not matter here. */
const EvalArith eval_arith[OP_COUNT] = {
    [OP_ADD] = {BINARY_ADD, false, false}, [OP_SUB] = {BINARY_SUB, false, false}, [OP_MUL] = {BINARY_MUL, false, false},
    [OP_TRUEDIV] = {BINARY_TRUEDIV, false, false}, [OP_FLOORDIV] = {BINARY_FLOORDIV, false, false}, [OP_MOD] = {BINARY_MOD, false, false},
    [OP_POW] = {BINARY_POW, false, false}, [OP_LSHIFT] = {BINARY_LSHIFT, false, false}, [OP_RSHIFT] = {BINARY_RSHIFT, false, false},
    [OP_AND] = {BINARY_AND, false, false}, [OP_OR] = {BINARY_OR, false, false}, [OP_XOR] = {BINARY_XOR, false, false},
    [OP_MATMUL] = {BINARY_MATMUL, false, false}, [OP_IADD] = {BINARY_ADD, true, false}, [OP_ISUB] = {BINARY_SUB, true, false},
    [OP_IMUL] = {BINARY_MUL, true, false}, [OP_ITRUEDIV] = {BINARY_TRUEDIV, true, false}, [OP_IFLOORDIV] = {BINARY_FLOORDIV, true, false},
    [OP_IMOD] = {BINARY_MOD, true, false}, [OP_IPOW] = {BINARY_POW, true, false}, [OP_ILSHIFT] = {BINARY_LSHIFT, true, false},
    [OP_IRSHIFT] = {BINARY_RSHIFT, true, false}, [OP_IAND] = {BINARY_AND, true, false}, [OP_IOR] = {BINARY_OR, true, false},
    [OP_IXOR] = {BINARY_XOR, true, false}, [OP_IMATMUL] = {BINARY_MATMUL, true, false}, [OP_ADD_I] = {BINARY_ADD, false, true},
    [OP_SUB_I] = {BINARY_SUB, false, true}, [OP_MUL_I] = {BINARY_MUL, false, true}, [OP_FLOORDIV_I] = {BINARY_FLOORDIV, false, true},
    [OP_MOD_I] = {BINARY_MOD, false, true}, [OP_AND_I] = {BINARY_AND, false, true}, [OP_LSHIFT_I] = {BINARY_LSHIFT, false, true},
    [OP_RSHIFT_I] = {BINARY_RSHIFT, false, true}, [OP_IADD_I] = {BINARY_ADD, true, true}, [OP_ISUB_I] = {BINARY_SUB, true, true},
};

/* A float operation one of whose operands may be an int; VALUE_NULL with nothing pending: not such a pair. */
static Value float_mixed(BinaryOp op, Value b, Value c)
{
    if (op > BINARY_TRUEDIV)
        return VALUE_NULL;
    double x, y;
    if (!immediate_double(b, &x) || !immediate_double(c, &y))
        return VALUE_NULL;
    switch (op) {
    case BINARY_ADD:
        return float_new(x + y);
    case BINARY_SUB:
        return float_new(x - y);
    case BINARY_MUL:
        return float_new(x * y);
    default:
        return y == 0.0 ? VALUE_NULL : float_new(x / y);
    }
}

/* `s = s + t` and `s += t` of a local: grow it where it is if the local is its only holder. */
static bool str_grows(ExecFrame *xf, const Instr *pc, Value b, Value c)
{
    return pc->a == pc->b && pc->a < 0 && value_is_object(b) && value_is_object(c) && value_is_exactly_str(b) && value_object(b)->refs == 1 &&
           value_is_str(c) && b != c && EVAL_OPERAND(pc->a) == b;
}

int eval_binary(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    EvalArith row = eval_arith[pc->op];
    Value b = EVAL_OPERAND(pc->b), c = EVAL_OPERAND(pc->c), result;
    if (value_is_plain_int(b) && value_is_plain_int(c) && row.op != BINARY_MATMUL) {
        result = int_binary(row.op, b, c);
        goto done;
    } else if (row.op == BINARY_ADD && str_grows(xf, pc, b, c)) {
        if (str_append_in_place(&EVAL_OPERAND(pc->a), c) < 0)
            return -1;
        eval_drop(xf, pc->c);
        return 0;
    }
    if (eval_may_enter(b) || eval_may_enter(c)) {
        int entered = eval_enter_binary(ts, xf, pc, b, c);
        if (entered)
            return entered;
    }
    result = row.inplace ? value_inplace(row.op, b, c) : value_binary(row.op, b, c);
done:
    if (unlikely(!result))
        return -1;
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->c);
    eval_store(xf, pc->a, result);
    return 0;
}

int eval_binary_immediate(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    EvalArith row = eval_arith[pc->op];
    Value b = EVAL_OPERAND(pc->b), c = value_from_small_int(pc->c), result = VALUE_NULL;
    if (value_is_plain_int(b))
        result = int_binary(row.op, b, c);
    else if (!value_is_object(b) && (result = float_mixed(row.op, b, c)))
        ;
    else {
        int entered = eval_may_enter(b) ? eval_enter_binary(ts, xf, pc, b, c) : 0;
        if (entered)
            return entered;
        result = row.inplace ? value_inplace(row.op, b, c) : value_binary(row.op, b, c);
    }
    if (unlikely(!result))
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, result);
    return 0;
}

int eval_unary(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value result = value_unary(pc->op == OP_NEG ? UNARY_NEG : pc->op == OP_POS ? UNARY_POS : UNARY_INVERT, EVAL_OPERAND(pc->b));
    if (unlikely(!result))
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, result);
    return 0;
}

int eval_not(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    int truth = value_truth(EVAL_OPERAND(pc->b));
    if (unlikely(truth < 0))
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, value_bool(!truth));
    return 0;
}

/* ---- comparisons ---- */

/* b op c for the commonest pairs of builtin types: 1, 0, or -1: not such a pair. */
static int compare_common(Value b, Value c, CompareOp op)
{
    if (value_is_object(b) && value_is_object(c)) {
        if (!value_is_exactly_str(b) || !value_is_exactly_str(c))
            return -1;
        if (op == COMPARE_EQ)
            return str_equal(as_str(b), as_str(c));
        if (op == COMPARE_NE)
            return !str_equal(as_str(b), as_str(c));
        int order = str_compare(as_str(b), as_str(c));
        return op == COMPARE_LT ? order < 0 : op == COMPARE_LE ? order <= 0 : op == COMPARE_GT ? order > 0 : order >= 0;
    }
    double x, y;
    if (!immediate_double(b, &x) || !immediate_double(c, &y))
        return -1;
    switch (op) {
    case COMPARE_LT:
        return x < y;
    case COMPARE_LE:
        return x <= y;
    case COMPARE_EQ:
        return x == y;
    case COMPARE_NE:
        return x != y;
    case COMPARE_GT:
        return x > y;
    default:
        return x >= y;
    }
}

int eval_compare(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    CompareOp op = (CompareOp)(pc->op - OP_LT);
    Value b = EVAL_OPERAND(pc->b), c = EVAL_OPERAND(pc->c);
    int common = compare_common(b, c, op), entered;
    if (common < 0 && eval_may_enter(b) && (entered = eval_enter_compare(ts, xf, pc, b, c, op)))
        return entered;
    Value result = common >= 0 ? value_bool(common) : value_compare(b, c, op);
    if (unlikely(!result))
        return -1;
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->c);
    eval_store(xf, pc->a, result);
    return 0;
}

int eval_compare_jump(ThreadState *ts, ExecFrame *xf, const Instr *pc, CompareOp op)
{
    (void)ts;
    xf->pc = pc;
    Value a = EVAL_OPERAND(pc->a), b = EVAL_OPERAND(pc->b);
    int result = compare_common(a, b, op), entered;
    if (result < 0) {
        if (eval_may_enter(a) && (entered = eval_enter_compare(ts, xf, pc, a, b, op)))
            return entered;
        Value compared = value_compare(a, b, op);
        if (unlikely(!compared))
            return -1;
        result = value_truth(compared);
        value_release(compared);
        if (unlikely(result < 0))
            return -1;
    }
    eval_drop(xf, pc->a);
    eval_drop(xf, pc->b);
    return result;
}

int eval_compare_immediate_jump(ThreadState *ts, ExecFrame *xf, const Instr *pc, CompareOp op)
{
    (void)ts;
    xf->pc = pc;
    Value a = EVAL_OPERAND(pc->a), b = value_from_small_int(pc->b);
    int result = value_is_object(a) ? -1 : compare_common(a, b, op);
    if (result < 0) {
        Value compared = value_compare(a, b, op);
        if (unlikely(!compared))
            return -1;
        result = value_truth(compared);
        value_release(compared);
        if (unlikely(result < 0))
            return -1;
    }
    eval_drop(xf, pc->a);
    return result;
}

int eval_in(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value item = EVAL_OPERAND(pc->b), container = EVAL_OPERAND(pc->c);
    int found;
    if (value_is_heap_exactly(container, &type_set)) {
        found = set_contains(as_set(container), item);
    } else if (value_is_heap_exactly(container, &type_dict)) {
        found = dict_contains(as_dict(container), item);
    } else {
        int entered = eval_may_enter(container) ? eval_enter_method(ts, xf, pc, name___contains__, (Value[]){container, item}, 2) : 0;
        if (entered)
            return entered;
        found = value_contains(container, item);
    }
    if (unlikely(found < 0))
        return -1;
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->c);
    eval_store(xf, pc->a, value_bool(found ^ (pc->op == OP_NOT_IN)));
    return 0;
}

int eval_truth_consume(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    int truth = value_truth(EVAL_OPERAND(pc->a));
    if (likely(truth >= 0))
        eval_drop(xf, pc->a);
    return truth;
}

int eval_truth_keep(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    return value_truth(EVAL_OPERAND(pc->a));
}
