/* itertools.h: what the files of the module itertools share: one layout for all its iterators. */
#ifndef INTERP_MODULES_ITERTOOLS_H
#define INTERP_MODULES_ITERTOOLS_H

#include "object.h"
#include "iterators.h"

enum { TOOL_VALUES = 5 };

/* Every iterator of the module: what it owns, and counters; each type's own file says which is what. */
typedef struct Tool {
    Object head;
    Value v[TOOL_VALUES]; /* VALUE_NULL where unused */
    int64_t n[4];
    int64_t *indices;     /* raw memory or NULL */
} Tool;

#define TOOL_ARGS Type *type, const Value *args, int nargs, Value kwnames
#define TOOL_TYPE(short_name, type_new, type_next)                                                                             \
    .head = OBJECT_STATIC(&type_type), .name = "itertools." short_name, .flags = TYPE_GC | TYPE_SUBCLASSABLE,                  \
    .size = sizeof(Tool), .base = &type_object, .iter = iter_self, .new = type_new, .next = type_next,                         \
    .dealloc = tool_dealloc, .traverse = tool_traverse, .clear = tool_clear

static inline Tool *as_tool(Value v) { return (Tool *)value_object(v); }

/* A tracked Tool that owns the values (VALUE_NULL at the end may be left out by passing fewer), all consumed, also on failure.
 * VALUE_NULL when one of the first `required` is VALUE_NULL (an exception is pending) or memory is short. */
Value tool_new_steal(Type *type, int required, Value a, Value b, Value c);
void tool_dealloc(Object *self);
void tool_traverse(Object *self, VisitFn visit, void *context);
void tool_clear(Object *self);

/* Positional arguments only, min..max of them; the name is the type's. */
bool tool_takes(Type *type, int nargs, Value kwnames, int min, int max);

extern Type type_count, type_cycle, type_repeat;
extern Type type_chain, type_compress, type_dropwhile, type_takewhile, type_filterfalse, type_starmap, type_accumulate, type_islice, type_pairwise,
    type_zip_longest;
extern Type type_product, type_permutations, type_combinations, type_combinations_with_replacement;
extern Type type_groupby, type_grouper, type_tee, type_tee_block;

/* ---- itertools_state.c: what copy and pickle keep ---- */
#define TOOL_STATES(X) \
    X(count_reduce) \
    X(cycle_reduce) \
    X(cycle_setstate) \
    X(repeat_reduce) \
    X(chain_reduce) \
    X(chain_setstate) \
    X(pair_reduce) \
    X(predicate_reduce) \
    X(predicate_setstate) \
    X(accumulate_reduce) \
    X(accumulate_setstate) \
    X(islice_reduce) \
    X(islice_setstate) \
    X(zip_longest_reduce) \
    X(zip_longest_setstate) \
    X(product_reduce) \
    X(product_setstate) \
    X(combinations_reduce) \
    X(combinations_setstate) \
    X(replacement_setstate) \
    X(permutations_reduce) \
    X(permutations_setstate) \
    X(groupby_reduce) \
    X(groupby_setstate) \
    X(grouper_reduce)
#define DECLARE(name) Value name(Value self, const Value *args, int nargs, Value kwnames);
TOOL_STATES(DECLARE)
#undef DECLARE
#define TOOL_REDUCE(name) {"__reduce__", name, 0, 0, 0}
#define TOOL_SETSTATE(name) {"__setstate__", name, 1, 1, 0}

/* v[1] becomes the result that the indices stand for. */
int tool_fill_result(Tool *it, bool product);

Value itertools_tee(Value self, const Value *args, int nargs, Value kwnames);

#endif
