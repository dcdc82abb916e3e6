/* type.c: attribute lookup along the MRO, making static types ready, C3, and the object `type` itself.
 * Creating classes: type_class.c. Dunders and slots: type_slots.c. Attributes of type objects: type_attrs.c. */
#include "type.h"

#include <assert.h>

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "mem.h"
#include "names.h"
#include "object_life.h"
#include "type_private.h"
#include "types/dict.h"
#include "types/method.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- versions ---- */

static uint32_t last_version;

typedef struct Subclasses {
    uint32_t count, capacity;
    Type *items[]; /* not counted: a type removes itself when it goes */
} Subclasses;

uint32_t type_subclass_count(Type *type)
{
    return type->subclasses ? ((Subclasses *)type->subclasses)->count : 0;
}

Type *type_subclass_at(Type *type, uint32_t i)
{
    return ((Subclasses *)type->subclasses)->items[i];
}

int type_add_subclass(Type *base, Type *subclass)
{
    Subclasses *list = base->subclasses;
    if (list == NULL || list->count == list->capacity) {
        uint32_t capacity = list ? list->capacity * 2 : 4;
        Subclasses *grown = mem_realloc_raw(list, sizeof *list + capacity * sizeof list->items[0]);
        if (grown == NULL) {
            raise_no_memory();
            return -1;
        }
        if (list == NULL)
            grown->count = 0;
        grown->capacity = capacity;
        base->subclasses = list = grown;
    }
    list->items[list->count++] = subclass;
    return 0;
}

void type_remove_subclass(Type *base, Type *subclass)
{
    Subclasses *list = base->subclasses;
    for (uint32_t i = 0; list && i < list->count; i++)
        if (list->items[i] == subclass) {
            memmove(&list->items[i], &list->items[i + 1], (list->count - i - 1) * sizeof list->items[0]);
            list->count--;
            return;
        }
}

void type_modified(Type *type)
{
    type->version = ++last_version;
    for (uint32_t i = 0; i < type_subclass_count(type); i++)
        type_modified(type_subclass_at(type, i));
}

/* ---- lookup ---- */

enum { CACHE_SIZE = 4096 };

/* A cached lookup names the place, not the value, because values may change without a new version. */
typedef struct CacheEntry {
    uint32_t version; /* 0: empty */
    int32_t index;
    Str *name;        /* owned, interned */
    Dict *dict;       /* NULL: the name is absent */
} CacheEntry;

static CacheEntry cache[CACHE_SIZE];

static bool lookup_uncached(Type *type, Str *name, Dict **dict, int64_t *index)
{
    Tuple *mro = type->mro;
    for (int64_t i = 0; i < mro->length; i++) {
        Dict *d = as_type(mro->items[i])->dict;
        int64_t at = d ? dict_index_of_str(d, name) : -1;
        if (at >= 0) {
            *dict = d;
            *index = at;
            return true;
        }
    }
    return false;
}

static CacheEntry *cache_slot(const Type *type, const Str *name)
{
    return &cache[(type->version * 31 ^ (uint32_t)((uintptr_t)name >> 4)) & (CACHE_SIZE - 1)];
}

static bool lookup_and_cache(Type *type, Str *name, Dict **dict, int64_t *index)
{
    if (type->version == 0 && type_ready(type) < 0) {
        exc_clear();
        return false;
    }
    bool found = lookup_uncached(type, name, dict, index);
    if (!name->interned || (found && *index > INT32_MAX))
        return found;
    CacheEntry *entry = cache_slot(type, name);
    Str *old = entry->name;
    object_retain(name);
    *entry = (CacheEntry){type->version, found ? (int32_t)*index : -1, name, found ? *dict : NULL};
    object_release_null(old);
    return found;
}

Value type_lookup(Type *type, Str *name)
{
    CacheEntry *entry = cache_slot(type, name);
    if (likely(entry->name == name && entry->version == type->version && entry->version))
        return entry->dict ? entry->dict->entries[entry->index].value : VALUE_NULL;
    Dict *dict;
    int64_t index;
    return lookup_and_cache(type, name, &dict, &index) ? dict->entries[index].value : VALUE_NULL;
}

Value type_lookup_nocache(Type *type, Str *name)
{
    Dict *dict;
    int64_t index;
    return lookup_uncached(type, name, &dict, &index) ? dict->entries[index].value : VALUE_NULL;
}

bool type_lookup_place(Type *type, Str *name, Dict **dict, int64_t *index)
{
    CacheEntry *entry = cache_slot(type, name);
    if (entry->name == name && entry->version == type->version && entry->version) {
        *dict = entry->dict;
        *index = entry->index;
        return entry->dict != NULL;
    }
    return lookup_and_cache(type, name, dict, index);
}

