#ifdef INTERP_STATS

#include "stats.h"

#include <inttypes.h>
#include <stdio.h>

struct StatsXFrame stats_xframe;

void stats_print(void)
{
#define STATS_LINE(name, meaning) fprintf(stderr, "%16" PRIu64 "  %-16s %s\n", stats_xframe.name, #name, meaning);
    STATS_XFRAME(STATS_LINE)
#undef STATS_LINE
}

#else
typedef int stats_are_counted_in_the_stats_variant_only; /* ISO C wants a declaration in every file */
#endif
