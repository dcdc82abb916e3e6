/* compiler_assemble.c: from the instructions of a finished unit to its Code. */
#include "compiler.h"

#include "exceptions.h"
#include "mem.h"
#include "types/str.h"
#include "types/tuple.h"

#include <assert.h>

typedef struct Assembly {
    Compiler *c;
    Unit *unit;
    Code *code;
    int *offsets;    /* unit offset by instruction; the next kept one's for dead ones */
    int extra_base;  /* first local of the cells that are no parameters */
    int local_count;
    bool failed;     /* an operand does not fit */
} Assembly;

static void drop_empty_jumps(Unit *unit)
{
    int next = unit->ir_count; /* kept instruction behind */
    for (int i = unit->ir_count - 1; i >= 0; i--) {
        Ir *ir = &unit->ir[i];
        if (ir->dead)
            continue;
        bool lines = false, behind = false; /* lines between: what jumps over them must not seem to pass them */
        int target = ir->op == OP_JUMP ? ir_next_kept(unit, unit->labels[ir->target], &behind) : -1;
        for (int k = i + 1; target == next && k < unit->labels[ir->target]; k++)
            lines |= ir_is_line(&unit->ir[k]);
        if (target == next && target > i && !lines)
            ir->dead = true;
        else
            next = i;
    }
}

static int layout(Assembly *as)
{
    Unit *unit = as->unit;
    int offset = 0;
    for (int i = 0; i < unit->ir_count; i++) {
        as->offsets[i] = offset;
        if (!unit->ir[i].dead)
            offset += 1 + opcode_info[unit->ir[i].op].units;
    }
    as->offsets[unit->ir_count] = offset;
    return offset;
}

static int16_t narrow(Assembly *as, int value)
{
    if (value < -32768 || value > 32767)
        as->failed = true;
    return (int16_t)value;
}

static int16_t encode(Assembly *as, OperandKind kind, int value)
{
    switch (kind) {
    case OPERAND__: case OPERAND_J: case OPERAND_W:
        return 0;
    case OPERAND_D: case OPERAND_S: case OPERAND_T: case OPERAND_U: case OPERAND_B: case OPERAND_L:
        if (value >= 0)
            return narrow(as, value + XFRAME_SLOTS);
        if (~value >= CELL_BASE)
            return narrow(as, as->extra_base + (~value - CELL_BASE) - as->local_count);
        return narrow(as, ~value - as->local_count);
    default:
        return narrow(as, value);
    }
}

/* a is only written, as the highest temporary: before the instruction nothing is there. */
static bool writes_top(const Instr *pc, int live)
{
    const OpcodeInfo *info = &opcode_info[pc->op];
    if (info->a != OPERAND_D || pc->a - XFRAME_SLOTS != live - 1)
        return false;
    bool reads_b = info->b == OPERAND_B ? pc->b <= pc->a : (info->b == OPERAND_S || info->b == OPERAND_T || info->b == OPERAND_U) && pc->b == pc->a;
    return !reads_b && !((info->c == OPERAND_S || info->c == OPERAND_T) && pc->c == pc->a);
}

static void encode_ir(Assembly *as, int index)
{
    Ir *ir = &as->unit->ir[index];
    const OpcodeInfo *info = &opcode_info[ir->op];
    int at = as->offsets[index];
    Instr *instr = &as->code->instrs[at];
    instr->op = ir->op;
    instr->a = encode(as, info->a, ir->a);
    instr->b = encode(as, info->b, ir->b);
    instr->c = encode(as, info->c, ir->c);
    if (ir->op == OP_RETURN || ir->op == OP_RETURN_NONE)
        instr->b = narrow(as, -as->local_count);
    const int live = writes_top(instr, ir->unwind) ? ir->unwind - 1 : ir->unwind;
    for (int i = 0; i <= info->units; i++) {
        as->code->positions[at + i] = ir->pos;
        as->code->unwind[at + i] = (uint16_t)live;
        as->code->stacks[at + i] = (uint16_t)ir->stack;
        if (i > 0)
            instr[i].word = 0;
    }
    if (info->tail == TAIL_CONST || info->tail == TAIL_CODE)
        instr[1].value = ir->value;
    if (ir->target < 0)
        return;
    int jump = as->offsets[as->unit->labels[ir_last_label(as->unit, ir)]] - (at + 1 + info->units);
    if (info->tail == TAIL_JUMP) {
        instr[1].word = (uint64_t)(int64_t)jump;
    } else if (info->b == OPERAND_W) {
        if (instr->op == OP_JUMP && jump < 0)
            instr->op = OP_JUMP_BACK;
        instr->word = (instr->word & 0xffffffffu) | (uint64_t)(uint32_t)jump << 32;
    } else if (jump < -32768 || jump > 32767) {
        as->c->no_fused = true;
        as->c->retry = true;
        longjmp(as->c->escape, 1);
    } else {
        instr->c = (int16_t)jump;
    }
}

