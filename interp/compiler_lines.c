/* compiler_lines.c: the lines of instructions that have none of their own, as CPython's compiler gives them.
 *
 * Such an instruction (position 0) belongs to the line that leads there if only one way does. An end of the body, where the call returns or goes on
 * raising, is copied for every jump that leads to it: so tracing, and a FrameObject that outlives the call, know where it ended. What several ways
 * lead to otherwise has no line, and tracing passes it. (flowgraph of CPython 3.11: duplicate_exits_without_lineno, propagate_line_numbers.)
 */
#include "compiler.h"

bool ir_is_line(const Ir *ir) { return ir->dead && ir->op == OP_NOP && ir->c != IR_UNREACHED; }

int ir_next_kept(const Unit *unit, int i, bool *lines)
{
    for (; i < unit->ir_count && unit->ir[i].dead; i++)
        *lines |= ir_is_line(&unit->ir[i]);
    return i;
}

Label ir_last_label(const Unit *unit, Label label)
{
    bool lines = false;
    int i = ir_next_kept(unit, unit->labels[label], &lines);
    for (int hops = 0; hops < 16 && !lines && i < unit->ir_count && unit->ir[i].op == OP_JUMP; hops++) {
        label = unit->ir[i].target;
        i = ir_next_kept(unit, unit->labels[label], &lines);
    }
    return label;
}

int ir_lines_before(const Unit *unit, Label label)
{
    int count = 0;
    for (int i = unit->labels[label] - 1; i >= 0 && unit->ir[i].dead; i--)
        count += ir_is_line(&unit->ir[i]);
    return count;
}

typedef struct Ways {
    int *count;   /* of ways that lead to each instruction or line: going on from the one before, and jumps */
    int *from;    /* one of them; -1 */
    int *end;     /* of an end of the body that has no line: where that begins, its last instruction; else -1 */
    bool *target; /* a jump leads there */
    Label first_copy;
} Ways;

static bool is_stop(const Ir *ir) { return !ir->dead || ir_is_line(ir); }

static bool ends_body(const Ir *ir) { return ir->op == OP_RETURN || ir->op == OP_RETURN_NONE || ir->op == OP_RERAISE; }

/* Where a jump leads: an instruction or a line. */
static int jump_end(const Unit *unit, const Ir *jump)
{
    int at = unit->labels[ir_last_label(unit, jump->target)];
    while (at < unit->ir_count && !is_stop(&unit->ir[at]))
        at++;
    return at;
}

/* Ends the body, or jumps to where it ends and what leads there has no line either. */
static bool leads_to_end(const Unit *unit, const Ways *ways, const Ir *ir)
{
    if (ir->op != OP_JUMP)
        return ends_body(ir);
    int at = jump_end(unit, ir);
    return at < unit->ir_count && ways->end[at] >= 0;
}

static void find_ways(Compiler *c, const Unit *unit, Ways *ways)
{
    size_t n = (size_t)unit->ir_count + 1;
    ways->count = compile_alloc(c, n * sizeof *ways->count);
    ways->from = compile_alloc(c, n * sizeof *ways->from);
    ways->end = compile_alloc(c, n * sizeof *ways->end);
    ways->target = compile_alloc(c, n * sizeof *ways->target);
    memset(ways->count, 0, n * sizeof *ways->count);
    memset(ways->target, 0, n * sizeof *ways->target);
    memset(ways->from, -1, n * sizeof *ways->from);
    memset(ways->end, -1, n * sizeof *ways->end);
    int before = -1;
    for (int i = 0; i < unit->ir_count; i++) {
        const Ir *ir = &unit->ir[i];
        if (!is_stop(ir))
            continue;
        if (before < 0 || unit->ir[before].dead || ir_falls_through(&unit->ir[before])) {
            ways->count[i]++;
            ways->from[i] = before;
        }
        if (!ir->dead && ir->target >= 0) {
            int end = jump_end(unit, ir);
            ways->count[end]++;
            ways->target[end] = true;
            if (ways->from[end] < 0 && end != 0)
                ways->from[end] = i;
        }
        before = i;
    }
    for (int i = unit->ir_count - 1, end = -1; i >= 0; i--) {
        const Ir *ir = &unit->ir[i];
        if (!is_stop(ir))
            continue;
        if (ir->dead || ir->pos.line != 0 || (!leads_to_end(unit, ways, ir) && (ir->target >= 0 || !ir_falls_through(ir))))
            end = -1;
        else if (leads_to_end(unit, ways, ir))
            end = i;
        ways->end[i] = end;
        if (ways->target[i])
            end = -1; /* what leads there from before is another block */
    }
}

