/* generator.h: generators, and what coroutines and asynchronous generators share with them: objects that own an ExecFrame. */
#ifndef INTERP_GENERATOR_H
#define INTERP_GENERATOR_H

#include "code.h"
#include "coroutine.h"
#include "thread.h"

typedef struct Generator Generator;

enum { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_FINISHED };
enum { HOOKS_ASKED = 1, HOOKS_FINALIZER = 2 };

struct Generator {
    Object head;
    ExecFrame *xf;          /* NULL once finished */
    ExcState exc;           /* handled exception inside the body */
    Value name, qualname;   /* str, owned */
    Code *code;             /* gi_code, owned */
    uint32_t storage_slots; /* of storage */
    uint8_t state;          /* GEN_* */
    bool closed, running;   /* of an asynchronous generator: it ended or aclose() began; an asend() or athrow() is under way */
    uint8_t hooks;          /* of one too: HOOKS_*, 0 before its first step (async_hooks.h) */
    Value storage[];        /* the ExecFrame's Values, where the policy keeps them here */
};

extern Type type_generator;
int generator_init_type(void);

static inline bool value_is_generator(Value v) { return value_is_heap_exactly(v, &type_generator); }
/* A generator or coroutine: what YIELD_FROM enters by switching. */
static inline bool value_is_resumable(Value v)
{
    return value_is_object(v) && (value_object(v)->type == &type_generator || value_object(v)->type == &type_coroutine);
}
static inline Generator *as_generator(Value v) { return (Generator *)value_object(v); }

/* Run from C until the next yield. `sent` borrowed (None for next). VALUE_NULL: an exception is pending, or, with *returned set to an owned value,
 * the generator returned it (nothing pending). */
Value generator_send(Generator *generator, Value sent, Value *returned);
Value generator_throw(Generator *generator, Value exception_steal, Value *returned);
/* The same; a GeneratorExit too is thrown into what it waits for, which is not closed instead. */
Value generator_throw_inside(Generator *generator, Value exception_steal, Value *returned);
int generator_close(Generator *generator);

/* One step of `yield from` / `await` from C on any iterator: as generator_send. */
Value iterator_send(Value iterator, Value sent, Value *returned);

/* Shared by the methods of the types that own an ExecFrame. */
Value generator_result(Value yielded, Value returned); /* what a method gives for a step: StopIteration(value) at the end; consumes */
Value generator_exception(const Value *args, int nargs); /* the exception of throw(exception) or throw(type, value, traceback); new */
Value generator_delegate(const Generator *generator);  /* what it waits for (yield from, await), borrowed; VALUE_NULL: nothing */
const char *generator_kind(const Generator *generator); /* "generator", "coroutine", "async generator" */
Value generator_get_frame(Value self), generator_get_running(Value self), generator_get_suspended(Value self), generator_get_code(Value self),
    generator_get_delegate(Value self), generator_get_name(Value self), generator_get_qualname(Value self), generator_repr(Value self);
int generator_set_name(Value self, Value v), generator_set_qualname(Value self, Value v);
void generator_traverse(Object *self, VisitFn visit, void *context), generator_clear(Object *self), generator_dealloc(Object *self),
    generator_finalize(Object *self);
Value generator_method_send(Value self, const Value *args, int nargs, Value kwnames), generator_method_throw(Value self, const Value *args, int nargs, Value kwnames),
    generator_method_close(Value self, const Value *args, int nargs, Value kwnames);

#endif
