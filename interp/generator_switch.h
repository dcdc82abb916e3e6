/* generator_switch.h: entering and leaving a generator's ExecFrame by switching the current one, for the eval loop and for generator.c. */
#ifndef INTERP_GENERATOR_SWITCH_H
#define INTERP_GENERATOR_SWITCH_H

#include "generator.h"
#include "xframe.h"

/* It runs: its exception state is the thread's. */
static inline void generator_link(ThreadState *ts, Generator *generator)
{
    generator->exc.previous = ts->exc_info;
    ts->exc_info = &generator->exc;
    generator->state = GEN_RUNNING;
}

/* The generator whose ExecFrame is current. */
static inline Generator *generator_running(const ThreadState *ts)
{
    return (Generator *)((char *)ts->exc_info - offsetof(Generator, exc));
}

/* After xframe_resume: `sent` (consumed) becomes the value of the YIELD it stands at. Returns the ExecFrame to enter. */
static inline ExecFrame *generator_enter(ThreadState *ts, Generator *generator, Value sent)
{
    ExecFrame *xf = generator->xf;
    const Instr *pc = xf->pc;
    if (likely(generator->state == GEN_SUSPENDED)) {
        Value *slot = (Value *)xf + pc->a;
        if (likely(pc->op == OP_YIELD)) {
            xf->pc = pc + 1;
            if (pc->a >= 0)
                *slot = sent;
            else
                value_set_steal(slot, sent);
        } else {
            slot[1] = sent; /* YIELD_FROM runs again */
        }
    }
    generator_link(ts, generator);
    return xf;
}

/* The running generator, whose ExecFrame is xf, yields or ends. Returns the resumer. (That it does not take generator->xf matters: the way to
 * the resumer's next instruction would lead over the generator, which a policy may find by several loads, one after the other.) */
static inline ExecFrame *generator_leave(ThreadState *ts, ExecFrame *xf, Generator *generator, int state)
{
    generator->state = (uint8_t)state;
    ts->exc_info = generator->exc.previous;
    generator->exc.previous = NULL;
    return state == GEN_SUSPENDED ? xframe_suspend(ts, xf) : xframe_finish_generator(ts, generator);
}

#endif
