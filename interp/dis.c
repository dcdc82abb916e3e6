/* dis.c: bytecode as text, driven by opcode.def. */
#include "code.h"

#include "abstract.h"
#include "types/str.h"
#include "types/str_builder.h"
#include "types/tuple.h"

#include <stdio.h>

static int add_format(StrBuilder *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static int add_format(StrBuilder *out, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return str_builder_add_cstr(out, text);
}

static int add_name(StrBuilder *out, const Tuple *names, int index)
{
    if (index < 0 || index >= names->length)
        return add_format(out, " ?%d", index);
    return str_builder_add_cstr(out, " ") < 0 || str_builder_add_value(out, names->items[index]) < 0 ? -1 : 0;
}

static int add_constant(StrBuilder *out, Value v)
{
    if (value_is_code(v))
        return str_builder_add_cstr(out, " <code ") < 0 || str_builder_add_value(out, value_of(as_code(v)->qualname)) < 0 ? -1
            : str_builder_add_cstr(out, ">");
    Value text = value_repr(v);
    if (text == VALUE_NULL)
        return -1;
    int result = str_builder_add_cstr(out, " ") < 0 ? -1 : str_builder_add_value(out, text);
    value_release(text);
    return result;
}

static int add_slot(StrBuilder *out, const Code *code, int slot)
{
    if (slot >= XFRAME_SLOTS)
        return add_format(out, " t%d", slot - XFRAME_SLOTS);
    int local = slot + code->local_count;
    Str *name = local >= 0 && local < code->local_count ? code_local_name(code, local) : NULL;
    if (name == NULL)
        return add_format(out, " #%d", local);
    return str_builder_add_cstr(out, " ") < 0 ? -1 : str_builder_add_value(out, value_of(name));
}

static int add_operand(StrBuilder *out, const Code *code, OperandKind kind, int value, int next)
{
    switch (kind) {
    case OPERAND__: return 0;
    case OPERAND_D: case OPERAND_S: case OPERAND_T: case OPERAND_U: case OPERAND_B: case OPERAND_L: return add_slot(out, code, value);
    case OPERAND_N: return add_name(out, code->names, value);
    case OPERAND_K: return add_constant(out, code->constants->items[value]);
    case OPERAND_I: case OPERAND_C: return add_format(out, " %d", value);
    case OPERAND_F: return add_name(out, code->freevars, value);
    case OPERAND_J: case OPERAND_W: return add_format(out, " ->%d", next + value);
    }
    return 0;
}

static int add_instr(StrBuilder *out, const Code *code, int i)
{
    const Instr *instr = &code->instrs[i];
    const OpcodeInfo *info = &opcode_info[instr->op];
    int next = i + 1 + info->units;
    if (add_format(out, "%5u %5d  %-20s", code->positions[i].line, i, info->name) < 0
        || add_operand(out, code, info->a, instr->a, next) < 0
        || add_operand(out, code, info->b, info->b == OPERAND_W ? instr_jump(instr) : instr->b, next) < 0
        || add_operand(out, code, info->c, instr->c, next) < 0)
        return -1;
    if ((info->tail == TAIL_CONST || info->tail == TAIL_CODE) && add_constant(out, instr[1].value) < 0)
        return -1;
    if (info->tail == TAIL_JUMP && add_format(out, " ->%d", next + (int)(int64_t)instr[1].word) < 0)
        return -1;
    return add_format(out, "  ; %d\n", code->unwind[i]);
}

static int add_code(StrBuilder *out, const Code *code)
{
    if (str_builder_add_cstr(out, "code ") < 0 || str_builder_add_value(out, value_of(code->qualname)) < 0
        || add_format(out, ": %d arguments, %d locals, %d temporaries\n", code->argcount, code->local_count, code->temp_count) < 0)
        return -1;
    for (int i = 0; i < code->instr_count; i += instr_units(&code->instrs[i])) {
        if (add_instr(out, code, i) < 0)
            return -1;
    }
    for (int i = 0; i < code->handler_count; i++) {
        const ExceptionHandler *h = &code->handlers[i];
        if (add_format(out, "  handler %d..%d -> %d, depth %d\n", h->start, h->end, h->target, h->depth) < 0)
            return -1;
    }
    for (int64_t i = 0; i < code->constants->length; i++) {
        Value constant = code->constants->items[i];
        if (value_is_code(constant) && (str_builder_add_cstr(out, "\n") < 0 || add_code(out, as_code(constant)) < 0))
            return -1;
    }
    return 0;
}

Value code_disassemble(const Code *code)
{
    StrBuilder out;
    str_builder_init(&out);
    if (add_code(&out, code) < 0) {
        str_builder_discard(&out);
        return VALUE_NULL;
    }
    return str_builder_finish(&out);
}
