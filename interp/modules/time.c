/* The module time: clocks, sleep, calendar times. */
#include "modules.h"

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "import.h"
#include "int.h"
#include "mem.h"
#include "module.h"
#include "slice.h"
#include "str.h"
#include "struct_sequence.h"
#include "tuple.h"

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

/* False with the TypeError that CPython's clock functions raise. */
static bool is_time(Value v)
{
    if (value_is_int(v) || value_is_float(v) || type_of(v)->to_index)
        return true;
    raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
    return false;
}

static Value time_sleep(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double seconds;
    if (!is_time(args[0]) || value_as_double(args[0], &seconds) < 0)
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

/* ---- calendar times ---- */

static const char *const time_fields[] = {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", NULL};
static const char *const time_hidden[] = {"tm_zone", "tm_gmtoff", NULL};

static Value get_zone(Value self) { return struct_sequence_hidden(self, 0); }
static Value get_gmtoff(Value self) { return struct_sequence_hidden(self, 1); }

static const GetSetDef time_getsets[] = {{"tm_zone", get_zone, attr_readonly}, {"tm_gmtoff", get_gmtoff, attr_readonly}, {0}};
static StructSequence struct_time = {.type = {.head = OBJECT_STATIC(&type_type), .name = "time.struct_time", .getsets = time_getsets},
                                     .fields = time_fields, .hidden = time_hidden};

static Value from_tm(const struct tm *tm)
{
    Value parts[11] = {int_from_int64(tm->tm_year + 1900), int_from_int64(tm->tm_mon + 1), int_from_int64(tm->tm_mday), int_from_int64(tm->tm_hour),
                      int_from_int64(tm->tm_min), int_from_int64(tm->tm_sec), int_from_int64((tm->tm_wday + 6) % 7), int_from_int64(tm->tm_yday + 1),
                      int_from_int64(tm->tm_isdst), str_from_cstr(tm->tm_zone), int_from_int64(tm->tm_gmtoff)};
    return struct_sequence_new_steal(&struct_time, parts, 11);
}

/* An optional argument in seconds; now when it is missing or None. */
static int seconds_argument(const Value *args, int nargs, time_t *seconds)
{
    double given;
    *seconds = time(NULL);
    if (nargs == 0 || args[0] == VALUE_NONE)
        return 0;
    if (!is_time(args[0]) || value_as_double(args[0], &given) < 0)
        return -1;
    if (!(fabs(given) < 1e16))
        return raise_error_int(&exc_OverflowError, "timestamp out of range for platform time_t");
    *seconds = (time_t)floor(given);
    return 0;
}

static Value calendar(const Value *args, int nargs, struct tm *(*convert)(const time_t *, struct tm *))
{
    time_t seconds;
    struct tm tm;
    if (seconds_argument(args, nargs, &seconds) < 0)
        return VALUE_NULL;
    return convert(&seconds, &tm) ? from_tm(&tm) : raise_os_error(errno, NULL);
}

static Value time_gmtime(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    return calendar(args, nargs, gmtime_r);
}

static Value time_localtime(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    return calendar(args, nargs, localtime_r);
}

/* Beyond INT_MAX follows INT_MIN, as CPython's compiler has it. */
static int plus(int number, int more) { return (int)((unsigned)number + (unsigned)more); }

/* A tuple of nine numbers, or a struct_time, whatever they mean: mktime carries. */
static int to_tm(Value v, const char *function, struct tm *tm)
{
    int parts[9];
    if (!value_is_tuple(v))
        return raise_error_int(&exc_TypeError, "Tuple or struct_time argument required");
    if (as_tuple(v)->length != 9)
        return raise_error_int(&exc_TypeError, "%s(): illegal time tuple argument", function);
    for (int i = 0; i < 9; i++)
        if (int_as_signed(as_tuple(v)->items[i], &parts[i]) < 0)
            return -1;
    if (parts[0] < INT32_MIN + 1900)
        return raise_error_int(&exc_OverflowError, "year out of range");
    *tm = (struct tm){.tm_year = parts[0] - 1900, .tm_mon = plus(parts[1], -1), .tm_mday = parts[2], .tm_hour = parts[3],
                      .tm_min = parts[4], .tm_sec = parts[5], .tm_wday = plus(parts[6], 1) % 7, .tm_yday = plus(parts[7], -1),
                      .tm_isdst = parts[8]};
    return 0;
}

/* What text is made of is looked up in tables: months, days of the month and of the year may be 0 for the first, all else must exist. */
static int check_tm(struct tm *tm)
{
    tm->tm_mon += tm->tm_mon == -1;
    tm->tm_mday += tm->tm_mday == 0;
    tm->tm_yday += tm->tm_yday == -1;
    const struct {
        const char *what;
        int value, low, high;
    } limits[] = {{"month", tm->tm_mon, 0, 11}, {"day of month", tm->tm_mday, 1, 31}, {"hour", tm->tm_hour, 0, 23}, {"minute", tm->tm_min, 0, 59},
                  {"seconds", tm->tm_sec, 0, 61}, {"day of week", tm->tm_wday, 0, 6}, {"day of year", tm->tm_yday, 0, 365}};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (limits[i].value < limits[i].low || limits[i].value > limits[i].high)
            return raise_error_int(&exc_ValueError, "%s out of range", limits[i].what);
    return 0;
}

static Value time_mktime(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    struct tm tm;
    if (to_tm(args[0], "mktime", &tm) < 0)
        return VALUE_NULL;
    tm.tm_wday = -1; /* stays so when there is no such time: -1 seconds is one */
    time_t seconds = mktime(&tm);
    if (seconds == (time_t)-1 && tm.tm_wday == -1)
        return raise_error(&exc_OverflowError, "mktime argument out of range");
    return float_new((double)seconds);
}

static int tm_or_now(const Value *args, int nargs, const char *function, struct tm *tm)
{
    time_t now = time(NULL);
    if (nargs)
        return to_tm(args[0], function, tm) < 0 ? -1 : check_tm(tm);
    localtime_r(&now, tm);
    return 0;
}

static Value time_strftime(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    struct tm tm;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "strftime() argument 1 must be str, not %A", args[0]);
    size_t format_length;
    const char *format = str_utf8(args[0], &format_length);
    if (!format || tm_or_now(args + 1, nargs - 1, "strftime", &tm) < 0)
        return VALUE_NULL;
    tm.tm_isdst = tm.tm_isdst < -1 ? -1 : tm.tm_isdst > 1 ? 1 : tm.tm_isdst;
    if (strlen(format) != format_length)
        return raise_error(&exc_ValueError, "embedded null character");
    /* A length of 0 is an empty text or one that finds no room: nothing is 256 times as long as its format. */
    for (size_t size = 1024;; size *= 2) {
        char *text = mem_alloc_raw(size);
        if (!text)
            return raise_no_memory();
        size_t length = strftime(text, size, format, &tm);
        Value result = length > 0 || size >= 256 * format_length ? str_from_utf8(text, length) : VALUE_NULL;
        mem_free_raw(text);
        if (result || exc_pending())
            return result;
    }
}

static Value text_of(const struct tm *tm)
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return str_printf("%s %s %s%d %s%d:%s%d:%s%d %d", days[tm->tm_wday], months[tm->tm_mon], tm->tm_mday < 10 ? " " : "", tm->tm_mday,
                      tm->tm_hour < 10 ? "0" : "", tm->tm_hour, tm->tm_min < 10 ? "0" : "", tm->tm_min, tm->tm_sec < 10 ? "0" : "", tm->tm_sec,
                      tm->tm_year + 1900);
}

