/* eval_call.c: calls that the eval loop does not inline: binding through the binder, classes, bound methods, keywords, *args and **kwargs. */
#include "abstract.h"
#include "call.h"
#include "eval_slow.h"
#include "gc.h"
#include "names.h"
#include "native.h"
#include "slot_calls.h"
#include "type.h"
#include "types/method.h"
#include "types/str.h"

/* All calls meet here. window[0] is the callable, window[1..] nargs positional and then the keyword values; X[pc->a] gets the result.
 * The window is `result_slot` or one or more slots above it. */
typedef struct CallSite {
    ThreadState *ts;
    ExecFrame *xf;
    Value *result_slot;
    Value *window;
    int nargs, total; /* positional; with keyword values */
    Value kwnames;    /* borrowed; VALUE_NULL: none */
    int room;         /* slots behind the window that the caller's frame has: CODE_WINDOW_SLACK less what the window has grown */
} CallSite;

static void release_window(const CallSite *site)
{
    for (int i = 0; i <= site->total; i++) /* the callable first, as in CPython */
        value_release(site->window[i]);
}

/* The result (VALUE_NULL: raised) of a call done in C. */
static ExecFrame *call_done(const CallSite *site, Value result)
{
    if (likely(result)) {
        release_window(site);
        *site->result_slot = result;
        return site->xf;
    }
    Value pending = exc_take();
    release_window(site);
    exc_restore_steal(pending);
    return NULL;
}

/* ---- binding in place: the positional arguments stay where they are, the rest is put beside them ----
 *
 * Everything that may fail is looked at before the window is touched, so that the binder of call.c can report it from the same window. */

enum { BIND_KEYWORDS_MAX = 16, BIND_PARAMETERS_MAX = 64 };

typedef struct Binding {
    Value keyword_values[BIND_KEYWORDS_MAX];
    uint8_t keyword_places[BIND_KEYWORDS_MAX]; /* local of each */
    int keyword_count;
    uint64_t bound;   /* bit per parameter */
    int positional;   /* arguments that are parameters already */
} Binding;

/* Where the keywords go: false when one is unknown, repeated, or not an interned name. */
static bool place_keywords(Binding *binding, const Code *code, const CallSite *site)
{
    const Tuple *names = as_tuple(site->kwnames);
    int parameters = code->argcount + code->kwonly_count;
    const Value *parameter_names = code->varnames->items;
    if (names->length > BIND_KEYWORDS_MAX)
        return false;
    binding->keyword_count = (int)names->length;
    for (int k = 0; k < binding->keyword_count; k++) {
        int i = code->posonly_count;
        while (i < parameters && parameter_names[i] != names->items[k])
            i++;
        if (i == parameters || binding->bound >> i & 1)
            return false;
        binding->bound |= UINT64_C(1) << i;
        binding->keyword_places[k] = (uint8_t)i;
        binding->keyword_values[k] = site->window[1 + site->nargs + k];
    }
    return true;
}

static int default_count(const Function *function) { return function->defaults ? (int)as_tuple(function->defaults)->length : 0; }

/* True when every parameter that is not bound has a default. */
static bool defaults_suffice(const Binding *binding, const Function *function)
{
    const Code *code = function->code;
    int from = binding->positional, required = code->argcount - default_count(function);
    for (int i = from; i < required; i++)
        if (!(binding->bound >> i & 1))
            return false;
    for (int i = code->argcount; i < code->argcount + code->kwonly_count; i++)
        if (!(binding->bound >> i & 1) &&
            !(function->kwdefaults && dict_get_str(as_dict(function->kwdefaults), (Str *)value_object(code->varnames->items[i]))))
            return false;
    return true;
}

static void fill_defaults(const Binding *binding, const Function *function, Value *locals)
{
    const Code *code = function->code;
    int first_default = code->argcount - default_count(function);
    for (int i = binding->positional; i < code->argcount; i++)
        if (!locals[i])
            locals[i] = value_retain(as_tuple(function->defaults)->items[i - first_default]);
    for (int i = code->argcount; i < code->argcount + code->kwonly_count; i++)
        if (!locals[i])
            locals[i] = value_retain(dict_get_str(as_dict(function->kwdefaults), (Str *)value_object(code->varnames->items[i])));
}

/* The window's arguments as the locals of a callee with `flags`; *callee NULL: raised, the window is consumed. False: nothing was touched,
 * the general binder must look at it. */
