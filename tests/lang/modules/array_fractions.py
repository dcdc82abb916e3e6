import array
import copy
from array import array as A
from fractions import Fraction as F
import fractions
import math

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

for code, items in (("b", [-1, 2]), ("B", [0, 255]), ("h", [-300, 300]), ("H", [65535]), ("i", [-5, 5]), ("I", [2 ** 32 - 1]), ("l", [-2 ** 63]), ("L", [2 ** 64 - 1]), ("q", [1]), ("Q", [2]), ("f", [1.5, 0.1]), ("d", [0.1, 1e300])):
    a = A(code, items)
    print(a, a.itemsize, a.typecode, len(a), a.tolist(), a.tobytes())
a = A("i", range(10))
print(a[3], a[-1], a[2:5], a[::-2], a.index(4), a.count(3), 5 in a, a[1:3] + A("i", [100]), a == A("i", range(10)), a < A("i", [1]), list(reversed(a)), sum(a), max(a))
a.append(10); a.extend([11, 12]); a.insert(0, -1); a.insert(-1, 99); print(a, a.pop(), a.pop(0)); a.remove(99); a.reverse(); print(a)
a[0] = 77; a[1:3] = A("i", [5]); del a[0]; print(a); a[::2] = A("i", [0] * len(a[::2])); print(a); del a[::3]; print(a); del a[-1:0:-2]; print(a)
a *= 2; a += A("i", [1]); print(a, a * 2 == 2 * a, copy.copy(a) == a, copy.deepcopy(a) is a)
b = A("h"); b.frombytes(b"\x01\x00\x02\x00"); b.fromlist([3, 4]); b.byteswap(); print(b, A("h"), A("B", b"abc"), A("d", A("i", [1, 2])), A("u", "héy"), A("u", "ab").tounicode(), array.typecodes, array.ArrayType is A, A)
for bad in (lambda: A("z"), lambda: A("b", [128]), lambda: A("B", [-1]), lambda: A("h", [70000]), lambda: A("i", ["x"]), lambda: A("i", [1.5]), lambda: A("d", ["x"]), lambda: A("Q", [-1]), lambda: A("q", [2 ** 63]), lambda: a[100], lambda: a["x"], lambda: A("i").pop(), lambda: a.pop(100),
            lambda: a.remove(12345), lambda: a.index(12345), lambda: a + [1], lambda: a.__setitem__(slice(0, 1), [1]), lambda: a.frombytes(b"abc"), lambda: A("i", "abc"), lambda: A(5), lambda: A("i", 5), lambda: hash(a), lambda: a.__setitem__(100, 1), lambda: a.extend(A("b", [1])), lambda: A(), lambda: a.foo,
            lambda: A("I", [2 ** 32]), lambda: A("i", [2 ** 31]), lambda: a.__setitem__(slice(0, 4, 2), A("i", [1])), lambda: A("u", "ab").append("xy")):
    attempt(bad)
class Sub(A): pass
s = Sub("i", [1, 2]); s.name = "n"; print(s, s.name, isinstance(s, A))
match A("i", [1, 2]):
    case [x, y]:
        print("sequence pattern", x, y)
# fractions
print(F(1, 2), F(3), F("3/4"), F("-1.25"), F("1e3"), F(0.5), F(2, -4), F(), repr(F(1, 3)), F("  7/3 "), F(F(1, 2), F(3, 4)), F(True))
x, y = F(1, 3), F(3, 4)
print(x + y, x - y, x * y, x / y, x // y, x % y, -x, +x, abs(-x), x ** 2, x ** -2, x ** 0.5, 2 ** F(3), x + 1, 1 - x, 2 * x, 1 / x, x + 0.5, 7 // y, 7 % y, divmod(F(7, 2), y), 0.5 * x)
print(x < y, x == F(2, 6), x == 1 / 3, x > 0, x >= 0.25, F(1, 2) == 0.5, hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), F(1, 3) != F(1, 2), sorted([F(1, 2), F(1, 3), 0.4]), max(x, y), sum([F(1, 2), F(1, 3)]))
print(float(x), int(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), bool(F(0)), x.numerator, x.denominator, F(math.pi).limit_denominator(100), F("3.14159").limit_denominator(10), F(1, 3).as_integer_ratio(), F.from_float(0.25), str(F(5)), complex)
for bad in (lambda: F(1, 0), lambda: F("abc"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F([]), lambda: F(1, 2) / 0, lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(1, 2) + "x", lambda: F(1) < "x", lambda: F(1, 2).limit_denominator(0), lambda: F(1, 2) % 0, lambda: F("1/-2"), lambda: F("")):
    attempt(bad)
print(F(1, 2) ** F(1, 2), F(2) ** F(3), F(4, 9) ** F(1, 2), pow(F(2, 3), 3), copy.copy(x) is x, copy.deepcopy(x) is x, f"{F(1, 2)}", f"{F(1, 2)!s:>6}")
import numbers
print(isinstance(x, numbers.Rational), isinstance(5, numbers.Integral), isinstance(1.5, numbers.Real), isinstance("x", numbers.Number), isinstance(True, numbers.Integral))


# Fractions with decimals and complex numbers
from decimal import Decimal
from fractions import Fraction as F

for make in (lambda: F(Decimal("1.1")), lambda: F(Decimal("NaN")), lambda: F.from_decimal(Decimal("-0.25")), lambda: F.from_decimal(3), lambda: F.from_decimal(0.5),
             lambda: F(1, 10) + (1 + 2j), lambda: (1 + 2j) - F(1, 2), lambda: F(1, 2) * 2j, lambda: 2j / F(1, 2), lambda: F(1, 2) == 0.5 + 0j, lambda: 0.5 + 0j == F(1, 2),
             lambda: F(1, 2) == 0.5 + 1j, lambda: F(1, 2) < 1j, lambda: F(1, 2) // 1j, lambda: F(1, 2) ** 2j, lambda: 1j ** F(2), lambda: F(1, 2) + Decimal(1)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
