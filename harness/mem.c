#include "mem.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_FAILED = 2 };

void mem_exhausted(void)
{
    fputs("framebench: out of memory; finished blocks are in the journal beside the result file\n", stderr);
    _exit(EXIT_FAILED);
}

static void *checked(void *block)
{
    if (block == NULL)
        mem_exhausted();
    return block;
}

void *mem_alloc(size_t count, size_t size)
{
    return checked(calloc(count > 0 ? count : 1, size));
}

void *mem_resize(void *block, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return checked(NULL);
    return checked(realloc(block, count * size > 0 ? count * size : 1));
}

char *mem_copy_text(const char *text)
{
    return text == NULL ? NULL : mem_copy_bytes(text, strlen(text));
}

char *mem_copy_bytes(const char *bytes, size_t length)
{
    char *copy = mem_alloc(length + 1, 1);
    memcpy(copy, bytes, length);
    return copy;
}

char *mem_format(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = NULL;
    int length = vasprintf(&text, format, args);
    va_end(args);
    return checked(length < 0 ? NULL : text);
}

static void *alloc_json(size_t size)
{
    return checked(malloc(size > 0 ? size : 1));
}

void mem_guard_json(void)
{
    json_set_alloc_funcs(alloc_json, free);
}
