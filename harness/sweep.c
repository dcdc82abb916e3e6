#include "sweep.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The parameter's name and value in a tag "sweep:NAME=VALUE". */
static bool read_tag(const char *tag, char *name, double *value)
{
    const char *equals = strrchr(tag, '=');
    if (strncmp(tag, "sweep:", 6) != 0 || equals == NULL || equals - tag - 6 >= SWEEP_NAME_BYTES || equals == tag + 6)
        return false;
    size_t length = (size_t)(equals - tag) - 6;
    char *end = NULL;
    *value = strtod(equals + 1, &end);
    memcpy(name, tag + 6, length);
    name[length] = '\0';
    return end != equals + 1 && *end == '\0' && isfinite(*value);
}

static Sweep *find_or_add(Sweep **sweeps, size_t *n, const char *name)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp((*sweeps)[i].name, name) == 0)
            return &(*sweeps)[i];
    *sweeps = mem_resize(*sweeps, *n + 1, sizeof **sweeps);
    Sweep *sweep = &(*sweeps)[(*n)++];
    *sweep = (Sweep){0};
    memcpy(sweep->name, name, strlen(name));
    return sweep;
}

/* In the order of x; a value that is there already is left out. */
static void add_point(Sweep *sweep, double x, const WorkloadComparison *workload)
{
    size_t at = 0;
    while (at < sweep->n_points && sweep->points[at].x < x)
        at++;
    if (at < sweep->n_points && sweep->points[at].x == x)
        return;
    sweep->points = mem_resize(sweep->points, sweep->n_points + 1, sizeof *sweep->points);
    memmove(&sweep->points[at + 1], &sweep->points[at], (sweep->n_points - at) * sizeof *sweep->points);
    sweep->points[at] = (SweepPoint){x, workload};
    sweep->n_points++;
}

static Crossover crossover_of(const Sweep *sweep, double alpha)
{
    CrossoverPoint *points = mem_alloc(sweep->n_points, sizeof *points);
    for (size_t i = 0; i < sweep->n_points; i++) {
        const WorkloadComparison *c = sweep->points[i].workload;
        points[i] = (CrossoverPoint){
            .x = sweep->points[i].x, .cost = c->unit_cost, .unit = {.u = c->u, .id = c->unit_id, .n = c->n_units}};
    }
    Crossover crossover = crossover_estimate(points, sweep->n_points, alpha);
    free(points);
    return crossover;
}

size_t sweeps_new(const Comparison *comparison, Sweep **sweeps)
{
    size_t n = 0;
    *sweeps = NULL;
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        for (size_t t = 0; t < c->workload->n_tags; t++) {
            char name[SWEEP_NAME_BYTES];
            double x;
            if (read_tag(c->workload->tags[t], name, &x) && isfinite(c->estimate.point))
                add_point(find_or_add(sweeps, &n, name), x, c);
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        Sweep sweep = (*sweeps)[i];
        if (sweep.n_points < SWEEP_LEAST_POINTS) {
            free(sweep.points);
            continue;
        }
        sweep.crossover = crossover_of(&sweep, comparison->alpha);
        (*sweeps)[kept++] = sweep;
    }
    return kept;
}

void sweeps_free(Sweep *sweeps, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(sweeps[i].points);
    free(sweeps);
}
