#include "hosts.h"

#include "distribution.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>

/* Homogeneity by inverse variances; only here, never in the headline. */
static void add_heterogeneity(HostsEstimate *hosts, const Estimate *e, size_t n)
{
    double weights = 0.0;
    double weighted = 0.0;
    double q = 0.0;
    for (size_t h = 0; h < n; h++) {
        if (!(e[h].se > 0.0))
            return;
        weights += 1.0 / (e[h].se * e[h].se);
        weighted += e[h].point / (e[h].se * e[h].se);
    }
    for (size_t h = 0; h < n; h++) {
        double distance = (e[h].point - weighted / weights) / e[h].se;
        q += distance * distance;
    }
    double df = (double)n - 1.0;
    hosts->q_p = distribution_chi_square_above(q, df);
    hosts->i2_pct = q > df ? 100.0 * (q - df) / q : 0.0;
}

static void add_intervals(HostsEstimate *hosts, const Estimate *e, double alpha)
{
    double n = (double)hosts->n;
    double squares = 0.0;
    double *points = mem_alloc(hosts->n, sizeof *points);
    for (size_t h = 0; h < hosts->n; h++) {
        points[h] = e[h].point;
        squares += e[h].se * e[h].se;
    }
    hosts->mean = stats_mean(points, hosts->n);
    hosts->se = sqrt(squares) / n;
    double hw = distribution_t_quantile(1.0 - alpha / 2.0, (double)hosts->fewest_units - 1.0) * hosts->se;
    hosts->low = hosts->mean - hw;
    hosts->high = hosts->mean + hw;
    if (hosts->n >= HOSTS_POPULATION_MIN) {
        hw = distribution_t_quantile(1.0 - alpha / 2.0, n - 1.0) * stats_sd(points, hosts->n) / sqrt(n);
        hosts->population_low = hosts->mean - hw;
        hosts->population_high = hosts->mean + hw;
    }
    free(points);
}

HostsEstimate hosts_estimate(const Estimate *per_host, size_t n, double alpha)
{
    HostsEstimate hosts = {.mean = NAN,
                           .se = NAN,
                           .low = NAN,
                           .high = NAN,
                           .population_low = NAN,
                           .population_high = NAN,
                           .q_p = NAN,
                           .i2_pct = NAN,
                           .least = NAN,
                           .most = NAN};
    Estimate *e = mem_alloc(n, sizeof *e);
    bool above = false;
    bool below = false;
    for (size_t h = 0; h < n; h++) {
        if (per_host[h].method == CI_METHOD_NONE)
            continue;
        e[hosts.n] = per_host[h];
        hosts.fewest_units = hosts.n == 0 || per_host[h].n < hosts.fewest_units ? per_host[h].n : hosts.fewest_units;
        hosts.least = fmin(hosts.least, per_host[h].point);
        hosts.most = fmax(hosts.most, per_host[h].point);
        above = above || per_host[h].low > 0.0;
        below = below || per_host[h].high < 0.0;
        hosts.n++;
    }
    hosts.dependent = above && below;
    if (hosts.n > 0)
        add_intervals(&hosts, e, alpha);
    if (hosts.n > 1)
        add_heterogeneity(&hosts, e, hosts.n);
    free(e);
    return hosts;
}

Estimate hosts_headline(const HostsEstimate *hosts, double alpha)
{
    return (Estimate){.n = hosts->fewest_units,
                      .point = hosts->mean,
                      .mean = hosts->mean,
                      .low = hosts->low,
                      .high = hosts->high,
                      .half_width = 0.5 * (hosts->high - hosts->low),
                      .se = hosts->se,
                      .alpha = alpha,
                      .method = hosts->n > 0 ? CI_METHOD_STUDENT_T : CI_METHOD_NONE};
}

void hosts_take_interval(HostsEstimate *hosts, double se, double low, double high)
{
    hosts->se = se;
    hosts->low = low;
    hosts->high = high;
}
