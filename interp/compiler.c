/* compiler.c: see compile.h and compiler.h: the life of one compilation: memory, constants, units. */
#include "compiler.h"

#include "exceptions.h"
#include "mem.h"
#include "types/bytes.h"
#include "types/complex.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- errors and memory ---- */

/* An error with a place but no range. */
_Noreturn static void future_error(Compiler *c, int line, int offset, const char *format, const char *name)
{
    char text[256];
    snprintf(text, sizeof text, format, name);
    diag_error_at(c->diag, DIAG_SYNTAX_ERROR, line, offset, line, DIAG_NO_OFFSET, "%s", text);
    longjmp(c->escape, 1);
}

_Noreturn void compile_error(Compiler *c, SrcPos pos, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    diag_error(c->diag, DIAG_SYNTAX_ERROR, pos, "%s", text);
    longjmp(c->escape, 1);
}

_Noreturn void compile_no_memory(Compiler *c)
{
    if (exc_pending())
        exc_clear();
    diag_memory(c->diag);
    longjmp(c->escape, 1);
}

void *compile_alloc(Compiler *c, size_t size)
{
    void *block = arena_alloc(c->arena, size);
    if (block == NULL)
        compile_no_memory(c);
    return block;
}

void *compile_grow(Compiler *c, void *array, int count, int *capacity, size_t item)
{
    if (count < *capacity)
        return array;
    int larger = *capacity ? *capacity * 2 : 16;
    void *block = compile_alloc(c, (size_t)larger * item);
    if (count > 0)
        memcpy(block, array, (size_t)count * item);
    *capacity = larger;
    return block;
}

static uint32_t word_hash(uint64_t word) { return (uint32_t)((word * 0x9e3779b97f4a7c15u) >> 32); }

int word_map_put(Compiler *c, WordMap *map, uint64_t key, int number)
{
    if (map->count * 2 >= map->capacity) {
        WordMap larger = { .capacity = map->capacity ? map->capacity * 2 : 32 };
        larger.keys = compile_alloc(c, (size_t)larger.capacity * sizeof *larger.keys);
        larger.numbers = compile_alloc(c, (size_t)larger.capacity * sizeof *larger.numbers);
        memset(larger.keys, 0, (size_t)larger.capacity * sizeof *larger.keys);
        for (int i = 0; i < map->capacity; i++) {
            if (map->keys[i] != 0)
                word_map_put(c, &larger, map->keys[i], map->numbers[i]);
        }
        *map = larger;
    }
    uint32_t mask = (uint32_t)map->capacity - 1, i = word_hash(key) & mask;
    for (; map->keys[i] != 0; i = (i + 1) & mask) {
        if (map->keys[i] == key)
            return map->numbers[i];
    }
    map->keys[i] = key;
    map->numbers[i] = number;
    map->count++;
    return number;
}

/* ---- the pool: every constant of a compilation once ---- */

