/* eval_slow.h: what the eval loop's handlers call when their inlined path does not apply.
 *
 * All take the current xf and the instruction at pc, and store pc into xf before anything that can raise or call.
 * Unless said otherwise: 0 done (go on behind the instruction), -1 raised, EVAL_ENTERED: go on at ts->current, whose return completes the instruction.
 * Operand rules as in opcode.def.
 */
#ifndef INTERP_EVAL_SLOW_H
#define INTERP_EVAL_SLOW_H

#include "eval.h"
#include "exceptions.h"
#include "generator.h"
#include "types/list.h"
#include "types/tuple.h"
#include "types/dict.h"

typedef int EvalSlow(ThreadState *ts, ExecFrame *xf, const Instr *pc);
enum { EVAL_ENTERED = 2 };

#define EVAL_OPERAND(operand) (((Value *)xf)[operand])

/* A cache word: a version in the lower half; above it the place of a dict entry's value, in bytes from the first entry. */
#define EVAL_CACHE_ENTRY(version, index) ((uint64_t)(version) | ((uint64_t)(index) * sizeof(DictEntry) + offsetof(DictEntry, value)) << 32)
enum { EVAL_CACHE_ENTRY_MAX = 100 * 1000 * 1000 }; /* larger indices are not cached */

/* ---- shared by the slow paths ---- */

/* Store an owned value to a destination operand: a local's old value is released. */
static inline void eval_store(ExecFrame *xf, int operand, Value v)
{
    Value *slot = &EVAL_OPERAND(operand);
    if (operand < 0)
        value_set_steal(slot, v);
    else
        *slot = v;
}

/* Release a consumed source operand. */
static inline void eval_drop(ExecFrame *xf, int operand)
{
    if (operand >= 0)
        value_release(EVAL_OPERAND(operand));
}

/* A source operand as a reference of one's own: a local is retained, a temporary taken (0 stays behind). */
static inline Value eval_take(ExecFrame *xf, int operand)
{
    Value v = EVAL_OPERAND(operand);
    if (operand < 0)
        return value_retain(v);
    EVAL_OPERAND(operand) = VALUE_NULL;
    return v;
}

static inline Str *eval_name(const ExecFrame *xf, int index) { return (Str *)value_object(xf->func->code->names->items[index]); }

__attribute__((cold, noinline)) void eval_dealloc(ExecFrame *xf, const Instr *pc, Object *object); /* refs is 0 */

/* ---- eval_arith.c ---- */
EvalSlow eval_binary, eval_binary_immediate, eval_unary, eval_compare, eval_in, eval_not;
int eval_compare_jump(ThreadState *ts, ExecFrame *xf, const Instr *pc, CompareOp op);           /* 1, 0, -1, EVAL_ENTERED; operands consumed */
int eval_compare_immediate_jump(ThreadState *ts, ExecFrame *xf, const Instr *pc, CompareOp op); /* the same, b an immediate */
int eval_truth_consume(ThreadState *ts, ExecFrame *xf, const Instr *pc); /* bool(a): 1, 0, -1; a consumed */
int eval_truth_keep(ThreadState *ts, ExecFrame *xf, const Instr *pc);    /* the same, a kept */

typedef struct EvalArith {
    uint8_t op; /* BinaryOp */
    bool inplace, immediate;
} EvalArith;
extern const EvalArith eval_arith[OP_COUNT]; /* rows of the arithmetic opcodes */

/* ---- eval_special.c: special methods written in Python. All: EVAL_ENTERED, 0: not such a case (nothing done, the slot's C function decides), -1 ---- */
int eval_enter_binary(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value b, Value c);
int eval_enter_compare(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value a, Value b, CompareOp op);
int eval_enter_method(ThreadState *ts, ExecFrame *xf, const Instr *pc, Str *name, const Value *args, int nargs); /* of args[0] */
int eval_enter_function(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value function, const Value *args, int nargs);
static inline bool eval_may_enter(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_HEAP; }
/* A method so entered returned `result` (consumed) to xf. Go on *units behind pc, or -1. */
int eval_complete(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value result, int64_t *units);
/* It raised: true when that completes the instruction (StopIteration in a loop); the exception is consumed, xf->pc is where to go on. */
bool eval_abandon(ThreadState *ts, ExecFrame *xf, Value exception);
/* The instruction calls a class: what returns to it with XF_COMPLETES is an __init__, and X[a] has the instance already. */
static inline bool eval_is_construction(const Instr *pc) { return pc->op >= OP_CALL && pc->op <= OP_CALL_METHOD_KW; }

