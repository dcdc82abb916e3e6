/* builtins_functions.c: builtin functions on values. */
#include "builtins_functions.h"

#include "abstract.h"
#include "attr.h"
#include "coroutine.h"
#include "exceptions.h"
#include "generator.h"
#include "names.h"
#include "native.h"
#include "type.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/format.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/str_builder.h"
#include "types/tuple.h"

#define NATIVE_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

/* ---- one operation each ---- */

Value builtin_abs(NATIVE_ARGS) { UNUSED_ARGS; return value_unary(UNARY_ABS, args[0]); }
Value builtin_ascii(NATIVE_ARGS) { UNUSED_ARGS; return value_ascii(args[0]); }
Value builtin_repr(NATIVE_ARGS) { UNUSED_ARGS; return value_repr(args[0]); }
Value builtin_callable(NATIVE_ARGS) { UNUSED_ARGS; return value_bool(value_is_callable(args[0])); }
Value builtin_divmod(NATIVE_ARGS) { UNUSED_ARGS; return value_binary(BINARY_DIVMOD, args[0], args[1]); }

Value builtin_len(NATIVE_ARGS)
{
    UNUSED_ARGS;
    int64_t length = value_length(args[0]);
    return length < 0 ? VALUE_NULL : int_from_int64(length);
}

Value builtin_hash(NATIVE_ARGS)
{
    UNUSED_ARGS;
    int64_t hash = value_hash(args[0]);
    return hash == -1 ? VALUE_NULL : int_from_int64(hash);
}

Value builtin_id(NATIVE_ARGS) { UNUSED_ARGS; return int_from_uint64(args[0]); }

Value builtin_format(NATIVE_ARGS)
{
    UNUSED_ARGS;
    if (nargs > 1 && !value_is_str(args[1]))
        return raise_error(&exc_TypeError, "format() argument 2 must be str, not %A", args[1]);
    return value_format(args[0], nargs > 1 ? args[1] : VALUE_NULL);
}

Value builtin_isinstance(NATIVE_ARGS)
{
    UNUSED_ARGS;
    int result = value_isinstance(args[0], args[1]);
    return result < 0 ? VALUE_NULL : value_bool(result);
}

Value builtin_issubclass(NATIVE_ARGS)
{
    UNUSED_ARGS;
    int result = value_issubclass(args[0], args[1]);
    return result < 0 ? VALUE_NULL : value_bool(result);
}

