/* The report as one HTML page that needs neither network nor script. */
#include "report.h"

#include "escape.h"
#include "mem.h"
#include "table.h"
#include "wording.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 80 }; /* of a workload in a table; the whole is in its tooltip */

static const char style[] =
    ":root{color-scheme:light "
    "dark;--ground:#fff;--ink:#111827;--muted:#57606a;--rule:#dfe3e8;--panel:#f6f8fa;--faster:#0a66b0;"
    "--slower:#b04400;--link:#0a66b0}\n"
    "@media(prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--muted:#9aa4b2;--rule:#30363d;--panel:#"
    "161b22;"
    "--faster:#6cb6ff;--slower:#ff9e57;--link:#6cb6ff}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 "
    "system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "header,main,footer{max-width:60rem;margin:0 auto;padding:0 1rem}\n"
    "header{padding-top:2rem}h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem}h2{margin:2.5rem 0 "
    ".75rem;font-size:1.3rem;"
    "border-bottom:1px solid var(--rule);padding-bottom:.25rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}\n"
    "a{color:var(--link)}a:focus-visible,button:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:"
    "2px solid "
    "var(--link);outline-offset:2px}\n"
    ".skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.25rem "
    ".5rem}\n"
    ".verdict{font-size:1.2rem;background:var(--panel);border-left:4px solid var(--link);padding:.75rem "
    "1rem;margin:1rem 0}\n"
    ".meta,figcaption,footer,.note{color:var(--muted);font-size:.88rem}\n"
    "nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}\n"
    ".scroll{overflow-x:auto;max-width:100%}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92rem;overflow-wrap:normal}\n"
    "caption{text-align:left;color:var(--muted);padding-bottom:.4rem;max-width:calc(100vw - 2rem)}\n"
    "th,td{padding:.3rem .7rem;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}\n"
    "th:first-child,td.text,th.text{text-align:left}td.text{white-space:normal;min-width:9rem}th[scope=row]{font-"
    "weight:500;"
    "min-width:9.5rem;max-width:16rem;white-space:normal;overflow-wrap:anywhere}\n"
    "tbody tr:hover{background:var(--panel)}tfoot th,tfoot td{font-weight:700}\n"
    "th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}\n"
    "th[aria-sort=ascending] button::after{content:' \\2191'}th[aria-sort=descending] button::after{content:' "
    "\\2193'}\n"
    ".faster{color:var(--faster)}.slower{color:var(--slower)}\n"
    "figure{margin:1.25rem 0}figure img{display:block;width:800px;min-width:600px;max-width:100%;height:auto}\n"
    "pre{background:var(--panel);padding:.75rem "
    "1rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.88rem}\n"
    "details{margin:.5rem 0}summary{cursor:pointer}dl{display:grid;grid-template-columns:minmax(6rem,max-content) "
    "1fr;gap:.15rem 1rem;"
    "margin:.5rem 0}dt{color:var(--muted)}dd{margin:0}\n"
    "@media(max-width:480px){dl{display:block}dd{margin-bottom:.4rem}h1{font-size:1.35rem}}\n"
    "@media "
    "print{:root{--ground:#fff;--ink:#000;--muted:#444;--rule:#bbb;--panel:#fff}nav,.skip{display:none}figure,tr{break-"
    "inside:avoid}"
    "h2,h3{break-after:avoid}table{font-size:.72rem}th,td{padding:.2rem .35rem}"
    "figure img{min-width:0}.scroll{overflow:visible}a{color:inherit}}\n";

/* Without it everything is readable; with it columns sort by a click or Enter on their heading. */
static const char script[] =
    "document.querySelectorAll('table.sortable').forEach(function(table){\n"
    "  table.querySelectorAll('thead th').forEach(function(head,column){\n"
    "    var button=document.createElement('button');button.type='button';button.textContent=head.textContent;\n"
    "    head.textContent='';head.appendChild(button);\n"
    "    button.addEventListener('click',function(){\n"
    "      var down=head.getAttribute('aria-sort')!=='descending';\n"
    "      table.querySelectorAll('thead th').forEach(function(other){other.removeAttribute('aria-sort')});\n"
    "      head.setAttribute('aria-sort',down?'descending':'ascending');\n"
    "      var body=table.tBodies[0],rows=Array.from(body.rows);\n"
    "      function key(row){var cell=row.cells[column],v=cell.getAttribute('data-value');return "
    "v===null?cell.textContent:v===''?-Infinity:+v}\n"
    "      rows.sort(function(x,y){var a=key(x),b=key(y),order=a<b?-1:a>b?1:0;return down?-order:order});\n"
    "      rows.forEach(function(row){body.appendChild(row)})})})});\n";

