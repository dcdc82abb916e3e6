"""Annotations kept as text are nothing to the blocks around: no name of theirs is free, no yield makes a generator; what compiles inherits them."""
from __future__ import annotations
def run(s):
    ns = {}
    try:
        exec(compile("from __future__ import annotations\n" + s, "<s>", "exec", dont_inherit=True), ns)
        print(ns.get("__annotations__"), {k: v.__annotations__ for k, v in ns.items() if hasattr(v, "__annotations__")})
    except SyntaxError as e: print(s, "|", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e: print(s, "|", type(e), e)
for s in ["x: u'a'", "x: u'a' 'b'", "x: 'b' u'a'", "x: u'a{}'.format(u'b')", "x: f'{u\"a\"}'", "x: u'a' f'{b}'","x: f'{b}' u'a'", "test.test: (yield a + b)", "test[s]: (yield from x)", "def func(test: (yield from outside_of_generator)): pass","def test() -> (await y): pass","async def test() -> something((a := b)): pass","test: await some.complicated[0].call(with_args=True or 1 is not 1)","test: f'{(x := 10):=10}'","def foo():\n    def bar(arg: (yield)): pass", "def foo():\n  x.y: (yield 1)", "test.t: (x:=1)", "test: [y := 1 for y in a]", "test: [(z:=y) for y in a]", "x.y: [z async for z in y]", "x: lambda: (yield)", "x: lambda: (await y)", "x.y: (lambda: (yield))", "class A:\n  x.y: (yield)", "(x): (yield)", "(x.y): (yield)", "(x[(yield)]): int", "x[(y:=[1])]: int"]:
    run(s)
def foo():
    a = 3
    def bar() -> a: pass
    return bar
print(foo().__closure__)
def foo2():
    a = 3
    x: a = 4
    def bar(q: a): 
        y: a = 5
    class C:
        z: a
    return bar, C
print(foo2()[0].__closure__, foo2()[0].__annotations__, foo.__code__.co_cellvars, foo2.__code__.co_cellvars, foo2.__code__.co_freevars)
def foo3():
    def bar(q: nowhere, r: list[foo3.x]) -> [e for e in zz]: pass
    return bar
print(foo3.__code__.co_names, foo3.__code__.co_cellvars, foo3().__annotations__)
exec("x: a.b.c\nprint(__annotations__)")
c = compile("x: a.b.c\nprint(__annotations__)", "a", "exec"); exec(c)
try: c = compile("x: a.b.c\nprint(__annotations__)", "a", "exec", dont_inherit=True); exec(c)
except NameError as e: print(e)
def f():
    exec("def g(x: u.v): pass\nprint(g.__annotations__)")
f()
print(eval("(lambda: 1).__code__.co_flags") & 0x1000000)
