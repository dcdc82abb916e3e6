#include "import.h"

#include "abstract.h"
#include "arena.h"
#include "attr.h"
#include "builtins.h"
#include "compile.h"
#include "eval.h"
#include "exceptions.h"
#include "import_find.h"
#include "import_log.h"
#include "mem.h"
#include "modules/modules.h"
#include "names.h"
#include "parser.h"
#include "source.h"
#include "types/codec.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/module.h"
#include "types/str.h"
#include "types/tuple.h"
#include "warn.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

static Value modules; /* sys.modules */

Value import_get_modules(void) { return modules; }

int import_init(void)
{
    modules = dict_new();
    return modules ? 0 : -1;
}

void import_fini(void) { value_clear(&modules); }

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* ---- finding ---- */

void found_clear(Found *found)
{
    value_clear(&found->file);
    value_clear(&found->folder);
    value_clear(&found->portions);
}

static int add_portion(Found *found, Value folder)
{
    if (!found->portions && !(found->portions = list_new(0)))
        return -1;
    return list_append(found->portions, folder);
}

/* An entry of sys.path as modules are found in it: absolute, without slashes at the end. VALUE_NULL with nothing pending: where we are is no more. */
static Value whole_folder(Value folder)
{
    char current[PATH_MAX] = "";
    const char *text = str_utf8(folder, NULL);
    if (!text)
        return VALUE_NULL;
    int length = (int)strlen(text);
    while (length && text[length - 1] == '/')
        length--;
    if (text[0] == '/')
        return str_printf("%.*s", length, text);
    if (!getcwd(current, sizeof current))
        return VALUE_NULL;
    Value here = codec_from_system(current, strcmp(current, "/") ? strlen(current) : 0);
    if (!here || length == 0 || (length == 1 && text[0] == '.'))
        return here;
    Value whole = str_printf("%S/%.*s", here, length, text);
    value_release(here);
    return whole;
}

/* <folder>/<name>/__init__.py or <folder>/<name>.py; a folder <folder>/<name> without either is a portion. -1: error. */
static int find_in_folder(Value entry, const char *name, Found *found)
{
    Value folder = whole_folder(entry);
    if (!folder)
        return exc_pending() ? -1 : 0;
    Value package = str_printf("%S/%s", folder, name);
    Value init = package ? str_printf("%S/__init__.py", package) : VALUE_NULL;
    Value file = init ? str_printf("%S.py", package) : VALUE_NULL;
    value_release(folder);
    if (!file) {
        value_release_null(package);
        value_release_null(init);
        return -1;
    }
    int status = 0;
    bool folder_there = is_folder(str_utf8(package, NULL));
    if (folder_there && is_file(str_utf8(init, NULL))) {
        found->file = value_retain(init);
        found->folder = value_retain(package);
    } else if (is_file(str_utf8(file, NULL))) {
        found->file = value_retain(file);
    } else if (folder_there) {
        status = add_portion(found, package);
    }
    value_release(package);
    value_release(init);
    value_release(file);
    return status;
}

int import_find_on_path(Value path, const char *name, Found *found)
{
    if (!path || !value_is_list(path))
        return raise_error_int(&exc_RuntimeError, "sys.path must be a list of directory names");
    for (int64_t i = 0; i < as_list(path)->length && !found->file; i++) {
        Value folder = as_list(path)->items[i];
        if (value_is_str(folder) && find_in_folder(folder, name, found) < 0)
            return -1;
    }
    return 0;
}

/* The modules that the binary carries; the program's own of the same name come first. */
int import_find_in_lib(const char *full_name, Found *found)
{
    const LibModule *lib = lib_find(full_name);
    if (!lib)
        return 0;
    found->lib = lib;
    found->file = str_from_cstr(lib->path);
    if (found->file && lib->package)
        found->folder = str_from_utf8(lib->path, (size_t)(strrchr(lib->path, '/') - lib->path));
    return found->file && (found->folder || !lib->package) ? 0 : -1;
}

/* ---- loading ---- */

