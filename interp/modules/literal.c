/* literal.c: the value of a text of literals and displays of them, from its syntax tree: no code is made, nothing of it runs. */
#include "modules.h"

#include "abstract.h"
#include "exceptions.h"
#include "source.h"
#include "complex.h"
#include "dict.h"
#include "list.h"
#include "module.h"
#include "set.h"
#include "str.h"
#include "thread.h"
#include "tuple.h"

/* As the classes of CPython's ast are called. */
static const char *const node_names[] = {
    [EXPR_BOOL_OP] = "BoolOp", [EXPR_NAMED] = "NamedExpr", [EXPR_BIN_OP] = "BinOp", [EXPR_UNARY_OP] = "UnaryOp", [EXPR_LAMBDA] = "Lambda",
    [EXPR_IF] = "IfExp", [EXPR_DICT] = "Dict", [EXPR_SET] = "Set", [EXPR_LIST_COMP] = "ListComp", [EXPR_SET_COMP] = "SetComp",
    [EXPR_DICT_COMP] = "DictComp", [EXPR_GENERATOR] = "GeneratorExp", [EXPR_AWAIT] = "Await", [EXPR_YIELD] = "Yield",
    [EXPR_YIELD_FROM] = "YieldFrom", [EXPR_COMPARE] = "Compare", [EXPR_CALL] = "Call", [EXPR_FORMATTED_VALUE] = "FormattedValue",
    [EXPR_JOINED_STR] = "JoinedStr", [EXPR_CONSTANT] = "Constant", [EXPR_ATTRIBUTE] = "Attribute", [EXPR_SUBSCRIPT] = "Subscript",
    [EXPR_STARRED] = "Starred", [EXPR_NAME] = "Name", [EXPR_LIST] = "List", [EXPR_TUPLE] = "Tuple", [EXPR_SLICE] = "Slice"};

static Value convert(const Expr *e);

static Value refuse(const Expr *e)
{
    if (!e) /* the key of {**mapping} */
        return raise_error(&exc_ValueError, "malformed node or string: None");
    return raise_error(&exc_ValueError, "malformed node or string on line %d: <ast.%s object at %p>", (int)e->pos.line, node_names[e->kind], (const void *)e);
}

/* ---- numbers ---- */

static Value number(const Expr *e)
{
    bool is_number = e->kind == EXPR_CONSTANT && e->constant.kind >= CONST_INT && e->constant.kind <= CONST_IMAGINARY;
    return is_number ? constant_new(&e->constant) : refuse(e);
}

static Value signed_number(const Expr *e)
{
    if (e->kind != EXPR_UNARY_OP || (e->unary_op.op != UNARY_OP_PLUS && e->unary_op.op != UNARY_OP_MINUS))
        return number(e);
    Value operand = number(e->unary_op.operand);
    Value result = operand ? value_unary(e->unary_op.op == UNARY_OP_PLUS ? UNARY_POS : UNARY_NEG, operand) : VALUE_NULL;
    value_release_null(operand);
    return result;
}

/* 1+2j is one number. */
static Value complex_number(const Expr *e)
{
    if (e->bin_op.op != BIN_OP_ADD && e->bin_op.op != BIN_OP_SUB)
        return refuse(e);
    Value real = signed_number(e->bin_op.left), imaginary = real ? number(e->bin_op.right) : VALUE_NULL, result = VALUE_NULL;
    if (imaginary && !value_is_exactly(real, &type_complex) && value_is_exactly(imaginary, &type_complex))
        result = value_binary(e->bin_op.op == BIN_OP_ADD ? BINARY_ADD : BINARY_SUB, real, imaginary);
    else if (imaginary)
        refuse(e);
    value_release_null(real);
    value_release_null(imaginary);
    return result;
}

/* ---- displays ---- */

static Value list_of(const ExprSeq *elts)
{
    Value list = list_new(elts->count);
    for (int i = 0; list && i < elts->count; i++) {
        Value item = convert(elts->items[i]);
        if (!item || list_append_steal(list, item) < 0)
            value_clear(&list);
    }
    return list;
}

static Value tuple_of(const ExprSeq *elts)
{
    Value list = list_of(elts), tuple = list ? tuple_from_iterable(list) : VALUE_NULL;
    value_release_null(list);
    return tuple;
}

static Value set_of(const ExprSeq *elts)
{
    Value set = set_new(&type_set, VALUE_NULL);
    for (int i = 0; set && i < elts->count; i++) {
        Value item = convert(elts->items[i]);
        if (!item || set_add(as_set(set), item) < 0)
            value_clear(&set);
        value_release_null(item);
    }
    return set;
}

static Value dict_of(const ExprSeq *keys, const ExprSeq *values)
{
    Value dict = dict_new_sized(keys->count);
    for (int i = 0; dict && i < keys->count; i++) {
        Value key = keys->items[i] ? convert(keys->items[i]) : refuse(NULL), item = key ? convert(values->items[i]) : VALUE_NULL;
        if (!item || dict_set(as_dict(dict), key, item) < 0)
            value_clear(&dict);
        value_release_null(key);
        value_release_null(item);
    }
    return dict;
}

static bool is_empty_set(const Expr *e)
{
    return e->call.func->kind == EXPR_NAME && strcmp(e->call.func->name.id, "set") == 0 && e->call.args.count == 0 && e->call.keywords.count == 0;
}

static Value convert_node(const Expr *e)
{
    switch (e->kind) {
    case EXPR_CONSTANT: return constant_new(&e->constant);
    case EXPR_TUPLE: return tuple_of(&e->tuple.elts);
    case EXPR_LIST: return list_of(&e->list.elts);
    case EXPR_SET: return set_of(&e->set.elts);
    case EXPR_DICT: return dict_of(&e->dict.keys, &e->dict.values);
    case EXPR_CALL: return is_empty_set(e) ? set_new(&type_set, VALUE_NULL) : refuse(e);
    case EXPR_BIN_OP: return complex_number(e);
    default: return signed_number(e);
    }
}

static Value convert(const Expr *e)
{
    if (thread_enter_native(" while calling a Python object") < 0)
        return VALUE_NULL;
    Value v = convert_node(e);
    thread_leave_native();
    return v;
}

/* ---- the module ---- */

static Value literal_evaluate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    size_t length;
    const char *text = source_of_str(args[0], &length);
    return text ? source_use_expression(text, length, "<unknown>", convert) : VALUE_NULL;
}

static const NativeDef functions[] = {{"evaluate", literal_evaluate, 1, 1, 0}, {0}};

Value module_literal_init(void) { return module_from_parts("_literal", functions, NULL, 0); }
