#include "record.h"

#include "mem.h"
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define RESULT_FORMAT  "framebench-result"
#define JOURNAL_FORMAT "framebench-journal"

enum { JSON_STYLE = JSON_REAL_PRECISION(12) | JSON_PRESERVE_ORDER };

/* ==== writing ==== */

json_t *record_number(double number)
{
    return isfinite(number) ? json_real(number) : json_null();
}

static json_t *text_or_null(const char *text)
{
    /* Foreign text (a checksum, standard error) may be no UTF-8, which JSON cannot hold. */
    json_t *value = text != NULL ? json_string(text) : json_null();
    if (value != NULL)
        return value;
    char *ascii = mem_copy_text(text);
    for (char *c = ascii; *c != '\0'; c++)
        if ((unsigned char)*c >= 0x80)
            *c = '?';
    value = json_string(ascii);
    free(ascii);
    return value;
}

static json_t *integers(const uint64_t *numbers, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, json_integer((json_int_t)numbers[i]));
    return array;
}

static json_t *write_facts(const Facts *facts, json_t *object)
{
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->items[i];
        json_t *value = NULL;
        switch (fact->kind) {
        case FACT_TEXT:
            value = text_or_null(fact->text);
            break;
        case FACT_NUMBER:
            value = record_number(fact->number);
            break;
        case FACT_BOOL:
            value = json_boolean(fact->number != 0.0);
            break;
        case FACT_ABSENT:
            value = json_object();
            json_object_set_new(value, "unavailable", text_or_null(fact->text));
            break;
        }
        json_object_set_new(object, fact->key, value);
    }
    return object;
}

static json_t *write_settings(const Settings *settings)
{
    json_t *object = json_object();
    json_object_set_new(object, "seed", json_integer((json_int_t)settings->seed));
    json_object_set_new(object, "rounds", settings->rounds > 0 ? json_integer(settings->rounds) : json_null());
    json_object_set_new(object, "budget_s", settings->budget_s > 0.0 ? json_real(settings->budget_s) : json_null());
    json_object_set_new(object, "value_ms", json_real(settings->value_ms));
    json_object_set_new(object, "values_per_process", json_integer(settings->values));
    json_object_set_new(object, "warmups", json_integer(settings->warmups));
    json_object_set_new(object, "layouts_k", json_integer(settings->layouts));
    json_object_set_new(object, "target_half_width_pct", json_real(settings->target_half_width_pct));
    json_object_set_new(object, "timeout_s", json_real(settings->timeout_s));
    json_object_set_new(object, "memory_limit_bytes",
                        settings->memory_limit_bytes > 0 ? json_integer((json_int_t)settings->memory_limit_bytes)
                                                         : json_null());
    return object;
}

static json_t *words(char **list)
{
    json_t *array = json_array();
    for (char **word = list; *word != NULL; word++)
        json_array_append_new(array, text_or_null(*word));
    return array;
}

static json_t *write_side(const SideInfo *side)
{
    json_t *object = json_object();
    json_object_set_new(object, "name", text_or_null(side->name));
    json_object_set_new(object, "command", words(side->argv));
    json_t *layouts = json_array();
    for (size_t k = 0; k < side->n_layouts; k++) {
        json_t *binary = json_object();
        json_object_set_new(binary, "program", text_or_null(side->layouts[k].program));
        json_object_set_new(binary, "sha256", text_or_null(side->layouts[k].sha256));
        json_object_set_new(binary, "build_id", text_or_null(side->layouts[k].build_id));
        json_array_append_new(layouts, binary);
    }
    json_object_set_new(object, "layouts", layouts);
    return write_facts(&side->facts, object);
}

json_t *record_findings(const Host *host)
{
    json_t *findings = json_array();
    for (size_t f = 0; f < host->n_findings; f++) {
        const Finding *finding = &host->findings[f];
        json_t *entry = json_object();
        json_object_set_new(entry, "check", text_or_null(finding->check));
        json_object_set_new(entry, "status", json_string(result_finding_name(finding->status)));
        json_object_set_new(entry, "value", text_or_null(finding->value));
        json_object_set_new(entry, "effect", text_or_null(finding->effect));
        json_object_set_new(entry, "remedy", text_or_null(finding->remedy));
        json_array_append_new(findings, entry);
    }
    return findings;
}

