/* fault.h: one started interpreter, forked for each allocation that is to fail; tests/trust/failing-memory drives it. Builds with MEM_FAULT. */
#ifndef INTERP_FAULT_H
#define INTERP_FAULT_H

/* Reads numbers from stdin, one a line, and forks for each. In the child it returns the number; the child's stdin is empty, its output
 * goes to memory. The parent writes "NUMBER STATUS OUT ERR\n" and that many bytes of stdout and of stderr for each child, STATUS being
 * the exit status or minus the signal, and ends. A child has five minutes, then SIGALRM ends it. */
long long fault_each(void);

#endif
