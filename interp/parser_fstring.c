/* parser_fstring.c: the body of an f-string, as Python 3.11 reads it: not by the grammar but by a scan for braces, with
 * each expression handed to a parser of its own inside added parentheses. Hence no backslash and no '#' in an
 * expression.
 */
#include "parser_internal.h"

#include <string.h>

enum {
    MAX_SPEC_NESTING = 2,
    MAX_FIELD_PARENS = LEXER_MAX_PARENS,
};

typedef struct Field {
    Parser *p;
    const char *at;  /* the scan */
    const char *end; /* of the f-string's body */
    const Token *token;
    bool raw;
} Field;

static bool fail_field(Parser *p, const char *message)
{
    error_here(p, DIAG_SYNTAX_ERROR, "f-string: %s", message);
    return false;
}

static bool parse_pieces(Field *field, StringBuilder *builder, int nesting);

/* ---- where an expression ends ---- */

/* Skips a string literal inside an expression; field->at is at the opening quote and ends behind the closing one. */
static bool skip_quoted(Field *field)
{
    char quote = *field->at;
    bool triple = field->end - field->at > 2 && field->at[1] == quote && field->at[2] == quote;

    field->at += triple ? 3 : 1;
    for (; field->at < field->end; field->at++) {
        if (*field->at == '\\') {
            error_here(field->p, DIAG_SYNTAX_ERROR, "f-string expression part cannot include a backslash");
            return false;
        }
        if (*field->at != quote)
            continue;
        if (!triple) {
            field->at++;
            return true;
        }
        if (field->end - field->at > 2 && field->at[1] == quote && field->at[2] == quote) {
            field->at += 3;
            return true;
        }
    }
    return fail_field(field->p, "unterminated string");
}

static bool closes(char open, char close)
{
    return (open == '(' && close == ')') || (open == '[' && close == ']') || (open == '{' && close == '}');
}

/* Moves field->at to the '!', ':', '=' or '}' that ends the expression. */
static bool find_expression_end(Field *field)
{
    char parens[MAX_FIELD_PARENS];
    int depth = 0;

    while (field->at < field->end) {
        char c = *field->at;
        char next = field->at + 1 < field->end ? field->at[1] : '\0';

        if (c == '\\') {
            error_here(field->p, DIAG_SYNTAX_ERROR, "f-string expression part cannot include a backslash");
            return false;
        }
        if (c == '#') {
            error_here(field->p, DIAG_SYNTAX_ERROR, "f-string expression part cannot include '#'");
            return false;
        }
        if (c == '\'' || c == '"') {
            if (!skip_quoted(field))
                return false;
            continue;
        }
        if (c == '(' || c == '[' || c == '{') {
            if (depth == MAX_FIELD_PARENS)
                return fail_field(field->p, "too many nested parenthesis");
            parens[depth++] = c;
        } else if (depth == 0 && c && strchr("!=<>", c) && next == '=') {
            field->at++;
        } else if (depth == 0 && c && strchr("!:}=", c)) {
            return true;
        } else if (c == ')' || c == ']' || c == '}') {
            if (depth == 0) {
                error_here(field->p, DIAG_SYNTAX_ERROR, "f-string: unmatched '%c'", c);
                return false;
            }
            if (!closes(parens[--depth], c)) {
                error_here(field->p, DIAG_SYNTAX_ERROR,
                           "f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c,
                           parens[depth]);
                return false;
            }
        }
        field->at++;
    }
    if (depth > 0) {
        error_here(field->p, DIAG_SYNTAX_ERROR, "f-string: unmatched '%c'", parens[depth - 1]);
        return false;
    }
    return fail_field(field->p, "expecting '}'");
}

/* ---- the expression ---- */

static void *rule_field(Parser *p)
{
    return parse_star_expressions(p);
}

/* Line and column, in the file, of the '{' at `brace`. A field whose expression begins on a later line counts from
 * column 0. */
static void locate(const Token *token, const char *brace, uint32_t *line, uint32_t *column)
{
    const char *after = brace + 1;
    const char *line_start = token->text;

    *line = token->pos.line;
    *column = 0;
    for (const char *c = token->text; c < brace; c++) {
        if (*c == '\n') {
            (*line)++;
            line_start = c + 1;
        }
    }
    while (*after == ' ' || *after == '\t' || *after == '\f')
        after++;
    if (*after == '\n')
        return;
    *column = (uint32_t)(brace - line_start);
    if (*line == token->pos.line)
        *column += token->pos.col;
}

/* The text between brace and `end` in parentheses, with a parser of its own. */
static Expr *parse_field_expression(Field *field, const char *begin, const char *end)
{
    Parser *outer = field->p;
    size_t length = (size_t)(end - begin);
    char *text = arena_alloc(outer->arena, length + 4);
    Diag *diag = outer->diag;
    const char *saved_source = diag->source;
    size_t saved_length = diag->source_length;
    int saved_line = diag->source_first_line;
    bool saved_unit = diag->byte_offsets;
    uint32_t line, column;
    Expr *e = NULL;
    Parser p;

    if (text == NULL)
        return diag_memory(diag);
    text[0] = '(';
    memcpy(text + 1, begin, length);
    memcpy(text + 1 + length, ")\n", 3);
    locate(field->token, begin - 1, &line, &column);
    diag->source = text;
    diag->source_length = length + 3;
    diag->source_first_line = (int)line;
    diag->byte_offsets = true;
    if (parser_init(&p, outer->arena, diag, text, length + 3)) {
        p.lexer.line = p.lexer.first_line = line;
        p.lexer.column_shift = column;
        p.in_fstring = true;
        p.depth = outer->depth;
        e = parser_run(&p, rule_field);
    }
    parser_fini(&p);
    diag->source = saved_source;
    diag->source_length = saved_length;
    diag->source_first_line = saved_line;
    diag->byte_offsets = saved_unit;
    return e;
}

