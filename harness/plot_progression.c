/* progression: the values in the order in which they were measured: where the machine drifted, and whether both sides
 * did. */
#include "plot.h"

#include "compare_values.h"
#include "escape.h"
#include "mem.h"
#include "stats.h"

#include <math.h>
#include <stdlib.h>

enum { ACROSS = 3, SHOWN_MAX = 24, PANEL_PIXELS = 118, GAP_PIXELS = 52, GAP_ACROSS = 52, WINDOW = 15 };

typedef struct Chosen {
    size_t index; /* into the comparison's workloads */
    double drift; /* spread of the baseline's block medians */
} Chosen;

static int by_drift(const void *a, const void *b)
{
    double x = ((const Chosen *)a)->drift;
    double y = ((const Chosen *)b)->drift;
    return (x < y) - (x > y);
}

static size_t choose(const PlotInput *input, Chosen *chosen)
{
    size_t count = 0;
    for (size_t i = 0; i < input->comparison->n_workloads; i++) {
        const WorkloadComparison *c = &input->comparison->workloads[input->order[i]];
        if (plot_is_drawn(c) && c->n_blocks > 0)
            chosen[count++] = (Chosen){input->order[i], isfinite(c->noise.raw[SIDE_A]) ? c->noise.raw[SIDE_A] : 0.0};
    }
    if (count > SHOWN_MAX) {
        qsort(chosen, count, sizeof *chosen, by_drift);
        count = SHOWN_MAX;
    }
    return count;
}

/* All values of one side, in order, as per cent off their median; whether each was measured first of its pair. */
typedef struct Track {
    double *off;
    bool *first;
    size_t n;
} Track;

static Track take_track(const Block **blocks, size_t n_blocks, int arm, View view)
{
    Track track = {0};
    size_t side = arm == SIDE_A ? 0 : view.side;
    size_t other = arm == SIDE_A ? view.side : 0;
    for (size_t b = 0; b < n_blocks; b++) {
        const SideSamples *samples = &blocks[b]->sides[side];
        track.off = mem_resize(track.off, track.n + samples->n_values, sizeof *track.off);
        track.first = mem_resize(track.first, track.n + samples->n_values, sizeof *track.first);
        for (size_t i = 0; i < samples->n_values; i++) {
            track.first[track.n] = result_goes_before(blocks[b], i, side, other);
            track.off[track.n++] = values_reading(samples, i, view.metric);
        }
    }
    double centre = track.n > 0 ? stats_median(track.off, track.n) : NAN;
    for (size_t i = 0; i < track.n; i++)
        track.off[i] = 100.0 * (track.off[i] / centre - 1.0);
    return track;
}

static void add_values(Picture *picture, size_t panel, const Track *track, int arm, double limit)
{
    static const char *const colors[] = {"series3", "series2"};
    char *set = mem_format("values%zu%c", panel, 'a' + arm);
    picture_data(picture, set, "number\toff its median, %\tfirst of its pair\tmoving median");
    for (size_t i = 0; i < track->n; i++) {
        size_t from = i > WINDOW / 2 ? i - WINDOW / 2 : 0;
        size_t to = i + WINDOW / 2 < track->n ? i + WINDOW / 2 : track->n - 1;
        text_add(&picture->data, "%zu\t%.4g\t%d\t%.4g\n", i, fmin(fmax(track->off[i], -limit), limit), track->first[i],
                 fmin(fmax(stats_median(track->off + from, to - from + 1), -limit), limit));
    }
    const char *color = colors[arm];
    picture_element(picture, set, "using 1:2 with points pointtype %d pointsize 0.25*dot linecolor rgb %s notitle",
                    arm == SIDE_A ? 4 : 7, color);
    picture_element(picture, set, "using 1:4 with lines linewidth 1.6%s linecolor rgb %s notitle",
                    arm == SIDE_A ? " dashtype (5,2)" : "", color);
    free(set);
}

