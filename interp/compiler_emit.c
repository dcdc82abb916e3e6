/* compiler_emit.c: instructions, labels, handlers, temporaries and constants of the unit under construction. */
#include "compiler.h"

#include "types/str.h"

Ir *emit(Compiler *c, int op, int a, int b, int d)
{
    Unit *unit = c->unit;
    unit->ir = compile_grow(c, unit->ir, unit->ir_count, &unit->ir_capacity, sizeof *unit->ir);
    Ir *ir = &unit->ir[unit->ir_count++];
    *ir = (Ir){ .op = (uint16_t)op, .unwind = unit->depth, .a = a, .b = b, .c = d, .target = -1, .handler = unit->handler, .stack = unit->stack,
        .made = unit->placed_at == unit->ir_count - 1 ? 2 * unit->placed + 1 : 2 * unit->label_count, .pos = unit->pos };
    return ir;
}

void emit_tail(Compiler *c, int op, int a, int b, int d, Value tail)
{
    emit(c, op, a, b, d)->value = tail;
}

void emit_final_return(Compiler *c)
{
    set_no_line(c);
    emit(c, OP_RETURN_NONE, 0, 0, 0);
}

void emit_mark(Compiler *c, int kind, int a) { emit(c, OP_NOP, a, 0, kind)->dead = true; }

void emit_line(Compiler *c) { emit_mark(c, IR_LINE, 0); }

void emit_jump(Compiler *c, int op, int a, int b, Label target)
{
    emit(c, op, a, b, 0)->target = target;
}

void emit_jump_no_line(Compiler *c, Label target)
{
    SrcPos before = set_no_line(c);
    emit_jump(c, OP_JUMP, 0, 0, target);
    set_pos(c, before);
}

Label label_new(Compiler *c)
{
    Unit *unit = c->unit;
    unit->labels = compile_grow(c, unit->labels, unit->label_count, &unit->label_capacity, sizeof *unit->labels);
    unit->labels[unit->label_count] = -1;
    return unit->label_count++;
}

void label_place(Compiler *c, Label label)
{
    Unit *unit = c->unit;
    unit->labels[label] = unit->placed_at = unit->ir_count;
    unit->placed = label;
}

int handler_new(Compiler *c, Label target, int depth)
{
    Unit *unit = c->unit;
    unit->handlers = compile_grow(c, unit->handlers, unit->handler_count, &unit->handler_capacity, sizeof *unit->handlers);
    unit->handlers[unit->handler_count] = (HandlerSpec){ target, depth };
    if (depth + 3 > unit->max_depth)
        unit->max_depth = depth + 3; /* the pair, and where it was raised */
    emit_mark(c, IR_GUARD, unit->handler_count);
    return unit->handler_count++;
}

SrcPos set_pos(Compiler *c, SrcPos pos)
{
    SrcPos before = c->unit->pos;
    c->unit->pos = pos;
    return before;
}

SrcPos set_no_line(Compiler *c) { return set_pos(c, (SrcPos){ 0 }); }

/* ---- temporaries ---- */

void set_depth(Compiler *c, int depth)
{
    c->unit->depth = depth;
    if (depth > c->unit->max_depth)
        c->unit->max_depth = depth;
}

int temp_push(Compiler *c)
{
    set_depth(c, c->unit->depth + 1);
    return c->unit->depth - 1;
}

int destination(Compiler *c, int want, int depth)
{
    (void)c;
    return want < 0 ? want : depth;
}

void finish(Compiler *c, int slot, int depth) { set_depth(c, slot < 0 ? depth : slot + 1); }

/* ---- constants and names ---- */

int constant_index(Compiler *c, Value pooled)
{
    Unit *unit = c->unit;
    int index = word_map_put(c, &unit->constant_map, pooled, unit->constant_count);
    if (index == unit->constant_count) {
        unit->constants = compile_grow(c, unit->constants, index, &unit->constant_capacity, sizeof *unit->constants);
        unit->constants[unit->constant_count++] = pooled;
    }
    return index;
}

int name_index_plain(Compiler *c, const char *name)
{
    Unit *unit = c->unit;
    int index = word_map_put(c, &unit->name_map, (uint64_t)(uintptr_t)name, unit->name_count);
    if (index == unit->name_count) {
        unit->names = compile_grow(c, unit->names, index, &unit->name_capacity, sizeof *unit->names);
        unit->names[unit->name_count++] = name;
    }
    return index;
}

int name_index(Compiler *c, const char *name)
{
    const char *mangled = symtable_mangle(c->arena, c->unit->block->class_name, name);
    if (mangled == NULL)
        compile_no_memory(c);
    return name_index_plain(c, mangled);
}

void load_constant(Compiler *c, Value pooled, int dst)
{
    constant_index(c, pooled);
    if (value_is_small_int(pooled) && value_small_int(pooled) >= IMMEDIATE_MIN && value_small_int(pooled) <= IMMEDIATE_MAX)
        emit(c, OP_LOADI, dst, (int)value_small_int(pooled), 0);
    else
        emit_tail(c, OP_LOADK, dst, 0, 0, pooled);
}

int load_constant_want(Compiler *c, Value pooled, int want)
{
    int depth = c->unit->depth, dst = destination(c, want, depth);
    load_constant(c, pooled, dst);
    finish(c, dst, depth);
    return dst;
}

static bool is_identifier_like(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char ch = text[i];
        if (!((ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_'))
            return false;
    }
    return true;
}

Value constant_str_steal(Compiler *c, Value v)
{
    if (v != VALUE_NULL && as_str(v)->ascii && is_identifier_like(as_str(v)->utf8, (size_t)as_str(v)->length))
        str_intern_in_place(&v);
    return pool_add_steal(c, v);
}

Value constant_str(Compiler *c, const char *text, size_t length) { return constant_str_steal(c, str_from_utf8(text, length)); }