static void build_handlers(Assembly *as)
{
    Unit *unit = as->unit;
    Code *code = as->code;
    int previous = -1;
    for (int i = 0; i < unit->ir_count; i++) {
        const Ir *ir = &unit->ir[i];
        if (ir->dead)
            continue;
        if (ir->handler >= 0 && ir->handler != previous) {
            const HandlerSpec *spec = &unit->handlers[ir->handler];
            code->handlers[code->handler_count++] = (ExceptionHandler){ .start = as->offsets[i],
                .target = as->offsets[unit->labels[spec->target]], .depth = spec->depth };
        }
        if (ir->handler >= 0)
            code->handlers[code->handler_count - 1].end = as->offsets[i] + 1 + opcode_info[ir->op].units;
        previous = ir->handler;
    }
}

/* Lines without instructions, and who jumps behind some of them. */
static void build_marks(Assembly *as)
{
    const Unit *unit = as->unit;
    Code *code = as->code;
    for (int i = 0; i < unit->ir_count; i++) {
        const Ir *ir = &unit->ir[i];
        if (ir_is_line(ir))
            code->marks[code->mark_count++] = (LineMark){ .index = as->offsets[i], .line = (int32_t)ir->pos.line, .stack = (uint16_t)ir->stack };
        int skipped = !ir->dead && ir->target >= 0 ? ir_lines_before(unit, ir_last_label(unit, ir)) : 0;
        if (skipped)
            code->skips[code->skip_count++] = (LineSkip){ .from = as->offsets[i], .count = skipped };
    }
}

/* Behind build_marks. */
static void build_starts(Assembly *as)
{
    const Unit *unit = as->unit;
    Code *code = as->code;
    int mark = 0, behind = 0; /* the mark of what comes next; the first one at the same instruction */
    for (int i = 0; i < unit->ir_count; i++) {
        const Ir *ir = &unit->ir[i];
        for (; behind < mark && code->marks[behind].index < as->offsets[i]; behind++)
            ;
        mark += ir_is_line(ir);
        if (ir->start)
            code->starts[ir->start - 1] = (LineStart){ .line = (int32_t)ir->pos.line, .index = as->offsets[i], .passed = mark - behind,
                .stack = (uint16_t)ir->stack, .is_instr = !ir->dead };
    }
    code->start_count = unit->start_count;
}

static void build_stack_entries(Assembly *as)
{
    Code *code = as->code;
    code->stack_entries[0] = (StackEntry){ 0 };
    code->stack_entry_count = 1;
    for (int i = 1; i < as->unit->stack_count && i < STACK_UNREACHED; i++) {
        const StackItem *item = &as->unit->stack_items[i];
        code->stack_entries[code->stack_entry_count++] = (StackEntry){ .below = (uint16_t)item->below, .kind = (uint8_t)item->kind,
            .width = item->width & 3, .is_part = item->is_part, .slot = item->slot == NO_SLOT ? 0 : encode(as, OPERAND_T, item->slot) };
    }
}

static Tuple *name_tuple(const char **names, int count, Symbol **symbols)
{
    Value tuple = count == 0 ? tuple_empty() : tuple_new(count);
    if (tuple == VALUE_NULL)
        return NULL;
    for (int i = 0; i < count; i++) {
        assert(symbols != NULL || names != NULL);
        Value name = str_from_cstr(symbols != NULL ? symbols[i]->name : names[i]);
        if (name == VALUE_NULL) {
            for (; i < count; i++) /* as long as it is not filled, nobody may see it */
                as_tuple(tuple)->items[i] = VALUE_NONE;
            value_release(tuple);
            return NULL;
        }
        str_intern_in_place(&name);
        as_tuple(tuple)->items[i] = name;
    }
    return as_tuple(tuple);
}

static Str *new_str(const char *text)
{
    Value v = str_from_cstr(text);
    if (v != VALUE_NULL)
        str_intern_in_place(&v);
    return v != VALUE_NULL ? as_str(v) : NULL;
}

