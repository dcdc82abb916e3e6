/* compiler_def.c: code inside code: functions, lambdas, comprehensions and classes. */
#include "compiler.h"

#include "types/str.h"
#include "types/tuple.h"

enum { WITH_DEFAULTS = 1, WITH_KWDEFAULTS = 2, WITH_ANNOTATIONS = 4, WITH_CLOSURE = 8 };

static const char *intern(Compiler *c, const char *text)
{
    const char *name = arena_intern(c->arena, text, strlen(text));
    if (name == NULL)
        compile_no_memory(c);
    return name;
}

Value docstring(Compiler *c, StmtSeq body)
{
    if (c->optimize > 1 || body.count == 0 || body.items[0]->kind != STMT_EXPR)
        return VALUE_NULL;
    const Expr *e = body.items[0]->expr.value;
    if (e->kind != EXPR_CONSTANT || e->constant.kind != CONST_STR)
        return VALUE_NULL;
    return constant_value(c, &e->constant);
}

/* ---- making the function object ---- */

static int cell_slot(const Unit *unit, const char *name)
{
    for (int i = 0; i < unit->cell_count; i++) {
        if (unit->cells[i] == name)
            return unit->cell_slots[i];
    }
    return 0;
}

static int free_index(const Unit *unit, const char *name)
{
    for (int i = 0; i < unit->free_count; i++) {
        if (unit->frees[i] == name)
            return i;
    }
    return -1;
}

/* The closure tuple of `inner` in the next temporary; false: none needed. */
static bool load_closure(Compiler *c, const Unit *inner)
{
    if (inner->free_count == 0)
        return false;
    int base = c->unit->depth;
    for (int i = 0; i < inner->free_count; i++) {
        int slot = cell_slot(c->unit, inner->frees[i]), temp = temp_push(c);
        if (slot != 0)
            emit(c, OP_LOAD_CLOSURE, temp, slot, 0);
        else
            emit(c, OP_LOAD_CLOSURE_FREE, temp, free_index(c->unit, inner->frees[i]), 0);
    }
    emit(c, OP_BUILD_TUPLE, base, base, inner->free_count);
    set_depth(c, base + 1);
    return true;
}

/* MAKE_FUNCTION with what `flags` says from temporary `base` on. */
static int make_function(Compiler *c, const Unit *inner, Value code, int base, int flags, int want)
{
    if (load_closure(c, inner))
        flags |= WITH_CLOSURE;
    int dst = destination(c, want, base);
    constant_index(c, code);
    emit_tail(c, OP_MAKE_FUNCTION, dst, base, flags, code);
    finish(c, dst, base);
    return dst;
}

static int load_defaults(Compiler *c, const Arguments *args)
{
    int flags = 0, base = c->unit->depth;
    if (args->defaults.count > 0) {
        Value constant = fold_sequence(c, args->defaults);
        if (constant != VALUE_NULL) {
            load_constant_want(c, constant, WANT_TEMP);
        } else {
            const int stack = c->unit->stack;
            for (int i = 0; i < args->defaults.count; i++)
                stack_object(c, visit_temp(c, args->defaults.items[i]));
            emit(c, OP_BUILD_TUPLE, base, base, args->defaults.count);
            set_depth(c, base + 1);
            c->unit->stack = stack;
        }
        stack_part(c, base);
        flags |= WITH_DEFAULTS;
    }
    const int stack = c->unit->stack;
    int dict = c->unit->depth, count = 0;
    for (int i = 0; i < args->kw_defaults.count; i++) {
        if (args->kw_defaults.items[i] == NULL)
            continue;
        const char *name = symtable_mangle(c->arena, c->unit->block->class_name, args->kwonly.items[i]->name);
        SrcPos before = set_no_line(c); /* CPython's names come as one tuple, behind the values */
        load_constant_want(c, constant_str(c, name, strlen(name)), WANT_TEMP);
        set_pos(c, before);
        stack_object(c, visit_temp(c, args->kw_defaults.items[i]));
        count++;
    }
    if (count > 0) {
        emit(c, OP_BUILD_DICT, dict, dict, count);
        set_depth(c, dict + 1);
        c->unit->stack = stack;
        stack_part(c, dict);
        flags |= WITH_KWDEFAULTS;
    }
    return flags;
}

