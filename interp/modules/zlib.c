/* zlib.c: module zlib: checksums, and compression in the formats of the library zlib, whose memory comes from mem.h like all other. */
#include "modules.h"

#include "abstract.h"
#include "bytes.h"
#include "bytes_methods.h"
#include "exceptions.h"
#include "int.h"
#include "mem.h"
#include "module.h"
#include "native.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

#include <limits.h>
#include <zlib.h>

enum { OUTPUT_FIRST = 16384, MEMORY_LEVEL = 8 };

static Value error_type; /* zlib.error; the module holds it as long as anything can run */

/* ---- what every function needs ---- */

typedef struct Input {
    const uint8_t *bytes;
    size_t length;
} Input;

static bool take(Value v, Input *input)
{
    Bytes view;
    const Bytes *given = bytes_of(v, &view);
    if (given)
        *input = (Input){given->data, (size_t)given->length};
    return given != NULL;
}

static Value fail(const z_stream *stream, int code, const char *doing)
{
    const char *why = stream->msg                ? stream->msg
                      : code == Z_BUF_ERROR     ? "incomplete or truncated stream"
                      : code == Z_STREAM_ERROR  ? "inconsistent stream state"
                      : code == Z_DATA_ERROR    ? "invalid input data"
                      : code == Z_VERSION_ERROR ? "library version mismatch"
                                                : NULL;
    if (code == Z_MEM_ERROR)
        return raise_no_memory();
    return why ? raise_error((Type *)value_object(error_type), "Error %d %s: %.200s", code, doing, why)
               : raise_error((Type *)value_object(error_type), "Error %d %s", code, doing);
}

static void *stream_alloc(void *context, unsigned count, unsigned size)
{
    (void)context;
    return mem_alloc_raw((size_t)count * size);
}

static void stream_free(void *context, void *block)
{
    (void)context;
    mem_free_raw(block);
}

static z_stream new_stream(void) { return (z_stream){.zalloc = stream_alloc, .zfree = stream_free}; }

/* ---- pumping ---- */

typedef struct Output {
    uint8_t *bytes; /* from mem_alloc_raw; NULL: none yet */
    size_t length, capacity;
    size_t most; /* no longer than this; 0: any length */
} Output;

static bool make_room(Output *out)
{
    size_t capacity = out->capacity ? 2 * out->capacity : OUTPUT_FIRST;
    if (out->most && capacity > out->most)
        capacity = out->most;
    uint8_t *grown = mem_realloc_raw(out->bytes, capacity);
    if (!grown)
        return false;
    out->bytes = grown;
    out->capacity = capacity;
    return true;
}

static Value finish_output(Output *out, bool wanted)
{
    Value made = wanted ? bytes_new(out->length ? out->bytes : (const uint8_t *)"", out->length) : VALUE_NULL;
    mem_free_raw(out->bytes);
    return made;
}

/* All of the input through deflate() or inflate(), as far as the output may go; what is left of the input stays in `in`. Gives the last code. */
static int pump(z_stream *stream, int (*step)(z_stream *, int), Input *in, int flush, Output *out)
{
    int code = Z_OK;
    bool full;
    do {
        if (out->length == out->capacity && !make_room(out))
            return Z_MEM_ERROR;
        size_t room = out->capacity - out->length;
        unsigned given = in->length > UINT_MAX ? UINT_MAX : (unsigned)in->length, space = room > UINT_MAX ? UINT_MAX : (unsigned)room;
        stream->next_in = (Bytef *)(uintptr_t)in->bytes;
        stream->avail_in = given;
        stream->next_out = out->bytes + out->length;
        stream->avail_out = space;
        code = step(stream, given < in->length ? Z_NO_FLUSH : flush);
        in->bytes += given - stream->avail_in;
        in->length -= given - stream->avail_in;
        out->length += space - stream->avail_out;
        full = stream->avail_out == 0;
    } while ((code == Z_OK || (code == Z_BUF_ERROR && full)) && (full || (in->length && !stream->avail_in)) && !(out->most && out->length == out->most));
    return code;
}

/* ---- at once ---- */

