/* framebench compare: what a result file says, as a table or for programs. */
#include "command.h"

#include "compare.h"
#include "export.h"
#include "mem.h"
#include "record.h"
#include "table.h"

#include <stdio.h>

static void add_formatted(Text *text, const Comparison *comparison, Format format, bool first, json_t *all)
{
    switch (format) {
    case FORMAT_TABLE:
        table_terminal(text, comparison);
        break;
    case FORMAT_MARKDOWN:
        table_markdown(text, comparison);
        break;
    case FORMAT_CSV:
        export_csv(text, comparison, first);
        break;
    case FORMAT_JSON:
        json_array_append_new(all, export_analysis(comparison));
        break;
    }
}

/* One comparison gives its object, several an array of objects. */
static void print_json(const json_t *all)
{
    const json_t *value = json_array_size(all) == 1 ? json_array_get(all, 0) : all;
    json_dumpf(value, stdout, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    putchar('\n');
}

int command_compare(const Options *options, Error *error)
{
    json_t *all = json_array();
    Text text = {0};
    int status = 0;
    bool several = options->files[1] != NULL;
    for (char **file = options->files; *file != NULL && status == 0; file++) {
        Result result = {0};
        status = record_read(&result, *file, error);
        if (status == 0) {
            bool is_text = options->format != FORMAT_CSV && options->format != FORMAT_JSON;
            if (several && is_text)
                text_add(&text, "%s%s\n\n", file == options->files ? "" : "\n", *file);
            for (size_t side = 1; side < result.n_sides; side++) {
                Comparison comparison = compare_result(&result, side, command_metric(options));
                if (side > 1 && is_text)
                    text_add(&text, "\n");
                add_formatted(&text, &comparison, (Format)options->format, file == options->files && side == 1, all);
                compare_free(&comparison);
            }
        }
        result_free(&result);
    }
    if (status == 0 && several && options->format == FORMAT_TABLE)
        text_add(&text, "\nThese files were measured at different times: between them the numbers are descriptive\n"
                        "only; to compare two interpreters, measure them in one run with --a and --b.\n");
    if (status == 0 && options->format == FORMAT_JSON)
        print_json(all);
    else if (status == 0)
        fputs(text_string(&text), stdout);
    text_free(&text);
    json_decref(all);
    return status;
}

