/* expr_text.c: an expression as text again, in the one form CPython gives it: what `from __future__ import annotations` keeps of an annotation.
 * (Python/ast_unparse.c says which form; a part is put in parentheses when it binds less than its place asks for.) */
#include "compiler.h"

#include "abstract.h"
#include "types/str.h"

#include <string.h>

enum Level { LEVEL_TUPLE, LEVEL_TEST, LEVEL_OR, LEVEL_AND, LEVEL_NOT, LEVEL_CMP, LEVEL_BOR, LEVEL_BXOR, LEVEL_BAND, LEVEL_SHIFT, LEVEL_ARITH, LEVEL_TERM,
             LEVEL_FACTOR, LEVEL_POWER, LEVEL_AWAIT, LEVEL_ATOM };
enum { LEVEL_EXPR = LEVEL_BOR, DEPTH_MAX = 2000 };

/* Grows in the arena: who gives up in the middle has nothing to release. Lone surrogates are three bytes each, as in the tree. */
typedef struct Text {
    Compiler *c;
    char *bytes;
    size_t length, capacity;
    int depth;
} Text;

static void put_expr(Text *t, const Expr *e, int level);

static void put_bytes(Text *t, const char *bytes, size_t length)
{
    if (t->length + length >= t->capacity) { /* with room from the first, empty text on */
        t->capacity = (t->length + length) * 2 + 64;
        char *larger = compile_alloc(t->c, t->capacity);
        if (t->length)
            memcpy(larger, t->bytes, t->length);
        t->bytes = larger;
    }
    memcpy(t->bytes + t->length, bytes, length);
    t->length += length;
}

static void put(Text *t, const char *text) { put_bytes(t, text, strlen(text)); }

static void put_if(Text *t, bool condition, const char *text)
{
    if (condition)
        put(t, text);
}

static void put_sequence(Text *t, ExprSeq elts, int level)
{
    for (int i = 0; i < elts.count; i++) {
        put_if(t, i > 0, ", ");
        put_expr(t, elts.items[i], level);
    }
}

/* ---- operators ---- */

static void put_bool_op(Text *t, const Expr *e, int level)
{
    int own = e->bool_op.op == BOOL_OP_AND ? LEVEL_AND : LEVEL_OR;
    put_if(t, level > own, "(");
    for (int i = 0; i < e->bool_op.values.count; i++) {
        put_if(t, i > 0, own == LEVEL_AND ? " and " : " or ");
        put_expr(t, e->bool_op.values.items[i], own + 1);
    }
    put_if(t, level > own, ")");
}

static void put_bin_op(Text *t, const Expr *e, int level)
{
    static const struct {
        const char *text;
        int level;
    } operators[] = {
        [BIN_OP_ADD] = {" + ", LEVEL_ARITH}, [BIN_OP_SUB] = {" - ", LEVEL_ARITH}, [BIN_OP_MULT] = {" * ", LEVEL_TERM}, [BIN_OP_MATMULT] = {" @ ", LEVEL_TERM},
        [BIN_OP_DIV] = {" / ", LEVEL_TERM}, [BIN_OP_MOD] = {" % ", LEVEL_TERM}, [BIN_OP_POW] = {" ** ", LEVEL_POWER}, [BIN_OP_LSHIFT] = {" << ", LEVEL_SHIFT},
        [BIN_OP_RSHIFT] = {" >> ", LEVEL_SHIFT}, [BIN_OP_BITOR] = {" | ", LEVEL_BOR}, [BIN_OP_BITXOR] = {" ^ ", LEVEL_BXOR},
        [BIN_OP_BITAND] = {" & ", LEVEL_BAND}, [BIN_OP_FLOORDIV] = {" // ", LEVEL_TERM}};
    int own = operators[e->bin_op.op].level;
    bool from_right = e->bin_op.op == BIN_OP_POW;
    put_if(t, level > own, "(");
    put_expr(t, e->bin_op.left, own + from_right);
    put(t, operators[e->bin_op.op].text);
    put_expr(t, e->bin_op.right, own + !from_right);
    put_if(t, level > own, ")");
}

static void put_unary_op(Text *t, const Expr *e, int level)
{
    static const char *const operators[] = {[UNARY_OP_INVERT] = "~", [UNARY_OP_NOT] = "not ", [UNARY_OP_PLUS] = "+", [UNARY_OP_MINUS] = "-"};
    int own = e->unary_op.op == UNARY_OP_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    put_if(t, level > own, "(");
    put(t, operators[e->unary_op.op]);
    put_expr(t, e->unary_op.operand, own);
    put_if(t, level > own, ")");
}

