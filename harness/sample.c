#include "sample.h"

#include "binary.h"
#include "child.h"
#include "layout.h"
#include "machine.h"
#include "mem.h"
#include "program.h"
#include "watch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CALIBRATION_SEED = 1, EMPTY_VALUES = 3 };

/* A value that takes this many times as long as in the calibration hangs; but on a busy machine anything may wait for
 * seconds. */
#define TIMEOUT_TIMES    20.0
#define TIMEOUT_LEAST_S  5.0
#define NS_PER_SECOND    1e9
#define VALUE_LEAST_PART 0.5

double sample_now_s(void)
{
    return spawn_now_s();
}

/* ---- one process, one value ---- */

/* All programs are shown under paths of one length, because the length of argv[0] moves the stack. */
static size_t common_path_length(const Result *result)
{
    size_t longest = 0;
    for (size_t s = 0; s < result->n_sides; s++) {
        size_t length = strlen(layout_program(&result->sides[s], 0));
        longest = length > longest ? length : longest;
    }
    return longest;
}

static void free_words(char **words)
{
    for (char **word = words; *word != NULL; word++)
        free(*word);
    free(words);
}

/* Starts a side's interpreter with the workload loaded. */
static int start(const Sampler *sampler, const WorkloadResult *workload, size_t side, unsigned layout,
                 Surroundings surroundings, Child *child, Error *error)
{
    const Result *result = sampler->result;
    const SideInfo *info = &result->sides[side];
    char **command = layout_command(info->argv, layout);
    surroundings.memory_limit_bytes = result->settings.memory_limit_bytes;
    ChildSetup setup = {
        .command = command,
        .program = layout_program(info, layout),
        .path_length = common_path_length(result),
        .runner = result->runner,
        .workload = workload->file,
        .function = workload->function,
        .surroundings = surroundings,
        .timeout_s = result->settings.timeout_s,
    };
    int status = child_start(child, &setup, error);
    free_words(command);
    return status < 0 ? error_context(error, "side %s", info->name) : 0;
}

/* A wrong or impossible answer is an error like any other. */
static int check_value(const WorkloadResult *workload, const Value *value, Error *error)
{
    if (workload->checksum != NULL && strcmp(value->checksum, workload->checksum) != 0)
        return error_set(error, "wrong checksum '%.80s', expected '%.80s'", value->checksum, workload->checksum);
    if (value->wall_ns == 0 || value->cpu_ns == 0)
        return error_set(error, "a time that is not positive: wall %llu ns, cpu %llu ns",
                         (unsigned long long)value->wall_ns, (unsigned long long)value->cpu_ns);
    return 0;
}

static double timeout_of(const Sampler *sampler, const WorkloadResult *workload)
{
    return workload->timeout_s > 0.0 ? workload->timeout_s : sampler->result->settings.timeout_s;
}

/* One value of a function, its checksum compared. */
static int take_value(const Sampler *sampler, const WorkloadResult *workload, Child *child, uint64_t loops,
                      uint64_t *wall_ns, uint64_t *cpu_ns, Error *error)
{
    Value value = {0};
    if (child_value(child, workload->n, loops, timeout_of(sampler, workload), &value, error) < 0)
        return -1;
    int status = check_value(workload, &value, error);
    *wall_ns = value.wall_ns;
    *cpu_ns = value.cpu_ns;
    free(value.checksum);
    return status;
}

/* One run of a whole program. The first that ends well says what all must print. */
static int run_program(const Sampler *sampler, WorkloadResult *workload, size_t side, unsigned layout,
                       Surroundings surroundings, Value *value, uint64_t *peak_rss_bytes, Error *error)
{
    const Result *result = sampler->result;
    const SideInfo *info = &result->sides[side];
    char **command = layout_command(info->argv, layout);
    surroundings.memory_limit_bytes = result->settings.memory_limit_bytes;
    ProgramSetup setup = {.command = command,
                          .words = workload->program,
                          .program = layout_program(info, layout),
                          .path_length = common_path_length(result),
                          .surroundings = surroundings,
                          .timeout_s = timeout_of(sampler, workload),
                          .interrupted = sampler->interrupted};
    *value = (Value){0};
    int status = program_run(&setup, value, peak_rss_bytes, error);
    free_words(command);
    if (status == 0)
        status = check_value(workload, value, error);
    if (status == 0 && workload->checksum == NULL)
        workload->checksum = mem_copy_text(value->checksum);
    free(value->checksum);
    value->checksum = NULL;
    return status < 0 ? error_context(error, "side %s", info->name) : 0;
}

