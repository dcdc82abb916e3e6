/* builtins.h: the builtins namespace. */
#ifndef INTERP_BUILTINS_H
#define INTERP_BUILTINS_H

#include "object.h"

extern Dict *builtins_dict; /* borrowed from the builtins module */
extern Value builtins_module;

int builtins_init(void); /* after types and exceptions; -1 with an exception pending */
void builtins_fini(void);
int builtins_add_quitters(void); /* builtins_quit.c */

/* Buffered standard output, shared by print() and sys.stdout. builtins_io.c */
int stdout_write(const char *text, size_t length); /* UTF-8; -1: OSError pending */
int stdout_write_bytes(const void *data, size_t length); /* to sys.stdout.buffer */
int stdout_flush(void);
void stdout_unbuffer(void); /* every write goes out at once from now on */
int stderr_write(const char *text, size_t length); /* flushes stdout first, so that both stay in order */

/* As natives, for those who recognize or call them. The rest is in builtins_functions.h. */
Value builtin_print(Value self, const Value *args, int nargs, Value kwnames);
Value builtin_input(Value self, const Value *args, int nargs, Value kwnames);
Value builtin_open(Value self, const Value *args, int nargs, Value kwnames);
Value builtin_next(Value self, const Value *args, int nargs, Value kwnames);

#endif
