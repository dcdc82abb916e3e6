/* bytes_text.c: methods of bytes and bytearray that treat them as ASCII text, cut or pad them. */
#include "abstract.h"
#include "exceptions.h"
#include "mem.h"
#include "native.h"
#include "types/bytes_methods.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str_scan.h"
#include "types/tuple.h"

#define METHOD(name) Value bytes_##name(Value self, const Value *args, int nargs, Value kwnames)
#define UNUSED_ARGUMENTS (void)args, (void)nargs, (void)kwnames

static inline bool is_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
static inline bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
static inline bool is_letter(uint8_t c) { return is_lower(c | 0x20); }
static inline bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
static inline bool is_space(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool is_alnum(uint8_t c) { return is_letter(c) || is_digit(c); }

static Value part_of(Value self, int64_t from, int64_t to)
{
    Bytes *b = as_bytes(self);
    if (from == 0 && to == b->length && value_is_heap_exactly(self, &type_bytes))
        return value_retain(self);
    return bytes_like_new(self, b->data + from, (size_t)(to > from ? to - from : 0));
}

/* ---- predicates ---- */

static Value all_bytes(Value self, bool (*test)(uint8_t))
{
    Bytes *b = as_bytes(self);
    for (int64_t i = 0; i < b->length; i++)
        if (!test(b->data[i]))
            return VALUE_FALSE;
    return value_bool(b->length > 0);
}

METHOD(isalnum) { UNUSED_ARGUMENTS; return all_bytes(self, is_alnum); }
METHOD(isalpha) { UNUSED_ARGUMENTS; return all_bytes(self, is_letter); }
METHOD(isdigit) { UNUSED_ARGUMENTS; return all_bytes(self, is_digit); }
METHOD(isspace) { UNUSED_ARGUMENTS; return all_bytes(self, is_space); }

METHOD(isascii)
{
    UNUSED_ARGUMENTS;
    return value_bool(scan_ascii_prefix(as_bytes(self)->data, (size_t)as_bytes(self)->length) == (size_t)as_bytes(self)->length);
}

static Value only_case(Value self, bool (*wanted)(uint8_t), bool (*other)(uint8_t))
{
    Bytes *b = as_bytes(self);
    bool seen = false;
    for (int64_t i = 0; i < b->length; i++) {
        if (other(b->data[i]))
            return VALUE_FALSE;
        seen = seen || wanted(b->data[i]);
    }
    return value_bool(seen);
}

METHOD(islower) { UNUSED_ARGUMENTS; return only_case(self, is_lower, is_upper); }
METHOD(isupper) { UNUSED_ARGUMENTS; return only_case(self, is_upper, is_lower); }

METHOD(istitle)
{
    UNUSED_ARGUMENTS;
    Bytes *b = as_bytes(self);
    bool seen = false, after = false;
    for (int64_t i = 0; i < b->length; i++) {
        uint8_t c = b->data[i];
        if ((is_upper(c) && after) || (is_lower(c) && !after))
            return VALUE_FALSE;
        after = is_letter(c);
        seen = seen || after;
    }
    return value_bool(seen);
}

/* ---- case ---- */

enum CaseChange { CASE_SWAP, CASE_CAPITALIZE, CASE_TITLE };

static Value change_case(Value self, enum CaseChange change)
{
    Bytes *b = as_bytes(self);
    Value result = bytes_like_new(self, b->data, (size_t)b->length);
    bool after = false;
    for (int64_t i = 0; result && i < b->length; i++) {
        uint8_t c = b->data[i];
        bool to_upper = (change == CASE_SWAP && is_lower(c)) || (change == CASE_CAPITALIZE && i == 0)
                     || (change == CASE_TITLE && !after);
        if (to_upper ? is_lower(c) : is_upper(c))
            as_bytes(result)->data[i] = c ^ 0x20;
        after = is_letter(c);
    }
    return result;
}

/* All letters from `first` on become those of the other case; without a branch, so that many are done at once. */
static Value change_letters(Value self, uint8_t first)
{
    const Bytes *b = as_bytes(self);
    Value result = bytes_like_new(self, NULL, (size_t)b->length);
    if (!result)
        return VALUE_NULL;
    const uint8_t *restrict from = b->data;
    uint8_t *restrict to = as_bytes(result)->data;
    for (int64_t i = 0; i < b->length; i++)
        to[i] = from[i] ^ (uint8_t)(((uint8_t)(from[i] - first) < 26) << 5);
    return result;
}

METHOD(lower) { UNUSED_ARGUMENTS; return change_letters(self, 'A'); }
METHOD(upper) { UNUSED_ARGUMENTS; return change_letters(self, 'a'); }
METHOD(swapcase) { UNUSED_ARGUMENTS; return change_case(self, CASE_SWAP); }
METHOD(capitalize) { UNUSED_ARGUMENTS; return change_case(self, CASE_CAPITALIZE); }
METHOD(title) { UNUSED_ARGUMENTS; return change_case(self, CASE_TITLE); }

/* ---- ends ---- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Value strip(Value self, const Value *args, int nargs, int sides)
{
    Bytes view;
    const Bytes *b = as_bytes(self), *set = NULL;
    if (nargs && args[0] != VALUE_NONE && !(set = bytes_of(args[0], &view)))
        return VALUE_NULL;
    int64_t from = 0, to = b->length;
#define STRIPPED(i) (set ? memchr(set->data, b->data[i], (size_t)set->length) != NULL : is_space(b->data[i]))
    while (sides & STRIP_LEFT && from < to && STRIPPED(from))
        from++;
    while (sides & STRIP_RIGHT && to > from && STRIPPED(to - 1))
        to--;
#undef STRIPPED
    return part_of(self, from, to);
}

METHOD(strip) { (void)kwnames; return strip(self, args, nargs, STRIP_LEFT | STRIP_RIGHT); }
METHOD(lstrip) { (void)kwnames; return strip(self, args, nargs, STRIP_LEFT); }
METHOD(rstrip) { (void)kwnames; return strip(self, args, nargs, STRIP_RIGHT); }

METHOD(removeprefix)
{
    (void)nargs, (void)kwnames;
    Bytes view;
    const Bytes *b = as_bytes(self), *prefix = bytes_of(args[0], &view);
    if (!prefix)
        return VALUE_NULL;
    bool has = prefix->length <= b->length && memcmp(b->data, prefix->data, (size_t)prefix->length) == 0;
    return part_of(self, has ? prefix->length : 0, b->length);
}

METHOD(removesuffix)
{
    (void)nargs, (void)kwnames;
    Bytes view;
    const Bytes *b = as_bytes(self), *suffix = bytes_of(args[0], &view);
    if (!suffix)
        return VALUE_NULL;
    int64_t at = b->length - suffix->length;
    bool has = at >= 0 && memcmp(b->data + at, suffix->data, (size_t)suffix->length) == 0;
    return part_of(self, 0, has ? at : b->length);
}

static Value padded(Value self, int64_t left, int64_t right, uint8_t fill)
{
    Bytes *b = as_bytes(self);
    left = left > 0 ? left : 0;
    right = right > 0 ? right : 0;
    Value result = bytes_like_new(self, NULL, (size_t)(left + b->length + right));
    if (!result)
        return VALUE_NULL;
    uint8_t *out = as_bytes(result)->data;
    memset(out, fill, (size_t)left);
    memcpy(out + left, b->data, (size_t)b->length);
    memset(out + left + b->length, fill, (size_t)right);
    return result;
}

static int pad_args(const char *name, const Value *args, int nargs, int64_t *width, uint8_t *fill)
{
    *fill = ' ';
    if (int_as_ssize(args[0], width) < 0)
        return -1;
    if (nargs < 2)
        return 0;
    if (!value_is_bytes_like(args[1]) || as_bytes(args[1])->length != 1)
        return raise_error_int(&exc_TypeError, "%s() argument 2 must be a byte string of length 1, not %A", name, args[1]);
    *fill = as_bytes(args[1])->data[0];
    return 0;
}

METHOD(center)
{
    (void)kwnames;
    int64_t width;
    uint8_t fill;
    if (pad_args("center", args, nargs, &width, &fill) < 0)
        return VALUE_NULL;
    int64_t margin = width - as_bytes(self)->length;
    int64_t left = margin <= 0 ? 0 : margin / 2 + (margin & width & 1);
    return padded(self, left, margin - left, fill);
}

METHOD(ljust)
{
    (void)kwnames;
    int64_t width;
    uint8_t fill;
    return pad_args("ljust", args, nargs, &width, &fill) < 0 ? VALUE_NULL : padded(self, 0, width - as_bytes(self)->length, fill);
}

METHOD(rjust)
{
    (void)kwnames;
    int64_t width;
    uint8_t fill;
    return pad_args("rjust", args, nargs, &width, &fill) < 0 ? VALUE_NULL : padded(self, width - as_bytes(self)->length, 0, fill);
}

METHOD(zfill)
{
    (void)nargs, (void)kwnames;
    int64_t width;
    if (int_as_ssize(args[0], &width) < 0)
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    int64_t fill = width - b->length;
    Value result = padded(self, fill, 0, '0');
    if (result && fill > 0 && b->length && (b->data[0] == '+' || b->data[0] == '-')) {
        as_bytes(result)->data[0] = b->data[0];
        as_bytes(result)->data[fill] = '0';
    }
    return result;
}

METHOD(expandtabs)
{
    Value size = VALUE_NULL;
    int tab = 8;
    int64_t column = 0, length = 0;
    if (!native_bind("expandtabs(tabsize=)", args, nargs, kwnames, &size) || (size && int_as_int32(size, &tab) < 0))
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    Value result = VALUE_NULL;
    for (int pass = 0; pass < 2; pass++) { /* measure, then write */
        if (pass && !(result = bytes_like_new(self, NULL, (size_t)length)))
            return VALUE_NULL;
        length = column = 0;
        for (int64_t i = 0; i < b->length; i++) {
            uint8_t c = b->data[i];
            int64_t spaces = c != '\t' ? 1 : tab > 0 ? tab - column % tab : 0;
            if (pass)
                memset(as_bytes(result)->data + length, c == '\t' ? ' ' : c, (size_t)spaces);
            length += spaces;
            column = c == '\n' || c == '\r' ? 0 : column + spaces;
        }
    }
    return result;
}

