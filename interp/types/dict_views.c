/* dict_views.c: dict.keys(), .values(), .items() and mappingproxy. */
#include "dict.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "iterators.h"
#include "list.h"
#include "names.h"
#include "sequence.h"
#include "set.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

typedef struct DictView {
    Object head;
    Value dict;
} DictView;

static inline Dict *view_dict(Value view) { return as_dict(((DictView *)value_object(view))->dict); }
static inline bool is_set_like_view(Value v) { return value_is_exactly(v, &type_dict_keys) || value_is_exactly(v, &type_dict_items); }

Value dict_view_new(Type *view_type, Value dict)
{
    DictView *view = object_alloc(view_type, sizeof *view);
    if (!view)
        return VALUE_NULL;
    view->dict = value_retain(dict);
    gc_track(view);
    return value_of(view);
}

static void view_dealloc(Object *self)
{
    gc_untrack(self);
    value_release(((DictView *)self)->dict);
    object_free(self, sizeof(DictView));
}

static void view_traverse(Object *self, VisitFn visit, void *context) { visit(((DictView *)self)->dict, context); }

static int64_t view_length(Value self) { return view_dict(self)->length; }

static Value view_iter(Value self)
{
    Type *type = value_object(self)->type;
    return dict_iter_new(type == &type_dict_keys     ? &type_dict_key_iterator
                         : type == &type_dict_values ? &type_dict_value_iterator
                                                     : &type_dict_item_iterator,
                         value_of(view_dict(self)));
}

/* collections.OrderedDict or a class derived from it. */
static bool is_ordered(const Type *type)
{
    for (int64_t i = 0; type != &type_dict && i < type->mro->length; i++) {
        const Type *each = as_type(type->mro->items[i]);
        Value module = each->flags & TYPE_HEAP && strcmp(each->name, "OrderedDict") == 0 ? dict_get_str(each->dict, name___module__) : VALUE_NULL;
        if (module && value_is_str(module) && str_equal_cstr(module, "collections"))
            return true;
    }
    return false;
}

static Value view_repr(Value self)
{
    int active = repr_enter(self);
    if (active)
        return active < 0 ? VALUE_NULL : str_from_cstr("...");
    Value list = list_from_iterable(self);
    const char *prefix = list && is_ordered(type_of(value_of(view_dict(self)))) ? "o" : ""; /* odict_keys */
    Value result = list ? str_printf("%s%T(%V)", prefix, self, list) : VALUE_NULL;
    value_release_null(list);
    repr_leave(self);
    return result;
}

static int keys_contains(Value self, Value key) { return dict_contains(view_dict(self), key); }

static int items_contains(Value self, Value item)
{
    if (!value_is_tuple(item) || as_tuple(item)->length != 2)
        return 0;
    Value v = dict_get(view_dict(self), as_tuple(item)->items[0]);
    if (!v)
        return exc_pending() ? -1 : 0;
    value_retain(v);
    int equal = value_equal(v, as_tuple(item)->items[1]);
    value_release(v);
    return equal;
}

/* ---- set operations of keys and items ---- */

/* Every item of a is in b. */
static int all_contained(Value a, Value b)
{
    Value iterator = value_iter(a);
    if (!iterator)
        return -1;
    int result = 1;
    Value item;
    while (result == 1 && (item = value_next(iterator))) {
        result = value_contains(b, item);
        value_release(item);
    }
    value_release(iterator);
    return result == 1 && exc_pending() ? -1 : result;
}

static Value view_compare(Value self, Value other, CompareOp op)
{
    if (!value_is_set(other) && !is_set_like_view(other))
        return VALUE_NOT_IMPLEMENTED;
    int64_t mine = view_length(self), others = value_length(other);
    if (others < 0)
        return VALUE_NULL;
    int result = 0;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        result = mine == others ? all_contained(self, other) : 0;
        if (result >= 0 && op == COMPARE_NE)
            result = !result;
        break;
    case COMPARE_LT: result = mine < others ? all_contained(self, other) : 0; break;
    case COMPARE_LE: result = mine <= others ? all_contained(self, other) : 0; break;
    case COMPARE_GT: result = mine > others ? all_contained(other, self) : 0; break;
    default: result = mine >= others ? all_contained(other, self) : 0; break;
    }
    return result < 0 ? VALUE_NULL : value_bool(result);
}

/* A new set of the items of a view (or of the other operand's iterable). The steps below are CPython's: the order shows. */
static Value to_set(Value v)
{
    return set_new(&type_set, value_is_exactly(v, &type_dict_keys) ? value_of(view_dict(v)) : v);
}

