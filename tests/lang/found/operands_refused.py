# Sequences beside operands that they do not take, and which of several faults constructors and functions tell.
import array
import collections
import math
import operator


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, "-", e)


class Plain:
    pass


class Index:
    def __index__(self):
        return 2


class Times:
    def __mul__(self, other):
        return NotImplemented


class Reflects:
    def __rmul__(self, other):
        return "reflected"


class Number(int):
    pass


class Row(list):
    pass


class OwnRow(list):
    def __rmul__(self, other):
        return "its own"


# x *= sequence: a class or a container on the left does not ask the sequence to repeat itself, not even as a number.
lefts = [Plain(), Index(), Times(), Reflects(), Number(2), {}, {1}, frozenset(), range(2), memoryview(b"a"), {}.keys(), {}.values(), {}.items(), 2, True, 2.5, None, len,
         slice(1), int]
sequences = [[1], (1,), "s", b"b", bytearray(b"y"), Row([1]), OwnRow([1]), array.array("b", [1]), collections.deque([1]), Reflects(), 3, Plain()]
for left in lefts:
    for right in sequences:
        print(type(left).__name__, type(right).__name__, end=": ")
        told(operator.mul, left, right)
        x = left
        try:
            x *= right
            print("  now", x)
        except TypeError as e:
            print("  refused:", e)
for left in sequences:
    if type(left) is OwnRow:
        continue
    for right in (Row([1]), OwnRow([1]), [1], Times(), Plain(), Index(), Number(2)):
        print(type(left).__name__, type(right).__name__, end=": ")
        told(operator.mul, left, right)

for left in ("", b"", bytearray(), [], (), {}, 1, {1}, Row(), array.array("b"), Plain()):
    for right in (1, None, {}):
        told(operator.concat, left, right)
told(operator.concat, range(2), 1)
told(operator.iconcat, memoryview(b"a"), 1)

# What names itself is so shown in brackets.
class Inner:
    def method(self):
        pass

    class Deep:
        pass


print(list[len], dict[told, math.sin], list[Inner.method], list[Inner.Deep], tuple[print, int | None], list[type(None)], list[None], list[str.join],
      list[list[int]], list[operator.itemgetter], list[3], list[[1, ...]], tuple[()])

for hint in (-5, -1, 0, 7):
    told(operator.length_hint, Plain(), hint)


class NoIterator:
    def __iter__(self):
        return 1


for call in (lambda: bytes(NoIterator()), lambda: bytearray(NoIterator()), lambda: list(NoIterator()), lambda: zip(NoIterator(), 2), lambda: zip(2, NoIterator()),
             lambda: zip([], 3), lambda: enumerate(0, "x"), lambda: enumerate(NoIterator(), None), lambda: sum(0, ""), lambda: sum([], b""), lambda: sum([], ""),
             lambda: sum([], bytearray()), lambda: max(x=1), lambda: min(key=None, default=2), lambda: str(encoding=1), lambda: str(errors=None),
             lambda: str(encoding="none such"), lambda: str(1, 2), lambda: str("a", "utf-8"), lambda: format(1j, "0>9"), lambda: format(2j, "0<9f"),
             lambda: format(1j, "09"), lambda: format(1j, "x>9"), lambda: format(1.5, "0>9")):
    told(call)

for form in (b"%i", b"%d", b"%u", b"%x", b"%e", b"%G", "%i", "%e"):
    for value in ("a", None, 1j, [1], Index()):
        told(operator.mod, form, (value,))
told(operator.mod, b"%g", 10 ** 400)
told(operator.mod, "%g", 10 ** 400)

told(operator.iadd, array.array("i"), 3)
told(operator.add, array.array("i"), 3)
told(operator.iadd, array.array("i"), array.array("b"))
