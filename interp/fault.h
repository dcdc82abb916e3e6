/* fault.h: one process, forked for each allocation that is to fail; tests/trust/failing-memory drives it. Builds with MEM_FAULT. */
#ifndef INTERP_FAULT_H
#define INTERP_FAULT_H

#include <stdbool.h>

/* Reads numbers from stdin, one a line, and forks for each. In the child it returns the number; the child's stdin is empty, its output
 * goes to memory. The parent writes "NUMBER STATUS OUT ERR\n" and that many bytes of stdout and of stderr for each child, STATUS being
 * the exit status or minus the signal, and ends. A child has five minutes, then SIGALRM ends it. */
long long fault_each(void);

/* From now on the process forks at each `step`-th allocation, beginning with number `first`: in the child it fails, the parent goes on without
 * a failure, so that neither the start nor what comes before is done again. What was stdin, a pipe to write to, gets "NUMBER STATUS ERR\n"
 * and that many bytes of stderr for each child; the program finds its stdin empty. Parent and child share the open files. */
void fault_fork(long long first, long long step);

/* The same at each allocation that is come to by a new way (fault_seen.h; its file is `seen`). With `only_list` nothing forks: the numbers are
 * reported, with status 0 and no text. */
void fault_fork_new(const char *seen, int frames, bool only_list);

#endif
