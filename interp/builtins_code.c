/* builtins_code.c: compile, eval, exec and the functions that look at the caller's namespaces. */
#include "builtins_functions.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "eval.h"
#include "exceptions.h"
#include "frameobj.h"
#include "import.h"
#include "names.h"
#include "native.h"
#include "options.h"
#include "source.h"
#include "warn.h"
#include "types/bytes_methods.h"
#include "types/cell.h"
#include "types/codec.h"
#include "types/dict.h"
#include "types/file.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/slice.h"
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

/* ---- source text ---- */

/* UTF-8 of a str or an object with bytes; *held, that the caller releases, is what it is borrowed from. */
static const char *source_text(Value source, const char *function, const char *what, size_t *length, Value *held)
{
    const char *text;
    *held = VALUE_NULL;
    if (value_is_str(source)) {
        text = source_of_str(source, length);
        if (!text)
            return NULL;
    } else if (value_has_buffer(source)) {
        *held = bytes_copy_of(source);
        if (!*held)
            return NULL;
        text = (const char *)as_bytes(*held)->data;
        *length = (size_t)as_bytes(*held)->length;
    } else {
        raise_error(&exc_TypeError, "%s() arg 1 must be a %s object", function, what);
        return NULL;
    }
    if (memchr(text, 0, *length)) {
        Value message = str_from_cstr("source code string cannot contain null bytes");
        Value error = message ? call_value1(value_of(&exc_SyntaxError), message) : VALUE_NULL;
        value_release_null(message);
        if (error)
            raise_object_steal(error);
        return NULL;
    }
    return text;
}

/* As source_compile_as. Without an expression to point at, CPython reports line 0. */
static Code *compile_text(const char *text, size_t length, const char *filename, CompileMode mode, CompileOptions how)
{
    if (length || mode != COMPILE_EVAL)
        return source_compile_as(text, length, filename, mode, how);
    Value zero = value_from_small_int(0), arguments[2] = {str_from_cstr("invalid syntax"), VALUE_NULL};
    Value name = str_from_cstr(filename), line = str_empty();
    if (name && line)
        arguments[1] = tuple_pack(6, name, zero, zero, line, zero, zero);
    value_release_null(name);
    value_release_null(line);
    Value error = arguments[0] && arguments[1] ? call_value(value_of(&exc_SyntaxError), arguments, 2, VALUE_NULL) : VALUE_NULL;
    value_release_null(arguments[0]);
    value_release_null(arguments[1]);
    if (error)
        raise_object_steal(error);
    return NULL;
}

/* What the caller's own code says of code that it compiles without saying otherwise. */
static CompileOptions inherited_options(void)
{
    const ExecFrame *xf = thread_current->current;
    return (CompileOptions){.optimize = options.optimize, .future_annotations = xf && xf->func->code->flags & CODE_FUTURE_ANNOTATIONS};
}

/* An argument that is a C int, if it is there. */
static int take_int(Value given, int64_t *number)
{
    if (given && value_as_index(given, number, &exc_OverflowError) < 0)
        return -1;
    return *number == (int)*number ? 0 : raise_error_int(&exc_OverflowError, "Python int too large to convert to C int");
}

/* The flags of compile(): those of __future__ (0x10 was one), and those of ast and codeop, which are refused. */
static int take_flags(Value given, CompileOptions *how)
{
    enum { FUTURE = 0x1fe0010, PARSER = 0x7600 };
    int64_t flags = 0;
    if (take_int(given, &flags) < 0)
        return -1;
    if (flags & ~(int64_t)(FUTURE | PARSER))
        return raise_error_int(&exc_ValueError, "compile(): unrecognised flags");
    if (flags & PARSER)
        return raise_error_int(&exc_NotImplementedError, "compile() gives code of whole statements only: no syntax trees, no await outside functions");
    how->future_annotations |= (flags & CODE_FUTURE_ANNOTATIONS) != 0;
    return 0;
}

