/* text_file.c: see text_file.h. What is written is encoded and given to the buffer at once; what is read comes in pieces of CHUNK bytes. */
#include "text_file.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "bytes.h"
#include "codec.h"
#include "dict.h"
#include "eval.h"
#include "exceptions.h"
#include "file.h"
#include "gc.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "newlines.h"
#include "options.h"
#include "slice.h"
#include "source.h"
#include "str.h"
#include "type.h"

#include <locale.h>
#include <stdlib.h>

enum { CHUNK = 8192 };

typedef struct TextFile {
    Object head;
    Value buffer;   /* a BinaryFile, or any object with its methods; VALUE_NULL: detached, or not made yet */
    Value encoding, errors; /* str */
    Value mode;     /* str, or VALUE_NULL when not opened by open() */
    Codec codec;
    int standard;   /* 1, 2: sys.stdout, sys.stderr as they were at the start, whose buffer takes UTF-8 as it is; else 0 */
    bool readable, writable, seekable, line_buffering, write_through;
    bool begins;    /* nothing is written yet: the codec's mark, if any, goes before */
    bool iterated;  /* by next(): no position until the end is seen */
    NewlineKind write_newline;

    Decoding decoding; /* after the piece */
    Newlines newlines; /* after the piece */
    Decoding before;   /* the piece: so that positions inside it can be told */
    Newlines newlines_before;
    uint8_t *piece;    /* the bytes that `text` was made of, then those that were too few for a character; raw memory */
    int64_t piece_length, piece_rest; /* all; of them too few for a character */
    bool has_piece;    /* text was made of piece */
    double ratio;      /* bytes to a character in the last piece, at least 1 */
    Value text;        /* str, or VALUE_NULL */
    int64_t used;      /* characters of it that were taken */

    Value dict; /* its attributes; VALUE_NULL until used */
} TextFile;

#define METHOD_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

static inline TextFile *as_text_file(Value v) { return (TextFile *)(uintptr_t)v; }

bool value_is_stream(Value v, int descriptor)
{
    return value_is_heap_exactly(v, &type_text_file) && as_text_file(v)->standard == descriptor && as_text_file(v)->buffer &&
           as_binary_file(as_text_file(v)->buffer)->descriptor >= 0;
}

/* ---- the buffer ---- */

static Value buffer_call(TextFile *t, const char *method, const Value *args, int nargs)
{
    Str *name = str_intern_cstr(method);
    return name ? call_method(t->buffer, name, args, nargs) : VALUE_NULL;
}

static int buffer_call_nothing(TextFile *t, const char *method, const Value *args, int nargs)
{
    Value result = buffer_call(t, method, args, nargs);
    value_release_null(result);
    return result ? 0 : -1;
}

static int buffer_asks(TextFile *t, const char *method)
{
    Value result = buffer_call(t, method, NULL, 0);
    int yes = result ? value_truth(result) : -1;
    value_release_null(result);
    return yes;
}

static BinaryFile *native_buffer(const TextFile *t) { return value_is_binary_file(t->buffer) ? as_binary_file(t->buffer) : NULL; }

