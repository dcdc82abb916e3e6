/* main.c: the command line: interp [--dis] program.py [args…] | -c command [args…] */
#include "abstract.h"
#include "builtins.h"
#include "eval.h"
#include "exceptions.h"
#include "fault.h"
#include "gc.h"
#include "import.h"
#include "limit.h"
#include "mem.h"
#include "modules/modules.h"
#include "modules/sys_hooks.h"
#include "names.h"
#include "runtime.h"
#include "source.h"
#include "stress.h"
#ifdef INTERP_STATS
#include "stats.h"
#endif
#include "types/codec.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/method.h"
#include "types/module.h"
#include "types/str.h"

#include <assert.h>
#include <errno.h>
#include <libgen.h>
#include <limit.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* Native recursion (repr, comparison, calls through C) is bounded by the C stack; Python calls do not use it. The main thread's stack grows on demand up
 * to its limit, which may be raised while running; the kernel leaves at least 128 MiB of address space for it. The program stays on the main thread:
 * whoever attaches a counter to the process counts all of it. */
#define MAIN_STACK_BYTES ((rlim_t)120 << 20)
#define MAIN_STACK_SPARE ((rlim_t)1 << 20)

typedef struct CommandLine {
    bool disassemble;
    const char *command; /* -c; else NULL */
    const char *module;  /* -m; else NULL */
    const char *program; /* path as given */
    char *path;          /* the same, absolute; owned */
    int argc;            /* what sys.argv holds behind its first entry */
    char **argv;
    int status;
    long long fail_alloc; /* builds with MEM_FAULT: which allocation of the program fails; 0: none */
    long long fail_start; /* the same of the start before it */
    bool fail_each;       /* the same builds: the numbers of fail_alloc come from stdin, fault.h */
    long long fork_step;  /* the same builds: every how many allocations to fork, from fail_alloc on; 0: never */
    bool count_allocs;    /* the same builds: say at the end how many there were */
} CommandLine;

static const char usage[] = "usage: interp [--dis] program.py [argument ...]\n"
                            "       interp [--dis] -c command [argument ...]\n"
                            "       interp [--dis] -m module [argument ...]\n"
                            "Runs a Python 3.11 program. --dis prints its bytecode instead.\n"
                            "Limits, before these; N may end in K, M or G:\n"
                            "  --max-memory N  more bytes than N raise MemoryError\n"
                            "  --max-steps N   the process ends with exit status 124 after N instructions of bytecode\n"
                            "  --max-depth N   N calls inside each other raise RecursionError; sys.setrecursionlimit cannot go beyond\n"
#ifdef INTERP_STATS
                            "Before these: --stats[=json[:PATH]] and --trace-materialize[=json[:PATH]|=folded[:PATH]]; see docs/FRAMES.md.\n"
#else
                            "--stats and --trace-materialize are options of the counting build: make VARIANT=stats.\n"
#endif
#ifdef INTERP_STRESS
                            "Before these: --stress=NAME[,NAME...]; see docs/FRAMES.md.\n"
#endif
    ;

static bool parse_command_line(int argc, char **argv, CommandLine *line)
{
    int at = 1;
    bool bad = false;
    while (at < argc && !bad && limit_option(argv, &at, &bad))
        ;
    if (bad)
        exit(2);
    for (; at < argc && strcmp(argv[at], "--dis") == 0; at++)
        line->disassemble = true;
#ifdef INTERP_STATS
    for (; at < argc && stats_option(argv[at]); at++)
        ;
#endif
#ifdef INTERP_STRESS
    for (; at < argc && stress_option(argv[at]); at++)
        ;
#endif
#ifdef MEM_FAULT
    for (; at + 1 < argc && strcmp(argv[at], "--fail-alloc") == 0; at += 2)
        line->fail_alloc = atoll(argv[at + 1]);
    for (; at + 1 < argc && strcmp(argv[at], "--fail-start") == 0; at += 2)
        line->fail_start = atoll(argv[at + 1]);
    for (; at + 1 < argc && strcmp(argv[at], "--fail-fork") == 0; at += 2)
        line->fork_step = atoll(argv[at + 1]);
    for (; at < argc && strcmp(argv[at], "--fail-each") == 0; at++)
        line->fail_each = true;
    for (; at < argc && strcmp(argv[at], "--count-allocs") == 0; at++)
        line->count_allocs = true;
#endif
    if (at + 1 < argc && (strcmp(argv[at], "-c") == 0 || strcmp(argv[at], "-m") == 0)) {
        *(argv[at][1] == 'c' ? &line->command : &line->module) = argv[at + 1];
        line->argc = argc - at - 2;
        line->argv = argv + at + 2;
        return true;
    }
    if (at >= argc || (argv[at][0] == '-' && argv[at][1]))
        return false;
    line->program = argv[at];
    line->argc = argc - at - 1;
    line->argv = argv + at + 1;
    return true;
}

