#include "plan.h"

#include "layout.h"
#include "locate.h"
#include "mem.h"
#include "options_value.h"
#include "sha256.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { MANIFEST_VERSION = 1 };

/* ---- manifest ---- */

static const char *required_text(const json_t *entry, const char *key, Error *error)
{
    const char *text = json_string_value(json_object_get(entry, key));
    if (text == NULL || *text == '\0')
        error_set(error, "field \"%s\": must be there, a non-empty string", key);
    return text;
}

static int optional_text(const json_t *entry, const char *key, const char *fallback, char **place, Error *error)
{
    const json_t *value = json_object_get(entry, key);
    if (value != NULL && !json_is_string(value))
        return error_set(error, "field \"%s\": must be a string", key);
    *place = mem_copy_text(value != NULL ? json_string_value(value) : fallback);
    return 0;
}

static int load_tags(const json_t *entry, WorkloadResult *workload, Error *error)
{
    const json_t *tags = json_object_get(entry, "tags");
    if (tags == NULL)
        return 0;
    if (!json_is_array(tags))
        return error_set(error, "field \"tags\": must be an array of strings");
    size_t count = json_array_size(tags);
    workload->tags = mem_alloc(count, sizeof *workload->tags);
    for (size_t i = 0; i < count; i++) {
        const char *tag = json_string_value(json_array_get(tags, i));
        if (tag == NULL)
            return error_set(error, "field \"tags\": element %zu must be a string", i);
        workload->tags[workload->n_tags++] = mem_copy_text(tag);
    }
    return 0;
}

static int load_numbers(const json_t *entry, WorkloadResult *workload, Error *error)
{
    const json_t *n = json_object_get(entry, "n");
    if (!json_is_integer(n))
        return error_set(error, "field \"n\": must be there, an integer");
    workload->n = json_integer_value(n);
    const json_t *control = json_object_get(entry, "control");
    if (control != NULL && !json_is_boolean(control))
        return error_set(error, "field \"control\": must be true or false");
    workload->control = json_is_true(control);
    return 0;
}

static bool is_plain_name(const char *name)
{
    for (const char *c = name; *c != '\0'; c++)
        if (!isalnum((unsigned char)*c) && strchr("._+-", *c) == NULL)
            return false;
    return true;
}

static int load_file_field(const json_t *entry, const char *folder, WorkloadResult *workload, Error *error)
{
    const char *file = required_text(entry, "file", error);
    if (file == NULL)
        return -1;
    workload->file = *file == '/' ? mem_copy_text(file) : mem_format("%s/%s", folder, file);
    size_t length = strlen(file);
    if (length < 4 || strcmp(file + length - 3, ".py") != 0)
        return error_set(error, "field \"file\": %s is no .py file", file);
    if (access(workload->file, R_OK) != 0)
        return error_set(error, "field \"file\": %s cannot be read", workload->file);
    return 0;
}

static int load_workload(const json_t *entry, const char *folder, WorkloadResult *workload, Error *error)
{
    if (!json_is_object(entry))
        return error_set(error, "must be an object");
    const char *name = required_text(entry, "name", error);
    if (name == NULL)
        return -1;
    workload->name = mem_copy_text(name);
    if (!is_plain_name(name))
        return error_set(error, "field \"name\": use letters, digits and ._+- only");
    const char *checksum = required_text(entry, "checksum", error);
    if (checksum == NULL)
        return -1;
    workload->checksum = mem_copy_text(checksum);
    if (load_file_field(entry, folder, workload, error) < 0 || load_numbers(entry, workload, error) < 0 ||
        optional_text(entry, "function", "run", &workload->function, error) < 0 ||
        optional_text(entry, "stresses", "", &workload->stresses, error) < 0)
        return -1;
    return load_tags(entry, workload, error);
}

static bool has_workload(const Result *result, const char *name)
{
    for (size_t w = 0; w < result->n_workloads; w++)
        if (result->workloads[w].name != NULL && strcmp(result->workloads[w].name, name) == 0)
            return true;
    return false;
}

