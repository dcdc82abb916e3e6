/* compiler_async.c: await, async for, and the loops of asynchronous comprehensions. */
#include "compiler.h"

void require_async(Compiler *c, SrcPos pos, const char *what)
{
    if (!c->unit->block->is_async_def)
        compile_error(c, pos, "'%s' outside async function", what);
}

/* ---- await ---- */

static void wait_for(Compiler *c, int slot)
{
    const int stack = c->unit->stack;
    set_depth(c, slot + 1);
    stack_part(c, slot);
    load_constant_want(c, VALUE_NONE, WANT_TEMP);
    stack_object(c, slot + 1);
    emit(c, OP_YIELD_FROM, slot, 0, c->unit->caught)->unwind = slot + 1;
    set_depth(c, slot + 1);
    c->unit->stack = stack;
}

void emit_await(Compiler *c, int slot, int origin)
{
    emit(c, OP_GET_AWAITABLE, slot, slot, origin);
    wait_for(c, slot);
}

int visit_await(Compiler *c, const Expr *e, int want)
{
    if (c->unit->block->kind != BLOCK_FUNCTION)
        compile_error(c, e->pos, "'await' outside function");
    if (c->unit->block->form < BLOCK_LIST_COMP)
        require_async(c, e->pos, "await");
    const int stack = c->unit->stack;
    int depth = c->unit->depth, value = operand(c, e->await.value);
    stack_object(c, value);
    emit(c, OP_GET_AWAITABLE, depth, value, AWAIT_EXPRESSION);
    c->unit->stack = stack;
    wait_for(c, depth);
    stack_object(c, depth);
    if (want >= 0)
        return depth;
    emit(c, OP_MOVE, want, depth, 0);
    set_depth(c, depth);
    return want;
}

/* ---- loops ---- */

void async_loop_begin(Compiler *c, AsyncLoop *loop, int iterator)
{
    int outer = c->unit->handler;
    loop->iterator = iterator;
    loop->ended = label_new(c);
    c->unit->handler = handler_new(c, loop->ended, iterator + 1);
    emit(c, OP_GET_ASYNC_NEXT, iterator + 1, iterator, 0);
    wait_for(c, iterator + 1);
    c->unit->handler = outer;
}

void async_loop_end(Compiler *c, const AsyncLoop *loop)
{
    int pair = loop->iterator + 1, verdict = pair + 2;
    Label done = label_new(c);
    const int stack = c->unit->stack;
    label_place(c, loop->ended);
    set_depth(c, verdict);
    stack_handler(c, pair);
    emit(c, OP_IS_ASYNC_END, verdict, pair + 1, 0);
    set_depth(c, verdict + 1);
    emit_jump(c, OP_JUMP_IF_TRUE, verdict, 0, done);
    set_depth(c, verdict);
    emit(c, OP_RERAISE, pair, pair, 0)->unwind = pair;
    label_place(c, done);
    set_depth(c, verdict);
    emit(c, OP_POP_EXC, pair, 0, 0);
    emit(c, OP_RELEASE, loop->iterator, 0, 0);
    set_depth(c, loop->iterator);
    c->unit->stack = stack;
}

void visit_async_for(Compiler *c, const Stmt *s)
{
    require_async(c, s->pos, "async for");
    int stack = c->unit->stack, depth = c->unit->depth, iterable = operand(c, s->for_loop.iter);
    stack_object(c, iterable);
    emit(c, OP_GET_ASYNC_ITER, depth, iterable, 0);
    set_depth(c, depth + 1);
    c->unit->stack = stack;
    Fence fence = { .end = label_new(c), .again = label_new(c) };
    fence_push(c, &fence, FENCE_FOR);
    fence.depth = depth;
    stack_iterator(c, depth);
    const int inside = c->unit->stack;
    label_place(c, fence.again);
    AsyncLoop loop;
    async_loop_begin(c, &loop, depth);
    store_target(c, s->for_loop.target, depth + 1);
    visit_stmts(c, s->for_loop.body);
    set_no_line(c);
    emit_jump(c, OP_JUMP_BACK, 0, 0, fence.again);
    fence_pop(c, &fence);
    set_pos(c, s->for_loop.iter->pos);
    c->unit->stack = inside;
    async_loop_end(c, &loop);
    c->unit->stack = stack;
    visit_stmts(c, s->for_loop.orelse);
    label_place(c, fence.end);
}
