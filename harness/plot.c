#include "plot.h"

#include "compare_values.h"
#include "escape.h"
#include "mem.h"
#include "table.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_COLUMNS = 28, UPRIGHT_COLUMNS = 14 };

#define LOG_SCALE_FROM 3.0

static const struct {
    const char *name;
    PlotDraw *draw;
} plots[] = {
    {"forest", plot_forest},     {"ridges", plot_ridges},   {"ecdf", plot_ecdf},     {"progression", plot_progression},
    {"counters", plot_counters}, {"explain", plot_explain}, {"ladder", plot_ladder}, {"sweep", plot_sweep},
    {"layouts", plot_layouts},   {"noise", plot_noise},
};

enum { PLOTS = sizeof plots / sizeof *plots };

const char *plot_name(size_t index)
{
    return index < PLOTS ? plots[index].name : NULL;
}

static bool is_wanted(char **only, const char *name)
{
    for (char **word = only; word != NULL && *word != NULL; word++)
        if (strcmp(*word, name) == 0)
            return true;
    return only == NULL;
}

static int draw_one(PlotOutcome *outcome, PlotDraw *draw, const PlotInput *input, const char *folder, const char *base,
                    Error *error)
{
    Picture picture = {.name = outcome->name, .left = 60, .right = 24};
    int status = 0;
    if (draw(&picture, input)) {
        status = picture_write(&picture, folder, base, &outcome->drawn, error);
        outcome->written = status == 0;
        outcome->alt = mem_copy_text(text_string(picture.alt.length > 0 ? &picture.alt : &picture.title));
        outcome->title = mem_copy_text(text_string(&picture.title));
    } else {
        outcome->absent = mem_copy_text(text_string(&picture.absent));
    }
    picture_free(&picture);
    return status;
}

int plot_side(const Result *result, size_t side, Metric metric, char **only, const char *folder, const char *base,
              PlotOutcomes *outcomes, Error *error)
{
    Comparison comparison = compare_result(result, side, metric);
    size_t *order = mem_alloc(comparison.n_workloads, sizeof *order);
    PlotInput input = {.result = result, .comparison = &comparison, .order = order, .metric = metric};
    int status = 0;
    table_order(&comparison, order);
    *outcomes = (PlotOutcomes){.items = mem_alloc(PLOTS, sizeof *outcomes->items)};
    char *side_base = result->n_sides == 2 ? mem_copy_text(base) : mem_format("%s-%s", base, result->sides[side].name);
    outcomes->base = escape_file_name(side_base);
    free(side_base);
    for (size_t i = 0; i < PLOTS && status == 0; i++) {
        if (!is_wanted(only, plots[i].name))
            continue;
        PlotOutcome *outcome = &outcomes->items[outcomes->count++];
        outcome->name = plots[i].name;
        status = draw_one(outcome, plots[i].draw, &input, folder, outcomes->base, error);
    }
    free(order);
    compare_free(&comparison);
    return status;
}

void plot_free(PlotOutcomes *outcomes)
{
    for (size_t i = 0; i < outcomes->count; i++) {
        free(outcomes->items[i].title);
        free(outcomes->items[i].alt);
        free(outcomes->items[i].absent);
    }
    free(outcomes->items);
    free(outcomes->base);
    *outcomes = (PlotOutcomes){0};
}

/* ---- what several pictures share ---- */

bool plot_is_drawn(const WorkloadComparison *c)
{
    return c->verdict != VERDICT_FAILED && isfinite(c->estimate.point);
}

char *plot_label(const WorkloadComparison *c)
{
    char *name = escape_shorten(c->workload->name, LABEL_COLUMNS);
    char *label = mem_format("%s%s", name, c->workload->control ? " *" : "");
    free(name);
    return label;
}

void plot_title(Picture *picture, const PlotInput *input, const char *what)
{
    char *b = escape_shorten(compare_side(input->comparison, SIDE_B)->name, LABEL_COLUMNS);
    char *a = escape_shorten(compare_side(input->comparison, SIDE_A)->name, LABEL_COLUMNS);
    text_add(&picture->title, "%s against %s: %s", b, a, what);
    free(b);
    free(a);
}

/* "24" or "20 to 24": blocks per workload. */
static void add_blocks(Text *text, const Comparison *comparison)
{
    size_t least = SIZE_MAX;
    size_t most = 0;
    size_t workloads = 0;
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (!plot_is_drawn(c))
            continue;
        workloads++;
        least = c->n_blocks < least ? c->n_blocks : least;
        most = c->n_blocks > most ? c->n_blocks : most;
    }
    text_add(text, "n = %zu workload%s, ", workloads, workloads == 1 ? "" : "s");
    if (least == most)
        text_add(text, "%zu block%s each", most, most == 1 ? "" : "s");
    else
        text_add(text, "%zu to %zu blocks each", workloads > 0 ? least : 0, most);
}

void plot_small_print(Picture *picture, const PlotInput *input, const char *meaning)
{
    const Result *result = input->result;
    Text *text = &picture->small_print;
    char *host = escape_shorten(facts_text(result_machine(result), "host", "unknown host"), 30);
    char *cpu = escape_shorten(facts_text(result_machine(result), "cpu_model", "unknown CPU"), 44);
    if (meaning[0] != '\0')
        text_add(text, "%s\n", meaning);
    wording_metric(text, input->comparison);
    text_add(text, ", ");
    add_blocks(text, input->comparison);
    text_add(text, "; %s; %s, %s; %.10s; commit %.12s%s", compare_scope_name(input->comparison->scope), host, cpu,
             result->created, result->commit, result->imported_from != NULL ? "; imported" : "");
    free(host);
    free(cpu);
}

