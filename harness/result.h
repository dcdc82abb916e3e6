/* What a run knows: everything that goes into a result file, in memory.
 *
 * Filled by plan, machine, counters and sample, written and read by record, analysed by compare. Raw values stay in
 * the order in which they were measured and are never changed. Each struct owns what its pointers point to. */
#ifndef FRAMEBENCH_RESULT_H
#define FRAMEBENCH_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The baseline is the first side of a result; every comparison is one other side against it. In a comparison, and in
 * what is derived from it, SIDE_A stands for the baseline and SIDE_B for that other side. */
enum { SIDE_A, SIDE_B };

/* More sides than this cannot be measured in one run: all of a block's processes are alive together. */
enum { SIDES_MAX = 16 };

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
    int group;    /* of a hardware event: equal numbers are counted at the same time; -1: software, always counted */
    char *reason; /* why not available, or how it was lost during the run; NULL otherwise */
    char *remedy; /* what would make it available, NULL when available */
} EventInfo;

/* One linking of a side's interpreter. A text that could not be had is NULL. */
typedef struct Binary {
    char *program;
    char *sha256;
    char *build_id;
} Binary;

/* One interpreter under test. */
typedef struct SideInfo {
    char *name;
    char **argv;     /* NULL-terminated */
    Facts facts;     /* executable, sha256, build_id, version, … */
    Binary *layouts; /* entry k is what runs under layout k; none where there is only the one program */
    size_t n_layouts;
} SideInfo;

typedef enum FindingStatus {
    FINDING_GOOD,
    FINDING_WARN,
    FINDING_UNKNOWN,
} FindingStatus;

/* Something about the machine that does or does not disturb a measurement. */
typedef struct Finding {
    char *check; /* short name: "governor" */
    FindingStatus status;
    char *value;  /* what was found */
    char *effect; /* what it does to the measurement, NULL when good */
    char *remedy; /* the command that mends it, NULL when there is none */
} Finding;

/* A machine that blocks were measured on. A run knows one; a file merged from several knows each. */
typedef struct Host {
    char *name;
    char *source; /* the file that the host's blocks came from, NULL when measured by this run */
    Facts machine;
    Finding *findings;
    size_t n_findings;
} Host;

/* A count that does not vary: what Valgrind or the stats build says of one side of a workload. */
typedef struct ExactMetric {
    unsigned side;
    char *name; /* "instructions" */
    double value;
    char *per;          /* what it is counted over: "call" of the workload's function, "value", "run" */
    char *unit;         /* "count", "bytes", … */
    char *tool;         /* "cachegrind" */
    char *tool_version; /* NULL: unknown */
    char *reason;       /* why the value is missing (NaN); NULL otherwise */
} ExactMetric;

/* Something that happened during a block and may have disturbed it. Marked blocks count all the same. */
typedef enum MarkKind {
    MARK_STEAL,      /* per cent of the machine's CPU time */
    MARK_MIGRATION,  /* times a process changed its CPU */
    MARK_FREQUENCY,  /* change of the CPU's frequency, per cent */
    MARK_THROTTLING, /* thermal events */
} MarkKind;

typedef struct Mark {
    MarkKind kind;
    double amount;
} Mark;

/* Readings of one event over the values of one side in one block, one entry per value. */
typedef struct EventReadings {
    uint64_t *count; /* raw, not scaled */
    uint64_t *enabled_ns;
    uint64_t *running_ns; /* less than enabled_ns: the kernel multiplexed the event; 0: not counted at all */
    double overhead;      /* what each count holds beside the timed loop: that of an empty value; NaN: unknown */
} EventReadings;

/* What one process measured. Times are whole timed regions (loops calls), not divided. */
typedef struct SideSamples {
    unsigned env_pad;
    uint64_t peak_rss_bytes; /* of the process; 0: unknown */
    size_t n_values;
    uint64_t *wall_ns;
    uint64_t *cpu_ns;
    size_t n_warmups;
    uint64_t *warmup_wall_ns;
    uint64_t *warmup_cpu_ns;
    EventReadings *events; /* one per entry of Result.events; count is NULL where it was not measured */
    size_t n_events;
    /* What the scheduler did to the process while its values were timed; NaN: unknown. */
    double voluntary_switches; /* it waited: at least once per value, for the next command */
    double involuntary_switches;
    double migrations;
} SideSamples;

