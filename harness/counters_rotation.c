#include "counters_rotation.h"

#include "mem.h"

#include <stdlib.h>

static unsigned common_divisor(unsigned a, unsigned b)
{
    while (b != 0) {
        unsigned rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int counters_rotation_group(unsigned round, unsigned rounds, unsigned layouts, size_t n_groups)
{
    if (n_groups < 2)
        return n_groups == 1 ? 0 : COUNTERS_ALL_GROUPS;
    if (rounds > 0 && rounds < n_groups)
        return COUNTERS_ALL_GROUPS;
    /* Where couples do not reach for every group, single rounds do. */
    unsigned stay = rounds > 0 && rounds < 2 * n_groups ? 1 : 2;
    /* After so many rounds the same layouts would meet the same groups again. */
    unsigned pass = stay * (unsigned)n_groups;
    unsigned period = pass / common_divisor(pass, layouts > 0 ? layouts : 1) * (layouts > 0 ? layouts : 1);
    return (int)((round / stay + round / period) % n_groups);
}

/* Whether event `e` fits together with those that are in group g already. */
static int joins(size_t e, int g, const int *group, CountersFit fits, void *context, size_t *members)
{
    size_t count = 0;
    for (size_t i = 0; i < e; i++)
        if (group[i] == g)
            members[count++] = i;
    members[count++] = e;
    return fits(context, members, count);
}

size_t counters_rotation_pack(size_t n_events, const unsigned char *wanted, CountersFit fits, void *context, int *group)
{
    size_t *members = mem_alloc(n_events, sizeof *members);
    int n_groups = 0;
    for (size_t e = 0; e < n_events; e++) {
        group[e] = -1;
        if (!wanted[e])
            continue;
        int g = 0;
        while (g < n_groups && !joins(e, g, group, fits, context, members))
            g++;
        if (g == n_groups && !joins(e, g, group, fits, context, members))
            continue;
        group[e] = g;
        n_groups += g == n_groups;
    }
    free(members);
    return (size_t)n_groups;
}
