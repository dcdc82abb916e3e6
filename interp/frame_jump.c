#include "frame_jump.h"

#include "eval_slow.h"
#include "exceptions.h"
#include "trace.h"
#include "types/int.h"
#include "xframe.h"

enum { LIVE_MAX = 64 }; /* temporaries that a jump may leave live */

/* ---- CPython's picture of a stack: a number with three bits for each kind, the top lowest ---- */

enum { KIND_BITS = 3, KIND_MASK = 7 };
static const int64_t too_deep = -1, unreached = -2;

static int stack_depth(const Code *code, int entry)
{
    int depth = 0;
    for (; entry != 0; entry = code->stack_entries[entry].below)
        depth++;
    return depth;
}

static int64_t picture(const Code *code, int entry)
{
    if (entry == STACK_UNREACHED)
        return unreached;
    if (entry == STACK_UNKNOWN || stack_depth(code, entry) > STACK_LIMIT)
        return too_deep;
    int64_t sum = 0;
    for (int shift = 0; entry != 0; entry = code->stack_entries[entry].below, shift += KIND_BITS)
        sum |= (int64_t)code->stack_entries[entry].kind << shift;
    return sum;
}

static bool kind_fits(int from, int to) { return to == STACK_OBJECT ? from != STACK_NULL : to == STACK_NULL || (to != 0 && from == to); }

/* What is on the stack serves where `to` is, once enough is popped. That pictures are compared as numbers is CPython's. */
static bool stack_fits(int64_t from, int64_t to)
{
    if (from < 0 || to < 0)
        return false;
    while (from > to)
        from >>= KIND_BITS;
    for (; from; from >>= KIND_BITS, to >>= KIND_BITS)
        if (!kind_fits((int)(from & KIND_MASK), (int)(to & KIND_MASK)))
            return false;
    return to == 0;
}

static const char *why_not(int64_t from, int64_t to)
{
    if (from == too_deep)
        return "stack to deep to analyze";
    if (from == unreached)
        return "can't jump from unreachable code";
    if (to == unreached)
        return "can't jump into an exception handler, or code may be unreachable";
    if (to == too_deep)
        return "stack is too deep to analyze";
    switch (to & KIND_MASK) {
    case STACK_EXCEPT: return "can't jump into an 'except' block as there's no exception";
    case STACK_LASTI: return "can't jump into a re-raising block as there's no location";
    case STACK_ITERATOR: return "can't jump into the body of a for loop";
    default: return "incompatible stacks";
    }
}

/* ---- lines ---- */

/* CPython's call begins with an instruction on the line of the def, in a generator with a value on the stack. */
static LineStart beginning(const Code *code)
{
    int index = 0;
    while (code->instrs[index].op == OP_MAKE_CELL)
        index++;
    return (LineStart){.line = code->first_line, .index = index};
}

static bool has_beginning(const Code *code) { return code->flags & (CODE_OPTIMIZED | CODE_CLASS_BODY); }

LineStart frame_jump_start(const Code *code, int jump) { return jump == JUMP_BEGIN ? beginning(code) : code->starts[jump]; }

static int first_line_from(const Code *code, int line)
{
    int found = has_beginning(code) && code->first_line >= line ? code->first_line : INT32_MAX;
    for (int i = 0; i < code->start_count; i++)
        if (code->starts[i].line >= line && code->starts[i].line < found)
            found = code->starts[i].line;
    return found;
}

/* CPython goes where most of the stack stays; the first such instruction of the line. -1: raised. */
static int choose(const Code *code, int stack, int line, int *jump)
{
    int64_t from = picture(code, stack), best = -1;
    const char *message = NULL;
    if (has_beginning(code) && code->first_line == line) {
        int64_t to = code->flags & CODE_RESUMABLE ? STACK_OBJECT : 0;
        if (stack_fits(from, to) && to == 0) {
            best = 0;
            *jump = JUMP_BEGIN;
        } else {
            message = why_not(from, to);
        }
    }
    for (int i = 0; i < code->start_count; i++) {
        if (code->starts[i].line != line)
            continue;
        int64_t to = picture(code, code->starts[i].stack);
        if (!stack_fits(from, to)) {
            message = message ? message : why_not(from, to);
        } else if (to > best) {
            best = to;
            *jump = i;
        }
    }
    if (best >= 0)
        return 0;
    return raise_error_int(&exc_ValueError, "%s", message);
}

/* ---- what is live ---- */

static int temp_of(int operand) { return operand - XFRAME_SLOTS; }

/* Temporaries before the instruction at pc; Code.unwind does not count what it consumes also when it raises. */
static int live_before(const Code *code, const Instr *pc)
{
    int live = code->unwind[pc - code->instrs];
    switch (pc->op) {
    case OP_CALL: case OP_CALL_KW: return temp_of(pc->a) + 1 + pc->b;
    case OP_CALL_METHOD: case OP_CALL_METHOD_KW: return temp_of(pc->a) + 2 + pc->b;
    case OP_CALL_EX: return temp_of(pc->a) + 3;
    case OP_YIELD: return pc->b < 0 ? live : temp_of(pc->b) + 1;
    case OP_YIELD_FROM: case OP_RERAISE: return temp_of(pc->a) + 2;
    default: return live;
    }
}

