/* compiler_graph.c: from the instructions of a unit to the graph that CPython lays lines over, and back. */
#include "compiler_graph.h"

Part *part_new(Compiler *c, Ir *ir, int count)
{
    Part *part = compile_alloc(c, sizeof *part);
    *part = (Part){ .ir = ir, .count = count, .made = count > 0 ? ir->made : 0, .falls = true, .label = -1 };
    return part;
}

typedef struct Splitter {
    Compiler *c;
    Unit *unit;
    bool *leader;   /* by instruction: a part begins there */
    Part **starts;  /* by instruction: that part; at the end of a `for` what jumps back to its head */
    Part **entries; /* by the head of a `for`: the part that enters the loop */
    Part **heads;   /* by the head of a `for`: its part */
    Part *first, *last;
} Splitter;

static void find_leaders(Splitter *s)
{
    const Unit *unit = s->unit;
    s->leader[0] = true;
    for (int i = 0; i < unit->label_count; i++)
        if (unit->labels[i] >= 0)
            s->leader[unit->labels[i]] = true;
    for (int i = 0; i < unit->ir_count; i++)
        if (unit->ir[i].target >= 0 || !ir_falls_through(&unit->ir[i]))
            s->leader[i + 1] = true;
}

static void append(Splitter *s, Part *part)
{
    if (s->last != NULL)
        s->last->next = s->last->behind = part;
    else
        s->first = part;
    s->last = part;
}

/* FOR_LOOP stands behind the body; CPython has it before, and in its place a jump to it. */
static void split_head(Splitter *s, int at)
{
    Ir *jump = compile_alloc(s->c, sizeof *jump);
    *jump = (Ir){ .op = OP_JUMP, .dead = true, .target = part_last(s->entries[at])->target, .handler = -1 };
    append(s, part_new(s->c, jump, 1));
    s->heads[at] = part_new(s->c, &s->unit->ir[at], 1);
    s->starts[at] = s->last;
    append(s, s->heads[at]);
}

static void split(Splitter *s)
{
    Unit *unit = s->unit;
    int n = unit->ir_count;
    for (int i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && !s->leader[end]; end++)
            ;
        if (s->entries[i] != NULL) {
            split_head(s, i);
            continue;
        }
        append(s, s->starts[i] = part_new(s->c, &unit->ir[i], end - i));
        if (part_enters_loop(s->last) && part_last(s->last)->c == ENTERS_FOR)
            s->entries[unit->labels[part_last(s->last)->target]] = s->last;
    }
    append(s, s->starts[n] = part_new(s->c, NULL, 0));
}

/* In CPython's order the head comes behind what enters the loop. */
static void move_heads(Splitter *s)
{
    for (Part *back = s->first; back != NULL; back = back->behind) {
        int at = back->behind != NULL && back->behind->count > 0 ? (int)(back->behind->ir - s->unit->ir) : -1;
        if (at < 0 || at >= s->unit->ir_count || s->heads[at] != back->behind)
            continue;
        Part *head = s->heads[at], *entry = s->entries[at];
        back->next = head->next;
        head->next = entry->next;
        entry->next = head;
    }
}

static void find_targets(Graph *graph)
{
    for (Part *part = graph->first; part != NULL; part = part->behind) {
        if (part->count == 0)
            continue;
        const Ir *last = part_last(part);
        part->falls = ir_falls_through(last) || part_enters_loop(part);
        if (part_enters_loop(part))
            part->target = last->c == ENTERS_WHILE ? graph->of_label[last->a] : NULL;
        else if (last->op == OP_FOR_LOOP && part->next != part->behind)
            part->target = part->behind; /* when it is exhausted */
        else if (last->target >= 0)
            part->target = graph->of_label[last->target];
    }
}

void graph_build(Compiler *c, Unit *unit, Graph *graph)
{
    size_t n = (size_t)unit->ir_count + 1;
    Splitter s = { .c = c, .unit = unit, .leader = compile_alloc(c, n), .starts = compile_alloc(c, 3 * n * sizeof *s.starts) };
    memset(s.leader, 0, n);
    memset(s.starts, 0, 3 * n * sizeof *s.starts);
    s.entries = s.starts + n;
    s.heads = s.entries + n;
    find_leaders(&s);
    split(&s);
    move_heads(&s);
    *graph = (Graph){ .first = s.first, .label_count = unit->label_count };
    graph->of_label = compile_alloc(c, ((size_t)unit->label_count + 1) * sizeof *graph->of_label);
    for (int i = 0; i < unit->label_count; i++)
        graph->of_label[i] = unit->labels[i] >= 0 ? s.starts[unit->labels[i]] : NULL;
    for (Part *part = s.first; part != NULL; part = part->behind)
        if (part_enters_loop(part) && part_last(part)->c == ENTERS_FOR)
            graph->of_label[part_last(part)->target] = s.heads[unit->labels[part_last(part)->target]];
    for (int i = 0; i < unit->label_count; i++)
        if (graph->of_label[i] != NULL)
            graph->of_label[i]->label = i;
    find_targets(graph);
}

void graph_emit(Compiler *c, Unit *unit, const Graph *graph)
{
    int count = 0, at = 0;
    for (Part *part = graph->first; part != NULL; part = part->behind)
        count += part->count;
    Ir *ir = compile_alloc(c, ((size_t)count + 1) * sizeof *ir);
    for (Part *part = graph->first; part != NULL; part = part->behind) {
        if (part->target != NULL && part_last(part)->op != OP_FOR_LOOP && !part_enters_loop(part)) {
            Part *goal = part->pad != NULL ? part->pad : part->target;
            if (goal->label < 0)
                goal->label = label_new(c);
            Ir *jump = part_last(part);
            jump->target = goal->label;
        }
    }
    for (Part *part = graph->first; part != NULL; part = part->behind) {
        if (part->label >= graph->label_count)
            unit->labels[part->label] = at;
        part->ways = at; /* from here on where it begins */
        if (part->count > 0)
            memcpy(&ir[at], part->ir, (size_t)part->count * sizeof *ir);
        at += part->count;
    }
    for (int i = 0; i < graph->label_count; i++)
        if (graph->of_label[i] != NULL)
            unit->labels[i] = graph->of_label[i]->ways;
    unit->ir = ir;
    unit->ir_count = unit->ir_capacity = count;
}
