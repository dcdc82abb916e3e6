/* collections.c: the module _collections: defaultdict, the getters of namedtuple, counting (deque.c has deque; collections/__init__.py the rest). */
#include "collections.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "int.h"
#include "modules.h"
#include "names.h"
#include "native.h"
#include "sequence.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

/* ---- defaultdict ---- */

typedef struct DefaultDict {
    Dict dict;
    Value factory; /* VALUE_NULL: None */
} DefaultDict;

static inline DefaultDict *as_defaultdict(Value v) { return (DefaultDict *)value_object(v); }

static Value defaultdict_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value self = type_dict.new(type, args, nargs, kwnames);
    if (self)
        as_defaultdict(self)->factory = VALUE_NULL;
    return self;
}

static int defaultdict_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Value factory = nargs > 0 && args[0] != VALUE_NONE ? args[0] : VALUE_NULL;
    if (factory && !value_is_callable(factory))
        return raise_error_int(&exc_TypeError, "first argument must be callable or None");
    value_set_steal(&as_defaultdict(self)->factory, value_retain_null(factory));
    return nargs > 0 ? type_dict.init(self, args + 1, nargs - 1, kwnames) : type_dict.init(self, args, 0, kwnames);
}

static void defaultdict_dealloc(Object *self)
{
    gc_untrack(self);
    value_clear(&((DefaultDict *)self)->factory);
    type_dict.dealloc(self);
}

static void defaultdict_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((DefaultDict *)self)->factory, context);
    type_dict.traverse(self, visit, context);
}

static void defaultdict_clear(Object *self)
{
    value_clear(&((DefaultDict *)self)->factory);
    type_dict.clear(self);
}

static Value make_missing(Value self, Value key)
{
    Value factory = as_defaultdict(self)->factory;
    if (!factory)
        return raise_value(&exc_KeyError, key);
    value_retain(factory);
    Value value = call_value0(factory);
    value_release(factory);
    if (value && value_setitem(self, key, value) < 0)
        value_clear(&value);
    return value;
}

static Value defaultdict_missing(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return make_missing(self, args[0]);
}

static Value defaultdict_getitem(Value self, Value key)
{
    if (!value_is_exactly(self, &type_defaultdict))
        return dict_getitem(self, key); /* a class of Python code may have a __missing__ of its own */
    Value found = dict_get(as_dict(self), key);
    if (found)
        return value_retain(found);
    return exc_pending() ? VALUE_NULL : make_missing(self, key);
}

static Value defaultdict_repr(Value self)
{
    Value factory = as_defaultdict(self)->factory, text;
    int entered = factory ? repr_enter(factory) : 0;
    if (entered < 0)
        return VALUE_NULL;
    text = entered ? str_from_cstr("...") : factory ? value_repr(factory) : str_from_cstr("None");
    if (factory && !entered)
        repr_leave(factory);
    Value items = text ? type_dict.repr(self) : VALUE_NULL;
    Value name = items ? type_name_value(type_of(self)) : VALUE_NULL;
    Value result = name ? str_printf("%S(%S, %S)", name, text, items) : VALUE_NULL;
    value_release_null(name);
    value_release_null(text);
    value_release_null(items);
    return result;
}

static Value defaultdict_copy(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value given[2] = {as_defaultdict(self)->factory ? as_defaultdict(self)->factory : VALUE_NONE, self};
    return call_value(value_of(type_of(self)), given, 2, VALUE_NULL);
}

static Value defaultdict_or(Value self, Value other)
{
    if (!value_is_dict(other) || !value_is_dict(self))
        return VALUE_NOT_IMPLEMENTED;
    bool mine = value_is_instance_of(self, &type_defaultdict);
    Value owner = mine ? self : other;
    Value given[2] = {as_defaultdict(owner)->factory ? as_defaultdict(owner)->factory : VALUE_NONE, self};
    Value result = call_value(value_of(type_of(owner)), given, 2, VALUE_NULL);
    if (result && dict_update(as_dict(result), other) < 0)
        value_clear(&result);
    return result;
}

