# The mro() of a metaclass orders the bases: shorter, longer, wrong ones; super().mro() is C3's order.
class Short(type):
    def mro(cls):
        return [cls, object]


class Told(type):
    def mro(cls):
        order = super().mro()
        print(cls.__name__, [base.__name__ for base in order], "f" in cls.__dict__)
        return tuple(order)


class A:
    x = "A.x"


class B(A, metaclass=Short):
    def f(self):
        return __class__


class C(B):
    pass


print([base.__name__ for base in B.__mro__], hasattr(B(), "x"), B().f() is B, [base.__name__ for base in C.__mro__], issubclass(B, A))


class D(A, metaclass=Told):
    f = 1


class E(D):
    pass


class F(A):
    pass


D.__bases__ = (F,)
print([base.__name__ for base in E.__mro__], E.x)
for order in ([1], [int], "ab", 3):
    class Wrong(type):
        def mro(cls):
            return order

    try:
        Wrong("W", (), {})
        print("made", order)
    except TypeError as error:
        print(error)


class Raises(type):
    def mro(cls):
        raise ValueError(cls.__name__)


try:
    Raises("R", (A,), {})
except ValueError as error:
    print("ValueError", error)
try:
    type("x\0", (), {})
except ValueError as error:
    print(error)
