/* gc.c: module gc; its functions are part of the collector (interp/gc.c). */
#include "modules.h"

#include "gc.h"
#include "gc_callbacks.h"
#include "types/list.h"
#include "types/module.h"

Value module_gc_init(void)
{
    Value module = module_new("gc");
    if (module && (module_add_functions(module, gc_module_functions) < 0 || module_set(module, "garbage", list_new(0)) < 0 ||
                   module_set(module, "callbacks", gc_callbacks_list()) < 0 || module_set(module, "DEBUG_STATS", value_from_small_int(1)) < 0 ||
                   module_set(module, "DEBUG_COLLECTABLE", value_from_small_int(2)) < 0 || module_set(module, "DEBUG_UNCOLLECTABLE", value_from_small_int(4)) < 0 ||
                   module_set(module, "DEBUG_SAVEALL", value_from_small_int(32)) < 0 || module_set(module, "DEBUG_LEAK", value_from_small_int(38)) < 0))
        value_clear(&module);
    return module;
}
