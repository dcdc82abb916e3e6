/* parser_string.c: adjacent string literals become one constant or one JoinedStr. */
#include "parser_internal.h"

#include "mem.h"

#include <string.h>

typedef struct StringPrefix {
    bool raw, bytes, formatted;
} StringPrefix;

/* Splits a literal into prefix and body. */
static StringPrefix split_literal(const Token *token, const char **body, const char **end)
{
    StringPrefix prefix = {false, false, false};
    const char *at = token->text;
    size_t quotes;

    for (; *at != '"' && *at != '\''; at++) {
        prefix.raw |= (*at | 0x20) == 'r';
        prefix.bytes |= (*at | 0x20) == 'b';
        prefix.formatted |= (*at | 0x20) == 'f';
    }
    *end = token->text + token->length;
    quotes = *end - at >= 6 && at[1] == *at && at[2] == *at ? 3 : 1;
    *body = at + quotes;
    *end -= quotes;
    return prefix;
}

static bool is_ascii(const char *text, const char *end)
{
    for (; text < end; text++)
        if (*text & 0x80)
            return false;
    return true;
}

static bool append_body(Parser *p, StringBuilder *builder, const Token *token, bool *bytes)
{
    const char *body, *end;
    StringPrefix prefix = split_literal(token, &body, &end);
    size_t length = (size_t)(end - body);

    *bytes = prefix.bytes;
    if (prefix.formatted) {
        builder->formatted = true;
        return fstring_append(p, builder, body, end, prefix.raw, token);
    }
    if (prefix.bytes && !is_ascii(body, end)) {
        error_at_pos(p, token->pos, "bytes can only contain ASCII literal characters");
        return false;
    }
    if (prefix.raw || memchr(body, '\\', length) == NULL)
        return text_append(p, &builder->text, body, length);
    return decode_escapes(p, &builder->text, body, length, prefix.bytes);
}

static bool append_literal(Parser *p, StringBuilder *builder, const Token *token, bool *bytes)
{
    SrcPos outer = p->literal;
    bool ok;

    p->literal = token->pos;
    ok = append_body(p, builder, token, bytes);
    p->literal = outer;
    return ok;
}

static Expr *new_text(Parser *p, const StringBuilder *builder, ConstKind kind)
{
    Expr *e = arena_alloc(p->arena, sizeof *e);

    if (e == NULL)
        return diag_memory(p->diag);
    e->kind = EXPR_CONSTANT;
    e->varies = false;
    e->pos = builder->pos;
    e->constant.kind = kind;
    e->constant.text.length = builder->text.length;
    e->constant.text.u_prefix = false;
    e->constant.text.bytes = arena_copy(p->arena, builder->text.bytes, builder->text.length);
    return e->constant.text.bytes == NULL ? diag_memory(p->diag) : e;
}

bool builder_flush(Parser *p, StringBuilder *builder)
{
    Expr *text;

    if (builder->text.length == 0)
        return true;
    text = new_text(p, builder, CONST_STR);
    builder->text.length = 0;
    return text != NULL && push(p, text);
}

Expr *builder_finish(Parser *p, StringBuilder *builder, SrcPos pos)
{
    Expr *e;

    builder->pos = pos;
    if (!builder_flush(p, builder) || (e = arena_alloc(p->arena, sizeof *e)) == NULL)
        return diag_memory(p->diag);
    e->kind = EXPR_JOINED_STR;
    e->varies = false;
    e->pos = pos;
    return TAKE_SEQ(p, builder->mark, &e->joined_str.values) ? e : NULL;
}

void builder_release(StringBuilder *builder)
{
    mem_free_raw(builder->text.bytes);
}

/* A single literal without escapes needs no buffer. */
static Expr *parse_simple_string(Parser *p, const Token *token)
{
    const char *body, *end;
    StringPrefix prefix = split_literal(token, &body, &end);
    Expr *e;

    if (prefix.formatted || (prefix.bytes && !is_ascii(body, end)) ||
        (!prefix.raw && memchr(body, '\\', (size_t)(end - body)) != NULL))
        return NULL;
    e = new_expr(p, EXPR_CONSTANT, token->pos);
    if (e == NULL)
        return NULL;
    e->constant.kind = prefix.bytes ? CONST_BYTES : CONST_STR;
    e->constant.text.length = (size_t)(end - body);
    e->constant.text.bytes = arena_copy(p->arena, body, (size_t)(end - body));
    return e->constant.text.bytes == NULL ? diag_memory(p->diag) : e;
}

static Expr *parse_literals(Parser *p)
{
    int first = p->pos;
    StringBuilder builder = {.mark = p->scratch_count, .pos = start_pos(p)};
    bool bytes = false;
    Expr *e = NULL;
    int count = 0;

    while (accept(p, TOK_STRING))
        count++;
    builder.pos = pos_from(p, builder.pos);
    if (count == 1) {
        Token token = p->tokens[first];

        e = parse_simple_string(p, &token);
        if (e != NULL || diag_is_set(p->diag))
            return e;
    }
    for (int i = 0; i < count; i++) {
        Token token = p->tokens[first + i];
        bool is_bytes;

        if (!append_literal(p, &builder, &token, &is_bytes))
            goto out;
        if (i > 0 && is_bytes != bytes) {
            error_here(p, DIAG_SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
            goto out;
        }
        bytes = is_bytes;
    }
    e = builder.formatted ? builder_finish(p, &builder, builder.pos)
                          : new_text(p, &builder, bytes ? CONST_BYTES : CONST_STR);
out:
    builder_release(&builder);
    return e;
}

Expr *parse_strings(Parser *p)
{
    const Token first = p->tokens[p->pos];
    Expr *e = parse_literals(p);
    if (e != NULL && e->kind == EXPR_CONSTANT && e->constant.kind == CONST_STR)
        e->constant.text.u_prefix = first.text[0] == 'u'; /* CPython's kind of a constant: that of its first literal, a small letter only */
    return e;
}
