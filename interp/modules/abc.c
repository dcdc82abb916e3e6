/* abc.c: the module _abc: what the metaclass of abc.py does at isinstance() and issubclass().
 *
 * Answers are remembered by the version of the class asked about, which changes whenever the class does: so the memory holds no class
 * alive and needs no clearing. A register() anywhere forgets everything. */
#include "modules.h"

#include "type_private.h"
#include "abstract.h"
#include "attr.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "list.h"
#include "module.h"
#include "names.h"
#include "set.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

enum { ANSWERS = 64 };

/* The attribute _abc_impl of each abstract base class. */
typedef struct AbcData {
    Object head;
    Value registry; /* list of classes */
    uint64_t token; /* of the answers; stale when it is not the current one */
    struct {
        uint32_t version; /* 0: empty */
        bool subclass;
    } answers[ANSWERS]; /* by version modulo ANSWERS */
} AbcData;

static uint64_t current_token = 1; /* counts register() calls */
static Str *name_impl, *name_subclasshook;

static void data_dealloc(Object *self)
{
    gc_untrack(self);
    value_release(((AbcData *)self)->registry);
    object_free(self, sizeof(AbcData));
}

static void data_traverse(Object *self, VisitFn visit, void *context) { visit(((AbcData *)self)->registry, context); }

static Type type_abc_data = {.head = OBJECT_STATIC(&type_type), .name = "_abc._abc_data", .flags = TYPE_GC, .size = sizeof(AbcData),
                             .base = &type_object, .dealloc = data_dealloc, .traverse = data_traverse};

/* The data of cls, borrowed: a class whose making failed after it was made has that of its base. NULL with TypeError. */
static AbcData *data_of(Value cls)
{
    Value found = value_is_type(cls) ? type_lookup(as_type(cls), name_impl) : VALUE_NULL;
    if (found && value_is_heap_exactly(found, &type_abc_data))
        return (AbcData *)value_object(found);
    raise_error(&exc_TypeError, "_abc_impl is set to a wrong type");
    return NULL;
}

/* ---- which methods are abstract ---- */

static int is_abstract(Value v)
{
    Value flag;
    int found = value_lookup_attr(v, name___isabstractmethod__, &flag);
    if (found <= 0)
        return found;
    int truth = value_truth(flag);
    value_release(flag);
    return truth;
}

static int add_own_abstracts(Set *names, Type *cls)
{
    Value items = dict_copy(cls->dict), key, value;
    if (!items)
        return -1;
    int status = 0;
    for (int64_t at = 0; status >= 0 && dict_next(as_dict(items), &at, &key, &value);) {
        status = is_abstract(value);
        if (status > 0)
            status = set_add(names, key);
    }
    value_release(items);
    return status < 0 ? -1 : 0;
}

static int add_inherited_abstracts(Set *names, Value cls)
{
    Tuple *bases = as_type(cls)->bases;
    for (int64_t i = 0; i < bases->length; i++) {
        Value inherited = dict_get_str(as_type(bases->items[i])->dict, name___abstractmethods__), name, value;
        if (!inherited || !value_is_set(inherited))
            continue;
        for (int64_t at = 0; set_next(as_set(inherited), &at, &name);) {
            int found = value_is_str(name) ? value_lookup_attr(cls, as_str(name), &value) : 0;
            int abstract = found > 0 ? is_abstract(value) : found;
            if (found > 0)
                value_release(value);
            if (abstract < 0 || (abstract && set_add(names, name) < 0))
                return -1;
        }
    }
    return 0;
}

/* ---- what the match statement takes for a sequence or a mapping ---- */

/* cls and its subclasses, now that cls is registered with an abstract base class that has the flag. Not for builtin types. */
static void take_pattern(Type *cls, unsigned flag)
{
    if (!flag || (cls->flags & TYPE_PATTERNS) == flag || !type_has(cls, TYPE_HEAP))
        return;
    cls->flags = (cls->flags & ~(uint32_t)TYPE_PATTERNS) | flag;
    for (uint32_t i = 0; i < type_subclass_count(cls); i++)
        take_pattern(type_subclass_at(cls, i), flag);
}

/* A class body's __abc_tpflags__: 1 << 5 for sequences, 1 << 6 for mappings, as in CPython. */
static int take_class_flags(Type *cls)
{
    static Str *name;
    if (!name && !(name = str_intern_cstr("__abc_tpflags__")))
        return -1;
    Value flags = dict_get_str(cls->dict, name);
    if (!flags || !value_is_small_int(flags))
        return 0;
    int64_t bits = value_small_int(flags);
    cls->flags |= bits & 1 << 5 ? TYPE_SEQUENCE_PATTERN : bits & 1 << 6 ? TYPE_MAPPING_PATTERN : 0;
    return type_set_attribute(cls, name, VALUE_NULL);
}

