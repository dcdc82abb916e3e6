#include "trace.h"

#include "abstract.h"
#include "coroutine.h"
#include "eval_slow.h"
#include "exceptions.h"
#include "frame_jump.h"
#include "frameobj.h"
#include "limit.h"
#include "names.h"
#include "traceback.h"
#include "type.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/method.h"
#include "types/str.h"
#include "types/tuple.h"
#include "xframe.h"

enum { OWN_LINE = -1 };
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
        value_set_steal(&fobj->trace, result);
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

/* An event of xf; `line`: what f_lineno says meanwhile, OWN_LINE: as ever. 0, or -1 and raised. A pending exception must have been taken. */
static int fire(ThreadState *ts, ExecFrame *xf, TraceEvent kind, Value arg, int line)
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
    trace->fobj = line != OWN_LINE ? fobj : NULL;
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

static int line_of(const Code *code, const Instr *pc) { return (int)code->positions[pc - code->instrs].line; }

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
        return line_of(code, pc->op == OP_YIELD_FROM ? pc : pc - 1);
    return code->flags & (CODE_OPTIMIZED | CODE_CLASS_BODY) ? code->first_line : 0;
}

static bool is_for(const Instr *pc)
{
    return pc->op == OP_FOR_LOOP || pc->op == OP_FOR_LIST || pc->op == OP_FOR_GENERATOR || pc->op == OP_FOR_PAIR;
}

static bool is_jump(const Instr *pc) { return pc->op == OP_JUMP || pc->op == OP_JUMP_BACK; }

/* The body begins with a jump, which the loop leaves out: it leads to where that does. */
static bool is_entry_before_jump(const Instr *prev, const Instr *loop)
{
    return prev->op == OP_JUMP && prev[1].op == OP_JUMP && prev + 2 + instr_jump(prev + 1) == instr_loop_body(loop) && prev[-1].op == OP_GET_ITER;
}

/* CPython's loops have their head at the top: coming to FOR_LOOP from the body is the jump back, and from it to the body is going on. */
static bool is_jump_back(const Instr *prev, const Instr *pc)
{
    if (is_for(pc)) /* it is entered from right before the body, be it by a jump or, with an empty body, without */
        return prev + instr_units(prev) != instr_loop_body(pc) && !is_entry_before_jump(prev, pc);
    return pc <= prev && !is_for(prev) && pc->op != OP_YIELD_FROM;
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

/* The first mark at pc or behind. */
static int mark_at(const Code *code, const Instr *pc)
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

static bool wants_lines(const ThreadState *ts, const ExecFrame *xf)
{
    const FrameObject *fobj = xframe_fobj(xf);
    return ts->trace.function && fobj && fobj->trace && fobj->trace_lines;
}

/* What trace_line and trace_lines_from return: 0, -1: raised, MOVED: f_lineno was set. */
enum { MOVED = 1 };

static int fire_line(ThreadState *ts, ExecFrame *xf, int line, uint16_t stack)
{
    ts->trace.stack = stack;
    int status = fire(ts, xf, TRACE_EVENT_LINE, VALUE_NULL, line);
    return status == 0 && ts->trace.jump != NO_JUMP ? MOVED : status;
}

/* The line events before the instruction at pc, beginning with mark `from` of the code; last: the line that was passed last. back: the way here is a
 * jump back; passing: it tells of the marks by a jump of its own. */
static int trace_lines_from(ThreadState *ts, ExecFrame *xf, const Instr *pc, int from, int last, bool back, bool passing)
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
    int line = line_of(code, pc);
    if (line == 0 || (line == last && !back))
        return 0;
    return fire_line(ts, xf, OWN_LINE, code->stacks[pc - code->instrs]);
}

/* Those that are due; prev: what ran before in this ExecFrame, NULL: nothing. */
static int trace_line(ThreadState *ts, ExecFrame *xf, const Instr *prev, const Instr *pc)
{
    if (!wants_lines(ts, xf) || pc->op == OP_MAKE_CELL)
        return 0;
    const Code *code = xf->func->code;
    bool first = prev && is_first_turn(&ts->trace, prev, pc), back = prev && !first && is_jump_back(prev, pc);
    int last = prev && prev->op != OP_MAKE_CELL ? line_of(code, prev) : 0;
    return trace_lines_from(ts, xf, pc, mark_at(code, pc) + marks_skipped(code, prev, pc), last, back, back && is_jump(prev));
}

