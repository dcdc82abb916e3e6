#include "export.h"

#include "derived.h"
#include "gate.h"
#include "record.h"

#include <math.h>
#include <string.h>

/* ---- JSON ---- */

static double speedup(double log_ratio)
{
    return exp(log_ratio);
}

static json_t *speedup_interval(double low, double high)
{
    if (!isfinite(low) || !isfinite(high))
        return json_null();
    json_t *pair = json_array();
    json_array_append_new(pair, json_real(speedup(low)));
    json_array_append_new(pair, json_real(speedup(high)));
    return pair;
}

static void set_number(json_t *object, const char *key, double number)
{
    json_object_set_new(object, key, record_number(number));
}

static json_t *metric_object(const Estimate *estimate)
{
    json_t *object = json_object();
    set_number(object, "speedup", speedup(estimate->point));
    json_object_set_new(object, "ci", speedup_interval(estimate->low, estimate->high));
    return object;
}

static json_t *metrics_object(const WorkloadComparison *c)
{
    json_t *object = json_object();
    json_object_set_new(object, "cpu", metric_object(&c->by_metric[METRIC_CPU]));
    json_object_set_new(object, "wall", metric_object(&c->by_metric[METRIC_WALL]));
    return object;
}

static json_t *noise_object(const Noise *noise)
{
    json_t *object = json_object();
    set_number(object, "sd_within", noise->within);
    set_number(object, "sd_block", noise->block);
    set_number(object, "sd_raw_a", noise->raw[SIDE_A]);
    set_number(object, "sd_raw_b", noise->raw[SIDE_B]);
    set_number(object, "sd_layout", noise->layout);
    set_number(object, "pairing_gain", noise->pairing_gain);
    set_number(object, "steal_pct", noise->steal_pct);
    return object;
}

static json_t *diagnostic_object(const Diagnostic *diagnostic)
{
    const Estimate *e = &diagnostic->estimate;
    json_t *object = json_object();
    set_number(object, "estimate", e->point);
    set_number(object, "low", e->low);
    set_number(object, "high", e->high);
    json_object_set_new(object, "flagged", json_boolean(diagnostic->flagged));
    return object;
}

static json_t *diagnostics_object(const WorkloadComparison *c)
{
    json_t *object = json_object();
    json_object_set_new(object, "order_effect", diagnostic_object(&c->order_effect));
    json_object_set_new(object, "arm_trend", diagnostic_object(&c->arm_trend));
    set_number(object, "lag1", c->lag1);
    json_object_set_new(object, "outliers", json_integer((json_int_t)c->outliers));
    return object;
}

static json_t *flags_array(const WorkloadComparison *c)
{
    json_t *array = json_array();
    for (int flag = 0; flag < FLAG_COUNT; flag++)
        if ((c->flags & (1u << flag)) != 0)
            json_array_append_new(array, json_string(compare_flag_name((Flag)flag)));
    return array;
}

static json_t *derived_object(const Comparison *comparison, const WorkloadComparison *c)
{
    Derived derived[DERIVED_COUNT];
    json_t *object = json_object();
    derived_compute(comparison, c, derived);
    for (int i = 0; i < DERIVED_COUNT; i++) {
        json_t *entry = json_object();
        set_number(entry, "a", derived[i].value[SIDE_A]);
        set_number(entry, "b", derived[i].value[SIDE_B]);
        json_object_set_new(object, derived[i].name, entry);
    }
    return object;
}

static json_t *counters_object(const Comparison *comparison, const WorkloadComparison *c)
{
    json_t *object = json_object();
    for (size_t e = 0; e < comparison->result->n_events; e++) {
        const CounterComparison *counter = &c->counters[e];
        json_t *entry = json_object();
        set_number(entry, "a_per_call", counter->per_call[SIDE_A]);
        set_number(entry, "b_per_call", counter->per_call[SIDE_B]);
        set_number(entry, "ratio", counter->per_call[SIDE_B] / counter->per_call[SIDE_A]);
        json_object_set_new(entry, "scaled", json_boolean(counter->multiplexed));
        json_object_set_new(object, comparison->result->events[e].name, entry);
    }
    return object;
}

