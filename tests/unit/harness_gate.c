/* The gate: verdicts, margins, exit statuses, and output that other programs must be able to read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "gate.h"
#include "gate_show.h"
#include "harness_fixture.h"

#include <stdlib.h>
#include <string.h>

/* The fixture, where fib is 29% faster and closures 5%; both sides are the same binary, so that luck is no excuse. */
static void same_binary(Result *result)
{
    fixture_result(result);
    for (size_t s = 0; s < 2; s++)
        facts_add_text(&result->sides[s].facts, "sha256", "abc");
}

static void slow_down(WorkloadResult *workload, double factor)
{
    for (size_t b = 0; b < workload->n_blocks; b++)
        for (size_t v = 0; v < FIXTURE_VALUES; v++) {
            SideSamples *samples = &workload->blocks[b].sides[SIDE_B];
            samples->cpu_ns[v] = (uint64_t)((double)samples->cpu_ns[v] * factor);
            samples->wall_ns[v] = (uint64_t)((double)samples->wall_ns[v] * factor);
        }
}

static void test_improvement_and_equivalence_pass(void **state)
{
    (void)state;
    Result result = {0};
    same_binary(&result);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport report = gate_judge(&comparison, 0.01, 0.005);
    assert_int_equal(report.rows[0].verdict, GATE_IMPROVEMENT);
    assert_int_equal(report.rows[2].verdict, GATE_EQUIVALENT);
    assert_int_equal(report.suite.verdict, GATE_IMPROVEMENT);
    assert_false(report.widened);
    assert_int_equal(gate_exit_status(&report, 1, true), 0);
    gate_free(&report);
    compare_free(&comparison);
    result_free(&result);
}

static void test_regression(void **state)
{
    (void)state;
    Result result = {0};
    same_binary(&result);
    slow_down(&result.workloads[2], 1.05);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport report = gate_judge(&comparison, 0.01, 0.005);
    assert_int_equal(report.rows[2].verdict, GATE_REGRESSION);
    assert_true(report.rows[2].p <= 0.04);
    assert_int_equal(gate_exit_status(&report, 1, false), 1);
    gate_free(&report);
    report = gate_judge(&comparison, 0.10, 0.10);
    assert_int_equal(report.rows[2].verdict, GATE_EQUIVALENT);
    assert_int_equal(gate_exit_status(&report, 1, true), 0);
    gate_free(&report);
    compare_free(&comparison);
    result_free(&result);
}

/* Two different binaries, one build of each: 3.96 x 1.5% for twenty workloads at alpha .05 is STATISTICS 3.6's figure.
 */
static void test_single_builds_widen_the_margin(void **state)
{
    (void)state;
    Result result = {0};
    fixture_result(&result);
    result.settings.rounds = 16;
    slow_down(&result.workloads[2], 1.03);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport report = gate_judge(&comparison, 0.01, 0.005);
    assert_true(report.widened);
    assert_true(fabs(report.rows[0].margin - M_SQRT2 * 0.015 * 2.121201) < 1e-5);
    assert_true(report.rows[2].verdict != GATE_REGRESSION);
    gate_free(&report);
    comparison.scope = SCOPE_LAYOUT_RANDOMISED;
    report = gate_judge(&comparison, 0.01, 0.005);
    assert_true(report.rows[0].margin == 0.01);
    assert_int_equal(report.rows[2].verdict, GATE_REGRESSION);
    gate_free(&report);
    compare_free(&comparison);
    result_free(&result);
}