static Value view_and(Value self, Value other)
{
    if (!is_set_like_view(self)) {
        Value swap = self;
        self = other;
        other = swap;
    }
    if (value_is_exactly(other, &type_set) && view_length(self) <= as_set(other)->length)
        return call_method(other, name_intersection, &self, 1);
    if (is_set_like_view(other) && view_length(other) > view_length(self)) {
        Value swap = self;
        self = other;
        other = swap;
    }
    Value result = set_new(&type_set, VALUE_NULL), iterator = result ? value_iter(other) : VALUE_NULL, item;
    while (iterator && (item = value_next(iterator))) {
        int found = value_contains(self, item);
        if (found > 0)
            found = set_add(as_set(result), item);
        value_release(item);
        if (found < 0)
            break;
    }
    value_release_null(iterator);
    if (exc_pending()) {
        value_release_null(result);
        return VALUE_NULL;
    }
    return result;
}

/* set(self).method(other) */
static Value updated_set(Value self, Str *method, Value other)
{
    Value result = to_set(self);
    Value done = result ? call_method(result, method, &other, 1) : VALUE_NULL;
    if (!done && result)
        value_clear(&result);
    value_release_null(done);
    return result;
}

static Value view_sub(Value self, Value other) { return updated_set(self, name_difference_update, other); }
static Value view_or(Value self, Value other) { return updated_set(self, name_update, other); }

static Value items_xor(Dict *a, Dict *b)
{
    Value result = set_new(&type_set, VALUE_NULL), rest = result ? dict_copy(a) : VALUE_NULL;
    int64_t pos = 0, hash;
    Value key, v;
    int status = rest ? 0 : -1;
    while (status == 0 && dict_next_hashed(b, &pos, &key, &v, &hash)) {
        value_retain(key); /* comparing may change b */
        value_retain(v);
        Value mine = dict_get_hashed(as_dict(rest), key, hash);
        int equal = mine ? value_equal(mine, v) : exc_pending() ? -1 : 0;
        if (equal > 0) {
            status = dict_delete_hashed(as_dict(rest), key, hash) < 0 ? -1 : 0;
        } else {
            Value pair = equal < 0 ? VALUE_NULL : tuple_pack(2, key, v);
            status = pair ? set_add(as_set(result), pair) : -1;
            value_release_null(pair);
        }
        value_release(key);
        value_release(v);
    }
    Value items = status == 0 ? dict_view_new(&type_dict_items, rest) : VALUE_NULL;
    status = items ? set_update(as_set(result), items) : -1;
    value_release_null(items);
    value_release_null(rest);
    if (status < 0 && result)
        value_clear(&result);
    return result;
}

static Value view_xor(Value self, Value other)
{
    if (value_is_exactly(self, &type_dict_items) && value_is_exactly(other, &type_dict_items))
        return items_xor(view_dict(self), view_dict(other));
    return updated_set(self, name_symmetric_difference_update, other);
}

/* The same with the operands the other way round: iterable - view. */
static Value view_reflected_and(Value self, Value other) { return view_and(other, self); }
static Value view_reflected_sub(Value self, Value other) { return view_sub(other, self); }
static Value view_reflected_or(Value self, Value other) { return view_or(other, self); }
static Value view_reflected_xor(Value self, Value other) { return view_xor(other, self); }

/* ---- methods ---- */

static Value view_isdisjoint(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    Value iterator = value_iter(args[0]);
    if (!iterator)
        return VALUE_NULL;
    int found = 0;
    Value item;
    while (!found && (item = value_next(iterator))) {
        found = value_contains(self, item);
        value_release(item);
    }
    value_release(iterator);
    return found < 0 || exc_pending() ? VALUE_NULL : value_bool(!found);
}

static Value view_reversed(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Type *type = value_object(self)->type;
    return dict_iter_new(type == &type_dict_keys     ? &type_dict_reverse_key_iterator
                         : type == &type_dict_values ? &type_dict_reverse_value_iterator
                                                     : &type_dict_reverse_item_iterator,
                         value_of(view_dict(self)));
}

static Value view_mapping(Value self) { return mappingproxy_new(value_of(view_dict(self))); }

static const NativeDef set_view_methods[] = {
    {"isdisjoint", view_isdisjoint, 1, 1, 0},
    {"__reversed__", view_reversed, 0, 0, 0},
    {0},
};

static const NativeDef values_methods[] = {
    {"__reversed__", view_reversed, 0, 0, 0},
    {0},
};

static const GetSetDef view_getsets[] = {{"mapping", view_mapping, NULL}, {0}};

#define VIEW_COMMON(type_name)                                                                                                   \
    .head = OBJECT_STATIC(&type_type), .name = type_name, .flags = TYPE_GC, .size = sizeof(DictView), .base = &type_object,       \
    .dealloc = view_dealloc, .traverse = view_traverse, .repr = view_repr, .iter = view_iter, .length = view_length,              \
    .getsets = view_getsets
