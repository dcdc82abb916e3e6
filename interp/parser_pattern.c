/* parser_pattern.c: what follows `case`. */
#include "parser_internal.h"

static Pattern *parse_pattern(Parser *p);

static Pattern *new_pattern(Parser *p, PatternKind kind, SrcPos start)
{
    Pattern *pattern = parser_alloc(p, sizeof *pattern);

    if (pattern == NULL)
        return NULL;
    pattern->kind = kind;
    pattern->pos = pos_from(p, start);
    return pattern;
}

/* ---- names ---- */

/* A name to bind: not _, and not the begin of something longer. */
static const char *parse_capture_target(Parser *p)
{
    TokenKind after;

    if (peek(p) != TOK_NAME || peek_is_name(p, p->name_underscore))
        return NULL;
    after = peek_second(p);
    return after == TOK_DOT || after == TOK_LPAREN || after == TOK_ASSIGN ? NULL : accept_name(p);
}

static Expr *parse_dotted(Parser *p)
{
    SrcPos start = start_pos(p);
    const char *name = accept_name(p);
    Expr *e = name == NULL ? NULL : new_expr(p, EXPR_NAME, start);

    if (e == NULL)
        return NULL;
    e->name.id = name;
    e->name.ctx = CTX_LOAD;
    while (peek(p) == TOK_DOT && peek_second(p) == TOK_NAME) {
        Expr *value = e;

        advance(p);
        name = accept_name(p);
        e = new_expr(p, EXPR_ATTRIBUTE, start);
        if (e == NULL)
            return NULL;
        e->attribute.value = value;
        e->attribute.attr = name;
        e->attribute.ctx = CTX_LOAD;
    }
    return e;
}

/* ---- literals ---- */

/* `real` is [-] number and may not be imaginary; then + or - and an imaginary number. */
static Expr *parse_complex_rest(Parser *p, SrcPos start, Expr *real)
{
    const Expr *number = real->kind == EXPR_UNARY_OP ? real->unary_op.operand : real;
    bool minus = peek(p) == TOK_MINUS;
    Expr *imaginary, *e;

    advance(p);
    if (number->constant.kind == CONST_IMAGINARY) {
        error_at_pos(p, number->pos, "real number required in complex literal");
        return NULL;
    }
    if (peek(p) != TOK_NUMBER || (imaginary = parse_number(p)) == NULL)
        return NULL;
    if (imaginary->constant.kind != CONST_IMAGINARY) {
        error_at_pos(p, imaginary->pos, "imaginary number required in complex literal");
        return NULL;
    }
    e = new_expr(p, EXPR_BIN_OP, start);
    if (e == NULL)
        return NULL;
    e->bin_op.op = minus ? BIN_OP_SUB : BIN_OP_ADD;
    e->bin_op.left = real;
    e->bin_op.right = imaginary;
    return e;
}

/* [-] number [(+|-) imaginary number] */
static Expr *parse_signed_number(Parser *p)
{
    SrcPos start = start_pos(p);
    bool negative = accept(p, TOK_MINUS);
    Expr *number, *e;

    if (peek(p) != TOK_NUMBER || (number = parse_number(p)) == NULL)
        return NULL;
    if (negative) {
        e = new_expr(p, EXPR_UNARY_OP, start);
        if (e == NULL)
            return NULL;
        e->unary_op.op = UNARY_OP_MINUS;
        e->unary_op.operand = number;
        number = e;
    }
    return peek(p) == TOK_PLUS || peek(p) == TOK_MINUS ? parse_complex_rest(p, start, number) : number;
}

static Pattern *new_value_pattern(Parser *p, SrcPos start, Expr *value)
{
    Pattern *pattern = value == NULL ? NULL : new_pattern(p, PATTERN_VALUE, start);

    if (pattern != NULL)
        pattern->value.value = value;
    return pattern;
}

static ConstKind singleton_kind(TokenKind kind)
{
    return kind == TOK_NONE ? CONST_NONE : kind == TOK_TRUE ? CONST_TRUE : CONST_FALSE;
}

