/* bytes_methods.c: searching, joining, replacing and recoding methods of bytes and bytearray. */
#include "types/bytes_methods.h"

#include "abstract.h"
#include "exceptions.h"
#include "native.h"
#include "types/codec.h"
#include "types/int.h"
#include "types/list.h"
#include "types/memoryview.h"
#include "types/slice.h"
#include "types/str_methods.h"
#include "types/str_scan.h"
#include "types/tuple.h"

#define METHOD(name) Value bytes_##name(Value self, const Value *args, int nargs, Value kwnames)

/* ---- searching ---- */

typedef struct Search {
    const uint8_t *needle;
    int64_t needle_length, start, end;
    uint8_t byte;
    Bytes view;
} Search;

static int search_args(Search *search, Value self, const Value *args, int nargs)
{
    if (str_range_args(args + 1, nargs - 1, &as_bytes(self)->length, &search->start, &search->end) < 0)
        return -1;
    if (value_has_buffer(args[0])) {
        const Bytes *needle = bytes_of(args[0], &search->view);
        if (!needle)
            return -1;
        search->needle = needle->data;
        search->needle_length = needle->length;
    } else if (value_is_int(args[0]) || type_of(args[0])->to_index) {
        if (!bytes_byte_value(args[0], &search->byte, "byte must be in range(0, 256)"))
            return -1;
        search->needle = &search->byte;
        search->needle_length = 1;
    } else {
        return raise_error_int(&exc_TypeError, "argument should be integer or bytes-like object, not '%.200T'", args[0]);
    }
    if (search->end > as_bytes(self)->length) /* __index__ of the byte may have shortened the array */
        search->end = as_bytes(self)->length;
    return 0;
}

static Value find(Value self, const Value *args, int nargs, bool from_right, bool must_find)
{
    Search search;
    if (search_args(&search, self, args, nargs) < 0)
        return VALUE_NULL;
    int64_t at = -1;
    if (search.start <= search.end) {
        const uint8_t *from = as_bytes(self)->data + search.start;
        at = (from_right ? bytes_rfind : bytes_find)(from, search.end - search.start, search.needle, search.needle_length);
    }
    if (at < 0 && must_find)
        return raise_error(&exc_ValueError, "subsection not found");
    return value_from_small_int(at < 0 ? -1 : at + search.start);
}

METHOD(find_method) { (void)kwnames; return str_search_arity("find", nargs) ? find(self, args, nargs, false, false) : VALUE_NULL; }
METHOD(rfind_method) { (void)kwnames; return str_search_arity("rfind", nargs) ? find(self, args, nargs, true, false) : VALUE_NULL; }
METHOD(index) { (void)kwnames; return str_search_arity("index", nargs) ? find(self, args, nargs, false, true) : VALUE_NULL; }
METHOD(rindex) { (void)kwnames; return str_search_arity("rindex", nargs) ? find(self, args, nargs, true, true) : VALUE_NULL; }

METHOD(count_method)
{
    (void)kwnames;
    Search search;
    if (!str_search_arity("count", nargs) || search_args(&search, self, args, nargs) < 0)
        return VALUE_NULL;
    if (search.start > search.end)
        return value_from_small_int(0);
    return value_from_small_int(bytes_count(as_bytes(self)->data + search.start, search.end - search.start,
                                            search.needle, search.needle_length, INT64_MAX));
}

