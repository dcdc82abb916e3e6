/* symtable.c: see symtable.h. One walk collects names, a second one over the blocks decides what each is. */
#include "symtable.h"

#include <string.h>

typedef Symtable S;

static bool visit_expr(S *s, const Expr *e);
static bool visit_stmts(S *s, StmtSeq body);

/* ---- blocks and symbols ---- */

static uint32_t pointer_hash(const void *p)
{
    uint64_t x = (uint64_t)(uintptr_t)p * 0x9e3779b97f4a7c15u;
    return (uint32_t)(x >> 32);
}

const char *symtable_mangle(Arena *arena, const char *class_name, const char *name)
{
    if (class_name == NULL || name[0] != '_' || name[1] != '_' || strchr(name, '.') != NULL)
        return name;
    size_t length = strlen(name);
    if (name[length - 1] == '_' && name[length - 2] == '_')
        return name;
    while (*class_name == '_')
        class_name++;
    if (*class_name == '\0')
        return name;
    size_t class_length = strlen(class_name);
    char *text = arena_alloc(arena, class_length + length + 2);
    if (text == NULL)
        return NULL;
    text[0] = '_';
    memcpy(text + 1, class_name, class_length); // NOLINT(bugprone-not-null-terminated-result): the name brings the end
    memcpy(text + 1 + class_length, name, length + 1);
    return arena_intern(arena, text, class_length + length + 1);
}

Symbol *block_symbol(const Block *block, const char *name)
{
    if (block->table_capacity == 0)
        return NULL;
    uint32_t mask = (uint32_t)block->table_capacity - 1;
    for (uint32_t i = pointer_hash(name) & mask;; i = (i + 1) & mask) {
        if (block->table[i] == NULL || block->table[i]->name == name)
            return block->table[i];
    }
}

static bool block_grow(S *s, Block *block)
{
    int capacity = block->table_capacity ? block->table_capacity * 2 : 16;
    Symbol **table = arena_alloc(s->arena, (size_t)capacity * sizeof *table);
    if (table == NULL)
        return diag_memory(s->diag), false;
    memset(table, 0, (size_t)capacity * sizeof *table);
    for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next) {
        uint32_t i = pointer_hash(symbol->name) & ((uint32_t)capacity - 1);
        while (table[i] != NULL)
            i = (i + 1) & ((uint32_t)capacity - 1);
        table[i] = symbol;
    }
    block->table = table;
    block->table_capacity = capacity;
    return true;
}

static Symbol *block_add(S *s, Block *block, const char *name)
{
    Symbol *symbol = block_symbol(block, name);
    if (symbol != NULL)
        return symbol;
    if (block->symbol_count * 2 >= block->table_capacity && !block_grow(s, block))
        return NULL;
    symbol = arena_alloc(s->arena, sizeof *symbol);
    if (symbol == NULL)
        return diag_memory(s->diag);
    *symbol = (Symbol){ .name = name, .local = -1 };
    if (block->last_symbol != NULL)
        block->last_symbol->next = symbol;
    else
        block->first_symbol = symbol;
    block->last_symbol = symbol;
    block->symbol_count++;
    uint32_t mask = (uint32_t)block->table_capacity - 1, i = pointer_hash(name) & mask;
    while (block->table[i] != NULL)
        i = (i + 1) & mask;
    block->table[i] = symbol;
    return symbol;
}

static bool map_put(S *s, const void *node, Block *block)
{
    if (s->map_count * 2 >= s->map_capacity) {
        int capacity = s->map_capacity ? s->map_capacity * 2 : 64;
        __typeof__(s->map) map = arena_alloc(s->arena, (size_t)capacity * sizeof *map);
        if (map == NULL)
            return diag_memory(s->diag), false;
        memset(map, 0, (size_t)capacity * sizeof *map);
        for (int i = 0; i < s->map_capacity; i++) {
            if (s->map[i].node == NULL)
                continue;
            uint32_t j = pointer_hash(s->map[i].node) & ((uint32_t)capacity - 1);
            while (map[j].node != NULL)
                j = (j + 1) & ((uint32_t)capacity - 1);
            map[j] = s->map[i];
        }
        s->map = map;
        s->map_capacity = capacity;
    }
    uint32_t mask = (uint32_t)s->map_capacity - 1, i = pointer_hash(node) & mask;
    while (s->map[i].node != NULL)
        i = (i + 1) & mask;
    s->map[i].node = node;
    s->map[i].block = block;
    s->map_count++;
    return true;
}

