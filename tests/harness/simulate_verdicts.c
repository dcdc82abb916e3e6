/* Simulated experiments as whole results, so that the harness's own rules judge them: when a workload with layouts has
 * been measured enough, what compare says of it, what the gate says, and whether the self-test's 2% are found. */
#include "compare.h"
#include "gate.h"
#include "mem.h"
#include "result.h"
#include "simulate.h"
#include "stopping.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define VALUE_NS 1e7
#define TARGET   0.01 /* half width, where it matters */

/* ---- a result ---- */

static void fill_side(SideSamples *samples, const double *log_ratio)
{
    samples->n_values = PAIRS;
    samples->wall_ns = mem_alloc(PAIRS, sizeof *samples->wall_ns);
    samples->cpu_ns = mem_alloc(PAIRS, sizeof *samples->cpu_ns);
    samples->voluntary_switches = samples->involuntary_switches = samples->migrations = NAN;
    for (int j = 0; j < PAIRS; j++)
        samples->wall_ns[j] = samples->cpu_ns[j] = (uint64_t)(VALUE_NS * (log_ratio != NULL ? exp(log_ratio[j]) : 1.0));
}

static WorkloadResult new_workload(const Series *series, const Design *design, int w)
{
    WorkloadResult workload = {.name = mem_format("w%d", w), .status = WORKLOAD_OK, .loops = 1};
    for (unsigned b = 0; b < series->n; b++) {
        Block block = {.round = b, .order = {b % 2, 1 - b % 2}, .steal_pct = NAN};
        block.layout = design->layouts >= 2 ? series->id[b] : 0;
        result_open_block(&block, 2);
        fill_side(&block.sides[SIDE_A], series->pairs + (size_t)b * PAIRS);
        fill_side(&block.sides[SIDE_B], NULL);
        result_add_block(&workload, &block);
    }
    return workload;
}

static Result new_result(const Series *series, int n, const Design *design)
{
    Result result = {.settings = {.rounds = design->blocks,
                                  .values = PAIRS,
                                  .layouts = design->layouts >= 2 ? design->layouts : 1,
                                  .target_half_width_pct = 100.0 * expm1(design->target)}};
    result_add_side(&result)->name = mem_copy_text("a");
    result_add_side(&result)->name = mem_copy_text("b");
    result_add_host(&result)->name = mem_copy_text("simulated");
    result.workloads = mem_alloc((size_t)n, sizeof *result.workloads);
    for (int w = 0; w < n; w++)
        result.workloads[result.n_workloads++] = new_workload(&series[w], design, w);
    return result;
}

int look_is_enough(Experiment *x, unsigned w, unsigned rounds, const Design *design)
{
    Result settings = {.settings = {.layouts = design->layouts >= 2 ? design->layouts : 1}};
    if (!stopping_is_due(&settings.settings, rounds))
        return 0;
    Result result = new_result(&x->workload[w], 1, design);
    x->stopped[w] = (int)stopping_look(&result, &result.workloads[0], rounds).reason;
    result_free(&result);
    return x->stopped[w] != STOP_NONE;
}

/* ---- layouts: when more blocks do not help ---- */

typedef struct Limits {
    double n, limited, covered, variance;
} Limits;

static Limits play_layouts(const Profile *profile, double layout_sd, unsigned experiments)
{
    static Experiment x;
    const Design design = {.layouts = 8, .layout_sd = layout_sd, .target = TARGET, .by_look = 1};
    Limits limits = {0};
    for (unsigned i = 0; i < experiments; i++) {
        simulate_play(&x, profile, &design);
        for (int w = 0; w < WORKLOADS; w++) {
            const Estimate *e = &x.estimate[w];
            double sd = stats_layout_sd(x.workload[w].d, x.workload[w].id, x.workload[w].n);
            limits.n++;
            limits.limited += x.stopped[w] == STOP_LAYOUT_LIMITED;
            limits.covered += e->low <= 0.0 && 0.0 <= e->high;
            limits.variance += sd * sd;
        }
    }
    return limits;
}