static int load_workloads(const json_t *array, const char *folder, Result *result, Error *error)
{
    size_t count = json_array_size(array);
    result->workloads = mem_alloc(count, sizeof *result->workloads);
    for (size_t i = 0; i < count; i++) {
        const json_t *entry = json_array_get(array, i);
        const char *name = json_string_value(json_object_get(entry, "name"));
        if (name != NULL && has_workload(result, name))
            return error_set(error, "workloads[%zu] (%s): field \"name\": the name is taken by an earlier entry", i,
                             name);
        WorkloadResult *workload = &result->workloads[result->n_workloads++];
        if (load_workload(entry, folder, workload, error) < 0)
            return error_context(error, "workloads[%zu] (%s)", i, name != NULL ? name : "unnamed");
    }
    return 0;
}

int plan_load_manifest(const char *path, Result *result, Error *error)
{
    json_error_t problem;
    json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, &problem);
    int status = -1;
    char *folder = mem_copy_text(path);
    char *slash = strrchr(folder, '/');
    if (slash != NULL)
        *slash = '\0';
    const char *beside = slash != NULL ? folder : ".";

    const json_t *workloads = json_object_get(root, "workloads");
    if (root == NULL)
        error_set(error, "line %d, column %d: %s; mend the file", problem.line, problem.column, problem.text);
    else if (!json_is_object(root))
        error_set(error, "must be one JSON object");
    else if (!json_is_integer(json_object_get(root, "version")) ||
             json_integer_value(json_object_get(root, "version")) != MANIFEST_VERSION)
        error_set(error, "field \"version\": must be %d", MANIFEST_VERSION);
    else if (!json_is_array(workloads) || json_array_size(workloads) == 0)
        error_set(error, "field \"workloads\": must be a non-empty array");
    else
        status = load_workloads(workloads, beside, result, error);
    if (status < 0)
        error_context(error, "manifest %s", path);
    free(folder);
    json_decref(root);
    return status;
}

/* ---- selection ---- */

static bool is_wanted(char **only, const char *name)
{
    for (char **word = only; *word != NULL; word++)
        if (strcmp(*word, name) == 0)
            return true;
    return false;
}

static int select_workloads(char **only, Result *result, Error *error)
{
    for (char **word = only; *word != NULL; word++)
        if (!has_workload(result, *word)) {
            Text names = {0};
            for (size_t w = 0; w < result->n_workloads; w++)
                text_add(&names, "%s%s", w > 0 ? ", " : "", result->workloads[w].name);
            error_set(error, "--workloads %s: there is no such workload; there are %s", *word, text_string(&names));
            text_free(&names);
            return -1;
        }
    Result dropped = {.workloads = mem_alloc(result->n_workloads, sizeof *dropped.workloads)};
    size_t kept = 0;
    for (size_t w = 0; w < result->n_workloads; w++) {
        if (is_wanted(only, result->workloads[w].name))
            result->workloads[kept++] = result->workloads[w];
        else
            dropped.workloads[dropped.n_workloads++] = result->workloads[w];
    }
    result->n_workloads = kept;
    result_free(&dropped);
    return 0;
}

/* ---- sides ---- */

