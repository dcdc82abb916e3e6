#include "trace.h"
#include "trace_events.h"

#include "abstract.h"
#include "coroutine.h"
#include "eval_slow.h"
#include "exceptions.h"
#include "frame_jump.h"
#include "frameobj.h"
#include "limit.h"
#include "names.h"
#include "raise_class.h"
#include "traceback.h"
#include "type.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"
#include "xframe.h"

static const char *const event_names[TRACE_EVENT_COUNT] = {"call", "line", "return", "exception", "c_call", "c_return", "c_exception", "opcode"};

/* ---- on and off ---- */

static void lead_instructions(void)
{
    const ThreadState *ts = thread_current;
    eval_set_tracing(trace_is_on(ts) || ts->trace.count_steps || ts->trace.check_locals);
}

/* What the old function's end runs is not traced, and cannot set another one. */
static int set_function(Value *slot, bool *setting, const char *what, Value function)
{
    if (*setting) {
        *setting = false;
        raise_error(&exc_RuntimeError, "Cannot install a %s function while another %s function is being installed", what, what);
        return -1;
    }
    *setting = true;
    value_clear(slot);
    *setting = false;
    thread_current->trace.xf = NULL; /* what ran before is not known */
    thread_current->trace.left = false;
    object_release_null(thread_current->trace.suspended);
    thread_current->trace.suspended = NULL;
    *slot = function == VALUE_NONE ? VALUE_NULL : value_retain_null(function);
    lead_instructions();
    return 0;
}

int trace_set(Value function)
{
    TraceState *trace = &thread_current->trace;
    return set_function(&trace->function, &trace->setting, "trace", function);
}

int trace_set_profiler(Value function)
{
    TraceState *trace = &thread_current->trace;
    return set_function(&trace->profiler, &trace->setting_profiler, "profile", function);
}

void trace_count_steps(void)
{
    thread_current->trace.count_steps = true;
    lead_instructions();
}

void trace_check_locals(void)
{
    thread_current->trace.check_locals = true;
    lead_instructions();
}

void trace_fini(void)
{
    (void)trace_set(VALUE_NULL);
    (void)trace_set_profiler(VALUE_NULL);
}

/* ---- calling trace and profile functions ---- */

/* callback(fobj, event, arg). What is written to f_locals reaches the locals after it; a snapshot that was read before is fresh again. */
static Value call_function(FrameObject *fobj, TraceEvent kind, Value callback, Value arg)
{
    Str *name = str_intern_cstr(event_names[kind]);
    if (!name)
        return VALUE_NULL;
    Value locals = fobj->locals_read ? frameobj_locals(fobj) : VALUE_NONE;
    if (!locals)
        return VALUE_NULL;
    value_release(locals);
    Value args[3] = {value_of(fobj), value_of(name), arg ? arg : VALUE_NONE};
    Value result = call_value(callback, args, 3, VALUE_NULL);
    Value pending = exc_take();
    frameobj_locals_to_slots(fobj);
    exc_restore_steal(pending);
    return result;
}

/* One event for sys.settrace's function or the frame's f_trace. -1: it raised, and tracing is off. */
static int call_tracer(ThreadState *ts, FrameObject *fobj, TraceEvent kind, Value arg)
{
    Value callback = kind == TRACE_EVENT_CALL ? ts->trace.function : fobj->trace;
    if (!callback)
        return 0;
    value_retain(callback);
    Value result = call_function(fobj, kind, callback, arg);
    value_release(callback);
    if (!result) {
        Value pending = exc_take();
        if (trace_set(VALUE_NULL) < 0)
            exc_clear();
        value_clear(&fobj->trace);
        exc_restore_steal(pending);
        return -1;
    }
    if (result != VALUE_NONE)
        frameobj_set_trace(fobj, result);
    return 0;
}

static int call_profiler(ThreadState *ts, FrameObject *fobj, TraceEvent kind, Value arg)
{
    Value callback = value_retain(ts->trace.profiler);
    Value result = call_function(fobj, kind, callback, arg);
    value_release(callback);
    if (!result) {
        Value pending = exc_take();
        if (trace_set_profiler(VALUE_NULL) < 0)
            exc_clear();
        exc_restore_steal(pending);
        return -1;
    }
    value_release(result);
    return 0;
}

