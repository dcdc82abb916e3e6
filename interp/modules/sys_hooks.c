/* sys_hooks.c: the functions of sys that show values and exceptions, and calling what the program put in their place. */
#include "sys_hooks.h"

#include "abstract.h"
#include "builtins.h"
#include "exceptions.h"
#include "modules.h"
#include "names.h"
#include "native.h"
#include "source.h"
#include "dict.h"
#include "method.h"
#include "module.h"
#include "str.h"
#include "struct_sequence.h"
#include "traceback.h"
#include "tuple.h"
#include "type.h"

/* ---- values: displayhook ---- */

static int write_text(Value file, Value text_steal)
{
    Value written = text_steal ? call_method(file, name_write, &text_steal, 1) : VALUE_NULL;
    value_release_null(text_steal);
    value_release_null(written);
    return written ? 0 : -1;
}

static Value sys_displayhook(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value v = args[0], file = sys_get(name_stdout);
    if (v == VALUE_NONE)
        return VALUE_NONE;
    static Str *underscore;
    if (!underscore && !(underscore = str_intern_cstr("_")))
        return VALUE_NULL;
    if (dict_set_str(builtins_dict, underscore, VALUE_NONE) < 0)
        return VALUE_NULL;
    if (!file || file == VALUE_NONE)
        return raise_error(&exc_RuntimeError, "lost sys.stdout");
    value_retain(file);
    int status = write_text(file, value_repr(v)) < 0 || write_text(file, str_from_cstr("\n")) < 0 ? -1 : dict_set_str(builtins_dict, underscore, v);
    value_release(file);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

int sys_display(Value v)
{
    Value hook = sys_get(name_displayhook);
    if (!hook)
        return raise_error_int(&exc_RuntimeError, "lost sys.displayhook");
    value_retain(hook);
    Value result = call_value1(hook, v);
    value_release(hook);
    value_release_null(result);
    return result ? 0 : -1;
}

/* ---- uncaught exceptions: excepthook ---- */

static Value sys_excepthook(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (value_has_type_flag(args[1], TYPE_EXCEPTION)) {
        ExceptionObject *e = (ExceptionObject *)value_object(args[1]);
        if (!e->traceback && value_is_heap_exactly(args[2], &type_traceback))
            e->traceback = value_retain(args[2]);
        exc_print(args[1]);
    } else {
        exc_print_other(args[1]);
    }
    return VALUE_NONE;
}

static bool is_native(Value hook, NativeFn function)
{
    return value_is_object(hook) && value_is_heap_exactly(hook, &type_native_function) && as_native_function(hook)->def->function == function;
}

void sys_show_uncaught(Value exception)
{
    Value hook = sys_get(name_excepthook), traceback = ((ExceptionObject *)value_object(exception))->traceback;
    if (!hook || is_native(hook, sys_excepthook)) {
        exc_print(exception);
        return;
    }
    Value args[3] = {value_of(type_of(exception)), exception, traceback ? traceback : VALUE_NONE};
    value_retain(hook);
    Value result = call_value(hook, args, 3, VALUE_NULL);
    value_release(hook);
    value_release_null(result);
    if (!result) {
        Value failure = exc_take();
        stderr_write("Error in sys.excepthook:\n", 25);
        exc_print(failure);
        stderr_write("\nOriginal exception was:\n", 25);
        exc_print(exception);
        value_release_null(failure);
    }
}

/* ---- exceptions that cannot be raised: unraisablehook ---- */

static const char *const unraisable_fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object", NULL};
static StructSequence unraisable_args = STRUCT_SEQUENCE("UnraisableHookArgs", unraisable_fields);

static Value null_if_none(Value v) { return v == VALUE_NONE ? VALUE_NULL : v; }

static Value sys_unraisablehook(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_exactly(args[0], &unraisable_args.type))
        return raise_error(&exc_TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
    const Value *items = as_tuple(args[0])->items;
    if (value_has_type_flag(items[1], TYPE_EXCEPTION))
        exc_print_unraisable(items[1], null_if_none(items[2]), null_if_none(items[3]), null_if_none(items[4]));
    return VALUE_NONE;
}

static Value unraisable_call(Value hook, Value exception, Value context)
{
    Value traceback = ((ExceptionObject *)value_object(exception))->traceback;
    Value fields[5] = {value_retain(value_of(type_of(exception))), value_retain(exception), traceback ? value_retain(traceback) : VALUE_NONE, VALUE_NONE,
                       context ? value_retain(context) : VALUE_NONE};
    Value args = struct_sequence_new_steal(&unraisable_args, fields, 5);
    Value result = args ? call_value1(hook, args) : VALUE_NULL;
    value_release_null(args);
    return result;
}

/* With the builtin one nothing is made for it: there may be no memory. */
void exc_write_unraisable(Value context)
{
    Value exception = exc_take();
    if (!exception)
        return;
    ExceptionObject *e = (ExceptionObject *)value_object(exception);
    if (!e->traceback)
        traceback_add_current_line(exception);
    static Str *name;
    Value hook = !name && !(name = str_intern_cstr("unraisablehook")) ? VALUE_NULL : sys_get(name);
    exc_clear();
    if (!hook || hook == VALUE_NONE || is_native(hook, sys_unraisablehook)) {
        exc_print_unraisable(exception, e->traceback, VALUE_NULL, context);
    } else {
        value_retain(hook);
        Value result = unraisable_call(hook, exception, context), failure = result ? VALUE_NULL : exc_take();
        if (failure) {
            Value message = str_from_cstr("Exception ignored in sys.unraisablehook");
            exc_print_unraisable(failure, ((ExceptionObject *)value_object(failure))->traceback, message, hook);
            value_release_null(message);
            value_release(failure);
        }
        value_release_null(result);
        value_release(hook);
    }
    value_release(exception);
}

/* ---- */

static const NativeDef functions[] = {{"displayhook", sys_displayhook, 1, 1, 0}, {"excepthook", sys_excepthook, 3, 3, 0}, {"unraisablehook", sys_unraisablehook, 1, 1, 0}, {0}};

int sys_hooks_add(Value module)
{
    static const char *const kept[] = {"__displayhook__", "__excepthook__", "__unraisablehook__"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        Value hook = native_function_new(&functions[i], VALUE_NULL, "sys");
        if (!hook || module_set(module, kept[i], value_retain(hook)) < 0 || module_set(module, functions[i].name, hook) < 0)
            return -1;
    }
    return 0;
}
