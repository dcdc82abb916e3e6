/* async_generator.c: the type `async_generator`, and the awaitables its methods give (PEP 525).
 *
 * One step of the body ends in one of three ways: it waits (its ExecFrame stands at YIELD_FROM: passed on to whoever drives), it yields
 * (it stands at YIELD: the awaitable ends with that value), or it ends.
 */
#include "coroutine.h"

#include "abstract.h"
#include "async_hooks.h"
#include "exceptions.h"
#include "gc.h"
#include "generator.h"
#include "names.h"
#include "native.h"
#include "type.h"
#include "types/generic_alias.h"
#include "types/iterators.h"
#include "types/tuple.h"
#include "xframe.h"

enum StepState { STEP_CREATED, STEP_RUNNING, STEP_CLOSED };
enum StepKind { STEP_SEND, STEP_THROW, STEP_CLOSE };

/* What asend(), athrow() and aclose() give. */
typedef struct Step {
    Object head;
    Value generator;
    Value payload; /* of asend: the value; of athrow: the exception to throw, made when it starts from the tuple of arguments */
    uint8_t state, kind;
} Step;

static Step *as_step(Value v) { return (Step *)value_object(v); }
static Generator *step_generator(const Step *step) { return as_generator(step->generator); }

/* ---- one step of the body ---- */

