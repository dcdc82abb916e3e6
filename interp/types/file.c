/* file.c: over C's stdio. Text is UTF-8; reading translates \r\n and \r to \n as CPython's default does. */
#include "file.h"

#include "abstract.h"
#include "builtins.h"
#include "bytes.h"
#include "exceptions.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "native.h"
#include "slice.h"
#include "str.h"
#include "type.h"

#include <errno.h>
#include <stdio.h>

typedef struct FileObject {
    Object head;
    FILE *file;   /* NULL: closed */
    Value name;   /* as given to open */
    char mode[8]; /* as given to open */
    bool readable, writable, text;
} FileObject;

#define METHOD_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

static inline FileObject *as_file(Value v) { return (FileObject *)value_object(v); }

static void file_dealloc(Object *self)
{
    FileObject *f = (FileObject *)self;
    if (f->file)
        fclose(f->file);
    value_release(f->name);
    object_free(self, sizeof *f);
}

/* The open FILE, or NULL with ValueError, or UnsupportedOperation's text as OSError. */
static FILE *file_for(Value self, bool writing)
{
    FileObject *f = as_file(self);
    if (!f->file)
        raise_error(&exc_ValueError, "I/O operation on closed file.");
    else if (writing ? !f->writable : !f->readable)
        raise_error(&exc_OSError, writing ? "not writable" : "not readable");
    else
        return f->file;
    return NULL;
}

/* ---- reading ---- */

typedef struct Bytebuf {
    char *data;
    size_t length, capacity;
} Bytebuf;

static int bytebuf_add(Bytebuf *b, int c)
{
    if (b->length == b->capacity) {
        size_t capacity = b->capacity ? b->capacity * 2 : 256;
        char *data = mem_realloc_raw(b->data, capacity);
        if (!data) {
            raise_no_memory();
            return -1;
        }
        b->data = data;
        b->capacity = capacity;
    }
    b->data[b->length++] = (char)c;
    return 0;
}

/* One byte, newlines translated in text files; EOF at the end. */
static int next_byte(FileObject *f)
{
    int c = getc(f->file);
    if (c != '\r' || !f->text)
        return c;
    c = getc(f->file);
    if (c != '\n' && c != EOF)
        ungetc(c, f->file);
    return '\n';
}

static Value bytebuf_finish(FileObject *f, Bytebuf *b, int failed)
{
    Value result = VALUE_NULL;
    if (!failed && ferror(f->file)) {
        clearerr(f->file);
        raise_os_error(errno, NULL);
    } else if (!failed) {
        result = f->text ? str_from_utf8(b->data, b->length) : bytes_new(b->data ? b->data : "", b->length);
    }
    mem_free_raw(b->data);
    return result;
}

/* Up to `limit` characters (bytes in binary files; < 0: all), or up to a newline when `line`. */
static Value read_some(FileObject *f, int64_t limit, bool line)
{
    Bytebuf b = {0};
    int failed = 0, c;
    int64_t count = 0;
    while (!failed && (limit < 0 || count < limit) && (c = next_byte(f)) != EOF) {
        failed = bytebuf_add(&b, c);
        count++;
        if (f->text && c >= 0xc0) /* the rest of this character */
            for (int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1; more > 0 && !failed && (c = getc(f->file)) != EOF; more--)
                failed = bytebuf_add(&b, c);
        if (line && c == '\n')
            break;
    }
    return bytebuf_finish(f, &b, failed);
}

static int limit_argument(const Value *args, int nargs, int64_t *limit)
{
    *limit = -1;
    if (!nargs || args[0] == VALUE_NONE)
        return 0;
    return value_as_index(args[0], limit, &exc_OverflowError);
}

static Value file_read_any(Value self, const Value *args, int nargs, bool line)
{
    int64_t limit;
    if (!file_for(self, false) || limit_argument(args, nargs, &limit) < 0)
        return VALUE_NULL;
    return read_some(as_file(self), limit, line);
}

static Value file_read(METHOD_ARGS) { UNUSED_ARGS; return file_read_any(self, args, nargs, false); }
static Value file_readline(METHOD_ARGS) { UNUSED_ARGS; return file_read_any(self, args, nargs, true); }

