#include "budget.h"

#include "stopping.h"

#include <math.h>

/* Rounds that a workload may still need: the width shrinks with the square root of the blocks. */
static double rounds_wanted(const Settings *settings, const Candidate *candidate)
{
    double ratio = candidate->half_width_pct / settings->target_half_width_pct;
    double wanted = candidate->rounds * (ratio * ratio - 1.0);
    double most = fmax(1.0, 4.0 * stopping_first(settings) - candidate->rounds);
    return isfinite(wanted) ? fmin(wanted, most) : most;
}

static double time_wanted_s(const Settings *settings, const Candidate *candidate, size_t n)
{
    double sum = 0.0;
    for (size_t w = 0; w < n; w++)
        if (candidate[w].active)
            sum += candidate[w].block_s * rounds_wanted(settings, &candidate[w]);
    return sum;
}

/* The workload that is active, not yet chosen, and widest; n when there is none. */
static size_t widest(const Candidate *candidate, size_t n, const bool *chosen)
{
    size_t best = n;
    for (size_t w = 0; w < n; w++)
        if (candidate[w].active && !chosen[w] &&
            (best == n || candidate[w].half_width_pct > candidate[best].half_width_pct))
            best = w;
    return best;
}

/* In the middle of a step the choice stands, so that the members of the step stay together in time. */
static bool is_in_step(const Settings *settings, const Candidate *candidate)
{
    return candidate->active && !stopping_is_due(settings, candidate->rounds);
}

static bool choose_in_step(const Settings *settings, const Candidate *candidate, size_t n, bool *chosen)
{
    bool any = false;
    for (size_t w = 0; w < n; w++) {
        chosen[w] = is_in_step(settings, &candidate[w]);
        any = any || chosen[w];
    }
    return any;
}

static void choose_widest(const Candidate *candidate, size_t n, size_t count, bool *chosen)
{
    for (size_t w = 0; w < n; w++)
        chosen[w] = false;
    while (count-- > 0)
        chosen[widest(candidate, n, chosen)] = true;
}

/* All that have had so many rounds; returns how long a round of them takes. */
static double choose_least_rounds(const Candidate *candidate, size_t n, unsigned rounds, bool *chosen)
{
    double sum = 0.0;
    for (size_t w = 0; w < n; w++) {
        chosen[w] = candidate[w].active && candidate[w].rounds == rounds;
        sum += chosen[w] ? candidate[w].block_s : 0.0;
    }
    return sum;
}

/* Drops the narrowest until the round fits; false: not even one does. */
static bool fit(const Candidate *candidate, size_t n, double left_s, bool *chosen)
{
    for (;;) {
        double sum = 0.0;
        size_t narrowest = n;
        for (size_t w = 0; w < n; w++) {
            if (!chosen[w])
                continue;
            sum += candidate[w].block_s;
            if (narrowest == n || candidate[w].half_width_pct < candidate[narrowest].half_width_pct)
                narrowest = w;
        }
        if (narrowest == n)
            return false;
        if (sum <= left_s)
            return true;
        chosen[narrowest] = false;
    }
}

bool budget_choose(const Settings *settings, const Candidate *candidate, size_t n, double left_s, bool *chosen,
                   unsigned *round)
{
    size_t n_active = 0;
    unsigned least = 0;
    bool all_looked_at = settings->rounds == 0;
    for (size_t w = 0; w < n; w++) {
        if (!candidate[w].active)
            continue;
        least = n_active == 0 || candidate[w].rounds < least ? candidate[w].rounds : least;
        n_active++;
        all_looked_at = all_looked_at && candidate[w].rounds >= stopping_first(settings);
    }
    if (n_active == 0)
        return false;
    *round = least;
    if (!all_looked_at)
        return choose_least_rounds(candidate, n, least, chosen) <= left_s || least == 0; /* one round there must be */
    if (!choose_in_step(settings, candidate, n, chosen))
        choose_widest(candidate, n, time_wanted_s(settings, candidate, n) <= left_s ? n_active : (n_active + 1) / 2,
                      chosen);
    bool any = fit(candidate, n, left_s, chosen);
    for (size_t w = 0; w < n; w++)
        if (chosen[w] && candidate[w].rounds > *round)
            *round = candidate[w].rounds;
    return any;
}
