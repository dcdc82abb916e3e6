/* xframe_policy.c: making, recycling and letting go of FrameObjects: what the inlined path of xframe_policy.h leaves out. */
#include "exceptions.h"
#include "frameobj.h"
#include "gc.h"
#include "mem.h"
#include "xframe.h"

#ifdef INTERP_STATS
#ifdef EAGER_MALLOC
const char xframe_policy_name[] = "malloc";
#else
const char xframe_policy_name[] = "freelist";
#endif

uint64_t xframe_frameobjs_expected(uint64_t materializations)
{
    (void)materializations;
    return stats_counters.pushes + stats_counters.generators;
}

/* Counts where a FrameObject is asked for first, though it was there all the time. */
static void note_asked(ThreadState *ts, ExecFrame *xf, XFrameCause cause)
{
    FrameObject *fobj = xframe_fobj(xf);
    if (!fobj || fobj->stats_site)
        return;
    stats_cause = (int)cause;
    stats_materialized(ts, xf, fobj);
}
#endif

int xframe_thread_init(ThreadState *ts)
{
    memset(&ts->xframes, 0, sizeof ts->xframes);
    for (int i = 0; i < XFRAME_SIZE_CLASSES; i++)
        ts->xframes.room[i] = XFRAME_FREE_MAX;
    return 0;
}

void xframe_thread_fini(ThreadState *ts)
{
    for (int i = 0; i < XFRAME_SIZE_CLASSES; i++) {
        while (ts->xframes.free[i]) {
            FrameObject *fobj = ts->xframes.free[i];
            ts->xframes.free[i] = fobj->back;
            xframe_free_memory(fobj);
        }
        ts->xframes.room[i] = 0;
    }
}

#ifdef EAGER_MALLOC

/* Straight from the C library: the lists by size of mem.c would be a free list under another name. The collector counts it like any object. */
FrameObject *xframe_take(ThreadState *ts, uint32_t slots)
{
    (void)ts;
    size_t bytes = sizeof(GcHead) + sizeof(FrameObject) + slots * sizeof(Value);
    if (unlikely(++gc_young_count > gc_young_threshold))
        gc_maybe_collect();
    GcHead *head = mem_alloc_raw(bytes);
    if (unlikely(!head)) {
        raise_no_memory();
        return NULL;
    }
    head->next = head->prev = NULL;
    FrameObject *fobj = (FrameObject *)(head + 1);
    fobj->head = (Object){.refs = 1, .type = &type_frame};
    frameobj_init(fobj, NULL, slots);
    XFRAME_STAT(freelist_misses);
    XFRAME_STAT_DO(stats_object_made(&type_frame, bytes));
    return fobj;
}

void xframe_free_memory(FrameObject *fobj)
{
    XFRAME_STAT_DO(stats_object_freed(&type_frame, sizeof(GcHead) + xframe_fobj_bytes(fobj)));
    gc_untrack(fobj);
    if (gc_young_count > 0)
        gc_young_count--;
    mem_free_raw(gc_head(fobj));
}

#else

FrameObject *xframe_take(ThreadState *ts, uint32_t slots)
{
    uint32_t size_class = xframe_size_class(slots);
    if (size_class < XFRAME_SIZE_CLASSES) {
        FrameObject *fobj = ts->xframes.free[size_class];
        if (fobj) {
            ts->xframes.free[size_class] = fobj->back;
            ts->xframes.room[size_class]++;
            XFRAME_STAT(freelist_hits);
            return fobj;
        }
        slots = (size_class + 1) * 8;
    }
    FrameObject *fobj = object_alloc(&type_frame, sizeof(FrameObject) + slots * sizeof(Value));
    if (!fobj)
        return NULL;
    frameobj_init(fobj, NULL, slots);
    XFRAME_STAT(freelist_misses);
    return fobj;
}

void xframe_free_memory(FrameObject *fobj) { object_free(fobj, xframe_fobj_bytes(fobj)); }

#endif

ExecFrame *xframe_push_partial(ThreadState *ts, ExecFrame *caller, Value *window, int nargs, Function *function)
{
    const Code *code = function->code;
    FrameObject *fobj = NULL;
    if (--ts->recursion_left < 0)
        xframe_raise_recursion(ts);
    else if (!(fobj = xframe_take(ts, (uint32_t)code->frame_slots)))
        ts->recursion_left++;
    if (!fobj) {
        xframe_release_window(window, nargs);
        return NULL;
    }
    memcpy(fobj->storage, window + 1, (size_t)nargs * sizeof(Value));
    for (int i = nargs; i < code->local_count; i++)
        fobj->storage[i] = VALUE_NULL;
    return xframe_fill(ts, fobj, caller, function, 0);
}

#ifdef EAGER_MALLOC
ExecFrame *xframe_push_failed(ThreadState *ts, Value *window, int nargs)
{
    ts->recursion_left++;
    xframe_release_window(window, nargs);
    return NULL;
}
#endif

ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    return xframe_push_partial(ts, caller, window, function->code->argcount, function);
}

