/* dict.c: the table and the C interface; methods are in dict_methods.c, views in dict_views.c. */
#include "dict.h"

#include "abstract.h"
#include "attr.h"
#include "dict_methods.h"
#include "exceptions.h"
#include "gc.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "str.h"
#include "tuple.h"

enum { SLOT_EMPTY = -1, SLOT_DELETED = -2, MINIMUM_SLOTS = 8, PERTURB_SHIFT = 5 };

static int32_t empty_index[1] = {SLOT_EMPTY};

static uint32_t last_keys_version;

uint32_t dict_keys_version(Dict *dict)
{
    if (!dict->keys_version) {
        if (unlikely(last_keys_version == UINT32_MAX - 1)) /* used up: a version that caches store but no dict shows */
            return UINT32_MAX;
        dict->keys_version = ++last_keys_version;
    }
    return dict->keys_version;
}

static inline void keys_changed(Dict *dict) { dict->keys_version = 0; }

/* ---- the table ---- */

static inline int64_t usable_entries(uint32_t slots) { return (int64_t)slots * 2 / 3; }

/* The first slot that is empty or deleted, as CPython does it: keys of one hash are then compared in its order. */
static inline void index_insert(int32_t *index, uint32_t mask, int64_t hash, int32_t entry)
{
    uint64_t perturb = (uint64_t)hash;
    uint32_t slot = (uint32_t)perturb & mask;
    while (index[slot] >= 0) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (uint32_t)perturb + 1) & mask;
    }
    index[slot] = entry;
}

/* Small blocks come from the free lists of objects. */
static inline size_t block_size(uint32_t slots) { return (size_t)usable_entries(slots) * sizeof(DictEntry) + slots * sizeof(int32_t); }

static inline DictEntry *block_alloc(uint32_t slots)
{
    size_t size = block_size(slots);
    return size <= MEM_SMALL_MAX ? mem_alloc(size) : mem_alloc_raw(size);
}

static inline void block_free(DictEntry *entries, uint32_t mask)
{
    size_t size = block_size(mask + 1);
    if (!entries)
        return;
    if (size <= MEM_SMALL_MAX)
        mem_free(entries, size);
    else
        mem_free_raw(entries);
}

/* A new block of `slots` slots; live entries move over, closing the gaps, behind as many deleted ones as `front` says. */
static int table_rebuild(Dict *dict, uint32_t slots, int32_t front)
{
    int64_t capacity = usable_entries(slots);
    DictEntry *entries = block_alloc(slots);
    if (!entries) {
        raise_no_memory();
        return -1;
    }
    int32_t *index = (int32_t *)(entries + capacity);
    memset(index, 0xff, (size_t)slots * sizeof *index); /* SLOT_EMPTY */
    int32_t count = front;
    for (int32_t i = 0; i < front; i++)
        entries[i] = (DictEntry){VALUE_NULL, VALUE_NULL, front};
    for (int64_t i = 0; i < dict->entry_count; i++) {
        if (!dict->entries[i].key)
            continue;
        entries[count] = dict->entries[i];
        index_insert(index, slots - 1, entries[count].hash, count);
        count++;
    }
    block_free(dict->entries, dict->mask);
    dict->entries = entries;
    dict->index = index;
    dict->mask = slots - 1;
    dict->entry_capacity = capacity;
    if (dict->entry_count != count)
        keys_changed(dict);
    dict->entry_count = count;
    return 0;
}

static int table_resize(Dict *dict, uint32_t slots) { return table_rebuild(dict, slots, 0); }

static int table_grow_for(Dict *dict, uint64_t wanted, int64_t front)
{
    uint64_t slots = MINIMUM_SLOTS;
    while (slots <= wanted)
        slots *= 2;
    if (slots > (1u << 31)) {
        raise_no_memory();
        return -1;
    }
    return table_rebuild(dict, (uint32_t)slots, (int32_t)front);
}

/* To CPython's sizes: three slots an entry, never few for few, which are those of a dict that much is added to and deleted from. */
static int table_grow(Dict *dict) { return table_grow_for(dict, ((uint64_t)dict->length * 3 | MINIMUM_SLOTS) - 1, 0); }

static void table_init(Dict *dict)
{
    dict->length = dict->entry_count = dict->entry_capacity = 0;
    dict->keys_version = 0;
    dict->mask = 0;
    dict->entries = NULL;
    dict->index = empty_index;
}

/* Entry number of an exact str key, or -1; *slot is where the index says so. Other exact-str keys only are compared;
 * *other: a key of another type with this hash was met, so that the answer needs the general search. */
