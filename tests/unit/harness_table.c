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
                             "95% intervals (alpha 0.04, it stopped by width; signed-rank per workload,\n"
                             "  jackknife over 16 rounds); a workload's change of 0.3% to 0.3% (median 0.3%),\n"
                             "  and one of 0.1% in the mean, would have been found 4 times in 5\n"
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
    assert_true(fabs(fib->per_call[SIDE_A] - 9.0e5) < 2e3);
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

/* Any event has intervals of its own; an event that was not had, and a name nobody knows, are refused with reasons. */
static void test_metrics(void **state)
{
    (void)state;
    Result result = {0};
    Error error = ERROR_INIT;
    Metric metric;
    fixture_result(&result);
    assert_int_equal(compare_find_metric(&result, "task-clock", &metric, &error), 0);
    Comparison comparison = compare_result(&result, 1, metric);
    assert_string_equal(comparison.metric_name, "task-clock");
    assert_int_equal(comparison.workloads[0].verdict, VERDICT_FASTER);
    assert_string_equal(wording_verdict(&comparison.workloads[0]), "fewer");
    assert_true(fabs(comparison.workloads[0].per_call[SIDE_A] - 9.0e5) < 2e3);
    compare_free(&comparison);
    assert_int_equal(compare_find_metric(&result, "instructions", &metric, &error), -1);
    assert_non_null(strstr(error.text, "no PMU"));
    error_clear(&error);
    assert_int_equal(compare_find_metric(&result, "exact:instructions", &metric, &error), -1);
    result_free(&result);
}

static void add_exact(WorkloadResult *workload, unsigned side, double value)
{
    *result_add_exact(workload) = (ExactMetric){.side = side,
                                                .name = mem_copy_text("instructions"),
                                                .value = value,
                                                .per = mem_copy_text("call"),
                                                .unit = mem_copy_text("count"),
                                                .tool = mem_copy_text("cachegrind")};
}

static void test_exact_metrics_have_no_interval(void **state)
{
    (void)state;
    Result result = {0};
    Error error = ERROR_INIT;
    Metric metric;
    fixture_result(&result);
    add_exact(&result.workloads[0], 0, 172.0);
    add_exact(&result.workloads[0], 1, 124.0);
    add_exact(&result.workloads[1], 1, 77.0);
    add_exact(&result.workloads[1], 0, 77.0);
    assert_int_equal(compare_find_metric(&result, "instructions", &metric, &error), 0);
    Comparison comparison = compare_result(&result, 1, metric);
    const WorkloadComparison *fib = &comparison.workloads[0];
    assert_int_equal(fib->verdict, VERDICT_FASTER);
    assert_true(fabs(fib->estimate.point - log(172.0 / 124.0)) < 1e-12 && fib->estimate.low == fib->estimate.high);
    assert_int_equal(comparison.workloads[1].verdict, VERDICT_EQUIVALENT);
    assert_int_equal(comparison.workloads[2].verdict, VERDICT_FAILED);
    assert_int_equal(comparison.suite.n_workloads, 2);
    assert_true(compare_p_above(fib, 0.0) == 0.0 && compare_p_below(fib, 0.0) == 1.0);
    compare_free(&comparison);
    result_free(&result);
}

/* Two machines, each with half of the blocks: the mean of their numbers, and disagreement is no headline. */
static void test_hosts_are_the_top_level(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    result_add_host(&result)->name = mem_copy_text("other");
    for (size_t w = 0; w < result.n_workloads; w++)
        for (size_t b = 0; b < FIXTURE_BLOCKS; b++)
            result.workloads[w].blocks[b].host = b % 2;
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    const WorkloadComparison *fib = &comparison.workloads[0];
    assert_int_equal(fib->hosts.n, 2);
    assert_int_equal(fib->estimate.n, FIXTURE_BLOCKS / 2);
    assert_true(fabs(fib->estimate.point - 0.5 * (fib->per_host[0].point + fib->per_host[1].point)) < 1e-12);
    assert_int_equal(comparison.hosts.n, 2);
    assert_true(comparison.suite.low < comparison.suite.geomean && comparison.suite.geomean < comparison.suite.high);
    compare_free(&comparison);
    for (size_t b = 1; b < FIXTURE_BLOCKS; b += 2)
        for (size_t v = 0; v < FIXTURE_VALUES; v++)
            result.workloads[0].blocks[b].sides[0].cpu_ns[v] /= 2;
    comparison = compare_result(&result, 1, METRIC_CPU);
    assert_int_equal(comparison.workloads[0].verdict, VERDICT_INCONCLUSIVE);
    assert_true((comparison.workloads[0].flags & (1u << FLAG_HOST_DEPENDENT)) != 0);
    compare_free(&comparison);
    result_free(&result);
}

