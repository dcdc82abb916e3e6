/* str_split.c: split, rsplit, splitlines, partition and join. */
#include "abstract.h"
#include "exceptions.h"
#include "native.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str_methods.h"
#include "types/str_scan.h"
#include "types/tuple.h"
#include "types/unicode.h"

static int append_part(Value list, Value self, int64_t from, int64_t to)
{
    Value part = str_substring(self, from, to);
    return part ? list_append_steal(list, part) : -1;
}

static inline bool is_space_at(const Str *s, int64_t i) { return unicode_has(str_point_at(s, i), UNICODE_SPACE); }

static int split_spaces(Value list, Value self, int64_t limit)
{
    Str *s = as_str(self);
    int64_t i = 0, n = s->length;
    for (;;) {
        while (i < n && is_space_at(s, i))
            i++;
        if (i == n)
            return 0;
        if (limit-- == 0)
            return append_part(list, self, i, n);
        int64_t start = i;
        while (i < n && !is_space_at(s, i))
            i++;
        if (append_part(list, self, start, i) < 0)
            return -1;
    }
}

static int rsplit_spaces(Value list, Value self, int64_t limit)
{
    Str *s = as_str(self);
    int64_t i = s->length;
    for (;;) {
        while (i > 0 && is_space_at(s, i - 1))
            i--;
        if (i == 0)
            break;
        if (limit-- == 0) {
            if (append_part(list, self, 0, i) < 0)
                return -1;
            break;
        }
        int64_t end = i;
        while (i > 0 && !is_space_at(s, i - 1))
            i--;
        if (append_part(list, self, i, end) < 0)
            return -1;
    }
    list_reverse(as_list(list));
    return 0;
}

static int split_by(Value list, Value self, const Str *separator, int64_t limit)
{
    Str *s = as_str(self);
    int64_t start = 0;
    while (limit-- != 0) {
        int64_t at = str_find(s, separator, start, s->length);
        if (at < 0)
            break;
        if (append_part(list, self, start, at) < 0)
            return -1;
        start = at + separator->length;
    }
    return append_part(list, self, start, s->length);
}

static int rsplit_by(Value list, Value self, const Str *separator, int64_t limit)
{
    Str *s = as_str(self);
    int64_t end = s->length;
    while (limit-- != 0) {
        int64_t at = str_rfind(s, separator, 0, end);
        if (at < 0)
            break;
        if (append_part(list, self, at + separator->length, end) < 0)
            return -1;
        end = at;
    }
    if (append_part(list, self, 0, end) < 0)
        return -1;
    list_reverse(as_list(list));
    return 0;
}

static Value split(Value self, const Value *args, int nargs, Value kwnames, const char *signature, bool from_right)
{
    Value out[2] = { nargs > 0 ? args[0] : VALUE_NULL, nargs > 1 ? args[1] : VALUE_NULL };
    if ((kwnames || nargs > 2) && !native_bind(signature, args, nargs, kwnames, out))
        return VALUE_NULL;
    int64_t limit = -1;
    if (out[1] && int_as_ssize(out[1], &limit) < 0)
        return VALUE_NULL;
    bool by_spaces = !out[0] || out[0] == VALUE_NONE;
    if (!by_spaces && !value_is_str(out[0]))
        return raise_error(&exc_TypeError, "must be str or None, not %.100T", out[0]);
    if (!by_spaces && as_str(out[0])->length == 0)
        return raise_error(&exc_ValueError, "empty separator");
    Value list = list_new(0);
    if (!list)
        return VALUE_NULL;
    int done;
    if (by_spaces)
        done = from_right ? rsplit_spaces(list, self, limit) : split_spaces(list, self, limit);
    else
        done = from_right ? rsplit_by(list, self, as_str(out[0]), limit) : split_by(list, self, as_str(out[0]), limit);
    if (done == 0)
        return list;
    value_release(list);
    return VALUE_NULL;
}

Value str_split(Value self, const Value *args, int nargs, Value kwnames)
{
    return split(self, args, nargs, kwnames, "split(sep=, maxsplit=)", false);
}

Value str_rsplit(Value self, const Value *args, int nargs, Value kwnames)
{
    return split(self, args, nargs, kwnames, "rsplit(sep=, maxsplit=)", true);
}

