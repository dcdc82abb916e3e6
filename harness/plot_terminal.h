/* The forest and the distributions as text: what a terminal can show of the pictures. */
#ifndef FRAMEBENCH_PLOT_TERMINAL_H
#define FRAMEBENCH_PLOT_TERMINAL_H

#include "plot.h"

/* columns: the width to fill, 60 at least. */
void plot_terminal(Text *text, const PlotInput *input, int columns);

#endif
