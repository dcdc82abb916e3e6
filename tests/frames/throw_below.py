"""throw() through yield from: the generators between are on the stack meanwhile, as f_back and tracebacks tell."""
import sys, traceback, types
def names(f):
    r=[]
    while f: r.append((f.f_code.co_name, f.f_lineno)); f=f.f_back
    return r
def f():
    try: yield
    except RuntimeError:
        print(names(sys._getframe()))
        yield 2
        traceback.print_stack(file=sys.stdout)
def g():
    yield from f()
def h():
    yield from g()
def outer(x):
    x.send(None)
    print(x.throw(RuntimeError), x.gi_running, x.gi_yieldfrom.gi_frame.f_back)
    next(x, None)
outer(h())
@types.coroutine
def y(): 
    try: yield
    except: print(names(sys._getframe()))
async def a(): await y()
async def b(): await a()
c=b(); c.send(None)
try: c.throw(ValueError)
except StopIteration: print('stop')
def deep(n):
    if n==0:
        try: yield
        except ValueError: yield len(names(sys._getframe()))
    else: yield from deep(n-1)
x=deep(150); next(x); print(x.throw(ValueError))
def lazy(fr):
    try: yield
    except KeyError: fr.append(sys._getframe()); yield 1
fr=[]
def d(): yield from lazy(fr)
x=d(); next(x); x.throw(KeyError); print(fr[0].f_back); x.close(); print(fr[0].f_back)
