/* The statistics against R 4.2.2, where both compute the same quantity. The values were printed by the calls in the
 * comments (options(digits = 15)); R is not needed to build or to test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "distribution.h"
#include "stats.h"

#include <math.h>
#include <stdlib.h>

#define NEAR(actual, expected, tolerance) assert_true(fabs((actual) - (expected)) <= (tolerance))
#define COUNT(array)                      (sizeof(array) / sizeof *(array))

static const double x[] = {.012, -.004, .020, .007, .001, .015, -.009, .011, .006, .003};
static const double y[] = {3.1, -0.7, 2.2, 4.4, -1.9, 0.6, 5.3, 2.9, -0.2, 1.7, 3.8, 0.9, -2.6, 6.1, 1.2, 2.05};

/* psignrank(q, n) */
static void test_signed_rank_distribution(void **state)
{
    (void)state;
    static const struct {
        size_t n, q;
        double p;
    } rows[] = {{6, 0, 0.015625},
                {6, 5, 0.15625},
                {16, 0, 1.525878906250001e-05},
                {16, 5, 1.525878906250e-4},
                {16, 30, 0.02532958984375},
                {16, 60, 0.3528594970703126},
                {20, 5, 9.5367431640625e-6},
                {20, 30, 0.001827239990234375},
                {20, 60, 0.04865360260009766}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        double *pmf = distribution_signed_rank_pmf(rows[i].n);
        double sum = 0.0;
        for (size_t t = 0; t <= rows[i].q; t++)
            sum += pmf[t];
        NEAR(sum, rows[i].p, 1e-14);
        free(pmf);
    }
}

/* qsignrank(c(.025, .02), n): the rank of the Walsh average at which R's own interval ends. */
static void test_signed_rank_quantiles(void **state)
{
    (void)state;
    static const size_t rows[][3] = {{8, 4, 4}, {16, 30, 29}, {30, 138, 133}, {64, 748, 734}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(stats_signed_rank_k(rows[i][0], 0.05), rows[i][1]);
        assert_int_equal(stats_signed_rank_k(rows[i][0], 0.04), rows[i][2]);
    }
}

/* wilcox.test(x, conf.int = TRUE, exact = TRUE); wilcox.test(y, ..., conf.level = .96) */
static void test_estimate_and_interval(void **state)
{
    (void)state;
    Estimate e = stats_estimate(x, COUNT(x), 0.05, 0.0);
    NEAR(e.point, 0.0065, 1e-15);
    NEAR(e.low, -0.0005, 1e-15);
    NEAR(e.high, 0.0130, 1e-15);
    NEAR(stats_p_two_sided(x, COUNT(x), 0.0), 0.064453125, 1e-15);
    e = stats_estimate(y, COUNT(y), 0.04, 0.0);
    NEAR(e.point, 1.825, 1e-14);
    NEAR(e.low, 0.35, 1e-14);
    NEAR(e.high, 3.25, 1e-14);
    NEAR(stats_p_two_sided(y, COUNT(y), 0.0), 0.013092041015625, 1e-15);
}

/* wilcox.test(x, mu = ..., alternative = "less" or "greater", exact = TRUE) */
static void test_one_sided(void **state)
{
    (void)state;
    NEAR(stats_p_less(x, COUNT(x), -0.01), 1.0, 1e-15);
    NEAR(stats_p_less(x, COUNT(x), 0.0095), 0.1611328125, 1e-15);
    NEAR(stats_p_greater(x, COUNT(x), 0.0005), 0.0322265625, 1e-15);
}

/* qt(c(.8, .975, .98, .9995), df); qnorm(c(.8, .975, .9974386)) */
static void test_quantiles(void **state)
{
    (void)state;
    static const double p[] = {.8, .975, .98, .9995};
    static const struct {
        double df, t[4];
    } rows[] = {{1, {1.3763819204712, 12.7062047361747, 15.8945448438653, 636.6192487687897}},
                {2, {1.0606601717798, 4.3026527297495, 4.8487322138506, 31.5990545764454}},
                {5, {0.91954378024083, 2.57058183563631, 2.75650852190947, 6.86882662588127}},
                {15, {0.86624497319495, 2.13144954555978, 2.24854029161067, 4.07276519590385}},
                {63, {0.84736391227564, 1.99834054252074, 2.09714640148101, 3.45176894496103}}};
    for (size_t i = 0; i < COUNT(rows); i++)
        for (int j = 0; j < 4; j++)
            NEAR(distribution_t_quantile(p[j], rows[i].df), rows[i].t[j], 1e-11 * rows[i].t[j]);
    NEAR(distribution_normal_quantile(.8), 0.841621233572914, 1e-13);
    NEAR(distribution_normal_quantile(.975), 1.959963984540054, 1e-13);
    NEAR(distribution_normal_quantile(.9974386), 2.799208797134097, 1e-12);
}

/* pchisq(x, df, lower.tail = FALSE) */
static void test_chi_square(void **state)
{
    (void)state;
    NEAR(distribution_chi_square_above(0.5, 1), 0.47950012218695348, 1e-13);
    NEAR(distribution_chi_square_above(3.84145882069412, 1), 0.05, 1e-13);
    NEAR(distribution_chi_square_above(20.0, 7), 0.00556968307294557, 1e-14);
    NEAR(distribution_chi_square_above(60.0, 40), 0.02187346844139086, 1e-13);
}

/* p.adjust(c(.01, .04, .03, .005, .2, .011), "holm"); qbinom(.99, n, .05) */
static void test_holm_and_binomial(void **state)
{
    (void)state;
    static const double p[] = {.01, .04, .03, .005, .2, .011};
    static const double expected[] = {.05, .09, .09, .03, .2, .05};
    double adjusted[6];
    stats_holm(p, 6, adjusted);
    for (int i = 0; i < 6; i++)
        NEAR(adjusted[i], expected[i], 1e-15);
    assert_int_equal(distribution_binomial_quantile(.99, 22, .05), 4);
    assert_int_equal(distribution_binomial_quantile(.99, 60, .05), 7);
    assert_int_equal(distribution_binomial_quantile(.99, 100, .05), 11);
}

/* mad(y); sd(y); acf(y)$acf[2] */
static void test_spread(void **state)
{
    (void)state;
    NEAR(stats_mad_sd(y, COUNT(y)), 2.37216, 1e-12);
    NEAR(stats_sd(y, COUNT(y)), 2.45685902118945, 1e-13);
    NEAR(stats_lag1(y, COUNT(y)), -0.336034180312733, 1e-14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signed_rank_distribution),
        cmocka_unit_test(test_signed_rank_quantiles),
        cmocka_unit_test(test_estimate_and_interval),
        cmocka_unit_test(test_one_sided),
        cmocka_unit_test(test_quantiles),
        cmocka_unit_test(test_chi_square),
        cmocka_unit_test(test_holm_and_binomial),
        cmocka_unit_test(test_spread),
    };
    return cmocka_run_group_tests_name("harness stats against R", tests, NULL, NULL);
}
