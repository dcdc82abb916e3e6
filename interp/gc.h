/* gc.h: the cycle collector (trial deletion over three generations), beside reference counting.
 * A container type has TYPE_GC and a traverse slot; its objects are preceded in memory by a GcHead and take part once tracked. */
#ifndef INTERP_GC_H
#define INTERP_GC_H

#include "object.h"

typedef struct GcHead {
    struct GcHead *next, *prev; /* both NULL: not tracked. prev carries the trial count during a collection */
} GcHead;

extern GcHead gc_young;       /* ring of the youngest generation */
extern int64_t gc_young_count, gc_young_threshold; /* allocations minus frees since the last collection; threshold INT64_MAX when disabled */

static inline GcHead *gc_head(void *object) { return (GcHead *)object - 1; }
static inline bool gc_is_tracked(void *object) { return gc_head(object)->next != NULL; }

int64_t gc_collect(int generation); /* number of unreachable objects found; may run arbitrary finalizers */
void gc_maybe_collect(void);   /* called by object_alloc for TYPE_GC types when the young threshold is passed (before the object exists) */
void gc_collect_before(int64_t count);
void gc_settle(void);          /* the runtime is ready: what exists is no longer looked at, except by gc_fini */
void gc_update_threshold(void); /* after a change of what it depends on: gc.set_threshold, enable, disable, STRESS(collect) */
void gc_each(void (*visit)(Object *object, void *context), void *context); /* every tracked object; visit() may not allocate */
void gc_fini(void);            /* a last full collection, then no more */

extern const NativeDef gc_module_functions[]; /* module gc: collect, enable, disable, isenabled, get_threshold, set_threshold, get_count, is_tracked, get_objects… */

/* The collection that is due at one of the next `count` allocations runs now: its finalizers may change the container that is about to be copied. */
static inline void gc_make_room(int64_t count)
{
    if (__builtin_expect(gc_young_count + count > gc_young_threshold, 0))
        gc_collect_before(count);
}

/* object's fields are valid; may not collect. No-op when tracked already. */
static inline void gc_track(void *object)
{
    GcHead *g = gc_head(object);
    if (g->next)
        return;
    GcHead *last = gc_young.prev;
    g->next = &gc_young;
    g->prev = last;
    last->next = g;
    gc_young.prev = g;
}

static inline void gc_untrack(void *object) /* no-op when not tracked */
{
    GcHead *g = gc_head(object);
    if (g->next == NULL)
        return;
    g->prev->next = g->next;
    g->next->prev = g->prev;
    g->next = g->prev = NULL;
}

#endif
