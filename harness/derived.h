/* Numbers that put counters and times into proportion: pure. */
#ifndef FRAMEBENCH_DERIVED_H
#define FRAMEBENCH_DERIVED_H

#include "compare.h"

enum { DERIVED_COUNT = 7 };

typedef struct Derived {
    const char *name; /* static */
    double value[2];  /* per side of the comparison; NaN where a part of it was not counted */
} Derived;

/* Instructions per cycle; CPU ns and instructions per Python call; misses per thousand instructions. Instructions and
 * misses are the kernel's counts where both were had, else cachegrind's; never one divided by the other's. Python calls
 * are the stats build's. */
void derived_compute(const Comparison *comparison, const WorkloadComparison *c, Derived derived[DERIVED_COUNT]);

#endif
