/* The middle of the import: what any tool measured, as a result of ours. */
#include "import_parts.h"

#include "mem.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Thirty years; what is longer was never measured. */
#define SECONDS_MAX 1e9
#define COUNT_MAX   1e18

enum { BENCHMARKS_MAX = 20000, RUNS_MAX = 100000 };

/* Whole nanoseconds keep at least this many digits of a time. */
#define LEAST_NS 1e8
#define MOST_NS  9e18

int import_check_seconds(const json_t *value, double unit, const char *field, size_t index, double *seconds,
                         Error *error)
{
    *seconds = json_is_number(value) ? json_number_value(value) * unit : NAN;
    if (!(*seconds > 0.0 && *seconds <= SECONDS_MAX))
        return error_set(error, "field \"%s\", element %zu: must be a time above 0 and below thirty years", field,
                         index);
    return 0;
}

int import_check_count(const json_t *value, const char *field, size_t index, double *count, Error *error)
{
    *count = json_is_number(value) ? json_number_value(value) : NAN;
    if (!(*count >= 0.0 && *count <= COUNT_MAX))
        return error_set(error, "field \"%s\", element %zu: must be a count of at least 0", field, index);
    return 0;
}

/* ---- growing ---- */

/* Names as framebench's own sides have them, so that file names can be made of them. */
static char *side_name(const Import *import, const char *wanted)
{
    char *name = mem_copy_bytes(wanted, strlen(wanted) < 40 ? strlen(wanted) : 40);
    for (char *at = name; *at != '\0'; at++)
        if (!isalnum((unsigned char)*at) && strchr("._+-", *at) == NULL)
            *at = '_';
    if (*name == '\0') {
        free(name);
        name = mem_copy_text("side");
    }
    for (size_t s = 0; s < import->n_sides; s++)
        if (strcmp(import->sides[s].name, name) == 0) {
            char *other = mem_format("%s-%zu", name, import->n_sides + 1);
            free(name);
            name = other;
        }
    return name;
}

ImportedSide *import_add_side(Import *import, const char *name, const char *path, Error *error)
{
    if (import->n_sides == SIDES_MAX) {
        error_set(error, "more than %d sides; import at most %d at a time", SIDES_MAX, SIDES_MAX);
        return NULL;
    }
    char *own = side_name(import, name);
    import->sides = mem_resize(import->sides, import->n_sides + 1, sizeof *import->sides);
    ImportedSide *side = &import->sides[import->n_sides++];
    *side = (ImportedSide){.name = own, .path = mem_copy_text(path), .index = json_object()};
    return side;
}

ImportedBenchmark *import_add_benchmark(ImportedSide *side, const char *name)
{
    if ((side->n_benchmarks & (side->n_benchmarks - 1)) == 0) /* room doubles, as for values */
        side->benchmarks = mem_resize(side->benchmarks, side->n_benchmarks == 0 ? 1 : 2 * side->n_benchmarks,
                                      sizeof *side->benchmarks);
    json_object_set_new_nocheck(side->index, name, json_integer((json_int_t)side->n_benchmarks));
    ImportedBenchmark *benchmark = &side->benchmarks[side->n_benchmarks++];
    *benchmark = (ImportedBenchmark){.name = mem_copy_text(name)};
    return benchmark;
}

ImportedBenchmark *import_find_benchmark(const ImportedSide *side, const char *name)
{
    const json_t *place = json_object_get(side->index, name);
    return place != NULL ? &side->benchmarks[json_integer_value(place)] : NULL;
}

ImportedRun *import_add_run(ImportedBenchmark *benchmark)
{
    benchmark->runs = mem_resize(benchmark->runs, benchmark->n_runs + 1, sizeof *benchmark->runs);
    benchmark->runs[benchmark->n_runs] = (ImportedRun){.block = -1};
    return &benchmark->runs[benchmark->n_runs++];
}

void import_add_value(ImportedRun *run, double value)
{
    /* Room doubles, at powers of two: files of other tools hold up to millions of values. */
    if ((run->n & (run->n - 1)) == 0)
        run->values = mem_resize(run->values, run->n == 0 ? 1 : 2 * run->n, sizeof *run->values);
    run->values[run->n++] = value;
}

