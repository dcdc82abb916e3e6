/* compiler_try.c: try, with, and leaving what surrounds a statement by return, break and continue. */
#include "compiler.h"

enum { FENCES_MAX = 20 }; /* CPython's CO_MAXBLOCKS */

/* CPython's blocks: an except clause has one of its own within the one of all clauses. */
static void check_nesting(Compiler *c, const Fence *fence)
{
    int count = 0;
    for (; fence != NULL; fence = fence->outer)
        count += fence->kind == FENCE_VALUE ? 0 : fence->is_clause ? 2 : 1;
    if (count > FENCES_MAX)
        compile_error(c, c->unit->pos, "too many statically nested blocks");
}

void fence_push(Compiler *c, Fence *fence, FenceKind kind)
{
    Unit *unit = c->unit;
    fence->kind = kind;
    fence->outer = unit->fence;
    fence->depth = unit->depth;
    fence->handler = unit->handler;
    fence->stack = unit->stack;
    fence->pos = unit->pos;
    unit->fence = fence;
    check_nesting(c, fence);
}

void fence_pop(Compiler *c, Fence *fence)
{
    c->unit->fence = fence->outer;
    c->unit->handler = fence->handler;
    c->unit->stack = fence->stack;
}

/* ---- leaving ---- */

static bool fences_run_code(const Fence *fence)
{
    for (; fence != NULL; fence = fence->outer) {
        if (fence->kind == FENCE_FINALLY || fence->kind == FENCE_WITH)
            return true;
    }
    return false;
}

static bool fences_touch_locals(const Fence *fence)
{
    for (; fence != NULL; fence = fence->outer) {
        if (fence->kind == FENCE_HANDLER && fence->name != NULL)
            return true;
    }
    return false;
}

static void unbind_name(Compiler *c, const char *name)
{
    int local = name_local_slot(c, name);
    if (local != 0) {
        load_constant_want(c, VALUE_NONE, local);
    } else {
        int slot = load_constant_want(c, VALUE_NONE, WANT_TEMP);
        store_name(c, name, slot);
    }
    delete_name(c, name);
}

/* __exit__(None, None, None) of the manager whose __exit__ is in temporary `exit`; it is released. */
static void call_exit(Compiler *c, int exit, bool is_async)
{
    int window = temp_push(c);
    emit(c, OP_COPY, window, exit, 0);
    for (int i = 0; i < 3; i++)
        load_constant_want(c, VALUE_NONE, WANT_TEMP);
    emit(c, OP_CALL, window, 3, 0)->unwind = window;
    set_depth(c, window + 1);
    if (is_async)
        emit_await(c, window, AWAIT_EXIT);
    emit(c, OP_RELEASE, window, 0, 0);
    set_depth(c, window);
}

/* A returned value in a temporary moves down to where the fence began. */
static void move_down(Compiler *c, const Fence *fence, int *value)
{
    if (value == NULL || *value < 0 || !fences_run_code(fence->outer))
        return;
    emit(c, OP_MOVE, fence->depth, *value, 0);
    *value = fence->depth;
    set_depth(c, fence->depth + 1);
    c->unit->stack = fence->stack;
    stack_object(c, *value);
}

/* What is on CPython's stack inside of it. */
static void stack_of_fence(Compiler *c, const Fence *fence)
{
    c->unit->stack = fence->stack;
    switch (fence->kind) {
    case FENCE_FOR: stack_iterator(c, fence->depth); break;
    case FENCE_WITH: case FENCE_VALUE: stack_object(c, fence->depth); break;
    case FENCE_HANDLER:
        if (fence->is_clause)
            stack_handler(c, fence->depth);
        else
            stack_exception(c, fence->depth);
        break;
    default: break;
    }
}

/* Leave one construct; value: the slot of a returned value on top, or NULL. */
static void leave_fence(Compiler *c, Fence *fence, int *value)
{
    Unit *unit = c->unit;
    bool on_top = value != NULL && *value >= 0;
    unit->fence = fence->outer;
    unit->handler = fence->handler;
    stack_of_fence(c, fence);
    if (on_top)
        stack_object(c, *value);
    switch (fence->kind) {
    case FENCE_WHILE: case FENCE_TRY:
        return;
    case FENCE_FOR: case FENCE_VALUE:
        emit(c, OP_RELEASE, fence->depth, 0, 0);
        break;
    case FENCE_FINALLY: {
        Fence kept = { 0 };
        if (on_top) {
            fence_push(c, &kept, FENCE_VALUE);
            kept.depth = *value;
        }
        visit_stmts(c, fence->body);
        set_no_line(c);
        if (on_top)
            fence_pop(c, &kept);
        return;
    }
    case FENCE_HANDLER:
        emit(c, OP_POP_EXC, fence->depth, 0, 0);
        if (fence->name != NULL) {
            if (on_top) { /* unbinding a global may fail: no holes below */
                emit(c, OP_MOVE, fence->depth, *value, 0);
                *value = fence->depth;
            }
            set_depth(c, on_top ? fence->depth + 1 : fence->depth);
            unbind_name(c, fence->name);
            return;
        }
        break;
    case FENCE_WITH: {
        set_pos(c, fence->pos);
        call_exit(c, fence->depth, fence->is_async);
        emit(c, OP_RELEASE, fence->depth, 0, 0);
        set_no_line(c);
        break;
    }
    }
    if (on_top)
        move_down(c, fence, value);
    else
        set_depth(c, fence->depth);
}

