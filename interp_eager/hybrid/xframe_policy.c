/* xframe_policy.c: FrameObjects, their own memory, and what the inlined path of xframe_policy.h leaves out. */
#include "exceptions.h"
#include "frameobj.h"
#include "gc.h"
#include "mem.h"
#include "xframe.h"

#include <alloca.h>

static size_t fobj_bytes(void) { return sizeof(FrameObject) + XFRAME_FOBJ_SLOTS * sizeof(Value); }
void xframe_free_memory(FrameObject *fobj) { object_free(fobj, fobj_bytes()); }

int xframe_thread_init(ThreadState *ts)
{
    ts->xframes.free = NULL;
    ts->xframes.room = XFRAME_FREE_MAX;
    return xframe_stack_init(ts);
}

void xframe_thread_fini(ThreadState *ts)
{
    while (ts->xframes.free) {
        FrameObject *fobj = ts->xframes.free;
        ts->xframes.free = fobj->back;
        xframe_free_memory(fobj);
    }
    ts->xframes.room = 0;
    xframe_stack_fini(ts);
}

/* A FrameObject with refs 1, not tracked, all else zero. */
static FrameObject *fobj_take(ThreadState *ts)
{
    FrameObject *fobj = ts->xframes.free;
    if (fobj) {
        ts->xframes.free = fobj->back;
        ts->xframes.room++;
        XFRAME_STAT(freelist_hits);
        return fobj;
    }
    fobj = object_alloc(&type_frame, fobj_bytes());
    if (!fobj)
        return NULL;
    frameobj_init(fobj, NULL, XFRAME_FOBJ_SLOTS);
    fobj->storage[0] = fobj->storage[1] = 0;
    XFRAME_STAT(freelist_misses);
    return fobj;
}

/* ---- memory of its own ---- */

/* Room for `slots` Values. False: no memory, nothing raised. */
static bool own_reserve(FrameObject *fobj, size_t slots)
{
    Value *own = mem_alloc(slots * sizeof(Value));
    fobj->storage[0] = (Value)(uintptr_t)own;
    fobj->storage[1] = slots;
    return own != NULL;
}

static void own_free(FrameObject *fobj)
{
    if (xframe_own(fobj))
        mem_free(xframe_own(fobj), fobj->storage[1] * sizeof(Value));
    fobj->storage[0] = fobj->storage[1] = 0;
}

/* From now on the object could outlive its call. False: no memory, nothing raised. */
static bool may_escape(FrameObject *fobj)
{
    if (xframe_own(fobj))
        return true;
    if (!own_reserve(fobj, (size_t)fobj->xf->func->code->local_count + XFRAME_SLOTS))
        return false;
    fobj->xf->link |= XF_POLICY;
    return true;
}

static void stack_leave_if_first(ThreadState *ts, ExecFrame *xf)
{
    if (xf->link & XF_POLICY && xframe_stack_is_first(ts, xframe_locals(xf)))
        xframe_stack_leave(ts);
}

/* ---- push ---- */

static void locals_clear(Value *from, Value *to)
{
    for (; from < to; from++)
        *from = VALUE_NULL;
}

/* Room and a FrameObject for a call, counted against the recursion limit. NULL: raised. */
static ExecFrame *call_begin_slow(ThreadState *ts, const Code *code, FrameObject **fobj, uintptr_t *flags)
{
    if (--ts->recursion_left < 0) {
        xframe_raise_recursion(ts);
        return NULL;
    }
    *fobj = fobj_take(ts); /* first: it may run the collector, whose finalizers use the stack */
    Value *base = *fobj ? xframe_stack_reserve(ts, ts->current, (uint32_t)code->frame_slots, flags) : NULL;
    if (base)
        return (ExecFrame *)(base + code->local_count);
    ts->recursion_left++;
    if (*fobj) {
        XFRAME_STAT(frameobjs_made);
        xframe_recycle(ts, *fobj);
    }
    return NULL;
}

/* The caller's FrameObject, retained; NULL without a caller. */
static FrameObject *back_of(ExecFrame *caller)
{
    if (!caller)
        return NULL;
    FrameObject *back = xframe_fobj(caller);
    object_retain(back);
    return back;
}

