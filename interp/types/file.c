/* file.c: see file.h. */
#include "file.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "bytes.h"
#include "memoryview.h"
#include "exceptions.h"
#include "import.h"
#include "int.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "native.h"
#include "options.h"
#include "slice.h"
#include "str.h"
#include "text_file.h"
#include "type.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

static BinaryFile *open_files;

bool value_is_binary_file(Value v)
{
    const Type *type = type_of(v);
    return type == &type_file_io || type == &type_buffered_reader || type == &type_buffered_writer || type == &type_buffered_random;
}

static bool is_plain(const BinaryFile *f) { return f->head.type == &type_file_io; }

Value raise_unsupported(const char *text)
{
    Str *io = str_intern_cstr("_io"), *name = str_intern_cstr("UnsupportedOperation");
    Value module = io && name ? import_module(io, NULL, VALUE_NULL, 0) : VALUE_NULL;
    Value type = module ? value_getattr(module, name) : VALUE_NULL;
    if (type)
        raise_error((Type *)value_object(type), "%s", text);
    value_release_null(module);
    value_release_null(type);
    return VALUE_NULL;
}

static int raise_closed(const BinaryFile *f, const char *what)
{
    if (is_plain(f) || !what)
        return raise_error_int(&exc_ValueError, "I/O operation on closed file");
    return raise_error_int(&exc_ValueError, "%s closed file", what);
}

static bool is_open(const BinaryFile *f, const char *what) { return f->descriptor >= 0 || (raise_closed(f, what), false); }

static bool may_read(const BinaryFile *f, const char *method)
{
    if (is_plain(f) && !is_open(f, NULL))
        return false;
    if (!f->readable)
        raise_unsupported(is_plain(f) ? "File not open for reading" : method);
    return f->readable;
}

const char *file_mode_text(const BinaryFile *f)
{
    if (f->creating)
        return f->readable ? "xb+" : "xb";
    if (f->appending)
        return f->readable ? "ab+" : "ab";
    return f->readable ? f->writable ? "rb+" : "rb" : "wb";
}

/* ---- the system ---- */

static int write_out(BinaryFile *f, const uint8_t *data, int64_t size)
{
    while (size) {
        ssize_t written = write(f->descriptor, data, (size_t)size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            raise_os_error(errno, NULL);
            return -1;
        }
        data += written;
        size -= written;
    }
    return 0;
}

static int64_t read_in(BinaryFile *f, uint8_t *to, int64_t size)
{
    ssize_t got;
    do
        got = read(f->descriptor, to, (size_t)size);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        raise_os_error(errno, NULL);
    return got;
}

static int flush_dirty(BinaryFile *f)
{
    int64_t size = f->dirty;
    f->dirty = 0; /* what cannot be written is dropped, or closing would fail for ever */
    return size ? write_out(f, f->buffer, size) : 0;
}

/* Forgets what was read ahead: the system's position becomes ours. */
static int drop_ahead(BinaryFile *f)
{
    int64_t ahead = f->end - f->begin;
    f->begin = f->end = 0;
    if (ahead && lseek(f->descriptor, -ahead, SEEK_CUR) < 0)
        return raise_os_error(errno, NULL), -1;
    return 0;
}

static int need_buffer(BinaryFile *f)
{
    if (!f->buffer && !(f->buffer = mem_alloc_raw(FILE_BUFFER_SIZE))) {
        raise_no_memory();
        return -1;
    }
    return 0;
}

/* Reads ahead, into an empty buffer: how many bytes there are now, 0 at the end, -1. */
static int64_t fill(BinaryFile *f)
{
    if (f->begin < f->end)
        return f->end - f->begin;
    if (need_buffer(f) < 0 || flush_dirty(f) < 0)
        return -1;
    int64_t got = read_in(f, f->buffer, FILE_BUFFER_SIZE);
    f->begin = 0;
    f->end = got > 0 ? got : 0;
    return got;
}

