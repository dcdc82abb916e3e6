/* code.h: the code object: instructions with all that running, unwinding and describing them needs.
 *
 * compiler -> Code -> eval. Immutable but for the inline caches in `instrs`.
 */
#ifndef INTERP_CODE_H
#define INTERP_CODE_H

#include "ast.h"
#include "object.h"

enum {
#define OPCODE(name, a, b, c, tail, units, meaning) OP_##name,
#include "opcode.def"
#undef OPCODE
    OP_COUNT
};

/* One unit: an instruction, or the tail of one. */
typedef union Instr {
    struct {
        uint16_t op;
        int16_t a, b, c;
    };
    uint64_t word;
    Value value;
    void *pointer;
} Instr;

_Static_assert(sizeof(Instr) == 8, "one unit is 8 bytes");

/* Words of the ExecFrame header: operand XFRAME_SLOTS + j is temporary j, operand i - local_count is local i. */
#define XFRAME_SLOTS 4
/* Temporaries behind the highest the compiler uses: calling a class turns [class, args…] into [instance, __init__, self, args…], and the window of a
 * special method (__setitem__, self, key, value) lies above all that are live. */
#define CODE_WINDOW_SLACK 4
/* Most Values of an execution frame that a call binds by just placing its arguments (Code.simple_args). */
#define CODE_SIMPLE_SLOTS 256

enum { AWAIT_EXPRESSION, AWAIT_ENTER, AWAIT_EXIT }; /* operand c of GET_AWAITABLE */
enum { FORMAT_HAS_SPEC = 0x100 }; /* in operand c of FORMAT */

enum CodeFlag { /* co_flags, CPython's numbers */
    CODE_OPTIMIZED = 0x1,  /* locals live in slots */
    CODE_NEWLOCALS = 0x2,
    CODE_VARARGS = 0x4,    /* *args: local argcount + kwonly_count */
    CODE_VARKEYWORDS = 0x8, /* **kwargs: the local after that */
    CODE_NESTED = 0x10,
    CODE_GENERATOR = 0x20,
    CODE_COROUTINE = 0x80,
    CODE_ITERABLE_COROUTINE = 0x100, /* a generator that may be awaited (types.coroutine) */
    CODE_ASYNC_GENERATOR = 0x200,
    CODE_RESUMABLE = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR, /* a call makes an object that owns the ExecFrame */
    CODE_FUTURE_ANNOTATIONS = 0x1000000,
    CODE_FUTURE_FEATURES = 0x1fe0000, /* division to annotations; text that the code has compiled inherits them */
    CODE_NAMESPACE = 0x40000000, /* ours: local 0 is the mapping that *_NAME instructions use (class bodies, exec, eval) */
    CODE_CLASS_BODY = 0x20000000, /* ours; returns the __class__ cell or None */
};

/* A range of instructions and where an exception in it continues. Ranges do not overlap and are in ascending order. */
typedef struct ExceptionHandler {
    int32_t start, end; /* instruction indices, end exclusive */
    int32_t target;
    int32_t depth;      /* temporaries that stay live; the handled pair goes to temporaries depth and depth + 1, behind it the index of the instruction that raised */
} ExceptionHandler;

/* Locals are numbered: the parameters (positional, keyword-only, *args, **kwargs), other variables, then the cell variables that
 * are not parameters. A namespace code has its mapping in local 0, which has no name. */
/* A line without instructions (try, pass) that tracing still tells of, when the instruction at `index` is reached. */
typedef struct LineMark { int32_t index, line; uint16_t stack; } LineMark;

/* What CPython 3.11 has on its stack before an instruction, as a list from the top down; a debugger's jump goes by it (frame_jump.c). `slot` is
 * the operand that holds the value here, and with it the operands behind as far as `width`; 0: it has none. Entry 0 is the empty stack. */
enum StackKind { STACK_ITERATOR = 1, STACK_EXCEPT, STACK_OBJECT, STACK_NULL, STACK_LASTI }; /* CPython's numbers */
/* Of more values CPython does not know the kinds; a list that did not fit here; code that CPython sees no way to. */
enum { STACK_LIMIT = 21, STACK_UNKNOWN = UINT16_MAX, STACK_UNREACHED = UINT16_MAX - 1 };
typedef struct StackEntry {
    uint16_t below;
    uint8_t kind;
    uint8_t width : 7, is_part : 1; /* is_part: of a type that instructions rely on */
    int16_t slot;
} StackEntry;