static bool bind_in_place(const CallSite *site, Function *function, ExecFrame **callee)
{
    const Code *code = function->code;
    if (code->flags & (CODE_RESUMABLE | CODE_VARKEYWORDS | CODE_NAMESPACE) || code->argcount + code->kwonly_count > BIND_PARAMETERS_MAX - 1)
        return false;
    Binding binding;
    binding.positional = site->nargs < code->argcount ? site->nargs : code->argcount;
    binding.bound = (UINT64_C(1) << binding.positional) - 1;
    binding.keyword_count = 0;
    bool collects = code->flags & CODE_VARARGS;
    if (site->nargs > code->argcount && !collects)
        return false;
    if ((site->kwnames && !place_keywords(&binding, code, site)) || !defaults_suffice(&binding, function))
        return false;
    Value rest = VALUE_NULL;
    if (collects) {
        rest = tuple_new(site->nargs - binding.positional);
        if (!rest) {
            exc_clear(); /* the general binder will raise it again */
            return false;
        }
        for (int i = binding.positional; i < site->nargs; i++)
            as_tuple(rest)->items[i - binding.positional] = site->window[1 + i];
    }
    ExecFrame *xf = *callee = xframe_push_partial(site->ts, site->xf, site->window, binding.positional, function);
    if (unlikely(!xf)) {
        Value pending = exc_take();
        for (int k = 0; k < binding.keyword_count; k++)
            value_release(binding.keyword_values[k]);
        value_release_null(rest);
        exc_restore_steal(pending);
        return true;
    }
    Value *locals = xframe_locals(xf);
    for (int k = 0; k < binding.keyword_count; k++)
        locals[binding.keyword_places[k]] = binding.keyword_values[k];
    if (binding.positional < code->argcount || code->kwonly_count)
        fill_defaults(&binding, function, locals);
    if (collects)
        locals[code->argcount + code->kwonly_count] = rest;
    return true;
}

/* How many parameters the arguments are when keywords that continue the positional ones in the order of the parameters count as positional,
 * and at most `room` defaults are put behind them in the window (retained): all of them, or -1: the call is not so simple. */
static inline int complete_window(const Function *function, Value *window, int nargs, Value kwnames, int room)
{
    const Code *code = function->code;
    int parameters = code->simple_args;
    if (kwnames) {
        const Tuple *names = as_tuple(kwnames);
        if (nargs < code->posonly_count || nargs + names->length > parameters)
            return -1;
        for (int64_t k = 0; k < names->length; k++)
            if (code->varnames->items[nargs + k] != names->items[k])
                return -1;
        nargs += (int)names->length;
    }
    int missing = parameters - nargs;
    if (missing == 0)
        return parameters;
    if (missing < 0 || missing > room || !function->defaults)
        return -1;
    const Tuple *defaults = as_tuple(function->defaults);
    if (defaults->length < missing)
        return -1;
    const Value *from = defaults->items + (defaults->length - missing);
    for (int i = 0; i < missing; i++)
        window[1 + nargs + i] = value_retain(from[i]);
    return parameters;
}

/* A generator (or its kin) of the function in the window, whose positional arguments, all that it takes, move into it. VALUE_NULL: not so simple
 * a call, and the window is untouched. */
static Value begin_generator(ThreadState *ts, Value *window, int nargs)
{
    Function *function = (Function *)value_object(window[0]);
    const Code *code = function->code;
    if (!(code->flags & CODE_RESUMABLE) || code->flags & (CODE_VARARGS | CODE_VARKEYWORDS | CODE_NAMESPACE) || code->kwonly_count || nargs != code->argcount)
        return VALUE_NULL;
    Generator *generator = call_new_generator(ts, function);
    if (unlikely(!generator)) {
        exc_clear(); /* will be raised again */
        return VALUE_NULL;
    }
    memcpy(xframe_locals(generator->xf), window + 1, (size_t)nargs * sizeof *window);
    gc_track(generator);
    object_release(function); /* the generator holds it */
    return value_of(generator);
}

static ExecFrame *call_function(const CallSite *site, Function *function, uintptr_t flags)
{
    ExecFrame *callee;
    Value made;
    if (likely(function->code->simple_args == site->nargs && !site->kwnames) ||
        complete_window(function, site->window, site->nargs, site->kwnames, site->room) >= 0) {
        callee = xframe_push(site->ts, site->xf, site->window, function);
    } else if (!site->kwnames && (made = begin_generator(site->ts, site->window, site->nargs))) {
        *site->result_slot = made;
        return site->xf;
    } else if (!bind_in_place(site, function, &callee)) {
        callee = call_begin(site->ts, function, site->window + 1, site->nargs, site->kwnames, &made);
        if (!callee)
            return call_done(site, made);
        /* The callee holds its own references now. Nothing dies here: each argument is a local of the callee or in its *args or **kwargs. */
        release_window(site);
    }
    if (callee)
        callee->link |= flags;
    return callee;
}

