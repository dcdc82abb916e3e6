async def t1():
    await 5
async def t2():
    async for x in 5: pass
async def t3():
    async with 5: pass
class A:
    def __aiter__(s): return 5
async def t4():
    async for x in A(): pass
class B:
    def __aiter__(s): return s
    def __anext__(s): return 5
async def t5():
    async for x in B(): pass
class C:
    def __aenter__(s): return 5
    def __aexit__(s,*a): return 6
async def t6():
    async with C(): pass
class D:
    def __await__(s): return 5
async def t7(): await D()
class E:
    async def __aenter__(s): return 1
    def __aexit__(s,*a): return 6
async def t8():
    async with E(): pass
class F:
    def __await__(s): return t1()
async def t9(): await F()
async def t10(): raise StopIteration(5)
async def t11():
    async def g():
        yield 1
        raise StopIteration
    async for x in g(): pass
async def t12():
    async def g():
        yield 1
        raise StopAsyncIteration
    async for x in g(): pass
async def t13():
    class X:
        def __aenter__(s): pass
    async with X(): pass
async def t14():
    for x in t1(): pass
async def t15():
    c=t10()
    try: await c
    except RuntimeError as e: print(repr(e),repr(e.__cause__))
    await c
async def t16():
    async def ag():
        try: yield 1
        finally: yield 2
    g=ag(); await g.asend(None); await g.aclose()
async def t17():
    async def ag():
        yield 1
    g=ag(); await g.asend(5)
async def t18(): await aiter(5)
async def t19(): await anext(5)
def y():
    yield from t1()
for t in (t1,t2,t3,t4,t5,t6,t7,t8,t9,t10,t11,t12,t13,t14,t15,t16,t17,t18,t19):
    c=t()
    try: print(c.send(None))
    except BaseException as e: print(t.__name__,type(e).__name__,e, repr(e.__cause__))
try: next(y())
except BaseException as e: print(type(e).__name__,e)
