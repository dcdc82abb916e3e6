/* eval.c: the eval loop. Rules, numbered; docs/INTERPRETER.md explains them:
 *
 *  1. xf is the current ExecFrame and the base of every operand, pc the instruction being executed, ts the thread. The compiler keeps the three in
 *     registers; nothing else lives across instructions.
 *  2. xf->pc = pc before anything that may raise, call, or look at the ExecFrame (the slow paths do it themselves; SAVE_PC).
 *  3. A negative operand is a local, borrowed; a positive one a temporary, which the instruction consumes. A handler that raises leaves temporaries owned or 0.
 *  4. STORE(operand, v) releases the old value of a local and overwrites a temporary.
 *  5. A handler's fast path is inlined, what is rare or long is a function of eval_slow.h.
 *  6. A handler ends in NEXT(units), JUMP(units, offset), `goto enter` (xf was switched; go on at xf->pc), or `goto raise` (exception pending).
 *  7. Python functions, generators, classes with a Python __init__ and the special methods of eval_special.c are entered by switching xf, never by C recursion. A return goes on behind the
 *     instruction at caller->pc with the result in X[caller->pc->a]; XF_ flags of the ending xf tell exceptions from that rule.
 *  8. A general opcode may overwrite itself by a specialized one; a specialized one that misses calls the general slow path, which decides anew.
 */
#include "abstract.h"
#include "eval_slow.h"
#include "generator_switch.h"
#include "shape.h"
#include "type.h"
#include "types/cell.h"
#include "types/float.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/method.h"
#include "types/module.h"
#include "types/range.h"
#include "types/str.h"
#include "native.h"
#include "attr.h"
#include "trace.h"

#define X ((Value *)xf)
#define A (X[pc->a])
#define B (X[pc->b])
#define C (X[pc->c])

#define SAVE_PC() (xf->pc = pc)
#define DISPATCH() goto *dispatch[pc->op]
#define CASE(name) op_##name
#define NEXT(units) \
    do { \
        pc += (units); \
        DISPATCH(); \
    } while (0)
#define ENTER() \
    do { \
        pc = xf->pc; \
        DISPATCH(); \
    } while (0)
#define JUMP(units, offset) NEXT((units) + (int64_t)(offset))

#define RELEASE(v) \
    do { \
        Value released_ = (v); \
        if (value_is_object(released_) && unlikely(--value_object(released_)->refs == 0)) \
            eval_dealloc(xf, pc, value_object(released_)); \
    } while (0)
#define RELEASE_NULL(v) \
    do { \
        Value old_ = (v); \
        if (old_) \
            RELEASE(old_); \
    } while (0)
#define DROP(operand, v) \
    do { \
        if ((operand) >= 0) \
            RELEASE(v); \
    } while (0)
/* Keep a sign-extended operand as one 64-bit register: gcc would test a 16-bit copy of it. */
#define WHOLE(operand) __asm__("" : "+r"(operand))
#define STORE(operand, v) \
    do { \
        int64_t operand_ = (operand); \
        WHOLE(operand_); \
        Value stored_ = (v); \
        if (operand_ < 0) { \
            Value previous_ = X[operand_]; \
            X[operand_] = stored_; \
            RELEASE_NULL(previous_); \
        } else { \
            X[operand_] = stored_; \
        } \
    } while (0)
#define SLOW(function, units) \
    do { \
        int status_ = function(ts, xf, pc); \
        if (unlikely(status_ != 0)) { \
            if (status_ < 0) \
                goto raise; \
            goto entered; \
        } \
        NEXT(units); \
    } while (0)

#define SMALL(i) value_from_small_int(i)
#define BOTH_FLONUM(b, c) ((((b) - 2) | ((c) - 2)) % 4 == 0) /* value_is_flonum of both; decoding needs the differences anyway */

#define FLOAT_RESULT(d) \
    do { \
        Value result_ = value_try_flonum(d); \
        if (unlikely(!result_) && unlikely(!(result_ = float_new(d)))) { \
            SAVE_PC(); \
            goto raise; \
        } \
        STORE(pc->a, result_); \
        NEXT(1); \
    } while (0)

/* Of two ints only for the true division. */
#define DOUBLE_OP(symbol) \
    do { \
        if (likely(BOTH_FLONUM(b, c))) \
            FLOAT_RESULT(value_flonum(b) symbol value_flonum(c)); \
        double x_, y_; \
        if (!value_is_object(b) && !value_is_object(c) && immediate_double(b, &x_) && immediate_double(c, &y_)) \
            FLOAT_RESULT(x_ symbol y_); \
    } while (0)

/* result = b op c for small ints with one overflow check on the shifted words. */
#define INT_ADD_SUB(builtin, other) \
    do { \
        int64_t result_; \
        if (likely(!builtin((int64_t)b, (int64_t)(other), &result_))) { \
            STORE(pc->a, (Value)result_); \
            NEXT(1); \
        } \
    } while (0)

#define COMPARE_RESULT(op_symbol, op) \
    do { \
        Value b = B, c = C; \
        bool result; \
        if (likely(value_both_small_int(b, c))) \
            result = (int64_t)b op_symbol (int64_t)c; \
        else if (BOTH_FLONUM(b, c)) \
            result = value_flonum(b) op_symbol value_flonum(c); \
        else \
            SLOW(eval_compare, 1); \
        STORE(pc->a, value_bool(result)); \
        NEXT(1); \
    } while (0)

static inline bool both_interned(Value b, Value c)
{
    return value_is_heap_exactly(b, &type_str) && value_is_heap_exactly(c, &type_str) && as_str(b)->interned && as_str(c)->interned;
}

/* Each way of comparing has its own jump: one for all would need the result in a register. */
#define DECIDE(result, wanted) \
    do { \
        if ((result) == (wanted)) \
            JUMP(1, pc->c); \
        NEXT(1); \
    } while (0)

#define COMPARE_JUMP(op_symbol, op, wanted, others) \
    do { \
        Value b = A, c = B; \
        if (likely(value_both_small_int(b, c))) \
            DECIDE((int64_t)b op_symbol (int64_t)c, wanted); \
        if (BOTH_FLONUM(b, c)) \
            DECIDE(value_flonum(b) op_symbol value_flonum(c), wanted); \
        others; \
        int result = eval_compare_jump(ts, xf, pc, op); \
        if (likely((unsigned)result <= 1)) \
            DECIDE(result, wanted); \
        if (result < 0) \
            goto raise; \
        goto entered; \
    } while (0)

#define ORDER_JUMP(op_symbol, op, wanted) COMPARE_JUMP(op_symbol, op, wanted, )
/* Of two strings that are interned, as literals and single characters are, the places tell. */
#define EQUAL_JUMP(op_symbol, op, wanted) \
    COMPARE_JUMP(op_symbol, op, wanted, if (both_interned(b, c)) { \
        DROP(pc->a, b); \
        DROP(pc->b, c); \
        DECIDE(b op_symbol c, wanted); \
    })

