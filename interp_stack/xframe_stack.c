#include "exceptions.h"
#include "mem.h"
#include "xframe.h"

enum { CHUNK_BYTES = 64 * 1024 };

/* Chunks never move: live ExecFrames stay where they are while the stack grows. */
struct XFrameChunk {
    XFrameChunk *below; /* the chunk in use before this one */
    size_t bytes;       /* of values */
    Value values[];
};

static void chunk_select(XFrameStack *stack, XFrameChunk *chunk)
{
    size_t margin = CODE_SIMPLE_SLOTS * sizeof(Value);
    stack->chunk = chunk;
    stack->chunk_start = chunk ? (uintptr_t)chunk->values : 0;
    stack->chunk_room = chunk && chunk->bytes > margin && !STRESS(chunk) ? chunk->bytes - margin : 0;
}

static XFrameChunk *chunk_enter(XFrameStack *stack, size_t bytes_needed)
{
    XFrameChunk *chunk = stack->spare;
    if (chunk && chunk->bytes >= bytes_needed) {
        stack->spare = NULL;
    } else {
        size_t bytes = bytes_needed > CHUNK_BYTES || STRESS(chunk) ? bytes_needed : CHUNK_BYTES;
        chunk = mem_alloc_raw(sizeof *chunk + bytes);
        if (!chunk) {
            raise_no_memory();
            return NULL;
        }
        chunk->bytes = bytes;
        XFRAME_STAT(chunks_made);
    }
    XFRAME_STAT(chunk_entries);
    chunk->below = stack->chunk;
    chunk_select(stack, chunk);
    return chunk;
}

static void chunk_free(XFrameChunk *chunk)
{
    if (!chunk)
        return;
    XFRAME_STAT(chunks_freed);
    mem_free_raw(chunk);
}

void xframe_stack_leave(ThreadState *ts)
{
    XFrameStack *stack = &ts->xframes.stack;
    XFrameChunk *chunk = stack->chunk;
    chunk_select(stack, chunk->below);
    chunk_free(stack->spare); /* of two empty chunks the newer is at least as likely to fit */
    stack->spare = chunk;
    if (STRESS(chunk)) {
        chunk_free(chunk);
        stack->spare = NULL;
    }
}

bool xframe_stack_is_first(ThreadState *ts, const Value *locals)
{
    const XFrameChunk *chunk = ts->xframes.stack.chunk;
    return chunk->below && locals == chunk->values;
}

int xframe_stack_init(ThreadState *ts)
{
    XFrameStack *stack = &ts->xframes.stack;
    memset(stack, 0, sizeof *stack);
    return chunk_enter(stack, CHUNK_BYTES) ? 0 : -1;
}

void xframe_stack_fini(ThreadState *ts)
{
    XFrameStack *stack = &ts->xframes.stack;
    while (stack->chunk)
        xframe_stack_leave(ts);
    chunk_free(stack->spare);
    stack->spare = NULL;
}

Value *xframe_stack_reserve(ThreadState *ts, ExecFrame *top, uint32_t slots, uintptr_t *flags)
{
    XFrameStack *stack = &ts->xframes.stack;
    Value *base = xframe_end(ts, top);
    uintptr_t used = (uintptr_t)base - stack->chunk_start;
    *flags = 0;
    size_t bytes = stack->chunk->bytes;
    if (likely(used <= bytes && slots * sizeof(Value) <= bytes - used && !STRESS(chunk))) /* (base past the end: another chunk's) */
        return base;
    XFrameChunk *chunk = chunk_enter(stack, slots * sizeof(Value));
    *flags = XF_POLICY;
    return chunk ? chunk->values : NULL;
}

/* What a generator calls lies behind the ExecFrame that resumed it; only such a call asks, so that resuming costs nothing. */
Value *xframe_end(ThreadState *ts, ExecFrame *xf)
{
    while (xf && xf->link & XF_GENERATOR)
        xf = xf->previous;
    if (unlikely(!xf))
        return ts->xframes.stack.chunk->values;
    const XFrameStack *stack = &ts->xframes.stack;
    const Code *code = xf->func->code;
    Value *end = (Value *)xf - code->local_count + code->frame_slots;
    bool dying_above = (uintptr_t)stack->floor - stack->chunk_start <= stack->chunk->bytes && stack->floor > end;
    return dying_above ? stack->floor : end;
}

#ifdef INTERP_STATS
size_t xframe_stack_bytes(ThreadState *ts, ExecFrame *top)
{
    const XFrameStack *stack = &ts->xframes.stack;
    size_t bytes = (size_t)((char *)xframe_end(ts, top) - (char *)stack->chunk->values);
    for (const XFrameChunk *chunk = stack->chunk->below; chunk; chunk = chunk->below)
        bytes += chunk->bytes;
    return bytes;
}
#endif
