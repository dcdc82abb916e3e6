/* compiler_settle.c: the lines of instructions that have none of their own, as CPython's compiler gives them.
 *
 * Such an instruction (position 0) belongs to the line that leads there if only one way does. An end of the body, where the call returns or goes on
 * raising, is copied for every jump that leads to it: so tracing, and a FrameObject that outlives the call, know where it ended. What several ways
 * lead to otherwise has no line, and tracing passes it; a return takes the line that stands before it then. The steps and their order are those of
 * CPython 3.11's optimize_cfg and assemble.
 */
#include "compiler_graph.h"

enum { SMALL_END = 4 }; /* CPython's instructions of an end that is copied rather than jumped to */

static bool ends_body(const Ir *ir)
{
    return ir->op == OP_RETURN || ir->op == OP_RETURN_NONE || ir->op == OP_RERAISE || ir->op == OP_RAISE || ir->op == OP_RAISE_FROM
        || ir->op == OP_RAISE_CURRENT;
}

static bool is_end(const Part *part) { return part->count > 0 && ends_body(part_last(part)); }

static bool is_nop(const Ir *ir) { return ir->op == OP_NOP && (ir->c == IR_LINE || ir->c == IR_UNREACHED); }

static uint32_t line_of(const Ir *ir) { return ir->op == OP_NOP && ir->c == IR_GUARD ? 0 : ir->pos.line; }

static int lineless(const Part *part)
{
    int count = 0;
    for (int i = 0; i < part->count; i++)
        count += line_of(&part->ir[i]) == 0;
    return count;
}

/* Instructions that CPython has for it. */
static int weight(const Ir *ir)
{
    switch (ir->op) {
    case OP_RETURN_NONE: return 2;
    case OP_RETURN: case OP_RAISE: return ir->a < 0 ? 2 : 1;
    case OP_RERAISE: return ir->c ? 3 : 1;
    case OP_LOADI: case OP_LOADK: return ir->a < 0 ? 2 : 1;
    case OP_CHECK_LOCAL: case OP_MOVE: return 0;
    case OP_CALL: return 2;
    default: return 1;
    }
}

static int part_weight(const Part *part)
{
    int sum = 0;
    for (int i = 0; i < part->count; i++)
        sum += weight(&part->ir[i]);
    return sum;
}

static bool jumps_away(const Part *part) { return part->target != NULL && !part->falls; }

static bool is_pad(const Part *part) { return part->count == 1 && part->ir->op == OP_RELEASE && part->ir->c == RELEASES_ALONE; }

static bool can_be_skipped(const Part *part) { return part != NULL && part->next != NULL && (part->count == 0 || is_pad(part)); }

static void skip_empty(Part *first)
{
    for (Part *part = first; part != NULL; part = part->next) {
        while (can_be_skipped(part->next))
            part->next = part->next->next;
        for (; can_be_skipped(part->target); part->target = part->target->next)
            if (is_pad(part->target))
                part->pad = part->target;
    }
}

/* What is copied to where a dead instruction stands is dead too. */
static void copy_dead(Ir *to, const Ir *from, int count, bool dead)
{
    memcpy(to, from, (size_t)count * sizeof *to);
    for (int i = 0; dead && i < count; i++) {
        to[i].dead = true;
        if (is_nop(&to[i]))
            to[i].c = IR_UNREACHED;
    }
}

static void copy_small_ends(Compiler *c, Part *first)
{
    for (Part *part = first; part != NULL; part = part->next) {
        const Part *end = part->target;
        if (!jumps_away(part) || part->pad != NULL || !is_end(end) || lineless(end) == 0 || part_weight(end) > SMALL_END)
            continue;
        const Ir jump = *part_last(part);
        Ir *ir = compile_alloc(c, (size_t)(part->count + end->count) * sizeof *ir);
        int count = part->count - 1;
        memcpy(ir, part->ir, (size_t)count * sizeof *ir);
        if (jump.pos.line != 0)
            ir[count++] = (Ir){ .op = OP_NOP, .dead = true, .c = jump.dead ? IR_UNREACHED : IR_LINE, .target = -1, .handler = jump.handler, .pos = jump.pos };
        copy_dead(&ir[count], end->ir, end->count, jump.dead);
        part->ir = ir;
        part->count = count + end->count;
        part->target = NULL;
    }
}

/* A jump to a jump of the same line, or where neither has one, goes on to where that leads. */
static void thread_jumps(Part *first)
{
    for (Part *part = first; part != NULL; part = part->next) {
        if (part->target == NULL || part->pad != NULL || part_enters_loop(part) || part_last(part)->op == OP_FOR_LOOP)
            continue;
        for (int hops = 0; hops < 100; hops++) {
            const Part *to = part->target;
            if (to->count != 1 || to->ir->op != OP_JUMP || !jumps_away(to) || to->ir->pos.line != part_last(part)->pos.line || to->target == to)
                break;
            part->target = to->target;
        }
    }
}