int trace_fire(ThreadState *ts, ExecFrame *xf, TraceEvent kind, Value arg, int line)
{
    TraceState *trace = &ts->trace;
    bool for_tracer = trace->function && (kind <= TRACE_EVENT_EXCEPTION || kind == TRACE_EVENT_OPCODE);
    bool for_profiler = trace->profiler && kind != TRACE_EVENT_LINE && kind != TRACE_EVENT_EXCEPTION && kind != TRACE_EVENT_OPCODE;
    if (trace->inside || (!for_tracer && !for_profiler))
        return 0;
    FrameObject *fobj = xframe_materialize_for(ts, xf, XF_FOR_TRACE);
    if (!fobj)
        return -1;
    object_retain(fobj);
    trace->inside = true;
    trace->event = kind;
    trace->fobj = line != TRACE_OWN_LINE ? fobj : NULL;
    trace->line = line;
    trace->of = fobj;
    trace->jump = NO_JUMP;
    int status = for_tracer ? call_tracer(ts, fobj, kind, arg) : 0;
    if (status == 0 && for_profiler && trace->profiler)
        status = call_profiler(ts, fobj, kind, arg);
    trace->fobj = trace->of = NULL;
    trace->inside = false;
    object_release(fobj);
    return status;
}

/* ---- where an ExecFrame is ---- */

/* A call's ExecFrame that has not run, or a generator's that goes on: it stands at its first instruction, behind a YIELD, at a YIELD_FROM. */
static bool is_entered(const ExecFrame *xf, const Instr *pc)
{
    const Code *code = xf->func->code;
    if (xf->pc != pc)
        return false;
    if (pc == code->instrs)
        return true;
    return xf->link & XF_GENERATOR && (pc->op == OP_YIELD_FROM || pc[-1].op == OP_YIELD || pc[-1].op == OP_YIELD_FROM);
}

/* FOR_GENERATOR goes on behind a YIELD without saying so in xf. */
static bool is_resumed_by_for(const ExecFrame *xf, const Instr *pc)
{
    return xf->link & XF_GENERATOR && xf->pc + 1 == pc && xf->pc->op == OP_YIELD;
}

/* f_lineno of the call event: the def; 0 in a module; of a generator that goes on, where it had stopped. */
static int entry_line(const ExecFrame *xf, const Instr *pc)
{
    const Code *code = xf->func->code;
    if (pc != code->instrs)
        return trace_line_of(code, pc->op == OP_YIELD_FROM ? pc : pc - 1);
    return code->flags & (CODE_OPTIMIZED | CODE_CLASS_BODY) ? code->first_line : 0;
}

/* The opcode event: one for each of our instructions. */
static int trace_opcode(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    FrameObject *fobj = xframe_fobj(xf);
    if (!ts->trace.function || !fobj || !fobj->trace || !fobj->trace_opcodes || pc->op == OP_MAKE_CELL)
        return 0;
    return trace_fire(ts, xf, TRACE_EVENT_OPCODE, VALUE_NULL, TRACE_OWN_LINE);
}

/* A generator that a `for` drives returns a value: a StopIteration with it ends the loop. What the function raises at that is dropped, as in CPython. */
static void trace_end_of_loop(ThreadState *ts, const ExecFrame *xf, Value v)
{
    ExecFrame *resumer = xf->previous;
    if (v == VALUE_NONE || !resumer || !trace_is_for(resumer->pc))
        return;
    raise_stop_iteration(v);
    trace_stop_iteration(ts, resumer);
    exc_clear();
}

/* The call returns v, or yields it. */
static int trace_return(ThreadState *ts, ExecFrame *xf, Value v, bool yields)
{
    bool wrapped = yields && xf->func->code->flags & CODE_ASYNC_GENERATOR;
    if (wrapped && !(v = async_generator_wrap(v)))
        return -1;
    ts->trace.yields = yields;
    ts->trace.stack = xf->func->code->stacks[xframe_instr_index(xf)];
    int status = trace_fire(ts, xf, TRACE_EVENT_RETURN, v, TRACE_OWN_LINE);
    ts->trace.yields = false;
    if (wrapped)
        value_release(v);
    if (status == 0 && !yields && (xf->link & (XF_GENERATOR | XF_ENTRY)) == XF_GENERATOR)
        trace_end_of_loop(ts, xf, v);
    return status;
}

/* What is raised at a call event passed through the call, at its def. */
static void add_traceback_at_entry(ExecFrame *xf, int line)
{
    Value exception = exc_take();
    if (xframe_fobj(xf))
        traceback_here(exception, xframe_fobj(xf), xf->pc == xf->func->code->instrs ? -1 : xframe_instr_index(xf), line);
    exc_restore_steal(exception);
}

