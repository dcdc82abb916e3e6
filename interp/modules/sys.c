/* The module sys. */
#include "modules.h"

#include "abstract.h"
#include "async_hooks.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "float.h"
#include "frameobj.h"
#include "import.h"
#include "int.h"
#include "list.h"
#include "module.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "text_file.h"
#include "sys_hooks.h"
#include "sys_info.h"
#include "sys_options.h"
#include "thread.h"
#include "trace.h"
#include "traceback.h"
#include "tuple.h"
#include "type.h"

#include <float.h>

static Value sys_module; /* borrowed from sys.modules; set once it exists */

Dict *sys_dict(void) { return module_dict(sys_module); }

int sys_set(const char *name, Value value) { return dict_set_cstr(module_dict(sys_module), name, value); }

Value sys_get(Str *name) { return sys_module ? dict_get_str(module_dict(sys_module), name) : VALUE_NULL; }

static Value sys_getframe(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    int depth = 0;
    if (nargs && int_as_int32(args[0], &depth) < 0)
        return VALUE_NULL;
    FrameObject *fobj = frameobj_current(thread_current, depth < 0 ? 0 : depth);
    return fobj ? value_of(fobj) : VALUE_NULL;
}

static Value sys_exc_info(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value handled = thread_handled_exception(thread_current);
    if (!handled || handled == VALUE_NONE)
        return tuple_pack(3, VALUE_NONE, VALUE_NONE, VALUE_NONE);
    Value traceback = ((ExceptionObject *)value_object(handled))->traceback;
    return tuple_pack(3, value_of(type_of(handled)), handled, traceback ? traceback : VALUE_NONE);
}

static Value sys_exception(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value handled = thread_handled_exception(thread_current);
    return handled ? value_retain(handled) : VALUE_NONE;
}

