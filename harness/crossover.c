#include "crossover.h"

#include "mem.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { STEPS_BETWEEN = 64, HALVINGS = 40 };

/* The points' units that all points have: saved[i * n_units + k] is what unit k saves at point i. */
typedef struct Lines {
    const CrossoverPoint *points;
    size_t n_points;
    size_t n_units;
    double *saved;
    double *scratch; /* n_units */
    double alpha;
} Lines;

static bool find_saved(const CrossoverPoint *point, unsigned id, double *saved)
{
    for (size_t k = 0; k < point->unit.n; k++)
        if (point->unit.id[k] == id) {
            *saved = point->cost[k] * expm1(point->unit.u[k]);
            return true;
        }
    return false;
}

static Lines lines_new(const CrossoverPoint *points, size_t n, double alpha)
{
    size_t most = n > 0 ? points[0].unit.n : 0;
    Lines lines = {.points = points,
                   .n_points = n,
                   .alpha = alpha,
                   .saved = mem_alloc(n * most, sizeof(double)),
                   .scratch = mem_alloc(most, sizeof(double))};
    double *saved = mem_alloc(n, sizeof *saved);
    for (size_t k = 0; k < most; k++) {
        size_t found = 0;
        while (found < n && find_saved(&points[found], points[0].unit.id[k], &saved[found]))
            found++;
        for (size_t i = 0; found == n && i < n; i++)
            lines.saved[i * most + lines.n_units] = saved[i];
        lines.n_units += found == n;
    }
    for (size_t i = 1; i < n; i++) /* rows as long as there are units */
        for (size_t k = 0; k < lines.n_units; k++)
            lines.saved[i * lines.n_units + k] = lines.saved[i * most + k];
    free(saved);
    return lines;
}

/* What is saved at a place: a whole number is a point, and between two of them lies the straight line. */
static Estimate saved_at(const Lines *lines, double place)
{
    size_t i = (size_t)place < lines->n_points - 1 ? (size_t)place : lines->n_points - 2;
    double weight = place - (double)i;
    const double *before = &lines->saved[i * lines->n_units];
    for (size_t k = 0; k < lines->n_units; k++)
        lines->scratch[k] = (1.0 - weight) * before[k] + weight * before[lines->n_units + k];
    return stats_estimate(lines->scratch, lines->n_units, lines->alpha, 0.0);
}

static double x_at(const Lines *lines, double place)
{
    size_t i = (size_t)place < lines->n_points - 1 ? (size_t)place : lines->n_points - 2;
    double weight = place - (double)i;
    return (1.0 - weight) * lines->points[i].x + weight * lines->points[i + 1].x;
}

typedef bool Test(const Estimate *e);

static bool saves(const Estimate *e)
{
    return e->point > 0.0;
}

static bool holds_zero(const Estimate *e)
{
    return e->low <= 0.0 && e->high >= 0.0;
}

/* Where the answer changes between two places at which it differs. */
static double bisect(const Lines *lines, Test *test, double from, double to)
{
    Estimate e = saved_at(lines, from);
    bool first = test(&e);
    for (int i = 0; i < HALVINGS; i++) {
        double middle = 0.5 * (from + to);
        e = saved_at(lines, middle);
        if (test(&e) == first)
            from = middle;
        else
            to = middle;
    }
    return 0.5 * (from + to);
}

/* The first place from `from` on, in steps of that size, at which the answer is no longer what it is there; NaN: none.
 */
static double next_change(const Lines *lines, Test *test, double from, double step)
{
    double last = (double)(lines->n_points - 1);
    Estimate e = saved_at(lines, from);
    bool first = test(&e);
    for (double place = from; place != (step > 0.0 ? last : 0.0);) {
        double next = fmin(fmax(place + step, 0.0), last);
        e = saved_at(lines, next);
        if (test(&e) != first)
            return bisect(lines, test, place, next);
        place = next;
    }
    return NAN;
}

/* How often the estimates cross 0, and the place at which they do so for the `wanted`-th time, from 0 on; NaN: they do
 * not. */
static size_t count_crossings(const Lines *lines, size_t wanted, double *place)
{
    size_t count = 0, steps = (lines->n_points - 1) * STEPS_BETWEEN;
    Estimate e = saved_at(lines, 0.0);
    bool before = saves(&e);
    *place = NAN;
    for (size_t i = 1; i <= steps; i++) {
        double at = (double)i / STEPS_BETWEEN;
        e = saved_at(lines, at);
        if (saves(&e) == before)
            continue;
        before = !before;
        if (count++ == wanted)
            *place = bisect(lines, saves, at - 1.0 / STEPS_BETWEEN, at);
    }
    return count;
}

/* The first place from an end of the range on at which 0 is held; beyond all places if there is none. */
static double enter(const Lines *lines, double from, double step)
{
    Estimate e = saved_at(lines, from);
    double change = holds_zero(&e) ? from : next_change(lines, holds_zero, from, step);
    return isfinite(change) ? change : copysign(INFINITY, step);
}

/* Where 0 is no longer held, from a crossing on; the end of the range if it is held to there. Without any noise the
 * interval is a point, which rounding may miss. */
static double leave(const Lines *lines, double crossing, double step)
{
    Estimate e = saved_at(lines, crossing);
    double change = holds_zero(&e) ? next_change(lines, holds_zero, crossing, step) : crossing;
    return isfinite(change) ? change : step > 0.0 ? (double)(lines->n_points - 1) : 0.0;
}

/* The first and the last place at which 0 is held: steps find what is wider than they are, crossings what is narrower.
 */
static bool find_ends(const Lines *lines, size_t crossings, double *low, double *high)
{
    const double step = 1.0 / STEPS_BETWEEN;
    *low = enter(lines, 0.0, step);
    *high = enter(lines, (double)(lines->n_points - 1), -step);
    if (crossings > 0) {
        double first, last;
        count_crossings(lines, 0, &first);
        count_crossings(lines, crossings - 1, &last);
        *low = fmin(*low, leave(lines, first, -step));
        *high = fmax(*high, leave(lines, last, step));
    }
    return *low <= *high;
}

Crossover crossover_estimate(const CrossoverPoint *points, size_t n, double alpha)
{
    Crossover crossover = {.at = NAN, .low = NAN, .high = NAN};
    Lines lines = lines_new(points, n, alpha);
    crossover.n_units = lines.n_units;
    if (n >= 2 && lines.n_units >= 1) {
        double place, low, high;
        Estimate first = saved_at(&lines, 0.0);
        crossover.crossings = count_crossings(&lines, SIZE_MAX, &place);
        if (crossover.crossings % 2) {
            count_crossings(&lines, crossover.crossings / 2, &place);
            crossover.at = x_at(&lines, place);
        }
        crossover.possible = first.method != CI_METHOD_NONE && find_ends(&lines, crossover.crossings, &low, &high);
        if (crossover.possible) {
            crossover.low = low > 0.0 ? x_at(&lines, low) : NAN;
            crossover.high = high < (double)(n - 1) ? x_at(&lines, high) : NAN;
        }
    }
    free(lines.saved);
    free(lines.scratch);
    return crossover;
}
