#include "text.h"

#include "mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void text_free(Text *text)
{
    free(text->bytes);
    *text = (Text){0};
}

static void reserve(Text *text, size_t more)
{
    size_t need = text->length + more + 1;
    if (need <= text->capacity)
        return;
    size_t capacity = text->capacity > 0 ? text->capacity : 128;
    while (capacity < need)
        capacity *= 2;
    text->bytes = mem_resize(text->bytes, capacity, 1);
    text->capacity = capacity;
}

void text_add_bytes(Text *text, const char *bytes, size_t length)
{
    reserve(text, length);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add(Text *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    reserve(text, (size_t)length);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
    va_end(again);
    text->length += (size_t)length;
}

const char *text_string(const Text *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

static bool continues_character(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

size_t text_columns(const char *utf8)
{
    size_t columns = 0;
    for (; *utf8 != '\0'; utf8++)
        columns += !continues_character(*utf8);
    return columns;
}

static void add_cut(Text *text, const char *value, size_t columns)
{
    size_t seen = 0;
    const char *end = value;
    for (; *end != '\0'; end++)
        if (!continues_character(*end) && seen++ == columns - 1)
            break;
    text_add_bytes(text, value, (size_t)(end - value));
    text_add(text, "~");
}

void text_add_left(Text *text, const char *value, int columns)
{
    int used = (int)text_columns(value);
    if (used > columns) {
        add_cut(text, value, (size_t)columns);
        return;
    }
    text_add(text, "%s%*s", value, columns - used, "");
}

void text_add_right(Text *text, const char *value, int columns)
{
    int used = (int)text_columns(value);
    if (used > columns) {
        add_cut(text, value, (size_t)columns);
        return;
    }
    text_add(text, "%*s%s", columns - used, "", value);
}

static bool is_plain_word(const char *word)
{
    return *word != '\0' &&
           word[strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/=:,+-{}")] == '\0';
}

void text_add_word(Text *text, const char *word)
{
    if (is_plain_word(word)) {
        text_add(text, "%s", word);
        return;
    }
    text_add(text, "'");
    for (; *word != '\0'; word++)
        text_add(text, *word == '\'' ? "'\\''" : "%c", *word);
    text_add(text, "'");
}
