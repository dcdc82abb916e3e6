/* explain: speedup against what should cause it, one dot per workload. */
#include "plot.h"

#include "escape.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PANELS = 3, PANEL_PIXELS = 220, GAP_PIXELS = 60, CHARACTER_PIXELS = 6, LINE_PIXELS = 12 };

static const char *const panel_labels[PANELS] = {"calls per second on the baseline, millions", "materializations per call",
                                                 "FrameObjects saved per call"};

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

/* Pixel boxes of what is on a panel already. */
typedef struct Box {
    double x, y, width, height;
} Box;

static bool collides(const Box *boxes, size_t n, Box box)
{
    for (size_t i = 0; i < n; i++)
        if (box.x < boxes[i].x + boxes[i].width && boxes[i].x < box.x + box.width && box.y < boxes[i].y + boxes[i].height &&
            boxes[i].y < box.y + box.height)
            return true;
    return false;
}

/* Adds each dot, with its label right or left of it where there is room: x, effect, label, side (1 right, 2 left, 0 none). */
static void add_panel(Picture *picture, const Dot *dots, size_t count, int panel, const PlotAxis *axis, double low, double high)
{
    Box *boxes = mem_alloc(2 * count, sizeof *boxes);
    size_t placed = 0;
    double width = PICTURE_WIDTH - picture->left - picture->right;
    bool is_log = plot_axis_is_log(axis);
    char set[2][16] = {"right0", "left0"};
    Text rows[2] = {{0}, {0}};
    Text bare = {0};
    set[0][5] = set[1][4] = (char)('1' + panel);
    for (size_t i = 0; i < count; i++) {
        double share = is_log ? log(dots[i].effect / axis->low) / log(axis->high / axis->low)
                              : (dots[i].effect - axis->low) / (axis->high - axis->low);
        boxes[placed++] = (Box){(dots[i].cause[panel] - low) / (high - low) * width - 4, share * PANEL_PIXELS - 4, 8, 8};
    }
    for (size_t i = 0; i < count; i++) {
        double label = (double)text_columns(dots[i].label) * CHARACTER_PIXELS;
        Box dot = boxes[i];
        Box right = {dot.x + 9, dot.y - 2, label, LINE_PIXELS};
        Box left = {dot.x - 1 - label, dot.y - 2, label, LINE_PIXELS};
        int where = !collides(boxes, placed, right) && right.x + label < width ? 0 : !collides(boxes, placed, left) && left.x > 0 ? 1 : -1;
        Text *row = where >= 0 ? &rows[where] : &bare;
        if (where >= 0)
            boxes[placed++] = where == 0 ? right : left;
        text_add(row, "%.7g\t%.7g\t", dots[i].cause[panel], dots[i].effect);
        escape_cell(row, dots[i].label);
        text_add(row, "\n");
    }
    for (int k = 0; k < 2; k++) {
        if (rows[k].length > 0) {
            picture_data(picture, set[k], "cause\tspeedup\tworkload");
            text_add_bytes(&picture->data, text_string(&rows[k]), rows[k].length);
            picture_element(picture, set[k], "using 1:2:3 with labels %s point pointtype 7 pointsize 0.8 linecolor rgb series2 offset %s,0 "
                            "font ',10' textcolor rgb ink", k == 0 ? "left" : "right", k == 0 ? "0.8" : "-0.8");
        }
        text_free(&rows[k]);
    }
    if (bare.length > 0) {
        char name[16] = "bare0";
        name[4] = (char)('1' + panel);
        picture_data(picture, name, "cause\tspeedup\tworkload");
        text_add_bytes(&picture->data, text_string(&bare), bare.length);
        picture_element(picture, name, "using 1:2 with points pointtype 7 pointsize 0.8 linecolor rgb series2");
    }
    text_free(&bare);
    free(boxes);
}

bool plot_explain(Picture *picture, const PlotInput *input)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    Dot *dots = mem_alloc(input->comparison->n_workloads, sizeof *dots);
    size_t count = gather(input, dots, &axis);
    if (count == 0) {
        free(dots);
        return picture_absent(picture, "the file holds no counts of calls; they come from the stats builds (make VARIANT=stats)");
    }
    picture->height = PANELS * PANEL_PIXELS + (PANELS - 1) * GAP_PIXELS;
    picture->left = 76;
    plot_title(picture, input, "speedup against what should explain it");
    text_add(&picture->subtitle, "one dot per workload; labels that would overlap are left out");
    plot_small_print(picture, input, "Calls, materializations and FrameObjects are exact counts of the stats builds, which are never timed. Estimates "
                                     "without their intervals, which the forest shows.");
    plot_axis_commands(&picture->setup, &axis, 'y');
    text_add(&picture->setup, "        set multiplot\n        set grid xtics ytics linecolor rgb rule linetype 1\n");
    plot_axis_label(&picture->setup, input, "y");
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
        text_add(&picture->plots,
                 "%s        set tmargin at screen top - %d / height\n        set bmargin at screen top - %d / height\n"
                 "        set xlabel '%s'\n        set xrange [%.6g:%.6g]\n        unset arrow\n"
                 "        set arrow 1 from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb ink\n",
                 panel > 0 ? "        unset label\n" : "", offset, offset + PANEL_PIXELS, panel_labels[panel], low - pad, high + pad);
        add_panel(picture, dots, count, panel, &axis, low - pad, high + pad);
    }
    for (size_t i = 0; i < count; i++)
        free(dots[i].label);
    free(dots);
    return true;
}
