/* contextvars.h: which context of variables runs now, for those that follow it. */
#ifndef INTERP_CONTEXTVARS_H
#define INTERP_CONTEXTVARS_H

extern void (*contextvars_on_switch)(void); /* called when another context runs; NULL: nobody follows */

void contextvars_fini(void);

#endif
