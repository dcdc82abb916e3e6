#include "stopping.h"

#include "compare.h"
#include "distribution.h"
#include "mem.h"
#include "stats.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCKS_FIRST = 16, BLOCKS_STEP = 4, BLOCKS_MAX = 64, CYCLES_FOR_LIMIT = 2, LAYOUTS_NEEDED_MAX = 10000 };

static unsigned up_to_cycles(unsigned blocks, unsigned layouts)
{
    return (blocks + layouts - 1) / layouts * layouts;
}

unsigned stopping_first(const Settings *settings)
{
    return settings->layouts > 1 ? up_to_cycles(BLOCKS_FIRST, settings->layouts) : BLOCKS_FIRST;
}

unsigned stopping_step(const Settings *settings)
{
    return settings->layouts > 1 ? settings->layouts : BLOCKS_STEP;
}

static unsigned blocks_max(const Settings *settings)
{
    unsigned layouts = settings->layouts > 1 ? settings->layouts : 1;
    unsigned two_cycles = CYCLES_FOR_LIMIT * layouts;
    return up_to_cycles(BLOCKS_MAX > two_cycles ? BLOCKS_MAX : two_cycles, layouts);
}

bool stopping_is_due(const Settings *settings, unsigned rounds)
{
    unsigned first = stopping_first(settings);
    return rounds >= first && (rounds - first) % stopping_step(settings) == 0;
}

bool stopping_looks(const Settings *settings, unsigned rounds)
{
    if (settings->rounds == 0)
        return stopping_is_due(settings, rounds);
    return rounds <= BLOCKS_MAX || rounds >= settings->rounds || rounds % BLOCKS_MAX == 0;
}

/* ---- what layouts are worth ---- */

/* The standard deviation between layouts beyond what the noise within them explains; 0 when there is none. */
static double layout_sd(const Result *result, const WorkloadResult *workload, size_t side)
{
    double *d = mem_alloc(workload->n_blocks, sizeof *d);
    unsigned *layout = mem_alloc(workload->n_blocks, sizeof *layout);
    size_t n = 0;
    for (size_t b = 0; b < workload->n_blocks; b++) {
        const Block *block = &workload->blocks[b];
        if (block->void_reason != NULL || block->sides[side].n_values == 0)
            continue;
        layout[n] = block->layout % result->settings.layouts;
        d[n++] = compare_block(block, (View){.side = side, .metric = METRIC_CPU});
    }
    double sd = stats_layout_sd(d, layout, n);
    free(layout);
    free(d);
    return isfinite(sd) ? sd : 0.0;
}

/* The half width that remains with K layouts however many blocks are measured on each. */
static double least_half_width(double sd, unsigned layouts, double alpha)
{
    return distribution_t_quantile(1.0 - alpha / 2.0, (double)layouts - 1.0) * sd / sqrt((double)layouts);
}

static unsigned layouts_for(double sd, double half_width, double alpha)
{
    unsigned layouts = 2;
    while (layouts < LAYOUTS_NEEDED_MAX && least_half_width(sd, layouts, alpha) > half_width)
        layouts += layouts < 100 ? 1 : 10;
    return layouts;
}

/* ---- the look ---- */

static void look_at_side(const Result *result, const WorkloadResult *workload, size_t side, Look *look, double *sd)
{
    Estimate estimate = compare_progress(result, workload, (View){.side = side, .metric = METRIC_CPU});
    double half_width_pct = stats_pct(estimate.half_width);
    if (!isfinite(half_width_pct))
        look->half_width_pct = NAN;
    else if (isfinite(look->half_width_pct))
        look->half_width_pct = fmax(look->half_width_pct, half_width_pct);
    if (result->settings.layouts > 1)
        *sd = fmax(*sd, layout_sd(result, workload, side));
}

Look stopping_look(const Result *result, const WorkloadResult *workload, unsigned rounds)
{
    const Settings *settings = &result->settings;
    double target = log1p(settings->target_half_width_pct / 100.0);
    Look look = {0};
    double sd = 0.0;
    for (size_t s = 1; s < result->n_sides; s++)
        if (result_side_error(workload, s) == NULL)
            look_at_side(result, workload, s, &look, &sd);
    if (settings->rounds > 0) {
        look.reason = rounds >= settings->rounds ? STOP_ROUNDS : STOP_NONE;
    } else if (stopping_is_due(settings, rounds)) {
        double alpha = compare_alpha(result);
        bool cycles_enough = rounds >= CYCLES_FOR_LIMIT * settings->layouts;
        if (look.half_width_pct <= settings->target_half_width_pct) {
            look.reason = STOP_PRECISE;
        } else if (settings->layouts > 1 && cycles_enough && least_half_width(sd, settings->layouts, alpha) > target) {
            look.reason = STOP_LAYOUT_LIMITED;
            look.layouts_needed = layouts_for(sd, target, alpha);
        } else if (rounds >= blocks_max(settings)) {
            look.reason = STOP_MAX_BLOCKS;
        }
    }
    return look;
}
