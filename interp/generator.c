/* generator.c: running what owns an ExecFrame (send, throw, close), its life cycle, and the Python type `generator`. */
#include "generator.h"

#include "abstract.h"
#include "async_hooks.h"
#include "attr.h"
#include "eval.h"
#include "exceptions.h"
#include "frameobj.h"
#include "gc.h"
#include "generator_switch.h"
#include "names.h"
#include "raise_class.h"
#include "slot_calls.h"
#include "native.h"
#include "trace.h"
#include "type.h"
#include "types/iterators.h"
#include "types/str.h"
#include "warn.h"
#include "xframe.h"

/* ---- running from C ---- */

static Value finish_run(Generator *generator, Value v, Value *returned)
{
    if (generator->state == GEN_SUSPENDED || !v)
        return v;
    *returned = v;
    return VALUE_NULL;
}

const char *generator_kind(const Generator *generator)
{
    const Type *type = generator->head.type;
    return type == &type_generator ? "generator" : type == &type_coroutine ? "coroutine" : "async generator";
}

static int raise_running(const Generator *generator)
{
    return raise_error_int(&exc_ValueError, "%s already executing", generator_kind(generator));
}

static void raise_reused(void) { raise_error(&exc_RuntimeError, "cannot reuse already awaited coroutine"); }

Value generator_send(Generator *generator, Value sent, Value *returned)
{
    ThreadState *ts = thread_current;
    *returned = VALUE_NULL;
    if (unlikely(generator->state >= GEN_RUNNING)) {
        if (generator->state == GEN_RUNNING)
            raise_running(generator);
        else if (generator->head.type == &type_coroutine)
            raise_reused();
        else
            *returned = VALUE_NONE;
        return VALUE_NULL;
    }
    if (generator->state == GEN_CREATED && sent != VALUE_NONE)
        return raise_error(&exc_TypeError, "can't send non-None value to a just-started %s", generator_kind(generator));
    if (thread_check_c_stack(" while calling a Python object") < 0 || xframe_resume(ts, ts->current, generator) < 0)
        return VALUE_NULL;
    ExecFrame *xf = generator_enter(ts, generator, value_retain(sent));
    xf->link |= XF_ENTRY;
    return finish_run(generator, eval_loop(ts, xf), returned);
}

/* Resume by raising the pending exception where the generator stands; before its first instruction no handler of its body counts. */
static Value run_raising(Generator *generator, Value *returned)
{
    ThreadState *ts = thread_current;
    Value exception = exc_take();
    if (thread_check_c_stack(" while calling a Python object") < 0 || xframe_resume(ts, ts->current, generator) < 0) {
        value_release(exception);
        return VALUE_NULL;
    }
    ExecFrame *xf = generator->xf;
    bool unstarted = generator->state == GEN_CREATED;
    generator_link(ts, generator);
    exc_chain(exception, generator->exc.handled); /* not to what the caller handles: that is the caller's */
    xf->link |= XF_ENTRY;
    if (unstarted)
        xf->pc = xf->func->code->instrs + xf->func->code->instr_count; /* at its def: no line of the body */
    if (unlikely(trace_is_on(ts)) && trace_entered_by_throw(ts, xf) < 0)
        value_release(exception); /* what the trace function raised goes in instead */
    else
        exc_restore_steal(exception);
    if (unstarted) {
        eval_raise_unstarted(ts, xf);
        return finish_run(generator, VALUE_NULL, returned);
    }
    return finish_run(generator, eval_loop_raising(ts, xf), returned);
}

/* The iterator a suspended generator delegates to (yield from), borrowed, or VALUE_NULL. */
Value generator_delegate(const Generator *generator)
{
    if (generator->state != GEN_SUSPENDED || generator->xf->pc->op != OP_YIELD_FROM)
        return VALUE_NULL;
    return ((const Value *)generator->xf)[generator->xf->pc->a];
}

/* The delegate ended with `value` (consumed): the generator goes on behind its YIELD_FROM. */
static Value resume_after_delegate(Generator *generator, Value value, Value *returned)
{
    ThreadState *ts = thread_current;
    ExecFrame *xf = generator->xf;
    Value *slot = (Value *)xf + xf->pc->a;
    slot[1] = VALUE_NULL;
    if (xframe_resume(ts, ts->current, generator) < 0) {
        value_release(value);
        return VALUE_NULL;
    }
    value_set_steal(&slot[0], value);
    if (unlikely(trace_is_on(ts)))
        trace_handled(ts, xf, xf->pc); /* no call event */
    xf->pc++;
    generator_link(ts, generator);
    xf->link |= XF_ENTRY;
    return finish_run(generator, eval_loop(ts, xf), returned);
}

