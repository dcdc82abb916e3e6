/* framebench compare: what result files say, as tables or for programs. */
#include "command.h"

#include "compare.h"
#include "export.h"
#include "mem.h"
#include "merge.h"
#include "record.h"
#include "table.h"
#include "steps.h"
#include "table_files.h"
#include "table_metrics.h"
#include "table_steps.h"
#include "table_sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what was asked for ---- */

static bool is_wanted(char **only, const WorkloadResult *workload)
{
    for (char **name = only; *name != NULL; name++) {
        if (strcmp(*name, workload->name) == 0)
            return true;
        for (size_t t = 0; t < workload->n_tags; t++)
            if (strcmp(*name, workload->tags[t]) == 0)
                return true;
    }
    return false;
}

static int keep_only(Result *result, char **only, Error *error)
{
    for (size_t w = result->n_workloads; only != NULL && w-- > 0;)
        if (!is_wanted(only, &result->workloads[w]))
            result_remove_workload(result, w);
    if (result->n_workloads == 0)
        return error_set(error, "--only leaves no workload; name workloads or tags that are in the file");
    return 0;
}

static size_t count_files(const Options *options)
{
    size_t n = 0;
    while (options->files[n] != NULL)
        n++;
    return n;
}

/* ---- output ---- */

static Comparison compare_side_of(const Options *options, const Result *result, size_t side, Metric metric)
{
    Comparison comparison = compare_result(result, side, metric);
    comparison.order = (Order)options->sort;
    return comparison;
}

static void add_formatted(Text *text, const Comparison *comparison, Format format, const char *file, bool first,
                          json_t *all)
{
    switch (format) {
    case FORMAT_TABLE:
        table_terminal(text, comparison);
        break;
    case FORMAT_MARKDOWN:
        table_markdown(text, comparison);
        break;
    case FORMAT_CSV:
        export_csv(text, comparison, file, first ? export_csv_values(comparison->metric) : NULL);
        break;
    case FORMAT_JSON:
        json_array_append_new(all, export_analysis(comparison));
        break;
    case FORMAT_ASCIIDOC:
        table_asciidoc(text, comparison);
        break;
    }
}

static int show_steps(const Options *options, const Result *result, Metric metric, Text *text, json_t *all)
{
    Steps steps = steps_new(result, metric);
    steps.whole.order = (Order)options->sort;
    if (options->format == FORMAT_JSON) {
        for (size_t i = 0; i < steps.n; i++)
            json_array_append_new(all, export_analysis(&steps.items[i]));
        json_array_append_new(all, export_analysis(&steps.whole));
    } else {
        table_steps(text, &steps, (Format)options->format);
    }
    steps_free(&steps);
    return 0;
}

static void show_sweep(const Options *options, const Result *result, size_t side, Metric metric, Text *text,
                       json_t *all)
{
    Comparison comparison = compare_result(result, side, metric);
    if (options->format == FORMAT_JSON) {
        json_t *sweeps = table_sweeps_json(&comparison);
        json_array_extend(all, sweeps);
        json_decref(sweeps);
    } else {
        table_sweeps(text, &comparison, (Format)options->format);
    }
    compare_free(&comparison);
}

static void show_all_metrics(const Options *options, const Result *result, size_t side, const char *file, bool first,
                             Text *text, json_t *all)
{
    if (options->format == FORMAT_JSON)
        table_all_metrics_json(all, result, side);
    else if (options->format == FORMAT_CSV)
        table_all_metrics_csv(text, result, side, file, first);
    else
        table_all_metrics(text, result, side, (Order)options->sort, (Format)options->format);
}

static int show(const Options *options, const Result *result, const char *file, bool first, Text *text, json_t *all,
                Error *error)
{
    Metric metric;
    bool is_text = options->format != FORMAT_CSV && options->format != FORMAT_JSON;
    if (command_metric(options, result, &metric, error) < 0)
        return error_context(error, "%s", file);
    if (is_text && !first)
        text_add(text, "\n");
    if (is_text && count_files(options) > 1)
        text_add(text, "%s\n\n", file);
    if (options->steps)
        return show_steps(options, result, metric, text, all);
    for (size_t side = 1; side < result->n_sides; side++) {
        if (is_text && side > 1)
            text_add(text, "\n");
        if (options->sweep) {
            show_sweep(options, result, side, metric, text, all);
            continue;
        }
        if (options->all_metrics) {
            show_all_metrics(options, result, side, count_files(options) > 1 ? file : NULL, first && side == 1, text,
                             all);
            continue;
        }
        Comparison comparison = compare_side_of(options, result, side, metric);
        add_formatted(text, &comparison, (Format)options->format, count_files(options) > 1 ? file : NULL,
                      first && side == 1, all);
        compare_free(&comparison);
    }
    return 0;
}

