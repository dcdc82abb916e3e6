#include "sandbox.h"

#include "builtins.h"
#include "eval.h"
#include "exceptions.h"
#include "import.h"
#include "limit.h"
#include "names.h"
#include "runtime.h"
#include "source.h"
#include "types/dict.h"
#include "types/module.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sanitizer/lsan_interface.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STACK_BYTES = 6 << 20, SECONDS = 4, SETUP_FAILED = 98, SANITIZER_EXIT = 97, DESCRIPTORS = 64 };

/* libFuzzer's counters of edges, which the child gives back through shared memory. Absent in a program without libFuzzer. */
extern char __start___sancov_cntrs[] __attribute__((weak)), __stop___sancov_cntrs[] __attribute__((weak));

static char *shared_counters;
static int null_fd, out_fd, err_fd, root_fd;
static const char *empty_folder;
static bool leaks_wanted;

const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "detect_leaks=1:exitcode=97:allocator_may_return_null=1:handle_abort=1:leak_check_at_exit=0"; }

static size_t counter_bytes(void) { return (size_t)(__stop___sancov_cntrs - __start___sancov_cntrs); }

static void fail(const char *what)
{
    fprintf(stderr, "sandbox: %s: %s\n", what, strerror(errno));
    _exit(SETUP_FAILED);
}

static void set_limit(char *name, char *number)
{
    char *arguments[] = {name, number, NULL};
    int at = 0;
    bool bad = false;
    if (!limit_option(arguments, &at, &bad) || bad)
        abort();
}

void sandbox_begin(void)
{
    set_limit("--max-memory", "48M");
    set_limit("--max-steps", "30000");
    set_limit("--max-depth", "200");
    static char folder[] = "/tmp/fuzz-empty-XXXXXX";
    empty_folder = mkdtemp(folder);
    null_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    out_fd = memfd_create("out", MFD_CLOEXEC);
    err_fd = memfd_create("err", MFD_CLOEXEC);
    root_fd = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (!empty_folder || root_fd < 0 || null_fd < 0 || out_fd < 0 || err_fd < 0)
        fail("no folder, no descriptors");
    if (counter_bytes())
        shared_counters = mmap(NULL, counter_bytes(), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    setenv("PYTHONHASHSEED", "0", 1);
    limit_begin();
    if (runtime_init(STACK_BYTES) < 0)
        fail("the runtime does not start");
}

/* ---- in the child ---- */

/* The child's last act, before whatever libFuzzer has registered. */
static void at_end(int status, void *unused)
{
    (void)unused;
    if (shared_counters)
        memcpy(shared_counters, __start___sancov_cntrs, counter_bytes());
    fflush(NULL);
    /* Looking for leaks needs /proc, so the way out was kept. */
    if (leaks_wanted && fchdir(root_fd) == 0 && chroot(".") == 0 && __lsan_do_recoverable_leak_check())
        status = SANDBOX_LEAKED;
    _exit(status);
}

/* No file can be seen, none but the two for output can grow. */
static void shut_in(void)
{
    dup2(null_fd, 0);
    dup2(out_fd, 1);
    dup2(err_fd, 2);
    for (int fd = 3; fd < DESCRIPTORS; fd++)
        if (fd != root_fd)
            close(fd);
    if (geteuid() != 0 && unshare(CLONE_NEWUSER) < 0)
        fail("unshare");
    if (chroot(empty_folder) < 0 || chdir("/") < 0)
        fail("chroot");
    struct rlimit bytes = {SANDBOX_OUT_BYTES, SANDBOX_OUT_BYTES}, none = {0, 0};
    setrlimit(RLIMIT_FSIZE, &bytes);
    setrlimit(RLIMIT_CORE, &none);
    signal(SIGALRM, SIG_DFL);
    alarm(SECONDS);
}

static int run_module(Code *code)
{
    Value module = module_new("__main__");
    Dict *globals = module ? module_dict(module) : NULL;
    Value result = VALUE_NULL;
    if (module && dict_set(as_dict(import_get_modules()), value_of(name___main__), module) == 0 &&
        dict_set_str(globals, name___builtins__, builtins_module) == 0)
        result = eval_code(code, globals, VALUE_NULL);
    value_release_null(result);
    value_release_null(module);
    return result ? 0 : -1;
}

static void run_child(const char *text, size_t size)
{
    shut_in();
    on_exit(at_end, NULL);
    limit_begin_steps();
    Code *code = source_compile_module(text, size, "fuzz.py");
    int status = code && run_module(code) == 0 ? 0 : 1;
    object_release_null(code);
    Value exception = exc_take();
    if ((exception == VALUE_NULL) != (status == 0))
        abort();
    stdout_flush();
    if (exception) {
        exc_print(exception);
        value_release(exception);
    }
    runtime_fini();
    exit(status);
}

/* ---- in the parent ---- */

static size_t collect(int fd, char *into)
{
    ssize_t got = pread(fd, into, SANDBOX_OUT_BYTES, 0);
    return got > 0 ? (size_t)got : 0;
}

void sandbox_run(const uint8_t *text, size_t size, bool look_for_leaks, Outcome *outcome)
{
    leaks_wanted = look_for_leaks;
    for (int i = 0; i < 2; i++)
        if (ftruncate(i ? err_fd : out_fd, 0) < 0 || lseek(i ? err_fd : out_fd, 0, SEEK_SET) < 0)
            fail("memfd");
    fflush(NULL);
    pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (child == 0)
        run_child((const char *)text, size);
    while (waitpid(child, &outcome->status, 0) < 0) /* interrupted by libFuzzer's alarm */
        if (errno != EINTR)
            fail("waitpid");
    if (shared_counters) {
        memcpy(__start___sancov_cntrs, shared_counters, counter_bytes());
        memset(shared_counters, 0, counter_bytes());
    }
    outcome->n_out = collect(out_fd, outcome->out);
    outcome->n_err = collect(err_fd, outcome->err);
    if (WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == SETUP_FAILED) {
        fwrite(outcome->err, 1, outcome->n_err, stderr);
        _exit(SETUP_FAILED);
    }
}

bool sandbox_gave_up(const Outcome *outcome)
{
    if (!WIFSIGNALED(outcome->status))
        return false;
    int number = WTERMSIG(outcome->status);
    return number == SIGALRM || number == SIGXFSZ || number == SIGKILL;
}

bool sandbox_crashed(const Outcome *outcome)
{
    if (WIFSIGNALED(outcome->status))
        return !sandbox_gave_up(outcome);
    int status = WEXITSTATUS(outcome->status);
    bool reported = memmem(outcome->err, outcome->n_err, "Sanitizer", 9) || memmem(outcome->err, outcome->n_err, "runtime error:", 14);
    return status == SANDBOX_LEAKED || (status == SANITIZER_EXIT && reported);
}
