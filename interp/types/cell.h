/* types/cell.h: cells, the variables that closures share. */
#ifndef INTERP_TYPES_CELL_H
#define INTERP_TYPES_CELL_H

#include "object.h"

typedef struct Cell {
    Object head;
    Value value; /* VALUE_NULL: unbound */
} Cell;

extern Type type_cell;

Value cell_new(Value value_or_null); /* retains the value */

static inline Cell *as_cell(Value v) { return (Cell *)value_object(v); }

#endif
