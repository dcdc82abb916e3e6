/* The simulation test of the crossover's interval: sweeps with a known crossing, under several kinds of noise.
 *
 *     simulate_crossover [--experiments N] [--mutant]
 *
 * Both sides' costs are linear in the share; where they meet is drawn anew for each experiment, between 2 and 80. The
 * interval must hold it in about 95%. A wrong method runs beside as negative control: straight lines between the
 * logarithms of the ratios, over the logarithm of the share. With --mutant the interval is shrunk to two thirds; then
 * this program must fail. */
#include "crossover.h"
#include "schedule.h"
#include "stats.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS = 6, UNITS_MAX = 32 };

static const double shares[POINTS] = {0, 0.1, 1, 10, 50, 100};

typedef struct Noise {
    const char *name;
    double unit, shared; /* sd of ln of a unit: of its own at each point, and in common (layout, drift) */
    double tail_share, tail_sd;
    double clock; /* sd of ln of the machine's speed, which each point of a unit meets anew */
    unsigned units;
} Noise;

static const Noise noises[] = {
    {"quiet", 0.004, 0.002, 0.00, 0.00, 0.00, 16}, {"layouts", 0.010, 0.015, 0.00, 0.00, 0.02, 16},
    {"tails", 0.010, 0.005, 0.10, 0.05, 0.05, 24}, {"few units", 0.010, 0.005, 0.00, 0.00, 0.05, 8},
    {"clock", 0.010, 0.005, 0.00, 0.00, 0.20, 16},
};

static Rng rng;

static double uniform(void)
{
    return ((double)(rng_next(&rng) >> 11) + 0.5) * 0x1p-53;
}
static double normal(void)
{
    return sqrt(-2.0 * log(uniform())) * cos(2.0 * M_PI * uniform());
}

/* Draws a sweep that crosses at *truth: a call costs 100 and 60 more when it materializes; the candidate is 2% to 20%
 * cheaper at 0. */
static void draw(const Noise *noise, CrossoverPoint *points, double u[POINTS][UNITS_MAX],
                 double cost[POINTS][UNITS_MAX], unsigned *id, double *truth)
{
    *truth = exp(log(2.0) + uniform() * log(40.0));
    double gain = 2.0 + 18.0 * uniform();
    double shared[UNITS_MAX];
    for (unsigned k = 0; k < noise->units; k++) {
        id[k] = k;
        shared[k] = noise->shared * normal();
    }
    for (int i = 0; i < POINTS; i++) {
        double a = 100.0 + 0.6 * shares[i];
        double b = a - gain + gain * shares[i] / *truth;
        for (unsigned k = 0; k < noise->units; k++) {
            u[i][k] = log(a / b) + shared[k] + noise->unit * normal() +
                      (uniform() < noise->tail_share ? noise->tail_sd * normal() : 0.0);
            cost[i][k] = b * exp(noise->clock * normal());
        }
        points[i] = (CrossoverPoint){.x = shares[i], .cost = cost[i], .unit = {.u = u[i], .id = id, .n = noise->units}};
    }
}

static double reach(double end, double open)
{
    return isfinite(end) ? end : open;
}

/* Where the intervals of the logarithms cross 0, between points by lines over ln(share). */
static int wrong_method_holds(const CrossoverPoint *points, double truth)
{
    for (int i = 2; i < POINTS; i++) {
        if (truth > points[i].x)
            continue;
        double weight = log(truth / points[i - 1].x) / log(points[i].x / points[i - 1].x);
        double v[UNITS_MAX];
        for (size_t k = 0; k < points[i].unit.n; k++)
            v[k] = (1.0 - weight) * points[i - 1].unit.u[k] + weight * points[i].unit.u[k];
        Estimate e = stats_estimate(v, points[i].unit.n, 0.05, 0.0);
        return e.low <= 0.0 && e.high >= 0.0;
    }
    return 0;
}

int main(int argc, char **argv)
{
    unsigned experiments = 2000;
    int mutant = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--mutant") == 0)
            mutant = 1;
        else if (strcmp(argv[i], "--experiments") == 0 && i + 1 < argc)
            experiments = (unsigned)atoi(argv[++i]);
    }
    int failures = 0;
    rng_seed(&rng, 20260101);
    for (size_t n = 0; n < sizeof noises / sizeof *noises; n++) {
        unsigned held = 0, wrong = 0, found = 0;
        double width = 0.0;
        for (unsigned e = 0; e < experiments; e++) {
            CrossoverPoint points[POINTS];
            double u[POINTS][UNITS_MAX], cost[POINTS][UNITS_MAX], truth;
            unsigned id[UNITS_MAX];
            draw(&noises[n], points, u, cost, id, &truth);
            Crossover c = crossover_estimate(points, POINTS, 0.05);
            double low = reach(c.low, 0.0), high = reach(c.high, 1e9);
            if (mutant && isfinite(c.at)) {
                low = c.at - 2.0 / 3.0 * (c.at - low);
                high = c.at + 2.0 / 3.0 * (high - c.at);
            }
            held += c.possible && low <= truth && truth <= high;
            wrong += wrong_method_holds(points, truth);
            found += isfinite(c.at);
            width += isfinite(c.low) && isfinite(c.high) ? (c.high - c.low) / truth : 0.0;
        }
        double share = 100.0 * held / experiments, slack = 300.0 * sqrt(0.05 * 0.95 / experiments);
        int good = share >= 95.0 - 0.5 - slack && share <= 97.0 + slack;
        failures += !good;
        printf("%-10s held %5.1f%% %-6s  crossing seen %5.1f%%  mean width %4.1f%% of it;  wrong method held %5.1f%%\n",
               noises[n].name, share, good ? "ok" : "FAILED", 100.0 * found / experiments, 100.0 * width / experiments,
               100.0 * wrong / experiments);
        if (n == 0 && 100.0 * wrong / experiments > 80.0) {
            printf("the wrong method looks right: the test has lost its teeth\n");
            failures++;
        }
    }
    return failures > 0;
}
