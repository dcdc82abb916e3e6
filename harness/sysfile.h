/* Small files of /proc and /sys, read below a root that tests and copied trees of other machines can replace. */
#ifndef FRAMEBENCH_SYSFILE_H
#define FRAMEBENCH_SYSFILE_H

#include <stdbool.h>
#include <stddef.h>

/* In all of these `root` stands in front of the absolute path that the format makes; "" is this machine. What cannot
 * be read is NULL or false. Strings are the caller's to free. */

/* The first line, without the newline. */
char *sysfile_line(const char *root, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The first line as a number; anything behind the number is ignored. */
bool sysfile_number(const char *root, double *number, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Of "always [madvise] never" the chosen word; the whole line where none is bracketed. */
char *sysfile_choice(const char *root, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* All of it, at most 4 MiB. */
char *sysfile_text(const char *root, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool sysfile_exists(const char *root, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The value of "key : value" or "key\tvalue" where the key stands at the start of a line; the first such line. */
char *sysfile_field(const char *text, const char *key);

/* The names in a folder without "." and "..", sorted; NULL-terminated, freed with sysfile_free_names. NULL: no such
 * folder. */
char **sysfile_names(const char *root, const char *folder);
void sysfile_free_names(char **names);

/* Whether a kernel list such as "0-3,8" holds the number; how many numbers it holds. */
bool sysfile_list_has(const char *list, int number);
size_t sysfile_list_count(const char *list);

#endif
