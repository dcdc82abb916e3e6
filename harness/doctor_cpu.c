#include "doctor_checks.h"

#include "mem.h"
#include "perf_event.h"
#include "sysfile.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CPUS "/sys/devices/system/cpu"

/* Above this a processor is about to slow itself down. */
#define HOT_CELSIUS 85.0

static bool is_cpu_folder(const char *name)
{
    return strncmp(name, "cpu", 3) == 0 && name[3] != '\0' && strspn(name + 3, "0123456789") == strlen(name + 3);
}

/* ---- what it is ---- */

static void look_model(const char *root, Finding *finding)
{
    char *info = sysfile_text(root, "/proc/cpuinfo");
    char *model = sysfile_field(info, "model name");
    if (model == NULL)
        model = sysfile_field(info, "CPU part");
    if (model != NULL)
        doctor_good(finding, model);
    else
        doctor_unknown(finding, "/proc/cpuinfo does not tell the model");
    free(model);
    free(info);
}

static void look_virtualization(const char *root, Finding *finding)
{
    PerfScene scene = perf_event_scene(root);
    char *info = sysfile_text(root, "/proc/cpuinfo");
    char *product = sysfile_line(root, "/sys/class/dmi/id/product_name");
    char *value = mem_format("virtual machine%s%s", product != NULL ? ": " : "", product != NULL ? product : "");
    if (info == NULL)
        doctor_unknown(finding, "/proc/cpuinfo cannot be read");
    else if (scene.virtual_machine)
        doctor_warn(finding, value,
                    "the hypervisor shares the CPU with others; times are noisier and intervals wider, and most "
                    "hypervisors show no hardware counters",
                    "measure on a machine of your own, or let --target and --budget decide how precise it must be");
    else
        doctor_good(finding, "none seen");
    free(value);
    free(product);
    free(info);
}

/* ---- siblings and isolation ---- */

static void look_smt(const char *root, Finding *finding)
{
    char *active = sysfile_line(root, CPUS "/smt/active");
    char *control = sysfile_line(root, CPUS "/smt/control");
    if (active == NULL && control == NULL)
        doctor_unknown(finding, CPUS "/smt cannot be read");
    else if (active != NULL && strcmp(active, "1") == 0)
        doctor_warn(finding, "on",
                    "whatever runs on the other half of a core slows the measured half by a third or more, and comes "
                    "and goes",
                    "echo off | sudo tee " CPUS "/smt/control");
    else
        doctor_good(finding, control != NULL ? control : "off");
    free(active);
    free(control);
}

static void look_isolated(const char *root, Finding *finding)
{
    char *isolated = sysfile_line(root, CPUS "/isolated");
    if (isolated == NULL)
        doctor_unknown(finding, CPUS "/isolated cannot be read");
    else if (*isolated == '\0')
        doctor_warn(finding, "none", "other programs may be scheduled on the measured CPU in the middle of a value",
                    "boot with isolcpus=1 nohz_full=1 (a core of your choice), then run 'taskset -c 0,1 framebench …'");
    else
        doctor_good(finding, isolated);
    free(isolated);
}

/* ---- speed ---- */

/* The governors in use, each once, as "powersave, performance"; NULL when none can be read. */
static char *governors(const char *root, bool *all_performance)
{
    char **cpus = sysfile_names(root, CPUS);
    Text seen = {0};
    *all_performance = true;
    for (char **cpu = cpus; cpu != NULL && *cpu != NULL; cpu++) {
        char *governor = is_cpu_folder(*cpu) ? sysfile_line(root, CPUS "/%s/cpufreq/scaling_governor", *cpu) : NULL;
        if (governor != NULL && strstr(text_string(&seen), governor) == NULL)
            text_add(&seen, "%s%s", seen.length > 0 ? ", " : "", governor);
        *all_performance &= governor == NULL || strcmp(governor, "performance") == 0;
        free(governor);
    }
    sysfile_free_names(cpus);
    return seen.bytes;
}

static void look_governor(const char *root, Finding *finding)
{
    bool all_performance;
    char *seen = governors(root, &all_performance);
    if (seen == NULL)
        doctor_unknown(finding, "the kernel does not control the frequency here (usual in a virtual machine)");
    else if (all_performance)
        doctor_good(finding, seen);
    else
        doctor_warn(finding, seen, "the clock rate follows the load: the first values are slower than the later ones",
                    "sudo cpupower frequency-set -g performance");
    free(seen);
}

static void look_turbo(const char *root, Finding *finding)
{
    static const char effect[] = "the clock rate depends on temperature and on what the other cores do";
    double boost;
    double no_turbo;
    if (sysfile_number(root, &no_turbo, CPUS "/intel_pstate/no_turbo")) {
        if (no_turbo != 0.0)
            doctor_good(finding, "off");
        else
            doctor_warn(finding, "on", effect, "echo 1 | sudo tee " CPUS "/intel_pstate/no_turbo");
    } else if (sysfile_number(root, &boost, CPUS "/cpufreq/boost")) {
        if (boost == 0.0)
            doctor_good(finding, "off");
        else
            doctor_warn(finding, "on", effect, "echo 0 | sudo tee " CPUS "/cpufreq/boost");
    } else {
        doctor_unknown(finding, "neither intel_pstate/no_turbo nor cpufreq/boost can be read");
    }
}