static Value abc_init(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value cls = args[0], names = set_new(&type_set, VALUE_NULL);
    Value registry = names ? list_new(0) : VALUE_NULL;
    AbcData *data = registry ? object_alloc_zeroed(&type_abc_data, sizeof *data) : NULL;
    if (!data) {
        value_release_null(names);
        value_release_null(registry);
        return VALUE_NULL;
    }
    data->registry = registry;
    gc_track(data);
    Value frozen = VALUE_NULL;
    if (add_own_abstracts(as_set(names), as_type(cls)) == 0 && add_inherited_abstracts(as_set(names), cls) == 0)
        frozen = set_new(&type_frozenset, names);
    int status = frozen ? value_setattr(cls, name___abstractmethods__, frozen) : -1;
    if (status == 0)
        status = value_setattr(cls, name_impl, value_of(data));
    if (status == 0)
        status = take_class_flags(as_type(cls));
    value_release_null(frozen);
    value_release(names);
    object_release(data);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

/* ---- asking ---- */

/* Asking may change the list. */
static int is_subclass_of_any(Value subclass, List *classes)
{
    int found = 0;
    for (int64_t i = 0; found == 0 && i < classes->length; i++) {
        Value cls = value_retain(classes->items[i]);
        found = value_issubclass(subclass, cls);
        value_release(cls);
    }
    return found;
}

/* 1, 0, -1: by the hook of the class, its registry, or its subclasses. */
static int search(Value cls, Value subclass, AbcData *data)
{
    Value args[1] = {subclass};
    Value answer = call_method(cls, name_subclasshook, args, 1);
    if (!answer)
        return -1;
    value_release(answer);
    if (answer == VALUE_TRUE || answer == VALUE_FALSE)
        return answer == VALUE_TRUE;
    if (answer != VALUE_NOT_IMPLEMENTED)
        return raise_error_int(&exc_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    if (type_is_subtype(as_type(subclass), as_type(cls)))
        return 1;
    int found = is_subclass_of_any(subclass, as_list(data->registry));
    if (found)
        return found;
    Value below = call_method(cls, name___subclasses__, NULL, 0);
    if (!below)
        return -1;
    found = value_is_list(below) ? is_subclass_of_any(subclass, as_list(below)) : raise_error_int(&exc_TypeError, "__subclasses__() must return a list");
    value_release(below);
    return found;
}

static int check_subclass(Value cls, Value subclass)
{
    if (!value_is_type(subclass))
        return raise_error_int(&exc_TypeError, "issubclass() arg 1 must be a class");
    AbcData *data = data_of(cls);
    if (!data)
        return -1;
    if (data->token != current_token) {
        memset(data->answers, 0, sizeof data->answers);
        data->token = current_token;
    }
    uint32_t version = as_type(subclass)->version;
    if (version && data->answers[version % ANSWERS].version == version)
        return data->answers[version % ANSWERS].subclass;
    object_retain(data);
    int answer = search(cls, subclass, data);
    if (answer >= 0 && data->token == current_token && as_type(subclass)->version == version) {
        data->answers[version % ANSWERS].version = version;
        data->answers[version % ANSWERS].subclass = answer;
    }
    object_release(data);
    return answer;
}

static Value abc_subclasscheck(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int answer = check_subclass(args[0], args[1]);
    return answer < 0 ? VALUE_NULL : value_bool(answer);
}

/* Through __class__, which a proxy may set; where that is another class, either will do. */
static Value abc_instancecheck(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value claimed = value_getattr(args[1], name___class__), actual = value_of(type_of(args[1]));
    if (!claimed)
        return VALUE_NULL;
    int answer = check_subclass(args[0], claimed);
    if (answer == 0 && claimed != actual)
        answer = check_subclass(args[0], actual);
    value_release(claimed);
    return answer < 0 ? VALUE_NULL : value_bool(answer);
}

static Value abc_register(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_type(args[1]))
        return raise_error(&exc_TypeError, "Can only register classes");
    int already = value_issubclass(args[1], args[0]);
    if (already == 0) {
        int cycle = value_issubclass(args[0], args[1]);
        AbcData *data = cycle ? NULL : data_of(args[0]);
        if (cycle > 0)
            raise_error(&exc_RuntimeError, "Refusing to create an inheritance cycle");
        if (!data || list_append(data->registry, args[1]) < 0)
            return VALUE_NULL;
        current_token++;
        take_pattern(as_type(args[1]), as_type(args[0])->flags & TYPE_PATTERNS);
    }
    return already < 0 ? VALUE_NULL : value_retain(args[1]);
}

static Value abc_token(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return int_from_uint64(current_token);
}

/* For classes of the library that CPython has in C. */
static Value abc_name_as_builtin(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_type(args[0]) || !type_has(as_type(args[0]), TYPE_HEAP))
        return raise_error(&exc_TypeError, "_name_as_builtin() argument must be a class, not %T", args[0]);
    return type_name_as_builtin(as_type(args[0])) < 0 ? VALUE_NULL : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"_abc_init", abc_init, 1, 1, 0}, {"_name_as_builtin", abc_name_as_builtin, 1, 1, 0}, {"_abc_subclasscheck", abc_subclasscheck, 2, 2, 0}, {"_abc_instancecheck", abc_instancecheck, 2, 2, 0},
    {"_abc_register", abc_register, 2, 2, 0}, {"get_cache_token", abc_token, 0, 0, 0}, {0}};

Value module_abc_init(void)
{
    name_impl = str_intern_cstr("_abc_impl");
    name_subclasshook = str_intern_cstr("__subclasshook__");
    if (!name_impl || !name_subclasshook || type_ready(&type_abc_data) < 0)
        return VALUE_NULL;
    return module_from_parts("_abc", functions, NULL, 0);
}
