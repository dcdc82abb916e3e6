/* type_slots.c: the table that ties dunder attributes to the C slots of Type, and keeps both in step.
 *
 * Builtin types define slots; Python code must see them as attributes: type_slots_add_wrappers puts a slot wrapper for each into the dict.
 * Python classes define attributes; C code must see them as slots: type_slots_update finds what each dunder resolves to. A wrapper of a
 * builtin base gives that base's own C function back; anything else gets a function that calls the attribute (slot_calls.c).
 */
#include "type_slots.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "names.h"
#include "slot_calls.h"
#include "type_private.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/method.h"
#include "types/str.h"
#include "types/tuple.h"

#define SLOT(field) offsetof(Type, field)
#define BINARY_ROWS(OP, name) \
    {&name___##name##__, SLOT_BINARY, 0, SLOT(binary[OP]), slot_##name}, \
    {&name___r##name##__, SLOT_REFLECTED, 0, SLOT(reflected[OP]), slot_r##name}
#define ARITHMETIC_ROWS(OP, name) BINARY_ROWS(OP, name), {&name___i##name##__, SLOT_BINARY, 0, SLOT(inplace[OP]), slot_i##name}
#define COMPARE_ROW(OP, name) {&name___##name##__, SLOT_COMPARE, OP, SLOT(compare), slot_compare}

/* Rows of one slot stand together. */
static const SlotRow rows[] = {
    ARITHMETIC_ROWS(BINARY_ADD, add), ARITHMETIC_ROWS(BINARY_SUB, sub), ARITHMETIC_ROWS(BINARY_MUL, mul),
    ARITHMETIC_ROWS(BINARY_TRUEDIV, truediv), ARITHMETIC_ROWS(BINARY_FLOORDIV, floordiv), ARITHMETIC_ROWS(BINARY_MOD, mod),
    {&name___pow__, SLOT_POW, 0, SLOT(binary[BINARY_POW]), slot_pow},
    {&name___rpow__, SLOT_REFLECTED_POW, 0, SLOT(reflected[BINARY_POW]), slot_rpow},
    {&name___ipow__, SLOT_BINARY, 0, SLOT(inplace[BINARY_POW]), slot_ipow},
    ARITHMETIC_ROWS(BINARY_LSHIFT, lshift), ARITHMETIC_ROWS(BINARY_RSHIFT, rshift), ARITHMETIC_ROWS(BINARY_AND, and),
    ARITHMETIC_ROWS(BINARY_OR, or), ARITHMETIC_ROWS(BINARY_XOR, xor), ARITHMETIC_ROWS(BINARY_MATMUL, matmul),
    BINARY_ROWS(BINARY_DIVMOD, divmod),
    {&name___neg__, SLOT_UNARY, 0, SLOT(unary[UNARY_NEG]), slot_neg},
    {&name___pos__, SLOT_UNARY, 0, SLOT(unary[UNARY_POS]), slot_pos},
    {&name___invert__, SLOT_UNARY, 0, SLOT(unary[UNARY_INVERT]), slot_invert},
    {&name___abs__, SLOT_UNARY, 0, SLOT(unary[UNARY_ABS]), slot_abs},
    {&name___int__, SLOT_UNARY, 0, SLOT(to_int), slot_int},
    {&name___float__, SLOT_UNARY, 0, SLOT(to_float), slot_float},
    {&name___index__, SLOT_UNARY, 0, SLOT(to_index), slot_index},
    {&name___repr__, SLOT_UNARY, 0, SLOT(repr), slot_repr},
    {&name___str__, SLOT_UNARY, 0, SLOT(str), slot_str},
    {&name___hash__, SLOT_HASH, 0, SLOT(hash), slot_hash},
    {&name___call__, SLOT_CALL, 0, SLOT(call), slot_call},
    {&name___getattribute__, SLOT_GETATTR, 0, SLOT(getattr), slot_getattr},
    {&name___getattr__, SLOT_GETATTR_FALLBACK, 0, SLOT(getattr), slot_getattr},
    {&name___setattr__, SLOT_SETATTR, 0, SLOT(setattr), slot_setattr},
    {&name___delattr__, SLOT_DELATTR, 0, SLOT(setattr), slot_setattr},
    COMPARE_ROW(COMPARE_LT, lt), COMPARE_ROW(COMPARE_LE, le), COMPARE_ROW(COMPARE_EQ, eq),
    COMPARE_ROW(COMPARE_NE, ne), COMPARE_ROW(COMPARE_GT, gt), COMPARE_ROW(COMPARE_GE, ge),
    {&name___bool__, SLOT_TRUTH, 0, SLOT(truth), slot_truth},
    {&name___iter__, SLOT_UNARY, 0, SLOT(iter), slot_iter},
    {&name___next__, SLOT_NEXT, 0, SLOT(next), slot_next},
    {&name___len__, SLOT_LENGTH, 0, SLOT(length), slot_length},
    {&name___getitem__, SLOT_BINARY, 0, SLOT(getitem), slot_getitem},
    {&name___setitem__, SLOT_SETITEM, 0, SLOT(setitem), slot_setitem},
    {&name___delitem__, SLOT_DELITEM, 0, SLOT(setitem), slot_setitem},
    {&name___contains__, SLOT_CONTAINS, 0, SLOT(contains), slot_contains},
    {&name___get__, SLOT_GET, 0, SLOT(descr_get), slot_descr_get},
    {&name___set__, SLOT_SET, 0, SLOT(descr_set), slot_descr_set},
    {&name___delete__, SLOT_DELETE, 0, SLOT(descr_set), slot_descr_set},
    {&name___init__, SLOT_INIT, 0, SLOT(init), slot_init},
    {&name___new__, SLOT_NEW, 0, SLOT(new), slot_new},
    {&name___del__, SLOT_DEL, 0, SLOT(finalize), slot_finalize},
};
enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

void **slot_at(Type *type, const SlotRow *row)
{
    return (void **)((char *)type + row->offset);
}

bool type_slots_is_slot_name(Str *name)
{
    for (int i = 0; i < ROW_COUNT; i++)
        if (*rows[i].name == name)
            return true;
    return false;
}

int type_slots_init(void)
{
    return 0;
}

/* ---- builtin types: slots to attributes ---- */

static const NativeDef new_def = {"__new__", slot_wrap_new, 0, -1, NATIVE_KEYWORDS};

int type_slots_add_wrappers(Type *type)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        const SlotRow *row = &rows[i];
        if (row->kind == SLOT_HASH && type->hash == slot_hash_refused) /* by an earlier attempt that found no memory */
            continue;
        if (*slot_at(type, row) == NULL || row->kind == SLOT_GETATTR_FALLBACK || row->kind == SLOT_DEL)
            continue;
        if (row->kind == SLOT_TRUTH && (type->buffer || type->flags & (TYPE_BYTES | TYPE_STR) || type == &type_bytearray)) /* a short way to their length */
            continue;
        Value wrapper = row->kind == SLOT_NEW ? native_function_new(&new_def, value_of(type), NULL) : slot_wrapper_new(row, type);
        if (!wrapper)
            return -1;
        int result = dict_set_str(type->dict, *row->name, wrapper);
        value_release(wrapper);
        if (result < 0)
            return -1;
    }
    if (type->compare && (!type->hash || type->hash == slot_hash_refused)) {
        type->hash = slot_hash_refused;
        return dict_set_str(type->dict, name___hash__, VALUE_NONE);
    }
    return 0;
}