static bool fill_texts(Assembly *as)
{
    Unit *unit = as->unit;
    Code *code = as->code;
    int hidden = unit->namespace;
    code->name = new_str(unit->name);
    code->qualname = as_str(value_retain(unit->qualname));
    code->filename = as_str(value_retain(as->c->filename_str));
    Value constants = unit->constant_count == 0 ? tuple_empty() : tuple_from(unit->constants, unit->constant_count);
    code->constants = constants != VALUE_NULL ? as_tuple(constants) : NULL;
    code->names = name_tuple(unit->names, unit->name_count, NULL);
    code->varnames = name_tuple(NULL, unit->local_count - hidden, hidden ? unit->locals + hidden : unit->locals);
    code->cellvars = name_tuple(unit->cells, unit->cell_count, NULL);
    code->freevars = name_tuple(unit->frees, unit->free_count, NULL);
    code->doc = value_retain(unit->doc);
    return code->name != NULL && code->constants != NULL && code->names != NULL && code->varnames != NULL && code->cellvars != NULL
        && code->freevars != NULL;
}

static bool allocate(Code *code, const Unit *unit, int units)
{
    code->instrs = mem_alloc_raw(((size_t)units + 1) * sizeof *code->instrs);
    code->unwind = mem_alloc_raw(((size_t)units + 1) * sizeof *code->unwind);
    code->stacks = mem_alloc_raw(((size_t)units + 1) * sizeof *code->stacks);
    code->stack_entries = mem_alloc_raw(((size_t)unit->stack_count + 1) * sizeof *code->stack_entries);
    code->starts = mem_alloc_raw(((size_t)unit->start_count + 1) * sizeof *code->starts);
    code->positions = mem_alloc_raw(((size_t)units + 1) * sizeof *code->positions);
    code->handlers = mem_alloc_raw(((size_t)units + 1) * sizeof *code->handlers);
    code->cell_locals = mem_alloc_raw(((size_t)unit->cell_count + 1) * sizeof *code->cell_locals);
    size_t marks = 0, jumps = 0;
    for (int i = 0; i < unit->ir_count; i++) {
        marks += ir_is_line(&unit->ir[i]);
        jumps += !unit->ir[i].dead && unit->ir[i].target >= 0;
    }
    if (marks && (!(code->marks = mem_alloc_raw(marks * sizeof *code->marks)) || !(code->skips = mem_alloc_raw((jumps + 1) * sizeof *code->skips))))
        return false;
    return code->instrs != NULL && code->unwind != NULL && code->stacks != NULL && code->stack_entries != NULL && code->starts != NULL
        && code->positions != NULL && code->handlers != NULL && code->cell_locals != NULL;
}

static void fill_numbers(Assembly *as)
{
    Unit *unit = as->unit;
    Code *code = as->code;
    code->argcount = unit->argcount;
    code->posonly_count = unit->posonly_count;
    code->kwonly_count = unit->kwonly_count;
    code->flags = unit->flags;
    code->local_count = as->local_count;
    code->temp_count = unit->max_depth;
    code->first_line = unit->first_line;
    code->frame_slots = code->local_count + XFRAME_SLOTS + code->temp_count + CODE_WINDOW_SLACK;
    bool simple = !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS | CODE_RESUMABLE | CODE_NAMESPACE)) && code->kwonly_count == 0
        && code->frame_slots <= CODE_SIMPLE_SLOTS;
    code->simple_args = simple ? code->argcount : -1;
    code->clear_from = code->argcount - code->local_count;
    code->locals_bytes = (1 + (size_t)code->local_count) * sizeof(Value);
    for (int i = 0; i < unit->cell_count; i++) {
        int slot = unit->cell_slots[i];
        code->cell_locals[i] = (uint16_t)(~slot >= CELL_BASE ? as->extra_base + (~slot - CELL_BASE) : ~slot);
    }
}

Value assemble(Compiler *c, Unit *unit)
{
    settle_lines(c, unit);
    revive_lines(unit);
    Assembly as = { .c = c, .unit = unit, .extra_base = unit->local_count, .local_count = unit->local_count + unit->extra_cells };
    as.offsets = compile_alloc(c, ((size_t)unit->ir_count + 1) * sizeof *as.offsets);
    drop_empty_jumps(unit);
    int units = layout(&as);
    Code *code = object_alloc_zeroed(&type_code, sizeof *code);
    if (code == NULL)
        return VALUE_NULL;
    as.code = code;
    code->doc = VALUE_NONE;
    pool_keep_object(c, value_of(code)); /* owned by the pool from here on: a longjmp may pass */
    if (!fill_texts(&as) || !allocate(code, unit, units))
        compile_no_memory(c);
    fill_numbers(&as);
    for (int i = 0; i < unit->ir_count; i++) {
        if (!unit->ir[i].dead)
            encode_ir(&as, i);
    }
    code->instr_count = units;
    build_handlers(&as);
    build_marks(&as);
    build_starts(&as);
    build_stack_entries(&as);
    if (as.failed || as.local_count > SLOT_LIMIT || code->temp_count > SLOT_LIMIT)
        compile_error(c, unit->pos, "'%s' is too large for this interpreter", unit->name);
    return value_of(code);
}
