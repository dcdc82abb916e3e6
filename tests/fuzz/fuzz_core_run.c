/* fuzz_core_run.c: any bytes as a program that runs with a budget of steps, memory and depth: it may fail, but not crash or leak. */
#include "sandbox.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Outcome outcome;
    static bool ready;
    static unsigned runs;
    if (!ready)
        sandbox_begin();
    ready = true;
    sandbox_run(data, size, runs++ % 8 == 0, &outcome);
    if (sandbox_crashed(&outcome)) {
        fprintf(stderr, "status %#x\n%.*s\n", (unsigned)outcome.status, (int)outcome.n_err, outcome.err);
        abort();
    }
    return 0;
}
