/* bisect.c: the module _bisect: places in sorted sequences. */
#include "modules.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "int.h"
#include "list.h"
#include "names.h"
#include "native.h"
#include "slice.h"

typedef struct Search {
    Value sequence, item, key; /* key VALUE_NULL: none */
    int64_t low, high;
} Search;

static bool parse(const char *signature, const Value *args, int nargs, Value kwnames, Search *search)
{
    Value given[5];
    if (!native_bind(signature, args, nargs, kwnames, given))
        return false;
    *search = (Search){given[0], given[1], given[4] == VALUE_NONE ? VALUE_NULL : given[4], 0, -1};
    if (given[2] && int_as_ssize(given[2], &search->low) < 0)
        return false;
    if (given[3] && given[3] != VALUE_NONE && value_as_index(given[3], &search->high, &exc_OverflowError) < 0)
        return false;
    if (search->low < 0) {
        raise_error(&exc_ValueError, "lo must be non-negative");
        return false;
    }
    if (!given[3] || given[3] == VALUE_NONE)
        search->high = value_length(search->sequence);
    return search->high >= 0 || !exc_pending();
}

static Value item_at(Value sequence, int64_t i)
{
    if (value_is_exactly(sequence, &type_list) && i < as_list(sequence)->length)
        return value_retain(as_list(sequence)->items[i]);
    Value index = int_from_int64(i), item = index ? value_getitem(sequence, index) : VALUE_NULL;
    value_release_null(index);
    return item;
}

/* The place for `wanted`; right: behind equal ones. -1: exception. */
static int64_t find_place(const Search *search, Value wanted, bool right)
{
    int64_t low = search->low, high = search->high;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Value item = item_at(search->sequence, middle);
        if (item && search->key) {
            Value plain = item;
            item = call_value1(search->key, plain);
            value_release(plain);
        }
        if (!item)
            return -1;
        int less = right ? value_compare_bool(wanted, item, COMPARE_LT) : value_compare_bool(item, wanted, COMPARE_LT);
        value_release(item);
        if (less < 0)
            return -1;
        if (right ? less : !less)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Value bisect(const char *signature, const Value *args, int nargs, Value kwnames, bool right)
{
    Search search;
    if (!parse(signature, args, nargs, kwnames, &search))
        return VALUE_NULL;
    int64_t place = find_place(&search, search.item, right);
    return place < 0 ? VALUE_NULL : int_from_int64(place);
}

static Value insort(const char *signature, const Value *args, int nargs, Value kwnames, bool right)
{
    Search search;
    if (!parse(signature, args, nargs, kwnames, &search))
        return VALUE_NULL;
    Value wanted = search.key ? call_value1(search.key, search.item) : value_retain(search.item);
    int64_t place = wanted ? find_place(&search, wanted, right) : -1;
    value_release_null(wanted);
    if (place < 0)
        return VALUE_NULL;
    if (value_is_exactly(search.sequence, &type_list))
        return list_insert(as_list(search.sequence), place, search.item) < 0 ? VALUE_NULL : VALUE_NONE;
    Value insert_args[2] = {int_from_int64(place), search.item};
    Value result = call_method(search.sequence, name_insert, insert_args, 2);
    value_release_null(result);
    return result ? VALUE_NONE : VALUE_NULL;
}

static Value bisect_right(METHOD_ARGS)
{
    (void)self;
    return bisect("bisect_right(a, x, lo=, hi=, *, key=)", args, nargs, kwnames, true);
}

static Value bisect_left(METHOD_ARGS)
{
    (void)self;
    return bisect("bisect_left(a, x, lo=, hi=, *, key=)", args, nargs, kwnames, false);
}

static Value insort_right(METHOD_ARGS)
{
    (void)self;
    return insort("insort_right(a, x, lo=, hi=, *, key=)", args, nargs, kwnames, true);
}

static Value insort_left(METHOD_ARGS)
{
    (void)self;
    return insort("insort_left(a, x, lo=, hi=, *, key=)", args, nargs, kwnames, false);
}

static const NativeDef functions[] = {{"bisect_right", bisect_right, 2, 4, NATIVE_KEYWORDS}, {"bisect_left", bisect_left, 2, 4, NATIVE_KEYWORDS},
                                      {"insort_right", insort_right, 2, 4, NATIVE_KEYWORDS}, {"insort_left", insort_left, 2, 4, NATIVE_KEYWORDS}, {0}};

Value module_bisect_init(void) { return module_from_parts("_bisect", functions, NULL, 0); }