/* The opcode event: one for each of our instructions. */
static int trace_opcode(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    FrameObject *fobj = xframe_fobj(xf);
    if (!ts->trace.function || !fobj || !fobj->trace || !fobj->trace_opcodes || pc->op == OP_MAKE_CELL)
        return 0;
    return fire(ts, xf, TRACE_EVENT_OPCODE, VALUE_NULL, OWN_LINE);
}

/* A generator that a `for` drives returns a value: a StopIteration with it ends the loop. What the function raises at that is dropped, as in CPython. */
static void trace_end_of_loop(ThreadState *ts, const ExecFrame *xf, Value v)
{
    ExecFrame *resumer = xf->previous;
    if (v == VALUE_NONE || !resumer || !is_for(resumer->pc))
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
    int status = fire(ts, xf, TRACE_EVENT_RETURN, v, OWN_LINE);
    ts->trace.yields = false;
    if (wrapped)
        value_release(v);
    if (status == 0 && !yields && (xf->link & (XF_GENERATOR | XF_ENTRY)) == XF_GENERATOR)
        trace_end_of_loop(ts, xf, v);
    return status;
}

/* Values that a call consumes: function, self or 0, arguments. */
static int window_size(const Instr *pc)
{
    return pc->op == OP_CALL_EX ? 3 : 1 + pc->b + (pc->op == OP_CALL_METHOD || pc->op == OP_CALL_METHOD_KW);
}

/* What is raised at a call event passed through the call, at its def. */
static void add_traceback_at_entry(ExecFrame *xf, int line)
{
    Value exception = exc_take();
    if (xframe_fobj(xf))
        traceback_here(exception, xframe_fobj(xf), xf->pc == xf->func->code->instrs ? -1 : xframe_instr_index(xf), line);
    exc_restore_steal(exception);
}