#define COMPARE_IMMEDIATE_JUMP(op_symbol, op, wanted) \
    do { \
        Value b = A; \
        if (likely(value_is_small_int(b))) \
            DECIDE((int64_t)b op_symbol (int64_t)SMALL((int64_t)pc->b), wanted); \
        if (value_is_flonum(b)) \
            DECIDE(value_flonum(b) op_symbol pc->b, wanted); \
        int result = eval_compare_immediate_jump(ts, xf, pc, op); \
        if (unlikely(result < 0)) \
            goto raise; \
        DECIDE(result, wanted); \
    } while (0)

/* bool(a) of what needs no call. */
#define TRUTH(a, slow) \
    ((a) == VALUE_TRUE ? 1 : (a) == VALUE_FALSE || (a) == VALUE_NONE ? 0 : value_is_small_int(a) ? (a) != SMALL(0) : slow(ts, xf, pc))

void eval_dealloc(ExecFrame *xf, const Instr *pc, Object *object)
{
    xf->pc = pc;
    object_dealloc(object);
}

/* Floor division and modulo of int64 by a divisor that is not 0; INT64 overflow cannot occur with 63-bit operands. 32-bit division is several times faster. */
static inline int64_t floor_mod(int64_t x, int64_t y)
{
    if (likely(((uint64_t)x | (uint64_t)y) >> 32 == 0))
        return (int64_t)((uint32_t)x % (uint32_t)y);
    int64_t r = x % y;
    return r != 0 && (r ^ y) < 0 ? r + y : r;
}

static inline int64_t floor_div(int64_t x, int64_t y)
{
    if (likely(((uint64_t)x | (uint64_t)y) >> 32 == 0))
        return (int64_t)((uint32_t)x / (uint32_t)y);
    int64_t q = x / y;
    return x % y != 0 && (x ^ y) < 0 ? q - 1 : q;
}

/* The cache of LOAD_ATTR_SLOT and its kin: units behind the instruction. */
#define CACHE_VERSION(pc) ((uint32_t)(pc)[1].word)
#define CACHE_INDEX(pc) ((uint32_t)((pc)[1].word >> 32))
#define CACHED_ENTRY(dict, word) (*(const Value *)((const char *)(dict)->entries + ((word) >> 32))) /* EVAL_CACHE_ENTRY */
#define CACHED_MEMBER(v, word) ((Value *)((char *)value_object(v) + ((int64_t)(word) >> 32)))

enum { RUN, RUN_RAISING, RUN_NOTHING_TRACED, RUN_NOTHING_UNTRACED };

static Value eval_run(ThreadState *ts, ExecFrame *xf, int how)
{
    static const void *const labels[OP_COUNT] = {
#define OPCODE(name, a, b, c, tail, units, meaning) &&op_##name,
#include "opcode.def"
#undef OPCODE
    };
    /* What is dispatched by: the labels, or while tracing is on `traced` everywhere. All activations of the loop use the one table. */
    static const void *table[OP_COUNT] = {
#define OPCODE(name, a, b, c, tail, units, meaning) &&op_##name,
#include "opcode.def"
#undef OPCODE
    };
    const Instr *pc;
    bool add_traceback = true;
    const void *const *dispatch = table;
    __asm__("" : "+r"(dispatch)); /* stays in a register instead of being computed at every dispatch */

    if (how != RUN) {
        if (how == RUN_RAISING)
            goto raise;
        for (int op = 0; op < OP_COUNT; op++)
            table[op] = how == RUN_NOTHING_TRACED ? &&traced : labels[op];
        return VALUE_NULL;
    }

entered: /* a slow path has switched to a special method's ExecFrame */
    xf = ts->current;
enter:
    pc = xf->pc;
    DISPATCH();

    /* ================= moving values ================= */

CASE(NOP):
    NEXT(1);

CASE(MOVE): {
    Value v = B;
    if (pc->b < 0)
        value_retain(v);
    STORE(pc->a, v);
    NEXT(1);
}

CASE(COPY): {
    Value v = value_retain(B);
    STORE(pc->a, v);
    NEXT(1);
}

CASE(SWAP): {
    Value v = A;
    A = B;
    B = v;
    NEXT(1);
}

CASE(RELEASE):
    RELEASE_NULL(A);
    NEXT(1);

CASE(LOADK): {
    Value v = value_retain(pc[1].value);
    STORE(pc->a, v);
    NEXT(2);
}

CASE(LOADI):
    STORE(pc->a, SMALL((int64_t)pc->b));
    NEXT(1);

CASE(CHECK_LOCAL):
    if (unlikely(!A))
        SLOW(eval_raise_unbound_local, 1);
    NEXT(1);

CASE(DELETE_LOCAL):
    SLOW(eval_delete_local, 1);

    /* ================= names ================= */

CASE(LOAD_GLOBAL):
    SLOW(eval_load_global, 3);

CASE(LOAD_GLOBAL_MODULE): {
    const Dict *globals = xf->func->globals;
    if (unlikely(globals->keys_version != CACHE_VERSION(pc)))
        SLOW(eval_load_global, 3);
    Value v = value_retain(CACHED_ENTRY(globals, pc[1].word));
    STORE(pc->a, v);
    NEXT(3);
}

CASE(LOAD_GLOBAL_BUILTIN): {
    const Function *function = xf->func;
    if (unlikely(function->globals->keys_version != CACHE_VERSION(pc) || function->builtins->keys_version != (uint32_t)pc[2].word))
        SLOW(eval_load_global, 3);
    Value v = value_retain(CACHED_ENTRY(function->builtins, pc[2].word));
    STORE(pc->a, v);
    NEXT(3);
}

CASE(STORE_GLOBAL):
    SLOW(eval_store_global, 1);
CASE(DELETE_GLOBAL):
    SLOW(eval_delete_global, 1);
CASE(LOAD_NAME):
    SLOW(eval_load_name, 1);
CASE(STORE_NAME):
    SLOW(eval_store_name, 1);
CASE(DELETE_NAME):
    SLOW(eval_delete_name, 1);
CASE(LOAD_CLASSDEREF):
    SLOW(eval_load_classderef, 1);
CASE(MAKE_CELL):
    SLOW(eval_make_cell, 1);

CASE(LOAD_CELL): {
    Value v = as_cell(B)->value;
    if (unlikely(!v))
        SLOW(eval_raise_unbound_cell, 1);
    value_retain(v);
    STORE(pc->a, v);
    NEXT(1);
}

CASE(STORE_CELL): {
    Cell *cell = as_cell(B);
    Value v = A, old = cell->value;
    if (pc->a < 0)
        value_retain(v);
    cell->value = v;
    RELEASE_NULL(old);
    NEXT(1);
}

CASE(DELETE_CELL):
    SLOW(eval_delete_cell, 1);

CASE(LOAD_FREE): {
    Value v = as_cell(as_tuple(xf->func->closure)->items[pc->b])->value;
    if (unlikely(!v))
        SLOW(eval_raise_unbound_free, 1);
    value_retain(v);
    STORE(pc->a, v);
    NEXT(1);
}

CASE(STORE_FREE): {
    Cell *cell = as_cell(as_tuple(xf->func->closure)->items[pc->b]);
    Value v = A, old = cell->value;
    if (pc->a < 0)
        value_retain(v);
    cell->value = v;
    RELEASE_NULL(old);
    NEXT(1);
}

CASE(DELETE_FREE):
    SLOW(eval_delete_free, 1);

CASE(LOAD_CLOSURE): {
    Value v = value_retain(B);
    STORE(pc->a, v);
    NEXT(1);
}

CASE(LOAD_CLOSURE_FREE): {
    Value v = value_retain(as_tuple(xf->func->closure)->items[pc->b]);
    STORE(pc->a, v);
    NEXT(1);
}

    /* ================= arithmetic ================= */

CASE(NEG): {
    Value b = B;
    if (likely(value_is_small_int(b) && b != SMALL(SMALL_INT_MIN))) {
        STORE(pc->a, SMALL(-value_small_int(b)));
        NEXT(1);
    }
    if (value_is_flonum(b))
        FLOAT_RESULT(-value_flonum(b));
    SLOW(eval_unary, 1);
}

CASE(POS):
    SLOW(eval_unary, 1);

CASE(INVERT): {
    Value b = B;
    if (likely(value_is_small_int(b))) {
        STORE(pc->a, b ^ ~(Value)1);
        NEXT(1);
    }
    SLOW(eval_unary, 1);
}

CASE(NOT): {
    Value b = B;
    if (value_is_bool(b)) {
        STORE(pc->a, b ^ (VALUE_TRUE ^ VALUE_FALSE));
        NEXT(1);
    }
    if (value_is_small_int(b)) {
        STORE(pc->a, value_bool(b == SMALL(0)));
        NEXT(1);
    }
    SLOW(eval_not, 1);
}

CASE(IADD):
CASE(ADD): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c)))
        INT_ADD_SUB(__builtin_add_overflow, c - 1);
    else
        DOUBLE_OP(+);
    SLOW(eval_binary, 1);
}

