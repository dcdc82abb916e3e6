/* containers.c: readies the types of the containers and of everything that iterates. */
#include "sequence.h"

#include "dict.h"
#include "file.h"
#include "generic_alias.h"
#include "iterators.h"
#include "list.h"
#include "set.h"
#include "modules/modules.h"
#include "tuple.h"
#include "type.h"

int container_types_init(void)
{
    static Type *const types[] = {
        &type_tuple, &type_list, &type_dict, &type_set, &type_frozenset,
        &type_dict_keys, &type_dict_values, &type_dict_items, &type_mappingproxy,
        &type_list_iterator, &type_list_reverse_iterator, &type_tuple_iterator, &type_str_iterator, &type_str_ascii_iterator,
        &type_dict_key_iterator, &type_dict_value_iterator, &type_dict_item_iterator,
        &type_dict_reverse_key_iterator, &type_dict_reverse_value_iterator, &type_dict_reverse_item_iterator,
        &type_set_iterator, &type_sequence_iterator, &type_callable_iterator,
        &type_enumerate, &type_zip, &type_map, &type_filter, &type_reversed,
        &type_generic_alias, &type_union,
    };
    if (type_take_dotted_name(&type_generic_alias) < 0 || type_take_dotted_name(&type_union) < 0)
        return -1;
    return type_ready_all(types, sizeof types / sizeof *types) < 0 ? -1 : file_types_init();
}
