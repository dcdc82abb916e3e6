/* parser_explain.c: the second pass. Each function is called where the first pass found no rule, or on the way of one;
 * it looks for a common mistake, reports it, or reports nothing. The messages, places and precedence are
 * CPython 3.11's.
 */
#include "parser_internal.h"

#include <string.h>

/* ---- expressions ---- */

static bool is_legacy_name(const Parser *p, const Expr *e)
{
    return e->kind == EXPR_NAME && (e->name.id == p->name_print || e->name.id == p->name_exec);
}

/* CPython 3.11 also takes each beginning of a soft keyword ("m", "cas") for one. */
static bool at_soft_keyword(Parser *p)
{
    const char *name = next_token(p)->text;

    return peek(p) == TOK_NAME && (strncmp("match", name, strlen(name)) == 0 ||
                                   strncmp("case", name, strlen(name)) == 0 || name == p->name_underscore);
}

/* "a b" inside parentheses, where `a` is read. */
static void explain_missing_comma(Parser *p, Expr *a)
{
    uint64_t at = p->dropped + (uint64_t)p->pos;
    Expr *b;

    p->quiet++;
    b = parse_expression(p);
    p->quiet--;
    if (b != NULL)
        p->quiet_at = at;
    if (b != NULL && !is_legacy_name(p, a) && last_token(p)->level != 0)
        error_between(p, a->pos, b->pos, "invalid syntax. Perhaps you forgot a comma?");
}

/* "a if b" with neither else nor ':' behind it. */
static void explain_missing_else(Parser *p, Expr *a)
{
    Expr *b;

    if (accept(p, TOK_IF) && (b = parse_disjunction(p)) != NULL && peek(p) != TOK_ELSE && peek(p) != TOK_COLON)
        error_between(p, a->pos, b->pos, "expected 'else' after 'if' expression");
}

/* print "text", exec "code" */
static void explain_legacy_statement(Parser *p)
{
    Token token = *next_token(p);
    Expr *rest;

    if (token.kind != TOK_NAME || peek_second(p) == TOK_LPAREN)
        return;
    advance(p);
    rest = parse_star_expressions(p);
    if (rest != NULL && (token.text == p->name_print || token.text == p->name_exec))
        error_between(p, token.pos, rest->pos, "Missing parentheses in call to '%s'. Did you mean %s(...)?", token.text,
                      token.text);
}

Expr *explain_expression(Parser *p)
{
    SrcPos start = start_pos(p);
    ParserMark mark = parser_mark(p);
    bool keyword_like = (peek(p) == TOK_NAME && peek_second(p) == TOK_STRING) || at_soft_keyword(p);
    bool remembered = p->quiet_at == p->dropped + (uint64_t)p->pos;
    ParserMark after;
    Expr *a;

    p->budget--;
    p->quiet += remembered;
    a = parse_disjunction(p);
    p->quiet -= remembered;
    after = parser_mark(p);
    if (a != NULL) {
        if (!keyword_like)
            explain_missing_comma(p, a);
        parser_reset(p, after);
        explain_missing_else(p, a);
    }
    parser_reset(p, mark);
    explain_legacy_statement(p);
    parser_reset(p, mark);
    if (diag_is_set(p->diag))
        return NULL;
    if (a == NULL)
        return peek(p) == TOK_LAMBDA ? parse_lambda(p) : NULL;
    parser_reset(p, after);
    return parse_conditional(p, start, a);
}

/* Whether a list, tuple, generator expression or True, False, None begins here: they may be assigned to, or say so
 * themselves. */
static bool at_plain_target(Parser *p)
{
    ParserMark mark = parser_mark(p);
    SrcPos start = start_pos(p);
    Expr *e;

    switch (peek(p)) {
    case TOK_TRUE:
    case TOK_FALSE:
    case TOK_NONE:
        return true;
    case TOK_LPAREN:
    case TOK_LBRACKET:
        e = parse_atom(p);
        parser_reset(p, mark);
        return e != NULL && e->pos.line == start.line && e->pos.col == start.col &&
               (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE || e->kind == EXPR_GENERATOR);
    default:
        return false;
    }
}