static json_t *block_ratios(const WorkloadComparison *c)
{
    json_t *array = json_array();
    for (size_t b = 0; b < c->n_blocks; b++)
        json_array_append_new(array, record_number(c->d[b]));
    return array;
}

static void set_interval_fields(json_t *object, const WorkloadComparison *c)
{
    const Estimate *e = &c->estimate;
    double adjusted = c->half_width_layout_adjusted;
    set_number(object, "alpha_used", e->alpha);
    json_object_set_new(object, "confidence", json_real(0.95));
    set_number(object, "log_ratio", e->point);
    set_number(object, "speedup", speedup(e->point));
    json_object_set_new(object, "ci", speedup_interval(e->low, e->high));
    json_object_set_new(object, "ci_method", json_string(stats_ci_method_name(e->method)));
    json_object_set_new(object, "ci_layout_adjusted", speedup_interval(e->point - adjusted, e->point + adjusted));
    set_number(object, "log_ratio_mean", e->mean);
    set_number(object, "se_log", e->se);
    set_number(object, "half_width_pct", stats_pct(e->half_width));
}

static void set_test_fields(json_t *object, const Comparison *comparison, const WorkloadComparison *c)
{
    set_number(object, "target_half_width_pct", comparison->result->settings.target_half_width_pct);
    set_number(object, "mde_pct", c->mde_pct);
    set_number(object, "mde_family_pct", c->mde_family_pct);
    set_number(object, "p_two_sided", c->p_two_sided);
    set_number(object, "p_regress", c->p_regress);
    set_number(object, "p_holm", c->p_holm);
    set_number(object, "margin_pct", 100.0 * comparison->margin);
}

static json_t *hosts_object(const Result *result, const HostsEstimate *hosts, const Estimate *per_host)
{
    if (hosts->n == 0)
        return json_null();
    json_t *object = json_object();
    json_t *each = json_array();
    for (size_t h = 0; per_host != NULL && h < result->n_hosts; h++) {
        json_t *entry = metric_object(&per_host[h]);
        json_object_set_new(entry, "host", json_string(result->hosts[h].name));
        json_array_append_new(each, entry);
    }
    json_object_set_new(object, "per_host", each);
    set_number(object, "mean", speedup(hosts->mean));
    json_object_set_new(object, "these_hosts", speedup_interval(hosts->low, hosts->high));
    json_object_set_new(object, "hosts_like_these", speedup_interval(hosts->population_low, hosts->population_high));
    set_number(object, "q_p", hosts->q_p);
    set_number(object, "i2_pct", hosts->i2_pct);
    set_number(object, "least", speedup(hosts->least));
    set_number(object, "most", speedup(hosts->most));
    json_object_set_new(object, "host_dependent", json_boolean(hosts->dependent));
    return object;
}

static json_t *exact_array(const WorkloadComparison *c)
{
    json_t *array = json_array();
    for (size_t i = 0; i < c->n_exact; i++) {
        const ExactComparison *exact = &c->exact[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "name", json_string(exact->name));
        json_object_set_new(entry, "per", json_string(exact->per));
        json_object_set_new(entry, "unit", json_string(exact->unit));
        json_object_set_new(entry, "tool", json_string(exact->tool));
        set_number(entry, "a", exact->value[SIDE_A]);
        set_number(entry, "b", exact->value[SIDE_B]);
        set_number(entry, "ratio", exact->value[SIDE_B] / exact->value[SIDE_A]);
        json_array_append_new(array, entry);
    }
    return array;
}

static const char *unit_name(const Comparison *comparison, const WorkloadComparison *c)
{
    if (c->hosts.n > 0 && !comparison->shared_layouts)
        return "host";
    return comparison->result->settings.layouts >= 2 ? "layout" : "block";
}

