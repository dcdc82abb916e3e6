/* The JSON formats: what the readers of pyperf 2.10, hyperfine 1.20 and Google Benchmark (schema 1) accept. */
#include "interchange.h"

#include "interchange_values.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void set_text(json_t *object, const char *key, const char *text)
{
    char *plain = interchange_plain(text);
    json_object_set_new(object, key, json_string(plain));
    free(plain);
}

/* ---- pyperf ---- */

static json_t *pyperf_values(const Result *result, const WorkloadResult *workload, const Block *block, size_t side,
                             Metric metric)
{
    json_t *values = json_array();
    for (size_t j = 0; j < block->sides[side].n_values; j++) {
        double value = interchange_common_value(result, workload, block, side, metric, j);
        if (isfinite(value))
            json_array_append_new(values, json_real(value));
    }
    return values;
}

/* Warm-ups are pairs of loops and time per loop. */
static json_t *pyperf_warmups(const WorkloadResult *workload, const SideSamples *samples)
{
    json_t *warmups = json_array();
    for (size_t j = 0; j < samples->n_warmups; j++) {
        double loops = fmax(1.0, (double)workload->loops);
        json_t *pair = json_array();
        json_array_append_new(pair, json_integer((json_int_t)loops));
        json_array_append_new(pair, json_real((double)samples->warmup_wall_ns[j] / loops * 1e-9));
        json_array_append_new(warmups, pair);
    }
    return warmups;
}

static json_t *pyperf_run_metadata(const Result *result, const WorkloadResult *workload, size_t b, size_t side)
{
    const Block *block = &workload->blocks[b];
    json_t *metadata = json_object();
    json_object_set_new(metadata, "framebench_block", json_integer((json_int_t)b)); /* ties counts to times */
    char *date = interchange_date(result, block);
    if (workload->loops > 0)
        json_object_set_new(metadata, "loops", json_integer((json_int_t)workload->loops));
    if (isfinite(block->duration_s) && block->duration_s >= 0.0)
        json_object_set_new(metadata, "duration", json_real(block->duration_s));
    if (date != NULL)
        json_object_set_new(metadata, "date", json_string(date));
    if (block->sides[side].peak_rss_bytes > 0)
        json_object_set_new(metadata, "mem_max_rss", json_integer((json_int_t)block->sides[side].peak_rss_bytes));
    free(date);
    return metadata;
}

/* NULL when the side has no value of this metric, because pyperf refuses a benchmark without runs. */
static json_t *pyperf_benchmark(const Result *result, const WorkloadResult *workload, size_t side, Metric metric)
{
    bool is_time = !compare_is_count(metric);
    json_t *runs = json_array();
    for (size_t b = 0; b < workload->n_blocks; b++) {
        const Block *block = &workload->blocks[b];
        if (!interchange_block_counts(block, side))
            continue;
        json_t *values = pyperf_values(result, workload, block, side, metric);
        if (json_array_size(values) == 0) {
            json_decref(values);
            continue;
        }
        json_t *run = json_object();
        json_object_set_new(run, "values", values);
        if (is_time && block->sides[side].n_warmups > 0)
            json_object_set_new(run, "warmups", pyperf_warmups(workload, &block->sides[side]));
        json_object_set_new(run, "metadata", pyperf_run_metadata(result, workload, b, side));
        json_array_append_new(runs, run);
    }
    if (json_array_size(runs) == 0) {
        json_decref(runs);
        return NULL;
    }
    char *name = is_time ? mem_copy_text(workload->name)
                         : mem_format("%s:%s", workload->name, result->events[metric - METRIC_EVENT].name);
    json_t *metadata = json_object();
    set_text(metadata, "name", name);
    json_object_set_new(metadata, "unit", json_string(is_time ? "second" : "integer"));
    free(name);
    json_t *benchmark = json_object();
    json_object_set_new(benchmark, "metadata", metadata);
    json_object_set_new(benchmark, "runs", runs);
    return benchmark;
}

static json_t *pyperf_metadata(const Result *result, size_t side)
{
    json_t *metadata = json_object();
    set_text(metadata, "framebench_side", result->sides[side].name);
    set_text(metadata, "framebench_commit", result->commit);
    set_text(metadata, "framebench_design", "interleaved");
    set_text(metadata, "description", facts_text(&result->sides[side].facts, "version", result->sides[side].name));
    if (result->n_hosts == 1) { /* pyperf refuses a benchmark with several */
        set_text(metadata, "hostname", facts_text(result_machine(result), "host", result->hosts[0].name));
        set_text(metadata, "cpu_model_name", facts_text(result_machine(result), "cpu_model", "unknown"));
    }
    return metadata;
}

json_t *interchange_pyperf(const Result *result, size_t side)
{
    json_t *benchmarks = json_array();
    for (size_t w = 0; w < result->n_workloads; w++)
        for (Metric m = METRIC_WALL; m < METRIC_EVENT + result->n_events; m++) {
            json_t *benchmark = pyperf_benchmark(result, &result->workloads[w], side, m);
            if (benchmark != NULL)
                json_array_append_new(benchmarks, benchmark);
        }
    json_t *root = json_object();
    json_object_set_new(root, "version", json_string("1.0"));
    json_object_set_new(root, "metadata", pyperf_metadata(result, side));
    json_object_set_new(root, "benchmarks", benchmarks);
    return root;
}

/* ---- Google Benchmark ---- */

