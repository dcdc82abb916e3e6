/* compiler_expr.c: expressions: operands, arithmetic, conditions, attributes, subscripts, and the targets of assignment. */
#include "compiler.h"

#include "types/str.h"

SrcPos attribute_pos(const Expr *attribute, SrcPos pos)
{
    if (pos.line != attribute->pos.end_line) {
        uint32_t length = (uint32_t)strlen(attribute->attribute.attr);
        pos.line = attribute->pos.end_line;
        pos.col = length <= attribute->pos.end_col ? attribute->pos.end_col - length : 0;
    }
    return pos;
}

static bool slot_has_walrus(Compiler *c, int slot)
{
    return slot < 0 && ~slot < CELL_BASE && c->unit->locals[~slot] != NULL && c->unit->locals[~slot]->flags & SYMBOL_WALRUS;
}

/* A local is read when the instruction runs; one that := may rebind in between is copied now. */
int operand_early(Compiler *c, const Expr *e)
{
    int slot = operand(c, e);
    if (!slot_has_walrus(c, slot))
        return slot;
    int temp = temp_push(c);
    emit(c, OP_MOVE, temp, slot, 0);
    return temp;
}

/* ---- operators ---- */

static const struct { int16_t plain, inplace, immediate, inplace_immediate; } binary_ops[] = {
    [BIN_OP_ADD] = { OP_ADD, OP_IADD, OP_ADD_I, OP_IADD_I }, [BIN_OP_SUB] = { OP_SUB, OP_ISUB, OP_SUB_I, OP_ISUB_I },
    [BIN_OP_MULT] = { OP_MUL, OP_IMUL, OP_MUL_I, 0 }, [BIN_OP_MATMULT] = { OP_MATMUL, OP_IMATMUL, 0, 0 },
    [BIN_OP_DIV] = { OP_TRUEDIV, OP_ITRUEDIV, 0, 0 }, [BIN_OP_MOD] = { OP_MOD, OP_IMOD, OP_MOD_I, 0 },
    [BIN_OP_POW] = { OP_POW, OP_IPOW, 0, 0 }, [BIN_OP_LSHIFT] = { OP_LSHIFT, OP_ILSHIFT, OP_LSHIFT_I, 0 },
    [BIN_OP_RSHIFT] = { OP_RSHIFT, OP_IRSHIFT, OP_RSHIFT_I, 0 }, [BIN_OP_BITOR] = { OP_OR, OP_IOR, 0, 0 },
    [BIN_OP_BITXOR] = { OP_XOR, OP_IXOR, 0, 0 }, [BIN_OP_BITAND] = { OP_AND, OP_IAND, OP_AND_I, 0 },
    [BIN_OP_FLOORDIV] = { OP_FLOORDIV, OP_IFLOORDIV, OP_FLOORDIV_I, 0 },
};

int inplace_op(BinOpKind op) { return binary_ops[op].inplace; }

static bool immediate_allowed(BinOpKind op, int value)
{
    switch (op) {
    case BIN_OP_FLOORDIV: case BIN_OP_MOD: return value != 0;
    case BIN_OP_LSHIFT: case BIN_OP_RSHIFT: return value >= 0;
    default: return true;
    }
}

static int visit_binary(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, immediate;
    const Expr *fstring = percent_as_fstring(c, e);
    if (fstring)
        return visit_joined_str(c, fstring, want);
    int left = operand_early(c, e->bin_op.left);
    stack_object(c, left);
    int op = binary_ops[e->bin_op.op].immediate;
    if (op != 0 && fold_immediate(c, e->bin_op.right, &immediate) && immediate_allowed(e->bin_op.op, immediate)) {
        int dst = destination(c, want, depth);
        stack_object(c, NO_SLOT);
        emit(c, op, dst, left, immediate);
        finish(c, dst, depth);
        return dst;
    }
    int right = operand(c, e->bin_op.right), dst = destination(c, want, depth);
    stack_object(c, right);
    emit(c, binary_ops[e->bin_op.op].plain, dst, left, right);
    finish(c, dst, depth);
    return dst;
}

static int visit_unary(Compiler *c, const Expr *e, int want)
{
    static const int ops[] = { [UNARY_OP_INVERT] = OP_INVERT, [UNARY_OP_NOT] = OP_NOT, [UNARY_OP_PLUS] = OP_POS, [UNARY_OP_MINUS] = OP_NEG };
    bool negated;
    (void)warn_not(c, e, &negated);
    int depth = c->unit->depth, slot = operand(c, e->unary_op.operand), dst = destination(c, want, depth);
    stack_object(c, slot);
    emit(c, ops[e->unary_op.op], dst, slot, 0);
    finish(c, dst, depth);
    return dst;
}

