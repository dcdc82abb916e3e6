/* parser_stmt.c: statements of one line; those with a block are in parser_compound.c. */
#include "parser_internal.h"

#include "mem.h"

#include <assert.h>
#include <string.h>

/* ---- assignment, annotation, expression ---- */

static Stmt *parse_annotation(Parser *p, SrcPos start, Expr *target, bool simple)
{
    Expr *annotation;
    Expr *value = NULL;
    Stmt *s;

    advance(p);
    annotation = parse_expression(p);
    if (annotation == NULL)
        return NULL;
    if (peek(p) == TOK_ASSIGN) {
        ParserMark mark = parser_mark(p);

        advance(p);
        value = parse_yield_or_star_expressions(p);
        if (value == NULL)
            parser_reset(p, mark);
    }
    s = new_stmt(p, STMT_ANN_ASSIGN, start);
    if (s == NULL)
        return NULL;
    set_context(target, CTX_STORE);
    s->ann_assign.target = target;
    s->ann_assign.annotation = annotation;
    s->ann_assign.value = value;
    s->ann_assign.simple = simple;
    return s;
}

/* target = target = ... = value; the first target is read. */
static Stmt *parse_assignment(Parser *p, SrcPos start, Expr *value)
{
    int scratch = p->scratch_count;
    Stmt *s;

    while (peek(p) == TOK_ASSIGN) {
        if (!is_star_target(value))
            return NULL;
        advance(p);
        set_context(value, CTX_STORE);
        if (!push(p, value))
            return NULL;
        value = parse_yield_or_star_expressions(p);
        if (value == NULL)
            return NULL;
    }
    s = new_stmt(p, STMT_ASSIGN, start);
    if (s == NULL || !TAKE_SEQ(p, scratch, &s->assign.targets))
        return NULL;
    s->assign.value = value;
    return s;
}

static bool at_augmented_assignment(Parser *p)
{
    return peek(p) >= TOK_PLUS_ASSIGN && peek(p) <= TOK_FLOORDIV_ASSIGN;
}

static Stmt *parse_augmented_assignment(Parser *p, SrcPos start, Expr *target)
{
    BinOpKind op = (BinOpKind)(peek(p) - TOK_PLUS_ASSIGN);
    Expr *value;
    Stmt *s;

    if (!is_single_target(target))
        return NULL;
    advance(p);
    value = parse_yield_or_star_expressions(p);
    if (value == NULL || (s = new_stmt(p, STMT_AUG_ASSIGN, start)) == NULL)
        return NULL;
    set_context(target, CTX_STORE);
    s->aug_assign.target = target;
    s->aug_assign.op = op;
    s->aug_assign.value = value;
    return s;
}

Stmt *parse_assignment_or_expression(Parser *p)
{
    SrcPos start = start_pos(p);
    bool is_name = peek(p) == TOK_NAME;
    Expr *e = parse_yield_or_star_expressions(p);
    Stmt *s;

    if (e == NULL)
        return NULL;
    if (peek(p) == TOK_ASSIGN)
        return parse_assignment(p, start, e);
    if (at_augmented_assignment(p))
        return parse_augmented_assignment(p, start, e);
    if (peek(p) == TOK_COLON && is_single_target(e))
        return parse_annotation(p, start, e, is_name && e->kind == EXPR_NAME);
    s = new_stmt(p, STMT_EXPR, start);
    if (s != NULL)
        s->expr.value = e;
    return s;
}

/* ---- import ---- */

/* a.b.c as one name. */
static const char *parse_dotted_name(Parser *p)
{
    const char *name = accept_name(p);
    TextBuffer buffer = {NULL, 0, 0};

    if (name == NULL || peek(p) != TOK_DOT)
        return name;
    if (!text_append(p, &buffer, name, strlen(name)))
        return NULL;
    while (peek(p) == TOK_DOT && peek_second(p) == TOK_NAME) {
        advance(p);
        name = accept_name(p);
        assert(name != NULL);
        if (!text_append(p, &buffer, ".", 1) || !text_append(p, &buffer, name, strlen(name)))
            break;
    }
    name = diag_is_set(p->diag) ? NULL : arena_intern(p->arena, buffer.bytes, buffer.length);
    if (name == NULL)
        diag_memory(p->diag);
    mem_free_raw(buffer.bytes);
    return name;
}

