def f(n):
    return [f(n - 1)] if n else []
x = f(50)
print(len(repr(x)), x == f(50))
class C:
    def __del__(self):
        self.next = None
        raise ValueError(self)
    def __getattr__(self, name):
        if name == "gone":
            raise AttributeError(name)
        return getattr(self, name + "x"[:1])
def g():
    try:
        while True:
            received = yield from (i for i in range(3))
    except GeneratorExit:
        print("closed")
    finally:
        c = C()
        c.next = c
h = g()
next(h)
h.close()
try:
    C().name
except RecursionError as e:
    print(type(e))
print(10 ** 50 // 7, hash((1, (2, 3))), f"{3.5:>10}", *sorted({3, 1}), sep="|")
import json, re, collections
print(json.loads(json.dumps({"a": [1, 2.5, None]})), re.sub("a+", "b", "caat"), collections.Counter("abca"))
