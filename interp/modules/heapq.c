/* heapq.c: the module _heapq: binary heaps in lists (heapq.py has merge, nlargest, nsmallest). */
#include "modules.h"

#include "abstract.h"
#include "exceptions.h"
#include "list.h"
#include "native.h"

/* a before b in the heap: 1, 0, -1. `max`: the largest comes first. Both are held: comparing may run code that changes the list. */
static int before(Value a, Value b, bool max)
{
    if (value_both_small_int(a, b))
        return max ? (int64_t)b < (int64_t)a : (int64_t)a < (int64_t)b;
    value_retain(a);
    value_retain(b);
    int result = max ? value_compare_bool(b, a, COMPARE_LT) : value_compare_bool(a, b, COMPARE_LT);
    value_release(a);
    value_release(b);
    return result;
}

static int changed(void) { return raise_error_int(&exc_RuntimeError, "list changed size during iteration"); }

static void swap(List *heap, int64_t i, int64_t j)
{
    Value v = heap->items[i];
    heap->items[i] = heap->items[j];
    heap->items[j] = v;
}

/* The item at `at` moves up to where it belongs, not above `top`. */
static int move_up(List *heap, int64_t top, int64_t at, bool max)
{
    int64_t length = heap->length;
    while (at > top) {
        int64_t parent = (at - 1) >> 1;
        int less = before(heap->items[at], heap->items[parent], max);
        if (less < 0 || heap->length != length)
            return less < 0 ? -1 : changed();
        if (!less)
            break;
        swap(heap, at, parent);
        at = parent;
    }
    return 0;
}

/* The item at `at`: the smaller children move up all the way to a leaf, then it goes up from there. That is fewer comparisons than stopping
 * on the way, since items from the end mostly belong near the bottom. */
static int move_down(List *heap, int64_t at, bool max)
{
    int64_t length = heap->length, start = at;
    while (2 * at + 1 < length) {
        int64_t child = 2 * at + 1;
        if (child + 1 < length) {
            int less = before(heap->items[child], heap->items[child + 1], max);
            if (less < 0 || heap->length != length)
                return less < 0 ? -1 : changed();
            child += !less;
        }
        swap(heap, at, child);
        at = child;
    }
    return move_up(heap, start, at, max);
}

static List *heap_argument(const Value *args, const char *name, bool alone)
{
    if (value_is_list(args[0]))
        return as_list(args[0]);
    raise_error(&exc_TypeError, alone ? "%s() argument must be list, not %A" : "%s() argument 1 must be list, not %A", name, args[0]);
    return NULL;
}

static Value heap_push(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "heappush", false);
    if (!heap || list_append(args[0], args[1]) < 0 || move_up(heap, 0, heap->length - 1, false) < 0)
        return VALUE_NULL;
    return VALUE_NONE;
}

static Value pop(List *heap, bool max)
{
    if (heap->length == 0)
        return raise_error(&exc_IndexError, "index out of range");
    Value last = heap->items[--heap->length];
    if (heap->length == 0)
        return last;
    Value first = heap->items[0];
    heap->items[0] = last;
    if (move_down(heap, 0, max) == 0)
        return first;
    value_release(first);
    return VALUE_NULL;
}

static Value replace(List *heap, Value item, bool max)
{
    if (heap->length == 0)
        return raise_error(&exc_IndexError, "index out of range");
    Value first = heap->items[0];
    heap->items[0] = value_retain(item);
    if (move_down(heap, 0, max) == 0)
        return first;
    value_release(first);
    return VALUE_NULL;
}

static Value heap_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "heappop", true);
    return heap ? pop(heap, false) : VALUE_NULL;
}

static Value heap_pop_max(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "_heappop_max", true);
    return heap ? pop(heap, true) : VALUE_NULL;
}

static Value heap_replace(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "heapreplace", false);
    return heap ? replace(heap, args[1], false) : VALUE_NULL;
}

static Value heap_replace_max(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "_heapreplace_max", false);
    return heap ? replace(heap, args[1], true) : VALUE_NULL;
}

static Value heap_push_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "heappushpop", false);
    if (!heap)
        return VALUE_NULL;
    int less = heap->length ? before(heap->items[0], args[1], false) : 0;
    if (less < 0)
        return VALUE_NULL;
    return less ? replace(heap, args[1], false) : value_retain(args[1]);
}

static Value heapify(List *heap, bool max)
{
    for (int64_t i = heap->length / 2 - 1; i >= 0; i--)
        if (move_down(heap, i, max) < 0)
            return VALUE_NULL;
    return VALUE_NONE;
}

static Value heap_heapify(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "heapify", true);
    return heap ? heapify(heap, false) : VALUE_NULL;
}

static Value heap_heapify_max(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *heap = heap_argument(args, "_heapify_max", true);
    return heap ? heapify(heap, true) : VALUE_NULL;
}

static const NativeDef functions[] = {
    {"heappush", heap_push, 2, 2, 0},        {"heappop", heap_pop, 1, 1, 0},          {"heapreplace", heap_replace, 2, 2, 0},
    {"heappushpop", heap_push_pop, 2, 2, 0}, {"heapify", heap_heapify, 1, 1, 0},      {"_heappop_max", heap_pop_max, 1, 1, 0},
    {"_heapify_max", heap_heapify_max, 1, 1, 0}, {"_heapreplace_max", heap_replace_max, 2, 2, 0}, {0}};

Value module_heapq_init(void) { return module_from_parts("_heapq", functions, NULL, 0); }