/* Leave all constructs inside `outer`. What follows a finally block or an __exit__ has no line of its own. */
static void leave_until(Compiler *c, const Fence *outer, int *value)
{
    while (c->unit->fence != outer)
        leave_fence(c, c->unit->fence, value);
}

typedef struct Saved { Fence *fence; int handler, depth, stack; } Saved;

static Saved save(Compiler *c) { return (Saved){ c->unit->fence, c->unit->handler, c->unit->depth, c->unit->stack }; }

/* What follows is unreachable, but is compiled as if nothing had been left; the position stays where leaving has brought it. */
static void restore(Compiler *c, Saved saved)
{
    c->unit->fence = saved.fence;
    c->unit->handler = saved.handler;
    c->unit->stack = saved.stack;
    set_depth(c, saved.depth);
}

void visit_return(Compiler *c, const Stmt *s)
{
    Unit *unit = c->unit;
    if (unit->block->kind != BLOCK_FUNCTION)
        compile_error(c, s->pos, "'return' outside function");
    if (s->ret.value != NULL && unit->flags & CODE_ASYNC_GENERATOR)
        compile_error(c, s->pos, "'return' with value in async generator");
    Saved saved = save(c);
    const Expr *e = s->ret.value;
    Value constant = e == NULL ? VALUE_NONE : fold(c, e);
    int slot = 0;
    if (constant != VALUE_NULL) {
        set_pos(c, e != NULL ? e->pos : s->pos);
        emit_line(c);
        set_pos(c, s->pos);
        emit_line(c);
    } else {
        bool copy = fences_run_code(unit->fence) || fences_touch_locals(unit->fence);
        slot = visit(c, e, copy ? WANT_TEMP : WANT_ANY);
    }
    leave_until(c, NULL, constant == VALUE_NULL ? &slot : NULL);
    unit->handler = -1;
    if (constant == VALUE_NONE) {
        emit(c, OP_RETURN_NONE, 0, 0, 0);
    } else {
        if (constant != VALUE_NULL)
            slot = load_constant_want(c, constant, WANT_TEMP);
        emit(c, OP_RETURN, slot, 0, 0);
    }
    restore(c, saved);
}

static Fence *innermost_loop(Compiler *c)
{
    Fence *fence = c->unit->fence;
    while (fence != NULL && fence->kind != FENCE_FOR && fence->kind != FENCE_WHILE)
        fence = fence->outer;
    return fence;
}

void visit_break(Compiler *c, const Stmt *s)
{
    Fence *loop = innermost_loop(c);
    if (loop == NULL)
        compile_error(c, s->pos, "'break' outside loop");
    Saved saved = save(c);
    emit_line(c);
    leave_until(c, loop->outer, NULL);
    emit_jump(c, OP_JUMP, 0, 0, loop->end);
    restore(c, saved);
}

void visit_continue(Compiler *c, const Stmt *s)
{
    Fence *loop = innermost_loop(c);
    if (loop == NULL)
        compile_error(c, s->pos, "'continue' not properly in loop");
    Saved saved = save(c);
    emit_line(c);
    leave_until(c, loop, NULL);
    emit_jump(c, OP_JUMP, 0, 0, loop->again);
    restore(c, saved);
}

/* ---- try ---- */

/* back: the call then stands again where the exception was raised in it. */
static void reraise(Compiler *c, int pair, int outermost, bool back)
{
    emit(c, OP_RERAISE, pair, outermost, back)->unwind = outermost;
}

/* Where an exception inside a handler of depth h goes: the handled exception is restored and the new one goes on. */
static void place_cleanup(Compiler *c, Label cleanup, int depth)
{
    label_place(c, cleanup);
    set_depth(c, depth + 5);
    reraise(c, depth + 2, depth, true);
}

