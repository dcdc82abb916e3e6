/* parser_internal.h: what the parser_*.c files share: tokens with backtracking, node making, errors, the rules by file.
 *
 * A recursive descent parser with the meaning of a PEG: a rule returns its node with the tokens consumed, or NULL. NULL
 * with no error set means "does not match here": the caller may go back (parser_reset) and try something else, or fail
 * in its turn. An error in the diag makes every rule fail.
 *
 * Two passes. The first is fast and knows only valid Python; where it fails, the furthest token it looked at is the
 * place of "invalid syntax". The second runs only then, over the same text with `explain` set: at the places where
 * people go wrong it looks for a better message (parser_explain.c). Within explanations `quiet` turns further
 * explanations off, and `budget` bounds the work where explanations nest.
 */
#ifndef INTERP_PARSER_INTERNAL_H
#define INTERP_PARSER_INTERNAL_H

#include "lexer.h"
#include "parser.h"

enum {
    PARSER_MAX_DEPTH = 3000, /* nested rules: unary operators, lambdas, elifs; brackets stop at LEXER_MAX_PARENS */
    PARSER_EXPLAIN_BUDGET = 200000, /* explained expressions per statement */
    PARSER_TOKEN_WINDOW = 1024,     /* tokens kept before old ones are dropped */
};

typedef struct Parser {
    Lexer lexer;
    Arena *arena;
    Diag *diag;
    Token *tokens; /* a window on the token stream; owned */
    int pos;       /* the next token */
    int count;     /* tokens read so far are tokens[0 .. count) */
    int capacity;
    uint64_t dropped; /* tokens before tokens[0] */
    /* Items of unfinished sequences, innermost last; owned. */
    void **scratch;
    int scratch_count;
    int scratch_capacity;
    int depth;
    SrcPos literal;   /* of the string literal that is decoded */
    bool in_fstring;  /* parses a replacement field: messages get a prefix, columns are relative */
    bool source_open; /* the source does not end in a newline */
    bool explain;
    int quiet;
    int budget;
    uint64_t quiet_at;    /* the token where the last quiet attempt that succeeded began: CPython remembers its result,
                             without explanations */
    uint64_t furthest;    /* tokens read by the first pass... */
    Token furthest_token; /* ...and the last of them */
    const char *name_match, *name_case, *name_underscore, *name_print, *name_exec;
} Parser;

typedef struct ParserMark {
    int pos;
    int scratch_count;
} ParserMark;

/* ---- tokens ---- */

TokenKind parser_fill(Parser *p, int ahead);
bool parser_forget(Parser *p); /* at the start of a statement: drop tokens that nothing goes back to */

static inline TokenKind peek(Parser *p)
{
    return p->pos < p->count ? p->tokens[p->pos].kind : parser_fill(p, 0);
}

/* The token after the next. */
static inline TokenKind peek_second(Parser *p)
{
    return p->pos + 1 < p->count ? p->tokens[p->pos + 1].kind : parser_fill(p, 1);
}

static inline void advance(Parser *p)
{
    p->pos++;
}

static inline bool accept(Parser *p, TokenKind kind)
{
    if (peek(p) != kind)
        return false;
    p->pos++;
    return true;
}

/* Valid until the next peek. */
static inline const Token *next_token(Parser *p)
{
    peek(p);
    return &p->tokens[p->pos];
}

static inline const Token *last_token(const Parser *p)
{
    return &p->tokens[p->pos - 1];
}

static inline ParserMark parser_mark(const Parser *p)
{
    return (ParserMark){p->pos, p->scratch_count};
}

static inline void parser_reset(Parser *p, ParserMark mark)
{
    p->pos = mark.pos;
    p->scratch_count = mark.scratch_count;
}

static inline SrcPos start_pos(Parser *p)
{
    return next_token(p)->pos;
}

static inline bool peek_is_name(Parser *p, const char *name)
{
    return peek(p) == TOK_NAME && p->tokens[p->pos].text == name;
}

