/* hash.c: the module _hashlib: objects that digest bytes (hashlib.py has the constructors). */
#include "modules.h"

#include "bytes.h"
#include "digest.h"
#include "exceptions.h"
#include "memoryview.h"
#include "native.h"
#include "str.h"

typedef struct Hash {
    Object head;
    Digest digest;
} Hash;

static Type type_hash;

static inline Digest *digest_of(Value v) { return &((Hash *)value_object(v))->digest; }

static int add(Digest *digest, Value data)
{
    if (value_is_str(data))
        return raise_error_int(&exc_TypeError, "Strings must be encoded before hashing");
    if (!value_has_buffer(data))
        return raise_error_int(&exc_TypeError, "object supporting the buffer API required");
    if (buffer_check_plain(data) < 0)
        return -1;
    int64_t size;
    const void *bytes = bytes_buffer(data, &size);
    digest_add(digest, bytes, (size_t)size);
    return 0;
}

static Value hash_of(const Digest *digest)
{
    Hash *hash = object_alloc(&type_hash, sizeof(Hash));
    if (!hash)
        return VALUE_NULL;
    hash->digest = *digest;
    return value_of(hash);
}

static Value hash_start(METHOD_ARGS)
{
    UNUSED_ARGS;
    const char *name = value_is_str(args[0]) ? str_utf8(args[0], NULL) : "";
    const DigestKind *kind = name ? digest_kind(name) : NULL;
    if (!kind)
        return name ? raise_error(&exc_ValueError, "unsupported hash type %S", args[0]) : VALUE_NULL;
    Digest digest;
    digest_start(&digest, kind);
    return add(&digest, args[1]) == 0 ? hash_of(&digest) : VALUE_NULL;
}

static Value hash_update(METHOD_ARGS)
{
    UNUSED_ARGS;
    return add(digest_of(self), args[0]) == 0 ? VALUE_NONE : VALUE_NULL;
}

static Value hash_digest(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint8_t out[DIGEST_BYTES_MAX];
    digest_end(*digest_of(self), out);
    return bytes_new(out, digest_of(self)->kind->bytes);
}

static Value hash_hexdigest(METHOD_ARGS)
{
    UNUSED_ARGS;
    uint8_t out[DIGEST_BYTES_MAX];
    char text[2 * DIGEST_BYTES_MAX];
    size_t count = digest_of(self)->kind->bytes;
    digest_end(*digest_of(self), out);
    for (size_t i = 0; i < count; i++) {
        text[2 * i] = "0123456789abcdef"[out[i] >> 4];
        text[2 * i + 1] = "0123456789abcdef"[out[i] & 15];
    }
    return str_from_ascii(text, 2 * count);
}

static Value hash_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    return hash_of(digest_of(self));
}

static Value get_name(Value self) { return str_from_cstr(digest_of(self)->kind->name); }
static Value get_digest_size(Value self) { return value_from_small_int((int64_t)digest_of(self)->kind->bytes); }
static Value get_block_size(Value self) { return value_from_small_int((int64_t)digest_of(self)->kind->block_bytes); }
static Value hash_repr(Value self) { return str_printf("<%s _hashlib.HASH object @ 0x%lx>", digest_of(self)->kind->name, (long)self); }
static void hash_dealloc(Object *self) { object_free(self, sizeof(Hash)); }

static const NativeDef hash_methods[] = {{"update", hash_update, 1, 1, 0}, {"digest", hash_digest, 0, 0, 0}, {"hexdigest", hash_hexdigest, 0, 0, 0},
                                         {"copy", hash_copy, 0, 0, 0}, {0}};
static const GetSetDef hash_getsets[] = {{"name", get_name, NULL}, {"digest_size", get_digest_size, NULL}, {"block_size", get_block_size, NULL}, {0}};
static Type type_hash = {.head = OBJECT_STATIC(&type_type), .name = "_hashlib.HASH", .size = sizeof(Hash), .base = &type_object,
                         .dealloc = hash_dealloc, .repr = hash_repr, .methods = hash_methods, .getsets = hash_getsets};

Value module_hashlib_init(void)
{
    static const NativeDef functions[] = {{"start", hash_start, 2, 2, 0}, {0}};
    static Type *const types[] = {&type_hash};
    return module_from_parts("_hashlib", functions, types, 1);
}
