/* code_copy.c: code.replace() of code.h: a copy under other names, in another file or at another line.
 *
 * What the instructions themselves follow from (counts, constants, bytecode) may be given as it is, and is refused otherwise.
 */
#include "code_copy.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "mem.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

enum {
    GIVEN_ARGCOUNT, GIVEN_POSONLY, GIVEN_KWONLY, GIVEN_NLOCALS, GIVEN_STACKSIZE, GIVEN_FLAGS, GIVEN_FIRST_LINE, GIVEN_CODE, GIVEN_CONSTS, GIVEN_NAMES,
    GIVEN_VARNAMES, GIVEN_FREEVARS, GIVEN_CELLVARS, GIVEN_FILENAME, GIVEN_NAME, GIVEN_QUALNAME, GIVEN_LINETABLE, GIVEN_EXCEPTIONTABLE, GIVEN_COUNT
};
static const char *const given_names[GIVEN_COUNT] = {
    "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_firstlineno", "co_code", "co_consts", "co_names",
    "co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname", "co_linetable", "co_exceptiontable"};

/* ---- what was given ---- */

static int refuse(int which)
{
    return raise_error_int(&exc_ValueError, "code.replace() cannot change %s here", given_names[which]);
}

/* Left out, or what the code has already. */
static int check_same(const Code *code, const Value *given, int which)
{
    if (!given[which])
        return 0;
    Str *name = str_intern_cstr(given_names[which]);
    Value now = VALUE_NULL;
    int found = name ? value_lookup_attr(value_of((void *)code), name, &now) : -1;
    int same = found > 0 ? value_equal(now, given[which]) : found;
    value_release_null(now);
    return same < 0 ? -1 : same ? 0 : refuse(which);
}

static int check_int(Value given, int64_t *number)
{
    if (!given)
        return 0;
    if (!value_is_int(given))
        return raise_error_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", given);
    if (!int_fits_int64(given, number) || *number > INT32_MAX || *number < INT32_MIN)
        return raise_error_int(&exc_OverflowError, "Python int too large to convert to C int");
    return 0;
}

static int check_str(const Value *given, int which)
{
    if (given[which] && !value_is_str(given[which]))
        return raise_error_int(&exc_TypeError, "replace() argument '%s' must be str, not %A", given_names[which], given[which]);
    return 0;
}

/* Another name for each. */
static int check_names(const Value *given, int which, const Tuple *now)
{
    Value names = given[which];
    if (!names)
        return 0;
    if (!value_is_tuple(names))
        return raise_error_int(&exc_TypeError, "replace() argument '%s' must be tuple, not %A", given_names[which], names);
    for (int64_t i = 0; i < as_tuple(names)->length; i++)
        if (!value_is_str(as_tuple(names)->items[i]))
            return raise_error_int(&exc_TypeError, "name tuples must contain only strings, not '%T'", as_tuple(names)->items[i]);
    return as_tuple(names)->length == now->length ? 0 : refuse(which);
}

static int check(const Code *code, const Value *given, int64_t *first_line)
{
    static const int fixed[] = {GIVEN_ARGCOUNT, GIVEN_POSONLY, GIVEN_KWONLY, GIVEN_NLOCALS, GIVEN_STACKSIZE, GIVEN_FLAGS, GIVEN_CODE, GIVEN_CONSTS,
                                GIVEN_LINETABLE, GIVEN_EXCEPTIONTABLE};
    static const int texts[] = {GIVEN_FILENAME, GIVEN_NAME, GIVEN_QUALNAME};
    int status = 0;
    for (size_t i = 0; status == 0 && i < sizeof fixed / sizeof *fixed; i++)
        status = check_same(code, given, fixed[i]);
    for (size_t i = 0; status == 0 && i < sizeof texts / sizeof *texts; i++)
        status = check_str(given, texts[i]);
    if (status < 0 || check_int(given[GIVEN_FIRST_LINE], first_line) < 0)
        return -1;
    if (*first_line < 0)
        return raise_error_int(&exc_ValueError, "code: co_firstlineno must not be negative");
    return check_names(given, GIVEN_NAMES, code->names) < 0 || check_names(given, GIVEN_VARNAMES, code->varnames) < 0 ||
                   check_names(given, GIVEN_FREEVARS, code->freevars) < 0 || check_names(given, GIVEN_CELLVARS, code->cellvars) < 0
               ? -1
               : 0;
}

