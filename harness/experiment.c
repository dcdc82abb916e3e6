#include "experiment.h"

#include "budget.h"
#include "mem.h"
#include "sample.h"
#include "schedule.h"
#include "spawn.h"
#include "stopping.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CONSECUTIVE_VOID_MAX = 3 };

#define VOID_SHARE_MAX 0.10

/* What is known about a workload only while the run lasts. */
typedef struct Progressing {
    bool active;
    unsigned rounds;           /* blocks tried so far, those repeated at the end not counted */
    unsigned consecutive_void; /* by the same side */
    int culprit;
    double block_s;        /* of the last block */
    double half_width_pct; /* at the last look, NaN before */
} Progressing;

typedef struct Run {
    Experiment *experiment;
    Result *result;
    Sampler sampler;
    Progressing *state; /* one per workload */
    bool *chosen;       /* the workloads of the round, one per workload */
} Run;

static double elapsed_s(const Run *run)
{
    return sample_now_s() - run->sampler.start_s;
}

static bool is_interrupted(const Run *run)
{
    return *run->experiment->interrupted != 0;
}

static size_t count_active(const Run *run)
{
    size_t count = 0;
    for (size_t w = 0; w < run->result->n_workloads; w++)
        count += run->state[w].active;
    return count;
}

static void stop_workload(Run *run, size_t w, StopReason reason)
{
    WorkloadResult *workload = &run->result->workloads[w];
    run->state[w].active = false;
    workload->stop_reason = reason;
    workload->status = reason == STOP_FAILED ? WORKLOAD_FAILED : WORKLOAD_OK;
}

static void fail_workload(Run *run, size_t w, const char *reason)
{
    WorkloadResult *workload = &run->result->workloads[w];
    char *text = mem_copy_text(reason);
    stop_workload(run, w, STOP_FAILED);
    free(workload->error);
    workload->error = text;
    progress_note(run->experiment->progress, "workload %s failed: %s; the others go on", workload->name, text);
}

/* Whether another side than the baseline still takes part. */
static bool has_another_side(const Run *run, const WorkloadResult *workload)
{
    for (size_t s = 1; s < run->result->n_sides; s++)
        if (result_side_error(workload, s) == NULL)
            return true;
    return false;
}

static void leave_out_side(Run *run, size_t w, size_t side, const char *reason)
{
    WorkloadResult *workload = &run->result->workloads[w];
    result_set_side_error(workload, side, reason);
    progress_note(run->experiment->progress, "workload %s goes on without a side: %s", workload->name, reason);
}

/* ---- calibration ---- */

static int calibrate(Run *run, Error *error)
{
    Error first = ERROR_INIT;
    for (size_t w = 0; w < run->result->n_workloads && !is_interrupted(run); w++) {
        Error problem = ERROR_INIT;
        WorkloadResult *workload = &run->result->workloads[w];
        progress_show(run->experiment->progress, sample_now_s(), NAN, "calibrating %s (%zu of %zu)", workload->name,
                      w + 1, run->result->n_workloads);
        run->state[w].active = true;
        if (sample_calibrate(&run->sampler, workload, &problem) < 0) {
            fail_workload(run, w, problem.text);
            error_set(&first, "%s", problem.text);
            continue;
        }
        for (size_t s = 1; s < run->result->n_sides; s++)
            if (result_side_error(workload, s) != NULL)
                progress_note(run->experiment->progress, "workload %s goes on without a side: %s", workload->name,
                              result_side_error(workload, s));
    }
    if (count_active(run) == 0 && !is_interrupted(run))
        return error_set(error, "no workload runs on these interpreters; the first said: %s", first.text);
    return 0;
}

/* ---- blocks ---- */

/* Three voided blocks in a row by the fault of one side: that side leaves, or, without it, the workload fails. */
static void count_voids(Run *run, size_t w, const Block *block)
{
    Progressing *state = &run->state[w];
    if (block->void_reason == NULL) {
        state->consecutive_void = 0;
        return;
    }
    state->consecutive_void = block->culprit == state->culprit ? state->consecutive_void + 1 : 1;
    state->culprit = block->culprit;
    if (state->consecutive_void < CONSECUTIVE_VOID_MAX)
        return;
    state->consecutive_void = 0;
    if (block->culprit > 0)
        leave_out_side(run, w, (size_t)block->culprit, block->void_reason);
    if (block->culprit <= 0 || !has_another_side(run, &run->result->workloads[w]))
        fail_workload(run, w, block->void_reason);
}

