#include "gate_show.h"

#include "table.h"
#include "terminal.h"
#include "wording.h"

#include <math.h>
#include <string.h>

enum { WIDTH_NAME = 20, WIDTH_CHANGE = 9, WIDTH_INTERVAL = 18, WIDTH_VERDICT = 12 };

static const char *row_name(const GateRow *row)
{
    return row->workload != NULL ? row->workload->workload->name : "geometric mean";
}

/* "+2.10% [+1.80, +2.41], 95% interval": the change of the cost of one call. */
static void add_change(Text *text, const GateRow *row)
{
    wording_change(text, row->estimate.point);
    text_add(text, " ");
    wording_change_interval(text, &row->estimate);
}

/* Why the row has its verdict, in one clause. */
static void add_reason(Text *text, const GateReport *report, const GateRow *row)
{
    switch (row->verdict) {
    case GATE_REGRESSION:
        text_add(text, "worse by more than %.2g%% (p = %.2g)", 100.0 * row->margin, row->p);
        break;
    case GATE_IMPROVEMENT:
        text_add(text, "better by more than %.2g%%", 100.0 * row->margin);
        break;
    case GATE_EQUIVALENT:
        text_add(text, "within %.2g%% either way", 100.0 * row->margin);
        break;
    case GATE_NOT_WORSE:
        text_add(text, "not worse by more than %.2g%%", 100.0 * row->margin);
        break;
    case GATE_INCONCLUSIVE:
        text_add(text, "neither a regression beyond %.2g%% nor its absence is shown", 100.0 * row->margin);
        if (isfinite(row->mde_pct))
            text_add(text, "; one of %.1f%% would have been found 4 times in 5", row->mde_pct);
        break;
    case GATE_UNDERPOWERED:
        text_add(text,
                 "%zu units cannot show any regression in a family of %zu; raise --budget or --rounds, or "
                 "measure more layouts",
                 row->estimate.n, report->n_rows);
        break;
    case GATE_FAILED:
        text_add(text, "was not measured on both sides");
        break;
    }
}

/* ---- people ---- */

static bool is_open(GateVerdict verdict)
{
    return verdict == GATE_INCONCLUSIVE || verdict == GATE_UNDERPOWERED;
}

/* An open verdict is grey: nothing is shown either way. */
static Tone verdict_tone(GateVerdict verdict)
{
    return verdict == GATE_REGRESSION || verdict == GATE_FAILED ? TONE_BAD : is_open(verdict) ? TONE_FAINT : TONE_GOOD;
}

static void add_row(Text *text, const GateRow *row)
{
    Text cell = {0};
    text_add(&cell, "%s", row_name(row));
    table_cell(text, &cell, WIDTH_NAME, false);
    text_add(text, " ");
    wording_change(&cell, row->estimate.point);
    table_cell(text, &cell, WIDTH_CHANGE, true);
    text_add(text, " ");
    wording_change_interval(&cell, &row->estimate);
    table_cell(text, &cell, WIDTH_INTERVAL, false);
    text_add(text, " ");
    text_add(text, "%s", terminal_tone(verdict_tone(row->verdict)));
    text_add_left(text, gate_verdict_name(row->verdict), WIDTH_VERDICT);
    text_add(text, "%s", terminal_tone(TONE_NONE));
    if (isfinite(row->p))
        text_add(text, " %.3g", row->p);
    text_add(text, "\n");
}

static void add_sentence(Text *text, const GateReport *report)
{
    const Comparison *comparison = report->comparison;
    Text line = {0};
    text_add(&line, "margin %.2g%% per workload, %.2g%% for the mean", 100.0 * report->rows[0].margin,
             100.0 * report->suite.margin);
    if (comparison->metric < METRIC_EXACT)
        text_add(&line, "; one-sided signed-rank tests, Holm over the family at alpha %.2f", comparison->alpha);
    if (report->widened && report->rows[0].margin > report->margin)
        text_add(&line,
                 "; %.2g%% was asked for, but a single build of each side may differ by so much through luck of code "
                 "placement alone: measure with --layouts 16 to gate at %.2g%%",
                 100.0 * report->margin, 100.0 * report->margin);
    table_paragraph(text, text_string(&line));
    text_free(&line);
}

void gate_show_table(Text *text, const GateReport *report)
{
    const Comparison *comparison = report->comparison;
    text_add(text, "gate: ");
    wording_metric(text, comparison);
    text_add(text, " of %s against %s; change above zero is worse\n\n", compare_side(comparison, SIDE_B)->name,
             compare_side(comparison, SIDE_A)->name);
    text_add(text, "workload                change 95%% interval       verdict      p (Holm)\n");
    table_rule(text);
    for (size_t i = 0; i < report->n_rows; i++)
        add_row(text, &report->rows[i]);
    table_rule(text);
    add_row(text, &report->suite);
    text_add(text, "\n");
    for (size_t i = 0; i <= report->n_rows; i++) {
        const GateRow *row = i < report->n_rows ? &report->rows[i] : &report->suite;
        if (row->verdict >= GATE_IMPROVEMENT && row->verdict <= GATE_NOT_WORSE)
            continue;
        Text line = {0};
        text_add(&line, "%s: ", row_name(row));
        add_reason(&line, report, row);
        table_paragraph(text, text_string(&line));
        text_free(&line);
    }
    if (report->n_rows > 0)
        add_sentence(text, report);
    if (gate_count(report, GATE_REGRESSION) > 0)
        table_paragraph(text, "Confirm a regression in a second, independent run before blaming a commit for it.");
}

