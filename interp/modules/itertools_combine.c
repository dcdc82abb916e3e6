/* itertools_combine.c: product, permutations, combinations, combinations_with_replacement.
 * v[0] is the pool (product: a tuple of pools), v[1] the last result (VALUE_NULL: none yet), reused when nobody else holds it;
 * v[2] the length asked for;
 * n[0] the length of a result, n[1] 1: exhausted, n[2] 1: after results; indices: for each place of the result an index into its pool. */
#include "itertools.h"

#include "abstract.h"
#include "exceptions.h"
#include "int.h"
#include "mem.h"
#include "native.h"
#include "str.h"
#include "tuple.h"

/* A tool over `pool` (consumed) whose results have r items; `extra` more indices of room. */
static Value combiner_new(Type *type, Value pool_steal, int64_t asked, int64_t r, int64_t extra)
{
    Value self = tool_new_steal(type, 1, pool_steal, VALUE_NULL, VALUE_NULL);
    if (!self)
        return VALUE_NULL;
    Tool *it = as_tool(self);
    it->n[0] = r;
    it->v[2] = int_from_int64(asked);
    it->indices = mem_calloc_raw((size_t)(r + extra + 1), sizeof(int64_t));
    if (!it->indices || !it->v[2]) {
        value_release(self);
        return exc_pending() ? VALUE_NULL : raise_no_memory();
    }
    return self;
}

static Tuple *pool_at(const Tool *it, int64_t place, bool product)
{
    Tuple *pool = as_tuple(it->v[0]);
    return product ? as_tuple(pool->items[place]) : pool;
}

/* The tuple of the items at the indices, of which those before `from` are as in the last result. */
static Value current(Tool *it, int64_t from, bool product)
{
    Value result = it->v[1];
    if (result && value_object(result)->refs == 1) {
        value_retain(result);
    } else {
        Value fresh = tuple_new(it->n[0]);
        if (!fresh)
            return VALUE_NULL;
        for (int64_t i = 0; i < from; i++)
            as_tuple(fresh)->items[i] = value_retain(as_tuple(result)->items[i]);
        result = fresh;
        if (it->n[0] > 0) /* the one () must not be kept: it is shared */
            value_set_steal(&it->v[1], value_retain(fresh));
    }
    for (int64_t i = from; i < it->n[0]; i++)
        value_set_steal(&as_tuple(result)->items[i], value_retain(pool_at(it, i, product)->items[it->indices[i]]));
    return result;
}

int tool_fill_result(Tool *it, bool product)
{
    value_clear(&it->v[1]);
    Value result = current(it, 0, product);
    value_release_null(result);
    return result ? 0 : -1;
}

static Value finish(Tool *it)
{
    it->n[1] = it->n[2] = 1;
    value_clear(&it->v[1]);
    return VALUE_NULL;
}

/* Whether this is the first call; n[1] is 2 until then. */
static bool is_first(Tool *it)
{
    if (it->n[1] != 2)
        return false;
    it->n[1] = 0;
    return true;
}

/* ---- product ---- */

static Value product_new(TOOL_ARGS)
{
    int64_t repeat = 1;
    if (kwnames && as_tuple(kwnames)->length) {
        Value given[1];
        if (!native_bind("product(*, repeat=)", args + nargs, 0, kwnames, given))
            return VALUE_NULL;
        if (int_as_ssize(given[0], &repeat) < 0)
            return VALUE_NULL;
        if (repeat < 0)
            return raise_error(&exc_ValueError, "repeat argument cannot be negative");
        if (nargs && repeat > INT32_MAX / nargs)
            return raise_error(&exc_OverflowError, "repeat argument too large");
    }
    int64_t count = repeat * nargs;
    Value pools = tuple_new(count);
    bool empty = false;
    for (int64_t i = 0; pools && i < count; i++) {
        Value pool = i < nargs ? tuple_from_iterable(args[i]) : value_retain(as_tuple(pools)->items[i - nargs]);
        if (!pool)
            value_clear(&pools);
        else
            as_tuple(pools)->items[i] = pool;
        empty = empty || (pool && as_tuple(pool)->length == 0);
    }
    Value self = pools ? combiner_new(type, pools, count, count, 0) : VALUE_NULL;
    if (self)
        as_tool(self)->n[1] = empty ? 1 : 2;
    return self;
}

static Value product_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->n[1] == 1) {
        it->n[2] = 1;
        return VALUE_NULL;
    }
    if (is_first(it))
        return current(it, 0, true);
    int64_t place = it->n[0] - 1;
    for (; place >= 0; place--) {
        if (++it->indices[place] < pool_at(it, place, true)->length)
            break;
        it->indices[place] = 0;
    }
    return place < 0 ? finish(it) : current(it, place, true);
}

static const NativeDef product_methods[] = {TOOL_REDUCE(product_reduce), TOOL_SETSTATE(product_setstate), {0}};

Type type_product = {TOOL_TYPE("product", product_new, product_next), .methods = product_methods};

/* ---- permutations: indices[0..n) the order of the pool, indices[n..n+r) the turns left at each place ---- */