Block *symtable_block(const Symtable *table, const void *node)
{
    uint32_t mask = (uint32_t)table->map_capacity - 1;
    for (uint32_t i = pointer_hash(node) & mask;; i = (i + 1) & mask) {
        if (table->map[i].node == node || table->map[i].node == NULL)
            return table->map[i].block;
    }
}

static Block *enter(S *s, BlockKind kind, BlockForm form, const void *node, const char *name, SrcPos pos)
{
    Block *block = arena_alloc(s->arena, sizeof *block);
    if (block == NULL)
        return diag_memory(s->diag);
    *block = (Block){ .kind = kind, .form = form, .node = node, .name = name, .pos = pos, .parent = s->current };
    if (s->current != NULL) {
        block->class_name = kind == BLOCK_CLASS ? name : s->current->class_name;
        block->nested = s->current->nested || s->current->kind == BLOCK_FUNCTION;
        block->comp_iter_expr = s->current->comp_iter_expr;
    }
    if (s->last != NULL)
        s->last->next_block = block;
    else
        s->first = block;
    s->last = block;
    s->current = block;
    return map_put(s, node, block) ? block : NULL;
}

static void leave(S *s) { s->current = s->current->parent; }

static bool is_comprehension(const Block *block) { return block->form >= BLOCK_LIST_COMP; }

