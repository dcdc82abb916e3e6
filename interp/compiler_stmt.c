/* compiler_stmt.c: simple statements, branches and loops. */
#include "compiler.h"

#include "types/str.h"
#include "types/tuple.h"

void visit_stmts(Compiler *c, StmtSeq body)
{
    for (int i = 0; i < body.count; i++)
        visit_stmt(c, body.items[i]);
}

/* ---- assignment ---- */

static int local_target(Compiler *c, const Expr *target)
{
    forbid_debug_target(c, target);
    return target->kind == EXPR_NAME ? name_local_slot(c, target->name.id) : 0;
}

static bool all_local(Compiler *c, ExprSeq targets)
{
    for (int i = 0; i < targets.count; i++) {
        if (local_target(c, targets.items[i]) == 0)
            return false;
    }
    return true;
}

/* No local stands twice among the targets, which are all local. */
static bool all_different(Compiler *c, ExprSeq targets)
{
    for (int i = 1; i < targets.count; i++) {
        for (int j = 0; j < i; j++) {
            if (local_target(c, targets.items[i]) == local_target(c, targets.items[j]))
                return false;
        }
    }
    return true;
}

static bool has_star(ExprSeq elts)
{
    for (int i = 0; i < elts.count; i++) {
        if (elts.items[i]->kind == EXPR_STARRED)
            return true;
    }
    return false;
}

/* On more than one: tracing sees the order in which CPython goes through them. */
static bool on_lines(const Expr *target, const Expr *value) { return target->pos.line != value->pos.end_line || value->pos.line != value->pos.end_line; }

/* CPython stores the value in a local on the line of that. */
static void visit_into_local(Compiler *c, const Expr *target, const Expr *value, int local)
{
    visit(c, value, local);
    if (!on_lines(target, value))
        return;
    SrcPos before = set_pos(c, target->pos);
    const int stack = c->unit->stack;
    stack_object(c, NO_SLOT);
    emit_line(c);
    c->unit->stack = stack;
    set_pos(c, before);
}

/* `a, b = x, y` without the tuple. */
static void assign_pairwise(Compiler *c, const Expr *target, ExprSeq targets, const Expr *value, ExprSeq values)
{
    int base = c->unit->depth, n = targets.count, stack = c->unit->stack;
    bool lines = on_lines(target, value), direct = all_local(c, targets) && all_different(c, targets) && !lines; /* all_local numbers the locals in order */
    int last = local_target(c, targets.items[n - 1]);
    for (int i = 0; i < n; i++)
        stack_object(c, visit(c, values.items[i], direct && i == n - 1 ? last : WANT_TEMP));
    if (direct) { /* storing different locals cannot fail, so any order will do */
        c->unit->stack = stack;
        for (int i = n - 2; i >= 0; i--)
            store_target(c, targets.items[i], base + i);
        return;
    }
    if (lines) {
        set_pos(c, value->pos);
        emit_line(c);
        set_pos(c, target->pos);
    }
    for (int i = 0; i < n / 2; i++)
        emit(c, OP_SWAP, base + i, base + n - 1 - i, 0);
    for (int i = 0; i < n; i++) {
        stack_objects(c, stack, base, n - 1 - i);
        store_target(c, targets.items[i], base + n - 1 - i);
    }
}

static void visit_assign(Compiler *c, const Stmt *s)
{
    ExprSeq targets = s->assign.targets;
    const Expr *first = targets.items[0], *value = s->assign.value;
    if (targets.count == 1) {
        ExprSeq elts = first->kind == EXPR_TUPLE ? first->tuple.elts : first->kind == EXPR_LIST ? first->list.elts : (ExprSeq){ 0, NULL };
        ExprSeq values = value->kind == EXPR_TUPLE ? value->tuple.elts : (ExprSeq){ 0, NULL };
        if (elts.count >= 2 && elts.count <= 8 && elts.count == values.count && !has_star(elts) && !has_star(values)
            && !(on_lines(first, value) && fold(c, value) != VALUE_NULL)) {
            assign_pairwise(c, first, elts, value, values);
            return;
        }
        int local = local_target(c, first);
        if (local != 0)
            visit_into_local(c, first, value, local);
        else
            store_target(c, first, operand_early(c, value));
        return;
    }
    if (all_local(c, targets)) {
        int local = local_target(c, first);
        visit_into_local(c, first, value, local);
        for (int i = 1; i < targets.count; i++)
            store_target(c, targets.items[i], local);
        return;
    }
    int slot = visit_temp(c, value);
    for (int i = 0; i < targets.count - 1; i++) {
        int copy = temp_push(c), stack = c->unit->stack;
        stack_object(c, slot);
        emit(c, OP_COPY, copy, slot, 0);
        store_target(c, targets.items[i], copy);
        c->unit->stack = stack;
    }
    store_target(c, targets.items[targets.count - 1], slot);
}

