#include "table.h"

#include "escape.h"
#include "mem.h"
#include "terminal.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_COLUMNS = 80 };

/* The columns of every table about one metric, whatever the markup. */
enum { COLUMN_NAME, COLUMN_A, COLUMN_B, COLUMN_RATIO, COLUMN_INTERVAL, COLUMN_VERDICT, COLUMN_GRADE, COLUMNS };

typedef struct Row {
    Text cell[COLUMNS];
} Row;

/* Widths on the terminal: with the blanks between them a row is at most 79 wide. */
static const int time_widths[COLUMNS] = {20, 9, 9, 7, 14, 7, 5};
static const int count_widths[COLUMNS] = {17, 9, 9, 8, 16, 7, 5};

static const int *widths(const Comparison *comparison)
{
    return compare_is_count(comparison->metric) ? count_widths : time_widths;
}

static bool is_right(int column)
{
    return column >= COLUMN_A && column <= COLUMN_RATIO;
}

/* ---- order ---- */

static int group_of(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_FAILED ? 2 : c->workload->control ? 1 : 0;
}

static bool comes_before(const WorkloadComparison *a, const WorkloadComparison *b, Order order)
{
    if (group_of(a) != group_of(b))
        return group_of(a) < group_of(b);
    if (order == ORDER_FILE)
        return false;
    if (order == ORDER_NAME || group_of(a) == 2)
        return strcmp(a->workload->name, b->workload->name) < 0;
    if (order == ORDER_PRECISION)
        return a->estimate.half_width < b->estimate.half_width;
    return a->estimate.point > b->estimate.point;
}

void table_order(const Comparison *comparison, size_t *order)
{
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        size_t at = w;
        for (; at > 0 &&
               comes_before(&comparison->workloads[w], &comparison->workloads[order[at - 1]], comparison->order);
             at--)
            order[at] = order[at - 1];
        order[at] = w;
    }
}

/* ---- rows ---- */

static void add_ratio(Row *row, const Comparison *comparison, const Estimate *estimate)
{
    if (compare_is_count(comparison->metric)) {
        wording_change(&row->cell[COLUMN_RATIO], estimate->point);
        wording_change_interval(&row->cell[COLUMN_INTERVAL], estimate);
    } else {
        wording_speedup(&row->cell[COLUMN_RATIO], estimate->point);
        wording_interval(&row->cell[COLUMN_INTERVAL], estimate->low, estimate->high);
    }
}

static Row head_row(const Comparison *comparison)
{
    bool is_count = compare_is_count(comparison->metric);
    Row row = {0};
    text_add(&row.cell[COLUMN_NAME], "workload");
    text_add(&row.cell[COLUMN_A], "%s", compare_side(comparison, SIDE_A)->name);
    text_add(&row.cell[COLUMN_B], "%s", compare_side(comparison, SIDE_B)->name);
    text_add(&row.cell[COLUMN_RATIO], is_count ? "change" : "speedup");
    text_add(&row.cell[COLUMN_INTERVAL], "95%% interval");
    text_add(&row.cell[COLUMN_VERDICT], "verdict");
    text_add(&row.cell[COLUMN_GRADE], "grade");
    return row;
}

static Row workload_row(const Comparison *comparison, const WorkloadComparison *c)
{
    bool has_grade = c->verdict != VERDICT_FAILED && c->verdict != VERDICT_DESCRIPTIVE;
    Row row = {0};
    text_add(&row.cell[COLUMN_NAME], "%s%s", c->workload->name, c->workload->control ? " *" : "");
    wording_value(&row.cell[COLUMN_A], c->per_call[SIDE_A], c->metric);
    wording_value(&row.cell[COLUMN_B], c->per_call[SIDE_B], c->metric);
    add_ratio(&row, comparison, &c->estimate);
    text_add(&row.cell[COLUMN_VERDICT], "%s", wording_verdict(c));
    text_add(&row.cell[COLUMN_GRADE], "%c", c->metric >= METRIC_EXACT ? '=' : has_grade ? c->grade : '-');
    return row;
}

