#include "struct_sequence.h"

#include "abstract.h"
#include "collections.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "modules.h"
#include "native.h"
#include "str.h"
#include "str_builder.h"
#include "tuple.h"
#include "type.h"

enum { FIELDS_MAX = 24 };

static Value sequence_repr(Value self)
{
    const StructSequence *sequence = (const StructSequence *)type_of(self);
    StrBuilder text;
    str_builder_init(&text);
    str_builder_add_cstr(&text, sequence->type.name);
    str_builder_add_cstr(&text, "(");
    for (int64_t i = 0; i < as_tuple(self)->length && sequence->fields[i]; i++) {
        str_builder_add_cstr(&text, i ? ", " : "");
        str_builder_add_cstr(&text, sequence->fields[i]);
        str_builder_add_cstr(&text, "=");
        str_builder_add_steal(&text, value_repr(as_tuple(self)->items[i]));
    }
    str_builder_add_cstr(&text, ")");
    return str_builder_finish(&text);
}

static int count_names(const char *const *names)
{
    int count = 0;
    while (names && names[count])
        count++;
    return count;
}

static int count_hidden(const Type *type) { return count_names(((const StructSequence *)type)->hidden); }

/* The tuple ends before its hidden items. */
static void sequence_dealloc(Object *self)
{
    ((Tuple *)self)->length += count_hidden(self->type);
    type_tuple.dealloc(self);
}

static void sequence_traverse(Object *self, VisitFn visit, void *context)
{
    const Tuple *tuple = (Tuple *)self;
    for (int64_t i = 0; i < tuple->length + count_hidden(self->type); i++)
        visit(tuple->items[i], context);
}

Value struct_sequence_hidden(Value self, int i) { return value_retain(as_tuple(self)->items[as_tuple(self)->length + i]); }

static Value fill(StructSequence *sequence, const Value *values, int count)
{
    Tuple *self = object_alloc(&sequence->type, sizeof(Tuple) + (size_t)count * sizeof(Value));
    if (!self)
        return VALUE_NULL;
    self->length = count - count_hidden(&sequence->type);
    memcpy(self->items, values, (size_t)count * sizeof *values);
    gc_track(self);
    return value_of(self);
}

/* A new instance of what a program gave: at least the visible items, hidden ones from the sequence or from the dict. */
static Value make(StructSequence *sequence, const Tuple *items, Value dict)
{
    const int visible = count_names(sequence->fields), all = visible + count_names(sequence->hidden);
    const char *name = sequence->type.name;
    if (items->length < visible || items->length > all)
        return visible == all           ? raise_error(&exc_TypeError, "%s() takes a %d-sequence (%lld-sequence given)", name, all, (long long)items->length)
               : items->length < visible ? raise_error(&exc_TypeError, "%s() takes an at least %d-sequence (%lld-sequence given)", name, visible, (long long)items->length)
                                         : raise_error(&exc_TypeError, "%s() takes an at most %d-sequence (%lld-sequence given)", name, all, (long long)items->length);
    Value values[FIELDS_MAX];
    for (int i = 0; i < all; i++) {
        Str *key = i < items->length || !dict ? NULL : str_intern_cstr(sequence->hidden[i - visible]);
        Value given = i < items->length ? items->items[i] : key ? dict_get_str(as_dict(dict), key) : VALUE_NULL;
        values[i] = given ? value_retain(given) : VALUE_NONE;
    }
    return struct_sequence_new_steal(sequence, values, all);
}