static int close_iterator(Value iterator)
{
    if (value_is_resumable(iterator))
        return generator_close(as_generator(iterator));
    Value close = VALUE_NULL;
    int found = value_lookup_attr(iterator, name_close, &close);
    if (found < 0)
        exc_write_unraisable(iterator);
    if (found <= 0)
        return 0;
    Value result = call_value0(close);
    value_release(close);
    if (!result)
        return -1;
    value_release(result);
    return 0;
}

/* What throw() was given: delegates get it as it is, and only where nobody takes it an exception is made of it. */
typedef struct Thrown {
    const Value *args; /* type, value, traceback; or an exception */
    int nargs;
} Thrown;

static Value throw_in(Generator *generator, Thrown thrown, Value *returned, bool close_delegates);

/* Its ExecFrame is current, for f_back and tracebacks, though it does not run: no call, no depth. False: RecursionError. */
static bool stand_above(ThreadState *ts, Generator *generator)
{
    if (xframe_resume(ts, ts->current, generator) < 0)
        return false;
    ts->recursion_left++;
    return true;
}

static void stand_down(ThreadState *ts, Generator *generator)
{
    ts->recursion_left--;
    xframe_suspend(ts, generator->xf);
}

static Value throw_below(Generator *generator, Generator *delegate, Thrown thrown, Value *returned, bool close_delegates)
{
    ThreadState *ts = thread_current;
    if (!stand_above(ts, generator))
        return VALUE_NULL;
    Value yielded = throw_in(delegate, thrown, returned, close_delegates);
    stand_down(ts, generator);
    return yielded;
}

/* throw() into the delegate. As generator_send; *absent: it has no throw method, nothing happened. */
static Value throw_into_delegate(Generator *generator, Value delegate, Thrown thrown, Value *returned, bool close_delegates, bool *absent)
{
    *absent = false;
    if (value_is_resumable(delegate))
        return throw_below(generator, as_generator(delegate), thrown, returned, close_delegates);
    Value method = VALUE_NULL;
    int found = value_lookup_attr(delegate, name_throw, &method);
    if (found <= 0) {
        *absent = found == 0;
        return VALUE_NULL;
    }
    Value result = call_value(method, thrown.args, thrown.nargs, VALUE_NULL);
    value_release(method);
    if (!result && exc_matches(&exc_StopIteration)) {
        Value stop = exc_take();
        ExceptionObject *object = (ExceptionObject *)value_object(stop);
        *returned = object->value ? value_retain(object->value) : VALUE_NONE;
        value_release(stop);
    }
    return result;
}

static bool is_generator_exit(Thrown thrown)
{
    Value what = thrown.args[0];
    return value_is_type(what) ? type_is_subtype(as_type(what), &exc_GeneratorExit) : value_is_instance_of(what, &exc_GeneratorExit);
}

/* Raised where the generator stands. */
static Value throw_here(Generator *generator, Thrown thrown, Value *returned)
{
    Value exception = generator_exception(thrown.args, thrown.nargs);
    if (!exception)
        return VALUE_NULL;
    if (generator->state == GEN_RUNNING) { /* by what made the exception */
        value_release(exception);
        raise_running(generator);
        return VALUE_NULL;
    }
    if (generator->state == GEN_FINISHED) {
        if (generator->head.type == &type_coroutine) {
            value_release(exception);
            raise_reused();
        } else {
            exc_restore_steal(exception);
        }
        return VALUE_NULL;
    }
    exc_restore_steal(exception);
    return run_raising(generator, returned);
}

/* The delegate raised: as in CPython it is let go before the generator goes on raising. */
static void drop_delegate(Generator *generator)
{
    Value pending = exc_take();
    value_clear((Value *)generator->xf + generator->xf->pc->a);
    exc_restore_steal(pending);
}

