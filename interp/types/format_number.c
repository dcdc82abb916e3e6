/* format_number.c: numbers laid out by the format mini-language. */
#include "format_number.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "float_text.h"
#include "int.h"
#include "mem.h"
#include "types/str.h"
#include "types/str_builder.h"

/* ---- parsing ---- */

static bool is_align(uint32_t point)
{
    return point == '<' || point == '>' || point == '=' || point == '^';
}

/* Decimal number at *pos: its value, -1 when there is none, -2 when it is too large. */
static int64_t parse_number(const Str *s, int64_t *pos)
{
    int64_t value = -1;
    for (; *pos < s->length; ++*pos) {
        int digit = unicode_decimal(str_point_at(s, *pos));
        if (digit < 0)
            break;
        if (value < 0)
            value = 0;
        if (value > (INT64_MAX - digit) / 10)
            return -2;
        value = value * 10 + digit;
    }
    return value;
}

static int raise_separator(char separator, uint32_t type)
{
    if (type > 32 && type < 128)
        return raise_error_int(&exc_ValueError, "Cannot specify '%c' with '%c'.", separator, (int)type);
    return raise_error_int(&exc_ValueError, "Cannot specify '%c' with '\\x%x'.", separator, type);
}

static int raise_both_separators(void)
{
    return raise_error_int(&exc_ValueError, "Cannot specify both ',' and '_'.");
}

int format_spec_parse(Value text, Value object, FormatSpec *spec)
{
    const Str *s = as_str(text);
    int64_t pos = 0, end = s->length;
    *spec = (FormatSpec){ .fill = ' ', .width = -1, .precision = -1 };
    bool fill_given = false;
#define POINT (pos < end ? str_point_at(s, pos) : 0)
    if (end >= 2 && is_align(str_point_at(s, 1))) {
        spec->fill = str_point_at(s, 0);
        spec->align = (char)str_point_at(s, 1);
        fill_given = true;
        pos = 2;
    } else if (is_align(POINT)) {
        spec->align = (char)POINT;
        pos = 1;
    }
    if (POINT == '+' || POINT == '-' || POINT == ' ')
        spec->sign = (char)str_point_at(s, pos++);
    if (POINT == 'z') {
        spec->no_negative_zero = true;
        pos++;
    }
    if (POINT == '#') {
        spec->alternate = true;
        pos++;
    }
    if (!fill_given && POINT == '0') {
        spec->fill = '0';
        spec->zero = true;
        if (!spec->align && !value_is_str(object))
            spec->align = '=';
        pos++;
    }
    if ((spec->width = parse_number(s, &pos)) == -2)
        return raise_error_int(&exc_ValueError, "Too many decimal digits in format string");
    if (POINT == ',') {
        spec->grouping = ',';
        pos++;
    }
    if (POINT == '_') {
        if (spec->grouping)
            return raise_both_separators();
        spec->grouping = '_';
        pos++;
    }
    if (POINT == ',' && spec->grouping == '_')
        return raise_both_separators();
    if (POINT == '.') {
        pos++;
        spec->precision = parse_number(s, &pos);
        if (spec->precision == -2)
            return raise_error_int(&exc_ValueError, "Too many decimal digits in format string");
        if (spec->precision == -1)
            return raise_error_int(&exc_ValueError, "Format specifier missing precision");
    }
    if (end - pos > 1)
        return raise_error_int(&exc_ValueError, "Invalid format specifier '%S' for object of type '%T'", text, object);
    spec->type = POINT;
#undef POINT
    if (spec->grouping) {
        uint32_t type = spec->type ? spec->type : value_is_str(object) ? 's' : 0;
        bool decimal = type == 0 || (type < 128 && strchr("defgEG%F", (int)type));
        bool binary = spec->grouping == '_' && type < 128 && type && strchr("boxX", (int)type);
        if (!decimal && !binary)
            return raise_separator(spec->grouping, type);
    }
    return 0;
}

Value format_unknown_code(uint32_t code, Value object)
{
    if (code > 32 && code < 128)
        return raise_error(&exc_ValueError, "Unknown format code '%c' for object of type '%T'", (int)code, object);
    return raise_error(&exc_ValueError, "Unknown format code '\\x%x' for object of type '%T'", code, object);
}

/* ---- layout ---- */