static uint64_t double_bits(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static uint64_t constant_hash(Value v)
{
    if (!value_is_object(v))
        return word_hash(v);
    Type *type = value_object(v)->type;
    if (type == &type_str)
        return (uint64_t)str_hash(as_str(v));
    if (type == &type_bytes)
        return (uint64_t)hash_bytes(as_bytes(v)->data, (size_t)as_bytes(v)->length) + 1;
    if (type == &type_int)
        return (uint64_t)int_hash(v);
    if (type == &type_float)
        return double_bits(float_value(v));
    if (type == &type_complex)
        return double_bits(as_complex(v)->real) * 31 + double_bits(as_complex(v)->imag);
    if (type == &type_tuple) {
        uint64_t hash = 17;
        for (int64_t i = 0; i < as_tuple(v)->length; i++)
            hash = hash * 1000003 + constant_hash(as_tuple(v)->items[i]);
        return hash;
    }
    return word_hash(v);
}

static bool constant_equal(Value a, Value b)
{
    if (a == b)
        return true;
    if (!value_is_object(a) || !value_is_object(b) || value_object(a)->type != value_object(b)->type)
        return false;
    Type *type = value_object(a)->type;
    if (type == &type_str)
        return str_equal(as_str(a), as_str(b));
    if (type == &type_bytes)
        return as_bytes(a)->length == as_bytes(b)->length
            && memcmp(as_bytes(a)->data, as_bytes(b)->data, (size_t)as_bytes(a)->length) == 0;
    if (type == &type_int)
        return int_compare(a, b) == 0;
    if (type == &type_float)
        return double_bits(float_value(a)) == double_bits(float_value(b));
    if (type == &type_complex)
        return double_bits(as_complex(a)->real) == double_bits(as_complex(b)->real)
            && double_bits(as_complex(a)->imag) == double_bits(as_complex(b)->imag);
    if (type == &type_tuple) {
        if (as_tuple(a)->length != as_tuple(b)->length)
            return false;
        for (int64_t i = 0; i < as_tuple(a)->length; i++) {
            if (!constant_equal(as_tuple(a)->items[i], as_tuple(b)->items[i]))
                return false;
        }
        return true;
    }
    return false;
}

static bool pool_grow(Compiler *c)
{
    int capacity = c->pool_capacity ? c->pool_capacity * 2 : 64;
    Value *pool = mem_calloc_raw((size_t)capacity, sizeof *pool);
    if (pool == NULL)
        return false;
    for (int i = 0; i < c->pool_capacity; i++) {
        if (c->pool[i] == VALUE_NULL)
            continue;
        uint32_t j = (uint32_t)constant_hash(c->pool[i]) & ((uint32_t)capacity - 1);
        while (pool[j] != VALUE_NULL)
            j = (j + 1) & ((uint32_t)capacity - 1);
        pool[j] = c->pool[i];
    }
    mem_free_raw(c->pool);
    c->pool = pool;
    c->pool_capacity = capacity;
    return true;
}

Value pool_add_steal(Compiler *c, Value v)
{
    if (v == VALUE_NULL)
        compile_no_memory(c);
    if (!value_is_object(v))
        return v;
    if (c->pool_count * 2 >= c->pool_capacity && !pool_grow(c)) {
        value_release(v);
        compile_no_memory(c);
    }
    uint32_t mask = (uint32_t)c->pool_capacity - 1, i = (uint32_t)constant_hash(v) & mask;
    for (; c->pool[i] != VALUE_NULL; i = (i + 1) & mask) {
        if (constant_equal(c->pool[i], v)) {
            value_release(v);
            return c->pool[i];
        }
    }
    c->pool[i] = v;
    c->pool_count++;
    return v;
}

void pool_keep_object(Compiler *c, Value v) { pool_add_steal(c, v); }

/* ---- units ---- */

static int compare_names(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* co_freevars: sorted. */
static const char **frees_of(Compiler *c, const Block *block, int *count)
{
    const char **names = compile_alloc(c, (size_t)(block->symbol_count + 1) * sizeof *names);
    *count = 0;
    for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next) {
        if (symbol->scope == NAME_FREE || symbol->flags & SYMBOL_PASSES_FREE)
            names[(*count)++] = symbol->name;
    }
    qsort(names, (size_t)*count, sizeof *names, compare_names);
    return names;
}

/* co_cellvars: the parameters in their order, then the others sorted. */
static const char **cells_of(Compiler *c, const Block *block, int *count)
{
    const char **names = compile_alloc(c, (size_t)(block->symbol_count + 2) * sizeof *names);
    int n = 0, params;
    for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next) {
        if (symbol->scope == NAME_CELL && symbol->flags & SYMBOL_PARAM)
            names[n++] = symbol->name;
    }
    params = n;
    for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next) {
        if (symbol->scope == NAME_CELL && !(symbol->flags & SYMBOL_PARAM))
            names[n++] = symbol->name;
    }
    qsort(names + params, (size_t)(n - params), sizeof *names, compare_names);
    *count = n;
    return names;
}