/* The __init__ of a class whose call means: make a plain instance, run this Python function. NULL: another kind of class. Borrowed. */
static Function *constructor_of(Type *type)
{
    if (likely(type->constructor_version == type->version && type->constructor && !type_has(type, TYPE_ABSTRACT)))
        return type->constructor;
    if (type->new != object_new || type->head.type->call != type_type.call || type_has(type, TYPE_ABSTRACT))
        return NULL;
    Value init = type_lookup(type, name___init__);
    if (!init || !value_is_function(init) || ((Function *)value_object(init))->code->flags & CODE_RESUMABLE)
        return NULL;
    type->constructor = (Function *)value_object(init);
    type->constructor_version = type->version;
    return type->constructor;
}

/* [class, args…] becomes [instance, __init__, self, args…], so that the instance stays behind as the result (CODE_WINDOW_SLACK). */
static ExecFrame *call_class(CallSite *site, Type *type)
{
    ThreadState *ts = site->ts;
    Function *init = constructor_of(type);
    if (!init)
        return call_done(site, call_value(site->window[0], site->window + 1, site->nargs, site->kwnames));
    object_retain(init); /* making room for the instance may run a finalizer that changes the class */
    Value instance = instance_new(type);
    if (unlikely(!instance)) {
        object_release(init);
        return call_done(site, VALUE_NULL);
    }
    Value *slot = site->window;
    for (int i = site->total; i > 0; i--)
        slot[i + 2] = slot[i];
    object_release(type); /* the instance holds it */
    slot[0] = instance;
    slot[1] = value_of(init);
    slot[2] = instance;
    value_object(instance)->refs++;
    site->window++;
    site->nargs++;
    site->total++;
    site->room -= 2;
    /* type.__call__ is a C call of its own in CPython and counts against the recursion limit (until eval_constructor_end). */
    ExecFrame *callee = NULL;
    if (likely(--ts->recursion_left >= 0)) {
        callee = call_function(site, init, XF_COMPLETES);
    } else {
        raise_error(&exc_RecursionError, "maximum recursion depth exceeded while calling a Python object");
        release_window(site);
    }
    if (unlikely(!callee)) {
        ts->recursion_left++;
        Value pending = exc_take();
        value_release(instance);
        exc_restore_steal(pending);
        return NULL;
    }
    if (slot != site->result_slot)
        *site->result_slot = instance;
    return callee;
}

static ExecFrame *call_dispatch(CallSite *site)
{
    for (;;) {
        Value callable = site->window[0];
        if (!value_is_object(callable))
            break;
        Object *object = value_object(callable);
        if (object->type == &type_function)
            return call_function(site, (Function *)object, 0);
        if (object->type == &type_native_function) {
            const NativeFunction *native = (const NativeFunction *)object;
            return call_done(site, native_call(native->def, native->self, site->window + 1, site->nargs, site->kwnames, true));
        }
        if (object->type->flags & TYPE_TYPE)
            return call_class(site, (Type *)object);
        if (object->type->call == slot_call) {
            Value method = type_lookup(object->type, name___call__);
            if (!method || !value_is_function(method))
                break;
            memmove(site->window + 1, site->window, ((size_t)site->total + 1) * sizeof(Value));
            site->window[0] = value_retain(method);
            site->nargs++;
            site->total++;
            site->room--;
            continue;
        }
        if (object->type != &type_bound_method)
            break;
        BoundMethod *method = (BoundMethod *)object;
        if (!value_is_function(method->function))
            break;
        memmove(site->window + 2, site->window + 1, (size_t)site->total * sizeof(Value));
        site->window[0] = value_retain(method->function);
        site->window[1] = value_retain(method->self);
        site->nargs++;
        site->total++;
        site->room--;
        object_release(method);
    }
    return call_done(site, call_value(site->window[0], site->window + 1, site->nargs, site->kwnames));
}

