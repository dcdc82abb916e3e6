/* diag.c: see diag.h. */
#include "diag.h"

#include "mem.h"

#include <string.h>
#include <unistd.h>

void diag_init(Diag *diag)
{
    memset(diag, 0, sizeof *diag);
    diag->source_first_line = 1;
}

void diag_discard(Diag *diag)
{
    mem_free_raw(diag->message);
    mem_free_raw(diag->filename);
    mem_free_raw(diag->source_line);
    diag->message = diag->filename = diag->source_line = NULL;
    diag->kind = DIAG_NONE;
}

static void free_warnings(DiagWarning *warning)
{
    while (warning != NULL) {
        DiagWarning *next = warning->next;

        mem_free_raw(warning);
        warning = next;
    }
}

void diag_fini(Diag *diag)
{
    diag_discard(diag);
    free_warnings(diag->first_warning);
    diag_init(diag);
}

bool diag_warn(Diag *diag, bool deprecation, const char *key, int line, int offset, int end_line, int end_offset,
               const char *format, ...)
{
    DiagWarning *warning;
    va_list args;

    for (warning = diag->first_warning; key != NULL && warning != NULL; warning = warning->next)
        if (warning->key == key)
            return true;
    warning = mem_alloc_raw(sizeof *warning);
    if (warning == NULL)
        return diag_memory(diag), false;
    *warning = (DiagWarning){.key = key, .deprecation = deprecation, .line = line, .offset = offset,
                             .end_line = end_line, .end_offset = end_offset};
    va_start(args, format);
    vsnprintf(warning->message, sizeof warning->message, format, args);
    va_end(args);
    if (diag->last_warning != NULL)
        diag->last_warning->next = warning;
    else
        diag->first_warning = warning;
    diag->last_warning = warning;
    return true;
}

bool diag_repeat_warnings(Diag *diag, DiagWarning *since, DiagWarning *after)
{
    DiagWarning *end = diag->last_warning, *from = since;
    while (from != end) {
        from = from != NULL ? from->next : diag->first_warning;
        DiagWarning *copy = mem_alloc_raw(sizeof *copy), **link = after != NULL ? &after->next : &diag->first_warning;
        if (copy == NULL)
            return diag_memory(diag), false;
        *copy = *from;
        copy->next = *link;
        *link = copy;
        if (copy->next == NULL)
            diag->last_warning = copy;
        after = copy;
    }
    return true;
}

void diag_forget_compiler_warnings(Diag *diag)
{
    DiagWarning **link = &diag->first_warning;

    for (diag->last_warning = NULL; *link != NULL && (*link)->key != NULL; link = &(*link)->next)
        diag->last_warning = *link;
    free_warnings(*link);
    *link = NULL;
}

void diag_drop_newline(Diag *diag)
{
    if (diag->source_line != NULL)
        diag->source_line[strcspn(diag->source_line, "\n")] = '\0';
}

void diag_drop_text_of_no_file(Diag *diag)
{
    if (diag->source_filename != NULL && access(diag->source_filename, R_OK) == 0)
        return;
    mem_free_raw(diag->source_line);
    diag->source_line = NULL;
}

