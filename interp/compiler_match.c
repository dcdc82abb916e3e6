/* compiler_match.c: the match statement.
 *
 * The subject stays in one slot. Each case reserves temporaries for its captures (None until captured), then tests its pattern;
 * working values live above. A test that fails with d temporaries live jumps to fail[d], a chain that releases them one by one.
 * Names are bound only when the whole pattern has matched.
 */
#include "compiler.h"

#include "abstract.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

enum { FAIL_MAX = 512, CAPTURES_MAX = 256 };

typedef struct Matcher {
    int captures;             /* first of the capture slots */
    int base;                 /* temporaries below what a failure releases */
    Label fail[FAIL_MAX];     /* by depth above base; -1: unused */
    int fail_count;
    const char *names[CAPTURES_MAX];
    int name_count;
    SrcPos last;              /* the pattern looked at last */
    bool in_or;               /* a capture slot may hold what a failed alternative left */
    bool more_follow;         /* what matches everything here leaves patterns behind it unreachable */
} Matcher;

static void match_pattern(Compiler *c, Matcher *m, const Pattern *p, int subject);

/* ---- names ---- */

static void add_name(Compiler *c, Matcher *m, const Pattern *p, const char *name)
{
    if (strcmp(name, "__debug__") == 0)
        compile_error(c, m->last, "cannot assign to __debug__");
    for (int i = 0; i < m->name_count; i++) {
        if (m->names[i] == name)
            compile_error(c, p->pos, "multiple assignments to name '%s' in pattern", name);
    }
    if (m->name_count == CAPTURES_MAX)
        compile_error(c, p->pos, "too many names in pattern");
    m->names[m->name_count++] = name;
}

static void check_reachable(Compiler *c, const Matcher *m, const Pattern *p)
{
    if (m->more_follow && p->as.name != NULL)
        compile_error(c, p->pos, "name capture '%s' makes remaining patterns unreachable", p->as.name);
    if (m->more_follow)
        compile_error(c, p->pos, "wildcard makes remaining patterns unreachable");
}

static bool same_names(Matcher *m, int from, int middle)
{
    if (m->name_count - middle != middle - from)
        return false;
    for (int i = middle; i < m->name_count; i++) {
        bool found = false;
        for (int j = from; j < middle; j++)
            found |= m->names[i] == m->names[j];
        if (!found)
            return false;
    }
    return true;
}

static void collect_names(Compiler *c, Matcher *m, const Pattern *p)
{
    bool more_follow = m->more_follow;
    m->last = p->pos;
    if (p->kind != PATTERN_AS && p->kind != PATTERN_OR)
        m->more_follow = false;
    switch (p->kind) {
    case PATTERN_VALUE: case PATTERN_SINGLETON: break;
    case PATTERN_SEQUENCE:
        for (int i = 0; i < p->sequence.patterns.count; i++)
            collect_names(c, m, p->sequence.patterns.items[i]);
        break;
    case PATTERN_MAPPING:
        for (int i = 0; i < p->mapping.patterns.count; i++)
            collect_names(c, m, p->mapping.patterns.items[i]);
        if (p->mapping.rest != NULL)
            add_name(c, m, p, p->mapping.rest);
        break;
    case PATTERN_CLASS:
        for (int i = 0; i < p->cls.patterns.count; i++)
            collect_names(c, m, p->cls.patterns.items[i]);
        for (int i = 0; i < p->cls.kwd_patterns.count; i++)
            collect_names(c, m, p->cls.kwd_patterns.items[i]);
        break;
    case PATTERN_STAR:
        if (p->star.name != NULL)
            add_name(c, m, p, p->star.name);
        break;
    case PATTERN_AS:
        if (p->as.pattern != NULL)
            collect_names(c, m, p->as.pattern);
        else
            check_reachable(c, m, p);
        if (p->as.name != NULL)
            add_name(c, m, p, p->as.name);
        break;
    case PATTERN_OR: {
        int from = m->name_count, middle = from;
        for (int i = 0; i < p->or.patterns.count; i++) {
            const Pattern *alternative = p->or.patterns.items[i];
            Matcher alone = *m; /* alternatives bind the same names: count them once */
            alone.name_count = from;
            alone.more_follow = more_follow || i + 1 < p->or.patterns.count;
            collect_names(c, &alone, alternative);
            m->last = alone.last;
            if (i == 0) {
                *m = alone;
                middle = m->name_count;
                continue;
            }
            for (int k = from; k < alone.name_count && m->name_count < CAPTURES_MAX; k++)
                m->names[m->name_count++] = alone.names[k];
            if (!same_names(m, from, middle))
                compile_error(c, m->last, "alternative patterns bind different names");
            m->name_count = middle;
        }
        break;
    }
    }
    m->more_follow = more_follow;
}

