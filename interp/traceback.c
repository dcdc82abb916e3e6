#include "traceback.h"

#include "abstract.h"
#include "attr.h"
#include "code.h"
#include "frameobj.h"
#include "gc.h"
#include "lib.h"
#include "mem.h"
#include "modules/modules.h"
#include "names.h"
#include "native.h"
#include "options.h"
#include "suggest.h"
#include "parser.h"
#include "type.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "unicode_width.h"
#include "xframe.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

enum { REPEAT_SHOWN = 3 }; /* identical entries printed before "[Previous line repeated …]" */

static Traceback *as_traceback(Value v) { return (Traceback *)value_object(v); }

void traceback_here(Value exception, FrameObject *fobj, int instr_index, int line)
{
    ExceptionObject *e = (ExceptionObject *)value_object(exception);
    Traceback *entry = object_alloc(&type_traceback, sizeof *entry);
    if (!entry) {
        exc_clear();
        return;
    }
    entry->next = e->traceback;
    object_retain(fobj);
    entry->fobj = fobj;
    entry->instr_index = instr_index;
    entry->lasti = 2 * (int64_t)instr_index;
    entry->line = line;
    e->traceback = value_of(entry);
    gc_track(entry);
}

static void traceback_traverse(Object *object, VisitFn visit, void *context)
{
    Traceback *self = (Traceback *)object;
    visit(self->next, context);
    visit(value_of(self->fobj), context);
}

static void traceback_clear(Object *object)
{
    Traceback *self = (Traceback *)object;
    FrameObject *fobj = self->fobj;
    self->fobj = NULL;
    object_release_null(fobj);
    value_clear(&self->next);
}

static void traceback_dealloc(Object *object)
{
    gc_untrack(object);
    traceback_clear(object);
    object_free(object, sizeof(Traceback));
}

static Value get_next(Value self) { return as_traceback(self)->next ? value_retain(as_traceback(self)->next) : VALUE_NONE; }
static Value get_fobj(Value self) { return as_traceback(self)->fobj ? value_retain(value_of(as_traceback(self)->fobj)) : VALUE_NONE; }
static Value get_line(Value self) { return int_from_int64(as_traceback(self)->line); }
static Value get_lasti(Value self) { return int_from_int64(as_traceback(self)->lasti); }