static Symbol *add_to(S *s, Block *block, const char *name, unsigned flags, SrcPos pos)
{
    const char *mangled = symtable_mangle(s->arena, s->current->class_name, name);
    if (mangled == NULL)
        return diag_memory(s->diag);
    Symbol *symbol = block_add(s, block, mangled);
    if (symbol == NULL)
        return NULL;
    if ((flags & SYMBOL_PARAM) && (symbol->flags & SYMBOL_PARAM))
        return diag_error(s->diag, DIAG_SYNTAX_ERROR, pos, "duplicate argument '%s' in function definition", name);
    unsigned now = symbol->flags | flags;
    if (block->comp_iter_target) {
        if (now & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            return diag_error(s->diag, DIAG_SYNTAX_ERROR, pos,
                "comprehension inner loop cannot rebind assignment expression target '%s'", name);
        now |= SYMBOL_COMP_ITER;
    }
    symbol->flags = now;
    return symbol;
}

static bool add(S *s, const char *name, unsigned flags, SrcPos pos) { return add_to(s, s->current, name, flags, pos) != NULL; }

/* ---- expressions ---- */

static bool visit_exprs(S *s, ExprSeq seq)
{
    for (int i = 0; i < seq.count; i++) {
        if (seq.items[i] != NULL && !visit_expr(s, seq.items[i]))
            return false;
    }
    return true;
}

/* Where the target of := in a comprehension lives: the innermost block around that is no comprehension. */
static bool extend_named(S *s, const Expr *target)
{
    const char *name = target->name.id;
    for (Block *block = s->current; block != NULL; block = block->parent) {
        if (is_comprehension(block)) {
            Symbol *symbol = block_symbol(block, symtable_mangle(s->arena, s->current->class_name, name));
            if (symbol != NULL && symbol->flags & SYMBOL_COMP_ITER)
                return diag_error(s->diag, DIAG_SYNTAX_ERROR, target->pos,
                    "assignment expression cannot rebind comprehension iteration variable '%s'", name), false;
            continue;
        }
        if (block->kind == BLOCK_ANNOTATION)
            continue;
        if (block->kind == BLOCK_CLASS)
            return diag_error(s->diag, DIAG_SYNTAX_ERROR, target->pos,
                "assignment expression within a comprehension cannot be used in a class body"), false;
        if (block->kind == BLOCK_MODULE)
            return add_to(s, s->current, name, SYMBOL_GLOBAL, target->pos) && add_to(s, block, name, SYMBOL_GLOBAL, target->pos);
        Symbol *symbol = block_symbol(block, symtable_mangle(s->arena, s->current->class_name, name));
        unsigned flag = symbol != NULL && symbol->flags & SYMBOL_GLOBAL ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
        Symbol *here = add_to(s, s->current, name, flag, target->pos);
        if (here == NULL)
            return false;
        here->directive = target->pos;
        return add_to(s, block, name, SYMBOL_LOCAL, target->pos) != NULL;
    }
    return true;
}

static bool check_annotation(S *s, const Expr *e, const char *what)
{
    if (s->current->kind == BLOCK_ANNOTATION)
        diag_error(s->diag, DIAG_SYNTAX_ERROR, e->pos, "'%s expression' can not be used within an annotation", what);
    return s->current->kind != BLOCK_ANNOTATION;
}

static bool visit_named(S *s, const Expr *e)
{
    if (!check_annotation(s, e, "named"))
        return false;
    const Expr *target = e->named.target;
    if (s->current->comp_iter_expr > 0)
        return diag_error(s->diag, DIAG_SYNTAX_ERROR, e->pos,
            "assignment expression cannot be used in a comprehension iterable expression"), false;
    if (is_comprehension(s->current) && !extend_named(s, target))
        return false;
    return visit_expr(s, e->named.value) && add(s, target->name.id, SYMBOL_LOCAL | SYMBOL_WALRUS, target->pos);
}

static bool add_param(S *s, const Arg *arg) { return arg == NULL || add(s, arg->name, SYMBOL_PARAM, arg->pos); }

static bool visit_params(S *s, ArgSeq args)
{
    for (int i = 0; i < args.count; i++) {
        if (!add_param(s, args.items[i]))
            return false;
    }
    return true;
}

static bool visit_arguments(S *s, const Arguments *args)
{
    return visit_params(s, args->posonly) && visit_params(s, args->args) && visit_params(s, args->kwonly)
        && add_param(s, args->vararg) && add_param(s, args->kwarg);
}

static bool visit_lambda(S *s, const Expr *e)
{
    if (!visit_exprs(s, e->lambda.args->defaults) || !visit_exprs(s, e->lambda.args->kw_defaults))
        return false;
    if (!enter(s, BLOCK_FUNCTION, BLOCK_LAMBDA, e, "lambda", e->pos) || !visit_arguments(s, e->lambda.args)
        || !visit_expr(s, e->lambda.body))
        return false;
    leave(s);
    return true;
}

static bool visit_target(S *s, const Expr *target)
{
    s->current->comp_iter_target = true;
    bool ok = visit_expr(s, target);
    s->current->comp_iter_target = false;
    return ok;
}

static bool visit_comp(S *s, const Expr *e, BlockForm form, const char *name, ComprehensionSeq generators, const Expr *value, const Expr *elt)
{
    const Comprehension *outer = generators.items[0];
    s->current->comp_iter_expr++;
    bool ok = visit_expr(s, outer->iter);
    s->current->comp_iter_expr--;
    if (!ok || !enter(s, BLOCK_FUNCTION, form, e, name, e->pos))
        return false;
    s->current->generator = form == BLOCK_GENERATOR_EXPR;
    s->current->coroutine = outer->is_async;
    const char *implicit = arena_intern(s->arena, ".0", 2);
    if (implicit == NULL)
        return diag_memory(s->diag), false;
    if (!add(s, implicit, SYMBOL_PARAM, e->pos) || !visit_target(s, outer->target) || !visit_exprs(s, outer->ifs))
        return false;
    for (int i = 1; i < generators.count; i++) {
        const Comprehension *inner = generators.items[i];
        s->current->coroutine |= inner->is_async;
        if (!visit_target(s, inner->target))
            return false;
        s->current->comp_iter_expr++;
        ok = visit_expr(s, inner->iter);
        s->current->comp_iter_expr--;
        if (!ok || !visit_exprs(s, inner->ifs))
            return false;
    }
    if ((value != NULL && !visit_expr(s, value)) || !visit_expr(s, elt))
        return false;
    bool awaits = s->current->coroutine && form != BLOCK_GENERATOR_EXPR; /* who evaluates it waits for it */
    leave(s);
    s->current->coroutine |= awaits;
    return true;
}

static bool visit_await(S *s, const Expr *e)
{
    if (!check_annotation(s, e, "await") || !visit_expr(s, e->await.value))
        return false;
    s->current->coroutine = true;
    return true;
}

static bool visit_yield(S *s, const Expr *e)
{
    static const char *const where[] = { [BLOCK_LIST_COMP] = "list comprehension", [BLOCK_SET_COMP] = "set comprehension",
        [BLOCK_DICT_COMP] = "dict comprehension", [BLOCK_GENERATOR_EXPR] = "generator expression" };
    if (!check_annotation(s, e, "yield") || (e->yield.value != NULL && !visit_expr(s, e->yield.value)))
        return false;
    s->current->generator = true;
    if (is_comprehension(s->current))
        return diag_error(s->diag, DIAG_SYNTAX_ERROR, e->pos, "'yield' inside %s", where[s->current->form]), false;
    return true;
}

static bool visit_keywords(S *s, KeywordSeq keywords)
{
    for (int i = 0; i < keywords.count; i++) {
        if (!visit_expr(s, keywords.items[i]->value))
            return false;
    }
    return true;
}

static bool visit_name(S *s, const Expr *e)
{
    if (!add(s, e->name.id, e->name.ctx == CTX_LOAD ? SYMBOL_USE : SYMBOL_LOCAL, e->pos))
        return false;
    /* super() without arguments reads the __class__ cell */
    if (e->name.ctx == CTX_LOAD && s->current->kind == BLOCK_FUNCTION && e->name.id == s->name_super)
        return add(s, s->name_class, SYMBOL_USE, e->pos);
    return true;
}

static bool visit_dict(S *s, const Expr *e) { return visit_exprs(s, e->dict.keys) && visit_exprs(s, e->dict.values); }

static bool visit_expr(S *s, const Expr *e)
{
    switch (e->kind) {
    case EXPR_BOOL_OP: return visit_exprs(s, e->bool_op.values);
    case EXPR_NAMED: return visit_named(s, e);
    case EXPR_BIN_OP: return visit_expr(s, e->bin_op.left) && visit_expr(s, e->bin_op.right);
    case EXPR_UNARY_OP: return visit_expr(s, e->unary_op.operand);
    case EXPR_LAMBDA: return visit_lambda(s, e);
    case EXPR_IF: return visit_expr(s, e->if_exp.test) && visit_expr(s, e->if_exp.body) && visit_expr(s, e->if_exp.orelse);
    case EXPR_DICT: return visit_dict(s, e);
    case EXPR_SET: return visit_exprs(s, e->set.elts);
    case EXPR_LIST_COMP: return visit_comp(s, e, BLOCK_LIST_COMP, "listcomp", e->comp.generators, NULL, e->comp.elt);
    case EXPR_SET_COMP: return visit_comp(s, e, BLOCK_SET_COMP, "setcomp", e->comp.generators, NULL, e->comp.elt);
    case EXPR_GENERATOR: return visit_comp(s, e, BLOCK_GENERATOR_EXPR, "genexpr", e->comp.generators, NULL, e->comp.elt);
    case EXPR_DICT_COMP:
        return visit_comp(s, e, BLOCK_DICT_COMP, "dictcomp", e->dict_comp.generators, e->dict_comp.value, e->dict_comp.key);
    case EXPR_AWAIT: return visit_await(s, e);
    case EXPR_YIELD: case EXPR_YIELD_FROM: return visit_yield(s, e);
    case EXPR_COMPARE: return visit_expr(s, e->compare.left) && visit_exprs(s, e->compare.comparators);
    case EXPR_CALL:
        return visit_expr(s, e->call.func) && visit_exprs(s, e->call.args) && visit_keywords(s, e->call.keywords);
    case EXPR_FORMATTED_VALUE:
        return visit_expr(s, e->formatted.value) && (e->formatted.format_spec == NULL || visit_expr(s, e->formatted.format_spec));
    case EXPR_JOINED_STR: return visit_exprs(s, e->joined_str.values);
    case EXPR_CONSTANT: return true;
    case EXPR_ATTRIBUTE: return visit_expr(s, e->attribute.value);
    case EXPR_SUBSCRIPT: return visit_expr(s, e->subscript.value) && visit_expr(s, e->subscript.slice);
    case EXPR_STARRED: return visit_expr(s, e->starred.value);
    case EXPR_NAME: return visit_name(s, e);
    case EXPR_LIST: return visit_exprs(s, e->list.elts);
    case EXPR_TUPLE: return visit_exprs(s, e->tuple.elts);
    case EXPR_SLICE:
        return (e->slice.lower == NULL || visit_expr(s, e->slice.lower)) && (e->slice.upper == NULL || visit_expr(s, e->slice.upper))
            && (e->slice.step == NULL || visit_expr(s, e->slice.step));
    }
    return true;
}

/* ---- patterns ---- */

static bool visit_pattern(S *s, const Pattern *p);

static bool visit_patterns(S *s, PatternSeq seq)
{
    for (int i = 0; i < seq.count; i++) {
        if (!visit_pattern(s, seq.items[i]))
            return false;
    }
    return true;
}

static bool visit_pattern(S *s, const Pattern *p)
{
    switch (p->kind) {
    case PATTERN_VALUE: return visit_expr(s, p->value.value);
    case PATTERN_SINGLETON: return true;
    case PATTERN_SEQUENCE: return visit_patterns(s, p->sequence.patterns);
    case PATTERN_MAPPING:
        return visit_exprs(s, p->mapping.keys) && visit_patterns(s, p->mapping.patterns)
            && (p->mapping.rest == NULL || add(s, p->mapping.rest, SYMBOL_LOCAL, p->pos));
    case PATTERN_CLASS:
        return visit_expr(s, p->cls.cls) && visit_patterns(s, p->cls.patterns) && visit_patterns(s, p->cls.kwd_patterns);
    case PATTERN_STAR: return p->star.name == NULL || add(s, p->star.name, SYMBOL_LOCAL, p->pos);
    case PATTERN_AS:
        return (p->as.pattern == NULL || visit_pattern(s, p->as.pattern))
            && (p->as.name == NULL || add(s, p->as.name, SYMBOL_LOCAL, p->pos));
    case PATTERN_OR: return visit_patterns(s, p->or.patterns);
    }
    return true;
}

/* ---- statements ---- */

static bool visit_annotation(S *s, const Expr *annotation)
{
    if (annotation == NULL || !s->annotations_are_text)
        return annotation == NULL || visit_expr(s, annotation);
    Block *last = s->last;
    if (!enter(s, BLOCK_ANNOTATION, BLOCK_PLAIN, annotation, "_annotation", annotation->pos) || !visit_expr(s, annotation))
        return false;
    leave(s);
    s->last = last;
    last->next_block = NULL; /* nothing in it is resolved or compiled */
    return true;
}

static bool visit_annotations(S *s, ArgSeq args)
{
    for (int i = 0; i < args.count; i++) {
        if (!visit_annotation(s, args.items[i]->annotation))
            return false;
    }
    return true;
}

static bool visit_function(S *s, const Stmt *st)
{
    const Arguments *args = st->function.args;
    if (!add(s, st->function.name, SYMBOL_LOCAL, st->pos) || !visit_exprs(s, args->defaults) || !visit_exprs(s, args->kw_defaults)
        || !visit_annotations(s, args->posonly) || !visit_annotations(s, args->args)
        || (args->vararg != NULL && !visit_annotation(s, args->vararg->annotation))
        || (args->kwarg != NULL && !visit_annotation(s, args->kwarg->annotation))
        || !visit_annotations(s, args->kwonly) || !visit_annotation(s, st->function.returns)
        || !visit_exprs(s, st->function.decorators))
        return false;
    if (!enter(s, BLOCK_FUNCTION, BLOCK_PLAIN, st, st->function.name, st->pos))
        return false;
    s->current->is_async_def = s->current->coroutine = st->kind == STMT_ASYNC_FUNCTION_DEF;
    if (!visit_arguments(s, args) || !visit_stmts(s, st->function.body))
        return false;
    leave(s);
    return true;
}

static bool visit_class(S *s, const Stmt *st)
{
    if (!add(s, st->class_def.name, SYMBOL_LOCAL, st->pos) || !visit_exprs(s, st->class_def.bases)
        || !visit_keywords(s, st->class_def.keywords) || !visit_exprs(s, st->class_def.decorators))
        return false;
    if (!enter(s, BLOCK_CLASS, BLOCK_PLAIN, st, st->class_def.name, st->pos) || !visit_stmts(s, st->class_def.body))
        return false;
    leave(s);
    return true;
}

static bool visit_ann_assign(S *s, const Stmt *st)
{
    const Expr *target = st->ann_assign.target;
    if (target->kind == EXPR_NAME) {
        const char *mangled = symtable_mangle(s->arena, s->current->class_name, target->name.id);
        Symbol *symbol = mangled != NULL ? block_symbol(s->current, mangled) : NULL;
        if (symbol != NULL && symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL) && s->current != s->first && st->ann_assign.simple)
            return diag_error(s->diag, DIAG_SYNTAX_ERROR, st->pos, "annotated name '%s' can't be %s", target->name.id,
                symbol->flags & SYMBOL_GLOBAL ? "global" : "nonlocal"), false;
        if (st->ann_assign.simple && !add(s, target->name.id, SYMBOL_ANNOT | SYMBOL_LOCAL, target->pos))
            return false;
        if (!st->ann_assign.simple && st->ann_assign.value != NULL && !add(s, target->name.id, SYMBOL_LOCAL, target->pos))
            return false;
    } else if (!visit_expr(s, target)) {
        return false;
    }
    return visit_annotation(s, st->ann_assign.annotation) && (st->ann_assign.value == NULL || visit_expr(s, st->ann_assign.value));
}

