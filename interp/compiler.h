/* compiler.h: what the parts of the compiler share: units under construction, their instructions, and slots.
 *
 * compiler_expr/call/comp/stmt/def/match emit `Ir` into the current Unit through compiler_emit; compiler_flow proves locals assigned and finds
 * dead code; compiler_assemble turns the rest into a Code. Errors leave by longjmp to compile_module, `diag` holds them.
 *
 * Slots before assembly: temporary j is j, local i is ~i, the k-th cell that is no parameter is ~(CELL_BASE + k).
 * `unit->depth` is the number of live temporaries; temporaries live and die as a stack.
 */
#ifndef INTERP_COMPILER_H
#define INTERP_COMPILER_H

#include "compile.h"
#include "symtable.h"

#include <limits.h>
#include <setjmp.h>

enum { CELL_BASE = 1 << 20, SLOT_LIMIT = 32000, IMMEDIATE_MIN = -32768, IMMEDIATE_MAX = 32767 };

/* Where an expression shall put its value: a local slot (< 0), or one of these. */
enum {
    WANT_TEMP = INT_MAX,    /* the next temporary */
    WANT_ANY = INT_MAX - 1, /* the next temporary, or the local that holds it already */
};

typedef int Label;

/* One instruction before assembly. */
typedef struct Ir {
    uint16_t op;
    bool dead;
    int unwind;     /* live temporaries when it raises */
    int a, b, c;
    Label target;   /* of a jump; -1 */
    int handler;    /* index in unit->handlers; -1 */
    int stack;      /* CPython's, before it: an entry of unit->stack_entries */
    int start;      /* the how manyeth instruction it is with which a line begins in CPython; 0: none */
    bool is_nop;    /* a line for which CPython keeps an instruction */
    int made;       /* 2 n: when there were n labels; 2 n + 1: label n was placed right before it */
    Value value;    /* tail constant, owned by the compiler's pool */
    SrcPos pos;
} Ir;

/* NOP.c */
enum {
    IR_LINE,        /* a line without instructions */
    IR_UNREACHED,   /* one that is never reached */
    IR_GUARD,       /* here handler a begins to guard: a way leads from here to it (CPython's SETUP_FINALLY) */
    IR_GUARD_END,   /* CPython's POP_BLOCK, an instruction there when lines are laid */
};

/* RELEASE.c: CPython has no instruction for it. */
enum { RELEASES, RELEASES_ALONE };

/* JUMP.c: it enters a loop. ENTERS_WHILE: JUMP.a is the label behind the test, to which CPython's own test before the body leads. */
enum { ENTERS_NONE, ENTERS_FOR, ENTERS_WHILE };

/* As StackEntry, with slots as before assembly; NO_SLOT: none. */
enum { NO_SLOT = INT_MAX };
typedef struct StackItem { int below, kind, width, slot; bool is_part; } StackItem;

typedef struct HandlerSpec { Label target; int depth; } HandlerSpec;

/* What surrounds a statement and must be left in order by return, break and continue. */
typedef enum FenceKind {
    FENCE_WHILE, FENCE_FOR,
    FENCE_TRY,      /* body of try … except: only the handler changes */
    FENCE_FINALLY,  /* body of try … finally: leaving runs `body` */
    FENCE_HANDLER,  /* in an except clause or the exceptional copy of finally: the pair at `depth` ends; `name` is unbound */
    FENCE_WITH,     /* __exit__ at `depth` is called */
    FENCE_VALUE,    /* the value of a return that a finally body interrupts: released */
} FenceKind;

typedef struct Fence {
    FenceKind kind;
    struct Fence *outer;
    int depth;          /* temporaries below what the construct holds */
    int handler;        /* in force outside */
    int stack;          /* CPython's outside */
    Label end, again;   /* loops: break, continue */
    StmtSeq body;       /* FENCE_FINALLY */
    const char *name;   /* FENCE_HANDLER: bound by `as`, or NULL */
    bool is_clause;     /* FENCE_HANDLER: of an except clause */
    bool is_async;      /* FENCE_WITH: what __exit__ gives is awaited */
    SrcPos pos;
} Fence;

