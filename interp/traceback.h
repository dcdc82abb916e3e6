/* traceback.h: the Traceback object, and printing an exception the way CPython 3.11 does. */
#ifndef INTERP_TRACEBACK_H
#define INTERP_TRACEBACK_H

#include "exceptions.h"

typedef struct FrameObject FrameObject;
struct Code;

/* One link: the exception passed through `fobj` at instruction `instr_index`. tb_next leads towards where it was raised. */
typedef struct Traceback {
    Object head;
    Value next; /* Traceback or VALUE_NULL */
    FrameObject *fobj; /* owned */
    int instr_index;
    int64_t lasti; /* tb_lasti */
    int line;
} Traceback;

extern Type type_traceback;

/* Prepend an entry to the exception's traceback. Best effort: without memory the entry is left out. */
void traceback_here(Value exception, FrameObject *fobj, int instr_index, int line);

/* An exception that C code raised by itself, outside of any handler, is shown at the line that runs. */
void traceback_add_current_line(Value exception);

/* Line `number` (from 1) of a source file, without its newline; valid until the next call. */
bool traceback_source_line(const char *filename, int number, const char **start, size_t *length);

/* What exc_print writes for one entry, and for the exception without its traceback (notes included). */
Value traceback_entry_text(Value traceback);
Value traceback_message_text(Value exception);

int traceback_init(void);

#endif