CASE(ISUB):
CASE(SUB): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c)))
        INT_ADD_SUB(__builtin_sub_overflow, c - 1);
    else
        DOUBLE_OP(-);
    SLOW(eval_binary, 1);
}

CASE(IMUL):
CASE(MUL): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c))) {
        int64_t product;
        if (likely(!__builtin_mul_overflow((int64_t)(b - 1), value_small_int(c), &product))) {
            STORE(pc->a, (Value)product | 1);
            NEXT(1);
        }
    } else {
        DOUBLE_OP(*);
    }
    SLOW(eval_binary, 1);
}

CASE(ITRUEDIV):
CASE(TRUEDIV): {
    Value b = B, c = C;
    if (likely(c != SMALL(0) && c != VALUE_FLOAT_ZERO))
        DOUBLE_OP(/);
    SLOW(eval_binary, 1);
}

CASE(IFLOORDIV):
CASE(FLOORDIV): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c) && c != SMALL(0) && c != SMALL(-1))) {
        STORE(pc->a, SMALL(floor_div(value_small_int(b), value_small_int(c))));
        NEXT(1);
    }
    SLOW(eval_binary, 1);
}

CASE(IMOD):
CASE(MOD): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c) && c != SMALL(0))) {
        STORE(pc->a, SMALL(floor_mod(value_small_int(b), value_small_int(c))));
        NEXT(1);
    }
    SLOW(eval_binary, 1);
}

CASE(ILSHIFT):
CASE(LSHIFT): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c) && (uint64_t)value_small_int(c) < 62)) {
        int64_t n = value_small_int(c), word = (int64_t)(b - 1), shifted = (int64_t)((uint64_t)word << n);
        if (likely(shifted >> n == word)) {
            STORE(pc->a, (Value)shifted | 1);
            NEXT(1);
        }
    }
    SLOW(eval_binary, 1);
}

CASE(IRSHIFT):
CASE(RSHIFT): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c) && (uint64_t)value_small_int(c) < 63)) {
        STORE(pc->a, (Value)((int64_t)b >> value_small_int(c)) | 1);
        NEXT(1);
    }
    SLOW(eval_binary, 1);
}

CASE(IAND):
CASE(AND): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c))) {
        STORE(pc->a, b & c);
        NEXT(1);
    }
    SLOW(eval_binary, 1);
}

CASE(IOR):
CASE(OR): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c))) {
        STORE(pc->a, b | c);
        NEXT(1);
    }
    SLOW(eval_binary, 1);
}

CASE(IXOR):
CASE(XOR): {
    Value b = B, c = C;
    if (likely(value_both_small_int(b, c))) {
        STORE(pc->a, (b ^ c) | 1);
        NEXT(1);
    }
    SLOW(eval_binary, 1);
}

CASE(POW):
CASE(IPOW):
CASE(MATMUL):
CASE(IMATMUL):
    SLOW(eval_binary, 1);

CASE(IADD_I):
CASE(ADD_I): {
    Value b = B;
    if (likely(value_is_small_int(b)))
        INT_ADD_SUB(__builtin_add_overflow, (int64_t)pc->c * 2);
    else if (value_is_flonum(b))
        FLOAT_RESULT(value_flonum(b) + pc->c);
    SLOW(eval_binary_immediate, 1);
}

CASE(ISUB_I):
CASE(SUB_I): {
    Value b = B;
    if (likely(value_is_small_int(b)))
        INT_ADD_SUB(__builtin_sub_overflow, (int64_t)pc->c * 2);
    else if (value_is_flonum(b))
        FLOAT_RESULT(value_flonum(b) - pc->c);
    SLOW(eval_binary_immediate, 1);
}

CASE(MUL_I): {
    Value b = B;
    if (likely(value_is_small_int(b))) {
        int64_t product;
        if (likely(!__builtin_mul_overflow((int64_t)(b - 1), (int64_t)pc->c, &product))) {
            STORE(pc->a, (Value)product | 1);
            NEXT(1);
        }
    } else if (value_is_flonum(b)) {
        FLOAT_RESULT(value_flonum(b) * pc->c);
    }
    SLOW(eval_binary_immediate, 1);
}

CASE(FLOORDIV_I): {
    Value b = B;
    if (likely(value_is_small_int(b) && pc->c > 0)) {
        STORE(pc->a, SMALL(floor_div(value_small_int(b), pc->c)));
        NEXT(1);
    }
    SLOW(eval_binary_immediate, 1);
}

CASE(MOD_I): {
    Value b = B;
    if (likely(value_is_small_int(b))) {
        STORE(pc->a, SMALL(floor_mod(value_small_int(b), pc->c)));
        NEXT(1);
    }
    SLOW(eval_binary_immediate, 1);
}

CASE(AND_I): {
    Value b = B;
    if (likely(value_is_small_int(b))) {
        STORE(pc->a, b & SMALL((int64_t)pc->c));
        NEXT(1);
    }
    SLOW(eval_binary_immediate, 1);
}

