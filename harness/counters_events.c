#include "counters_events.h"

#include "mem.h"

#include <perfmon/pfmlib_perf_event.h>
#include <stdlib.h>
#include <string.h>

const char *const counters_default_events[] = {
    "instructions",           "cycles",           "branches",
    "branch-misses",          "L1-dcache-loads",  "L1-dcache-load-misses",
    "LLC-load-misses",        "dTLB-load-misses", "stalled-cycles-frontend",
    "stalled-cycles-backend", "task-clock",       "page-faults",
    "context-switches",       "cpu-migrations",   NULL,
};

int counters_events_open(Error *error)
{
    int problem = pfm_initialize();
    if (problem != PFM_SUCCESS && problem != PFM_ERR_NOTSUPP)
        return error_set(error, "libpfm4 cannot start: %s; reinstall libpfm4", pfm_strerror(problem));
    return 0;
}

void counters_events_close(void)
{
    pfm_terminate();
}

/* ---- one name ---- */

/* These are counted where the kernel switches, so a user-mode-only counter would read zero for ever. */
static bool happens_in_kernel(const struct perf_event_attr *attr)
{
    return attr->type == PERF_TYPE_SOFTWARE &&
           (attr->config == PERF_COUNT_SW_CONTEXT_SWITCHES || attr->config == PERF_COUNT_SW_CPU_MIGRATIONS);
}

/* Walks the PMUs that libpfm4 has tables of; false at the end. */
static bool next_pmu(int *at, pfm_pmu_info_t *pmu)
{
    while (*at < PFM_PMU_MAX) {
        *pmu = (pfm_pmu_info_t){.size = sizeof *pmu};
        if (pfm_get_pmu_info((pfm_pmu_t)(*at)++, pmu) == PFM_SUCCESS)
            return true;
    }
    return false;
}

/* The PMU of "pmu::EVENT" when it is one that libpfm4 knows but this CPU is not. */
static bool names_foreign_pmu(const char *name)
{
    const char *colons = strstr(name, "::");
    pfm_pmu_info_t pmu;
    for (int at = 0; colons != NULL && next_pmu(&at, &pmu);)
        if (!pmu.is_present && strlen(pmu.name) == (size_t)(colons - name) &&
            strncmp(pmu.name, name, (size_t)(colons - name)) == 0)
            return true;
    return false;
}

static bool refuse_name(const char *name, int problem, EventInfo *event)
{
    if (names_foreign_pmu(name)) {
        event->reason = mem_copy_text("libpfm4 knows this PMU, but it is another CPU's");
        event->remedy = mem_copy_text("find this CPU's name for it: framebench counters --list PATTERN");
    } else {
        event->reason = mem_format("libpfm4 cannot resolve the name: %s", pfm_strerror(problem));
        event->remedy = mem_copy_text("check the spelling: framebench counters --list PATTERN");
    }
    return false;
}

bool counters_events_resolve(const char *name, struct perf_event_attr *attr, EventInfo *event)
{
    char *full_name = NULL;
    *attr = (struct perf_event_attr){.size = sizeof *attr};
    pfm_perf_encode_arg_t arg = {.attr = attr, .fstr = &full_name, .size = sizeof arg};
    int problem = pfm_get_os_event_encoding(name, PFM_PLM3, PFM_OS_PERF_EVENT_EXT, &arg);
    if (problem != PFM_SUCCESS)
        return refuse_name(name, problem, event);
    attr->size = sizeof *attr;
    event->resolved = mem_copy_text(full_name);
    free(full_name);
    event->software = attr->type == PERF_TYPE_SOFTWARE || attr->type == PERF_TYPE_TRACEPOINT;
    if (happens_in_kernel(attr))
        attr->exclude_kernel = 0;
    return true;
}

/* ---- lists ---- */

void counters_events_list_pmus(Text *text)
{
    pfm_pmu_info_t pmu;
    for (int at = 0; next_pmu(&at, &pmu);) {
        if (!pmu.is_present)
            continue;
        text_add(text, "%-24s %s", pmu.name, pmu.desc);
        if (pmu.num_cntrs > 0 || pmu.num_fixed_cntrs > 0)
            text_add(text, ", %d counters", pmu.num_cntrs);
        if (pmu.num_fixed_cntrs > 0)
            text_add(text, " and %d fixed ones", pmu.num_fixed_cntrs);
        text_add(text, ", %d events\n", pmu.nevents);
    }
}

static void add_masks(const pfm_pmu_info_t *pmu, const pfm_event_info_t *event, Text *text)
{
    for (int i = 0; i < event->nattrs; i++) {
        pfm_event_attr_info_t mask = {.size = sizeof mask};
        if (pfm_get_event_attr_info(event->idx, i, PFM_OS_PERF_EVENT_EXT, &mask) != PFM_SUCCESS ||
            mask.type != PFM_ATTR_UMASK)
            continue;
        text_add(text, "    %s::%s:%s  %s\n", pmu->name, event->name, mask.name, mask.desc);
    }
}

static bool event_matches(const pfm_event_info_t *event, const char *pattern)
{
    return strcasestr(event->name, pattern) != NULL ||
           (event->desc != NULL && strcasestr(event->desc, pattern) != NULL);
}

static size_t search_pmu(const pfm_pmu_info_t *pmu, const char *pattern, Text *text)
{
    size_t found = 0;
    for (int index = pmu->first_event; index != -1; index = pfm_get_event_next(index)) {
        pfm_event_info_t event = {.size = sizeof event};
        if (pfm_get_event_info(index, PFM_OS_PERF_EVENT_EXT, &event) != PFM_SUCCESS || !event_matches(&event, pattern))
            continue;
        text_add(text, "%s::%s  %s%s\n", pmu->name, event.name, event.desc != NULL ? event.desc : "",
                 pmu->is_present ? "" : " (not this machine's)");
        add_masks(pmu, &event, text);
        found++;
    }
    return found;
}

static size_t search_all(bool present, const char *pattern, Text *text)
{
    size_t found = 0;
    pfm_pmu_info_t pmu;
    for (int at = 0; next_pmu(&at, &pmu);)
        if (pmu.is_present == present)
            found += search_pmu(&pmu, pattern, text);
    return found;
}

size_t counters_events_search(const char *pattern, Text *text)
{
    size_t found = search_all(true, pattern, text);
    return found > 0 ? found : search_all(false, pattern, text);
}
