/* type_class.c: making classes: type(name, bases, namespace) and the class statement. */
#include "type_private.h"

#include "abstract.h"
#include "attr.h"
#include "eval.h"
#include "exceptions.h"
#include "gc.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "object_life.h"
#include "thread.h"
#include "types/bytes.h"
#include "types/cell.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/list.h"
#include "types/method.h"
#include "types/module.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/weakref.h"

/* ---- which base, which metaclass ---- */

/* Exceptions are all of one size here; where CPython's have fields of their own, they have members. */
static bool adds_fields(const Type *type) { return type->members && type->members != type->base->members; }

/* The class in the chain of bases that last changed the memory layout. */
static Type *solid_base(Type *type)
{
    while (type->flags & TYPE_HEAP && type->size == type->base->size && type->prefix_size == type->base->prefix_size)
        type = type->base;
    /* Attributes alone are no obstacle: any layout can get them. */
    if (type->flags & TYPE_HEAP && type->attrs_offset && !type->base->attrs_offset) {
        size_t grown = type->size - type->base->size + type->prefix_size - type->base->prefix_size;
        if (grown == sizeof(Attrs) || type_is_plain(type))
            return solid_base(type->base);
    }
    while (!(type->flags & TYPE_HEAP) && type->base && type->size == type->base->size && type->dealloc == type->base->dealloc && !adds_fields(type))
        type = type->base;
    return type;
}

