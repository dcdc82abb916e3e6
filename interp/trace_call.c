#include "trace.h"
#include "trace_events.h"

#include "eval_slow.h"
#include "exceptions.h"
#include "type.h"
#include "types/list.h"
#include "types/method.h"
#include "types/tuple.h"
#include "abstract.h"
#include "xframe.h"

int trace_window_size(const Instr *pc)
{
    return pc->op == OP_CALL_EX ? 3 : 1 + pc->b + (pc->op == OP_CALL_METHOD || pc->op == OP_CALL_METHOD_KW);
}

static EvalCall *const calls[] = {eval_call, eval_call_method, eval_call_kw, eval_call_method_kw, eval_call_ex};
static int call_kind(const Instr *pc)
{
    return pc->op == OP_CALL ? 0 : pc->op == OP_CALL_METHOD ? 1 : pc->op == OP_CALL_KW ? 2 : pc->op == OP_CALL_METHOD_KW ? 3 : 4;
}

/* What c_call tells of: a function written in C, a method bound to its first argument; VALUE_NULL: not such a call, or raised. New reference. */
static Value native_callee(ExecFrame *xf, const Instr *pc)
{
    const Value *window = &EVAL_OPERAND(pc->a);
    Value callable = window[0], self = VALUE_NULL;
    bool method = pc->op == OP_CALL_METHOD || pc->op == OP_CALL_METHOD_KW;
    if (!value_is_object(callable))
        return VALUE_NULL;
    if (pc->op == OP_CALL_EX && !value_is_tuple(window[1]) && !type_of(window[1])->iter)
        return VALUE_NULL; /* not called: its arguments are no iterable */
    if (value_object(callable)->type == &type_native_function)
        return value_retain(callable);
    if (value_object(callable)->type != &type_native_method)
        return VALUE_NULL;
    if (pc->op == OP_CALL_EX)
        self = value_is_tuple(window[1]) && as_tuple(window[1])->length ? as_tuple(window[1])->items[0] : VALUE_NULL;
    else if (method && window[1])
        self = window[1];
    else if (pc->b > 0)
        self = window[1 + method];
    return self ? value_object(callable)->type->descr_get(callable, self, type_of(self)) : VALUE_NULL;
}

/* The arguments that would die with the call, in a tuple: CPython releases them behind c_return. VALUE_NULL: none, or no memory. */
static Value arguments_kept(const ExecFrame *xf, const Instr *pc)
{
    const Value *window = (const Value *)xf + pc->a;
    Value list = VALUE_NULL;
    for (int i = 1, size = trace_window_size(pc); i < size; i++) {
        if (!value_is_object(window[i]) || !window[i] || value_object(window[i])->refs != 1)
            continue;
        if ((!list && !(list = list_new(0))) || list_append(list, window[i]) < 0)
            exc_clear();
    }
    return list;
}

ExecFrame *trace_call(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    EvalCall *call = calls[call_kind(pc)];
    if (!ts->trace.profiler)
        return call(ts, xf, pc);
    Value *window = &EVAL_OPERAND(pc->a);
    if (pc->op == OP_CALL_EX && !value_is_tuple(window[1]) && type_of(window[1])->iter) { /* the arguments are there before c_call */
        Value args = tuple_from_iterable(window[1]);
        if (!args) {
            trace_consume_operands(ts, xf, pc);
            return NULL;
        }
        value_set_steal(&window[1], args);
    }
    Value callee = native_callee(xf, pc);
    if (!callee) {
        exc_clear();
        return call(ts, xf, pc);
    }
    if (trace_fire(ts, xf, TRACE_EVENT_C_CALL, callee, TRACE_OWN_LINE) < 0) {
        value_release(callee);
        trace_consume_operands(ts, xf, pc);
        return NULL;
    }
    Value args = arguments_kept(xf, pc);
    ExecFrame *next = call(ts, xf, pc);
    if (ts->trace.profiler) {
        Value pending = exc_take();
        if (trace_fire(ts, xf, next ? TRACE_EVENT_C_RETURN : TRACE_EVENT_C_EXCEPTION, callee, TRACE_OWN_LINE) < 0) {
            value_release_null(pending);
            if (next) {
                value_release(EVAL_OPERAND(pc->a));
                EVAL_OPERAND(pc->a) = VALUE_NULL;
            }
            next = NULL;
        } else {
            exc_restore_steal(pending);
        }
    }
    value_release(callee);
    Value pending = exc_take();
    value_release_null(args);
    exc_restore_steal(pending);
    return next;
}
