/* framebench: the command line. Reads as the pipeline, prints, and chooses the exit status; nothing else does. */
#include "child.h"
#include "compare.h"
#include "counters.h"
#include "counters_events.h"
#include "counters_show.h"
#include "doctor.h"
#include "error.h"
#include "experiment.h"
#include "export.h"
#include "locate.h"
#include "machine.h"
#include "mem.h"
#include "options.h"
#include "plan.h"
#include "plot.h"
#include "progress.h"
#include "record.h"
#include "table.h"
#include "wording.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FRAMEBENCH_VERSION "0.1.0"

/* Exit statuses, as documented in the help: 1 and 3 are the gate's. */
enum { EXIT_FINE = 0, EXIT_FAILED = 2 };

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
}

/* ---- result file names ---- */

static bool ends_in_json(const char *path)
{
    size_t length = strlen(path);
    return length > 5 && strcmp(path + length - 5, ".json") == 0;
}

static int make_folder(const char *folder, Error *error)
{
    for (const char *slash = strchr(folder + 1, '/');; slash = strchr(slash + 1, '/')) {
        char *part = slash != NULL ? mem_copy_bytes(folder, (size_t)(slash - folder)) : mem_copy_text(folder);
        bool made = mkdir(part, 0777) == 0 || errno == EEXIST;
        free(part);
        if (!made)
            return error_set(error, "folder %s: %s; choose another place with --out", folder, strerror(errno));
        if (slash == NULL)
            return 0;
    }
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return mem_copy_text(".");
    return slash == path ? mem_copy_text("/") : mem_copy_bytes(path, (size_t)(slash - path));
}

/* The file name without folder and .json. */
static char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    return mem_copy_bytes(name, ends_in_json(name) ? strlen(name) - 5 : strlen(name));
}

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
    if (ends_in_json(out)) {
        path = mem_copy_text(out);
    } else {
        char *host = mem_copy_text(facts_text(result_machine(result), "host", "unknown"));
        make_plain(host);
        path = mem_format("%s/%.10sT%.2s%.2s%.2s-%s-%s.json", out, result->created, result->created + 11,
                          result->created + 14, result->created + 17, host, result->commit);
        free(host);
    }
    char *folder = folder_of(path);
    int status = make_folder(folder, error);
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

/* ---- run ---- */

static void print_comparison(const Comparison *comparison, bool first)
{
    Text text = {0};
    if (!first)
        text_add(&text, "\n");
    table_terminal(&text, comparison);
    fputs(text_string(&text), stdout);
    text_free(&text);
}

/* The journal goes only when the result file stands. */
static int store(const Result *result, Journal *journal, const char *path, bool quiet, Error *error)
{
    json_t *analysis = json_array();
    for (size_t side = 1; side < result->n_sides; side++) {
        Comparison comparison = compare_result(result, side, METRIC_CPU);
        json_array_append_new(analysis, export_analysis(&comparison));
        compare_free(&comparison);
    }
    int status = record_write(result, analysis, path, error);
    json_decref(analysis);
    record_journal_close(journal, status == 0);
    for (size_t side = 1; side < result->n_sides && status == 0 && !quiet; side++) {
        Comparison comparison = compare_result(result, side, METRIC_CPU);
        print_comparison(&comparison, side == 1);
        compare_free(&comparison);
    }
    if (status == 0)
        printf("%sresult: %s\n", quiet ? "" : "\n", path);
    return status;
}

