/* unicodedata.c: the module unicodedata: what libunistring (Unicode 14, as CPython 3.11) knows of a code point, and normal forms.
 * Three things it does not have: whether a point is mirrored is utf8proc's; numbers of ideographs stand below, widths in unicode_width.h. */
#include "modules.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <utf8proc.h>

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "module.h"
#include "native.h"
#include "str.h"
#include "types/str_builder.h"
#include "unicode_name.h"
#include "unicode_width.h"

/* Numeric values of ideographs (Unihan's kPrimaryNumeric, kAccountingNumeric and kOtherNumeric), by code point; and of two signs whose values the
 * library's int cannot hold. */
static const struct { uint32_t point; int64_t number; } ideograph_numbers[] = {
    {0x3405, 5}, {0x3483, 2}, {0x382a, 5}, {0x3b4d, 7}, {0x4e00, 1}, {0x4e03, 7}, {0x4e07, 10000}, {0x4e09, 3}, {0x4e5d, 9}, {0x4e8c, 2},
    {0x4e94, 5}, {0x4e96, 4}, {0x4ebf, 100000000}, {0x4ec0, 10}, {0x4edf, 1000}, {0x4ee8, 3}, {0x4f0d, 5}, {0x4f70, 100}, {0x5104, 100000000},
    {0x5146, 1000000000000}, {0x5169, 2}, {0x516b, 8}, {0x516d, 6}, {0x5341, 10}, {0x5343, 1000}, {0x5344, 20}, {0x5345, 30}, {0x534c, 40},
    {0x53c1, 3}, {0x53c2, 3}, {0x53c3, 3}, {0x53c4, 3}, {0x56db, 4}, {0x58f1, 1}, {0x58f9, 1}, {0x5e7a, 1}, {0x5efe, 9}, {0x5eff, 20}, {0x5f0c, 1},
    {0x5f0d, 2}, {0x5f0e, 3}, {0x5f10, 2}, {0x62fe, 10}, {0x634c, 8}, {0x67d2, 7}, {0x6f06, 7}, {0x7396, 9}, {0x767e, 100}, {0x8086, 4},
    {0x842c, 10000}, {0x8cae, 2}, {0x8cb3, 2}, {0x8d30, 2}, {0x9621, 1000}, {0x9646, 6}, {0x964c, 100}, {0x9678, 6}, {0x96f6, 0},
    {0x16b60, 10000000000}, {0x16b61, 1000000000000}, {0x20001, 7}, {0x20064, 4}, {0x200e2, 4}, {0x20121, 5}, {0x2092a, 1}, {0x20983, 30},
    {0x2098c, 40}, {0x2099c, 40}, {0x20aea, 6}, {0x20afd, 3}, {0x20b19, 3}, {0x22390, 2}, {0x22998, 3}, {0x23b1b, 3}, {0x2626d, 4},
};

/* ---- one code point ---- */

/* `which`: how CPython's message names the argument. */
static bool take_point(Value v, const char *function, const char *which, uint32_t *point)
{
    if (value_is_str(v) && as_str(v)->length == 1) {
        *point = str_point_at(as_str(v), 0);
        return true;
    }
    raise_error(&exc_TypeError, "%s() argument%s must be a unicode character, not %A", function, which, v);
    return false;
}

static Value category(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    return take_point(args[0], "category", "", &point) ? str_from_cstr(uc_general_category_name(uc_general_category(point))) : VALUE_NULL;
}

static Value east_asian_width(METHOD_ARGS)
{
    UNUSED_ARGS;
    static const char *const names[] = {"N", "A", "H", "W", "F", "Na"};
    uint32_t point;
    if (!take_point(args[0], "east_asian_width", "", &point))
        return VALUE_NULL;
    return str_from_cstr(names[unicode_width(point)]);
}

/* Code points without a character have no class; the library says what they would have by default. */
static Value bidirectional(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    if (!take_point(args[0], "bidirectional", "", &point))
        return VALUE_NULL;
    static const char *const isolates[] = {"LRI", "RLI", "FSI", "PDI"}; /* from U+2066 on; the library has no names for these classes */
    if (point >= 0x2066 && point <= 0x2069)
        return str_from_cstr(isolates[point - 0x2066]);
    bool assigned = !uc_is_general_category(point, UC_UNASSIGNED);
    return str_from_cstr(assigned ? uc_bidi_category_name(uc_bidi_category((ucs4_t)point)) : "");
}