/* A line without an instruction goes over to the instruction without a line behind it. */
static void join_lines(Part *first)
{
    for (Part *part = first; part != NULL; part = part->next)
        for (int i = 0; i + 1 < part->count; i++)
            if (is_nop(&part->ir[i]) && line_of(&part->ir[i + 1]) == 0)
                part->ir[i + 1].pos = part->ir[i].pos;
}

static void reach(Part *part, Part **stack, int *count)
{
    part->ways++;
    if (!part->seen) {
        part->seen = true;
        stack[(*count)++] = part;
    }
}

static void count_ways(Compiler *c, const Unit *unit, const Graph *graph)
{
    int count = 0;
    for (Part *part = graph->first; part != NULL; part = part->next)
        count++;
    Part **stack = compile_alloc(c, ((size_t)count + 1) * sizeof *stack);
    count = 0;
    reach(graph->first, stack, &count);
    while (count > 0) {
        Part *part = stack[--count];
        if (part->falls && part->next != NULL)
            reach(part->next, stack, &count);
        if (part->target != NULL)
            reach(part->target, stack, &count);
        for (int i = 0; i < part->count; i++)
            if (part->ir[i].op == OP_NOP && part->ir[i].c == IR_GUARD)
                reach(graph->of_label[unit->handlers[part->ir[i].a].target], stack, &count);
    }
}

static void drop_unreached(Part *first)
{
    for (Part *part = first; part != NULL; part = part->next)
        while (part->next != NULL && part->next->ways == 0)
            part->next = part->next->next;
}

/* A jump to what comes next is none. */
static void drop_empty_jumps(Part *first)
{
    for (Part *part = first; part != NULL; part = part->next)
        if (jumps_away(part) && part->target == part->next)
            part->falls = true;
}

static bool is_jump(const Part *part) { return part->target != NULL && !(part->falls && part_last(part)->op == OP_JUMP && !part_enters_loop(part)); }

static bool is_lineless_end(const Part *part) { return part != NULL && is_end(part) && lineless(part) == part->count; }

static bool shares_end(const Part *part) { return is_jump(part) && is_lineless_end(part->target) && part->target->ways > 1; }

/* Those that jump to an end that others lead to as well, the part that was made last first, as CPython goes through them. */
static int find_sharing(Compiler *c, Part *first, Part ***found)
{
    int count = 0;
    for (Part *part = first; part != NULL; part = part->next)
        count += shares_end(part);
    Part **parts = *found = compile_alloc(c, ((size_t)count + 1) * sizeof *parts);
    count = 0;
    for (Part *part = first; part != NULL; part = part->next) {
        if (!shares_end(part))
            continue;
        int at = count++;
        for (; at > 0 && parts[at - 1]->made <= part->made; at--)
            parts[at] = parts[at - 1];
        parts[at] = part;
    }
    return count;
}

/* What falls through to where the label leads. */
static Part *before_label(const Graph *graph, Label label)
{
    Part *part = graph->first;
    while (part->behind != graph->of_label[label])
        part = part->behind;
    return part;
}

static void copy_end(Compiler *c, const Graph *graph, Part *part)
{
    Part *end = part->target;
    Ir *last = part_last(part);
    int passed = part->pad != NULL ? part->pad->count : 0;
    Ir *ir = compile_alloc(c, (size_t)(passed + end->count) * sizeof *ir);
    if (passed)
        copy_dead(ir, part->pad->ir, passed, last->dead);
    copy_dead(ir + passed, end->ir, end->count, last->dead);
    Part *copy = part_new(c, ir, passed + end->count);
    copy->ir[0].pos = last->pos;
    copy->falls = false;
    copy->ways = 1;
    end->ways--;
    copy->next = end->next;
    end->next = copy;
    Part *place = last->op == OP_FOR_LOOP ? part : part_enters_loop(part) ? before_label(graph, last->a) : end; /* a loop that ends falls through, here */
    copy->behind = place->behind;
    place->behind = copy;
    part->target = copy;
    part->pad = NULL;
}

static void copy_ends(Compiler *c, const Graph *graph)
{
    Part *first = graph->first;
    Part **parts;
    int count = find_sharing(c, first, &parts);
    for (int i = 0; i < count; i++)
        if (parts[i]->target->ways > 1)
            copy_end(c, graph, parts[i]);
    for (Part *part = first; part != NULL; part = part->next)
        if (part->falls && is_lineless_end(part->next) && part->count > 0)
            part->next->ir[0].pos = part_last(part)->pos;
}

static void propagate_lines(Part *first)
{
    for (Part *part = first; part != NULL; part = part->next) {
        SrcPos pos = { 0 };
        for (int i = 0; i < part->count; i++) {
            if (part->ir[i].pos.line == 0)
                part->ir[i].pos = pos;
            else if (line_of(&part->ir[i]) != 0)
                pos = part->ir[i].pos;
        }
        if (part->falls && part->next != NULL && part->next->ways == 1 && part->next->count > 0 && part->next->ir[0].pos.line == 0)
            part->next->ir[0].pos = pos;
        if (is_jump(part) && part->target->ways == 1 && part->target->count > 0 && part->target->ir[0].pos.line == 0)
            part->target->ir[0].pos = pos;
    }
}