static Pattern *parse_singleton(Parser *p)
{
    SrcPos start = start_pos(p);
    ConstKind kind = singleton_kind(peek(p));
    Pattern *pattern;

    advance(p);
    pattern = new_pattern(p, PATTERN_SINGLETON, start);
    if (pattern != NULL)
        pattern->singleton.value = kind;
    return pattern;
}

/* ---- sequences ---- */

static Pattern *parse_star_pattern(Parser *p)
{
    SrcPos start = start_pos(p);
    const char *name = NULL;
    Pattern *pattern;

    advance(p);
    if (peek_is_name(p, p->name_underscore))
        advance(p);
    else if ((name = parse_capture_target(p)) == NULL)
        return NULL;
    pattern = new_pattern(p, PATTERN_STAR, start);
    if (pattern != NULL)
        pattern->star.name = name;
    return pattern;
}

static Pattern *parse_maybe_star(Parser *p)
{
    return peek(p) == TOK_STAR ? parse_star_pattern(p) : parse_pattern(p);
}

/* Pushes patterns separated by commas, perhaps none, and eats a trailing comma. False: an error is set. */
static bool parse_pattern_list(Parser *p)
{
    for (;;) {
        ParserMark mark = parser_mark(p);
        Pattern *pattern = parse_maybe_star(p);

        if (pattern == NULL) {
            parser_reset(p, mark);
            return !diag_is_set(p->diag);
        }
        if (!push(p, pattern))
            return false;
        if (!accept(p, TOK_COMMA))
            return true;
    }
}

static Pattern *new_sequence(Parser *p, SrcPos start, int scratch)
{
    Pattern *pattern = new_pattern(p, PATTERN_SEQUENCE, start);

    return pattern != NULL && TAKE_SEQ(p, scratch, &pattern->sequence.patterns) ? pattern : NULL;
}

static Pattern *parse_bracket_sequence(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;

    advance(p);
    return parse_pattern_list(p) && accept(p, TOK_RBRACKET) ? new_sequence(p, start, scratch) : NULL;
}

/* A group has one pattern and no comma. */
static Pattern *parse_parenthesized(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Pattern *first;

    advance(p);
    if (accept(p, TOK_RPAREN))
        return new_sequence(p, start, scratch);
    first = parse_maybe_star(p);
    if (first == NULL)
        return NULL;
    if (first->kind != PATTERN_STAR && accept(p, TOK_RPAREN))
        return first;
    if (!accept(p, TOK_COMMA) || !push(p, first) || !parse_pattern_list(p) || !accept(p, TOK_RPAREN))
        return NULL;
    return new_sequence(p, start, scratch);
}

/* ---- mappings ---- */

static Expr *parse_mapping_key(Parser *p)
{
    SrcPos start = start_pos(p);
    TokenKind kind = peek(p);
    Expr *e;

    switch (kind) {
    case TOK_NUMBER:
    case TOK_MINUS:
        return parse_signed_number(p);
    case TOK_STRING:
        return parse_strings(p);
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE:
        advance(p);
        e = new_expr(p, EXPR_CONSTANT, start);
        if (e != NULL)
            e->constant.kind = singleton_kind(kind);
        return e;
    case TOK_NAME:
        e = parse_dotted(p);
        return e != NULL && e->kind == EXPR_ATTRIBUTE ? e : NULL;
    default:
        return NULL;
    }
}

/* Pairs on the scratch stack: `first` values become *keys, `second` *values. */
static bool take_pairs(Parser *p, int scratch, int *count, void ***firsts, PatternSeq *seconds)
{
    int n = (p->scratch_count - scratch) / 2;
    void **items = NULL;
    Pattern **patterns = NULL;

    if (n > 0) {
        items = arena_alloc(p->arena, (size_t)n * sizeof *items);
        patterns = arena_alloc(p->arena, (size_t)n * sizeof *patterns);
        if (items == NULL || patterns == NULL) {
            diag_memory(p->diag);
            return false;
        }
    }
    for (int i = 0; i < n; i++) {
        items[i] = p->scratch[scratch + 2 * i];
        patterns[i] = p->scratch[scratch + 2 * i + 1];
    }
    p->scratch_count = scratch;
    *count = n;
    *firsts = items;
    *seconds = (PatternSeq){n, patterns};
    return true;
}

