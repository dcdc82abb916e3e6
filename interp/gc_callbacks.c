#include "gc_callbacks.h"

#include "abstract.h"
#include "exceptions.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"

static Value callbacks; /* owned; VALUE_NULL: the module gc was not imported, or it is the end */

Value gc_callbacks_list(void)
{
    if (!callbacks)
        callbacks = list_new(0);
    return callbacks ? value_retain(callbacks) : VALUE_NULL;
}

bool gc_has_callbacks(void) { return callbacks && as_list(callbacks)->length; }

static Value make_info(int generation, int64_t collected)
{
    Value info = dict_new();
    if (info && (dict_set_cstr(as_dict(info), "generation", value_from_small_int(generation)) < 0 ||
                 dict_set_cstr(as_dict(info), "collected", value_from_small_int(collected)) < 0 ||
                 dict_set_cstr(as_dict(info), "uncollectable", value_from_small_int(0)) < 0))
        value_clear(&info);
    return info;
}

void gc_tell(const char *phase, int generation, int64_t collected)
{
    Value pending = exc_take(), list = value_retain(callbacks);
    Value args[2] = {str_from_cstr(phase), make_info(generation, collected)};
    for (int64_t i = 0; args[0] && args[1] && i < as_list(list)->length; i++) {
        Value callback = value_retain(as_list(list)->items[i]), result = call_value(callback, args, 2, VALUE_NULL);
        if (!result)
            exc_write_unraisable(callback);
        value_release_null(result);
        value_release(callback);
    }
    value_release_null(args[0]);
    value_release_null(args[1]);
    value_release(list);
    exc_restore_steal(pending);
}

void gc_callbacks_fini(void) { value_clear(&callbacks); }
