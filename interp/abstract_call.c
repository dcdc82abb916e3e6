/* abstract_call.c: calls and instance checks of abstract.h. */
#include "abstract.h"

#include "attr.h"
#include "eval.h"
#include "exceptions.h"
#include "mem.h"
#include "names.h"
#include "thread.h"
#include "type.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/method.h"
#include "types/str.h"
#include "types/tuple.h"

enum { SMALL_CALL = 10 };

Value call_value(Value callable, const Value *args, int nargs, Value kwnames)
{
    Type *type = type_of(callable);
    if (type == &type_function)
        return eval_function(as_function(callable), args, nargs, kwnames);
    if (unlikely(type->call == NULL))
        return raise_error(&exc_TypeError, "'%s' object is not callable", type->name);
    if (thread_check_c_stack(" while calling a Python object") < 0)
        return VALUE_NULL;
    return type->call(callable, args, nargs, kwnames);
}

Value call_value0(Value callable)
{
    return call_value(callable, NULL, 0, VALUE_NULL);
}

Value call_value1(Value callable, Value a)
{
    return call_value(callable, &a, 1, VALUE_NULL);
}

Value call_value2(Value callable, Value a, Value b)
{
    Value args[] = {a, b};
    return call_value(callable, args, 2, VALUE_NULL);
}

bool value_is_callable(Value v)
{
    return type_of(v)->call != NULL;
}

Value call_with_first(Value callable, Value first, const Value *args, int nargs, Value kwnames)
{
    int count = nargs + (kwnames ? (int)as_tuple(kwnames)->length : 0);
    Value small[SMALL_CALL];
    Value *all = small;
    if (count + 1 > SMALL_CALL && (all = mem_alloc_raw(((size_t)count + 1) * sizeof *all)) == NULL)
        return raise_no_memory();
    all[0] = first;
    for (int i = 0; i < count; i++)
        all[i + 1] = args[i];
    Value result = call_value(callable, all, nargs + 1, kwnames);
    if (all != small)
        mem_free_raw(all);
    return result;
}

Value call_descriptor(Value descriptor, Value self, const Value *args, int nargs)
{
    Type *type = type_of(descriptor);
    value_retain(descriptor);
    Value result = VALUE_NULL;
    if (likely(type->flags & TYPE_METHOD_LIKE)) {
        result = call_with_first(descriptor, self, args, nargs, VALUE_NULL);
    } else if (type->descr_get == NULL) {
        result = call_value(descriptor, args, nargs, VALUE_NULL);
    } else {
        Value bound = type->descr_get(descriptor, self, type_of(self));
        if (bound) {
            result = call_value(bound, args, nargs, VALUE_NULL);
            value_release(bound);
        }
    }
    value_release(descriptor);
    return result;
}

Value call_special(Value self, Str *name, const Value *args, int nargs, bool *found)
{
    Value descriptor = type_lookup(type_of(self), name);
    *found = descriptor != VALUE_NULL;
    return descriptor ? call_descriptor(descriptor, self, args, nargs) : VALUE_NULL;
}

Value call_method(Value self, Str *name, const Value *args, int nargs)
{
    Type *type = type_of(self);
    if (type->getattr == NULL || type->getattr == attr_generic_get) {
        Value descriptor = type_lookup(type, name);
        if (descriptor && type_has(type_of(descriptor), TYPE_METHOD_LIKE) &&
            (type->attrs_offset == 0 || attr_instance_get(value_object(self), name) == VALUE_NULL))
            return call_descriptor(descriptor, self, args, nargs);
    }
    Value method = value_getattr(self, name);
    if (!method)
        return VALUE_NULL;
    Value result = call_value(method, args, nargs, VALUE_NULL);
    value_release(method);
    return result;
}

static Value names_and_values(Dict *dict, Value *values) /* tuple of the keys; values borrowed into the array */
{
    Value names = tuple_new(dict->length);
    if (!names)
        return VALUE_NULL;
    Value key, value;
    int64_t i = 0;
    for (int64_t pos = 0; dict_next(dict, &pos, &key, &value); i++) {
        as_tuple(names)->items[i] = value_retain(key);
        values[i] = value_retain(value);
    }
    for (int64_t k = 0; k < i; k++)
        if (!value_is_str(as_tuple(names)->items[k])) {
            while (i--)
                value_release(values[i]);
            value_release(names);
            return raise_error(&exc_TypeError, "keywords must be strings");
        }
    return names;
}

Value call_with_dict(Value callable, Value args_tuple, Value kwargs)
{
    Tuple *args = as_tuple(args_tuple);
    if (!kwargs || kwargs == VALUE_NONE || as_dict(kwargs)->length == 0)
        return call_value(callable, args->items, (int)args->length, VALUE_NULL);
    int64_t keywords = as_dict(kwargs)->length;
    Value *all = mem_alloc_raw((size_t)(args->length + keywords) * sizeof *all);
    if (all == NULL)
        return raise_no_memory();
    for (int64_t i = 0; i < args->length; i++)
        all[i] = args->items[i];
    Value result = VALUE_NULL;
    Value names = names_and_values(as_dict(kwargs), all + args->length);
    if (names) {
        result = call_value(callable, all, (int)args->length, names);
        for (int64_t i = 0; i < keywords; i++)
            value_release(all[args->length + i]);
        value_release(names);
    }
    mem_free_raw(all);
    return result;
}

