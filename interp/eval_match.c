/* eval_match.c: the match statement. */
#include "abstract.h"
#include "attr.h"
#include "eval_slow.h"
#include "names.h"
#include "type.h"
#include "types/set.h"
#include "types/str.h"

int eval_match_mapping(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    eval_store(xf, pc->a, value_bool(value_has_type_flag(EVAL_OPERAND(pc->b), TYPE_MAPPING_PATTERN)));
    return 0;
}

int eval_match_sequence(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    eval_store(xf, pc->a, value_bool(value_has_type_flag(EVAL_OPERAND(pc->b), TYPE_SEQUENCE_PATTERN)));
    return 0;
}

int eval_get_len(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    int64_t length = value_length(EVAL_OPERAND(pc->b));
    if (length < 0)
        return -1;
    eval_store(xf, pc->a, value_from_small_int(length));
    return 0;
}

/* Attribute `name` of the subject appended to attributes: 1, 0 absent, -1. */
static int match_attribute(Value subject, Value name, Set *seen, Value type, Value attributes)
{
    int repeated = set_contains(seen, name);
    if (repeated)
        return repeated < 0 ? -1
                            : raise_error_int(&exc_TypeError, "%s() got multiple sub-patterns for attribute %V", as_type(type)->name, name);
    if (set_add(seen, name) < 0)
        return -1;
    Value v = VALUE_NULL;
    int found = value_lookup_attr(subject, as_str(name), &v);
    if (found <= 0)
        return found;
    return list_append_steal(attributes, v) < 0 ? -1 : 1;
}

/* Types whose single positional sub-pattern matches the subject itself. */
static bool matches_self(const Type *type)
{
    static const char *const names[] = {"bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"};
    for (; type; type = type->base)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!type_has(type, TYPE_HEAP) && strcmp(type->name, names[i]) == 0)
                return true;
    return false;
}

static int match_positional(Value subject, Value type, int count, Set *seen, Value attributes)
{
    Value match_args = VALUE_NULL;
    int found = value_lookup_attr(type, name___match_args__, &match_args), status = -1;
    if (found < 0)
        return -1;
    int64_t allowed = 0;
    bool self = false;
    if (found) {
        if (!value_is_heap_exactly(match_args, &type_tuple)) {
            raise_error(&exc_TypeError, "%s.__match_args__ must be a tuple (got %T)", as_type(type)->name, match_args);
            goto out;
        }
        allowed = as_tuple(match_args)->length;
    } else {
        self = matches_self(as_type(type));
        allowed = self;
    }
    if (allowed < count) {
        raise_error(&exc_TypeError, "%s() accepts %lld positional sub-pattern%s (%d given)", as_type(type)->name, (long long)allowed,
                    allowed == 1 ? "" : "s", count);
        goto out;
    }
    if (self) {
        status = list_append(attributes, subject) < 0 ? -1 : 1;
        goto out;
    }
    status = 1;
    for (int i = 0; i < count && status > 0; i++) {
        Value name = as_tuple(match_args)->items[i];
        if (!value_is_str(name))
            status = raise_error_int(&exc_TypeError, "__match_args__ elements must be strings (got %T)", name);
        else
            status = match_attribute(subject, name, seen, type, attributes);
    }
out:
    value_release_null(match_args);
    return status;
}

/* None when the subject does not match, else the tuple of attributes; VALUE_NULL: raised. */
static Value match_class(Value subject, Value type, int count, const Tuple *keywords)
{
    if (!value_is_type(type)) {
        raise_error(&exc_TypeError, "called match pattern must be a type");
        return VALUE_NULL;
    }
    int status = value_isinstance(subject, type);
    if (status <= 0)
        return status < 0 ? VALUE_NULL : VALUE_NONE;
    Value seen = set_new(&type_set, VALUE_NULL), attributes = seen ? list_new(count + keywords->length) : VALUE_NULL, result = VALUE_NULL;
    status = attributes ? 1 : -1;
    if (status > 0 && count)
        status = match_positional(subject, type, count, as_set(seen), attributes);
    for (int64_t i = 0; i < keywords->length && status > 0; i++)
        status = match_attribute(subject, keywords->items[i], as_set(seen), type, attributes);
    if (status >= 0)
        result = status ? list_to_tuple(as_list(attributes)) : VALUE_NONE;
    value_release_null(seen);
    value_release_null(attributes);
    return result;
}

int eval_match_class(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *slot = &EVAL_OPERAND(pc->a);
    Value result = match_class(slot[0], slot[1], pc->b, as_tuple(slot[2]));
    if (!result)
        return -1;
    for (int i = 2; i >= 0; i--)
        value_release(slot[i]);
    slot[0] = result;
    return 0;
}

static Value match_keys(Value mapping, const Tuple *keys)
{
    Value seen = set_new(&type_set, VALUE_NULL), values = seen ? tuple_new(keys->length) : VALUE_NULL, get = VALUE_NULL, result = VALUE_NULL;
    if (!values)
        goto out;
    for (int64_t i = 0; i < keys->length; i++) {
        Value key = keys->items[i], v;
        int repeated = set_contains(as_set(seen), key);
        if (repeated) {
            if (repeated > 0)
                raise_error(&exc_ValueError, "mapping pattern checks duplicate key (%V)", key);
            goto out;
        }
        if (set_add(as_set(seen), key) < 0)
            goto out;
        if (value_is_heap_exactly(mapping, &type_dict)) {
            v = value_retain_null(dict_get(as_dict(mapping), key));
            if (!v && exc_pending())
                goto out;
        } else { /* .get() with a default of our own: no __missing__ */
            if (!get && !(get = value_getattr(mapping, name_get)))
                goto out;
            v = call_value2(get, key, seen);
            if (!v)
                goto out;
            if (v == seen) {
                value_release(v);
                v = VALUE_NULL;
            }
        }
        if (!v) {
            result = VALUE_NONE;
            goto out;
        }
        as_tuple(values)->items[i] = v;
    }
    result = values;
    values = VALUE_NULL;
out:
    value_release_null(get);
    value_release_null(seen);
    value_release_null(values);
    return result;
}

int eval_match_keys(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value result = match_keys(EVAL_OPERAND(pc->b), as_tuple(EVAL_OPERAND(pc->c)));
    if (!result)
        return -1;
    eval_store(xf, pc->a, result);
    return 0;
}

int eval_match_rest(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value rest = dict_new();
    if (!rest)
        return -1;
    if (dict_update(as_dict(rest), EVAL_OPERAND(pc->b)) < 0)
        goto fail;
    const Tuple *keys = as_tuple(EVAL_OPERAND(pc->c));
    for (int64_t i = 0; i < keys->length; i++)
        if (dict_delete(as_dict(rest), keys->items[i]) < 0)
            goto fail;
    eval_store(xf, pc->a, rest);
    return 0;
fail:
    value_release(rest);
    return -1;
}
