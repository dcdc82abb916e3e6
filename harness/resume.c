#include "resume.h"

#include "machine.h"
#include "mem.h"
#include "record.h"
#include "sha256.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define JOURNAL_SUFFIX ".journal"

static char *result_path_of(const char *path)
{
    size_t length = strlen(path);
    size_t suffix = strlen(JOURNAL_SUFFIX);
    bool is_journal = length > suffix && strcmp(path + length - suffix, JOURNAL_SUFFIX) == 0;
    return mem_copy_bytes(path, is_journal ? length - suffix : length);
}

/* Whether the file still is what was measured. What was not known then cannot be checked. */
static int check_file(const char *what, const char *path, const char *sha256, Error *error)
{
    char hex[SHA256_HEX_BYTES];
    if (path == NULL || sha256 == NULL)
        return 0;
    if (sha256_file_hex(path, hex) < 0)
        return error_set(error, "%s: %s cannot be read any more; it was measured, so put it back", what, path);
    if (strcmp(hex, sha256) != 0)
        return error_set(error, "%s: %s has changed since; put the old one back, or start a new run", what, path);
    return 0;
}

static int check_side(const SideInfo *side, Error *error)
{
    for (size_t k = 0; k < side->n_layouts; k++)
        if (check_file(side->name, side->layouts[k].program, side->layouts[k].sha256, error) < 0)
            return -1;
    const char *program = facts_text(&side->facts, "executable", facts_text(&side->facts, "program", NULL));
    return check_file(side->name, program, facts_text(&side->facts, "sha256", NULL), error);
}

static int check_host(const Result *result, Error *error)
{
    Facts here = {0};
    machine_describe("", &here);
    const char *then = facts_text(result_machine(result), "host", "");
    const char *now = facts_text(&here, "host", "");
    int status = 0;
    if (result->n_hosts != 1 || strcmp(then, now) != 0)
        status = error_set(error, "it was measured on %s, and this is %s; go on there, or start a new run",
                           result->n_hosts == 1 ? then : "several hosts", now);
    facts_free(&here);
    return status;
}

static int check(const Result *result, Error *error)
{
    if (result->imported_from != NULL)
        return error_set(error, "it was imported from %s; there is no run to go on with", result->imported_from);
    if (check_host(result, error) < 0)
        return -1;
    for (size_t s = 0; s < result->n_sides; s++)
        if (check_side(&result->sides[s], error) < 0)
            return -1;
    for (size_t w = 0; w < result->n_workloads; w++)
        if (check_file(result->workloads[w].name, result->workloads[w].file, result->workloads[w].sha256, error) < 0)
            return -1;
    if (result->runner != NULL && access(result->runner, R_OK) != 0)
        return error_set(error, "the runner %s is gone; put it back", result->runner);
    return 0;
}

/* Going on runs the programs that the file names, so the file must be one's own. */
static int check_owner(const char *path, Error *error)
{
    struct stat info;
    if (stat(path, &info) == 0 && info.st_uid != geteuid())
        return error_set(error,
                         "%s belongs to another user, and going on runs the programs that it names; copy it, if you "
                         "trust them",
                         path);
    return 0;
}

char *resume_load(const Options *options, Result *result, Error *error)
{
    char *path = result_path_of(options->resume);
    char *journal = mem_format("%s" JOURNAL_SUFFIX, path);
    bool has_journal = access(journal, F_OK) == 0;
    const char *found = has_journal ? journal : path;
    int status = check_owner(found, error) < 0 ? -1 : record_read(result, found, error);
    if (status == 0 && check(result, error) < 0)
        status = error_context(error, "--resume %s", options->resume);
    free(journal);
    if (options->has_budget)
        result->settings.budget_s = options->settings.budget_s;
    if (options->settings.rounds > 0)
        result->settings.rounds = options->settings.rounds;
    if (options->has_target)
        result->settings.target_half_width_pct = options->settings.target_half_width_pct;
    if (status == 0)
        return path;
    free(path);
    return NULL;
}

char **resume_event_names(const Result *result)
{
    char **names = mem_alloc(result->n_events + 1, sizeof *names);
    for (size_t e = 0; e < result->n_events; e++)
        names[e] = result->events[e].name;
    return names;
}
