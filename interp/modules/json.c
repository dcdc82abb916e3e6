/* json.c: the module _json: text to values (loads) and values to text (dumps); json/__init__.py has the classes around them. */
#include "modules.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "list.h"
#include "native.h"
#include "str.h"
#include "str_builder.h"
#include "thread.h"
#include "tuple.h"

#include <math.h>
#include <stdio.h>

/* ---- reading ---- */

typedef struct Scanner {
    Str *text;
    int64_t at;
    bool strict;
    /* VALUE_NULL where the plain way is wanted */
    Value object_hook, parse_float, parse_int, parse_constant, pairs_hook;
    Value error; /* JSONDecodeError */
    Value keys;  /* dict of the keys seen: equal ones share one str */
} Scanner;

static Value scan_value(Scanner *s);

static Value fail(Scanner *s, const char *message, int64_t at)
{
    Value text = str_from_cstr(message);
    Value args[3] = {text, value_of(s->text), int_from_int64(at)};
    Value exception = text ? call_value(s->error, args, 3, VALUE_NULL) : VALUE_NULL;
    value_release_null(text);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

/* The character at the place, or 0 behind the end (a NUL in the text is no valid JSON either). */
static inline uint32_t peek(const Scanner *s, int64_t at) { return at < s->text->length ? str_point_at(s->text, at) : 0; }

static void skip_space(Scanner *s)
{
    for (uint32_t c = peek(s, s->at); c == ' ' || c == '\n' || c == '\t' || c == '\r'; c = peek(s, s->at))
        s->at++;
}

/* The four digits of \uXXXX that begin at `at`; -1: they are not. */
static int64_t hex_digits(const Scanner *s, int64_t at)
{
    int64_t code = 0;
    for (int i = 0; i < 4; i++) {
        uint32_t c = peek(s, at + i);
        int digit = c >= '0' && c <= '9' ? (int)c - '0' : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10 : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10 : -1;
        if (digit < 0)
            return -1;
        code = code << 4 | digit;
    }
    return code;
}

/* One escape, s->at behind its backslash. False: raised. */
static bool scan_escape(Scanner *s, int64_t begin, StrBuilder *out)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    uint32_t c = peek(s, s->at);
    if (s->at >= s->text->length)
        return fail(s, "Unterminated string starting at", begin) != VALUE_NULL;
    if (c != 'u') {
        const char *found = c && c < 128 ? strchr(letters, (int)c) : NULL;
        if (!found)
            return fail(s, "Invalid \\escape", s->at - 1) != VALUE_NULL;
        s->at++;
        return str_builder_add_point(out, (uint32_t)meanings[found - letters]) == 0;
    }
    int64_t code = hex_digits(s, s->at + 1);
    if (code < 0 || s->at + 5 >= s->text->length)
        return fail(s, "Invalid \\uXXXX escape", s->at) != VALUE_NULL;
    s->at += 5;
    if (code >= 0xd800 && code < 0xdc00 && peek(s, s->at) == '\\' && peek(s, s->at + 1) == 'u') {
        int64_t low = hex_digits(s, s->at + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            s->at += 6;
        }
    }
    return str_builder_add_point(out, (uint32_t)code) == 0;
}

/* A string, s->at behind its opening quote. */
static Value scan_string(Scanner *s)
{
    int64_t begin = s->at - 1, start = s->at, length = s->text->length, at;
    StrBuilder out;
    bool building = false;
    for (;;) {
        uint32_t c = 0;
        for (at = s->at; at < length && (c = str_point_at(s->text, at)) != '"' && c != '\\'; at++)
            if (c < ' ' && s->strict) {
                if (building)
                    str_builder_discard(&out);
                return fail(s, "Invalid control character at", at);
            }
        if (at >= length) {
            if (building)
                str_builder_discard(&out);
            return fail(s, "Unterminated string starting at", begin);
        }
        if (c == '"' && !building) {
            s->at = at + 1;
            return str_substring(value_of(s->text), start, at);
        }
        if (!building)
            str_builder_init(&out);
        building = true;
        str_builder_add_part(&out, s->text, s->at, at);
        s->at = at + 1;
        if (c == '"')
            return str_builder_finish(&out);
        if (!scan_escape(s, begin, &out)) {
            str_builder_discard(&out);
            return VALUE_NULL;
        }
    }
}

