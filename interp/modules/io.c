/* io.c: the module _io: StringIO and BytesIO, files in memory. */
#include "modules.h"

#include "abstract.h"
#include "attr.h"
#include "bytes_methods.h"
#include "dict.h"
#include "exceptions.h"
#include "file.h"
#include "gc.h"
#include "int.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "memoryview.h"
#include "module.h"
#include "names.h"
#include "native.h"
#include "newlines.h"
#include "slice.h"
#include "str.h"
#include "text_file.h"
#include "tuple.h"
#include "type.h"

/* Both kinds: characters of 4 bytes for text, bytes otherwise. */
typedef struct MemoryFile {
    Object head;
    void *data;       /* raw memory */
    int64_t length, capacity, position; /* in units */
    int unit;         /* bytes of one: 4 or 1 */
    bool closed;
    Newlines newlines; /* text: what newline= asked for; bytes: NEWLINE_LF */
    Value dict;       /* its attributes; VALUE_NULL until used */
} MemoryFile;

static Type type_string_io, type_bytes_io;

static inline MemoryFile *as_memory(Value v) { return (MemoryFile *)value_object(v); }
static inline bool is_text(const MemoryFile *f) { return f->unit == 4; }

static MemoryFile *open_file(Value self)
{
    if (!as_memory(self)->closed)
        return as_memory(self);
    raise_error(&exc_ValueError, "I/O operation on closed file%s", is_text(as_memory(self)) ? "" : ".");
    return NULL;
}

static int reserve(MemoryFile *f, int64_t length)
{
    if (length <= f->capacity)
        return 0;
    int64_t capacity = f->capacity ? f->capacity * 2 : 64;
    if (capacity < length)
        capacity = length;
    void *data = mem_realloc_raw(f->data, (size_t)capacity * (size_t)f->unit);
    if (!data) {
        raise_no_memory();
        return -1;
    }
    f->data = data;
    f->capacity = capacity;
    return 0;
}

/* For the methods that a StringIO too has from IOBase: the sentence ends in a full stop. */
static MemoryFile *open_base(Value self)
{
    if (!as_memory(self)->closed)
        return as_memory(self);
    raise_error(&exc_ValueError, "I/O operation on closed file.");
    return NULL;
}

/* Room for `count` units at the position; a gap behind the end becomes zeros. */
static int make_room(MemoryFile *f, int64_t count)
{
    if (reserve(f, f->position + count) < 0)
        return -1;
    if (f->position > f->length)
        memset((char *)f->data + f->length * f->unit, 0, (size_t)(f->position - f->length) * (size_t)f->unit);
    return 0;
}

static void advance(MemoryFile *f, int64_t count)
{
    f->position += count;
    if (f->position > f->length)
        f->length = f->position;
}

/* Text is translated when it is written: what \r and \n become, or what \n becomes. */
static int write_str(MemoryFile *f, Value v)
{
    Value text = f->newlines.kind <= NEWLINE_KEEP ? newlines_pass(&f->newlines, value_retain(v), true) : newlines_written(f->newlines.kind, v);
    const Str *s = text ? as_str(text) : NULL;
    int status = s ? make_room(f, s->length) : -1;
    uint32_t *to = status == 0 ? (uint32_t *)f->data + f->position : NULL;
    if (to && s->kind == 1)
        for (int64_t i = 0; i < s->length; i++)
            to[i] = s->u8[i];
    else if (to)
        for (int64_t i = 0; i < s->length; i++)
            to[i] = str_point_at(s, i);
    if (to)
        advance(f, s->length);
    value_release_null(text);
    return status;
}

static Value write_value(Value self, Value v)
{
    MemoryFile *f = open_file(self);
    if (!f)
        return VALUE_NULL;
    if (is_text(f)) {
        if (!value_is_str(v))
            return raise_error(&exc_TypeError, "string argument expected, got '%T'", v);
        return as_str(v)->length && write_str(f, v) < 0 ? VALUE_NULL : int_from_int64(as_str(v)->length);
    }
    Bytes view;
    const Bytes *given = bytes_of(v, &view);
    if (!given)
        return VALUE_NULL;
    const int64_t count = given->length;
    if (count && make_room(f, count) < 0)
        return VALUE_NULL;
    if (count)
        memcpy((char *)f->data + f->position, given->data, (size_t)count);
    if (count)
        advance(f, count);
    return int_from_int64(count);
}