static int capture_slot(const Matcher *m, const char *name)
{
    int i = 0;
    while (m->names[i] != name)
        i++;
    return m->captures + m->name_count - 1 - i; /* the first name on top: bound first */
}

static void capture(Compiler *c, Matcher *m, const char *name, int from)
{
    int slot = capture_slot(m, name);
    if (m->in_or)
        emit(c, OP_RELEASE, slot, 0, 0);
    emit(c, OP_COPY, slot, from, 0);
}

/* ---- failing ---- */

static Label fail_label(Compiler *c, Matcher *m, SrcPos pos)
{
    int above = c->unit->depth - m->base;
    if (above >= FAIL_MAX)
        compile_error(c, pos, "pattern is nested too deeply");
    while (m->fail_count <= above)
        m->fail[m->fail_count++] = -1;
    if (m->fail[above] < 0)
        m->fail[above] = label_new(c);
    return m->fail[above];
}

/* Jump to failure unless the topmost temporary, which is consumed, is true. */
static void require_true(Compiler *c, Matcher *m, const Pattern *p)
{
    int slot = c->unit->depth - 1;
    set_depth(c, slot);
    Label label = fail_label(c, m, p->pos);
    set_depth(c, slot + 1);
    emit_jump(c, OP_JUMP_IF_FALSE, slot, 0, label);
    set_depth(c, slot);
}

static void require_not_none(Compiler *c, Matcher *m, const Pattern *p, int slot)
{
    int copy = temp_push(c);
    emit(c, OP_COPY, copy, slot, 0);
    set_depth(c, copy);
    Label label = fail_label(c, m, p->pos);
    set_depth(c, copy + 1);
    emit_jump(c, OP_JUMP_IF_NONE, copy, 0, label);
    set_depth(c, copy);
}

/* The release chain; falls out with base temporaries. */
static void place_failures(Compiler *c, Matcher *m)
{
    const int stack = c->unit->stack;
    for (int above = m->fail_count - 1; above >= 0; above--) {
        stack_objects(c, stack, m->base, above);
        if (m->fail[above] >= 0)
            label_place(c, m->fail[above]);
        set_depth(c, m->base + above);
        if (above > 0)
            emit(c, OP_RELEASE, m->base + above - 1, 0, 0);
    }
    set_depth(c, m->base);
    c->unit->stack = stack;
}

/* ---- patterns ---- */

static bool is_wildcard(const Pattern *p) { return p->kind == PATTERN_AS && p->as.pattern == NULL && p->as.name == NULL; }
static bool is_star_wildcard(const Pattern *p) { return p->kind == PATTERN_STAR && p->star.name == NULL; }

/* Match the topmost temporary and drop it. */
static void match_top(Compiler *c, Matcher *m, const Pattern *p)
{
    int slot = c->unit->depth - 1;
    if (!is_wildcard(p) && !is_star_wildcard(p))
        match_pattern(c, m, p, slot);
    emit(c, OP_RELEASE, slot, 0, 0);
    set_depth(c, slot);
}

