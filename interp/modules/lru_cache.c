/* lru_cache.c: what functools.lru_cache makes of a function: a dict from arguments to results, the bounded one with its entries in a ring
 * ordered by last use. */
#include "functools.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "method.h"
#include "names.h"
#include "native.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

#include <assert.h>

/* One result of a bounded cache; owned by the cache's dict, its contents are traversed by the cache. */
typedef struct Link {
    Object head;
    struct Link *older, *newer; /* the ring's neighbours, not counted; NULL: no longer in a ring */
    struct LruCache *cache;     /* whose ring it is in, not counted */
    Value key, result;
    int64_t hash;
} Link;

typedef struct LruCache {
    Object head;
    Value function, info_type; /* info_type makes what cache_info() returns */
    Value cache;               /* dict: key → result, or key → Link when bounded */
    Value dict;                /* its attributes; VALUE_NULL until used */
    Link *newest;              /* of the ring; NULL: empty */
    int64_t max_size;          /* -1: unbounded */
    int64_t hits, misses;
    bool typed;
} LruCache;

static inline LruCache *as_cache(Value v) { return (LruCache *)value_object(v); }

/* ---- the ring ---- */

static void ring_remove(Link *link)
{
    LruCache *self = link->cache;
    if (link->newer == link) {
        self->newest = NULL;
    } else {
        assert(link->older && link->newer);
        link->older->newer = link->newer;
        link->newer->older = link->older;
        if (self->newest == link)
            self->newest = link->older;
    }
    link->older = link->newer = NULL;
}

static void ring_add(LruCache *self, Link *link)
{
    Link *newest = self->newest;
    if (!newest) {
        link->older = link->newer = link;
    } else {
        link->older = newest;
        link->newer = newest->newer; /* the oldest */
        link->newer->older = newest->newer = link;
    }
    link->cache = self;
    self->newest = link;
}

/* The collector may empty the dict before the cache that the ring belongs to. */
static void link_dealloc(Object *object)
{
    if (((Link *)object)->newer)
        ring_remove((Link *)object);
    value_release(((Link *)object)->key);
    value_release(((Link *)object)->result);
    object_free(object, sizeof(Link));
}

static Type type_link = {.head = OBJECT_STATIC(&type_type), .name = "functools._lru_list_elem", .size = sizeof(Link), .base = &type_object,
                         .dealloc = link_dealloc};

/* ---- keys ---- */

static bool is_plain_key(Value v) { return value_is_small_int(v) || value_is_exactly_str(v); }

/* What the arguments look like in the cache: one int or str is its own key, everything else a tuple (in a tuple of one when it is alone). */
static Value make_key(const LruCache *self, const Value *args, int nargs, Value kwnames)
{
    int64_t keywords = kwnames ? as_tuple(kwnames)->length : 0;
    if (nargs == 1 && keywords == 0 && !self->typed && is_plain_key(args[0]))
        return value_retain(args[0]);
    int64_t count = nargs + keywords, length = count + (keywords ? keywords + 1 : 0) + (self->typed ? count : 0);
    Value key = tuple_new(length);
    if (!key)
        return VALUE_NULL;
    Value *at = as_tuple(key)->items;
    for (int i = 0; i < nargs; i++)
        *at++ = value_retain(args[i]);
    if (keywords)
        *at++ = value_retain(value_of(&type_link)); /* no argument is this */
    for (int64_t i = 0; i < keywords; i++) {
        *at++ = value_retain(as_tuple(kwnames)->items[i]);
        *at++ = value_retain(args[nargs + i]);
    }
    for (int64_t i = 0; self->typed && i < count; i++)
        *at++ = value_retain(value_of(type_of(args[i])));
    return key;
}

/* ---- calling ---- */

/* Throws out the entry used longest ago. */
static int make_room(LruCache *self)
{
    Link *oldest = self->newest->newer;
    Value held = value_retain(value_of(oldest));
    ring_remove(oldest);
    int status = dict_delete_hashed(as_dict(self->cache), oldest->key, oldest->hash);
    value_release(held);
    return status < 0 ? -1 : 0;
}

static int store_link(LruCache *self, Value key, int64_t hash, Value result)
{
    Value present = dict_get_hashed(as_dict(self->cache), key, hash); /* the call itself may have cached it */
    if (present || exc_pending())
        return present ? 0 : -1;
    if (as_dict(self->cache)->length >= self->max_size && make_room(self) < 0)
        return -1;
    Link *link = object_alloc(&type_link, sizeof *link);
    if (!link)
        return -1;
    link->key = value_retain(key);
    link->hash = hash;
    link->result = value_retain(result);
    link->older = link->newer = NULL;
    int status = dict_set_hashed(as_dict(self->cache), key, hash, value_of(link));
    if (status == 0)
        ring_add(self, link);
    object_release(link);
    return status;
}

static Value call_with_key(LruCache *self, Value key, const Value *args, int nargs, Value kwnames)
{
    int64_t hash = value_hash(key);
    if (hash == -1)
        return VALUE_NULL;
    Value found = dict_get_hashed(as_dict(self->cache), key, hash);
    if (found) {
        self->hits++;
        if (self->max_size < 0)
            return value_retain(found);
        Link *link = (Link *)value_object(found);
        if (link != self->newest && link->newer) {
            ring_remove(link);
            ring_add(self, link);
        }
        return value_retain(link->result);
    }
    if (exc_pending())
        return VALUE_NULL;
    self->misses++;
    Value result = call_value(self->function, args, nargs, kwnames);
    if (!result)
        return VALUE_NULL;
    int status = self->max_size < 0 ? dict_set_hashed(as_dict(self->cache), key, hash, result) : store_link(self, key, hash, result);
    if (status < 0)
        value_clear(&result);
    return result;
}

