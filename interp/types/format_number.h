/* format_number.h: the format mini-language ("{:>+10,.2f}"): its parsed form, and numbers laid out by it. */
#ifndef INTERP_TYPES_FORMAT_NUMBER_H
#define INTERP_TYPES_FORMAT_NUMBER_H

#include "object.h"

typedef struct FormatSpec {
    uint32_t fill;      /* code point; ' ' by default, '0' with the zero flag */
    char align;         /* '<' '>' '=' '^', or 0: not given */
    char sign;          /* '+' '-' ' ', or 0 */
    bool alternate;     /* # */
    bool zero;          /* 0 before the width */
    bool no_negative_zero; /* z */
    char grouping;      /* ',' '_' or 0 */
    uint32_t type;      /* the letter (a code point), or 0: not given */
    int64_t width;      /* -1: not given */
    int64_t precision;  /* -1: not given */
} FormatSpec;

/* ValueError as CPython for text that is no format specifier; `object` (borrowed) is only named in messages. */
int format_spec_parse(Value text, Value object, FormatSpec *spec);

/* format(v, spec) for an int (bool and subclasses included: layout of the number). Float letters format it as a float. */
Value format_int(Value v, const FormatSpec *spec);
Value format_float(Value v, const FormatSpec *spec); /* a float or an instance of a subclass */

/* A number's __format__(spec): TypeError unless spec is a str, str(v) for '', else what `layout` makes of the parsed specification. */
Value format_number(Value v, Value spec, Value (*layout)(Value v, const FormatSpec *spec));

/* ValueError "Unknown format code 'q' for object of type 'X'" */
Value format_unknown_code(uint32_t code, Value object);

/* text (code points from a str) padded to spec->width: for strings, default align '<'. */
Value format_pad(Value str, const FormatSpec *spec, char default_align);

enum { FLOAT_TEXT_ALTERNATE = 1, FLOAT_TEXT_DOT_ZERO = 2, FLOAT_TEXT_NO_NEGATIVE_ZERO = 4 };

/* d by a printf-like letter (e E f F g G, or r: repr, precision ignored): malloc'ed ASCII with a minus sign if negative,
 * "inf" and "nan" (capitals for capitals). mem_free_raw it; NULL with an exception pending. For %-formatting, too. */
char *float_to_text(double d, char letter, int64_t precision, unsigned flags);

#endif
