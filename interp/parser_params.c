/* parser_params.c: the parameters of def (up to ')', with annotations) and of lambda (up to ':', without).
 *
 * One loop with a state reads them in order; where the order is broken the second pass says how.
 */
#include "parser_internal.h"

typedef struct ParamState {
    TokenKind closer;
    int scratch; /* of the group being collected: Arg and default (or NULL) in turn */
    bool is_lambda;
    bool slash_seen;
    bool star_seen;
    bool default_seen; /* among the positional ones... */
    bool slash_last;   /* ...and what came last is a '/' */
    Arguments *arguments;
    ExprSeq defaults; /* found so far, of the positional ones */
} ParamState;

static bool explain_param(Parser *p, SrcPos pos, const char *message)
{
    if (explaining(p))
        error_at_pos(p, pos, "%s", message);
    return false;
}

static bool at_param_end(Parser *p, const ParamState *state)
{
    return peek(p) == TOK_COMMA || peek(p) == state->closer;
}

/* name [: annotation]; `starred`: the annotation may be *expression. */
static Arg *parse_param(Parser *p, const ParamState *state, bool starred)
{
    SrcPos start = start_pos(p);
    const char *name = accept_name(p);
    Expr *annotation = NULL;
    Arg *arg;

    if (name == NULL)
        return NULL;
    if (!state->is_lambda && accept(p, TOK_COLON)) {
        if (starred && peek(p) == TOK_STAR)
            annotation = parse_star_named_expression(p);
        else
            annotation = parse_expression(p);
        if (annotation == NULL)
            return NULL;
    }
    arg = parser_alloc(p, sizeof *arg);
    if (arg == NULL)
        return NULL;
    arg->name = name;
    arg->annotation = annotation;
    arg->pos = pos_from(p, start);
    return arg;
}

/* [= expression]. *value is NULL where there is none. */
static bool parse_default(Parser *p, const ParamState *state, Expr **value)
{
    SrcPos assign = start_pos(p);

    *value = NULL;
    if (!accept(p, TOK_ASSIGN))
        return true;
    *value = parse_expression(p);
    if (*value != NULL)
        return true;
    if (peek(p) == TOK_COMMA || (peek(p) == TOK_RPAREN && state->closer == TOK_RPAREN))
        explain_param(p, assign, "expected default value expression");
    return false;
}

/* The collected positional group becomes `args` and its defaults follow those found before. */
static bool take_positional(Parser *p, ParamState *state, ArgSeq *args)
{
    int count = (p->scratch_count - state->scratch) / 2;
    int default_count = state->defaults.count;
    Arg **items = arena_alloc(p->arena, (size_t)count * sizeof *items + 1);
    Expr **defaults = arena_alloc(p->arena, (size_t)(count + default_count) * sizeof *defaults + 1);

    if (items == NULL || defaults == NULL) {
        diag_memory(p->diag);
        return false;
    }
    for (int i = 0; i < default_count; i++)
        defaults[i] = state->defaults.items[i];
    for (int i = 0; i < count; i++) {
        items[i] = p->scratch[state->scratch + 2 * i];
        if (p->scratch[state->scratch + 2 * i + 1] != NULL)
            defaults[default_count++] = p->scratch[state->scratch + 2 * i + 1];
    }
    p->scratch_count = state->scratch;
    *args = (ArgSeq){count, count == 0 ? NULL : items};
    state->defaults = (ExprSeq){default_count, default_count == 0 ? NULL : defaults};
    return true;
}

static bool take_keyword_only(Parser *p, ParamState *state)
{
    int count = (p->scratch_count - state->scratch) / 2;
    Arg **items = arena_alloc(p->arena, (size_t)count * sizeof *items + 1);
    Expr **defaults = arena_alloc(p->arena, (size_t)count * sizeof *defaults + 1);

    if (items == NULL || defaults == NULL) {
        diag_memory(p->diag);
        return false;
    }
    for (int i = 0; i < count; i++) {
        items[i] = p->scratch[state->scratch + 2 * i];
        defaults[i] = p->scratch[state->scratch + 2 * i + 1];
    }
    p->scratch_count = state->scratch;
    state->arguments->kwonly = (ArgSeq){count, count == 0 ? NULL : items};
    state->arguments->kw_defaults = (ExprSeq){count, count == 0 ? NULL : defaults};
    return true;
}

static bool parse_slash(Parser *p, ParamState *state)
{
    SrcPos slash = start_pos(p);

    advance(p);
    if (state->star_seen)
        return explain_param(p, slash, "/ must be ahead of *");
    if (state->slash_seen)
        return explain_param(p, slash, "/ may appear only once");
    if (p->scratch_count == state->scratch)
        return explaining(p) && peek(p) == TOK_COMMA && explain_param(p, slash, "at least one argument must precede /");
    state->slash_seen = state->slash_last = true;
    if (peek(p) == TOK_STAR)
        return explain_param(p, start_pos(p), "expected comma between / and *");
    return at_param_end(p, state) && take_positional(p, state, &state->arguments->posonly);
}

static bool explain_bare_star(Parser *p, const ParamState *state, SrcPos star)
{
    if (!state->is_lambda)
        return explain_param(p, star, "named arguments must follow bare *");
    if (explaining(p))
        error_here(p, DIAG_SYNTAX_ERROR, "named arguments must follow bare *");
    return false;
}

