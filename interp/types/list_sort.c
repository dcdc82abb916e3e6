/* list_sort.c: list.sort(): natural runs, merged so that the work stays balanced (Munro and Wild's powersort rule).
 *
 * Programs see which items are compared, in which order, when __lt__ is theirs. So the steps are those of CPython 3.11: Tim Peters's
 * insertion by halving up to a least length of runs, and merges that gallop once one side has won often enough.
 * Keys lie in one array, the values in a parallel one (NULL when there is no key function: then the keys are the values).
 * Whatever a comparison does or raises, both arrays stay permutations of what they were. */
#include "list.h"

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "list_methods.h"
#include "mem.h"
#include "str.h"

#include <assert.h>

#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { RUN_LIMIT = 64, MAX_RUNS = 64, GALLOP_AFTER = 7 };

/* What all keys are, so that comparing is cheap. */
typedef enum KeyKind { KEYS_SMALL_INT, KEYS_FLOAT, KEYS_STR, KEYS_ONE_TYPE, KEYS_ANY } KeyKind;

typedef struct Run {
    int64_t start, length;
    int power; /* of the boundary before this run */
} Run;

typedef struct Sorter {
    Value *keys, *values;
    Value *spare_keys, *spare_values; /* as long as half of the arrays */
    int64_t length;
    int64_t gallop_after; /* so many wins in a row; falls while galloping pays */
    Run runs[MAX_RUNS];
    int run_count;
} Sorter;

static inline bool str_less(const Str *a, const Str *b)
{
    if (a->kind != 1 || b->kind != 1)
        return str_compare(a, b) < 0;
    int order = memcmp(a->u8, b->u8, (size_t)(a->length < b->length ? a->length : b->length));
    return order < 0 || (order == 0 && a->length < b->length);
}

/* Keys of one type ask its slot first, and once more in the usual way when that knows no answer. */
static int slot_less(Value a, Value b)
{
    Value (*compare)(Value, Value, CompareOp) = type_of(a)->compare;
    Value result = compare ? compare(a, b, COMPARE_LT) : VALUE_NOT_IMPLEMENTED;
    if (result == VALUE_TRUE || result == VALUE_FALSE)
        return result == VALUE_TRUE;
    if (!result)
        return -1;
    int less = result == VALUE_NOT_IMPLEMENTED ? value_compare_bool(a, b, COMPARE_LT) : value_truth(result);
    value_release(result);
    return less;
}

/* 1, 0, -1 */
ALWAYS_INLINE int key_less(KeyKind kind, Value a, Value b)
{
    switch (kind) {
    case KEYS_SMALL_INT: return (int64_t)a < (int64_t)b;
    case KEYS_FLOAT: return float_value(a) < float_value(b);
    case KEYS_STR: return str_less(as_str(a), as_str(b));
    case KEYS_ONE_TYPE: return slot_less(a, b);
    default: return value_both_small_int(a, b) ? (int64_t)a < (int64_t)b : value_compare_bool(a, b, COMPARE_LT);
    }
}

static void reverse_values(Value *v, int64_t from, int64_t to)
{
    for (to--; from < to; from++, to--) {
        Value x = v[from];
        v[from] = v[to];
        v[to] = x;
    }
}

static void reverse_slice(Sorter *s, int64_t from, int64_t to)
{
    reverse_values(s->keys, from, to);
    if (s->values)
        reverse_values(s->values, from, to);
}

/* Length of the run at `from`, made ascending; -1: exception. */
ALWAYS_INLINE int64_t find_run(Sorter *s, KeyKind kind, int64_t from, int64_t to)
{
    Value *keys = s->keys;
    int64_t i = from + 1;
    if (i >= to)
        return to - from;
    int less = key_less(kind, keys[i], keys[i - 1]);
    if (less < 0)
        return -1;
    bool descending = less;
    for (i++; i < to; i++) {
        less = key_less(kind, keys[i], keys[i - 1]);
        if (less < 0)
            return -1;
        if (less != descending)
            break;
    }
    if (descending)
        reverse_slice(s, from, i);
    return i - from;
}

