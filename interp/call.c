/* call.c: binding arguments to parameters, with CPython's error messages. */
#include "call.h"

#include "exceptions.h"
#include "gc.h"
#include "coroutine.h"
#include "generator.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/str_builder.h"
#include "types/tuple.h"

static Str *parameter_name(const Code *code, int i) { return (Str *)value_object(code->varnames->items[i]); }

static bool same_name(Value a, const Str *b) { return a == value_of(b) || str_equal((const Str *)value_object(a), b); }

/* ---- errors ---- */

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" of the unbound required parameters in [from, to). */
static Value list_of_missing(const Code *code, const Value *locals, const bool *required, int from, int to, int missing)
{
    Value text = str_empty();
    for (int i = from, seen = 0; i < to && text; i++) {
        if (locals[i] || !required[i])
            continue;
        seen++;
        const char *before = seen == 1 ? "" : seen < missing ? ", " : missing == 2 ? " and " : ", and ";
        Value longer = str_printf("%S%s%V", text, before, value_of(parameter_name(code, i)));
        value_release(text);
        text = longer;
    }
    return text;
}

static int raise_missing(const Function *function, const Value *locals, const bool *required, int from, int to, const char *kind)
{
    int missing = 0;
    for (int i = from; i < to; i++)
        missing += !locals[i] && required[i];
    Value list = list_of_missing(function->code, locals, required, from, to, missing);
    if (!list)
        return -1;
    raise_error(&exc_TypeError, "%S() missing %d required %s argument%s: %S", function->qualname, missing, kind, missing == 1 ? "" : "s", list);
    value_release(list);
    return -1;
}

static int raise_too_many(const Function *function, const Value *locals, int nargs)
{
    const Code *code = function->code;
    int defaults = function->defaults ? (int)as_tuple(function->defaults)->length : 0;
    int given_kwonly = 0;
    for (int i = code->argcount; i < code->argcount + code->kwonly_count; i++)
        given_kwonly += locals[i] != VALUE_NULL;
    bool plural = code->argcount != 1;
    Value takes;
    if (defaults) {
        plural = true;
        takes = str_printf("from %d to %d", code->argcount - defaults, code->argcount);
    } else {
        takes = str_printf("%d", code->argcount);
    }
    if (!takes)
        return -1;
    Value extra = given_kwonly ? str_printf(" positional argument%s (and %d keyword-only argument%s)", nargs != 1 ? "s" : "", given_kwonly, given_kwonly != 1 ? "s" : "")
                               : str_empty();
    if (extra) {
        raise_error(&exc_TypeError, "%S() takes %S positional argument%s but %d%S %s given", function->qualname, takes, plural ? "s" : "", nargs, extra,
                    nargs == 1 && !given_kwonly ? "was" : "were");
        value_release(extra);
    }
    value_release(takes);
    return -1;
}