static bool visit_directive(S *s, const Stmt *st)
{
    bool global = st->kind == STMT_GLOBAL;
    const char *word = global ? "global" : "nonlocal";
    for (int i = 0; i < st->names.names.count; i++) {
        const char *name = st->names.names.items[i];
        Symbol *symbol = block_symbol(s->current, symtable_mangle(s->arena, s->current->class_name, name));
        unsigned flags = symbol != NULL ? symbol->flags : 0;
        if (flags & (SYMBOL_PARAM | SYMBOL_LOCAL | SYMBOL_USE | SYMBOL_ANNOT)) {
            if (flags & SYMBOL_PARAM)
                diag_error(s->diag, DIAG_SYNTAX_ERROR, st->pos, "name '%s' is parameter and %s", name, word);
            else if (flags & SYMBOL_USE)
                diag_error(s->diag, DIAG_SYNTAX_ERROR, st->pos, "name '%s' is used prior to %s declaration", name, word);
            else if (flags & SYMBOL_ANNOT)
                diag_error(s->diag, DIAG_SYNTAX_ERROR, st->pos, "annotated name '%s' can't be %s", name, word);
            else
                diag_error(s->diag, DIAG_SYNTAX_ERROR, st->pos, "name '%s' is assigned to before %s declaration", name, word);
            return false;
        }
        Symbol *added = add_to(s, s->current, name, global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, st->pos);
        if (added == NULL)
            return false;
        if (added->directive.line == 0)
            added->directive = st->pos;
        /* The module's own assignments to the name are to its globals too, whatever mapping of locals exec() gave it. */
        if (global && add_to(s, s->first, name, SYMBOL_GLOBAL, st->pos) == NULL)
            return false;
    }
    return true;
}

