/* framebench gate: may this change pass? Its exit status says so. */
#include "command.h"

#include "gate.h"
#include "gate_show.h"
#include "mem.h"
#include "place.h"
#include "record.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One metric and how much worse it may become. */
typedef struct Limit {
    Metric metric;
    double margin; /* 0.01 = 1% */
    double suite_margin;
} Limit;

/* "NAME=PCT" or "NAME=PCT%". */
static int parse_limit(const char *text, const Result *result, Limit *limit, Error *error)
{
    const char *equals = strrchr(text, '=');
    char *end = NULL;
    double pct = equals != NULL ? strtod(equals + 1, &end) : NAN;
    if (equals == NULL || equals == text || end == equals + 1 || (*end != '\0' && strcmp(end, "%") != 0) ||
        !(pct >= 0.0 && pct <= 100.0))
        return error_set(error, "--limit %s: write NAME=PCT, such as instructions=0.5%%", text);
    char *name = mem_copy_bytes(text, (size_t)(equals - text));
    int status = compare_find_metric(result, name, &limit->metric, error);
    free(name);
    limit->margin = limit->suite_margin = pct / 100.0;
    return status;
}

/* The time, unless only other limits were asked for; then each --limit. The caller frees. */
static Limit *choose_limits(const Options *options, const Result *result, size_t *n, Error *error)
{
    Limit *limits = mem_alloc(1, sizeof *limits);
    int status = 0;
    *n = 0;
    if (options->limits == NULL || options->has_margin || options->metric != NULL) {
        status = command_metric(options, result, &limits[0].metric, error);
        limits[0].margin = options->margin_pct / 100.0;
        limits[0].suite_margin = options->suite_margin_pct / 100.0;
        *n = 1;
    }
    for (char **limit = options->limits; status == 0 && limit != NULL && *limit != NULL; limit++) {
        limits = mem_resize(limits, *n + 1, sizeof *limits);
        status = parse_limit(*limit, result, &limits[(*n)++], error);
    }
    if (status == 0)
        return limits;
    free(limits);
    return NULL;
}

typedef struct Reports {
    Comparison *comparisons; /* the reports borrow them, so they are allocated at once */
    GateReport *items;
    size_t n;
} Reports;

static int judge_all(const Result *result, const Limit *limits, size_t n_limits, Reports *reports, Error *error)
{
    size_t count = n_limits * (result->n_sides - 1);
    reports->comparisons = mem_alloc(count, sizeof *reports->comparisons);
    reports->items = mem_alloc(count, sizeof *reports->items);
    for (size_t side = 1; side < result->n_sides; side++)
        for (size_t l = 0; l < n_limits; l++) {
            Comparison *comparison = &reports->comparisons[reports->n];
            *comparison = compare_result(result, side, limits[l].metric);
            reports->items[reports->n++] = gate_judge(comparison, limits[l].margin, limits[l].suite_margin);
            if (comparison->descriptive)
                return error_set(error, "the sides were not interleaved, so nothing can be concluded; measure both in "
                                        "one run with framebench run");
        }
    return 0;
}

static void free_reports(Reports *reports)
{
    for (size_t i = 0; i < reports->n; i++) {
        gate_free(&reports->items[i]);
        compare_free(&reports->comparisons[i]);
    }
    free(reports->items);
    free(reports->comparisons);
}

static int write_junit(const Options *options, const Reports *reports, Error *error)
{
    Text text = {0};
    gate_show_junit(&text, reports->items, reports->n, options->strict);
    int status = place_write(options->junit, &text, error);
    text_free(&text);
    return status;
}

static const char *conclusion(int status)
{
    static const char *const sentences[] = {
        "passed: no regression was shown",
        "failed: a regression was shown",
        "failed: not everything was measured",
        "failed (strict): something is not conclusive",
    };
    return sentences[status];
}

static int print_reports(const Options *options, const Reports *reports, Error *error)
{
    int verdict = gate_exit_status(reports->items, reports->n, options->strict);
    Text text = {0};
    for (size_t i = 0; i < reports->n; i++) {
        if (options->github)
            gate_show_github(&text, &reports->items[i], options->files[0]);
        if (!options->quiet) {
            gate_show_table(&text, &reports->items[i]);
            text_add(&text, "\n");
        }
    }
    text_add(&text, "gate: %s\n", conclusion(verdict));
    command_print(&text);
    if (options->junit != NULL && write_junit(options, reports, error) < 0)
        return -1;
    return verdict;
}

int command_gate(const Options *options, Error *error)
{
    Result result = {0};
    Reports reports = {0};
    Limit *limits = NULL;
    size_t n_limits = 0;
    int status = command_read(options, &result, options->files[0], error);
    if (status == 0) {
        limits = choose_limits(options, &result, &n_limits, error);
        status = limits == NULL ? -1 : judge_all(&result, limits, n_limits, &reports, error);
        if (status < 0)
            error_context(error, "%s", options->files[0]);
    }
    if (status == 0)
        status = print_reports(options, &reports, error);
    free_reports(&reports);
    free(limits);
    result_free(&result);
    return status;
}