/* key: pattern, ..., [**rest] [,] */
static bool parse_mapping_items(Parser *p, const char **rest)
{
    *rest = NULL;
    while (peek(p) != TOK_RBRACE) {
        if (accept(p, TOK_POWER)) {
            *rest = parse_capture_target(p);
            if (*rest == NULL)
                return false;
            accept(p, TOK_COMMA);
            return true;
        } else {
            Expr *key = parse_mapping_key(p);
            Pattern *value;

            if (key == NULL || !accept(p, TOK_COLON) || (value = parse_pattern(p)) == NULL || !push(p, key) ||
                !push(p, value))
                return false;
        }
        if (!accept(p, TOK_COMMA))
            return true;
    }
    return true;
}

static Pattern *parse_mapping(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    const char *rest;
    Pattern *pattern;
    void **keys;

    advance(p);
    if (!parse_mapping_items(p, &rest) || !accept(p, TOK_RBRACE) ||
        (pattern = new_pattern(p, PATTERN_MAPPING, start)) == NULL ||
        !take_pairs(p, scratch, &pattern->mapping.keys.count, &keys, &pattern->mapping.patterns))
        return NULL;
    pattern->mapping.keys.items = (Expr **)(void *)keys;
    pattern->mapping.rest = rest;
    return pattern;
}

/* ---- classes ---- */

static bool at_keyword_pattern(Parser *p)
{
    return peek(p) == TOK_NAME && peek_second(p) == TOK_ASSIGN;
}

/* A positional pattern behind name=pattern: report all that follow each other. */
static bool explain_positional_after_keyword(Parser *p)
{
    SrcPos first = start_pos(p);
    Pattern *pattern;
    Pattern *last = NULL;

    if (!explaining(p))
        return false;
    while (!at_keyword_pattern(p) && (pattern = parse_pattern(p)) != NULL) {
        if (last == NULL)
            first = pattern->pos;
        last = pattern;
        if (!accept(p, TOK_COMMA))
            break;
    }
    if (last != NULL)
        error_between(p, first, last->pos, "positional patterns follow keyword patterns");
    return false;
}

/* name=pattern, ... [,] */
static bool parse_keyword_patterns(Parser *p)
{
    while (peek(p) != TOK_RPAREN) {
        const char *name;
        Pattern *value;

        if (!at_keyword_pattern(p))
            return explain_positional_after_keyword(p);
        name = accept_name(p);
        advance(p);
        value = parse_pattern(p);
        if (value == NULL || !push(p, (void *)(uintptr_t)name) || !push(p, value))
            return false;
        if (!accept(p, TOK_COMMA))
            return true;
    }
    return true;
}

/* After the name of the class and '('. */
static Pattern *parse_class_rest(Parser *p, SrcPos start, Expr *cls)
{
    int scratch = p->scratch_count;
    PatternSeq positional, keyword;
    Pattern *pattern, *item;
    bool more = true;
    void **names;
    int count;

    while (more && peek(p) != TOK_RPAREN && !at_keyword_pattern(p)) {
        item = parse_pattern(p);
        if (item == NULL || !push(p, item))
            return NULL;
        more = accept(p, TOK_COMMA);
    }
    if (!TAKE_SEQ(p, scratch, &positional) || (more && !parse_keyword_patterns(p)) ||
        !take_pairs(p, scratch, &count, &names, &keyword) || !accept(p, TOK_RPAREN) ||
        (pattern = new_pattern(p, PATTERN_CLASS, start)) == NULL)
        return NULL;
    pattern->cls.cls = cls;
    pattern->cls.patterns = positional;
    pattern->cls.kwd_attrs = (NameSeq){count, (const char **)(void *)names};
    pattern->cls.kwd_patterns = keyword;
    return pattern;
}

