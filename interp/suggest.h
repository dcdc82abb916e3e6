/* suggest.h: "Did you mean: 'x'?" for a NameError or AttributeError that nobody caught. */
#ifndef INTERP_SUGGEST_H
#define INTERP_SUGGEST_H

#include "exceptions.h"

Value suggest_name(ExceptionObject *exception); /* a new str, or VALUE_NULL (nothing pending): nothing is near enough */

#endif
