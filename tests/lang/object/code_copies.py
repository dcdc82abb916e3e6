"""code.replace(): other names, files and lines, for functions that ran before (what they learnt is forgotten); co_lines and co_positions."""
import types


class Point:
    def __init__(self, x):
        self.x = x
        self.other = -x

    def far(self):
        return self.x * 100


def measure(point, times=2):
    total = 0
    for _ in range(times):
        total += abs(point.x) + point.far()
    return total


def shape_of(numbers):
    return [numbers.real, numbers.imag, numbers.real], [left for left, right in ((1, 2), (3, 4))]


def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count
    return step


def copied(function, **changes):
    made = types.FunctionType(function.__code__.replace(**changes), function.__globals__, None, function.__defaults__, function.__closure__)
    made.__kwdefaults__ = function.__kwdefaults__
    return made


for _ in range(30):
    measure(Point(3))
same = copied(measure)
print(same(Point(3)), same.__name__, same.__code__ is measure.__code__)
named = copied(measure, co_name="size", co_qualname="Some.size", co_filename="nowhere.py", co_firstlineno=1000)
print(named(Point(-2), 3), named.__name__, named.__qualname__, named.__code__.co_name, named.__code__.co_filename, named.__code__.co_firstlineno)
try:
    named(None)
except AttributeError as error:
    at = error.__traceback__.tb_next
    print(at.tb_lineno - named.__code__.co_firstlineno, at.tb_frame.f_code.co_filename, at.tb_frame.f_code.co_qualname)
names = tuple({"abs": "str", "x": "other"}.get(name, name) for name in measure.__code__.co_names)
try:
    copied(measure, co_names=names)(Point(3))
except TypeError as error:
    print(error)
names = tuple({"x": "other"}.get(name, name) for name in measure.__code__.co_names)
print(copied(measure, co_names=names)(Point(3)), measure(Point(3)))
varnames = tuple({"point": "p", "times": "n"}.get(name, name) for name in measure.__code__.co_varnames)
renamed = copied(measure, co_varnames=varnames)
print(renamed(p=Point(1), n=1), renamed.__code__.co_varnames)
try:
    renamed(point=Point(1))
except TypeError as error:
    print(error)
for _ in range(5):
    shape_of(2 + 3j)
names = tuple({"real": "imag", "imag": "real"}.get(name, name) for name in shape_of.__code__.co_names)
print(copied(shape_of, co_names=names)(2 + 3j), copied(shape_of)(2 + 3j), shape_of(2 + 3j))
step = counter(10)
again = copied(step, co_freevars=("total",))
print(step(), again(5), step(), again.__code__.co_freevars)


def numbers():
    yield 1
    yield 2


print(list(copied(numbers, co_name="others")()), copied(numbers, co_name="others")().__name__)
code = measure.__code__
print(code.replace(co_argcount=code.co_argcount, co_flags=code.co_flags, co_consts=code.co_consts, co_stacksize=code.co_stacksize).co_name)
for wrong in ({"co_name": 1}, {"co_filename": b"x"}, {"co_names": ["a"]}, {"co_firstlineno": "1"}, {"co_nothing": 1}):
    try:
        code.replace(**wrong)
        print("taken", wrong)
    except TypeError as error:
        print(type(error).__name__)
try:
    code.replace(1)
except TypeError as error:
    print(error)

for name in ("co_linetable", "co_exceptiontable", "co_qualname", "co_cellvars"):
    print(code.replace(**{name: getattr(code, name)}).co_name if hasattr(code, name) else "measure")
first = code.co_firstlineno
print(sorted({line - first for _, _, line in code.co_lines() if line is not None} - {0}))
lines = list(code.co_lines())
print(all(end == start for (_, end, _), (start, _, _) in zip(lines, lines[1:])), lines[0][0])
positions = list(code.co_positions())
print(all(len(each) == 4 for each in positions), {each[0] - first for each in positions if each[0] is not None} - {0})
try:
    measure(7)
except AttributeError as error:
    at = error.__traceback__.tb_next
    where = {line - first for start, end, line in code.co_lines() if start <= at.tb_lasti < end}
    print(where, at.tb_lineno - first)
