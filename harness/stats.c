#include "stats.h"

#include "distribution.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Beyond this many values the averages of all pairs are selected from, not sorted. */
enum { WALSH_SORTED_MAX = 40, WALSH_FEW = 32 };

const char *stats_ci_method_name(CiMethod method)
{
    static const char *const names[] = {
        [CI_METHOD_NONE] = "none",
        [CI_METHOD_STUDENT_T] = "student-t",
        [CI_METHOD_SIGNED_RANK] = "hl-signed-rank",
        [CI_METHOD_EXACT] = "exact",
    };
    return names[method];
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

static double *sorted_copy(const double *x, size_t n)
{
    double *copy = mem_alloc(n, sizeof *copy);
    memcpy(copy, x, n * sizeof *copy);
    qsort(copy, n, sizeof *copy, compare_doubles);
    return copy;
}

static double sorted_median(const double *sorted, size_t n)
{
    if (n == 0)
        return NAN;
    return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
}

double stats_median(const double *x, size_t n)
{
    double *sorted = sorted_copy(x, n);
    double median = sorted_median(sorted, n);
    free(sorted);
    return median;
}

double stats_mean(const double *x, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return n > 0 ? sum / (double)n : NAN;
}

double stats_sd(const double *x, size_t n)
{
    if (n < 2)
        return NAN;
    double mean = stats_mean(x, n);
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += (x[i] - mean) * (x[i] - mean);
    return sqrt(sum / (double)(n - 1));
}

double stats_mad_sd(const double *x, size_t n)
{
    double median = stats_median(x, n);
    double *distance = mem_alloc(n, sizeof *distance);
    for (size_t i = 0; i < n; i++)
        distance[i] = fabs(x[i] - median);
    double mad = stats_median(distance, n);
    free(distance);
    return 1.4826 * mad;
}

static size_t walsh_count(size_t n)
{
    return n * (n + 1) / 2;
}

/* All averages of pairs, each element with itself included, sorted; the caller frees. */
static double *walsh_averages(const double *x, size_t n)
{
    double *walsh = mem_alloc(walsh_count(n), sizeof *walsh);
    size_t at = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++)
            walsh[at++] = 0.5 * (x[i] + x[j]);
    qsort(walsh, at, sizeof *walsh, compare_doubles);
    return walsh;
}

/* The place in sorted x behind the last j >= i with (x_i + x_j) / 2 <= limit, given that it is not behind `end`. */
static size_t walsh_end(const double *sorted, size_t i, size_t end, double limit)
{
    while (end > i && 0.5 * (sorted[i] + sorted[end - 1]) > limit)
        end--;
    return end;
}

/* How many averages of pairs of the sorted x are at most `limit`. */
static size_t walsh_count_up_to(const double *sorted, size_t n, double limit)
{
    size_t count = 0;
    size_t end = n;
    for (size_t i = 0; i < n && end > i; i++) {
        end = walsh_end(sorted, i, end, limit);
        count += end - i;
    }
    return count;
}

/* The mean of the largest average up to `limit` and the smallest above it. */
static double walsh_around(const double *sorted, size_t n, double limit)
{
    double below = -INFINITY;
    double above = INFINITY;
    size_t end = n;
    for (size_t i = 0; i < n; i++) {
        end = walsh_end(sorted, i, end > i ? end : i, limit);
        if (end > i)
            below = fmax(below, 0.5 * (sorted[i] + sorted[end - 1]));
        if (end < n)
            above = fmin(above, 0.5 * (sorted[i] + sorted[end > i ? end : i]));
    }
    return 0.5 * (below + above);
}