/* ---- comparisons ---- */

static const struct { int16_t value, jump, jump_not, jump_imm, jump_not_imm; } compare_ops[] = {
    [CMP_OP_EQ] = { OP_EQ, OP_JUMP_IF_EQ, OP_JUMP_IF_NOT_EQ, OP_JUMP_IF_EQ_I, OP_JUMP_IF_NOT_EQ_I },
    [CMP_OP_NE] = { OP_NE, OP_JUMP_IF_NE, OP_JUMP_IF_NOT_NE, OP_JUMP_IF_NE_I, OP_JUMP_IF_NOT_NE_I },
    [CMP_OP_LT] = { OP_LT, OP_JUMP_IF_LT, OP_JUMP_IF_NOT_LT, OP_JUMP_IF_LT_I, OP_JUMP_IF_NOT_LT_I },
    [CMP_OP_LE] = { OP_LE, OP_JUMP_IF_LE, OP_JUMP_IF_NOT_LE, OP_JUMP_IF_LE_I, OP_JUMP_IF_NOT_LE_I },
    [CMP_OP_GT] = { OP_GT, OP_JUMP_IF_GT, OP_JUMP_IF_NOT_GT, OP_JUMP_IF_GT_I, OP_JUMP_IF_NOT_GT_I },
    [CMP_OP_GE] = { OP_GE, OP_JUMP_IF_GE, OP_JUMP_IF_NOT_GE, OP_JUMP_IF_GE_I, OP_JUMP_IF_NOT_GE_I },
    [CMP_OP_IS] = { OP_IS, OP_JUMP_IF_IS, OP_JUMP_IF_IS_NOT, 0, 0 },
    [CMP_OP_IS_NOT] = { OP_IS_NOT, OP_JUMP_IF_IS_NOT, OP_JUMP_IF_IS, 0, 0 },
    [CMP_OP_IN] = { OP_IN, 0, 0, 0, 0 },
    [CMP_OP_NOT_IN] = { OP_NOT_IN, 0, 0, 0, 0 },
};

static bool is_none(const Expr *e) { return e->kind == EXPR_CONSTANT && e->constant.kind == CONST_NONE; }

/* The right operand; displays of constants become constants where only membership matters. */
static int comparator(Compiler *c, const Expr *e, CmpOpKind op)
{
    if (op == CMP_OP_IN || op == CMP_OP_NOT_IN) {
        Value v = fold_iterable(c, e);
        if (v != VALUE_NULL)
            return load_constant_want(c, v, WANT_TEMP);
    }
    return operand(c, e);
}

/* Evaluates comparator i of a chain so that it outlives the comparison: on return the operands of the comparison are *left and
 * *right, and *kept is where the value stays (a local, or temporary `depth`). `left` is a local or temporary `depth`. */
static void chain_step(Compiler *c, const Expr *e, int i, int depth, int *left, int *right, int *kept)
{
    *right = operand(c, e->compare.comparators.items[i]); /* also the left operand of the next one: a display stays what it is */
    if (slot_has_walrus(c, *right)) {
        int temp = temp_push(c);
        emit(c, OP_MOVE, temp, *right, 0);
        *right = temp;
    }
    stack_object(c, *right);
    *kept = *right;
    if (*right < 0)
        return;
    if (*left >= 0) {
        emit(c, OP_SWAP, *left, *right, 0);
        *left = *right;
    }
    *kept = depth;
    *right = temp_push(c);
    emit(c, OP_COPY, *right, depth, 0);
}