static bool is_attached(const TextFile *t)
{
    if (!t->buffer)
        raise_error(&exc_ValueError, t->encoding ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
    return t->buffer != VALUE_NULL;
}

/* 1, 0, -1 */
static int is_closed(const TextFile *t)
{
    BinaryFile *native = native_buffer(t);
    if (native)
        return native->descriptor < 0;
    Str *name = str_intern_cstr("closed");
    Value closed = name ? value_getattr(t->buffer, name) : VALUE_NULL;
    int yes = closed ? value_truth(closed) : -1;
    value_release_null(closed);
    return yes;
}

static TextFile *open_text(Value self)
{
    TextFile *t = as_text_file(self);
    int closed = is_attached(t) ? is_closed(t) : -1;
    if (closed > 0)
        raise_error(&exc_ValueError, "I/O operation on closed file.");
    return closed ? NULL : t;
}

static TextFile *readable_text(Value self)
{
    TextFile *t = open_text(self);
    if (t && !t->readable)
        raise_unsupported("not readable");
    return t && t->readable ? t : NULL;
}

/* ---- decoding ---- */

/* What was read ahead is forgotten. */
static void forget(TextFile *t)
{
    value_clear(&t->text);
    t->used = t->piece_length = t->piece_rest = 0;
    t->has_piece = false;
}

static void start_decoding(TextFile *t)
{
    t->decoding = (Decoding){.codec = t->codec, .stream = true};
    t->newlines.held_cr = false;
}

/* Room for `more` bytes behind the rest of the last piece, which moves to the front. */
static int piece_room(TextFile *t, int64_t more)
{
    if (t->piece_rest)
        memmove(t->piece, t->piece + t->piece_length - t->piece_rest, (size_t)t->piece_rest);
    t->piece_length = t->piece_rest;
    uint8_t *piece = mem_realloc_raw(t->piece, (size_t)(t->piece_rest + more));
    if (!piece) {
        raise_no_memory();
        return -1;
    }
    t->piece = piece;
    return 0;
}

/* An error of UTF-8 goes through codecs.decode in CPython, whose line is in tracebacks: so here. */
static void through_codecs(void)
{
    static const char code[] = "def decode(self, error, final=False):\n\n\n    raise error\n";
    enum { LINES_BEFORE = 318 };
    if (!exc_matches(&exc_UnicodeDecodeError))
        return;
    Value error = exc_take(), function = VALUE_NULL, globals = dict_new();
    char text[LINES_BEFORE + sizeof code];
    memset(text, '\n', LINES_BEFORE);
    memcpy(text + LINES_BEFORE, code, sizeof code);
    Code *compiled = globals ? source_compile(text, sizeof text - 1, "<frozen codecs>", COMPILE_MODULE) : NULL;
    Value done = compiled ? eval_code(compiled, as_dict(globals), VALUE_NULL) : VALUE_NULL;
    if (done)
        function = dict_get_str(as_dict(globals), str_intern_cstr("decode"));
    if (function)
        value_release_null(call_value2(function, VALUE_NONE, error));
    object_release_null(compiled);
    value_release_null(done);
    value_release_null(globals);
    value_release(error);
}

/* Reads at most CHUNK bytes behind the rest, or as many as `wanted` characters may be: how many, 0 at the end, -1. */
static int64_t read_piece(TextFile *t, int64_t wanted)
{
    int64_t most = (double)wanted * t->ratio > CHUNK ? (int64_t)((double)wanted * t->ratio) : wanted > CHUNK ? wanted : CHUNK;
    BinaryFile *native = native_buffer(t);
    if (native) {
        if (!native->readable)
            return raise_unsupported("read1"), -1;
        return piece_room(t, most) < 0 ? -1 : binary_file_read_some(native, t->piece + t->piece_length, most);
    }
    Str *read1 = str_intern_cstr("read1");
    Value method, size = int_from_int64(most), bytes = VALUE_NULL;
    int has = read1 ? value_lookup_attr(t->buffer, read1, &method) : -1;
    if (has > 0) {
        bytes = call_value1(method, size);
        value_release(method);
    } else if (has == 0) {
        bytes = call_method(t->buffer, name_read, &size, 1);
    }
    int64_t count = -1;
    if (bytes && !value_has_buffer(bytes)) {
        raise_error(&exc_TypeError, "underlying %s() should have returned a bytes-like object, not '%T'", has ? "read1" : "read", bytes);
    } else if (bytes) {
        const void *data = bytes_buffer(bytes, &count);
        if (piece_room(t, count) < 0)
            count = -1;
        else if (count)
            memcpy(t->piece + t->piece_length, data, (size_t)count);
    }
    value_release_null(bytes);
    return count;
}

/* The next characters into t->text: 1, 0 at the end of the file, -1. After an error the piece is gone, but not the rest of the one before. */
static int next_text(TextFile *t, int64_t wanted)
{
    for (;;) {
        int64_t rest = t->piece_rest, got = read_piece(t, wanted), consumed;
        if (got < 0)
            return -1;
        t->before = t->decoding;
        t->newlines_before = t->newlines;
        value_clear(&t->text);
        t->used = 0;
        int64_t length = rest + got;
        Value piece = codec_decode(&t->decoding, t->piece, length, str_utf8(t->errors, NULL), got == 0, &consumed);
        t->piece_length = length;
        if (!piece) {
            if (t->codec == CODEC_UTF8)
                through_codecs();
            t->piece_length = t->piece_rest = rest;
            t->has_piece = false;
            return -1;
        }
        t->text = newlines_pass(&t->newlines, piece, got == 0);
        if (!t->text)
            return -1;
        t->piece_rest = got == 0 ? 0 : length - consumed;
        t->has_piece = true;
        t->ratio = as_str(t->text)->length ? (double)got / (double)as_str(t->text)->length : 0;
        if (as_str(t->text)->length)
            return 1;
        if (got == 0) {
            start_decoding(t);
            return 0;
        }
    }
}

static int64_t left(const TextFile *t) { return t->text ? as_str(t->text)->length - t->used : 0; }

static Value take(TextFile *t, int64_t count)
{
    Value result = t->used == 0 && count == left(t) && t->text ? value_retain(t->text) : t->text ? str_substring(t->text, t->used, t->used + count) : str_empty();
    t->used += count;
    return result;
}

/* ---- reading ---- */

static Value read_all(TextFile *t)
{
    Value before = take(t, left(t)), bytes = before ? native_buffer(t) ? binary_file_read_all(native_buffer(t)) : buffer_call(t, "read", NULL, 0) : VALUE_NULL;
    Value result = VALUE_NULL;
    int64_t size, consumed;
    const void *data = bytes ? bytes_buffer(bytes, &size) : NULL;
    if (bytes && !data) {
        raise_error(&exc_TypeError, "underlying read() should have returned a bytes-like object, not '%T'", bytes);
    } else if (data && piece_room(t, size + 1) == 0) {
        if (size)
            memcpy(t->piece + t->piece_length, data, (size_t)size);
        Value rest = codec_decode(&t->decoding, t->piece, t->piece_length + size, str_utf8(t->errors, NULL), true, &consumed);
        if (!rest && t->codec == CODEC_UTF8)
            through_codecs();
        rest = newlines_pass(&t->newlines, rest, true);
        result = rest ? str_concat(before, rest) : VALUE_NULL;
        value_release_null(rest);
        if (result) {
            forget(t);
            start_decoding(t);
        }
    }
    value_release_null(before);
    value_release_null(bytes);
    return result;
}

static Value read_characters(TextFile *t, int64_t count)
{
    Value result = take(t, left(t) < count ? left(t) : count);
    int more = 1;
    while (result && as_str(result)->length < count && (more = next_text(t, count - as_str(result)->length)) > 0) {
        int64_t missing = count - as_str(result)->length;
        Value part = take(t, left(t) < missing ? left(t) : missing);
        if (!part || str_append_in_place(&result, part) < 0)
            value_clear(&result);
        value_release_null(part);
    }
    if (more < 0)
        value_clear(&result);
    return result;
}

static Value text_read(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count = -1;
    if (nargs && args[0] != VALUE_NONE) {
        if (!value_is_int(args[0]) && !type_of(args[0])->to_index)
            return raise_error(&exc_TypeError, "argument should be integer or None, not '%T'", args[0]);
        if (value_as_index(args[0], &count, &exc_OverflowError) < 0)
            return VALUE_NULL;
    }
    TextFile *t = readable_text(self);
    return !t ? VALUE_NULL : count < 0 ? read_all(t) : read_characters(t, count);
}

/* A line with its end, of at most `limit` characters when that is not negative; empty at the end. */
static Value read_line(TextFile *t, int64_t limit)
{
    Value line = VALUE_NULL;
    for (;;) {
        int64_t before = line ? as_str(line)->length : 0;
        if (left(t)) {
            int64_t end = line ? -1 : newlines_find(t->newlines.kind, as_str(t->text), t->used), from = t->used;
            if (!line && end >= 0) /* the usual case */
                return take(t, limit >= 0 && end - from > limit ? limit : end - from);
            Value part = take(t, left(t));
            bool ok = part && (line ? str_append_in_place(&line, part) == 0 : (line = value_retain(part), true));
            value_release_null(part);
            if (!ok)
                break;
            end = newlines_find(t->newlines.kind, as_str(line), before ? before - 1 : 0); /* \r\n may be in two pieces */
            if (limit >= 0 && (end < 0 || end > limit) && as_str(line)->length >= limit)
                end = limit;
            if (end >= 0) {
                t->used -= as_str(line)->length - end;
                value_set_steal(&line, str_substring(line, 0, end));
                return line;
            }
        } else if (limit == 0) {
            return str_empty();
        }
        int more = next_text(t, 0);
        if (more < 0)
            break;
        if (more == 0) {
            forget(t);
            return line ? line : str_empty();
        }
    }
    value_release_null(line);
    return VALUE_NULL;
}

static Value text_readline(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t limit = -1;
    if (nargs && value_as_index(args[0], &limit, &exc_OverflowError) < 0)
        return VALUE_NULL;
    TextFile *t = readable_text(self);
    return t ? read_line(t, limit) : VALUE_NULL;
}

static Value text_next(Value self)
{
    if (!is_attached(as_text_file(self)))
        return VALUE_NULL;
    as_text_file(self)->iterated = true;
    TextFile *t = readable_text(self);
    if (!t)
        return VALUE_NULL;
    Value line = read_line(t, -1);
    if (line && as_str(line)->length == 0) {
        t->iterated = false;
        forget(t);
        value_clear(&line);
    }
    return line;
}

static Value text_readlines(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t hint = -1, seen = 0;
    if (nargs && args[0] != VALUE_NONE && !value_is_int(args[0]) && !type_of(args[0])->to_index)
        return raise_error(&exc_TypeError, "argument should be integer or None, not '%T'", args[0]);
    if (nargs && args[0] != VALUE_NONE && value_as_index(args[0], &hint, &exc_OverflowError) < 0)
        return VALUE_NULL;
    Value lines = open_text(self) ? list_new(0) : VALUE_NULL, line;
    while (lines && (hint <= 0 || seen < hint) && (line = text_next(self))) {
        seen += as_str(line)->length;
        if (list_append_steal(lines, line) < 0)
            value_clear(&lines);
    }
    if (exc_pending())
        value_clear(&lines);
    return lines;
}

/* ---- writing ---- */

static int flush_buffer(TextFile *t)
{
    BinaryFile *native = native_buffer(t);
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
    BinaryFile *native = native_buffer(t);
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
    TextFile *t = open_text(file);
    if (!t)
        return -1;
    if (!t->writable)
        return raise_unsupported("not writable"), -1;
    Value written = newlines_written(t->write_newline, text);
    int status = written ? write_encoded(t, written) : -1;
    value_release_null(written);
    const Str *s = as_str(text);
    if (status == 0 && t->line_buffering && (newlines_find(NEWLINE_LF, s, 0) >= 0 || newlines_find(NEWLINE_CR, s, 0) >= 0))
        status = flush_buffer(t);
    if (t->has_piece || t->text) {
        forget(t);
        start_decoding(t);
    }
    return status;
}

static Value text_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, args[0] == VALUE_NONE ? "write() argument must be str, not None" : "write() argument must be str, not %T", args[0]);
    return text_file_write(self, args[0]) < 0 ? VALUE_NULL : int_from_int64(as_str(args[0])->length);
}