/* _, a name to bind, a dotted value, or a class. */
static Pattern *parse_name_pattern(Parser *p)
{
    SrcPos start = start_pos(p);
    Expr *e = parse_dotted(p);
    Pattern *pattern;

    if (e == NULL)
        return NULL;
    if (accept(p, TOK_LPAREN))
        return parse_class_rest(p, start, e);
    if (peek(p) == TOK_DOT || peek(p) == TOK_ASSIGN)
        return NULL;
    if (e->kind == EXPR_ATTRIBUTE)
        return new_value_pattern(p, start, e);
    pattern = new_pattern(p, PATTERN_AS, start);
    if (pattern != NULL)
        pattern->as.name = e->name.id == p->name_underscore ? NULL : e->name.id;
    return pattern;
}

/* ---- the whole ---- */

static Pattern *parse_closed_pattern(Parser *p)
{
    SrcPos start = start_pos(p);

    switch (peek(p)) {
    case TOK_NUMBER:
    case TOK_MINUS:
        return new_value_pattern(p, start, parse_signed_number(p));
    case TOK_STRING:
        return new_value_pattern(p, start, parse_strings(p));
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE:
        return parse_singleton(p);
    case TOK_NAME:
        return parse_name_pattern(p);
    case TOK_LPAREN:
        return parse_parenthesized(p);
    case TOK_LBRACKET:
        return parse_bracket_sequence(p);
    case TOK_LBRACE:
        return parse_mapping(p);
    default:
        return NULL;
    }
}

static Pattern *parse_or_pattern(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Pattern *pattern = parse_closed_pattern(p);

    if (pattern == NULL || peek(p) != TOK_PIPE)
        return pattern;
    if (!push(p, pattern))
        return NULL;
    while (accept(p, TOK_PIPE)) {
        pattern = parse_closed_pattern(p);
        if (pattern == NULL || !push(p, pattern))
            return NULL;
    }
    pattern = new_pattern(p, PATTERN_OR, start);
    return pattern != NULL && TAKE_SEQ(p, scratch, &pattern->or.patterns) ? pattern : NULL;
}

static Pattern *explain_as_target(Parser *p)
{
    SrcPos target = start_pos(p);
    Expr *e;

    if (!explaining(p))
        return NULL;
    if (peek_is_name(p, p->name_underscore))
        return error_at_pos(p, target, "cannot use '_' as a target");
    if (peek(p) != TOK_NAME && (e = parse_expression(p)) != NULL)
        return error_at_pos(p, e->pos, "invalid pattern target");
    return NULL;
}

static Pattern *parse_as_pattern(Parser *p)
{
    SrcPos start = start_pos(p);
    Pattern *inner = parse_or_pattern(p);
    Pattern *pattern;
    const char *name;

    if (inner == NULL || !accept(p, TOK_AS))
        return inner;
    name = parse_capture_target(p);
    if (name == NULL)
        return explain_as_target(p);
    pattern = new_pattern(p, PATTERN_AS, start);
    if (pattern == NULL)
        return NULL;
    pattern->as.pattern = inner;
    pattern->as.name = name;
    return pattern;
}

static Pattern *parse_pattern(Parser *p)
{
    Pattern *pattern = NULL;

    if (enter(p))
        pattern = parse_as_pattern(p);
    leave(p);
    return pattern;
}

Pattern *parse_patterns(Parser *p)
{
    SrcPos start = start_pos(p);
    int scratch = p->scratch_count;
    Pattern *first = parse_maybe_star(p);

    if (first == NULL)
        return NULL;
    if (accept(p, TOK_COMMA)) {
        if (!push(p, first) || !parse_pattern_list(p))
            return NULL;
        return new_sequence(p, start, scratch);
    }
    return first->kind == PATTERN_STAR ? NULL : first;
}
