/* parser_call.c: the arguments of a call, which are also the bases of a class.
 *
 * Order matters: positional and *iterable first, then name=value and *iterable, then name=value and **mapping.
 */
#include "parser_internal.h"

static Keyword *new_keyword(Parser *p, SrcPos start, const char *name, Expr *value)
{
    Keyword *keyword = parser_alloc(p, sizeof *keyword);

    if (keyword == NULL)
        return NULL;
    keyword->arg = name;
    keyword->value = value;
    keyword->pos = pos_from(p, start);
    return keyword;
}

static bool at_keyword(Parser *p)
{
    return peek(p) == TOK_NAME && peek_second(p) == TOK_ASSIGN;
}

/* name=value or **mapping. */
static Keyword *parse_keyword(Parser *p)
{
    SrcPos start = start_pos(p);
    const char *name = NULL;
    Expr *value;

    if (!accept(p, TOK_POWER)) {
        name = accept_name(p);
        advance(p);
    }
    value = parse_expression(p);
    return value == NULL ? NULL : new_keyword(p, start, name, value);
}

/* An argument with no name; a '=' behind it means that it is something else. */
static Expr *parse_positional(Parser *p)
{
    Expr *e;

    if (peek(p) == TOK_STAR)
        return parse_starred(p);
    if (at_keyword(p))
        return NULL;
    e = peek(p) == TOK_NAME && peek_second(p) == TOK_WALRUS ? parse_named_expression(p) : parse_expression(p);
    return e != NULL && peek(p) != TOK_WALRUS && peek(p) != TOK_ASSIGN ? e : NULL;
}

/* The scratch stack holds arguments and keywords mixed, told apart by a tag before each. */
static bool push_tagged(Parser *p, bool is_keyword, void *item)
{
    return item != NULL && push(p, (void *)(uintptr_t)is_keyword) && push(p, item);
}

/* From the first keyword on. True if there was at least one; a comma that nothing follows is left alone. */
static bool parse_keywords(Parser *p)
{
    bool mapping_seen = false;
    bool any = false;

    for (;;) {
        ParserMark mark = parser_mark(p);
        bool pushed;

        if (any && !accept(p, TOK_COMMA))
            return true;
        if (explaining(p))
            explain_keyword(p);
        if (peek(p) == TOK_STAR && !mapping_seen) {
            pushed = push_tagged(p, false, parse_starred(p));
        } else if (peek(p) == TOK_POWER || at_keyword(p)) {
            mapping_seen = mapping_seen || peek(p) == TOK_POWER;
            pushed = push_tagged(p, true, parse_keyword(p));
        } else {
            pushed = false;
        }
        if (!pushed) {
            parser_reset(p, mark);
            return any && !diag_is_set(p->diag);
        }
        any = true;
    }
}

/* Positional arguments; *after_comma: the last thing read is a comma. True if there was at least one. */
static bool parse_positionals(Parser *p, bool *after_comma)
{
    bool any = false;

    *after_comma = false;
    for (;;) {
        ParserMark mark = parser_mark(p);
        Expr *e = parse_positional(p);

        if (e == NULL || !push_tagged(p, false, e)) {
            parser_reset(p, mark);
            return any && !diag_is_set(p->diag);
        }
        any = true;
        *after_comma = accept(p, TOK_COMMA);
        if (!*after_comma)
            return true;
    }
}

static bool take_args(Parser *p, int scratch, CallArgs *args)
{
    int total = (p->scratch_count - scratch) / 2;
    int arg_count = 0;
    Expr **positional;
    Keyword **keywords;

    for (int i = 0; i < total; i++)
        arg_count += p->scratch[scratch + 2 * i] == NULL;
    positional =
        arena_alloc(p->arena, (size_t)arg_count * sizeof *positional + (size_t)(total - arg_count) * sizeof *keywords);
    if (positional == NULL) {
        diag_memory(p->diag);
        return false;
    }
    keywords = (Keyword **)(void *)(positional + arg_count);
    args->args = (ExprSeq){arg_count, arg_count == 0 ? NULL : positional};
    args->keywords = (KeywordSeq){total - arg_count, total == arg_count ? NULL : keywords};
    for (int i = 0; i < total; i++) {
        void *item = p->scratch[scratch + 2 * i + 1];

        if (p->scratch[scratch + 2 * i] == NULL)
            *positional++ = item;
        else
            *keywords++ = item;
    }
    p->scratch_count = scratch;
    return true;
}

bool parse_args(Parser *p, CallArgs *args)
{
    int scratch = p->scratch_count;
    bool after_comma;
    bool any = parse_positionals(p, &after_comma);

    if (diag_is_set(p->diag))
        return false;
    if (!any) {
        if (!parse_keywords(p))
            return false;
    } else if (after_comma && !parse_keywords(p)) {
        if (diag_is_set(p->diag))
            return false;
        p->pos--; /* the comma is the caller's */
    }
    return take_args(p, scratch, args);
}

/* "f(x for x in y)": the parentheses belong to the generator expression. */
static bool parse_lone_generator(Parser *p, SrcPos open, Expr *elt, CallArgs *args)
{
    int scratch = p->scratch_count;
    ComprehensionSeq clauses;
    Expr *e;

    if (!parse_for_clauses(p, &clauses) || !accept(p, TOK_RPAREN) || (e = new_expr(p, EXPR_GENERATOR, open)) == NULL ||
        !push(p, e))
        return false;
    e->comp.elt = elt;
    e->comp.generators = clauses;
    args->keywords = (KeywordSeq){0, NULL};
    return TAKE_SEQ(p, scratch, &args->args);
}

bool parse_arguments(Parser *p, CallArgs *args)
{
    ParserMark mark = parser_mark(p);

    if (parse_args(p, args)) {
        accept(p, TOK_COMMA);
        if (peek(p) == TOK_RPAREN)
            return true;
    }
    parser_reset(p, mark);
    if (explaining(p))
        explain_arguments(p);
    return false;
}

bool parse_call_rest(Parser *p, SrcPos open, CallArgs *args)
{
    ParserMark mark = parser_mark(p);

    *args = (CallArgs){{0, NULL}, {0, NULL}};
    if (accept(p, TOK_RPAREN))
        return true;
    if (parse_args(p, args)) {
        bool generator = at_for_clause(p);

        if (generator && args->args.count == 1 && args->keywords.count == 0 &&
            args->args.items[0]->kind != EXPR_STARRED && parse_lone_generator(p, open, args->args.items[0], args))
            return true;
        if (!generator) {
            accept(p, TOK_COMMA);
            if (accept(p, TOK_RPAREN))
                return true;
        }
    }
    if (explaining(p)) {
        parser_reset(p, mark);
        p->pos--;
        explain_comprehension(p);
        parser_reset(p, mark);
        explain_arguments(p);
    }
    return false;
}