int load_annotation(Compiler *c, const Expr *annotation)
{
    if (c->features & CODE_FUTURE_ANNOTATIONS)
        return load_constant_want(c, expr_text(c, annotation), WANT_TEMP);
    if (annotation->kind == EXPR_STARRED) {
        int slot = visit_temp(c, annotation->starred.value);
        emit(c, OP_UNPACK_SEQUENCE, slot, slot, 1);
        return slot;
    }
    return visit_temp(c, annotation);
}

static int load_one_annotation(Compiler *c, const char *name, const Expr *annotation)
{
    if (annotation == NULL)
        return 0;
    const char *mangled = symtable_mangle(c->arena, c->unit->block->class_name, name);
    stack_object(c, load_constant_want(c, constant_str(c, mangled, strlen(mangled)), WANT_TEMP));
    stack_object(c, load_annotation(c, annotation));
    return 1;
}

static int load_arg_annotations(Compiler *c, ArgSeq args)
{
    int count = 0;
    for (int i = 0; i < args.count; i++)
        count += load_one_annotation(c, args.items[i]->name, args.items[i]->annotation);
    return count;
}

static int load_annotations(Compiler *c, const Arguments *args, const Expr *returns)
{
    const int stack = c->unit->stack;
    int base = c->unit->depth;
    int count = load_arg_annotations(c, args->args);
    count += load_arg_annotations(c, args->posonly);
    if (args->vararg != NULL)
        count += load_one_annotation(c, args->vararg->name, args->vararg->annotation);
    count += load_arg_annotations(c, args->kwonly);
    if (args->kwarg != NULL)
        count += load_one_annotation(c, args->kwarg->name, args->kwarg->annotation);
    count += load_one_annotation(c, "return", returns);
    if (count == 0)
        return 0;
    emit(c, OP_BUILD_DICT, base, base, count);
    set_depth(c, base + 1);
    c->unit->stack = stack;
    stack_part(c, base);
    return WITH_ANNOTATIONS;
}

static void set_parameters(Unit *unit, const Arguments *args)
{
    unit->posonly_count = args->posonly.count;
    unit->argcount = args->posonly.count + args->args.count;
    unit->kwonly_count = args->kwonly.count;
    if (args->vararg != NULL)
        unit->flags |= CODE_VARARGS;
    if (args->kwarg != NULL)
        unit->flags |= CODE_VARKEYWORDS;
}

static void forbid_debug_params(Compiler *c, ArgSeq args)
{
    for (int i = 0; i < args.count; i++)
        forbid_debug(c, args.items[i]->name, "assign to");
}

static void forbid_debug_arguments(Compiler *c, const Arguments *args)
{
    forbid_debug_params(c, args->posonly);
    forbid_debug_params(c, args->args);
    if (args->vararg != NULL)
        forbid_debug(c, args->vararg->name, "assign to");
    forbid_debug_params(c, args->kwonly);
    if (args->kwarg != NULL)
        forbid_debug(c, args->kwarg->name, "assign to");
}

/* A docstring is no statement that is run. */
static StmtSeq behind_docstring(StmtSeq body, Value doc)
{
    return doc != VALUE_NULL ? (StmtSeq){ body.count - 1, body.items + 1 } : body;
}

/* ---- functions ---- */

static void call_decorators(Compiler *c, ExprSeq decorators, int base, int below)
{
    for (int i = decorators.count - 1; i >= 0; i--) {
        SrcPos before = set_pos(c, decorators.items[i]->pos);
        stack_objects(c, below, base, i + 2);
        emit(c, OP_CALL, base + i, 1, 0)->unwind = base + i;
        set_depth(c, base + i + 1);
        set_pos(c, before);
    }
    stack_objects(c, below, base, 1);
}

static int first_line_of(const Stmt *s, ExprSeq decorators)
{
    return (int)(decorators.count > 0 ? decorators.items[0]->pos.line : s->pos.line);
}

