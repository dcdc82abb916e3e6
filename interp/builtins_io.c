/* builtins_io.c: buffered standard output, print() and input(). */
#include "builtins.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "modules/modules.h"
#include "names.h"
#include "native.h"
#include "types/list.h"
#include "types/str.h"
#include "types/text_file.h"
#include "types/tuple.h"

#include <errno.h>
#include <unistd.h>

/* ---- the buffer ---- */

static struct {
    char data[1 << 16];
    size_t used;
    size_t pending; /* of them the last ones, which CPython's text layer still holds back: what is written to sys.stdout.buffer goes before them */
    signed char lines; /* every line is written at once, as stdout is a terminal; 0: not known yet, 1, -1: no; 2: everything is, -u */
} out;

void stdout_unbuffer(void) { out.lines = 2; }

static int write_all(int descriptor, const char *text, size_t length)
{
    while (length) {
        ssize_t written = write(descriptor, text, length);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            raise_os_error(errno, NULL);
            return -1;
        }
        text += written;
        length -= (size_t)written;
    }
    return 0;
}

int stdout_flush(void)
{
    size_t used = out.used;
    out.used = out.pending = 0; /* what cannot be written is dropped, or every later flush would fail again */
    return used ? write_all(STDOUT_FILENO, out.data, used) : 0;
}

/* Makes room by writing all but what is pending. */
static int write_settled(void)
{
    size_t settled = out.used - out.pending;
    int status = write_all(STDOUT_FILENO, out.data, settled);
    memmove(out.data, out.data + settled, out.pending);
    out.used = out.pending;
    return status;
}

int stdout_write_bytes(const void *data, size_t length)
{
    if (length > sizeof out.data - out.used && write_settled() < 0)
        return -1;
    if (length > sizeof out.data - out.used)
        return write_all(STDOUT_FILENO, data, length);
    char *to = out.data + out.used - out.pending;
    memmove(to + length, to, out.pending);
    memcpy(to, data, length);
    out.used += length;
    return out.lines == 2 ? stdout_flush() : 0;
}

int stdout_write(const char *text, size_t length)
{
    enum { TEXT_CHUNK = 8192 };
    if (length > sizeof out.data - out.used) {
        if (length >= sizeof out.data - TEXT_CHUNK)
            return stdout_flush() < 0 ? -1 : write_all(STDOUT_FILENO, text, length);
        if (write_settled() < 0)
            return -1;
    }
    memcpy(out.data + out.used, text, length);
    out.used += length;
    out.pending = out.pending + length > TEXT_CHUNK ? length : out.pending + length;
    if (out.pending >= TEXT_CHUNK)
        out.pending = 0;
    if (unlikely(!out.lines))
        out.lines = isatty(STDOUT_FILENO) ? 1 : -1;
    return out.lines > 0 && (out.lines == 2 || memchr(text, '\n', length)) ? stdout_flush() : 0;
}

int stderr_write(const char *text, size_t length)
{
    if (stdout_flush() < 0)
        exc_clear();
    return write_all(STDERR_FILENO, text, length);
}

/* ---- print ---- */

static bool has_surrogates(const Str *s)
{
    if (s->kind == 1)
        return false;
    for (int64_t i = 0; i < s->length; i++)
        if ((str_point_at(s, i) & 0xfffff800) == 0xd800)
            return true;
    return false;
}

/* `file` is our own standard output. */
static int write_str(Value file, Value text)
{
    if (unlikely(has_surrogates(as_str(text))))
        return text_file_write(file, text); /* as its error handler says */
    size_t length;
    const char *utf8 = str_utf8(text, &length);
    return utf8 ? stdout_write(utf8, length) : -1;
}

static int write_small_int(int64_t i)
{
    char digits[24], *p = digits + sizeof digits;
    uint64_t rest = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    do
        *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (i < 0)
        *--p = '-';
    return stdout_write(p, (size_t)(digits + sizeof digits - p));
}

/* str(v) to standard output. */
static int print_value(Value file, Value v)
{
    if (value_is_small_int(v))
        return write_small_int(value_small_int(v));
    if (value_is_object(v) && value_object(v)->type == &type_str)
        return write_str(file, v);
    Value text = value_str(v);
    if (!text)
        return -1;
    int status = write_str(file, text);
    value_release(text);
    return status;
}

typedef struct PrintTarget {
    Value file;
    Value write; /* bound method; VALUE_NULL: file is our own standard output */
} PrintTarget;