static json_t *workload_object(const Comparison *comparison, const WorkloadComparison *c)
{
    json_t *object = json_object();
    char grade[2] = {c->grade, '\0'};
    json_object_set_new(object, "name", json_string(c->workload->name));
    json_object_set_new(object, "control", json_boolean(c->workload->control));
    json_object_set_new(object, "status", json_string(result_status_name(c->workload->status)));
    json_object_set_new(object, "verdict", json_string(compare_verdict_name(c->verdict)));
    json_object_set_new(object, "stop_reason", json_string(result_stop_name(c->workload->stop_reason)));
    json_object_set_new(object, "metric", json_string(comparison->metric_name));
    json_object_set_new(object, "design", json_string(result_design_name(c->workload->design)));
    json_object_set_new(object, "scope", json_string(compare_scope_name(comparison->scope)));
    json_object_set_new(object, "n_blocks", json_integer((json_int_t)c->n_blocks));
    json_object_set_new(object, "blocks_voided", json_integer((json_int_t)c->n_void));
    json_object_set_new(object, "n_units", json_integer((json_int_t)c->estimate.n));
    json_object_set_new(object, "unit", json_string(unit_name(comparison, c)));
    set_number(object, compare_is_count(c->metric) ? "per_call_a" : "value_ns_a", c->per_call[SIDE_A]);
    set_number(object, compare_is_count(c->metric) ? "per_call_b" : "value_ns_b", c->per_call[SIDE_B]);
    set_interval_fields(object, c);
    set_test_fields(object, comparison, c);
    json_object_set_new(object, "metrics", metrics_object(c));
    json_object_set_new(object, "counters", counters_object(comparison, c));
    json_object_set_new(object, "derived", derived_object(comparison, c));
    json_object_set_new(object, "noise", noise_object(&c->noise));
    json_object_set_new(object, "grade", json_string(grade));
    json_object_set_new(object, "flags", flags_array(c));
    json_object_set_new(object, "diagnostics", diagnostics_object(c));
    json_object_set_new(object, "d", block_ratios(c));
    json_object_set_new(object, "hosts", hosts_object(comparison->result, &c->hosts, c->per_host));
    json_object_set_new(object, "exact", exact_array(c));
    return object;
}

static json_t *extreme_object(const Comparison *comparison, size_t index, double point, double low, double high)
{
    const WorkloadComparison *c = &comparison->workloads[comparison->suite_members[index]];
    json_t *object = json_object();
    json_object_set_new(object, "workload", json_string(c->workload->name));
    set_number(object, "speedup", speedup(point));
    json_object_set_new(object, "ci_simultaneous", speedup_interval(low, high));
    return object;
}

static json_t *names_with_verdict(const GateReport *report, GateVerdict verdict)
{
    json_t *names = json_array();
    for (size_t i = 0; i < report->n_rows; i++)
        if (report->rows[i].verdict == verdict)
            json_array_append_new(names, json_string(report->rows[i].workload->workload->name));
    return names;
}

/* What framebench gate would say with its margins as they are when nobody chooses. */
static json_t *gate_object(const Comparison *comparison)
{
    if (comparison->descriptive)
        return json_null();
    GateReport report = gate_judge(comparison, GATE_MARGIN, GATE_MEAN_MARGIN);
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(comparison->metric >= METRIC_EXACT ? "exact" : "holm"));
    set_number(object, "alpha", comparison->alpha);
    set_number(object, "margin_pct", 100.0 * (report.n_rows > 0 ? report.rows[0].margin : report.margin));
    set_number(object, "mean_margin_pct", 100.0 * report.suite.margin);
    json_object_set_new(object, "mean", json_string(gate_verdict_name(report.suite.verdict)));
    json_object_set_new(object, "regressions", names_with_verdict(&report, GATE_REGRESSION));
    json_object_set_new(object, "improvements", names_with_verdict(&report, GATE_IMPROVEMENT));
    json_object_set_new(object, "inconclusive", names_with_verdict(&report, GATE_INCONCLUSIVE));
    json_object_set_new(object, "underpowered", names_with_verdict(&report, GATE_UNDERPOWERED));
    json_object_set_new(object, "failed", names_with_verdict(&report, GATE_FAILED));
    gate_free(&report);
    return object;
}

