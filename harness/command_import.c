/* framebench import: results of pyperf, hyperfine or Google Benchmark as a result file of ours. */
#include "command.h"

#include "export.h"
#include "import.h"
#include "mem.h"
#include "place.h"
#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int command_import(const Options *options, Error *error)
{
    Result result = {0};
    Text notes = {0};
    const char *path = options->out != NULL ? options->out : "imported.json";
    int status = 0;
    if (!options->force && access(path, F_OK) == 0)
        status = error_set(error, "%s is there already; choose another --out, or overwrite it with --force", path);
    if (status == 0)
        status = import_files(options->files, &result, &notes, error);
    if (status == 0)
        status = command_store(&result, path, error);
    if (notes.length > 0)
        fprintf(stderr, "%s", text_string(&notes));
    if (status == 0)
        printf("result: %s (descriptive: one side was measured after the other)\n", path);
    text_free(&notes);
    result_free(&result);
    return status;
}
