/* float_text.h: floats from text. */
#ifndef INTERP_TYPES_FLOAT_TEXT_H
#define INTERP_TYPES_FLOAT_TEXT_H

#include "object.h"

int float_parse_value(Value text, double *out); /* a str, bytes or bytearray as float() takes it; -1 with ValueError */
int float_parse_hex(Value str, double *out);    /* as float.fromhex() takes it */

/* round_half_even(magnitude * 10**precision), exactly; magnitude >= 0 and finite. False: too large for this way. */
bool float_scale_decimal(double magnitude, int precision, uint64_t *scaled);

#endif
