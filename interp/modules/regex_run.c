/* regex_run.c: the machine of regex.h.
 *
 * Invariant: below every entry of the stack lies what undoes the changes to slots made since the entry beneath, so that popping down to any
 * height gives the state of that moment.
 */
#include "regex.h"

#include "exceptions.h"
#include "mem.h"
#include "str.h"
#include "unicode.h"

enum EntryKind { ENTRY_ALTERNATIVE, ENTRY_RESTORE, ENTRY_GREEDY, ENTRY_RELUCTANT };

typedef struct Entry {
    uint32_t kind, pc; /* RESTORE: pc is the slot, at its value */
    int64_t at;        /* GREEDY, RELUCTANT: where the repetition now ends */
    int64_t limit;     /* GREEDY: it ends here at the earliest; RELUCTANT: at the latest */
} Entry;

/* One stack for all: matching runs no Python code. */
static struct {
    Entry *entries;
    size_t capacity;
} stack;

void regex_fini(void)
{
    mem_free_raw(stack.entries);
    stack.entries = NULL;
    stack.capacity = 0;
}

static bool grow(void)
{
    size_t capacity = stack.capacity ? 2 * stack.capacity : 64;
    Entry *entries = mem_realloc_raw(stack.entries, capacity * sizeof *entries);
    if (!entries)
        return false;
    stack.entries = entries;
    stack.capacity = capacity;
    return true;
}

/* ---- characters ---- */

static uint32_t map_simple(uint32_t c, UnicodeMapping mapping)
{
    uint32_t out[3];
    return unicode_map(c, mapping, out) == 1 ? out[0] : c;
}

static uint32_t fold(uint32_t c, RegexFold how)
{
    if (how == REGEX_FOLD_ASCII || c < 128)
        return how != REGEX_FOLD_NONE && c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (how == REGEX_FOLD_NONE)
        return c;
    return c == 0x130 ? 'i' : map_simple(map_simple(c, UNICODE_TO_UPPER), UNICODE_TO_LOWER);
}

/* What a back reference compares: lower case, though more than that is one letter in a set. */
static uint32_t lower(uint32_t c, RegexFold how)
{
    return how != REGEX_FOLD_UNICODE || c < 128 ? fold(c, how) : c == 0x130 ? 'i' : map_simple(c, UNICODE_TO_LOWER);
}

/* Letters of more than two forms, or whose forms fold() tells apart: what it makes of them, and the others. */
static const uint32_t many_forms[][4] = {
    {0xdf, 0x1e9e}, {0xfb05, 0xfb06}, {0xfb06, 0xfb05}, {0x390, 0x1fd3}, {0x1fd3, 0x390}, {0x3b0, 0x1fe3}, {0x1fe3, 0x3b0}, {0x69, 0x49, 0x130, 0x131},
    {0x6b, 0x4b, 0x212a}, {0x73, 0x53, 0x17f}, {0xe5, 0xc5, 0x212b}, {0x1c6, 0x1c4, 0x1c5}, {0x1c9, 0x1c7, 0x1c8}, {0x1cc, 0x1ca, 0x1cb},
    {0x1f3, 0x1f1, 0x1f2}, {0x3b2, 0x392, 0x3d0}, {0x3b5, 0x395, 0x3f5}, {0x3b8, 0x398, 0x3d1, 0x3f4}, {0x3b9, 0x345, 0x399, 0x1fbe},
    {0x3ba, 0x39a, 0x3f0}, {0x3bc, 0xb5, 0x39c}, {0x3c0, 0x3a0, 0x3d6}, {0x3c1, 0x3a1, 0x3f1}, {0x3c3, 0x3a3, 0x3c2}, {0x3c6, 0x3a6, 0x3d5},
    {0x3c9, 0x3a9, 0x2126}, {0x432, 0x412, 0x1c80}, {0x434, 0x414, 0x1c81}, {0x43e, 0x41e, 0x1c82}, {0x441, 0x421, 0x1c83},
    {0x442, 0x422, 0x1c84, 0x1c85}, {0x44a, 0x42a, 0x1c86}, {0x463, 0x462, 0x1c87}, {0x1e61, 0x1e60, 0x1e9b}, {0xa64b, 0x1c88, 0xa64a}};

static bool is_word(uint32_t c, bool ascii)
{
    return c == '_' || (ascii && c > 127 ? false : unicode_is_alnum(c));
}

