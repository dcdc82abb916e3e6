/* file_open.c: opening files: paths and descriptors, FileIO(), open(). */
#include "abstract.h"
#include "builtins.h"
#include "bytes.h"
#include "codec.h"
#include "exceptions.h"
#include "file.h"
#include "int.h"
#include "names.h"
#include "native.h"
#include "options.h"
#include "slice.h"
#include "str.h"
#include "text_file.h"
#include "warn.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the system ---- */

static int open_flags(FileMode mode)
{
    int access = mode.updating ? O_RDWR : mode.reading ? O_RDONLY : O_WRONLY;
    return access | O_CLOEXEC | (mode.writing ? O_CREAT | O_TRUNC : mode.appending ? O_CREAT | O_APPEND : mode.creating ? O_CREAT | O_EXCL : 0);
}

/* What the program's own opener gives; -1: exception. */
static int call_opener(Value opener, Value path, int flags)
{
    Value args[2] = {path, value_from_small_int(flags)}, given = call_value(opener, args, 2, VALUE_NULL);
    int64_t descriptor = -1;
    if (given && !value_is_int(given))
        raise_error(&exc_TypeError, "expected integer from opener");
    else if (given && int_as_int64(given, &descriptor) == 0 && descriptor < 0)
        raise_error(&exc_ValueError, "opener returned %lld", (long long)descriptor);
    value_release_null(given);
    return exc_pending() ? -1 : (int)descriptor;
}

/* OSError that names the file as it was given. */
int file_raise_with_name(int number, Value name)
{
    Value args[3] = {int_from_int64(number), str_from_cstr(strerror(number)), name};
    Value exception = args[1] ? call_value(value_of(&exc_OSError), args, 3, VALUE_NULL) : VALUE_NULL;
    value_release_null(args[1]);
    if (exception)
        raise_object_steal(exception);
    return -1;
}

static int open_path(Value path, FileMode mode, Value opener)
{
    Value made = VALUE_NULL;
    const char *text = value_is_str(path) ? codec_to_system(path, &made) : (const char *)as_bytes(path)->data;
    if (text && value_is_bytes(path) && strlen(text) != (size_t)as_bytes(path)->length) {
        raise_error(&exc_ValueError, "embedded null byte");
        text = NULL;
    }
    int descriptor = -1;
    if (text && opener) {
        descriptor = call_opener(opener, path, open_flags(mode));
    } else if (text) {
        do
            descriptor = open(text, open_flags(mode), 0666);
        while (descriptor < 0 && errno == EINTR);
        if (descriptor < 0)
            file_raise_with_name(errno, path);
    }
    value_release_null(made);
    return descriptor;
}

/* A descriptor that the program gave, checked. */
static int given_descriptor(Value v)
{
    int64_t number = INT64_MAX;
    if (value_as_index(v, &number, NULL) < 0)
        exc_clear(); /* whatever it is: no number, then */
    if (number > INT32_MAX || number < INT32_MIN)
        return raise_error_int(&exc_TypeError, "expected str, bytes or os.PathLike object, not %T", v);
    if (number < 0)
        return raise_error_int(&exc_ValueError, "negative file descriptor");
    return (int)number;
}

Value binary_file_open(Type *type, Value file, FileMode mode, bool close_descriptor, Value opener)
{
    bool by_path = value_is_str(file) || value_is_bytes(file);
    if (by_path && !close_descriptor)
        return raise_error(&exc_ValueError, "Cannot use closefd=False with file name");
    int descriptor = by_path ? open_path(file, mode, opener) : given_descriptor(file);
    if (descriptor < 0)
        return VALUE_NULL;
    struct stat info;
    int problem = fstat(descriptor, &info) < 0 ? errno : S_ISDIR(info.st_mode) ? EISDIR : 0;
    Value result = problem ? VALUE_NULL : binary_file_new(type, descriptor, file);
    if (problem == EISDIR)
        file_raise_with_name(problem, file);
    else if (problem)
        raise_os_error(problem, NULL);
    if (!result) {
        if (by_path)
            close(descriptor);
        return VALUE_NULL;
    }
    BinaryFile *f = as_binary_file(result);
    f->readable = mode.reading || mode.updating;
    f->writable = !mode.reading || mode.updating;
    f->appending = mode.appending;
    f->creating = mode.creating;
    f->keeps = !close_descriptor;
    if (mode.appending)
        lseek(descriptor, 0, SEEK_END); /* fails where there are no positions */
    return result;
}