void visit_function_def(Compiler *c, const Stmt *s)
{
    int base = c->unit->depth, stack = c->unit->stack;
    ExprSeq decorators = s->function.decorators;
    forbid_debug_arguments(c, s->function.args);
    for (int i = 0; i < decorators.count; i++)
        stack_object(c, visit_temp(c, decorators.items[i]));
    int parts = c->unit->depth, flags = load_defaults(c, s->function.args);
    flags |= load_annotations(c, s->function.args, s->function.returns);

    Unit *inner = unit_begin(c, s, s->function.name, first_line_of(s, decorators));
    set_parameters(inner, s->function.args);
    Value doc = docstring(c, s->function.body);
    if (doc != VALUE_NULL)
        inner->doc = doc;
    constant_index(c, inner->doc);
    visit_stmts(c, behind_docstring(s->function.body, doc));
    emit_final_return(c);
    Value code = unit_end(c);

    set_pos(c, s->pos);
    int local = decorators.count == 0 ? name_local_slot(c, s->function.name) : 0;
    int slot = make_function(c, inner, code, parts, flags, local != 0 ? local : WANT_TEMP);
    if (local != 0)
        return;
    call_decorators(c, decorators, base, stack);
    store_name(c, s->function.name, decorators.count > 0 ? base : slot);
}

int visit_lambda_expr(Compiler *c, const Expr *e, int want)
{
    forbid_debug_arguments(c, e->lambda.args);
    int base = c->unit->depth, flags = load_defaults(c, e->lambda.args);
    Unit *inner = unit_begin(c, e, "<lambda>", (int)e->pos.line);
    set_parameters(inner, e->lambda.args);
    constant_index(c, VALUE_NONE);
    int slot = operand(c, e->lambda.body);
    set_pos(c, e->pos.line == e->lambda.body->pos.line ? e->lambda.body->pos : e->pos); /* it returns on the line of the lambda */
    emit(c, OP_RETURN, slot, 0, 0);
    set_depth(c, 0);
    Value code = unit_end(c);
    return make_function(c, inner, code, base, flags, want);
}

/* ---- comprehensions ---- */

static void produce(Compiler *c, const Expr *e)
{
    int depth = c->unit->depth;
    const Expr *elt = e->kind == EXPR_DICT_COMP ? NULL : e->comp.elt;
    const int stack = c->unit->stack;
    if (e->kind == EXPR_DICT_COMP) {
        int key = operand_early(c, e->dict_comp.key);
        stack_object(c, key);
        int value = operand(c, e->dict_comp.value);
        stack_object(c, value);
        emit(c, OP_DICT_PUT, 0, key, value);
    } else if (e->kind == EXPR_GENERATOR) {
        int slot = operand(c, elt);
        stack_object(c, slot);
        emit(c, OP_YIELD, depth, slot, 0)->unwind = depth;
        set_depth(c, depth + 1);
        emit(c, OP_RELEASE, depth, 0, 0);
    } else {
        int slot = operand(c, elt);
        stack_object(c, slot);
        emit(c, e->kind == EXPR_LIST_COMP ? OP_LIST_APPEND : OP_SET_ADD, 0, slot, 0);
    }
    set_depth(c, depth);
    c->unit->stack = stack;
}

static void visit_generators(Compiler *c, const Expr *e, ComprehensionSeq generators, int i);

/* One `async for` clause; its iterator is the top temporary. */
static void visit_async_generator(Compiler *c, const Expr *e, ComprehensionSeq generators, int i)
{
    const Comprehension *clause = generators.items[i];
    int iterator = c->unit->depth - 1;
    Label again = label_new(c);
    AsyncLoop loop;
    label_place(c, again);
    async_loop_begin(c, &loop, iterator);
    store_target(c, clause->target, iterator + 1);
    for (int k = 0; k < clause->ifs.count; k++)
        jump_if(c, clause->ifs.items[k], again, false);
    visit_generators(c, e, generators, i + 1);
    emit_jump(c, OP_JUMP_BACK, 0, 0, again);
    async_loop_end(c, &loop);
}