static json_t *suite_object(const Comparison *comparison)
{
    const SuiteEstimate *suite = &comparison->suite;
    json_t *object = json_object();
    json_object_set_new(object, "incomplete", json_boolean(comparison->incomplete));
    json_t *geomean = json_object();
    set_number(geomean, "speedup", speedup(suite->geomean));
    json_object_set_new(geomean, "ci_fixed_suite", speedup_interval(suite->low, suite->high));
    json_object_set_new(geomean, "ci_population", speedup_interval(suite->population_low, suite->population_high));
    json_object_set_new(geomean, "n_workloads", json_integer((json_int_t)suite->n_workloads));
    json_object_set_new(geomean, "n_units", json_integer((json_int_t)suite->n_units));
    json_object_set_new(object, "geomean", geomean);
    bool any = suite->n_workloads > 0;
    json_object_set_new(object, "max",
                        any ? extreme_object(comparison, suite->max_index, suite->max, suite->max_low, suite->max_high)
                            : json_null());
    json_object_set_new(object, "min",
                        any ? extreme_object(comparison, suite->min_index, suite->min, suite->min_low, suite->min_high)
                            : json_null());
    json_object_set_new(object, "gate", gate_object(comparison));
    json_object_set_new(object, "hosts", hosts_object(comparison->result, &comparison->hosts, comparison->per_host));
    return object;
}

json_t *export_analysis(const Comparison *comparison)
{
    json_t *object = json_object();
    json_object_set_new(object, "baseline", json_string(compare_side(comparison, SIDE_A)->name));
    json_object_set_new(object, "candidate", json_string(compare_side(comparison, SIDE_B)->name));
    json_object_set_new(object, "suite", suite_object(comparison));
    json_t *workloads = json_array();
    for (size_t w = 0; w < comparison->n_workloads; w++)
        json_array_append_new(workloads, workload_object(comparison, &comparison->workloads[w]));
    json_object_set_new(object, "workloads", workloads);
    return object;
}

/* ---- CSV ---- */

static void add_number(Text *text, double number)
{
    if (isfinite(number))
        text_add(text, ",%.9g", number);
    else
        text_add(text, ",");
}

/* Names may hold no comma, but a quoted cell is right whatever comes. */
static void add_quoted(Text *text, const char *value)
{
    text_add(text, "\"");
    for (; *value != '\0'; value++) {
        if (*value == '"')
            text_add(text, "\"");
        text_add_bytes(text, value, 1);
    }
    text_add(text, "\"");
}

const char *export_csv_values(Metric metric)
{
    return compare_is_count(metric) ? "a_per_call,b_per_call" : "a_ns,b_ns";
}

void export_csv(Text *text, const Comparison *comparison, const char *file, const char *values)
{
    if (values != NULL)
        text_add(text, "%sworkload,control,baseline,candidate,metric,%s,speedup,ci_low,ci_high,verdict,grade,blocks\n",
                 file != NULL ? "file," : "", values);
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (file != NULL) {
            add_quoted(text, file);
            text_add(text, ",");
        }
        add_quoted(text, c->workload->name);
        text_add(text, ",%d,", c->workload->control);
        add_quoted(text, compare_side(comparison, SIDE_A)->name);
        text_add(text, ",");
        add_quoted(text, compare_side(comparison, SIDE_B)->name);
        text_add(text, ",%s", comparison->metric_name);
        add_number(text, c->per_call[SIDE_A]);
        add_number(text, c->per_call[SIDE_B]);
        add_number(text, speedup(c->estimate.point));
        add_number(text, speedup(c->estimate.low));
        add_number(text, speedup(c->estimate.high));
        text_add(text, ",%s,%c,%zu\n", compare_verdict_name(c->verdict), c->grade, c->n_blocks);
    }
}
