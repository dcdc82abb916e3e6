/* Exact counts: programs run to their end, and the reports of the tools read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "exact_tools.h"
#include "mem.h"
#include "fake_root.h"
#include "jobs.h"

#include <signal.h>

/* ---- jobs ---- */

static volatile sig_atomic_t interrupted;

static void count_done(void *context, size_t done, size_t count)
{
    (void)count;
    *(size_t *)context = done;
}

static Job shell(char **words, const char *script, double timeout_s)
{
    static char *environment[] = {"WORD=here", NULL};
    words[0] = "/bin/sh";
    words[1] = "-c";
    words[2] = (char *)script;
    words[3] = NULL;
    return (Job){.argv = words, .environment = environment, .timeout_s = timeout_s};
}

static void jobs_tell_how_they_went(void **state)
{
    (void)state;
    char *words[6][4];
    int cpus[] = {-1, -1};
    size_t done = 0;
    char mark[100];
    char script[200];
    fake_root_make();
    snprintf(mark, sizeof mark, "%s/late", fake_root);
    snprintf(script, sizeof script, "(sleep 1; touch %s) & sleep 100", mark);
    Job jobs[] = {
        shell(words[0], "echo first; echo $WORD $#", 20),
        shell(words[1], "echo sorry >&2; exit 3", 20),
        shell(words[2], "kill -SEGV $$", 20),
        shell(words[3], script, 0.2),
        shell(words[4], "yes | head -c 100000; echo", 20),
        shell(words[5], "cat; exec 5<&4", 20),
    };
    static char *missing[] = {"/no/such/program", NULL};
    jobs[5].argv = missing;
    interrupted = 0;
    jobs_run(jobs, 6, cpus, 2, &interrupted, count_done, &done);
    assert_int_equal(done, 6);
    assert_true(jobs[0].ok && jobs[0].pid > 0);
    assert_string_equal(jobs[0].output, "here 0");
    assert_false(jobs[1].ok);
    assert_non_null(strstr(jobs[1].problem, "exit status 3; it said: sorry"));
    assert_non_null(strstr(jobs[2].problem, "killed by signal 11"));
    assert_non_null(strstr(jobs[3].problem, "did not end in time"));
    assert_true(jobs[4].ok);
    assert_string_equal(jobs[4].output, "y");
    assert_non_null(strstr(jobs[5].problem, "could not be executed"));
    sleep(2);
    assert_int_equal(access(mark, F_OK), -1); /* what it had started was ended with it */
    fake_root_remove();
    jobs_free(jobs, 6);
}

static void interrupted_jobs_do_not_run(void **state)
{
    (void)state;
    char *words[4];
    int cpu = -1;
    Job job = shell(words, "exit 0", 20);
    interrupted = 1;
    jobs_run(&job, 1, &cpu, 1, &interrupted, NULL, NULL);
    assert_true(!job.ok && job.output == NULL && job.problem == NULL);
    jobs_free(&job, 1);
}

/* ---- reports ---- */

static double value_of(const ExactReport *report, const char *name)
{
    const ExactCount *count = exact_report_find(report, name);
    assert_non_null(count);
    return count->value;
}

static void cachegrind_is_summed(void **state)
{
    (void)state;
    Error error = ERROR_INIT;
    ExactReport report = {0};
    fake_root_make();
    fake_root_file("/out.7",
                   "desc: x\ncmd: y\nevents: Ir I1mr ILmr Dr D1mr DLmr Dw D1mw DLmw Bc Bcm Bi Bim\nfn=a\n1 2 3\n"
                   "summary: 1000 1 2 300 4 5 200 6 7 80 9 20 10");
    assert_int_equal(exact_read_cachegrind(fake_root, 7, &report, &error), 0);
    assert_true(value_of(&report, "instructions") == 1000 && value_of(&report, "branches") == 100);
    assert_true(value_of(&report, "branch_misses") == 19 && value_of(&report, "data_refs") == 500);
    assert_true(value_of(&report, "D1_misses") == 10 && value_of(&report, "LL_misses") == 14);
    assert_true(value_of(&report, "I1_misses") == 1 && value_of(&report, "indirect_branches") == 20);
    exact_report_free(&report);
    fake_root_remove();
}