static Value raise_end(void)
{
    Value exception = exc_new(&exc_StopAsyncIteration, NULL, 0);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

static void note_end(Generator *generator)
{
    if (exc_matches(&exc_StopAsyncIteration) || exc_matches(&exc_GeneratorExit))
        generator->closed = true;
    generator->running = false;
}

static bool stands_at_yield(const Generator *generator) { return generator->xf->pc->op == OP_YIELD; }

/* `yielded` and `returned` from generator_send or _throw: what the awaitable gives. */
static Value pass_on(Generator *generator, Value yielded, Value returned)
{
    if (yielded && !stands_at_yield(generator))
        return yielded;
    if (yielded) {
        generator->running = false;
        raise_stop_iteration(yielded);
        value_release(yielded);
        return VALUE_NULL;
    }
    if (returned) {
        value_release(returned);
        raise_end();
    }
    note_end(generator);
    return VALUE_NULL;
}

static Value raise_reused(const Step *step)
{
    const char *what = step->kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()";
    return raise_error(&exc_RuntimeError, "cannot reuse already awaited %s", what);
}

static Value raise_busy(Step *step)
{
    static const char *const names[] = {"anext", "athrow", "aclose"};
    return raise_error(&exc_RuntimeError, "%s(): asynchronous generator is already running", names[step->kind]);
}

/* ---- asend ---- */

static Value send_step(Step *step, Value sent)
{
    Generator *generator = step_generator(step);
    if (step->state == STEP_CREATED) {
        if (generator->running)
            return raise_busy(step);
        if (sent == VALUE_NONE)
            sent = step->payload;
        step->state = STEP_RUNNING;
    }
    generator->running = true;
    Value returned, yielded = generator_send(generator, sent, &returned);
    Value result = pass_on(generator, yielded, returned);
    if (!result)
        step->state = STEP_CLOSED;
    return result;
}

/* ---- athrow and aclose ---- */

static Value raise_ignored(Step *step)
{
    step_generator(step)->running = false;
    step->state = STEP_CLOSED;
    return raise_error(&exc_RuntimeError, "async generator ignored GeneratorExit");
}

/* Of aclose: the body's own end is not an error. */
static void swallow_end(void)
{
    if (exc_clear_if(&exc_StopAsyncIteration) || exc_clear_if(&exc_GeneratorExit))
        raise_stop_iteration(VALUE_NULL);
}

static Value throw_result(Step *step, Value yielded, Value returned)
{
    Generator *generator = step_generator(step);
    if (step->kind == STEP_CLOSE) {
        if (yielded && stands_at_yield(generator)) {
            value_release(yielded);
            return raise_ignored(step);
        }
        if (yielded)
            return yielded;
        if (returned) {
            value_release(returned);
            raise_end();
        }
        generator->running = false;
        swallow_end();
    } else {
        Value result = pass_on(generator, yielded, returned);
        if (result)
            return result;
    }
    step->state = STEP_CLOSED;
    return VALUE_NULL;
}

static Value begin_throw(Step *step)
{
    Generator *generator = step_generator(step);
    step->state = STEP_RUNNING;
    generator->running = true;
    Value exception;
    if (step->kind == STEP_CLOSE) {
        generator->closed = true;
        exception = exc_new(&exc_GeneratorExit, NULL, 0);
    } else {
        exception = generator_exception(as_tuple(step->payload)->items, (int)as_tuple(step->payload)->length);
    }
    Value returned = VALUE_NULL, yielded = exception ? generator_throw_inside(generator, exception, &returned) : VALUE_NULL;
    return throw_result(step, yielded, returned);
}

static Value throw_step(Step *step, Value sent)
{
    Generator *generator = step_generator(step);
    if (generator->state == GEN_FINISHED) {
        step->state = STEP_CLOSED;
        raise_stop_iteration(VALUE_NULL);
        return VALUE_NULL;
    }
    if (step->state == STEP_CREATED) {
        if (generator->running) {
            step->state = STEP_CLOSED;
            return raise_busy(step);
        }
        if (generator->closed) {
            step->state = STEP_CLOSED;
            return raise_end();
        }
        if (sent != VALUE_NONE)
            return raise_error(&exc_RuntimeError, "can't send non-None value to a just-started coroutine");
        return begin_throw(step);
    }
    Value returned, yielded = generator_send(generator, sent, &returned);
    return throw_result(step, yielded, returned);
}

/* ---- the awaitables ---- */

static Value step_send(Step *step, Value sent)
{
    if (step->state == STEP_CLOSED)
        return raise_reused(step);
    return step->kind == STEP_SEND ? send_step(step, sent) : throw_step(step, sent);
}

static Value step_next(Value self) { return step_send(as_step(self), VALUE_NONE); }

static Value method_step_send(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return step_send(as_step(self), args[0]);
}

static Value method_step_throw(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    Step *step = as_step(self);
    if (step->state == STEP_CLOSED)
        return raise_reused(step);
    Value exception = generator_exception(args, nargs);
    if (!exception)
        return VALUE_NULL;
    Value returned, yielded = generator_throw(step_generator(step), exception, &returned);
    if (step->kind != STEP_CLOSE) {
        Value result = pass_on(step_generator(step), yielded, returned);
        if (!result && step->kind == STEP_SEND)
            step->state = STEP_CLOSED;
        return result;
    }
    return throw_result(step, yielded, returned);
}

static Value method_step_close(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    as_step(self)->state = STEP_CLOSED;
    return VALUE_NONE;
}

static Value method_self(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_retain(self);
}

static void step_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((Step *)self)->generator, context);
    visit(((Step *)self)->payload, context);
}

static void step_dealloc(Object *self)
{
    Step *step = (Step *)self;
    gc_untrack(step);
    value_release_null(step->generator);
    value_release_null(step->payload);
    object_free(step, sizeof *step);
}

