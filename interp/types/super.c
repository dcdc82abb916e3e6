/* super.c: super objects: attribute lookup that starts behind a class in the MRO of an instance's type. */
#include "attr.h"
#include "cell.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "method.h"
#include "names.h"
#include "str.h"
#include "tuple.h"
#include "type.h"
#include "xframe.h"

typedef struct Super {
    Object head;
    Type *type;    /* owned; where the search starts. NULL: not initialized */
    Value self;    /* instance or class; VALUE_NULL: unbound */
    Type *mro_of;  /* owned; whose MRO is searched; NULL: unbound */
} Super;

static Super *as_super(Value v) { return (Super *)value_object(v); }

/* The class whose MRO applies to super(type, self): self itself when it is a subclass of type, else its class, else what a proxy calls its class.
 * New reference, or NULL. */
static Type *check_self(Type *type, Value self)
{
    if (value_is_type(self) && type_is_subtype(as_type(self), type))
        return as_type(value_retain(self));
    if (type_is_subtype(type_of(self), type))
        return as_type(value_retain(value_of(type_of(self))));
    Value class;
    if (value_lookup_attr(self, name___class__, &class) < 0)
        return NULL;
    if (class && value_is_type(class) && type_is_subtype(as_type(class), type))
        return as_type(class);
    value_release_null(class);
    raise_error(&exc_TypeError, "super(type, obj): obj must be an instance or subtype of type");
    return NULL;
}

/* super() in a method: the class comes from the __class__ cell, self is the first argument. */
static int from_caller(Value *type, Value *self)
{
    ExecFrame *xf = thread_current->current;
    if (xf == NULL)
        return raise_error_int(&exc_RuntimeError, "super(): no current frame");
    Code *code = xframe_code(xf);
    if (code->argcount == 0)
        return raise_error_int(&exc_RuntimeError, "super(): no arguments");
    Value first = xframe_locals(xf)[0];
    if (first && code_cell_of_local(code, 0) >= 0 && value_is_heap_exactly(first, &type_cell))
        first = as_cell(first)->value;
    if (!first)
        return raise_error_int(&exc_RuntimeError, "super(): arg[0] deleted");
    for (int64_t i = 0; code->freevars && i < code->freevars->length; i++) {
        if ((Str *)value_object(code->freevars->items[i]) != name___class__)
            continue;
        Value class = as_cell(as_tuple(xf->func->closure)->items[i])->value;
        if (!class)
            return raise_error_int(&exc_RuntimeError, "super(): empty __class__ cell");
        if (!value_is_type(class))
            return raise_error_int(&exc_RuntimeError, "super(): __class__ is not a type (%T)", class);
        *type = class;
        *self = first;
        return 0;
    }
    return raise_error_int(&exc_RuntimeError, "super(): __class__ cell not found");
}

static Value super_make(Type *cls, Type *type, Value self)
{
    Type *mro_of = NULL;
    if (self && (mro_of = check_self(type, self)) == NULL)
        return VALUE_NULL;
    Super *s = object_alloc(cls, sizeof *s);
    if (s == NULL) {
        object_release_null(mro_of);
        return VALUE_NULL;
    }
    if (type)
        object_retain(type);
    s->type = type;
    s->self = value_retain_null(self);
    s->mro_of = mro_of;
    gc_track(s);
    return value_of(s);
}

static Value super_new(Type *cls, const Value *args, int nargs, Value kwnames)
{
    if (!native_no_keywords("super", kwnames))
        return VALUE_NULL;
    if (nargs > 2)
        return raise_error(&exc_TypeError, "super() expected at most 2 arguments, got %d", nargs);
    Value type = VALUE_NULL, self = VALUE_NULL;
    if (nargs == 0) {
        if (from_caller(&type, &self) < 0)
            return VALUE_NULL;
    } else {
        type = args[0];
        if (!value_is_type(type))
            return raise_error(&exc_TypeError, "super() argument 1 must be a type, not %T", type);
        if (nargs == 2)
            self = args[1];
    }
    return super_make(cls, as_type(type), self == VALUE_NONE ? VALUE_NULL : self); /* None: unbound */
}

static void super_dealloc(Object *object)
{
    Super *s = (Super *)object;
    gc_untrack(object);
    object_release_null(s->type);
    value_release_null(s->self);
    object_release_null(s->mro_of);
    object_free(object, sizeof *s);
}

static void super_traverse(Object *object, VisitFn visit, void *context)
{
    Super *s = (Super *)object;
    visit(value_of(s->type), context);
    visit(s->self, context);
    visit(value_of(s->mro_of), context);
}

static Value super_repr(Value v)
{
    Super *s = as_super(v);
    const char *type_name = s->type ? s->type->name : "NULL";
    if (s->mro_of)
        return str_printf("<super: <class '%s'>, <%s object>>", type_name, s->mro_of->name);
    return str_printf("<super: <class '%s'>, NULL>", type_name);
}

Value super_lookup(const Type *start, const Type *mro_of, Str *name)
{
    const Tuple *mro = mro_of->mro;
    int64_t i = 0;
    while (i < mro->length && as_type(mro->items[i]) != start)
        i++;
    for (i++; i < mro->length; i++) {
        Dict *dict = as_type(mro->items[i])->dict;
        Value found = dict ? dict_get_str(dict, name) : VALUE_NULL;
        if (found)
            return found;
    }
    return VALUE_NULL;
}

static Value super_getattr(Value v, Str *name)
{
    Super *s = as_super(v);
    if (s->mro_of == NULL || name == name___class__)
        return attr_generic_get(v, name);
    Value found = super_lookup(s->type, s->mro_of, name);
    if (!found)
        return attr_generic_get(v, name);
    Value (*get)(Value, Value, Type *) = type_of(found)->descr_get;
    if (get == NULL)
        return value_retain(found);
    value_retain(found);
    Value result = get(found, s->self == value_of(s->mro_of) ? VALUE_NULL : s->self, s->mro_of);
    value_release(found);
    return result;
}

static Value super_descr_get(Value v, Value instance, Type *owner)
{
    (void)owner;
    Super *s = as_super(v);
    if (!instance || s->self)
        return value_retain(v);
    return super_make(type_of(v), s->type, instance);
}

static Value get_thisclass(Value v) { return as_super(v)->type ? value_retain(value_of(as_super(v)->type)) : VALUE_NONE; }
static Value get_self(Value v) { return as_super(v)->self ? value_retain(as_super(v)->self) : VALUE_NONE; }
static Value get_self_class(Value v) { return as_super(v)->mro_of ? value_retain(value_of(as_super(v)->mro_of)) : VALUE_NONE; }

static const GetSetDef super_getsets[] = {
    {"__thisclass__", get_thisclass, attr_readonly},
    {"__self__", get_self, attr_readonly},
    {"__self_class__", get_self_class, attr_readonly},
    {NULL, NULL, NULL},
};

static int super_init(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return 0; /* all done by super_new */
}

Type type_super = {
    .head = OBJECT_STATIC(&type_type),
    .name = "super",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE,
    .size = sizeof(Super),
    .new = super_new,
    .init = super_init,
    .dealloc = super_dealloc,
    .traverse = super_traverse,
    .repr = super_repr,
    .getattr = super_getattr,
    .descr_get = super_descr_get,
    .getsets = super_getsets,
};

int super_types_init(void)
{
    return type_ready(&type_super);
}