static json_t *google_context(const Result *result, size_t side)
{
    json_t *context = json_object();
    const Fact *cpus = facts_find(result_machine(result), "cpus_online");
    set_text(context, "date", result->created);
    set_text(context, "host_name", facts_text(result_machine(result), "host", "unknown"));
    set_text(context, "executable", facts_text(&result->sides[side].facts, "program", result->sides[side].name));
    json_object_set_new(context, "num_cpus",
                        json_integer(cpus != NULL && cpus->kind == FACT_NUMBER ? (json_int_t)cpus->number : 1));
    set_text(context, "library_build_type", "release");
    json_object_set_new(context, "json_schema_version", json_integer(1));
    return context;
}

static void add_counters(json_t *entry, const Result *result, const WorkloadResult *workload, const Block *block,
                         size_t side, size_t j)
{
    for (size_t e = 0; e < result->n_events; e++) {
        double count = interchange_value(result, workload, block, side, METRIC_EVENT + (Metric)e, j);
        if (isfinite(count) && json_object_get(entry, result->events[e].name) == NULL)
            json_object_set_new(entry, result->events[e].name, json_real(count));
    }
}

static size_t count_values(const WorkloadResult *workload, size_t side)
{
    size_t count = 0;
    for (size_t b = 0; b < workload->n_blocks; b++)
        if (interchange_block_counts(&workload->blocks[b], side))
            count += workload->blocks[b].sides[side].n_values;
    return count;
}

/* Whether every value has one. Google Benchmark's compare.py wants it of all repetitions, and passes over a benchmark
 * in which none has it. */
static bool has_cpu_times(const WorkloadResult *workload, size_t side)
{
    for (size_t b = 0; b < workload->n_blocks; b++)
        for (size_t j = 0;
             interchange_block_counts(&workload->blocks[b], side) && j < workload->blocks[b].sides[side].n_values; j++)
            if (workload->blocks[b].sides[side].cpu_ns[j] == 0)
                return false;
    return true;
}

static void add_repetitions(json_t *benchmarks, const Result *result, size_t w, size_t side)
{
    const WorkloadResult *workload = &result->workloads[w];
    size_t repetitions = count_values(workload, side);
    bool has_cpu = has_cpu_times(workload, side);
    size_t index = 0;
    for (size_t b = 0; b < workload->n_blocks; b++) {
        const Block *block = &workload->blocks[b];
        for (size_t j = 0; interchange_block_counts(block, side) && j < block->sides[side].n_values; j++) {
            json_t *entry = json_object();
            set_text(entry, "name", workload->name);
            json_object_set_new(entry, "family_index", json_integer((json_int_t)w));
            json_object_set_new(entry, "per_family_instance_index", json_integer(0));
            set_text(entry, "run_name", workload->name);
            json_object_set_new(entry, "run_type", json_string("iteration"));
            json_object_set_new(entry, "repetitions", json_integer((json_int_t)repetitions));
            json_object_set_new(entry, "repetition_index", json_integer((json_int_t)index++));
            json_object_set_new(entry, "threads", json_integer(1));
            json_object_set_new(entry, "iterations", json_integer((json_int_t)workload->loops));
            double wall = interchange_value(result, workload, block, side, METRIC_WALL, j);
            json_object_set_new(entry, "real_time", json_real(1e9 * wall));
            if (has_cpu)
                json_object_set_new(entry, "cpu_time",
                                    json_real(1e9 * interchange_value(result, workload, block, side, METRIC_CPU, j)));
            json_object_set_new(entry, "time_unit", json_string("ns"));
            add_counters(entry, result, workload, block, side, j);
            json_array_append_new(benchmarks, entry);
        }
    }
}

json_t *interchange_google_benchmark(const Result *result, size_t side)
{
    json_t *benchmarks = json_array();
    for (size_t w = 0; w < result->n_workloads; w++)
        add_repetitions(benchmarks, result, w, side);
    json_t *root = json_object();
    json_object_set_new(root, "context", google_context(result, side));
    json_object_set_new(root, "benchmarks", benchmarks);
    return root;
}

/* ---- hyperfine ---- */

static json_t *hyperfine_result(const Result *result, const WorkloadResult *workload, size_t side)
{
    size_t n = count_values(workload, side);
    double *times = mem_alloc(n, sizeof *times);
    double least = INFINITY;
    double most = 0.0;
    size_t at = 0;
    json_t *array = json_array();
    for (size_t b = 0; b < workload->n_blocks; b++)
        for (size_t j = 0;
             interchange_block_counts(&workload->blocks[b], side) && j < workload->blocks[b].sides[side].n_values;
             j++) {
            double time = interchange_value(result, workload, &workload->blocks[b], side, METRIC_WALL, j);
            times[at++] = time;
            least = fmin(least, time);
            most = fmax(most, time);
            json_array_append_new(array, json_real(time));
        }
    double sd = stats_sd(times, n);
    json_t *parameters = json_object();
    set_text(parameters, "workload", workload->name);
    set_text(parameters, "side", result->sides[side].name);
    json_t *object = json_object();
    char *command = mem_format("%s %s", result->sides[side].name, workload->name);
    set_text(object, "command", command);
    free(command);
    json_object_set_new(object, "mean", json_real(stats_mean(times, n)));
    json_object_set_new(object, "stddev", isfinite(sd) ? json_real(sd) : json_null());
    json_object_set_new(object, "median", json_real(stats_median(times, n)));
    json_object_set_new(object, "min", json_real(least));
    json_object_set_new(object, "max", json_real(most));
    json_object_set_new(object, "times", array);
    json_object_set_new(object, "parameters", parameters);
    free(times);
    return object;
}

json_t *interchange_hyperfine(const Result *result)
{
    json_t *results = json_array();
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t side = 0; side < result->n_sides; side++)
            if (count_values(&result->workloads[w], side) > 0)
                json_array_append_new(results, hyperfine_result(result, &result->workloads[w], side));
    json_t *root = json_object();
    json_object_set_new(root, "results", results);
    return root;
}