static int visit_compare(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, last = e->compare.ops.count - 1;
    const int stack = c->unit->stack;
    int left = operand_early(c, e->compare.left);
    stack_object(c, left);
    if (last == 0) {
        int right = comparator(c, e->compare.comparators.items[0], (CmpOpKind)e->compare.ops.items[0]);
        stack_object(c, right);
        int dst = destination(c, want, depth);
        emit(c, compare_ops[e->compare.ops.items[0]].value, dst, left, right);
        finish(c, dst, depth);
        return dst;
    }
    Label end = label_new(c), cleanup = label_new(c);
    bool need_cleanup = false;
    for (int i = 0; i < last; i++) {
        int right, kept;
        chain_step(c, e, i, depth, &left, &right, &kept);
        int result = kept < 0 ? depth : depth + 1;
        emit(c, compare_ops[e->compare.ops.items[i]].value, result, left, right);
        set_depth(c, result + 1);
        emit_jump(c, OP_JUMP_IF_FALSE_KEEP, result, 0, kept < 0 ? end : cleanup);
        need_cleanup |= kept >= 0;
        set_depth(c, result);
        left = kept;
        c->unit->stack = stack;
        stack_object(c, left);
    }
    int right = comparator(c, e->compare.comparators.items[last], (CmpOpKind)e->compare.ops.items[last]);
    stack_object(c, right);
    emit(c, compare_ops[e->compare.ops.items[last]].value, depth, left, right);
    set_depth(c, depth + 1);
    if (need_cleanup) {
        emit_jump(c, OP_JUMP, 0, 0, end);
        label_place(c, cleanup);
        set_depth(c, depth + 2);
        emit(c, OP_RELEASE, depth, 0, 0);
        emit(c, OP_MOVE, depth, depth + 1, 0);
        set_depth(c, depth + 1);
    }
    label_place(c, end);
    if (want < 0) {
        emit(c, OP_MOVE, want, depth, 0);
        set_depth(c, depth);
        return want;
    }
    return depth;
}

/* Compare two evaluated operands and jump; the depth is set to what is below the temporaries among them. */
static void jump_compare(Compiler *c, CmpOpKind op, int left, int right, int below, Label target, bool when)
{
    int jump = when ? compare_ops[op].jump : compare_ops[op].jump_not;
    if (jump != 0 && !c->no_fused) {
        emit_jump(c, jump, left, right, target);
        set_depth(c, below);
        return;
    }
    emit(c, compare_ops[op].value, below, left, right);
    set_depth(c, below + 1);
    emit_jump(c, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, below, 0, target);
    set_depth(c, below);
}

static void jump_if_compare(Compiler *c, const Expr *e, Label target, bool when)
{
    int depth = c->unit->depth, last = e->compare.ops.count - 1, immediate;
    CmpOpKind op = (CmpOpKind)e->compare.ops.items[0];
    const Expr *first = e->compare.comparators.items[0];
    const int stack = c->unit->stack;
    if (last == 0 && (op == CMP_OP_IS || op == CMP_OP_IS_NOT) && is_none(first)) {
        int slot = operand(c, e->compare.left);
        stack_object(c, slot);
        emit_jump(c, (op == CMP_OP_IS) == when ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, slot, 0, target);
        set_depth(c, depth);
        return;
    }
    int left = operand_early(c, e->compare.left);
    stack_object(c, left);
    if (last == 0 && compare_ops[op].jump_imm != 0 && !c->no_fused && fold_immediate(c, first, &immediate)) {
        emit_jump(c, when ? compare_ops[op].jump_imm : compare_ops[op].jump_not_imm, left, immediate, target);
        set_depth(c, depth);
        return;
    }
    if (last == 0) {
        int right = comparator(c, first, op);
        stack_object(c, right);
        jump_compare(c, op, left, right, depth, target, when);
        return;
    }
    /* a chain: any false comparison decides */
    Label end = label_new(c), cleanup = label_new(c);
    bool need_cleanup = false;
    for (int i = 0; i < last; i++) {
        int right, kept;
        chain_step(c, e, i, depth, &left, &right, &kept);
        jump_compare(c, (CmpOpKind)e->compare.ops.items[i], left, right, kept < 0 ? depth : depth + 1,
            kept >= 0 ? cleanup : when ? end : target, false);
        need_cleanup |= kept >= 0;
        left = kept;
        c->unit->stack = stack;
        stack_object(c, left);
    }
    int right = comparator(c, e->compare.comparators.items[last], (CmpOpKind)e->compare.ops.items[last]);
    stack_object(c, right);
    jump_compare(c, (CmpOpKind)e->compare.ops.items[last], left, right, depth, target, when);
    if (need_cleanup) {
        emit_jump(c, OP_JUMP, 0, 0, end);
        label_place(c, cleanup);
        set_depth(c, depth + 1);
        emit(c, OP_RELEASE, depth, 0, 0);
        set_depth(c, depth);
        if (!when)
            emit_jump(c, OP_JUMP, 0, 0, target);
    }
    label_place(c, end);
}

/* ---- conditions ---- */