static void test_too_few_units_never_pass_in_strict_mode(void **state)
{
    (void)state;
    Result result = {0};
    same_binary(&result);
    for (size_t w = 0; w < result.n_workloads; w++)
        while (result.workloads[w].n_blocks > 6)
            result_free_block(&result.workloads[w].blocks[--result.workloads[w].n_blocks]);
    slow_down(&result.workloads[2], 2.0);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport report = gate_judge(&comparison, 0.01, 0.005);
    assert_int_equal(report.rows[2].verdict, GATE_UNDERPOWERED); /* 3 / 2^6 > 0.04, whatever the slowdown */
    report.suite.verdict = GATE_EQUIVALENT;
    assert_int_equal(gate_exit_status(&report, 1, false), 0);
    assert_int_equal(gate_exit_status(&report, 1, true), 3);
    gate_free(&report);
    compare_free(&comparison);
    result_free(&result);
}

static void test_failed_workload(void **state)
{
    (void)state;
    Result result = {0};
    same_binary(&result);
    result.workloads[1].error = mem_copy_text("crashed");
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport report = gate_judge(&comparison, 0.01, 0.005);
    assert_int_equal(report.rows[1].verdict, GATE_FAILED);
    assert_int_equal(gate_exit_status(&report, 1, false), 2);
    gate_free(&report);
    compare_free(&comparison);
    result_free(&result);
}

static void test_exact_limits(void **state)
{
    (void)state;
    Result result = {0};
    Error error = ERROR_INIT;
    Metric metric;
    fixture_result(&result);
    result.n_workloads = 1;
    for (unsigned side = 0; side < 2; side++)
        *result_add_exact(&result.workloads[0]) = (ExactMetric){.side = side,
                                                                .name = mem_copy_text("instructions"),
                                                                .value = side == 0 ? 1000.0 : 1006.0,
                                                                .per = mem_copy_text("call"),
                                                                .unit = mem_copy_text("count"),
                                                                .tool = mem_copy_text("cachegrind")};
    assert_int_equal(compare_find_metric(&result, "exact:instructions", &metric, &error), 0);
    Comparison comparison = compare_result(&result, 1, metric);
    GateReport report = gate_judge(&comparison, 0.005, 0.005);
    assert_int_equal(report.rows[0].verdict, GATE_REGRESSION);
    gate_free(&report);
    report = gate_judge(&comparison, 0.006, 0.006); /* exactly at the limit is no regression */
    assert_int_equal(report.rows[0].verdict, GATE_EQUIVALENT);
    assert_false(report.widened);
    gate_free(&report);
    compare_free(&comparison);
    result.n_workloads = 3;
    result_free(&result);
}

static void test_names_are_escaped(void **state)
{
    (void)state;
    Result result = {0};
    Text text = {0};
    same_binary(&result);
    free(result.workloads[2].name);
    result.workloads[2].name = mem_copy_text("a<b>&\"c\"\n::error::,100%\x01");
    slow_down(&result.workloads[2], 1.5);
    Comparison comparison = compare_result(&result, 1, METRIC_CPU);
    GateReport report = gate_judge(&comparison, 0.01, 0.005);
    gate_show_github(&text, &report, "a,b:c.json");
    assert_non_null(strstr(text.bytes, "file=a%2Cb%3Ac.json,title=a<b>&\"c\"%0A%3A%3Aerror%3A%3A%2C100%25"));
    assert_ptr_equal(strchr(text.bytes, '\n') + 1, text.bytes + text.length); /* one line */
    text_free(&text);
    gate_show_junit(&text, &report, 1, false);
    assert_non_null(strstr(text.bytes, "name=\"a&lt;b&gt;&amp;&quot;c&quot;&#10;::error::,100%?\""));
    text_free(&text);
    gate_free(&report);
    compare_free(&comparison);
    result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_improvement_and_equivalence_pass),
        cmocka_unit_test(test_regression),
        cmocka_unit_test(test_single_builds_widen_the_margin),
        cmocka_unit_test(test_too_few_units_never_pass_in_strict_mode),
        cmocka_unit_test(test_failed_workload),
        cmocka_unit_test(test_exact_limits),
        cmocka_unit_test(test_names_are_escaped),
    };
    return cmocka_run_group_tests_name("harness gate", tests, NULL, NULL);
}
