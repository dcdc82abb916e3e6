#include "exceptions.h"

#include "exceptions_unicode.h"

#include "abstract.h"
#include "attr.h"
#include "gc.h"
#include "names.h"
#include "thread.h"
#include "traceback.h"
#include "type.h"
#include "types/codec.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#include <errno.h>
#include <stdarg.h>

/* Made in advance, for when there is no memory to make one. One that dies comes back, so that what it held (a traceback) dies when the
 * program lets go of it. When all are in use and no more can be made, the last is raised, which nobody owns alone. */
enum { MEMORY_ERRORS = 8 };
static ExceptionObject *memory_errors[MEMORY_ERRORS], *last_memory_error;
static int memory_errors_spare;

static ExceptionObject *as_exception(Value v) { return (ExceptionObject *)value_object(v); }

/* ---- the objects ---- */

enum { FIELD_COUNT = sizeof ((ExceptionObject *)0)->fields / sizeof(Value) };

Value exc_new(Type *type, const Value *args, int nargs)
{
    Value tuple = tuple_from(args, nargs);
    if (!tuple)
        return VALUE_NULL;
    ExceptionObject *self = object_alloc_zeroed(type, type->size);
    if (!self) {
        value_release(tuple);
        return VALUE_NULL;
    }
    self->args = tuple;
    gc_track(self);
    return value_of(self);
}

static Value exception_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    return exc_new(type, args, nargs);
}

static int no_keywords(Value self, Value kwnames)
{
    if (kwnames && as_tuple(kwnames)->length)
        return raise_error_int(&exc_TypeError, "%T() takes no keyword arguments", self);
    return 0;
}

static int set_args(Value self, const Value *args, int nargs)
{
    Value tuple = tuple_from(args, nargs);
    if (!tuple)
        return -1;
    value_set_steal(&as_exception(self)->args, tuple);
    return 0;
}

static int exception_init(Value self, const Value *args, int nargs, Value kwnames)
{
    return no_keywords(self, kwnames) < 0 ? -1 : set_args(self, args, nargs);
}

/* StopIteration, SystemExit: `value` is the one argument, or all of them. */
static int value_init(Value self, const Value *args, int nargs, Value kwnames)
{
    if (exception_init(self, args, nargs, kwnames) < 0)
        return -1;
    ExceptionObject *e = as_exception(self);
    bool all = nargs > 1 && type_is_subtype(type_of(self), &exc_SystemExit);
    value_set_steal(&e->value, all ? value_retain(e->args) : nargs ? value_retain(args[0]) : VALUE_NONE);
    return 0;
}

static Value field_get(Value self, int index)
{
    Value v = as_exception(self)->fields[index];
    return v ? value_retain(v) : VALUE_NONE;
}

static void field_set(Value self, int index, Value v)
{
    value_set_steal(&as_exception(self)->fields[index], value_retain_null(v));
}

/* Keyword-only extras such as ImportError(msg, *, name, path): `names[i]` goes to fields[i]. */
static int init_with_fields(Value self, const Value *args, int nargs, Value kwnames, const char *const *names)
{
    Tuple *given = kwnames ? as_tuple(kwnames) : NULL;
    for (int index = 0; names[index]; index++)
        field_set(self, index, VALUE_NULL);
    for (int64_t k = 0; given && k < given->length; k++) {
        int index = 0;
        while (names[index] && !str_equal_cstr(given->items[k], names[index]))
            index++;
        if (!names[index])
            return raise_error_int(&exc_TypeError, "'%S' is an invalid keyword argument for %T()", given->items[k], self);
        field_set(self, index, args[nargs + k]);
    }
    return set_args(self, args, nargs);
}

static int name_error_init(Value self, const Value *args, int nargs, Value kwnames)
{
    static const char *const names[] = {"name", NULL};
    return init_with_fields(self, args, nargs, kwnames, names);
}

static int attribute_error_init(Value self, const Value *args, int nargs, Value kwnames)
{
    static const char *const names[] = {"name", "obj", NULL};
    return init_with_fields(self, args, nargs, kwnames, names);
}

