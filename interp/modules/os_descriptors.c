/* os_descriptors.c: functions of the module os on file descriptors. */
#include "os_parts.h"

#include "abstract.h"
#include "bytes.h"
#include "exceptions.h"
#include "file.h"
#include "int.h"
#include "mem.h"
#include "memoryview.h"
#include "tuple.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* What a call gave that is -1 with errno for an error. */
static Value done(int status) { return status < 0 ? raise_os_error(errno, NULL) : VALUE_NONE; }

/* A bytes of at most `count` bytes that are read, at `offset` if that is not negative. */
static Value read_at(int descriptor, int64_t count, int64_t offset)
{
    if (count < 0)
        return raise_os_error(EINVAL, NULL);
    char *buffer = mem_alloc_raw((size_t)count + 1);
    if (!buffer)
        return raise_no_memory();
    ssize_t got;
    do
        got = offset < 0 ? read(descriptor, buffer, (size_t)count) : pread(descriptor, buffer, (size_t)count, offset);
    while (got < 0 && errno == EINTR);
    Value result = got < 0 ? raise_os_error(errno, NULL) : bytes_new(buffer, (size_t)got);
    mem_free_raw(buffer);
    return result;
}

static Value write_at(int descriptor, Value data, int64_t offset)
{
    if (!value_has_buffer(data))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", data);
    if (buffer_check_plain(data) < 0)
        return VALUE_NULL;
    int64_t size;
    const void *from = bytes_buffer(data, &size);
    ssize_t written;
    do
        written = offset < 0 ? write(descriptor, from, (size_t)size) : pwrite(descriptor, from, (size_t)size, offset);
    while (written < 0 && errno == EINTR);
    return written < 0 ? raise_os_error(errno, NULL) : int_from_int64(written);
}

static Value os_read(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    int64_t count;
    return int_as_int32(args[0], &descriptor) < 0 || int_as_ssize(args[1], &count) < 0 ? VALUE_NULL : read_at(descriptor, count, -1);
}

static Value os_write(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    return int_as_int32(args[0], &descriptor) < 0 ? VALUE_NULL : write_at(descriptor, args[1], -1);
}

/* An offset that the system takes; a negative one is refused as it refuses it. */
static int offset_argument(Value v, int64_t *offset)
{
    if (int_as_int64(v, offset) < 0)
        return -1;
    return *offset >= 0 ? 0 : (raise_os_error(EINVAL, NULL), -1);
}

static Value os_pread(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    int64_t count, offset;
    if (int_as_int32(args[0], &descriptor) < 0 || int_as_int32(args[1], &(int){0}) < 0 || int_as_ssize(args[1], &count) < 0 || offset_argument(args[2], &offset) < 0)
        return VALUE_NULL;
    return read_at(descriptor, count, offset);
}

static Value os_pwrite(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    int64_t offset;
    return int_as_int32(args[0], &descriptor) < 0 || offset_argument(args[2], &offset) < 0 ? VALUE_NULL : write_at(descriptor, args[1], offset);
}

