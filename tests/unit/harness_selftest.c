/* What the self-test concludes from runs with known truth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "harness_fixture.h"
#include "selftest.h"

#include <math.h>

static SelftestCount count_of(Result *result, bool injected)
{
    Comparison comparison = compare_result(result, 1, METRIC_CPU);
    SelftestCount count = selftest_count(&comparison, injected);
    compare_free(&comparison);
    return count;
}

/* The fixture's sides differ by 29% and 5%: no A/A experiment. */
static void test_a_difference_fails(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    SelftestCount count = count_of(&result, false);
    assert_int_equal(count.judged, 3);
    assert_int_equal(count.missed, 2);
    assert_int_equal(count.allowed, 1);
    assert_int_equal(count.verdict, SELFTEST_FAILED);
    result_free(&result);
}

/* Half the precision takes four times as long; what is precise enough need not be longer. */
static void test_how_much_longer(void **state)
{
    (void)state;
    const SelftestCount blunt = {.mde_pct = 4.0};
    const SelftestCount sharp = {.mde_pct = 0.5};
    const SelftestCount unknown = {.mde_pct = NAN};
    assert_true(fabs(selftest_longer(&blunt) - 4.0) < 1e-12);
    assert_true(selftest_longer(&sharp) == 1.0);
    assert_true(isnan(selftest_longer(&unknown)));
}

static void make_equal(Result *result, double factor)
{
    for (size_t w = 0; w < result->n_workloads; w++) {
        WorkloadResult *workload = &result->workloads[w];
        workload->control = false;
        workload->loops = 5000;
        for (int b = 0; b < FIXTURE_BLOCKS; b++)
            for (int v = 0; v < FIXTURE_VALUES; v++) {
                SideSamples *side = workload->blocks[b].sides;
                double wobble = 0.001 * sin(1.7 * b + 2.3 * v);
                side[SIDE_B].cpu_ns[v] = (uint64_t)((double)side[SIDE_A].cpu_ns[v] * factor * (1.0 + wobble));
                side[SIDE_B].wall_ns[v] = side[SIDE_B].cpu_ns[v] + 1000;
            }
    }
}

static void test_no_difference_passes(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    make_equal(&result, 1.0);
    assert_int_equal(count_of(&result, false).verdict, SELFTEST_PASSED);
    assert_int_equal(count_of(&result, true).verdict, SELFTEST_FAILED); /* and is no 2% */
    result_free(&result);
}

static void test_two_per_cent_are_found(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    make_equal(&result, 1.02);
    SelftestCount count = count_of(&result, true);
    assert_true(count.found);
    assert_int_equal(count.found_alone, 3);
    assert_int_equal(count.verdict, SELFTEST_PASSED);
    assert_int_equal(selftest_more(5000), 5100);
    assert_int_equal(selftest_more(0), 0);
    result.workloads[0].n_blocks = 3;
    assert_int_equal(count_of(&result, true).verdict, SELFTEST_TOO_FEW);
    result.workloads[0].n_blocks = FIXTURE_BLOCKS;
    result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_difference_fails),
        cmocka_unit_test(test_how_much_longer),
        cmocka_unit_test(test_no_difference_passes),
        cmocka_unit_test(test_two_per_cent_are_found),
    };
    return cmocka_run_group_tests_name("harness selftest", tests, NULL, NULL);
}