static bool push_alias(Parser *p, SrcPos start, const char *name, const char *asname)
{
    Alias *alias = parser_alloc(p, sizeof *alias);

    if (alias == NULL)
        return false;
    alias->name = name;
    alias->asname = asname;
    alias->pos = pos_from(p, start);
    return push(p, alias);
}

static bool parse_alias(Parser *p, const char *(*parse_imported)(Parser *))
{
    SrcPos start = start_pos(p);
    const char *name = parse_imported(p);
    const char *asname = NULL;
    ParserMark mark = parser_mark(p);

    if (name == NULL)
        return false;
    if (accept(p, TOK_AS)) {
        asname = accept_name(p);
        if (asname == NULL)
            parser_reset(p, mark);
    }
    return push_alias(p, start, name, asname);
}

/* alias (',' alias)*; a comma that nothing follows is left alone. */
static bool parse_aliases(Parser *p, const char *(*parse_imported)(Parser *))
{
    if (!parse_alias(p, parse_imported))
        return false;
    for (;;) {
        ParserMark mark = parser_mark(p);

        if (!accept(p, TOK_COMMA))
            return true;
        if (!parse_alias(p, parse_imported)) {
            parser_reset(p, mark);
            return !diag_is_set(p->diag);
        }
    }
}

static Stmt *parse_import(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Stmt *s;

    advance(p);
    if (!parse_aliases(p, parse_dotted_name) || (s = new_stmt(p, STMT_IMPORT, start)) == NULL ||
        !TAKE_SEQ(p, scratch, &s->import.names))
        return NULL;
    return s;
}

/* What follows `import` in `from x import`. */
static bool parse_imported_names(Parser *p)
{
    SrcPos start = start_pos(p);

    if (accept(p, TOK_STAR)) {
        const char *star = arena_intern(p->arena, "*", 1);

        if (star == NULL)
            diag_memory(p->diag);
        return star != NULL && push_alias(p, start, star, NULL);
    }
    if (accept(p, TOK_LPAREN)) {
        if (!parse_aliases(p, accept_name))
            return false;
        accept(p, TOK_COMMA);
        return accept(p, TOK_RPAREN);
    }
    if (!parse_aliases(p, accept_name))
        return false;
    if (peek(p) != TOK_COMMA)
        return true;
    if (explaining(p)) {
        advance(p);
        if (peek(p) == TOK_NEWLINE)
            error_here(p, DIAG_SYNTAX_ERROR, "trailing comma not allowed without surrounding parentheses");
    }
    return false;
}

static Stmt *parse_import_from(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    const char *module = NULL;
    int level = 0;
    Stmt *s;

    advance(p);
    while (peek(p) == TOK_DOT || peek(p) == TOK_ELLIPSIS) {
        level += peek(p) == TOK_DOT ? 1 : 3;
        advance(p);
    }
    if (peek(p) == TOK_NAME || level == 0) {
        module = parse_dotted_name(p);
        if (module == NULL)
            return NULL;
    }
    if (!accept(p, TOK_IMPORT) || !parse_imported_names(p) || (s = new_stmt(p, STMT_IMPORT_FROM, start)) == NULL ||
        !TAKE_SEQ(p, scratch, &s->import_from.names))
        return NULL;
    s->import_from.module = module;
    s->import_from.level = level;
    return s;
}

/* ---- the other keywords ---- */

/* An expression, if one is there; *e is NULL if not. False: an error. */
static bool parse_optional(Parser *p, Expr *(*parse)(Parser *), Expr **e)
{
    ParserMark mark = parser_mark(p);

    *e = parse(p);
    if (*e == NULL)
        parser_reset(p, mark);
    return !diag_is_set(p->diag);
}

static Stmt *parse_return(Parser *p)
{
    SrcPos start = start_pos(p);
    Expr *value;
    Stmt *s;

    advance(p);
    if (!parse_optional(p, parse_star_expressions, &value) || (s = new_stmt(p, STMT_RETURN, start)) == NULL)
        return NULL;
    s->ret.value = value;
    return s;
}

