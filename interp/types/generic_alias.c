/* generic_alias.c */
#include "generic_alias.h"

#include "abstract.h"
#include "attr.h"
#include "builtins_functions.h"
#include "exceptions.h"
#include "gc.h"
#include "import.h"
#include "iterators.h"
#include "list.h"
#include "names.h"
#include "native.h"
#include "set.h"
#include "str_builder.h"
#include "tuple.h"
#include "type.h"

static inline GenericAlias *as_alias(Value v) { return (GenericAlias *)value_object(v); }

static Value alias_alloc(Type *type, Value origin, Value args_steal)
{
    GenericAlias *alias = args_steal ? object_alloc(type, type->size) : NULL;
    if (!alias) {
        value_release_null(args_steal);
        return VALUE_NULL;
    }
    alias->origin = value_retain(origin);
    alias->args = args_steal;
    alias->starred = false;
    gc_track(alias);
    return value_of(alias);
}

Value generic_alias_new(Value origin, Value item)
{
    return alias_alloc(&type_generic_alias, origin, value_is_tuple(item) ? value_retain(item) : tuple_from(&item, 1));
}

Value generic_alias_class_getitem(Value type, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return generic_alias_new(type, args[0]);
}

static void alias_dealloc(Object *self)
{
    gc_untrack(self);
    value_release(((GenericAlias *)self)->origin);
    value_release(((GenericAlias *)self)->args);
    object_free(self, self->type->size);
}

static void alias_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((GenericAlias *)self)->origin, context);
    visit(((GenericAlias *)self)->args, context);
}

/* Whatever has a qualified name and a module by these, unless it has arguments of its own; ... by its name, anything else by its repr. */
static Value part_text(Value part)
{
    if (part == VALUE_ELLIPSIS)
        return str_from_cstr("...");
    Value found[4] = {VALUE_NULL}, result = VALUE_NULL; /* __origin__, __args__, __qualname__, __module__ */
    Str *const names[] = {name___origin__, name___args__, name___qualname__, name___module__};
    int status = 1;
    for (int i = 0; i < 4 && status >= 0; i++)
        status = value_lookup_attr(part, names[i], &found[i]);
    if (status >= 0) {
        bool named = found[2] && found[3] && found[3] != VALUE_NONE && !(found[0] && found[1]);
        bool builtin = named && value_is_str(found[3]) && str_equal_cstr(found[3], "builtins");
        result = !named ? value_repr(part) : builtin ? value_str(found[2]) : str_printf("%S.%S", found[3], found[2]);
    }
    for (int i = 0; i < 4; i++)
        value_release_null(found[i]);
    return result;
}

static void add_parts(StrBuilder *out, Value parts, bool in_union)
{
    for (int64_t i = 0; i < as_tuple(parts)->length && !out->failed; i++) { /* asking for the next would forget what is pending */
        if (i)
            str_builder_add_cstr(out, in_union ? " | " : ", ");
        Value part = as_tuple(parts)->items[i];
        str_builder_add_steal(out, in_union && part == value_of(&type_none) ? str_from_cstr("None") : part_text(part));
    }
}

static Value alias_repr(Value self)
{
    StrBuilder out;
    str_builder_init(&out);
    if (as_alias(self)->starred)
        str_builder_add_cstr(&out, "*");
    str_builder_add_steal(&out, part_text(as_alias(self)->origin));
    str_builder_add_cstr(&out, "[");
    if (as_tuple(as_alias(self)->args)->length)
        add_parts(&out, as_alias(self)->args, false);
    else
        str_builder_add_cstr(&out, "()");
    str_builder_add_cstr(&out, "]");
    return str_builder_finish(&out);
}

/* list[int] gives one item: itself, starred. */
static Value alias_iter(Value self)
{
    Value starred = alias_alloc(&type_generic_alias, as_alias(self)->origin, value_retain(as_alias(self)->args));
    if (!starred)
        return VALUE_NULL;
    as_alias(starred)->starred = true;
    Value items = tuple_from_steal(&starred, 1);
    Value result = items ? value_iter(items) : VALUE_NULL;
    value_release_null(items);
    return result;
}

