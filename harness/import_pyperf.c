/* pyperf's JSON: "version" is the text "1.0", or 5 or 6 as a number. Metadata of the file count for every benchmark,
 * those of a benchmark for every run. */
#include "import_parts.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- metadata ---- */

/* The three levels from which a run's metadata come; the innermost wins. */
typedef struct Levels {
    const json_t *run, *benchmark, *file;
} Levels;

static const json_t *find(Levels levels, const char *key)
{
    const json_t *value = json_object_get(levels.run, key);
    value = value != NULL ? value : json_object_get(levels.benchmark, key);
    return value != NULL ? value : json_object_get(levels.file, key);
}

static const char *find_text(Levels levels, const char *key)
{
    return json_string_value(find(levels, key));
}

/* At least 1; 0 with an error when it is there and no such number. */
static double find_loops(Levels levels, const char *key, Error *error)
{
    const json_t *value = find(levels, key);
    if (value == NULL)
        return 1.0;
    if (json_is_integer(value) && json_integer_value(value) >= 1)
        return (double)json_integer_value(value);
    error_set(error, "field \"%s\": must be a whole number of at least 1", key);
    return 0.0;
}

/* The metadata of a file, a benchmark or a run; NULL where there are none. */
static int find_metadata(const json_t *object, const json_t **metadata, Error *error)
{
    const char *field = "common_metadata"; /* version 5 */
    *metadata = json_object_get(object, field);
    if (*metadata == NULL)
        *metadata = json_object_get(object, field = "metadata");
    if (*metadata != NULL && !json_is_object(*metadata))
        return error_set(error, "field \"%s\": must be an object", field);
    return 0;
}

/* ---- runs ---- */

static int read_values(const json_t *run, bool counts, ImportedRun *imported, Error *error)
{
    const json_t *values = json_object_get(run, "values");
    const char *field = "values";
    if (values == NULL) { /* version 5 */
        values = json_object_get(run, "samples");
        field = "samples";
    }
    if (values != NULL && !json_is_array(values))
        return error_set(error, "field \"%s\": must be an array of numbers", field);
    for (size_t i = 0; i < json_array_size(values); i++) {
        const json_t *value = json_array_get(values, i);
        double number;
        if ((counts ? import_check_count(value, field, i, &number, error)
                    : import_check_seconds(value, 1.0, field, i, &number, error)) < 0)
            return -1;
        import_add_value(imported, number);
    }
    return 0;
}

/* Pairs of loops and time: of one loop since "1.0", of all of them before. */
static int read_warmups(const json_t *run, bool raw, double inner_loops, ImportedRun *imported, Error *error)
{
    const json_t *warmups = json_object_get(run, "warmups");
    if (warmups != NULL && !json_is_array(warmups))
        return error_set(error, "field \"warmups\": must be an array of pairs");
    imported->warmup_s = mem_alloc(json_array_size(warmups), sizeof *imported->warmup_s);
    for (size_t i = 0; i < json_array_size(warmups); i++) {
        const json_t *pair = json_array_get(warmups, i);
        const json_t *loops = json_array_get(pair, 0);
        if (json_array_size(pair) != 2 || !json_is_integer(loops) || json_integer_value(loops) < 1)
            return error_set(error, "field \"warmups\", element %zu: must be a pair of loops and time", i);
        double divisor = raw ? (double)json_integer_value(loops) * inner_loops : 1.0;
        double seconds;
        const json_t *time = json_array_get(pair, 1);
        if (json_is_number(time) && json_number_value(time) == 0.0)
            continue; /* allowed of a warm-up */
        if (import_check_seconds(time, 1.0 / divisor, "warmups", i, &seconds, error) < 0)
            return -1;
        imported->warmup_s[imported->n_warmups++] = seconds;
    }
    return 0;
}

