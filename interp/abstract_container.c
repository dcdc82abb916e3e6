/* abstract_container.c: iteration, length, subscripts and membership of abstract.h. */
#include "abstract.h"

#include "attr.h"
#include "exceptions.h"
#include "names.h"
#include "type.h"
#include "types/generic_alias.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/slice.h"

Value value_iter(Value v)
{
    Type *type = type_of(v);
    if (type->iter) {
        Value iterator = type->iter(v);
        if (iterator && type_of(iterator)->next == NULL) {
            raise_error(&exc_TypeError, "iter() returned non-iterator of type '%T'", iterator);
            value_clear(&iterator);
        }
        return iterator;
    }
    if (type_is_sequence(type))
        return sequence_iter_new(v);
    return raise_error(&exc_TypeError, "'%s' object is not iterable", type->name);
}

bool value_is_iterator(Value v)
{
    return type_of(v)->next != NULL;
}

Value value_next_end(Value iterator)
{
    Type *type = type_of(iterator);
    if (unlikely(type->next == NULL))
        return raise_error(&exc_TypeError, "'%s' object is not an iterator", type->name);
    if (exc_pending())
        exc_clear_if(&exc_StopIteration);
    return VALUE_NULL;
}

int64_t value_length(Value v)
{
    Type *type = type_of(v);
    if (type->length)
        return type->length(v);
    return raise_error_int(&exc_TypeError, "object of type '%s' has no len()", type->name);
}

Value value_getitem(Value v, Value key)
{
    Type *type = type_of(v);
    if (type->getitem)
        return type->getitem(v, key);
    if (!(type->flags & TYPE_TYPE))
        return raise_error(&exc_TypeError, "'%s' object is not subscriptable", type->name);
    if (v == value_of(&type_type)) /* has no __class_getitem__, which every class would find */
        return generic_alias_new(v, key);
    Value method;
    int found = value_lookup_attr(v, name___class_getitem__, &method);
    if (found < 0)
        return VALUE_NULL;
    if (found == 0 || method == VALUE_NONE)
        return raise_error(&exc_TypeError, "type '%s' is not subscriptable", as_type(v)->name);
    Value result = call_value(method, &key, 1, VALUE_NULL);
    value_release(method);
    return result;
}

int value_setitem(Value v, Value key, Value value)
{
    Type *type = type_of(v);
    if (type->setitem)
        return type->setitem(v, key, value);
    return raise_error_int(&exc_TypeError, "'%s' object does not support item assignment", type->name);
}

int value_delitem(Value v, Value key)
{
    Type *type = type_of(v);
    if (type->setitem)
        return type->setitem(v, key, VALUE_NULL);
    bool sequence = (type->length || type_has(type, TYPE_HEAP)) && (value_is_int(key) || type_of(key)->to_index);
    return raise_error_int(&exc_TypeError, sequence ? "'%s' object doesn't support item deletion" : "'%s' object does not support item deletion",
                           type->name);
}

static int contains_by_iteration(Value container, Value item)
{
    Type *type = type_of(container);
    if (type->iter == NULL && type->getitem == NULL)
        return raise_error_int(&exc_TypeError, "argument of type '%s' is not iterable", type->name);
    Value iterator = value_iter(container);
    if (!iterator) {
        if (exc_clear_if(&exc_TypeError))
            raise_error(&exc_TypeError, "argument of type '%s' is not iterable", type->name);
        return -1;
    }
    int result = 0;
    while (result == 0) {
        Value v = value_next(iterator);
        if (!v) {
            result = exc_pending() ? -1 : 0;
            break;
        }
        result = value_equal(v, item);
        value_release(v);
    }
    value_release(iterator);
    return result;
}

int value_contains(Value container, Value item)
{
    Type *type = type_of(container);
    return type->contains ? type->contains(container, item) : contains_by_iteration(container, item);
}