/* ---- from here to there ---- */

typedef struct Move {
    const Code *code;
    LineStart to;
    int from_count, to_count;  /* values on CPython's stack, and what they are, from the bottom up */
    StackEntry from[STACK_LIMIT], there[STACK_LIMIT];
    int same;                  /* of these the lowest that both have in common, in the same places */
    int live_here, live;       /* temporaries here, and there */
    bool filled[LIVE_MAX];
    bool stays;                /* there is here */
} Move;

static int list_stack(const Code *code, int entry, StackEntry *list, int *entries)
{
    int depth = stack_depth(code, entry);
    for (int i = depth; i-- > 0; entry = code->stack_entries[entry].below) {
        list[i] = code->stack_entries[entry];
        entries[i] = entry;
    }
    return depth;
}

static bool is_live(const Move *m, const StackEntry *entry) { return temp_of(entry->slot) + entry->width <= m->live_here; }

static bool is_filled(const Move *m, int temp) { return temp < LIVE_MAX && m->filled[temp]; }

/* We hold something there that CPython does not: where only its release comes next, that is left out. */
static void skip_releases(Move *m)
{
    for (;;) {
        const Instr *pc = m->code->instrs + m->to.index;
        m->live = live_before(m->code, pc);
        if (pc->op != OP_RELEASE || temp_of(pc->a) != m->live - 1 || is_filled(m, m->live - 1))
            return;
        m->to.index++;
        m->to.passed = 0;
        m->to.is_instr = false;
    }
}

/* Whether a value that another statement has put where this one has its own can take that place. */
static bool serves(const StackEntry *from, const StackEntry *there)
{
    return from->slot && there->slot >= XFRAME_SLOTS && there->kind != STACK_NULL && !there->is_part;
}

/* Each value that stays must be in a temporary there, and each temporary there get one. In the middle of expressions it is not always so. */
static bool plan(Move *m, const Code *code, const Instr *from, int stack, LineStart to)
{
    int entries[STACK_LIMIT], entries_there[STACK_LIMIT];
    *m = (Move){.code = code, .to = to, .live_here = live_before(code, from)};
    m->from_count = list_stack(code, stack, m->from, entries);
    m->to_count = list_stack(code, to.stack, m->there, entries_there);
    while (m->same < m->to_count && m->same < m->from_count && entries[m->same] == entries_there[m->same])
        m->same++;
    m->stays = from == code->instrs + to.index && m->same == m->from_count && m->same == m->to_count;
    if (m->stays)
        return true;
    for (int i = 0; i < m->to_count; i++) {
        const StackEntry *there = &m->there[i];
        bool temp = there->slot >= XFRAME_SLOTS;
        if ((i >= m->same && !serves(&m->from[i], there)) || !is_live(m, &m->from[i]) || (temp && temp_of(there->slot) + there->width > LIVE_MAX))
            return false;
        for (int k = 0; temp && k < there->width; k++)
            m->filled[temp_of(there->slot) + k] = true;
    }
    skip_releases(m);
    for (int i = 0; i < m->live; i++)
        if (!is_filled(m, i))
            return false;
    return true;
}

/* Popping a handled exception makes it so again. */
static void pop_handled(ThreadState *ts, const Move *m, ExecFrame *xf)
{
    for (int i = m->from_count; i-- > m->to_count;)
        if (m->from[i].kind == STACK_EXCEPT && m->from[i].slot) {
            Value handled = eval_take(xf, m->from[i].slot);
            value_set_steal(&ts->exc_info->handled, handled == VALUE_NONE ? VALUE_NULL : handled);
        }
}

/* The values that stay, by temporary there. */
static void take_kept(ThreadState *ts, const Move *m, ExecFrame *xf, Value *kept)
{
    for (int i = 0; i < m->to_count; i++) {
        const StackEntry *from = &m->from[i], *there = &m->there[i];
        for (int k = 0; k < there->width && there->slot >= XFRAME_SLOTS; k++) {
            bool given = i < m->same || k < from->width;
            Value handled = ts->exc_info->handled ? ts->exc_info->handled : VALUE_NONE;
            kept[temp_of(there->slot) + k] = given ? eval_take(xf, (i < m->same ? there : from)->slot + k) : value_retain(handled);
        }
    }
}

