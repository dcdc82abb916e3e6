/* The reading half of record.h: every field is checked, and an error names the file's place and field. */
#include "record.h"

#include "escape.h"
#include "mem.h"
#include "packed.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RESULT_FORMAT  "framebench-result"
#define JOURNAL_FORMAT "framebench-journal"

/* ---- fields ---- */

/* A text as the file has it: paths, words of commands, and what is compared. */
static int get_raw_text(const json_t *object, const char *key, char **text, Error *error)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_string(value))
        return error_set(error, "field \"%s\": must be there, a string", key);
    *text = mem_copy_text(json_string_value(value));
    return 0;
}

/* A text that somebody will read; may come from anybody. */
static int get_text(const json_t *object, const char *key, char **text, Error *error)
{
    if (get_raw_text(object, key, text, error) < 0)
        return -1;
    escape_controls(*text);
    return 0;
}

static int get_optional_text(const json_t *object, const char *key, char **text, Error *error)
{
    const json_t *value = json_object_get(object, key);
    if (value == NULL || json_is_null(value))
        return 0;
    return get_text(object, key, text, error);
}

static int get_optional_raw_text(const json_t *object, const char *key, char **text, Error *error)
{
    return json_is_null(json_object_get(object, key)) || json_object_get(object, key) == NULL
               ? 0
               : get_raw_text(object, key, text, error);
}

static int get_integer(const json_t *object, const char *key, long long low, long long high, long long *number,
                       Error *error)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_integer(value) || json_integer_value(value) < low || json_integer_value(value) > high)
        return error_set(error, "field \"%s\": must be there, an integer from %lld to %lld", key, low, high);
    *number = json_integer_value(value);
    return 0;
}

static int get_unsigned(const json_t *object, const char *key, unsigned *number, Error *error)
{
    long long value = 0;
    if (get_integer(object, key, 0, UINT32_MAX, &value, error) < 0)
        return -1;
    *number = (unsigned)value;
    return 0;
}

/* A number, or null for "unknown", which becomes NaN. */
static int get_number(const json_t *object, const char *key, double *number, Error *error)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_number(value) && !json_is_null(value))
        return error_set(error, "field \"%s\": must be there, a number or null", key);
    *number = json_is_null(value) ? NAN : json_number_value(value);
    return 0;
}

static int get_bool(const json_t *object, const char *key, bool *flag, Error *error)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_boolean(value))
        return error_set(error, "field \"%s\": must be there, true or false", key);
    *flag = json_is_true(value);
    return 0;
}

static int get_array(const json_t *object, const char *key, const json_t **array, Error *error)
{
    *array = json_object_get(object, key);
    if (!json_is_array(*array))
        return error_set(error, "field \"%s\": must be there, an array", key);
    return 0;
}

static int get_object(const json_t *object, const char *key, const json_t **child, Error *error)
{
    *child = json_object_get(object, key);
    if (!json_is_object(*child))
        return error_set(error, "field \"%s\": must be there, an object", key);
    return 0;
}

/* What a part of a file is read with: the result so far, and the long arrays that were put away (NULL: none were). */
typedef struct Source {
    const Result *result;
    Packed *packed;
} Source;

static int copy_integers(const json_t *array, const char *key, uint64_t **numbers, Error *error)
{
    size_t size = json_array_size(array);
    *numbers = mem_alloc(size, sizeof **numbers);
    for (size_t i = 0; i < size; i++) {
        const json_t *element = json_array_get(array, i);
        if (!json_is_integer(element) || json_integer_value(element) < 0)
            return error_set(error, "field \"%s\": element %zu must be an integer that is not negative", key, i);
        (*numbers)[i] = (uint64_t)json_integer_value(element);
    }
    return 0;
}

