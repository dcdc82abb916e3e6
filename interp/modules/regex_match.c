/* regex_match.c: re.Match: where a pattern and its groups matched. */
#include "regex_objects.h"

#include "abstract.h"
#include "bytes.h"
#include "dict.h"
#include "exceptions.h"
#include "generic_alias.h"
#include "int.h"
#include "list.h"
#include "native.h"
#include "tuple.h"

Value regex_slice(Value string, int64_t from, int64_t to)
{
    int64_t length = regex_length(string), size;
    if (to > length)
        to = length;
    if (from > to)
        from = to;
    if (value_is_str(string))
        return str_substring(string, from, to);
    if (from == 0 && to == length && value_is_heap_exactly(string, &type_bytes))
        return value_retain(string);
    return bytes_new(to > from ? (const char *)bytes_buffer(string, &size) + from : "", (size_t)(to - from));
}

Value match_from_cursor(const RegexCursor *c)
{
    int64_t count = 2 * ((int64_t)c->pattern->program.groups + 1);
    MatchObject *m = object_alloc(&type_regex_match, sizeof *m + (size_t)count * sizeof *m->spans);
    if (!m)
        return VALUE_NULL;
    m->pattern = c->pattern;
    object_retain(m->pattern);
    m->string = value_retain(c->string);
    m->position = c->position;
    m->end = c->end;
    m->last_group = c->last_group;
    memcpy(m->spans, c->slots, (size_t)count * sizeof *m->spans);
    return value_of(m);
}

static void match_dealloc(Object *object)
{
    MatchObject *m = (MatchObject *)object;
    size_t count = 2 * ((size_t)m->pattern->program.groups + 1);
    value_release(m->string);
    object_release(m->pattern);
    object_free(object, sizeof *m + count * sizeof *m->spans);
}

/* The group's text; `missing` (borrowed) when it did not take part. */
static Value piece(const MatchObject *m, int64_t group, Value missing)
{
    return m->spans[2 * group] < 0 ? value_retain(missing) : regex_slice(m->string, m->spans[2 * group], m->spans[2 * group + 1]);
}

/* The number of a group given by number or name; -1: IndexError. */
static int64_t group_number(const MatchObject *m, Value key)
{
    int64_t number = -1;
    if (!value_is_small_int(key)) {
        Value found = value_is_int(key) ? VALUE_NULL : dict_get(as_dict(m->pattern->group_index), key);
        if (exc_pending())
            exc_clear();
        Value index = found ? value_retain(found) : type_of(key)->to_index || value_is_int(key) ? value_index(key) : VALUE_NULL;
        if (!index || !int_fits_int64(index, &number))
            number = -1;
        value_release_null(index);
        exc_clear();
    } else {
        number = value_small_int(key);
    }
    if (number >= 0 && number <= (int64_t)m->pattern->program.groups)
        return number;
    return raise_error_int(&exc_IndexError, "no such group");
}

static Value match_getitem(Value self, Value key)
{
    int64_t group = group_number(as_match(self), key);
    return group < 0 ? VALUE_NULL : piece(as_match(self), group, VALUE_NONE);
}

static Value match_group(METHOD_ARGS)
{
    (void)kwnames;
    if (nargs == 0)
        return piece(as_match(self), 0, VALUE_NONE);
    if (nargs == 1)
        return match_getitem(self, args[0]);
    Value result = tuple_new(nargs);
    for (int i = 0; result && i < nargs; i++)
        if (!(as_tuple(result)->items[i] = match_getitem(self, args[i])))
            value_clear(&result);
    return result;
}

static Value match_groups(METHOD_ARGS)
{
    Value missing = VALUE_NULL;
    if (!native_bind("groups(default=)", args, nargs, kwnames, &missing))
        return VALUE_NULL;
    int64_t count = as_match(self)->pattern->program.groups;
    Value result = tuple_new(count);
    for (int64_t i = 0; result && i < count; i++)
        if (!(as_tuple(result)->items[i] = piece(as_match(self), i + 1, missing ? missing : VALUE_NONE)))
            value_clear(&result);
    return result;
}

static Value match_groupdict(METHOD_ARGS)
{
    Value missing = VALUE_NULL, result, key, number;
    if (!native_bind("groupdict(default=)", args, nargs, kwnames, &missing) || !(result = dict_new()))
        return VALUE_NULL;
    for (int64_t at = 0; result && dict_next(as_dict(as_match(self)->pattern->group_index), &at, &key, &number);) {
        Value text = piece(as_match(self), value_small_int(number), missing ? missing : VALUE_NONE);
        if (!text || dict_set_steal(as_dict(result), key, text) < 0)
            value_clear(&result);
    }
    return result;
}

/* The group that the only argument names, 0 when there is none. */
static int64_t optional_group(Value self, const Value *args, int nargs) { return nargs ? group_number(as_match(self), args[0]) : 0; }

static Value match_start(METHOD_ARGS)
{
    (void)kwnames;
    int64_t group = optional_group(self, args, nargs);
    return group < 0 ? VALUE_NULL : int_from_int64(as_match(self)->spans[2 * group]);
}