/* ---- calibration ---- */

/* Where nobody says what the function must return, the baseline does. */
static int learn_checksum(const Sampler *sampler, WorkloadResult *workload, Child *child, Error *error)
{
    Value value = {0};
    if (workload->checksum != NULL)
        return 0;
    if (child_value(child, workload->n, 1, timeout_of(sampler, workload), &value, error) < 0)
        return -1;
    workload->checksum = value.checksum;
    return 0;
}

/* Doubles the loops until a value lasts long enough, then interpolates. */
static int find_loops(const Sampler *sampler, WorkloadResult *workload, Child *child, Error *error)
{
    const Settings *settings = &sampler->result->settings;
    double target_ns = settings->value_ms * 1e6;
    uint64_t loops = 1;
    for (;;) {
        uint64_t wall_ns;
        uint64_t cpu_ns;
        if (take_value(sampler, workload, child, loops, &wall_ns, &cpu_ns, error) < 0)
            return -1;
        double ns = (double)(wall_ns < cpu_ns ? wall_ns : cpu_ns);
        if (ns >= VALUE_LEAST_PART * target_ns || loops > (UINT64_C(1) << 40)) {
            double exact = (double)loops * target_ns / ns;
            workload->loops = exact < 1.5 ? 1 : (uint64_t)(exact + 0.5);
            return 0;
        }
        loops *= ns < 0.05 * target_ns ? 8 : 2;
    }
}

static void note_side(SideInfo *side, const Child *child)
{
    if (facts_find(&side->facts, "version") != NULL)
        return;
    facts_add_text(&side->facts, "version", child->version);
    binary_describe_process(child->process.pid, &side->facts);
}

/* Starts one side for one workload: can it run it, and what only the living process can tell. The baseline finds the
 * loops, the others show with one call that they get the same checksum. Gives the time of a value. */
static int calibrate_function(Sampler *sampler, WorkloadResult *workload, size_t side, double *value_ns, Error *error)
{
    Child child = CHILD_INIT;
    SideInfo *info = &sampler->result->sides[side];
    uint64_t wall_ns = 0;
    uint64_t cpu_ns = 0;
    Surroundings surroundings = {.cpu = sampler->cpus[0], .hash_seed = CALIBRATION_SEED};
    if (start(sampler, workload, side, 0, surroundings, &child, error) < 0)
        return -1;
    note_side(info, &child);
    int status = 0;
    if (side == 0 &&
        (learn_checksum(sampler, workload, &child, error) < 0 || find_loops(sampler, workload, &child, error) < 0))
        status = -1;
    if (status == 0)
        status = take_value(sampler, workload, &child, 1, &wall_ns, &cpu_ns, error);
    *value_ns = (double)wall_ns * (double)workload->loops;
    child_stop(&child);
    return status < 0 ? error_context(error, "side %s", info->name) : 0;
}

static int calibrate_program(Sampler *sampler, WorkloadResult *workload, size_t side, double *value_ns, Error *error)
{
    Value value;
    uint64_t peak_rss_bytes;
    Facts *facts = &sampler->result->sides[side].facts;
    Surroundings surroundings = {.cpu = sampler->cpus[0], .hash_seed = CALIBRATION_SEED};
    if (run_program(sampler, workload, side, 0, surroundings, &value, &peak_rss_bytes, error) < 0)
        return -1;
    if (facts_find(facts, "sha256") == NULL)
        binary_describe_file(facts_text(facts, "program", ""), facts);
    workload->loops = 1;
    *value_ns = (double)value.wall_ns;
    return 0;
}