static void visit_clause(Compiler *c, const ExceptHandler *clause, int depth, int outer, int inside, Label end)
{
    Label next = label_new(c);
    const int before = c->unit->stack;
    stack_exception(c, depth);
    const int testing = c->unit->stack;
    set_pos(c, clause->pos);
    if (clause->type != NULL) {
        int type = operand(c, clause->type);
        stack_object(c, type);
        emit(c, OP_EXC_MATCH, depth + 2, depth + 1, type);
        c->unit->stack = testing;
        set_depth(c, depth + 3);
        emit_jump(c, OP_JUMP_IF_FALSE, depth + 2, 0, next);
        set_depth(c, depth + 2);
    } else {
        emit_line(c);
    }
    Label named_cleanup = label_new(c), body = label_new(c);
    if (clause->name != NULL) {
        int copy = temp_push(c);
        emit(c, OP_COPY, copy, depth + 1, 0);
        store_name(c, clause->name, copy);
    }
    Fence fence = { .name = clause->name, .is_clause = true };
    c->unit->stack = before;
    fence_push(c, &fence, FENCE_HANDLER);
    stack_handler(c, depth);
    fence.depth = depth;
    fence.handler = outer;
    if (clause->name != NULL)
        c->unit->handler = handler_new(c, named_cleanup, depth + 2);
    c->unit->caught = true;
    label_place(c, body);
    visit_stmts(c, clause->body);
    c->unit->caught = false;
    const int handling = c->unit->stack;
    fence_pop(c, &fence); /* handler: outer */
    c->unit->stack = handling;
    set_no_line(c);
    if (clause->name != NULL)
        emit_mark(c, IR_GUARD_END, 0);
    emit(c, OP_POP_EXC, depth, 0, 0);
    c->unit->stack = before;
    set_depth(c, depth);
    if (clause->name != NULL)
        unbind_name(c, clause->name);
    emit_jump(c, OP_JUMP, 0, 0, end);
    if (clause->name != NULL) {
        label_place(c, named_cleanup);
        set_depth(c, depth + 5);
        c->unit->handler = inside;
        unbind_name(c, clause->name);
        c->unit->handler = outer;
        reraise(c, depth + 2, depth, true);
    }
    label_place(c, next);
    set_depth(c, depth + 2);
    c->unit->handler = inside;
}

static void emit_guard_end(Compiler *c)
{
    SrcPos before = set_no_line(c);
    emit_mark(c, IR_GUARD_END, 0);
    set_pos(c, before);
}

static void visit_try_except(Compiler *c, const Stmt *s)
{
    int depth = c->unit->depth, outer = c->unit->handler;
    bool caught = c->unit->caught;
    Label body = label_new(c), handler = label_new(c), end = label_new(c), cleanup = label_new(c);
    Fence fence = { 0 };
    fence_push(c, &fence, FENCE_TRY);
    c->unit->handler = handler_new(c, handler, depth);
    label_place(c, body);
    visit_stmts(c, s->try_stmt.body);
    fence_pop(c, &fence);
    emit_guard_end(c);
    visit_stmts(c, s->try_stmt.orelse);
    emit_jump_no_line(c, end);

    label_place(c, handler);
    set_depth(c, depth + 2);
    const int stack = c->unit->stack;
    int inside = handler_new(c, cleanup, depth + 2);
    c->unit->handler = inside;
    c->unit->caught = false;
    for (int i = 0; i < s->try_stmt.handlers.count; i++) {
        const ExceptHandler *clause = s->try_stmt.handlers.items[i];
        if (clause->type == NULL && i + 1 < s->try_stmt.handlers.count)
            compile_error(c, clause->pos, "default 'except:' must be last");
        visit_clause(c, clause, depth, outer, inside, end);
    }
    c->unit->handler = outer;
    stack_exception(c, depth);
    reraise(c, depth, depth, false);
    place_cleanup(c, cleanup, depth);
    c->unit->stack = stack;
    label_place(c, end);
    c->unit->caught = caught;
    set_depth(c, depth);
}

static void visit_try_finally(Compiler *c, const Stmt *s)
{
    int depth = c->unit->depth, outer = c->unit->handler;
    bool caught = c->unit->caught;
    Label body = label_new(c), handler = label_new(c), end = label_new(c), cleanup = label_new(c);
    Fence fence = { .body = s->try_stmt.finalbody };
    fence_push(c, &fence, FENCE_FINALLY);
    c->unit->handler = handler_new(c, handler, depth);
    label_place(c, body);
    if (s->try_stmt.handlers.count > 0)
        visit_try_except(c, s);
    else
        visit_stmts(c, s->try_stmt.body);
    fence_pop(c, &fence);
    emit_guard_end(c);
    visit_stmts(c, s->try_stmt.finalbody);
    emit_jump_no_line(c, end);

    label_place(c, handler);
    set_depth(c, depth + 2);
    Fence inside = { 0 };
    fence_push(c, &inside, FENCE_HANDLER);
    stack_exception(c, depth);
    inside.depth = depth;
    c->unit->handler = handler_new(c, cleanup, depth + 2);
    c->unit->caught = false;
    visit_stmts(c, s->try_stmt.finalbody);
    c->unit->caught = caught;
    fence_pop(c, &inside);
    const int stack = c->unit->stack;
    c->unit->handler = outer;
    stack_exception(c, depth);
    reraise(c, depth, depth, false);
    place_cleanup(c, cleanup, depth);
    c->unit->stack = stack;
    label_place(c, end);
    set_depth(c, depth);
}

