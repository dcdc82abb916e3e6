/* peer.h: how fuzz_core_differ asks fuzz_peer to run a program: the text behind its size; the Outcome comes back as it is in memory. */
#ifndef FUZZ_PEER_H
#define FUZZ_PEER_H

#include "sandbox.h"

#include <errno.h>
#include <stdbool.h>
#include <unistd.h>

static inline bool peer_move(int fd, void *bytes, size_t size, bool sends)
{
    for (char *at = bytes; size > 0;) {
        ssize_t moved = sends ? write(fd, at, size) : read(fd, at, size);
        if (moved < 0 && errno == EINTR) /* libFuzzer's alarm, which looks every sixteen seconds whether a program takes too long */
            continue;
        if (moved <= 0)
            return false;
        at += moved;
        size -= (size_t)moved;
    }
    return true;
}

static inline bool peer_ask(int fd, const uint8_t *text, size_t size)
{
    return peer_move(fd, &size, sizeof size, true) && peer_move(fd, (void *)text, size, true);
}

static inline bool peer_answer(int fd, Outcome *outcome)
{
    return peer_move(fd, &outcome->status, sizeof outcome->status, true) && peer_move(fd, &outcome->n_out, sizeof outcome->n_out, true) &&
           peer_move(fd, &outcome->n_err, sizeof outcome->n_err, true) && peer_move(fd, outcome->out, outcome->n_out, true) &&
           peer_move(fd, outcome->err, outcome->n_err, true);
}

static inline bool peer_take(int fd, Outcome *outcome)
{
    return peer_move(fd, &outcome->status, sizeof outcome->status, false) && peer_move(fd, &outcome->n_out, sizeof outcome->n_out, false) &&
           peer_move(fd, &outcome->n_err, sizeof outcome->n_err, false) && peer_move(fd, outcome->out, outcome->n_out, false) &&
           peer_move(fd, outcome->err, outcome->n_err, false);
}

#endif