static void put_compare(Text *t, const Expr *e, int level)
{
    static const char *const operators[] = {
        [CMP_OP_EQ] = " == ", [CMP_OP_NE] = " != ", [CMP_OP_LT] = " < ", [CMP_OP_LE] = " <= ", [CMP_OP_GT] = " > ", [CMP_OP_GE] = " >= ",
        [CMP_OP_IS] = " is ", [CMP_OP_IS_NOT] = " is not ", [CMP_OP_IN] = " in ", [CMP_OP_NOT_IN] = " not in "};
    put_if(t, level > LEVEL_CMP, "(");
    put_expr(t, e->compare.left, LEVEL_CMP + 1);
    for (int i = 0; i < e->compare.ops.count; i++) {
        put(t, operators[e->compare.ops.items[i]]);
        put_expr(t, e->compare.comparators.items[i], LEVEL_CMP + 1);
    }
    put_if(t, level > LEVEL_CMP, ")");
}

static void put_if_exp(Text *t, const Expr *e, int level)
{
    put_if(t, level > LEVEL_TEST, "(");
    put_expr(t, e->if_exp.body, LEVEL_TEST + 1);
    put(t, " if ");
    put_expr(t, e->if_exp.test, LEVEL_TEST + 1);
    put(t, " else ");
    put_expr(t, e->if_exp.orelse, LEVEL_TEST);
    put_if(t, level > LEVEL_TEST, ")");
}

/* ---- lambda ---- */

static void put_parameter(Text *t, const Arg *arg, const Expr *value, bool first)
{
    put_if(t, !first, ", ");
    put(t, arg->name);
    if (value) {
        put(t, "=");
        put_expr(t, value, LEVEL_TEST);
    }
}

static void put_parameters(Text *t, const Arguments *args)
{
    int posonly = args->posonly.count, positional = posonly + args->args.count;
    bool first = true;
    for (int i = 0; i < positional; i++, first = false) {
        int from_default = i - positional + args->defaults.count;
        put_parameter(t, i < posonly ? args->posonly.items[i] : args->args.items[i - posonly], from_default >= 0 ? args->defaults.items[from_default] : NULL, first);
        put_if(t, i + 1 == posonly, ", /");
    }
    if (args->vararg || args->kwonly.count) {
        put_if(t, !first, ", ");
        put(t, "*");
        put_if(t, args->vararg != NULL, args->vararg ? args->vararg->name : "");
        first = false;
    }
    for (int i = 0; i < args->kwonly.count; i++, first = false)
        put_parameter(t, args->kwonly.items[i], args->kw_defaults.items[i], first);
    if (args->kwarg) {
        put_if(t, !first, ", ");
        put(t, "**");
        put(t, args->kwarg->name);
    }
}

static void put_lambda(Text *t, const Expr *e, int level)
{
    const Arguments *args = e->lambda.args;
    put_if(t, level > LEVEL_TEST, "(");
    put(t, args->posonly.count + args->args.count ? "lambda " : "lambda");
    put_parameters(t, args);
    put(t, ": ");
    put_expr(t, e->lambda.body, LEVEL_TEST);
    put_if(t, level > LEVEL_TEST, ")");
}

/* ---- displays and comprehensions ---- */

static void put_dict(Text *t, const Expr *e)
{
    put(t, "{");
    for (int i = 0; i < e->dict.values.count; i++) {
        const Expr *key = e->dict.keys.items[i];
        put_if(t, i > 0, ", ");
        if (key)
            put_expr(t, key, LEVEL_TEST);
        put(t, key ? ": " : "**");
        put_expr(t, e->dict.values.items[i], key ? LEVEL_TEST : LEVEL_EXPR);
    }
    put(t, "}");
}

static void put_tuple(Text *t, ExprSeq elts, int level)
{
    bool wrapped = level > LEVEL_TUPLE || elts.count == 0;
    put_if(t, wrapped, "(");
    put_sequence(t, elts, LEVEL_TEST);
    put_if(t, elts.count == 1, ",");
    put_if(t, wrapped, ")");
}

static void put_generators(Text *t, ComprehensionSeq generators)
{
    for (int i = 0; i < generators.count; i++) {
        const Comprehension *each = generators.items[i];
        put(t, each->is_async ? " async for " : " for ");
        put_expr(t, each->target, LEVEL_TUPLE);
        put(t, " in ");
        put_expr(t, each->iter, LEVEL_TEST + 1);
        for (int k = 0; k < each->ifs.count; k++) {
            put(t, " if ");
            put_expr(t, each->ifs.items[k], LEVEL_TEST + 1);
        }
    }
}

