#include "exact.h"

#include "binary.h"
#include "spawn.h"
#include "exact_tools.h"
#include "jobs.h"
#include "layout.h"
#include "locate.h"
#include "mem.h"

#include <errno.h>
#include <ftw.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    WARMUPS = 2, /* calls before those that are counted: caches filled, code specialized */
    LOOPS = 4,   /* n; 2n has one digit as well, so that both command lines are of one length */
    ENVIRONMENT_BYTES = 4096,
    VALGRIND_SLOWDOWN = 100,
    CPUS_MAX = 64,
};

typedef enum Tool { TOOL_CACHEGRIND, TOOL_STATS } Tool;

/* Two jobs, with n and with 2n calls. */
typedef struct Task {
    Tool tool;
    size_t workload;
    size_t side;
    char *program;   /* what is run: the side's, or a stats build */
    char *version;   /* of the tool: Valgrind's, or the stats build's build id */
    bool calls_only; /* the program stands in for a foreign interpreter: only the calls are the same there */
    size_t first_job;
} Task;

typedef struct Exact {
    Result *result;
    const ExactSetup *setup;
    char *valgrind;
    char *valgrind_version;
    char folder[40]; /* where the tools write */
    char **environment;
    Task *tasks;
    size_t n_tasks;
    Job *jobs;
    size_t n_jobs;
} Exact;

/* ---- surroundings ---- */

/* The few variables that an interpreter may need to start, and a filler: the same size and content in every run,
 * because the stack begins below them. */
static char **make_environment(void)
{
    static const char *const kept[] = {"PATH",       "HOME",       "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH",
                                       "PYTHONPATH", "PYTHONHOME", "TZ"};
    enum { N_KEPT = sizeof kept / sizeof *kept };
    char **environment = mem_alloc(N_KEPT + 4, sizeof *environment);
    size_t count = 0;
    size_t bytes = 0;
    for (size_t i = 0; i < N_KEPT; i++)
        if (getenv(kept[i]) != NULL)
            environment[count++] = mem_format("%s=%s", kept[i], getenv(kept[i]));
    environment[count++] = mem_copy_text("PYTHONHASHSEED=0");
    environment[count++] = mem_copy_text("PYTHONDONTWRITEBYTECODE=1");
    for (size_t i = 0; i < count; i++)
        bytes += strlen(environment[i]) + 1;
    int filler = (int)(ENVIRONMENT_BYTES - (bytes + strlen("FRAMEBENCH_PAD=")) % ENVIRONMENT_BYTES) - 1;
    environment[count] = mem_format("FRAMEBENCH_PAD=%0*d", filler, 0);
    return environment;
}

static void free_words(char **words)
{
    for (char **word = words; word != NULL && *word != NULL; word++)
        free(*word);
    free(words);
}

static size_t count_words(char **words)
{
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    return count;
}

/* ---- planning ---- */

static char *build_id(const char *program)
{
    Facts facts = {0};
    binary_describe_file(program, &facts);
    char *id = mem_copy_text(facts_text(&facts, "build_id", NULL));
    facts_free(&facts);
    return id;
}

static void add_task(Exact *exact, Tool tool, size_t workload, size_t side, char *program, bool calls_only)
{
    char *version = tool == TOOL_STATS ? build_id(program) : mem_copy_text(exact->valgrind_version);
    exact->tasks = mem_resize(exact->tasks, exact->n_tasks + 1, sizeof *exact->tasks);
    exact->tasks[exact->n_tasks] = (Task){.tool = tool,
                                          .workload = workload,
                                          .side = side,
                                          .program = program,
                                          .version = version,
                                          .calls_only = calls_only,
                                          .first_job = 2 * exact->n_tasks};
    exact->n_tasks++;
}

/* The stats build to count the calls of a foreign interpreter with: the program makes the same ones everywhere. */
static char *stand_in(void)
{
    Error ignored = ERROR_INIT;
    char *ours = locate_sibling("interp-lazy", &ignored);
    char *found = ours != NULL ? exact_find_stats_build(ours) : NULL;
    free(ours);
    return found;
}

static void plan_side(Exact *exact, size_t workload, size_t side)
{
    const char *program = layout_program(&exact->result->sides[side], 0);
    char *stats = exact_find_stats_build(program);
    bool foreign = stats == NULL;
    if (foreign)
        stats = stand_in();
    if (exact->setup->stats && stats != NULL)
        add_task(exact, TOOL_STATS, workload, side, mem_copy_text(stats), foreign);
    if (exact->setup->valgrind)
        add_task(exact, TOOL_CACHEGRIND, workload, side, mem_copy_text(program), false);
    free(stats);
}

/* Whole programs have no function to call twice as often; a run that is gone on with has its counts already. */
static bool is_countable(const WorkloadResult *workload)
{
    return workload->design == DESIGN_INTERLEAVED && workload->n_exact == 0;
}

static void plan_all(Exact *exact)
{
    Result *result = exact->result;
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t s = 0; s < result->n_sides && is_countable(&result->workloads[w]); s++)
            if (result_side_error(&result->workloads[w], s) == NULL)
                plan_side(exact, w, s);
}

