/* parser.c: the driver: tokens, nodes, errors, the two passes. The rules are in the other parser_*.c files. */
#include "parser_internal.h"

#include "mem.h"

#include <string.h>

/* ---- tokens ---- */

static bool grow_tokens(Parser *p)
{
    int capacity = p->capacity == 0 ? 64 : p->capacity * 2;
    Token *tokens = p->capacity > INT32_MAX / 4 ? NULL : mem_realloc_raw(p->tokens, (size_t)capacity * sizeof *tokens);

    if (tokens == NULL) {
        diag_memory(p->diag);
        return false;
    }
    p->tokens = tokens;
    p->capacity = capacity;
    return true;
}

TokenKind parser_fill(Parser *p, int ahead)
{
    while (p->pos + ahead >= p->count) {
        if (p->count > 0 && p->tokens[p->count - 1].kind == TOK_ERROR)
            return TOK_ERROR;
        if (p->count == p->capacity && !grow_tokens(p)) {
            /* There is always room for the mark that ends everything: the last token gives way. */
            p->tokens[p->count - 1].kind = TOK_ERROR;
            p->pos = p->pos < p->count ? p->pos : p->count - 1;
            return TOK_ERROR;
        }
        if (diag_is_set(p->diag)) {
            /* Read no further: what the lexer has not seen, prefer_lexer_error will look at. */
            p->tokens[p->count] = p->count > 0 ? p->tokens[p->count - 1] : p->furthest_token;
            p->tokens[p->count].kind = TOK_ERROR;
        } else {
            lexer_next(&p->lexer, &p->tokens[p->count]);
        }
        p->count++;
    }
    return p->tokens[p->pos + ahead].kind;
}

bool parser_forget(Parser *p)
{
    int drop = p->pos - 1; /* the end of the last token is still asked for */

    p->budget = PARSER_EXPLAIN_BUDGET;
    if (drop < PARSER_TOKEN_WINDOW)
        return true;
    /* Layout tokens have no end of their own: keep one that has. */
    while (drop > 0 && p->tokens[drop].kind >= TOK_END && p->tokens[drop].kind <= TOK_DEDENT)
        drop--;
    memmove(p->tokens, p->tokens + drop, (size_t)(p->count - drop) * sizeof *p->tokens);
    p->dropped += (uint64_t)drop;
    p->count -= drop;
    p->pos -= drop;
    return true;
}

/* ---- nodes ---- */

void *parser_alloc(Parser *p, size_t size)
{
    void *block = arena_alloc(p->arena, size);

    if (block == NULL)
        return diag_memory(p->diag);
    return memset(block, 0, size);
}

SrcPos pos_from(const Parser *p, SrcPos start)
{
    const Token *token = last_token(p);

    if (p->pos == 0)
        return start;
    while (token > p->tokens && token->kind >= TOK_END && token->kind <= TOK_DEDENT)
        token--;
    start.end_line = token->pos.end_line;
    start.end_col = token->pos.end_col;
    return start;
}

Expr *new_expr(Parser *p, ExprKind kind, SrcPos start)
{
    Expr *e = arena_alloc(p->arena, sizeof *e);

    if (e == NULL)
        return diag_memory(p->diag);
    e->kind = kind;
    e->varies = false;
    e->pos = pos_from(p, start);
    return e;
}

Stmt *new_stmt(Parser *p, StmtKind kind, SrcPos start)
{
    Stmt *s = parser_alloc(p, sizeof *s);

    if (s == NULL)
        return NULL;
    s->kind = kind;
    s->pos = pos_from(p, start);
    return s;
}

bool push(Parser *p, void *item)
{
    if (p->scratch_count == p->scratch_capacity) {
        int capacity = p->scratch_capacity == 0 ? 64 : p->scratch_capacity * 2;
        void **scratch = p->scratch_capacity > INT32_MAX / 4
                             ? NULL
                             : mem_realloc_raw(p->scratch, (size_t)capacity * sizeof *scratch);

        if (scratch == NULL) {
            diag_memory(p->diag);
            return false;
        }
        p->scratch = scratch;
        p->scratch_capacity = capacity;
    }
    p->scratch[p->scratch_count++] = item;
    return true;
}

bool take_items(Parser *p, int mark, int *count, void ***items)
{
    *count = p->scratch_count - mark;
    *items = NULL;
    p->scratch_count = mark;
    if (*count == 0)
        return true;
    *items = arena_alloc(p->arena, (size_t)*count * sizeof **items);
    if (*items == NULL) {
        diag_memory(p->diag);
        return false;
    }
    memcpy(*items, p->scratch + mark, (size_t)*count * sizeof **items);
    return true;
}

/* ---- errors ---- */

/* The one way to the diag: offsets count from 1. A replacement field's message says so, and its columns are relative.
 */
static void *report(Parser *p, DiagKind kind, int line, int offset, int end_line, int end_offset, const char *format,
                    va_list args)
{
    char prefixed[512];

    if (p->in_fstring) {
        snprintf(prefixed, sizeof prefixed, "f-string: %s", format);
        format = prefixed;
        offset -= (int)p->lexer.column_shift;
        end_offset -= (int)p->lexer.column_shift;
    }
    if (!p->diag->byte_offsets) {
        offset = diag_char_offset(p->diag, line, offset);
        end_offset = diag_char_offset(p->diag, line, end_offset);
    }
    return diag_verror_at(p->diag, kind, line, offset, end_line, end_offset, format, args);
}

