/* str_strip.c: what removes from or adds to the ends of a str. */
#include "exceptions.h"
#include "native.h"
#include "types/int.h"
#include "types/slice.h"
#include "types/str_builder.h"
#include "types/str_methods.h"
#include "types/str_scan.h"
#include "types/unicode.h"

#define METHOD(name) Value str_##name(Value self, const Value *args, int nargs, Value kwnames)

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool str_has_point(const Str *s, uint32_t c)
{
    if (s->kind == 1)
        return c < 256 && memchr(s->u8, (int)c, (size_t)s->length);
    for (int64_t i = 0; i < s->length; i++)
        if (str_point_at(s, i) == c)
            return true;
    return false;
}

static Value strip(Value self, const Value *args, int nargs, int sides, const char *name)
{
    Str *s = as_str(self), *set = NULL;
    if (nargs && args[0] != VALUE_NONE) {
        if (!value_is_str(args[0]))
            return raise_error(&exc_TypeError, "%s arg must be None or str", name);
        set = as_str(args[0]);
    }
    int64_t from = 0, to = s->length;
#define STRIPPED(i) (set ? str_has_point(set, str_point_at(s, i)) : unicode_has(str_point_at(s, i), UNICODE_SPACE))
    while (sides & STRIP_LEFT && from < to && STRIPPED(from))
        from++;
    while (sides & STRIP_RIGHT && to > from && STRIPPED(to - 1))
        to--;
#undef STRIPPED
    return str_substring(self, from, to);
}

METHOD(strip) { (void)kwnames; return strip(self, args, nargs, STRIP_LEFT | STRIP_RIGHT, "strip"); }
METHOD(lstrip) { (void)kwnames; return strip(self, args, nargs, STRIP_LEFT, "lstrip"); }
METHOD(rstrip) { (void)kwnames; return strip(self, args, nargs, STRIP_RIGHT, "rstrip"); }

METHOD(removeprefix)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "removeprefix() argument must be str, not %A", args[0]);
    Str *s = as_str(self), *prefix = as_str(args[0]);
    bool has = prefix->length <= s->length && str_find(s, prefix, 0, prefix->length) == 0;
    return str_substring(self, has ? prefix->length : 0, s->length);
}

METHOD(removesuffix)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "removesuffix() argument must be str, not %A", args[0]);
    Str *s = as_str(self), *suffix = as_str(args[0]);
    int64_t at = s->length - suffix->length;
    bool has = suffix->length && at >= 0 && str_find(s, suffix, at, s->length) == at;
    return str_substring(self, 0, has ? at : s->length);
}

/* width and fill character of center, ljust, rjust; -1: exception */
static int pad_args(const Value *args, int nargs, int64_t *width, uint32_t *fill)
{
    if (int_as_ssize(args[0], width) < 0)
        return -1;
    *fill = ' ';
    if (nargs < 2)
        return 0;
    if (!value_is_str(args[1]))
        return raise_error_int(&exc_TypeError, "The fill character must be a unicode character, not %.100T", args[1]);
    if (as_str(args[1])->length != 1)
        return raise_error_int(&exc_TypeError, "The fill character must be exactly one character long");
    *fill = str_point_at(as_str(args[1]), 0);
    return 0;
}

static Value pad(Value self, int64_t left, int64_t right, uint32_t fill)
{
    if (left <= 0 && right <= 0)
        return str_as_exact(self);
    StrBuilder b;
    str_builder_init(&b);
    str_builder_add_repeated(&b, fill, left);
    str_builder_add_value(&b, self);
    str_builder_add_repeated(&b, fill, right);
    return str_builder_finish(&b);
}

METHOD(center)
{
    (void)kwnames;
    int64_t width;
    uint32_t fill;
    if (pad_args(args, nargs, &width, &fill) < 0)
        return VALUE_NULL;
    int64_t margin = width - as_str(self)->length;
    int64_t left = margin <= 0 ? 0 : margin / 2 + (margin & width & 1);
    return pad(self, left, margin - left, fill);
}

METHOD(ljust)
{
    (void)kwnames;
    int64_t width;
    uint32_t fill;
    return pad_args(args, nargs, &width, &fill) < 0 ? VALUE_NULL : pad(self, 0, width - as_str(self)->length, fill);
}

METHOD(rjust)
{
    (void)kwnames;
    int64_t width;
    uint32_t fill;
    return pad_args(args, nargs, &width, &fill) < 0 ? VALUE_NULL : pad(self, width - as_str(self)->length, 0, fill);
}

METHOD(zfill)
{
    (void)nargs, (void)kwnames;
    int64_t width;
    Str *s = as_str(self);
    if (int_as_ssize(args[0], &width) < 0)
        return VALUE_NULL;
    if (width <= s->length)
        return str_as_exact(self);
    bool sign = s->length && (str_point_at(s, 0) == '+' || str_point_at(s, 0) == '-');
    StrBuilder b;
    str_builder_init(&b);
    str_builder_add_part(&b, s, 0, sign);
    str_builder_add_repeated(&b, '0', width - s->length);
    str_builder_add_part(&b, s, sign, s->length);
    return str_builder_finish(&b);
}

METHOD(expandtabs)
{
    Value size = VALUE_NULL;
    int tab = 8;
    int64_t column = 0;
    if (!native_bind("expandtabs(tabsize=)", args, nargs, kwnames, &size) || (size && int_as_int32(size, &tab) < 0))
        return VALUE_NULL;
    Str *s = as_str(self);
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (c == '\t') {
            int64_t spaces = tab > 0 ? tab - column % tab : 0;
            str_builder_add_repeated(&b, ' ', spaces);
            column += spaces;
        } else {
            str_builder_add_point(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return str_builder_finish(&b);
}