static bool visit_import(S *s, AliasSeq names)
{
    for (int i = 0; i < names.count; i++) {
        const Alias *alias = names.items[i];
        const char *name = alias->asname != NULL ? alias->asname : alias->name;
        if (strcmp(name, "*") == 0) {
            if (s->current->kind != BLOCK_MODULE)
                return diag_error(s->diag, DIAG_SYNTAX_ERROR, alias->pos, "import * only allowed at module level"), false;
            continue;
        }
        const char *dot = alias->asname == NULL ? strchr(name, '.') : NULL;
        if (dot != NULL && (name = arena_intern(s->arena, name, (size_t)(dot - name))) == NULL)
            return diag_memory(s->diag), false;
        if (!add(s, name, SYMBOL_IMPORT, alias->pos))
            return false;
    }
    return true;
}

static bool visit_try(S *s, const Stmt *st)
{
    if (!visit_stmts(s, st->try_stmt.body))
        return false;
    for (int i = 0; i < st->try_stmt.handlers.count; i++) {
        const ExceptHandler *handler = st->try_stmt.handlers.items[i];
        if ((handler->type != NULL && !visit_expr(s, handler->type))
            || (handler->name != NULL && !add(s, handler->name, SYMBOL_LOCAL, handler->pos)) || !visit_stmts(s, handler->body))
            return false;
    }
    return visit_stmts(s, st->try_stmt.orelse) && visit_stmts(s, st->try_stmt.finalbody);
}

