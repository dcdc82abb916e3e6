/* gc.c: see gc.h.
 *
 * A collection of generation n takes the rings 0..n together:
 *   1. every object's reference count is copied into GcHead.prev, tagged COLLECTING;
 *   2. every object subtracts the references it holds from the counts of its referents: what stays above 0 is held from outside;
 *   3. these, and all they reach, are marked; the list of marked objects still to be scanned runs through prev;
 *   4. the ring is split into survivors (to the next older ring) and unreachable ones;
 *   5. finalizers run once on the unreachable; if any did, steps 1 to 3 on them alone find what was resurrected;
 *   6. the rest is cleared, which frees it through reference counts.
 * What the runtime made before the program began lives as long as the process: it is kept in a ring of its own, which only the last collection takes.
 * While prev is borrowed no object may be allocated, tracked or freed; traverse functions only visit.
 */
#include "gc.h"

#include <assert.h>

#include "exceptions.h"
#include "gc_callbacks.h"
#include "mem.h"
#include "native.h"
#include "stress.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/weakref.h"

#ifdef INTERP_STATS
#include "stats.h"
#define STAT_COLLECTION(generation, found) ((&stats_counters.collections_0)[generation]++, stats_counters.collected += (uint64_t)(found))
#else
#define STAT_COLLECTION(generation, found) ((void)0)
#endif

enum { GENERATIONS = 3, COLLECTING = 1, MARKED = 2, TAG_BITS = 3 };
enum { GC_YOUNG_THRESHOLD = 700 };
#define STATIC_REFS (1u << 29) /* static objects have no GcHead */

GcHead gc_young = {&gc_young, &gc_young};
static GcHead middle = {&middle, &middle};
static GcHead old = {&old, &old};
static GcHead permanent = {&permanent, &permanent};
static GcHead *const rings[GENERATIONS + 1] = {&gc_young, &middle, &old, &permanent};

int64_t gc_young_count;
int64_t gc_young_threshold = GC_YOUNG_THRESHOLD;
static int64_t counts[GENERATIONS];              /* [1], [2]: collections of the generation below since its own last one */
static int64_t thresholds[GENERATIONS] = {GC_YOUNG_THRESHOLD, 10, 10};
static int64_t survivors_total, survivors_pending; /* long-lived objects at the last full collection, and since */
static bool enabled = true, collecting;
static struct { int64_t collections, collected; } statistics[GENERATIONS];

static void *object_of(GcHead *g) { return g + 1; }
static bool ring_is_empty(const GcHead *ring) { return ring->next == ring; }
static void ring_clear(GcHead *ring) { ring->next = ring->prev = ring; }

static void ring_append(GcHead *to, GcHead *from) /* all of `from` behind `to` */
{
    if (ring_is_empty(from))
        return;
    GcHead *last = to->prev;
    last->next = from->next;
    from->next->prev = last;
    from->prev->next = to;
    to->prev = from->prev;
    ring_clear(from);
}

static void ring_remove(GcHead *g)
{
    g->prev->next = g->next;
    g->next->prev = g->prev;
}

static void ring_add(GcHead *ring, GcHead *g)
{
    g->next = ring;
    g->prev = ring->prev;
    ring->prev->next = g;
    ring->prev = g;
}

static uintptr_t tag_of(GcHead *g) { return (uintptr_t)g->prev & TAG_BITS; }

/* The GcHead of v if it is an object that can be collected; else NULL. */
static GcHead *head_of_value(Value v)
{
    if (v == VALUE_NULL || !value_is_object(v))
        return NULL;
    Object *o = value_object(v);
    return type_has(o->type, TYPE_GC) && o->refs < STATIC_REFS ? gc_head(o) : NULL;
}

static void visit_subtract(Value v, void *context)
{
    (void)context;
    GcHead *g = head_of_value(v);
    if (g && tag_of(g) == COLLECTING) {
        assert((uintptr_t)g->prev >> 2 > 0); /* a traverse function visits something it does not own */
        g->prev = (GcHead *)((uintptr_t)g->prev - (1 << 2));
    }
}

static void mark(GcHead *g, GcHead **pending)
{
    g->prev = (GcHead *)((uintptr_t)*pending | MARKED);
    *pending = g;
}

static void visit_mark(Value v, void *context)
{
    GcHead *g = head_of_value(v);
    if (g && tag_of(g) == COLLECTING)
        mark(g, context);
}

static void traverse(GcHead *g, VisitFn visit, void *context)
{
    Object *o = object_of(g);
    o->type->traverse(o, visit, context);
}

