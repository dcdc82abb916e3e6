/* The simulation test of the statistics: thousands of experiments with known truth, under three kinds of noise.
 *
 *     simulate [--experiments N] [--seed S] [--mutant]
 *
 * Plays the design (blocks, alternating pairs, rounds, layouts) on a machine whose speed drifts, hands the log-ratios
 * to the harness's own functions, and compares how often the intervals hold the truth with what was promised. Two wrong
 * methods run beside as negative controls: if they look right, the noise has lost its teeth and the test fails. With
 * --mutant the workload interval is replaced by a t interval over pooled pairs; then this program must fail.
 * Bounds hold for 2000 experiments and are widened by the additional sampling error for fewer. */
#include "simulate.h"

#include "distribution.h"
#include "hosts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REFERENCE_EXPERIMENTS = 2000, SEQUENTIAL_PROCESSES = 15 };

#define SEQUENTIAL_GAP_S 600.0

/* ---- one experiment ---- */

static int mutant;

/* What somebody in a hurry would write: every pair an independent piece of evidence. */
static Estimate pooled_t(const Series *series, double alpha)
{
    size_t n = (size_t)series->n * PAIRS;
    Estimate e = {.n = n, .alpha = alpha, .method = CI_METHOD_STUDENT_T, .point = stats_mean(series->pairs, n)};
    e.mean = e.point;
    e.se = stats_sd(series->pairs, n) / sqrt((double)n);
    e.half_width = distribution_t_quantile(1.0 - alpha / 2.0, (double)n - 1.0) * e.se;
    e.low = e.point - e.half_width;
    e.high = e.point + e.half_width;
    return e;
}

static size_t series_units(const Series *series, const Design *design, double *u, unsigned *id)
{
    if (design->layouts >= 2)
        return stats_layout_units(series->d, series->id, series->n, u, id);
    memcpy(u, series->d, series->n * sizeof *u);
    memcpy(id, series->id, series->n * sizeof *id);
    return series->n;
}

double design_effect(const Design *design, int workload)
{
    return design->effect + (workload == 0 ? design->first : 0.0);
}

double design_alpha(const Design *design)
{
    return design->blocks > 0 ? 0.05 : 0.04;
}

static Estimate estimate_series(const Series *series, const Design *design)
{
    double u[BLOCKS_MAX];
    unsigned id[BLOCKS_MAX];
    if (mutant)
        return pooled_t(series, design_alpha(design));
    size_t n = series_units(series, design, u, id);
    return stats_estimate(u, n, design_alpha(design), 0.0);
}

static void play_block(Machine *machine, Series *series, unsigned round, unsigned workload, uint64_t seed,
                       const Design *design, double layout_shift)
{
    BlockPlan plan = schedule_block(seed, workload, round, 1, 1, 2);
    machine_wait(machine, 2.0 * START_S + 2.0 * VALUE_S);
    double side[2] = {machine->profile->process * normal() + layout_shift, machine->profile->process * normal()};
    double r[PAIRS];
    for (unsigned j = 0; j < PAIRS; j++) {
        double first = machine_value(machine);
        double second = machine_value(machine);
        int a_first = schedule_turn(&plan, j, 0) == 0;
        r[j] = design_effect(design, (int)workload) + side[0] - side[1] + (a_first ? first - second : second - first);
    }
    memcpy(series->pairs + (size_t)series->n * PAIRS, r, sizeof r);
    series->d[series->n] = stats_hodges_lehmann(r, PAIRS);
    series->id[series->n++] = design->layouts >= 2 ? round % design->layouts : round;
}

/* The luck of each layout, A against B: half of the variance is shared by all workloads. */
static void draw_layouts(const Design *design, double shift[WORKLOADS][BLOCKS_MAX])
{
    for (unsigned k = 0; k < design->layouts; k++) {
        double common = normal();
        for (int w = 0; w < WORKLOADS; w++)
            shift[w][k] = design->layout_sd * M_SQRT2 * (M_SQRT1_2 * common + M_SQRT1_2 * normal());
    }
}

static int has_enough(Experiment *x, unsigned w, unsigned done, const Design *design)
{
    if (design->blocks > 0)
        return done >= design->blocks;
    if (design->by_look)
        return look_is_enough(x, w, done, design);
    if (done < 16 || (done - 16) % 4 != 0)
        return 0;
    return done >= BLOCKS_MAX || estimate_series(&x->workload[w], design).half_width <= design->target;
}