/* After a lone '*': a parameter must follow the comma. */
static bool check_bare_star(Parser *p, ParamState *state, SrcPos star)
{
    ParserMark mark = parser_mark(p);
    TokenKind after;

    if (peek(p) == state->closer)
        return explain_bare_star(p, state, star);
    if (!accept(p, TOK_COMMA))
        return false;
    after = peek(p);
    if (after == state->closer || after == TOK_POWER)
        return explain_bare_star(p, state, star);
    parser_reset(p, mark);
    return after == TOK_NAME || after == TOK_STAR || after == TOK_SLASH;
}

static bool parse_star_param(Parser *p, ParamState *state)
{
    SrcPos star = start_pos(p);

    advance(p);
    if (state->star_seen)
        return (peek(p) == TOK_NAME || peek(p) == TOK_COMMA) &&
               explain_param(p, star, "* argument may appear only once");
    state->star_seen = true;
    if (!take_positional(p, state, &state->arguments->args))
        return false;
    if (peek(p) != TOK_NAME)
        return check_bare_star(p, state, star);
    state->arguments->vararg = parse_param(p, state, true);
    if (state->arguments->vararg == NULL)
        return false;
    if (peek(p) == TOK_ASSIGN && !(state->arguments->vararg->annotation && state->arguments->vararg->annotation->kind == EXPR_STARRED))
        return explain_param(p, start_pos(p), "var-positional argument cannot have default value");
    return true;
}

static bool parse_power_param(Parser *p, ParamState *state)
{
    ParserMark mark;

    advance(p);
    state->arguments->kwarg = parse_param(p, state, false);
    if (state->arguments->kwarg == NULL)
        return false;
    if (peek(p) == TOK_ASSIGN)
        return explain_param(p, start_pos(p), "var-keyword argument cannot have default value");
    mark = parser_mark(p);
    if (accept(p, TOK_COMMA)) {
        SrcPos next = start_pos(p);

        if (peek(p) == TOK_STAR || peek(p) == TOK_POWER || peek(p) == TOK_SLASH)
            return explain_param(p, next, "arguments cannot follow var-keyword argument");
        if (peek(p) == TOK_NAME) {
            if (explaining(p)) {
                Arg *arg = parse_param(p, state, false);

                if (arg != NULL)
                    explain_param(p, arg->pos, "arguments cannot follow var-keyword argument");
            }
            return false;
        }
        parser_reset(p, mark);
    }
    return true;
}

static bool parse_named_param(Parser *p, ParamState *state)
{
    Arg *arg = parse_param(p, state, false);
    Expr *value;

    if (arg == NULL || !parse_default(p, state, &value) || !at_param_end(p, state))
        return false;
    if (value == NULL && state->default_seen && !state->star_seen)
        return (!state->slash_seen || state->slash_last) &&
               explain_param(p, arg->pos, "non-default argument follows default argument");
    if (value != NULL && !state->star_seen)
        state->default_seen = true;
    state->slash_last = false;
    return push(p, arg) && push(p, value);
}

/* '(' name (',' name)* [','] ')' in place of a parameter, as Python 2 had it. */
static bool explain_parenthesized(Parser *p, const ParamState *state)
{
    SrcPos open = start_pos(p);

    if (!explaining(p) || state->star_seen || state->default_seen || state->slash_seen)
        return false;
    advance(p);
    while (accept(p, TOK_NAME) && accept(p, TOK_COMMA))
        ;
    if (peek(p) == TOK_RPAREN && last_token(p)->kind != TOK_LPAREN)
        error_between(p, open, start_pos(p), "%s parameters cannot be parenthesized",
                      state->is_lambda ? "Lambda expression" : "Function");
    return false;
}

/* One item without its comma. False: not one, or not here. */
static bool parse_item(Parser *p, ParamState *state)
{
    switch (peek(p)) {
    case TOK_NAME:
        return parse_named_param(p, state);
    case TOK_SLASH:
        return parse_slash(p, state);
    case TOK_STAR:
        return parse_star_param(p, state);
    case TOK_POWER:
        return parse_power_param(p, state);
    case TOK_LPAREN:
        return explain_parenthesized(p, state);
    default:
        return false;
    }
}

Arguments *parse_params(Parser *p, TokenKind closer)
{
    Arguments *arguments = parser_alloc(p, sizeof *arguments);
    ParamState state = {
        .closer = closer, .is_lambda = closer == TOK_COLON, .arguments = arguments, .scratch = p->scratch_count};

    if (arguments == NULL)
        return NULL;
    while (peek(p) != closer) {
        ParserMark mark = parser_mark(p);

        if (!parse_item(p, &state)) {
            parser_reset(p, mark); /* the caller misses its closer here */
            break;
        }
        if (arguments->kwarg != NULL) {
            accept(p, TOK_COMMA);
            break;
        }
        if (!accept(p, TOK_COMMA))
            break;
    }
    if (diag_is_set(p->diag))
        return NULL;
    if (state.star_seen ? !take_keyword_only(p, &state) : !take_positional(p, &state, &arguments->args))
        return NULL;
    arguments->defaults = state.defaults;
    return arguments;
}
