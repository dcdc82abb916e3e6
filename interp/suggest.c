#include "suggest.h"

#include "builtins_functions.h"
#include "traceback.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "xframe.h"

/* CPython's numbers (Python/suggestions.c): they decide which name is found. */
enum { CANDIDATES_MAX = 750, NAME_MAX_SIZE = 40, MOVE_COST = 2, CASE_COST = 1 };

static int lower(unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

static int64_t substitution_cost(char a, char b)
{
    if (a == b)
        return 0;
    return lower((unsigned char)a) == lower((unsigned char)b) ? CASE_COST : MOVE_COST;
}

static int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

/* The Levenshtein distance; more than `limit` as limit + 1. */
static int64_t distance_between(const char *a, int64_t a_size, const char *b, int64_t b_size, int64_t limit)
{
    while (a_size && b_size && *a == *b)
        a++, b++, a_size--, b_size--;
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1])
        a_size--, b_size--;
    if (a_size == 0 || b_size == 0)
        return (a_size + b_size) * MOVE_COST;
    if (a_size > NAME_MAX_SIZE || b_size > NAME_MAX_SIZE)
        return limit + 1;
    if (b_size < a_size) {
        const char *text = a;
        int64_t size = a_size;
        a = b, a_size = b_size;
        b = text, b_size = size;
    }
    if ((b_size - a_size) * MOVE_COST > limit)
        return limit + 1;
    int64_t row[NAME_MAX_SIZE], result = 0;
    for (int64_t i = 0; i < a_size; i++)
        row[i] = (i + 1) * MOVE_COST;
    for (int64_t j = 0; j < b_size; j++) {
        int64_t diagonal = j * MOVE_COST, least = INT64_MAX;
        result = diagonal;
        for (int64_t i = 0; i < a_size; i++) {
            int64_t substitute = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            result = smaller(smaller(result, diagonal) + MOVE_COST, substitute);
            row[i] = result;
            least = smaller(least, result);
        }
        if (least > limit)
            return limit + 1;
    }
    return result;
}

/* The candidate nearest to `name`, borrowed; the first of equals. */
static Value nearest(Value name, const Value *candidates, int64_t count)
{
    size_t name_size;
    const char *text = str_utf8(name, &name_size);
    if (count >= CANDIDATES_MAX || !text)
        return VALUE_NULL;
    Value best = VALUE_NULL;
    int64_t best_distance = INT64_MAX;
    for (int64_t i = 0; i < count; i++) {
        size_t size;
        const char *candidate = value_is_str(candidates[i]) ? str_utf8(candidates[i], &size) : NULL;
        if (!candidate || str_equal(as_str(name), as_str(candidates[i])))
            continue;
        int64_t limit = smaller(((int64_t)(name_size + size) + 3) * MOVE_COST / 6, best_distance - 1);
        int64_t distance = distance_between(text, (int64_t)name_size, candidate, (int64_t)size, limit);
        if (distance > limit)
            continue;
        best = candidates[i];
        best_distance = distance;
    }
    return best;
}

static Value nearest_in_list(Value name, Value list_steal)
{
    if (!list_steal)
        return VALUE_NULL;
    Value found = value_is_list(list_steal) ? nearest(name, as_list(list_steal)->items, as_list(list_steal)->length) : VALUE_NULL;
    value_retain_null(found);
    value_release(list_steal);
    return found;
}

/* Names near those of a function's locals, then globals, then builtins. CPython leaves variables of inner functions out, unless they are parameters. */
static Value nearest_visible(Value name, const Traceback *entry)
{
    const Function *function = entry->fobj->xf->func;
    const Code *code = function->code;
    Value found = nearest_in_list(name, list_from(code->varnames->items, code->varnames->length));
    if (!found)
        found = nearest_in_list(name, dict_keys_list(function->globals));
    return found ? found : nearest_in_list(name, dict_keys_list(function->builtins));
}

Value suggest_name(ExceptionObject *exception)
{
    Value name = exception->fields[0], found = VALUE_NULL;
    if (!name || !value_is_str(name))
        return VALUE_NULL;
    if (exception->head.type == &exc_AttributeError && exception->fields[1]) {
        found = nearest_in_list(name, builtin_dir(VALUE_NULL, &exception->fields[1], 1, VALUE_NULL));
    } else if (exception->head.type == &exc_NameError && exception->traceback) {
        const Traceback *entry = (const Traceback *)value_object(exception->traceback);
        while (entry->next)
            entry = (const Traceback *)value_object(entry->next);
        found = nearest_visible(name, entry);
    }
    exc_clear();
    return found;
}
