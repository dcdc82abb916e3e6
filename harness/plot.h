/* Pictures of a comparison: writes a gnuplot script and its data, and has gnuplot draw them. The only user of gnuplot.
 *
 * Script and data stay beside the picture, with relative names, so that anyone can draw it again. */
#ifndef FRAMEBENCH_PLOT_H
#define FRAMEBENCH_PLOT_H

#include "compare.h"
#include "error.h"

/* Writes <folder>/<base>-forest.{gp,tsv} and, where gnuplot is installed, .svg and .png. *drawn tells whether it is;
 * without it that is no failure. */
int plot_forest(const Comparison *comparison, const char *folder, const char *base, bool *drawn, Error *error);

#endif
