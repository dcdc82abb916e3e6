#include "counters_pmus.h"

#include "sysfile.h"

#include <stdint.h>
#include <stdlib.h>

#define DEVICES "/sys/bus/event_source/devices"

/* A "cpus" file tells the cores of one type; uncore PMUs have "cpumask" instead. The caller frees. */
static char *cores_of(const char *root, const char *device)
{
    return sysfile_line(root, DEVICES "/%s/cpus", device);
}

bool counters_pmus_are_hybrid(const char *root)
{
    char **devices = sysfile_names(root, DEVICES);
    size_t with_cores = 0;
    for (char **device = devices; device != NULL && *device != NULL; device++) {
        char *cores = cores_of(root, *device);
        with_cores += cores != NULL && *cores != '\0';
        free(cores);
    }
    sysfile_free_names(devices);
    return with_cores > 1;
}

static bool is_generic(const struct perf_event_attr *attr)
{
    return attr->type == PERF_TYPE_HARDWARE || attr->type == PERF_TYPE_HW_CACHE;
}

bool counters_pmus_adapt(const char *root, int cpu, struct perf_event_attr *attr)
{
    if (cpu < 0 || !counters_pmus_are_hybrid(root))
        return true;
    char **devices = sysfile_names(root, DEVICES);
    bool serves = true;
    for (char **device = devices; device != NULL && *device != NULL; device++) {
        double type;
        char *cores = cores_of(root, *device);
        if (cores != NULL && sysfile_number(root, &type, DEVICES "/%s/type", *device)) {
            bool has_cpu = sysfile_list_has(cores, cpu);
            if (is_generic(attr) && has_cpu)
                attr->config = (attr->config & UINT32_MAX) | (uint64_t)type << PERF_PMU_TYPE_SHIFT;
            else if (attr->type == (uint32_t)type)
                serves = has_cpu;
        }
        free(cores);
    }
    sysfile_free_names(devices);
    return serves;
}

void counters_pmus_list(const char *root, Text *text)
{
    char **devices = sysfile_names(root, DEVICES);
    if (devices == NULL)
        text_add(text, "none: %s cannot be read\n", DEVICES);
    for (char **device = devices; device != NULL && *device != NULL; device++) {
        double type = -1;
        char *cores = cores_of(root, *device);
        char *mask = sysfile_line(root, DEVICES "/%s/cpumask", *device);
        sysfile_number(root, &type, DEVICES "/%s/type", *device);
        text_add(text, "%-24s type %.0f", *device, type);
        if (cores != NULL && *cores != '\0')
            text_add(text, ", CPUs %s", cores);
        else if (mask != NULL)
            text_add(text, ", whole sockets, read on CPU %s", mask);
        text_add(text, "\n");
        free(cores);
        free(mask);
    }
    sysfile_free_names(devices);
}
