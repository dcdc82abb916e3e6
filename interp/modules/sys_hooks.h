/* sys_hooks.h: values and exceptions shown through sys.displayhook, sys.excepthook and sys.unraisablehook, which the program may replace. */
#ifndef INTERP_MODULES_SYS_HOOKS_H
#define INTERP_MODULES_SYS_HOOKS_H

#include "object.h"

int sys_display(Value v); /* an expression statement of interactive code. -1: an exception is pending */
void sys_show_uncaught(Value exception);
int sys_hooks_add(Value module);

#endif
