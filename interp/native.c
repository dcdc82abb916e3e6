/* native.c: see native.h. */
#include "native.h"

#include <assert.h>
#include <stdio.h>

#include "exceptions.h"
#include "type.h"
#include "types/module.h"
#include "types/str.h"
#include "types/tuple.h"

/* What stands in s->text. */
__attribute__((noinline)) static void parse_signature(const char *text, Signature *s)
{
    const char *p = strchr(text, '(');
    memset(s, 0, sizeof *s);
    s->text = text;
    s->function_length = (uint8_t)(p - text);
    int positional = -1;
    p++;
    while (*p != ')') {
        if (*p == ',' || *p == ' ') {
            p++;
        } else if (*p == '/') {
            s->positional_only = s->count;
            p++;
        } else if (*p == '*') {
            positional = s->count;
            p++;
        } else {
            assert(s->count < SIGNATURE_PARAMETERS);
            const char *start = p;
            while (*p != ',' && *p != ')' && *p != '=')
                p++;
            s->parameters[s->count].at = (uint8_t)(start - text);
            s->parameters[s->count].length = (uint8_t)(p - start);
            s->parameters[s->count].required = *p != '=';
            s->count++;
            while (*p != ',' && *p != ')')
                p++;
        }
    }
    assert(p - text < 256);
    s->positional = positional < 0 ? s->count : (uint8_t)positional;
    while (s->required_positional < s->positional && s->parameters[s->required_positional].required)
        s->required_positional++;
    s->required = s->required_positional;
    for (int i = s->positional; i < s->count; i++)
        if (s->parameters[i].required)
            s->required = UINT8_MAX; /* positional arguments alone never do */
}

static bool fail(Value unused)
{
    (void)unused;
    return false;
}

static const char *plural(int n)
{
    return n == 1 ? "" : "s";
}

/* The signature's function name as a C string in buffer. */
static const char *function_name(const Signature *s, char *buffer, size_t size)
{
    snprintf(buffer, size, "%.*s", s->function_length, s->text);
    return buffer;
}

static int needed_positional(const Signature *s) { return s->positional_only < s->required_positional ? s->positional_only : s->required_positional; }

static bool raise_counts(const Signature *s, int nargs, int keywords)
{
    char name[100];
    function_name(s, name, sizeof name);
    if (nargs + keywords > s->count)
        return fail(raise_error(&exc_TypeError, "%s() takes at most %d %sargument%s (%d given)", name, s->count, nargs == 0 ? "keyword " : "",
                                plural(s->count), nargs + keywords));
    if (nargs > s->positional && s->positional == 0)
        return fail(raise_error(&exc_TypeError, "%s() takes no positional arguments", name));
    if (nargs > s->positional)
        return fail(raise_error(&exc_TypeError, "%s() takes %s %d positional argument%s (%d given)", name,
                                s->required_positional < s->positional ? "at most" : "exactly", s->positional, plural(s->positional), nargs));
    int needed = needed_positional(s);
    return fail(raise_error(&exc_TypeError, "%s() takes %s %d positional argument%s (%d given)", name,
                            needed < s->positional ? "at least" : "exactly", needed, plural(needed), nargs));
}

/* The parameter of that name; SIGNATURE_PARAMETERS: there is none, -1: exception. */
static int parameter_named(const Signature *s, Value key)
{
    size_t length;
    const char *text = str_utf8(key, &length);
    if (text == NULL)
        return -1;
    for (int i = s->positional_only; i < s->count; i++)
        if (s->parameters[i].length == length && memcmp(s->text + s->parameters[i].at, text, length) == 0)
            return i;
    return SIGNATURE_PARAMETERS;
}

/* Of keywords that do not fit, those given by position too come first. */
static bool raise_keywords(const Signature *s, const Tuple *keys, int nargs)
{
    char name[100];
    function_name(s, name, sizeof name);
    for (int at = s->positional_only; at < nargs; at++)
        for (int64_t i = 0; i < keys->length; i++)
            if (parameter_named(s, keys->items[i]) == at)
                return fail(raise_error(&exc_TypeError, "argument for %s() given by name ('%S') and position (%d)", name, keys->items[i], at + 1));
    int64_t i = 0;
    while (parameter_named(s, keys->items[i]) < SIGNATURE_PARAMETERS)
        i++;
    return fail(raise_error(&exc_TypeError, "'%S' is an invalid keyword argument for %s()", keys->items[i], name));
}

