/* xframe_policy_state.h: this policy's part of ThreadState. */
#ifndef XFRAME_POLICY_STATE_H
#define XFRAME_POLICY_STATE_H

#include "xframe_stack_state.h"

enum { XFRAME_FREE_MAX = 200 }; /* FrameObjects kept, as in CPython */

struct FrameObject;

typedef struct XFramePolicyState {
    XFrameStack stack;
    struct FrameObject *free; /* chained through `back` */
    int32_t room;             /* how many more may be kept */
} XFramePolicyState;

#endif
