/* os.c: the module os: files and folders, environment (descriptors and the process have files of their own, os/path.py and os/_more.py the rest). */
#include "modules.h"

#include "os_parts.h"

#include "abstract.h"
#include "attr.h"
#include "bytes.h"
#include "codec.h"
#include "dict.h"
#include "exceptions.h"
#include "file.h"
#include "float.h"
#include "import.h"
#include "int.h"
#include "list.h"
#include "memoryview.h"
#include "mem.h"
#include "module.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "tuple.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

static Value os_getcwd(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    char path[PATH_MAX];
    return getcwd(path, sizeof path) ? codec_from_system(path, strlen(path)) : raise_os_error(errno, NULL);
}

static Value os_getenv(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value given[2];
    if (!native_bind("getenv(key, default=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    if (!value_is_str(given[0]))
        return raise_error(&exc_TypeError, "str expected, not %T", given[0]);
    const char *name = str_utf8(given[0], NULL);
    if (!name)
        return VALUE_NULL;
    const char *value = getenv(name);
    if (value)
        return codec_from_system(value, strlen(value));
    return given[1] ? value_retain(given[1]) : VALUE_NONE;
}

const char *os_path_text(Value v, const char *function, Value *held)
{
    static const char *const with_descriptors[] = {"stat", "chdir", "chmod", "utime"};
    const char *wanted = strcmp(function, "listdir") == 0 ? ", os.PathLike, integer or None" : " or os.PathLike";
    for (size_t i = 0; i < sizeof with_descriptors / sizeof *with_descriptors; i++)
        if (strcmp(function, with_descriptors[i]) == 0)
            wanted = ", os.PathLike or integer";
    char refusal[100];
    snprintf(refusal, sizeof refusal, "%s%s should be string, bytes%s", function, strchr(function, ':') ? "" : ": path", wanted);
    if (!(*held = file_path(v, refusal)))
        return NULL;
    const char *text;
    if (value_is_str(*held)) {
        Value made;
        text = codec_to_system(*held, &made);
        if (made)
            value_set_steal(held, made);
        return text;
    }
    text = (const char *)as_bytes(*held)->data;
    if (strlen(text) != (size_t)as_bytes(*held)->length)
        return raise_error(&exc_ValueError, "embedded null byte"), NULL;
    return text;
}

Value os_raise_of_path(Value given, const char *path)
{
    if (!value_is_bytes(given) && !value_is_int(given))
        return raise_os_error(errno, path);
    file_raise_with_name(errno, given);
    return VALUE_NULL;
}

/* An operation on one path that gives nothing back. */
static Value on_path(Value v, const char *function, int (*operation)(const char *))
{
    Value held;
    const char *path = os_path_text(v, function, &held);
    Value result = !path ? VALUE_NULL : operation(path) < 0 ? os_raise_of_path(v, path) : VALUE_NONE;
    value_release_null(held);
    return result;
}

#define ON_PATH(name, operation)                                                                                                   \
    static Value os_##name(METHOD_ARGS)                                                                                             \
    {                                                                                                                               \
        (void)self;                                                                                                                 \
        Value path;                                                                                                                 \
        return native_bind(#name "(path)", args, nargs, kwnames, &path) ? on_path(path, #name, operation) : VALUE_NULL;              \
    }
ON_PATH(remove, unlink)
ON_PATH(unlink, unlink)
ON_PATH(rmdir, rmdir)
ON_PATH(chdir, chdir)

/* The same with a mode. */
static Value on_path_with_mode(Value v, Value mode_value, const char *function, int (*operation)(const char *, mode_t))
{
    int mode;
    Value held;
    if (int_as_int32(mode_value, &mode) < 0)
        return VALUE_NULL;
    const char *path = os_path_text(v, function, &held);
    Value result = !path ? VALUE_NULL : operation(path, (mode_t)mode) < 0 ? os_raise_of_path(v, path) : VALUE_NONE;
    value_release_null(held);
    return result;
}

static Value os_mkdir(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    if (!native_bind("mkdir(path, mode=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    return on_path_with_mode(given[0], given[1] ? given[1] : value_from_small_int(0777), "mkdir", mkdir);
}

static Value os_chmod(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    if (!native_bind("chmod(path, mode)", args, nargs, kwnames, given))
        return VALUE_NULL;
    return on_path_with_mode(given[0], given[1], "chmod", chmod);
}

/* An operation that makes the second path of the first. */
static Value on_two_paths(const Value args[2], const char *function, int (*operation)(const char *, const char *))
{
    Value from_held, to_held = VALUE_NULL;
    char source[20], target[20];
    snprintf(source, sizeof source, "%s: src", function);
    snprintf(target, sizeof target, "%s: dst", function);
    const char *from = os_path_text(args[0], source, &from_held), *to = from ? os_path_text(args[1], target, &to_held) : NULL;
    Value result = !to ? VALUE_NULL : operation(from, to) < 0 ? raise_os_error_of_two(errno, from, to) : VALUE_NONE;
    value_release_null(from_held);
    value_release_null(to_held);
    return result;
}

#define ON_TWO_PATHS(name, parameters, operation)                                                                                  \
    static Value os_##name(METHOD_ARGS)                                                                                             \
    {                                                                                                                               \
        (void)self;                                                                                                                 \
        Value given[3];                                                                                                             \
        return native_bind(#name parameters, args, nargs, kwnames, given) ? on_two_paths(given, #name, operation) : VALUE_NULL;      \
    }
ON_TWO_PATHS(rename, "(src, dst)", rename)
ON_TWO_PATHS(replace, "(src, dst)", rename)
ON_TWO_PATHS(link, "(src, dst)", link)
ON_TWO_PATHS(symlink, "(src, dst, target_is_directory=)", symlink)

/* _utime(path, access, change), in nanoseconds: both times now when they are None. */
static Value os_utime(METHOD_ARGS)
{
    UNUSED_ARGS;
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    for (int i = 0; i < 2; i++) {
        int64_t nanoseconds;
        if (args[i + 1] == VALUE_NONE)
            continue;
        if (int_as_int64(args[i + 1], &nanoseconds) < 0)
            return VALUE_NULL;
        times[i].tv_sec = nanoseconds / 1000000000 - (nanoseconds % 1000000000 < 0);
        times[i].tv_nsec = nanoseconds - times[i].tv_sec * 1000000000;
    }
    Value held;
    const char *path = os_path_text(args[0], "utime", &held);
    Value result = !path ? VALUE_NULL : utimensat(AT_FDCWD, path, times, 0) < 0 ? raise_os_error(errno, NULL) : VALUE_NONE;
    value_release_null(held);
    return result;
}

static Value os_listdir(METHOD_ARGS)
{
    (void)self;
    Value held = VALUE_NULL, given;
    if (!native_bind("listdir(path=)", args, nargs, kwnames, &given))
        return VALUE_NULL;
    const char *path = given && given != VALUE_NONE ? os_path_text(given, "listdir", &held) : ".";
    bool as_bytes_too = held && value_is_bytes(given);
    DIR *folder = path ? opendir(path) : NULL;
    Value names = folder ? list_new(0) : path ? os_raise_of_path(held ? given : VALUE_NONE, path) : VALUE_NULL;
    for (struct dirent *entry; names && (entry = readdir(folder));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        Value name = as_bytes_too ? bytes_new(entry->d_name, strlen(entry->d_name)) : codec_from_system(entry->d_name, strlen(entry->d_name));
        if (!name || list_append_steal(names, name) < 0)
            value_clear(&names);
    }
    if (folder)
        closedir(folder);
    value_release_null(held);
    return names;
}

/* stat() of a path, or of a descriptor. -1: `held` and what os_path_text() says; 1: errno. */
static int stat_either(Value v, struct stat *info, const char **path, Value *held)
{
    int descriptor;
    *path = NULL;
    *held = VALUE_NULL;
    if (value_is_int(v))
        return int_as_int32(v, &descriptor) < 0 ? -1 : fstat(descriptor, info) < 0;
    *path = os_path_text(v, "stat", held);
    return *path ? stat(*path, info) < 0 : -1;
}

static Value stat_path(Value v, bool follow)
{
    Value held;
    const char *path = follow ? NULL : os_path_text(v, "lstat", &held);
    struct stat info;
    Value result = VALUE_NULL;
    int failed = follow ? stat_either(v, &info, &path, &held) : path ? lstat(path, &info) < 0 : -1;
    if (failed > 0) {
        os_raise_of_path(v, path);
    } else if (!failed) {
        result = os_stat_fields(&info);
    }
    value_release_null(held);
    return result;
}

static Value os_stat(METHOD_ARGS) { UNUSED_ARGS; return stat_path(args[0], true); }
static Value os_lstat(METHOD_ARGS) { UNUSED_ARGS; return stat_path(args[0], false); }

/* The mode bits of a path; 0 when there is nothing, and never an error: what os.path.exists and its kin ask. */
static Value os_mode(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value held;
    const char *path;
    struct stat info;
    int failed = stat_either(args[0], &info, &path, &held);
    Value result = failed < 0 ? VALUE_NULL : value_from_small_int(failed ? 0 : (int64_t)info.st_mode);
    value_release_null(held);
    return result;
}

static Value os_readlink(METHOD_ARGS)
{
    (void)self;
    Value held, given;
    char target[PATH_MAX];
    if (!native_bind("readlink(path)", args, nargs, kwnames, &given))
        return VALUE_NULL;
    const char *path = os_path_text(given, "readlink", &held);
    ssize_t length = path ? readlink(path, target, sizeof target) : -1;
    Value result = !path ? VALUE_NULL : length < 0        ? os_raise_of_path(given, path)
                   : value_is_bytes(given) ? bytes_new(target, (size_t)length)
                                           : codec_from_system(target, (size_t)length);
    value_release_null(held);
    return result;
}

static Value os_access(METHOD_ARGS)
{
    (void)self;
    Value held, given[2];
    int mode;
    if (!native_bind("access(path, mode)", args, nargs, kwnames, given))
        return VALUE_NULL;
    const char *path = os_path_text(given[0], "access", &held);
    Value result = path && int_as_int32(given[1], &mode) == 0 ? value_bool(access(path, mode) == 0) : VALUE_NULL;
    value_release_null(held);
    return result;
}

static Value os_urandom(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count;
    if (int_as_ssize(args[0], &count) < 0)
        return VALUE_NULL;
    if (count < 0)
        return raise_error(&exc_ValueError, "negative argument not allowed");
    Value result = bytes_new(NULL, (size_t)count);
    for (int64_t at = 0; result && at < count;) {
        ssize_t got = getrandom(as_bytes(result)->data + at, (size_t)(count - at), 0);
        if (got < 0 && errno != EINTR) {
            raise_os_error(errno, NULL);
            value_clear(&result);
        }
        at += got > 0 ? got : 0;
    }
    return result;
}

static Value os_strerror(METHOD_ARGS)
{
    UNUSED_ARGS;
    int number;
    return int_as_int32(args[0], &number) < 0 ? VALUE_NULL : str_from_cstr(strerror(number));
}

static Value os_fspath(METHOD_ARGS)
{
    UNUSED_ARGS;
    return file_path(args[0], "expected str, bytes or os.PathLike object");
}

/* What is not needed often is in Python: os.path, and os/_more.py, loaded when first asked for. */
static Value os_getattr(METHOD_ARGS)
{
    UNUSED_ARGS;
    const char *text = value_is_str(args[0]) ? str_utf8(args[0], NULL) : "__";
    if (!text)
        return VALUE_NULL;
    if (strncmp(text, "__", 2) == 0) /* import asks for __path__ */
        return raise_error(&exc_AttributeError, "module 'os' has no attribute %V", args[0]);
    bool path = strcmp(text, "path") == 0;
    Str *name = str_intern_cstr(path ? "os.path" : "os._more");
    Value from = name ? tuple_pack(1, args[0]) : VALUE_NULL;
    Value module = from ? import_module(name, NULL, from, 0) : VALUE_NULL;
    value_release_null(from);
    if (!module || path)
        return module;
    Value found;
    int status = value_lookup_attr(module, as_str(args[0]), &found);
    value_release(module);
    if (status == 0)
        return raise_error(&exc_AttributeError, "module 'os' has no attribute %V", args[0]);
    return status < 0 ? VALUE_NULL : found;
}

static const NativeDef functions[] = {
    {"remove", os_remove, 0, -1, NATIVE_KEYWORDS},
    {"unlink", os_unlink, 0, -1, NATIVE_KEYWORDS},
    {"rmdir", os_rmdir, 0, -1, NATIVE_KEYWORDS},
    {"mkdir", os_mkdir, 0, -1, NATIVE_KEYWORDS},
    {"chmod", os_chmod, 0, -1, NATIVE_KEYWORDS},
    {"link", os_link, 0, -1, NATIVE_KEYWORDS},
    {"symlink", os_symlink, 0, -1, NATIVE_KEYWORDS},
    {"_utime", os_utime, 3, 3, 0},
    {"chdir", os_chdir, 0, -1, NATIVE_KEYWORDS},
    {"rename", os_rename, 0, -1, NATIVE_KEYWORDS},
    {"replace", os_replace, 0, -1, NATIVE_KEYWORDS},
    {"listdir", os_listdir, 0, -1, NATIVE_KEYWORDS},
    {"_stat", os_stat, 1, 1, 0},
    {"_lstat", os_lstat, 1, 1, 0},
    {"_mode", os_mode, 1, 1, 0},
    {"readlink", os_readlink, 0, -1, NATIVE_KEYWORDS},
    {"access", os_access, 0, -1, NATIVE_KEYWORDS},
    {"urandom", os_urandom, 1, 1, 0},
    {"strerror", os_strerror, 1, 1, 0},
    {"fspath", os_fspath, 1, 1, 0},
    {"__getattr__", os_getattr, 1, 1, 0},
    {"getcwd", os_getcwd, 0, 0, 0},
    {"getenv", os_getenv, 1, 2, NATIVE_KEYWORDS},
    {0},
};

static Value environment(void)
{
    Value result = dict_new();
    for (char **entry = environ; result && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals)
            continue;
        Value name = codec_from_system(*entry, (size_t)(equals - *entry));
        Value value = codec_from_system(equals + 1, strlen(equals + 1));
        int status = name && value ? dict_set(as_dict(result), name, value) : -1;
        value_release_null(name);
        value_release_null(value);
        if (status < 0)
            value_clear(&result);
    }
    return result;
}

Value module_os_init(void)
{
    Value module = module_new("os");
    if (!module)
        return VALUE_NULL;
    if (module_add_functions(module, functions) < 0 || module_add_functions(module, os_descriptor_functions) < 0 ||
        module_add_functions(module, os_process_functions) < 0 || module_set(module, "environ", environment()) < 0 ||
        module_set(module, "sep", str_from_cstr("/")) < 0 || module_set(module, "linesep", str_from_cstr("\n")) < 0 ||
        module_set(module, "name", str_from_cstr("posix")) < 0) {
        value_release(module);
        return VALUE_NULL;
    }
    return module;
}
