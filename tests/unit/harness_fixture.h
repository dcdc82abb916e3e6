/* A small result with known numbers, as a run would leave it: two workloads and a control, sixteen blocks each. */
#ifndef HARNESS_FIXTURE_H
#define HARNESS_FIXTURE_H

#include "mem.h"
#include "result.h"

#include <math.h>

enum { FIXTURE_BLOCKS = 16, FIXTURE_VALUES = 4 };

static inline void fixture_samples(SideSamples *samples, double base_ns, int block, int side)
{
    samples->env_pad = (unsigned)(block * 7 + side);
    samples->n_values = FIXTURE_VALUES;
    samples->n_warmups = 1;
    samples->n_events = 2;
    samples->wall_ns = mem_alloc(FIXTURE_VALUES, sizeof *samples->wall_ns);
    samples->cpu_ns = mem_alloc(FIXTURE_VALUES, sizeof *samples->cpu_ns);
    samples->warmup_wall_ns = mem_alloc(1, sizeof *samples->warmup_wall_ns);
    samples->warmup_cpu_ns = mem_alloc(1, sizeof *samples->warmup_cpu_ns);
    samples->events = mem_alloc(2, sizeof *samples->events);
    EventReadings *clock = &samples->events[1];
    clock->count = mem_alloc(FIXTURE_VALUES, sizeof *clock->count);
    clock->enabled_ns = mem_alloc(FIXTURE_VALUES, sizeof *clock->enabled_ns);
    clock->running_ns = mem_alloc(FIXTURE_VALUES, sizeof *clock->running_ns);
    samples->warmup_wall_ns[0] = samples->warmup_cpu_ns[0] = (uint64_t)(base_ns * 1.5);
    for (int v = 0; v < FIXTURE_VALUES; v++) {
        /* Wobbles of up to a percent that differ between the sides and cancel over the blocks. */
        double wobble = 0.01 * sin(1.7 * block + 2.3 * v + 0.9 * side);
        samples->cpu_ns[v] = (uint64_t)(base_ns * (1.0 + wobble));
        samples->wall_ns[v] = samples->cpu_ns[v] + 1000;
        clock->count[v] = samples->cpu_ns[v];
        clock->enabled_ns[v] = clock->running_ns[v] = samples->wall_ns[v];
    }
}

static inline void fixture_workload(WorkloadResult *workload, const char *name, double a_ns, double b_ns, bool control)
{
    *workload = (WorkloadResult){.name = mem_copy_text(name),
                                 .file = mem_format("/somewhere/%s.py", name),
                                 .function = mem_copy_text("run"),
                                 .n = 20,
                                 .checksum = mem_copy_text("6765"),
                                 .stresses = mem_copy_text("calls"),
                                 .control = control,
                                 .status = WORKLOAD_OK,
                                 .stop_reason = STOP_PRECISE,
                                 .loops = 10};
    workload->tags = mem_alloc(1, sizeof *workload->tags);
    workload->tags[workload->n_tags++] = mem_copy_text("call-heavy");
    for (int b = 0; b < FIXTURE_BLOCKS; b++) {
        Block block = {.round = (unsigned)b,
                       .order = {(b * 5 % 4) >= 2, (b * 5 % 4) < 2},
                       .cpu = 1,
                       .hash_seed = 77,
                       .start_s = b,
                       .duration_s = 0.25,
                       .steal_pct = NAN};
        result_open_block(&block, 2);
        fixture_samples(&block.sides[SIDE_A], a_ns, b, SIDE_A);
        fixture_samples(&block.sides[SIDE_B], b_ns, b, SIDE_B);
        result_add_block(workload, &block);
    }
}

static inline void fixture_side(SideInfo *side, const char *name)
{
    side->name = mem_copy_text(name);
    side->argv = mem_alloc(3, sizeof *side->argv);
    side->argv[0] = mem_format("interp-%s", name);
    side->argv[1] = mem_copy_text("-v");
    facts_add_text(&side->facts, "program", "/usr/bin/interp");
    facts_add_absent(&side->facts, "build_id", "none");
}

static inline void fixture_result(Result *result)
{
    *result = (Result){.created = mem_copy_text("2026-01-02T03:04:05Z"),
                       .commit = mem_copy_text("0123456789ab"),
                       .state = RUN_STATE_COMPLETE,
                       .duration_s = 12.5,
                       .settings = {.seed = 42,
                                    .budget_s = 150.0,
                                    .value_ms = 10.0,
                                    .values = FIXTURE_VALUES,
                                    .warmups = 1,
                                    .layouts = 1,
                                    .target_half_width_pct = 1.0,
                                    .timeout_s = 20.0}};
    fixture_side(result_add_side(result), "eager");
    fixture_side(result_add_side(result), "lazy");
    Host *host = result_add_host(result);
    host->name = mem_copy_text("testhost");
    facts_add_text(&host->machine, "host", "testhost");
    facts_add_text(&host->machine, "cpu_model", "Test CPU 3000");
    facts_add_number(&host->machine, "cpus_online", 2.0);
    facts_add_bool(&host->machine, "virtual_machine", true);
    result->events = mem_alloc(2, sizeof *result->events);
    result->n_events = 2;
    result->events[0] = (EventInfo){.name = mem_copy_text("instructions"),
                                    .resolved = mem_copy_text("perf::INSTRUCTIONS"),
                                    .reason = mem_copy_text("no PMU"),
                                    .remedy = mem_copy_text("bare metal")};
    result->events[1] = (EventInfo){.name = mem_copy_text("task-clock"),
                                    .resolved = mem_copy_text("perf::TASK_CLOCK"),
                                    .software = true,
                                    .available = true};
    result->workloads = mem_alloc(3, sizeof *result->workloads);
    result->n_workloads = 3;
    fixture_workload(&result->workloads[0], "fib", 9.0e6, 7.0e6, false);
    fixture_workload(&result->workloads[1], "closures", 10.0e6, 9.5e6, false);
    fixture_workload(&result->workloads[2], "sieve", 8.0e6, 8.0e6, true);
}

#endif