/* Non-negative integers; `expected` is how many there must be, or SIZE_MAX for any number. */
static int get_integers(Source source, const json_t *object, const char *key, size_t expected, uint64_t **numbers,
                        size_t *count, Error *error)
{
    const json_t *value = json_object_get(object, key);
    size_t size = json_array_size(value);
    bool is_packed = packed_is_array(source.packed, value, &size);
    if (!is_packed && !json_is_array(value))
        return error_set(error, "field \"%s\": must be there, an array", key);
    if (expected != SIZE_MAX && size != expected)
        return error_set(error, "field \"%s\": has %zu elements, expected %zu", key, size, expected);
    if (is_packed)
        *numbers = packed_take(source.packed, value);
    else if (copy_integers(value, key, numbers, error) < 0)
        return -1;
    if (count != NULL)
        *count = size;
    return 0;
}

/* The index of a field's text among the names that `name_of` gives; -1 with the error filled. */
static int get_choice(const json_t *object, const char *key, const char *const *names, int count, Error *error)
{
    const char *text = json_string_value(json_object_get(object, key));
    for (int i = 0; text != NULL && i < count; i++)
        if (strcmp(text, names[i]) == 0)
            return i;
    return error_set(error, "field \"%s\": '%s' is none of the values it can have", key, text != NULL ? text : "");
}

/* ---- parts ---- */

static bool is_own_field(const char *key)
{
    return strcmp(key, "name") == 0 || strcmp(key, "command") == 0 || strcmp(key, "layouts") == 0;
}

static void add_shown(Facts *facts, const char *key, const json_t *value,
                      void (*add)(Facts *, const char *, const char *))
{
    char *shown = mem_copy_text(json_string_value(value));
    escape_controls(shown);
    add(facts, key, shown);
    free(shown);
}

static int read_facts(const json_t *object, Facts *facts, Error *error)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value)
    {
        if (is_own_field(key))
            continue;
        const json_t *reason = json_object_get(value, "unavailable");
        if (json_is_string(value))
            add_shown(facts, key, value, facts_add_text);
        else if (json_is_number(value))
            facts_add_number(facts, key, json_number_value(value));
        else if (json_is_boolean(value))
            facts_add_bool(facts, key, json_is_true(value));
        else if (json_is_string(reason))
            add_shown(facts, key, reason, facts_add_absent);
        else if (json_is_null(value))
            facts_add_absent(facts, key, "unknown");
        else
            return error_set(error, "field \"%s\": must be a string, number, boolean or {\"unavailable\": reason}",
                             key);
    }
    return 0;
}

static int read_settings(const json_t *root, Settings *settings, Error *error)
{
    const json_t *object;
    long long seed = 0;
    double rounds = 0.0;
    if (get_object(root, "settings", &object, error) < 0 ||
        get_integer(object, "seed", 0, INT64_MAX, &seed, error) < 0 ||
        get_number(object, "rounds", &rounds, error) < 0 ||
        get_number(object, "budget_s", &settings->budget_s, error) < 0 ||
        get_number(object, "value_ms", &settings->value_ms, error) < 0 ||
        get_unsigned(object, "values_per_process", &settings->values, error) < 0 ||
        get_unsigned(object, "warmups", &settings->warmups, error) < 0 ||
        get_unsigned(object, "layouts_k", &settings->layouts, error) < 0 ||
        get_number(object, "target_half_width_pct", &settings->target_half_width_pct, error) < 0 ||
        get_number(object, "timeout_s", &settings->timeout_s, error) < 0)
        return -1;
    const json_t *limit = json_object_get(object, "memory_limit_bytes");
    settings->memory_limit_bytes = json_is_integer(limit) ? (uint64_t)json_integer_value(limit) : 0;
    settings->seed = (uint64_t)seed;
    settings->rounds = rounds >= 1.0 && rounds <= UINT32_MAX ? (unsigned)rounds : 0;
    settings->budget_s = isnan(settings->budget_s) ? 0.0 : settings->budget_s;
    return 0;
}