void trace_consume_operands(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value pending = exc_take();
    Value *operands = &EVAL_OPERAND(pc->a);
    switch (pc->op) {
    case OP_CALL:
    case OP_CALL_METHOD:
    case OP_CALL_KW:
    case OP_CALL_METHOD_KW:
    case OP_CALL_EX:
        for (int i = trace_window_size(pc); i-- > 0;)
            value_clear(&operands[i]);
        break;
    case OP_YIELD:
        if (pc->b >= 0)
            value_clear(&EVAL_OPERAND(pc->b));
        break;
    case OP_YIELD_FROM:
        value_clear(&operands[1]);
        break;
    case OP_RERAISE:
        eval_reraise(ts, xf, pc);
        exc_clear();
        break;
    case OP_POP_EXC:
        (void)eval_pop_exc(ts, xf, pc);
        break;
    case OP_RETURN:
    case OP_RETURN_NONE: /* nothing else is left, what lies below it has been released (the iterators of loops) */
        for (int i = xf->func->code->unwind[pc - xf->func->code->instrs]; i-- > 0;)
            if (pc->op == OP_RETURN_NONE || xframe_temps(xf) + i != operands)
                xframe_temps(xf)[i] = VALUE_NULL;
        break;
    default:
        break;
    }
    exc_restore_steal(pending);
}

/* ---- from the eval loop ---- */

static int check_locals(ExecFrame *xf, const Instr *pc)
{
    int local = frame_jump_find_unbound(xf, pc);
    if (local < 0)
        return 0;
    xf->pc = pc;
    return eval_unbound_local(xf, local);
}

/* An instruction that is not traced. */
static TraceAction look_at_instr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    if (likely(!ts->trace.check_locals) || check_locals(xf, pc) == 0)
        return TRACE_GO_ON;
    trace_consume_operands(ts, xf, pc);
    return TRACE_RAISE;
}

/* The line events before the instruction at xf->pc are over; status < 0: one raised. */
static TraceAction begin_instr(ThreadState *ts, ExecFrame *xf, int status)
{
    TraceState *trace = &ts->trace;
    const Instr *pc = xf->pc;
    if (status < 0 || trace_opcode(ts, xf, pc) < 0 || (unlikely(trace->check_locals) && check_locals(xf, pc) < 0)) {
        trace_consume_operands(ts, xf, pc);
        return TRACE_RAISE;
    }
    switch (pc->op) {
    case OP_CALL:
    case OP_CALL_METHOD:
    case OP_CALL_KW:
    case OP_CALL_METHOD_KW:
    case OP_CALL_EX:
        return TRACE_AS_CALL;
    case OP_YIELD_FROM:
        return TRACE_AS_DELEGATION;
    case OP_RETURN:
    case OP_RETURN_NONE:
    case OP_YIELD: {
        Value v = pc->op == OP_RETURN_NONE ? VALUE_NONE : EVAL_OPERAND(pc->op == OP_YIELD ? pc->b : pc->a);
        if (trace_return(ts, xf, v, pc->op == OP_YIELD) < 0) {
            trace->left = true;
            trace_consume_operands(ts, xf, pc);
            return TRACE_RAISE_OUT;
        }
        trace->xf = NULL;
        return TRACE_GO_ON;
    }
    case OP_RELEASE: { /* leaves nothing behind that an event before the next instruction could unwind or pop */
        Value v = EVAL_OPERAND(pc->a);
        EVAL_OPERAND(pc->a) = VALUE_NULL;
        value_release_null(v);
        return TRACE_GO_ON;
    }
    default:
        return TRACE_GO_ON;
    }
}

TraceAction trace_instr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    TraceState *trace = &ts->trace;
    if (trace->count_steps)
        limit_count_step();
    if (trace->inside || !trace_is_on(ts))
        return look_at_instr(ts, xf, pc);
    const Instr *prev = xf == trace->xf ? trace->prev : xf->pc;
    if (xf != trace->xf && (is_entered(xf, pc) || is_resumed_by_for(xf, pc))) {
        trace->xf = xf;
        if (trace_fire(ts, xf, TRACE_EVENT_CALL, VALUE_NULL, entry_line(xf, pc)) < 0) {
            trace->xf = xf;
            trace->prev = NULL;
            add_traceback_at_entry(xf, entry_line(xf, pc));
            trace_consume_operands(ts, xf, pc);
            return TRACE_RAISE_OUT;
        }
        prev = pc == xf->func->code->instrs ? NULL : pc->op == OP_YIELD_FROM ? pc : pc - 1;
        trace->xf = xf;
        xf->pc = pc;
        if (unlikely(trace->suspended) && trace->suspended == xframe_fobj(xf)) {
            frame_jump_resume(ts, xf);
            return TRACE_MOVED;
        }
    }
    trace->xf = xf;
    trace->prev = xf->pc = pc;
    int status = trace_line(ts, xf, prev, pc);
    return status == TRACE_LINES_MOVED ? TRACE_MOVED : begin_instr(ts, xf, status);
}

