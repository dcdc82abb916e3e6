#ifdef INTERP_STATS

#include "stats.h"

#include "frameobj.h"
#include "gc.h"
#include "mem.h"
#include "object.h"
#include "xframe.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct StatsCounters stats_counters;
struct StatsPeaks stats_peaks;
int stats_cause;

static uint64_t causes[XF_CAUSE_COUNT];
static uint64_t depth;

static const char *const cause_names[] = {
#define CAUSE_NAME(id, name, meaning) name,
    XFRAME_CAUSES(CAUSE_NAME)
#undef CAUSE_NAME
};
static const char *const cause_meanings[] = {
#define CAUSE_MEANING(id, name, meaning) meaning,
    XFRAME_CAUSES(CAUSE_MEANING)
#undef CAUSE_MEANING
};

const char *xframe_cause_name(XFrameCause cause) { return cause_names[cause]; }

/* ---- objects by type ---- */

/* Types written in C by name; all classes of the program and of the library together. */
enum { KINDS_MAX = 256 };
typedef struct Kind {
    const Type *type; /* NULL: free. &type_object: classes written in Python */
    uint64_t made, freed, bytes, freed_bytes;
} Kind;
static Kind kinds[KINDS_MAX];

static Kind *kind_of(const Type *type)
{
    if (type->flags & TYPE_HEAP)
        type = &type_object;
    size_t at = ((uintptr_t)type >> 4) % KINDS_MAX;
    while (kinds[at].type && kinds[at].type != type)
        at = (at + 1) % KINDS_MAX;
    kinds[at].type = type;
    return &kinds[at];
}

void stats_object_made(const Type *type, size_t bytes)
{
    Kind *kind = kind_of(type);
    kind->made++;
    kind->bytes += bytes;
}

void stats_object_freed(const Type *type, size_t bytes)
{
    Kind *kind = kind_of(type);
    kind->freed++;
    kind->freed_bytes += bytes;
}

static const char *kind_name(const Kind *kind) { return kind->type == &type_object ? "instance" : kind->type->name; }

/* ---- ExecFrames and FrameObjects ---- */

void stats_pushed(size_t stack_bytes)
{
    stats_counters.pushes++;
    if (++depth > stats_peaks.depth)
        stats_peaks.depth = depth;
    if (stack_bytes > stats_peaks.stack_bytes)
        stats_peaks.stack_bytes = stack_bytes;
}

void stats_popped(void)
{
    stats_counters.pops++;
    depth--;
}

void stats_materialized(ThreadState *ts, ExecFrame *xf, FrameObject *fobj)
{
    causes[stats_cause]++;
    size_t bytes = sizeof(GcHead) + sizeof *fobj + fobj->storage_slots * sizeof(Value);
    fobj->stats_site = stats_escapes_wanted ? stats_escapes_add(ts, xf, stats_cause, bytes) : 1;
}

void stats_detached(const FrameObject *fobj, size_t bytes_copied)
{
    stats_counters.detaches++;
    stats_counters.detached_bytes += bytes_copied;
    if (stats_escapes_wanted && fobj->stats_site)
        stats_escapes_detached(fobj->stats_site, bytes_copied);
}

/* ---- reports ---- */

static const char *stats_format, *escapes_format; /* NULL: not asked for; "", json, folded; with :PATH */

/* "", or one of the names, with a path behind a colon or without. */
static bool is_format(const char *format, const char *const *names)
{
    for (; *names; names++) {
        size_t length = strlen(*names);
        if (!strncmp(format, *names, length) && (!format[length] || (format[length] == ':' && format[length + 1])))
            return true;
    }
    return !*format;
}

bool stats_option(const char *argument)
{
    static const struct {
        const char *name;
        const char **format;
        const char *formats[3];
    } options[] = {{"--stats", &stats_format, {"json"}}, {"--trace-materialize", &escapes_format, {"json", "folded"}}};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        size_t length = strlen(options[i].name);
        if (strncmp(argument, options[i].name, length) || (argument[length] && argument[length] != '='))
            continue;
        *options[i].format = argument + length + (argument[length] == '=');
        stats_escapes_wanted = escapes_format != NULL;
        return is_format(*options[i].format, options[i].formats);
    }
    return false;
}

static uint64_t materializations(void)
{
    uint64_t sum = 0;
    for (int i = 0; i < XF_CAUSE_COUNT; i++)
        sum += causes[i];
    return sum;
}

static void print_line(FILE *out, uint64_t count, const char *name, const char *meaning)
{
    fprintf(out, "%16" PRIu64 "  %-28s %s\n", count, name, meaning);
}