static Value text_writelines(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value iterator = open_text(self) ? value_iter(args[0]) : VALUE_NULL, line;
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
    TextFile *t = open_text(self);
    if (!t)
        return VALUE_NULL;
    t->iterated = false;
    return flush_buffer(t) < 0 ? VALUE_NULL : VALUE_NONE;
}

/* ---- positions ---- */

/* How many bytes of the piece made the characters that were taken: one more byte at a time, until there are as many. A \r that was held back
 * counts with the next character. -1: error. */
static int64_t bytes_used(TextFile *t)
{
    Decoding decoding = t->before;
    Newlines newlines = t->newlines_before;
    int64_t done = 0, made = 0;
    for (int64_t end = 1; made < t->used && end <= t->piece_length; end++) {
        int64_t consumed, before = done;
        Value text = codec_decode(&decoding, t->piece + done, end - done, str_utf8(t->errors, NULL), false, &consumed);
        text = newlines_pass(&newlines, text, false);
        if (!text)
            return -1;
        made += as_str(text)->length;
        done += consumed;
        value_release(text);
        if (made > t->used || (made == t->used && newlines.held_cr))
            return before;
    }
    return made < t->used ? t->piece_length : done;
}

static int64_t tell(TextFile *t)
{
    Value position = flush_buffer(t) < 0 ? VALUE_NULL : buffer_call(t, "tell", NULL, 0);
    int64_t result = -1, inside = 0;
    if (position && int_as_int64(position, &result) == 0) {
        inside = t->has_piece ? bytes_used(t) : t->piece_length;
        result -= t->piece_length;
    }
    value_release_null(position);
    return exc_pending() || inside < 0 ? -1 : result + inside;
}