/* ---- JUnit ---- */

/* Text for XML: markup escaped, and what XML 1.0 cannot hold at all shown as '?'. */
static void add_xml(Text *text, const char *value)
{
    for (; *value != '\0'; value++) {
        unsigned char c = (unsigned char)*value;
        switch (c) {
        case '&':
            text_add(text, "&amp;");
            break;
        case '<':
            text_add(text, "&lt;");
            break;
        case '>':
            text_add(text, "&gt;");
            break;
        case '"':
            text_add(text, "&quot;");
            break;
        default:
            if (c < 0x20)
                text_add(text, c == '\t' || c == '\n' || c == '\r' ? "&#%u;" : "?", c);
            else
                text_add_bytes(text, value, 1);
        }
    }
}

static void add_outcome(Text *text, const GateReport *report, const GateRow *row, bool strict)
{
    const char *element = row->verdict == GATE_FAILED       ? "error"
                          : row->verdict == GATE_REGRESSION ? "failure"
                          : is_open(row->verdict)           ? strict ? "failure" : "skipped"
                                                            : NULL;
    Text message = {0};
    add_change(&message, row);
    text_add(&message, ": ");
    add_reason(&message, report, row);
    if (element != NULL) {
        text_add(text, "      <%s message=\"%s: ", element, gate_verdict_name(row->verdict));
        add_xml(text, text_string(&message));
        text_add(text, "\"/>\n");
    } else {
        text_add(text, "      <system-out>%s: ", gate_verdict_name(row->verdict));
        add_xml(text, text_string(&message));
        text_add(text, "</system-out>\n");
    }
    text_free(&message);
}

static void add_case(Text *text, const GateReport *report, const GateRow *row, bool strict)
{
    text_add(text, "    <testcase classname=\"framebench.");
    add_xml(text, report->comparison->metric_name);
    text_add(text, "\" name=\"");
    add_xml(text, row_name(row));
    text_add(text, "\">\n");
    add_outcome(text, report, row, strict);
    text_add(text, "    </testcase>\n");
}

static void add_suite(Text *text, const GateReport *report, bool strict)
{
    const Comparison *comparison = report->comparison;
    size_t open = gate_count(report, GATE_INCONCLUSIVE) + gate_count(report, GATE_UNDERPOWERED);
    text_add(text, "  <testsuite name=\"");
    add_xml(text, compare_side(comparison, SIDE_B)->name);
    text_add(text, " against ");
    add_xml(text, compare_side(comparison, SIDE_A)->name);
    text_add(text, ", ");
    add_xml(text, comparison->metric_name);
    text_add(text, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" timestamp=\"%.19s\">\n",
             report->n_rows + 1, gate_count(report, GATE_REGRESSION) + (strict ? open : 0),
             gate_count(report, GATE_FAILED), strict ? 0 : open, comparison->result->created);
    for (size_t i = 0; i < report->n_rows; i++)
        add_case(text, report, &report->rows[i], strict);
    add_case(text, report, &report->suite, strict);
    text_add(text, "  </testsuite>\n");
}

void gate_show_junit(Text *text, const GateReport *reports, size_t n, bool strict)
{
    text_add(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"framebench gate\">\n");
    for (size_t i = 0; i < n; i++)
        add_suite(text, &reports[i], strict);
    text_add(text, "</testsuites>\n");
}

/* ---- GitHub ---- */

/* The runner takes a line for a command, so line ends and its own marks are written as %XX. */
static void add_github(Text *text, const char *value, bool is_property)
{
    for (; *value != '\0'; value++) {
        bool escaped = strchr("%\r\n", *value) != NULL || (is_property && strchr(":,", *value) != NULL);
        text_add(text, escaped ? "%%%02X" : "%c", (unsigned char)*value);
    }
}

static void add_annotation(Text *text, const GateReport *report, const GateRow *row, const char *file)
{
    const char *command = row->verdict == GATE_REGRESSION || row->verdict == GATE_FAILED ? "error"
                          : is_open(row->verdict)                                        ? "warning"
                                                                                         : NULL;
    Text message = {0};
    if (command == NULL)
        return;
    text_add(&message, "%s %s %s ", row_name(row), report->comparison->metric_name, gate_verdict_name(row->verdict));
    text_add(text, "::%s file=", command);
    add_github(text, file, true);
    text_add(text, ",title=");
    add_github(text, text_string(&message), true);
    text_free(&message);
    text_add(text, "::");
    add_change(&message, row);
    text_add(&message, ": ");
    add_reason(&message, report, row);
    add_github(text, text_string(&message), false);
    text_add(text, "\n");
    text_free(&message);
}

void gate_show_github(Text *text, const GateReport *report, const char *file)
{
    for (size_t i = 0; i < report->n_rows; i++)
        add_annotation(text, report, &report->rows[i], file);
    add_annotation(text, report, &report->suite, file);
}
