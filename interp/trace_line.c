#include "trace_events.h"

#include "frame_jump.h"
#include "frameobj.h"
#include "xframe.h"

static bool is_jump(const Instr *pc) { return pc->op == OP_JUMP || pc->op == OP_JUMP_BACK; }

/* The body begins with a jump, which the loop leaves out: it leads to where that does. */
static bool is_entry_before_jump(const Instr *prev, const Instr *loop)
{
    return prev->op == OP_JUMP && prev[1].op == OP_JUMP && prev + 2 + instr_jump(prev + 1) == instr_loop_body(loop) && prev[-1].op == OP_GET_ITER;
}

/* CPython's loops have their head at the top: coming to FOR_LOOP from the body is the jump back, and from it to the body is going on. */
static bool is_jump_back(const Instr *prev, const Instr *pc)
{
    if (trace_is_for(pc)) /* it is entered from right before the body, be it by a jump or, with an empty body, without */
        return prev + instr_units(prev) != instr_loop_body(pc) && !is_entry_before_jump(prev, pc);
    return pc <= prev && !trace_is_for(prev) && pc->op != OP_YIELD_FROM;
}

/* A while loop is entered by a jump to its condition behind its body; CPython's has a copy of the condition before the body. */
static bool is_first_turn(TraceState *trace, const Instr *prev, const Instr *pc)
{
    if (prev->op == OP_JUMP && pc > prev + 1)
        trace->entered = prev + 1;
    if (pc > prev || trace->entered != pc)
        return false;
    trace->entered = NULL;
    return true;
}

int trace_mark_at(const Code *code, const Instr *pc)
{
    int low = 0, high = code->mark_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (code->marks[middle].index < pc - code->instrs)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Marks at pc that the jump from prev leads behind. */
static int marks_skipped(const Code *code, const Instr *prev, const Instr *pc)
{
    if (!prev || (prev + instr_units(prev) == pc && !is_jump(prev)))
        return 0;
    int low = 0, high = code->skip_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (code->skips[middle].from < prev - code->instrs)
            low = middle + 1;
        else
            high = middle;
    }
    return low < code->skip_count && code->skips[low].from == prev - code->instrs ? code->skips[low].count : 0;
}

bool trace_wants_lines(const ThreadState *ts, const ExecFrame *xf)
{
    const FrameObject *fobj = xframe_fobj(xf);
    return ts->trace.function && fobj && fobj->trace && fobj->trace_lines;
}

static int fire_line(ThreadState *ts, ExecFrame *xf, int line, uint16_t stack)
{
    ts->trace.stack = stack;
    int status = trace_fire(ts, xf, TRACE_EVENT_LINE, VALUE_NULL, line);
    return status == 0 && ts->trace.jump != NO_JUMP ? TRACE_LINES_MOVED : status;
}

int trace_lines_from(ThreadState *ts, ExecFrame *xf, const Instr *pc, int from, int last, bool back, bool passing)
{
    const Code *code = xf->func->code;
    for (int i = from; i < code->mark_count && code->marks[i].index == pc - code->instrs; i++) {
        const LineMark *mark = &code->marks[i];
        if (mark->line == last && (!back || passing))
            continue;
        int status = fire_line(ts, xf, mark->line, mark->stack);
        if (status)
            return status;
        last = mark->line;
        back = false;
    }
    int line = trace_line_of(code, pc);
    if (line == 0 || (line == last && !back))
        return 0;
    return fire_line(ts, xf, TRACE_OWN_LINE, code->stacks[pc - code->instrs]);
}

int trace_line(ThreadState *ts, ExecFrame *xf, const Instr *prev, const Instr *pc)
{
    if (!trace_wants_lines(ts, xf) || pc->op == OP_MAKE_CELL)
        return 0;
    const Code *code = xf->func->code;
    bool first = prev && is_first_turn(&ts->trace, prev, pc), back = prev && !first && is_jump_back(prev, pc);
    int last = prev && prev->op != OP_MAKE_CELL ? trace_line_of(code, prev) : 0;
    return trace_lines_from(ts, xf, pc, trace_mark_at(code, pc) + marks_skipped(code, prev, pc), last, back, back && is_jump(prev));
}
