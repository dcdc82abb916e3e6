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

/* The number of parts; 0: it stays a "%". */
static int count_parts(const char *text, size_t length, int values)
{
    const char *end = text + length;
    int parts = 0;
    for (const char *at = text; at < end; parts++) {
        Part part;
        at = read_part(at, end, &part);
        if (!at || (!part.text && values-- == 0))
            return 0;
    }
    return values == 0 ? parts : 0;
}

/* A text has no line of its own: it belongs to the line before it, at a function's beginning to the def. */
static SrcPos position_before(const Compiler *c)
{
    const Unit *u = c->unit;
    return u->ir_count > 0 ? u->ir[u->ir_count - 1].pos : (SrcPos){ .line = (uint32_t)u->first_line };
}

static void load_text(Compiler *c, const Part *part)
{
    char *text = compile_alloc(c, part->length + 1);
    size_t length = 0;
    for (size_t i = 0; i < part->length; i++) {
        text[length++] = part->text[i];
        i += part->text[i] == '%';
    }
    SrcPos before = set_pos(c, position_before(c));
    load_constant_want(c, constant_str(c, text, length), WANT_TEMP);
    set_pos(c, before);
}

static void load_field(Compiler *c, const Part *part, const Expr *value)
{
    int base = c->unit->depth, flags = part->conversion;
    SrcPos before = set_pos(c, value->pos);
    visit_temp(c, value);
    if (part->spec[0]) {
        stack_object(c, base);
        load_constant_want(c, constant_str(c, part->spec, strlen(part->spec)), WANT_TEMP);
        flags |= FORMAT_HAS_SPEC;
    }
    build(c, OP_FORMAT, base, flags, WANT_TEMP);
    set_pos(c, before);
}

Value percent_format(Compiler *c, const Expr *e)
{
    if (e->bin_op.op != BIN_OP_MOD || e->bin_op.right->kind != EXPR_TUPLE)
        return VALUE_NULL;
    Value format = fold(c, e->bin_op.left);
    if (!format || !value_is_str(format) || fold(c, e->bin_op.right))
        return VALUE_NULL;
    ExprSeq values = e->bin_op.right->tuple.elts;
    for (int i = 0; i < values.count; i++)
        if (values.items[i]->kind == EXPR_STARRED)
            return VALUE_NULL;
    size_t length;
    const char *text = str_utf8(format, &length);
    if (!text)
        exc_clear(); /* half a character */
    return text && count_parts(text, length, values.count) > 0 ? format : VALUE_NULL;
}

int visit_percent(Compiler *c, const Expr *e, Value format, int want)
{
    size_t length;
    const char *at = str_utf8(format, &length), *end = at + length;
    const ExprSeq values = e->bin_op.right->tuple.elts;
    const int base = c->unit->depth;
    int done = 0, pending = 0;
    for (Part part; at < end;) {
        int stack = c->unit->stack, slot = c->unit->depth;
        at = read_part(at, end, &part);
        if (part.text)
            load_text(c, &part);
        else
            load_field(c, &part, values.items[done++]);
        c->unit->stack = stack;
        stack_part(c, slot);
        if (++pending == DISPLAY_MAX && at < end) { /* a long one in pieces */
            emit(c, OP_BUILD_STRING, base, base, pending);
            set_depth(c, base + 1);
            pending = 1;
        }
    }
    return pending > 1 ? build(c, OP_BUILD_STRING, base, pending, want) : deliver(c, base, want);
}
