/* Derived numbers: right where counted, unknown where not, and never one tool's count over another's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "derived.h"

#include <math.h>

static EventInfo events[] = {{.name = "instructions"}, {.name = "cycles"}, {.name = "branch-misses"}};
static CounterComparison counters[3];
static ExactComparison exact_metrics[3];
static uint64_t times[] = {2000, 4000};
static SideSamples sides[] = {{.cpu_ns = times, .n_values = 2}, {.cpu_ns = times, .n_values = 1}};
static Block blocks[] = {{.sides = sides, .n_sides = 2}, {.sides = sides, .n_sides = 2, .void_reason = "void"}};
static WorkloadResult workload = {.loops = 10, .blocks = blocks, .n_blocks = 2};
static Result result = {.events = events, .n_events = 3};

static void compute(Derived derived[DERIVED_COUNT])
{
    Comparison comparison = {.result = &result, .side = 1};
    WorkloadComparison c = {.workload = &workload, .counters = counters, .exact = exact_metrics, .n_exact = 3};
    exact_metrics[0] = (ExactComparison){.name = "python_calls", .value = {20, 20}};
    exact_metrics[1] = (ExactComparison){.name = "instructions", .value = {4000, 2000}};
    exact_metrics[2] = (ExactComparison){.name = "branch_misses", .value = {8, 1}};
    derived_compute(&comparison, &c, derived);
}

static void counted_by_the_kernel(void **state)
{
    (void)state;
    Derived derived[DERIVED_COUNT];
    counters[0] = (CounterComparison){.per_call = {6000, 3000}};
    counters[1] = (CounterComparison){.per_call = {3000, 1000}};
    counters[2] = (CounterComparison){.per_call = {12, NAN}};
    compute(derived);
    assert_true(derived[0].value[0] == 2.0 && derived[0].value[1] == 3.0);
    assert_true(derived[1].value[0] == 15.0 && derived[1].value[1] == 10.0); /* 300 and 200 ns over 20 calls */
    assert_true(derived[2].value[0] == 300.0 && derived[2].value[1] == 150.0);
    assert_true(derived[3].value[0] == 2.0);
    assert_true(derived[3].value[1] == 0.5); /* both from cachegrind, as the kernel has no misses for b */
    assert_true(isnan(derived[4].value[0]) && isnan(derived[6].value[1]));
}

static void counted_by_cachegrind_alone(void **state)
{
    (void)state;
    Derived derived[DERIVED_COUNT];
    for (int i = 0; i < 3; i++)
        counters[i] = (CounterComparison){.per_call = {NAN, NAN}};
    compute(derived);
    assert_true(isnan(derived[0].value[0])); /* cachegrind knows no cycles */
    assert_true(derived[2].value[0] == 200.0 && derived[2].value[1] == 100.0);
    assert_true(derived[3].value[0] == 2.0 && derived[3].value[1] == 0.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counted_by_the_kernel),
        cmocka_unit_test(counted_by_cachegrind_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
