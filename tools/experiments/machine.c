/* machine.c: the experiment behind the core's design: the same two programs on a register or a stack machine (-DMACHINE=REGISTER|STACK),
 * with values as tagged words, NaN-boxed words or counted boxes (-DVALUES=TAGGED|NANBOX|BOXED). Reference counts are kept in all of them:
 * copying a value tests whether it is a pointer. `run` builds the six and counts instructions per call and per loop turn.
 *
 *   usage: machine fib N | machine loop N
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REGISTER 1
#define STACK 2
#define TAGGED 3
#define NANBOX 4
#define BOXED 5

typedef uint64_t Value;

/* ---- values ---- */

typedef struct Box {
    uint32_t refs;
    int64_t number;
    struct Box *next;
} Box;
static Box *free_boxes;
static void box_free(Box *b) { b->next = free_boxes, free_boxes = b; }

#if VALUES == TAGGED
static inline int is_pointer(Value v) { return (v & 7) == 0; }
static inline Value make(int64_t i) { return (Value)i << 1 | 1; }
static inline int64_t number(Value v) { return (int64_t)v >> 1; }
#define BOTH_INT(a, b) ((a) & (b) & 1)
static inline int add(Value a, Value b, Value *r) { return !__builtin_add_overflow((int64_t)a, (int64_t)(b - 1), (int64_t *)r); }
static inline int sub(Value a, Value b, Value *r) { return !__builtin_sub_overflow((int64_t)a, (int64_t)(b - 1), (int64_t *)r); }
static inline int less(Value a, Value b) { return (int64_t)a < (int64_t)b; }
#elif VALUES == NANBOX
#define INT_TAG 0xfff9000000000000u
#define POINTER_TAG 0xfffa000000000000u
static inline int is_pointer(Value v) { return v >> 48 == POINTER_TAG >> 48; }
static inline Value make(int64_t i) { return INT_TAG | (uint32_t)i; }
static inline int64_t number(Value v) { return (int32_t)v; }
#define BOTH_INT(a, b) ((a) >> 48 == INT_TAG >> 48 && (b) >> 48 == INT_TAG >> 48)
static inline int add(Value a, Value b, Value *r)
{
    int32_t x;
    int overflow = __builtin_add_overflow((int32_t)a, (int32_t)b, &x);
    return *r = make(x), !overflow;
}
static inline int sub(Value a, Value b, Value *r)
{
    int32_t x;
    int overflow = __builtin_sub_overflow((int32_t)a, (int32_t)b, &x);
    return *r = make(x), !overflow;
}
static inline int less(Value a, Value b) { return (int32_t)a < (int32_t)b; }
#else
static inline int is_pointer(Value v) { return v != 0; }
static Box small[1024];
static inline Value make(int64_t i)
{
    if (i >= -5 && i <= 256) {
        Box *b = &small[i + 5];
        b->number = i, b->refs += 2;
        return (Value)(uintptr_t)b;
    }
    Box *b = free_boxes;
    if (b)
        free_boxes = b->next;
    else if (!(b = malloc(sizeof *b)))
        abort();
    b->refs = 1, b->number = i;
    return (Value)(uintptr_t)b;
}
static inline int64_t number(Value v) { return ((Box *)(uintptr_t)v)->number; }
#define BOTH_INT(a, b) 1
static inline int add(Value a, Value b, Value *r)
{
    int64_t x;
    int overflow = __builtin_add_overflow(number(a), number(b), &x);
    return *r = make(x), !overflow;
}
static inline int sub(Value a, Value b, Value *r)
{
    int64_t x;
    int overflow = __builtin_sub_overflow(number(a), number(b), &x);
    return *r = make(x), !overflow;
}
static inline int less(Value a, Value b) { return number(a) < number(b); }
#endif

static inline Value retain(Value v)
{
    if (is_pointer(v))
        ((Box *)(uintptr_t)(v & 0xffffffffffffu))->refs++;
    return v;
}
static inline void release(Value v)
{
    if (is_pointer(v) && --((Box *)(uintptr_t)(v & 0xffffffffffffu))->refs == 0)
        box_free((Box *)(uintptr_t)(v & 0xffffffffffffu));
}
static void slow(void) { fputs("overflow or a type the experiment has not\n", stderr), exit(1); }

/* ---- code ---- */

typedef struct Instr {
    uint16_t op;
    int16_t a, b, c;
} Instr;

