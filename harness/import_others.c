/* hyperfine's and Google Benchmark's JSON. */
#include "import_parts.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- hyperfine ---- */

/* Which side a result belongs to: our own exports say so in the parameters; otherwise a command is a side. */
static ImportedSide *hyperfine_side(Import *import, const json_t *result, const char *command, const char *path,
                                    Error *error)
{
    const char *named = json_string_value(json_object_get(json_object_get(result, "parameters"), "side"));
    for (size_t s = 0; named != NULL && s < import->n_sides; s++)
        if (strcmp(import->sides[s].name, named) == 0 && strcmp(import->sides[s].path, path) == 0)
            return &import->sides[s];
    ImportedSide *side = import_add_side(import, named != NULL ? named : command, path, error);
    if (side != NULL && named == NULL)
        facts_add_text(&side->facts, "command_line", command);
    return side;
}

/* Each time is of a process of its own. */
static int read_times(Import *import, const json_t *result, const char *command, const char *path,
                      ImportedBenchmark *benchmark, Error *error)
{
    const json_t *times = json_object_get(result, "times");
    const json_t *codes = json_object_get(result, "exit_codes");
    size_t failed = 0;
    if (codes != NULL && !json_is_array(codes))
        return error_set(error, "field \"exit_codes\": must be an array of numbers");
    if (!json_is_array(times) || json_array_size(times) == 0)
        return error_set(error, "field \"times\": must be there, an array that is not empty; run hyperfine with "
                                "--export-json");
    for (size_t i = 0; i < json_array_size(times); i++) {
        const json_t *code = json_array_get(codes, i);
        double seconds;
        if (import_check_seconds(json_array_get(times, i), 1.0, "times", i, &seconds, error) < 0)
            return -1;
        if (json_is_integer(code) && json_integer_value(code) != 0) {
            failed++;
            continue;
        }
        import_add_value(import_add_run(benchmark), seconds);
    }
    if (failed > 0)
        text_add(import->notes, "%s: %zu runs of '%s' are left out, they failed\n", path, failed, command);
    return 0;
}

int import_hyperfine(Import *import, const json_t *root, const char *name, const char *path, Error *error)
{
    const json_t *results = json_object_get(root, "results");
    for (size_t i = 0; i < json_array_size(results); i++) {
        const json_t *result = json_array_get(results, i);
        const char *command = json_string_value(json_object_get(result, "command"));
        const char *workload = json_string_value(json_object_get(json_object_get(result, "parameters"), "workload"));
        const json_t *parameters = json_object_get(result, "parameters");
        if (!json_is_object(result))
            return error_set(error, "results[%zu]: must be an object", i);
        if (parameters != NULL && !json_is_object(parameters))
            return error_set(error, "results[%zu]: field \"parameters\": must be an object", i);
        if (command == NULL)
            return error_set(error, "results[%zu]: field \"command\": must be there, a string", i);
        ImportedSide *side = hyperfine_side(import, result, command, path, error);
        if (side == NULL)
            return error_context(error, "results[%zu]", i);
        const char *benchmark = workload != NULL && *workload != '\0' ? workload : name;
        if (import_find_benchmark(side, benchmark) != NULL)
            return error_set(error, "results[%zu]: '%s' occurs twice for side %s", i, benchmark, side->name);
        if (read_times(import, result, command, path, import_add_benchmark(side, benchmark), error) < 0)
            return error_context(error, "results[%zu]", i);
    }
    if (json_array_size(results) == 0)
        return error_set(error, "field \"results\": must be an array that is not empty");
    return 0;
}

/* ---- Google Benchmark ---- */

static double unit_of(const json_t *entry)
{
    static const struct {
        const char *name;
        double seconds;
    } units[] = {{"ns", 1e-9}, {"us", 1e-6}, {"ms", 1e-3}, {"s", 1.0}};
    const char *unit = json_string_value(json_object_get(entry, "time_unit"));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(unit != NULL ? unit : "ns", units[i].name) == 0)
            return units[i].seconds;
    return 0.0;
}