/* open(path, flags, mode=0o777) */
static Value os_open(METHOD_ARGS)
{
    (void)self;
    Value held, given[3];
    int flags, mode = 0777, descriptor;
    if (!native_bind("open(path, flags, mode=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    const char *path = os_path_text(given[0], "open", &held);
    if (!path || int_as_int32(given[1], &flags) < 0 || (given[2] && int_as_int32(given[2], &mode) < 0)) {
        value_release_null(held);
        return VALUE_NULL;
    }
    do
        descriptor = open(path, flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    Value result = descriptor < 0 ? os_raise_of_path(given[0], path) : value_from_small_int(descriptor);
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

/* A function that takes a descriptor and gives nothing back. */
static Value on_descriptor(Value v, int (*operation)(int))
{
    int descriptor;
    return int_as_int32(v, &descriptor) < 0 ? VALUE_NULL : done(operation(descriptor));
}

static Value os_fsync(METHOD_ARGS) { UNUSED_ARGS; return on_descriptor(args[0], fsync); }
static Value os_fdatasync(METHOD_ARGS) { UNUSED_ARGS; return on_descriptor(args[0], fdatasync); }
static Value os_fchdir(METHOD_ARGS) { UNUSED_ARGS; return on_descriptor(args[0], fchdir); }

static Value os_ftruncate(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    int64_t length;
    return int_as_int32(args[0], &descriptor) < 0 || int_as_int64(args[1], &length) < 0 ? VALUE_NULL : done(ftruncate(descriptor, length));
}

static Value os_fstat(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    struct stat info;
    return int_as_int32(args[0], &descriptor) < 0 ? VALUE_NULL : fstat(descriptor, &info) < 0 ? raise_os_error(errno, NULL) : os_stat_fields(&info);
}

static Value os_dup(METHOD_ARGS)
{
    UNUSED_ARGS;
    int descriptor;
    if (int_as_int32(args[0], &descriptor) < 0)
        return VALUE_NULL;
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return copy < 0 ? raise_os_error(errno, NULL) : value_from_small_int(copy);
}

static Value os_dup2(METHOD_ARGS)
{
    (void)self;
    Value given[3];
    int from, to;
    if (!native_bind("dup2(fd, fd2, inheritable=)", args, nargs, kwnames, given) || int_as_int32(given[0], &from) < 0 || int_as_int32(given[1], &to) < 0)
        return VALUE_NULL;
    int inherits = given[2] ? value_truth(given[2]) : 1;
    if (inherits < 0)
        return VALUE_NULL;
    int copy = inherits || from == to ? dup2(from, to) : dup3(from, to, O_CLOEXEC);
    return copy < 0 ? raise_os_error(errno, NULL) : value_from_small_int(copy);
}

/* ---- flags of descriptors ---- */

static Value get_flag(Value v, int command, int flag, bool when_set)
{
    int descriptor;
    if (int_as_int32(v, &descriptor) < 0)
        return VALUE_NULL;
    int flags = fcntl(descriptor, command);
    return flags < 0 ? raise_os_error(errno, NULL) : value_bool(((flags & flag) != 0) == when_set);
}

static Value set_flag(const Value *args, int get, int set, int flag, bool when_set)
{
    int descriptor, value = value_is_int(args[1]) ? 0 : value_truth(args[1]);
    if (int_as_int32(args[0], &descriptor) < 0 || value < 0 || (value_is_int(args[1]) && int_as_int32(args[1], &value) < 0))
        return VALUE_NULL;
    int flags = fcntl(descriptor, get);
    return flags < 0 ? raise_os_error(errno, NULL) : done(fcntl(descriptor, set, (value != 0) == when_set ? flags | flag : flags & ~flag));
}

static Value os_get_inheritable(METHOD_ARGS) { UNUSED_ARGS; return get_flag(args[0], F_GETFD, FD_CLOEXEC, false); }
static Value os_set_inheritable(METHOD_ARGS) { UNUSED_ARGS; return set_flag(args, F_GETFD, F_SETFD, FD_CLOEXEC, false); }
static Value os_get_blocking(METHOD_ARGS) { UNUSED_ARGS; return get_flag(args[0], F_GETFL, O_NONBLOCK, false); }
static Value os_set_blocking(METHOD_ARGS) { UNUSED_ARGS; return set_flag(args, F_GETFL, F_SETFL, O_NONBLOCK, false); }

Value os_stat_fields(const struct stat *info)
{
#define NANOSECONDS(t) int_from_int64((int64_t)(t).tv_sec * 1000000000 + (t).tv_nsec)
    Value fields[10] = {int_from_int64(info->st_mode), int_from_uint64(info->st_ino), int_from_uint64(info->st_dev), int_from_uint64(info->st_nlink),
                        int_from_int64(info->st_uid), int_from_int64(info->st_gid), int_from_int64(info->st_size),
                        NANOSECONDS(info->st_atim), NANOSECONDS(info->st_mtim), NANOSECONDS(info->st_ctim)};
#undef NANOSECONDS
    return tuple_from_made(fields, 10);
}

const NativeDef os_descriptor_functions[] = {
    {"read", os_read, 2, 2, 0}, {"write", os_write, 2, 2, 0}, {"pread", os_pread, 3, 3, 0}, {"pwrite", os_pwrite, 3, 3, 0}, {"open", os_open, 0, -1, NATIVE_KEYWORDS},
    {"lseek", os_lseek, 3, 3, 0}, {"pipe", os_pipe, 0, 0, 0}, {"close", os_close, 1, 1, 0}, {"isatty", os_isatty, 1, 1, 0}, {"_fstat", os_fstat, 1, 1, 0},
    {"fsync", os_fsync, 1, 1, 0}, {"fdatasync", os_fdatasync, 1, 1, 0}, {"fchdir", os_fchdir, 1, 1, 0}, {"ftruncate", os_ftruncate, 2, 2, 0}, {"dup", os_dup, 1, 1, 0},
    {"dup2", os_dup2, 2, 3, NATIVE_KEYWORDS}, {"get_inheritable", os_get_inheritable, 1, 1, 0}, {"set_inheritable", os_set_inheritable, 2, 2, 0},
    {"get_blocking", os_get_blocking, 1, 1, 0}, {"set_blocking", os_set_blocking, 2, 2, 0}, {0}};