static Value take(const MemoryFile *f, int64_t from, int64_t to)
{
    if (from >= to)
        return is_text(f) ? str_empty() : bytes_new("", 0);
    return is_text(f) ? str_from_points((const uint32_t *)f->data + from, to - from) : bytes_new((const char *)f->data + from, (size_t)(to - from));
}

/* ---- making ---- */

static Value memory_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    MemoryFile *f = object_alloc_zeroed(type, type->size);
    if (!f)
        return VALUE_NULL;
    f->unit = type_is_subtype(type, &type_string_io) ? 4 : 1;
    gc_track(f);
    return value_of(f);
}

static int memory_init(Value self, const Value *args, int nargs, Value kwnames)
{
    MemoryFile *f = as_memory(self);
    Value given[2] = {VALUE_NULL, VALUE_NULL};
    if (!native_bind(is_text(f) ? "StringIO(initial_value=, newline=)" : "BytesIO(initial_bytes=)", args, nargs, kwnames, given))
        return -1;
    if (is_text(f) && given[1] && given[1] != VALUE_NONE && !value_is_str(given[1]))
        return raise_error_int(&exc_TypeError, "newline must be str or None, not %T", given[1]);
    f->length = f->position = 0;
    f->closed = false;
    f->newlines = (Newlines){.kind = NEWLINE_LF};
    if (given[1] && !newline_by_text(given[1] == VALUE_NONE ? VALUE_NULL : given[1], &f->newlines.kind)) {
        exc_clear();
        return raise_error_int(&exc_ValueError, "illegal newline value: %V", given[1]);
    }
    if (!given[0] || given[0] == VALUE_NONE)
        return 0;
    if (is_text(f) && !value_is_str(given[0]))
        return raise_error_int(&exc_TypeError, "initial_value must be str or None, not %T", given[0]);
    Value written = write_value(self, given[0]);
    value_release_null(written);
    f->position = 0;
    return written ? 0 : -1;
}

static void memory_clear(Object *self) { value_clear(&((MemoryFile *)self)->dict); }

static void memory_dealloc(Object *self)
{
    gc_untrack(self);
    memory_clear(self);
    mem_free_raw(((MemoryFile *)self)->data);
    object_free(self, self->type->size);
}

static void memory_traverse(Object *self, VisitFn visit, void *context) { visit(((MemoryFile *)self)->dict, context); }

static Value memory_getattr(Value v, Str *name) { return attr_get_with_dict(v, name, as_memory(v)->dict ? as_dict(as_memory(v)->dict) : NULL); }
static int memory_setattr(Value v, Str *name, Value value) { return attr_set_with_dict(v, name, value, &as_memory(v)->dict); }

/* ---- reading ---- */

/* An optional size argument; -1: all. */
static int size_argument(const Value *args, int nargs, int64_t *size)
{
    *size = -1;
    if (nargs == 0 || args[0] == VALUE_NONE)
        return 0;
    if (!value_is_int(args[0]) && !type_of(args[0])->to_index)
        return raise_error_int(&exc_TypeError, "argument should be integer or None, not '%T'", args[0]);
    return value_as_index(args[0], size, &exc_OverflowError);
}

static Value memory_read(METHOD_ARGS)
{
    (void)kwnames;
    MemoryFile *f = open_file(self);
    int64_t size;
    if (!f || size_argument(args, nargs, &size) < 0)
        return VALUE_NULL;
    int64_t from = f->position, left = f->length - from, count = left < 0 ? 0 : size < 0 || size > left ? left : size;
    Value result = take(f, from, from + count);
    f->position += count;
    return result;
}

static uint32_t unit_at(const MemoryFile *f, int64_t i) { return is_text(f) ? ((const uint32_t *)f->data)[i] : ((const uint8_t *)f->data)[i]; }

/* Where the line that begins at the position ends, behind its newline. */
static int64_t line_end(const MemoryFile *f)
{
    NewlineKind kind = f->newlines.kind;
    for (int64_t i = f->position; i < f->length; i++) {
        uint32_t c = unit_at(f, i);
        if (c == '\n' && kind != NEWLINE_CR && kind != NEWLINE_CRLF)
            return i + 1;
        if (c != '\r' || kind == NEWLINE_LF || kind == NEWLINE_UNIVERSAL)
            continue;
        bool pair = i + 1 < f->length && unit_at(f, i + 1) == '\n';
        if (kind == NEWLINE_CR || (kind == NEWLINE_KEEP && !pair))
            return i + 1;
        if (pair)
            return i + 2;
    }
    return f->length;
}