enum { OP_ADD, OP_SUB, OP_ADD_I, OP_SUB_I, OP_LESS_JUMP, OP_LESS_I_JUMP, OP_CALL, OP_RETURN, OP_MOVE, OP_JUMP, /* register */
       OP_LOAD, OP_CONST, OP_STORE, OP_S_ADD, OP_S_SUB, OP_S_LESS, OP_JUMP_FALSE, OP_S_CALL, OP_S_RETURN, OP_S_JUMP }; /* stack */

#if MACHINE == REGISTER
static const Instr fib_code[] = { /* locals and temporaries are numbered alike */
    {OP_LESS_I_JUMP, 0, 2, 1}, {OP_JUMP, 1, 0, 0}, {OP_RETURN, 0, 0, 0}, /* if n < 2: return n */
    {OP_SUB_I, 3, 0, 1}, {OP_CALL, 2, 1, 0}, {OP_SUB_I, 4, 0, 2}, {OP_CALL, 3, 1, 0}, {OP_ADD, 1, 2, 3}, {OP_RETURN, 1, 0, 0}};
static const Instr loop_code[] = { /* locals: 0 n, 1 i, 2 s */
    {OP_MOVE, 1, 3, 0}, {OP_MOVE, 2, 3, 0}, {OP_JUMP, 4, 0, 0},
    {OP_ADD, 2, 2, 1}, {OP_SUB_I, 2, 2, 3}, {OP_ADD_I, 2, 2, 1}, {OP_ADD_I, 1, 1, 1}, {OP_LESS_JUMP, 1, 0, -5}, {OP_RETURN, 2, 0, 0}};
#else
static const Instr fib_code[] = {
    {OP_LOAD, 0, 0, 0}, {OP_CONST, 2, 0, 0}, {OP_S_LESS, 0, 0, 0}, {OP_JUMP_FALSE, 2, 0, 0}, {OP_LOAD, 0, 0, 0}, {OP_S_RETURN, 0, 0, 0},
    {OP_LOAD, 0, 0, 0}, {OP_CONST, 1, 0, 0}, {OP_S_SUB, 0, 0, 0}, {OP_S_CALL, 1, 0, 0},
    {OP_LOAD, 0, 0, 0}, {OP_CONST, 2, 0, 0}, {OP_S_SUB, 0, 0, 0}, {OP_S_CALL, 1, 0, 0}, {OP_S_ADD, 0, 0, 0}, {OP_S_RETURN, 0, 0, 0}};
static const Instr loop_code[] = {
    {OP_CONST, 0, 0, 0}, {OP_STORE, 1, 0, 0}, {OP_CONST, 0, 0, 0}, {OP_STORE, 2, 0, 0}, {OP_S_JUMP, 16, 0, 0},
    {OP_LOAD, 2, 0, 0}, {OP_LOAD, 1, 0, 0}, {OP_S_ADD, 0, 0, 0}, {OP_STORE, 2, 0, 0},
    {OP_LOAD, 2, 0, 0}, {OP_CONST, 3, 0, 0}, {OP_S_SUB, 0, 0, 0}, {OP_STORE, 2, 0, 0},
    {OP_LOAD, 2, 0, 0}, {OP_CONST, 1, 0, 0}, {OP_S_ADD, 0, 0, 0}, {OP_STORE, 2, 0, 0},
    {OP_LOAD, 1, 0, 0}, {OP_CONST, 1, 0, 0}, {OP_S_ADD, 0, 0, 0}, {OP_STORE, 1, 0, 0},
    {OP_LOAD, 1, 0, 0}, {OP_LOAD, 0, 0, 0}, {OP_S_LESS, 0, 0, 0}, {OP_JUMP_FALSE, 1, 0, 0}, {OP_S_JUMP, -21, 0, 0}, {OP_LOAD, 2, 0, 0}, {OP_S_RETURN, 0, 0, 0}};
#endif

typedef struct Call {
    const Instr *pc;
    Value *base, *top;
    int locals;
} Call;

