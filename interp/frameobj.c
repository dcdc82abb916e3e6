/* frameobj.c: the Python type `frame`: attributes, locals snapshots, clear(), life cycle. */
#include "frameobj.h"

#include "abstract.h"
#include "exceptions.h"
#include "frame_jump.h"
#include "gc.h"
#include "generator.h"
#include "native.h"
#include "type.h"
#include "types/cell.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "xframe.h"

void frameobj_init(FrameObject *fobj, ExecFrame *xf, uint32_t storage_slots)
{
    memset((char *)fobj + sizeof(Object), 0, sizeof(FrameObject) - sizeof(Object));
    fobj->xf = xf;
    fobj->storage_slots = storage_slots;
    fobj->state = FOBJ_LIVE;
    fobj->trace_lines = true;
}

/* That of a suspended generator may be in a cycle by what it has of its own. What calls have on their stacks no cycle ends at. */
static void track_extras(FrameObject *fobj)
{
    if (fobj->state == FOBJ_LIVE && fobj->generator && !gc_is_tracked(fobj))
        gc_track(fobj);
}

void frameobj_set_trace(FrameObject *fobj, Value function_steal)
{
    track_extras(fobj);
    value_set_steal(&fobj->trace, function_steal);
}

void frameobj_release_extras(FrameObject *fobj)
{
    if (gc_is_tracked(fobj))
        gc_untrack(fobj);
    value_clear(&fobj->locals_dict);
    value_clear(&fobj->trace);
}

const Code *frameobj_code(const FrameObject *fobj) { return fobj->xf->func->code; }

/* A generator that has not started stands at its def. */
static bool is_created(const ExecFrame *xf)
{
    return xf->link & XF_GENERATOR && xf->pc == xf->func->code->instrs && xframe_generator((ExecFrame *)xf)->state == GEN_CREATED;
}

int xframe_line(const ExecFrame *xf)
{
    const Code *code = xf->func->code;
    return unlikely(is_created(xf)) ? code->first_line : code_first_line_of(code, xframe_instr_index(xf));
}

int frameobj_line(const FrameObject *fobj)
{
    const TraceState *trace = &thread_current->trace;
    return unlikely(trace->fobj == fobj) ? trace->line : xframe_line(fobj->xf);
}

/* ---- locals ---- */

static int snapshot_put(Dict *dict, Str *name, Value v)
{
    if (v)
        return dict_set_str(dict, name, v);
    return dict_delete_str(dict, name) < 0 ? -1 : 0;
}

/* cleared: the call has let go of its cells, those of its closure, too. */
static int snapshot_refresh(Dict *dict, ExecFrame *xf, bool cleared)
{
    const Code *code = xf->func->code;
    const Value *locals = xframe_locals(xf);
    for (int i = 0; i < code->local_count; i++) {
        Str *name = code_local_name(code, i);
        Value v = locals[i];
        if (v && code_cell_of_local(code, i) >= 0 && value_is_heap_exactly(v, &type_cell))
            v = as_cell(v)->value;
        if (name && snapshot_put(dict, name, v) < 0)
            return -1;
    }
    for (int64_t i = 0; i < code->freevars->length && xf->func->closure; i++)
        if (snapshot_put(dict, (Str *)value_object(code->freevars->items[i]), cleared ? VALUE_NULL : as_cell(as_tuple(xf->func->closure)->items[i])->value) < 0)
            return -1;
    return 0;
}

static Value namespace_get(const ExecFrame *xf)
{
    const Code *code = xf->func->code;
    if (code->flags & CODE_NAMESPACE)
        return ((const Value *)xf)[-code->local_count];
    return code->flags & CODE_OPTIMIZED ? VALUE_NULL : value_of(xf->func->globals);
}

Value frameobj_locals(FrameObject *fobj)
{
    Value names = namespace_get(fobj->xf);
    if (names)
        return value_retain(names);
    if (!fobj->locals_dict && !(fobj->locals_dict = dict_new()))
        return VALUE_NULL;
    xframe_note_extras(fobj);
    track_extras(fobj);
    if (snapshot_refresh(as_dict(fobj->locals_dict), fobj->xf, fobj->state == FOBJ_CLEARED) < 0)
        return VALUE_NULL;
    return value_retain(fobj->locals_dict);
}