static int read_layouts(const json_t *object, SideInfo *side, Error *error)
{
    const json_t *layouts = json_object_get(object, "layouts");
    side->layouts = mem_alloc(json_array_size(layouts), sizeof *side->layouts);
    for (size_t k = 0; k < json_array_size(layouts); k++) {
        const json_t *entry = json_array_get(layouts, k);
        Binary *binary = &side->layouts[side->n_layouts++];
        if (get_optional_raw_text(entry, "program", &binary->program, error) < 0 ||
            get_optional_text(entry, "sha256", &binary->sha256, error) < 0 ||
            get_optional_text(entry, "build_id", &binary->build_id, error) < 0)
            return error_context(error, "layouts[%zu]", k);
    }
    return 0;
}

/* An array of strings as a NULL-terminated array; what was read so far is in *words also on failure. */
static int get_words(const json_t *object, const char *key, char ***words, Error *error)
{
    const json_t *array;
    if (get_array(object, key, &array, error) < 0)
        return -1;
    size_t count = json_array_size(array);
    *words = mem_alloc(count + 1, sizeof **words);
    for (size_t i = 0; i < count; i++) {
        const char *word = json_string_value(json_array_get(array, i));
        if (word == NULL)
            return error_set(error, "field \"%s\": element %zu must be a string", key, i);
        (*words)[i] = mem_copy_text(word);
    }
    return 0;
}

static int read_side(const json_t *object, SideInfo *side, Error *error)
{
    if (get_text(object, "name", &side->name, error) < 0 || get_words(object, "command", &side->argv, error) < 0 ||
        read_layouts(object, side, error) < 0)
        return -1;
    return read_facts(object, &side->facts, error);
}

static int read_event(const json_t *object, EventInfo *event, Error *error)
{
    const json_t *group = json_object_get(object, "group");
    event->group = json_is_integer(group) ? (int)json_integer_value(group) : -1;
    return get_text(object, "name", &event->name, error) < 0 ||
                   get_optional_text(object, "resolved", &event->resolved, error) < 0 ||
                   get_bool(object, "software", &event->software, error) < 0 ||
                   get_bool(object, "available", &event->available, error) < 0 ||
                   get_optional_text(object, "reason", &event->reason, error) < 0 ||
                   get_optional_text(object, "remedy", &event->remedy, error) < 0
               ? -1
               : 0;
}

/* Files of earlier versions do not have it. */
static double number_or_nan(const json_t *object, const char *key)
{
    const json_t *number = json_object_get(object, key);
    return json_is_number(number) ? json_number_value(number) : NAN;
}

static int read_readings(Source source, const json_t *entry, size_t n_values, EventReadings *readings, Error *error)
{
    readings->overhead = number_or_nan(entry, "overhead");
    if (get_integers(source, entry, "count", n_values, &readings->count, NULL, error) < 0)
        return -1;
    if (json_object_get(entry, "enabled_ns") == NULL) {
        readings->enabled_ns = mem_alloc(n_values, sizeof *readings->enabled_ns);
        readings->running_ns = mem_alloc(n_values, sizeof *readings->running_ns);
        return 0;
    }
    return get_integers(source, entry, "enabled_ns", n_values, &readings->enabled_ns, NULL, error) < 0 ||
                   get_integers(source, entry, "running_ns", n_values, &readings->running_ns, NULL, error) < 0
               ? -1
               : 0;
}

static int read_samples(Source source, const json_t *object, SideSamples *samples, Error *error)
{
    const json_t *counters;
    const json_t *peak = json_object_get(object, "peak_rss_bytes");
    samples->peak_rss_bytes = json_is_integer(peak) ? (uint64_t)json_integer_value(peak) : 0;
    if (get_unsigned(object, "env_pad", &samples->env_pad, error) < 0 ||
        get_integers(source, object, "wall_ns", SIZE_MAX, &samples->wall_ns, &samples->n_values, error) < 0 ||
        get_integers(source, object, "cpu_ns", samples->n_values, &samples->cpu_ns, NULL, error) < 0 ||
        get_integers(source, object, "warmup_wall_ns", SIZE_MAX, &samples->warmup_wall_ns, &samples->n_warmups, error) <
            0 ||
        get_integers(source, object, "warmup_cpu_ns", samples->n_warmups, &samples->warmup_cpu_ns, NULL, error) < 0 ||
        get_object(object, "counters", &counters, error) < 0)
        return -1;
    samples->voluntary_switches = number_or_nan(object, "voluntary_switches");
    samples->involuntary_switches = number_or_nan(object, "involuntary_switches");
    samples->migrations = number_or_nan(object, "migrations");
    samples->n_events = source.result->n_events;
    samples->events = mem_alloc(source.result->n_events, sizeof *samples->events);
    for (size_t e = 0; e < source.result->n_events; e++) {
        const json_t *entry = json_object_get(counters, source.result->events[e].name);
        if (entry != NULL && read_readings(source, entry, samples->n_values, &samples->events[e], error) < 0)
            return error_context(error, "counter %s", source.result->events[e].name);
    }
    return 0;
}