/* ---- splitting ---- */

static int append_part(Value list, Value self, int64_t from, int64_t to)
{
    Value part = part_of(self, from, to);
    return part ? list_append_steal(list, part) : -1;
}

static int split_spaces(Value list, Value self, int64_t limit)
{
    Bytes *b = as_bytes(self);
    int64_t i = 0, n = b->length;
    for (;;) {
        while (i < n && is_space(b->data[i]))
            i++;
        if (i == n)
            return 0;
        if (limit-- == 0)
            return append_part(list, self, i, n);
        int64_t start = i;
        while (i < n && !is_space(b->data[i]))
            i++;
        if (append_part(list, self, start, i) < 0)
            return -1;
    }
}

static int rsplit_spaces(Value list, Value self, int64_t limit)
{
    Bytes *b = as_bytes(self);
    int64_t i = b->length;
    for (;;) {
        while (i > 0 && is_space(b->data[i - 1]))
            i--;
        if (i == 0)
            return 0;
        if (limit-- == 0)
            return append_part(list, self, 0, i);
        int64_t end = i;
        while (i > 0 && !is_space(b->data[i - 1]))
            i--;
        if (append_part(list, self, i, end) < 0)
            return -1;
    }
}

static int split_by(Value list, Value self, const Bytes *by, int64_t limit)
{
    Bytes *b = as_bytes(self);
    int64_t start = 0, at;
    while (limit-- != 0 && (at = bytes_find(b->data + start, b->length - start, by->data, by->length)) >= 0) {
        if (append_part(list, self, start, start + at) < 0)
            return -1;
        start += at + by->length;
    }
    return append_part(list, self, start, b->length);
}

