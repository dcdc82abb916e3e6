/* slot_calls.c: see slot_calls.h. */
#include "slot_calls.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "names.h"
#include "type.h"
#include "type_slots.h"
#include "types/int.h"
#include "types/method.h"
#include "types/str.h"
#include "types/tuple.h"

static Value call_binary(Value self, Str *name, Value other)
{
    bool found;
    Value result = call_special(self, name, &other, 1, &found);
    return found ? result : VALUE_NOT_IMPLEMENTED;
}

/* The slot is set, so the attribute exists unless it went away just now. */
static Value call_required(Value self, Str *name, const Value *args, int nargs)
{
    bool found;
    Value result = call_special(self, name, args, nargs, &found);
    return found ? result : attr_raise_missing(self, name);
}

/* call_special, where CPython forgets what binding the method raised and goes on as if there were none: *found is false. */
static Value call_bindable(Value self, Str *name, const Value *args, int nargs, bool *found)
{
    Type *type = type_of(self);
    Value method = type_lookup(type, name);
    *found = method != VALUE_NULL;
    if (!method)
        return VALUE_NULL;
    Type *method_type = type_of(method);
    if (method_type->flags & TYPE_METHOD_LIKE || !method_type->descr_get)
        return call_descriptor(method, self, args, nargs);
    Value bound = method_type->descr_get(method, self, type);
    *found = bound != VALUE_NULL;
    if (!bound) {
        exc_clear();
        return VALUE_NULL;
    }
    Value result = call_value(bound, args, nargs, VALUE_NULL);
    value_release(bound);
    return result;
}

static int call_for_effect(Value self, Str *name, const Value *args, int nargs)
{
    Value result = call_required(self, name, args, nargs);
    value_release_null(result);
    return result ? 0 : -1;
}

