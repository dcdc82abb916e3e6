# the line and the carets of every kind of failing instruction: all in one chain of tracebacks
def case_1():
    def f(x):
        return (x +
            1 /
            0)
    f(1)

def case_11():
    a, b = 1, 2, 3

def case_11b():
    z = 1, 2, 3
    a, b = z

def case_12():
    def f():
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError('x') from e
    f()

def case_13():
    def f():
        try:
            1 / 0
        finally:
            undefined
    f()

def case_14():
    class C(5): pass

def case_16():
    def deco(f): raise ValueError('deco')
    @deco
    def f():
        pass

def case_17():
    x = {}
    x['a']['b'] += 1

def case_18():
    x = 'a'
    x += 1

def case_19():
    def f(*, a): pass
    f(
      b=1,
    )

def case_2():
    class A: pass
    a = A()
    print(a.b.c)

def case_20():
    print(f'{1/0}')

def case_22():
    x = None
    (x
     .foo
     .bar())

def case_23():
    x = 'a'
    (x
     .upper()
     .bar(1,
       2))

def case_24():
    try:
        raise ValueError('a')
    except ValueError:
        raise KeyError('b')

def case_25():
    def f(n):
        if n: f(n - 1)
        raise ValueError
    f(3)

def case_26():
    del undefinedname

def case_27():
    x = 1 if undefined else 2

def case_28():
    while undefined < 3:
        pass

def case_29():
    x = 5
    if x < 'a': pass

def case_3():
    def f():
        a = [1]
        a[0][1] = 2
    f()

def case_30():
    x = 5
    if 1 < x < 'a' < 3: pass

def case_31():
    lambda: 0
    (lambda: 1/0)()

def case_32():
    raise ValueError

def case_33():
    raise 5

def case_34():
    class M:
        def __enter__(self): return 1
        def __exit__(self, *a): raise KeyError('exit')
    with M():
        raise ValueError('body')

def case_35():
    class M:
        def __enter__(self): return 1
        def __exit__(self, *a): 1/0
    with M() as m, \
        M() as n:
        x = 1

def case_36():
    x = [1,2,3]
    x[
     5
    ]

def case_37():
    def f(a): pass
    f(1)(2)(3)

def case_38():
    x = -'a'

def case_39():
    print(1,
      2,
      undefined)

def case_4():
    def f(): return g(1,
        2)
    def g(a, b): return a.foo(b)
    f()

def case_40():
    match 5:
        case undefined.x: pass

def case_42():
    x: undefined = 3

def case_43():
    class C:
        x = 1
        y = 1 / 0

def case_44():
    def f(x=1/0): pass

def case_46():
    def g():
        yield from h()
    def h():
        yield 1
        raise ValueError('h')
    list(g())

def case_47():
    pass

def case_48():
    sum(x / 0 for x in [1])

def case_49():
    {**5}

def case_5():
    x = (1)
    x.real.foo()

def case_50():
    [*5]

def case_52():
    x = 10
    x.y = 5

def case_53():
    x = 10
    x[1] = 5

def case_54():
    del (1).foo

def case_55():
    x = 3
    x @= 2

def case_6():
    for x in 5:
        pass

def case_7():
    with 5 as f:
        pass

def case_8():
    def f():
        for i in range(3):
            yield 1 / i
    list(f())

def case_8b():
    def f():
        yield 1
        yield 1 / 0
    for q in f():
        x = q

def case_9():
    x = [1 / y for y in (1, 0)]

def loop():
    for x in range(3):
        x.foo

class Fails:
    def __bool__(self): raise ValueError("bool")
    def __iter__(self): raise ValueError("iter")

def conditions():
    f = Fails()
    if (1 == 1 and
            f):
        pass

def conditions2():
    while not Fails():
        pass

def iterates():
    a, b = Fails()

def iterates2():
    return [x
            for x in
            Fails()]

def calls():
    return dict(
        a=1,
        b=undefined(
            2))

def unbound():
    print(later)
    later = 1

def star():
    return print(*5, **{})

def slices():
    return [1][
        "a":
        "b"]

def nested():
    with Fails() as x: pass

def augmented():
    o = Fails()
    (o.
     attr) += 1

def deleted():
    d = {}
    del d[
        1]

def fstring():
    return f"{undefined!r:>10}"

def default():
    def inner(a, b=undefined): pass

def raises():
    raise (
        ValueError("x")
    ) from 5

def asserts():
    assert (1 <
            0), "message"

def ternary():
    return (1 if Fails()
            else 2)

def lambdas():
    return (lambda:
            undefined)()

last = None
for case in (case_1, case_11, case_11b, case_12, case_13, case_14, case_16, case_17, case_18, case_19, case_2, case_20,
        case_22, case_23, case_24, case_25, case_26, case_27, case_28, case_29, case_3, case_30, case_31, case_32, case_33,
        case_34, case_35, case_36, case_37, case_38, case_39, case_4, case_40, case_42, case_43, case_44, case_46, case_47,
        case_48, case_49, case_5, case_50, case_52, case_53, case_54, case_55, case_6, case_7, case_8, case_8b, case_9, loop,
        conditions, conditions2, iterates, iterates2, calls, unbound, star, slices, nested, augmented, deleted, fstring,
        default, raises, asserts, ternary, lambdas):
    try:
        case()
    except Exception as e:
        e.__cause__, last = last, e
raise last