/* ---- jobs ---- */

static size_t longest_program(const Exact *exact, Tool tool)
{
    size_t longest = 0;
    for (size_t t = 0; t < exact->n_tasks; t++)
        if (exact->tasks[t].tool == tool && strlen(exact->tasks[t].program) > longest)
            longest = strlen(exact->tasks[t].program);
    return longest;
}

/* Where the stats build writes; of one length for all jobs. */
static char *stats_path(const Exact *exact, size_t job)
{
    return mem_format("%s/%06zu.json", exact->folder, job);
}

/* Tool, program, the side's own arguments, runner, workload, numbers. */
static char **make_arguments(const Exact *exact, const Task *task, size_t job)
{
    const WorkloadResult *workload = &exact->result->workloads[task->workload];
    char **own = layout_command(exact->result->sides[task->side].argv, 0);
    size_t n_own = task->tool == TOOL_STATS ? 1 : count_words(own);
    char **tool = task->tool == TOOL_CACHEGRIND ? exact_valgrind_words(exact->valgrind, exact->folder)
                                                : mem_alloc(1, sizeof *tool);
    size_t count = count_words(tool);
    char **words = mem_resize(tool, count + n_own + 8, sizeof *words);
    words[count++] = spawn_pad_path(task->program, longest_program(exact, task->tool));
    for (size_t i = 1; i < n_own; i++)
        words[count++] = mem_copy_text(own[i]);
    if (task->tool == TOOL_STATS) {
        char *path = stats_path(exact, job);
        words[count++] = mem_format("--stats=json:%s", path);
        free(path);
    }
    words[count++] = mem_copy_text(exact->setup->runner);
    words[count++] = mem_copy_text(workload->file);
    words[count++] = mem_copy_text(workload->function);
    words[count++] = mem_format("%lld", workload->n);
    words[count++] = mem_format("%d", WARMUPS);
    words[count++] = mem_format("%d", job % 2 == 0 ? LOOPS : 2 * LOOPS);
    words[count] = NULL;
    free_words(own);
    return words;
}

static void make_jobs(Exact *exact)
{
    exact->n_jobs = 2 * exact->n_tasks;
    exact->jobs = mem_alloc(exact->n_jobs, sizeof *exact->jobs);
    for (size_t j = 0; j < exact->n_jobs; j++) {
        const Task *task = &exact->tasks[j / 2];
        double factor = task->tool == TOOL_CACHEGRIND ? VALGRIND_SLOWDOWN : 1;
        exact->jobs[j] = (Job){.argv = make_arguments(exact, task, j),
                               .environment = exact->environment,
                               .timeout_s = exact->setup->timeout_s * factor};
    }
}

static void show_progress(void *context, size_t done, size_t count)
{
    const Exact *exact = context;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    progress_show(exact->setup->progress, (double)now.tv_sec + (double)now.tv_nsec * 1e-9, NAN,
                  "counting exactly: %zu of %zu programs", done, count);
}

/* ---- reading what they found ---- */

static int check_job(const Exact *exact, const Task *task, const Job *job, Error *error)
{
    const WorkloadResult *workload = &exact->result->workloads[task->workload];
    if (!job->ok)
        return error_set(error, "%s", job->problem != NULL ? job->problem : "not run: interrupted");
    if (strcmp(job->output, workload->checksum) != 0)
        return error_set(error, "wrong checksum '%.80s', expected '%.80s'", job->output, workload->checksum);
    return 0;
}

static int read_report(const Exact *exact, const Task *task, size_t job, ExactReport *report, Error *error)
{
    if (check_job(exact, task, &exact->jobs[job], error) < 0)
        return -1;
    if (task->tool == TOOL_CACHEGRIND)
        return exact_read_cachegrind(exact->folder, exact->jobs[job].pid, report, error);
    char *path = stats_path(exact, job);
    int status = exact_read_stats(path, report, error);
    free(path);
    return status;
}

static ExactMetric *add_metric(Exact *exact, const Task *task, const char *name, const char *unit, double value)
{
    ExactMetric *metric = result_add_exact(&exact->result->workloads[task->workload]);
    metric->side = (unsigned)task->side;
    metric->name = mem_copy_text(name);
    metric->unit = mem_copy_text(unit);
    metric->per = mem_copy_text("call");
    metric->value = value;
    metric->tool = mem_copy_text(task->tool == TOOL_CACHEGRIND ? "cachegrind" : "stats build");
    metric->tool_version = mem_copy_text(task->version);
    return metric;
}

/* Objects by type are many and mostly untouched; all other counts are kept, zero or not: "0 materialized" is a finding.
 */
static bool is_worth_keeping(const Task *task, const char *name, double value)
{
    return !task->calls_only &&
           (value != 0.0 || (strncmp(name, "objects.", 8) != 0 && strncmp(name, "object_bytes.", 13) != 0));
}

/* Per call of the workload's function. What the longer run happened to have less of is nothing: a simulated miss that
 * startup and loop share may go either way. */
static double per_call(double n, double twice_n)
{
    return fmax(0.0, (twice_n - n) / LOOPS);
}

