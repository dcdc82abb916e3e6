/* The schedule: balanced, random, and a pure function of the seed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "schedule.h"

#include <string.h>

enum { WORKLOADS = 16, ROUNDS = 200 };

/* splitmix64(0), splitmix64 of the next states: published vectors of the seeding generator show in the state. */
static void test_generator_vectors(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 0);
    assert_true(rng.state[0] == UINT64_C(0xe220a8397b1dcdaf));
    assert_true(rng.state[1] == UINT64_C(0x6e789e6aa1b965f4));
    Rng known = {{1, 2, 3, 4}};
    assert_true(rng_next(&known) == 11520);
    assert_true(rng_next(&known) == 0);
    assert_true(rng_next(&known) == 1509978240);
}

static void test_below_stays_below(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 7);
    unsigned seen[5] = {0};
    for (int i = 0; i < 5000; i++)
        seen[rng_below(&rng, 5)]++;
    for (int i = 0; i < 5; i++)
        assert_in_range(seen[i], 850, 1150);
    assert_true(rng_below(&rng, 1) == 0);
}

static void test_order_is_a_permutation(void **state)
{
    (void)state;
    unsigned first_place[WORKLOADS] = {0};
    for (unsigned round = 0; round < ROUNDS; round++) {
        unsigned order[WORKLOADS];
        unsigned seen[WORKLOADS] = {0};
        schedule_order(42, round, WORKLOADS, order);
        for (int i = 0; i < WORKLOADS; i++)
            seen[order[i]]++;
        for (int i = 0; i < WORKLOADS; i++)
            assert_int_equal(seen[i], 1);
        first_place[order[0]]++;
    }
    for (int i = 0; i < WORKLOADS; i++)
        assert_in_range(first_place[i], 1, 40);
}

static void test_couples_are_balanced(void **state)
{
    (void)state;
    unsigned even_a_first = 0;
    for (unsigned w = 0; w < WORKLOADS; w++)
        for (unsigned couple = 0; couple < ROUNDS; couple++) {
            BlockPlan even = schedule_block(1, w, 2 * couple, 1, 4, 2);
            BlockPlan odd = schedule_block(1, w, 2 * couple + 1, 1, 4, 2);
            assert_int_equal(even.order[0], !odd.order[0]);
            assert_int_equal(even.cpu_choice, odd.cpu_choice);
            assert_true(even.cpu_choice < 4);
            assert_true(even.env_pad[0] < SCHEDULE_ENV_PAD_LIMIT && even.env_pad[1] < SCHEDULE_ENV_PAD_LIMIT);
            assert_true(even.hash_seed > 0);
            even_a_first += even.order[0];
        }
    assert_in_range(even_a_first, WORKLOADS * ROUNDS * 45 / 100, WORKLOADS * ROUNDS * 55 / 100);
}

static void test_pairs_alternate(void **state)
{
    (void)state;
    BlockPlan plan = schedule_block(3, 0, 0, 1, 1, 2);
    unsigned a_first = 0;
    for (unsigned pair = 0; pair < 10; pair++) {
        a_first += schedule_turn(&plan, pair, 0);
        if (pair > 0)
            assert_int_not_equal(schedule_turn(&plan, pair, 0), schedule_turn(&plan, pair - 1, 0));
    }
    assert_int_equal(a_first, 5);
}

static void test_seed_decides(void **state)
{
    (void)state;
    unsigned differing = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        BlockPlan one = schedule_block(99, 3, round, 8, 2, 2);
        BlockPlan same = schedule_block(99, 3, round, 8, 2, 2);
        BlockPlan other = schedule_block(100, 3, round, 8, 2, 2);
        assert_memory_equal(one.env_pad, same.env_pad, sizeof one.env_pad);
        assert_int_equal(one.order[0], same.order[0]);
        assert_int_equal(one.hash_seed, same.hash_seed);
        assert_int_equal(one.layout, round % 8);
        differing += memcmp(one.env_pad, other.env_pad, sizeof one.env_pad) != 0;
    }
    assert_true(differing > ROUNDS - 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_generator_vectors),      cmocka_unit_test(test_below_stays_below),
        cmocka_unit_test(test_order_is_a_permutation), cmocka_unit_test(test_couples_are_balanced),
        cmocka_unit_test(test_pairs_alternate),        cmocka_unit_test(test_seed_decides),
    };
    return cmocka_run_group_tests_name("harness schedule", tests, NULL, NULL);
}
