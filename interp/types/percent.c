/* percent.c: the % operator of str and bytes. Bytes are formatted as Latin-1 text and turned back. */
#include "abstract.h"
#include "exceptions.h"
#include "mem.h"
#include "names.h"
#include "types/bytes_methods.h"
#include "types/float.h"
#include "types/format.h"
#include "types/format_number.h"
#include "types/int.h"
#include "types/memoryview.h"
#include "types/str_builder.h"
#include "types/str_methods.h"
#include "types/str_scan.h"
#include "types/tuple.h"

enum { FLAG_LEFT = 1, FLAG_PLUS = 2, FLAG_SPACE = 4, FLAG_ALTERNATE = 8, FLAG_ZERO = 16 };

/* One conversion specifier. */
typedef struct Spec {
    unsigned flags;
    int64_t width, precision; /* -1: not given */
    uint32_t letter;
    int64_t letter_at;
} Spec;

typedef struct PercentCall {
    const Str *format;
    int64_t at;
    StrBuilder out;
    bool bytes;
    Value mapping; /* the right operand when it can be subscripted by keys, else VALUE_NULL */
    const Value *args;
    int64_t count, next;
    Value keyed;   /* owned: the value of the last "(key)"; it serves once, and from then on only keys do */
    bool keyed_used;
} PercentCall;

static Value next_argument(PercentCall *call) /* borrowed */
{
    if (call->keyed && !call->keyed_used) {
        call->keyed_used = true;
        return call->keyed;
    }
    if (!call->keyed && call->next < call->count)
        return call->args[call->next++];
    return raise_error(&exc_TypeError, "not enough arguments for format string");
}

static int parse_key(PercentCall *call)
{
    if (!call->mapping)
        return raise_error_int(&exc_TypeError, "format requires a mapping");
    int64_t start = ++call->at;
    int depth = 1;
    for (; call->at < call->format->length && depth > 0; call->at++) {
        uint32_t c = str_point_at(call->format, call->at);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth > 0)
        return raise_error_int(&exc_ValueError, "incomplete format key");
    Value key = str_substring(value_of(call->format), start, call->at - 1);
    if (key && call->bytes) {
        Value encoded = str_encode(key, "latin-1", "strict");
        value_release(key);
        key = encoded;
    }
    if (!key)
        return -1;
    value_clear(&call->keyed);
    call->keyed = value_getitem(call->mapping, key);
    value_release(key);
    call->keyed_used = false;
    return call->keyed ? 0 : -1;
}

/* A number or "*"; *out stays when there is neither. */
static int parse_number(PercentCall *call, int64_t *out, const char *name, int64_t most, const char *c_type)
{
    const Str *f = call->format;
    if (call->at < f->length && str_point_at(f, call->at) == '*') {
        call->at++;
        Value v = next_argument(call);
        if (!v)
            return -1;
        if (!value_is_int(v))
            return raise_error_int(&exc_TypeError, "* wants int");
        if (!int_fits_int64(v, out) || *out > most || *out < -most - 1)
            return raise_error_int(&exc_OverflowError, "Python int too large to convert to C %s", c_type);
        return 0;
    }
    while (call->at < f->length) {
        uint32_t c = str_point_at(f, call->at);
        if (c < '0' || c > '9')
            break;
        *out = *out < 0 ? 0 : *out;
        if (*out > (most - 9) / 10)
            return raise_error_int(&exc_ValueError, "%s too big", name);
        *out = *out * 10 + (c - '0');
        call->at++;
    }
    return 0;
}

static uint32_t peek(PercentCall *call) { return call->at < call->format->length ? str_point_at(call->format, call->at) : 0; }

