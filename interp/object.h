/* object.h: what every heap value begins with, its type, and reference counts.
 *
 * Ownership is in the name: functions that return a Value return a new reference unless the name says `get`/`borrow`/`lookup`;
 * parameters are borrowed unless the name ends in `_steal` (consumed, also on failure).
 * Errors: VALUE_NULL, NULL or -1 means "an exception is pending" (exceptions.h), nothing else reports.
 */
#ifndef INTERP_OBJECT_H
#define INTERP_OBJECT_H

#include "value.h"

typedef struct Dict Dict;
typedef struct Tuple Tuple;
typedef struct Str Str;
typedef struct Shape Shape;

/* Objects of a type with TYPE_GC are preceded by a GcHead (gc.h). */
struct Object {
    uint32_t refs;  /* 2^32 references need 32 GiB of slots */
    uint32_t flags; /* OBJ_*; the upper 16 bits are the type's own */
    Type *type;     /* owned by the object for heap types, see object_init */
};

enum {
    OBJ_FLAGS_NONE = 0,
    OBJ_FINALIZED = 1u << 0,         /* __del__ ran */
    OBJ_WEAKLY_REFERENCED = 1u << 1, /* types/weakref.c has a chain for it */
    OBJ_UNREACHABLE = 1u << 2        /* while the collector ends weak references: it is going to be cleared */
};

/* Python-level attributes of an instance: a hidden class and the values it names.
 * shape == NULL: `slots` is not used and `dict` is the attribute dictionary (someone asked for __dict__, or too many keys). */
typedef struct Attrs {
    Shape *shape;
    union {
        Value *slots; /* shape->count values; VALUE_NULL where deleted */
        Dict *dict;   /* owned */
    };
} Attrs;

/* An instance of a class written in Python whose base is `object`. Subclasses of builtin types have their Attrs at type->attrs_offset. */
typedef struct Instance {
    Object head;
    Attrs attrs; /* offset 16: inline caches rely on it (INSTANCE_ATTRS_OFFSET) */
    uint32_t capacity; /* of attrs.slots */
    uint32_t inline_capacity;
    Value inline_slots[]; /* attrs.slots points here until it outgrows it */
} Instance;

#define INSTANCE_ATTRS_OFFSET 16

/* ---- types ---- */

enum CompareOp { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE, COMPARE_COUNT };
typedef enum CompareOp CompareOp;

/* Whether an order (negative, zero, positive) is what the operator asks for. */
static inline bool compare_order(int order, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return order < 0;
    case COMPARE_LE: return order <= 0;
    case COMPARE_EQ: return order == 0;
    case COMPARE_NE: return order != 0;
    case COMPARE_GT: return order > 0;
    default: return order >= 0;
    }
}

enum BinaryOp {
    BINARY_ADD, BINARY_SUB, BINARY_MUL, BINARY_TRUEDIV, BINARY_FLOORDIV, BINARY_MOD, BINARY_POW, BINARY_LSHIFT,
    BINARY_RSHIFT, BINARY_AND, BINARY_OR, BINARY_XOR, BINARY_MATMUL, BINARY_DIVMOD, BINARY_COUNT
};
typedef enum BinaryOp BinaryOp;

enum UnaryOp { UNARY_NEG, UNARY_POS, UNARY_INVERT, UNARY_ABS, UNARY_COUNT };
typedef enum UnaryOp UnaryOp;

/* A C function as Python calls it. args[0..nargs) are positional, then one value per name in the tuple kwnames
 * (VALUE_NULL: no keywords). All borrowed. `self` is the bound object (VALUE_NULL for module functions). */
typedef Value (*NativeFn)(Value self, const Value *args, int nargs, Value kwnames);

typedef void (*VisitFn)(Value v, void *context); /* v may be VALUE_NULL or immediate */