static void add_differences(Exact *exact, const Task *task, const ExactReport *n, const ExactReport *twice_n)
{
    double calls = 0.0;
    for (size_t i = 0; i < twice_n->n_counts; i++) {
        const ExactCount *more = &twice_n->counts[i];
        const ExactCount *less = exact_report_find(n, more->name);
        double value = per_call(less != NULL ? less->value : 0.0, more->value);
        if (is_worth_keeping(task, more->name, value))
            add_metric(exact, task, more->name, more->unit, value);
        if (strcmp(more->name, "pushes") == 0 || strcmp(more->name, "generators") == 0)
            calls += value;
    }
    if (task->tool == TOOL_STATS)
        add_metric(exact, task, "python_calls", "count", calls);
}

/* A command that starts the interpreter as a child of its own was counted itself, and did the same work twice. */
static int check_difference(const Task *task, const ExactReport *n, const ExactReport *twice_n, Error *error)
{
    const char *name = task->tool == TOOL_CACHEGRIND ? "instructions" : "pushes";
    const ExactCount *less = exact_report_find(n, name);
    const ExactCount *more = exact_report_find(twice_n, name);
    if (less == NULL || more == NULL || more->value <= less->value)
        return error_set(error,
                         "twice the calls cost no more %s: the command starts the interpreter as another process; "
                         "name the interpreter itself",
                         name);
    return 0;
}

static void note_failure(Exact *exact, const Task *task, const Error *problem)
{
    const char *name = task->tool == TOOL_CACHEGRIND ? "instructions" : "python_calls";
    ExactMetric *metric = add_metric(exact, task, name, "count", NAN);
    metric->reason = mem_copy_text(problem->text);
    progress_note(exact->setup->progress, "%s, side %s: not counted exactly: %s",
                  exact->result->workloads[task->workload].name, exact->result->sides[task->side].name, problem->text);
}

static void collect(Exact *exact)
{
    for (size_t t = 0; t < exact->n_tasks; t++) {
        Task *task = &exact->tasks[t];
        ExactReport n = {0};
        ExactReport twice_n = {0};
        Error problem = ERROR_INIT;
        if (read_report(exact, task, task->first_job, &n, &problem) == 0 &&
            read_report(exact, task, task->first_job + 1, &twice_n, &problem) == 0 &&
            check_difference(task, &n, &twice_n, &problem) == 0)
            add_differences(exact, task, &n, &twice_n);
        else if (!task->calls_only && !*exact->setup->interrupted)
            note_failure(exact, task, &problem);
        exact_report_free(&n);
        exact_report_free(&twice_n);
    }
}

/* ---- all of it ---- */

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *level)
{
    (void)info;
    (void)kind;
    (void)level;
    return remove(path);
}

static int make_folder(Exact *exact, Error *error)
{
    strcpy(exact->folder, "/tmp/framebench-exact-XXXXXX");
    if (mkdtemp(exact->folder) != NULL)
        return 0;
    *exact->folder = '\0';
    return error_set(error, "no folder in /tmp: %s; make room there, or leave out --counters", strerror(errno));
}

static void release(Exact *exact)
{
    for (size_t j = 0; j < exact->n_jobs; j++)
        free_words(exact->jobs[j].argv);
    jobs_free(exact->jobs, exact->n_jobs);
    free(exact->jobs);
    for (size_t t = 0; t < exact->n_tasks; t++) {
        free(exact->tasks[t].program);
        free(exact->tasks[t].version);
    }
    free(exact->tasks);
    free_words(exact->environment);
    free(exact->valgrind);
    free(exact->valgrind_version);
    if (*exact->folder != '\0')
        nftw(exact->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

int exact_check(const ExactSetup *setup, Error *error)
{
    char *path = NULL;
    char *version = NULL;
    int status = setup->valgrind ? exact_find_valgrind(&path, &version, error) : 0;
    free(path);
    free(version);
    return status;
}

int exact_measure(Result *result, const ExactSetup *setup, Error *error)
{
    Exact exact = {.result = result, .setup = setup, .environment = make_environment()};
    int cpus[CPUS_MAX];
    size_t n_cpus = spawn_allowed_cpus(cpus, CPUS_MAX);
    int status = setup->valgrind ? exact_find_valgrind(&exact.valgrind, &exact.valgrind_version, error) : 0;
    if (n_cpus == 0) {
        cpus[0] = -1;
        n_cpus = 1;
    }
    if (status == 0)
        status = make_folder(&exact, error);
    if (status == 0) {
        plan_all(&exact);
        make_jobs(&exact);
        jobs_run(exact.jobs, exact.n_jobs, cpus, n_cpus, setup->interrupted, show_progress, &exact);
        collect(&exact);
    }
    release(&exact);
    return status;
}

double exact_value(const WorkloadResult *workload, size_t side, const char *name)
{
    for (size_t i = 0; i < workload->n_exact; i++)
        if (workload->exact[i].side == side && strcmp(workload->exact[i].name, name) == 0)
            return workload->exact[i].value;
    return NAN;
}
