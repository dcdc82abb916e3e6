/* parser_atom.c: names, constants and everything in brackets: groups, displays, comprehensions, subscripts. */
#include "parser_internal.h"

static Expr *new_constant(Parser *p, SrcPos start, ConstKind kind)
{
    Expr *e = new_expr(p, EXPR_CONSTANT, start);

    if (e != NULL)
        e->constant.kind = kind;
    return e;
}

static Expr *parse_word_constant(Parser *p, ConstKind kind)
{
    SrcPos start = start_pos(p);

    advance(p);
    return new_constant(p, start, kind);
}

static Expr *parse_name(Parser *p)
{
    Token token = *next_token(p);
    Expr *e;

    advance(p);
    e = new_expr(p, EXPR_NAME, token.pos);
    if (e != NULL) {
        e->name.id = token.text;
        e->name.ctx = CTX_LOAD;
    }
    return e;
}

/* ---- comprehensions ---- */

/* [async] for targets in disjunction (if disjunction)*. *committed: 'in' was read, so nothing else can be meant. */
static Comprehension *parse_for_clause(Parser *p, bool *committed)
{
    Comprehension *clause;
    int scratch = p->scratch_count;
    bool is_async = accept(p, TOK_ASYNC);
    Expr *target, *iter;

    *committed = false;
    if (!accept(p, TOK_FOR))
        return NULL;
    target = parse_star_targets(p);
    if (target == NULL || !accept(p, TOK_IN))
        return NULL;
    *committed = true;
    iter = parse_disjunction(p);
    if (iter == NULL)
        return NULL;
    for (;;) {
        ParserMark mark = parser_mark(p);
        Expr *test;

        if (!accept(p, TOK_IF))
            break;
        test = parse_disjunction(p);
        if (test == NULL) {
            parser_reset(p, mark);
            break;
        }
        if (!push(p, test))
            return NULL;
    }
    clause = parser_alloc(p, sizeof *clause);
    if (clause == NULL || !TAKE_SEQ(p, scratch, &clause->ifs))
        return NULL;
    set_context(target, CTX_STORE);
    clause->target = target;
    clause->iter = iter;
    clause->is_async = is_async;
    return clause;
}

bool parse_for_clauses(Parser *p, ComprehensionSeq *clauses)
{
    int scratch = p->scratch_count;

    while (at_for_clause(p)) {
        ParserMark mark = parser_mark(p);
        bool committed;
        Comprehension *clause = parse_for_clause(p, &committed);

        if (clause == NULL) {
            parser_reset(p, mark);
            if (!committed && explaining(p))
                explain_for_target(p);
            parser_reset(p, mark);
            break;
        }
        if (!push(p, clause))
            return false;
    }
    return TAKE_SEQ(p, scratch, clauses) && clauses->count > 0 && !diag_is_set(p->diag);
}

/* for clauses and the closing bracket, after the element. */
static Expr *parse_comprehension_rest(Parser *p, SrcPos start, ExprKind kind, Expr *elt, TokenKind closer)
{
    ComprehensionSeq clauses;
    Expr *e;

    if (!parse_for_clauses(p, &clauses) || !accept(p, closer) || (e = new_expr(p, kind, start)) == NULL)
        return NULL;
    e->comp.elt = elt;
    e->comp.generators = clauses;
    return e;
}

/* ---- parentheses ---- */

static Expr *finish_tuple(Parser *p, SrcPos start, int scratch)
{
    Expr *e;

    if (!accept(p, TOK_RPAREN) || (e = new_expr(p, EXPR_TUPLE, start)) == NULL || !TAKE_SEQ(p, scratch, &e->tuple.elts))
        return NULL;
    e->tuple.ctx = CTX_LOAD;
    return e;
}

/* A group, a tuple or a generator expression. */
static Expr *parse_parens(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Expr *first;

    advance(p);
    if (peek(p) == TOK_RPAREN)
        return finish_tuple(p, start, scratch);
    if (peek(p) == TOK_YIELD) {
        first = parse_yield(p);
        return first != NULL && accept(p, TOK_RPAREN) ? first : NULL;
    }
    first = parse_star_named_expression(p);
    if (first == NULL)
        return NULL;
    if (accept(p, TOK_COMMA)) {
        if (!push(p, first) || !parse_comma_list(p, parse_star_named_expression))
            return NULL;
        return finish_tuple(p, start, scratch);
    }
    if (first->kind == EXPR_STARRED)
        return NULL;
    if (accept(p, TOK_RPAREN))
        return first;
    return parse_comprehension_rest(p, start, EXPR_GENERATOR, first, TOK_RPAREN);
}