static ExecFrame *call_at(ThreadState *ts, ExecFrame *xf, const Instr *pc, bool method, Value kwnames)
{
    xf->pc = pc;
    Value *slot = &EVAL_OPERAND(pc->a);
    CallSite site = {.ts = ts, .xf = xf, .result_slot = slot, .window = slot, .total = pc->b, .kwnames = kwnames,
                     .room = CODE_WINDOW_SLACK};
    if (method) {
        if (slot[1]) {
            site.total++;
        } else {
            slot[1] = slot[0];
            site.window++;
        }
    }
    site.nargs = site.total - (kwnames ? (int)as_tuple(kwnames)->length : 0);
    return call_dispatch(&site);
}

/* A class whose __init__ just takes the arguments: call_class without a CallSite. NULL with nothing pending: another class. */
static __attribute__((noinline)) ExecFrame *construct(ThreadState *ts, ExecFrame *xf, const Instr *pc, Type *type)
{
    Function *init = type->constructor;
    int nargs = pc->b;
    if (type->constructor_version != type->version || init->code->simple_args != nargs + 1 || type_has(type, TYPE_ABSTRACT) ||
        ts->recursion_left < 2)
        return NULL;
    xf->pc = pc;
    object_retain(init);
    Value instance = instance_new(type);
    if (unlikely(!instance)) {
        object_release(init);
        exc_clear(); /* will be raised again */
        return NULL;
    }
    Value *slot = &EVAL_OPERAND(pc->a);
    for (int i = nargs; i > 0; i--)
        slot[i + 2] = slot[i];
    type->head.refs--; /* the instance holds it */
    slot[0] = instance;
    slot[1] = value_of(init);
    slot[2] = instance;
    value_object(instance)->refs++;
    ts->recursion_left--;
    ExecFrame *callee = xframe_push(ts, xf, slot + 1, init);
    if (unlikely(!callee)) {
        ts->recursion_left++;
        Value pending = exc_take();
        value_release(instance);
        exc_restore_steal(pending);
        return NULL;
    }
    callee->link |= XF_COMPLETES;
    return callee;
}

ExecFrame *eval_call(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value *window = &EVAL_OPERAND(pc->a), callable = window[0];
    if (likely(value_is_object(callable))) {
        if (value_object(callable)->type == &type_function) {
            Function *function = (Function *)value_object(callable);
            xf->pc = pc;
            if (likely(complete_window(function, window, pc->b, VALUE_NULL, CODE_WINDOW_SLACK) >= 0))
                return xframe_push(ts, xf, window, function);
            Value made = begin_generator(ts, window, pc->b);
            if (likely(made)) {
                window[0] = made;
                return xf;
            }
        } else if (value_object(callable)->type == &type_bound_method) {
            BoundMethod *method = (BoundMethod *)value_object(callable);
            Function *function = (Function *)value_object(method->function);
            if (likely(value_is_function(method->function)) && likely(function->code->simple_args == pc->b + 1)) {
                xf->pc = pc;
                for (int i = pc->b; i > 0; i--)
                    window[i + 1] = window[i];
                object_retain(function);
                window[0] = value_of(function);
                window[1] = value_retain(method->self);
                object_release(method);
                return xframe_push(ts, xf, window, function);
            }
        } else if (value_object(callable)->type->flags & TYPE_TYPE && as_type(callable)->constructor) {
            ExecFrame *callee = construct(ts, xf, pc, as_type(callable));
            if (likely(callee != NULL) || exc_pending())
                return callee;
        }
    }
    return call_at(ts, xf, pc, false, VALUE_NULL);
}

ExecFrame *eval_call_method(ThreadState *ts, ExecFrame *xf, const Instr *pc) { return call_at(ts, xf, pc, true, VALUE_NULL); }

ExecFrame *eval_call_kw(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    Value *window = &EVAL_OPERAND(pc->a), kwnames = xf->func->code->constants->items[pc->c];
    if (likely(value_is_function(window[0]))) {
        Function *function = (Function *)value_object(window[0]);
        xf->pc = pc;
        if (likely(complete_window(function, window, pc->b - (int)as_tuple(kwnames)->length, kwnames, CODE_WINDOW_SLACK) >= 0))
            return xframe_push(ts, xf, window, function);
    }
    return call_at(ts, xf, pc, false, xf->func->code->constants->items[pc->c]);
}

ExecFrame *eval_call_method_kw(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    return call_at(ts, xf, pc, true, xf->func->code->constants->items[pc->c]);
}

/* ---- f(*args, **kwargs) ---- */

