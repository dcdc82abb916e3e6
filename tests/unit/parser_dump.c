/* parser_dump.c: development tool: prints the syntax trees of files in the form that tests/parser/oracle.py prints
 * CPython's.
 *
 *   parser_dump [--mode exec|eval|single] [--print] FILE...     "-" is standard input
 *
 * Per file: a line "== FILE", then the tree on one line, or "ERROR kind|line|offset|end_line|end_offset|message".
 * --print shows errors as the interpreter does; --time parses and prints only the seconds.
 */
#include "ast.h"
#include "parser.h"

#include "mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void put_expr(const Expr *e);
static void put_stmt(const Stmt *s);
static void put_pattern(const Pattern *p);

static void put_pos(SrcPos pos)
{
    printf("@%u:%u-%u:%u", pos.line, pos.col, pos.end_line, pos.end_col);
}

static void open_node(const char *name, const SrcPos *pos)
{
    fputs(name, stdout);
    if (pos != NULL)
        put_pos(*pos);
    putchar('(');
}

static void put_name(const char *name)
{
    printf("%s ", name == NULL ? "None" : name);
}

static void put_exprs(const ExprSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++)
        put_expr(seq->items[i]);
    fputs("] ", stdout);
}

static void put_stmts(const StmtSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++)
        put_stmt(seq->items[i]);
    fputs("] ", stdout);
}

static void put_patterns(const PatternSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++)
        put_pattern(seq->items[i]);
    fputs("] ", stdout);
}

static void put_names(const NameSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++)
        put_name(seq->items[i]);
    fputs("] ", stdout);
}

static void put_context(ExprContext ctx)
{
    static const char *const names[] = {"Load", "Store", "Del"};

    put_name(names[ctx]);
}

static const char *bin_op_name(BinOpKind op)
{
    static const char *const names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                        "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};

    return names[op];
}

static void put_bytes(char kind, const char *bytes, size_t length)
{
    putchar(kind);
    putchar('"');
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];

        if (c >= ' ' && c < 0x7F && c != '"' && c != '\\')
            putchar(c);
        else
            printf("\\%02x", c);
    }
    fputs("\" ", stdout);
}

static void put_constant(const Constant *c)
{
    switch (c->kind) {
    case CONST_NONE:
    case CONST_TRUE:
    case CONST_FALSE:
    case CONST_ELLIPSIS: {
        static const char *const names[] = {"None", "True", "False", "Ellipsis"};
        put_name(names[c->kind]);
        break;
    }
    case CONST_INT:
        printf("%lld ", (long long)c->integer);
        break;
    case CONST_BIG_INT:
        fputs("BIG ", stdout);
        break;
    case CONST_FLOAT:
        printf("F%.17g ", c->real);
        break;
    case CONST_IMAGINARY:
        printf("J%.17g ", c->real);
        break;
    case CONST_STR:
        put_bytes('s', c->text.bytes, c->text.length);
        break;
    case CONST_BYTES:
        put_bytes('b', c->text.bytes, c->text.length);
        break;
    }
}

static void put_arg(const Arg *arg)
{
    if (arg == NULL) {
        put_name(NULL);
        return;
    }
    open_node("arg", &arg->pos);
    put_name(arg->name);
    put_expr(arg->annotation);
    putchar(')');
}

static void put_args(const ArgSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++)
        put_arg(seq->items[i]);
    fputs("] ", stdout);
}

static void put_arguments(const Arguments *a)
{
    open_node("arguments", NULL);
    put_args(&a->posonly);
    put_args(&a->args);
    put_arg(a->vararg);
    put_args(&a->kwonly);
    put_exprs(&a->kw_defaults);
    put_arg(a->kwarg);
    put_exprs(&a->defaults);
    putchar(')');
}

static void put_keywords(const KeywordSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++) {
        open_node("keyword", &seq->items[i]->pos);
        put_name(seq->items[i]->arg);
        put_expr(seq->items[i]->value);
        putchar(')');
    }
    fputs("] ", stdout);
}

static void put_generators(const ComprehensionSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++) {
        open_node("comprehension", NULL);
        put_expr(seq->items[i]->target);
        put_expr(seq->items[i]->iter);
        put_exprs(&seq->items[i]->ifs);
        printf("%d )", seq->items[i]->is_async);
    }
    fputs("] ", stdout);
}

