/* eval_names.c: globals, namespaces, cells and imports. */
#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "eval_slow.h"
#include "import.h"
#include "modules/sys_hooks.h"
#include "names.h"
#include "types/cell.h"
#include "types/str.h"

static Instr *mutable_instr(const Instr *pc) { return (Instr *)(uintptr_t)pc; } /* caches are part of the code object */

static int raise_name(ExecFrame *xf, const char *format, Str *name)
{
    (void)xf;
    raise_error(&exc_NameError, format, name);
    ExceptionObject *exception = (ExceptionObject *)value_object(thread_current->pending);
    if (exception->head.type == &exc_NameError) {
        object_retain(name);
        value_set_steal(&exception->fields[0], value_of(name));
    }
    return -1;
}

/* ---- globals ---- */

/* Builtins that are an instance of a subclass of dict have a __getitem__ of their own. New reference; VALUE_NULL: absent or raised. */
static Value get_builtin(ExecFrame *xf, Str *name)
{
    Dict *builtins = xf->func->builtins;
    if (likely(builtins->head.type == &type_dict))
        return value_retain_null(dict_get_str(builtins, name));
    Value v = value_getitem(value_of(builtins), value_of(name));
    if (!v)
        exc_clear_if(&exc_KeyError);
    return v;
}

static Value get_builtin_or_raise(ExecFrame *xf, Str *name)
{
    Value v = get_builtin(xf, name);
    if (!v && !exc_pending())
        raise_name(xf, "name '%Y' is not defined", name);
    return v;
}

/* Globals that are an instance of a subclass of dict have __getitem__ and __missing__ of their own. New reference, or VALUE_NULL: raised. */
static Value get_global_item(ExecFrame *xf, Str *name)
{
    Value v = value_getitem(value_of(xf->func->globals), value_of(name));
    return v || !exc_clear_if(&exc_KeyError) ? v : get_builtin_or_raise(xf, name);
}

static Value lookup_global(ExecFrame *xf, Str *name) /* new reference; VALUE_NULL: raised */
{
    Value v = dict_get_str(xf->func->globals, name);
    return v ? value_retain(v) : get_builtin_or_raise(xf, name);
}

int eval_load_global(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Str *name = eval_name(xf, pc->b);
    Dict *globals = xf->func->globals, *builtins = xf->func->builtins;
    Instr *cache = mutable_instr(pc);
    Value v;
    if (unlikely(globals->head.type != &type_dict || builtins->head.type != &type_dict)) {
        if (!(v = get_global_item(xf, name)))
            return -1;
        eval_store(xf, pc->a, v);
        return 0;
    }
    int64_t index = dict_index_of_str(globals, name);
    if (index >= 0) {
        v = globals->entries[index].value;
        cache[1].word = EVAL_CACHE_ENTRY(dict_keys_version(globals), index);
        cache->op = index < EVAL_CACHE_ENTRY_MAX ? OP_LOAD_GLOBAL_MODULE : OP_LOAD_GLOBAL;
    } else if ((index = dict_index_of_str(builtins, name)) >= 0) {
        v = builtins->entries[index].value;
        cache[1].word = dict_keys_version(globals);
        cache[2].word = EVAL_CACHE_ENTRY(dict_keys_version(builtins), index);
        cache->op = index < EVAL_CACHE_ENTRY_MAX ? OP_LOAD_GLOBAL_BUILTIN : OP_LOAD_GLOBAL;
    } else {
        return raise_name(xf, "name '%Y' is not defined", name);
    }
    eval_store(xf, pc->a, value_retain(v));
    return 0;
}

int eval_store_global(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(dict_set_str(xf->func->globals, eval_name(xf, pc->b), EVAL_OPERAND(pc->a)) < 0))
        return -1;
    eval_drop(xf, pc->a);
    return 0;
}

int eval_delete_global(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Str *name = eval_name(xf, pc->b);
    int deleted = dict_delete_str(xf->func->globals, name);
    return deleted > 0 ? 0 : deleted < 0 ? -1 : raise_name(xf, "name '%Y' is not defined", name);
}