static int import_error_init(Value self, const Value *args, int nargs, Value kwnames)
{
    static const char *const names[] = {"name", "path", NULL};
    if (init_with_fields(self, args, nargs, kwnames, names) < 0)
        return -1;
    field_set(self, 2, nargs == 1 ? args[0] : VALUE_NULL);
    return 0;
}

static Type *os_error_type(int number)
{
    switch (number) {
    case EAGAIN: case EALREADY: case EINPROGRESS: return &exc_BlockingIOError;
    case EPIPE: case ESHUTDOWN: return &exc_BrokenPipeError;
    case ECONNABORTED: return &exc_ConnectionAbortedError;
    case ECONNREFUSED: return &exc_ConnectionRefusedError;
    case ECONNRESET: return &exc_ConnectionResetError;
    case ECHILD: return &exc_ChildProcessError;
    case EEXIST: return &exc_FileExistsError;
    case ENOENT: return &exc_FileNotFoundError;
    case EISDIR: return &exc_IsADirectoryError;
    case ENOTDIR: return &exc_NotADirectoryError;
    case EINTR: return &exc_InterruptedError;
    case EACCES: case EPERM: return &exc_PermissionError;
    case ESRCH: return &exc_ProcessLookupError;
    case ETIMEDOUT: return &exc_TimeoutError;
    default: return &exc_OSError;
    }
}

static int os_error_fill(Value self, const Value *args, int nargs)
{
    if (nargs < 2 || nargs > 5)
        return set_args(self, args, nargs);
    field_set(self, 0, args[0]);
    field_set(self, 1, args[1]);
    if (nargs < 3 || args[2] == VALUE_NONE)
        return set_args(self, args, nargs);
    if (type_is_subtype(type_of(self), &exc_BlockingIOError) && value_is_int(args[2])) { /* no name of a file: how much was written */
        value_set_steal(&as_exception(self)->value, value_retain(args[2]));
        return set_args(self, args, nargs);
    }
    field_set(self, 2, args[2]);
    if (nargs == 5 && args[4] != VALUE_NONE) /* args[3] is the error number of another system */
        field_set(self, 3, args[4]);
    return set_args(self, args, 2);
}

/* Classes with an __init__ of their own and no __new__ give their arguments to OSError.__init__, all others to OSError.__new__. */
static bool os_error_uses_init(const Type *type) { return type->init != exc_OSError.init && type->new == exc_OSError.new; }

static Value os_error_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    int64_t number;
    bool later = os_error_uses_init(type);
    if (!later && kwnames && as_tuple(kwnames)->length)
        return raise_error(&exc_TypeError, "%s() takes no keyword arguments", type->name);
    if (type == &exc_OSError && nargs >= 2 && nargs <= 5 && value_is_int(args[0]) && int_fits_int64(args[0], &number))
        type = os_error_type((int)number);
    Value self = exc_new(type, args, later ? 0 : nargs);
    if (self && !later && os_error_fill(self, args, nargs) < 0)
        value_clear(&self);
    return self;
}

static int os_error_init(Value self, const Value *args, int nargs, Value kwnames)
{
    if (!os_error_uses_init(type_of(self)))
        return 0;
    return no_keywords(self, kwnames) < 0 ? -1 : os_error_fill(self, args, nargs);
}

static int set_place(Value self, const Tuple *place)
{
    long length = (long)place->length;
    if (length < 4 || length > 6)
        return raise_error_int(&exc_TypeError, length < 4 ? "function takes at least 4 arguments (%ld given)" : "function takes at most 6 arguments (%ld given)", length);
    if (length == 5)
        return raise_error_int(&exc_TypeError, "end_offset must be provided when end_lineno is provided");
    for (int i = 0; i < length; i++)
        field_set(self, i + 1, place->items[i]);
    return 0;
}

