#include "machine.h"

#include "mem.h"
#include "sysfile.h"
#include "text.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#define CPU0 "/sys/devices/system/cpu/cpu0"

/* ---- one fact ---- */

static void add_absent(Facts *facts, const char *key, const char *path)
{
    char *reason = mem_format("%s cannot be read", path);
    facts_add_absent(facts, key, reason);
    free(reason);
}

static void add_file(const char *root, Facts *facts, const char *key, const char *path)
{
    char *line = sysfile_line(root, "%s", path);
    if (line != NULL)
        facts_add_text(facts, key, line);
    else
        add_absent(facts, key, path);
    free(line);
}

static void add_file_number(const char *root, Facts *facts, const char *key, const char *path)
{
    double number;
    if (sysfile_number(root, &number, "%s", path))
        facts_add_number(facts, key, number);
    else
        add_absent(facts, key, path);
}

static void add_choice(const char *root, Facts *facts, const char *key, const char *path)
{
    char *word = sysfile_choice(root, "%s", path);
    if (word != NULL)
        facts_add_text(facts, key, word);
    else
        add_absent(facts, key, path);
    free(word);
}

/* A field of a "key : value" file, of the first processor in /proc/cpuinfo. */
static void add_field(const char *text, Facts *facts, const char *key, const char *field, const char *path)
{
    char *value = sysfile_field(text, field);
    if (value != NULL) {
        facts_add_text(facts, key, value);
    } else {
        char *reason = mem_format("not in %s", path);
        facts_add_absent(facts, key, reason);
        free(reason);
    }
    free(value);
}

/* ---- facts ---- */

static void describe_system(Facts *facts)
{
    struct utsname system;
    char host[HOST_NAME_MAX + 1] = "unknown";
    gethostname(host, sizeof host - 1);
    facts_add_text(facts, "host", host);
    if (uname(&system) == 0) {
        facts_add_text(facts, "kernel", system.release);
        facts_add_text(facts, "kernel_version", system.version);
        facts_add_text(facts, "architecture", system.machine);
    }
    facts_add_number(facts, "cpus_online", (double)sysconf(_SC_NPROCESSORS_ONLN));
    facts_add_number(facts, "memory_bytes", (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE));
    facts_add_number(facts, "clock_ticks_per_second", (double)sysconf(_SC_CLK_TCK));
}

static void describe_cpu(const char *root, Facts *facts)
{
    static const char info_path[] = "/proc/cpuinfo";
    char *info = sysfile_text(root, info_path);
    add_field(info, facts, "cpu_model", "model name", info_path);
    add_field(info, facts, "cpu_vendor", "vendor_id", info_path);
    add_field(info, facts, "cpu_family", "cpu family", info_path);
    add_field(info, facts, "cpu_model_number", "model", info_path);
    add_field(info, facts, "cpu_stepping", "stepping", info_path);
    add_field(info, facts, "microcode", "microcode", info_path);
    char *flags = sysfile_field(info, "flags");
    facts_add_bool(facts, "virtual_machine", flags != NULL && strstr(flags, " hypervisor") != NULL);
    free(flags);
    free(info);
    add_file(root, facts, "smt", "/sys/devices/system/cpu/smt/control");
    add_file(root, facts, "isolated_cpus", "/sys/devices/system/cpu/isolated");
    add_file(root, facts, "governor", CPU0 "/cpufreq/scaling_governor");
    add_file_number(root, facts, "frequency_khz", CPU0 "/cpufreq/scaling_cur_freq");
    add_file_number(root, facts, "boost", "/sys/devices/system/cpu/cpufreq/boost");
    add_file_number(root, facts, "no_turbo", "/sys/devices/system/cpu/intel_pstate/no_turbo");
    add_file_number(root, facts, "temperature_millidegree", "/sys/class/thermal/thermal_zone0/temp");
    add_file_number(root, facts, "throttle_count", CPU0 "/thermal_throttle/core_throttle_count");
}

/* Of the kernel's command line only what can change times: results are given to others, and the rest is the machine's
 * own affair. */
