"""Names and blocks that the compiler refuses, annotations into any namespace."""
class NS(dict): pass
exec("x: int = 1", {}, NS())
class CNS2:
    def __init__(self): self._dct = {}
    def __setitem__(self, item, value): self._dct[item] = value
    def __getitem__(self, item): return self._dct[item]
c = CNS2(); exec('x: int = 1', {}, c)
print(c._dct)
for s in ['__debug__: int', 'def f5(*args: *b = (1,)): pass', '0x1⁄2', '1⁄2', '1_⁄', '0b1⁄', '1j⁄', '1e5⁄', '0o1⁄', '1é', '0xé','1.é', "f(__debug__=1)", "def f(__debug__): pass", "import __debug__", "x.__debug__ = 1", "__debug__ += 1", "(__debug__): int", "x.__debug__: int", "class __debug__: pass", "del __debug__", "for __debug__ in x: pass", "with a as __debug__: pass", "lambda __debug__: 1", "match x:\n case __debug__: pass", "(__debug__ := 1)", "try: pass\nexcept E as __debug__: pass", "global __debug__", "from x import __debug__", "import a as __debug__", "async def __debug__(): pass", "def f(*, __debug__): pass", "def f(*__debug__): pass", "def f(**__debug__): pass", "def f(__debug__, /): pass", "def f():\n __debug__ = 1", "def f():\n for __debug__ in x: pass", "def f():\n __debug__ += 1","[__debug__ for __debug__ in x]", "class A(__debug__=1): pass", "match x:\n case {**__debug__}: pass","match x:\n case [*__debug__]: pass","match x:\n case 1 as __debug__: pass","match x:\n case A(__debug__=1): pass", "match x:\n case A(a=1,a=2): pass"]:
    try: compile(s, 'f', 'exec'); print(s, 'ok')
    except SyntaxError as e: print(s, '|', e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
def nest(n, h):
    s = ''
    for i in range(n): s += ' ' * i + h + '\n'
    return s + ' ' * n + 'pass\n'
for n in (19, 20, 21, 22):
  for h in ('while 1:', 'for x in y:', 'with x:', 'if 1:', 'async with x:'):
    s = nest(n, h)
    if 'async' in h: s = 'async def f():\n' + '\n'.join(' '+l for l in s.split('\n'))
    try: compile(s, 'f', 'exec'); print(n, h, 'ok')
    except SyntaxError as e: print(n, h, e.msg, e.lineno, e.offset)
for n in (18,19,20,21):
    s = ''
    for i in range(n): s += ' '*i + 'try:\n'
    s += ' '*n + 'pass\n'
    for i in reversed(range(n)): s += ' '*i + 'except E: pass\n'
    try: compile(s, 'f', 'exec'); print(n, 'ok')
    except SyntaxError as e: print(n, e.msg, e.lineno, e.offset)
    s = ''
    for i in range(n): s += ' '*i + 'try: pass\n' + ' '*i + 'except E as e:\n'
    s += ' '*n + 'pass\n'
    try: compile(s, 'f', 'exec'); print(n, 'ok')
    except SyntaxError as e: print(n, e.msg, e.lineno, e.offset)