Value format_pad(Value str, const FormatSpec *spec, char default_align)
{
    int64_t padding = spec->width - as_str(str)->length;
    if (padding <= 0)
        return value_retain(str);
    char align = spec->align ? spec->align : default_align;
    int64_t left = align == '>' || align == '=' ? padding : align == '^' ? padding / 2 : 0;
    StrBuilder b;
    str_builder_init(&b);
    str_builder_add_repeated(&b, spec->fill, left);
    str_builder_add_value(&b, str);
    str_builder_add_repeated(&b, spec->fill, padding - left);
    return str_builder_finish(&b);
}

/* The pieces of a number: sign, prefix ("0x"), digits to be grouped, rest (".5e+10", "%"). */
typedef struct Pieces {
    char sign; /* or 0 */
    char prefix[3];
    const char *digits;
    int64_t digit_count;
    const char *rest;
    int64_t rest_length;
} Pieces;

/* Length of n digits with separators after every `group` of them. */
static int64_t grouped_length(int64_t n, int group)
{
    return group && n ? n + (n - 1) / group : n;
}

static Value lay_out(const Pieces *p, const FormatSpec *spec)
{
    int group = !spec->grouping ? 0 : spec->type && spec->type < 128 && strchr("boxX", (int)spec->type) ? 4 : 3;
    int64_t fixed = (p->sign != 0) + (int64_t)strlen(p->prefix) + p->rest_length;
    char align = spec->align ? spec->align : '>';
    int64_t zeros = 0; /* leading ones that take part in the grouping */
    if (spec->fill == '0' && align == '=' && p->digit_count) {
        int64_t room = spec->width - fixed;
        if (!group)
            zeros = room > p->digit_count ? room - p->digit_count : 0;
        else
            while (grouped_length(p->digit_count + zeros, group) < room)
                zeros++;
    }
    int64_t count = p->digit_count + zeros;
    int64_t padding = spec->width - fixed - grouped_length(count, group);
    if (padding < 0)
        padding = 0;
    int64_t left = align == '>' ? padding : align == '^' ? padding / 2 : 0;
    int64_t inner = align == '=' ? padding : 0;
    StrBuilder b;
    str_builder_init(&b);
    str_builder_add_repeated(&b, spec->fill, left);
    if (p->sign)
        str_builder_add_point(&b, (uint32_t)p->sign);
    str_builder_add_cstr(&b, p->prefix);
    str_builder_add_repeated(&b, spec->fill, inner);
    if (group) {
        for (int64_t i = 0; i < count; i++) {
            if (i && (count - i) % group == 0)
                str_builder_add_point(&b, (uint32_t)spec->grouping);
            str_builder_add_point(&b, i < zeros ? '0' : (uint32_t)p->digits[i - zeros]);
        }
    } else {
        str_builder_add_repeated(&b, '0', zeros);
        str_builder_add_utf8(&b, p->digits, (size_t)p->digit_count);
    }
    str_builder_add_utf8(&b, p->rest, (size_t)p->rest_length);
    str_builder_add_repeated(&b, spec->fill, padding - left - inner);
    return str_builder_finish(&b);
}

