/* framebench run: measures, stores, and shows the table. */
#include "command.h"

#include "compare.h"
#include "counters.h"
#include "doctor.h"
#include "experiment.h"
#include "export.h"
#include "locate.h"
#include "machine.h"
#include "mem.h"
#include "place.h"
#include "plan.h"
#include "progress.h"
#include "record.h"
#include "resume.h"
#include "steps.h"
#include "table.h"
#include "table_steps.h"
#include "table_sweep.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* ---- interruption ---- */

static volatile sig_atomic_t interrupted;

/* The first signal asks for a clean end, the second ends at once (the journal keeps the finished blocks). */
static void on_signal(int signal_number)
{
    if (interrupted)
        _exit(128 + signal_number);
    interrupted = 1;
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of write, and no reason to die */
}

/* ---- the name of the result file ---- */

/* Characters of a host name that are safe in a file name. */
static void make_plain(char *name)
{
    for (; *name != '\0'; name++)
        if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", *name) == NULL)
            *name = '_';
}

/* Where the result goes; its folder exists afterwards and the file does not, unless --force. NULL: error. */
static char *choose_result_path(const Options *options, const Result *result, Error *error)
{
    const char *out = options->out != NULL ? options->out : "results";
    char *path = NULL;
    if (place_is_json(out)) {
        path = mem_copy_text(out);
    } else {
        char *host = mem_copy_text(facts_text(result_machine(result), "host", "unknown"));
        make_plain(host);
        path = mem_format("%s/%.10sT%.2s%.2s%.2s-%s-%s.json", out, result->created, result->created + 11,
                          result->created + 14, result->created + 17, host, result->commit);
        free(host);
    }
    char *folder = place_folder_of(path);
    int status = place_make_folder(folder, error);
    if (status == 0 && access(folder, W_OK) != 0)
        status = error_set(error, "folder %s: %s; choose another place with --out", folder, strerror(errno));
    if (status == 0 && !options->force && access(path, F_OK) == 0)
        status = error_set(error, "%s is there already; choose another name, or overwrite it with --force", path);
    free(folder);
    if (status == 0)
        return path;
    free(path);
    return NULL;
}

static char *iso_time(void)
{
    char text[40];
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return mem_copy_text(text);
}

/* ---- measuring ---- */

static void print_comparison(const Comparison *comparison, bool first)
{
    Text text = {0};
    if (!first)
        text_add(&text, "\n");
    table_terminal(&text, comparison);
    command_print(&text);
}

static void print_tables(const Options *options, const Result *result)
{
    Text text = {0};
    for (size_t side = 1; side < result->n_sides && !options->steps; side++) {
        Comparison comparison = compare_result(result, side, METRIC_CPU);
        if (options->sweep)
            table_sweeps(&text, &comparison, FORMAT_TABLE);
        else
            print_comparison(&comparison, side == 1);
        compare_free(&comparison);
    }
    if (options->steps) {
        Steps steps = steps_new(result, METRIC_CPU);
        table_steps(&text, &steps, FORMAT_TABLE);
        steps_free(&steps);
    }
    command_print(&text);
}

/* The journal goes only when the result file stands. */
static int store(const Options *options, Result *result, Journal *journal, const char *path, Error *error)
{
    for (size_t i = 0; i < result->n_sides; i++)
        side_complete(&result->sides[i], "no process of this side spoke the protocol");
    json_t *analysis = json_array();
    for (size_t side = 1; side < result->n_sides; side++) {
        Comparison comparison = compare_result(result, side, METRIC_CPU);
        json_array_append_new(analysis, export_analysis(&comparison));
        compare_free(&comparison);
    }
    int status = record_write(result, analysis, path, error);
    json_decref(analysis);
    record_journal_close(journal, status == 0);
    if (status == 0 && !options->quiet)
        print_tables(options, result);
    if (status == 0)
        printf("%sresult: %s\n", options->quiet ? "" : "\n", path);
    return status;
}

