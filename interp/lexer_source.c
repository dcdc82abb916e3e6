/* lexer_source.c: bytes of a file to the text that the lexer reads: encoding, newlines, checks. */
#include "lexer.h"

#include "mem.h"

#include <string.h>

typedef enum SourceEncoding { ENCODING_UTF8, ENCODING_ASCII, ENCODING_LATIN1, ENCODING_UNKNOWN } SourceEncoding;

enum { ENCODING_NAME_MAX = 64 };

static bool is_encoding_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

/* PEP 263: a comment line that holds "coding" then ':' or '=', blanks, a name. Copies the name in lower case with '-'
 * for '_'. */
static bool find_declaration(const char *line, size_t length, char *name)
{
    size_t at = 0;

    while (at < length && (line[at] == ' ' || line[at] == '\t' || line[at] == '\f'))
        at++;
    if (at == length || line[at] != '#')
        return false;
    for (; at + 7 <= length; at++) {
        size_t begin = at + 7;
        size_t size = 0;

        if (memcmp(line + at, "coding", 6) != 0 || (line[at + 6] != ':' && line[at + 6] != '='))
            continue;
        while (begin < length && (line[begin] == ' ' || line[begin] == '\t'))
            begin++;
        while (begin + size < length && is_encoding_char(line[begin + size])) {
            char c = line[begin + size];

            if (size < ENCODING_NAME_MAX - 1)
                name[size] = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
            size++;
        }
        if (size > 0) {
            name[size < ENCODING_NAME_MAX ? size : ENCODING_NAME_MAX - 1] = '\0';
            return true;
        }
    }
    return false;
}

static bool is_blank_or_comment(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (line[i] == '#')
            return true;
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\f')
            return false;
    }
    return true;
}

