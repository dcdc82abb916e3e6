/* xframe_object.h: what the policies with a FrameObject per call inline alike: the end of a call, and a generator's resume and suspend. Where the
 * ExecFrame lies makes no difference here. Each of them gives xframe_recycle and xframe_count_pop.
 */
#ifndef XFRAME_OBJECT_H
#define XFRAME_OBJECT_H

ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function);
ExecFrame *xframe_pop_slow(ThreadState *ts, ExecFrame *xf);
ExecFrame *xframe_pop_dying(ThreadState *ts, ExecFrame *xf, int64_t index);

/* Takes back a FrameObject that nothing refers to, without contents. */
static inline void xframe_recycle(ThreadState *ts, FrameObject *fobj);
static inline void xframe_count_pop(ThreadState *ts, FrameObject *fobj);

static inline bool xframe_is_plain(const ExecFrame *xf) { return (xf->link & XF_FLAGS) == 0; }

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
    xframe_count_pop(ts, fobj);
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
