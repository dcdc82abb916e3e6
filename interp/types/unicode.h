/* unicode.h: properties and case mappings of code points, as CPython 3.11 has them. */
#ifndef INTERP_TYPES_UNICODE_H
#define INTERP_TYPES_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

enum UnicodeProperty {
    UNICODE_PRINTABLE, UNICODE_ALPHA, UNICODE_DECIMAL, UNICODE_DIGIT, UNICODE_NUMERIC, UNICODE_LOWER, UNICODE_UPPER, UNICODE_TITLE,
    UNICODE_ID_START, UNICODE_ID_CONTINUE, UNICODE_SPACE, UNICODE_LINE_BREAK, UNICODE_PROPERTY_COUNT
};
typedef enum UnicodeProperty UnicodeProperty;

enum UnicodeMapping { UNICODE_TO_UPPER, UNICODE_TO_LOWER, UNICODE_TO_TITLE, UNICODE_TO_FOLD };
typedef enum UnicodeMapping UnicodeMapping;

extern const uint16_t unicode_ascii[128]; /* 1 << UnicodeProperty */
bool unicode_has_slow(uint32_t point, UnicodeProperty property);
int unicode_map(uint32_t point, UnicodeMapping mapping, uint32_t out[3]); /* full mapping; how many points: 1 to 3 */
int unicode_decimal_value(uint32_t point); /* 0..9, -1 when not a decimal digit */
bool unicode_case_ignorable(uint32_t point);

static inline bool unicode_has(uint32_t point, UnicodeProperty property)
{
    return point < 128 ? unicode_ascii[point] >> property & 1 : unicode_has_slow(point, property);
}
static inline bool unicode_is_alnum(uint32_t point) { return unicode_has(point, UNICODE_ALPHA) || unicode_has(point, UNICODE_NUMERIC); }
static inline bool unicode_is_cased(uint32_t point)
{
    return unicode_has(point, UNICODE_LOWER) || unicode_has(point, UNICODE_UPPER) || unicode_has(point, UNICODE_TITLE);
}

#endif
