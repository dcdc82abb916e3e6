# Which base gives a class over several exceptions its layout, what cannot be laid out, and what slots are refused first.
import operator

kinds = [Exception, BaseException, OSError, KeyError, LookupError, SyntaxError, IndentationError, ImportError, ModuleNotFoundError, StopIteration, SystemExit,
         NameError, UnboundLocalError, AttributeError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError, BlockingIOError, ValueError, StopAsyncIteration,
         KeyboardInterrupt, Warning, object, int, list, dict]
for a in kinds:
    for b in kinds:
        if a is b:
            continue
        try:
            print(a.__name__, b.__name__, type("Both", (a, b), {}).__base__.__name__)
        except TypeError as e:
            print(a.__name__, b.__name__, str(e).splitlines()[0])


class Plain(Exception):
    pass


class Slotted(Exception):
    __slots__ = ("a",)


class Missing(KeyError, OSError):
    pass


class Gone(Plain, AttributeError):
    pass


class Stop(ValueError, StopIteration):
    pass


class Narrow(Slotted, ValueError):
    pass


for make in (lambda: Missing(2, "no", "file"), lambda: Missing("key"), lambda: Gone("m", name="n", obj=3), lambda: Stop(7), lambda: Narrow(1)):
    e = make()
    print(type(e).__name__, repr(e), str(e), e.args, [getattr(e, name, "-") for name in ("errno", "strerror", "filename", "name", "obj", "value", "a")])
for bases in ((Slotted, OSError), (Missing, ImportError), (Plain, Slotted, KeyError), (Gone, Stop), (Missing, Plain, OSError)):
    try:
        print([c.__name__ for c in type("Made", bases, {}).__mro__])
    except TypeError as e:
        print(str(e).splitlines()[0])
try:
    Plain.__bases__ = (OSError,)
except TypeError as e:
    print(e)

for base in (int, tuple, bytes, type, bool, list):
    for slots in ("", "x", ("1",), (1,), ("__dict__",), ("__weakref__",), ("x", "x"), ()):
        try:
            print(base.__name__, slots, type("S", (base,), {"__slots__": slots}).__slots__)
        except (TypeError, ValueError) as e:
            print(base.__name__, slots, e)

for arguments in (("1", "x"), ("1", []), ("1", 3), ("1", {}, 3), ("1", 3, 3), (3, 3, 3)):
    for run in (eval, exec):
        try:
            print(run(*arguments))
        except Exception as e:
            print(run.__name__, arguments, e)


class Two:
    def __index__(self):
        return 2


print(operator.length_hint(3, Two()), operator.length_hint([1], Two()))