static bool in_category(uint32_t c, uint32_t category)
{
    switch (category) {
    case REGEX_DIGIT: return unicode_has(c, UNICODE_DECIMAL);
    case REGEX_SPACE: return unicode_has(c, UNICODE_SPACE);
    case REGEX_WORD: return is_word(c, false);
    case REGEX_ASCII_DIGIT: return c >= '0' && c <= '9';
    case REGEX_ASCII_SPACE: return c == ' ' || (c >= '\t' && c <= '\r');
    case REGEX_ASCII_WORD: return is_word(c, true);
    default: return !in_category(c, category - 1);
    }
}

static bool set_contains(const RegexProgram *program, const RegexSet *set, uint32_t c);

static bool items_contain(const RegexProgram *program, const RegexSet *set, uint32_t c)
{
    for (const uint32_t *item = set->items; item < set->items + 3 * (size_t)set->count; item += 3) {
        bool found = item[0] == REGEX_RANGE    ? c >= item[1] && c <= item[2]
                     : item[0] == REGEX_SUBSET ? set_contains(program, &program->sets[item[1]], c)
                                               : in_category(c, item[0]);
        if (found)
            return true;
    }
    return false;
}

static bool set_contains_slow(const RegexProgram *program, const RegexSet *set, uint32_t c)
{
    bool found = items_contain(program, set, c);
    if (!found && set->fold != REGEX_FOLD_NONE) {
        uint32_t low = fold(c, set->fold);
        uint32_t high = set->fold == REGEX_FOLD_ASCII ? low >= 'a' && low <= 'z' ? low - 32 : low : map_simple(low, UNICODE_TO_UPPER);
        found = items_contain(program, set, low) || items_contain(program, set, high);
        for (size_t i = 0; set->fold == REGEX_FOLD_UNICODE && !found && i < sizeof many_forms / sizeof *many_forms; i++)
            for (int k = 1; many_forms[i][0] == low && k < 4 && many_forms[i][k]; k++)
                found = found || items_contain(program, set, many_forms[i][k]);
    }
    return found != set->negated;
}

static inline bool set_contains(const RegexProgram *program, const RegexSet *set, uint32_t c)
{
    return likely(c < 256) ? set->low[c >> 6] >> (c & 63) & 1 : set_contains_slow(program, set, c);
}

void regex_fill_set(const RegexProgram *program, RegexSet *set)
{
    memset(set->low, 0, sizeof set->low);
    for (uint32_t c = 0; c < 256; c++)
        if (set_contains_slow(program, set, c))
            set->low[c >> 6] |= UINT64_C(1) << (c & 63);
}

/* ---- the machine, in three copies: one for each width of characters ---- */

typedef struct Machine {
    const RegexProgram *program;
    const uint32_t *code;
    const void *data;
    int64_t end;
    RegexTask task;
    int64_t *slots; /* two a group, then those of loops and regions, then the last group */
    size_t height;
} Machine;

#define ALWAYS_INLINE static inline __attribute__((always_inline))

ALWAYS_INLINE uint32_t character(const void *data, int64_t at, int kind)
{
    return kind == 1 ? ((const uint8_t *)data)[at] : kind == 2 ? ((const uint16_t *)data)[at] : ((const uint32_t *)data)[at];
}

/* Does c pass the one-character instruction? */
ALWAYS_INLINE bool passes(const Machine *m, const uint32_t *op, uint32_t c)
{
    switch (op[0]) {
    case REGEX_CHAR: return c == op[1];
    case REGEX_ANY: return c != '\n';
    case REGEX_SET: return set_contains(m->program, &m->program->sets[op[1]], c);
    default: return true;
    }
}

/* How far from `at`, and no farther than `limit`, every character passes. */
ALWAYS_INLINE int64_t run_length_end(const Machine *m, const uint32_t *op, int64_t at, int64_t limit, int kind)
{
    if (op[0] == REGEX_ANY_ALL)
        return limit;
    if (op[0] == REGEX_SET) {
        const RegexSet *set = &m->program->sets[op[1]];
        while (at < limit && set_contains(m->program, set, character(m->data, at, kind)))
            at++;
        return at;
    }
    if (op[0] == REGEX_ANY && kind == 1) {
        const uint8_t *newline = limit > at ? memchr((const uint8_t *)m->data + at, '\n', (size_t)(limit - at)) : NULL;
        return newline ? newline - (const uint8_t *)m->data : limit;
    }
    while (at < limit && passes(m, op, character(m->data, at, kind)))
        at++;
    return at;
}