Value str_splitlines(Value self, const Value *args, int nargs, Value kwnames)
{
    Value keep_ends = VALUE_NULL;
    if (!native_bind("splitlines(keepends=)", args, nargs, kwnames, &keep_ends))
        return VALUE_NULL;
    int keep = 0;
    if (keep_ends && int_as_int32(keep_ends, &keep) < 0)
        return VALUE_NULL;
    Value list = list_new(0);
    if (!list)
        return VALUE_NULL;
    Str *s = as_str(self);
    for (int64_t i = 0; i < s->length;) {
        int64_t start = i;
        while (i < s->length && !unicode_has(str_point_at(s, i), UNICODE_LINE_BREAK))
            i++;
        int64_t end = i;
        if (i < s->length) {
            if (str_point_at(s, i) == '\r' && i + 1 < s->length && str_point_at(s, i + 1) == '\n')
                i++;
            i++;
        }
        if (append_part(list, self, start, keep ? i : end) < 0) {
            value_release(list);
            return VALUE_NULL;
        }
    }
    return list;
}

static Value partition(Value self, Value separator, bool from_right)
{
    if (!value_is_str(separator))
        return raise_error(&exc_TypeError, "must be str, not %.100T", separator);
    Str *s = as_str(self), *by = as_str(separator);
    if (by->length == 0)
        return raise_error(&exc_ValueError, "empty separator");
    int64_t at = from_right ? str_rfind(s, by, 0, s->length) : str_find(s, by, 0, s->length);
    Value parts[3];
    if (at >= 0) {
        parts[0] = str_substring(self, 0, at);
        parts[1] = value_retain(separator);
        parts[2] = str_substring(self, at + by->length, s->length);
    } else {
        parts[from_right ? 2 : 0] = str_as_exact(self);
        parts[1] = str_empty();
        parts[from_right ? 0 : 2] = str_empty();
    }
    if (parts[0] && parts[2])
        return tuple_from_steal(parts, 3);
    for (int i = 0; i < 3; i++)
        value_release_null(parts[i]);
    return VALUE_NULL;
}

Value str_partition(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return partition(self, args[0], false);
}

Value str_rpartition(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return partition(self, args[0], true);
}

Value str_join_array(Str *separator, const Value *items, int64_t count)
{
    int64_t length = 0;
    uint32_t wide = 0x7f;
    for (int64_t i = 0; i < count; i++) {
        if (unlikely(!value_is_str(items[i])))
            return raise_error(&exc_TypeError, "sequence item %lld: expected str instance, %.80T found", (long long)i, items[i]);
        Str *s = as_str(items[i]);
        length += s->length;
        wide |= s->ascii ? 0x7fu : s->kind == 1 ? 0xffu : s->kind == 2 ? 0xffffu : 0x10ffffu;
    }
    if (count == 0)
        return str_empty();
    if (count == 1)
        return str_as_exact(items[0]);
    if (separator->length) {
        length += separator->length * (count - 1);
        wide |= separator->ascii ? 0x7fu : separator->kind == 1 ? 0xffu : separator->kind == 2 ? 0xffffu : 0x10ffffu;
    }
    if (length == 0)
        return str_empty();
    Str *r = str_alloc(length, wide);
    if (!r)
        return VALUE_NULL;
    int64_t at = 0;
    for (int64_t i = 0; i < count; i++) {
        if (i && separator->length) {
            if (separator->length == 1)
                str_set_point(r, at, str_point_at(separator, 0));
            else
                str_copy_points(r, at, separator, 0, separator->length);
            at += separator->length;
        }
        Str *s = as_str(items[i]);
        str_copy_points(r, at, s, 0, s->length);
        at += s->length;
    }
    if (length == 1) { /* one character is always the shared one */
        Value shared = str_from_point(str_point_at(r, 0));
        object_release(r);
        return shared;
    }
    return value_of(r);
}

Value str_join(Value separator, Value iterable)
{
    Str *by = as_str(separator);
    if (value_is_heap_exactly(iterable, &type_list)) {
        List *list = as_list(iterable);
        return str_join_array(by, list->items, list->length);
    }
    if (value_is_heap_exactly(iterable, &type_tuple))
        return str_join_array(by, as_tuple(iterable)->items, as_tuple(iterable)->length);
    Value list = list_from_iterator(iterable, "can only join an iterable");
    if (!list)
        return VALUE_NULL;
    Value result = str_join_array(by, as_list(list)->items, as_list(list)->length);
    value_release(list);
    return result;
}

Value str_join_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return str_join(self, args[0]);
}