static int fill_argv(const CommandLine *line)
{
    Value argv = sys_get(name_argv);
    for (int i = -1; i < line->argc; i++) {
        const char *text = i >= 0 ? line->argv[i] : line->command ? "-c" : line->module ? "-m" : line->program;
        assert(text != NULL);
        Value item = codec_from_system(text, strlen(text));
        if (!item || list_append_steal(argv, item) < 0)
            return -1;
    }
    return 0;
}

/* sys.path[0]: the program's folder, made absolute; the current folder for -m, and '' for -c, which means the same. */
static int fill_path(const CommandLine *line)
{
    char *folder = NULL;
    if (line->program) {
        char *copy = strdup(line->program);
        folder = copy ? realpath(dirname(copy), NULL) : NULL;
        free(copy);
    } else if (line->module) {
        folder = getcwd(NULL, 0);
    }
    Value item = codec_from_system(folder ? folder : "", folder ? strlen(folder) : 0);
    free(folder);
    return item && list_append_steal(sys_get(name_path), item) == 0 ? 0 : -1;
}

/* As CPython names the main program in tracebacks and __file__: absolute, links kept. NULL with MemoryError. */
static char *absolute_path(const char *path)
{
    char folder[PATH_MAX];
    if (path[0] == '/' || !getcwd(folder, sizeof folder))
        folder[0] = '\0';
    size_t size = strlen(folder) + strlen(path) + 2;
    char *result = mem_alloc_raw(size);
    if (!result)
        raise_no_memory();
    else
        snprintf(result, size, "%s%s%s", folder, folder[0] ? "/" : "", path);
    return result;
}

/* The module of -m; *file and *package as import_main_code gives them. sys.argv[0] becomes its file. */
static Code *compile_named_module(const CommandLine *line, Value *file, Value *package)
{
    Str *name = str_intern_cstr(line->module);
    Code *code = name ? import_main_code(name, file, package) : NULL;
    Value argv = sys_get(name_argv);
    if (code && argv && value_is_list(argv) && as_list(argv)->length)
        value_set_steal(&as_list(argv)->items[0], value_retain(*file));
    return code;
}

/* *file is left alone when there is none, *package when the program is in no package. */
static Code *compile_program(const CommandLine *line, Value *file, Value *package)
{
    if (line->module)
        return compile_named_module(line, file, package);
    if (line->command) {
        size_t length = strlen(line->command);
        return source_compile(line->command, length, "<string>", COMPILE_MODULE);
    }
    assert(line->path != NULL);
    *file = codec_from_system(line->path, strlen(line->path));
    return *file ? source_compile_file(line->path) : NULL;
}

static int print_disassembly(const Code *code)
{
    Value text = code_disassemble(code);
    if (!text)
        return -1;
    size_t length;
    const char *utf8 = str_utf8(text, &length);
    int status = utf8 ? stdout_write(utf8, length) : -1;
    value_release(text);
    return status;
}