static Stmt *parse_raise(Parser *p)
{
    SrcPos start = start_pos(p);
    ParserMark mark;
    Expr *exc;
    Expr *cause = NULL;
    Stmt *s;

    advance(p);
    if (!parse_optional(p, parse_expression, &exc))
        return NULL;
    mark = parser_mark(p);
    if (exc != NULL && accept(p, TOK_FROM) && (cause = parse_expression(p)) == NULL)
        parser_reset(p, mark);
    s = new_stmt(p, STMT_RAISE, start);
    if (s == NULL)
        return NULL;
    s->raise.exc = exc;
    s->raise.cause = cause;
    return s;
}

static Stmt *parse_assert(Parser *p)
{
    SrcPos start = start_pos(p);
    ParserMark mark;
    Expr *test;
    Expr *msg = NULL;
    Stmt *s;

    advance(p);
    test = parse_expression(p);
    if (test == NULL)
        return NULL;
    mark = parser_mark(p);
    if (accept(p, TOK_COMMA) && (msg = parse_expression(p)) == NULL)
        parser_reset(p, mark);
    s = new_stmt(p, STMT_ASSERT, start);
    if (s == NULL)
        return NULL;
    s->assert_stmt.test = test;
    s->assert_stmt.msg = msg;
    return s;
}

static Stmt *parse_del(Parser *p)
{
    SrcPos start = start_pos(p);
    ParserMark mark = parser_mark(p);
    ExprSeq targets;
    Stmt *s;

    advance(p);
    if (parse_del_targets(p, &targets) && (peek(p) == TOK_SEMICOLON || peek(p) == TOK_NEWLINE)) {
        s = new_stmt(p, STMT_DELETE, start);
        if (s != NULL)
            s->del.targets = targets;
        return s;
    }
    if (explaining(p)) {
        Expr *e;

        parser_reset(p, mark);
        advance(p);
        e = parse_star_expressions(p);
        if (e != NULL)
            explain_invalid_target(p, e, TARGET_DEL);
    }
    return NULL;
}

/* global and nonlocal */
static Stmt *parse_name_list(Parser *p, StmtKind kind)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Stmt *s;

    advance(p);
    do {
        const char *name = accept_name(p);

        if (name == NULL) {
            if (p->scratch_count == scratch)
                return NULL;
            p->pos--;
            break;
        }
        if (!push(p, (void *)(uintptr_t)name))
            return NULL;
    } while (accept(p, TOK_COMMA));
    s = new_stmt(p, kind, start);
    return s != NULL && TAKE_SEQ(p, scratch, &s->names.names) ? s : NULL;
}

static Stmt *parse_word(Parser *p, StmtKind kind)
{
    SrcPos start = start_pos(p);

    advance(p);
    return new_stmt(p, kind, start);
}

static Stmt *parse_simple_statement(Parser *p)
{
    switch (peek(p)) {
    case TOK_RETURN:
        return parse_return(p);
    case TOK_IMPORT:
        return parse_import(p);
    case TOK_FROM:
        return parse_import_from(p);
    case TOK_RAISE:
        return parse_raise(p);
    case TOK_PASS:
        return parse_word(p, STMT_PASS);
    case TOK_BREAK:
        return parse_word(p, STMT_BREAK);
    case TOK_CONTINUE:
        return parse_word(p, STMT_CONTINUE);
    case TOK_DEL:
        return parse_del(p);
    case TOK_ASSERT:
        return parse_assert(p);
    case TOK_GLOBAL:
        return parse_name_list(p, STMT_GLOBAL);
    case TOK_NONLOCAL:
        return parse_name_list(p, STMT_NONLOCAL);
    default:
        return explaining(p) ? explain_assignment(p) : parse_assignment_or_expression(p);
    }
}

/* statement (';' statement)* [';'] NEWLINE */
bool parse_simple_statements(Parser *p)
{
    for (;;) {
        Stmt *s;

        p->budget = PARSER_EXPLAIN_BUDGET;
        s = parse_simple_statement(p);
        if (s == NULL || diag_is_set(p->diag) || !push(p, s))
            return false;
        if (accept(p, TOK_NEWLINE))
            return true;
        if (!accept(p, TOK_SEMICOLON))
            return false;
        if (accept(p, TOK_NEWLINE))
            return true;
    }
}

bool parse_statement(Parser *p)
{
    bool matched = false;
    Stmt *s;

    parser_forget(p);
    s = parse_compound_statement(p, &matched);
    if (matched)
        return s != NULL && !diag_is_set(p->diag) && push(p, s);
    return parse_simple_statements(p);
}