ALWAYS_INLINE bool is_boundary(const Machine *m, int64_t at, bool ascii, int kind)
{
    bool before = at > 0 && is_word(character(m->data, at - 1, kind), ascii);
    return before != (at < m->end && is_word(character(m->data, at, kind), ascii));
}

ALWAYS_INLINE bool is_at(const Machine *m, uint32_t place, int64_t at, int kind)
{
    switch (place) {
    case REGEX_START: return at == 0;
    case REGEX_LINE_START: return at == 0 || character(m->data, at - 1, kind) == '\n';
    case REGEX_END: return at == m->end;
    case REGEX_NEAR_END: return at == m->end || (at == m->end - 1 && character(m->data, at, kind) == '\n');
    case REGEX_LINE_END: return at == m->end || character(m->data, at, kind) == '\n';
    case REGEX_BOUNDARY: return is_boundary(m, at, false, kind);
    case REGEX_ASCII_BOUNDARY: return is_boundary(m, at, true, kind);
    default: return m->end > 0 && !is_boundary(m, at, place == REGEX_ASCII_NO_BOUNDARY, kind);
    }
}

ALWAYS_INLINE bool push(Machine *m, uint32_t kind, uint32_t pc, int64_t at, int64_t limit)
{
    if (unlikely(m->height == stack.capacity) && !grow())
        return false;
    stack.entries[m->height++] = (Entry){.kind = kind, .pc = pc, .at = at, .limit = limit};
    return true;
}

ALWAYS_INLINE bool set_slot(Machine *m, uint32_t slot, int64_t value)
{
    if (!push(m, ENTRY_RESTORE, slot, m->slots[slot], 0))
        return false;
    m->slots[slot] = value;
    return true;
}

/* Gives up the alternatives above `height`, not what undoes changes. */
static void commit(Machine *m, size_t height)
{
    size_t to = height;
    for (size_t from = height; from < m->height; from++)
        if (stack.entries[from].kind == ENTRY_RESTORE)
            stack.entries[to++] = stack.entries[from];
    m->height = to;
}

static void undo(Machine *m, size_t height)
{
    while (m->height > height) {
        const Entry *top = &stack.entries[--m->height];
        if (top->kind == ENTRY_RESTORE)
            m->slots[top->pc] = top->at;
    }
}

/* The end of the same text as the group's, read again at `at`; -1: it is another. */
ALWAYS_INLINE int64_t again_end(const Machine *m, const uint32_t *op, int64_t at, int kind)
{
    int64_t from = m->slots[(size_t)2 * op[1]], to = m->slots[(size_t)2 * op[1] + 1];
    if (from < 0 || to < from || to - from > m->end - at)
        return -1;
    for (; from < to; from++, at++)
        if (lower(character(m->data, from, kind), (RegexFold)op[2]) != lower(character(m->data, at, kind), (RegexFold)op[2]))
            return -1;
    return at;
}

/* Takes up the newest alternative: its instruction and place. False: none is left. */
ALWAYS_INLINE bool backtrack(Machine *m, uint32_t *pc, int64_t *at, int kind)
{
    while (m->height) {
        Entry *top = &stack.entries[m->height - 1];
        const uint32_t *op = &m->code[top->pc];
        switch (top->kind) {
        case ENTRY_RESTORE:
            m->slots[top->pc] = top->at;
            m->height--;
            continue;
        case ENTRY_ALTERNATIVE:
            *pc = top->pc;
            *at = top->at;
            m->height--;
            return true;
        case ENTRY_GREEDY:
            top->at--;
            if (op[4] != REGEX_NONE)
                while (top->at > top->limit && (top->at >= m->end || character(m->data, top->at, kind) != op[4]))
                    top->at--;
            *at = top->at;
            if (top->at <= top->limit)
                m->height--;
            break;
        default:
            if (top->at >= top->limit || !passes(m, op + 5, character(m->data, top->at, kind))) {
                m->height--;
                continue;
            }
            *at = ++top->at;
        }
        *pc = (uint32_t)(op - m->code) + 5 + (op[5] == REGEX_ANY || op[5] == REGEX_ANY_ALL ? 1 : 2);
        return true;
    }
    return false;
}

