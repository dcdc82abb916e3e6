/* stats.h: what the stats variant counts about ExecFrames and FrameObjects. Absent from every other variant. */
#ifndef INTERP_STATS_H
#define INTERP_STATS_H

#include <stdint.h>

#define STATS_XFRAME(X)                                                                                              \
    X(pushes, "ExecFrames begun by calls")                                                                           \
    X(pops, "and ended")                                                                                             \
    X(resumes, "generator resumptions")                                                                              \
    X(generators, "generators made")                                                                                 \
    X(materializations, "FrameObjects asked for")                                                                    \
    X(detaches, "FrameObjects that outlived their call")                                                             \
    X(chunks, "chunks of the stack allocated")                                                                       \
    X(freelist_hits, "FrameObjects taken from a free list")                                                          \
    X(freelist_misses, "and from the allocator")

#define STATS_FIELD(name, meaning) uint64_t name;
extern struct StatsXFrame {
    STATS_XFRAME(STATS_FIELD)
} stats_xframe;
#undef STATS_FIELD

void stats_print(void); /* to stderr, one line a counter */

#endif