static Value read_line(MemoryFile *f, int64_t size)
{
    int64_t from = f->position, to = line_end(f);
    if (from >= f->length)
        return take(f, 0, 0);
    if (size >= 0 && to - from > size)
        to = from + size;
    f->position = to;
    return take(f, from, to);
}

static Value memory_readline(METHOD_ARGS)
{
    (void)kwnames;
    MemoryFile *f = open_file(self);
    int64_t size;
    return !f || size_argument(args, nargs, &size) < 0 ? VALUE_NULL : read_line(f, size);
}

static Value memory_iter(Value self) { return !is_text(as_memory(self)) || open_base(self) ? value_retain(self) : VALUE_NULL; }

static Value memory_next(Value self)
{
    MemoryFile *f = open_file(self);
    return f && f->position < f->length ? read_line(f, -1) : VALUE_NULL;
}

static Value memory_readlines(METHOD_ARGS)
{
    (void)kwnames;
    MemoryFile *f = open_base(self);
    int64_t hint = -1, seen = 0;
    if (!f)
        return VALUE_NULL;
    if (!is_text(f) && nargs && args[0] != VALUE_NONE && !value_is_int(args[0]))
        return raise_error(&exc_TypeError, "integer argument expected, got '%T'", args[0]);
    if (!is_text(f) && nargs && args[0] != VALUE_NONE ? int_as_ssize(args[0], &hint) < 0 : size_argument(args, nargs, &hint) < 0)
        return VALUE_NULL;
    Value lines = list_new(0);
    while (lines && f->position < f->length && (hint <= 0 || seen < hint)) {
        int64_t from = f->position;
        Value line = read_line(f, -1);
        seen += f->position - from;
        if (!line || list_append_steal(lines, line) < 0)
            value_clear(&lines);
    }
    return lines;
}

static Value memory_getvalue(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = open_file(self);
    return f ? take(f, 0, f->length) : VALUE_NULL;
}

/* ---- writing, moving ---- */

static Value memory_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    return write_value(self, args[0]);
}

static Value memory_writelines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value iterator = open_base(self) ? value_iter(args[0]) : VALUE_NULL, line;
    if (!iterator)
        return VALUE_NULL;
    while ((line = value_next(iterator))) {
        Value written = write_value(self, line);
        value_release(line);
        value_release_null(written);
        if (!written)
            break;
    }
    value_release(iterator);
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static Value memory_tell(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = open_file(self);
    return f ? int_from_int64(f->position) : VALUE_NULL;
}

static Value memory_seek(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = open_file(self);
    int64_t offset;
    int whence = 0;
    if (!f || int_as_ssize(args[0], &offset) < 0 || (nargs > 1 && int_as_int32(args[1], &whence) < 0))
        return VALUE_NULL;
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, is_text(f) ? "Invalid whence (%d, should be 0, 1 or 2)" : "invalid whence (%d, should be 0, 1 or 2)", whence);
    if (whence == 0 && offset < 0)
        return raise_error(&exc_ValueError, is_text(f) ? "Negative seek position %lld" : "negative seek value %lld", (long long)offset);
    if (whence && offset && is_text(f))
        return raise_error(&exc_OSError, "Can't do nonzero cur-relative seeks");
    int64_t position = offset + (whence == 1 ? f->position : whence == 2 ? f->length : 0);
    f->position = position < 0 ? 0 : position;
    return int_from_int64(f->position);
}

static Value memory_truncate(METHOD_ARGS)
{
    (void)kwnames;
    MemoryFile *f = open_file(self);
    int64_t size;
    if (!f || size_argument(args, nargs, &size) < 0)
        return VALUE_NULL;
    if (nargs == 0 || args[0] == VALUE_NONE)
        size = f->position;
    else if (size < 0)
        return raise_error(&exc_ValueError, is_text(f) ? "Negative size value %lld" : "negative size value %lld", (long long)size);
    if (size < f->length)
        f->length = size;
    return int_from_int64(size);
}

static Value memory_close(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = as_memory(self);
    f->closed = true;
    mem_free_raw(f->data);
    f->data = NULL;
    f->length = f->capacity = f->position = 0;
    return VALUE_NONE;
}

