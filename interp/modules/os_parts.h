/* os_parts.h: what the files of the module os share. */
#ifndef INTERP_MODULES_OS_PARTS_H
#define INTERP_MODULES_OS_PARTS_H

#include "native.h"
#include "object.h"

#include <sys/stat.h>

/* A str, bytes or object with __fspath__ as a C path; NULL: TypeError, ValueError. *held keeps it alive. `function` may name the argument too ("rename: src"), else it is a path. */
const char *os_path_text(Value v, const char *function, Value *held);

/* errno of a path that was given: its name is bytes, or a descriptor, if it was. */
Value os_raise_of_path(Value given, const char *path);

/* (st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size, atime, mtime, ctime in nanoseconds) */
Value os_stat_fields(const struct stat *info);

extern const NativeDef os_descriptor_functions[], os_process_functions[];

#endif
