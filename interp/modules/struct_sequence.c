#include "struct_sequence.h"

#include "abstract.h"
#include "collections.h"
#include "exceptions.h"
#include "gc.h"
#include "modules.h"
#include "native.h"
#include "str.h"
#include "str_builder.h"
#include "tuple.h"
#include "type.h"

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

static Value fill(StructSequence *sequence, const Value *values, int count)
{
    Tuple *self = object_alloc(&sequence->type, sizeof(Tuple) + (size_t)count * sizeof(Value));
    if (!self)
        return VALUE_NULL;
    self->length = count;
    memcpy(self->items, values, (size_t)count * sizeof *values);
    gc_track(self);
    return value_of(self);
}

/* The class called with a sequence of the right length. */
static Value sequence_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    StructSequence *sequence = (StructSequence *)type;
    Value given[2];
    int expected = 0;
    if (!native_bind("structseq(sequence, dict=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value items = tuple_from_iterable(given[0]);
    if (!items)
        return VALUE_NULL;
    while (sequence->fields[expected])
        expected++;
    Value result = VALUE_NULL;
    if (as_tuple(items)->length != expected) {
        raise_error(&exc_TypeError, "%s() takes a %d-sequence (%lld-sequence given)", type->name, expected, (long long)as_tuple(items)->length);
    } else {
        for (int i = 0; i < expected; i++)
            value_retain(as_tuple(items)->items[i]);
        result = struct_sequence_new_steal(sequence, as_tuple(items)->items, expected);
    }
    value_release(items);
    return result;
}

static int prepare_type(StructSequence *sequence)
{
    Type *type = &sequence->type;
    if (type->version)
        return 0;
    type->flags = type_tuple.flags & ~(uint32_t)TYPE_SUBCLASSABLE;
    type->size = type_tuple.size;
    type->base = &type_tuple;
    type->new = sequence->sealed ? NULL : sequence_new;
    type->dealloc = type_tuple.dealloc;
    type->traverse = type_tuple.traverse;
    type->clear = type_tuple.clear;
    type->repr = sequence_repr;
    return type_take_dotted_name(type) < 0 || type_ready(type) < 0 || type_ready(&type_tuplegetter) < 0 ? -1 : 0;
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