static int syntax_error_init(Value self, const Value *args, int nargs, Value kwnames)
{
    if (exception_init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs >= 1)
        field_set(self, 0, args[0]);
    if (nargs != 2)
        return 0;
    Value place = tuple_from_iterable(args[1]);
    if (!place)
        return -1;
    int status = set_place(self, as_tuple(place));
    value_release(place);
    return status;
}

static void exception_traverse(Object *object, VisitFn visit, void *context)
{
    ExceptionObject *self = (ExceptionObject *)object;
    attrs_traverse(&self->attrs, visit, context);
    visit(self->args, context);
    visit(self->traceback, context);
    visit(self->context, context);
    visit(self->cause, context);
    visit(self->value, context);
    for (int i = 0; i < FIELD_COUNT; i++)
        visit(self->fields[i], context);
}

static void exception_clear(Object *object)
{
    ExceptionObject *self = (ExceptionObject *)object;
    attrs_release(object, &self->attrs);
    value_clear(&self->args);
    value_clear(&self->traceback);
    value_clear(&self->context);
    value_clear(&self->cause);
    value_clear(&self->value);
    for (int i = 0; i < FIELD_COUNT; i++)
        value_clear(&self->fields[i]);
}

static void memory_error_keep(ExceptionObject *error)
{
    error->head.refs = 1;
    error->head.flags = 0;
    memset((char *)error + sizeof(Object), 0, sizeof *error - sizeof(Object));
    attrs_init(&error->attrs, &exc_MemoryError);
    error->args = tuple_new(0); /* never allocates */
    memory_errors[memory_errors_spare++] = error;
}

static void exception_dealloc(Object *object)
{
    gc_untrack(object);
    exception_clear(object);
    if (object->type == &exc_MemoryError && memory_errors_spare < MEMORY_ERRORS)
        memory_error_keep((ExceptionObject *)object);
    else
        object_free(object, object->type->size);
}

/* ---- str and repr ---- */

static Value exception_str(Value self)
{
    Value args = as_exception(self)->args;
    switch (as_tuple(args)->length) {
    case 0: return str_from_cstr("");
    case 1: return value_str(as_tuple(args)->items[0]);
    default: return value_str(args);
    }
}

static Value exception_repr(Value self)
{
    Value args = as_exception(self)->args;
    if (as_tuple(args)->length == 1)
        return str_printf("%T(%V)", self, as_tuple(args)->items[0]);
    return str_printf("%T%V", self, args);
}

static Value key_error_str(Value self)
{
    Tuple *args = as_tuple(as_exception(self)->args);
    return args->length == 1 ? value_repr(args->items[0]) : exception_str(self);
}

static Value import_error_str(Value self)
{
    Value message = as_exception(self)->fields[2];
    return message && value_is_str(message) ? value_retain(message) : exception_str(self);
}

static Value os_error_str(Value self)
{
    ExceptionObject *e = as_exception(self);
    if (e->fields[0] && e->fields[1] && e->fields[2] && e->fields[3])
        return str_printf("[Errno %S] %S: %V -> %V", e->fields[0], e->fields[1], e->fields[2], e->fields[3]);
    if (e->fields[0] && e->fields[1] && e->fields[2])
        return str_printf("[Errno %S] %S: %V", e->fields[0], e->fields[1], e->fields[2]);
    if (e->fields[0] && e->fields[1])
        return str_printf("[Errno %S] %S", e->fields[0], e->fields[1]);
    return exception_str(self);
}

static Value syntax_error_str(Value self)
{
    ExceptionObject *e = as_exception(self);
    Value message = e->fields[0] ? e->fields[0] : VALUE_NONE;
    bool has_file = e->fields[1] && value_is_str(e->fields[1]), has_line = e->fields[2] && value_is_int(e->fields[2]);
    const char *file = has_file ? str_utf8(e->fields[1], NULL) : NULL;
    if (has_file && !file)
        return VALUE_NULL;
    const char *slash = file ? strrchr(file, '/') : NULL;
    if (slash)
        file = slash + 1;
    if (has_file && has_line)
        return str_printf("%S (%s, line %S)", message, file, e->fields[2]);
    if (has_file)
        return str_printf("%S (%s)", message, file);
    if (has_line)
        return str_printf("%S (line %S)", message, e->fields[2]);
    return value_str(message);
}