static json_t *write_host(const Host *host)
{
    json_t *object = json_object();
    json_object_set_new(object, "name", text_or_null(host->name));
    json_object_set_new(object, "source", text_or_null(host->source));
    json_object_set_new(object, "machine", write_facts(&host->machine, json_object()));
    json_object_set_new(object, "findings", record_findings(host));
    return object;
}

json_t *record_event(const EventInfo *event)
{
    json_t *object = json_object();
    json_object_set_new(object, "name", text_or_null(event->name));
    json_object_set_new(object, "resolved", text_or_null(event->resolved));
    json_object_set_new(object, "software", json_boolean(event->software));
    json_object_set_new(object, "available", json_boolean(event->available));
    json_object_set_new(object, "group", event->group >= 0 ? json_integer(event->group) : json_null());
    json_object_set_new(object, "reason", text_or_null(event->reason));
    json_object_set_new(object, "remedy", text_or_null(event->remedy));
    return object;
}

static bool was_multiplexed(const EventReadings *readings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (readings->running_ns[i] != readings->enabled_ns[i])
            return true;
    return false;
}

/* Times are stored only where they tell something: when the kernel shared the counter. */
static json_t *write_counters(const SideSamples *samples, const EventInfo *events)
{
    json_t *object = json_object();
    for (size_t e = 0; e < samples->n_events; e++) {
        const EventReadings *readings = &samples->events[e];
        if (readings->count == NULL)
            continue;
        json_t *entry = json_object();
        json_object_set_new(entry, "count", integers(readings->count, samples->n_values));
        if (was_multiplexed(readings, samples->n_values)) {
            json_object_set_new(entry, "enabled_ns", integers(readings->enabled_ns, samples->n_values));
            json_object_set_new(entry, "running_ns", integers(readings->running_ns, samples->n_values));
        }
        json_object_set_new(entry, "overhead", record_number(readings->overhead));
        json_object_set_new(object, events[e].name, entry);
    }
    return object;
}

static json_t *write_samples(const SideSamples *samples, const EventInfo *events)
{
    json_t *object = json_object();
    json_object_set_new(object, "env_pad", json_integer(samples->env_pad));
    json_object_set_new(object, "peak_rss_bytes",
                        samples->peak_rss_bytes > 0 ? json_integer((json_int_t)samples->peak_rss_bytes) : json_null());
    json_object_set_new(object, "wall_ns", integers(samples->wall_ns, samples->n_values));
    json_object_set_new(object, "cpu_ns", integers(samples->cpu_ns, samples->n_values));
    json_object_set_new(object, "warmup_wall_ns", integers(samples->warmup_wall_ns, samples->n_warmups));
    json_object_set_new(object, "warmup_cpu_ns", integers(samples->warmup_cpu_ns, samples->n_warmups));
    json_object_set_new(object, "voluntary_switches", record_number(samples->voluntary_switches));
    json_object_set_new(object, "involuntary_switches", record_number(samples->involuntary_switches));
    json_object_set_new(object, "migrations", record_number(samples->migrations));
    json_object_set_new(object, "counters", write_counters(samples, events));
    return object;
}

static json_t *write_marks(const Block *block)
{
    json_t *array = json_array();
    for (size_t i = 0; i < block->n_marks; i++) {
        json_t *mark = json_object();
        json_object_set_new(mark, "kind", json_string(result_mark_name(block->marks[i].kind)));
        json_object_set_new(mark, "amount", record_number(block->marks[i].amount));
        json_object_set_new(mark, "unit", json_string(result_mark_unit(block->marks[i].kind)));
        json_array_append_new(array, mark);
    }
    return array;
}