enum TypeFlag {
    TYPE_GC = 1u << 0,          /* instances have a GcHead and a traverse slot */
    TYPE_HEAP = 1u << 1,        /* made by a class statement or type(): counted references from instances */
    TYPE_SUBCLASSABLE = 1u << 2,
    TYPE_INT = 1u << 3, TYPE_STR = 1u << 4, TYPE_LIST = 1u << 5, TYPE_TUPLE = 1u << 6, TYPE_DICT = 1u << 7,
    TYPE_EXCEPTION = 1u << 8, TYPE_TYPE = 1u << 9, TYPE_BYTES = 1u << 10, TYPE_FLOAT = 1u << 11, TYPE_SET = 1u << 12, /* is or derives from (SET: set and frozenset) */
    TYPE_DESCRIPTOR_DATA = 1u << 13, /* instances used as class attributes take priority over instance attributes */
    TYPE_HAS_DEL = 1u << 14,    /* defines __del__ */
    TYPE_GETATTR_HOOK = 1u << 15, /* defines __getattr__ or __getattribute__: attributes are never cached */
    TYPE_SETATTR_HOOK = 1u << 16,
    TYPE_SEQUENCE_PATTERN = 1u << 17, TYPE_MAPPING_PATTERN = 1u << 18, /* match statement: one of them */
    TYPE_PATTERNS = TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN,
    TYPE_ABSTRACT = 1u << 19,
    TYPE_WEAKREFS = 1u << 21,    /* instances can be referenced weakly; inherited */
    TYPE_METHOD_LIKE = 1u << 20  /* instances bind like functions: plain Function and NativeMethod; LOAD_METHOD need not build a bound method */
};

struct Type {
    Object head;      /* head.type is the metaclass */
    const char *name; /* __name__, UTF-8 */
    uint32_t flags;   /* TypeFlag */
    uint32_t version; /* unique over all types and their states; changes when a cached lookup may change; never 0 once ready */
    size_t size;      /* bytes of an instance (or of its fixed part) */
    uint32_t attrs_offset; /* of the Attrs in an instance, an int32_t (negative: in the prefix), see object_attrs() in attr.h; 0: none */
    Type *base;       /* best base */
    Tuple *bases;
    Tuple *mro;       /* of Types, self first */
    Dict *dict;       /* the type's own attributes */
    Shape *root_shape; /* of new instances with attributes */
    uint32_t inline_slots; /* slots a new instance reserves; learnt from earlier instances */
    Str *name_str, *qualname, *module; /* owned, may be NULL for builtin types (module "builtins") */
    Value doc;
    uint32_t constructor_version; /* type->version for which `constructor` holds */
    struct Function *constructor; /* borrowed: the Python __init__ to run after instance_new (eval_call.c) */
    void *subclasses; /* weak list, type.c */

    /* life cycle */
    Value (*new)(Type *type, const Value *args, int nargs, Value kwnames);   /* __new__; NULL: cannot be created */
    int (*init)(Value self, const Value *args, int nargs, Value kwnames);    /* __init__ */
    void (*dealloc)(Object *self);                                          /* refs is 0: release parts, then object_free */
    void (*traverse)(Object *self, VisitFn visit, void *context);
    void (*clear)(Object *self);                                            /* break cycles */

    /* protocol; NULL: not supported */
    Value (*repr)(Value self);
    Value (*str)(Value self);
    int64_t (*hash)(Value self); /* -1: exception pending */
    const void *(*buffer)(Value self, int64_t *size); /* its bytes, for bytes() and what takes bytes-like objects; valid until it changes */
    int64_t *(*exports)(Value self); /* how many memoryviews look at its bytes: not 0, it keeps its size; NULL: its bytes never change */
    Value (*call)(Value self, const Value *args, int nargs, Value kwnames);
    Value (*getattr)(Value self, Str *name);  /* NULL: attr_generic_get */
    int (*setattr)(Value self, Str *name, Value value); /* value VALUE_NULL deletes; NULL: attr_generic_set */
    Value (*compare)(Value a, Value b, CompareOp op);  /* may return NotImplemented */
    int (*truth)(Value self);    /* 1, 0, -1 */
    Value (*iter)(Value self);
    Value (*next)(Value self);   /* VALUE_NULL with nothing pending: exhausted */
    Value (*binary[BINARY_COUNT])(Value self, Value other);    /* self op other; NotImplemented allowed */
    Value (*reflected[BINARY_COUNT])(Value self, Value other); /* other op self; NotImplemented allowed */
    Value (*inplace[BINARY_COUNT])(Value self, Value other);
    Value (*unary[UNARY_COUNT])(Value self);
    Value (*pow3)(Value base, Value exponent, Value modulus);
    Value (*to_int)(Value self), (*to_float)(Value self), (*to_index)(Value self); /* __int__, __float__, __index__ */
    int64_t (*length)(Value self); /* -1: exception */
    Value (*getitem)(Value self, Value key);
    int (*setitem)(Value self, Value key, Value value); /* value VALUE_NULL deletes */
    int (*contains)(Value self, Value key);             /* 1, 0, -1; NULL: by iteration */
    Value (*descr_get)(Value self, Value instance, Type *owner); /* instance VALUE_NULL: through the class */
    int (*descr_set)(Value self, Value instance, Value value);   /* value VALUE_NULL deletes */