/* Which values went first, as a rug; and the marks of disturbed blocks. */
static void add_rugs(Picture *picture, size_t panel, const Track *b, const Block **blocks, size_t n_blocks,
                     double limit)
{
    char *set = mem_format("order%zu", panel);
    picture_data(picture, set, "number\tof a pair in which the baseline went first");
    bool any = false;
    for (size_t i = 0; i < b->n; i++)
        if (!b->first[i]) {
            text_add(&picture->data, "%zu\t%.4g\n", i, -1.12 * limit);
            any = true;
        }
    if (!any)
        text_add(&picture->data, "0\t%.4g\n", -1.12 * limit);
    picture_element(picture, set, "using 1:2 with points pointtype 7 pointsize 0.12*dot linecolor rgb muted notitle");
    free(set);
    Text marks = {0};
    size_t at = 0;
    for (size_t k = 0; k < n_blocks; k++) {
        if (blocks[k]->n_marks > 0)
            text_add(&marks, "%zu\t%.4g\n", at, 1.1 * limit);
        at += blocks[k]->sides[0].n_values;
    }
    if (marks.length > 0) {
        set = mem_format("marks%zu", panel);
        picture_data(picture, set, "number of the block's first value\theight");
        text_add_bytes(&picture->data, text_string(&marks), marks.length);
        picture_element(picture, set,
                        "using 1:2 with points pointtype 2 pointsize 0.5*dot linecolor rgb slower notitle");
        free(set);
    }
    text_free(&marks);
}

/* The legend of all panels: an empty plot as wide as the picture. */
static void add_legend(Picture *picture, const PlotInput *input)
{
    text_add(&picture->setup, "        set multiplot\n        unset border\n        unset tics\n        unset grid\n"
                              "        set xrange [0:1]\n        set yrange [0:1]\n");
    static const char *const styles[] = {"dashtype (5,2) linecolor rgb series3", "linecolor rgb series2"};
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        Text title = {0};
        char *name = escape_shorten(compare_side(input->comparison, arm)->name, 20);
        escape_gnuplot(&title, name);
        picture_function(picture, "NaN with linespoints pointtype %d pointsize 0.5*dot linewidth 1.6 %s title %s",
                         arm == SIDE_A ? 4 : 7, styles[arm], text_string(&title));
        text_free(&title);
        free(name);
    }
    picture_function(picture,
                     "NaN with points pointtype 7 pointsize 0.25*dot linecolor rgb muted title 'baseline went first'");
    picture_function(
        picture,
        "NaN with points pointtype 2 pointsize 0.6*dot linecolor rgb slower title 'steal, migration, frequency'");
    picture_panel(picture);
    text_add(&picture->plots, "        unset label\n        unset key\n        set border 1 linecolor rgb muted\n"
                              "        set xtics nomirror out scale 0.5 font ',10' textcolor rgb ink noenhanced\n"
                              "        set ytics nomirror out scale 0.5 font ',10' textcolor rgb ink noenhanced\n"
                              "        set format x '%%g'\n        set format y '%%g%%%%'\n"
                              "        set grid xtics ytics linecolor rgb rule linewidth 1 linetype 1\n");
}

static double limit_of(const Track *a, const Track *b)
{
    double limit = 0.5;
    const Track *const tracks[] = {a, b};
    for (int t = 0; t < 2; t++) {
        double *size = mem_alloc(tracks[t]->n, sizeof *size);
        for (size_t i = 0; i < tracks[t]->n; i++)
            size[i] = fabs(tracks[t]->off[i]);
        plot_sort(size, tracks[t]->n);
        if (tracks[t]->n > 0)
            limit = fmax(limit, 1.1 * plot_quantile(size, tracks[t]->n, 0.99));
        free(size);
    }
    return limit;
}