/* ---- namespaces ---- */

static Value namespace_of(ExecFrame *xf) { return xframe_locals(xf)[0]; }

/* In a namespace that may be any mapping: new reference; VALUE_NULL: absent or raised. */
static Value namespace_get(ExecFrame *xf, Str *name)
{
    Value names = namespace_of(xf);
    if (likely(value_is_heap_exactly(names, &type_dict)))
        return value_retain_null(dict_get_str(as_dict(names), name));
    Value v = value_getitem(names, value_of(name));
    if (!v)
        exc_clear_if(&exc_KeyError);
    return v;
}

int eval_load_name(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Str *name = eval_name(xf, pc->b);
    Value v = namespace_get(xf, name);
    if (!v && (exc_pending() || !(v = lookup_global(xf, name))))
        return -1;
    eval_store(xf, pc->a, v);
    return 0;
}

int eval_store_name(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value names = namespace_of(xf), v = EVAL_OPERAND(pc->a);
    Str *name = eval_name(xf, pc->b);
    int status = value_is_heap_exactly(names, &type_dict) ? dict_set_str(as_dict(names), name, v) : value_setitem(names, value_of(name), v);
    if (unlikely(status < 0))
        return -1;
    eval_drop(xf, pc->a);
    return 0;
}

int eval_delete_name(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value names = namespace_of(xf);
    Str *name = eval_name(xf, pc->b);
    if (value_is_heap_exactly(names, &type_dict)) {
        int deleted = dict_delete_str(as_dict(names), name);
        return deleted > 0 ? 0 : deleted < 0 ? -1 : raise_name(xf, "name '%Y' is not defined", name);
    }
    if (value_delitem(names, value_of(name)) == 0)
        return 0;
    return exc_clear_if(&exc_KeyError) ? raise_name(xf, "name '%Y' is not defined", name) : -1;
}

int eval_load_classderef(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value v = VALUE_NULL;
    xf->pc = pc;
    if (xf->func->code->flags & CODE_NAMESPACE) {
        v = namespace_get(xf, eval_name(xf, pc->c));
        if (!v && exc_pending())
            return -1;
    }
    if (!v) {
        v = as_cell(as_tuple(xf->func->closure)->items[pc->b])->value;
        if (!v)
            return eval_raise_unbound_free(ts, xf, pc);
        value_retain(v);
    }
    eval_store(xf, pc->a, v);
    return 0;
}

int eval_setup_annotations(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value names = xf->func->code->flags & CODE_NAMESPACE ? namespace_of(xf) : value_of(xf->func->globals);
    Value present = value_getitem(names, value_of(name___annotations__)); /* what is no mapping is asked so too */
    if (present || !exc_clear_if(&exc_KeyError)) {
        value_release_null(present);
        return present ? 0 : -1;
    }
    Value dict = dict_new();
    if (!dict)
        return -1;
    int status = value_setitem(names, value_of(name___annotations__), dict);
    value_release(dict);
    return status;
}

/* ---- locals and cells ---- */

static int raise_unbound(const Str *name)
{
    return raise_error_int(&exc_UnboundLocalError, "cannot access local variable '%Y' where it is not associated with a value", name);
}

int eval_unbound_local(const ExecFrame *xf, int local) { return raise_unbound(code_local_name(xf->func->code, local)); }

int eval_raise_unbound_local(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    return eval_unbound_local(xf, pc->a + xf->func->code->local_count);
}

int eval_raise_unbound_cell(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    return raise_unbound(code_local_name(xf->func->code, pc->b + xf->func->code->local_count));
}

int eval_raise_unbound_free(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    return raise_name(xf, "cannot access free variable '%Y' where it is not associated with a value in enclosing scope",
                      (Str *)value_object(xf->func->code->freevars->items[pc->b]));
}

int eval_delete_local(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    if (!EVAL_OPERAND(pc->a))
        return eval_raise_unbound_local(ts, xf, pc);
    value_clear(&EVAL_OPERAND(pc->a));
    return 0;
}