static Row geomean_row(const Comparison *comparison)
{
    const SuiteEstimate *suite = &comparison->suite;
    const Estimate mean = {.point = suite->geomean,
                           .low = suite->low,
                           .high = suite->high,
                           .method = comparison->metric >= METRIC_EXACT ? CI_METHOD_EXACT : CI_METHOD_STUDENT_T};
    Row row = {0};
    text_add(&row.cell[COLUMN_NAME], "geometric mean");
    add_ratio(&row, comparison, &mean);
    return row;
}

static void free_row(Row *row)
{
    for (int i = 0; i < COLUMNS; i++)
        text_free(&row->cell[i]);
}

/* ---- terminal ---- */

void table_cell(Text *text, Text *cell, int width, bool right)
{
    if (right)
        text_add_right(text, text_string(cell), width);
    else
        text_add_left(text, text_string(cell), width);
    text_free(cell);
}

void table_rule(Text *text)
{
    for (int i = 0; i < TABLE_COLUMNS - 1; i++)
        text_add(text, "-");
    text_add(text, "\n");
}

void table_paragraph(Text *text, const char *paragraph)
{
    size_t column = 0;
    while (*paragraph != '\0') {
        size_t length = strcspn(paragraph, " ");
        char *whole = mem_copy_bytes(paragraph, length);
        char *word = escape_shorten(whole, TABLE_COLUMNS - 3);
        free(whole);
        size_t columns = text_columns(word);
        if (column > 0 && column + 1 + columns > TABLE_COLUMNS - 1) {
            text_add(text, "\n  ");
            column = 2;
        } else if (column > 0) {
            text_add(text, " ");
            column++;
        }
        text_add(text, "%s", word);
        column += columns;
        free(word);
        paragraph += length;
        paragraph += strspn(paragraph, " ");
    }
    text_add(text, "\n");
}

static Tone verdict_tone(Verdict verdict)
{
    return verdict == VERDICT_FASTER                                ? TONE_GOOD
           : verdict == VERDICT_SLOWER || verdict == VERDICT_FAILED ? TONE_BAD
                                                                    : TONE_NONE;
}

static void add_terminal_row(Text *text, const Comparison *comparison, Row row, Tone verdict)
{
    const int *width = widths(comparison);
    Text line = {0};
    for (int i = 0; i < COLUMNS; i++) {
        text_add(&line, i == 0 ? "" : i >= COLUMN_RATIO && i <= COLUMN_VERDICT ? "  " : " ");
        bool toned = i == COLUMN_VERDICT && verdict != TONE_NONE;
        text_add(&line, "%s", toned ? terminal_tone(verdict) : "");
        table_cell(&line, &row.cell[i], width[i], is_right(i));
        text_add(&line, "%s", toned ? terminal_tone(TONE_NONE) : "");
    }
    while (line.length > 0 && line.bytes[line.length - 1] == ' ')
        line.bytes[--line.length] = '\0';
    text_add(text, "%s\n", text_string(&line));
    text_free(&line);
}

static void add_header(Text *text, const Comparison *comparison)
{
    const Result *result = comparison->result;
    text_add(text, "%s against %s (baseline), ", compare_side(comparison, SIDE_B)->name,
             compare_side(comparison, SIDE_A)->name);
    wording_metric(text, comparison);
    text_add(text, " of one call of run(n)\n");
    text_add(text, "%.10s, %s%s, %s, commit %s\n\n", result->created,
             facts_text(result_machine(result), "host", "unknown host"), result->n_hosts > 1 ? " and others" : "",
             facts_text(result_machine(result), "cpu_model", "unknown CPU"), result->commit);
}

