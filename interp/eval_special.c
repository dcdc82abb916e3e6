/* eval_special.c: special methods written in Python that an instruction needs (`a + b`, `a < b`, `a[i]`, a property, the next item of a loop), run by the
 * eval loop itself instead of by a loop of its own inside the slot's C function.
 *
 * Entering leaves the instruction's operands where they are, so that unwinding finds them, and puts the window above all live temporaries (CODE_WINDOW_SLACK).
 * The method's ExecFrame has XF_COMPLETES; its return comes to eval_complete, its exception to eval_abandon, with the caller's pc still at the instruction.
 * Whatever is unusual (near the recursion limit, a reflected operator that goes first, a generator function) is left to the slots.
 */
#include "abstract.h"
#include "eval_slow.h"
#include "names.h"
#include "slot_calls.h"
#include "trace.h"
#include "type.h"

enum { RECURSION_ROOM = 8 }; /* nearer to the limit the slots raise what CPython raises */

/* What is done with the result, by opcode. */
typedef enum Completion { COMPLETE_BINARY = 1, COMPLETE_COMPARE, COMPLETE_COMPARE_JUMP, COMPLETE_GET, COMPLETE_GET_I, COMPLETE_SET, COMPLETE_ATTR,
                          COMPLETE_IN, COMPLETE_ITER, COMPLETE_NEXT } Completion;

static Completion completion_of(const Instr *pc)
{
    switch (pc->op) {
    case OP_LT: case OP_LE: case OP_EQ: case OP_NE: case OP_GT: case OP_GE:
        return COMPLETE_COMPARE;
    case OP_JUMP_IF_LT: case OP_JUMP_IF_LE: case OP_JUMP_IF_EQ: case OP_JUMP_IF_NE: case OP_JUMP_IF_GT: case OP_JUMP_IF_GE:
    case OP_JUMP_IF_NOT_LT: case OP_JUMP_IF_NOT_LE: case OP_JUMP_IF_NOT_EQ: case OP_JUMP_IF_NOT_NE: case OP_JUMP_IF_NOT_GT: case OP_JUMP_IF_NOT_GE:
        return COMPLETE_COMPARE_JUMP;
    case OP_GET_ITEM:
        return COMPLETE_GET;
    case OP_GET_ITEM_I:
        return COMPLETE_GET_I;
    case OP_SET_ITEM:
        return COMPLETE_SET;
    case OP_IN: case OP_NOT_IN:
        return COMPLETE_IN;
    case OP_GET_ITER: case OP_GET_YIELD_FROM_ITER:
        return COMPLETE_ITER;
    case OP_FOR_LOOP: case OP_FOR_LIST: case OP_FOR_GENERATOR: case OP_FOR_PAIR:
        return COMPLETE_NEXT;
    case OP_LOAD_ATTR: case OP_LOAD_ATTR_SLOT: case OP_LOAD_ATTR_ELSEWHERE: case OP_LOAD_ATTR_MEMBER: case OP_LOAD_ATTR_MODULE: case OP_LOAD_ATTR_OF_CLASS:
    case OP_LOAD_ATTR_PROPERTY: case OP_LOAD_ATTR_COMPUTED: case OP_LOAD_ATTR_CLASS: /* the site may have been specialized anew meanwhile */
        return COMPLETE_ATTR;
    default:
        return COMPLETE_BINARY;
    }
}

static bool is_comparison(const Instr *pc)
{
    Completion completion = completion_of(pc);
    return completion == COMPLETE_COMPARE || completion == COMPLETE_COMPARE_JUMP;
}

static CompareOp compare_op(const Instr *pc)
{
    return (CompareOp)(pc->op >= OP_JUMP_IF_NOT_LT ? pc->op - OP_JUMP_IF_NOT_LT : pc->op >= OP_JUMP_IF_LT ? pc->op - OP_JUMP_IF_LT : pc->op - OP_LT);
}
_Static_assert(OP_LT < OP_JUMP_IF_LT && OP_JUMP_IF_LT < OP_JUMP_IF_NOT_LT && OP_GE - OP_LT == COMPARE_GE && OP_JUMP_IF_GE - OP_JUMP_IF_LT == COMPARE_GE &&
               OP_JUMP_IF_NOT_GE - OP_JUMP_IF_NOT_LT == COMPARE_GE, "compare_op");