/* Measures, journals and files one block. */
static int run_block(Run *run, size_t w, unsigned round, Error *error)
{
    Result *result = run->result;
    WorkloadResult *workload = &result->workloads[w];
    BlockPlan plan = schedule_block(result->settings.seed, (unsigned)w, round, result->settings.layouts,
                                    (unsigned)run->sampler.n_cpus, result->n_sides);
    Block block;
    sample_block(&run->sampler, workload, &plan, &block);
    if (is_interrupted(run) && block.void_reason != NULL) {
        result_free_block(&block); /* cut short by the user, not by the workload */
        return 0;
    }
    int status = record_journal_block(run->experiment->journal, w, &block, result, error);
    run->state[w].block_s = block.duration_s;
    if (block.void_reason != NULL)
        progress_note(run->experiment->progress, "%s, block %u is void: %s", workload->name, round, block.void_reason);
    count_voids(run, w, &block);
    result_add_block(workload, &block);
    return status;
}

/* ---- rounds ---- */

static double chosen_s(const Run *run)
{
    double sum = 0.0;
    for (size_t w = 0; w < run->result->n_workloads; w++)
        if (run->chosen[w])
            sum += run->state[w].block_s;
    return sum;
}

/* A guess for the progress line only: the least number of rounds, or the budget when that is nearer. */
static double left_s(const Run *run, unsigned round)
{
    const Settings *settings = &run->result->settings;
    unsigned first = stopping_first(settings);
    unsigned goal = settings->rounds > 0 ? settings->rounds : round < first ? first : 4 * first;
    double by_rounds = round > 0 ? chosen_s(run) * fmax(0.0, (double)goal - round) : NAN;
    return settings->budget_s > 0.0 ? fmin(by_rounds, settings->budget_s - elapsed_s(run)) : by_rounds;
}

/* One block of every chosen workload, in the order of the round. */
static int run_round(Run *run, unsigned round, Error *error)
{
    size_t n = run->result->n_workloads;
    unsigned *order = mem_alloc(n, sizeof *order);
    int status = 0;
    schedule_order(run->result->settings.seed, round, n, order);
    for (size_t i = 0; i < n && status == 0 && !is_interrupted(run); i++) {
        size_t w = order[i];
        if (!run->chosen[w])
            continue;
        progress_show(run->experiment->progress, sample_now_s(), left_s(run, round), "round %u, %zu workloads: %s",
                      round + 1, count_active(run), run->result->workloads[w].name);
        status = run_block(run, w, run->state[w].rounds, error);
        if (!is_interrupted(run))
            run->state[w].rounds++;
    }
    free(order);
    return status;
}

/* Whether a workload has had enough after the block just done. */
static void consider_stopping(Run *run, size_t w)
{
    const Settings *settings = &run->result->settings;
    const WorkloadResult *workload = &run->result->workloads[w];
    unsigned done = run->state[w].rounds;
    if (!run->state[w].active || !stopping_looks(settings, done))
        return;
    Look look = stopping_look(run->result, workload, done);
    run->state[w].half_width_pct = look.half_width_pct;
    if (look.reason == STOP_LAYOUT_LIMITED)
        progress_note(run->experiment->progress,
                      "%s: the layouts differ too much for the target; 'make layouts K=%u' would reach it",
                      workload->name, look.layouts_needed);
    if (look.reason != STOP_NONE)
        stop_workload(run, w, look.reason);
}

/* Chooses the workloads of the next round: as a rule all that are active, and those first that a resumed run owes a
 * block of the round that was cut off. When the budget will not do for all, those whose intervals are widest. False:
 * nothing is left to do, or no time to do it. */
static bool choose_round(Run *run, unsigned *round)
{
    const Settings *settings = &run->result->settings;
    size_t n = run->result->n_workloads;
    Candidate *candidate = mem_alloc(n, sizeof *candidate);
    for (size_t w = 0; w < n; w++)
        candidate[w] = (Candidate){.active = run->state[w].active,
                                   .rounds = run->state[w].rounds,
                                   .block_s = run->state[w].block_s,
                                   .half_width_pct = run->state[w].half_width_pct};
    double left = settings->budget_s > 0.0 ? settings->budget_s - elapsed_s(run) : INFINITY;
    bool any = budget_choose(settings, candidate, n, left, run->chosen, round);
    free(candidate);
    return any;
}

static int run_rounds(Run *run, Error *error)
{
    size_t n = run->result->n_workloads;
    unsigned round;
    for (size_t w = 0; w < n; w++)
        consider_stopping(run, w); /* a resumed run may have had enough already */
    while (!is_interrupted(run) && choose_round(run, &round)) {
        if (run_round(run, round, error) < 0)
            return -1;
        for (size_t w = 0; w < n && !is_interrupted(run); w++)
            if (run->chosen[w])
                consider_stopping(run, w);
    }
    for (size_t w = 0; w < n; w++)
        if (run->state[w].active)
            stop_workload(run, w, is_interrupted(run) ? STOP_INTERRUPTED : STOP_BUDGET);
    return 0;
}

static bool is_repeated(const WorkloadResult *workload, size_t b)
{
    for (size_t later = b + 1; later < workload->n_blocks; later++)
        if (workload->blocks[later].round == workload->blocks[b].round)
            return true;
    return false;
}

/* Whether a voided block was the fault of a side that has left since: without that side there is nothing to repeat. */
static bool is_settled(const WorkloadResult *workload, const Block *block)
{
    return block->culprit > 0 && result_side_error(workload, (size_t)block->culprit) != NULL;
}