static void carry_out(ThreadState *ts, const Move *m, ExecFrame *xf)
{
    Value kept[LIVE_MAX] = {VALUE_NULL}, replaced[LIVE_MAX], *temps = xframe_temps(xf);
    if (m->stays)
        return;
    pop_handled(ts, m, xf);
    take_kept(ts, m, xf, kept);
    for (int i = 0; i < m->live; i++) {
        replaced[i] = i < m->live_here ? temps[i] : VALUE_NULL;
        temps[i] = kept[i];
    }
    xf->pc = m->code->instrs + m->to.index;
    for (int i = m->live_here; i-- > 0;) {
        Value v = i < m->live ? replaced[i] : temps[i];
        if (i >= m->live)
            temps[i] = VALUE_NULL;
        value_release_null(v);
    }
}

/* ---- unbound locals ---- */

/* Where the compiler has proved a local bound, a jump may have passed what binds it: from now on each is looked at when it is read. */
static void check_locals(ExecFrame *xf)
{
    const Value *locals = xframe_locals(xf);
    for (int i = 0; i < xf->func->code->local_count; i++)
        if (!locals[i]) {
            trace_check_locals();
            return;
        }
}

static bool reads_unbound(const ExecFrame *xf, OperandKind kind, int16_t operand)
{
    return (kind == OPERAND_S || kind == OPERAND_U) && operand < 0 && !((const Value *)xf)[operand];
}

int frame_jump_find_unbound(const ExecFrame *xf, const Instr *pc)
{
    const OpcodeInfo *info = &opcode_info[pc->op];
    int operand = reads_unbound(xf, info->a, pc->a) ? pc->a : reads_unbound(xf, info->b, pc->b) ? pc->b : reads_unbound(xf, info->c, pc->c) ? pc->c : 0;
    return operand ? operand + xf->func->code->local_count : -1;
}

/* ---- the setter ---- */

static int check_event(const TraceState *trace, const FrameObject *fobj)
{
    if (!trace->inside || trace->event == TRACE_EVENT_CALL)
        return raise_error_int(&exc_ValueError, "can't jump from the 'call' trace event of a new frame");
    if (trace->event != TRACE_EVENT_LINE && !(trace->event == TRACE_EVENT_RETURN && trace->yields))
        return raise_error_int(&exc_ValueError, "can only jump from a 'line' trace event");
    if (!fobj->trace)
        return raise_error_int(&exc_ValueError, "f_lineno can only be set by a trace function");
    if (fobj != trace->of) /* it stands in the middle of a call, or does not run */
        return raise_error_int(&exc_ValueError, "can only jump from a 'line' trace event");
    return 0;
}

static int given_line(const Code *code, Value v)
{
    int64_t line;
    if (!int_fits_int64(v, &line) || line < INT32_MIN || line > INT32_MAX)
        return raise_error_int(&exc_ValueError, "lineno out of range");
    if (line < code->first_line)
        return raise_error_int(&exc_ValueError, "line %d comes before the current code block", (int)line);
    int found = first_line_from(code, (int)line);
    if (found == INT32_MAX)
        return raise_error_int(&exc_ValueError, "line %d comes after the current code block", (int)line);
    return found;
}

/* f_lineno says so at once. */
static void tell_line(TraceState *trace, FrameObject *fobj, const LineStart *to, int jump)
{
    trace->jump = jump;
    trace->stack = to->stack;
    trace->fobj = fobj;
    trace->line = to->line;
}

int frame_jump(FrameObject *fobj, Value v)
{
    if (!v)
        return raise_error_int(&exc_AttributeError, "cannot delete attribute");
    if (type_of(v) != &type_int)
        return raise_error_int(&exc_ValueError, "lineno must be an integer");
    ThreadState *ts = thread_current;
    TraceState *trace = &ts->trace;
    if (check_event(trace, fobj) < 0)
        return -1;
    ExecFrame *xf = fobj->xf;
    const Code *code = xf->func->code;
    int line = given_line(code, v), jump = NO_JUMP;
    int stack = trace->yields && trace->stack < STACK_UNREACHED ? code->stack_entries[trace->stack].below : trace->stack;
    if (line < 0 || choose(code, stack, line, &jump) < 0)
        return -1;
    LineStart to = frame_jump_start(code, jump);
    Move move;
    if (!plan(&move, code, xf->pc, stack, to))
        return raise_error_int(&exc_ValueError, "incompatible stacks");
    check_locals(xf);
    if (trace->yields) {
        object_retain(fobj);
        object_release_null(trace->suspended);
        trace->suspended = fobj;
        trace->later = jump;
    } else {
        carry_out(ts, &move, xf);
    }
    tell_line(trace, fobj, &to, jump);
    return 0;
}

void frame_jump_resume(ThreadState *ts, ExecFrame *xf)
{
    TraceState *trace = &ts->trace;
    const Code *code = xf->func->code;
    const Instr *yield = xf->pc->op == OP_YIELD_FROM ? xf->pc : xf->pc - 1;
    Move move;
    (void)plan(&move, code, xf->pc, code->stack_entries[code->stacks[yield - code->instrs]].below, frame_jump_start(code, trace->later));
    carry_out(ts, &move, xf);
    trace->jump = trace->later;
    object_release(trace->suspended);
    trace->suspended = NULL;
}