static bool visit_with(S *s, const Stmt *st)
{
    for (int i = 0; i < st->with.items.count; i++) {
        const WithItem *item = st->with.items.items[i];
        if (!visit_expr(s, item->context_expr) || (item->optional_vars != NULL && !visit_expr(s, item->optional_vars)))
            return false;
    }
    return visit_stmts(s, st->with.body);
}

static bool visit_match(S *s, const Stmt *st)
{
    if (!visit_expr(s, st->match.subject))
        return false;
    for (int i = 0; i < st->match.cases.count; i++) {
        const MatchCase *c = st->match.cases.items[i];
        if (!visit_pattern(s, c->pattern) || (c->guard != NULL && !visit_expr(s, c->guard)) || !visit_stmts(s, c->body))
            return false;
    }
    return true;
}

static bool visit_optional(S *s, const Expr *e) { return e == NULL || visit_expr(s, e); }

static bool visit_stmt(S *s, const Stmt *st)
{
    switch (st->kind) {
    case STMT_FUNCTION_DEF: case STMT_ASYNC_FUNCTION_DEF: return visit_function(s, st);
    case STMT_CLASS_DEF: return visit_class(s, st);
    case STMT_RETURN: return visit_optional(s, st->ret.value);
    case STMT_DELETE: return visit_exprs(s, st->del.targets);
    case STMT_ASSIGN: return visit_exprs(s, st->assign.targets) && visit_expr(s, st->assign.value);
    case STMT_AUG_ASSIGN: return visit_expr(s, st->aug_assign.target) && visit_expr(s, st->aug_assign.value);
    case STMT_ANN_ASSIGN: return visit_ann_assign(s, st);
    case STMT_FOR: case STMT_ASYNC_FOR:
        return visit_expr(s, st->for_loop.target) && visit_expr(s, st->for_loop.iter) && visit_stmts(s, st->for_loop.body)
            && visit_stmts(s, st->for_loop.orelse);
    case STMT_WHILE:
        return visit_expr(s, st->while_loop.test) && visit_stmts(s, st->while_loop.body) && visit_stmts(s, st->while_loop.orelse);
    case STMT_IF: return visit_expr(s, st->if_stmt.test) && visit_stmts(s, st->if_stmt.body) && visit_stmts(s, st->if_stmt.orelse);
    case STMT_WITH: case STMT_ASYNC_WITH: return visit_with(s, st);
    case STMT_MATCH: return visit_match(s, st);
    case STMT_RAISE: return visit_optional(s, st->raise.exc) && visit_optional(s, st->raise.cause);
    case STMT_TRY: return visit_try(s, st);
    case STMT_ASSERT: return visit_expr(s, st->assert_stmt.test) && visit_optional(s, st->assert_stmt.msg);
    case STMT_IMPORT: return visit_import(s, st->import.names);
    case STMT_IMPORT_FROM: return visit_import(s, st->import_from.names);
    case STMT_GLOBAL: case STMT_NONLOCAL: return visit_directive(s, st);
    case STMT_EXPR: return visit_expr(s, st->expr.value);
    case STMT_PASS: case STMT_BREAK: case STMT_CONTINUE: return true;
    }
    return true;
}