/* Accept a NAME; NULL if the next token is none. */
static inline const char *accept_name(Parser *p)
{
    return accept(p, TOK_NAME) ? last_token(p)->text : NULL;
}

/* ---- nesting ---- */

bool parser_too_deep(Parser *p); /* reports; always false */

static inline bool enter(Parser *p)
{
    return ++p->depth <= PARSER_MAX_DEPTH || parser_too_deep(p);
}

static inline void leave(Parser *p)
{
    p->depth--;
}

static inline bool explaining(const Parser *p)
{
    return p->explain && p->quiet == 0 && p->budget > 0;
}

/* ---- nodes ---- */

/* From `start` to the end of the last consumed token that is not layout. NULL: no memory, reported. */
Expr *new_expr(Parser *p, ExprKind kind, SrcPos start);
Stmt *new_stmt(Parser *p, StmtKind kind, SrcPos start);
SrcPos pos_from(const Parser *p, SrcPos start);
void *parser_alloc(Parser *p, size_t size); /* zeroed */

bool push(Parser *p, void *item);
/* The items pushed since `mark`, moved to the arena; *items is NULL for none. */
bool take_items(Parser *p, int mark, int *count, void ***items);

/* ExprSeq *seq: also StmtSeq and so on, which have the same layout. */
#define TAKE_SEQ(p, mark, seq) take_items(p, mark, &(seq)->count, (void ***)(void *)&(seq)->items)

/* ---- errors; all return NULL ---- */

