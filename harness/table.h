/* The comparison as text for people: a terminal table 80 columns wide, Markdown, or AsciiDoc. */
#ifndef FRAMEBENCH_TABLE_H
#define FRAMEBENCH_TABLE_H

#include "compare.h"
#include "text.h"

void table_terminal(Text *text, const Comparison *comparison);
void table_markdown(Text *text, const Comparison *comparison);
void table_asciidoc(Text *text, const Comparison *comparison);

/* Indices of the workloads in the order of all tables and plots: the comparison's, controls after, failed last. Fills
 * n_workloads entries. */
void table_order(const Comparison *comparison, size_t *order);

/* A paragraph broken at blanks to the terminal's width; lines after the first are indented. */
void table_paragraph(Text *text, const char *paragraph);

/* The same in Markdown or AsciiDoc, in a line of its own after a blank one; nothing in it is markup. */
void table_markdown_paragraph(Text *text, const char *paragraph);
void table_asciidoc_paragraph(Text *text, const char *paragraph);

/* Adds a cell of that width and frees it; right: aligned to the right. */
void table_cell(Text *text, Text *cell, int width, bool right);
void table_rule(Text *text);

#endif
