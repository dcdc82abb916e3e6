/* warn.h: warnings as CPython shows them: once a place, as "file:line: Category: text" and the source line on stderr.
 *
 * Once a program imports `warnings`, its filters and its showwarning decide.
 */
#ifndef INTERP_WARN_H
#define INTERP_WARN_H

#include "object.h"

/* At the line that runs now. The text is formatted as raise_error does. 0, or -1 with an exception pending (a filter made it one). */
int warn_here(Type *category, const char *format, ...);
int warn_never_awaited(Value coroutine);
/* At a line of a source file, for the compiler: no registry. `text` is a str. */
int warn_at(Type *category, Value text, Value filename, int line);

#endif
