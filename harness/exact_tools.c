#include "exact_tools.h"

#include "locate.h"
#include "mem.h"
#include "spawn.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reports ---- */

void exact_report_free(ExactReport *report)
{
    for (size_t i = 0; i < report->n_counts; i++) {
        free(report->counts[i].name);
        free(report->counts[i].unit);
    }
    free(report->counts);
    *report = (ExactReport){0};
}

const ExactCount *exact_report_find(const ExactReport *report, const char *name)
{
    for (size_t i = 0; i < report->n_counts; i++)
        if (strcmp(report->counts[i].name, name) == 0)
            return &report->counts[i];
    return NULL;
}

static void add(ExactReport *report, const char *name, const char *unit, double value)
{
    report->counts = mem_resize(report->counts, report->n_counts + 1, sizeof *report->counts);
    report->counts[report->n_counts++] =
        (ExactCount){.name = mem_copy_text(name), .unit = mem_copy_text(unit), .value = value};
}

/* ---- cachegrind ---- */

/* The first line that `program --version` prints; "" when it prints none within ten seconds. */
static void read_version(char *program, char *line, size_t room)
{
    Process process = PROCESS_INIT;
    Error ignored = ERROR_INIT;
    int output_fd = spawn_temporary_file();
    char *arguments[] = {program, (char[]){"--version"}, NULL};
    const Surroundings surroundings = {.cpu = -1};
    const SpawnFd fds[] = {{output_fd, STDOUT_FILENO}};
    ssize_t length = -1;
    if (output_fd >= 0 && spawn_start(&process, arguments, &surroundings, fds, 1, &ignored) == 0 &&
        spawn_ended_within(&process, 10000))
        length = pread(output_fd, line, room - 1, 0);
    spawn_stop(&process);
    spawn_close_fd(&output_fd);
    line[length > 0 ? length : 0] = '\0';
    line[strcspn(line, "\n")] = '\0';
}

int exact_find_valgrind(char **path, char **version, Error *error)
{
    Error ignored = ERROR_INIT;
    char line[100] = "";
    *path = locate_program("valgrind", &ignored);
    if (*path == NULL)
        return error_set(error, "--counters valgrind: valgrind is not installed; sudo apt-get install valgrind");
    read_version(*path, line, sizeof line);
    if (strncmp(line, "valgrind-", 9) != 0)
        return error_set(error, "--counters valgrind: '%s --version' says '%s'; reinstall valgrind", *path, line);
    *version = mem_copy_text(line + 9);
    return 0;
}

/* The simulated caches are fixed, not the host's, so that counts of different machines can be compared. */
char **exact_valgrind_words(const char *valgrind, const char *folder)
{
    static const char *const fixed[] = {
        "--tool=cachegrind",
        "--cache-sim=yes",
        "--branch-sim=yes",
        "--I1=32768,8,64",
        "--D1=32768,8,64",
        "--LL=8388608,16,64",
        "--trace-children=yes" /* a command may be a script that becomes the interpreter */,
    };
    enum { N_FIXED = sizeof fixed / sizeof *fixed };
    char **words = mem_alloc(N_FIXED + 3, sizeof *words);
    words[0] = mem_copy_text(valgrind);
    for (size_t i = 0; i < N_FIXED; i++)
        words[i + 1] = mem_copy_text(fixed[i]);
    words[N_FIXED + 1] = mem_format("--cachegrind-out-file=%s/out.%%p", folder);
    return words;
}

/* A metric is a sum of cachegrind's events. */
typedef struct Sum {
    const char *name;
    const char *events[4];
} Sum;

static const Sum sums[] = {
    {"instructions", {"Ir"}},          {"branches", {"Bc", "Bi"}},
    {"branch_misses", {"Bcm", "Bim"}}, {"indirect_branches", {"Bi"}},
    {"data_refs", {"Dr", "Dw"}},       {"I1_misses", {"I1mr"}},
    {"D1_misses", {"D1mr", "D1mw"}},   {"LL_misses", {"ILmr", "DLmr", "DLmw"}},
};

