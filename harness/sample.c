#include "sample.h"

#include "child.h"
#include "machine.h"
#include "mem.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CALIBRATION_SEED = 1 };

double sample_now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* ---- one process, one value ---- */

/* Both programs are shown under paths of one length, because the length of argv[0] moves the stack. */
static size_t common_path_length(const Result *result)
{
    size_t a = strlen(facts_text(&result->side[SIDE_A].facts, "program", ""));
    size_t b = strlen(facts_text(&result->side[SIDE_B].facts, "program", ""));
    return a > b ? a : b;
}

static int start(const Sampler *sampler, const WorkloadResult *workload, int side, int cpu, unsigned env_pad,
                 unsigned hash_seed, Child *child, Error *error)
{
    const Result *result = sampler->result;
    const SideInfo *info = &result->side[side];
    ChildSetup setup = {
        .command = info->argv,
        .program = facts_text(&info->facts, "program", info->argv[0]),
        .path_length = common_path_length(result),
        .runner = sampler->runner,
        .workload = workload->file,
        .function = workload->function,
        .cpu = cpu,
        .env_pad = env_pad,
        .hash_seed = hash_seed,
        .timeout_s = result->settings.timeout_s,
    };
    if (child_start(child, &setup, error) < 0)
        return error_context(error, "side %s", info->name);
    return 0;
}

/* One value with its checksum compared; a wrong or impossible answer is an error like any other. */
static int take_value(const Sampler *sampler, const WorkloadResult *workload, Child *child, uint64_t loops,
                      uint64_t *wall_ns, uint64_t *cpu_ns, Error *error)
{
    Value value = {0};
    if (child_value(child, workload->n, loops, sampler->result->settings.timeout_s, &value, error) < 0)
        return -1;
    int status = 0;
    if (strcmp(value.checksum, workload->checksum) != 0)
        status = error_set(error, "wrong checksum '%.80s', expected '%.80s'", value.checksum, workload->checksum);
    else if (value.wall_ns == 0 || value.cpu_ns == 0)
        status = error_set(error, "a time that is not positive: wall %llu ns, cpu %llu ns",
                           (unsigned long long)value.wall_ns, (unsigned long long)value.cpu_ns);
    *wall_ns = value.wall_ns;
    *cpu_ns = value.cpu_ns;
    free(value.checksum);
    return status;
}

/* ---- calibration ---- */

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
        if (ns >= 0.5 * target_ns || loops > (UINT64_C(1) << 40)) {
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
    machine_describe_process(child->pid, &side->facts);
}

/* Starts one side for one workload, to learn what only the living process can tell. */
static int calibrate_side(Sampler *sampler, WorkloadResult *workload, int side, Error *error)
{
    Child child = CHILD_INIT;
    SideInfo *info = &sampler->result->side[side];
    if (start(sampler, workload, side, sampler->cpus[0], 0, CALIBRATION_SEED, &child, error) < 0)
        return -1;
    note_side(info, &child);
    int status = 0;
    if (side == SIDE_A && find_loops(sampler, workload, &child, error) < 0)
        status = error_context(error, "side %s", info->name);
    child_stop(&child);
    return status;
}

int sample_calibrate(Sampler *sampler, WorkloadResult *workload, Error *error)
{
    if (calibrate_side(sampler, workload, SIDE_A, error) < 0)
        return -1;
    bool b_is_known = facts_find(&sampler->result->side[SIDE_B].facts, "version") != NULL;
    return b_is_known ? 0 : calibrate_side(sampler, workload, SIDE_B, error);
}

/* ---- a block ---- */

/* The harness waits on another CPU, where there is one. */
static void keep_away(const Sampler *sampler, int cpu)
{
    for (size_t i = 0; i < sampler->n_cpus; i++)
        if (sampler->cpus[i] != cpu) {
            child_pin_self(sampler->cpus[i]);
            return;
        }
}

static void prepare_samples(SideSamples *samples, unsigned env_pad, const Settings *settings, size_t n_events)
{
    samples->env_pad = env_pad;
    samples->wall_ns = mem_alloc(settings->values, sizeof *samples->wall_ns);
    samples->cpu_ns = mem_alloc(settings->values, sizeof *samples->cpu_ns);
    samples->warmup_wall_ns = mem_alloc(settings->warmups, sizeof *samples->warmup_wall_ns);
    samples->warmup_cpu_ns = mem_alloc(settings->warmups, sizeof *samples->warmup_cpu_ns);
    samples->events = mem_alloc(n_events, sizeof *samples->events);
    samples->n_events = n_events;
}

