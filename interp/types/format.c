/* format.c: format(), f-string fields, str.__format__ and str.format. See format.h. */
#include "types/format.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "names.h"
#include "types/float.h"
#include "types/format_number.h"
#include "types/int.h"
#include "types/str_builder.h"
#include "types/tuple.h"

#define MAX_NESTING 2

/* ---- one value by one specification ---- */

static Value format_plain(Value v) /* format(v, '') */
{
    const Type *type = type_of(v);
    if (type == &type_str)
        return value_retain(v);
    if (type == &type_int || type == &type_float)
        return value_str(v);
    return VALUE_NULL; /* nothing pending: not one of these */
}

Value value_format(Value v, Value spec)
{
    bool empty = !spec || as_str(spec)->length == 0;
    const Type *type = type_of(v);
    FormatSpec parsed;
    if (empty) {
        Value plain = format_plain(v);
        if (plain || exc_pending())
            return plain;
    } else if (type == &type_str) {
        return str_format_spec(v, spec);
    } else if (type == &type_int || type == &type_float) {
        if (format_spec_parse(spec, v, &parsed) < 0)
            return VALUE_NULL;
        return type == &type_int ? format_int(v, &parsed) : format_float(v, &parsed);
    }
    Value argument = spec ? value_retain(spec) : str_empty();
    bool found;
    Value result = call_special(v, name___format__, &argument, 1, &found);
    value_release(argument);
    if (!result) {
        if (!found && !exc_pending())
            raise_error(&exc_TypeError, "Type %.100T doesn't define __format__", v);
        return VALUE_NULL;
    }
    if (value_is_str(result))
        return result;
    raise_error(&exc_TypeError, "__format__ must return a str, not %.200T", result);
    value_release(result);
    return VALUE_NULL;
}

static Value convert(Value v, int conversion)
{
    switch (conversion) {
    case 'r': return value_repr(v);
    case 's': return value_str(v);
    case 'a': return value_ascii(v);
    default: return value_retain(v);
    }
}

Value value_format_converted(Value v, int conversion, Value spec_or_null)
{
    if (!conversion)
        return value_format(v, spec_or_null);
    Value converted = convert(v, conversion);
    if (!converted || !spec_or_null)
        return converted;
    Value result = value_format(converted, spec_or_null);
    value_release(converted);
    return result;
}