/* A keyword that fits no parameter: positional-only ones passed by name are told apart. */
static int raise_unexpected_keyword(const Function *function, Value keyword, Value kwnames)
{
    const Code *code = function->code;
    Value list = VALUE_NULL;
    for (int i = 0; i < code->posonly_count; i++) {
        for (int64_t k = 0; k < as_tuple(kwnames)->length; k++) {
            if (!same_name(as_tuple(kwnames)->items[k], parameter_name(code, i)))
                continue;
            Value longer = list ? str_printf("%S, %Y", list, parameter_name(code, i)) : str_printf("%Y", parameter_name(code, i));
            value_release_null(list);
            if (!longer)
                return -1;
            list = longer;
        }
    }
    if (list) {
        raise_error(&exc_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", function->qualname, list);
        value_release(list);
        return -1;
    }
    return raise_error_int(&exc_TypeError, "%S() got an unexpected keyword argument '%S'", function->qualname, keyword);
}

/* ---- binding ---- */

static int bind_keywords(const Function *function, Value *locals, const Value *values, Value kwnames, Value kwargs)
{
    const Code *code = function->code;
    int parameters = code->argcount + code->kwonly_count;
    const Tuple *names = as_tuple(kwnames);
    for (int64_t k = 0; k < names->length; k++) {
        Value name = names->items[k];
        if (!value_is_str(name))
            return raise_error_int(&exc_TypeError, "keywords must be strings");
        int i = code->posonly_count;
        while (i < parameters && name != value_of(parameter_name(code, i)))
            i++;
        if (i == parameters) {
            i = code->posonly_count;
            while (i < parameters && !same_name(name, parameter_name(code, i)))
                i++;
        }
        if (i < parameters) {
            if (locals[i])
                return raise_error_int(&exc_TypeError, "%S() got multiple values for argument '%S'", function->qualname, name);
            locals[i] = value_retain(values[k]);
        } else if (!kwargs) {
            return raise_unexpected_keyword(function, name, kwnames);
        } else if (dict_set(as_dict(kwargs), name, values[k]) < 0) {
            return -1;
        }
    }
    return 0;
}

static int bind_positional_defaults(const Function *function, Value *locals, int nargs)
{
    const Code *code = function->code;
    int defaults = function->defaults ? (int)as_tuple(function->defaults)->length : 0;
    int first_default = code->argcount - defaults;
    for (int i = nargs; i < first_default; i++) {
        if (!locals[i]) {
            bool required[256];
            for (int j = 0; j < 256 && j < code->argcount; j++)
                required[j] = j < first_default;
            return raise_missing(function, locals, required, 0, first_default < 256 ? first_default : 256, "positional");
        }
    }
    for (int i = nargs > first_default ? nargs : first_default; i < code->argcount; i++)
        if (!locals[i])
            locals[i] = value_retain(as_tuple(function->defaults)->items[i - first_default]);
    return 0;
}

static int bind_keyword_defaults(const Function *function, Value *locals)
{
    const Code *code = function->code;
    int from = code->argcount, to = from + code->kwonly_count;
    bool missing = false;
    for (int i = from; i < to; i++) {
        if (locals[i])
            continue;
        Value v = function->kwdefaults ? dict_get_str(as_dict(function->kwdefaults), parameter_name(code, i)) : VALUE_NULL;
        if (v)
            locals[i] = value_retain(v);
        else
            missing = true;
    }
    if (!missing)
        return 0;
    bool required[512];
    for (int i = from; i < to && i < 512; i++)
        required[i] = true;
    return raise_missing(function, locals, required, from, to < 512 ? to : 512, "keyword-only");
}

int call_bind(const Function *function, Value *locals, const Value *args, int nargs, Value kwnames)
{
    const Code *code = function->code;
    int positional = nargs < code->argcount ? nargs : code->argcount;
    int next = code->argcount + code->kwonly_count;
    Value kwargs = VALUE_NULL;
    if (code->flags & CODE_VARKEYWORDS) {
        kwargs = dict_new();
        if (!kwargs)
            return -1;
        locals[next + ((code->flags & CODE_VARARGS) != 0)] = kwargs;
    }
    for (int i = 0; i < positional; i++)
        locals[i] = value_retain(args[i]);
    if (code->flags & CODE_VARARGS) {
        Value rest = tuple_from(args + positional, nargs - positional);
        if (!rest)
            return -1;
        locals[next] = rest;
    }
    if (kwnames && bind_keywords(function, locals, args + nargs, kwnames, kwargs) < 0)
        return -1;
    if (nargs > code->argcount && !(code->flags & CODE_VARARGS))
        return raise_too_many(function, locals, nargs);
    if (nargs < code->argcount && bind_positional_defaults(function, locals, nargs) < 0)
        return -1;
    if (code->kwonly_count && bind_keyword_defaults(function, locals) < 0)
        return -1;
    return 0;
}

Generator *call_new_generator(ThreadState *ts, Function *function)
{
    object_retain(function);
    int flags = function->code->flags;
    Type *type = flags & CODE_GENERATOR ? &type_generator : flags & CODE_COROUTINE ? &type_coroutine : &type_async_generator;
    Generator *generator = xframe_new_generator(ts, type, function);
    if (!generator)
        return NULL;
    generator->name = value_retain(function->name);
    generator->qualname = value_retain(function->qualname);
    generator->code = function->code;
    object_retain(generator->code);
    return generator;
}

static Value begin_generator(ThreadState *ts, Function *function, const Value *args, int nargs, Value kwnames)
{
    Generator *generator = call_new_generator(ts, function);
    if (!generator)
        return VALUE_NULL;
    if (call_bind(function, xframe_locals(generator->xf), args, nargs, kwnames) < 0) {
        value_release(value_of(generator));
        return VALUE_NULL;
    }
    gc_track(generator);
    return value_of(generator);
}

ExecFrame *call_begin(ThreadState *ts, Function *function, const Value *args, int nargs, Value kwnames, Value *generator)
{
    *generator = VALUE_NULL;
    if (function->code->flags & CODE_RESUMABLE) {
        *generator = begin_generator(ts, function, args, nargs, kwnames);
        return NULL;
    }
    object_retain(function);
    ExecFrame *xf = xframe_push_empty(ts, function);
    if (unlikely(!xf))
        return NULL;
    Value *locals = xframe_locals(xf);
    if (!kwnames && nargs == function->code->simple_args) {
        for (int i = 0; i < nargs; i++)
            locals[i] = value_retain(args[i]);
        return xf;
    }
    if (unlikely(call_bind(function, locals, args, nargs, kwnames) < 0)) {
        Value pending = exc_take(); /* the locals' finalizers must not see it */
        xframe_pop(ts, xf);
        exc_restore_steal(pending);
        return NULL;
    }
    return xf;
}
