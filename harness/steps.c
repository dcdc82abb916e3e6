#include "steps.h"

#include "mem.h"

#include <stdlib.h>

Steps steps_new(const Result *result, Metric metric)
{
    Steps steps = {.n = result->n_sides - 1, .whole = compare_result(result, result->n_sides - 1, metric)};
    steps.items = mem_alloc(steps.n, sizeof *steps.items);
    for (size_t i = 0; i < steps.n; i++)
        steps.items[i] = compare_sides(result, i, i + 1, metric);
    return steps;
}

void steps_free(Steps *steps)
{
    for (size_t i = 0; i < steps->n; i++)
        compare_free(&steps->items[i]);
    compare_free(&steps->whole);
    free(steps->items);
}