/* Version 1 knew two sides, as members a and b. */
static const json_t *samples_of_side(const json_t *block, size_t side)
{
    const json_t *sides = json_object_get(block, "sides");
    return sides != NULL ? json_array_get(sides, side) : json_object_get(block, side == 0 ? "a" : "b");
}

static int read_sides_of_block(Source source, const json_t *object, Block *block, Error *error)
{
    const Result *result = source.result;
    const json_t *sides = json_object_get(object, "sides");
    if (sides != NULL && json_array_size(sides) != result->n_sides)
        return error_set(error, "field \"sides\": has %zu elements, expected %zu", json_array_size(sides),
                         result->n_sides);
    result_open_block(block, result->n_sides);
    for (size_t s = 0; s < result->n_sides; s++) {
        const json_t *samples = samples_of_side(object, s);
        if (json_is_null(samples))
            continue;
        if (!json_is_object(samples))
            return error_set(error, "side %s: its values must be there, an object", result->sides[s].name);
        if (read_samples(source, samples, &block->sides[s], error) < 0)
            return error_context(error, "side %s", result->sides[s].name);
    }
    return 0;
}

/* Version 1 wrote the order of two sides as a text. */
static int read_order(const json_t *object, size_t n_sides, Block *block, Error *error)
{
    const json_t *order = json_object_get(object, "order");
    if (json_is_string(order)) {
        static const char *const orders[] = {"ab", "ba"};
        int choice = get_choice(object, "order", orders, 2, error);
        if (choice < 0)
            return -1;
        block->order[choice] = 0;
        block->order[1 - choice] = 1;
        return 0;
    }
    unsigned seen = 0;
    for (size_t i = 0; i < json_array_size(order); i++) {
        json_int_t side = json_integer_value(json_array_get(order, i));
        if (side < 0 || (size_t)side >= n_sides)
            break;
        block->order[i] = (unsigned char)side;
        seen |= 1u << side;
    }
    if (json_array_size(order) != n_sides || seen != (1u << n_sides) - 1)
        return error_set(error, "field \"order\": must name each of the %zu sides once", n_sides);
    return 0;
}

static int read_marks(const json_t *object, Block *block, Error *error)
{
    const json_t *marks = json_object_get(object, "marks");
    const char *kinds[MARK_THROTTLING + 1];
    for (int i = 0; i <= MARK_THROTTLING; i++)
        kinds[i] = result_mark_name((MarkKind)i);
    for (size_t i = 0; i < json_array_size(marks); i++) {
        double amount = 0.0;
        const json_t *mark = json_array_get(marks, i);
        int kind = get_choice(mark, "kind", kinds, MARK_THROTTLING + 1, error);
        if (kind < 0 || get_number(mark, "amount", &amount, error) < 0)
            return error_context(error, "marks[%zu]", i);
        result_add_mark(block, (MarkKind)kind, amount);
    }
    return 0;
}

static int check_side_times(const SideSamples *samples, const SideSamples *baseline, const char *name, bool needs_cpu,
                            Error *error)
{
    if (samples->n_values != baseline->n_values)
        return error_set(error,
                         "side %s has %zu values and the baseline %zu; a block that is not void needs equally many",
                         name, samples->n_values, baseline->n_values);
    for (size_t i = 0; i < samples->n_values; i++)
        if (samples->wall_ns[i] == 0 || (needs_cpu && samples->cpu_ns[i] == 0))
            return error_set(error, "side %s, value %zu is zero; times must be positive", name, i);
    return 0;
}

