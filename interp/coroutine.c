/* coroutine.c: the type `coroutine`, what its __await__ gives, and the rules of awaiting. */
#include "coroutine.h"

#include "abstract.h"
#include "code.h"
#include "exceptions.h"
#include "gc.h"
#include "generator.h"
#include "names.h"
#include "native.h"
#include "type.h"
#include "types/iterators.h"
#include "xframe.h"

/* ---- awaiting ---- */

static bool may_be_awaited(Value v)
{
    return value_is_heap_exactly(v, &type_coroutine) ||
           (value_is_generator(v) && as_generator(v)->code->flags & CODE_ITERABLE_COROUTINE);
}

static Value raise_not_awaitable(Value v, int origin)
{
    static const char *const from[] = {[AWAIT_ENTER] = "__aenter__", [AWAIT_EXIT] = "__aexit__"};
    if (origin == AWAIT_EXPRESSION)
        return raise_error(&exc_TypeError, "object %T can't be used in 'await' expression", v);
    return raise_error(&exc_TypeError, "'async with' received an object from %s that does not implement __await__: %T", from[origin], v);
}

Value awaitable_iter(Value v, int origin)
{
    if (may_be_awaited(v)) {
        if (value_is_heap_exactly(v, &type_coroutine) && generator_delegate(as_generator(v)))
            return raise_error(&exc_RuntimeError, "coroutine is being awaited already");
        return value_retain(v);
    }
    bool found;
    Value iterator = call_special(v, name___await__, NULL, 0, &found);
    if (!found)
        return raise_not_awaitable(v, origin);
    if (!iterator)
        return VALUE_NULL;
    if (may_be_awaited(iterator))
        raise_error(&exc_TypeError, "__await__() returned a coroutine");
    else if (!value_is_iterator(iterator))
        raise_error(&exc_TypeError, "__await__() returned non-iterator of type '%T'", iterator);
    if (!exc_pending())
        return iterator;
    value_release(iterator);
    return VALUE_NULL;
}

Value async_iter(Value v)
{
    bool found;
    Value iterator = call_special(v, name___aiter__, NULL, 0, &found);
    if (!found)
        return raise_error(&exc_TypeError, "'async for' requires an object with __aiter__ method, got %T", v);
    if (iterator && !type_lookup(type_of(iterator), name___anext__)) {
        raise_error(&exc_TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %T", iterator);
        value_clear(&iterator);
    }
    return iterator;
}

/* The pending exception becomes cause and context of a TypeError. */
static void raise_invalid_next(Value given)
{
    Value cause = exc_take();
    raise_error(&exc_TypeError, "'async for' received an invalid object from __anext__: %T", given);
    ExceptionObject *error = (ExceptionObject *)value_object(thread_current->pending);
    if (!cause || error->head.type != &exc_TypeError) {
        value_release_null(cause);
        return;
    }
    value_set_steal(&error->cause, value_retain(cause));
    error->suppress_context = true;
    value_set_steal(&error->context, cause);
}

Value async_next_iter(Value v)
{
    bool found;
    Value given = call_special(v, name___anext__, NULL, 0, &found);
    if (!found)
        return raise_error(&exc_TypeError, "'async for' requires an iterator with __anext__ method, got %T", v);
    if (!given || value_is_heap_exactly(v, &type_async_generator))
        return given;
    Value iterator = awaitable_iter(given, AWAIT_EXPRESSION);
    if (!iterator)
        raise_invalid_next(given);
    value_release(given);
    return iterator;
}

/* ---- coroutine.__await__() ---- */

typedef struct CoroutineWrapper {
    Object head;
    Value coroutine;
} CoroutineWrapper;

static Value wrapped(Value self) { return ((CoroutineWrapper *)value_object(self))->coroutine; }

static Value wrapper_next(Value self)
{
    Value returned, yielded = generator_send(as_generator(wrapped(self)), VALUE_NONE, &returned);
    return generator_result(yielded, returned);
}

static Value wrapper_send(Value self, const Value *args, int nargs, Value kwnames)
{
    return generator_method_send(wrapped(self), args, nargs, kwnames);
}

static Value wrapper_throw(Value self, const Value *args, int nargs, Value kwnames)
{
    return generator_method_throw(wrapped(self), args, nargs, kwnames);
}

static Value wrapper_close(Value self, const Value *args, int nargs, Value kwnames)
{
    return generator_method_close(wrapped(self), args, nargs, kwnames);
}

static void wrapper_dealloc(Object *self)
{
    gc_untrack(self);
    value_release_null(((CoroutineWrapper *)self)->coroutine);
    object_free(self, sizeof(CoroutineWrapper));
}

static void wrapper_traverse(Object *self, VisitFn visit, void *context) { visit(((CoroutineWrapper *)self)->coroutine, context); }

static const NativeDef wrapper_methods[] = {
    {"send", wrapper_send, 1, 1, 0},
    {"throw", wrapper_throw, 1, 3, 0},
    {"close", wrapper_close, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static Type type_coroutine_wrapper = {
    .head = OBJECT_STATIC(&type_type),
    .name = "coroutine_wrapper",
    .flags = TYPE_GC,
    .size = sizeof(CoroutineWrapper),
    .base = &type_object,
    .dealloc = wrapper_dealloc,
    .traverse = wrapper_traverse,
    .iter = iter_self,
    .next = wrapper_next,
    .methods = wrapper_methods,
};

static Value method_await(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    CoroutineWrapper *wrapper = object_alloc(&type_coroutine_wrapper, sizeof *wrapper);
    if (!wrapper)
        return VALUE_NULL;
    wrapper->coroutine = value_retain(self);
    gc_track(wrapper);
    return value_of(wrapper);
}

/* ---- the type ---- */

static const NativeDef methods[] = {
    {"send", generator_method_send, 1, 1, 0},
    {"throw", generator_method_throw, 1, 3, 0},
    {"close", generator_method_close, 0, 0, 0},
    {"__await__", method_await, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static Value get_origin(Value self) { (void)self; return VALUE_NONE; }

static const GetSetDef getsets[] = {
    {"cr_frame", generator_get_frame, NULL},
    {"cr_running", generator_get_running, NULL},
    {"cr_suspended", generator_get_suspended, NULL},
    {"cr_code", generator_get_code, attr_readonly},
    {"cr_await", generator_get_delegate, NULL},
    {"cr_origin", get_origin, attr_readonly},
    {"__name__", generator_get_name, generator_set_name},
    {"__qualname__", generator_get_qualname, generator_set_qualname},
    {NULL, NULL, NULL},
};

Type type_coroutine = {
    .head = OBJECT_STATIC(&type_type),
    .name = "coroutine",
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

int coroutine_init_types(void)
{
    static Type *const types[] = {&type_coroutine, &type_coroutine_wrapper};
    return type_ready_all(types, 2);
}
