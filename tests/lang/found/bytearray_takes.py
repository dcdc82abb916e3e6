"""bytearray slices and extend take what CPython takes; __index__, __iter__ and __len__ of what is given are asked as often."""
class I:
    def __index__(self): print('index'); return 1
class F:
    def __float__(self): return 1.0
class It:
    def __index__(self): return 1
    def __iter__(self): return iter([1,2])
def attempt(v, s=slice(None)):
    b = bytearray(b'abcdef')
    try:
        b[s] = v
    except Exception as e: print(type(e).__name__, e, b)
    else: print(b)
for v in 5, 1.5, 1j, True, None, 'x', '', b'xy', [1, 2], [300], ['a'], I(), F(), It(), (), bytearray(), {1}, object(), range(3):
    attempt(v); attempt(v, slice(I(), None)); attempt(v, slice(0, 6, 2)); attempt(v, slice('a', None))
b = bytearray(b'abcdef'); b[::-1] = b; print(b); b[2:4] = b; print(b); b[::2] = b''; print(b)
del b[::-2]; print(b)
class G:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
class N:
    __iter__ = None
for v in 5, 'x', '', b'xy', [1, 2], [300], ['a'], I(), F(), It(), (), bytearray(b'a'), {1}, object(), range(3), G(), N(), iter([1]), 'é', [1, 'a', 3]:
    b = bytearray(b'z')
    try: print(b.extend(v), b)
    except Exception as e: print(type(e).__name__, e, b)
import collections
class J:
    def __index__(self): print('J'); return self.n
for n in -1, 0, 1, 2:
    j = J(); j.n = n
    for c in collections.deque([1]), [1], (1,), 'a', b'a', bytearray(b'a'):
        print(c * j); print(j * c)
        try: c *= j; print(c)
        except TypeError as e: print(e)
