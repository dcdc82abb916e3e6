/* main_module.h: the program itself: what options say to run becomes the module __main__. */
#ifndef INTERP_MAIN_MODULE_H
#define INTERP_MAIN_MODULE_H

#include "object.h"

/* Before anything starts: can the file be read, is there a program at all? 0, or the exit status, with the reason on stderr. */
int main_module_check(void);

/* The warnings module when filters are given, then sys.path[0]. -1 with an exception pending. */
int main_module_prepare(void);

/* Runs the program, or prints its bytecode. -1 with an exception pending. */
int main_module_run(void);

#endif
