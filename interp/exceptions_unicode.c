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
        bool number = i == FIELD_START || i == FIELD_END, bytes = decode && i == FIELD_OBJECT;
        if (number ? !value_is_int(v) : bytes ? !value_is_bytes_like(v) : !value_is_str(v)) {
            if (number)
                return raise_error_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
            if (bytes)
                return raise_error_int(&exc_TypeError, "a bytes-like object is required, not '%T'", v);
            return raise_error_int(&exc_TypeError, "argument %d must be str, not %T", i - first + 1, v);
        }
        value_set_steal(&as_exception(self)->fields[i], value_retain(v));
    }
    return 0;
}

static int codec_init(Value self, const Value *args, int nargs, Value kwnames) { return init(self, args, nargs, kwnames, FIELD_ENCODING); }
static int translate_init(Value self, const Value *args, int nargs, Value kwnames) { return init(self, args, nargs, kwnames, FIELD_OBJECT); }

/* start and end, brought inside the object. */
static void positions(Value self, int64_t *start, int64_t *end)
{
    Value object = field(self, FIELD_OBJECT);
    int64_t length = value_is_str(object) ? as_str(object)->length : as_bytes(object)->length;
    *start = *end = 0;
    int_fits_int64(field(self, FIELD_START), start);
    int_fits_int64(field(self, FIELD_END), end);
    *start = *start < 0 ? 0 : *start >= length ? (length ? length - 1 : 0) : *start;
    *end = *end < 1 ? 1 : *end > length ? length : *end;
}

static Value point_text(Value object, int64_t at)
{
    uint32_t c = str_point_at(as_str(object), at);
    return str_printf(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

static Value describe(Value self, const char *verb, bool encoding_known)
{
    if (!as_exception(self)->fields[FIELD_OBJECT])
        return str_empty();
    int64_t start, end;
    positions(self, &start, &end);
    Value object = field(self, FIELD_OBJECT), reason = field(self, FIELD_REASON), prefix, what, result = VALUE_NULL;
    bool single = end == start + 1, text = value_is_str(object);
    int64_t length = text ? as_str(object)->length : as_bytes(object)->length;
    prefix = encoding_known ? str_printf("'%S' codec can't %s", field(self, FIELD_ENCODING), verb) : str_printf("can't %s", verb);
    if (single && start < length) {
        if (text) {
            Value point = point_text(object, start);
            what = point ? str_printf("character '%S' in position %lld", point, (long long)start) : VALUE_NULL;
            value_release_null(point);
        } else {
            what = str_printf("byte 0x%02x in position %lld", as_bytes(object)->data[start], (long long)start);
        }
    } else {
        what = str_printf("%s in position %lld-%lld", text ? "characters" : "bytes", (long long)start, (long long)(end - 1));
    }
    if (prefix && what)
        result = str_printf("%S %S: %S", prefix, what, reason);
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
FIELD_ACCESS(start, FIELD_START)
FIELD_ACCESS(end, FIELD_END)
FIELD_ACCESS(reason, FIELD_REASON)

static const GetSetDef unicode_getsets[] = {
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
    exc_UnicodeEncodeError.getsets = exc_UnicodeDecodeError.getsets = exc_UnicodeTranslateError.getsets = unicode_getsets;
}
