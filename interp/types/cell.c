/* cell.c: see cell.h. */
#include "cell.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "native.h"
#include "str.h"
#include "type.h"

Value cell_new(Value value_or_null)
{
    Cell *cell = object_alloc(&type_cell, sizeof *cell);
    if (cell == NULL)
        return VALUE_NULL;
    cell->value = value_retain_null(value_or_null);
    gc_track(cell);
    return value_of(cell);
}

static Value cell_make(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    Value content;
    return native_bind("cell(contents=, /)", args, nargs, kwnames, &content) ? cell_new(content) : VALUE_NULL;
}

static void cell_dealloc(Object *self)
{
    gc_untrack(self);
    value_release_null(((Cell *)self)->value);
    object_free(self, sizeof(Cell));
}

static void cell_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((Cell *)self)->value, context);
}

static void cell_clear(Object *self)
{
    value_clear(&((Cell *)self)->value);
}

static Value cell_repr(Value self)
{
    Value content = as_cell(self)->value;
    if (!content)
        return str_printf("<cell at %p: empty>", (void *)(uintptr_t)self);
    return str_printf("<cell at %p: %.80s object at %p>", (void *)(uintptr_t)self, type_of(content)->name, (void *)(uintptr_t)content);
}

static Value cell_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_heap_exactly(a, &type_cell) || !value_is_object(b) || !value_is_heap_exactly(b, &type_cell))
        return VALUE_NOT_IMPLEMENTED;
    Value x = as_cell(a)->value, y = as_cell(b)->value;
    if (x && y)
        return value_compare(x, y, op);
    return value_compare(value_bool(x != VALUE_NULL), value_bool(y != VALUE_NULL), op);
}

static Value get_contents(Value self)
{
    Value content = as_cell(self)->value;
    return content ? value_retain(content) : raise_error(&exc_ValueError, "Cell is empty");
}

static int set_contents(Value self, Value value)
{
    value_set_steal(&as_cell(self)->value, value_retain_null(value));
    return 0;
}

static const GetSetDef cell_getsets[] = {{"cell_contents", get_contents, set_contents}, {NULL, NULL, NULL}};

Type type_cell = {
    .head = OBJECT_STATIC(&type_type),
    .name = "cell",
    .flags = TYPE_GC,
    .size = sizeof(Cell),
    .new = cell_make,
    .dealloc = cell_dealloc,
    .traverse = cell_traverse,
    .clear = cell_clear,
    .repr = cell_repr,
    .compare = cell_compare,
    .getsets = cell_getsets,
};