/* The instruction at pc will not run. What it consumes also when it raises (its `unwind` does not count that) is released here. */
static void consume_operands(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value pending = exc_take();
    Value *operands = &EVAL_OPERAND(pc->a);
    switch (pc->op) {
    case OP_CALL:
    case OP_CALL_METHOD:
    case OP_CALL_KW:
    case OP_CALL_METHOD_KW:
    case OP_CALL_EX:
        for (int i = window_size(pc); i-- > 0;)
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
    consume_operands(ts, xf, pc);
    return TRACE_RAISE;
}

/* The line events before the instruction at xf->pc are over; status < 0: one raised. */
static TraceAction begin_instr(ThreadState *ts, ExecFrame *xf, int status)
{
    TraceState *trace = &ts->trace;
    const Instr *pc = xf->pc;
    if (status < 0 || trace_opcode(ts, xf, pc) < 0 || (unlikely(trace->check_locals) && check_locals(xf, pc) < 0)) {
        consume_operands(ts, xf, pc);
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
            consume_operands(ts, xf, pc);
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
        if (fire(ts, xf, TRACE_EVENT_CALL, VALUE_NULL, entry_line(xf, pc)) < 0) {
            trace->xf = xf;
            trace->prev = NULL;
            add_traceback_at_entry(xf, entry_line(xf, pc));
            consume_operands(ts, xf, pc);
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
    return status == MOVED ? TRACE_MOVED : begin_instr(ts, xf, status);
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
    const int from = mark_at(code, pc) + (exact ? start.passed : 0);
    int status = (exact && start.is_instr) || !wants_lines(ts, xf) ? 0 : trace_lines_from(ts, xf, pc, from, last, false, false);
    return status == MOVED ? TRACE_MOVED : begin_instr(ts, xf, status);
}

int trace_yielded(ThreadState *ts, ExecFrame *xf, Value v)
{
    ts->trace.yields = true;
    ts->trace.stack = xf->func->code->stacks[xframe_instr_index(xf)];
    int status = fire(ts, xf, TRACE_EVENT_RETURN, v, OWN_LINE);
    ts->trace.yields = false;
    ts->trace.xf = NULL;
    ts->trace.left = status < 0;
    return status;
}

static EvalCall *const calls[] = {eval_call, eval_call_method, eval_call_kw, eval_call_method_kw, eval_call_ex};
static int call_kind(const Instr *pc)
{
    return pc->op == OP_CALL ? 0 : pc->op == OP_CALL_METHOD ? 1 : pc->op == OP_CALL_KW ? 2 : pc->op == OP_CALL_METHOD_KW ? 3 : 4;
}

/* What c_call tells of: a function written in C, a method bound to its first argument; VALUE_NULL: not such a call, or raised. New reference. */
static Value native_callee(ExecFrame *xf, const Instr *pc)
{
    const Value *window = &EVAL_OPERAND(pc->a);
    Value callable = window[0], self = VALUE_NULL;
    bool method = pc->op == OP_CALL_METHOD || pc->op == OP_CALL_METHOD_KW;
    if (!value_is_object(callable))
        return VALUE_NULL;
    if (pc->op == OP_CALL_EX && !value_is_tuple(window[1]) && !type_of(window[1])->iter)
        return VALUE_NULL; /* not called: its arguments are no iterable */
    if (value_object(callable)->type == &type_native_function)
        return value_retain(callable);
    if (value_object(callable)->type != &type_native_method)
        return VALUE_NULL;
    if (pc->op == OP_CALL_EX)
        self = value_is_tuple(window[1]) && as_tuple(window[1])->length ? as_tuple(window[1])->items[0] : VALUE_NULL;
    else if (method && window[1])
        self = window[1];
    else if (pc->b > 0)
        self = window[1 + method];
    return self ? value_object(callable)->type->descr_get(callable, self, type_of(self)) : VALUE_NULL;
}

/* The arguments that would die with the call, in a tuple: CPython releases them behind c_return. VALUE_NULL: none, or no memory. */
static Value arguments_kept(const ExecFrame *xf, const Instr *pc)
{
    const Value *window = (const Value *)xf + pc->a;
    Value list = VALUE_NULL;
    for (int i = 1, size = window_size(pc); i < size; i++) {
        if (!value_is_object(window[i]) || !window[i] || value_object(window[i])->refs != 1)
            continue;
        if ((!list && !(list = list_new(0))) || list_append(list, window[i]) < 0)
            exc_clear();
    }
    return list;
}

ExecFrame *trace_call(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    EvalCall *call = calls[call_kind(pc)];
    if (!ts->trace.profiler)
        return call(ts, xf, pc);
    Value *window = &EVAL_OPERAND(pc->a);
    if (pc->op == OP_CALL_EX && !value_is_tuple(window[1]) && type_of(window[1])->iter) { /* the arguments are there before c_call */
        Value args = tuple_from_iterable(window[1]);
        if (!args) {
            consume_operands(ts, xf, pc);
            return NULL;
        }
        value_set_steal(&window[1], args);
    }
    Value callee = native_callee(xf, pc);
    if (!callee) {
        exc_clear();
        return call(ts, xf, pc);
    }
    if (fire(ts, xf, TRACE_EVENT_C_CALL, callee, OWN_LINE) < 0) {
        value_release(callee);
        consume_operands(ts, xf, pc);
        return NULL;
    }
    Value args = arguments_kept(xf, pc);
    ExecFrame *next = call(ts, xf, pc);
    if (ts->trace.profiler) {
        Value pending = exc_take();
        if (fire(ts, xf, next ? TRACE_EVENT_C_RETURN : TRACE_EVENT_C_EXCEPTION, callee, OWN_LINE) < 0) {
            value_release_null(pending);
            if (next) {
                value_release(EVAL_OPERAND(pc->a));
                EVAL_OPERAND(pc->a) = VALUE_NULL;
            }
            next = NULL;
        } else {
            exc_restore_steal(pending);
        }
    }
    value_release(callee);
    Value pending = exc_take();
    value_release_null(args);
    exc_restore_steal(pending);
    return next;
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
    return fire(ts, xf, TRACE_EVENT_CALL, VALUE_NULL, xframe_line(xf));
}

static Value exception_triple(Value exception)
{
    Value traceback = ((ExceptionObject *)value_object(exception))->traceback;
    return tuple_pack(3, value_of(type_of(exception)), exception, traceback ? traceback : VALUE_NONE);
}

Value trace_exception(ThreadState *ts, ExecFrame *xf, Value exception_steal)
{
    FrameObject *fobj = xframe_fobj(xf);
    if (!ts->trace.function || ts->trace.inside || !fobj || !fobj->trace)
        return exception_steal;
    Value triple = exception_triple(exception_steal);
    int status = triple ? fire(ts, xf, TRACE_EVENT_EXCEPTION, triple, OWN_LINE) : -1;
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
    int status = left ? 0 : fire(ts, xf, TRACE_EVENT_RETURN, VALUE_NULL, at_entry ? entry_line(xf, xf->pc) : OWN_LINE);
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
