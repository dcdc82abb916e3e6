#include "locate.h"

#include "mem.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COMMIT_DIGITS = 12 };

static char *executable_folder(void)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return mem_copy_text(".");
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    return mem_copy_text(path);
}

/* Tries start/relative, then each folder above; NULL when none has it. Frees nothing, changes nothing. */
static char *search_upwards(const char *start, const char *relative)
{
    char *folder = realpath(start, NULL);
    char *found = NULL;
    while (folder != NULL && found == NULL) {
        char *path = mem_format("%s/%s", folder, relative);
        if (access(path, R_OK) == 0)
            found = realpath(path, NULL);
        free(path);
        char *slash = strrchr(folder, '/');
        if (slash == NULL || *folder == '\0')
            break;
        *slash = '\0';
    }
    free(folder);
    return found;
}

char *locate_file(const char *relative, Error *error)
{
    char *folder = executable_folder();
    char *path = search_upwards(folder, relative);
    if (path == NULL)
        path = search_upwards(".", relative);
    if (path == NULL)
        error_set(
            error,
            "%s is neither above %s nor above the current folder; run framebench inside the project, or name the file",
            relative, folder);
    free(folder);
    return path;
}

char *locate_sibling(const char *name, Error *error)
{
    char *folder = executable_folder();
    char *path = mem_format("%s/%s", folder, name);
    free(folder);
    if (access(path, X_OK) == 0)
        return path;
    error_set(error, "%s is not built; run 'make', or name both sides: --a 'NAME=COMMAND' --b 'NAME=COMMAND'", path);
    free(path);
    return NULL;
}

char *locate_layouts(const char *name, unsigned layouts, Error *error)
{
    char *folder = executable_folder();
    char *first = mem_format("%s/layouts/%s.00", folder, name);
    char *last = mem_format("%s/layouts/%s.%02u", folder, name, layouts - 1);
    char *pattern = NULL;
    if (access(first, X_OK) == 0 && access(last, X_OK) == 0)
        pattern = mem_format("%s/layouts/%s.{layout}", folder, name);
    else
        error_set(error, "%s is not linked; run 'make layouts K=%u'", access(first, X_OK) == 0 ? last : first, layouts);
    free(last);
    free(first);
    free(folder);
    return pattern;
}

static bool is_program(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode) && access(path, X_OK) == 0;
}

char *locate_program(const char *word, Error *error)
{
    if (strchr(word, '/') != NULL) {
        if (is_program(word))
            return mem_copy_text(word);
        error_set(error, "%s is not a program that can be run; check the path and its permissions", word);
        return NULL;
    }
    const char *path = getenv("PATH");
    char *copy = mem_copy_text(path != NULL ? path : "/usr/local/bin:/usr/bin:/bin");
    char *rest = copy;
    char *found = NULL;
    for (char *folder = strsep(&rest, ":"); folder != NULL && found == NULL; folder = strsep(&rest, ":")) {
        char *candidate = mem_format("%s/%s", *folder != '\0' ? folder : ".", word);
        if (is_program(candidate))
            found = candidate;
        else
            free(candidate);
    }
    free(copy);
    if (found == NULL)
        error_set(error, "%s is not found on PATH; install it or give its path", word);
    return found;
}

/* First line of a file, without the newline; NULL when there is none. The caller frees. */
static char *first_line(const char *path)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return NULL;
    char line[512] = "";
    char *got = fgets(line, sizeof line, file);
    fclose(file);
    if (got == NULL)
        return NULL;
    line[strcspn(line, "\r\n")] = '\0';
    return mem_copy_text(line);
}

static char *packed_ref(const char *git, const char *ref)
{
    char *path = mem_format("%s/packed-refs", git);
    FILE *file = fopen(path, "re");
    free(path);
    char line[512];
    char *hash = NULL;
    while (file != NULL && hash == NULL && fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        char *blank = strchr(line, ' ');
        if (blank != NULL && strcmp(blank + 1, ref) == 0) {
            *blank = '\0';
            hash = mem_copy_text(line);
        }
    }
    if (file != NULL)
        fclose(file);
    return hash;
}

/* The folder that holds HEAD: .git itself, or where a work tree's .git file points. */
static char *git_folder(void)
{
    char *git = search_upwards(".", ".git");
    struct stat info;
    if (git == NULL || stat(git, &info) != 0 || S_ISDIR(info.st_mode))
        return git;
    char *line = first_line(git);
    free(git);
    char *target = line != NULL && strncmp(line, "gitdir: ", 8) == 0 ? mem_copy_text(line + 8) : NULL;
    free(line);
    return target;
}

char *locate_commit(void)
{
    char *git = git_folder();
    char *head_path = git != NULL ? mem_format("%s/HEAD", git) : NULL;
    char *hash = head_path != NULL ? first_line(head_path) : NULL;
    if (hash != NULL && strncmp(hash, "ref: ", 5) == 0) {
        char *ref = mem_copy_text(hash + 5);
        char *ref_path = mem_format("%s/%s", git, ref);
        free(hash);
        hash = first_line(ref_path);
        if (hash == NULL)
            hash = packed_ref(git, ref);
        free(ref_path);
        free(ref);
    }
    bool plausible = hash != NULL && strlen(hash) >= COMMIT_DIGITS;
    for (int i = 0; plausible && i < COMMIT_DIGITS; i++)
        plausible = isxdigit((unsigned char)hash[i]);
    char *commit = plausible ? mem_copy_bytes(hash, COMMIT_DIGITS) : mem_copy_text("nogit");
    free(hash);
    free(head_path);
    free(git);
    return commit;
}