static void put_compare(const Expr *e)
{
    static const char *const names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

    put_expr(e->compare.left);
    putchar('[');
    for (int i = 0; i < e->compare.ops.count; i++)
        put_name(names[e->compare.ops.items[i]]);
    fputs("] ", stdout);
    put_exprs(&e->compare.comparators);
}

static void put_expr_fields(const Expr *e)
{
    static const char *const unary[] = {"Invert", "Not", "UAdd", "USub"};

    switch (e->kind) {
    case EXPR_BOOL_OP:
        put_name(e->bool_op.op == BOOL_OP_AND ? "And" : "Or");
        put_exprs(&e->bool_op.values);
        break;
    case EXPR_NAMED:
        put_expr(e->named.target);
        put_expr(e->named.value);
        break;
    case EXPR_BIN_OP:
        put_expr(e->bin_op.left);
        put_name(bin_op_name(e->bin_op.op));
        put_expr(e->bin_op.right);
        break;
    case EXPR_UNARY_OP:
        put_name(unary[e->unary_op.op]);
        put_expr(e->unary_op.operand);
        break;
    case EXPR_LAMBDA:
        put_arguments(e->lambda.args);
        put_expr(e->lambda.body);
        break;
    case EXPR_IF:
        put_expr(e->if_exp.test);
        put_expr(e->if_exp.body);
        put_expr(e->if_exp.orelse);
        break;
    case EXPR_DICT:
        put_exprs(&e->dict.keys);
        put_exprs(&e->dict.values);
        break;
    case EXPR_SET:
        put_exprs(&e->set.elts);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR:
        put_expr(e->comp.elt);
        put_generators(&e->comp.generators);
        break;
    case EXPR_DICT_COMP:
        put_expr(e->dict_comp.key);
        put_expr(e->dict_comp.value);
        put_generators(&e->dict_comp.generators);
        break;
    case EXPR_AWAIT:
        put_expr(e->await.value);
        break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        put_expr(e->yield.value);
        break;
    case EXPR_COMPARE:
        put_compare(e);
        break;
    case EXPR_CALL:
        put_expr(e->call.func);
        put_exprs(&e->call.args);
        put_keywords(&e->call.keywords);
        break;
    case EXPR_FORMATTED_VALUE:
        put_expr(e->formatted.value);
        printf("%d ", e->formatted.conversion);
        put_expr(e->formatted.format_spec);
        break;
    case EXPR_JOINED_STR:
        put_exprs(&e->joined_str.values);
        break;
    case EXPR_CONSTANT:
        put_constant(&e->constant);
        break;
    case EXPR_ATTRIBUTE:
        put_expr(e->attribute.value);
        put_name(e->attribute.attr);
        put_context(e->attribute.ctx);
        break;
    case EXPR_SUBSCRIPT:
        put_expr(e->subscript.value);
        put_expr(e->subscript.slice);
        put_context(e->subscript.ctx);
        break;
    case EXPR_STARRED:
        put_expr(e->starred.value);
        put_context(e->starred.ctx);
        break;
    case EXPR_NAME:
        put_name(e->name.id);
        put_context(e->name.ctx);
        break;
    case EXPR_LIST:
        put_exprs(&e->list.elts);
        put_context(e->list.ctx);
        break;
    case EXPR_TUPLE:
        put_exprs(&e->tuple.elts);
        put_context(e->tuple.ctx);
        break;
    case EXPR_SLICE:
        put_expr(e->slice.lower);
        put_expr(e->slice.upper);
        put_expr(e->slice.step);
        break;
    }
}

static void put_expr(const Expr *e)
{
    static const char *const names[] = {
        "BoolOp",    "NamedExpr", "BinOp",   "UnaryOp",        "Lambda",       "IfExp",    "Dict",
        "Set",       "ListComp",  "SetComp", "DictComp",       "GeneratorExp", "Await",    "Yield",
        "YieldFrom", "Compare",   "Call",    "FormattedValue", "JoinedStr",    "Constant", "Attribute",
        "Subscript", "Starred",   "Name",    "List",           "Tuple",        "Slice",
    };

    if (e == NULL) {
        put_name(NULL);
        return;
    }
    open_node(names[e->kind], &e->pos);
    put_expr_fields(e);
    putchar(')');
}

