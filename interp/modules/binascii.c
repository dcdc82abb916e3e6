/* binascii.c: the module binascii: bytes as hexadecimal digits, as base64, and their CRC-32. */
#include "modules.h"

#include "abstract.h"
#include "bytes_methods.h"
#include "exceptions.h"
#include "int.h"
#include "mem.h"
#include "module.h"
#include "memoryview.h"
#include "native.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

#include <string.h>
#include <zlib.h>

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static Value error_type; /* binascii.Error; the module holds it as long as anything can run */

static Value fail(const char *message) { return raise_error((Type *)value_object(error_type), "%s", message); }

/* What is to be encoded: bytes. What is to be decoded: bytes, or a str of ASCII characters. */
static const uint8_t *take(Value v, size_t *length, bool text_too)
{
    if (text_too ? buffer_is_plain(v) : value_has_buffer(v)) {
        if (buffer_check_plain(v) < 0)
            return NULL;
        int64_t size;
        const uint8_t *bytes = bytes_buffer(v, &size);
        *length = (size_t)size;
        return bytes;
    }
    if (!text_too || !value_is_str(v)) {
        raise_error(&exc_TypeError, text_too ? "argument should be bytes, buffer or ASCII string, not '%T'" : "a bytes-like object is required, not '%T'", v);
        return NULL;
    }
    const uint8_t *data = (const uint8_t *)str_utf8(v, length);
    for (size_t i = 0; data && i < *length; i++)
        if (data[i] >= 128) {
            raise_error(&exc_ValueError, "string argument should contain only ASCII characters");
            return NULL;
        }
    return data;
}

/* hexlify(data, sep, bytes_per_sep) is what bytes.hex() does. */
static Value hexlify(METHOD_ARGS)
{
    Value given[3];
    size_t length;
    if (!native_bind("hexlify(data, sep=, bytes_per_sep=)", args, nargs, kwnames, given) || !take(given[0], &length, false))
        return VALUE_NULL;
    (void)self;
    Str *name = str_intern_cstr("hex");
    Value bytes = value_is_bytes_like(given[0]) ? value_retain(given[0]) : bytes_copy_of(given[0]);
    Value text = name && bytes ? call_method(bytes, name, given + 1, !given[1] ? 0 : !given[2] ? 1 : 2) : VALUE_NULL;
    Value result = text ? str_encode(text, "ascii", "strict") : VALUE_NULL;
    value_release_null(text);
    value_release_null(bytes);
    return result;
}

static int hex_digit(uint8_t c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }

static Value unhexlify(METHOD_ARGS)
{
    UNUSED_ARGS;
    size_t length;
    const uint8_t *data = take(args[0], &length, true);
    if (!data)
        return VALUE_NULL;
    if (length % 2)
        return fail("Odd-length string");
    Value result = bytes_new(NULL, length / 2);
    for (size_t i = 0; result && i < length; i += 2) {
        int high = hex_digit(data[i]), low = hex_digit(data[i + 1]);
        if (high < 0 || low < 0) {
            value_release(result);
            return fail("Non-hexadecimal digit found");
        }
        as_bytes(result)->data[i / 2] = (uint8_t)(high << 4 | low);
    }
    return result;
}

static Value b2a_base64(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    size_t length;
    const uint8_t *data = native_bind("b2a_base64(data, /, *, newline=)", args, nargs, kwnames, given) ? take(given[0], &length, false) : NULL;
    int newline = !data ? -1 : given[1] ? value_truth(given[1]) : 1;
    if (newline < 0)
        return VALUE_NULL;
    Value result = bytes_new(NULL, (length + 2) / 3 * 4 + (size_t)newline);
    if (!result)
        return VALUE_NULL;
    uint8_t *out = as_bytes(result)->data;
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t group = (uint32_t)data[i] << 16 | (left > 1 ? (uint32_t)data[i + 1] << 8 : 0) | (left > 2 ? data[i + 2] : 0);
        *out++ = (uint8_t)base64_digits[group >> 18];
        *out++ = (uint8_t)base64_digits[group >> 12 & 63];
        *out++ = left > 1 ? (uint8_t)base64_digits[group >> 6 & 63] : '=';
        *out++ = left > 2 ? (uint8_t)base64_digits[group & 63] : '=';
    }
    if (newline)
        *out = '\n';
    return result;
}

