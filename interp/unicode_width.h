/* unicode_width.h: how wide East Asian typography makes a code point (Unicode 14, UAX #11). */
#ifndef INTERP_UNICODE_WIDTH_H
#define INTERP_UNICODE_WIDTH_H

#include <stdint.h>

typedef enum UnicodeWidth { WIDTH_NEUTRAL, WIDTH_AMBIGUOUS, WIDTH_HALF, WIDTH_WIDE, WIDTH_FULL, WIDTH_NARROW } UnicodeWidth; /* as in unicode_widths.h */

UnicodeWidth unicode_width(uint32_t point);

#endif