/* Keywords of a call as native code takes them: one array of values, a tuple of names. */
static ExecFrame *call_function_ex(ThreadState *ts, ExecFrame *xf, Function *function, const Tuple *args, const Dict *kwargs, Value *generator)
{
    if (!kwargs || kwargs->length == 0)
        return call_begin(ts, function, args->items, (int)args->length, VALUE_NULL, generator);
    (void)xf;
    *generator = VALUE_NULL;
    Value names = tuple_new(kwargs->length);
    Value values = names ? tuple_new(args->length + kwargs->length) : VALUE_NULL;
    ExecFrame *callee = NULL;
    if (values) {
        Value *out = as_tuple(values)->items, key, v;
        for (int64_t i = 0; i < args->length; i++)
            *out++ = value_retain(args->items[i]);
        int64_t i = 0;
        for (int64_t pos = 0; dict_next((Dict *)kwargs, &pos, &key, &v); i++) {
            as_tuple(names)->items[i] = value_retain(key);
            *out++ = value_retain(v);
        }
        callee = call_begin(ts, function, as_tuple(values)->items, (int)args->length, names, generator);
    }
    if (callee || *generator) {
        value_release(names);
        value_release(values);
        return callee;
    }
    Value pending = exc_take();
    value_release_null(names);
    value_release_null(values);
    exc_restore_steal(pending);
    return NULL;
}

ExecFrame *eval_call_ex(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value *slot = &EVAL_OPERAND(pc->a);
    ExecFrame *next = NULL;
    Value result = VALUE_NULL;
    if (!value_is_heap_exactly(slot[1], &type_tuple)) {
        Value args = tuple_from_iterable(slot[1]);
        if (!args) {
            if (exc_matches(&exc_TypeError) && !type_of(slot[1])->iter && !type_is_sequence(type_of(slot[1]))) {
                exc_clear();
                Value text = callable_text(slot[0]);
                if (text) {
                    raise_error(&exc_TypeError, "%S argument after * must be an iterable, not %T", text, slot[1]);
                    value_release(text);
                }
            }
            goto out;
        }
        value_set_steal(&slot[1], args);
    }
    Dict *kwargs = slot[2] == VALUE_NONE ? NULL : as_dict(slot[2]);
    if (value_is_function(slot[0])) {
        next = call_function_ex(ts, xf, (Function *)value_object(slot[0]), as_tuple(slot[1]), kwargs, &result);
    } else {
        result = call_with_dict(slot[0], slot[1], kwargs ? slot[2] : VALUE_NULL);
    }
out:;
    Value pending = next || result ? VALUE_NULL : exc_take();
    value_release(slot[0]);
    value_release(slot[1]);
    value_release(slot[2]);
    if (next)
        return next;
    if (result) {
        slot[0] = result;
        return xf;
    }
    exc_restore_steal(pending);
    return NULL;
}

int eval_constructor_return(ThreadState *ts, ExecFrame *caller, Value v)
{
    (void)ts;
    Value *slot = (Value *)caller + caller->pc->a;
    raise_error(&exc_TypeError, "__init__() should return None, not '%T'", v);
    Value pending = exc_take();
    value_release(v);
    value_clear(slot);
    exc_restore_steal(pending);
    return -1;
}

/* ---- entries from C ---- */

static Value run(ThreadState *ts, ExecFrame *xf)
{
    xf->link |= XF_ENTRY;
    if (unlikely((uintptr_t)__builtin_frame_address(0) < ts->c_stack_limit)) {
        thread_c_stack_exceeded(" while calling a Python object");
        Value pending = exc_take();
        xframe_pop(ts, xf);
        exc_restore_steal(pending);
        return VALUE_NULL;
    }
    return eval_loop(ts, xf);
}

Value eval_function(Function *function, const Value *args, int nargs, Value kwnames)
{
    ThreadState *ts = thread_current;
    Value generator;
    ExecFrame *xf = call_begin(ts, function, args, nargs, kwnames, &generator);
    return likely(xf != NULL) ? run(ts, xf) : generator;
}

Value eval_function_in(Function *function, Value names)
{
    ThreadState *ts = thread_current;
    object_retain(function);
    ExecFrame *xf = xframe_push_empty(ts, function);
    if (!xf)
        return VALUE_NULL;
    if (function->code->flags & CODE_NAMESPACE)
        xframe_locals(xf)[0] = value_retain(names);
    return run(ts, xf);
}

Value eval_code(Code *code, Dict *globals, Value locals)
{
    Value function = function_new(code, globals);
    if (!function)
        return VALUE_NULL;
    Value result = eval_function_in((Function *)value_object(function), locals ? locals : value_of(globals));
    value_release(function);
    return result;
}
