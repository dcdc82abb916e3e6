/* eval_unwind.c: raising, finding handlers, and the handled exception. */
#include "abstract.h"
#include "attr.h"
#include "eval_slow.h"
#include "frameobj.h"
#include "generator_switch.h"
#include "names.h"
#include "raise_class.h"
#include "trace.h"
#include "traceback.h"
#include "type.h"
#include "types/method.h"
#include "types/tuple.h"

/* ---- the unwinder ---- */

static void add_traceback_entry_at(ThreadState *ts, ExecFrame *xf, Value exception, int instr_index)
{
    FrameObject *fobj = xframe_materialize_for(ts, xf, XF_FOR_TRACEBACK);
    if (!fobj) {
        exc_clear(); /* no memory: the entry is left out */
        return;
    }
    traceback_here(exception, fobj, instr_index, code_first_line_of(xf->func->code, instr_index));
}

static void add_traceback_entry(ThreadState *ts, ExecFrame *xf, Value exception) { add_traceback_entry_at(ts, xf, exception, xframe_instr_index(xf)); }

/* The generator's body raised and ends: what would mean its end must not escape it (PEP 479, PEP 525). Consumes and returns the exception. */
static Value convert_stop_iteration(const Generator *generator, Value exception)
{
    const Type *stop = &exc_StopIteration;
    if (!exc_given_matches(exception, value_of(&exc_StopIteration))) {
        stop = &exc_StopAsyncIteration;
        if (generator->head.type != &type_async_generator || !exc_given_matches(exception, value_of(&exc_StopAsyncIteration)))
            return exception;
    }
    raise_error(&exc_RuntimeError, "%s raised %s", generator_kind(generator), stop->name);
    ExceptionObject *error = (ExceptionObject *)value_object(thread_current->pending);
    value_set_steal(&error->cause, value_retain(exception));
    error->suppress_context = true;
    value_set_steal(&error->context, exception);
    return exc_take();
}

static ExecFrame *enter_handler(ThreadState *ts, ExecFrame *xf, const ExceptionHandler *handler, Value exception, int raised)
{
    Value *pair = xframe_temps(xf) + handler->depth;
    pair[0] = ts->exc_info->handled ? ts->exc_info->handled : VALUE_NONE;
    pair[1] = exception;
    pair[2] = value_from_small_int(raised);
    ts->exc_info->handled = value_retain(exception);
    xf->pc = xf->func->code->instrs + handler->target;
    return xf;
}

/* Where the exception was raised in this call. A handler's end raises it again, but is not where the call then stands (CPython's RERAISE with lasti). */
static int index_raised(ExecFrame *xf)
{
    const Instr *pc = xf->pc;
    return pc->op == OP_RERAISE && pc->c ? (int)value_small_int((&EVAL_OPERAND(pc->a))[2]) : xframe_instr_index(xf);
}

ExecFrame *eval_unwind(ThreadState *ts, ExecFrame *xf, bool add_traceback)
{
    Value exception = exc_take();
    for (;; add_traceback = true) {
        const Code *code = xf->func->code;
        int index = xframe_instr_index(xf), raised = index_raised(xf);
        if (add_traceback)
            add_traceback_entry(ts, xf, exception);
        if (unlikely(trace_is_on(ts)) && add_traceback)
            exception = trace_exception(ts, xf, exception);
        const ExceptionHandler *handler = code_find_handler(code, index);
        Value *temps = xframe_temps(xf);
        for (int i = code->unwind[index], keep = handler ? handler->depth : 0; i > keep; i--) {
            Value v = temps[i - 1];
            temps[i - 1] = VALUE_NULL;
            value_release_null(v);
        }
        if (!handler)
            xf->pc = code->instrs + raised;
        if (unlikely(trace_is_on(ts))) {
            if (handler)
                trace_handled(ts, xf, code->instrs + raised);
            else
                exception = trace_unwound(ts, xf, exception);
        }
        if (handler)
            return enter_handler(ts, xf, handler, exc_normalize(ts, exception, true), raised);
        uintptr_t flags = xf->link & XF_FLAGS;
        if (flags & XF_GENERATOR) {
            Generator *generator = xframe_generator(xf);
            exception = convert_stop_iteration(generator, exception);
            xf = generator_leave(ts, xf, generator, GEN_FINISHED);
        } else {
            xf = xframe_pop(ts, xf);
        }
        if (flags & XF_ENTRY) {
            exc_restore_steal(exception);
            return NULL;
        }
        if (flags & XF_COMPLETES && eval_abandon(ts, xf, exception))
            return xf;
    }
}

void eval_raise_unstarted(ThreadState *ts, ExecFrame *xf)
{
    Value exception = exc_take();
    Generator *generator = xframe_generator(xf);
    add_traceback_entry_at(ts, xf, exception, -1);
    if (unlikely(trace_is_on(ts)))
        exception = trace_unwound(ts, xf, trace_exception(ts, xf, exception));
    exception = convert_stop_iteration(generator, exception);
    generator_leave(ts, xf, generator, GEN_FINISHED);
    exc_restore_steal(exception);
}

/* ---- raise ---- */

/* Consumes the operand. */
static Value exception_from_operand(ExecFrame *xf, int operand)
{
    Value v = eval_take(xf, operand);
    Value exception = exc_from_raise_operand(v);
    if (unlikely(!exception)) {
        Value pending = exc_take();
        value_release(v);
        exc_restore_steal(pending);
        return VALUE_NULL;
    }
    value_release(v);
    return exception;
}