static Value throw_in(Generator *generator, Thrown thrown, Value *returned, bool close_delegates)
{
    *returned = VALUE_NULL;
    if (generator->state == GEN_RUNNING) {
        raise_running(generator);
        return VALUE_NULL;
    }
    Value delegate = generator_delegate(generator);
    if (!delegate)
        return throw_here(generator, thrown, returned);
    value_retain(delegate);
    Value yielded = VALUE_NULL, ended = VALUE_NULL;
    bool absent = true;
    int status = 0;
    generator->state = GEN_RUNNING;
    if (close_delegates && is_generator_exit(thrown))
        status = close_iterator(delegate);
    else
        yielded = throw_into_delegate(generator, delegate, thrown, &ended, close_delegates, &absent);
    value_release(delegate);
    if (!absent && !yielded && !ended)
        drop_delegate(generator);
    generator->state = GEN_SUSPENDED;
    if (status < 0) /* what close() raised goes in instead */
        return run_raising(generator, returned);
    if (absent)
        return throw_here(generator, thrown, returned);
    if (yielded)
        return yielded;
    return ended ? resume_after_delegate(generator, ended, returned) : run_raising(generator, returned);
}

Value generator_throw(Generator *generator, Value exception_steal, Value *returned)
{
    Value yielded = throw_in(generator, (Thrown){&exception_steal, 1}, returned, true);
    value_release(exception_steal);
    return yielded;
}

Value generator_throw_inside(Generator *generator, Value exception_steal, Value *returned)
{
    Value yielded = throw_in(generator, (Thrown){&exception_steal, 1}, returned, false);
    value_release(exception_steal);
    return yielded;
}

/* Ends a generator that has not started. */
static void finish_created(Generator *generator)
{
    ThreadState *ts = thread_current;
    generator->state = GEN_FINISHED;
    ts->recursion_left++; /* resume below always succeeds */
    (void)xframe_resume(ts, ts->current, generator);
    xframe_finish_generator(ts, generator);
    ts->recursion_left--;
}

int generator_close(Generator *generator)
{
    if (generator->state == GEN_FINISHED)
        return 0;
    if (generator->state == GEN_RUNNING)
        return raise_running(generator);
    if (generator->state == GEN_CREATED && !trace_is_on(thread_current)) { /* a trace function sees the exception thrown in */
        finish_created(generator);
        return 0;
    }
    Value exception = exc_new(&exc_GeneratorExit, NULL, 0), returned;
    if (!exception)
        return -1;
    exc_chain(exception, thread_handled_exception(thread_current));
    Value yielded = generator_throw(generator, exception, &returned);
    if (yielded) {
        value_release(yielded);
        return raise_error_int(&exc_RuntimeError, "%s ignored GeneratorExit", generator_kind(generator));
    }
    if (returned) {
        value_release(returned);
        return 0;
    }
    return exc_clear_if(&exc_GeneratorExit) || exc_clear_if(&exc_StopIteration) || exc_clear_if(&exc_StopAsyncIteration) ? 0 : -1;
}

Value iterator_send(Value iterator, Value sent, Value *returned)
{
    *returned = VALUE_NULL;
    if (value_is_resumable(iterator))
        return generator_send(as_generator(iterator), sent, returned);
    Value (*next)(Value) = type_of(iterator)->next;
    if (next == slot_next)
        next = slot_next_raising; /* its StopIteration has the result */
    Value result = sent == VALUE_NONE && next ? next(iterator) : call_method(iterator, name_send, &sent, 1);
    if (result)
        return result;
    if (!exc_pending()) {
        *returned = VALUE_NONE;
        return VALUE_NULL;
    }
    if (!exc_matches(&exc_StopIteration))
        return VALUE_NULL;
    ThreadState *ts = thread_current;
    if (unlikely(trace_is_on(ts)) && ts->current && ts->current->pc->op == OP_YIELD_FROM) {
        trace_stop_iteration(ts, ts->current);
        if (!exc_matches(&exc_StopIteration))
            return VALUE_NULL;
    }
    Value stop = exc_take();
    ExceptionObject *object = (ExceptionObject *)value_object(stop);
    *returned = object->value ? value_retain(object->value) : VALUE_NONE;
    value_release(stop);
    return VALUE_NULL;
}

/* ---- methods ---- */

Value generator_result(Value yielded, Value returned)
{
    if (yielded || !returned)
        return yielded;
    raise_stop_iteration(returned);
    value_release(returned);
    return VALUE_NULL;
}

static Value generator_next(Value self)
{
    Value returned, yielded = generator_send(as_generator(self), VALUE_NONE, &returned);
    if (returned == VALUE_NONE)
        return VALUE_NULL; /* plain exhaustion */
    return generator_result(yielded, returned);
}