CASE(LSHIFT_I): {
    Value b = B;
    if (likely(value_is_small_int(b) && pc->c < 62)) {
        int64_t word = (int64_t)(b - 1), shifted = (int64_t)((uint64_t)word << pc->c);
        if (likely(shifted >> pc->c == word)) {
            STORE(pc->a, (Value)shifted | 1);
            NEXT(1);
        }
    }
    SLOW(eval_binary_immediate, 1);
}

CASE(RSHIFT_I): {
    Value b = B;
    if (likely(value_is_small_int(b) && pc->c < 63)) {
        STORE(pc->a, (Value)((int64_t)b >> pc->c) | 1);
        NEXT(1);
    }
    SLOW(eval_binary_immediate, 1);
}

    /* ================= comparisons ================= */

CASE(LT):
    COMPARE_RESULT(<, COMPARE_LT);
CASE(LE):
    COMPARE_RESULT(<=, COMPARE_LE);
CASE(EQ):
    COMPARE_RESULT(==, COMPARE_EQ);
CASE(NE):
    COMPARE_RESULT(!=, COMPARE_NE);
CASE(GT):
    COMPARE_RESULT(>, COMPARE_GT);
CASE(GE):
    COMPARE_RESULT(>=, COMPARE_GE);

CASE(IS): {
    Value b = B, c = C;
    DROP(pc->b, b);
    DROP(pc->c, c);
    STORE(pc->a, value_bool(b == c));
    NEXT(1);
}

CASE(IS_NOT): {
    Value b = B, c = C;
    DROP(pc->b, b);
    DROP(pc->c, c);
    STORE(pc->a, value_bool(b != c));
    NEXT(1);
}

CASE(IN):
CASE(NOT_IN):
    SLOW(eval_in, 1);

    /* ================= jumps ================= */

CASE(JUMP):
CASE(JUMP_BACK):
    JUMP(1, instr_jump(pc));

CASE(JUMP_IF_TRUE): {
    Value a = A;
    int truth = TRUTH(a, eval_truth_consume);
    if (unlikely(truth < 0))
        goto raise;
    if (truth)
        JUMP(1, instr_jump(pc));
    NEXT(1);
}

CASE(JUMP_IF_FALSE): {
    Value a = A;
    int truth = TRUTH(a, eval_truth_consume);
    if (unlikely(truth < 0))
        goto raise;
    if (!truth)
        JUMP(1, instr_jump(pc));
    NEXT(1);
}

CASE(JUMP_IF_TRUE_KEEP): {
    Value a = A;
    int truth = TRUTH(a, eval_truth_keep);
    if (unlikely(truth < 0))
        goto raise;
    if (truth)
        JUMP(1, instr_jump(pc));
    RELEASE(a);
    NEXT(1);
}

CASE(JUMP_IF_FALSE_KEEP): {
    Value a = A;
    int truth = TRUTH(a, eval_truth_keep);
    if (unlikely(truth < 0))
        goto raise;
    if (!truth)
        JUMP(1, instr_jump(pc));
    RELEASE(a);
    NEXT(1);
}

CASE(JUMP_IF_NONE): {
    Value a = A;
    if (a == VALUE_NONE)
        JUMP(1, instr_jump(pc));
    DROP(pc->a, a);
    NEXT(1);
}

CASE(JUMP_IF_NOT_NONE): {
    Value a = A;
    if (a == VALUE_NONE)
        NEXT(1);
    DROP(pc->a, a);
    JUMP(1, instr_jump(pc));
}

CASE(JUMP_IF_IS): {
    Value a = A, b = B;
    DROP(pc->a, a);
    DROP(pc->b, b);
    if (a == b)
        JUMP(1, pc->c);
    NEXT(1);
}

CASE(JUMP_IF_IS_NOT): {
    Value a = A, b = B;
    DROP(pc->a, a);
    DROP(pc->b, b);
    if (a != b)
        JUMP(1, pc->c);
    NEXT(1);
}

CASE(JUMP_IF_LT):
    ORDER_JUMP(<, COMPARE_LT, 1);
CASE(JUMP_IF_LE):
    ORDER_JUMP(<=, COMPARE_LE, 1);
CASE(JUMP_IF_EQ):
    EQUAL_JUMP(==, COMPARE_EQ, 1);
CASE(JUMP_IF_NE):
    EQUAL_JUMP(!=, COMPARE_NE, 1);
CASE(JUMP_IF_GT):
    ORDER_JUMP(>, COMPARE_GT, 1);
CASE(JUMP_IF_GE):
    ORDER_JUMP(>=, COMPARE_GE, 1);
CASE(JUMP_IF_NOT_LT):
    ORDER_JUMP(<, COMPARE_LT, 0);
CASE(JUMP_IF_NOT_LE):
    ORDER_JUMP(<=, COMPARE_LE, 0);
CASE(JUMP_IF_NOT_EQ):
    EQUAL_JUMP(==, COMPARE_EQ, 0);
CASE(JUMP_IF_NOT_NE):
    EQUAL_JUMP(!=, COMPARE_NE, 0);
CASE(JUMP_IF_NOT_GT):
    ORDER_JUMP(>, COMPARE_GT, 0);
CASE(JUMP_IF_NOT_GE):
    ORDER_JUMP(>=, COMPARE_GE, 0);

CASE(JUMP_IF_LT_I):
    COMPARE_IMMEDIATE_JUMP(<, COMPARE_LT, 1);
CASE(JUMP_IF_LE_I):
    COMPARE_IMMEDIATE_JUMP(<=, COMPARE_LE, 1);
CASE(JUMP_IF_EQ_I):
    COMPARE_IMMEDIATE_JUMP(==, COMPARE_EQ, 1);
CASE(JUMP_IF_NE_I):
    COMPARE_IMMEDIATE_JUMP(!=, COMPARE_NE, 1);
CASE(JUMP_IF_GT_I):
    COMPARE_IMMEDIATE_JUMP(>, COMPARE_GT, 1);
CASE(JUMP_IF_GE_I):
    COMPARE_IMMEDIATE_JUMP(>=, COMPARE_GE, 1);
CASE(JUMP_IF_NOT_LT_I):
    COMPARE_IMMEDIATE_JUMP(<, COMPARE_LT, 0);
CASE(JUMP_IF_NOT_LE_I):
    COMPARE_IMMEDIATE_JUMP(<=, COMPARE_LE, 0);
CASE(JUMP_IF_NOT_EQ_I):
    COMPARE_IMMEDIATE_JUMP(==, COMPARE_EQ, 0);
CASE(JUMP_IF_NOT_NE_I):
    COMPARE_IMMEDIATE_JUMP(!=, COMPARE_NE, 0);
CASE(JUMP_IF_NOT_GT_I):
    COMPARE_IMMEDIATE_JUMP(>, COMPARE_GT, 0);
CASE(JUMP_IF_NOT_GE_I):
    COMPARE_IMMEDIATE_JUMP(>=, COMPARE_GE, 0);

    /* ================= iteration ================= */

CASE(GET_ITER):
    SLOW(eval_get_iter, 1);