/* call->at stands behind the '%'. */
static int parse_spec(PercentCall *call, Spec *spec)
{
    static const char letters[] = "-+ #0";
    *spec = (Spec){ .width = -1, .precision = -1 };
    if (peek(call) == '(' && parse_key(call) < 0)
        return -1;
    for (uint32_t c; (c = peek(call)) != 0 && c < 128 && strchr(letters, (int)c); call->at++)
        spec->flags |= 1u << (strchr(letters, (int)c) - letters);
    if (parse_number(call, &spec->width, "width", INT64_MAX, "ssize_t") < 0)
        return -1;
    if (spec->width < -1) {
        spec->flags |= FLAG_LEFT;
        spec->width = -spec->width;
    }
    if (peek(call) == '.') {
        call->at++;
        spec->precision = 0;
        if (parse_number(call, &spec->precision, "precision", INT32_MAX, "int") < 0)
            return -1;
        if (spec->precision < 0)
            spec->precision = 0;
    }
    uint32_t modifier = peek(call);
    if (modifier == 'h' || modifier == 'l' || modifier == 'L')
        call->at++;
    if (call->at >= call->format->length)
        return raise_error_int(&exc_ValueError, "incomplete format");
    spec->letter_at = call->at;
    spec->letter = str_point_at(call->format, call->at++);
    return 0;
}

static void add_padded(PercentCall *call, const Spec *spec, const Str *text, int64_t length)
{
    int64_t fill = spec->width - length;
    if (!(spec->flags & FLAG_LEFT))
        str_builder_add_repeated(&call->out, ' ', fill);
    str_builder_add_part(&call->out, text, 0, length);
    if (spec->flags & FLAG_LEFT)
        str_builder_add_repeated(&call->out, ' ', fill);
}

static int add_text_steal(PercentCall *call, const Spec *spec, Value text)
{
    if (!text)
        return -1;
    int64_t length = as_str(text)->length;
    add_padded(call, spec, as_str(text), spec->precision >= 0 && spec->precision < length ? spec->precision : length);
    value_release(text);
    return 0;
}