static bool at_assignment(Parser *p)
{
    return peek(p) == TOK_ASSIGN || peek(p) == TOK_WALRUS;
}

/* "x = y" where only an expression can stand. */
static void explain_assignment_in_expression(Parser *p)
{
    ParserMark mark = parser_mark(p);
    SrcPos start = start_pos(p);
    Expr *a, *b;

    if (accept(p, TOK_NAME) && accept(p, TOK_ASSIGN) && (b = parse_bitwise_or(p)) != NULL && !at_assignment(p))
        error_between(p, start, b->pos, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    parser_reset(p, mark);
    if (diag_is_set(p->diag) || at_plain_target(p))
        return;
    a = parse_bitwise_or(p);
    if (a != NULL && accept(p, TOK_ASSIGN) && parse_bitwise_or(p) != NULL && !at_assignment(p))
        error_at_pos(p, a->pos, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expr_kind_name(a));
    parser_reset(p, mark);
}

Expr *explain_named_expression(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Expr *e = parse_expression(p);
    ParserMark after = parser_mark(p);

    if (e == NULL)
        return NULL;
    if (accept(p, TOK_WALRUS)) {
        if (parse_expression(p) != NULL)
            error_at_pos(p, e->pos, "cannot use assignment expressions with %s", expr_kind_name(e));
    } else if (peek(p) == TOK_ASSIGN) {
        parser_reset(p, mark);
        explain_assignment_in_expression(p);
    }
    parser_reset(p, after);
    return diag_is_set(p->diag) ? NULL : e;
}

/* ---- calls ---- */

/* The end of a comprehension without brackets: of its last condition or iterable. */
static SrcPos comprehension_end(const ComprehensionSeq *clauses)
{
    const Comprehension *last = clauses->items[clauses->count - 1];

    return last->ifs.count > 0 ? last->ifs.items[last->ifs.count - 1]->pos : last->iter->pos;
}

static const char generator_needs_parens[] = "Generator expression must be parenthesized";
static const char equals_for_walrus[] = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/* name = expression for ... */
static void explain_keyword_generator(Parser *p)
{
    SrcPos name = start_pos(p);
    ComprehensionSeq clauses;
    SrcPos assign;

    if (!accept(p, TOK_NAME))
        return;
    assign = start_pos(p);
    if (accept(p, TOK_ASSIGN) && parse_expression(p) != NULL && parse_for_clauses(p, &clauses))
        error_between(p, name, assign, "%s", equals_for_walrus);
}

static void explain_args_order(Parser *p, const CallArgs *args)
{
    CallArgs more;

    if (!parse_args(p, &more))
        return;
    for (int i = 0; i < args->keywords.count; i++) {
        if (args->keywords.items[i]->arg == NULL) {
            error_here(p, DIAG_SYNTAX_ERROR, "positional argument follows keyword argument unpacking");
            return;
        }
    }
    error_here(p, DIAG_SYNTAX_ERROR, "positional argument follows keyword argument");
}

/* Something follows arguments that are fine in themselves. */
static void explain_after_args(Parser *p, const CallArgs *args)
{
    ParserMark mark = parser_mark(p);
    ComprehensionSeq clauses;
    Expr *e;

    if (args->args.count > 1 && at_for_clause(p) && parse_for_clauses(p, &clauses))
        error_between(p, args->args.items[args->args.count - 1]->pos, comprehension_end(&clauses), "%s",
                      generator_needs_parens);
    parser_reset(p, mark);
    if (diag_is_set(p->diag) || !accept(p, TOK_COMMA))
        return;
    mark = parser_mark(p);
    e = parse_expression(p);
    if (e != NULL && at_for_clause(p) && parse_for_clauses(p, &clauses))
        error_between(p, e->pos, comprehension_end(&clauses), "%s", generator_needs_parens);
    parser_reset(p, mark);
    if (!diag_is_set(p->diag))
        explain_args_order(p, args);
}

void explain_arguments(Parser *p)
{
    ParserMark mark = parser_mark(p);
    ComprehensionSeq clauses;
    CallArgs args;
    Expr *e;

    if (parse_args(p, &args) && args.keywords.count > 0 && accept(p, TOK_COMMA) && peek(p) == TOK_STAR)
        error_at_pos(p, start_pos(p), "iterable argument unpacking follows keyword argument unpacking");
    parser_reset(p, mark);
    if (diag_is_set(p->diag))
        return;
    e = parse_expression(p);
    if (e != NULL && at_for_clause(p) && parse_for_clauses(p, &clauses) && accept(p, TOK_COMMA))
        error_between(p, e->pos, comprehension_end(&clauses), "%s", generator_needs_parens);
    parser_reset(p, mark);
    if (diag_is_set(p->diag))
        return;
    explain_keyword_generator(p);
    parser_reset(p, mark);
    if (!diag_is_set(p->diag) && parse_args(p, &args))
        explain_after_args(p, &args);
    parser_reset(p, mark);
}

/* In place of name=value. */
void explain_keyword(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Token first = *next_token(p);
    Expr *e;

    if ((first.kind == TOK_TRUE || first.kind == TOK_FALSE || first.kind == TOK_NONE) && peek_second(p) == TOK_ASSIGN) {
        advance(p);
        error_between(p, first.pos, start_pos(p), "cannot assign to %s",
                      first.kind == TOK_TRUE    ? "True"
                      : first.kind == TOK_FALSE ? "False"
                                                : "None");
        return;
    }
    if (first.kind == TOK_NAME && peek_second(p) == TOK_ASSIGN) {
        explain_keyword_generator(p);
    } else {
        e = parse_expression(p);
        if (e != NULL && peek(p) == TOK_ASSIGN)
            error_between(p, e->pos, start_pos(p), "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    parser_reset(p, mark);
}

/* ---- brackets ---- */

void explain_group(Parser *p)
{
    ParserMark mark = parser_mark(p);
    SrcPos start;
    Expr *e;

    advance(p);
    start = start_pos(p);
    if (peek(p) == TOK_STAR) {
        e = parse_starred(p);
        if (e != NULL && peek(p) == TOK_RPAREN)
            error_at_pos(p, e->pos, "cannot use starred expression here");
    } else if (accept(p, TOK_POWER)) {
        if (parse_expression(p) != NULL && peek(p) == TOK_RPAREN)
            error_at_pos(p, start, "cannot use double starred expression here");
    }
    parser_reset(p, mark);
}

/* At an opening bracket. */
void explain_comprehension(Parser *p)
{
    static const char target_needs_parens[] = "did you forget parentheses around the comprehension target?";
    ParserMark mark = parser_mark(p);
    bool is_paren = peek(p) == TOK_LPAREN;
    int scratch = p->scratch_count;
    ComprehensionSeq clauses;
    SrcPos comma;
    Expr *e;

    advance(p);
    if (peek(p) == TOK_STAR) {
        e = parse_starred(p);
        if (e != NULL && at_for_clause(p) && parse_for_clauses(p, &clauses))
            error_at_pos(p, e->pos, "iterable unpacking cannot be used in comprehension");
        parser_reset(p, mark);
        advance(p);
    }
    if (diag_is_set(p->diag) || is_paren)
        goto out;
    e = parse_star_named_expression(p);
    comma = start_pos(p);
    if (e == NULL || !accept(p, TOK_COMMA))
        goto out;
    if (at_for_clause(p)) {
        if (parse_for_clauses(p, &clauses))
            error_between(p, e->pos, comma, "%s", target_needs_parens);
    } else if (parse_comma_list(p, parse_star_named_expression) && p->scratch_count > scratch && at_for_clause(p)) {
        Expr *last = p->scratch[p->scratch_count - 1];

        if (parse_for_clauses(p, &clauses))
            error_between(p, e->pos, last->pos, "%s", target_needs_parens);
    }
out:
    parser_reset(p, mark);
}

/* CPython gives this one error a place of its own: the last character of the key, and no end. */
static void report_key_without_colon(Parser *p, const Expr *key)
{
    SrcPos first = {key->pos.line, key->pos.end_col - 1, 0, 0};
    SrcPos last = {0, 0, key->pos.end_line, UINT32_MAX};

    error_between(p, first, last, "':' expected after dictionary key");
}

/* After '{': a key without ':' or a ':' without value, behind the items that are fine. In both passes, as in CPython.
 */
void explain_dict_items(Parser *p)
{
    ParserMark mark = parser_mark(p);
    bool any;
    Expr *key;
    SrcPos colon, star;

    any = parse_dict_items(p) && p->scratch_count > mark.scratch_count && last_token(p)->kind == TOK_COMMA;
    if (diag_is_set(p->diag))
        return;
    if (!any)
        parser_reset(p, mark);
    key = parse_expression(p);
    if (key == NULL)
        return;
    if (peek(p) != TOK_COLON) {
        if (any)
            report_key_without_colon(p, key);
        return;
    }
    colon = start_pos(p);
    advance(p);
    star = start_pos(p);
    if (accept(p, TOK_STAR)) {
        if (parse_bitwise_or(p) != NULL)
            error_to_cursor(p, star, "cannot use a starred expression in a dictionary value");
    } else if (peek(p) == TOK_RBRACE || peek(p) == TOK_COMMA) {
        error_at_pos(p, colon, "expression expected after dictionary key and ':'");
    }
}

/* {**x for ...} */
static void explain_dict_comprehension(Parser *p)
{
    SrcPos power = start_pos(p);
    ComprehensionSeq clauses;

    if (accept(p, TOK_POWER) && parse_bitwise_or(p) != NULL && parse_for_clauses(p, &clauses) && peek(p) == TOK_RBRACE)
        error_at_pos(p, power, "dict unpacking cannot be used in dict comprehension");
}

/* At '{': the alternatives one by one, with what explains the failure of each. */
Expr *explain_braces(Parser *p)
{
    SrcPos start = start_pos(p);
    ParserMark outside = parser_mark(p);
    ParserMark mark;
    Expr *e, *value;

    advance(p);
    mark = parser_mark(p);
    e = parse_dict_items(p) ? finish_dict(p, start, mark.scratch_count) : NULL;
    if (e != NULL || diag_is_set(p->diag))
        return e;
    parser_reset(p, mark);
    explain_dict_items(p);
    parser_reset(p, mark);
    if (diag_is_set(p->diag))
        return NULL;

    e = parse_star_named_expression(p);
    if (e != NULL && (e = parse_set_rest(p, start, e)) != NULL)
        return e;
    parser_reset(p, mark);
    e = diag_is_set(p->diag) ? NULL : parse_expression(p);
    if (e != NULL && accept(p, TOK_COLON) && (value = parse_expression(p)) != NULL && at_for_clause(p) &&
        (e = finish_dict_comp(p, start, e, value)) != NULL)
        return e;
    parser_reset(p, mark);
    if (!diag_is_set(p->diag))
        explain_dict_comprehension(p);
    parser_reset(p, outside);
    if (!diag_is_set(p->diag))
        explain_comprehension(p);
    return NULL;
}

/* ---- targets ---- */

void *explain_invalid_target(Parser *p, Expr *e, TargetKind kind)
{
    Expr *invalid = find_invalid_target(e, kind);

    if (invalid == NULL)
        return NULL;
    return error_at_pos(p, invalid->pos, kind == TARGET_DEL ? "cannot delete %s" : "cannot assign to %s",
                        expr_kind_name(invalid));
}

/* At [async] for. */
void explain_for_target(Parser *p)
{
    Expr *e;

    accept(p, TOK_ASYNC);
    if (accept(p, TOK_FOR) && (e = parse_star_expressions(p)) != NULL)
        explain_invalid_target(p, e, TARGET_FOR);
}

/* ---- assignments ---- */

/* A list or tuple, perhaps in parentheses, before ':'. */
static void explain_annotated_display(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Expr *e = NULL;

    if (peek(p) == TOK_LPAREN || peek(p) == TOK_LBRACKET)
        e = parse_atom(p);
    if (e != NULL && (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE) && accept(p, TOK_COLON) &&
        parse_expression(p) != NULL)
        error_at_pos(p, e->pos, "only single target (not %s) can be annotated", expr_kind_name(e));
    parser_reset(p, mark);
}

static void explain_annotation(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Expr *e = parse_star_named_expression(p);

    if (e != NULL && accept(p, TOK_COMMA)) {
        int scratch;

        do
            scratch = p->scratch_count;
        while (parse_comma_list(p, parse_star_named_expression) && p->scratch_count > scratch);
        if (accept(p, TOK_COLON) && parse_expression(p) != NULL)
            error_at_pos(p, e->pos, "only single target (not tuple) can be annotated");
    }
    parser_reset(p, mark);
    if (diag_is_set(p->diag))
        return;
    e = parse_expression(p);
    if (e != NULL && accept(p, TOK_COLON) && parse_expression(p) != NULL)
        error_at_pos(p, e->pos, "illegal target for annotation");
    parser_reset(p, mark);
}

/* target = target = what is no target = */
static void explain_assigned_target(Parser *p)
{
    ParserMark mark = parser_mark(p);
    ParserMark last;
    Expr *e;

    do
        last = parser_mark(p);
    while (parse_star_targets(p) != NULL && accept(p, TOK_ASSIGN));
    parser_reset(p, last);
    if (diag_is_set(p->diag))
        return;
    if (peek(p) == TOK_YIELD) {
        e = parse_yield(p);
        if (e != NULL && peek(p) == TOK_ASSIGN)
            error_at_pos(p, e->pos, "assignment to yield expression not possible");
    } else {
        e = parse_star_expressions(p);
        if (e != NULL && peek(p) == TOK_ASSIGN)
            explain_invalid_target(p, e, TARGET_STAR);
    }
    parser_reset(p, mark);
}

static void explain_augmented(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Expr *e = parse_star_expressions(p);

    if (e != NULL && peek(p) >= TOK_PLUS_ASSIGN && peek(p) <= TOK_FLOORDIV_ASSIGN) {
        advance(p);
        if (parse_yield_or_star_expressions(p) != NULL)
            error_at_pos(p, e->pos, "'%s' is an illegal expression for augmented assignment", expr_kind_name(e));
    }
    parser_reset(p, mark);
}

/* A statement that begins with an expression: first as what it can be, then as what it may have been meant to be. */
Stmt *explain_assignment(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Stmt *s = NULL;
    TokenKind after;
    Expr *target;

    target = parse_star_targets(p);
    after = peek(p);
    parser_reset(p, mark);
    if (diag_is_set(p->diag))
        return NULL;
    if (target != NULL &&
        (after == TOK_ASSIGN || after == TOK_COLON || (after >= TOK_PLUS_ASSIGN && after <= TOK_FLOORDIV_ASSIGN))) {
        s = parse_assignment_or_expression(p);
        if (diag_is_set(p->diag) || (s != NULL && s->kind != STMT_EXPR))
            return s;
        parser_reset(p, mark);
    }
    explain_annotated_display(p);
    if (!diag_is_set(p->diag))
        explain_annotation(p);
    if (!diag_is_set(p->diag))
        explain_assigned_target(p);
    if (!diag_is_set(p->diag))
        explain_augmented(p);
    return diag_is_set(p->diag) ? NULL : parse_assignment_or_expression(p);
}