static void put_pattern_fields(const Pattern *p)
{
    static const char *const singletons[] = {"None", "True", "False"};

    switch (p->kind) {
    case PATTERN_VALUE:
        put_expr(p->value.value);
        break;
    case PATTERN_SINGLETON:
        put_name(singletons[p->singleton.value]);
        break;
    case PATTERN_SEQUENCE:
        put_patterns(&p->sequence.patterns);
        break;
    case PATTERN_MAPPING:
        put_exprs(&p->mapping.keys);
        put_patterns(&p->mapping.patterns);
        put_name(p->mapping.rest);
        break;
    case PATTERN_CLASS:
        put_expr(p->cls.cls);
        put_patterns(&p->cls.patterns);
        put_names(&p->cls.kwd_attrs);
        put_patterns(&p->cls.kwd_patterns);
        break;
    case PATTERN_STAR:
        put_name(p->star.name);
        break;
    case PATTERN_AS:
        put_pattern(p->as.pattern);
        put_name(p->as.name);
        break;
    case PATTERN_OR:
        put_patterns(&p->or.patterns);
        break;
    }
}

static void put_pattern(const Pattern *p)
{
    static const char *const names[] = {"MatchValue", "MatchSingleton", "MatchSequence", "MatchMapping",
                                        "MatchClass", "MatchStar",      "MatchAs",       "MatchOr"};

    if (p == NULL) {
        put_name(NULL);
        return;
    }
    open_node(names[p->kind], &p->pos);
    put_pattern_fields(p);
    putchar(')');
}

static void put_aliases(const AliasSeq *seq)
{
    putchar('[');
    for (int i = 0; i < seq->count; i++) {
        open_node("alias", &seq->items[i]->pos);
        put_name(seq->items[i]->name);
        put_name(seq->items[i]->asname);
        putchar(')');
    }
    fputs("] ", stdout);
}

static void put_try(const Stmt *s)
{
    put_stmts(&s->try_stmt.body);
    putchar('[');
    for (int i = 0; i < s->try_stmt.handlers.count; i++) {
        const ExceptHandler *handler = s->try_stmt.handlers.items[i];

        open_node("ExceptHandler", &handler->pos);
        put_expr(handler->type);
        put_name(handler->name);
        put_stmts(&handler->body);
        putchar(')');
    }
    fputs("] ", stdout);
    put_stmts(&s->try_stmt.orelse);
    put_stmts(&s->try_stmt.finalbody);
}

static void put_with(const Stmt *s)
{
    putchar('[');
    for (int i = 0; i < s->with.items.count; i++) {
        open_node("withitem", NULL);
        put_expr(s->with.items.items[i]->context_expr);
        put_expr(s->with.items.items[i]->optional_vars);
        putchar(')');
    }
    fputs("] ", stdout);
    put_stmts(&s->with.body);
}

static void put_match(const Stmt *s)
{
    put_expr(s->match.subject);
    putchar('[');
    for (int i = 0; i < s->match.cases.count; i++) {
        open_node("match_case", NULL);
        put_pattern(s->match.cases.items[i]->pattern);
        put_expr(s->match.cases.items[i]->guard);
        put_stmts(&s->match.cases.items[i]->body);
        putchar(')');
    }
    fputs("] ", stdout);
}

static void put_stmt_fields(const Stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        put_name(s->function.name);
        put_arguments(s->function.args);
        put_stmts(&s->function.body);
        put_exprs(&s->function.decorators);
        put_expr(s->function.returns);
        break;
    case STMT_CLASS_DEF:
        put_name(s->class_def.name);
        put_exprs(&s->class_def.bases);
        put_keywords(&s->class_def.keywords);
        put_stmts(&s->class_def.body);
        put_exprs(&s->class_def.decorators);
        break;
    case STMT_RETURN:
        put_expr(s->ret.value);
        break;
    case STMT_DELETE:
        put_exprs(&s->del.targets);
        break;
    case STMT_ASSIGN:
        put_exprs(&s->assign.targets);
        put_expr(s->assign.value);
        break;
    case STMT_AUG_ASSIGN:
        put_expr(s->aug_assign.target);
        put_name(bin_op_name(s->aug_assign.op));
        put_expr(s->aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        put_expr(s->ann_assign.target);
        put_expr(s->ann_assign.annotation);
        put_expr(s->ann_assign.value);
        printf("%d ", s->ann_assign.simple);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        put_expr(s->for_loop.target);
        put_expr(s->for_loop.iter);
        put_stmts(&s->for_loop.body);
        put_stmts(&s->for_loop.orelse);
        break;
    case STMT_WHILE:
    case STMT_IF:
        put_expr(s->if_stmt.test);
        put_stmts(&s->if_stmt.body);
        put_stmts(&s->if_stmt.orelse);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        put_with(s);
        break;
    case STMT_MATCH:
        put_match(s);
        break;
    case STMT_RAISE:
        put_expr(s->raise.exc);
        put_expr(s->raise.cause);
        break;
    case STMT_TRY:
        put_try(s);
        break;
    case STMT_ASSERT:
        put_expr(s->assert_stmt.test);
        put_expr(s->assert_stmt.msg);
        break;
    case STMT_IMPORT:
        put_aliases(&s->import.names);
        break;
    case STMT_IMPORT_FROM:
        put_name(s->import_from.module);
        put_aliases(&s->import_from.names);
        printf("%d ", s->import_from.level);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
        put_names(&s->names.names);
        break;
    case STMT_EXPR:
        put_expr(s->expr.value);
        break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        break;
    }
}

