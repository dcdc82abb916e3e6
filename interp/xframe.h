/* xframe.h: the contract between the shared core and the policy that decides how ExecFrames and FrameObjects are allocated.
 *
 * An ExecFrame is the header in the middle of an array of Values:
 *
 *     X[-N] … X[-1]   locals 0 … N-1 (owned; VALUE_NULL: unbound)
 *     X[0] … X[3]     the ExecFrame itself
 *     X[4] …          temporaries
 *
 * A policy folder supplies xframe_policy_state.h (XFramePolicyState, the policy's part of ThreadState), xframe_policy.h (the functions
 * below marked P as `static inline`) and xframe_policy.c (the rest). The folder is chosen by -I alone. Both policies behave
 * identically to any program; only cost differs. Failure is NULL or -1 with an exception pending.
 *
 * P ExecFrame *xframe_push(ThreadState *ts, ExecFrame *caller, Value *window, Function *function)
 *      A plain call: window[0] is `function`, window[1..] its simple_args arguments, all owned, in the temporaries of `caller` == ts->current.
 *      Consumes the window (also on failure). Post: a current ExecFrame with previous == caller, pc at the first instruction, the
 *      arguments in its first locals, the other locals VALUE_NULL, temporaries garbage. NULL: RecursionError or MemoryError.
 * P ExecFrame *xframe_pop(ThreadState *ts, ExecFrame *xf)
 *      Ends the current xf (no generator's); no temporary is live. Releases locals in order, then the function, or detaches when the FrameObject is still
 *      referenced by others. The new current, xf->previous, which it returns, is so already during the releases. Cannot fail.
 * P bool xframe_is_plain(const ExecFrame *xf)
 *      Nothing special happens when it returns: no XF_ flag is set (and, where the policy needs work for it, no FrameObject is attached).
 *      xframe_pop_plain(ts, xf, pc, -local_count) is xframe_pop for such an xf that ends at pc (xf->pc may be behind).
 *   ExecFrame *xframe_push_partial(ThreadState *ts, ExecFrame *caller, Value *window, int nargs, Function *function)
 *      As xframe_push of a function of any kind with only its first nargs locals in the window: the others are VALUE_NULL, and the binder's to fill.
 *   ExecFrame *xframe_push_empty(ThreadState *ts, Function *function_steal)
 *      From C or the binder: all locals VALUE_NULL. previous == what was current.
 *   FrameObject *xframe_materialize(ThreadState *ts, ExecFrame *xf)
 *      The FrameObject of a live xf, borrowed from it. NULL with MemoryError. Keeps a pending exception. May run the collector.
 *   FrameObject *xframe_back(ThreadState *ts, FrameObject *fobj)
 *      f_back: borrowed; NULL: none, or MemoryError pending.
 * P void xframe_note_extras(FrameObject *fobj)
 *      It is about to get something (f_locals, f_trace) that frameobj_release_extras must release when its call ends.
 *   Generator *xframe_new_generator(ThreadState *ts, Type *type, Function *function_steal)
 *      A Generator (fields zeroed, not tracked) that owns an ExecFrame with XF_GENERATOR, all locals VALUE_NULL, pc at the first instruction.
 * P int xframe_resume(ThreadState *ts, ExecFrame *resumer, Generator *generator)
 *      Its ExecFrame becomes current, previous == resumer, what was current. -1: RecursionError. Allocates nothing.
 * P ExecFrame *xframe_suspend(ThreadState *ts, ExecFrame *xf)
 *      The current ExecFrame, a generator's, stops being so and keeps its contents. Returns the new current. XF_ENTRY is cleared.
 *   ExecFrame *xframe_finish_generator(ThreadState *ts, Generator *generator)
 *      The running (current) generator ended: as xframe_pop, but f_back becomes None, and generator->xf NULL. Returns the new current.
 *   void xframe_drop_generator(Generator *generator)
 *      Its ExecFrame, which does not run, ends as by xframe_pop, without its temporaries; generator->xf NULL.
 *   void xframe_free_generator(Generator *generator)
 *      The memory of a Generator without an ExecFrame.
 * P Generator *xframe_generator(ExecFrame *xf)
 *      The owner of an ExecFrame with XF_GENERATOR.
 *   int xframe_thread_init(ThreadState *ts), void xframe_thread_fini(ThreadState *ts)
 *   void xframe_frameobj_dealloc(FrameObject *fobj) ends the memory of a FrameObject whose contents frameobj.c has released.
 */
#ifndef INTERP_XFRAME_H
#define INTERP_XFRAME_H

#include "code.h"
#include "object.h"
#include "stress.h"
#include "thread.h"
#include "types/function.h"

typedef struct Generator Generator;

struct ExecFrame {
    Function *func;      /* owned: keeps code, globals, builtins and closure alive */
    ExecFrame *previous; /* the caller's; NULL for the first, and for a suspended generator */
    const Instr *pc;     /* the instruction being executed (set before anything that can raise, call or look) */
    uintptr_t link;      /* FrameObject (one reference owned) | XF_ flags; the FrameObject may be absent */
};

