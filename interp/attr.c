/* attr.c: see attr.h. */
#include "attr.h"

#include "abstract.h"
#include "exceptions.h"
#include "mem.h"
#include "names.h"
#include "type.h"
#include "types/dict.h"
#include "types/method.h"
#include "types/str.h"

/* ---- errors ---- */

Value attr_raise(Value v, Str *name, Value message_steal)
{
    if (!message_steal)
        return VALUE_NULL;
    Value exception = exc_new(&exc_AttributeError, &message_steal, 1);
    value_release(message_steal);
    if (!exception)
        return VALUE_NULL;
    ExceptionObject *e = (ExceptionObject *)value_object(exception);
    value_set_steal(&e->fields[0], value_retain(value_of(name)));
    value_set_steal(&e->fields[1], value_retain(v));
    raise_object_steal(exception);
    return VALUE_NULL;
}

Value attr_raise_missing(Value v, Str *name)
{
    if (value_is_type(v))
        return attr_raise(v, name, str_printf("type object '%.50s' has no attribute '%Y'", as_type(v)->name, name));
    return attr_raise(v, name, str_printf("'%.50s' object has no attribute '%Y'", type_of(v)->name, name));
}

/* ---- instance attributes ---- */

static Str *interned_name(Str *name) /* new reference */
{
    Value slot = value_retain(value_of(name));
    if (!name->interned)
        str_intern_in_place(&slot);
    return (Str *)value_object(slot);
}

/* Leave the shape tree: the attributes move to a dict. */
static int attrs_to_dict(Object *object, Attrs *attrs)
{
    if (attrs->shape == NULL && attrs->dict != NULL)
        return 0;
    Value dict = dict_new();
    if (!dict)
        return -1;
    Shape *shape = attrs->shape;
    for (uint32_t i = 0; shape && i < shape->count; i++)
        if (attrs->slots[i] && dict_set_str(as_dict(dict), shape->keys[i], attrs->slots[i]) < 0) {
            value_release(dict);
            return -1;
        }
    attrs_release(object, attrs);
    attrs->shape = NULL;
    attrs->dict = as_dict(dict);
    return 0;
}

Value attr_instance_get(Object *object, Str *name)
{
    Attrs *attrs = object_attrs(object);
    if (likely(attrs->shape != NULL)) {
        int i = shape_index(attrs->shape, name);
        return i >= 0 ? attrs->slots[i] : VALUE_NULL;
    }
    return attrs->dict ? dict_get_str(attrs->dict, name) : VALUE_NULL;
}

static int add_slot(Object *object, Attrs *attrs, Str *name, Value value)
{
    Str *interned = interned_name(name);
    Shape *shape = shape_with(attrs->shape, interned);
    object_release(interned);
    if (shape == NULL) {
        if (exc_pending() || attrs_to_dict(object, attrs) < 0)
            return -1;
        return dict_set_str(attrs->dict, name, value) < 0 ? -1 : 1;
    }
    if (attrs_reserve(object, attrs, shape->count) < 0)
        return -1;
    attrs->slots[shape->count - 1] = value_retain(value);
    attrs->shape = shape;
    return 1;
}

static int delete_slot(Object *object, Attrs *attrs, uint32_t i, Str *name)
{
    if (attrs->slots[i] == VALUE_NULL)
        return 0;
    if (i + 1 == attrs->shape->count) {
        Value old = attrs->slots[i];
        attrs->shape = attrs->shape->parent;
        value_release(old);
        return 1;
    }
    /* A name set again after deletion comes last: only a dict keeps that order. */
    return attrs_to_dict(object, attrs) < 0 ? -1 : dict_delete_str(attrs->dict, name);
}