/* One process of each side, alive together, whose values alternate tuple by tuple. */
typedef struct Block {
    unsigned round;
    unsigned layout;
    unsigned host;                  /* index into Result.hosts */
    unsigned char order[SIDES_MAX]; /* n_sides entries: the order in the first tuple; every second tuple is reversed */
    int cpu;                        /* -1: not pinned */
    unsigned hash_seed;
    double start_s; /* since the run began */
    double duration_s;
    double steal_pct; /* of the machine's CPU time during the block; NaN when unknown */
    Mark *marks;
    size_t n_marks;
    char *void_reason;  /* NULL: the block counts */
    int culprit;        /* of a void block: the side that failed, -1: none in particular */
    SideSamples *sides; /* one per side of the result; without values where the side does not take part */
    size_t n_sides;
} Block;

/* How the sides' processes lie in time. */
typedef enum WorkloadDesign {
    DESIGN_INTERLEAVED, /* alive together, values alternate */
    DESIGN_ADJACENT,    /* one after the other, close together: whole programs */
    DESIGN_A_THEN_B,    /* all of one, then all of the other: imported measurements, descriptive only */
} WorkloadDesign;

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
    STOP_LAYOUT_LIMITED, /* more blocks would not narrow it: the layouts differ by more than the target */
} StopReason;

typedef struct WorkloadResult {
    char *name;
    char *file;
    char *function;
    long long n;
    char *checksum; /* expected; NULL until the baseline has said it, where nobody else did */
    char *sha256;   /* of the file, NULL when unknown */
    char **program; /* words after the side's command that make a whole program; NULL: a function of a file */
    char *stresses;
    char **tags; /* n_tags */
    size_t n_tags;
    bool control; /* hardly calls at all: its effect should be zero */
    WorkloadStatus status;
    StopReason stop_reason;
    WorkloadDesign design;
    char *error;        /* why it failed, NULL otherwise */
    char **side_errors; /* one per side: why this side takes no part, NULL where it does */
    size_t n_side_errors;
    uint64_t loops;   /* calls per value; 0 before calibration */
    double timeout_s; /* longest wait for one answer; 0 before calibration */
    ExactMetric *exact;
    size_t n_exact;
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
    uint64_t memory_limit_bytes; /* of each measured process; 0: none */
} Settings;

typedef enum RunState {
    RUN_STATE_RUNNING,
    RUN_STATE_COMPLETE,
    RUN_STATE_INTERRUPTED,
} RunState;

typedef struct Result {
    char *created; /* ISO 8601, UTC */
    char *commit;
    char *command;       /* the words after `framebench run`, each after a blank, NULL when unknown */
    char *runner;        /* path of what ran the functions, NULL when unknown */
    char *imported_from; /* what other tool's files these are, NULL when framebench measured them */
    RunState state;
    double duration_s;
    Settings settings;
    SideInfo *sides; /* the baseline first */
    size_t n_sides;  /* at least two */
    Host *hosts;
    size_t n_hosts; /* at least one */
    EventInfo *events;
    size_t n_events;
    WorkloadResult *workloads;
    size_t n_workloads;
} Result;

const char *result_state_name(RunState state);
const char *result_status_name(WorkloadStatus status);
const char *result_stop_name(StopReason reason);

const char *result_design_name(WorkloadDesign design);
const char *result_mark_name(MarkKind kind);
const char *result_mark_unit(MarkKind kind);
const char *result_finding_name(FindingStatus status);

void result_free(Result *result);
void result_free_block(Block *block);

/* Give an empty entry of their own, which the result owns. */
SideInfo *result_add_side(Result *result);
Host *result_add_host(Result *result);
Finding *result_add_finding(Host *host);
ExactMetric *result_add_exact(WorkloadResult *workload);
void result_add_mark(Block *block, MarkKind kind, double amount);

void result_remove_workload(Result *result, size_t index);

/* The facts of the first host. */
const Facts *result_machine(const Result *result);

/* Why a side has no numbers for a workload: its own failure, else the workload's; NULL when it takes part. */
const char *result_side_error(const WorkloadResult *workload, size_t side);
void result_set_side_error(WorkloadResult *workload, size_t side, const char *reason);

/* Room for the samples of n sides. */
void result_open_block(Block *block, size_t n_sides);

/* Whether side x is measured before side y in this tuple of the block. */
bool result_goes_before(const Block *block, size_t tuple, size_t x, size_t y);

/* Moves *block into the workload and leaves it empty. */
void result_add_block(WorkloadResult *workload, Block *block);

void facts_free(Facts *facts);
void facts_add_text(Facts *facts, const char *key, const char *text);
void facts_add_number(Facts *facts, const char *key, double number);
void facts_add_bool(Facts *facts, const char *key, bool value);
void facts_add_absent(Facts *facts, const char *key, const char *reason);
const Fact *facts_find(const Facts *facts, const char *key); /* NULL: no such fact */
const char *facts_text(const Facts *facts, const char *key, const char *fallback);

/* What every side of a result has, where nobody has said it yet: unavailable, for `reason`. */
void side_complete(SideInfo *side, const char *reason);

#endif
