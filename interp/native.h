/* native.h: calling C functions from Python: argument counts and names checked, CPython's error texts. */
#ifndef INTERP_NATIVE_H
#define INTERP_NATIVE_H

#include "object.h"

/* Bind by a signature such as "sorted(iterable, /, *, key=, reverse=)": names with "=" are optional, those before "/" positional only,
 * those after "*" keyword only. out[i] is borrowed, VALUE_NULL when omitted. False: TypeError pending. Do not call for *args functions.
 * The text is a constant: each place of call keeps it parsed. (Static analysis does not see what a statement expression fills.) */
#ifdef LINT
#define native_bind(signature, args, nargs, kwnames, out) native_bind_by(NULL, signature, args, nargs, kwnames, out)
#else
#define native_bind(signature, args, nargs, kwnames, out) \
    __extension__({ \
        static Signature signature_; \
        native_bind_by(&signature_, signature, args, nargs, kwnames, out); \
    })
#endif

/* What a C function called from Python takes (NativeDef.function), and how it says that it does not use all of it. */
#define METHOD_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

enum { SIGNATURE_PARAMETERS = 24 };

/* A parsed signature; all zeros: none yet. */
typedef struct Signature {
    const char *text;
    uint8_t function_length, count;      /* parameters */
    uint8_t positional_only, positional; /* how many of them positional only; how many may be positional */
    uint8_t required_positional;         /* leading positional ones without "=" */
    uint8_t required;                    /* so many positional arguments are enough */
    struct {
        uint8_t at, length; /* of the name in the text */
        bool required;
    } parameters[SIGNATURE_PARAMETERS];
} Signature;

bool native_bind_by(Signature *parsed, const char *signature, const Value *args, int nargs, Value kwnames, Value *out);

/* Raises on bad counts or keywords. `bound`: called through a function object, which is named by the type of self, not by the type that has the method. */
Value native_call_checked(const NativeDef *def, Value self, const Value *args, int nargs, Value kwnames, bool bound);
Value native_raise_count(const char *name, int min_args, int max_args, int nargs);
bool native_no_keywords(const char *name, Value kwnames); /* false with TypeError "name() takes no keyword arguments" */

#ifdef INTERP_STATS
#include "stats.h"
#define NATIVE_STAT() (stats_counters.calls_native++)
#else
#define NATIVE_STAT() ((void)0)
#endif

/* Checked call: the common case inline. */
static inline Value native_call(const NativeDef *def, Value self, const Value *args, int nargs, Value kwnames, bool bound)
{
    NATIVE_STAT();
    if (likely(nargs >= def->min_args && (nargs <= def->max_args || def->max_args < 0) && !kwnames))
        return def->function(self, args, nargs, kwnames);
    return native_call_checked(def, self, args, nargs, kwnames, bound);
}

#endif