/* ---- heat ---- */

static double hottest_celsius(const char *root)
{
    static const char folder[] = "/sys/class/thermal";
    char **zones = sysfile_names(root, folder);
    double hottest = NAN;
    for (char **zone = zones; zone != NULL && *zone != NULL; zone++) {
        double millidegrees;
        if (strncmp(*zone, "thermal_zone", 12) == 0 && sysfile_number(root, &millidegrees, "%s/%s/temp", folder, *zone))
            hottest = fmax(hottest, millidegrees / 1000.0);
    }
    sysfile_free_names(zones);
    return hottest;
}

static void look_temperature(const char *root, Finding *finding)
{
    double celsius = hottest_celsius(root);
    char *value = mem_format("%.0f °C", celsius);
    if (isnan(celsius))
        doctor_unknown(finding, "no thermal zone can be read");
    else if (celsius >= HOT_CELSIUS)
        doctor_warn(
            finding, value, "a hot processor slows itself down, and not both sides alike",
            "let the machine cool down, clean its fans, or lower the frequency: cpupower frequency-set -u 2GHz");
    else
        doctor_good(finding, value);
    free(value);
}

static void look_throttling(const char *root, Finding *finding)
{
    char **cpus = sysfile_names(root, CPUS);
    double events = NAN;
    for (char **cpu = cpus; cpu != NULL && *cpu != NULL; cpu++) {
        double count;
        if (is_cpu_folder(*cpu) && sysfile_number(root, &count, CPUS "/%s/thermal_throttle/core_throttle_count", *cpu))
            events = isnan(events) ? count : events + count;
    }
    sysfile_free_names(cpus);
    char *value = mem_format("%.0f since boot", events);
    if (isnan(events))
        doctor_unknown(finding, "this processor shows no throttle counters");
    else if (events > 0.0)
        doctor_warn(finding, value, "the processor has slowed itself down for heat and may do so again",
                    "better cooling, or a lower fixed frequency: sudo cpupower frequency-set -u 2GHz");
    else
        doctor_good(finding, value);
    free(value);
}

/* ---- clock and mitigations ---- */

static void look_clocksource(const char *root, Finding *finding)
{
    static const char *const slow[] = {"hpet", "acpi_pm", "jiffies", "refined-jiffies", "pit", NULL};
    char *source = sysfile_line(root, "/sys/devices/system/clocksource/clocksource0/current_clocksource");
    bool is_slow = false;
    for (size_t i = 0; source != NULL && slow[i] != NULL; i++)
        is_slow |= strcmp(source, slow[i]) == 0;
    if (source == NULL)
        doctor_unknown(finding, "the current clock source cannot be read");
    else if (is_slow)
        doctor_warn(finding, source, "reading the clock takes a microsecond and a system call instead of 25 ns",
                    "boot with clocksource=tsc tsc=reliable, and look in 'dmesg | grep -i tsc' why it was dropped");
    else
        doctor_good(finding, source);
    free(source);
}

static void look_mitigations(const char *root, Finding *finding)
{
    static const char folder[] = CPUS "/vulnerabilities";
    char **names = sysfile_names(root, folder);
    char *command_line = sysfile_line(root, "/proc/cmdline");
    unsigned mitigated = 0;
    unsigned vulnerable = 0;
    for (char **name = names; name != NULL && *name != NULL; name++) {
        char *state = sysfile_line(root, "%s/%s", folder, *name);
        mitigated += state != NULL && strncmp(state, "Mitigation", 10) == 0;
        vulnerable += state != NULL && strncmp(state, "Vulnerable", 10) == 0;
        free(state);
    }
    bool off = command_line != NULL && strstr(command_line, "mitigations=off") != NULL;
    char *value = mem_format("%u active, %u open%s", mitigated, vulnerable, off ? " (mitigations=off)" : "");
    if (names == NULL)
        doctor_unknown(finding, CPUS "/vulnerabilities cannot be read");
    else if (off)
        doctor_warn(finding, value, "calls, indirect jumps and system calls are cheaper than on machines people use",
                    "boot without mitigations=off, or say so beside the result");
    else
        doctor_good(finding, value);
    free(value);
    free(command_line);
    sysfile_free_names(names);
}

const DoctorCheck doctor_checks_cpu[] = {
    {"cpu", look_model},
    {"virtualization", look_virtualization},
    {"smt", look_smt},
    {"governor", look_governor},
    {"turbo", look_turbo},
    {"temperature", look_temperature},
    {"throttling", look_throttling},
    {"isolated_cpus", look_isolated},
    {"clocksource", look_clocksource},
    {"mitigations", look_mitigations},
    {NULL, NULL},
};