/* `from` on is a copy of the end of the body at `at`, for this line. */
static bool is_copy(const Unit *unit, const Ways *ways, int from, int at, SrcPos pos)
{
    for (; at >= 0 && at <= ways->end[at]; from++) {
        const Ir *copy = &unit->ir[from], *original = &unit->ir[at];
        if (copy->pos.line != pos.line || copy->op != original->op || copy->a != original->a || copy->b != original->b || copy->c != original->c
            || copy->handler != original->handler || copy->value != original->value)
            return false;
        if (original->op == OP_JUMP)
            return is_copy(unit, ways, unit->labels[copy->target], jump_end(unit, original), pos);
        if (at == ways->end[at])
            return true;
        while (unit->ir[++at].dead)
            ;
    }
    return false;
}

/* The copy of the end of the body at `at` for those who come from that line: its label. */
static Label end_copy(Compiler *c, Unit *unit, const Ways *ways, int at, SrcPos pos)
{
    for (int i = unit->label_count - 1; i >= ways->first_copy; i--)
        if (is_copy(unit, ways, unit->labels[i], at, pos))
            return i;
    Label label = label_new(c);
    label_place(c, label);
    for (int i = at, end = ways->end[at]; i <= end; i++) {
        if (unit->ir[i].dead)
            continue;
        const Ir original = unit->ir[i];
        Ir *copy = emit(c, original.op, 0, 0, 0);
        *copy = original;
        copy->pos = pos;
        if (original.op == OP_JUMP) {
            int last = unit->ir_count - 1;
            Label further = end_copy(c, unit, ways, jump_end(unit, &original), pos);
            unit->ir[last].target = further;
        }
    }
    return label;
}

/* A jump to a single instruction that ends the body becomes that. */
static void end_at_jumps(Unit *unit)
{
    for (int i = 0; i < unit->ir_count; i++) {
        Ir *ir = &unit->ir[i];
        if (ir->dead || ir->op != OP_JUMP)
            continue;
        int at = jump_end(unit, ir);
        if (at < unit->ir_count && !unit->ir[at].dead && ends_body(&unit->ir[at]) && unit->ir[at].pos.line == 0) {
            SrcPos pos = ir->pos;
            *ir = unit->ir[at];
            ir->pos = pos;
        }
    }
}

void settle_lines(Compiler *c, Unit *unit)
{
    end_at_jumps(unit);
    Ways ways = { .first_copy = unit->label_count };
    find_ways(c, unit, &ways);
    const SrcPos first_line = { (uint32_t)unit->first_line, 0, (uint32_t)unit->first_line, 0 };
    int count = unit->ir_count, before = -1;
    for (int i = 0; i < count; i++) {
        Ir *ir = &unit->ir[i];
        if (!is_stop(ir))
            continue;
        bool goes_on = before >= 0 && (unit->ir[before].dead || ir_falls_through(&unit->ir[before]));
        if (ir->pos.line == 0 && goes_on && (ways.count[i] == 1 || ways.end[i] >= 0))
            ir->pos = unit->ir[before].pos;
        else if (ir->pos.line == 0 && ways.count[i] == 1 && ways.from[i] >= 0)
            ir->pos = unit->ir[ways.from[i]].pos;
        before = i;
        if (ir->dead || ir->target < 0)
            continue;
        int at = jump_end(unit, ir);
        if (at < count && ways.end[at] >= 0 && ways.count[at] > 1) {
            Label label = end_copy(c, unit, &ways, at, ir->pos);
            unit->ir[i].target = label;
        }
    }
    for (int i = 0; i < unit->ir_count; i++)
        if (unit->ir[i].op == OP_RETURN_NONE && unit->ir[i].pos.line == 0)
            unit->ir[i].pos = first_line;
}

void revive_lines(Unit *unit)
{
    for (int i = 0; i < unit->ir_count; i++) {
        const Ir *ir = &unit->ir[i];
        if (ir->dead || ir->target < 0 || !ir_falls_through(ir))
            continue;
        bool lines = false;
        int label = unit->labels[ir_last_label(unit, ir->target)];
        if (label <= i || ir_next_kept(unit, i + 1, &lines) < label)
            continue;
        for (int k = label - 1; k > i; k--)
            if (ir_is_line(&unit->ir[k])) {
                unit->ir[k].dead = false;
                break;
            }
    }
}
