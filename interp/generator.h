/* generator.h: generators (and what coroutines share with them): objects that own an ExecFrame. */
#ifndef INTERP_GENERATOR_H
#define INTERP_GENERATOR_H

#include "code.h"
#include "thread.h"

typedef struct Generator Generator;

enum { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_FINISHED };

struct Generator {
    Object head;
    ExecFrame *xf;          /* NULL once finished */
    ExcState exc;           /* handled exception inside the body */
    Value name, qualname;   /* str, owned */
    Code *code;             /* gi_code, owned */
    Value weakrefs;         /* chain of weak references */
    Value *stack_base;      /* where callees' ExecFrames begin while running (policy) */
    uint32_t storage_slots; /* of storage */
    uint8_t state;          /* GEN_* */
    Value storage[];        /* the ExecFrame's Values, where the policy keeps them here */
};

extern Type type_generator;
int generator_init_type(void);

static inline bool value_is_generator(Value v) { return value_is_heap_exactly(v, &type_generator); }
static inline Generator *as_generator(Value v) { return (Generator *)value_object(v); }

/* Run from C until the next yield. `sent` borrowed (None for next). VALUE_NULL: an exception is pending, or, with *returned set to an owned value,
 * the generator returned it (nothing pending). */
Value generator_send(Generator *generator, Value sent, Value *returned);
Value generator_throw(Generator *generator, Value exception_steal, Value *returned);
int generator_close(Generator *generator);

/* One step of `yield from` / `await` from C on any iterator: as generator_send. */
Value iterator_send(Value iterator, Value sent, Value *returned);

#endif