static void broken_reports_are_refused(void **state)
{
    (void)state;
    static const char *const broken[] = {"", "events: Ir", "summary: 1 2", "events: Ir Dr\nsummary: 1",
                                         "events: Ir I1mr\nsummary: 1 2"};
    fake_root_make();
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        Error error = ERROR_INIT;
        ExactReport report = {0};
        fake_root_file("/out.7", broken[i]);
        assert_int_equal(exact_read_cachegrind(fake_root, 7, &report, &error), -1);
        assert_true(error_is_set(&error));
        exact_report_free(&report);
    }
    Error error = ERROR_INIT;
    ExactReport report = {0};
    assert_int_equal(exact_read_cachegrind(fake_root, 8, &report, &error), -1);
    char path[100];
    snprintf(path, sizeof path, "%s/stats.json", fake_root);
    fake_root_file("/stats.json", "{\"counters\": 3}");
    error_clear(&error);
    assert_int_equal(exact_read_stats(path, &report, &error), -1);
    assert_non_null(strstr(error.text, "make VARIANT=stats"));
    fake_root_remove();
}

static void the_stats_build_reports(void **state)
{
    (void)state;
    Error error = ERROR_INIT;
    ExactReport report = {0};
    char path[100];
    fake_root_make();
    fake_root_file("/stats.json",
                   "{\"counters\": {\"pushes\": 178, \"detached_bytes\": 64, \"object_bytes.int\": 40}}");
    snprintf(path, sizeof path, "%s/stats.json", fake_root);
    assert_int_equal(exact_read_stats(path, &report, &error), 0);
    assert_true(value_of(&report, "pushes") == 178);
    assert_string_equal(exact_report_find(&report, "detached_bytes")->unit, "bytes");
    assert_string_equal(exact_report_find(&report, "object_bytes.int")->unit, "bytes");
    assert_string_equal(exact_report_find(&report, "pushes")->unit, "count");
    exact_report_free(&report);
    fake_root_remove();
}

/* ---- the right stats build ---- */

static void expect_stats_build(const char *program, const char *expected)
{
    char whole[200];
    snprintf(whole, sizeof whole, "%s%s", fake_root, program);
    char *found = exact_find_stats_build(whole);
    if (expected == NULL) {
        assert_null(found);
    } else {
        assert_non_null(found);
        assert_string_equal(found + strlen(fake_root), expected);
    }
    free(found);
}

static void the_stats_build_of_the_same_rung(void **state)
{
    (void)state;
    fake_root_make();
    const char *there[] = {"/build/stats/interp-lazy", "/build/stats-malloc/interp-eager"};
    for (size_t i = 0; i < 2; i++) {
        char whole[200];
        fake_root_file(there[i], "");
        snprintf(whole, sizeof whole, "%s%s", fake_root, there[i]);
        chmod(whole, 0700);
    }
    expect_stats_build("/build/release/interp-lazy", "/build/stats/interp-lazy");
    expect_stats_build("/build/release/layouts/interp-lazy.07", "/build/stats/interp-lazy");
    expect_stats_build("/build/release-malloc/interp-eager", "/build/stats-malloc/interp-eager");
    expect_stats_build("/build/release/interp-eager", NULL); /* not built: another rung's counts are no substitute */
    expect_stats_build("/build/debug/interp-lazy", NULL);
    expect_stats_build("/build/release/python3", NULL);
    fake_root_remove();
}

int main(void)
{
    mem_guard_json(); /* as framebench does: jansson 2.14 frees twice when memory fails inside an object */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jobs_tell_how_they_went), cmocka_unit_test(interrupted_jobs_do_not_run),
        cmocka_unit_test(cachegrind_is_summed),    cmocka_unit_test(broken_reports_are_refused),
        cmocka_unit_test(the_stats_build_reports), cmocka_unit_test(the_stats_build_of_the_same_rung),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