static inline int64_t find_str(const Dict *dict, const Str *key, int64_t hash, uint32_t *slot_out, bool *other)
{
    uint64_t perturb = (uint64_t)hash;
    uint32_t slot = (uint32_t)perturb & dict->mask;
    for (;;) {
        int32_t i = dict->index[slot];
        if (i >= 0) {
            const DictEntry *entry = &dict->entries[i];
            if (entry->key == value_of(key)) {
                *slot_out = slot;
                return i;
            }
            if (entry->hash == hash) {
                if (!value_is_object(entry->key) || value_object(entry->key)->type != &type_str) {
                    *other = true;
                } else if (str_equal(as_str(entry->key), key)) {
                    *slot_out = slot;
                    return i;
                }
            }
        } else if (i == SLOT_EMPTY) {
            return -1;
        }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (uint32_t)perturb + 1) & dict->mask;
    }
}

/* Entry number, -1 absent, -2 exception. Starts over when an __eq__ changes the dict. */
static int64_t find_any(Dict *dict, Value key, int64_t hash, uint32_t *slot_out)
{
restart:;
    uint64_t perturb = (uint64_t)hash;
    uint32_t slot = (uint32_t)perturb & dict->mask;
    for (;;) {
        int32_t i = dict->index[slot];
        if (i >= 0) {
            const DictEntry *entry = &dict->entries[i];
            if (entry->key == key) {
                *slot_out = slot;
                return i;
            }
            if (entry->hash == hash && !value_both_small_int(key, entry->key)) {
                const DictEntry *entries = dict->entries;
                Value candidate = value_retain(entry->key);
                int equal = value_equal(candidate, key);
                bool moved = dict->entries != entries || i >= dict->entry_count || dict->entries[i].key != candidate ||
                             slot > dict->mask || dict->index[slot] != i;
                value_release(candidate);
                if (equal < 0)
                    return -2;
                if (moved)
                    goto restart;
                if (equal) {
                    *slot_out = slot;
                    return i;
                }
            }
        } else if (i == SLOT_EMPTY) {
            return -1;
        }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (uint32_t)perturb + 1) & dict->mask;
    }
}

static inline bool is_exact_str(Value v) { return value_is_object(v) && value_object(v)->type == &type_str; }

static inline int64_t find(Dict *dict, Value key, int64_t hash, uint32_t *slot)
{
    if (likely(is_exact_str(key))) {
        bool other = false;
        int64_t i = find_str(dict, as_str(key), hash, slot, &other);
        if (likely(i >= 0 || !other))
            return i;
    }
    return find_any(dict, key, hash, slot);
}

static inline int64_t key_hash(Value key)
{
    if (likely(is_exact_str(key)))
        return str_hash(as_str(key));
    return value_hash(key);
}

/* Append an entry for an absent key. */
static inline int insert_new(Dict *dict, Value key, int64_t hash, Value v)
{
    if (unlikely(dict->entry_count >= dict->entry_capacity) && table_grow(dict) < 0)
        return -1;
    keys_changed(dict);
    int32_t i = (int32_t)dict->entry_count++;
    dict->entries[i] = (DictEntry){value_retain(key), value_retain(v), hash};
    index_insert(dict->index, dict->mask, hash, i);
    dict->length++;
    return 0;
}

static inline int set_hashed(Dict *dict, Value key, int64_t hash, Value v)
{
    uint32_t slot;
    int64_t i = find(dict, key, hash, &slot);
    if (i >= 0) {
        Value old = dict->entries[i].value;
        dict->entries[i].value = value_retain(v);
        value_release(old);
        return 0;
    }
    return i == -1 ? insert_new(dict, key, hash, v) : -1;
}

/* Take entry i out of the table; *key and *v are then the caller's. */
static void remove_entry(Dict *dict, int64_t i, uint32_t slot, Value *key, Value *v)
{
    DictEntry *entry = &dict->entries[i];
    *key = entry->key;
    *v = entry->value;
    entry->key = entry->value = VALUE_NULL;
    if (i == 0)
        entry->hash = 1;
    dict->index[slot] = SLOT_DELETED;
    dict->length--;
    keys_changed(dict);
}

/* ---- C interface ---- */

static Value dict_alloc(Type *type)
{
    Dict *dict = type == &type_dict ? object_alloc(type, sizeof(Dict)) : object_alloc_zeroed(type, type->size);
    if (!dict)
        return VALUE_NULL;
    table_init(dict);
    gc_track(dict);
    return value_of(dict);
}