static void add_local(Compiler *c, Unit *unit, Symbol *symbol)
{
    unit->locals = compile_grow(c, unit->locals, unit->local_count, &unit->local_capacity, sizeof *unit->locals);
    if (symbol != NULL)
        symbol->local = unit->local_count;
    unit->locals[unit->local_count++] = symbol;
}

static void begin_names(Compiler *c, Unit *unit)
{
    Block *block = unit->block;
    for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next)
        symbol->local = -1;
    unit->namespace = block->kind == BLOCK_CLASS || (block->kind == BLOCK_MODULE && c->mode != COMPILE_MODULE);
    if (unit->namespace)
        add_local(c, unit, NULL);
    for (Symbol *symbol = block->first_symbol; symbol != NULL; symbol = symbol->next) {
        if (symbol->flags & SYMBOL_PARAM)
            add_local(c, unit, symbol);
    }
    unit->cells = cells_of(c, block, &unit->cell_count);
    if (block->class_cell)
        unit->cells[unit->cell_count++] = c->symtable.name_class;
    unit->cell_slots = compile_alloc(c, ((size_t)unit->cell_count + 1) * sizeof *unit->cell_slots);
    for (int i = 0; i < unit->cell_count; i++) {
        Symbol *symbol = block_symbol(block, unit->cells[i]);
        bool param = symbol != NULL && symbol->flags & SYMBOL_PARAM;
        unit->cell_slots[i] = param ? ~symbol->local : ~(CELL_BASE + unit->extra_cells++);
        if (symbol != NULL && symbol->scope == NAME_CELL)
            symbol->local = i;
    }
    unit->frees = frees_of(c, block, &unit->free_count);
    for (int i = 0; i < unit->free_count; i++)
        block_symbol(block, unit->frees[i])->local = i;
}

static Value make_qualname(Compiler *c, const Unit *unit)
{
    const Unit *outer = unit->outer;
    if (outer == NULL || outer->outer == NULL)
        return str_from_cstr(unit->name);
    if (unit->block->form == BLOCK_PLAIN) {
        const char *mangled = symtable_mangle(c->arena, outer->block->class_name, unit->name);
        Symbol *symbol = mangled != NULL ? block_symbol(outer->block, mangled) : NULL;
        if (symbol != NULL && symbol->scope == NAME_GLOBAL_EXPLICIT)
            return str_from_cstr(unit->name);
    }
    const char *joint = outer->block->kind == BLOCK_FUNCTION && outer->block->form <= BLOCK_LAMBDA ? ".<locals>." : ".";
    return str_printf("%Y%s%s", as_str(outer->qualname), joint, unit->name);
}

Unit *unit_begin(Compiler *c, const void *node, const char *name, int first_line)
{
    Unit *unit = compile_alloc(c, sizeof *unit);
    *unit = (Unit){ .outer = c->unit, .block = symtable_block(&c->symtable, node), .name = name, .first_line = first_line,
        .doc = VALUE_NONE, .handler = -1, .placed_at = -1 };
    unit->pos = (SrcPos){ (uint32_t)first_line, 0, (uint32_t)first_line, 0 };
    unit->qualname = pool_add_steal(c, make_qualname(c, unit));
    begin_names(c, unit);
    if (unit->block->kind == BLOCK_FUNCTION) {
        unit->flags = CODE_OPTIMIZED | CODE_NEWLOCALS;
        if (unit->block->nested)
            unit->flags |= CODE_NESTED;
        if (unit->block->coroutine)
            unit->flags |= unit->block->generator ? CODE_ASYNC_GENERATOR : CODE_COROUTINE;
        else if (unit->block->generator)
            unit->flags |= CODE_GENERATOR;
    }
    if (unit->namespace)
        unit->flags |= CODE_NAMESPACE;
    if (unit->block->kind == BLOCK_CLASS)
        unit->flags |= CODE_CLASS_BODY;
    unit->flags |= c->features;
    c->unit = unit;
    for (int i = 0; i < unit->cell_count; i++)
        emit(c, OP_MAKE_CELL, unit->cell_slots[i], 0, 0);
    return unit;
}

