/* The system call perf_event_open, with what a refusal means and what would change it. */
#ifndef FRAMEBENCH_PERF_EVENT_H
#define FRAMEBENCH_PERF_EVENT_H

#include <linux/perf_event.h>
#include <stdbool.h>
#include <sys/types.h>

/* Opens an event on one process, stopped when it leads a group (group_fd -1). Returns -1 with errno. */
int perf_event_open_on(const struct perf_event_attr *attr, pid_t pid, int group_fd);

/* What decides about counters on this machine, read once. */
typedef struct PerfScene {
    bool has_perf;     /* the kernel was built with perf events */
    bool has_paranoid; /* the next field was readable */
    double paranoid;   /* kernel.perf_event_paranoid */
    bool has_core_pmu; /* the kernel drives hardware counters of the CPU */
    bool virtual_machine;
    bool seccomp;          /* a filter stands between this process and the kernel */
    const char *container; /* "docker", "podman", …; NULL: none was seen. Static. */
} PerfScene;

PerfScene perf_event_scene(const char *root);

/* Why perf_event_open failed with this errno in this scene, and what to do; both are the caller's to free. */
typedef struct Refusal {
    char *reason;
    char *remedy;
} Refusal;

Refusal perf_event_explain(const PerfScene *scene, const struct perf_event_attr *attr, int problem);

#endif