static Value bytes_argument_text(Value v)
{
    if (value_is_bytes_like(v))
        return str_decode(v, "latin-1", "strict");
    if (value_has_buffer(v)) {
        int64_t size;
        const void *data = buffer_check_open(v) < 0 ? NULL : bytes_buffer(v, &size);
        Value plain = data ? bytes_new(data, (size_t)size) : VALUE_NULL, text = plain ? bytes_argument_text(plain) : VALUE_NULL;
        value_release_null(plain);
        return text;
    }
    bool found;
    Value made = call_special(v, name___bytes__, NULL, 0, &found);
    if (!found && !exc_pending())
        return raise_error(&exc_TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%.100T'", v);
    if (!made)
        return VALUE_NULL;
    Value text = value_is_bytes(made) ? str_decode(made, "latin-1", "strict")
                                      : raise_error(&exc_TypeError, "__bytes__ returned non-bytes (type %.200T)", made);
    value_release(made);
    return text;
}

static int add_character(PercentCall *call, Spec *spec, Value v)
{
    spec->precision = -1;
    if (call->bytes && value_is_bytes_like(v)) {
        if (as_bytes(v)->length == 1)
            return add_text_steal(call, spec, str_from_point(as_bytes(v)->data[0]));
    } else if (!call->bytes && value_is_str(v)) {
        if (as_str(v)->length == 1)
            return add_text_steal(call, spec, value_retain(v));
    } else if (value_is_int(v) || type_of(v)->to_index) {
        Value index = value_index(v);
        if (!index)
            return -1;
        int64_t point = -1;
        bool fits = int_fits_int64(index, &point) && point >= 0 && point < (call->bytes ? 0x100 : 0x110000);
        value_release(index);
        if (!fits)
            return raise_error_int(&exc_OverflowError, call->bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
        return add_text_steal(call, spec, str_from_point((uint32_t)point));
    }
    return raise_error_int(&exc_TypeError, call->bytes ? "%%c requires an integer in range(256) or a single byte" : "%%c requires int or char");
}

/* The int that %d, %x … show. */
static Value integer_argument(const PercentCall *call, Value v, uint32_t letter)
{
    bool decimal = letter == 'd' || letter == 'i' || letter == 'u', supported = false;
    if (value_is_int(v))
        return value_retain(v);
    Value number = VALUE_NULL;
    if (decimal && value_is_float(v)) {
        return int_from_double(float_value(v));
    } else if (decimal && !value_is_str(v)) {
        number = value_to_int(v, &supported);
    } else if (!decimal && type_of(v)->to_index) {
        supported = true;
        number = value_index(v);
    }
    if (number)
        return number;
    if (exc_pending() && !exc_clear_if(&exc_TypeError))
        return VALUE_NULL;
    if (decimal)
        return raise_error(&exc_TypeError, "%%%c format: a real number is required, not %.200T", call->bytes && letter == 'i' ? 'd' : (int)letter, v);
    return raise_error(&exc_TypeError, "%%%c format: an integer is required, not %.200T", (int)letter, v);
}

/* Digits with an optional minus sign, laid out: sign, prefix, zeros, digits. */
static void add_number(PercentCall *call, const Spec *spec, const char *text, size_t length, const char *prefix, int64_t least_digits)
{
    char sign = *text == '-' ? '-' : spec->flags & FLAG_PLUS ? '+' : spec->flags & FLAG_SPACE ? ' ' : 0;
    if (*text == '-') {
        text++;
        length--;
    }
    int64_t zeros = least_digits > (int64_t)length ? least_digits - (int64_t)length : 0;
    int64_t fill = spec->width - (int64_t)length - zeros - (int64_t)strlen(prefix) - (sign != 0);
    if (fill > 0 && spec->flags & FLAG_ZERO && !(spec->flags & FLAG_LEFT)) {
        zeros += fill;
        fill = 0;
    }
    if (!(spec->flags & FLAG_LEFT))
        str_builder_add_repeated(&call->out, ' ', fill);
    if (sign)
        str_builder_add_point(&call->out, (uint32_t)sign);
    str_builder_add_cstr(&call->out, prefix);
    str_builder_add_repeated(&call->out, '0', zeros);
    str_builder_add_utf8(&call->out, text, length);
    if (spec->flags & FLAG_LEFT)
        str_builder_add_repeated(&call->out, ' ', fill);
}

static int add_small_decimal(PercentCall *call, const Spec *spec, int64_t i)
{
    char text[INT64_TEXT_SIZE];
    const char *p = int64_text(text, i);
    add_number(call, spec, p, (size_t)(text + sizeof text - p), "", spec->precision);
    return 0;
}

static int add_integer(PercentCall *call, const Spec *spec, Value v)
{
    uint32_t letter = spec->letter;
    int base = letter == 'x' || letter == 'X' ? 16 : letter == 'o' ? 8 : 10;
    if (base == 10 && value_is_small_int(v))
        return add_small_decimal(call, spec, value_small_int(v));
    Value number = integer_argument(call, v, letter);
    if (!number)
        return -1;
    size_t length;
    char *text = int_to_text(number, base, &length);
    value_release(number);
    if (!text)
        return -1;
    if (letter == 'X')
        for (size_t i = 0; i < length; i++)
            if (text[i] >= 'a' && text[i] <= 'f')
                text[i] -= 32;
    bool alternate = spec->flags & FLAG_ALTERNATE;
    const char *prefix = !alternate ? "" : letter == 'x' ? "0x" : letter == 'X' ? "0X" : letter == 'o' ? "0o" : "";
    add_number(call, spec, text, length, prefix, spec->precision);
    mem_free_raw(text);
    return 0;
}

static int add_float(PercentCall *call, const Spec *spec, Value v)
{
    double d;
    if (value_as_double(v, &d) < 0) {
        if (call->bytes) /* whatever the reason */
            raise_error(&exc_TypeError, "float argument required, not %.200T", v);
        return -1;
    }
    char *text = float_to_text(d, (char)spec->letter, spec->precision < 0 ? 6 : spec->precision,
                               spec->flags & FLAG_ALTERNATE ? FLOAT_TEXT_ALTERNATE : 0);
    if (!text)
        return -1;
    add_number(call, spec, text, strlen(text), "", -1);
    mem_free_raw(text);
    return 0;
}

static void add_bytes(PercentCall *call, const Bytes *bytes)
{
    int64_t ascii = (int64_t)scan_ascii_prefix(bytes->data, (size_t)bytes->length);
    str_builder_add_utf8(&call->out, (const char *)bytes->data, (size_t)ascii);
    for (int64_t i = ascii; i < bytes->length; i++)
        str_builder_add_point(&call->out, bytes->data[i]);
}

/* "%s" and "%d" without anything between: 1 done, 0 not such a case, -1 exception. */
static int add_simple(PercentCall *call)
{
    uint32_t letter = peek(call);
    if ((letter != 's' && letter != 'd') || call->keyed || call->next >= call->count)
        return 0;
    Value v = call->args[call->next];
    if (letter == 'd' && value_is_small_int(v)) {
        str_builder_add_int64(&call->out, value_small_int(v));
    } else if (letter == 's' && call->bytes && value_is_bytes_like(v)) {
        add_bytes(call, as_bytes(v));
    } else if (letter == 's' && !call->bytes) {
        if (str_builder_add_str_of(&call->out, v) < 0)
            return -1;
    } else {
        return 0;
    }
    call->next++;
    call->at++;
    return 1;
}

static int add_conversion(PercentCall *call)
{
    Spec spec;
    int simple = add_simple(call);
    if (simple)
        return simple < 0 ? -1 : 0;
    if (parse_spec(call, &spec) < 0)
        return -1;
    Value v = next_argument(call);
    if (!v)
        return -1;
    switch (spec.letter) {
    case 's':
        return add_text_steal(call, &spec, call->bytes ? bytes_argument_text(v) : value_str(v));
    case 'b':
        if (!call->bytes)
            break;
        return add_text_steal(call, &spec, bytes_argument_text(v));
    case 'r':
        return add_text_steal(call, &spec, call->bytes ? value_ascii(v) : value_repr(v));
    case 'a':
        return add_text_steal(call, &spec, value_ascii(v));
    case 'c':
        return add_character(call, &spec, v);
    case 'd': case 'i': case 'u': case 'x': case 'X': case 'o':
        return add_integer(call, &spec, v);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        return add_float(call, &spec, v);
    default:
        break;
    }
    return raise_error_int(&exc_ValueError, "unsupported format character '%c' (0x%x) at index %lld",
                           spec.letter > 31 && spec.letter < 127 ? (int)spec.letter : '?', spec.letter, (long long)spec.letter_at);
}

static int format_all(PercentCall *call)
{
    const Str *f = call->format;
    while (call->at < f->length) {
        int64_t start = call->at;
        while (call->at < f->length && str_point_at(f, call->at) != '%')
            call->at++;
        str_builder_add_part(&call->out, f, start, call->at);
        if (call->at == f->length)
            break;
        call->at++;
        if (peek(call) == '%') {
            str_builder_add_point(&call->out, '%');
            call->at++;
        } else if (call->at == f->length) {
            return raise_error_int(&exc_ValueError, "incomplete format");
        } else if (add_conversion(call) < 0) {
            return -1;
        }
    }
    if (call->next < call->count && !call->mapping)
        return raise_error_int(&exc_TypeError, "not all arguments converted during %s formatting", call->bytes ? "bytes" : "string");
    return 0;
}

static Value percent(Value format, Value args, bool bytes)
{
    PercentCall call = { .format = as_str(format), .bytes = bytes, .args = &args, .count = 1 };
    if (value_is_tuple(args)) {
        call.args = as_tuple(args)->items;
        call.count = as_tuple(args)->length;
    } else if (type_of(args)->getitem && !value_is_str(args) && !(bytes && value_is_bytes_like(args))) {
        call.mapping = args;
    }
    str_builder_init(&call.out);
    int done = format_all(&call);
    value_release_null(call.keyed);
    if (done == 0)
        return str_builder_finish(&call.out);
    str_builder_discard(&call.out);
    return VALUE_NULL;
}

Value str_percent(Value format, Value args) { return percent(format, args, false); }

Value bytes_percent(Value format, Value args)
{
    Value text = str_decode(format, "latin-1", "strict");
    if (!text)
        return VALUE_NULL;
    Value result = percent(text, args, true);
    value_release(text);
    if (!result)
        return VALUE_NULL;
    Str *s = as_str(result); /* Latin-1 throughout: the characters are the bytes */
    Value encoded = bytes_like_new(format, s->data, (size_t)s->length);
    value_release(result);
    return encoded;
}