void import_free(Import *import)
{
    for (size_t s = 0; s < import->n_sides; s++) {
        ImportedSide *side = &import->sides[s];
        for (size_t i = 0; i < side->n_benchmarks; i++) {
            for (size_t r = 0; r < side->benchmarks[i].n_runs; r++) {
                free(side->benchmarks[i].runs[r].values);
                free(side->benchmarks[i].runs[r].cpu_s);
                free(side->benchmarks[i].runs[r].warmup_s);
            }
            free(side->benchmarks[i].runs);
            free(side->benchmarks[i].name);
        }
        free(side->benchmarks);
        json_decref(side->index);
        facts_free(&side->facts);
        free(side->name);
        free(side->path);
        free(side->host);
        free(side->cpu_model);
        free(side->created);
    }
    free(import->sides);
    *import = (Import){0};
}

/* ---- blocks ---- */

static uint64_t to_ns(double seconds, double loops)
{
    double ns = round(seconds * 1e9 * loops);
    return ns < 1.0 ? 1 : (uint64_t)ns;
}

/* Values from `first` on, at most `n` of them; warm-ups with the first ones. */
static void fill_samples(SideSamples *samples, const ImportedRun *run, size_t first, size_t n, double loops)
{
    samples->n_values = n;
    samples->wall_ns = mem_alloc(n, sizeof *samples->wall_ns);
    samples->cpu_ns = mem_alloc(n, sizeof *samples->cpu_ns);
    samples->n_warmups = first == 0 ? run->n_warmups : 0;
    samples->warmup_wall_ns = mem_alloc(samples->n_warmups, sizeof *samples->warmup_wall_ns);
    samples->warmup_cpu_ns = mem_alloc(samples->n_warmups, sizeof *samples->warmup_cpu_ns);
    samples->peak_rss_bytes = run->peak_rss_bytes;
    samples->voluntary_switches = samples->involuntary_switches = samples->migrations = NAN;
    for (size_t j = 0; j < n; j++) {
        samples->wall_ns[j] = to_ns(run->values[first + j], loops);
        samples->cpu_ns[j] = run->cpu_s != NULL ? to_ns(run->cpu_s[first + j], loops) : 0;
    }
    for (size_t j = 0; j < samples->n_warmups; j++)
        samples->warmup_wall_ns[j] = to_ns(run->warmup_s[j], loops);
}

static Block new_block(const Import *import, size_t number)
{
    Block block = {
        .round = (unsigned)number, .cpu = -1, .culprit = -1, .start_s = NAN, .duration_s = NAN, .steal_pct = NAN};
    for (size_t s = 0; s < import->n_sides; s++)
        block.order[s] = (unsigned char)s;
    result_open_block(&block, import->n_sides);
    return block;
}

/* Process r of each side as block r. A block that counts has equally many values on all sides; what one side has more
 * is kept in blocks of its own, which do not count. */
static void add_blocks(const Import *import, ImportedBenchmark *const *benchmarks, size_t r, double loops,
                       size_t n_events, WorkloadResult *workload)
{
    size_t common = SIZE_MAX;
    size_t present = 0;
    for (size_t s = 0; s < import->n_sides; s++)
        if (benchmarks[s] != NULL && r < benchmarks[s]->n_runs && benchmarks[s]->runs[r].n > 0) {
            common = benchmarks[s]->runs[r].n < common ? benchmarks[s]->runs[r].n : common;
            present++;
        }
    bool baseline = benchmarks[0] != NULL && r < benchmarks[0]->n_runs && benchmarks[0]->runs[r].n > 0;
    size_t shared = baseline && present > 1 ? common : 0;
    if (shared > 0) {
        Block block = new_block(import, workload->n_blocks);
        for (size_t s = 0; s < import->n_sides; s++)
            if (benchmarks[s] != NULL && r < benchmarks[s]->n_runs && benchmarks[s]->runs[r].n > 0) {
                fill_samples(&block.sides[s], &benchmarks[s]->runs[r], 0, shared, loops);
                import_fill_counts(benchmarks[s], &benchmarks[s]->runs[r], 0, loops, n_events, &block.sides[s]);
            }
        result_add_block(workload, &block);
    }
    for (size_t s = 0; s < import->n_sides; s++) {
        const ImportedRun *run = benchmarks[s] != NULL && r < benchmarks[s]->n_runs ? &benchmarks[s]->runs[r] : NULL;
        if (run == NULL || (run->n <= shared && (shared > 0 || run->n_warmups == 0)))
            continue;
        Block block = new_block(import, workload->n_blocks);
        block.void_reason =
            mem_format("imported: side %s has no counterpart for these on the other sides", import->sides[s].name);
        fill_samples(&block.sides[s], run, shared, run->n - shared, loops);
        import_fill_counts(benchmarks[s], run, shared, loops, n_events, &block.sides[s]);
        result_add_block(workload, &block);
    }
}