static Value file_next(Value self)
{
    Value line = file_read_any(self, NULL, 0, true);
    if (line && value_length(line) == 0)
        value_clear(&line);
    return line;
}

static Value file_readlines(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_from_iterable(self);
}

/* ---- writing ---- */

static Value file_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    FILE *file = file_for(self, true);
    if (!file)
        return VALUE_NULL;
    const char *data;
    size_t length;
    int64_t result;
    if (as_file(self)->text) {
        if (!value_is_str(args[0]))
            return raise_error(&exc_TypeError, "write() argument must be str, not %T", args[0]);
        data = str_utf8(args[0], &length);
        result = as_str(args[0])->length;
    } else {
        if (!value_is_bytes_like(args[0]))
            return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[0]);
        data = (const char *)as_bytes(args[0])->data;
        length = (size_t)as_bytes(args[0])->length;
        result = as_bytes(args[0])->length;
    }
    if (!data)
        return VALUE_NULL;
    if (fwrite(data, 1, length, file) != length)
        return raise_os_error(errno, NULL);
    return int_from_int64(result);
}

static Value file_writelines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value iterator = value_iter(args[0]), line;
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

static Value file_flush(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!as_file(self)->file)
        return raise_error(&exc_ValueError, "I/O operation on closed file.");
    return fflush(as_file(self)->file) == 0 ? VALUE_NONE : raise_os_error(errno, NULL);
}

static Value file_close(METHOD_ARGS)
{
    UNUSED_ARGS;
    FILE *file = as_file(self)->file;
    as_file(self)->file = NULL;
    return !file || fclose(file) == 0 ? VALUE_NONE : raise_os_error(errno, NULL);
}

/* ---- position, context, attributes ---- */

static Value file_seek(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t offset, whence = SEEK_SET;
    FILE *file = as_file(self)->file;
    if (!file)
        return raise_error(&exc_ValueError, "I/O operation on closed file.");
    if (value_as_index(args[0], &offset, &exc_OverflowError) < 0 || (nargs > 1 && value_as_index(args[1], &whence, &exc_OverflowError) < 0))
        return VALUE_NULL;
    if (whence < SEEK_SET || whence > SEEK_END)
        return raise_error(&exc_ValueError, "invalid whence (%ld, should be 0, 1 or 2)", (long)whence);
    if (fseeko(file, offset, (int)whence) < 0)
        return raise_os_error(errno, NULL);
    return int_from_int64(ftello(file));
}

static Value file_tell(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!as_file(self)->file)
        return raise_error(&exc_ValueError, "I/O operation on closed file.");
    return int_from_int64(ftello(as_file(self)->file));
}

static Value file_fileno(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!as_file(self)->file)
        return raise_error(&exc_ValueError, "I/O operation on closed file.");
    return value_from_small_int(fileno(as_file(self)->file));
}

static Value file_enter(METHOD_ARGS)
{
    UNUSED_ARGS;
    return as_file(self)->file ? value_retain(self) : raise_error(&exc_ValueError, "I/O operation on closed file.");
}

static Value file_exit(METHOD_ARGS) { return file_close(self, args, nargs, kwnames); }
static Value file_readable(METHOD_ARGS) { UNUSED_ARGS; return value_bool(as_file(self)->readable); }
static Value file_writable(METHOD_ARGS) { UNUSED_ARGS; return value_bool(as_file(self)->writable); }
static Value get_closed(Value self) { return value_bool(!as_file(self)->file); }
static Value get_name(Value self) { return value_retain(as_file(self)->name); }
static Value get_mode(Value self) { return str_from_cstr(as_file(self)->mode); }
static Value get_encoding(Value self) { return (void)self, str_from_cstr("UTF-8"); }

static Value text_repr(Value self)
{
    return str_printf("<_io.TextIOWrapper name=%V mode='%s' encoding='UTF-8'>", as_file(self)->name, as_file(self)->mode);
}

static Value binary_repr(Value self)
{
    return str_printf("<_io.Buffered%s name=%V>", as_file(self)->writable ? "Writer" : "Reader", as_file(self)->name);
}