Value unit_end(Compiler *c)
{
    Unit *unit = c->unit;
    flow_analyze(c, unit);
    Value code = assemble(c, unit);
    if (code == VALUE_NULL)
        compile_no_memory(c);
    c->unit = unit->outer;
    return code;
}

/* ---- the whole ---- */

static bool is_of_future(const Stmt *s) { return s->import_from.module != NULL && strcmp(s->import_from.module, "__future__") == 0; }

static bool is_docstring(const Stmt *s)
{
    return s->kind == STMT_EXPR && s->expr.value->kind == EXPR_CONSTANT && s->expr.value->constant.kind == CONST_STR;
}

static const char late_future[] = "from __future__ imports must occur at the beginning of the file";

/* The __future__ imports at the beginning, and those that are too late on the same line. */
static void read_future(Compiler *c, const AstModule *module)
{
    static const char *const known[] = { "nested_scopes", "generators", "division", "absolute_import", "with_statement",
        "print_function", "unicode_literals", "generator_stop", "annotations", "barry_as_FLUFL" };
    bool late = false;
    uint32_t line = 0;
    for (int i = 0; module->mode != PARSE_EVAL && i < module->body.count; i++) {
        const Stmt *s = module->body.items[i];
        if (late && s->pos.line > line)
            return;
        line = s->pos.line;
        if (s->kind != STMT_IMPORT_FROM || s->import_from.level != 0 || !is_of_future(s)) {
            late |= i > 0 || !is_docstring(s);
            continue;
        }
        if (late)
            future_error(c, (int)s->pos.line, (int)s->pos.col, "%s", late_future);
        for (int j = 0; j < s->import_from.names.count; j++) {
            const char *name = s->import_from.names.items[j]->name;
            bool found = false;
            for (size_t k = 0; k < sizeof known / sizeof *known; k++)
                found |= strcmp(known[k], name) == 0;
            if (strcmp(name, "braces") == 0)
                future_error(c, (int)s->pos.line, (int)s->pos.col + 1, "not a chance%s", "");
            if (!found)
                future_error(c, (int)s->pos.line, (int)s->pos.col + 1, "future feature %.100s is not defined", name);
            if (strcmp(name, "annotations") == 0)
                c->features |= CODE_FUTURE_ANNOTATIONS;
        }
        c->future_line = s->pos.line;
    }
}

void check_late_future(Compiler *c, const Stmt *s)
{
    if (is_of_future(s) && s->pos.line > c->future_line)
        compile_error(c, s->pos, "%s", late_future);
}

static Value compile_top(Compiler *c, const AstModule *module)
{
    unit_begin(c, module, "<module>", 1);
    if (module->mode == PARSE_EVAL) {
        int slot = operand(c, module->expr);
        emit(c, OP_RETURN, slot, 0, 0);
        set_depth(c, 0);
    } else {
        visit_body(c, module->body);
        emit_final_return(c);
    }
    return unit_end(c);
}

Value compile_module(Arena *arena, const AstModule *module, const char *filename, CompileOptions how, Diag *diag)
{
    Compiler compiler = { .arena = arena, .diag = diag, .mode = how.mode, .optimize = how.optimize, .features = how.features, .filename = filename };
    Compiler *volatile c = &compiler;
    volatile Value code = VALUE_NULL;
    do {
        compiler.retry = false;
        diag_forget_compiler_warnings(diag);
        compiler.unit = NULL;
        if (setjmp(compiler.escape) == 0) {
            compiler.filename_str = pool_add_steal(c, str_from_cstr(filename));
            read_future(c, module);
            if (!symtable_build(&compiler.symtable, arena, module, compiler.features & CODE_FUTURE_ANNOTATIONS, diag)) {
                if (!diag_is_set(diag))
                    diag_memory(diag);
                break;
            }
            code = value_retain(compile_top(c, module));
        }
    } while (compiler.retry);
    if (diag_is_set(diag))
        diag_drop_text_of_no_file(diag);
    for (int i = 0; i < compiler.pool_capacity; i++)
        value_release_null(compiler.pool[i]);
    mem_free_raw(compiler.pool);
    return code;
}
