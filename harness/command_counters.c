/* framebench counters: which events this machine grants, and why not the others. */
#include "command.h"

#include "counters.h"
#include "counters_events.h"
#include "counters_show.h"

static int list_events(const char *pattern, Error *error)
{
    Text text = {0};
    if (counters_events_open(error) < 0)
        return -1;
    size_t found = counters_events_search(pattern, &text);
    counters_events_close();
    command_print(&text);
    if (found == 0)
        return error_set(error, "--list %s: libpfm4 knows no event with this in its name or description", pattern);
    return 0;
}

int command_counters(const Options *options, Error *error)
{
    Result result = {0};
    Text text = {0};
    if (options->pattern != NULL)
        return list_events(options->pattern, error);
    CounterSet *set = counters_new(options->events, "", command_first_cpu(), &result.events, &result.n_events, error);
    if (set == NULL || counters_events_open(error) < 0)
        return -1;
    if (options->json) {
        command_print_json(counters_show_json(result.events, result.n_events));
    } else {
        counters_show_pmus("", &text);
        text_add(&text, "\n");
        counters_show_events(result.events, result.n_events, &text);
        command_print(&text);
    }
    counters_events_close();
    counters_free(set);
    result_free(&result);
    return 0;
}
