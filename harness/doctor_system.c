#include "doctor_checks.h"

#include "machine.h"
#include "mem.h"
#include "perf_event.h"
#include "sysfile.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <time.h>

/* How long to watch for stolen time. */
enum { STEAL_WATCH_MS = 100 };

#define STEAL_PCT_MAX 1.0
/* Runnable programs per CPU, ours not included; the one-minute load knows the build before us, too. */
#define LOAD_MAX 0.3

/* ---- memory layout ---- */

static void look_aslr(const char *root, Finding *finding)
{
    static const char effect[] = "every process gets the same addresses: luck of placement is not averaged over the "
                                 "blocks but fixed";
    double level;
    char *personality_text = sysfile_line(root, "/proc/self/personality");
    bool disabled = personality_text != NULL && (strtoul(personality_text, NULL, 16) & ADDR_NO_RANDOMIZE) != 0;
    if (!sysfile_number(root, &level, "/proc/sys/kernel/randomize_va_space"))
        doctor_unknown(finding, "/proc/sys/kernel/randomize_va_space cannot be read");
    else if (disabled)
        doctor_warn(finding, "off for this process", effect, "start framebench without 'setarch -R'");
    else if (level < 2)
        doctor_warn(finding, level == 0 ? "off" : "partly", effect, "sudo sysctl kernel.randomize_va_space=2");
    else
        doctor_good(finding, "on");
    free(personality_text);
}

static void look_thp(const char *root, Finding *finding)
{
    char *choice = sysfile_choice(root, "/sys/kernel/mm/transparent_hugepage/enabled");
    if (choice == NULL)
        doctor_unknown(finding, "/sys/kernel/mm/transparent_hugepage/enabled cannot be read");
    else if (strcmp(choice, "always") == 0)
        doctor_warn(finding, choice, "some processes get large pages and some do not, which makes two kinds of them",
                    "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled");
    else
        doctor_good(finding, choice);
    free(choice);
}

/* ---- who else is there ---- */

static void look_steal(const char *root, Finding *finding)
{
    CpuTimes boot = {0};
    CpuTimes before = machine_cpu_times(root, -1);
    if (*root == '\0')
        nanosleep(&(struct timespec){.tv_nsec = STEAL_WATCH_MS * 1000000L}, NULL);
    CpuTimes after = machine_cpu_times(root, -1);
    double since_boot = machine_steal_pct(boot, after);
    double now = machine_steal_pct(before, after);
    char *value = isfinite(now) ? mem_format("%.1f%% now, %.1f%% since boot", now, since_boot)
                                : mem_format("%.1f%% since boot", since_boot);
    if (!isfinite(since_boot))
        doctor_unknown(finding, "/proc/stat cannot be read");
    else if (fmax(since_boot, now) > STEAL_PCT_MAX)
        doctor_warn(finding, value, "the hypervisor takes the CPU away in the middle of values; blocks are marked",
                    "choose a dedicated or larger instance, or measure at a quieter time");
    else
        doctor_good(finding, value);
    free(value);
}

static size_t count_cpus(const char *root)
{
    char *online = sysfile_line(root, "/sys/devices/system/cpu/online");
    size_t count = online != NULL ? sysfile_list_count(online) : 0;
    free(online);
    return count;
}

static void look_load(const char *root, Finding *finding)
{
    double load;
    size_t cpus = count_cpus(root);
    bool known = sysfile_number(root, &load, "/proc/loadavg");
    char *value = known ? mem_format("%.2f on %zu CPUs", load, cpus) : NULL;
    if (!known || cpus == 0)
        doctor_unknown(finding, "/proc/loadavg or the list of CPUs cannot be read");
    else if (load / (double)cpus > LOAD_MAX)
        doctor_warn(finding, value, "other programs compete for the CPU and its caches; intervals get wider",
                    "end them ('top' shows which), or wait a minute if they have ended just now");
    else
        doctor_good(finding, value);
    free(value);
}

static void look_allowed_cpus(const char *root, Finding *finding)
{
    char *status = sysfile_text(root, "/proc/self/status");
    char *list = sysfile_field(status, "Cpus_allowed_list");
    if (list == NULL)
        doctor_unknown(finding, "/proc/self/status cannot be read");
    else if (sysfile_list_count(list) < 2)
        doctor_warn(finding, list, "framebench has to share the only CPU with what it measures",
                    "allow a second CPU (taskset, cpuset, or the size of the machine)");
    else
        doctor_good(finding, list);
    free(list);
    free(status);
}

/* ---- limits ---- */

/* The folder of this process in a cgroup hierarchy: version 2 when controller is "", else version 1. NULL: none. */
static char *cgroup_folder(const char *root, const char *controller)
{
    char *groups = sysfile_text(root, "/proc/self/cgroup");
    char *found = NULL;
    for (char *line = groups; line != NULL && *line != '\0' && found == NULL;) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        char *names = strchr(line, ':');
        char *path = names != NULL ? strchr(names + 1, ':') : NULL;
        if (path != NULL) {
            *path = '\0';
            char *match = *controller != '\0' ? strstr(names + 1, controller) : NULL;
            if (*controller == '\0' ? names[1] == '\0' : match != NULL)
                found = mem_copy_text(path + 1);
        }
        line = end != NULL ? end + 1 : NULL;
    }
    free(groups);
    return found;
}

