/* stats_escapes.c: who makes FrameObjects escape: --trace-materialize, by source line and cause, and by call stack. */
#ifdef INTERP_STATS

#include "code.h"
#include "exceptions.h"
#include "frameobj.h"
#include "mem.h"
#include "stats.h"
#include "types/str.h"
#include "xframe.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

bool stats_escapes_wanted;

/* A line that made FrameObjects of one function escape for one cause. Names are copies: the code may be gone at the end. */
typedef struct Site {
    char *file, *asker, *shown; /* where; the function running there; the function whose FrameObject it is */
    int line;
    int cause;
    uint64_t count, detached, made_bytes, copied_bytes;
} Site;

typedef struct Stack {
    char *frames; /* "main;f;g" */
    int cause;
    uint64_t count;
} Stack;

static Site *sites;
static Stack *stacks;
static size_t site_count, stack_count;
/* Open addressing over the two arrays: index + 1, 0 free. Never more than half full. */
typedef struct Index {
    uint32_t *slots;
    size_t size;
} Index;
static Index site_index, stack_index;

static void out_of_memory(void)
{
    fputs("interp: --trace-materialize: not enough memory for its tables; trace a shorter run\n", stderr);
    exit(1);
}

static void *grow(void *array, size_t bytes)
{
    void *larger = mem_realloc_raw(array, bytes);
    if (!larger)
        out_of_memory();
    return larger;
}

static char *copy(const char *text)
{
    char *result = grow(NULL, strlen(text) + 1);
    return strcpy(result, text);
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (hash ^ 0xff) * 1099511628211u;
}

static uint64_t site_hash(const Site *s)
{
    uint64_t hash = 14695981039346656037u + (uint64_t)s->line * 31 + (uint64_t)s->cause;
    return hash_text(hash_text(hash_text(hash, s->file), s->asker), s->shown);
}

static bool site_equal(const Site *a, const Site *b)
{
    return a->line == b->line && a->cause == b->cause && !strcmp(a->file, b->file) && !strcmp(a->asker, b->asker) && !strcmp(a->shown, b->shown);
}

static uint64_t stack_hash(const Stack *s) { return hash_text(14695981039346656037u + (uint64_t)s->cause, s->frames); }
static bool stack_equal(const Stack *a, const Stack *b) { return a->cause == b->cause && !strcmp(a->frames, b->frames); }

/* Room for one more in an index over `count` items, whose hash is given by position. */
static void index_reserve(Index *index, size_t count, uint64_t (*hash_at)(size_t))
{
    if (2 * (count + 1) <= index->size)
        return;
    index->size = index->size ? 2 * index->size : 256;
    index->slots = grow(index->slots, index->size * sizeof *index->slots);
    memset(index->slots, 0, index->size * sizeof *index->slots);
    for (size_t i = 0; i < count; i++) {
        size_t at = hash_at(i) & (index->size - 1);
        while (index->slots[at])
            at = (at + 1) & (index->size - 1);
        index->slots[at] = (uint32_t)i + 1;
    }
}

static uint64_t site_hash_at(size_t i) { return site_hash(&sites[i]); }
static uint64_t stack_hash_at(size_t i) { return stack_hash(&stacks[i]); }

static uint32_t site_find_or_add(const Site *wanted)
{
    index_reserve(&site_index, site_count, site_hash_at);
    size_t at = site_hash(wanted) & (site_index.size - 1);
    for (; site_index.slots[at]; at = (at + 1) & (site_index.size - 1))
        if (site_equal(&sites[site_index.slots[at] - 1], wanted))
            return site_index.slots[at];
    sites = grow(sites, (site_count + 1) * sizeof *sites);
    sites[site_count] = (Site){copy(wanted->file), copy(wanted->asker), copy(wanted->shown), wanted->line, wanted->cause, 0, 0, 0, 0};
    return site_index.slots[at] = (uint32_t)++site_count;
}

static void stack_add(const Stack *wanted)
{
    index_reserve(&stack_index, stack_count, stack_hash_at);
    size_t at = stack_hash(wanted) & (stack_index.size - 1);
    for (; stack_index.slots[at]; at = (at + 1) & (stack_index.size - 1))
        if (stack_equal(&stacks[stack_index.slots[at] - 1], wanted)) {
            stacks[stack_index.slots[at] - 1].count++;
            return;
        }
    stacks = grow(stacks, (stack_count + 1) * sizeof *stacks);
    stacks[stack_count] = (Stack){copy(wanted->frames), wanted->cause, 1};
    stack_index.slots[at] = (uint32_t)++stack_count;
}

