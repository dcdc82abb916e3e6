#include "sys_info.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "float.h"
#include "import.h"
#include "int.h"
#include "list.h"
#include "module.h"
#include "modules.h"
#include "native.h"
#include "options.h"
#include "str.h"
#include "struct_sequence.h"
#include "tuple.h"

static const char *const version_fields[] = {"major", "minor", "micro", "releaselevel", "serial", NULL};
static const char *const flag_fields[] = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
                                          "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
                                          "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits", NULL};
static const char *const float_fields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds", NULL};
static const char *const int_fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold", NULL};
static const char *const hash_fields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff", NULL};

static StructSequence version_info = STRUCT_SEQUENCE_SEALED("sys.version_info", version_fields);
static StructSequence flags = STRUCT_SEQUENCE_SEALED("sys.flags", flag_fields);
static StructSequence float_info = STRUCT_SEQUENCE("sys.float_info", float_fields);
static StructSequence int_info = STRUCT_SEQUENCE("sys.int_info", int_fields);
static StructSequence hash_info = STRUCT_SEQUENCE("sys.hash_info", hash_fields);

static Value make_version(void)
{
    Value parts[5] = {int_from_int64(3), int_from_int64(11), int_from_int64(0), str_from_cstr("final"), int_from_int64(0)};
    return struct_sequence_new_steal(&version_info, parts, 5);
}

static Value make_flags(void)
{
    const Options *o = &options;
    const int64_t counts[18] = {o->debug, o->inspect, 0, o->optimize, o->dont_write_bytecode, o->no_user_site, o->no_site, o->ignore_environment, o->verbose,
                                o->bytes_warning, o->quiet, hash_is_random(), o->isolated, 0, o->utf8_mode, o->warn_default_encoding, 0, o->int_max_str_digits};
    Value parts[18];
    for (int i = 0; i < 18; i++)
        parts[i] = int_from_int64(counts[i]);
    parts[13] = value_bool(o->dev_mode);
    parts[16] = value_bool(o->safe_path);
    return struct_sequence_new_steal(&flags, parts, 18);
}

/* The compiler's own names for <float.h>, which types/float.h hides. */
static Value make_float_info(void)
{
    Value parts[11] = {float_new(__DBL_MAX__), int_from_int64(__DBL_MAX_EXP__), int_from_int64(__DBL_MAX_10_EXP__), float_new(__DBL_MIN__),
                       int_from_int64(__DBL_MIN_EXP__), int_from_int64(__DBL_MIN_10_EXP__), int_from_int64(__DBL_DIG__), int_from_int64(__DBL_MANT_DIG__),
                       float_new(__DBL_EPSILON__), int_from_int64(__FLT_RADIX__), int_from_int64(1)};
    return struct_sequence_new_steal(&float_info, parts, 11);
}

static Value make_int_info(void)
{
    Value parts[4] = {int_from_int64(30), int_from_int64(4), int_from_int64(INT_MAX_STR_DIGITS), int_from_int64(INT_STR_DIGITS_THRESHOLD)};
    return struct_sequence_new_steal(&int_info, parts, 4);
}

static Value make_hash_info(void)
{
    Value parts[9] = {int_from_int64(64), int_from_int64(((int64_t)1 << 61) - 1), int_from_int64(314159), int_from_int64(0), int_from_int64(1000003),
                      str_from_cstr("siphash13"), int_from_int64(64), int_from_int64(128), int_from_int64(0)};
    return struct_sequence_new_steal(&hash_info, parts, 9);
}

static Value make_implementation(void)
{
    Str *types = str_intern_cstr("types");
    Value from = types ? tuple_pack(1, value_of(types)) : VALUE_NULL;
    Value module = from ? import_module(types, NULL, from, 0) : VALUE_NULL;
    value_release_null(from);
    Value result = VALUE_NULL, version = make_version();
    Value names = tuple_new(4), values[4] = {str_from_cstr("framebench"), str_from_cstr("framebench-311"), version, int_from_int64(0x030b00f0)};
    static const char *const fields[] = {"name", "cache_tag", "version", "hexversion"};
    bool complete = names && module;
    for (int i = 0; i < 4; i++) {
        Str *name = str_intern_cstr(fields[i]);
        complete = complete && name && values[i];
        if (complete)
            as_tuple(names)->items[i] = value_retain(value_of(name));
    }
    Str *class_name = str_intern_cstr("SimpleNamespace");
    Value maker = complete && class_name ? value_getattr(module, class_name) : VALUE_NULL;
    if (maker)
        result = call_value(maker, values, 0, names);
    value_release_null(maker);
    value_release_null(module);
    value_release_null(names);
    for (int i = 0; i < 4; i++)
        value_release_null(values[i]);
    return result;
}

static const struct {
    const char *name;
    Value (*make)(void);
} infos[] = {{"version_info", make_version}, {"flags", make_flags}, {"float_info", make_float_info}, {"int_info", make_int_info}, {"hash_info", make_hash_info},
             {"implementation", make_implementation}};

/* The module _sys: names of sys that programs seldom ask for, in Python. Not for itself while it begins. */
static Value seldom_asked(void)
{
    static bool loading;
    if (loading)
        return VALUE_NULL;
    Str *name = str_intern_cstr("_sys"), *one = str_intern_cstr("__all__");
    Value from = name && one ? tuple_pack(1, value_of(one)) : VALUE_NULL;
    loading = true;
    Value module = from ? import_module(name, NULL, from, 0) : VALUE_NULL;
    loading = false;
    value_release_null(from);
    return module;
}

static Value sys_getattr(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    for (size_t i = 0; value_is_str(args[0]) && i < sizeof infos / sizeof *infos; i++) {
        if (!str_equal_cstr(args[0], infos[i].name))
            continue;
        Value info = infos[i].make();
        if (info && sys_set(infos[i].name, info) < 0)
            value_clear(&info);
        return info;
    }
    bool dunder = value_is_str(args[0]) && as_str(args[0])->length > 1 && str_point_at(as_str(args[0]), 0) == '_' && str_point_at(as_str(args[0]), 1) == '_';
    Value more = value_is_str(args[0]) && !dunder ? seldom_asked() : VALUE_NULL, found = VALUE_NULL;
    int status = more ? value_lookup_attr(more, as_str(args[0]), &found) : 0;
    value_release_null(more);
    if (found && sys_set(str_utf8(args[0], NULL), found) < 0)
        value_clear(&found);
    if (found || status < 0 || exc_pending())
        return found;
    return raise_error(&exc_AttributeError, "module 'sys' has no attribute %V", args[0]);
}

/* Of sys: what is there already, and all that is made when asked for. */
static Value sys_dir(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    static Str *all;
    if (!all && !(all = str_intern_cstr("__all__")))
        return VALUE_NULL;
    Value more = seldom_asked(), names = more ? value_getattr(more, all) : VALUE_NULL, list = names ? list_from_iterable(names) : VALUE_NULL;
    value_release_null(more);
    value_release_null(names);
    for (size_t i = 0; list && i < sizeof infos / sizeof *infos; i++) {
        Value name = str_from_cstr(infos[i].name);
        if (!name || list_append_steal(list, name) < 0)
            value_clear(&list);
    }
    if (list && list_extend(list, value_of(sys_dict())) < 0)
        value_clear(&list);
    return list;
}

static const NativeDef hooks[] = {{"__getattr__", sys_getattr, 1, 1, 0}, {"__dir__", sys_dir, 0, 0, 0}, {0}};

int sys_info_add(Value module) { return module_add_functions(module, hooks); }