static Value scan_key(Scanner *s)
{
    Value key = scan_string(s);
    if (!key)
        return VALUE_NULL;
    Value shared = dict_set_default(as_dict(s->keys), key, key);
    value_retain_null(shared);
    value_release(key);
    return shared;
}

/* One pair of an object, s->at at its opening quote. */
static int scan_pair(Scanner *s, Value *key, Value *value)
{
    *key = *value = VALUE_NULL;
    if (peek(s, s->at) != '"') {
        fail(s, "Expecting property name enclosed in double quotes", s->at);
        return -1;
    }
    s->at++;
    if (!(*key = scan_key(s)))
        return -1;
    skip_space(s);
    if (peek(s, s->at) == ':') {
        s->at++;
        skip_space(s);
        *value = scan_value(s);
    } else {
        fail(s, "Expecting ':' delimiter", s->at);
    }
    if (!*value)
        value_clear(key);
    return *value ? 0 : -1;
}

static int add_pair(Value result, Value key, Value value)
{
    if (value_is_dict(result))
        return dict_set(as_dict(result), key, value);
    Value pair = tuple_pack(2, key, value);
    return pair ? list_append_steal(result, pair) : -1;
}

static Value hooked(Value hook, Value made_steal)
{
    if (!hook || !made_steal)
        return made_steal;
    Value result = call_value1(hook, made_steal);
    value_release(made_steal);
    return result;
}

/* Behind an item: 1 at the closing character (taken), 0 behind a comma, -1 raised. */
static int scan_between(Scanner *s, uint32_t closing)
{
    skip_space(s);
    uint32_t c = peek(s, s->at);
    if (c == closing) {
        s->at++;
        return 1;
    }
    if (c != ',') {
        fail(s, "Expecting ',' delimiter", s->at);
        return -1;
    }
    s->at++;
    skip_space(s);
    return 0;
}

static Value scan_object(Scanner *s)
{
    Value result = s->pairs_hook ? list_new(0) : dict_new(), key, value;
    skip_space(s);
    int status = result ? 0 : -1;
    if (status == 0 && peek(s, s->at) == '}') {
        s->at++;
        status = 1;
    }
    while (status == 0) {
        if (scan_pair(s, &key, &value) < 0 || add_pair(result, key, value) < 0)
            status = -1;
        value_release_null(key);
        value_release_null(value);
        if (status == 0)
            status = scan_between(s, '}');
    }
    if (status < 0) {
        value_release_null(result);
        return VALUE_NULL;
    }
    return hooked(s->pairs_hook ? s->pairs_hook : s->object_hook, result);
}

static Value scan_array(Scanner *s)
{
    Value result = list_new(0);
    skip_space(s);
    int status = result ? 0 : -1;
    if (status == 0 && peek(s, s->at) == ']') {
        s->at++;
        return result;
    }
    while (status == 0) {
        Value item = scan_value(s);
        status = item ? list_append_steal(result, item) : -1;
        if (status == 0)
            status = scan_between(s, ']');
    }
    if (status < 0)
        value_clear(&result);
    return result;
}

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static Value scan_number(Scanner *s)
{
    int64_t start = s->at, at = start;
    bool whole = true;
    if (peek(s, at) == '-')
        at++;
    if (!is_digit(peek(s, at)))
        return fail(s, "Expecting value", start);
    if (peek(s, at) == '0')
        at++;
    else
        while (is_digit(peek(s, at)))
            at++;
    if (peek(s, at) == '.' && is_digit(peek(s, at + 1))) {
        whole = false;
        for (at++; is_digit(peek(s, at));)
            at++;
    }
    if (peek(s, at) == 'e' || peek(s, at) == 'E') {
        int64_t digits = at + 1;
        if (peek(s, digits) == '+' || peek(s, digits) == '-')
            digits++;
        if (is_digit(peek(s, digits))) {
            whole = false;
            for (at = digits; is_digit(peek(s, at));)
                at++;
        }
    }
    s->at = at;
    Value hook = whole ? s->parse_int : s->parse_float;
    if (whole && !hook && at - start <= 18) {
        int64_t number = 0;
        bool negative = peek(s, start) == '-';
        for (int64_t i = start + negative; i < at; i++)
            number = number * 10 + (peek(s, i) - '0');
        return value_from_small_int(negative ? -number : number);
    }
    Value text = str_substring(value_of(s->text), start, at);
    if (hook)
        return hooked(hook, text);
    size_t length;
    const char *utf8 = text ? str_utf8(text, &length) : NULL;
    Value result = !utf8 ? VALUE_NULL : whole ? int_from_digits(utf8, length, 10) : float_from_text(utf8, length);
    value_release_null(text);
    return result;
}