static void analyse(Experiment *x, const Design *design)
{
    static double u[WORKLOADS][BLOCKS_MAX];
    static unsigned id[WORKLOADS][BLOCKS_MAX];
    UnitSeries series[WORKLOADS];
    for (int w = 0; w < WORKLOADS; w++) {
        size_t n = series_units(&x->workload[w], design, u[w], id[w]);
        series[w] = (UnitSeries){.u = u[w], .id = id[w], .n = n};
        x->estimate[w] = estimate_series(&x->workload[w], design);
        x->p_margin0[w] = stats_p_less(u[w], n, 0.0);
        x->p_margin1[w] = stats_p_less(u[w], n, -log1p(0.01));
    }
    x->suite = suite_estimate(series, WORKLOADS, design_alpha(design));
}

void simulate_play(Experiment *x, const Profile *profile, const Design *design)
{
    static double shift[WORKLOADS][BLOCKS_MAX];
    uint64_t seed = rng_next(&simulate_rng);
    Machine machine = machine_new(profile);
    int active[WORKLOADS];
    unsigned left = WORKLOADS;
    draw_layouts(design, shift);
    for (int w = 0; w < WORKLOADS; w++) {
        x->workload[w].n = 0;
        active[w] = 1;
    }
    for (unsigned round = 0; left > 0; round++) {
        unsigned order[WORKLOADS];
        schedule_order(seed, round, WORKLOADS, order);
        for (int i = 0; i < WORKLOADS; i++) {
            unsigned w = order[i];
            double layout_shift = design->layouts > 0 ? shift[w][round % design->layouts] : 0.0;
            if (active[w])
                play_block(&machine, &x->workload[w], round, w, seed, design, layout_shift);
        }
        for (unsigned w = 0; w < WORKLOADS; w++)
            if (active[w] && has_enough(x, w, round + 1, design)) {
                active[w] = 0;
                left--;
            }
    }
    analyse(x, design);
}

/* ---- counting ---- */

typedef struct Tally {
    double n;
    double covered, n_covered;
    double suite_covered, max_covered;
    double false0, false1; /* experiments in which Holm rejects anything */
    double width_pct, error, mde_pct, detected;
    double family_pct, first_flagged; /* the first workload is called a regression beyond 1% */
} Tally;

static int any_below(const double *p, double alpha)
{
    double adjusted[WORKLOADS];
    stats_holm(p, WORKLOADS, adjusted);
    for (int w = 0; w < WORKLOADS; w++)
        if (adjusted[w] <= alpha)
            return 1;
    return 0;
}

static int first_is_below(const double *p, double alpha)
{
    double adjusted[WORKLOADS];
    stats_holm(p, WORKLOADS, adjusted);
    return adjusted[0] <= alpha;
}

static Tally run(const Profile *profile, const Design *design, unsigned experiments)
{
    static Experiment x;
    Tally t = {0};
    for (unsigned i = 0; i < experiments; i++) {
        simulate_play(&x, profile, design);
        for (int w = 0; w < WORKLOADS; w++) {
            const Estimate *e = &x.estimate[w];
            t.n_covered++;
            double effect = design_effect(design, w);
            t.covered += e->low <= effect && effect <= e->high;
            t.width_pct += 200.0 * e->half_width;
            t.error += 100.0 * (exp(e->point) - exp(effect));
            t.family_pct += stats_mde_family_pct(e, WORKLOADS, 0.01);
            t.mde_pct += stats_mde_pct(e);
            t.detected += e->low > 0.0 || e->high < 0.0;
        }
        t.suite_covered += x.suite.low <= design->effect && design->effect <= x.suite.high;
        t.max_covered += x.suite.max_low <= design->effect && design->effect <= x.suite.max_high;
        t.false0 += any_below(x.p_margin0, design_alpha(design));
        t.false1 += any_below(x.p_margin1, design_alpha(design));
        t.first_flagged += first_is_below(x.p_margin1, design_alpha(design));
        t.n++;
    }
    return t;
}

static int failures;

