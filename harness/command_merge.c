/* framebench merge: runs of one experiment, from several machines or times, as one result file. */
#include "command.h"

#include "mem.h"
#include "merge.h"
#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int merge_files(const Options *options, char *const *paths, Result *into, Error *error)
{
    if (command_read(options, into, paths[0], error) < 0)
        return -1;
    merge_mark_source(into, paths[0]);
    for (size_t i = 1; paths[i] != NULL; i++) {
        Result next = {0};
        Error why = ERROR_INIT;
        int status = command_read(options, &next, paths[i], error);
        if (status == 0)
            merge_mark_source(&next, paths[i]);
        if (status == 0 && merge_check(into, &next, &why) < 0)
            status = error_set(error, "%s and %s cannot be merged: %s", paths[0], paths[i], why.text);
        if (status == 0)
            merge_add(into, &next);
        result_free(&next);
        if (status < 0)
            return -1;
    }
    return 0;
}

int command_merge(const Options *options, Error *error)
{
    Result result = {0};
    const char *path = options->out != NULL ? options->out : "merged.json";
    int status = 0;
    if (!options->force && access(path, F_OK) == 0)
        status = error_set(error, "%s is there already; choose another --out, or overwrite it with --force", path);
    if (status == 0)
        status = merge_files(options, options->files, &result, error);
    if (status == 0)
        status = command_store(&result, path, error);
    if (status == 0)
        printf("result: %s (%zu %s)\n", path, result.n_hosts,
               merge_is_repeats(&result) ? "runs on one machine" : "machines or runs");
    result_free(&result);
    return status;
}