Code *import_compile_found(const Found *found)
{
    const char *path = str_utf8(found->file, NULL);
    if (!path)
        return NULL;
    return found->lib ? source_compile_module(found->lib->text, found->lib->length, path) : source_compile_file(path);
}

static int run_found(Value module, const Found *found)
{
    Code *code = import_compile_found(found);
    if (!code)
        return -1;
    Value result = eval_code(code, module_dict(module), VALUE_NULL);
    object_release(code);
    value_release_null(result);
    return result ? 0 : -1;
}

/* __path__; VALUE_NULL: no memory. */
static Value package_list(const Found *found) { return found->folder ? list_from(&found->folder, 1) : value_retain(found->portions); }

static Value load_found(Str *full_name, const Found *found)
{
    Value module = module_new(str_utf8(value_of(full_name), NULL));
    if (!module)
        return VALUE_NULL;
    Dict *dict = module_dict(module);
    const char *text = str_utf8(value_of(full_name), NULL), *dot = strrchr(text, '.');
    Value package = found_is_package(found) ? value_retain(value_of(full_name)) : str_from_utf8(text, dot ? (size_t)(dot - text) : 0);
    bool ok = package && dict_set_str(dict, name___package__, package) == 0 &&
              dict_set_str(dict, name___file__, found->file ? found->file : VALUE_NONE) == 0 &&
              dict_set_str(dict, name___builtins__, value_of(builtins_dict)) == 0 &&
              (!found_is_package(found) || module_set(module, "__path__", package_list(found)) == 0) &&
              dict_set(as_dict(modules), value_of(full_name), module) == 0;
    value_release_null(package);
    value_object(module)->flags |= MODULE_INITIALIZING;
    ImportLog log = import_log_begin();
    bool loaded = ok && (!found->file || run_found(module, found) == 0);
    import_log_end(&log, text, found->file, loaded);
    value_object(module)->flags &= ~(uint32_t)MODULE_INITIALIZING;
    if (loaded) { /* its code may have put something else in its place */
        Value registered = dict_get(as_dict(modules), value_of(full_name));
        value_set_steal(&module, value_retain(registered ? registered : module));
        return module;
    }
    if (ok) { /* a module that failed is forgotten */
        Value pending = exc_take();
        dict_delete(as_dict(modules), value_of(full_name));
        exc_restore_steal(pending);
    }
    value_release(module);
    return VALUE_NULL;
}

Value import_load_builtin(Str *full_name)
{
    const ModuleDef *def = module_builtin(value_of(full_name));
    if (!def)
        return VALUE_NULL;
    Value module = def->init(), package = str_empty();
    if (module && dict_set_str(module_dict(module), name___package__, package) < 0)
        value_clear(&module);
    value_release(package);
    if (module && dict_set(as_dict(modules), value_of(full_name), module) < 0)
        value_clear(&module);
    return module;
}

Value import_load_from_path(Str *full_name, const char *last, Value path)
{
    Found found = {0};
    int status = path ? import_find_on_path(path, last, &found) : 0;
    if (status == 0 && !found.file)
        status = import_find_in_lib(str_utf8(value_of(full_name), NULL), &found);
    Value module = status == 0 && found_is_there(&found) ? load_found(full_name, &found) : VALUE_NULL;
    found_clear(&found);
    return module;
}

static Value raise_with_name(Str *full_name, Value message);

static Value raise_halted(Str *full_name)
{
    return raise_with_name(full_name, str_printf("import of %Y halted; None in sys.modules", full_name));
}

static Value raise_not_found(Str *full_name, Value parent_name, bool parent_is_package)
{
    return raise_with_name(full_name, parent_name && !parent_is_package
                                          ? str_printf("No module named %V; %V is not a package", value_of(full_name), parent_name)
                                          : str_printf("No module named %V", value_of(full_name)));
}