int sample_calibrate(Sampler *sampler, WorkloadResult *workload, Error *error)
{
    size_t able = 0;
    double slowest_ns = 0.0;
    for (size_t s = 0; s < sampler->result->n_sides && !*sampler->interrupted; s++) {
        Error problem = ERROR_INIT;
        double value_ns = 0.0;
        int status = workload->program != NULL ? calibrate_program(sampler, workload, s, &value_ns, &problem)
                                               : calibrate_function(sampler, workload, s, &value_ns, &problem);
        slowest_ns = fmax(slowest_ns, value_ns);
        if (status == 0) {
            able++;
            continue;
        }
        error_set(error, "%s", problem.text);
        if (s == 0)
            return -1;
        result_set_side_error(workload, s, problem.text);
    }
    double generous_s = fmax(TIMEOUT_LEAST_S, TIMEOUT_TIMES * slowest_ns / NS_PER_SECOND);
    workload->timeout_s = fmin(generous_s, sampler->result->settings.timeout_s);
    return able > 1 ? 0 : -1;
}

/* ---- a block ---- */

/* The harness waits on another CPU, where there is one. */
static void keep_away(const Sampler *sampler, int cpu)
{
    for (size_t i = 0; i < sampler->n_cpus; i++)
        if (sampler->cpus[i] != cpu) {
            spawn_pin_self(sampler->cpus[i]);
            return;
        }
}

static void prepare_samples(SideSamples *samples, unsigned env_pad, const Settings *settings, size_t n_events)
{
    samples->env_pad = env_pad;
    samples->wall_ns = mem_alloc(settings->values, sizeof *samples->wall_ns);
    samples->cpu_ns = mem_alloc(settings->values, sizeof *samples->cpu_ns);
    if (settings->warmups > 0) {
        samples->warmup_wall_ns = mem_alloc(settings->warmups, sizeof *samples->warmup_wall_ns);
        samples->warmup_cpu_ns = mem_alloc(settings->warmups, sizeof *samples->warmup_cpu_ns);
    }
    if (n_events > 0)
        samples->events = mem_alloc(n_events, sizeof *samples->events);
    samples->n_events = n_events;
}

/* A block in the making. */
typedef struct Running {
    const Sampler *sampler;
    WorkloadResult *workload;
    Block *block;
    Child child[SIDES_MAX];
    ProcessCounters *counters[SIDES_MAX];
    Watch watch;
    bool watched; /* the timed values have begun */
} Running;

static Surroundings surroundings_of(const Running *run, size_t side)
{
    return (Surroundings){
        .cpu = run->block->cpu, .env_pad = run->block->sides[side].env_pad, .hash_seed = run->block->hash_seed};
}

static int start_side(Running *run, size_t side, Error *error)
{
    const Sampler *sampler = run->sampler;
    SideSamples *samples = &run->block->sides[side];
    if (start(sampler, run->workload, side, run->block->layout, surroundings_of(run, side), &run->child[side], error) <
        0)
        return -1;
    if (sampler->counters != NULL) {
        const Settings *settings = &sampler->result->settings;
        run->counters[side] = counters_open(sampler->counters, run->child[side].process.pid, run->block->cpu,
                                            run->block->round, settings);
        counters_prepare(run->counters[side], samples->events, settings->values);
    }
    return 0;
}

static int warm_up(Running *run, size_t side, Error *error)
{
    SideSamples *samples = &run->block->sides[side];
    size_t i = samples->n_warmups;
    if (take_value(run->sampler, run->workload, &run->child[side], run->workload->loops, &samples->warmup_wall_ns[i],
                   &samples->warmup_cpu_ns[i], error) < 0)
        return error_context(error, "side %s, warm-up %zu", run->sampler->result->sides[side].name, i + 1);
    samples->n_warmups++;
    return 0;
}

static int measure(Running *run, size_t side, Error *error)
{
    SideSamples *samples = &run->block->sides[side];
    size_t i = samples->n_values;
    if (run->counters[side] != NULL)
        counters_start(run->counters[side]);
    int status = take_value(run->sampler, run->workload, &run->child[side], run->workload->loops, &samples->wall_ns[i],
                            &samples->cpu_ns[i], error);
    if (run->counters[side] != NULL)
        counters_stop(run->counters[side], samples->events, i);
    if (status < 0)
        return error_context(error, "side %s, value %zu", run->sampler->result->sides[side].name, i + 1);
    samples->n_values++;
    return 0;
}

