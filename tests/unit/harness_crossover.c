/* Where a sweep crosses 1: lines with known crossings, intervals that are open, and units that some points lack. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "crossover.h"

#include <math.h>

#define NEAR(actual, expected, tolerance) assert_true(fabs((actual) - (expected)) <= (tolerance))

enum { POINTS = 6, UNITS = 16 };

static const double shares[POINTS] = {0, 0.1, 1, 10, 50, 100};

/* Sixteen units whose candidate costs `fixed` + `each` x, the baseline 100 + 4 x; unit k wobbles by so much. */
typedef struct Case {
    CrossoverPoint points[POINTS];
    double u[POINTS][UNITS];
    unsigned id[POINTS][UNITS];
    double cost[POINTS][UNITS];
} Case;

static void fill(Case *c, double fixed, double each, double wobble)
{
    for (int i = 0; i < POINTS; i++) {
        double b = fixed + each * shares[i];
        for (int k = 0; k < UNITS; k++) {
            c->u[i][k] = log((100.0 + 4.0 * shares[i]) / b) + wobble * (k - (UNITS - 1) / 2.0) / UNITS;
            c->id[i][k] = (unsigned)k;
            c->cost[i][k] = b;
        }
        c->points[i] =
            (CrossoverPoint){.x = shares[i], .cost = c->cost[i], .unit = {.u = c->u[i], .id = c->id[i], .n = UNITS}};
    }
}

static void test_exact_lines(void **state)
{
    (void)state;
    Case c;
    for (double truth = 0.5; truth < 100.0; truth += 7.3) {
        fill(&c, 80.0, 4.0 + 20.0 / truth, 0.0);
        Crossover x = crossover_estimate(c.points, POINTS, 0.05);
        assert_true(x.possible);
        assert_int_equal(x.n_units, UNITS);
        NEAR(x.at, truth, 1e-6 * truth);
        NEAR(x.low, truth, 1e-6 * truth);
        NEAR(x.high, truth, 1e-6 * truth);
    }
}

/* From slower to faster is a crossing, too. */
static void test_upwards(void **state)
{
    (void)state;
    Case c;
    fill(&c, 120.0, 3.0, 0.01);
    Crossover x = crossover_estimate(c.points, POINTS, 0.05);
    NEAR(x.at, 20.0, 0.1);
    assert_true(x.low < 20.0 && x.high > 20.0 && x.low > 18.0 && x.high < 22.0);
}

static void test_none(void **state)
{
    (void)state;
    Case c;
    fill(&c, 80.0, 4.0, 0.01);
    Crossover x = crossover_estimate(c.points, POINTS, 0.05);
    assert_true(isnan(x.at) && isnan(x.low) && isnan(x.high));
    assert_false(x.possible);
}

static void test_open(void **state)
{
    (void)state;
    Case c;
    fill(&c, 100.0, 4.0, 0.02); /* the same program twice: anything is possible */
    Crossover x = crossover_estimate(c.points, POINTS, 0.05);
    assert_true(x.possible && isnan(x.low) && isnan(x.high));
    fill(&c, 80.0, 4.0 + 20.0 / 99.0, 0.02); /* just before the end */
    x = crossover_estimate(c.points, POINTS, 0.05);
    NEAR(x.at, 99.0, 0.5);
    assert_true(x.possible && x.low > 90.0 && x.low < 99.0 && isnan(x.high));
    fill(&c, 80.0, 4.0 + 20.0 / 101.0, 0.02); /* just behind it */
    x = crossover_estimate(c.points, POINTS, 0.05);
    assert_true(x.possible && isnan(x.at) && x.low > 90.0 && isnan(x.high));
    fill(&c, 100.5, 4.2, 0.04); /* before the beginning */
    x = crossover_estimate(c.points, POINTS, 0.05);
    assert_true(x.possible && isnan(x.at) && isnan(x.low) && x.high > 0.0 && x.high < 10.0);
}

/* Wider noise, wider interval; a stricter level, too. */
static void test_width(void **state)
{
    (void)state;
    Case c;
    fill(&c, 80.0, 4.5, 0.01);
    Crossover quiet = crossover_estimate(c.points, POINTS, 0.05);
    Crossover strict = crossover_estimate(c.points, POINTS, 0.01);
    fill(&c, 80.0, 4.5, 0.04);
    Crossover loud = crossover_estimate(c.points, POINTS, 0.05);
    NEAR(quiet.at, 40.0, 0.2);
    assert_true(strict.high - strict.low > 1.2 * (quiet.high - quiet.low));
    NEAR((loud.high - loud.low) / (quiet.high - quiet.low), 4.0, 0.2);
}

/* Only the units that all points have count, in whatever order they come. */
static void test_missing_units(void **state)
{
    (void)state;
    Case c;
    fill(&c, 80.0, 4.5, 0.02);
    Crossover before = crossover_estimate(c.points, POINTS, 0.05);
    for (int k = 0; k < UNITS; k++) {
        c.id[3][k] = (unsigned)(UNITS - 1 - k);
        c.u[3][k] = log(140.0 / 125.0) + 0.02 * (UNITS - 1 - k - (UNITS - 1) / 2.0) / UNITS;
    }
    Crossover turned = crossover_estimate(c.points, POINTS, 0.05);
    NEAR(turned.at, before.at, 1e-9);
    NEAR(turned.low, before.low, 1e-9);
    c.points[3].unit.n = 7;
    c.id[5][0] = 99;
    Crossover fewer = crossover_estimate(c.points, POINTS, 0.05);
    assert_int_equal(fewer.n_units, 7);
    assert_true(fewer.high - fewer.low > 0.0);
    c.points[4].unit.n = 0;
    Crossover nothing = crossover_estimate(c.points, POINTS, 0.05);
    assert_int_equal(nothing.n_units, 0);
    assert_true(isnan(nothing.at) && !nothing.possible);
    Crossover lone = crossover_estimate(c.points, 1, 0.05);
    assert_true(isnan(lone.at) && !lone.possible);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exact_lines), cmocka_unit_test(test_upwards), cmocka_unit_test(test_none),
        cmocka_unit_test(test_open),        cmocka_unit_test(test_width),   cmocka_unit_test(test_missing_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
