/* decimal_context.c: the current context of decimal: its attributes as numbers, its flags as the dicts they are. */
#include "attr.h"
#include "contextvars.h"
#include "decimal_quick.h"
#include "dict.h"
#include "exceptions.h"
#include "int.h"
#include "str.h"

DecimalContext decimal_context;

static Value flags, traps;     /* the dicts of the current context, owned; VALUE_NULL: none, or no plain dicts */
static Value inexact_signal, rounded_signal; /* classes, owned */
static bool switched; /* another context of variables runs, with a current context of its own */

/* A context whose methods were called lately, with what decimal_context, flags and traps say of the current one. */
static struct {
    Value owner; /* owned; VALUE_NULL: none */
    DecimalContext numbers;
    Value flags, traps; /* owned */
} lately;

/* A Context lists its signals in one order: these two stand here, unless someone gave a dict of his own. */
enum { INEXACT_PLACE = 6, ROUNDED_PLACE = 7 };

#define LIMIT ((int64_t)999999999999999999) /* MAX_PREC and MAX_EMAX */

void decimal_set_signals(Value inexact, Value rounded)
{
    value_set_steal(&inexact_signal, value_retain(inexact));
    value_set_steal(&rounded_signal, value_retain(rounded));
}

int decimal_rounding_of(Value name)
{
    static const char *const names[DECIMAL_ROUNDINGS] = {
        [DECIMAL_DOWN] = "ROUND_DOWN", [DECIMAL_UP] = "ROUND_UP", [DECIMAL_HALF_UP] = "ROUND_HALF_UP", [DECIMAL_HALF_DOWN] = "ROUND_HALF_DOWN",
        [DECIMAL_HALF_EVEN] = "ROUND_HALF_EVEN", [DECIMAL_CEILING] = "ROUND_CEILING", [DECIMAL_FLOOR] = "ROUND_FLOOR", [DECIMAL_05UP] = "ROUND_05UP"};
    int i = 0;
    while (i < DECIMAL_ROUNDINGS && !(value_is_str(name) && str_equal_cstr(name, names[i])))
        i++;
    return i;
}

/* context.name; VALUE_NULL: absent or raised. */
static Value attribute(Value context, const char *name)
{
    Str *key = str_intern_cstr(name);
    Value found = VALUE_NULL;
    return key && value_lookup_attr(context, key, &found) > 0 ? found : VALUE_NULL;
}

/* False also for a number that no Context has: some object was given for one. */
static bool number(Value context, const char *name, int64_t least, int64_t most, int64_t *out)
{
    Value found = attribute(context, name);
    bool ok = found && value_is_small_int(found) && value_small_int(found) >= least && value_small_int(found) <= most;
    if (ok)
        *out = value_small_int(found);
    value_release_null(found);
    return ok;
}

static bool signals(Value context, const char *name, Value *out)
{
    Value found = attribute(context, name);
    bool ok = found && value_is_heap_exactly(found, &type_dict);
    value_set_steal(out, ok ? value_retain(found) : VALUE_NULL);
    value_release_null(found);
    return ok;
}

static bool rounding(Value context, DecimalRounding *out)
{
    Value found = attribute(context, "rounding");
    int which = found ? decimal_rounding_of(found) : DECIMAL_ROUNDINGS;
    value_release_null(found);
    *out = (DecimalRounding)which;
    return which < DECIMAL_ROUNDINGS;
}

static void on_switch(void)
{
    switched = true;
    decimal_context.valid = false;
}

Value decimal_switched(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return value_bool(switched);
}

/* What the context says, in the three; c->valid is whether quick forms can follow it. */
static void read_context(Value context, DecimalContext *c, Value *flags_out, Value *traps_out)
{
    int64_t clamp, capitals;
    c->valid = false;
    if (!number(context, "prec", 1, LIMIT, &c->precision) || !number(context, "Emin", -LIMIT, 0, &c->minimum) ||
        !number(context, "Emax", 0, LIMIT, &c->maximum) || !number(context, "clamp", 0, 1, &clamp) || !number(context, "capitals", 0, 1, &capitals) ||
        !rounding(context, &c->rounding) || !signals(context, "flags", flags_out) || !signals(context, "traps", traps_out))
        return;
    c->clamp = clamp != 0;
    c->capitals = capitals != 0;
    c->valid = true;
}

Value decimal_use_context(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    switched = false;
    contextvars_on_switch = on_switch;
    read_context(args[0], &decimal_context, &flags, &traps);
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static void swap_contexts(void)
{
    DecimalContext numbers = decimal_context;
    Value current_flags = flags, current_traps = traps;
    decimal_context = lately.numbers, flags = lately.flags, traps = lately.traps;
    lately.numbers = numbers, lately.flags = current_flags, lately.traps = current_traps;
}

bool decimal_enter_context(Value context)
{
    if (lately.owner != context) {
        value_set_steal(&lately.owner, VALUE_NULL);
        read_context(context, &lately.numbers, &lately.flags, &lately.traps);
        if (exc_pending())
            return false;
        lately.owner = value_retain(context);
    }
    if (!lately.numbers.valid)
        return false;
    swap_contexts();
    return true;
}

void decimal_leave_context(void) { swap_contexts(); }

Value decimal_forget_context(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    value_set_steal(&lately.owner, VALUE_NULL);
    return VALUE_NONE;
}

/* What the dict says of a signal, borrowed; VALUE_NULL: nothing. */
static inline Value get_signal(Value dict, int place, Value signal)
{
    Dict *d = as_dict(dict);
    if (likely(d->entry_count > place && d->entries[place].key == signal))
        return d->entries[place].value;
    Value found = dict_get(d, signal);
    if (!found)
        exc_clear();
    return found;
}

int decimal_tell_rounded(bool inexact)
{
    Value told = get_signal(flags, ROUNDED_PLACE, rounded_signal), told_inexact = get_signal(flags, INEXACT_PLACE, inexact_signal);
    if (!told || !told_inexact || get_signal(traps, ROUNDED_PLACE, rounded_signal) != VALUE_FALSE ||
        (inexact && get_signal(traps, INEXACT_PLACE, inexact_signal) != VALUE_FALSE))
        return 0;
    bool missing = told != VALUE_TRUE, missing_inexact = inexact && told_inexact != VALUE_TRUE;
    if (likely(!missing && !missing_inexact))
        return 1;
    if ((missing && dict_set(as_dict(flags), rounded_signal, VALUE_TRUE) < 0) ||
        (missing_inexact && dict_set(as_dict(flags), inexact_signal, VALUE_TRUE) < 0))
        return -1;
    return 1;
}