static const NativeDef step_methods[] = {
    {"send", method_step_send, 1, 1, 0},
    {"throw", method_step_throw, 1, 3, 0},
    {"close", method_step_close, 0, 0, 0},
    {"__await__", method_self, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static Type type_async_send = {
    .head = OBJECT_STATIC(&type_type),
    .name = "async_generator_asend",
    .flags = TYPE_GC,
    .size = sizeof(Step),
    .base = &type_object,
    .dealloc = step_dealloc,
    .traverse = step_traverse,
    .iter = iter_self,
    .next = step_next,
    .methods = step_methods,
};

static Type type_async_throw = {
    .head = OBJECT_STATIC(&type_type),
    .name = "async_generator_athrow",
    .flags = TYPE_GC,
    .size = sizeof(Step),
    .base = &type_object,
    .dealloc = step_dealloc,
    .traverse = step_traverse,
    .iter = iter_self,
    .next = step_next,
    .methods = step_methods,
};

static Value step_new(Type *type, Value generator, enum StepKind kind, Value payload_steal)
{
    Step *step = payload_steal ? object_alloc(type, sizeof *step) : NULL;
    if (!step) {
        value_release_null(payload_steal);
        return VALUE_NULL;
    }
    step->generator = value_retain(generator);
    step->payload = payload_steal;
    step->state = STEP_CREATED;
    step->kind = kind;
    gc_track(step);
    return value_of(step);
}

/* ---- anext(iterator, fallback) ---- */

typedef struct NextOr {
    Object head;
    Value iterator; /* of the awaitable; VALUE_NULL before the first step */
    Value awaitable, fallback;
} NextOr;

static NextOr *as_next_or(Value v) { return (NextOr *)value_object(v); }

/* The end becomes the fallback. */
static Value next_or_result(Value self, Value yielded, Value returned)
{
    if (!yielded && !returned && exc_clear_if(&exc_StopAsyncIteration))
        returned = value_retain(as_next_or(self)->fallback);
    if (!yielded && returned) {
        raise_stop_iteration(returned);
        value_release(returned);
    }
    return yielded;
}

static int next_or_begin(Value self)
{
    NextOr *step = as_next_or(self);
    if (!step->iterator)
        step->iterator = awaitable_iter(step->awaitable, AWAIT_EXPRESSION);
    return step->iterator ? 0 : -1;
}

static Value next_or_step(Value self, Value sent)
{
    if (next_or_begin(self) < 0)
        return VALUE_NULL;
    Value returned, yielded = iterator_send(as_next_or(self)->iterator, sent, &returned);
    return next_or_result(self, yielded, returned);
}

static Value next_or_next(Value self) { return next_or_step(self, VALUE_NONE); }

static Value next_or_send(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return next_or_step(self, args[0]);
}

static Value next_or_throw(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    if (next_or_begin(self) < 0)
        return VALUE_NULL;
    Value result = call_method(as_next_or(self)->iterator, name_throw, args, nargs);
    return result ? result : next_or_result(self, VALUE_NULL, VALUE_NULL);
}

static Value next_or_close(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    return next_or_begin(self) < 0 ? VALUE_NULL : call_method(as_next_or(self)->iterator, name_close, args, nargs);
}

static void next_or_traverse(Object *self, VisitFn visit, void *context)
{
    NextOr *step = (NextOr *)self;
    visit(step->iterator, context);
    visit(step->awaitable, context);
    visit(step->fallback, context);
}

static void next_or_dealloc(Object *self)
{
    NextOr *step = (NextOr *)self;
    gc_untrack(step);
    value_release_null(step->iterator);
    value_release_null(step->awaitable);
    value_release_null(step->fallback);
    object_free(step, sizeof *step);
}

static const NativeDef next_or_methods[] = {
    {"send", next_or_send, 1, 1, 0},
    {"throw", next_or_throw, 1, 3, 0},
    {"close", next_or_close, 0, 0, 0},
    {"__await__", method_self, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static Type type_next_or = {
    .head = OBJECT_STATIC(&type_type),
    .name = "anext_awaitable",
    .flags = TYPE_GC,
    .size = sizeof(NextOr),
    .base = &type_object,
    .dealloc = next_or_dealloc,
    .traverse = next_or_traverse,
    .iter = iter_self,
    .next = next_or_next,
    .methods = next_or_methods,
};

Value async_next_or(Value iterator, Value fallback)
{
    bool found;
    Value awaitable = call_special(iterator, name___anext__, NULL, 0, &found);
    if (!found)
        return raise_error(&exc_TypeError, "'%T' object is not an async iterator", iterator);
    if (!awaitable || !fallback)
        return awaitable;
    NextOr *step = object_alloc_zeroed(&type_next_or, sizeof *step);
    if (!step) {
        value_release(awaitable);
        return VALUE_NULL;
    }
    step->awaitable = awaitable;
    step->fallback = value_retain(fallback);
    gc_track(step);
    return value_of(step);
}

/* ---- the type ---- */

/* The first of a generator's steps is told of (sys.set_asyncgen_hooks). False: an exception. */
static bool may_step(Value self) { return likely(as_generator(self)->hooks) || async_hooks_begin(as_generator(self)) == 0; }

static Value method_anext(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return may_step(self) ? step_new(&type_async_send, self, STEP_SEND, VALUE_NONE) : VALUE_NULL;
}

static Value method_asend(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return may_step(self) ? step_new(&type_async_send, self, STEP_SEND, value_retain(args[0])) : VALUE_NULL;
}

static Value method_athrow(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    return may_step(self) ? step_new(&type_async_throw, self, STEP_THROW, tuple_from(args, nargs)) : VALUE_NULL;
}

static Value method_aclose(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return may_step(self) ? step_new(&type_async_throw, self, STEP_CLOSE, VALUE_NONE) : VALUE_NULL;
}

static Value get_running(Value self) { return value_bool(as_generator(self)->running); }

static const NativeDef methods[] = {
    {"asend", method_asend, 1, 1, 0},
    {"athrow", method_athrow, 1, 3, 0},
    {"aclose", method_aclose, 0, 0, 0},
    {"__aiter__", method_self, 0, 0, 0},
    {"__anext__", method_anext, 0, 0, 0},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {NULL, NULL, 0, 0, 0},
};

static const GetSetDef getsets[] = {
    {"ag_frame", generator_get_frame, NULL},
    {"ag_running", get_running, attr_readonly},
    {"ag_code", generator_get_code, attr_readonly},
    {"ag_await", generator_get_delegate, NULL},
    {"__name__", generator_get_name, generator_set_name},
    {"__qualname__", generator_get_qualname, generator_set_qualname},
    {NULL, NULL, NULL},
};

Type type_async_generator = {
    .head = OBJECT_STATIC(&type_type),
    .name = "async_generator",
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .size = sizeof(Generator),
    .base = &type_object,
    .dealloc = generator_dealloc,
    .finalize = generator_finalize,
    .traverse = generator_traverse,
    .clear = generator_clear,
    .repr = generator_repr,
    .methods = methods,
    .getsets = getsets,
};

/* ---- what tracing tells of ---- */

typedef struct Wrapped {
    Object head;
    Value value;
} Wrapped;

static void wrapped_dealloc(Object *self)
{
    gc_untrack(self);
    value_release(((Wrapped *)self)->value);
    object_free(self, sizeof(Wrapped));
}

static void wrapped_traverse(Object *self, VisitFn visit, void *context) { visit(((Wrapped *)self)->value, context); }

static Type type_wrapped = {
    .head = OBJECT_STATIC(&type_type),
    .name = "async_generator_wrapped_value",
    .flags = TYPE_GC,
    .size = sizeof(Wrapped),
    .base = &type_object,
    .dealloc = wrapped_dealloc,
    .traverse = wrapped_traverse,
};

Value async_generator_wrap(Value v)
{
    Wrapped *wrapped = object_alloc(&type_wrapped, sizeof *wrapped);
    if (!wrapped)
        return VALUE_NULL;
    wrapped->value = value_retain(v);
    gc_track(wrapped);
    return value_of(wrapped);
}

int async_generator_init_types(void)
{
    static Type *const types[] = {&type_async_generator, &type_async_send, &type_async_throw, &type_next_or, &type_wrapped};
    return type_ready_all(types, 5);
}
