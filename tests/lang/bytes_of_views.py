"""Whatever has a buffer is as good as bytes: for methods of bytes, for numbers, patterns; what is looked at keeps its size."""
import array
import io
import re
import weakref


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "", str(error)))


def view(data, *cut):
    return memoryview(data)[slice(*cut)]


for make in (lambda: int(view(b"x12", 1)), lambda: float(view(b"12.5")), lambda: int(array.array("B", b"7")), lambda: float(array.array("B", b"7.5")),
             lambda: int(view(b"x1")), lambda: float(view(b"x")), lambda: int(view(b"11"), 2), lambda: int(bytearray(b"11"), 2)):
    show(make)

b, c = view(b"xbx", 1, 2), array.array("B", b"c")
for data in b"abcba", bytearray(b"abcba"):
    for make in (lambda: data.find(b), lambda: data.rfind(c), lambda: data.index(b), lambda: data.rindex(b), lambda: data.count(b), lambda: data.split(b),
                 lambda: data.rsplit(b, 1), lambda: data.strip(view(b"a")), lambda: data.lstrip(view(b"ab")), lambda: data.rstrip(c),
                 lambda: data.replace(b, view(b"zz")), lambda: data.replace(c, b"", 1), lambda: b in data, lambda: data.startswith(view(b"ab")),
                 lambda: data.endswith((c, view(b"a"))), lambda: [bytes(each) for each in data.partition(b)], lambda: [type(each).__name__ for each in data.partition(bytearray(b"b"))],
                 lambda: [bytes(each) for each in data.rpartition(c)], lambda: data.removeprefix(view(b"ab")), lambda: data.removesuffix(view(b"ba")),
                 lambda: data.translate(view(bytes(range(256)))), lambda: data.translate(None, b), lambda: data.maketrans(b, c)[97:100], lambda: data.center(9, b),
                 lambda: data.find(memoryview(b"cab")[::2]), lambda: data.find(1.5), lambda: data.split(3), lambda: data.strip("a"), lambda: data.startswith(3)):
        show(make)
released = memoryview(b"abc")
released.release()
show(lambda: b"abc".find(released))
for make in (lambda: re.search(b"b", view(b"abc")), lambda: re.findall(b".", array.array("B", b"abc")), lambda: re.sub(b"b", b"x", view(b"abc")),
             lambda: re.split(b"b", view(b"abc")), lambda: re.match(b"a(.)", view(b"xabc", 1)).group(1), lambda: re.search("b", view(b"abc")),
             lambda: re.sub(b"b", view(b"zz"), b"abc"), lambda: re.search(b"b", view(b"abc")).string, lambda: re.search(b"b", memoryview(b"abc")[::2]),
             lambda: [m.span() for m in re.finditer(b"b*", view(b"abbc"))], lambda: re.fullmatch(b"a.c", view(b"abc"), 0, 3).span()):
    show(make)


class Made:
    def __bytes__(self):
        return b"\1\2"


class Wrong:
    def __bytes__(self):
        return 5


for given in Made(), Wrong(), [1, 2], 5, "ab", view(b"\1\2"):
    show(lambda: int.from_bytes(given, "big"))

numbers = array.array("i", [1, 2, 3])
looked_at = memoryview(numbers)
for make in (lambda: numbers.append(1), lambda: numbers.extend([1]), lambda: numbers.pop(), lambda: numbers.__imul__(2), lambda: numbers.__imul__(1), lambda: numbers.__imul__(0),
             lambda: numbers.__iadd__(numbers), lambda: numbers.__setitem__(0, 9), lambda: numbers.__setitem__(slice(0, 1), array.array("i", [5]))):
    show(make)
print(numbers)
looked_at.release()
numbers *= 2
print(numbers)
with open(__file__) as text, open(__file__, "rb") as data:
    print([weakref.ref(each)() is each for each in (text, data, io.StringIO(), io.BytesIO(), data.raw if hasattr(data, "raw") and False else text)])