/* ---- isinstance, issubclass ---- */

/* __class__ may lie (proxies): asked only when the real type says no. */
static int claims_instance(Value v, Type *type)
{
    Type *own = type_of(v);
    if (own->getattr == attr_generic_get && (!type_has(own, TYPE_HEAP) || type_lookup(own, name___class__) == type_lookup(&type_object, name___class__)))
        return 0;
    Value claimed;
    int found = value_lookup_attr(v, name___class__, &claimed);
    if (found <= 0)
        return found;
    int result = value_is_type(claimed) && type_is_subtype(as_type(claimed), type);
    value_release(claimed);
    return result;
}

int type_default_instancecheck(Type *type, Value v)
{
    return type_is_subtype(type_of(v), type) ? 1 : claims_instance(v, type);
}

static int check_tuple(int (*check)(Value, Value), Value v, Value types, const char *where)
{
    if (thread_enter_native(where) < 0)
        return -1;
    int result = 0;
    for (int64_t i = 0; i < as_tuple(types)->length && !result; i++)
        result = check(v, as_tuple(types)->items[i]);
    thread_leave_native();
    return result;
}

static int check_hook(Value type, Str *hook, Value v, bool *found)
{
    Value answer = call_special(type, hook, &v, 1, found);
    if (!answer)
        return *found ? -1 : 0;
    int truth = value_truth(answer);
    value_release(answer);
    return truth;
}

/* ---- classes that are no types, but have a tuple __bases__ ---- */

/* __bases__ of v when that is a tuple; VALUE_NULL without an exception: not a class. */
static Value abstract_bases(Value v)
{
    Value bases;
    if (value_lookup_attr(v, name___bases__, &bases) <= 0)
        return VALUE_NULL;
    if (value_is_tuple(bases))
        return bases;
    value_release(bases);
    return VALUE_NULL;
}

static int abstract_issubclass(Value derived, Value cls)
{
    if (derived == cls)
        return 1;
    if (thread_check_c_stack(" in __issubclass__") < 0)
        return -1;
    Value bases = abstract_bases(derived);
    if (!bases)
        return exc_pending() ? -1 : 0;
    int result = 0;
    for (int64_t i = 0; i < as_tuple(bases)->length && result == 0; i++)
        result = abstract_issubclass(as_tuple(bases)->items[i], cls);
    value_release(bases);
    return result;
}

/* 1: v can serve as a class; 0 and -1 as abstract_bases. */
static int is_abstract_class(Value v)
{
    Value bases = abstract_bases(v);
    value_release_null(bases);
    return bases ? 1 : exc_pending() ? -1 : 0;
}

int value_issubclass_by_bases(Value derived, Value cls)
{
    int status = is_abstract_class(derived);
    if (status <= 0)
        return status < 0 ? -1 : raise_error_int(&exc_TypeError, "issubclass() arg 1 must be a class");
    if (!value_is_type(cls) && (status = is_abstract_class(cls)) <= 0)
        return status < 0 ? -1 : raise_error_int(&exc_TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return abstract_issubclass(derived, cls);
}

static int isinstance_by_bases(Value v, Value cls)
{
    int status = is_abstract_class(cls);
    if (status <= 0)
        return status < 0 ? -1 : raise_error_int(&exc_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    Value own;
    int found = value_lookup_attr(v, name___class__, &own);
    if (found <= 0)
        return found;
    int result = abstract_issubclass(own, cls);
    value_release(own);
    return result;
}

int value_isinstance(Value v, Value type_or_tuple)
{
    if (value_of(type_of(v)) == type_or_tuple)
        return 1;
    if (value_is_heap_exactly(type_or_tuple, &type_type))
        return type_default_instancecheck(as_type(type_or_tuple), v);
    if (value_is_tuple(type_or_tuple))
        return check_tuple(value_isinstance, v, type_or_tuple, " in __instancecheck__");
    bool found;
    int result = check_hook(type_or_tuple, name___instancecheck__, v, &found);
    if (found)
        return result;
    return isinstance_by_bases(v, type_or_tuple);
}

int value_issubclass(Value v, Value type_or_tuple)
{
    if (value_is_heap_exactly(type_or_tuple, &type_type) && value_is_type(v))
        return type_is_subtype(as_type(v), as_type(type_or_tuple));
    if (value_is_tuple(type_or_tuple))
        return check_tuple(value_issubclass, v, type_or_tuple, " in __subclasscheck__");
    bool found;
    int result = check_hook(type_or_tuple, name___subclasscheck__, v, &found);
    if (found)
        return result;
    return value_issubclass_by_bases(v, type_or_tuple);
}
