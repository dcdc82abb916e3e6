"""super().name(...) in all places where it is a call, and where it is something else."""
import sys


class Base:
    kind = "base"

    def __init__(self, *args):
        self.args = args

    def hello(self, x=1):
        return ("Base.hello", type(self).__name__, x)

    @classmethod
    def made(cls, x):
        return ("Base.made", cls.__name__, x)

    @staticmethod
    def plain(x):
        return ("Base.plain", x)

    @property
    def called(self):
        return lambda: "from a property"

    def __private(self):
        return "Base.__private"


class Middle(Base):
    def hello(self, x=2):
        return ("Middle",) + super().hello(x)


class Derived(Middle):
    def __init__(self, *args):
        super().__init__(*args)

    def hello(self, x=3):
        return ("Derived",) + super().hello(x)

    @classmethod
    def made(cls, x):
        return ("Derived",) + super().made(x)

    def plain(self, x):
        return super().plain(x)

    def made_of_instance(self):
        return super().made(7)

    def property_called(self):
        return super().called()

    def missing(self):
        return super().missing()

    def in_a_lambda(self):
        return (lambda me: super().hello())

    def in_a_generator(self):
        yield super().hello(4)
        yield super().hello(5)

    def in_a_comprehension(self):
        return [super().hello(i) for i in (1,)]

    def captured(self):
        def inner():
            return self
        return super().hello(8), inner() is self

    def rebound(self, other):
        self = other
        return super().hello(9)

    def deleted(self):
        del self
        return super().hello(10)

    def own_name(self):
        super = lambda: Base
        return super().hello(self, 11)

    def over_lines(self):
        return super(
        ).hello(
            12
        )

    def chained(self):
        return (
            super()
            .hello(13)
        )

    def class_of(self):
        return super().__class__()

    def no_call(self):
        method = super().hello
        return method(14)

    def keywords(self):
        return super().hello(x=15)

    def unpacked(self, *args, **kwargs):
        return super().hello(*args, **kwargs)

    def text(self):
        return super().__repr__().startswith("<__main__.Derived object at")

    def __private(self):
        return super().__private()

    def private(self):
        return self.__private()

    def nothing():
        return super().hello()


class Listed(list):
    def append(self, item):
        super().append(("listed", item))

    def __len__(self):
        return super().__len__() + 100

    def pop(self):
        return super().pop()


class Other(Base):
    def hello(self, x=0):
        return ("Other",) + super().hello(x)


class Both(Derived, Other):
    pass


d = Derived(1, 2)
print(d.args)
for turn in range(3):
    print(d.hello(), Both().hello(turn), Middle().hello())
for name in ("made_of_instance", "property_called", "missing", "in_a_comprehension", "captured", "deleted", "own_name", "over_lines", "chained",
             "no_call", "keywords", "unpacked", "text", "private"):
    for turn in range(2):
        try:
            print(name, getattr(d, name)())
        except Exception as e:
            print(name, type(e).__name__, e)
print(Derived.made(1), d.plain(2), d.made(3))
print(d.unpacked(x=16), d.unpacked(17))
print(type(d.class_of()).__name__ if False else "class", list(d.in_a_generator()))
for other in (Both(), Base(), 5, Derived, None):
    try:
        print(d.rebound(other))
    except Exception as e:
        print(type(e).__name__, e)
for f in (d.in_a_lambda(),):
    for argument in (d, 1, Derived):
        try:
            print(f(argument))
        except Exception as e:
            print(type(e).__name__, e)
try:
    Derived.nothing()
except RuntimeError as e:
    print(e)
l = Listed()
for i in range(3):
    l.append(i)
print(l, len(l), l.pop(), l)

# What is found changes with the classes.
def again(self, x=0):
    return ("again", x)


print(d.hello(20))
Base.hello = again
print(d.hello(21))
Middle.hello = again
print(d.hello(22))
del Middle.hello
print(d.hello(23))
Middle.hello = property(lambda self: lambda x: ("property", x))
print(d.hello(24))
Middle.hello = None
try:
    d.hello(25)
except TypeError as e:
    print(e)
del Middle.hello
d.hello_attr = 1
Derived.__bases__ = (Other,)
print(d.hello(26))


# super itself changes.
class Mine:
    def hello(self, x):
        return ("mine", x)


real = super
super = Mine
print(d.hello(27))
super = real
print(d.hello(28))
del super
print(d.hello(29))


class Refused(Base):
    def hello(self):
        return super().refused(1)

    def raising(self):
        return super(
        ).hello(1, 2, 3)


import traceback
for f in (Refused().hello, Refused().raising):
    try:
        f()
    except Exception:
        print(traceback.format_exc().replace(__file__, "FILE"))


class Instance(Base):
    def __init__(self):
        self.hello = "an instance attribute does not matter"

    def ask(self):
        return super().hello(30)


print(Instance().ask())


events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("hello", "made", "again"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


sys.settrace(tracer)
Both().hello(31)
sys.settrace(None)
print(events)
events.clear()
sys.setprofile(lambda frame, event, arg: events.append((event, frame.f_code.co_name, getattr(arg, "__name__", arg) if event.startswith("c_") else None)))
l.append(5)
Both().hello(32)
sys.setprofile(None)
print(events)