static Value zlib_compress(METHOD_ARGS)
{
    (void)self;
    Value given[3];
    Input in;
    int level = Z_DEFAULT_COMPRESSION, window = MAX_WBITS;
    if (!native_bind("compress(data, /, level=, wbits=)", args, nargs, kwnames, given) || (given[1] && int_as_int32(given[1], &level) < 0) ||
        (given[2] && int_as_int32(given[2], &window) < 0) || !take(given[0], &in))
        return VALUE_NULL;
    z_stream stream = new_stream();
    int code = deflateInit2(&stream, level, Z_DEFLATED, window, MEMORY_LEVEL, Z_DEFAULT_STRATEGY);
    if (code != Z_OK)
        return code == Z_STREAM_ERROR ? raise_error((Type *)value_object(error_type), "Bad compression level") : fail(&stream, code, "while compressing data");
    Output out = {0};
    code = pump(&stream, deflate, &in, Z_FINISH, &out);
    if (code != Z_STREAM_END)
        fail(&stream, code, "while compressing data");
    deflateEnd(&stream);
    return finish_output(&out, code == Z_STREAM_END);
}

static Value zlib_decompress(METHOD_ARGS)
{
    (void)self;
    Value given[3];
    Input in;
    int window = MAX_WBITS;
    int64_t size = OUTPUT_FIRST; /* checked only: the output grows as it must */
    if (!native_bind("decompress(data, /, wbits=, bufsize=)", args, nargs, kwnames, given) || (given[1] && int_as_int32(given[1], &window) < 0) ||
        (given[2] && int_as_int64(given[2], &size) < 0) || !take(given[0], &in))
        return VALUE_NULL;
    if (size < 0)
        return raise_error(&exc_ValueError, "bufsize must be non-negative");
    z_stream stream = new_stream();
    int code = inflateInit2(&stream, window);
    if (code != Z_OK)
        return fail(&stream, code, "while preparing to decompress data");
    Output out = {0};
    code = pump(&stream, inflate, &in, Z_SYNC_FLUSH, &out);
    if (code != Z_STREAM_END)
        fail(&stream, code == Z_OK ? Z_BUF_ERROR : code, "while decompressing data");
    inflateEnd(&stream);
    return finish_output(&out, code == Z_STREAM_END);
}

/* ---- piece by piece ---- */

typedef struct Stream {
    Object head;
    z_stream z;
    bool inflates;
    bool eof;                /* inflating: the end was seen */
    Value dictionary;        /* inflating: bytes-like; VALUE_NULL: none */
    Value unused, unconsumed; /* bytes; inflating */
} Stream;

static Type type_compress, type_decompress;

static inline Stream *as_stream(Value v) { return (Stream *)value_object(v); }

static Stream *stream_new(Type *type)
{
    Stream *self = object_alloc_zeroed(type, sizeof *self);
    if (!self)
        return NULL;
    self->z = new_stream();
    self->inflates = type == &type_decompress;
    if (self->inflates && (!(self->unused = bytes_new("", 0)) || !(self->unconsumed = bytes_new("", 0)))) {
        object_release(self);
        return NULL;
    }
    return self;
}

static void stream_dealloc(Object *object)
{
    Stream *self = (Stream *)object;
    (self->inflates ? inflateEnd : deflateEnd)(&self->z);
    value_release_null(self->dictionary);
    value_release_null(self->unused);
    value_release_null(self->unconsumed);
    object_free(object, sizeof *self);
}

static Value init_failed(Stream *self, int code)
{
    Value result = code == Z_STREAM_ERROR ? raise_error(&exc_ValueError, "Invalid initialization option") : fail(&self->z, code, "while creating an object");
    object_release(self);
    return result;
}