/* First place in keys[from..to) whose key is greater than `key` (after_equals) or not less than it; -1: exception. */
ALWAYS_INLINE int64_t find_place(KeyKind kind, const Value *keys, int64_t from, int64_t to, Value key, bool after_equals)
{
    while (from < to) {
        int64_t middle = from + (to - from) / 2;
        int less = after_equals ? key_less(kind, key, keys[middle]) : key_less(kind, keys[middle], key);
        if (less < 0)
            return -1;
        if (less == after_equals)
            to = middle;
        else
            from = middle + 1;
    }
    return from;
}

/* keys[from..sorted) are in order: insert those up to `to`. */
ALWAYS_INLINE int insert_up_to(Sorter *s, KeyKind kind, int64_t from, int64_t sorted, int64_t to)
{
    for (; sorted < to; sorted++) {
        Value key = s->keys[sorted];
        int64_t place = find_place(kind, s->keys, from, sorted, key, true);
        if (place < 0)
            return -1;
        size_t bytes = (size_t)(sorted - place) * sizeof(Value);
        memmove(s->keys + place + 1, s->keys + place, bytes);
        s->keys[place] = key;
        if (s->values) {
            Value v = s->values[sorted];
            memmove(s->values + place + 1, s->values + place, bytes);
            s->values[place] = v;
        }
    }
    return 0;
}

static void move_items(Value *to_keys, Value *to_values, const Value *keys, const Value *values, int64_t count)
{
    memmove(to_keys, keys, (size_t)count * sizeof(Value));
    assert(!values || to_values);
    if (values)
        memmove(to_values, values, (size_t)count * sizeof(Value));
}

/* 1: x stands before the place of key; 0, -1 */
ALWAYS_INLINE int is_before(KeyKind kind, Value x, Value key, bool after_equals)
{
    if (!after_equals)
        return key_less(kind, x, key);
    int less = key_less(kind, key, x);
    return less < 0 ? -1 : !less;
}

/* As find_place in keys[0..length), for a place thought to be near `hint`: steps of 1, 3, 7, … away from it, then halving. */
ALWAYS_INLINE int64_t gallop(KeyKind kind, const Value *keys, int64_t length, Value key, bool after_equals, int64_t hint)
{
    int64_t near = 0, step = 1, from, to;
    int before = is_before(kind, keys[hint], key, after_equals), reached;
    if (before < 0)
        return -1;
    int64_t room = before ? length - hint : hint + 1;
    while (step < room) {
        reached = is_before(kind, keys[before ? hint + step : hint - step], key, after_equals);
        if (reached < 0)
            return -1;
        if (reached != before)
            break;
        near = step;
        step = 2 * step + 1;
    }
    if (step > room)
        step = room;
    from = before ? hint + near + 1 : hint - step + 1;
    to = before ? hint + step : hint - near;
    return find_place(kind, keys, from, to, key, after_equals);
}

/* ---- merging two neighbouring runs, of which one is set aside ----
 *
 * One item at a time until a side has won gallop_after times in a row, then in blocks as long as blocks are long. What is left of the
 * part set aside is put back however the merge ends. */

typedef struct Merge {
    Value *a, *a_values, *b, *b_values, *to, *to_values; /* values: NULL without a key function */
    int64_t a_left, b_left;
} Merge;

ALWAYS_INLINE void take_front(Merge *m, Value **from, Value **from_values, int64_t *left, int64_t count)
{
    if (count == 1) {
        *m->to = **from;
        if (*from_values)
            *m->to_values = **from_values;
    } else {
        move_items(m->to, m->to_values, *from, *from_values, count);
    }
    m->to += count;
    *from += count;
    if (*from_values) {
        m->to_values += count;
        *from_values += count;
    }
    *left -= count;
}

#define TAKE_A(count) take_front(m, &m->a, &m->a_values, &m->a_left, count)
#define TAKE_B(count) take_front(m, &m->b, &m->b_values, &m->b_left, count)

