#include "operator_getters.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "import.h"
#include "list.h"
#include "mem.h"
#include "native.h"
#include "str.h"
#include "str_builder.h"
#include "tuple.h"

/* All three: what they were made with, and what that means. */
typedef struct Getter {
    Object head;
    Value args;     /* tuple as given; methodcaller: without the name */
    Value steps;    /* attrgetter: a tuple of one tuple of interned names per path; methodcaller: the name; itemgetter: VALUE_NULL */
    Value kwvalues; /* methodcaller: tuple of the keyword arguments' values; else VALUE_NULL */
    Value kwnames;  /* methodcaller: their names, VALUE_NULL: none */
} Getter;

static inline Getter *as_getter(Value v) { return (Getter *)value_object(v); }

static Value getter_new_steal(Type *type, Value args, Value steps)
{
    Getter *self = args ? object_alloc(type, type->size) : NULL;
    if (!self) {
        value_release_null(args);
        value_release_null(steps);
        return VALUE_NULL;
    }
    self->args = args;
    self->steps = steps;
    self->kwvalues = self->kwnames = VALUE_NULL;
    gc_track(self);
    return value_of(self);
}

static void getter_dealloc(Object *object)
{
    Getter *self = (Getter *)object;
    gc_untrack(object);
    value_release(self->args);
    value_release_null(self->steps);
    value_release_null(self->kwvalues);
    value_release_null(self->kwnames);
    object_free(object, object->type->size);
}

static void getter_traverse(Object *object, VisitFn visit, void *context)
{
    visit(((Getter *)object)->args, context);
    visit(((Getter *)object)->kwvalues, context);
}

static const char *short_name(Value v)
{
    const char *dot = strrchr(type_of(v)->name, '.');
    return dot ? dot + 1 : type_of(v)->name;
}

static void add_items(StrBuilder *text, Value tuple, bool comma)
{
    for (int64_t i = 0; i < as_tuple(tuple)->length; i++) {
        if (comma || i)
            str_builder_add_cstr(text, ", ");
        str_builder_add_steal(text, value_repr(as_tuple(tuple)->items[i]));
    }
}

static Value getter_repr(Value v)
{
    Getter *self = as_getter(v);
    StrBuilder text;
    str_builder_init(&text);
    str_builder_add_cstr(&text, "operator.");
    str_builder_add_cstr(&text, short_name(v));
    str_builder_add_cstr(&text, "(");
    bool has_name = self->steps && !value_is_tuple(self->steps);
    if (has_name)
        str_builder_add_steal(&text, value_repr(self->steps));
    add_items(&text, self->args, has_name);
    for (int64_t i = 0; self->kwnames && i < as_tuple(self->kwnames)->length; i++) {
        str_builder_add_cstr(&text, ", ");
        str_builder_add_value(&text, as_tuple(self->kwnames)->items[i]);
        str_builder_add_cstr(&text, "=");
        str_builder_add_steal(&text, value_repr(as_tuple(self->kwvalues)->items[i]));
    }
    str_builder_add_cstr(&text, ")");
    return str_builder_finish(&text);
}

/* Called with exactly one argument. */
static bool one_argument(Value v, int nargs, Value kwnames)
{
    return native_no_keywords(short_name(v), kwnames) && (nargs == 1 || native_raise_count(short_name(v), 1, 1, nargs));
}

/* functools.partial(methodcaller, name, **keywords): what keyword arguments are pickled as. */
static Value partial_of_caller(Getter *self, Value v)
{
    Str *functools = str_intern_cstr("functools"), *name = functools ? str_intern_cstr("partial") : NULL;
    if (!name)
        return VALUE_NULL;
    Value module = import_module(functools, NULL, VALUE_NONE, 0), made = VALUE_NULL;
    Value partial = module ? value_getattr(module, name) : VALUE_NULL;
    int count = (int)as_tuple(self->kwnames)->length;
    Value *args = mem_alloc_raw((size_t)(count + 2) * sizeof *args);
    if (!args)
        raise_no_memory();
    if (partial && args) {
        args[0] = value_of(type_of(v));
        args[1] = self->steps;
        memcpy(args + 2, as_tuple(self->kwvalues)->items, (size_t)count * sizeof *args);
        made = call_value(partial, args, 2, self->kwnames);
    }
    mem_free_raw(args);
    value_release_null(partial);
    value_release_null(module);
    return made;
}

/* (type, what it was made with); a methodcaller with keywords: (partial of the type, the positional arguments). */
static Value getter_reduce(Value v, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Getter *self = as_getter(v);
    if (self->kwnames) {
        Value callable = partial_of_caller(self, v), both = callable ? tuple_pack(2, callable, self->args) : VALUE_NULL;
        value_release_null(callable);
        return both;
    }
    bool named = self->steps && value_is_str(self->steps);
    Value name = named ? tuple_pack(1, self->steps) : VALUE_NULL, made_with;
    if (named)
        made_with = name ? value_binary(BINARY_ADD, name, self->args) : VALUE_NULL;
    else
        made_with = value_retain(self->args);
    Value result = made_with ? tuple_pack(2, value_of(type_of(v)), made_with) : VALUE_NULL;
    value_release_null(name);
    value_release_null(made_with);
    return result;
}

static const NativeDef getter_methods[] = {{"__reduce__", getter_reduce, 0, 0, 0}, {0}};

#define GETTER_TYPE(short_name, type_new, type_call)                                                                          \
    {.head = OBJECT_STATIC(&type_type), .name = "operator." short_name, .flags = TYPE_GC, .size = sizeof(Getter),              \
     .base = &type_object, .new = type_new, .dealloc = getter_dealloc, .traverse = getter_traverse, .repr = getter_repr, .call = type_call, \
     .methods = getter_methods}