static const NativeDef file_methods[] = {
    {"read", file_read, 0, 1, 0},         {"readline", file_readline, 0, 1, 0}, {"readlines", file_readlines, 0, 0, 0},
    {"write", file_write, 1, 1, 0},       {"writelines", file_writelines, 1, 1, 0}, {"flush", file_flush, 0, 0, 0},
    {"close", file_close, 0, 0, 0},       {"seek", file_seek, 1, 2, 0},         {"tell", file_tell, 0, 0, 0},
    {"fileno", file_fileno, 0, 0, 0},     {"readable", file_readable, 0, 0, 0}, {"writable", file_writable, 0, 0, 0},
    {"__enter__", file_enter, 0, 0, 0},   {"__exit__", file_exit, 0, -1, 0},    {0},
};
static const GetSetDef text_getsets[] = {
    {"closed", get_closed, NULL}, {"name", get_name, NULL}, {"mode", get_mode, NULL}, {"encoding", get_encoding, NULL}, {0}};
static const GetSetDef binary_getsets[] = {{"closed", get_closed, NULL}, {"name", get_name, NULL}, {"mode", get_mode, NULL}, {0}};

static Value file_iter(Value self) { return value_retain(self); }

#define FILE_TYPE                                                                                                                \
    .head = OBJECT_STATIC(&type_type), .size = sizeof(FileObject), .base = &type_object, .dealloc = file_dealloc, .iter = file_iter, \
    .next = file_next, .methods = file_methods

Type type_text_file = {FILE_TYPE, .name = "_io.TextIOWrapper", .repr = text_repr, .getsets = text_getsets};
Type type_binary_file = {FILE_TYPE, .name = "_io.BufferedFile", .repr = binary_repr, .getsets = binary_getsets};

int file_types_init(void) { return type_ready(&type_text_file) < 0 ? -1 : type_ready(&type_binary_file); }

/* ---- open ---- */

/* Checks `mode` as io.open does and gives fopen's. */
static int parse_mode(const char *mode, FileObject *f, char fopen_mode[8])
{
    int kinds = 0, texts = 0, plus = 0;
    char kind = 'r';
    for (const char *p = mode; *p; p++) {
        if (strchr("rwax", *p) && strchr(mode, *p) == p) {
            kinds++;
            kind = *p;
        } else if (*p == '+' && !plus) {
            plus = 1;
        } else if ((*p == 'b' || *p == 't') && strchr(mode, *p) == p) {
            texts++;
            f->text = *p == 't';
        } else {
            return raise_error_int(&exc_ValueError, "invalid mode: '%s'", mode);
        }
    }
    if (texts > 1)
        return raise_error_int(&exc_ValueError, "can't have text and binary mode at once");
    if (kinds != 1)
        return raise_error_int(&exc_ValueError, "must have exactly one of create/read/write/append mode");
    f->readable = kind == 'r' || plus;
    f->writable = kind != 'r' || plus;
    snprintf(fopen_mode, 8, "%c%s%se", kind == 'x' ? 'w' : kind, plus ? "+" : "", kind == 'x' ? "x" : "");
    return 0;
}

Value builtin_open(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value bound[8];
    if (!native_bind("open(file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (!value_is_str(bound[0]))
        return raise_error(&exc_TypeError, "expected str, bytes or os.PathLike object, not %T", bound[0]);
    if (bound[1] && !value_is_str(bound[1]))
        return raise_error(&exc_TypeError, "open() argument 'mode' must be str, not %T", bound[1]);
    const char *mode = bound[1] ? str_utf8(bound[1], NULL) : "r", *path = str_utf8(bound[0], NULL);
    FileObject parsed = {.text = true};
    char fopen_mode[8];
    if (!mode || !path)
        return VALUE_NULL;
    if (strlen(mode) >= sizeof parsed.mode)
        return raise_error(&exc_ValueError, "invalid mode: '%s'", mode);
    if (parse_mode(mode, &parsed, fopen_mode) < 0)
        return VALUE_NULL;
    FILE *file = fopen(path, fopen_mode);
    if (!file)
        return raise_os_error(errno, path);
    FileObject *f = object_alloc(parsed.text ? &type_text_file : &type_binary_file, sizeof *f);
    if (!f) {
        fclose(file);
        return VALUE_NULL;
    }
    parsed.head = f->head;
    *f = parsed;
    f->file = file;
    f->name = value_retain(bound[0]);
    strcpy(f->mode, mode);
    return value_of(f);
}
