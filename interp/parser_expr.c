/* parser_expr.c: expressions from the widest (a, *b / yield) down to the primary with its trailers; atoms are
 * elsewhere. */
#include "parser_internal.h"

#include <string.h>

/* ---- binary operators ---- */

enum { PREC_NONE = 0, PREC_OR = 1, PREC_XOR, PREC_AND, PREC_SHIFT, PREC_SUM, PREC_TERM };

/* clang-format off */
static const uint8_t binary_precedence[TOK_YIELD + 1] = {
    [TOK_PIPE] = PREC_OR, [TOK_CARET] = PREC_XOR, [TOK_AMPERSAND] = PREC_AND, [TOK_LSHIFT] = PREC_SHIFT,
    [TOK_RSHIFT] = PREC_SHIFT, [TOK_PLUS] = PREC_SUM, [TOK_MINUS] = PREC_SUM, [TOK_STAR] = PREC_TERM, [TOK_AT] = PREC_TERM,
    [TOK_SLASH] = PREC_TERM, [TOK_PERCENT] = PREC_TERM, [TOK_FLOORDIV] = PREC_TERM,
};
/* clang-format on */

static Expr *parse_factor(Parser *p);

static Expr *new_binary(Parser *p, SrcPos start, Expr *left, TokenKind op, Expr *right)
{
    Expr *e = new_expr(p, EXPR_BIN_OP, start);

    if (e == NULL)
        return NULL;
    e->bin_op.left = left;
    e->bin_op.right = right;
    e->bin_op.op = (BinOpKind)(op - TOK_PLUS);
    return e;
}

static Expr *parse_await(Parser *p)
{
    SrcPos start;
    Expr *operand, *e;

    if (peek(p) != TOK_AWAIT)
        return parse_primary(p);
    start = start_pos(p);
    advance(p);
    operand = parse_primary(p);
    if (operand == NULL || (e = new_expr(p, EXPR_AWAIT, start)) == NULL)
        return NULL;
    e->await.value = operand;
    return e;
}

static Expr *parse_power(Parser *p)
{
    SrcPos start = start_pos(p);
    Expr *base = parse_await(p);
    ParserMark mark;
    Expr *exponent;

    if (base == NULL || peek(p) != TOK_POWER)
        return base;
    mark = parser_mark(p);
    advance(p);
    exponent = enter(p) ? parse_factor(p) : NULL;
    leave(p);
    if (exponent == NULL) {
        parser_reset(p, mark);
        return base;
    }
    return new_binary(p, start, base, TOK_POWER, exponent);
}

static Expr *parse_unary(Parser *p, UnaryOpKind op, Expr *(*parse_operand)(Parser *))
{
    SrcPos start = start_pos(p);
    Expr *operand, *e = NULL;

    advance(p);
    if (enter(p) && (operand = parse_operand(p)) != NULL && (e = new_expr(p, EXPR_UNARY_OP, start)) != NULL) {
        e->unary_op.op = op;
        e->unary_op.operand = operand;
    }
    leave(p);
    return e;
}

static Expr *parse_factor(Parser *p)
{
    switch (peek(p)) {
    case TOK_PLUS:
        return parse_unary(p, UNARY_OP_PLUS, parse_factor);
    case TOK_MINUS:
        return parse_unary(p, UNARY_OP_MINUS, parse_factor);
    case TOK_TILDE:
        return parse_unary(p, UNARY_OP_INVERT, parse_factor);
    default:
        return parse_power(p);
    }
}

/* Operators of at least this precedence; all are left-associative. */
static Expr *parse_binary(Parser *p, int precedence)
{
    SrcPos start = start_pos(p);
    Expr *left = parse_factor(p);

    while (left != NULL) {
        TokenKind op = peek(p);
        int op_precedence = binary_precedence[op];
        ParserMark mark;
        Expr *right;

        if (op_precedence == PREC_NONE || op_precedence < precedence)
            break;
        mark = parser_mark(p);
        advance(p);
        right = parse_binary(p, op_precedence + 1);
        if (right == NULL) {
            parser_reset(p, mark);
            break;
        }
        left = new_binary(p, start, left, op, right);
    }
    return left;
}