void type_slots_inherit(Type *type)
{
    Type *base = type->base;
    bool is_static = !(type->flags & TYPE_HEAP);
    type->flags |= base->flags & (TYPE_INT | TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_EXCEPTION | TYPE_TYPE | TYPE_BYTES |
                                  TYPE_FLOAT | TYPE_SET | TYPE_WEAKREFS);
    for (int64_t i = 0; i < type->mro->length && !(type->flags & TYPE_PATTERNS); i++)
        type->flags |= as_type(type->mro->items[i])->flags & TYPE_PATTERNS;
    if (type->pow3 == NULL)
        type->pow3 = base->pow3;
    if (type->buffer == NULL)
        type->buffer = base->buffer;
    if (type->exports == NULL)
        type->exports = base->exports;
    if (!is_static)
        return;
    for (int i = 0; i < ROW_COUNT; i++) {
        void **slot = slot_at(type, &rows[i]);
        if (*slot == NULL && !(rows[i].kind == SLOT_NEW && base == &type_object))
            *slot = *slot_at(base, &rows[i]);
    }
    if (type->traverse == NULL && base->traverse) {
        type->traverse = base->traverse;
        type->flags |= base->flags & TYPE_GC;
    }
    if (type->clear == NULL)
        type->clear = base->clear;
    if (type->dealloc == NULL)
        type->dealloc = base->dealloc;
    if (type->size == 0)
        type->size = base->size;
    if (type->attrs_offset == 0)
        type->attrs_offset = base->attrs_offset;
    type->flags |= base->flags & TYPE_HAS_DEL;
}

