#include "stress.h"

#ifdef INTERP_STRESS

#include "gc.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *meaning;
    bool *on;
} switches[] = {
#define STRESS_ROW(name, meaning) {#name, meaning, &stress.name},
    STRESS_SWITCHES(STRESS_ROW)
#undef STRESS_ROW
};
enum { SWITCH_COUNT = sizeof switches / sizeof switches[0] };

struct StressSwitches stress;

static bool switch_on(const char *name, size_t length)
{
    bool all = length == 3 && memcmp(name, "all", 3) == 0, found = all;
    for (int i = 0; i < SWITCH_COUNT; i++)
        if (all || (strlen(switches[i].name) == length && memcmp(switches[i].name, name, length) == 0))
            *switches[i].on = found = true;
    return found;
}

static void explain(void)
{
    fputs("--stress=NAME[,NAME...]\n", stderr);
    for (int i = 0; i < SWITCH_COUNT; i++)
        fprintf(stderr, "  %-12s %s\n", switches[i].name, switches[i].meaning);
    fputs("  all\n", stderr);
}

bool stress_option(const char *argument)
{
    static const char option[] = "--stress=";
    if (strncmp(argument, option, sizeof option - 1) != 0)
        return false;
    for (const char *name = argument + sizeof option - 1; *name;) {
        size_t length = strcspn(name, ",");
        if (!switch_on(name, length)) {
            explain();
            return false;
        }
        name += length + (name[length] == ',');
    }
    stress.materialize |= stress.detach;
    gc_update_threshold();
    return true;
}

#endif
