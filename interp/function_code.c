/* function_code.c: another code object for a function, while frames of it may be alive. */
#include "function_code.h"

#include "coroutine.h"
#include "exceptions.h"
#include "frameobj.h"
#include "gc.h"
#include "generator.h"
#include "thread.h"
#include "types/function.h"
#include "xframe.h"

/* A frame finds its code, and by it its locals, through its function. Those that run the old code get a function of their own, which keeps it. */
typedef struct Keeper {
    Function *function, *stand_in; /* stand_in NULL: only count */
    int64_t frames;
} Keeper;

static void keep_frame(ExecFrame *xf, Keeper *keeper)
{
    if (!xf || xf->func != keeper->function)
        return;
    keeper->frames++;
    if (!keeper->stand_in)
        return;
    xf->func = keeper->stand_in;
    object_retain(keeper->stand_in);
    object_release(keeper->function); /* who changes its code holds it, too */
}

static void keep_object(Object *object, void *context)
{
    if (object->type == &type_frame)
        keep_frame(((FrameObject *)object)->xf, context);
    else if (object->type == &type_generator || object->type == &type_coroutine || object->type == &type_async_generator)
        keep_frame(((Generator *)object)->xf, context);
}

static void keep_all(Keeper *keeper)
{
    for (ExecFrame *xf = thread_current->current; xf; xf = xf->previous)
        keep_frame(xf, keeper);
    gc_each(keep_object, keeper);
}

static Function *copy_of(const Function *f)
{
    Value made = function_new(f->code, f->globals);
    if (!made)
        return NULL;
    Function *copy = as_function(made);
    value_set_steal((Value *)&copy->builtins, value_retain(value_of(f->builtins)));
    copy->closure = value_retain_null(f->closure);
    value_set_steal(&copy->name, value_retain(f->name));
    value_set_steal(&copy->qualname, value_retain(f->qualname));
    return copy;
}

int function_set_code(Function *f, Code *code)
{
    Keeper keeper = {.function = f};
    keep_all(&keeper);
    if (keeper.frames) {
        keeper.stand_in = copy_of(f);
        if (!keeper.stand_in)
            return -1;
        keep_all(&keeper);
        object_release(keeper.stand_in);
    }
    Code *old = f->code;
    object_retain(code);
    f->code = code;
    object_release(old);
    return 0;
}