Value dict_new(void) { return dict_alloc(&type_dict); }

Value dict_new_sized(int64_t expected)
{
    Value dict = dict_new();
    if (!dict || expected <= 0)
        return dict;
    uint32_t slots = MINIMUM_SLOTS;
    while (usable_entries(slots) < expected && slots < (1u << 30))
        slots *= 2;
    if (table_resize(as_dict(dict), slots) < 0) {
        value_release(dict);
        return VALUE_NULL;
    }
    return dict;
}

/* The same table again, with its gaps. */
static Value clone(const Dict *dict)
{
    DictEntry *entries = block_alloc(dict->mask + 1);
    Value result = entries ? dict_new() : raise_no_memory();
    if (!result) {
        block_free(entries, dict->mask);
        return VALUE_NULL;
    }
    Dict *to = as_dict(result);
    int64_t capacity = usable_entries(dict->mask + 1);
    memcpy(entries, dict->entries, (size_t)dict->entry_count * sizeof *entries);
    to->index = memcpy(entries + capacity, dict->index, (dict->mask + 1) * sizeof *dict->index);
    for (int64_t i = 0; i < dict->entry_count; i++) {
        if (!entries[i].key)
            continue;
        value_retain(entries[i].key);
        value_retain(entries[i].value);
    }
    to->entries = entries;
    to->mask = dict->mask;
    to->entry_capacity = dict->entry_capacity;
    to->length = dict->length;
    to->entry_count = dict->entry_count;
    return result;
}

Value dict_copy(Dict *dict)
{
    gc_make_room(1); /* a finalizer could change the dict */
    if (dict->length && dict->length >= dict->entry_count * 2 / 3)
        return clone(dict);
    Value result = dict_new();
    if (result && dict_update_from_dict(as_dict(result), dict, NULL) < 0)
        value_clear(&result);
    return result;
}

Value dict_get_hashed(Dict *dict, Value key, int64_t hash)
{
    uint32_t slot;
    int64_t i = find(dict, key, hash, &slot);
    return i >= 0 ? dict->entries[i].value : VALUE_NULL;
}

Value dict_get(Dict *dict, Value key)
{
    int64_t hash = key_hash(key);
    if (unlikely(hash == -1))
        return VALUE_NULL;
    return dict_get_hashed(dict, key, hash);
}

int64_t dict_index_of_str(Dict *dict, Str *key)
{
    uint32_t slot;
    int64_t hash = str_hash(key);
    int64_t i;
    if (likely(key->head.type == &type_str)) {
        bool other = false;
        i = find_str(dict, key, hash, &slot, &other);
        if (likely(i >= 0 || !other))
            return i;
    }
    i = find_any(dict, value_of(key), hash, &slot);
    if (i == -2)
        exc_clear();
    return i < 0 ? -1 : i;
}

Value dict_get_str(Dict *dict, Str *key)
{
    int64_t i = dict_index_of_str(dict, key);
    return i >= 0 ? dict->entries[i].value : VALUE_NULL;
}

int dict_contains(Dict *dict, Value key)
{
    int64_t hash = key_hash(key);
    if (hash == -1)
        return -1;
    uint32_t slot;
    int64_t i = find(dict, key, hash, &slot);
    return i >= 0 ? 1 : i == -1 ? 0 : -1;
}

int dict_set_hashed(Dict *dict, Value key, int64_t hash, Value v) { return set_hashed(dict, key, hash, v); }

int dict_set(Dict *dict, Value key, Value v)
{
    int64_t hash = key_hash(key);
    return unlikely(hash == -1) ? -1 : set_hashed(dict, key, hash, v);
}

int dict_set_str(Dict *dict, Str *key, Value v) { return set_hashed(dict, value_of(key), str_hash(key), v); }

int dict_set_cstr(Dict *dict, const char *key, Value v)
{
    Str *name = str_intern_cstr(key);
    return name ? dict_set_str(dict, name, v) : -1;
}

int dict_set_steal(Dict *dict, Value key, Value v)
{
    int result = dict_set(dict, key, v);
    value_release(v);
    return result;
}

Value dict_set_default(Dict *dict, Value key, Value v)
{
    int64_t hash = key_hash(key);
    if (hash == -1)
        return VALUE_NULL;
    uint32_t slot;
    int64_t i = find(dict, key, hash, &slot);
    if (i >= 0)
        return dict->entries[i].value;
    return i == -1 && insert_new(dict, key, hash, v) == 0 ? v : VALUE_NULL;
}