/* One line about what will disturb; the whole is in the file and in 'framebench doctor'. */
static void warn_about_machine(const Host *host)
{
    Text names = {0};
    for (size_t f = 0; f < host->n_findings; f++)
        if (host->findings[f].status == FINDING_WARN)
            text_add(&names, "%s%s", names.length > 0 ? ", " : "", host->findings[f].check);
    if (names.length > 0)
        fprintf(stderr, "framebench: the machine may disturb this (%s); 'framebench doctor' tells how to mend it\n",
                text_string(&names));
    text_free(&names);
}

/* Which exact counts are wanted; the runner is the caller's to free. */
static ExactSetup exact_setup(const Options *options, const Result *result, Progress *progress, Error *error)
{
    return (ExactSetup){.valgrind = options->counters == COUNTERS_VALGRIND || options->counters == COUNTERS_ALL,
                        .stats = options->counters != COUNTERS_NONE,
                        .runner = locate_file("harness/runner_exact.py", error),
                        .timeout_s = result->settings.timeout_s,
                        .progress = progress,
                        .interrupted = &interrupted};
}

/* The events as asked for, or, of a run that is gone on with, as they were: its blocks refer to them by number. */
static CounterSet *open_counters(const Options *options, Result *result, Error *error)
{
    bool wanted = options->counters == COUNTERS_EVENTS || options->counters == COUNTERS_ALL;
    char *no_names[] = {NULL};
    if (options->resume == NULL)
        return counters_new(wanted ? options->events : no_names, "", command_first_cpu(), &result->events,
                            &result->n_events, error);
    Result fresh = {0};
    char **names = resume_event_names(result);
    CounterSet *counters = counters_new(names, "", command_first_cpu(), &fresh.events, &fresh.n_events, error);
    free(names);
    result_free(&fresh);
    return counters;
}

static int measure(const Options *options, Result *result, const char *path, Error *error)
{
    Journal journal = JOURNAL_INIT;
    Progress progress = progress_new(options->quiet);
    command_say(options, "seed %llu; %zu sides, %zu workloads; values of %g ms; the journal is beside %s",
                (unsigned long long)result->settings.seed, result->n_sides, result->n_workloads,
                result->settings.value_ms, path);
    ExactSetup exact = exact_setup(options, result, &progress, error);
    int status = exact.runner == NULL ? -1 : exact_check(&exact, error);
    CounterSet *counters = status == 0 ? open_counters(options, result, error) : NULL;
    status = counters == NULL ? -1 : 0;
    if (status == 0) {
        Experiment experiment = {.result = result,
                                 .counters = counters,
                                 .exact = &exact,
                                 .resumed = options->resume != NULL,
                                 .result_path = path,
                                 .journal = &journal,
                                 .progress = &progress,
                                 .interrupted = &interrupted};
        status = experiment_run(&experiment, error);
    }
    /* A run that broke off half-way still stores what it has; nothing is stored where nothing began. */
    if (journal.fd >= 0) {
        Error ignored = ERROR_INIT;
        int stored = store(options, result, &journal, path, status == 0 ? error : &ignored);
        status = status == 0 ? stored : status;
    }
    record_journal_close(&journal, false);
    counters_free(counters);
    free(exact.runner);
    return status;
}

static char *plan_run(const Options *options, Result *result, Error *error)
{
    result->created = iso_time();
    result->commit = locate_commit();
    if (plan_make(options, result, error) < 0)
        return NULL;
    Host *host = result_add_host(result);
    machine_describe("", &host->machine);
    doctor_examine("", host);
    if (!options->quiet)
        warn_about_machine(host);
    host->name = mem_copy_text(facts_text(&host->machine, "host", "unknown"));
    if (!options->has_target && machine_is_virtual(&host->machine))
        result->settings.target_half_width_pct = 1.0;
    return choose_result_path(options, result, error);
}

int command_run(const Options *options, Error *error)
{
    Result result = {0};
    catch_signals();
    char *path = options->resume != NULL ? resume_load(options, &result, error) : plan_run(options, &result, error);
    int status = path != NULL ? measure(options, &result, path, error) : -1;
    free(path);
    result_free(&result);
    return status;
}