/* A name of a file as text, new reference. */
static Value filename_text(Value given)
{
    if (value_has_buffer(given) && !value_is_heap_exactly(given, &type_bytes) &&
        warn_here(&exc_DeprecationWarning, "path should be string, bytes, or os.PathLike, not %.200T", given) < 0)
        return VALUE_NULL;
    size_t length = 0;
    Value path = value_has_buffer(given) ? bytes_copy_of(given) : file_path(given, "expected str, bytes or os.PathLike object");
    if (path && value_is_bytes_like(path)) {
        value_set_steal(&path, codec_from_system((const char *)as_bytes(path)->data, (size_t)as_bytes(path)->length));
    }
    const char *name = path ? str_utf8(path, &length) : NULL;
    if (name && strlen(name) != length)
        raise_error(&exc_ValueError, "embedded null character");
    if (!name || strlen(name) != length)
        value_clear(&path);
    return path;
}

Value builtin_compile(NATIVE_ARGS)
{
    (void)self;
    Value bound[7];
    if (!native_bind("compile(source, filename, mode, flags=, dont_inherit=, optimize=, *, _feature_version=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (!value_is_str(bound[2]))
        return raise_error(&exc_TypeError, "compile() argument 'mode' must be str, not %T", bound[2]);
    CompileMode mode;
    if (str_equal_cstr(bound[2], "exec"))
        mode = COMPILE_EXEC;
    else if (str_equal_cstr(bound[2], "eval"))
        mode = COMPILE_EVAL;
    else if (str_equal_cstr(bound[2], "single"))
        mode = COMPILE_SINGLE;
    else
        return raise_error(&exc_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    int64_t alone = 0, optimize = -1;
    CompileOptions how = inherited_options();
    if (take_int(bound[4], &alone) < 0)
        return VALUE_NULL;
    if (alone)
        how.future_annotations = false;
    if (take_flags(bound[3], &how) < 0 || take_int(bound[5], &optimize) < 0)
        return VALUE_NULL;
    if (optimize < -1 || optimize > 2)
        return raise_error(&exc_ValueError, "compile(): invalid optimize value");
    if (optimize >= 0)
        how.optimize = (int)optimize;
    Value name = filename_text(bound[1]), held = VALUE_NULL;
    size_t length;
    const char *filename = name ? str_utf8(name, NULL) : NULL;
    const char *text = filename ? source_text(bound[0], "compile", "string, bytes or AST", &length, &held) : NULL;
    Code *code = text ? compile_text(text, length, filename, mode, how) : NULL;
    value_release_null(held);
    value_release_null(name);
    return value_of(code);
}

/* ---- eval and exec ---- */

/* The namespaces asked for: None or absent ones are the caller's. *locals is a new reference. */
static int choose_namespaces(const char *function, Value globals_argument, Value locals_argument, Dict **globals, Value *locals)
{
    if (globals_argument == VALUE_NONE)
        globals_argument = VALUE_NULL;
    if (locals_argument == VALUE_NONE)
        locals_argument = VALUE_NULL;
    if (globals_argument && !value_is_dict(globals_argument)) {
        if (strcmp(function, "exec") == 0)
            return raise_error_int(&exc_TypeError, "exec() globals must be a dict, not %T", globals_argument);
        return raise_error_int(&exc_TypeError, type_of(globals_argument)->getitem ? "globals must be a real dict; try eval(code, {}, mapping)"
                                                                                  : "globals must be a dict");
    }
    if (locals_argument && !type_of(locals_argument)->getitem)
        return raise_error_int(&exc_TypeError, strcmp(function, "exec") ? "locals must be a mapping" : "locals must be a mapping or None, not %T",
                               locals_argument);
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
        size_t length;
        Value held;
        const char *text = source_text(source, function, "string, bytes or code", &length, &held);
        if (text && mode == COMPILE_EVAL)
            while (length && (*text == ' ' || *text == '\t'))
                text++, length--;
        if (text)
            code = compile_text(text, length, "<string>", mode, inherited_options());
        value_release_null(held);
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
