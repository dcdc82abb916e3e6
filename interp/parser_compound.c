/* parser_compound.c: statements that own a block. */
#include "parser_internal.h"

#include <string.h>

/* ---- blocks ---- */

/* After ':'. `what` and `line` name the owner where the block is missing. */
static bool parse_block(Parser *p, const char *what, uint32_t line, StmtSeq *body)
{
    int scratch = p->scratch_count;
    bool fine = false;

    if (!accept(p, TOK_NEWLINE)) {
        if (!parse_simple_statements(p))
            return false;
        return TAKE_SEQ(p, scratch, body);
    }
    if (!accept(p, TOK_INDENT)) {
        if (explaining(p))
            error_here(p, DIAG_INDENTATION_ERROR, "expected an indented block after %s on line %u", what, line);
        return false;
    }
    if (enter(p)) {
        do
            fine = parse_statement(p);
        while (fine && peek(p) != TOK_DEDENT);
    }
    leave(p);
    return fine && accept(p, TOK_DEDENT) && TAKE_SEQ(p, scratch, body);
}

/* ':' where the grammar also explains its absence at the end of a line. */
static bool expect_colon(Parser *p)
{
    if (accept(p, TOK_COLON))
        return true;
    if (explaining(p) && peek(p) == TOK_NEWLINE)
        error_here(p, DIAG_SYNTAX_ERROR, "expected ':'");
    return false;
}

/* [else: block] */
static bool parse_else(Parser *p, StmtSeq *orelse)
{
    uint32_t line = start_pos(p).line;

    *orelse = (StmtSeq){0, NULL};
    if (!accept(p, TOK_ELSE))
        return true;
    return expect_forced(p, TOK_COLON, ":") && parse_block(p, "'else' statement", line, orelse);
}

/* ---- if, while, for ---- */

/* From `if` or `elif` on. */
static Stmt *parse_if(Parser *p)
{
    SrcPos start = start_pos(p);
    bool is_elif = peek(p) == TOK_ELIF;
    StmtSeq body, orelse = {0, NULL};
    Expr *test;
    Stmt *s = NULL;
    int scratch = p->scratch_count;

    advance(p);
    test = parse_named_expression(p);
    if (test == NULL || !expect_colon(p) ||
        !parse_block(p, is_elif ? "'elif' statement" : "'if' statement", start.line, &body))
        return NULL;
    if (peek(p) == TOK_ELIF) {
        Stmt *elif = enter(p) ? parse_if(p) : NULL;

        leave(p);
        if (elif == NULL || !push(p, elif) || !TAKE_SEQ(p, scratch, &orelse))
            return NULL;
    } else if (!parse_else(p, &orelse)) {
        return NULL;
    }
    s = new_stmt(p, STMT_IF, start);
    if (s == NULL)
        return NULL;
    s->if_stmt.test = test;
    s->if_stmt.body = body;
    s->if_stmt.orelse = orelse;
    return s;
}

static Stmt *parse_while(Parser *p)
{
    SrcPos start = start_pos(p);
    StmtSeq body, orelse;
    Expr *test;
    Stmt *s;

    advance(p);
    test = parse_named_expression(p);
    if (test == NULL || !expect_colon(p) || !parse_block(p, "'while' statement", start.line, &body) ||
        !parse_else(p, &orelse) || (s = new_stmt(p, STMT_WHILE, start)) == NULL)
        return NULL;
    s->while_loop.test = test;
    s->while_loop.body = body;
    s->while_loop.orelse = orelse;
    return s;
}