static Value defaultdict_ror(Value self, Value other) { return defaultdict_or(other, self); }

static Value defaultdict_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value factory = as_defaultdict(self)->factory;
    Value make = factory ? tuple_pack(1, factory) : tuple_empty();
    Value view = make ? dict_view_new(&type_dict_items, self) : VALUE_NULL;
    Value items = view ? value_iter(view) : VALUE_NULL;
    Value result = items ? tuple_pack(5, value_of(type_of(self)), make, VALUE_NONE, VALUE_NONE, items) : VALUE_NULL;
    value_release_null(make);
    value_release_null(view);
    value_release_null(items);
    return result;
}

static Value get_factory(Value self)
{
    Value factory = as_defaultdict(self)->factory;
    return factory ? value_retain(factory) : VALUE_NONE;
}

static int set_factory(Value self, Value value)
{
    value_set_steal(&as_defaultdict(self)->factory, value && value != VALUE_NONE ? value_retain(value) : VALUE_NULL);
    return 0;
}

static const NativeDef defaultdict_methods[] = {
    {"__missing__", defaultdict_missing, 1, 1, 0}, {"copy", defaultdict_copy, 0, 0, 0}, {"__copy__", defaultdict_copy, 0, 0, 0},
    {"__reduce__", defaultdict_reduce, 0, 0, 0}, {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};
static const GetSetDef defaultdict_getsets[] = {{"default_factory", get_factory, set_factory}, {0}};

Type type_defaultdict = {
    .head = OBJECT_STATIC(&type_type),
    .name = "collections.defaultdict",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_DICT | TYPE_MAPPING_PATTERN,
    .size = sizeof(DefaultDict),
    .base = &type_dict,
    .new = defaultdict_new,
    .init = defaultdict_init,
    .dealloc = defaultdict_dealloc,
    .traverse = defaultdict_traverse,
    .clear = defaultdict_clear,
    .repr = defaultdict_repr,
    .getitem = defaultdict_getitem,
    .binary = {[BINARY_OR] = defaultdict_or},
    .reflected = {[BINARY_OR] = defaultdict_ror},
    .methods = defaultdict_methods,
    .getsets = defaultdict_getsets,
};

/* ---- the attributes of a namedtuple ---- */

typedef struct TupleGetter {
    Object head;
    int64_t index;
    Value doc;
} TupleGetter;

static inline TupleGetter *as_tuplegetter(Value v) { return (TupleGetter *)value_object(v); }

Value tuplegetter_new(int64_t index, Value doc)
{
    TupleGetter *self = object_alloc(&type_tuplegetter, sizeof *self);
    if (!self)
        return VALUE_NULL;
    self->index = index;
    self->doc = value_retain(doc);
    return value_of(self);
}

static Value tuplegetter_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    int64_t index;
    if (!native_no_keywords("_tuplegetter", kwnames))
        return VALUE_NULL;
    if (nargs != 2)
        return native_raise_count("_tuplegetter", 2, 2, nargs);
    return int_as_ssize(args[0], &index) < 0 ? VALUE_NULL : tuplegetter_new(index, args[1]);
}

static void tuplegetter_dealloc(Object *self)
{
    value_release(((TupleGetter *)self)->doc);
    object_free(self, sizeof(TupleGetter));
}