int eval_make_cell(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *slot = &EVAL_OPERAND(pc->a);
    Value cell = cell_new(*slot);
    if (!cell)
        return -1;
    value_set_steal(slot, cell);
    return 0;
}

int eval_delete_cell(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Cell *cell = as_cell(EVAL_OPERAND(pc->b));
    if (!cell->value)
        return eval_raise_unbound_cell(ts, xf, pc);
    value_clear(&cell->value);
    return 0;
}

int eval_delete_free(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Cell *cell = as_cell(as_tuple(xf->func->closure)->items[pc->b]);
    if (!cell->value)
        return eval_raise_unbound_free(ts, xf, pc);
    value_clear(&cell->value);
    return 0;
}

/* ---- builtins and imports ---- */

int eval_load_build_class(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value v = get_builtin(xf, name___build_class__);
    if (!v)
        return exc_pending() ? -1 : raise_error_int(&exc_NameError, "__build_class__ not found");
    eval_store(xf, pc->a, v);
    return 0;
}

/* X[a] = level, X[a+1] = fromlist. */
int eval_import_name(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *slot = &EVAL_OPERAND(pc->a);
    Str *name = eval_name(xf, pc->b);
    Value importer = dict_get_str(xf->func->builtins, name___import__), module;
    if (!importer)
        return raise_error_int(&exc_ImportError, "__import__ not found");
    if (value_is_function(importer)) { /* replaced by the program */
        Value args[5] = {value_of(name), value_of(xf->func->globals), VALUE_NONE, slot[1], slot[0]};
        module = call_value(importer, args, 5, VALUE_NULL);
    } else {
        module = import_module(name, xf->func->globals, slot[1], value_small_int(slot[0]));
    }
    if (!module)
        return -1;
    value_release(slot[0]);
    value_release(slot[1]);
    slot[0] = module;
    return 0;
}

int eval_import_from(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value v = import_from(EVAL_OPERAND(pc->b), eval_name(xf, pc->c));
    if (!v)
        return -1;
    eval_store(xf, pc->a, v);
    return 0;
}

/* Names for `from module import *`: __all__, or the keys of __dict__ without the private ones. */
static int import_all(Value module, Value names)
{
    Value all = VALUE_NULL, list = VALUE_NULL;
    int found = value_lookup_attr(module, name___all__, &all), status = -1;
    if (found < 0)
        return -1;
    if (!found) {
        Value dict = VALUE_NULL;
        int has_dict = value_lookup_attr(module, name___dict__, &dict);
        if (has_dict <= 0)
            return has_dict < 0 ? -1 : raise_error_int(&exc_ImportError, "from-import-* object has no __dict__ and no __all__");
        all = call_method(dict, name_keys, NULL, 0);
        value_release(dict);
        if (!all)
            return -1;
    }
    list = list_from_iterable(all);
    value_release(all);
    if (!list)
        return -1;
    for (int64_t i = 0; i < as_list(list)->length; i++) {
        Value name = as_list(list)->items[i];
        if (!value_is_str(name)) {
            raise_error(&exc_TypeError, "Item in module's __all__ must be str, not %T", name);
            goto out;
        }
        if (!found && as_str(name)->length && str_point_at(as_str(name), 0) == '_')
            continue;
        Value v = value_getattr(module, as_str(name));
        if (!v)
            goto out;
        int set = value_setitem(names, name, v);
        value_release(v);
        if (set < 0)
            goto out;
    }
    status = 0;
out:
    value_release(list);
    return status;
}

int eval_import_star(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value names = xf->func->code->flags & CODE_NAMESPACE ? namespace_of(xf) : value_of(xf->func->globals);
    if (import_all(EVAL_OPERAND(pc->a), names) < 0)
        return -1;
    eval_drop(xf, pc->a);
    return 0;
}

int eval_print_expr(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (sys_display(EVAL_OPERAND(pc->a)) < 0)
        return -1;
    eval_drop(xf, pc->a);
    return 0;
}
