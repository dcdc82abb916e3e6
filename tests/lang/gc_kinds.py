"""Cycles through every kind of object, collected after nearly every allocation."""
import gc
import sys

gc.set_threshold(1, 1, 1)
freed = []


class Mark:
    def __init__(self, name): self.name = name
    def __del__(self): freed.append(self.name)


def in_generator():
    def g():
        m = Mark("generator")
        me = yield
        try:
            yield me
        finally:
            freed.append("closed")
    it = g()
    next(it)
    it.send(it)


def in_traceback():
    m = Mark("traceback")
    try:
        raise ValueError("x")
    except ValueError as e:
        kept = e


def in_frame():
    m = Mark("frame")
    f = sys._getframe()


def in_closure():
    m = Mark("closure")
    def f(): return f, m


def in_method():
    m = Mark("method")
    m.bound = m.__del__


def in_class():
    class K:
        mark = Mark("class")
    K.me = K()


def in_containers():
    for name, make in (("list", lambda m: [m]), ("dict", lambda m: {1: m}), ("tuple", lambda m: (m, [])), ("set", lambda m: {m}),
                       ("iter", lambda m: iter([m])), ("map", lambda m: map(m.__class__, [m])), ("slice", lambda m: slice(m, m)),
                       ("partial", lambda m: zip([m], [m])), ("enum", lambda m: enumerate([m])), ("view", lambda m: {m: m}.items())):
        m = Mark(name)
        m.me = make(m)


def in_property():
    m = Mark("property")
    class P:
        p = property(lambda self: m)
        s = staticmethod(lambda: m)
        c = classmethod(lambda cls: m)
    m.p = P()


def in_super():
    class A(Mark):
        def __init__(self):
            super().__init__("super")
            self.s = super()
    A()


def in_subclasses():
    for base in (list, dict, int, str, tuple, float, set, ValueError):
        class Sub(base):
            pass
        s = Sub()
        s.me = s
        s.mark = Mark(base.__name__)


def in_slots():
    class S:
        __slots__ = ("a", "b")
    s = S()
    s.a, s.b = s, Mark("slots")
    class T(dict):
        __slots__ = ("a", "b")
    t = T()
    t.a, t.b = t, Mark("dict slots")


for f in (in_generator, in_traceback, in_frame, in_closure, in_method, in_class, in_containers, in_property, in_super, in_subclasses, in_slots):
    f()
    gc.collect()
    print(f.__name__, sorted(freed))
    freed.clear()