/* ---- attributes ---- */

static Value get_args(Value self) { return value_retain(as_exception(self)->args); }
static Value get_optional(Value v) { return v ? value_retain(v) : VALUE_NONE; }
static Value get_traceback(Value self) { return get_optional(as_exception(self)->traceback); }
static Value get_context(Value self) { return get_optional(as_exception(self)->context); }
static Value get_cause(Value self) { return get_optional(as_exception(self)->cause); }
static Value get_suppress(Value self) { return value_bool(as_exception(self)->suppress_context); }
static Value get_value(Value self) { return get_optional(as_exception(self)->value); }
static Value get_field_0(Value self) { return field_get(self, 0); }
static Value get_field_1(Value self) { return field_get(self, 1); }
static Value get_field_2(Value self) { return field_get(self, 2); }
static Value get_field_3(Value self) { return field_get(self, 3); }
static Value get_field_4(Value self) { return field_get(self, 4); }
static Value get_field_5(Value self) { return field_get(self, 5); }
static Value get_field_6(Value self) { return field_get(self, 6); }

static int set_args_attribute(Value self, Value value)
{
    if (!value)
        return raise_error_int(&exc_TypeError, "args may not be deleted");
    Value list = list_new(0);
    if (!list || list_extend(list, value) < 0) {
        value_release_null(list);
        return -1;
    }
    int status = set_args(self, as_list(list)->items, (int)as_list(list)->length);
    value_release(list);
    return status;
}