static void put_comprehension(Text *t, const Expr *e)
{
    char open[2] = {e->kind == EXPR_LIST_COMP ? '[' : e->kind == EXPR_GENERATOR ? '(' : '{', 0}, close[2] = {*open == '[' ? ']' : *open == '(' ? ')' : '}', 0};
    put(t, open);
    if (e->kind == EXPR_DICT_COMP) {
        put_expr(t, e->dict_comp.key, LEVEL_TEST);
        put(t, ": ");
        put_expr(t, e->dict_comp.value, LEVEL_TEST);
        put_generators(t, e->dict_comp.generators);
    } else {
        put_expr(t, e->comp.elt, LEVEL_TEST);
        put_generators(t, e->comp.generators);
    }
    put(t, close);
}

/* ---- constants and f-strings ---- */

static const char *repr_of(Compiler *c, Value v)
{
    Value text = value_repr(v);
    if (!text)
        compile_no_memory(c);
    const char *bytes = str_utf8(pool_add_steal(c, text), NULL);
    if (!bytes)
        compile_no_memory(c);
    return bytes;
}

static void put_constant(Text *t, const Constant *constant)
{
    if (constant->kind == CONST_ELLIPSIS) {
        put(t, "...");
        return;
    }
    put_if(t, constant->kind == CONST_STR && constant->text.u_prefix, "u");
    const char *at = repr_of(t->c, constant_value(t->c, constant)), *inf;
    bool real = constant->kind == CONST_FLOAT || constant->kind == CONST_IMAGINARY;
    for (; real && (inf = strstr(at, "inf")) != NULL; at = inf + 3) { /* infinity has no literal: a number that is too large stands for it */
        put_bytes(t, at, (size_t)(inf - at));
        put(t, "1e309");
    }
    put(t, at);
}

static void put_fstring_parts(Text *t, ExprSeq parts);

/* {value!r:spec}; a value that begins with a brace is kept apart from the one that opens. */
static void put_formatted(Text *t, const Expr *e)
{
    put(t, "{");
    Text value = {.c = t->c, .depth = t->depth};
    put_expr(&value, e->formatted.value, LEVEL_TEST + 1);
    put_if(t, value.length && value.bytes[0] == '{', " ");
    put_bytes(t, value.bytes, value.length);
    if (e->formatted.conversion > 0) {
        char conversion[3] = {'!', (char)e->formatted.conversion, 0};
        put(t, conversion);
    }
    if (e->formatted.format_spec) {
        put(t, ":");
        put_fstring_parts(t, e->formatted.format_spec->joined_str.values);
    }
    put(t, "}");
}

static void put_fstring_parts(Text *t, ExprSeq parts)
{
    for (int i = 0; i < parts.count; i++) {
        const Expr *part = parts.items[i];
        if (part->kind == EXPR_FORMATTED_VALUE) {
            put_formatted(t, part);
            continue;
        }
        if (part->kind == EXPR_JOINED_STR) {
            put_fstring_parts(t, part->joined_str.values);
            continue;
        }
        const char *bytes = part->constant.text.bytes;
        for (size_t k = 0; k < part->constant.text.length; k++) {
            put_bytes(t, &bytes[k], 1);
            if (bytes[k] == '{' || bytes[k] == '}')
                put_bytes(t, &bytes[k], 1);
        }
    }
}

static void put_fstring(Text *t, ExprSeq parts)
{
    Text body = {.c = t->c, .depth = t->depth};
    put_fstring_parts(&body, parts);
    put(t, "f");
    put(t, repr_of(t->c, constant_str(t->c, body.length ? body.bytes : "", body.length)));
}

/* ---- what is asked of a value ---- */

static void put_call(Text *t, const Expr *e)
{
    ExprSeq args = e->call.args;
    KeywordSeq keywords = e->call.keywords;
    put_expr(t, e->call.func, LEVEL_ATOM);
    if (args.count == 1 && keywords.count == 0 && args.items[0]->kind == EXPR_GENERATOR) {
        put_expr(t, args.items[0], LEVEL_TUPLE);
        return;
    }
    put(t, "(");
    put_sequence(t, args, LEVEL_TEST);
    for (int i = 0; i < keywords.count; i++) {
        put_if(t, i > 0 || args.count > 0, ", ");
        put(t, keywords.items[i]->arg ? keywords.items[i]->arg : "**");
        put_if(t, keywords.items[i]->arg != NULL, "=");
        put_expr(t, keywords.items[i]->value, LEVEL_TEST);
    }
    put(t, ")");
}

