/* Counters: rotation and packing, hybrid machines, what a refusal means. No PMU is needed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "counters_events.h"
#include "counters_pmus.h"
#include "counters_rotation.h"
#include "fake_root.h"
#include "perf_event.h"
#include "sysfile.h"

#include <errno.h>

/* ---- rotation ---- */

static void every_group_gets_its_turn(void **state)
{
    (void)state;
    for (unsigned groups = 2; groups <= 5; groups++)
        for (unsigned layouts = 1; layouts <= 16; layouts++)
            for (unsigned rounds = groups; rounds <= 40; rounds++) {
                unsigned seen = 0;
                for (unsigned r = 0; r < rounds; r++) {
                    int g = counters_rotation_group(r, rounds, layouts, groups);
                    assert_in_range(g, 0, groups - 1);
                    seen |= 1u << g;
                }
                assert_int_equal(seen, (1u << groups) - 1);
            }
}

static void every_group_meets_every_layout(void **state)
{
    (void)state;
    for (unsigned groups = 2; groups <= 4; groups++)
        for (unsigned layouts = 2; layouts <= 16; layouts++) {
            unsigned met[4][16] = {{0}};
            for (unsigned r = 0; r < 2 * groups * layouts * groups; r++)
                met[counters_rotation_group(r, 0, layouts, groups)][r % layouts]++;
            for (unsigned g = 0; g < groups; g++)
                for (unsigned k = 0; k < layouts; k++)
                    assert_true(met[g][k] > 0);
        }
}

static void couples_stay_together(void **state)
{
    (void)state;
    for (unsigned r = 0; r < 100; r += 2)
        assert_int_equal(counters_rotation_group(r, 0, 16, 3), counters_rotation_group(r + 1, 0, 16, 3));
    assert_int_equal(counters_rotation_group(7, 0, 16, 1), 0);
    assert_int_equal(counters_rotation_group(0, 2, 16, 3), COUNTERS_ALL_GROUPS);
    assert_int_equal(counters_rotation_group(0, 2, 16, 0), COUNTERS_ALL_GROUPS);
}

/* A PMU with as many counters as the context says, on which event 3 never fits. */
static int fits(void *context, const size_t *events, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (events[i] == 3)
            return 0;
    return count <= *(size_t *)context;
}

static void events_are_packed(void **state)
{
    (void)state;
    static const unsigned char wanted[] = {1, 1, 0, 1, 1, 1, 1};
    static const int expected[] = {0, 0, -1, -1, 1, 1, 2};
    size_t counters = 2;
    int group[7];
    assert_int_equal(counters_rotation_pack(7, wanted, fits, &counters, group), 3);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(group[i], expected[i]);
    counters = 0;
    assert_int_equal(counters_rotation_pack(7, wanted, fits, &counters, group), 0);
}

/* ---- hybrid machines ---- */

static void hybrid_machine(void)
{
    fake_root_file("/sys/bus/event_source/devices/cpu_core/cpus", "0-7");
    fake_root_file("/sys/bus/event_source/devices/cpu_core/type", "4");
    fake_root_file("/sys/bus/event_source/devices/cpu_atom/cpus", "8-15,20");
    fake_root_file("/sys/bus/event_source/devices/cpu_atom/type", "10");
    fake_root_file("/sys/bus/event_source/devices/uncore_imc/cpumask", "0");
    fake_root_file("/sys/bus/event_source/devices/uncore_imc/type", "18");
}

