/* compiler_warn.c: the SyntaxWarnings for code that is valid and surely not meant. */
#include "compiler.h"

#include "object.h"
#include "types/str.h"

#define MISSED_COMMA "; perhaps you missed a comma?"

/* `text` with each %s replaced, at a node. */
#define WARN(c, pos, ...) \
    (diag_warn((c)->diag, false, NULL, (int)(pos).line, (int)(pos).col + 1, (int)(pos).end_line, (int)(pos).end_col + 1, __VA_ARGS__) \
         ? (void)0 : compile_no_memory(c))

/* The type an expression surely has, or NULL. */
static const char *surely_type(Compiler *c, const Expr *e)
{
    Value v = fold(c, e);
    if (v != VALUE_NULL)
        return type_of(v)->name;
    switch (e->kind) {
    case EXPR_TUPLE: return "tuple";
    case EXPR_LIST: case EXPR_LIST_COMP: return "list";
    case EXPR_DICT: case EXPR_DICT_COMP: return "dict";
    case EXPR_SET: case EXPR_SET_COMP: return "set";
    case EXPR_GENERATOR: return "generator";
    case EXPR_LAMBDA: return "function";
    case EXPR_JOINED_STR: case EXPR_FORMATTED_VALUE: return "str";
    default: return NULL;
    }
}

static bool is_literal(Compiler *c, const Expr *e)
{
    Value v = fold(c, e);
    return v != VALUE_NULL && v != VALUE_NONE && v != VALUE_TRUE && v != VALUE_FALSE && v != VALUE_ELLIPSIS;
}

/* `negated`: below a `not`, which CPython has turned round when it warns. */
static void warn_identity(Compiler *c, const Expr *e, bool negated)
{
    if (c->warned == e) { /* by the `not` above it */
        c->warned = NULL;
        return;
    }
    const Expr *left = e->compare.left;
    for (int i = 0; i < e->compare.ops.count; i++) {
        const Expr *right = e->compare.comparators.items[i];
        CmpOpKind op = (CmpOpKind)e->compare.ops.items[i];
        if ((op == CMP_OP_IS || op == CMP_OP_IS_NOT) && (is_literal(c, left) || is_literal(c, right))) {
            if ((op == CMP_OP_IS) != negated)
                WARN(c, e->pos, "\"is\" with a literal. Did you mean \"==\"?");
            else
                WARN(c, e->pos, "\"is not\" with a literal. Did you mean \"!=\"?");
            return;
        }
        left = right;
    }
}

void warn_compare(Compiler *c, const Expr *e)
{
    warn_identity(c, e, false);
}

const Expr *warn_not(Compiler *c, const Expr *e, bool *negated)
{
    const Expr *inner = e;
    for (*negated = false; inner->kind == EXPR_UNARY_OP && inner->unary_op.op == UNARY_OP_NOT; inner = inner->unary_op.operand)
        *negated = !*negated;
    if (inner == e || inner->kind != EXPR_COMPARE || inner->compare.ops.count > 1)
        return NULL;
    if (c->warned != inner)
        warn_identity(c, inner, *negated);
    c->warned = inner;
    return inner;
}

void warn_call(Compiler *c, const Expr *e)
{
    const Expr *func = e->call.func;
    const char *type = func->kind == EXPR_NAME || func->kind == EXPR_ATTRIBUTE || func->kind == EXPR_LAMBDA ? NULL : surely_type(c, func);
    if (type != NULL)
        WARN(c, e->pos, "'%s' object is not callable" MISSED_COMMA, type);
}

static bool is_any(const char *type, const char *const *types)
{
    while (*types != NULL && strcmp(type, *types) != 0)
        types++;
    return *types != NULL;
}

void warn_subscript(Compiler *c, const Expr *e)
{
    static const char *const no_container[] = { "NoneType", "ellipsis", "int", "bool", "float", "complex", "set", "frozenset",
        "generator", "function", NULL };
    static const char *const sequence[] = { "str", "bytes", "tuple", "list", NULL };
    static const char *const index[] = { "int", "bool", "slice", NULL };
    if (e->subscript.ctx != CTX_LOAD || e->subscript.value->kind == EXPR_NAME)
        return;
    const char *type = surely_type(c, e->subscript.value);
    if (type == NULL)
        return;
    if (is_any(type, no_container)) {
        WARN(c, e->pos, "'%s' object is not subscriptable" MISSED_COMMA, type);
        return;
    }
    const char *by = is_any(type, sequence) ? surely_type(c, e->subscript.slice) : NULL;
    if (by != NULL && !is_any(by, index))
        WARN(c, e->pos, "%s indices must be integers or slices, not %s" MISSED_COMMA, type, by);
}

void warn_assert(Compiler *c, const Stmt *s)
{
    const Expr *test = s->assert_stmt.test;
    if (test->kind == EXPR_TUPLE && test->tuple.elts.count > 0)
        WARN(c, s->pos, "assertion is always true, perhaps remove parentheses?");
}