/* ---- the copy ---- */

static uint16_t general_op(uint16_t op)
{
    switch (op) {
    case OP_LOAD_GLOBAL_MODULE: case OP_LOAD_GLOBAL_BUILTIN: return OP_LOAD_GLOBAL;
    case OP_LOAD_ATTR_SLOT: case OP_LOAD_ATTR_ELSEWHERE: case OP_LOAD_ATTR_MEMBER: case OP_LOAD_ATTR_MODULE: case OP_LOAD_ATTR_OF_CLASS:
    case OP_LOAD_ATTR_PROPERTY: case OP_LOAD_ATTR_CLASS: case OP_LOAD_ATTR_COMPUTED: return OP_LOAD_ATTR;
    case OP_STORE_ATTR_SLOT: case OP_STORE_ATTR_ADD: case OP_STORE_ATTR_MEMBER: return OP_STORE_ATTR;
    case OP_LOAD_METHOD_PLAIN: case OP_LOAD_METHOD_SHAPE: case OP_LOAD_METHOD_ELSEWHERE: case OP_LOAD_METHOD_WRAPPED: case OP_LOAD_METHOD_OF_CLASS:
    case OP_LOAD_METHOD_MODULE: return OP_LOAD_METHOD;
    default: return op;
    }
}

/* As the compiler wrote them: nothing learnt, for what was learnt holds for the old names. */
static void forget_learnt(Code *code)
{
    for (int32_t i = 0; i < code->instr_count; i += instr_units(&code->instrs[i])) {
        Instr *instr = &code->instrs[i];
        instr->op = general_op(instr->op);
        for (int unit = 1; opcode_info[instr->op].tail == TAIL_CACHE && unit <= opcode_info[instr->op].units; unit++)
            instr[unit].word = 0;
    }
}

static void *copied(const void *from, size_t count, size_t size)
{
    void *copy = mem_alloc_raw((count + 1) * size);
    if (copy && from)
        memcpy(copy, from, count * size);
    return copy;
}

static bool copy_tables(Code *copy, const Code *code)
{
    size_t units = (size_t)code->instr_count;
    copy->instrs = copied(code->instrs, units, sizeof *code->instrs);
    copy->stacks = copied(code->stacks, units, sizeof *code->stacks);
    copy->stack_entries = copied(code->stack_entries, (size_t)code->stack_entry_count, sizeof *code->stack_entries);
    copy->starts = copied(code->starts, (size_t)code->start_count, sizeof *code->starts);
    copy->unwind = copied(code->unwind, units, sizeof *code->unwind);
    copy->positions = copied(code->positions, units, sizeof *code->positions);
    copy->handlers = copied(code->handlers, (size_t)code->handler_count, sizeof *code->handlers);
    copy->cell_locals = copied(code->cell_locals, (size_t)code->cellvars->length, sizeof *code->cell_locals);
    copy->marks = copied(code->marks, (size_t)code->mark_count, sizeof *code->marks);
    copy->skips = copied(code->skips, (size_t)code->skip_count, sizeof *code->skips);
    return copy->instrs && copy->stacks && copy->stack_entries && copy->starts && copy->unwind && copy->positions && copy->handlers && copy->cell_locals &&
           copy->marks && copy->skips;
}

