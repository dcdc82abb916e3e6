/* complex.h: Python's complex: a pair of doubles. */
#ifndef INTERP_TYPES_COMPLEX_H
#define INTERP_TYPES_COMPLEX_H

#include "object.h"

typedef struct Complex {
    Object head;
    double real, imag;
} Complex;

extern Type type_complex;

Value complex_new(double real, double imag);
Value complex_pow_of_floats(double base, double exponent); /* what a negative float gives for a fractional power */
static inline bool value_is_complex(Value v) { return value_is_object(v) && value_is_heap_exactly(v, &type_complex); } /* no subclass */
static inline Complex *as_complex(Value v) { return (Complex *)value_object(v); }

#endif