/* ---- entering ---- */

static inline int enter(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value function, const Value *args, int nargs)
{
    const Code *code = xf->func->code;
    Function *callee = (Function *)value_object(function);
    if (callee->code->simple_args != nargs || unlikely(ts->recursion_left < RECURSION_ROOM))
        return 0;
    Value *window = xframe_temps(xf) + code->unwind[pc - code->instrs];
    object_retain(callee);
    window[0] = function;
    for (int i = 0; i < nargs; i++)
        window[1 + i] = value_retain(args[i]);
    ExecFrame *entered = xframe_push(ts, xf, window, callee);
    if (unlikely(!entered))
        return -1;
    entered->link |= XF_COMPLETES;
    return EVAL_ENTERED;
}

int eval_enter_function(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value function, const Value *args, int nargs)
{
    return enter(ts, xf, pc, function, args, nargs);
}

int eval_enter_method(ThreadState *ts, ExecFrame *xf, const Instr *pc, Str *name, const Value *args, int nargs)
{
    Value method = type_lookup(value_object(args[0])->type, name);
    return method && value_is_function(method) ? enter(ts, xf, pc, method, args, nargs) : 0;
}

static Str **const operator_names[BINARY_COUNT] = {
    [BINARY_ADD] = &name___add__, [BINARY_SUB] = &name___sub__, [BINARY_MUL] = &name___mul__, [BINARY_TRUEDIV] = &name___truediv__,
    [BINARY_FLOORDIV] = &name___floordiv__, [BINARY_MOD] = &name___mod__, [BINARY_LSHIFT] = &name___lshift__, [BINARY_RSHIFT] = &name___rshift__,
    [BINARY_AND] = &name___and__, [BINARY_OR] = &name___or__, [BINARY_XOR] = &name___xor__, [BINARY_MATMUL] = &name___matmul__,
};
static Str **const reflected_names[BINARY_COUNT] = {
    [BINARY_ADD] = &name___radd__, [BINARY_SUB] = &name___rsub__, [BINARY_MUL] = &name___rmul__, [BINARY_TRUEDIV] = &name___rtruediv__,
    [BINARY_FLOORDIV] = &name___rfloordiv__, [BINARY_MOD] = &name___rmod__, [BINARY_LSHIFT] = &name___rlshift__, [BINARY_RSHIFT] = &name___rrshift__,
    [BINARY_AND] = &name___rand__, [BINARY_OR] = &name___ror__, [BINARY_XOR] = &name___rxor__, [BINARY_MATMUL] = &name___rmatmul__,
};

/* Operators whose left operand is an immediate number: int and float do not know c's class. */
static bool is_reflected(Value b) { return value_is_small_int(b) || value_is_flonum(b); }

int eval_enter_binary(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value b, Value c)
{
    EvalArith row = eval_arith[pc->op];
    if (!operator_names[row.op]) /* ** has slots of its own */
        return 0;
    if (is_reflected(b)) {
        if (value_object(c)->type->flags & (TYPE_INT | TYPE_FLOAT))
            return 0;
        return eval_enter_method(ts, xf, pc, *reflected_names[row.op], (Value[]){c, b}, 2);
    }
    if (!eval_may_enter(b) || (row.inplace && value_object(b)->type->inplace[row.op]) || !value_operates_first(row.op, b, c))
        return 0;
    return eval_enter_method(ts, xf, pc, *operator_names[row.op], (Value[]){b, c}, 2);
}

int eval_enter_compare(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value a, Value b, CompareOp op)
{
    static Str **const names[COMPARE_COUNT] = {&name___lt__, &name___le__, &name___eq__, &name___ne__, &name___gt__, &name___ge__};
    if (value_object(a)->type->compare != slot_compare || !value_compares_first(a, b))
        return 0;
    int entered = eval_enter_method(ts, xf, pc, *names[op], (Value[]){a, b}, 2);
    if (entered == EVAL_ENTERED)
        ts->recursion_left--; /* a comparison counts in CPython, beside the method: see thread_enter_native */
    return entered;
}

/* ---- the method returned ---- */