Expr *parse_bitwise_or(Parser *p)
{
    return parse_binary(p, PREC_OR);
}

/* ---- comparisons, not, and, or ---- */

/* Consumes the operator. */
static bool accept_comparison(Parser *p, CmpOpKind *op)
{
    TokenKind kind = peek(p);

    if (kind >= TOK_EQ && kind <= TOK_GE)
        *op = (CmpOpKind)(kind - TOK_EQ);
    else if (kind == TOK_IN)
        *op = CMP_OP_IN;
    else if (kind == TOK_IS)
        *op = CMP_OP_IS;
    else if (kind == TOK_NOT && peek_second(p) == TOK_IN)
        *op = CMP_OP_NOT_IN;
    else
        return false;
    advance(p);
    if (*op == CMP_OP_NOT_IN) {
        advance(p);
    } else if (*op == CMP_OP_IS && peek(p) == TOK_NOT) {
        advance(p);
        *op = CMP_OP_IS_NOT;
    }
    return true;
}

/* Operators and operands are pushed in turn. */
static bool take_comparison(Parser *p, int mark, Expr *e)
{
    int count = (p->scratch_count - mark) / 2;
    uint8_t *ops = arena_alloc(p->arena, (size_t)count);
    Expr **operands = arena_alloc(p->arena, (size_t)count * sizeof *operands);

    if (ops == NULL || operands == NULL) {
        diag_memory(p->diag);
        return false;
    }
    for (int i = 0; i < count; i++) {
        ops[i] = (uint8_t)(uintptr_t)p->scratch[mark + 2 * i];
        operands[i] = p->scratch[mark + 2 * i + 1];
    }
    p->scratch_count = mark;
    e->compare.ops = (CmpOpSeq){count, ops};
    e->compare.comparators = (ExprSeq){count, operands};
    return true;
}

static Expr *parse_comparison(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Expr *left = parse_bitwise_or(p);
    Expr *e;

    while (left != NULL) {
        ParserMark mark = parser_mark(p);
        CmpOpKind op;
        Expr *right;

        if (!accept_comparison(p, &op))
            break;
        right = parse_bitwise_or(p);
        if (right == NULL) {
            parser_reset(p, mark);
            break;
        }
        if (!push(p, (void *)(uintptr_t)op) || !push(p, right))
            return NULL;
    }
    if (left == NULL || p->scratch_count == scratch)
        return left;
    e = new_expr(p, EXPR_COMPARE, start);
    if (e == NULL || !take_comparison(p, scratch, e))
        return NULL;
    e->compare.left = left;
    return e;
}

static Expr *parse_inversion(Parser *p)
{
    if (peek(p) == TOK_NOT)
        return parse_unary(p, UNARY_OP_NOT, parse_inversion);
    return parse_comparison(p);
}

/* operand (separator operand)* */
static Expr *parse_bool_op(Parser *p, TokenKind separator, BoolOpKind op, Expr *(*parse_operand)(Parser *))
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Expr *first = parse_operand(p);
    Expr *e;

    if (first == NULL || peek(p) != separator)
        return first;
    if (!push(p, first))
        return NULL;
    for (;;) {
        ParserMark mark = parser_mark(p);

        if (!accept(p, separator))
            break;
        e = parse_operand(p);
        if (e == NULL) {
            parser_reset(p, mark);
            break;
        }
        if (!push(p, e))
            return NULL;
    }
    if (p->scratch_count == scratch + 1) {
        p->scratch_count = scratch;
        return first;
    }
    e = new_expr(p, EXPR_BOOL_OP, start);
    if (e == NULL || !TAKE_SEQ(p, scratch, &e->bool_op.values))
        return NULL;
    e->bool_op.op = op;
    return e;
}

static Expr *parse_conjunction(Parser *p)
{
    return parse_bool_op(p, TOK_AND, BOOL_OP_AND, parse_inversion);
}