static void add_number_cell(Text *text, double value, Text *shown)
{
    text_add(text, "<td data-value=\"");
    if (isfinite(value))
        text_add(text, "%.9g", value);
    text_add(text, "\">");
    escape_html(text, text_string(shown));
    text_add(text, "</td>");
    text_free(shown);
}

static void add_paragraph(Text *text, const char *class, Text *plain)
{
    text_add(text, "<p class=\"%s\">", class);
    escape_html(text, text_string(plain));
    text_add(text, "</p>\n");
    text_free(plain);
}

static void start_table(Text *text, const char *label, const char *class)
{
    text_add(text, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table class=\"%s\">\n",
             label, class);
}

static void end_table(Text *text)
{
    text_add(text, "</table></div>\n");
}

static void add_heading_cell(Text *text, const char *value)
{
    text_add(text, "<th scope=\"col\">");
    escape_html(text, value);
    text_add(text, "</th>");
}

/* ---- the table of speedups ---- */

static void add_row_head(Text *text, const WorkloadComparison *c)
{
    char *name = escape_shorten(c->workload->name, NAME_COLUMNS);
    bool is_whole = strcmp(name, c->workload->name) == 0;
    text_add(text, "<tr><th scope=\"row\" title=\"");
    escape_html(text, is_whole ? c->workload->stresses : c->workload->name);
    text_add(text, "\">");
    escape_html(text, name);
    text_add(text, "%s</th>", c->workload->control ? " *" : "");
    free(name);
}

static void add_row(Text *text, const WorkloadComparison *c)
{
    Text cell = {0};
    add_row_head(text, c);
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        wording_value(&cell, c->per_call[arm], c->metric);
        add_number_cell(text, c->per_call[arm], &cell);
    }
    wording_speedup(&cell, c->estimate.point);
    add_number_cell(text, c->estimate.point, &cell);
    wording_interval(&cell, c->estimate.low, c->estimate.high);
    add_number_cell(text, c->estimate.high - c->estimate.low, &cell);
    const char *class = c->verdict == VERDICT_FASTER ? "faster" : c->verdict == VERDICT_SLOWER ? "slower" : "undecided";
    text_add(text, "<td class=\"%s\" title=\"%zu blocks", class, c->n_blocks);
    for (int flag = 0; flag < FLAG_COUNT; flag++)
        if ((c->flags & (1u << flag)) != 0) {
            text_add(text, "; ");
            escape_html(text, wording_flag((Flag)flag));
        }
    text_add(text, "\">");
    escape_html(text, wording_verdict(c));
    text_add(text, "</td><td>%c</td></tr>\n", c->verdict == VERDICT_FAILED ? '-' : c->grade);
}

static void add_table(Text *text, const Comparison *comparison)
{
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    Text cell = {0};
    table_order(comparison, order);
    start_table(text, "speedups", "sortable");
    wording_metric(&cell, comparison);
    text_add(text, "<caption>");
    escape_html(text, text_string(&cell));
    text_free(&cell);
    text_add(text, " of one call of the workload; a speedup above 1 means that ");
    escape_html(text, compare_side(comparison, SIDE_B)->name);
    text_add(text, " is faster</caption>\n<thead><tr>");
    add_heading_cell(text, "workload");
    add_heading_cell(text, compare_side(comparison, SIDE_A)->name);
    add_heading_cell(text, compare_side(comparison, SIDE_B)->name);
    text_add(text, "<th scope=\"col\">speedup</th><th scope=\"col\">95%% interval</th><th scope=\"col\">verdict</th>"
                   "<th scope=\"col\">grade</th></tr></thead>\n");
    text_add(text, "<tbody>\n");
    for (size_t i = 0; i < comparison->n_workloads; i++)
        add_row(text, &comparison->workloads[order[i]]);
    text_add(text, "</tbody>");
    if (comparison->suite.n_workloads > 0) {
        text_add(text, "\n<tfoot><tr><th scope=\"row\">geometric mean</th><td></td><td></td><td>");
        wording_speedup(text, comparison->suite.geomean);
        text_add(text, "</td><td>");
        wording_interval(text, comparison->suite.low, comparison->suite.high);
        text_add(text, "</td><td></td><td></td></tr></tfoot>\n");
    }
    end_table(text);
    free(order);
}

/* ---- pictures ---- */

