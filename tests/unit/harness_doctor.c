/* The doctor, the marks of a block and the machine's facts, on trees of files that stand for /proc and /sys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "binary.h"
#include "doctor.h"
#include "record.h"
#include "fake_root.h"
#include "machine.h"
#include "sysfile.h"
#include "watch.h"

#include <math.h>

#define CPUS "/sys/devices/system/cpu"

typedef struct Fake {
    const char *path;
    const char *content;
} Fake;

/* A tree, the check that looks at it, and what it must find. */
typedef struct Case {
    Fake files[4];
    const char *check;
    FindingStatus status;
    const char *value;  /* part of it; NULL: any */
    const char *remedy; /* part of it; NULL: any */
} Case;

static const Case cases[] = {
    {{{"/proc/cpuinfo", "model name\t: Fast 9000"}}, "cpu", FINDING_GOOD, "Fast 9000", NULL},
    {{{"/proc/cpuinfo", "flags\t: fpu hypervisor"}}, "virtualization", FINDING_WARN, "virtual machine", "own"},
    {{{"/proc/cpuinfo", "flags\t: fpu"}}, "virtualization", FINDING_GOOD, NULL, NULL},
    {{{CPUS "/smt/active", "1"}}, "smt", FINDING_WARN, "on", "smt/control"},
    {{{CPUS "/smt/active", "0"}, {CPUS "/smt/control", "off"}}, "smt", FINDING_GOOD, "off", NULL},
    {{{CPUS "/cpu0/cpufreq/scaling_governor", "performance"}, {CPUS "/cpu1/cpufreq/scaling_governor", "powersave"}},
     "governor",
     FINDING_WARN,
     "performance, powersave",
     "cpupower"},
    {{{CPUS "/cpu0/cpufreq/scaling_governor", "performance"}}, "governor", FINDING_GOOD, "performance", NULL},
    {{{CPUS "/intel_pstate/no_turbo", "0"}}, "turbo", FINDING_WARN, "on", "no_turbo"},
    {{{CPUS "/intel_pstate/no_turbo", "1"}}, "turbo", FINDING_GOOD, "off", NULL},
    {{{CPUS "/cpufreq/boost", "1"}}, "turbo", FINDING_WARN, "on", "boost"},
    {{{CPUS "/cpufreq/boost", "0"}}, "turbo", FINDING_GOOD, "off", NULL},
    {{{"/sys/class/thermal/thermal_zone0/temp", "45000"}, {"/sys/class/thermal/thermal_zone1/temp", "91000"}},
     "temperature",
     FINDING_WARN,
     "91",
     "cool"},
    {{{"/sys/class/thermal/thermal_zone0/temp", "45000"}}, "temperature", FINDING_GOOD, "45", NULL},
    {{{CPUS "/cpu0/thermal_throttle/core_throttle_count", "2"},
      {CPUS "/cpu1/thermal_throttle/core_throttle_count", "3"}},
     "throttling",
     FINDING_WARN,
     "5 since boot",
     "cpupower"},
    {{{CPUS "/cpu0/thermal_throttle/core_throttle_count", "0"}}, "throttling", FINDING_GOOD, NULL, NULL},
    {{{CPUS "/isolated", "2-3"}}, "isolated_cpus", FINDING_GOOD, "2-3", NULL},
    {{{CPUS "/isolated", ""}}, "isolated_cpus", FINDING_WARN, "none", "isolcpus"},
    {{{"/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet"}},
     "clocksource",
     FINDING_WARN,
     "hpet",
     "clocksource=tsc"},
    {{{"/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc"}},
     "clocksource",
     FINDING_GOOD,
     "tsc",
     NULL},
    {{{CPUS "/vulnerabilities/a", "Mitigation: x"}, {CPUS "/vulnerabilities/b", "Vulnerable"}},
     "mitigations",
     FINDING_GOOD,
     "1 active, 1 open",
     NULL},
    {{{CPUS "/vulnerabilities/a", "Vulnerable"}, {"/proc/cmdline", "quiet mitigations=off"}},
     "mitigations",
     FINDING_WARN,
     "mitigations=off",
     "boot"},
    {{{"/proc/stat", "cpu  900 0 50 0 0 0 0 50"}}, "steal", FINDING_WARN, "5.0% since boot", "instance"},
    {{{"/proc/stat", "cpu  900 0 99 0 0 0 0 1"}}, "steal", FINDING_GOOD, "0.1%", NULL},
    {{{"/proc/loadavg", "3.50 1 1 1/100 7"}, {CPUS "/online", "0-3"}}, "load", FINDING_WARN, "3.50 on 4", "top"},
    {{{"/proc/loadavg", "0.20 1 1 1/100 7"}, {CPUS "/online", "0-3"}}, "load", FINDING_GOOD, NULL, NULL},
    {{{"/proc/self/cgroup", "0::/a/b"},
      {"/sys/fs/cgroup/a/b/cpu.max", "max 100000"},
      {"/sys/fs/cgroup/a/cpu.max", "150000 100000"}},
     "cgroup_cpu_limit",
     FINDING_WARN,
     "1.50 CPUs",
     "--cpus"},
    {{{"/proc/self/cgroup", "0::/a"}, {"/sys/fs/cgroup/a/cpu.max", "max 100000"}},
     "cgroup_cpu_limit",
     FINDING_GOOD,
     "no limit",
     NULL},
    {{{"/proc/self/cgroup", "0::/"}, {"/sys/fs/cgroup/cpu.max", "50000 100000"}},
     "cgroup_cpu_limit",
     FINDING_WARN,
     "0.50 CPUs",
     NULL},
    {{{"/proc/self/cgroup", "4:cpu,cpuacct:/x"},
      {"/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us", "200000"},
      {"/sys/fs/cgroup/cpu/x/cpu.cfs_period_us", "100000"}},
     "cgroup_cpu_limit",
     FINDING_WARN,
     "2.00 CPUs",
     NULL},
    {{{"/proc/self/cgroup", "4:cpu:/x"},
      {"/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us", "-1"},
      {"/sys/fs/cgroup/cpu/x/cpu.cfs_period_us", "100000"}},
     "cgroup_cpu_limit",
     FINDING_GOOD,
     "no limit",
     NULL},
    {{{"/proc/self/status", "Cpus_allowed_list:\t3"}}, "allowed_cpus", FINDING_WARN, "3", "second CPU"},
    {{{"/proc/self/status", "Cpus_allowed_list:\t0,3"}}, "allowed_cpus", FINDING_GOOD, "0,3", NULL},
    {{{"/proc/sys/kernel/randomize_va_space", "2"}}, "aslr", FINDING_GOOD, "on", NULL},
    {{{"/proc/sys/kernel/randomize_va_space", "0"}}, "aslr", FINDING_WARN, "off", "randomize_va_space=2"},
    {{{"/proc/sys/kernel/randomize_va_space", "2"}, {"/proc/self/personality", "00040000"}},
     "aslr",
     FINDING_WARN,
     "this process",
     "setarch"},
    {{{"/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never"}},
     "transparent_hugepages",
     FINDING_WARN,
     "always",
     "madvise"},
    {{{"/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never"}},
     "transparent_hugepages",
     FINDING_GOOD,
     "madvise",
     NULL},
    {{{"/proc/sys/kernel/perf_event_paranoid", "3"}}, "perf_event_paranoid", FINDING_WARN, "3", "paranoid=2"},
    {{{"/proc/sys/kernel/perf_event_paranoid", "1"}}, "perf_event_paranoid", FINDING_GOOD, "1", NULL},
    {{{"/sys/bus/event_source/devices/software/type", "1"}}, "pmu", FINDING_WARN, "none", "valgrind"},
    {{{"/sys/bus/event_source/devices/cpu/type", "4"}}, "pmu", FINDING_GOOD, "present", NULL},
    {{{"/sys/bus/event_source/devices/cpu/type", "4"}, {"/proc/sys/kernel/nmi_watchdog", "1"}},
     "nmi_watchdog",
     FINDING_WARN,
     "on",
     "nmi_watchdog=0"},
    {{{"/proc/sys/kernel/nmi_watchdog", "1"}}, "nmi_watchdog", FINDING_GOOD, "without", NULL},
};

