/* Kernel density of numbers: pure.
 *
 * Gaussian kernel, Silverman's bandwidth sd (4 / 3n)^(1/5) with the smaller of sd and IQR/1.349, so that an outlier
 * does not smear the rest; 1% of the value where nothing varies. */
#ifndef FRAMEBENCH_DENSITY_H
#define FRAMEBENCH_DENSITY_H

#include <stddef.h>

/* sorted: ascending, n >= 1. */
double density_bandwidth(const double *sorted, size_t n);

/* At `x`, per unit of x. */
double density_at(const double *sorted, size_t n, double bandwidth, double x);

#endif