static int read_run(const json_t *run, Levels levels, bool raw, ImportedBenchmark *benchmark, Error *error)
{
    if (!json_is_object(run))
        return error_set(error, "must be an object");
    if (find_metadata(run, &levels.run, error) < 0)
        return -1;
    double inner_loops = find_loops(levels, "inner_loops", error);
    if (inner_loops == 0.0)
        return -1;
    ImportedRun *imported = import_add_run(benchmark);
    if (read_values(run, benchmark->is_count, imported, error) < 0 ||
        (!benchmark->is_count && read_warmups(run, raw, inner_loops, imported, error) < 0))
        return -1;
    const json_t *block = json_object_get(levels.run, "framebench_block");
    if (json_is_integer(block) && json_integer_value(block) >= 0)
        imported->block = json_integer_value(block);
    const json_t *rss = find(levels, "mem_max_rss");
    if (json_is_integer(rss) && json_integer_value(rss) > 0)
        imported->peak_rss_bytes = (uint64_t)json_integer_value(rss);
    if (imported->n == 0) { /* a calibration run */
        free(imported->values);
        free(imported->warmup_s);
        benchmark->n_runs--;
    }
    return 0;
}

/* ---- benchmarks ---- */

/* What a side's facts are taken from: the first run that says it. */
static void describe_side(ImportedSide *side, Levels levels)
{
    static const char *const keys[] = {"python_version",  "python_executable", "python_implementation",
                                       "python_compiler", "platform",          "python_cflags"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (find_text(levels, keys[i]) != NULL)
            facts_add_text(&side->facts, keys[i], find_text(levels, keys[i]));
    side->host = mem_copy_text(find_text(levels, "hostname"));
    side->cpu_model = mem_copy_text(find_text(levels, "cpu_model_name"));
    const char *date = find_text(levels, "date");
    if (date != NULL && strlen(date) >= 19)
        side->created = mem_format("%.10sT%.8sZ", date, date + 11);
    side->described = true;
}

static int read_benchmark(Import *import, ImportedSide *side, const json_t *object, const json_t *file_metadata,
                          bool raw, Error *error)
{
    const json_t *runs = json_object_get(object, "runs");
    if (!json_is_object(object))
        return error_set(error, "must be an object");
    if (!json_is_array(runs) || json_array_size(runs) == 0)
        return error_set(error, "field \"runs\": must be there, an array that is not empty");
    Levels levels = {.file = file_metadata};
    if (find_metadata(object, &levels.benchmark, error) < 0)
        return -1;
    if (find_metadata(json_array_get(runs, 0), &levels.run, error) < 0)
        return error_context(error, "runs[0]");
    const char *name = find_text(levels, "name");
    const char *unit = find_text(levels, "unit");
    if (name == NULL || *name == '\0')
        return error_set(error, "field \"metadata\".\"name\": must be there, a string");
    bool is_count = unit != NULL && strcmp(unit, "integer") == 0;
    if (unit != NULL && !is_count && strcmp(unit, "second") != 0) {
        text_add(import->notes, "%s: benchmark %s is left out, its unit is %s and not second or integer\n", side->path,
                 name, unit);
        return 0;
    }
    if (import_find_benchmark(side, name) != NULL)
        return error_set(error, "the name '%s' occurs twice", name);
    if (!side->described && !is_count)
        describe_side(side, levels);
    ImportedBenchmark *benchmark = import_add_benchmark(side, name);
    benchmark->is_count = is_count;
    for (size_t r = 0; r < json_array_size(runs); r++)
        if (read_run(json_array_get(runs, r), levels, raw, benchmark, error) < 0)
            return error_context(error, "runs[%zu]", r);
    return 0;
}

int import_pyperf(Import *import, const json_t *root, const char *name, const char *path, Error *error)
{
    const json_t *version = json_object_get(root, "version");
    const json_t *benchmarks = json_object_get(root, "benchmarks");
    const char *text = json_string_value(version);
    json_int_t number = json_integer_value(version);
    const json_t *metadata;
    bool raw = json_is_integer(version) && (number == 5 || number == 6);
    if (!raw && (text == NULL || strcmp(text, "1.0") != 0))
        return error_set(error, "field \"version\": must be \"1.0\", 5 or 6, as pyperf writes them");
    if (!json_is_array(benchmarks) || json_array_size(benchmarks) == 0)
        return error_set(error, "field \"benchmarks\": must be an array that is not empty");
    ImportedSide *side = find_metadata(root, &metadata, error) < 0 ? NULL : import_add_side(import, name, path, error);
    if (side == NULL)
        return -1;
    for (size_t i = 0; i < json_array_size(benchmarks); i++) {
        const json_t *object = json_array_get(benchmarks, i);
        if (read_benchmark(import, side, object, metadata, raw, error) < 0)
            return error_context(error, "benchmarks[%zu]", i);
    }
    return 0;
}