/* The file as a data address; false where it cannot be read. */
static bool add_image(Text *text, const Report *report, const PlotOutcomes *plots, const char *name, const char *suffix)
{
    char *path = mem_format("%s/%s-%s%s.svg", report->folder, plots->base, name, suffix);
    FILE *file = fopen(path, "re");
    Text bytes = {0};
    char block[1 << 14];
    for (size_t n; file != NULL && (n = fread(block, 1, sizeof block, file)) > 0;)
        text_add_bytes(&bytes, block, n);
    if (file != NULL)
        fclose(file);
    text_add(text, "data:image/svg+xml;base64,");
    escape_base64(text, text_string(&bytes), bytes.length);
    bool good = bytes.length > 0;
    text_free(&bytes);
    free(path);
    return good;
}

static void add_picture(Text *text, const Report *report, const PlotOutcomes *plots, const PlotOutcome *outcome)
{
    text_add(text,
             "<figure><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"picture %s\"><picture>"
             "<source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"",
             outcome->name);
    add_image(text, report, plots, outcome->name, "-dark");
    text_add(text, "\"><img src=\"");
    add_image(text, report, plots, outcome->name, "");
    text_add(text, "\" alt=\"");
    escape_html(text, outcome->alt);
    text_add(text, "\"></picture></div><figcaption>");
    escape_html(text, outcome->title);
    text_add(text, " &#8211; drawn again by <code>gnuplot ");
    escape_html(text, plots->base);
    text_add(text, "-%s.gp</code></figcaption></figure>\n", outcome->name);
}

static void add_pictures(Text *text, const Report *report, size_t side)
{
    const PlotOutcomes *plots = &report->plots[side];
    if (report->gnuplot_missing) {
        text_add(
            text,
            "<p>gnuplot is not installed where this report was made, so there are no pictures; their scripts and data "
            "are beside it. <code>sudo apt-get install gnuplot-nox</code>, then make the report again.</p>\n");
        return;
    }
    size_t drawn = 0;
    for (size_t i = 0; i < plots->count; i++)
        if (plots->items[i].drawn) {
            add_picture(text, report, plots, &plots->items[i]);
            drawn++;
        }
    if (drawn == 0)
        text_add(text, "<p>There is nothing to draw: no workload was measured on both sides.</p>\n");
}

/* ---- counters and exact counts ---- */

static void add_change_cell(Text *text, double a, double b)
{
    Text cell = {0};
    Text title = {0};
    report_change(&cell, a, b);
    if (!isfinite(a) || !isfinite(b)) {
        add_number_cell(text, NAN, &cell);
        return;
    }
    wording_count(&title, a);
    text_add(&title, " \xe2\x86\x92 ");
    wording_count(&title, b);
    text_add(text, "<td title=\"%s\" data-value=\"%.9g\">%s</td>", text_string(&title), a > 0.0 ? b / a - 1.0 : 0.0,
             text_string(&cell));
    text_free(&title);
    text_free(&cell);
}

static void add_counters(Text *text, const Comparison *comparison)
{
    const Result *result = comparison->result;
    size_t available = 0;
    for (size_t e = 0; e < result->n_events; e++)
        available += result->events[e].available;
    if (report_has_counters(comparison)) {
        start_table(text, "changes of counters", "sortable");
        text_add(text, "<caption>change per call, baseline to candidate; less is better</caption>\n<thead><tr>");
        add_heading_cell(text, "workload");
        for (size_t e = 0; e < result->n_events; e++)
            if (result->events[e].available)
                add_heading_cell(text, result->events[e].name);
        text_add(text, "</tr></thead>\n<tbody>\n");
        for (size_t w = 0; w < comparison->n_workloads; w++) {
            const WorkloadComparison *c = &comparison->workloads[w];
            if (c->verdict == VERDICT_FAILED || c->counters == NULL)
                continue;
            add_row_head(text, c);
            for (size_t e = 0; e < result->n_events; e++)
                if (result->events[e].available)
                    add_change_cell(text, c->counters[e].per_call[SIDE_A], c->counters[e].per_call[SIDE_B]);
            text_add(text, "</tr>\n");
        }
        text_add(text, "</tbody>");
        end_table(text);
    }
    if (available < result->n_events)
        text_add(text, "<p>Not available on this machine:</p>\n<ul>\n");
    for (size_t e = 0; e < result->n_events; e++) {
        if (result->events[e].available)
            continue;
        text_add(text, "<li>");
        escape_html(text, result->events[e].name);
        text_add(text, ": ");
        escape_html(text, result->events[e].reason != NULL ? result->events[e].reason : "no reason known");
        text_add(text, "</li>\n");
    }
    if (available < result->n_events)
        text_add(text, "</ul>\n");
    if (result->n_events == 0)
        text_add(text, "<p>No counters were asked for.</p>\n");
}

