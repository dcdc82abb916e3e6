"""memoryview of bytes, bytearrays and arrays: items, slices, casts, what it forbids, and who takes one."""
import array
import collections.abc
import io
import struct


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print(result if not isinstance(result, memoryview) else ("view", result.tolist(), result.format))
    except Exception as e:
        print(type(e).__name__, e)


def put(m, key, value):
    m[key] = value
    return m.obj


def drop(m, key):
    del m[key]


def facts(m):
    print(m.obj, m.nbytes, m.readonly, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.c_contiguous, m.f_contiguous, m.contiguous, len(m))


b = bytearray(b"hello world")
m = memoryview(b)
for each in (m, m[2:5], m[::2], m[::-1], m[3:3], memoryview(b"abc"), memoryview(array.array("i", [1, -2, 3])), memoryview(array.array("d", [1.5, 2])), m[:8].cast("I"),
             memoryview(m), memoryview(m)[1:], m.toreadonly() if hasattr(m, "nothing") else m, memoryview(b""), memoryview(bytearray())):
    facts(each)
    print(each.tolist(), each.tobytes(), each.hex(), bytes(each), list(each), each[0:1].tolist())
print(m[0], m[-1], m[::-2].tobytes(), m[1:9][2:4].tobytes(), m[10:2:-3].tolist(), m.hex("-", 2), m.tobytes("C"), m.tobytes(order=None))
for key in (11, -12, "x", 1.5, None, (0,) * 2, 2**100):
    attempt(lambda: m[key])
for key, value in ((0, 72), (-1, True), (slice(0, 2), b"HE"), (slice(0, 3), b"ab"), (slice(0, 2), 5), (slice(None, None, 5), b"xyz"), (0, 256), (0, -1), (0, "a"), (0, b"a"), (0, 1.0),
                   (99, 1), ("x", 1), (slice(0, 3), m[1:4]), (slice(1, 4), m[0:3]), (slice(0, 4), array.array("B", b"QQQQ")), (slice(0, 1), array.array("i", [1]))):
    attempt(put, m, key, value)
attempt(drop, m, 0)
attempt(put, memoryview(b"abc"), 0, 1)
attempt(drop, memoryview(b"abc"), 0)
for f in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.clear(), lambda: b.pop(), lambda: b.__setitem__(slice(0, 2), b"xyz"), lambda: b.__setitem__(slice(0, 2), b"xy"),
          lambda: b.__iadd__(b"q"), lambda: b.__imul__(2), lambda: b.insert(0, 1), lambda: b.remove(114), lambda: b.__delitem__(0), lambda: b.__delitem__(slice(None, None, 2)), lambda: b.reverse(), lambda: b.__init__(b"other"), lambda: b.__imul__(1)):
    attempt(f)
print(b)
part = m[2:4]
m.release()
print(part.tobytes())
attempt(b.append, 1)
part.release()
for f in (lambda: m[0], lambda: len(m), lambda: m.tolist(), lambda: m.nbytes, lambda: m.cast("B"), lambda: list(m), lambda: m == m, lambda: m == b, lambda: m.release(), lambda: hash(m), lambda: memoryview(m), lambda: m.__enter__()):
    attempt(f)
del each
b.append(33)
print(b)
a = array.array("h", [1, 2, 3])
with memoryview(a) as view:
    print(view.tolist(), view.format)
    view[1] = -5
    for f in (lambda: a.append(1), lambda: a.pop(), lambda: a.extend([1]), lambda: a.__setitem__(0, 9), lambda: a.insert(0, 1), lambda: view.__setitem__(0, 40000), lambda: view.__setitem__(0, "x")):
        attempt(f)
a.append(4)
print(a)
attempt(lambda: view[0])
data = bytearray(range(16))
v = memoryview(data)
for code in ("B", "b", "c", "?", "h", "H", "i", "I", "l", "L", "q", "Q", "n", "N", "f", "@i", "=i", "x", "", "ii", 3):
    attempt(v.cast, code)
attempt(v[:3].cast, "h")
attempt(v[::2].cast, "b")
attempt(lambda: v.cast("i").cast("h"))
attempt(lambda: v.cast("i").cast("B"))
attempt(v.cast, "i", [4])
attempt(v.cast, "i", (3,))
attempt(v.cast, "i", shape=3)
for code, values in (("b", (127, -128, 128)), ("c", (b"z", b"", 5)), ("?", (True, [], "x")), ("Q", (2**64 - 1, 2**64, -1)), ("q", (-2**63, 2**63)), ("d", (1.5, 2, "x")), ("f", (0.1, None)), ("H", (65535, 65536))):
    w = v.cast(code)
    for value in values:
        attempt(put, w, 0, value)
        print(w[0])
print(memoryview(b"abc") == b"abc", b"abc" == memoryview(b"abc"), memoryview(b"abc") != bytearray(b"abc"), memoryview(b"abc") == "abc", memoryview(b"abc") == memoryview(b"abd"),
      memoryview(array.array("i", [1, 2])) == memoryview(array.array("h", [1, 2])), memoryview(array.array("d", [float("nan")])) == memoryview(array.array("d", [float("nan")])), memoryview(b"abc")[::-1] == b"cba")
attempt(lambda: memoryview(b"a") < memoryview(b"b"))
print(hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"abcdef")[::2]) == hash(b"ace"), {memoryview(b"k"): 1}[b"k"])
attempt(hash, memoryview(bytearray(b"x")))
attempt(memoryview)
attempt(memoryview, "text")
attempt(memoryview, 5)
attempt(memoryview, object=b"kw")
attempt(memoryview, b"a", b"b")
print(b"".join([memoryview(b"ab"), b"c", memoryview(b"xyz")[1:]]), b"+" + memoryview(b"q"), bytearray(b"r") + memoryview(b"s"), bytearray(memoryview(b"tu")), int.from_bytes(memoryview(b"\1\2"), "big"),
      struct.unpack_from("<H", memoryview(b"\1\2\3\4"), 1), struct.unpack("2B", memoryview(b"\5\6")), str(memoryview(b"hi"), "ascii"), 98 in memoryview(b"abc"))
grown = bytearray(b"1")
grown += memoryview(b"23")
print(grown)
target = bytearray(8)
print(io.BytesIO(b"abcdef").readinto(memoryview(target)[2:6]), target, struct.pack_into(">I", memoryview(target), 4, 0x41424344), target)
attempt(io.BytesIO(b"abc").readinto, memoryview(b"readonly"))
print(io.BytesIO(memoryview(b"content")).read(), isinstance(memoryview(b""), collections.abc.Sequence), reversed(memoryview(b"abc")).__next__(), type(memoryview(b"")), memoryview.__mro__)
match memoryview(b"ab"):
    case [x, y]:
        print(x, y)
print(repr(memoryview(b""))[:12], memoryview(bytearray(b"ab")).toreadonly().readonly)
attempt(put, memoryview(bytearray(b"ab")).toreadonly(), 0, 1)


class Sub(bytearray):
    pass


s = Sub(b"sub")
s.me = memoryview(s)
print(s.me.obj is s, s.me[1])
attempt(s.append, 1)
try:
    class Derived(memoryview):
        pass
except TypeError as e:
    print(e)

# Steps beyond what is there: the distance of the items wraps as in CPython, and nothing is read there.
import array
for step in 2 ** 62, -2 ** 62, 2 ** 63 - 1:
    far = memoryview(array.array("q", [1, 2, 3]))[::step]
    print(far.strides, far.shape, far.tolist(), far[::3].tolist(), bytes(far))