static bool name_is(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static SourceEncoding encoding_by_name(const char *name)
{
    static const char *const utf8[] = {"utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001", NULL};
    static const char *const ascii[] = {"ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us", NULL};
    static const char *const latin1[] = {"latin-1", "latin1", "latin", "iso-8859-1", "iso8859-1",
                                         "8859",    "cp819",  "l1",    NULL};

    if (name_is(name, utf8) || strncmp(name, "utf-8-", 6) == 0)
        return ENCODING_UTF8;
    if (name_is(name, ascii))
        return ENCODING_ASCII;
    if (name_is(name, latin1) || strncmp(name, "latin-1-", 8) == 0 || strncmp(name, "iso-8859-1-", 11) == 0)
        return ENCODING_LATIN1;
    return ENCODING_UNKNOWN;
}

/* The declaration on line one, or on line two below a blank or comment line. */
static SourceEncoding detect_encoding(const char *source, size_t length, char *name, bool *declared)
{
    *declared = false;
    for (int line = 0; line < 2 && length > 0; line++) {
        size_t size = 0;

        while (size < length && source[size] != '\n' && source[size] != '\r')
            size++;
        *declared = find_declaration(source, size, name);
        if (*declared)
            return encoding_by_name(name);
        if (!is_blank_or_comment(source, size))
            break;
        if (size < length && source[size] == '\r' && size + 1 < length && source[size + 1] == '\n')
            size++;
        if (size < length)
            size++;
        source += size;
        length -= size;
    }
    return ENCODING_UTF8;
}

/* Bytes of the well-formed character at `at`, or 0. */
static size_t utf8_sequence(const unsigned char *at, const unsigned char *end)
{
    size_t left = (size_t)(end - at);

    if (at[0] >= 0xC2 && at[0] <= 0xDF)
        return left >= 2 && (at[1] & 0xC0) == 0x80 ? 2 : 0;
    if (at[0] >= 0xE0 && at[0] <= 0xEF) {
        if (left < 3 || (at[1] & 0xC0) != 0x80 || (at[2] & 0xC0) != 0x80)
            return 0;
        if ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F))
            return 0;
        return 3;
    }
    if (at[0] >= 0xF0 && at[0] <= 0xF4) {
        if (left < 4 || (at[1] & 0xC0) != 0x80 || (at[2] & 0xC0) != 0x80 || (at[3] & 0xC0) != 0x80)
            return 0;
        if ((at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

static size_t count_high_bytes(const char *source, size_t length)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        count += (unsigned char)source[i] >> 7;
    return count;
}

/* What is wrong at this byte, which is neither ASCII nor the begin of a well-formed character. */
static const char *report_bad_byte(Diag *diag, SourceEncoding encoding, unsigned char byte, int line)
{
    if (encoding == ENCODING_ASCII)
        return diag_error_at(diag, DIAG_SYNTAX_ERROR, 0, -1, 0, -1, "encoding problem: ascii");
    return diag_error_at(diag, DIAG_SYNTAX_ERROR, 0, -1, 0, -1,
                         "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; see "
                         "https://peps.python.org/pep-0263/ for details",
                         byte, diag->source_filename, line);
}

const char *lexer_prepare(Arena *arena, Diag *diag, const char *source, size_t length, size_t *prepared_length)
{
    char name[ENCODING_NAME_MAX] = "utf-8";
    const unsigned char *in, *end;
    SourceEncoding encoding;
    size_t extra;
    char *text, *out;
    bool has_bom = false;
    bool declared = false;
    int line = 1;

    diag->source = NULL;
    if (length > INT32_MAX / 2)
        return diag_error_at(diag, DIAG_SYNTAX_ERROR, 0, -1, 0, -1, "source code is too large (the limit is 1 GiB)");
    if (diag->decoded) {
        encoding = ENCODING_UTF8;
    } else if (length >= 3 && memcmp(source, "\xef\xbb\xbf", 3) == 0) {
        source += 3;
        length -= 3;
        has_bom = true;
        encoding = detect_encoding(source, length, name, &declared);
        if (strcmp(name, "utf-8") != 0 && strncmp(name, "utf-8-", 6) != 0)
            return diag_error_at(diag, DIAG_SYNTAX_ERROR, 0, -1, 0, -1, "encoding problem: %s with BOM",
                                 encoding == ENCODING_LATIN1 ? "iso-8859-1" : name);
    } else {
        encoding = detect_encoding(source, length, name, &declared);
    }
    if (encoding == ENCODING_UNKNOWN)
        return diag_error_at(diag, DIAG_SYNTAX_ERROR, 0, -1, 0, -1, "encoding problem: %s", name);

    diag->byte_offsets = diag->from_file && !has_bom && !declared;

    extra = encoding == ENCODING_LATIN1 ? count_high_bytes(source, length) : 0;
    text = out = arena_alloc(arena, length + extra + 2);
    if (text == NULL)
        return diag_memory(diag);
    in = (const unsigned char *)source;
    end = in + length;
    while (in < end) {
        unsigned char byte = *in;

        if (byte == '\n' || byte == '\r') {
            *out++ = '\n';
            in += byte == '\r' && in + 1 < end && in[1] == '\n' ? 2 : 1;
            line++;
        } else if (byte == 0) {
            diag->source = text;
            diag->source_length = (size_t)(out - text);
            return diag_error_at(diag, DIAG_SYNTAX_ERROR, line, 0, line, 0, "source code cannot contain null bytes");
        } else if (byte < 0x80) {
            *out++ = (char)byte;
            in++;
        } else if (encoding == ENCODING_LATIN1) {
            *out++ = (char)(0xC0 | byte >> 6);
            *out++ = (char)(0x80 | (byte & 0x3F));
            in++;
        } else {
            size_t size = encoding == ENCODING_UTF8 ? utf8_sequence(in, end) : 0;

            if (size == 0)
                return report_bad_byte(diag, encoding, byte, line);
            memcpy(out, in, size);
            out += size;
            in += size;
        }
    }
    if (out > text && out[-1] != '\n')
        *out++ = '\n';
    *out = '\0';
    *prepared_length = (size_t)(out - text);
    diag->source = text;
    diag->source_length = *prepared_length;
    return text;
}