/* 1, 0: known; -1: not. */
int constant_truth(Compiler *c, const Expr *e)
{
    if (e->kind == EXPR_CONSTANT) {
        switch (e->constant.kind) {
        case CONST_NONE: case CONST_FALSE: return 0;
        case CONST_TRUE: case CONST_ELLIPSIS: case CONST_BIG_INT: return 1;
        case CONST_INT: return e->constant.integer != 0;
        case CONST_FLOAT: case CONST_IMAGINARY: return e->constant.real != 0.0;
        case CONST_STR: case CONST_BYTES: return e->constant.text.length != 0;
        }
    }
    Value v = fold(c, e);
    if (v == VALUE_NULL)
        return -1;
    return v == VALUE_TRUE ? 1 : v == VALUE_FALSE || v == VALUE_NONE || v == value_from_small_int(0) ? 0 : value_is_small_int(v) ? 1 : -1;
}

static void jump_if_bool_op(Compiler *c, const Expr *e, Label target, bool when)
{
    bool any = e->bool_op.op == BOOL_OP_OR;
    int last = e->bool_op.values.count - 1;
    if (any == when) {
        for (int i = 0; i <= last; i++)
            jump_if(c, e->bool_op.values.items[i], target, when);
        return;
    }
    Label end = label_new(c);
    for (int i = 0; i < last; i++)
        jump_if(c, e->bool_op.values.items[i], end, any);
    jump_if(c, e->bool_op.values.items[last], target, when);
    label_place(c, end);
}

void jump_if(Compiler *c, const Expr *e, Label target, bool when)
{
    int depth = c->unit->depth, known = constant_truth(c, e);
    const int stack = c->unit->stack;
    bool negated;
    const Expr *denied = known >= 0 ? NULL : warn_not(c, e, &negated);
    if (known >= 0) {
        SrcPos before = set_pos(c, e->pos);
        emit_line(c);
        set_pos(c, before);
        if ((known == 1) == when)
            emit_jump(c, OP_JUMP, 0, 0, target);
    } else if (denied != NULL) {
        c->warned = NULL;
        set_pos(c, denied->pos);
        jump_if_compare(c, denied, target, when != negated);
    } else if (e->kind == EXPR_UNARY_OP && e->unary_op.op == UNARY_OP_NOT) {
        jump_if(c, e->unary_op.operand, target, !when);
    } else if (e->kind == EXPR_BOOL_OP) {
        jump_if_bool_op(c, e, target, when);
    } else if (e->kind == EXPR_COMPARE) {
        warn_compare(c, e);
        set_pos(c, e->pos); /* and it stays: an assert that fails points at its comparison, as in CPython */
        jump_if_compare(c, e, target, when);
    } else if (e->kind == EXPR_IF) {
        Label orelse = label_new(c), end = label_new(c);
        jump_if(c, e->if_exp.test, orelse, false);
        jump_if(c, e->if_exp.body, target, when);
        emit_jump(c, OP_JUMP, 0, 0, end);
        label_place(c, orelse);
        jump_if(c, e->if_exp.orelse, target, when);
        label_place(c, end);
    } else {
        int slot = operand(c, e);
        stack_object(c, slot);
        emit_jump(c, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, slot, 0, target);
    }
    set_depth(c, depth);
    c->unit->stack = stack;
}

static int visit_bool_op(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, last = e->bool_op.values.count - 1;
    Label end = label_new(c);
    for (int i = 0; i <= last; i++) {
        visit_temp(c, e->bool_op.values.items[i]);
        if (i < last) {
            emit_jump(c, e->bool_op.op == BOOL_OP_AND ? OP_JUMP_IF_FALSE_KEEP : OP_JUMP_IF_TRUE_KEEP, depth, 0, end);
            set_depth(c, depth);
        }
    }
    label_place(c, end);
    if (want >= 0)
        return depth;
    emit(c, OP_MOVE, want, depth, 0);
    set_depth(c, depth);
    return want;
}

static int visit_if_exp(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, dst = destination(c, want, depth);
    int given = want == WANT_ANY ? WANT_TEMP : want;
    Label orelse = label_new(c), end = label_new(c);
    jump_if(c, e->if_exp.test, orelse, false);
    visit(c, e->if_exp.body, given);
    emit_jump(c, OP_JUMP, 0, 0, end);
    label_place(c, orelse);
    set_depth(c, depth);
    visit(c, e->if_exp.orelse, given);
    label_place(c, end);
    return dst;
}

/* ---- attributes, subscripts, := ---- */

static int visit_attribute(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, object = operand(c, e->attribute.value), dst = destination(c, want, depth);
    stack_object(c, object);
    set_pos(c, attribute_pos(e, e->pos));
    emit(c, OP_LOAD_ATTR, dst, object, name_index(c, e->attribute.attr));
    finish(c, dst, depth);
    return dst;
}