static Value alias_call(Value self, const Value *args, int nargs, Value kwnames)
{
    Value result = call_value(as_alias(self)->origin, args, nargs, kwnames);
    Str *name = result ? str_intern_cstr("__orig_class__") : NULL;
    if (name && value_setattr(result, name, self) < 0 && !exc_clear_if(&exc_AttributeError) && !exc_clear_if(&exc_TypeError))
        value_clear(&result); /* most take no such attribute, which is fine */
    return result;
}

static Value alias_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_instance_of(b, &type_generic_alias))
        return VALUE_NOT_IMPLEMENTED;
    int equal = as_alias(a)->starred == as_alias(b)->starred ? value_equal(as_alias(a)->origin, as_alias(b)->origin) : 0;
    if (equal == 1)
        equal = value_equal(as_alias(a)->args, as_alias(b)->args);
    return equal < 0 ? VALUE_NULL : value_bool(equal == (op == COMPARE_EQ));
}

static int64_t alias_hash(Value self)
{
    int64_t origin = value_hash(as_alias(self)->origin), args = origin == -1 ? -1 : value_hash(as_alias(self)->args);
    if (args == -1)
        return -1;
    int64_t hash = origin ^ args;
    return hash == -1 ? -2 : hash;
}

/* Every other attribute is that of the origin. */
static const char *const own_names[] = {"__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
                                        "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__"};

/* The names of the origin, and those that are its own in any case. */
static Value alias_dir(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value list = builtin_dir(VALUE_NULL, &as_alias(self)->origin, 1, VALUE_NULL);
    for (size_t i = 0; list && i < sizeof own_names / sizeof *own_names; i++) {
        Value name = str_from_cstr(own_names[i]);
        int there = name ? value_contains(list, name) : -1;
        if (there < 0 || (!there && list_append(list, name) < 0))
            value_clear(&list);
        value_release_null(name);
    }
    return list;
}

static Value alias_getattr(Value self, Str *name)
{
    for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
        if (str_equal_cstr(value_of(name), own_names[i]))
            return attr_generic_get(self, name);
    return value_getattr(as_alias(self)->origin, name);
}

static Value union_reflected(Value self, Value other) { return union_new(other, self); }
static Value alias_origin(Value self) { return value_retain(as_alias(self)->origin); }
static Value alias_args(Value self) { return value_retain(as_alias(self)->args); }
static Value alias_unpacked_args(Value self)
{
    const GenericAlias *alias = as_alias(self);
    return alias->starred && alias->origin == value_of(&type_tuple) ? value_retain(alias->args) : VALUE_NONE;
}

static Value alias_unpacked(Value self) { return value_bool(as_alias(self)->starred); }

/* Whether type variables may be among the arguments: only instances of classes written in Python can be, and what contains them. */
static bool may_have_parameters(Value args)
{
    for (int64_t i = 0; i < as_tuple(args)->length; i++) {
        Value arg = as_tuple(args)->items[i];
        bool alias = value_is_exactly(arg, &type_generic_alias) || value_is_exactly(arg, &type_union);
        if (alias ? may_have_parameters(as_alias(arg)->args) : !value_is_type(arg) && type_of(arg)->flags & TYPE_HEAP)
            return true;
    }
    return false;
}

/* What typing knows of type variables. */
static Value ask_typing(const char *function, const Value *args, int nargs)
{
    return import_and_call("typing", function, args, nargs);
}

static Value alias_parameters(Value self)
{
    Value args = as_alias(self)->args;
    return may_have_parameters(args) ? ask_typing("_parameters_of", &args, 1) : tuple_empty();
}

/* list[T][int] is list[int]. */
static Value alias_getitem(Value self, Value item)
{
    Value parameters = alias_parameters(self);
    if (!parameters)
        return VALUE_NULL;
    int64_t count = as_tuple(parameters)->length;
    Value result;
    if (!count)
        result = raise_error(&exc_TypeError, "%V is not a generic class", self);
    else
        result = ask_typing("_alias_item", (Value[]){self, parameters, item}, 3);
    value_release(parameters);
    return result;
}