TraceAction trace_moved(ThreadState *ts, ExecFrame *xf)
{
    TraceState *trace = &ts->trace;
    const Code *code = xf->func->code;
    const Instr *pc = trace->prev = xf->pc;
    const LineStart start = frame_jump_start(code, trace->jump);
    trace->entered = NULL;
    const int last = trace->jump == JUMP_BEGIN ? 0 : start.line; /* a call's first line is always told */
    trace->jump = NO_JUMP;
    const bool exact = pc == code->instrs + start.index; /* else behind it: what comes there is still to be told */
    const int from = trace_mark_at(code, pc) + (exact ? start.passed : 0);
    int status = (exact && start.is_instr) || !trace_wants_lines(ts, xf) ? 0 : trace_lines_from(ts, xf, pc, from, last, false, false);
    return status == TRACE_LINES_MOVED ? TRACE_MOVED : begin_instr(ts, xf, status);
}

int trace_yielded(ThreadState *ts, ExecFrame *xf, Value v)
{
    ts->trace.yields = true;
    ts->trace.stack = xf->func->code->stacks[xframe_instr_index(xf)];
    int status = trace_fire(ts, xf, TRACE_EVENT_RETURN, v, TRACE_OWN_LINE);
    ts->trace.yields = false;
    ts->trace.xf = NULL;
    ts->trace.left = status < 0;
    return status;
}

/* ---- from the slow paths ---- */

int trace_entered_by_throw(ThreadState *ts, ExecFrame *xf)
{
    if (ts->trace.suspended && ts->trace.suspended == xframe_fobj(xf)) {
        object_release(ts->trace.suspended);
        ts->trace.suspended = NULL;
    }
    if (ts->trace.inside)
        return 0;
    ts->trace.xf = xf;
    ts->trace.prev = xf->pc;
    return trace_fire(ts, xf, TRACE_EVENT_CALL, VALUE_NULL, xframe_line(xf));
}

static Value exception_triple(const ThreadState *ts, Value exception)
{
    Value traceback = ((ExceptionObject *)value_object(exception))->traceback;
    Value class = exc_is_unlike(ts, exception) ? ts->raised_class : value_of(type_of(exception));
    return tuple_pack(3, class, exception, traceback ? traceback : VALUE_NONE);
}

Value trace_exception(ThreadState *ts, ExecFrame *xf, Value exception_steal)
{
    if (!ts->trace.function || ts->trace.inside)
        return exception_steal;
    exception_steal = exc_normalize(ts, exception_steal, false);
    FrameObject *fobj = xframe_fobj(xf);
    if (!fobj || !fobj->trace)
        return exception_steal;
    Value triple = exception_triple(ts, exception_steal);
    int status = triple ? trace_fire(ts, xf, TRACE_EVENT_EXCEPTION, triple, TRACE_OWN_LINE) : -1;
    value_release_null(triple);
    if (status == 0)
        return exception_steal;
    value_release(exception_steal);
    return exc_take();
}

void trace_stop_iteration(ThreadState *ts, ExecFrame *xf)
{
    Value exception = exc_take();
    exception = trace_exception(ts, xf, exception);
    exc_restore_steal(exception);
}

/* While tracing, CPython asks a generator for its next item, or sends, as a program would: its end is a StopIteration, unless next() has no value to tell. */
int trace_end_of_delegate(ThreadState *ts, ExecFrame *xf, Value delegate, Value sent, Value returned)
{
    if (!ts->trace.function || !value_is_resumable(delegate) ||
        (value_object(delegate)->type != &type_coroutine && returned == VALUE_NONE && sent == VALUE_NONE))
        return 0;
    raise_stop_iteration(returned);
    trace_stop_iteration(ts, xf);
    return exc_clear_if(&exc_StopIteration) ? 0 : -1;
}

Value trace_unwound(ThreadState *ts, ExecFrame *xf, Value exception_steal)
{
    if (ts->trace.inside)
        return exception_steal;
    bool at_entry = ts->trace.xf == xf && !ts->trace.prev, left = ts->trace.left;
    ts->trace.left = false;
    int status = left ? 0 : trace_fire(ts, xf, TRACE_EVENT_RETURN, VALUE_NULL, at_entry ? entry_line(xf, xf->pc) : TRACE_OWN_LINE);
    ts->trace.xf = NULL;
    if (status == 0)
        return exception_steal;
    value_release(exception_steal);
    return exc_take();
}

void trace_handled(ThreadState *ts, ExecFrame *xf, const Instr *raised)
{
    if (ts->trace.inside)
        return;
    ts->trace.left = false;
    ts->trace.xf = xf;
    ts->trace.prev = raised;
}
