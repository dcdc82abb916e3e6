/* The statistics against STATISTICS 5's vectors, published values and hand-computed cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "distribution.h"
#include "hosts.h"
#include "mem.h"
#include "stats.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>

#define NEAR(actual, expected, tolerance) assert_true(fabs((actual) - (expected)) <= (tolerance))

static const double reference[] = {.012, -.004, .020, .007, .001, .015, -.009, .011, .006, .003};

static void test_signed_rank_k_table(void **state)
{
    (void)state;
    static const size_t table[][4] = {{6, 1, 1, 0},        {8, 4, 4, 1},        {10, 9, 8, 4},
                                      {12, 14, 13, 8},     {16, 30, 29, 20},    {20, 53, 51, 38},
                                      {30, 138, 133, 110}, {40, 265, 258, 221}, {60, 649, 637, 568}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_int_equal(stats_signed_rank_k(table[i][0], 0.05), table[i][1]);
        assert_int_equal(stats_signed_rank_k(table[i][0], 0.04), table[i][2]);
        assert_int_equal(stats_signed_rank_k(table[i][0], 0.01), table[i][3]);
    }
}

static void test_t_quantiles(void **state)
{
    (void)state;
    NEAR(distribution_t_quantile(0.975, 14), 2.144787, 5e-7);
    NEAR(distribution_t_quantile(0.98, 14), 2.263781, 5e-7);
    NEAR(distribution_t_quantile(0.975, 1), 12.706205, 5e-6);
    NEAR(distribution_t_quantile(0.975, 1e7), 1.959964, 5e-6);
    NEAR(distribution_t_quantile(0.025, 14), -2.144787, 5e-7);
    NEAR(distribution_t_quantile(0.5, 3), 0.0, 0.0);
    NEAR(distribution_t_quantile(0.8, 15), 0.866245, 5e-7);
    NEAR(distribution_normal_quantile(0.975), 1.959964, 5e-7);
}

static void test_pmf_sums_to_one(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 2, 7, 64, 200};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t n = sizes[i];
        double *pmf = distribution_signed_rank_pmf(n);
        double sum = 0.0;
        for (size_t t = 0; t <= n * (n + 1) / 2; t++) {
            sum += pmf[t];
            NEAR(pmf[t], pmf[n * (n + 1) / 2 - t], 1e-15);
        }
        NEAR(sum, 1.0, 1e-12);
        free(pmf);
    }
}

static void test_reference_vector(void **state)
{
    (void)state;
    Estimate e = stats_estimate(reference, 10, 0.05, 0.0);
    assert_int_equal(e.method, CI_METHOD_SIGNED_RANK);
    NEAR(e.point, 0.0065, 1e-12);
    NEAR(e.low, -0.0005, 1e-12);
    NEAR(e.high, 0.0130, 1e-12);
    NEAR(stats_p_two_sided(reference, 10, 0.0), 0.064453, 5e-7);
}

static void test_six_zeros(void **state)
{
    (void)state;
    static const double zeros[6] = {0};
    Estimate e = stats_estimate(zeros, 6, 0.05, 0.0);
    NEAR(e.low, 0.0, 0.0);
    NEAR(e.high, 0.0, 0.0);
    NEAR(stats_p_two_sided(zeros, 6, 0.0), 1.0, 0.0);
    assert_false(e.degenerate);
    Estimate floored = stats_estimate(zeros, 6, 0.05, 1e-6);
    assert_true(floored.degenerate);
    NEAR(floored.half_width, 1e-6, 1e-15);
}

static void test_small_samples(void **state)
{
    (void)state;
    assert_int_equal(stats_estimate(reference, 0, 0.05, 0.0).method, CI_METHOD_NONE);
    Estimate one = stats_estimate(reference, 1, 0.05, 0.0);
    assert_int_equal(one.method, CI_METHOD_NONE);
    NEAR(one.point, 0.012, 0.0);
    assert_true(isnan(one.low));
    Estimate four = stats_estimate(reference, 4, 0.05, 0.0);
    assert_int_equal(four.method, CI_METHOD_STUDENT_T);
    NEAR(four.point, stats_mean(reference, 4), 1e-15);
    NEAR(four.half_width, 3.182446 * stats_sd(reference, 4) / 2.0, 1e-7);
    /* n = 6 cannot reach 99%: t stands in around the same centre. */
    Estimate six = stats_estimate(reference, 6, 0.01, 0.0);
    assert_int_equal(six.method, CI_METHOD_STUDENT_T);
    NEAR(six.point, stats_hodges_lehmann(reference, 6), 1e-15);
}

