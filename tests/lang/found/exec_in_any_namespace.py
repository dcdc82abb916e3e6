"""exec and its namespaces: closures, builtins of any class, code without __build_class__."""
import types, builtins
class frozendict_error(Exception):
    pass
class frozendict(dict):
    def __setitem__(self, key, value):
        raise frozendict_error("frozendict is readonly")
frozen_builtins = frozendict(builtins.__dict__)
def t(code, g):
    try: exec(code, g); print('ok')
    except Exception as e: print(type(e).__name__, e)
code = compile("__builtins__['superglobal']=2; print(superglobal)", "test", "exec")
t(code, {'__builtins__': frozen_builtins})
code = compile("class A: pass", "", "exec")
t(code, {'__builtins__': {}})
print(1)
t(code, {'__builtins__': frozen_builtins})
print(2)
t(code, {'__builtins__': frozendict()})
namespace = frozendict({})
code = compile("x=1", "test", "exec")
t(code, namespace)
class setonlyerror(Exception):
    pass
class setonlydict(dict):
    def __getitem__(self, key):
        raise setonlyerror
code = compile("globalname", "test", "exec")
t(code, setonlydict({'globalname': 1}))
code = compile("superglobal", "test", "exec")
t(code, {'__builtins__': setonlydict({'superglobal': 1})})
class customdict(dict):  # this one should not do anything fancy
    pass
code = compile("superglobal", "test", "exec")
t(code, {'__builtins__': customdict({'superglobal': 1})})
t(code, {'__builtins__': customdict()})
def three():
    a, b, c = 1, 2, 3
    result = None
    def f():
        nonlocal result
        result = a * b * c
        return result
    return f
def g():
    def f(): pass
f = three()
def t(*a, **k):
    try: exec(*a, **k); print('ok')
    except Exception as e: print(type(e).__name__, e)
t(f.__code__, f.__globals__, closure=f.__closure__)
print([c.cell_contents for c in f.__closure__])
t(g.__code__, f.__globals__, closure=f.__closure__)
t(f.__code__, f.__globals__, closure=f.__closure__[1:])
t(f.__code__, f.__globals__, closure=None)
t(f.__code__, f.__globals__, closure=list(f.__closure__))
t(f.__code__, f.__globals__, closure=(int, *f.__closure__[1:]))
t("x", closure=(int,))
t(g.__code__, {}, {}, closure=None)
t("x", closure=None)
t(closure=None)
t("x", 1)
t("x", {}, 1)
t("x", {}, {}, {})
t("x", y=1)
t(1)


def func(s): return len(s)
ns = {}
made = type(func)(func.__code__, ns)
import builtins
print(made.__builtins__ is vars(builtins), made("abc"), ns)
safe = {"None": None}
ns = {"type": type, "__builtins__": safe}
exec("def a(s): pass\nb = type(a)(a.__code__, {})", ns)
print(ns["a"].__builtins__ is safe, ns["b"].__builtins__ is safe, "__builtins__" in ns["b"].__globals__)


class Manager:
    def __enter__(self): return self
    def __exit__(self, kind, value, tb):
        print(kind.__name__, value)
        return True


def without():
    for _ in range(3):
        with Manager():
            exec(compile("class A: pass", "", "exec"), {"__builtins__": {}})
        with Manager():
            exec("class A: pass", {"__builtins__": safe})


without()


class Sized(__import__("collections.abc").abc.Sequence):
    def __init__(self, n): self.n = n
    def __len__(self):
        self.n -= 1
        if self.n < 0:
            raise ValueError("no length")
        return 5
    def __getitem__(self, i):
        if i > 4:
            raise IndexError
        return i


def matched(n):
    a, b, c = object(), object(), [object(), [object()]]
    found = []
    try:
        match Sized(n):
            case [*_, 9]: found.append(1)
            case [0, *_, 9]: found.append(2)
            case [0, *_, last]: found.append(last)
    except ValueError as e:
        found.append(str(e))
    return found


for n in range(8):
    print(matched(n))