/* Lines count from the first one. */
static void move_lines(Code *copy, int64_t by)
{
    for (int32_t i = 0; i < copy->instr_count; i++) {
        if (!copy->positions[i].line) /* none */
            continue;
        copy->positions[i].line = (uint32_t)((int64_t)copy->positions[i].line + by);
        copy->positions[i].end_line = (uint32_t)((int64_t)copy->positions[i].end_line + by);
    }
    for (int i = 0; i < copy->mark_count; i++)
        copy->marks[i].line = (int32_t)(copy->marks[i].line + by);
    for (int i = 0; i < copy->start_count; i++)
        copy->starts[i].line = (int32_t)(copy->starts[i].line + by);
    copy->first_line += (int)by;
}

static Str *text_or(Value given, Str *now)
{
    Value text = value_retain(given ? given : value_of(now));
    str_intern_in_place(&text);
    return as_str(text);
}

static Tuple *names_or(Value given, Tuple *now)
{
    Value names = given ? tuple_from(as_tuple(given)->items, as_tuple(given)->length) : value_retain(value_of(now));
    for (int64_t i = 0; given && names && i < as_tuple(names)->length; i++)
        str_intern_in_place(&as_tuple(names)->items[i]);
    return names ? as_tuple(names) : NULL;
}

static bool copy_names(Code *copy, const Code *code, const Value *given)
{
    copy->name = text_or(given[GIVEN_NAME], code->name);
    copy->qualname = text_or(given[GIVEN_QUALNAME], code->qualname);
    copy->filename = text_or(given[GIVEN_FILENAME], code->filename);
    copy->constants = as_tuple(value_retain(value_of(code->constants)));
    copy->doc = value_retain(code->doc);
    return (copy->names = names_or(given[GIVEN_NAMES], code->names)) && (copy->varnames = names_or(given[GIVEN_VARNAMES], code->varnames)) &&
           (copy->cellvars = names_or(given[GIVEN_CELLVARS], code->cellvars)) && (copy->freevars = names_or(given[GIVEN_FREEVARS], code->freevars));
}

static void copy_numbers(Code *copy, const Code *code)
{
    copy->locals_bytes = code->locals_bytes;
    copy->simple_args = code->simple_args;
    copy->clear_from = code->clear_from;
    copy->frame_slots = code->frame_slots;
    copy->local_count = code->local_count;
    copy->argcount = code->argcount;
    copy->posonly_count = code->posonly_count;
    copy->kwonly_count = code->kwonly_count;
    copy->flags = code->flags;
    copy->temp_count = code->temp_count;
    copy->first_line = code->first_line;
    copy->instr_count = code->instr_count;
    copy->handler_count = code->handler_count;
    copy->mark_count = code->mark_count;
    copy->skip_count = code->skip_count;
}

/* More and longer names than a signature has room for. */
static int take_keywords(const Value *values, Value kwnames, Value *given)
{
    for (int64_t i = 0; kwnames && i < as_tuple(kwnames)->length; i++) {
        Value name = as_tuple(kwnames)->items[i];
        int which = 0;
        while (which < GIVEN_COUNT && !str_equal_cstr(name, given_names[which]))
            which++;
        if (which == GIVEN_COUNT)
            return raise_error_int(&exc_TypeError, "'%S' is an invalid keyword argument for replace()", name);
        given[which] = values[i];
    }
    return 0;
}

Value code_method_replace(Value self, const Value *args, int nargs, Value kwnames)
{
    const Code *code = as_code(self);
    Value given[GIVEN_COUNT] = {0};
    int64_t first_line = code->first_line;
    if (nargs)
        return raise_error(&exc_TypeError, "replace() takes no positional arguments");
    if (take_keywords(args, kwnames, given) < 0 || check(code, given, &first_line) < 0)
        return VALUE_NULL;
    Code *copy = object_alloc_zeroed(&type_code, sizeof *copy);
    if (!copy)
        return VALUE_NULL;
    copy_numbers(copy, code);
    if (!copy_names(copy, code, given) || !copy_tables(copy, code)) {
        value_release(value_of(copy));
        return exc_pending() ? VALUE_NULL : raise_no_memory();
    }
    forget_learnt(copy);
    move_lines(copy, first_line - code->first_line);
    return value_of(copy);
}
