/* os_process.c: functions of the module os on the process, the processors and the machine. */
#include "os_parts.h"

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "set.h"
#include "str.h"
#include "struct_sequence.h"
#include "tuple.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <unistd.h>

static Value os_getpid(METHOD_ARGS)
{
    UNUSED_ARGS;
    return int_from_int64(getpid());
}

static Value os_exit(METHOD_ARGS)
{
    UNUSED_ARGS;
    int status;
    if (int_as_int32(args[0], &status) < 0)
        return VALUE_NULL;
    _exit(status);
}

static Value os_getppid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getppid()); }
static Value os_getuid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getuid()); }
static Value os_geteuid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(geteuid()); }
static Value os_getgid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getgid()); }
static Value os_getegid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getegid()); }
static Value os_getpgrp(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getpgrp()); }
static Value os_cpu_count(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(sysconf(_SC_NPROCESSORS_ONLN)); }

static const char *const times_fields[] = {"user", "system", "children_user", "children_system", "elapsed", NULL};
static StructSequence times_result = STRUCT_SEQUENCE("posix.times_result", times_fields);

static Value os_times(METHOD_ARGS)
{
    UNUSED_ARGS;
    struct tms used;
    double ticks = (double)sysconf(_SC_CLK_TCK), now = (double)times(&used);
    Value fields[5] = {float_new((double)used.tms_utime / ticks), float_new((double)used.tms_stime / ticks), float_new((double)used.tms_cutime / ticks),
                       float_new((double)used.tms_cstime / ticks), float_new(now / ticks)};
    return struct_sequence_new_steal(&times_result, fields, 5);
}

static Value os_uname(METHOD_ARGS)
{
    UNUSED_ARGS;
    struct utsname names;
    if (uname(&names) < 0)
        return raise_os_error(errno, NULL);
    Value fields[5] = {str_from_cstr(names.sysname), str_from_cstr(names.nodename), str_from_cstr(names.release), str_from_cstr(names.version),
                       str_from_cstr(names.machine)};
    return tuple_from_made(fields, 5);
}

static Value of_process(Value v, pid_t (*what)(pid_t))
{
    int process;
    if (int_as_int32(v, &process) < 0)
        return VALUE_NULL;
    pid_t found = what(process);
    return found < 0 ? raise_os_error(errno, NULL) : int_from_int64(found);
}

static Value os_getpgid(METHOD_ARGS) { UNUSED_ARGS; return of_process(args[0], getpgid); }
static Value os_getsid(METHOD_ARGS) { UNUSED_ARGS; return of_process(args[0], getsid); }

static Value os_umask(METHOD_ARGS)
{
    UNUSED_ARGS;
    int mask;
    return int_as_int32(args[0], &mask) < 0 ? VALUE_NULL : int_from_int64(umask((mode_t)mask));
}

static Value os_abort(METHOD_ARGS) { UNUSED_ARGS; abort(); }

/* ---- the processors ---- */

static Value os_getloadavg(METHOD_ARGS)
{
    UNUSED_ARGS;
    double loads[3];
    if (getloadavg(loads, 3) != 3)
        return raise_error(&exc_OSError, "Load averages are unobtainable");
    Value fields[3] = {float_new(loads[0]), float_new(loads[1]), float_new(loads[2])};
    return tuple_from_made(fields, 3);
}

static Value os_sched_yield(METHOD_ARGS) { UNUSED_ARGS; return sched_yield() < 0 ? raise_os_error(errno, NULL) : VALUE_NONE; }

static Value os_sched_getaffinity(METHOD_ARGS)
{
    UNUSED_ARGS;
    int process;
    cpu_set_t processors;
    if (int_as_int32(args[0], &process) < 0)
        return VALUE_NULL;
    if (sched_getaffinity(process, sizeof processors, &processors) < 0)
        return raise_os_error(errno, NULL);
    Value result = set_new(&type_set, VALUE_NULL);
    for (int i = 0; result && i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &processors) && set_add(as_set(result), value_from_small_int(i)) < 0)
            value_clear(&result);
    return result;
}

