/* parser_target.c: what may stand left of =, after for, as, del; a target is parsed as an expression and then judged.
 */
#include "parser_internal.h"

static bool all_star_targets(const ExprSeq *elts)
{
    for (int i = 0; i < elts->count; i++)
        if (!is_star_target(elts->items[i]))
            return false;
    return true;
}

bool is_star_target(const Expr *e)
{
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT:
        return true;
    case EXPR_STARRED:
        return e->starred.value->kind != EXPR_STARRED && is_star_target(e->starred.value);
    case EXPR_LIST:
        return all_star_targets(&e->list.elts);
    case EXPR_TUPLE:
        return all_star_targets(&e->tuple.elts);
    default:
        return false;
    }
}

bool is_single_target(const Expr *e)
{
    return e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_SUBSCRIPT;
}

static bool is_del_target(const Expr *e)
{
    const ExprSeq *elts = e->kind == EXPR_LIST ? &e->list.elts : &e->tuple.elts;

    if (e->kind != EXPR_LIST && e->kind != EXPR_TUPLE)
        return is_single_target(e);
    for (int i = 0; i < elts->count; i++)
        if (!is_del_target(elts->items[i]))
            return false;
    return true;
}

static void set_contexts(const ExprSeq *elts, ExprContext ctx)
{
    for (int i = 0; i < elts->count; i++)
        set_context(elts->items[i], ctx);
}

void set_context(Expr *e, ExprContext ctx)
{
    switch (e->kind) {
    case EXPR_NAME:
        e->name.ctx = ctx;
        break;
    case EXPR_ATTRIBUTE:
        e->attribute.ctx = ctx;
        break;
    case EXPR_SUBSCRIPT:
        e->subscript.ctx = ctx;
        break;
    case EXPR_STARRED:
        e->starred.ctx = ctx;
        set_context(e->starred.value, ctx);
        break;
    case EXPR_LIST:
        e->list.ctx = ctx;
        set_contexts(&e->list.elts, ctx);
        break;
    case EXPR_TUPLE:
        e->tuple.ctx = ctx;
        set_contexts(&e->tuple.elts, ctx);
        break;
    default:
        break;
    }
}

Expr *parse_star_target(Parser *p)
{
    SrcPos start = start_pos(p);
    Expr *e, *value;

    if (!accept(p, TOK_STAR)) {
        e = parse_primary(p);
        return e != NULL && is_star_target(e) ? e : NULL;
    }
    value = peek(p) == TOK_STAR ? NULL : parse_primary(p);
    if (value == NULL || !is_star_target(value) || (e = new_expr(p, EXPR_STARRED, start)) == NULL)
        return NULL;
    e->starred.value = value;
    e->starred.ctx = CTX_LOAD;
    return e;
}

Expr *parse_star_targets(Parser *p)
{
    return parse_tuple_of(p, parse_star_target);
}

static Expr *parse_del_target(Parser *p)
{
    Expr *e = parse_primary(p);

    return e != NULL && is_del_target(e) ? e : NULL;
}

bool parse_del_targets(Parser *p, ExprSeq *targets)
{
    int scratch = p->scratch_count;

    if (!parse_comma_list(p, parse_del_target) || !TAKE_SEQ(p, scratch, targets))
        return false;
    set_contexts(targets, CTX_DEL);
    return targets->count > 0;
}

static Expr *find_invalid_element(const ExprSeq *elts, TargetKind kind)
{
    for (int i = 0; i < elts->count; i++) {
        Expr *invalid = find_invalid_target(elts->items[i], kind);

        if (invalid != NULL)
            return invalid;
    }
    return NULL;
}

Expr *find_invalid_target(Expr *e, TargetKind kind)
{
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT:
        return NULL;
    case EXPR_LIST:
        return find_invalid_element(&e->list.elts, kind);
    case EXPR_TUPLE:
        return find_invalid_element(&e->tuple.elts, kind);
    case EXPR_STARRED:
        return kind == TARGET_DEL ? e : find_invalid_target(e->starred.value, kind);
    case EXPR_COMPARE:
        /* "a in b" of "for a in b" was read as one comparison. */
        if (kind != TARGET_FOR)
            return e;
        return e->compare.ops.items[0] == CMP_OP_IN ? find_invalid_target(e->compare.left, kind) : NULL;
    default:
        return e;
    }
}

static const char *constant_kind_name(ConstKind kind)
{
    switch (kind) {
    case CONST_NONE:
        return "None";
    case CONST_TRUE:
        return "True";
    case CONST_FALSE:
        return "False";
    case CONST_ELLIPSIS:
        return "ellipsis";
    default:
        return "literal";
    }
}

const char *expr_kind_name(const Expr *e)
{
    /* clang-format off */
    static const char *const names[] = {
        [EXPR_BOOL_OP] = "expression", [EXPR_NAMED] = "named expression", [EXPR_BIN_OP] = "expression",
        [EXPR_UNARY_OP] = "expression", [EXPR_LAMBDA] = "lambda", [EXPR_IF] = "conditional expression",
        [EXPR_DICT] = "dict literal", [EXPR_SET] = "set display", [EXPR_LIST_COMP] = "list comprehension",
        [EXPR_SET_COMP] = "set comprehension", [EXPR_DICT_COMP] = "dict comprehension",
        [EXPR_GENERATOR] = "generator expression", [EXPR_AWAIT] = "await expression", [EXPR_YIELD] = "yield expression",
        [EXPR_YIELD_FROM] = "yield expression", [EXPR_COMPARE] = "comparison", [EXPR_CALL] = "function call",
        [EXPR_FORMATTED_VALUE] = "f-string expression", [EXPR_JOINED_STR] = "f-string expression",
        [EXPR_CONSTANT] = "literal", [EXPR_ATTRIBUTE] = "attribute", [EXPR_SUBSCRIPT] = "subscript",
        [EXPR_STARRED] = "starred", [EXPR_NAME] = "name", [EXPR_LIST] = "list", [EXPR_TUPLE] = "tuple",
        [EXPR_SLICE] = "slice",
    };
    /* clang-format on */

    return e->kind == EXPR_CONSTANT ? constant_kind_name(e->constant.kind) : names[e->kind];
}
