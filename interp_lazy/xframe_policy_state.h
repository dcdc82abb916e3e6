/* xframe_policy_state.h: this policy's part of ThreadState. */
#ifndef XFRAME_POLICY_STATE_H
#define XFRAME_POLICY_STATE_H

#include "xframe_stack_state.h"

typedef struct XFramePolicyState {
    XFrameStack stack;
} XFramePolicyState;

#endif