static bool is_blank(const char *begin, const char *end)
{
    for (; begin < end; begin++)
        if (*begin != ' ' && *begin != '\t' && *begin != '\n' && *begin != '\f')
            return false;
    return true;
}

/* ---- after the expression: =, !r, :spec ---- */

static bool parse_conversion(Field *field, int *conversion)
{
    field->at++;
    if (field->at == field->end)
        return fail_field(field->p, "expecting '}'");
    *conversion = (unsigned char)*field->at++;
    if (*conversion != 's' && *conversion != 'r' && *conversion != 'a')
        return fail_field(field->p, "invalid conversion character: expected 's', 'r', or 'a'");
    return field->at < field->end || fail_field(field->p, "expecting '}'");
}

static bool parse_spec(Field *field, const StringBuilder *outer, int nesting, Expr **spec)
{
    StringBuilder builder = {.mark = field->p->scratch_count, .pos = outer->pos};

    field->at++;
    if (field->at == field->end)
        return fail_field(field->p, "expecting '}'");
    *spec = NULL;
    if (parse_pieces(field, &builder, nesting + 1))
        *spec = builder_finish(field->p, &builder, field->token->pos);
    builder_release(&builder);
    return *spec != NULL;
}

static Expr *new_formatted(Parser *p, const StringBuilder *builder, Expr *value, int conversion, Expr *spec)
{
    Expr *e = arena_alloc(p->arena, sizeof *e);

    if (e == NULL)
        return diag_memory(p->diag);
    e->kind = EXPR_FORMATTED_VALUE;
    e->varies = false;
    e->pos = builder->pos;
    e->formatted.value = value;
    e->formatted.conversion = conversion;
    e->formatted.format_spec = spec;
    return e;
}

/* "{x}", "{x=}", "{x!r:>{width}}"; field->at is at the '{' and ends behind the '}'. */
static bool parse_field(Field *field, StringBuilder *builder, int nesting)
{
    Parser *p = field->p;
    const char *begin = ++field->at;
    bool debug;
    int conversion = -1;
    Expr *value, *e;
    Expr *spec = NULL;

    if (nesting >= MAX_SPEC_NESTING)
        return fail_field(p, "expressions nested too deeply");
    if (!find_expression_end(field))
        return false;
    if (is_blank(begin, field->at)) {
        if (*field->at == '}')
            return fail_field(p, "empty expression not allowed");
        error_here(p, DIAG_SYNTAX_ERROR, "f-string: expression required before '%c'", *field->at);
        return false;
    }
    value = parse_field_expression(field, begin, field->at);
    if (value == NULL)
        return false;
    debug = *field->at == '=';
    if (debug) {
        do
            field->at++;
        while (field->at < field->end && (*field->at == ' ' || (*field->at >= '\t' && *field->at <= '\r')));
        if (field->at == field->end)
            return fail_field(p, "expecting '}'");
        if (!text_append(p, &builder->text, begin, (size_t)(field->at - begin)))
            return false;
    }
    if (*field->at == '!' && !parse_conversion(field, &conversion))
        return false;
    if (*field->at == ':' && !parse_spec(field, builder, nesting, &spec))
        return false;
    if (field->at >= field->end || *field->at != '}')
        return fail_field(p, "expecting '}'");
    field->at++;
    if (debug && spec == NULL && conversion == -1)
        conversion = 'r';
    if (!builder_flush(p, builder))
        return false;
    e = new_formatted(p, builder, value, conversion, spec);
    return e != NULL && push(p, e);
}

/* ---- literal text ---- */

/* Text up to a field, the end, or (inside a spec) the '}' of the field around; doubled braces count once. */
static bool parse_text(Field *field, StringBuilder *builder, int nesting)
{
    for (;;) {
        const char *begin = field->at;
        const char *text_end;
        bool doubled = false;

        for (; field->at < field->end; field->at++) {
            if (*field->at == '\\' && !field->raw && field->at + 1 < field->end) {
                field->at++;
                if (*field->at == '{' && !warn_escape(field->p, field->at))
                    return false;
                if (*field->at == 'N' && field->at + 1 < field->end && field->at[1] == '{') {
                    while (field->at < field->end - 1 && *field->at != '}')
                        field->at++;
                    continue;
                }
            }
            if (*field->at == '{' || *field->at == '}')
                break;
        }
        text_end = field->at;
        if (field->at < field->end && nesting == 0) {
            doubled = field->at + 1 < field->end && field->at[1] == *field->at;
            if (!doubled && *field->at == '}')
                return fail_field(field->p, "single '}' is not allowed");
            if (doubled) {
                text_end++;
                field->at += 2;
            }
        }
        if (field->raw ? !text_append(field->p, &builder->text, begin, (size_t)(text_end - begin))
                       : !decode_escapes(field->p, &builder->text, begin, (size_t)(text_end - begin), false))
            return false;
        if (!doubled)
            return true;
    }
}

static bool parse_pieces(Field *field, StringBuilder *builder, int nesting)
{
    for (;;) {
        if (!parse_text(field, builder, nesting))
            return false;
        if (field->at == field->end || *field->at == '}')
            break;
        if (!parse_field(field, builder, nesting))
            return false;
    }
    return nesting == 0 || field->at < field->end || fail_field(field->p, "expecting '}'");
}

bool fstring_append(Parser *p, StringBuilder *builder, const char *body, const char *end, bool raw, const Token *token)
{
    Field field = {.p = p, .at = body, .end = end, .token = token, .raw = raw};

    return parse_pieces(&field, builder, 0);
}