static int kept_copy(Compiler *c, int slot)
{
    if (slot < 0)
        return slot;
    int copy = temp_push(c);
    emit(c, OP_COPY, copy, slot, 0);
    return copy;
}

/* target op= value with the old value in `old` (a temporary that takes the result, or the local itself). */
static void apply_inplace(Compiler *c, const Stmt *s, int dst, int old)
{
    BinOpKind op = s->aug_assign.op;
    int immediate;
    if ((op == BIN_OP_ADD || op == BIN_OP_SUB) && fold_immediate(c, s->aug_assign.value, &immediate)) {
        emit(c, op == BIN_OP_ADD ? OP_IADD_I : OP_ISUB_I, dst, old, immediate);
        return;
    }
    stack_object(c, old);
    int value = operand(c, s->aug_assign.value);
    stack_object(c, value);
    emit(c, inplace_op(op), dst, old, value);
}

static void visit_aug_assign(Compiler *c, const Stmt *s)
{
    const Expr *target = s->aug_assign.target;
    int depth = c->unit->depth;
    if (target->kind == EXPR_NAME) {
        forbid_debug_target(c, target);
        SrcPos before = set_pos(c, target->pos);
        int old = load_name(c, target->name.id, WANT_ANY);
        if (old < 0 && c->unit->locals[~old]->flags & SYMBOL_WALRUS)
            old = load_name(c, target->name.id, WANT_TEMP);
        set_pos(c, before);
        apply_inplace(c, s, old, old);
        if (old >= 0) {
            set_depth(c, old + 1);
            set_pos(c, target->pos);
            store_name(c, target->name.id, old);
        }
    } else if (target->kind == EXPR_ATTRIBUTE) {
        int object = operand_early(c, target->attribute.value), stack = c->unit->stack;
        stack_object(c, object);
        SrcPos before = set_pos(c, attribute_pos(target, target->pos));
        int copy = kept_copy(c, object), value = object < 0 ? depth : depth + 1;
        emit(c, OP_LOAD_ATTR, value, copy, name_index(c, target->attribute.attr));
        set_depth(c, value + 1);
        set_pos(c, before);
        apply_inplace(c, s, value, value);
        set_pos(c, attribute_pos(target, target->pos));
        c->unit->stack = stack;
        stack_object(c, value);
        stack_object(c, object);
        emit(c, OP_STORE_ATTR, object, value, name_index(c, target->attribute.attr));
    } else if (target->kind == EXPR_SUBSCRIPT) {
        int stack = c->unit->stack, container = operand_early(c, target->subscript.value);
        stack_object(c, container);
        int index = operand_early(c, target->subscript.slice);
        stack_object(c, index);
        SrcPos before = set_pos(c, target->pos);
        int value = c->unit->depth;
        int container_copy = kept_copy(c, container), index_copy = kept_copy(c, index);
        emit(c, OP_GET_ITEM, value, container_copy, index_copy);
        set_depth(c, value + 1);
        set_pos(c, before);
        apply_inplace(c, s, value, value);
        set_pos(c, target->pos);
        c->unit->stack = stack;
        stack_object(c, value);
        stack_object(c, container);
        stack_object(c, index);
        emit(c, OP_SET_ITEM, container, index, value);
    } else {
        compile_error(c, target->pos, "illegal expression for augmented assignment");
    }
    set_depth(c, depth);
}

static void drop(Compiler *c, const Expr *e)
{
    int slot = operand(c, e);
    if (slot >= 0) {
        emit(c, OP_RELEASE, slot, 0, 0);
        set_depth(c, slot);
    }
}

