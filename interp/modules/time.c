/* The module time: clocks and sleep. */
#include "modules.h"

#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "module.h"

#include <errno.h>
#include <math.h>
#include <time.h>

static int64_t clock_ns(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

#define CLOCK_FUNCTIONS(name, clock)                                              \
    static Value time_##name(Value self, const Value *args, int nargs, Value kwnames) \
    {                                                                             \
        (void)self, (void)args, (void)nargs, (void)kwnames;                       \
        return float_new((double)clock_ns(clock) * 1e-9);                         \
    }                                                                             \
    static Value time_##name##_ns(Value self, const Value *args, int nargs, Value kwnames) \
    {                                                                             \
        (void)self, (void)args, (void)nargs, (void)kwnames;                       \
        return int_from_int64(clock_ns(clock));                                   \
    }
CLOCK_FUNCTIONS(time, CLOCK_REALTIME)
CLOCK_FUNCTIONS(monotonic, CLOCK_MONOTONIC)
CLOCK_FUNCTIONS(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK_FUNCTIONS(thread_time, CLOCK_THREAD_CPUTIME_ID)

static Value time_sleep(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double seconds;
    if (value_as_double(args[0], &seconds) < 0)
        return VALUE_NULL;
    if (isnan(seconds))
        return raise_error(&exc_ValueError, "Invalid value NaN (not a number)");
    if (seconds < 0)
        return raise_error(&exc_ValueError, "sleep length must be non-negative");
    if (seconds > 9e9)
        return raise_error(&exc_OverflowError, "timestamp too large to convert to C _PyTime_t");
    struct timespec left = {.tv_sec = (time_t)seconds, .tv_nsec = (long)((seconds - floor(seconds)) * 1e9)};
    while (nanosleep(&left, &left) < 0)
        if (errno != EINTR)
            return raise_os_error(errno, NULL);
    return VALUE_NONE;
}

static const NativeDef functions[] = {
    {"time", time_time, 0, 0, 0},
    {"time_ns", time_time_ns, 0, 0, 0},
    {"monotonic", time_monotonic, 0, 0, 0},
    {"monotonic_ns", time_monotonic_ns, 0, 0, 0},
    {"perf_counter", time_monotonic, 0, 0, 0},
    {"perf_counter_ns", time_monotonic_ns, 0, 0, 0},
    {"process_time", time_process_time, 0, 0, 0},
    {"process_time_ns", time_process_time_ns, 0, 0, 0},
    {"thread_time", time_thread_time, 0, 0, 0},
    {"thread_time_ns", time_thread_time_ns, 0, 0, 0},
    {"sleep", time_sleep, 1, 1, 0},
    {0},
};

Value module_time_init(void)
{
    Value module = module_new("time");
    if (module && module_add_functions(module, functions) < 0) {
        value_release(module);
        return VALUE_NULL;
    }
    return module;
}
