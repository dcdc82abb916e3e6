"""`from __future__ import annotations` keeps annotations as CPython writes expressions down: spaces, quotes, parentheses and numbers in one form."""
from __future__ import annotations

cases = r'''
"str" | dict[ str,int ] | 1+ 2 | x.y[..., 'a b'] | lambda x:x+1 | f"a{1}" | (1,) | () | 1, 2 | not  a | a if b else c | {1:2, **d} | -1**2 | (-1)**2 | 2**-1 | 2**3**4 | (2**3)**4
[*a, b] | "it's" | 'say "x"' | b'x' | 1_000 | 0x10 | 1e400 | -1e400j | 1.50 | 2j | a<b<c | "a" "b" | None|  int | True | ... | (a or b) and c | a or b and c | not (a or b) | (a, b)
a-(b-c) | (a-b)-c | a*(b+c) | (a*b)+c | a//b%c@d | a<<b>>c | a&b^c|d | (a|b)&c | ~a | +a | -(-a) | ~(a+b) | (not a)+b | not a+b | (a if b else c)+d | a if (b if c else d) else e
(a if b else c) if d else e | (a<b)<c | a<(b<c) | a is not b | a not in b | a==b!=c | (lambda: 1)() | lambda: (yield) | lambda *a: a | lambda a, /, b=1, *, c, d=2, **e: a | lambda *a, b: b | lambda **k: k
f(a, *b, c=d, **e) | f(x for x in y) | f((x for x in y), 1) | (f)(a)(b) | (a+b)(c) | a.b.c | (1).real | 1.0.real | "s".join | (a+b).c | a[b] | a[b, c] | a[(b, c)] | a[b,] | a[()] | a[b:c] | a[::2] | a[b:c, ::d]
a[*b] | a[lambda: 1] | [x for x in y if z if w] | {x: y for x, y in z} | {x for x in y} | [x async for x in y] | [x for x, in y] | [x for x in (a if b else c)] | [(x, y) for x in y for z in w]
{1, 2} | {a} | [] | {} | {**a} | f"{x!r:>{w}} {{}} {y}" | f"{ {1: 2} }" | f'{x}' "b" | f"{a if b else c}" | f"{(lambda: 1)}" | f"{x:%H:%M}" | f"'{x}'" | f"{x!s}{y=}" | f"" | "\n\t\x00é" | '\ud800' | f"\ud800{x}"
123456789012345678901234567890 | 1e-7 | 1e16 | 0b11 | x if (y := 3) else z | [y := 1] | f(y := 1) | a[(y := 1)] | (yield) | (await x) | x @ y | x ** -y | (-x) ** y | (await_)(x) | x.__class__ | * a
'''
for line in cases.strip().splitlines():
    for text in line.split(" | "):
        for form in ("def f(a: %s): pass\nprint(f.__annotations__['a'])", "class A:\n b: %s\nprint(A.__annotations__['b'])", "def f(*a: %s): pass\nprint(f.__annotations__['a'])"):
            try:
                code = compile("from __future__ import annotations\n" + form % text, "here", "exec")
            except SyntaxError as error:
                print(text, error)
            else:
                exec(code)


def function(a: "str", *b: list[ "int" ], c: (int)=3) -> Dict[str,List["x"]]:
    local: not_kept [ 1 ] = 2
    return local


class Fields:
    one: List[ "int" ]
    two: Optional[  int  ] = None

    (five): neither = 1 if False else 2


print(function.__annotations__, Fields.__annotations__, function(1))
variable: Tuple[ int,... ] = 3
print(__annotations__)