int binary_file_write(BinaryFile *f, const void *data, int64_t size)
{
    if (f->standard)
        return f->standard == 1 ? stdout_write(data, (size_t)size) : stderr_write(data, (size_t)size);
    if (drop_ahead(f) < 0 || need_buffer(f) < 0)
        return -1;
    if (size > FILE_BUFFER_SIZE - f->dirty && flush_dirty(f) < 0)
        return -1;
    if (size > FILE_BUFFER_SIZE)
        return write_out(f, data, size);
    if (size)
        memcpy(f->buffer + f->dirty, data, (size_t)size);
    f->dirty += size;
    return 0;
}

/* ---- reading ---- */

/* Bytes that are being collected; the last ones are at data[length - 1]. */
typedef struct Collected {
    uint8_t *data;
    int64_t length, capacity;
} Collected;

static int collect_room(Collected *c, int64_t more)
{
    if (c->length + more > c->capacity) {
        int64_t capacity = (c->length + more) * 2;
        uint8_t *data = mem_realloc_raw(c->data, (size_t)capacity);
        if (!data) {
            raise_no_memory();
            return -1;
        }
        c->data = data;
        c->capacity = capacity;
    }
    assert(c->data != NULL);
    return 0;
}

static int collect(Collected *c, BinaryFile *f, int64_t count)
{
    if (count == 0)
        return 0;
    if (collect_room(c, count) < 0)
        return -1;
    memcpy(c->data + c->length, f->buffer + f->begin, (size_t)count);
    c->length += count;
    f->begin += count;
    return 0;
}

static Value collected(Collected *c, int64_t status)
{
    Value result = status < 0 ? VALUE_NULL : bytes_new(c->data ? c->data : (const uint8_t *)"", (size_t)c->length);
    mem_free_raw(c->data);
    return result;
}

Value binary_file_read_all(BinaryFile *f)
{
    Collected c = {0};
    int64_t got = f->begin < f->end ? collect(&c, f, f->end - f->begin) : flush_dirty(f);
    if (got == 0)
        got = 1;
    while (got > 0) {
        got = collect_room(&c, FILE_BUFFER_SIZE);
        if (got == 0 && (got = read_in(f, c.data + c.length, c.capacity - c.length)) > 0)
            c.length += got;
    }
    return collected(&c, got);
}

int64_t binary_file_read_some(BinaryFile *f, uint8_t *to, int64_t size)
{
    int64_t ahead = f->end - f->begin;
    if (ahead == 0)
        return flush_dirty(f) < 0 ? -1 : read_in(f, to, size);
    int64_t count = ahead < size ? ahead : size;
    memcpy(to, f->buffer + f->begin, (size_t)count);
    f->begin += count;
    return count;
}

/* As many of `size` bytes as there are before the end; one read of a plain file. */
static int64_t read_into(BinaryFile *f, uint8_t *to, int64_t size)
{
    int64_t done = 0, got = 1;
    if (is_plain(f))
        return read_in(f, to, size);
    while (done < size && got > 0)
        if ((got = binary_file_read_some(f, to + done, size - done)) > 0)
            done += got;
    return got < 0 && done == 0 ? -1 : done;
}

static Value read_bytes(BinaryFile *f, int64_t size, bool once)
{
    uint8_t *data = mem_alloc_raw((size_t)size + 1);
    if (!data)
        return raise_no_memory();
    int64_t got = once ? binary_file_read_some(f, data, size) : read_into(f, data, size);
    Value result = got < 0 ? VALUE_NULL : bytes_new(data, (size_t)got);
    mem_free_raw(data);
    return result;
}

/* None or absent: -1. */
static int size_argument(const Value *args, int nargs, int64_t *size)
{
    *size = -1;
    if (nargs == 0 || args[0] == VALUE_NONE)
        return 0;
    if (!value_is_int(args[0]) && !type_of(args[0])->to_index)
        return raise_error_int(&exc_TypeError, "argument should be integer or None, not '%T'", args[0]);
    return value_as_index(args[0], size, &exc_OverflowError);
}

