/* list_sort.c: list.sort(): natural runs, merged so that the work stays balanced (Munro and Wild's powersort rule).
 *
 * Keys lie in one array, the values in a parallel one (NULL when there is no key function: then the keys are the values).
 * Whatever a comparison does or raises, both arrays stay permutations of what they were. */
#include "list.h"

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "list_methods.h"
#include "mem.h"
#include "str.h"

#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { MIN_RUN = 24, MAX_RUNS = 64 };

/* What all keys are, so that comparing is cheap. */
typedef enum KeyKind { KEYS_SMALL_INT, KEYS_FLOAT, KEYS_STR, KEYS_ANY } KeyKind;

typedef struct Run {
    int64_t start, length;
    int power; /* of the boundary before this run */
} Run;

typedef struct Sorter {
    Value *keys, *values;
    Value *spare_keys, *spare_values; /* as long as half of the arrays */
    int64_t length;
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

/* 1, 0, -1 */
ALWAYS_INLINE int key_less(KeyKind kind, Value a, Value b)
{
    switch (kind) {
    case KEYS_SMALL_INT: return (int64_t)a < (int64_t)b;
    case KEYS_FLOAT: return float_value(a) < float_value(b);
    case KEYS_STR: return str_less(as_str(a), as_str(b));
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
    if (values)
        memmove(to_values, values, (size_t)count * sizeof(Value));
}

/* The left part is the shorter one: set it aside and merge from the front. */
ALWAYS_INLINE int merge_forward(Sorter *s, KeyKind kind, int64_t a, int64_t b, int64_t end)
{
    Value *keys = s->keys, *values = s->values;
    int64_t left = b - a, i = 0, to = a;
    int result = 0;
    move_items(s->spare_keys, s->spare_values, keys + a, values ? values + a : NULL, left);
    while (i < left && b < end) {
        int less = key_less(kind, keys[b], s->spare_keys[i]);
        if (unlikely(less < 0)) {
            result = -1;
            break;
        }
        keys[to] = less ? keys[b] : s->spare_keys[i];
        if (values)
            values[to] = less ? values[b] : s->spare_values[i];
        b += less;
        i += !less;
        to++;
    }
    move_items(keys + to, values ? values + to : NULL, s->spare_keys + i, values ? s->spare_values + i : NULL, left - i);
    return result;
}

/* The right part is the shorter one: set it aside and merge from the back. */
ALWAYS_INLINE int merge_backward(Sorter *s, KeyKind kind, int64_t a, int64_t b, int64_t end)
{
    Value *keys = s->keys, *values = s->values;
    int64_t right = end - b, to = end;
    int result = 0;
    move_items(s->spare_keys, s->spare_values, keys + b, values ? values + b : NULL, right);
    while (right > 0 && b > a) {
        int less = key_less(kind, s->spare_keys[right - 1], keys[b - 1]);
        if (unlikely(less < 0)) {
            result = -1;
            break;
        }
        to--;
        b -= less;
        right -= !less;
        keys[to] = less ? keys[b] : s->spare_keys[right];
        if (values)
            values[to] = less ? values[b] : s->spare_values[right];
    }
    move_items(keys + to - right, values ? values + to - right : NULL, s->spare_keys, values ? s->spare_values : NULL, right);
    return result;
}

/* Merge the top two runs. */
ALWAYS_INLINE int merge_top(Sorter *s, KeyKind kind)
{
    Run *left = &s->runs[s->run_count - 2], *right = left + 1;
    int64_t a = left->start, b = right->start, end = b + right->length;
    left->length += right->length;
    s->run_count--;
    a = find_place(kind, s->keys, a, b, s->keys[b], true); /* what is in place already */
    if (a < 0)
        return -1;
    if (a == b)
        return 0;
    end = find_place(kind, s->keys, b, end, s->keys[b - 1], false);
    if (end < 0)
        return -1;
    return b - a <= end - b ? merge_forward(s, kind, a, b, end) : merge_backward(s, kind, a, b, end);
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
    for (int64_t from = 0; from < s->length;) {
        int64_t length = find_run(s, kind, from, s->length);
        if (length < 0)
            return -1;
        if (length < MIN_RUN) {
            int64_t target = s->length - from < MIN_RUN ? s->length - from : MIN_RUN;
            if (insert_up_to(s, kind, from, from + length, target + from) < 0)
                return -1;
            length = target;
        }
        Run run = {from, length, 0};
        if (s->run_count) {
            run.power = boundary_power(&s->runs[s->run_count - 1], &run, s->length);
            while (s->run_count > 1 && s->runs[s->run_count - 1].power > run.power)
                if (merge_top(s, kind) < 0)
                    return -1;
        }
        s->runs[s->run_count++] = run;
        from += length;
    }
    while (s->run_count > 1)
        if (merge_top(s, kind) < 0)
            return -1;
    return 0;
}

static int sort_small_ints(Sorter *s) { return sort_keys(s, KEYS_SMALL_INT); }
static int sort_floats(Sorter *s) { return sort_keys(s, KEYS_FLOAT); }
static int sort_strs(Sorter *s) { return sort_keys(s, KEYS_STR); }
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
    return type == &type_float ? KEYS_FLOAT : type == &type_str ? KEYS_STR : KEYS_ANY;
}

static int sorter_run(Sorter *s)
{
    if (s->length > MIN_RUN) {
        size_t half = (size_t)(s->length / 2 + 1);
        s->spare_keys = mem_alloc_raw((s->values ? 2 : 1) * half * sizeof(Value));
        if (!s->spare_keys) {
            raise_no_memory();
            return -1;
        }
        s->spare_values = s->spare_keys + half;
    }
    static int (*const by_kind[])(Sorter *) = {sort_small_ints, sort_floats, sort_strs, sort_any};
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
        Sorter s = {.keys = keys ? keys : items, .values = keys ? items : NULL, .length = length};
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