static int set_next(Value self, Value value)
{
    if (!value)
        return raise_error_int(&exc_TypeError, "can't delete tb_next attribute");
    if (value != VALUE_NONE && !value_is_exactly(value, &type_traceback))
        return raise_error_int(&exc_TypeError, "expected traceback object, got '%T'", value);
    for (Value v = value == VALUE_NONE ? VALUE_NULL : value; v; v = as_traceback(v)->next)
        if (v == self)
            return raise_error_int(&exc_ValueError, "traceback loop detected");
    value_set_steal(&as_traceback(self)->next, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return 0;
}

/* types.TracebackType(): a program puts tracebacks together by itself. */
static Value traceback_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value bound[4];
    int lasti = -1, line = -1;
    if (!native_bind("TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (!value_is_exactly(bound[1], &type_frame))
        return raise_error(&exc_TypeError, "TracebackType() argument 'tb_frame' must be frame, not %A", bound[1]);
    if (int_as_int32(bound[2], &lasti) < 0 || int_as_int32(bound[3], &line) < 0)
        return VALUE_NULL;
    if (bound[0] != VALUE_NONE && !value_is_exactly(bound[0], &type_traceback))
        return raise_error(&exc_TypeError, "expected traceback object or None, got '%T'", bound[0]);
    Traceback *made = object_alloc(type, sizeof *made);
    if (!made)
        return VALUE_NULL;
    made->next = bound[0] == VALUE_NONE ? VALUE_NULL : value_retain(bound[0]);
    made->fobj = (FrameObject *)value_object(value_retain(bound[1]));
    made->lasti = lasti;
    made->instr_index = lasti < 0 ? -1 : lasti / 2;
    made->line = line;
    gc_track(made);
    return value_of(made);
}

static const GetSetDef traceback_getsets[] = {
    {"tb_next", get_next, set_next},
    {"tb_frame", get_fobj, attr_readonly},
    {"tb_lineno", get_line, NULL},
    {"tb_lasti", get_lasti, attr_readonly},
    {0},
};

static Value traceback_dir(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    static const char *const names[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    Value list = list_new(0);
    for (int i = 0; list && i < 4; i++) {
        Value name = str_from_cstr(names[i]);
        if (!name || list_append_steal(list, name) < 0)
            value_clear(&list);
    }
    return list;
}

static const NativeDef traceback_methods[] = {{"__dir__", traceback_dir, 0, 0, 0}, {0}};

Type type_traceback = {.head = OBJECT_STATIC(&type_type), .name = "traceback", .flags = TYPE_GC, .size = sizeof(Traceback),
                       .base = &type_object, .new = traceback_new, .dealloc = traceback_dealloc, .traverse = traceback_traverse,
                       .clear = traceback_clear, .getsets = traceback_getsets, .methods = traceback_methods};

int traceback_init(void) { return type_ready(&type_traceback); }

/* ---- source lines ---- */

/* The file a traceback showed last; a traceback mostly stays in one. */
static struct {
    char *filename, *text;
    size_t length;
} source_cache;

static bool source_load(const char *filename)
{
    if (source_cache.filename && strcmp(source_cache.filename, filename) == 0)
        return source_cache.text != NULL;
    mem_free_raw(source_cache.filename);
    mem_free_raw(source_cache.text);
    source_cache.text = NULL;
    source_cache.length = 0;
    size_t size = strlen(filename) + 1;
    source_cache.filename = mem_alloc_raw(size);
    if (!source_cache.filename)
        return false;
    memcpy(source_cache.filename, filename, size);
    const LibModule *lib = lib_find_path(filename);
    FILE *file = lib ? fmemopen((void *)(uintptr_t)lib->text, lib->length, "rb") : fopen(filename, "rb");
    if (!file)
        return false;
    size_t capacity = 0;
    for (;;) {
        if (source_cache.length == capacity) {
            capacity = capacity ? 2 * capacity : 65536;
            char *text = mem_realloc_raw(source_cache.text, capacity);
            if (!text)
                break;
            source_cache.text = text;
        }
        size_t got = fread(source_cache.text + source_cache.length, 1, capacity - source_cache.length, file);
        if (got == 0)
            break;
        source_cache.length += got;
    }
    fclose(file);
    return source_cache.text != NULL;
}

/* Line `number` (from 1) of the file, without its newline. */
bool traceback_source_line(const char *filename, int number, const char **start, size_t *length)
{
    if (!source_load(filename))
        return false;
    const char *at = source_cache.text, *end = at + source_cache.length;
    for (int line = 1; line < number; line++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            return false;
        at++;
    }
    if (at >= end)
        return false;
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *start = at;
    *length = (size_t)((newline ? newline : end) - at);
    if (*length && at[*length - 1] == '\r')
        (*length)--;
    return true;
}

/* ---- carets ---- */

/* The columns that text takes: two for a wide character. */
static size_t display_width(const char *text, size_t bytes)
{
    size_t width = 0;
    for (size_t i = 0; i < bytes;) {
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t size = text[i] & 0x80 ? utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(bytes - i), &point) : 1;
        UnicodeWidth class = size > 1 ? unicode_width((uint32_t)point) : WIDTH_NARROW;
        width += class == WIDTH_WIDE || class == WIDTH_FULL ? 2 : 1;
        i += size > 0 ? (size_t)size : 1;
    }
    return width;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/* The one expression that is the whole of a source segment, or NULL. */
static const Expr *parse_segment(Arena *arena, Diag *diag, const char *segment, size_t length)
{
    AstModule *tree = parse_source(arena, segment, length, "<segment>", PARSE_EXEC, diag);
    if (!tree || tree->body.count != 1 || tree->body.items[0]->kind != STMT_EXPR)
        return NULL;
    return tree->body.items[0]->expr.value;
}

/* Where, inside a segment that is one binary operation or subscript, the operator stands (byte offsets): it is marked with ^
 * and the operands with ~. CPython finds it by parsing the segment anew, and so do we. */
static bool find_anchor(const char *segment, size_t length, size_t *from, size_t *to)
{
    Arena arena;
    Diag diag;
    arena_init(&arena);
    diag_init(&diag);
    bool found = false;
    const Expr *expr = parse_segment(&arena, &diag, segment, length);
    if (expr && expr->kind == EXPR_BIN_OP) {
        size_t at = expr->bin_op.left->pos.end_col, right = expr->bin_op.right->pos.col;
        while (at < right && (is_blank(segment[at]) || segment[at] == ')'))
            at++;
        found = at < right;
        *from = at;
        *to = at + 1 + (at + 1 < right && !is_blank(segment[at + 1]));
    } else if (expr && expr->kind == EXPR_SUBSCRIPT) {
        size_t open = expr->subscript.value->pos.end_col, close = expr->subscript.slice->pos.end_col;
        while (open < length && segment[open] != '[')
            open++;
        while (close < length && segment[close] != ']')
            close++;
        found = close < length;
        *from = open;
        *to = close + 1;
    }
    diag_fini(&diag);
    arena_fini(&arena);
    return found && *to <= length;
}

static void print_carets(FILE *out, const Code *code, int instr_index, const char *line, size_t length)
{
    if (options.no_carets)
        return;
    if (instr_index < 0 || instr_index >= code->instr_count)
        return;
    SrcPos pos = code->positions[instr_index];
    size_t first = 0, last = length;
    while (first < last && is_blank(line[first]))
        first++;
    while (last > first && is_blank(line[last - 1]))
        last--;
    size_t start = pos.col, end = pos.end_line == pos.line ? pos.end_col : last;
    if (pos.line == 0 || start < first || end > length || start >= end)
        return;
    if (end > last)
        end = last;
    size_t from = 0, to = 0;
    bool anchored = pos.end_line == pos.line && find_anchor(line + start, end - start, &from, &to);
    if (start == first && end == last && !anchored)
        return; /* the whole line: nothing to point at */
    fputs("    ", out);
    for (size_t i = display_width(line + first, start - first); i > 0; i--)
        fputc(' ', out);
    size_t total = display_width(line + start, end - start);
    size_t mark_from = anchored ? display_width(line + start, from) : 0;
    size_t mark_to = anchored ? display_width(line + start, to) : total;
    for (size_t i = 0; i < total; i++)
        fputc(!anchored || (i >= mark_from && i < mark_to) ? '^' : '~', out);
    fputc('\n', out);
}

/* ---- printing ---- */

static void print_str(FILE *out, Value str)
{
    size_t length;
    const char *text = str_utf8(str, &length);
    if (text)
        fwrite(text, 1, length, out);
    else
        exc_clear();
}

static void print_entry(FILE *out, const Traceback *entry)
{
    const Code *code = entry->fobj->xf->func->code;
    const char *filename = str_utf8(value_of(code->filename), NULL);
    fputs("  File \"", out);
    print_str(out, value_of(code->filename));
    fprintf(out, "\", line %d, in ", entry->line);
    print_str(out, value_of(code->name));
    fputc('\n', out);
    const char *line;
    size_t length;
    if (!filename || !traceback_source_line(filename, entry->line, &line, &length))
        return;
    size_t first = 0, last = length;
    while (first < last && is_blank(line[first]))
        first++;
    while (last > first && is_blank(line[last - 1]))
        last--;
    if (first == last)
        return;
    fputs("    ", out);
    fwrite(line + first, 1, last - first, out);
    fputc('\n', out);
    print_carets(out, code, entry->instr_index, line, length);
}

static void print_repeats(FILE *out, long repeats)
{
    if (repeats > REPEAT_SHOWN)
        fprintf(out, "  [Previous line repeated %ld more time%s]\n", repeats - REPEAT_SHOWN, repeats - REPEAT_SHOWN == 1 ? "" : "s");
}

static void print_entries(FILE *out, Value traceback)
{
    fputs("Traceback (most recent call last):\n", out);
    const Code *last_code = NULL;
    int last_line = -1;
    long repeats = 0;
    for (Value v = traceback; v; v = as_traceback(v)->next) {
        const Traceback *entry = as_traceback(v);
        const Code *code = entry->fobj->xf->func->code;
        if (code != last_code || entry->line != last_line) {
            print_repeats(out, repeats);
            last_code = code;
            last_line = entry->line;
            repeats = 0;
        }
        if (++repeats <= REPEAT_SHOWN)
            print_entry(out, entry);
    }
    print_repeats(out, repeats);
}

/* "module.Qualname" as the last line names it; builtins and __main__ go without module. */
static void print_type_name(FILE *out, const Type *type)
{
    Value module = type->flags & TYPE_HEAP && type->dict ? dict_get_str(type->dict, name___module__) : VALUE_NULL;
    if (type->flags & TYPE_HEAP && (!module || !value_is_str(module)))
        fputs("<unknown>.", out);
    else if (module && value_is_str(module) && !str_equal_cstr(module, "__main__") && !str_equal_cstr(module, "builtins")) {
        print_str(out, module);
        fputc('.', out);
    }
    if (type->qualname)
        print_str(out, value_of(type->qualname));
    else
        fputs(type->name, out);
}

/* The rest of the line that names the place, the source and its carets. */
static void print_syntax_line(FILE *out, const ExceptionObject *e, int64_t line, bool by_hook)
{
    int64_t offset = 0, end_offset = 0;
    fprintf(out, "\", line %ld\n", (long)line);
    if (!e->fields[4] || !value_is_str(e->fields[4]))
        return;
    const char *text = str_utf8(e->fields[4], NULL);
    if (!text)
        return;
    int64_t length = (int64_t)strlen(text), end_line = 0;
    if (e->fields[3] && value_is_int(e->fields[3]))
        int_fits_int64(e->fields[3], &offset);
    if (e->fields[6] && value_is_int(e->fields[6]))
        int_fits_int64(e->fields[6], &end_offset);
    int64_t carets = 1;
    if (by_hook) {
        if (e->fields[5] && value_is_int(e->fields[5]) && int_fits_int64(e->fields[5], &end_line) && end_line > line)
            end_offset = length; /* only the first line is shown */
        if (end_offset > length + 1)
            end_offset = length + 1;
        if (e->head.type == &exc_SyntaxError && end_offset > 0 && end_offset > offset)
            carets = end_offset - offset;
    } else if (end_offset != 0 && end_offset != -1 && end_offset != offset) {
        carets = end_offset - offset;
    }
    diag_print_line(text, offset - 1, carets, out);
}

/* False: it has none. by_hook: not for the module traceback; an end behind the line marks to its end, a class derived from SyntaxError one character. */
static bool print_syntax_location(FILE *out, const ExceptionObject *e, bool by_hook)
{
    Value file = e->fields[1], name;
    int64_t line = 0;
    if (!e->fields[2] || !value_is_int(e->fields[2]) || !int_fits_int64(e->fields[2], &line) || !(name = file && file != VALUE_NONE ? value_str(file) : str_from_cstr("<string>"))) {
        exc_clear();
        return false;
    }
    fputs("  File \"", out);
    print_str(out, name);
    value_release(name);
    print_syntax_line(out, e, line, by_hook);
    return true;
}

/* The lines of one note; what cannot be shown is said so. */
static void print_note(FILE *out, Value note)
{
    Value text = note ? value_str(note) : VALUE_NULL;
    if (text) {
        print_str(out, text);
        value_release(text);
    } else {
        exc_clear();
        fputs("<note str() failed>", out);
    }
    fputc('\n', out);
}

static void print_notes(FILE *out, Value notes)
{
    if (value_is_list(notes) || value_is_tuple(notes)) {
        for (int64_t i = 0; i < value_length(notes); i++)
            print_note(out, value_is_list(notes) ? as_list(notes)->items[i] : as_tuple(notes)->items[i]);
        return;
    }
    Value text = value_repr(notes);
    if (!text)
        exc_clear();
    if (text)
        print_str(out, text);
    else
        fputs("<__notes__ repr() failed>", out);
    value_release_null(text);
}

static void print_message(FILE *out, Value exception, bool suggest)
{
    ExceptionObject *e = (ExceptionObject *)value_object(exception);
    bool syntax = type_is_subtype(type_of(exception), &exc_SyntaxError);
    bool located = syntax && print_syntax_location(out, e, suggest);
    print_type_name(out, type_of(exception));
    Value text = located ? value_str(e->fields[0] ? e->fields[0] : VALUE_NONE) : value_str(exception);
    if (!text) {
        exc_clear();
        fputs(": <exception str() failed>", out);
    } else {
        if (((Str *)value_object(text))->length) {
            fputs(": ", out);
            print_str(out, text);
        }
        value_release(text);
    }
    Value meant = suggest ? suggest_name(e) : VALUE_NULL;
    if (meant) {
        fputs(". Did you mean: '", out);
        print_str(out, meant);
        fputs("'?", out);
        value_release(meant);
    }
    fputc('\n', out);
    Value notes = VALUE_NULL;
    if (value_lookup_attr(exception, name___notes__, &notes) < 0)
        exc_clear();
    if (notes && notes != VALUE_NONE)
        print_notes(out, notes);
    value_release_null(notes);
}

enum { CHAIN_LIMIT = 500 };

static void print_chain(FILE *out, Value exception, Value *seen, int depth)
{
    if (!value_has_type_flag(exception, TYPE_EXCEPTION)) { /* a cause, which a class made */
        fprintf(out, "TypeError: print_exception(): Exception expected for value, %s found\n", type_of(exception)->name);
        return;
    }
    ExceptionObject *e = (ExceptionObject *)value_object(exception);
    seen[depth] = exception;
    Value before = e->cause ? e->cause : !e->suppress_context ? e->context : VALUE_NULL;
    for (int i = 0; before && i <= depth; i++)
        if (seen[i] == before)
            before = VALUE_NULL;
    if (before && depth + 1 < CHAIN_LIMIT) {
        print_chain(out, before, seen, depth + 1);
        fputs(e->cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                       : "\nDuring handling of the above exception, another exception occurred:\n\n", out);
    }
    if (e->traceback)
        print_entries(out, e->traceback);
    print_message(out, exception, true);
}

/* ---- to sys.stderr, which the program may have replaced ---- */

typedef struct ErrorStream {
    FILE *out;
    char *text; /* what goes to the object; unused when `object` is not set */
    size_t length;
    Value object;
} ErrorStream;

static void stream_open(ErrorStream *stream)
{
    Value object = sys_get(name_stderr);
    *stream = (ErrorStream){.out = stderr};
    if (!object || object == sys_get(name___stderr__))
        return;
    FILE *memory = open_memstream(&stream->text, &stream->length);
    if (memory == NULL)
        return;
    stream->out = memory;
    stream->object = value_retain(object); /* None: shown nowhere */
}

static void stream_close(ErrorStream *stream)
{
    if (stream->object == VALUE_NULL) {
        fflush(stderr);
        return;
    }
    fclose(stream->out);
    Value text = stream->object == VALUE_NONE ? VALUE_NULL : str_from_utf8(stream->text, stream->length);
    Value written = text ? call_method(stream->object, name_write, &text, 1) : VALUE_NULL;
    if (!written)
        exc_clear();
    value_release_null(written);
    value_release_null(text);
    value_release(stream->object);
    free(stream->text);
}

void exc_print(Value exception)
{
    Value seen[CHAIN_LIMIT];
    Value pending = exc_take();
    ErrorStream stream;
    fflush(stdout);
    stream_open(&stream);
    print_chain(stream.out, exception, seen, 0);
    stream_close(&stream);
    exc_restore_steal(pending);
}

void exc_print_other(Value v)
{
    ErrorStream stream;
    fflush(stdout);
    stream_open(&stream);
    fprintf(stream.out, "TypeError: print_exception(): Exception expected for value, %.100s found\n", type_of(v)->name);
    stream_close(&stream);
}

void traceback_add_current_line(Value exception)
{
    ExecFrame *xf = thread_current->current;
    FrameObject *fobj = xf ? xframe_materialize(thread_current, xf) : NULL;
    if (fobj)
        traceback_here(exception, fobj, xframe_instr_index(xf), xframe_line(xf));
    else
        exc_clear();
}

void exc_print_unraisable(Value exception, Value traceback, Value message, Value object)
{
    ErrorStream stream;
    stream_open(&stream);
    if (message)
        print_str(stream.out, message);
    if (object && object != VALUE_NONE) {
        Value text = value_repr(object);
        fputs(message ? ": " : "Exception ignored in: ", stream.out);
        if (text)
            print_str(stream.out, text);
        else
            fputs("<object repr() failed>", stream.out);
        if (!text)
            exc_clear();
        value_release_null(text);
        fputc('\n', stream.out);
    } else if (message) {
        fputs(":\n", stream.out);
    }
    if (traceback && value_is_exactly(traceback, &type_traceback))
        print_entries(stream.out, traceback);
    print_message(stream.out, exception, false);
    stream_close(&stream);
}

/* ---- as text, for the module traceback ---- */

static Value take_text(FILE *out, char **text, size_t *length)
{
    fclose(out);
    Value result = str_from_utf8(*text, *length);
    free(*text);
    return result;
}

Value traceback_entry_text(Value traceback)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return raise_no_memory();
    print_entry(out, as_traceback(traceback));
    return take_text(out, &text, &length);
}

Value traceback_message_text(Value exception)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return raise_no_memory();
    print_message(out, exception, false); /* the module suggests nothing in 3.11 */
    return take_text(out, &text, &length);
}
