#include "limit.h"

#include "builtins.h"
#include "mem.h"
#include "thread.h"
#include "trace.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t max_memory, max_steps, max_depth; /* 0: no limit */
static uint64_t steps_left;

/* "4096", "64K", "2G" (1024 of each): above 0 and below 2**63. */
static bool parse_number(const char *text, uint64_t *number)
{
    char *end;
    if (*text < '0' || *text > '9')
        return false;
    unsigned long long value = strtoull(text, &end, 10);
    const char *unit = *end ? strchr("KMG", *end) : NULL;
    int shift = unit ? 10 * (int)(unit - "KMG" + 1) : 0;
    if ((*end && (!unit || end[1])) || value == 0 || value > (uint64_t)INT64_MAX >> shift)
        return false;
    *number = (uint64_t)value << shift;
    return true;
}

bool limit_option(char **argv, int *at, bool *bad)
{
    static const struct {
        const char *name;
        uint64_t *number;
    } options[] = {{"--max-memory", &max_memory}, {"--max-steps", &max_steps}, {"--max-depth", &max_depth}};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        size_t length = strlen(options[i].name);
        const char *text = argv[*at];
        if (strncmp(text, options[i].name, length) != 0 || (text[length] && text[length] != '='))
            continue;
        text = text[length] ? text + length + 1 : argv[++*at];
        if (!text || !parse_number(text, options[i].number)) {
            fprintf(stderr, "interp: %s needs a number above 0, such as 1000, 64K, 2M or 1G, not '%s'\n", options[i].name, text ? text : "");
            *bad = true;
            return true;
        }
        ++*at;
        return true;
    }
    return false;
}

void limit_begin(void)
{
    mem_set_limit(max_memory);
    if (max_depth)
        thread_set_max_depth(max_depth < INT32_MAX ? (int)max_depth : INT32_MAX);
}

void limit_begin_steps(void)
{
    steps_left = max_steps;
    if (max_steps)
        trace_count_steps();
}

void limit_count_step(void)
{
    if (likely(steps_left-- > 0))
        return;
    stdout_flush();
    fprintf(stderr, "interp: stopped after %" PRIu64 " steps (--max-steps)\n", max_steps);
    exit(LIMIT_EXIT_STEPS);
}