static json_t *write_block(const Block *block, const EventInfo *events)
{
    json_t *object = json_object();
    json_object_set_new(object, "round", json_integer(block->round));
    json_object_set_new(object, "layout", json_integer(block->layout));
    json_object_set_new(object, "host", json_integer(block->host));
    json_t *order = json_array();
    json_t *sides = json_array();
    for (size_t s = 0; s < block->n_sides; s++) {
        bool empty = block->sides[s].n_values == 0 && block->sides[s].n_warmups == 0;
        json_array_append_new(order, json_integer(block->order[s]));
        json_array_append_new(sides, empty ? json_null() : write_samples(&block->sides[s], events));
    }
    json_object_set_new(object, "order", order);
    json_object_set_new(object, "cpu", json_integer(block->cpu));
    json_object_set_new(object, "hash_seed", json_integer(block->hash_seed));
    json_object_set_new(object, "start_s", record_number(block->start_s));
    json_object_set_new(object, "duration_s", record_number(block->duration_s));
    json_object_set_new(object, "steal_pct", record_number(block->steal_pct));
    json_object_set_new(object, "marks", write_marks(block));
    json_object_set_new(object, "void_reason", text_or_null(block->void_reason));
    json_object_set_new(object, "void_side",
                        block->void_reason != NULL && block->culprit >= 0 ? json_integer(block->culprit) : json_null());
    json_object_set_new(object, "sides", sides);
    return object;
}

static json_t *write_exact(const WorkloadResult *workload)
{
    json_t *array = json_array();
    for (size_t i = 0; i < workload->n_exact; i++) {
        const ExactMetric *exact = &workload->exact[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "side", json_integer(exact->side));
        json_object_set_new(entry, "name", text_or_null(exact->name));
        json_object_set_new(entry, "value", record_number(exact->value));
        json_object_set_new(entry, "unit", text_or_null(exact->unit));
        json_object_set_new(entry, "per", text_or_null(exact->per));
        json_object_set_new(entry, "tool", text_or_null(exact->tool));
        json_object_set_new(entry, "tool_version", text_or_null(exact->tool_version));
        json_object_set_new(entry, "reason", text_or_null(exact->reason));
        json_array_append_new(array, entry);
    }
    return array;
}

static json_t *write_side_errors(const WorkloadResult *workload, size_t n_sides)
{
    json_t *array = json_array();
    for (size_t s = 0; s < n_sides; s++)
        json_array_append_new(array, text_or_null(s < workload->n_side_errors ? workload->side_errors[s] : NULL));
    return array;
}

/* Everything of a workload but its blocks. */
static json_t *write_workload(const WorkloadResult *workload, size_t n_sides)
{
    const char *slash = strrchr(workload->file, '/');
    json_t *object = json_object();
    json_object_set_new(object, "name", text_or_null(workload->name));
    json_object_set_new(object, "file", text_or_null(slash != NULL ? slash + 1 : workload->file));
    json_object_set_new(object, "path", text_or_null(workload->file));
    json_object_set_new(object, "sha256", text_or_null(workload->sha256));
    json_object_set_new(object, "program", workload->program != NULL ? words(workload->program) : json_null());
    json_object_set_new(object, "function", text_or_null(workload->function));
    json_object_set_new(object, "n", json_integer(workload->n));
    json_object_set_new(object, "checksum", text_or_null(workload->checksum));
    json_object_set_new(object, "stresses", text_or_null(workload->stresses));
    json_t *tags = json_array();
    for (size_t t = 0; t < workload->n_tags; t++)
        json_array_append_new(tags, text_or_null(workload->tags[t]));
    json_object_set_new(object, "tags", tags);
    json_object_set_new(object, "control", json_boolean(workload->control));
    json_object_set_new(object, "design", json_string(result_design_name(workload->design)));
    json_object_set_new(object, "status", json_string(result_status_name(workload->status)));
    json_object_set_new(object, "stop_reason", json_string(result_stop_name(workload->stop_reason)));
    json_object_set_new(object, "error", text_or_null(workload->error));
    json_object_set_new(object, "side_errors", write_side_errors(workload, n_sides));
    json_object_set_new(object, "inner_loops", json_integer((json_int_t)workload->loops));
    json_object_set_new(object, "timeout_s", workload->timeout_s > 0.0 ? json_real(workload->timeout_s) : json_null());
    json_object_set_new(object, "exact", write_exact(workload));
    return object;
}

