#include "watch.h"

#include "sysfile.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Below these a change is nothing but the grain of the measurement: a tick of /proc/stat, a step of the clock rate. */
#define STEAL_PCT_MIN     1.0
#define FREQUENCY_PCT_MIN 2.0

#define CPUS "/sys/devices/system/cpu"

static double field_number(const char *text, const char *key)
{
    char *field = sysfile_field(text, key);
    double number = field != NULL ? strtod(field, NULL) : WATCH_UNKNOWN;
    free(field);
    return number;
}

/* Column 39 of /proc/PID/stat, counted from behind the name, which may hold anything. */
static int last_cpu(const char *root, pid_t pid)
{
    char *stat = sysfile_line(root, "/proc/%d/stat", (int)pid);
    const char *at = stat != NULL ? strrchr(stat, ')') : NULL;
    int column = 2;
    while (at != NULL && column < 39) {
        at = strchr(at + 1, ' ');
        column++;
    }
    int cpu = at != NULL ? atoi(at + 1) : WATCH_UNKNOWN;
    free(stat);
    return cpu;
}

static WatchProcess look_at_process(const char *root, pid_t pid)
{
    char *status = sysfile_text(root, "/proc/%d/status", (int)pid);
    char *sched = sysfile_text(root, "/proc/%d/sched", (int)pid);
    WatchProcess process = {
        .pid = pid,
        .voluntary = field_number(status, "voluntary_ctxt_switches"),
        .involuntary = field_number(status, "nonvoluntary_ctxt_switches"),
        .migrations = field_number(sched, "se.nr_migrations"),
        .cpu = last_cpu(root, pid),
    };
    free(status);
    free(sched);
    return process;
}

/* The clock rate of the CPU: what it runs at where the kernel tells, else what was asked for. */
static double frequency_khz(const char *root, int cpu)
{
    double khz;
    if (cpu >= 0 && (sysfile_number(root, &khz, CPUS "/cpu%d/cpufreq/cpuinfo_avg_freq", cpu) ||
                     sysfile_number(root, &khz, CPUS "/cpu%d/cpufreq/scaling_cur_freq", cpu)))
        return khz;
    return NAN;
}

static double throttle_events(const char *root, int cpu)
{
    double core;
    double package;
    if (cpu < 0 || !sysfile_number(root, &core, CPUS "/cpu%d/thermal_throttle/core_throttle_count", cpu))
        return NAN;
    if (sysfile_number(root, &package, CPUS "/cpu%d/thermal_throttle/package_throttle_count", cpu))
        core += package;
    return core;
}

void watch_begin(Watch *watch, const char *root, int cpu)
{
    *watch = (Watch){.root = root,
                     .cpu = cpu,
                     .times = machine_cpu_times(root, cpu),
                     .frequency_khz = frequency_khz(root, cpu),
                     .throttled = throttle_events(root, cpu)};
}

void watch_process(Watch *watch, size_t side, pid_t pid)
{
    watch->process[side] = look_at_process(watch->root, pid);
}

/* ---- the end ---- */

static double since(double before, double after)
{
    return before == WATCH_UNKNOWN || after == WATCH_UNKNOWN ? NAN : after - before;
}

/* Moves between CPUs: as counted, or at least that the last place is another one. */
static double count_migrations(const WatchProcess *before, const WatchProcess *after)
{
    double counted = since(before->migrations, after->migrations);
    if (isfinite(counted))
        return counted;
    return before->cpu == WATCH_UNKNOWN || after->cpu == WATCH_UNKNOWN ? NAN : before->cpu != after->cpu;
}

static void mark_processes(const Watch *watch, Block *block)
{
    double migrations = 0.0;
    for (size_t s = 0; s < block->n_sides; s++) {
        const WatchProcess *before = &watch->process[s];
        SideSamples *samples = &block->sides[s];
        if (before->pid == 0)
            continue;
        WatchProcess after = look_at_process(watch->root, before->pid);
        samples->voluntary_switches = since(before->voluntary, after.voluntary);
        samples->involuntary_switches = since(before->involuntary, after.involuntary);
        samples->migrations = count_migrations(before, &after);
        migrations += isfinite(samples->migrations) ? samples->migrations : 0.0;
    }
    if (migrations > 0.0)
        result_add_mark(block, MARK_MIGRATION, migrations);
}

void watch_end(const Watch *watch, Block *block)
{
    double steal_pct = machine_steal_pct(watch->times, machine_cpu_times(watch->root, watch->cpu));
    double change_pct = 100.0 * (frequency_khz(watch->root, watch->cpu) / watch->frequency_khz - 1.0);
    double throttled = throttle_events(watch->root, watch->cpu) - watch->throttled;
    if (steal_pct >= STEAL_PCT_MIN)
        result_add_mark(block, MARK_STEAL, steal_pct);
    mark_processes(watch, block);
    if (fabs(change_pct) >= FREQUENCY_PCT_MIN)
        result_add_mark(block, MARK_FREQUENCY, change_pct);
    if (throttled > 0.0)
        result_add_mark(block, MARK_THROTTLING, throttled);
}