static void match_length(Compiler *c, Matcher *m, const Pattern *p, int subject, int count, bool at_least)
{
    int slot = temp_push(c), number;
    emit(c, OP_GET_LEN, slot, subject, 0)->unwind = slot;
    number = load_constant_want(c, value_from_small_int(count), WANT_TEMP);
    emit(c, at_least ? OP_GE : OP_EQ, slot, slot, number);
    set_depth(c, slot + 1);
    require_true(c, m, p);
}

static void match_sequence_items(Compiler *c, Matcher *m, const Pattern *p, int subject, int star)
{
    PatternSeq items = p->sequence.patterns;
    int base = c->unit->depth;
    if (star >= 0 && is_star_wildcard(items.items[star])) {
        for (int i = 0; i < items.count; i++) { /* by index: what the star covers is not copied */
            if (i == star || is_wildcard(items.items[i]))
                continue;
            int slot = temp_push(c);
            if (i < star) {
                emit(c, OP_COPY, slot, subject, 0);
                emit(c, OP_GET_ITEM_I, slot, slot, i);
            } else {
                int length = temp_push(c), copy = temp_push(c);
                emit(c, OP_GET_LEN, slot, subject, 0)->unwind = slot;
                emit(c, OP_SUB_I, slot, slot, items.count - i);
                emit(c, OP_MOVE, length, slot, 0);
                emit(c, OP_COPY, copy, subject, 0);
                emit(c, OP_GET_ITEM, slot, copy, length);
                set_depth(c, slot + 1);
            }
            match_top(c, m, items.items[i]);
        }
        return;
    }
    emit(c, OP_COPY, temp_push(c), subject, 0);
    if (star >= 0)
        emit(c, OP_UNPACK_EX, base, base, star | (items.count - star - 1) << 8);
    else
        emit(c, OP_UNPACK_SEQUENCE, base, base, items.count);
    set_depth(c, base + items.count);
    for (int i = 0; i < items.count; i++)
        match_top(c, m, items.items[i]);
}

static void match_sequence(Compiler *c, Matcher *m, const Pattern *p, int subject)
{
    PatternSeq items = p->sequence.patterns;
    int star = -1;
    bool only_wildcards = true;
    for (int i = 0; i < items.count; i++) {
        if (items.items[i]->kind == PATTERN_STAR) {
            if (star >= 0)
                compile_error(c, p->pos, "multiple starred names in sequence pattern");
            star = i;
        }
        only_wildcards = only_wildcards && (is_wildcard(items.items[i]) || is_star_wildcard(items.items[i]));
    }
    if (star >= 256 || (star >= 0 && items.count - star - 1 >= 128))
        compile_error(c, p->pos, "too many expressions in star-unpacking sequence pattern");
    int slot = temp_push(c);
    emit(c, OP_MATCH_SEQUENCE, slot, subject, 0)->unwind = slot;
    require_true(c, m, p);
    if (star < 0 || items.count > 1)
        match_length(c, m, p, subject, star < 0 ? items.count : items.count - 1, star >= 0);
    if (!only_wildcards)
        match_sequence_items(c, m, p, subject, star);
}

_Noreturn static void duplicate_key_error(Compiler *c, const Pattern *p, Value key)
{
    Value text = value_repr(key);
    const char *bytes = text != VALUE_NULL ? str_utf8(text, NULL) : NULL;
    if (bytes == NULL)
        compile_no_memory(c);
    pool_add_steal(c, text);
    compile_error(c, p->pos, "mapping pattern checks duplicate key (%s)", bytes);
}