Value builtin_pow(NATIVE_ARGS)
{
    (void)self;
    Value bound[3];
    if (!native_bind("pow(base, exp, mod=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (bound[2] && bound[2] != VALUE_NONE)
        return value_pow3(bound[0], bound[1], bound[2]);
    return value_binary(BINARY_POW, bound[0], bound[1]);
}

Value builtin_round(NATIVE_ARGS)
{
    (void)self;
    Value bound[2];
    if (!native_bind("round(number, ndigits=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    bool found;
    Value result = call_special(bound[0], name___round__, bound + 1, bound[1] && bound[1] != VALUE_NONE, &found);
    return found ? result : raise_error(&exc_TypeError, "type %T doesn't define __round__ method", bound[0]);
}

/* ---- numbers and characters as text ---- */

/* The digits of a number that fits a word, for a base of 2**bits. */
static Value small_in_base(int64_t i, int bits, char letter)
{
    char buffer[68], *p = buffer + sizeof buffer;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
    do
        *--p = "0123456789abcdef"[u & ((1u << bits) - 1)];
    while (u >>= bits);
    *--p = letter;
    *--p = '0';
    if (i < 0)
        *--p = '-';
    return str_from_ascii(p, (size_t)(buffer + sizeof buffer - p));
}

static Value in_base(Value v, int base, char letter)
{
    if (value_is_small_int(v))
        return small_in_base(value_small_int(v), base == 2 ? 1 : base == 8 ? 3 : 4, letter);
    Value number = value_index(v);
    Value digits = number ? int_to_str(number, base) : VALUE_NULL;
    value_release_null(number);
    if (!digits)
        return VALUE_NULL;
    const char *text = str_utf8(digits, NULL);
    bool negative = text[0] == '-';
    Value result = str_printf("%s0%c%s", negative ? "-" : "", letter, text + negative);
    value_release(digits);
    return result;
}

Value builtin_bin(NATIVE_ARGS) { UNUSED_ARGS; return in_base(args[0], 2, 'b'); }
Value builtin_oct(NATIVE_ARGS) { UNUSED_ARGS; return in_base(args[0], 8, 'o'); }
Value builtin_hex(NATIVE_ARGS) { UNUSED_ARGS; return in_base(args[0], 16, 'x'); }

Value builtin_chr(NATIVE_ARGS)
{
    UNUSED_ARGS;
    int point;
    if (int_as_int32(args[0], &point) < 0)
        return VALUE_NULL;
    if (point < 0 || point > 0x10ffff)
        return raise_error(&exc_ValueError, "chr() arg not in range(0x110000)");
    return str_from_point((uint32_t)point);
}

Value builtin_ord(NATIVE_ARGS)
{
    UNUSED_ARGS;
    int64_t length;
    if (value_is_str(args[0])) {
        length = as_str(args[0])->length;
        if (length == 1)
            return value_from_small_int(str_point_at(as_str(args[0]), 0));
    } else if (value_is_bytes_like(args[0])) {
        length = as_bytes(args[0])->length;
        if (length == 1)
            return value_from_small_int(as_bytes(args[0])->data[0]);
    } else {
        return raise_error(&exc_TypeError, "ord() expected string of length 1, but %T found", args[0]);
    }
    return raise_error(&exc_TypeError, "ord() expected a character, but string of length %ld found", (long)length);
}

/* ---- attributes ---- */

static Str *attribute_name(Value name)
{
    if (value_is_str(name))
        return as_str(name);
    raise_error(&exc_TypeError, "attribute name must be string, not '%T'", name);
    return NULL;
}

/* Computed names mostly are asked for again: interned, they hit the attribute caches. */
static Value getattr_interned(Value v, Value attribute, Value otherwise, bool *found)
{
    Value name = value_retain(attribute);
    str_intern_in_place(&name);
    Value result = VALUE_NULL;
    *found = true;
    if (otherwise) {
        int status = value_lookup_attr(v, as_str(name), &result);
        *found = status != 0;
        if (status < 0)
            result = VALUE_NULL;
    } else {
        result = value_getattr(v, as_str(name));
    }
    value_release(name);
    return result;
}

Value builtin_getattr(NATIVE_ARGS)
{
    UNUSED_ARGS;
    if (!attribute_name(args[1]))
        return VALUE_NULL;
    bool found;
    Value v = getattr_interned(args[0], args[1], nargs > 2 ? args[2] : VALUE_NULL, &found);
    return found ? v : value_retain(args[2]);
}

Value builtin_hasattr(NATIVE_ARGS)
{
    UNUSED_ARGS;
    if (!attribute_name(args[1]))
        return VALUE_NULL;
    bool found;
    Value v = getattr_interned(args[0], args[1], VALUE_NONE, &found);
    if (found && !v)
        return VALUE_NULL;
    value_release_null(found ? v : VALUE_NULL);
    return value_bool(found);
}

Value builtin_setattr(NATIVE_ARGS)
{
    UNUSED_ARGS;
    if (!attribute_name(args[1]))
        return VALUE_NULL;
    Value name = value_retain(args[1]);
    str_intern_in_place(&name);
    int status = value_setattr(args[0], as_str(name), args[2]);
    value_release(name);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

Value builtin_delattr(NATIVE_ARGS)
{
    UNUSED_ARGS;
    Str *name = attribute_name(args[1]);
    return name && value_delattr(args[0], name) == 0 ? VALUE_NONE : VALUE_NULL;
}

/* ---- iteration ---- */

Value builtin_iter(NATIVE_ARGS)
{
    UNUSED_ARGS;
    if (nargs == 1)
        return value_iter(args[0]);
    if (!value_is_callable(args[0]))
        return raise_error(&exc_TypeError, "iter(v, w): v must be callable");
    return callable_iter_new(args[0], args[1]);
}

Value builtin_next(NATIVE_ARGS)
{
    UNUSED_ARGS;
    Value v, returned = VALUE_NULL;
    if (value_is_generator(args[0])) {
        v = generator_send(as_generator(args[0]), VALUE_NONE, &returned);
    } else {
        const Type *type = type_of(args[0]);
        bool found = true;
        if (!type->next)
            return raise_error(&exc_TypeError, "'%T' object is not an iterator", args[0]);
        if (type_has(type, TYPE_HEAP)) /* the slot would drop the value of a StopIteration */
            v = call_special(args[0], name___next__, NULL, 0, &found);
        else
            v = type->next(args[0]);
    }
    if (v)
        return v;
    if (nargs > 1) {
        value_release_null(returned);
        return !exc_pending() || exc_clear_if(&exc_StopIteration) ? value_retain(args[1]) : VALUE_NULL;
    }
    if (!exc_pending())
        raise_stop_iteration(returned);
    value_release_null(returned);
    return VALUE_NULL;
}

/* Whether any item's truth is `wanted`. */
static Value find_truth(Value iterable, int wanted)
{
    Value iterator = value_iter(iterable), item;
    if (!iterator)
        return VALUE_NULL;
    int found = 0;
    while (found == 0 && (item = value_next(iterator))) {
        int truth = value_truth(item);
        value_release(item);
        found = truth < 0 ? -1 : truth == wanted;
    }
    value_release(iterator);
    return exc_pending() ? VALUE_NULL : value_bool(found == wanted);
}

Value builtin_aiter(NATIVE_ARGS)
{
    UNUSED_ARGS;
    bool found;
    Value iterator = call_special(args[0], name___aiter__, NULL, 0, &found);
    if (!found)
        return raise_error(&exc_TypeError, "'%T' object is not an async iterable", args[0]);
    if (iterator && !type_lookup(type_of(iterator), name___anext__)) {
        raise_error(&exc_TypeError, "aiter() returned not an async iterator of type '%T'", iterator);
        value_clear(&iterator);
    }
    return iterator;
}

Value builtin_anext(NATIVE_ARGS)
{
    (void)self, (void)kwnames;
    return async_next_or(args[0], nargs > 1 ? args[1] : VALUE_NULL);
}

Value builtin_any(NATIVE_ARGS) { UNUSED_ARGS; return find_truth(args[0], 1); }
Value builtin_all(NATIVE_ARGS) { UNUSED_ARGS; return find_truth(args[0], 0); }

Value builtin_sorted(NATIVE_ARGS)
{
    (void)self;
    Value bound[2];
    if (nargs != 1)
        return native_raise_count("sorted", 1, 1, nargs);
    Value list = list_from_iterable(args[0]);
    if (!list)
        return VALUE_NULL;
    int reverse = 0;
    if (!native_bind("sort(*, key=, reverse=)", args + 1, 0, kwnames, bound) ||
        (bound[1] && int_as_int32(bound[1], &reverse) < 0) || list_sort(as_list(list), bound[0], reverse != 0) < 0) {
        value_release(list);
        return VALUE_NULL;
    }
    return list;
}

/* ---- sum ---- */

/* Add items while total and item are small ints, or floats with small ints; *item is the first one left over (owned) or VALUE_NULL. */
static Value sum_fast(Value iterator, Value total, Value *item)
{
    if (value_is_small_int(total)) {
        int64_t sum = value_small_int(total), next;
        while ((*item = value_next(iterator))) {
            if (!value_is_small_int(*item) || __builtin_add_overflow(sum, value_small_int(*item), &next))
                break;
            sum = next;
        }
        total = int_from_int64(sum);
        if (!total || !*item || !value_is_float(*item))
            return total;
        if (type_of(*item) != &type_float || !value_is_small_int(total))
            return total;
        Value first = *item;
        total = float_new((double)sum + float_value(first));
        value_release(first);
    }
    if (type_of(total) != &type_float)
        return *item = value_next(iterator), total;
    double sum = float_value(total);
    value_release(total);
    while ((*item = value_next(iterator))) {
        if (value_is_small_int(*item)) {
            sum += (double)value_small_int(*item);
            continue;
        }
        if (type_of(*item) != &type_float)
            break;
        sum += float_value(*item);
        value_release(*item);
    }
    return float_new(sum);
}

Value builtin_sum(NATIVE_ARGS)
{
    (void)self;
    Value bound[2];
    if (!native_bind("sum(iterable, /, start=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    Value total = bound[1] ? bound[1] : value_from_small_int(0), iterator = value_iter(bound[0]), item;
    if (!iterator)
        return VALUE_NULL;
    const char *refused = value_is_str(total) ? "strings [use ''.join(seq) instead]" : value_is_bytes(total) ? "bytes [use b''.join(seq) instead]"
                        : value_is_bytearray(total) ? "bytearray [use b''.join(seq) instead]" : NULL;
    if (refused) {
        value_release(iterator);
        return raise_error(&exc_TypeError, "sum() can't sum %s", refused);
    }
    total = sum_fast(iterator, value_retain(total), &item);
    while (total && item) {
        value_set_steal(&total, value_binary(BINARY_ADD, total, item));
        value_release(item);
        item = total ? value_next(iterator) : VALUE_NULL;
    }
    value_release_null(item);
    value_release(iterator);
    if (total && exc_pending())
        value_clear(&total);
    return total;
}

/* ---- min and max ---- */

static Value extreme(const char *name, CompareOp op, const Value *args, int nargs, Value kwnames)
{
    Value bound[2] = {VALUE_NULL, VALUE_NULL}; /* key, default */
    if (nargs == 0)
        return raise_error(&exc_TypeError, "%s expected at least 1 argument, got 0", name);
    for (int64_t i = 0; kwnames && i < as_tuple(kwnames)->length; i++) {
        Value keyword = as_tuple(kwnames)->items[i];
        bool is_key = str_equal_cstr(keyword, "key");
        if (!is_key && !str_equal_cstr(keyword, "default"))
            return raise_error(&exc_TypeError, "'%S' is an invalid keyword argument for %s()", keyword, name);
        bound[!is_key] = args[nargs + i];
    }
    if (nargs > 1 && bound[1])
        return raise_error(&exc_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Value key = bound[0] == VALUE_NONE ? VALUE_NULL : bound[0];
    Value iterator = VALUE_NULL;
    if (nargs == 1 && !(iterator = value_iter(args[0])))
        return VALUE_NULL;

    Value best = VALUE_NULL, best_key = VALUE_NULL, item;
    for (int i = 0; (item = iterator ? value_next(iterator) : i < nargs ? value_retain(args[i]) : VALUE_NULL); i++) {
        Value item_key = key ? call_value1(key, item) : value_retain(item);
        int better = !item_key ? -1 : !best ? 1 : value_compare_bool(item_key, best_key, op);
        if (better > 0) {
            value_set_steal(&best, item);
            value_set_steal(&best_key, item_key);
            continue;
        }
        value_release(item);
        value_release_null(item_key);
        if (better < 0)
            break;
    }
    value_release_null(iterator);
    value_release_null(best_key);
    if (exc_pending()) {
        value_release_null(best);
        return VALUE_NULL;
    }
    if (best)
        return best;
    return bound[1] ? value_retain(bound[1]) : raise_error(&exc_ValueError, "%s() arg is an empty sequence", name);
}

Value builtin_min(NATIVE_ARGS) { (void)self; return extreme("min", COMPARE_LT, args, nargs, kwnames); }
Value builtin_max(NATIVE_ARGS) { (void)self; return extreme("max", COMPARE_GT, args, nargs, kwnames); }