static TextFile *seekable_text(Value self)
{
    TextFile *t = open_text(self);
    if (t && !t->seekable)
        raise_unsupported("underlying stream is not seekable");
    return t && t->seekable ? t : NULL;
}

static Value text_tell(METHOD_ARGS)
{
    UNUSED_ARGS;
    TextFile *t = seekable_text(self);
    if (!t)
        return VALUE_NULL;
    if (t->iterated)
        return raise_error(&exc_OSError, "telling position disabled by next() call");
    int64_t position = tell(t);
    return position < 0 ? VALUE_NULL : int_from_int64(position);
}

/* The next read begins at a byte: 0 with the mark, elsewhere without. */
static void start_at(TextFile *t, int64_t position)
{
    forget(t);
    start_decoding(t);
    t->begins = position == 0;
    if (position && codec_has_mark(t->codec)) {
        t->decoding.begun = true;
        t->decoding.codec = t->codec == CODEC_UTF16 ? CODEC_UTF16_LE : t->codec == CODEC_UTF32 ? CODEC_UTF32_LE : CODEC_UTF8_SIG;
    }
    t->iterated = false;
}

static Value text_seek(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t offset, whence = 0;
    if (nargs > 1 && value_as_index(args[1], &whence, &exc_OverflowError) < 0)
        return VALUE_NULL;
    TextFile *t = seekable_text(self);
    if (!t || value_as_index(args[0], &offset, &exc_OverflowError) < 0)
        return VALUE_NULL;
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, "invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (whence && offset)
        return raise_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (whence == 1 && (offset = tell(t)) < 0)
        return VALUE_NULL;
    if (offset < 0)
        return raise_error(&exc_ValueError, "negative seek position %lld", (long long)offset);
    Value to[2] = {int_from_int64(offset), value_from_small_int(whence == 2 ? 2 : 0)};
    Value position = flush_buffer(t) < 0 ? VALUE_NULL : buffer_call(t, "seek", to, 2);
    if (position && int_as_int64(position, &offset) == 0)
        start_at(t, offset);
    return position;
}

