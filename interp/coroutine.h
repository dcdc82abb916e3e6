/* coroutine.h: the types of what calls of `async def` make: coroutines and asynchronous generators (both are Generators). */
#ifndef INTERP_COROUTINE_H
#define INTERP_COROUTINE_H

#include "object.h"

extern Type type_coroutine, type_async_generator;

int coroutine_init_types(void);
int async_generator_init_types(void);

/* The iterator that `await v` steps through (PEP 492): a coroutine itself, or what __await__ gives. `origin` is AWAIT_*. New reference. */
Value awaitable_iter(Value v, int origin);
/* v.__anext__() as an iterator to step through. New reference. */
Value async_next_iter(Value v);
Value async_iter(Value v); /* v.__aiter__(), checked */

/* anext(iterator, fallback): an awaitable. */
Value async_next_or(Value iterator, Value fallback);
Value async_generator_wrap(Value v); /* what a trace function sees an asynchronous generator yield: an object of a type of its own; new */

#endif