static int parse_count(Value given, int64_t absent, int64_t *r)
{
    *r = absent;
    if (!given || given == VALUE_NONE)
        return 0;
    if (!value_is_int(given))
        return raise_error_int(&exc_TypeError, "Expected int as r");
    if (int_as_ssize(given, r) < 0)
        return -1;
    return *r < 0 ? raise_error_int(&exc_ValueError, "r must be non-negative") : 0;
}

static Value permutations_new(TOOL_ARGS)
{
    Value given[2];
    if (!native_bind("permutations(iterable, r=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value pool = tuple_from_iterable(given[0]);
    int64_t r;
    if (!pool || parse_count(given[1], as_tuple(pool)->length, &r) < 0) {
        value_release_null(pool);
        return VALUE_NULL;
    }
    int64_t n = as_tuple(pool)->length;
    Value self = combiner_new(type, pool, r, r > n ? 0 : r, 2 * n);
    if (!self)
        return VALUE_NULL;
    Tool *it = as_tool(self);
    it->n[1] = r > n ? 1 : 2;
    for (int64_t i = 0; i < n; i++)
        it->indices[i] = i;
    for (int64_t i = 0; r <= n && i < r; i++)
        it->indices[n + i] = n - i;
    return self;
}

static Value permutations_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->n[1] == 1)
        return VALUE_NULL;
    if (is_first(it))
        return current(it, 0, false);
    int64_t n = as_tuple(it->v[0])->length, *order = it->indices, *turns = order + n;
    for (int64_t i = it->n[0] - 1; i >= 0; i--) {
        if (--turns[i] == 0) { /* back to the start at this place: rotate the rest */
            int64_t first = order[i];
            memmove(order + i, order + i + 1, (size_t)(n - i - 1) * sizeof *order);
            order[n - 1] = first;
            turns[i] = n - i;
            continue;
        }
        int64_t other = n - turns[i], swap = order[i];
        order[i] = order[other];
        order[other] = swap;
        return current(it, i, false);
    }
    return finish(it);
}

static const NativeDef permutations_methods[] = {TOOL_REDUCE(permutations_reduce), TOOL_SETSTATE(permutations_setstate), {0}};

Type type_permutations = {TOOL_TYPE("permutations", permutations_new, permutations_next), .methods = permutations_methods};

/* ---- combinations, with and without replacement ---- */

static Value chooser_new(Type *type, const char *signature, const Value *args, int nargs, Value kwnames, bool again)
{
    Value given[2];
    int64_t r;
    if (!native_bind(signature, args, nargs, kwnames, given))
        return VALUE_NULL;
    Value pool = tuple_from_iterable(given[0]);
    if (pool && int_as_ssize(given[1], &r) == 0) {
        if (r < 0)
            raise_error(&exc_ValueError, "r must be non-negative");
    }
    if (!pool || exc_pending()) {
        value_release_null(pool);
        return VALUE_NULL;
    }
    int64_t n = as_tuple(pool)->length;
    bool none = again ? n == 0 && r > 0 : r > n;
    Value self = combiner_new(type, pool, r, none ? 0 : r, 0);
    if (!self)
        return VALUE_NULL;
    as_tool(self)->n[1] = none ? 1 : 2;
    for (int64_t i = 0; !again && !none && i < r; i++)
        as_tool(self)->indices[i] = i;
    return self;
}

static Value combinations_new(TOOL_ARGS)
{
    return chooser_new(type, "combinations(iterable, r)", args, nargs, kwnames, false);
}

static Value combinations_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->n[1] == 1)
        return VALUE_NULL;
    if (is_first(it))
        return current(it, 0, false);
    int64_t n = as_tuple(it->v[0])->length, r = it->n[0], i = r - 1;
    while (i >= 0 && it->indices[i] == i + n - r)
        i--;
    if (i < 0)
        return finish(it);
    it->indices[i]++;
    for (int64_t j = i + 1; j < r; j++)
        it->indices[j] = it->indices[j - 1] + 1;
    return current(it, i, false);
}

static const NativeDef combinations_methods[] = {TOOL_REDUCE(combinations_reduce), TOOL_SETSTATE(combinations_setstate), {0}};

Type type_combinations = {TOOL_TYPE("combinations", combinations_new, combinations_next), .methods = combinations_methods};

static Value replacement_new(TOOL_ARGS)
{
    return chooser_new(type, "combinations_with_replacement(iterable, r)", args, nargs, kwnames, true);
}

static Value replacement_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->n[1] == 1)
        return VALUE_NULL;
    if (is_first(it))
        return current(it, 0, false);
    int64_t n = as_tuple(it->v[0])->length, r = it->n[0], i = r - 1;
    while (i >= 0 && it->indices[i] == n - 1)
        i--;
    if (i < 0)
        return finish(it);
    int64_t next = it->indices[i] + 1;
    for (int64_t j = i; j < r; j++)
        it->indices[j] = next;
    return current(it, i, false);
}

static const NativeDef replacement_methods[] = {TOOL_REDUCE(combinations_reduce), TOOL_SETSTATE(replacement_setstate), {0}};

Type type_combinations_with_replacement = {TOOL_TYPE("combinations_with_replacement", replacement_new, replacement_next), .methods = replacement_methods};
