/* compiler_flow.c: which instructions are reachable, and where a local is certainly bound.
 *
 * A forward analysis over basic blocks with one bit a local; unreachable instructions and CHECK_LOCALs of bound locals die.
 */
#include "compiler.h"

typedef struct Section {  /* a basic block; "block" is the symbol table's word */
    int start, end;
    bool seen, queued;
    uint64_t *bound;      /* on entry */
} Section;

typedef struct Flow {
    Compiler *c;
    Unit *unit;
    Section *sections;
    int count;
    int *section_of;      /* by instruction */
    int words;
    int *queue, queue_count;
    uint64_t *now, *lost;
} Flow;

static bool is_jump(const Ir *ir) { return ir->target >= 0; }

bool ir_falls_through(const Ir *ir)
{
    switch (ir->op) {
    case OP_JUMP: case OP_JUMP_BACK: case OP_RETURN: case OP_RETURN_NONE: case OP_RAISE: case OP_RAISE_FROM: case OP_RAISE_CURRENT:
    case OP_RERAISE:
        return false;
    default:
        return true;
    }
}

static void find_sections(Flow *f)
{
    Unit *unit = f->unit;
    int n = unit->ir_count;
    bool *leader = compile_alloc(f->c, (size_t)n + 1);
    memset(leader, 0, (size_t)n + 1);
    leader[0] = true;
    for (int i = 0; i < n; i++) {
        const Ir *ir = &unit->ir[i];
        if (is_jump(ir))
            leader[unit->labels[ir->target]] = true;
        if (is_jump(ir) || !ir_falls_through(ir) || ir->handler != (i + 1 < n ? ir[1].handler : ir->handler))
            leader[i + 1] = true;
        if (ir->handler >= 0)
            leader[unit->labels[unit->handlers[ir->handler].target]] = true;
    }
    for (int i = 0; i < n; i++)
        f->count += leader[i];
    f->sections = compile_alloc(f->c, (size_t)(f->count + 1) * sizeof *f->sections);
    f->section_of = compile_alloc(f->c, ((size_t)n + 1) * sizeof *f->section_of);
    int k = -1;
    for (int i = 0; i < n; i++) {
        if (leader[i]) {
            if (k >= 0)
                f->sections[k].end = i;
            f->sections[++k] = (Section){ .start = i };
            f->sections[k].bound = compile_alloc(f->c, (size_t)f->words * sizeof(uint64_t));
        }
        f->section_of[i] = k;
    }
    f->sections[k].end = n;
}

static void flow_into(Flow *f, int index, const uint64_t *state)
{
    if (index >= f->unit->ir_count)
        return;
    Section *section = &f->sections[f->section_of[index]];
    bool changed = !section->seen;
    for (int w = 0; w < f->words; w++) {
        uint64_t merged = section->seen ? section->bound[w] & state[w] : state[w];
        changed |= section->seen && merged != section->bound[w];
        section->bound[w] = merged;
    }
    section->seen = true;
    if (changed && !section->queued) {
        section->queued = true;
        f->queue[f->queue_count++] = (int)(section - f->sections);
    }
}

static bool is_tracked(int slot) { return slot < 0 && ~slot < CELL_BASE; }

/* What running one instruction to its end does to the set of bound locals. */
static void step(Flow *f, const Ir *ir)
{
    if (ir->op == OP_DELETE_LOCAL) {
        f->now[~ir->a / 64] &= ~((uint64_t)1 << (~ir->a % 64));
        f->lost[~ir->a / 64] |= (uint64_t)1 << (~ir->a % 64);
    } else if (ir->op == OP_CHECK_LOCAL || (opcode_info[ir->op].a == OPERAND_D && is_tracked(ir->a) && ir->op != OP_FOR_LOOP)) {
        f->now[~ir->a / 64] |= (uint64_t)1 << (~ir->a % 64);
    }
}

