/* thread.c: the state of the one thread there is. */
#include "thread.h"

#include "exceptions.h"
#include "xframe.h"

static ThreadState main_thread;
ThreadState *thread_current = &main_thread;

enum { RECURSION_LIMIT = 1000, C_STACK_RESERVE = 256 * 1024 };

static int max_depth = INT32_MAX;

int thread_init(void)
{
    ThreadState *ts = thread_current;
    ts->recursion_limit = ts->recursion_left = max_depth < RECURSION_LIMIT ? max_depth : RECURSION_LIMIT;
    ts->exc_info = &ts->base_exc;
    return xframe_thread_init(ts);
}

void thread_fini(void)
{
    ThreadState *ts = thread_current;
    value_clear(&ts->pending);
    value_clear(&ts->raised_class);
    value_clear(&ts->raised_made);
    value_clear(&ts->base_exc.handled);
    xframe_thread_fini(ts);
}

void thread_set_c_stack(size_t bytes_left)
{
    size_t usable = bytes_left > (size_t)2 * C_STACK_RESERVE ? bytes_left - C_STACK_RESERVE : bytes_left / 2;
    thread_current->c_stack_limit = (uintptr_t)__builtin_frame_address(0) - usable;
}

void thread_set_max_depth(int depth) { max_depth = depth; }

int thread_set_recursion_limit(int limit)
{
    ThreadState *ts = thread_current;
    if (limit > max_depth)
        limit = max_depth;
    int depth = ts->recursion_limit - ts->recursion_left;
    if (depth >= limit)
        return raise_error_int(&exc_RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", limit, depth);
    ts->recursion_left = limit - depth;
    ts->recursion_limit = limit;
    return 0;
}

int thread_native_exceeded(const char *where)
{
    ThreadState *ts = thread_current;
    if (ts->recursion_left >= 0)
        return thread_c_stack_exceeded(where);
    ts->recursion_left += 1 + 50; /* room to build the exception */
    raise_error(&exc_RecursionError, "maximum recursion depth exceeded%s", where);
    ts->recursion_left -= 50;
    return -1;
}

int thread_c_stack_exceeded(const char *where)
{
    ThreadState *ts = thread_current;
    uintptr_t limit = ts->c_stack_limit;
    ts->c_stack_limit = limit > C_STACK_RESERVE / 2 ? limit - C_STACK_RESERVE / 2 : 0; /* room to build the exception */
    raise_error(&exc_RecursionError, "maximum recursion depth exceeded%s", where);
    ts->c_stack_limit = limit;
    return -1;
}
