/* str_methods.c: str's method table, and the searching methods. */
#include "types/str_methods.h"

#include "exceptions.h"
#include "types/format.h"
#include "types/int.h"
#include "types/slice.h"
#include "types/str_scan.h"
#include "types/tuple.h"

#define METHOD(name) static Value str_##name(Value self, const Value *args, int nargs, Value kwnames)

static int range_arg(Value v, int64_t *out)
{
    if (v == VALUE_NONE)
        return 0;
    if (!value_is_int(v) && !type_of(v)->to_index)
        return raise_error_int(&exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    return value_as_index(v, out, NULL);
}

int str_range_args(const Value *args, int nargs, const int64_t *length, int64_t *start, int64_t *end)
{
    *start = 0;
    *end = INT64_MAX;
    if ((nargs > 0 && range_arg(args[0], start) < 0) || (nargs > 1 && range_arg(args[1], end) < 0))
        return -1;
    if (*end > *length)
        *end = *length;
    else if (*end < 0)
        *end = *end + *length < 0 ? 0 : *end + *length;
    if (*start < 0)
        *start = *start + *length < 0 ? 0 : *start + *length;
    return 0;
}

bool str_search_arity(const char *name, int nargs)
{
    if (nargs >= 1 && nargs <= 3)
        return true;
    raise_error(&exc_TypeError, "%s() takes at %s (%d given)", name, nargs ? "most 3 arguments" : "least 1 argument", nargs);
    return false;
}

/* Position, -1 when not found, -2 on an exception. */
static int64_t search(Value self, const Value *args, int nargs, bool from_right)
{
    int64_t start, end;
    Str *s = as_str(self);
    if (str_range_args(args + 1, nargs - 1, &s->length, &start, &end) < 0)
        return -2;
    if (!value_is_str(args[0]))
        return raise_error_int(&exc_TypeError, "must be str, not %.100T", args[0]) - 1;
    if (start > end)
        return -1;
    return from_right ? str_rfind(s, as_str(args[0]), start, end) : str_find(s, as_str(args[0]), start, end);
}

static Value search_result(int64_t at, bool must_find)
{
    if (at == -2)
        return VALUE_NULL;
    if (at == -1 && must_find)
        return raise_error(&exc_ValueError, "substring not found");
    return value_from_small_int(at);
}

METHOD(find_method) { (void)kwnames; return str_search_arity("find", nargs) ? search_result(search(self, args, nargs, false), false) : VALUE_NULL; }
METHOD(rfind_method) { (void)kwnames; return str_search_arity("rfind", nargs) ? search_result(search(self, args, nargs, true), false) : VALUE_NULL; }
METHOD(index) { (void)kwnames; return str_search_arity("index", nargs) ? search_result(search(self, args, nargs, false), true) : VALUE_NULL; }
METHOD(rindex) { (void)kwnames; return str_search_arity("rindex", nargs) ? search_result(search(self, args, nargs, true), true) : VALUE_NULL; }

METHOD(count)
{
    (void)kwnames;
    int64_t start, end, count = 0;
    Str *s = as_str(self);
    if (!str_search_arity("count", nargs))
        return VALUE_NULL;
    if (str_range_args(args + 1, nargs - 1, &s->length, &start, &end) < 0)
        return VALUE_NULL;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "must be str, not %.100T", args[0]);
    Str *needle = as_str(args[0]);
    if (start > end)
        return value_from_small_int(0);
    if (needle->length == 0)
        return value_from_small_int(end - start + 1);
    if (s->kind == 1 && needle->kind == 1)
        return value_from_small_int(bytes_count(s->u8 + start, end - start, needle->u8, needle->length, INT64_MAX));
    for (int64_t at; (at = str_find(s, needle, start, end)) >= 0; start = at + needle->length)
        count++;
    return value_from_small_int(count);
}

static Value has_affix(Value self, const Value *args, int nargs, bool at_end, const char *name)
{
    int64_t start, end;
    Str *s = as_str(self);
    const Value *candidates = args;
    int64_t n = 1;
    if (str_range_args(args + 1, nargs - 1, &s->length, &start, &end) < 0)
        return VALUE_NULL;
    if (value_is_tuple(args[0])) {
        candidates = as_tuple(args[0])->items;
        n = as_tuple(args[0])->length;
    } else if (!value_is_str(args[0])) {
        return raise_error(&exc_TypeError, "%s first arg must be str or a tuple of str, not %.100T", name, args[0]);
    }
    for (int64_t i = 0; i < n; i++) {
        if (!value_is_str(candidates[i]))
            return raise_error(&exc_TypeError, "tuple for %s must only contain str, not %.100T", name, candidates[i]);
        Str *affix = as_str(candidates[i]);
        if (start > end || affix->length > end - start)
            continue;
        int64_t at = at_end ? end - affix->length : start;
        if (str_find(s, affix, at, at + affix->length) == at)
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

METHOD(startswith) { (void)kwnames; return str_search_arity("startswith", nargs) ? has_affix(self, args, nargs, false, "startswith") : VALUE_NULL; }
METHOD(endswith) { (void)kwnames; return str_search_arity("endswith", nargs) ? has_affix(self, args, nargs, true, "endswith") : VALUE_NULL; }

/* ---- formatting ---- */

METHOD(format_dunder)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "__format__() argument must be str, not %A", args[0]);
    return str_format_spec(self, args[0]);
}