/* Both machines call in place: the arguments on top of the caller's registers or stack are the callee's first locals. */
static Value run(const Instr *code, int locals, Value argument)
{
    static Value stack[1 << 16];
    static Call calls[1 << 12];
    Value *X = stack;
    Call *call = calls;
    const Instr *pc = code;
    int local_count = locals;
    for (int i = 0; i < 8; i++)
        X[i] = make(0);
    X[0] = argument;
#define NEXT goto *table[pc->op]
    static const void *const table[] = {&&add, &&sub, &&add_i, &&sub_i, &&less_jump, &&less_i_jump, &&call, &&ret, &&move, &&jump,
                                        &&load, &&constant, &&store, &&s_add, &&s_sub, &&s_less, &&jump_false, &&s_call, &&s_ret, &&s_jump};
    Value *top = X + local_count; /* stack machine */
    NEXT;
#define ARITHMETIC(function, right_value, drop_right)                 \
    {                                                                 \
        Value left = X[pc->b], right = right_value, result;           \
        if (!BOTH_INT(left, right) || !function(left, right, &result)) \
            slow();                                                   \
        Value old = X[pc->a];                                         \
        X[pc->a] = result;                                            \
        release(old);                                                 \
        drop_right;                                                   \
        pc++;                                                         \
        NEXT;                                                         \
    }
add: ARITHMETIC(add, X[pc->c], (void)0)
sub: ARITHMETIC(sub, X[pc->c], (void)0)
add_i: ARITHMETIC(add, make(pc->c), release(right))
sub_i: ARITHMETIC(sub, make(pc->c), release(right))
less_jump:
    if (!BOTH_INT(X[pc->a], X[pc->b]))
        slow();
    pc += less(X[pc->a], X[pc->b]) ? pc->c + 1 : 1;
    NEXT;
less_i_jump: {
    Value right = make(pc->b);
    if (!BOTH_INT(X[pc->a], right))
        slow();
    int is_less = less(X[pc->a], right);
    release(right);
    pc += is_less ? pc->c + 1 : 1;
    NEXT;
}
move: {
    Value old = X[pc->a];
    X[pc->a] = retain(X[pc->b]);
    release(old);
    pc++;
    NEXT;
}
jump:
    pc += pc->a + 1;
    NEXT;
call:
    call->pc = pc, call->base = X, call++;
    X += pc->a + 1;
    X[1] = X[2] = X[3] = X[4] = make(0);
    pc = code;
    NEXT;
ret: {
    Value result = retain(X[pc->a]);
    for (int i = 0; i < 5; i++) {
        release(X[i]);
        X[i] = make(0);
    }
    if (call == calls)
        return result;
    call--;
    pc = call->pc, X = call->base;
    X[pc->a] = result;
    pc++;
    NEXT;
}
load:
    *top++ = retain(X[pc->a]);
    pc++;
    NEXT;
constant:
    *top++ = make(pc->a);
    pc++;
    NEXT;
store: {
    Value old = X[pc->a];
    X[pc->a] = *--top;
    release(old);
    pc++;
    NEXT;
}
#define STACK_ARITHMETIC(function)                                     \
    {                                                                  \
        Value right = *--top, left = top[-1], result;                  \
        if (!BOTH_INT(left, right) || !function(left, right, &result)) \
            slow();                                                    \
        top[-1] = result;                                              \
        release(left);                                                 \
        release(right);                                                \
        pc++;                                                          \
        NEXT;                                                          \
    }
s_add: STACK_ARITHMETIC(add)
s_sub: STACK_ARITHMETIC(sub)
s_less: { /* with the jump that follows, as specializing stack machines fuse them */
    Value right = *--top, left = *--top;
    if (!BOTH_INT(left, right))
        slow();
    int is_less = less(left, right);
    release(left);
    release(right);
    pc++;
    pc += is_less ? 1 : pc->a + 1;
    NEXT;
}
jump_false:
    slow();
s_jump:
    pc += pc->a + 1;
    NEXT;
s_call:
    call->pc = pc, call->base = X, call->top = top - 1, call++;
    X = top - 1;
    pc = code;
    NEXT;
s_ret: {
    Value result = *--top;
    for (int i = 0; i < local_count; i++)
        release(X[i]);
    if (call == calls)
        return result;
    call--;
    pc = call->pc + 1, X = call->base, top = call->top;
    *top++ = result;
    NEXT;
}
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    int fib = strcmp(argv[1], "fib") == 0;
    int64_t n = atoll(argv[2]);
#if VALUES == BOXED
    for (int i = 0; i < 1024; i++)
        small[i].refs = 1u << 20;
#endif
    printf("%lld\n", (long long)number(run(fib ? fib_code : loop_code, fib ? 1 : 3, make(n))));
    return 0;
}
