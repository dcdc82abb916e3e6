/* framebench selftest: the same binary on both sides, and then 2% more work on one of them. */
#include "command.h"

#include "locate.h"
#include "mem.h"
#include "options_value.h"
#include "record.h"
#include "selftest.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_INCONCLUSIVE = 3 };

/* The injected half has six small workloads, the other the whole manifest: each workload gets about as much time. */
#define INJECTED_SHARE 0.2

/* More blocks rather than long ones: blocks are what intervals are made of, and the whole manifest must have six. */
enum { SELFTEST_VALUES = 6 };

/* ---- what to measure ---- */

static char *result_path(const Options *options, const char *which)
{
    char stamp[32];
    char host[65] = "unknown";
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(stamp, sizeof stamp, "%Y-%m-%dT%H%M%S", &utc);
    gethostname(host, sizeof host - 1);
    for (char *at = host; *at != '\0'; at++)
        *at = *at == '/' ? '_' : *at;
    return mem_format("%s/%s-%s-selftest-%s.json", options->out != NULL ? options->out : "results", stamp, host, which);
}

/* The interpreter of both sides: that of --a, else the built one. */
static char **command_words(const Options *options, const char *last, Error *error)
{
    char **words = NULL;
    size_t count = 0;
    for (char **word = options->a.argv; word != NULL && *word != NULL; word++)
        options_push_word(&words, &count, *word);
    if (words == NULL) {
        char *built = locate_sibling("interp-lazy", error);
        if (built == NULL)
            return NULL;
        options_push_word(&words, &count, built);
        free(built);
    }
    if (last != NULL)
        options_push_word(&words, &count, last);
    return words;
}

static int measure(const Options *options, bool injected, const char *path, Error *error)
{
    Options run = *options;
    char *runner = injected ? locate_file("harness/runner_more.py", error) : NULL;
    char *manifest = injected ? locate_file("workloads/selftest.json", error) : NULL;
    int status = -1;
    run.a.name = (char *)"plain";
    run.b.name = (char *)(injected ? "more" : "same");
    run.a.argv = command_words(options, NULL, error);
    run.b.argv = command_words(options, runner, error);
    run.out = (char *)path;
    run.metric = NULL;
    run.events = options->events;
    if (!options->has_values)
        run.settings.values = SELFTEST_VALUES;
    run.settings.budget_s *= injected ? INJECTED_SHARE : 1.0 - INJECTED_SHARE;
    if (injected) {
        run.manifest = manifest;
        run.only = NULL;
    }
    if (run.a.argv != NULL && run.b.argv != NULL && (!injected || (runner != NULL && manifest != NULL)))
        status = command_run(&run, error);
    options_free_words(run.a.argv);
    options_free_words(run.b.argv);
    free(manifest);
    free(runner);
    return status;
}

/* ---- what it says ---- */

static size_t fewest_blocks(const Comparison *comparison)
{
    size_t fewest = SIZE_MAX;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (comparison->workloads[w].n_blocks < fewest)
            fewest = comparison->workloads[w].n_blocks;
    return fewest;
}

static size_t most_blocks(const Comparison *comparison)
{
    size_t most = 0;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (comparison->workloads[w].n_blocks > most)
            most = comparison->workloads[w].n_blocks;
    return most;
}

static void print_count(const SelftestCount *count, const Comparison *comparison)
{
    const SuiteEstimate *suite = &comparison->suite;
    printf(count->injected
               ? "\n2%% more work on one side: %zu of %zu intervals do not hold it; 99%% of honest experiments "
                 "have at most %zu\n"
               : "\nthe same binary on both sides: %zu false positives in %zu workloads; 99%% of honest "
                 "experiments have at most %zu\n",
           count->missed, count->judged, count->allowed);
    if (count->injected)
        printf("  found in %zu of %zu workloads alone, and %s the mean of all\n", count->found_alone, count->judged,
               count->found ? "in" : "not in");
    printf("  the mean: %+.2f%%", stats_pct(suite->geomean));
    if (isfinite(suite->low))
        printf(" [%+.2f, %+.2f]", stats_pct(suite->low), stats_pct(suite->high));
    printf(", truth %s\n", count->injected ? "-1.96% (1/1.02)" : "0");
    printf("  %zu to %zu blocks a workload", fewest_blocks(comparison), most_blocks(comparison));
    if (isfinite(count->mde_pct))
        printf("; a change of the mean by %.2f%% would have been found 4 times in 5", count->mde_pct);
    printf("\n");
}

/* In minutes, rounded up to what one would type. */
static double enough_minutes(const SelftestCount *count, double budget_s)
{
    return ceil(1.2 * selftest_longer(count) * budget_s / 60.0);
}

static int conclude(const SelftestCount *count, double budget_s, Error *error)
{
    switch (count->verdict) {
    case SELFTEST_PASSED:
        puts(count->injected ? "passed: found, and its size is right" : "passed: no difference where there is none");
        return 0;
    case SELFTEST_TOO_FEW:
        printf("not conclusive: too few blocks, each workload must have %d; raise --budget or --rounds\n",
               STATS_RANK_MIN_N);
        return EXIT_INCONCLUSIVE;
    case SELFTEST_NOT_FOUND:
        if (budget_s > 0.0 && isfinite(selftest_longer(count)))
            printf("not conclusive: 2%% is within the noise of this machine at this budget; --budget %.0fm should do, "
                   "or make it quieter: framebench doctor\n",
                   enough_minutes(count, budget_s));
        else
            puts("not conclusive: 2% is within the noise of this machine with so few blocks; raise --rounds, or see "
                 "framebench doctor");
        return EXIT_INCONCLUSIVE;
    case SELFTEST_FAILED:
        break;
    }
    return error_set(error,
                     "selftest failed: %zu of %zu intervals do not hold the truth, and 99%% of honest experiments have "
                     "at most %zu; do not trust results of this machine before 'framebench doctor' is content",
                     count->missed, count->judged, count->allowed);
}

static int run_half(const Options *options, bool injected, Error *error)
{
    Result result = {0};
    char *path = result_path(options, injected ? "more" : "same");
    int status = measure(options, injected, path, error);
    if (status == 0)
        status = record_read(&result, path, error);
    if (status == 0) {
        Comparison comparison = compare_result(&result, 1, METRIC_CPU);
        SelftestCount count = selftest_count(&comparison, injected);
        print_count(&count, &comparison);
        status = conclude(&count, options->settings.budget_s, error);
        compare_free(&comparison);
    }
    result_free(&result);
    free(path);
    return status;
}

int command_selftest(const Options *options, Error *error)
{
    int same = run_half(options, false, error);
    if (same < 0)
        return -1;
    fflush(stdout);
    int more = run_half(options, true, error);
    return more < 0 ? -1 : same > 0 ? same : more;
}
