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
    if (value_is_generator(v)) { /* its own iterator */
        eval_store(xf, pc->a, eval_take(xf, pc->b));
        return 0;
    }
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

/* for a, b in …: with a and b locals. A pair that has a name of its own (for p in …: a, b = p) is stored there first. */
static bool takes_pairs(const Instr *pc)
{
    const Instr *body = instr_loop_body(pc);
    return pc->a >= 0 && body[0].op == OP_UNPACK_SEQUENCE && body[0].c == 2 && body[0].b == pc->a && body[1].op == OP_MOVE && body[1].a < 0 &&
           body[1].b == body[0].a + 1 && body[2].op == OP_MOVE && body[2].a < 0 && body[2].b == body[0].a;
}

uint16_t eval_list_loop(const Instr *pc) { return takes_pairs(pc) ? OP_FOR_PAIR : OP_FOR_LIST; }

/* The iterator gave no item: 0, or -1. */
static int end_loop(ThreadState *ts, ExecFrame *xf, Value iterator)
{
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
    } else if (takes_pairs(pc) && next) {
        ((Instr *)(uintptr_t)pc)->op = OP_FOR_PAIR;
    }
    if (unlikely(!next)) /* its class has lost __next__, or a debugger has jumped here from an async for */
        return raise_error_int(&exc_TypeError, "'%T' object is not iterable", iterator);
    Value item = next(iterator);
    if (likely(item)) {
        eval_store(xf, pc->a, item);
        return 1;
    }
    return end_loop(ts, xf, iterator);
}

int eval_for_pair(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value iterator = EVAL_OPERAND(pc->b), item;
    const Type *type = value_object(iterator)->type;
    ListIter *list_iter = (ListIter *)value_object(iterator);
    if (type == &type_list_iterator && list_iter->list && list_iter->index < as_list(list_iter->list)->length) {
        item = value_retain(as_list(list_iter->list)->items[list_iter->index++]);
    } else {
        if (type->next == slot_next || type == &type_generator || !type->next)
            return EVAL_NO_PAIR;
        xf->pc = pc;
        item = type->next(iterator);
        if (unlikely(!item))
            return end_loop(ts, xf, iterator);
    }
    if (unlikely(!value_is_heap_exactly(item, &type_tuple) || as_tuple(item)->length != 2 || trace_is_on(ts))) {
        eval_store(xf, pc->a, item);
        return 1;
    }
    const Instr *body = instr_loop_body(pc);
    Value first = value_retain(as_tuple(item)->items[0]), second = value_retain(as_tuple(item)->items[1]);
    value_release(item); /* its items have another reference now */
    xf->pc = body + 1; /* what dies with a local's old value may look at the line */
    value_set_steal(&EVAL_OPERAND(body[1].a), first);
    xf->pc = body + 2;
    value_set_steal(&EVAL_OPERAND(body[2].a), second);
    return EVAL_PAIR_STORED;
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