static Value file_read(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    int64_t size;
    if (!is_plain(f) && !f->readable)
        return raise_unsupported("read");
    if (size_argument(args, nargs, &size) < 0)
        return VALUE_NULL;
    if (!is_plain(f) && size < -1)
        return raise_error(&exc_ValueError, "read length must be non-negative or -1");
    if (!is_open(f, "read of") || !may_read(f, "read"))
        return VALUE_NULL;
    return size < 0 ? binary_file_read_all(f) : read_bytes(f, size, false);
}

static Value file_readall(METHOD_ARGS)
{
    UNUSED_ARGS;
    return is_open(as_binary_file(self), NULL) ? binary_file_read_all(as_binary_file(self)) : VALUE_NULL;
}

static Value file_read1(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    int64_t size = -1;
    if (!f->readable)
        return raise_unsupported("read1");
    if ((nargs && int_as_ssize(args[0], &size) < 0) || !is_open(f, "read of"))
        return VALUE_NULL;
    return read_bytes(f, size < 0 ? FILE_BUFFER_SIZE : size, true);
}

static Value file_peek(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    if (!is_open(f, "peek of"))
        return VALUE_NULL;
    int64_t there = fill(f);
    return there < 0 ? VALUE_NULL : bytes_new(f->buffer + f->begin, (size_t)there);
}

static Value read_into_buffer(BinaryFile *f, Value into, bool once)
{
    if (!buffer_may_be_written(into))
        return raise_error(&exc_TypeError, "readinto%s() argument must be read-write bytes-like object, not %A", once ? "1" : "", into);
    if (!is_open(f, "readinto of") || !may_read(f, "read"))
        return VALUE_NULL;
    int64_t size;
    uint8_t *to = (uint8_t *)(uintptr_t)bytes_buffer(into, &size);
    if (!to)
        return VALUE_NULL;
    int64_t got = once ? binary_file_read_some(f, to, size) : read_into(f, to, size);
    return got < 0 ? VALUE_NULL : int_from_int64(got);
}

static Value file_readinto(METHOD_ARGS) { UNUSED_ARGS; return read_into_buffer(as_binary_file(self), args[0], false); }
static Value file_readinto1(METHOD_ARGS) { UNUSED_ARGS; return read_into_buffer(as_binary_file(self), args[0], true); }

/* A line with its newline, of at most `limit` bytes when that is not negative; empty at the end. */
static Value read_line(BinaryFile *f, int64_t limit)
{
    Collected c = {0};
    int64_t status = 0;
    bool plain = is_plain(f), ended = false;
    while (!ended && (limit < 0 || c.length < limit) && (status = plain ? collect_room(&c, 1) : fill(f)) >= 0) {
        if (plain) { /* nothing may be read ahead */
            status = read_in(f, c.data + c.length, 1);
            ended = status <= 0 || c.data[c.length] == '\n';
            c.length += status > 0;
            continue;
        }
        if (status == 0)
            break;
        const uint8_t *from = f->buffer + f->begin;
        int64_t there = f->end - f->begin, most = limit >= 0 && limit - c.length < there ? limit - c.length : there;
        const uint8_t *newline = memchr(from, '\n', (size_t)most);
        ended = newline != NULL;
        status = collect(&c, f, newline ? newline - from + 1 : most);
    }
    return collected(&c, status);
}

static bool may_read_line(const BinaryFile *f)
{
    return (f->readable && !is_plain(f)) ? is_open(f, "readline of") : may_read(f, "read");
}

static Value file_readline(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t limit;
    if (size_argument(args, nargs, &limit) < 0 || !may_read_line(as_binary_file(self)))
        return VALUE_NULL;
    return read_line(as_binary_file(self), limit);
}

static Value file_next(Value self)
{
    Value line = may_read_line(as_binary_file(self)) ? read_line(as_binary_file(self), -1) : VALUE_NULL;
    if (line && as_bytes(line)->length == 0)
        value_clear(&line);
    return line;
}

/* What all files of lines say when closed, with a dot. */
static bool is_open_at_all(const BinaryFile *f)
{
    if (f->descriptor < 0)
        raise_error(&exc_ValueError, "I/O operation on closed file.");
    return f->descriptor >= 0;
}

