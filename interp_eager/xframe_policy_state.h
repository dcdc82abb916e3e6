/* xframe_policy_state.h: this policy's part of ThreadState. */
#ifndef XFRAME_POLICY_STATE_H
#define XFRAME_POLICY_STATE_H

#include "value.h"

enum { XFRAME_SIZE_CLASSES = 16, XFRAME_FREE_MAX = 200 };

struct FrameObject;

/* Free FrameObjects by storage size: class i holds at least 8 * (i + 1) slots. Chained through `back`. */
typedef struct XFramePolicyState {
    struct FrameObject *free[XFRAME_SIZE_CLASSES];
    int32_t room[XFRAME_SIZE_CLASSES]; /* how many more may be kept */
#ifdef INTERP_STATS
    size_t live_bytes; /* of the FrameObjects of running calls */
#endif
} XFramePolicyState;

#endif
