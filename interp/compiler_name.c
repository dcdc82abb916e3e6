/* compiler_name.c: loading, storing and deleting a name, wherever it lives. */
#include "compiler.h"

/* Where a name lives in the current unit. */
typedef enum Place { PLACE_LOCAL, PLACE_CELL, PLACE_FREE, PLACE_CLASS_FREE, PLACE_GLOBAL, PLACE_NAMESPACE } Place;

typedef struct Location { Place place; int index; const char *mangled; } Location;

static Location locate(Compiler *c, const char *name)
{
    Unit *unit = c->unit;
    Block *block = unit->block;
    Location at = { PLACE_GLOBAL, 0, symtable_mangle(c->arena, block->class_name, name) };
    if (at.mangled == NULL)
        compile_no_memory(c);
    Symbol *symbol = block_symbol(block, at.mangled);
    NameScope scope = symbol != NULL ? symbol->scope : NAME_GLOBAL_IMPLICIT;
    switch (scope) {
    case NAME_LOCAL:
        if (block->kind != BLOCK_FUNCTION)
            break;
        if (symbol->local < 0) {
            unit->locals = compile_grow(c, unit->locals, unit->local_count, &unit->local_capacity, sizeof *unit->locals);
            unit->locals[unit->local_count] = symbol;
            symbol->local = unit->local_count++;
        }
        at.place = PLACE_LOCAL;
        at.index = ~symbol->local;
        return at;
    case NAME_CELL:
        at.place = PLACE_CELL;
        at.index = unit->cell_slots[symbol->local];
        return at;
    case NAME_FREE:
        at.place = block->kind == BLOCK_CLASS ? PLACE_CLASS_FREE : PLACE_FREE;
        at.index = symbol->local;
        return at;
    case NAME_GLOBAL_EXPLICIT:
        at.index = name_index_plain(c, at.mangled);
        return at;
    case NAME_GLOBAL_IMPLICIT: case NAME_UNRESOLVED:
        break;
    }
    at.place = unit->namespace ? PLACE_NAMESPACE : PLACE_GLOBAL;
    at.index = name_index_plain(c, at.mangled);
    return at;
}

int name_local_slot(Compiler *c, const char *name)
{
    const char *mangled = symtable_mangle(c->arena, c->unit->block->class_name, name);
    if (mangled == NULL)
        compile_no_memory(c);
    Symbol *symbol = block_symbol(c->unit->block, mangled);
    if (c->unit->block->kind != BLOCK_FUNCTION || symbol == NULL || symbol->scope != NAME_LOCAL)
        return 0;
    return locate(c, name).index;
}

bool name_is_global(Compiler *c, const char *name) { return locate(c, name).place == PLACE_GLOBAL; }

int name_free_index(Compiler *c, const char *name)
{
    const char *interned = arena_intern(c->arena, name, strlen(name));
    if (interned == NULL)
        compile_no_memory(c);
    const Symbol *symbol = block_symbol(c->unit->block, interned);
    return c->unit->block->kind == BLOCK_FUNCTION && symbol && symbol->scope == NAME_FREE ? symbol->local : -1;
}

int load_name(Compiler *c, const char *name, int want)
{
    Location at = locate(c, name);
    int depth = c->unit->depth, dst = destination(c, want, depth);
    bool new_line;
    switch (at.place) {
    case PLACE_LOCAL:
        new_line = c->unit->ir_count == 0 || c->unit->ir[c->unit->ir_count - 1].pos.line != c->unit->pos.line;
        emit(c, OP_CHECK_LOCAL, at.index, 0, 0);
        if (want == WANT_ANY || want == at.index) {
            if (new_line)
                emit_line(c); /* a local is no instruction, but its line is passed */
            return at.index;
        }
        emit(c, OP_MOVE, dst, at.index, 0);
        break;
    case PLACE_CELL: emit(c, OP_LOAD_CELL, dst, at.index, 0); break;
    case PLACE_FREE: emit(c, OP_LOAD_FREE, dst, at.index, 0); break;
    case PLACE_CLASS_FREE: emit(c, OP_LOAD_CLASSDEREF, dst, at.index, name_index_plain(c, at.mangled)); break;
    case PLACE_GLOBAL: emit(c, OP_LOAD_GLOBAL, dst, at.index, 0); break;
    case PLACE_NAMESPACE: emit(c, OP_LOAD_NAME, dst, at.index, 0); break;
    }
    finish(c, dst, depth);
    return dst;
}

void forbid_debug(Compiler *c, const char *name, const char *what)
{
    if (name[0] == '_' && strcmp(name, "__debug__") == 0)
        compile_error(c, c->unit->pos, "cannot %s __debug__", what);
}

/* A target that is stored to without store_name. */
void forbid_debug_target(Compiler *c, const Expr *target)
{
    SrcPos before = set_pos(c, target->pos);
    if (target->kind == EXPR_NAME)
        forbid_debug(c, target->name.id, "assign to");
    set_pos(c, before);
}

void store_name(Compiler *c, const char *name, int slot)
{
    forbid_debug(c, name, "assign to");
    Location at = locate(c, name);
    switch (at.place) {
    case PLACE_LOCAL:
        if (slot != at.index)
            emit(c, OP_MOVE, at.index, slot, 0);
        break;
    case PLACE_CELL: emit(c, OP_STORE_CELL, slot, at.index, 0); break;
    case PLACE_FREE: case PLACE_CLASS_FREE: emit(c, OP_STORE_FREE, slot, at.index, 0); break;
    case PLACE_GLOBAL: emit(c, OP_STORE_GLOBAL, slot, at.index, 0); break;
    case PLACE_NAMESPACE: emit(c, OP_STORE_NAME, slot, at.index, 0); break;
    }
    if (slot >= 0)
        set_depth(c, slot);
}

void delete_name(Compiler *c, const char *name)
{
    forbid_debug(c, name, "delete");
    Location at = locate(c, name);
    switch (at.place) {
    case PLACE_LOCAL: emit(c, OP_DELETE_LOCAL, at.index, 0, 0); break;
    case PLACE_CELL: emit(c, OP_DELETE_CELL, 0, at.index, 0); break;
    case PLACE_FREE: case PLACE_CLASS_FREE: emit(c, OP_DELETE_FREE, 0, at.index, 0); break;
    case PLACE_GLOBAL: emit(c, OP_DELETE_GLOBAL, 0, at.index, 0); break;
    case PLACE_NAMESPACE: emit(c, OP_DELETE_NAME, 0, at.index, 0); break;
    }
}
