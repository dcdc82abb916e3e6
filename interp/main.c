/* main.c: the life of the process: options, runtime, program, exit status. */
#include "abstract.h"
#include "builtins.h"
#include "exceptions.h"
#include "fault.h"
#include "limit.h"
#include "main_module.h"
#include "mem.h"
#include "modules/modules.h"
#include "modules/sys_hooks.h"
#include "names.h"
#include "options.h"
#include "raise_class.h"
#include "runtime.h"
#ifdef INTERP_STATS
#include "stats.h"
#endif
#include "types/int.h"
#include "types/str.h"

#include <stdio.h>
#include <sys/resource.h>

/* Native recursion (repr, comparison, calls through C) is bounded by the C stack; Python calls do not use it. The main thread's stack grows on demand up
 * to its limit, which may be raised while running; the kernel leaves at least 128 MiB of address space for it. The program stays on the main thread:
 * whoever attaches a counter to the process counts all of it. */
#define MAIN_STACK_BYTES ((rlim_t)120 << 20)
#define MAIN_STACK_SPARE ((rlim_t)1 << 20)

/* SystemExit: its code; anything else is printed and gives 1. */
static int exit_status_of(Value exception)
{
    if (!exc_given_matches(exception, value_of(&exc_SystemExit))) {
        sys_show_uncaught(exception);
        return 1;
    }
    Value code = ((ExceptionObject *)value_object(exception))->value;
    int64_t number;
    if (!code || code == VALUE_NONE)
        return 0;
    if (value_is_int(code))
        return int_fits_int64(code, &number) ? (int)(number & 0xff) : 255;
    Value text = value_str(code);
    size_t length = 0;
    const char *utf8 = text ? str_utf8(text, &length) : NULL;
    if (utf8) {
        stderr_write(utf8, length);
        stderr_write("\n", 1);
    }
    value_release_null(text);
    exc_clear();
    return 1;
}

/* What the module atexit collected, if the program imported it. */
static void run_exit_functions(void)
{
    Value run = sys_get(name__exit_functions);
    if (!run)
        return;
    value_retain(run);
    Value result = call_value0(run);
    value_release(run);
    value_release_null(result);
    if (!result || stdout_flush() < 0)
        exc_clear();
}

static int finish(int status)
{
    Value exception = status < 0 ? exc_take() : VALUE_NULL;
    int exit_status = 0;
    if (stdout_flush() < 0)
        exc_clear();
    if (exception) {
        exception = exc_normalize(thread_current, exception, true);
        exit_status = exit_status_of(exception);
        value_release(exception);
    }
    run_exit_functions();
    return exit_status;
}

/* Raises the limit of the stack as far as allowed; returns the bytes that may be used. The limit is read again: an emulator may
 * take a new one without a word and keep its stack. */
static size_t stack_bytes(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) < 0)
        return (size_t)(7 << 20);
    rlim_t wanted = limit.rlim_max < MAIN_STACK_BYTES ? limit.rlim_max : MAIN_STACK_BYTES;
    if (limit.rlim_cur < wanted) {
        struct rlimit raised = {wanted, limit.rlim_max};
        if (setrlimit(RLIMIT_STACK, &raised) < 0 || getrlimit(RLIMIT_STACK, &raised) < 0)
            raised = limit;
        wanted = raised.rlim_cur < wanted ? raised.rlim_cur : wanted;
    }
    return (size_t)(wanted > 2 * MAIN_STACK_SPARE ? wanted - MAIN_STACK_SPARE : wanted / 2);
}

#ifdef MEM_FAULT
/* The start is over: from now on allocations of the program count, and fail. */
static void begin_faults(void)
{
    if (options.count_allocs)
        fprintf(stderr, "allocations of the start: %lld\n", (long long)(INT64_MAX - mem_fault_countdown));
    if (options.fail_each)
        options.fail_alloc = fault_each();
    if (options.fork_step)
        fault_fork(options.fail_alloc, options.fork_step);
    if (options.fail_new)
        fault_fork_new(options.fail_new, (int)options.fail_frames, options.fail_list);
    mem_fault_countdown = options.count_allocs ? INT64_MAX : options.fail_new ? 1 : options.fail_alloc;
}
#endif

/* The exit status. */
static int run(void)
{
    limit_begin();
#ifdef MEM_FAULT
    mem_fault_countdown = options.count_allocs ? INT64_MAX : options.fail_start;
#endif
    if (!hash_seed_init()) {
        fputs("interp: PYTHONHASHSEED must be \"random\" or an integer from 0 to 4294967295\n", stderr);
        return 1;
    }
    if (options.unbuffered)
        stdout_unbuffer();
    if (runtime_init(stack_bytes()) < 0) {
        fputs("interp: not enough memory to start\n", stderr);
        return 1;
    }
    int status = main_module_prepare();
#ifdef MEM_FAULT
    begin_faults();
#endif
    limit_begin_steps();
    if (status == 0)
        status = main_module_run();
    int exit_status = finish(status);
#ifdef MEM_FAULT
    if (options.count_allocs)
        fprintf(stderr, "allocations: %lld\n", (long long)(INT64_MAX - mem_fault_countdown));
    mem_fault_countdown = 0;
#endif
    runtime_fini();
    if (stdout_flush() < 0 && exit_status == 0)
        exit_status = 120;
#ifdef INTERP_STATS
    if (!stats_finish())
        exit_status = 70;
#endif
    return exit_status;
}

int main(int argc, char **argv)
{
    int status = options_parse(argc, argv);
    if (status == OPTIONS_RUN && (status = main_module_check()) == 0)
        status = run();
    options_free();
    return status;
}
