/* xframe_policy.h: bump allocation, lazy materialization: the inlined path of the contract in interp/xframe.h.
 *
 * ExecFrames lie on a per-thread stack of chunks. The arguments of a plain call are already in the caller's temporaries, which become
 * the callee's first locals: a push writes the header, a pop drops the locals. XF_POLICY marks the first ExecFrame of a chunk.
 */
#ifndef XFRAME_POLICY_H
#define XFRAME_POLICY_H

#include "xframe_stack.h"

ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function);
ExecFrame *xframe_pop_slow(ThreadState *ts, ExecFrame *xf);
ExecFrame *xframe_pop_dying(ThreadState *ts, ExecFrame *xf, int64_t index);

static inline bool xframe_is_plain(const ExecFrame *xf) { return xf->link == 0; }

static inline ExecFrame *xframe_push(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    const Code *code = function->code;
    ExecFrame *xf = (ExecFrame *)((char *)window + code->locals_bytes);
    /* One unsigned compare refuses both a chunk that is full and a window that is not on the stack (a generator's). What a simple
     * function needs above xf is never more than the room left out of chunk_room. */
    if (unlikely((uintptr_t)xf - ts->xframes.stack.chunk_start >= ts->xframes.stack.chunk_room) || unlikely(--ts->recursion_left < 0))
        return xframe_push_slow(ts, caller, window, function);
    for (int64_t i = code->clear_from; unlikely(i < 0); i++) {
        ((Value *)xf)[i] = VALUE_NULL;
        __asm__("" : "+r"(i)); /* a few at most: no call of memset, no vectors */
    }
    xf->func = function;
    xf->previous = caller;
    xf->pc = code->instrs;
    xf->link = 0;
    ts->current = xf;
    XFRAME_STAT_DO(stats_pushed(xframe_stack_bytes(ts, xf)));
    xframe_stress_begun(ts, xf);
    return xf;
}

static inline ExecFrame *xframe_pop_plain(ThreadState *ts, ExecFrame *xf, const Instr *pc, int64_t first)
{
    (void)pc; /* nobody can see where a call without a FrameObject ended */
    Function *function = xf->func;
    for (int64_t i = first; likely_loop(i < 0); i++) {
        Value v = ((Value *)xf)[i];
        if (value_is_object(v) && v && unlikely(--value_object(v)->refs == 0))
            return xframe_pop_dying(ts, xf, i);
    }
    ExecFrame *previous = xf->previous;
    ts->current = previous;
    ts->recursion_left++;
    object_release(function);
    XFRAME_STAT_DO(stats_popped());
    return previous;
}

static inline ExecFrame *xframe_pop(ThreadState *ts, ExecFrame *xf)
{
    if (likely(xframe_is_plain(xf)))
        return xframe_pop_plain(ts, xf, xf->pc, -(int64_t)xf->func->code->local_count);
    return xframe_pop_slow(ts, xf);
}

static inline void xframe_note_extras(FrameObject *fobj) { (void)fobj; } /* an ExecFrame with a FrameObject is never plain */

/* ---- generators: the ExecFrame lies in Generator.storage, whose first Value is the Generator itself ---- */

static inline Generator *xframe_generator(ExecFrame *xf)
{
    return (Generator *)(uintptr_t)((Value *)xf)[-1 - xf->func->code->local_count];
}

static inline int xframe_resume(ThreadState *ts, ExecFrame *resumer, Generator *generator)
{
    if (unlikely(--ts->recursion_left < 0))
        return xframe_raise_recursion(ts);
    ExecFrame *xf = generator->xf;
    xf->previous = resumer;
    ts->current = xf;
    XFRAME_STAT(resumes);
    return 0;
}

static inline ExecFrame *xframe_suspend(ThreadState *ts, ExecFrame *xf)
{
    ExecFrame *resumer = xf->previous;
    xf->previous = NULL;
    if (unlikely(xf->link & XF_ENTRY))
        xf->link &= ~(uintptr_t)XF_ENTRY;
    ts->current = resumer;
    ts->recursion_left++;
    return resumer;
}

#endif
