/* xframe_policy.h: ExecFrames on the thread's stack, and a FrameObject per call: the inlined path of the contract in interp/xframe.h.
 *
 * Arguments become locals in place, as in the policy without a FrameObject; but every push also takes a FrameObject from the free list,
 * points it at the ExecFrame and links it to the caller's (f_back, one reference), and every pop releases it. This is CPython just before
 * PR #27077. FrameObjects are all of one size: what one needs to outlive its call is memory of its own (xframe_own), had when it is asked for.
 * XF_POLICY marks the first ExecFrame of a chunk, and those whose FrameObject has such memory.
 */
#ifndef XFRAME_POLICY_H
#define XFRAME_POLICY_H

#include "xframe_stack.h"

ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function);
ExecFrame *xframe_pop_slow(ThreadState *ts, ExecFrame *xf);
ExecFrame *xframe_pop_dying(ThreadState *ts, ExecFrame *xf, int64_t index);
void xframe_free_memory(FrameObject *fobj);

/* FrameObject.storage here: [0] the memory of its own (NULL: none yet), [1] the Values it has room for. */
enum { XFRAME_FOBJ_SLOTS = 2 };

static inline Value *xframe_own(const FrameObject *fobj) { return (Value *)(uintptr_t)fobj->storage[0]; }

static inline bool xframe_is_plain(const ExecFrame *xf) { return (xf->link & XF_FLAGS) == 0; }

/* Of a FrameObject about to be used; all else is zero in a free one. */
static inline ExecFrame *xframe_fill(ThreadState *ts, FrameObject *fobj, ExecFrame *xf, Function *function, FrameObject *back_steal, uintptr_t flags)
{
    fobj->xf = xf;
    fobj->back = back_steal;
    xf->func = function;
    xf->previous = ts->current;
    xf->pc = function->code->instrs;
    xf->link = (uintptr_t)fobj | flags;
    ts->current = xf;
    XFRAME_STAT(frameobjs_made);
    XFRAME_STAT_DO(stats_pushed(xframe_stack_bytes(ts, xf)));
    xframe_stress_begun(ts, xf);
    return xf;
}

/* Give back a FrameObject without contents and without memory of its own. */
static inline void xframe_recycle(ThreadState *ts, FrameObject *fobj)
{
    XFRAME_STAT(frameobjs_freed);
    XFRAME_STAT_DO(fobj->stats_site = 0);
    if (likely(ts->xframes.room > 0) && !STRESS(chunk)) {
        ts->xframes.room--;
        fobj->back = ts->xframes.free;
        ts->xframes.free = fobj;
        return;
    }
    xframe_free_memory(fobj);
}

static inline ExecFrame *xframe_push(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    const Code *code = function->code;
    ExecFrame *xf = (ExecFrame *)((char *)window + code->locals_bytes);
    FrameObject *fobj = ts->xframes.free;
    /* The compare refuses a chunk that is full and a window that is not on the stack. */
    if (unlikely((uintptr_t)xf - ts->xframes.stack.chunk_start >= ts->xframes.stack.chunk_room) || unlikely(!fobj) ||
        unlikely(ts->recursion_left <= 0))
        return xframe_push_slow(ts, caller, window, function);
    ts->recursion_left--;
    ts->xframes.free = fobj->back;
    ts->xframes.room++;
    XFRAME_STAT(freelist_hits);
    for (int64_t i = code->clear_from; unlikely(i < 0); i++) {
        ((Value *)xf)[i] = VALUE_NULL;
        __asm__("" : "+r"(i)); /* a few at most: no call of memset, no vectors */
    }
    FrameObject *back = xframe_fobj(caller);
    object_retain(back);
    return xframe_fill(ts, fobj, xf, function, back, 0);
}

static inline ExecFrame *xframe_pop_plain(ThreadState *ts, ExecFrame *xf, const Instr *pc, int64_t first)
{
    Function *function = xf->func;
    FrameObject *fobj = (FrameObject *)xf->link;
    if (unlikely(fobj->head.refs != 1)) {
        xf->pc = pc;
        return xframe_pop_slow(ts, xf);
    }
    for (int64_t i = first; likely_loop(i < 0); i++) {
        Value v = ((Value *)xf)[i];
        if (value_is_object(v) && v && unlikely(--value_object(v)->refs == 0))
            return xframe_pop_dying(ts, xf, i);
    }
    ExecFrame *previous = xf->previous;
    ts->current = previous;
    ts->recursion_left++;
    XFRAME_STAT_DO(stats_popped());
    fobj->back->head.refs--; /* the caller's, which holds one itself: a plain ExecFrame has a caller */
    xframe_recycle(ts, fobj);
    object_release(function);
    return previous;
}

static inline ExecFrame *xframe_pop(ThreadState *ts, ExecFrame *xf)
{
    if (likely(xframe_is_plain(xf)))
        return xframe_pop_plain(ts, xf, xf->pc, -(int64_t)xf->func->code->local_count);
    return xframe_pop_slow(ts, xf);
}

/* What has extras was asked for, and has XF_POLICY from then on (xframe_materialize). */
static inline void xframe_note_extras(FrameObject *fobj) { (void)fobj; }

/* ---- generators: the Generator owns a FrameObject, in whose own memory the ExecFrame lies ---- */

static inline Generator *xframe_generator(ExecFrame *xf) { return xframe_fobj(xf)->generator; }

static inline int xframe_resume(ThreadState *ts, ExecFrame *resumer, Generator *generator)
{
    if (unlikely(--ts->recursion_left < 0))
        return xframe_raise_recursion(ts);
    ExecFrame *xf = generator->xf;
    FrameObject *back = NULL;
    if (likely(resumer != NULL)) {
        back = xframe_fobj(resumer);
        object_retain(back);
    }
    xframe_fobj(xf)->back = back;
    xf->previous = resumer;
    ts->current = xf;
    XFRAME_STAT(resumes);
    return 0;
}

static inline ExecFrame *xframe_suspend(ThreadState *ts, ExecFrame *xf)
{
    ExecFrame *resumer = xf->previous;
    FrameObject *fobj = xframe_fobj(xf);
    xf->previous = NULL;
    if (unlikely(xf->link & XF_ENTRY))
        xf->link &= ~(uintptr_t)XF_ENTRY;
    ts->current = resumer;
    ts->recursion_left++;
    if (likely(fobj->back != NULL))
        fobj->back->head.refs--;
    fobj->back = NULL;
    return resumer;
}

#endif