static void visit_generators(Compiler *c, const Expr *e, ComprehensionSeq generators, int i)
{
    if (i == generators.count) {
        produce(c, e);
        return;
    }
    const Comprehension *loop = generators.items[i];
    int depth = c->unit->depth, stack = c->unit->stack;
    if (i == 0) {
        emit(c, OP_MOVE, depth, ~0, 0);
    } else {
        int iterable = operand(c, loop->iter);
        stack_object(c, iterable);
        emit(c, loop->is_async ? OP_GET_ASYNC_ITER : OP_GET_ITER, depth, iterable, 0);
    }
    set_depth(c, depth + 1);
    c->unit->stack = stack;
    if (i == 0)
        stack_part(c, depth);
    else
        stack_iterator(c, depth);
    if (loop->is_async) {
        visit_async_generator(c, e, generators, i);
        c->unit->stack = stack;
        return;
    }
    Label body = label_new(c), again = label_new(c);
    emit_jump(c, OP_JUMP, 0, 0, again);
    label_place(c, body);
    forbid_debug_target(c, loop->target);
    int local = loop->target->kind == EXPR_NAME ? name_local_slot(c, loop->target->name.id) : 0;
    if (local == 0) {
        set_depth(c, depth + 2);
        store_target(c, loop->target, depth + 1);
    }
    for (int k = 0; k < loop->ifs.count; k++)
        jump_if(c, loop->ifs.items[k], again, false);
    visit_generators(c, e, generators, i + 1);
    label_place(c, again);
    emit_jump(c, OP_FOR_LOOP, local != 0 ? local : depth + 1, depth, body);
    set_depth(c, depth);
    c->unit->stack = stack;
}

int visit_comprehension(Compiler *c, const Expr *e, int want)
{
    static const char *const names[] = { [EXPR_LIST_COMP] = "<listcomp>", [EXPR_SET_COMP] = "<setcomp>",
        [EXPR_DICT_COMP] = "<dictcomp>", [EXPR_GENERATOR] = "<genexpr>" };
    int window = c->unit->depth, stack = c->unit->stack;
    ComprehensionSeq generators = e->kind == EXPR_DICT_COMP ? e->dict_comp.generators : e->comp.generators;
    Unit *outer = c->unit, *inner = unit_begin(c, e, names[e->kind], (int)e->pos.line);
    inner->argcount = 1;
    bool awaited = inner->block->coroutine && e->kind != EXPR_GENERATOR;
    if (awaited && !outer->block->is_async_def && outer->block->form < BLOCK_LIST_COMP)
        compile_error(c, e->pos, "asynchronous comprehension outside of an asynchronous function");
    set_pos(c, e->pos);
    if (e->kind != EXPR_GENERATOR) {
        int build = e->kind == EXPR_LIST_COMP ? OP_BUILD_LIST : e->kind == EXPR_SET_COMP ? OP_BUILD_SET : OP_BUILD_DICT;
        emit(c, build, 0, 0, 0);
        set_depth(c, 1);
        stack_part(c, 0);
    }
    visit_generators(c, e, generators, 0);
    emit(c, e->kind == EXPR_GENERATOR ? OP_RETURN_NONE : OP_RETURN, 0, 0, 0);
    set_depth(c, 0);
    Value code = unit_end(c);

    make_function(c, inner, code, window, 0, WANT_TEMP);
    stack_object(c, window);
    const int function = c->unit->stack;
    const Expr *outermost = generators.items[0]->iter;
    Value constant = fold_iterable(c, outermost);
    SrcPos before = set_pos(c, constant != VALUE_NULL ? outermost->pos : c->unit->pos);
    int iterable = constant != VALUE_NULL ? load_constant_want(c, constant, WANT_TEMP) : operand(c, outermost);
    set_pos(c, before);
    stack_object(c, iterable);
    emit(c, generators.items[0]->is_async ? OP_GET_ASYNC_ITER : OP_GET_ITER, window + 1, iterable, 0);
    set_depth(c, window + 2);
    c->unit->stack = function;
    stack_iterator(c, window + 1);
    emit(c, OP_CALL, window, 1, 0)->unwind = window;
    set_depth(c, window + 1);
    c->unit->stack = stack;
    if (awaited)
        emit_await(c, window, AWAIT_EXPRESSION);
    if (want >= 0)
        return window;
    emit(c, OP_MOVE, want, window, 0);
    set_depth(c, window);
    return want;
}