static int visit_slice(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, dst = destination(c, want, depth);
    const Expr *parts[3] = { e->slice.lower, e->slice.upper, e->slice.step };
    for (int i = 0; i < 3; i++) {
        if (parts[i] != NULL)
            visit_temp(c, parts[i]);
        else
            load_constant_want(c, VALUE_NONE, WANT_TEMP);
        stack_object(c, depth + i);
    }
    emit(c, OP_BUILD_SLICE, dst, depth, 0);
    finish(c, dst, depth);
    return dst;
}

static int visit_subscript(Compiler *c, const Expr *e, int want)
{
    int depth = c->unit->depth, immediate;
    int container = operand_early(c, e->subscript.value);
    stack_object(c, container);
    if (fold_immediate(c, e->subscript.slice, &immediate)) {
        int dst = destination(c, want, depth);
        emit(c, OP_GET_ITEM_I, dst, container, immediate);
        finish(c, dst, depth);
        return dst;
    }
    int index = operand(c, e->subscript.slice), dst = destination(c, want, depth);
    stack_object(c, index);
    emit(c, OP_GET_ITEM, dst, container, index);
    finish(c, dst, depth);
    return dst;
}

static int visit_named(Compiler *c, const Expr *e, int want)
{
    int local = name_local_slot(c, e->named.target->name.id);
    if (local != 0) {
        visit(c, e->named.value, local);
        if (want == WANT_ANY || want == local)
            return local;
        int depth = c->unit->depth, dst = destination(c, want, depth);
        emit(c, OP_MOVE, dst, local, 0);
        finish(c, dst, depth);
        return dst;
    }
    int value = visit_temp(c, e->named.value), copy = temp_push(c);
    stack_object(c, value);
    emit(c, OP_COPY, copy, value, 0);
    set_pos(c, e->named.target->pos);
    store_name(c, e->named.target->name.id, copy);
    if (want >= 0)
        return value;
    emit(c, OP_MOVE, want, value, 0);
    set_depth(c, value);
    return want;
}

/* ---- generators ---- */

static void require_function(Compiler *c, const Expr *e, const char *what)
{
    if (c->unit->block->kind != BLOCK_FUNCTION)
        compile_error(c, e->pos, "'%s' outside function", what);
}

static int visit_yield(Compiler *c, const Expr *e, int want)
{
    require_function(c, e, "yield");
    int depth = c->unit->depth, dst = destination(c, want, depth);
    int value = e->yield.value != NULL ? operand(c, e->yield.value) : load_constant_want(c, VALUE_NONE, WANT_TEMP);
    stack_object(c, value);
    emit(c, OP_YIELD, dst, value, c->unit->caught)->unwind = depth;
    finish(c, dst, depth);
    return dst;
}

static int visit_yield_from(Compiler *c, const Expr *e, int want)
{
    require_function(c, e, "yield");
    if (c->unit->block->is_async_def)
        compile_error(c, e->pos, "'yield from' inside async function");
    int stack = c->unit->stack, depth = c->unit->depth, value = operand(c, e->yield.value);
    stack_object(c, value);
    emit(c, OP_GET_YIELD_FROM_ITER, depth, value, 0);
    set_depth(c, depth + 1);
    c->unit->stack = stack;
    stack_part(c, depth);
    load_constant_want(c, VALUE_NONE, WANT_TEMP);
    stack_object(c, depth + 1);
    emit(c, OP_YIELD_FROM, depth, 0, c->unit->caught)->unwind = depth + 1;
    set_depth(c, depth + 1);
    if (want >= 0)
        return depth;
    emit(c, OP_MOVE, want, depth, 0);
    set_depth(c, depth);
    return want;
}

/* ---- any expression ---- */