static Value pop_hashed(Dict *dict, Value key, int64_t hash)
{
    uint32_t slot;
    int64_t i = find(dict, key, hash, &slot);
    if (i < 0)
        return VALUE_NULL;
    Value old_key, v;
    remove_entry(dict, i, slot, &old_key, &v);
    value_release(old_key);
    return v;
}

Value dict_pop(Dict *dict, Value key)
{
    int64_t hash = key_hash(key);
    return hash == -1 ? VALUE_NULL : pop_hashed(dict, key, hash);
}

int dict_delete(Dict *dict, Value key)
{
    int64_t hash = key_hash(key);
    return hash == -1 ? -1 : dict_delete_hashed(dict, key, hash);
}

int dict_delete_hashed(Dict *dict, Value key, int64_t hash)
{
    Value v = pop_hashed(dict, key, hash);
    if (!v)
        return exc_pending() ? -1 : 0;
    value_release(v);
    return 1;
}

int dict_delete_str(Dict *dict, Str *key) { return dict_delete(dict, value_of(key)); }

static uint32_t slot_of_entry(const Dict *dict, int64_t i)
{
    uint64_t perturb = (uint64_t)dict->entries[i].hash;
    uint32_t slot = (uint32_t)perturb & dict->mask;
    while (dict->index[slot] != (int32_t)i) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (uint32_t)perturb + 1) & dict->mask;
    }
    return slot;
}

/* There is one. */
static int64_t last_entry(const Dict *dict)
{
    int64_t i = dict->entry_count - 1;
    while (!dict->entries[i].key)
        i--;
    return i;
}

bool dict_pop_last(Dict *dict, Value *key, Value *v)
{
    if (!dict->length)
        return false;
    int64_t i = last_entry(dict);
    remove_entry(dict, i, slot_of_entry(dict, i), key, v);
    dict->entry_capacity -= dict->entry_count - i; /* deleted slots of index stay counted, or it could lose its last empty one */
    dict->entry_count = i;
    return true;
}

/* The entry before the first or behind the last gets free, if it is not. A new front is as long as half the entries, so that it lasts. */
static int make_room_at(Dict *dict, bool last)
{
    if (last)
        return dict->entry_count < dict->entry_capacity ? 0 : table_grow(dict);
    int64_t front = dict->length / 2 + 1;
    return dict_first_entry(dict) > 0 ? 0 : table_grow_for(dict, (uint64_t)(dict->length + 2 * front) * 3 / 2, front);
}

int dict_move_to_end(Dict *dict, Value key, bool last)
{
    int64_t hash, i, to;
    uint32_t slot;
    if (dict->length && dict->entries[last ? last_entry(dict) : dict_first_entry(dict)].key == key)
        return 1;
    if ((hash = key_hash(key)) == -1)
        return -1;
    do { /* an __eq__ may use the room up */
        if (make_room_at(dict, last) < 0)
            return -1;
        i = find(dict, key, hash, &slot);
        if (i < 0)
            return i == -1 ? 0 : -1;
        to = last ? dict->entry_count : dict_first_entry(dict) - 1;
    } while (to < 0 || to >= dict->entry_capacity);
    DictEntry *entries = dict->entries;
    entries[to] = entries[i];
    entries[i] = (DictEntry){VALUE_NULL, VALUE_NULL, 1};
    dict->index[slot] = (int32_t)to;
    if (last)
        dict->entry_count++;
    else if (to > 0)
        entries[0].hash = to;
    keys_changed(dict);
    return 1;
}

void dict_clear(Dict *dict)
{
    DictEntry *entries = dict->entries;
    int64_t count = dict->entry_count;
    uint32_t mask = dict->mask;
    table_init(dict);
    for (int64_t i = 0; i < count; i++)
        if (entries[i].key) {
            value_release(entries[i].key);
            value_release(entries[i].value);
        }
    block_free(entries, mask);
}

int64_t dict_first_entry(Dict *dict)
{
    DictEntry *entries = dict->entries;
    if (dict->entry_count == 0 || entries[0].key)
        return 0;
    int64_t i = entries[0].hash;
    while (i < dict->entry_count && !entries[i].key)
        i++;
    entries[0].hash = i;
    return i;
}

