#include "lib.h"

#include <string.h>

const LibModule *lib_find(const char *name)
{
    for (const LibModule *each = lib_modules; each->name; each++)
        if (strcmp(each->name, name) == 0)
            return each;
    return NULL;
}

const LibModule *lib_find_path(const char *path)
{
    if (path[0] != '<')
        return NULL;
    for (const LibModule *each = lib_modules; each->name; each++)
        if (strcmp(each->path, path) == 0)
            return each;
    return NULL;
}
