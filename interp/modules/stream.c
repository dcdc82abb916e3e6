#include "stream.h"

#include "abstract.h"
#include "builtins.h"
#include "exceptions.h"
#include "str.h"
#include "str_builder.h"
#include "int.h"
#include "type.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct Stream {
    Object head;
    int descriptor;
} Stream;

static const char *const stream_names[] = {"<stdin>", "<stdout>", "<stderr>"};

static int stream_descriptor(Value v) { return ((Stream *)value_object(v))->descriptor; }

bool value_is_stream(Value v, int descriptor)
{
    return value_is_heap_exactly(v, &type_stream) && stream_descriptor(v) == descriptor;
}

Value stream_new(int descriptor)
{
    Stream *self = object_alloc(&type_stream, sizeof *self);
    if (!self)
        return VALUE_NULL;
    self->descriptor = descriptor;
    return value_of(self);
}

static void stream_dealloc(Object *self) { object_free(self, sizeof(Stream)); }

static Value stream_repr(Value self)
{
    int descriptor = stream_descriptor(self);
    return str_printf("<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>", stream_names[descriptor], descriptor ? "w" : "r");
}

static Value stream_write(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "write() argument must be str, not %T", args[0]);
    size_t length;
    const char *text = str_utf8(args[0], &length);
    if (!text)
        return VALUE_NULL;
    int status = stream_descriptor(self) == 2 ? stderr_write(text, length) : stdout_write(text, length);
    return status < 0 ? VALUE_NULL : int_from_int64(as_str(args[0])->length);
}

static Value stream_flush(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return stream_descriptor(self) == 1 && stdout_flush() < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value stream_fileno(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_int64(stream_descriptor(self));
}

static Value stream_isatty(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_bool(isatty(stream_descriptor(self)));
}

/* One line with its newline; '' at the end of the file. VALUE_NULL: error. */
static Value read_line(void)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length = getline(&line, &capacity, stdin);
    Value text = str_from_utf8(line, length > 0 ? (size_t)length : 0);
    free(line);
    return text;
}

static Value stream_readline(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (stream_descriptor(self) != 0)
        return raise_error(&exc_OSError, "not readable");
    return read_line();
}

static Value stream_read(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (stream_descriptor(self) != 0)
        return raise_error(&exc_OSError, "not readable");
    StrBuilder text;
    str_builder_init(&text);
    char buffer[8192];
    size_t got;
    while ((got = fread(buffer, 1, sizeof buffer, stdin)) > 0)
        str_builder_add_utf8(&text, buffer, got);
    return str_builder_finish(&text);
}

static Value stream_iter(Value self) { return value_retain(self); }

static Value stream_next(Value self)
{
    Value line = stream_readline(self, NULL, 0, VALUE_NULL);
    if (line && as_str(line)->length == 0) {
        value_release(line);
        return VALUE_NULL;
    }
    return line;
}

static Value get_encoding(Value self)
{
    (void)self;
    return str_from_cstr("utf-8");
}

static Value get_name(Value self) { return str_from_cstr(stream_names[stream_descriptor(self)]); }

static const NativeDef stream_methods[] = {
    {"write", stream_write, 1, 1, 0},      {"flush", stream_flush, 0, 0, 0}, {"fileno", stream_fileno, 0, 0, 0},
    {"isatty", stream_isatty, 0, 0, 0},    {"read", stream_read, 0, 0, 0},   {"readline", stream_readline, 0, 0, 0},
    {0},
};
static const GetSetDef stream_getsets[] = {{"encoding", get_encoding, NULL}, {"name", get_name, NULL}, {0}};

Type type_stream = {.head = OBJECT_STATIC(&type_type), .name = "_io.TextIOWrapper", .size = sizeof(Stream), .base = &type_object,
                    .dealloc = stream_dealloc, .repr = stream_repr, .iter = stream_iter, .next = stream_next,
                    .methods = stream_methods, .getsets = stream_getsets};

int stream_init(void) { return type_ready(&type_stream); }
