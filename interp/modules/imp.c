/* imp.c: module _imp: which modules the binary carries, for importlib. */
#include "modules.h"

#include "import_find.h"
#include "str.h"

#define METHOD_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)nargs, (void)kwnames

static const LibModule *library_module(Value name)
{
    const char *text = value_is_str(name) ? str_utf8(name, NULL) : NULL;
    return text ? lib_find(text) : NULL;
}

static Value imp_is_builtin(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_bool(value_is_str(args[0]) && module_builtin(args[0]) != NULL);
}

/* What its __file__ is; None: it is no module of the library. */
static Value imp_library_place(METHOD_ARGS)
{
    UNUSED_ARGS;
    const LibModule *found = library_module(args[0]);
    return found ? str_from_cstr(found->path) : VALUE_NONE;
}

static Value imp_library_text(METHOD_ARGS)
{
    UNUSED_ARGS;
    const LibModule *found = library_module(args[0]);
    return found ? str_from_utf8(found->text, found->length) : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"is_builtin", imp_is_builtin, 1, 1, 0}, {"library_place", imp_library_place, 1, 1, 0}, {"library_text", imp_library_text, 1, 1, 0}, {0}};

Value module_imp_init(void) { return module_from_parts("_imp", functions, NULL, 0); }