Expr *parse_disjunction(Parser *p)
{
    return parse_bool_op(p, TOK_OR, BOOL_OP_OR, parse_conjunction);
}

/* ---- expression: conditional, lambda ---- */

Expr *parse_lambda(Parser *p)
{
    SrcPos start = start_pos(p);
    Arguments *args;
    Expr *body, *e;

    advance(p);
    args = parse_params(p, TOK_COLON);
    if (args == NULL || !accept(p, TOK_COLON))
        return NULL;
    body = parse_expression(p);
    if (body == NULL || (e = new_expr(p, EXPR_LAMBDA, start)) == NULL)
        return NULL;
    e->lambda.args = args;
    e->lambda.body = body;
    return e;
}

Expr *parse_conditional(Parser *p, SrcPos start, Expr *body)
{
    ParserMark mark = parser_mark(p);
    Expr *test, *orelse, *e;

    if (!accept(p, TOK_IF))
        return body;
    test = parse_disjunction(p);
    if (test == NULL || !accept(p, TOK_ELSE) || (orelse = parse_expression(p)) == NULL) {
        parser_reset(p, mark);
        return body;
    }
    e = new_expr(p, EXPR_IF, start);
    if (e == NULL)
        return NULL;
    e->if_exp.test = test;
    e->if_exp.body = body;
    e->if_exp.orelse = orelse;
    return e;
}

static Expr *parse_plain_expression(Parser *p)
{
    SrcPos start;
    Expr *e;

    if (peek(p) == TOK_LAMBDA)
        return parse_lambda(p);
    start = start_pos(p);
    e = parse_disjunction(p);
    return e != NULL && peek(p) == TOK_IF ? parse_conditional(p, start, e) : e;
}

Expr *parse_expression(Parser *p)
{
    Expr *e = NULL;

    if (enter(p))
        e = explaining(p) ? explain_expression(p) : parse_plain_expression(p);
    leave(p);
    return e;
}

/* ---- wider expressions ---- */

/* name := expression, once the name is known to be followed by := */
static Expr *parse_walrus(Parser *p)
{
    SrcPos start = start_pos(p);
    const char *name = accept_name(p);
    Expr *target = new_expr(p, EXPR_NAME, start);
    Expr *value, *e;

    advance(p);
    value = parse_expression(p);
    if (target == NULL || value == NULL || (e = new_expr(p, EXPR_NAMED, start)) == NULL)
        return NULL;
    target->name.id = name;
    target->name.ctx = CTX_STORE;
    e->named.target = target;
    e->named.value = value;
    return e;
}

Expr *parse_assignment_expression(Parser *p)
{
    return peek(p) == TOK_NAME && peek_second(p) == TOK_WALRUS ? parse_walrus(p) : NULL;
}

Expr *parse_named_expression(Parser *p)
{
    Expr *e;

    if (peek(p) == TOK_NAME && peek_second(p) == TOK_WALRUS)
        return parse_walrus(p);
    e = explaining(p) ? explain_named_expression(p) : parse_expression(p);
    return e != NULL && peek(p) != TOK_WALRUS ? e : NULL;
}

static Expr *new_starred(Parser *p, SrcPos start, Expr *value)
{
    Expr *e = value == NULL ? NULL : new_expr(p, EXPR_STARRED, start);

    if (e != NULL) {
        e->starred.value = value;
        e->starred.ctx = CTX_LOAD;
    }
    return e;
}

Expr *parse_starred(Parser *p)
{
    SrcPos start = start_pos(p);

    return accept(p, TOK_STAR) ? new_starred(p, start, parse_expression(p)) : NULL;
}

Expr *parse_star_named_expression(Parser *p)
{
    SrcPos start = start_pos(p);

    return accept(p, TOK_STAR) ? new_starred(p, start, parse_bitwise_or(p)) : parse_named_expression(p);
}

static Expr *parse_star_expression(Parser *p)
{
    SrcPos start = start_pos(p);

    return accept(p, TOK_STAR) ? new_starred(p, start, parse_bitwise_or(p)) : parse_expression(p);
}