static void examine(Result *result, const Fake *files, size_t n_files)
{
    fake_root_make();
    for (size_t f = 0; f < n_files && files[f].path != NULL; f++)
        fake_root_file(files[f].path, files[f].content);
    doctor_examine(fake_root, result_add_host(result));
    fake_root_remove();
}

static const Finding *find(const Host *host, const char *check)
{
    for (size_t f = 0; f < host->n_findings; f++)
        if (strcmp(host->findings[f].check, check) == 0)
            return &host->findings[f];
    fail_msg("there is no check %s", check);
    return NULL;
}

static void each_check_judges(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *wanted = &cases[i];
        Result result = {0};
        examine(&result, wanted->files, 4);
        const Finding *found = find(&result.hosts[0], wanted->check);
        if (found->status != wanted->status ||
            (wanted->value != NULL && (found->value == NULL || strstr(found->value, wanted->value) == NULL)) ||
            (wanted->remedy != NULL && (found->remedy == NULL || strstr(found->remedy, wanted->remedy) == NULL)))
            fail_msg("case %zu, %s: %s, value '%s', remedy '%s'", i, wanted->check, result_finding_name(found->status),
                     found->value, found->remedy);
        if (found->status == FINDING_WARN)
            assert_true(found->effect != NULL && found->remedy != NULL);
        result_free(&result);
    }
}