/* `start` is that of `async` where there is one. */
static Stmt *parse_for(Parser *p, SrcPos start, StmtKind kind)
{
    ParserMark mark = parser_mark(p);
    uint32_t line = start_pos(p).line;
    StmtSeq body, orelse;
    Expr *target, *iter;
    Stmt *s;

    advance(p);
    target = parse_star_targets(p);
    if (target == NULL || !accept(p, TOK_IN)) {
        parser_reset(p, mark);
        if (explaining(p))
            explain_for_target(p);
        return NULL;
    }
    iter = parse_star_expressions(p);
    if (iter == NULL || !expect_colon(p) || !parse_block(p, "'for' statement", line, &body) ||
        !parse_else(p, &orelse) || (s = new_stmt(p, kind, start)) == NULL)
        return NULL;
    set_context(target, CTX_STORE);
    s->for_loop.target = target;
    s->for_loop.iter = iter;
    s->for_loop.body = body;
    s->for_loop.orelse = orelse;
    return s;
}

/* ---- with ---- */

static bool at_with_item_end(Parser *p)
{
    return peek(p) == TOK_COMMA || peek(p) == TOK_RPAREN || peek(p) == TOK_COLON;
}

/* expression 'as' something that is no target */
static void explain_with_item(Parser *p, ParserMark mark)
{
    Expr *e;

    parser_reset(p, mark);
    if (parse_expression(p) != NULL && accept(p, TOK_AS) && (e = parse_expression(p)) != NULL && at_with_item_end(p))
        explain_invalid_target(p, e, TARGET_STAR);
    parser_reset(p, mark);
}

/* expression ['as' target]; an 'as' that no target follows is left alone. */
static bool parse_with_item(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Expr *context = parse_expression(p);
    Expr *target = NULL;
    ParserMark after;
    WithItem *item;

    if (context == NULL)
        return false;
    after = parser_mark(p);
    if (accept(p, TOK_AS)) {
        target = parse_star_target(p);
        if (target == NULL || !at_with_item_end(p)) {
            if (explaining(p))
                explain_with_item(p, mark);
            parser_reset(p, after);
            target = NULL;
        }
    }
    if (diag_is_set(p->diag) || (item = parser_alloc(p, sizeof *item)) == NULL)
        return false;
    if (target != NULL)
        set_context(target, CTX_STORE);
    item->context_expr = context;
    item->optional_vars = target;
    return push(p, item);
}

/* item (',' item)*; a comma that nothing follows is left alone. */
static bool parse_with_items(Parser *p)
{
    if (!parse_with_item(p))
        return false;
    for (;;) {
        ParserMark mark = parser_mark(p);

        if (!accept(p, TOK_COMMA))
            return true;
        if (!parse_with_item(p)) {
            parser_reset(p, mark);
            return !diag_is_set(p->diag);
        }
    }
}

/* '(' items [','] ')' and a ':' behind it; else all is undone. */
static bool parse_with_parens(Parser *p)
{
    ParserMark mark = parser_mark(p);

    if (!accept(p, TOK_LPAREN))
        return false;
    if (parse_with_items(p)) {
        accept(p, TOK_COMMA);
        if (accept(p, TOK_RPAREN)) {
            if (peek(p) == TOK_COLON)
                return true;
        }
    }
    parser_reset(p, mark);
    return false;
}

/* expression ['as' target], with nothing asked of what follows. */
static bool skip_with_item(Parser *p, Expr *(*parse_context)(Parser *))
{
    ParserMark mark;

    if (parse_context(p) == NULL)
        return false;
    mark = parser_mark(p);
    if (accept(p, TOK_AS) && parse_star_target(p) == NULL)
        parser_reset(p, mark);
    return true;
}

static bool skip_with_items(Parser *p, Expr *(*parse_context)(Parser *))
{
    if (!skip_with_item(p, parse_context))
        return false;
    for (;;) {
        ParserMark mark = parser_mark(p);

        if (!accept(p, TOK_COMMA))
            return true;
        if (!skip_with_item(p, parse_context)) {
            parser_reset(p, mark);
            return true;
        }
    }
}