int eval_raise(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value exception = exception_from_operand(xf, pc->a);
    if (exception)
        raise_object_steal(exception);
    return -1;
}

int eval_raise_from(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value exception = exception_from_operand(xf, pc->a);
    if (!exception)
        return -1;
    Value cause = EVAL_OPERAND(pc->b);
    if (cause == VALUE_NONE) {
        cause = VALUE_NULL;
    } else if (value_is_type(cause) && type_has(as_type(cause), TYPE_EXCEPTION)) {
        cause = call_value0(cause);
        if (!cause) {
            value_release(exception);
            return -1;
        }
    } else if (value_is_object(cause) && type_has(value_object(cause)->type, TYPE_EXCEPTION)) {
        value_retain(cause);
    } else {
        value_release(exception);
        return raise_error_int(&exc_TypeError, "exception causes must derive from BaseException");
    }
    ExceptionObject *object = (ExceptionObject *)value_object(exception);
    value_set_steal(&object->cause, cause);
    object->suppress_context = true;
    raise_object_steal(exception);
    return -1;
}

int eval_raise_current(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value handled = thread_handled_exception(ts);
    if (!handled) {
        raise_error(&exc_RuntimeError, "No active exception to reraise");
        return -1;
    }
    exc_restore_steal(value_retain(handled));
    return 1;
}

/* ---- handlers ---- */

static bool is_exception_class(Value v) { return value_is_type(v) && type_has(as_type(v), TYPE_EXCEPTION); }

int eval_exc_match(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value wanted = EVAL_OPERAND(pc->c);
    bool valid = is_exception_class(wanted);
    if (!valid && value_is_tuple(wanted)) {
        valid = true;
        for (int64_t i = 0; i < as_tuple(wanted)->length; i++)
            valid &= is_exception_class(as_tuple(wanted)->items[i]);
    }
    if (!valid)
        return raise_error_int(&exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    bool matches = exc_given_matches(EVAL_OPERAND(pc->b), wanted);
    eval_drop(xf, pc->c);
    eval_store(xf, pc->a, value_bool(matches));
    return 0;
}

static void set_handled_steal(ThreadState *ts, Value handled)
{
    value_set_steal(&ts->exc_info->handled, handled == VALUE_NONE ? VALUE_NULL : handled);
}

int eval_pop_exc(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value *pair = &EVAL_OPERAND(pc->a);
    Value handled = pair[0], exception = pair[1];
    pair[0] = pair[1] = VALUE_NULL; /* a returned value may lie above, so unwinding looks at them */
    set_handled_steal(ts, handled);
    value_release_null(exception);
    return 0;
}

void eval_reraise(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value *pair = &EVAL_OPERAND(pc->a), *outermost = &EVAL_OPERAND(pc->b);
    Value exception = pair[1];
    pair[1] = VALUE_NULL;
    Value handled = outermost[0];
    outermost[0] = VALUE_NULL;
    set_handled_steal(ts, handled);
    for (Value *slot = pair; slot > outermost; slot--) {
        Value v = *slot;
        *slot = VALUE_NULL;
        value_release_null(v);
    }
    exc_restore_steal(exception);
}

/* ---- with ---- */

/* A special method for `with`, bound: new reference. */
static Value lookup_special(Value v, Str *name)
{
    Type *type = type_of(v);
    Value attr = type_lookup(type, name);
    if (!attr)
        return VALUE_NULL;
    if (type_of(attr)->descr_get)
        return type_of(attr)->descr_get(attr, v, type);
    return value_retain(attr);
}

int eval_enter_context(ExecFrame *xf, const Instr *pc, Str *enter_name, Str *exit_name, const char *no_enter, const char *no_exit)
{
    Value manager = EVAL_OPERAND(pc->b), *slot = &EVAL_OPERAND(pc->a);
    Value enter = lookup_special(manager, enter_name);
    if (!enter) {
        if (!exc_pending())
            raise_error(&exc_TypeError, no_enter, manager);
        return -1;
    }
    Value exit = lookup_special(manager, exit_name);
    if (!exit) {
        if (!exc_pending())
            raise_error(&exc_TypeError, no_exit, manager);
        value_release(enter);
        return -1;
    }
    Value result = call_value0(enter);
    if (!result) {
        Value pending = exc_take();
        value_release(enter);
        value_release(exit);
        exc_restore_steal(pending);
        return -1;
    }
    value_release(enter);
    eval_drop(xf, pc->b);
    slot[0] = exit;
    slot[1] = result;
    return 0;
}

int eval_before_with(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    return eval_enter_context(xf, pc, name___enter__, name___exit__, "'%T' object does not support the context manager protocol",
                              "'%T' object does not support the context manager protocol (missed __exit__ method)");
}

int eval_with_except_start(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value exception = (&EVAL_OPERAND(pc->c))[1];
    ExceptionObject *object = (ExceptionObject *)value_object(exception);
    Value args[3] = {value_of(object->head.type), exception, object->traceback ? object->traceback : VALUE_NONE};
    Value traceback = value_retain(args[2]);
    Value result = call_value(EVAL_OPERAND(pc->b), args, 3, VALUE_NULL);
    value_release(traceback);
    if (!result)
        return -1;
    eval_store(xf, pc->a, result);
    return 0;
}