/* An open-addressed map from words to numbers, in the arena. */
typedef struct WordMap { uint64_t *keys; int *numbers; int count, capacity; } WordMap;

typedef struct Unit {
    struct Unit *outer;
    Block *block;
    bool namespace;      /* names go through local 0 */
    const char *name;
    Value qualname;      /* owned by the pool */
    SrcPos pos;          /* of the instructions being emitted */
    int first_line;
    int flags, argcount, posonly_count, kwonly_count;
    Value doc;           /* owned by the pool; None */

    Ir *ir;
    int ir_count, ir_capacity;
    int *labels;         /* index in ir; -1: not placed */
    int label_count, label_capacity;
    Label placed;        /* the last one, and where */
    int placed_at;
    HandlerSpec *handlers;
    int handler_count, handler_capacity;

    Symbol **locals;     /* by number; NULL: the namespace */
    int local_count, local_capacity;
    const char **cells;  /* names in order */
    int *cell_slots;     /* local slot of each */
    int cell_count, extra_cells;
    const char **frees;
    int free_count;
    Value *constants;    /* owned by the pool */
    int constant_count, constant_capacity;
    WordMap constant_map, name_map;
    const char **names;
    int name_count, name_capacity;

    int depth, max_depth;
    StackItem *stack_items; /* 0 is the empty stack */
    int stack_count, stack_capacity, stack; /* stack: what is on CPython's now */
    WordMap stack_map;
    int start_count;
    int handler;         /* in force; -1 */
    bool caught;         /* in the body of an except clause, not in what handles an exception inside it */
    Fence *fence;
} Unit;

typedef struct Compiler {
    Arena *arena;
    Diag *diag;
    Symtable symtable;
    CompileMode mode;
    int optimize;        /* 1: no asserts, __debug__ is False; 2: no docstrings */
    const char *filename;
    Value filename_str;  /* owned */
    int32_t features;    /* CODE_FUTURE_* */
    uint32_t future_line; /* of the last __future__ import at the beginning; 0: there is none */
    bool no_fused;       /* a fused jump did not reach: do without */
    bool retry;
    const Expr *warned;  /* a comparison that the `not` above it has warned of; NULL: none */
    Value *pool;         /* every constant once, owned; open-addressed by content */
    int pool_count, pool_capacity;
    jmp_buf escape;
    Unit *unit;
} Compiler;

