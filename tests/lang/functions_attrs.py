def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def f(a, b=2, *args, c: int, d=4, **kw) -> str:
    "doc"
    return a


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__)
f.x = 1
print(f.x, f.__dict__, f.__globals__ is globals(), f.__code__.co_name, f.__code__.co_varnames, f.__code__.co_argcount)
show(lambda: f.missing)
f.__name__ = "g"
f.__qualname__ = "g.q"
f.__doc__ = None
f.__defaults__ = (7,)
print(f.__name__, f.__qualname__, f.__doc__, f(1, c=1))
show(lambda: setattr(f, "__name__", 1))
show(lambda: setattr(f, "__defaults__", 1))
show(lambda: setattr(f, "__code__", 1))
show(lambda: setattr(f, "__globals__", {}))
show(lambda: delattr(f, "nope"))


def outer():
    n = 1
    def inner(): return n
    return inner


i = outer()
print(i.__closure__[0].cell_contents, i.__qualname__, i.__code__.co_freevars)


def one(): return 1
def two(): return 2
one.__code__ = two.__code__
print(one())
show(lambda: setattr(one, "__code__", i.__code__))
print((lambda: 0).__name__, (lambda: 0).__qualname__)
print(type(f).__name__, type(len).__name__, type(f.__code__).__name__, type(i.__closure__[0]).__name__, type([].append).__name__)


def wraps(g):
    def w(*a, **k): return g(*a, **k)
    w.__wrapped__ = g
    w.__dict__.update(g.__dict__)
    return w


two.attr = "kept"
print(wraps(two).attr, wraps(two).__wrapped__ is two)
show(lambda: f.__get__(1, int)(c=3))
show(lambda: one.__call__())
print(callable(f), callable(1), callable(len), callable(int))
print(None.__class__, type(None), NotImplemented, Ellipsis, ..., type(...), type(NotImplemented))
show(lambda: type(None)())
show(lambda: type(None)(1))
show(lambda: None.x)
show(lambda: setattr(None, "x", 1))
show(lambda: (lambda n: n())(None))
show(lambda: None + 1)
show(lambda: isinstance(1, 2))
show(lambda: issubclass(1, int))
show(lambda: issubclass(int, 1))
show(lambda: isinstance(1, (str, (float, int))))
import sys
m = type(sys)("mymod", "its doc")
m.a = 1
print(m, m.a, m.__name__, m.__doc__)
show(lambda: m.missing)
show(lambda: sys.nope)
