#include "source.h"

#include "abstract.h"
#include "exceptions.h"
#include "mem.h"
#include "options.h"
#include "parser.h"
#include "types/codec.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "warn.h"

#include <errno.h>
#include <stdio.h>

int source_read_stream(FILE *file, const char *path, char **text, size_t *length)
{
    size_t capacity = 0, used = 0;
    char *buffer = NULL;
    for (;;) {
        if (used == capacity) {
            capacity = capacity ? 2 * capacity : 16384;
            char *grown = mem_realloc_raw(buffer, capacity);
            if (!grown) {
                mem_free_raw(buffer);
                raise_no_memory();
                return -1;
            }
            buffer = grown;
        }
        size_t got = fread(buffer + used, 1, capacity - used, file);
        if (got == 0)
            break;
        used += got;
    }
    int error = ferror(file) ? errno : 0;
    if (error) {
        mem_free_raw(buffer);
        raise_os_error(error, path);
        return -1;
    }
    *text = buffer;
    *length = used;
    return 0;
}

int source_read_file(const char *path, char **text, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        raise_os_error(errno, path);
        return -1;
    }
    int status = source_read_stream(file, path, text, length);
    fclose(file);
    return status;
}

static Value optional_text(const char *text) { return text ? str_from_cstr(text) : VALUE_NONE; }

/* SyntaxError(message, (filename, line, offset, text, end_line, end_offset)) */
static void raise_diag(const Diag *diag)
{
    if (diag->kind == DIAG_MEMORY || diag->kind == DIAG_NONE) {
        raise_no_memory();
        return;
    }
    Type *type = diag->kind == DIAG_TAB_ERROR           ? &exc_TabError
                 : diag->kind == DIAG_INDENTATION_ERROR ? &exc_IndentationError
                                                        : &exc_SyntaxError;
    Value message = str_from_cstr(diag_message(diag)), filename = optional_text(diag->filename), text = optional_text(diag->source_line);
    Value details = VALUE_NULL;
    if (message && filename && text)
        details = tuple_pack(6, filename, int_from_int64(diag->line), int_from_int64(diag->offset), text,
                             int_from_int64(diag->end_line),
                             diag->end_offset == DIAG_NO_OFFSET ? VALUE_NONE : int_from_int64(diag->end_offset));
    Value args[2] = {message, details};
    Value exception = details ? call_value(value_of(type), args, 2, VALUE_NULL) : VALUE_NULL;
    if (exception)
        raise_object_steal(exception);
    value_release_null(message);
    value_release_null(filename);
    value_release_null(text);
    value_release_null(details);
}

/* CPython adds no newline to the text of an expression or a single statement: an error in its last line shows none, and is not behind it. */
static void raise_expression_diag(Diag *diag, const char *text, size_t length)
{
    const char *last = length ? memrchr(text, '\n', length) : NULL;
    last = last ? last + 1 : text;
    size_t rest = length - (size_t)(last - text);
    const char *shown = diag->source_line;
    if (rest && shown && strncmp(shown, last, rest) == 0 && strcmp(shown + rest, "\n") == 0) {
        diag_drop_newline(diag);
        int end = diag_char_offset(diag, diag->line, (int)rest);
        if (diag->offset > end)
            diag->offset = end;
    }
    raise_diag(diag);
}

/* A filter made a warning an error: a SyntaxError there. */
static void raise_warning(const DiagWarning *warning, Diag *diag)
{
    exc_clear();
    diag_discard(diag);
    diag_error_at(diag, DIAG_SYNTAX_ERROR, warning->line, warning->offset, warning->end_line, warning->end_offset, "%s",
                  warning->message);
    if (warning->key == NULL)
        diag_drop_text_of_no_file(diag);
    else if (!warning->deprecation)
        diag_drop_newline(diag); /* the lexer's */
    raise_diag(diag);
}

/* 0, or -1 with an exception pending. Those of the lexer behind an error were never read by CPython. */
static int show_warnings(Diag *diag, const char *filename)
{
    for (const DiagWarning *warning = diag->first_warning; warning; warning = warning->next) {
        if (diag_is_set(diag) && warning->line > diag->line)
            continue;
        Type *category = warning->deprecation ? &exc_DeprecationWarning : &exc_SyntaxWarning;
        Value text = str_from_cstr(warning->message), file = text ? str_from_cstr(filename) : VALUE_NULL;
        int result = file ? warn_at(category, text, file, warning->line) : -1;
        value_release_null(text);
        value_release_null(file);
        if (result < 0) {
            if (exc_matches(category))
                raise_warning(warning, diag);
            return -1;
        }
    }
    return 0;
}

Code *source_compile_module(const char *text, size_t length, const char *filename)
{
    return source_compile(text, length, filename, (CompileOptions){.mode = COMPILE_MODULE, .optimize = options.optimize});
}

Code *source_compile(const char *text, size_t length, const char *filename, CompileOptions how)
{
    ParseMode parse_mode = how.mode == COMPILE_EVAL ? PARSE_EVAL : how.mode == COMPILE_SINGLE ? PARSE_SINGLE : PARSE_EXEC;
    Arena arena;
    Diag diag;
    arena_init(&arena);
    diag_init(&diag);
    diag.decoded = how.decoded;
    AstModule *tree = parse_source(&arena, text, length, filename, parse_mode, &diag);
    Value code = tree ? compile_module(&arena, tree, filename, how, &diag) : VALUE_NULL;
    if (diag.first_warning && show_warnings(&diag, filename) < 0)
        value_clear(&code);
    else if (!code && parse_mode != PARSE_EXEC)
        raise_expression_diag(&diag, text, length);
    else if (!code)
        raise_diag(&diag);
    diag_fini(&diag);
    arena_fini(&arena);
    return code ? as_code(code) : NULL;
}

const char *source_of_str(Value str, size_t *length)
{
    if (!as_str(str)->ascii) {
        Value encoded = codec_encode(CODEC_UTF8, str, "strict", true);
        if (!encoded)
            return NULL;
        value_release(encoded);
    }
    return str_utf8(str, length);
}

Value source_use_expression(const char *text, size_t length, const char *filename, Value (*use)(const Expr *tree))
{
    Arena arena;
    Diag diag;
    arena_init(&arena);
    diag_init(&diag);
    diag.decoded = true;
    AstModule *tree = parse_source(&arena, text, length, filename, PARSE_EVAL, &diag);
    Value result = VALUE_NULL;
    if (!diag.first_warning || show_warnings(&diag, filename) == 0) {
        if (tree)
            result = use(tree->expr);
        else
            raise_expression_diag(&diag, text, length);
    }
    diag_fini(&diag);
    arena_fini(&arena);
    return result;
}

Code *source_compile_file(const char *path)
{
    char *text;
    size_t length;
    if (source_read_file(path, &text, &length) < 0)
        return NULL;
    Code *code = source_compile_module(text, length, path);
    mem_free_raw(text);
    return code;
}
