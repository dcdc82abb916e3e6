/* bytes.c: the bytes object and the slots that bytearray shares. See bytes.h. */
#include "types/bytes.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "options.h"
#include "types/bytes_methods.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/memoryview.h"
#include "types/sequence.h"
#include "types/slice.h"
#include "types/str_builder.h"
#include "types/str_scan.h"
#include "types/tuple.h"
#include "type.h"
#include "warn.h"

#define BYTES_MAX ((size_t)1 << 36)

bool value_is_bytes(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_BYTES; }

bool value_is_bytearray(Value v)
{
    Type *type = value_is_object(v) ? value_object(v)->type : &type_bytes;
    return type != &type_bytes && (type == &type_bytearray || type_is_subtype(type, &type_bytearray));
}

static Bytes *bytes_alloc(Type *type, size_t length)
{
    if (length > BYTES_MAX) {
        raise_no_memory();
        return NULL;
    }
    size_t fixed = type->size, size = fixed + length + 1;
    Bytes *b = object_alloc(type, size);
    if (!b)
        return NULL;
    if (fixed > sizeof(Bytes))
        memset(b + 1, 0, fixed - sizeof(Bytes));
    b->hash = -1;
    b->length = (int64_t)length;
    b->capacity = (int64_t)size;
    b->data = (uint8_t *)b + fixed;
    b->data[length] = 0;
    return b;
}

Value bytes_new(const void *data, size_t length)
{
    Bytes *b = bytes_alloc(&type_bytes, length);
    if (!b)
        return VALUE_NULL;
    if (data && length)
        memcpy(b->data, data, length);
    return value_of(b);
}

static void bytes_dealloc(Object *self) { object_free(self, (size_t)((Bytes *)self)->capacity); }

Value bytes_like_new(Value like, const void *data, size_t length)
{
    return value_is_bytearray(like) ? bytearray_new(data, length) : bytes_new(data, length);
}

const void *bytes_buffer(Value v, int64_t *size)
{
    static const char nothing[1];
    *size = 0;
    if (!value_has_buffer(v))
        return NULL;
    const void *data = NULL;
    if (value_is_bytes_like(v)) {
        *size = as_bytes(v)->length;
        data = as_bytes(v)->data;
    } else {
        data = type_of(v)->buffer(v, size);
    }
    return data ? data : nothing;
}

bool bytes_require(Value v)
{
    if (value_is_bytes_like(v))
        return true;
    raise_error(&exc_TypeError, "a bytes-like object is required, not '%.100T'", v);
    return false;
}

const Bytes *bytes_of(Value v, Bytes *view)
{
    if (likely(value_is_bytes_like(v)))
        return as_bytes(v);
    if (!value_has_buffer(v))
        return bytes_require(v), NULL;
    if (buffer_check_plain(v) < 0)
        return NULL;
    view->data = (uint8_t *)(uintptr_t)bytes_buffer(v, &view->length);
    return view;
}

Value bytes_copy_of(Value v)
{
    Bytes view;
    const Bytes *b = bytes_of(v, &view);
    return b ? bytes_new(b->data, (size_t)b->length) : VALUE_NULL;
}

bool bytes_byte_value(Value v, uint8_t *out, const char *range_error)
{
    int64_t i = -1;
    Value index = value_index(v);
    if (!index)
        return false;
    bool fits = int_fits_int64(index, &i) && i >= 0 && i < 256;
    value_release(index);
    if (!fits)
        raise_error(&exc_ValueError, "%s", range_error);
    *out = (uint8_t)i;
    return fits;
}

/* ---- construction from Python ---- */

Value bytes_from_iterator_steal(Value iterator, const char *range_error)
{
    uint8_t *data = NULL;
    size_t length = 0, capacity = 0;
    Value result = VALUE_NULL, item;
    while ((item = value_next(iterator))) {
        uint8_t byte;
        bool good = bytes_byte_value(item, &byte, range_error);
        value_release(item);
        if (!good)
            goto out;
        if (length == capacity) {
            capacity = capacity * 2 + 32;
            uint8_t *bigger = mem_realloc_raw(data, capacity);
            if (!bigger) {
                raise_no_memory();
                goto out;
            }
            data = bigger;
        }
        data[length++] = byte;
    }
    if (!exc_pending())
        result = bytes_new(data, length);
out:
    mem_free_raw(data);
    value_release(iterator);
    return result;
}

