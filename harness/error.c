#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool error_is_set(const Error *error)
{
    return error->text[0] != '\0';
}

void error_clear(Error *error)
{
    error->text[0] = '\0';
}

int error_set(Error *error, const char *format, ...)
{
    if (error_is_set(error))
        return -1;
    va_list args;
    va_start(args, format);
    vsnprintf(error->text, sizeof error->text, format, args);
    va_end(args);
    return -1;
}

int error_context(Error *error, const char *format, ...)
{
    char context[512];
    va_list args;
    va_start(args, format);
    vsnprintf(context, sizeof context, format, args);
    va_end(args);

    char cause[ERROR_TEXT_BYTES];
    snprintf(cause, sizeof cause, "%s", error->text);
    int room = (int)sizeof error->text - (int)strlen(context) - 3;
    snprintf(error->text, sizeof error->text, "%s: %.*s", context, room, cause);
    return -1;
}