bool parse_comma_list(Parser *p, Expr *(*parse_item)(Parser *))
{
    for (;;) {
        ParserMark mark = parser_mark(p);
        Expr *e = parse_item(p);

        if (e == NULL) {
            parser_reset(p, mark);
            return !diag_is_set(p->diag);
        }
        if (!push(p, e))
            return false;
        if (!accept(p, TOK_COMMA))
            return true;
    }
}

Expr *parse_tuple_of(Parser *p, Expr *(*parse_item)(Parser *))
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Expr *e = parse_item(p);

    if (e == NULL || peek(p) != TOK_COMMA)
        return e;
    advance(p);
    if (!push(p, e) || !parse_comma_list(p, parse_item) || (e = new_expr(p, EXPR_TUPLE, start)) == NULL ||
        !TAKE_SEQ(p, scratch, &e->tuple.elts))
        return NULL;
    e->tuple.ctx = CTX_LOAD;
    return e;
}

Expr *parse_star_expressions(Parser *p)
{
    return parse_tuple_of(p, parse_star_expression);
}

Expr *parse_expressions(Parser *p)
{
    return parse_tuple_of(p, parse_expression);
}

Expr *parse_yield(Parser *p)
{
    SrcPos start = start_pos(p);
    bool from;
    Expr *value, *e;

    advance(p);
    from = accept(p, TOK_FROM);
    if (from) {
        value = parse_expression(p);
        if (value == NULL)
            return NULL;
    } else {
        ParserMark mark = parser_mark(p);

        value = parse_star_expressions(p);
        if (value == NULL)
            parser_reset(p, mark);
    }
    e = new_expr(p, from ? EXPR_YIELD_FROM : EXPR_YIELD, start);
    if (e != NULL)
        e->yield.value = value;
    return e;
}

Expr *parse_yield_or_star_expressions(Parser *p)
{
    return peek(p) == TOK_YIELD ? parse_yield(p) : parse_star_expressions(p);
}

/* ---- primary: an atom and its trailers ---- */

static Expr *parse_attribute(Parser *p, SrcPos start, Expr *value)
{
    const char *name;
    Expr *e;

    advance(p);
    name = accept_name(p);
    if (name == NULL || (e = new_expr(p, EXPR_ATTRIBUTE, start)) == NULL)
        return NULL;
    e->attribute.value = value;
    e->attribute.attr = name;
    e->attribute.ctx = CTX_LOAD;
    return e;
}

static Expr *parse_call(Parser *p, SrcPos start, Expr *func)
{
    SrcPos open = start_pos(p);
    CallArgs args;
    Expr *e;

    advance(p);
    if (!parse_call_rest(p, open, &args) || (e = new_expr(p, EXPR_CALL, start)) == NULL)
        return NULL;
    e->call.func = func;
    e->call.args = args.args;
    e->call.keywords = args.keywords;
    return e;
}

static Expr *parse_subscript(Parser *p, SrcPos start, Expr *value)
{
    Expr *slice, *e;

    advance(p);
    slice = parse_slices(p);
    if (slice == NULL || !accept(p, TOK_RBRACKET) || (e = new_expr(p, EXPR_SUBSCRIPT, start)) == NULL)
        return NULL;
    e->subscript.value = value;
    e->subscript.slice = slice;
    e->subscript.ctx = CTX_LOAD;
    return e;
}

Expr *parse_primary(Parser *p)
{
    SrcPos start = start_pos(p);
    Expr *e = parse_atom(p);

    while (e != NULL) {
        ParserMark mark = parser_mark(p);
        Expr *longer;

        switch (peek(p)) {
        case TOK_DOT:
            longer = parse_attribute(p, start, e);
            break;
        case TOK_LPAREN:
            longer = parse_call(p, start, e);
            break;
        case TOK_LBRACKET:
            longer = parse_subscript(p, start, e);
            break;
        default:
            return e;
        }
        if (longer == NULL) {
            parser_reset(p, mark);
            break;
        }
        e = longer;
    }
    return e;
}
