import sys
class Aw:
    def __init__(s,v): s.v=v
    def __await__(s):
        x = yield s.v
        return ('got',x)
async def f(a):
    r = await Aw(a)
    print('r',r)
    return r
def drive(c, sends=()):
    out=[]
    it=iter(sends)
    v=None
    while True:
        try: out.append(c.send(v))
        except StopIteration as e: return out,e.value
        v=next(it,None)
print(drive(f(1),[10]))
c=f(2); print(c, type(c), c.__name__,c.__qualname__, c.cr_running,c.cr_await,c.cr_frame is not None,c.cr_code.co_name,c.cr_suspended, c.cr_origin)
print(c.send(None)); print(type(c.cr_await), c.cr_suspended); 
try: c.throw(ValueError('x'))
except ValueError as e: print('VE',e)
print(c.cr_frame, c.cr_running)
for g in (lambda:c.send(None),lambda:c.throw(ValueError('y')),lambda:c.close()):
    try: print(g())
    except BaseException as e: print(type(e),e)
c=f(1)
try: c.send(5)
except TypeError as e: print(e)
c.close()
async def nest(n):
    if n==0: return await Aw('deep')
    return await nest(n-1)
print(drive(nest(50),['v']))
class CM:
    async def __aenter__(s): print('enter'); await Aw('e'); return 'cm'
    async def __aexit__(s,t,v,tb): print('exit',t,v); await Aw('x'); return t is ValueError
async def w(raise_):
    async with CM() as c, CM():
        print('in',c)
        if raise_: raise raise_
    return 'done'
print(drive(w(None)))
print(drive(w(ValueError(3))))
try: print(drive(w(KeyError(3))))
except KeyError as e: print('KE',e)
class AI:
    def __init__(s,n): s.i=0; s.n=n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.i>=s.n: raise StopAsyncIteration
        s.i+=1
        if s.i%2: await Aw('tick')
        return s.i
async def loop(n):
    out=[]
    async for x in AI(n):
        if x==3: continue
        if x==6: break
        out.append(x)
    else: out.append('else')
    return out
print(drive(loop(5)),drive(loop(8)))
async def comp():
    a=[x async for x in AI(4)]
    b={x:y async for x in AI(2) for y in (1,2)}
    c={x async for x in AI(3) if x!=2}
    d=[await Aw(x) for x in range(2)]
    e=[y for x in [1,2] async for y in AI(x)]
    g=(x*2 async for x in AI(3))
    h=[z async for z in g]
    i=[[q async for q in AI(2)] for _ in range(2)]
    return a,b,c,d,e,h,i,type(g).__name__
print(drive(comp(),[1]*40))
async def ag(n):
    try:
        for i in range(n):
            x = yield i
            print('sent',x)
            await Aw('in ag')
    finally: print('fin')
async def useag():
    out=[]
    async for x in ag(3): out.append(x)
    g=ag(5)
    print(await g.asend(None)); print(await g.asend('hello'))
    try: await g.athrow(ValueError('thr'))
    except ValueError as e: print('caught',e)
    g=ag(2); await g.__anext__(); await g.aclose(); print('closed')
    try: await g.__anext__()
    except StopAsyncIteration: print('SAI')
    print(await anext(ag(1)), await anext(ag(0),'dflt'))
    print(aiter(g) is g)
    return out
print(drive(useag()))
g=ag(1); print(g, g.ag_running,g.ag_await,g.ag_code.co_name,g.ag_frame is not None, g.__name__)
print(g.asend(1).__class__, g.aclose().__class__, g.athrow(ValueError).__class__)
