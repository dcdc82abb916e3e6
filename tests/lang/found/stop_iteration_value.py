# The value of a StopIteration that a __next__ written in Python raises is the result of yield from and await.
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration(7)
        return self.n
def f():
    r = yield from It()
    print("r", r)
    return r
print(list(f()))
g = f()
next(g)
class A:
    def __await__(self): return It()
async def c(): return await A()
k = c()
k.send(None); k.send(None)
try: k.send(None)
except StopIteration as e: print(e.value)