static void every_check_is_tested_and_can_be_unknown(void **state)
{
    (void)state;
    Result result = {0};
    examine(&result, NULL, 0);
    const Host *host = &result.hosts[0];
    for (size_t f = 0; f < host->n_findings; f++) {
        bool good = false;
        bool warn = strcmp(host->findings[f].check, "cpu") == 0;
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            good |= strcmp(cases[i].check, host->findings[f].check) == 0 && cases[i].status == FINDING_GOOD;
            warn |= strcmp(cases[i].check, host->findings[f].check) == 0 && cases[i].status == FINDING_WARN;
        }
        if (!good || !warn)
            fail_msg("%s has no case of both kinds", host->findings[f].check);
        if (host->findings[f].status != FINDING_UNKNOWN || host->findings[f].effect == NULL)
            fail_msg("%s knows something about nothing", host->findings[f].check);
    }
    Text text = {0};
    doctor_text(host, false, &text);
    assert_string_equal(text_string(&text), "");
    doctor_text(host, true, &text);
    assert_non_null(strstr(text_string(&text), "0 good, 19 unknown, 0 disturb"));
    text_free(&text);
    json_t *json = record_findings(host);
    assert_int_equal(json_array_size(json), host->n_findings);
    json_decref(json);
    result_free(&result);
}

/* ---- marks ---- */

static void write_process(unsigned voluntary, unsigned involuntary, const char *sched, int cpu)
{
    char text[200];
    snprintf(text, sizeof text, "voluntary_ctxt_switches:\t%u\nnonvoluntary_ctxt_switches:\t%u", voluntary,
             involuntary);
    fake_root_file("/proc/77/status", text);
    fake_root_file("/proc/77/sched", sched);
    snprintf(text, sizeof text,
             "77 (a) b) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 "
             "35 %d 0 0",
             cpu);
    fake_root_file("/proc/77/stat", text);
}

static void write_cpu(const char *stat, const char *khz, const char *throttled)
{
    fake_root_file("/proc/stat", stat);
    fake_root_file(CPUS "/cpu1/cpufreq/scaling_cur_freq", khz);
    fake_root_file(CPUS "/cpu1/thermal_throttle/core_throttle_count", throttled);
}

static double amount_of(const Block *block, MarkKind kind)
{
    for (size_t m = 0; m < block->n_marks; m++)
        if (block->marks[m].kind == kind)
            return block->marks[m].amount;
    return NAN;
}

static void a_quiet_block_has_no_marks(void **state)
{
    (void)state;
    Watch watch;
    Block block = {0};
    fake_root_make();
    result_open_block(&block, 2);
    write_cpu("cpu  0\ncpu1 100 0 0 0 0 0 0 5", "3000000", "4");
    write_process(10, 2, "se.nr_migrations      :      3", 1);
    watch_begin(&watch, fake_root, 1);
    watch_process(&watch, 1, 77);
    write_cpu("cpu  0\ncpu1 200 0 0 0 0 0 0 5", "3010000", "4");
    write_process(20, 3, "se.nr_migrations      :      3", 1);
    watch_end(&watch, &block);
    assert_int_equal(block.n_marks, 0);
    assert_true(isnan(block.sides[0].migrations));
    assert_true(block.sides[1].voluntary_switches == 10 && block.sides[1].involuntary_switches == 1);
    assert_true(block.sides[1].migrations == 0);
    result_free_block(&block);
    fake_root_remove();
}

static void each_disturbance_is_marked(void **state)
{
    (void)state;
    Watch watch;
    Block block = {0};
    fake_root_make();
    result_open_block(&block, 1);
    write_cpu("cpu  0\ncpu1 100 0 0 0 0 0 0 5", "3000000", "4");
    write_process(10, 2, "se.nr_migrations      :      3", 1);
    watch_begin(&watch, fake_root, 1);
    watch_process(&watch, 0, 77);
    write_cpu("cpu  0\ncpu1 190 0 0 0 0 0 0 15", "2400000", "6");
    write_process(20, 3, "se.nr_migrations      :      5", 0);
    watch_end(&watch, &block);
    assert_int_equal(block.n_marks, 4);
    assert_true(fabs(amount_of(&block, MARK_STEAL) - 10.0) < 1e-9);
    assert_true(fabs(amount_of(&block, MARK_FREQUENCY) + 20.0) < 1e-9);
    assert_true(amount_of(&block, MARK_THROTTLING) == 2 && amount_of(&block, MARK_MIGRATION) == 2);
    result_free_block(&block);
    fake_root_remove();
}