static void add_evidence(Text *text, const Comparison *comparison)
{
    Text sentence = {0};
    size_t n_names = compare_exact_count(comparison->result);
    if (report_evidence(&sentence, comparison))
        add_paragraph(text, "evidence", &sentence);
    text_free(&sentence);
    if (!report_has_exact(comparison)) {
        text_add(text,
                 "<p>The file holds no exact counts; <code>framebench run --counters valgrind</code> adds them.</p>\n");
        return;
    }
    start_table(text, "exact counts", "sortable");
    text_add(
        text,
        "<caption>exact counts of one call of the workload, change from baseline to candidate</caption>\n<thead><tr>");
    add_heading_cell(text, "workload");
    for (size_t i = 0; i < n_names; i++)
        add_heading_cell(text, compare_exact_name(comparison->result, i));
    text_add(text, "</tr></thead>\n<tbody>\n");
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (c->n_exact == 0)
            continue;
        add_row_head(text, c);
        for (size_t i = 0; i < n_names; i++) {
            const char *name = compare_exact_name(comparison->result, i);
            add_change_cell(text, report_exact(c, SIDE_A, name), report_exact(c, SIDE_B, name));
        }
        text_add(text, "</tr>\n");
    }
    text_add(text, "</tbody>");
    end_table(text);
}

/* ---- method, machine, caveats ---- */

static void add_doctor(Text *text, const Result *result)
{
    size_t warnings = 0;
    for (size_t h = 0; h < result->n_hosts; h++)
        for (size_t f = 0; f < result->hosts[h].n_findings; f++) {
            const Finding *finding = &result->hosts[h].findings[f];
            if (finding->status == FINDING_GOOD)
                continue;
            text_add(text, "%s<li><strong>", warnings++ == 0 ? "<ul>\n" : "");
            escape_html(text, finding->check);
            text_add(text, "</strong> (%s): ", result_finding_name(finding->status));
            escape_html(text, finding->value != NULL ? finding->value : "not known");
            text_add(text, ". ");
            escape_html(text, finding->effect != NULL ? finding->effect : "");
            if (finding->remedy != NULL) {
                text_add(text, " <br><code>");
                escape_html(text, finding->remedy);
                text_add(text, "</code>");
            }
            text_add(text, "</li>\n");
        }
    text_add(text, warnings > 0 ? "</ul>\n"
                                : "<p>Nothing was found that disturbs a measurement, or nothing was looked for.</p>\n");
}

static void add_facts(Text *text, const char *summary, const Facts *facts)
{
    if (facts->count == 0)
        return;
    text_add(text, "<details><summary>");
    escape_html(text, summary);
    text_add(text, "</summary><dl>\n");
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->items[i];
        text_add(text, "<dt>");
        escape_html(text, fact->key);
        text_add(text, "</dt><dd>");
        if (fact->kind == FACT_NUMBER)
            text_add(text, "%.15g", fact->number);
        else if (fact->kind == FACT_BOOL)
            text_add(text, fact->number != 0.0 ? "yes" : "no");
        else if (fact->kind == FACT_ABSENT)
            text_add(text, "unavailable: ");
        if (fact->text != NULL && fact->kind != FACT_NUMBER && fact->kind != FACT_BOOL)
            escape_html(text, fact->text);
        text_add(text, "</dd>\n");
    }
    text_add(text, "</dl></details>\n");
}

static void add_method(Text *text, const Report *report)
{
    Text sentence = {0};
    for (size_t i = 0; report_method(&sentence, report, i); i++)
        add_paragraph(text, "method", &sentence);
    text_free(&sentence);
    for (size_t h = 0; h < report->result->n_hosts; h++) {
        char *summary = mem_format("machine %s", report->result->hosts[h].name);
        add_facts(text, summary, &report->result->hosts[h].machine);
        free(summary);
    }
}