ExecFrame *xframe_push_partial(ThreadState *ts, ExecFrame *caller, Value *window, int nargs, Function *function)
{
    const Code *code = function->code;
    FrameObject *fobj;
    uintptr_t flags;
    ExecFrame *xf = call_begin_slow(ts, code, &fobj, &flags);
    if (!xf) {
        xframe_release_window(window, nargs);
        return NULL;
    }
    Value *locals = (Value *)xf - code->local_count;
    memmove(locals, window + 1, (size_t)nargs * sizeof(Value));
    locals_clear(locals + nargs, (Value *)xf);
    return xframe_fill(ts, fobj, xf, function, back_of(caller), flags);
}

ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    return xframe_push_partial(ts, caller, window, function->code->argcount, function);
}

ExecFrame *xframe_push_empty(ThreadState *ts, Function *function_steal)
{
    const Code *code = function_steal->code;
    FrameObject *fobj;
    uintptr_t flags;
    ExecFrame *xf = call_begin_slow(ts, code, &fobj, &flags);
    if (!xf) {
        object_release(function_steal);
        return NULL;
    }
    locals_clear((Value *)xf - code->local_count, (Value *)xf);
    return xframe_fill(ts, fobj, xf, function_steal, back_of(ts->current), flags);
}

/* ---- pop ---- */

/* Counts where a FrameObject is asked for first, though it was there all the time. */
static void note_asked(ThreadState *ts, FrameObject *fobj, XFrameCause cause)
{
    (void)ts, (void)fobj, (void)cause;
#ifdef INTERP_STATS
    if (fobj->stats_site)
        return;
    stats_cause = (int)cause;
    stats_materialized(ts, fobj->xf, fobj);
#endif
}

/* The call ended, its FrameObject is still referenced: it takes locals and header into its own memory (a generator's are there) and becomes an
 * object like others. The caller's will outlive its call, too. */
static XFRAME_OUT_OF_LINE void detach(ThreadState *ts, ExecFrame *xf, FrameObject *fobj)
{
    const Code *code = xf->func->code;
    size_t bytes = ((size_t)code->local_count + XFRAME_SLOTS) * sizeof(Value);
    ExecFrame *own = (ExecFrame *)(xframe_own(fobj) + code->local_count);
    if (own != xf)
        memcpy(xframe_own(fobj), (Value *)xf - code->local_count, bytes);
    XFRAME_STAT_DO(stats_detached(fobj, own != xf ? bytes : 0));
    if (own != xf)
        stack_leave_if_first(ts, xf);
    own->link = 0;
    own->previous = NULL;
    fobj->xf = own;
    fobj->state = FOBJ_DETACHED;
    fobj->generator = NULL;
    FrameObject *back = fobj->back;
    if (back && !may_escape(back)) { /* no memory: the chain ends here, as in CPython */
        fobj->back = NULL;
        object_release(back);
    } else if (back) {
        note_asked(ts, back, XF_FOR_CHAIN);
    }
    if (!gc_is_tracked(fobj))
        gc_track(fobj);
    object_release(fobj);
}

/* Drops or detaches what xf holds, and its memory. What a finalizer sees when the last reference goes is the caller, `next`; and its own
 * ExecFrames may lie where the dying one was: so the contents are moved out first. */
static void contents_end(ThreadState *ts, ExecFrame *xf, ExecFrame *next)
{
    FrameObject *fobj = xframe_fobj(xf);
    ts->current = next;
    if (STRESS(detach))
        object_retain(fobj);
    if (fobj->head.refs > 1) {
        detach(ts, xf, fobj);
        if (STRESS(detach))
            object_release(fobj);
        return;
    }
    int count = xf->func->code->local_count;
    Value *locals = alloca(((size_t)count + 1) * sizeof(Value));
    memcpy(locals, xframe_locals(xf), (size_t)count * sizeof(Value));
    Function *function = xf->func;
    FrameObject *back = fobj->back;
    stack_leave_if_first(ts, xf);
    Value snapshot = fobj->locals_dict, trace = fobj->trace;
    if (gc_is_tracked(fobj))
        gc_untrack(fobj);
    own_free(fobj);
    frameobj_init(fobj, NULL, XFRAME_FOBJ_SLOTS);
    xframe_recycle(ts, fobj);
    value_release_null(snapshot);
    value_release_null(trace);
    for (int i = 0; i < count; i++)
        value_release_null(locals[i]);
    object_release_null(back);
    object_release(function);
}

