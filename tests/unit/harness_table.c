/* The comparison of a known result: its numbers, its order, and the table to the letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "compare.h"
#include "harness_fixture.h"
#include "table.h"
#include "text.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

static const char golden[] = "lazy against eager (baseline), cpu time of one call of run(n)\n"
                             "2026-01-02, testhost, Test CPU 3000, commit 0123456789ab\n"
                             "\n"
                             "workload                 eager      lazy  speedup  95% interval    verdict grade\n"
                             "-------------------------------------------------------------------------------\n"
                             "fib                     901 µs    701 µs    1.286  [1.283, 1.288]  faster  C\n"
                             "closures               1.00 ms    951 µs    1.053  [1.050, 1.054]  faster  C\n"
                             "sieve *                 801 µs    801 µs    1.000  [0.998, 1.001]  ~       C\n"
                             "-------------------------------------------------------------------------------\n"
                             "geometric mean                              1.163  [1.162, 1.164]\n"
                             "\n"
                             "* control: hardly calls at all, should show nothing; not in the geometric mean\n"
                             "single-build: the intervals hold for these binaries; placing the same code\n"
                             "  elsewhere in memory may move any row by about +-4%\n"
                             "~ no change detected; what would have been: sieve >= 0.3%\n"
                             "max 28.6% [28.3, 28.8] (fib), geomean 16.3% [16.2, 16.4] (2 workloads,\n"
                             "  single-build)\n";

static void test_golden_table(void **state)
{
    (void)state;
    Result result = {0};
    Text text = {0};
    fixture_result(&result);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    table_terminal(&text, &comparison);
    assert_string_equal(text_string(&text), golden);
    text_free(&text);
    compare_free(&comparison);
    result_free(&result);
}

static void test_no_line_is_wider_than_80(void **state)
{
    (void)state;
    Result result = {0};
    Text text = {0};
    fixture_result(&result);
    free(result.workloads[0].name);
    result.workloads[0].name = mem_copy_text("a_workload_with_a_name_that_is_far_too_long");
    free(result.sides[SIDE_A].name);
    result.sides[SIDE_A].name = mem_copy_text("cpython-3.11.7-with-everything");
    result.workloads[1].status = WORKLOAD_FAILED;
    result.workloads[1].error = mem_copy_text("side a: the interpreter was killed by signal 11 (Segmentation fault)");
    Comparison comparison = compare_result(&result, 1, METRIC_WALL);
    table_terminal(&text, &comparison);
    char *rest = text.bytes;
    int number = 0;
    for (char *line; (line = strsep(&rest, "\n")) != NULL;)
        if (number++ > 1) /* the two title lines hold free text */
            assert_in_range(text_columns(line), 0, 80);
    text_free(&text);
    compare_free(&comparison);
    result_free(&result);
}

static void test_estimates(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    const WorkloadComparison *fib = &comparison.workloads[0];
    assert_true(fabs(fib->estimate.point - log(9.0 / 7.0)) < 0.003);
    assert_int_equal(fib->estimate.n, FIXTURE_BLOCKS);
    assert_true(fib->estimate.alpha == 0.04);
    assert_int_equal(fib->verdict, VERDICT_FASTER);
    assert_true(fabs(fib->value_ns[SIDE_A] - 9.0e5) < 2e3);
    assert_true(fabs(fib->counters[1].per_call[SIDE_A] - 9.0e5) < 2e3);
    assert_true(isnan(fib->counters[0].per_call[SIDE_A]));
    assert_int_equal(comparison.workloads[2].verdict, VERDICT_INCONCLUSIVE);
    assert_int_equal(comparison.suite.n_workloads, 2);
    assert_true(fabs(comparison.suite.geomean - 0.5 * (log(9.0 / 7.0) + log(10.0 / 9.5))) < 0.003);
    assert_int_equal(comparison.scope, SCOPE_SINGLE_BUILD);
    result.settings.rounds = 16;
    Comparison fixed = compare_result(&result, 1, METRIC_CPU);
    assert_true(fixed.workloads[0].estimate.alpha == 0.05);
    assert_true(fixed.workloads[0].estimate.half_width <= fib->estimate.half_width);
    compare_free(&fixed);
    compare_free(&comparison);
    result_free(&result);
}

static void test_void_blocks_do_not_count(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    result.workloads[0].blocks[3].void_reason = mem_copy_text("crashed");
    result.workloads[0].blocks[3].sides[SIDE_A].n_values = 1;
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    assert_int_equal(comparison.workloads[0].n_blocks, FIXTURE_BLOCKS - 1);
    assert_int_equal(comparison.workloads[0].n_void, 1);
    assert_true((comparison.workloads[0].flags & (1u << FLAG_VOIDED_BLOCKS)) != 0);
    assert_true(isfinite(comparison.suite.geomean));
    result.workloads[0].blocks[3].sides[SIDE_A].n_values = FIXTURE_VALUES;
    compare_free(&comparison);
    result_free(&result);
}

static void test_layouts_are_the_units(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    result.settings.layouts = 8;
    for (size_t w = 0; w < result.n_workloads; w++)
        for (size_t b = 0; b < FIXTURE_BLOCKS; b++)
            result.workloads[w].blocks[b].layout = (unsigned)b % 8;
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    assert_int_equal(comparison.scope, SCOPE_LAYOUT_RANDOMISED);
    assert_int_equal(comparison.workloads[0].estimate.n, 8);
    assert_int_equal(comparison.suite.n_units, 8);
    compare_free(&comparison);
    result_free(&result);
}

static void test_order(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    size_t order[3];
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    table_order(&comparison, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[1], 1);
    assert_int_equal(order[2], 2);
    compare_free(&comparison);
    result_free(&result);
}

static void expect_time(double ns, const char *expected)
{
    Text text = {0};
    wording_time(&text, ns);
    assert_string_equal(text_string(&text), expected);
    text_free(&text);
}

static void test_times_in_words(void **state)
{
    (void)state;
    expect_time(5.0, "5.00 ns");
    expect_time(999.4, "999 ns");
    expect_time(999.6, "1.00 µs");
    expect_time(12345.0, "12.3 µs");
    expect_time(9.999e6, "10.0 ms");
    expect_time(3.2e9, "3.20 s");
    expect_time(NAN, "-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden_table),
        cmocka_unit_test(test_no_line_is_wider_than_80),
        cmocka_unit_test(test_estimates),
        cmocka_unit_test(test_void_blocks_do_not_count),
        cmocka_unit_test(test_layouts_are_the_units),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_times_in_words),
    };
    return cmocka_run_group_tests_name("harness table", tests, NULL, NULL);
}