int attr_instance_set(Object *object, Str *name, Value value)
{
    Attrs *attrs = object_attrs(object);
    if (attrs->shape == NULL) {
        if (attrs->dict == NULL && attrs_to_dict(object, attrs) < 0)
            return -1;
        if (value)
            return dict_set_str(attrs->dict, name, value) < 0 ? -1 : 1;
        return dict_delete_str(attrs->dict, name);
    }
    int i = shape_index(attrs->shape, name);
    if (i < 0)
        return value ? add_slot(object, attrs, name, value) : 0;
    if (!value)
        return delete_slot(object, attrs, (uint32_t)i, name);
    value_set_steal(&attrs->slots[i], value_retain(value));
    return 1;
}

Value instance_dict(Value v)
{
    Object *object = value_object(v);
    Attrs *attrs = object_attrs(object);
    return attrs_to_dict(object, attrs) < 0 ? VALUE_NULL : value_of(attrs->dict);
}

Value instance_dict_copy(Value v)
{
    Attrs *attrs = object_attrs(value_object(v));
    if (attrs->shape == NULL)
        return attrs->dict ? dict_copy(attrs->dict) : dict_new();
    Value dict = dict_new();
    for (uint32_t i = 0; dict && i < attrs->shape->count; i++)
        if (attrs->slots[i] && dict_set_str(as_dict(dict), attrs->shape->keys[i], attrs->slots[i]) < 0)
            value_clear(&dict);
    return dict;
}

