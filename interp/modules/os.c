/* os.c: the module os: descriptors, files and folders, environment, the process (os/path.py and os/_more.py have the rest). */
#include "modules.h"

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
#include "struct_sequence.h"
#include "tuple.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <unistd.h>

extern char **environ;

static Value os_read(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int descriptor;
    int64_t count;
    if (int_as_int32(args[0], &descriptor) < 0 || int_as_ssize(args[1], &count) < 0)
        return VALUE_NULL;
    if (count < 0)
        return raise_os_error(EINVAL, NULL);
    char *buffer = mem_alloc_raw((size_t)count + 1);
    if (!buffer)
        return raise_no_memory();
    ssize_t got;
    do
        got = read(descriptor, buffer, (size_t)count);
    while (got < 0 && errno == EINTR);
    Value result = got < 0 ? raise_os_error(errno, NULL) : bytes_new(buffer, (size_t)got);
    mem_free_raw(buffer);
    return result;
}

static Value os_write(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int descriptor;
    if (int_as_int32(args[0], &descriptor) < 0)
        return VALUE_NULL;
    if (!value_has_buffer(args[1]))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[1]);
    if (buffer_check_plain(args[1]) < 0)
        return VALUE_NULL;
    int64_t size;
    const void *data = bytes_buffer(args[1], &size);
    ssize_t written;
    do
        written = write(descriptor, data, (size_t)size);
    while (written < 0 && errno == EINTR);
    return written < 0 ? raise_os_error(errno, NULL) : int_from_int64(written);
}

static Value os_getpid(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return int_from_int64(getpid());
}

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