Value generator_method_send(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    Value returned, yielded = generator_send(as_generator(self), args[0], &returned);
    return generator_result(yielded, returned);
}

Value generator_exception(const Value *args, int nargs)
{
    Value type = args[0], value = nargs > 1 ? args[1] : VALUE_NONE;
    if (nargs > 2 && args[2] != VALUE_NONE && strcmp(type_of(args[2])->name, "traceback") != 0)
        return raise_error(&exc_TypeError, "throw() third argument must be a traceback object");
    Value exception = VALUE_NULL;
    if (value_is_type(type) && type_has(as_type(type), TYPE_EXCEPTION)) {
        exception = exc_from_class(type, value);
        if (!exception)
            exception = exc_take(); /* what goes wrong in making it is thrown instead */
    } else if (value_has_type_flag(type, TYPE_EXCEPTION)) {
        if (value != VALUE_NONE)
            return raise_error(&exc_TypeError, "instance exception may not have a separate value");
        exception = value_retain(type);
    } else {
        return raise_error(&exc_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    }
    if (exception && nargs > 2 && args[2] != VALUE_NONE)
        value_set_steal(&((ExceptionObject *)value_object(exception))->traceback, value_retain(args[2]));
    return exception;
}

Value generator_method_throw(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    Value returned, yielded = throw_in(as_generator(self), (Thrown){args, nargs}, &returned, true);
    return generator_result(yielded, returned);
}

Value generator_method_close(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return generator_close(as_generator(self)) < 0 ? VALUE_NULL : VALUE_NONE;
}

static const NativeDef methods[] = {
    {"send", generator_method_send, 1, 1, 0},
    {"throw", generator_method_throw, 1, 3, 0},
    {"close", generator_method_close, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

/* ---- attributes ---- */

Value generator_get_frame(Value self)
{
    Generator *generator = as_generator(self);
    if (!generator->xf || generator->state == GEN_FINISHED)
        return VALUE_NONE;
    FrameObject *fobj = xframe_materialize_for(thread_current, generator->xf, XF_FOR_GENERATOR);
    return fobj ? value_retain(value_of(fobj)) : VALUE_NULL;
}

Value generator_get_running(Value self) { return value_bool(as_generator(self)->state == GEN_RUNNING); }
Value generator_get_suspended(Value self) { return value_bool(as_generator(self)->state == GEN_SUSPENDED); }
Value generator_get_code(Value self) { return value_retain(value_of(as_generator(self)->code)); }

Value generator_get_delegate(Value self)
{
    Value delegate = generator_delegate(as_generator(self));
    return delegate ? value_retain(delegate) : VALUE_NONE;
}

Value generator_get_name(Value self) { return value_retain(as_generator(self)->name); }
Value generator_get_qualname(Value self) { return value_retain(as_generator(self)->qualname); }

int generator_set_name(Value self, Value v)
{
    if (!v || !value_is_str(v))
        return raise_error_int(&exc_TypeError, "__name__ must be set to a string object");
    value_set_steal(&as_generator(self)->name, value_retain(v));
    return 0;
}

int generator_set_qualname(Value self, Value v)
{
    if (!v || !value_is_str(v))
        return raise_error_int(&exc_TypeError, "__qualname__ must be set to a string object");
    value_set_steal(&as_generator(self)->qualname, value_retain(v));
    return 0;
}

static const GetSetDef getsets[] = {
    {"gi_frame", generator_get_frame, NULL},
    {"gi_running", generator_get_running, NULL},
    {"gi_suspended", generator_get_suspended, NULL},
    {"gi_code", generator_get_code, attr_readonly},
    {"gi_yieldfrom", generator_get_delegate, NULL},
    {"__name__", generator_get_name, generator_set_name},
    {"__qualname__", generator_get_qualname, generator_set_qualname},
    {NULL, NULL, NULL},
};

Value generator_repr(Value self)
{
    return str_printf("<%s object %S at %p>", type_of(self)->name, as_generator(self)->qualname, (void *)value_object(self));
}

/* ---- life cycle ---- */

/* The temporaries a suspended generator holds. */
static int live_temps(const Generator *generator)
{
    return generator->state == GEN_SUSPENDED ? generator->xf->func->code->unwind[xframe_instr_index(generator->xf)] : 0;
}

void generator_traverse(Object *self, VisitFn visit, void *context)
{
    Generator *generator = (Generator *)self;
    visit(generator->name, context);
    visit(generator->qualname, context);
    visit(value_of(generator->code), context);
    visit(generator->exc.handled, context);
    if (!generator->xf || generator->state >= GEN_RUNNING)
        return; /* what a running ExecFrame holds counts as referenced from outside */
    ExecFrame *xf = generator->xf;
    visit(value_of(xframe_fobj(xf)), context); /* which is tracked once it has something of its own */
    for (Value *local = xframe_locals(xf); local < (Value *)xf; local++)
        visit(*local, context);
    for (int i = 0, live = live_temps(generator); i < live; i++)
        visit(xframe_temps(xf)[i], context);
    visit(value_of(xf->func), context);
}

void generator_clear(Object *self)
{
    Generator *generator = (Generator *)self;
    if (!generator->xf || generator->state >= GEN_RUNNING)
        return;
    for (Value *local = xframe_locals(generator->xf); local < (Value *)generator->xf; local++)
        value_clear(local);
}

/* Closing runs code only if something waits for it: a handler around the yield, a delegate, a trace function. */
static bool close_is_seen(const Generator *generator)
{
    return unlikely(trace_is_on(thread_current)) || (generator->state == GEN_SUSPENDED && (generator->xf->pc->op == OP_YIELD_FROM ||
           code_find_handler(generator->xf->func->code, xframe_instr_index(generator->xf))));
}

void generator_finalize(Object *self)
{
    Generator *generator = (Generator *)self;
    if (!generator->xf || generator->state >= GEN_RUNNING || (generator->hooks && async_hooks_end(generator)))
        return;
    Value pending = exc_take();
    bool never_awaited = generator->state == GEN_CREATED && self->type == &type_coroutine;
    if (never_awaited ? warn_never_awaited(value_of(generator)) < 0 : generator_close(generator) < 0)
        exc_write_unraisable(value_of(generator));
    exc_restore_steal(pending);
}

/* As the GeneratorExit that nothing waits for would: the uppermost first, seen from the generator. */
static void unwind_temps(Generator *generator)
{
    ThreadState *ts = thread_current;
    ExecFrame *xf = generator->xf;
    int live = live_temps(generator);
    if (live == 0)
        return;
    Value pending = exc_take();
    bool current = stand_above(ts, generator);
    if (!current)
        exc_clear();
    generator->state = GEN_RUNNING;
    while (live-- > 0)
        value_clear(&xframe_temps(xf)[live]);
    generator->state = GEN_CREATED; /* it holds locals only */
    if (current)
        stand_down(ts, generator);
    exc_restore_steal(pending);
}

void generator_dealloc(Object *self)
{
    Generator *generator = (Generator *)self;
    bool never_awaited = generator->state == GEN_CREATED && self->type == &type_coroutine;
    bool closed = self->flags & OBJ_FINALIZED, has_hook = generator->hooks & HOOKS_FINALIZER;
    if (generator->xf && generator->state < GEN_RUNNING && !closed && (never_awaited || has_hook || close_is_seen(generator))) {
        closed = true;
        self->flags |= OBJ_FINALIZED; /* closed once, also if it lives on */
        self->refs = 1; /* alive while its finally blocks run, which may even keep it */
        generator_finalize(self);
        if (--self->refs > 0)
            return;
    }
    gc_untrack(generator);
    if (unlikely(has_hook))
        async_hooks_forget(generator);
    if (generator->xf && (!closed || has_hook)) /* a hook may leave it as it is */
        unwind_temps(generator);
    if (generator->xf)
        xframe_abandon_generator(generator);
    object_release_null(generator->code);
    value_release_null(generator->name);
    value_release_null(generator->qualname);
    value_clear(&generator->exc.handled);
    xframe_free_generator(generator);
}

Type type_generator = {
    .head = OBJECT_STATIC(&type_type),
    .name = "generator",
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .size = sizeof(Generator),
    .base = &type_object,
    .dealloc = generator_dealloc,
    .finalize = generator_finalize,
    .traverse = generator_traverse,
    .clear = generator_clear,
    .repr = generator_repr,
    .iter = iter_self,
    .next = generator_next,
    .methods = methods,
    .getsets = getsets,
};

int generator_init_type(void) { return type_ready(&type_generator); }