static Value bytes_from_object(Value v, const char *type_name)
{
    if (strcmp(type_name, "bytes") == 0 && !value_is_exactly(v, &type_bytes)) {
        bool found;
        Value made = call_special(v, name___bytes__, NULL, 0, &found);
        if (made && !value_is_bytes(made)) {
            raise_error(&exc_TypeError, "__bytes__ returned non-bytes (type %.200T)", made);
            value_clear(&made);
        }
        if (found)
            return made;
    }
    if (value_is_str(v))
        return raise_error(&exc_TypeError, "string argument without an encoding");
    if (value_is_bytes_like(v))
        return bytes_new(as_bytes(v)->data, (size_t)as_bytes(v)->length);
    if (value_has_buffer(v)) {
        int64_t size;
        const void *data = buffer_check_open(v) < 0 ? NULL : bytes_buffer(v, &size);
        return data ? bytes_new(data, (size_t)size) : VALUE_NULL;
    }
    if (value_is_int(v) || type_of(v)->to_index) {
        int64_t count;
        if (value_as_index(v, &count, &exc_OverflowError) == 0) {
            if (count < 0)
                return raise_error(&exc_ValueError, "negative count");
            Value zeros = bytes_new(NULL, (size_t)count);
            if (zeros)
                memset(as_bytes(zeros)->data, 0, (size_t)count);
            return zeros;
        }
        if (!exc_clear_if(&exc_TypeError)) /* with one: as if it had no __index__ */
            return VALUE_NULL;
    }
    bool is_bytes = strcmp(type_name, "bytes") == 0;
    Value iterator = value_iter(v);
    if (!iterator && exc_clear_if(&exc_TypeError))
        return raise_error(&exc_TypeError, "cannot convert '%.200T' object to %s", v, type_name);
    if (iterator && is_bytes && value_length_hint(v, 0) < 0)
        value_clear(&iterator);
    return iterator ? bytes_from_iterator_steal(iterator, is_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)") : VALUE_NULL;
}

Value bytes_from_arguments(const char *signature, const Value *args, int nargs, Value kwnames)
{
    const char *type_name = signature[4] == 's' ? "bytes" : "bytearray";
    Value out[3];
    if (!native_bind(signature, args, nargs, kwnames, out))
        return VALUE_NULL;
    for (int i = 1; i < 3; i++)
        if (out[i] && !value_is_str(out[i]))
            return raise_error(&exc_TypeError, "%s() argument '%s' must be str, not %A", type_name, i == 1 ? "encoding" : "errors", out[i]);
    if (!out[0] && (out[1] || out[2]))
        return raise_error(&exc_TypeError, out[1] ? "encoding without a string argument" : "errors without a string argument");
    if (!out[0])
        return bytes_new(NULL, 0);
    if (!out[1] && !out[2])
        return bytes_from_object(out[0], type_name);
    if (!value_is_str(out[0]))
        return raise_error(&exc_TypeError, out[1] ? "encoding without a string argument" : "errors without a string argument");
    if (!out[1])
        return raise_error(&exc_TypeError, "string argument without an encoding");
    const char *encoding = str_utf8(out[1], NULL), *errors = out[2] ? str_utf8(out[2], NULL) : "strict";
    return encoding && errors ? str_encode(out[0], encoding, errors) : VALUE_NULL;
}

static Value bytes_type_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value exact = nargs == 1 && !kwnames && value_is_heap_exactly(args[0], &type_bytes)
                ? value_retain(args[0]) : bytes_from_arguments("bytes(source=, encoding=, errors=)", args, nargs, kwnames);
    if (!exact || type == &type_bytes)
        return exact;
    Bytes *from = as_bytes(exact), *b = bytes_alloc(type, (size_t)from->length);
    if (b) {
        memcpy(b->data, from->data, (size_t)from->length);
        if (type_has(type, TYPE_GC))
            gc_track(b);
    }
    value_release(exact);
    return value_of(b);
}

Value bytes_fromhex(const char *type_name, Value text)
{
    if (!value_is_str(text))
        return raise_error(&exc_TypeError, "fromhex() argument must be str, not %A", text);
    (void)type_name;
    Str *s = as_str(text);
    Value result = bytes_new(NULL, (size_t)(s->length / 2));
    if (!result)
        return VALUE_NULL;
    int64_t count = 0, i = 0;
    while (i < s->length) {
        uint32_t c = str_point_at(s, i);
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            i++;
            continue;
        }
        int byte = 0;
        for (int k = 0; k < 2; k++, i++) {
            c = i < s->length ? str_point_at(s, i) : 0;
            int digit = c >= '0' && c <= '9' ? (int)c - '0' : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10 : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10 : -1;
            if (digit < 0) {
                value_release(result);
                for (int64_t at = i; at < s->length; at++)
                    if (str_point_at(s, at) > 127) { /* told first, wherever it is */
                        i = at;
                        break;
                    }
                return raise_error(&exc_ValueError, "non-hexadecimal number found in fromhex() arg at position %lld", (long long)i);
            }
            byte = byte * 16 + digit;
        }
        as_bytes(result)->data[count++] = (uint8_t)byte;
    }
    as_bytes(result)->length = count;
    as_bytes(result)->data[count] = 0;
    return result;
}