static char sign_of(bool negative, const FormatSpec *spec)
{
    return negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

/* ---- ints ---- */

static Value format_character(Value v, const FormatSpec *spec)
{
    if (spec->sign)
        return raise_error(&exc_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return raise_error(&exc_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t point;
    if (int_as_int64(v, &point) < 0)
        return VALUE_NULL;
    if (point < 0 || point > 0x10ffff)
        return raise_error(&exc_OverflowError, "%%c arg not in range(0x110000)");
    Value str = str_from_point((uint32_t)point);
    if (!str)
        return VALUE_NULL;
    Value padded = format_pad(str, spec, '>');
    value_release(str);
    return padded;
}

static Value format_double(double d, const FormatSpec *spec);

Value format_int(Value v, const FormatSpec *spec)
{
    int base = 10;
    switch (spec->type) {
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': {
        double d = int_as_double(v);
        return d == -1.0 && exc_pending() ? VALUE_NULL : format_double(d, spec);
    }
    case 0: case 'd': case 'n': case 'c': break;
    case 'b': base = 2; break;
    case 'o': base = 8; break;
    case 'x': case 'X': base = 16; break;
    default: return format_unknown_code(spec->type, v);
    }
    if (spec->precision >= 0)
        return raise_error(&exc_ValueError, "Precision not allowed in integer format specifier");
    if (spec->no_negative_zero)
        return raise_error(&exc_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec->type == 'c')
        return format_character(v, spec);
    if (spec->width < 0 && !spec->sign && !spec->grouping && base == 10)
        return int_to_str(v, 10);
    size_t length;
    char *text = int_to_text(v, base, &length);
    if (!text)
        return VALUE_NULL;
    bool negative = *text == '-';
    Pieces pieces = { .sign = sign_of(negative, spec), .digits = text + negative, .digit_count = (int64_t)length - negative };
    if (spec->alternate && base != 10) {
        pieces.prefix[0] = '0';
        pieces.prefix[1] = (char)spec->type;
    }
    if (spec->type == 'X')
        for (char *c = text; *c; c++)
            if (*c >= 'a')
                *c = (char)(*c - 'a' + 'A');
    pieces.rest = "";
    Value str = lay_out(&pieces, spec);
    mem_free_raw(text);
    return str;
}

/* ---- floats ---- */

enum { DOUBLE_DIGITS = 1100 }; /* no double has more of them after its point, nor from its first to its last: zeros follow */

/* printf into a fresh buffer, by a format whose last letter is e, f or g. Zeros that a long precision asks for are ours: printf makes them digit by digit. */
static char *print_double(const char *format, int precision, double d)
{
    int digits = precision < DOUBLE_DIGITS ? precision : DOUBLE_DIGITS;
    size_t zeros = format[strlen(format) - 1] == 'g' ? 0 : (size_t)(precision - digits);
    int length = snprintf(NULL, 0, format, digits, d);
    char *text = length < 0 ? NULL : mem_alloc_raw((size_t)length + zeros + 4); /* the caller may append ".0" or "%" */
    if (!text)
        return raise_no_memory(), NULL;
    snprintf(text, (size_t)length + 1, format, digits, d);
    if (zeros) {
        char *exponent = strchr(text, 'e'), *end = exponent ? exponent : text + length;
        memmove(end + zeros, end, (size_t)(text + length + 1 - end));
        memset(end, '0', zeros);
    }
    return text;
}

/* The same as "%.*f" of C, by integer arithmetic where that is enough. */
static char *print_fixed(double d, int precision, bool alternate)
{
    uint64_t scaled;
    if (!float_scale_decimal(fabs(d), precision < 20 ? precision : 20, &scaled))
        return print_double(alternate ? "%#.*f" : "%.*f", precision, d);
    char *text = mem_alloc_raw(48);
    if (!text)
        return raise_no_memory(), NULL;
    char reversed[24] = "";
    int count = 0;
    for (; scaled || count <= precision; scaled /= 10)
        reversed[count++] = (char)('0' + scaled % 10);
    char *p = text;
    if (signbit(d))
        *p++ = '-';
    while (count > precision)
        *p++ = reversed[--count];
    if (precision || alternate)
        *p++ = '.';
    while (count)
        *p++ = reversed[--count];
    *p = '\0';
    return text;
}

/* Position of the decimal point among the first `digits` digits of d, rounded; INT_MIN: MemoryError. */
static int point_position(double d, int digits)
{
    char *text = print_double("%.*e", (digits < DOUBLE_DIGITS ? digits : DOUBLE_DIGITS) - 1, d);
    int point = text ? atoi(strchr(text, 'e') + 1) + 1 : INT_MIN;
    mem_free_raw(text);
    return point;
}

/* Exponential form with `precision` digits without trailing zeros, where C's %g would be positional. */
static char *print_exponential(double d, int precision, bool alternate)
{
    char *text = print_double(alternate ? "%#.*e" : "%.*e", precision - 1, d);
    char *exponent = text ? strchr(text, 'e') : NULL;
    if (!text || alternate || !memchr(text, '.', (size_t)(exponent - text)))
        return text;
    char *end = exponent;
    while (end[-1] == '0')
        end--;
    if (end[-1] == '.')
        end--;
    memmove(end, exponent, strlen(exponent) + 1);
    return text;
}

char *float_to_text(double d, char letter, int64_t precision, unsigned flags)
{
    bool upper = letter >= 'A' && letter <= 'Z';
    char lower = (char)(letter | 0x20);
    bool alternate = flags & FLOAT_TEXT_ALTERNATE;
    if (precision > INT_MAX) {
        raise_error(&exc_ValueError, "precision too big");
        return NULL;
    }
    if (!isfinite(d)) {
        char *text = mem_alloc_raw(8);
        if (!text)
            return raise_no_memory(), NULL;
        const char *word = isnan(d) ? (upper ? "NAN" : "nan") : d < 0 ? (upper ? "-INF" : "-inf") : (upper ? "INF" : "inf");
        return memcpy(text, word, strlen(word) + 1);
    }
    int digits = (int)precision;
    char *text;
    if (lower == 'r') {
        text = mem_alloc_raw(FLOAT_REPR_SIZE + 4);
        if (!text)
            return raise_no_memory(), NULL;
        float_repr_text(d, text);
        size_t length = strlen(text);
        if (!(flags & FLOAT_TEXT_DOT_ZERO) && length > 2 && strcmp(text + length - 2, ".0") == 0)
            text[length - (alternate ? 1 : 2)] = '\0';
        char *exponent = alternate ? strchr(text, 'e') : NULL;
        if (exponent && !strchr(text, '.')) {
            memmove(exponent + 1, exponent, strlen(exponent) + 1);
            *exponent = '.';
        }
    } else if (lower == 'g') {
        if (digits == 0)
            digits = 1;
        int point = alternate || flags & FLOAT_TEXT_DOT_ZERO ? point_position(d, digits) : 0;
        if (point == INT_MIN)
            return NULL;
        if (flags & FLOAT_TEXT_DOT_ZERO && point == digits) { /* no room for the .0 */
            text = print_exponential(d, digits, alternate);
        } else if (alternate) { /* glibc's %#g loses a digit where rounding carries */
            bool positional = point > -4 && point <= digits;
            text = print_double(positional ? "%#.*f" : "%#.*e", positional ? digits - point : digits - 1, d);
        } else {
            text = print_double("%.*g", digits, d);
            if (text && flags & FLOAT_TEXT_DOT_ZERO && !strpbrk(text, ".e"))
                memcpy(text + strlen(text), ".0", sizeof ".0");
        }
    } else if (lower == 'e') {
        text = print_double(alternate ? "%#.*e" : "%.*e", digits, d);
    } else {
        text = print_fixed(d, digits, alternate);
    }
    if (!text)
        return NULL;
    if (flags & FLOAT_TEXT_NO_NEGATIVE_ZERO && *text == '-' && strspn(text + 1, "0.") == strcspn(text + 1, "eE"))
        memmove(text, text + 1, strlen(text));
    if (upper)
        for (char *c = text; *c; c++)
            if (*c == 'e')
                *c = 'E';
    return text;
}

static Value format_double(double d, const FormatSpec *spec)
{
    uint32_t type = spec->type;
    unsigned flags = (spec->alternate ? FLOAT_TEXT_ALTERNATE : 0) | (spec->no_negative_zero ? FLOAT_TEXT_NO_NEGATIVE_ZERO : 0);
    int64_t precision = spec->precision;
    char letter = (char)type;
    if (type == 0) {
        flags |= FLOAT_TEXT_DOT_ZERO;
        letter = precision < 0 ? 'r' : 'g';
    } else if (type == 'n') {
        letter = 'g';
    } else if (type == '%') {
        letter = 'f';
        d *= 100;
    }
    if (precision < 0)
        precision = 6;
    char *text = float_to_text(d, letter, precision, flags);
    if (!text)
        return VALUE_NULL;
    bool negative = *text == '-';
    Pieces pieces = { .sign = sign_of(negative, spec), .digits = text + negative };
    while (pieces.digits[pieces.digit_count] >= '0' && pieces.digits[pieces.digit_count] <= '9')
        pieces.digit_count++;
    size_t length = strlen(text);
    if (type == '%')
        text[length++] = '%'; /* buffers have one character to spare; the end is known by the length */
    pieces.rest = pieces.digits + pieces.digit_count;
    pieces.rest_length = (int64_t)(text + length - pieces.rest);
    Value str = lay_out(&pieces, spec);
    mem_free_raw(text);
    return str;
}

Value format_float(Value v, const FormatSpec *spec)
{
    switch (spec->type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%':
        return format_double(float_value(v), spec);
    default:
        return format_unknown_code(spec->type, v);
    }
}

Value format_number(Value v, Value spec, Value (*layout)(Value v, const FormatSpec *spec))
{
    FormatSpec parsed;
    if (!value_is_str(spec))
        return raise_error(&exc_TypeError, "__format__() argument must be str, not %A", spec);
    if (as_str(spec)->length == 0)
        return value_str(v);
    return format_spec_parse(spec, v, &parsed) < 0 ? VALUE_NULL : layout(v, &parsed);
}
