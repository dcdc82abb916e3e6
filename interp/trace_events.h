/* trace_events.h: what the files of tracing share: firing an event, and the lines and calls it tells of. */
#ifndef INTERP_TRACE_EVENTS_H
#define INTERP_TRACE_EVENTS_H

#include "code.h"
#include "thread.h"

/* An event of xf; `line`: what f_lineno says meanwhile. 0, or -1 and raised. A pending exception must have been taken. */
enum { TRACE_OWN_LINE = -1 }; /* its own, as ever */
int trace_fire(ThreadState *ts, ExecFrame *xf, TraceEvent kind, Value arg, int line);

/* The instruction at pc will not run. What it consumes also when it raises (its `unwind` does not count that) is released here. */
void trace_consume_operands(ThreadState *ts, ExecFrame *xf, const Instr *pc);

static inline int trace_line_of(const Code *code, const Instr *pc) { return (int)code->positions[pc - code->instrs].line; }

static inline bool trace_is_for(const Instr *pc)
{
    return pc->op == OP_FOR_LOOP || pc->op == OP_FOR_LIST || pc->op == OP_FOR_GENERATOR || pc->op == OP_FOR_PAIR;
}

/* ---- trace_line.c: 0, -1: raised, TRACE_LINES_MOVED: f_lineno was set ---- */

enum { TRACE_LINES_MOVED = 1 };
bool trace_wants_lines(const ThreadState *ts, const ExecFrame *xf);
int trace_mark_at(const Code *code, const Instr *pc); /* the first mark at pc or behind */

/* The line events that are due; prev: what ran before in this ExecFrame, NULL: nothing. */
int trace_line(ThreadState *ts, ExecFrame *xf, const Instr *prev, const Instr *pc);

/* Those before the instruction at pc, beginning with mark `from` of the code; last: the line that was passed last. back: the way here is a jump back;
 * passing: it tells of the marks by a jump of its own. */
int trace_lines_from(ThreadState *ts, ExecFrame *xf, const Instr *pc, int from, int last, bool back, bool passing);

/* ---- trace_call.c ---- */

int trace_window_size(const Instr *pc); /* values that a call consumes: function, self or 0, arguments */

#endif