ExecFrame *xframe_pop_slow(ThreadState *ts, ExecFrame *xf)
{
    ExecFrame *previous = xf->previous;
    ts->recursion_left++;
    xframe_count_pop(ts, xframe_fobj(xf));
    contents_end(ts, xf, previous);
    return previous;
}

/* A plain pop dropped the last reference to what the local X[index] held, and has released the locals before it. */
ExecFrame *xframe_pop_dying(ThreadState *ts, ExecFrame *xf, int64_t index)
{
    Value *local = (Value *)xf + index;
    for (Value *done = xframe_locals(xf); done < local; done++)
        *done = VALUE_NULL;
    value_object(*local)->refs = 1;
    return xframe_pop_slow(ts, xf);
}

/* ---- FrameObjects ---- */

XFRAME_OUT_OF_LINE FrameObject *xframe_materialize(ThreadState *ts, ExecFrame *xf)
{
    XFRAME_STAT(asked);
    FrameObject *fobj = xframe_fobj(xf);
    if (unlikely(!may_escape(fobj))) {
        raise_no_memory();
        return NULL;
    }
    (void)ts;
    XFRAME_STAT_DO(note_asked(ts, fobj, (XFrameCause)stats_cause));
    return fobj;
}

FrameObject *xframe_back(ThreadState *ts, FrameObject *fobj)
{
    FrameObject *back = fobj->back;
    return back && back->state == FOBJ_LIVE ? xframe_materialize_for(ts, back->xf, XF_FOR_BACK) : back;
}

/* One that had outlived its call: contents and `back` are gone already. It can serve again like any other. */
void xframe_frameobj_dealloc(FrameObject *fobj)
{
    own_free(fobj);
    frameobj_init(fobj, NULL, XFRAME_FOBJ_SLOTS);
    fobj->head.refs = 1;
    fobj->head.flags = 0;
    xframe_recycle(thread_current, fobj);
}

/* ---- generators ---- */

Generator *xframe_new_generator(ThreadState *ts, Type *type, Function *function_steal)
{
    const Code *code = function_steal->code;
    Generator *generator = object_alloc_zeroed(type, sizeof(Generator));
    FrameObject *fobj = generator ? fobj_take(ts) : NULL;
    if (!fobj || !own_reserve(fobj, (size_t)code->frame_slots)) {
        if (fobj) {
            XFRAME_STAT(frameobjs_made);
            xframe_recycle(ts, fobj);
            raise_no_memory();
        }
        if (generator)
            object_free(generator, sizeof(Generator));
        object_release(function_steal);
        return NULL;
    }
    Value *locals = xframe_own(fobj);
    ExecFrame *xf = (ExecFrame *)(locals + code->local_count);
    locals_clear(locals, (Value *)xf);
    fobj->xf = xf;
    fobj->back = NULL;
    fobj->generator = generator;
    xf->func = function_steal;
    xf->previous = NULL;
    xf->pc = code->instrs;
    xf->link = (uintptr_t)fobj | XF_GENERATOR;
    generator->xf = xf;
    XFRAME_STAT(frameobjs_made);
    XFRAME_STAT(generators);
    xframe_stress_begun(ts, xf);
    return generator;
}

ExecFrame *xframe_finish_generator(ThreadState *ts, Generator *generator)
{
    ExecFrame *xf = generator->xf, *previous = xf->previous;
    object_release_null(xframe_fobj(xf)->back); /* f_back of a finished generator is None */
    xframe_fobj(xf)->back = NULL;
    generator->xf = NULL;
    ts->recursion_left++;
    XFRAME_STAT(generator_ends);
    contents_end(ts, xf, previous);
    return previous;
}

void xframe_drop_generator(Generator *generator)
{
    ThreadState *ts = thread_current;
    ExecFrame *xf = generator->xf;
    generator->xf = NULL;
    XFRAME_STAT(generator_ends);
    contents_end(ts, xf, ts->current);
}

void xframe_free_generator(Generator *generator) { object_free(generator, sizeof(Generator)); }

#ifdef INTERP_STATS
const char xframe_policy_name[] = "hybrid";

uint64_t xframe_frameobjs_expected(uint64_t materializations)
{
    (void)materializations;
    return stats_counters.pushes + stats_counters.generators;
}
#endif