bool native_bind_by(Signature *s, const char *text, const Value *args, int nargs, Value kwnames, Value *out)
{
    if (unlikely(s->text != text))
        parse_signature(text, s);
    int keywords = kwnames ? (int)as_tuple(kwnames)->length : 0;
    if (unlikely(nargs + keywords > s->count || nargs > s->positional || nargs < needed_positional(s)))
        return raise_counts(s, nargs, keywords);
    for (int i = 0; i < nargs; i++)
        out[i] = args[i];
    for (int i = nargs; i < s->count; i++)
        out[i] = VALUE_NULL;
    if (!keywords && nargs >= s->required)
        return true;
    bool fit = true;
    for (int i = 0; i < keywords; i++) {
        int at = parameter_named(s, as_tuple(kwnames)->items[i]);
        if (at < 0)
            return false;
        if (at < nargs || at == SIGNATURE_PARAMETERS)
            fit = false;
        else
            out[at] = args[nargs + i];
    }
    for (int i = nargs; i < s->count; i++) {
        char name[100];
        if (out[i] || !s->parameters[i].required)
            continue;
        if (i < s->positional)
            return fail(raise_error(&exc_TypeError, "%s() missing required argument '%.*s' (pos %d)", function_name(s, name, sizeof name),
                                    s->parameters[i].length, s->text + s->parameters[i].at, i + 1));
        return fail(raise_error(&exc_TypeError, "%s() missing required keyword-only argument '%.*s'", function_name(s, name, sizeof name),
                                s->parameters[i].length, s->text + s->parameters[i].at));
    }
    return fit || raise_keywords(s, as_tuple(kwnames), nargs);
}

Value native_raise_count(const char *name, int min_args, int max_args, int nargs)
{
    if (min_args == max_args)
        return raise_error(&exc_TypeError, "%s expected %d argument%s, got %d", name, min_args, plural(min_args), nargs);
    if (nargs < min_args)
        return raise_error(&exc_TypeError, "%s expected at least %d argument%s, got %d", name, min_args, plural(min_args), nargs);
    return raise_error(&exc_TypeError, "%s expected at most %d argument%s, got %d", name, max_args, plural(max_args), nargs);
}

bool native_no_keywords(const char *name, Value kwnames)
{
    if (!kwnames || as_tuple(kwnames)->length == 0)
        return true;
    return fail(raise_error(&exc_TypeError, "%s() takes no keyword arguments", name));
}

static const char *name_behind_dot(const Type *type)
{
    const char *dot = strrchr(type->name, '.');
    return dot ? dot + 1 : type->name;
}

/* The builtin type that has this method, of those that type derives from. */
static const Type *owner_of(const NativeDef *def, const Type *type)
{
    for (int64_t i = 0; i < type->mro->length; i++) {
        const Type *base = as_type(type->mro->items[i]);
        for (const NativeDef *method = base->methods; method && method->name; method++)
            if (method == def)
                return base;
    }
    return type;
}

/* "module.function", "Type.method" or "function", as messages name it; VALUE_NULL: exception. */
static Value name_in_messages(const NativeDef *def, Value self, bool bound)
{
    const char *module = self ? NULL : module_name_of_native(def);
    if (module)
        return str_printf("%s.%s", module, def->name);
    if (!self)
        return str_from_cstr(def->name);
    if (!bound)
        return str_printf("%s.%s", name_behind_dot(owner_of(def, type_of(self))), def->name);
    Value type_name = type_qualname_value(value_is_type(self) ? as_type(self) : type_of(self));
    Value name = type_name ? str_printf("%S.%s", type_name, def->name) : VALUE_NULL;
    value_release_null(type_name);
    return name;
}

static Value refuse_keywords(const NativeDef *def, Value self, bool bound)
{
    bool bare = def->flags & NATIVE_VARARGS && (bound || !self);
    Value name = bare ? str_from_cstr(def->name) : name_in_messages(def, self, bound);
    if (name)
        raise_error(&exc_TypeError, "%S() takes no keyword arguments", name);
    value_release_null(name);
    return VALUE_NULL;
}

static Value refuse_count(const NativeDef *def, Value self, int nargs, bool bound)
{
    bool none = def->max_args == 0;
    if (!none && (def->min_args != 1 || def->max_args != 1))
        return native_raise_count(def->name, def->min_args, def->max_args, nargs);
    Value name = name_in_messages(def, self, bound);
    if (name)
        raise_error(&exc_TypeError, none ? "%S() takes no arguments (%d given)" : "%S() takes exactly one argument (%d given)", name, nargs);
    value_release_null(name);
    return VALUE_NULL;
}

Value native_call_checked(const NativeDef *def, Value self, const Value *args, int nargs, Value kwnames, bool bound)
{
    if (kwnames && as_tuple(kwnames)->length == 0)
        kwnames = VALUE_NULL;
    if (!(def->flags & NATIVE_KEYWORDS)) { /* functions with keywords report through native_bind */
        if (kwnames)
            return refuse_keywords(def, self, bound);
        if (nargs < def->min_args || (def->max_args >= 0 && nargs > def->max_args))
            return refuse_count(def, self, nargs, bound);
    }
    return def->function(self, args, nargs, kwnames);
}
