/* struct_sequence.h: tuples whose items have names too, such as sys.version_info. */
#ifndef INTERP_MODULES_STRUCT_SEQUENCE_H
#define INTERP_MODULES_STRUCT_SEQUENCE_H

#include "object.h"

/* A subclass of tuple made by C code. type: static, with its name ("sys.version_info") alone set. */
typedef struct StructSequence {
    Type type;
    const char *const *fields; /* ends with NULL */
    const char *const *hidden; /* names of items behind the end of the tuple, None when they are not given; ends with NULL; NULL: there are none */
    bool ready;                /* each field has its getter */
    bool sealed;               /* programs make no instances */
} StructSequence;

#define STRUCT_SEQUENCE_SEALED(type_name, field_names) {.type = {.head = OBJECT_STATIC(&type_type), .name = type_name}, .fields = field_names, .sealed = true}
#define STRUCT_SEQUENCE(type_name, field_names) {.type = {.head = OBJECT_STATIC(&type_type), .name = type_name}, .fields = field_names}

/* A new instance of `count` values, the hidden ones too (all consumed; a VALUE_NULL among them: failure); makes the type ready when it is not. */
Value struct_sequence_new_steal(StructSequence *sequence, const Value *values, int count);
int struct_sequence_ready(StructSequence *sequence);
Value struct_sequence_hidden(Value self, int i); /* new reference */

#endif