static Value time_asctime(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    struct tm tm;
    return tm_or_now(args, nargs, "asctime", &tm) < 0 ? VALUE_NULL : text_of(&tm);
}

static Value time_ctime(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    time_t seconds;
    struct tm tm;
    if (seconds_argument(args, nargs, &seconds) < 0)
        return VALUE_NULL;
    return localtime_r(&seconds, &tm) ? text_of(&tm) : raise_os_error(errno, NULL);
}

/* ---- clocks by number ---- */

static int clock_argument(Value v, clockid_t *clock)
{
    int number;
    if (!value_is_int(v))
        return raise_error_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
    if (int_as_int32(v, &number) < 0)
        return -1;
    *clock = (clockid_t)number;
    return 0;
}

static Value clock_value(Value v, int (*ask)(clockid_t, struct timespec *), bool in_ns)
{
    clockid_t clock = 0;
    struct timespec t;
    if (clock_argument(v, &clock) < 0)
        return VALUE_NULL;
    if (ask(clock, &t) < 0)
        return raise_os_error(errno, NULL);
    int64_t ns = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
    return in_ns ? int_from_int64(ns) : float_new((double)t.tv_sec + (double)t.tv_nsec * 1e-9);
}

#define CLOCK_ARGS Value self, const Value *args, int nargs, Value kwnames
static Value time_clock_gettime(CLOCK_ARGS) { return (void)self, (void)nargs, (void)kwnames, clock_value(args[0], clock_gettime, false); }
static Value time_clock_gettime_ns(CLOCK_ARGS) { return (void)self, (void)nargs, (void)kwnames, clock_value(args[0], clock_gettime, true); }
static Value time_clock_getres(CLOCK_ARGS) { return (void)self, (void)nargs, (void)kwnames, clock_value(args[0], clock_getres, false); }