static Value lru_call(Value v, const Value *args, int nargs, Value kwnames)
{
    LruCache *self = as_cache(v);
    value_retain(v);
    Value result;
    if (self->max_size == 0) {
        self->misses++;
        result = call_value(self->function, args, nargs, kwnames);
    } else {
        Value key = make_key(self, args, nargs, kwnames);
        result = key ? call_with_key(self, key, args, nargs, kwnames) : VALUE_NULL;
        value_release_null(key);
    }
    value_release(v);
    return result;
}

/* ---- the object ---- */

static Value lru_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value given[4];
    int64_t max_size = -1;
    if (!native_bind("lru_cache(user_function, maxsize, typed, cache_info_type)", args, nargs, kwnames, given))
        return VALUE_NULL;
    if (!value_is_callable(given[0]))
        return raise_error(&exc_TypeError, "the first argument must be callable");
    if (given[1] != VALUE_NONE && value_as_index(given[1], &max_size, &exc_OverflowError) < 0)
        return VALUE_NULL;
    int typed = value_truth(given[2]);
    Value cache = typed < 0 ? VALUE_NULL : dict_new();
    LruCache *self = cache ? object_alloc_zeroed(type, type->size) : NULL;
    if (!self) {
        value_release_null(cache);
        return VALUE_NULL;
    }
    self->function = value_retain(given[0]);
    self->info_type = value_retain(given[3]);
    self->cache = cache;
    self->typed = typed;
    self->max_size = given[1] == VALUE_NONE ? -1 : max_size < 0 ? 0 : max_size;
    gc_track(self);
    return value_of(self);
}

/* The entries keep no neighbours that may go before them. */
static void forget(LruCache *self)
{
    while (self->newest)
        ring_remove(self->newest);
    dict_clear(as_dict(self->cache));
}

static void lru_clear(Object *object)
{
    forget((LruCache *)object);
    value_clear(&((LruCache *)object)->dict);
}

static void lru_dealloc(Object *object)
{
    LruCache *self = (LruCache *)object;
    gc_untrack(object);
    forget(self);
    value_release(self->cache);
    value_release(self->function);
    value_release(self->info_type);
    value_release_null(self->dict);
    object_free(object, object->type->size);
}

static void lru_traverse(Object *object, VisitFn visit, void *context)
{
    LruCache *self = (LruCache *)object;
    visit(self->function, context);
    visit(self->info_type, context);
    visit(self->cache, context);
    visit(self->dict, context);
    Link *link = self->newest;
    while (link) {
        visit(link->key, context);
        visit(link->result, context);
        link = link->older == self->newest ? NULL : link->older;
    }
}

static Value lru_info(Value v, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    LruCache *self = as_cache(v);
    Value numbers[4] = {int_from_int64(self->hits), int_from_int64(self->misses),
                        self->max_size < 0 ? VALUE_NONE : int_from_int64(self->max_size), int_from_int64(as_dict(self->cache)->length)};
    return call_value(self->info_type, numbers, 4, VALUE_NULL);
}

static Value lru_forget(Value v, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    as_cache(v)->hits = as_cache(v)->misses = 0;
    forget(as_cache(v));
    return VALUE_NONE;
}

static Value lru_copy(Value v, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_retain(v);
}

static Value lru_reduce(Value v, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_getattr(v, name___qualname__);
}

static Value lru_get(Value v, Value instance, Type *owner)
{
    (void)owner;
    return instance && instance != VALUE_NONE ? bound_method_new(v, instance) : value_retain(v);
}

static Value lru_getattr(Value v, Str *name) { return attr_get_with_dict(v, name, as_cache(v)->dict ? as_dict(as_cache(v)->dict) : NULL); }
static int lru_setattr(Value v, Str *name, Value value) { return attr_set_with_dict(v, name, value, &as_cache(v)->dict); }

static Value get_lru_dict(Value v)
{
    if (!as_cache(v)->dict)
        as_cache(v)->dict = dict_new();
    return value_retain_null(as_cache(v)->dict);
}

static const NativeDef lru_methods[] = {
    {"cache_info", lru_info, 0, 0, 0}, {"cache_clear", lru_forget, 0, 0, 0}, {"__reduce__", lru_reduce, 0, 0, 0}, {"__copy__", lru_copy, 0, 0, 0}, {"__deepcopy__", lru_copy, 1, 1, 0}, {0}};
static const GetSetDef lru_getsets[] = {{"__dict__", get_lru_dict, NULL}, {0}};

Type type_lru_cache = {.head = OBJECT_STATIC(&type_type), .name = "functools._lru_cache_wrapper", .flags = TYPE_GC | TYPE_METHOD_LIKE | TYPE_WEAKREFS,
                       .size = sizeof(LruCache), .base = &type_object, .new = lru_new, .dealloc = lru_dealloc, .traverse = lru_traverse,
                       .clear = lru_clear, .call = lru_call, .descr_get = lru_get, .getattr = lru_getattr, .setattr = lru_setattr,
                       .methods = lru_methods, .getsets = lru_getsets};

int lru_types_init(void) { return type_ready(&type_link); }
