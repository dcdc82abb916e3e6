/* explain: speedup against what should cause it, one dot per workload. */
#include "plot.h"

#include "escape.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    PANELS = 3,
    PANEL_PIXELS = 250,
    GAP_PIXELS = 60,
    CHARACTER_PIXELS = 6,
    LINE_PIXELS = 12,
    REACH_LINES = 14,
    CROWD = 40
};

static const char *const panel_labels[PANELS] = {"calls per second on the baseline, millions",
                                                 "materializations per call", "FrameObjects saved per call"};

typedef struct Dot {
    char *label;
    double cause[PANELS], effect;
} Dot;

static size_t gather(const PlotInput *input, Dot *dots, PlotAxis *axis)
{
    size_t count = 0;
    for (size_t i = 0; i < input->comparison->n_workloads; i++) {
        const WorkloadComparison *c = &input->comparison->workloads[input->order[i]];
        size_t side = input->comparison->side;
        double calls = plot_exact(c->workload, 0, "pushes");
        double saved = plot_exact(c->workload, 0, "frameobjs_made") - plot_exact(c->workload, side, "frameobjs_made");
        if (!plot_is_drawn(c) || !(calls > 0.0) || !isfinite(saved) || !(c->per_call[SIDE_A] > 0.0))
            continue;
        dots[count] = (Dot){.label = plot_label(c),
                            .cause = {1e3 * calls / c->per_call[SIDE_A],
                                      plot_exact(c->workload, side, "materializations") / calls, saved / calls},
                            .effect = exp(c->estimate.point)};
        plot_axis_add(axis, c->estimate.point);
        count++;
    }
    return count;
}

/* A panel in pixels, its origin at the lower left, and what is on it already. */
typedef struct Box {
    double x, y, width, height;
} Box;

typedef struct Panel {
    const PlotAxis *axis; /* of speedups, upwards */
    double low, high;     /* of the cause, across */
    double width;
    Box *boxes;
    size_t n_boxes, n_dots;
} Panel;

static double pixel_up(const Panel *panel, double effect)
{
    const PlotAxis *axis = panel->axis;
    return PANEL_PIXELS * (plot_axis_is_log(axis) ? log(effect / axis->low) / log(axis->high / axis->low)
                                                  : (effect - axis->low) / (axis->high - axis->low));
}

static double effect_at(const Panel *panel, double y)
{
    const PlotAxis *axis = panel->axis;
    double share = y / PANEL_PIXELS;
    return plot_axis_is_log(axis) ? axis->low * pow(axis->high / axis->low, share)
                                  : axis->low + share * (axis->high - axis->low);
}

static double pixel_across(const Panel *panel, double cause)
{
    return (cause - panel->low) / (panel->high - panel->low) * panel->width;
}

static double cause_at(const Panel *panel, double x)
{
    return panel->low + x / panel->width * (panel->high - panel->low);
}

static bool is_free(const Panel *panel, Box box)
{
    if (box.x < 0.0 || box.x + box.width > panel->width || box.y < 0.0 || box.y + box.height > PANEL_PIXELS)
        return false;
    for (size_t i = 0; i < panel->n_boxes; i++) {
        const Box *other = &panel->boxes[i];
        if (box.x < other->x + other->width && other->x < box.x + box.width && box.y < other->y + other->height &&
            other->y < box.y + box.height)
            return false;
    }
    return true;
}

/* The free place for a label nearest to its dot, right of it before left; false where there is none. In a crowd only
 * beside the dot: lines to far labels would be a thicket. */
static bool find_place(const Panel *panel, double x, double y, double width, Box *place, bool *is_left)
{
    bool is_crowded = panel->n_dots > CROWD;
    for (int far = 0; far < (is_crowded ? 1 : 3); far++)
        for (int step = 0; step <= (is_crowded ? 2 : 2 * REACH_LINES); step++)
            for (int left = 0; left < 2; left++) {
                int half_lines = step % 2 == 0 ? step / 2 : -((step + 1) / 2);
                double up = half_lines * (LINE_PIXELS / 2.0);
                double across = fabs(up) > LINE_PIXELS || far > 0 ? 16.0 + 60.0 * far : 8.0;
                *place = (Box){left ? x - across - width : x + across, y + up - LINE_PIXELS / 2.0, width, LINE_PIXELS};
                *is_left = left;
                if (is_free(panel, *place))
                    return true;
            }
    return false;
}

static void add_set(Picture *picture, const char *what, int panel, const char *columns, Text *rows, const char *style)
{
    if (rows->length > 0) {
        char *set = mem_format("%s%d", what, panel + 1);
        picture_data(picture, set, columns);
        text_add_bytes(&picture->data, text_string(rows), rows->length);
        picture_element(picture, set, "%s", style);
        free(set);
    }
    text_free(rows);
}

/* The dots, each with its label where there is room and a line to it where that is not beside it; returns how many have
 * none. */
