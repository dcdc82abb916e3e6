/* xframe_policy.h: a FrameObject per call: the inlined path of the contract in interp/xframe.h.
 *
 * Every push takes a FrameObject from the heap, which holds locals, ExecFrame header and temporaries, fills it and links it to the
 * caller's (f_back, one reference); every pop releases it. As CPython 3.10 did, it comes from a free list, and the collector hears of
 * it only if it is still referenced when the call ends. XF_POLICY marks one that the program has seen. With EAGER_MALLOC
 * (make EAGER=malloc) it comes from malloc and goes back by free, at every call.
 */
#ifndef XFRAME_POLICY_H
#define XFRAME_POLICY_H


ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function);
ExecFrame *xframe_pop_slow(ThreadState *ts, ExecFrame *xf);
ExecFrame *xframe_pop_dying(ThreadState *ts, ExecFrame *xf, int64_t index);
void xframe_free_memory(FrameObject *fobj);
/* A FrameObject with room for `slots`, fields zero, not tracked. NULL: raised. May run the collector. */
FrameObject *xframe_take(ThreadState *ts, uint32_t slots);

static inline bool xframe_is_plain(const ExecFrame *xf) { return (xf->link & XF_FLAGS) == 0; }

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
    XFRAME_STAT_DO(ts->xframes.live_bytes -= xframe_fobj_bytes(fobj));
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

/* XF_POLICY: the pop must release extras. */
static inline void xframe_note_extras(FrameObject *fobj)
{
    if (fobj->state == FOBJ_LIVE)
        fobj->xf->link |= XF_POLICY;
}

/* ---- generators: the Generator owns a FrameObject ---- */

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