static void visit_ann_assign(Compiler *c, const Stmt *s)
{
    const Expr *target = s->ann_assign.target;
    bool evaluated = c->unit->block->kind != BLOCK_FUNCTION;
    if (target->kind == EXPR_NAME || target->kind == EXPR_ATTRIBUTE)
        forbid_debug(c, target->kind == EXPR_NAME ? target->name.id : target->attribute.attr, "assign to");
    if (s->ann_assign.value != NULL) {
        int local = local_target(c, target);
        if (local != 0)
            visit_into_local(c, target, s->ann_assign.value, local);
        else
            store_target(c, target, operand_early(c, s->ann_assign.value));
    }
    if (target->kind == EXPR_NAME && s->ann_assign.simple && evaluated) {
        int value = load_annotation(c, s->ann_assign.annotation);
        int dict = load_name(c, arena_intern(c->arena, "__annotations__", 15), WANT_TEMP);
        const char *name = symtable_mangle(c->arena, c->unit->block->class_name, target->name.id);
        int key = load_constant_want(c, constant_str(c, name, strlen(name)), WANT_TEMP);
        emit(c, OP_SET_ITEM, dict, key, value);
        set_depth(c, value);
        return;
    }
    if (s->ann_assign.value == NULL && target->kind == EXPR_ATTRIBUTE)
        drop(c, target->attribute.value);
    if (s->ann_assign.value == NULL && target->kind == EXPR_SUBSCRIPT) {
        drop(c, target->subscript.value);
        drop(c, target->subscript.slice);
    }
    if (!s->ann_assign.simple && evaluated && !(c->features & CODE_FUTURE_ANNOTATIONS))
        drop(c, s->ann_assign.annotation);
}

static void delete_target(Compiler *c, const Expr *target)
{
    int depth = c->unit->depth;
    SrcPos before = set_pos(c, target->pos);
    ExprSeq elts = { 0, NULL };
    switch (target->kind) {
    case EXPR_NAME: delete_name(c, target->name.id); break;
    case EXPR_ATTRIBUTE: {
        int object = operand(c, target->attribute.value);
        set_pos(c, attribute_pos(target, target->pos));
        emit(c, OP_DELETE_ATTR, object, 0, name_index(c, target->attribute.attr));
        break;
    }
    case EXPR_SUBSCRIPT: {
        int stack = c->unit->stack, container = operand_early(c, target->subscript.value);
        stack_object(c, container);
        int index = operand(c, target->subscript.slice);
        stack_object(c, index);
        emit(c, OP_DEL_ITEM, container, index, 0);
        c->unit->stack = stack;
        break;
    }
    case EXPR_TUPLE: elts = target->tuple.elts; break;
    case EXPR_LIST: elts = target->list.elts; break;
    default: compile_error(c, target->pos, "cannot delete expression");
    }
    for (int i = 0; i < elts.count; i++)
        delete_target(c, elts.items[i]);
    set_depth(c, depth);
    set_pos(c, before);
}

/* ---- branches and loops ---- */

static void visit_if(Compiler *c, const Stmt *s)
{
    Label end = label_new(c), orelse = s->if_stmt.orelse.count > 0 ? label_new(c) : end;
    jump_if(c, s->if_stmt.test, orelse, false);
    visit_stmts(c, s->if_stmt.body);
    if (orelse == end) {
        label_place(c, end);
        return;
    }
    emit_jump_no_line(c, end);
    label_place(c, orelse);
    visit_stmts(c, s->if_stmt.orelse);
    label_place(c, end);
}

static void visit_while(Compiler *c, const Stmt *s)
{
    Label body = label_new(c), orelse = label_new(c);
    Fence fence = { .end = label_new(c), .again = label_new(c) };
    int known = constant_truth(c, s->while_loop.test);
    emit_jump(c, OP_JUMP, 0, 0, fence.again);
    if (known < 0) {
        c->unit->ir[c->unit->ir_count - 1].c = ENTERS_WHILE;
        c->unit->ir[c->unit->ir_count - 1].a = orelse;
    }
    label_place(c, body);
    if (known == 1)
        emit_line(c); /* every turn passes the line of the while */
    DiagWarning *before_body = c->diag->last_warning;
    fence_push(c, &fence, FENCE_WHILE);
    visit_stmts(c, s->while_loop.body);
    fence_pop(c, &fence);
    label_place(c, fence.again);
    set_pos(c, s->pos);
    DiagWarning *before_test = c->diag->last_warning;
    jump_if(c, s->while_loop.test, body, true);
    /* CPython compiles the test twice, the first time before the body, and warns each time. */
    if (known < 0 && !diag_repeat_warnings(c->diag, before_test, before_body))
        compile_no_memory(c);
    label_place(c, orelse);
    visit_stmts(c, s->while_loop.orelse);
    label_place(c, fence.end);
}

