/* What each side adds to the one before it: from neighbouring sides' own pairs of values, and pure.
 *
 * A step is not the quotient of two speedups over the baseline: in every block all sides took turns, so that each pair
 * of neighbours has log-ratios, units and intervals of its own. */
#ifndef FRAMEBENCH_STEPS_H
#define FRAMEBENCH_STEPS_H

#include "compare.h"

typedef struct Steps {
    Comparison *items; /* [i]: side i + 1 against side i; owned */
    size_t n;          /* the result's sides less one */
    Comparison whole;  /* the last side against the first */
} Steps;

/* The result must outlive the steps. */
Steps steps_new(const Result *result, Metric metric);
void steps_free(Steps *steps);

#endif
