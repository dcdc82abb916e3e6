/* runtime.h: starting and ending the interpreter: every module's init in its order. */
#ifndef INTERP_RUNTIME_H
#define INTERP_RUNTIME_H

#include <stddef.h>

int runtime_init(size_t c_stack_bytes); /* of the calling thread. -1: out of memory */
void runtime_fini(void);                /* runs finalizers, releases everything */

#endif