static Value bytes_type_fromhex(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    Value exact = bytes_fromhex("bytes", args[0]);
    if (!exact || self == value_of(&type_bytes))
        return exact;
    Value result = call_value1(self, exact);
    value_release(exact);
    return result;
}

/* ---- slots ---- */

Value bytes_repr(Value v)
{
    Bytes *bytes = as_bytes(v);
    size_t n = (size_t)bytes->length;
    bool array = value_is_bytearray(v); /* escapes every single quote, no double quote */
    char quote = n && memchr(bytes->data, '\'', n) && !memchr(bytes->data, '"', n) ? '"' : '\'';
    StrBuilder b;
    str_builder_init(&b);
    str_builder_add_point(&b, 'b');
    str_builder_add_point(&b, (uint32_t)quote);
    for (size_t i = 0; i < n; i++) {
        static const char hex[] = "0123456789abcdef";
        uint8_t c = bytes->data[i];
        char text[4] = { '\\', 'x', hex[c >> 4], hex[c & 15] };
        if (c == (array ? '\'' : quote) || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
            text[1] = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : (char)c;
            str_builder_add_utf8(&b, text, 2);
        } else if (c < ' ' || c >= 0x7f) {
            str_builder_add_utf8(&b, text, 4);
        } else {
            str_builder_add_point(&b, c);
        }
    }
    str_builder_add_point(&b, (uint32_t)quote);
    return str_builder_finish(&b);
}

static int64_t bytes_hash(Value self)
{
    Bytes *b = as_bytes(self);
    if (b->hash == -1)
        b->hash = hash_bytes(b->data, (size_t)b->length);
    return b->hash;
}

int64_t bytes_length(Value self) { return as_bytes(self)->length; }
int bytes_truth(Value self) { return as_bytes(self)->length != 0; }

static Value bytes_str(Value v)
{
    return unlikely(options.bytes_warning) && warn_here(&exc_BytesWarning, "str() on a bytes instance") < 0 ? VALUE_NULL : bytes_repr(v);
}

/* -b: for bytes beside str or int, for bytearray beside str. */
static bool warns_to_compare(Value a, Value b)
{
    if (value_is_str(a) || value_is_str(b))
        return warn_here(&exc_BytesWarning, "Comparison between %s and string", value_is_bytearray(a) ? "bytearray" : "bytes") == 0;
    return value_is_bytearray(a) || !(value_is_int(a) || value_is_int(b)) || warn_here(&exc_BytesWarning, "Comparison between bytes and int") == 0;
}

Value bytes_compare(Value a, Value b, CompareOp op)
{
    if (unlikely(options.bytes_warning) && (op == COMPARE_EQ || op == COMPARE_NE) && !warns_to_compare(a, b))
        return VALUE_NULL;
    int64_t x_size, y_size;
    const void *x = bytes_buffer(a, &x_size), *y = bytes_buffer(b, &y_size);
    if (!x || !y || (!value_is_bytearray(a) && !value_is_bytearray(b) && !(value_is_bytes_like(a) && value_is_bytes_like(b))))
        return VALUE_NOT_IMPLEMENTED; /* bytes compares with its like only, bytearray with whatever has bytes */
    if ((op == COMPARE_EQ || op == COMPARE_NE) && x_size != y_size)
        return value_bool(op == COMPARE_NE);
    int64_t n = x_size < y_size ? x_size : y_size;
    int order = n ? memcmp(x, y, (size_t)n) : 0;
    if (order == 0)
        order = x_size < y_size ? -1 : x_size > y_size;
    return value_bool(compare_order(order, op));
}

Value bytes_concat(Value a, Value b)
{
    int64_t size;
    const void *data = buffer_is_plain(b) ? bytes_buffer(b, &size) : NULL;
    if (!data)
        return raise_error(&exc_TypeError, "can't concat %.100T to %.100T", b, a);
    Bytes *x = as_bytes(a);
    Value result = bytes_like_new(a, NULL, (size_t)(x->length + size));
    if (!result)
        return VALUE_NULL;
    memcpy(as_bytes(result)->data, x->data, (size_t)x->length);
    memcpy(as_bytes(result)->data + x->length, data, (size_t)size);
    return result;
}

static Value bytes_rpercent(Value self, Value format) { return value_is_bytes(format) ? bytes_percent(format, self) : VALUE_NOT_IMPLEMENTED; }

static Value bytes_add(Value a, Value b)
{
    if (!value_has_buffer(b) && value_may_reflect(b, BINARY_ADD))
        return VALUE_NOT_IMPLEMENTED;
    return bytes_concat(a, b);
}

