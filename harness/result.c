#include "result.h"

#include "mem.h"

#include <math.h>
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
        [STOP_NONE] = "none",
        [STOP_PRECISE] = "precise",
        [STOP_MAX_BLOCKS] = "max_blocks",
        [STOP_ROUNDS] = "rounds",
        [STOP_BUDGET] = "budget",
        [STOP_INTERRUPTED] = "interrupted",
        [STOP_FAILED] = "failed",
        [STOP_LAYOUT_LIMITED] = "layout_limited",
    };
    return names[reason];
}

const char *result_design_name(WorkloadDesign design)
{
    static const char *const names[] = {
        [DESIGN_INTERLEAVED] = "ilv",
        [DESIGN_ADJACENT] = "adj",
        [DESIGN_A_THEN_B] = "a-then-b",
    };
    return names[design];
}

const char *result_mark_name(MarkKind kind)
{
    static const char *const names[] = {
        [MARK_STEAL] = "steal",
        [MARK_MIGRATION] = "migration",
        [MARK_FREQUENCY] = "frequency",
        [MARK_THROTTLING] = "throttling",
    };
    return names[kind];
}

const char *result_mark_unit(MarkKind kind)
{
    return kind == MARK_STEAL || kind == MARK_FREQUENCY ? "%" : "events";
}

const char *result_finding_name(FindingStatus status)
{
    static const char *const names[] = {
        [FINDING_GOOD] = "good",
        [FINDING_WARN] = "warn",
        [FINDING_UNKNOWN] = "unknown",
    };
    return names[status];
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
    free(block->marks);
    for (size_t s = 0; s < block->n_sides; s++)
        free_samples(&block->sides[s]);
    free(block->sides);
    *block = (Block){0};
}

static void free_exact(ExactMetric *exact)
{
    free(exact->name);
    free(exact->per);
    free(exact->unit);
    free(exact->tool);
    free(exact->tool_version);
    free(exact->reason);
}

static void free_workload(WorkloadResult *workload)
{
    free(workload->name);
    free(workload->file);
    free(workload->function);
    free(workload->checksum);
    free(workload->sha256);
    for (char **word = workload->program; word != NULL && *word != NULL; word++)
        free(*word);
    free(workload->program);
    free(workload->stresses);
    for (size_t t = 0; t < workload->n_tags; t++)
        free(workload->tags[t]);
    free(workload->tags);
    free(workload->error);
    for (size_t s = 0; s < workload->n_side_errors; s++)
        free(workload->side_errors[s]);
    free(workload->side_errors);
    for (size_t i = 0; i < workload->n_exact; i++)
        free_exact(&workload->exact[i]);
    free(workload->exact);
    for (size_t b = 0; b < workload->n_blocks; b++)
        result_free_block(&workload->blocks[b]);
    free(workload->blocks);
}

static void free_side(SideInfo *side)
{
    free(side->name);
    for (char **arg = side->argv; arg != NULL && *arg != NULL; arg++)
        free(*arg);
    free(side->argv);
    facts_free(&side->facts);
    for (size_t k = 0; k < side->n_layouts; k++) {
        free(side->layouts[k].program);
        free(side->layouts[k].sha256);
        free(side->layouts[k].build_id);
    }
    free(side->layouts);
}

static void free_host(Host *host)
{
    free(host->name);
    free(host->source);
    facts_free(&host->machine);
    for (size_t f = 0; f < host->n_findings; f++) {
        free(host->findings[f].check);
        free(host->findings[f].value);
        free(host->findings[f].effect);
        free(host->findings[f].remedy);
    }
    free(host->findings);
}

