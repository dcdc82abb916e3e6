# try, except, else, finally, with, and leaving them by return, break and continue
import sys
def f1(x):
    try:
        if x == 0: return "ret"
        if x == 1: raise ValueError("v")
        if x == 2: raise KeyError("k")
        if x == 3: 1 / 0
    except ValueError as e:
        return "value %s" % e
    except (KeyError, IndexError) as e:
        return f"key {e}"
    else:
        return "else"
    finally:
        print("finally", x)
for i in range(5):
    try:
        print(f1(i))
    except ZeroDivisionError as e:
        print("zero", e)
def f2():
    for i in range(10):
        try:
            if i == 2: continue
            if i == 5: break
            print(i)
        finally:
            print("f", i)
    else:
        print("never")
    return i
print(f2())
def f3():
    try:
        return "try"
    finally:
        return "finally"
print(f3())
def f4():
    x = 1
    try:
        return x
    finally:
        x = 2
print(f4())
def f5():
    for i in range(3):
        for j in range(3):
            try:
                try:
                    if j == 1: continue
                    if i == 2: return (i, j)
                finally:
                    print("in", i, j)
            finally:
                print("out", i, j)
print(f5())
def f6():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(f6())
def f7():
    try:
        raise ValueError(1)
    except ValueError as e:
        try:
            raise KeyError(2)
        except KeyError as e2:
            print(repr(e2.__context__), repr(e), sys.exc_info()[1] is e2)
        print(sys.exc_info()[1] is e)
        return e.args
    finally:
        print(sys.exc_info())
print(f7())
def f8():
    try:
        try:
            raise ValueError(1)
        finally:
            print("cleanup", sys.exc_info()[0])
    except ValueError:
        print("caught", sys.exc_info()[0])
    print(sys.exc_info())
    try:
        try:
            raise ValueError(1)
        finally:
            raise TypeError(2)
    except TypeError as e:
        print(repr(e.__context__))
f8()
def f9():
    try:
        e = 1
        raise ValueError
    except ValueError as e:
        pass
    try:
        e
    except UnboundLocalError as err:
        print(err)
f9()
class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t, v, tb is not None)
        return self.swallow
def w1():
    with M("a") as a, M("b", True) as b:
        print(a, b)
        raise ValueError("x")
    print("after")
    with M("c"):
        return "returned"
print(w1())
def w2():
    for i in range(4):
        with M("l%d" % i):
            if i == 1: continue
            if i == 2: break
            print("body", i)
w2()
def w3():
    with M("o", True):
        with M("i"):
            1 / 0
    with M("t") as (x, *y):
        print(x, y)
    try:
        with M("u"):
            raise KeyError("k")
    except KeyError as e:
        print("out", e)
w3()
for bad in (5, None):
    try:
        with bad: pass
    except TypeError as e:
        print(e)
def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closed")
        raise
    finally:
        print("gen finally")
g = gen(); next(g); g.close()
def g2():
    for i in range(3):
        try:
            x = yield i
            print("got", x)
        except ValueError as e:
            print("threw", e)
            yield "v"
g = g2(); print(next(g)); print(g.send("s")); print(g.throw(ValueError("q"))); print(next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
def g3():
    r = yield from g4()
    print("r", r)
    yield from [7, 8]
    return "end"
def g4():
    a = yield 1
    try:
        b = yield a
    except KeyError as e:
        b = "caught %s" % e
        yield b
    return b
g = g3(); print(next(g), g.send("A"), g.throw(KeyError("k")), list(g))
try:
    raise ValueError("a") from KeyError("b")
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    raise ValueError("a") from None
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    try:
        raise IndexError("re")
    except IndexError:
        raise
except IndexError as e:
    print("again", e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
def deep():
    try:
        try:
            try:
                raise ValueError(1)
            except KeyError:
                print("no")
            finally:
                print("a")
        except IndexError:
            print("no")
    except ValueError as e:
        for k in range(3):
            try:
                if k == 1: continue
                raise e
            except ValueError:
                if k == 2: return "deep"
            finally:
                print("k", k)
print(deep())
assert 1, "fine"
try:
    assert 0, "msg %d" % 3
except AssertionError as e:
    print("assert", e)
try:
    assert []
except AssertionError as e:
    print("assert", repr(e))