/* ---- eval_names.c ---- */
EvalSlow eval_load_global, eval_store_global, eval_delete_global, eval_load_name, eval_store_name, eval_delete_name, eval_load_classderef;
int eval_unbound_local(const ExecFrame *xf, int local); /* raises; -1 */
EvalSlow eval_raise_unbound_local, eval_raise_unbound_cell, eval_raise_unbound_free, eval_delete_local, eval_make_cell, eval_delete_cell,
    eval_delete_free, eval_setup_annotations, eval_import_name, eval_import_from, eval_import_star, eval_load_build_class, eval_print_expr;

/* ---- eval_attr.c ---- */
EvalSlow eval_load_attr, eval_load_property, eval_load_computed, eval_store_attr, eval_delete_attr, eval_load_method, eval_get_item, eval_get_item_immediate, eval_set_item,
    eval_delete_item;

bool eval_super_method(ExecFrame *xf, const Instr *pc); /* X[a], X[a+1] are what super().c gives to call; false: nothing done */
enum { EVAL_SUPER_UNITS = 4 + 1 + 4 }; /* SUPER_METHOD, CALL, LOAD_METHOD */

/* ---- eval_build.c ---- */
EvalSlow eval_build_list, eval_build_tuple, eval_build_set, eval_build_dict, eval_build_string, eval_build_slice, eval_format, eval_list_append,
    eval_set_add, eval_dict_put, eval_list_extend, eval_set_update, eval_dict_update, eval_dict_merge, eval_list_to_tuple, eval_unpack_sequence,
    eval_unpack_ex, eval_make_function;

/* ---- eval_match.c ---- */
EvalSlow eval_match_class, eval_match_mapping, eval_match_sequence, eval_match_keys, eval_match_rest, eval_get_len;

/* ---- eval_iter.c ---- */
EvalSlow eval_get_iter, eval_get_yield_from_iter;
int eval_for_loop(ThreadState *ts, ExecFrame *xf, const Instr *pc); /* 1: item stored; 0: exhausted, iterator released; -1; EVAL_ENTERED */
/* FOR_PAIR: as eval_for_loop, and EVAL_PAIR_STORED: the locals are stored, EVAL_PAIR_UNITS of the body are done; EVAL_NO_PAIR: nothing is done */
int eval_for_pair(ThreadState *ts, ExecFrame *xf, const Instr *pc);
enum { EVAL_PAIR_STORED = 8, EVAL_NO_PAIR = 9, EVAL_PAIR_UNITS = 3 };
uint16_t eval_list_loop(const Instr *pc); /* the specialization of a FOR_LOOP over a list: FOR_PAIR or FOR_LIST */
/* One step of YIELD_FROM on anything but an idle generator. 1: *out yielded (owned); 0: X[a] has the result; -1 */
int eval_delegate(ThreadState *ts, ExecFrame *xf, const Instr *pc, Value *out);

/* ---- eval_async.c ---- */
EvalSlow eval_get_awaitable, eval_get_async_iter, eval_get_async_next, eval_is_async_end, eval_before_async_with;

/* ---- eval_unwind.c ---- */
EvalSlow eval_raise, eval_raise_from, eval_exc_match, eval_pop_exc, eval_before_with, eval_with_except_start;
/* Both BEFORE_WITH: slots a and a+1 get the bound exit method and what enter() gave; the messages take the manager as %T. */
int eval_enter_context(ExecFrame *xf, const Instr *pc, Str *enter_name, Str *exit_name, const char *no_enter, const char *no_exit);
void eval_reraise(ThreadState *ts, ExecFrame *xf, const Instr *pc); /* RERAISE: makes it pending */
int eval_raise_current(ThreadState *ts, ExecFrame *xf, const Instr *pc); /* 1: pending, traceback untouched; -1: RuntimeError */
/* The pending exception leaves the instruction at xf->pc: find its handler. Returns the ExecFrame to go on with (at its pc), or NULL: it left the loop. */
ExecFrame *eval_unwind(ThreadState *ts, ExecFrame *xf, bool add_traceback);

/* ---- eval_call.c: return the ExecFrame to go on with: xf itself when the call is done (behind the instruction), another one
 * to be entered, NULL when it raised. */
typedef ExecFrame *EvalCall(ThreadState *ts, ExecFrame *xf, const Instr *pc);
EvalCall eval_call, eval_call_method, eval_call_kw, eval_call_method_kw, eval_call_ex;
/* RETURN of v (consumed) from an __init__ called by CALL: 0, or -1 and raised in the caller. `caller` is current. */
int eval_constructor_return(ThreadState *ts, ExecFrame *caller, Value v);

#endif
