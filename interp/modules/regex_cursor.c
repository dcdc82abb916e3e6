/* regex_cursor.c: one match after the other in a string, and the iterators made of that. */
#include "regex_objects.h"

#include "abstract.h"
#include "bytes.h"
#include "exceptions.h"
#include "int.h"
#include "iterators.h"
#include "mem.h"
#include "memoryview.h"

static int check_kinds(const PatternObject *pattern, Value string)
{
    bool is_text = value_is_str(string);
    if (!is_text && (!value_has_buffer(string) || buffer_check_plain(string) < 0)) {
        exc_clear();
        return raise_error_int(&exc_TypeError, "expected string or bytes-like object, got '%T'", string);
    }
    if (is_text == value_is_str(pattern->source) || pattern->source == VALUE_NONE)
        return 0;
    return raise_error_int(&exc_TypeError, is_text ? "cannot use a bytes pattern on a string-like object" : "cannot use a string pattern on a bytes-like object");
}

static int bound(Value given, int64_t length, int64_t otherwise, int64_t *out)
{
    *out = otherwise;
    if (!given)
        return 0;
    if (int_as_ssize(given, out) < 0)
        return -1;
    *out = *out < 0 ? 0 : *out > length ? length : *out;
    return 0;
}

int64_t regex_length(Value string)
{
    int64_t length;
    if (value_is_str(string))
        return as_str(string)->length;
    bytes_buffer(string, &length);
    return length;
}

int cursor_open(RegexCursor *c, PatternObject *pattern, Value string, Value position, Value end)
{
    c->pattern = pattern;
    c->string = string;
    c->slots = c->inline_slots;
    c->task = (RegexTask){.refused = -1};
    if (check_kinds(pattern, string) < 0)
        return -1;
    int64_t length = regex_length(string);
    if (bound(position, length, 0, &c->position) < 0 || bound(end, length, length, &c->end) < 0)
        return -1;
    c->at = c->position;
    size_t slots = (size_t)regex_slot_count(&pattern->program);
    if (slots <= sizeof c->inline_slots / sizeof *c->inline_slots)
        return 0;
    if (!(c->slots = mem_alloc_raw(slots * sizeof *c->slots))) {
        raise_no_memory();
        return -1;
    }
    return 0;
}

void cursor_close(RegexCursor *c)
{
    if (c->slots != c->inline_slots)
        mem_free_raw(c->slots);
}

static bool text_of(const RegexCursor *c, RegexText *text)
{
    bool is_text = value_is_str(c->string);
    int64_t length = is_text ? as_str(c->string)->length : 0;
    const void *data = is_text ? as_str(c->string)->data : bytes_buffer(c->string, &length);
    *text = (RegexText){.data = data, .kind = is_text ? as_str(c->string)->kind : 1, .end = c->end < length ? c->end : length};
    return c->at <= text->end;
}

int cursor_match_here(RegexCursor *c)
{
    RegexText text;
    return text_of(c, &text) ? regex_match_at(&c->pattern->program, &text, c->at, c->task, c->slots, &c->last_group) : 0;
}

static void step_over(RegexCursor *c)
{
    c->at = c->slots[1];
    c->task.refused = c->slots[0] == c->slots[1] ? c->at : -1;
}

int cursor_next(RegexCursor *c)
{
    RegexText text;
    int found = text_of(c, &text) ? regex_search(&c->pattern->program, &text, c->at, c->task, c->slots, &c->last_group) : 0;
    if (found > 0)
        step_over(c);
    return found;
}

/* ---- scanner() and finditer() ---- */

typedef struct Scanner {
    Object head;
    RegexCursor cursor;
    bool done;
} Scanner;

static Value scanner_new(Type *type, PatternObject *pattern, Value string, Value position, Value end)
{
    Scanner *s = object_alloc(type, sizeof *s);
    if (!s)
        return VALUE_NULL;
    s->done = false;
    object_retain(pattern);
    value_retain(string);
    int status = cursor_open(&s->cursor, pattern, string, position, end);
    Value self = value_of(s);
    if (status < 0)
        value_clear(&self);
    return self;
}

Value regex_scanner_new(PatternObject *pattern, Value string, Value position, Value end)
{
    return scanner_new(&type_regex_scanner, pattern, string, position, end);
}

Value regex_iterator_new(PatternObject *pattern, Value string, Value position, Value end)
{
    return scanner_new(&type_regex_iterator, pattern, string, position, end);
}

static void scanner_dealloc(Object *object)
{
    RegexCursor *c = &((Scanner *)object)->cursor;
    cursor_close(c);
    value_release(c->string);
    object_release(c->pattern);
    object_free(object, sizeof(Scanner));
}

static Value scanner_step(Value self, bool search)
{
    Scanner *s = (Scanner *)value_object(self);
    int found = s->done ? 0 : search ? cursor_next(&s->cursor) : cursor_match_here(&s->cursor);
    if (found > 0 && !search)
        step_over(&s->cursor);
    s->done = found <= 0;
    return found > 0 ? match_from_cursor(&s->cursor) : VALUE_NULL;
}

static Value iterator_next(Value self) { return scanner_step(self, true); }

static Value none_at_end(Value match) { return match || exc_pending() ? match : VALUE_NONE; }

static Value scanner_match(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return none_at_end(scanner_step(self, false));
}

static Value scanner_search(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return none_at_end(scanner_step(self, true));
}

static Value get_pattern(Value self) { return value_retain(value_of(((Scanner *)value_object(self))->cursor.pattern)); }

static const NativeDef scanner_methods[] = {{"match", scanner_match, 0, 0, 0}, {"search", scanner_search, 0, 0, 0}, {0}};
static const GetSetDef scanner_getsets[] = {{"pattern", get_pattern, NULL}, {0}};

Type type_regex_scanner = {.head = OBJECT_STATIC(&type_type), .name = "_sre.SRE_Scanner", .size = sizeof(Scanner), .base = &type_object,
                           .dealloc = scanner_dealloc, .methods = scanner_methods, .getsets = scanner_getsets};
Type type_regex_iterator = {.head = OBJECT_STATIC(&type_type), .name = "callable_iterator", .size = sizeof(Scanner), .base = &type_object,
                            .dealloc = scanner_dealloc, .iter = iter_self, .next = iterator_next};