static int visit_kind(Compiler *c, const Expr *e, int want)
{
    switch (e->kind) {
    case EXPR_BOOL_OP: return visit_bool_op(c, e, want);
    case EXPR_NAMED: return visit_named(c, e, want);
    case EXPR_BIN_OP: return visit_binary(c, e, want);
    case EXPR_UNARY_OP: return visit_unary(c, e, want);
    case EXPR_LAMBDA: return visit_lambda_expr(c, e, want);
    case EXPR_IF: return visit_if_exp(c, e, want);
    case EXPR_DICT: case EXPR_SET: case EXPR_LIST: case EXPR_TUPLE: return visit_display(c, e, want);
    case EXPR_LIST_COMP: case EXPR_SET_COMP: case EXPR_DICT_COMP: case EXPR_GENERATOR: return visit_comprehension(c, e, want);
    case EXPR_AWAIT: return visit_await(c, e, want);
    case EXPR_YIELD: return visit_yield(c, e, want);
    case EXPR_YIELD_FROM: return visit_yield_from(c, e, want);
    case EXPR_COMPARE: warn_compare(c, e); return visit_compare(c, e, want);
    case EXPR_CALL: warn_call(c, e); return visit_call(c, e, want);
    case EXPR_FORMATTED_VALUE: return visit_formatted(c, e, want);
    case EXPR_JOINED_STR: return visit_joined_str(c, e, want);
    case EXPR_CONSTANT: return load_constant_want(c, constant_value(c, &e->constant), want);
    case EXPR_ATTRIBUTE: return visit_attribute(c, e, want);
    case EXPR_SUBSCRIPT: warn_subscript(c, e); return visit_subscript(c, e, want);
    case EXPR_STARRED: compile_error(c, e->pos, "can't use starred expression here");
    case EXPR_NAME: return load_name(c, e->name.id, want);
    case EXPR_SLICE: return visit_slice(c, e, want);
    }
    return 0;
}

int visit(Compiler *c, const Expr *e, int want)
{
    SrcPos before = set_pos(c, e->pos);
    const int stack = c->unit->stack;
    Value constant = e->kind == EXPR_CONSTANT ? VALUE_NULL : fold(c, e);
    int slot = constant != VALUE_NULL ? load_constant_want(c, constant, want) : visit_kind(c, e, want);
    set_pos(c, before);
    c->unit->stack = stack;
    return slot;
}

/* ---- targets ---- */

/* below: CPython's stack without the value. */
static void store_sequence(Compiler *c, const Expr *target, ExprSeq elts, int slot, int below)
{
    int star = -1;
    for (int i = 0; i < elts.count; i++) {
        if (elts.items[i]->kind != EXPR_STARRED)
            continue;
        if (star >= 0)
            compile_error(c, target->pos, "multiple starred expressions in assignment");
        star = i;
    }
    if (star >= 256 || (star >= 0 && elts.count - star - 1 >= 128))
        compile_error(c, target->pos, "too many expressions in star-unpacking assignment");
    int base = slot >= 0 ? slot : c->unit->depth;
    if (star >= 0)
        emit(c, OP_UNPACK_EX, base, slot, star | (elts.count - star - 1) << 8);
    else
        emit(c, OP_UNPACK_SEQUENCE, base, slot, elts.count);
    set_depth(c, base + elts.count);
    for (int i = 0; i < elts.count; i++) {
        const Expr *elt = elts.items[i];
        stack_objects(c, below, base, elts.count - 1 - i);
        store_target(c, elt->kind == EXPR_STARRED ? elt->starred.value : elt, base + elts.count - 1 - i);
    }
}

/* Store what is in slot: a local, or the topmost temporary, which is consumed. */
void store_target(Compiler *c, const Expr *target, int slot)
{
    int depth = slot >= 0 ? slot : c->unit->depth;
    SrcPos before = set_pos(c, target->pos);
    const int stack = c->unit->stack;
    stack_object(c, slot);
    switch (target->kind) {
    case EXPR_NAME:
        store_name(c, target->name.id, slot);
        break;
    case EXPR_ATTRIBUTE: {
        int object = operand(c, target->attribute.value);
        stack_object(c, object);
        forbid_debug(c, target->attribute.attr, "assign to");
        set_pos(c, attribute_pos(target, target->pos));
        emit(c, OP_STORE_ATTR, object, slot, name_index(c, target->attribute.attr));
        break;
    }
    case EXPR_SUBSCRIPT: {
        int container = operand_early(c, target->subscript.value);
        stack_object(c, container);
        int index = operand(c, target->subscript.slice);
        stack_object(c, index);
        emit(c, OP_SET_ITEM, container, index, slot);
        break;
    }
    case EXPR_LIST:
        store_sequence(c, target, target->list.elts, slot, stack);
        break;
    case EXPR_TUPLE:
        store_sequence(c, target, target->tuple.elts, slot, stack);
        break;
    case EXPR_STARRED:
        compile_error(c, target->pos, "starred assignment target must be in a list or tuple");
    default:
        compile_error(c, target->pos, "cannot assign to expression");
    }
    set_depth(c, depth);
    c->unit->stack = stack;
    set_pos(c, before);
}