void *error_at_pos(Parser *p, SrcPos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
void *error_between(Parser *p, SrcPos first, SrcPos last, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void *error_to_cursor(Parser *p, SrcPos first, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* At the furthest token read. */
void *error_here(Parser *p, DiagKind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Unless the next token is `kind`: "expected 'what'" there. */
bool expect_forced(Parser *p, TokenKind kind, const char *what);

/* ---- the driver ---- */

bool parser_init(Parser *p, Arena *arena, Diag *diag, const char *text, size_t length);
void parser_fini(Parser *p);
/* Runs `rule` in one or two passes. NULL: the diag is set. */
void *parser_run(Parser *p, void *(*rule)(Parser *));

/* ---- parser_expr.c ---- */

Expr *parse_expression(Parser *p);
Expr *parse_conditional(Parser *p, SrcPos start,
                        Expr *body); /* [if test else orelse] after body, which began at start */
Expr *parse_lambda(Parser *p);
Expr *parse_assignment_expression(Parser *p); /* name := expression */
Expr *parse_named_expression(Parser *p);
Expr *parse_star_named_expression(Parser *p);
Expr *parse_starred(Parser *p); /* '*' expression */
Expr *parse_expressions(Parser *p);
Expr *parse_star_expressions(Parser *p);
Expr *parse_yield(Parser *p);
Expr *parse_yield_or_star_expressions(Parser *p);
Expr *parse_disjunction(Parser *p);
Expr *parse_bitwise_or(Parser *p);
Expr *parse_primary(Parser *p);
/* Pushes items separated by commas, perhaps none, and eats a trailing comma. False: an error is set. */
bool parse_comma_list(Parser *p, Expr *(*parse_item)(Parser *));
/* One item, or a tuple where commas follow. */
Expr *parse_tuple_of(Parser *p, Expr *(*parse_item)(Parser *));

/* ---- parser_atom.c ---- */

Expr *parse_atom(Parser *p);
Expr *parse_slices(Parser *p);
bool parse_for_clauses(Parser *p, ComprehensionSeq *clauses); /* one or more */
bool parse_dict_items(Parser *p);                             /* pushes keys and values in turn; perhaps none */
Expr *finish_dict(Parser *p, SrcPos start, int scratch);
Expr *finish_dict_comp(Parser *p, SrcPos start, Expr *key, Expr *value);
Expr *parse_set_rest(Parser *p, SrcPos start, Expr *first);

static inline bool at_for_clause(Parser *p)
{
    return peek(p) == TOK_FOR || (peek(p) == TOK_ASYNC && peek_second(p) == TOK_FOR);
}

/* ---- parser_call.c ---- */

typedef struct CallArgs {
    ExprSeq args;
    KeywordSeq keywords;
} CallArgs;

bool parse_args(Parser *p, CallArgs *args);      /* one or more */
bool parse_arguments(Parser *p, CallArgs *args); /* the same, up to ')' */
/* After '(' up to and with ')'; a lone generator expression takes the parentheses as its own, from `open`. */
bool parse_call_rest(Parser *p, SrcPos open, CallArgs *args);

/* ---- parser_params.c ---- */

Arguments *parse_params(Parser *p, TokenKind closer); /* TOK_RPAREN: def, TOK_COLON: lambda; may be empty */

/* ---- parser_target.c ---- */

typedef enum TargetKind { TARGET_STAR, TARGET_FOR, TARGET_DEL } TargetKind;

bool is_star_target(const Expr *e);
bool is_single_target(const Expr *e); /* of an annotation or an augmented assignment */
void set_context(Expr *e, ExprContext ctx);
Expr *parse_star_target(Parser *p);
Expr *parse_star_targets(Parser *p);
bool parse_del_targets(Parser *p, ExprSeq *targets);
/* The part that cannot be a target, or NULL. */
Expr *find_invalid_target(Expr *e, TargetKind kind);
const char *expr_kind_name(const Expr *e);

/* ---- parser_literal.c ---- */

Expr *parse_number(Parser *p);

/* Growing text on mem_*_raw. */
typedef struct TextBuffer {
    char *bytes;
    size_t length, capacity;
} TextBuffer;

bool text_append(Parser *p, TextBuffer *buffer, const char *bytes, size_t length);
bool warn_escape(Parser *p, const char *at); /* of a backslash before *at that means itself; false: the warning is an error */
bool decode_escapes(Parser *p, TextBuffer *out, const char *text, size_t length, bool bytes);

/* ---- parser_string.c, parser_fstring.c ---- */

Expr *parse_strings(Parser *p);

/* The pieces of one or more adjacent string literals. */
typedef struct StringBuilder {
    TextBuffer text; /* literal text that follows the last piece */
    int mark;        /* finished pieces are on the scratch stack from here */
    bool formatted;  /* an f-string is among them */
    SrcPos pos;      /* of the whole concatenation; all pieces have it */
} StringBuilder;

bool builder_flush(Parser *p, StringBuilder *builder); /* pending text becomes a piece */
/* The JoinedStr of all pieces. It and the text behind the last field are at `pos`: in a format spec, that of one
 * literal. */
Expr *builder_finish(Parser *p, StringBuilder *builder, SrcPos pos);
void builder_release(StringBuilder *builder);
bool fstring_append(Parser *p, StringBuilder *builder, const char *body, const char *end, bool raw, const Token *token);

/* ---- parser_stmt.c, parser_compound.c, parser_pattern.c ---- */

bool parse_statement(Parser *p); /* pushes what it made */
bool parse_simple_statements(Parser *p);
Stmt *parse_compound_statement(Parser *p, bool *matched); /* *matched: the first token begins one */
Stmt *parse_assignment_or_expression(Parser *p);
Pattern *parse_patterns(Parser *p);

/* ---- parser_explain.c: the second pass ---- */

Expr *explain_expression(Parser *p);
Expr *explain_named_expression(Parser *p);
void explain_arguments(Parser *p);
void explain_keyword(Parser *p);
void explain_group(Parser *p);
void explain_comprehension(Parser *p);
Expr *explain_braces(Parser *p);
void explain_dict_items(Parser *p);
void explain_for_target(Parser *p);
Stmt *explain_assignment(Parser *p);
void *explain_invalid_target(Parser *p, Expr *e, TargetKind kind);

#endif
