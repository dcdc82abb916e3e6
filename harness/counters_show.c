#include "counters_show.h"

#include "counters_events.h"
#include "counters_pmus.h"
#include "record.h"
#include "terminal.h"

#include <stdio.h>
#include <string.h>

void counters_show_pmus(const char *root, Text *text)
{
    text_add(text, "PMUs that the kernel drives (/sys/bus/event_source/devices):\n");
    counters_pmus_list(root, text);
    text_add(text, "\nPMUs that libpfm4 recognizes:\n");
    counters_events_list_pmus(text);
}

/* Attributes that are at their defaults only lengthen libpfm4's full name. */
static int short_name_length(const char *resolved)
{
    const char *rest = strstr(resolved, ":h=0");
    return rest != NULL ? (int)(rest - resolved) : (int)strlen(resolved);
}

static void show_event(const EventInfo *event, Text *text)
{
    char group[16] = "";
    if (event->available && event->group >= 0)
        snprintf(group, sizeof group, "%d", event->group);
    text_add(text, "%-24s %s%-4s%s %-6s ", event->name, terminal_tone(event->available ? TONE_GOOD : TONE_BAD),
             event->available ? "yes" : "no", terminal_tone(TONE_NONE),
             event->available && event->group < 0 ? "kernel" : group);
    if (event->resolved != NULL)
        text_add(text, "%.*s\n", short_name_length(event->resolved), event->resolved);
    else
        text_add(text, "(unknown to libpfm4)\n");
    if (!event->available)
        text_add(text, "%-24s   why: %s\n%-24s   remedy: %s\n", "", event->reason, "", event->remedy);
}

void counters_show_events(const EventInfo *events, size_t n_events, Text *text)
{
    size_t available = 0;
    int last_group = -1;
    text_add(text, "%-24s %-4s %-6s %s\n", "event", "here", "group", "what libpfm4 makes of the name");
    for (size_t e = 0; e < n_events; e++) {
        show_event(&events[e], text);
        available += events[e].available;
        last_group = events[e].group > last_group ? events[e].group : last_group;
    }
    text_add(text, "\n%zu of %zu events can be counted here.", available, n_events);
    if (last_group > 0)
        text_add(
            text,
            " They do not fit the PMU at once: the %d groups take turns, a\ncouple of rounds each; with fewer than %d "
            "rounds the kernel shares the counters out and counts are scaled.",
            last_group + 1, last_group + 1);
    text_add(text, "\n");
}

json_t *counters_show_json(const EventInfo *events, size_t n_events)
{
    json_t *array = json_array();
    for (size_t e = 0; e < n_events; e++)
        json_array_append_new(array, record_event(&events[e]));
    return array;
}
