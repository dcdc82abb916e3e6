/* function_code.h: another code object for a function; frames that are alive go on with the one they began with. */
#ifndef INTERP_FUNCTION_CODE_H
#define INTERP_FUNCTION_CODE_H

#include "code.h"
#include "types/function.h"

int function_set_code(Function *f, Code *code); /* of as many free variables; -1: MemoryError */

#endif
