/* text_file_read.c: reading, and where a file stands: what is read comes in pieces of CHUNK bytes. */
#include "text_file_private.h"

#include "abstract.h"
#include "attr.h"
#include "bytes.h"
#include "dict.h"
#include "eval.h"
#include "exceptions.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "slice.h"
#include "source.h"
#include "str.h"

enum { CHUNK = 8192 };

/* ---- decoding ---- */

/* What was read ahead is forgotten. */
void text_forget(TextFile *t)
{
    value_clear(&t->text);
    t->used = t->piece_length = t->piece_rest = 0;
    t->has_piece = false;
}

void text_start_decoding(TextFile *t)
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
    Code *compiled = globals ? source_compile_module(text, sizeof text - 1, "<frozen codecs>") : NULL;
    Value done = compiled ? eval_code(compiled, as_dict(globals), VALUE_NULL) : VALUE_NULL;
    Str *name = done ? str_intern_cstr("decode") : NULL;
    if (name)
        function = dict_get_str(as_dict(globals), name);
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
    BinaryFile *native = text_native_buffer(t);
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
            text_start_decoding(t);
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
    Value before = take(t, left(t)), bytes = before ? text_native_buffer(t) ? binary_file_read_all(text_native_buffer(t)) : text_buffer_call(t, "read", NULL, 0) : VALUE_NULL;
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
            text_forget(t);
            text_start_decoding(t);
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

Value text_read(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count = -1;
    if (nargs && args[0] != VALUE_NONE) {
        if (!value_is_int(args[0]) && !type_of(args[0])->to_index)
            return raise_error(&exc_TypeError, "argument should be integer or None, not '%T'", args[0]);
        if (value_as_index(args[0], &count, &exc_OverflowError) < 0)
            return VALUE_NULL;
    }
    TextFile *t = text_readable_file(self);
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
            text_forget(t);
            return line ? line : str_empty();
        }
    }
    value_release_null(line);
    return VALUE_NULL;
}

Value text_readline(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t limit = -1;
    if (nargs && int_as_ssize(args[0], &limit) < 0)
        return VALUE_NULL;
    TextFile *t = text_readable_file(self);
    return t ? read_line(t, limit) : VALUE_NULL;
}

Value text_next(Value self)
{
    if (!text_is_attached(as_text_file(self)))
        return VALUE_NULL;
    as_text_file(self)->iterated = true;
    TextFile *t = text_readable_file(self);
    if (!t)
        return VALUE_NULL;
    Value line = read_line(t, -1);
    if (line && as_str(line)->length == 0) {
        t->iterated = false;
        text_forget(t);
        value_clear(&line);
    }
    return line;
}

Value text_readlines(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t hint = -1, seen = 0;
    if (nargs && args[0] != VALUE_NONE && !value_is_int(args[0]) && !type_of(args[0])->to_index)
        return raise_error(&exc_TypeError, "argument should be integer or None, not '%T'", args[0]);
    if (nargs && args[0] != VALUE_NONE && value_as_index(args[0], &hint, &exc_OverflowError) < 0)
        return VALUE_NULL;
    Value lines = text_open(self) ? list_new(0) : VALUE_NULL, line;
    while (lines && (hint <= 0 || seen < hint) && (line = text_next(self))) {
        seen += as_str(line)->length;
        if (list_append_steal(lines, line) < 0)
            value_clear(&lines);
    }
    if (exc_pending())
        value_clear(&lines);
    return lines;
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

int64_t text_position(TextFile *t)
{
    Value position = text_flush_buffer(t) < 0 ? VALUE_NULL : text_buffer_call(t, "tell", NULL, 0);
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
    TextFile *t = text_open(self);
    if (t && !t->seekable)
        raise_unsupported("underlying stream is not seekable");
    return t && t->seekable ? t : NULL;
}

Value text_tell(METHOD_ARGS)
{
    UNUSED_ARGS;
    TextFile *t = seekable_text(self);
    if (!t)
        return VALUE_NULL;
    if (t->iterated)
        return raise_error(&exc_OSError, "telling position disabled by next() call");
    int64_t position = text_position(t);
    return position < 0 ? VALUE_NULL : int_from_int64(position);
}

/* The next read begins at a byte: 0 with the mark, elsewhere without. */
static void start_at(TextFile *t, int64_t position)
{
    text_forget(t);
    text_start_decoding(t);
    t->begins = position == 0;
    if (position && codec_has_mark(t->codec)) {
        t->decoding.begun = true;
        t->decoding.codec = t->codec == CODEC_UTF16 ? CODEC_UTF16_LE : t->codec == CODEC_UTF32 ? CODEC_UTF32_LE : CODEC_UTF8_SIG;
    }
    t->iterated = false;
}

Value text_seek(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t offset;
    int whence = 0;
    if (nargs > 1 && int_as_int32(args[1], &whence) < 0)
        return VALUE_NULL;
    TextFile *t = seekable_text(self);
    if (!t || value_as_index(args[0], &offset, &exc_OverflowError) < 0)
        return VALUE_NULL;
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
    if (whence && offset)
        return raise_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (whence == 1 && (offset = text_position(t)) < 0)
        return VALUE_NULL;
    if (offset < 0)
        return raise_error(&exc_ValueError, "negative seek position %lld", (long long)offset);
    Value to[2] = {int_from_int64(offset), value_from_small_int(whence == 2 ? 2 : 0)};
    Value position = text_flush_buffer(t) < 0 ? VALUE_NULL : text_buffer_call(t, "seek", to, 2);
    if (position && int_as_int64(position, &offset) == 0)
        start_at(t, offset);
    return position;
}

Value text_truncate(METHOD_ARGS)
{
    UNUSED_ARGS;
    TextFile *t = text_open(self);
    return t && text_flush_buffer(t) == 0 ? text_buffer_call(t, "truncate", args, nargs) : VALUE_NULL;
}
