/* eval_async.c: what the instructions of coroutines do: awaitables, asynchronous iterators and context managers. */
#include "coroutine.h"
#include "eval_slow.h"

#include "abstract.h"
#include "attr.h"
#include "names.h"
#include "type.h"

int eval_get_awaitable(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value iterator = awaitable_iter(EVAL_OPERAND(pc->b), pc->c);
    if (!iterator) {
        Value pending = exc_take(); /* what is no awaitable dies before the exception is seen */
        if (pc->b >= 0)
            value_clear(&EVAL_OPERAND(pc->b));
        exc_restore_steal(pending);
        return -1;
    }
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, iterator);
    return 0;
}

int eval_get_async_iter(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value iterator = async_iter(EVAL_OPERAND(pc->b));
    if (!iterator)
        return -1;
    eval_drop(xf, pc->b);
    eval_store(xf, pc->a, iterator);
    return 0;
}

int eval_get_async_next(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value iterator = async_next_iter(EVAL_OPERAND(pc->b));
    if (!iterator)
        return -1;
    eval_store(xf, pc->a, iterator);
    return 0;
}

int eval_is_async_end(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    bool ended = exc_given_matches(EVAL_OPERAND(pc->b), value_of(&exc_StopAsyncIteration));
    eval_store(xf, pc->a, value_bool(ended));
    return 0;
}

int eval_before_async_with(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    static const char message[] = "'%T' object does not support the asynchronous context manager protocol";
    static const char missed_exit[] = "'%T' object does not support the asynchronous context manager protocol (missed __aexit__ method)";
    (void)ts;
    xf->pc = pc;
    return eval_enter_context(xf, pc, name___aenter__, name___aexit__, message, missed_exit);
}