/* ---- Python classes: attributes to slots ---- */

/* The C function that `found`, what a dunder resolves to, stands for; NULL: call the attribute. */
static void *native_slot_of(Type *type, const SlotRow *row, Value found)
{
    Type *owner = NULL;
    if (value_is_heap_exactly(found, &type_slot_wrapper)) {
        SlotWrapper *wrapper = (SlotWrapper *)value_object(found);
        if (wrapper->row->offset == row->offset && wrapper->row->name == row->name)
            owner = wrapper->owner;
    } else if (value_is_heap_exactly(found, &type_native_method) && str_equal_cstr(value_of(*row->name), as_native_method(found)->def->name)) {
        owner = as_native_method(found)->owner; /* a method table's own version of a slot, such as dict.__contains__ */
    } else if (row->kind == SLOT_NEW && value_is_heap_exactly(found, &type_native_function) && as_native_function(found)->def == &new_def) {
        return (void *)as_type(as_native_function(found)->self)->new;
    } else if (row->kind == SLOT_HASH && found == VALUE_NONE) {
        return (void *)slot_hash_refused;
    }
    return owner && type_is_subtype(type, owner) ? *slot_at(owner, row) : NULL;
}

/* All rows of the slot that begins at rows[first]; returns the index behind them. */
static int update_slot(Type *type, int first)
{
    void *native = NULL;
    bool generic = false, any = false;
    int i = first;
    for (; i < ROW_COUNT && rows[i].offset == rows[first].offset; i++) {
        Value found = type_lookup_nocache(type, *rows[i].name);
        if (!found)
            continue;
        void *function = native_slot_of(type, &rows[i], found);
        if (function == NULL || (any && native != function))
            generic = true;
        native = function;
        any = true;
    }
    *slot_at(type, &rows[first]) = !any ? NULL : generic ? rows[first].generic : native;
    return i;
}

void type_slots_update_flags(Type *type)
{
    uint32_t flags = type->flags & ~(uint32_t)(TYPE_DESCRIPTOR_DATA | TYPE_GETATTR_HOOK | TYPE_SETATTR_HOOK);
    if (type->descr_set)
        flags |= TYPE_DESCRIPTOR_DATA;
    if (type->getattr && type->getattr != attr_generic_get)
        flags |= TYPE_GETATTR_HOOK;
    if (type->setattr && type->setattr != attr_generic_set)
        flags |= TYPE_SETATTR_HOOK;
    if (type->flags & TYPE_HEAP) {
        flags &= ~(uint32_t)TYPE_HAS_DEL;
        if (type->finalize)
            flags |= TYPE_HAS_DEL;
    }
    type->flags = flags;
}

static void update_pow3(Type *type)
{
    bool in_python = type->binary[BINARY_POW] == slot_pow;
    type->pow3 = in_python ? slot_pow3 : type->base->pow3;
    if (!in_python && type->binary[BINARY_POW] == NULL)
        type->pow3 = NULL;
}

void type_slots_update_all(Type *type)
{
    for (int i = 0; i < ROW_COUNT;)
        i = update_slot(type, i);
    if (type->finalize == NULL && type->base->finalize && type_lookup_nocache(type, name___del__) == VALUE_NULL)
        type->finalize = type->base->finalize; /* a builtin type's own */
    update_pow3(type);
    type_slots_update_flags(type);
}

static void update_tree(Type *type, int first)
{
    if (type->flags & TYPE_HEAP) {
        update_slot(type, first);
        update_pow3(type);
        type_slots_update_flags(type);
    }
    for (uint32_t i = 0; i < type_subclass_count(type); i++)
        update_tree(type_subclass_at(type, i), first);
}

void type_slots_update(Type *type, Str *name)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        if (*rows[i].name != name)
            continue;
        int first = i;
        while (first > 0 && rows[first - 1].offset == rows[i].offset)
            first--;
        update_tree(type, first);
    }
    if (name == name___get__ || name == name___set__ || name == name___delete__)
        type_modified(&type_object); /* its instances may be attributes of any class */
}