static void test_p_values_are_exact(void **state)
{
    (void)state;
    static const double positive[] = {1, 2, 3, 4, 5};
    NEAR(stats_p_greater(positive, 5, 0.0), 1.0 / 32, 1e-15);
    NEAR(stats_p_less(positive, 5, 0.0), 1.0, 1e-15);
    NEAR(stats_p_two_sided(positive, 5, 0.0), 2.0 / 32, 1e-15);
    NEAR(stats_p_less(positive, 5, 10.0), 1.0 / 32, 1e-15);
    static const double tied[] = {1, -1, 1, -1};
    NEAR(stats_p_two_sided(tied, 4, 0.0), 1.0, 1e-15);
}

static void test_shift_and_mirror(void **state)
{
    (void)state;
    double shifted[10];
    double mirrored[10];
    for (int i = 0; i < 10; i++) {
        shifted[i] = reference[i] + 1.0;
        mirrored[i] = -reference[i];
    }
    Estimate base = stats_estimate(reference, 10, 0.05, 0.0);
    Estimate up = stats_estimate(shifted, 10, 0.05, 0.0);
    Estimate flip = stats_estimate(mirrored, 10, 0.05, 0.0);
    NEAR(up.point, base.point + 1.0, 1e-12);
    NEAR(up.half_width, base.half_width, 1e-12);
    NEAR(flip.low, -base.high, 1e-15);
    NEAR(flip.high, -base.low, 1e-15);
}

static void test_holm(void **state)
{
    (void)state;
    static const double p[] = {0.01, 0.04, 0.03, 0.005};
    double adjusted[4];
    stats_holm(p, 4, adjusted);
    NEAR(adjusted[3], 0.02, 1e-15);
    NEAR(adjusted[0], 0.03, 1e-15);
    NEAR(adjusted[2], 0.06, 1e-15);
    NEAR(adjusted[1], 0.06, 1e-15);
}

static void test_layout_units(void **state)
{
    (void)state;
    static const double d[] = {1, 10, 2, 20, 6};
    static const unsigned layout[] = {0, 1, 0, 1, 0};
    double unit[5];
    unsigned id[5];
    assert_int_equal(stats_layout_units(d, layout, 5, unit, id), 2);
    NEAR(unit[0], stats_hodges_lehmann((const double[]){1, 2, 6}, 3), 1e-15);
    NEAR(unit[1], 15.0, 1e-15);
    assert_int_equal(id[0], 0);
    assert_int_equal(id[1], 1);
}

static void test_mde_and_grade(void **state)
{
    (void)state;
    Estimate e = {.n = 16, .alpha = 0.05, .se = 0.002, .half_width = 0.004, .method = CI_METHOD_SIGNED_RANK};
    NEAR(stats_mde_pct(&e), 100.0 * expm1((2.131450 + 0.866245) * 0.002), 1e-5);
    assert_true(stats_mde_family_pct(&e, 10, 0.01) > stats_mde_pct(&e));
    assert_int_equal(stats_grade(&e, false, 0, false), 'A');
    assert_int_equal(stats_grade(&e, true, 0, false), 'C');
    assert_int_equal(stats_grade(&e, false, 2, false), 'C');
    assert_int_equal(stats_grade(&e, true, 1, false), 'D');
    assert_int_equal(stats_grade(&e, false, 0, true), 'F');
    e.n = 5;
    assert_int_equal(stats_grade(&e, false, 0, false), 'F');
    NEAR(stats_layout_adjusted_half_width(0.0, 0.015), M_SQRT2 * 1.96 * 0.015, 1e-12);
}

