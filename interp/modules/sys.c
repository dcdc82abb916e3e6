/* The module sys. */
#include "modules.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "float.h"
#include "frameobj.h"
#include "import.h"
#include "int.h"
#include "list.h"
#include "module.h"
#include "str.h"
#include "stream.h"
#include "thread.h"
#include "traceback.h"
#include "tuple.h"
#include "type.h"

#include <float.h>

static Value sys_module; /* borrowed from sys.modules; set once it exists */

int sys_set(const char *name, Value value) { return dict_set_cstr(module_dict(sys_module), name, value); }

Value sys_get(const char *name)
{
    Str *key = str_intern_cstr(name);
    if (!key) {
        exc_clear();
        return VALUE_NULL;
    }
    return sys_module ? dict_get_str(module_dict(sys_module), key) : VALUE_NULL;
}

static Value sys_getframe(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    int64_t depth = 0;
    if (nargs && int_as_int64(args[0], &depth) < 0)
        return VALUE_NULL;
    if (depth < 0)
        depth = 0;
    FrameObject *fobj = frameobj_current(thread_current, depth > INT32_MAX ? INT32_MAX : (int)depth);
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
    int64_t limit;
    Value index = value_index(args[0]);
    if (!index)
        return VALUE_NULL;
    int status = int_as_int64(index, &limit);
    value_release(index);
    if (status < 0)
        return VALUE_NULL;
    if (limit > INT32_MAX)
        return raise_error(&exc_OverflowError, "Python int too large to convert to C int");
    if (limit < 1)
        return raise_error(&exc_ValueError, "recursion limit must be greater or equal than 1");
    return thread_set_recursion_limit((int)limit) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value sys_getrefcount(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return int_from_int64(value_is_object(args[0]) ? value_object(args[0])->refs : 1u << 30);
}

static Value sys_intern(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_exactly_str(args[0]))
        return raise_error(&exc_TypeError, "can't intern %T", args[0]);
    Value result = value_retain(args[0]);
    str_intern_in_place(&result);
    return result;
}

static Value sys_getsizeof(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return int_from_int64(value_is_object(args[0]) ? (int64_t)type_of(args[0])->size : 8);
}

static Value sys_getdefaultencoding(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return str_from_cstr("utf-8");
}

static const NativeDef functions[] = {
    {"_getframe", sys_getframe, 0, 1, 0},
    {"exc_info", sys_exc_info, 0, 0, 0},
    {"exception", sys_exception, 0, 0, 0},
    {"exit", sys_exit, 0, 1, 0},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, 0},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1, 0},
    {"getrefcount", sys_getrefcount, 1, 1, 0},
    {"intern", sys_intern, 1, 1, 0},
    {"getsizeof", sys_getsizeof, 1, 2, 0},
    {"getdefaultencoding", sys_getdefaultencoding, 0, 0, 0},
    {0},
};

static int add_names(Value module)
{
    Value version_info = VALUE_NULL, final = str_from_cstr("final");
    if (final) {
        Value parts[5] = {int_from_int64(3), int_from_int64(11), int_from_int64(0), final, int_from_int64(0)};
        version_info = tuple_from_steal(parts, 5);
    }
    return module_set(module, "version_info", version_info) < 0 ||
                   module_set(module, "version", str_from_cstr("3.11.0 (framebench core)")) < 0 ||
                   module_set(module, "platform", str_from_cstr("linux")) < 0 ||
                   module_set(module, "byteorder", str_from_cstr("little")) < 0 ||
                   module_set(module, "maxsize", int_from_int64(INT64_MAX)) < 0 ||
                   module_set(module, "maxunicode", int_from_int64(0x10ffff)) < 0 ||
                   module_set(module, "executable", str_from_cstr("")) < 0 ||
                   module_set(module, "argv", list_new(0)) < 0 || module_set(module, "path", list_new(0)) < 0 ||
                   module_set(module, "modules", value_retain(import_get_modules())) < 0 ||
                   module_set(module, "stdin", stream_new(0)) < 0 || module_set(module, "stdout", stream_new(1)) < 0 ||
                   module_set(module, "stderr", stream_new(2)) < 0 || module_set(module, "__stdout__", stream_new(1)) < 0 ||
                   module_set(module, "__stderr__", stream_new(2)) < 0
               ? -1
               : 0;
}

Value module_sys_init(void)
{
    if (stream_init() < 0)
        return VALUE_NULL;
    Value module = module_new("sys");
    if (module && (module_add_functions(module, functions) < 0 || add_names(module) < 0)) {
        value_release(module);
        return VALUE_NULL;
    }
    sys_module = module;
    return module;
}