/* The mean of ranks first and second (from 0) among the averages in (low, high], of which there are `count`. */
static double walsh_between(const double *sorted, size_t n, double low, double high, size_t count, size_t first,
                            size_t second)
{
    double *walsh = mem_alloc(count, sizeof *walsh);
    size_t at = 0;
    size_t end_low = n;
    size_t end_high = n;
    for (size_t i = 0; i < n; i++) {
        end_low = walsh_end(sorted, i, end_low > i ? end_low : i, low);
        end_high = walsh_end(sorted, i, end_high > i ? end_high : i, high);
        for (size_t j = end_low; j < end_high; j++)
            walsh[at++] = 0.5 * (sorted[i] + sorted[j]);
    }
    qsort(walsh, at, sizeof *walsh, compare_doubles);
    double middle = 0.5 * (walsh[first] + walsh[second]);
    free(walsh);
    return middle;
}

/* The median of all averages of pairs of sorted x, exactly and without the n^2/2 of them: bisection until few enough
 * are left to be looked at (after Johnson and Mizoguchi 1978). */
static double walsh_median(const double *sorted, size_t n)
{
    size_t first = (walsh_count(n) - 1) / 2;
    size_t second = walsh_count(n) / 2;
    double low = nextafter(sorted[0], -INFINITY);
    double high = sorted[n - 1];
    size_t below = 0;              /* averages up to low; never more than first */
    size_t up_to = walsh_count(n); /* averages up to high; always more than second */
    while (up_to - below > WALSH_FEW + n / WALSH_FEW) {
        double middle = low + 0.5 * (high - low);
        if (middle <= low || middle >= high)
            return high; /* no double lies between: all that are left are the same */
        size_t count = walsh_count_up_to(sorted, n, middle);
        if (count <= first) {
            low = middle;
            below = count;
        } else if (count > second) {
            high = middle;
            up_to = count;
        } else {
            return walsh_around(sorted, n, middle);
        }
    }
    return walsh_between(sorted, n, low, high, up_to - below, first - below, second - below);
}

static double hodges_lehmann_of_many(const double *x, size_t n)
{
    double *sorted = sorted_copy(x, n);
    bool is_number = true;
    for (size_t i = 0; i < n; i++)
        is_number = is_number && isfinite(x[i]);
    double centre = is_number ? walsh_median(sorted, n) : NAN;
    free(sorted);
    return centre;
}

double stats_hodges_lehmann(const double *x, size_t n)
{
    if (n > WALSH_SORTED_MAX)
        return hodges_lehmann_of_many(x, n);
    double *walsh = walsh_averages(x, n);
    double centre = sorted_median(walsh, walsh_count(n));
    free(walsh);
    return centre;
}

size_t stats_signed_rank_k(size_t n, double alpha)
{
    double *pmf = distribution_signed_rank_pmf(n);
    size_t k = 0;
    double below = 0.0;
    /* The tolerance keeps k when alpha/2 is exactly an attainable level and the sum differs in the last bit. */
    while (k <= walsh_count(n) / 2 && below + pmf[k] <= alpha / 2.0 * (1.0 + 1e-12)) {
        below += pmf[k];
        k++;
    }
    free(pmf);
    return k;
}

static void interval_by_t(Estimate *estimate, const double *u)
{
    double hw = distribution_t_quantile(1.0 - estimate->alpha / 2.0, (double)estimate->n - 1.0) *
                stats_sd(u, estimate->n) / sqrt((double)estimate->n);
    estimate->low = estimate->mean - hw;
    estimate->high = estimate->mean + hw;
    estimate->method = CI_METHOD_STUDENT_T;
}

static void widen_to_floor(Estimate *estimate, double floor)
{
    if (estimate->half_width >= floor)
        return;
    double centre = 0.5 * (estimate->low + estimate->high);
    estimate->low = centre - floor;
    estimate->high = centre + floor;
    estimate->half_width = floor;
    estimate->degenerate = true;
}

