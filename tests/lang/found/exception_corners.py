# Found by another implementation's tests: exceptions whose classes make something else, cycles of contexts, notes that are no list.
class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Other(Exception):
    def __new__(cls, *args):
        return ValueError(*args)


def generator():
    try:
        yield 1
    except TypeError as error:
        print("inside", error)
    yield 2


for exception in (Odd, Other):
    g = generator()
    next(g)
    try:
        print(g.throw(exception))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).replace(hex(id(error)), ""))
    try:
        raise exception
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

error = ValueError("noted")
error.__notes__ = 42
try:
    error.add_note("no")
except TypeError as problem:
    print(problem, error.__notes__)


def chain(error):
    names, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        names.append(type(error).__name__)
        error = error.__context__
    return names, error and type(error).__name__


# A cycle A <- B <- C <- A, made by hand, behind the exception that is raised.
a = None
try:
    try:
        raise KeyError
    except KeyError as first:
        try:
            raise IndexError
        except IndexError:
            try:
                raise ZeroDivisionError
            except ZeroDivisionError as third:
                first.__context__ = third
                try:
                    raise OSError
                except OSError:
                    raise RuntimeError
except RuntimeError as last:
    print(chain(last))


class Stop(StopIteration):
    pass


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise Stop(3)


def delegates():
    print((yield from Iterator()))
    return 4


print(list(delegates()))


class Evil:
    def __hash__(self):
        return hash("attribute")

    def __eq__(self, other):
        if "attribute" in vars(C):
            del C.attribute
        return False


class Descriptor:
    def __get__(self, instance, owner=None):
        return 1


class C:
    attribute = Descriptor()


c = C()
c.__dict__[Evil()] = 0
print(c.attribute, hasattr(c, "attribute"))

# `global` anywhere in a module's source makes the module's own assignments global, too: exec with locals shows it.
names, own = {}, {}
exec("value = 7\ndef f():\n    def g():\n        global value\n        return value\n    return g()\nresult = f()", names, own)
print(names["value"], sorted(own))
