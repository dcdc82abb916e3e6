/* framebench export: a result in the format of another tool. */
#include "command.h"

#include "escape.h"
#include "interchange.h"
#include "mem.h"
#include "place.h"
#include "record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Other tools' files are not overwritten, as they do not overwrite ours. */
static int write_new(const Options *options, const char *path, const Text *text, Error *error)
{
    if (!options->force && access(path, F_OK) == 0)
        return error_set(error, "%s is there already; choose another --out, or overwrite it with --force", path);
    if (place_write(path, text, error) < 0)
        return -1;
    printf("export: %s\n", path);
    return 0;
}

/* Takes the object. */
static void add_json(Text *text, json_t *object)
{
    char *dump = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
    text_add(text, "%s\n", dump);
    free(dump);
    json_decref(object);
}

/* The formats that are about one interpreter: a file for each side, named after it, because that is how their tools
 * name the columns. */
static int export_sides(const Options *options, const Result *result, Error *error)
{
    char *folder = options->out != NULL ? mem_copy_text(options->out) : place_folder_of(options->files[0]);
    char *base = place_base_of(options->files[0]);
    const char *suffix = options->export_format == EXPORT_PYPERF ? "pyperf" : "gbench";
    int status = place_make_folder(folder, error);
    for (size_t side = 0; side < result->n_sides && status == 0; side++) {
        Text text = {0};
        char *name = escape_file_name(result->sides[side].name);
        char *path = mem_format("%s/%s-%s.%s.json", folder, base, name, suffix);
        free(name);
        add_json(&text, options->export_format == EXPORT_PYPERF ? interchange_pyperf(result, side)
                                                                : interchange_google_benchmark(result, side));
        status = write_new(options, path, &text, error);
        free(path);
        text_free(&text);
    }
    free(base);
    free(folder);
    return status;
}

static int export_whole(const Options *options, const Result *result, Error *error)
{
    Text text = {0};
    switch ((ExportFormat)options->export_format) {
    case EXPORT_HYPERFINE:
        add_json(&text, interchange_hyperfine(result));
        break;
    case EXPORT_BENCHSTAT:
        interchange_benchstat(&text, result);
        break;
    default:
        interchange_csv(&text, result);
        break;
    }
    int status = 0;
    if (options->out != NULL)
        status = write_new(options, options->out, &text, error);
    else
        fwrite(text_string(&text), 1, text.length, stdout);
    text_free(&text);
    return status;
}

int command_export(const Options *options, Error *error)
{
    Result result = {0};
    int status = command_read(options, &result, options->files[0], error);
    if (status == 0)
        status = options->export_format == EXPORT_PYPERF || options->export_format == EXPORT_GOOGLE
                     ? export_sides(options, &result, error)
                     : export_whole(options, &result, error);
    result_free(&result);
    return status;
}
