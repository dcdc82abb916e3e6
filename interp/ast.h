/* ast.h: the syntax tree, Python 3.11's abstract grammar as C structs: parser -> symtable -> compiler.
 *
 * All nodes, sequences and texts live in one Arena (arena.h) and are released with it. Names are interned there: equal
 * names are equal pointers. An optional child that is absent is NULL; a sequence that is absent has count 0.
 *
 * Depth: brackets nest at most 200 deep, blocks 100, everything else that the parser recurses for (unary operators,
 * lambdas, elifs) 3000; but chains to the left (a + b + ..., a.b.c..., f()()...) are as deep as they are long. Who
 * walks the tree recursively needs a limit of its own.
 */
#ifndef INTERP_AST_H
#define INTERP_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One line per node reads as the grammar does. */
/* clang-format off */

/* Lines from 1; columns from 0 in UTF-8 bytes; the end is exclusive. The same numbers as CPython's ast gives. */
typedef struct SrcPos {
    uint32_t line, col, end_line, end_col;
} SrcPos;

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;
typedef struct Arguments Arguments;
typedef struct Arg Arg;
typedef struct Keyword Keyword;
typedef struct Alias Alias;
typedef struct WithItem WithItem;
typedef struct MatchCase MatchCase;
typedef struct ExceptHandler ExceptHandler;
typedef struct Comprehension Comprehension;

/* items is NULL when count is 0. */
typedef struct ExprSeq { int count; Expr **items; } ExprSeq; /* Dict.keys and kw_defaults: an item may be NULL */
typedef struct StmtSeq { int count; Stmt **items; } StmtSeq;
typedef struct PatternSeq { int count; Pattern **items; } PatternSeq;
typedef struct ArgSeq { int count; Arg **items; } ArgSeq;
typedef struct KeywordSeq { int count; Keyword **items; } KeywordSeq;
typedef struct AliasSeq { int count; Alias **items; } AliasSeq;
typedef struct WithItemSeq { int count; WithItem **items; } WithItemSeq;
typedef struct MatchCaseSeq { int count; MatchCase **items; } MatchCaseSeq;
typedef struct ExceptHandlerSeq { int count; ExceptHandler **items; } ExceptHandlerSeq;
typedef struct ComprehensionSeq { int count; Comprehension **items; } ComprehensionSeq;
typedef struct NameSeq { int count; const char **items; } NameSeq;
typedef struct CmpOpSeq { int count; uint8_t *items; } CmpOpSeq; /* CmpOpKind */

typedef enum ExprContext { CTX_LOAD, CTX_STORE, CTX_DEL } ExprContext;

typedef enum BoolOpKind { BOOL_OP_AND, BOOL_OP_OR } BoolOpKind;

typedef enum BinOpKind {
    BIN_OP_ADD, BIN_OP_SUB, BIN_OP_MULT, BIN_OP_MATMULT, BIN_OP_DIV, BIN_OP_MOD, BIN_OP_POW,
    BIN_OP_LSHIFT, BIN_OP_RSHIFT, BIN_OP_BITOR, BIN_OP_BITXOR, BIN_OP_BITAND, BIN_OP_FLOORDIV,
} BinOpKind;

typedef enum UnaryOpKind { UNARY_OP_INVERT, UNARY_OP_NOT, UNARY_OP_PLUS, UNARY_OP_MINUS } UnaryOpKind;

typedef enum CmpOpKind {
    CMP_OP_EQ, CMP_OP_NE, CMP_OP_LT, CMP_OP_LE, CMP_OP_GT, CMP_OP_GE,
    CMP_OP_IS, CMP_OP_IS_NOT, CMP_OP_IN, CMP_OP_NOT_IN,
} CmpOpKind;

typedef enum ConstKind {
    CONST_NONE, CONST_TRUE, CONST_FALSE, CONST_ELLIPSIS,
    CONST_INT,     /* fits int64: `integer` */
    CONST_BIG_INT, /* does not: `big`; never negative (the sign is a unary operator) */
    CONST_FLOAT,
    CONST_IMAGINARY, /* `real` is the imaginary part */
    CONST_STR,     /* `text`: UTF-8; lone surrogates (from "\ud800") as three bytes ED A0..BF 80..BF */
    CONST_BYTES,
} ConstKind;

