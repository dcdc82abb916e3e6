/* sys_options.h: what sys says of the command line: argv, orig_argv, path, executable, warnoptions, _xoptions and the like. */
#ifndef INTERP_MODULES_SYS_OPTIONS_H
#define INTERP_MODULES_SYS_OPTIONS_H

#include "object.h"

int sys_options_add(Value module); /* from `options`; sys.path has PYTHONPATH, what belongs to the program comes before it later */
Value sys_executable(void);        /* str, new: the absolute path of the running interpreter, as it was called */
char *sys_normal_path(const char *path); /* absolute, without "." and ".."; links are kept. From mem_alloc_raw; NULL with MemoryError pending */

#endif