static void add_kernel_words(const char *root, Facts *facts)
{
    static const char path[] = "/proc/cmdline";
    static const char *const timing[] = {"acpi_",
                                         "amd_pstate",
                                         "clocksource",
                                         "cpuidle",
                                         "hugepage",
                                         "idle=",
                                         "intel_idle",
                                         "intel_pstate",
                                         "irqaffinity",
                                         "isolcpus",
                                         "kpti",
                                         "maxcpus",
                                         "mitigations",
                                         "nmi_watchdog",
                                         "no5lvl",
                                         "nohz",
                                         "nokaslr",
                                         "nopti",
                                         "norandmaps",
                                         "nosmp",
                                         "nosmt",
                                         "nospectre",
                                         "nowatchdog",
                                         "nr_cpus",
                                         "numa_balancing",
                                         "preempt",
                                         "processor.",
                                         "pti",
                                         "rcu_nocb",
                                         "skew_tick",
                                         "spec_",
                                         "spectre_",
                                         "threadirqs",
                                         "transparent_hugepage",
                                         "tsc"};
    char *line = sysfile_line(root, path);
    if (line == NULL) {
        add_absent(facts, "kernel_command_line", path);
        return;
    }
    Text kept = {0};
    char *rest = NULL;
    for (char *word = strtok_r(line, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
        for (size_t t = 0; t < sizeof timing / sizeof *timing; t++)
            if (strncmp(word, timing[t], strlen(timing[t])) == 0) {
                text_add(&kept, "%s%s", kept.length > 0 ? " " : "", word);
                break;
            }
    facts_add_text(facts, "kernel_command_line", text_string(&kept));
    text_free(&kept);
    free(line);
}

static void describe_settings(const char *root, Facts *facts)
{
    add_file_number(root, facts, "aslr", "/proc/sys/kernel/randomize_va_space");
    add_choice(root, facts, "transparent_hugepages", "/sys/kernel/mm/transparent_hugepage/enabled");
    add_file_number(root, facts, "perf_event_paranoid", "/proc/sys/kernel/perf_event_paranoid");
    add_choice(root, facts, "clocksource", "/sys/devices/system/clocksource/clocksource0/current_clocksource");
    add_file(root, facts, "cgroup_cpu_max", "/sys/fs/cgroup/cpu.max");
    add_kernel_words(root, facts);
}

/* "name: state" of each known vulnerability, in one text. */
static void describe_mitigations(const char *root, Facts *facts)
{
    static const char folder[] = "/sys/devices/system/cpu/vulnerabilities";
    char **names = sysfile_names(root, folder);
    Text all = {0};
    for (char **name = names; name != NULL && *name != NULL; name++) {
        char *state = sysfile_line(root, "%s/%s", folder, *name);
        if (state != NULL)
            text_add(&all, "%s%s: %s", all.length > 0 ? "; " : "", *name, state);
        free(state);
    }
    if (names != NULL)
        facts_add_text(facts, "mitigations", text_string(&all));
    else
        add_absent(facts, "mitigations", folder);
    sysfile_free_names(names);
    text_free(&all);
}

static void describe_load(const char *root, Facts *facts)
{
    add_file_number(root, facts, "load_1min", "/proc/loadavg");
    CpuTimes times = machine_cpu_times(root, -1);
    double steal = machine_steal_pct((CpuTimes){0}, times);
    if (isfinite(steal))
        facts_add_number(facts, "steal_since_boot_pct", steal);
    else
        facts_add_absent(facts, "steal_since_boot_pct", "/proc/stat cannot be read");
}

void machine_describe(const char *root, Facts *facts)
{
    describe_system(facts);
    describe_cpu(root, facts);
    describe_settings(root, facts);
    describe_mitigations(root, facts);
    describe_load(root, facts);
}

bool machine_is_virtual(const Facts *facts)
{
    const Fact *fact = facts_find(facts, "virtual_machine");
    return fact != NULL && fact->kind == FACT_BOOL && fact->number != 0.0;
}

CpuTimes machine_cpu_times(const char *root, int cpu)
{
    CpuTimes times = {0};
    char name[24] = "cpu";
    char *stat = sysfile_text(root, "/proc/stat");
    if (cpu >= 0)
        snprintf(name, sizeof name, "cpu%d", cpu);
    char *line = sysfile_field(stat, name);
    unsigned long long column[8] = {0};
    int got = line == NULL ? 0
                           : sscanf(line, "%llu %llu %llu %llu %llu %llu %llu %llu", &column[0], &column[1], &column[2],
                                    &column[3], &column[4], &column[5], &column[6], &column[7]);
    for (int i = 0; i < got; i++)
        times.total += column[i];
    times.stolen = column[7];
    free(line);
    free(stat);
    return times;
}

double machine_steal_pct(CpuTimes before, CpuTimes after)
{
    if (after.total <= before.total)
        return NAN;
    return 100.0 * (double)(after.stolen - before.stolen) / (double)(after.total - before.total);
}