static void events_follow_the_core(void **state)
{
    (void)state;
    struct perf_event_attr attr = {.type = PERF_TYPE_HARDWARE, .config = PERF_COUNT_HW_INSTRUCTIONS};
    fake_root_make();
    assert_false(counters_pmus_are_hybrid(fake_root));
    assert_true(counters_pmus_adapt(fake_root, 9, &attr));
    assert_int_equal(attr.config, PERF_COUNT_HW_INSTRUCTIONS);
    hybrid_machine();
    assert_true(counters_pmus_are_hybrid(fake_root));
    assert_true(counters_pmus_adapt(fake_root, 20, &attr));
    assert_int_equal(attr.config, UINT64_C(10) << 32 | PERF_COUNT_HW_INSTRUCTIONS);
    assert_true(counters_pmus_adapt(fake_root, 7, &attr)); /* again, elsewhere */
    assert_int_equal(attr.config, UINT64_C(4) << 32 | PERF_COUNT_HW_INSTRUCTIONS);
    struct perf_event_attr native = {.type = 10, .config = 0x1c2};
    assert_true(counters_pmus_adapt(fake_root, 8, &native));
    assert_false(counters_pmus_adapt(fake_root, 0, &native));
    assert_int_equal(native.config, 0x1c2);
    struct perf_event_attr software = {.type = PERF_TYPE_SOFTWARE, .config = 1};
    assert_true(counters_pmus_adapt(fake_root, 0, &software));
    assert_int_equal(software.config, 1);
    fake_root_remove();
}

/* ---- refusals ---- */

static void expect_refusal(int problem, uint32_t type, const char *reason, const char *remedy)
{
    PerfScene scene = perf_event_scene(fake_root);
    struct perf_event_attr attr = {.type = type};
    Refusal refusal = perf_event_explain(&scene, &attr, problem);
    if (strstr(refusal.reason, reason) == NULL || strstr(refusal.remedy, remedy) == NULL)
        fail_msg("errno %d: '%s' / '%s', expected '%s' / '%s'", problem, refusal.reason, refusal.remedy, reason,
                 remedy);
    free(refusal.reason);
    free(refusal.remedy);
}

static void a_virtual_machine_has_no_pmu(void **state)
{
    (void)state;
    fake_root_make();
    fake_root_file("/proc/cpuinfo", "flags\t\t: fpu sse hypervisor");
    fake_root_file("/proc/sys/kernel/perf_event_paranoid", "2");
    expect_refusal(ENOENT, PERF_TYPE_HARDWARE, "virtual machine", "pmu=on");
    expect_refusal(ENOENT, PERF_TYPE_SOFTWARE, "kernel", "--events");
    fake_root_file("/sys/bus/event_source/devices/cpu/type", "4");
    expect_refusal(ENOENT, PERF_TYPE_HARDWARE, "no such event", "--list");
    expect_refusal(EOPNOTSUPP, PERF_TYPE_RAW, "no such event", "--list");
    fake_root_remove();
}

static void refusals_name_the_setting(void **state)
{
    (void)state;
    fake_root_make();
    fake_root_file("/proc/sys/kernel/perf_event_paranoid", "4");
    expect_refusal(EACCES, PERF_TYPE_HARDWARE, "perf_event_paranoid is 4", "sudo sysctl kernel.perf_event_paranoid=2");
    fake_root_file("/proc/sys/kernel/perf_event_paranoid", "2");
    expect_refusal(EACCES, PERF_TYPE_HARDWARE, "perf_event_paranoid is 2", "kernel.perf_event_paranoid=1");
    fake_root_file("/proc/self/status", "Name:\tx\nSeccomp:\t2");
    expect_refusal(EPERM, PERF_TYPE_HARDWARE, "seccomp filter of this sandbox", "seccomp profile");
    fake_root_file("/proc/self/cgroup", "0::/system.slice/docker-abc.scope");
    expect_refusal(EPERM, PERF_TYPE_HARDWARE, "seccomp filter of this docker", "--cap-add PERFMON");
    expect_refusal(ENOSYS, PERF_TYPE_HARDWARE, "blocked by the seccomp filter of this docker", "seccomp");
    expect_refusal(EINVAL, PERF_TYPE_RAW, "single process", "--events");
    expect_refusal(EBUSY, PERF_TYPE_HARDWARE, "another program", "nmi_watchdog");
    expect_refusal(EMFILE, PERF_TYPE_HARDWARE, "no more files", "ulimit -n");
    expect_refusal(EIO, PERF_TYPE_HARDWARE, strerror(EIO), "dmesg");
    fake_root_remove();
}