    void (*finalize)(Object *self); /* TYPE_HAS_DEL: before dealloc, at most once an object; without it (a generator's close): by the collector; may resurrect */
    uint32_t prefix_size; /* bytes in front of the GcHead: Attrs and __slots__ of classes derived from builtin types (object.c) */

    const struct NativeDef *methods; /* static tables, turned into dict entries by type_ready; end with name NULL */
    const struct GetSetDef *getsets, *members; /* members: those which CPython keeps as plain fields; so is what attr_readonly guards */
};

/* One row of a method table. `min_args`/`max_args` count positional arguments without self; max -1: any number.
 * Without NATIVE_KEYWORDS a keyword argument raises "name() takes no keyword arguments". */
typedef struct NativeDef {
    const char *name;
    NativeFn function;
    int16_t min_args, max_args;
    uint32_t flags; /* NATIVE_* */
} NativeDef;

enum { NATIVE_KEYWORDS = 1, NATIVE_STATIC = 2, NATIVE_CLASS = 4 /* self is the type */, NATIVE_VARARGS = 8 /* METH_VARARGS in CPython: keywords are refused in its bare name */ };

typedef struct GetSetDef {
    const char *name;
    Value (*get)(Value self);
    int (*set)(Value self, Value value); /* NULL: read-only; value VALUE_NULL deletes */
} GetSetDef;

int attr_readonly(Value self, Value value); /* the `set` of what CPython calls a read-only member: another refusal than that of NULL */

extern Type type_object, type_type, type_none, type_not_implemented, type_ellipsis;
extern Type type_int, type_bool, type_float;
extern Type *const value_constant_types[VALUE_CONSTANT_COUNT];

static inline Type *type_of(Value v)
{
    if (value_is_object(v))
        return value_object(v)->type;
    if (value_is_small_int(v))
        return &type_int;
    if (value_is_flonum(v))
        return &type_float;
    return value_constant_types[v >> 3];
}

static inline bool type_has(const Type *type, uint32_t flag) { return type->flags & flag; }
static inline bool value_has_type_flag(Value v, uint32_t flag) { return type_of(v)->flags & flag; }
static inline bool value_is_exactly(Value v, const Type *type) { return type_of(v) == type; }
static inline bool value_is_heap_exactly(Value v, const Type *type) { return value_is_object(v) && value_object(v)->type == type; } /* v not 0 */
static inline bool value_is_int(Value v) { return value_is_small_int(v) || value_has_type_flag(v, TYPE_INT); } /* includes bool and subclasses */
static inline bool value_is_str(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_STR; }
static inline bool value_is_tuple(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_TUPLE; }
static inline bool value_is_list(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_LIST; }
static inline bool value_is_dict(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_DICT; }
static inline bool value_is_type(Value v) { return value_is_object(v) && value_object(v)->type->flags & TYPE_TYPE; }

/* ---- references ---- */

void object_dealloc(Object *object); /* refs reached 0: __del__, weak references, then type->dealloc; bounds C recursion */

static inline void object_retain(void *object) { ((Object *)object)->refs++; }
static inline void object_release(void *object)
{
    Object *o = object;
    if (--o->refs == 0)
        object_dealloc(o);
}
static inline void object_release_null(void *object) { if (object) object_release(object); }

/* v must not be VALUE_NULL */
static inline Value value_retain(Value v)
{
    if (value_is_object(v))
        value_object(v)->refs++;
    return v;
}
static inline void value_release(Value v)
{
    if (value_is_object(v))
        object_release(value_object(v));
}
static inline void value_release_null(Value v) { if (v) value_release(v); }
static inline Value value_retain_null(Value v) { return v ? value_retain(v) : v; }

/* Store a new value (consumed) into an owned slot, then release what was there. Safe when the release runs code. */
static inline void value_set_steal(Value *slot, Value v)
{
    Value old = *slot;
    *slot = v;
    value_release_null(old);
}
static inline void value_clear(Value *slot) { value_set_steal(slot, VALUE_NULL); }

/* ---- life cycle ---- */

/* Memory for an object of `size` bytes (>= sizeof(Object)), header filled, refs 1, the rest uninitialized; not yet tracked by the
 * collector (gc_track when its fields are valid). Retains heap types. NULL with MemoryError pending. */
void *object_alloc(Type *type, size_t size);
void *object_alloc_zeroed(Type *type, size_t size);
/* Give the memory back (untracks first if needed, releases a heap type). `size` as given to object_alloc. */
void object_free(void *object, size_t size);

/* Static objects: refs start at 1 held by nobody and never reach 0. */
#define OBJECT_STATIC(type_pointer) { .refs = 1u << 30, .flags = 0, .type = (type_pointer) }

#endif