static void put_stmt(const Stmt *s)
{
    static const char *const names[] = {
        "FunctionDef", "AsyncFunctionDef", "ClassDef", "Return",     "Delete", "Assign",    "AugAssign", "AnnAssign",
        "For",         "AsyncFor",         "While",    "If",         "With",   "AsyncWith", "Match",     "Raise",
        "Try",         "Assert",           "Import",   "ImportFrom", "Global", "Nonlocal",  "Expr",      "Pass",
        "Break",       "Continue",
    };

    open_node(names[s->kind], &s->pos);
    put_stmt_fields(s);
    putchar(')');
}

static void put_module(const AstModule *module)
{
    static const char *const names[] = {"Module", "Expression", "Interactive"};

    open_node(names[module->mode], NULL);
    if (module->mode == PARSE_EVAL)
        put_expr(module->expr);
    else
        put_stmts(&module->body);
    puts(")");
}

static char *read_all(const char *path, size_t *length)
{
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    char *bytes = NULL;
    size_t capacity = 0;

    *length = 0;
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    do {
        capacity = capacity * 2 + 65536;
        bytes = mem_realloc_raw(bytes, capacity);
        if (bytes == NULL)
            exit(2);
        *length += fread(bytes + *length, 1, capacity - *length, file);
    } while (*length == capacity);
    if (file != stdin)
        fclose(file);
    return bytes;
}

typedef enum Output { OUTPUT_TREE, OUTPUT_PRINT, OUTPUT_TIME } Output;

static void dump_file(const char *path, ParseMode mode, Output output)
{
    size_t length;
    char *source = read_all(path, &length);
    struct timespec begin, end;
    AstModule *module;
    Arena arena;
    Diag diag;

    arena_init(&arena);
    diag_init(&diag);
    diag.from_file = output == OUTPUT_PRINT;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    module = parse_source(&arena, source, length, path, mode, &diag);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (output == OUTPUT_TIME) {
        printf("%s: %.3f s%s\n", path,
               (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) * 1e-9,
               module == NULL ? " (error)" : "");
    } else if (output == OUTPUT_PRINT) {
        if (module == NULL)
            diag_print(&diag, stdout);
    } else {
        printf("== %s\n", path);
        if (module != NULL)
            put_module(module);
        else
            printf("ERROR %s|%d|%d|%d|%d|%s\n", diag_kind_name(diag.kind), diag.line, diag.offset, diag.end_line,
                   diag.end_offset, diag_message(&diag));
    }
    diag_fini(&diag);
    arena_fini(&arena);
    mem_free_raw(source);
}

int main(int argc, char **argv)
{
    ParseMode mode = PARSE_EXEC;
    Output output = OUTPUT_TREE;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--print") == 0)
            output = OUTPUT_PRINT;
        else if (strcmp(argv[i], "--time") == 0)
            output = OUTPUT_TIME;
        else if (strcmp(argv[i], "--mode") == 0 && i + 1 < argc)
            mode = strcmp(argv[++i], "eval") == 0   ? PARSE_EVAL
                   : strcmp(argv[i], "single") == 0 ? PARSE_SINGLE
                                                    : PARSE_EXEC;
        else
            dump_file(argv[i], mode, output);
    }
    return 0;
}