int instance_set_dict(Value v, Value dict)
{
    if (dict && !value_is_dict(dict))
        return raise_error_int(&exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'", dict);
    if (instance_dict(v) == VALUE_NULL || (dict = dict ? value_retain(dict) : dict_new()) == VALUE_NULL)
        return -1;
    Attrs *attrs = object_attrs(value_object(v));
    Dict *old = attrs->dict;
    attrs->dict = as_dict(dict);
    object_release(old);
    return 0;
}

/* ---- generic access ---- */

/* 1 found, 0 absent and nothing pending, -1. `own` is asked instead of Attrs when the object keeps a dict. */
static int lookup_with(Value v, Str *name, bool has_own, Dict *own, Value *out)
{
    Type *type = type_of(v);
    Value descriptor = type_lookup(type, name);
    Type *descriptor_type = NULL;
    if (descriptor) {
        descriptor_type = type_of(descriptor);
        if (descriptor_type->flags & TYPE_DESCRIPTOR_DATA && descriptor_type->descr_get) {
            value_retain(descriptor);
            *out = descriptor_type->descr_get(descriptor, v, type);
            value_release(descriptor);
            return *out ? 1 : -1;
        }
    }
    /* Keys of a dict that are no strings may run code when compared, which may delete the descriptor. */
    bool guarded = descriptor && (has_own ? own != NULL : type->attrs_offset && object_attrs(value_object(v))->dict != NULL);
    if (unlikely(guarded))
        value_retain(descriptor);
    Value found = has_own ? (own ? dict_get_str(own, name) : VALUE_NULL)
                          : type->attrs_offset ? attr_instance_get(value_object(v), name) : VALUE_NULL;
    if (found) {
        *out = value_retain(found);
        if (unlikely(guarded))
            value_release(descriptor);
        return 1;
    }
    if (!descriptor)
        return 0;
    if (!guarded)
        value_retain(descriptor);
    if (descriptor_type->descr_get == NULL) {
        *out = descriptor;
        return 1;
    }
    *out = descriptor_type->descr_get(descriptor, v, type);
    value_release(descriptor);
    return *out ? 1 : -1;
}

static int absent_is_no_error(int found, Value *out)
{
    if (found >= 0)
        return found;
    *out = VALUE_NULL;
    return exc_clear_if(&exc_AttributeError) ? 0 : -1;
}

int attr_generic_lookup(Value v, Str *name, Value *out)
{
    return absent_is_no_error(lookup_with(v, name, false, NULL, out), out);
}

Value attr_generic_get(Value v, Str *name)
{
    Value out;
    int found = lookup_with(v, name, false, NULL, &out);
    return found > 0 ? out : found < 0 ? VALUE_NULL : attr_raise_missing(v, name);
}

int attr_lookup_with_dict(Value v, Str *name, Dict *own, Value *out)
{
    return absent_is_no_error(lookup_with(v, name, true, own, out), out);
}

Value attr_get_with_dict(Value v, Str *name, Dict *own)
{
    Value out;
    int found = lookup_with(v, name, true, own, &out);
    return found > 0 ? out : found < 0 ? VALUE_NULL : attr_raise_missing(v, name);
}

/* A data descriptor of the type takes the assignment: 1 done, -1 exception; 0 none there, *descriptor the class attribute. */
static int set_by_descriptor(Value v, Str *name, Value value, Value *descriptor)
{
    *descriptor = type_lookup(type_of(v), name);
    if (!*descriptor || type_of(*descriptor)->descr_set == NULL)
        return 0;
    Value held = value_retain(*descriptor);
    int result = type_of(held)->descr_set(held, v, value);
    value_release(held);
    return result < 0 ? -1 : 1;
}

/* Setting and deleting leave the error without the name and the object, as CPython does: nothing is suggested. */
static void raise_unset(Value v, Str *name)
{
    if (value_is_type(v))
        raise_error(&exc_AttributeError, "type object '%.50s' has no attribute '%Y'", as_type(v)->name, name);
    else
        raise_error(&exc_AttributeError, "'%.50s' object has no attribute '%Y'", type_of(v)->name, name);
}

int attr_generic_set(Value v, Str *name, Value value)
{
    Value descriptor;
    int done = set_by_descriptor(v, name, value, &descriptor);
    if (done)
        return done < 0 ? -1 : 0;
    Type *type = type_of(v);
    if (type->attrs_offset) {
        done = attr_instance_set(value_object(v), name, value);
        if (done)
            return done < 0 ? -1 : 0;
        raise_unset(v, name);
    } else if (descriptor) {
        raise_error(&exc_AttributeError, "'%.50s' object attribute '%Y' is read-only", type->name, name);
    } else {
        raise_unset(v, name);
    }
    return -1;
}

int attr_set_with_dict(Value v, Str *name, Value value, Value *own)
{
    Value descriptor;
    int done = set_by_descriptor(v, name, value, &descriptor);
    if (done)
        return done < 0 ? -1 : 0;
    if (*own == VALUE_NULL) {
        if (!value) {
            raise_unset(v, name);
            return -1;
        }
        if ((*own = dict_new()) == VALUE_NULL)
            return -1;
    }
    if (value)
        return dict_set_str(as_dict(*own), name, value);
    done = dict_delete_str(as_dict(*own), name);
    if (done == 0)
        raise_unset(v, name);
    return done > 0 ? 0 : -1;
}

/* An AttributeError that comes out of looking up `name` in v, whoever raised it, says so, unless it says something already. */
static Value name_error(Value v, Str *name)
{
    if (exc_matches(&exc_AttributeError)) {
        Value exception = exc_take();
        ExceptionObject *e = (ExceptionObject *)value_object(exception);
        if (!e->fields[0] && !e->fields[1]) {
            e->fields[0] = value_retain(value_of(name));
            e->fields[1] = value_retain(v);
        }
        exc_restore_steal(exception);
    }
    return VALUE_NULL;
}

Value value_getattr(Value v, Str *name)
{
    Type *type = type_of(v);
    Value found = type->getattr ? type->getattr(v, name) : attr_generic_get(v, name);
    return likely(found) ? found : name_error(v, name);
}

int value_lookup_attr(Value v, Str *name, Value *out)
{
    Type *type = type_of(v);
    if (type->getattr == NULL || type->getattr == attr_generic_get)
        return attr_generic_lookup(v, name, out);
    *out = type->getattr(v, name);
    return absent_is_no_error(*out ? 1 : -1, out);
}

int value_setattr(Value v, Str *name, Value value)
{
    Type *type = type_of(v);
    return type->setattr ? type->setattr(v, name, value) : attr_generic_set(v, name, value);
}

int value_delattr(Value v, Str *name)
{
    return value_setattr(v, name, VALUE_NULL);
}