static const struct {
    const char *name;
    int number;
} clocks[] = {{"CLOCK_REALTIME", CLOCK_REALTIME}, {"CLOCK_MONOTONIC", CLOCK_MONOTONIC}, {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
              {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID}, {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW}, {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
              {"CLOCK_TAI", CLOCK_TAI}};

/* ---- the zone ---- */

/* timezone, altzone, daylight and tzname, as tzset() finds them. */
static int set_zone(Value module)
{
    tzset();
    if (module_set(module, "timezone", int_from_int64(timezone)) < 0 || module_set(module, "altzone", int_from_int64(timezone - (daylight ? 3600 : 0))) < 0 ||
        module_set(module, "daylight", int_from_int64(daylight)) < 0)
        return -1;
    Value names[2] = {str_from_cstr(tzname[0]), str_from_cstr(tzname[1])};
    return module_set(module, "tzname", tuple_from_made(names, 2));
}

static Value time_tzset(CLOCK_ARGS)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Str *name = str_intern_cstr("time");
    Value module = name ? import_module(name, NULL, VALUE_NONE, 0) : VALUE_NULL;
    int status = module ? set_zone(module) : -1;
    value_release_null(module);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

/* The module _strptime takes the text apart. */
static Value time_strptime(CLOCK_ARGS)
{
    (void)self, (void)kwnames;
    Value fields = import_and_call("_strptime", "time_fields", args, nargs);
    Value result = fields ? call_value1(value_of(&struct_time.type), fields) : VALUE_NULL;
    value_release_null(fields);
    return result;
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
    {"gmtime", time_gmtime, 0, 1, 0},
    {"localtime", time_localtime, 0, 1, 0},
    {"mktime", time_mktime, 1, 1, 0},
    {"strftime", time_strftime, 1, 2, 0},
    {"asctime", time_asctime, 0, 1, 0},
    {"ctime", time_ctime, 0, 1, 0},
    {"clock_gettime", time_clock_gettime, 1, 1, 0},
    {"clock_gettime_ns", time_clock_gettime_ns, 1, 1, 0},
    {"clock_getres", time_clock_getres, 1, 1, 0},
    {"tzset", time_tzset, 0, 0, 0},
    {"strptime", time_strptime, 1, 2, 0},
    {0},
};

Value module_time_init(void)
{
    Value module = module_new("time");
    if (module && (module_add_functions(module, functions) < 0 || struct_sequence_ready(&struct_time) < 0 ||
                   module_set(module, "struct_time", value_retain(value_of(&struct_time.type))) < 0 || set_zone(module) < 0))
        value_clear(&module);
    for (size_t i = 0; module && i < sizeof clocks / sizeof *clocks; i++)
        if (module_set(module, clocks[i].name, value_from_small_int(clocks[i].number)) < 0)
            value_clear(&module);
    return module;
}
