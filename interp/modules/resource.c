/* resource.c: module resource: what the process has used, and its limits. */
#include "modules.h"

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "module.h"
#include "native.h"
#include "struct_sequence.h"
#include "tuple.h"

#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

static const char *const usage_fields[] = {"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
                                           "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw", NULL};
static StructSequence struct_rusage = STRUCT_SEQUENCE("resource.struct_rusage", usage_fields);

static Value seconds(const struct timeval *t) { return float_new((double)t->tv_sec + (double)t->tv_usec * 1e-6); }

static Value resource_getrusage(METHOD_ARGS)
{
    UNUSED_ARGS;
    int who;
    struct rusage u;
    if (int_as_int32(args[0], &who) < 0)
        return VALUE_NULL;
    if (getrusage(who, &u) < 0)
        return errno == EINVAL ? raise_error(&exc_ValueError, "invalid who parameter") : raise_os_error(errno, NULL);
    Value parts[16] = {seconds(&u.ru_utime), seconds(&u.ru_stime)};
    const long counts[14] = {u.ru_maxrss,  u.ru_ixrss,   u.ru_idrss,  u.ru_isrss,  u.ru_minflt,   u.ru_majflt, u.ru_nswap,
                             u.ru_inblock, u.ru_oublock, u.ru_msgsnd, u.ru_msgrcv, u.ru_nsignals, u.ru_nvcsw,  u.ru_nivcsw};
    for (int i = 0; i < 14; i++)
        parts[i + 2] = int_from_int64(counts[i]);
    return struct_sequence_new_steal(&struct_rusage, parts, 16);
}

/* ---- limits ---- */

static int as_resource(Value v, int *out)
{
    if (int_as_int32(v, out) < 0)
        return -1;
    return *out < 0 || *out >= RLIMIT_NLIMITS ? raise_error_int(&exc_ValueError, "invalid resource specified") : 0;
}

/* No limit is -1. */
static Value limits_pair(const struct rlimit *limits)
{
    Value pair[2] = {int_from_int64((int64_t)limits->rlim_cur), int_from_int64((int64_t)limits->rlim_max)};
    return tuple_from_made(pair, 2);
}

static int as_limits(Value given, struct rlimit *limits)
{
    Value pair = tuple_from_iterable(given);
    if (!pair)
        return -1;
    int64_t current, most;
    int status = as_tuple(pair)->length != 2 ? raise_error_int(&exc_ValueError, "expected a tuple of 2 integers")
                 : int_as_int64(as_tuple(pair)->items[0], &current) < 0 || int_as_int64(as_tuple(pair)->items[1], &most) < 0 ? -1
                                                                                                                                         : 0;
    value_release(pair);
    if (status == 0)
        *limits = (struct rlimit){(rlim_t)current, (rlim_t)most};
    return status;
}

static Value refused(void)
{
    return errno == EINVAL  ? raise_error(&exc_ValueError, "current limit exceeds maximum limit")
           : errno == EPERM ? raise_error(&exc_ValueError, "not allowed to raise maximum limit")
                            : raise_os_error(errno, NULL);
}

static Value resource_getrlimit(METHOD_ARGS)
{
    UNUSED_ARGS;
    int resource;
    struct rlimit limits;
    if (as_resource(args[0], &resource) < 0)
        return VALUE_NULL;
    return getrlimit((__rlimit_resource_t)resource, &limits) < 0 ? raise_os_error(errno, NULL) : limits_pair(&limits);
}

static Value resource_setrlimit(METHOD_ARGS)
{
    (void)self, (void)kwnames;
    int resource;
    struct rlimit limits;
    if (nargs != 2)
        return raise_error(&exc_TypeError, "setrlimit expected 2 arguments, got %d", nargs);
    if (as_resource(args[0], &resource) < 0 || as_limits(args[1], &limits) < 0)
        return VALUE_NULL;
    return setrlimit((__rlimit_resource_t)resource, &limits) < 0 ? refused() : VALUE_NONE;
}

static Value resource_prlimit(METHOD_ARGS)
{
    (void)self, (void)kwnames;
    int pid, resource;
    struct rlimit limits, old;
    if (nargs != 2 && nargs != 3)
        return raise_error(&exc_TypeError, "resource.prlimit requires 2 to 3 arguments");
    bool change = nargs == 3 && args[2] != VALUE_NONE;
    if (int_as_int32(args[0], &pid) < 0 || as_resource(args[1], &resource) < 0 || (change && as_limits(args[2], &limits) < 0))
        return VALUE_NULL;
    if (prlimit(pid, (__rlimit_resource_t)resource, change ? &limits : NULL, &old) < 0)
        return errno == EINVAL ? raise_error(&exc_ValueError, "current limit exceeds maximum limit") : raise_os_error(errno, NULL);
    return limits_pair(&old);
}

static Value resource_getpagesize(METHOD_ARGS)
{
    UNUSED_ARGS;
    return int_from_int64(sysconf(_SC_PAGESIZE));
}

static const NativeDef functions[] = {{"getrusage", resource_getrusage, 1, 1, 0},   {"getrlimit", resource_getrlimit, 1, 1, 0}, {"setrlimit", resource_setrlimit, 0, -1, 0},
                                      {"prlimit", resource_prlimit, 0, -1, 0}, {"getpagesize", resource_getpagesize, 0, 0, 0}, {0}};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {{"RLIM_INFINITY", (int64_t)RLIM_INFINITY}, {"RLIMIT_AS", RLIMIT_AS}, {"RLIMIT_CORE", RLIMIT_CORE}, {"RLIMIT_CPU", RLIMIT_CPU}, {"RLIMIT_DATA", RLIMIT_DATA},
                 {"RLIMIT_FSIZE", RLIMIT_FSIZE}, {"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK}, {"RLIMIT_MSGQUEUE", RLIMIT_MSGQUEUE}, {"RLIMIT_NICE", RLIMIT_NICE},
                 {"RLIMIT_NOFILE", RLIMIT_NOFILE}, {"RLIMIT_NPROC", RLIMIT_NPROC}, {"RLIMIT_OFILE", RLIMIT_OFILE}, {"RLIMIT_RSS", RLIMIT_RSS},
                 {"RLIMIT_RTPRIO", RLIMIT_RTPRIO}, {"RLIMIT_RTTIME", RLIMIT_RTTIME}, {"RLIMIT_SIGPENDING", RLIMIT_SIGPENDING}, {"RLIMIT_STACK", RLIMIT_STACK},
                 {"RUSAGE_CHILDREN", RUSAGE_CHILDREN}, {"RUSAGE_SELF", RUSAGE_SELF}, {"RUSAGE_THREAD", RUSAGE_THREAD}};

Value module_resource_init(void)
{
    Value module = module_from_parts("resource", functions, NULL, 0);
    bool ok = module && struct_sequence_ready(&struct_rusage) == 0 && module_set(module, "struct_rusage", value_retain(value_of(&struct_rusage.type))) == 0 &&
              module_set(module, "error", value_retain(value_of(&exc_OSError))) == 0;
    for (size_t i = 0; ok && i < sizeof constants / sizeof *constants; i++)
        ok = module_set(module, constants[i].name, int_from_int64(constants[i].value)) == 0;
    if (module && !ok)
        value_clear(&module);
    return module;
}
