/* text_file.c: see text_file.h. What is written is encoded and given to the buffer at once; reading is in text_file_read.c. */
#include "text_file_private.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "bytes.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "mem.h"
#include "names.h"
#include "options.h"
#include "str.h"

#include <locale.h>
#include <stdlib.h>

bool value_is_stream(Value v, int descriptor)
{
    return value_is_heap_exactly(v, &type_text_file) && as_text_file(v)->standard == descriptor && as_text_file(v)->buffer &&
           as_binary_file(as_text_file(v)->buffer)->descriptor >= 0;
}

/* ---- the buffer ---- */

Value text_buffer_call(TextFile *t, const char *method, const Value *args, int nargs)
{
    Str *name = str_intern_cstr(method);
    return name ? call_method(t->buffer, name, args, nargs) : VALUE_NULL;
}

static int buffer_call_nothing(TextFile *t, const char *method, const Value *args, int nargs)
{
    Value result = text_buffer_call(t, method, args, nargs);
    value_release_null(result);
    return result ? 0 : -1;
}

static int buffer_asks(TextFile *t, const char *method)
{
    Value result = text_buffer_call(t, method, NULL, 0);
    int yes = result ? value_truth(result) : -1;
    value_release_null(result);
    return yes;
}

BinaryFile *text_native_buffer(const TextFile *t) { return value_is_binary_file(t->buffer) ? as_binary_file(t->buffer) : NULL; }

bool text_is_attached(const TextFile *t)
{
    if (!t->buffer)
        raise_error(&exc_ValueError, t->encoding ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
    return t->buffer != VALUE_NULL;
}

/* 1, 0, -1 */
static int is_closed(const TextFile *t)
{
    BinaryFile *native = text_native_buffer(t);
    if (native)
        return native->descriptor < 0;
    Str *name = str_intern_cstr("closed");
    Value closed = name ? value_getattr(t->buffer, name) : VALUE_NULL;
    int yes = closed ? value_truth(closed) : -1;
    value_release_null(closed);
    return yes;
}

TextFile *text_open(Value self)
{
    TextFile *t = as_text_file(self);
    int closed = text_is_attached(t) ? is_closed(t) : -1;
    if (closed > 0)
        raise_error(&exc_ValueError, "I/O operation on closed file.");
    return closed ? NULL : t;
}

TextFile *text_readable_file(Value self)
{
    TextFile *t = text_open(self);
    if (t && !t->readable)
        raise_unsupported("not readable");
    return t && t->readable ? t : NULL;
}

/* ---- writing ---- */

int text_flush_buffer(TextFile *t)
{
    BinaryFile *native = text_native_buffer(t);
    if (native && native->standard)
        return native->standard == 1 ? stdout_flush() : 0;
    return buffer_call_nothing(t, "flush", NULL, 0);
}

static bool is_utf8_as_it_is(const TextFile *t, const Str *s)
{
    if (t->codec != CODEC_UTF8 || s->kind == 4)
        return false;
    for (int64_t i = 0; s->kind == 2 && i < s->length; i++)
        if ((s->u16[i] & 0xf800) == 0xd800)
            return false;
    return true;
}

static int write_encoded(TextFile *t, Value text)
{
    BinaryFile *native = text_native_buffer(t);
    if (native && is_utf8_as_it_is(t, as_str(text))) {
        size_t size;
        const char *data = str_utf8(text, &size);
        return data ? binary_file_write(native, data, (int64_t)size) : -1;
    }
    Value bytes = codec_encode(t->codec, text, str_utf8(t->errors, NULL), t->begins);
    int status = !bytes ? -1 : native ? binary_file_write(native, as_bytes(bytes)->data, as_bytes(bytes)->length)
                                      : buffer_call_nothing(t, "write", &bytes, 1);
    if (bytes)
        t->begins = false;
    value_release_null(bytes);
    return status;
}

int text_file_write(Value file, Value text)
{
    TextFile *t = text_open(file);
    if (!t)
        return -1;
    if (!t->writable)
        return raise_unsupported("not writable"), -1;
    Value written = newlines_written(t->write_newline, text);
    int status = written ? write_encoded(t, written) : -1;
    value_release_null(written);
    const Str *s = as_str(text);
    if (status == 0 && t->line_buffering && (newlines_find(NEWLINE_LF, s, 0) >= 0 || newlines_find(NEWLINE_CR, s, 0) >= 0))
        status = text_flush_buffer(t);
    if (t->has_piece || t->text) {
        text_forget(t);
        text_start_decoding(t);
    }
    return status;
}

static Value text_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "write() argument must be str, not %A", args[0]);
    return text_file_write(self, args[0]) < 0 ? VALUE_NULL : int_from_int64(as_str(args[0])->length);
}

