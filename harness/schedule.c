#include "schedule.h"

/* What a random stream is for; part of its seed, so that streams never overlap. */
typedef enum Stream {
    STREAM_ORDER = 1,
    STREAM_COUPLE = 2,
    STREAM_BLOCK = 3,
} Stream;

static uint64_t splitmix64(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

void rng_seed(Rng *rng, uint64_t seed)
{
    for (int i = 0; i < 4; i++)
        rng->state[i] = splitmix64(&seed);
}

static uint64_t rotate_left(uint64_t x, int bits)
{
    return (x << bits) | (x >> (64 - bits));
}

uint64_t rng_next(Rng *rng)
{
    uint64_t *s = rng->state;
    uint64_t result = rotate_left(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate_left(s[3], 45);
    return result;
}

uint64_t rng_below(Rng *rng, uint64_t limit)
{
    uint64_t biased = (UINT64_MAX % limit + 1) % limit; /* 2^64 mod limit */
    uint64_t x;
    do
        x = rng_next(rng);
    while (biased != 0 && x > UINT64_MAX - biased);
    return x % limit;
}

static Rng stream(uint64_t seed, Stream purpose, unsigned a, unsigned b)
{
    uint64_t state = seed;
    state = splitmix64(&state) ^ (uint64_t)purpose;
    state = splitmix64(&state) ^ a;
    state = splitmix64(&state) ^ b;
    Rng rng;
    rng_seed(&rng, splitmix64(&state));
    return rng;
}

void schedule_order(uint64_t seed, unsigned round, size_t n, unsigned *order)
{
    Rng rng = stream(seed, STREAM_ORDER, round, 0);
    for (size_t i = 0; i < n; i++)
        order[i] = (unsigned)i;
    for (size_t i = n; i > 1; i--) {
        size_t j = (size_t)rng_below(&rng, i);
        unsigned held = order[i - 1];
        order[i - 1] = order[j];
        order[j] = held;
    }
}

/* A random order of the sides; in the odd block of a couple the same order backwards. */
static void draw_order(Rng *couple, bool backwards, BlockPlan *block)
{
    size_t n = block->n_sides;
    unsigned char drawn[SIDES_MAX] = {0};
    for (size_t i = 0; i < n; i++) {
        size_t j = (size_t)rng_below(couple, i + 1);
        drawn[i] = drawn[j];
        drawn[j] = (unsigned char)i;
    }
    for (size_t i = 0; i < n; i++)
        block->order[i] = drawn[backwards ? n - 1 - i : i];
}

BlockPlan schedule_block(uint64_t seed, unsigned workload, unsigned round, unsigned layouts, unsigned cpus,
                         size_t n_sides)
{
    Rng couple = stream(seed, STREAM_COUPLE, workload, round / 2);
    Rng own = stream(seed, STREAM_BLOCK, workload, round);
    BlockPlan block = {
        .round = round,
        .layout = layouts > 0 ? round % layouts : 0,
        .n_sides = (unsigned)n_sides,
    };
    draw_order(&couple, round % 2 == 1, &block);
    block.cpu_choice = (unsigned)rng_below(&couple, cpus);
    for (size_t s = 0; s < n_sides; s++)
        block.env_pad[s] = (unsigned)rng_below(&own, SCHEDULE_ENV_PAD_LIMIT);
    block.hash_seed = 1 + (unsigned)rng_below(&own, UINT32_MAX); /* 0 would switch CPython's randomization off */
    return block;
}

size_t schedule_turn(const BlockPlan *block, unsigned tuple, size_t turn)
{
    return block->order[tuple % 2 == 0 ? turn : block->n_sides - 1 - turn];
}
