/* What the parts of the simulation share: the machine, a design, an experiment, and how shares are judged. */
#ifndef SIMULATE_H
#define SIMULATE_H

#include "schedule.h"
#include "stats.h"
#include "suite.h"

enum { WORKLOADS = 8, PAIRS = 10, BLOCKS_MAX = 64, PROFILES = 3 };

#define VALUE_S   0.010
#define START_S   0.060
#define LAYOUT_SD 0.015

/* ---- the machine ---- */

extern Rng simulate_rng;

double uniform(void);
double normal(void);

/* Standard deviations in log time. */
typedef struct Profile {
    const char *name;
    double iteration, process;
    double tail_share, tail_scale;   /* values that are late by an exponential amount */
    double spike_share, spike_scale; /* values that are late by a Pareto amount */
    double drift_sd[2], drift_s[2];  /* two Ornstein-Uhlenbeck processes */
    double regime_shift[2], regime_share[2], regime_dwell_s[2];
    double width_pct; /* reference: mean width of the interval, n = 20 */
} Profile;

extern const Profile simulate_profiles[PROFILES];

typedef struct Machine {
    const Profile *profile;
    double drift[2];
    int regime[2];
} Machine;

Machine machine_new(const Profile *profile);
void machine_wait(Machine *machine, double seconds);
double machine_value(Machine *machine); /* ln of one value's time, without the program's own mean */

/* ---- one experiment ---- */

typedef struct Design {
    unsigned blocks;  /* fixed number, or 0: adaptive 16, +4, 64 */
    unsigned layouts; /* 0: none; 1: one unlucky build per side; K: round r uses layout r mod K */
    double effect;    /* true ln(tA/tB) of every workload */
    double target;    /* half width at which the adaptive design stops */
    double layout_sd; /* of each side's luck in code placement */
    double first;     /* true ln(tA/tB) of the first workload, beyond the effect */
    int by_look;      /* stop by the harness's own look at a whole result */
} Design;

typedef struct Series {
    double d[BLOCKS_MAX];
    unsigned id[BLOCKS_MAX];
    double pairs[BLOCKS_MAX * PAIRS];
    unsigned n;
} Series;

typedef struct Experiment {
    Series workload[WORKLOADS];
    Estimate estimate[WORKLOADS];
    SuiteEstimate suite;
    double p_margin0[WORKLOADS], p_margin1[WORKLOADS];
    int stopped[WORKLOADS]; /* StopReason, where stopping is by look */
} Experiment;

double design_effect(const Design *design, int workload);
double design_alpha(const Design *design);
void simulate_play(Experiment *x, const Profile *profile, const Design *design);

/* ---- judging ---- */

/* A share in percent against bounds that hold for 2000 * per_experiment draws and are widened for fewer. */
void check_share(const char *what, const char *profile, double hits, double n, double per_experiment, double low,
                 double high);
void check_number(const char *what, const char *profile, double number, double low, double high);

/* simulate_verdicts.c: experiments as whole results, judged by the harness. */
int look_is_enough(Experiment *x, unsigned w, unsigned rounds, const Design *design);
void check_verdicts(const Profile *profile, unsigned experiments);
void check_layout_limit(const Profile *profile, unsigned experiments);

#endif