/* ---- compiler.c ---- */
_Noreturn void compile_error(Compiler *c, SrcPos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void compile_no_memory(Compiler *c); /* an exception may be pending: it is dropped */
void *compile_alloc(Compiler *c, size_t size);
void *compile_grow(Compiler *c, void *array, int count, int *capacity, size_t item); /* room for one more */
Value pool_add_steal(Compiler *c, Value v);    /* VALUE_NULL: out of memory. The one equal value, owned by the pool */
void pool_keep_object(Compiler *c, Value v);   /* takes v over; it lives as long as the compilation */
int word_map_put(Compiler *c, WordMap *map, uint64_t key, int number); /* the number of key, `number` when it is new */
Unit *unit_begin(Compiler *c, const void *node, const char *name, int first_line);
Value unit_end(Compiler *c); /* the Code, owned by the pool */

/* ---- compiler_emit.c ---- */
Ir *emit(Compiler *c, int op, int a, int b, int d);
void emit_tail(Compiler *c, int op, int a, int b, int d, Value tail);
void emit_final_return(Compiler *c); /* return None at the end of a body: it belongs to the line that leads there */
void emit_jump_no_line(Compiler *c, Label target);
void emit_mark(Compiler *c, int kind, int a); /* no instruction: IR_… */
void emit_line(Compiler *c); /* no instruction: a line that tracing tells of (LineMark) */
void emit_jump(Compiler *c, int op, int a, int b, Label target);
Label label_new(Compiler *c);
void label_place(Compiler *c, Label label);
int handler_new(Compiler *c, Label target, int depth);
int temp_push(Compiler *c); /* the next temporary, live from now on */
void set_depth(Compiler *c, int depth);
int destination(Compiler *c, int want, int depth); /* what `want` means with `depth` temporaries below */
void finish(Compiler *c, int slot, int depth);     /* after the instruction that wrote slot: depth, plus 1 for a temporary */
int constant_index(Compiler *c, Value pooled);
int name_index(Compiler *c, const char *name);     /* mangles */
int name_index_plain(Compiler *c, const char *name);
void load_constant(Compiler *c, Value pooled, int dst);
int load_constant_want(Compiler *c, Value pooled, int want);
Value constant_str(Compiler *c, const char *text, size_t length);
Value constant_str_steal(Compiler *c, Value v); /* a str, or NULL for no memory */
static inline bool slot_is_local(int slot) { return slot < 0; }
SrcPos set_pos(Compiler *c, SrcPos pos); /* returns the position before */
SrcPos set_no_line(Compiler *c); /* what follows has no line of its own (compiler_lines.c); returns the position before */

/* ---- compiler_stack.c: CPython's stack. What one expression or statement adds, the end of its visit takes off. ---- */
/* CPython has one more on its stack from now on. */
void stack_push(Compiler *c, int kind, int slot, int width);
void stack_object(Compiler *c, int slot);           /* any */
void stack_null(Compiler *c);
void stack_part(Compiler *c, int slot);             /* of a type that instructions rely on: an entry like no other */
void stack_iterator(Compiler *c, int slot);
void stack_objects(Compiler *c, int below, int base, int count); /* on `below`: adjacent temporaries */
void stack_exception(Compiler *c, int depth);      /* the handled pair at `depth`: two values there */
void stack_handler(Compiler *c, int depth);        /* the same in the body of an except clause: one */

/* ---- compiler_warn.c: the SyntaxWarnings ---- */
void warn_compare(Compiler *c, const Expr *e);
/* The comparison below one or more `not`, warned of as what they make of it and kept in `warned`; NULL: there is none. */
const Expr *warn_not(Compiler *c, const Expr *e, bool *negated);
void warn_call(Compiler *c, const Expr *e);
void warn_subscript(Compiler *c, const Expr *e);
void warn_assert(Compiler *c, const Stmt *s);

/* ---- compiler_fold.c ---- */
Value fold(Compiler *c, const Expr *e);        /* pooled constant, or VALUE_NULL */
Value fold_sequence(Compiler *c, ExprSeq elts); /* tuple of constants */
Value fold_iterable(Compiler *c, const Expr *e); /* as fold, and a list or set display of constants as tuple or frozenset */
bool fold_immediate(Compiler *c, const Expr *e, int *out); /* an int that fits an operand */
Value constant_value(Compiler *c, const Constant *constant);
Value expr_text(Compiler *c, const Expr *e); /* as CPython writes it down; owned by the pool. expr_text.c */

/* ---- compiler_name.c ---- */
int load_name(Compiler *c, const char *name, int want);
void forbid_debug(Compiler *c, const char *name, const char *what); /* __debug__ is no target */
void forbid_debug_target(Compiler *c, const Expr *target);
void store_name(Compiler *c, const char *name, int slot);
void delete_name(Compiler *c, const char *name);
bool name_is_global(Compiler *c, const char *name); /* looked up in globals and builtins */
int name_free_index(Compiler *c, const char *name); /* in the function's closure, -1: it is not there */
int name_local_slot(Compiler *c, const char *name); /* slot of a plain local, 0 when the name is something else */

/* ---- compiler_expr.c ---- */
int visit(Compiler *c, const Expr *e, int want);
static inline int visit_temp(Compiler *c, const Expr *e) { return visit(c, e, WANT_TEMP); }
static inline int operand(Compiler *c, const Expr *e) { return visit(c, e, WANT_ANY); }
int operand_early(Compiler *c, const Expr *e); /* more of the same instruction's operands are evaluated after it */
int constant_truth(Compiler *c, const Expr *e); /* of a condition known beforehand; -1: it is not */
void jump_if(Compiler *c, const Expr *e, Label target, bool when);
SrcPos attribute_pos(const Expr *attribute, SrcPos pos); /* CPython's: begins at the attribute's own line */
void store_target(Compiler *c, const Expr *target, int slot);
int inplace_op(BinOpKind op);

/* ---- compiler_async.c ---- */
int visit_await(Compiler *c, const Expr *e, int want);
void emit_await(Compiler *c, int slot, int origin); /* waits for the awaitable in the top temporary `slot`; origin as in GET_AWAITABLE */
void visit_async_for(Compiler *c, const Stmt *s);
void require_async(Compiler *c, SrcPos pos, const char *what);
/* A loop over the asynchronous iterator in temporary `iterator`. begin: where the loop jumps back to; leaves the next item in the
 * temporary above. end: behind the loop; the iterator is released there. */
typedef struct AsyncLoop { int iterator; Label ended; } AsyncLoop;
void async_loop_begin(Compiler *c, AsyncLoop *loop, int iterator);
void async_loop_end(Compiler *c, const AsyncLoop *loop);

/* ---- compiler_call.c ---- */
int visit_call(Compiler *c, const Expr *e, int want);
void emit_call_tail(Compiler *c, int window, ExprSeq args, KeywordSeq keywords, int given, bool method, SrcPos pos);
int visit_display(Compiler *c, const Expr *e, int want);      /* list, tuple, set, dict */
int visit_joined_str(Compiler *c, const Expr *e, int want);
int visit_formatted(Compiler *c, const Expr *e, int want);

/* ---- compiler_percent.c: "text %s" % (a, b), which CPython makes an f-string ---- */
const Expr *percent_as_fstring(Compiler *c, const Expr *e); /* its tree; NULL: it stays a "%". Its texts have no line */

/* ---- compiler_def.c ---- */
int visit_lambda_expr(Compiler *c, const Expr *e, int want);
int visit_comprehension(Compiler *c, const Expr *e, int want);
void visit_function_def(Compiler *c, const Stmt *s);
void visit_class_def(Compiler *c, const Stmt *s);
int load_annotation(Compiler *c, const Expr *annotation); /* value in the next temporary */
void visit_body(Compiler *c, StmtSeq body);

/* ---- compiler_stmt.c, compiler_try.c, compiler_match.c ---- */
void check_late_future(Compiler *c, const Stmt *s);
void visit_stmt(Compiler *c, const Stmt *s);
void visit_stmts(Compiler *c, StmtSeq body);
void visit_try(Compiler *c, const Stmt *s);
void visit_with(Compiler *c, const Stmt *s);
void visit_match(Compiler *c, const Stmt *s);
void fence_push(Compiler *c, Fence *fence, FenceKind kind);
void fence_pop(Compiler *c, Fence *fence);
void visit_return(Compiler *c, const Stmt *s);
void visit_break(Compiler *c, const Stmt *s);
void visit_continue(Compiler *c, const Stmt *s);
Value docstring(Compiler *c, StmtSeq body);  /* VALUE_NULL: none */

/* ---- compiler_lines.c, compiler_settle.c ---- */
bool ir_is_line(const Ir *ir); /* no instruction, but a line that tracing tells of */
int ir_next_kept(const Unit *unit, int i, bool *lines); /* the instruction behind the dead ones from i on; *lines: some of these are lines */
Label ir_last_label(const Unit *unit, const Ir *jump); /* where it leads, through jumps that tracing cannot tell from none */
int ir_lines_before(const Unit *unit, Label label); /* lines right before it, which who jumps there does not pass */
void settle_lines(Compiler *c, Unit *unit);
void revive_lines(Unit *unit); /* a line that a branch either passes or jumps over becomes an instruction: else both look alike */

/* ---- compiler_flow.c, compiler_assemble.c ---- */
void flow_analyze(Compiler *c, Unit *unit);
bool ir_falls_through(const Ir *ir);
Value assemble(Compiler *c, Unit *unit); /* owned by the pool; VALUE_NULL: out of memory */

#endif