/* A block in the making. */
typedef struct Running {
    const Sampler *sampler;
    const WorkloadResult *workload;
    Block *block;
    Child child[SIDE_COUNT];
    CounterGroup *group[SIDE_COUNT];
} Running;

static int start_side(Running *run, int side, Error *error)
{
    const Sampler *sampler = run->sampler;
    SideSamples *samples = &run->block->side[side];
    if (start(sampler, run->workload, side, run->block->cpu, samples->env_pad, run->block->hash_seed, &run->child[side],
              error) < 0)
        return -1;
    if (sampler->counters != NULL) {
        run->group[side] = counters_open(sampler->counters, run->child[side].pid);
        counters_prepare(run->group[side], samples->events, sampler->result->settings.values);
    }
    return 0;
}

static int warm_up(Running *run, int side, Error *error)
{
    SideSamples *samples = &run->block->side[side];
    size_t i = samples->n_warmups;
    if (take_value(run->sampler, run->workload, &run->child[side], run->workload->loops, &samples->warmup_wall_ns[i],
                   &samples->warmup_cpu_ns[i], error) < 0)
        return error_context(error, "side %s, warm-up %zu", run->sampler->result->side[side].name, i + 1);
    samples->n_warmups++;
    return 0;
}

static int measure(Running *run, int side, Error *error)
{
    SideSamples *samples = &run->block->side[side];
    size_t i = samples->n_values;
    if (run->group[side] != NULL)
        counters_start(run->group[side]);
    int status = take_value(run->sampler, run->workload, &run->child[side], run->workload->loops, &samples->wall_ns[i],
                            &samples->cpu_ns[i], error);
    if (run->group[side] != NULL)
        counters_stop(run->group[side], samples->events, i);
    if (status < 0)
        return error_context(error, "side %s, value %zu", run->sampler->result->side[side].name, i + 1);
    samples->n_values++;
    return 0;
}

static int both(Running *run, bool a_first, int (*step)(Running *, int, Error *), Error *error)
{
    int first = a_first ? SIDE_A : SIDE_B;
    int second = a_first ? SIDE_B : SIDE_A;
    if (*run->sampler->interrupted)
        return error_set(error, "interrupted");
    return step(run, first, error) < 0 || step(run, second, error) < 0 ? -1 : 0;
}

static int run_pairs(Running *run, const BlockPlan *plan, Error *error)
{
    const Settings *settings = &run->sampler->result->settings;
    if (both(run, plan->a_first, start_side, error) < 0)
        return -1;
    for (unsigned i = 0; i < settings->warmups; i++)
        if (both(run, schedule_pair_a_first(plan, i), warm_up, error) < 0)
            return -1;
    for (unsigned pair = 0; pair < settings->values; pair++)
        if (both(run, schedule_pair_a_first(plan, pair), measure, error) < 0)
            return -1;
    return 0;
}

void sample_block(Sampler *sampler, const WorkloadResult *workload, const BlockPlan *plan, Block *block)
{
    const Result *result = sampler->result;
    Error error = ERROR_INIT;
    double start_s = sample_now_s();
    CpuTimes cpu_before = machine_cpu_times();
    *block = (Block){.round = plan->round,
                     .layout = plan->layout,
                     .a_first = plan->a_first,
                     .cpu = sampler->cpus[plan->cpu_choice],
                     .hash_seed = plan->hash_seed,
                     .start_s = start_s - sampler->start_s};
    Running run = {.sampler = sampler, .workload = workload, .block = block, .child = {CHILD_INIT, CHILD_INIT}};
    for (int s = 0; s < SIDE_COUNT; s++)
        prepare_samples(&block->side[s], plan->env_pad[s], &result->settings, result->n_events);

    keep_away(sampler, block->cpu);
    if (run_pairs(&run, plan, &error) < 0)
        block->void_reason = mem_copy_text(error.text);
    for (int s = 0; s < SIDE_COUNT; s++) {
        counters_close(run.group[s]);
        child_stop(&run.child[s]);
    }
    block->steal_pct = machine_steal_pct(cpu_before, machine_cpu_times());
    block->duration_s = sample_now_s() - start_s;
}
