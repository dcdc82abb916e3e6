/* trace.h: sys.settrace and sys.setprofile: the events of CPython 3.11, in its order, at no cost while both are off.
 *
 * While one is on, every entry of the eval loop's dispatch table leads to one label, which calls trace_instr before the instruction itself; so
 * nothing else in the loop knows of tracing. Only slow paths (unwinding, a generator entered by throw) ask trace_is_on.
 */
#ifndef INTERP_TRACE_H
#define INTERP_TRACE_H

#include "code.h"
#include "thread.h"

static inline bool trace_is_on(const ThreadState *ts) { return ts->trace.function || ts->trace.profiler; }

int trace_set(Value function); /* sys.settrace; None: off. -1: raised */
int trace_set_profiler(Value function);
void trace_count_steps(void); /* from now on, limit_count_step at every instruction */
void trace_check_locals(void); /* from now on, whether each instruction reads an unbound local */
void trace_fini(void);

/* What the eval loop does after trace_instr, which fires the events that come before the instruction at pc of the current xf. */
enum TraceAction {
    TRACE_RAISE = -1,      /* the trace function raised, in the line being traced */
    TRACE_RAISE_OUT = -2,  /* at the call's beginning or end: nothing is to be added to the traceback */
    TRACE_GO_ON = 0,
    TRACE_AS_CALL,         /* a call: through trace_call, as eval_call */
    TRACE_AS_DELEGATION,   /* a YIELD_FROM: through eval_delegate; if it yields, trace_yielded */
    TRACE_MOVED,           /* the trace function set f_lineno: on to trace_moved with what xf->pc is now */
};
typedef enum TraceAction TraceAction;
TraceAction trace_instr(ThreadState *ts, ExecFrame *xf, const Instr *pc);
TraceAction trace_moved(ThreadState *ts, ExecFrame *xf);
ExecFrame *trace_call(ThreadState *ts, ExecFrame *xf, const Instr *pc);
int trace_yielded(ThreadState *ts, ExecFrame *xf, Value v); /* -1: raised, v is still the caller's */

/* For slow paths, when trace_is_on. */
int trace_entered_by_throw(ThreadState *ts, ExecFrame *xf);         /* -1: raised */
Value trace_exception(ThreadState *ts, ExecFrame *xf, Value exception_steal); /* passes through xf: the exception to go on with */
void trace_stop_iteration(ThreadState *ts, ExecFrame *xf);            /* a pending StopIteration ends a loop or a delegation of xf; then pending may be another */
int trace_end_of_delegate(ThreadState *ts, ExecFrame *xf, Value delegate, Value sent, Value returned); /* -1: raised */
Value trace_unwound(ThreadState *ts, ExecFrame *xf, Value exception_steal);   /* and leaves it: the same */
void trace_handled(ThreadState *ts, ExecFrame *xf, const Instr *raised); /* is caught in xf, where `raised` raised it */

/* eval.c: lead every instruction through trace_instr, or none. */
void eval_set_tracing(bool on);

#endif
