"""MRO: conflicts, duplicate bases, layouts, __bases__ assignment, mro()."""
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()], D.__base__, D.__bases__)
for bases in ((A, B), (A, A), (int, str), (B, A, C), (object, A), (bool,), (type(None),), (1,), (A, 1), (type(lambda: 0),), (range,), (slice,), (type(...),)):
    print(bases, t(lambda: type("X", bases, {}).__mro__))
E1 = type("E1", (B, C), {}); E2 = type("E2", (C, B), {})
print(t(lambda: type("E3", (E1, E2), {})))
print(t(lambda: type()), t(lambda: type(1, 2)), t(lambda: type("x", 1, {})), t(lambda: type("x", (), 1)), t(lambda: type(1, (), {})))
B.__bases__ = (C,)
print([k.__name__ for k in B.__mro__], t(lambda: setattr(A, "__bases__", ())), t(lambda: setattr(A, "__bases__", (B,))), t(lambda: setattr(B, "__bases__", (int,))), t(lambda: setattr(int, "__bases__", (A,))))