/* Where what goes to `file` goes; `write` is to be released. */
static int take_target(Value file, PrintTarget *target)
{
    *target = (PrintTarget){file, value_is_stream(file, STDOUT_FILENO) ? VALUE_NULL : value_getattr(file, name_write)};
    return target->write || value_is_stream(file, STDOUT_FILENO) ? 0 : -1;
}

static int put(const PrintTarget *target, Value v)
{
    if (!target->write)
        return print_value(target->file, v);
    Value text = value_str(v);
    Value result = text ? call_value1(target->write, text) : VALUE_NULL;
    value_release_null(text);
    value_release_null(result);
    return result ? 0 : -1;
}

static int put_text(const PrintTarget *target, Value text_or_null, const char *otherwise)
{
    if (text_or_null)
        return put(target, text_or_null);
    if (!target->write)
        return stdout_write(otherwise, 1);
    Value text = str_from_cstr(otherwise);
    int status = text ? put(target, text) : -1;
    value_release_null(text);
    return status;
}

static int put_all(const PrintTarget *target, const Value *args, int nargs, Value sep, Value end)
{
    for (int i = 0; i < nargs; i++)
        if ((i && put_text(target, sep, " ") < 0) || put(target, args[i]) < 0)
            return -1;
    return put_text(target, end, "\n");
}

static int flush_file(Value file)
{
    if (value_is_stream(file, STDOUT_FILENO))
        return stdout_flush();
    Value result = call_method(file, name_flush, NULL, 0);
    value_release_null(result);
    return result ? 0 : -1;
}

/* sep and end: None counts as absent. */
static int check_text(Value *text, const char *name)
{
    if (*text == VALUE_NONE)
        *text = VALUE_NULL;
    if (*text && !value_is_str(*text))
        return raise_error_int(&exc_TypeError, "%s must be None or a string, not %T", name, *text);
    return 0;
}

Value builtin_print(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value bound[4] = {VALUE_NULL, VALUE_NULL, VALUE_NULL, VALUE_NULL};
    if (kwnames && !native_bind("print(*, sep=, end=, file=, flush=)", args + nargs, 0, kwnames, bound))
        return VALUE_NULL;
    Value sep = bound[0], end = bound[1], file = bound[2];
    if (!file || file == VALUE_NONE) {
        file = sys_get(name_stdout);
        if (!file)
            return raise_error(&exc_RuntimeError, "lost sys.stdout");
        if (file == VALUE_NONE)
            return VALUE_NONE;
    }
    if (check_text(&sep, "sep") < 0 || check_text(&end, "end") < 0)
        return VALUE_NULL;
    value_retain(file);
    PrintTarget target;
    int status = take_target(file, &target);
    if (status == 0)
        status = put_all(&target, args, nargs, sep, end);
    value_release_null(target.write);
    if (status == 0 && bound[3]) {
        int flush = value_truth(bound[3]);
        status = flush < 0 ? -1 : flush ? flush_file(file) : 0;
    }
    value_release(file);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

/* ---- input ---- */

static bool is_lost(Value file) { return !file || file == VALUE_NONE; }

static void flush_if_possible(Value file)
{
    if (flush_file(file) < 0)
        exc_clear();
}

Value builtin_input(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    Value in = sys_get(name_stdin), stdout_object = sys_get(name_stdout), stderr_object = sys_get(name_stderr);
    if (is_lost(in))
        return raise_error(&exc_RuntimeError, "input(): lost sys.stdin");
    if (is_lost(stdout_object))
        return raise_error(&exc_RuntimeError, "input(): lost sys.stdout");
    if (is_lost(stderr_object))
        return raise_error(&exc_RuntimeError, "input(): lost sys.stderr");
    flush_if_possible(stderr_object);
    if (nargs) {
        PrintTarget target;
        int status = take_target(stdout_object, &target) < 0 ? -1 : put(&target, args[0]);
        value_release_null(target.write);
        if (status < 0)
            return VALUE_NULL;
    }
    flush_if_possible(stdout_object);
    Value line = call_method(in, name_readline, NULL, 0);
    if (!line)
        return VALUE_NULL;
    if (!value_is_str(line)) {
        raise_error(&exc_TypeError, "object.readline() returned non-string");
        value_release(line);
        return VALUE_NULL;
    }
    int64_t length = as_str(line)->length;
    Value result;
    if (length == 0)
        result = raise_error(&exc_EOFError, "EOF when reading a line");
    else
        result = str_substring(line, 0, str_point_at(as_str(line), length - 1) == '\n' ? length - 1 : length);
    value_release(line);
    return result;
}