static char **copy_words(char **words)
{
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    char **copy = mem_alloc(count + 1, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = mem_copy_text(words[i]);
    return copy;
}

static int add_side(const char *name, char **argv, Result *result, Error *error)
{
    if (result->n_sides == SIDES_MAX)
        return error_set(error, "more than %d sides; measure fewer at a time", SIDES_MAX);
    for (size_t s = 0; s < result->n_sides; s++)
        if (strcmp(result->sides[s].name, name) == 0)
            return error_set(error, "two sides are named %s; give them different names", name);
    SideInfo *side = result_add_side(result);
    side->name = mem_copy_text(name);
    side->argv = copy_words(argv);
    unsigned layouts = result->settings.layouts;
    if (layout_is_used(side->argv)) {
        if (layout_describe(side, layouts, error) < 0)
            return -1;
        facts_add_text(&side->facts, "program", layout_program(side, 0));
        return 0;
    }
    if (layouts > 1)
        return error_set(error,
                         "side %s: --layouts %u, but no {layout} in its command; write it where the number of the "
                         "layout, 00 to %02u, belongs",
                         side->name, layouts, layouts - 1);
    char *program = locate_program(side->argv[0], error);
    if (program == NULL)
        return error_context(error, "side %s", side->name);
    facts_add_text(&side->facts, "program", program);
    free(program);
    return 0;
}

/* A side as given, or one of the built pair. */
static int add_given_or_built(const SideOption *option, const char *name, const char *program, Result *result,
                              Error *error)
{
    if (option->argv != NULL)
        return add_side(option->name, option->argv, result, error);
    char *built = result->settings.layouts > 1 ? locate_layouts(program, result->settings.layouts, error)
                                               : locate_sibling(program, error);
    if (built == NULL)
        return -1;
    int status = add_side(name, (char *[]){built, NULL}, result, error);
    free(built);
    return status;
}

/* The built pair stands in for --a and --b, unless --side says which interpreters are meant. */
static int plan_sides(const Options *options, Result *result, Error *error)
{
    bool use_built = options->n_sides == 0;
    if ((use_built || options->a.argv != NULL) &&
        add_given_or_built(&options->a, "eager", "interp-eager", result, error) < 0)
        return -1;
    if ((use_built || options->b.argv != NULL) &&
        add_given_or_built(&options->b, "lazy", "interp-lazy", result, error) < 0)
        return -1;
    for (size_t s = 0; s < options->n_sides; s++)
        if (add_side(options->sides[s].name, options->sides[s].argv, result, error) < 0)
            return -1;
    if (result->n_sides < 2)
        return error_set(error, "only one side, %s; name a baseline with --a and the others with --side",
                         result->sides[0].name);
    return 0;
}

/* ---- workloads from the command line ---- */

/* A name made of a file's: its base without .py, other characters replaced, unlike all names so far. */
static char *plain_name(const Result *result, const char *file, const char *function)
{
    const char *slash = strrchr(file, '/');
    const char *base = slash != NULL ? slash + 1 : file;
    size_t length = strlen(base);
    if (length > 3 && strcmp(base + length - 3, ".py") == 0)
        length -= 3;
    char *name = mem_format("%.*s%s%s", (int)length, length > 0 ? base : "program",
                            strcmp(function, "run") != 0 && *function != '\0' ? "." : "",
                            strcmp(function, "run") != 0 ? function : "");
    for (char *c = name; *c != '\0'; c++)
        if (!isalnum((unsigned char)*c) && strchr("._+-", *c) == NULL)
            *c = '_';
    for (unsigned number = 2; has_workload(result, name); number++) {
        char *numbered = mem_format("%s-%u", name, number);
        if (has_workload(result, numbered)) {
            free(numbered);
            continue;
        }
        free(name);
        name = numbered;
    }
    return name;
}

static WorkloadResult *add_workload(Result *result, const char *file, const char *function)
{
    char *name = plain_name(result, file, function);
    result->workloads = mem_resize(result->workloads, result->n_workloads + 1, sizeof *result->workloads);
    WorkloadResult *workload = &result->workloads[result->n_workloads++];
    *workload = (WorkloadResult){.name = name, .function = mem_copy_text(function), .stresses = mem_copy_text("")};
    return workload;
}

/* FILE.py[:FUNCTION] */
static int add_function(const char *text, unsigned n, Result *result, Error *error)
{
    const char *colon = strrchr(text, ':');
    const char *function = colon != NULL ? colon + 1 : "run";
    char *file = mem_copy_bytes(text, colon != NULL ? (size_t)(colon - text) : strlen(text));
    char *path = realpath(file, NULL);
    size_t length = strlen(file);
    int status = 0;
    if (length < 4 || strcmp(file + length - 3, ".py") != 0)
        status = error_set(error, "--workload %s: write FILE.py or FILE.py:FUNCTION", text);
    else if (path == NULL || access(path, R_OK) != 0)
        status = error_set(error, "--workload %s: %s cannot be read; check the path", text, file);
    else if (*function == '\0')
        status = error_set(error, "--workload %s: the function is missing after the colon", text);
    else {
        WorkloadResult *workload = add_workload(result, path, function);
        workload->file = mem_copy_text(path);
        workload->n = n;
    }
    free(path);
    free(file);
    return status;
}

/* The words of a whole program. A file among them that is there is noted, so that a change of it is noticed. */
static int add_program(const char *text, Result *result, Error *error)
{
    char **words = options_split_words(text, error);
    if (words == NULL)
        return error_context(error, "--program");
    char *path = words[0] != NULL ? realpath(words[0], NULL) : NULL;
    WorkloadResult *workload = add_workload(result, words[0] != NULL ? words[0] : "", "");
    workload->file = path != NULL ? path : mem_copy_text(words[0] != NULL ? words[0] : "");
    workload->program = words;
    workload->design = DESIGN_ADJACENT;
    return 0;
}

static void note_files(Result *result)
{
    for (size_t w = 0; w < result->n_workloads; w++) {
        char hex[SHA256_HEX_BYTES];
        if (sha256_file_hex(result->workloads[w].file, hex) == 0)
            result->workloads[w].sha256 = mem_copy_text(hex);
    }
}

static int plan_manifest(const Options *options, Result *result, Error *error)
{
    char *manifest =
        options->manifest != NULL ? realpath(options->manifest, NULL) : locate_file("workloads/manifest.json", error);
    if (manifest == NULL)
        return options->manifest != NULL
                   ? error_set(error, "manifest %s cannot be found; check --manifest", options->manifest)
                   : -1;
    int status = plan_load_manifest(manifest, result, error);
    free(manifest);
    if (status == 0 && options->only != NULL)
        status = select_workloads(options->only, result, error);
    return status;
}

/* The manifest's, unless the command line names others; both, when it also names some of the manifest. */
static int plan_workloads(const Options *options, Result *result, Error *error)
{
    bool named = options->workloads != NULL || options->programs != NULL;
    if ((!named || options->only != NULL || options->manifest != NULL) && plan_manifest(options, result, error) < 0)
        return -1;
    for (char **text = options->workloads; text != NULL && *text != NULL; text++)
        if (add_function(*text, options->n, result, error) < 0)
            return -1;
    for (char **text = options->programs; text != NULL && *text != NULL; text++)
        if (add_program(*text, result, error) < 0)
            return -1;
    if (result->n_workloads == 0)
        return error_set(error, "--workloads names none; name at least one, or leave the option out");
    note_files(result);
    return 0;
}

/* The command line as it was given, for the one who does it again. */
static char *command_of(char *const *words)
{
    if (words == NULL)
        return NULL;
    Text text = {0};
    for (; *words != NULL; words++) {
        text_add(&text, " ");
        text_add_word(&text, *words);
    }
    char *command = mem_copy_text(text_string(&text));
    text_free(&text);
    return command;
}

int plan_make(const Options *options, Result *result, Error *error)
{
    result->settings = options->settings;
    result->command = command_of(options->words);
    if (!options->has_seed &&
        getrandom(&result->settings.seed, sizeof result->settings.seed, 0) != sizeof result->settings.seed)
        return error_set(error, "the kernel gives no random seed; choose one with --seed");
    /* JSON numbers are signed 64-bit in jansson; one bit less of seed costs nothing. */
    result->settings.seed &= INT64_MAX;
    if (plan_sides(options, result, error) < 0)
        return -1;
    result->runner =
        options->runner != NULL ? realpath(options->runner, NULL) : locate_file("harness/runner.py", error);
    if (result->runner == NULL)
        return options->runner != NULL
                   ? error_set(error, "runner %s: %s; check --runner", options->runner, strerror(errno))
                   : -1;
    return plan_workloads(options, result, error);
}