static int rsplit_by(Value list, Value self, const Bytes *by, int64_t limit)
{
    Bytes *b = as_bytes(self);
    int64_t end = b->length, at;
    while (limit-- != 0 && (at = bytes_rfind(b->data, end, by->data, by->length)) >= 0) {
        if (append_part(list, self, at + by->length, end) < 0)
            return -1;
        end = at;
    }
    return append_part(list, self, 0, end);
}

static Value split(Value self, const Value *args, int nargs, Value kwnames, const char *signature, bool from_right)
{
    Value out[2];
    int64_t limit = -1;
    if (nargs == 1 && !kwnames)
        out[0] = args[0], out[1] = VALUE_NULL; /* mostly */
    else if (!native_bind(signature, args, nargs, kwnames, out))
        return VALUE_NULL;
    if ((out[1] && int_as_ssize(out[1], &limit) < 0))
        return VALUE_NULL;
    bool by_spaces = !out[0] || out[0] == VALUE_NONE;
    Bytes view;
    const Bytes *by = NULL;
    if (!by_spaces && !(by = bytes_of(out[0], &view)))
        return VALUE_NULL;
    if (by && by->length == 0)
        return raise_error(&exc_ValueError, "empty separator");
    Value list = list_new(0);
    if (!list)
        return VALUE_NULL;
    int done;
    if (by_spaces)
        done = from_right ? rsplit_spaces(list, self, limit) : split_spaces(list, self, limit);
    else
        done = from_right ? rsplit_by(list, self, by, limit) : split_by(list, self, by, limit);
    if (done < 0) {
        value_release(list);
        return VALUE_NULL;
    }
    if (from_right)
        list_reverse(as_list(list));
    return list;
}