/* The instruction REPEAT: 1 went on to *at, 0 failed, -1 no memory. */
ALWAYS_INLINE int repeat(Machine *m, const uint32_t *op, int64_t *at, int kind)
{
    int64_t least = op[1], most = op[2] == REGEX_NONE ? m->end - *at : (int64_t)op[2], from = *at;
    if (least > m->end - from)
        return 0;
    int64_t limit = most > m->end - from ? m->end : from + most;
    if (op[3] == REGEX_RELUCTANT) {
        if (run_length_end(m, op + 5, from, from + least, kind) < from + least)
            return 0;
        *at = from + least;
        return *at < limit && !push(m, ENTRY_RELUCTANT, (uint32_t)(op - m->code), *at, limit) ? -1 : 1;
    }
    int64_t end = run_length_end(m, op + 5, from, limit, kind);
    if (end < from + least)
        return 0;
    *at = end;
    if (op[3] == REGEX_GREEDY && end > from + least && !push(m, ENTRY_GREEDY, (uint32_t)(op - m->code), end, from + least))
        return -1;
    return 1;
}

/* The instruction LOOP: the next pc in *pc. False: no memory. */
ALWAYS_INLINE bool loop(Machine *m, const uint32_t *op, uint32_t *pc, int64_t at)
{
    const int64_t *state = &m->slots[op[1]];
    uint32_t more = op[5], leave = (uint32_t)(op - m->code) + 6;
    if (state[0] < (int64_t)op[2]) {
        *pc = more;
        return true;
    }
    bool may_go_on = (op[3] == REGEX_NONE || state[0] < (int64_t)op[3]) && at != state[1];
    *pc = op[4] == REGEX_GREEDY && may_go_on ? more : leave;
    return !may_go_on || push(m, ENTRY_ALTERNATIVE, *pc == more ? leave : more, at, 0);
}

ALWAYS_INLINE int run(Machine *m, int64_t at, int kind)
{
    const uint32_t *code = m->code;
    uint32_t pc = 0;
    const int64_t start = at;
    const uint32_t last_slot = (uint32_t)regex_slot_count(m->program) - 1;
    for (;;) {
        const uint32_t *op = code + pc;
        bool fine = true;
        switch (op[0]) {
        case REGEX_MATCH:
            fine = !(at == m->task.refused && at == start) && (!m->task.to_end || at == m->end);
            if (fine) {
                m->slots[1] = at;
                return 1;
            }
            break;
        case REGEX_CHAR:
        case REGEX_SET:
            fine = at < m->end && passes(m, op, character(m->data, at, kind));
            at++, pc += 2;
            break;
        case REGEX_ANY:
        case REGEX_ANY_ALL:
            fine = at < m->end && passes(m, op, character(m->data, at, kind));
            at++, pc++;
            break;
        case REGEX_TEXT:
            fine = (int64_t)op[1] <= m->end - at;
            for (uint32_t i = 0; fine && i < op[1]; i++)
                fine = character(m->data, at + i, kind) == op[2 + i];
            at += op[1], pc += 2 + op[1];
            break;
        case REGEX_SAVE:
            if (!set_slot(m, op[1], at) || (op[1] & 1 && !set_slot(m, last_slot, op[1] / 2)))
                return -1;
            pc += 2;
            break;
        case REGEX_JUMP:
            pc = op[1];
            break;
        case REGEX_TRY:
            if (at >= m->end || !set_contains(m->program, &m->program->sets[op[1]], character(m->data, at, kind))) {
                pc = op[2];
                break;
            }
            if (!push(m, ENTRY_ALTERNATIVE, op[2], at, 0))
                return -1;
            pc += 3;
            break;
        case REGEX_SPLIT:
            if (!push(m, ENTRY_ALTERNATIVE, op[1], at, 0))
                return -1;
            pc += 2;
            break;
        case REGEX_AT:
            fine = is_at(m, op[1], at, kind);
            pc += 2;
            break;
        case REGEX_REPEAT: {
            int went_on = repeat(m, op, &at, kind);
            if (went_on < 0)
                return -1;
            fine = went_on;
            pc += 5 + (op[5] == REGEX_ANY || op[5] == REGEX_ANY_ALL ? 1 : 2);
            break;
        }
        case REGEX_LOOP_START:
            if (!set_slot(m, op[1], 0) || !set_slot(m, op[1] + 1, -1))
                return -1;
            pc += 2;
            break;
        case REGEX_LOOP_MORE:
            if (!set_slot(m, op[1], m->slots[op[1]] + 1) || !set_slot(m, op[1] + 1, at))
                return -1;
            pc += 2;
            break;
        case REGEX_LOOP:
            if (!loop(m, op, &pc, at))
                return -1;
            break;
        case REGEX_LOOK:
            m->slots[op[1]] = (int64_t)m->height;
            m->slots[op[1] + 1] = at;
            fine = at >= (int64_t)op[2];
            at -= op[2], pc += 3;
            break;
        case REGEX_LOOK_END:
            at = m->slots[op[1] + 1];
            commit(m, (size_t)m->slots[op[1]]);
            pc += 2;
            break;
        case REGEX_NOT:
            m->slots[op[1]] = (int64_t)m->height;
            if (at < (int64_t)op[2]) {
                pc = op[3];
                break;
            }
            if (!push(m, ENTRY_ALTERNATIVE, op[3], at, 0))
                return -1;
            at -= op[2], pc += 4;
            break;
        case REGEX_NOT_END:
            undo(m, (size_t)m->slots[op[1]]);
            fine = false;
            break;
        case REGEX_ATOMIC:
            m->slots[op[1]] = (int64_t)m->height;
            pc += 2;
            break;
        case REGEX_ATOMIC_END:
            commit(m, (size_t)m->slots[op[1]]);
            pc += 2;
            break;
        case REGEX_AGAIN:
            at = again_end(m, op, at, kind);
            fine = at >= 0;
            pc += 3;
            break;
        case REGEX_IF:
            pc = m->slots[2 * op[1] + 1] < 0 ? op[2] : pc + 3;
            break;
        }
        if (!fine && !backtrack(m, &pc, &at, kind))
            return 0;
    }
}