static int run_as_main(Code *code, Value file, Value package)
{
    Value module = module_new("__main__");
    int status = module ? dict_set(as_dict(import_get_modules()), value_of(name___main__), module) : -1;
    Dict *globals = module ? module_dict(module) : NULL;
    if (status == 0)
        status = dict_set_str(globals, name___builtins__, builtins_module);
    if (status == 0 && file)
        status = dict_set_str(globals, name___file__, file);
    if (status == 0 && package)
        status = dict_set_str(globals, name___package__, package);
    Value result = status == 0 ? eval_code(code, globals, VALUE_NULL) : VALUE_NULL;
    value_release_null(result);
    value_release_null(module);
    return result ? 0 : -1;
}

static int run_main_module(const CommandLine *line)
{
    Value file = VALUE_NULL, package = VALUE_NULL;
    Code *code = compile_program(line, &file, &package);
    int status = !code ? -1 : line->disassemble ? print_disassembly(code) : run_as_main(code, file, package);
    object_release_null(code);
    value_release_null(file);
    value_release_null(package);
    return status;
}

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
        exit_status = exit_status_of(exception);
        value_release(exception);
    }
    run_exit_functions();
    return exit_status;
}

static void report_unreadable(const CommandLine *line)
{
    fprintf(stderr, "interp: can't open file '%s': [Errno %d] %s\n", line->program, errno, strerror(errno));
}

/* Raises the limit of the stack as far as allowed; returns the bytes that may be used. */
static size_t stack_bytes(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) < 0)
        return (size_t)(7 << 20);
    rlim_t wanted = limit.rlim_max < MAIN_STACK_BYTES ? limit.rlim_max : MAIN_STACK_BYTES;
    if (limit.rlim_cur < wanted) {
        rlim_t before = limit.rlim_cur;
        limit.rlim_cur = wanted;
        if (setrlimit(RLIMIT_STACK, &limit) < 0)
            wanted = before;
    }
    return (size_t)(wanted > 2 * MAIN_STACK_SPARE ? wanted - MAIN_STACK_SPARE : wanted / 2);
}

static void run(CommandLine *line)
{
    limit_begin();
#ifdef MEM_FAULT
    mem_fault_countdown = line->count_allocs ? INT64_MAX : line->fail_start;
#endif
    if (!hash_seed_init()) {
        fputs("interp: PYTHONHASHSEED must be \"random\" or an integer from 0 to 4294967295\n", stderr);
        line->status = 1;
        return;
    }
    if (runtime_init(stack_bytes()) < 0) {
        fputs("interp: not enough memory to start\n", stderr);
        line->status = 1;
        return;
    }
    bool ready = !line->program || (line->path = absolute_path(line->program));
    int status = !ready || fill_argv(line) < 0 || fill_path(line) < 0 ? -1 : 0;
#ifdef MEM_FAULT
    if (line->count_allocs)
        fprintf(stderr, "allocations of the start: %lld\n", (long long)(INT64_MAX - mem_fault_countdown));
    if (line->fail_each)
        line->fail_alloc = fault_each();
    if (line->fork_step)
        fault_fork(line->fail_alloc, line->fork_step);
    mem_fault_countdown = line->count_allocs ? INT64_MAX : line->fail_alloc;
#endif
    limit_begin_steps();
    if (status == 0)
        status = run_main_module(line);
    line->status = finish(status);
#ifdef MEM_FAULT
    if (line->count_allocs)
        fprintf(stderr, "allocations: %lld\n", (long long)(INT64_MAX - mem_fault_countdown));
    mem_fault_countdown = 0;
#endif
    mem_free_raw(line->path);
    runtime_fini();
    if (stdout_flush() < 0 && line->status == 0)
        line->status = 120;
#ifdef INTERP_STATS
    if (!stats_finish())
        line->status = 70;
#endif
}

int main(int argc, char **argv)
{
    CommandLine line = {0};
    if (!parse_command_line(argc, argv, &line)) {
        fputs(usage, stderr);
        return 2;
    }
    if (line.program && access(line.program, R_OK) < 0) {
        report_unreadable(&line);
        return 2;
    }
    run(&line);
    return line.status;
}