/* After `with`: items that a line end follows. */
static void explain_with(Parser *p, ParserMark mark)
{
    parser_reset(p, mark);
    if (skip_with_items(p, parse_expression) && peek(p) == TOK_NEWLINE) {
        error_here(p, DIAG_SYNTAX_ERROR, "expected ':'");
        return;
    }
    parser_reset(p, mark);
    if (!accept(p, TOK_LPAREN) || !skip_with_items(p, parse_expressions))
        return;
    accept(p, TOK_COMMA);
    if (accept(p, TOK_RPAREN) && peek(p) == TOK_NEWLINE)
        error_here(p, DIAG_SYNTAX_ERROR, "expected ':'");
}

static Stmt *parse_with(Parser *p, SrcPos start, StmtKind kind)
{
    uint32_t line = start_pos(p).line;
    int scratch = p->scratch_count;
    ParserMark mark;
    WithItemSeq items;
    StmtSeq body;
    Stmt *s;

    advance(p);
    mark = parser_mark(p);
    if ((!parse_with_parens(p) && (diag_is_set(p->diag) || !parse_with_items(p))) || !accept(p, TOK_COLON)) {
        if (explaining(p))
            explain_with(p, mark);
        return NULL;
    }
    if (!TAKE_SEQ(p, scratch, &items) || !parse_block(p, "'with' statement", line, &body) ||
        (s = new_stmt(p, kind, start)) == NULL)
        return NULL;
    s->with.items = items;
    s->with.body = body;
    return s;
}

/* ---- try ---- */

/* After `except` and its type: a comma and more types, as Python 2 had it. */
static void explain_except_types(Parser *p, SrcPos type)
{
    if (!accept(p, TOK_COMMA) || parse_expressions(p) == NULL)
        return;
    if (accept(p, TOK_AS) && !accept(p, TOK_NAME))
        return;
    if (accept(p, TOK_COLON))
        error_to_cursor(p, type, "multiple exception types must be parenthesized");
}

static ExceptHandler *parse_except(Parser *p)
{
    SrcPos start = start_pos(p);
    ExceptHandler *handler = parser_alloc(p, sizeof *handler);

    advance(p);
    if (handler == NULL)
        return NULL;
    if (peek(p) == TOK_STAR)
        return error_at_pos(p, start_pos(p), "except* and exception groups are not supported");
    if (peek(p) != TOK_COLON) {
        SrcPos type_start = start_pos(p);

        if (peek(p) == TOK_NEWLINE && explaining(p))
            return error_here(p, DIAG_SYNTAX_ERROR, "expected ':'");
        handler->type = parse_expression(p);
        if (handler->type == NULL)
            return NULL;
        if (accept(p, TOK_AS) && (handler->name = accept_name(p)) == NULL)
            return NULL;
        if (peek(p) == TOK_COMMA && handler->name == NULL && explaining(p)) {
            explain_except_types(p, type_start);
            return NULL;
        }
    }
    if (!expect_colon(p) || !parse_block(p, "'except' statement", start.line, &handler->body))
        return NULL;
    handler->pos = pos_from(p, start);
    return handler;
}

static Stmt *parse_try(Parser *p)
{
    SrcPos start = start_pos(p);
    StmtSeq body, orelse = {0, NULL}, finalbody = {0, NULL};
    ExceptHandlerSeq handlers;
    int scratch = p->scratch_count;
    uint32_t line;
    Stmt *s;

    advance(p);
    if (!expect_forced(p, TOK_COLON, ":") || !parse_block(p, "'try' statement", start.line, &body))
        return NULL;
    if (peek(p) != TOK_EXCEPT && peek(p) != TOK_FINALLY) {
        if (explaining(p))
            error_here(p, DIAG_SYNTAX_ERROR, "expected 'except' or 'finally' block");
        return NULL;
    }
    while (peek(p) == TOK_EXCEPT) {
        ExceptHandler *handler = parse_except(p);

        if (handler == NULL || !push(p, handler))
            return NULL;
    }
    if (!TAKE_SEQ(p, scratch, &handlers) || (handlers.count > 0 && !parse_else(p, &orelse)))
        return NULL;
    line = start_pos(p).line;
    if (accept(p, TOK_FINALLY) &&
        (!expect_forced(p, TOK_COLON, ":") || !parse_block(p, "'finally' statement", line, &finalbody)))
        return NULL;
    s = new_stmt(p, STMT_TRY, start);
    if (s == NULL)
        return NULL;
    s->try_stmt.body = body;
    s->try_stmt.handlers = handlers;
    s->try_stmt.orelse = orelse;
    s->try_stmt.finalbody = finalbody;
    return s;
}