static void visit_for(Compiler *c, const Stmt *s)
{
    int depth = c->unit->depth, stack = c->unit->stack;
    const Expr *target = s->for_loop.target;
    Label again = label_new(c), body = label_new(c), orelse = label_new(c);
    Value constant = fold_iterable(c, s->for_loop.iter);
    int iterable = constant != VALUE_NULL ? load_constant_want(c, constant, WANT_TEMP) : operand(c, s->for_loop.iter);
    stack_object(c, iterable);
    emit(c, OP_GET_ITER, depth, iterable, 0);
    set_depth(c, depth + 1);
    c->unit->stack = stack;
    Fence fence = { .end = label_new(c), .again = again };
    fence_push(c, &fence, FENCE_FOR);
    fence.depth = depth;
    stack_iterator(c, depth);
    emit_jump(c, OP_JUMP, 0, 0, fence.again);
    c->unit->ir[c->unit->ir_count - 1].c = ENTERS_FOR;
    label_place(c, body);
    int local = local_target(c, target);
    if (local == 0) {
        set_depth(c, depth + 2);
        store_target(c, target, depth + 1);
    }
    visit_stmts(c, s->for_loop.body);
    label_place(c, fence.again);
    set_pos(c, s->pos);
    emit_jump(c, OP_FOR_LOOP, local != 0 ? local : depth + 1, depth, body);
    fence_pop(c, &fence);
    set_depth(c, depth);
    set_no_line(c);
    label_place(c, orelse);
    visit_stmts(c, s->for_loop.orelse);
    label_place(c, fence.end);
}

/* ---- imports ---- */

static int import_name(Compiler *c, const char *name, int level, Value fromlist)
{
    int base = c->unit->depth;
    load_constant_want(c, value_from_small_int(level), WANT_TEMP);
    load_constant_want(c, fromlist, WANT_TEMP);
    emit(c, OP_IMPORT_NAME, base, name_index_plain(c, name), 0);
    set_depth(c, base + 1);
    return base;
}

static const char *intern(Compiler *c, const char *text, size_t length)
{
    const char *name = arena_intern(c->arena, text, length);
    if (name == NULL)
        compile_no_memory(c);
    return name;
}

static void visit_import(Compiler *c, const Stmt *s)
{
    for (int i = 0; i < s->import.names.count; i++) {
        const Alias *alias = s->import.names.items[i];
        int module = import_name(c, alias->name, 0, VALUE_NONE);
        const char *dot = strchr(alias->name, '.');
        if (alias->asname == NULL) {
            store_name(c, dot == NULL ? alias->name : intern(c, alias->name, (size_t)(dot - alias->name)), module);
            continue;
        }
        while (dot != NULL) {
            const char *part = dot + 1, *next = strchr(part, '.');
            const char *name = intern(c, part, next != NULL ? (size_t)(next - part) : strlen(part));
            int sub = temp_push(c);
            emit(c, OP_IMPORT_FROM, sub, module, name_index_plain(c, name))->unwind = sub;
            emit(c, OP_RELEASE, module, 0, 0);
            emit(c, OP_MOVE, module, sub, 0);
            set_depth(c, module + 1);
            dot = next;
        }
        store_name(c, alias->asname, module);
    }
}

static void visit_import_from(Compiler *c, const Stmt *s)
{
    AliasSeq names = s->import_from.names;
    check_late_future(c, s);
    Value fromlist = tuple_new(names.count);
    if (fromlist == VALUE_NULL)
        compile_no_memory(c);
    for (int i = 0; i < names.count; i++)
        as_tuple(fromlist)->items[i] = value_retain(constant_str(c, names.items[i]->name, strlen(names.items[i]->name)));
    fromlist = pool_add_steal(c, fromlist);
    const char *name = s->import_from.module != NULL ? s->import_from.module : intern(c, "", 0);
    int module = import_name(c, name, s->import_from.level, fromlist);
    if (strcmp(names.items[0]->name, "*") == 0) {
        emit(c, OP_IMPORT_STAR, module, 0, 0);
        set_depth(c, module);
        return;
    }
    for (int i = 0; i < names.count; i++) {
        const Alias *alias = names.items[i];
        int value = temp_push(c);
        emit(c, OP_IMPORT_FROM, value, module, name_index_plain(c, alias->name))->unwind = value;
        store_name(c, alias->asname != NULL ? alias->asname : alias->name, value);
    }
    emit(c, OP_RELEASE, module, 0, 0);
    set_depth(c, module);
}

/* ---- the rest ---- */

/* The comparison that CPython compiles last of a condition; its position sticks to what follows. NULL: none. */
static const Expr *last_comparison(const Expr *e)
{
    const Expr *last = NULL;
    if (e->kind == EXPR_COMPARE)
        return e;
    if (e->kind == EXPR_UNARY_OP && e->unary_op.op == UNARY_OP_NOT)
        return last_comparison(e->unary_op.operand);
    if (e->kind == EXPR_BOOL_OP)
        for (int i = e->bool_op.values.count - 1; i >= 0 && last == NULL; i--)
            last = last_comparison(e->bool_op.values.items[i]);
    return last;
}