Value str_format_spec(Value v, Value spec)
{
    FormatSpec parsed;
    if (as_str(spec)->length == 0)
        return value_str(v);
    if (format_spec_parse(spec, v, &parsed) < 0)
        return VALUE_NULL;
    if (parsed.type && parsed.type != 's')
        return format_unknown_code(parsed.type, v);
    if (parsed.sign == ' ')
        return raise_error(&exc_ValueError, "Space not allowed in string format specifier");
    if (parsed.sign)
        return raise_error(&exc_ValueError, "Sign not allowed in string format specifier");
    if (parsed.no_negative_zero)
        return raise_error(&exc_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (parsed.alternate)
        return raise_error(&exc_ValueError, "Alternate form (#) not allowed in string format specifier");
    if (parsed.align == '=')
        return raise_error(&exc_ValueError, "'=' alignment not allowed in string format specifier");
    if (parsed.grouping)
        return raise_error(&exc_ValueError, "Cannot specify '%c' with 's'.", parsed.grouping);
    int64_t length = as_str(v)->length;
    Value cut = str_substring(v, 0, parsed.precision >= 0 && parsed.precision < length ? parsed.precision : length);
    if (!cut || parsed.width <= as_str(cut)->length)
        return cut;
    Value result = format_pad(cut, &parsed, '<');
    value_release(cut);
    return result;
}

/* ---- str.format ---- */

/* Where fields get their values, and how they are numbered. */
typedef struct FormatCall {
    const Value *args;
    int nargs;
    Value kwnames; /* tuple or VALUE_NULL: names of the values behind args */
    Value mapping; /* format_map: looked up instead of the above */
    enum { NUMBERING_OPEN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } numbering;
    int64_t next_automatic;
} FormatCall;

/* A part of the format string. */
typedef struct Span {
    const Str *text;
    int64_t at, end;
} Span;

/* One "{name!c:spec}". */
typedef struct Field {
    Span name, spec;
    uint32_t conversion; /* 0: none */
    bool spec_has_fields;
} Field;

static int parse_spec(Span *in, Field *field)
{
    field->spec.at = in->at;
    int depth = 1;
    while (in->at < in->end) {
        uint32_t c = str_point_at(in->text, in->at++);
        if (c == '{') {
            field->spec_has_fields = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec.end = in->at - 1;
            return 0;
        }
    }
    return raise_error_int(&exc_ValueError, "unmatched '{' in format spec");
}

/* `in` stands behind the opening brace; afterwards behind the closing one. */
static int parse_field(Span *in, Field *field)
{
    uint32_t c = 0;
    *field = (Field){ .name = *in, .spec = { in->text, 0, 0 } };
    while (in->at < in->end) {
        c = str_point_at(in->text, in->at++);
        if (c == '{')
            return raise_error_int(&exc_ValueError, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!')
            break;
        if (c == '[')
            while (in->at < in->end && str_point_at(in->text, in->at) != ']')
                in->at++;
    }
    field->name.end = in->at - 1;
    if (c == '}')
        return 0;
    if (c == '!') {
        if (in->at >= in->end)
            return raise_error_int(&exc_ValueError, "end of string while looking for conversion specifier");
        field->conversion = str_point_at(in->text, in->at++);
        if (in->at < in->end) {
            c = str_point_at(in->text, in->at++);
            if (c == '}')
                return 0;
            if (c != ':')
                return raise_error_int(&exc_ValueError, "expected ':' after conversion specifier");
        }
    } else if (c != ':') {
        return raise_error_int(&exc_ValueError, "expected '}' before end of string");
    }
    return parse_spec(in, field);
}

/* The span as a number: -1 when it is none, -2 with ValueError when too large. */
static int64_t span_number(Span s)
{
    if (s.at == s.end)
        return -1;
    int64_t number = 0;
    for (int64_t i = s.at; i < s.end; i++) {
        uint32_t c = str_point_at(s.text, i);
        if (c < '0' || c > '9')
            return -1;
        if (number > (INT64_MAX - 9) / 10)
            return raise_error_int(&exc_ValueError, "Too many decimal digits in format string") - 1;
        number = number * 10 + (c - '0');
    }
    return number;
}

static Value span_text(Span s) { return str_substring(value_of(s.text), s.at, s.end); }

static int64_t number_automatically(FormatCall *call, bool manual)
{
    if (call->numbering == NUMBERING_OPEN)
        call->numbering = manual ? NUMBERING_MANUAL : NUMBERING_AUTOMATIC;
    else if (manual && call->numbering == NUMBERING_AUTOMATIC)
        return raise_error_int(&exc_ValueError, "cannot switch from automatic field numbering to manual field specification");
    else if (!manual && call->numbering == NUMBERING_MANUAL)
        return raise_error_int(&exc_ValueError, "cannot switch from manual field specification to automatic field numbering");
    return manual ? 0 : call->next_automatic++;
}

static Value keyword_value(FormatCall *call, Span name)
{
    Value key = span_text(name), found = VALUE_NULL;
    if (!key)
        return VALUE_NULL;
    if (call->mapping) {
        found = value_getitem(call->mapping, key);
    } else {
        int64_t count = call->kwnames ? as_tuple(call->kwnames)->length : 0;
        for (int64_t i = 0; i < count && !found; i++)
            if (str_equal(as_str(as_tuple(call->kwnames)->items[i]), as_str(key)))
                found = value_retain(call->args[call->nargs + i]);
        if (!found)
            raise_value(&exc_KeyError, key);
    }
    value_release(key);
    return found;
}

static Value first_value(FormatCall *call, Span name)
{
    int64_t index = span_number(name);
    bool empty = name.at == name.end;
    if (index == -2)
        return VALUE_NULL;
    if (index == -1 && !empty)
        return keyword_value(call, name);
    if (call->mapping)
        return raise_error(&exc_ValueError, "Format string contains positional fields");
    int64_t automatic = number_automatically(call, !empty);
    if (automatic < 0)
        return VALUE_NULL;
    if (empty)
        index = automatic;
    if (index >= call->nargs)
        return raise_error(&exc_IndexError, "Replacement index %lld out of range for positional args tuple", (long long)index);
    return value_retain(call->args[index]);
}

/* The accessor at *at ("." or "[") of the object. */
static Value next_accessor(Span name, int64_t *at, Value object)
{
    uint32_t c = str_point_at(name.text, (*at)++);
    Span part = { name.text, *at, *at };
    if (c != '.' && c != '[')
        return raise_error(&exc_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    while (part.end < name.end) {
        uint32_t d = str_point_at(name.text, part.end);
        if (c == '[' ? d == ']' : d == '.' || d == '[')
            break;
        part.end++;
    }
    if (c == '[' && part.end == name.end)
        return raise_error(&exc_ValueError, "Missing ']' in format string");
    *at = part.end + (c == '[');
    if (part.at == part.end)
        return raise_error(&exc_ValueError, "Empty attribute in format string");
    int64_t index = c == '[' ? span_number(part) : -1;
    if (index == -2)
        return VALUE_NULL;
    Value key = index >= 0 ? int_from_int64(index) : span_text(part);
    if (!key)
        return VALUE_NULL;
    Value result = c == '[' ? value_getitem(object, key) : value_getattr(object, as_str(key));
    value_release(key);
    return result;
}

static Value field_value(FormatCall *call, Span name)
{
    Span first = { name.text, name.at, name.at };
    while (first.end < name.end && str_point_at(name.text, first.end) != '.' && str_point_at(name.text, first.end) != '[')
        first.end++;
    Value object = first_value(call, first);
    for (int64_t at = first.end; object && at < name.end;) {
        Value next = next_accessor(name, &at, object);
        value_release(object);
        object = next;
    }
    return object;
}

static int format_into(StrBuilder *b, FormatCall *call, Span in, int nesting);

static int add_field(StrBuilder *b, FormatCall *call, const Field *field, int nesting)
{
    Value object = field_value(call, field->name), spec = VALUE_NULL, text = VALUE_NULL;
    if (!object)
        return -1;
    if (field->conversion) {
        uint32_t c = field->conversion;
        Value converted = VALUE_NULL;
        if (c == 'r' || c == 's' || c == 'a')
            converted = convert(object, (int)c);
        else
            raise_error(&exc_ValueError, c > 32 && c < 127 ? "Unknown conversion specifier %c" : "Unknown conversion specifier \\x%x", (int)c);
        value_release(object);
        object = converted;
        if (!object)
            return -1;
    }
    if (field->spec_has_fields) {
        StrBuilder inner;
        str_builder_init(&inner);
        if (format_into(&inner, call, field->spec, nesting - 1) == 0)
            spec = str_builder_finish(&inner);
        else
            str_builder_discard(&inner);
    } else {
        Type *type = type_of(object);
        if (field->spec.at == field->spec.end && (type == &type_str || type == &type_int)) {
            int done = str_builder_add_str_of(b, object);
            value_release(object);
            return done;
        }
        spec = span_text(field->spec);
    }
    if (spec) {
        text = value_format(object, spec);
        value_release(spec);
    }
    value_release(object);
    if (!text)
        return -1;
    int result = str_builder_add_value(b, text);
    value_release(text);
    return result;
}

static int format_into(StrBuilder *b, FormatCall *call, Span in, int nesting)
{
    if (nesting <= 0)
        return raise_error_int(&exc_ValueError, "Max string recursion exceeded");
    while (in.at < in.end) {
        int64_t start = in.at;
        uint32_t c = 0;
        while (in.at < in.end && (c = str_point_at(in.text, in.at)) != '{' && c != '}')
            in.at++;
        str_builder_add_part(b, in.text, start, in.at);
        if (in.at == in.end)
            break;
        in.at++;
        bool doubled = in.at < in.end && str_point_at(in.text, in.at) == c;
        if (doubled) {
            str_builder_add_point(b, c);
            in.at++;
            continue;
        }
        if (c == '}')
            return raise_error_int(&exc_ValueError, "Single '}' encountered in format string");
        if (in.at == in.end)
            return raise_error_int(&exc_ValueError, "Single '{' encountered in format string");
        Field field;
        if (parse_field(&in, &field) < 0 || add_field(b, call, &field, nesting) < 0)
            return -1;
    }
    return 0;
}

static Value format_all(Value format, FormatCall *call)
{
    StrBuilder b;
    str_builder_init(&b);
    if (format_into(&b, call, (Span){ as_str(format), 0, as_str(format)->length }, MAX_NESTING) == 0)
        return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_NULL;
}

Value str_format(Value format, const Value *args, int nargs, Value kwnames)
{
    FormatCall call = { .args = args, .nargs = nargs, .kwnames = kwnames };
    return format_all(format, &call);
}

Value str_format_map(Value format, Value mapping)
{
    FormatCall call = { .mapping = mapping };
    return format_all(format, &call);
}