Type *type_best_base(Tuple *bases)
{
    Type *winner = NULL, *best = NULL;
    for (int64_t i = 0; i < bases->length; i++) {
        if (!value_is_type(bases->items[i])) {
            raise_error(&exc_TypeError, "bases must be types");
            return NULL;
        }
        Type *base = as_type(bases->items[i]);
        if (!(base->flags & TYPE_SUBCLASSABLE)) {
            raise_error(&exc_TypeError, "type '%s' is not an acceptable base type", base->name);
            return NULL;
        }
        Type *solid = solid_base(base);
        if (winner == NULL || (solid != winner && type_is_subtype(solid, winner))) {
            winner = solid;
            best = base;
        } else if (!type_is_subtype(winner, solid)) {
            raise_error(&exc_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        } else if (solid == winner && best->attrs_offset == 0 && base->attrs_offset && solid == &type_object) {
            best = base; /* same layout, but with attributes already placed */
        }
    }
    return best;
}

Type *type_metaclass_for(Type *meta, Tuple *bases)
{
    for (int64_t i = 0; i < bases->length; i++) {
        Type *candidate = type_of(bases->items[i]);
        if (type_is_subtype(meta, candidate))
            continue;
        if (!type_is_subtype(candidate, meta)) {
            raise_error(&exc_TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                        "of the metaclasses of all its bases");
            return NULL;
        }
        meta = candidate;
    }
    return meta;
}

/* ---- __slots__ ---- */

/* What the namespace says about the memory of instances. */
typedef struct Layout {
    Value names;     /* list of mangled str, in declaration order; VALUE_NULL: no __slots__ */
    bool wants_dict; /* no __slots__, or '__dict__' among them */
    bool wants_weakrefs; /* the same with "__weakref__" */
} Layout;

static Value mangle(Value name, Type *type)
{
    Str *s = as_str(name);
    int64_t n = s->length;
    bool is_private = n > 2 && str_point_at(s, 0) == '_' && str_point_at(s, 1) == '_' &&
                      !(str_point_at(s, n - 1) == '_' && str_point_at(s, n - 2) == '_');
    const char *class_name = type->name;
    while (*class_name == '_')
        class_name++;
    if (!is_private || *class_name == '\0')
        return value_retain(name);
    return str_printf("_%s%S", class_name, name);
}

static int check_slot_name(Value item)
{
    if (!value_is_str(item))
        return raise_error_int(&exc_TypeError, "__slots__ items must be strings, not '%T'", item);
    Value answer = call_method(item, name_isidentifier, NULL, 0);
    if (!answer)
        return -1;
    int ok = answer == VALUE_TRUE;
    value_release(answer);
    return ok ? 0 : raise_error_int(&exc_TypeError, "__slots__ must be identifiers");
}

static bool base_allows_weakrefs(Type *base)
{
    Type *builtin = type_solid_builtin(base);
    return builtin != &type_int && builtin != &type_tuple && builtin != &type_bytes;
}

/* Instances of some builtin types (type, module, partial, files in memory, …) have their own __dict__. */
static bool keeps_own_dict(Type *base) { return base->attrs_offset == 0 && type_lookup(type_solid_builtin(base), name___dict__) != VALUE_NULL; }

static int read_slot_item(Type *type, Type *base, Value item, Layout *layout)
{
    if (check_slot_name(item) < 0)
        return -1;
    if (str_equal_cstr(item, "__dict__")) {
        if (base->attrs_offset || keeps_own_dict(base) || layout->wants_dict)
            return raise_error_int(&exc_TypeError, "__dict__ slot disallowed: we already got one");
        layout->wants_dict = true;
        return 0;
    }
    if (str_equal_cstr(item, "__weakref__")) {
        if (base->flags & TYPE_WEAKREFS || !base_allows_weakrefs(base) || layout->wants_weakrefs)
            return raise_error_int(&exc_TypeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
        layout->wants_weakrefs = true;
        return 0;
    }
    Value name = mangle(item, type);
    if (!name)
        return -1;
    int result = 0;
    if (dict_get_str(type->dict, as_str(name)) && !str_equal_cstr(name, "__qualname__") && !str_equal_cstr(name, "__classcell__"))
        result = raise_error_int(&exc_ValueError, "'%S' in __slots__ conflicts with class variable", name);
    else
        result = list_append(layout->names, name);
    value_release(name);
    return result;
}

static int read_layout(Type *type, Type *base, Layout *layout)
{
    *layout = (Layout){0};
    Value slots = dict_get_str(type->dict, name___slots__);
    if (!slots) {
        layout->wants_dict = true;
        layout->wants_weakrefs = base_allows_weakrefs(base);
        return 0;
    }
    Value items = value_is_str(slots) ? tuple_from(&slots, 1) : tuple_from_iterable(slots);
    if (!items || !(layout->names = list_new(0))) {
        value_release_null(items);
        return -1;
    }
    int64_t count = as_tuple(items)->length;
    Type *builtin = type_solid_builtin(base);
    int result = 0;
    if (count > 0 && (builtin == &type_int || builtin == &type_tuple || builtin->flags & TYPE_BYTES || builtin == &type_type))
        result = raise_error_int(&exc_TypeError, "nonempty __slots__ not supported for subtype of '%s'", base->name);
    for (int64_t i = 0; i < count && result == 0; i++)
        result = read_slot_item(type, base, as_tuple(items)->items[i], layout);
    value_release(items);
    return result < 0 ? result : list_sort(as_list(layout->names), VALUE_NULL, false);
}

static bool any_base_has_attrs(Tuple *bases)
{
    for (int64_t i = 0; i < bases->length; i++)
        if (as_type(bases->items[i])->attrs_offset)
            return true;
    return false;
}

static int add_member(Type *type, Value name, int32_t offset)
{
    Value key = value_retain(name);
    str_intern_in_place(&key);
    Value member = member_descriptor_new(as_str(key), type, offset);
    int result = member ? dict_set_str(type->dict, as_str(key), member) : -1;
    value_release_null(member);
    value_release(key);
    return result;
}

/* Place Attrs and members; fills size, offsets, prefix and the life cycle slots. */
static int place(Type *type, Type *base, Layout *layout)
{
    Type *builtin = type_solid_builtin(base);
    int64_t members = layout->names ? as_list(layout->names)->length : 0;
    bool wants = (layout->wants_dict || any_base_has_attrs(type->bases)) && !keeps_own_dict(base);
    bool adds_attrs = wants && base->attrs_offset == 0;
    type->size = base->size;
    type->attrs_offset = base->attrs_offset;
    type->prefix_size = base->prefix_size;
    if (adds_attrs || members || base->flags & TYPE_GC)
        type->flags |= TYPE_GC;
    if (builtin == &type_object) {
        if (adds_attrs && base->size == sizeof(Object)) {
            type->attrs_offset = INSTANCE_ATTRS_OFFSET;
            type->size = sizeof(Instance);
        } else if (adds_attrs) {
            type->attrs_offset = (uint32_t)base->size;
            type->size += sizeof(Attrs);
        }
        for (int64_t i = 0; i < members; i++, type->size += sizeof(Value))
            if (add_member(type, as_list(layout->names)->items[i], (int32_t)type->size) < 0)
                return -1;
    } else {
        if (adds_attrs) {
            type->prefix_size += sizeof(Attrs);
            type->attrs_offset = (uint32_t) - (int32_t)(sizeof(GcHead) + type->prefix_size);
        }
        for (int64_t i = 0; i < members; i++) {
            type->prefix_size += sizeof(Value);
            if (add_member(type, as_list(layout->names)->items[i], -(int32_t)(sizeof(GcHead) + type->prefix_size)) < 0)
                return -1;
        }
    }
    if (layout->wants_weakrefs)
        type->flags |= TYPE_WEAKREFS;
    bool plain = type_is_plain(type) && builtin == &type_object;
    type->dealloc = plain ? instance_dealloc : heap_dealloc;
    type->traverse = heap_traverse;
    type->clear = heap_clear;
    if (type->attrs_offset && (type->root_shape = shape_new_root(type)) == NULL)
        return -1;
    type->inline_slots = base->flags & TYPE_HEAP ? base->inline_slots : 0;
    return 0;
}

/* ---- the namespace ---- */

/* The __dict__ of a builtin base that keeps its own, such as type: its descriptor answers, whichever other base gave this one. Borrowed or VALUE_NULL. */
static Value builtin_dict_descriptor(Value self)
{
    Type *type = type_of(self);
    return type->attrs_offset ? VALUE_NULL : type_lookup(type_solid_builtin(type), name___dict__);
}

static Value get_instance_dict(Value self)
{
    Value own = builtin_dict_descriptor(self);
    return own ? type_of(own)->descr_get(own, self, type_of(self)) : value_retain_null(instance_dict(self));
}

static int set_instance_dict(Value self, Value value)
{
    Value own = builtin_dict_descriptor(self);
    return own ? type_of(own)->descr_set(own, self, value) : instance_set_dict(self, value);
}

static Value get_instance_weakref(Value self) { return weakref_first(value_object(self)); }

static const GetSetDef instance_dict_def = {"__dict__", get_instance_dict, set_instance_dict};
static const GetSetDef instance_weakref_def = {"__weakref__", get_instance_weakref, NULL};

static int set_default_module(Type *type)
{
    if (dict_get_str(type->dict, name___module__))
        return 0;
    ExecFrame *xf = thread_current->current;
    Value module = xf && xf->func ? dict_get_str(xf->func->globals, name___name__) : VALUE_NULL;
    return module ? dict_set_str(type->dict, name___module__, module) : 0;
}

static int take_qualname(Type *type)
{
    Value qualname = dict_get_str(type->dict, name___qualname__);
    if (!qualname) {
        type->qualname = type->name_str;
        object_retain(type->qualname);
        return 0;
    }
    if (!value_is_str(qualname))
        return raise_error_int(&exc_TypeError, "type __qualname__ must be a str, not %T", qualname);
    type->qualname = as_str(value_retain(qualname));
    return dict_delete_str(type->dict, name___qualname__) < 0 ? -1 : 0;
}

static int wrap_function(Type *type, Str *name, Value (*wrap)(Value))
{
    Value function = dict_get_str(type->dict, name);
    if (!function || !value_is_function(function))
        return 0;
    Value wrapped = wrap(function);
    if (!wrapped)
        return -1;
    int result = dict_set_str(type->dict, name, wrapped);
    value_release(wrapped);
    return result;
}

/* The cell of __class__ is filled before the metaclass's mro() may ask for it. *taken: the cell or VALUE_NULL, owned by the caller. */
static int take_class_cell(Type *type, Value *taken)
{
    Value cell = dict_get_str(type->dict, name___classcell__);
    if (!cell)
        return 0;
    if (!value_is_heap_exactly(cell, &type_cell))
        return raise_error_int(&exc_TypeError, "__classcell__ must be a nonlocal cell, not %V", value_of(type_of(cell)));
    value_set_steal(&as_cell(cell)->value, value_retain(value_of(type)));
    *taken = value_retain(cell);
    return dict_delete_str(type->dict, name___classcell__) < 0 ? -1 : 0;
}

/* What the class statement itself defines stays. */
static int add_descriptor(Type *type, const GetSetDef *def)
{
    Value name = str_from_cstr(def->name), descriptor = VALUE_NULL;
    int result = name ? value_contains(value_of(type->dict), name) : -1;
    if (result == 0)
        result = (descriptor = getset_descriptor_new(def, type, false)) ? dict_set_str(type->dict, as_str(name), descriptor) : -1;
    value_release_null(descriptor);
    value_release_null(name);
    return result < 0 ? -1 : 0;
}

static int complete_namespace(Type *type, Type *base)
{
    if (set_default_module(type) < 0 || wrap_function(type, name___new__, staticmethod_new) < 0 ||
        wrap_function(type, name___init_subclass__, classmethod_new) < 0 ||
        wrap_function(type, name___class_getitem__, classmethod_new) < 0)
        return -1;
    if (type->attrs_offset && !base->attrs_offset && add_descriptor(type, &instance_dict_def) < 0)
        return -1;
    if (type->flags & TYPE_WEAKREFS && !(base->flags & TYPE_WEAKREFS) && add_descriptor(type, &instance_weakref_def) < 0)
        return -1;
    Value doc = dict_get_str(type->dict, name___doc__);
    if (doc ? value_is_str(doc) && !type_utf8(doc) : dict_set_str(type->dict, name___doc__, VALUE_NONE) < 0)
        return -1;
    if (dict_get_str(type->dict, name___eq__) && !dict_get_str(type->dict, name___hash__) &&
        dict_set_str(type->dict, name___hash__, VALUE_NONE) < 0)
        return -1;
    return 0;
}

/* ---- hooks of the attributes and the parent ---- */

static int raise_set_name_error(Type *type, Value key, Value value)
{
    Value cause = exc_take();
    raise_error(&exc_RuntimeError, "Error calling __set_name__ on '%T' instance %V in '%s'", value, key, type->name);
    Value raised = exc_take();
    ExceptionObject *e = (ExceptionObject *)value_object(raised);
    if (cause && value_has_type_flag(raised, TYPE_EXCEPTION)) {
        value_set_steal(&e->cause, value_retain(cause));
        value_set_steal(&e->context, value_retain(cause));
        e->suppress_context = true;
    }
    value_release_null(cause);
    exc_restore_steal(raised);
    return -1;
}

static int call_set_names(Type *type, Value ns)
{
    Value copy = dict_copy(as_dict(ns));
    if (!copy)
        return -1;
    Value key, value;
    int result = 0;
    for (int64_t pos = 0; result == 0 && dict_next(as_dict(copy), &pos, &key, &value);) {
        if (!type_lookup(type_of(value), name___set_name__))
            continue;
        Value args[] = {value_of(type), key};
        bool found;
        Value answer = call_special(value, name___set_name__, args, 2, &found);
        if (!answer)
            result = raise_set_name_error(type, key, value);
        value_release_null(answer);
    }
    value_release(copy);
    return result;
}

static int call_init_subclass(Type *type, const Value *kwvalues, Value kwnames)
{
    Tuple *mro = type->mro;
    Value hook = VALUE_NULL;
    for (int64_t i = 1; i < mro->length && !hook; i++)
        hook = as_type(mro->items[i])->dict ? dict_get_str(as_type(mro->items[i])->dict, name___init_subclass__) : VALUE_NULL;
    if (!hook)
        return 0;
    Type *hook_type = type_of(hook);
    Value bound = hook_type->descr_get ? hook_type->descr_get(hook, VALUE_NULL, type) : value_retain(hook);
    if (!bound)
        return -1;
    Value answer = call_value(bound, kwvalues, 0, kwnames);
    value_release(bound);
    value_release_null(answer);
    return answer ? 0 : -1;
}

/* ---- type.__new__ ---- */

static Type *alloc_class(Type *meta, Value name, Tuple *bases, Type *base, Value ns)
{
    const char *text = type_utf8(name);
    Value dict = text ? dict_copy(as_dict(ns)) : VALUE_NULL;
    Type *type = dict ? object_alloc_zeroed(meta, sizeof *type) : NULL;
    if (type == NULL) {
        value_release_null(dict);
        return NULL;
    }
    type->dict = as_dict(dict);
    type->name_str = as_str(value_retain(name));
    type->name = text;
    type->bases = as_tuple(value_retain(value_of(bases)));
    object_retain(base);
    type->base = base;
    type->flags = TYPE_HEAP | TYPE_SUBCLASSABLE;
    type->doc = VALUE_NULL;
    return type;
}

static Type *new_class(Type *meta, Value name, Tuple *bases, Value ns)
{
    Type *base = type_best_base(bases);
    if (base == NULL)
        return NULL;
    Type *type = alloc_class(meta, name, bases, base, ns);
    if (type == NULL)
        return NULL;
    Layout layout;
    Value cell = VALUE_NULL;
    bool ok = read_layout(type, base, &layout) == 0 && take_qualname(type) == 0 && take_class_cell(type, &cell) == 0 &&
              place(type, base, &layout) == 0 && complete_namespace(type, base) == 0 && type_compute_mro(type) == 0 && type_ask_metaclass_mro(type) == 0;
    value_release_null(layout.names);
    for (int64_t i = 0; ok && i < bases->length; i++) {
        ok = type_add_subclass(as_type(bases->items[i]), type) == 0;
    }
    if (ok) {
        type_slots_inherit(type);
        type_slots_update_all(type);
        type_modified(type);
        gc_track(type);
    } else if (cell) {
        value_clear(&as_cell(cell)->value); /* nobody may see what is no class */
    }
    value_release_null(cell);
    if (!ok) {
        object_release(type);
        return NULL;
    }
    return type;
}

Value type_new_class(Type *meta, Value name, Value bases, Value ns, const Value *kwvalues, Value kwnames)
{
    Value object_base = value_of(&type_object);
    Value real_bases = as_tuple(bases)->length ? value_retain(bases) : tuple_from(&object_base, 1);
    if (!real_bases)
        return VALUE_NULL;
    Type *type = new_class(meta, name, as_tuple(real_bases), ns);
    value_release(real_bases);
    if (type == NULL)
        return VALUE_NULL;
    if (call_set_names(type, ns) < 0 || call_init_subclass(type, kwvalues, kwnames) < 0) {
        object_release(type);
        return VALUE_NULL;
    }
    return value_of(type);
}

static int check_no_mro_entries(Tuple *bases)
{
    for (int64_t i = 0; i < bases->length; i++) {
        if (value_is_type(bases->items[i]))
            continue;
        Value hook;
        int found = value_lookup_attr(bases->items[i], name___mro_entries__, &hook);
        if (found < 0)
            return -1;
        if (found) {
            value_release(hook);
            return raise_error_int(&exc_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
        }
    }
    return 0;
}

Value type_type_new(Type *meta, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && nargs == 1 && meta == &type_type)
        return raise_error(&exc_TypeError, "type() takes no keyword arguments");
    if (nargs != 3)
        return meta == &type_type ? raise_error(&exc_TypeError, "type() takes 1 or 3 arguments")
                                  : raise_error(&exc_TypeError, "type.__new__() takes exactly 3 arguments (%d given)", nargs);
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "type.__new__() argument 1 must be str, not %A", args[0]);
    size_t name_length;
    const char *text_of_name = str_utf8(args[0], &name_length);
    if (!text_of_name)
        return VALUE_NULL;
    if (strlen(text_of_name) != name_length)
        return raise_error(&exc_ValueError, "type name must not contain null characters");
    if (!value_is_tuple(args[1]))
        return raise_error(&exc_TypeError, "type.__new__() argument 2 must be tuple, not %A", args[1]);
    if (!value_is_dict(args[2]))
        return raise_error(&exc_TypeError, "type.__new__() argument 3 must be dict, not %A", args[2]);
    if (check_no_mro_entries(as_tuple(args[1])) < 0)
        return VALUE_NULL;
    Type *winner = type_metaclass_for(meta, as_tuple(args[1]));
    if (winner == NULL)
        return VALUE_NULL;
    if (winner != meta && winner->new != type_type_new)
        return winner->new(winner, args, nargs, kwnames);
    return type_new_class(winner, args[0], args[1], args[2], args + nargs, kwnames);
}

int type_type_init(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args;
    if (kwnames && nargs == 1)
        return raise_error_int(&exc_TypeError, "type.__init__() takes no keyword arguments");
    if (nargs != 1 && nargs != 3)
        return raise_error_int(&exc_TypeError, "type.__init__() takes 1 or 3 arguments");
    return 0;
}

/* ---- the class statement ---- */

/* Bases with __mro_entries__ replaced; the same tuple when there are none. */
static Value resolve_bases(const Value *given, int count)
{
    Value original = tuple_from(given, count);
    Value list = VALUE_NULL;
    for (int i = 0; original && i < count; i++) {
        Value hook = VALUE_NULL;
        if (!value_is_type(given[i]) && value_lookup_attr(given[i], name___mro_entries__, &hook) < 0)
            goto failed;
        if (!hook) {
            if (list && list_append(list, given[i]) < 0)
                goto failed;
            continue;
        }
        if (!list && !(list = list_from(given, i))) {
            value_release(hook);
            goto failed;
        }
        Value entries = call_value1(hook, original);
        value_release(hook);
        if (entries && !value_is_tuple(entries)) {
            value_clear(&entries);
            raise_error(&exc_TypeError, "__mro_entries__ must return a tuple");
        }
        if (!entries || list_extend(list, entries) < 0) {
            value_release_null(entries);
            goto failed;
        }
        value_release(entries);
    }
    if (!list)
        return original;
    Value resolved = list_to_tuple(as_list(list));
    value_release(list);
    value_release(original);
    return resolved;
failed:
    value_release_null(list);
    value_release_null(original);
    return VALUE_NULL;
}

/* The keywords of a class statement without metaclass=. */
typedef struct ClassKeywords {
    Value metaclass; /* borrowed; VALUE_NULL: not given */
    Value names;     /* owned tuple; VALUE_NULL: none left */
    Value *values;   /* borrowed values behind `prefix` free places; raw memory */
} ClassKeywords;

enum { CLASS_ARGS = 3 }; /* name, bases, namespace */

static int split_keywords(const Value *values, Value kwnames, ClassKeywords *out)
{
    *out = (ClassKeywords){VALUE_NULL, VALUE_NULL, NULL};
    int64_t count = kwnames ? as_tuple(kwnames)->length : 0;
    out->values = mem_alloc_raw((size_t)(count + CLASS_ARGS) * sizeof *out->values);
    if (out->values == NULL) {
        raise_no_memory();
        return -1;
    }
    Value names = VALUE_NULL;
    int64_t left = 0;
    for (int64_t i = 0; i < count; i++) {
        Value name = as_tuple(kwnames)->items[i];
        if (str_equal(as_str(name), name_metaclass)) {
            out->metaclass = values[i];
            continue;
        }
        if (!names && !(names = list_new(count)))
            return -1;
        if (list_append(names, name) < 0) {
            value_release(names);
            return -1;
        }
        out->values[CLASS_ARGS + left++] = values[i];
    }
    if (!names)
        return 0;
    out->names = list_to_tuple(as_list(names));
    value_release(names);
    return out->names ? 0 : -1;
}

static Value prepare_namespace(Value meta, Value name, Value bases, ClassKeywords *keywords)
{
    Value prepare;
    int found = value_lookup_attr(meta, name___prepare__, &prepare);
    if (found <= 0)
        return found < 0 ? VALUE_NULL : dict_new();
    keywords->values[1] = name;
    keywords->values[2] = bases;
    Value ns = call_value(prepare, keywords->values + 1, 2, keywords->names);
    value_release(prepare);
    if (ns && type_of(ns)->getitem == NULL) {
        raise_error(&exc_TypeError, "%s.__prepare__() must return a mapping, not %T", value_is_type(meta) ? as_type(meta)->name : "<metaclass>", ns);
        value_clear(&ns);
    }
    return ns;
}

/* The body ran with a __class__ cell: whoever made the class must have filled it. */
static int check_class_cell(Value cell, Value class, Value name)
{
    if (!value_is_heap_exactly(cell, &type_cell) || !value_is_type(class))
        return 0;
    Value content = as_cell(cell)->value;
    if (!content)
        return raise_error_int(&exc_RuntimeError, "__class__ not set defining %V as %V. Was __classcell__ propagated to type.__new__?", name, class);
    if (content != class)
        return raise_error_int(&exc_TypeError, "__class__ set to %V defining %V as %V", content, name, class);
    return 0;
}

static Value run_and_create(Value body, Value meta, Value name, Value bases, Value original_bases, ClassKeywords *keywords)
{
    Value ns = prepare_namespace(meta, name, bases, keywords);
    if (!ns)
        return VALUE_NULL;
    Value class = VALUE_NULL;
    Value cell = eval_function_in(as_function(body), ns);
    if (!cell)
        goto out;
    if (value_is_heap_exactly(cell, &type_cell) && value_setitem(ns, value_of(name___classcell__), cell) < 0)
        goto out;
    if (bases != original_bases && value_setitem(ns, value_of(name___orig_bases__), original_bases) < 0)
        goto out;
    keywords->values[0] = name;
    keywords->values[1] = bases;
    keywords->values[2] = ns;
    class = call_value(meta, keywords->values, CLASS_ARGS, keywords->names);
    if (class && check_class_cell(cell, class, name) < 0)
        value_clear(&class);
out:
    value_release_null(cell);
    value_release(ns);
    return class;
}

Value build_class(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    if (nargs < 2)
        return raise_error(&exc_TypeError, "__build_class__: not enough arguments");
    if (!value_is_function(args[0]))
        return raise_error(&exc_TypeError, "__build_class__: func must be a function");
    if (!value_is_str(args[1]))
        return raise_error(&exc_TypeError, "__build_class__: name is not a string");
    ClassKeywords keywords;
    Value class = VALUE_NULL;
    Value original = tuple_from(args + 2, nargs - 2);
    Value bases = original ? resolve_bases(args + 2, nargs - 2) : VALUE_NULL;
    bool same = bases && as_tuple(bases)->length == as_tuple(original)->length &&
                memcmp(as_tuple(bases)->items, as_tuple(original)->items, (size_t)as_tuple(bases)->length * sizeof(Value)) == 0;
    if (bases && split_keywords(args + nargs, kwnames, &keywords) == 0) {
        Value meta = keywords.metaclass;
        if (!meta)
            meta = as_tuple(bases)->length ? value_of(type_of(as_tuple(bases)->items[0])) : value_of(&type_type);
        Type *winner = value_is_type(meta) ? type_metaclass_for(as_type(meta), as_tuple(bases)) : NULL;
        if (winner)
            meta = value_of(winner);
        if (winner || !value_is_type(meta))
            class = run_and_create(args[0], meta, args[1], bases, same ? bases : original, &keywords);
        value_release_null(keywords.names);
    }
    if (bases)
        mem_free_raw(keywords.values);
    value_release_null(bases);
    value_release_null(original);
    return class;
}