static void run_section(Flow *f, Section *section)
{
    memcpy(f->now, section->bound, (size_t)f->words * sizeof(uint64_t));
    memset(f->lost, 0, (size_t)f->words * sizeof(uint64_t));
    for (int i = section->start; i < section->end; i++)
        step(f, &f->unit->ir[i]);
    const Ir *last = &f->unit->ir[section->end - 1];
    if (ir_falls_through(last))
        flow_into(f, section->end, f->now);
    if (is_jump(last)) {
        if (last->op == OP_FOR_LOOP && is_tracked(last->a))
            f->now[~last->a / 64] |= (uint64_t)1 << (~last->a % 64);
        flow_into(f, f->unit->labels[last->target], f->now);
    }
    if (last->handler >= 0) {
        for (int w = 0; w < f->words; w++)
            f->now[w] = section->bound[w] & ~f->lost[w];
        flow_into(f, f->unit->labels[f->unit->handlers[last->handler].target], f->now);
    }
}

static void bury(Flow *f, const Section *section)
{
    if (section->seen)
        memcpy(f->now, section->bound, (size_t)f->words * sizeof(uint64_t));
    for (int i = section->start; i < section->end; i++) {
        Ir *ir = &f->unit->ir[i];
        if (!section->seen) {
            ir->dead = true;
            if (ir->op == OP_NOP && ir->c == IR_LINE)
                ir->c = IR_UNREACHED;
        } else if (ir->op == OP_CHECK_LOCAL && f->now[~ir->a / 64] >> (~ir->a % 64) & 1) {
            ir->dead = true;
        }
        if (section->seen)
            step(f, ir);
    }
}

/* `a and b or c`: a jump that keeps its value and lands on a test of that value goes on to where the test leads. */
static void thread_kept_values(Compiler *c, Unit *unit)
{
    for (int i = unit->ir_count - 1; i >= 0; i--) {
        for (int hops = 0; hops < 100; hops++) {
            Ir *ir = &unit->ir[i];
            if (ir->op != OP_JUMP_IF_TRUE_KEEP && ir->op != OP_JUMP_IF_FALSE_KEEP)
                break;
            int target = unit->labels[ir->target];
            if (target >= unit->ir_count)
                break;
            const Ir *test = &unit->ir[target];
            if ((test->op != OP_JUMP_IF_TRUE_KEEP && test->op != OP_JUMP_IF_FALSE_KEEP) || test->a != ir->a)
                break;
            if (test->op == ir->op) {
                ir->target = test->target;
                continue;
            }
            Label behind = label_new(c);
            unit->labels[behind] = target + 1;
            ir->op = ir->op == OP_JUMP_IF_TRUE_KEEP ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE;
            ir->target = behind;
        }
    }
}

void flow_analyze(Compiler *c, Unit *unit)
{
    thread_kept_values(c, unit);
    Flow f = { .c = c, .unit = unit, .words = unit->local_count / 64 + 1 };
    find_sections(&f);
    f.queue = compile_alloc(c, ((size_t)f.count + 1) * sizeof *f.queue);
    f.now = compile_alloc(c, (size_t)f.words * sizeof(uint64_t));
    f.lost = compile_alloc(c, (size_t)f.words * sizeof(uint64_t));
    uint64_t *entry = compile_alloc(c, (size_t)f.words * sizeof(uint64_t));
    memset(entry, 0, (size_t)f.words * sizeof(uint64_t));
    for (int i = 0; i < unit->local_count; i++) {
        if (unit->locals[i] == NULL || unit->locals[i]->flags & SYMBOL_PARAM)
            entry[i / 64] |= (uint64_t)1 << (i % 64);
    }
    flow_into(&f, 0, entry);
    while (f.queue_count > 0) {
        Section *section = &f.sections[f.queue[--f.queue_count]];
        section->queued = false;
        run_section(&f, section);
    }
    for (int i = 0; i < f.count; i++)
        bury(&f, &f.sections[i]);
}