bool dict_next_hashed(Dict *dict, int64_t *pos, Value *key, Value *v, int64_t *hash)
{
    int64_t i = *pos ? *pos : dict_first_entry(dict);
    while (i < dict->entry_count && !dict->entries[i].key)
        i++;
    if (i >= dict->entry_count)
        return false;
    *key = dict->entries[i].key;
    *v = dict->entries[i].value;
    *hash = dict->entries[i].hash;
    *pos = i + 1;
    return true;
}

bool dict_next(Dict *dict, int64_t *pos, Value *key, Value *v)
{
    int64_t hash;
    return dict_next_hashed(dict, pos, key, v, &hash);
}

Value dict_keys_list(Dict *dict)
{
    Value list = list_new(dict->length);
    int64_t pos = 0;
    Value key, v;
    while (list && dict_next(dict, &pos, &key, &v))
        list_append(list, key); /* capacity is there */
    return list;
}

/* ---- update ---- */

/* CPython copies the table of such a dict instead of putting its keys one by one. */
static bool is_packed(const Dict *dict)
{
    return dict->length == dict->entry_count && (dict->mask < MINIMUM_SLOTS || usable_entries((dict->mask + 1) / 2) < dict->length);
}

int dict_update_from_dict(Dict *dict, Dict *from, Value *repeated)
{
    if (from == dict && !repeated)
        return 0;
    if (dict->length == 0 && from->length > 5 && dict->entry_capacity < from->length) {
        uint32_t slots = MINIMUM_SLOTS;
        while (usable_entries(slots) < from->length)
            slots *= 2;
        if (table_resize(dict, slots) < 0)
            return -1;
    }
    int64_t pos = 0, hash, entries = from->entry_count;
    Value key, v;
    bool is_copied = dict->length == 0 && is_packed(from); /* then no __eq__ is asked */
    while (dict_next_hashed(from, &pos, &key, &v, &hash)) {
        value_retain(key);
        value_retain(v);
        int failed = 0;
        if (is_copied) {
            failed = insert_new(dict, key, hash, v);
        } else if (repeated && dict_get_hashed(dict, key, hash)) {
            *repeated = value_retain(key);
            failed = -1;
        } else {
            failed = repeated && exc_pending() ? -1 : set_hashed(dict, key, hash, v);
        }
        value_release(key);
        value_release(v);
        if (failed < 0)
            return -1;
        if (from->entry_count != entries)
            return raise_error_int(&exc_RuntimeError, "dict mutated during update");
    }
    return 0;
}

static Value raise_keys_not_iterable(Value mapping, Value keys)
{
    return exc_clear_if(&exc_TypeError) ? raise_error(&exc_TypeError, "%T.keys() returned a non-iterable (type %T)", mapping, keys) : VALUE_NULL;
}

int dict_update_from_mapping(Dict *dict, Value mapping, Value keys_method, Value *repeated)
{
    Value keys = call_value0(keys_method);
    if (!keys)
        return -1;
    Value iterator = value_iter(keys);
    if (!iterator)
        raise_keys_not_iterable(mapping, keys);
    value_release(keys);
    if (!iterator)
        return -1;
    Value key;
    int failed = 0;
    while (failed == 0 && (key = value_next(iterator))) {
        if (repeated && dict_get(dict, key)) {
            *repeated = value_retain(key);
            failed = -1;
        } else if (repeated && exc_pending()) {
            failed = -1;
        } else {
            Value v = value_getitem(mapping, key);
            failed = v ? dict_set_steal(dict, key, v) : -1;
        }
        value_release(key);
    }
    value_release(iterator);
    return failed < 0 || exc_pending() ? -1 : 0;
}

static int set_pair(Dict *dict, Value item, int64_t number)
{
    Value pair = tuple_from_iterable(item);
    if (!pair) {
        if (exc_matches(&exc_TypeError) && !type_of(item)->iter && !type_is_sequence(type_of(item))) {
            exc_clear();
            raise_error(&exc_TypeError, "cannot convert dictionary update sequence element #%ld to a sequence", (long)number);
        }
        return -1;
    }
    int result;
    if (as_tuple(pair)->length != 2)
        result = raise_error_int(&exc_ValueError, "dictionary update sequence element #%ld has length %ld; 2 is required",
                                 (long)number, (long)as_tuple(pair)->length);
    else
        result = dict_set(dict, as_tuple(pair)->items[0], as_tuple(pair)->items[1]);
    value_release(pair);
    return result;
}

