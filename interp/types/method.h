/* types/method.h: native functions and the small objects that bind functions: methods, descriptors of builtin types, static and class methods. */
#ifndef INTERP_TYPES_METHOD_H
#define INTERP_TYPES_METHOD_H

#include "object.h"
#include "native.h"

/* A Python method bound to its self. */
typedef struct BoundMethod {
    Object head;
    Value function, self;
} BoundMethod;

/* builtin_function_or_method: len, or [].append (self set). */
typedef struct NativeFunction {
    Object head;
    const NativeDef *def;
    Value self;    /* VALUE_NULL for module functions */
    Value module;  /* str or VALUE_NULL */
    Value doc;     /* VALUE_NULL: None */
} NativeFunction;

/* method_descriptor (list.append) or, with NATIVE_CLASS, classmethod_descriptor (dict.fromkeys): lives in the type's dict. */
typedef struct NativeMethod {
    Object head;
    const NativeDef *def;
    Type *owner;   /* static, not counted */
} NativeMethod;

/* getset_descriptor */
typedef struct GetSetDescriptor {
    Object head;
    const GetSetDef *def;
    Type *owner;
} GetSetDescriptor;

/* member_descriptor: one name of __slots__. */
typedef struct MemberDescriptor {
    Object head;
    Str *name;      /* owned */
    Type *owner;    /* not counted: the descriptor lives in its dict */
    int32_t offset; /* of the Value, from the object; negative: in the prefix of a subclass of a builtin type */
} MemberDescriptor;

/* staticmethod and classmethod objects. */
typedef struct MethodWrapper {
    Object head;
    Value function;
    Value dict;     /* VALUE_NULL until used */
} MethodWrapper;

extern Type type_bound_method, type_native_function, type_native_method, type_native_class_method, type_getset_descriptor,
    type_member_descriptor, type_computed_member, type_staticmethod, type_classmethod, type_property, type_super, type_slot_wrapper, type_method_wrapper;

Value property_getter(Value property); /* borrowed; VALUE_NULL: none */
Value bound_method_new(Value function, Value self);
Value native_function_new(const NativeDef *def, Value self, const char *module); /* def must outlive it; self/module may be 0 */
Value native_text_signature(Value v); /* __text_signature__ of a builtin function, method or type; None: CPython has none */
Value native_method_new(const NativeDef *def, Type *owner);
Value getset_descriptor_new(const GetSetDef *def, Type *owner, bool member /* shown as a member_descriptor */);
Value member_descriptor_new(Str *name, Type *owner, int32_t offset);
Value staticmethod_new(Value function);
Value classmethod_new(Value function);

static inline BoundMethod *as_bound_method(Value v) { return (BoundMethod *)value_object(v); }
static inline NativeFunction *as_native_function(Value v) { return (NativeFunction *)value_object(v); }
static inline NativeMethod *as_native_method(Value v) { return (NativeMethod *)value_object(v); }

int method_types_init(void);   /* method.c, property.c, super.c, … ready their types */
int property_types_init(void);
int super_types_init(void);
int function_types_init(void);
int singletons_init(void);

/* What the classes behind `start` in the MRO of mro_of have for name (super.c); borrowed, VALUE_NULL: none of them has it. */
Value super_lookup(const Type *start, const Type *mro_of, Str *name);

#endif
