/* counters: per workload the change of each counter and exact count, as a heat map with numbers. */
#include "plot.h"

#include "escape.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MAX = 12, HEADING_PIXELS = 96 };

typedef struct Column {
    const char *name;
    bool is_exact;
    size_t event;
} Column;

/* The exact counts that explain a change, in this order; the other ones are in the table of the report. */
static const char *const exact_names[] = {"instructions", "branches",    "branch_misses",   "data_refs",
                                          "LL_misses",    "allocations", "allocated_bytes", "frameobjs_made"};

static bool occurs(const Result *result, const char *name)
{
    for (size_t w = 0; w < result->n_workloads; w++)
        if (isfinite(plot_exact(&result->workloads[w], 0, name)))
            return true;
    return false;
}

static size_t choose_columns(const Result *result, Column *columns)
{
    size_t count = 0;
    for (size_t e = 0; e < result->n_events && count < 6; e++)
        if (strstr(result->events[e].name, "clock") == NULL)
            columns[count++] = (Column){.name = result->events[e].name, .event = e};
    for (size_t i = 0; i < sizeof exact_names / sizeof *exact_names && count < COLUMNS_MAX; i++)
        if (occurs(result, exact_names[i]))
            columns[count++] = (Column){.name = exact_names[i], .is_exact = true};
    return count;
}

static void read_cell(const PlotInput *input, const WorkloadComparison *c, const Column *column, double value[2])
{
    for (int arm = SIDE_A; arm <= SIDE_B; arm++)
        value[arm] = column->is_exact
                         ? plot_exact(c->workload, arm == SIDE_A ? 0 : input->comparison->side, column->name)
                     : c->counters != NULL && input->result->events[column->event].available
                         ? c->counters[column->event].per_call[arm]
                         : NAN;
}

/* Sorts a cell into known (with its shade, -1 … 1) and unknown. */
static void add_cell(Text *known, Text *unknown, size_t x, size_t y, const double value[2])
{
    if (!isfinite(value[SIDE_A]) || !isfinite(value[SIDE_B])) {
        text_add(unknown, "%zu\t%zu\n", x, y);
        return;
    }
    double change = value[SIDE_A] > 0.0 ? value[SIDE_B] / value[SIDE_A] - 1.0 : 0.0;
    double shade =
        fmin(fmax(value[SIDE_A] > 0.0 ? log((value[SIDE_B] + 1e-9) / value[SIDE_A]) / log(1.5) : 0.0, -1.0), 1.0);
    text_add(known, "%zu\t%zu\t%.4f\t", x, y, value[SIDE_A] <= 0.0 && value[SIDE_B] > 0.0 ? 1.0 : shade);
    if (value[SIDE_A] <= 0.0)
        text_add(known, value[SIDE_B] > 0.0 ? "from 0\n" : "0\n");
    else if (fabs(change) < 9.995)
        text_add(known, "%+.1f%%\n", 100.0 * change);
    else
        text_add(known, "%.0f\xc3\x97\n", 1.0 + change);
}

static void add_shades(Text *setup)
{
    text_add(setup, "        mix(a, b, s) = int(a + (b - a) * s)\n"
                    "        g = dark ? 0x16 : 0xff\n"
                    "        less(s) = mix(g, dark ? 0x1f : 0x6a, s) * 65536 + mix(dark ? 0x1b : 0xff, dark ? 0x5f : "
                    "0xae, s) * 256 + "
                    "mix(dark ? 0x22 : 0xff, dark ? 0xa8 : 0xe6, s)\n"
                    "        more(s) = mix(g, dark ? 0xa8 : 0xff, s) * 65536 + mix(dark ? 0x1b : 0xff, dark ? 0x55 : "
                    "0xa6, s) * 256 + "
                    "mix(dark ? 0x22 : 0xff, dark ? 0x18 : 0x66, s)\n"
                    "        shade(v) = v < 0 ? less(-v) : more(v)\n");
}