/* Steps 1 to 4 on `ring`: reachable objects stay in it, the others move to `unreachable`. */
static void find_unreachable(GcHead *ring, GcHead *unreachable)
{
    for (GcHead *g = ring->next; g != ring; g = g->next)
        g->prev = (GcHead *)((uintptr_t)((Object *)object_of(g))->refs << 2 | COLLECTING);
    for (GcHead *g = ring->next; g != ring; g = g->next)
        traverse(g, visit_subtract, NULL);

    GcHead *pending = NULL;
    for (GcHead *g = ring->next; g != ring; g = g->next) {
        if (tag_of(g) == COLLECTING && (uintptr_t)g->prev >> 2 > 0)
            mark(g, &pending);
        while (pending) {
            GcHead *marked = pending;
            pending = (GcHead *)((uintptr_t)marked->prev & ~(uintptr_t)TAG_BITS);
            marked->prev = (GcHead *)(uintptr_t)MARKED;
            traverse(marked, visit_mark, &pending);
        }
    }

    GcHead *next, *last = ring;
    ring_clear(unreachable);
    for (GcHead *g = ring->next; g != ring; g = next) {
        next = g->next;
        if (tag_of(g) == COLLECTING) {
            ring_add(unreachable, g);
        } else {
            last->next = g;
            g->prev = last;
            last = g;
        }
    }
    last->next = ring;
    ring->prev = last;
}

/* Before any finalizer runs: a weak reference must not bring back what is going. */
static void end_weak_references(GcHead *unreachable)
{
    size_t count = 0, length = 0;
    for (GcHead *g = unreachable->next; g != unreachable; g = g->next)
        count += ((Object *)object_of(g))->flags & OBJ_WEAKLY_REFERENCED ? 1 : 0;
    Object **targets = count ? mem_alloc_raw(count * sizeof *targets) : NULL;
    if (!targets)
        return; /* none; or they end one by one as their targets are freed */
    for (GcHead *g = unreachable->next; g != unreachable; g = g->next) {
        Object *o = object_of(g);
        o->flags |= OBJ_UNREACHABLE;
        if (o->flags & OBJ_WEAKLY_REFERENCED)
            targets[length++] = o;
    }
    weakref_forget(targets, count);
    for (GcHead *g = unreachable->next; g != unreachable; g = g->next)
        ((Object *)object_of(g))->flags &= ~(uint32_t)OBJ_UNREACHABLE;
    weakref_run_forgotten();
    mem_free_raw(targets);
}

/* Step 5. True if any finalizer ran, so that reachability must be looked at again. */
static bool run_finalizers(GcHead *unreachable)
{
    bool any = false;
    GcHead done = {&done, &done};
    while (!ring_is_empty(unreachable)) {
        GcHead *g = unreachable->next;
        ring_remove(g);
        ring_add(&done, g);
        Object *o = object_of(g);
        if (o->flags & OBJ_FINALIZED || o->type->finalize == NULL) /* classes with __del__, generators */
            continue;
        o->flags |= OBJ_FINALIZED;
        any = true;
        o->refs++;
        o->type->finalize(o);
        object_release(o);
    }
    ring_append(unreachable, &done);
    return any;
}

/* Step 6. What clearing does not free (something holds it in a way traverse did not tell) goes to `survivors`. */
static void clear_unreachable(GcHead *unreachable, GcHead *survivors)
{
    while (!ring_is_empty(unreachable)) {
        GcHead *g = unreachable->next;
        Object *o = object_of(g);
        ring_remove(g);
        ring_add(survivors, g);
        if (o->type->clear == NULL)
            continue;
        o->refs++;
        o->type->clear(o);
        object_release(o);
    }
}

static int64_t ring_length(const GcHead *ring)
{
    int64_t n = 0;
    for (const GcHead *g = ring->next; g != ring; g = g->next)
        n++;
    return n;
}

static int64_t collect(int generation)
{
    assert(generation >= 0 && generation < GENERATIONS);
    Value pending_exception = exc_take();
    if (generation + 1 < GENERATIONS)
        counts[generation + 1]++;
    gc_young_count = 0;
    for (int i = 1; i <= generation; i++)
        counts[i] = 0;
    GcHead *ring = rings[generation];
    for (int i = 0; i < generation; i++)
        ring_append(ring, rings[i]);

    GcHead unreachable;
    find_unreachable(ring, &unreachable);
    GcHead *older = rings[generation + 1 < GENERATIONS ? generation + 1 : generation];
    if (generation == GENERATIONS - 1) {
        survivors_pending = 0;
        survivors_total = ring_length(ring);
    } else if (generation == GENERATIONS - 2) {
        survivors_pending += ring_length(ring);
    }
    if (older != ring)
        ring_append(older, ring);

    int64_t found = ring_length(&unreachable);
    end_weak_references(&unreachable);
    if (found && run_finalizers(&unreachable)) {
        GcHead still;
        find_unreachable(&unreachable, &still);
        ring_append(older, &unreachable);
        found = ring_length(&still);
        clear_unreachable(&still, older);
    } else {
        clear_unreachable(&unreachable, older);
    }
    statistics[generation].collections++;
    statistics[generation].collected += found;
    STAT_COLLECTION(generation, found);
    exc_restore_steal(pending_exception);
    return found;
}

