#include "plot_terminal.h"

#include "density.h"
#include "escape.h"
#include "mem.h"
#include "terminal.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_COLUMNS = 18, NUMBER_COLUMNS = 24, WIDTH_LEAST = 60, WIDTH_MOST = 160 };

/* A row of cells that may each be a character of several bytes. */
typedef struct Canvas {
    int width;
    const char **cells;
    double low, high; /* log-ratios */
} Canvas;

static int column_of(const Canvas *canvas, double log_ratio)
{
    double share = (log_ratio - canvas->low) / (canvas->high - canvas->low);
    int column = (int)lround(share * (canvas->width - 1));
    return column < 0 ? 0 : column >= canvas->width ? canvas->width - 1 : column;
}

static void clear(Canvas *canvas)
{
    for (int i = 0; i < canvas->width; i++)
        canvas->cells[i] = " ";
    canvas->cells[column_of(canvas, 0.0)] = "\xe2\x94\x82";
}

static void add_cells(Text *text, const Canvas *canvas)
{
    for (int i = 0; i < canvas->width; i++)
        text_add(text, "%s", canvas->cells[i]);
}

static Tone tone_of(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_FASTER ? TONE_GOOD : c->verdict == VERDICT_SLOWER ? TONE_BAD : TONE_FAINT;
}

static void add_label(Text *text, const char *label)
{
    Text plain = {0};
    escape_cell(&plain, label);
    text_add_left(text, text_string(&plain), LABEL_COLUMNS);
    text_free(&plain);
    text_add(text, " ");
}

static void add_interval(Text *text, Canvas *canvas, const char *label, double point, double low, double high,
                         const char *mark, Tone tone)
{
    clear(canvas);
    if (isfinite(low) && isfinite(high))
        for (int i = column_of(canvas, low); i <= column_of(canvas, high); i++)
            canvas->cells[i] = "\xe2\x94\x80";
    canvas->cells[column_of(canvas, point)] = mark;
    add_label(text, label);
    text_add(text, "%s", terminal_tone(tone));
    add_cells(text, canvas);
    text_add(text, "%s ", terminal_tone(TONE_NONE));
    wording_speedup(text, point);
    text_add(text, " ");
    wording_interval(text, low, high);
    text_add(text, "\n");
}

/* The pairs' density in eighths of a line. */
static void add_density(Text *text, Canvas *canvas, const char *label, double *pairs, size_t n, Tone tone)
{
    static const char *const eighths[] = {" ",
                                          "\xe2\x96\x81",
                                          "\xe2\x96\x82",
                                          "\xe2\x96\x83",
                                          "\xe2\x96\x84",
                                          "\xe2\x96\x85",
                                          "\xe2\x96\x86",
                                          "\xe2\x96\x87",
                                          "\xe2\x96\x88"};
    double *height = mem_alloc((size_t)canvas->width, sizeof *height);
    double peak = 0.0;
    plot_sort(pairs, n);
    double step = (canvas->high - canvas->low) / (canvas->width - 1);
    double bandwidth = fmax(density_bandwidth(pairs, n), step / 2.0);
    for (int i = 0; i < canvas->width; i++) {
        height[i] = density_at(pairs, n, bandwidth, canvas->low + i * step);
        peak = fmax(peak, height[i]);
    }
    clear(canvas);
    for (int i = 0; i < canvas->width; i++)
        if (height[i] > peak / 32.0)
            canvas->cells[i] = eighths[(int)ceil(8.0 * height[i] / peak)];
    add_label(text, label);
    text_add(text, "%s", terminal_tone(tone));
    add_cells(text, canvas);
    text_add(text, "%s ", terminal_tone(TONE_NONE));
    wording_speedup(text, plot_quantile(pairs, n, 0.5));
    text_add(text, "\n");
    free(height);
}

static void add_axis(Text *text, const Canvas *canvas)
{
    Text low = {0};
    Text high = {0};
    wording_speedup(&low, canvas->low);
    wording_speedup(&high, canvas->high);
    int one = column_of(canvas, 0.0);
    int left = (int)low.length;
    int right = canvas->width - (int)high.length;
    text_add(text, "%*s%s", LABEL_COLUMNS + 1, "", text_string(&low));
    if (one > left && one + 1 < right)
        text_add(text, "%*s1%*s", one - left, "", right - one - 1, "");
    else
        text_add(text, "%*s", right - left, "");
    text_add(text, "%s\n", text_string(&high));
    text_free(&low);
    text_free(&high);
}

static void add_forest(Text *text, const PlotInput *input, Canvas *canvas)
{
    const Comparison *comparison = input->comparison;
    if (comparison->suite.n_workloads > 0)
        add_interval(text, canvas, "geometric mean", comparison->suite.geomean, comparison->suite.low,
                     comparison->suite.high, "\xe2\x97\x86", TONE_STRONG);
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[input->order[i]];
        if (!plot_is_drawn(c))
            continue;
        char *label = plot_label(c);
        const char *mark = c->verdict == VERDICT_FASTER   ? "\xe2\x96\xb2"
                           : c->verdict == VERDICT_SLOWER ? "\xe2\x96\xbc"
                                                          : "\xe2\x97\x8b";
        add_interval(text, canvas, label, c->estimate.point, c->estimate.low, c->estimate.high, mark, tone_of(c));
        free(label);
    }
}

static void add_distributions(Text *text, const PlotInput *input, Canvas *canvas)
{
    const Comparison *comparison = input->comparison;
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[input->order[i]];
        size_t n = 0;
        if (!plot_is_drawn(c))
            continue;
        double *pairs = plot_pairs(input, c, &n);
        char *label = plot_label(c);
        if (n > 0)
            add_density(text, canvas, label, pairs, n, tone_of(c));
        free(label);
        free(pairs);
    }
}

void plot_terminal(Text *text, const PlotInput *input, int columns)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    size_t rows = 0;
    columns = columns < WIDTH_LEAST ? WIDTH_LEAST : columns > WIDTH_MOST ? WIDTH_MOST : columns;
    for (size_t w = 0; w < input->comparison->n_workloads; w++) {
        const WorkloadComparison *c = &input->comparison->workloads[w];
        if (!plot_is_drawn(c))
            continue;
        rows++;
        plot_axis_add(&axis, c->estimate.point);
        plot_axis_add(&axis, c->estimate.low);
        plot_axis_add(&axis, c->estimate.high);
    }
    Text title = {0};
    text_add(&title, "%s against %s: ", compare_side(input->comparison, SIDE_B)->name,
             compare_side(input->comparison, SIDE_A)->name);
    wording_closing(&title, input->comparison);
    text_add(text, "%s", terminal_tone(TONE_STRONG));
    escape_cell(text, text_string(&title));
    text_add(text, "%s\n", terminal_tone(TONE_NONE));
    text_free(&title);
    if (rows == 0)
        return;
    Canvas canvas = {
        .width = columns - LABEL_COLUMNS - 1 - NUMBER_COLUMNS, .low = log(axis.low), .high = log(axis.high)};
    canvas.cells = mem_alloc((size_t)canvas.width, sizeof *canvas.cells);
    text_add(text,
             "\nspeedup with 95%% interval (\xe2\x96\xb2 faster, \xe2\x96\xbc slower, \xe2\x97\x8b no verdict)\n");
    add_forest(text, input, &canvas);
    add_axis(text, &canvas);
    text_add(text, "\ndistribution of the paired ratios, and their median\n");
    add_distributions(text, input, &canvas);
    add_axis(text, &canvas);
    free(canvas.cells);
}