/* ---- match ---- */

static Expr *parse_subject(Parser *p)
{
    Expr *e = parse_tuple_of(p, parse_star_named_expression);

    return e != NULL && e->kind != EXPR_STARRED ? e : NULL;
}

static MatchCase *parse_case(Parser *p)
{
    uint32_t line = start_pos(p).line;
    MatchCase *match_case = parser_alloc(p, sizeof *match_case);

    advance(p);
    if (match_case == NULL || (match_case->pattern = parse_patterns(p)) == NULL)
        return NULL;
    if (accept(p, TOK_IF) && (match_case->guard = parse_named_expression(p)) == NULL)
        return NULL;
    if (!expect_colon(p) || !parse_block(p, "'case' statement", line, &match_case->body))
        return NULL;
    return match_case;
}

/* `match` is a name unless a subject, a colon, and an indented block follow. *matched: they do. */
static Stmt *parse_match(Parser *p, bool *matched)
{
    SrcPos start = start_pos(p);
    ParserMark mark = parser_mark(p);
    Expr *subject;
    Stmt *s;

    *matched = false;
    advance(p);
    subject = parse_subject(p);
    if (subject == NULL || !expect_colon(p) || !accept(p, TOK_NEWLINE) || peek(p) != TOK_INDENT) {
        if (subject != NULL && last_token(p)->kind == TOK_NEWLINE && explaining(p))
            error_here(p, DIAG_INDENTATION_ERROR, "expected an indented block after 'match' statement on line %u",
                       start.line);
        parser_reset(p, mark);
        return NULL;
    }
    *matched = true;
    advance(p);
    while (peek_is_name(p, p->name_case)) {
        MatchCase *match_case = parse_case(p);

        if (match_case == NULL || !push(p, match_case))
            return NULL;
    }
    if (p->scratch_count == mark.scratch_count || !accept(p, TOK_DEDENT) ||
        (s = new_stmt(p, STMT_MATCH, start)) == NULL || !TAKE_SEQ(p, mark.scratch_count, &s->match.cases))
        return NULL;
    s->match.subject = subject;
    return s;
}

/* Whether the token after `match` can begin a subject: most uses of the name are settled here. */
static bool may_begin_subject(TokenKind kind)
{
    switch (kind) {
    case TOK_NAME:
    case TOK_NUMBER:
    case TOK_STRING:
    case TOK_LPAREN:
    case TOK_LBRACKET:
    case TOK_LBRACE:
    case TOK_ELLIPSIS:
    case TOK_TILDE:
    case TOK_PLUS:
    case TOK_MINUS:
    case TOK_STAR:
    case TOK_FALSE:
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_AWAIT:
    case TOK_LAMBDA:
    case TOK_NOT:
        return true;
    default:
        return false;
    }
}

/* ---- def, class, decorators ---- */

