/* One picture: a gnuplot script with its data, in light and dark, as SVG and PNG. The only user of gnuplot.
 *
 * A picture is filled by one of the plot_*.c and then written: <folder>/<base>-<name>.{gp,tsv} and, where gnuplot is
 * installed, .svg, .png, -dark.svg and -dark.png. The script finds its data beside itself, so that `gnuplot x.gp` draws
 * it again anywhere.
 *
 * Colours in a script are words, for each of the two backgrounds another value: ground, ink, muted, rule, faster,
 * slower, unclear, series1 … series6 (told apart by every kind of eye, and never the only sign). */
#ifndef FRAMEBENCH_PICTURE_H
#define FRAMEBENCH_PICTURE_H

#include "error.h"
#include "text.h"

#include <stdbool.h>

enum { PICTURE_WIDTH = 800, PICTURE_ROW = 24, PICTURE_SERIES = 6 };

/* Zero-initialized, then filled; picture_free. */
typedef struct Picture {
    const char *name;
    int height;      /* pixels of the plotting area; titles and small print come on top */
    int left, right; /* margins beside it, pixels */
    int above;       /* more pixels above it, for labels */
    bool has_key;    /* a line for the legend above the plotting area */
    Text title;
    Text subtitle;
    Text small_print; /* one sentence a line */
    Text data;
    Text setup;        /* commands before plotting */
    Text plots;        /* the plot commands */
    bool plot_is_open; /* the last plot command can take more elements */
    Text absent;       /* why this picture cannot be drawn from this result */
    Text alt;          /* what it shows, for those who do not see it */
} Picture;

void picture_free(Picture *picture);

/* Says why there is nothing to draw; returns false, so that a drawing function can return it. */
bool picture_absent(Picture *picture, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Starts a set of data that the script calls by `name`; columns name what its tab-separated columns are. A set without
 * rows must not be plotted. */
void picture_data(Picture *picture, const char *name, const char *columns);

/* Starts a plot command: the first, or the next panel; `setup` are the commands before it. */
void picture_panel(Picture *picture);

/* Adds an element to the plot command: `using 2:1 with points …` of a data set. */
void picture_element(Picture *picture, const char *set, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The same, of a function or of constants: `1 with lines …`. */
void picture_function(Picture *picture, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Pixels to the left that labels of so many columns need. */
int picture_label_pixels(size_t columns);

/* Writes script and data, and draws. *drawn: whether gnuplot is installed; without it that is no failure. */
int picture_write(Picture *picture, const char *folder, const char *base, bool *drawn, Error *error);

#endif
