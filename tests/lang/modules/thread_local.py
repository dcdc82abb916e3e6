"""threading.local: each thread has its own attributes, made by __init__; properties and slots of subclasses."""
import threading


def in_thread(f, *args):
    thread = threading.Thread(target=f, args=args)
    thread.start()
    thread.join()


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Counted(threading.local):
    made = 0
    plain = "class"

    def __init__(self, start, *, step=1):
        Counted.made += 1
        self.__dict__.update(start=start)
        self.step = step

    @property
    def next(self):
        return self.start + self.step

    @next.setter
    def next(self, value):
        self.start = value - self.step

    def __setattr__(self, name, value):
        if name == "forbidden":
            raise ValueError(name)
        super().__setattr__(name, value)


c = Counted(5, step=2)
print(c.next, c.__dict__, Counted.made, c.plain)
c.next = 20
c.plain = "instance"


def look():
    print("thread", c.next, c.__dict__, Counted.made, c.plain)
    c.start = 100
    print("thread", c.next)


in_thread(look)
in_thread(look)
print(c.next, c.__dict__, Counted.made, c.plain)
del c.plain
print(c.plain)
attempt(setattr, c, "forbidden", 1)
attempt(setattr, c, "__dict__", {})
attempt(delattr, c, "__dict__")
attempt(delattr, c, "nothing")
attempt(getattr, c, "nothing")
attempt(threading.local, 1)
attempt(Counted)
plain = threading.local()
plain.x = 1
in_thread(lambda: print(hasattr(plain, "x"), vars(plain)))
print(plain.x, vars(plain), threading.local, type(plain).__module__, isinstance(c, threading.local))


class Slotted(threading.local):
    __slots__ = ("shared",)


s = Slotted()
s.shared = 1
s.own = 2
in_thread(lambda: print(s.shared, hasattr(s, "own")))