/* ModuleNotFoundError(message, name=full_name); the message is consumed. */
static Value raise_with_name(Str *full_name, Value message)
{
    if (!message)
        return VALUE_NULL;
    Value args[2] = {message, value_of(full_name)}, name = value_of(name_name);
    Value kwnames = tuple_from(&name, 1);
    Value exception = kwnames ? call_value(value_of(&exc_ModuleNotFoundError), args, 1, kwnames) : VALUE_NULL;
    value_release_null(kwnames);
    value_release(message);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

/* `full_name` whose last component is `last`; parent: its package, VALUE_NULL at the top. New reference. */
static Value load(Str *full_name, const char *last, Value parent, Value parent_name)
{
    if (!modules) /* a finalizer, when all that was imported is gone */
        return raise_error(&exc_ImportError, "sys.meta_path is None, Python is likely shutting down");
    Value module = dict_get(as_dict(modules), value_of(full_name));
    if (module && module != VALUE_NONE)
        return value_retain(module);
    if (module)
        return raise_halted(full_name);
    if (exc_pending())
        return VALUE_NULL;
    Value path = parent ? VALUE_NULL : sys_get(name_path), finders = sys_get(name_meta_path);
    if (!parent)
        value_retain_null(path);
    else if (value_lookup_attr(parent, name___path__, &path) < 0)
        return VALUE_NULL;
    if (finders && value_is_list(finders) && (path || !parent))
        module = import_by_finders(finders, full_name, last, parent != VALUE_NULL, path);
    else if (parent || (!(module = import_load_builtin(full_name)) && !exc_pending()))
        module = import_load_from_path(full_name, last, path);
    if (!module && !exc_pending())
        raise_not_found(full_name, parent_name, path != VALUE_NULL);
    value_release_null(path);
    if (!module)
        return VALUE_NULL;
    if (parent) {
        Str *attribute = str_intern_cstr(last);
        if (!attribute || value_setattr(parent, attribute, module) < 0)
            value_clear(&module);
    }
    return module;
}

/* Import a, a.b, a.b.c in turn; *top is the first (new reference), the result the last. */
Value import_load_dotted(Value name, Value *top)
{
    size_t length;
    const char *text = str_utf8(name, &length);
    if (!text)
        return VALUE_NULL;
    Value parent = VALUE_NULL, parent_name = VALUE_NULL;
    *top = VALUE_NULL;
    if (memchr(text, 0, length)) /* of no file */
        return raise_not_found(as_str(name), VALUE_NULL, false);
    for (const char *at = text;;) {
        const char *dot = strchrnul(at, '.');
        Value full = str_from_utf8(text, (size_t)(dot - text)), last = str_from_utf8(at, (size_t)(dot - at));
        Value module = full && last ? load(as_str(full), str_utf8(last, NULL), parent, parent_name) : VALUE_NULL;
        value_release_null(last);
        value_release_null(parent);
        value_release_null(parent_name);
        parent = module;
        parent_name = full;
        if (!module)
            break;
        if (!*top)
            *top = value_retain(module);
        if (!*dot)
            break;
        at = dot + 1;
    }
    value_release_null(parent_name);
    if (!parent)
        value_clear(top);
    return parent;
}

static Value no_parent(void) { return raise_error(&exc_ImportError, "attempted relative import with no known parent package"); }

/* The package of a module that knows neither its package nor its spec. */
static Value package_by_name(Dict *globals)
{
    if (warn_here(&exc_ImportWarning, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__") < 0)
        return VALUE_NULL;
    Value name = globals ? dict_get_str(globals, name___name__) : VALUE_NULL;
    if (!name)
        return raise_error(&exc_KeyError, "'__name__' not in globals");
    if (!value_is_str(name))
        return raise_error(&exc_TypeError, "__name__ must be a string");
    if (dict_get_str(globals, name___path__))
        return value_retain(name);
    const char *text = str_utf8(name, NULL), *dot = text ? strrchr(text, '.') : NULL;
    if (!text)
        return VALUE_NULL;
    return dot ? str_from_utf8(text, (size_t)(dot - text)) : no_parent();
}

/* The package that a module with these globals is in, as it says: a new str. */
static Value package_of(Dict *globals)
{
    Value package = globals ? dict_get_str(globals, name___package__) : VALUE_NULL, spec = globals ? dict_get_str(globals, name___spec__) : VALUE_NULL;
    bool named = package && package != VALUE_NONE, specified = spec && spec != VALUE_NONE;
    if (!named && !specified)
        return package_by_name(globals);
    if (named && !value_is_str(package))
        return raise_error(&exc_TypeError, "package must be a string");
    if (!specified)
        return value_retain(package);
    Value parent = value_getattr(spec, name_parent);
    if (!parent)
        return VALUE_NULL;
    if (!named && !value_is_str(parent))
        raise_error(&exc_TypeError, "__spec__.parent must be a string");
    if (!named)
        return value_is_str(parent) ? parent : (value_release(parent), VALUE_NULL);
    value_retain(package);
    int same = value_equal(package, parent);
    value_release(parent);
    if (same < 0 || (same == 0 && warn_here(&exc_ImportWarning, "__package__ != __spec__.parent") < 0))
        value_clear(&package);
    return package;
}

/* The name of `name` in the package `level` - 1 above. */
static Value name_above(Value package, Str *name, int64_t level)
{
    const char *text = str_utf8(package, NULL);
    if (!text)
        return VALUE_NULL;
    size_t length = strlen(text);
    if (length == 0)
        return no_parent();
    for (; level > 1; level--) {
        const char *dot = memrchr(text, '.', length);
        if (!dot)
            return raise_error(&exc_ImportError, "attempted relative import beyond top-level package");
        length = (size_t)(dot - text);
    }
    if (name->length == 0)
        return str_from_utf8(text, length);
    return str_printf("%.*s.%Y", (int)length, text, name);
}

/* Absolute name of `name` seen from a module with these globals, `level` dots up. */
static Value resolve_relative(Str *name, Dict *globals, int64_t level)
{
    Value package = package_of(globals), full = package ? name_above(package, name, level) : VALUE_NULL;
    value_release_null(package);
    return full;
}

/* The package has no submodule of this name: the exception is gone. False: pending is something else, such as what its own imports raised. */
static bool clear_absent(Value full_name)
{
    if (!exc_matches(&exc_ModuleNotFoundError) || dict_get(as_dict(modules), full_name) == VALUE_NONE)
        return false;
    Value exception = exc_take(), name = value_getattr(exception, name_name);
    int absent = name ? value_equal(name, full_name) : -1;
    value_release_null(name);
    if (absent == 0)
        exc_restore_steal(exception);
    else
        value_release(exception);
    return absent > 0;
}

static int import_submodule(Value package, Value package_name, Value name)
{
    Value attribute;
    int has = value_lookup_attr(package, as_str(name), &attribute);
    if (has < 0)
        return -1;
    if (has) {
        value_release(attribute);
        return 0;
    }
    Value full = str_printf("%S.%S", package_name, name);
    if (!full)
        return -1;
    Value module = load(as_str(full), str_utf8(name, NULL), package, package_name);
    int status = module || clear_absent(full) ? 0 : -1;
    value_release_null(module);
    value_release(full);
    return status;
}

/* from package import a, b: those that are no attributes yet may be submodules; so may what __all__ lists, for *. */
static int import_submodules(Value package, Value package_name, Value names, bool listed)
{
    Value list = list_from_iterable(names);
    int status = list ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < as_list(list)->length; i++) {
        Value name = as_list(list)->items[i], all;
        if (!value_is_str(name)) {
            status = listed ? raise_error_int(&exc_TypeError, "Item in %S.__all__ must be str, not %T", package_name, name)
                            : raise_error_int(&exc_TypeError, "Item in ``from list'' must be str, not %T", name);
        } else if (!str_equal_cstr(name, "*")) {
            status = import_submodule(package, package_name, name);
        } else if (!listed && (status = value_lookup_attr(package, name___all__, &all)) > 0) {
            status = import_submodules(package, package_name, all, true);
            value_release(all);
        }
    }
    value_release_null(list);
    return status;
}

/* Only packages have submodules: a module without __path__ is left as it is. */
static int import_listed(Value module, Value module_name, Value fromlist)
{
    Value path;
    int has_path = value_lookup_attr(module, name___path__, &path);
    if (has_path <= 0)
        return has_path;
    value_release(path);
    return import_submodules(module, module_name, fromlist, false);
}

static Value import_absolute(Value absolute, Value fromlist)
{
    Value top = VALUE_NULL, last = import_load_dotted(absolute, &top);
    int want_last = last && fromlist ? value_truth(fromlist) : 0;
    if (want_last < 0) {
        value_clear(&last);
        value_clear(&top);
    }
    if (last && want_last && import_listed(last, absolute, fromlist) < 0) {
        value_clear(&last);
        value_clear(&top);
    }
    if (!last)
        return VALUE_NULL;
    if (want_last) {
        value_release(top);
        return last;
    }
    value_release(last);
    return top;
}

Value import_module(Str *name, Dict *globals, Value fromlist, int64_t level)
{
    if (level < 0)
        return raise_error(&exc_ValueError, "level must be >= 0");
    Value absolute = level > 0 ? resolve_relative(name, globals, level) : value_retain(value_of(name));
    if (!absolute)
        return VALUE_NULL;
    if (as_str(absolute)->length == 0) {
        value_release(absolute);
        return raise_error(&exc_ValueError, "Empty module name");
    }
    if (fromlist && value_is_list(fromlist)) { /* __import__ takes any sequence */
        Value names = list_to_tuple(as_list(fromlist));
        Value result = names ? import_absolute(absolute, names) : VALUE_NULL;
        value_release_null(names);
        value_release(absolute);
        return result;
    }
    Value result = import_absolute(absolute, fromlist);
    value_release(absolute);
    return result;
}

static bool is_initializing(Value module)
{
    return value_is_heap_exactly(module, &type_module) && value_object(module)->flags & MODULE_INITIALIZING;
}

/* ImportError with its name and path. */
static void raise_cannot_import(Value module, Str *name, Value module_name, Value file, Value where)
{
    const char *format = is_initializing(module) ? "cannot import name %V from partially initialized module %V (most likely due to a circular import) (%S)"
                                                 : "cannot import name %V from %V (%S)";
    Value message = str_printf(format, value_of(name), module_name ? module_name : VALUE_NONE, where);
    Value kwnames = message ? tuple_pack(2, value_of(name_name), value_of(name_path)) : VALUE_NULL;
    Value args[3] = {message, module_name ? module_name : VALUE_NONE, file ? file : VALUE_NONE};
    Value exception = kwnames ? call_value(value_of(&exc_ImportError), args, 1, kwnames) : VALUE_NULL;
    if (exception)
        raise_object_steal(exception);
    value_release_null(message);
    value_release_null(kwnames);
}

Value import_from(Value module, Str *name)
{
    Value result;
    int found = value_lookup_attr(module, name, &result);
    if (found > 0)
        return result;
    if (found < 0)
        return VALUE_NULL;
    Value module_name = VALUE_NULL, file = VALUE_NULL;
    if (value_lookup_attr(module, name___name__, &module_name) < 0)
        return VALUE_NULL;
    if (module_name && value_is_str(module_name)) {
        Value full = str_printf("%S.%Y", module_name, name);
        Value submodule = full ? dict_get(as_dict(modules), full) : VALUE_NULL;
        value_release_null(full);
        if (submodule) {
            value_release(module_name);
            return value_retain(submodule);
        }
    }
    if (!exc_pending() && value_lookup_attr(module, name___file__, &file) >= 0) {
        Value where = file && file != VALUE_NONE ? value_retain(file) : str_from_cstr("unknown location");
        if (where)
            raise_cannot_import(module, name, module_name, file, where);
        value_release_null(where);
    }
    value_release_null(module_name);
    value_release_null(file);
    return VALUE_NULL;
}

Value import_and_call(const char *module_name, const char *function, const Value *args, int nargs)
{
    Str *from = str_intern_cstr(module_name), *name = str_intern_cstr(function);
    Value top = VALUE_NULL, module = from && name ? import_load_dotted(value_of(from), &top) : VALUE_NULL;
    Value result = module ? call_method(module, name, args, nargs) : VALUE_NULL;
    value_release_null(module);
    value_release_null(top);
    return result;
}