/* ---- itemgetter ---- */

static Value itemgetter_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (!native_no_keywords("itemgetter", kwnames))
        return VALUE_NULL;
    if (nargs < 1)
        return native_raise_count("itemgetter", 1, 1, nargs);
    return getter_new_steal(type, tuple_from(args, nargs), VALUE_NULL);
}

static Value itemgetter_call(Value v, const Value *args, int nargs, Value kwnames)
{
    if (!one_argument(v, nargs, kwnames))
        return VALUE_NULL;
    Tuple *keys = as_tuple(as_getter(v)->args);
    Value key = keys->items[0];
    if (keys->length == 1) {
        if (value_is_small_int(key) && value_is_object(args[0])) {
            int64_t index = value_small_int(key);
            if (value_is_exactly(args[0], &type_tuple) && index >= 0 && index < as_tuple(args[0])->length)
                return value_retain(as_tuple(args[0])->items[index]);
            if (value_is_exactly(args[0], &type_list) && index >= 0 && index < as_list(args[0])->length)
                return value_retain(as_list(args[0])->items[index]);
        }
        return value_getitem(args[0], key);
    }
    Value result = tuple_new(keys->length);
    for (int64_t i = 0; result && i < keys->length; i++)
        if (!(as_tuple(result)->items[i] = value_getitem(args[0], keys->items[i])))
            value_clear(&result);
    return result;
}

Type type_itemgetter = GETTER_TYPE("itemgetter", itemgetter_new, itemgetter_call);

/* ---- attrgetter ---- */

/* "a.b.c" as a tuple of interned names. */
static Value split_path(Value path)
{
    size_t length;
    const char *text = str_utf8(path, &length);
    Value names = text ? list_new(2) : VALUE_NULL;
    for (const char *at = text; names; ) {
        const char *dot = strchr(at, '.');
        Value name = str_from_utf8(at, dot ? (size_t)(dot - at) : strlen(at));
        if (name)
            str_intern_in_place(&name);
        if (!name || list_append_steal(names, name) < 0)
            value_clear(&names);
        if (!dot)
            break;
        at = dot + 1;
    }
    if (!names)
        return VALUE_NULL;
    Value result = list_to_tuple(as_list(names));
    value_release(names);
    return result;
}

static Value attrgetter_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (!native_no_keywords("attrgetter", kwnames))
        return VALUE_NULL;
    if (nargs < 1)
        return native_raise_count("attrgetter", 1, 1, nargs);
    Value steps = tuple_new(nargs);
    for (int i = 0; steps && i < nargs; i++) {
        Value path = value_is_str(args[i]) ? split_path(args[i]) : raise_error(&exc_TypeError, "attribute name must be a string");
        if (path)
            as_tuple(steps)->items[i] = path;
        else
            value_clear(&steps);
    }
    return steps ? getter_new_steal(type, tuple_from(args, nargs), steps) : VALUE_NULL;
}

static Value follow(Value object, Tuple *names)
{
    value_retain(object);
    for (int64_t i = 0; object && i < names->length; i++) {
        Value next = value_getattr(object, as_str(names->items[i]));
        value_release(object);
        object = next;
    }
    return object;
}

static Value attrgetter_call(Value v, const Value *args, int nargs, Value kwnames)
{
    if (!one_argument(v, nargs, kwnames))
        return VALUE_NULL;
    Tuple *paths = as_tuple(as_getter(v)->steps);
    if (paths->length == 1)
        return follow(args[0], as_tuple(paths->items[0]));
    Value result = tuple_new(paths->length);
    for (int64_t i = 0; result && i < paths->length; i++)
        if (!(as_tuple(result)->items[i] = follow(args[0], as_tuple(paths->items[i]))))
            value_clear(&result);
    return result;
}

Type type_attrgetter = GETTER_TYPE("attrgetter", attrgetter_new, attrgetter_call);

/* ---- methodcaller ---- */

static Value methodcaller_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (nargs < 1)
        return raise_error(&exc_TypeError, "methodcaller needs at least one argument, the method name");
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "method name must be a string");
    Value name = value_retain(args[0]);
    str_intern_in_place(&name);
    Value self = getter_new_steal(type, tuple_from(args + 1, nargs - 1), name);
    if (self && kwnames && as_tuple(kwnames)->length) {
        as_getter(self)->kwnames = value_retain(kwnames);
        as_getter(self)->kwvalues = tuple_from(args + nargs, as_tuple(kwnames)->length);
        if (!as_getter(self)->kwvalues)
            value_clear(&self);
    }
    return self;
}

static Value methodcaller_call(Value v, const Value *args, int nargs, Value kwnames)
{
    if (!one_argument(v, nargs, kwnames))
        return VALUE_NULL;
    Getter *self = as_getter(v);
    Tuple *own = as_tuple(self->args);
    if (!self->kwnames)
        return call_method(args[0], as_str(self->steps), own->items, (int)own->length);
    Value method = value_getattr(args[0], as_str(self->steps));
    Value all = method ? value_binary(BINARY_ADD, self->args, self->kwvalues) : VALUE_NULL;
    Value result = all ? call_value(method, as_tuple(all)->items, (int)own->length, self->kwnames) : VALUE_NULL;
    value_release_null(method);
    value_release_null(all);
    return result;
}

Type type_methodcaller = GETTER_TYPE("methodcaller", methodcaller_new, methodcaller_call);
