#include "grid.h"

#include "escape.h"
#include "mem.h"

#include <stdlib.h>
#include <string.h>

Text *grid_cell(Grid *grid)
{
    grid->cells = mem_resize(grid->cells, grid->n_cells + 1, sizeof *grid->cells);
    grid->cells[grid->n_cells] = (Text){0};
    return &grid->cells[grid->n_cells++];
}

void grid_free(Grid *grid)
{
    for (size_t i = 0; i < grid->n_cells; i++)
        text_free(&grid->cells[i]);
    free(grid->cells);
    grid->cells = NULL;
    grid->n_cells = 0;
}

static size_t width_of(const Grid *grid, size_t column)
{
    size_t width = 0;
    for (size_t i = column; i < grid->n_cells; i += strlen(grid->columns)) {
        size_t columns = text_columns(text_string(&grid->cells[i]));
        width = columns > width ? columns : width;
    }
    return width;
}

/* ---- terminal ---- */

static void add_rule(Text *text, const Grid *grid)
{
    size_t width = 0;
    for (size_t column = 0; grid->columns[column] != '\0'; column++)
        width += width_of(grid, column) + (column > 0 ? 2 : 0);
    for (size_t i = 0; i < width; i++)
        text_add(text, "-");
    text_add(text, "\n");
}

static void add_terminal_row(Text *text, const Grid *grid, const Text *cells)
{
    Text line = {0};
    for (size_t column = 0; grid->columns[column] != '\0'; column++) {
        int width = (int)width_of(grid, column);
        text_add(&line, "%s", column > 0 ? "  " : "");
        if (grid->columns[column] == 'r')
            text_add_right(&line, text_string(&cells[column]), width);
        else
            text_add_left(&line, text_string(&cells[column]), width);
    }
    while (line.length > 0 && line.bytes[line.length - 1] == ' ')
        line.bytes[--line.length] = '\0';
    text_add(text, "%s\n", text_string(&line));
    text_free(&line);
}

/* ---- markup ---- */

static void add_markdown_row(Text *text, const Grid *grid, const Text *cells, bool heading)
{
    for (size_t column = 0; grid->columns[column] != '\0'; column++) {
        text_add(text, "| ");
        escape_markdown(text, text_string(&cells[column]));
        text_add(text, " ");
    }
    text_add(text, "|\n");
    for (size_t column = 0; heading && grid->columns[column] != '\0'; column++)
        text_add(text, grid->columns[column] == 'r' ? "|--:" : "|---");
    text_add(text, heading ? "|\n" : "");
}

static void add_asciidoc_row(Text *text, const Grid *grid, const Text *cells)
{
    for (size_t column = 0; grid->columns[column] != '\0'; column++) {
        text_add(text, "%s|", column > 0 ? " " : "");
        escape_asciidoc(text, text_string(&cells[column]));
    }
    text_add(text, "\n");
}

static void add_csv_row(Text *text, const Grid *grid, const Text *cells)
{
    for (size_t column = 0; grid->columns[column] != '\0'; column++) {
        text_add(text, "%s\"", column > 0 ? "," : "");
        for (const char *at = text_string(&cells[column]); *at != '\0'; at++)
            text_add(text, *at == '"' ? "\"\"" : "%c", *at);
        text_add(text, "\"");
    }
    text_add(text, "\n");
}

static void add_asciidoc_opening(Text *text, const Grid *grid)
{
    text_add(text, "[cols=\"");
    for (size_t column = 0; grid->columns[column] != '\0'; column++)
        text_add(text, "%s%c", column > 0 ? "," : "", grid->columns[column] == 'r' ? '>' : '<');
    text_add(text, "\",options=\"header\"]\n|===\n");
}

void grid_write(Text *text, const Grid *grid, Format format)
{
    size_t columns = strlen(grid->columns);
    size_t rows = grid->n_cells / columns;
    if (format == FORMAT_ASCIIDOC)
        add_asciidoc_opening(text, grid);
    for (size_t row = 0; row < rows; row++) {
        const Text *cells = &grid->cells[row * columns];
        if (format == FORMAT_TABLE && (row == 1 || (row > 0 && row == rows - grid->closing)))
            add_rule(text, grid);
        if (format == FORMAT_TABLE)
            add_terminal_row(text, grid, cells);
        else if (format == FORMAT_MARKDOWN)
            add_markdown_row(text, grid, cells, row == 0);
        else if (format == FORMAT_ASCIIDOC)
            add_asciidoc_row(text, grid, cells);
        else
            add_csv_row(text, grid, cells);
    }
    text_add(text, format == FORMAT_ASCIIDOC ? "|===\n" : "");
}