void table_terminal(Text *text, const Comparison *comparison)
{
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    table_order(comparison, order);
    add_header(text, comparison);
    add_terminal_row(text, comparison, head_row(comparison), TONE_NONE);
    table_rule(text);
    for (size_t i = 0; i < comparison->n_workloads; i++)
        add_terminal_row(text, comparison, workload_row(comparison, &comparison->workloads[order[i]]),
                         verdict_tone(comparison->workloads[order[i]].verdict));
    table_rule(text);
    if (comparison->suite.n_workloads > 0)
        add_terminal_row(text, comparison, geomean_row(comparison), TONE_NONE);
    free(order);
    text_add(text, "\n");
    Text note = {0};
    for (size_t i = 0; wording_note(&note, comparison, i); i++) {
        table_paragraph(text, text_string(&note));
        text_free(&note);
    }
    if (comparison->suite.n_workloads > 0) {
        wording_sureness(&note, comparison);
        table_paragraph(text, text_string(&note));
        text_free(&note);
    }
    wording_closing(&note, comparison);
    table_paragraph(text, text_string(&note));
    text_free(&note);
}

/* ---- Markdown and AsciiDoc ---- */

static void add_markdown_row(Text *text, Row row, bool strong)
{
    const char *mark = strong ? "**" : "";
    for (int i = 0; i < COLUMNS; i++) {
        bool empty = row.cell[i].length == 0;
        text_add(text, "%s%s", i == 0 ? "| " : " | ", empty ? "" : mark);
        escape_markdown(text, text_string(&row.cell[i]));
        text_add(text, "%s", empty ? "" : mark);
    }
    text_add(text, " |\n");
    free_row(&row);
}

typedef void Escape(Text *text, const char *value);

static void add_closing_paragraph(Text *text, Text *plain, Escape *escape)
{
    escape(text, text_string(plain));
    text_add(text, "\n\n");
    text_free(plain);
}

/* One paragraph each, none of which is markup. */
static void add_closing(Text *text, const Comparison *comparison, Escape *escape)
{
    Text plain = {0};
    for (size_t i = 0; wording_note(&plain, comparison, i); i++)
        add_closing_paragraph(text, &plain, escape);
    if (comparison->suite.n_workloads > 0) {
        wording_sureness(&plain, comparison);
        add_closing_paragraph(text, &plain, escape);
    }
    wording_closing(&plain, comparison);
    escape(text, text_string(&plain));
    text_add(text, "\n");
    text_free(&plain);
}

void table_markdown_paragraph(Text *text, const char *paragraph)
{
    text_add(text, "\n");
    escape_markdown(text, paragraph);
    text_add(text, "\n");
}

void table_asciidoc_paragraph(Text *text, const char *paragraph)
{
    text_add(text, "\n");
    escape_asciidoc(text, paragraph);
    text_add(text, "\n");
}

void table_markdown(Text *text, const Comparison *comparison)
{
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    table_order(comparison, order);
    add_markdown_row(text, head_row(comparison), false);
    text_add(text, "|---|--:|--:|--:|---|---|---|\n");
    for (size_t i = 0; i < comparison->n_workloads; i++)
        add_markdown_row(text, workload_row(comparison, &comparison->workloads[order[i]]), false);
    if (comparison->suite.n_workloads > 0)
        add_markdown_row(text, geomean_row(comparison), true);
    free(order);
    text_add(text, "\n");
    add_closing(text, comparison, escape_markdown);
}

static void add_asciidoc_row(Text *text, Row row)
{
    for (int i = 0; i < COLUMNS; i++) {
        text_add(text, "%s|", i == 0 ? "" : " ");
        escape_asciidoc(text, text_string(&row.cell[i]));
    }
    text_add(text, "\n");
    free_row(&row);
}

void table_asciidoc(Text *text, const Comparison *comparison)
{
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    table_order(comparison, order);
    text_add(text, "[cols=\"<,>,>,>,<,<,<\",options=\"header,footer\"]\n|===\n");
    add_asciidoc_row(text, head_row(comparison));
    for (size_t i = 0; i < comparison->n_workloads; i++)
        add_asciidoc_row(text, workload_row(comparison, &comparison->workloads[order[i]]));
    add_asciidoc_row(text, geomean_row(comparison));
    free(order);
    text_add(text, "|===\n\n");
    add_closing(text, comparison, escape_asciidoc);
}