static int set_traceback(Value self, Value value)
{
    if (!value)
        return raise_error_int(&exc_TypeError, "__traceback__ may not be deleted");
    if (value != VALUE_NONE && !value_is_exactly(value, &type_traceback))
        return raise_error_int(&exc_TypeError, "__traceback__ must be a traceback or None");
    value_set_steal(&as_exception(self)->traceback, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return 0;
}

static int set_linked(Value *slot, Value value, const char *name)
{
    if (!value)
        return raise_error_int(&exc_TypeError, "%s may not be deleted", name);
    if (value != VALUE_NONE && !value_has_type_flag(value, TYPE_EXCEPTION))
        return raise_error_int(&exc_TypeError, "exception %s must be None or derive from BaseException",
                               strcmp(name, "__cause__") == 0 ? "cause" : "context");
    value_set_steal(slot, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return 0;
}

static int set_context(Value self, Value value) { return set_linked(&as_exception(self)->context, value, "__context__"); }

static int set_cause(Value self, Value value)
{
    as_exception(self)->suppress_context = true;
    return set_linked(&as_exception(self)->cause, value, "__cause__");
}

static int set_suppress(Value self, Value value)
{
    int truth = value ? value_truth(value) : 0;
    if (truth < 0)
        return -1;
    as_exception(self)->suppress_context = truth;
    return 0;
}

static int set_value(Value self, Value value)
{
    value_set_steal(&as_exception(self)->value, value_retain_null(value));
    return 0;
}

static Value get_written(Value self)
{
    Value written = as_exception(self)->value;
    return written ? value_retain(written) : raise_error(&exc_AttributeError, "characters_written");
}

static int set_written(Value self, Value value)
{
    if (!value && !as_exception(self)->value)
        return raise_error_int(&exc_AttributeError, "characters_written");
    if (value && !value_is_int(value) && !type_of(value)->to_index)
        return raise_error_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", value);
    return set_value(self, value);
}

static int set_field_0(Value self, Value value) { field_set(self, 0, value); return 0; }
static int set_field_1(Value self, Value value) { field_set(self, 1, value); return 0; }
static int set_field_2(Value self, Value value) { field_set(self, 2, value); return 0; }
static int set_field_3(Value self, Value value) { field_set(self, 3, value); return 0; }
static int set_field_4(Value self, Value value) { field_set(self, 4, value); return 0; }
static int set_field_5(Value self, Value value) { field_set(self, 5, value); return 0; }
static int set_field_6(Value self, Value value) { field_set(self, 6, value); return 0; }

static Value method_with_traceback(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return set_traceback(self, args[0]) < 0 ? VALUE_NULL : value_retain(self);
}

static Value method_setstate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (args[0] == VALUE_NONE)
        return VALUE_NONE;
    if (!value_is_dict(args[0]))
        return raise_error(&exc_TypeError, "state is not a dictionary");
    Value copy = dict_copy(as_dict(args[0])), key, value; /* setting may change the dict */
    int status = copy ? 0 : -1;
    for (int64_t at = 0; status == 0 && dict_next(as_dict(copy), &at, &key, &value);)
        status = value_is_str(key) ? value_setattr(self, as_str(key), value)
                                   : raise_error_int(&exc_TypeError, "attribute name must be string, not '%T'", key);
    value_release_null(copy);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

/* __notes__ is an ordinary attribute of the instance: a list that the first note makes. */
static Value method_add_note(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "note must be a str, not '%T'", args[0]);
    Value notes = VALUE_NULL;
    int found = value_lookup_attr(self, name___notes__, &notes), status = -1;
    if (found == 0 && (notes = list_new(0)))
        found = value_setattr(self, name___notes__, notes);
    if (!notes || found < 0)
        value_clear(&notes);
    else if (!value_is_list(notes))
        raise_error(&exc_TypeError, "Cannot add note: __notes__ is not a list");
    else
        status = list_append(notes, args[0]);
    value_release_null(notes);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value get_dict(Value self) { return value_retain_null(instance_dict(self)); }
static int set_dict(Value self, Value dict) { return dict ? instance_set_dict(self, dict) : raise_error_int(&exc_TypeError, "cannot delete __dict__"); }

static const NativeDef exception_methods[] = {
    {"with_traceback", method_with_traceback, 1, 1, 0},
    {"add_note", method_add_note, 1, 1, 0},
    {"__setstate__", method_setstate, 1, 1, 0},
    {0},
};

static const GetSetDef exception_getsets[] = {
    {"args", get_args, set_args_attribute},
    {"__traceback__", get_traceback, set_traceback},
    {"__context__", get_context, set_context},
    {"__cause__", get_cause, set_cause},
    {"__dict__", get_dict, set_dict},
    {0},
};

static const GetSetDef exception_members[] = {{"__suppress_context__", get_suppress, set_suppress}, {0}};
static const GetSetDef stop_members[] = {{"value", get_value, set_value}, {0}};
static const GetSetDef exit_members[] = {{"code", get_value, set_value}, {0}};
static const GetSetDef name_members[] = {{"name", get_field_0, set_field_0}, {0}};
static const GetSetDef attribute_members[] = {{"name", get_field_0, set_field_0}, {"obj", get_field_1, set_field_1}, {0}};
static const GetSetDef import_members[] = {
    {"name", get_field_0, set_field_0}, {"path", get_field_1, set_field_1}, {"msg", get_field_2, set_field_2}, {0}};
static const GetSetDef written_getsets[] = {{"characters_written", get_written, set_written}, {0}};
static const GetSetDef os_members[] = {
    {"errno", get_field_0, set_field_0}, {"strerror", get_field_1, set_field_1}, {"filename", get_field_2, set_field_2},
    {"filename2", get_field_3, set_field_3}, {0}};
static const GetSetDef syntax_members[] = {{"msg", get_field_0, set_field_0}, {"filename", get_field_1, set_field_1},
    {"lineno", get_field_2, set_field_2}, {"offset", get_field_3, set_field_3}, {"text", get_field_4, set_field_4},
    {"end_lineno", get_field_5, set_field_5}, {"end_offset", get_field_6, set_field_6}, {"print_file_and_line", get_value, set_value}, {0}};

#define EXCEPTION_TYPE_FIELDS(text, parent)                                                                              \
    .head = OBJECT_STATIC(&type_type), .name = text, .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_EXCEPTION,              \
    .size = sizeof(ExceptionObject), .attrs_offset = INSTANCE_ATTRS_OFFSET, .base = (parent), .new = exception_new,      \
    .init = exception_init, .dealloc = exception_dealloc, .traverse = exception_traverse, .clear = exception_clear

Type exc_BaseException = {EXCEPTION_TYPE_FIELDS("BaseException", &type_object), .repr = exception_repr, .str = exception_str,
                          .methods = exception_methods, .getsets = exception_getsets, .members = exception_members};
#define EXCEPTION_DEFINE(text, parent) Type exc_##text = {EXCEPTION_TYPE_FIELDS(#text, &exc_##parent)};
EXCEPTION_TYPES(EXCEPTION_DEFINE)

/* What a few of them, and those derived from them, do otherwise. */
static void specialize(void)
{
    exc_StopIteration.init = exc_SystemExit.init = value_init;
    exc_StopIteration.members = stop_members;
    exc_SystemExit.members = exit_members;
    exc_KeyError.str = key_error_str;
    exc_NameError.init = exc_UnboundLocalError.init = name_error_init;
    exc_NameError.members = name_members;
    exc_AttributeError.init = attribute_error_init;
    exc_AttributeError.members = attribute_members;
    exc_ImportError.init = exc_ModuleNotFoundError.init = import_error_init;
    exc_ImportError.str = import_error_str;
    exc_ImportError.members = import_members;
    exc_SyntaxError.init = exc_IndentationError.init = exc_TabError.init = syntax_error_init;
    exc_SyntaxError.str = syntax_error_str;
    exc_SyntaxError.members = syntax_members;
    exc_OSError.str = os_error_str;
    exc_OSError.members = os_members;
    exc_OSError.getsets = written_getsets;
    exceptions_unicode_specialize();
}

/* Made beforehand, for when there is no memory to make them. */
static int make_memory_errors(void)
{
    for (int i = 0; i < MEMORY_ERRORS + 1; i++) {
        Value error = exc_new(&exc_MemoryError, NULL, 0);
        if (!error)
            return -1;
        if (i < MEMORY_ERRORS)
            memory_errors[memory_errors_spare++] = as_exception(error);
        else
            last_memory_error = as_exception(error);
    }
    return 0;
}

int exceptions_init(void)
{
    specialize();
    int status = type_ready(&exc_BaseException);
#define EXCEPTION_READY(text, parent)                          \
    if (type_is_subtype_static(&exc_##text, &exc_OSError)) {   \
        exc_##text.new = os_error_new;                         \
        exc_##text.init = os_error_init;                       \
    }                                                          \
    status |= type_ready(&exc_##text);
#define type_is_subtype_static(type, base_type) ((type) == (base_type) || (type)->base == (base_type) || (type)->base->base == (base_type))
    EXCEPTION_TYPES(EXCEPTION_READY)
    return status < 0 ? -1 : make_memory_errors();
}

void exceptions_fini(void)
{
    if (last_memory_error)
        value_clear(&last_memory_error->traceback);
}

/* ---- raising ---- */

bool exc_pending(void) { return thread_current->pending != VALUE_NULL; }

Value exc_take(void)
{
    Value pending = thread_current->pending;
    thread_current->pending = VALUE_NULL;
    return pending;
}

void exc_restore_steal(Value exception) { value_set_steal(&thread_current->pending, exception); }
void exc_clear(void) { value_clear(&thread_current->pending); }

bool exc_matches(const Type *type)
{
    Value pending = thread_current->pending;
    return pending && type_is_subtype(type_of(pending), (Type *)type);
}

int exc_clear_if(const Type *type)
{
    if (!exc_matches(type))
        return 0;
    exc_clear();
    return 1;
}

bool exc_given_matches(Value exception, Value type_or_tuple)
{
    if (value_is_tuple(type_or_tuple)) {
        Tuple *types = as_tuple(type_or_tuple);
        for (int64_t i = 0; i < types->length; i++)
            if (exc_given_matches(exception, types->items[i]))
                return true;
        return false;
    }
    return value_is_type(type_or_tuple) && type_is_subtype(type_of(exception), (Type *)value_object(type_or_tuple));
}

void exc_chain(Value raised, Value handled)
{
    ExceptionObject *exception = as_exception(raised);
    if (!handled || handled == raised || exception == last_memory_error)
        return;
    /* The chain may be a cycle already, made by hand, behind any number of steps: `slow` goes at half the speed and is met there. */
    ExceptionObject *slow = as_exception(handled);
    bool step_slow = false;
    for (ExceptionObject *e = slow; e->context; step_slow = !step_slow) {
        ExceptionObject *next = as_exception(e->context);
        if (next == exception) {
            value_clear(&e->context);
            break;
        }
        e = next;
        if (e == slow)
            break;
        if (step_slow)
            slow = as_exception(slow->context);
    }
    value_set_steal(&exception->context, value_retain(handled));
}

void raise_object_steal(Value exception)
{
    exc_chain(exception, thread_handled_exception(thread_current));
    exc_restore_steal(exception);
}

Value (raise_no_memory)(void)
{
    static bool making; /* the allocation below failed, too */
    if (unlikely(!last_memory_error)) /* the runtime is starting; its caller says what failed */
        return VALUE_NULL;
    if (likely(memory_errors_spare > 0)) {
        ExceptionObject *error = memory_errors[--memory_errors_spare];
        gc_track(error);
        raise_object_steal(value_of(error));
        return VALUE_NULL;
    }
    if (making) {
        value_clear(&last_memory_error->traceback);
        raise_object_steal(value_retain(value_of(last_memory_error)));
        return VALUE_NULL;
    }
    making = true;
    Value error = exc_new(&exc_MemoryError, NULL, 0);
    making = false;
    if (error)
        raise_object_steal(error);
    return VALUE_NULL;
}

Value (raise_value)(Type *type, Value argument)
{
    Value exception = exc_new(type, &argument, 1);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

static void raise_formatted(Type *type, const char *format, va_list arguments)
{
    Value message = str_vprintf(format, arguments);
    if (!message)
        return; /* that error is pending */
    Value exception = exc_new(type, &message, 1);
    if (exception && type->getsets == import_members)
        field_set(exception, 2, message);
    value_release(message);
    if (exception)
        raise_object_steal(exception);
}

Value (raise_error)(Type *type, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    raise_formatted(type, format, arguments);
    va_end(arguments);
    return VALUE_NULL;
}

int (raise_error_int)(Type *type, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    raise_formatted(type, format, arguments);
    va_end(arguments);
    return -1;
}

Value (raise_os_error_of_two)(int error_number, const char *filename, const char *second)
{
    Value args[5] = {int_from_int64(error_number), str_from_cstr(strerror(error_number))};
    int nargs = 2;
    if (filename)
        args[nargs++] = codec_from_system(filename, strlen(filename));
    if (second) {
        args[nargs++] = VALUE_NONE;
        args[nargs++] = codec_from_system(second, strlen(second));
    }
    bool made = true;
    for (int i = 0; i < nargs; i++)
        made = made && args[i];
    Value exception = made ? exc_new(os_error_type(error_number), args, nargs) : VALUE_NULL;
    if (exception && os_error_fill(exception, args, nargs) == 0)
        raise_object_steal(exception);
    else
        value_release_null(exception);
    for (int i = 0; i < nargs; i++)
        value_release_null(args[i]);
    return VALUE_NULL;
}

Value (raise_os_error)(int error_number, const char *filename) { return raise_os_error_of_two(error_number, filename, NULL); }

Value (raise_stop_iteration)(Value value)
{
    bool empty = !value || value == VALUE_NONE;
    Value exception = exc_new(&exc_StopIteration, &value, empty ? 0 : 1);
    if (exception) {
        as_exception(exception)->value = empty ? VALUE_NONE : value_retain(value);
        raise_object_steal(exception);
    }
    return VALUE_NULL;
}
