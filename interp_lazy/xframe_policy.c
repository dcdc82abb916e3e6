/* xframe_policy.c: the frame stack's chunks, materializing and detaching: what the inlined path of xframe_policy.h leaves out. */
#include <alloca.h>

#include "exceptions.h"
#include "frameobj.h"
#include "gc.h"
#include "mem.h"
#include "xframe.h"

int xframe_thread_init(ThreadState *ts) { return xframe_stack_init(ts); }
void xframe_thread_fini(ThreadState *ts) { xframe_stack_fini(ts); }

#ifdef INTERP_STATS
const char xframe_policy_name[] = "lazy";

uint64_t xframe_frameobjs_expected(uint64_t materializations) { return materializations; }
#endif

static ExecFrame *header_fill(ThreadState *ts, ExecFrame *xf, Function *function, uintptr_t flags)
{
    xf->func = function;
    xf->previous = ts->current;
    xf->pc = function->code->instrs;
    xf->link = flags;
    ts->current = xf;
    XFRAME_STAT_DO(stats_pushed(xframe_stack_bytes(ts, xf)));
    xframe_stress_begun(ts, xf);
    return xf;
}

/* On top of the stack, wherever the window is; `nargs` arguments and the function are in the window. The call is counted already. */
static ExecFrame *push_copy(ThreadState *ts, ExecFrame *caller, Value *window, int nargs, Function *function)
{
    const Code *code = function->code;
    uintptr_t flags;
    Value *base = xframe_stack_reserve(ts, caller, (uint32_t)code->frame_slots, &flags);
    if (!base) {
        ts->recursion_left++;
        return NULL;
    }
    memcpy(base, window + 1, (size_t)nargs * sizeof(Value));
    for (int i = nargs; i < code->local_count; i++)
        base[i] = VALUE_NULL;
    return header_fill(ts, (ExecFrame *)(base + code->local_count), function, flags);
}

static ExecFrame *push_failed(Value *window, int nargs)
{
    xframe_release_window(window, nargs);
    return NULL;
}

