#include "plot.h"

#include "mem.h"
#include "table.h"
#include "text.h"
#include "wording.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROW_PIXELS = 27, MARGIN_PIXELS = 165, WIDTH_PIXELS = 980, GNUPLOT_MISSING = 127 };

/* 0xAARRGGBB with gnuplot's alpha (0 is opaque): blue and orange are told apart by every kind of eye. */
enum {
    COLOR_FASTER = 0x1f6fb2,
    COLOR_SLOWER = 0xd55e00,
    COLOR_UNCLEAR = 0x7a7f87,
    COLOR_GEOMEAN = 0x111827,
};

#define ALPHA_BLOCKS   UINT32_C(0x90000000)
#define LOG_SCALE_FROM 3.0

/* ---- data ---- */

/* Text from a file, made safe for a cell of a tab-separated file. */
static void add_cell(Text *text, const char *value)
{
    for (; *value != '\0'; value++)
        text_add(text, "%c", (unsigned char)*value < ' ' || *value == 0x7f || *value == '"' ? '?' : *value);
}

/* A gnuplot string in single quotes, in which nothing is special but the quote itself. */
static void add_quoted(Text *text, const char *value)
{
    text_add(text, "'");
    for (; *value != '\0'; value++) {
        if (*value == '\'')
            text_add(text, "'");
        text_add(text, "%c", (unsigned char)*value < ' ' ? '?' : *value);
    }
    text_add(text, "'");
}

static unsigned color_of(Verdict verdict)
{
    return verdict == VERDICT_FASTER ? COLOR_FASTER : verdict == VERDICT_SLOWER ? COLOR_SLOWER : COLOR_UNCLEAR;
}

/* y, label, speedup, low, high, color, text; the interval collapses to the point where there is none. */
static void add_row(Text *text, int y, const char *label, double point, double low, double high, unsigned color)
{
    text_add(text, "%d\t", y);
    add_cell(text, label);
    text_add(text, "\t%.9g\t%.9g\t%.9g\t%u\t", exp(point), exp(isfinite(low) ? low : point),
             exp(isfinite(high) ? high : point), color);
    wording_speedup(text, point);
    text_add(text, "  ");
    wording_interval(text, low, high);
    text_add(text, "\n");
}

static void add_workload_row(Text *text, int y, const WorkloadComparison *c)
{
    char *label = mem_format("%s%s", c->workload->name, c->workload->control ? " *" : "");
    add_row(text, y, label, c->estimate.point, c->estimate.low, c->estimate.high, color_of(c->verdict));
    free(label);
}

/* What the axis must hold, and where the rows are. */
typedef struct Frame {
    int rows;
    double low, high;
    size_t label_columns;
    bool has_geomean;
} Frame;

static void widen(Frame *frame, double low, double high)
{
    if (isfinite(low))
        frame->low = fmin(frame->low, exp(low));
    if (isfinite(high))
        frame->high = fmax(frame->high, exp(high));
}

static bool is_drawn(const WorkloadComparison *c)
{
    return c->verdict != VERDICT_FAILED && isfinite(c->estimate.point);
}

static Frame measure(const Comparison *comparison)
{
    Frame frame = {.low = 1.0,
                   .high = 1.0,
                   .label_columns = strlen("geometric mean"),
                   .has_geomean = comparison->suite.n_workloads > 0};
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (!is_drawn(c))
            continue;
        frame.rows++;
        size_t columns = text_columns(c->workload->name) + (c->workload->control ? 2 : 0);
        frame.label_columns = columns > frame.label_columns ? columns : frame.label_columns;
        widen(&frame, c->estimate.point, c->estimate.point);
        widen(&frame, c->estimate.low, c->estimate.high);
    }
    widen(&frame, comparison->suite.low, comparison->suite.high);
    double pad = fmax(0.06 * (frame.high - frame.low), 0.005);
    frame.low = fmax(frame.low - pad, frame.low / 2.0);
    frame.high += pad;
    return frame;
}