ExecFrame *xframe_push_empty(ThreadState *ts, Function *function_steal)
{
    FrameObject *fobj = NULL;
    if (--ts->recursion_left < 0)
        xframe_raise_recursion(ts);
    else if (!(fobj = xframe_take(ts, (uint32_t)function_steal->code->frame_slots)))
        ts->recursion_left++;
    if (!fobj) {
        object_release(function_steal);
        return NULL;
    }
    for (int i = 0; i < function_steal->code->local_count; i++)
        fobj->storage[i] = VALUE_NULL;
    return xframe_fill(ts, fobj, ts->current, function_steal, 0);
}

/* ---- pop ---- */

/* The program may leave things in it (f_trace, a snapshot of the locals): its pop looks. */
static void may_escape(FrameObject *fobj)
{
    if (fobj && fobj->state == FOBJ_LIVE)
        fobj->xf->link |= XF_POLICY;
}

/* The call ended, its FrameObject is still referenced: it keeps what it holds and becomes an object like others. */
static XFRAME_OUT_OF_LINE void detach(ExecFrame *xf, FrameObject *fobj)
{
    fobj->state = FOBJ_DETACHED;
    fobj->generator = NULL;
    xf->link = 0;
    xf->previous = NULL;
    XFRAME_STAT_DO(stats_detached(fobj, 0));
    XFRAME_STAT_DO(fobj->back ? note_asked(thread_current, fobj->back->xf, XF_FOR_CHAIN) : (void)0);
    may_escape(fobj->back);
    if (!gc_is_tracked(fobj))
        gc_track(fobj);
    object_release(fobj);
}

/* Drops or detaches what xf holds, and its memory. `next` is current before the locals go: that is what their finalizers see. */
static void contents_end(ThreadState *ts, ExecFrame *xf, ExecFrame *next)
{
    FrameObject *fobj = xframe_fobj(xf);
    ts->current = next;
    if (STRESS(detach))
        object_retain(fobj);
    if (fobj->head.refs > 1) {
        detach(xf, fobj);
        if (STRESS(detach))
            object_release(fobj);
        return;
    }
    Function *function = xf->func;
    FrameObject *back = fobj->back;
    frameobj_release_extras(fobj);
    fobj->trace_lines = true;
    fobj->trace_opcodes = false;
    for (Value *local = fobj->storage; local < (Value *)xf; local++)
        value_release_null(*local);
    fobj->generator = NULL;
    xframe_recycle(ts, fobj);
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
    ExecFrame *previous = xf->previous;
    Function *function = xf->func;
    FrameObject *fobj = (FrameObject *)xf->link, *back = fobj->back;
    ts->current = previous;
    ts->recursion_left++;
    xframe_count_pop(ts, fobj);
    object_dealloc(value_object(*local));
    for (local++; local < (Value *)xf; local++)
        value_release_null(*local);
    xframe_recycle(ts, fobj);
    object_release(back);
    object_release(function);
    return previous;
}

/* ---- FrameObjects ---- */

XFRAME_OUT_OF_LINE FrameObject *xframe_materialize(ThreadState *ts, ExecFrame *xf)
{
    (void)ts;
    XFRAME_STAT(asked);
    may_escape(xframe_fobj(xf));
    XFRAME_STAT_DO(note_asked(ts, xf, (XFrameCause)stats_cause));
    return xframe_fobj(xf);
}

FrameObject *xframe_back(ThreadState *ts, FrameObject *fobj)
{
    (void)ts;
    XFRAME_STAT_DO(fobj->back ? note_asked(ts, fobj->back->xf, XF_FOR_BACK) : (void)0);
    may_escape(fobj->back);
    return fobj->back;
}

/* One that had outlived its call: contents and `back` are gone already. It can serve again like any other. */
void xframe_frameobj_dealloc(FrameObject *fobj)
{
    frameobj_init(fobj, NULL, fobj->storage_slots);
    fobj->head.refs = 1;
    fobj->head.flags = 0;
    xframe_recycle(thread_current, fobj);
}

/* ---- generators ---- */

Generator *xframe_new_generator(ThreadState *ts, Type *type, Function *function_steal)
{
    const Code *code = function_steal->code;
    FrameObject *fobj = NULL;
    Generator *generator = object_alloc_zeroed(type, sizeof(Generator));
    if (generator && !(fobj = xframe_take(ts, (uint32_t)code->frame_slots))) {
        object_free(generator, sizeof(Generator));
        generator = NULL;
    }
    if (!generator) {
        object_release(function_steal);
        return NULL;
    }
    ExecFrame *xf = (ExecFrame *)(fobj->storage + code->local_count);
    for (Value *local = fobj->storage; local < (Value *)xf; local++)
        *local = VALUE_NULL;
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