/* ---- square brackets ---- */

static Expr *parse_brackets(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Expr *e;

    advance(p);
    if (peek(p) != TOK_RBRACKET) {
        Expr *first = parse_star_named_expression(p);

        if (first == NULL)
            return NULL;
        if (first->kind != EXPR_STARRED && at_for_clause(p))
            return parse_comprehension_rest(p, start, EXPR_LIST_COMP, first, TOK_RBRACKET);
        if (!push(p, first) || (accept(p, TOK_COMMA) && !parse_comma_list(p, parse_star_named_expression)))
            return NULL;
    }
    if (!accept(p, TOK_RBRACKET) || (e = new_expr(p, EXPR_LIST, start)) == NULL || !TAKE_SEQ(p, scratch, &e->list.elts))
        return NULL;
    e->list.ctx = CTX_LOAD;
    return e;
}

static Expr *parse_slice(Parser *p)
{
    SrcPos start = start_pos(p);
    ParserMark mark = parser_mark(p);
    Expr *parts[3] = {NULL, NULL, NULL};
    Expr *e;

    if (peek(p) == TOK_NAME && peek_second(p) == TOK_WALRUS)
        return parse_named_expression(p);
    if (peek(p) != TOK_COLON) {
        parts[0] = parse_expression(p);
        if (parts[0] == NULL || peek(p) == TOK_WALRUS)
            return NULL;
        if (peek(p) != TOK_COLON) {
            if (!explaining(p))
                return parts[0];
            parser_reset(p, mark);
            return parse_named_expression(p);
        }
    }
    for (int i = 1; i < 3 && accept(p, TOK_COLON); i++) {
        mark = parser_mark(p);
        parts[i] = parse_expression(p);
        if (parts[i] == NULL)
            parser_reset(p, mark);
    }
    e = new_expr(p, EXPR_SLICE, start);
    if (e != NULL) {
        e->slice.lower = parts[0];
        e->slice.upper = parts[1];
        e->slice.step = parts[2];
    }
    return e;
}

static Expr *parse_slice_or_starred(Parser *p)
{
    return peek(p) == TOK_STAR ? parse_starred(p) : parse_slice(p);
}

Expr *parse_slices(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Expr *e = parse_slice_or_starred(p);

    if (e == NULL || (peek(p) != TOK_COMMA && e->kind != EXPR_STARRED))
        return e;
    if (!push(p, e) || (accept(p, TOK_COMMA) && !parse_comma_list(p, parse_slice_or_starred)) ||
        (e = new_expr(p, EXPR_TUPLE, start)) == NULL || !TAKE_SEQ(p, scratch, &e->tuple.elts))
        return NULL;
    e->tuple.ctx = CTX_LOAD;
    return e;
}

/* ---- braces ---- */

/* Pushes key (NULL for **) and value. */
static bool parse_dict_item(Parser *p)
{
    Expr *key = NULL;
    Expr *value;

    if (accept(p, TOK_POWER)) {
        value = parse_bitwise_or(p);
    } else {
        key = parse_expression(p);
        if (key == NULL || !accept(p, TOK_COLON))
            return false;
        value = parse_expression(p);
    }
    return value != NULL && push(p, key) && push(p, value);
}

bool parse_dict_items(Parser *p)
{
    for (;;) {
        ParserMark mark = parser_mark(p);

        if (!parse_dict_item(p)) {
            parser_reset(p, mark);
            return !diag_is_set(p->diag);
        }
        if (!accept(p, TOK_COMMA))
            return true;
    }
}

Expr *finish_dict(Parser *p, SrcPos start, int scratch)
{
    int count = (p->scratch_count - scratch) / 2;
    Expr **keys = NULL, **values = NULL;
    Expr *e;

    if (!accept(p, TOK_RBRACE) || (e = new_expr(p, EXPR_DICT, start)) == NULL)
        return NULL;
    if (count > 0) {
        keys = arena_alloc(p->arena, 2 * (size_t)count * sizeof *keys);
        if (keys == NULL)
            return diag_memory(p->diag);
        values = keys + count;
        for (int i = 0; i < count; i++) {
            keys[i] = p->scratch[scratch + 2 * i];
            values[i] = p->scratch[scratch + 2 * i + 1];
        }
    }
    p->scratch_count = scratch;
    e->dict.keys = (ExprSeq){count, keys};
    e->dict.values = (ExprSeq){count, values};
    return e;
}