/* ---- workloads ---- */

/* Nanoseconds are whole numbers, so times of one iteration are multiplied until the shortest has nine digits. */
static int choose_loops(const Import *import, ImportedBenchmark *const *benchmarks, double *loops, Error *error)
{
    double least = INFINITY;
    double most = 0.0;
    for (size_t s = 0; s < import->n_sides; s++)
        for (size_t r = 0; benchmarks[s] != NULL && r < benchmarks[s]->n_runs; r++) {
            const ImportedRun *run = &benchmarks[s]->runs[r];
            for (size_t j = 0; j < run->n + run->n_warmups; j++) {
                double seconds = j < run->n ? run->values[j] : run->warmup_s[j - run->n];
                least = fmin(least, seconds);
                most = fmax(most, seconds);
            }
            for (size_t j = 0; run->cpu_s != NULL && j < run->n; j++)
                most = fmax(most, run->cpu_s[j]);
        }
    *loops = 1.0;
    while (least * 1e9 * *loops < LEAST_NS && *loops < 1e12 && isfinite(least))
        *loops *= 10.0;
    if (most * 1e9 * *loops > MOST_NS)
        return error_set(error, "its times reach from %g s to %g s; that is no measurement of one thing", least, most);
    return 0;
}

static int add_workload(const Import *import, const char *name, Result *result, Error *error)
{
    ImportedBenchmark **benchmarks = mem_alloc(import->n_sides, sizeof *benchmarks);
    result->workloads = mem_resize(result->workloads, result->n_workloads + 1, sizeof *result->workloads);
    WorkloadResult *workload = &result->workloads[result->n_workloads++];
    *workload = (WorkloadResult){.name = mem_copy_text(name),
                                 .file = mem_copy_text(import->sides[0].path),
                                 .function = mem_copy_text(import->tool),
                                 .stresses = mem_format("imported from %s", import->tool),
                                 .checksum = mem_copy_text(""),
                                 .status = WORKLOAD_OK,
                                 .stop_reason = STOP_ROUNDS,
                                 .design = DESIGN_A_THEN_B};
    size_t most_runs = 0;
    for (size_t s = 0; s < import->n_sides; s++) {
        benchmarks[s] = import_find_benchmark(&import->sides[s], name);
        if (benchmarks[s] != NULL && benchmarks[s]->is_count)
            benchmarks[s] = NULL;
        if (benchmarks[s] == NULL)
            result_set_side_error(workload, s, "the imported file has no such benchmark");
        else if (benchmarks[s]->n_runs > most_runs)
            most_runs = benchmarks[s]->n_runs;
    }
    double loops = 1.0;
    int status = choose_loops(import, benchmarks, &loops, error);
    if (status == 0) {
        workload->loops = (uint64_t)loops;
        for (size_t r = 0; r < most_runs; r++)
            add_blocks(import, benchmarks, r, loops, result->n_events, workload);
        if (benchmarks[0] == NULL) {
            workload->status = WORKLOAD_FAILED;
            workload->error = mem_copy_text("the baseline has no such benchmark");
            workload->stop_reason = STOP_FAILED;
        }
    }
    free(benchmarks);
    return status < 0 ? error_context(error, "benchmark %s", name) : 0;
}

static bool is_in_earlier_side(const Import *import, size_t side, const char *name)
{
    for (size_t s = 0; s < side; s++)
        if (import_find_benchmark(&import->sides[s], name) != NULL)
            return true;
    return false;
}

/* ---- the whole ---- */

/* Facts that every result has, where the other tool's file is silent. */
static void add_missing(Facts *facts, const char *const *keys, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (facts_find(facts, keys[i]) == NULL)
            facts_add_absent(facts, keys[i], "not in the imported file");
}

static void add_missing_of_machine(Facts *facts)
{
    static const char *const keys[] = {"kernel",
                                       "kernel_version",
                                       "architecture",
                                       "cpus_online",
                                       "memory_bytes",
                                       "clock_ticks_per_second",
                                       "cpu_model",
                                       "cpu_vendor",
                                       "cpu_family",
                                       "cpu_model_number",
                                       "cpu_stepping",
                                       "microcode",
                                       "virtual_machine",
                                       "smt",
                                       "isolated_cpus",
                                       "governor",
                                       "frequency_khz",
                                       "boost",
                                       "no_turbo",
                                       "temperature_millidegree",
                                       "throttle_count",
                                       "aslr",
                                       "transparent_hugepages",
                                       "perf_event_paranoid",
                                       "clocksource",
                                       "cgroup_cpu_max",
                                       "kernel_command_line",
                                       "mitigations",
                                       "load_1min",
                                       "steal_since_boot_pct"};
    add_missing(facts, keys, sizeof keys / sizeof *keys);
}