/* ---- several files ---- */

/* Why the files are not one experiment; the text is empty when they are. */
static Error why_not_one(const Result *results, size_t n)
{
    Error why = ERROR_INIT;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (merge_check(&results[i], &results[k], &why) < 0)
                return why;
    return why;
}

static int show_as_one(const Options *options, Result *results, size_t n, Text *text, json_t *all, Error *error)
{
    for (size_t i = 0; i < n; i++)
        merge_mark_source(&results[i], options->files[i]);
    for (size_t i = 1; i < n; i++)
        merge_add(&results[0], &results[i]);
    char *title =
        mem_format("%zu files as one: the same sides, versions, commit and workloads, %s", n,
                   merge_is_repeats(&results[0]) ? "repeated on one machine" : "measured on several machines");
    int status = show(options, &results[0], title, true, text, all, error);
    free(title);
    return status;
}

static int show_side_by_side(const Options *options, const Result *results, size_t n, const char *why, Text *text,
                             Error *error)
{
    Comparison *comparisons = NULL;
    const char **paths = NULL;
    size_t count = 0;
    int status = 0;
    for (size_t i = 0; i < n && status == 0; i++) {
        Metric metric;
        status = command_metric(options, &results[i], &metric, error);
        for (size_t side = 1; side < results[i].n_sides && status == 0; side++) {
            comparisons = mem_resize(comparisons, count + 1, sizeof *comparisons);
            paths = mem_resize(paths, count + 1, sizeof *paths);
            comparisons[count] = compare_side_of(options, &results[i], side, metric);
            paths[count++] = options->files[i];
        }
    }
    if (status == 0)
        table_files(text, comparisons, paths, count, why);
    for (size_t i = 0; i < count; i++)
        compare_free(&comparisons[i]);
    free(comparisons);
    free(paths);
    return status;
}

/* Tables of other files, one below the other, invite to compare them. */
static void add_between_files(const Options *options, const Result *results, size_t n, Text *text)
{
    Error why = why_not_one(results, n);
    char *note = table_files_note(why.text);
    if (options->format == FORMAT_MARKDOWN)
        table_markdown_paragraph(text, note);
    else if (options->format == FORMAT_ASCIIDOC)
        table_asciidoc_paragraph(text, note);
    else if (options->format == FORMAT_TABLE)
        table_paragraph(text, note);
    free(note);
}

static int show_all(const Options *options, Result *results, size_t n, Text *text, json_t *all, Error *error)
{
    if (n > 1) {
        Error why = why_not_one(results, n);
        if (!error_is_set(&why))
            return show_as_one(options, results, n, text, all, error);
        if (options->format == FORMAT_TABLE && !options->all_metrics && !options->steps && !options->sweep)
            return show_side_by_side(options, results, n, why.text, text, error);
    }
    for (size_t i = 0; i < n; i++) {
        size_t before = json_array_size(all);
        if (show(options, &results[i], options->files[i], i == 0, text, all, error) < 0)
            return -1;
        for (size_t k = before; n > 1 && k < json_array_size(all); k++)
            json_object_set_new(json_array_get(all, k), "file", json_string(options->files[i]));
    }
    if (n > 1)
        add_between_files(options, results, n, text);
    return 0;
}

/* One comparison gives its object, several an array of objects. */
static void print_json(const json_t *all)
{
    const json_t *value = json_array_size(all) == 1 ? json_array_get(all, 0) : all;
    json_dumpf(value, stdout, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    putchar('\n');
}

int command_compare(const Options *options, Error *error)
{
    size_t n = count_files(options);
    Result *results = mem_alloc(n, sizeof *results);
    json_t *all = json_array();
    Text text = {0};
    int status = 0;
    for (size_t i = 0; i < n && status == 0; i++) {
        status = command_read(options, &results[i], options->files[i], error);
        if (status == 0)
            status = keep_only(&results[i], options->only, error);
    }
    if (status == 0)
        status = show_all(options, results, n, &text, all, error);
    if (status == 0 && options->format == FORMAT_JSON)
        print_json(all);
    else if (status == 0)
        fputs(text_string(&text), stdout);
    for (size_t i = 0; i < n; i++)
        result_free(&results[i]);
    free(results);
    text_free(&text);
    json_decref(all);
    return status;
}