static Value memory_flush(METHOD_ARGS)
{
    UNUSED_ARGS;
    return is_text(as_memory(self)) || open_base(self) ? VALUE_NONE : VALUE_NULL;
}

static Value memory_yes(METHOD_ARGS)
{
    UNUSED_ARGS;
    return open_file(self) ? VALUE_TRUE : VALUE_NULL;
}

static Value memory_no(METHOD_ARGS)
{
    UNUSED_ARGS;
    return open_base(self) ? VALUE_FALSE : VALUE_NULL;
}

static Value memory_enter(METHOD_ARGS)
{
    UNUSED_ARGS;
    return open_base(self) ? value_retain(self) : VALUE_NULL;
}

static Value get_dict(Value self)
{
    if (!as_memory(self)->dict)
        as_memory(self)->dict = dict_new();
    return value_retain_null(as_memory(self)->dict);
}

static Value memory_detach(METHOD_ARGS)
{
    UNUSED_ARGS;
    return raise_unsupported("detach");
}

static Value memory_fileno(METHOD_ARGS)
{
    UNUSED_ARGS;
    return raise_unsupported("fileno");
}

/* As many bytes as the buffer takes, or there are. */
static Value memory_readinto(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = open_file(self);
    int64_t room, left = f ? f->length - f->position : 0;
    if (!f)
        return VALUE_NULL;
    if (!buffer_may_be_written(args[0]))
        return raise_error(&exc_TypeError, "readinto() argument must be read-write bytes-like object, not %A", args[0]);
    void *to = (void *)(uintptr_t)bytes_buffer(args[0], &room);
    int64_t count = left < 0 ? 0 : left < room ? left : room;
    if (count)
        memcpy(to, (char *)f->data + f->position, (size_t)count);
    f->position += count;
    return int_from_int64(count);
}

/* (content[, newline], position, attributes or None) */
static Value memory_getstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = open_file(self);
    if (!f)
        return VALUE_NULL;
    static const char *const texts[] = {"", "\n", "\r", "\r\n"};
    Value newline = f->newlines.kind == NEWLINE_UNIVERSAL ? VALUE_NONE : str_from_cstr(texts[f->newlines.kind - NEWLINE_KEEP]);
    Value parts[4] = {take(f, 0, f->length), newline, int_from_int64(f->position), f->dict ? dict_copy(as_dict(f->dict)) : VALUE_NONE}, state = VALUE_NULL;
    if (parts[0] && parts[1] && parts[2] && parts[3])
        state = is_text(f) ? tuple_pack(4, parts[0], parts[1], parts[2], parts[3]) : tuple_pack(3, parts[0], parts[2], parts[3]);
    for (int i = 0; i < 4; i++)
        value_release_null(parts[i]);
    return state;
}

static Value memory_setstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    MemoryFile *f = as_memory(self);
    int64_t position, count = is_text(f) ? 4 : 3;
    if (is_text(f) && !open_file(self))
        return VALUE_NULL;
    if (!value_is_tuple(args[0]) || as_tuple(args[0])->length < count)
        return raise_error(&exc_TypeError, "%T.__setstate__ argument should be %lld-tuple, got %T", self,
                           (long long)count, args[0]);
    Value *items = as_tuple(args[0])->items, *last = items + count - 2;
    Value initial[2] = {items[0], items[1]};
    if (memory_init(self, initial, is_text(f) ? 2 : 1, VALUE_NULL) < 0)
        return VALUE_NULL;
    if (is_text(f) && !value_is_str(items[0]))
        return raise_error(&exc_TypeError, "bad argument type for built-in operation");
    if (is_text(f)) { /* as it is, not translated once more */
        Newlines newlines = f->newlines;
        f->newlines.kind = NEWLINE_LF;
        f->length = 0;
        int status = write_str(f, items[0]);
        f->newlines = newlines;
        if (status < 0)
            return VALUE_NULL;
    }
    if (!value_is_int(last[0]))
        return raise_error(&exc_TypeError, is_text(f) ? "third item of state must be an integer, got %T" : "second item of state must be an integer, not %T", last[0]);
    if (value_as_index(last[0], &position, &exc_OverflowError) < 0)
        return VALUE_NULL;
    if (position < 0)
        return raise_error(&exc_ValueError, "position value cannot be negative");
    f->position = position;
    if (last[1] == VALUE_NONE)
        return VALUE_NONE;
    if (!value_is_dict(last[1]))
        return raise_error(&exc_TypeError, is_text(f) ? "fourth item of state should be a dict, got a %T" : "third item of state should be a dict, got a %T", last[1]);
    Value own = get_dict(self);
    int status = own ? dict_update(as_dict(own), last[1]) : -1;
    value_release_null(own);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value get_closed(Value self) { return value_bool(as_memory(self)->closed); }