View plot_view(const PlotInput *input)
{
    return (View){.side = input->comparison->side, .metric = input->metric, .base = input->comparison->base};
}

double *plot_pairs(const PlotInput *input, const WorkloadComparison *c, size_t *n)
{
    double *pairs = NULL;
    const Block **blocks = NULL;
    View view = plot_view(input);
    *n = 0;
    size_t n_blocks = input->metric >= METRIC_EXACT ? 0 : values_counting_blocks(c->workload, view, &blocks);
    for (size_t b = 0; b < n_blocks; b++) {
        size_t values = blocks[b]->sides[0].n_values;
        pairs = mem_resize(pairs, *n + values, sizeof *pairs);
        for (size_t i = 0; i < values; i++)
            pairs[(*n)++] = values_pair_ratio(blocks[b], i, view);
    }
    free(blocks);
    return pairs;
}

double plot_exact(const WorkloadResult *workload, size_t side, const char *name)
{
    for (size_t i = 0; i < workload->n_exact; i++)
        if (workload->exact[i].side == side && strcmp(workload->exact[i].name, name) == 0)
            return workload->exact[i].value;
    return NAN;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

void plot_sort(double *x, size_t n)
{
    if (n > 0)
        qsort(x, n, sizeof *x, compare_doubles);
}

double plot_quantile(const double *sorted, size_t n, double p)
{
    double at = p * (double)(n - 1);
    size_t below = (size_t)at;
    size_t above = below + 1 < n ? below + 1 : below;
    return sorted[below] + (at - (double)below) * (sorted[above] - sorted[below]);
}

/* ---- axes of speedups ---- */

void plot_axis_add(PlotAxis *axis, double log_ratio)
{
    if (isfinite(log_ratio)) {
        axis->low = fmin(axis->low, exp(log_ratio));
        axis->high = fmax(axis->high, exp(log_ratio));
    }
}

bool plot_axis_is_log(const PlotAxis *axis)
{
    return axis->high / axis->low > LOG_SCALE_FROM;
}

void plot_log_tics(Text *setup, char which, double low, double high)
{
    static const double steps[] = {1.0, 2.0, 5.0};
    bool only_decades = high / low > 2000.0;
    const char *separator = "";
    text_add(setup, "        set %ctics (", which);
    for (double decade = pow(10.0, floor(log10(low))); decade <= high; decade *= 10.0)
        for (int i = 0; i < (only_decades ? 1 : 3); i++)
            if (decade * steps[i] >= low && decade * steps[i] <= high) {
                text_add(setup, "%s%.3g", separator, decade * steps[i]);
                separator = ", ";
            }
    text_add(setup, ")\n");
}

void plot_axis_commands(Text *setup, PlotAxis *axis, char which)
{
    if (plot_axis_is_log(axis)) {
        double pad = pow(axis->high / axis->low, 0.04);
        axis->low /= pad;
        axis->high *= pad;
        text_add(setup, "        set logscale %c 10\n", which);
        plot_log_tics(setup, which, axis->low, axis->high);
    } else {
        double pad = 0.05 * (axis->high - axis->low);
        axis->low -= pad;
        axis->high += pad;
        text_add(setup, "        set %ctics autofreq\n", which);
    }
    text_add(setup, "        set format %c '%%g\xc3\x97'\n        set %crange [%.9g:%.9g]\n", which, which, axis->low,
             axis->high);
    if (which == 'x')
        text_add(setup, "        right_edge = %.9g\n", axis->high);
}

static void add_reference(Text *setup, int number, double at, const char *label, bool main)
{
    text_add(setup,
             "        set arrow %d from first %.4g, graph 0 to first %.4g, graph 1 nohead back linecolor rgb %s%s\n",
             number, at, at, main ? "ink linewidth 1.5" : "muted linewidth 1", main ? "" : " dashtype 2");
    if (label != NULL)
        text_add(
            setup,
            "        set label %d '%s' at first %.4g, graph 1 center offset 0,0.5 font ',10' textcolor rgb muted\n",
            number, label, at);
}

void plot_axis_references(Text *setup, const PlotAxis *axis)
{
    double span = plot_axis_is_log(axis) ? log(axis->high / axis->low) / log(1.31 / 1.07)
                                         : (axis->high - axis->low) / (1.31 - 1.07);
    bool room = span < 14.0;
    add_reference(setup, 1, 1.0, NULL, true);
    add_reference(setup, 2, 1.07, room ? "+7%" : NULL, false);
    add_reference(setup, 3, 1.31, room ? "+31%" : NULL, false);
}

void plot_axis_label(Text *setup, const PlotInput *input, const char *which)
{
    size_t columns = which[0] == 'x' ? LABEL_COLUMNS : UPRIGHT_COLUMNS;
    char *a = escape_shorten(compare_side(input->comparison, SIDE_A)->name, columns);
    char *b = escape_shorten(compare_side(input->comparison, SIDE_B)->name, columns);
    char *label =
        which[0] == 'x' ? mem_format("speedup: time of %s / time of %s", a, b) : mem_format("speedup of %s", b);
    text_add(setup, "        set %slabel ", which);
    escape_gnuplot(setup, label);
    text_add(setup, " noenhanced textcolor rgb ink\n");
    free(label);
    free(b);
    free(a);
}
