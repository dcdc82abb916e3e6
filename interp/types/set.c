/* set.c: the table, which follows CPython's setobject.c so that iteration orders agree; methods are in set_methods.c. */
#include "set.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "sequence.h"
#include "set_methods.h"
#include "str_builder.h"
#include "tuple.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5 };

static inline bool is_exact_str(Value v) { return value_is_object(v) && value_object(v)->type == &type_str; }
static inline int64_t key_hash(Value key) { return likely(is_exact_str(key)) ? str_hash(as_str(key)) : value_hash(key); }

/* 1 equal, 0, -1 exception, 2: the set changed meanwhile, start over. */
static int compare_keys(Set *set, SetEntry *entry, Value key)
{
    Value candidate = entry->key;
    if (is_exact_str(candidate) && is_exact_str(key))
        return str_equal(as_str(candidate), as_str(key));
    SetEntry *table = set->table;
    int64_t mask = set->mask;
    value_retain(candidate);
    int equal = value_equal(candidate, key);
    bool changed = set->table != table || set->mask != mask || entry->key != candidate;
    value_release(candidate);
    return equal >= 0 && changed ? 2 : equal;
}

static SetEntry *search_comparing(Set *set, Value key, int64_t hash, SetEntry **deleted);

/* The entry of key, or the free entry where the search ended; NULL: exception. *deleted, unless `deleted` is NULL, is the last deleted entry on
 * the way. Without `comparing`, which is known where this is inlined, a search that has to compare begins anew with it: so the others call nothing. */
