/* iterators.h: the iterator objects of builtin containers and the builtin iterator adapters. */
#ifndef INTERP_TYPES_ITERATORS_H
#define INTERP_TYPES_ITERATORS_H

#include "object.h"
#include "dict.h"

/* The fast forms that the eval loop steps by itself. `list`, `tuple`, `str`, `dict` are VALUE_NULL when exhausted. */
typedef struct ListIter {
    Object head;
    Value list;
    int64_t index; /* of the next item */
} ListIter;

typedef struct TupleIter {
    Object head;
    Value tuple;
    int64_t index;
} TupleIter;

typedef struct StrIter {
    Object head;
    Value str;
    int64_t index;
} StrIter;

/* One struct for the iterators over keys, values and items; the type tells. */
typedef struct DictIter {
    Object head;
    Value dict;
    int64_t position; /* next entry number */
    int64_t length;   /* dict's length at the start, to notice changes; -1 after an error */
    int64_t remaining; /* entries not yet seen */
    Value pair;       /* items: the previous result tuple, reused when nobody else holds it; else VALUE_NULL */
} DictIter;

typedef struct EnumerateIter {
    Object head;
    Value iterator;
    Value index;    /* of the next item, a plain int */
    Value pair;     /* as DictIter */
} EnumerateIter;

extern Type type_list_iterator, type_list_reverse_iterator, type_tuple_iterator;
extern Type type_str_iterator, type_str_ascii_iterator; /* the same but for the name */
extern Type type_dict_key_iterator, type_dict_value_iterator, type_dict_item_iterator;
extern Type type_dict_reverse_key_iterator, type_dict_reverse_value_iterator, type_dict_reverse_item_iterator;
extern Type type_set_iterator, type_sequence_iterator, type_callable_iterator;
extern Type type_enumerate, type_zip, type_map, type_filter, type_reversed;

Value list_iter_new(Value list);
Value list_reverse_iter_new(Value list);
Value tuple_iter_new(Value tuple);
Value str_iter_new(Value str);
Value dict_iter_new(Type *type, Value dict); /* one of the six types above */
Value set_iter_new(Value set);
Value sequence_iter_new(Value object);      /* __getitem__ with 0, 1, 2, … until IndexError */
Value callable_iter_new(Value callable, Value sentinel);
Value enumerate_new(Value iterable, Value start /* VALUE_NULL: 0 */);

Value iter_self(Value self); /* the `iter` slot of every iterator */

/* What __reduce__ gives, (callable, arguments[, state]); takes over all three, the state VALUE_NULL if there is none. VALUE_NULL when one of the first
 * two is (an exception is pending). */
Value reduced_steal(Value callable, Value arguments, Value state);
Value builtin_by_name(Str *name);
/* Methods of iterators that hold their container and an index, as ListIter does. */
Value container_iter_reduce(Value self, const Value *args, int nargs, Value kwnames);
Value container_iter_setstate(Value self, const Value *args, int nargs, Value kwnames);

int64_t value_length_hint(Value v, int64_t fallback); /* operator.length_hint; -1: exception */

#endif