/* A block that counts must have the same number of positive times on every side that takes part. */
static int check_times(const Block *block, const Result *result, Error *error)
{
    size_t taking_part = 0;
    if (block->void_reason != NULL)
        return 0;
    for (size_t s = 0; s < block->n_sides; s++) {
        if (block->sides[s].n_values == 0)
            continue;
        taking_part++;
        if (check_side_times(&block->sides[s], &block->sides[SIDE_A], result->sides[s].name,
                             result->imported_from == NULL, error) < 0)
            return -1;
    }
    if (taking_part < 2)
        return error_set(error, "a block that is not void needs values of the baseline and of another side");
    return 0;
}

static int read_block(Source source, const json_t *object, Block *block, Error *error)
{
    const Result *result = source.result;
    long long cpu = 0;
    long long host = 0;
    if (json_object_get(object, "host") != NULL &&
        get_integer(object, "host", 0, (long long)result->n_hosts - 1, &host, error) < 0)
        return -1;
    if (read_order(object, result->n_sides, block, error) < 0 ||
        get_unsigned(object, "round", &block->round, error) < 0 ||
        get_unsigned(object, "layout", &block->layout, error) < 0 ||
        get_integer(object, "cpu", -1, 1 << 20, &cpu, error) < 0 ||
        get_unsigned(object, "hash_seed", &block->hash_seed, error) < 0 ||
        get_number(object, "start_s", &block->start_s, error) < 0 ||
        get_number(object, "duration_s", &block->duration_s, error) < 0 ||
        get_number(object, "steal_pct", &block->steal_pct, error) < 0 || read_marks(object, block, error) < 0 ||
        get_optional_text(object, "void_reason", &block->void_reason, error) < 0 ||
        read_sides_of_block(source, object, block, error) < 0)
        return -1;
    const json_t *culprit = json_object_get(object, "void_side");
    block->culprit = json_is_integer(culprit) ? (int)json_integer_value(culprit) : -1;
    block->cpu = (int)cpu;
    block->host = (unsigned)host;
    return check_times(block, result, error);
}

static int add_read_block(Source source, const json_t *object, WorkloadResult *workload, Error *error)
{
    Block block = {0};
    int status = read_block(source, object, &block, error);
    if (status == 0)
        result_add_block(workload, &block);
    else
        error_context(error, "block %zu", workload->n_blocks);
    result_free_block(&block);
    return status;
}

static int read_tags(const json_t *object, WorkloadResult *workload, Error *error)
{
    const json_t *tags;
    if (get_array(object, "tags", &tags, error) < 0)
        return -1;
    workload->tags = mem_alloc(json_array_size(tags), sizeof *workload->tags);
    for (size_t i = 0; i < json_array_size(tags); i++) {
        const char *tag = json_string_value(json_array_get(tags, i));
        if (tag == NULL)
            return error_set(error, "field \"tags\": element %zu must be a string", i);
        workload->tags[workload->n_tags] = mem_copy_text(tag);
        escape_controls(workload->tags[workload->n_tags++]);
    }
    return 0;
}

static int read_exact(const json_t *object, size_t n_sides, WorkloadResult *workload, Error *error)
{
    const json_t *array = json_object_get(object, "exact");
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *entry = json_array_get(array, i);
        ExactMetric *exact = result_add_exact(workload);
        long long side = 0;
        if (get_integer(entry, "side", 0, (long long)n_sides - 1, &side, error) < 0 ||
            get_text(entry, "name", &exact->name, error) < 0 || get_number(entry, "value", &exact->value, error) < 0 ||
            get_text(entry, "unit", &exact->unit, error) < 0 || get_text(entry, "per", &exact->per, error) < 0 ||
            get_text(entry, "tool", &exact->tool, error) < 0 ||
            get_optional_text(entry, "tool_version", &exact->tool_version, error) < 0 ||
            get_optional_text(entry, "reason", &exact->reason, error) < 0)
            return error_context(error, "exact[%zu]", i);
        exact->side = (unsigned)side;
    }
    return 0;
}

