/* From the estimates of several machines, or of several runs, to one statement: STATISTICS 3.7.
 *
 * Pure. A machine is a unit of its own: blocks are never pooled across machines, and a quiet machine weighs no more
 * than a noisy one, because what differs between machines is the larger part of the uncertainty. */
#ifndef FRAMEBENCH_HOSTS_H
#define FRAMEBENCH_HOSTS_H

#include "stats.h"

typedef struct HostsEstimate {
    size_t n;                               /* hosts with an estimate */
    double mean;                            /* unweighted */
    double se;                              /* of the mean, for these hosts: sqrt(sum SE^2) / n */
    double low, high;                       /* these hosts: t with min(units of a host) - 1 degrees of freedom */
    double population_low, population_high; /* hosts like these: t of the hosts' spread; NaN below three hosts */
    double q_p;                             /* Cochran 1954: p of the hypothesis that all hosts agree */
    double i2_pct;                          /* Higgins and Thompson 2002: spread beyond what noise explains */
    double least, most;
    size_t fewest_units;
    bool dependent; /* two hosts contradict each other, both surely: no headline */
} HostsEstimate;

enum { HOSTS_POPULATION_MIN = 3 };

/* Entries without an interval are left out. */
HostsEstimate hosts_estimate(const Estimate *per_host, size_t n, double alpha);

/* The hosts' mean as an estimate like any other: its n is the fewest units of any host. */
Estimate hosts_headline(const HostsEstimate *hosts, double alpha);

/* Hosts that ran the same layouts have their luck in common, and their own errors would say too little: the interval
 * for these hosts is then the one that was had with the layouts as units. */
void hosts_take_interval(HostsEstimate *hosts, double se, double low, double high);

#endif
