#include "warn.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "import.h"
#include "names.h"
#include "traceback.h"
#include "type.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "xframe.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct Place {
    Value filename, module;
    int line;
    Dict *globals; /* whose __warningregistry__ remembers what was shown; NULL: none */
    const char *hint; /* a line shown below; NULL: none */
} Place;

/* ---- showing ---- */

/* Borrowed; VALUE_NULL: not imported, or, for what dies at the very end, no longer there. */
static Value module_named(Str *name)
{
    Value modules = import_get_modules();
    return modules ? dict_get_str(as_dict(modules), name) : VALUE_NULL;
}

static int write_stderr(Value text)
{
    Value stream = module_named(name_sys);
    Value err = VALUE_NULL;
    if (!stream || value_lookup_attr(stream, name_stderr, &err) <= 0 || err == VALUE_NONE)
        return exc_pending() ? -1 : 0;
    Value result = call_method(err, name_write, &text, 1);
    value_release(err);
    value_release_null(result);
    return result ? 0 : -1;
}

/* "  source line\n", or nothing. */
static Value source_text(const Place *place)
{
    const char *line, *filename = str_utf8(place->filename, NULL);
    size_t length;
    if (!filename) {
        exc_clear();
        return str_from_cstr("");
    }
    if (!traceback_source_line(filename, place->line, &line, &length))
        return str_from_cstr("");
    while (length && (*line == ' ' || *line == '\t' || *line == '\f'))
        line++, length--;
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        length--;
    return length ? str_printf("  %.*s\n", (int)length, line) : str_from_cstr("");
}

static int show(const Type *category, Value text, const Place *place)
{
    Value source = source_text(place);
    Value shown = source ? str_printf("%S:%d: %s: %S\n%S%s", place->filename, place->line, category->name, text, source, place->hint ? place->hint : "") : VALUE_NULL;
    int result = shown ? write_stderr(shown) : -1;
    value_release_null(source);
    value_release_null(shown);
    return result;
}

/* ---- once a place ---- */

/* 1: shown here before; 0: not, noted now; -1. */
static int seen_before(const Type *category, Value text, const Place *place)
{
    Value registry = dict_get_str(place->globals, name___warningregistry__);
    if (!registry) {
        registry = dict_new();
        int status = registry ? dict_set_str(place->globals, name___warningregistry__, registry) : -1;
        value_release_null(registry);
        if (status < 0)
            return -1;
    }
    if (!value_is_dict(registry))
        return 0;
    Value parts[3] = {text, value_of(category), value_from_small_int(place->line)}, key = tuple_from(parts, 3);
    if (!key)
        return -1;
    Value known = dict_get(as_dict(registry), key);
    int result = known ? 1 : exc_pending() ? -1 : dict_set(as_dict(registry), key, VALUE_TRUE);
    value_release(key);
    return result;
}

/* ---- the module `warnings`, when it is there ---- */

/* The warning became an error: it belongs to the place warned of, not to the module. */
static void forget_calls(void)
{
    Value exception = exc_take();
    value_clear(&((ExceptionObject *)value_object(exception))->traceback);
    exc_restore_steal(exception);
}

/* 1: it took the warning; 0: not imported; -1. */
static int hand_to_module(const Type *category, Value text, const Place *place)
{
    Value module = module_named(name_warnings), function = VALUE_NULL;
    if (!module || value_lookup_attr(module, name_warn_explicit, &function) <= 0)
        return exc_pending() ? -1 : 0;
    Value registry = place->globals ? dict_get_str(place->globals, name___warningregistry__) : VALUE_NULL;
    if (place->globals && !registry) {
        registry = dict_new();
        if (registry && dict_set_str(place->globals, name___warningregistry__, registry) < 0)
            value_clear(&registry);
    } else {
        value_retain_null(registry);
    }
    Value args[6] = {text, value_of(category), place->filename, value_from_small_int(place->line), place->module, registry ? registry : VALUE_NONE};
    Value result = exc_pending() ? VALUE_NULL : call_value(function, args, 6, VALUE_NULL);
    value_release_null(registry);
    value_release(function);
    value_release_null(result);
    if (!result && exc_matches(category))
        forget_calls();
    return result ? 1 : -1;
}

/* By the filters that the module warnings begins with. */
static bool ignored_by_default(Type *category, const Place *place)
{
    if (type_is_subtype(category, &exc_DeprecationWarning))
        return !str_equal_cstr(place->module, "__main__");
    return type_is_subtype(category, &exc_PendingDeprecationWarning) || type_is_subtype(category, &exc_ImportWarning) || type_is_subtype(category, &exc_ResourceWarning);
}

static int warn(const Type *category, Value text, const Place *place)
{
    int taken = hand_to_module(category, text, place);
    if (taken != 0)
        return taken < 0 ? -1 : 0;
    if (ignored_by_default((Type *)(uintptr_t)category, place))
        return 0;
    int seen = place->globals ? seen_before(category, text, place) : 0;
    return seen ? (seen < 0 ? -1 : 0) : show(category, text, place);
}

/* ---- from C ---- */

static Place place_here(void)
{
    const ExecFrame *xf = thread_current->current;
    Value sys = value_of(name_sys);
    Place place = {sys, sys, 1, NULL, NULL};
    if (xf) {
        place.globals = xf->func->globals;
        Value module = dict_get_str(place.globals, name___name__);
        place.filename = value_of(xframe_code(xf)->filename);
        place.module = module && value_is_str(module) ? module : value_of(name___main__);
        place.line = xframe_line(xf);
    }
    return place;
}

int warn_here(Type *category, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value text = str_vprintf(format, arguments);
    va_end(arguments);
    if (!text)
        return -1;
    Place place = place_here();
    int result = warn(category, text, &place);
    value_release(text);
    return result;
}

int warn_never_awaited(Value coroutine)
{
    Value text = str_printf("coroutine '%S' was never awaited", as_generator(coroutine)->qualname);
    if (!text)
        return -1;
    Place place = place_here();
    if (place.globals)
        place.hint = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
    int result = warn(&exc_RuntimeWarning, text, &place);
    value_release(text);
    return result;
}

int warn_at(Type *category, Value text, Value filename, int line)
{
    const char *name = str_utf8(filename, NULL);
    size_t length = name ? strlen(name) : 0;
    bool suffix = length > 3 && strcmp(name + length - 3, ".py") == 0; /* every module's name, as CPython guesses it */
    Value module = suffix ? str_substring(filename, 0, as_str(filename)->length - 3) : value_retain(filename);
    Place place = {filename, module, line, NULL, NULL};
    int result = name && module ? warn(category, text, &place) : -1;
    value_release_null(module);
    return result;
}