static void guarantee_lines(Part *first, int line)
{
    SrcPos pos = { (uint32_t)line, 0, (uint32_t)line, 0 };
    for (Part *part = first; part != NULL; part = part->next) {
        if (part->count == 0)
            continue;
        const Ir *last = part_last(part);
        if (last->pos.line != 0) {
            pos = last->pos;
        } else if (last->op == OP_RETURN || last->op == OP_RETURN_NONE) {
            for (int i = 0; i < part->count; i++)
                part->ir[i].pos = pos;
        }
    }
}

/* What CPython has no instruction for is no line of its own. */
static void fill_pads(Part *first)
{
    for (Part *part = first; part != NULL; part = part->behind) {
        const Part *to = part->behind;
        while (is_pad(part) && to != NULL && to->count == 0)
            to = to->behind;
        if (is_pad(part) && to != NULL && !is_nop(to->ir))
            part->ir->pos = to->ir->pos;
    }
}

static int stack_depth(const Unit *unit, int item)
{
    if (item >= STACK_UNREACHED)
        return INT_MAX;
    int depth = 0;
    for (; item != 0; item = unit->stack_items[item].below)
        depth++;
    return depth;
}

static bool has_instr(const Ir *ir) { return !ir->dead || ir_is_line(ir); }

/* The lines for which CPython keeps a NOP: between instructions of other lines. */
static void find_nops(Part *first)
{
    Ir *before = NULL, *line = NULL;
    for (Part *part = first; part != NULL; part = part->next) {
        for (int i = 0; i < part->count; i++) {
            Ir *ir = &part->ir[i];
            if (ir->op == OP_NOP && ir->c == IR_GUARD)
                line = NULL; /* its own line, a try's: it guards itself from nothing */
            if (!has_instr(ir) && !(ir->op == OP_NOP && ir->c == IR_GUARD_END))
                continue;
            if (line != NULL)
                line->is_nop = ir->pos.line != 0 && ir->pos.line != line->pos.line;
            line = ir_is_line(ir) && (before == NULL || before->pos.line != ir->pos.line) ? ir : NULL;
            before = ir;
        }
    }
}

static void know(Part *part, Part **stack, int *count)
{
    if (part == NULL || part->known)
        return;
    part->known = true;
    stack[(*count)++] = part;
}

/* To CPython's eyes a handler is reached from the instructions that it guards. A local that is read is one there. */
static void find_known(Compiler *c, const Unit *unit, const Graph *graph)
{
    int count = 0;
    for (Part *part = graph->first; part != NULL; part = part->next)
        count++;
    Part **stack = compile_alloc(c, ((size_t)count + 1) * sizeof *stack);
    count = 0;
    know(graph->first, stack, &count);
    while (count > 0) {
        Part *part = stack[--count];
        if (part->falls)
            know(part->next, stack, &count);
        know(part->target, stack, &count);
        for (int i = 0; i < part->count; i++) {
            const Ir *ir = &part->ir[i];
            if (ir->handler >= 0 && (!ir->dead || ir->is_nop || ir->op == OP_CHECK_LOCAL))
                know(graph->of_label[unit->handlers[ir->handler].target], stack, &count);
        }
    }
}

/* Numbers the instructions with which lines begin, in CPython's order: a debugger jumps to these. What lies behind a stack too deep for CPython to
 * look through is unknown to it as well, as far as it leads on from there. */
static void number_starts(Unit *unit, const Part *first)
{
    uint32_t last = unit->block->kind == BLOCK_MODULE ? 0 : (uint32_t)unit->first_line;
    bool lost = false;
    for (const Part *part = first; part != NULL; part = part->next) {
        for (int i = 0; i < part->count; i++) {
            Ir *ir = &part->ir[i];
            if (!has_instr(ir))
                continue;
            lost = lost || stack_depth(unit, ir->stack) > STACK_LIMIT;
            if (lost)
                ir->stack = STACK_UNKNOWN;
            if (!part->known)
                ir->stack = STACK_UNREACHED;
            if (ir->pos.line != 0 && ir->pos.line != last) {
                ir->start = ++unit->start_count;
                last = ir->pos.line;
            }
            lost = lost && ir_falls_through(ir);
        }
    }
}

void settle_lines(Compiler *c, Unit *unit)
{
    Graph graph;
    graph_build(c, unit, &graph);
    Part *first = graph.first;
    skip_empty(first);
    copy_small_ends(c, first);
    thread_jumps(first);
    join_lines(first);
    copy_small_ends(c, first);
    count_ways(c, unit, &graph);
    drop_unreached(first);
    skip_empty(first);
    join_lines(first);
    drop_empty_jumps(first);
    copy_ends(c, &graph);
    propagate_lines(first);
    guarantee_lines(first, unit->first_line);
    fill_pads(first);
    find_nops(first);
    find_known(c, unit, &graph);
    number_starts(unit, first);
    graph_emit(c, unit, &graph);
}
