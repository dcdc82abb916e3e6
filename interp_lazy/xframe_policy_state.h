/* xframe_policy_state.h: this policy's part of ThreadState. */
#ifndef XFRAME_POLICY_STATE_H
#define XFRAME_POLICY_STATE_H

#include "value.h"

typedef struct XFrameChunk XFrameChunk;

typedef struct XFramePolicyState {
    uintptr_t chunk_start; /* first byte of the chunk in use */
    uintptr_t chunk_room;  /* its bytes without the last CODE_SIMPLE_SLOTS Values */
    XFrameChunk *chunk;    /* the chunk in use; older ones hang below it */
    XFrameChunk *spare;    /* one empty chunk kept, or NULL */
} XFramePolicyState;

#endif