/* Voided blocks get one more chance at the end, under the same plan. */
static int repeat_voided(Run *run, Error *error)
{
    for (size_t w = 0; w < run->result->n_workloads; w++) {
        WorkloadResult *workload = &run->result->workloads[w];
        size_t n = workload->n_blocks;
        for (size_t b = 0; b < n && workload->status == WORKLOAD_OK && !is_interrupted(run); b++) {
            const Block *block = &workload->blocks[b];
            if (block->void_reason != NULL && !is_settled(workload, block) && !is_repeated(workload, b) &&
                run_block(run, w, block->round, error) < 0)
                return -1;
        }
    }
    return 0;
}

static void fail_unreliable(Run *run)
{
    for (size_t w = 0; w < run->result->n_workloads; w++) {
        WorkloadResult *workload = &run->result->workloads[w];
        size_t n_void = 0;
        const char *reason = NULL;
        for (size_t b = 0; b < workload->n_blocks; b++)
            if (workload->blocks[b].void_reason != NULL && !is_settled(workload, &workload->blocks[b])) {
                n_void++;
                reason = workload->blocks[b].void_reason;
            }
        if (workload->status == WORKLOAD_OK && (double)n_void > VOID_SHARE_MAX * (double)workload->n_blocks) {
            char *text =
                mem_format("%zu of %zu blocks are void, the last because: %s", n_void, workload->n_blocks, reason);
            fail_workload(run, w, text);
            free(text);
        }
    }
}

/* ---- exact counts ---- */

/* Before the blocks, so that the journal has it and no block is disturbed. The budget is for measuring: the clock of
 * the run stands still meanwhile. */
static int count_exactly(Run *run, Error *error)
{
    double before_s = sample_now_s();
    if (run->experiment->exact == NULL || is_interrupted(run))
        return 0;
    int status = exact_measure(run->result, run->experiment->exact, error);
    run->sampler.start_s += sample_now_s() - before_s;
    return status;
}

/* ---- resuming ---- */

/* Brings the state to where the killed run had it, from the blocks that it left. */
static void replay(Run *run)
{
    double end_s = 0.0;
    for (size_t w = 0; w < run->result->n_workloads; w++) {
        WorkloadResult *workload = &run->result->workloads[w];
        Progressing *state = &run->state[w];
        state->active = workload->status != WORKLOAD_FAILED;
        if (state->active)
            workload->status = WORKLOAD_PENDING;
        for (size_t b = 0; b < workload->n_blocks; b++) {
            const Block *block = &workload->blocks[b];
            state->rounds = block->round + 1 > state->rounds ? block->round + 1 : state->rounds;
            state->block_s = block->duration_s;
            end_s = fmax(end_s, block->start_s + block->duration_s);
            count_voids(run, w, block);
        }
    }
    run->sampler.start_s = sample_now_s() - end_s;
}

static int begin(Run *run, Error *error)
{
    Experiment *experiment = run->experiment;
    if (experiment->resumed) {
        replay(run);
        if (count_exactly(run, error) < 0)
            return -1;
        return record_journal_resume(experiment->journal, run->result, experiment->result_path, error);
    }
    if (calibrate(run, error) < 0 || count_exactly(run, error) < 0)
        return -1;
    return record_journal_open(experiment->journal, run->result, experiment->result_path, error);
}

int experiment_run(Experiment *experiment, Error *error)
{
    Result *result = experiment->result;
    Run run = {
        .experiment = experiment,
        .result = result,
        .sampler = {.result = result,
                    .counters = experiment->counters,
                    .start_s = sample_now_s(),
                    .interrupted = experiment->interrupted},
        .state = mem_alloc(result->n_workloads, sizeof *run.state),
        .chosen = mem_alloc(result->n_workloads, sizeof *run.chosen),
    };
    for (size_t w = 0; w < result->n_workloads; w++)
        run.state[w] = (Progressing){.culprit = -1, .half_width_pct = NAN};
    run.sampler.n_cpus = spawn_allowed_cpus(run.sampler.cpus, sizeof run.sampler.cpus / sizeof *run.sampler.cpus);
    if (run.sampler.n_cpus == 0) {
        run.sampler.cpus[0] = -1; /* unknown: measure unpinned */
        run.sampler.n_cpus = 1;
    }
    int status = begin(&run, error);
    if (status == 0)
        status = run_rounds(&run, error);
    if (status == 0)
        status = repeat_voided(&run, error);
    fail_unreliable(&run);
    if (experiment->counters != NULL)
        counters_report_losses(experiment->counters, result->events);
    result->state = is_interrupted(&run) || status < 0 ? RUN_STATE_INTERRUPTED : RUN_STATE_COMPLETE;
    result->duration_s = elapsed_s(&run);
    progress_end(experiment->progress);
    free(run.chosen);
    free(run.state);
    return status;
}