int64_t gc_collect(int generation)
{
    if (collecting)
        return 0;
    collecting = true;
    if (gc_has_callbacks())
        gc_tell("start", generation, 0);
    int64_t found = collect(generation);
    if (gc_has_callbacks())
        gc_tell("stop", generation, found);
    collecting = false;
    return found;
}

void gc_maybe_collect(void)
{
    if (collecting || !enabled)
        return;
    for (int i = GENERATIONS - 1; i > 0; i--) {
        if (counts[i] <= thresholds[i])
            continue;
        /* A full collection costs in proportion to all objects: only when enough is new. */
        if (i == GENERATIONS - 1 && survivors_pending < survivors_total / 4)
            continue;
        gc_collect(i);
        return;
    }
    gc_collect(0);
}

void gc_collect_before(int64_t count)
{
    gc_maybe_collect();
    if (gc_young_count + count > gc_young_threshold) /* a threshold smaller than count, or the collector runs already */
        gc_young_count = gc_young_threshold - count;
}

static void freeze(void)
{
    for (int i = 0; i < GENERATIONS; i++)
        ring_append(&permanent, rings[i]);
}

static int64_t settled; /* of the permanent ones: what gc.freeze() did not put there */

void gc_settle(void)
{
    freeze();
    settled = ring_length(&permanent);
}

void gc_update_threshold(void)
{
    gc_young_threshold = !enabled || thresholds[0] <= 0 ? INT64_MAX : STRESS(collect) ? 0 : thresholds[0];
}

void gc_fini(void)
{
    ring_append(&old, &permanent);
    gc_collect(GENERATIONS - 1);
    enabled = false;
    gc_young_threshold = INT64_MAX;
}

/* ---- module gc ---- */

static Value module_collect(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value generation;
    int n = GENERATIONS - 1;
    if (!native_bind("collect(generation=)", args, nargs, kwnames, &generation) ||
        (generation && int_as_int32(generation, &n) < 0))
        return VALUE_NULL;
    if (n < 0 || n >= GENERATIONS)
        return raise_error(&exc_ValueError, "invalid generation");
    return int_from_int64(gc_collect(n));
}

static Value module_enable(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    enabled = true;
    gc_update_threshold();
    return VALUE_NONE;
}

static Value module_disable(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    enabled = false;
    gc_update_threshold();
    return VALUE_NONE;
}

static Value module_isenabled(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return value_bool(enabled);
}

static Value module_get_threshold(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value items[GENERATIONS];
    for (int i = 0; i < GENERATIONS; i++)
        items[i] = int_from_int64(thresholds[i]);
    return tuple_from_made(items, GENERATIONS);
}

static Value module_set_threshold(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    for (int i = 0; i < nargs; i++) {
        int threshold;
        if (int_as_signed(args[i], &threshold) < 0)
            return VALUE_NULL;
        thresholds[i] = threshold;
    }
    gc_update_threshold();
    return VALUE_NONE;
}

static Value module_get_count(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value items[GENERATIONS] = {int_from_int64(gc_young_count), int_from_int64(counts[1]), int_from_int64(counts[2])};
    return tuple_from_made(items, GENERATIONS);
}

static Value module_is_tracked(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    GcHead *g = head_of_value(args[0]);
    return value_bool(g && g->next);
}

static Value module_is_finalized(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return value_bool(head_of_value(args[0]) && value_object(args[0])->flags & OBJ_FINALIZED);
}

static Value module_freeze(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    freeze();
    return VALUE_NONE;
}

static Value module_unfreeze(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    ring_append(&old, &permanent);
    settled = 0;
    return VALUE_NONE;
}

static Value module_get_freeze_count(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    int64_t count = ring_length(&permanent) - settled;
    return value_from_small_int(count > 0 ? count : 0);
}

static Value module_get_debug(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return value_from_small_int(0);
}

static Value module_set_debug(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int64_t flags;
    if (int_as_int64(args[0], &flags) < 0)
        return VALUE_NULL;
    return flags ? raise_error(&exc_ValueError, "gc.set_debug(): this collector has no debugging flags") : VALUE_NONE;
}

void gc_each(void (*visit)(Object *object, void *context), void *context)
{
    for (int i = 0; i <= GENERATIONS; i++)
        for (GcHead *g = rings[i]->next; g != rings[i]; g = g->next)
            visit(object_of(g), context);
}

