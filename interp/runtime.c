#include "runtime.h"

#include "abstract.h"
#include "async_hooks.h"
#include "builtins.h"
#include "code.h"
#include "coroutine.h"
#include "exceptions.h"
#include "frameobj.h"
#include "gc.h"
#include "gc_callbacks.h"
#include "generator.h"
#include "import.h"
#include "modules/contextvars.h"
#include "modules/modules.h"
#include "modules/regex.h"
#include "names.h"
#include "thread.h"
#include "trace.h"
#include "traceback.h"
#include "type.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/file.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/module.h"
#include "types/sequence.h"
#include "types/str.h"
#include "types/weakref.h"

/* Each step may use what the steps before it made. */
static int init_core(void)
{
    return thread_init() < 0 || str_init() < 0 || names_init() < 0 || types_init() < 0 || text_types_init() < 0 || numbers_init() < 0 ||
                   container_types_init() < 0 || traceback_init() < 0 || frameobj_init_type() < 0 || generator_init_type() < 0 ||
                   coroutine_init_types() < 0 || weakref_init_types() < 0 || async_generator_init_types() < 0 || type_ready(&type_code) < 0
               ? -1
               : 0;
}

static int init_sys(void)
{
    Str *name = str_intern_cstr("sys");
    Value module = name ? import_module(name, NULL, VALUE_NULL, 0) : VALUE_NULL;
    value_release_null(module);
    return module ? dict_set(as_dict(import_get_modules()), value_of(name_builtins), builtins_module) : -1;
}

int runtime_init(size_t c_stack_bytes)
{
    if (init_core() < 0)
        return -1;
    thread_set_c_stack(c_stack_bytes);
    if (exceptions_init() < 0 || import_init() < 0 || builtins_init() < 0 || init_sys() < 0)
        return -1;
    gc_settle();
    return 0;
}

/* Those in Python leave sys.modules, which memory may not suffice for: what stays dies later. A list of weak references to them. */
static Value take_modules(void)
{
    Value modules = import_get_modules(), names = list_new(0), held = list_new(0), refs = list_new(0), name, module;
    int64_t position = 0;
    while (names && held && refs && dict_next(as_dict(modules), &position, &name, &module))
        if (value_is_str(name) && value_is_heap_exactly(module, &type_module) && module != builtins_module && !module_builtin(name)
            && list_append(held, module) == 0 && list_append(names, name) < 0)
            break;
    exc_clear();
    for (int64_t i = 0; names && i < as_list(names)->length; i++) {
        Value ref = call_value1(value_of(&type_weakref), as_list(held)->items[i]);
        if (ref && list_append_steal(refs, ref) == 0)
            dict_delete(as_dict(modules), as_list(names)->items[i]);
    }
    value_release_null(names);
    value_release_null(held);
    exc_clear();
    return refs;
}

/* As in CPython, modules die together, in one collection, so that finalizers still find all names. What something else holds of them loses its names
 * then, the last imported first; and at last those in C do, which all others use. */
static void clear_modules(void)
{
    Value refs = take_modules();
    gc_collect(2);
    for (int64_t i = refs ? as_list(refs)->length : 0; i-- > 0;) {
        Value module = call_value(as_list(refs)->items[i], NULL, 0, VALUE_NULL);
        if (module && module != VALUE_NONE)
            dict_clear(module_dict(module));
        value_release_null(module);
    }
    value_release_null(refs);
    exc_clear();
    int64_t position = 0;
    Value name, module;
    while (dict_next(as_dict(import_get_modules()), &position, &name, &module))
        if (value_is_heap_exactly(module, &type_module) && module != builtins_module && !str_equal_cstr(name, "sys"))
            dict_clear(module_dict(module));
}

void runtime_fini(void)
{
    trace_fini();
    gc_collect(2);
    gc_callbacks_fini();
    clear_modules();
    gc_collect(2);
    async_hooks_fini();
    contextvars_fini();
    import_fini();
    files_finish();
    stdout_flush();
    exc_clear();
    exceptions_fini();
    builtins_fini();
    gc_fini();
    regex_fini();
    thread_fini();
    str_fini();
}