static void slot_set(Value *slot, bool is_cell, Value v)
{
    if (is_cell && *slot && value_is_heap_exactly(*slot, &type_cell))
        slot = &as_cell(*slot)->value;
    if (*slot != v)
        value_set_steal(slot, value_retain_null(v));
}

void frameobj_locals_to_slots(FrameObject *fobj)
{
    ExecFrame *xf = fobj->xf;
    if (!fobj->locals_read || !fobj->locals_dict || namespace_get(xf) || fobj->state == FOBJ_CLEARED)
        return;
    fobj->locals_read = false;
    const Code *code = xf->func->code;
    Value dict = value_retain(fobj->locals_dict);
    for (int i = 0; i < code->local_count; i++) {
        Str *name = code_local_name(code, i);
        if (name)
            slot_set(&xframe_locals(xf)[i], code_cell_of_local(code, i) >= 0, dict_get_str(as_dict(dict), name));
    }
    for (int64_t i = 0; i < code->freevars->length && xf->func->closure; i++)
        slot_set(&as_tuple(xf->func->closure)->items[i], true, dict_get_str(as_dict(dict), (Str *)value_object(code->freevars->items[i])));
    value_release(dict);
}

Value xframe_namespace(ExecFrame *xf)
{
    Value names = namespace_get(xf);
    if (names)
        return value_retain(names);
    FrameObject *fobj = xframe_materialize_for(thread_current, xf, XF_FOR_LOCALS);
    return fobj ? frameobj_locals(fobj) : VALUE_NULL;
}

FrameObject *frameobj_current(ThreadState *ts, int depth)
{
    ExecFrame *xf = ts->current;
    while (xf && depth > 0) {
        xf = xf->previous;
        depth--;
    }
    if (!xf) {
        raise_error(&exc_ValueError, "call stack is not deep enough");
        return NULL;
    }
    FrameObject *fobj = xframe_materialize_for(ts, xf, XF_FOR_GETFRAME);
    if (fobj)
        object_retain(fobj);
    return fobj;
}

/* ---- attributes ---- */

static Value get_back(Value self)
{
    FrameObject *back = xframe_back(thread_current, as_frameobj(self));
    if (back)
        return value_retain(value_of(back));
    return exc_pending() ? VALUE_NULL : VALUE_NONE;
}

static Value get_code(Value self) { return value_retain(value_of(as_frameobj(self)->xf->func->code)); }
static Value get_globals(Value self) { return value_retain(value_of(as_frameobj(self)->xf->func->globals)); }
static Value get_builtins(Value self) { return value_retain(value_of(as_frameobj(self)->xf->func->builtins)); }

static Value get_locals(Value self)
{
    as_frameobj(self)->locals_read = true;
    return frameobj_locals(as_frameobj(self));
}


/* None: at an instruction that belongs to no line. The call event of a module says 0. */
static Value get_line(Value self)
{
    int line = frameobj_line(as_frameobj(self));
    return line || thread_current->trace.fobj == as_frameobj(self) ? value_from_small_int(line) : VALUE_NONE;
}

/* In bytes of our instructions. */
static Value get_lasti(Value self)
{
    const ExecFrame *xf = as_frameobj(self)->xf;
    int index = xframe_instr_index(xf);
    return value_from_small_int(index == xf->func->code->instr_count ? 0 : (int64_t)index * (int64_t)sizeof(Instr)); /* thrown into before its start */
}

static int set_line(Value self, Value v) { return frame_jump(as_frameobj(self), v); }

static Value get_trace(Value self) { return as_frameobj(self)->trace ? value_retain(as_frameobj(self)->trace) : VALUE_NONE; }

static int set_trace(Value self, Value v)
{
    xframe_note_extras(as_frameobj(self));
    frameobj_set_trace(as_frameobj(self), v && v != VALUE_NONE ? value_retain(v) : VALUE_NULL);
    return 0;
}

static Value get_trace_lines(Value self) { return value_bool(as_frameobj(self)->trace_lines); }
static Value get_trace_opcodes(Value self) { return value_bool(as_frameobj(self)->trace_opcodes); }