static void add_side(const ImportedSide *imported, Result *result)
{
    const char *program = NULL;
    SideInfo *side = result_add_side(result);
    side->name = mem_copy_text(imported->name);
    facts_add_text(&side->facts, "file", imported->path);
    for (size_t f = 0; f < imported->facts.count; f++)
        facts_add_text(&side->facts, imported->facts.items[f].key, imported->facts.items[f].text);
    program = facts_text(&side->facts, "program", facts_text(&side->facts, "command_line", "unknown"));
    side->argv = mem_alloc(2, sizeof *side->argv);
    side->argv[0] = mem_copy_text(facts_text(&side->facts, "python_executable", program));
    side_complete(side, "not in the imported file");
}

static void add_host(const Import *import, Result *result)
{
    Host *host = result_add_host(result);
    bool differ = false;
    Text names = {0};
    for (size_t s = 0; s < import->n_sides; s++) {
        const char *name = import->sides[s].host != NULL ? import->sides[s].host : "unknown";
        text_add(&names, "%s%s: %s", s > 0 ? ", " : "", import->sides[s].name, name);
        differ = differ || strcmp(name, import->sides[0].host != NULL ? import->sides[0].host : "unknown") != 0;
    }
    host->name = mem_copy_text(import->sides[0].host != NULL ? import->sides[0].host : "unknown");
    facts_add_text(&host->machine, "host", host->name);
    if (import->sides[0].cpu_model != NULL)
        facts_add_text(&host->machine, "cpu_model", import->sides[0].cpu_model);
    add_missing_of_machine(&host->machine);
    if (differ) {
        *result_add_finding(host) = (Finding){.check = mem_copy_text("hosts"),
                                              .status = FINDING_WARN,
                                              .value = mem_copy_text(text_string(&names)),
                                              .effect = mem_copy_text("the sides were measured on different machines")};
        text_add(import->notes, "the sides were measured on different machines: %s\n", text_string(&names));
    }
    text_free(&names);
}

static bool is_date(const char *text)
{
    struct tm date;
    const char *end = text != NULL && strlen(text) == 20 ? strptime(text, "%Y-%m-%dT%H:%M:%SZ", &date) : NULL;
    return end != NULL && *end == '\0' && strchr(text, ' ') == NULL;
}

int import_check_size(const Import *import, Error *error)
{
    for (size_t s = 0; s < import->n_sides; s++) {
        const ImportedSide *side = &import->sides[s];
        size_t runs = 0;
        for (size_t i = 0; i < side->n_benchmarks; i++)
            runs += side->benchmarks[i].n_runs;
        if (side->n_benchmarks > BENCHMARKS_MAX || runs > RUNS_MAX)
            return error_set(error, "%zu benchmarks with %zu runs; at most %d with %d are taken, split the file",
                             side->n_benchmarks, runs, BENCHMARKS_MAX, RUNS_MAX);
    }
    return 0;
}

int import_build(Import *import, Result *result, Error *error)
{
    if (import->n_sides < 2)
        return error_set(error, "only one side, %s; name a second file to compare it with",
                         import->n_sides == 1 ? import->sides[0].name : "and that is empty");
    result->imported_from = mem_copy_text(import->tool);
    result->created = mem_copy_text(is_date(import->sides[0].created) ? import->sides[0].created : "unknown");
    result->commit = mem_copy_text("nogit");
    result->state = RUN_STATE_COMPLETE;
    result->settings = (Settings){.rounds = 1, .layouts = 1};
    add_host(import, result);
    if (import_assign_counts(import, result, error) < 0)
        return -1;
    for (size_t s = 0; s < import->n_sides; s++)
        add_side(&import->sides[s], result);
    for (size_t s = 0; s < import->n_sides; s++)
        for (size_t i = 0; i < import->sides[s].n_benchmarks; i++)
            if (!import->sides[s].benchmarks[i].is_count &&
                !is_in_earlier_side(import, s, import->sides[s].benchmarks[i].name) &&
                add_workload(import, import->sides[s].benchmarks[i].name, result, error) < 0)
                return -1;
    return result->n_workloads > 0 ? 0 : error_set(error, "there are no benchmarks with times in these files");
}
