/* unicode.c: see unicode.h. ASCII by table; beyond it utf8proc's categories, corrected by the generated lists of unicode_data.h. */
#include "types/unicode.h"

#include <stddef.h>
#include <string.h>
#include <utf8proc.h>

#include "types/unicode_data.h"

#define BIT(name) (1u << UNICODE_##name)
#define GRAPH BIT(PRINTABLE)
#define DIGIT (GRAPH | BIT(DECIMAL) | BIT(DIGIT) | BIT(NUMERIC) | BIT(ID_CONTINUE))
#define LETTER (GRAPH | BIT(ALPHA) | BIT(ID_START) | BIT(ID_CONTINUE))
#define BREAK (BIT(SPACE) | BIT(LINE_BREAK))

const uint16_t unicode_ascii[128] = {
    ['\t'] = BIT(SPACE), ['\n' ... '\r'] = BREAK, [0x1c ... 0x1e] = BREAK, [0x1f] = BIT(SPACE), [' '] = GRAPH | BIT(SPACE),
    ['!' ... '/'] = GRAPH, ['0' ... '9'] = DIGIT, [':' ... '@'] = GRAPH, ['A' ... 'Z'] = LETTER | BIT(UPPER),
    ['[' ... '^'] = GRAPH, ['_'] = GRAPH | BIT(ID_START) | BIT(ID_CONTINUE), ['`'] = GRAPH, ['a' ... 'z'] = LETTER | BIT(LOWER),
    ['{' ... '~'] = GRAPH,
};

typedef struct RangeList {
    const PointRange *ranges;
    size_t count;
} RangeList;

#define LIST(name) { unicode_not_##name, sizeof unicode_not_##name / sizeof *unicode_not_##name }
static const RangeList exceptions[UNICODE_SPACE] = {
    [UNICODE_PRINTABLE] = LIST(printable), [UNICODE_ALPHA] = LIST(alpha), [UNICODE_DECIMAL] = LIST(decimal), [UNICODE_DIGIT] = LIST(digit),
    [UNICODE_NUMERIC] = LIST(numeric), [UNICODE_LOWER] = LIST(lower), [UNICODE_UPPER] = LIST(upper), [UNICODE_TITLE] = LIST(title),
    [UNICODE_ID_START] = LIST(id_start), [UNICODE_ID_CONTINUE] = LIST(id_continue),
};

static bool range_list_has(RangeList list, uint32_t point)
{
    size_t low = 0, high = list.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list.ranges[middle].last < point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list.count && list.ranges[low].first <= point;
}

#define CATEGORY(name) (1u << UTF8PROC_CATEGORY_##name)
#define LETTERS (CATEGORY(LU) | CATEGORY(LL) | CATEGORY(LT) | CATEGORY(LM) | CATEGORY(LO))

static const uint32_t category_sets[UNICODE_SPACE] = {
    [UNICODE_PRINTABLE] = ~(CATEGORY(CC) | CATEGORY(CF) | CATEGORY(CS) | CATEGORY(CO) | CATEGORY(CN) | CATEGORY(ZL) | CATEGORY(ZP) | CATEGORY(ZS)),
    [UNICODE_ALPHA] = LETTERS,
    [UNICODE_DECIMAL] = CATEGORY(ND),
    [UNICODE_DIGIT] = CATEGORY(ND),
    [UNICODE_NUMERIC] = CATEGORY(ND) | CATEGORY(NL) | CATEGORY(NO),
    [UNICODE_LOWER] = CATEGORY(LL),
    [UNICODE_UPPER] = CATEGORY(LU),
    [UNICODE_TITLE] = CATEGORY(LT),
    [UNICODE_ID_START] = LETTERS | CATEGORY(NL),
    [UNICODE_ID_CONTINUE] = LETTERS | CATEGORY(NL) | CATEGORY(MN) | CATEGORY(MC) | CATEGORY(ND) | CATEGORY(PC),
};

static uint32_t category_bit(uint32_t point) { return 1u << utf8proc_category((utf8proc_int32_t)point); }

bool unicode_has_slow(uint32_t point, UnicodeProperty property)
{
    switch (property) {
    case UNICODE_LINE_BREAK:
        return point == 0x85 || point == 0x2028 || point == 0x2029;
    case UNICODE_SPACE:
        return point == 0x85 || point == 0xa0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200a) || point == 0x2028
            || point == 0x2029 || point == 0x202f || point == 0x205f || point == 0x3000;
    default:
        return !!(category_sets[property] & category_bit(point)) != range_list_has(exceptions[property], point);
    }
}

bool unicode_case_ignorable(uint32_t point)
{
    if (category_bit(point) & (CATEGORY(MN) | CATEGORY(ME) | CATEGORY(CF) | CATEGORY(LM) | CATEGORY(SK)))
        return true;
    static const uint16_t others[] = { 0x27, 0x2e, 0x3a, 0xb7, 0x387, 0x55f, 0x5f4, 0x2018, 0x2019, 0x2024, 0x2027, 0xfe13, 0xfe52, 0xfe55, 0xff07, 0xff0e, 0xff1a };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == point)
            return true;
    return false;
}

int unicode_decimal_value(uint32_t point)
{
    if (point < 128)
        return point >= '0' && point <= '9' ? (int)(point - '0') : -1;
    if (!unicode_has_slow(point, UNICODE_DECIMAL))
        return -1;
    if (point >= 0x1d7ce && point <= 0x1d7ff)
        return (int)((point - 0x1d7ce) % 10);
    uint32_t zero = point; /* digits stand in runs of ten that begin with 0, and no two runs touch but those above */
    while (point - zero < 9 && unicode_has_slow(zero - 1, UNICODE_DECIMAL))
        zero--;
    return (int)(point - zero);
}

static const PointMapping *find_mapping(const PointMapping *list, size_t count, uint32_t point)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list[middle].from < point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && list[low].from == point ? &list[low] : NULL;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

int unicode_map(uint32_t point, UnicodeMapping mapping, uint32_t out[3])
{
    if (point < 128) {
        bool lower = point >= 'a' && point <= 'z', upper = point >= 'A' && point <= 'Z';
        if (mapping == UNICODE_TO_UPPER || mapping == UNICODE_TO_TITLE)
            out[0] = lower ? point - 32 : point;
        else
            out[0] = upper ? point + 32 : point;
        return 1;
    }
    const PointMapping *special = NULL;
    utf8proc_int32_t simple = (utf8proc_int32_t)point;
    switch (mapping) {
    case UNICODE_TO_UPPER:
        special = find_mapping(unicode_upper, COUNT(unicode_upper), point);
        simple = utf8proc_toupper(simple);
        break;
    case UNICODE_TO_LOWER:
        special = find_mapping(unicode_lower, COUNT(unicode_lower), point);
        simple = utf8proc_tolower(simple);
        break;
    case UNICODE_TO_TITLE:
        special = find_mapping(unicode_title, COUNT(unicode_title), point);
        simple = utf8proc_totitle(simple);
        break;
    case UNICODE_TO_FOLD:
        special = find_mapping(unicode_fold, COUNT(unicode_fold), point);
        simple = utf8proc_tolower(simple);
        break;
    }
    if (!special) {
        out[0] = (uint32_t)simple;
        return 1;
    }
    memcpy(out, special->to, sizeof special->to);
    return special->to[1] == 0 ? 1 : special->to[2] == 0 ? 2 : 3;
}
