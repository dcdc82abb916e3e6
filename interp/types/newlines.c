/* newlines.c: see newlines.h. */
#include "newlines.h"

#include "exceptions.h"
#include "str_builder.h"
#include "tuple.h"

bool newline_by_text(Value text, NewlineKind *kind)
{
    static const char *const texts[] = {"", "\n", "\r", "\r\n"};
    *kind = NEWLINE_UNIVERSAL;
    if (!text)
        return true;
    for (int i = 0; i < 4; i++)
        if (str_equal_cstr(text, texts[i])) {
            *kind = NEWLINE_KEEP + i;
            return true;
        }
    raise_error(&exc_ValueError, "illegal newline value: %S", text);
    return false;
}

static bool has_cr(const Str *s)
{
    if (s->kind == 1)
        return memchr(s->u8, '\r', (size_t)s->length) != NULL;
    for (int64_t i = 0; i < s->length; i++)
        if (str_point_at(s, i) == '\r')
            return true;
    return false;
}

/* Notes which ends of lines there are; with \r in it, gives it with them translated when asked. */
static Value translate(Newlines *n, Value piece)
{
    Str *s = as_str(piece);
    StrBuilder out;
    str_builder_init(&out);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        bool pair = c == '\r' && i + 1 < s->length && str_point_at(s, i + 1) == '\n';
        if (c == '\r' || c == '\n')
            n->seen |= pair ? SEEN_CRLF : c == '\r' ? SEEN_CR : SEEN_LF;
        i += pair;
        str_builder_add_point(&out, c == '\r' ? '\n' : c);
    }
    Value made = str_builder_finish(&out);
    if (made && n->kind == NEWLINE_KEEP) {
        value_release(made);
        return value_retain(piece);
    }
    return made;
}

Value newlines_pass(Newlines *n, Value piece, bool final)
{
    if (!piece || n->kind > NEWLINE_KEEP)
        return piece;
    if (n->held_cr && (final || as_str(piece)->length)) {
        Value held = str_from_cstr("\r"), joined = held ? str_concat(held, piece) : VALUE_NULL;
        value_release_null(held);
        value_release(piece);
        if (!(piece = joined))
            return VALUE_NULL;
        n->held_cr = false;
    }
    int64_t length = as_str(piece)->length;
    if (!final && length && str_point_at(as_str(piece), length - 1) == '\r') {
        n->held_cr = true;
        value_set_steal(&piece, str_substring(piece, 0, length - 1));
        if (!piece)
            return VALUE_NULL;
    }
    if (!has_cr(as_str(piece))) {
        if (!(n->seen & SEEN_LF) && newlines_find(NEWLINE_LF, as_str(piece), 0) >= 0)
            n->seen |= SEEN_LF;
        return piece;
    }
    Value result = translate(n, piece);
    value_release(piece);
    return result;
}

int64_t newlines_find(NewlineKind kind, const Str *s, int64_t from)
{
    if (s->kind == 1 && kind != NEWLINE_KEEP && kind != NEWLINE_CRLF) {
        const uint8_t *at = memchr(s->u8 + from, kind == NEWLINE_CR ? '\r' : '\n', (size_t)(s->length - from));
        return at ? at - s->u8 + 1 : -1;
    }
    for (int64_t i = from; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        bool pair = c == '\r' && i + 1 < s->length && str_point_at(s, i + 1) == '\n';
        if (pair && (kind == NEWLINE_CRLF || kind == NEWLINE_KEEP))
            return i + 2;
        if (c == '\r' ? kind == NEWLINE_CR || kind == NEWLINE_KEEP : c == '\n' && kind != NEWLINE_CR && kind != NEWLINE_CRLF)
            return i + 1;
    }
    return -1;
}

Value newlines_seen(const Newlines *n)
{
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value found[3] = {VALUE_NULL, VALUE_NULL, VALUE_NULL};
    int count = 0;
    for (int i = 0; i < 3; i++) {
        if (!(n->seen & 1 << i))
            continue;
        found[count] = str_from_cstr(texts[i]);
        if (!found[count]) {
            while (count > 0)
                value_release(found[--count]);
            return VALUE_NULL;
        }
        count++;
    }
    return count == 0 ? VALUE_NONE : count == 1 ? found[0] : tuple_from_steal(found, count);
}

Value newlines_written(NewlineKind kind, Value text)
{
    Str *s = as_str(text);
    if (kind < NEWLINE_CR || newlines_find(NEWLINE_LF, s, 0) < 0)
        return value_retain(text);
    StrBuilder out;
    str_builder_init(&out);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (c != '\n')
            str_builder_add_point(&out, c);
        else
            str_builder_add_cstr(&out, kind == NEWLINE_CR ? "\r" : "\r\n");
    }
    return str_builder_finish(&out);
}
