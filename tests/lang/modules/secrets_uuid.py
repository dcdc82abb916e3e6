"""hmac, secrets, uuid: what does not depend on chance."""
import copy
import hashlib
import hmac
import pickle
import secrets
import uuid


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    for key in (b"", b"k", b"key" * 10, b"x" * 64, b"x" * 65, b"y" * 128, b"z" * 129, bytearray(b"ba")):
        mac = hmac.new(key, b"message", name)
        other = mac.copy()
        other.update(b" and more")
        print(mac.name, mac.digest_size, mac.block_size, mac.hexdigest(), other.hexdigest(), hmac.digest(key, b"message", getattr(hashlib, name)).hex() == mac.hexdigest())
print(hmac.HMAC(b"k", digestmod=hashlib.sha256).hexdigest(), hmac.new(b"k", digestmod="SHA256").digest(), hmac.digest_size)
for thunk in (lambda: hmac.new("k", b"m", "sha1"), lambda: hmac.new(b"k", b"m"), lambda: hmac.new(b"k", b"m", "bogus"), lambda: hmac.new(b"k", "m", "sha1"), lambda: hmac.new(None, b"m", "sha1"),
              lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.compare_digest(1, 2), lambda: hmac.compare_digest(b"a", None)):
    attempt(thunk)
print([hmac.compare_digest(a, b) for a, b in (("abc", "abc"), ("abc", "abd"), ("", ""), ("a", "ab"), (b"ab", bytearray(b"ab")), (b"ab", b"a"), (b"", b""), (memoryview(b"q"), b"q"), (b"b", b"a"))])
print(len(secrets.token_bytes()), len(secrets.token_bytes(7)), len(secrets.token_hex()), len(secrets.token_hex(0)), len(secrets.token_urlsafe(16)), secrets.DEFAULT_ENTROPY)
print({secrets.randbelow(3) for _ in range(200)}, secrets.choice("a"), max(secrets.randbits(5) for _ in range(500)), secrets.compare_digest is hmac.compare_digest, type(secrets.token_hex()), len({secrets.token_hex() for _ in range(50)}))
for thunk in (lambda: secrets.randbelow(0), lambda: secrets.randbelow(-2), lambda: secrets.choice([])):
    attempt(thunk)

one = uuid.UUID("{12345678-1234-5678-1234-567812345678}")
print(one, repr(one), int(one), one.hex, one.urn, one.bytes, one.bytes_le, one.fields, one.time, one.clock_seq, one.node, one.variant, one.version, one.is_safe, hash(one) == hash(one.int))
for text in ("00000000-0000-0000-0000-000000000000", "00010203-0405-0607-0809-0a0b0c0d0e0f", "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8", "ffffffffffffffffffffffffffffffff", "02d9e6d5-9467-382e-8f9b-9300a64ac3cd", "00000000-0000-0000-c000-000000000000"):
    each = uuid.UUID(text)
    print(each, each.variant, each.version, each.fields, each.time_low, each.time_mid, each.time_hi_version, each.clock_seq_hi_variant, each.clock_seq_low, each.bytes_le.hex())
    print(uuid.UUID(bytes=each.bytes) == each, uuid.UUID(bytes_le=each.bytes_le) == each, uuid.UUID(fields=each.fields) == each, uuid.UUID(int=each.int) == each, [uuid.UUID(int=each.int, version=v) for v in range(1, 6)])
    print(pickle.loads(pickle.dumps(each)) == each, copy.copy(each) == each, copy.deepcopy(each) == each, each < one, each <= one, each > one, each >= one, each == 5, each.__lt__(3))
for thunk in (lambda: uuid.UUID(""), lambda: uuid.UUID("abc"), lambda: uuid.UUID("1234567812345678123456781234567z"), lambda: uuid.UUID(), lambda: uuid.UUID("0" * 32, int=1), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(bytes_le=b"1"),
              lambda: uuid.UUID(fields=(1,)), lambda: uuid.UUID(fields=(-1, 0, 0, 0, 0, 0)), lambda: uuid.UUID(fields=(0, 1 << 16, 0, 0, 0, 0)), lambda: uuid.UUID(fields=(0, 0, 1 << 16, 0, 0, 0)), lambda: uuid.UUID(fields=(0, 0, 0, 256, 0, 0)),
              lambda: uuid.UUID(fields=(0, 0, 0, 0, 256, 0)), lambda: uuid.UUID(fields=(0, 0, 0, 0, 0, 1 << 48)), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=1 << 128), lambda: uuid.UUID("0" * 32, version=6), lambda: setattr(one, "int", 3),
              lambda: one < 3, lambda: uuid.UUID(5), lambda: uuid.uuid5(uuid.NAMESPACE_DNS, None)):
    attempt(thunk)
for space in (uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500):
    print(space, uuid.uuid3(space, "python.org"), uuid.uuid5(space, "pythön"), uuid.uuid5(space, "").version)
four, first = uuid.uuid4(), uuid.uuid1(0x123456789ABC, 0x1234)
print(four.version, four.variant, four != uuid.uuid4(), first.version, first.variant, hex(first.node), hex(first.clock_seq), first.time < uuid.uuid1(1).time, uuid.getnode() == uuid.getnode(), uuid.uuid1().version, list(uuid.SafeUUID))