static Value text_writelines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value iterator = text_open(self) ? value_iter(args[0]) : VALUE_NULL, line;
    if (!iterator)
        return VALUE_NULL;
    while ((line = value_next(iterator))) {
        Value written = text_write(self, &line, 1, VALUE_NULL);
        value_release(line);
        if (!written)
            break;
        value_release(written);
    }
    value_release(iterator);
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static Value text_flush(METHOD_ARGS)
{
    UNUSED_ARGS;
    TextFile *t = text_open(self);
    if (!t)
        return VALUE_NULL;
    t->iterated = false;
    return text_flush_buffer(t) < 0 ? VALUE_NULL : VALUE_NONE;
}

/* ---- making ---- */

static int set_codec(TextFile *t, Value encoding, Value errors)
{
    const char *name = str_utf8(encoding, NULL);
    Codec codec = name ? codec_by_name(name, "open") : CODEC_UNKNOWN;
    if (codec == CODEC_UNKNOWN)
        return -1;
    t->codec = codec;
    value_set_steal(&t->encoding, value_retain(encoding));
    value_set_steal(&t->errors, value_retain(errors));
    text_start_decoding(t);
    return 0;
}

static int set_buffer(TextFile *t, Value buffer)
{
    value_set_steal(&t->buffer, value_retain(buffer));
    BinaryFile *native = text_native_buffer(t);
    t->readable = t->writable = t->seekable = false;
    t->begins = true;
    if (native) {
        t->readable = native->readable;
        t->writable = native->writable;
        t->seekable = !native->standard && buffer_asks(t, "seekable") > 0;
    } else {
        int readable = buffer_asks(t, "readable"), writable = readable < 0 ? -1 : buffer_asks(t, "writable");
        int seekable = writable < 0 ? -1 : buffer_asks(t, "seekable");
        if (seekable < 0)
            return -1;
        t->readable = readable, t->writable = writable, t->seekable = seekable;
    }
    if (t->seekable && t->writable && codec_has_mark(t->codec)) {
        Value position = text_buffer_call(t, "tell", NULL, 0);
        t->begins = position == value_from_small_int(0);
        value_release_null(position);
        return position ? 0 : -1;
    }
    return 0;
}

/* What TextIOWrapper() and open() do; encoding, errors and newline may be VALUE_NULL. */
static int start(TextFile *t, Value buffer, Value encoding, Value errors, Value newline, bool line_buffering)
{
    NewlineKind kind;
    if (!newline_by_text(newline, &kind))
        return -1;
    Value encoding_text = encoding && !str_equal_cstr(encoding, "locale") ? value_retain(encoding) : str_from_cstr("UTF-8");
    Value errors_text = errors ? value_retain(errors) : str_from_cstr("strict");
    text_forget(t);
    t->newlines = (Newlines){.kind = kind};
    t->write_newline = kind;
    t->line_buffering = line_buffering;
    t->iterated = false;
    int status = encoding_text && errors_text && set_codec(t, encoding_text, errors_text) == 0 ? set_buffer(t, buffer) : -1;
    value_release_null(encoding_text);
    value_release_null(errors_text);
    if (status < 0)
        value_clear(&t->buffer);
    return status;
}

static Value text_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TextFile *t = object_alloc_zeroed(type, type->size);
    if (!t)
        return VALUE_NULL;
    gc_track(t);
    return value_of(t);
}