static bool visit_stmts(S *s, StmtSeq body)
{
    for (int i = 0; i < body.count; i++) {
        if (!visit_stmt(s, body.items[i]))
            return false;
    }
    return true;
}

/* ---- resolving ---- */

static bool is_bound(const Symbol *symbol)
{
    return symbol != NULL && symbol->flags & SYMBOL_BOUND && !(symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL));
}

/* The block around `block` whose variable a free `name` is, or NULL. */
static Block *find_binder(S *s, Block *block, const char *name)
{
    for (Block *outer = block->parent; outer != NULL; outer = outer->parent) {
        if (outer->kind == BLOCK_CLASS && name == s->name_class)
            return outer;
        if (outer->kind != BLOCK_FUNCTION)
            continue;
        Symbol *symbol = block_symbol(outer, name);
        if (is_bound(symbol))
            return outer;
        if (symbol != NULL && symbol->flags & SYMBOL_GLOBAL)
            return NULL;
    }
    return NULL;
}

static bool make_free(S *s, Block *block, Block *binder, Symbol *symbol)
{
    symbol->scope = NAME_FREE;
    for (Block *between = block->parent; between != binder; between = between->parent) {
        Symbol *passing = block_add(s, between, symbol->name);
        if (passing == NULL)
            return false;
        if (between->kind == BLOCK_CLASS && (is_bound(passing) || passing->flags & SYMBOL_GLOBAL))
            passing->flags |= SYMBOL_PASSES_FREE;
        else
            passing->scope = NAME_FREE;
    }
    Symbol *bound = block_add(s, binder, symbol->name);
    if (bound == NULL)
        return false;
    if (binder->kind == BLOCK_CLASS)
        binder->class_cell = true;
    else
        bound->scope = NAME_CELL;
    return true;
}

