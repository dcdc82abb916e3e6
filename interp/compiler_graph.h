/* compiler_graph.h: a unit as the graph of basic blocks (here: parts) that CPython 3.11 lays lines over.
 *
 * A loop has its test at the top there, and what is guarded by a handler leads to it. The order in which we emit the parts is kept beside CPython's.
 */
#ifndef INTERP_COMPILER_GRAPH_H
#define INTERP_COMPILER_GRAPH_H

#include "compiler.h"

typedef struct Part {
    Ir *ir;              /* instructions, lines and marks, dead ones too */
    int count;
    int ways;            /* that lead here */
    bool falls;          /* goes on to `next` */
    bool seen;
    bool known;          /* CPython's stack on entry is, to a debugger */
    Label label;         /* one that leads here; -1 */
    int made;            /* in the order in which CPython makes them: when it first needs a name for it, or comes to it */
    struct Part *next;   /* in CPython's order */
    struct Part *behind; /* in ours */
    struct Part *target; /* where the jump at its end leads; NULL: it has none */
    struct Part *pad;    /* what it passes on the way there, which CPython has not; NULL */
} Part;

typedef struct Graph {
    Part *first;
    Part **of_label;     /* the part that each label of the unit leads to */
    int label_count;     /* copies have labels of their own */
} Graph;

void graph_build(Compiler *c, Unit *unit, Graph *graph);
void graph_emit(Compiler *c, Unit *unit, const Graph *graph); /* back into the unit, in our order */
Part *part_new(Compiler *c, Ir *ir, int count);
static inline Ir *part_last(const Part *part) { return &part->ir[part->count - 1]; }
static inline bool part_enters_loop(const Part *part) { return part->count > 0 && part_last(part)->op == OP_JUMP && part_last(part)->c != ENTERS_NONE; }

#endif