/* Everything that stands before the workloads. */
static json_t *write_head(const Result *result, const char *format)
{
    json_t *object = json_object();
    json_object_set_new(object, "format", json_string(format));
    json_object_set_new(object, "version", json_integer(RECORD_VERSION));
    json_object_set_new(object, "created", text_or_null(result->created));
    json_object_set_new(object, "commit", text_or_null(result->commit));
    json_object_set_new(object, "command", text_or_null(result->command));
    json_object_set_new(object, "runner", text_or_null(result->runner));
    json_object_set_new(object, "imported_from", text_or_null(result->imported_from));
    json_object_set_new(object, "state", json_string(result_state_name(result->state)));
    json_object_set_new(object, "duration_s", record_number(result->duration_s));
    json_object_set_new(object, "settings", write_settings(&result->settings));
    json_t *sides = json_array();
    for (size_t s = 0; s < result->n_sides; s++)
        json_array_append_new(sides, write_side(&result->sides[s]));
    json_object_set_new(object, "sides", sides);
    json_t *hosts = json_array();
    for (size_t h = 0; h < result->n_hosts; h++)
        json_array_append_new(hosts, write_host(&result->hosts[h]));
    json_object_set_new(object, "hosts", hosts);
    json_t *events = json_array();
    for (size_t e = 0; e < result->n_events; e++)
        json_array_append_new(events, record_event(&result->events[e]));
    json_object_set_new(object, "events", events);
    return object;
}

/* Writes an object without its closing brace, so that a member can follow. */
static bool put_open_object(FILE *file, json_t *object, size_t flags)
{
    char *text = json_dumps(object, JSON_STYLE | flags);
    json_decref(object);
    size_t length = strlen(text) - 1;
    while (length > 0 && text[length - 1] == '\n')
        length--;
    bool written = fwrite(text, 1, length, file) == length;
    free(text);
    return written;
}

/* A workload with its blocks, one block a line. Only one block at a time is in memory as JSON: a result may hold ten
 * million values, and as JSON each would take ten times its room. */
static bool put_workload(FILE *file, const Result *result, const WorkloadResult *workload)
{
    bool written =
        put_open_object(file, write_workload(workload, result->n_sides), 0) && fputs(", \"blocks\": [", file) != EOF;
    for (size_t b = 0; b < workload->n_blocks && written; b++) {
        json_t *block = write_block(&workload->blocks[b], result->events);
        written = fputs(b > 0 ? ",\n   " : "\n   ", file) != EOF && json_dumpf(block, file, JSON_STYLE) == 0;
        json_decref(block);
    }
    return written && fputs("]}", file) != EOF;
}

static bool put_result(FILE *file, const Result *result, const json_t *analysis)
{
    bool written = put_open_object(file, write_head(result, RESULT_FORMAT), JSON_INDENT(1)) &&
                   fputs(",\n \"workloads\": [", file) != EOF;
    for (size_t w = 0; w < result->n_workloads && written; w++)
        written = fputs(w > 0 ? ",\n  " : "\n  ", file) != EOF && put_workload(file, result, &result->workloads[w]);
    written = written && fputc(']', file) != EOF;
    if (analysis != NULL)
        written = written && fputs(",\n \"analysis\": ", file) != EOF &&
                  json_dumpf(analysis, file, JSON_STYLE | JSON_INDENT(1)) == 0;
    return written && fputs("\n}\n", file) != EOF;
}

int record_write(const Result *result, json_t *analysis, const char *path, Error *error)
{
    PlaceFile place;
    if (place_begin(&place, path, error) < 0)
        return -1;
    if (place_end(&place, put_result(place.file, result, analysis)) < 0)
        return error_set(error, "%s: %s; make room there, the journal keeps what was measured", path, strerror(errno));
    return 0;
}

/* ==== journal ==== */