static void add_reproduction(Text *text, const Report *report)
{
    Text command = {0};
    report_command(&command, report->result);
    text_add(text, "<pre><code>");
    escape_html(text, text_string(&command));
    text_add(text, "</code></pre>\n<p>Sources: commit <code>");
    escape_html(text, report->result->commit);
    text_add(text,
             "</code>. The seed repeats order, environment sizes and hash seeds; the times are the machine's.</p>\n");
    for (size_t s = 0; s < report->result->n_sides; s++) {
        const SideInfo *side = &report->result->sides[s];
        char *summary = mem_format("%s: build id %s", side->name, facts_text(&side->facts, "build_id", "unknown"));
        add_facts(text, summary, &side->facts);
        free(summary);
    }
    text_free(&command);
}

static void add_caveats(Text *text, const Comparison *comparison)
{
    Text note = {0};
    text_add(text, "<ul>\n");
    for (size_t i = 0; wording_note(&note, comparison, i); i++) {
        text_add(text, "<li>");
        escape_html(text, text_string(&note));
        text_add(text, "</li>\n");
        text_free(&note);
    }
    wording_closing(&note, comparison);
    text_add(text, "<li>");
    escape_html(text, text_string(&note));
    text_add(text, "</li>\n</ul>\n");
    text_free(&note);
}

/* ---- the page ---- */

/* The parts that each compared side has of its own; ids carry the side's number. */
static void add_side(Text *text, const Report *report, size_t i)
{
    const Comparison *comparison = &report->comparisons[i];
    Text sentence = {0};
    text_add(text, "<section aria-labelledby=\"result-%zu\"><h2 id=\"result-%zu\">", i, i);
    escape_html(text, compare_side(comparison, SIDE_B)->name);
    text_add(text, " against ");
    escape_html(text, compare_side(comparison, SIDE_A)->name);
    text_add(text, "</h2>\n");
    report_verdict(&sentence, comparison);
    add_paragraph(text, "verdict", &sentence);
    add_table(text, comparison);
    text_add(text, "<h3>Pictures</h3>\n");
    add_pictures(text, report, i);
    text_add(text, "<h3>Evidence</h3>\n");
    add_evidence(text, comparison);
    text_add(text, "<h3>Counters</h3>\n");
    add_counters(text, comparison);
    text_add(text, "<h3>Caveats</h3>\n");
    add_caveats(text, comparison);
    text_add(text, "</section>\n");
}

static void add_head(Text *text, const Report *report)
{
    Text title = {0};
    for (size_t i = 0; i < report->count; i++)
        text_add(&title, "%s%s", i == 0 ? "" : ", ", compare_side(&report->comparisons[i], SIDE_B)->name);
    text_add(&title, " against %s", report->result->sides[0].name);
    text_add(text, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>framebench: ");
    escape_html(text, text_string(&title));
    text_add(text,
             "</title>\n<style>\n%s</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#result-0\">to the results</a>\n"
             "<header>\n<h1>",
             style);
    escape_html(text, text_string(&title));
    text_free(&title);
    text_add(text, "</h1>\n<p class=\"meta\">");
    escape_html(text, report->file);
    text_add(text, ", %.10s, ", report->result->created);
    escape_html(text, facts_text(result_machine(report->result), "host", "unknown host"));
    text_add(text, ", commit ");
    escape_html(text, report->result->commit);
    text_add(text, "</p>\n<nav aria-label=\"contents\"><ul>");
    for (size_t i = 0; i < report->count; i++) {
        text_add(text, "<li><a href=\"#result-%zu\">", i);
        escape_html(text, compare_side(&report->comparisons[i], SIDE_B)->name);
        text_add(text, "</a></li>");
    }
    text_add(text, "<li><a href=\"#method\">how it was measured</a></li><li><a href=\"#doctor\">the machine</a></li>"
                   "<li><a href=\"#again\">do it again</a></li></ul></nav>\n</header>\n<main>\n");
}

void report_html(Text *text, const Report *report)
{
    add_head(text, report);
    for (size_t i = 0; i < report->count; i++)
        add_side(text, report, i);
    text_add(text, "<section aria-labelledby=\"method\"><h2 id=\"method\">How it was measured</h2>\n");
    add_method(text, report);
    text_add(text, "</section>\n<section aria-labelledby=\"doctor\"><h2 id=\"doctor\">What about the machine may "
                   "disturb it</h2>\n");
    add_doctor(text, report->result);
    text_add(text, "</section>\n<section aria-labelledby=\"again\"><h2 id=\"again\">Do it again</h2>\n");
    add_reproduction(text, report);
    text_add(text,
             "</section>\n</main>\n<footer><p>Made by framebench from the raw values in the result file.</p></footer>\n"
             "<script>\n%s</script>\n</body>\n</html>\n",
             script);
}
