/* builtins_compile.c: compile, and source text for eval and exec. */
#include "builtins_compile.h"

#include "builtins_functions.h"
#include "abstract.h"
#include "eval.h"
#include "exceptions.h"
#include "native.h"
#include "options.h"
#include "source.h"
#include "types/bytes.h"
#include "types/bytes_methods.h"
#include "types/codec.h"
#include "types/file.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "warn.h"

#define NATIVE_ARGS Value self, const Value *args, int nargs, Value kwnames

/* The text of a str, bytes or another object with a buffer, UTF-8, and in *owner what holds it (new reference). */
static const char *source_text(Value source, const char *function, const char *what, size_t *length, Value *owner)
{
    const char *text;
    if (value_is_str(source)) {
        if (!(text = source_of_str(source, length)))
            return NULL;
        *owner = value_retain(source);
    } else {
        *owner = value_is_bytes(source) ? value_retain(source) : value_has_buffer(source) ? bytes_copy_of(source) : VALUE_NULL;
        if (!*owner) {
            if (exc_pending() && exc_matches(&exc_MemoryError))
                return NULL;
            exc_clear();
            raise_error(&exc_TypeError, "%s() arg 1 must be a %s object", function, what);
            return NULL;
        }
        text = (const char *)as_bytes(*owner)->data;
        *length = (size_t)as_bytes(*owner)->length;
    }
    if (!memchr(text, 0, *length))
        return text;
    value_clear(owner);
    Value message = str_from_cstr("source code string cannot contain null bytes");
    Value error = message ? call_value1(value_of(&exc_SyntaxError), message) : VALUE_NULL;
    value_release_null(message);
    if (error)
        raise_object_steal(error);
    return NULL;
}

/* An empty expression. CPython has nothing to point at, and reports line 0. */
static void raise_no_expression(const char *filename)
{
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
}

Code *compile_given(Value source, const char *function, const char *what, const char *filename, CompileOptions how)
{
    size_t length;
    Value owner = VALUE_NULL;
    const char *text = source_text(source, function, what, &length, &owner);
    Code *code = NULL;
    how.decoded = value_is_str(source);
    if (text && strcmp(function, "eval") == 0)
        while (length && (*text == ' ' || *text == '\t'))
            text++, length--;
    if (text && !length && how.mode == COMPILE_EVAL)
        raise_no_expression(filename);
    else if (text)
        code = source_compile(text, length, filename, how);
    value_release_null(owner);
    return code;
}

int32_t current_features(void)
{
    ExecFrame *xf = thread_current->current;
    return xf ? xf->func->code->flags & CODE_FUTURE_FEATURES : 0;
}

/* ---- compile ---- */

enum { /* CPython's PyCF_*, beside those of __future__ */
    FLAG_NESTED = 0x10, FLAG_NO_DEDENT = 0x200, FLAG_TREE = 0x400, FLAG_TYPE_COMMENTS = 0x1000, FLAG_TOP_LEVEL_AWAIT = 0x2000, FLAG_INCOMPLETE = 0x4000,
};

static int read_flags(Value v, int *flags)
{
    const int refused = FLAG_NO_DEDENT | FLAG_TREE | FLAG_TOP_LEVEL_AWAIT | FLAG_INCOMPLETE;
    if (v && int_as_int32(v, flags) < 0)
        return -1;
    if (*flags & ~(CODE_FUTURE_FEATURES | FLAG_NESTED | FLAG_TYPE_COMMENTS | refused))
        return raise_error_int(&exc_ValueError, "compile(): unrecognised flags");
    if (*flags & refused)
        return raise_error_int(&exc_NotImplementedError, "compile() has no %s here",
                               *flags & FLAG_TREE              ? "syntax trees (PyCF_ONLY_AST)"
                               : *flags & FLAG_TOP_LEVEL_AWAIT ? "await outside of functions (PyCF_ALLOW_TOP_LEVEL_AWAIT)"
                                                               : "incomplete input (flags 0x200 and 0x4000)");
    return 0;
}

static int read_mode(Value v, CompileMode *mode)
{
    if (str_equal_cstr(v, "exec"))
        *mode = COMPILE_EXEC;
    else if (str_equal_cstr(v, "eval"))
        *mode = COMPILE_EVAL;
    else if (str_equal_cstr(v, "single"))
        *mode = COMPILE_SINGLE;
    else if (str_equal_cstr(v, "func_type"))
        return raise_error_int(&exc_ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    else
        return raise_error_int(&exc_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    return 0;
}

/* A file name as a str: a path, or the bytes of another object, with a DeprecationWarning. */
static Value read_filename(Value v)
{
    Value path;
    if (!value_has_buffer(v) || value_is_bytes(v))
        path = file_path(v, "expected str, bytes or os.PathLike object");
    else if (warn_here(&exc_DeprecationWarning, "path should be string, bytes, or os.PathLike, not %T", v) < 0)
        path = VALUE_NULL;
    else
        path = bytes_copy_of(v);
    if (path && value_is_bytes(path)) {
        Value text = codec_from_system((const char *)as_bytes(path)->data, (size_t)as_bytes(path)->length);
        value_release(path);
        path = text;
    }
    size_t length;
    const char *text = path ? str_utf8(path, &length) : NULL;
    if (text && strlen(text) != length)
        raise_error(&exc_ValueError, "embedded null character");
    if (!text || strlen(text) != length)
        value_clear(&path);
    return path;
}

static Value compile_request(Value source, Value filename, Value mode, const Value *numbers)
{
    int flags = 0, no_inherit = 0, optimize = -1, version;
    CompileOptions how = {0};
    if (!value_is_str(mode))
        return raise_error(&exc_TypeError, "compile() argument 'mode' must be str, not %A", mode);
    if (strlen(str_utf8(mode, NULL)) != (size_t)as_str(mode)->length && as_str(mode)->ascii)
        return raise_error(&exc_ValueError, "embedded null character");
    if (read_flags(numbers[0], &flags) < 0 || (numbers[1] && int_as_int32(numbers[1], &no_inherit) < 0) ||
        (numbers[2] && int_as_int32(numbers[2], &optimize) < 0) || (numbers[3] && int_as_int32(numbers[3], &version) < 0))
        return VALUE_NULL;
    if (optimize < -1 || optimize > 2)
        return raise_error(&exc_ValueError, "compile(): invalid optimize value");
    if (read_mode(mode, &how.mode) < 0)
        return VALUE_NULL;
    how.optimize = optimize < 0 ? options.optimize : optimize;
    how.features = (flags & CODE_FUTURE_FEATURES) | (no_inherit ? 0 : current_features());
    return value_of(compile_given(source, "compile", "string, bytes or AST", str_utf8(filename, NULL), how));
}

Value builtin_compile(NATIVE_ARGS)
{
    (void)self;
    Value bound[7];
    if (!native_bind("compile(source, filename, mode, flags=, dont_inherit=, optimize=, *, _feature_version=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    Value filename = read_filename(bound[1]);
    Value code = filename ? compile_request(bound[0], filename, bound[2], bound + 3) : VALUE_NULL;
    value_release_null(filename);
    return code;
}