static Value text_truncate(METHOD_ARGS)
{
    UNUSED_ARGS;
    TextFile *t = open_text(self);
    return t && flush_buffer(t) == 0 ? buffer_call(t, "truncate", args, nargs) : VALUE_NULL;
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
    start_decoding(t);
    return 0;
}

static int set_buffer(TextFile *t, Value buffer)
{
    value_set_steal(&t->buffer, value_retain(buffer));
    BinaryFile *native = native_buffer(t);
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
        Value position = buffer_call(t, "tell", NULL, 0);
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
    forget(t);
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
            return raise_error_int(&exc_TypeError, "TextIOWrapper() argument '%s' must be str or None, not %T", names[i], given[i]);
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
    TextFile *t = open_text(self);
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
    int status = errors && flush_buffer(t) == 0 ? set_codec(t, encoding, errors) : -1;
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
    if (!is_attached(t) || flush_buffer(t) < 0)
        return VALUE_NULL;
    Value buffer = t->buffer;
    t->buffer = VALUE_NULL;
    return buffer;
}

static int close_text(TextFile *t)
{
    int closed = is_attached(t) ? is_closed(t) : -1;
    if (closed)
        return closed > 0 ? 0 : -1;
    int status = flush_buffer(t);
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
    return open_text(self) ? value_retain(self) : VALUE_NULL;
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
    const BinaryFile *native = t->buffer ? native_buffer(t) : NULL;
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

static Value ask(Value self, const char *method) { return is_attached(as_text_file(self)) ? buffer_call(as_text_file(self), method, NULL, 0) : VALUE_NULL; }
static Value text_fileno(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "fileno"); }
static Value text_isatty(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "isatty"); }
static Value text_readable(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "readable"); }
static Value text_writable(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "writable"); }
static Value text_seekable(METHOD_ARGS) { UNUSED_ARGS; return ask(self, "seekable"); }

static Value get_closed(Value self)
{
    int closed = is_attached(as_text_file(self)) ? is_closed(as_text_file(self)) : -1;
    return closed < 0 ? VALUE_NULL : value_bool(closed);
}

static Value get_name(Value self) { return is_attached(as_text_file(self)) ? value_getattr(as_text_file(self)->buffer, name_name) : VALUE_NULL; }
static Value get_encoding(Value self) { return as_text_file(self)->encoding ? value_retain(as_text_file(self)->encoding) : VALUE_NONE; }
static Value get_errors(Value self) { return as_text_file(self)->errors ? value_retain(as_text_file(self)->errors) : VALUE_NONE; }
static Value get_newlines(Value self) { return is_attached(as_text_file(self)) ? newlines_seen(&as_text_file(self)->newlines) : VALUE_NULL; }
static Value get_buffer(Value self) { return is_attached(as_text_file(self)) ? value_retain(as_text_file(self)->buffer) : VALUE_NULL; }
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

static Value text_iter(Value self) { return open_text(self) ? value_retain(self) : VALUE_NULL; }

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

Type type_text_file = {.head = OBJECT_STATIC(&type_type), .name = "_io.TextIOWrapper", .flags = TYPE_GC | TYPE_SUBCLASSABLE, .size = sizeof(TextFile),
                       .base = &type_object, .new = text_new, .init = text_init, .dealloc = text_dealloc, .traverse = text_traverse, .clear = text_clear,
                       .repr = text_repr, .getattr = text_getattr, .setattr = text_setattr, .iter = text_iter, .next = text_next, .methods = methods,
                       .getsets = getsets};