#define DEFINE(name) \
    Value slot_##name(Value self, Value other) \
    { \
        return call_binary(self, name___##name##__, other); \
    }
SLOT_BINARY_NAMES(DEFINE)
#undef DEFINE

#define DEFINE(name) \
    Value slot_##name(Value self) \
    { \
        return call_required(self, name___##name##__, NULL, 0); \
    }
SLOT_UNARY_NAMES(DEFINE)
#undef DEFINE

Value slot_pow3(Value base, Value exponent, Value modulus)
{
    Value args[] = {exponent, modulus};
    bool found;
    Value result = call_special(base, name___pow__, args, 2, &found);
    return found ? result : VALUE_NOT_IMPLEMENTED;
}

Value slot_repr(Value self)
{
    bool found;
    Value result = call_bindable(self, name___repr__, NULL, 0, &found);
    return found ? result : str_printf("<%T object at %p>", self, (void *)value_object(self));
}

int64_t slot_hash(Value self)
{
    bool found;
    Value result = call_bindable(self, name___hash__, NULL, 0, &found);
    if (!found)
        return slot_hash_refused(self);
    if (!result)
        return -1;
    int64_t hash = -1;
    if (value_is_int(result)) {
        if (!int_fits_int64(result, &hash)) /* a word is taken as it is, so that str.__hash__(self) gives the hash of the str */
            hash = int_hash(result);
        hash = hash == -1 ? -2 : hash;
    } else {
        raise_error(&exc_TypeError, "__hash__ method should return an integer");
    }
    value_release(result);
    return hash;
}

int64_t slot_hash_refused(Value self)
{
    return raise_error_int(&exc_TypeError, "unhashable type: '%T'", self);
}

Value slot_call(Value self, const Value *args, int nargs, Value kwnames)
{
    Type *type = type_of(self);
    Value method = type_lookup(type, name___call__);
    if (!method)
        return raise_error(&exc_TypeError, "'%s' object is not callable", type->name);
    Type *method_type = type_of(method);
    if (method_type->flags & TYPE_METHOD_LIKE) {
        value_retain(method);
        Value result = call_with_first(method, self, args, nargs, kwnames);
        value_release(method);
        return result;
    }
    Value bound = method_type->descr_get ? method_type->descr_get(method, self, type) : value_retain(method);
    if (!bound)
        return VALUE_NULL;
    Value result = call_value(bound, args, nargs, kwnames);
    value_release(bound);
    return result;
}

/* ---- attributes ---- */

/* The wrapper that `method` is, if it wraps a slot of this kind which values such as self have; else NULL: it must be called. */
static SlotWrapper *wrapper_for(Value self, Value method, SlotKind kind)
{
    if (!value_is_heap_exactly(method, &type_slot_wrapper))
        return NULL;
    SlotWrapper *wrapper = (SlotWrapper *)value_object(method);
    return wrapper->row->kind == kind && type_is_subtype(type_of(self), wrapper->owner) ? wrapper : NULL;
}

static Value call_getattribute(Value self, Str *name)
{
    SlotWrapper *wrapper = wrapper_for(self, type_lookup(type_of(self), name___getattribute__), SLOT_GETATTR);
    if (wrapper)
        return wrapper->owner->getattr ? wrapper->owner->getattr(self, name) : attr_generic_get(self, name);
    Value arg = value_of(name);
    return call_required(self, name___getattribute__, &arg, 1);
}

Value slot_getattr(Value self, Str *name)
{
    Type *type = type_of(self);
    Value fallback = type_lookup(type, name___getattr__), result = VALUE_NULL;
    if (fallback && type_lookup(type, name___getattribute__) == type_lookup(&type_object, name___getattribute__)) {
        /* The common case builds no AttributeError that __getattr__ would only throw away. */
        int found = attr_generic_lookup(self, name, &result);
        if (found)
            return found > 0 ? result : VALUE_NULL;
    } else {
        result = call_getattribute(self, name);
        if (result || !fallback || !exc_clear_if(&exc_AttributeError))
            return result;
    }
    Value arg = value_of(name);
    return call_required(self, name___getattr__, &arg, 1);
}

int slot_setattr(Value self, Str *name, Value value)
{
    Str *method_name = value ? name___setattr__ : name___delattr__;
    Value method = type_lookup(type_of(self), method_name);
    SlotWrapper *wrapper = method ? wrapper_for(self, method, value ? SLOT_SETATTR : SLOT_DELATTR) : NULL;
    if (wrapper)
        return wrapper->owner->setattr ? wrapper->owner->setattr(self, name, value) : attr_generic_set(self, name, value);
    Value args[] = {value_of(name), value};
    return call_for_effect(self, method_name, args, value ? 2 : 1);
}

/* ---- comparison, truth ---- */

Value slot_compare(Value a, Value b, CompareOp op)
{
    Str *const names[COMPARE_COUNT] = {name___lt__, name___le__, name___eq__, name___ne__, name___gt__, name___ge__};
    Value method = type_lookup(type_of(a), names[op]);
    if (!method)
        return VALUE_NOT_IMPLEMENTED;
    SlotWrapper *wrapper = wrapper_for(a, method, SLOT_COMPARE);
    if (wrapper)
        return wrapper->owner->compare(a, b, (CompareOp)wrapper->row->op);
    bool found;
    Value result = call_bindable(a, names[op], &b, 1, &found);
    return found ? result : VALUE_NOT_IMPLEMENTED;
}

int slot_truth(Value self)
{
    Value result = call_required(self, name___bool__, NULL, 0);
    if (!result)
        return -1;
    if (value_is_bool(result))
        return result == VALUE_TRUE;
    raise_error(&exc_TypeError, "__bool__ should return bool, returned %T", result);
    value_release(result);
    return -1;
}

/* ---- containers ---- */

Value slot_iter(Value self)
{
    if (type_lookup(type_of(self), name___iter__) == VALUE_NONE)
        return raise_error(&exc_TypeError, "'%T' object is not iterable", self);
    bool found;
    Value result = call_bindable(self, name___iter__, NULL, 0, &found);
    return found ? result : raise_error(&exc_TypeError, "'%T' object is not iterable", self);
}

Value slot_next_raising(Value self) { return call_required(self, name___next__, NULL, 0); }

Value slot_next(Value self)
{
    Value result = slot_next_raising(self);
    if (!result)
        exc_clear_if(&exc_StopIteration);
    return result;
}

int64_t slot_length(Value self)
{
    Value result = call_required(self, name___len__, NULL, 0);
    if (!result)
        return -1;
    Value length = value_index(result);
    value_release(result);
    if (!length)
        return -1;
    int64_t n = -1;
    if (int_sign(length) < 0)
        raise_error(&exc_ValueError, "__len__() should return >= 0");
    else if (!int_fits_int64(length, &n))
        n = raise_error_int(&exc_OverflowError, "cannot fit 'int' into an index-sized integer");
    value_release(length);
    return n;
}

Value slot_getitem(Value self, Value key)
{
    return call_required(self, name___getitem__, &key, 1);
}

int slot_setitem(Value self, Value key, Value value)
{
    Str *name = value ? name___setitem__ : name___delitem__;
    Value args[] = {key, value};
    bool found;
    Value result = call_special(self, name, args, value ? 2 : 1, &found);
    if (!found)
        return value ? raise_error_int(&exc_TypeError, "'%T' object does not support item assignment", self)
                     : raise_error_int(&exc_TypeError, "'%T' object does not support item deletion", self);
    value_release_null(result);
    return result ? 0 : -1;
}

int slot_contains(Value self, Value key)
{
    if (type_lookup(type_of(self), name___contains__) == VALUE_NONE)
        return raise_error_int(&exc_TypeError, "'%T' object is not a container", self);
    Value result = call_required(self, name___contains__, &key, 1);
    if (!result)
        return -1;
    int truth = value_truth(result);
    value_release(result);
    return truth;
}

/* ---- descriptors ---- */

Value slot_descr_get(Value self, Value instance, Type *owner)
{
    Value args[] = {self, instance ? instance : VALUE_NONE, owner ? value_of(owner) : VALUE_NONE};
    Value method = type_lookup(type_of(self), name___get__); /* called as it is: nobody binds it */
    if (!method)
        return attr_raise_missing(self, name___get__);
    value_retain(method);
    Value result = call_value(method, args, 3, VALUE_NULL);
    value_release(method);
    return result;
}

int slot_descr_set(Value self, Value instance, Value value)
{
    Value args[] = {instance, value};
    return value ? call_for_effect(self, name___set__, args, 2) : call_for_effect(self, name___delete__, args, 1);
}

/* ---- life ---- */

int slot_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Type *type = type_of(self);
    Value method = type_lookup(type, name___init__);
    Value result = VALUE_NULL;
    if (!method)
        return 0;
    value_retain(method);
    if (type_of(method)->flags & TYPE_METHOD_LIKE) {
        result = call_with_first(method, self, args, nargs, kwnames);
    } else {
        Type *method_type = type_of(method);
        Value bound = method_type->descr_get ? method_type->descr_get(method, self, type) : value_retain(method);
        result = bound ? call_value(bound, args, nargs, kwnames) : VALUE_NULL;
        value_release_null(bound);
    }
    value_release(method);
    if (!result)
        return -1;
    if (result == VALUE_NONE)
        return 0;
    raise_error(&exc_TypeError, "__init__() should return None, not '%T'", result);
    value_release(result);
    return -1;
}

Value slot_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value function = value_getattr(value_of(type), name___new__);
    if (!function)
        return VALUE_NULL;
    Value result = call_with_first(function, value_of(type), args, nargs, kwnames);
    value_release(function);
    return result;
}

void slot_finalize(Object *self)
{
    Value v = value_of(self);
    Value method = type_lookup(type_of(v), name___del__);
    if (!method)
        return;
    value_retain(method);
    bool found;
    Value result = call_special(v, name___del__, NULL, 0, &found);
    if (!result)
        exc_write_unraisable(method);
    value_release_null(result);
    value_release(method);
}
