/* dict.h: insertion-ordered hash tables, for Python dicts and for every namespace. */
#ifndef INTERP_TYPES_DICT_H
#define INTERP_TYPES_DICT_H

#include "object.h"

typedef struct DictEntry {
    Value key;   /* owned; VALUE_NULL: deleted */
    Value value; /* owned */
    int64_t hash; /* of the first entry when deleted: so many at least are deleted in a row (dict_first_entry) */
} DictEntry;

/* Entries lie in insertion order; `index` is an open-addressed table of entry numbers (-1 empty, -2 deleted). */
struct Dict {
    Object head;
    int64_t length;        /* live entries */
    uint32_t keys_version; /* identifies the set of keys and their entry numbers; 0: nobody asked since they last changed.
                              Inline caches store dict_keys_version() (never 0) and compare it with this field. */
    uint32_t mask;         /* slots of index - 1 */
    int64_t entry_count;   /* entries used, deleted ones included */
    int64_t entry_capacity;
    DictEntry *entries;    /* start of the one raw block that also holds index; NULL: no block, index is the shared empty one */
    int32_t *index;
};

extern Type type_dict, type_dict_keys, type_dict_values, type_dict_items;
extern Type type_mappingproxy;

static inline Dict *as_dict(Value v) { return (Dict *)value_object(v); }

Value dict_new(void);
Value dict_new_sized(int64_t expected);
Value dict_copy(Dict *dict);

/* Borrowed, or VALUE_NULL: absent, or an exception is pending (hash or == raised). */
Value dict_get(Dict *dict, Value key);
Value dict_get_hashed(Dict *dict, Value key, int64_t hash);
Value dict_get_str(Dict *dict, Str *key); /* never raises when the dict has only exact str keys; other keys' errors are swallowed */
int64_t dict_index_of_str(Dict *dict, Str *key); /* entry number, or -1 */
int dict_contains(Dict *dict, Value key); /* 1, 0, -1 */

int dict_set(Dict *dict, Value key, Value v);
int dict_set_hashed(Dict *dict, Value key, int64_t hash, Value v);
int dict_set_str(Dict *dict, Str *key, Value v);
int dict_set_cstr(Dict *dict, const char *key, Value v); /* key is interned */
int dict_set_steal(Dict *dict, Value key, Value v); /* v consumed, key borrowed */
/* The value already there, else `v` after storing it; borrowed. VALUE_NULL: exception. */
Value dict_set_default(Dict *dict, Value key, Value v);
int dict_delete(Dict *dict, Value key); /* 1 deleted, 0 absent, -1 */
int dict_delete_hashed(Dict *dict, Value key, int64_t hash);
int dict_delete_str(Dict *dict, Str *key);
Value dict_pop(Dict *dict, Value key); /* new reference; VALUE_NULL: absent or exception */
void dict_clear(Dict *dict);
int dict_update(Dict *dict, Value other); /* mapping (has keys()) or iterable of pairs, as dict.update */
/* From a dict, or from an object that is none but has the method keys. Given `repeated`, a key that dict has already ends it: there, a new reference, -1, nothing pending. */
int dict_update_from_dict(Dict *dict, Dict *from, Value *repeated);
int dict_update_from_mapping(Dict *dict, Value mapping, Value keys_method, Value *repeated);
int dict_merge_kwargs(Dict *dict, Value mapping, Value callable); /* f(**mapping): duplicates and non-string keys raise TypeError naming callable */

Value callable_text(Value callable); /* "module.f()", as "… argument after ** must be a mapping" names it */

/* Iterate: *pos starts at 0; borrowed results. The dict must not get new keys meanwhile. */
bool dict_next(Dict *dict, int64_t *pos, Value *key, Value *value);
bool dict_next_hashed(Dict *dict, int64_t *pos, Value *key, Value *value, int64_t *hash);

/* The number of the first live entry, entry_count if there is none. What was deleted in front is remembered, so that a dict used as a queue is none
 * that reads its past again and again. */
int64_t dict_first_entry(Dict *dict);

int dict_move_to_end(Dict *dict, Value key, bool last); /* as the last or first key: 1, 0 (absent), -1 */

uint32_t dict_keys_version(Dict *dict); /* never 0; stays valid until keys_version differs */

Value dict_keys_list(Dict *dict);
Value dict_view_new(Type *view_type, Value dict); /* type_dict_keys/values/items */
Value mappingproxy_new(Value mapping);

/* Called by `d[k]` on subclasses: __missing__ or KeyError. */
Value dict_getitem(Value self, Value key);

#endif
