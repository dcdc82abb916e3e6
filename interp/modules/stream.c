#include "stream.h"

#include "abstract.h"
#include "builtins.h"
#include "bytes.h"
#include "exceptions.h"
#include "int.h"
#include "iterators.h"
#include "list.h"
#include "native.h"
#include "slice.h"
#include "str.h"
#include "str_builder.h"
#include "type.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Text streams and, as their attribute `buffer`, binary ones; both read from C's stdin and write through the interpreter's own buffer. */
typedef struct Stream {
    Object head;
    int descriptor;
} Stream;

#define METHOD_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

static const char *const stream_names[] = {"<stdin>", "<stdout>", "<stderr>"};

static int stream_descriptor(Value v) { return ((Stream *)value_object(v))->descriptor; }
static bool is_binary(Value v) { return value_object(v)->type != &type_stream; }

bool value_is_stream(Value v, int descriptor)
{
    return value_is_heap_exactly(v, &type_stream) && stream_descriptor(v) == descriptor;
}

static Value make(Type *type, int descriptor)
{
    Stream *self = object_alloc(type, sizeof *self);
    if (!self)
        return VALUE_NULL;
    self->descriptor = descriptor;
    return value_of(self);
}

Value stream_new(int descriptor) { return make(&type_stream, descriptor); }

static void stream_dealloc(Object *self) { object_free(self, sizeof(Stream)); }

static Value stream_repr(Value self)
{
    int descriptor = stream_descriptor(self);
    if (is_binary(self))
        return str_printf("<%T name='%s'>", self, stream_names[descriptor]);
    return str_printf("<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>", stream_names[descriptor], descriptor ? "w" : "r");
}

/* ---- writing ---- */

static bool may_write(Value self)
{
    if (stream_descriptor(self) != 0)
        return true;
    raise_error(&exc_OSError, "not writable");
    return false;
}

static Value write_value(Value self, Value v)
{
    size_t length;
    const char *data;
    int64_t count;
    if (!may_write(self))
        return VALUE_NULL;
    if (is_binary(self)) {
        if (!value_is_bytes_like(v))
            return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", v);
        data = (const char *)as_bytes(v)->data;
        length = (size_t)(count = as_bytes(v)->length);
    } else {
        if (!value_is_str(v))
            return raise_error(&exc_TypeError, "write() argument must be str, not %T", v);
        if (!(data = str_utf8(v, &length)))
            return VALUE_NULL;
        count = as_str(v)->length;
    }
    int status = stream_descriptor(self) == 2 ? stderr_write(data, length) : stdout_write(data, length);
    return status < 0 ? VALUE_NULL : int_from_int64(count);
}

static Value stream_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    return write_value(self, args[0]);
}

static Value stream_writelines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value iterator = value_iter(args[0]), line;
    if (!iterator)
        return VALUE_NULL;
    while ((line = value_next(iterator))) {
        Value written = write_value(self, line);
        value_release(line);
        if (!written)
            break;
    }
    value_release(iterator);
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static Value stream_flush(METHOD_ARGS)
{
    UNUSED_ARGS;
    return stream_descriptor(self) == 1 && stdout_flush() < 0 ? VALUE_NULL : VALUE_NONE;
}

/* ---- reading ---- */

static bool may_read(Value self)
{
    if (stream_descriptor(self) == 0)
        return true;
    raise_error(&exc_OSError, "not readable");
    return false;
}

static Value from_bytes(Value self, const char *data, size_t length)
{
    return is_binary(self) ? bytes_new(data ? data : "", length) : str_from_utf8(data ? data : "", length);
}

/* One line with its newline; empty at the end of the file. */
static Value read_line(Value self)
{
    char *line = NULL;
    size_t capacity = 0;
    if (!may_read(self))
        return VALUE_NULL;
    ssize_t length = getline(&line, &capacity, stdin);
    Value text = from_bytes(self, line, length > 0 ? (size_t)length : 0);
    free(line);
    return text;
}

static bool is_empty(Value v) { return value_is_str(v) ? as_str(v)->length == 0 : as_bytes(v)->length == 0; }

static Value stream_readline(METHOD_ARGS)
{
    UNUSED_ARGS;
    return read_line(self);
}

/* `count` bytes, or characters of a text stream; -1: all there are. */
static Value read_some(Value self, int64_t count)
{
    char *data = NULL;
    size_t capacity = 0;
    FILE *out = open_memstream(&data, &capacity);
    if (!out)
        return raise_no_memory();
    int c;
    for (int64_t left = count; (left || (!is_binary(self) && count > 0)) && (c = getc(stdin)) != EOF;) {
        bool begins = is_binary(self) || (c & 0xc0) != 0x80; /* not in the middle of a character */
        if (begins && left == 0) {
            ungetc(c, stdin);
            break;
        }
        putc(c, out);
        left -= begins && left > 0;
    }
    fclose(out);
    Value result = from_bytes(self, data, capacity);
    free(data);
    return result;
}

