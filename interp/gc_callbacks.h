/* gc_callbacks.h: gc.callbacks: functions of the program that are told of each collection's start and end. */
#ifndef INTERP_GC_CALLBACKS_H
#define INTERP_GC_CALLBACKS_H

#include "types/list.h"

Value gc_callbacks_list(void); /* the list itself; new reference. VALUE_NULL: MemoryError */
bool gc_has_callbacks(void);
void gc_tell(const char *phase, int generation, int64_t collected); /* "start" or "stop"; what a callback raises is shown */
void gc_callbacks_fini(void); /* nobody is told any more */

#endif
