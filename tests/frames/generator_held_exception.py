"""Whether what a dying generator handles keeps it in a cycle: the body of an except clause does not, a finally block does."""
import gc
gc.disable()
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print("  del", s.n)
    def __enter__(s): return s
    def __exit__(s, *e): print("  exit")
def fin():
    a = N("a")
    try: yield 1
    finally: yield 2
def exc():
    a = N("a")
    try: yield 1
    except GeneratorExit: yield 2
def excname():
    a = N("a")
    try: yield 1
    except GeneratorExit as e: yield 2
def bare():
    a = N("a")
    try: yield 1
    except: yield 2
def exc_in_fin():
    a = N("a")
    try: yield 1
    finally:
        try: yield 2
        except: yield 3
def nest():
    a = N("a")
    try: yield 1
    except GeneratorExit:
        try: 1/0
        except ZeroDivisionError: yield 2
def nest2():
    a = N("a")
    try: yield 1
    except GeneratorExit:
        try: 1/0
        finally: yield 2
def exc_finally():
    a = N("a")
    try: yield 1
    except GeneratorExit: yield 2
    finally: print("  finally")
def else_case():
    a = N("a")
    try: yield 1
    except ValueError: pass
    except (yield 5): pass
class W(N):
    def __exit__(s, *e):
        print("  exit", e[0]); 
def withb():
    a = N("a")
    with W("w"):
        try: yield 1
        finally: yield 2
import sys
sys.unraisablehook = lambda a: print("  unraisable", a.exc_value)
for f in (fin, exc, excname, bare, exc_in_fin, nest, nest2, exc_finally, else_case, withb):
    print(f.__name__)
    g = f(); next(g); del g
    print("  dead")
    g = f(); next(g); 
    try: g.throw(KeyError)
    except KeyError as e: pass
    del g
    print("  dead2")
    print(gc.collect() > 0)