/* Two workloads with the same units: their mean is the workload, and the jackknife sees fully shared noise. */
static void test_suite(void **state)
{
    (void)state;
    static const unsigned id[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    double higher[10];
    for (int i = 0; i < 10; i++)
        higher[i] = reference[i] + 0.1;
    UnitSeries series[] = {{.u = reference, .id = id, .n = 10}, {.u = higher, .id = id, .n = 10}};
    SuiteEstimate suite = suite_estimate(series, 2, 0.05);
    NEAR(suite.geomean, 0.0565, 1e-12);
    assert_int_equal(suite.n_units, 10);
    assert_int_equal(suite.max_index, 1);
    assert_int_equal(suite.min_index, 0);
    NEAR(suite.max, 0.1065, 1e-12);
    assert_true(suite.max_low < suite.max && suite.max < suite.max_high);
    assert_true(isnan(suite.population_low));
    /* Delete-one HL of the reference, checked by hand against the formula. */
    double g[10];
    for (int leave = 0; leave < 10; leave++) {
        double rest[9];
        int n = 0;
        for (int i = 0; i < 10; i++)
            if (i != leave)
                rest[n++] = reference[i];
        g[leave] = stats_hodges_lehmann(rest, 9) + 0.05;
    }
    double sum = 0.0;
    for (int i = 0; i < 10; i++)
        sum += (g[i] - stats_mean(g, 10)) * (g[i] - stats_mean(g, 10));
    NEAR(suite.se, sqrt(0.9 * sum), 1e-12);
    assert_true(isnan(suite_estimate(series, 0, 0.05).geomean));
}

static void test_layout_sd(void **state)
{
    (void)state;
    /* Layout means 0 and 0.04, noise +-0.01 within: var 8e-4, pooled within 2e-4, two blocks each. */
    static const double d[] = {0.01, 0.05, -0.01, 0.03};
    static const unsigned layout[] = {0, 1, 0, 1};
    NEAR(stats_layout_sd(d, layout, 4), sqrt(8e-4 - 2e-4 / 2.0), 1e-12);
    assert_true(isnan(stats_layout_sd(d, (const unsigned[]){0, 1, 2, 3}, 4)));
    assert_true(isnan(stats_layout_sd(d, (const unsigned[]){0, 0, 0, 0}, 4)));
    NEAR(stats_layout_sd((const double[]){.01, .01, -.01, -.01}, layout, 4), 0.0, 0.0);
}

static Estimate host(double point, double se, size_t n)
{
    return (Estimate){.n = n,
                      .point = point,
                      .low = point - 2.2 * se,
                      .high = point + 2.2 * se,
                      .se = se,
                      .method = CI_METHOD_SIGNED_RANK};
}

static void test_hosts(void **state)
{
    (void)state;
    const Estimate e[] = {host(0.05, 0.003, 16), host(0.07, 0.004, 20), host(0.03, 0.012, 12), {.n = 1, .point = 9.0}};
    HostsEstimate h = hosts_estimate(e, 4, 0.05);
    assert_int_equal(h.n, 3);
    assert_int_equal(h.fewest_units, 12);
    NEAR(h.mean, 0.05, 1e-15);
    NEAR(h.se, 0.013 / 3.0, 1e-15);
    NEAR(h.high - h.mean, 2.200985 * h.se, 1e-8);
    NEAR(h.population_high - h.mean, 4.302653 * 0.02 / sqrt(3.0), 1e-7);
    /* Q by hand: weights 1/9, 1/16, 1/144 per 1e-6. */
    double w[] = {1.0 / 9.0, 1.0 / 16.0, 1.0 / 144.0};
    double centre = (50.0 * w[0] + 70.0 * w[1] + 30.0 * w[2]) / (w[0] + w[1] + w[2]);
    double q = w[0] * pow(50.0 - centre, 2) + w[1] * pow(70.0 - centre, 2) + w[2] * pow(30.0 - centre, 2);
    NEAR(h.q_p, exp(-q / 2.0), 1e-12);
    NEAR(h.i2_pct, 100.0 * (q - 2.0) / q, 1e-9);
    assert_false(h.dependent);
    NEAR(h.least, 0.03, 0.0);
    const Estimate against[] = {host(0.05, 0.003, 16), host(-0.05, 0.003, 16)};
    h = hosts_estimate(against, 2, 0.05);
    assert_true(h.dependent);
    assert_true(isnan(h.population_low));
    assert_int_equal(hosts_estimate(e + 3, 1, 0.05).n, 0);
}

static void test_binomial_bound(void **state)
{
    (void)state;
    assert_int_equal(distribution_binomial_quantile(0.99, 20, 0.05), 4);
    assert_int_equal(distribution_binomial_quantile(0.99, 1, 0.05), 1);
}

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The definition itself: all averages, sorted. */
static double hodges_lehmann_by_definition(const double *x, size_t n)
{
    size_t count = 0;
    double *walsh = mem_alloc(n * (n + 1) / 2, sizeof *walsh);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++)
            walsh[count++] = 0.5 * (x[i] + x[j]);
    qsort(walsh, count, sizeof *walsh, by_value);
    double centre = count % 2 == 1 ? walsh[count / 2] : 0.5 * (walsh[count / 2 - 1] + walsh[count / 2]);
    free(walsh);
    return centre;
}