typedef struct Constant {
    ConstKind kind;
    union {
        int64_t integer;
        double real;
        struct { const char *digits; int base; } big; /* digits without prefix and underscores; base 2, 8, 10 or 16 */
        struct { const char *bytes; size_t length; bool u_prefix; } text; /* NUL-terminated; length without the NUL; may hold NULs */
    };
} Constant;

typedef enum ExprKind {
    EXPR_BOOL_OP, EXPR_NAMED, EXPR_BIN_OP, EXPR_UNARY_OP, EXPR_LAMBDA, EXPR_IF, EXPR_DICT, EXPR_SET,
    EXPR_LIST_COMP, EXPR_SET_COMP, EXPR_DICT_COMP, EXPR_GENERATOR, EXPR_AWAIT, EXPR_YIELD, EXPR_YIELD_FROM,
    EXPR_COMPARE, EXPR_CALL, EXPR_FORMATTED_VALUE, EXPR_JOINED_STR, EXPR_CONSTANT,
    EXPR_ATTRIBUTE, EXPR_SUBSCRIPT, EXPR_STARRED, EXPR_NAME, EXPR_LIST, EXPR_TUPLE, EXPR_SLICE,
} ExprKind;

struct Expr {
    ExprKind kind;
    bool varies; /* set by fold(): it is no expression of constants, whoever asks again */
    SrcPos pos;
    union {
        struct { BoolOpKind op; ExprSeq values; } bool_op; /* two or more values */
        struct { Expr *target, *value; } named;            /* target := value; target is EXPR_NAME, Store */
        struct { Expr *left, *right; BinOpKind op; } bin_op;
        struct { UnaryOpKind op; Expr *operand; } unary_op;
        struct { Arguments *args; Expr *body; } lambda;
        struct { Expr *test, *body, *orelse; } if_exp;     /* body if test else orelse */
        struct { ExprSeq keys, values; } dict;             /* same count; keys[i] == NULL: **values[i] */
        struct { ExprSeq elts; } set;
        struct { Expr *elt; ComprehensionSeq generators; } comp; /* LIST_COMP, SET_COMP, GENERATOR */
        struct { Expr *key, *value; ComprehensionSeq generators; } dict_comp;
        struct { Expr *value; } await;
        struct { Expr *value; } yield;                     /* YIELD: value may be NULL; YIELD_FROM: not */
        struct { Expr *left; CmpOpSeq ops; ExprSeq comparators; } compare; /* ops.count == comparators.count >= 1 */
        struct { Expr *func; ExprSeq args; KeywordSeq keywords; } call;
        struct { Expr *value; int conversion; Expr *format_spec; } formatted; /* conversion: -1, 's', 'r' or 'a'; format_spec: JOINED_STR or NULL */
        struct { ExprSeq values; } joined_str;             /* CONSTANT (str) and FORMATTED_VALUE */
        Constant constant;
        struct { Expr *value; const char *attr; ExprContext ctx; } attribute;
        struct { Expr *value, *slice; ExprContext ctx; } subscript;
        struct { Expr *value; ExprContext ctx; } starred;
        struct { const char *id; ExprContext ctx; } name;
        struct { ExprSeq elts; ExprContext ctx; } list;
        struct { ExprSeq elts; ExprContext ctx; } tuple;
        struct { Expr *lower, *upper, *step; } slice;      /* each may be NULL */
    };
};

/* for target in iter [if …]* */
struct Comprehension {
    Expr *target, *iter;
    ExprSeq ifs;
    bool is_async;
};

struct Arg {
    const char *name;
    Expr *annotation; /* or NULL */
    SrcPos pos;
};

struct Arguments {
    ArgSeq posonly, args, kwonly;
    Arg *vararg, *kwarg; /* or NULL */
    ExprSeq defaults;    /* of the last defaults.count of posonly + args */
    ExprSeq kw_defaults; /* kw_defaults.count == kwonly.count; NULL item: required */
};

/* arg=value; arg == NULL: **value */
struct Keyword {
    const char *arg;
    Expr *value;
    SrcPos pos;
};

/* import name [as asname]; name may be dotted, or "*" */
struct Alias {
    const char *name, *asname;
    SrcPos pos;
};

struct WithItem {
    Expr *context_expr;
    Expr *optional_vars; /* or NULL */
};

