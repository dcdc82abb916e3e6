#include "sys_options.h"

#include "codec.h"
#include "dict.h"
#include "exceptions.h"
#include "int.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "module.h"
#include "options.h"
#include "str.h"
#include "sys_info.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- paths ---- */

/* Writes the parts of `from` behind what is at path[0 … *length). */
static void append_parts(char *path, size_t *length, const char *from)
{
    for (size_t size; *from; from += size + (from[size] == '/')) {
        size = strcspn(from, "/");
        if (size == 0 || (size == 1 && *from == '.'))
            continue;
        if (size == 2 && from[0] == '.' && from[1] == '.') {
            while (*length && path[--*length] != '/')
                ;
            continue;
        }
        path[(*length)++] = '/';
        memcpy(path + *length, from, size);
        *length += size;
    }
}

char *sys_normal_path(const char *path)
{
    char folder[PATH_MAX] = "";
    if (path[0] != '/' && !getcwd(folder, sizeof folder))
        folder[0] = '\0';
    char *result = mem_alloc_raw(strlen(folder) + strlen(path) + 3);
    size_t length = 0;
    if (!result) {
        raise_no_memory();
        return NULL;
    }
    append_parts(result, &length, folder);
    append_parts(result, &length, path);
    if (length == 0)
        result[length++] = '/';
    result[length] = '\0';
    return result;
}

static Value str_of_path(const char *path)
{
    char *normal = sys_normal_path(path);
    Value result = normal ? codec_from_system(normal, strlen(normal)) : VALUE_NULL;
    mem_free_raw(normal);
    return result;
}

/* The shell found it on PATH; what it does not find there is called by a name of the caller's making. */
static Value executable_on_path(const char *name)
{
    char file[PATH_MAX];
    const char *folders = getenv("PATH");
    for (size_t size; folders && *folders; folders += size + (folders[size] == ':')) {
        size = strcspn(folders, ":");
        int length = snprintf(file, sizeof file, "%.*s/%s", (int)size, size ? folders : ".", name);
        if (length > 0 && (size_t)length < sizeof file && access(file, X_OK) == 0)
            return str_of_path(file);
    }
    ssize_t length = readlink("/proc/self/exe", file, sizeof file);
    return codec_from_system(file, length > 0 ? (size_t)length : 0);
}

Value sys_executable(void) { return strchr(options.program, '/') ? str_of_path(options.program) : executable_on_path(options.program); }

/* ---- lists ---- */

static int append_text(Value list, const char *text, size_t length)
{
    Value item = codec_from_system(text, length);
    return item ? list_append_steal(list, item) : -1;
}

/* Of a list, once each, in the order of their first coming. */
static int append_once_steal(Value list, Value item)
{
    bool there = !item;
    for (int64_t i = 0; i < as_list(list)->length && !there; i++)
        there = str_equal(as_str(as_list(list)->items[i]), as_str(item));
    if (there) {
        value_release_null(item);
        return item ? 0 : -1;
    }
    return list_append_steal(list, item);
}

static Value make_argv(void)
{
    static const char *const names[] = {[RUN_COMMAND] = "-c", [RUN_MODULE] = "-m"};
    const char *first = options.kind == RUN_COMMAND || options.kind == RUN_MODULE ? names[options.kind] : options.run ? options.run : "";
    Value list = list_new(0);
    for (int i = -1; list && i < options.argc; i++) {
        const char *text = i < 0 ? first : options.argv[i];
        if (append_text(list, text, strlen(text)) < 0)
            value_clear(&list);
    }
    return list;
}

static Value make_orig_argv(void)
{
    Value list = list_new(0);
    for (int i = 0; list && i < options.orig_argc; i++)
        if (append_text(list, options.orig_argv[i], strlen(options.orig_argv[i])) < 0)
            value_clear(&list);
    return list;
}

/* PYTHONPATH; an empty entry is the current folder. */
static Value make_path(void)
{
    Value list = list_new(0);
    const char *text = options_environment("PYTHONPATH");
    char *copy = list && text ? strdup(text) : NULL;
    for (char *at = copy, *next; list && at; at = next) {
        if ((next = strchr(at, ':')))
            *next++ = '\0';
        if (append_once_steal(list, str_of_path(at)) < 0)
            value_clear(&list);
    }
    free(copy);
    return list;
}

/* The weakest first, as the module warnings wants them. */
static Value make_warnoptions(void)
{
    Value list = list_new(0);
    if (list && options.dev_mode && append_once_steal(list, str_from_cstr("default")) < 0)
        value_clear(&list);
    const char *text = options_environment("PYTHONWARNINGS");
    for (size_t size; list && text && *text; text += size + (text[size] == ',')) {
        size = strcspn(text, ",");
        if (size && append_once_steal(list, codec_from_system(text, size)) < 0)
            value_clear(&list);
    }
    for (int i = 0; list && i < options.warnings.count; i++)
        if (append_once_steal(list, codec_from_system(options.warnings.items[i], strlen(options.warnings.items[i]))) < 0)
            value_clear(&list);
    if (list && options.bytes_warning && append_once_steal(list, str_from_cstr(options.bytes_warning > 1 ? "error::BytesWarning" : "default::BytesWarning")) < 0)
        value_clear(&list);
    return list;
}

/* name=value; a name alone is True. */
static Value make_xoptions(void)
{
    Value dict = dict_new();
    for (int i = 0; dict && i < options.xoptions.count; i++) {
        const char *text = options.xoptions.items[i];
        size_t size = strcspn(text, "=");
        Value name = codec_from_system(text, size), value = text[size] ? codec_from_system(text + size + 1, strlen(text + size + 1)) : VALUE_TRUE;
        int status = name && value ? dict_set(as_dict(dict), name, value) : -1;
        value_release_null(name);
        value_release_null(value);
        if (status < 0)
            value_clear(&dict);
    }
    return dict;
}

static Value make_pycache_prefix(void)
{
    return options.pycache_prefix ? codec_from_system(options.pycache_prefix, strlen(options.pycache_prefix)) : VALUE_NONE;
}

int sys_options_add(Value module)
{
    if (options.int_max_str_digits >= 0)
        int_max_str_digits = options.int_max_str_digits;
    return module_set(module, "argv", make_argv()) < 0 || module_set(module, "orig_argv", make_orig_argv()) < 0 ||
                   module_set(module, "path", make_path()) < 0 || module_set(module, "executable", sys_executable()) < 0 ||
                   module_set(module, "warnoptions", make_warnoptions()) < 0 || module_set(module, "_xoptions", make_xoptions()) < 0 ||
                   module_set(module, "pycache_prefix", make_pycache_prefix()) < 0 ||
                   module_set(module, "dont_write_bytecode", value_bool(options.dont_write_bytecode)) < 0
               ? -1
               : 0;
}
