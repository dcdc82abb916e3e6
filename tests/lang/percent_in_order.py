"""A "%" between a text and a tuple display is an f-string to CPython's compiler when the fields are %s, %r and %a: each value is made a text before the next is evaluated."""
import sys

log = []
a = [1]
print("%s %s" % (a, a.append(2)), a)
print("%r|%s" % (a, a.clear()), a)


class S:
    def __str__(self):
        log.append("str")
        return "S"

    def __repr__(self):
        log.append("repr")
        return "Ré"

    def __format__(self, spec):
        log.append("format " + spec)
        return "F"


def value(name, result):
    log.append(name)
    return result


print("%s %r %a %10s %-5r| %.1a" % (value(1, S()), value(2, S()), value(3, S()), value(4, S()), value(5, S()), value(6, S())), log)
log.clear()
print("%s %d" % (value(1, S()), value(2, 5)), log)
log.clear()
print(("%s" "%%" + "%s") % (value(1, S()), value(2, "x")), log)
for make in (lambda x, y: "%5s|%-5s|%.2s|%05s|%+s|%#s|% s|%2.1s|%.s|%-03r" % (x, y, x, y, x, y, x, y, x, y),
             lambda x, y: "%%%s%%%%%s%%" % (x, y), lambda x, y: "%s%s" % (x, y), lambda x, y: "%s" % (x,), lambda x, y: "%5s" % (y,),
             lambda x, y: "é%sü%añ" % (x, y), lambda x, y: "%123s|%s" % (x, y), lambda x, y: "%s %" % (x,), lambda x, y: "%s %s" % (x,),
             lambda x, y: "%s" % (x, y), lambda x, y: "%s %(a)s" % (x, y), lambda x, y: "%*s" % (x, y), lambda x, y: "%5%%s" % (x,), lambda x, y: "%s%c" % (x, y),
             lambda x, y: "%s %s" % (*[x], y), lambda x, y: "nothing" % (), lambda x, y: "%s %s" % (1, 2), lambda x, y: b"%s" % (x,), lambda x, y: "%ls %hs" % (x, y),
             lambda x, y: "\ud800%s" % (x,), lambda x, y: "%s\0%s" % (x, y), lambda x, y: "%\0s" % (x,), lambda x, y: "%.s%." % (x,), lambda x, y: "%.123s" % (x,)):
    for x, y in (("abc", "xyz"), (1, None), ("'", 2.5), (b"b", ("t", 1))):
        try:
            print(ascii(make(x, y)))
        except Exception as error:
            print(type(error).__name__, ascii(str(error)))
print("%s " % ("one",) + "%s" % (
    "two",
), "-" * 3)
long = eval("'" + "%s," * 200 + "' % (" + "S()," * 200 + ")")
print(len(long), len(log))


class Loud(str):
    def __mod__(self, other):
        return "mine"

    def __rmod__(self, other):
        return "reflected"


print("%s" % (Loud("x"),), "%s" % Loud("x"), Loud("%s") % (1,))


class Broken:
    def __str__(self):
        raise ValueError("broken")


def lines(f):
    events = []

    def tracer(frame, event, arg):
        events.append((event, frame.f_lineno - f.__code__.co_firstlineno))
        return tracer
    sys.settrace(tracer)
    try:
        f(1, 2)
    except ValueError:
        pass
    sys.settrace(None)
    return events


def several(x, y):
    return "%s text %s" % (
        x,
        y)


def leading(x, y):
    return "text %s %s" % (x,
                           y)


def behind(x, y):
    x += 1
    z = "text %s %s" % (
        y,
        x)
    if x:
        return "a%sb" % (z,)


def breaks(x, y):
    return "%s %s %s" % (
        x,
        Broken(),
        y)


for f in (several, leading, behind, breaks):
    print(f.__name__, lines(f))
try:
    breaks(1, 2)
except ValueError as error:
    print(error.__traceback__.tb_next.tb_lineno - breaks.__code__.co_firstlineno)