static char *copy_text(const char *text, size_t length)
{
    char *copy = mem_alloc_raw(length + 1);

    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* The text of a line of the source with its newline; length 0 where there is no such line. */
static const char *find_line(const Diag *diag, int line, size_t *length)
{
    const char *text = diag->source;
    const char *end;
    const char *newline;

    *length = 0;
    if (text == NULL || line < diag->source_first_line)
        return NULL;
    end = text + diag->source_length;
    for (int at = diag->source_first_line; at < line; at++) {
        newline = memchr(text, '\n', (size_t)(end - text));
        if (newline == NULL)
            return NULL;
        text = newline + 1;
    }
    newline = memchr(text, '\n', (size_t)(end - text));
    *length = (size_t)((newline == NULL ? end : newline + 1) - text);
    return text;
}

/* How many characters the first `offset` bytes of a line begin; a character that is cut counts. */
int diag_char_offset(const Diag *diag, int line, int offset)
{
    size_t length;
    const char *text = find_line(diag, line, &length);
    int count = 0;

    if (offset <= 0 || text == NULL)
        return offset;
    if ((size_t)offset > length + 1)
        offset = (int)length + 1;
    for (int i = 0; i < offset; i++)
        if ((size_t)i >= length || ((unsigned char)text[i] & 0xC0) != 0x80)
            count++;
    return count;
}

void *diag_memory(Diag *diag)
{
    if (!diag_is_set(diag))
        diag->kind = DIAG_MEMORY;
    return NULL;
}

void *diag_verror_at(Diag *diag, DiagKind kind, int line, int offset, int end_line, int end_offset, const char *format,
                     va_list args)
{
    const char *text;
    size_t length;
    va_list again;
    int size;

    if (diag_is_set(diag))
        return NULL;
    va_copy(again, args);
    size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    diag->message = mem_alloc_raw((size_t)size + 1);
    if (diag->message == NULL)
        return diag_memory(diag);
    vsnprintf(diag->message, (size_t)size + 1, format, args);
    diag->kind = kind;

    text = find_line(diag, line, &length);
    if (text != NULL)
        diag->source_line = copy_text(text, length);
    if (diag->source_filename != NULL)
        diag->filename = copy_text(diag->source_filename, strlen(diag->source_filename));
    diag->line = line;
    diag->end_line = end_line;
    diag->offset = offset;
    diag->end_offset = end_offset;
    return NULL;
}

void *diag_error_at(Diag *diag, DiagKind kind, int line, int offset, int end_line, int end_offset, const char *format,
                    ...)
{
    va_list args;

    va_start(args, format);
    diag_verror_at(diag, kind, line, offset, end_line, end_offset, format, args);
    va_end(args);
    return NULL;
}

void *diag_error(Diag *diag, DiagKind kind, SrcPos pos, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    diag_verror_at(diag, kind, (int)pos.line, (int)pos.col + 1, (int)pos.end_line, (int)pos.end_col + 1, format, args);
    va_end(args);
    return NULL;
}

const char *diag_kind_name(DiagKind kind)
{
    switch (kind) {
    case DIAG_INDENTATION_ERROR:
        return "IndentationError";
    case DIAG_TAB_ERROR:
        return "TabError";
    case DIAG_MEMORY:
        return "MemoryError";
    case DIAG_NONE:
    case DIAG_SYNTAX_ERROR:
        break;
    }
    return "SyntaxError";
}

const char *diag_message(const Diag *diag)
{
    return diag->message != NULL ? diag->message : "";
}

void diag_print_line(const char *text, int64_t offset, int64_t carets, FILE *out)
{
    int64_t length = (int64_t)strlen(text);
    while (*text == ' ' || *text == '\t' || *text == '\f') {
        text++;
        length--;
        offset--;
    }
    if (length > 0 && text[length - 1] == '\n')
        length--;
    if (offset > length)
        offset = length;
    fprintf(out, "    %.*s\n", (int)length, text);
    if (offset < 0)
        return;
    fprintf(out, "    %*s", (int)offset, "");
    while (carets-- > 0)
        putc('^', out);
    putc('\n', out);
}

static void print_text(const Diag *diag, FILE *out)
{
    const char *text = diag->source_line;
    long length = (long)strlen(text);
    long offset = diag->offset - 1L;
    long end_offset = diag->end_line > diag->line ? length : diag->end_offset;
    long carets =
        diag->kind == DIAG_SYNTAX_ERROR && end_offset > 0 && end_offset > diag->offset ? end_offset - diag->offset : 1;

    diag_print_line(text, offset, carets, out);
}

void diag_print(const Diag *diag, FILE *out)
{
    if (diag->kind == DIAG_MEMORY) {
        fputs("MemoryError\n", out);
        return;
    }
    if (diag->line > 0)
        fprintf(out, "  File \"%s\", line %d\n", diag->filename != NULL ? diag->filename : "<string>", diag->line);
    if (diag->line > 0 && diag->source_line != NULL)
        print_text(diag, out);
    fprintf(out, "%s: %s\n", diag_kind_name(diag->kind), diag_message(diag));
}