/* A share in percent against its bounds, which hold for REFERENCE_EXPERIMENTS * per_experiment draws. */
void check_share(const char *what, const char *profile, double hits, double n, double per_experiment, double low,
                 double high)
{
    double share = 100.0 * hits / n;
    double at = fmin(fmax(share, 1.0), 99.0);
    double spread = sqrt(at * (100.0 - at));
    double extra = spread / sqrt(n) - spread / sqrt(REFERENCE_EXPERIMENTS * per_experiment);
    double slack = 2.0 * fmax(0.0, extra);
    int good = share >= low - slack && share <= high + slack;
    printf("%-46s %-6s %6.2f%%  [%g, %g] %s\n", what, profile, share, low, high, good ? "ok" : "FAILED");
    failures += !good;
}

void check_number(const char *what, const char *profile, double number, double low, double high)
{
    int good = number >= low && number <= high;
    printf("%-46s %-6s %7.3f  [%g, %g] %s\n", what, profile, number, low, high, good ? "ok" : "FAILED");
    failures += !good;
}

/* ---- the table of STATISTICS, section 5 ---- */

static void check_coverage(const char *what, const Profile *p, const Tally *t, double low, double high)
{
    char name[80];
    snprintf(name, sizeof name, "%s: workload coverage", what);
    check_share(name, p->name, t->covered, t->n_covered, WORKLOADS, low, high);
    snprintf(name, sizeof name, "%s: geomean coverage", what);
    check_share(name, p->name, t->suite_covered, t->n, 1, 93.3, 97.8);
    snprintf(name, sizeof name, "%s: max, simultaneous", what);
    check_share(name, p->name, t->max_covered, t->n, 1, 94.5, 100.0);
}

static void check_fixed(const Profile *p, unsigned experiments)
{
    Tally t = run(p, &(Design){.blocks = 20}, experiments);
    check_coverage("20 blocks", p, &t, 94.0, 96.5);
    check_share("20 blocks: Holm, any false, margin 0", p->name, t.false0, t.n, 1, 0.0, 6.5);
    check_share("20 blocks: Holm, any false, margin 1%", p->name, t.false1, t.n, 1, 0.0, 1.0);
    check_number("20 blocks: mean width %", p->name, t.width_pct / t.n_covered, 0.0, 1.1 * p->width_pct);
    double mde = log1p(t.mde_pct / t.n_covered / 100.0);
    Tally power = run(p, &(Design){.blocks = 20, .effect = mde}, experiments / 2 + 1);
    check_share("20 blocks: power at the reported MDE", p->name, power.detected, power.n_covered, WORKLOADS, 73.0,
                87.0);
    double family = log1p(t.family_pct / t.n_covered / 100.0);
    Tally one = run(p, &(Design){.blocks = 20, .first = -family}, experiments / 2 + 1);
    check_share("20 blocks: power at the family's MDE, Holm", p->name, one.first_flagged, one.n, 1, 73.0, 90.0);
}

static void check_effects(const Profile *p, unsigned experiments)
{
    static const double effects[] = {0.01, 0.05, 0.30};
    for (int i = 0; i < 3; i++) {
        char name[80];
        Tally t = run(p, &(Design){.blocks = 20, .effect = log1p(effects[i])}, experiments / 2 + 1);
        double noise = 2.0 * p->width_pct / 4.0 / sqrt(t.n_covered);
        snprintf(name, sizeof name, "effect %g%%: bias in points", 100.0 * effects[i]);
        check_number(name, p->name, t.error / t.n_covered, -0.05 - noise, 0.05 + noise);
        snprintf(name, sizeof name, "effect %g%%: workload coverage", 100.0 * effects[i]);
        check_share(name, p->name, t.covered, t.n_covered, WORKLOADS, 94.0, 96.5);
    }
}

static void check_adaptive(const Profile *p, unsigned experiments)
{
    double target = strcmp(p->name, "metal") == 0 ? 0.0025 : 0.006;
    Tally t = run(p, &(Design){.target = target}, experiments);
    check_coverage("adaptive", p, &t, 94.0, 97.0);
}

