/* code.c: see code.h. */
#include "code.h"

#include "abstract.h"
#include "code_copy.h"
#include "mem.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

const OpcodeInfo opcode_info[OP_COUNT] = {
#define OPCODE(name, a, b, c, tail, units, meaning) { #name, OPERAND_##a, OPERAND_##b, OPERAND_##c, TAIL_##tail, units },
#include "opcode.def"
#undef OPCODE
};

const ExceptionHandler *code_find_handler(const Code *code, int32_t instr_index)
{
    int low = 0, high = code->handler_count;
    while (low < high) {
        int middle = (low + high) / 2;
        const ExceptionHandler *handler = &code->handlers[middle];
        if (instr_index >= handler->end)
            low = middle + 1;
        else if (instr_index < handler->start)
            high = middle;
        else
            return handler;
    }
    return NULL;
}

int code_cell_of_local(const Code *code, int local)
{
    for (int i = 0; i < code->cellvars->length; i++) {
        if (code->cell_locals[i] == local)
            return i;
    }
    return -1;
}

Str *code_local_name(const Code *code, int local)
{
    int cell = code_cell_of_local(code, local);
    if (cell >= 0)
        return as_str(code->cellvars->items[cell]);
    return local < code->varnames->length ? as_str(code->varnames->items[local]) : NULL;
}

static void code_dealloc(Object *object)
{
    Code *code = (Code *)object;
    object_release_null(code->name);
    object_release_null(code->qualname);
    object_release_null(code->filename);
    object_release_null(code->constants);
    object_release_null(code->names);
    object_release_null(code->varnames);
    object_release_null(code->cellvars);
    object_release_null(code->freevars);
    value_release_null(code->doc);
    mem_free_raw(code->cell_locals);
    mem_free_raw(code->instrs);
    mem_free_raw(code->unwind);
    mem_free_raw(code->stacks);
    mem_free_raw(code->stack_entries);
    mem_free_raw(code->starts);
    mem_free_raw(code->positions);
    mem_free_raw(code->marks);
    mem_free_raw(code->skips);
    mem_free_raw(code->handlers);
    object_free(code, sizeof *code);
}

static Value code_repr(Value self)
{
    Code *code = as_code(self);
    return str_printf("<code object %Y at %p, file \"%Y\", line %d>", code->name, (void *)code, code->filename, code->first_line);
}

static Value retained(void *object) { return value_retain(value_of(object)); }

static Value get_name(Value self) { return retained(as_code(self)->name); }
static Value get_qualname(Value self) { return retained(as_code(self)->qualname); }
static Value get_filename(Value self) { return retained(as_code(self)->filename); }
static Value get_constants(Value self) { return retained(as_code(self)->constants); }
static Value get_names(Value self) { return retained(as_code(self)->names); }
static Value get_varnames(Value self) { return retained(as_code(self)->varnames); }
static Value get_cellvars(Value self) { return retained(as_code(self)->cellvars); }
static Value get_freevars(Value self) { return retained(as_code(self)->freevars); }
static Value get_argcount(Value self) { return value_from_small_int(as_code(self)->argcount); }
static Value get_posonly(Value self) { return value_from_small_int(as_code(self)->posonly_count); }
static Value get_kwonly(Value self) { return value_from_small_int(as_code(self)->kwonly_count); }
static Value get_nlocals(Value self) { return value_from_small_int(as_code(self)->varnames->length); }
static Value get_flags(Value self) { return value_from_small_int(as_code(self)->flags & ~(CODE_NAMESPACE | CODE_CLASS_BODY)); }
static Value get_first_line(Value self) { return value_from_small_int(as_code(self)->first_line); }
static Value get_stacksize(Value self) { return value_from_small_int(as_code(self)->temp_count); }

/* ---- where instructions stand ---- */

static Value line_or_none(uint32_t line) { return line ? value_from_small_int(line) : VALUE_NONE; }

/* (start, end, line) for every stretch of units, counted as f_lasti counts them, that belong to one line; None: to no line. */
static Value method_lines(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const Code *code = as_code(self);
    Value list = list_new(0);
    for (int32_t start = 0, end; list && start < code->instr_count; start = end) {
        for (end = start + 1; end < code->instr_count && code->positions[end].line == code->positions[start].line; end++)
            ;
        Value parts[3] = {value_from_small_int(start), value_from_small_int(end), line_or_none(code->positions[start].line)};
        Value item = tuple_from_steal(parts, 3);
        if (!item || list_append_steal(list, item) < 0)
            value_clear(&list);
    }
    Value lines = list ? value_iter(list) : VALUE_NULL;
    value_release_null(list);
    return lines;
}

/* (line, end line, column, end column) for every unit. */
static Value method_positions(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const Code *code = as_code(self);
    Value list = list_new(0);
    for (int32_t i = 0; list && i < code->instr_count; i++) {
        const SrcPos *at = &code->positions[i];
        bool known = at->line != 0;
        Value parts[4] = {line_or_none(at->line), line_or_none(at->end_line), known ? value_from_small_int(at->col) : VALUE_NONE,
                          known ? value_from_small_int(at->end_col) : VALUE_NONE};
        Value item = tuple_from_steal(parts, 4);
        if (!item || list_append_steal(list, item) < 0)
            value_clear(&list);
    }
    Value positions = list ? value_iter(list) : VALUE_NULL;
    value_release_null(list);
    return positions;
}

static const NativeDef code_methods[] = {
    {"replace", code_method_replace, 0, 0, NATIVE_KEYWORDS},
    {"co_lines", method_lines, 0, 0, 0},
    {"co_positions", method_positions, 0, 0, 0},
    {0},
};

static const GetSetDef code_getsets[] = {
    { .name = "co_name", .get = get_name, .set = attr_readonly },
    { .name = "co_qualname", .get = get_qualname, .set = attr_readonly },
    { .name = "co_filename", .get = get_filename, .set = attr_readonly },
    { .name = "co_consts", .get = get_constants, .set = attr_readonly },
    { .name = "co_names", .get = get_names, .set = attr_readonly },
    { .name = "co_varnames", .get = get_varnames },
    { .name = "co_cellvars", .get = get_cellvars },
    { .name = "co_freevars", .get = get_freevars },
    { .name = "co_argcount", .get = get_argcount, .set = attr_readonly },
    { .name = "co_posonlyargcount", .get = get_posonly, .set = attr_readonly },
    { .name = "co_kwonlyargcount", .get = get_kwonly, .set = attr_readonly },
    { .name = "co_nlocals", .get = get_nlocals, .set = attr_readonly },
    { .name = "co_flags", .get = get_flags, .set = attr_readonly },
    { .name = "co_firstlineno", .get = get_first_line, .set = attr_readonly },
    { .name = "co_stacksize", .get = get_stacksize, .set = attr_readonly },
    { .name = NULL },
};

Type type_code = {
    .head = OBJECT_STATIC(&type_type),
    .name = "code",
    .flags = TYPE_WEAKREFS,
    .size = sizeof(Code),
    .dealloc = code_dealloc,
    .repr = code_repr,
    .methods = code_methods,
    .getsets = code_getsets,
};