void result_free(Result *result)
{
    free(result->created);
    free(result->commit);
    free(result->command);
    free(result->runner);
    free(result->imported_from);
    for (size_t s = 0; s < result->n_sides; s++)
        free_side(&result->sides[s]);
    free(result->sides);
    for (size_t h = 0; h < result->n_hosts; h++)
        free_host(&result->hosts[h]);
    free(result->hosts);
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

SideInfo *result_add_side(Result *result)
{
    result->sides = mem_resize(result->sides, result->n_sides + 1, sizeof *result->sides);
    result->sides[result->n_sides] = (SideInfo){0};
    return &result->sides[result->n_sides++];
}

Host *result_add_host(Result *result)
{
    result->hosts = mem_resize(result->hosts, result->n_hosts + 1, sizeof *result->hosts);
    result->hosts[result->n_hosts] = (Host){0};
    return &result->hosts[result->n_hosts++];
}

Finding *result_add_finding(Host *host)
{
    host->findings = mem_resize(host->findings, host->n_findings + 1, sizeof *host->findings);
    host->findings[host->n_findings] = (Finding){0};
    return &host->findings[host->n_findings++];
}

ExactMetric *result_add_exact(WorkloadResult *workload)
{
    workload->exact = mem_resize(workload->exact, workload->n_exact + 1, sizeof *workload->exact);
    workload->exact[workload->n_exact] = (ExactMetric){0};
    return &workload->exact[workload->n_exact++];
}

void result_add_mark(Block *block, MarkKind kind, double amount)
{
    block->marks = mem_resize(block->marks, block->n_marks + 1, sizeof *block->marks);
    block->marks[block->n_marks++] = (Mark){.kind = kind, .amount = amount};
}

void result_remove_workload(Result *result, size_t index)
{
    free_workload(&result->workloads[index]);
    memmove(&result->workloads[index], &result->workloads[index + 1],
            (result->n_workloads - index - 1) * sizeof *result->workloads);
    result->n_workloads--;
}

const Facts *result_machine(const Result *result)
{
    static const Facts none;
    return result->n_hosts > 0 ? &result->hosts[0].machine : &none;
}

const char *result_side_error(const WorkloadResult *workload, size_t side)
{
    const char *own = side < workload->n_side_errors ? workload->side_errors[side] : NULL;
    return own != NULL ? own : workload->error;
}

void result_set_side_error(WorkloadResult *workload, size_t side, const char *reason)
{
    while (workload->n_side_errors <= side) {
        workload->side_errors =
            mem_resize(workload->side_errors, workload->n_side_errors + 1, sizeof *workload->side_errors);
        workload->side_errors[workload->n_side_errors++] = NULL;
    }
    free(workload->side_errors[side]);
    workload->side_errors[side] = mem_copy_text(reason);
}

void result_open_block(Block *block, size_t n_sides)
{
    block->sides = mem_alloc(n_sides, sizeof *block->sides);
    block->n_sides = n_sides;
    for (size_t s = 0; s < n_sides; s++) {
        block->sides[s].voluntary_switches = NAN;
        block->sides[s].involuntary_switches = NAN;
        block->sides[s].migrations = NAN;
    }
}

bool result_goes_before(const Block *block, size_t tuple, size_t x, size_t y)
{
    bool before = false;
    for (size_t i = 0; i < block->n_sides; i++) {
        if (block->order[i] == x || block->order[i] == y) {
            before = block->order[i] == x;
            break;
        }
    }
    return before != (tuple % 2 == 1);
}

void result_add_block(WorkloadResult *workload, Block *block)
{
    size_t n = workload->n_blocks;
    if ((n & (n - 1)) == 0) /* room is doubled where it is full: at 0, 1, 2, 4, 8 … */
        workload->blocks = mem_resize(workload->blocks, n > 0 ? 2 * n : 1, sizeof *workload->blocks);
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

void side_complete(SideInfo *side, const char *reason)
{
    static const char *const keys[] = {"program",  "executable", "executable_bytes", "sha256",
                                       "build_id", "compiler",   "compiler_flags",   "version"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (facts_find(&side->facts, keys[i]) == NULL)
            facts_add_absent(&side->facts, keys[i], reason);
}
