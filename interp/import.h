/* import.h: `import x`: builtin modules from C, and .py files found on sys.path. */
#ifndef INTERP_IMPORT_H
#define INTERP_IMPORT_H

#include "object.h"

/* What `import a.b` / `from a import b` need: the module named (the top one for an empty fromlist, as __import__ does).
 * `globals` gives __package__ for level > 0. New reference. */
Value import_module(Str *name, Dict *globals, Value fromlist, int64_t level);
Value import_from(Value module, Str *name); /* attribute, else submodule; ImportError */
Value import_and_call(const char *module, const char *function, const Value *args, int nargs); /* of a library module */
Value import_make_spec(Value name, Value origin); /* importlib.machinery.ModuleSpec(name, None, origin=origin) */
Value import_spec_of(Value module);         /* __spec__ of a module that was imported; None for the program itself. import_spec.c */
Value import_loader_of(Value module);       /* the same of __loader__ */
Value import_get_modules(void);             /* sys.modules, borrowed */

/* For -m: the code of a module to be run as __main__; of a package, that of its __main__. Imports the packages above it.
 * *found_name, *file and *package (new references) are its name, become __file__ and __package__. NULL with SystemExit (there is none, and why) or what
 * importing and compiling raised. */
struct Code *import_main_code(Str *name, Value *found_name, Value *file, Value *package);

int import_init(void);
void import_fini(void);

#endif
