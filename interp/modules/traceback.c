/* The module _traceback: what the interpreter prints for an uncaught exception, as text. */
#include "traceback.h"

#include "exceptions.h"
#include "modules.h"
#include "native.h"

static Value entry_text(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_exactly(args[0], &type_traceback))
        return raise_error(&exc_TypeError, "a traceback is required, not '%T'", args[0]);
    return traceback_entry_text(args[0]);
}

static Value message_text(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (!value_has_type_flag(args[0], TYPE_EXCEPTION))
        return raise_error(&exc_TypeError, "an exception is required, not '%T'", args[0]);
    return traceback_message_text(args[0]);
}

static const NativeDef functions[] = {{"entry_text", entry_text, 1, 1, 0}, {"message_text", message_text, 1, 1, 0}, {0}};

Value module_traceback_init(void) { return module_from_parts("_traceback", functions, NULL, 0); }