static bool resolve(S *s, Block *block, Symbol *symbol)
{
    if (symbol->flags & SYMBOL_GLOBAL) {
        if (symbol->flags & SYMBOL_NONLOCAL)
            return diag_error(s->diag, DIAG_SYNTAX_ERROR, symbol->directive, "name '%s' is nonlocal and global", symbol->name), false;
        symbol->scope = NAME_GLOBAL_EXPLICIT;
        return true;
    }
    if (symbol->flags & SYMBOL_NONLOCAL) {
        if (block->kind == BLOCK_MODULE)
            return diag_error(s->diag, DIAG_SYNTAX_ERROR, symbol->directive, "nonlocal declaration not allowed at module level"), false;
        Block *binder = find_binder(s, block, symbol->name);
        if (binder == NULL)
            return diag_error(s->diag, DIAG_SYNTAX_ERROR, symbol->directive, "no binding for nonlocal '%s' found", symbol->name), false;
        return make_free(s, block, binder, symbol);
    }
    if (is_bound(symbol)) {
        if (symbol->scope == NAME_UNRESOLVED)
            symbol->scope = NAME_LOCAL;
        return true;
    }
    if (symbol->scope != NAME_UNRESOLVED || symbol->flags == 0)
        return true; /* free already, or a class cell */
    Block *binder = find_binder(s, block, symbol->name);
    if (binder != NULL)
        return make_free(s, block, binder, symbol);
    symbol->scope = NAME_GLOBAL_IMPLICIT;
    return true;
}

bool symtable_build(Symtable *s, Arena *arena, const AstModule *module, bool annotations_are_text, Diag *diag)
{
    *s = (Symtable){ .arena = arena, .diag = diag, .annotations_are_text = annotations_are_text };
    s->name_class = arena_intern(arena, "__class__", 9);
    s->name_super = arena_intern(arena, "super", 5);
    if (s->name_class == NULL || s->name_super == NULL)
        return diag_memory(diag), false;
    if (!enter(s, BLOCK_MODULE, BLOCK_PLAIN, module, "<module>", (SrcPos){ 1, 0, 1, 0 }))
        return diag_memory(diag), false;
    if (module->mode == PARSE_EVAL ? !visit_expr(s, module->expr) : !visit_stmts(s, module->body))
        return false;
    for (Block *block = s->first; block != NULL; block = block->next_block) {
        for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next) {
            if (!resolve(s, block, symbol))
                return false;
        }
    }
    return true;
}
