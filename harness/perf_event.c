#include "perf_event.h"

#include "mem.h"
#include "sysfile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int perf_event_open_on(const struct perf_event_attr *attr, pid_t pid, int group_fd)
{
    struct perf_event_attr copy = *attr;
    copy.disabled = group_fd < 0;
    copy.pinned = group_fd < 0 && attr->pinned; /* only a leader can be */
    return (int)syscall(SYS_perf_event_open, &copy, pid, -1, group_fd, PERF_FLAG_FD_CLOEXEC);
}

/* ---- scene ---- */

static const char *find_container(const char *root)
{
    static const char *const words[][2] = {{"docker", "docker"},         {"kubepods", "kubernetes"},
                                           {"libpod", "podman"},         {"lxc", "lxc"},
                                           {"containerd", "containerd"}, {"machine.slice", "systemd-nspawn"}};
    if (sysfile_exists(root, "/.dockerenv"))
        return "docker";
    if (sysfile_exists(root, "/run/.containerenv"))
        return "podman";
    char *groups = sysfile_text(root, "/proc/self/cgroup");
    const char *found = NULL;
    for (size_t i = 0; groups != NULL && found == NULL && i < sizeof words / sizeof *words; i++)
        if (strstr(groups, words[i][0]) != NULL)
            found = words[i][1];
    free(groups);
    return found;
}

/* A PMU of the CPU itself: "cpu" on x86, "cpu_core" and "cpu_atom" on hybrid ones, "armv8_…", "cpum_cf" and so on. */
static bool has_core_pmu(const char *root)
{
    char **names = sysfile_names(root, "/sys/bus/event_source/devices");
    bool found = false;
    for (char **name = names; name != NULL && *name != NULL; name++)
        found |= strcmp(*name, "cpu") == 0 || strncmp(*name, "cpu_", 4) == 0 || strncmp(*name, "cpum_", 5) == 0 ||
                 strncmp(*name, "arm", 3) == 0 || strstr(*name, "cortex") != NULL;
    sysfile_free_names(names);
    return found;
}

PerfScene perf_event_scene(const char *root)
{
    PerfScene scene = {0};
    scene.has_paranoid = sysfile_number(root, &scene.paranoid, "/proc/sys/kernel/perf_event_paranoid");
    scene.has_perf = scene.has_paranoid;
    scene.has_core_pmu = has_core_pmu(root);
    char *cpuinfo = sysfile_text(root, "/proc/cpuinfo");
    char *flags = sysfile_field(cpuinfo, "flags");
    scene.virtual_machine = flags != NULL && strstr(flags, "hypervisor") != NULL;
    free(flags);
    free(cpuinfo);
    char *status = sysfile_text(root, "/proc/self/status");
    char *seccomp = sysfile_field(status, "Seccomp");
    scene.seccomp = seccomp != NULL && strcmp(seccomp, "2") == 0;
    free(seccomp);
    free(status);
    scene.container = find_container(root);
    return scene;
}

/* ---- refusals ---- */

static Refusal explain_absent(const PerfScene *scene, const struct perf_event_attr *attr)
{
    if (attr->type == PERF_TYPE_SOFTWARE)
        return (Refusal){mem_copy_text("this kernel does not count it"),
                         mem_copy_text("leave the event out with --events")};
    if (scene->has_core_pmu)
        return (Refusal){mem_copy_text("this CPU's PMU has no such event"),
                         mem_copy_text("look for another with 'framebench counters --list PATTERN'")};
    if (scene->virtual_machine)
        return (Refusal){mem_copy_text("this virtual machine shows no PMU"),
                         mem_copy_text("enable the virtual PMU in the hypervisor (KVM: -cpu host,pmu=on), measure on "
                                       "bare metal, or count exactly with --counters=valgrind")};
    return (Refusal){
        mem_copy_text("the kernel drives no PMU on this machine"),
        mem_copy_text("look for 'Performance Events' in 'dmesg', boot without nopmu, or count exactly with "
                      "--counters=valgrind")};
}

static Refusal explain_forbidden(const PerfScene *scene, int problem)
{
    if (scene->has_paranoid && scene->paranoid > 2)
        return (Refusal){mem_format("kernel.perf_event_paranoid is %.0f: only root may count", scene->paranoid),
                         mem_copy_text("sudo sysctl kernel.perf_event_paranoid=2 (1 to count the kernel, too)")};
    if (problem == EPERM && (scene->seccomp || scene->container != NULL))
        return (Refusal){
            mem_format("the seccomp filter of this %s forbids perf_event_open",
                       scene->container != NULL ? scene->container : "sandbox"),
            mem_copy_text("start the container with a seccomp profile that allows perf_event_open (docker: "
                          "--security-opt seccomp=unconfined, or --cap-add PERFMON)")};
    if (scene->has_paranoid && scene->paranoid > 1)
        return (Refusal){
            mem_format("kernel.perf_event_paranoid is %.0f: no counting of the kernel by users", scene->paranoid),
            mem_copy_text("sudo sysctl kernel.perf_event_paranoid=1, or count user mode only (:u)")};
    return (Refusal){mem_format("the kernel refuses it to this user (%s)", strerror(problem)),
                     mem_copy_text("sudo sysctl kernel.perf_event_paranoid=1, or grant CAP_PERFMON")};
}

static Refusal explain_missing_call(const PerfScene *scene)
{
    if (scene->has_perf)
        return (Refusal){mem_format("perf_event_open is blocked%s%s though the kernel has it",
                                    scene->container != NULL ? " by the seccomp filter of this " : "",
                                    scene->container != NULL ? scene->container : ""),
                         mem_copy_text("allow perf_event_open in the seccomp profile (docker: --security-opt "
                                       "seccomp=unconfined)")};
    return (Refusal){mem_copy_text("this kernel was built without performance events"),
                     mem_copy_text("boot a kernel with CONFIG_PERF_EVENTS, or count exactly with --counters=valgrind")};
}

Refusal perf_event_explain(const PerfScene *scene, const struct perf_event_attr *attr, int problem)
{
    switch (problem) {
    case ENOENT:
    case ENODEV:
    case EOPNOTSUPP:
        return explain_absent(scene, attr);
    case EACCES:
    case EPERM:
        return explain_forbidden(scene, problem);
    case ENOSYS:
        return explain_missing_call(scene);
    case EINVAL:
        return (Refusal){mem_copy_text("the kernel does not count it for a single process (events of the uncore and of "
                                       "power are the whole socket's)"),
                         mem_copy_text("leave the event out with --events")};
    case EBUSY:
        return (Refusal){mem_copy_text("another program holds the counters"),
                         mem_copy_text("end other profilers; free the watchdog's counter with 'sudo sysctl "
                                       "kernel.nmi_watchdog=0'")};
    case EMFILE:
        return (Refusal){mem_copy_text("this process may open no more files"), mem_copy_text("raise 'ulimit -n'")};
    default:
        return (Refusal){mem_format("perf_event_open failed: %s", strerror(problem)),
                         mem_copy_text("leave the event out with --events, or look at 'dmesg'")};
    }
}
