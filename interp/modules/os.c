/* The module os, as far as benchmark runners need it: descriptors, environment, process id. */
#include "modules.h"

#include "bytes.h"
#include "dict.h"
#include "exceptions.h"
#include "int.h"
#include "mem.h"
#include "module.h"
#include "native.h"
#include "str.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

extern char **environ;

static int as_descriptor(Value v, int *descriptor)
{
    int64_t number;
    if (!value_is_int(v))
        return raise_error_int(&exc_TypeError, "an integer is required (got type %T)", v);
    if (int_as_int64(v, &number) < 0)
        return -1;
    if (number < INT_MIN || number > INT_MAX)
        return raise_error_int(&exc_OverflowError, "signed integer is greater than maximum");
    *descriptor = (int)number;
    return 0;
}

static Value os_read(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int descriptor;
    int64_t count;
    if (as_descriptor(args[0], &descriptor) < 0 || int_as_int64(args[1], &count) < 0)
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
    if (as_descriptor(args[0], &descriptor) < 0)
        return VALUE_NULL;
    if (!value_is_bytes_like(args[1]))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[1]);
    ssize_t written;
    do
        written = write(descriptor, as_bytes(args[1])->data, (size_t)as_bytes(args[1])->length);
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
    return getcwd(path, sizeof path) ? str_from_cstr(path) : raise_os_error(errno, NULL);
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
        return str_from_cstr(value);
    return given[1] ? value_retain(given[1]) : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"read", os_read, 2, 2, 0},
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
        Value name = str_from_utf8(*entry, (size_t)(equals - *entry));
        Value value = str_from_cstr(equals + 1);
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