static int run_narrow(Machine *m, int64_t at) { return run(m, at, 1); }
static int run_double(Machine *m, int64_t at) { return run(m, at, 2); }
static int run_wide(Machine *m, int64_t at) { return run(m, at, 4); }

int regex_match_at(const RegexProgram *program, const RegexText *text, int64_t at, RegexTask task, int64_t *slots, int64_t *last_group)
{
    Machine m = {.program = program, .code = program->code, .data = text->data, .end = text->end, .task = task, .slots = slots};
    int64_t count = regex_slot_count(program);
    for (int64_t i = 0; i < count; i++)
        slots[i] = -1;
    slots[0] = at;
    int matched = (text->kind == 1 ? run_narrow : text->kind == 2 ? run_double : run_wide)(&m, at);
    if (matched < 0)
        raise_no_memory();
    *last_group = slots[count - 1];
    return matched;
}

/* ---- searching ---- */

/* The first place from `at` where the text goes on with the prefix; -1: nowhere. */
static int64_t find_prefix(const Str *prefix, const RegexText *text, int64_t at)
{
    uint32_t first = str_point_at(prefix, 0);
    for (int64_t stop = text->end - prefix->length; at <= stop; at++) {
        if (text->kind == 1) {
            const uint8_t *found = memchr((const uint8_t *)text->data + at, (int)first, (size_t)(stop - at + 1));
            if (!found)
                return -1;
            at = found - (const uint8_t *)text->data;
        }
        int64_t i = 0;
        while (i < prefix->length && character(text->data, at + i, text->kind) == str_point_at(prefix, i))
            i++;
        if (i == prefix->length)
            return at;
    }
    return -1;
}

static int64_t find_first(const RegexProgram *program, const RegexText *text, int64_t at)
{
    const RegexSet *set = &program->sets[program->first];
    while (at < text->end && !set_contains(program, set, character(text->data, at, text->kind)))
        at++;
    return at < text->end ? at : -1;
}

/* Whether the pattern begins with what holds at the start of the string only. */
static bool is_anchored(const RegexProgram *program)
{
    const uint32_t *code = program->code;
    while (code[0] == REGEX_SAVE)
        code += 2;
    return code[0] == REGEX_AT && code[1] == REGEX_START;
}

int regex_search(const RegexProgram *program, const RegexText *text, int64_t from, RegexTask task, int64_t *slots, int64_t *last_group)
{
    if (is_anchored(program))
        return from > 0 ? 0 : regex_match_at(program, text, from, task, slots, last_group);
    const Str *prefix = program->prefix ? as_str(program->prefix) : NULL;
    if (prefix && text->kind == 1 && prefix->kind != 1)
        return 0;
    for (int64_t at = from; at <= text->end; at++) {
        if (prefix || program->first != REGEX_NONE)
            at = prefix ? find_prefix(prefix, text, at) : find_first(program, text, at);
        if (at < 0)
            return 0;
        int matched = regex_match_at(program, text, at, task, slots, last_group);
        if (matched)
            return matched;
    }
    return 0;
}
