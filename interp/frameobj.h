/* frameobj.h: FrameObject, the introspection object a program sees (sys._getframe(), tb_frame, gi_frame). */
#ifndef INTERP_FRAMEOBJ_H
#define INTERP_FRAMEOBJ_H

#include "code.h"
#include "thread.h"

typedef struct Generator Generator;

/* Looks through `xf` at an ExecFrame. While that is live (on a stack, in a generator) it is borrowed and the FrameObject is owned by it
 * (ExecFrame.link); after the detach, xf points into `storage`, whose contents are owned, and `back` is filled in. */
struct FrameObject {
    Object head;
    ExecFrame *xf;          /* never NULL */
    FrameObject *back;      /* owned; meaning while live: the policy's */
    Value locals_dict;      /* f_locals snapshot of a function, owned; VALUE_NULL: not asked for */
    Value trace;            /* f_trace, owned or VALUE_NULL */
    union {
        Generator *generator; /* FOBJ_LIVE: borrowed, whose ExecFrame this shows; NULL: no generator's */
        Value abandoned;      /* else: a tuple, owned, of the temporaries of the suspended generator that this outlives; VALUE_NULL: none */
    };
    uint32_t storage_slots; /* of storage */
    uint8_t state;          /* FOBJ_* */
    bool trace_lines, trace_opcodes;
    bool locals_read;       /* f_locals was: what is written to it becomes the locals after the next trace function (CPython's f_fast_as_locals) */
#ifdef INTERP_STATS
    uint32_t stats_site; /* who asked for it first (stats.h); 0: nobody yet */
#endif
    Value storage[];        /* locals and ExecFrame header of a detached one, or (policy) of a live one */
};

enum FrameObjectState { FOBJ_LIVE, FOBJ_DETACHED, FOBJ_CLEARED };

extern Type type_frame;
int frameobj_init_type(void);

static inline FrameObject *as_frameobj(Value v) { return (FrameObject *)value_object(v); }

const Code *frameobj_code(const FrameObject *fobj);
int frameobj_line(const FrameObject *fobj);       /* f_lineno: 1-based */
Value frameobj_locals(FrameObject *fobj);         /* f_locals: a new reference to the namespace, or to the refreshed snapshot */
void frameobj_set_trace(FrameObject *fobj, Value function_steal); /* f_trace; VALUE_NULL: none */
void frameobj_locals_to_slots(FrameObject *fobj); /* what was written to the snapshot becomes the locals (after a trace function) */
FrameObject *frameobj_current(ThreadState *ts, int depth); /* sys._getframe(depth), new reference; NULL: ValueError "call stack is not deep enough" */
Value xframe_namespace(ExecFrame *xf);            /* what locals() returns: as frameobj_locals, without needing a FrameObject for modules and classes */
int xframe_line(const ExecFrame *xf);

/* For policies. Fill the fields of a new FrameObject with the given storage; not tracked. NULL with MemoryError. */
void frameobj_init(FrameObject *fobj, ExecFrame *xf, uint32_t storage_slots);
/* Release what a FrameObject owns beside its ExecFrame (snapshot, trace), at the end of its life. */
void frameobj_release_extras(FrameObject *fobj);

#endif
