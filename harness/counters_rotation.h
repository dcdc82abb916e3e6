/* Which group of counters is read in which round, so that no group has to share the PMU: pure. */
#ifndef FRAMEBENCH_COUNTERS_ROTATION_H
#define FRAMEBENCH_COUNTERS_ROTATION_H

#include <stddef.h>

/* All groups at once: the kernel shares the counters out, and the counts are scaled. */
enum { COUNTERS_ALL_GROUPS = -1 };

/* The group of a round. A group stays for a couple of rounds, whose orders mirror each other, and the sequence shifts
 * by one whenever layouts and groups would meet again as before, so that every group meets every layout. With fewer
 * rounds than groups (`rounds`, 0: as many as needed) rotation would leave events uncounted: then COUNTERS_ALL_GROUPS.
 */
int counters_rotation_group(unsigned round, unsigned rounds, unsigned layouts, size_t n_groups);

/* Packs events into groups by asking whether a set of them fits the PMU together: first fit, in order, so that the
 * first events share a group. group[i] becomes the number of event i's group, or -1 where it does not even fit alone.
 * Events whose `wanted` is false get -1 and are not asked about. Returns the number of groups. */
typedef int (*CountersFit)(void *context, const size_t *events, size_t count);
size_t counters_rotation_pack(size_t n_events, const unsigned char *wanted, CountersFit fits, void *context,
                              int *group);

#endif