/* The text of a str inside the interpreter's own tables; its UTF-8 form is cached or ASCII. */
static const char *text_of(const Str *str)
{
    const char *text = str_utf8(value_of(str), NULL);
    if (text)
        return text;
    exc_clear();
    return "?";
}

static void fold(FILE *out, const ExecFrame *xf)
{
    if (xf->previous) {
        fold(out, xf->previous);
        fputc(';', out);
    }
    fprintf(out, "%s:%d", text_of(xframe_code(xf)->qualname), xframe_line(xf));
}

static void stack_record(const ExecFrame *top, int cause)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (out)
        fold(out, top);
    if (!out || fclose(out) != 0)
        out_of_memory();
    stack_add(&(Stack){text, cause, 0});
    free(text);
}

uint32_t stats_escapes_add(ThreadState *ts, ExecFrame *xf, int cause, size_t bytes)
{
    ExecFrame *asker = ts->current ? ts->current : xf;
    const Code *code = xframe_code(asker);
    Site wanted = {(char *)(uintptr_t)text_of(code->filename), (char *)(uintptr_t)text_of(code->qualname),
                   (char *)(uintptr_t)text_of(xframe_code(xf)->qualname), xframe_line(asker), cause, 0, 0, 0, 0};
    uint32_t site = site_find_or_add(&wanted);
    sites[site - 1].count++;
    sites[site - 1].made_bytes += bytes;
    stack_record(asker, cause);
    return site;
}

void stats_escapes_detached(uint32_t site, size_t bytes_copied)
{
    sites[site - 1].detached++;
    sites[site - 1].copied_bytes += bytes_copied;
}

/* ---- reports ---- */

static int by_cost(const void *a, const void *b)
{
    const Site *x = a, *y = b;
    uint64_t x_cost = x->made_bytes + x->copied_bytes, y_cost = y->made_bytes + y->copied_bytes;
    if (x_cost != y_cost)
        return x_cost < y_cost ? 1 : -1;
    int order = strcmp(x->file, y->file);
    return order ? order : x->line - y->line;
}

static void write_table(FILE *out)
{
    fprintf(out, "%12s %12s %14s  %-10s %s\n", "FrameObjects", "outlived", "bytes", "cause", "where (function there): whose FrameObject");
    for (size_t i = 0; i < site_count; i++)
        fprintf(out, "%12" PRIu64 " %12" PRIu64 " %14" PRIu64 "  %-10s %s:%d (%s): %s\n", sites[i].count, sites[i].detached,
                sites[i].made_bytes + sites[i].copied_bytes, xframe_cause_name((XFrameCause)sites[i].cause), sites[i].file, sites[i].line,
                sites[i].asker, sites[i].shown);
    if (!site_count)
        fputs("no FrameObject was asked for\n", out);
}

static void write_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            fprintf(out, "\\u%04x", *text);
        else
            fputc(*text, out);
    }
    fputc('"', out);
}

static void write_json(FILE *out)
{
    fprintf(out, "{\n  \"format\": \"framebench-escapes-1\",\n  \"policy\": \"%s\",\n  \"sites\": [", xframe_policy_name);
    for (size_t i = 0; i < site_count; i++) {
        fprintf(out, "%s\n    {\"file\": ", i ? "," : "");
        write_string(out, sites[i].file);
        fprintf(out, ", \"line\": %d, \"function\": ", sites[i].line);
        write_string(out, sites[i].asker);
        fprintf(out, ", \"frame_of\": ");
        write_string(out, sites[i].shown);
        fprintf(out,
                ", \"cause\": \"%s\", \"count\": %" PRIu64 ", \"detached\": %" PRIu64 ", \"made_bytes\": %" PRIu64 ", \"copied_bytes\": %" PRIu64
                "}",
                xframe_cause_name((XFrameCause)sites[i].cause), sites[i].count, sites[i].detached, sites[i].made_bytes, sites[i].copied_bytes);
    }
    fputs("\n  ]\n}\n", out);
}

static void write_folded(FILE *out)
{
    for (size_t i = 0; i < stack_count; i++)
        fprintf(out, "%s;[%s] %" PRIu64 "\n", stacks[i].frames, xframe_cause_name((XFrameCause)stacks[i].cause), stacks[i].count);
}

bool stats_escapes_write(const char *format)
{
    qsort(sites, site_count, sizeof *sites, by_cost);
    if (!*format) {
        write_table(stderr);
        return true;
    }
    bool folded = strncmp(format, "folded", 6) == 0;
    const char *path;
    FILE *out = stats_open(format, folded ? "folded" : "json", &path);
    if (out && folded)
        write_folded(out);
    else if (out)
        write_json(out);
    return stats_close(out, path);
}

#else
typedef int stats_escapes_are_in_the_stats_variant_only;
#endif