CASE(FOR_LOOP): {
    Object *iterator = value_object(B); /* what iter() accepts is always an object */
    const Type *type = iterator->type;
    Value item;
    if (type == &type_range_iterator) {
        RangeIter *range = (RangeIter *)iterator;
        if (range->remaining == 0)
            goto loop_done;
        int64_t current = range->current;
        if (unlikely(!int64_fits_small(current)))
            goto loop_slow;
        range->remaining--;
        range->current = (int64_t)((uint64_t)current + (uint64_t)range->step);
        item = SMALL(current);
    } else if (type == &type_list_iterator) {
        ((Instr *)pc)->op = eval_list_loop(pc);
        ListIter *list_iter = (ListIter *)iterator;
        if (unlikely(!list_iter->list))
            goto loop_done;
        const List *list = as_list(list_iter->list);
        if (unlikely(list_iter->index >= list->length))
            goto loop_slow;
        item = value_retain(list->items[list_iter->index++]);
    } else if (type == &type_generator) {
        ((Instr *)pc)->op = OP_FOR_GENERATOR;
        Generator *generator = (Generator *)iterator;
        if (unlikely(generator->state > GEN_SUSPENDED))
            goto loop_slow;
        SAVE_PC();
        if (unlikely(xframe_resume(ts, xf, generator) < 0))
            goto raise;
        xf = generator_enter(ts, generator, VALUE_NONE);
        goto enter;
    } else if (type == &type_tuple_iterator) {
        TupleIter *tuple_iter = (TupleIter *)iterator;
        if (unlikely(!tuple_iter->tuple))
            goto loop_done;
        const Tuple *tuple = as_tuple(tuple_iter->tuple);
        if (unlikely(tuple_iter->index >= tuple->length))
            goto loop_slow;
        item = value_retain(tuple->items[tuple_iter->index++]);
    } else {
    loop_slow:;
        int more = eval_for_loop(ts, xf, pc);
        if (unlikely((unsigned)more > 1)) {
            if (more < 0)
                goto raise;
            goto entered;
        }
        if (more)
            JUMP(2, (int64_t)pc[1].word);
        NEXT(2);
    }
    STORE(pc->a, item);
    JUMP(2, (int64_t)pc[1].word);
loop_done:
    RELEASE(value_of(iterator));
    NEXT(2);
}

CASE(FOR_LIST): {
    ListIter *iterator = (ListIter *)value_object(B);
    if (unlikely(iterator->head.type != &type_list_iterator || !iterator->list))
        goto op_FOR_LOOP;
    const List *list = as_list(iterator->list);
    int64_t index = iterator->index;
    if (unlikely(index >= list->length))
        goto op_FOR_LOOP;
    iterator->index = index + 1;
    Value item = value_retain(list->items[index]);
    STORE(pc->a, item);
    JUMP(2, (int64_t)pc[1].word);
}

CASE(FOR_PAIR): {
    int more = eval_for_pair(ts, xf, pc);
    if (likely(more == EVAL_PAIR_STORED))
        JUMP(2, (int64_t)pc[1].word + EVAL_PAIR_UNITS);
    if (more == EVAL_NO_PAIR)
        goto op_FOR_LOOP;
    if (more < 0)
        goto raise;
    if (more)
        JUMP(2, (int64_t)pc[1].word);
    NEXT(2);
}

CASE(FOR_GENERATOR): {
    Generator *generator = (Generator *)value_object(B);
    if (unlikely(generator->head.type != &type_generator || generator->state != GEN_SUSPENDED || generator->xf->pc->op != OP_YIELD))
        goto op_FOR_LOOP;
    SAVE_PC();
    if (unlikely(xframe_resume(ts, xf, generator) < 0))
        goto raise;
    generator_link(ts, generator);
    xf = generator->xf;
    pc = xf->pc;
    STORE(pc->a, VALUE_NONE);
    NEXT(1);
}

    /* ================= items, attributes ================= */

CASE(GET_ITEM): {
    Value b = B, c = C;
    if (likely(value_is_object(b) && value_is_small_int(c))) {
        const Type *type = value_object(b)->type;
        int64_t index = value_small_int(c), length;
        const Value *items;
        if (likely(type == &type_list)) {
            length = as_list(b)->length;
            items = as_list(b)->items;
        } else if (type == &type_tuple) {
            length = as_tuple(b)->length;
            items = as_tuple(b)->items;
        } else {
            if (type != &type_str)
                SLOW(eval_get_item, 1);
            length = as_str(b)->length;
            index += index < 0 ? length : 0;
            if (unlikely((uint64_t)index >= (uint64_t)length || str_point_at(as_str(b), index) >= STR_LATIN1_COUNT))
                SLOW(eval_get_item, 1);
            Value v = str_char_at(as_str(b), index);
            DROP(pc->b, b);
            STORE(pc->a, v);
            NEXT(1);
        }
        if (index < 0)
            index += length;
        if (unlikely((uint64_t)index >= (uint64_t)length))
            SLOW(eval_get_item, 1);
        Value v = value_retain(items[index]);
        DROP(pc->b, b);
        STORE(pc->a, v);
        NEXT(1);
    }
    SLOW(eval_get_item, 1);
}

CASE(GET_ITEM_I): {
    Value b = B;
    if (likely(value_is_object(b))) {
        const Type *type = value_object(b)->type;
        int64_t index = pc->c, length;
        const Value *items;
        if (likely(type == &type_list)) {
            length = as_list(b)->length;
            items = as_list(b)->items;
        } else if (type == &type_tuple) {
            length = as_tuple(b)->length;
            items = as_tuple(b)->items;
        } else {
            SLOW(eval_get_item_immediate, 1);
        }
        if (index < 0)
            index += length;
        if (unlikely((uint64_t)index >= (uint64_t)length))
            SLOW(eval_get_item_immediate, 1);
        Value v = value_retain(items[index]);
        DROP(pc->b, b);
        STORE(pc->a, v);
        NEXT(1);
    }
    SLOW(eval_get_item_immediate, 1);
}

CASE(SET_ITEM): {
    Value a = A, b = B;
    if (likely(value_is_object(a) && value_object(a)->type == &type_list && value_is_small_int(b))) {
        List *list = as_list(a);
        int64_t index = value_small_int(b);
        if (index < 0)
            index += list->length;
        if (likely((uint64_t)index < (uint64_t)list->length)) {
            Value v = C, old = list->items[index];
            if (pc->c < 0)
                value_retain(v);
            list->items[index] = v;
            RELEASE(old);
            DROP(pc->a, a);
            NEXT(1);
        }
    }
    SLOW(eval_set_item, 1);
}

CASE(DEL_ITEM):
    SLOW(eval_delete_item, 1);

CASE(BUILD_SLICE):
    SLOW(eval_build_slice, 1);

CASE(LOAD_ATTR):
    SLOW(eval_load_attr, 4);

