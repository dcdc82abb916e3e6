/* compiler_lines.c: lines without instructions, and which of them a jump passes. */
#include "compiler.h"

bool ir_is_line(const Ir *ir) { return ir->dead && ir->op == OP_NOP && ir->c == IR_LINE; }

int ir_next_kept(const Unit *unit, int i, bool *lines)
{
    for (; i < unit->ir_count && unit->ir[i].dead; i++)
        *lines |= ir_is_line(&unit->ir[i]);
    return i;
}

static uint32_t first_line_at(const Unit *unit, int i)
{
    while (i < unit->ir_count && unit->ir[i].dead && !ir_is_line(&unit->ir[i]))
        i++;
    return i < unit->ir_count ? unit->ir[i].pos.line : 0;
}

/* Who jumps to `to` at once passes the same lines as by way of the jump `over`. An instruction without a line makes the next line a new one. */
static bool passes_same_lines(uint32_t from, uint32_t over, uint32_t to)
{
    return over == from || (from != to && (over == 0 || over == to));
}

Label ir_last_label(const Unit *unit, const Ir *jump)
{
    Label label = jump->target;
    for (int hops = 0; hops < 16; hops++) {
        bool lines = false;
        int i = ir_next_kept(unit, unit->labels[label], &lines);
        if (lines || i >= unit->ir_count || unit->ir[i].op != OP_JUMP)
            break;
        const Ir *over = &unit->ir[i];
        if (!passes_same_lines(jump->pos.line, over->pos.line, first_line_at(unit, unit->labels[over->target])))
            break;
        label = over->target;
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

void revive_lines(Unit *unit)
{
    for (int i = 0; i < unit->ir_count; i++) {
        const Ir *ir = &unit->ir[i];
        if (ir->dead || ir->target < 0 || !ir_falls_through(ir))
            continue;
        bool lines = false;
        int label = unit->labels[ir_last_label(unit, ir)];
        if (label <= i || ir_next_kept(unit, i + 1, &lines) < label)
            continue;
        for (int k = label - 1; k > i; k--)
            if (ir_is_line(&unit->ir[k])) {
                unit->ir[k].dead = false;
                break;
            }
    }
}
