/* str_repr.c: repr and ascii of strings, and printf-like construction. */
#include <stdio.h>

#include "abstract.h"
#include "exceptions.h"
#include "types/str_builder.h"
#include "types/str_scan.h"
#include "types/unicode.h"

/* The length of the escape of c inside quotes, 1 for none. */
static int escape_width(uint32_t c, char quote, bool ascii_only)
{
    if (c == (uint32_t)quote || c == '\\' || c == '\n' || c == '\r' || c == '\t')
        return 2;
    if (c < 0x7f)
        return c < ' ' ? 4 : 1;
    if (c >= 0x80 && !ascii_only && unicode_has(c, UNICODE_PRINTABLE))
        return 1;
    return c < 0x100 ? 4 : c < 0x10000 ? 6 : 10;
}

static void add_escape(StrBuilder *b, uint32_t c, int width)
{
    char text[12];
    if (width == 2)
        snprintf(text, sizeof text, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : (char)c);
    else
        snprintf(text, sizeof text, width == 4 ? "\\x%02x" : width == 6 ? "\\u%04x" : "\\U%08x", c);
    str_builder_add_utf8(b, text, (size_t)width);
}

/* Nothing to escape, and no quote of either kind. */
static bool is_plain(const Str *s)
{
    if (!s->ascii)
        return false;
    bool special = false;
    for (int64_t i = 0; i < s->length; i++) {
        uint8_t c = s->u8[i];
        special |= (c < ' ') | (c == 0x7f) | (c == '\'') | (c == '"') | (c == '\\');
    }
    return !special;
}

static Value quoted(const Str *s)
{
    Str *result = str_alloc(s->length + 2, 0x7f);
    if (!result)
        return VALUE_NULL;
    result->u8[0] = result->u8[s->length + 1] = '\'';
    memcpy(result->u8 + 1, s->u8, (size_t)s->length);
    return value_of(result);
}

static Value repr(Value v, bool ascii_only)
{
    Str *s = as_str(v);
    if (is_plain(s))
        return quoted(s);
    bool single = false, twice = false;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        single = single || c == '\'';
        twice = twice || c == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    StrBuilder b;
    str_builder_init(&b);
    str_builder_add_point(&b, (uint32_t)quote);
    int64_t plain = 0; /* start of the run that needs no escape */
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        int width = escape_width(c, quote, ascii_only);
        if (width == 1)
            continue;
        str_builder_add_part(&b, s, plain, i);
        add_escape(&b, c, width);
        plain = i + 1;
    }
    str_builder_add_part(&b, s, plain, s->length);
    str_builder_add_point(&b, (uint32_t)quote);
    return str_builder_finish(&b);
}

Value str_repr(Value v) { return repr(v, false); }
Value str_ascii_repr(Value v) { return repr(v, true); }

/* ---- printf ---- */

typedef struct Directive {
    char text[32]; /* for snprintf: '%' … conversion */
    int precision; /* -1: none */
    char conversion;
    int longs; /* number of l; z, j and t count as 1 */
} Directive;

static const char *parse_directive(const char *p, Directive *d, int *star)
{
    size_t n = 0;
    d->text[n++] = *p++;
    d->precision = -1;
    d->longs = 0;
    while (*p && strchr("-+ #0123456789", *p) && n < 20)
        d->text[n++] = *p++;
    if (*p == '.') {
        d->text[n++] = *p++;
        d->precision = 0;
        if (*p == '*') {
            d->precision = *star = 1;
            d->text[n++] = *p++;
        }
        for (; *p >= '0' && *p <= '9' && n < 24; d->text[n++] = *p++)
            d->precision = d->precision * 10 + (*p - '0');
    }
    for (; *p && strchr("lzjt", *p) && n < 28; d->text[n++] = *p++)
        d->longs++;
    d->conversion = *p;
    d->text[n++] = *p;
    d->text[n] = 0;
    return *p ? p + 1 : p;
}

static void add_cut(StrBuilder *b, Value text, int precision)
{
    if (!text) {
        str_builder_discard(b);
        return;
    }
    Str *s = as_str(text);
    str_builder_add_part(b, s, 0, precision >= 0 && precision < s->length ? precision : s->length);
}

static void add_cstr_cut(StrBuilder *b, const char *text, int precision)
{
    size_t n = precision >= 0 ? strnlen(text, (size_t)precision) : strlen(text);
    str_builder_add_utf8(b, text, n);
}

Value str_vprintf(const char *format, va_list caller_arguments)
{
    va_list arguments;
    va_copy(arguments, caller_arguments);
    StrBuilder b;
    str_builder_init(&b);
    for (const char *p = format; *p;) {
        const char *percent = strchrnul(p, '%');
        str_builder_add_utf8(&b, p, (size_t)(percent - p));
        if (!*percent)
            break;
        Directive d;
        int star = 0;
        char number[512];
        p = parse_directive(percent, &d, &star);
        if (star)
            d.precision = va_arg(arguments, int);
        switch (d.conversion) {
        case 'V':
        case 'S': {
            Value v = va_arg(arguments, Value);
            Value text = b.failed ? VALUE_NULL : d.conversion == 'V' ? value_repr(v) : value_str(v);
            add_cut(&b, text, d.precision);
            value_release_null(text);
            break;
        }
        case 'T':
            add_cstr_cut(&b, type_of(va_arg(arguments, Value))->name, d.precision);
            break;
        case 'A': {
            Value v = va_arg(arguments, Value);
            add_cstr_cut(&b, v == VALUE_NONE ? "None" : type_of(v)->name, 50);
            break;
        }
        case 'Y':
            add_cut(&b, value_of(va_arg(arguments, Str *)), d.precision);
            break;
        case 's':
            add_cstr_cut(&b, va_arg(arguments, const char *), d.precision);
            break;
        case 'c':
            str_builder_add_point(&b, (uint32_t)va_arg(arguments, int));
            break;
        case '%':
            str_builder_add_point(&b, '%');
            break;
        case 'p':
            snprintf(number, sizeof number, d.text, va_arg(arguments, void *));
            str_builder_add_cstr(&b, number);
            break;
        case 'e': case 'f': case 'g':
            if (star)
                snprintf(number, sizeof number, d.text, d.precision, va_arg(arguments, double));
            else
                snprintf(number, sizeof number, d.text, va_arg(arguments, double));
            str_builder_add_cstr(&b, number);
            break;
        case 'd': case 'i': case 'u': case 'x': case 'X': case 'o':
            if (d.longs == 0)
                snprintf(number, sizeof number, d.text, va_arg(arguments, int));
            else /* long, long long, size_t, intmax_t are all 64 bits wide */
                snprintf(number, sizeof number, d.text, va_arg(arguments, long));
            str_builder_add_cstr(&b, number);
            break;
        default: /* our own bug: show the directive */
            str_builder_add_cstr(&b, d.text);
            break;
        }
    }
    va_end(arguments);
    return str_builder_finish(&b);
}

Value str_printf(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value result = str_vprintf(format, arguments);
    va_end(arguments);
    return result;
}