METHOD(format_method) { return str_format(self, args, nargs, kwnames); }

METHOD(format_map_method)
{
    (void)nargs, (void)kwnames;
    return str_format_map(self, args[0]);
}

METHOD(getnewargs)
{
    (void)args, (void)nargs, (void)kwnames;
    Value exact = str_as_exact(self);
    return exact ? tuple_from_steal(&exact, 1) : VALUE_NULL;
}

METHOD(sizeof)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_from_small_int((int64_t)as_str(self)->units * 16);
}

const NativeDef str_method_table[] = {
    { "capitalize", str_capitalize, 0, 0, 0 },
    { "casefold", str_casefold, 0, 0, 0 },
    { "center", str_center, 1, 2, 0 },
    { "count", str_count, 0, -1, NATIVE_VARARGS },
    { "encode", str_encode_method, 0, 2, NATIVE_KEYWORDS },
    { "endswith", str_endswith, 0, -1, NATIVE_VARARGS },
    { "expandtabs", str_expandtabs, 0, 1, NATIVE_KEYWORDS },
    { "find", str_find_method, 0, -1, NATIVE_VARARGS },
    { "format", str_format_method, 0, -1, NATIVE_KEYWORDS },
    { "format_map", str_format_map_method, 1, 1, 0 },
    { "index", str_index, 0, -1, NATIVE_VARARGS },
    { "isalnum", str_isalnum, 0, 0, 0 },
    { "isalpha", str_isalpha, 0, 0, 0 },
    { "isascii", str_isascii, 0, 0, 0 },
    { "isdecimal", str_isdecimal, 0, 0, 0 },
    { "isdigit", str_isdigit, 0, 0, 0 },
    { "isidentifier", str_isidentifier, 0, 0, 0 },
    { "islower", str_islower, 0, 0, 0 },
    { "isnumeric", str_isnumeric, 0, 0, 0 },
    { "isprintable", str_isprintable, 0, 0, 0 },
    { "isspace", str_isspace, 0, 0, 0 },
    { "istitle", str_istitle, 0, 0, 0 },
    { "isupper", str_isupper, 0, 0, 0 },
    { "join", str_join_method, 1, 1, 0 },
    { "ljust", str_ljust, 1, 2, 0 },
    { "lower", str_lower, 0, 0, 0 },
    { "lstrip", str_lstrip, 0, 1, 0 },
    { "maketrans", str_maketrans, 1, 3, NATIVE_STATIC },
    { "partition", str_partition, 1, 1, 0 },
    { "removeprefix", str_removeprefix, 1, 1, 0 },
    { "removesuffix", str_removesuffix, 1, 1, 0 },
    { "replace", str_replace, 2, 3, 0 },
    { "rfind", str_rfind_method, 0, -1, NATIVE_VARARGS },
    { "rindex", str_rindex, 0, -1, NATIVE_VARARGS },
    { "rjust", str_rjust, 1, 2, 0 },
    { "rpartition", str_rpartition, 1, 1, 0 },
    { "rsplit", str_rsplit, 0, 2, NATIVE_KEYWORDS },
    { "rstrip", str_rstrip, 0, 1, 0 },
    { "split", str_split, 0, 2, NATIVE_KEYWORDS },
    { "splitlines", str_splitlines, 0, 1, NATIVE_KEYWORDS },
    { "startswith", str_startswith, 0, -1, NATIVE_VARARGS },
    { "strip", str_strip, 0, 1, 0 },
    { "swapcase", str_swapcase, 0, 0, 0 },
    { "title", str_title, 0, 0, 0 },
    { "translate", str_translate, 1, 1, 0 },
    { "upper", str_upper, 0, 0, 0 },
    { "zfill", str_zfill, 1, 1, 0 },
    { "__format__", str_format_dunder, 1, 1, 0 },
    { "__getnewargs__", str_getnewargs, 0, 0, 0 },
    { "__sizeof__", str_sizeof, 0, 0, 0 },
    { 0 },
};
