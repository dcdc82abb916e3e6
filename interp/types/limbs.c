#include "limbs.h"

#include <assert.h>
#include <gmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

jmp_buf limbs_jump;

typedef struct Block {
    void *start;
    size_t size;
} Block;

/* What was allocated since limbs_begin and not freed. */
enum { BLOCKS_MIN = 64 };
static Block first_blocks[BLOCKS_MIN], *blocks = first_blocks;
static size_t n_blocks, room = BLOCKS_MIN;
static bool guarded; /* between LIMBS_RAN_OUT and limbs_done */

void limbs_begin(void)
{
    assert(!guarded);
    guarded = true;
    n_blocks = 0;
}

void limbs_done(void) { guarded = false; }

static void run_out(void)
{
    for (size_t i = 0; i < n_blocks; i++)
        mem_free(blocks[i].start, blocks[i].size);
    guarded = false;
    longjmp(limbs_jump, 1);
}

/* Room for one block more. */
static bool grow_blocks(void)
{
    Block *larger = mem_realloc_raw(blocks == first_blocks ? NULL : blocks, 2 * room * sizeof *larger);
    if (!larger)
        return false;
    if (blocks == first_blocks)
        memcpy(larger, first_blocks, sizeof first_blocks);
    blocks = larger;
    room *= 2;
    return true;
}

/* ---- the reserve ---- */

enum { RESERVE_BYTES = 32 * 1024 };
static _Alignas(16) char reserve[RESERVE_BYTES];
static size_t reserve_used, reserve_blocks;

static bool is_reserve(const void *block) { return (const char *)block >= reserve && (const char *)block < reserve + RESERVE_BYTES; }

static void *reserve_alloc(size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if (size > RESERVE_BYTES - reserve_used) {
        fputs("fatal: a calculation of bounded size needs more than its reserve\n", stderr);
        abort();
    }
    void *block = reserve + reserve_used;
    reserve_used += size;
    reserve_blocks++;
    return block;
}

static void reserve_free(void)
{
    if (--reserve_blocks == 0)
        reserve_used = 0;
}

/* ---- what GMP calls ---- */

static void *limbs_alloc(size_t size)
{
    void *block = mem_alloc(size);
    if (!guarded)
        return likely(block != NULL) ? block : reserve_alloc(size);
    if (unlikely(!block))
        run_out();
    if (unlikely(n_blocks == room) && !grow_blocks()) {
        mem_free(block, size);
        run_out();
    }
    blocks[n_blocks++] = (Block){block, size};
    return block;
}

static void limbs_free(void *block, size_t size)
{
    for (size_t i = guarded ? n_blocks : 0; i-- > 0;)
        if (blocks[i].start == block) {
            blocks[i] = blocks[--n_blocks];
            break;
        }
    if (unlikely(is_reserve(block)))
        reserve_free();
    else
        mem_free(block, size);
}

static void *limbs_realloc(void *old, size_t old_size, size_t size)
{
    void *block = limbs_alloc(size);
    memcpy(block, old, old_size < size ? old_size : size);
    limbs_free(old, old_size);
    return block;
}

void limbs_init(void) { mp_set_memory_functions(limbs_alloc, limbs_realloc, limbs_free); }