static Value module_get_objects(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value generation;
    int64_t only = -1;
    if (!native_bind("get_objects(generation=)", args, nargs, kwnames, &generation))
        return VALUE_NULL;
    if (generation && generation != VALUE_NONE && int_as_int64(generation, &only) < 0)
        return VALUE_NULL;
    if (only >= GENERATIONS)
        return raise_error(&exc_ValueError, "generation parameter must be less than the number of available generations (%d)", GENERATIONS);
    if (only < -1)
        return raise_error(&exc_ValueError, "generation parameter cannot be negative");
    Value list = list_new(0);
    if (!list)
        return VALUE_NULL;
    bool was_enabled = enabled;
    enabled = false;
    for (int i = 0; i <= GENERATIONS; i++)
        for (GcHead *g = rings[i]->next; (only < 0 || only == i) && g != rings[i]; g = g->next)
            if (object_of(g) != value_object(list) && list_append(list, value_of(object_of(g))) < 0) {
                enabled = was_enabled;
                value_release(list);
                return VALUE_NULL;
            }
    enabled = was_enabled;
    return list;
}

typedef struct Collected {
    Value list;
    bool failed;
} Collected;

static void visit_collect(Value v, void *context)
{
    Collected *collected = context;
    if (v && !collected->failed && list_append(collected->list, v) < 0)
        collected->failed = true;
}

static Value collected_result(Collected *collected)
{
    if (!collected->failed)
        return collected->list;
    value_release(collected->list);
    return VALUE_NULL;
}

static Value module_get_referents(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    Collected collected = {list_new(0), false};
    if (!collected.list)
        return VALUE_NULL;
    for (int i = 0; i < nargs; i++) {
        GcHead *g = head_of_value(args[i]);
        if (g)
            traverse(g, visit_collect, &collected);
    }
    return collected_result(&collected);
}

typedef struct Wanted {
    const Value *values;
    int count;
    bool found;
} Wanted;

static void visit_compare(Value v, void *context)
{
    Wanted *wanted = context;
    for (int i = 0; i < wanted->count; i++)
        if (v == wanted->values[i])
            wanted->found = true;
}

static Value module_get_referrers(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    Collected collected = {list_new(0), false};
    if (!collected.list)
        return VALUE_NULL;
    for (int i = 0; i <= GENERATIONS; i++)
        for (GcHead *g = rings[i]->next; g != rings[i]; g = g->next) {
            Wanted wanted = {args, nargs, false};
            if (value_of(object_of(g)) == collected.list)
                continue;
            traverse(g, visit_compare, &wanted);
            if (wanted.found)
                visit_collect(value_of(object_of(g)), &collected);
        }
    return collected_result(&collected);
}

static int put_count(Value dict, const char *name, int64_t n)
{
    Str *key = str_intern_cstr(name);
    return key ? dict_set_steal(as_dict(dict), value_of(key), int_from_int64(n)) : -1;
}

static Value module_get_stats(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value list = list_new(GENERATIONS);
    for (int i = 0; list && i < GENERATIONS; i++) {
        Value d = dict_new();
        if (!d || put_count(d, "collections", statistics[i].collections) < 0 || put_count(d, "collected", statistics[i].collected) < 0 ||
            put_count(d, "uncollectable", 0) < 0) {
            value_release_null(d);
            value_clear(&list);
        } else if (list_append_steal(list, d) < 0) {
            value_clear(&list);
        }
    }
    return list;
}

const NativeDef gc_module_functions[] = {
    {"collect", module_collect, 0, 1, NATIVE_KEYWORDS},
    {"enable", module_enable, 0, 0, 0},
    {"disable", module_disable, 0, 0, 0},
    {"isenabled", module_isenabled, 0, 0, 0},
    {"get_threshold", module_get_threshold, 0, 0, 0},
    {"set_threshold", module_set_threshold, 1, 3, 0},
    {"get_count", module_get_count, 0, 0, 0},
    {"is_tracked", module_is_tracked, 1, 1, 0},
    {"is_finalized", module_is_finalized, 1, 1, 0},
    {"freeze", module_freeze, 0, 0, 0},
    {"unfreeze", module_unfreeze, 0, 0, 0},
    {"get_freeze_count", module_get_freeze_count, 0, 0, 0},
    {"get_debug", module_get_debug, 0, 0, 0},
    {"set_debug", module_set_debug, 1, 1, 0},
    {"get_objects", module_get_objects, 0, 1, NATIVE_KEYWORDS},
    {"get_referents", module_get_referents, 0, -1, 0},
    {"get_referrers", module_get_referrers, 0, -1, 0},
    {"get_stats", module_get_stats, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};
