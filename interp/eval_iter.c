/* eval_iter.c: starting and stepping iteration over anything but the inlined iterators. */
#include "abstract.h"
#include "exceptions.h"
#include "eval_slow.h"
#include "names.h"
#include "slot_calls.h"
#include "trace.h"
#include "types/iterators.h"
#include "xframe.h"

int eval_get_iter(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value v = EVAL_OPERAND(pc->b);
    int entered = eval_may_enter(v) && value_object(v)->type->iter == slot_iter ? eval_enter_method(ts, xf, pc, name___iter__, &v, 1) : 0;
    if (entered)
        return entered;
    Value iterator = value_iter(v);
    if (unlikely(!iterator))
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, iterator);
    return 0;
}

int eval_get_yield_from_iter(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value v = EVAL_OPERAND(pc->b);
    if (value_is_heap_exactly(v, &type_coroutine) && !(xframe_code(xf)->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE))) {
        xf->pc = pc;
        return raise_error_int(&exc_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (!value_is_resumable(v))
        return eval_get_iter(ts, xf, pc);
    eval_store(xf, pc->a, eval_take(xf, pc->b));
    return 0;
}

int eval_for_loop(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value iterator = EVAL_OPERAND(pc->b);
    Value (*next)(Value) = type_of(iterator)->next;
    if (next == slot_next) {
        int entered = trace_is_on(ts) ? 0 : eval_enter_method(ts, xf, pc, name___next__, &iterator, 1);
        if (entered)
            return entered;
        if (unlikely(trace_is_on(ts)))
            next = slot_next_raising; /* the StopIteration is an event */
    }
    Value item = likely(next != NULL) ? next(iterator) : value_next(iterator);
    if (likely(item)) {
        eval_store(xf, pc->a, item);
        return 1;
    }
    if (exc_pending()) {
        if (!exc_matches(&exc_StopIteration))
            return -1;
        if (unlikely(trace_is_on(ts)))
            trace_stop_iteration(ts, xf);
        exc_clear();
    }
    value_release(iterator);
    return 0;
}

int eval_delegate(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value *out)
{
    xf->pc = pc;
    Value *slot = &EVAL_OPERAND(pc->a);
    Value sent = slot[1], returned = VALUE_NULL;
    slot[1] = VALUE_NULL;
    Value yielded = iterator_send(slot[0], sent, &returned);
    if (yielded) {
        value_release(sent);
        *out = yielded;
        return 1;
    }
    if (!returned) {
        Value pending = exc_take();
        value_release(sent);
        exc_restore_steal(pending);
        return -1;
    }
    bool seen = !unlikely(trace_is_on(ts)) || trace_end_of_delegate(ts, xf, slot[0], sent, returned) == 0;
    value_release(sent);
    if (!seen) {
        value_release(returned);
        return -1;
    }
    value_set_steal(slot, returned);
    return 0;
}
