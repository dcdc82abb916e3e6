/* call.h: the binder: arguments of any call become the locals of a Python function. */
#ifndef INTERP_CALL_H
#define INTERP_CALL_H

#include "xframe.h"

/* Fill the parameters among `locals` (all VALUE_NULL) of function's code. args[0..nargs) positional, then one value per name in the tuple kwnames
 * (VALUE_NULL: none); all borrowed. 0, or -1 with CPython's TypeError; locals then hold what was bound so far. */
int call_bind(const Function *function, Value *locals, const Value *args, int nargs, Value kwnames);

/* What a call of a generator, coroutine or asynchronous generator function gives, its parameters still unbound, the collector not told (gc_track). */
Generator *call_new_generator(ThreadState *ts, Function *function);

/* Begin a call: a new current ExecFrame with the arguments bound, or, for a generator function, *generator (owned) and no ExecFrame.
 * NULL and *generator VALUE_NULL: raised. args borrowed. */
ExecFrame *call_begin(ThreadState *ts, Function *function, const Value *args, int nargs, Value kwnames, Value *generator);

#endif