METHOD(split) { return split(self, args, nargs, kwnames, "split(sep=, maxsplit=)", false); }
METHOD(rsplit) { return split(self, args, nargs, kwnames, "rsplit(sep=, maxsplit=)", true); }

METHOD(splitlines)
{
    Value keep_ends = VALUE_NULL;
    if (!native_bind("splitlines(keepends=)", args, nargs, kwnames, &keep_ends))
        return VALUE_NULL;
    int keep = 0;
    Value list = keep_ends && int_as_int32(keep_ends, &keep) < 0 ? VALUE_NULL : list_new(0);
    if (!list)
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    for (int64_t i = 0; i < b->length;) {
        int64_t start = i;
        while (i < b->length && b->data[i] != '\n' && b->data[i] != '\r')
            i++;
        int64_t end = i;
        if (i < b->length)
            i += b->data[i] == '\r' && b->data[i + 1] == '\n' ? 2 : 1;
        if (append_part(list, self, start, keep ? i : end) < 0) {
            value_release(list);
            return VALUE_NULL;
        }
    }
    return list;
}

static Value partition(Value self, Value separator, bool from_right)
{
    Bytes view;
    const Bytes *b = as_bytes(self), *by = bytes_of(separator, &view);
    if (!by)
        return VALUE_NULL;
    if (by->length == 0)
        return raise_error(&exc_ValueError, "empty separator");
    int64_t at = (from_right ? bytes_rfind : bytes_find)(b->data, b->length, by->data, by->length);
    Value parts[3];
    if (at >= 0) {
        parts[0] = part_of(self, 0, at);
        parts[1] = value_is_bytearray(self) ? bytearray_new(by->data, (size_t)by->length) : value_retain(separator);
        parts[2] = part_of(self, at + by->length, b->length);
    } else {
        parts[0] = part_of(self, 0, from_right ? 0 : b->length);
        parts[1] = bytes_like_new(self, NULL, 0);
        parts[2] = part_of(self, from_right ? 0 : b->length, b->length);
    }
    if (parts[0] && parts[1] && parts[2])
        return tuple_from_steal(parts, 3);
    for (int i = 0; i < 3; i++)
        value_release_null(parts[i]);
    return VALUE_NULL;
}

METHOD(partition) { (void)nargs, (void)kwnames; return partition(self, args[0], false); }
METHOD(rpartition) { (void)nargs, (void)kwnames; return partition(self, args[0], true); }
