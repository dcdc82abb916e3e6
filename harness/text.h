/* A string that grows: what tables, scripts and messages are put together in. */
#ifndef FRAMEBENCH_TEXT_H
#define FRAMEBENCH_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialized is empty and valid; bytes is NULL until something was added, length excludes the final zero. */
typedef struct Text {
    char *bytes;
    size_t length;
    size_t capacity;
} Text;

void text_free(Text *text);
void text_add(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_add_bytes(Text *text, const char *bytes, size_t length);

/* The content as a C string, never NULL; valid until the next change. */
const char *text_string(const Text *text);

/* Add `value` padded with blanks to `columns` terminal columns, counting UTF-8 characters, not bytes.
 * Longer text is cut and ends in '~'. */
void text_add_left(Text *text, const char *value, int columns);
void text_add_right(Text *text, const char *value, int columns);

/* Add a word in single quotes where it needs them: for a shell, and for framebench, which splits as a shell does. */
void text_add_word(Text *text, const char *word);

size_t text_columns(const char *utf8);

#endif