Estimate stats_estimate(const double *u, size_t n, double alpha, double floor)
{
    Estimate e = {.n = n,
                  .point = NAN,
                  .mean = stats_mean(u, n),
                  .low = NAN,
                  .high = NAN,
                  .half_width = NAN,
                  .se = NAN,
                  .alpha = alpha,
                  .method = CI_METHOD_NONE};
    e.point = e.mean;
    if (n < 2)
        return e;
    bool by_rank = n >= STATS_RANK_MIN_N && n <= STATS_RANK_MAX_N;
    size_t k = by_rank ? stats_signed_rank_k(n, alpha) : 0;
    if (by_rank) {
        double *walsh = walsh_averages(u, n);
        size_t count = walsh_count(n);
        e.point = sorted_median(walsh, count);
        if (k > 0) {
            e.low = walsh[k - 1];
            e.high = walsh[count - k];
            e.method = CI_METHOD_SIGNED_RANK;
        }
        free(walsh);
    }
    if (k == 0)
        interval_by_t(&e, u);
    e.half_width = 0.5 * (e.high - e.low);
    widen_to_floor(&e, floor);
    e.se = e.half_width / distribution_t_quantile(1.0 - alpha / 2.0, (double)n - 1.0);
    return e;
}

/* A deviation and its sign, to be ranked by size. */
typedef struct Deviation {
    double size;
    int sign;
} Deviation;

static int compare_deviations(const void *left, const void *right)
{
    double a = ((const Deviation *)left)->size;
    double b = ((const Deviation *)right)->size;
    return (a > b) - (a < b);
}

/* The sum of the mid-ranks of positive deviations from mu, where zeros give half their rank. */
static double signed_rank_sum(const double *u, size_t n, double mu)
{
    Deviation *deviation = mem_alloc(n, sizeof *deviation);
    for (size_t i = 0; i < n; i++) {
        double d = u[i] - mu;
        deviation[i] = (Deviation){.size = fabs(d), .sign = (d > 0.0) - (d < 0.0)};
    }
    qsort(deviation, n, sizeof *deviation, compare_deviations);
    double sum = 0.0;
    for (size_t start = 0; start < n;) {
        size_t end = start;
        while (end < n && deviation[end].size == deviation[start].size)
            end++;
        double mid_rank = 0.5 * ((double)(start + 1) + (double)end);
        for (size_t i = start; i < end; i++)
            sum += mid_rank * (deviation[i].sign > 0 ? 1.0 : deviation[i].sign == 0 ? 0.5 : 0.0);
        start = end;
    }
    free(deviation);
    return sum;
}

/* P(T <= limit) under the null hypothesis. */
static double signed_rank_cdf(size_t n, double limit)
{
    if (limit < 0.0)
        return 0.0;
    double *pmf = distribution_signed_rank_pmf(n);
    double below = 0.0;
    for (size_t t = 0; t <= walsh_count(n) && (double)t <= limit; t++)
        below += pmf[t];
    free(pmf);
    return fmin(below, 1.0);
}

double stats_p_two_sided(const double *u, size_t n, double mu)
{
    if (n == 0)
        return NAN;
    double t = signed_rank_sum(u, n, mu);
    double extreme = floor(fmin(t, (double)walsh_count(n) - t));
    return fmin(1.0, 2.0 * signed_rank_cdf(n, extreme));
}

double stats_p_less(const double *u, size_t n, double mu)
{
    if (n == 0)
        return NAN;
    return signed_rank_cdf(n, ceil(signed_rank_sum(u, n, mu)));
}

double stats_p_greater(const double *u, size_t n, double mu)
{
    if (n == 0)
        return NAN;
    return signed_rank_cdf(n, ceil((double)walsh_count(n) - signed_rank_sum(u, n, mu)));
}

/* A p-value and where it stands. */
typedef struct Ranked {
    double p;
    size_t place;
} Ranked;

static int compare_ranked(const void *left, const void *right)
{
    const Ranked *a = left;
    const Ranked *b = right;
    return a->p != b->p ? (a->p > b->p) - (a->p < b->p) : (a->place > b->place) - (a->place < b->place);
}

void stats_holm(const double *p, size_t n, double *adjusted)
{
    double reached = 0.0;
    Ranked *ranked = mem_alloc(n, sizeof *ranked);
    for (size_t i = 0; i < n; i++)
        ranked[i] = (Ranked){.p = p[i], .place = i};
    qsort(ranked, n, sizeof *ranked, compare_ranked);
    for (size_t step = 0; step < n; step++) {
        reached = fmax(reached, fmin(1.0, (double)(n - step) * ranked[step].p));
        adjusted[ranked[step].place] = reached;
    }
    free(ranked);
}

