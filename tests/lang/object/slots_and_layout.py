"""__slots__: conflicts, inheritance, deletion, weakrefs, names that are wrong."""
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
class A: __slots__ = ("a", "b")
class B(A): __slots__ = "c"
class C(B): pass
a, b, c = A(), B(), C()
print(t(lambda: a.a), t(lambda: setattr(a, "z", 1)), t(lambda: delattr(a, "a")))
b.c = 1; b.a = 2; c.z = 3; c.a = 4
print(b.c, b.a, c.__dict__, hasattr(b, "__dict__"), A.a, type(A.a), A.__slots__, B.__slots__)
print(t(lambda: type("X", (), {"__slots__": ("a", "a")})), t(lambda: type("X", (), {"__slots__": ("1",)})), t(lambda: type("X", (), {"__slots__": (1,)})))
print(t(lambda: type("X", (), {"__slots__": ("a",), "a": 1})), t(lambda: type("X", (A, type("Y", (), {"__slots__": "q"})), {})))
print(t(lambda: type("X", (int,), {"__slots__": "q"})), t(lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")})), t(lambda: type("X", (C,), {"__slots__": ("__dict__",)})))
print(t(lambda: A.a.__get__(1)), t(lambda: A.a.__set__(1, 2)), t(lambda: A.a.__get__(None, A)), t(lambda: A.a.__delete__(b)))
class M: __slots__ = {"x": "doc of x"}
print(M.__slots__, M.x.__doc__ if 0 else "")
class P:
    __slots__ = ("__x",)
    def __init__(self): self.__x = 5
print(P()._P__x, [n for n in dir(P) if "x" in n and "reduce" not in n and "ext" not in n and not n.startswith("__")])