static const GetSetDef alias_getsets[] = {
    {"__origin__", alias_origin, attr_readonly}, {"__args__", alias_args, attr_readonly}, {"__parameters__", alias_parameters, NULL}, {"__unpacked__", alias_unpacked, attr_readonly}, {"__typing_unpacked_tuple_args__", alias_unpacked_args, NULL}, {0}};

static Value alias_mro_entries(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tuple_from(&as_alias(self)->origin, 1);
}

/* *list[int] is made by typing from list[int]. */
static Value alias_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value origin = as_alias(self)->origin, own_args = as_alias(self)->args;
    if (!as_alias(self)->starred)
        return reduced_steal(value_retain(value_of(type_of(self))), tuple_pack(2, origin, own_args), VALUE_NULL);
    Value plain = alias_alloc(&type_generic_alias, origin, value_retain(own_args));
    Value maker = ask_typing("_maker_of_starred", NULL, 0);
    return reduced_steal(maker, plain ? tuple_from_steal(&plain, 1) : VALUE_NULL, VALUE_NULL);
}

static Value alias_refuse_isinstance(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return raise_error(&exc_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static Value alias_refuse_issubclass(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return raise_error(&exc_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static const NativeDef alias_methods[] = {
    {"__dir__", alias_dir, 0, 0, 0},
    {"__mro_entries__", alias_mro_entries, 1, 1, 0},
    {"__reduce__", alias_reduce, 0, 0, 0},
    {"__instancecheck__", alias_refuse_isinstance, 1, 1, 0},
    {"__subclasscheck__", alias_refuse_issubclass, 1, 1, 0},
    {0},
};

static Value alias_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (!native_no_keywords("GenericAlias", kwnames))
        return VALUE_NULL;
    if (nargs != 2)
        return raise_error(&exc_TypeError, "GenericAlias expected 2 arguments, got %d", nargs);
    return alias_alloc(type, args[0], value_is_tuple(args[1]) ? value_retain(args[1]) : tuple_from(&args[1], 1));
}

Type type_generic_alias = {
    .head = OBJECT_STATIC(&type_type),
    .name = "types.GenericAlias",
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_SUBCLASSABLE,
    .size = sizeof(GenericAlias),
    .base = &type_object,
    .new = alias_new,
    .dealloc = alias_dealloc,
    .traverse = alias_traverse,
    .repr = alias_repr,
    .hash = alias_hash,
    .iter = alias_iter,
    .getitem = alias_getitem,
    .call = alias_call,
    .getattr = alias_getattr,
    .compare = alias_compare,
    .binary = {[BINARY_OR] = union_new},
    .reflected = {[BINARY_OR] = union_reflected},
    .methods = alias_methods,
    .getsets = alias_getsets,
};

/* ---- X | Y; a GenericAlias whose origin is None ---- */

static bool can_be_in_union(Value v)
{
    return v == VALUE_NONE || value_is_type(v) || value_is_instance_of(v, &type_generic_alias) || value_is_exactly(v, &type_union);
}

/* Types are compared by what they are, aliases by what they say. 1, 0, -1 */
static int same_member(Value a, Value b)
{
    if (!value_is_instance_of(a, &type_generic_alias) || !value_is_instance_of(b, &type_generic_alias))
        return a == b;
    return value_equal(a, b);
}

/* How many there are with those of v, which differ among themselves; -1: comparing raised. */
static int64_t append_members(Value *members, int64_t count, Value v)
{
    const Value *from = &v;
    int64_t length = 1;
    const int64_t before = count;
    if (value_is_exactly(v, &type_union)) {
        from = as_tuple(as_alias(v)->args)->items;
        length = as_tuple(as_alias(v)->args)->length;
    }
    for (int64_t i = 0; i < length; i++) {
        Value member = from[i] == VALUE_NONE ? value_of(&type_none) : from[i];
        int known = 0;
        for (int64_t k = 0; k < before && known == 0; k++)
            known = same_member(members[k], member);
        if (known < 0)
            return -1;
        if (!known)
            members[count++] = member;
    }
    return count;
}

enum { UNION_MAX_MEMBERS = 64 };

static int64_t member_count(Value v) { return value_is_exactly(v, &type_union) ? as_tuple(as_alias(v)->args)->length : 1; }

Value union_new(Value left, Value right)
{
    if (!can_be_in_union(left) || !can_be_in_union(right))
        return VALUE_NOT_IMPLEMENTED;
    Value members[UNION_MAX_MEMBERS];
    if (member_count(left) + member_count(right) > UNION_MAX_MEMBERS)
        return raise_error(&exc_ValueError, "unions of more than %d types are not supported", UNION_MAX_MEMBERS);
    int64_t first = append_members(members, 0, left), count = first < 0 ? -1 : append_members(members, first, right);
    if (count == 1)
        return value_retain(members[0]);
    return count < 0 ? VALUE_NULL : alias_alloc(&type_union, VALUE_NONE, tuple_from(members, count));
}

/* Unordered. */
static Value union_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || type_of(a) != type_of(b))
        return VALUE_NOT_IMPLEMENTED;
    Value x = set_new(&type_set, as_alias(a)->args), y = x ? set_new(&type_set, as_alias(b)->args) : VALUE_NULL;
    Value result = y ? value_compare(x, y, op) : VALUE_NULL;
    value_release_null(x);
    value_release_null(y);
    return result;
}

static int64_t union_hash(Value self)
{
    Value members = set_new(&type_frozenset, as_alias(self)->args);
    int64_t hash = members ? value_hash(members) : -1;
    value_release_null(members);
    return hash;
}

static Value union_repr(Value self)
{
    StrBuilder out;
    str_builder_init(&out);
    add_parts(&out, as_alias(self)->args, true);
    return str_builder_finish(&out);
}

/* isinstance(v, X | Y): any member does. */
static Value any_member(Value self, Value v, int (*check)(Value, Value), const char *message)
{
    Tuple *members = as_tuple(as_alias(self)->args);
    int result = 0;
    for (int64_t i = 0; i < members->length; i++)
        if (value_is_exactly(members->items[i], &type_generic_alias))
            return raise_error(&exc_TypeError, "%s", message);
    for (int64_t i = 0; result == 0 && i < members->length; i++)
        result = check(v, members->items[i]);
    return result < 0 ? VALUE_NULL : value_bool(result);
}

static Value union_instancecheck(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return any_member(self, args[0], value_isinstance, "isinstance() argument 2 cannot be a parameterized generic");
}

static Value union_subclasscheck(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (!value_is_type(args[0]))
        return raise_error(&exc_TypeError, "issubclass() arg 1 must be a class");
    return any_member(self, args[0], value_issubclass, "issubclass() argument 2 cannot be a parameterized generic");
}

/* (int | list[T])[str] is int | list[str]. */
static Value union_getitem(Value self, Value item)
{
    Value parameters = alias_parameters(self);
    if (!parameters)
        return VALUE_NULL;
    Value result = as_tuple(parameters)->length ? ask_typing("_union_item", (Value[]){self, parameters, item}, 3)
                                                : raise_error(&exc_TypeError, "%V is not a generic class", self);
    value_release(parameters);
    return result;
}

static const NativeDef union_methods[] = {
    {"__instancecheck__", union_instancecheck, 1, 1, 0}, {"__subclasscheck__", union_subclasscheck, 1, 1, 0}, {0}};

static Value union_module(Value self) { return (void)self, str_from_cstr("types"); }

static const GetSetDef union_getsets[] = {{"__module__", union_module, NULL}, {"__args__", alias_args, attr_readonly}, {"__parameters__", alias_parameters, NULL}, {0}};

Type type_union = {
    .head = OBJECT_STATIC(&type_type),
    .name = "types.UnionType",
    .flags = TYPE_GC,
    .size = sizeof(GenericAlias),
    .base = &type_object,
    .dealloc = alias_dealloc,
    .traverse = alias_traverse,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .getitem = union_getitem,
    .binary = {[BINARY_OR] = union_new},
    .reflected = {[BINARY_OR] = union_reflected},
    .methods = union_methods,
    .getsets = union_getsets,
};
