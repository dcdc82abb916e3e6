/* peer.c: fuzz_peer, the eager build's half of fuzz_core_differ: runs each program that comes in by descriptor 3. */
#include "peer.h"

#include <stdlib.h>

enum { TEXT_MAX = 1 << 20, FD = 3 };

int main(void)
{
    static Outcome outcome;
    static uint8_t text[TEXT_MAX];
    size_t size;
    sandbox_begin();
    while (peer_move(FD, &size, sizeof size, false)) {
        if (size > TEXT_MAX || !peer_move(FD, text, size, false))
            return 2;
        sandbox_run(text, size, false, &outcome);
        if (!peer_answer(FD, &outcome))
            return 0;
    }
    return 0;
}