Value bytes_repeat(Value self, Value other)
{
    if (!value_is_int(other) && !type_of(other)->to_index) {
        if (value_may_reflect(other, BINARY_MUL))
            return VALUE_NOT_IMPLEMENTED;
        return raise_error(&exc_TypeError, "can't multiply sequence by non-int of type '%.200T'", other);
    }
    int64_t count;
    if (value_as_index(other, &count, &exc_OverflowError) < 0)
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    if (count < 0)
        count = 0;
    if (count == 1 && value_is_heap_exactly(self, &type_bytes))
        return value_retain(self);
    if (count && b->length > (int64_t)BYTES_MAX / count)
        return b->length > INT64_MAX / count && value_is_instance_of(self, &type_bytes) ? raise_error(&exc_OverflowError, "repeated bytes are too long") : raise_no_memory();
    Value result = bytes_like_new(self, NULL, (size_t)(b->length * count));
    for (int64_t i = 0; result && i < count && b->length; i++)
        memcpy(as_bytes(result)->data + i * b->length, b->data, (size_t)b->length);
    return result;
}

Value bytes_getitem(Value self, Value key)
{
    Bytes *b = as_bytes(self);
    const char *name = value_is_bytearray(self) ? "bytearray" : "byte";
    if (value_is_slice(key)) {
        int64_t start, stop, step, count;
        if (slice_indices(key, &b->length, &start, &stop, &step, &count) < 0)
            return VALUE_NULL;
        if (count == b->length && step == 1 && value_is_heap_exactly(self, &type_bytes))
            return value_retain(self);
        Value result = bytes_like_new(self, NULL, (size_t)count);
        if (!result)
            return VALUE_NULL;
        if (step == 1 && count)
            memcpy(as_bytes(result)->data, b->data + start, (size_t)count);
        else
            for (int64_t i = 0; i < count; i++)
                as_bytes(result)->data[i] = b->data[start + i * step];
        return result;
    }
    int64_t i;
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error(&exc_TypeError, "%s indices must be integers or slices, not %.200T", name, key);
    if (value_as_index(key, &i, &exc_IndexError) < 0)
        return VALUE_NULL;
    if (i < 0)
        i += b->length;
    if (i < 0 || i >= b->length)
        return raise_error(&exc_IndexError, value_is_bytearray(self) ? "bytearray index out of range" : "index out of range");
    return value_from_small_int(b->data[i]);
}

int bytes_contains(Value self, Value item)
{
    Bytes *b = as_bytes(self);
    if (value_is_int(item) || (!value_is_bytes_like(item) && type_of(item)->to_index)) {
        uint8_t byte;
        return bytes_byte_value(item, &byte, "byte must be in range(0, 256)") ? memchr(b->data, byte, (size_t)b->length) != NULL : -1;
    }
    Bytes view;
    const Bytes *part = bytes_of(item, &view);
    return part ? bytes_find(b->data, b->length, part->data, part->length) >= 0 : -1;
}

static Value bytes_getnewargs(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value exact = bytes_new(as_bytes(self)->data, (size_t)as_bytes(self)->length);
    return exact ? tuple_from_steal(&exact, 1) : VALUE_NULL;
}

static Value bytes_dunder_bytes(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_is_heap_exactly(self, &type_bytes) ? value_retain(self) : bytes_new(as_bytes(self)->data, (size_t)as_bytes(self)->length);
}

static const NativeDef bytes_method_table[] = {
    BYTES_METHOD_ROWS,
    { "fromhex", bytes_type_fromhex, 1, 1, NATIVE_CLASS },
    { "__getnewargs__", bytes_getnewargs, 0, 0, 0 },
    { "__bytes__", bytes_dunder_bytes, 0, 0, 0 },
    { 0 },
};

Type type_bytes = {
    .head = OBJECT_STATIC(&type_type),
    .name = "bytes",
    .flags = TYPE_BYTES | TYPE_SUBCLASSABLE,
    .size = sizeof(Bytes),
    .base = &type_object,
    .new = bytes_type_new,
    .dealloc = bytes_dealloc,
    .repr = bytes_repr,
    .str = bytes_str,
    .hash = bytes_hash,
    .compare = bytes_compare,
    .truth = bytes_truth,
    .iter = bytes_iter_new,
    .binary = { [BINARY_ADD] = bytes_add, [BINARY_MUL] = bytes_repeat, [BINARY_MOD] = bytes_percent },
    .reflected = { [BINARY_MUL] = bytes_repeat, [BINARY_MOD] = bytes_rpercent },
    .length = bytes_length,
    .getitem = bytes_getitem,
    .contains = bytes_contains,
    .methods = bytes_method_table,
};