/* CPUs that the nearest limit above this process grants; infinite: no limit; NaN: unknown. */
static double quota_v2(const char *root)
{
    char *folder = cgroup_folder(root, "");
    double cpus = NAN;
    while (folder != NULL) {
        char *limit = sysfile_line(root, "/sys/fs/cgroup%s/cpu.max", strcmp(folder, "/") == 0 ? "" : folder);
        double quota;
        double period;
        if (limit != NULL && sscanf(limit, "%lf %lf", &quota, &period) == 2 && period > 0)
            cpus = fmin(isnan(cpus) ? INFINITY : cpus, quota / period);
        else if (limit != NULL && isnan(cpus))
            cpus = INFINITY;
        free(limit);
        char *slash = strrchr(folder, '/');
        if (slash == NULL || strcmp(folder, "/") == 0)
            break;
        if (slash == folder)
            slash[1] = '\0'; /* the root of the hierarchy is the last to be asked */
        else
            *slash = '\0';
    }
    free(folder);
    return cpus;
}

static double quota_v1(const char *root)
{
    char *folder = cgroup_folder(root, "cpu");
    double quota;
    double period;
    double cpus = NAN;
    if (folder != NULL && sysfile_number(root, &quota, "/sys/fs/cgroup/cpu%s/cpu.cfs_quota_us", folder) &&
        sysfile_number(root, &period, "/sys/fs/cgroup/cpu%s/cpu.cfs_period_us", folder))
        cpus = quota > 0 && period > 0 ? quota / period : INFINITY;
    free(folder);
    return cpus;
}

static void look_cgroup(const char *root, Finding *finding)
{
    double cpus = quota_v2(root);
    if (isnan(cpus))
        cpus = quota_v1(root);
    char *value = mem_format("%.2f CPUs", cpus);
    if (isnan(cpus))
        doctor_unknown(finding, "no cgroup with a CPU controller can be read");
    else if (isfinite(cpus))
        doctor_warn(finding, value,
                    "when the share of a period is used up everything stops until the next one, in the "
                    "middle of a value",
                    "start the container without --cpus, or the unit with CPUQuota= (empty)");
    else
        doctor_good(finding, "no limit");
    free(value);
}

/* ---- counters ---- */

static void look_paranoid(const char *root, Finding *finding)
{
    PerfScene scene = perf_event_scene(root);
    char *value = mem_format("%.0f", scene.paranoid);
    if (!scene.has_paranoid)
        doctor_unknown(finding, "/proc/sys/kernel/perf_event_paranoid cannot be read");
    else if (scene.paranoid > 2)
        doctor_warn(finding, value, "only root may count events", "sudo sysctl kernel.perf_event_paranoid=2");
    else
        doctor_good(finding, value);
    free(value);
}

static void look_pmu(const char *root, Finding *finding)
{
    PerfScene scene = perf_event_scene(root);
    if (!sysfile_exists(root, "/sys/bus/event_source/devices"))
        doctor_unknown(finding, "/sys/bus/event_source/devices cannot be read");
    else if (!scene.has_core_pmu)
        doctor_warn(finding, "none", "no instructions, cycles or misses are counted; times do not suffer",
                    scene.virtual_machine ? "count exactly with --counters=valgrind, or enable the virtual PMU in the "
                                            "hypervisor (KVM: -cpu host,pmu=on)"
                                          : "count exactly with --counters=valgrind; 'dmesg | grep -i pmu' tells why");
    else
        doctor_good(finding, "present");
}

static void look_watchdog(const char *root, Finding *finding)
{
    double watchdog;
    PerfScene scene = perf_event_scene(root);
    if (!sysfile_number(root, &watchdog, "/proc/sys/kernel/nmi_watchdog"))
        doctor_unknown(finding, "/proc/sys/kernel/nmi_watchdog cannot be read");
    else if (watchdog != 0.0 && scene.has_core_pmu)
        doctor_warn(finding, "on", "it holds one hardware counter, so that groups of events get smaller",
                    "sudo sysctl kernel.nmi_watchdog=0");
    else
        doctor_good(finding, watchdog != 0.0 ? "on, without a counter to hold" : "off");
}

const DoctorCheck doctor_checks_system[] = {
    {"steal", look_steal},
    {"load", look_load},
    {"cgroup_cpu_limit", look_cgroup},
    {"allowed_cpus", look_allowed_cpus},
    {"aslr", look_aslr},
    {"transparent_hugepages", look_thp},
    {"perf_event_paranoid", look_paranoid},
    {"pmu", look_pmu},
    {"nmi_watchdog", look_watchdog},
    {NULL, NULL},
};