static Value has_affix(Value self, const Value *args, int nargs, bool at_end, const char *name)
{
    int64_t start, end, n = 1;
    const Value *candidates = args;
    Bytes *b = as_bytes(self);
    if (str_range_args(args + 1, nargs - 1, &b->length, &start, &end) < 0)
        return VALUE_NULL;
    if (value_is_tuple(args[0])) {
        candidates = as_tuple(args[0])->items;
        n = as_tuple(args[0])->length;
    } else if (!value_has_buffer(args[0])) {
        return raise_error(&exc_TypeError, "%s first arg must be bytes or a tuple of bytes, not %.100T", name, args[0]);
    }
    for (int64_t i = 0; i < n; i++) {
        Bytes view;
        const Bytes *affix = bytes_of(candidates[i], &view);
        if (!affix)
            return VALUE_NULL;
        if (start > end || affix->length > end - start)
            continue;
        const uint8_t *at = b->data + (at_end ? end - affix->length : start);
        if (memcmp(at, affix->data, (size_t)affix->length) == 0)
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

METHOD(startswith) { (void)kwnames; return str_search_arity("startswith", nargs) ? has_affix(self, args, nargs, false, "startswith") : VALUE_NULL; }
METHOD(endswith) { (void)kwnames; return str_search_arity("endswith", nargs) ? has_affix(self, args, nargs, true, "endswith") : VALUE_NULL; }

/* ---- joining and replacing ---- */

static Value join_items(Value self, const Value *items, int64_t count)
{
    Bytes *by = as_bytes(self);
    int64_t length = count > 1 ? by->length * (count - 1) : 0, size;
    for (int64_t i = 0; i < count; i++) {
        if (!buffer_is_plain(items[i]))
            return raise_error(&exc_TypeError, "sequence item %lld: expected a bytes-like object, %.80T found", (long long)i, items[i]);
        bytes_buffer(items[i], &size);
        length += size;
    }
    Value result = bytes_like_new(self, NULL, (size_t)length);
    if (!result)
        return VALUE_NULL;
    uint8_t *out = as_bytes(result)->data;
    for (int64_t i = 0; i < count; i++) {
        if (i) {
            memcpy(out, by->data, (size_t)by->length);
            out += by->length;
        }
        const void *data = bytes_buffer(items[i], &size);
        memcpy(out, data, (size_t)size);
        out += size;
    }
    return result;
}

METHOD(join)
{
    (void)nargs, (void)kwnames;
    int64_t pinned = value_is_bytearray(self); /* what is iterated over cannot resize it */
    as_bytes(self)->exports += pinned;
    Value list = list_from_iterator(args[0], "can only join an iterable"), result = list ? join_items(self, as_list(list)->items, as_list(list)->length) : VALUE_NULL;
    as_bytes(self)->exports -= pinned;
    value_release_null(list);
    return result;
}

METHOD(replace)
{
    (void)kwnames;
    int64_t limit = -1;
    Bytes old_view, new_view;
    if (!bytes_of(args[0], &old_view) || !bytes_of(args[1], &new_view) || (nargs > 2 && int_as_ssize(args[2], &limit) < 0))
        return VALUE_NULL;
    const Bytes *b = as_bytes(self), *old = bytes_of(args[0], &old_view), *new = bytes_of(args[1], &new_view);
    if (!old || !new)
        return VALUE_NULL;
    int64_t count = bytes_count(b->data, b->length, old->data, old->length, limit < 0 ? INT64_MAX : limit);
    if (count == 0)
        return bytes_like_new(self, b->data, (size_t)b->length);
    Value result = bytes_like_new(self, NULL, (size_t)(b->length + count * (new->length - old->length)));
    if (!result)
        return VALUE_NULL;
    uint8_t *out = as_bytes(result)->data;
    int64_t done = 0;
    for (; count > 0; count--) {
        int64_t at = old->length ? bytes_find(b->data + done, b->length - done, old->data, old->length) : out != as_bytes(result)->data;
        memcpy(out, b->data + done, (size_t)at);
        out += at;
        memcpy(out, new->data, (size_t)new->length);
        out += new->length;
        done += at + old->length;
    }
    memcpy(out, b->data + done, (size_t)(b->length - done));
    return result;
}

METHOD(translate)
{
    Value out[2];
    Bytes table_view, deleted_view;
    const Bytes *table = NULL, *deleted = NULL;
    if (!native_bind("translate(table, /, delete=)", args, nargs, kwnames, out) || (out[0] != VALUE_NONE && !(table = bytes_of(out[0], &table_view))))
        return VALUE_NULL;
    if (table && table->length != 256)
        return raise_error(&exc_ValueError, "translation table must be 256 characters long");
    if (out[1] && !(deleted = bytes_of(out[1], &deleted_view)))
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    Value result = bytes_like_new(self, NULL, (size_t)b->length);
    if (!result)
        return VALUE_NULL;
    int64_t count = 0;
    for (int64_t i = 0; i < b->length; i++) {
        uint8_t c = b->data[i];
        if (deleted && memchr(deleted->data, c, (size_t)deleted->length))
            continue;
        as_bytes(result)->data[count++] = table ? table->data[c] : c;
    }
    as_bytes(result)->length = count;
    as_bytes(result)->data[count] = 0;
    return result;
}

METHOD(maketrans)
{
    (void)self, (void)nargs, (void)kwnames;
    Bytes from_view, to_view;
    const Bytes *from = bytes_of(args[0], &from_view), *to = from ? bytes_of(args[1], &to_view) : NULL;
    if (!from || !to)
        return VALUE_NULL;
    if (from->length != to->length)
        return raise_error(&exc_ValueError, "maketrans arguments must have same length");
    uint8_t table[256];
    for (int i = 0; i < 256; i++)
        table[i] = (uint8_t)i;
    for (int64_t i = 0; i < from->length; i++)
        table[from->data[i]] = to->data[i];
    return bytes_new(table, 256);
}

/* ---- recoding ---- */

METHOD(decode)
{
    Value out[2];
    const char *encoding = "utf-8", *errors = "strict";
    if (!native_bind("decode(encoding=, errors=)", args, nargs, kwnames, out) || !codec_text_argument(out[0], "decode", "encoding", &encoding) ||
        !codec_text_argument(out[1], "decode", "errors", &errors))
        return VALUE_NULL;
    return as_bytes(self)->length == 0 ? str_empty() : str_decode(self, encoding, errors); /* nothing: whatever the encoding */
}

METHOD(hex)
{
    static const char digits[] = "0123456789abcdef";
    Value out[2];
    int group = 1;
    uint32_t separator = 0;
    bool separated = false;
    if (!native_bind("hex(sep=, bytes_per_sep=)", args, nargs, kwnames, out) || (out[1] && int_as_int32(out[1], &group) < 0))
        return VALUE_NULL;
    if (out[0]) {
        bool text = value_is_str(out[0]);
        int64_t length = value_length(out[0]);
        if (length < 0)
            return VALUE_NULL;
        if (length != 1)
            return raise_error(&exc_ValueError, "sep must be length 1.");
        if (!text && !value_is_bytes(out[0]))
            return raise_error(&exc_TypeError, "sep must be str or bytes.");
        separator = text ? str_point_at(as_str(out[0]), 0) : as_bytes(out[0])->data[0];
        if (separator > 127)
            return raise_error(&exc_ValueError, "sep must be ASCII.");
        separated = true;
    }
    Bytes *b = as_bytes(self);
    uint64_t size = (uint64_t)(group < 0 ? -(int64_t)group : group);
    if (!separated || size == 0)
        size = (uint64_t)b->length + 1;
    int64_t separators = b->length ? (b->length - 1) / (int64_t)size : 0;
    if (b->length == 0)
        return str_empty();
    Str *s = str_alloc(b->length * 2 + separators, 0x7f);
    if (!s)
        return VALUE_NULL;
    int64_t at = 0;
    for (int64_t i = 0; i < b->length; i++) {
        uint64_t position = (uint64_t)(group < 0 ? i : b->length - i); /* groups are counted from the right unless negative */
        if (i && position % size == 0)
            s->u8[at++] = (uint8_t)separator;
        s->u8[at++] = (uint8_t)digits[b->data[i] >> 4];
        s->u8[at++] = (uint8_t)digits[b->data[i] & 15];
    }
    return value_of(s);
}