/* The jump at `from` leads behind the first `count` marks of the instruction it reaches. */
typedef struct LineSkip { int32_t from, count; } LineSkip;

/* Where CPython has the first of several instructions of a line: an instruction of ours, or a mark or nothing before it. In CPython's order. */
typedef struct LineStart {
    int32_t line, index, passed; /* passed: of the marks at index, those that lie before it, itself included */
    uint16_t stack;
    bool is_instr;               /* the instruction at index itself */
} LineStart;

typedef struct Code {
    Object head;
    /* what a call reads */
    Instr *instrs;
    size_t locals_bytes; /* from a call window to the ExecFrame header: the callable and all locals */
    int simple_args;     /* number of arguments a call can bind by just placing them; -1: goes through the binder */
    int clear_from;      /* minus the number of locals behind those: they begin at X[clear_from] */
    int frame_slots;     /* local_count + XFRAME_SLOTS + temp_count + CODE_WINDOW_SLACK */
    int local_count;     /* slots of all locals, cells included */
    Str *name, *qualname, *filename; /* owned */
    int argcount;       /* positional parameters, positional-only ones included */
    int posonly_count, kwonly_count;
    int flags;          /* enum CodeFlag */
    int temp_count;
    int first_line;
    Tuple *constants, *names, *varnames, *cellvars, *freevars; /* owned; names are interned */
    uint16_t *cell_locals; /* the local that holds cellvars[i] */
    Value doc;          /* str or None: __doc__ of functions made from it */
    int32_t instr_count; /* units */
    uint16_t *unwind;   /* per unit: live temporaries when that instruction raises */
    uint16_t *stacks;   /* per unit: CPython's stack before it, an index of stack_entries */
    StackEntry *stack_entries;
    SrcPos *positions;  /* per unit */
    ExceptionHandler *handlers;
    int handler_count;
    LineMark *marks;    /* in ascending order */
    LineSkip *skips;    /* in ascending order */
    LineStart *starts;
    int mark_count, skip_count, start_count, stack_entry_count;
} Code;

extern Type type_code;

static inline Code *as_code(Value v) { return (Code *)value_object(v); }
static inline bool value_is_code(Value v) { return value_is_heap_exactly(v, &type_code); }

/* The handler that covers an instruction, or NULL. */
const ExceptionHandler *code_find_handler(const Code *code, int32_t instr_index);

/* Name of a local slot, borrowed; NULL for the namespace. */
Str *code_local_name(const Code *code, int local);
/* Index in cellvars of the variable whose cell a local slot holds; -1: it holds the value itself. */
int code_cell_of_local(const Code *code, int local);

static inline int code_first_line_of(const Code *code, int32_t instr_index)
{
    return instr_index < 0 || instr_index >= code->instr_count ? code->first_line : (int)code->positions[instr_index].line;
}

/* ---- instructions ---- */

enum OperandKind {
    OPERAND__, OPERAND_D, OPERAND_S, OPERAND_T, OPERAND_U, OPERAND_B, OPERAND_L, OPERAND_N, OPERAND_K, OPERAND_I, OPERAND_C,
    OPERAND_F, OPERAND_J, OPERAND_W
};
typedef enum OperandKind OperandKind;

enum TailKind { TAIL_NONE, TAIL_CONST, TAIL_CODE, TAIL_JUMP, TAIL_CACHE };
typedef enum TailKind TailKind;

typedef struct OpcodeInfo {
    const char *name;
    OperandKind a, b, c;
    TailKind tail;
    int units; /* further units */
} OpcodeInfo;

extern const OpcodeInfo opcode_info[OP_COUNT];

static inline int instr_units(const Instr *instr) { return 1 + opcode_info[instr->op].units; }

/* The 32-bit jump in b:c. */
static inline int32_t instr_jump(const Instr *instr) { return (int32_t)(instr->word >> 32); }
static inline const Instr *instr_loop_body(const Instr *instr) { return instr + 2 + (int64_t)instr[1].word; } /* of FOR_LOOP and its kin */

/* ---- disassembly (dis.c) ---- */

/* The bytecode as text, nested code objects after their parent: a new str. The same in every build. */
Value code_disassemble(const Code *code);

#endif