static int text_init(Value self, const Value *args, int nargs, Value kwnames)
{
    static const char *const names[] = {"", "encoding", "errors", "newline"};
    Value given[6];
    TextFile *t = as_text_file(self);
    if (!native_bind("TextIOWrapper(buffer, encoding=, errors=, newline=, line_buffering=, write_through=)", args, nargs, kwnames, given))
        return -1;
    for (int i = 1; i < 4; i++) {
        if (given[i] == VALUE_NONE)
            given[i] = VALUE_NULL;
        if (given[i] && !value_is_str(given[i]))
            return raise_error_int(&exc_TypeError, "TextIOWrapper() argument '%s' must be str or None, not %A", names[i], given[i]);
    }
    int line_buffering = given[4] ? value_truth(given[4]) : 0, write_through = given[5] ? value_truth(given[5]) : 0;
    if (line_buffering < 0 || write_through < 0)
        return -1;
    t->write_through = write_through;
    return start(t, given[0], given[1], given[2], given[3], line_buffering);
}

Value text_file_over(Value buffer, Value encoding, Value errors, Value newline, bool line_buffering, Value mode)
{
    Value file = text_new(&type_text_file, NULL, 0, VALUE_NULL);
    if (file && start(as_text_file(file), buffer, encoding, errors, newline, line_buffering) < 0)
        value_clear(&file);
    if (file && mode)
        as_text_file(file)->mode = value_retain(mode);
    return file;
}

/* The locales whose text may be anything: surrogateescape. One that this system has not counts as C. */
static bool locale_is_plain(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"}, *const plain[] = {"C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"};
    const char *locale = NULL;
    for (int i = 0; i < 3 && !(locale && *locale); i++)
        locale = getenv(names[i]);
    for (int i = 0; locale && *locale && i < 5; i++)
        if (strcmp(locale, plain[i]) == 0)
            return true;
    if (!locale || !*locale)
        return true;
    locale_t there = newlocale(LC_CTYPE_MASK, locale, (locale_t)0);
    if (there)
        freelocale(there);
    return !there;
}

Value text_file_standard(int descriptor)
{
    const char *asked = options_environment("PYTHONIOENCODING"), *colon = asked ? strchrnul(asked, ':') : NULL;
    const char *handler = descriptor == 2 ? "backslashreplace" : colon && *colon && colon[1] ? colon + 1 : (options.utf8_mode || locale_is_plain()) && !asked ? "surrogateescape" : "strict";
    Value buffer = binary_file_standard(descriptor), mode = str_from_cstr(descriptor ? "w" : "r"), newline = str_from_cstr("\n"), file = VALUE_NULL;
    Value encoding = colon && colon != asked ? str_from_utf8(asked, (size_t)(colon - asked)) : str_from_cstr("utf-8"), errors = str_from_cstr(handler);
    if (buffer && mode && newline && encoding && errors)
        file = text_file_over(buffer, encoding, errors, newline, descriptor == 2 && !options.unbuffered, mode);
    value_release_null(buffer);
    value_release_null(mode);
    value_release_null(newline);
    value_release_null(encoding);
    value_release_null(errors);
    Codec codec = file ? as_text_file(file)->codec : CODEC_UTF8;
    if (codec == CODEC_LATIN1 || codec == CODEC_ASCII) { /* named as the codec calls itself */
        value_set_steal(&as_text_file(file)->encoding, str_from_cstr(codec == CODEC_ASCII ? "ascii" : "iso8859-1"));
        if (!as_text_file(file)->encoding)
            value_clear(&file);
    }
    if (file && descriptor && codec == CODEC_UTF8)
        as_text_file(file)->standard = descriptor;
    if (file && descriptor)
        as_text_file(file)->write_through = options.unbuffered;
    return file;
}