/* The first run, a, is set aside. Its last item is known to be the last of all, the first of b the first. */
ALWAYS_INLINE int merge_forward_steps(Sorter *s, KeyKind kind, Merge *m)
{
    TAKE_B(1);
    while (m->b_left && m->a_left > 1) {
        int64_t a_won = 0, b_won = 0;
        while (a_won < s->gallop_after && b_won < s->gallop_after) {
            int less = key_less(kind, *m->b, *m->a);
            if (unlikely(less < 0))
                return -1;
            if (less) {
                TAKE_B(1);
                b_won++;
                a_won = 0;
                if (!m->b_left)
                    return 0;
            } else {
                TAKE_A(1);
                a_won++;
                b_won = 0;
                if (m->a_left == 1)
                    return 0;
            }
        }
        s->gallop_after++;
        do {
            s->gallop_after -= s->gallop_after > 1;
            a_won = gallop(kind, m->a, m->a_left, *m->b, true, 0);
            if (a_won < 0)
                return -1;
            TAKE_A(a_won);
            if (m->a_left <= 1)
                return 0;
            TAKE_B(1);
            if (!m->b_left)
                return 0;
            b_won = gallop(kind, m->b, m->b_left, *m->a, false, 0);
            if (b_won < 0)
                return -1;
            TAKE_B(b_won);
            if (!m->b_left)
                return 0;
            TAKE_A(1);
            if (m->a_left == 1)
                return 0;
        } while (a_won >= GALLOP_AFTER || b_won >= GALLOP_AFTER);
        s->gallop_after++;
    }
    return 0;
}

ALWAYS_INLINE int merge_forward(Sorter *s, KeyKind kind, int64_t a, int64_t b, int64_t end)
{
    Value *keys = s->keys, *values = s->values;
    move_items(s->spare_keys, s->spare_values, keys + a, values ? values + a : NULL, b - a);
    Merge m = {
        .a = s->spare_keys, .a_values = values ? s->spare_values : NULL, .a_left = b - a, .b = keys + b, .b_values = values ? values + b : NULL, .b_left = end - b,
        .to = keys + a, .to_values = values ? values + a : NULL,
    };
    int result = merge_forward_steps(s, kind, &m);
    if (result == 0 && m.a_left == 1)
        take_front(&m, &m.b, &m.b_values, &m.b_left, m.b_left);
    take_front(&m, &m.a, &m.a_values, &m.a_left, m.a_left);
    return result;
}

ALWAYS_INLINE void take_back(Merge *m, Value **from, Value **from_values, int64_t *left, int64_t count)
{
    m->to -= count;
    *from -= count;
    if (*from_values) {
        m->to_values -= count;
        *from_values -= count;
    }
    *left -= count;
    if (count != 1) {
        move_items(m->to, m->to_values, *from, *from_values, count);
        return;
    }
    *m->to = **from;
    if (*from_values)
        *m->to_values = **from_values;
}

#undef TAKE_A
#undef TAKE_B
#define TAKE_A(count) take_back(m, &m->a, &m->a_values, &m->a_left, count)
#define TAKE_B(count) take_back(m, &m->b, &m->b_values, &m->b_left, count)

/* The second run, b, is set aside; pointers are behind what is left. The last of a is known to be the last of all, the first of b is not the first. */
ALWAYS_INLINE int merge_backward_steps(Sorter *s, KeyKind kind, Merge *m)
{
    TAKE_A(1);
    while (m->a_left && m->b_left > 1) {
        int64_t a_won = 0, b_won = 0;
        while (a_won < s->gallop_after && b_won < s->gallop_after) {
            int less = key_less(kind, m->b[-1], m->a[-1]);
            if (unlikely(less < 0))
                return -1;
            if (less) {
                TAKE_A(1);
                a_won++;
                b_won = 0;
                if (!m->a_left)
                    return 0;
            } else {
                TAKE_B(1);
                b_won++;
                a_won = 0;
                if (m->b_left == 1)
                    return 0;
            }
        }
        s->gallop_after++;
        do {
            s->gallop_after -= s->gallop_after > 1;
            int64_t place = gallop(kind, m->a - m->a_left, m->a_left, m->b[-1], true, m->a_left - 1);
            if (place < 0)
                return -1;
            a_won = m->a_left - place;
            TAKE_A(a_won);
            if (!m->a_left)
                return 0;
            TAKE_B(1);
            if (m->b_left == 1)
                return 0;
            place = gallop(kind, m->b - m->b_left, m->b_left, m->a[-1], false, m->b_left - 1);
            if (place < 0)
                return -1;
            b_won = m->b_left - place;
            TAKE_B(b_won);
            if (m->b_left <= 1)
                return 0;
            TAKE_A(1);
            if (!m->a_left)
                return 0;
        } while (a_won >= GALLOP_AFTER || b_won >= GALLOP_AFTER);
        s->gallop_after++;
    }
    return 0;
}