static int complete_binary(ExecFrame *xf, const Instr *pc, Value result)
{
    EvalArith row = eval_arith[pc->op];
    Value b = EVAL_OPERAND(pc->b), c = row.immediate ? value_from_small_int(pc->c) : EVAL_OPERAND(pc->c);
    if (unlikely(result == VALUE_NOT_IMPLEMENTED) && !(result = value_binary_refused(row.op, row.inplace, b, c, is_reflected(b))))
        return -1;
    eval_drop(xf, pc->b);
    if (!row.immediate)
        eval_drop(xf, pc->c);
    eval_store(xf, pc->a, result);
    return 0;
}

static int complete_compare(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value result, int64_t *units)
{
    bool jumps = pc->op >= OP_JUMP_IF_LT;
    int left = jumps ? pc->a : pc->b, right = jumps ? pc->b : pc->c;
    if (unlikely(result == VALUE_NOT_IMPLEMENTED))
        result = value_compare_refused(EVAL_OPERAND(left), EVAL_OPERAND(right), compare_op(pc));
    ts->recursion_left++;
    if (unlikely(!result))
        return -1;
    int truth = 0;
    if (jumps) {
        truth = value_truth(result);
        value_release(result);
        if (unlikely(truth < 0))
            return -1;
    }
    eval_drop(xf, left);
    eval_drop(xf, right);
    if (!jumps)
        eval_store(xf, pc->a, result);
    else if (truth == (pc->op < OP_JUMP_IF_NOT_LT))
        *units = 1 + pc->c;
    return 0;
}

static int complete_in(ExecFrame *xf, const Instr *pc, Value result)
{
    int found = value_truth(result);
    value_release(result);
    if (unlikely(found < 0))
        return -1;
    eval_drop(xf, pc->b);
    eval_drop(xf, pc->c);
    eval_store(xf, pc->a, value_bool(found ^ (pc->op == OP_NOT_IN)));
    return 0;
}

static int complete_iter(ExecFrame *xf, const Instr *pc, Value iterator)
{
    if (unlikely(type_of(iterator)->next == NULL)) {
        raise_error(&exc_TypeError, "iter() returned non-iterator of type '%T'", iterator);
        Value pending = exc_take();
        value_release(iterator);
        exc_restore_steal(pending);
        return -1;
    }
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, iterator);
    return 0;
}

int eval_complete(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value result, int64_t *units)
{
    *units = 1;
    switch (completion_of(pc)) {
    case COMPLETE_COMPARE:
    case COMPLETE_COMPARE_JUMP:
        return complete_compare(ts, xf, pc, result, units);
    case COMPLETE_IN:
        return complete_in(xf, pc, result);
    case COMPLETE_ITER:
        return complete_iter(xf, pc, result);
    case COMPLETE_NEXT:
        *units = 2 + (int64_t)pc[1].word;
        eval_store(xf, pc->a, result);
        return 0;
    case COMPLETE_SET:
        value_release(result);
        eval_drop(xf, pc->c);
        eval_drop(xf, pc->b);
        eval_drop(xf, pc->a);
        return 0;
    case COMPLETE_ATTR:
        *units = 4;
        eval_drop(xf, pc->b);
        eval_store(xf, pc->a, result);
        return 0;
    case COMPLETE_GET:
        eval_drop(xf, pc->c);
        eval_drop(xf, pc->b);
        eval_store(xf, pc->a, result);
        return 0;
    case COMPLETE_GET_I:
        eval_drop(xf, pc->b);
        eval_store(xf, pc->a, result);
        return 0;
    default:
        return complete_binary(xf, pc, result);
    }
}

/* ---- it raised ---- */

bool eval_abandon(ThreadState *ts, ExecFrame *xf, Value exception)
{
    const Instr *pc = xf->pc;
    if (eval_is_construction(pc)) {
        ts->recursion_left++;
        value_release(EVAL_OPERAND(pc->a)); /* the instance that would have been the result */
        return false;
    }
    if (is_comparison(pc))
        ts->recursion_left++;
    if (completion_of(pc) != COMPLETE_NEXT || !exc_given_matches(exception, value_of(&exc_StopIteration)))
        return false;
    if (unlikely(trace_is_on(ts))) { /* since the method began */
        exc_restore_steal(exception);
        trace_stop_iteration(ts, xf);
        trace_handled(ts, xf, xf->pc);
        exception = exc_take();
    }
    value_release(exception);
    value_release(EVAL_OPERAND(pc->b));
    xf->pc = pc + 2;
    return true;
}
