/* The stopping rule looks at widths and at the variance between layouts, never at the effect. */
#include "harness_fixture.h"
#include "stopping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* A workload of n blocks on K layouts whose log-ratio is effect + layout_step[layout] + wobble. */
static void make(Result *result, unsigned layouts, unsigned n, double effect, double layout_sd, double noise)
{
    fixture_result(result);
    result->settings.layouts = layouts;
    result->settings.target_half_width_pct = 1.0;
    WorkloadResult *workload = &result->workloads[0];
    for (size_t b = 0; b < workload->n_blocks; b++)
        result_free_block(&workload->blocks[b]);
    workload->n_blocks = 0;
    for (unsigned b = 0; b < n; b++) {
        unsigned layout = b % layouts;
        double shift = layouts > 1 ? layout_sd * M_SQRT2 * sin(2.399963 * layout) : 0.0;
        double d = effect + shift + noise * M_SQRT2 * sin(1.7 * b + 0.3);
        Block block = {.round = b, .layout = layout, .order = {0, 1}, .cpu = 1, .hash_seed = 1, .steal_pct = NAN};
        result_open_block(&block, 2);
        fixture_samples(&block.sides[SIDE_A], 1e9, 0, SIDE_A);
        fixture_samples(&block.sides[SIDE_B], 1e9, 0, SIDE_A);
        for (int v = 0; v < FIXTURE_VALUES; v++)
            block.sides[SIDE_A].cpu_ns[v] = (uint64_t)((double)block.sides[SIDE_B].cpu_ns[v] * exp(d));
        result_add_block(workload, &block);
    }
}

static StopReason reason_of(unsigned layouts, unsigned n, double effect, double layout_sd, double noise)
{
    Result result = {0};
    make(&result, layouts, n, effect, layout_sd, noise);
    StopReason reason = stopping_look(&result, &result.workloads[0], n).reason;
    result_free(&result);
    return reason;
}

static void test_looks_are_due(void **state)
{
    (void)state;
    Settings one = {.layouts = 1};
    Settings sixteen = {.layouts = 16};
    Settings five = {.layouts = 5};
    assert_int_equal(stopping_first(&one), 16);
    assert_int_equal(stopping_first(&sixteen), 16);
    assert_int_equal(stopping_first(&five), 20);
    for (unsigned rounds = 0; rounds < 100; rounds++) {
        assert_int_equal(stopping_is_due(&one, rounds), rounds >= 16 && rounds % 4 == 0);
        assert_int_equal(stopping_is_due(&sixteen, rounds), rounds >= 16 && rounds % 16 == 0);
        assert_int_equal(stopping_is_due(&five, rounds), rounds >= 20 && rounds % 5 == 0);
    }
}

/* With a fixed number of rounds a look may be left out, but never the last; without one the looks are those that are due. */
static void test_few_looks_in_long_runs(void **state)
{
    (void)state;
    Settings fixed = {.layouts = 1, .rounds = 5001};
    Settings open = {.layouts = 1};
    unsigned looks = 0;
    for (unsigned rounds = 1; rounds <= 5001; rounds++) {
        looks += stopping_looks(&fixed, rounds);
        assert_int_equal(stopping_looks(&open, rounds), stopping_is_due(&open, rounds));
    }
    assert_in_range(looks, 64, 160);
    assert_true(stopping_looks(&fixed, 5001));
    assert_true(stopping_looks(&fixed, 6000)); /* a resumed run that already has more */
}

static void test_width_decides(void **state)
{
    (void)state;
    static const double effects[] = {-0.3, 0.0, 0.0001, 0.3};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(reason_of(1, 16, effects[i], 0.0, 0.005), STOP_PRECISE);
        assert_int_equal(reason_of(1, 16, effects[i], 0.0, 0.10), STOP_NONE);
        assert_int_equal(reason_of(1, 64, effects[i], 0.0, 0.10), STOP_MAX_BLOCKS);
        assert_int_equal(reason_of(1, 17, effects[i], 0.0, 0.005), STOP_NONE); /* no look is due */
    }
}

static void test_rounds_win(void **state)
{
    (void)state;
    Result result = {0};
    make(&result, 1, 20, 0.1, 0.0, 0.001);
    result.settings.rounds = 20;
    assert_int_equal(stopping_look(&result, &result.workloads[0], 19).reason, STOP_NONE);
    assert_int_equal(stopping_look(&result, &result.workloads[0], 20).reason, STOP_ROUNDS);
    result_free(&result);
}

static void test_layouts_can_be_the_limit(void **state)
{
    (void)state;
    /* One cycle cannot tell layouts from noise; two can. */
    assert_int_equal(reason_of(16, 16, 0.1, 0.05, 0.001), STOP_NONE);
    assert_int_equal(reason_of(16, 32, 0.1, 0.05, 0.001), STOP_LAYOUT_LIMITED);
    /* Noise as large, no difference between layouts: more blocks do help. */
    assert_int_equal(reason_of(16, 32, 0.1, 0.0, 0.05), STOP_NONE);
    assert_int_equal(reason_of(16, 64, 0.1, 0.0, 0.15), STOP_MAX_BLOCKS);
    Result result = {0};
    make(&result, 16, 32, 0.1, 0.05, 0.001);
    Look look = stopping_look(&result, &result.workloads[0], 32);
    /* t is about 2: K = (2 * 0.05 / 0.01)^2 = 100. */
    assert_in_range(look.layouts_needed, 85, 130);
    assert_true(look.half_width_pct > 1.0);
    result_free(&result);
}

static void test_the_widest_side_decides(void **state)
{
    (void)state;
    Result result = {0};
    make(&result, 1, 16, 0.1, 0.0, 0.001);
    fixture_side(result_add_side(&result), "third");
    for (size_t b = 0; b < result.workloads[0].n_blocks; b++) {
        Block *block = &result.workloads[0].blocks[b];
        block->sides = mem_resize(block->sides, 3, sizeof *block->sides);
        block->sides[2] = (SideSamples){0};
        block->n_sides = 3;
        fixture_samples(&block->sides[2], 1e9 * (b % 2 == 0 ? 1.1 : 0.9), 0, SIDE_A);
    }
    assert_int_equal(stopping_look(&result, &result.workloads[0], 16).reason, STOP_NONE);
    result_set_side_error(&result.workloads[0], 2, "left out");
    assert_int_equal(stopping_look(&result, &result.workloads[0], 16).reason, STOP_PRECISE);
    result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_looks_are_due),
        cmocka_unit_test(test_few_looks_in_long_runs),
        cmocka_unit_test(test_width_decides),
        cmocka_unit_test(test_rounds_win),
        cmocka_unit_test(test_layouts_can_be_the_limit),
        cmocka_unit_test(test_the_widest_side_decides),
    };
    return cmocka_run_group_tests_name("harness stopping", tests, NULL, NULL);
}