CASE(LOAD_ATTR_SLOT): {
    Value b = B;
    if (unlikely(!value_is_object(b)))
        SLOW(eval_load_attr, 4);
    const Instance *instance = (const Instance *)value_object(b);
    if (unlikely(instance->head.type->version != CACHE_VERSION(pc) || (const void *)instance->attrs.shape != pc[2].pointer))
        SLOW(eval_load_attr, 4);
    Value v = instance->attrs.slots[CACHE_INDEX(pc)];
    if (unlikely(!v))
        SLOW(eval_load_attr, 4);
    value_retain(v);
    DROP(pc->b, b);
    STORE(pc->a, v);
    NEXT(4);
}

CASE(LOAD_ATTR_ELSEWHERE): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type->version != CACHE_VERSION(pc)))
        SLOW(eval_load_attr, 4);
    const Attrs *attrs = object_attrs(value_object(b));
    Value v = likely((const void *)attrs->shape == pc[2].pointer) ? attrs->slots[CACHE_INDEX(pc)] : VALUE_NULL;
    if (unlikely(!v))
        SLOW(eval_load_attr, 4);
    value_retain(v);
    DROP(pc->b, b);
    STORE(pc->a, v);
    NEXT(4);
}

CASE(LOAD_ATTR_MEMBER): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type->version != CACHE_VERSION(pc)))
        SLOW(eval_load_attr, 4);
    Value v = *CACHED_MEMBER(b, pc[1].word);
    if (unlikely(!v))
        SLOW(eval_load_attr, 4);
    value_retain(v);
    DROP(pc->b, b);
    STORE(pc->a, v);
    NEXT(4);
}

CASE(LOAD_ATTR_PROPERTY):
    SLOW(eval_load_property, 4);

CASE(LOAD_ATTR_COMPUTED):
    SLOW(eval_load_computed, 4);

CASE(LOAD_ATTR_CLASS): {
    Value b = B;
    if (unlikely(!value_is_object(b)))
        SLOW(eval_load_attr, 4);
    const Instance *instance = (const Instance *)value_object(b);
    if (unlikely(instance->head.type->version != CACHE_VERSION(pc) || (const void *)instance->attrs.shape != pc[2].pointer))
        SLOW(eval_load_attr, 4);
    Value v = value_retain(CACHED_ENTRY((const Dict *)pc[3].pointer, pc[1].word));
    DROP(pc->b, b);
    STORE(pc->a, v);
    NEXT(4);
}

CASE(LOAD_ATTR_OF_CLASS): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type != &type_type || as_type(b)->version != CACHE_VERSION(pc)))
        SLOW(eval_load_attr, 4);
    Value v = value_retain(CACHED_ENTRY((const Dict *)pc[3].pointer, pc[1].word));
    DROP(pc->b, b);
    STORE(pc->a, v);
    NEXT(4);
}

CASE(LOAD_ATTR_MODULE): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type != &type_module))
        SLOW(eval_load_attr, 4);
    const Dict *dict = module_dict(b);
    if (unlikely(dict->keys_version != CACHE_VERSION(pc)))
        SLOW(eval_load_attr, 4);
    Value v = value_retain(CACHED_ENTRY(dict, pc[1].word));
    DROP(pc->b, b);
    STORE(pc->a, v);
    NEXT(4);
}

CASE(STORE_ATTR):
    SLOW(eval_store_attr, 4);

CASE(STORE_ATTR_SLOT): {
    Value a = A;
    if (unlikely(!value_is_object(a)))
        SLOW(eval_store_attr, 4);
    Instance *instance = (Instance *)value_object(a);
    if (unlikely(instance->head.type->version != CACHE_VERSION(pc) || (const void *)instance->attrs.shape != pc[2].pointer))
        SLOW(eval_store_attr, 4);
    Value *slot = &instance->attrs.slots[CACHE_INDEX(pc)];
    Value v = B, old = *slot;
    if (pc->b < 0)
        value_retain(v);
    *slot = v;
    RELEASE_NULL(old);
    DROP(pc->a, a);
    NEXT(4);
}

CASE(STORE_ATTR_ADD): {
    Value a = A;
    if (unlikely(!value_is_object(a)))
        SLOW(eval_store_attr, 4);
    Instance *instance = (Instance *)value_object(a);
    uint32_t index = CACHE_INDEX(pc);
    if (unlikely(instance->head.type->version != CACHE_VERSION(pc) || (const void *)instance->attrs.shape != pc[2].pointer ||
                 index >= instance->capacity))
        SLOW(eval_store_attr, 4);
    Value v = B;
    if (pc->b < 0)
        value_retain(v);
    instance->attrs.slots[index] = v;
    instance->attrs.shape = pc[3].pointer;
    DROP(pc->a, a);
    NEXT(4);
}

CASE(STORE_ATTR_MEMBER): {
    Value a = A;
    if (unlikely(!value_is_object(a) || value_object(a)->type->version != CACHE_VERSION(pc)))
        SLOW(eval_store_attr, 4);
    Value *slot = CACHED_MEMBER(a, pc[1].word);
    Value v = B, old = *slot;
    if (pc->b < 0)
        value_retain(v);
    *slot = v;
    RELEASE_NULL(old);
    DROP(pc->a, a);
    NEXT(4);
}

CASE(DELETE_ATTR):
    SLOW(eval_delete_attr, 1);

CASE(LOAD_METHOD):
    SLOW(eval_load_method, 4);

CASE(SUPER_METHOD):
    if (likely(eval_super_method(xf, pc)))
        NEXT(EVAL_SUPER_UNITS);
    NEXT(4);

CASE(LOAD_METHOD_PLAIN): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type->version != CACHE_VERSION(pc)))
        SLOW(eval_load_method, 4);
    if (pc->b < 0)
        value_retain(b);
    Value *window = &A;
    window[1] = b;
    window[0] = value_of(pc[3].pointer);
    value_object(window[0])->refs++;
    NEXT(4);
}

CASE(LOAD_METHOD_SHAPE): {
    Value b = B;
    if (unlikely(!value_is_object(b)))
        SLOW(eval_load_method, 4);
    const Instance *instance = (const Instance *)value_object(b);
    if (unlikely(instance->head.type->version != CACHE_VERSION(pc) || (const void *)instance->attrs.shape != pc[2].pointer))
        SLOW(eval_load_method, 4);
    if (pc->b < 0)
        value_object(b)->refs++;
    Value *window = &A;
    window[1] = b;
    window[0] = value_of(pc[3].pointer);
    value_object(window[0])->refs++;
    NEXT(4);
}

CASE(LOAD_METHOD_ELSEWHERE): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type->version != CACHE_VERSION(pc) ||
                 (const void *)object_attrs(value_object(b))->shape != pc[2].pointer))
        SLOW(eval_load_method, 4);
    if (pc->b < 0)
        value_object(b)->refs++;
    Value *window = &A;
    window[1] = b;
    window[0] = value_of(pc[3].pointer);
    value_object(window[0])->refs++;
    NEXT(4);
}