static void put_attribute(Text *t, const Expr *e)
{
    const Expr *value = e->attribute.value;
    put_expr(t, value, LEVEL_ATOM);
    bool number = value->kind == EXPR_CONSTANT && (value->constant.kind == CONST_INT || value->constant.kind == CONST_BIG_INT);
    put(t, number ? " ." : ".");
    put(t, e->attribute.attr);
}

static void put_slice(Text *t, const Expr *e)
{
    if (e->slice.lower)
        put_expr(t, e->slice.lower, LEVEL_TEST);
    put(t, ":");
    if (e->slice.upper)
        put_expr(t, e->slice.upper, LEVEL_TEST);
    if (e->slice.step) {
        put(t, ":");
        put_expr(t, e->slice.step, LEVEL_TEST);
    }
}

static void put_yield(Text *t, const Expr *e)
{
    put(t, e->kind == EXPR_YIELD ? "(yield" : "(yield from ");
    if (e->yield.value) {
        put_if(t, e->kind == EXPR_YIELD, " ");
        put_expr(t, e->yield.value, LEVEL_TEST);
    }
    put(t, ")");
}

static void put_await(Text *t, const Expr *e, int level)
{
    put_if(t, level > LEVEL_AWAIT, "(");
    put(t, "await ");
    put_expr(t, e->await.value, LEVEL_ATOM);
    put_if(t, level > LEVEL_AWAIT, ")");
}

static void put_named(Text *t, const Expr *e, int level)
{
    put_if(t, level > LEVEL_TUPLE, "(");
    put_expr(t, e->named.target, LEVEL_ATOM);
    put(t, " := ");
    put_expr(t, e->named.value, LEVEL_ATOM);
    put_if(t, level > LEVEL_TUPLE, ")");
}

static void put_by_kind(Text *t, const Expr *e, int level)
{
    switch (e->kind) {
    case EXPR_BOOL_OP: put_bool_op(t, e, level); break;
    case EXPR_NAMED: put_named(t, e, level); break;
    case EXPR_BIN_OP: put_bin_op(t, e, level); break;
    case EXPR_UNARY_OP: put_unary_op(t, e, level); break;
    case EXPR_LAMBDA: put_lambda(t, e, level); break;
    case EXPR_IF: put_if_exp(t, e, level); break;
    case EXPR_DICT: put_dict(t, e); break;
    case EXPR_SET:
        put(t, "{");
        put_sequence(t, e->set.elts, LEVEL_TEST);
        put(t, "}");
        break;
    case EXPR_LIST_COMP: case EXPR_SET_COMP: case EXPR_DICT_COMP: case EXPR_GENERATOR: put_comprehension(t, e); break;
    case EXPR_AWAIT: put_await(t, e, level); break;
    case EXPR_YIELD: case EXPR_YIELD_FROM: put_yield(t, e); break;
    case EXPR_COMPARE: put_compare(t, e, level); break;
    case EXPR_CALL: put_call(t, e); break;
    case EXPR_FORMATTED_VALUE: put_formatted(t, e); break;
    case EXPR_JOINED_STR: put_fstring(t, e->joined_str.values); break;
    case EXPR_CONSTANT: put_constant(t, &e->constant); break;
    case EXPR_ATTRIBUTE: put_attribute(t, e); break;
    case EXPR_SUBSCRIPT:
        put_expr(t, e->subscript.value, LEVEL_ATOM);
        put(t, "[");
        put_expr(t, e->subscript.slice, LEVEL_TUPLE);
        put(t, "]");
        break;
    case EXPR_STARRED:
        put(t, "*");
        put_expr(t, e->starred.value, LEVEL_EXPR);
        break;
    case EXPR_NAME: put(t, e->name.id); break;
    case EXPR_LIST:
        put(t, "[");
        put_sequence(t, e->list.elts, LEVEL_TEST);
        put(t, "]");
        break;
    case EXPR_TUPLE: put_tuple(t, e->tuple.elts, level); break;
    case EXPR_SLICE: put_slice(t, e); break;
    }
}

static void put_expr(Text *t, const Expr *e, int level)
{
    if (++t->depth > DEPTH_MAX)
        compile_error(t->c, e->pos, "annotation is nested too deeply");
    put_by_kind(t, e, level);
    t->depth--;
}

Value expr_text(Compiler *c, const Expr *e)
{
    Text t = {.c = c};
    put_expr(&t, e, LEVEL_TEST);
    return constant_str(c, t.bytes, t.length);
}