/* FileIO(file, mode='r', closefd=True, opener=None) */
Value file_io_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value bound[4];
    if (!native_bind("FileIO(file, mode=, closefd=, opener=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (bound[1] && !value_is_str(bound[1]))
        return raise_error(&exc_TypeError, "FileIO() argument 'mode' must be str, not %A", bound[1]);
    const char *text = bound[1] ? str_utf8(bound[1], NULL) : "r";
    FileMode mode = {0};
    int kinds = 0, plus = 0;
    for (const char *p = text; p && *p; p++) {
        if (!strchr("rwaxb+", *p))
            return raise_error(&exc_ValueError, "invalid mode: %s", text);
        kinds += *p != 'b' && *p != '+';
        plus += *p == '+';
        *(*p == 'w' ? &mode.writing : *p == 'a' ? &mode.appending : *p == 'x' ? &mode.creating : *p == '+' ? &mode.updating : &mode.reading) |= *p != 'b';
    }
    if (kinds != 1 || plus > 1)
        return raise_error(&exc_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    int keep = bound[2] ? value_truth(bound[2]) : 1;
    return keep < 0 ? VALUE_NULL : binary_file_open(type, bound[0], mode, keep, bound[3] == VALUE_NONE ? VALUE_NULL : bound[3]);
}

/* ---- open() ---- */

/* What open() was asked for. */
typedef struct Request {
    FileMode mode;
    bool binary;
    int buffering;
    Value encoding, errors, newline; /* str or VALUE_NULL */
} Request;

static bool has(const char *mode, char letter) { return strchr(mode, letter) != NULL; }

static int parse_mode(const char *mode, Request *r)
{
    for (const char *p = mode; *p; p++)
        if (!strchr("rwaxbt+", *p) || strchr(p + 1, *p))
            return raise_error_int(&exc_ValueError, "invalid mode: '%s'", mode);
    r->mode = (FileMode){.reading = has(mode, 'r'), .writing = has(mode, 'w'), .appending = has(mode, 'a'), .creating = has(mode, 'x'),
                         .updating = has(mode, '+')};
    bool any = r->mode.reading || r->mode.writing || r->mode.appending || r->mode.creating;
    r->binary = has(mode, 'b');
    if (r->binary && has(mode, 't'))
        return raise_error_int(&exc_ValueError, "can't have text and binary mode at once");
    if (r->mode.reading + r->mode.writing + r->mode.appending + r->mode.creating > 1)
        return raise_error_int(&exc_ValueError, "must have exactly one of create/read/write/append mode");
    return any ? 0 : raise_error_int(&exc_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
}

static int check_request(const Request *r)
{
    if (r->binary && r->encoding)
        return raise_error_int(&exc_ValueError, "binary mode doesn't take an encoding argument");
    if (r->binary && r->errors)
        return raise_error_int(&exc_ValueError, "binary mode doesn't take an errors argument");
    if (r->binary && r->newline)
        return raise_error_int(&exc_ValueError, "binary mode doesn't take a newline argument");
    if (r->binary && r->buffering == 1)
        return warn_here(&exc_RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used");
    return 0;
}

static int text_argument(Value *v, const char *name)
{
    if (*v == VALUE_NONE)
        *v = VALUE_NULL;
    if (*v && !value_is_str(*v))
        return raise_error_int(&exc_TypeError, "open() argument '%s' must be str or None, not %A", name, *v);
    return 0;
}

/* The path or descriptor that open() was given, new reference. */
static Value path_argument(Value v)
{
    return value_is_int(v) || type_of(v)->to_index ? value_retain(v) : file_path(v, "expected str, bytes or os.PathLike object");
}

Value file_path(Value v, const char *refusal)
{
    if (value_is_str(v) || value_is_bytes(v))
        return value_retain(v);
    bool found = false;
    Value path = call_special(v, name___fspath__, NULL, 0, &found);
    if (!path && !found && !exc_pending())
        return raise_error(&exc_TypeError, "%s, not %T", refusal, v);
    if (path && !value_is_str(path) && !value_is_bytes(path)) {
        raise_error(&exc_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", v, path);
        value_clear(&path);
    }
    return path;
}

static Value open_request(Value path, const Request *r, Value mode_text, bool close_descriptor, Value opener)
{
    Type *type = r->buffering == 0 ? &type_file_io : r->mode.updating ? &type_buffered_random : r->mode.reading ? &type_buffered_reader : &type_buffered_writer;
    Value file = binary_file_open(type, path, r->mode, close_descriptor, opener);
    if (!file || r->binary)
        return file;
    Value text = VALUE_NULL;
    if (r->buffering == 0)
        raise_error(&exc_ValueError, "can't have unbuffered text I/O");
    else if (r->encoding || !options.warn_default_encoding || warn_here(&exc_EncodingWarning, "'encoding' argument not specified") == 0)
        text = text_file_over(file, r->encoding, r->errors, r->newline,
                              r->buffering == 1 || (r->buffering < 0 && isatty(as_binary_file(file)->descriptor)), mode_text);
    value_release(file);
    return text;
}

Value builtin_open(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value bound[8];
    Request r = {.buffering = -1};
    if (!native_bind("open(file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (bound[1] && !value_is_str(bound[1]))
        return raise_error(&exc_TypeError, "open() argument 'mode' must be str, not %A", bound[1]);
    if (bound[2] && int_as_int32(bound[2], &r.buffering) < 0)
        return VALUE_NULL;
    if (text_argument(&bound[3], "encoding") < 0 || text_argument(&bound[4], "errors") < 0 || text_argument(&bound[5], "newline") < 0)
        return VALUE_NULL;
    int keep = bound[6] ? value_truth(bound[6]) : 1;
    Value path = keep < 0 ? VALUE_NULL : path_argument(bound[0]), mode_text = bound[1] ? value_retain(bound[1]) : str_from_cstr("r"), file = VALUE_NULL;
    const char *mode = mode_text ? str_utf8(mode_text, NULL) : NULL;
    r.encoding = bound[3], r.errors = bound[4], r.newline = bound[5];
    if (path && mode && parse_mode(mode, &r) == 0 && check_request(&r) == 0)
        file = open_request(path, &r, mode_text, keep, bound[7] == VALUE_NONE ? VALUE_NULL : bound[7]);
    value_release_null(path);
    value_release_null(mode_text);
    return file;
}
