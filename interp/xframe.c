#include "xframe.h"

#include "exceptions.h"
#include "frameobj.h"
#include "generator.h"
#include "types/tuple.h"

#include <alloca.h>

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

/* The FrameObject that outlives a suspended generator shares its live temporaries. Without memory they go with the generator. */
static void drop_and_leave_temps(Generator *generator, FrameObject *fobj, const Value *temps, int count)
{
    Value pending = exc_take(), tuple = tuple_from(temps, count);
    if (!tuple)
        exc_clear();
    object_retain(fobj);
    xframe_drop_generator(generator);
    fobj->abandoned = tuple;
    object_release(fobj);
    exc_restore_steal(pending);
}

/* The exception whose except clause stands at a yield: CPython's stack has it no more. Its traceback leads back here. */
static bool is_caught(Generator *generator, Value temp) { return generator->xf->pc->c && temp == generator->exc.handled; }

void xframe_abandon_generator(Generator *generator)
{
    ExecFrame *xf = generator->xf;
    FrameObject *fobj = xframe_fobj(xf);
    int live = generator->state == GEN_SUSPENDED ? xf->func->code->unwind[xframe_instr_index(xf)] : 0, count = 0;
    Value *temps = alloca(((size_t)live + 1) * sizeof(Value));
    while (live-- > 0) { /* the uppermost first: a tuple lets go of its last item first */
        Value temp = xframe_temps(xf)[live];
        if (temp && is_caught(generator, temp))
            value_release(temp); /* exc.handled has it still */
        else if (temp)
            temps[count++] = temp;
    }
    generator->state = GEN_RUNNING; /* nobody may clear() it from a finalizer now */
    if (count && fobj && fobj->head.refs > 1)
        drop_and_leave_temps(generator, fobj, temps, count);
    else
        xframe_drop_generator(generator);
    while (count-- > 0)
        value_release(temps[count]);
}
