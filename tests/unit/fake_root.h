/* A folder that stands for / in tests of what reads /proc and /sys. */
#ifndef FAKE_ROOT_H
#define FAKE_ROOT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char fake_root[] = "/tmp/fake-root-XXXXXX";

static inline void fake_root_make(void)
{
    strcpy(fake_root, "/tmp/fake-root-XXXXXX");
    if (mkdtemp(fake_root) == NULL)
        exit(EXIT_FAILURE);
}

/* Writes a file with its folders; the content gets a newline. */
static inline void fake_root_file(const char *path, const char *content)
{
    char whole[600];
    snprintf(whole, sizeof whole, "%s%s", fake_root, path);
    for (char *slash = strchr(whole + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(whole, 0700);
        *slash = '/';
    }
    FILE *file = fopen(whole, "w");
    if (file == NULL || fprintf(file, "%s\n", content) < 0 || fclose(file) != 0)
        exit(EXIT_FAILURE);
}

static inline void fake_root_remove(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", fake_root);
    if (system(command) != 0)
        exit(EXIT_FAILURE);
}

#endif