/* Three data sets: the mean, the workloads, and every block's speedup as a faint point. Rows count from the bottom. */
static void write_data(Text *text, const Comparison *comparison, const size_t *order, const Frame *frame)
{
    text_add(text, "# row\tlabel\tspeedup\tlow\thigh\tcolor\ttext\n");
    int y = frame->rows;
    if (frame->has_geomean)
        add_row(text, y + 1, "geometric mean", comparison->suite.geomean, comparison->suite.low, comparison->suite.high,
                COLOR_GEOMEAN);
    text_add(text, "\n\n# row\tlabel\tspeedup\tlow\thigh\tcolor\ttext\n");
    for (size_t i = 0; i < comparison->n_workloads; i++)
        if (is_drawn(&comparison->workloads[order[i]]))
            add_workload_row(text, y--, &comparison->workloads[order[i]]);
    text_add(text, "\n\n# row\tspeedup of one block\tcolor\n");
    y = frame->rows;
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[order[i]];
        if (!is_drawn(c))
            continue;
        for (size_t b = 0; b < c->n_blocks; b++)
            text_add(text, "%d\t%.9g\t%u\n", y, exp(c->d[b]), (unsigned)ALPHA_BLOCKS | color_of(c->verdict));
        y--;
    }
}

/* ---- script ---- */

static void write_titles(Text *text, const Comparison *comparison)
{
    const Result *result = comparison->result;
    Text line = {0};
    text_add(&line, "%s against %s: speedup by workload, with 95%% interval", compare_side(comparison, SIDE_B)->name,
             compare_side(comparison, SIDE_A)->name);
    text_add(text, "set label 1 ");
    add_quoted(text, text_string(&line));
    text_add(text, " at screen 0.02, screen TITLE_Y left font ',15' noenhanced\n");
    text_free(&line);

    wording_closing(&line, comparison);
    text_add(text, "set label 2 ");
    add_quoted(text, text_string(&line));
    text_add(text, " at screen 0.02, screen SUBTITLE_Y left textcolor rgb '#4b5563' noenhanced\n");
    text_free(&line);

    text_add(&line, "%s time; %s; %s; %.10s; commit %s", comparison->metric_name,
             facts_text(result_machine(result), "host", "unknown host"),
             facts_text(result_machine(result), "cpu_model", "unknown CPU"), result->created, result->commit);
    text_add(text, "set label 3 ");
    add_quoted(text, text_string(&line));
    text_add(text, " at screen 0.02, screen FOOT_Y left font ',10' textcolor rgb '#6b7280' noenhanced\n");
    text_free(&line);

    text_add(&line, "← %s slower      speedup      %s faster →", compare_side(comparison, SIDE_B)->name, compare_side(comparison, SIDE_B)->name);
    text_add(text, "set xlabel ");
    add_quoted(text, text_string(&line));
    text_add(text, " noenhanced\n");
    text_free(&line);
}

static void write_axes(Text *text, const Frame *frame)
{
    text_add(text,
             "set encoding utf8\n"
             "set datafile separator \"\\t\"\n"
             "unset key\n"
             "set border 1 linecolor rgb '#9ca3af'\n"
             "set tics nomirror out scale 0.5\n"
             "set xtics textcolor rgb '#374151'\n"
             "set ytics scale 0 textcolor rgb '#111827'\n"
             "set grid xtics linecolor rgb '#e5e7eb' linewidth 1\n"
             "set lmargin %zu\n"
             "set rmargin 25\n"
             "set tmargin 5.5\n"
             "set bmargin 5\n",
             frame->label_columns + 3);
    if (frame->high / frame->low > LOG_SCALE_FROM)
        text_add(text, "set logscale x 2\n");
    text_add(text, "set format x '%%gx'\nset xrange [%.9g:%.9g]\nset yrange [0.3:%d.7]\n", frame->low, frame->high,
             frame->rows + (frame->has_geomean ? 1 : 0));
    text_add(
        text,
        "set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead linecolor rgb '#374151' linewidth 1.5 back\n");
    if (frame->has_geomean && frame->rows > 0)
        text_add(text,
                 "set arrow 2 from graph 0, first %d.5 to graph 1, first %d.5 nohead linecolor rgb '#d1d5db' back\n",
                 frame->rows, frame->rows);
}

