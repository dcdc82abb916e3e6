/* descriptor.c: what the dicts of builtin types hold: methods, class methods, computed attributes, and __slots__ members. */
#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "method.h"
#include "names.h"
#include "str.h"
#include "type.h"

/* Every descriptor here begins like this (MemberDescriptor has its name first). */
static Type *owner_of(Value v)
{
    return value_is_heap_exactly(v, &type_member_descriptor) ? ((MemberDescriptor *)value_object(v))->owner : as_native_method(v)->owner;
}

static Value name_of(Value v)
{
    Object *object = value_object(v);
    if (object->type == &type_member_descriptor)
        return value_retain(value_of(((MemberDescriptor *)object)->name));
    if (object->type == &type_getset_descriptor || object->type == &type_computed_member)
        return str_from_cstr(((GetSetDescriptor *)object)->def->name);
    return str_from_cstr(((NativeMethod *)object)->def->name);
}

static Value get_owner(Value v) { return value_retain(value_of(owner_of(v))); }
static Value get_name(Value v) { return name_of(v); }
static Value get_doc(Value v) { (void)v; return VALUE_NONE; }

static Value get_qualname(Value v)
{
    Value type_name = type_qualname_value(owner_of(v)), name = name_of(v);
    Value result = type_name && name ? str_printf("%S.%S", type_name, name) : VALUE_NULL;
    value_release_null(type_name);
    value_release_null(name);
    return result;
}

static const GetSetDef descriptor_getsets[] = {
    {"__objclass__", get_owner, attr_readonly},
    {"__name__", get_name, attr_readonly},
    {"__qualname__", get_qualname, NULL},
    {"__doc__", get_doc, NULL},
    {NULL, NULL, NULL},
};

static const GetSetDef method_getsets[] = {
    {"__objclass__", get_owner, attr_readonly},
    {"__name__", get_name, attr_readonly},
    {"__qualname__", get_qualname, NULL},
    {"__doc__", get_doc, NULL},
    {"__text_signature__", native_text_signature, NULL},
    {NULL, NULL, NULL},
};

static void free_native_method(Object *self)
{
    object_free(self, sizeof(NativeMethod));
}

static int refuse_instance(Value descriptor, Value instance)
{
    Value name = name_of(descriptor);
    if (name)
        raise_error(&exc_TypeError, "descriptor %V for '%s' objects doesn't apply to a '%T' object", name, owner_of(descriptor)->name, instance);
    value_release_null(name);
    return -1;
}

/* ---- methods ---- */

Value native_method_new(const NativeDef *def, Type *owner)
{
    NativeMethod *method = object_alloc(def->flags & NATIVE_CLASS ? &type_native_class_method : &type_native_method, sizeof *method);
    if (method == NULL)
        return VALUE_NULL;
    method->def = def;
    method->owner = owner;
    return value_of(method);
}

static Value native_method_call(Value v, const Value *args, int nargs, Value kwnames)
{
    NativeMethod *m = as_native_method(v);
    if (nargs < 1)
        return raise_error(&exc_TypeError, "unbound method %s.%s() needs an argument", m->owner->name, m->def->name);
    if (!value_is_instance_of(args[0], m->owner)) {
        refuse_instance(v, args[0]);
        return VALUE_NULL;
    }
    return native_call(m->def, args[0], args + 1, nargs - 1, kwnames, false);
}

static Value native_method_descr_get(Value v, Value instance, Type *owner)
{
    (void)owner;
    NativeMethod *m = as_native_method(v);
    if (!instance)
        return value_retain(v);
    if (!value_is_instance_of(instance, m->owner)) {
        refuse_instance(v, instance);
        return VALUE_NULL;
    }
    return native_function_new(m->def, instance, NULL);
}

static Value native_method_repr(Value v)
{
    return str_printf("<method '%s' of '%s' objects>", as_native_method(v)->def->name, as_native_method(v)->owner->name);
}

Type type_native_method = {
    .head = OBJECT_STATIC(&type_type),
    .name = "method_descriptor",
    .flags = TYPE_METHOD_LIKE,
    .size = sizeof(NativeMethod),
    .dealloc = free_native_method,
    .repr = native_method_repr,
    .call = native_method_call,
    .descr_get = native_method_descr_get,
    .getsets = method_getsets,
};

/* ---- class methods ---- */

static Value class_method_call(Value v, const Value *args, int nargs, Value kwnames)
{
    NativeMethod *m = as_native_method(v);
    if (nargs < 1)
        return raise_error(&exc_TypeError, "descriptor '%s' of '%s' object needs an argument", m->def->name, m->owner->name);
    if (!value_is_type(args[0]))
        return raise_error(&exc_TypeError, "descriptor '%s' requires a type but received a '%T' instance", m->def->name, args[0]);
    return native_call(m->def, args[0], args + 1, nargs - 1, kwnames, true);
}

static Value class_method_descr_get(Value v, Value instance, Type *owner)
{
    if (owner == NULL)
        owner = type_of(instance);
    if (!type_is_subtype(owner, as_native_method(v)->owner))
        return raise_error(&exc_TypeError, "descriptor '%s' requires a subtype of '%s' but received '%s'", as_native_method(v)->def->name,
                           as_native_method(v)->owner->name, owner->name);
    return native_function_new(as_native_method(v)->def, value_of(owner), NULL);
}

