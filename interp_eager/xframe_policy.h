/* xframe_policy.h: a FrameObject per call: the inlined path of the contract in interp/xframe.h.
 *
 * Every push takes a FrameObject from the heap, which holds locals, ExecFrame header and temporaries, fills it and links it to the
 * caller's (f_back, one reference); every pop releases it. As CPython 3.10 did, it comes from a free list, and the collector hears of
 * it only if it is still referenced when the call ends. XF_POLICY marks one that the program has seen. With EAGER_MALLOC
 * (make EAGER=malloc) it comes from malloc and goes back by free, at every call.
 */
#ifndef XFRAME_POLICY_H
#define XFRAME_POLICY_H

#include "xframe_object.h"

void xframe_free_memory(FrameObject *fobj);
/* A FrameObject with room for `slots`, fields zero, not tracked. NULL: raised. May run the collector. */
FrameObject *xframe_take(ThreadState *ts, uint32_t slots);

/* Free list of the smallest storage that holds `slots`. */
static inline uint32_t xframe_size_class(uint32_t slots) { return (slots - 1) / 8; }

static inline size_t xframe_fobj_bytes(const FrameObject *fobj) { return sizeof *fobj + fobj->storage_slots * sizeof(Value); }

/* The fields of a FrameObject about to be used; those not set here are zero in a free one. */
static inline ExecFrame *xframe_fill(ThreadState *ts, FrameObject *fobj, ExecFrame *caller, Function *function, uintptr_t flags)
{
    ExecFrame *xf = (ExecFrame *)(fobj->storage + function->code->local_count);
    fobj->xf = xf;
    FrameObject *back = NULL;
    if (likely(caller != NULL)) {
        back = xframe_fobj(caller);
        object_retain(back);
    }
    fobj->back = back;
    xf->func = function;
    xf->previous = caller;
    xf->pc = function->code->instrs;
    xf->link = (uintptr_t)fobj | flags;
    ts->current = xf;
    XFRAME_STAT(frameobjs_made);
    XFRAME_STAT_DO(stats_pushed(ts->xframes.live_bytes += xframe_fobj_bytes(fobj)));
    xframe_stress_begun(ts, xf);
    return xf;
}

/* The same for a plain call, whose arguments lie in the window. */
static inline ExecFrame *xframe_fill_simple(ThreadState *ts, FrameObject *fobj, ExecFrame *caller, Value *window, Function *function)
{
    const Code *code = function->code;
    int i = 0;
    for (; i < code->simple_args; i++) {
        fobj->storage[i] = window[1 + i];
        __asm__("" : "+r"(i)); /* a few at most: no call of memcpy or memset, no vectors */
    }
    for (; i < code->local_count; i++) {
        fobj->storage[i] = VALUE_NULL;
        __asm__("" : "+r"(i));
    }
    return xframe_fill(ts, fobj, caller, function, 0);
}

static inline void xframe_count_pop(ThreadState *ts, FrameObject *fobj)
{
    (void)ts, (void)fobj;
    XFRAME_STAT_DO(ts->xframes.live_bytes -= xframe_fobj_bytes(fobj));
    XFRAME_STAT_DO(stats_popped());
}

/* Give back the memory of a FrameObject without contents. */
static inline void xframe_recycle(ThreadState *ts, FrameObject *fobj)
{
    XFRAME_STAT(frameobjs_freed);
    XFRAME_STAT_DO(fobj->stats_site = 0);
#ifndef EAGER_MALLOC
    uint32_t size_class = xframe_size_class(fobj->storage_slots);
    if (likely(size_class < XFRAME_SIZE_CLASSES && ts->xframes.room[size_class] > 0) && !STRESS(chunk)) {
        ts->xframes.room[size_class]--;
        fobj->back = ts->xframes.free[size_class];
        ts->xframes.free[size_class] = fobj;
        return;
    }
#else
    (void)ts;
#endif
    xframe_free_memory(fobj);
}

#ifdef EAGER_MALLOC

ExecFrame *xframe_push_failed(ThreadState *ts, Value *window, int nargs);

static inline ExecFrame *xframe_push(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    const Code *code = function->code;
    if (unlikely(ts->recursion_left <= 0))
        return xframe_push_slow(ts, caller, window, function);
    ts->recursion_left--;
    FrameObject *fobj = xframe_take(ts, (uint32_t)code->frame_slots);
    if (unlikely(!fobj))
        return xframe_push_failed(ts, window, code->simple_args);
    return xframe_fill_simple(ts, fobj, caller, window, function);
}

#else

static inline ExecFrame *xframe_push(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    uint32_t size_class = xframe_size_class((uint32_t)function->code->frame_slots);
    FrameObject *fobj;
    if (likely(size_class < XFRAME_SIZE_CLASSES) && !STRESS(chunk) && likely((fobj = ts->xframes.free[size_class]) != NULL) && likely(ts->recursion_left > 0)) {
        ts->recursion_left--;
        ts->xframes.free[size_class] = fobj->back;
        ts->xframes.room[size_class]++;
        XFRAME_STAT(freelist_hits);
        return xframe_fill_simple(ts, fobj, caller, window, function);
    }
    return xframe_push_slow(ts, caller, window, function);
}

#endif

/* XF_POLICY: the pop must release extras. */
static inline void xframe_note_extras(FrameObject *fobj)
{
    if (fobj->state == FOBJ_LIVE)
        fobj->xf->link |= XF_POLICY;
}

#endif