static int first_cpu(void)
{
    int cpu;
    return child_allowed_cpus(&cpu, 1) > 0 ? cpu : -1;
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

static int measure(const Options *options, Result *result, const char *runner, const char *path, Error *error)
{
    Journal journal = JOURNAL_INIT;
    Progress progress = progress_new(options->quiet);
    CounterSet *counters =
        counters_new(options->events, "", first_cpu(), &result->events, &result->n_events, error);
    int status = counters == NULL ? -1 : 0;
    if (status == 0) {
        Experiment experiment = {.result = result,
                                 .counters = counters,
                                 .runner = runner,
                                 .result_path = path,
                                 .journal = &journal,
                                 .progress = &progress,
                                 .interrupted = &interrupted};
        status = experiment_run(&experiment, error);
    }
    /* A run that broke off half-way still stores what it has; nothing is stored where nothing began. */
    if (journal.fd >= 0) {
        Error ignored = ERROR_INIT;
        int stored = store(result, &journal, path, options->quiet, status == 0 ? error : &ignored);
        status = status == 0 ? stored : status;
    }
    record_journal_close(&journal, false);
    counters_free(counters);
    return status;
}

static int command_run(const Options *options, Error *error)
{
    Result result = {0};
    char *runner = NULL;
    char *path = NULL;
    int status = -1;
    catch_signals();
    result.created = iso_time();
    result.commit = locate_commit();
    if (plan_make(options, &result, error) < 0)
        goto out;
    runner = options->runner != NULL ? realpath(options->runner, NULL) : locate_file("harness/runner.py", error);
    if (runner == NULL) {
        error_set(error, "runner %s: %s; check --runner", options->runner, strerror(errno));
        goto out;
    }
    Host *host = result_add_host(&result);
    machine_describe("", &host->machine);
    doctor_examine("", host);
    if (!options->quiet)
        warn_about_machine(host);
    host->name = mem_copy_text(facts_text(&host->machine, "host", "unknown"));
    if (!options->has_target && machine_is_virtual(&host->machine))
        result.settings.target_half_width_pct = 1.0;
    path = choose_result_path(options, &result, error);
    if (path != NULL)
        status = measure(options, &result, runner, path, error);
out:
    free(path);
    free(runner);
    result_free(&result);
    return status;
}

/* ---- compare, plot, counters ---- */

static Metric chosen_metric(const Options *options)
{
    return strcmp(options->metric, "wall") == 0 ? METRIC_WALL : METRIC_CPU;
}

static void add_formatted(Text *text, const Comparison *comparison, Format format, bool first, json_t *all)
{
    switch (format) {
    case FORMAT_TABLE:
        table_terminal(text, comparison);
        break;
    case FORMAT_MARKDOWN:
        table_markdown(text, comparison);
        break;
    case FORMAT_CSV:
        export_csv(text, comparison, first);
        break;
    case FORMAT_JSON:
        json_array_append_new(all, export_analysis(comparison));
        break;
    }
}

/* One comparison gives its object, several an array of objects. */
static void print_json(const json_t *all)
{
    const json_t *value = json_array_size(all) == 1 ? json_array_get(all, 0) : all;
    json_dumpf(value, stdout, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    putchar('\n');
}

static int command_compare(const Options *options, Error *error)
{
    json_t *all = json_array();
    Text text = {0};
    int status = 0;
    bool several = options->files[1] != NULL;
    for (char **file = options->files; *file != NULL && status == 0; file++) {
        Result result = {0};
        status = record_read(&result, *file, error);
        if (status == 0) {
            bool is_text = options->format != FORMAT_CSV && options->format != FORMAT_JSON;
            if (several && is_text)
                text_add(&text, "%s%s\n\n", file == options->files ? "" : "\n", *file);
            for (size_t side = 1; side < result.n_sides; side++) {
                Comparison comparison = compare_result(&result, side, chosen_metric(options));
                if (side > 1 && is_text)
                    text_add(&text, "\n");
                add_formatted(&text, &comparison, options->format, file == options->files && side == 1, all);
                compare_free(&comparison);
            }
        }
        result_free(&result);
    }
    if (status == 0 && several && options->format == FORMAT_TABLE)
        text_add(&text, "\nThese files were measured at different times: between them the numbers are descriptive\n"
                        "only; to compare two interpreters, measure them in one run with --a and --b.\n");
    if (status == 0 && options->format == FORMAT_JSON)
        print_json(all);
    else if (status == 0)
        fputs(text_string(&text), stdout);
    text_free(&text);
    json_decref(all);
    return status;
}

/* The pictures of one side against the baseline, under `base`. */
static int plot_side(const Result *result, size_t side, Metric metric, const char *folder, const char *base,
                     Error *error)
{
    bool drawn = false;
    Comparison comparison = compare_result(result, side, metric);
    int status = plot_forest(&comparison, folder, base, &drawn, error);
    compare_free(&comparison);
    if (status == 0 && drawn)
        printf("plot: %s/%s-forest.svg\nplot: %s/%s-forest.png\n", folder, base, folder, base);
    else if (status == 0)
        fprintf(stderr,
                "framebench: gnuplot is not installed, so there is no picture; script and data are in %s "
                "(sudo apt-get install gnuplot-nox)\n",
                folder);
    return status;
}

static int plot_file(const Options *options, const char *file, Error *error)
{
    Result result = {0};
    char *folder = options->out != NULL ? mem_copy_text(options->out) : folder_of(file);
    char *base = base_of(file);
    int status = record_read(&result, file, error);
    if (status == 0)
        status = make_folder(folder, error);
    for (size_t side = 1; side < result.n_sides && status == 0; side++) {
        char *name = result.n_sides == 2 ? mem_copy_text(base) : mem_format("%s-%s", base, result.sides[side].name);
        status = plot_side(&result, side, chosen_metric(options), folder, name, error);
        free(name);
    }
    free(base);
    free(folder);
    result_free(&result);
    return status;
}

static int command_plot(const Options *options, Error *error)
{
    for (char **file = options->files; *file != NULL; file++)
        if (plot_file(options, *file, error) < 0)
            return -1;
    return 0;
}

static void print_json_and_free(json_t *value)
{
    json_dumpf(value, stdout, JSON_INDENT(1));
    putchar('\n');
    json_decref(value);
}

static int list_events(const char *pattern, Error *error)
{
    Text text = {0};
    if (counters_events_open(error) < 0)
        return -1;
    size_t found = counters_events_search(pattern, &text);
    counters_events_close();
    fputs(text_string(&text), stdout);
    text_free(&text);
    if (found == 0)
        return error_set(error, "--list %s: libpfm4 knows no event with this in its name or description", pattern);
    return 0;
}

static int command_counters(const Options *options, Error *error)
{
    Result result = {0};
    Text text = {0};
    if (options->pattern != NULL)
        return list_events(options->pattern, error);
    CounterSet *set = counters_new(options->events, "", first_cpu(), &result.events, &result.n_events, error);
    if (set == NULL || counters_events_open(error) < 0)
        return -1;
    if (options->json) {
        print_json_and_free(counters_show_json(result.events, result.n_events));
    } else {
        counters_show_pmus("", &text);
        text_add(&text, "\n");
        counters_show_events(result.events, result.n_events, &text);
        fputs(text_string(&text), stdout);
    }
    counters_events_close();
    counters_free(set);
    text_free(&text);
    result_free(&result);
    return 0;
}

static int command_doctor(const Options *options)
{
    Result result = {0};
    Text text = {0};
    Host *host = result_add_host(&result);
    doctor_examine("", host);
    if (options->json) {
        print_json_and_free(doctor_json(host));
    } else {
        doctor_text(host, true, &text);
        fputs(text_string(&text), stdout);
    }
    text_free(&text);
    result_free(&result);
    return 0;
}

static int dispatch(const Options *options, Error *error)
{
    switch (options->command) {
    case COMMAND_HELP:
        fputs(options_help(options->help_topic), stdout);
        return 0;
    case COMMAND_VERSION:
        puts("framebench " FRAMEBENCH_VERSION);
        return 0;
    case COMMAND_RUN:
        return command_run(options, error);
    case COMMAND_COMPARE:
        return command_compare(options, error);
    case COMMAND_PLOT:
        return command_plot(options, error);
    case COMMAND_COUNTERS:
        return command_counters(options, error);
    case COMMAND_DOCTOR:
        return command_doctor(options);
    }
    return 0;
}

int main(int argc, char **argv)
{
    Options options;
    Error error = ERROR_INIT;
    int status = options_parse(&options, argc, argv, &error);
    if (status == 0)
        status = dispatch(&options, &error);
    options_free(&options);
    if (status == 0 && (fflush(stdout) != 0 || ferror(stdout)))
        status = error_set(&error, "standard output: %s; make room or close the pipe later", strerror(errno));
    if (status < 0)
        fprintf(stderr, "framebench: %s\n", error.text);
    return status < 0 ? EXIT_FAILED : EXIT_FINE;
}