static Value text_reconfigure(METHOD_ARGS)
{
    Value given[5], encoding, errors;
    if (!native_bind("reconfigure(*, encoding=, errors=, newline=, line_buffering=, write_through=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    TextFile *t = text_open(self);
    if (!t)
        return VALUE_NULL;
    for (int i = 0; i < 5; i++)
        if (given[i] == VALUE_NONE && i != 2)
            given[i] = VALUE_NULL;
    if ((given[0] || given[1] || given[2]) && (t->text || t->has_piece))
        return raise_unsupported("It is not possible to set the encoding or newline of stream after the first read");
    for (int i = 0; i < 3; i++)
        if (given[i] && given[i] != VALUE_NONE && !value_is_str(given[i]))
            return raise_error(&exc_TypeError, "expected str, got %T", given[i]);
    encoding = given[0] ? given[0] : t->encoding;
    NewlineKind kind = t->newlines.kind;
    if (given[2] && !newline_by_text(given[2] == VALUE_NONE ? VALUE_NULL : given[2], &kind))
        return VALUE_NULL;
    errors = given[1] ? value_retain(given[1]) : given[0] ? str_from_cstr("strict") : value_retain(t->errors);
    int status = errors && text_flush_buffer(t) == 0 ? set_codec(t, encoding, errors) : -1;
    value_release_null(errors);
    t->newlines.kind = kind;
    if (given[2]) {
        t->write_newline = kind;
        t->standard = 0;
    }
    if (t->codec != CODEC_UTF8)
        t->standard = 0;
    int lines = given[3] ? value_truth(given[3]) : t->line_buffering, through = given[4] ? value_truth(given[4]) : t->write_through;
    if (status < 0 || lines < 0 || through < 0)
        return VALUE_NULL;
    if (lines && !t->line_buffering)
        t->standard = t->standard == 1 ? 0 : t->standard; /* print then asks for each line */
    t->line_buffering = lines;
    t->write_through = through;
    return VALUE_NONE;
}

/* ---- closing ---- */

static Value text_detach(METHOD_ARGS)
{
    UNUSED_ARGS;
    TextFile *t = as_text_file(self);
    if (!text_is_attached(t) || text_flush_buffer(t) < 0)
        return VALUE_NULL;
    Value buffer = t->buffer;
    t->buffer = VALUE_NULL;
    return buffer;
}

static int close_text(TextFile *t)
{
    int closed = text_is_attached(t) ? is_closed(t) : -1;
    if (closed)
        return closed > 0 ? 0 : -1;
    int status = text_flush_buffer(t);
    Value pending = status < 0 ? exc_take() : VALUE_NULL;
    if (buffer_call_nothing(t, "close", NULL, 0) < 0) {
        value_release_null(pending);
        return -1;
    }
    if (status < 0)
        exc_restore_steal(pending);
    return status;
}

static Value text_close(METHOD_ARGS)
{
    UNUSED_ARGS;
    return close_text(as_text_file(self)) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value text_enter(METHOD_ARGS)
{
    UNUSED_ARGS;
    return text_open(self) ? value_retain(self) : VALUE_NULL;
}

static Value text_exit(METHOD_ARGS) { return text_close(self, args, nargs, kwnames); }

static void text_clear(Object *self)
{
    TextFile *t = (TextFile *)self;
    value_clear(&t->buffer);
    value_clear(&t->dict);
}

static void text_dealloc(Object *self)
{
    TextFile *t = (TextFile *)self;
    gc_untrack(self);
    const BinaryFile *native = t->buffer ? text_native_buffer(t) : NULL;
    if (t->buffer && !(native && native->standard)) {
        Value pending = exc_take();
        if (close_text(t) < 0)
            exc_clear();
        exc_restore_steal(pending);
    }
    text_clear(self);
    value_release_null(t->encoding);
    value_release_null(t->errors);
    value_release_null(t->mode);
    value_release_null(t->text);
    mem_free_raw(t->piece);
    object_free(self, self->type->size);
}

static void text_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((TextFile *)self)->buffer, context);
    visit(((TextFile *)self)->dict, context);
}

/* ---- attributes ---- */

static Value ask(Value self, const char *method) { return text_is_attached(as_text_file(self)) ? text_buffer_call(as_text_file(self), method, NULL, 0) : VALUE_NULL; }
static Value text_fileno(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "fileno"); }
static Value text_isatty(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "isatty"); }
static Value text_readable(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "readable"); }
static Value text_writable(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "writable"); }
static Value text_seekable(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "seekable"); }

static Value get_closed(Value self)
{
    int closed = text_is_attached(as_text_file(self)) ? is_closed(as_text_file(self)) : -1;
    return closed < 0 ? VALUE_NULL : value_bool(closed);
}

static Value get_name(Value self) { return text_is_attached(as_text_file(self)) ? value_getattr(as_text_file(self)->buffer, name_name) : VALUE_NULL; }
static Value get_encoding(Value self) { return as_text_file(self)->encoding ? value_retain(as_text_file(self)->encoding) : VALUE_NONE; }
static Value get_errors(Value self) { return as_text_file(self)->errors ? value_retain(as_text_file(self)->errors) : VALUE_NONE; }
static Value get_newlines(Value self) { return text_is_attached(as_text_file(self)) ? newlines_seen(&as_text_file(self)->newlines) : VALUE_NULL; }
static Value get_buffer(Value self) { return text_is_attached(as_text_file(self)) ? value_retain(as_text_file(self)->buffer) : VALUE_NULL; }
static Value get_line_buffering(Value self) { return value_bool(as_text_file(self)->line_buffering); }
static Value get_write_through(Value self) { return value_bool(as_text_file(self)->write_through); }

