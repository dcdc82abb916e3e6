#include "result.h"

#include "mem.h"

#include <stdlib.h>
#include <string.h>

const char *result_state_name(RunState state)
{
    static const char *const names[] = {
        [RUN_STATE_RUNNING] = "running",
        [RUN_STATE_COMPLETE] = "complete",
        [RUN_STATE_INTERRUPTED] = "interrupted",
    };
    return names[state];
}

const char *result_status_name(WorkloadStatus status)
{
    static const char *const names[] = {
        [WORKLOAD_PENDING] = "pending",
        [WORKLOAD_OK] = "ok",
        [WORKLOAD_FAILED] = "failed",
    };
    return names[status];
}

const char *result_stop_name(StopReason reason)
{
    static const char *const names[] = {
        [STOP_NONE] = "none",     [STOP_PRECISE] = "precise", [STOP_MAX_BLOCKS] = "max_blocks",
        [STOP_ROUNDS] = "rounds", [STOP_BUDGET] = "budget",   [STOP_INTERRUPTED] = "interrupted",
        [STOP_FAILED] = "failed",
    };
    return names[reason];
}

static void free_samples(SideSamples *samples)
{
    free(samples->wall_ns);
    free(samples->cpu_ns);
    free(samples->warmup_wall_ns);
    free(samples->warmup_cpu_ns);
    for (size_t e = 0; e < samples->n_events; e++) {
        free(samples->events[e].count);
        free(samples->events[e].enabled_ns);
        free(samples->events[e].running_ns);
    }
    free(samples->events);
}

void result_free_block(Block *block)
{
    free(block->void_reason);
    for (int s = 0; s < SIDE_COUNT; s++)
        free_samples(&block->side[s]);
    *block = (Block){0};
}

static void free_workload(WorkloadResult *workload)
{
    free(workload->name);
    free(workload->file);
    free(workload->function);
    free(workload->checksum);
    free(workload->stresses);
    for (size_t t = 0; t < workload->n_tags; t++)
        free(workload->tags[t]);
    free(workload->tags);
    free(workload->error);
    for (size_t b = 0; b < workload->n_blocks; b++)
        result_free_block(&workload->blocks[b]);
    free(workload->blocks);
}

void result_free(Result *result)
{
    free(result->created);
    free(result->commit);
    for (int s = 0; s < SIDE_COUNT; s++) {
        free(result->side[s].name);
        for (char **arg = result->side[s].argv; arg != NULL && *arg != NULL; arg++)
            free(*arg);
        free(result->side[s].argv);
        facts_free(&result->side[s].facts);
    }
    facts_free(&result->machine);
    for (size_t e = 0; e < result->n_events; e++) {
        free(result->events[e].name);
        free(result->events[e].resolved);
        free(result->events[e].reason);
        free(result->events[e].remedy);
    }
    free(result->events);
    for (size_t w = 0; w < result->n_workloads; w++)
        free_workload(&result->workloads[w]);
    free(result->workloads);
    *result = (Result){0};
}

void result_add_block(WorkloadResult *workload, Block *block)
{
    workload->blocks = mem_resize(workload->blocks, workload->n_blocks + 1, sizeof *workload->blocks);
    workload->blocks[workload->n_blocks++] = *block;
    *block = (Block){0};
}

void facts_free(Facts *facts)
{
    for (size_t i = 0; i < facts->count; i++) {
        free(facts->items[i].key);
        free(facts->items[i].text);
    }
    free(facts->items);
    *facts = (Facts){0};
}

static Fact *add(Facts *facts, const char *key, FactKind kind)
{
    facts->items = mem_resize(facts->items, facts->count + 1, sizeof *facts->items);
    Fact *fact = &facts->items[facts->count++];
    *fact = (Fact){.key = mem_copy_text(key), .kind = kind};
    return fact;
}

void facts_add_text(Facts *facts, const char *key, const char *text)
{
    add(facts, key, FACT_TEXT)->text = mem_copy_text(text);
}

void facts_add_number(Facts *facts, const char *key, double number)
{
    add(facts, key, FACT_NUMBER)->number = number;
}

void facts_add_bool(Facts *facts, const char *key, bool value)
{
    add(facts, key, FACT_BOOL)->number = value;
}

void facts_add_absent(Facts *facts, const char *key, const char *reason)
{
    add(facts, key, FACT_ABSENT)->text = mem_copy_text(reason);
}

const Fact *facts_find(const Facts *facts, const char *key)
{
    for (size_t i = 0; i < facts->count; i++)
        if (strcmp(facts->items[i].key, key) == 0)
            return &facts->items[i];
    return NULL;
}

const char *facts_text(const Facts *facts, const char *key, const char *fallback)
{
    const Fact *fact = facts_find(facts, key);
    return fact != NULL && fact->kind == FACT_TEXT ? fact->text : fallback;
}