/* Two machines that measured the same, on the same eight layouts: they have the layouts' luck in common, so together
 * they know no more about it than one of them; where the second's binaries are unknown they do. */
static void test_shared_layouts_are_the_units(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    result.settings.layouts = 8;
    for (size_t w = 0; w < result.n_workloads; w++)
        for (size_t b = 0; b < FIXTURE_BLOCKS; b++)
            result.workloads[w].blocks[b].layout = b % 8;
    Comparison alone = compare_result(&result, 1, METRIC_CPU);
    Host *other = result_add_host(&result);
    other->name = mem_copy_text("other");
    facts_add_text(&result.hosts[0].machine, "sha256_eager", "e1");
    facts_add_text(&result.hosts[1].machine, "sha256_eager", "e2");
    facts_add_text(&result.hosts[0].machine, "sha256_lazy", "1a");
    for (size_t w = 0; w < result.n_workloads; w++) {
        static const double times[][2] = {{9.0e6, 7.0e6}, {10.0e6, 9.5e6}, {8.0e6, 8.0e6}};
        for (int b = 0; b < FIXTURE_BLOCKS; b++) {
            Block block = result.workloads[w].blocks[b];
            block.host = 1;
            result_open_block(&block, 2);
            fixture_samples(&block.sides[SIDE_A], times[w][0], b, SIDE_A);
            fixture_samples(&block.sides[SIDE_B], times[w][1], b, SIDE_B);
            result_add_block(&result.workloads[w], &block);
        }
    }
    Comparison differ = compare_result(&result, 1, METRIC_CPU);
    facts_add_text(&result.hosts[1].machine, "sha256_lazy", "1a");
    Comparison shared = compare_result(&result, 1, METRIC_CPU);
    assert_false(differ.shared_layouts);
    assert_true(shared.shared_layouts);
    assert_int_equal(shared.suite.n_units, 8);
    assert_true(fabs(shared.suite.low - alone.suite.low) < 1e-12);
    assert_true(fabs(shared.suite.high - alone.suite.high) < 1e-12);
    assert_true(fabs(shared.hosts.high - shared.suite.high) < 1e-12);
    assert_true(fabs(shared.workloads[0].hosts.low - alone.workloads[0].estimate.low) < 1e-12);
    assert_true(differ.suite.high - differ.suite.low < 0.75 * (alone.suite.high - alone.suite.low));
    compare_free(&differ);
    compare_free(&shared);
    compare_free(&alone);
    result_free(&result);
}

static void test_a_then_b_is_descriptive(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    for (size_t w = 0; w < result.n_workloads; w++)
        result.workloads[w].design = DESIGN_A_THEN_B;
    Comparison comparison = compare_result(&result, 1, METRIC_WALL);
    assert_int_equal(comparison.workloads[0].verdict, VERDICT_DESCRIPTIVE);
    assert_true(isnan(comparison.workloads[0].estimate.low));
    assert_true(comparison.descriptive && isnan(comparison.suite.low) && isfinite(comparison.suite.geomean));
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
        cmocka_unit_test(test_metrics),
        cmocka_unit_test(test_exact_metrics_have_no_interval),
        cmocka_unit_test(test_hosts_are_the_top_level),
        cmocka_unit_test(test_shared_layouts_are_the_units),
        cmocka_unit_test(test_a_then_b_is_descriptive),
        cmocka_unit_test(test_void_blocks_do_not_count),
        cmocka_unit_test(test_layouts_are_the_units),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_times_in_words),
    };
    return cmocka_run_group_tests_name("harness table", tests, NULL, NULL);
}