static bool print_text(FILE *out)
{
    char name[64];
    fprintf(out, "policy: %s\n", xframe_policy_name);
#define PRINT(counter, meaning) print_line(out, stats_counters.counter, #counter, meaning);
    STATS_COUNTERS(PRINT)
#undef PRINT
    print_line(out, materializations(), "materializations", "FrameObjects asked for, each once, of these:");
    for (int i = 0; i < XF_CAUSE_COUNT; i++) {
        snprintf(name, sizeof name, "materializations.%s", cause_names[i]);
        print_line(out, causes[i], name, cause_meanings[i]);
    }
#define PRINT(peak, meaning) print_line(out, stats_peaks.peak, "peak." #peak, meaning);
    STATS_PEAKS(PRINT)
#undef PRINT
    print_line(out, mem_stats.allocations, "allocations", "blocks for objects");
    print_line(out, mem_stats.bytes, "allocated_bytes", "and their bytes");
    print_line(out, mem_stats.raw_allocations, "raw_allocations", "buffers");
    print_line(out, mem_stats.raw_bytes, "raw_bytes", "and their bytes");
    fprintf(out, "%16s %16s %16s  objects by type\n", "made", "bytes", "left at the end");
    for (int i = 0; i < KINDS_MAX; i++)
        if (kinds[i].type)
            fprintf(out, "%16" PRIu64 " %16" PRIu64 " %16" PRIu64 "  %s\n", kinds[i].made, kinds[i].bytes, kinds[i].made - kinds[i].freed,
                    kind_name(&kinds[i]));
    return true;
}

static bool print_json(FILE *out)
{
    fprintf(out, "{\n  \"format\": \"framebench-interp-stats-1\",\n  \"policy\": \"%s\",\n  \"counters\": {\n", xframe_policy_name);
#define PRINT(counter, meaning) fprintf(out, "    \"" #counter "\": %" PRIu64 ",\n", stats_counters.counter);
    STATS_COUNTERS(PRINT)
#undef PRINT
    fprintf(out, "    \"materializations\": %" PRIu64 ",\n", materializations());
    for (int i = 0; i < XF_CAUSE_COUNT; i++)
        fprintf(out, "    \"materializations.%s\": %" PRIu64 ",\n", cause_names[i], causes[i]);
    for (int i = 0; i < KINDS_MAX; i++)
        if (kinds[i].type)
            fprintf(out, "    \"objects.%s\": %" PRIu64 ",\n    \"object_bytes.%s\": %" PRIu64 ",\n", kind_name(&kinds[i]), kinds[i].made,
                    kind_name(&kinds[i]), kinds[i].bytes);
    fprintf(out, "    \"allocations\": %" PRIu64 ",\n    \"allocated_bytes\": %" PRIu64 ",\n", mem_stats.allocations, mem_stats.bytes);
    fprintf(out, "    \"raw_allocations\": %" PRIu64 ",\n    \"raw_bytes\": %" PRIu64 "\n  },\n  \"peaks\": {", mem_stats.raw_allocations,
            mem_stats.raw_bytes);
    const char *separator = "";
#define PRINT(peak, meaning) fprintf(out, "%s\n    \"" #peak "\": %" PRIu64, separator, stats_peaks.peak), separator = ",";
    STATS_PEAKS(PRINT)
#undef PRINT
    fputs("\n  }\n}\n", out);
    return true;
}

FILE *stats_open(const char *format, const char *name, const char **path)
{
    size_t length = strlen(name);
    *path = format[length] == ':' ? format + length + 1 : NULL;
    return *path ? fopen(*path, "w") : stderr;
}

bool stats_close(FILE *file, const char *path)
{
    if (file && (file == stderr || (fclose(file) == 0)))
        return true;
    fprintf(stderr, "interp: cannot write '%s': %s\n", path, strerror(errno));
    return false;
}

static bool write_stats(const char *format)
{
    if (!*format)
        return print_text(stderr);
    const char *path;
    FILE *out = stats_open(format, "json", &path);
    if (out)
        print_json(out);
    return stats_close(out, path);
}

/* ---- invariants ---- */

static bool equal(const char *what, uint64_t a, uint64_t b)
{
    if (a != b)
        fprintf(stderr, "interp: stats: broken invariant: %s: %" PRIu64 " and %" PRIu64 "\n", what, a, b);
    return a == b;
}

static bool check_invariants(void)
{
    const struct StatsCounters *c = &stats_counters;
    const Kind *objects = kind_of(&type_frame);
    bool good = equal("ExecFrames of calls begun and ended", c->pushes, c->pops);
    good &= equal("ExecFrames of generators begun and ended", c->generators, c->generator_ends);
    good &= equal("FrameObjects made and given back", c->frameobjs_made, c->frameobjs_freed);
    good &= equal("memory of FrameObjects allocated and freed", objects->made, objects->freed);
    good &= equal("their bytes", objects->bytes, objects->freed_bytes);
    good &= equal("FrameObjects from the free list and the allocator, and made", c->freelist_hits + c->freelist_misses, c->frameobjs_made);
    good &= equal("chunks allocated and freed", c->chunks_made, c->chunks_freed);
    good &= equal("FrameObjects, and what the policy says of them", c->frameobjs_made, xframe_frameobjs_expected(materializations()));
    return good;
}

bool stats_finish(void)
{
    bool good = !stats_format || write_stats(stats_format);
    if (escapes_format)
        good &= stats_escapes_write(escapes_format);
    return check_invariants() && good;
}

#else
typedef int stats_are_counted_in_the_stats_variant_only; /* ISO C wants a declaration in every file */
#endif