struct ExceptHandler {
    Expr *type;       /* or NULL */
    const char *name; /* or NULL */
    StmtSeq body;
    SrcPos pos;
};

typedef enum PatternKind {
    PATTERN_VALUE,     /* equal to an expression */
    PATTERN_SINGLETON, /* is None, True, False */
    PATTERN_SEQUENCE, PATTERN_MAPPING, PATTERN_CLASS,
    PATTERN_STAR,      /* *name or *_ in a sequence */
    PATTERN_AS,        /* pattern as name; name alone; _ */
    PATTERN_OR,
} PatternKind;

struct Pattern {
    PatternKind kind;
    SrcPos pos;
    union {
        struct { Expr *value; } value;
        struct { ConstKind value; } singleton;
        struct { PatternSeq patterns; } sequence;
        struct { ExprSeq keys; PatternSeq patterns; const char *rest; } mapping; /* rest: or NULL */
        struct { Expr *cls; PatternSeq patterns; NameSeq kwd_attrs; PatternSeq kwd_patterns; } cls;
        struct { const char *name; } star;                    /* NULL: *_ */
        struct { Pattern *pattern; const char *name; } as;    /* both NULL: _ */
        struct { PatternSeq patterns; } or;
    };
};

struct MatchCase {
    Pattern *pattern;
    Expr *guard; /* or NULL */
    StmtSeq body;
};

typedef enum StmtKind {
    STMT_FUNCTION_DEF, STMT_ASYNC_FUNCTION_DEF, STMT_CLASS_DEF, STMT_RETURN, STMT_DELETE, STMT_ASSIGN, STMT_AUG_ASSIGN,
    STMT_ANN_ASSIGN, STMT_FOR, STMT_ASYNC_FOR, STMT_WHILE, STMT_IF, STMT_WITH, STMT_ASYNC_WITH, STMT_MATCH, STMT_RAISE,
    STMT_TRY, STMT_ASSERT, STMT_IMPORT, STMT_IMPORT_FROM, STMT_GLOBAL, STMT_NONLOCAL, STMT_EXPR, STMT_PASS, STMT_BREAK,
    STMT_CONTINUE,
} StmtKind;

struct Stmt {
    StmtKind kind;
    SrcPos pos; /* a decorated def or class begins at its `def`, `async` or `class`, not at the decorator */
    union {
        struct { const char *name; Arguments *args; StmtSeq body; ExprSeq decorators; Expr *returns; } function; /* also ASYNC */
        struct { const char *name; ExprSeq bases; KeywordSeq keywords; StmtSeq body; ExprSeq decorators; } class_def;
        struct { Expr *value; } ret;                          /* value or NULL */
        struct { ExprSeq targets; } del;
        struct { ExprSeq targets; Expr *value; } assign;
        struct { Expr *target, *value; BinOpKind op; } aug_assign;
        struct { Expr *target, *annotation, *value; bool simple; } ann_assign; /* value or NULL; simple: a bare name without parentheses */
        struct { Expr *target, *iter; StmtSeq body, orelse; } for_loop; /* also ASYNC */
        struct { Expr *test; StmtSeq body, orelse; } while_loop;
        struct { Expr *test; StmtSeq body, orelse; } if_stmt; /* elif: an IF as the only statement of orelse */
        struct { WithItemSeq items; StmtSeq body; } with;     /* also ASYNC */
        struct { Expr *subject; MatchCaseSeq cases; } match;
        struct { Expr *exc, *cause; } raise;                  /* each may be NULL */
        struct { StmtSeq body; ExceptHandlerSeq handlers; StmtSeq orelse, finalbody; } try_stmt;
        struct { Expr *test, *msg; } assert_stmt;             /* msg or NULL */
        struct { AliasSeq names; } import;
        struct { const char *module; AliasSeq names; int level; } import_from; /* module NULL: from . import x */
        struct { NameSeq names; } names;                      /* GLOBAL, NONLOCAL */
        struct { Expr *value; } expr;
    };
};

typedef enum ParseMode { PARSE_EXEC, PARSE_EVAL, PARSE_SINGLE } ParseMode;

typedef struct AstModule {
    ParseMode mode;
    StmtSeq body; /* EXEC, SINGLE */
    Expr *expr;   /* EVAL */
} AstModule;

#endif