/* Many values are selected from, not sorted: to the last bit the same, with ties, with gaps, with nothing but zeros. */
static void test_hodges_lehmann_of_many(void **state)
{
    (void)state;
    double x[700];
    unsigned random = 1;
    for (size_t n = 2; n <= 700; n += n < 120 ? 1 : 97)
        for (int kind = 0; kind < 6; kind++) {
            for (size_t i = 0; i < n; i++) {
                random = random * 1664525u + 1013904223u;
                double uniform = (random >> 8) / 16777216.0 - 0.5;
                x[i] = kind == 0   ? uniform
                       : kind == 1 ? floor(8.0 * uniform)
                       : kind == 2 ? (uniform < 0.0 ? -1.0 : 1.0) * exp(40.0 * uniform)
                       : kind == 3 ? 0.0
                       : kind == 4 ? (i % 2 == 0 ? 1.0 : 2.0)
                                   : 1.0 + 1e-15 * uniform;
            }
            double expected = hodges_lehmann_by_definition(x, n);
            double got = stats_hodges_lehmann(x, n);
            if (expected != got)
                fail_msg("kind %d, n %zu: %.17g, expected %.17g", kind, n, got, expected);
        }
    x[300] = NAN;
    assert_true(isnan(stats_hodges_lehmann(x, 700)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hodges_lehmann_of_many),
        cmocka_unit_test(test_signed_rank_k_table),
        cmocka_unit_test(test_t_quantiles),
        cmocka_unit_test(test_pmf_sums_to_one),
        cmocka_unit_test(test_reference_vector),
        cmocka_unit_test(test_six_zeros),
        cmocka_unit_test(test_small_samples),
        cmocka_unit_test(test_p_values_are_exact),
        cmocka_unit_test(test_shift_and_mirror),
        cmocka_unit_test(test_holm),
        cmocka_unit_test(test_layout_units),
        cmocka_unit_test(test_mde_and_grade),
        cmocka_unit_test(test_suite),
        cmocka_unit_test(test_layout_sd),
        cmocka_unit_test(test_hosts),
        cmocka_unit_test(test_binomial_bound),
    };
    return cmocka_run_group_tests_name("harness stats", tests, NULL, NULL);
}
