/* xframe_stack.h: the stack of a thread's ExecFrames: a chain of chunks that never move. For the policies that keep ExecFrames there:
 * their XFramePolicyState has it as `stack`, and they test chunk_start and chunk_room themselves before they come here. */
#ifndef XFRAME_STACK_H
#define XFRAME_STACK_H

#include "thread.h"
#include "xframe_stack_state.h"

int xframe_stack_init(ThreadState *ts); /* -1: MemoryError */
void xframe_stack_fini(ThreadState *ts);

/* First free Value above xf (NULL: of the bottom), in the chunk in use. */
Value *xframe_end(ThreadState *ts, ExecFrame *xf);
/* Room for `slots` Values on top of `top`, the current ExecFrame; *flags gets XF_POLICY when that needed another chunk: its ExecFrame must call
 * xframe_stack_leave when it ends. NULL: MemoryError. */
Value *xframe_stack_reserve(ThreadState *ts, ExecFrame *top, uint32_t slots, uintptr_t *flags);
void xframe_stack_leave(ThreadState *ts);
/* Whether an ExecFrame with these locals is one that must call it (if it lies on the stack at all). */
bool xframe_stack_is_first(ThreadState *ts, const Value *locals);

#ifdef INTERP_STATS
/* Of all chunks in use, up to the end of what `top` may need. */
size_t xframe_stack_bytes(ThreadState *ts, ExecFrame *top);
#endif

#endif
