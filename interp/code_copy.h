/* code_copy.h: code.replace(). */
#ifndef INTERP_CODE_COPY_H
#define INTERP_CODE_COPY_H

#include "code.h"

Value code_method_replace(Value self, const Value *args, int nargs, Value kwnames);

#endif
