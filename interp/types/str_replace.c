/* str_replace.c: replace, translate and maketrans. */
#include "abstract.h"
#include "exceptions.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str_builder.h"
#include "types/str_methods.h"
#include "types/str_scan.h"

#define METHOD(name) Value str_##name(Value self, const Value *args, int nargs, Value kwnames)

enum { SKIPS_KEPT = 64 };

static Value replace_byte(Value self, uint8_t old, uint8_t new)
{
    const Str *s = as_str(self);
    if (!memchr(s->u8, old, (size_t)s->length))
        return str_as_exact(self);
    Str *r = str_alloc(s->length, 0x7f);
    for (int64_t i = 0; r && i < s->length; i++)
        r->u8[i] = s->u8[i] == old ? new : s->u8[i];
    return r ? value_of(r) : VALUE_NULL;
}

/* All three ASCII, old not empty: measured first, then copied. VALUE_NULL with nothing pending: shorter than two characters. */
static Value replace_bytes(Value self, const Str *old, const Str *new, int64_t limit)
{
    const Str *s = as_str(self);
    if (old->length == 1 && new->length == 1 && limit < 0 && s->length > 1)
        return replace_byte(self, old->u8[0], new->u8[0]);
    int64_t skips[SKIPS_KEPT]; /* so that they are not searched twice */
    int64_t count = 0, most = limit < 0 ? INT64_MAX : limit;
    for (int64_t at = 0, skip; count < most && (skip = bytes_find(s->u8 + at, s->length - at, old->u8, old->length)) >= 0; at += skip + old->length) {
        if (count < SKIPS_KEPT)
            skips[count] = skip;
        count++;
    }
    if (count == 0)
        return str_as_exact(self);
    int64_t length = s->length + count * (new->length - old->length);
    if (length < 2)
        return VALUE_NULL;
    Str *r = str_alloc(length, 0x7f);
    if (!r)
        return VALUE_NULL;
    const uint8_t *from = s->u8, *end = s->u8 + s->length;
    uint8_t *to = r->u8;
    for (int64_t i = 0; i < count; i++) {
        int64_t skip = i < SKIPS_KEPT ? skips[i] : bytes_find(from, end - from, old->u8, old->length);
        memcpy(to, from, (size_t)skip);
        to += skip;
        if (new->length == 1)
            *to = new->u8[0];
        else
            memcpy(to, new->u8, (size_t)new->length);
        to += new->length;
        from += skip + old->length;
    }
    memcpy(to, from, (size_t)(end - from));
    return value_of(r);
}

METHOD(replace)
{
    (void)kwnames;
    for (int i = 0; i < 2; i++)
        if (!value_is_str(args[i]))
            return raise_error(&exc_TypeError, "replace() argument %d must be str, not %A", i + 1, args[i]);
    int64_t limit = -1;
    if (nargs > 2 && int_as_ssize(args[2], &limit) < 0)
        return VALUE_NULL;
    Str *s = as_str(self), *old = as_str(args[0]), *new = as_str(args[1]);
    if (limit == 0)
        return str_as_exact(self);
    if (old->length && old->ascii && new->ascii && s->ascii) {
        Value replaced = replace_bytes(self, old, new, limit);
        if (replaced || exc_pending())
            return replaced;
    }
    StrBuilder b;
    str_builder_init(&b);
    int64_t done = 0;
    if (old->length == 0) {
        for (; done < s->length && limit != 0; done++, limit--) {
            str_builder_add_value(&b, args[1]);
            str_builder_add_part(&b, s, done, done + 1);
        }
        if (limit != 0)
            str_builder_add_value(&b, args[1]);
    } else {
        int64_t at = str_find(s, old, 0, s->length);
        if (at < 0) {
            str_builder_discard(&b);
            return str_as_exact(self);
        }
        for (; at >= 0 && limit != 0; limit--) {
            str_builder_add_part(&b, s, done, at);
            str_builder_add_part(&b, new, 0, new->length);
            done = at + old->length;
            at = str_find(s, old, done, s->length);
        }
    }
    str_builder_add_part(&b, s, done, s->length);
    return str_builder_finish(&b);
}

METHOD(translate)
{
    (void)nargs, (void)kwnames;
    Str *s = as_str(self);
    StrBuilder b;
    str_builder_init(&b);
    bool is_dict = value_is_exactly(args[0], &type_dict);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        Value to = is_dict ? value_retain_null(dict_get_hashed(as_dict(args[0]), value_from_small_int(c), c)) : value_getitem(args[0], value_from_small_int(c));
        int64_t point;
        if (!to) {
            if (exc_pending() && !exc_clear_if(&exc_LookupError))
                goto fail;
            str_builder_add_point(&b, c);
            continue;
        }
        if (to == VALUE_NONE)
            continue;
        if (value_is_str(to)) {
            str_builder_add_steal(&b, to);
            continue;
        }
        if (!value_is_int(to)) {
            raise_error(&exc_TypeError, "character mapping must return integer, None or str");
        } else if (!int_fits_int64(to, &point) || point < 0 || point > 0x10ffff) {
            raise_error(&exc_ValueError, "character mapping must be in range(0x110000)");
        } else {
            str_builder_add_point(&b, (uint32_t)point);
            value_release(to);
            continue;
        }
        value_release(to);
        goto fail;
    }
    return str_builder_finish(&b);
fail:
    str_builder_discard(&b);
    return VALUE_NULL;
}

static int maketrans_from_dict(Value result, Value mapping)
{
    if (!value_is_dict(mapping))
        return raise_error_int(&exc_TypeError, "if you give only one argument to maketrans it must be a dict");
    int64_t position = 0;
    Value key, value;
    while (dict_next(as_dict(mapping), &position, &key, &value)) {
        Value point = key;
        if (value_is_str(key)) {
            if (as_str(key)->length != 1)
                return raise_error_int(&exc_ValueError, "string keys in translate table must be of length 1");
            point = value_from_small_int(str_point_at(as_str(key), 0));
        } else if (!value_is_int(key)) {
            return raise_error_int(&exc_TypeError, "keys in translate table must be strings or integers");
        }
        if (dict_set(as_dict(result), point, value) < 0)
            return -1;
    }
    return 0;
}

static int maketrans_from_strs(Value result, const Value *args, int nargs)
{
    for (int i = 1; i < nargs; i++)
        if (!value_is_str(args[i]))
            return raise_error_int(&exc_TypeError, "maketrans() argument %d must be str, not %A", i + 1, args[i]);
    if (!value_is_str(args[0]))
        return raise_error_int(&exc_TypeError, "first maketrans argument must be a string if there is a second argument");
    Str *from = as_str(args[0]), *to = as_str(args[1]);
    if (from->length != to->length)
        return raise_error_int(&exc_ValueError, "the first two maketrans arguments must have equal length");
    for (int64_t i = 0; i < from->length; i++)
        if (dict_set(as_dict(result), value_from_small_int(str_point_at(from, i)), value_from_small_int(str_point_at(to, i))) < 0)
            return -1;
    for (int64_t i = 0; nargs > 2 && i < as_str(args[2])->length; i++)
        if (dict_set(as_dict(result), value_from_small_int(str_point_at(as_str(args[2]), i)), VALUE_NONE) < 0)
            return -1;
    return 0;
}

METHOD(maketrans)
{
    (void)self, (void)kwnames;
    Value result = dict_new();
    if (result && (nargs == 1 ? maketrans_from_dict(result, args[0]) : maketrans_from_strs(result, args, nargs)) == 0)
        return result;
    value_release_null(result);
    return VALUE_NULL;
}
