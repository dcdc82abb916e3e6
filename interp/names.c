/* names.c: see names.h. */
#include "names.h"

#include "types/str.h"

#define NAME(identifier) Str *name_##identifier;
#include "names.def"
#undef NAME

int names_init(void)
{
#define NAME(identifier) \
    if ((name_##identifier = str_intern_cstr(#identifier)) == NULL) \
        return -1;
#include "names.def"
#undef NAME
    return 0;
}