static Value get_none(Value self) { (void)self; return VALUE_NONE; }
static Value get_newlines(Value self) { return open_file(self) ? newlines_seen(&as_memory(self)->newlines) : VALUE_NULL; }
static Value get_line_buffering(Value self) { return open_file(self) ? VALUE_FALSE : VALUE_NULL; }

#define SHARED_METHODS                                                                                                          \
    {"write", memory_write, 1, 1, 0}, {"writelines", memory_writelines, 1, 1, 0}, {"read", memory_read, 0, 1, 0},               \
    {"readline", memory_readline, 0, 1, 0}, {"readlines", memory_readlines, 0, 1, 0}, {"getvalue", memory_getvalue, 0, 0, 0},   \
    {"tell", memory_tell, 0, 0, 0}, {"seek", memory_seek, 1, 2, 0}, {"truncate", memory_truncate, 0, 1, 0},                     \
    {"close", memory_close, 0, 0, 0}, {"flush", memory_flush, 0, 0, 0}, {"readable", memory_yes, 0, 0, 0},                      \
    {"detach", memory_detach, 0, 0, 0}, {"fileno", memory_fileno, 0, 0, 0}, {"__getstate__", memory_getstate, 0, 0, 0},         \
    {"__setstate__", memory_setstate, 1, 1, 0},                                                                                 \
    {"writable", memory_yes, 0, 0, 0}, {"seekable", memory_yes, 0, 0, 0}, {"isatty", memory_no, 0, 0, 0},                       \
    {"__enter__", memory_enter, 0, 0, 0}, {"__exit__", memory_close, 0, -1, 0}

static const NativeDef text_methods[] = {SHARED_METHODS, {0}};
static const NativeDef binary_methods[] = {SHARED_METHODS, {"read1", memory_read, 0, 1, 0}, {"readinto", memory_readinto, 1, 1, 0}, {"readinto1", memory_readinto, 1, 1, 0}, {0}};
static const GetSetDef text_getsets[] = {{"closed", get_closed, NULL}, {"encoding", get_none, NULL}, {"errors", get_none, NULL},
                                         {"newlines", get_newlines, NULL}, {"line_buffering", get_line_buffering, NULL}, {"__dict__", get_dict, NULL}, {0}};
static const GetSetDef binary_getsets[] = {{"closed", get_closed, NULL}, {"__dict__", get_dict, NULL}, {0}};

#define MEMORY_TYPE(type_name, method_table, getset_table)                                                                         \
    {.head = OBJECT_STATIC(&type_type), .name = type_name, .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_WEAKREFS, .size = sizeof(MemoryFile), \
     .base = &type_object, .new = memory_new, .init = memory_init, .dealloc = memory_dealloc, .traverse = memory_traverse,         \
     .clear = memory_clear, .getattr = memory_getattr, .setattr = memory_setattr, .iter = memory_iter, .next = memory_next,          \
     .methods = method_table, .getsets = getset_table}

static Type type_string_io = MEMORY_TYPE("_io.StringIO", text_methods, text_getsets);
static Type type_bytes_io = MEMORY_TYPE("_io.BytesIO", binary_methods, binary_getsets);

static int add_unsupported(Value module)
{
    Value type = module_new_exception("io", "UnsupportedOperation", tuple_pack(2, value_of(&exc_OSError), value_of(&exc_ValueError)));
    return type ? module_set(module, "UnsupportedOperation", type) : -1;
}

Value module_io_init(void)
{
    static Type *const types[] = {&type_string_io, &type_bytes_io, &type_text_file, &type_file_io, &type_buffered_reader, &type_buffered_writer,
                                  &type_buffered_random};
    Value module = module_from_parts("_io", NULL, types, sizeof types / sizeof *types);
    if (module && add_unsupported(module) < 0)
        value_clear(&module);
    return module;
}
