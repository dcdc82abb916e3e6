/* xframe_stack_state.h: the stack of a thread's ExecFrames, for policies that keep them there. */
#ifndef XFRAME_STACK_STATE_H
#define XFRAME_STACK_STATE_H

#include "value.h"

typedef struct XFrameChunk XFrameChunk;

typedef struct XFrameStack {
    uintptr_t chunk_start; /* first byte of the chunk in use */
    uintptr_t chunk_room;  /* its bytes without the last CODE_SIMPLE_SLOTS Values */
    XFrameChunk *chunk;    /* the chunk in use; older ones hang below it */
    Value *floor;          /* end of the locals of an ExecFrame that is being popped: nothing may be pushed below; NULL: none */
    XFrameChunk *spare;    /* one empty chunk kept, or NULL */
} XFrameStack;

#endif