void *error_between(Parser *p, SrcPos first, SrcPos last, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    report(p, DIAG_SYNTAX_ERROR, (int)first.line, (int)first.col + 1, (int)last.end_line, (int)last.end_col + 1, format,
           args);
    va_end(args);
    return NULL;
}

void *error_at_pos(Parser *p, SrcPos pos, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    report(p, DIAG_SYNTAX_ERROR, (int)pos.line, (int)pos.col + 1, (int)pos.end_line, (int)pos.end_col + 1, format,
           args);
    va_end(args);
    return NULL;
}

/* The last token read in either pass. */
static const Token *furthest_token(const Parser *p)
{
    if (p->count == 0 || p->dropped + (uint64_t)p->count < p->furthest)
        return &p->furthest_token;
    return &p->tokens[p->count - 1];
}

void *error_to_cursor(Parser *p, SrcPos first, const char *format, ...)
{
    const Token *token = furthest_token(p);
    va_list args;

    va_start(args, format);
    report(p, DIAG_SYNTAX_ERROR, (int)first.line, (int)first.col + 1, (int)token->pos.end_line, (int)token->cursor_col,
           format, args);
    va_end(args);
    return NULL;
}

void *error_here(Parser *p, DiagKind kind, const char *format, ...)
{
    const Token *token = furthest_token(p);
    bool layout = token->kind == TOK_INDENT || token->kind == TOK_DEDENT || token->kind == TOK_END;
    int offset = layout ? (int)token->cursor_col : (int)token->pos.col + 1;
    int end_offset = layout ? -1 : (int)token->pos.end_col + 1;
    va_list args;

    va_start(args, format);
    report(p, kind, (int)token->pos.line, offset, (int)token->pos.end_line, end_offset, format, args);
    va_end(args);
    return NULL;
}

bool parser_too_deep(Parser *p)
{
    error_at_pos(p, start_pos(p), "too many nested expressions or statements");
    return false;
}

bool expect_forced(Parser *p, TokenKind kind, const char *what)
{
    if (accept(p, kind))
        return true;
    if (!diag_is_set(p->diag))
        error_at_pos(p, start_pos(p), "expected '%s'", what);
    return false;
}

/* ---- the two passes ---- */

bool parser_init(Parser *p, Arena *arena, Diag *diag, const char *text, size_t length)
{
    lexer_init(&p->lexer, arena, diag, text, length);
    p->arena = arena;
    p->diag = diag;
    p->tokens = NULL;
    p->pos = p->count = p->capacity = 0;
    p->dropped = 0;
    p->scratch = NULL;
    p->scratch_count = p->scratch_capacity = 0;
    p->depth = p->quiet = 0;
    p->budget = PARSER_EXPLAIN_BUDGET;
    p->quiet_at = UINT64_MAX;
    p->in_fstring = p->explain = p->source_open = false;
    p->furthest = 0;
    p->furthest_token = (Token){.pos = {1, 0, 1, 0}};
    p->name_match = arena_intern(arena, "match", 5);
    p->name_case = arena_intern(arena, "case", 4);
    p->name_underscore = arena_intern(arena, "_", 1);
    p->name_print = arena_intern(arena, "print", 5);
    p->name_exec = arena_intern(arena, "exec", 4);
    if (p->name_match == NULL || p->name_case == NULL || p->name_underscore == NULL || p->name_print == NULL ||
        p->name_exec == NULL || !grow_tokens(p)) {
        diag_memory(diag);
        return false;
    }
    return true;
}

void parser_fini(Parser *p)
{
    mem_free_raw(p->tokens);
    mem_free_raw(p->scratch);
}

/* An error in the tokens further down (of most kinds) says more than one of the grammar: it replaces it. So does a
 * parenthesis that is open there, if it was opened before the line of the error. */
static void prefer_lexer_error(Parser *p)
{
    Diag saved = *p->diag;
    uint32_t error_line = furthest_token(p)->pos.line;
    Token token;

    if (p->lexer.failed || saved.kind == DIAG_MEMORY)
        return;
    p->diag->kind = DIAG_NONE;
    p->diag->message = p->diag->filename = p->diag->source_line = NULL;
    while (lexer_next(&p->lexer, &token) && token.kind != TOK_END)
        ;
    if (p->lexer.yields) {
        diag_discard(p->diag);
        if (p->lexer.level > 0 && p->lexer.paren[p->lexer.level - 1].line < error_line)
            lexer_report_unclosed(&p->lexer);
    }
    saved.first_warning = p->diag->first_warning; /* with those of the tokens behind the error */
    saved.last_warning = p->diag->last_warning;
    if (!diag_is_set(p->diag))
        *p->diag = saved;
    else
        diag_discard(&saved);
}

