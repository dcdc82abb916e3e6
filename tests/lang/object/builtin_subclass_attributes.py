"""Attributes and methods of instances that are no plain ones: subclasses of builtin types, exceptions, files in memory, partials; at sites that see one class and several."""
import functools
import io


class L(list):
    kind = "L"

    def get(self):
        return self.x

    def size(self):
        return len(self)


class D(dict):
    kind = "D"

    def get(self):
        return self.x

    def size(self):
        return len(self)


class T(tuple):
    kind = "T"

    def get(self):
        return self.x

    def size(self):
        return len(self)


class I(int):
    kind = "I"

    def get(self):
        return self.x

    def size(self):
        return self.bit_length()


class S(str):
    kind = "S"

    def get(self):
        return self.x

    def size(self):
        return len(self)


class X(Exception):
    kind = "X"

    def get(self):
        return self.x

    def size(self):
        return len(self.args)


class M(io.StringIO):
    kind = "M"

    def get(self):
        return self.x

    def size(self):
        return len(self.getvalue())


class P(functools.partial):
    kind = "P"

    def get(self):
        return self.x

    def size(self):
        return len(self.args)


class Slotted(list):
    __slots__ = ("x",)
    kind = "Slotted"

    def get(self):
        return self.x

    def size(self):
        return len(self)


class Under(L):
    kind = "Under"

    @property
    def y(self):
        return self.x * 2


def read(o):
    return o.x


def call(o):
    return o.get()


def kind(o):
    return o.kind


def size(o):
    return o.size()


def text(f):
    try:
        return f()
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


makers = [lambda: L([1, 2]), lambda: D(a=1), lambda: T((1, 2, 3)), lambda: I(9), lambda: S("abc"), lambda: X(1, 2), lambda: M("text"), lambda: P(print, 1),
          lambda: Slotted([1]), lambda: Under([5])]
for make in makers: # one class
    o = make()
    print(text(lambda: read(o)), text(lambda: call(o)))
    for turn in range(4):
        o.x = turn
        print(o.kind, read(o), call(o), kind(o), size(o), end="; ")
    print()
for turn in range(3): # several
    for make in makers:
        o = make()
        o.x = turn
        print(read(o), call(o), kind(o), size(o), end="; ")
        if hasattr(o, "__dict__"):
            o.y1 = 1
            print(vars(o), read(o), call(o), end="; ")
            o.__dict__["x"] = "from the dict"
            print(read(o), call(o), end="; ")
            o.get = lambda: "of the instance"
            print(call(o), end="; ")
            del o.get
            print(call(o), end="; ")
            if o.kind != "M":
                o.__dict__ = {"x": 5}
            print(read(o), call(o), end="; ")
        del o.x
        print(text(lambda: read(o)), text(lambda: call(o)))

l = L([1])
l.x = 1
for turn in range(3):
    print(read(l), call(l))
L.get = lambda self: "another"
print(call(l))
L.x = property(lambda self: "a property")
print(read(l), text(lambda: setattr(l, "x", 3)))
del L.x
print(read(l))
u = Under()
u.x = 4
print([u.y for _ in range(3)], call(u))
L.__getattribute__ = lambda self, name: "hooked " + name
print(read(l), text(lambda: l.get))
del L.__getattribute__
print(read(l), call(l))
many = L()
for i in range(40):
    setattr(many, "a%d" % i, i)
print(many.a0, many.a39, sum(getattr(many, "a%d" % i) for i in range(40)))
for i in range(40):
    delattr(many, "a%d" % i)
print(vars(many), text(lambda: many.a3))
f = io.StringIO()
for i in range(5):
    f.write("line %d\n" % i)
f.seek(0)
print([f.readline() for _ in range(6)])
f.note = "on a builtin type's own instance"
for i in range(3):
    print(f.note, f.tell(), f.getvalue()[:6])
f.write = len
print(f.write("four"))
del f.write
print(f.write("four"))