static size_t add_panel(Picture *picture, const Dot *dots, size_t count, int number, Panel *panel)
{
    Text points = {0};
    Text lines = {0};
    Text labels[2] = {{0}, {0}};
    size_t unlabelled = 0;
    panel->boxes = mem_alloc(2 * count + 1, sizeof *panel->boxes);
    panel->boxes[panel->n_boxes++] = (Box){0.0, pixel_up(panel, 1.0) - 1.0, panel->width, 2.0};
    for (size_t i = 0; i < count; i++) {
        text_add(&points, "%.7g\t%.7g\n", dots[i].cause[number], dots[i].effect);
        panel->boxes[panel->n_boxes++] =
            (Box){pixel_across(panel, dots[i].cause[number]) - 4.0, pixel_up(panel, dots[i].effect) - 4.0, 8.0, 8.0};
    }
    for (size_t i = 0; i < count; i++) {
        double x = pixel_across(panel, dots[i].cause[number]);
        double y = pixel_up(panel, dots[i].effect);
        Box place;
        bool is_left;
        if (!find_place(panel, x, y, 3.0 + (double)text_columns(dots[i].label) * CHARACTER_PIXELS, &place, &is_left)) {
            unlabelled++;
            continue;
        }
        panel->boxes[panel->n_boxes++] = place;
        double anchor = is_left ? place.x + place.width : place.x;
        double middle = place.y + LINE_PIXELS / 2.0;
        text_add(&labels[is_left], "%.7g\t%.7g\t", cause_at(panel, anchor), effect_at(panel, middle));
        escape_cell(&labels[is_left], dots[i].label);
        text_add(&labels[is_left], "\n");
        if (fabs(anchor - x) > 9.0)
            text_add(&lines, "%.7g\t%.7g\n%.7g\t%.7g\n\n", dots[i].cause[number], dots[i].effect,
                     cause_at(panel, anchor + (is_left ? 2.0 : -2.0)), effect_at(panel, middle));
    }
    add_set(picture, "lines", number, "cause\tspeedup", &lines,
            "using 1:2 with lines linewidth 0.7 linecolor rgb muted");
    add_set(picture, "dots", number, "cause\tspeedup", &points,
            "using 1:2 with points pointtype 7 pointsize 0.8*dot linecolor rgb series2");
    add_set(picture, "right", number, "cause\tspeedup\tworkload", &labels[0],
            "using 1:2:3 with labels left font ',10' textcolor rgb ink");
    add_set(picture, "left", number, "cause\tspeedup\tworkload", &labels[1],
            "using 1:2:3 with labels right font ',10' textcolor rgb ink");
    free(panel->boxes);
    return unlabelled;
}

bool plot_explain(Picture *picture, const PlotInput *input)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    Dot *dots = mem_alloc(input->comparison->n_workloads, sizeof *dots);
    size_t count = gather(input, dots, &axis);
    if (count == 0) {
        free(dots);
        return picture_absent(
            picture, "the file holds no counts of calls; they come from the stats builds (make VARIANT=stats)");
    }
    picture->height = PANELS * PANEL_PIXELS + (PANELS - 1) * GAP_PIXELS;
    picture->left = 76;
    plot_title(picture, input, "speedup against what should explain it");
    plot_small_print(picture, input,
                     "Calls, materializations and FrameObjects are exact counts of the stats builds, which are never "
                     "timed. Estimates "
                     "without their intervals, which the forest shows.");
    plot_axis_commands(&picture->setup, &axis, 'y');
    text_add(&picture->setup, "        set multiplot\n        set grid xtics ytics linecolor rgb rule linetype 1\n");
    plot_axis_label(&picture->setup, input, "y");
    size_t unlabelled = 0;
    for (int panel = 0; panel < PANELS; panel++) {
        double low = 0.0;
        double high = 0.0;
        for (size_t i = 0; i < count; i++) {
            low = fmin(low, dots[i].cause[panel]);
            high = fmax(high, dots[i].cause[panel]);
        }
        double pad = high > low ? 0.06 * (high - low) : 0.5;
        int offset = panel * (PANEL_PIXELS + GAP_PIXELS);
        picture_panel(picture);
        text_add(
            &picture->plots,
            "%s        set tmargin at screen top - %d / height\n        set bmargin at screen top - %d / height\n"
            "        set xlabel '%s'\n        set format x '%%g'\n        set xrange [%.6g:%.6g]\n        unset arrow\n"
            "        set arrow 1 from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb ink\n",
            panel > 0 ? "        unset label\n" : "", offset, offset + PANEL_PIXELS, panel_labels[panel], low - pad,
            high + pad);
        Panel drawn = {.axis = &axis,
                       .n_dots = count,
                       .low = low - pad,
                       .high = high + pad,
                       .width = PICTURE_WIDTH - picture->left - picture->right};
        size_t without = add_panel(picture, dots, count, panel, &drawn);
        unlabelled = without > unlabelled ? without : unlabelled;
    }
    text_add(&picture->subtitle, "one dot per workload");
    if (unlabelled > 0)
        text_add(&picture->subtitle, "; up to %zu of %zu have no room for their label", unlabelled, count);
    for (size_t i = 0; i < count; i++)
        free(dots[i].label);
    free(dots);
    return true;
}