size_t stats_layout_units(const double *d, const unsigned *layout, size_t n, double *unit, unsigned *unit_layout)
{
    double *members = mem_alloc(n, sizeof *members);
    size_t units = 0;
    for (size_t i = 0; i < n; i++) {
        bool seen = false;
        for (size_t k = 0; k < units; k++)
            seen = seen || unit_layout[k] == layout[i];
        if (seen)
            continue;
        size_t count = 0;
        for (size_t j = i; j < n; j++)
            if (layout[j] == layout[i])
                members[count++] = d[j];
        unit[units] = count >= 3 ? stats_hodges_lehmann(members, count) : stats_mean(members, count);
        unit_layout[units++] = layout[i];
    }
    free(members);
    return units;
}

double stats_layout_sd(const double *d, const unsigned *layout, size_t n)
{
    double *mean = mem_alloc(n, sizeof *mean);
    double within = 0.0;
    size_t layouts = 0;
    for (size_t i = 0; i < n; i++) {
        bool first = true;
        double sum = 0.0;
        double count = 0.0;
        for (size_t j = 0; j < n; j++) {
            if (layout[j] != layout[i])
                continue;
            first = first && j >= i;
            sum += d[j];
            count += 1.0;
        }
        within += (d[i] - sum / count) * (d[i] - sum / count);
        if (first)
            mean[layouts++] = sum / count;
    }
    double sd = NAN;
    if (layouts >= 2 && n > layouts) {
        double between = stats_sd(mean, layouts);
        double noise = within / (double)(n - layouts) / ((double)n / (double)layouts);
        sd = sqrt(fmax(0.0, between * between - noise));
    }
    free(mean);
    return sd;
}

double stats_pct(double log_ratio)
{
    return 100.0 * expm1(log_ratio);
}

double stats_mde_pct(const Estimate *estimate)
{
    if (estimate->method == CI_METHOD_NONE)
        return NAN;
    double df = (double)estimate->n - 1.0;
    double sum = distribution_t_quantile(1.0 - estimate->alpha / 2.0, df) + distribution_t_quantile(0.8, df);
    return stats_pct(sum * estimate->se);
}

double stats_mde_family_pct(const Estimate *estimate, size_t family, double margin)
{
    if (estimate->method == CI_METHOD_NONE || family == 0)
        return NAN;
    double df = (double)estimate->n - 1.0;
    double sum = distribution_t_quantile(1.0 - estimate->alpha / (double)family, df) + distribution_t_quantile(0.8, df);
    return stats_pct(sum * estimate->se + log1p(margin));
}

double stats_lag1(const double *x, size_t n)
{
    if (n < 3)
        return NAN;
    double mean = stats_mean(x, n);
    double product = 0.0;
    double square = 0.0;
    for (size_t i = 0; i < n; i++) {
        square += (x[i] - mean) * (x[i] - mean);
        if (i + 1 < n)
            product += (x[i] - mean) * (x[i + 1] - mean);
    }
    return square > 0.0 ? product / square : 0.0;
}

double stats_layout_adjusted_half_width(double half_width, double layout_sd)
{
    double per_arm = 1.96 * layout_sd;
    return sqrt(half_width * half_width + 2.0 * per_arm * per_arm);
}

char stats_grade(const Estimate *estimate, bool cap_c, int demerits, bool many_failures)
{
    static const double limit_pct[] = {0.5, 1.0, 2.0, 5.0};
    if (estimate->method == CI_METHOD_NONE || estimate->n < STATS_RANK_MIN_N || many_failures)
        return 'F';
    int grade = 0;
    while (grade < 4 && stats_pct(estimate->half_width) > limit_pct[grade])
        grade++;
    if (cap_c && grade < 2)
        grade = 2;
    grade += demerits;
    return grade >= 4 ? 'F' : (char)('A' + grade);
}