/* What the conversation around a value costs by itself: a few empty values, of which the least disturbed counts. */
static int measure_overhead(Running *run, size_t side, Error *error)
{
    for (int i = 0; i < EMPTY_VALUES && run->counters[side] != NULL; i++) {
        Value value = {0};
        counters_start(run->counters[side]);
        int status =
            child_value(&run->child[side], run->workload->n, 0, timeout_of(run->sampler, run->workload), &value, error);
        counters_stop_empty(run->counters[side], run->block->sides[side].events);
        free(value.checksum);
        if (status < 0)
            return error_context(error, "side %s, empty value", run->sampler->result->sides[side].name);
    }
    return 0;
}

static int measure_program(Running *run, size_t side, Error *error)
{
    SideSamples *samples = &run->block->sides[side];
    Value value;
    if (run_program(run->sampler, run->workload, side, run->block->layout, surroundings_of(run, side), &value,
                    &samples->peak_rss_bytes, error) < 0)
        return -1;
    samples->wall_ns[0] = value.wall_ns;
    samples->cpu_ns[0] = value.cpu_ns;
    samples->n_values = 1;
    return 0;
}

typedef int Step(Running *run, size_t side, Error *error);

/* One step of every side that takes part, in the order of the tuple. */
static int each(Running *run, const BlockPlan *plan, unsigned tuple, Step *step, Error *error)
{
    if (*run->sampler->interrupted)
        return error_set(error, "interrupted");
    for (size_t turn = 0; turn < plan->n_sides; turn++) {
        size_t side = schedule_turn(plan, tuple, turn);
        if (result_side_error(run->workload, side) == NULL && step(run, side, error) < 0) {
            run->block->culprit = (int)side;
            return -1;
        }
    }
    return 0;
}

static void begin_watch(Running *run)
{
    watch_begin(&run->watch, "", run->block->cpu);
    for (size_t s = 0; s < run->block->n_sides; s++)
        if (run->child[s].process.pid > 0)
            watch_process(&run->watch, s, run->child[s].process.pid);
    run->watched = true;
}

static int run_tuples(Running *run, const BlockPlan *plan, Error *error)
{
    const Settings *settings = &run->sampler->result->settings;
    if (run->workload->program != NULL) {
        begin_watch(run);
        return each(run, plan, 0, measure_program, error);
    }
    if (each(run, plan, 0, start_side, error) < 0)
        return -1;
    for (unsigned i = 0; i < settings->warmups; i++)
        if (each(run, plan, i, warm_up, error) < 0)
            return -1;
    if (each(run, plan, 0, measure_overhead, error) < 0)
        return -1;
    begin_watch(run);
    for (unsigned tuple = 0; tuple < settings->values; tuple++)
        if (each(run, plan, tuple, measure, error) < 0)
            return -1;
    return 0;
}

static void end_side(Running *run, size_t side)
{
    SideSamples *samples = &run->block->sides[side];
    counters_close(run->counters[side]);
    if (run->child[side].process.pid > 0)
        samples->peak_rss_bytes = spawn_peak_rss_bytes(&run->child[side].process);
    child_stop(&run->child[side]);
}

void sample_block(Sampler *sampler, WorkloadResult *workload, const BlockPlan *plan, Block *block)
{
    const Result *result = sampler->result;
    Error error = ERROR_INIT;
    double start_s = sample_now_s();
    CpuTimes cpu_before = machine_cpu_times("", -1);
    *block = (Block){.round = plan->round,
                     .layout = plan->layout,
                     .cpu = sampler->cpus[plan->cpu_choice],
                     .hash_seed = plan->hash_seed,
                     .culprit = -1,
                     .start_s = start_s - sampler->start_s};
    memcpy(block->order, plan->order, sizeof block->order);
    result_open_block(block, result->n_sides);
    Running run = {.sampler = sampler, .workload = workload, .block = block};
    for (size_t s = 0; s < result->n_sides; s++) {
        run.child[s] = (Child)CHILD_INIT;
        prepare_samples(&block->sides[s], plan->env_pad[s], &result->settings, result->n_events);
    }

    keep_away(sampler, block->cpu);
    if (run_tuples(&run, plan, &error) < 0)
        block->void_reason = mem_copy_text(error.text);
    if (run.watched)
        watch_end(&run.watch, block);
    for (size_t s = 0; s < result->n_sides; s++)
        end_side(&run, s);
    block->steal_pct = machine_steal_pct(cpu_before, machine_cpu_times("", -1));
    block->duration_s = sample_now_s() - start_s;
}