/* Pixels that the last heading, which leans to the right, needs beside the table. */
static int heading_overhang(const Column *last)
{
    size_t columns = text_columns(last->name) + last->is_exact;
    return 24 + 9 * (int)(columns < 19 ? columns : 19) / 2;
}

bool plot_counters(Picture *picture, const PlotInput *input)
{
    const Comparison *comparison = input->comparison;
    Column columns[COLUMNS_MAX];
    size_t count = choose_columns(input->result, columns);
    size_t rows = 0;
    size_t widest = 8;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        rows += plot_is_drawn(&comparison->workloads[w]);
    if (count == 0 || rows == 0)
        return picture_absent(picture, "the file holds neither counters nor exact counts");
    Text known = {0};
    Text unknown = {0};
    Text labels = {0};
    size_t y = rows;
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[input->order[i]];
        if (!plot_is_drawn(c))
            continue;
        char *label = plot_label(c);
        widest = text_columns(label) > widest ? text_columns(label) : widest;
        text_add(&labels, "%zu\t", y);
        escape_cell(&labels, label);
        text_add(&labels, "\t1\n");
        free(label);
        for (size_t x = 0; x < count; x++) {
            double value[2];
            read_cell(input, c, &columns[x], value);
            add_cell(&known, &unknown, x + 1, y, value);
        }
        y--;
    }
    picture->height = PICTURE_ROW * (int)rows + HEADING_PIXELS;
    picture->left = picture_label_pixels(widest);
    picture->right = heading_overhang(&columns[count - 1]);
    plot_title(picture, input, "change of counters per call");
    text_add(&picture->subtitle, "blue: less, orange: more; hatched: not to be had on this machine");
    plot_small_print(picture, input,
                     "Mean of the candidate against mean of the baseline, per call of the workload's function; = marks "
                     "exact counts, which "
                     "do not vary. Means without intervals; framebench compare --all-metrics has them.");
    add_shades(&picture->setup);
    text_add(&picture->setup,
             "        set bmargin at screen bottom - 40 / height\n        unset border\n        unset grid\n        "
             "unset xtics\n        set ytics scale 0\n        set yrange [0.4:%.4f]\n"
             "        set xrange [0.5:%zu.5]\n",
             (double)rows + 0.5 + (double)HEADING_PIXELS / PICTURE_ROW, count);
    for (size_t x = 0; x < count; x++) {
        char *name = escape_shorten(columns[x].name, 18);
        char *heading = mem_format("%s%s", columns[x].is_exact ? "=" : "", name);
        text_add(&picture->setup, "        set label %zu ", x + 1);
        escape_gnuplot(&picture->setup, heading);
        text_add(&picture->setup,
                 " at first %zu, first %zu.7 left rotate by 38 font ',11' textcolor rgb ink noenhanced\n", x + 1, rows);
        free(heading);
        free(name);
    }
    picture_data(picture, "labels", "row\tlabel\tone");
    text_add_bytes(&picture->data, text_string(&labels), labels.length);
    picture_element(picture, "labels", "using 3:1:ytic(2) with dots linecolor rgb ground");
    if (known.length > 0) {
        picture_data(picture, "known", "column\trow\tshade\tchange");
        text_add_bytes(&picture->data, text_string(&known), known.length);
        picture_element(
            picture, "known",
            "using 1:2:($1-0.48):($1+0.48):($2-0.46):($2+0.46):(shade($3)) with boxxyerror fillstyle solid 1 noborder "
            "linecolor rgb variable");
        picture_element(picture, "known", "using 1:2:4 with labels font ',11' textcolor rgb ink");
    }
    if (unknown.length > 0) {
        picture_data(picture, "unknown", "column\trow");
        text_add_bytes(&picture->data, text_string(&unknown), unknown.length);
        picture_element(picture, "unknown",
                        "using 1:2:($1-0.48):($1+0.48):($2-0.46):($2+0.46) with boxxyerror fillcolor rgb muted "
                        "fillstyle transparent pattern 4 border linecolor rgb rule");
    }
    text_free(&known);
    text_free(&unknown);
    text_free(&labels);
    return true;
}