#undef TAKE_A
#undef TAKE_B

ALWAYS_INLINE int merge_backward(Sorter *s, KeyKind kind, int64_t a, int64_t b, int64_t end)
{
    Value *keys = s->keys, *values = s->values;
    move_items(s->spare_keys, s->spare_values, keys + b, values ? values + b : NULL, end - b);
    Merge m = {
        .a = keys + b, .a_values = values ? values + b : NULL, .a_left = b - a, .b = s->spare_keys + (end - b),
        .b_values = values ? s->spare_values + (end - b) : NULL, .b_left = end - b, .to = keys + end, .to_values = values ? values + end : NULL,
    };
    int result = merge_backward_steps(s, kind, &m);
    if (result == 0 && m.b_left == 1)
        take_back(&m, &m.a, &m.a_values, &m.a_left, m.a_left);
    take_back(&m, &m.b, &m.b_values, &m.b_left, m.b_left);
    return result;
}

/* Merge run number `first` with the next. */
ALWAYS_INLINE int merge_runs(Sorter *s, KeyKind kind, int first)
{
    Run *left = &s->runs[first], *right = left + 1;
    int64_t a = left->start, b = right->start, end = b + right->length;
    left->length += right->length;
    for (int i = first + 1; i < s->run_count - 1; i++)
        s->runs[i] = s->runs[i + 1];
    s->run_count--;
    int64_t in_place = gallop(kind, s->keys + a, b - a, s->keys[b], true, 0);
    if (in_place < 0 || in_place == b - a)
        return in_place < 0 ? -1 : 0;
    a += in_place;
    int64_t rest = gallop(kind, s->keys + b, end - b, s->keys[b - 1], false, end - b - 1);
    if (rest <= 0)
        return (int)rest;
    return b - a <= rest ? merge_forward(s, kind, a, b, b + rest) : merge_backward(s, kind, a, b, b + rest);
}

/* All runs into one, the shorter neighbour of the last but one first. */
ALWAYS_INLINE int merge_all(Sorter *s, KeyKind kind)
{
    while (s->run_count > 1) {
        int first = s->run_count - 2;
        if (first > 0 && s->runs[first - 1].length < s->runs[first + 1].length)
            first--;
        if (merge_runs(s, kind, first) < 0)
            return -1;
    }
    return 0;
}

/* Shorter runs are made that long: the length over a power of two, from half of RUN_LIMIT up to it. */
static int64_t least_run(int64_t length)
{
    int64_t odd = 0;
    for (; length >= RUN_LIMIT; length >>= 1)
        odd |= length & 1;
    return length + odd;
}

/* Depth in a perfectly balanced tree of merges of the boundary between two neighbouring runs. */
static int boundary_power(const Run *left, const Run *right, int64_t length)
{
    int64_t a = 2 * left->start + left->length, b = a + left->length + right->length;
    int power = 0;
    for (;;) {
        power++;
        if (a >= length) {
            a -= length;
            b -= length;
        } else if (b >= length) {
            return power;
        }
        a *= 2;
        b *= 2;
    }
}

ALWAYS_INLINE int sort_keys(Sorter *s, KeyKind kind)
{
    const int64_t least = least_run(s->length);
    for (int64_t from = 0; from < s->length;) {
        int64_t length = find_run(s, kind, from, s->length);
        if (length < 0)
            return -1;
        if (length < least) {
            int64_t target = s->length - from < least ? s->length - from : least;
            if (insert_up_to(s, kind, from, from + length, target + from) < 0)
                return -1;
            length = target;
        }
        Run run = {from, length, 0};
        if (s->run_count) {
            run.power = boundary_power(&s->runs[s->run_count - 1], &run, s->length);
            while (s->run_count > 1 && s->runs[s->run_count - 1].power > run.power)
                if (merge_runs(s, kind, s->run_count - 2) < 0)
                    return -1;
        }
        s->runs[s->run_count++] = run;
        from += length;
    }
    return merge_all(s, kind);
}

