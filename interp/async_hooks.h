/* async_hooks.h: the hooks of sys.set_asyncgen_hooks(): told of each asynchronous generator's first step, and of those that die unfinished (PEP 525). */
#ifndef INTERP_ASYNC_HOOKS_H
#define INTERP_ASYNC_HOOKS_H

#include "generator.h"

/* Before a step of a generator whose `hooks` is 0: the first hook is told of it, the second one of now is kept for its end. -1: an exception. */
int async_hooks_begin(Generator *generator);
/* It dies before its end. True: the hook kept for it was called, whose matter it is to close the generator. */
bool async_hooks_end(Generator *generator);
void async_hooks_forget(Generator *generator); /* of one whose memory is freed */

int async_hooks_add(Value module); /* the functions of sys */
void async_hooks_fini(void);

#endif