static void visit_assert(Compiler *c, const Stmt *s)
{
    if (c->optimize)
        return;
    Label end = label_new(c);
    jump_if(c, s->assert_stmt.test, end, true);
    const Expr *comparison = last_comparison(s->assert_stmt.test);
    SrcPos before = set_pos(c, comparison != NULL ? comparison->pos : s->pos);
    int window = temp_push(c);
    emit(c, OP_LOAD_ASSERTION_ERROR, window, 0, 0);
    stack_object(c, window);
    if (s->assert_stmt.msg != NULL) {
        visit_temp(c, s->assert_stmt.msg);
        stack_object(c, window + 1);
        emit(c, OP_CALL, window, 1, 0)->unwind = window;
        set_depth(c, window + 1);
    }
    emit(c, OP_RAISE, window, 0, 0);
    set_depth(c, window);
    set_pos(c, before);
    label_place(c, end);
}

static void visit_raise(Compiler *c, const Stmt *s)
{
    int depth = c->unit->depth;
    if (s->raise.exc == NULL) {
        emit(c, OP_RAISE_CURRENT, 0, 0, 0);
        return;
    }
    int exc = s->raise.cause != NULL ? operand_early(c, s->raise.exc) : operand(c, s->raise.exc);
    stack_object(c, exc);
    if (s->raise.cause != NULL) {
        int cause = operand(c, s->raise.cause);
        stack_object(c, cause);
        emit(c, OP_RAISE_FROM, exc, cause, 0);
    } else {
        emit(c, OP_RAISE, exc, 0, 0);
    }
    set_depth(c, depth);
}

static void visit_expr_stmt(Compiler *c, const Stmt *s)
{
    const Expr *e = s->expr.value;
    if (c->mode == COMPILE_SINGLE && c->unit->outer == NULL) {
        int slot = operand(c, e), depth = slot >= 0 ? slot : c->unit->depth;
        emit(c, OP_PRINT_EXPR, slot, 0, 0);
        set_depth(c, depth);
    } else if (e->kind != EXPR_CONSTANT) {
        set_pos(c, e->pos);
        drop(c, e);
        set_no_line(c);
        return;
    } else {
        emit_line(c);
    }
    set_pos(c, s->pos);
}

/* Behind most statements the position is their own; an expression and compound ones leave it where CPython's compiler does. */
static void visit_kind(Compiler *c, const Stmt *s)
{
    set_pos(c, s->pos);
    switch (s->kind) {
    case STMT_EXPR: visit_expr_stmt(c, s); return;
    case STMT_FOR: visit_for(c, s); return;
    case STMT_ASYNC_FOR: visit_async_for(c, s); return;
    case STMT_WHILE: visit_while(c, s); return;
    case STMT_IF: visit_if(c, s); return;
    case STMT_WITH: case STMT_ASYNC_WITH: visit_with(c, s); return;
    case STMT_MATCH: visit_match(c, s); return;
    case STMT_TRY:
        emit_line(c);
        visit_try(c, s);
        return;
    case STMT_FUNCTION_DEF: case STMT_ASYNC_FUNCTION_DEF: visit_function_def(c, s); break;
    case STMT_CLASS_DEF: visit_class_def(c, s); break;
    case STMT_RETURN: visit_return(c, s); return;
    case STMT_DELETE:
        for (int i = 0; i < s->del.targets.count; i++)
            delete_target(c, s->del.targets.items[i]);
        break;
    case STMT_ASSIGN: visit_assign(c, s); break;
    case STMT_AUG_ASSIGN: visit_aug_assign(c, s); break;
    case STMT_ANN_ASSIGN: visit_ann_assign(c, s); break;
    case STMT_RAISE: visit_raise(c, s); break;
    case STMT_ASSERT: warn_assert(c, s); visit_assert(c, s); break;
    case STMT_IMPORT: visit_import(c, s); break;
    case STMT_IMPORT_FROM: visit_import_from(c, s); break;
    case STMT_GLOBAL: case STMT_NONLOCAL: break;
    case STMT_PASS: emit_line(c); break;
    case STMT_BREAK: visit_break(c, s); return;
    case STMT_CONTINUE: visit_continue(c, s); return;
    }
    set_pos(c, s->pos);
}

void visit_stmt(Compiler *c, const Stmt *s)
{
    const int stack = c->unit->stack;
    visit_kind(c, s);
    c->unit->stack = stack;
}