static Value combining(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    return take_point(args[0], "combining", "", &point) ? int_from_int64(uc_combining_class(point)) : VALUE_NULL;
}

static Value mirrored(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    return take_point(args[0], "mirrored", "", &point) ? int_from_int64(utf8proc_get_property((utf8proc_int32_t)point)->bidi_mirrored) : VALUE_NULL;
}

/* The default, or ValueError. */
static Value absent(const Value *args, int nargs, const char *message)
{
    return nargs > 1 ? value_retain(args[1]) : raise_error(&exc_ValueError, "%s", message);
}

static Value decimal(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    if (!take_point(args[0], "decimal", " 1", &point))
        return VALUE_NULL;
    int number = uc_decimal_value(point);
    return number >= 0 ? int_from_int64(number) : absent(args, nargs, "not a decimal");
}

static Value digit(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    if (!take_point(args[0], "digit", " 1", &point))
        return VALUE_NULL;
    int number = uc_digit_value(point);
    return number >= 0 ? int_from_int64(number) : absent(args, nargs, "not a digit");
}

static Value numeric(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    if (!take_point(args[0], "numeric", " 1", &point))
        return VALUE_NULL;
    for (size_t i = 0; i < sizeof ideograph_numbers / sizeof *ideograph_numbers; i++) {
        if (ideograph_numbers[i].point == point)
            return float_new((double)ideograph_numbers[i].number);
    }
    uc_fraction_t fraction = uc_numeric_value(point);
    if (fraction.denominator != 0)
        return float_new((double)fraction.numerator / fraction.denominator);
    return absent(args, nargs, "not a numeric character");
}

/* "<compat> 0020 0308": the kind, unless it is canonical, and the points. Syllables are composed by rule and have none here. */
static Value decomposition(METHOD_ARGS)
{
    UNUSED_ARGS;
    static const char *const kinds[] = {
        [UC_DECOMP_CANONICAL] = "", [UC_DECOMP_FONT] = "<font> ", [UC_DECOMP_NOBREAK] = "<noBreak> ", [UC_DECOMP_INITIAL] = "<initial> ",
        [UC_DECOMP_MEDIAL] = "<medial> ", [UC_DECOMP_FINAL] = "<final> ", [UC_DECOMP_ISOLATED] = "<isolated> ", [UC_DECOMP_CIRCLE] = "<circle> ",
        [UC_DECOMP_SUPER] = "<super> ", [UC_DECOMP_SUB] = "<sub> ", [UC_DECOMP_VERTICAL] = "<vertical> ", [UC_DECOMP_WIDE] = "<wide> ",
        [UC_DECOMP_NARROW] = "<narrow> ", [UC_DECOMP_SMALL] = "<small> ", [UC_DECOMP_SQUARE] = "<square> ", [UC_DECOMP_FRACTION] = "<fraction> ",
        [UC_DECOMP_COMPAT] = "<compat> ",
    };
    uint32_t point;
    if (!take_point(args[0], "decomposition", "", &point))
        return VALUE_NULL;
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int kind, count = point >= 0xAC00 && point <= 0xD7A3 ? -1 : uc_decomposition(point, &kind, parts);
    StrBuilder b;
    str_builder_init(&b);
    if (count > 0)
        str_builder_add_cstr(&b, kinds[kind]);
    for (int i = 0; i < count; i++) {
        char number[16];
        snprintf(number, sizeof number, i ? " %04X" : "%04X", (unsigned)parts[i]);
        str_builder_add_cstr(&b, number);
    }
    return str_builder_finish(&b);
}

/* ---- names ---- */

static Value name(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint32_t point;
    char text[UNICODE_NAME_LONGEST + 1];
    if (!take_point(args[0], "name", " 1", &point))
        return VALUE_NULL;
    return unicode_name(point, text) ? str_from_cstr(text) : absent(args, nargs, "no such name");
}

static Value lookup(METHOD_ARGS)
{
    UNUSED_ARGS;
    size_t length;
    const char *text = value_is_str(args[0]) ? str_utf8(args[0], &length) : NULL;
    if (!text)
        return exc_pending() ? VALUE_NULL : raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[0]);
    if (length > UNICODE_NAME_LONGEST)
        return raise_error(&exc_KeyError, "name too long");
    int32_t point = unicode_by_name(text, length);
    return point >= 0 ? str_from_point((uint32_t)point) : raise_error(&exc_KeyError, "undefined character name '%S'", args[0]);
}