static const int8_t *base64_values(void)
{
    static int8_t values[256];
    if (!values[0]) {
        memset(values, -1, sizeof values);
        for (int i = 0; i < 64; i++)
            values[(uint8_t)base64_digits[i]] = (int8_t)i;
    }
    return values;
}

/* The characters of `data` that are base64 digits, decoded into `out`; padding that completes a group ends them. strict: no other character,
 * nothing behind the padding. The number of bytes, or -1. */
static int64_t decode_base64(const uint8_t *data, size_t length, bool strict, uint8_t *out)
{
    const int8_t *values = base64_values();
    uint32_t group = 0;
    size_t digits = 0, made = 0, pads = 0;
    bool padded = false;
    if (strict && length && data[0] == '=')
        return fail("Leading padding not allowed"), -1;
    for (size_t i = 0; i < length; i++) {
        if (data[i] == '=') {
            if (digits % 4 >= 2 && digits % 4 + ++pads >= 4) {
                if (strict && i + 1 < length)
                    return fail("Excess data after padding"), -1;
                return (int64_t)made;
            }
            padded = true;
            continue;
        }
        int value = values[data[i]];
        if (value < 0) {
            if (strict)
                return fail("Only base64 data is allowed"), -1;
            continue;
        }
        if (strict && padded)
            return fail("Discontinuous padding not allowed"), -1;
        pads = 0;
        group = group << 6 | (uint32_t)value;
        if (digits++ % 4)
            out[made++] = (uint8_t)(group >> (6 - 2 * ((digits - 1) % 4)));
    }
    if (digits % 4 == 1) {
        raise_error((Type *)value_object(error_type), "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", (int)digits);
        return -1;
    }
    if (digits % 4)
        return fail("Incorrect padding"), -1;
    return (int64_t)made;
}

static Value a2b_base64(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    size_t length;
    const uint8_t *data = native_bind("a2b_base64(data, /, *, strict_mode=)", args, nargs, kwnames, given) ? take(given[0], &length, true) : NULL;
    int strict = !data ? -1 : given[1] ? value_truth(given[1]) : 0;
    if (strict < 0)
        return VALUE_NULL;
    uint8_t *out = mem_alloc(length / 4 * 3 + 4);
    if (!out)
        return raise_no_memory();
    int64_t made = decode_base64(data, length, strict, out);
    Value result = made < 0 ? VALUE_NULL : bytes_new(out, (size_t)made);
    mem_free(out, length / 4 * 3 + 4);
    return result;
}

static Value binascii_crc32(METHOD_ARGS)
{
    UNUSED_ARGS;
    size_t length;
    int64_t start = 0;
    const uint8_t *data = take(args[0], &length, false);
    if (!data || (nargs > 1 && int_as_int64(args[1], &start) < 0))
        return VALUE_NULL;
    return int_from_int64((int64_t)crc32_z((uint32_t)start, data, length));
}

static const NativeDef functions[] = {{"hexlify", hexlify, 1, 3, NATIVE_KEYWORDS},      {"b2a_hex", hexlify, 1, 3, NATIVE_KEYWORDS},
                                      {"unhexlify", unhexlify, 1, 1, 0},                {"a2b_hex", unhexlify, 1, 1, 0},
                                      {"b2a_base64", b2a_base64, 1, 1, NATIVE_KEYWORDS}, {"a2b_base64", a2b_base64, 1, 1, NATIVE_KEYWORDS},
                                      {"crc32", binascii_crc32, 1, 2, 0},               {0}};

Value module_binascii_init(void)
{
    Value module = module_from_parts("binascii", functions, NULL, 0);
    error_type = module ? module_new_exception("binascii", "Error", tuple_pack(1, value_of(&exc_ValueError))) : VALUE_NULL;
    if (error_type && module_set(module, "Error", value_retain(error_type)) < 0)
        value_clear(&error_type);
    if (module && !error_type)
        value_clear(&module);
    return module;
}