int dict_update(Dict *dict, Value other)
{
    if (value_is_dict(other) && type_of(other)->iter == type_dict.iter)
        return dict_update_from_dict(dict, as_dict(other), NULL);
    Value keys_method;
    int found = value_lookup_attr(other, name_keys, &keys_method);
    if (found < 0)
        return -1;
    if (found) {
        int result = dict_update_from_mapping(dict, other, keys_method, NULL);
        value_release(keys_method);
        return result;
    }
    Value iterator = value_iter(other);
    if (!iterator)
        return -1;
    Value item;
    for (int64_t number = 0; (item = value_next(iterator)); number++) {
        int failed = set_pair(dict, item, number);
        value_release(item);
        if (failed < 0)
            break;
    }
    value_release(iterator);
    return exc_pending() ? -1 : 0;
}

/* ---- life cycle and protocol ---- */

static Value dict_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return dict_alloc(type);
}

static int dict_init(Value self, const Value *args, int nargs, Value kwnames)
{
    return dict_update_args(as_dict(self), "dict", args, nargs, kwnames);
}

static void dict_dealloc(Object *self)
{
    gc_untrack(self);
    dict_clear((Dict *)self);
    object_free(self, self->type->size);
}

static void dict_traverse(Object *self, VisitFn visit, void *context)
{
    Dict *dict = (Dict *)self;
    for (int64_t i = 0; i < dict->entry_count; i++) {
        visit(dict->entries[i].key, context);
        visit(dict->entries[i].value, context);
    }
}

static void dict_clear_slot(Object *self) { dict_clear((Dict *)self); }

static Value dict_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_dict(a) || !value_is_dict(b))
        return VALUE_NOT_IMPLEMENTED;
    int equal = dict_equal(as_dict(a), as_dict(b));
    return equal < 0 ? VALUE_NULL : value_bool(equal == (op == COMPARE_EQ));
}

int dict_equal(Dict *a, Dict *b)
{
    if (a->length != b->length)
        return 0;
    int64_t pos = 0, hash;
    Value key, v;
    while (dict_next_hashed(a, &pos, &key, &v, &hash)) {
        value_retain(key);
        value_retain(v);
        int equal = 0;
        Value other = dict_get_hashed(b, key, hash);
        if (other) {
            value_retain(other);
            equal = value_equal(v, other);
            value_release(other);
        } else if (exc_pending()) {
            equal = -1;
        }
        value_release(key);
        value_release(v);
        if (equal != 1)
            return equal;
    }
    return 1;
}

static int64_t dict_length(Value self) { return as_dict(self)->length; }

Value dict_getitem(Value self, Value key)
{
    Value v = dict_get(as_dict(self), key);
    if (likely(v))
        return value_retain(v);
    if (exc_pending())
        return VALUE_NULL;
    if (type_of(self) != &type_dict) {
        bool found;
        v = call_special(self, name___missing__, &key, 1, &found);
        if (found)
            return v;
    }
    return raise_value(&exc_KeyError, key);
}

static int dict_setitem(Value self, Value key, Value v)
{
    if (v)
        return dict_set(as_dict(self), key, v);
    int deleted = dict_delete(as_dict(self), key);
    if (deleted == 0)
        raise_value(&exc_KeyError, key);
    return deleted == 1 ? 0 : -1;
}

static int dict_contains_slot(Value self, Value key) { return dict_contains(as_dict(self), key); }

static Value dict_or(Value self, Value other)
{
    if (!value_is_dict(self) || !value_is_dict(other))
        return VALUE_NOT_IMPLEMENTED;
    Value result = dict_copy(as_dict(self));
    if (result && dict_update(as_dict(result), other) < 0) {
        value_release(result);
        return VALUE_NULL;
    }
    return result;
}

static Value dict_ror(Value self, Value other) { return dict_or(other, self); }

static Value dict_inplace_or(Value self, Value other)
{
    return dict_update(as_dict(self), other) < 0 ? VALUE_NULL : value_retain(self);
}

Type type_dict = {
    .head = OBJECT_STATIC(&type_type),
    .name = "dict",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_DICT | TYPE_MAPPING_PATTERN,
    .size = sizeof(Dict),
    .base = &type_object,
    .new = dict_construct,
    .init = dict_init,
    .dealloc = dict_dealloc,
    .traverse = dict_traverse,
    .clear = dict_clear_slot,
    .repr = dict_repr,
    .compare = dict_compare,
    .iter = dict_iter,
    .binary = {[BINARY_OR] = dict_or},
    .reflected = {[BINARY_OR] = dict_ror},
    .inplace = {[BINARY_OR] = dict_inplace_or},
    .length = dict_length,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains_slot,
    .methods = dict_methods,
};
