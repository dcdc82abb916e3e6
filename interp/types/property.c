/* property.c: property. */
#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "method.h"
#include "names.h"
#include "str.h"
#include "type.h"

typedef struct Property {
    Object head;
    Value get, set, del, doc; /* VALUE_NULL: None */
    Value name;               /* str from __set_name__, or VALUE_NULL */
    bool doc_from_getter;
} Property;

static Property *as_property(Value v) { return (Property *)value_object(v); }
Value property_getter(Value property) { return as_property(property)->get; }
static Value none_to_null(Value v) { return v == VALUE_NONE ? VALUE_NULL : v; }
static Value null_to_none(Value v) { return v ? value_retain(v) : VALUE_NONE; }

static Value property_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Property *p = object_alloc(type, sizeof *p);
    if (p == NULL)
        return VALUE_NULL;
    p->get = p->set = p->del = p->doc = p->name = VALUE_NULL;
    p->doc_from_getter = false;
    gc_track(p);
    return value_of(p);
}

static int property_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Property *p = as_property(self);
    Value bound[4];
    if (!native_bind("property(fget=, fset=, fdel=, doc=)", args, nargs, kwnames, bound))
        return -1;
    value_set_steal(&p->get, value_retain_null(none_to_null(bound[0])));
    value_set_steal(&p->set, value_retain_null(none_to_null(bound[1])));
    value_set_steal(&p->del, value_retain_null(none_to_null(bound[2])));
    value_set_steal(&p->doc, value_retain_null(none_to_null(bound[3])));
    p->doc_from_getter = false;
    if (p->doc || !p->get)
        return 0;
    Value doc;
    int found = value_lookup_attr(p->get, name___doc__, &doc);
    if (found <= 0)
        return found;
    p->doc_from_getter = true;
    if (type_of(self) == &type_property) {
        value_set_steal(&p->doc, doc);
        return 0;
    }
    /* A subclass has a __doc__ of its own in the class: the instance attribute must win. */
    found = value_setattr(self, name___doc__, doc);
    value_release(doc);
    return found;
}

static void property_dealloc(Object *self)
{
    Property *p = (Property *)self;
    gc_untrack(self);
    value_release_null(p->get);
    value_release_null(p->set);
    value_release_null(p->del);
    value_release_null(p->doc);
    value_release_null(p->name);
    object_free(self, sizeof *p);
}

static void property_traverse(Object *self, VisitFn visit, void *context)
{
    Property *p = (Property *)self;
    visit(p->get, context);
    visit(p->set, context);
    visit(p->del, context);
    visit(p->doc, context);
}

static void property_clear(Object *self)
{
    Property *p = (Property *)self;
    value_clear(&p->get);
    value_clear(&p->set);
    value_clear(&p->del);
    value_clear(&p->doc);
}

static void raise_lacking(Property *p, Value instance, const char *what)
{
    Value type_name = type_qualname_value(type_of(instance));
    if (!type_name)
        return;
    if (p->name)
        raise_error(&exc_AttributeError, "property %V of %V object has no %s", p->name, type_name, what);
    else
        raise_error(&exc_AttributeError, "property of %V object has no %s", type_name, what);
    value_release(type_name);
}

static Value property_descr_get(Value self, Value instance, Type *owner)
{
    (void)owner;
    Property *p = as_property(self);
    if (!instance)
        return value_retain(self);
    if (unlikely(!p->get)) {
        raise_lacking(p, instance, "getter");
        return VALUE_NULL;
    }
    return call_value(p->get, &instance, 1, VALUE_NULL);
}

static int property_descr_set(Value self, Value instance, Value value)
{
    Property *p = as_property(self);
    Value function = value ? p->set : p->del;
    if (!function) {
        raise_lacking(p, instance, value ? "setter" : "deleter");
        return -1;
    }
    Value args[] = {instance, value};
    Value result = call_value(function, args, value ? 2 : 1, VALUE_NULL);
    value_release_null(result);
    return result ? 0 : -1;
}

/* type(self)(get, set, del, doc) with one of them replaced. */
static Value property_copy(Value self, Value get, Value set, Value del)
{
    Property *p = as_property(self);
    Value args[] = {get ? get : p->get, set ? set : p->set, del ? del : p->del, p->doc};
    if (p->doc_from_getter && args[0] && args[0] != VALUE_NONE)
        args[3] = VALUE_NONE; /* from the new getter again */
    for (int i = 0; i < 4; i++)
        if (!args[i])
            args[i] = VALUE_NONE;
    Value copy = call_value(value_of(type_of(self)), args, 4, VALUE_NULL);
    if (copy && p->name && value_has_type_flag(copy, TYPE_DESCRIPTOR_DATA) && type_is_subtype(type_of(copy), &type_property))
        value_set_steal(&as_property(copy)->name, value_retain(p->name));
    return copy;
}

static Value method_getter(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return property_copy(self, args[0], VALUE_NULL, VALUE_NULL);
}

static Value method_setter(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return property_copy(self, VALUE_NULL, args[0], VALUE_NULL);
}

static Value method_deleter(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return property_copy(self, VALUE_NULL, VALUE_NULL, args[0]);
}

static Value method_set_name(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    if (nargs != 2)
        return raise_error(&exc_TypeError, "__set_name__() takes 2 positional arguments but %d were given", nargs);
    value_set_steal(&as_property(self)->name, value_retain(args[1]));
    return VALUE_NONE;
}

static Value get_fget(Value self) { return null_to_none(as_property(self)->get); }
static Value get_fset(Value self) { return null_to_none(as_property(self)->set); }
static Value get_fdel(Value self) { return null_to_none(as_property(self)->del); }
static Value get_doc(Value self) { return null_to_none(as_property(self)->doc); }

static int set_doc(Value self, Value value)
{
    value_set_steal(&as_property(self)->doc, value_retain_null(none_to_null(value)));
    return 0;
}

static Value get_is_abstract(Value self)
{
    Property *p = as_property(self);
    Value functions[] = {p->get, p->set, p->del};
    for (int i = 0; i < 3; i++) {
        Value flag;
        if (!functions[i])
            continue;
        int found = value_lookup_attr(functions[i], name___isabstractmethod__, &flag);
        if (found < 0)
            return VALUE_NULL;
        int truth = found ? value_truth(flag) : 0;
        if (found)
            value_release(flag);
        if (truth)
            return truth < 0 ? VALUE_NULL : VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static const NativeDef property_methods[] = {
    {"getter", method_getter, 1, 1, 0},
    {"setter", method_setter, 1, 1, 0},
    {"deleter", method_deleter, 1, 1, 0},
    {"__set_name__", method_set_name, 0, -1, 0},
    {NULL, NULL, 0, 0, 0},
};

static const GetSetDef property_getsets[] = {
    {"fget", get_fget, attr_readonly},
    {"fset", get_fset, attr_readonly},
    {"fdel", get_fdel, attr_readonly},
    {"__doc__", get_doc, set_doc},
    {"__isabstractmethod__", get_is_abstract, NULL},
    {NULL, NULL, NULL},
};

Type type_property = {
    .head = OBJECT_STATIC(&type_type),
    .name = "property",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE,
    .size = sizeof(Property),
    .new = property_new,
    .init = property_init,
    .dealloc = property_dealloc,
    .traverse = property_traverse,
    .clear = property_clear,
    .descr_get = property_descr_get,
    .descr_set = property_descr_set,
    .methods = property_methods,
    .getsets = property_getsets,
};

int property_types_init(void)
{
    return type_ready(&type_property);
}
