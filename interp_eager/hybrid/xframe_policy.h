/* xframe_policy.h: ExecFrames on the thread's stack, and a FrameObject per call: the inlined path of the contract in interp/xframe.h.
 *
 * Arguments become locals in place, as in the policy without a FrameObject; but every push also takes a FrameObject from the free list,
 * points it at the ExecFrame and links it to the caller's (f_back, one reference), and every pop releases it. This is CPython just before
 * PR #27077. FrameObjects are all of one size: what one needs to outlive its call is memory of its own (xframe_own), had when it is asked for.
 * XF_POLICY marks the first ExecFrame of a chunk, and those whose FrameObject has such memory.
 */
#ifndef XFRAME_POLICY_H
#define XFRAME_POLICY_H

#include "../xframe_object.h"
#include "xframe_stack.h"

void xframe_free_memory(FrameObject *fobj);

/* FrameObject.storage here: [0] the memory of its own (NULL: none yet), [1] the Values it has room for. */
enum { XFRAME_FOBJ_SLOTS = 2 };

static inline Value *xframe_own(const FrameObject *fobj) { return (Value *)(uintptr_t)fobj->storage[0]; }

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

static inline void xframe_count_pop(ThreadState *ts, FrameObject *fobj)
{
    (void)ts, (void)fobj;
    XFRAME_STAT_DO(stats_popped());
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

/* What has extras was asked for, and has XF_POLICY from then on (xframe_materialize). */
static inline void xframe_note_extras(FrameObject *fobj) { (void)fobj; }

#endif
