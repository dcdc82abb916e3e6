# When a local dies, in many shapes: as CPython says, to the line.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("  exit", self.name)

    def __iter__(self):
        return iter([Noisy(self.name + " item 0"), Noisy(self.name + " item 1")])

    def __add__(self, other):
        return Noisy(self.name + "+" + other.name)

    def __call__(self, *args, **kwargs):
        return len(args)


def N(name):
    return Noisy(name)


def passes(x):
    print("  in", x.name)


def returns(x):
    x = Noisy("new " + x.name)
    return x


def rebinds():
    a = N("a")
    a = N("b")
    b = a
    del a
    print("  deleted a")
    b = None
    print("  b is None")


def temporaries():
    N("statement")
    print("  behind the statement")
    N("left") + N("right")
    passes(N("argument"))
    returns(N("first")).name
    print("  index", [N("in list")][0].name)
    x = (N("kept"), N("dropped"))[0]
    print("  x", x.name)


def loops():
    for x in N("iterable"):
        print("  body", x.name)
    print("  behind the loop")
    while N("condition") and False:
        pass
    for x in [1]:
        y = N("y of the loop")
    return "loops"


def comprehensions():
    print("  list", [x.name for x in N("comprehended")])
    print("  any", any(x.name for x in N("generated")))
    print("  dict", {x.name: 1 for x in (N("k"), N("l"))})


def exceptions():
    local = N("local of the handler")
    try:
        inner = N("inner")
        raise ValueError(N("in the exception"))
    except ValueError as e:
        print("  handled", e.args[0].name)
    print("  behind the handler")
    try:
        raise KeyError(N("unnamed"))
    except KeyError:
        print("  unnamed handled")
    print("  end")


def raising():
    local = N("local of raising")
    raise ValueError


def finally_blocks():
    try:
        x = N("x")
        return N("returned")
    finally:
        print("  finally")


def withs():
    with N("manager") as m, N("second"):
        print("  inside", m.name)
    m = None
    with N("unnamed manager"):
        pass
    print("  behind the withs")


def closures():
    captured = N("captured")

    def inner():
        return captured.name
    print("  ", inner())
    captured = N("captured anew")
    del inner
    print("  inner gone")


def generator():
    x = N("x of the generator")
    yield 1
    x = N("second x")
    yield 2


def unfinished():
    g = generator()
    next(g)
    print("  suspended")
    del g
    print("  gone")
    for i in generator():
        print("  got", i)
    next(generator())


def arguments(a, *rest, k=None, **more):
    print("  arguments", a.name, len(rest), len(more))
    a = None
    print("  a is None")
    del rest
    print("  rest deleted")
    more.clear()
    print("  end of arguments")


def unpacking():
    a, b = N("u0"), N("u1")
    a, b = b, a
    print("  swapped")
    a, *b = N("star")
    print("  starred", a.name, [x.name for x in b])


def augmented():
    x = N("l")
    x += N("r")
    print("  x", x.name)


def order():
    first, second, third = N("1"), N("2"), N("3")
    second = None
    fourth = N("4")


class Body:
    attribute = N("attribute")
    attribute = N("another")
    del attribute
    print("  in the class")


def conditional(flag):
    return N("yes") if flag else N("no")


def matching(x):
    match x:
        case Noisy(name=n):
            print("  matched", n)
    x = None
    print("  x gone")


def counted():
    x = object()
    y = [x, x]
    print("  refs", sys.getrefcount(x))
    z = x
    print("  refs", sys.getrefcount(x))
    del y
    print("  refs", sys.getrefcount(x))
    (lambda v: print("  refs", sys.getrefcount(v)))(x)
    for v in [x]:
        print("  refs", sys.getrefcount(x))


for function in (rebinds, temporaries, loops, comprehensions, exceptions, finally_blocks, withs, closures, unfinished, unpacking, augmented, order, counted):
    print(function.__name__)
    function()
    print("-", function.__name__)
try:
    raising()
except ValueError as error:
    print("caught")
print("forgotten")
arguments(N("pos"), N("rest 0"), N("rest 1"), k=N("k"), other=N("other"))
N("callee")(N("p"), key=N("q"))
passes(*[N("unpacked")])
conditional(True), conditional(False)
matching(N("subject"))
print([N("e0"), N("e1")] and "list")
print("%s" % N("formatted").name, f"{N('in f-string').name}")
x = N("global")
x = 1
assert N("asserted")
not N("negated")
N("compared") is None
N("chained") is not None is not N("last")
d = {N("key"): N("value")}
d.clear()
print("end")
last = N("at exit")