static Value get_mode(Value self)
{
    Value mode = as_text_file(self)->mode;
    return mode ? value_retain(mode) : attr_raise_missing(self, str_intern_cstr("mode"));
}

static int set_mode(Value self, Value mode)
{
    value_set_steal(&as_text_file(self)->mode, value_retain_null(mode));
    return 0;
}

static Value get_dict(Value self)
{
    TextFile *t = as_text_file(self);
    if (!t->dict)
        t->dict = dict_new();
    return value_retain_null(t->dict);
}

static Value text_getattr(Value v, Str *name) { return attr_get_with_dict(v, name, as_text_file(v)->dict ? as_dict(as_text_file(v)->dict) : NULL); }
static int text_setattr(Value v, Str *name, Value value) { return attr_set_with_dict(v, name, value, &as_text_file(v)->dict); }

static Value text_repr(Value self)
{
    TextFile *t = as_text_file(self);
    Value name = VALUE_NULL;
    if (!t->encoding)
        return raise_error(&exc_ValueError, "I/O operation on uninitialized object");
    if (t->buffer && value_lookup_attr(t->buffer, name_name, &name) < 0)
        return VALUE_NULL;
    Value shown_name = name ? str_printf(" name=%V", name) : str_empty(), shown_mode = t->mode ? str_printf(" mode=%V", t->mode) : str_empty();
    Value result = shown_name && shown_mode ? str_printf("<_io.TextIOWrapper%S%S encoding=%V>", shown_name, shown_mode, t->encoding) : VALUE_NULL;
    value_release_null(name);
    value_release_null(shown_name);
    value_release_null(shown_mode);
    return result;
}

static Value text_iter(Value self) { return text_open(self) ? value_retain(self) : VALUE_NULL; }

static const NativeDef methods[] = {
    {"read", text_read, 0, 1, 0}, {"readline", text_readline, 0, 1, 0}, {"readlines", text_readlines, 0, 1, 0}, {"write", text_write, 1, 1, 0},
    {"writelines", text_writelines, 1, 1, 0}, {"flush", text_flush, 0, 0, 0}, {"close", text_close, 0, 0, 0}, {"detach", text_detach, 0, 0, 0},
    {"seek", text_seek, 1, 2, 0}, {"tell", text_tell, 0, 0, 0}, {"truncate", text_truncate, 0, 1, 0}, {"fileno", text_fileno, 0, 0, 0},
    {"isatty", text_isatty, 0, 0, 0}, {"readable", text_readable, 0, 0, 0}, {"writable", text_writable, 0, 0, 0}, {"seekable", text_seekable, 0, 0, 0},
    {"reconfigure", text_reconfigure, 0, -1, NATIVE_KEYWORDS}, {"__enter__", text_enter, 0, 0, 0}, {"__exit__", text_exit, 0, -1, 0}, {0},
};
static const GetSetDef getsets[] = {
    {"closed", get_closed, NULL}, {"name", get_name, NULL}, {"mode", get_mode, set_mode}, {"encoding", get_encoding, NULL}, {"errors", get_errors, NULL},
    {"newlines", get_newlines, NULL}, {"buffer", get_buffer, NULL}, {"line_buffering", get_line_buffering, NULL},
    {"write_through", get_write_through, NULL}, {"__dict__", get_dict, NULL}, {0},
};

Type type_text_file = {.head = OBJECT_STATIC(&type_type), .name = "_io.TextIOWrapper", .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_WEAKREFS, .size = sizeof(TextFile),
                       .base = &type_object, .new = text_new, .init = text_init, .dealloc = text_dealloc, .traverse = text_traverse, .clear = text_clear,
                       .repr = text_repr, .getattr = text_getattr, .setattr = text_setattr, .iter = text_iter, .next = text_next, .methods = methods,
                       .getsets = getsets};
