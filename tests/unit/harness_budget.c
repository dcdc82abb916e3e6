/* The time goes where the intervals are widest, by widths and durations alone; until the first look all are measured.
 */
#include "budget.h"
#include "stopping.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

enum { N = 5 };

static const Settings adaptive = {.layouts = 1, .target_half_width_pct = 1.0, .values = 10};

static void make(Candidate *candidate, unsigned rounds)
{
    static const double width[N] = {0.9, 4.0, 2.0, 8.0, 1.5};
    for (int w = 0; w < N; w++)
        candidate[w] = (Candidate){.active = w > 0, /* the first is precise enough */
                                   .rounds = rounds,
                                   .block_s = 0.25,
                                   .half_width_pct = rounds >= 16 ? width[w] : NAN};
}

static void expect_chosen(const bool *chosen, const char *expected)
{
    for (int w = 0; w < N; w++)
        if (chosen[w] != (expected[w] == 'x'))
            fail_msg("workload %d: chosen %d, expected %s", w, chosen[w], expected);
}

static void test_all_before_the_first_look(void **state)
{
    (void)state;
    Candidate candidate[N];
    bool chosen[N];
    unsigned round;
    make(candidate, 3);
    assert_true(budget_choose(&adaptive, candidate, N, 1.1, chosen, &round));
    expect_chosen(chosen, ".xxxx");
    assert_int_equal(round, 3);
    /* A resumed run first gives those their block that the cut-off round owes them. */
    candidate[1].rounds = candidate[3].rounds = 4;
    assert_true(budget_choose(&adaptive, candidate, N, 1.1, chosen, &round));
    expect_chosen(chosen, "..x.x");
    assert_int_equal(round, 3);
    /* No time for a whole round: none is begun; but one round there must be, whatever the budget. */
    make(candidate, 3);
    assert_false(budget_choose(&adaptive, candidate, N, 0.9, chosen, &round));
    make(candidate, 0);
    assert_true(budget_choose(&adaptive, candidate, N, 0.0, chosen, &round));
}

static void test_the_wider_half(void **state)
{
    (void)state;
    Candidate candidate[N];
    bool chosen[N];
    unsigned round;
    make(candidate, 16);
    /* Widths 4, 2, 8, 1.5 want more rounds than ten seconds hold: the two widest get the step. */
    assert_true(budget_choose(&adaptive, candidate, N, 10.0, chosen, &round));
    expect_chosen(chosen, ".x.x.");
    assert_int_equal(round, 16);
    /* In the middle of the step the choice stands, whatever the others are. */
    candidate[1].rounds = candidate[3].rounds = 17;
    assert_true(budget_choose(&adaptive, candidate, N, 9.5, chosen, &round));
    expect_chosen(chosen, ".x.x.");
    assert_int_equal(round, 17);
    /* With time enough, or no budget, all are taken to the end. */
    make(candidate, 16);
    assert_true(budget_choose(&adaptive, candidate, N, 1000.0, chosen, &round));
    expect_chosen(chosen, ".xxxx");
    assert_true(budget_choose(&adaptive, candidate, N, INFINITY, chosen, &round));
    expect_chosen(chosen, ".xxxx");
}

static void test_what_still_fits(void **state)
{
    (void)state;
    Candidate candidate[N];
    bool chosen[N];
    unsigned round;
    make(candidate, 16);
    assert_true(budget_choose(&adaptive, candidate, N, 0.3, chosen, &round));
    expect_chosen(chosen, "...x.");
    assert_false(budget_choose(&adaptive, candidate, N, 0.2, chosen, &round));
    for (int w = 0; w < N; w++)
        candidate[w].active = false;
    assert_false(budget_choose(&adaptive, candidate, N, 100.0, chosen, &round));
}

static void test_fixed_rounds_stay_together(void **state)
{
    (void)state;
    Settings fixed = adaptive;
    fixed.rounds = 100;
    Candidate candidate[N];
    bool chosen[N];
    unsigned round;
    make(candidate, 40);
    assert_true(budget_choose(&fixed, candidate, N, 2.0, chosen, &round));
    expect_chosen(chosen, ".xxxx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_before_the_first_look),
        cmocka_unit_test(test_the_wider_half),
        cmocka_unit_test(test_what_still_fits),
        cmocka_unit_test(test_fixed_rounds_stay_together),
    };
    return cmocka_run_group_tests_name("harness budget", tests, NULL, NULL);
}