CASE(LOAD_METHOD_WRAPPED): {
    Value b = B;
    if (unlikely(!value_is_object(b)))
        SLOW(eval_load_method, 4);
    const Instance *instance = (const Instance *)value_object(b);
    Type *type = instance->head.type;
    if (unlikely(type->version != CACHE_VERSION(pc) || (const void *)instance->attrs.shape != pc[2].pointer))
        SLOW(eval_load_method, 4);
    Value first = VALUE_NULL, function = value_retain(value_of(pc[3].pointer));
    if (CACHE_INDEX(pc))
        first = value_retain(value_of(type));
    DROP(pc->b, b);
    Value *window = &A;
    window[0] = function;
    window[1] = first;
    NEXT(4);
}

CASE(LOAD_METHOD_OF_CLASS): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type != &type_type || as_type(b)->version != CACHE_VERSION(pc)))
        SLOW(eval_load_method, 4);
    Value first = VALUE_NULL, function = value_retain(value_of(pc[3].pointer));
    if (CACHE_INDEX(pc))
        first = value_retain(b);
    DROP(pc->b, b);
    Value *window = &A;
    window[0] = function;
    window[1] = first;
    NEXT(4);
}

CASE(LOAD_METHOD_MODULE): {
    Value b = B;
    if (unlikely(!value_is_object(b) || value_object(b)->type != &type_module))
        SLOW(eval_load_method, 4);
    const Dict *dict = module_dict(b);
    if (unlikely(dict->keys_version != CACHE_VERSION(pc)))
        SLOW(eval_load_method, 4);
    Value v = value_retain(CACHED_ENTRY(dict, pc[1].word));
    DROP(pc->b, b);
    Value *window = &A;
    window[0] = v;
    window[1] = VALUE_NULL;
    NEXT(4);
}

    /* ================= calls ================= */

CASE(CALL): {
    Value *window = &A;
    Object *callable = value_object(window[0]);
    SAVE_PC();
    if (likely(value_is_object(window[0]))) {
        if (likely(callable->type == &type_function)) {
            Function *function = (Function *)callable;
            if (likely(function->code->simple_args == pc->b)) {
                xf = xframe_push(ts, xf, window, function);
                if (unlikely(!xf))
                    goto raise_in_current;
                ENTER();
            }
        } else if (callable->type == &type_native_function) {
            const NativeFunction *native = (const NativeFunction *)callable;
            int nargs = pc->b;
            Value v = native_call(native->def, native->self, window + 1, nargs, VALUE_NULL, true);
            for (int i = 1; i <= nargs; i++)
                RELEASE(window[i]);
            RELEASE(value_of(callable));
            window[0] = v;
            if (unlikely(!v))
                goto raise;
            NEXT(1);
        }
    }
    ExecFrame *next = eval_call(ts, xf, pc);
    if (next == xf)
        NEXT(1);
    if (unlikely(!next))
        goto raise;
    xf = next;
    goto enter;
}

CASE(CALL_METHOD): {
    Value *window = &A;
    Object *callable = value_object(window[0]);
    SAVE_PC();
    if (likely(value_is_object(window[0]))) {
        if (likely(callable->type == &type_function && window[1])) {
            Function *function = (Function *)callable;
            if (likely(function->code->simple_args == pc->b + 1)) {
                xf = xframe_push(ts, xf, window, function);
                if (unlikely(!xf))
                    goto raise_in_current;
                ENTER();
            }
        } else if (callable->type == &type_native_method && likely(window[1])) {
            const NativeMethod *native = (const NativeMethod *)callable;
            int nargs = pc->b;
            Value v = native_call(native->def, window[1], window + 2, nargs, VALUE_NULL, false);
            for (int i = 1; i <= nargs + 1; i++)
                RELEASE(window[i]);
            RELEASE(value_of(callable));
            window[0] = v;
            if (unlikely(!v))
                goto raise;
            NEXT(1);
        }
    }
    ExecFrame *next = eval_call_method(ts, xf, pc);
    if (next == xf)
        NEXT(1);
    if (unlikely(!next))
        goto raise;
    xf = next;
    goto enter;
}

#define CALL_SLOW(function) \
    do { \
        SAVE_PC(); \
        ExecFrame *next = function(ts, xf, pc); \
        if (next == xf) \
            NEXT(1); \
        if (unlikely(!next)) \
            goto raise; \
        xf = next; \
        goto enter; \
    } while (0)

CASE(CALL_KW):
    CALL_SLOW(eval_call_kw);
CASE(CALL_METHOD_KW):
    CALL_SLOW(eval_call_method_kw);
CASE(CALL_EX):
    CALL_SLOW(eval_call_ex);

    Value result;

CASE(RETURN): {
    int64_t operand = pc->a;
    WHOLE(operand);
    Value v = X[operand];
    int64_t locals = pc->b;
    if (operand < 0)
        value_retain(v);
    if (unlikely(!xframe_is_plain(xf))) {
        result = v;
        goto return_special;
    }
    xf = xframe_pop_plain(ts, xf, pc, locals);
    pc = xf->pc;
    A = v;
    NEXT(1);
}

CASE(RETURN_NONE): {
    int64_t locals = pc->b;
    if (unlikely(!xframe_is_plain(xf))) {
        result = VALUE_NONE;
        goto return_special;
    }
    xf = xframe_pop_plain(ts, xf, pc, locals);
    pc = xf->pc;
    A = VALUE_NONE;
    NEXT(1);
}

return_special: {
    SAVE_PC();
    uintptr_t flags = xf->link & XF_FLAGS;
    if (flags & XF_GENERATOR) {
        xf = generator_leave(ts, xf, generator_running(ts), GEN_FINISHED);
        if (flags & XF_ENTRY)
            return result;
        pc = xf->pc;
        if (pc->op != OP_YIELD_FROM) { /* a loop's */
            RELEASE(result);
            RELEASE(B);
            NEXT(2);
        }
        Value delegate = A;
        A = result;
        RELEASE(delegate);
        NEXT(1);
    }
    xf->link &= ~(uintptr_t)XF_COMPLETES; /* a plain pop may do */
    xf = xframe_pop(ts, xf);
    if (flags & XF_ENTRY)
        return result;
    pc = xf->pc;
    if (flags & XF_COMPLETES) {
        int64_t units;
        if (likely(eval_is_construction(pc))) {
            ts->recursion_left++;
            if (likely(result == VALUE_NONE))
                NEXT(1);
            eval_constructor_return(ts, xf, result);
            goto raise;
        }
        if (unlikely(eval_complete(ts, xf, pc, result, &units) < 0))
            goto raise;
        NEXT(units);
    }
    A = result;
    NEXT(1);
}

    /* ================= generators ================= */

CASE(YIELD):
    result = B;
    if (pc->b < 0)
        value_retain(result);
    SAVE_PC();
yield_result: {
    bool entry = xf->link & XF_ENTRY;
    xf = generator_leave(ts, xf, generator_running(ts), GEN_SUSPENDED);
    if (unlikely(entry))
        return result;
    pc = xf->pc;
    if (likely(pc->op != OP_YIELD_FROM)) {
        STORE(pc->a, result);
        JUMP(2, (int64_t)pc[1].word);
    }
    goto yield_result; /* YIELD_FROM: the resumer passes it on */
}