bool type_is_subtype_slow(Type *type, Type *base)
{
    Tuple *mro = type->mro;
    if (mro == NULL) { /* not ready yet */
        while (type && type != base)
            type = type->base;
        return type != NULL;
    }
    Value wanted = value_of(base);
    for (int64_t i = 0; i < mro->length; i++)
        if (mro->items[i] == wanted)
            return true;
    return false;
}

/* Neither a function nor a descriptor: replacing it by another such value invalidates no cache. */
static bool is_plain_data(Value v)
{
    Type *type = type_of(v);
    return type->descr_get == NULL && type->descr_set == NULL && !(type->flags & TYPE_METHOD_LIKE);
}

int type_set_attribute(Type *type, Str *name, Value value)
{
    if (type->version == 0 && type_ready(type) < 0)
        return -1;
    Value key = value_retain(value_of(name));
    if (!name->interned)
        str_intern_in_place(&key);
    name = as_str(key);
    Value old = dict_get_str(type->dict, name);
    int result = -1;
    if (value == VALUE_NULL) {
        if (!old)
            raise_error(&exc_AttributeError, "type object '%.50s' has no attribute '%Y'", type->name, name);
        else
            result = dict_delete_str(type->dict, name) < 0 ? -1 : 0;
        type_modified(type);
    } else {
        bool quiet = old && is_plain_data(old) && is_plain_data(value);
        result = dict_set_str(type->dict, name, value);
        if (!quiet)
            type_modified(type);
    }
    if (result == 0 && type_slots_is_slot_name(name))
        type_slots_update(type, name);
    value_release(key);
    return result;
}

/* ---- method resolution order ---- */

/* One sequence being merged: the MRO of a base, or the list of bases itself. */
typedef struct Merge {
    Tuple *sequence;
    int64_t next;
} Merge;

static bool is_in_a_tail(const Merge *merges, int64_t count, Value candidate)
{
    for (int64_t i = 0; i < count; i++)
        for (int64_t k = merges[i].next + 1; k < merges[i].sequence->length; k++)
            if (merges[i].sequence->items[k] == candidate)
                return true;
    return false;
}