/* What version 2 added; version 1 files do well without. */
static int read_workload_extras(const json_t *object, size_t n_sides, WorkloadResult *workload, Error *error)
{
    const char *designs[DESIGN_A_THEN_B + 1];
    for (int i = 0; i <= DESIGN_A_THEN_B; i++)
        designs[i] = result_design_name((WorkloadDesign)i);
    if (json_object_get(object, "design") != NULL) {
        int design = get_choice(object, "design", designs, DESIGN_A_THEN_B + 1, error);
        if (design < 0)
            return -1;
        workload->design = (WorkloadDesign)design;
    }
    char *path = NULL;
    if (get_optional_text(object, "sha256", &workload->sha256, error) < 0 ||
        get_optional_raw_text(object, "path", &path, error) < 0)
        return -1;
    if (path != NULL) {
        free(workload->file);
        workload->file = path;
    }
    const json_t *program = json_object_get(object, "program");
    if (json_is_array(program) && get_words(object, "program", &workload->program, error) < 0)
        return -1;
    workload->timeout_s = json_number_value(json_object_get(object, "timeout_s"));
    const json_t *errors = json_object_get(object, "side_errors");
    for (size_t s = 0; s < json_array_size(errors) && s < n_sides; s++) {
        const char *reason = json_string_value(json_array_get(errors, s));
        if (reason == NULL)
            continue;
        char *shown = mem_copy_text(reason);
        escape_controls(shown);
        result_set_side_error(workload, s, shown);
        free(shown);
    }
    return read_exact(object, n_sides, workload, error);
}

static int read_workload(Source source, const json_t *object, WorkloadResult *workload, Error *error)
{
    const Result *result = source.result;
    const char *statuses[WORKLOAD_FAILED + 1];
    const char *stops[STOP_LAYOUT_LIMITED + 1];
    for (int i = 0; i <= WORKLOAD_FAILED; i++)
        statuses[i] = result_status_name((WorkloadStatus)i);
    for (int i = 0; i <= STOP_LAYOUT_LIMITED; i++)
        stops[i] = result_stop_name((StopReason)i);
    long long loops = 0;
    const json_t *blocks;
    if (get_text(object, "name", &workload->name, error) < 0)
        return -1;
    int status = get_choice(object, "status", statuses, WORKLOAD_FAILED + 1, error);
    int stop = get_choice(object, "stop_reason", stops, STOP_LAYOUT_LIMITED + 1, error);
    if (status < 0 || stop < 0 || get_raw_text(object, "file", &workload->file, error) < 0 ||
        get_raw_text(object, "function", &workload->function, error) < 0 ||
        get_integer(object, "n", INT64_MIN, INT64_MAX, &workload->n, error) < 0 ||
        get_optional_raw_text(object, "checksum", &workload->checksum, error) < 0 ||
        get_text(object, "stresses", &workload->stresses, error) < 0 || read_tags(object, workload, error) < 0 ||
        get_bool(object, "control", &workload->control, error) < 0 ||
        get_optional_text(object, "error", &workload->error, error) < 0 ||
        get_integer(object, "inner_loops", 0, INT64_MAX, &loops, error) < 0 ||
        read_workload_extras(object, result->n_sides, workload, error) < 0 ||
        get_array(object, "blocks", &blocks, error) < 0)
        return error_context(error, "workload %s", workload->name);
    workload->status = (WorkloadStatus)status;
    workload->stop_reason = (StopReason)stop;
    workload->loops = (uint64_t)loops;
    for (size_t b = 0; b < json_array_size(blocks); b++)
        if (add_read_block(source, json_array_get(blocks, b), workload, error) < 0)
            return error_context(error, "workload %s", workload->name);
    return 0;
}