/* Blocks below, then the workloads, then the mean as a larger diamond; numbers stand right of the frame. */
static void write_plot(Text *text, const char *data, const Frame *frame)
{
    text_add(text, "data = ");
    add_quoted(text, data);
    text_add(
        text,
        "\nplot data index 2 using 2:($1-0.26):3 with points pointtype 7 pointsize 0.35 linecolor rgb variable, \\\n"
        "     data index 1 using 3:1:4:5:6:ytic(2) with xerrorbars pointtype 7 pointsize 1.0 linewidth 2 "
        "linecolor rgb variable, \\\n"
        "     data index 1 using (%.9g):1:7 with labels left offset 1,0 textcolor rgb '#374151' noenhanced",
        frame->high);
    if (frame->has_geomean)
        text_add(text,
                 ", \\\n     data index 0 using 3:1:4:5:6:ytic(2) with xerrorbars pointtype 13 pointsize 1.8 "
                 "linewidth 2.5 linecolor rgb variable, \\\n"
                 "     data index 0 using (%.9g):1:7 with labels left offset 1,0 textcolor rgb '#111827' noenhanced",
                 frame->high);
    text_add(text, "\n");
}

static void write_script(Text *text, const Comparison *comparison, const char *base, const Frame *frame)
{
    int height = MARGIN_PIXELS + ROW_PIXELS * (frame->rows + 1);
    char *data = mem_format("%s-forest.tsv", base);
    text_add(text, "# Draw it again: gnuplot %s-forest.gp (in this folder)\n", base);
    text_add(text, "TITLE_Y = 1 - 22.0 / %d\nSUBTITLE_Y = 1 - 46.0 / %d\nFOOT_Y = 14.0 / %d\n", height, height, height);
    write_axes(text, frame);
    write_titles(text, comparison);
    text_add(text, "set terminal svg size %d,%d dynamic noenhanced font 'Arial,13' background '#ffffff'\nset output ",
             WIDTH_PIXELS, height);
    char *svg = mem_format("%s-forest.svg", base);
    char *png = mem_format("%s-forest.png", base);
    add_quoted(text, svg);
    text_add(text, "\n");
    write_plot(text, data, frame);
    text_add(text, "set terminal pngcairo size %d,%d noenhanced font 'Sans,11' background '#ffffff'\nset output ",
             WIDTH_PIXELS, height);
    add_quoted(text, png);
    text_add(text, "\nreplot\nunset output\n");
    free(svg);
    free(png);
    free(data);
}

/* ---- files and gnuplot ---- */

static int write_text(const char *folder, const char *base, const char *suffix, const Text *text, Error *error)
{
    char *path = mem_format("%s/%s-forest.%s", folder, base, suffix);
    FILE *file = fopen(path, "we");
    int status = 0;
    if (file == NULL || fwrite(text_string(text), 1, text->length, file) != text->length)
        status = error_set(error, "%s: %s; choose another folder with --out", path, strerror(errno));
    if (file != NULL && fclose(file) != 0 && status == 0)
        status = error_set(error, "%s: %s; make room there", path, strerror(errno));
    free(path);
    return status;
}

static int run_gnuplot(const char *folder, const char *base, bool *drawn, Error *error)
{
    char *script = mem_format("./%s-forest.gp", base);
    pid_t pid = fork();
    if (pid == 0) {
        if (chdir(folder) != 0)
            _exit(1);
        execlp("gnuplot", "gnuplot", script, (char *)NULL);
        _exit(GNUPLOT_MISSING);
    }
    int ended = 0;
    int status = 0;
    if (pid < 0)
        status =
            error_set(error, "cannot start gnuplot: %s; end other programs, or raise 'ulimit -u'", strerror(errno));
    else
        while (waitpid(pid, &ended, 0) < 0 && errno == EINTR)
            ;
    *drawn = pid > 0 && WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
    if (status == 0 && !*drawn && !(WIFEXITED(ended) && WEXITSTATUS(ended) == GNUPLOT_MISSING))
        status = error_set(error, "gnuplot failed on %s/%s; run it by hand to see why", folder, script + 2);
    free(script);
    return status;
}

int plot_forest(const Comparison *comparison, const char *folder, const char *base, bool *drawn, Error *error)
{
    Text data = {0};
    Text script = {0};
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    Frame frame = measure(comparison);
    *drawn = false;
    int status;
    if (frame.rows == 0) {
        status = error_set(error, "there is no measured workload to draw; run the measurement again");
        goto out;
    }
    table_order(comparison, order);
    write_data(&data, comparison, order, &frame);
    write_script(&script, comparison, base, &frame);
    status = write_text(folder, base, "tsv", &data, error);
    if (status == 0)
        status = write_text(folder, base, "gp", &script, error);
    if (status == 0)
        status = run_gnuplot(folder, base, drawn, error);
out:
    free(order);
    text_free(&data);
    text_free(&script);
    return status;
}
