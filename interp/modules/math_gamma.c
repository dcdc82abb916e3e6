/* math_gamma.c: the gamma function and the logarithm of its magnitude, by Lanczos' approximation.
 *
 * gamma(x) = lanczos_sum(x) * (x + g - 1/2)**(x - 1/2) / exp(x + g - 1/2), with the rational coefficients for N = 13 that
 * CPython and Boost use; negative arguments by reflection. The order of operations decides the last digits: it is CPython's.
 */
#include <errno.h>
#include <math.h>

#include "math_private.h"

#define LANCZOS_TERMS 13
static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_minus_half = 5.524680040776729583740234375;
static const double numerator[LANCZOS_TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double denominator[LANCZOS_TERMS] = {
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0,
};

static double lanczos_sum(double x)
{
    double above = 0.0, below = 0.0;
    if (x < 5.0) {
        for (int i = LANCZOS_TERMS - 1; i >= 0; i--) {
            above = above * x + numerator[i];
            below = below * x + denominator[i];
        }
    } else { /* the same polynomials in 1/x, which cannot overflow */
        for (int i = 0; i < LANCZOS_TERMS; i++) {
            above = above / x + numerator[i];
            below = below / x + denominator[i];
        }
    }
    return above / below;
}

static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break;
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double fail(int code, double result)
{
    errno = code;
    return result;
}

double math_gamma(double x)
{
    if (!isfinite(x))
        return isnan(x) || x > 0 ? x : fail(EDOM, (double)NAN);
    if (x == 0)
        return fail(EDOM, copysign(HUGE_VAL, x));
    if (x == floor(x)) {
        if (x < 0)
            return fail(EDOM, (double)NAN);
        if (x <= 23) {
            double product = 1.0; /* exact: 22! < 2**70 has few significant bits */
            for (int i = 2; i < (int)x; i++)
                product *= i;
            return product;
        }
    }
    double magnitude = fabs(x);
    if (magnitude < 1e-20) {
        double r = 1.0 / x;
        return isinf(r) ? fail(ERANGE, r) : r;
    }
    if (magnitude > 200.0)
        return x < 0 ? 0.0 / sin_pi(x) : fail(ERANGE, HUGE_VAL);
    double y = magnitude + lanczos_g_minus_half, z; /* z: what rounding y lost */
    if (magnitude > lanczos_g_minus_half)
        z = (y - magnitude) - lanczos_g_minus_half;
    else
        z = (y - lanczos_g_minus_half) - magnitude;
    z = z * lanczos_g / y;
    double r;
    if (x < 0) {
        r = -M_PI / sin_pi(magnitude) / magnitude * exp(y) / lanczos_sum(magnitude);
        r -= z * r;
        if (magnitude < 140.0) {
            r /= pow(y, magnitude - 0.5);
        } else {
            double root = pow(y, magnitude / 2.0 - 0.25);
            r /= root;
            r /= root;
        }
    } else {
        r = lanczos_sum(magnitude) / exp(y);
        r += z * r;
        if (magnitude < 140.0) {
            r *= pow(y, magnitude - 0.5);
        } else {
            double root = pow(y, magnitude / 2.0 - 0.25);
            r *= root;
            r *= root;
        }
    }
    return isinf(r) ? fail(ERANGE, r) : r;
}

double math_lgamma(double x)
{
    static const double log_pi = 1.144729885849400174143427351353058711647;
    if (!isfinite(x))
        return isnan(x) ? x : HUGE_VAL;
    if (x == floor(x) && x <= 2.0)
        return x <= 0.0 ? fail(EDOM, HUGE_VAL) : 0.0;
    double magnitude = fabs(x);
    if (magnitude < 1e-20)
        return -log(magnitude);
    double r = log(lanczos_sum(magnitude)) - lanczos_g;
    r += (magnitude - 0.5) * (log(magnitude + lanczos_g - 0.5) - 1);
    if (x < 0.0)
        r = log_pi - log(fabs(sin_pi(magnitude))) - log(magnitude) - r;
    return isinf(r) ? fail(ERANGE, r) : r;
}
