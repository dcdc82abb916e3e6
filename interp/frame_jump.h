/* frame_jump.h: assigning f_lineno, a debugger's jump: where CPython 3.11 goes on, and whether it does.
 *
 * From a line event, or as a generator yields. CPython compares the kinds of what lies on its stack here and there (Code.stacks); what it keeps
 * is moved to where we have it there, the rest is released, as if it were popped.
 */
#ifndef INTERP_FRAME_JUMP_H
#define INTERP_FRAME_JUMP_H

#include "code.h"
#include "frameobj.h"
#include "thread.h"

int frame_jump(FrameObject *fobj, Value line); /* the setter of f_lineno; VALUE_NULL: delete. 0: fobj stands there, trace.jump says so; -1: raised */
void frame_jump_resume(ThreadState *ts, ExecFrame *xf); /* trace.suspended is its FrameObject, and it goes on behind its yield: now is the time */
int frame_jump_find_unbound(const ExecFrame *xf, const Instr *pc); /* the unbound local that the instruction at pc is about to read; -1: none */
LineStart frame_jump_start(const Code *code, int jump); /* jump: as TraceState.jump */

#endif