void visit_try(Compiler *c, const Stmt *s)
{
    if (s->try_stmt.finalbody.count > 0)
        visit_try_finally(c, s);
    else
        visit_try_except(c, s);
}

/* ---- with ---- */

static void visit_with_item(Compiler *c, const Stmt *s, int i)
{
    if (i == s->with.items.count) {
        visit_stmts(c, s->with.body);
        return;
    }
    const WithItem *item = s->with.items.items[i];
    int depth = c->unit->depth, outer = c->unit->handler;
    Label body = label_new(c), handler = label_new(c), end = label_new(c), cleanup = label_new(c);
    const int stack = c->unit->stack;
    int manager = operand(c, item->context_expr);
    stack_object(c, manager);
    bool is_async = s->kind == STMT_ASYNC_WITH, caught = c->unit->caught;
    emit(c, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH, depth, manager, 0);
    set_depth(c, depth + 2);
    c->unit->stack = stack;
    stack_object(c, depth);
    const int inside = c->unit->stack;
    if (is_async)
        emit_await(c, depth + 1, AWAIT_ENTER);
    c->unit->stack = stack;
    Fence fence = { 0 };
    fence_push(c, &fence, FENCE_WITH);
    c->unit->stack = inside;
    fence.depth = depth;
    fence.pos = s->pos;
    fence.is_async = is_async;
    c->unit->handler = handler_new(c, handler, depth + 1);
    label_place(c, body);
    if (item->optional_vars != NULL) {
        store_target(c, item->optional_vars, depth + 1);
    } else {
        emit(c, OP_RELEASE, depth + 1, 0, 0);
        set_depth(c, depth + 1);
    }
    visit_with_item(c, s, i + 1);
    fence_pop(c, &fence);
    c->unit->stack = inside;
    if (is_async && c->unit->pos.line != 0)
        emit_line(c); /* CPython's POP_BLOCK, here on the line of the last statement compiled */
    else
        emit_guard_end(c);
    set_pos(c, s->pos);
    for (int k = 0; k < 3; k++)
        load_constant_want(c, VALUE_NONE, WANT_TEMP);
    emit(c, OP_CALL, depth, 3, 0)->unwind = depth;
    set_depth(c, depth + 1);
    if (is_async) {
        c->unit->stack = stack;
        emit_await(c, depth, AWAIT_EXIT);
    }
    emit(c, OP_RELEASE, depth, 0, 0);
    c->unit->stack = inside;
    emit_jump(c, OP_JUMP, 0, 0, end);

    label_place(c, handler);
    set_depth(c, depth + 4); /* behind the pair, where it was raised */
    stack_push(c, STACK_LASTI, depth + 3, 1);
    const int raised = c->unit->stack;
    stack_push(c, STACK_EXCEPT, depth + 2, 1); /* CPython passes the line before it makes the exception the handled one */
    c->unit->handler = handler_new(c, cleanup, depth + 3);
    c->unit->caught = false;
    emit(c, OP_WITH_EXCEPT_START, depth + 4, depth, depth + 1);
    c->unit->stack = raised;
    stack_exception(c, depth + 1);
    set_depth(c, depth + 5);
    if (is_async)
        emit_await(c, depth + 4, AWAIT_EXIT);
    c->unit->caught = caught;
    Label suppressed = label_new(c);
    emit_jump(c, OP_JUMP_IF_TRUE, depth + 4, 0, suppressed);
    set_depth(c, depth + 3);
    c->unit->handler = outer;
    reraise(c, depth + 1, depth + 1, true);
    set_no_line(c);
    place_cleanup(c, cleanup, depth + 1);
    label_place(c, suppressed);
    set_pos(c, s->pos);
    set_depth(c, depth + 3);
    emit(c, OP_POP_EXC, depth + 1, 0, 0);
    emit(c, OP_RELEASE, depth, 0, 0);
    c->unit->stack = stack;
    label_place(c, end);
    set_depth(c, depth);
    set_no_line(c);
}

void visit_with(Compiler *c, const Stmt *s)
{
    if (s->kind == STMT_ASYNC_WITH)
        require_async(c, s->pos, "async with");
    visit_with_item(c, s, 0);
}
