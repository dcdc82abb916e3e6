#include "compiler.h"

#include "exceptions.h"
#include "types/str.h"
#include "types/tuple.h"

enum { DIGITS_MAX = 2 };

/* One part of a format: a text, or a field that an f-string has, too. */
typedef struct Part {
    const char *text; /* NULL: a field */
    size_t length;
    int conversion;   /* 's', 'r', 'a' */
    char spec[2 * DIGITS_MAX + 3]; /* empty: none */
} Part;

/* Digits, at most DIGITS_MAX: how many; -1: more. */
static int digits_at(const char *at, const char *end)
{
    int count = 0;
    while (at + count < end && at[count] >= '0' && at[count] <= '9')
        if (++count > DIGITS_MAX)
            return -1;
    return count;
}

/* Behind a '%': what is behind the field, or NULL when it is none that an f-string has. Flags other than '-' say nothing for these conversions. */
static const char *read_field(const char *at, const char *end, Part *part)
{
    bool left = false;
    char *spec = part->spec;
    for (; at < end && strchr("-+ #0", *at) && *at; at++)
        left |= *at == '-';
    int digits = digits_at(at, end);
    if (digits < 0)
        return NULL;
    if (digits > 0 && !left)
        *spec++ = '>';
    memcpy(spec, at, (size_t)digits);
    spec += digits;
    at += digits;
    if (at < end && *at == '.') {
        digits = digits_at(++at, end);
        if (digits < 0)
            return NULL;
        *spec++ = '.';
        memcpy(spec, digits ? at : "0", digits ? (size_t)digits : 1);
        spec += digits ? digits : 1;
        at += digits;
    }
    *spec = '\0';
    if (at == end || (*at != 's' && *at != 'r' && *at != 'a'))
        return NULL;
    part->conversion = (unsigned char)*at;
    return at + 1;
}

/* The part at `at`: what is behind it, or NULL when CPython leaves the format alone. "%%" in a text stays as it is. */
static const char *read_part(const char *at, const char *end, Part *part)
{
    const char *start = at;
    while (at < end && (*at != '%' || (at + 1 < end && at[1] == '%')))
        at += *at == '%' ? 2 : 1;
    *part = (Part){ .text = at > start ? start : NULL, .length = (size_t)(at - start) };
    return at > start ? at : read_field(at + 1, end, part);
}

static Expr *new_text(Compiler *c, const char *text, size_t length, SrcPos pos)
{
    Expr *e = compile_alloc(c, sizeof *e);
    *e = (Expr){ .kind = EXPR_CONSTANT, .pos = pos, .constant = { .kind = CONST_STR, .text = { .bytes = text, .length = length } } };
    return e;
}

/* It has no line. */
static Expr *text_of(Compiler *c, const Part *part)
{
    char *text = compile_alloc(c, part->length + 1);
    size_t length = 0;
    for (size_t i = 0; i < part->length; i++) {
        text[length++] = part->text[i];
        i += part->text[i] == '%';
    }
    text[length] = '\0';
    return new_text(c, text, length, (SrcPos){ 0 });
}

static Expr *field_of(Compiler *c, const Part *part, Expr *value)
{
    Expr *e = compile_alloc(c, sizeof *e), *spec = NULL;
    if (part->spec[0]) {
        const size_t length = strlen(part->spec);
        spec = new_text(c, memcpy(compile_alloc(c, length + 1), part->spec, length + 1), length, value->pos);
    }
    *e = (Expr){ .kind = EXPR_FORMATTED_VALUE, .pos = value->pos, .formatted = { value, part->conversion, spec } };
    return e;
}

/* The parts of the format; no items: it stays a "%". */
static ExprSeq parts_of(Compiler *c, const char *text, size_t length, ExprSeq values)
{
    const char *end = text + length;
    ExprSeq parts = { 0, compile_alloc(c, (size_t)(2 * values.count + 1) * sizeof(Expr *)) };
    int used = 0;
    for (const char *at = text; at < end;) {
        Part part;
        at = read_part(at, end, &part);
        if (!at || (!part.text && used == values.count))
            return (ExprSeq){ 0 };
        parts.items[parts.count++] = part.text ? text_of(c, &part) : field_of(c, &part, values.items[used++]);
    }
    return used == values.count ? parts : (ExprSeq){ 0 };
}

const Expr *percent_as_fstring(Compiler *c, const Expr *e)
{
    if (e->bin_op.op != BIN_OP_MOD || e->bin_op.right->kind != EXPR_TUPLE)
        return NULL;
    Value format = fold(c, e->bin_op.left);
    if (!format || !value_is_str(format) || fold(c, e->bin_op.right))
        return NULL;
    const ExprSeq values = e->bin_op.right->tuple.elts;
    for (int i = 0; i < values.count; i++)
        if (values.items[i]->kind == EXPR_STARRED)
            return NULL;
    size_t length;
    const char *text = str_utf8(format, &length);
    if (!text) {
        exc_clear(); /* half a character */
        return NULL;
    }
    const ExprSeq parts = parts_of(c, text, length, values);
    if (parts.count == 0)
        return NULL;
    Expr *fstring = compile_alloc(c, sizeof *fstring);
    *fstring = (Expr){ .kind = EXPR_JOINED_STR, .pos = e->pos, .joined_str = { parts } };
    return fstring;
}