static Stmt *parse_def(Parser *p, SrcPos start, StmtKind kind, ExprSeq decorators)
{
    uint32_t line = start_pos(p).line;
    Arguments *args;
    Expr *returns = NULL;
    ParserMark mark;
    const char *name;
    StmtSeq body;
    Stmt *s;

    advance(p);
    name = accept_name(p);
    if (name == NULL || !expect_forced(p, TOK_LPAREN, "(") || (args = parse_params(p, TOK_RPAREN)) == NULL ||
        !accept(p, TOK_RPAREN))
        return NULL;
    mark = parser_mark(p);
    if (accept(p, TOK_ARROW) && (returns = parse_expression(p)) == NULL)
        parser_reset(p, mark);
    if (!expect_forced(p, TOK_COLON, ":") || !parse_block(p, "function definition", line, &body) ||
        (s = new_stmt(p, kind, start)) == NULL)
        return NULL;
    s->function.name = name;
    s->function.args = args;
    s->function.body = body;
    s->function.decorators = decorators;
    s->function.returns = returns;
    return s;
}

static Stmt *parse_class(Parser *p, ExprSeq decorators)
{
    SrcPos start = start_pos(p);
    CallArgs args = {{0, NULL}, {0, NULL}};
    const char *name;
    StmtSeq body;
    Stmt *s;

    advance(p);
    name = accept_name(p);
    if (name == NULL)
        return NULL;
    if (accept(p, TOK_LPAREN) && !accept(p, TOK_RPAREN) && (!parse_arguments(p, &args) || !accept(p, TOK_RPAREN)))
        return NULL;
    if (!expect_colon(p) || !parse_block(p, "class definition", start.line, &body) ||
        (s = new_stmt(p, STMT_CLASS_DEF, start)) == NULL)
        return NULL;
    s->class_def.name = name;
    s->class_def.bases = args.args;
    s->class_def.keywords = args.keywords;
    s->class_def.body = body;
    s->class_def.decorators = decorators;
    return s;
}

static Stmt *parse_decorated(Parser *p)
{
    int scratch = p->scratch_count;
    ExprSeq decorators;
    SrcPos start;

    while (accept(p, TOK_AT)) {
        Expr *decorator = parse_named_expression(p);

        if (decorator == NULL || !push(p, decorator) || !accept(p, TOK_NEWLINE))
            return NULL;
    }
    if (!TAKE_SEQ(p, scratch, &decorators))
        return NULL;
    start = start_pos(p);
    if (peek(p) == TOK_CLASS)
        return parse_class(p, decorators);
    if (peek(p) == TOK_DEF)
        return parse_def(p, start, STMT_FUNCTION_DEF, decorators);
    if (accept(p, TOK_ASYNC) && peek(p) == TOK_DEF)
        return parse_def(p, start, STMT_ASYNC_FUNCTION_DEF, decorators);
    return NULL;
}

static Stmt *parse_async(Parser *p)
{
    SrcPos start = start_pos(p);

    advance(p);
    switch (peek(p)) {
    case TOK_DEF:
        return parse_def(p, start, STMT_ASYNC_FUNCTION_DEF, (ExprSeq){0, NULL});
    case TOK_FOR:
        return parse_for(p, start, STMT_ASYNC_FOR);
    case TOK_WITH:
        return parse_with(p, start, STMT_ASYNC_WITH);
    default:
        return NULL;
    }
}

Stmt *parse_compound_statement(Parser *p, bool *matched)
{
    *matched = true;
    switch (peek(p)) {
    case TOK_IF:
        return parse_if(p);
    case TOK_DEF:
        return parse_def(p, start_pos(p), STMT_FUNCTION_DEF, (ExprSeq){0, NULL});
    case TOK_CLASS:
        return parse_class(p, (ExprSeq){0, NULL});
    case TOK_FOR:
        return parse_for(p, start_pos(p), STMT_FOR);
    case TOK_WHILE:
        return parse_while(p);
    case TOK_TRY:
        return parse_try(p);
    case TOK_WITH:
        return parse_with(p, start_pos(p), STMT_WITH);
    case TOK_AT:
        return parse_decorated(p);
    case TOK_ASYNC:
        return parse_async(p);
    case TOK_NAME:
        if (peek_is_name(p, p->name_match) && may_begin_subject(peek_second(p)))
            return parse_match(p, matched);
        break;
    default:
        break;
    }
    *matched = false;
    return NULL;
}