void check_layout_limit(const Profile *p, unsigned experiments)
{
    Limits with = play_layouts(p, LAYOUT_SD, experiments);
    Limits without = play_layouts(p, 0.0, experiments);
    double truth = 2.0 * LAYOUT_SD * LAYOUT_SD;
    double noise =
        2.0 * sqrt(2.0 / 7.0) / sqrt((double)experiments); /* seven degrees of freedom, shared by the workloads */
    check_share("layouts differ: stops as layout_limited", p->name, with.limited, with.n, WORKLOADS, 80.0, 100.0);
    check_share("layouts differ: workload coverage", p->name, with.covered, with.n, WORKLOADS, 93.0, 98.0);
    check_number("layouts differ: estimated variance / true", p->name, with.variance / with.n / truth, 0.92 - noise,
                 1.08 + noise);
    check_share("layouts alike: stops as layout_limited", p->name, without.limited, without.n, WORKLOADS, 0.0, 3.0);
    check_share("layouts alike: workload coverage", p->name, without.covered, without.n, WORKLOADS, 93.0, 98.0);
}

/* ---- what compare and the gate say ---- */

typedef struct Verdicts {
    double n_experiments, n;
    double said[VERDICT_FAILED + 1];
    double gate[GATE_FAILED + 1];
    double any_regression, suite_regression, mean_is_slower;
} Verdicts;

static void count_experiment(Verdicts *verdicts, const Experiment *x, const Design *design)
{
    Result result = new_result(x->workload, WORKLOADS, design);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport gate = gate_judge(&comparison, 0.01, 0.005);
    int any = 0;
    for (int w = 0; w < WORKLOADS; w++) {
        verdicts->said[comparison.workloads[w].verdict]++;
        verdicts->gate[gate.rows[w].verdict]++;
        any = any || gate.rows[w].verdict == GATE_REGRESSION;
        verdicts->n++;
    }
    verdicts->any_regression += any;
    verdicts->suite_regression += gate.suite.verdict == GATE_REGRESSION;
    verdicts->mean_is_slower += comparison.suite.high < 0.0;
    verdicts->n_experiments++;
    gate_free(&gate);
    compare_free(&comparison);
    result_free(&result);
}

static Verdicts play_verdicts(const Profile *profile, double effect, unsigned experiments)
{
    static Experiment x;
    const Design design = {.blocks = 16, .layouts = 16, .effect = effect};
    Verdicts verdicts = {0};
    for (unsigned i = 0; i < experiments; i++) {
        simulate_play(&x, profile, &design);
        count_experiment(&verdicts, &x, &design);
    }
    return verdicts;
}

void check_verdicts(const Profile *p, unsigned experiments)
{
    Verdicts none = play_verdicts(p, 0.0, experiments);
    Verdicts two = play_verdicts(p, -log1p(0.02), experiments);
    Verdicts margin = play_verdicts(p, -log1p(0.01), experiments);
    Verdicts suite = play_verdicts(p, -log1p(0.005), experiments);
    Verdicts five = play_verdicts(p, -log1p(0.05), experiments);
    double n = none.n_experiments;
    check_share("no effect: faster or slower", p->name, none.said[VERDICT_FASTER] + none.said[VERDICT_SLOWER], none.n,
                WORKLOADS, 3.5, 6.0);
    check_share("no effect: gate, any regression", p->name, none.any_regression, n, 1, 0.0, 1.0);
    check_share("2% slower: called faster", p->name, two.said[VERDICT_FASTER], two.n, WORKLOADS, 0.0, 0.1);
    check_share("2% slower: called equivalent", p->name, two.said[VERDICT_EQUIVALENT], two.n, WORKLOADS, 0.0, 0.5);
    check_share("2% slower: found in the mean (selftest)", p->name, two.mean_is_slower, n, 1, 99.0, 100.0);
    check_share("1% slower, the margin: gate, any regression", p->name, margin.any_regression, n, 1, 0.0, 6.5);
    check_share("1% slower, the margin: gate says equivalent", p->name, margin.gate[GATE_EQUIVALENT], margin.n,
                WORKLOADS, 0.0, 6.5);
    check_share("0.5% slower, its margin: the mean regresses", p->name, suite.suite_regression, n, 1, 2.0, 7.5);
    check_share("5% slower: called slower", p->name, five.said[VERDICT_SLOWER], five.n, WORKLOADS, 99.0, 100.0);
    check_share("5% slower: gate says regression", p->name, five.gate[GATE_REGRESSION], five.n, WORKLOADS, 97.0, 100.0);
}
