#include "place.h"

#include "mem.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

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

static FILE *open_new(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (fd >= 0 && file == NULL)
        close(fd);
    return file;
}

int place_begin(PlaceFile *place, const char *path, Error *error)
{
    struct stat info;
    *place = (PlaceFile){.path = path};
    if (strncmp(path, "/dev/", 5) == 0 || (stat(path, &info) == 0 && !S_ISREG(info.st_mode))) {
        place->file = fopen(path, "we");
    } else {
        uint64_t number = 0;
        (void)!getrandom(&number, sizeof number, 0);
        place->temporary = mem_format("%s.%016" PRIx64 ".tmp", path, number);
        place->file = open_new(place->temporary);
    }
    if (place->file != NULL)
        return 0;
    error_set(error, "%s: %s; choose another place with --out", path, strerror(errno));
    free(place->temporary);
    *place = (PlaceFile){0};
    return -1;
}

int place_end(PlaceFile *place, bool written)
{
    bool done = written && fflush(place->file) == 0;
    if (done && place->temporary != NULL)
        done = fsync(fileno(place->file)) == 0;
    int problem = errno;
    if (fclose(place->file) != 0 && done) {
        problem = errno;
        done = false;
    }
    if (place->temporary != NULL) {
        if (done && rename(place->temporary, place->path) != 0) {
            problem = errno;
            done = false;
        }
        if (!done)
            unlink(place->temporary);
    }
    free(place->temporary);
    *place = (PlaceFile){0};
    errno = problem;
    return done ? 0 : -1;
}

int place_write(const char *path, const Text *text, Error *error)
{
    PlaceFile place;
    if (place_begin(&place, path, error) < 0)
        return -1;
    if (place_end(&place, fwrite(text_string(text), 1, text->length, place.file) == text->length) < 0)
        return error_set(error, "%s: %s; make room there", path, strerror(errno));
    return 0;
}