Expr *finish_dict_comp(Parser *p, SrcPos start, Expr *key, Expr *value)
{
    ComprehensionSeq clauses;
    Expr *e;

    if (!parse_for_clauses(p, &clauses) || !accept(p, TOK_RBRACE) || (e = new_expr(p, EXPR_DICT_COMP, start)) == NULL)
        return NULL;
    e->dict_comp.key = key;
    e->dict_comp.value = value;
    e->dict_comp.generators = clauses;
    return e;
}

/* After '{' and the first key. */
static Expr *parse_dict_rest(Parser *p, SrcPos start, Expr *key)
{
    int scratch = p->scratch_count;
    Expr *value;

    advance(p);
    value = parse_expression(p);
    if (value == NULL)
        return NULL;
    if (at_for_clause(p))
        return finish_dict_comp(p, start, key, value);
    if (!push(p, key) || !push(p, value) || (accept(p, TOK_COMMA) && !parse_dict_items(p)))
        return NULL;
    return finish_dict(p, start, scratch);
}

Expr *parse_set_rest(Parser *p, SrcPos start, Expr *first)
{
    int scratch = p->scratch_count;
    Expr *e;

    if (first->kind != EXPR_STARRED && at_for_clause(p))
        return parse_comprehension_rest(p, start, EXPR_SET_COMP, first, TOK_RBRACE);
    if (!push(p, first) || (accept(p, TOK_COMMA) && !parse_comma_list(p, parse_star_named_expression)) ||
        !accept(p, TOK_RBRACE) || (e = new_expr(p, EXPR_SET, start)) == NULL || !TAKE_SEQ(p, scratch, &e->set.elts))
        return NULL;
    return e;
}

static Expr *parse_plain_braces(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    bool is_key;
    Expr *first;

    advance(p);
    if (peek(p) == TOK_RBRACE || peek(p) == TOK_POWER)
        return parse_dict_items(p) ? finish_dict(p, start, scratch) : NULL;
    is_key = peek(p) != TOK_STAR && !(peek(p) == TOK_NAME && peek_second(p) == TOK_WALRUS);
    first = parse_star_named_expression(p);
    if (first == NULL)
        return NULL;
    if (is_key && peek(p) == TOK_COLON)
        return parse_dict_rest(p, start, first);
    return parse_set_rest(p, start, first);
}

static Expr *parse_braces(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Expr *e;

    if (explaining(p))
        return explain_braces(p);
    e = parse_plain_braces(p);
    if (e == NULL && !diag_is_set(p->diag)) {
        parser_reset(p, mark);
        advance(p);
        explain_dict_items(p);
    }
    return e;
}

/* ---- atoms ---- */

/* A bracket that could not be read is not tried twice in the same way: with brackets nested in it that would double the
 * work at each level. */
static Expr *parse_bracketed(Parser *p)
{
    ParserMark mark = parser_mark(p);
    TokenKind opener = peek(p);
    uint16_t way = explaining(p) ? 2 : 1;
    Expr *e = NULL;

    if (p->tokens[p->pos].failed & way)
        return NULL;
    if (enter(p))
        e = opener == TOK_LPAREN ? parse_parens(p) : opener == TOK_LBRACKET ? parse_brackets(p) : parse_braces(p);
    if (e == NULL && explaining(p)) {
        parser_reset(p, mark);
        if (opener == TOK_LPAREN)
            explain_group(p);
        if (opener != TOK_LBRACE)
            explain_comprehension(p);
    }
    leave(p);
    if (e == NULL)
        p->tokens[mark.pos].failed |= way;
    return e;
}

Expr *parse_atom(Parser *p)
{
    switch (peek(p)) {
    case TOK_NAME:
        return parse_name(p);
    case TOK_NUMBER:
        return parse_number(p);
    case TOK_STRING:
        return parse_strings(p);
    case TOK_LPAREN:
    case TOK_LBRACKET:
    case TOK_LBRACE:
        return parse_bracketed(p);
    case TOK_NONE:
        return parse_word_constant(p, CONST_NONE);
    case TOK_TRUE:
        return parse_word_constant(p, CONST_TRUE);
    case TOK_FALSE:
        return parse_word_constant(p, CONST_FALSE);
    case TOK_ELLIPSIS:
        return parse_word_constant(p, CONST_ELLIPSIS);
    default:
        return NULL;
    }
}