__attribute__((always_inline)) static inline SetEntry *search(Set *set, Value key, int64_t hash, SetEntry **deleted, bool comparing)
{
restart:;
    SetEntry *last_deleted = NULL;
    uint64_t perturb = (uint64_t)hash, mask = (uint64_t)set->mask, i = perturb & mask;
    for (;;) {
        SetEntry *entry = &set->table[i], *last = i + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES : entry;
        for (; entry <= last; entry++) {
            int64_t entry_hash = entry->hash;
            if (entry_hash == hash && entry->key) {
                if (likely(entry->key == key))
                    return entry;
                if (!value_both_small_int(entry->key, key)) {
                    if (!comparing)
                        return search_comparing(set, key, hash, deleted);
                    int equal = compare_keys(set, entry, key);
                    if (equal == 2)
                        goto restart;
                    if (equal)
                        return equal < 0 ? NULL : entry;
                }
            } else if (entry_hash == 0 && !entry->key) {
                if (deleted)
                    *deleted = last_deleted;
                return entry;
            }
            if (deleted)
                last_deleted = entry_hash == -1 ? entry : last_deleted;
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

__attribute__((noinline)) static SetEntry *search_comparing(Set *set, Value key, int64_t hash, SetEntry **deleted)
{
    return search(set, key, hash, deleted, true);
}

static inline SetEntry *find(Set *set, Value key, int64_t hash, SetEntry **deleted) { return search(set, key, hash, deleted, false); }

/* Put an absent key into a table without deleted entries. */
static void insert_clean(SetEntry *table, uint64_t mask, Value key, int64_t hash)
{
    uint64_t perturb = (uint64_t)hash, i = perturb & mask;
    for (;;) {
        SetEntry *entry = &table[i];
        int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            if (!entry->key) {
                entry->key = key;
                entry->hash = hash;
                return;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

int set_resize(Set *set, int64_t minimum)
{
    uint64_t slots = SET_MINIMUM_SLOTS;
    while (slots <= (uint64_t)minimum)
        slots <<= 1;
    SetEntry *old = set->table, small_copy[SET_MINIMUM_SLOTS], *table;
    uint64_t old_slots = (uint64_t)set->mask + 1;
    bool old_is_raw = old != set->small;
    if (slots == SET_MINIMUM_SLOTS) {
        table = set->small;
        if (!old_is_raw) {
            if (set->fill == set->length)
                return 0;
            memcpy(small_copy, old, sizeof small_copy);
            old = small_copy;
        }
        memset(table, 0, sizeof set->small);
    } else {
        table = mem_calloc_raw(slots, sizeof *table);
        if (!table) {
            raise_no_memory();
            return -1;
        }
    }
    for (uint64_t i = 0; i < old_slots; i++)
        if (old[i].key)
            insert_clean(table, slots - 1, old[i].key, old[i].hash);
    set->table = table;
    set->mask = (int64_t)slots - 1;
    set->fill = set->length;
    if (old_is_raw)
        mem_free_raw(old);
    return 0;
}

int set_add_hashed(Set *set, Value key, int64_t hash)
{
    SetEntry *deleted = NULL;
    value_retain(key);
    SetEntry *entry = find(set, key, hash, &deleted);
    if (!entry || entry->key) {
        value_release(key);
        return entry ? 0 : -1;
    }
    if (deleted) {
        *deleted = (SetEntry){key, hash};
        set->length++;
        return 0;
    }
    entry->key = key;
    entry->hash = hash;
    set->fill++;
    set->length++;
    if ((uint64_t)set->fill * 5 < (uint64_t)set->mask * 3)
        return 0;
    return set_resize(set, set->length > 50000 ? set->length * 2 : set->length * 4);
}

int set_add(Set *set, Value v)
{
    int64_t hash = key_hash(v);
    return hash == -1 ? -1 : set_add_hashed(set, v, hash);
}

int set_contains_hashed(Set *set, Value v, int64_t hash)
{
    SetEntry *entry = find(set, v, hash, NULL);
    return entry ? entry->key != VALUE_NULL : -1;
}

int set_discard_hashed(Set *set, Value v, int64_t hash)
{
    SetEntry *entry = find(set, v, hash, NULL);
    if (!entry)
        return -1;
    if (!entry->key)
        return 0;
    Value old = entry->key;
    entry->key = VALUE_NULL;
    entry->hash = -1;
    set->length--;
    value_release(old);
    return 1;
}

bool set_next_hashed(Set *set, int64_t *pos, Value *v, int64_t *hash)
{
    for (int64_t i = *pos; i <= set->mask; i++)
        if (set->table[i].key) {
            *v = set->table[i].key;
            *hash = set->table[i].hash;
            *pos = i + 1;
            return true;
        }
    return false;
}

bool set_next(Set *set, int64_t *pos, Value *v)
{
    int64_t hash;
    return set_next_hashed(set, pos, v, &hash);
}

void set_clear(Set *set)
{
    SetEntry small_copy[SET_MINIMUM_SLOTS], *table = set->table;
    int64_t slots = set->mask + 1;
    bool raw = table != set->small;
    if (!raw) {
        memcpy(small_copy, table, sizeof small_copy);
        table = small_copy;
    }
    memset(set->small, 0, sizeof set->small);
    set->table = set->small;
    set->mask = SET_MINIMUM_SLOTS - 1;
    set->length = set->fill = 0;
    for (int64_t i = 0; i < slots; i++)
        if (table[i].key)
            value_release(table[i].key);
    if (raw)
        mem_free_raw(table);
}

/* set_merge of CPython: the same resizing and, into an empty set, the same layout. */
static int merge_set(Set *set, Set *other)
{
    if (set == other || other->length == 0)
        return 0;
    if ((set->fill + other->length) * 5 >= set->mask * 3 && set_resize(set, (set->length + other->length) * 2) < 0)
        return -1;
    if (set->fill == 0) {
        bool same_layout = set->mask == other->mask && other->fill == other->length;
        for (int64_t i = 0; i <= other->mask; i++) {
            SetEntry entry = other->table[i];
            if (!entry.key)
                continue;
            value_retain(entry.key);
            if (same_layout)
                set->table[i] = entry;
            else
                insert_clean(set->table, (uint64_t)set->mask, entry.key, entry.hash);
        }
        set->length = set->fill = other->length;
        return 0;
    }
    int64_t pos = 0, hash;
    Value v;
    while (set_next_hashed(other, &pos, &v, &hash)) {
        value_retain(v);
        int failed = set_add_hashed(set, v, hash);
        value_release(v);
        if (failed < 0)
            return -1;
    }
    return 0;
}

int set_update(Set *set, Value iterable)
{
    if (value_is_set(iterable))
        return merge_set(set, as_set(iterable));
    if (value_is_exactly(iterable, &type_dict)) {
        Dict *dict = as_dict(iterable);
        if ((set->fill + dict->length) * 5 >= set->mask * 3 && set_resize(set, (set->length + dict->length) * 2) < 0)
            return -1;
        int64_t pos = 0, hash;
        Value key, v;
        while (dict_next_hashed(dict, &pos, &key, &v, &hash))
            if (set_add_hashed(set, key, hash) < 0)
                return -1;
        return 0;
    }
    Value iterator = value_iter(iterable);
    if (!iterator)
        return -1;
    Value v;
    while ((v = value_next(iterator))) {
        int failed = set_add(set, v);
        value_release(v);
        if (failed < 0)
            break;
    }
    value_release(iterator);
    return exc_pending() ? -1 : 0;
}

/* ---- life cycle ---- */

Value set_alloc(Type *type)
{
    Set *set = object_alloc_zeroed(type, type->size);
    if (!set)
        return VALUE_NULL;
    set->table = set->small;
    set->mask = SET_MINIMUM_SLOTS - 1;
    set->hash = -1;
    gc_track(set);
    return value_of(set);
}

Value set_new(Type *type, Value iterable)
{
    Value set = set_alloc(type);
    if (set && iterable && set_update(as_set(set), iterable) < 0) {
        value_release(set);
        return VALUE_NULL;
    }
    return set;
}

Value set_new_constant(Value items, int rebuilt)
{
    Value set = set_new(&type_frozenset, items);
    for (int i = 0; set && i < rebuilt; i++) {
        Value list = list_from_iterable(set);
        value_set_steal(&set, list ? set_new(&type_frozenset, list) : VALUE_NULL);
        value_release_null(list);
    }
    return set;
}

static Value set_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return set_alloc(type);
}

static int set_init(Value self, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && as_tuple(kwnames)->length)
        return raise_error_int(&exc_TypeError, "set() takes no keyword arguments");
    if (nargs > 1)
        return raise_error_int(&exc_TypeError, "set expected at most 1 argument, got %d", nargs);
    if (as_set(self)->fill)
        set_clear(as_set(self));
    return nargs ? set_update(as_set(self), args[0]) : 0;
}

static Value frozenset_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    static Value empty;
    if (kwnames && type->init == type_frozenset.init)
        return raise_error(&exc_TypeError, "frozenset() takes no keyword arguments");
    if (nargs > 1)
        return raise_error(&exc_TypeError, "frozenset expected at most 1 argument, got %d", nargs);
    if (type != &type_frozenset)
        return set_new(type, nargs ? args[0] : VALUE_NULL);
    if (nargs && value_is_exactly(args[0], &type_frozenset))
        return value_retain(args[0]);
    Value set = set_new(type, nargs ? args[0] : VALUE_NULL);
    if (!set || as_set(set)->length)
        return set;
    if (!empty)
        empty = value_retain(set);
    value_release(set);
    return value_retain(empty);
}

static void set_dealloc(Object *self)
{
    gc_untrack(self);
    Set *set = (Set *)self;
    if (set->fill)
        set_clear(set);
    else if (set->table != set->small)
        mem_free_raw(set->table);
    object_free(self, self->type->size);
}

static void set_traverse(Object *self, VisitFn visit, void *context)
{
    Set *set = (Set *)self;
    for (int64_t i = 0; i <= set->mask; i++)
        visit(set->table[i].key, context);
}

static void set_clear_slot(Object *self) { set_clear((Set *)self); }

/* ---- protocol ---- */

static Value set_repr(Value self)
{
    Type *type = value_object(self)->type;
    if (as_set(self)->length == 0)
        return str_printf("%s()", type->name);
    int active = repr_enter(self);
    if (active)
        return active < 0 ? VALUE_NULL : str_printf("%s(...)", type->name);
    Value list = list_from_iterable(self);
    Value text = list ? value_repr(list) : VALUE_NULL;
    Value result = VALUE_NULL;
    if (text) {
        Value inner = str_substring(text, 1, as_str(text)->length - 1);
        if (inner)
            result = type == &type_set ? str_printf("{%S}", inner) : str_printf("%s({%S})", type->name, inner);
        value_release_null(inner);
    }
    value_release_null(text);
    value_release_null(list);
    repr_leave(self);
    return result;
}

static inline uint64_t shuffle_bits(uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; }

static int64_t frozenset_hash(Value self)
{
    Set *set = as_set(self);
    if (set->hash != -1)
        return set->hash;
    uint64_t hash = 0;
    for (int64_t i = 0; i <= set->mask; i++)
        hash ^= shuffle_bits((uint64_t)set->table[i].hash);
    if ((set->mask + 1 - set->fill) & 1)
        hash ^= shuffle_bits(0);
    if ((set->fill - set->length) & 1)
        hash ^= shuffle_bits((uint64_t)-1);
    hash ^= ((uint64_t)set->length + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    if (hash == UINT64_MAX)
        hash = 590923713u;
    return set->hash = (int64_t)hash;
}

static int64_t set_length(Value self) { return as_set(self)->length; }

/* A set asked for in a set is looked up as the frozenset it equals. */
static Value frozen_stand_in(Value v)
{
    if (!value_is_set(v) || !exc_matches(&exc_TypeError))
        return VALUE_NULL;
    exc_clear();
    return set_new(&type_frozenset, v);
}

int set_contains(Set *set, Value v)
{
    int64_t hash = key_hash(v);
    if (likely(hash != -1))
        return set_contains_hashed(set, v, hash);
    Value frozen = frozen_stand_in(v);
    if (!frozen)
        return -1;
    hash = value_hash(frozen);
    int found = hash == -1 ? -1 : set_contains_hashed(set, frozen, hash);
    value_release(frozen);
    return found;
}

int set_discard(Set *set, Value v)
{
    int64_t hash = key_hash(v);
    if (likely(hash != -1))
        return set_discard_hashed(set, v, hash);
    Value frozen = frozen_stand_in(v);
    if (!frozen)
        return -1;
    hash = value_hash(frozen);
    int found = hash == -1 ? -1 : set_discard_hashed(set, frozen, hash);
    value_release(frozen);
    return found;
}

static int set_contains_slot(Value self, Value v) { return set_contains(as_set(self), v); }

static Value set_rand(Value self, Value other) { return set_and(other, self); }
static Value set_ror(Value self, Value other) { return set_or(other, self); }
static Value set_rxor(Value self, Value other) { return set_xor(other, self); }
static Value set_rsub(Value self, Value other) { return set_sub(other, self); }

#define SET_COMMON                                                                                                               \
    .head = OBJECT_STATIC(&type_type), .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_SET | TYPE_WEAKREFS, .size = sizeof(Set), .base = &type_object, \
    .dealloc = set_dealloc, .traverse = set_traverse, .repr = set_repr, .compare = set_compare, .iter = set_iter_new,             \
    .length = set_length, .contains = set_contains_slot,                                                                        \
    .binary = {[BINARY_AND] = set_and, [BINARY_OR] = set_or, [BINARY_XOR] = set_xor, [BINARY_SUB] = set_sub}, \
    .reflected = {[BINARY_AND] = set_rand, [BINARY_OR] = set_ror, [BINARY_XOR] = set_rxor, [BINARY_SUB] = set_rsub}

Type type_set = {
    SET_COMMON,
    .name = "set",
    .new = set_construct,
    .init = set_init,
    .clear = set_clear_slot,
    .inplace = {[BINARY_AND] = set_inplace_and, [BINARY_OR] = set_inplace_or, [BINARY_XOR] = set_inplace_xor, [BINARY_SUB] = set_inplace_sub},
    .methods = set_methods,
};

Type type_frozenset = {
    SET_COMMON,
    .name = "frozenset",
    .new = frozenset_construct,
    .hash = frozenset_hash,
    .methods = frozenset_methods,
};
