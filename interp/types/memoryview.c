/* memoryview.c: views of one dimension: of bytes, bytearrays, arrays, whole or in slices with any step, as any native format. */
#include "memoryview.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "type.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"

/* Invariant: while `object` is set, its type's counter of exports includes this view, so that its bytes stay where they are. */
typedef struct MemoryView {
    Object head;
    Value object;           /* whose bytes; VALUE_NULL: released */
    int64_t offset;         /* of item 0, in bytes */
    int64_t length, stride; /* items; bytes from one to the next, may be negative */
    int32_t item_size;
    bool frozen;            /* by toreadonly() */
    char format[4];         /* as text: "B", or "@B" as cast() was told */
    int64_t hash;           /* -1: not computed yet; stays when it is released */
    uint8_t *packed;        /* copy without gaps, made when somebody asks for the bytes of a view that has them */
} MemoryView;

#define METHOD(name) static Value view_##name(Value self, const Value *args, int nargs, Value kwnames)
#define UNUSED_ARGUMENTS (void)args, (void)nargs, (void)kwnames

static inline MemoryView *as_view(Value v) { return (MemoryView *)value_object(v); }
static inline bool is_view(Value v) { return value_is_heap_exactly(v, &type_memoryview); }
static inline char code_of(const MemoryView *m) { return m->format[0] == '@' ? m->format[1] : m->format[0]; }

static int32_t size_of_code(char code)
{
    switch (code) {
    case 'B': case 'b': case 'c': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': case 'w': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'P': case 'd': return 8;
    default: return 0;
    }
}

static bool check_open(const MemoryView *m)
{
    if (!m->object)
        raise_error(&exc_ValueError, "operation forbidden on released memoryview object");
    return m->object != VALUE_NULL;
}

static int64_t *exports_of(Value object) { return type_of(object)->exports ? type_of(object)->exports(object) : NULL; }
static bool is_readonly(const MemoryView *m) { return m->frozen || !type_of(m->object)->exports; }
static bool is_contiguous(const MemoryView *m) { return m->stride == m->item_size || m->length < 2; }

static uint8_t *item_at(const MemoryView *m, int64_t i)
{
    int64_t size;
    return (uint8_t *)(uintptr_t)bytes_buffer(m->object, &size) + m->offset + i * m->stride;
}

bool buffer_may_be_written(Value v)
{
    if (is_view(v))
        return as_view(v)->object && !is_readonly(as_view(v)) && is_contiguous(as_view(v));
    return value_has_buffer(v) && type_of(v)->exports;
}

int buffer_check_open(Value v) { return is_view(v) && !check_open(as_view(v)) ? -1 : 0; }

bool buffer_is_plain(Value v)
{
    return is_view(v) ? as_view(v)->object && is_contiguous(as_view(v)) : value_has_buffer(v);
}