static Value sys_exit(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    Value exception = call_value(value_of(&exc_SystemExit), args, nargs, VALUE_NULL);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

static Value sys_getrecursionlimit(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return int_from_int64(thread_current->recursion_limit);
}

static Value sys_setrecursionlimit(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int limit;
    if (int_as_int32(args[0], &limit) < 0)
        return VALUE_NULL;
    if (limit < 1)
        return raise_error(&exc_ValueError, "recursion limit must be greater or equal than 1");
    return thread_set_recursion_limit(limit) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value sys_getrefcount(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return int_from_int64(value_is_object(args[0]) ? value_object(args[0])->refs : 1u << 30);
}

static Value sys_intern(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "intern() argument must be str, not %A", args[0]);
    if (!value_is_exactly_str(args[0]))
        return raise_error(&exc_TypeError, "can't intern %T", args[0]);
    Value result = value_retain(args[0]);
    str_intern_in_place(&result);
    return result;
}

/* What __sizeof__ says and, for objects the collector knows, its header. */
static Value sys_getsizeof(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value given[2];
    if (!native_bind("getsizeof(object, default=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    static Str *name;
    if (!name && !(name = str_intern_cstr("__sizeof__")))
        return VALUE_NULL;
    bool found;
    int64_t size = -1;
    Value answer = call_special(given[0], name, NULL, 0, &found);
    if (answer && !value_is_int(answer))
        raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", answer);
    else if (answer && (!int_fits_int64(answer, &size) || size < 0))
        raise_error(&exc_ValueError, "__sizeof__() should return >= 0");
    value_release_null(answer);
    if (size >= 0)
        return int_from_int64(size + (type_of(given[0])->flags & TYPE_GC ? (int64_t)sizeof(GcHead) : 0));
    return given[1] && exc_clear_if(&exc_TypeError) ? value_retain(given[1]) : VALUE_NULL;
}

static Value sys_getdefaultencoding(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return str_from_cstr("utf-8");
}

static Value sys_get_digits(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return int_from_int64(int_max_str_digits);
}

static Value sys_set_digits(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value given[1];
    int digits;
    if (!native_bind("set_int_max_str_digits(maxdigits)", args, nargs, kwnames, given))
        return VALUE_NULL;
    if (int_as_int32(given[0], &digits) < 0)
        return VALUE_NULL;
    if (digits != 0 && digits < INT_STR_DIGITS_THRESHOLD)
        return raise_error(&exc_ValueError, "maxdigits must be 0 or larger than %d", INT_STR_DIGITS_THRESHOLD);
    int_max_str_digits = digits;
    return VALUE_NONE;
}

static Value sys_getfilesystemencodeerrors(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return str_from_cstr("surrogateescape");
}

static Value sys_is_finalizing(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return VALUE_FALSE;
}

static double switch_interval = 0.005;

static Value sys_getswitchinterval(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return float_new(switch_interval);
}

static Value sys_setswitchinterval(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double interval;
    if (value_as_double(args[0], &interval) < 0)
        return VALUE_NULL;
    if (interval <= 0.0)
        return raise_error(&exc_ValueError, "switch interval must be strictly positive");
    switch_interval = interval;
    return VALUE_NONE;
}

static Value sys_settrace(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return trace_set(args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value sys_setprofile(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return trace_set_profiler(args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value sys_gettrace(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value function = thread_current->trace.function;
    return function ? value_retain(function) : VALUE_NONE;
}

static Value sys_getprofile(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Value function = thread_current->trace.profiler;
    return function ? value_retain(function) : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"settrace", sys_settrace, 1, 1, 0},
    {"gettrace", sys_gettrace, 0, 0, 0},
    {"setprofile", sys_setprofile, 1, 1, 0},
    {"getprofile", sys_getprofile, 0, 0, 0},
    {"_getframe", sys_getframe, 0, 1, 0},
    {"exc_info", sys_exc_info, 0, 0, 0},
    {"exception", sys_exception, 0, 0, 0},
    {"exit", sys_exit, 0, 1, 0},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, 0},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1, 0},
    {"getrefcount", sys_getrefcount, 1, 1, 0},
    {"intern", sys_intern, 1, 1, 0},
    {"getsizeof", sys_getsizeof, 1, 2, NATIVE_KEYWORDS},
    {"getdefaultencoding", sys_getdefaultencoding, 0, 0, 0},
    {"getfilesystemencoding", sys_getdefaultencoding, 0, 0, 0},
    {"getfilesystemencodeerrors", sys_getfilesystemencodeerrors, 0, 0, 0},
    {"get_int_max_str_digits", sys_get_digits, 0, 0, 0},
    {"set_int_max_str_digits", sys_set_digits, 1, 1, NATIVE_KEYWORDS},
    {"getswitchinterval", sys_getswitchinterval, 0, 0, 0},
    {"setswitchinterval", sys_setswitchinterval, 1, 1, 0},
    {"is_finalizing", sys_is_finalizing, 0, 0, 0},
    {0},
};

static int add_streams(Value module)
{
    static const char *const names[3][2] = {{"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (int i = 0; i < 3; i++) {
        Value stream = text_file_standard(i);
        int status = stream ? module_set(module, names[i][0], value_retain(stream)) : -1;
        if (status < 0)
            value_release_null(stream);
        if (status < 0 || module_set(module, names[i][1], stream) < 0)
            return -1;
    }
    return 0;
}

static int add_names(Value module)
{
    return sys_info_add(module) < 0 || sys_hooks_add(module) < 0 || async_hooks_add(module) < 0 || add_streams(module) < 0 || module_set(module, "version", str_from_cstr(SYS_VERSION)) < 0 ||
                   module_set(module, "platform", str_from_cstr("linux")) < 0 ||
                   module_set(module, "byteorder", str_from_cstr("little")) < 0 ||
                   module_set(module, "maxsize", int_from_int64(INT64_MAX)) < 0 ||
                   module_set(module, "maxunicode", int_from_int64(0x10ffff)) < 0 ||
                   module_set(module, "prefix", str_from_cstr("")) < 0 ||
                   module_set(module, "exec_prefix", str_from_cstr("")) < 0 || module_set(module, "base_prefix", str_from_cstr("")) < 0 ||
                   module_set(module, "float_repr_style", str_from_cstr("short")) < 0 ||
                   module_set(module, "abiflags", str_from_cstr("")) < 0 || module_set(module, "hexversion", int_from_int64(0x030b00f0)) < 0 ||
                   sys_options_add(module) < 0 ||
                   module_set(module, "modules", value_retain(import_get_modules())) < 0
               ? -1
               : 0;
}

Value module_sys_init(void)
{
    Value module = module_new("sys");
    if (module && (module_add_functions(module, functions) < 0 || add_names(module) < 0)) {
        value_release(module);
        return VALUE_NULL;
    }
    sys_module = module;
    return module;
}