static Value zlib_compressobj(METHOD_ARGS)
{
    (void)self;
    Value given[6];
    int options[5] = {Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY};
    Input dictionary;
    if (!native_bind("compressobj(level=, method=, wbits=, memLevel=, strategy=, zdict=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    for (int i = 0; i < 5; i++)
        if (given[i] && int_as_int32(given[i], &options[i]) < 0)
            return VALUE_NULL;
    bool has_dictionary = given[5] && given[5] != VALUE_NONE;
    Stream *made = has_dictionary && !take(given[5], &dictionary) ? NULL : stream_new(&type_compress);
    if (!made)
        return VALUE_NULL;
    int code = deflateInit2(&made->z, options[0], options[1], options[2], options[3], options[4]);
    if (code == Z_OK && has_dictionary && deflateSetDictionary(&made->z, dictionary.bytes, (unsigned)dictionary.length) != Z_OK) {
        object_release(made);
        return raise_error(&exc_ValueError, "Invalid dictionary");
    }
    return code == Z_OK ? value_of(made) : init_failed(made, code);
}

static Value compress_piece(METHOD_ARGS)
{
    Value given[1];
    Input in;
    if (!native_bind("compress(data, /)", args, nargs, kwnames, given) || !take(given[0], &in))
        return VALUE_NULL;
    Output out = {0};
    int code = pump(&as_stream(self)->z, deflate, &in, Z_NO_FLUSH, &out);
    bool ok = code == Z_OK || code == Z_BUF_ERROR;
    if (!ok)
        fail(&as_stream(self)->z, code, "while compressing data");
    return finish_output(&out, ok);
}

static Value compress_flush(METHOD_ARGS)
{
    Value given[1];
    int mode = Z_FINISH;
    if (!native_bind("flush(mode=, /)", args, nargs, kwnames, given) || (given[0] && int_as_int32(given[0], &mode) < 0))
        return VALUE_NULL;
    if (mode == Z_NO_FLUSH)
        return bytes_new("", 0);
    Input in = {(const uint8_t *)"", 0};
    Output out = {0};
    z_stream *z = &as_stream(self)->z;
    int code = pump(z, deflate, &in, mode, &out);
    bool ok = code == Z_OK || code == Z_BUF_ERROR || (code == Z_STREAM_END && mode == Z_FINISH);
    if (!ok)
        fail(z, code, "while flushing");
    else if (code == Z_STREAM_END)
        deflateEnd(z);
    return finish_output(&out, ok);
}

static Value zlib_decompressobj(METHOD_ARGS)
{
    (void)self;
    Value given[2];
    int window = MAX_WBITS;
    if (!native_bind("decompressobj(wbits=, zdict=)", args, nargs, kwnames, given) || (given[0] && int_as_int32(given[0], &window) < 0))
        return VALUE_NULL;
    if (given[1] && !value_has_buffer(given[1]))
        return raise_error(&exc_TypeError, "zdict argument must support the buffer protocol");
    Stream *made = stream_new(&type_decompress);
    if (!made)
        return VALUE_NULL;
    made->dictionary = value_retain_null(given[1]);
    int code = inflateInit2(&made->z, window);
    return code == Z_OK ? value_of(made) : init_failed(made, code);
}

/* inflate(), giving it the dictionary when it asks. */
static int pump_inflate(Stream *self, Input *in, int flush, Output *out)
{
    Input dictionary;
    int code = pump(&self->z, inflate, in, flush, out);
    if (code != Z_NEED_DICT || !self->dictionary)
        return code;
    if (!take(self->dictionary, &dictionary))
        return Z_DATA_ERROR;
    code = inflateSetDictionary(&self->z, dictionary.bytes, (unsigned)dictionary.length);
    if (code != Z_OK)
        fail(&self->z, code, "while setting zdict");
    return code == Z_OK ? pump(&self->z, inflate, in, flush, out) : code;
}

/* What is left of the input: behind the end it is another's, before it is for the next call. (Behind the end it is both when something was left before:
 * as in CPython.) */
static bool keep_rest(Stream *self, const Input *in)
{
    Value rest = bytes_new(in->length ? in->bytes : (const uint8_t *)"", in->length);
    if (!rest || !self->eof) {
        value_set_steal(&self->unconsumed, rest ? rest : value_retain(self->unconsumed));
        return rest != VALUE_NULL;
    }
    Value joined = value_binary(BINARY_ADD, self->unused, rest);
    if (joined) {
        value_set_steal(&self->unused, joined);
        if (as_bytes(self->unconsumed)->length)
            value_set_steal(&self->unconsumed, value_retain(rest));
    }
    value_release(rest);
    return joined != VALUE_NULL;
}

static Value inflate_all(Stream *self, Input in, int flush, size_t most)
{
    Output out = {.most = most};
    int code = pump_inflate(self, &in, flush, &out);
    bool ok = code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END;
    self->eof |= code == Z_STREAM_END;
    if (!ok && !exc_pending())
        fail(&self->z, code, flush == Z_FINISH ? "while flushing" : "while decompressing data");
    ok = ok && keep_rest(self, &in);
    if (code == Z_STREAM_END && flush == Z_FINISH)
        inflateEnd(&self->z);
    return finish_output(&out, ok);
}

static Value decompress_piece(METHOD_ARGS)
{
    Value given[2];
    Input in;
    int64_t most = 0;
    if (!native_bind("decompress(data, /, max_length=)", args, nargs, kwnames, given) || (given[1] && int_as_int64(given[1], &most) < 0) ||
        !take(given[0], &in))
        return VALUE_NULL;
    if (most < 0)
        return raise_error(&exc_ValueError, "max_length must be non-negative");
    return inflate_all(as_stream(self), in, Z_SYNC_FLUSH, (size_t)most);
}

static Value decompress_flush(METHOD_ARGS)
{
    Value given[1];
    int64_t length = OUTPUT_FIRST;
    if (!native_bind("flush(length=, /)", args, nargs, kwnames, given) || (given[0] && int_as_int64(given[0], &length) < 0))
        return VALUE_NULL;
    if (length <= 0)
        return raise_error(&exc_ValueError, "length must be greater than zero");
    if (!as_stream(self)->z.state) /* ended by a flush */
        return bytes_new("", 0);
    Value held = value_retain(as_stream(self)->unconsumed);
    Input in = {as_bytes(held)->data, (size_t)as_bytes(held)->length};
    Value result = inflate_all(as_stream(self), in, Z_FINISH, 0);
    value_release(held);
    return result;
}

static Value stream_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    Stream *from = as_stream(self), *made = stream_new(from->head.type);
    if (!made)
        return VALUE_NULL;
    int code = from->inflates ? inflateCopy(&made->z, &from->z) : deflateCopy(&made->z, &from->z);
    if (code != Z_OK) {
        object_release(made);
        return code == Z_STREAM_ERROR ? raise_error(&exc_ValueError, "Inconsistent stream state") : fail(&from->z, code, "while copying an object");
    }
    made->eof = from->eof;
    made->dictionary = value_retain_null(from->dictionary);
    if (from->inflates) {
        value_set_steal(&made->unused, value_retain(from->unused));
        value_set_steal(&made->unconsumed, value_retain(from->unconsumed));
    }
    return value_of(made);
}

static Value get_eof(Value self) { return value_bool(as_stream(self)->eof); }
static Value get_unused(Value self) { return value_retain(as_stream(self)->unused); }
static Value get_unconsumed(Value self) { return value_retain(as_stream(self)->unconsumed); }

#define COPIES {"copy", stream_copy, 0, 0, 0}, {"__copy__", stream_copy, 0, 0, 0}, {"__deepcopy__", stream_copy, 1, 1, 0}
static const NativeDef compress_methods[] = {{"compress", compress_piece, 0, -1, NATIVE_KEYWORDS}, {"flush", compress_flush, 0, -1, NATIVE_KEYWORDS}, COPIES, {0}};
static const NativeDef decompress_methods[] = {{"decompress", decompress_piece, 0, -1, NATIVE_KEYWORDS}, {"flush", decompress_flush, 0, -1, NATIVE_KEYWORDS}, COPIES, {0}};
static const GetSetDef decompress_members[] = {
    {"eof", get_eof, attr_readonly}, {"unused_data", get_unused, attr_readonly}, {"unconsumed_tail", get_unconsumed, attr_readonly}, {0}};

static Type type_compress = {.head = OBJECT_STATIC(&type_type), .name = "zlib.Compress", .size = sizeof(Stream), .base = &type_object,
                             .dealloc = stream_dealloc, .methods = compress_methods};
static Type type_decompress = {.head = OBJECT_STATIC(&type_type), .name = "zlib.Decompress", .size = sizeof(Stream), .base = &type_object,
                               .dealloc = stream_dealloc, .methods = decompress_methods, .members = decompress_members};

/* ---- checksums ---- */

typedef uLong (*Checksum)(uLong value, const Bytef *bytes, z_size_t length);

static Value checksum(Checksum sum, uLong start, const Value *args, int nargs)
{
    Input in;
    Value low = nargs > 1 ? value_binary(BINARY_AND, args[1], int_from_int64(UINT32_MAX)) : VALUE_NULL;
    int64_t value = (int64_t)start;
    if (nargs > 1 && (!low || int_as_int64(low, &value) < 0)) {
        value_release_null(low);
        if (!value_is_int(args[1])) {
            exc_clear();
            raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
        }
        return VALUE_NULL;
    }
    value_release_null(low);
    return take(args[0], &in) ? int_from_int64((int64_t)sum((uLong)value, in.bytes, in.length)) : VALUE_NULL;
}

static Value zlib_crc32(METHOD_ARGS)
{
    (void)self, (void)kwnames;
    if (nargs < 1 || nargs > 2)
        return raise_error(&exc_TypeError, nargs ? "crc32 expected at most 2 arguments, got %d" : "crc32 expected at least 1 argument, got %d", nargs);
    return checksum(crc32_z, 0, args, nargs);
}

static Value zlib_adler32(METHOD_ARGS)
{
    (void)self, (void)kwnames;
    if (nargs < 1 || nargs > 2)
        return raise_error(&exc_TypeError, nargs ? "adler32 expected at most 2 arguments, got %d" : "adler32 expected at least 1 argument, got %d", nargs);
    return checksum(adler32_z, 1, args, nargs);
}

/* ---- the module ---- */

static const NativeDef functions[] = {{"compress", zlib_compress, 0, -1, NATIVE_KEYWORDS}, {"decompress", zlib_decompress, 0, -1, NATIVE_KEYWORDS},
                                      {"compressobj", zlib_compressobj, 0, -1, NATIVE_KEYWORDS}, {"decompressobj", zlib_decompressobj, 0, -1, NATIVE_KEYWORDS},
                                      {"crc32", zlib_crc32, 0, -1, 0}, {"adler32", zlib_adler32, 0, -1, 0}, {0}};

static const struct {
    const char *name;
    int value;
} constants[] = {{"DEFLATED", Z_DEFLATED}, {"DEF_BUF_SIZE", OUTPUT_FIRST}, {"DEF_MEM_LEVEL", MEMORY_LEVEL}, {"MAX_WBITS", MAX_WBITS},
                 {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION}, {"Z_BEST_SPEED", Z_BEST_SPEED}, {"Z_BLOCK", Z_BLOCK},
                 {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION}, {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY}, {"Z_FILTERED", Z_FILTERED},
                 {"Z_FINISH", Z_FINISH}, {"Z_FIXED", Z_FIXED}, {"Z_FULL_FLUSH", Z_FULL_FLUSH}, {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
                 {"Z_NO_COMPRESSION", Z_NO_COMPRESSION}, {"Z_NO_FLUSH", Z_NO_FLUSH}, {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH}, {"Z_RLE", Z_RLE},
                 {"Z_SYNC_FLUSH", Z_SYNC_FLUSH}, {"Z_TREES", Z_TREES}};

Value module_zlib_init(void)
{
    Value module = module_from_parts("zlib", functions, NULL, 0);
    value_set_steal(&error_type, module ? module_new_exception("zlib", "error", tuple_pack(1, value_of(&exc_Exception))) : VALUE_NULL);
    bool ok = error_type && type_take_dotted_name(&type_compress) == 0 && type_ready(&type_compress) == 0 && type_take_dotted_name(&type_decompress) == 0 &&
              type_ready(&type_decompress) == 0 && module_set(module, "error", value_retain(error_type)) == 0 &&
              module_set(module, "ZLIB_VERSION", str_from_cstr(ZLIB_VERSION)) == 0 && module_set(module, "ZLIB_RUNTIME_VERSION", str_from_cstr(zlibVersion())) == 0;
    for (size_t i = 0; ok && i < sizeof constants / sizeof *constants; i++)
        ok = module_set(module, constants[i].name, int_from_int64(constants[i].value)) == 0;
    if (module && !ok)
        value_clear(&module);
    return module;
}