static Value file_readlines(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t hint, seen = 0;
    if (size_argument(args, nargs, &hint) < 0 || !is_open_at_all(as_binary_file(self)))
        return VALUE_NULL;
    Value lines = list_new(0), line;
    while (lines && (hint <= 0 || seen < hint) && (line = file_next(self))) {
        seen += as_bytes(line)->length;
        if (list_append_steal(lines, line) < 0)
            value_clear(&lines);
    }
    if (exc_pending())
        value_clear(&lines);
    return lines;
}

/* ---- writing ---- */

static Value file_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    if (!is_plain(f) && !f->writable)
        return raise_unsupported("write");
    if (!value_has_buffer(args[0]))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[0]);
    if (buffer_check_plain(args[0]) < 0 || !is_open(f, "write to"))
        return VALUE_NULL;
    if (!f->writable)
        return raise_unsupported("File not open for writing");
    int64_t size;
    const void *data = bytes_buffer(args[0], &size);
    int status = !data ? -1 : f->standard == 1 ? stdout_write_bytes(data, (size_t)size) : is_plain(f) ? write_out(f, data, size) : binary_file_write(f, data, size);
    return status < 0 ? VALUE_NULL : int_from_int64(size);
}

static Value file_writelines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value iterator = is_open_at_all(as_binary_file(self)) ? value_iter(args[0]) : VALUE_NULL, line;
    if (!iterator)
        return VALUE_NULL;
    while ((line = value_next(iterator))) {
        Value written = file_write(self, &line, 1, VALUE_NULL);
        value_release(line);
        if (!written)
            break;
        value_release(written);
    }
    value_release(iterator);
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static int flush(BinaryFile *f) { return f->standard == 1 ? stdout_flush() : flush_dirty(f); }

static Value file_flush(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    if (f->descriptor < 0) {
        bool says_what = f->head.type == &type_buffered_writer || f->head.type == &type_buffered_random;
        return raise_error(&exc_ValueError, says_what ? "flush of closed file" : "I/O operation on closed file.");
    }
    return flush(f) < 0 ? VALUE_NULL : VALUE_NONE;
}

/* ---- closing ---- */

static int close_file(BinaryFile *f)
{
    if (f->descriptor < 0)
        return 0;
    int status = flush(f), descriptor = f->descriptor;
    f->descriptor = -1;
    *f->link = f->next;
    if (f->next)
        f->next->link = f->link;
    mem_free_raw(f->buffer);
    f->buffer = NULL;
    f->begin = f->end = 0;
    if (!f->keeps && close(descriptor) < 0 && status == 0) {
        raise_os_error(errno, NULL);
        status = -1;
    }
    return status;
}

static void file_dealloc(Object *self)
{
    BinaryFile *f = (BinaryFile *)self;
    Value pending = exc_take();
    if (close_file(f) < 0)
        exc_clear();
    exc_restore_steal(pending);
    value_release_null(f->name);
    object_free(self, sizeof *f);
}