/* Where the first pass stopped. */
static void report_generic(Parser *p)
{
    Token token = p->furthest_token;

    if (token.kind == TOK_END) {
        diag_error_at(p->diag, DIAG_SYNTAX_ERROR, (int)token.pos.line, 0, (int)token.pos.end_line, 0, "invalid syntax");
        return;
    }
    error_at_pos(p, token.pos, "invalid syntax");
}

static void restart(Parser *p)
{
    uint32_t first_line = p->lexer.first_line;
    uint32_t shift = p->lexer.column_shift;
    bool open_end = p->lexer.open_end;

    p->furthest = p->dropped + (uint64_t)p->count;
    p->furthest_token = p->tokens[p->count - 1];
    lexer_init(&p->lexer, p->arena, p->diag, p->lexer.text, (size_t)(p->lexer.end - p->lexer.text));
    p->lexer.first_line = p->lexer.line = first_line;
    p->lexer.column_shift = shift;
    p->lexer.open_end = open_end;
    p->pos = p->count = 0;
    p->dropped = 0;
    p->scratch_count = p->depth = 0;
    p->explain = true;
}

void *parser_run(Parser *p, void *(*rule)(Parser *))
{
    void *result = rule(p);

    if (result != NULL && !diag_is_set(p->diag))
        return result;
    if (!diag_is_set(p->diag)) {
        restart(p);
        rule(p);
        if (!diag_is_set(p->diag)) {
            /* The explanations may have read further; the place is where the first pass stopped. */
            while (p->dropped + (uint64_t)p->count < p->furthest && parser_fill(p, p->count - p->pos) != TOK_ERROR)
                ;
            if (p->furthest_token.kind == TOK_INDENT || p->furthest_token.kind == TOK_DEDENT)
                return error_here(p, DIAG_INDENTATION_ERROR, "unexpected %s",
                                  p->furthest_token.kind == TOK_INDENT ? "indent" : "unindent");
            report_generic(p);
        }
    }
    prefer_lexer_error(p);
    return NULL;
}

/* ---- start rules ---- */

static AstModule *new_module(Parser *p, ParseMode mode)
{
    AstModule *module = parser_alloc(p, sizeof *module);

    if (module != NULL)
        module->mode = mode;
    return module;
}

static void *rule_exec(Parser *p)
{
    AstModule *module;

    while (peek(p) != TOK_END)
        if (!parse_statement(p))
            return NULL;
    module = new_module(p, PARSE_EXEC);
    if (module == NULL || !TAKE_SEQ(p, 0, &module->body))
        return NULL;
    return module;
}

static void *rule_eval(Parser *p)
{
    SrcPos start = start_pos(p);
    Expr *e = parse_expression(p);
    AstModule *module;

    if (e == NULL || !push(p, e))
        return NULL;
    if (peek(p) == TOK_COMMA) {
        while (accept(p, TOK_COMMA)) {
            ParserMark mark = parser_mark(p);

            e = parse_expression(p);
            if (e == NULL) {
                parser_reset(p, mark);
                break;
            }
            if (!push(p, e))
                return NULL;
        }
        e = new_expr(p, EXPR_TUPLE, start);
        if (e == NULL || !TAKE_SEQ(p, 0, &e->tuple.elts))
            return NULL;
        e->tuple.ctx = CTX_LOAD;
    }
    while (accept(p, TOK_NEWLINE))
        ;
    if (peek(p) != TOK_END)
        return NULL;
    module = new_module(p, PARSE_EVAL);
    if (module != NULL)
        module->expr = e;
    return module;
}

/* One statement; only blank lines and comments may follow. A block must end with its line. */
static void *rule_single(Parser *p)
{
    bool compound;
    AstModule *module;
    Stmt *s;

    if (peek(p) == TOK_END)
        return NULL;
    s = parse_compound_statement(p, &compound);
    if (compound ? s == NULL || !push(p, s) : !parse_simple_statements(p))
        return NULL;
    if (peek(p) != TOK_END)
        return compound ? NULL
                        : error_at_pos(p, last_token(p)->pos,
                                       "multiple statements found while compiling a single statement");
    if (compound && p->source_open && last_token(p)->kind == TOK_NEWLINE)
        return NULL;
    module = new_module(p, PARSE_SINGLE);
    if (module == NULL || !TAKE_SEQ(p, 0, &module->body))
        return NULL;
    return module;
}

AstModule *parse_source(Arena *arena, const char *source, size_t length, const char *filename, ParseMode mode,
                        Diag *diag)
{
    AstModule *module = NULL;
    const char *text;
    size_t text_length;
    Parser p;

    diag->source_filename = filename;
    diag->source_first_line = 1;
    text = lexer_prepare(arena, diag, source, length, &text_length);
    if (text == NULL)
        return NULL;
    if (parser_init(&p, arena, diag, text, text_length)) {
        p.source_open = length > 0 && source[length - 1] != '\n' && source[length - 1] != '\r';
        p.lexer.open_end = p.source_open && mode == PARSE_EVAL;
        module = parser_run(&p, mode == PARSE_EXEC ? rule_exec : mode == PARSE_EVAL ? rule_eval : rule_single);
    }
    parser_fini(&p);
    return module;
}