static Value tuplegetter_get(Value self, Value instance, Type *owner)
{
    (void)owner;
    int64_t index = as_tuplegetter(self)->index;
    if (!instance || instance == VALUE_NONE)
        return value_retain(self);
    if (!value_is_tuple(instance))
        return raise_error(&exc_TypeError, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' object", (long long)index, instance);
    if (index < 0 || index >= as_tuple(instance)->length)
        return raise_error(&exc_IndexError, "tuple index out of range");
    return value_retain(as_tuple(instance)->items[index]);
}

static int tuplegetter_set(Value self, Value instance, Value value)
{
    if (!type_has(type_of(instance), TYPE_HEAP)) /* sys.version_info and its like */
        return attr_readonly(self, value);
    return raise_error_int(&exc_AttributeError, value ? "can't set attribute" : "can't delete attribute");
}

static Value tuplegetter_repr(Value self)
{
    return str_printf("_tuplegetter(%lld, %V)", (long long)as_tuplegetter(self)->index, as_tuplegetter(self)->doc);
}

static Value get_doc(Value self) { return value_retain(as_tuplegetter(self)->doc); }

static int set_doc(Value self, Value value)
{
    value_set_steal(&as_tuplegetter(self)->doc, value ? value_retain(value) : VALUE_NONE);
    return 0;
}

static const GetSetDef tuplegetter_getsets[] = {{"__doc__", get_doc, set_doc}, {0}};

Type type_tuplegetter = {
    .head = OBJECT_STATIC(&type_type),
    .name = "collections._tuplegetter",
    .flags = TYPE_DESCRIPTOR_DATA,
    .size = sizeof(TupleGetter),
    .base = &type_object,
    .new = tuplegetter_construct,
    .dealloc = tuplegetter_dealloc,
    .descr_get = tuplegetter_get,
    .descr_set = tuplegetter_set,
    .repr = tuplegetter_repr,
    .getsets = tuplegetter_getsets,
};

/* ---- _count_elements(mapping, iterable): mapping[each] += 1, absent counting as 0 ---- */

static int count_one(Dict *counts, Value item)
{
    int64_t hash = value_hash(item);
    if (hash == -1)
        return -1;
    Value before = dict_get_hashed(counts, item, hash);
    if (!before && exc_pending())
        return -1;
    Value after = before ? value_binary(BINARY_ADD, before, value_from_small_int(1)) : value_from_small_int(1);
    if (!after)
        return -1;
    int status = dict_set_hashed(counts, item, hash, after);
    value_release(after);
    return status;
}

static int count_slowly(Value counts, Value item)
{
    Value args[2] = {item, value_from_small_int(0)};
    Value before = call_method(counts, name_get, args, 2);
    Value after = before ? value_binary(BINARY_ADD, before, value_from_small_int(1)) : VALUE_NULL;
    int status = after ? value_setitem(counts, item, after) : -1;
    value_release_null(before);
    value_release_null(after);
    return status;
}

static Value collections_count_elements(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    bool plain = value_is_dict(args[0]) && type_lookup(type_of(args[0]), name_get) == type_lookup(&type_dict, name_get) &&
                 type_lookup(type_of(args[0]), name___setitem__) == type_lookup(&type_dict, name___setitem__);
    Value iterator = value_iter(args[1]), item;
    if (!iterator)
        return VALUE_NULL;
    int status = 0;
    while (status == 0 && (item = value_next(iterator))) {
        status = plain ? count_one(as_dict(args[0]), item) : count_slowly(args[0], item);
        value_release(item);
    }
    value_release(iterator);
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

/* _move_to_end(dict, key, last) */
static Value collections_move_to_end(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int last = value_truth(args[2]), moved = last < 0 ? -1 : dict_move_to_end(as_dict(args[0]), args[1], last);
    if (moved == 0)
        raise_value(&exc_KeyError, args[1]);
    return moved > 0 ? VALUE_NONE : VALUE_NULL;
}

static const NativeDef functions[] = {{"_count_elements", collections_count_elements, 2, 2, 0}, {"_move_to_end", collections_move_to_end, 3, 3, 0}, {0}};
static Type *const types[] = {&type_deque, &type_defaultdict, &type_tuplegetter};

Value module_collections_init(void)
{
    static Type *const iterators[] = {&type_deque_iterator, &type_deque_reverse_iterator};
    Value module = module_from_parts("_collections", functions, types, sizeof types / sizeof *types);
    for (int i = 0; module && i < 2; i++)
        if (module_add_type(module, iterators[i]) < 0)
            value_clear(&module);
    return module;
}
