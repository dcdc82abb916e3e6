/* limbs.h: the memory of GMP, which cannot be told that there is none: an operation that runs out of it ends by MemoryError all the same.
 *
 *     if (LIMBS_RAN_OUT())
 *         return raise_no_memory();
 *     … calls of GMP, nothing else …
 *     limbs_done();                       int_from_mpz_steal() does it, too
 *
 * An allocation that fails in between gives back all that was allocated since and returns to LIMBS_RAN_OUT (by longjmp), which is then true; the
 * numbers initialized in between are gone. Calculations of a bounded size (some kilobytes) that leave nothing allocated may do without: they
 * fall back on a static reserve.
 */
#ifndef INTERP_TYPES_LIMBS_H
#define INTERP_TYPES_LIMBS_H

#include <setjmp.h>

#include "value.h"

extern jmp_buf limbs_jump;

void limbs_begin(void);
void limbs_done(void);
#define LIMBS_RAN_OUT() (limbs_begin(), unlikely(_setjmp(limbs_jump)))

void limbs_init(void); /* before GMP is used */

#endif