static bool is_skipped(const json_t *entry)
{
    const char *type = json_string_value(json_object_get(entry, "run_type"));
    return (type != NULL && strcmp(type, "iteration") != 0) || json_is_true(json_object_get(entry, "error_occurred")) ||
           json_is_true(json_object_get(entry, "skipped"));
}

/* The CPU time stands beside the wall time; a benchmark that lacks one of them has none. */
static void add_cpu(ImportedRun *run, double cpu_s)
{
    if ((run->n & (run->n - 1)) == 0)
        run->cpu_s = mem_resize(run->cpu_s, run->n == 0 ? 1 : 2 * run->n, sizeof *run->cpu_s);
    run->cpu_s[run->n] = cpu_s;
}

/* All repetitions are of one process. Wall times that are no times, which bare NaN became, are left out. */
static int read_entry(Import *import, ImportedSide *side, const json_t *entry, Error *error)
{
    const char *name = json_string_value(json_object_get(entry, "run_name"));
    name = name != NULL ? name : json_string_value(json_object_get(entry, "name"));
    double unit = unit_of(entry);
    const json_t *real = json_object_get(entry, "real_time");
    const json_t *cpu = json_object_get(entry, "cpu_time");
    if (!json_is_object(entry))
        return error_set(error, "must be an object");
    if (name == NULL)
        return error_set(error, "field \"name\": must be there, a string");
    if (is_skipped(entry))
        return 0;
    if (unit == 0.0)
        return error_set(error, "field \"time_unit\": must be ns, us, ms or s");
    if (cpu != NULL && !json_is_number(cpu) && !json_is_null(cpu))
        return error_set(error, "field \"cpu_time\": must be a number");
    if (json_is_null(real) || (json_is_number(real) && json_number_value(real) == 0.0)) {
        text_add(import->notes, "%s: a repetition of %s is left out, its real_time is no number above 0\n", side->path,
                 name);
        return 0;
    }
    double wall_s;
    if (import_check_seconds(real, unit, "real_time", 0, &wall_s, error) < 0)
        return -1;
    ImportedBenchmark *benchmark = import_find_benchmark(side, name);
    if (benchmark == NULL)
        import_add_run(benchmark = import_add_benchmark(side, name));
    ImportedRun *run = &benchmark->runs[0];
    double cpu_s = json_is_number(cpu) ? json_number_value(cpu) * unit : NAN;
    bool has_cpu = cpu_s > 0.0 && cpu_s <= 1e9 && (run->n == 0 || run->cpu_s != NULL);
    if (has_cpu) {
        add_cpu(run, cpu_s);
    } else {
        free(run->cpu_s);
        run->cpu_s = NULL;
    }
    import_add_value(run, wall_s);
    return 0;
}

int import_google_benchmark(Import *import, const json_t *root, const char *name, const char *path, Error *error)
{
    const json_t *context = json_object_get(root, "context");
    const json_t *version = json_object_get(context, "json_schema_version");
    const json_t *benchmarks = json_object_get(root, "benchmarks");
    if (version != NULL && (!json_is_integer(version) || json_integer_value(version) != 1))
        return error_set(error, "field \"context\".\"json_schema_version\": must be 1");
    ImportedSide *side = import_add_side(import, name, path, error);
    if (side == NULL)
        return -1;
    const char *executable = json_string_value(json_object_get(context, "executable"));
    const char *date = json_string_value(json_object_get(context, "date"));
    side->host = mem_copy_text(json_string_value(json_object_get(context, "host_name")));
    if (executable != NULL)
        facts_add_text(&side->facts, "program", executable);
    if (date != NULL && strlen(date) >= 19)
        side->created = mem_format("%.19sZ", date);
    for (size_t i = 0; i < json_array_size(benchmarks); i++)
        if (read_entry(import, side, json_array_get(benchmarks, i), error) < 0)
            return error_context(error, "benchmarks[%zu]", i);
    return 0;
}