static void a_kernel_that_counts_no_migrations(void **state)
{
    (void)state;
    Watch watch;
    Block block = {0};
    fake_root_make();
    result_open_block(&block, 1);
    write_process(10, 2, "", 1);
    watch_begin(&watch, fake_root, 1);
    watch_process(&watch, 0, 77);
    write_process(10, 2, "", 0);
    watch_end(&watch, &block);
    assert_int_equal(block.n_marks, 1);
    assert_true(amount_of(&block, MARK_MIGRATION) == 1);
    result_free_block(&block);
    fake_root_remove();
}

/* ---- facts ---- */

static void facts_come_from_the_tree(void **state)
{
    (void)state;
    Facts facts = {0};
    fake_root_make();
    fake_root_file("/proc/cpuinfo",
                   "model\t\t: 1\nmodel name\t: Fast 9000\nmicrocode\t: 0xa1\nflags\t\t: fpu hypervisor\n"
                   "\nmodel name\t: Other");
    fake_root_file("/proc/stat", "cpu  90 0 0 0 0 0 0 10\ncpu0 50 0 0 0 0 0 0 0");
    fake_root_file("/proc/cmdline", "quiet root=/dev/secret isolcpus=1 token=abc mitigations=off");
    machine_describe(fake_root, &facts);
    assert_string_equal(facts_text(&facts, "cpu_model", ""), "Fast 9000");
    assert_string_equal(facts_text(&facts, "microcode", ""), "0xa1");
    assert_string_equal(facts_text(&facts, "kernel_command_line", ""), "isolcpus=1 mitigations=off");
    assert_true(machine_is_virtual(&facts));
    assert_true(facts_find(&facts, "steal_since_boot_pct")->number == 10.0);
    assert_int_equal(facts_find(&facts, "governor")->kind, FACT_ABSENT);
    assert_true(machine_cpu_times(fake_root, 0).total == 50);
    assert_true(machine_cpu_times(fake_root, 9).total == 0);
    facts_free(&facts);
    fake_root_remove();
}

/* Read by doubling room, from a page on. */
static void texts_of_any_length_are_read_whole(void **state)
{
    (void)state;
    fake_root_make();
    for (size_t length = 1; length < 40000; length = length * 8 - length / 4096) { /* 1, 8, 64, 512, 4096, 32767 */
        char *text = malloc(length);
        memset(text, 'x', length - 1);
        text[length - 1] = '\0';
        fake_root_file("/text", text); /* and a newline */
        char *read = sysfile_text(fake_root, "/text");
        assert_int_equal(strlen(read), length);
        assert_int_equal(read[length - 1], '\n');
        free(read);
        free(text);
    }
    fake_root_remove();
}

static void binaries_tell_their_compiler(void **state)
{
    (void)state;
    Facts facts = {0};
    binary_describe_process(getpid(), &facts);
    assert_int_equal(strlen(facts_text(&facts, "sha256", "")), 64);
    assert_int_equal(strlen(facts_text(&facts, "build_id", "")), 40);
    assert_non_null(strstr(facts_text(&facts, "compiler", ""), "GCC"));
#ifdef __clang__ /* notes its version, but no flags */
    assert_non_null(strstr(facts_text(&facts, "compiler_flags", ""), "clang version"));
#else
    assert_non_null(strstr(facts_text(&facts, "compiler_flags", ""), "-std=gnu11"));
#endif
    facts_free(&facts);
    facts = (Facts){0};
    fake_root_make();
    fake_root_file("/broken", "\177ELF\2 and not much more than a name, but sixty-four bytes at the least");
    char path[100];
    snprintf(path, sizeof path, "%s/broken", fake_root);
    binary_describe_file(path, &facts);
    assert_int_equal(facts_find(&facts, "build_id")->kind, FACT_ABSENT);
    assert_int_equal(facts_find(&facts, "compiler_flags")->kind, FACT_ABSENT);
    facts_free(&facts);
    fake_root_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_check_judges),
        cmocka_unit_test(every_check_is_tested_and_can_be_unknown),
        cmocka_unit_test(a_quiet_block_has_no_marks),
        cmocka_unit_test(each_disturbance_is_marked),
        cmocka_unit_test(a_kernel_that_counts_no_migrations),
        cmocka_unit_test(facts_come_from_the_tree),
        cmocka_unit_test(texts_of_any_length_are_read_whole),
        cmocka_unit_test(binaries_tell_their_compiler),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
