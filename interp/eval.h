/* eval.h: the eval loop's entries from C. */
#ifndef INTERP_EVAL_H
#define INTERP_EVAL_H

#include "xframe.h"

/* Call a Python function: args[0..nargs) positional, then one value per name in the tuple kwnames (VALUE_NULL: none); all borrowed. */
Value eval_function(Function *function, const Value *args, int nargs, Value kwnames);

/* Run the code of a module, exec or eval. locals VALUE_NULL: the globals. */
Value eval_code(Code *code, Dict *globals, Value locals);

/* Run a function's body with `names` as its namespace (class bodies: keeps the closure). Returns what the body returns. */
Value eval_function_in(Function *function, Value names);

/* The loop: runs xf (current, XF_ENTRY set) until it returns or yields. VALUE_NULL with an exception pending. */
Value eval_loop(ThreadState *ts, ExecFrame *xf);
/* As eval_loop, but begins by raising the pending exception at xf->pc. */
Value eval_loop_raising(ThreadState *ts, ExecFrame *xf);
/* The pending exception ends a generator that never ran, on its first line: no handler of its body counts. It stays pending. */
void eval_raise_unstarted(ThreadState *ts, ExecFrame *xf);

#endif