static Value sequence_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value given[2];
    if (!native_bind("structseq(sequence, dict=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value items = tuple_from_iterable(given[0]);
    if (!items && exc_clear_if(&exc_TypeError))
        return raise_error(&exc_TypeError, "constructor requires a sequence");
    if (!items)
        return VALUE_NULL;
    Value result = given[1] && !value_is_dict(given[1]) ? raise_error(&exc_TypeError, "%s() takes a dict as second arg, if any", type->name)
                                                        : make((StructSequence *)type, as_tuple(items), given[1]);
    value_release(items);
    return result;
}

/* For copies and pickles: the class, what is visible and a dict of what is hidden. */
static Value sequence_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const StructSequence *sequence = (const StructSequence *)type_of(self);
    Value items = tuple_from(as_tuple(self)->items, as_tuple(self)->length), hidden = dict_new();
    int status = items && hidden ? 0 : -1;
    for (int i = 0; status == 0 && i < count_names(sequence->hidden); i++)
        status = dict_set_cstr(as_dict(hidden), sequence->hidden[i], as_tuple(self)->items[as_tuple(self)->length + i]);
    Value parts = status == 0 ? tuple_pack(2, items, hidden) : VALUE_NULL, result = parts ? tuple_pack(2, value_of(type_of(self)), parts) : VALUE_NULL;
    value_release_null(parts);
    value_release_null(items);
    value_release_null(hidden);
    return result;
}

static const NativeDef sequence_methods[] = {{"__reduce__", sequence_reduce, 0, 0, 0}, {0}};

static int prepare_type(StructSequence *sequence)
{
    Type *type = &sequence->type;
    if (type->version)
        return 0;
    type->flags = type_tuple.flags & ~(uint32_t)TYPE_SUBCLASSABLE;
    type->size = type_tuple.size;
    type->base = &type_tuple;
    type->new = sequence->sealed ? NULL : sequence_new;
    type->dealloc = sequence_dealloc;
    type->traverse = sequence_traverse;
    type->methods = sequence_methods;
    type->clear = type_tuple.clear;
    type->repr = sequence_repr;
    return type_take_dotted_name(type) < 0 || type_ready(type) < 0 || type_ready(&type_tuplegetter) < 0 ? -1 : 0;
}

/* Sets an attribute of the class; the value is consumed. */
static int describe_by(Type *type, const char *name, Value value)
{
    Str *key = value ? str_intern_cstr(name) : NULL;
    int status = key ? type_set_attribute(type, key, value) : -1;
    value_release_null(value);
    return status;
}

/* How many fields there are, and their names for patterns. */
static int describe(StructSequence *sequence)
{
    const int visible = count_names(sequence->fields), all = visible + count_names(sequence->hidden);
    Value names = tuple_new(visible);
    for (int i = 0; names && i < visible; i++) {
        Value name = str_from_cstr(sequence->fields[i]);
        if (name)
            as_tuple(names)->items[i] = name;
        else
            value_clear(&names);
    }
    Type *type = &sequence->type;
    return describe_by(type, "n_sequence_fields", int_from_int64(visible)) < 0 || describe_by(type, "n_fields", int_from_int64(all)) < 0 ||
                   describe_by(type, "n_unnamed_fields", int_from_int64(0)) < 0 || describe_by(type, "__match_args__", names) < 0
               ? -1
               : 0;
}

int struct_sequence_ready(StructSequence *sequence)
{
    Type *type = &sequence->type;
    if (sequence->ready)
        return 0;
    if (prepare_type(sequence) < 0)
        return -1;
    for (int i = 0; sequence->fields[i]; i++) {
        Str *name = str_intern_cstr(sequence->fields[i]);
        Value getter = name ? tuplegetter_new(i, VALUE_NONE) : VALUE_NULL;
        int status = getter ? type_set_attribute(type, name, getter) : -1;
        value_release_null(getter);
        if (status < 0)
            return -1;
    }
    if (describe(sequence) < 0)
        return -1;
    if (sequence->sealed)
        type->new = NULL;
    sequence->ready = true;
    return 0;
}

Value struct_sequence_new_steal(StructSequence *sequence, const Value *values, int count)
{
    bool complete = struct_sequence_ready(sequence) == 0;
    for (int i = 0; i < count; i++)
        complete = complete && values[i];
    Value result = complete ? fill(sequence, values, count) : VALUE_NULL;
    for (int i = 0; !result && i < count; i++)
        value_release_null(values[i]);
    return result;
}