static int raise_mro_conflict(const Merge *merges, int64_t count)
{
    Value names = dict_new(), separator = str_from_cstr(", "), text = VALUE_NULL, keys = VALUE_NULL;
    if (!names || !separator)
        goto out;
    for (int64_t i = 0; i < count; i++) {
        if (merges[i].next >= merges[i].sequence->length)
            continue;
        Value name = type_name_value(as_type(merges[i].sequence->items[merges[i].next]));
        if (!name || dict_set(as_dict(names), name, VALUE_NONE) < 0) {
            value_release_null(name);
            goto out;
        }
        value_release(name);
    }
    keys = dict_keys_list(as_dict(names));
    text = keys ? str_join(separator, keys) : VALUE_NULL;
    if (text)
        raise_error(&exc_TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %S", text);
out:
    value_release_null(names);
    value_release_null(separator);
    value_release_null(keys);
    value_release_null(text);
    return -1;
}

static int merge(Merge *merges, int64_t count, Value *out, int64_t *length)
{
    for (;;) {
        Value chosen = VALUE_NULL;
        bool all_empty = true;
        for (int64_t i = 0; i < count && !chosen; i++) {
            if (merges[i].next >= merges[i].sequence->length)
                continue;
            all_empty = false;
            Value candidate = merges[i].sequence->items[merges[i].next];
            if (!is_in_a_tail(merges, count, candidate))
                chosen = candidate;
        }
        if (all_empty)
            return 0;
        if (!chosen)
            return raise_mro_conflict(merges, count);
        out[(*length)++] = chosen;
        for (int64_t i = 0; i < count; i++)
            if (merges[i].next < merges[i].sequence->length && merges[i].sequence->items[merges[i].next] == chosen)
                merges[i].next++;
    }
}

static int check_no_duplicates(Tuple *bases)
{
    for (int64_t i = 0; i < bases->length; i++)
        for (int64_t k = 0; k < i; k++)
            if (bases->items[i] == bases->items[k])
                return raise_error_int(&exc_TypeError, "duplicate base class %s", as_type(bases->items[i])->name);
    return 0;
}

int type_compute_mro(Type *type)
{
    Tuple *bases = type->bases;
    if (check_no_duplicates(bases) < 0)
        return -1;
    int64_t total = 1;
    for (int64_t i = 0; i < bases->length; i++)
        total += as_type(bases->items[i])->mro->length;
    Merge *merges = mem_alloc_raw((size_t)(bases->length + 1) * sizeof *merges);
    Value *order = mem_alloc_raw((size_t)total * sizeof *order);
    int result = -1;
    if (merges == NULL || order == NULL) {
        raise_no_memory();
        goto out;
    }
    for (int64_t i = 0; i < bases->length; i++)
        merges[i] = (Merge){as_type(bases->items[i])->mro, 0};
    merges[bases->length] = (Merge){bases, 0};
    order[0] = value_of(type);
    int64_t length = 1;
    if (merge(merges, bases->length + 1, order, &length) < 0)
        goto out;
    Value mro = tuple_from(order, length);
    if (!mro)
        goto out;
    Tuple *old = type->mro;
    type->mro = as_tuple(mro);
    object_release_null(old);
    result = 0;
out:
    mem_free_raw(merges);
    mem_free_raw(order);
    return result;
}

/* The tuple of an mro() method's answer, if all in it are classes whose layout a `type` can have. */
static Value checked_mro(Type *type, Value answer)
{
    Value mro = tuple_from_iterable(answer);
    for (int64_t i = 0; mro && i < as_tuple(mro)->length; i++) {
        Value cls = as_tuple(mro)->items[i];
        if (!value_is_type(cls))
            raise_error(&exc_TypeError, "mro() returned a non-class ('%.500T')", cls);
        else if (!type_is_subtype(type, type_solid_builtin(as_type(cls))))
            raise_error(&exc_TypeError, "mro() returned base with unsuitable layout ('%.500s')", as_type(cls)->name);
        else
            continue;
        value_clear(&mro);
    }
    return mro;
}

int type_ask_metaclass_mro(Type *type)
{
    Type *meta = type->head.type;
    if (likely(meta == &type_type))
        return 0;
    Str *name = str_intern_cstr("mro");
    if (!name)
        return -1;
    if (type_lookup(meta, name) == type_lookup(&type_type, name))
        return 0;
    bool found;
    Value answer = call_special(value_of(type), name, NULL, 0, &found);
    Value mro = answer ? checked_mro(type, answer) : VALUE_NULL;
    value_release_null(answer);
    if (!mro)
        return exc_pending() ? -1 : 0;
    Tuple *old = type->mro;
    type->mro = as_tuple(mro);
    object_release_null(old);
    return 0;
}

/* ---- static types ---- */

static int add_to_dict(Type *type, const char *name, Value value_steal)
{
    if (!value_steal)
        return -1;
    int result = dict_set_cstr(type->dict, name, value_steal);
    value_release(value_steal);
    return result;
}

static int add_computed(Type *type, const GetSetDef *table, bool members)
{
    for (const GetSetDef *def = table; def && def->name; def++)
        if (add_to_dict(type, def->name, getset_descriptor_new(def, type, members || def->set == attr_readonly)) < 0)
            return -1;
    return 0;
}

static int add_methods(Type *type)
{
    for (const NativeDef *def = type->methods; def && def->name; def++) {
        Value method;
        if (def->flags & NATIVE_STATIC) {
            Value function = native_function_new(def, value_of(type), NULL);
            method = function ? staticmethod_new(function) : VALUE_NULL;
            value_release_null(function);
        } else {
            method = native_method_new(def, type);
        }
        if (add_to_dict(type, def->name, method) < 0)
            return -1;
    }
    return add_computed(type, type->getsets, false) < 0 || add_computed(type, type->members, true) < 0 ? -1 : 0;
}

static int set_static_bases(Type *type)
{
    Value base = type->base ? value_of(type->base) : VALUE_NULL;
    Value bases = tuple_from(&base, type->base != NULL);
    int64_t inherited = type->base ? type->base->mro->length : 0;
    Value mro = tuple_new(inherited + 1);
    if (!bases || !mro) {
        value_release_null(bases);
        value_release_null(mro);
        return -1;
    }
    as_tuple(mro)->items[0] = value_retain(value_of(type));
    for (int64_t i = 0; i < inherited; i++)
        as_tuple(mro)->items[i + 1] = value_retain(type->base->mro->items[i]);
    type->bases = as_tuple(bases);
    type->mro = as_tuple(mro);
    return 0;
}

/* All or nothing: slots that are inherited later must get no wrapper from a second attempt. */
static int fill_static_dict(Type *type)
{
    Value dict = dict_new();
    if (!dict)
        return -1;
    type->dict = as_dict(dict);
    if (type_slots_add_wrappers(type) < 0 || add_methods(type) < 0 ||
        (dict_get_str(type->dict, name___doc__) == VALUE_NULL &&
         dict_set_str(type->dict, name___doc__, type->doc ? type->doc : VALUE_NONE) < 0)) {
        type->dict = NULL;
        value_release(dict);
        return -1;
    }
    return 0;
}

int type_ready(Type *type)
{
    if (type->version)
        return 0;
    if (type->base == NULL && type != &type_object)
        type->base = &type_object;
    if (type->base && type_ready(type->base) < 0)
        return -1;
    if (type->head.type == NULL)
        type->head.type = type->base ? type->base->head.type : &type_type;
    if ((!type->mro && set_static_bases(type) < 0) || (!type->dict && fill_static_dict(type) < 0))
        return -1;
    if (type->base)
        type_slots_inherit(type);
    type_slots_update_flags(type);
    if (type->attrs_offset && !type->root_shape && (type->root_shape = shape_new_root(type)) == NULL)
        return -1;
    if (type->base && type_add_subclass(type->base, type) < 0)
        return -1;
    type->version = ++last_version;
    return 0;
}

int type_ready_all(Type *const *types, int count)
{
    for (int i = 0; i < count; i++)
        if (type_ready(types[i]) < 0)
            return -1;
    return 0;
}

int types_init(void)
{
    static Type *const own[] = {&type_object, &type_type};
    if (type_slots_init() < 0 || type_ready_all(own, 2) < 0)
        return -1;
    if (method_types_init() < 0 || property_types_init() < 0 || super_types_init() < 0 || function_types_init() < 0)
        return -1;
    return singletons_init();
}

/* ---- life cycle of classes ---- */

static void type_dealloc(Object *self)
{
    Type *type = (Type *)self;
    assert(type->flags & TYPE_HEAP);
    gc_untrack(self);
    for (int64_t i = 0; type->bases && i < type->bases->length; i++)
        type_remove_subclass(as_type(type->bases->items[i]), type);
    type->name = "";
    shape_free_tree(type->root_shape);
    type->root_shape = NULL;
    object_release_null(type->dict);
    object_release_null(type->mro);
    object_release_null(type->bases);
    object_release_null(type->name_str);
    object_release_null(type->qualname);
    object_release_null(type->module);
    value_release_null(type->doc);
    mem_free_raw(type->subclasses);
    Type *base = type->base;
    object_free(type, sizeof *type);
    object_release_null(base);
}

static void type_traverse(Object *self, VisitFn visit, void *context)
{
    Type *type = (Type *)self;
    visit(value_of(type->dict), context);
    visit(value_of(type->mro), context);
    visit(value_of(type->bases), context);
    visit(value_of(type->base), context);
    visit(type->doc, context);
}

static void type_clear(Object *self)
{
    Type *type = (Type *)self;
    if (type->dict) {
        type_modified(type);
        dict_clear(type->dict);
    }
    /* The MRO holds the type itself. Lookups on a class being destroyed see nothing but the class. */
    Value empty = tuple_empty();
    Tuple *old = type->mro;
    type->mro = as_tuple(empty);
    object_release_null(old);
}

Value type_call(Value self, const Value *args, int nargs, Value kwnames)
{
    Type *type = as_type(self);
    if (type == &type_type && nargs == 1 && !kwnames)
        return value_retain(value_of(type_of(args[0])));
    if (unlikely(type->new == NULL))
        return raise_error(&exc_TypeError, "cannot create '%s' instances", type->name);
    Value v = type->new(type, args, nargs, kwnames);
    if (!v)
        return VALUE_NULL;
    Type *made = type_of(v);
    type_track_instance(v);
    if (!type_is_subtype(made, type) || made->init == NULL || made->init == object_init)
        return v; /* object.__new__ has seen to excess arguments unless __new__ is overridden, which excuses them */
    if (made->init(v, args, nargs, kwnames) < 0) {
        value_release(v);
        return VALUE_NULL;
    }
    return v;
}

void type_track_instance(Value v)
{
    if (!value_is_object(v))
        return;
    Type *type = value_object(v)->type;
    /* The `new` of a builtin type without cycles does not know of its subclasses' attributes. */
    if (type->prefix_size && type->flags & TYPE_GC && value_object(v)->refs == 1)
        gc_track(value_object(v));
}

Type type_type = {
    .head = OBJECT_STATIC(&type_type),
    .name = "type",
    .flags = TYPE_SUBCLASSABLE | TYPE_TYPE | TYPE_GC | TYPE_WEAKREFS,
    .size = sizeof(Type),
    .new = type_type_new,
    .init = type_type_init,
    .dealloc = type_dealloc,
    .traverse = type_traverse,
    .clear = type_clear,
    .repr = type_repr,
    .call = type_call,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .binary[BINARY_OR] = type_or,
    .reflected[BINARY_OR] = type_ror,
    .methods = type_methods,
    .getsets = type_getsets,
};
