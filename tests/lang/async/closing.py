# closing, gc, throw
class Aw:
    def __init__(s,v): s.v=v
    def __await__(s):
        try:
            x = yield s.v
        except BaseException as e: print('aw exc',repr(e)); raise
        finally: print('aw fin')
        return x
async def inner():
    try: return await Aw(1)
    except ValueError: return 'handled'
    finally: print('inner fin')
async def outer():
    try: r= await inner(); print(r); await Aw(2)
    finally: print('outer fin')
c=outer(); print(c.send(None)); print(c.throw(ValueError)); 
c.close()
c=outer(); c.send(None); del c
c=outer(); c.send(None)
try: c.throw(KeyError('k'))
except KeyError as e:
    tb=e.__traceback__
    while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb=tb.tb_next
async def bad():
    try: await Aw(1)
    except GeneratorExit: await Aw(2)
c=bad(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)
async def ag():
    try:
        while 1:
            try: x = yield 1; print('x',x)
            except ValueError as e: print('VE in ag'); yield 'recovered'
    finally:
        print('ag fin'); await Aw('fin')
g=ag()
def run(co):
    try:
        while True: print('->',co.send(None))
    except StopIteration as e: print('=',e.value)
    except StopAsyncIteration: print('SAI')
run(g.asend(None)); run(g.asend('q')); run(g.athrow(ValueError)); run(g.aclose()); run(g.asend(None)); run(g.aclose())
g=ag(); run(g.asend(None))
a=g.asend(1); 
try: a.throw(KeyError('zz'))
except KeyError: print('KE')
except StopIteration: print('SI')
else: print('yielded')
s=g.asend(None); s.close()
try: s.send(None)
except RuntimeError as e: print(e)
t=g.aclose(); t.close()
try: t.send(None)
except RuntimeError as e: print(e)
w=outer(); it=w.__await__(); print(type(it), next(it)); it.close()

print(type(ag.__code__.co_flags), ag.__code__.co_flags & 0x200, outer.__code__.co_flags & 0x80)