/* Appends a line, whole or not at all: what a full disk took half of is taken back. */
static int append_line(const Journal *journal, json_t *object, Error *error)
{
    char *line = json_dumps(object, JSON_STYLE | JSON_COMPACT);
    json_decref(object);
    size_t length = strlen(line);
    line[length++] = '\n';
    off_t start = lseek(journal->fd, 0, SEEK_END);
    size_t done = 0;
    int problem = 0;
    while (done < length && problem == 0) {
        ssize_t written = write(journal->fd, line + done, length - done);
        if (written > 0)
            done += (size_t)written;
        else if (written < 0 && errno != EINTR)
            problem = errno;
    }
    free(line);
    if (done == length) {
        (void)fdatasync(journal->fd); /* against loss of power; between blocks, where nothing is timed */
        return 0;
    }
    if (ftruncate(journal->fd, start) != 0)
        problem = errno;
    return error_set(error, "%s: %s; make room there and go on with --resume", journal->path, strerror(problem));
}

static int open_journal(Journal *journal, int flags, Error *error)
{
    journal->fd = open(journal->path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC | flags, 0666);
    if (journal->fd < 0 && errno == EEXIST)
        return error_set(
            error,
            "%s is there: an earlier run was killed, and this is what it measured; go on with --resume %s, "
            "look at it with 'framebench compare', or remove it",
            journal->path, journal->path);
    if (journal->fd < 0)
        return error_set(error, "%s: %s; choose another place with --out", journal->path, strerror(errno));
    if (flock(journal->fd, LOCK_EX | LOCK_NB) != 0)
        return error_set(error, "%s: another framebench is writing it; wait for that one", journal->path);
    return 0;
}

static int write_journal_head(Journal *journal, const Result *result, Error *error)
{
    json_t *head = write_head(result, JOURNAL_FORMAT);
    json_t *workloads = json_array();
    for (size_t w = 0; w < result->n_workloads; w++) {
        json_t *workload = write_workload(&result->workloads[w], result->n_sides);
        json_object_set_new(workload, "blocks", json_array());
        json_array_append_new(workloads, workload);
    }
    json_object_set_new(head, "workloads", workloads);
    return append_line(journal, head, error);
}

int record_journal_open(Journal *journal, const Result *result, const char *result_path, Error *error)
{
    journal->path = mem_format("%s.journal", result_path);
    if (open_journal(journal, O_CREAT | O_EXCL, error) < 0)
        return -1;
    if (write_journal_head(journal, result, error) == 0)
        return 0;
    record_journal_close(journal, true);
    return -1;
}

/* Cuts off a last line that was being written when the run was killed. */
static void cut_to_whole_lines(const Journal *journal)
{
    int fd = open(journal->path, O_RDONLY | O_CLOEXEC);
    off_t end = fd >= 0 ? lseek(fd, 0, SEEK_END) : 0;
    char last = '\n';
    while (end > 0 && pread(fd, &last, 1, end - 1) == 1 && last != '\n')
        end--;
    if (fd >= 0)
        close(fd);
    (void)!ftruncate(journal->fd, end);
}

int record_journal_resume(Journal *journal, const Result *result, const char *result_path, Error *error)
{
    journal->path = mem_format("%s.journal", result_path);
    if (access(journal->path, F_OK) == 0) {
        if (open_journal(journal, 0, error) < 0)
            return -1;
        cut_to_whole_lines(journal);
        return 0;
    }
    if (open_journal(journal, O_CREAT | O_EXCL, error) < 0 || write_journal_head(journal, result, error) < 0)
        return -1;
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t b = 0; b < result->workloads[w].n_blocks; b++)
            if (record_journal_block(journal, w, &result->workloads[w].blocks[b], result, error) < 0)
                return -1;
    return 0;
}

int record_journal_block(Journal *journal, size_t workload, const Block *block, const Result *result, Error *error)
{
    json_t *object = json_object();
    json_object_set_new(object, "workload", json_integer((json_int_t)workload));
    json_object_set_new(object, "block", write_block(block, result->events));
    return append_line(journal, object, error);
}

void record_journal_close(Journal *journal, bool remove_file)
{
    if (journal->fd >= 0) {
        if (remove_file)
            unlink(journal->path);
        close(journal->fd);
    }
    free(journal->path);
    *journal = (Journal)JOURNAL_INIT;
}