static int set_flag(bool *flag, Value v)
{
    if (!v)
        return raise_error_int(&exc_TypeError, "can't delete numeric/char attribute");
    if (!value_is_bool(v))
        return raise_error_int(&exc_TypeError, "attribute value type must be bool");
    *flag = v == VALUE_TRUE;
    return 0;
}

static int set_trace_lines(Value self, Value v) { return set_flag(&as_frameobj(self)->trace_lines, v); }
static int set_trace_opcodes(Value self, Value v) { return set_flag(&as_frameobj(self)->trace_opcodes, v); }

static const GetSetDef getsets[] = {
    {"f_back", get_back, NULL},
    {"f_code", get_code, NULL},
    {"f_globals", get_globals, NULL},
    {"f_builtins", get_builtins, NULL},
    {"f_locals", get_locals, NULL},
    {"f_lineno", get_line, set_line},
    {"f_lasti", get_lasti, NULL},
    {"f_trace", get_trace, set_trace},
    {"f_trace_lines", get_trace_lines, set_trace_lines},
    {"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes},
    {NULL, NULL, NULL},
};

/* ---- clear ---- */

static void clear_contents(FrameObject *fobj)
{
    fobj->state = FOBJ_CLEARED;
    value_clear(&fobj->trace);
    for (Value *local = xframe_locals(fobj->xf); local < (Value *)fobj->xf; local++)
        value_clear(local);
    value_clear(&fobj->abandoned);
}

static Value method_clear(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    FrameObject *fobj = as_frameobj(self);
    if (fobj->state != FOBJ_LIVE) {
        clear_contents(fobj);
        return VALUE_NONE;
    }
    Generator *generator = fobj->generator;
    if (!generator || generator->state == GEN_RUNNING)
        return raise_error(&exc_RuntimeError, "cannot clear an executing frame");
    Value owner = value_retain(value_of(generator));
    type_of(owner)->finalize(&generator->head);
    value_release(owner);
    return VALUE_NONE;
}

static const NativeDef methods[] = {
    {"clear", method_clear, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

/* ---- life cycle ---- */

static Value frame_repr(Value self)
{
    FrameObject *fobj = as_frameobj(self);
    const Code *code = frameobj_code(fobj);
    return str_printf("<frame at %p, file %V, line %d, code %Y>", (void *)fobj, value_of(code->filename), frameobj_line(fobj), code->name);
}

static void frame_traverse(Object *self, VisitFn visit, void *context)
{
    FrameObject *fobj = (FrameObject *)self;
    visit(fobj->locals_dict, context);
    visit(fobj->trace, context);
    if (fobj->state == FOBJ_LIVE)
        return; /* what it shows belongs to the ExecFrame */
    visit(value_of(fobj->back), context);
    for (Value *local = xframe_locals(fobj->xf); local < (Value *)fobj->xf; local++)
        visit(*local, context);
    visit(fobj->abandoned, context);
    visit(value_of(fobj->xf->func), context);
}

static void frame_clear(Object *self)
{
    FrameObject *fobj = (FrameObject *)self;
    value_clear(&fobj->locals_dict);
    if (fobj->state != FOBJ_LIVE)
        clear_contents(fobj);
}

/* Only a FrameObject that took its data over gets here: a live ExecFrame holds a reference. */
static void frame_dealloc(Object *self)
{
    FrameObject *fobj = (FrameObject *)self;
    gc_untrack(fobj);
    value_clear(&fobj->locals_dict);
    for (Value *local = xframe_locals(fobj->xf); local < (Value *)fobj->xf; local++)
        value_clear(local);
    value_clear(&fobj->abandoned);
    frameobj_release_extras(fobj);
    FrameObject *back = fobj->back;
    Function *function = fobj->xf->func;
    xframe_frameobj_dealloc(fobj);
    object_release(function);
    object_release_null(back);
}

Type type_frame = {
    .head = OBJECT_STATIC(&type_type),
    .name = "frame",
    .flags = TYPE_GC,
    .size = sizeof(FrameObject),
    .base = &type_object,
    .dealloc = frame_dealloc,
    .traverse = frame_traverse,
    .clear = frame_clear,
    .repr = frame_repr,
    .methods = methods,
    .getsets = getsets,
};

int frameobj_init_type(void) { return type_ready(&type_frame); }
