/* weakref.c: module _weakref, what the library's weakref is made of. */
#include "modules.h"

#include "dict.h"
#include "exceptions.h"
#include "int.h"
#include "module.h"
#include "type.h"
#include "weakref.h"

static Value weakref_getweakrefcount(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return int_from_int64(weakref_count(args[0]));
}

static Value weakref_getweakrefs(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return weakref_list(args[0]);
}

static Value weakref_proxy(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    return weakref_proxy_new(args[0], nargs > 1 ? args[1] : VALUE_NULL);
}

static const NativeDef functions[] = {
    {"getweakrefcount", weakref_getweakrefcount, 1, 1, 0},
    {"getweakrefs", weakref_getweakrefs, 1, 1, 0},
    {"proxy", weakref_proxy, 1, 2, 0},
    {NULL, NULL, 0, 0, 0},
};

Value module_weakref_init(void)
{
    static Type *const types[] = {&type_weakref, &type_weak_proxy, &type_weak_callable_proxy};
    Value module = module_from_parts("_weakref", functions, types, 3);
    if (module && module_set(module, "ref", value_retain(value_of(&type_weakref))) < 0)
        value_clear(&module);
    return module;
}