static Value file_close(METHOD_ARGS)
{
    UNUSED_ARGS;
    return close_file(as_binary_file(self)) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value file_enter(METHOD_ARGS)
{
    UNUSED_ARGS;
    return is_open_at_all(as_binary_file(self)) ? value_retain(self) : VALUE_NULL;
}

static Value file_exit(METHOD_ARGS) { return file_close(self, args, nargs, kwnames); }

void files_finish(void)
{
    for (BinaryFile *f = open_files; f; f = f->next)
        if (!f->standard && flush_dirty(f) < 0)
            exc_clear();
}

/* ---- position ---- */

static int64_t tell(BinaryFile *f)
{
    int64_t position = lseek(f->descriptor, 0, SEEK_CUR);
    if (position < 0)
        raise_os_error(errno, NULL);
    return position < 0 ? -1 : position - (f->end - f->begin) + f->dirty;
}

static Value file_tell(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t position = is_open(as_binary_file(self), NULL) ? tell(as_binary_file(self)) : -1;
    return position < 0 ? VALUE_NULL : int_from_int64(position);
}

static bool is_seekable(const BinaryFile *f) { return lseek(f->descriptor, 0, SEEK_CUR) >= 0; }

static Value file_seek(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    int64_t offset;
    int whence = SEEK_SET;
    if (nargs > 1 && int_as_int32(args[1], &whence) < 0)
        return VALUE_NULL;
    if (!is_plain(f) && (whence < SEEK_SET || whence > SEEK_END))
        return raise_error(&exc_ValueError, "whence value %d unsupported", whence);
    if (!is_open(f, "seek of"))
        return VALUE_NULL;
    if (!is_plain(f) && !is_seekable(f))
        return raise_unsupported("File or stream is not seekable.");
    if (value_as_index(args[0], &offset, &exc_OverflowError) < 0 || flush(f) < 0)
        return VALUE_NULL;
    int64_t ahead = whence == SEEK_CUR ? f->end - f->begin : 0;
    int64_t position = lseek(f->descriptor, offset - ahead, whence);
    if (position < 0)
        return raise_os_error(errno, NULL);
    f->begin = f->end = 0;
    return int_from_int64(position);
}

static Value file_truncate(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    int64_t size;
    if (!is_open(f, "truncate of"))
        return VALUE_NULL;
    if (!f->writable)
        return raise_unsupported(is_plain(f) ? "File not open for writing" : "truncate");
    if (flush(f) < 0)
        return VALUE_NULL;
    if (nargs == 0 || args[0] == VALUE_NONE)
        size = tell(f);
    else if (int_as_ssize(args[0], &size) < 0)
        return VALUE_NULL;
    else if (size < 0)
        return raise_os_error(EINVAL, NULL);
    if (size < 0)
        return VALUE_NULL;
    return ftruncate(f->descriptor, size) < 0 ? raise_os_error(errno, NULL) : int_from_int64(size);
}

/* ---- attributes ---- */

static Value file_seekable(METHOD_ARGS)
{
    UNUSED_ARGS;
    return is_open(as_binary_file(self), NULL) ? value_bool(is_seekable(as_binary_file(self))) : VALUE_NULL;
}

static Value file_isatty(METHOD_ARGS)
{
    UNUSED_ARGS;
    return is_open(as_binary_file(self), NULL) ? value_bool(isatty(as_binary_file(self)->descriptor)) : VALUE_NULL;
}

static Value file_fileno(METHOD_ARGS)
{
    UNUSED_ARGS;
    return is_open(as_binary_file(self), NULL) ? value_from_small_int(as_binary_file(self)->descriptor) : VALUE_NULL;
}

/* A kind that never could says so even when closed. */
static Value file_readable(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    return f->head.type != &type_buffered_writer && !is_open(f, NULL) ? VALUE_NULL : value_bool(f->readable);
}

static Value file_writable(METHOD_ARGS)
{
    UNUSED_ARGS;
    BinaryFile *f = as_binary_file(self);
    return f->head.type != &type_buffered_reader && !is_open(f, NULL) ? VALUE_NULL : value_bool(f->writable);
}

static Value get_closed(Value self) { return value_bool(as_binary_file(self)->descriptor < 0); }
static Value get_name(Value self) { return value_retain(as_binary_file(self)->name); }
static Value get_mode(Value self) { return str_from_cstr(file_mode_text(as_binary_file(self))); }
static Value get_closefd(Value self) { return value_bool(!as_binary_file(self)->keeps); }

static Value file_repr(Value self)
{
    BinaryFile *f = as_binary_file(self);
    if (!is_plain(f))
        return str_printf("<%T name=%V>", self, f->name);
    if (f->descriptor < 0)
        return str_from_cstr("<_io.FileIO [closed]>");
    return str_printf("<_io.FileIO name=%V mode='%s' closefd=%s>", f->name, file_mode_text(f), f->keeps ? "False" : "True");
}

static Value file_iter(Value self) { return is_open_at_all(as_binary_file(self)) ? value_retain(self) : VALUE_NULL; }

#define SHARED_METHODS                                                                                                           \
    {"read", file_read, 0, 1, 0}, {"readline", file_readline, 0, 1, 0}, {"readlines", file_readlines, 0, 1, 0},                  \
    {"readinto", file_readinto, 1, 1, 0}, {"write", file_write, 1, 1, 0}, {"writelines", file_writelines, 1, 1, 0},              \
    {"flush", file_flush, 0, 0, 0}, {"close", file_close, 0, 0, 0}, {"seek", file_seek, 1, 2, 0}, {"tell", file_tell, 0, 0, 0},  \
    {"truncate", file_truncate, 0, 1, 0}, {"fileno", file_fileno, 0, 0, 0}, {"isatty", file_isatty, 0, 0, 0},                    \
    {"readable", file_readable, 0, 0, 0}, {"writable", file_writable, 0, 0, 0}, {"seekable", file_seekable, 0, 0, 0},            \
    {"__enter__", file_enter, 0, 0, 0}, {"__exit__", file_exit, 0, -1, 0}
#define BUFFERED_METHODS SHARED_METHODS, {"read1", file_read1, 0, 1, 0}, {"readinto1", file_readinto1, 1, 1, 0}

static const NativeDef plain_methods[] = {SHARED_METHODS, {"readall", file_readall, 0, 0, 0}, {0}};
static const NativeDef reader_methods[] = {BUFFERED_METHODS, {"peek", file_peek, 0, 1, 0}, {0}};
static const NativeDef writer_methods[] = {BUFFERED_METHODS, {0}};
static const GetSetDef plain_getsets[] = {{"closed", get_closed, NULL}, {"name", get_name, NULL}, {"mode", get_mode, NULL}, {"closefd", get_closefd, NULL}, {0}};
static const GetSetDef buffered_getsets[] = {{"closed", get_closed, NULL}, {"name", get_name, NULL}, {"mode", get_mode, NULL}, {0}};

/* ---- making ---- */

Value binary_file_new(Type *type, int descriptor, Value name)
{
    BinaryFile *f = object_alloc_zeroed(type, sizeof *f);
    if (!f)
        return VALUE_NULL;
    f->descriptor = descriptor;
    f->name = value_retain(name);
    f->link = &open_files;
    if ((f->next = open_files))
        open_files->link = &f->next;
    open_files = f;
    return value_of(f);
}

Value binary_file_standard(int descriptor)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    Value name = str_from_cstr(names[descriptor]);
    Value file = name ? binary_file_new(!descriptor ? &type_buffered_reader : options.unbuffered ? &type_file_io : &type_buffered_writer, descriptor, name) : VALUE_NULL;
    value_release_null(name);
    if (!file)
        return VALUE_NULL;
    BinaryFile *f = as_binary_file(file);
    f->readable = !descriptor;
    f->writable = descriptor;
    f->standard = descriptor;
    f->keeps = true;
    return file;
}

#define FILE_TYPE(type_name, method_table, getset_table)                                                                         \
    .head = OBJECT_STATIC(&type_type), .name = type_name, .flags = TYPE_WEAKREFS, .size = sizeof(BinaryFile), .base = &type_object,  \
    .dealloc = file_dealloc, .repr = file_repr, .iter = file_iter, .next = file_next, .methods = method_table, .getsets = getset_table

Type type_file_io = {FILE_TYPE("_io.FileIO", plain_methods, plain_getsets), .new = file_io_new};
Type type_buffered_reader = {FILE_TYPE("_io.BufferedReader", reader_methods, buffered_getsets)};
Type type_buffered_writer = {FILE_TYPE("_io.BufferedWriter", writer_methods, buffered_getsets)};
Type type_buffered_random = {FILE_TYPE("_io.BufferedRandom", reader_methods, buffered_getsets)};

int file_types_init(void)
{
    static Type *const types[] = {&type_file_io, &type_buffered_reader, &type_buffered_writer, &type_buffered_random, &type_text_file};
    return type_ready_all(types, 5);
}