#define VIEW_SET_OPERATIONS                                                                                                      \
    .compare = view_compare,                                                                                                     \
    .binary = {[BINARY_AND] = view_and, [BINARY_OR] = view_or, [BINARY_XOR] = view_xor, [BINARY_SUB] = view_sub},                 \
    .reflected = {[BINARY_AND] = view_reflected_and,                                                                             \
                  [BINARY_OR] = view_reflected_or,                                                                               \
                  [BINARY_XOR] = view_reflected_xor,                                                                             \
                  [BINARY_SUB] = view_reflected_sub},                                                                            \
    .methods = set_view_methods

Type type_dict_keys = {VIEW_COMMON("dict_keys"), .contains = keys_contains, VIEW_SET_OPERATIONS};
Type type_dict_items = {VIEW_COMMON("dict_items"), .contains = items_contains, VIEW_SET_OPERATIONS};
Type type_dict_values = {VIEW_COMMON("dict_values"), .methods = values_methods};

/* ---- mappingproxy: type.__dict__ and view.mapping ---- */

Value mappingproxy_new(Value mapping)
{
    return dict_view_new(&type_mappingproxy, mapping);
}

static inline Value proxied(Value proxy) { return ((DictView *)value_object(proxy))->dict; }

static Value proxy_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    if (kwnames || nargs != 1)
        return !nargs ? raise_error(&exc_TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
                      : raise_error(&exc_TypeError, "mappingproxy() takes at most 1 argument (%d given)", nargs);
    if (!type_of(args[0])->getitem || value_is_list(args[0]) || value_is_tuple(args[0]) || value_is_str(args[0]))
        return raise_error(&exc_TypeError, "mappingproxy() argument must be a mapping, not %T", args[0]);
    return mappingproxy_new(args[0]);
}

static Value proxy_repr(Value self) { return str_printf("mappingproxy(%V)", proxied(self)); }
static Value proxy_str(Value self) { return value_str(proxied(self)); }
static int64_t proxy_length(Value self) { return value_length(proxied(self)); }
static Value proxy_getitem(Value self, Value key) { return value_getitem(proxied(self), key); }
static int proxy_contains(Value self, Value key) { return value_contains(proxied(self), key); }
static Value proxy_iter(Value self) { return value_iter(proxied(self)); }

static Value proxy_compare(Value self, Value other, CompareOp op)
{
    return value_compare(proxied(self), value_is_exactly(other, &type_mappingproxy) ? proxied(other) : other, op);
}

static Value proxy_or(Value self, Value other)
{
    return value_binary(BINARY_OR, proxied(self), value_is_exactly(other, &type_mappingproxy) ? proxied(other) : other);
}

static Value proxy_inplace_or(Value self, Value other)
{
    (void)other;
    return raise_error(&exc_TypeError, "'|=' is not supported by %T; use '|' instead", self);
}

static Value proxy_reflected_or(Value self, Value other) { return value_binary(BINARY_OR, other, proxied(self)); }

#define FORWARD(name)                                                                                                            \
    static Value proxy_##name(Value self, const Value *args, int nargs, Value kwnames)                                           \
    {                                                                                                                            \
        (void)kwnames;                                                                                                           \
        return call_method(proxied(self), name_##name, args, nargs);                                                             \
    }
FORWARD(get)
FORWARD(keys)
FORWARD(values)
FORWARD(items)
FORWARD(copy)
FORWARD(__reversed__)
#undef FORWARD

static const NativeDef proxy_methods[] = {
    {"get", proxy_get, 1, 2, 0},
    {"keys", proxy_keys, 0, 0, 0},
    {"values", proxy_values, 0, 0, 0},
    {"items", proxy_items, 0, 0, 0},
    {"copy", proxy_copy, 0, 0, 0},
    {"__reversed__", proxy___reversed__, 0, 0, 0},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {0},
};

Type type_mappingproxy = {
    .head = OBJECT_STATIC(&type_type),
    .name = "mappingproxy",
    .flags = TYPE_GC | TYPE_MAPPING_PATTERN,
    .size = sizeof(DictView),
    .base = &type_object,
    .new = proxy_construct,
    .dealloc = view_dealloc,
    .traverse = view_traverse,
    .repr = proxy_repr,
    .str = proxy_str,
    .compare = proxy_compare,
    .iter = proxy_iter,
    .length = proxy_length,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .binary = {[BINARY_OR] = proxy_or},
    .reflected = {[BINARY_OR] = proxy_reflected_or},
    .inplace = {[BINARY_OR] = proxy_inplace_or},
    .methods = proxy_methods,
};
