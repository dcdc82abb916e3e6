#include "raise_class.h"

#include "abstract.h"
#include "exceptions.h"
#include "native.h"
#include "tuple.h"
#include "type.h"

static void forget_class(ThreadState *ts)
{
    value_clear(&ts->raised_class);
    value_clear(&ts->raised_made);
}

/* For exc_make_again. Hardly any class makes what is no instance of it. */
static void note_class(ThreadState *ts, Value class, Value made)
{
    if (likely(value_is_instance_of(made, as_type(class))))
        return;
    forget_class(ts);
    ts->raised_class = value_retain(class);
    ts->raised_made = value_retain(made);
}

Value exc_from_raise_operand(Value operand)
{
    if (value_has_type_flag(operand, TYPE_EXCEPTION))
        return value_retain(operand);
    if (!value_is_type(operand) || !type_has(as_type(operand), TYPE_EXCEPTION))
        return raise_error(&exc_TypeError, "exceptions must derive from BaseException");
    Value exception = call_value0(operand);
    if (exception && !value_has_type_flag(exception, TYPE_EXCEPTION)) {
        raise_error(&exc_TypeError, "calling %V should have returned an instance of BaseException, not %V", operand, value_of(type_of(exception)));
        value_clear(&exception);
    }
    if (exception)
        note_class(thread_current, operand, exception);
    return exception;
}

static Value call_class(Value class, Value value)
{
    Value exception = value == VALUE_NONE     ? call_value0(class)
                      : value_is_tuple(value) ? call_with_dict(class, value, VALUE_NULL)
                                              : call_value1(class, value);
    if (exception && !value_has_type_flag(exception, TYPE_EXCEPTION)) {
        raise_error(&exc_TypeError, "calling %V should have returned an instance of BaseException, not %T", class, exception);
        value_clear(&exception);
    }
    return exception;
}

Value exc_from_class(Value class, Value value)
{
    if (value_is_object(value) && value_isinstance(value, class) > 0)
        return value_retain(value);
    Value exception = call_class(class, value);
    if (exception)
        note_class(thread_current, class, exception);
    return exception;
}

Value exc_make_again(ThreadState *ts, Value exception_steal, bool at_handler)
{
    Value class = value_retain(ts->raised_class), again = call_class(class, exception_steal);
    bool failed = !again;
    if (failed)
        again = exc_take();
    forget_class(ts);
    ExceptionObject *made = (ExceptionObject *)value_object(again);
    const ExceptionObject *before = (ExceptionObject *)value_object(exception_steal);
    if (!failed || !made->traceback)
        value_set_steal(&made->traceback, value_retain_null(before->traceback));
    if (!failed && !at_handler)
        note_class(ts, class, again);
    value_release(class);
    value_release(exception_steal);
    return again;
}