static Value match_end(METHOD_ARGS)
{
    (void)kwnames;
    int64_t group = optional_group(self, args, nargs);
    return group < 0 ? VALUE_NULL : int_from_int64(as_match(self)->spans[2 * group + 1]);
}

static Value span_of(const MatchObject *m, int64_t group)
{
    Value ends[2] = {int_from_int64(m->spans[2 * group]), int_from_int64(m->spans[2 * group + 1])};
    return tuple_from_steal(ends, 2);
}

static Value match_span(METHOD_ARGS)
{
    (void)kwnames;
    int64_t group = optional_group(self, args, nargs);
    return group < 0 ? VALUE_NULL : span_of(as_match(self), group);
}

Value regex_join(Value string, Value parts)
{
    Value empty = regex_slice(string, 0, 0);
    Value result = VALUE_NULL;
    if (empty && value_is_str(empty)) {
        result = str_join(empty, parts);
    } else if (empty) {
        Str *name = str_intern_cstr("join");
        result = name ? call_method(empty, name, &parts, 1) : VALUE_NULL;
    }
    value_release_null(empty);
    return result;
}

Value match_fill_parts(Value string, const int64_t *spans, Value parts)
{
    int64_t count = as_list(parts)->length;
    Value filled = list_new(count);
    for (int64_t i = 0; filled && i < count; i++) {
        Value part = as_list(parts)->items[i];
        if (!value_is_small_int(part))
            value_retain(part);
        else if (spans[2 * value_small_int(part)] < 0)
            part = regex_slice(string, 0, 0);
        else
            part = regex_slice(string, spans[2 * value_small_int(part)], spans[2 * value_small_int(part) + 1]);
        if (!part || list_append_steal(filled, part) < 0)
            value_clear(&filled);
    }
    Value result = filled ? regex_join(string, filled) : VALUE_NULL;
    value_release_null(filled);
    return result;
}

static Value match_expand(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    Value parts = regex_parts(as_match(self)->pattern, args[0]);
    Value result = parts ? match_fill_parts(as_match(self)->string, as_match(self)->spans, parts) : VALUE_NULL;
    value_release_null(parts);
    return result;
}

static Value match_self(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_retain(self);
}

static Value match_repr(Value self)
{
    const MatchObject *m = as_match(self);
    Value text = piece(m, 0, VALUE_NONE);
    Value result = text ? str_printf("<re.Match object; span=(%lld, %lld), match=%V>", (long long)m->spans[0], (long long)m->spans[1], text) : VALUE_NULL;
    value_release_null(text);
    return result;
}

static Value get_string(Value self) { return value_retain(as_match(self)->string); }
static Value get_re(Value self) { return value_retain(value_of(as_match(self)->pattern)); }
static Value get_pos(Value self) { return int_from_int64(as_match(self)->position); }
static Value get_endpos(Value self) { return int_from_int64(as_match(self)->end); }
static Value get_lastindex(Value self) { return as_match(self)->last_group < 0 ? VALUE_NONE : int_from_int64(as_match(self)->last_group); }

static Value get_lastgroup(Value self)
{
    Value key, number;
    for (int64_t at = 0; dict_next(as_dict(as_match(self)->pattern->group_index), &at, &key, &number);)
        if (number == value_from_small_int(as_match(self)->last_group))
            return value_retain(key);
    return VALUE_NONE;
}

static Value get_regs(Value self)
{
    int64_t count = (int64_t)as_match(self)->pattern->program.groups + 1;
    Value result = tuple_new(count);
    for (int64_t i = 0; result && i < count; i++)
        if (!(as_tuple(result)->items[i] = span_of(as_match(self), i)))
            value_clear(&result);
    return result;
}

static const NativeDef methods[] = {
    {"group", match_group, 0, -1, 0},          {"groups", match_groups, 0, 1, NATIVE_KEYWORDS},
    {"groupdict", match_groupdict, 0, 1, NATIVE_KEYWORDS}, {"start", match_start, 0, 1, 0},
    {"end", match_end, 0, 1, 0},               {"span", match_span, 0, 1, 0},
    {"expand", match_expand, 1, 1, 0},         {"__copy__", match_self, 0, 0, 0},
    {"__deepcopy__", match_self, 1, 1, 0},     {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {0},
};
static const GetSetDef getsets[] = {
    {"string", get_string, attr_readonly},       {"re", get_re, attr_readonly},   {"pos", get_pos, attr_readonly}, {"endpos", get_endpos, attr_readonly}, {"lastindex", get_lastindex, NULL},
    {"lastgroup", get_lastgroup, NULL}, {"regs", get_regs, NULL}, {0},
};

Type type_regex_match = {.head = OBJECT_STATIC(&type_type), .name = "re.Match", .size = sizeof(MatchObject), .base = &type_object,
                         .dealloc = match_dealloc, .repr = match_repr, .getitem = match_getitem, .methods = methods, .getsets = getsets};
