/* sys_info.h: the named tuples of sys: version_info, flags, float_info, int_info, hash_info, implementation. */
#ifndef INTERP_MODULES_SYS_INFO_H
#define INTERP_MODULES_SYS_INFO_H

#include "object.h"

#define SYS_VERSION_NUMBER "3.11.0"
#define SYS_VERSION SYS_VERSION_NUMBER " (framebench core)"

enum { INT_STR_DIGITS_THRESHOLD = 640 }; /* a limit of digits may not be smaller */

/* Each is made when first asked for, through the __getattr__ that this adds to the module. */
int sys_info_add(Value module);

#endif
