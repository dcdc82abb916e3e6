/* A measured executable, described as facts: path, size, SHA-256, build id, the compiler and flags it was built with.
 */
#ifndef FRAMEBENCH_BINARY_H
#define FRAMEBENCH_BINARY_H

#include "result.h"

#include <sys/types.h>

/* The executable a running process really is (behind wrappers and links). */
void binary_describe_process(pid_t pid, Facts *facts);

/* The same of a file that nobody runs, without its path. What the file does not tell is an absent fact. */
void binary_describe_file(const char *path, Facts *facts);

#endif