Type type_native_class_method = {
    .head = OBJECT_STATIC(&type_type),
    .name = "classmethod_descriptor",
    .size = sizeof(NativeMethod),
    .dealloc = free_native_method,
    .repr = native_method_repr,
    .call = class_method_call,
    .descr_get = class_method_descr_get,
    .getsets = method_getsets,
};

/* ---- computed attributes ---- */

Value getset_descriptor_new(const GetSetDef *def, Type *owner, bool member)
{
    GetSetDescriptor *descriptor = object_alloc(member ? &type_computed_member : &type_getset_descriptor, sizeof *descriptor);
    if (descriptor == NULL)
        return VALUE_NULL;
    descriptor->def = def;
    descriptor->owner = owner;
    return value_of(descriptor);
}

static Value getset_descr_get(Value v, Value instance, Type *owner)
{
    (void)owner;
    GetSetDescriptor *d = (GetSetDescriptor *)value_object(v);
    if (!instance)
        return value_retain(v);
    if (!value_is_instance_of(instance, d->owner)) {
        refuse_instance(v, instance);
        return VALUE_NULL;
    }
    return d->def->get(instance);
}

static int getset_descr_set(Value v, Value instance, Value value)
{
    GetSetDescriptor *d = (GetSetDescriptor *)value_object(v);
    if (!value_is_instance_of(instance, d->owner))
        return refuse_instance(v, instance);
    if (d->def->set)
        return d->def->set(instance, value);
    return raise_error_int(&exc_AttributeError, "attribute '%s' of '%s' objects is not writable", d->def->name, d->owner->name);
}

int attr_readonly(Value self, Value value)
{
    (void)self, (void)value;
    return raise_error_int(&exc_AttributeError, "readonly attribute");
}

static Value getset_repr(Value v)
{
    GetSetDescriptor *d = (GetSetDescriptor *)value_object(v);
    return str_printf("<attribute '%s' of '%s' objects>", d->def->name, d->owner->name);
}

Type type_getset_descriptor = {
    .head = OBJECT_STATIC(&type_type),
    .name = "getset_descriptor",
    .size = sizeof(GetSetDescriptor),
    .dealloc = free_native_method,
    .repr = getset_repr,
    .descr_get = getset_descr_get,
    .descr_set = getset_descr_set,
    .getsets = descriptor_getsets,
};

_Static_assert(sizeof(GetSetDescriptor) == sizeof(NativeMethod), "freed alike");

static Value computed_member_repr(Value v)
{
    GetSetDescriptor *d = (GetSetDescriptor *)value_object(v);
    return str_printf("<member '%s' of '%s' objects>", d->def->name, d->owner->name);
}

/* What CPython reads from a field of the object, and calls by the name of what __slots__ makes: to programs one of that type. */
Type type_computed_member = {
    .head = OBJECT_STATIC(&type_type),
    .name = "member_descriptor",
    .base = &type_member_descriptor,
    .size = sizeof(GetSetDescriptor),
    .dealloc = free_native_method,
    .repr = computed_member_repr,
    .descr_get = getset_descr_get,
    .descr_set = getset_descr_set,
    .getsets = descriptor_getsets,
};

/* ---- __slots__ ---- */

Value member_descriptor_new(Str *name, Type *owner, int32_t offset)
{
    MemberDescriptor *member = object_alloc(&type_member_descriptor, sizeof *member);
    if (member == NULL)
        return VALUE_NULL;
    object_retain(name);
    member->name = name;
    member->owner = owner;
    member->offset = offset;
    return value_of(member);
}

static void member_dealloc(Object *self)
{
    object_release(((MemberDescriptor *)self)->name);
    object_free(self, sizeof(MemberDescriptor));
}

static Value *member_slot(Value v, Value instance)
{
    MemberDescriptor *m = (MemberDescriptor *)value_object(v);
    if (!value_is_instance_of(instance, m->owner)) {
        refuse_instance(v, instance);
        return NULL;
    }
    return (Value *)((char *)value_object(instance) + m->offset);
}

static Value member_descr_get(Value v, Value instance, Type *owner)
{
    (void)owner;
    if (!instance)
        return value_retain(v);
    Value *slot = member_slot(v, instance);
    if (slot == NULL)
        return VALUE_NULL;
    return *slot ? value_retain(*slot) : attr_raise_missing(instance, ((MemberDescriptor *)value_object(v))->name);
}

static int member_descr_set(Value v, Value instance, Value value)
{
    Value *slot = member_slot(v, instance);
    if (slot == NULL)
        return -1;
    if (!value && !*slot)
        return raise_error_int(&exc_AttributeError, "%Y", ((MemberDescriptor *)value_object(v))->name);
    value_set_steal(slot, value_retain_null(value));
    return 0;
}

static Value member_repr(Value v)
{
    MemberDescriptor *m = (MemberDescriptor *)value_object(v);
    return str_printf("<member '%Y' of '%s' objects>", m->name, m->owner->name);
}

Type type_member_descriptor = {
    .head = OBJECT_STATIC(&type_type),
    .name = "member_descriptor",
    .size = sizeof(MemberDescriptor),
    .dealloc = member_dealloc,
    .repr = member_repr,
    .descr_get = member_descr_get,
    .descr_set = member_descr_set,
    .getsets = descriptor_getsets,
};
