/* cmath_quick.c: the exponential function of complex numbers that are no special case; lib/cmath.py has all others. */
#include <math.h>

#include "modules.h"
#include "native.h"
#include "types/complex.h"

/* _exp(z): None: lib/cmath.py is to compute it. */
static Value quick_exp(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_complex(args[0]))
        return VALUE_NONE;
    double x = as_complex(args[0])->real, y = as_complex(args[0])->imag;
    if (!(x > -700.0 && x < 700.0) || !isfinite(y))
        return VALUE_NONE;
    double size = exp(x);
    return complex_new(size * cos(y), size * sin(y));
}

static const NativeDef functions[] = {{"_exp", quick_exp, 1, 1, 0}, {0}};

Value module_cmath_quick_init(void) { return module_from_parts("_cmath_quick", functions, NULL, 0); }
