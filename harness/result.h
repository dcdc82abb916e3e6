/* What a run knows: everything that goes into a result file, in memory.
 *
 * Filled by plan, machine, counters and sample, written and read by record, analysed by compare. Raw values stay in
 * the order in which they were measured and are never changed. Each struct owns what its pointers point to. */
#ifndef FRAMEBENCH_RESULT_H
#define FRAMEBENCH_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SIDE_A, SIDE_B, SIDE_COUNT };

/* One fact about the machine or a binary, as it will stand in the file. An absent fact keeps its reason in text. */
typedef enum FactKind {
    FACT_TEXT,
    FACT_NUMBER,
    FACT_BOOL,
    FACT_ABSENT,
} FactKind;

typedef struct Fact {
    char *key;
    FactKind kind;
    char *text;
    double number; /* FACT_BOOL: 0 or 1 */
} Fact;

typedef struct Facts {
    Fact *items;
    size_t count;
} Facts;

/* One counter event: how its name was understood and whether this machine has it. */
typedef struct EventInfo {
    char *name;     /* as asked for */
    char *resolved; /* libpfm4's full name, NULL when libpfm4 does not know it */
    bool software;
    bool available;
    char *reason; /* why not available, NULL otherwise */
    char *remedy; /* what would make it available, NULL when available */
} EventInfo;

/* One interpreter under test. */
typedef struct SideInfo {
    char *name;
    char **argv; /* NULL-terminated */
    Facts facts; /* executable, sha256, build_id, version, … */
} SideInfo;

/* Readings of one event over the values of one side in one block, one entry per value. */
typedef struct EventReadings {
    uint64_t *count; /* raw, not scaled */
    uint64_t *enabled_ns;
    uint64_t *running_ns; /* less than enabled_ns: the kernel multiplexed the event */
} EventReadings;

/* What one process measured. Times are whole timed regions (loops calls), not divided. */
typedef struct SideSamples {
    unsigned env_pad;
    size_t n_values;
    uint64_t *wall_ns;
    uint64_t *cpu_ns;
    size_t n_warmups;
    uint64_t *warmup_wall_ns;
    uint64_t *warmup_cpu_ns;
    EventReadings *events; /* one per entry of Result.events; count is NULL where it was not measured */
    size_t n_events;
} SideSamples;

typedef struct Block {
    unsigned round;
    unsigned layout;
    bool a_first;
    int cpu; /* -1: not pinned */
    unsigned hash_seed;
    double start_s; /* since the run began */
    double duration_s;
    double steal_pct;  /* of the machine's CPU time during the block; NaN when unknown */
    char *void_reason; /* NULL: the block counts */
    SideSamples side[SIDE_COUNT];
} Block;

typedef enum WorkloadStatus {
    WORKLOAD_PENDING,
    WORKLOAD_OK,
    WORKLOAD_FAILED,
} WorkloadStatus;

/* Why measuring a workload ended; never a function of the estimate itself. */
typedef enum StopReason {
    STOP_NONE,
    STOP_PRECISE,
    STOP_MAX_BLOCKS,
    STOP_ROUNDS,
    STOP_BUDGET,
    STOP_INTERRUPTED,
    STOP_FAILED,
} StopReason;

typedef struct WorkloadResult {
    char *name;
    char *file;
    char *function;
    long long n;
    char *checksum; /* expected */
    char *stresses;
    char **tags; /* n_tags */
    size_t n_tags;
    bool control; /* hardly calls at all: its effect should be zero */
    WorkloadStatus status;
    StopReason stop_reason;
    char *error;    /* why it failed, NULL otherwise */
    uint64_t loops; /* calls per value; 0 before calibration */
    Block *blocks;
    size_t n_blocks;
} WorkloadResult;

/* How the run was asked to be. */
typedef struct Settings {
    uint64_t seed;
    unsigned rounds; /* 0: adaptive */
    double budget_s; /* 0: none */
    double value_ms;
    unsigned values; /* per process, even */
    unsigned warmups;
    unsigned layouts;
    double target_half_width_pct;
    double timeout_s;
} Settings;

typedef enum RunState {
    RUN_STATE_RUNNING,
    RUN_STATE_COMPLETE,
    RUN_STATE_INTERRUPTED,
} RunState;

typedef struct Result {
    char *created; /* ISO 8601, UTC */
    char *commit;
    RunState state;
    double duration_s;
    Settings settings;
    SideInfo side[SIDE_COUNT];
    Facts machine;
    EventInfo *events;
    size_t n_events;
    WorkloadResult *workloads;
    size_t n_workloads;
} Result;

const char *result_state_name(RunState state);
const char *result_status_name(WorkloadStatus status);
const char *result_stop_name(StopReason reason);

void result_free(Result *result);
void result_free_block(Block *block);

/* Moves *block into the workload and leaves it empty. */
void result_add_block(WorkloadResult *workload, Block *block);

void facts_free(Facts *facts);
void facts_add_text(Facts *facts, const char *key, const char *text);
void facts_add_number(Facts *facts, const char *key, double number);
void facts_add_bool(Facts *facts, const char *key, bool value);
void facts_add_absent(Facts *facts, const char *key, const char *reason);
const Fact *facts_find(const Facts *facts, const char *key); /* NULL: no such fact */
const char *facts_text(const Facts *facts, const char *key, const char *fallback);

#endif
