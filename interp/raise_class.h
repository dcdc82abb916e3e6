/* raise_class.h: the exceptions that `raise C` and throw(C, value) make of a class. */
#ifndef INTERP_RAISE_CLASS_H
#define INTERP_RAISE_CLASS_H

#include "thread.h"

/* Instance from a `raise X` operand: class → X(), instance → itself; TypeError otherwise ("exceptions must derive from BaseException"). New. */
Value exc_from_raise_operand(Value operand);

/* Of throw(class, value): value itself if it is an instance, class(*value) of a tuple, class() of None, class(value). New; VALUE_NULL: raised. */
Value exc_from_class(Value class, Value value);

/* CPython keeps a class beside what it made until a handler is entered, and where that is no instance of the class calls it with it once more: at each
 * trace function it passes, and for the last time at the handler. */
static inline bool exc_is_unlike(const ThreadState *ts, Value exception) { return unlikely(ts->raised_class) && ts->raised_made == exception; }
Value exc_make_again(ThreadState *ts, Value exception_steal, bool at_handler);

/* The exception to go on with, or what making it raised. */
static inline Value exc_normalize(ThreadState *ts, Value exception_steal, bool at_handler)
{
    return exc_is_unlike(ts, exception_steal) ? exc_make_again(ts, exception_steal, at_handler) : exception_steal;
}

#endif