static bool starts_with(const Scanner *s, const char *word)
{
    for (int64_t i = 0; word[i]; i++)
        if (peek(s, s->at + i) != (uint32_t)word[i])
            return false;
    return true;
}

static Value scan_word(Scanner *s)
{
    static const struct {
        const char *word;
        Value value;
    } words[] = {{"null", VALUE_NONE}, {"true", VALUE_TRUE}, {"false", VALUE_FALSE}, {"NaN", 0}, {"Infinity", 0}, {"-Infinity", 0}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!starts_with(s, words[i].word))
            continue;
        s->at += (int64_t)strlen(words[i].word);
        if (words[i].value)
            return words[i].value;
        if (s->parse_constant)
            return hooked(s->parse_constant, str_from_cstr(words[i].word));
        return float_new(words[i].word[0] == 'N' ? (double)NAN : words[i].word[0] == '-' ? -(double)INFINITY : (double)INFINITY);
    }
    return peek(s, s->at) == '-' || is_digit(peek(s, s->at)) ? scan_number(s) : fail(s, "Expecting value", s->at);
}

static Value scan_value(Scanner *s)
{
    uint32_t c = peek(s, s->at);
    if (c == '"') {
        s->at++;
        return scan_string(s);
    }
    if (c != '{' && c != '[')
        return is_digit(c) ? scan_number(s) : scan_word(s);
    if (thread_check_c_stack(c == '{' ? " while decoding a JSON object from a unicode string" : " while decoding a JSON array from a unicode string") < 0)
        return VALUE_NULL;
    if (--thread_current->recursion_left < 0) {
        thread_current->recursion_left++;
        return raise_error(&exc_RecursionError, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string", c == '{' ? "object" : "array");
    }
    s->at++;
    Value result = c == '{' ? scan_object(s) : scan_array(s);
    thread_current->recursion_left++;
    return result;
}

static Value none_to_null(Value v) { return v == VALUE_NONE ? VALUE_NULL : v; }

/* scan(text, at, strict, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, error) → (value, end) */
static Value json_scan(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "first argument must be a string, not %A", args[0]);
    Scanner s = {.text = as_str(args[0]), .strict = args[2] == VALUE_TRUE, .object_hook = none_to_null(args[3]), .parse_float = none_to_null(args[4]),
                 .parse_int = none_to_null(args[5]), .parse_constant = none_to_null(args[6]), .pairs_hook = none_to_null(args[7]), .error = args[8],
                 .keys = dict_new()};
    if (!s.keys || int_as_int64(args[1], &s.at) < 0) {
        value_release_null(s.keys);
        return VALUE_NULL;
    }
    if (s.at < 0)
        s.at = 0;
    Value value = scan_value(&s);
    value_release(s.keys);
    if (!value)
        return VALUE_NULL;
    Value pair[2] = {value, int_from_int64(s.at)};
    return tuple_from_steal(pair, 2);
}

/* ---- writing ---- */

