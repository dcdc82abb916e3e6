/* builtins_code.c: eval, exec and the functions that look at the caller's namespaces. */
#include "builtins_functions.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "builtins_compile.h"
#include "eval.h"
#include "exceptions.h"
#include "frameobj.h"
#include "import.h"
#include "names.h"
#include "native.h"
#include "options.h"
#include "types/cell.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define NATIVE_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

/* ---- namespaces of the calling ExecFrame ---- */

static Dict *current_globals(void)
{
    ExecFrame *xf = thread_current->current;
    if (!xf)
        raise_error(&exc_SystemError, "globals do not exist");
    return xf ? xf->func->globals : NULL;
}

static Value current_locals(void)
{
    ExecFrame *xf = thread_current->current;
    return xf ? xframe_namespace(xf) : raise_error(&exc_SystemError, "frame does not exist");
}

Value builtin_globals(NATIVE_ARGS)
{
    UNUSED_ARGS;
    Dict *globals = current_globals();
    return globals ? value_retain(value_of(globals)) : VALUE_NULL;
}

Value builtin_locals(NATIVE_ARGS)
{
    UNUSED_ARGS;
    return current_locals();
}

Value builtin_vars(NATIVE_ARGS)
{
    UNUSED_ARGS;
    if (!nargs)
        return current_locals();
    Value dict;
    int found = value_lookup_attr(args[0], name___dict__, &dict);
    if (found == 0)
        return raise_error(&exc_TypeError, "vars() argument must have __dict__ attribute");
    return found < 0 ? VALUE_NULL : dict;
}

Value builtin_dir(NATIVE_ARGS)
{
    UNUSED_ARGS;
    Value names;
    if (nargs) {
        bool found;
        names = call_special(args[0], name___dir__, NULL, 0, &found);
        if (!found)
            return raise_error(&exc_TypeError, "object does not provide __dir__");
    } else {
        Value locals = current_locals();
        names = locals ? call_method(locals, name_keys, NULL, 0) : VALUE_NULL;
        value_release_null(locals);
    }
    if (!names)
        return VALUE_NULL;
    Value list = list_from_iterable(names);
    value_release(names);
    if (list && list_sort(as_list(list), VALUE_NULL, false) < 0)
        value_clear(&list);
    return list;
}

/* ---- eval and exec ---- */

/* The namespaces asked for: None or absent ones are the caller's. *locals is a new reference. */
static int choose_namespaces(const char *function, Value globals_argument, Value locals_argument, Dict **globals, Value *locals)
{
    if (globals_argument == VALUE_NONE)
        globals_argument = VALUE_NULL;
    if (locals_argument == VALUE_NONE)
        locals_argument = VALUE_NULL;
    bool execs = strcmp(function, "exec") == 0, no_mapping = locals_argument && !type_of(locals_argument)->getitem;
    if (no_mapping && !execs)
        return raise_error_int(&exc_TypeError, "locals must be a mapping");
    if (globals_argument && !value_is_dict(globals_argument)) {
        if (execs)
            return raise_error_int(&exc_TypeError, "exec() globals must be a dict, not %T", globals_argument);
        return raise_error_int(&exc_TypeError, type_of(globals_argument)->getitem ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                                                                  : "globals must be a dict");
    }
    if (no_mapping)
        return raise_error_int(&exc_TypeError, "locals must be a mapping or None, not %T", locals_argument);
    *globals = globals_argument ? as_dict(globals_argument) : current_globals();
    if (!*globals)
        return -1;
    if (locals_argument)
        *locals = value_retain(locals_argument);
    else
        *locals = globals_argument ? value_retain(globals_argument) : current_locals();
    if (!*locals)
        return -1;
    if (!dict_get_str(*globals, name___builtins__) && dict_set_str(*globals, name___builtins__, value_of(function_current_builtins())) < 0) {
        value_clear(locals);
        return -1;
    }
    return 0;
}

/* exec(closure=) gives a code object's free variables their cells: as many as it has, and nothing else. */
static int check_closure(Code *code, const char *function, Value closure)
{
    ssize_t wanted = code->freevars->length;
    if (!wanted)
        return closure ? raise_error_int(&exc_TypeError, "cannot use a closure with this code object") : 0;
    if (!closure && strcmp(function, "exec") != 0)
        return raise_error_int(&exc_TypeError, "code object passed to %s() may not contain free variables", function);
    int fits = closure && value_is_heap_exactly(closure, &type_tuple) && as_tuple(closure)->length == wanted;
    for (ssize_t i = 0; fits && i < wanted; i++)
        fits = value_is_heap_exactly(as_tuple(closure)->items[i], &type_cell);
    return fits ? 0 : raise_error_int(&exc_TypeError, "code object requires a closure of exactly length %zd", wanted);
}

static Value run_code(Code *code, const char *function, Dict *globals, Value locals, Value closure)
{
    if (check_closure(code, function, closure) < 0)
        return VALUE_NULL;
    if (!closure)
        return eval_code(code, globals, locals);
    Value made = function_new(code, globals);
    if (!made)
        return VALUE_NULL;
    ((Function *)value_object(made))->closure = value_retain(closure);
    Value result = eval_function_in((Function *)value_object(made), locals);
    value_release(made);
    return result;
}

static Value eval_or_exec(const char *function, CompileMode mode, Value source, Value globals_argument, Value locals_argument, Value closure)
{
    Dict *globals = NULL;
    Value locals = VALUE_NULL, result = VALUE_NULL;
    if (choose_namespaces(function, globals_argument, locals_argument, &globals, &locals) < 0)
        return VALUE_NULL;
    Value keep_globals = value_retain(value_of(globals));
    Code *code = NULL;
    if (value_is_code(source)) {
        code = as_code(value_retain(source));
    } else if (closure) {
        raise_error(&exc_TypeError, "closure can only be used when source is a code object");
    } else {
        code = compile_given(source, function, "string, bytes or code", "<string>", (CompileOptions){.mode = mode, .optimize = options.optimize, .features = current_features()});
    }
    if (code)
        result = run_code(code, function, globals, locals, closure);
    object_release_null(code);
    value_release(locals);
    value_release(keep_globals);
    return result;
}

Value builtin_eval(NATIVE_ARGS)
{
    UNUSED_ARGS;
    return eval_or_exec("eval", COMPILE_EVAL, args[0], nargs > 1 ? args[1] : VALUE_NULL, nargs > 2 ? args[2] : VALUE_NULL, VALUE_NULL);
}

Value builtin_exec(NATIVE_ARGS)
{
    (void)self;
    Value bound[4];
    if (!native_bind("exec(source, globals=, locals=, /, *, closure=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    Value result = eval_or_exec("exec", COMPILE_EXEC, bound[0], bound[1], bound[2], bound[3] == VALUE_NONE ? VALUE_NULL : bound[3]);
    if (!result)
        return VALUE_NULL;
    value_release(result);
    return VALUE_NONE;
}

/* ---- imports ---- */

Value builtin_import(NATIVE_ARGS)
{
    (void)self;
    Value bound[5];
    if (!native_bind("__import__(name, globals=, locals=, fromlist=, level=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (!value_is_str(bound[0]))
        return raise_error(&exc_TypeError, "module name must be a string");
    int64_t level = 0;
    if (bound[4] && int_as_int64(bound[4], &level) < 0)
        return VALUE_NULL;
    Dict *globals = bound[1] && value_is_dict(bound[1]) ? as_dict(bound[1]) : NULL;
    return import_module(as_str(bound[0]), globals, bound[3] ? bound[3] : VALUE_NONE, level);
}