/* Fills counts from "events: Ir I1mr …" and "summary: 168802579 1438637 …". */
static int parse_cachegrind(char *events, char *summary, ExactReport *report, Error *error)
{
    enum { COLUMNS = 32 };
    const char *names[COLUMNS];
    double values[COLUMNS];
    size_t n = 0;
    char *rest_names = events;
    char *rest_values = summary;
    for (char *name = strsep(&rest_names, " "); name != NULL && n < COLUMNS; name = strsep(&rest_names, " ")) {
        char *value = strsep(&rest_values, " ");
        if (value == NULL)
            break;
        names[n] = name;
        values[n++] = strtod(value, NULL);
    }
    for (size_t s = 0; s < sizeof sums / sizeof *sums; s++) {
        double total = 0.0;
        for (size_t e = 0; e < 4 && sums[s].events[e] != NULL; e++) {
            size_t column = 0;
            while (column < n && strcmp(names[column], sums[s].events[e]) != 0)
                column++;
            if (column == n)
                return error_set(error, "cachegrind reports no %s; use valgrind 3.19 or later", sums[s].events[e]);
            total += values[column];
        }
        add(report, sums[s].name, "count", total);
    }
    return 0;
}

/* The text behind "key: "; false for another line. */
static bool take_field(const char *line, const char *key, char **value)
{
    size_t length = strlen(key);
    if (strncmp(line, key, length) != 0)
        return false;
    const char *text = line + length + strspn(line + length, " ");
    free(*value);
    *value = mem_copy_bytes(text, strcspn(text, "\n"));
    return true;
}

int exact_read_cachegrind(const char *folder, int pid, ExactReport *report, Error *error)
{
    char *path = mem_format("%s/out.%d", folder, pid);
    FILE *file = fopen(path, "re");
    char *events = NULL;
    char *summary = NULL;
    char *line = NULL;
    size_t room = 0;
    int status = -1;
    if (file == NULL) {
        error_set(error, "cachegrind wrote no %s (%s); is the interpreter a static or setuid program?", path,
                  strerror(errno));
        goto out;
    }
    while (getline(&line, &room, file) > 0)
        (void)(take_field(line, "events:", &events) || take_field(line, "summary:", &summary));
    if (events == NULL || summary == NULL)
        error_set(error, "%s has no events and summary lines; use valgrind 3.19 or later", path);
    else
        status = parse_cachegrind(events, summary, report, error);
out:
    if (file != NULL)
        fclose(file);
    free(line);
    free(events);
    free(summary);
    free(path);
    return status;
}

/* ---- the stats build ---- */

/* "interp-lazy" of ".../layouts/interp-lazy.07"; NULL: it is no build of ours. The caller frees. */
static char *build_name(const char *program)
{
    const char *slash = strrchr(program, '/');
    const char *name = slash != NULL ? slash + 1 : program;
    return strncmp(name, "interp-", 7) == 0 ? mem_copy_bytes(name, strcspn(name, ".")) : NULL;
}

/* The last folder of the path that is named release or release-RUNG; NULL: there is none. */
static const char *release_folder(const char *program)
{
    const char *found = NULL;
    for (const char *slash = strchr(program, '/'); slash != NULL; slash = strchr(slash + 1, '/'))
        if (strncmp(slash, "/release", 8) == 0 && strchr("/-", slash[8]) != NULL && strchr(slash + 1, '/') != NULL)
            found = slash;
    return found;
}

char *exact_find_stats_build(const char *program)
{
    char *name = build_name(program);
    const char *folder = release_folder(program);
    char *path = NULL;
    if (name != NULL && folder != NULL) {
        const char *rung = folder + 8;
        path = mem_format("%.*s/stats%.*s/%s", (int)(folder - program), program, (int)strcspn(rung, "/"), rung, name);
        if (access(path, X_OK) != 0) {
            free(path);
            path = NULL;
        }
    }
    free(name);
    return path;
}

static bool ends_in(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

int exact_read_stats(const char *path, ExactReport *report, Error *error)
{
    json_error_t problem;
    json_t *root = json_load_file(path, 0, &problem);
    json_t *counters = json_object_get(root, "counters");
    const char *name;
    json_t *value;
    if (!json_is_object(counters)) {
        json_decref(root);
        return error_set(error, "the stats build wrote no counters (%s); build it again: make VARIANT=stats",
                         problem.text);
    }
    json_object_foreach(counters, name, value)
    {
        bool bytes = ends_in(name, "_bytes") || strncmp(name, "object_bytes.", 13) == 0;
        add(report, name, bytes ? "bytes" : "count", json_number_value(value));
    }
    json_decref(root);
    return 0;
}
