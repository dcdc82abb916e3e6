"""A generator that outlives its own end is closed once."""
import sys, gc, weakref
kept = []
def hook(args): kept.append(args); print('hook', args.exc_value, args.object.__name__)
sys.unraisablehook = hook
def stubborn(n):
    try:
        yield 1
    finally:
        try:
            yield 2
        finally:
            print('second close', n)
            yield 3
g = stubborn('a'); next(g); del g
print(len(kept))
kept.clear()
print('cleared')
g = stubborn('b'); next(g); del g
g = kept.pop().object
print(next(g, 'end'))
del g
gc.collect()
print(len(kept))
def keep(n):
    me = holder[0]
    try: yield 1
    finally:
        kept.append(me); print('kept', n)
        try:
            pass
        finally: print("x")
holder = [None]
g = keep(1); holder[0] = g; next(g); holder.clear(); del g
kept.clear(); gc.collect()
def outer():
    try:
        yield from stubborn('in')
    finally:
        print('outer ends')
g = outer(); next(g); del g; print(len(kept)); kept.clear(); print('end')
async def co():
    try:
        await A()
    finally: await A()
class A:
    def __await__(self): yield 1
c = co(); c.send(None); del c; print(len(kept)); kept.clear(); print('end')
async def ag():
    try: yield 1
    finally: await A()
c = ag()
try: c.__anext__().send(None)
except StopIteration as e: print(e)
del c; print(len(kept)); kept.clear(); gc.collect(); print('end')
