/* import_find.h: where modules are found, for import.c (to load them) and import_main.c (to run one as the program). */
#ifndef INTERP_IMPORT_FIND_H
#define INTERP_IMPORT_FIND_H

#include "code.h"
#include "lib.h"
#include "object.h"

typedef struct Found {
    Value file;           /* str; VALUE_NULL: not found */
    Value folder;         /* str, of a package; else VALUE_NULL */
    Value portions;       /* list of the folders of a package without __init__.py; else VALUE_NULL */
    const LibModule *lib; /* its text is in the binary; else NULL */
} Found;

void found_clear(Found *found);
static inline bool found_is_there(const Found *found) { return found->file || found->portions; }
static inline bool found_is_package(const Found *found) { return found->folder || found->portions; }

/* 0, found or not; -1 with an exception pending. `name` is the last component, `full_name` all of it. */
int import_find_on_path(Value path, const char *name, Found *found);
int import_find_in_lib(const char *full_name, Found *found); /* what the binary carries; the program's own of the same name come first */
/* New references; VALUE_NULL with nothing pending: it is not there. path: a list of folders, or VALUE_NULL. */
Value import_load_builtin(Str *full_name);
Value import_load_from_path(Str *full_name, const char *last, Value path); /* the library, too */
Value import_by_finders(Value finders, Str *full_name, const char *last, bool in_package, Value path); /* through sys.meta_path, a list. import_finders.c */
Code *import_compile_found(const Found *found);
/* Imports a, a.b, a.b.c in turn; *top is the first (new reference), the result the last. */
Value import_load_dotted(Value name, Value *top);

#endif
