/* thread.h: ThreadState, what one thread of execution knows: where it runs, what is pending, how deep it is. */
#ifndef INTERP_THREAD_H
#define INTERP_THREAD_H

#include "value.h"
#include "xframe_policy_state.h" /* XFramePolicyState, from the policy's folder */

typedef struct ExecFrame ExecFrame;
typedef struct FrameObject FrameObject;

/* The exception being handled ("sys.exc_info"). Plain calls share their caller's; each generator has its own, linked in while it runs. */
typedef struct ExcState {
    Value handled; /* owned; VALUE_NULL: none at this level */
    struct ExcState *previous;
} ExcState;

typedef enum TraceEvent {
    TRACE_EVENT_CALL,
    TRACE_EVENT_LINE,
    TRACE_EVENT_RETURN,
    TRACE_EVENT_EXCEPTION,
    TRACE_EVENT_C_CALL,
    TRACE_EVENT_C_RETURN,
    TRACE_EVENT_C_EXCEPTION,
    TRACE_EVENT_OPCODE,
    TRACE_EVENT_COUNT
} TraceEvent;

/* sys.settrace and sys.setprofile (trace.h). */
enum { NO_JUMP = -1, JUMP_BEGIN = -2 };
typedef struct TraceState {
    Value function, profiler; /* owned; VALUE_NULL: off */
    bool setting, setting_profiler; /* the old one is being released */
    bool inside;              /* one of them runs: nothing is traced */
    TraceEvent event;         /* and for this event */
    bool count_steps;         /* --max-steps: every instruction is counted, traced or not */
    bool check_locals;        /* f_lineno was set where a local was unbound: every instruction is looked at, traced or not */
    ExecFrame *xf;            /* where the last traced instruction was; NULL: that ExecFrame has ended, or none yet */
    const union Instr *prev;  /* that instruction; NULL: its call event raised */
    const union Instr *entered; /* the body of the while loop that was entered at its condition, which is behind it; the way back to it is no event of its own */
    bool left;                /* a return event raised: leaving that ExecFrame is no other */
    FrameObject *fobj;        /* during an event: whose f_lineno is `line`, though it stands elsewhere; NULL: nobody's */
    int line;
    FrameObject *of;          /* during an event: whose it is */
    bool yields;              /* this return event is a yield */
    uint16_t stack;           /* where `of` stands: CPython's stack there (Code.stacks) */
    int jump;                 /* the start (Code.starts) to which f_lineno was set in this event; NO_JUMP, JUMP_BEGIN: the call's beginning */
    FrameObject *suspended;   /* f_lineno was set as it yielded: when it goes on, then at `later`. Owned; NULL: none */
    int later;
} TraceState;

typedef struct ThreadState {
    ExecFrame *current;      /* innermost ExecFrame; NULL before the first push */
    int32_t recursion_left;  /* Python calls still allowed; below 0 never outside the raising of RecursionError */
    int32_t recursion_limit; /* sys.getrecursionlimit() */
    XFramePolicyState xframes;
    Value pending;           /* the exception being raised, owned; VALUE_NULL: none */
    ExcState *exc_info;      /* top of the chain, never NULL */
    ExcState base_exc;       /* bottom of the chain */
    uintptr_t c_stack_limit; /* C frames below this address raise RecursionError */
    TraceState trace;
    Value raised_class, raised_made; /* raise_class.h: a class that was raised and what it made, if that is no instance of it; owned */
} ThreadState;

extern ThreadState *thread_current;

int thread_init(void); /* the main thread: 0, or -1 when memory is short */
void thread_fini(void);

void thread_set_c_stack(size_t bytes_left); /* the C stack below the caller that may be used */
int thread_set_recursion_limit(int limit);  /* at most the max depth. -1 with RecursionError when the thread is deeper already */
void thread_set_max_depth(int depth);       /* before thread_init: what no recursion limit exceeds */
int thread_c_stack_exceeded(const char *where); /* raises RecursionError "maximum recursion depth exceeded" + where; returns -1 */

/* To be called by C code that may recurse without pushing an ExecFrame (repr, compare, calls); where is e.g. " in comparison". 0, or -1 and raised. */
static inline int thread_check_c_stack(const char *where)
{
    if (likely((uintptr_t)__builtin_frame_address(0) > thread_current->c_stack_limit))
        return 0;
    return thread_c_stack_exceeded(where);
}

/* The same where CPython counts native recursion against the recursion limit (repr, str, comparison): after 0, thread_leave_native is due. */
int thread_native_exceeded(const char *where);
static inline int thread_enter_native(const char *where)
{
    if (likely((uintptr_t)__builtin_frame_address(0) > thread_current->c_stack_limit) && likely(--thread_current->recursion_left >= 0))
        return 0;
    return thread_native_exceeded(where);
}
static inline void thread_leave_native(void) { thread_current->recursion_left++; }

/* The innermost exception being handled, borrowed; VALUE_NULL when none is. */
static inline Value thread_handled_exception(const ThreadState *ts)
{
    const ExcState *state = ts->exc_info;
    while (!state->handled && state->previous)
        state = state->previous;
    return state->handled;
}

#endif
