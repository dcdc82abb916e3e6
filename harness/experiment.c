#include "experiment.h"

#include "child.h"
#include "compare.h"
#include "mem.h"
#include "sample.h"
#include "schedule.h"
#include "stopping.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CONSECUTIVE_VOID_MAX = 3 };

#define VOID_SHARE_MAX 0.10

/* What is known about a workload only while the run lasts. */
typedef struct Progressing {
    bool active;
    unsigned consecutive_void;
    double block_s; /* of the last block */
} Progressing;

typedef struct Run {
    Experiment *experiment;
    Result *result;
    Sampler sampler;
    Progressing *state; /* one per workload */
    unsigned round;
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
    stop_workload(run, w, STOP_FAILED);
    free(workload->error);
    workload->error = mem_copy_text(reason);
    progress_note(run->experiment->progress, "workload %s failed: %s; the others go on", workload->name, reason);
}

/* ---- calibration ---- */

static void note_absent_sides(Run *run, const WorkloadResult *workload)
{
    for (size_t s = 1; s < run->result->n_sides; s++)
        if (result_side_error(workload, s) != NULL)
            progress_note(run->experiment->progress, "workload %s goes on without a side: %s", workload->name,
                          result_side_error(workload, s));
}

static int calibrate(Run *run, Error *error)
{
    Error first = ERROR_INIT;
    for (size_t w = 0; w < run->result->n_workloads && !is_interrupted(run); w++) {
        Error problem = ERROR_INIT;
        WorkloadResult *workload = &run->result->workloads[w];
        progress_show(run->experiment->progress, sample_now_s(), NAN, "calibrating %s (%zu of %zu)", workload->name,
                      w + 1, run->result->n_workloads);
        run->state[w].active = true;
        if (sample_calibrate(&run->sampler, workload, &problem) == 0) {
            note_absent_sides(run, workload);
            continue;
        }
        fail_workload(run, w, problem.text);
        error_set(&first, "%s", problem.text);
    }
    if (count_active(run) == 0 && !is_interrupted(run))
        return error_set(error, "no workload runs on these interpreters; the first said: %s", first.text);
    return 0;
}

/* ---- blocks ---- */

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
    run->state[w].consecutive_void = block.void_reason != NULL ? run->state[w].consecutive_void + 1 : 0;
    if (block.void_reason != NULL)
        progress_note(run->experiment->progress, "%s, block %u is void: %s", workload->name, round, block.void_reason);
    if (run->state[w].consecutive_void >= CONSECUTIVE_VOID_MAX)
        fail_workload(run, w, block.void_reason);
    result_add_block(workload, &block);
    return status;
}

static double round_estimate_s(const Run *run)
{
    double sum = 0.0;
    for (size_t w = 0; w < run->result->n_workloads; w++)
        if (run->state[w].active)
            sum += run->state[w].block_s;
    return sum;
}

/* A guess for the progress line only: the least number of rounds, or the budget when that is nearer. */
static double left_s(const Run *run)
{
    const Settings *settings = &run->result->settings;
    unsigned first = stopping_first(settings);
    unsigned goal = settings->rounds > 0 ? settings->rounds : run->round < first ? first : 4 * first;
    double now = elapsed_s(run);
    double by_rounds = run->round > 0 ? round_estimate_s(run) * fmax(0.0, (double)goal - run->round) : NAN;
    return settings->budget_s > 0.0 ? fmin(by_rounds, settings->budget_s - now) : by_rounds;
}

static int run_round(Run *run, Error *error)
{
    size_t n = run->result->n_workloads;
    unsigned *order = mem_alloc(n, sizeof *order);
    int status = 0;
    schedule_order(run->result->settings.seed, run->round, n, order);
    for (size_t i = 0; i < n && status == 0 && !is_interrupted(run); i++) {
        if (!run->state[order[i]].active)
            continue;
        progress_show(run->experiment->progress, sample_now_s(), left_s(run), "round %u, %zu workloads: %s",
                      run->round + 1, count_active(run), run->result->workloads[order[i]].name);
        status = run_block(run, order[i], run->round, error);
    }
    free(order);
    return status;
}

/* Whether a workload has had enough after the round just done. */
static void consider_stopping(Run *run, size_t w)
{
    const WorkloadResult *workload = &run->result->workloads[w];
    unsigned done = run->round + 1;
    if (!run->state[w].active || (run->result->settings.rounds == 0 && !stopping_is_due(&run->result->settings, done)))
        return;
    Look look = stopping_look(run->result, workload, done);
    if (look.reason == STOP_LAYOUT_LIMITED)
        progress_note(run->experiment->progress,
                      "%s: the layouts differ too much for the target; 'make layouts K=%u' would reach it",
                      workload->name, look.layouts_needed);
    if (look.reason != STOP_NONE)
        stop_workload(run, w, look.reason);
}

static bool is_over_budget(const Run *run)
{
    double budget_s = run->result->settings.budget_s;
    return budget_s > 0.0 && run->round > 0 && elapsed_s(run) + round_estimate_s(run) > budget_s;
}

static int run_rounds(Run *run, Error *error)
{
    size_t n = run->result->n_workloads;
    while (count_active(run) > 0 && !is_interrupted(run) && !is_over_budget(run)) {
        if (run_round(run, error) < 0)
            return -1;
        for (size_t w = 0; w < n && !is_interrupted(run); w++)
            consider_stopping(run, w);
        run->round++;
    }
    for (size_t w = 0; w < n; w++)
        if (run->state[w].active)
            stop_workload(run, w, is_interrupted(run) ? STOP_INTERRUPTED : STOP_BUDGET);
    return 0;
}

/* Voided blocks get one more chance at the end, under the same plan. */
static int repeat_voided(Run *run, Error *error)
{
    for (size_t w = 0; w < run->result->n_workloads; w++) {
        WorkloadResult *workload = &run->result->workloads[w];
        size_t n = workload->n_blocks;
        for (size_t b = 0; b < n && workload->status == WORKLOAD_OK && !is_interrupted(run); b++)
            if (workload->blocks[b].void_reason != NULL && run_block(run, w, workload->blocks[b].round, error) < 0)
                return -1;
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
            if (workload->blocks[b].void_reason != NULL) {
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

int experiment_run(Experiment *experiment, Error *error)
{
    Result *result = experiment->result;
    Run run = {
        .experiment = experiment,
        .result = result,
        .sampler = {.result = result,
                    .counters = experiment->counters,
                    .runner = experiment->runner,
                    .start_s = sample_now_s(),
                    .interrupted = experiment->interrupted},
        .state = mem_alloc(result->n_workloads, sizeof *run.state),
    };
    run.sampler.n_cpus = child_allowed_cpus(run.sampler.cpus, sizeof run.sampler.cpus / sizeof *run.sampler.cpus);
    if (run.sampler.n_cpus == 0) {
        run.sampler.cpus[0] = -1; /* unknown: measure unpinned */
        run.sampler.n_cpus = 1;
    }
    int status = calibrate(&run, error);
    if (status == 0)
        status = record_journal_open(experiment->journal, result, experiment->result_path, error);
    if (status == 0)
        status = run_rounds(&run, error);
    if (status == 0)
        status = repeat_voided(&run, error);
    fail_unreliable(&run);
    if (experiment->counters != NULL)
        counters_report_losses(experiment->counters, result->events);
    result->state = is_interrupted(&run) ? RUN_STATE_INTERRUPTED : RUN_STATE_COMPLETE;
    result->duration_s = elapsed_s(&run);
    progress_end(experiment->progress);
    free(run.state);
    return status;
}
