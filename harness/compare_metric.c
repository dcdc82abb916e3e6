#include "compare_parts.h"

#include "mem.h"
#include "text.h"

#include <math.h>
#include <string.h>

bool compare_is_count(Metric metric)
{
    return metric >= METRIC_EVENT;
}

/* ---- exact metrics ---- */

/* Both sides' entries of the same name become one. */
void compare_add_exact(WorkloadComparison *c, size_t base, size_t side)
{
    const WorkloadResult *workload = c->workload;
    c->exact = mem_alloc(workload->n_exact, sizeof *c->exact);
    for (size_t i = 0; i < workload->n_exact; i++) {
        const ExactMetric *metric = &workload->exact[i];
        if (metric->side != base && metric->side != side)
            continue;
        size_t at = 0;
        while (at < c->n_exact &&
               (strcmp(c->exact[at].name, metric->name) != 0 || strcmp(c->exact[at].per, metric->per) != 0))
            at++;
        if (at == c->n_exact)
            c->exact[c->n_exact++] = (ExactComparison){.name = metric->name,
                                                       .unit = metric->unit,
                                                       .per = metric->per,
                                                       .tool = metric->tool,
                                                       .value = {NAN, NAN}};
        c->exact[at].value[metric->side == base ? SIDE_A : SIDE_B] = metric->value;
    }
}

void compare_exactly(WorkloadComparison *c, const char *name)
{
    for (size_t i = 0; i < c->n_exact; i++) {
        if (strcmp(c->exact[i].name, name) != 0)
            continue;
        double a = c->per_call[SIDE_A] = c->exact[i].value[SIDE_A];
        double b = c->per_call[SIDE_B] = c->exact[i].value[SIDE_B];
        double point = a == b ? 0.0 : a > 0.0 && b > 0.0 ? log(a / b) : NAN;
        c->estimate =
            (Estimate){.n = 1, .point = point, .mean = point, .low = point, .high = point, .method = CI_METHOD_EXACT};
        c->half_width_layout_adjusted = 0.0;
        c->grade = 'A';
        return;
    }
}

size_t compare_exact_count(const Result *result)
{
    size_t count = 0;
    while (compare_exact_name(result, count) != NULL)
        count++;
    return count;
}

static bool occurs_before(const Result *result, size_t w, size_t i)
{
    const char *name = result->workloads[w].exact[i].name;
    for (size_t v = 0; v <= w; v++)
        for (size_t k = 0; k < (v == w ? i : result->workloads[v].n_exact); k++)
            if (strcmp(result->workloads[v].exact[k].name, name) == 0)
                return true;
    return false;
}

const char *compare_exact_name(const Result *result, size_t index)
{
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t i = 0; i < result->workloads[w].n_exact; i++)
            if (!occurs_before(result, w, i) && index-- == 0)
                return result->workloads[w].exact[i].name;
    return NULL;
}

/* ---- choosing a metric ---- */

char *compare_metric_new_name(const Result *result, Metric metric)
{
    if (metric >= METRIC_EXACT)
        return mem_copy_text(compare_exact_name(result, metric - METRIC_EXACT));
    if (metric >= METRIC_EVENT)
        return mem_copy_text(result->events[metric - METRIC_EVENT].name);
    return mem_copy_text(metric == METRIC_CPU ? "cpu" : "wall");
}

static int find_exact(const Result *result, const char *name, Metric *metric)
{
    size_t count = compare_exact_count(result);
    for (size_t i = 0; i < count; i++)
        if (strcmp(compare_exact_name(result, i), name) == 0) {
            *metric = METRIC_EXACT + (Metric)i;
            return 0;
        }
    return -1;
}

static int unknown_metric(const Result *result, const char *name, Error *error)
{
    Text known = {0};
    text_add(&known, "cpu, wall");
    for (size_t e = 0; e < result->n_events; e++)
        if (result->events[e].available)
            text_add(&known, ", %s", result->events[e].name);
    size_t exact = compare_exact_count(result);
    for (size_t i = 0; i < exact; i++)
        text_add(&known, ", exact:%s", compare_exact_name(result, i));
    error_set(error, "metric %s: was not measured; there are %s", name, text_string(&known));
    text_free(&known);
    return -1;
}

int compare_find_metric(const Result *result, const char *name, Metric *metric, Error *error)
{
    *metric = METRIC_CPU;
    if (strcmp(name, "cpu") == 0)
        return 0;
    *metric = METRIC_WALL;
    if (strcmp(name, "wall") == 0)
        return 0;
    if (strncmp(name, "exact:", 6) == 0)
        return find_exact(result, name + 6, metric) < 0 ? unknown_metric(result, name, error) : 0;
    for (size_t e = 0; e < result->n_events; e++) {
        const EventInfo *event = &result->events[e];
        if (strcmp(event->name, name) != 0)
            continue;
        *metric = METRIC_EVENT + (Metric)e;
        if (event->available || find_exact(result, name, metric) == 0)
            return 0;
        return error_set(error, "metric %s: was not counted: %s", name, event->reason != NULL ? event->reason : "?");
    }
    return find_exact(result, name, metric) < 0 ? unknown_metric(result, name, error) : 0;
}

Metric compare_default_metric(const Result *result)
{
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t b = 0; b < result->workloads[w].n_blocks; b++) {
            const SideSamples *samples = &result->workloads[w].blocks[b].sides[0];
            if (samples->n_values > 0)
                return samples->cpu_ns[0] > 0 ? METRIC_CPU : METRIC_WALL;
        }
    return METRIC_CPU;
}