/* ---- classes and modules ---- */

static bool has_annotation(StmtSeq body)
{
    for (int i = 0; i < body.count; i++) {
        const Stmt *s = body.items[i];
        bool found = false;
        switch (s->kind) {
        case STMT_ANN_ASSIGN: return true;
        case STMT_FOR: found = has_annotation(s->for_loop.body) || has_annotation(s->for_loop.orelse); break;
        case STMT_WHILE: found = has_annotation(s->while_loop.body) || has_annotation(s->while_loop.orelse); break;
        case STMT_IF: found = has_annotation(s->if_stmt.body) || has_annotation(s->if_stmt.orelse); break;
        case STMT_WITH: found = has_annotation(s->with.body); break;
        case STMT_MATCH:
            for (int k = 0; k < s->match.cases.count; k++)
                found |= has_annotation(s->match.cases.items[k]->body);
            break;
        case STMT_TRY:
            found = has_annotation(s->try_stmt.body) || has_annotation(s->try_stmt.orelse) || has_annotation(s->try_stmt.finalbody);
            for (int k = 0; k < s->try_stmt.handlers.count; k++)
                found |= has_annotation(s->try_stmt.handlers.items[k]->body);
            break;
        default: break;
        }
        if (found)
            return true;
    }
    return false;
}

static void store_constant(Compiler *c, const char *name, Value constant)
{
    int slot = load_constant_want(c, constant, WANT_TEMP);
    store_name(c, intern(c, name), slot);
}

/* The statements of a module or class, with what precedes them. */
void visit_body(Compiler *c, StmtSeq body)
{
    Value doc = docstring(c, body);
    if (c->unit->outer == NULL && body.count > 0)
        set_pos(c, body.items[0]->pos);
    if (has_annotation(body))
        emit(c, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    if (doc != VALUE_NULL && c->mode != COMPILE_SINGLE) {
        c->unit->doc = doc;
        SrcPos before = set_pos(c, body.items[0]->pos);
        store_constant(c, "__doc__", doc);
        set_pos(c, before);
        body = behind_docstring(body, doc);
    }
    visit_stmts(c, body);
}

static Value class_body(Compiler *c, const Stmt *s, Unit **unit_out)
{
    Unit *unit = unit_begin(c, s, s->class_def.name, first_line_of(s, s->class_def.decorators));
    *unit_out = unit;
    int slot = load_name(c, intern(c, "__name__"), WANT_TEMP);
    store_name(c, intern(c, "__module__"), slot);
    store_constant(c, "__qualname__", unit->qualname);
    visit_body(c, s->class_def.body);
    if (unit->block->class_cell) {
        int cell = temp_push(c), copy = temp_push(c);
        emit(c, OP_LOAD_CLOSURE, cell, cell_slot(unit, c->symtable.name_class), 0);
        emit(c, OP_COPY, copy, cell, 0);
        store_name(c, intern(c, "__classcell__"), copy);
        emit(c, OP_RETURN, cell, 0, 0);
        set_depth(c, cell);
    } else {
        emit_final_return(c);
    }
    return unit_end(c);
}

void visit_class_def(Compiler *c, const Stmt *s)
{
    int base = c->unit->depth, stack = c->unit->stack;
    ExprSeq decorators = s->class_def.decorators;
    for (int i = 0; i < decorators.count; i++)
        stack_object(c, visit_temp(c, decorators.items[i]));
    Unit *inner;
    Value code = class_body(c, s, &inner);
    set_pos(c, s->pos);
    int window = temp_push(c);
    emit(c, OP_LOAD_BUILD_CLASS, window, 0, 0)->unwind = window;
    stack_null(c);
    stack_object(c, window);
    make_function(c, inner, code, window + 1, 0, WANT_TEMP);
    stack_object(c, window + 1);
    stack_object(c, load_constant_want(c, constant_str(c, s->class_def.name, strlen(s->class_def.name)), WANT_TEMP));
    emit_call_tail(c, window, s->class_def.bases, s->class_def.keywords, 2, false, s->pos);
    call_decorators(c, decorators, base, stack);
    store_name(c, s->class_def.name, base);
}
