#include "derived.h"

#include <math.h>
#include <string.h>

static double event(const Result *result, const WorkloadComparison *c, const char *name, int arm)
{
    for (size_t e = 0; e < result->n_events && c->counters != NULL; e++)
        if (strcmp(result->events[e].name, name) == 0)
            return c->counters[e].per_call[arm];
    return NAN;
}

static double exact(const WorkloadComparison *c, const char *name, int arm)
{
    for (size_t i = 0; i < c->n_exact; i++)
        if (strcmp(c->exact[i].name, name) == 0)
            return c->exact[i].value[arm];
    return NAN;
}

/* NaN for the unknown and for a division by nothing. */
static double ratio(double part, double whole)
{
    return whole > 0.0 ? part / whole : NAN;
}

/* Misses per thousand instructions, both from the same tool. */
static double per_thousand(const Result *result, const WorkloadComparison *c, const char *name, const char *simulated,
                           int arm)
{
    double counted = 1000.0 * ratio(event(result, c, name, arm), event(result, c, "instructions", arm));
    if (isfinite(counted) || simulated == NULL)
        return counted;
    return 1000.0 * ratio(exact(c, simulated, arm), exact(c, "instructions", arm));
}

/* Mean CPU time of one call of the workload's function, whatever the headline metric is. */
static double cpu_ns(const WorkloadComparison *c, size_t side)
{
    double sum = 0.0;
    double calls = 0.0;
    for (size_t b = 0; b < c->workload->n_blocks; b++) {
        const Block *block = &c->workload->blocks[b];
        for (size_t j = 0; block->void_reason == NULL && side < block->n_sides && j < block->sides[side].n_values;
             j++) {
            sum += (double)block->sides[side].cpu_ns[j];
            calls += (double)c->workload->loops;
        }
    }
    return ratio(sum, calls);
}

void derived_compute(const Comparison *comparison, const WorkloadComparison *c, Derived derived[DERIVED_COUNT])
{
    const Result *result = comparison->result;
    const size_t sides[2] = {comparison->base, comparison->side};
    static const char *const names[DERIVED_COUNT] = {
        "instructions_per_cycle",          "cpu_ns_per_python_call",    "instructions_per_python_call",
        "branch_misses_per_1000_instr",    "L1d_misses_per_1000_instr", "last_level_misses_per_1000_instr",
        "dTLB_load_misses_per_1000_instr",
    };
    for (int i = 0; i < DERIVED_COUNT; i++)
        derived[i].name = names[i];
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        double calls = exact(c, "python_calls", arm);
        double counted = event(result, c, "instructions", arm);
        double instructions = isfinite(counted) ? counted : exact(c, "instructions", arm);
        derived[0].value[arm] = ratio(counted, event(result, c, "cycles", arm));
        derived[1].value[arm] = ratio(cpu_ns(c, sides[arm]), calls);
        derived[2].value[arm] = ratio(instructions, calls);
        derived[3].value[arm] = per_thousand(result, c, "branch-misses", "branch_misses", arm);
        derived[4].value[arm] = per_thousand(result, c, "L1-dcache-load-misses", "D1_misses", arm);
        derived[5].value[arm] = per_thousand(result, c, "LLC-load-misses", "LL_misses", arm);
        derived[6].value[arm] = per_thousand(result, c, "dTLB-load-misses", NULL, arm);
    }
}
