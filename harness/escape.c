#include "escape.h"

#include "mem.h"

#include <stdlib.h>
#include <string.h>

/* Length of the UTF-8 character at `at`, 0 for a control character or a byte that starts none. */
static size_t character(const char *at)
{
    const unsigned char *u = (const unsigned char *)at;
    if (u[0] < 0x80)
        return u[0] >= ' ' && u[0] != 0x7f;
    size_t length = u[0] >= 0xf0 && u[0] <= 0xf4  ? 4
                    : u[0] >= 0xe0 && u[0] < 0xf0 ? 3
                    : u[0] >= 0xc2 && u[0] < 0xe0 ? 2
                                                  : 0;
    for (size_t i = 1; i < length; i++)
        if ((u[i] & 0xc0) != 0x80)
            return 0;
    bool is_c1 = length == 2 && u[0] == 0xc2 && u[1] < 0xa0;
    bool is_separator = length == 3 && u[0] == 0xe2 && u[1] == 0x80 && (u[2] == 0xa8 || u[2] == 0xa9);
    bool is_direction =
        length == 3 && u[0] == 0xe2 &&
        ((u[1] == 0x80 && u[2] >= 0xaa && u[2] <= 0xae) || (u[1] == 0x81 && u[2] >= 0xa6 && u[2] <= 0xa9));
    bool is_surrogate = length == 3 && u[0] == 0xed && u[1] >= 0xa0;
    bool is_overlong = (length == 3 && u[0] == 0xe0 && u[1] < 0xa0) || (length == 4 && u[0] == 0xf0 && u[1] < 0x90) ||
                       (length == 4 && u[0] == 0xf4 && u[1] > 0x8f);
    return is_c1 || is_separator || is_direction || is_surrogate || is_overlong ? 0 : length;
}

void escape_controls(char *value)
{
    char *to = value;
    const char *start = value;
    while (*value != '\0') {
        size_t length = character(value);
        /* What is no character but long enough for one, such as a mark of writing direction, goes as a whole. */
        size_t taken = length > 0 ? length : 1;
        while (length == 0 && ((unsigned char)value[taken] & 0xc0) == 0x80)
            taken++;
        if (length == 0)
            *to++ = *value == '\n' || *value == '\r' || *value == '\t' ? ' ' : '?';
        else if ((to == start || to[-1] == ' ') && (strncmp(value, "::", 2) == 0 || strncmp(value, "##[", 3) == 0))
            *to++ = '?';
        else
            to = (char *)memmove(to, value, length) + length;
        value += taken;
    }
    *to = '\0';
}

void escape_lines(char *message)
{
    char *to = message;
    for (char *line = message;;) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        escape_controls(line);
        size_t length = strlen(line);
        memmove(to, line, length + 1);
        to += length;
        *to++ = end != NULL ? '\n' : '\0';
        if (end == NULL)
            return;
        line = end + 1;
    }
}

enum { LONGEST_DRAWN = 3, LONGEST = 4 };

typedef const char *Replacement(char c);

static bool ends_in(const Text *text, const char *end)
{
    size_t length = strlen(end);
    return text->length >= length && memcmp(text->bytes + text->length - length, end, length) == 0;
}

/* Every character as it is, or as what `replace` gives for it, or ? when it has more than `longest` bytes. */
static void add_replaced(Text *text, const char *value, Replacement *replace, size_t longest)
{
    while (*value != '\0') {
        size_t length = character(value);
        const char *instead = length == 0 || length > longest ? "?" : length == 1 ? replace(*value) : NULL;
        if (*value == '>' && longest == LONGEST_DRAWN && ends_in(text, "]]"))
            instead = "\xe2\x80\xba"; /* gnuplot writes it to SVG as it is, where ]]> ends a section */
        if (instead != NULL)
            text_add(text, "%s", instead);
        else
            text_add_bytes(text, value, length);
        value += length > 0 ? length : 1;
    }
}

static const char *in_gnuplot(char c)
{
    return c == '\'' ? "''" : NULL;
}

void escape_gnuplot(Text *text, const char *value)
{
    text_add(text, "'");
    add_replaced(text, value, in_gnuplot, LONGEST_DRAWN);
    text_add(text, "'");
}

static const char *in_cell(char c)
{
    return c == '"' ? "\xe2\x80\x9d" : c == '\\' ? "\xe2\x88\x96" : NULL;
}

void escape_cell(Text *text, const char *value)
{
    if (*value == '\0')
        text_add(text, "?");
    add_replaced(text, value, in_cell, LONGEST_DRAWN);
}

static const char *in_html(char c)
{
    return c == '<'    ? "&lt;"
           : c == '>'  ? "&gt;"
           : c == '&'  ? "&amp;"
           : c == '"'  ? "&quot;"
           : c == '\'' ? "&#39;"
                       : NULL;
}

void escape_html(Text *text, const char *value)
{
    add_replaced(text, value, in_html, LONGEST);
}

/* Entities, not backslashes: inside a table cell GitHub reads the bar before it reads backslashes. */
static const char *in_markdown(char c)
{
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '|':
        return "&#124;";
    case '`':
        return "&#96;";
    case '*':
        return "&#42;";
    case '_':
        return "&#95;";
    case '[':
        return "&#91;";
    case ']':
        return "&#93;";
    case '\\':
        return "&#92;";
    case '~':
        return "&#126;";
    case '#':
        return "&#35;";
    case '@':
        return "&#64;";
    case '!':
        return "&#33;";
    case ':': /* no link from a bare address */
        return "&#58;";
    default:
        return NULL;
    }
}

void escape_markdown(Text *text, const char *value)
{
    add_replaced(text, value, in_markdown, LONGEST);
}

static const char *in_asciidoc(char c)
{
    return c == '{' ? "&#123;" : c == '}' ? "&#125;" : c == '^' ? "&#94;" : c == '+' ? "&#43;" : in_markdown(c);
}

void escape_asciidoc(Text *text, const char *value)
{
    add_replaced(text, value, in_asciidoc, LONGEST);
}

static bool is_plain(char c)
{
    return c != '\0' && strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", c) != NULL;
}

void escape_url(Text *text, const char *value)
{
    for (; *value != '\0'; value++)
        text_add(text, is_plain(*value) || *value == '/' ? "%c" : "%%%02X", (unsigned char)*value);
}

char *escape_file_name(const char *value)
{
    char *name = mem_copy_text(*value != '\0' ? value : "_");
    for (char *at = name; *at != '\0'; at++)
        if (!is_plain(*at))
            *at = '_';
    if (name[0] == '.' || name[0] == '-')
        name[0] = '_';
    return name;
}

char *escape_shorten(const char *value, size_t columns)
{
    if (text_columns(value) <= columns)
        return mem_copy_text(value);
    const char *end = value;
    for (size_t i = 0; i + 1 < columns && *end != '\0'; i++) {
        size_t length = character(end);
        end += length > 0 ? length : 1;
    }
    return mem_format("%.*s\xe2\x80\xa6", (int)(end - value), value);
}

void escape_base64(Text *text, const char *bytes, size_t length)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *u = (const unsigned char *)bytes;
    for (size_t i = 0; i < length; i += 3) {
        unsigned three = (unsigned)u[i] << 16 | (i + 1 < length ? (unsigned)u[i + 1] << 8 : 0) |
                         (i + 2 < length ? (unsigned)u[i + 2] : 0);
        char four[4] = {digits[three >> 18], digits[three >> 12 & 63], i + 1 < length ? digits[three >> 6 & 63] : '=',
                        i + 2 < length ? digits[three & 63] : '='};
        text_add_bytes(text, four, sizeof four);
    }
}
