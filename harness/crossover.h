/* Where a sweep's speedup crosses 1, with an interval: pure, like stats.
 *
 * What is interpolated, by straight lines in the parameter, is the time that the candidate saves in one call of the
 * function: where both sides' costs are linear in the parameter that is exact, however far apart the points are (a
 * ratio of times, or a scale of logarithms, would bend the line). Each independent unit (block or layout) has its own
 * line, from the log-ratios and costs it has at the two points, so what its points have in common (luck of placement,
 * drift) stays in it.
 *
 * The interval goes from the first to the last parameter at which the signed-rank interval of the units' lines holds 0:
 * Fieller's argument with the estimator of all other intervals (STATISTICS 3.3). It has no end where that set reaches
 * the end of what was measured. Where the estimates cross several times, near 1 or truly, the middle crossing of an odd
 * number is the crossover; an even number leaves the side that was ahead at first ahead, so there is none. */
#ifndef FRAMEBENCH_CROSSOVER_H
#define FRAMEBENCH_CROSSOVER_H

#include "suite.h"

typedef struct CrossoverPoint {
    double x;           /* the parameter; points are given in its order, each once */
    UnitSeries unit;    /* ln(tA/tB) of each unit */
    const double *cost; /* of the candidate's call in each unit, measured alike at all points; borrowed */
} CrossoverPoint;

typedef struct Crossover {
    size_t n_units;   /* that all points have */
    size_t crossings; /* of the estimates */
    double at;        /* NaN: an even number of them */
    double low; /* NaN: the interval is open there, or (both, and `at` too) nothing within the range is compatible */
    double high;
    bool possible; /* some parameter within the range is compatible with the measurement */
} Crossover;

Crossover crossover_estimate(const CrossoverPoint *points, size_t n, double alpha);

#endif