/* ---- normal forms ---- */

/* CPython's order: an empty text is in every form, even in one that does not exist. NULL: ValueError, or MemoryError. */
static uninorm_t named_form(Value name)
{
    const char *text = str_utf8(name, NULL);
    if (!text)
        return NULL;
    uninorm_t form = !strcmp(text, "NFC") ? UNINORM_NFC : !strcmp(text, "NFD") ? UNINORM_NFD : !strcmp(text, "NFKC") ? UNINORM_NFKC
                   : !strcmp(text, "NFKD") ? UNINORM_NFKD : NULL;
    if (!form)
        raise_error(&exc_ValueError, "invalid normalization form");
    return form;
}

typedef struct Sink {
    StrBuilder builder;
    bool failed;
} Sink;

/* Once it has failed it takes all: the library does not free a filter that cannot give away what it holds. */
static int add_point(void *context, ucs4_t point)
{
    Sink *sink = context;
    if (sink->failed)
        return 0;
    sink->failed = str_builder_add_point(&sink->builder, (uint32_t)point) < 0;
    return sink->failed ? -1 : 0;
}

/* Through the library's filter, point by point: what it keeps is one character with its marks. */
static Value in_form(uninorm_t form, const Str *s)
{
    Sink sink = {.failed = false};
    str_builder_init(&sink.builder);
    struct uninorm_filter *filter = uninorm_filter_create(form, add_point, &sink);
    bool failed = filter == NULL;
    for (int64_t i = 0; !failed && i < s->length; i++)
        failed = uninorm_filter_write(filter, str_point_at(s, i)) < 0;
    if (filter) {
        failed |= uninorm_filter_flush(filter) < 0;
        uninorm_filter_free(filter);
    }
    if (!failed && !sink.failed)
        return str_builder_finish(&sink.builder);
    str_builder_discard(&sink.builder);
    return exc_pending() ? VALUE_NULL : raise_no_memory();
}

static bool take_form_and_text(const Value *args, const char *function)
{
    for (int i = 0; i < 2; i++) {
        if (!value_is_str(args[i])) {
            raise_error(&exc_TypeError, "%s() argument %d must be str, not %A", function, i + 1, args[i]);
            return false;
        }
    }
    return true;
}

static Value normalize(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!take_form_and_text(args, "normalize"))
        return VALUE_NULL;
    const Str *s = as_str(args[1]);
    if (s->length == 0)
        return value_retain(args[1]);
    uninorm_t form = named_form(args[0]);
    if (!form)
        return VALUE_NULL;
    return s->ascii ? value_retain(args[1]) : in_form(form, s);
}

static Value is_normalized(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!take_form_and_text(args, "is_normalized"))
        return VALUE_NULL;
    const Str *s = as_str(args[1]);
    if (s->length == 0)
        return VALUE_TRUE;
    uninorm_t form = named_form(args[0]);
    if (!form)
        return VALUE_NULL;
    if (s->ascii)
        return VALUE_TRUE;
    Value normal = in_form(form, s);
    int same = normal ? value_compare_bool(normal, args[1], COMPARE_EQ) : -1;
    value_release_null(normal);
    return same < 0 ? VALUE_NULL : value_bool(same);
}

static const NativeDef functions[] = {
    {"bidirectional", bidirectional, 1, 1, 0}, {"category", category, 1, 1, 0},           {"combining", combining, 1, 1, 0},
    {"decimal", decimal, 1, 2, 0},             {"decomposition", decomposition, 1, 1, 0}, {"digit", digit, 1, 2, 0},
    {"east_asian_width", east_asian_width, 1, 1, 0},
    {"is_normalized", is_normalized, 2, 2, 0}, {"lookup", lookup, 1, 1, 0},               {"mirrored", mirrored, 1, 1, 0},
    {"name", name, 1, 2, 0},                   {"normalize", normalize, 2, 2, 0},         {"numeric", numeric, 1, 2, 0},
    {0},
};

Value module_unicodedata_init(void)
{
    Value module = module_from_parts("unicodedata", functions, NULL, 0);
    Value version = module ? str_from_cstr("14.0.0") : VALUE_NULL;
    if (module && (!version || module_set(module, "unidata_version", version) < 0))
        value_clear(&module);
    return module;
}
