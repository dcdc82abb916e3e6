"""Subclasses of Decimal, its type, and what its operators refuse."""
import copy
import weakref
from decimal import *
D = Decimal
class S(D):
    pass
class T(D):
    __slots__ = ("extra",)
    def __new__(cls, value, extra=None):
        self = D.__new__(cls, value)
        self.extra = extra
        return self
    def __add__(self, other):
        return T(D.__add__(self, other), "sum")
    __radd__ = __add__
    def __str__(self):
        return "<" + super().__str__() + ">"
s = S("1.50")
s.note = "here"
t = T("2.5", "x")
for v in (s, t, s + 1, 1 + s, s * 2, -s, abs(s), s + s, t + 1, 1 + t, t + D(1), D(1) + t, t * 2, s.quantize(D(1)), D(s), S(s), D(t), +s, s / 3, s // 1, s % 1,
          round(s, 1), s.copy_negate()):
    print(type(v).__name__, repr(v), str(v), hash(v))
print(s.note, t.extra, s == D("1.5"), s != 1.5, s < 2, D(1) < s, bool(s), int(s), float(s), {s: 1}[D("1.5")])
print(copy.copy(s), type(copy.deepcopy(s)).__name__)
print(D.__mro__, D.__bases__, D.__module__, D.__qualname__, D.__name__, repr(D), D.__hash__ is not None)
for f in (lambda: D(1).foo, lambda: setattr(D(1), "foo", 1), lambda: setattr(D, "foo", 1), lambda: D([]), lambda: D({}), lambda: D(1) + "a",
          lambda: "a" + D(1), lambda: D(1) < "a", lambda: D(1) + 1.5, lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: int(D("inf")), lambda:
          int(D("nan")), lambda: hash(D("snan")), lambda: D(1) < D("snan"),
          lambda: D(1).quantize(D("1e-30")), lambda: D(1).quantize(D(1), "up"), lambda: D(1).quantize(1.5), lambda: weakref.ref(D(1)), lambda:
          D.__new__(int), lambda: pow(2, D(3), 5), lambda: pow(D(2), 3, 5), lambda: D(2) ** 3, lambda: 2 ** D(3),
          lambda: divmod(7, D(2)), lambda: divmod(D(7), 2), lambda: D(value="1.5"), lambda: D(), lambda: D("1.5", None), lambda: D(context=None), lambda:
          D(1).exp(), lambda: D(2).ln(), lambda: D(100).log10(), lambda: D(1).__add__(2), lambda: D(1).__radd__(2), lambda: D(1).__eq__("x"),
          lambda: D(1).__lt__([]), lambda: D("9" * 50), lambda: D(10**50), lambda: D(-2**63), lambda: D(True), lambda: D(1.5), lambda: D((1, (1, 2), -1)),
          lambda: D(1).__str__(), lambda: D(1).__repr__(), lambda: D(1).__bool__(), lambda: D(1).__int__(), lambda: D("-1.5").__trunc__(), lambda:
          D(1).__hash__(),
          lambda: D(1).__neg__(), lambda: D(2).__floordiv__(3), lambda: sum([D("0.1")] * 10), lambda: max(D(1), 2, D("2.0")), lambda: sorted([D(3), 1,
          D("2.5")]), lambda: D("1e5") == 100000, lambda: complex(D(1)), lambda: D(1).real, lambda: D(1).imag):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