/* A str, bytes or object with __fspath__ as a C path; NULL: TypeError, ValueError. *held keeps it alive. */
static const char *path_text(Value v, const char *function, Value *held)
{
    char refusal[80];
    bool descriptors = strcmp(function, "stat") == 0;
    snprintf(refusal, sizeof refusal, "%s: path should be string, bytes%s", function, descriptors ? ", os.PathLike or integer" : " or os.PathLike");
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

/* An operation on one path that gives nothing back. */
static Value on_path(Value v, const char *function, int (*operation)(const char *))
{
    Value held;
    const char *path = path_text(v, function, &held);
    Value result = !path ? VALUE_NULL : operation(path) < 0 ? raise_os_error(errno, path) : VALUE_NONE;
    value_release_null(held);
    return result;
}

static Value os_remove(METHOD_ARGS) { UNUSED_ARGS; return on_path(args[0], "remove", unlink); }
static Value os_unlink(METHOD_ARGS) { UNUSED_ARGS; return on_path(args[0], "unlink", unlink); }
static Value os_rmdir(METHOD_ARGS) { UNUSED_ARGS; return on_path(args[0], "rmdir", rmdir); }
static Value os_chdir(METHOD_ARGS) { UNUSED_ARGS; return on_path(args[0], "chdir", chdir); }

/* The same with a mode. */
static Value on_path_with_mode(Value v, Value mode_value, const char *function, int (*operation)(const char *, mode_t))
{
    int mode;
    Value held;
    if (int_as_int32(mode_value, &mode) < 0)
        return VALUE_NULL;
    const char *path = path_text(v, function, &held);
    Value result = !path ? VALUE_NULL : operation(path, (mode_t)mode) < 0 ? raise_os_error(errno, path) : VALUE_NONE;
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
static Value on_two_paths(const Value *args, const char *function, int (*operation)(const char *, const char *))
{
    Value from_held, to_held = VALUE_NULL;
    const char *from = path_text(args[0], function, &from_held), *to = from ? path_text(args[1], function, &to_held) : NULL;
    Value result = !to ? VALUE_NULL : operation(from, to) < 0 ? raise_os_error_of_two(errno, from, to) : VALUE_NONE;
    value_release_null(from_held);
    value_release_null(to_held);
    return result;
}

static Value os_rename(METHOD_ARGS) { UNUSED_ARGS; return on_two_paths(args, "rename", rename); }
static Value os_replace(METHOD_ARGS) { UNUSED_ARGS; return on_two_paths(args, "replace", rename); }
static Value os_link(METHOD_ARGS) { UNUSED_ARGS; return on_two_paths(args, "link", link); }
static Value os_symlink(METHOD_ARGS) { UNUSED_ARGS; return on_two_paths(args, "symlink", symlink); }

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
    const char *path = path_text(args[0], "utime", &held);
    Value result = !path ? VALUE_NULL : utimensat(AT_FDCWD, path, times, 0) < 0 ? raise_os_error(errno, NULL) : VALUE_NONE;
    value_release_null(held);
    return result;
}

static Value os_listdir(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value held = VALUE_NULL;
    const char *path = nargs && args[0] != VALUE_NONE ? path_text(args[0], "listdir", &held) : ".";
    bool as_bytes_too = held && nargs && value_is_bytes(args[0]);
    DIR *folder = path ? opendir(path) : NULL;
    Value names = folder ? list_new(0) : path ? raise_os_error(errno, path) : VALUE_NULL;
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

/* errno of a path that was given: its name is bytes if it was. */
static Value raise_of_path(Value given, const char *path)
{
    if (!value_is_bytes(given))
        return raise_os_error(errno, path);
    file_raise_with_name(errno, given);
    return VALUE_NULL;
}

/* stat() of a path, or of a descriptor. -1: `held` and what path_text() says; 1: errno. */
static int stat_either(Value v, struct stat *info, const char **path, Value *held)
{
    int descriptor;
    *path = NULL;
    *held = VALUE_NULL;
    if (value_is_int(v))
        return int_as_int32(v, &descriptor) < 0 ? -1 : fstat(descriptor, info) < 0;
    *path = path_text(v, "stat", held);
    return *path ? stat(*path, info) < 0 : -1;
}

/* (st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size, atime, mtime, ctime in nanoseconds) */
static Value stat_path(Value v, bool follow)
{
    Value held;
    const char *path = follow ? NULL : path_text(v, "lstat", &held);
    struct stat info;
    Value result = VALUE_NULL;
    int failed = follow ? stat_either(v, &info, &path, &held) : path ? lstat(path, &info) < 0 : -1;
    if (failed > 0) {
        raise_of_path(v, path);
    } else if (!failed) {
#define NANOSECONDS(t) int_from_int64((int64_t)(t).tv_sec * 1000000000 + (t).tv_nsec)
        Value fields[10] = {int_from_int64(info.st_mode), int_from_uint64(info.st_ino), int_from_uint64(info.st_dev), int_from_uint64(info.st_nlink),
                            int_from_int64(info.st_uid), int_from_int64(info.st_gid), int_from_int64(info.st_size),
                            NANOSECONDS(info.st_atim), NANOSECONDS(info.st_mtim), NANOSECONDS(info.st_ctim)};
#undef NANOSECONDS
        result = tuple_from_steal(fields, 10);
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
    UNUSED_ARGS;
    Value held;
    char target[PATH_MAX];
    const char *path = path_text(args[0], "readlink", &held);
    ssize_t length = path ? readlink(path, target, sizeof target) : -1;
    Value result = !path ? VALUE_NULL : length < 0           ? raise_of_path(args[0], path)
                   : value_is_bytes(args[0]) ? bytes_new(target, (size_t)length)
                                             : codec_from_system(target, (size_t)length);
    value_release_null(held);
    return result;
}

static Value os_access(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value held;
    int mode;
    const char *path = path_text(args[0], "access", &held);
    Value result = path && int_as_int32(args[1], &mode) == 0 ? value_bool(access(path, mode) == 0) : VALUE_NULL;
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

/* open(path, flags, mode=0o777) */
static Value os_open(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value held;
    int flags, mode = 0777, descriptor;
    const char *path = path_text(args[0], "open", &held);
    if (!path || int_as_int32(args[1], &flags) < 0 || (nargs > 2 && int_as_int32(args[2], &mode) < 0)) {
        value_release_null(held);
        return VALUE_NULL;
    }
    do
        descriptor = open(path, flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    Value result = descriptor < 0 ? raise_os_error(errno, path) : value_from_small_int(descriptor);
    value_release_null(held);
    return result;
}

static Value os_lseek(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor, whence;
    int64_t offset;
    if (int_as_int32(args[0], &descriptor) < 0 || int_as_int64(args[1], &offset) < 0 || int_as_int32(args[2], &whence) < 0)
        return VALUE_NULL;
    off_t position = lseek(descriptor, offset, whence);
    return position < 0 ? raise_os_error(errno, NULL) : int_from_int64(position);
}

static Value os_pipe(METHOD_ARGS)
{
    UNUSED_ARGS;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return raise_os_error(errno, NULL);
    Value both[2] = {value_from_small_int(ends[0]), value_from_small_int(ends[1])};
    return tuple_from_steal(both, 2);
}

static Value os_close(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    if (int_as_int32(args[0], &descriptor) < 0)
        return VALUE_NULL;
    return close(descriptor) < 0 ? raise_os_error(errno, NULL) : VALUE_NONE;
}

static Value os_isatty(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    return int_as_int32(args[0], &descriptor) < 0 ? VALUE_NULL : value_bool(isatty(descriptor));
}

static Value os_strerror(METHOD_ARGS)
{
    UNUSED_ARGS;
    int number;
    return int_as_int32(args[0], &number) < 0 ? VALUE_NULL : str_from_cstr(strerror(number));
}

static Value os_exit(METHOD_ARGS)
{
    UNUSED_ARGS;
    int status;
    if (int_as_int32(args[0], &status) < 0)
        return VALUE_NULL;
    _exit(status);
}

static Value os_getppid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getppid()); }
static Value os_getuid(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(getuid()); }

static Value os_umask(METHOD_ARGS)
{
    UNUSED_ARGS;
    int mask;
    return int_as_int32(args[0], &mask) < 0 ? VALUE_NULL : int_from_int64(umask((mode_t)mask));
}

static Value os_cpu_count(METHOD_ARGS) { UNUSED_ARGS; return int_from_int64(sysconf(_SC_NPROCESSORS_ONLN)); }

static Value os_fspath(METHOD_ARGS)
{
    UNUSED_ARGS;
    return file_path(args[0], "expected str, bytes or os.PathLike object");
}

static const char *const times_fields[] = {"user", "system", "children_user", "children_system", "elapsed", NULL};
static StructSequence times_result = STRUCT_SEQUENCE("posix.times_result", times_fields);

static Value os_times(METHOD_ARGS)
{
    UNUSED_ARGS;
    struct tms used;
    double ticks = (double)sysconf(_SC_CLK_TCK), now = (double)times(&used);
    Value fields[5] = {float_new((double)used.tms_utime / ticks), float_new((double)used.tms_stime / ticks), float_new((double)used.tms_cutime / ticks),
                       float_new((double)used.tms_cstime / ticks), float_new(now / ticks)};
    return struct_sequence_new_steal(&times_result, fields, 5);
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

static Value os_uname(METHOD_ARGS)
{
    UNUSED_ARGS;
    struct utsname names;
    if (uname(&names) < 0)
        return raise_os_error(errno, NULL);
    Value fields[5] = {str_from_cstr(names.sysname), str_from_cstr(names.nodename), str_from_cstr(names.release), str_from_cstr(names.version),
                       str_from_cstr(names.machine)};
    return tuple_from_made(fields, 5);
}

static const NativeDef functions[] = {
    {"_uname", os_uname, 0, 0, 0},
    {"read", os_read, 2, 2, 0},
    {"remove", os_remove, 1, 1, 0},
    {"unlink", os_unlink, 1, 1, 0},
    {"rmdir", os_rmdir, 1, 1, 0},
    {"mkdir", os_mkdir, 0, -1, NATIVE_KEYWORDS},
    {"chmod", os_chmod, 0, -1, NATIVE_KEYWORDS},
    {"link", os_link, 2, 2, 0},
    {"symlink", os_symlink, 2, 2, 0},
    {"_utime", os_utime, 3, 3, 0},
    {"chdir", os_chdir, 1, 1, 0},
    {"rename", os_rename, 2, 2, 0},
    {"replace", os_replace, 2, 2, 0},
    {"listdir", os_listdir, 0, 1, 0},
    {"_stat", os_stat, 1, 1, 0},
    {"_lstat", os_lstat, 1, 1, 0},
    {"_mode", os_mode, 1, 1, 0},
    {"readlink", os_readlink, 1, 1, 0},
    {"access", os_access, 2, 2, 0},
    {"urandom", os_urandom, 1, 1, 0},
    {"close", os_close, 1, 1, 0},
    {"open", os_open, 2, 3, 0},
    {"lseek", os_lseek, 3, 3, 0},
    {"pipe", os_pipe, 0, 0, 0},
    {"isatty", os_isatty, 1, 1, 0},
    {"strerror", os_strerror, 1, 1, 0},
    {"_exit", os_exit, 1, 1, 0},
    {"getppid", os_getppid, 0, 0, 0},
    {"getuid", os_getuid, 0, 0, 0},
    {"umask", os_umask, 1, 1, 0},
    {"cpu_count", os_cpu_count, 0, 0, 0},
    {"fspath", os_fspath, 1, 1, 0},
    {"times", os_times, 0, 0, 0},
    {"__getattr__", os_getattr, 1, 1, 0},
    {"write", os_write, 2, 2, 0},
    {"getpid", os_getpid, 0, 0, 0},
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
    if (module_add_functions(module, functions) < 0 || module_set(module, "environ", environment()) < 0 ||
        module_set(module, "sep", str_from_cstr("/")) < 0 || module_set(module, "linesep", str_from_cstr("\n")) < 0 ||
        module_set(module, "name", str_from_cstr("posix")) < 0) {
        value_release(module);
        return VALUE_NULL;
    }
    return module;
}
