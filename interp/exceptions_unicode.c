/* exceptions_unicode.c: see exceptions_unicode.h. Fields: encoding, object, start, end, reason. */
#include "exceptions_unicode.h"

#include "abstract.h"
#include "exceptions.h"
#include "types/bytes.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

enum { FIELD_ENCODING, FIELD_OBJECT, FIELD_START, FIELD_END, FIELD_REASON, FIELD_COUNT };

static ExceptionObject *as_exception(Value v) { return (ExceptionObject *)value_object(v); }

static Value field(Value self, int index)
{
    Value v = as_exception(self)->fields[index];
    return v ? v : VALUE_NONE;
}

static int init(Value self, const Value *args, int nargs, Value kwnames, int first)
{
    if (exc_UnicodeError.init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs != FIELD_COUNT - first)
        return raise_error_int(&exc_TypeError, "function takes exactly %d arguments (%d given)", FIELD_COUNT - first, nargs);
    bool decode = value_isinstance(self, value_of(&exc_UnicodeDecodeError)) == 1;
    for (int i = first; i < FIELD_COUNT; i++) {
        Value v = args[i - first];
        bool numeric = i == FIELD_START || i == FIELD_END, bytes = decode && i == FIELD_OBJECT;
        if (numeric ? !value_is_int(v) : bytes ? !value_is_bytes_like(v) : !value_is_str(v)) {
            if (numeric)
                return raise_error_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
            if (bytes)
                return raise_error_int(&exc_TypeError, "a bytes-like object is required, not '%T'", v);
            return raise_error_int(&exc_TypeError, "argument %d must be str, not %A", i - first + 1, v);
        }
        int64_t n;
        if (numeric && !int_fits_int64(v, &n))
            return raise_error_int(&exc_OverflowError, "Python int too large to convert to C ssize_t");
        Value kept = bytes && !value_is_bytes(v) ? bytes_new(as_bytes(v)->data, (size_t)as_bytes(v)->length) : value_retain(v);
        if (!kept)
            return -1;
        value_set_steal(&as_exception(self)->fields[i], kept);
    }
    return 0;
}

static int codec_init(Value self, const Value *args, int nargs, Value kwnames) { return init(self, args, nargs, kwnames, FIELD_ENCODING); }
static int translate_init(Value self, const Value *args, int nargs, Value kwnames) { return init(self, args, nargs, kwnames, FIELD_OBJECT); }

/* A number as it was given or set, which may lie outside the object. */
static int64_t number(Value self, int index)
{
    int64_t n = 0;
    int_fits_int64(field(self, index), &n);
    return n;
}

static Value point_text(Value object, int64_t at)
{
    uint32_t c = str_point_at(as_str(object), at);
    return str_printf(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

/* What stands at `at`, quoted as it is shown; VALUE_NULL: an exception is pending. */
static Value item_text(Value object, int64_t at)
{
    if (!value_is_str(object))
        return str_printf("byte 0x%02x", as_bytes(object)->data[at]);
    Value point = point_text(object, at), text = point ? str_printf("character '%S'", point) : VALUE_NULL;
    value_release_null(point);
    return text;
}

static Value describe(Value self, const char *verb, bool encoding_known)
{
    if (!as_exception(self)->fields[FIELD_OBJECT])
        return str_empty();
    int64_t start = number(self, FIELD_START), end = number(self, FIELD_END);
    Value object = value_retain(field(self, FIELD_OBJECT)), prefix, what, result = VALUE_NULL;
    bool text = value_is_str(object);
    int64_t length = text ? as_str(object)->length : value_is_bytes_like(object) ? as_bytes(object)->length : 0;
    Value encoding = encoding_known ? value_str(field(self, FIELD_ENCODING)) : str_empty(), reason = encoding ? value_str(field(self, FIELD_REASON)) : VALUE_NULL;
    prefix = !reason ? VALUE_NULL : encoding_known ? str_printf("'%S' codec can't %s", encoding, verb) : str_printf("can't %s", verb);
    if (end == start + 1 && start >= 0 && start < length) {
        Value item = prefix ? item_text(object, start) : VALUE_NULL;
        what = item ? str_printf("%S in position %lld", item, (long long)start) : VALUE_NULL;
        value_release_null(item);
    } else {
        what = prefix ? str_printf("%s in position %lld-%lld", text ? "characters" : "bytes", (long long)start, (long long)(end - 1)) : VALUE_NULL;
    }
    if (what)
        result = str_printf("%S %S: %S", prefix, what, reason);
    value_release(object);
    value_release_null(encoding);
    value_release_null(reason);
    value_release_null(prefix);
    value_release_null(what);
    return result;
}

static Value encode_str(Value self) { return describe(self, "encode", true); }
static Value decode_str(Value self) { return describe(self, "decode", true); }
static Value translate_str(Value self) { return describe(self, "translate", false); }

#define FIELD_ACCESS(name, index)                                                                                                \
    static Value get_##name(Value self) { return value_retain(field(self, index)); }                                             \
    static int set_##name(Value self, Value v)                                                                                   \
    {                                                                                                                            \
        value_set_steal(&as_exception(self)->fields[index], value_retain_null(v));                                               \
        return 0;                                                                                                                \
    }
FIELD_ACCESS(encoding, FIELD_ENCODING)
FIELD_ACCESS(object, FIELD_OBJECT)
FIELD_ACCESS(reason, FIELD_REASON)

static int set_number(Value self, Value v, int index)
{
    int64_t n;
    if (!v)
        return raise_error_int(&exc_TypeError, "can't delete numeric/char attribute");
    if (!value_is_int(v))
        return raise_error_int(&exc_TypeError, "an integer is required");
    if (!int_fits_int64(v, &n))
        return raise_error_int(&exc_OverflowError, "Python int too large to convert to C ssize_t");
    value_set_steal(&as_exception(self)->fields[index], value_retain(v));
    return 0;
}

static Value get_start(Value self) { return int_from_int64(number(self, FIELD_START)); }
static Value get_end(Value self) { return int_from_int64(number(self, FIELD_END)); }
static int set_start(Value self, Value v) { return set_number(self, v, FIELD_START); }
static int set_end(Value self, Value v) { return set_number(self, v, FIELD_END); }

static const GetSetDef unicode_members[] = {
    {"encoding", get_encoding, set_encoding}, {"object", get_object, set_object}, {"start", get_start, set_start},
    {"end", get_end, set_end}, {"reason", get_reason, set_reason}, {0},
};

void exceptions_unicode_specialize(void)
{
    exc_UnicodeEncodeError.init = exc_UnicodeDecodeError.init = codec_init;
    exc_UnicodeTranslateError.init = translate_init;
    exc_UnicodeEncodeError.str = encode_str;
    exc_UnicodeDecodeError.str = decode_str;
    exc_UnicodeTranslateError.str = translate_str;
    exc_UnicodeEncodeError.members = exc_UnicodeDecodeError.members = exc_UnicodeTranslateError.members = unicode_members;
}