CASE(GET_YIELD_FROM_ITER):
    SLOW(eval_get_yield_from_iter, 1);

CASE(YIELD_FROM): {
    Value delegate = A;
    SAVE_PC();
    if (likely(value_is_resumable(delegate) && as_generator(delegate)->state <= GEN_SUSPENDED)) {
        Generator *generator = as_generator(delegate);
        Value sent = (&A)[1];
        if (unlikely(generator->state == GEN_CREATED && sent != VALUE_NONE))
            goto delegate_slow;
        (&A)[1] = VALUE_NULL;
        if (unlikely(xframe_resume(ts, xf, generator) < 0)) {
            value_release(sent);
            goto raise;
        }
        xf = generator_enter(ts, generator, sent);
        goto enter;
    }
delegate_slow:;
    int yielded = eval_delegate(ts, xf, pc, &result);
    if (unlikely(yielded < 0))
        goto raise;
    if (yielded)
        goto yield_result;
    NEXT(1);
}

    /* ================= coroutines ================= */

CASE(GET_AWAITABLE):
    SLOW(eval_get_awaitable, 1);
CASE(GET_ASYNC_ITER):
    SLOW(eval_get_async_iter, 1);
CASE(GET_ASYNC_NEXT):
    SLOW(eval_get_async_next, 1);
CASE(IS_ASYNC_END):
    SLOW(eval_is_async_end, 1);
CASE(BEFORE_ASYNC_WITH):
    SLOW(eval_before_async_with, 1);

    /* ================= building ================= */

CASE(BUILD_LIST):
    SLOW(eval_build_list, 1);
CASE(BUILD_TUPLE):
    SLOW(eval_build_tuple, 1);
CASE(BUILD_SET):
    SLOW(eval_build_set, 1);
CASE(BUILD_DICT):
    SLOW(eval_build_dict, 1);
CASE(BUILD_STRING):
    SLOW(eval_build_string, 1);
CASE(FORMAT):
    SLOW(eval_format, 1);

CASE(LIST_APPEND): {
    List *list = as_list(A);
    Value v = B;
    if (likely(list->length < list->capacity)) {
        if (pc->b < 0)
            value_retain(v);
        list->items[list->length++] = v;
        NEXT(1);
    }
    SLOW(eval_list_append, 1);
}

CASE(SET_ADD):
    SLOW(eval_set_add, 1);
CASE(DICT_PUT):
    SLOW(eval_dict_put, 1);
CASE(LIST_EXTEND):
    SLOW(eval_list_extend, 1);
CASE(SET_UPDATE):
    SLOW(eval_set_update, 1);
CASE(DICT_UPDATE):
    SLOW(eval_dict_update, 1);
CASE(DICT_MERGE):
    SLOW(eval_dict_merge, 1);
CASE(LIST_TO_TUPLE):
    SLOW(eval_list_to_tuple, 1);

CASE(UNPACK_SEQUENCE): {
    Value b = B;
    int count = pc->c;
    if (likely(value_is_heap_exactly(b, &type_tuple) && as_tuple(b)->length == count)) {
        Value *out = &A + count;
        const Value *items = as_tuple(b)->items;
        bool temporary = pc->b >= 0;
        for (int i = 0; i < count; i++)
            *--out = value_retain(items[i]);
        if (temporary)
            RELEASE(b);
        NEXT(1);
    }
    SLOW(eval_unpack_sequence, 1);
}

CASE(UNPACK_EX):
    SLOW(eval_unpack_ex, 1);

    /* ================= functions, classes, modules ================= */

CASE(MAKE_FUNCTION):
    SLOW(eval_make_function, 2);
CASE(LOAD_BUILD_CLASS):
    SLOW(eval_load_build_class, 1);

CASE(LOAD_ASSERTION_ERROR):
    object_retain(&exc_AssertionError);
    STORE(pc->a, value_of(&exc_AssertionError));
    NEXT(1);

CASE(IMPORT_NAME):
    SLOW(eval_import_name, 1);
CASE(IMPORT_FROM):
    SLOW(eval_import_from, 1);
CASE(IMPORT_STAR):
    SLOW(eval_import_star, 1);
CASE(SETUP_ANNOTATIONS):
    SLOW(eval_setup_annotations, 1);
CASE(PRINT_EXPR):
    SLOW(eval_print_expr, 1);

    /* ================= exceptions ================= */

CASE(RAISE):
    eval_raise(ts, xf, pc);
    goto raise;
CASE(RAISE_FROM):
    eval_raise_from(ts, xf, pc);
    goto raise;
CASE(RAISE_CURRENT):
    add_traceback = eval_raise_current(ts, xf, pc) < 0;
    goto raise;
CASE(EXC_MATCH):
    SLOW(eval_exc_match, 1);
CASE(POP_EXC):
    SLOW(eval_pop_exc, 1);
CASE(RERAISE):
    eval_reraise(ts, xf, pc);
    add_traceback = false;
    goto raise;
CASE(BEFORE_WITH):
    SLOW(eval_before_with, 1);
CASE(WITH_EXCEPT_START):
    SLOW(eval_with_except_start, 1);

    /* ================= match ================= */

CASE(MATCH_CLASS):
    SLOW(eval_match_class, 1);
CASE(MATCH_MAPPING):
    SLOW(eval_match_mapping, 1);
CASE(MATCH_SEQUENCE):
    SLOW(eval_match_sequence, 1);
CASE(MATCH_KEYS):
    SLOW(eval_match_keys, 1);
CASE(MATCH_REST):
    SLOW(eval_match_rest, 1);
CASE(GET_LEN):
    SLOW(eval_get_len, 1);

    /* ================= tracing ================= */

traced: {
    TraceAction action = trace_instr(ts, xf, pc);
    while (action == TRACE_MOVED) {
        pc = xf->pc;
        action = trace_moved(ts, xf);
    }
    if (action == TRACE_GO_ON)
        goto *labels[pc->op];
    if (action == TRACE_AS_CALL)
        CALL_SLOW(trace_call);
    if (action != TRACE_AS_DELEGATION)
        goto traced_raise;
    int yielded = eval_delegate(ts, xf, pc, &result);
    if (unlikely(yielded < 0))
        goto raise;
    if (!yielded)
        NEXT(1);
    if (trace_yielded(ts, xf, result) == 0)
        goto yield_result;
    value_release(result);
    action = TRACE_RAISE_OUT;
traced_raise:
    add_traceback = action == TRACE_RAISE;
    goto raise;
}

raise_in_current:
    xf = ts->current;
raise:
    xf = eval_unwind(ts, xf, add_traceback);
    add_traceback = true;
    if (!xf)
        return VALUE_NULL;
    goto enter;
}

Value eval_loop(ThreadState *ts, ExecFrame *xf) { return eval_run(ts, xf, RUN); }
Value eval_loop_raising(ThreadState *ts, ExecFrame *xf) { return eval_run(ts, xf, RUN_RAISING); }
void eval_set_tracing(bool on) { eval_run(NULL, NULL, on ? RUN_NOTHING_TRACED : RUN_NOTHING_UNTRACED); }
