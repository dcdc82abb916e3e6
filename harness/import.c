#include "import.h"

#include "import_parts.h"
#include "mem.h"
#include "place.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { CHUNK_BYTES = 1 << 16 };

/* More than any honest file; a gzip bomb ends here. */
#define BYTES_MAX ((size_t)64 << 20)

/* ---- bytes ---- */

/* All of a file, unpacked if it is gzipped. */
static int read_bytes(const char *path, Text *bytes, Error *error)
{
    char chunk[CHUNK_BYTES];
    errno = 0;
    gzFile file = gzopen(path, "rbe");
    if (file == NULL)
        return error_set(error, "%s; check the path", errno != 0 ? strerror(errno) : "cannot be opened");
    int status = 0;
    int count;
    while (status == 0 && (count = gzread(file, chunk, sizeof chunk)) > 0) {
        text_add_bytes(bytes, chunk, (size_t)count);
        if (bytes->length > BYTES_MAX)
            status = error_set(error, "is larger than %zu MiB; that is no benchmark result", BYTES_MAX >> 20);
    }
    int code = Z_OK;
    const char *problem = gzerror(file, &code);
    if (status == 0 && count < 0)
        status = error_set(error, "%s; the file is damaged", code == Z_ERRNO ? strerror(errno) : problem);
    /* A gzip file that was cut off ends without an error from gzread; only closing tells. */
    int closed = gzclose_r(file);
    if (status == 0 && closed != Z_OK)
        status = error_set(error, "the compressed data end too early; the file is damaged");
    return status;
}

/* Bare NaN and Infinity, which Google Benchmark writes, are no JSON: outside strings they become null, blanks keep the
 * columns. */
static void mend_numbers(char *bytes, size_t length)
{
    static const char *const words[] = {"-Infinity", "Infinity", "-inf", "inf", "-NaN", "NaN", "-nan", "nan"};
    bool in_string = false;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '"')
            in_string = !in_string;
        else if (bytes[i] == '\\' && in_string)
            i++;
        if (in_string)
            continue;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
            size_t size = strlen(words[w]);
            bool whole = i + size > length || (i > 0 && isalnum((unsigned char)bytes[i - 1])) ? false : true;
            if (!whole || memcmp(bytes + i, words[w], size) != 0 ||
                (i + size < length && isalnum((unsigned char)bytes[i + size])))
                continue;
            /* "null" needs four letters: three-letter words take a 0 that no time may be. */
            memcpy(bytes + i, size >= 4 ? "null" : "  0", size >= 4 ? 4 : 3);
            memset(bytes + i + (size >= 4 ? 4 : 3), ' ', size - (size >= 4 ? 4 : 3));
            break;
        }
    }
}

/* ---- which tool ---- */

typedef int Reader(Import *import, const json_t *root, const char *name, const char *path, Error *error);

static Reader *find_reader(const json_t *root, const char **tool, Error *error)
{
    if (json_is_array(json_object_get(root, "results"))) {
        *tool = "hyperfine";
        return import_hyperfine;
    }
    if (json_is_array(json_object_get(root, "benchmarks")) && json_is_object(json_object_get(root, "context"))) {
        *tool = "Google Benchmark";
        return import_google_benchmark;
    }
    if (json_object_get(root, "version") != NULL && json_object_get(root, "benchmarks") != NULL) {
        *tool = "pyperf";
        return import_pyperf;
    }
    if (json_object_get(root, "format") != NULL)
        error_set(error, "field \"format\": this is a file of framebench itself; use it directly");
    else
        error_set(error, "field \"benchmarks\" or \"results\": must be there, an array; this is no result of pyperf, "
                         "hyperfine or Google Benchmark");
    return NULL;
}

static int import_text(Import *import, Text *bytes, const char *name, const char *path, Error *error)
{
    json_error_t problem;
    const char *tool = NULL;
    char *own = mem_copy_bytes(bytes->length > 0 ? bytes->bytes : "", bytes->length);
    mend_numbers(own, bytes->length);
    json_t *root = json_loadb(own, bytes->length, JSON_REJECT_DUPLICATES, &problem);
    free(own);
    if (root == NULL)
        return error_set(error, "line %d, column %d: %s; the file is damaged or no JSON", problem.line, problem.column,
                         problem.text);
    Reader *reader = find_reader(root, &tool, error);
    int status = reader == NULL ? -1 : 0;
    if (status == 0 && import->tool != NULL && strcmp(import->tool, tool) != 0)
        status = error_set(error, "is of %s, and the file before of %s; import files of one tool at a time", tool,
                           import->tool);
    import->tool = tool;
    if (status == 0)
        status = reader(import, root, name, path, error);
    if (status == 0)
        status = import_check_size(import, error);
    json_decref(root);
    return status;
}

static char *side_name_of(const char *path)
{
    char *base = place_base_of(path);
    size_t length = strlen(base);
    if (length > 8 && strcmp(base + length - 8, ".json.gz") == 0)
        base[length - 8] = '\0';
    return base;
}

int import_files(char *const *paths, Result *result, Text *notes, Error *error)
{
    Import import = {.notes = notes};
    int status = 0;
    for (char *const *path = paths; *path != NULL && status == 0; path++) {
        Text bytes = {0};
        char *name = side_name_of(*path);
        status = read_bytes(*path, &bytes, error);
        if (status == 0)
            status = import_text(&import, &bytes, name, *path, error);
        if (status < 0)
            error_context(error, "%s", *path);
        free(name);
        text_free(&bytes);
    }
    if (status == 0)
        status = import_build(&import, result, error);
    import_free(&import);
    return status;
}

int import_bytes_twice(const char *bytes, size_t length, Result *result, Text *notes, Error *error)
{
    Import import = {.notes = notes};
    Text text = {0};
    text_add_bytes(&text, bytes, length);
    int status = import_text(&import, &text, "a", "a.json", error);
    if (status == 0)
        status = import_text(&import, &text, "b", "b.json", error);
    if (status == 0)
        status = import_build(&import, result, error);
    text_free(&text);
    import_free(&import);
    return status;
}
