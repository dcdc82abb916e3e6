#include "xframe.h"

#include "exceptions.h"

int xframe_raise_recursion(ThreadState *ts)
{
    ts->recursion_left += 1 + 50; /* room to build the exception */
    raise_error(&exc_RecursionError, "maximum recursion depth exceeded");
    ts->recursion_left -= 50;
    return -1;
}

void xframe_release_window(Value *window, int nargs)
{
    for (int i = 0; i <= nargs; i++)
        value_release(window[i]);
}

#ifdef INTERP_STRESS
void xframe_stress_begun(ThreadState *ts, ExecFrame *xf)
{
    if (stress.materialize && !xframe_materialize_for(ts, xf, XF_FOR_GETFRAME))
        exc_clear();
}
#endif

void xframe_release_temps(Generator *generator)
{
    if (generator->state != GEN_SUSPENDED)
        return;
    ExecFrame *xf = generator->xf;
    Value *temps = xframe_temps(xf);
    for (int i = 0, live = xf->func->code->unwind[xframe_instr_index(xf)]; i < live; i++)
        value_clear(&temps[i]);
}