static Value os_sched_setaffinity(METHOD_ARGS)
{
    UNUSED_ARGS;
    int process;
    cpu_set_t processors;
    CPU_ZERO(&processors);
    Value iterator = int_as_int32(args[0], &process) < 0 ? VALUE_NULL : value_iter(args[1]), item;
    if (!iterator)
        return VALUE_NULL;
    while ((item = value_next(iterator))) {
        int64_t number = -1;
        bool is_number = value_is_int(item);
        bool fits = is_number && int_fits_int64(item, &number) && number >= 0 && number < CPU_SETSIZE;
        if (fits)
            CPU_SET((size_t)number, &processors);
        else if (!is_number)
            raise_error(&exc_TypeError, "expected an iterator of ints, but iterator yielded <class '%T'>", item);
        else
            raise_error(number < 0 ? &exc_ValueError : &exc_OverflowError, number < 0 ? "negative CPU number" : "CPU number too large");
        value_release(item);
        if (!fits)
            break;
    }
    value_release(iterator);
    if (exc_pending())
        return VALUE_NULL;
    return sched_setaffinity(process, sizeof processors, &processors) < 0 ? raise_os_error(errno, NULL) : VALUE_NONE;
}

static Value os_nice(METHOD_ARGS)
{
    UNUSED_ARGS;
    int more;
    if (int_as_int32(args[0], &more) < 0)
        return VALUE_NULL;
    errno = 0;
    int now = nice(more);
    return now == -1 && errno ? raise_os_error(errno, NULL) : int_from_int64(now);
}

static Value os_getpriority(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    int which, who;
    if (!native_bind("getpriority(which, who)", args, nargs, kwnames, given) || int_as_int32(given[0], &which) < 0 || int_as_int32(given[1], &who) < 0)
        return VALUE_NULL;
    errno = 0;
    int priority = getpriority((__priority_which_t)which, (id_t)who);
    return priority == -1 && errno ? raise_os_error(errno, NULL) : int_from_int64(priority);
}

/* ---- the machine ---- */

static const struct {
    const char *name;
    int number;
} configuration[] = {{"SC_ARG_MAX", _SC_ARG_MAX}, {"SC_CHILD_MAX", _SC_CHILD_MAX}, {"SC_CLK_TCK", _SC_CLK_TCK}, {"SC_OPEN_MAX", _SC_OPEN_MAX},
                     {"SC_PAGESIZE", _SC_PAGESIZE}, {"SC_PAGE_SIZE", _SC_PAGE_SIZE}, {"SC_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF},
                     {"SC_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN}, {"SC_PHYS_PAGES", _SC_PHYS_PAGES}, {"SC_AVPHYS_PAGES", _SC_AVPHYS_PAGES}};

static Value os_sysconf(METHOD_ARGS)
{
    UNUSED_ARGS;
    int name = -1;
    if (value_is_str(args[0])) {
        for (size_t i = 0; i < sizeof configuration / sizeof *configuration; i++)
            if (str_equal_cstr(args[0], configuration[i].name))
                name = configuration[i].number;
        if (name < 0)
            return raise_error(&exc_ValueError, "unrecognized configuration name");
    } else if (!value_is_int(args[0])) {
        return raise_error(&exc_TypeError, "configuration names must be strings or integers");
    } else if (int_as_int32(args[0], &name) < 0) {
        return VALUE_NULL;
    }
    errno = 0;
    long value = sysconf(name);
    return value == -1 && errno ? raise_os_error(errno, NULL) : int_from_int64(value);
}

const NativeDef os_process_functions[] = {
    {"getpid", os_getpid, 0, 0, 0}, {"getppid", os_getppid, 0, 0, 0}, {"getpgrp", os_getpgrp, 0, 0, 0}, {"getpgid", os_getpgid, 1, 1, 0}, {"getsid", os_getsid, 1, 1, 0},
    {"getuid", os_getuid, 0, 0, 0}, {"geteuid", os_geteuid, 0, 0, 0}, {"getgid", os_getgid, 0, 0, 0}, {"getegid", os_getegid, 0, 0, 0}, {"umask", os_umask, 1, 1, 0},
    {"cpu_count", os_cpu_count, 0, 0, 0}, {"getloadavg", os_getloadavg, 0, 0, 0}, {"nice", os_nice, 1, 1, 0}, {"getpriority", os_getpriority, 2, 2, NATIVE_KEYWORDS},
    {"sched_yield", os_sched_yield, 0, 0, 0}, {"sched_getaffinity", os_sched_getaffinity, 1, 1, 0}, {"sched_setaffinity", os_sched_setaffinity, 2, 2, 0},
    {"sysconf", os_sysconf, 1, 1, 0}, {"times", os_times, 0, 0, 0}, {"_uname", os_uname, 0, 0, 0}, {"_exit", os_exit, 1, 1, 0}, {"abort", os_abort, 0, 0, 0}, {0}};
