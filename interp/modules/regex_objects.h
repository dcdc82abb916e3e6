/* regex_objects.h: re.Pattern and re.Match, as their files see each other. */
#ifndef INTERP_MODULES_REGEX_OBJECTS_H
#define INTERP_MODULES_REGEX_OBJECTS_H

#include "regex.h"
#include "str.h"

typedef struct PatternObject {
    Object head;
    RegexProgram program;
    Value source;      /* str or bytes */
    int64_t flags;
    Value group_index; /* dict: name → number */
} PatternObject;

typedef struct MatchObject {
    Object head;
    PatternObject *pattern; /* owned */
    Value string;
    int64_t position, end;  /* what was searched */
    int64_t last_group;     /* -1: none */
    int64_t spans[];        /* start and end of each group, -1: nowhere */
} MatchObject;

/* A search that goes on behind what it found, in a string that lives longer. */
typedef struct RegexCursor {
    PatternObject *pattern;
    Value string;
    int64_t position, end;
    int64_t at;        /* where the next search begins */
    int64_t last_group;
    RegexTask task;
    int64_t *slots;    /* inline_slots or raw memory */
    int64_t inline_slots[48];
} RegexCursor;

extern Type type_regex_pattern, type_regex_match, type_regex_scanner, type_regex_iterator;

static inline PatternObject *as_pattern(Value v) { return (PatternObject *)value_object(v); }
static inline MatchObject *as_match(Value v) { return (MatchObject *)value_object(v); }

/* 0; -1 with TypeError or MemoryError pending. cursor_close afterwards, also after a failure. */
int cursor_open(RegexCursor *c, PatternObject *pattern, Value string, Value position, Value end);
void cursor_close(RegexCursor *c);
int cursor_next(RegexCursor *c); /* the next match in c->slots: 1, 0: none, -1: MemoryError */
int cursor_match_here(RegexCursor *c); /* only at c->at */
Value regex_scanner_new(PatternObject *pattern, Value string, Value position, Value end);  /* the arguments that may be VALUE_NULL: bounds */
Value regex_iterator_new(PatternObject *pattern, Value string, Value position, Value end); /* of matches */
int64_t regex_length(Value string); /* of a str or a bytes-like object, as what follows takes it */
Value regex_slice(Value string, int64_t from, int64_t to); /* a str or bytes */
Value regex_join(Value string, Value parts); /* a list of pieces of the kind of `string`, joined */
Value match_from_cursor(const RegexCursor *c);
Value regex_parts(PatternObject *pattern, Value template); /* list of str or bytes, and group numbers */
Value match_fill_parts(Value string, const int64_t *spans, Value parts); /* the parts joined, group numbers replaced */

#endif
