#include "compare_parts.h"

#include "compare_values.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ALPHA_FIXED      0.05
#define ALPHA_ADAPTIVE   0.04 /* looking at the width to stop costs a little: STATISTICS 2.5 */
#define CLOCK_RESOLUTION 1.0  /* nanosecond, or event */

/* The independent units: blocks with one layout, layouts with several; ids tie them to the other workloads. */
size_t compare_units(const Result *result, const Block **blocks, const double *d, size_t n, double *u, unsigned *id)
{
    bool by_layout = result->settings.layouts >= 2;
    unsigned *own = mem_alloc(n, sizeof *own);
    for (size_t b = 0; b < n; b++)
        own[b] = by_layout ? blocks[b]->layout : blocks[b]->round;
    size_t count = n;
    if (by_layout) {
        count = stats_layout_units(d, own, n, u, id);
    } else {
        for (size_t b = 0; b < n; b++) {
            u[b] = d[b];
            id[b] = own[b];
        }
    }
    free(own);
    return count;
}

double compare_clock_floor(const Block **blocks, size_t n, View view)
{
    return n > 0 ? log1p(2.0 * CLOCK_RESOLUTION / values_shortest(blocks, n, view)) : 0.0;
}

double compare_alpha(const Result *result)
{
    return result->settings.rounds > 0 ? ALPHA_FIXED : ALPHA_ADAPTIVE;
}

static Estimate estimate_blocks(const Result *result, const Block **blocks, size_t n, View view, double alpha)
{
    double *d = values_series(blocks, n, view, compare_block);
    double *u = mem_alloc(n, sizeof *u);
    unsigned *id = mem_alloc(n, sizeof *id);
    size_t count = compare_units(result, blocks, d, n, u, id);
    Estimate estimate = stats_estimate(u, count, alpha, compare_clock_floor(blocks, n, view));
    free(id);
    free(u);
    free(d);
    return estimate;
}

Estimate compare_progress(const Result *result, const WorkloadResult *workload, View view)
{
    const Block **blocks;
    size_t n = values_counting_blocks(workload, view, &blocks);
    Estimate estimate = estimate_blocks(result, blocks, n, view, compare_alpha(result));
    free(blocks);
    return estimate;
}

/* ---- hosts ---- */

size_t compare_blocks_of_host(const Block **blocks, size_t n, unsigned host, const Block ***own)
{
    size_t count = 0;
    *own = mem_alloc(n, sizeof **own);
    for (size_t b = 0; b < n; b++)
        if (blocks[b]->host == host)
            (*own)[count++] = blocks[b];
    return count;
}

/* One estimate per host of the result; the caller frees. */
Estimate *compare_estimate_hosts(const Result *result, const Block **blocks, size_t n, View view, double alpha)
{
    Estimate *estimates = mem_alloc(result->n_hosts, sizeof *estimates);
    for (unsigned h = 0; h < result->n_hosts; h++) {
        const Block **own;
        size_t count = compare_blocks_of_host(blocks, n, h, &own);
        estimates[h] = estimate_blocks(result, own, count, view, alpha);
        free(own);
    }
    return estimates;
}

/* Whether two hosts ran the very same binary of a side: merge records the hashes as facts of the host. */
static bool share_binary(const Result *result, size_t side)
{
    char *key = mem_format("sha256_%s", result->sides[side].name);
    bool shared = false;
    for (size_t h = 0; h < result->n_hosts; h++)
        for (size_t k = 0; k < h && !shared; k++) {
            const char *mine = facts_text(&result->hosts[h].machine, key, NULL);
            shared = mine != NULL && strcmp(mine, facts_text(&result->hosts[k].machine, key, "")) == 0;
        }
    free(key);
    return shared;
}

bool compare_hosts_share_layouts(const Result *result)
{
    bool shared = false;
    for (size_t s = 0; s < result->n_sides && result->settings.layouts >= 2; s++)
        shared = shared || share_binary(result, s);
    return shared;
}

size_t compare_shared_units(const Result *result, const Block **blocks, size_t n, View view, double *u, unsigned *id)
{
    size_t count = 0;
    for (unsigned k = 0; k < result->settings.layouts; k++) {
        double sum = 0.0;
        size_t hosts = 0;
        for (unsigned h = 0; h < result->n_hosts; h++) {
            const Block **own = mem_alloc(n, sizeof *own);
            size_t found = 0;
            for (size_t b = 0; b < n; b++)
                if (blocks[b]->host == h && blocks[b]->layout == k)
                    own[found++] = blocks[b];
            double *d = values_series(own, found, view, compare_block);
            if (found > 0) {
                sum += found >= 3 ? stats_hodges_lehmann(d, found) : stats_mean(d, found);
                hosts++;
            }
            free(d);
            free(own);
        }
        if (hosts == result->n_hosts) {
            u[count] = sum / (double)hosts;
            id[count++] = k;
        }
    }
    return count;
}

static Estimate estimate_shared_layouts(const Result *result, const Block **blocks, size_t n, View view, double alpha)
{
    double *u = mem_alloc(n, sizeof *u);
    unsigned *id = mem_alloc(n, sizeof *id);
    size_t count = compare_shared_units(result, blocks, n, view, u, id);
    Estimate estimate = stats_estimate(u, count, alpha, compare_clock_floor(blocks, n, view));
    free(id);
    free(u);
    return estimate;
}

Estimate compare_estimate_metric(const Result *result, const Block **blocks, size_t n, View view, double alpha)
{
    if (result->n_hosts <= 1)
        return estimate_blocks(result, blocks, n, view, alpha);
    if (compare_hosts_share_layouts(result))
        return estimate_shared_layouts(result, blocks, n, view, alpha);
    Estimate *per_host = compare_estimate_hosts(result, blocks, n, view, alpha);
    HostsEstimate hosts = hosts_estimate(per_host, result->n_hosts, alpha);
    free(per_host);
    return hosts_headline(&hosts, alpha);
}