static void a_kernel_without_events(void **state)
{
    (void)state;
    fake_root_make();
    expect_refusal(ENOSYS, PERF_TYPE_SOFTWARE, "built without performance events", "CONFIG_PERF_EVENTS");
    expect_refusal(ENOENT, PERF_TYPE_HARDWARE, "no PMU", "valgrind");
    fake_root_remove();
}

/* ---- names ---- */

static void names_are_resolved(void **state)
{
    (void)state;
    Error error = ERROR_INIT;
    assert_int_equal(counters_events_open(&error), 0);
    for (const char *const *name = counters_default_events; *name != NULL; name++) {
        struct perf_event_attr attr;
        EventInfo event = {0};
        assert_true(counters_events_resolve(*name, &attr, &event));
        assert_true(attr.exclude_kernel ==
                    !(attr.type == PERF_TYPE_SOFTWARE &&
                      (attr.config == PERF_COUNT_SW_CONTEXT_SWITCHES || attr.config == PERF_COUNT_SW_CPU_MIGRATIONS)));
        free(event.resolved);
    }
    struct perf_event_attr attr;
    EventInfo kernel = {0};
    assert_true(counters_events_resolve("instructions:u:k", &attr, &kernel));
    assert_false(attr.exclude_kernel || attr.exclude_user);
    free(kernel.resolved);
    EventInfo foreign = {0};
    assert_false(counters_events_resolve("knl::UNHALTED_CORE_CYCLES", &attr, &foreign));
    assert_non_null(strstr(foreign.reason, "another CPU's"));
    free(foreign.reason);
    free(foreign.remedy);
    Text text = {0};
    assert_true(counters_events_search("page-FAULTS", &text) >= 1);
    assert_non_null(strstr(text_string(&text), "perf::PAGE-FAULTS"));
    assert_int_equal(counters_events_search("no such event anywhere", &text), 0);
    text_free(&text);
    counters_events_close();
}

/* ---- small files ---- */

static void small_files(void **state)
{
    (void)state;
    double number;
    fake_root_make();
    fake_root_file("/sys/a", "always [madvise] never");
    fake_root_file("/sys/b", "12.5 other");
    char *choice = sysfile_choice(fake_root, "/sys/%s", "a");
    assert_string_equal(choice, "madvise");
    free(choice);
    assert_true(sysfile_number(fake_root, &number, "/sys/b"));
    assert_true(number == 12.5);
    assert_false(sysfile_number(fake_root, &number, "/sys/a"));
    assert_null(sysfile_line(fake_root, "/sys/none"));
    assert_true(sysfile_list_has("0-3,8", 8) && sysfile_list_has("0-3,8", 2) && !sysfile_list_has("0-3,8", 4));
    assert_int_equal(sysfile_list_count("0-3,8\n"), 5);
    assert_int_equal(sysfile_list_count(""), 0);
    char *field = sysfile_field("model\t: 1\nmodel name\t: Fast CPU\n", "model name");
    assert_string_equal(field, "Fast CPU");
    free(field);
    assert_null(sysfile_field("model\t: 1\n", "mode"));
    fake_root_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_group_gets_its_turn), cmocka_unit_test(every_group_meets_every_layout),
        cmocka_unit_test(couples_stay_together),     cmocka_unit_test(events_are_packed),
        cmocka_unit_test(events_follow_the_core),    cmocka_unit_test(a_virtual_machine_has_no_pmu),
        cmocka_unit_test(refusals_name_the_setting), cmocka_unit_test(a_kernel_without_events),
        cmocka_unit_test(names_are_resolved),        cmocka_unit_test(small_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
