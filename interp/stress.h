/* stress.h: switches that make what is rare happen always, so that the language tests meet it: the option --stress of builds with INTERP_STRESS
 * (variants stress and asan). In all others STRESS(…) is 0 and costs nothing. */
#ifndef INTERP_STRESS_H
#define INTERP_STRESS_H

#include <stdbool.h>

#define STRESS_SWITCHES(X) \
    X(materialize, "every call and every generator gets its FrameObject as it begins") \
    X(detach, "every FrameObject outlives its ExecFrame, if only for a moment (implies materialize)") \
    X(chunk, "every push takes new memory: a chunk of the stack, a FrameObject not from the free list; every pop frees it") \
    X(collect, "the collector runs at every allocation of an object it watches")

#ifdef INTERP_STRESS

extern struct StressSwitches {
#define STRESS_FIELD(name, meaning) bool name;
    STRESS_SWITCHES(STRESS_FIELD)
#undef STRESS_FIELD
} stress;

#define STRESS(name) (stress.name)

/* --stress=NAME,NAME… or --stress=all. False: not that option, or a name that is no switch (said on stderr, with those there are). */
bool stress_option(const char *argument);

#else
#define STRESS(name) 0
#endif
#endif
