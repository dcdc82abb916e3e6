/* spoil.c: linked to a stats build, it makes one counter wrong before main, so that an invariant is broken at exit.
 *
 *   SPOIL=NAME interp-…     the name of the counter; "leak": a FrameObject that is never given back */
#include "frameobj.h"
#include "stats.h"

#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void spoil(void)
{
    const char *name = getenv("SPOIL");
    if (!name)
        return;
#define SPOIL_COUNTER(counter, meaning) \
    if (!strcmp(name, #counter)) \
        stats_counters.counter++;
    STATS_COUNTERS(SPOIL_COUNTER)
    if (!strcmp(name, "leak"))
        stats_object_made(&type_frame, 64);
    if (!strcmp(name, "policy")) { /* a FrameObject more than the policy says, and nothing else wrong */
        stats_counters.frameobjs_made++;
        stats_counters.frameobjs_freed++;
        stats_counters.freelist_misses++;
    }
}