typedef struct Writer {
    StrBuilder out;
    bool skip_keys, ascii, allow_nan, sort_keys;
    Value active;  /* dict of the ids being written, to find cycles; VALUE_NULL: not asked for */
    Value indent;  /* str or VALUE_NULL */
    Value item_separator, key_separator, fallback; /* fallback: default() */
} Writer;

static int write_any(Writer *w, Value v, int64_t level);

static int write_string(Writer *w, Str *s)
{
    str_builder_add_point(&w->out, '"');
    int64_t from = 0;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (likely(c >= ' ' && c != '"' && c != '\\' && (c < 127 || !w->ascii)))
            continue;
        str_builder_add_part(&w->out, s, from, i);
        from = i + 1;
        const char *special = c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c == '\b' ? "\\b" : c == '\f' ? "\\f" : NULL;
        char escape[16];
        if (!special && c >= 0x10000) {
            snprintf(escape, sizeof escape, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
            special = escape;
        } else if (!special) {
            snprintf(escape, sizeof escape, "\\u%04x", c);
            special = escape;
        }
        str_builder_add_cstr(&w->out, special);
    }
    str_builder_add_part(&w->out, s, from, s->length);
    return str_builder_add_point(&w->out, '"');
}

static Value float_text(Writer *w, double d)
{
    if (isfinite(d))
        return float_repr(d);
    if (!w->allow_nan)
        return raise_error(&exc_ValueError, "Out of range float values are not JSON compliant");
    return str_from_cstr(isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
}

/* null, true, a number … as text; VALUE_NULL and *plain false: not one of these. */
static Value plain_text(Writer *w, Value v, bool *plain)
{
    *plain = true;
    if (v == VALUE_NONE || value_is_bool(v))
        return str_from_cstr(v == VALUE_NONE ? "null" : v == VALUE_TRUE ? "true" : "false");
    if (value_is_int(v))
        return int_to_str(int_plain(v), 10);
    if (value_is_float(v))
        return float_text(w, float_value(v));
    *plain = false;
    return VALUE_NULL;
}

static int add_text_steal(Writer *w, Value text) { return text ? str_builder_add_steal(&w->out, text) : -1; }

static void new_line(Writer *w, int64_t level)
{
    if (!w->indent)
        return;
    str_builder_add_point(&w->out, '\n');
    for (int64_t i = 0; i < level; i++)
        str_builder_add_value(&w->out, w->indent);
}

static void separate(Writer *w, bool first, int64_t level)
{
    if (!first)
        str_builder_add_value(&w->out, w->item_separator);
    if (first || w->indent)
        new_line(w, level);
}

static int write_list(Writer *w, Value items, int64_t level)
{
    bool list = value_is_list(items);
#define COUNT (list ? as_list(items)->length : as_tuple(items)->length)
    if (COUNT == 0)
        return str_builder_add_cstr(&w->out, "[]");
    str_builder_add_point(&w->out, '[');
    for (int64_t i = 0; i < COUNT; i++) {
        Value item = value_retain(list ? as_list(items)->items[i] : as_tuple(items)->items[i]);
        separate(w, i == 0, level + 1);
        int status = write_any(w, item, level + 1);
        value_release(item);
        if (status < 0)
            return -1;
    }
#undef COUNT
    new_line(w, level);
    return str_builder_add_point(&w->out, ']');
}

/* 1 written, 0 skipped, -1. */
static int write_key(Writer *w, Value key, bool first, int64_t level)
{
    bool plain = true;
    Value text = value_is_str(key) ? value_retain(key) : plain_text(w, key, &plain);
    if (!text && !plain) {
        if (w->skip_keys)
            return 0;
        raise_error(&exc_TypeError, "keys must be str, int, float, bool or None, not %T", key);
    }
    if (!text)
        return -1;
    separate(w, first, level);
    int status = write_string(w, as_str(text));
    value_release(text);
    return status < 0 || str_builder_add_value(&w->out, w->key_separator) < 0 ? -1 : 1;
}

static int write_pairs(Writer *w, List *pairs, int64_t level)
{
    bool first = true;
    for (int64_t i = 0; i < pairs->length; i++) {
        Tuple *pair = as_tuple(pairs->items[i]);
        int written = write_key(w, pair->items[0], first, level + 1);
        if (written < 0 || (written && write_any(w, pair->items[1], level + 1) < 0))
            return -1;
        first = first && !written;
    }
    if (!first)
        new_line(w, level);
    return 0;
}

static int write_dict(Writer *w, Value dict, int64_t level)
{
    if (as_dict(dict)->length == 0)
        return str_builder_add_cstr(&w->out, "{}");
    Value view = dict_view_new(&type_dict_items, dict);
    Value pairs = view ? list_from_iterable(view) : VALUE_NULL;
    value_release_null(view);
    if (!pairs)
        return -1;
    int status = w->sort_keys ? list_sort(as_list(pairs), VALUE_NULL, false) : 0;
    if (status == 0) {
        str_builder_add_point(&w->out, '{');
        status = write_pairs(w, as_list(pairs), level);
        str_builder_add_point(&w->out, '}');
    }
    value_release(pairs);
    return status;
}

/* Marks a container as being written: its id, or VALUE_NULL: none is kept, or a cycle (raised). */
static Value enter(Writer *w, Value v)
{
    if (!w->active)
        return VALUE_NULL;
    Value id = int_from_uint64(v);
    int inside = id ? dict_contains(as_dict(w->active), id) : -1;
    if (inside > 0)
        raise_error(&exc_ValueError, "Circular reference detected");
    if (inside || dict_set(as_dict(w->active), id, v) < 0) {
        value_release_null(id);
        return VALUE_NULL;
    }
    return id;
}

static int write_container(Writer *w, Value v, int64_t level)
{
    if (thread_check_c_stack(" while encoding a JSON object") < 0)
        return -1;
    Value id = enter(w, v);
    if (w->active && !id)
        return -1;
    int status;
    if (--thread_current->recursion_left < 0) {
        raise_error(&exc_RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
        status = -1;
    } else if (value_is_dict(v)) {
        status = write_dict(w, v, level);
    } else if (value_is_list(v) || value_is_tuple(v)) {
        status = write_list(w, v, level);
    } else {
        Value other = call_value1(w->fallback, v);
        status = other ? write_any(w, other, level) : -1;
        value_release_null(other);
    }
    thread_current->recursion_left++;
    if (id && status == 0)
        dict_delete(as_dict(w->active), id);
    value_release_null(id);
    return status;
}

static int write_any(Writer *w, Value v, int64_t level)
{
    bool plain;
    if (value_is_str(v))
        return write_string(w, as_str(v));
    Value text = plain_text(w, v, &plain);
    return plain ? add_text_steal(w, text) : write_container(w, v, level);
}

/* write(value, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, default, sort_keys) → str */
static Value json_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    Writer w = {.skip_keys = args[1] == VALUE_TRUE, .ascii = args[2] == VALUE_TRUE, .allow_nan = args[4] == VALUE_TRUE, .sort_keys = args[9] == VALUE_TRUE,
                .indent = none_to_null(args[5]), .item_separator = args[6], .key_separator = args[7], .fallback = args[8]};
    if (!value_is_str(args[6]) || !value_is_str(args[7]) || (w.indent && !value_is_str(w.indent)))
        return raise_error(&exc_TypeError, "separators and indent must be str");
    if (args[3] == VALUE_TRUE && !(w.active = dict_new()))
        return VALUE_NULL;
    str_builder_init(&w.out);
    int status = write_any(&w, args[0], 0);
    value_release_null(w.active);
    if (status == 0)
        return str_builder_finish(&w.out);
    str_builder_discard(&w.out);
    return VALUE_NULL;
}

static const NativeDef functions[] = {{"scan", json_scan, 9, 9, 0}, {"write", json_write, 10, 10, 0}, {0}};

Value module_json_init(void) { return module_from_parts("_json", functions, NULL, 0); }