int buffer_check_plain(Value v)
{
    if (!value_is_heap_exactly(v, &type_memoryview))
        return 0;
    if (!check_open(as_view(v)))
        return -1;
    return is_contiguous(as_view(v)) ? 0 : raise_error_int(&exc_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

int buffer_check_resize(int64_t exports, const char *message) { return exports ? raise_error_int(&exc_BufferError, "%s", message) : 0; }

/* ---- life ---- */

static MemoryView *view_alloc(Value object)
{
    MemoryView *m = object_alloc_zeroed(&type_memoryview, sizeof *m);
    if (!m)
        return NULL;
    m->object = value_retain(object);
    int64_t *exports = exports_of(object);
    if (exports)
        ++*exports;
    m->hash = -1;
    gc_track(m);
    return m;
}

static void let_go(MemoryView *m)
{
    if (!m->object)
        return;
    int64_t *exports = exports_of(m->object);
    if (exports)
        --*exports;
    value_clear(&m->object);
    mem_free_raw(m->packed);
    m->packed = NULL;
}

static void view_dealloc(Object *self)
{
    gc_untrack(self);
    let_go((MemoryView *)self);
    object_free(self, sizeof(MemoryView));
}

static void view_traverse(Object *self, VisitFn visit, void *context)
{
    if (((MemoryView *)self)->object)
        visit(((MemoryView *)self)->object, context);
}

static void view_clear(Object *self) { let_go((MemoryView *)self); }

/* The same bytes as another view. */
static MemoryView *view_like(const MemoryView *from)
{
    MemoryView *m = view_alloc(from->object);
    if (!m)
        return NULL;
    m->offset = from->offset, m->length = from->length, m->stride = from->stride, m->item_size = from->item_size, m->frozen = from->frozen;
    memcpy(m->format, from->format, sizeof m->format);
    return m;
}

/* The format of an array is its type code. */
static int take_format(MemoryView *m)
{
    strcpy(m->format, "B");
    Value code;
    int found = value_is_bytes_like(m->object) ? 0 : value_lookup_attr(m->object, name_typecode, &code);
    if (found > 0) {
        const char *text = value_is_str(code) ? str_utf8(code, NULL) : NULL;
        if (text && text[0])
            m->format[0] = text[0] == 'u' ? 'w' : text[0];
        value_release(code);
    }
    m->item_size = size_of_code(m->format[0]);
    m->stride = m->item_size;
    return found < 0 ? -1 : 0;
}

static Value view_of(Value object)
{
    if (is_view(object))
        return check_open(as_view(object)) ? value_of(view_like(as_view(object))) : VALUE_NULL;
    if (!value_has_buffer(object))
        return raise_error(&exc_TypeError, "memoryview: a bytes-like object is required, not '%.200T'", object);
    MemoryView *m = view_alloc(object);
    if (!m)
        return VALUE_NULL;
    int64_t size;
    bytes_buffer(object, &size);
    if (take_format(m) < 0) {
        value_release(value_of(m));
        return VALUE_NULL;
    }
    m->length = size / m->item_size;
    return value_of(m);
}

static Value view_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    Value given[1];
    if (nargs > 1)
        return raise_error(&exc_TypeError, "memoryview() takes at most 1 argument (%d given)", nargs);
    return native_bind("memoryview(object)", args, nargs, kwnames, given) ? view_of(given[0]) : VALUE_NULL;
}

/* ---- items ---- */

static Value get_item(const MemoryView *m, int64_t i)
{
    const uint8_t *at = item_at(m, i);
    switch (code_of(m)) {
#define CASE_INT(letter, type) case letter: { type n; memcpy(&n, at, sizeof n); return int_from_int64(n); }
    CASE_INT('B', uint8_t) CASE_INT('b', int8_t) CASE_INT('h', int16_t) CASE_INT('H', uint16_t) CASE_INT('i', int32_t) CASE_INT('I', uint32_t)
    CASE_INT('l', int64_t) CASE_INT('q', int64_t) CASE_INT('n', int64_t)
#undef CASE_INT
    case 'L': case 'Q': case 'N': case 'P': { uint64_t n; memcpy(&n, at, sizeof n); return int_from_uint64(n); }
    case 'f': { float n; memcpy(&n, at, sizeof n); return float_new((double)n); }
    case 'd': { double n; memcpy(&n, at, sizeof n); return float_new(n); }
    case 'c': return bytes_new(at, 1);
    case '?': return value_bool(*at != 0);
    default: return raise_error(&exc_NotImplementedError, "memoryview: format %s not supported", m->format);
    }
}

static int wrong_type(const MemoryView *m) { return raise_error_int(&exc_TypeError, "memoryview: invalid type for format '%s'", m->format); }
static int wrong_value(const MemoryView *m) { return raise_error_int(&exc_ValueError, "memoryview: invalid value for format '%s'", m->format); }

static int put_int(const MemoryView *m, Value v, uint8_t *to)
{
    bool is_signed = strchr("bhilqn", code_of(m)) != NULL;
    Value number = value_is_int(v) || type_of(v)->to_index ? value_index(v) : VALUE_NULL;
    if (!number)
        return exc_pending() && !exc_clear_if(&exc_TypeError) ? -1 : wrong_type(m);
    int64_t plain;
    uint64_t bits = 0;
    int shift = 64 - 8 * m->item_size;
    bool fits = int_fits_int64(number, &plain);
    if (fits) {
        bits = (uint64_t)plain;
        fits = is_signed ? (int64_t)(bits << shift) >> shift == plain : plain >= 0 && bits << shift >> shift == bits;
    } else if (!is_signed && m->item_size == 8 && int_sign(number) > 0 && int_bit_length(number) <= 64) {
        IntView view;
        bits = mpz_get_ui(int_view(int_plain(number), &view));
        fits = true;
    }
    value_release(number);
    memcpy(to, &bits, (size_t)m->item_size);
    return fits ? 0 : wrong_value(m);
}

/* An item as the view's format has it. Runs code of the program. */
static int convert_item(const MemoryView *m, Value v, uint8_t *to)
{
    double d;
    switch (code_of(m)) {
    case 'f': case 'd':
        if (value_as_double(v, &d) < 0)
            return exc_clear_if(&exc_TypeError) ? wrong_type(m) : -1;
        if (code_of(m) == 'd') {
            memcpy(to, &d, sizeof d);
        } else {
            float single = (float)d;
            memcpy(to, &single, sizeof single);
        }
        return 0;
    case 'c':
        if (!value_is_bytes(v))
            return wrong_type(m);
        if (as_bytes(v)->length != 1)
            return wrong_value(m);
        *to = as_bytes(v)->data[0];
        return 0;
    case '?': {
        int truth = value_truth(v);
        *to = truth > 0;
        return truth < 0 ? -1 : 0;
    }
    case 'w': return raise_error_int(&exc_NotImplementedError, "memoryview: format %s not supported", m->format);
    default: return put_int(m, v, to);
    }
}

/* An index as a tuple of one is that one. */
static int plain_key(Value *key, const char *of_slices)
{
    if (!value_is_tuple(*key))
        return 0;
    const Tuple *keys = (Tuple *)value_object(*key);
    int64_t indices = 0, slices = 0;
    for (int64_t i = 0; i < keys->length; i++) {
        indices += value_is_int(keys->items[i]) || type_of(keys->items[i])->to_index;
        slices += value_is_slice(keys->items[i]);
    }
    if (keys->length == 0)
        return raise_error_int(&exc_NotImplementedError, "sub-views are not implemented");
    if (slices == keys->length)
        return raise_error_int(&exc_NotImplementedError, "%s", of_slices);
    if (indices < keys->length)
        return 0;
    if (keys->length > 1)
        return raise_error_int(&exc_TypeError, "cannot index 1-dimension view with %lld-element tuple", (long long)keys->length);
    *key = keys->items[0];
    return 0;
}

static Value view_getitem(Value self, Value key)
{
    MemoryView *m = as_view(self);
    if (!check_open(m) || plain_key(&key, "multi-dimensional slicing is not implemented") < 0)
        return VALUE_NULL;
    int64_t start, stop, step, count, i;
    if (value_is_slice(key)) {
        if (slice_indices(key, &m->length, &start, &stop, &step, &count) < 0 || !check_open(m))
            return VALUE_NULL;
        MemoryView *part = view_like(m);
        if (part)
            part->offset += start * m->stride, part->length = count, part->stride = (int64_t)((uint64_t)m->stride * (uint64_t)step); /* too large, of one item */
        return value_of(part);
    }
    if (value_is_tuple(key) && as_tuple(key)->length == 0)
        return raise_error(&exc_NotImplementedError, "sub-views are not implemented");
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error(&exc_TypeError, "memoryview: invalid slice key");
    if (value_as_index(key, &i, &exc_IndexError) < 0 || !check_open(m))
        return VALUE_NULL;
    i += i < 0 ? m->length : 0;
    if (i < 0 || i >= m->length)
        return raise_error(&exc_IndexError, "index out of bounds on dimension 1");
    return get_item(m, i);
}

/* The items of a view become those of another of the same format and length; both may look at the same bytes. */
static int copy_items(MemoryView *to, const MemoryView *from)
{
    if (code_of(to) != code_of(from) || to->length != from->length)
        return raise_error_int(&exc_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    size_t size = (size_t)to->item_size;
    uint8_t *between = mem_alloc_raw((size_t)to->length * size + 1);
    if (!between)
        return raise_no_memory(), -1;
    for (int64_t i = 0; i < to->length; i++)
        memcpy(between + (size_t)i * size, item_at(from, i), size);
    for (int64_t i = 0; i < to->length; i++)
        memcpy(item_at(to, i), between + (size_t)i * size, size);
    mem_free_raw(between);
    return 0;
}

static int set_slice(Value self, Value key, Value value)
{
    if (!value_has_buffer(value))
        return raise_error_int(&exc_TypeError, "a bytes-like object is required, not '%.200T'", value);
    Value source = view_of(value), part = source ? view_getitem(self, key) : VALUE_NULL;
    int done = part ? copy_items(as_view(part), as_view(source)) : -1;
    value_release_null(part);
    value_release_null(source);
    return done;
}

static int view_setitem(Value self, Value key, Value value)
{
    MemoryView *m = as_view(self);
    int64_t i;
    uint8_t item[8];
    if (!check_open(m))
        return -1;
    if (is_readonly(m))
        return raise_error_int(&exc_TypeError, "cannot modify read-only memory");
    if (!value)
        return raise_error_int(&exc_TypeError, "cannot delete memory");
    if (plain_key(&key, "memoryview slice assignments are currently restricted to ndim = 1") < 0)
        return -1;
    if (value_is_slice(key))
        return set_slice(self, key, value);
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error_int(&exc_TypeError, "memoryview: invalid slice key");
    if (value_as_index(key, &i, &exc_IndexError) < 0 || !check_open(m))
        return -1;
    i += i < 0 ? m->length : 0;
    if (i < 0 || i >= m->length)
        return raise_error_int(&exc_IndexError, "index out of bounds on dimension 1");
    if (convert_item(m, value, item) < 0 || !check_open(m))
        return -1;
    memcpy(item_at(m, i), item, (size_t)m->item_size);
    return 0;
}

static int64_t view_length(Value self) { return check_open(as_view(self)) ? as_view(self)->length : -1; }
static Value view_iter(Value self) { return check_open(as_view(self)) ? sequence_iter_new(self) : VALUE_NULL; }

/* ---- as bytes ---- */

static void pack(const MemoryView *m, uint8_t *to)
{
    if (is_contiguous(m) && m->length) {
        memcpy(to, item_at(m, 0), (size_t)(m->length * m->item_size));
        return;
    }
    for (int64_t i = 0; i < m->length; i++)
        memcpy(to + i * m->item_size, item_at(m, i), (size_t)m->item_size);
}

static const void *view_buffer(Value self, int64_t *size)
{
    MemoryView *m = as_view(self);
    *size = m->object ? m->length * m->item_size : 0;
    if (!m->object || is_contiguous(m))
        return m->object && m->length ? item_at(m, 0) : NULL;
    if (!m->packed && !(m->packed = mem_alloc_raw((size_t)*size + 1)))
        return *size = 0, NULL;
    pack(m, m->packed);
    return m->packed;
}

METHOD(tobytes)
{
    Value order[1];
    MemoryView *m = as_view(self);
    if (!native_bind("tobytes(order=)", args, nargs, kwnames, order) || !check_open(m))
        return VALUE_NULL;
    if (order[0] && order[0] != VALUE_NONE && !value_is_str(order[0]))
        return raise_error(&exc_TypeError, "tobytes() argument 'order' must be str or None, not %A", order[0]);
    if (order[0] && order[0] != VALUE_NONE) {
        const char *text = str_utf8(order[0], NULL);
        if (!text || (strcmp(text, "C") != 0 && strcmp(text, "F") != 0 && strcmp(text, "A") != 0))
            return text ? raise_error(&exc_ValueError, "order must be 'C', 'F' or 'A'") : VALUE_NULL;
    }
    Value result = bytes_new(NULL, (size_t)(m->length * m->item_size));
    if (result)
        pack(m, as_bytes(result)->data);
    return result;
}

METHOD(hex)
{
    Value plain = view_tobytes(self, NULL, 0, VALUE_NULL), method = plain ? value_getattr(plain, name_hex) : VALUE_NULL;
    Value result = method ? call_value(method, args, nargs, kwnames) : VALUE_NULL;
    value_release_null(method);
    value_release_null(plain);
    return result;
}

METHOD(tolist)
{
    UNUSED_ARGUMENTS;
    MemoryView *m = as_view(self);
    Value list = check_open(m) ? list_new(0) : VALUE_NULL;
    for (int64_t i = 0; list && i < m->length; i++) {
        Value item = get_item(m, i);
        if (!item || list_append_steal(list, item) < 0)
            value_clear(&list);
    }
    return list;
}

static int64_t view_hash(Value self)
{
    MemoryView *m = as_view(self);
    if (m->hash != -1)
        return m->hash;
    if (!check_open(m))
        return -1;
    if (!is_readonly(m))
        return raise_error_int(&exc_ValueError, "cannot hash writable memoryview object");
    if (!strchr("Bbc", code_of(m)))
        return raise_error_int(&exc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    Value plain = view_tobytes(self, NULL, 0, VALUE_NULL);
    m->hash = plain ? value_hash(plain) : -1;
    value_release_null(plain);
    return m->hash;
}

/* 1, 0, -1 */
static int same_items(const MemoryView *a, const MemoryView *b)
{
    if (a->length != b->length)
        return 0;
    int same = 1;
    for (int64_t i = 0; same == 1 && i < a->length; i++) {
        Value x = get_item(a, i), y = x ? get_item(b, i) : VALUE_NULL;
        same = y ? value_compare_bool(x, y, COMPARE_EQ) : -1;
        value_release_null(x);
        value_release_null(y);
    }
    return same;
}

static Value view_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_has_buffer(b))
        return VALUE_NOT_IMPLEMENTED;
    int same = a == b;
    if (!same && as_view(a)->object && !(is_view(b) && !as_view(b)->object)) {
        Value other = view_of(b);
        same = other ? same_items(as_view(a), as_view(other)) : -1;
        value_release_null(other);
        if (same < 0)
            return exc_clear_if(&exc_NotImplementedError) ? value_bool(op == COMPARE_NE) : VALUE_NULL;
    }
    return value_bool((same == 1) == (op == COMPARE_EQ));
}

static Value view_repr(Value self)
{
    return str_printf(as_view(self)->object ? "<memory at %p>" : "<released memory at %p>", (void *)(uintptr_t)self);
}

/* ---- other views ---- */

/* The shape that cast() was given: nothing, or one number that fits. */
static int check_shape(Value shape, int64_t length)
{
    int64_t wanted;
    if (!shape)
        return 0;
    if (!value_is_list(shape) && !value_is_tuple(shape))
        return raise_error_int(&exc_TypeError, "shape must be a list or a tuple");
    if (value_length(shape) != 1)
        return raise_error_int(&exc_NotImplementedError, "memoryview: views of several dimensions are not supported");
    Value item = value_getitem(shape, value_from_small_int(0));
    int status = !item                ? -1
                 : value_is_int(item) ? int_as_ssize(item, &wanted)
                                      : raise_error_int(&exc_TypeError, "memoryview.cast(): elements of shape must be integers");
    value_release_null(item);
    if (status < 0)
        return -1;
    if (wanted <= 0)
        return raise_error_int(&exc_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    return wanted == length ? 0 : raise_error_int(&exc_TypeError, "memoryview: product(shape) * itemsize != buffer size");
}

METHOD(cast)
{
    MemoryView *m = as_view(self);
    Value given[2];
    if (!native_bind("cast(format, shape=)", args, nargs, kwnames, given) || !check_open(m))
        return VALUE_NULL;
    if (!value_is_str(given[0]))
        return raise_error(&exc_TypeError, "cast() argument 'format' must be str, not %A", given[0]);
    if (!is_contiguous(m))
        return raise_error(&exc_TypeError, "memoryview: casts are restricted to C-contiguous views");
    const char *text = str_utf8(given[0], NULL);
    if (!text)
        return VALUE_NULL;
    char code = text[0] == '@' ? text[1] : text[0];
    size_t length = strlen(text);
    if (length != (text[0] == '@' ? 2u : 1u) || code == 'w' || size_of_code(code) == 0)
        return raise_error(&exc_ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if (!strchr("Bbc", code_of(m)) && !strchr("Bbc", code))
        return raise_error(&exc_TypeError, "memoryview: cannot cast between two non-byte formats");
    int64_t bytes = m->length * m->item_size;
    if (bytes % size_of_code(code))
        return raise_error(&exc_TypeError, "memoryview: length is not a multiple of itemsize");
    if (check_shape(given[1], bytes / size_of_code(code)) < 0)
        return VALUE_NULL;
    MemoryView *other = view_like(m);
    if (!other)
        return VALUE_NULL;
    memcpy(other->format, text, length + 1);
    other->item_size = size_of_code(code);
    other->stride = other->item_size;
    other->length = bytes / other->item_size;
    return value_of(other);
}

METHOD(toreadonly)
{
    UNUSED_ARGUMENTS;
    MemoryView *other = check_open(as_view(self)) ? view_like(as_view(self)) : NULL;
    if (other)
        other->frozen = true;
    return value_of(other);
}

METHOD(release)
{
    UNUSED_ARGUMENTS;
    let_go(as_view(self));
    return VALUE_NONE;
}

METHOD(enter)
{
    UNUSED_ARGUMENTS;
    return check_open(as_view(self)) ? value_retain(self) : VALUE_NULL;
}

METHOD(exit) { return view_release(self, args, nargs, kwnames); }

/* ---- attributes ---- */

#define GETTER(name, expression) \
    static Value get_##name(Value self) { const MemoryView *m = as_view(self); return check_open(m) ? (expression) : VALUE_NULL; }
GETTER(obj, value_retain(m->object))
GETTER(nbytes, int_from_int64(m->length * m->item_size))
GETTER(readonly, value_bool(is_readonly(m)))
GETTER(itemsize, int_from_int64(m->item_size))
GETTER(format, str_from_cstr(m->format))
GETTER(ndim, value_from_small_int(1))
GETTER(suboffsets, tuple_pack(0))
GETTER(contiguous, value_bool(is_contiguous(m)))

static Value tuple_of_int(int64_t number)
{
    Value item = int_from_int64(number);
    return item ? tuple_from_steal(&item, 1) : VALUE_NULL;
}
GETTER(shape, tuple_of_int(m->length))
GETTER(strides, tuple_of_int(m->stride))

static const GetSetDef view_getsets[] = {
    {"obj", get_obj, NULL}, {"nbytes", get_nbytes, NULL}, {"readonly", get_readonly, NULL}, {"itemsize", get_itemsize, NULL}, {"format", get_format, NULL},
    {"ndim", get_ndim, NULL}, {"shape", get_shape, NULL}, {"strides", get_strides, NULL}, {"suboffsets", get_suboffsets, NULL},
    {"c_contiguous", get_contiguous, NULL}, {"f_contiguous", get_contiguous, NULL}, {"contiguous", get_contiguous, NULL}, {0},
};

static const NativeDef view_methods[] = {
    {"release", view_release, 0, 0, 0}, {"tobytes", view_tobytes, 0, -1, NATIVE_KEYWORDS}, {"hex", view_hex, 0, 2, NATIVE_KEYWORDS},
    {"tolist", view_tolist, 0, 0, 0}, {"toreadonly", view_toreadonly, 0, 0, 0}, {"cast", view_cast, 0, -1, NATIVE_KEYWORDS}, {"__enter__", view_enter, 0, 0, 0}, {"__exit__", view_exit, 0, -1, 0}, {0},
};

Type type_memoryview = {.head = OBJECT_STATIC(&type_type), .name = "memoryview", .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_SEQUENCE_PATTERN,
                        .size = sizeof(MemoryView), .base = &type_object, .new = view_new, .dealloc = view_dealloc, .traverse = view_traverse, .clear = view_clear,
                        .buffer = view_buffer, .repr = view_repr, .hash = view_hash, .compare = view_compare, .iter = view_iter, .length = view_length,
                        .getitem = view_getitem, .setitem = view_setitem, .methods = view_methods, .getsets = view_getsets};
