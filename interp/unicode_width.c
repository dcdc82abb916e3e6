#include "unicode_width.h"

#include <stddef.h>

#include "unicode_widths.h"

UnicodeWidth unicode_width(uint32_t point)
{
    size_t from = 0, to = sizeof width_changes / sizeof *width_changes; /* the last change at or before the point lies in [from, to) */
    while (to - from > 1) {
        size_t middle = (from + to) / 2;
        *(width_changes[middle] >> 3 <= point ? &from : &to) = middle;
    }
    return (UnicodeWidth)(width_changes[from] & 7);
}