/* Titles of the axes only where nothing is below or to the left. */
static void add_axis_titles(Text *plots, size_t panel, size_t count)
{
    text_add(plots, "        set xlabel '%s' font ',10' offset 0,0.4\n        set ylabel '%s' font ',10' offset 1,0\n",
             panel + ACROSS >= count ? "number of the value" : "", panel % ACROSS == 0 ? "off its median" : "");
}

static void add_panel(Picture *picture, const PlotInput *input, const WorkloadComparison *c, size_t panel, size_t count)
{
    const Block **blocks = NULL;
    View view = plot_view(input);
    size_t n_blocks = values_counting_blocks(c->workload, view, &blocks);
    Track a = take_track(blocks, n_blocks, SIDE_A, view);
    Track b = take_track(blocks, n_blocks, SIDE_B, view);
    double limit = limit_of(&a, &b);
    double width = (double)(PICTURE_WIDTH - picture->left - picture->right - (ACROSS - 1) * GAP_ACROSS) / ACROSS;
    double left = picture->left + (double)(panel % ACROSS) * (width + GAP_ACROSS);
    int y = (int)(panel / ACROSS) * (PANEL_PIXELS + GAP_PIXELS);
    char *label = plot_label(c);
    picture_panel(picture);
    text_add(&picture->plots,
             "        set lmargin at screen %.5f\n        set rmargin at screen %.5f\n"
             "        set tmargin at screen top - %d / height\n        set bmargin at screen top - %d / height\n"
             "        set title ",
             left / PICTURE_WIDTH, (left + width) / PICTURE_WIDTH, y + 16, y + 16 + PANEL_PIXELS);
    escape_gnuplot(&picture->plots, label);
    text_add(&picture->plots,
             " noenhanced font ',11' offset 0,-0.6 textcolor rgb ink\n        set yrange [%.4g:%.4g]\n        set "
             "xrange [-1:%zu]\n",
             -1.25 * limit, 1.25 * limit, (a.n > b.n ? a.n : b.n) + 1);
    add_axis_titles(&picture->plots, panel, count);
    picture_function(picture, "0 with lines linecolor rgb rule notitle");
    if (a.n > 0 && b.n > 0) {
        add_values(picture, panel, &a, SIDE_A, limit);
        add_values(picture, panel, &b, SIDE_B, limit);
        add_rugs(picture, panel, &b, blocks, n_blocks, limit);
    }
    free(label);
    free(a.off);
    free(a.first);
    free(b.off);
    free(b.first);
    free(blocks);
}

bool plot_progression(Picture *picture, const PlotInput *input)
{
    if (input->metric >= METRIC_EXACT)
        return picture_absent(picture, "exact counts have no course");
    Chosen *chosen = mem_alloc(input->comparison->n_workloads, sizeof *chosen);
    size_t count = choose(input, chosen);
    if (count == 0) {
        free(chosen);
        return picture_absent(picture, "no workload was measured on both sides");
    }
    size_t down = (count + ACROSS - 1) / ACROSS;
    picture->height = (int)down * (PANEL_PIXELS + GAP_PIXELS) - GAP_PIXELS / 2;
    picture->left = 62;
    picture->has_key = true;
    plot_title(picture, input, "values in the order of measuring");
    text_add(&picture->subtitle, "points: values; lines: moving median of %d%s", WINDOW,
             count == SHOWN_MAX && input->comparison->n_workloads > SHOWN_MAX ? "; the 24 workloads that drift most"
                                                                              : "");
    plot_small_print(
        picture, input,
        "Each side against its own median. Dots at the foot: pairs in which the baseline went first. Crosses on top: "
        "blocks with marks. No interval is shown. Where both lines move together the machine drifted, and pairs are "
        "not harmed.");
    add_legend(picture, input);
    for (size_t i = 0; i < count; i++)
        add_panel(picture, input, &input->comparison->workloads[chosen[i].index], i, count);
    free(chosen);
    return true;
}
