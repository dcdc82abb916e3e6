/* math_private.h: what the files of the math module share. */
#ifndef INTERP_MODULES_MATH_PRIVATE_H
#define INTERP_MODULES_MATH_PRIVATE_H

#include "object.h"

extern const NativeDef math_integer_functions[]; /* gcd, lcm, isqrt, factorial, comb, perm */
extern const NativeDef math_sum_functions[];     /* fsum, prod, hypot, dist */

Value math_domain_error(void);
Value math_range_error(void);

double math_gamma(double x);  /* errno EDOM or ERANGE on errors, 0 otherwise */
double math_lgamma(double x);

#endif
