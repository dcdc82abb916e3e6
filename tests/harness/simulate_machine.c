/* The simulated machine: its noise, its drift and its regimes, in three profiles. */
#include "simulate.h"

#include <math.h>

/* ---- random numbers ---- */

Rng simulate_rng;

double uniform(void)
{
    return ((double)(rng_next(&simulate_rng) >> 11) + 0.5) * 0x1p-53;
}

double normal(void)
{
    static double spare;
    static int has_spare;
    if (has_spare) {
        has_spare = 0;
        return spare;
    }
    double radius = sqrt(-2.0 * log(uniform()));
    double angle = 2.0 * M_PI * uniform();
    spare = radius * sin(angle);
    has_spare = 1;
    return radius * cos(angle);
}

/* ---- the machine ---- */

const Profile simulate_profiles[PROFILES] = {
    {"metal", .003, .003, 0, 0, 0, 0, {.005, 0}, {600, 1}, {0, 0}, {0, 0}, {1, 1}, .51},
    {"cloud", .010, .007, .05, .02, .004, .05, {.02, .02}, {10, 600}, {.12, 0}, {.15, 0}, {20, 1}, 1.30},
    {"smtvm", .015, .007, .08, .03, .008, .08, {.02, .02}, {10, 600}, {.12, -.37}, {.15, .10}, {20, .25}, 1.52},
};

Machine machine_new(const Profile *profile)
{
    Machine machine = {.profile = profile};
    for (int i = 0; i < 2; i++) {
        machine.drift[i] = profile->drift_sd[i] * normal();
        machine.regime[i] = uniform() < profile->regime_share[i];
    }
    return machine;
}

void machine_wait(Machine *machine, double seconds)
{
    const Profile *p = machine->profile;
    for (int i = 0; i < 2; i++) {
        if (p->drift_sd[i] > 0.0) {
            double keep = exp(-seconds / p->drift_s[i]);
            machine->drift[i] = keep * machine->drift[i] + p->drift_sd[i] * sqrt(1.0 - keep * keep) * normal();
        }
        if (p->regime_share[i] > 0.0) {
            double rate_in = 1.0 / (p->regime_dwell_s[i] * (1.0 - p->regime_share[i]) / p->regime_share[i]);
            double rate_out = 1.0 / p->regime_dwell_s[i];
            double share = rate_in / (rate_in + rate_out);
            double keep = exp(-seconds * (rate_in + rate_out));
            double chance = share + ((double)machine->regime[i] - share) * keep;
            machine->regime[i] = uniform() < chance;
        }
    }
}

/* ln of one value's time, without the program's own mean. */
double machine_value(Machine *machine)
{
    const Profile *p = machine->profile;
    machine_wait(machine, VALUE_S);
    double log_time = machine->drift[0] + machine->drift[1] + p->iteration * normal();
    for (int i = 0; i < 2; i++)
        log_time += machine->regime[i] ? p->regime_shift[i] : 0.0;
    if (p->tail_share > 0.0 && uniform() < p->tail_share)
        log_time += -p->tail_scale * log(uniform());
    if (p->spike_share > 0.0 && uniform() < p->spike_share)
        log_time += p->spike_scale * (pow(uniform(), -0.5) - 1.0);
    return log_time;
}
