# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""eval, exec, compile, globals, locals."""


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


print(eval("1 + 2"), eval(" \t3"), eval("x * 2", {"x": 21}), eval("a + b", {"a": 1}, {"b": 2}), eval("[i for i in range(3)]"), eval(b"5"))
x = 10
exec("x = x + 1; y = 5")
print(x, y)
ns = {}
exec("def f(a):\n    return a * k\nk = 3\nclass C:\n    v = k\nz = [k for _ in range(2)]", ns)
print(ns["f"](4), ns["C"].v, ns["z"], sorted(ns), ns["__builtins__"] is not None)


def inside():
    local = 5
    exec("local = 6; new = 7")
    print(local, eval("local + 1"), "new" in locals(), sorted(locals()))
    loc = {}
    exec("a = 1\nb = a + 1", globals(), loc)
    print(loc)
    return eval("local")


print(inside())
code = compile("a + 1", "<here>", "eval")
print(eval(code, {"a": 2}), code.co_filename, type(code).__name__)
code = compile("for i in range(3):\n    t = i\n", "<there>", "exec")
ns = {}
exec(code, ns)
print(ns["t"], ns["i"])
exec(compile("1 + 1\n", "<single>", "single"))
attempt(compile, "a", "f", "bad")
attempt(compile, 5, "f", "exec")
attempt(compile, "a b", "f", "exec")
attempt(eval, "a b")
attempt(eval, "")
attempt(eval, "undefined_thing")
attempt(eval, "1/0")
attempt(eval, "x = 1")
attempt(eval, 5)
attempt(exec, 5)
attempt(eval, "1", 5)
attempt(exec, "1", 5)
attempt(eval, "1", {}, 5)
attempt(exec, "1", {}, 5)
attempt(eval)
attempt(eval, "a\0b")


class Names(dict):
    def __missing__(self, key):
        return key.upper()


print(eval("foo + bar", {}, Names()), eval("foo", {}, {"foo": 1}))
print(globals()["x"], globals() is globals(), "attempt" in globals(), globals()["__name__"])


def local_names(a, b=2, *c, **d):
    e = 1
    return sorted(locals().items())


print(local_names(1, k=3))


class Body:
    a = 1
    names = sorted(n for n in locals() if not n.startswith("__"))


print(Body.names, locals() is globals(), vars() is globals())
f = eval("lambda v: v + x")
print(f(1), f.__globals__ is globals())
try:
    exec("def broken():\n    raise ValueError('inside')\nbroken()")
except ValueError as error:
    print(error)
m = __import__("sys")
print(m.__name__, __import__("math").floor(2.5))
attempt(__import__, "no_such_module_here")
attempt(__import__, 5)
g = {"__builtins__": {}}
attempt(eval, "len", g)
exec("global gg\ngg = 1")
print(gg)
