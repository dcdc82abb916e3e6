/* import_main.c: which code -m runs, or why there is none: said in the words of CPython's runpy. */
#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "import.h"
#include "import_find.h"
#include "modules/modules.h"
#include "modules/sys_options.h"
#include "names.h"
#include "types/dict.h"
#include "types/str.h"
#include "warn.h"

/* SystemExit("interpreter: why"); the text is consumed. */
static Code *refuse_steal(Value why)
{
    Value executable = why ? sys_executable() : VALUE_NULL, text = executable ? str_printf("%S: %S", executable, why) : VALUE_NULL;
    Value exception = text ? call_value1(value_of(&exc_SystemExit), text) : VALUE_NULL;
    value_release_null(why);
    value_release_null(executable);
    value_release_null(text);
    if (exception)
        raise_object_steal(exception);
    return NULL;
}

static bool is_builtin(Str *name)
{
    return module_builtin(value_of(name)) || str_equal_cstr(value_of(name), "builtins");
}

/* "Error while finding …". Names that end in .py are files that -m was not meant for. */
static Value explain(Str *name, const char *type, Value message)
{
    const char *text = str_utf8(value_of(name), NULL);
    size_t length = text ? strlen(text) : 0;
    if (!text || !message)
        return VALUE_NULL;
    if (length <= 3 || strcmp(text + length - 3, ".py") != 0)
        return str_printf("Error while finding module specification for %V (%s: %S)", value_of(name), type, message);
    return str_printf("Error while finding module specification for %V (%s: %S). Try using '%.*s' instead of '%s' as the module name.", value_of(name), type,
                      message, (int)length - 3, text, text);
}

/* The pending exception says that `above` or a package above it is not there: why, as text. VALUE_NULL: it says something else and stays pending. */
static Value explain_absent(Str *name, Value above)
{
    if (!exc_matches(&exc_ImportError))
        return VALUE_NULL;
    Value exception = exc_take(), absent = value_getattr(exception, name_name), why = VALUE_NULL;
    const char *text = absent && value_is_str(absent) ? str_utf8(absent, NULL) : NULL, *whole = str_utf8(above, NULL);
    size_t length = text ? strlen(text) : 0;
    if (text && whole && strncmp(whole, text, length) == 0 && (!whole[length] || whole[length] == '.')) {
        Value message = value_str(exception);
        why = explain(name, type_of(exception)->name, message);
        value_release_null(message);
    }
    value_release_null(absent);
    if (why || exc_pending())
        value_release(exception);
    else
        exc_restore_steal(exception);
    return why;
}

/* CPython's importlib looks for a submodule in what is no package. */
static Value explain_no_package(Str *name, Value above)
{
    Value message = str_printf("__path__ attribute not found on %V while trying to find %V", above, value_of(name));
    Value why = message ? explain(name, "ModuleNotFoundError", message) : VALUE_NULL;
    value_release_null(message);
    return why;
}

static int warn_of_second_copy(Str *name, Value above)
{
    Value there = dict_get(as_dict(import_get_modules()), value_of(name)), path = VALUE_NULL;
    if (!there || value_lookup_attr(there, name___path__, &path) != 0) {
        value_release_null(path);
        return exc_pending() ? -1 : 0;
    }
    return warn_here(&exc_RuntimeWarning, "%V found in sys.modules after import of package %V, but prior to execution of %V; this may result in unpredictable behaviour",
                     value_of(name), above, value_of(name));
}

/* Finds a dotted name without loading it; the packages above it are imported. false: *why tells, or an exception is pending. */
static bool find(Str *name, Found *found, Value *why)
{
    const char *text = str_utf8(value_of(name), NULL), *dot = text ? strrchr(text, '.') : NULL;
    Value parent = VALUE_NULL, top = VALUE_NULL, path = VALUE_NULL, above = VALUE_NULL;
    *why = VALUE_NULL;
    if (!text)
        return false;
    if (!dot) {
        Str *path_name = str_intern_cstr("path");
        Value sys = dict_get_str(as_dict(import_get_modules()), name_sys);
        if (path_name && sys)
            value_lookup_attr(sys, path_name, &path);
        if (is_builtin(name))
            *why = str_printf("No code object available for %Y", name);
    } else if ((above = str_from_utf8(text, (size_t)(dot - text))) && (parent = import_load_dotted(above, &top))) {
        int status = value_lookup_attr(parent, name___path__, &path);
        if (status == 0)
            *why = explain_no_package(name, above);
        else if (status > 0)
            warn_of_second_copy(name, above);
    } else {
        *why = above ? explain_absent(name, above) : VALUE_NULL;
    }
    if (!*why && !exc_pending() && path && import_find_on_path(path, dot ? dot + 1 : text, found) == 0 && !found->file)
        import_find_in_lib(text, found);
    if (!*why && !exc_pending() && !found_is_there(found))
        *why = str_printf("No module named %Y", name);
    value_release_null(parent);
    value_release_null(top);
    value_release_null(path);
    value_release_null(above);
    return !*why && !exc_pending();
}

static Value main_name_of(Str *name) { return str_printf("%Y.__main__", name); }

/* A package has been found: its __main__. */
static bool find_in_package(Str *name, Value main_name, Found *found, Value *why)
{
    const char *text = str_utf8(value_of(name), NULL);
    size_t length = strlen(text);
    if (strcmp(text, "__main__") == 0 || (length > 9 && strcmp(text + length - 9, ".__main__") == 0)) {
        *why = str_from_cstr("Cannot use package as __main__ module");
        return false;
    }
    found_clear(found);
    *found = (Found){0};
    if (find(as_str(main_name), found, why)) {
        if (!found_is_package(found))
            return true;
        *why = str_from_cstr("Cannot use package as __main__ module");
    }
    if (*why && dict_get(as_dict(import_get_modules()), value_of(name)))
        value_set_steal(why, str_printf("%S; %V is a package and cannot be directly executed", *why, value_of(name)));
    return false;
}

static Code *refuse_name(Str *name)
{
    Value message = str_from_cstr("__main__.__spec__ is None");
    Value why = message ? explain(name, "ValueError", message) : VALUE_NULL;
    value_release_null(message);
    return refuse_steal(why);
}

Code *import_main_code(Str *name, Value *found_name, Value *file, Value *package)
{
    const char *text = str_utf8(value_of(name), NULL);
    Found found = {0};
    Value why = VALUE_NULL;
    *found_name = *file = *package = VALUE_NULL;
    if (!text)
        return NULL;
    if (*text == '.')
        return refuse_steal(str_from_cstr("Relative module names not supported"));
    if (strcmp(text, "__main__") == 0)
        return refuse_name(name);
    bool there = find(name, &found, &why), in_package = there && found_is_package(&found);
    *found_name = in_package ? main_name_of(name) : value_retain(value_of(name));
    if (in_package)
        there = *found_name && find_in_package(name, *found_name, &found, &why);
    if (why)
        refuse_steal(why);
    const char *whole = there ? str_utf8(*found_name, NULL) : NULL, *dot = whole ? strrchr(whole, '.') : NULL;
    Code *code = NULL;
    if (whole && (*package = str_from_utf8(whole, dot ? (size_t)(dot - whole) : 0)) && (code = import_compile_found(&found)))
        *file = value_retain(found.file);
    found_clear(&found);
    if (!code) {
        value_clear(package);
        value_clear(found_name);
    }
    return code;
}
