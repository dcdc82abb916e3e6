/* builtins_quit.c: exit and quit, the two objects that the site module of CPython puts among the builtins. */
#include "builtins.h"

#include "abstract.h"
#include "exceptions.h"
#include "modules/modules.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "type.h"
#include "types/dict.h"

typedef struct Quitter {
    Object head;
    const char *name; /* constant */
} Quitter;

#define QUIT_HOW "Ctrl-D (i.e. EOF)"

static Value quitter_repr(Value self)
{
    return str_printf("Use %s() or %s to exit", ((Quitter *)value_object(self))->name, QUIT_HOW);
}

/* Who catches the SystemExit finds standard input closed, as CPython's shells want it. */
static void close_stdin(void)
{
    Value input = sys_get(name_stdin);
    if (!input)
        return;
    value_retain(input);
    Value closed = call_method(input, name_close, NULL, 0);
    value_release(input);
    if (closed)
        value_release(closed);
    else
        exc_clear();
}

static Value quitter_call(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    if (nargs > 1)
        return raise_error(&exc_TypeError, "Quitter.__call__() takes from 1 to 2 positional arguments but %d were given", nargs + 1);
    Value code[1];
    if (!native_bind("Quitter.__call__(code=)", args, nargs, kwnames, code))
        return VALUE_NULL;
    close_stdin();
    Value given = code[0] ? code[0] : VALUE_NONE;
    Value exception = call_value(value_of(&exc_SystemExit), &given, 1, VALUE_NULL);
    if (exception)
        raise_object_steal(exception);
    return VALUE_NULL;
}

static Value get_name(Value self) { return str_from_cstr(((Quitter *)value_object(self))->name); }
static Value get_eof(Value self) { (void)self; return str_from_cstr(QUIT_HOW); }
static const GetSetDef quitter_getsets[] = {{"name", get_name, NULL}, {"eof", get_eof, NULL}, {0}};

static Type type_quitter = {.head = OBJECT_STATIC(&type_type), .name = "_sitebuiltins.Quitter", .size = sizeof(Quitter), .base = &type_object,
                            .repr = quitter_repr, .call = quitter_call, .getsets = quitter_getsets};

static Quitter quitters[] = {{.head = OBJECT_STATIC(&type_quitter), .name = "quit"}, {.head = OBJECT_STATIC(&type_quitter), .name = "exit"}};

int builtins_add_quitters(void)
{
    if (type_ready(&type_quitter) < 0)
        return -1;
    for (int i = 0; i < 2; i++)
        if (dict_set_cstr(builtins_dict, quitters[i].name, value_of(&quitters[i])) < 0)
            return -1;
    return 0;
}