/* ---- whole files ---- */

static int read_findings(const json_t *object, Host *host, Error *error)
{
    const json_t *array = json_object_get(object, "findings");
    const char *statuses[FINDING_UNKNOWN + 1];
    for (int i = 0; i <= FINDING_UNKNOWN; i++)
        statuses[i] = result_finding_name((FindingStatus)i);
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *entry = json_array_get(array, i);
        Finding *finding = result_add_finding(host);
        int status = get_choice(entry, "status", statuses, FINDING_UNKNOWN + 1, error);
        if (status < 0 || get_text(entry, "check", &finding->check, error) < 0 ||
            get_optional_text(entry, "value", &finding->value, error) < 0 ||
            get_optional_text(entry, "effect", &finding->effect, error) < 0 ||
            get_optional_text(entry, "remedy", &finding->remedy, error) < 0)
            return error_context(error, "findings[%zu]", i);
        finding->status = (FindingStatus)status;
    }
    return 0;
}

static int read_host(const json_t *object, Host *host, Error *error)
{
    const json_t *machine;
    if (get_object(object, "machine", &machine, error) < 0 || read_facts(machine, &host->machine, error) < 0 ||
        get_optional_text(object, "name", &host->name, error) < 0 ||
        get_optional_text(object, "source", &host->source, error) < 0)
        return -1;
    if (host->name == NULL)
        host->name = mem_copy_text(facts_text(&host->machine, "host", "unknown"));
    return read_findings(object, host, error);
}

/* Version 1 knew one machine and had its facts at the top. */
static int read_hosts(const json_t *root, Result *result, Error *error)
{
    const json_t *hosts = json_object_get(root, "hosts");
    if (hosts == NULL)
        return read_host(root, result_add_host(result), error);
    if (json_array_size(hosts) == 0)
        return error_set(error, "field \"hosts\": must be an array of at least one host");
    for (size_t h = 0; h < json_array_size(hosts); h++)
        if (read_host(json_array_get(hosts, h), result_add_host(result), error) < 0)
            return error_context(error, "hosts[%zu]", h);
    return 0;
}

static int read_head(const json_t *root, const char *format, Result *result, Error *error)
{
    const char *states[RUN_STATE_INTERRUPTED + 1];
    for (int i = 0; i <= RUN_STATE_INTERRUPTED; i++)
        states[i] = result_state_name((RunState)i);
    const char *found = json_string_value(json_object_get(root, "format"));
    if (found == NULL || strcmp(found, format) != 0)
        return error_set(error, "field \"format\": is not \"%s\"; this is no result file of framebench", format);
    long long version = 0;
    if (get_integer(root, "version", 1, INT64_MAX, &version, error) < 0)
        return -1;
    if (version > RECORD_VERSION)
        return error_set(error,
                         "field \"version\": is %lld, and this framebench reads up to %d; use a newer framebench",
                         version, RECORD_VERSION);
    int state = get_choice(root, "state", states, RUN_STATE_INTERRUPTED + 1, error);
    if (state < 0 || get_text(root, "created", &result->created, error) < 0 ||
        get_text(root, "commit", &result->commit, error) < 0 ||
        get_number(root, "duration_s", &result->duration_s, error) < 0 ||
        get_optional_raw_text(root, "command", &result->command, error) < 0 ||
        get_optional_raw_text(root, "runner", &result->runner, error) < 0 ||
        get_optional_text(root, "imported_from", &result->imported_from, error) < 0 ||
        read_settings(root, &result->settings, error) < 0 || read_hosts(root, result, error) < 0)
        return -1;
    result->state = (RunState)state;
    return 0;
}