/* The window is not at the top of the stack, the chunk is full, or the recursion limit is reached (recursion_left then is below 0). */
ExecFrame *xframe_push_slow(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
{
    const Code *code = function->code;
    bool counted = (uintptr_t)(window + 1 + code->local_count) - ts->xframes.stack.chunk_start < ts->xframes.stack.chunk_room;
    ExecFrame *xf = NULL;
    if (counted || --ts->recursion_left < 0)
        xframe_raise_recursion(ts);
    else
        xf = push_copy(ts, caller, window, code->argcount, function);
    return likely(xf != NULL) ? xf : push_failed(window, code->argcount);
}

ExecFrame *xframe_push_partial(ThreadState *ts, ExecFrame *caller, Value *window, int nargs, Function *function)
{
    const Code *code = function->code;
    ExecFrame *xf = (ExecFrame *)(window + 1 + code->local_count);
    if (unlikely(--ts->recursion_left < 0)) {
        xframe_raise_recursion(ts);
        return push_failed(window, nargs);
    }
    if (likely((uintptr_t)xf - ts->xframes.stack.chunk_start < ts->xframes.stack.chunk_room && code->frame_slots <= CODE_SIMPLE_SLOTS)) {
        for (int i = nargs; i < code->local_count; i++)
            window[1 + i] = VALUE_NULL;
        return header_fill(ts, xf, function, 0);
    }
    xf = push_copy(ts, caller, window, nargs, function);
    return likely(xf != NULL) ? xf : push_failed(window, nargs);
}

ExecFrame *xframe_push_empty(ThreadState *ts, Function *function_steal)
{
    const Code *code = function_steal->code;
    uintptr_t flags = 0;
    Value *base = NULL;
    if (--ts->recursion_left < 0)
        xframe_raise_recursion(ts);
    else if (!(base = xframe_stack_reserve(ts, ts->current, (uint32_t)code->frame_slots, &flags)))
        ts->recursion_left++;
    if (!base) {
        object_release(function_steal);
        return NULL;
    }
    for (int i = 0; i < code->local_count; i++)
        base[i] = VALUE_NULL;
    return header_fill(ts, (ExecFrame *)(base + code->local_count), function_steal, flags);
}

/* ---- pop ---- */

/* The FrameObject outlives the call: it takes the data, and the caller gets a FrameObject too, so that f_back stays true. */
static XFRAME_OUT_OF_LINE void detach(ThreadState *ts, ExecFrame *xf, FrameObject *fobj)
{
    const Code *code = xf->func->code;
    uint32_t slots = (uint32_t)code->local_count + XFRAME_SLOTS;
    ExecFrame *previous = xf->previous;
    memcpy(fobj->storage, (Value *)xf - code->local_count, slots * sizeof(Value));
    fobj->xf = (ExecFrame *)(fobj->storage + code->local_count);
    fobj->xf->link = 0;
    fobj->xf->previous = NULL;
    fobj->state = FOBJ_DETACHED;
    fobj->generator = NULL;
    if (xf->link & XF_POLICY)
        xframe_stack_leave(ts);
    XFRAME_STAT_DO(stats_detached(fobj, slots * sizeof(Value)));
    if (previous) {
        Value pending = exc_take();
        FrameObject *back = xframe_materialize_for(ts, previous, XF_FOR_CHAIN);
        if (back) {
            object_retain(back);
            fobj->back = back;
        } else {
            exc_clear(); /* no memory: the chain ends here, as in CPython */
        }
        exc_restore_steal(pending);
    }
    if (!gc_is_tracked(fobj))
        gc_track(fobj);
    object_release(fobj);
}

/* What a finalizer sees when the last reference in a dying ExecFrame goes is the caller; and its own ExecFrames may lie where the dying one was.
 * So the contents are moved out before `next` becomes current and they are released, in order. */
static void contents_end(ThreadState *ts, ExecFrame *xf, ExecFrame *next)
{
    FrameObject *fobj = xframe_fobj(xf);
    ts->current = next;
    if (STRESS(detach) && fobj)
        object_retain(fobj);
    if (fobj && fobj->head.refs > 1) {
        detach(ts, xf, fobj);
        if (STRESS(detach))
            object_release(fobj);
        return;
    }
    int count = xf->func->code->local_count;
    Value *locals = alloca(((size_t)count + 1) * sizeof(Value));
    memcpy(locals, xframe_locals(xf), (size_t)count * sizeof(Value));
    Function *function = xf->func;
    if (xf->link & XF_POLICY)
        xframe_stack_leave(ts);
    if (fobj) {
        frameobj_release_extras(fobj);
        xframe_frameobj_dealloc(fobj);
    }
    for (int i = 0; i < count; i++)
        value_release_null(locals[i]);
    object_release(function);
}

ExecFrame *xframe_pop_slow(ThreadState *ts, ExecFrame *xf)
{
    ExecFrame *previous = xf->previous;
    ts->recursion_left++;
    XFRAME_STAT_DO(stats_popped());
    contents_end(ts, xf, previous);
    return previous;
}

/* A plain pop dropped the last reference to what the local X[index] held, and has released the locals before it. What a finalizer sees is the caller, current
 * already; its own ExecFrames must not lie where the remaining locals are: `floor` keeps them above. */
ExecFrame *xframe_pop_dying(ThreadState *ts, ExecFrame *xf, int64_t index)
{
    Value *local = (Value *)xf + index;
    ExecFrame *previous = xf->previous;
    Function *function = xf->func;
    Value *floor = ts->xframes.stack.floor;
    ts->current = previous;
    ts->recursion_left++;
    ts->xframes.stack.floor = (Value *)xf;
    XFRAME_STAT_DO(stats_popped());
    object_dealloc(value_object(*local));
    for (local++; local < (Value *)xf; local++)
        value_release_null(*local);
    ts->xframes.stack.floor = floor;
    object_release(function);
    return previous;
}

/* ---- FrameObjects ---- */

static size_t fobj_bytes(const FrameObject *fobj) { return sizeof *fobj + fobj->storage_slots * sizeof(Value); }

static XFRAME_OUT_OF_LINE FrameObject *materialize(ThreadState *ts, ExecFrame *xf)
{
    (void)ts;
    uint32_t slots = (uint32_t)xf->func->code->local_count + XFRAME_SLOTS;
    Value pending = exc_take();
    FrameObject *fobj = object_alloc(&type_frame, sizeof(FrameObject) + slots * sizeof(Value));
    if (!fobj) {
        value_release_null(pending);
        return NULL;
    }
    exc_restore_steal(pending);
    frameobj_init(fobj, xf, slots);
    if (unlikely(xframe_fobj(xf) != NULL)) { /* the collector ran and its finalizers were quicker */
        object_free(fobj, fobj_bytes(fobj));
        return xframe_fobj(xf);
    }
    if (xf->link & XF_GENERATOR)
        fobj->generator = xframe_generator(xf);
    xf->link |= (uintptr_t)fobj;
    XFRAME_STAT(freelist_misses);
    XFRAME_STAT(frameobjs_made);
    XFRAME_STAT_DO(stats_materialized(ts, xf, fobj));
    return fobj;
}

FrameObject *xframe_materialize(ThreadState *ts, ExecFrame *xf)
{
    XFRAME_STAT(asked);
    FrameObject *fobj = xframe_fobj(xf);
    return likely(fobj != NULL) ? fobj : materialize(ts, xf);
}

FrameObject *xframe_back(ThreadState *ts, FrameObject *fobj)
{
    if (fobj->state != FOBJ_LIVE)
        return fobj->back;
    ExecFrame *previous = fobj->xf->previous;
    return previous ? xframe_materialize_for(ts, previous, XF_FOR_BACK) : NULL;
}

void xframe_frameobj_dealloc(FrameObject *fobj)
{
    XFRAME_STAT(frameobjs_freed);
    object_free(fobj, fobj_bytes(fobj));
}

/* ---- generators ---- */

static size_t generator_size(uint32_t slots) { return sizeof(Generator) + slots * sizeof(Value); }

Generator *xframe_new_generator(ThreadState *ts, Type *type, Function *function_steal)
{
    (void)ts;
    const Code *code = function_steal->code;
    uint32_t slots = 1 + (uint32_t)code->frame_slots;
    Generator *generator = object_alloc(type, generator_size(slots));
    if (!generator) {
        object_release(function_steal);
        return NULL;
    }
    memset((char *)generator + sizeof(Object), 0, sizeof(Generator) - sizeof(Object) + (1 + (size_t)code->local_count) * sizeof(Value));
    generator->storage_slots = slots;
    generator->storage[0] = value_of(generator);
    ExecFrame *xf = (ExecFrame *)(generator->storage + 1 + code->local_count);
    xf->func = function_steal;
    xf->previous = NULL;
    xf->pc = code->instrs;
    xf->link = XF_GENERATOR;
    generator->xf = xf;
    XFRAME_STAT(generators);
    xframe_stress_begun(ts, xf);
    return generator;
}

ExecFrame *xframe_finish_generator(ThreadState *ts, Generator *generator)
{
    ExecFrame *xf = generator->xf, *previous = xf->previous;
    xf->previous = NULL; /* f_back of a finished generator is None */
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

void xframe_free_generator(Generator *generator) { object_free(generator, generator_size(generator->storage_slots)); }