static int sort_small_ints(Sorter *s) { return sort_keys(s, KEYS_SMALL_INT); }
static int sort_floats(Sorter *s) { return sort_keys(s, KEYS_FLOAT); }
static int sort_strs(Sorter *s) { return sort_keys(s, KEYS_STR); }
static int sort_one_type(Sorter *s) { return sort_keys(s, KEYS_ONE_TYPE); }
static int sort_any(Sorter *s) { return sort_keys(s, KEYS_ANY); }

static KeyKind keys_kind(const Value *keys, int64_t length)
{
    int64_t i = 1;
    if (value_is_small_int(keys[0])) {
        while (i < length && value_is_small_int(keys[i]))
            i++;
        return i == length ? KEYS_SMALL_INT : KEYS_ANY;
    }
    Type *type = type_of(keys[0]);
    while (i < length && type_of(keys[i]) == type)
        i++;
    if (i < length)
        return KEYS_ANY;
    return type == &type_float ? KEYS_FLOAT : type == &type_str ? KEYS_STR : KEYS_ONE_TYPE;
}

static int sorter_run(Sorter *s)
{
    if (s->length >= RUN_LIMIT) {
        size_t half = (size_t)(s->length / 2 + 1);
        s->spare_keys = mem_alloc_raw((s->values ? 2 : 1) * half * sizeof(Value));
        if (!s->spare_keys) {
            raise_no_memory();
            return -1;
        }
        s->spare_values = s->spare_keys + half;
    }
    static int (*const by_kind[])(Sorter *) = {sort_small_ints, sort_floats, sort_strs, sort_one_type, sort_any};
    int result = by_kind[keys_kind(s->keys, s->length)](s);
    mem_free_raw(s->spare_keys);
    return result;
}

/* key(item) for each: an array of new references, or NULL with an exception pending. */
static Value *compute_keys(Value key, const Value *items, int64_t length)
{
    Value *keys = mem_alloc_raw((size_t)length * sizeof *keys);
    if (!keys) {
        raise_no_memory();
        return NULL;
    }
    for (int64_t i = 0; i < length; i++) {
        keys[i] = call_value1(key, items[i]);
        if (!keys[i]) {
            while (i-- > 0)
                value_release(keys[i]);
            mem_free_raw(keys);
            return NULL;
        }
    }
    return keys;
}

int list_sort(List *list, Value key, bool reverse)
{
    if (key == VALUE_NONE)
        key = VALUE_NULL;
    /* The list is empty while Python code may see it; a capacity that is no longer -1 tells that somebody changed it. */
    Value *items = list->items;
    int64_t length = list->length, capacity = list->capacity;
    list->items = NULL;
    list->length = 0;
    list->capacity = -1;

    int result = 0;
    Value *keys = key && length ? compute_keys(key, items, length) : NULL;
    if (key && length && !keys) {
        result = -1;
    } else if (length > 1) {
        Sorter s = {.keys = keys ? keys : items, .values = keys ? items : NULL, .length = length, .gallop_after = GALLOP_AFTER};
        if (reverse) /* reversing twice keeps equal items in their order */
            reverse_slice(&s, 0, length);
        result = sorter_run(&s);
        if (reverse)
            reverse_slice(&s, 0, length);
    }
    if (keys) {
        for (int64_t i = 0; i < length; i++)
            value_release(keys[i]);
        mem_free_raw(keys);
    }
    Value *intruders = list->items;
    int64_t intruder_count = list->length, intruder_capacity = list->capacity;
    if (list->capacity != -1 && result == 0)
        result = raise_error_int(&exc_ValueError, "list modified during sort");
    list->items = items;
    list->length = length;
    list->capacity = capacity;
    for (int64_t i = intruder_count; i-- > 0;)
        value_release(intruders[i]);
    list_items_free(intruders, intruder_capacity);
    return result;
}
