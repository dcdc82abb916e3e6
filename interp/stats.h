/* stats.h: what the stats variant counts: calls, ExecFrames, FrameObjects and allocations. Absent from every other variant.
 *
 * docs/FRAMES.md lists the counters and the JSON they are written as. Counters only grow; a peak is the largest value seen.
 */
#ifndef INTERP_STATS_H
#define INTERP_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct ExecFrame ExecFrame;
typedef struct FrameObject FrameObject;
typedef struct ThreadState ThreadState;
typedef struct Type Type;

#define STATS_COUNTERS(X) \
    X(calls_native, "calls of C functions from the eval loop and from C") \
    X(pushes, "ExecFrames begun by calls of Python functions, classes' bodies and modules") \
    X(pops, "and ended") \
    X(generators, "ExecFrames begun that a generator or coroutine owns") \
    X(generator_ends, "and ended") \
    X(resumes, "generator resumptions") \
    X(frameobjs_made, "FrameObjects taken from the heap") \
    X(frameobjs_freed, "and given back") \
    X(freelist_hits, "FrameObjects taken from a free list") \
    X(freelist_misses, "and from the allocator") \
    X(asked, "times a FrameObject was asked for by xframe_materialize, also again") \
    X(detaches, "FrameObjects that outlived their ExecFrame") \
    X(detached_bytes, "bytes copied then") \
    X(chunks_made, "chunks of the stack allocated") \
    X(chunks_freed, "and freed") \
    X(chunk_entries, "times the stack went on in another chunk") \
    X(collections_0, "runs of the cycle collector on the youngest generation") \
    X(collections_1, "on the two younger generations") \
    X(collections_2, "on all objects") \
    X(collected, "unreachable objects it found")

#define STATS_PEAKS(X) \
    X(depth, "most ExecFrames of calls alive at once") \
    X(stack_bytes, "most bytes they took")

#define STATS_FIELD(name, meaning) uint64_t name;
extern struct StatsCounters {
    STATS_COUNTERS(STATS_FIELD)
} stats_counters;
extern struct StatsPeaks {
    STATS_PEAKS(STATS_FIELD)
} stats_peaks;
#undef STATS_FIELD

/* ---- hooks ---- */

extern int stats_cause; /* enum XFrameCause: why the next FrameObject is asked for */

void stats_pushed(size_t stack_bytes); /* a call's ExecFrame began; the stack now holds so many bytes */
void stats_popped(void);
/* A FrameObject was asked for, for the first time, by what runs in ts->current. */
void stats_materialized(ThreadState *ts, ExecFrame *xf, FrameObject *fobj);
void stats_detached(const FrameObject *fobj, size_t bytes_copied);
void stats_object_made(const Type *type, size_t bytes);
void stats_object_freed(const Type *type, size_t bytes);

/* ---- reports ---- */

/* Options --stats[=json[:PATH]] and --trace-materialize[=json[:PATH]|=folded[:PATH]] (without PATH: stderr). False: not one of them, or another format. */
bool stats_option(const char *argument);
/* After runtime_fini: writes what was asked for, and checks the invariants. False: one is broken, or a file could not be written (said on
 * stderr). */
bool stats_finish(void);

/* Where a report in the format "name[:PATH]" goes; NULL: it cannot be opened (close says so). */
FILE *stats_open(const char *format, const char *name, const char **path);
bool stats_close(FILE *file, const char *path);

/* ---- stats_escapes.c: who makes FrameObjects escape ---- */

extern bool stats_escapes_wanted;
uint32_t stats_escapes_add(ThreadState *ts, ExecFrame *xf, int cause, size_t bytes); /* the site, from 1 */
void stats_escapes_detached(uint32_t site, size_t bytes_copied);
bool stats_escapes_write(const char *format); /* table, json, folded; with :PATH */

#endif