static void check_layouts(const Profile *p, unsigned experiments)
{
    Tally eight = run(p, &(Design){.blocks = 16, .layouts = 8, .layout_sd = LAYOUT_SD}, experiments);
    check_coverage("8 layouts", p, &eight, 94.0, 98.0);
    Tally sixteen = run(p, &(Design){.blocks = 16, .layouts = 16, .layout_sd = LAYOUT_SD}, experiments);
    check_coverage("16 layouts", p, &sixteen, 94.0, 98.0);
    Tally one = run(p, &(Design){.blocks = 20, .layouts = 1, .layout_sd = LAYOUT_SD}, experiments / 4 + 1);
    check_share("wrong: one build, source effect claimed", p->name, one.covered, one.n_covered, WORKLOADS, 0.0, 40.0);
}

/* Machines that differ by 1% (sd) and are between once and eight times as noisy: STATISTICS 2.6. */
static void check_hosts(unsigned experiments)
{
    enum { HOSTS = 5, HOST_BLOCKS = 15 };
    double here = 0.0;
    double like_these = 0.0;
    for (unsigned i = 0; i < experiments; i++) {
        Estimate e[HOSTS];
        double truth = 0.0;
        for (int h = 0; h < HOSTS; h++) {
            double u[HOST_BLOCKS];
            double own = 0.01 * normal();
            double noise = 0.002 * pow(8.0, h / (HOSTS - 1.0));
            for (int b = 0; b < HOST_BLOCKS; b++)
                u[b] = own + noise * normal();
            e[h] = stats_estimate(u, HOST_BLOCKS, 0.05, 0.0);
            truth += own / HOSTS;
        }
        HostsEstimate hosts = hosts_estimate(e, HOSTS, 0.05);
        here += hosts.low <= truth && truth <= hosts.high;
        like_these += hosts.population_low <= 0.0 && 0.0 <= hosts.population_high;
    }
    check_share("5 machines: these machines", "-", here, experiments, 1, 94.0, 98.5);
    check_share("5 machines: machines like these", "-", like_these, experiments, 1, 93.3, 96.7);
}

/* All of A, a pause, all of B; Welch's test on the pooled values. */
static int sequential_covers(const Profile *profile)
{
    enum { N = SEQUENTIAL_PROCESSES * PAIRS };
    double x[2][N];
    Machine machine = machine_new(profile);
    for (int side = 0; side < 2; side++) {
        for (int p = 0; p < SEQUENTIAL_PROCESSES; p++) {
            machine_wait(&machine, START_S);
            double process = profile->process * normal();
            for (int j = 0; j < PAIRS; j++)
                x[side][p * PAIRS + j] = exp(process + machine_value(&machine));
        }
        machine_wait(&machine, SEQUENTIAL_GAP_S);
    }
    double va = pow(stats_sd(x[0], N), 2) / N;
    double vb = pow(stats_sd(x[1], N), 2) / N;
    double df = (va + vb) * (va + vb) / ((va * va + vb * vb) / (N - 1));
    return fabs(stats_mean(x[0], N) - stats_mean(x[1], N)) <= distribution_t_quantile(0.975, df) * sqrt(va + vb);
}

static void check_sequential(const Profile *p, unsigned experiments)
{
    double covered = 0.0;
    for (unsigned i = 0; i < experiments; i++)
        covered += sequential_covers(p);
    check_share("wrong: all A, then all B, pooled Welch", p->name, covered, experiments, 1, 0.0, 40.0);
}

int main(int argc, char **argv)
{
    unsigned experiments = REFERENCE_EXPERIMENTS;
    uint64_t seed = 20210705;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--experiments") == 0 && i + 1 < argc)
            experiments = (unsigned)strtoul(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = strtoull(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--mutant") == 0)
            mutant = 1;
        else {
            fprintf(stderr, "usage: simulate [--experiments N] [--seed S] [--mutant]\n");
            return 2;
        }
    }
    rng_seed(&simulate_rng, seed);
    for (int i = 0; i < PROFILES; i++) {
        check_fixed(&simulate_profiles[i], experiments);
        check_effects(&simulate_profiles[i], experiments / 2 + 1);
        check_adaptive(&simulate_profiles[i], experiments / 2 + 1);
        check_layouts(&simulate_profiles[i], experiments);
        check_layout_limit(&simulate_profiles[i], experiments / 8 + 1);
        check_verdicts(&simulate_profiles[i], experiments / 8 + 1);
    }
    check_hosts(2 * experiments);
    check_sequential(&simulate_profiles[1], experiments);
    printf("%d of the statements failed\n", failures);
    return failures > 0;
}
