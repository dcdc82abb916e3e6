/* Who runs when, and in what surroundings: the randomized plan of the experiment as a pure function of the seed.
 *
 * Each answer depends only on (seed, workload, block number), never on what was asked before, so that a resumed run
 * continues exactly where the killed one would have gone. Random numbers are used here and nowhere else.
 * Generators: xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64. */
#ifndef FRAMEBENCH_SCHEDULE_H
#define FRAMEBENCH_SCHEDULE_H

#include "result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Rng {
    uint64_t state[4];
} Rng;

void rng_seed(Rng *rng, uint64_t seed);
uint64_t rng_next(Rng *rng);
uint64_t rng_below(Rng *rng, uint64_t limit); /* uniform in 0..limit-1, without modulo bias; limit > 0 */

enum { SCHEDULE_ENV_PAD_LIMIT = 4096 };

/* The surroundings of one block. Couples of blocks (2i, 2i+1) share a CPU and have opposite orders. */
typedef struct BlockPlan {
    unsigned round;  /* = the block's number within its workload */
    unsigned layout; /* which linking of each side */
    unsigned n_sides;
    unsigned char order[SIDES_MAX]; /* of the first tuple; the second runs backwards, the third as the first, … */
    unsigned cpu_choice;            /* index into the CPUs that may be measured on */
    unsigned env_pad[SIDES_MAX];    /* by side */
    unsigned hash_seed;
} BlockPlan;

/* The order of n workloads in a round: Fisher-Yates. */
void schedule_order(uint64_t seed, unsigned round, size_t n, unsigned *order);

BlockPlan schedule_block(uint64_t seed, unsigned workload, unsigned round, unsigned layouts, unsigned cpus,
                         size_t n_sides);

/* Which side has turn number `turn` (0 … n_sides - 1) in a tuple of the block. Forwards and backwards alternate, so
 * over an even number of tuples every side stands at the same place on average. */
size_t schedule_turn(const BlockPlan *block, unsigned tuple, size_t turn);

#endif