static void match_mapping(Compiler *c, Matcher *m, const Pattern *p, int subject)
{
    int count = p->mapping.keys.count, base = c->unit->depth;
    int slot = temp_push(c);
    emit(c, OP_MATCH_MAPPING, slot, subject, 0)->unwind = slot;
    require_true(c, m, p);
    if (count == 0 && p->mapping.rest == NULL)
        return;
    if (count > 0)
        match_length(c, m, p, subject, count, true);
    for (int i = 0; i < count; i++) {
        if (p->mapping.keys.items[i]->kind == EXPR_JOINED_STR)
            compile_error(c, p->pos, "mapping pattern keys may only match literals and attribute lookups");
        Value key = fold(c, p->mapping.keys.items[i]);
        for (int j = 0; key != VALUE_NULL && j < i; j++) {
            Value earlier = fold(c, p->mapping.keys.items[j]);
            if (earlier != VALUE_NULL && value_equal(earlier, key) == 1)
                duplicate_key_error(c, p, key);
        }
        visit_temp(c, p->mapping.keys.items[i]);
    }
    emit(c, OP_BUILD_TUPLE, base, base, count);
    set_depth(c, base + 1);
    int values = temp_push(c);
    set_depth(c, values);
    emit(c, OP_MATCH_KEYS, values, subject, base);
    set_depth(c, values + 1);
    require_not_none(c, m, p, values);
    emit(c, OP_UNPACK_SEQUENCE, values, values, count);
    set_depth(c, values + count);
    for (int i = 0; i < count; i++)
        match_top(c, m, p->mapping.patterns.items[i]);
    if (p->mapping.rest != NULL) {
        int rest = c->unit->depth;
        emit(c, OP_MATCH_REST, rest, subject, base);
        set_depth(c, rest + 1);
        capture(c, m, p->mapping.rest, rest);
        emit(c, OP_RELEASE, rest, 0, 0);
    }
    emit(c, OP_RELEASE, base, 0, 0);
    set_depth(c, base);
}

static void match_class(Compiler *c, Matcher *m, const Pattern *p, int subject)
{
    int positional = p->cls.patterns.count, keywords = p->cls.kwd_patterns.count, base = c->unit->depth;
    for (int i = 0; i < keywords; i++) {
        if (strcmp(p->cls.kwd_attrs.items[i], "__debug__") == 0)
            compile_error(c, p->cls.kwd_patterns.items[i]->pos, "cannot assign to __debug__");
        for (int j = i + 1; j < keywords; j++) {
            if (p->cls.kwd_attrs.items[i] == p->cls.kwd_attrs.items[j])
                compile_error(c, p->cls.kwd_patterns.items[j]->pos, "attribute name repeated in class pattern: %s",
                    p->cls.kwd_attrs.items[i]);
        }
    }
    emit(c, OP_COPY, temp_push(c), subject, 0);
    visit_temp(c, p->cls.cls);
    Value names = keywords == 0 ? tuple_empty() : tuple_new(keywords);
    if (names == VALUE_NULL)
        compile_no_memory(c);
    for (int i = 0; i < keywords; i++) {
        const char *name = p->cls.kwd_attrs.items[i];
        as_tuple(names)->items[i] = value_retain(constant_str(c, name, strlen(name)));
    }
    load_constant_want(c, pool_add_steal(c, names), WANT_TEMP);
    emit(c, OP_MATCH_CLASS, base, positional, 0);
    set_depth(c, base + 1);
    require_not_none(c, m, p, base);
    emit(c, OP_UNPACK_SEQUENCE, base, base, positional + keywords);
    set_depth(c, base + positional + keywords);
    for (int i = 0; i < positional + keywords; i++)
        match_top(c, m, i < positional ? p->cls.patterns.items[i] : p->cls.kwd_patterns.items[i - positional]);
}

static void match_or(Compiler *c, Matcher *m, const Pattern *p, int subject)
{
    int count = p->or.patterns.count, depth = c->unit->depth;
    bool was_in_or = m->in_or;
    Label matched = label_new(c);
    m->in_or = true;
    for (int i = 0; i < count; i++) {
        const Pattern *alternative = p->or.patterns.items[i];
        if (i == count - 1) {
            match_pattern(c, m, alternative, subject);
            break;
        }
        Matcher *saved = compile_alloc(c, sizeof *saved);
        *saved = *m;
        m->base = depth;
        m->fail_count = 0;
        match_pattern(c, m, alternative, subject);
        emit_jump(c, OP_JUMP, 0, 0, matched);
        place_failures(c, m);
        *m = *saved;
    }
    m->in_or = was_in_or;
    label_place(c, matched);
}

