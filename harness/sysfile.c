#include "sysfile.h"

#include "mem.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_BYTES_FIRST = 4 << 10, TEXT_BYTES_MAX = 4 << 20, NAMES_MAX = 4096 };

static char *make_path(const char *root, const char *format, va_list arguments)
{
    char *path = NULL;
    char *tail = NULL;
    if (vasprintf(&tail, format, arguments) < 0)
        mem_exhausted();
    path = mem_format("%s%s", root, tail);
    free(tail);
    return path;
}

static char *read_line(const char *root, const char *format, va_list arguments)
{
    char *path = make_path(root, format, arguments);
    FILE *file = fopen(path, "re");
    free(path);
    if (file == NULL)
        return NULL;
    char *line = NULL;
    size_t room = 0;
    ssize_t length = getline(&line, &room, file);
    fclose(file);
    if (length < 0) {
        free(line);
        return NULL;
    }
    line[strcspn(line, "\n")] = '\0';
    return line;
}

char *sysfile_line(const char *root, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *line = read_line(root, format, arguments);
    va_end(arguments);
    return line;
}

bool sysfile_number(const char *root, double *number, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *line = read_line(root, format, arguments);
    va_end(arguments);
    char *end = line;
    double value = line != NULL ? strtod(line, &end) : 0.0;
    bool found = line != NULL && end != line;
    if (found)
        *number = value;
    free(line);
    return found;
}

char *sysfile_choice(const char *root, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *line = read_line(root, format, arguments);
    va_end(arguments);
    char *open = line != NULL ? strchr(line, '[') : NULL;
    char *close = open != NULL ? strchr(open, ']') : NULL;
    if (close == NULL)
        return line;
    char *word = mem_copy_bytes(open + 1, (size_t)(close - open - 1));
    free(line);
    return word;
}

/* Begins with a page: most files fit, and room for the largest, zeroed, would sweep the caches between the values of a block. */
static char *read_all(FILE *file)
{
    size_t capacity = TEXT_BYTES_FIRST;
    size_t length = 0;
    char *text = mem_alloc(capacity + 1, 1);
    for (;;) {
        length += fread(text + length, 1, capacity - length, file);
        if (length < capacity || capacity == TEXT_BYTES_MAX)
            break;
        capacity *= 2;
        text = mem_resize(text, capacity + 1, 1);
    }
    text[length] = '\0';
    if (!ferror(file))
        return mem_resize(text, length + 1, 1);
    free(text);
    return NULL;
}

char *sysfile_text(const char *root, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *path = make_path(root, format, arguments);
    va_end(arguments);
    FILE *file = fopen(path, "re");
    free(path);
    if (file == NULL)
        return NULL;
    char *text = read_all(file);
    fclose(file);
    return text;
}

bool sysfile_exists(const char *root, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *path = make_path(root, format, arguments);
    va_end(arguments);
    bool exists = access(path, F_OK) == 0;
    free(path);
    return exists;
}

char *sysfile_field(const char *text, const char *key)
{
    size_t length = strlen(key);
    for (const char *line = text; line != NULL && *line != '\0';) {
        const char *end = strchr(line, '\n');
        size_t size = end != NULL ? (size_t)(end - line) : strlen(line);
        if (size > length && strncmp(line, key, length) == 0 && strchr(" \t:", line[length]) != NULL) {
            size_t at = length + strspn(line + length, " \t");
            at += line[at] == ':';
            at += strspn(line + at, " \t");
            return mem_copy_bytes(line + at, at < size ? size - at : 0);
        }
        line = end != NULL ? end + 1 : NULL;
    }
    return NULL;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

char **sysfile_names(const char *root, const char *folder)
{
    char *path = mem_format("%s%s", root, folder);
    DIR *dir = opendir(path);
    free(path);
    if (dir == NULL)
        return NULL;
    char **names = mem_alloc(1, sizeof *names);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL && count < NAMES_MAX;) {
        if (entry->d_name[0] == '.')
            continue;
        names = mem_resize(names, count + 2, sizeof *names);
        names[count++] = mem_copy_text(entry->d_name);
        names[count] = NULL;
    }
    closedir(dir);
    qsort(names, count, sizeof *names, compare_names);
    return names;
}

void sysfile_free_names(char **names)
{
    for (char **name = names; name != NULL && *name != NULL; name++)
        free(*name);
    free(names);
}

/* Steps through "0-3,8": one range per call. */
static bool next_range(const char **list, long *low, long *high)
{
    char *end;
    *list += strspn(*list, ", ");
    *low = strtol(*list, &end, 10);
    if (end == *list)
        return false;
    *high = *low;
    if (*end == '-') {
        const char *second = end + 1;
        *high = strtol(second, &end, 10);
    }
    *list = end;
    return true;
}

bool sysfile_list_has(const char *list, int number)
{
    for (long low, high; next_range(&list, &low, &high);)
        if (low <= number && number <= high)
            return true;
    return false;
}

size_t sysfile_list_count(const char *list)
{
    size_t count = 0;
    for (long low, high; next_range(&list, &low, &high);)
        count += high >= low ? (size_t)(high - low) + 1 : 0;
    return count;
}
