/* A table of text cells, filled one after the other and written in any markup. */
#ifndef FRAMEBENCH_GRID_H
#define FRAMEBENCH_GRID_H

#include "options.h"
#include "text.h"

typedef struct Grid {
    const char *columns; /* 'l' or 'r' for each: how it is aligned; borrowed */
    Text *cells;         /* row by row; the first row is the heading. Owned */
    size_t n_cells;
    size_t closing; /* rows at the end that a rule sets apart */
} Grid;

/* The next cell, empty, to be filled before the one after it is asked for. */
Text *grid_cell(Grid *grid);

/* Terminal, Markdown, AsciiDoc or CSV; JSON is no table. Every row must be complete. */
void grid_write(Text *text, const Grid *grid, Format format);

/* The columns stay; the cells go. */
void grid_free(Grid *grid);

#endif