static int read_sides_and_events(const json_t *root, Result *result, Error *error)
{
    const json_t *sides;
    const json_t *events;
    if (get_array(root, "sides", &sides, error) < 0 || get_array(root, "events", &events, error) < 0)
        return -1;
    if (json_array_size(sides) < 2 || json_array_size(sides) > SIDES_MAX)
        return error_set(error, "field \"sides\": has %zu elements, expected 2 to %d", json_array_size(sides),
                         SIDES_MAX);
    for (size_t s = 0; s < json_array_size(sides); s++)
        if (read_side(json_array_get(sides, s), result_add_side(result), error) < 0)
            return error_context(error, "sides[%zu]", s);
    result->events = mem_alloc(json_array_size(events), sizeof *result->events);
    for (size_t e = 0; e < json_array_size(events); e++)
        if (read_event(json_array_get(events, e), &result->events[result->n_events++], error) < 0)
            return error_context(error, "events[%zu]", e);
    return 0;
}

static int read_root(const json_t *root, const char *format, Packed *packed, Result *result, Error *error)
{
    const json_t *workloads;
    if (read_head(root, format, result, error) < 0 || read_sides_and_events(root, result, error) < 0 ||
        get_array(root, "workloads", &workloads, error) < 0)
        return -1;
    size_t count = json_array_size(workloads);
    result->workloads = mem_alloc(count, sizeof *result->workloads);
    for (size_t w = 0; w < count; w++)
        if (read_workload((Source){result, packed}, json_array_get(workloads, w),
                          &result->workloads[result->n_workloads++], error) < 0)
            return error_context(error, "workloads[%zu]", w);
    return 0;
}

static int read_journal_line(const json_t *line, Result *result, Error *error)
{
    long long workload = 0;
    const json_t *block;
    if (get_integer(line, "workload", 0, (long long)result->n_workloads - 1, &workload, error) < 0 ||
        get_object(line, "block", &block, error) < 0)
        return -1;
    return add_read_block((Source){result, NULL}, block, &result->workloads[workload], error);
}

/* The rest of a journal. A last line without its newline was being written when the run was killed: it is dropped. */
static int read_journal_lines(FILE *file, Result *result, Error *error)
{
    char *line = NULL;
    size_t room = 0;
    int status = 0;
    for (int number = 2; status == 0; number++) {
        ssize_t length = getline(&line, &room, file);
        if (length <= 0 || line[length - 1] != '\n')
            break;
        json_error_t problem;
        json_t *object = json_loadb(line, (size_t)length, JSON_REJECT_DUPLICATES, &problem);
        if (object == NULL)
            status = error_set(error, "column %d: %s", problem.column, problem.text);
        else
            status = read_journal_line(object, result, error);
        if (status < 0)
            error_context(error, "line %d", number);
        json_decref(object);
    }
    free(line);
    return status;
}

static void settle_journal(Result *result)
{
    result->state = RUN_STATE_INTERRUPTED;
    for (size_t w = 0; w < result->n_workloads; w++) {
        WorkloadResult *workload = &result->workloads[w];
        if (workload->status == WORKLOAD_PENDING && workload->n_blocks > 0) {
            workload->status = WORKLOAD_OK;
            workload->stop_reason = STOP_INTERRUPTED;
        }
    }
}

int record_read(Result *result, const char *path, Error *error)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return error_set(error, "%s: %s; check the path", path, strerror(errno));
    json_error_t problem;
    Packed *packed = packed_new(file);
    json_t *root = packed_load(packed, &problem);
    const char *format = json_string_value(json_object_get(root, "format"));
    int status;
    if (root == NULL) {
        status = error_set(error, "line %d, column %d: %s; the file is damaged or no JSON", problem.line,
                           problem.column, problem.text);
    } else if (format != NULL && strcmp(format, JOURNAL_FORMAT) == 0) {
        fseek(file, 0, SEEK_SET);
        int c;
        while ((c = getc(file)) != EOF && c != '\n')
            ;
        status = read_root(root, JOURNAL_FORMAT, packed, result, error);
        if (status == 0)
            status = read_journal_lines(file, result, error);
        settle_journal(result);
    } else {
        status = read_root(root, RESULT_FORMAT, packed, result, error);
    }
    json_decref(root);
    packed_free(packed);
    fclose(file);
    return status < 0 ? error_context(error, "%s", path) : 0;
}
