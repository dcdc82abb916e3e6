"""Displays and calls of many items over several lines: what CPython builds in parts, hashed and traced in its order."""
def f(x=1): return x
def g(*a, **k): return len(a), len(k)
def small():
    return {
        'a':
            f(),
        'b':
            f(2)
    }
def mixed():
    return {
        'a':
            f(),
        f(3):
            f(2),
        'c':
            3,
    }
def stars():
    x = {1: 2}
    return {
        'a':
            f(),
        'b': 1,
        **x,
        'c':
            f(),
        'd':
            f(),
        **x,
        f(4):
            f(),
        'e': f(),
    }
def sixteen():
    return {
        1: f(),
        2: f(),
        3: f(),
        4: f(),
        5: f(),
        6: f(),
        7: f(),
        8: f(),
        9: f(),
        10: f(),
        11: f(),
        12: f(),
        13: f(),
        14: f(),
        15: f(),
        f(16): f(),
    }
def seventeen():
    return {
        1: f(),
        2: f(),
        3: f(),
        4: f(),
        5: f(),
        6: f(),
        7: f(),
        8: f(),
        9: f(),
        10: f(),
        11: f(),
        12: f(),
        13: f(),
        14: f(),
        15: f(),
        16: f(),
        17:
            f(),
    }
def twenty():
    return {
        1: f(),
        2: f(),
        3: f(),
        4: f(),
        5: f(),
        6: f(),
        7: f(),
        8: f(),
        9: f(),
        10: f(),
        11: f(),
        12: f(),
        13: f(),
        14: f(),
        15: f(),
        16: f(),
        17: f(),
        18:
            f(),
        19:
            f(),
        20: f(),
    }
def calls():
    x = {'q': 2}
    g(
        f(),
        *[1, 2],
        f(),
        a=1,
        b=
          f(),
        **x,
        c=
          f(),
        **{'z': 2},
    )
    g(a1=f(),
      a2=f(),
      a3=f(),
      a4=f(),
      a5=f(),
      a6=f(),
      a7=f(),
      a8=f(),
      a9=f(),
      a10=f(),
      a11=f(),
      a12=f(),
      a13=f(),
      a14=f(),
      a15=f(),
      a16=f(),
      a17=f(),
      a18=f(),
      a19=f(),
      a20=f())
    g(a1=f(),
      a2=f(),
      a3=f(),
      a4=f(),
      a5=f(),
      a6=f(),
      a7=f(),
      a8=f(),
      a9=f(),
      a10=f(),
      a11=f(),
      a12=f(),
      a13=f(),
      a14=f(),
      a15=f(),
      a16=f(),
      a17=f(),
      a18=f(),
      a19=f(),
      a20=f(),
      **x)
def seqs():
    x = [1]
    [
        f(),
        *x,
        f(),
        2,
    ]
    (
        f(),
        *x,
        f(),
        *x,
    )
    {
        f(),
        *x,
        f(),
        *x,
    }
    [
        1,
        2,
        3,
    ]
    {
        1,
        2,
        3
    }
    [
        1,
        f(),
        3
    ]
class Loud:
    def __init__(self, n): self.n = n
    def __hash__(self):
        print('hash', self.n)
        return 1
    def __eq__(self, other):
        print('eq', self.n, other.n)
        return False
def loud(n):
    print('made', n)
    return Loud(n)
for _ in small, mixed, stars, sixteen, seventeen, twenty, calls, seqs:
    print(_.__name__)
    _()
L = loud
{L(1): L(2), L(3): L(4)}
print(1)
{L(1): L(2), L(3): L(4), **{}, L(5): 6, L(7): 8}
print(2)
{L(1): L(2), **{}, L(5): 6}
print(3)
{L(1): 1, L(2): 1, L(3): 1, L(4): 1, L(5): 1, L(6): 1, L(7): 1, L(8): 1, L(9): 1, L(10): 1, L(11): 1, L(12): 1, L(13): 1, L(14): 1, L(15): 1, L(16): 1, L(17): 1, L(18): 1, L(19): 1}
print(4)
{L(1), L(2), *[], L(3), L(4)}
print(5)
{L(1), L(2), L(3), L(4)}
print(6)
{L(1), L(2), L(3), L(4), L(5), L(6), L(7), L(8), L(9), L(10), L(11), L(12), L(13), L(14), L(15), L(16), L(17), L(18), L(19), L(20), L(21), L(22), L(23), L(24), L(25), L(26), L(27), L(28), L(29), L(30), L(31)}
class Has:
    def meth(self, *a, **k): return len(a), len(k)
h = Has()
h.meth(f(),
       f(),
       f(),
       a1=f(),
       a2=f(),
       a3=f(),
       a4=f(),
       a5=f(),
       a6=f(),
       a7=f(),
       a8=f(),
       a9=f(),
       a10=f(),
       a11=f(),
       a12=f(),
       a13=f(),
       a14=f(),
       a15=f(),
       a16=f(),
       a17=f())
g(f(),
  f(),
  f(),
  f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(),
  f(),
  a=f(),
  b=f(),
  c=f(),
  d=f())
h.meth(f(),
  f(),
  f(),
  f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(),
  f(),
  a=f(),
  b=f(),
  c=f(),
  d=f())
g(1,
  2,
  3,
  a1=f(), a2=f(), a3=f(), a4=f(), a5=f(), a6=f(), a7=f(), a8=f(), a9=f(), a10=f(), a11=f(), a12=f(), a13=f(), a14=f(), a15=f(),
  a16=f())
{
 f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(), f(),
 f(),
 f(3)
}
