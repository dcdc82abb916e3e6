/* async_hooks.c: the two hooks, and which generator has which finalizer: kept beside the generators, for hardly a program sets hooks. */
#include "async_hooks.h"

#include "abstract.h"
#include "exceptions.h"
#include "modules/struct_sequence.h"
#include "native.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/module.h"

static const char *const hook_fields[] = {"firstiter", "finalizer", NULL};
static StructSequence hooks_type = STRUCT_SEQUENCE("asyncgen_hooks", hook_fields);
static Value first_iter, finalizer; /* owned; VALUE_NULL: none */
static Value finalizers;            /* dict: key_of(generator) to its finalizer; VALUE_NULL before the first */

static Value key_of(const Generator *generator) { return int_from_int64((int64_t)((uintptr_t)generator >> 4)); }

static int keep_finalizer(Generator *generator)
{
    if (!finalizers && !(finalizers = dict_new()))
        return -1;
    Value key = key_of(generator);
    int status = key ? dict_set(as_dict(finalizers), key, finalizer) : -1;
    value_release_null(key);
    if (status == 0)
        generator->hooks |= HOOKS_FINALIZER;
    return status;
}

int async_hooks_begin(Generator *generator)
{
    generator->hooks = HOOKS_ASKED;
    if (finalizer && keep_finalizer(generator) < 0)
        return -1;
    if (!first_iter)
        return 0;
    Value hook = value_retain(first_iter), result = call_value1(hook, value_of(generator));
    value_release(hook);
    value_release_null(result);
    return result ? 0 : -1;
}

bool async_hooks_end(Generator *generator)
{
    if (!(generator->hooks & HOOKS_FINALIZER) || generator->closed || !finalizers)
        return false;
    Value pending = exc_take(), key = key_of(generator), hook = key ? dict_get(as_dict(finalizers), key) : VALUE_NULL;
    value_retain_null(hook);
    Value result = hook ? call_value1(hook, value_of(generator)) : VALUE_NULL;
    if (!result)
        exc_write_unraisable(value_of(generator));
    value_release_null(result);
    value_release_null(hook);
    value_release_null(key);
    exc_restore_steal(pending);
    return true;
}

void async_hooks_forget(Generator *generator)
{
    Value pending = exc_take(), key = finalizers ? key_of(generator) : VALUE_NULL;
    if (key)
        dict_delete(as_dict(finalizers), key);
    value_release_null(key);
    exc_restore_steal(pending);
}

/* ---- what sys has ---- */

/* `given`: None, or what can be called; VALUE_NULL leaves the hook as it is. */
static int set_hook(Value *hook, Value given, const char *name)
{
    if (given && given != VALUE_NONE && !value_is_callable(given))
        return raise_error_int(&exc_TypeError, "callable %s expected, got %.50T", name, given);
    if (given)
        value_set_steal(hook, given == VALUE_NONE ? VALUE_NULL : value_retain(given));
    return 0;
}

static Value set_asyncgen_hooks(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    if (nargs > 2)
        return raise_error(&exc_TypeError, "function takes at most 2 arguments (%d given)", nargs);
    if (!native_bind("this function(firstiter=, finalizer=)", args, nargs, kwnames, given) || set_hook(&finalizer, given[1], "finalizer") < 0 ||
        set_hook(&first_iter, given[0], "firstiter") < 0)
        return VALUE_NULL;
    return VALUE_NONE;
}

static Value get_asyncgen_hooks(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value hooks[2] = {first_iter ? value_retain(first_iter) : VALUE_NONE, finalizer ? value_retain(finalizer) : VALUE_NONE};
    return struct_sequence_new_steal(&hooks_type, hooks, 2);
}

static const NativeDef functions[] = {{"set_asyncgen_hooks", set_asyncgen_hooks, 0, -1, NATIVE_KEYWORDS}, {"get_asyncgen_hooks", get_asyncgen_hooks, 0, 0, 0}, {0}};

int async_hooks_add(Value module) { return module_add_functions(module, functions); }

void async_hooks_fini(void)
{
    value_clear(&first_iter);
    value_clear(&finalizer);
    value_clear(&finalizers);
}