static Value stream_read(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count = -1;
    if (nargs && args[0] != VALUE_NONE && value_as_index(args[0], &count, &exc_OverflowError) < 0)
        return VALUE_NULL;
    if (!may_read(self))
        return VALUE_NULL;
    if (count >= 0)
        return read_some(self, count);
    if (is_binary(self))
        return read_some(self, -1);
    StrBuilder text;
    str_builder_init(&text);
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, stdin)) > 0) /* line by line: never between the bytes of a character */
        str_builder_add_utf8(&text, line, (size_t)length);
    free(line);
    return str_builder_finish(&text);
}

static Value stream_readlines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value lines = list_new(0);
    while (lines) {
        Value line = read_line(self);
        if (line && is_empty(line)) {
            value_release(line);
            return lines;
        }
        if (!line || list_append_steal(lines, line) < 0)
            value_clear(&lines);
    }
    return VALUE_NULL;
}

static Value stream_next(Value self)
{
    Value line = read_line(self);
    if (line && is_empty(line)) {
        value_release(line);
        return VALUE_NULL;
    }
    return line;
}

/* ---- the rest ---- */

static Value stream_fileno(METHOD_ARGS)
{
    UNUSED_ARGS;
    return int_from_int64(stream_descriptor(self));
}

static Value stream_isatty(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_bool(isatty(stream_descriptor(self)));
}

static Value stream_readable(METHOD_ARGS) { UNUSED_ARGS; return value_bool(stream_descriptor(self) == 0); }
static Value stream_writable(METHOD_ARGS) { UNUSED_ARGS; return value_bool(stream_descriptor(self) != 0); }
static Value stream_seekable(METHOD_ARGS) { UNUSED_ARGS; return VALUE_FALSE; }
static Value stream_reconfigure(METHOD_ARGS) { UNUSED_ARGS; return VALUE_NONE; }
static Value stream_enter(METHOD_ARGS) { UNUSED_ARGS; return value_retain(self); }
static Value stream_exit(METHOD_ARGS) { return stream_flush(self, args, nargs, kwnames); }

static Value get_encoding(Value self)
{
    (void)self;
    return str_from_cstr("utf-8");
}

static Value get_errors(Value self) { return str_from_cstr(stream_descriptor(self) == 2 ? "backslashreplace" : "strict"); }
static Value get_name(Value self) { return str_from_cstr(stream_names[stream_descriptor(self)]); }
static Value get_mode(Value self) { return str_from_cstr(stream_descriptor(self) ? is_binary(self) ? "wb" : "w" : is_binary(self) ? "rb" : "r"); }
static Value get_closed(Value self) { (void)self; return VALUE_FALSE; }
static Value get_line_buffering(Value self) { return value_bool(stream_descriptor(self) == 2 || isatty(stream_descriptor(self))); }

static Type type_binary_reader, type_binary_writer;

static Value get_buffer(Value self)
{
    return make(stream_descriptor(self) ? &type_binary_writer : &type_binary_reader, stream_descriptor(self));
}

#define SHARED_METHODS                                                                                                            \
    {"write", stream_write, 1, 1, 0}, {"writelines", stream_writelines, 1, 1, 0}, {"flush", stream_flush, 0, 0, 0},               \
    {"read", stream_read, 0, 1, 0}, {"readline", stream_readline, 0, 1, 0}, {"readlines", stream_readlines, 0, 1, 0},             \
    {"fileno", stream_fileno, 0, 0, 0}, {"isatty", stream_isatty, 0, 0, 0}, {"readable", stream_readable, 0, 0, 0},               \
    {"writable", stream_writable, 0, 0, 0}, {"seekable", stream_seekable, 0, 0, 0}, {"__enter__", stream_enter, 0, 0, 0},         \
    {"__exit__", stream_exit, 0, -1, 0}

static const NativeDef text_methods[] = {SHARED_METHODS, {"reconfigure", stream_reconfigure, 0, 0, NATIVE_KEYWORDS}, {0}};
static const NativeDef binary_methods[] = {SHARED_METHODS, {0}};
static const GetSetDef text_getsets[] = {{"encoding", get_encoding, NULL}, {"errors", get_errors, NULL}, {"name", get_name, NULL}, {"mode", get_mode, NULL},
                                         {"closed", get_closed, NULL}, {"line_buffering", get_line_buffering, NULL}, {"buffer", get_buffer, NULL}, {0}};
static const GetSetDef binary_getsets[] = {{"name", get_name, NULL}, {"mode", get_mode, NULL}, {"closed", get_closed, NULL}, {0}};

#define STREAM_TYPE(type_name, method_table, getset_table)                                                                        \
    {.head = OBJECT_STATIC(&type_type), .name = type_name, .size = sizeof(Stream), .base = &type_object, .dealloc = stream_dealloc, \
     .repr = stream_repr, .iter = iter_self, .next = stream_next, .methods = method_table, .getsets = getset_table}

Type type_stream = STREAM_TYPE("_io.TextIOWrapper", text_methods, text_getsets);
static Type type_binary_reader = STREAM_TYPE("_io.BufferedReader", binary_methods, binary_getsets);
static Type type_binary_writer = STREAM_TYPE("_io.BufferedWriter", binary_methods, binary_getsets);

int stream_init(void)
{
    static Type *const types[] = {&type_stream, &type_binary_reader, &type_binary_writer};
    return type_ready_all(types, 3);
}
