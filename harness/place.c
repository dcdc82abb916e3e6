#include "place.h"

#include "mem.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool place_is_json(const char *path)
{
    size_t length = strlen(path);
    return length > 5 && strcmp(path + length - 5, ".json") == 0;
}

int place_make_folder(const char *folder, Error *error)
{
    for (const char *slash = strchr(folder + 1, '/');; slash = strchr(slash + 1, '/')) {
        char *part = slash != NULL ? mem_copy_bytes(folder, (size_t)(slash - folder)) : mem_copy_text(folder);
        bool made = mkdir(part, 0777) == 0 || errno == EEXIST;
        free(part);
        if (!made)
            return error_set(error, "folder %s: %s; choose another place with --out", folder, strerror(errno));
        if (slash == NULL)
            return 0;
    }
}

char *place_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return mem_copy_text(".");
    return slash == path ? mem_copy_text("/") : mem_copy_bytes(path, (size_t)(slash - path));
}

char *place_base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    return mem_copy_bytes(name, place_is_json(name) ? strlen(name) - 5 : strlen(name));
}

int place_write(const char *path, const Text *text, Error *error)
{
    FILE *file = fopen(path, "we");
    int status = 0;
    if (file == NULL || fwrite(text_string(text), 1, text->length, file) != text->length)
        status = error_set(error, "%s: %s; choose another folder with --out", path, strerror(errno));
    if (file != NULL && fclose(file) != 0 && status == 0)
        status = error_set(error, "%s: %s; make room there", path, strerror(errno));
    return status;
}