static void match_pattern(Compiler *c, Matcher *m, const Pattern *p, int subject)
{
    SrcPos before = set_pos(c, p->pos);
    switch (p->kind) {
    case PATTERN_VALUE: {
        if (p->value.value->kind == EXPR_JOINED_STR)
            compile_error(c, p->pos, "patterns may only match literals and attribute lookups");
        int dst = c->unit->depth, value = operand(c, p->value.value);
        int copy = subject;
        if (subject >= 0) {
            copy = temp_push(c);
            emit(c, OP_COPY, copy, subject, 0);
        }
        emit(c, OP_EQ, dst, copy, value);
        set_depth(c, dst + 1);
        require_true(c, m, p);
        break;
    }
    case PATTERN_SINGLETON: {
        int dst = temp_push(c);
        emit(c, OP_COPY, dst, subject, 0);
        Value v = p->singleton.value == CONST_NONE ? VALUE_NONE : value_bool(p->singleton.value == CONST_TRUE);
        int value = load_constant_want(c, v, WANT_TEMP);
        emit(c, OP_IS, dst, dst, value);
        set_depth(c, dst + 1);
        require_true(c, m, p);
        break;
    }
    case PATTERN_SEQUENCE: match_sequence(c, m, p, subject); break;
    case PATTERN_MAPPING: match_mapping(c, m, p, subject); break;
    case PATTERN_CLASS: match_class(c, m, p, subject); break;
    case PATTERN_STAR:
        if (p->star.name != NULL)
            capture(c, m, p->star.name, subject);
        break;
    case PATTERN_AS:
        if (p->as.pattern != NULL)
            match_pattern(c, m, p->as.pattern, subject);
        if (p->as.name != NULL)
            capture(c, m, p->as.name, subject);
        break;
    case PATTERN_OR: match_or(c, m, p, subject); break;
    }
    set_pos(c, before);
}

/* ---- the statement ---- */

void visit_match(Compiler *c, const Stmt *s)
{
    int depth = c->unit->depth;
    int subject = visit_temp(c, s->match.subject), stack = c->unit->stack;
    Label end = label_new(c);
    Matcher *m = compile_alloc(c, sizeof *m);
    for (int i = 0; i < s->match.cases.count; i++) {
        const MatchCase *case_ = s->match.cases.items[i];
        *m = (Matcher){ .captures = depth + 1, .base = depth + 1, .more_follow = case_->guard == NULL && i + 1 < s->match.cases.count };
        collect_names(c, m, case_->pattern);
        set_pos(c, case_->pattern->pos);
        if (i == 0 || i + 1 < s->match.cases.count || !is_wildcard(case_->pattern))
            stack_object(c, subject); /* what matches everything, at the end, finds none */
        for (int k = 0; k < m->name_count; k++)
            load_constant_want(c, VALUE_NONE, WANT_TEMP);
        match_pattern(c, m, case_->pattern, subject);
        int top = c->unit->depth;
        for (int k = 0; k < m->name_count; k++)
            store_name(c, m->names[k], --top);
        if (case_->guard != NULL) {
            Label next = fail_label(c, m, case_->pattern->pos);
            jump_if(c, case_->guard, next, false);
        }
        emit(c, OP_RELEASE, subject, 0, 0);
        set_depth(c, depth);
        c->unit->stack = stack;
        visit_stmts(c, case_->body);
        emit_jump_no_line(c, end);
        set_pos(c, case_->pattern->pos); /* what failed cleans up, not the body */
        stack_object(c, subject);
        place_failures(c, m);
        c->unit->stack = stack;
        if (i > 0 && i + 1 == s->match.cases.count && is_wildcard(case_->pattern))
            set_no_line(c);
    }
    SrcPos before = set_no_line(c); /* CPython's last case consumes the subject while it looks at it */
    emit(c, OP_RELEASE, subject, 0, RELEASES_ALONE);
    set_pos(c, before);
    set_depth(c, depth);
    label_place(c, end);
}
