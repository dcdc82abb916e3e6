/* operator_getters.h: itemgetter, attrgetter and methodcaller. */
#ifndef INTERP_MODULES_OPERATOR_GETTERS_H
#define INTERP_MODULES_OPERATOR_GETTERS_H

#include "object.h"

extern Type type_itemgetter, type_attrgetter, type_methodcaller;

#endif