enum {
    XF_ENTRY = 1,       /* returning leaves the eval loop: entered from C */
    XF_GENERATOR = 2,   /* memory belongs to a Generator */
    XF_COMPLETES = 4,   /* a special method that the caller's instruction needs: its result is not put into X[a], but completes that (eval_special.c) */
    XF_POLICY = 8,      /* the policy's own */
    XF_FLAGS = 15
};

_Static_assert(sizeof(ExecFrame) == XFRAME_SLOTS * sizeof(Value), "XFRAME_SLOTS in code.h");

static inline FrameObject *xframe_fobj(const ExecFrame *xf) { return (FrameObject *)(xf->link & ~(uintptr_t)XF_FLAGS); }
static inline Code *xframe_code(const ExecFrame *xf) { return xf->func->code; }
static inline Value *xframe_locals(ExecFrame *xf) { return (Value *)xf - xf->func->code->local_count; }
static inline Value *xframe_temps(ExecFrame *xf) { return (Value *)xf + XFRAME_SLOTS; }
static inline int xframe_instr_index(const ExecFrame *xf) { return (int)(xf->pc - xf->func->code->instrs); }

/* Why a FrameObject is asked for: X(id, name, meaning). */
#define XFRAME_CAUSES(X) \
    X(TRACEBACK, "traceback", "an exception passed through the call") \
    X(GETFRAME, "getframe", "sys._getframe()") \
    X(BACK, "f_back", "f_back of a live one") \
    X(CHAIN, "chain", "the caller of one that outlived its call") \
    X(LOCALS, "locals", "locals(), vars(), dir(), exec and eval in a function") \
    X(GENERATOR, "generator", "gi_frame, cr_frame, ag_frame") \
    X(TRACE, "trace", "a trace or profile function was called")

enum XFrameCause {
#define XFRAME_CAUSE_ID(id, name, meaning) XF_FOR_##id,
    XFRAME_CAUSES(XFRAME_CAUSE_ID)
#undef XFRAME_CAUSE_ID
    XF_CAUSE_COUNT
};
typedef enum XFrameCause XFrameCause;

/* Materialize and detach are calls in every build and every policy, so that their executions can be counted from outside (tests/counts). */
#define XFRAME_OUT_OF_LINE __attribute__((noinline, used))

ExecFrame *xframe_push_partial(ThreadState *ts, ExecFrame *caller, Value *window, int nargs, Function *function);
ExecFrame *xframe_push_empty(ThreadState *ts, Function *function_steal);
FrameObject *xframe_materialize(ThreadState *ts, ExecFrame *xf);
FrameObject *xframe_back(ThreadState *ts, FrameObject *fobj);
Generator *xframe_new_generator(ThreadState *ts, Type *type, Function *function_steal);
ExecFrame *xframe_finish_generator(ThreadState *ts, Generator *generator);
void xframe_drop_generator(Generator *generator);
void xframe_free_generator(Generator *generator);
void xframe_frameobj_dealloc(FrameObject *fobj);
/* What policies have in common (xframe.c). */
int xframe_raise_recursion(ThreadState *ts);                      /* recursion_left is below 0: mends it, raises RecursionError; -1 */
void xframe_release_window(Value *window, int nargs);            /* of a call that failed: the function and its arguments */
void xframe_abandon_generator(Generator *generator);              /* one that never started, or is suspended where close() was of no use: xframe_drop_generator, then its temporaries */

#ifdef INTERP_STRESS
void xframe_stress_begun(ThreadState *ts, ExecFrame *xf);         /* every policy calls it with a new ExecFrame: STRESS(materialize) */
#else
#define xframe_stress_begun(ts, xf) ((void)0)
#endif

int xframe_thread_init(ThreadState *ts);
void xframe_thread_fini(ThreadState *ts);

/* What the stats variant counts; nothing in any other. */
#ifdef INTERP_STATS
#include "stats.h"
#define XFRAME_STAT(name) (stats_counters.name++)
#define XFRAME_STAT_DO(statement) (statement)
extern const char xframe_policy_name[];
const char *xframe_cause_name(XFrameCause cause);
uint64_t xframe_frameobjs_expected(uint64_t materializations); /* what frameobjs_made must be at the end */
#else
#define XFRAME_STAT(name) ((void)0)
#define XFRAME_STAT_DO(statement) ((void)0)
#endif

/* xframe_materialize, and why. */
static inline FrameObject *xframe_materialize_for(ThreadState *ts, ExecFrame *xf, XFrameCause cause)
{
    (void)cause;
    XFRAME_STAT_DO(stats_cause = (int)cause);
    return xframe_materialize(ts, xf);
}

#include "frameobj.h"
#include "generator.h"
#include "xframe_policy.h"

#endif
