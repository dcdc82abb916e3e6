/* compiler_stack.c: what CPython 3.11 has on its stack where we compile, noted before every instruction for a debugger's jump (frame_jump.c). */
#include "compiler.h"

static int stack_add(Compiler *c, StackItem item)
{
    Unit *unit = c->unit;
    unit->stack_items = compile_grow(c, unit->stack_items, unit->stack_count, &unit->stack_capacity, sizeof *unit->stack_items);
    unit->stack_items[unit->stack_count] = item;
    return unit->stack_count++;
}

/* The same value in the same place on the same stack is one entry. */
void stack_push(Compiler *c, int kind, int slot, int width)
{
    Unit *unit = c->unit;
    if (unit->stack == STACK_UNKNOWN)
        return;
    if (unit->stack_count == 0)
        stack_add(c, (StackItem){ 0 });
    uint64_t key = (uint64_t)unit->stack << 40 | (uint64_t)(uint32_t)slot << 8 | (uint64_t)(kind << 2 | width);
    int item = word_map_put(c, &unit->stack_map, key, unit->stack_count);
    if (item == unit->stack_count)
        stack_add(c, (StackItem){ unit->stack, kind, width, slot, false });
    unit->stack = item < STACK_UNREACHED ? item : STACK_UNKNOWN;
}

void stack_object(Compiler *c, int slot) { stack_push(c, STACK_OBJECT, slot, 1); }

void stack_null(Compiler *c) { stack_push(c, STACK_NULL, NO_SLOT, 0); }

void stack_part(Compiler *c, int slot)
{
    Unit *unit = c->unit;
    stack_object(c, slot);
    if (unit->stack == STACK_UNKNOWN)
        return;
    int item = stack_add(c, unit->stack_items[unit->stack]);
    unit->stack_items[item].is_part = true;
    unit->stack = item < STACK_UNREACHED ? item : STACK_UNKNOWN;
}

void stack_iterator(Compiler *c, int slot) { stack_push(c, STACK_ITERATOR, slot, 1); }

void stack_objects(Compiler *c, int below, int base, int count)
{
    c->unit->stack = below;
    for (int i = 0; i < count && i <= STACK_LIMIT; i++)
        stack_object(c, base + i);
}

void stack_exception(Compiler *c, int depth)
{
    stack_push(c, STACK_EXCEPT, depth, 1);
    stack_push(c, STACK_EXCEPT, depth + 1, 1);
}

void stack_handler(Compiler *c, int depth) { stack_push(c, STACK_EXCEPT, depth, 2); }
