#include "import_log.h"

#include "builtins.h"
#include "options.h"
#include "types/str.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

static int64_t inner_ns; /* what the imports inside the module being loaded have taken */
static int depth;
static bool has_title;

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

ImportLog import_log_begin(void)
{
    if (likely(!options.import_time))
        return (ImportLog){0};
    ImportLog log = {now_ns(), inner_ns};
    inner_ns = 0;
    depth++;
    return log;
}

static void say_time(const ImportLog *log, const char *name)
{
    int64_t whole = now_ns() - log->begin_ns, own = whole - inner_ns;
    depth--;
    inner_ns = log->above_ns + whole;
    if (!has_title)
        fputs("import time: self [us] | cumulative | imported package\n", stderr);
    has_title = true;
    fprintf(stderr, "import time: %9" PRId64 " | %10" PRId64 " | %*s%s\n", own / 1000, whole / 1000, 2 * depth, "", name);
}

void import_log_end(const ImportLog *log, const char *name, Value file, bool loaded)
{
    if (unlikely(options.import_time))
        say_time(log, name);
    if (unlikely(options.verbose && loaded)) {
        const char *path = file ? str_utf8(file, NULL) : NULL;
        fprintf(stderr, "import %s # from %s\n", name, path ? path : "folders without __init__.py");
    }
}
