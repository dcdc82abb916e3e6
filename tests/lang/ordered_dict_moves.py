"""OrderedDict: keys moved to either end and taken from either end at random, against a list; a queue and a cache of it are not quadratic."""
import random
from collections import OrderedDict


class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value

    def __hash__(self):
        return self.value % 5

    def __repr__(self):
        return "K%d" % self.value


for make in (str, int, Key):
    for seed in range(20):
        draw = random.Random(seed)
        d, model = OrderedDict(), []
        for step in range(400):
            number = draw.randrange(25)
            key = make(number)
            what = draw.randrange(8)
            if what < 2:
                d[key] = step
                if number not in model:
                    model.append(number)
            elif what == 2:
                if d.pop(key, None) is not None:
                    model.remove(number)
            elif what < 5:
                last = what == 3
                try:
                    d.move_to_end(key, last)
                    model.remove(number)
                    model.insert(len(model) if last else 0, number)
                except KeyError as e:
                    assert number not in model and e.args == (key,)
            elif what == 5 and model:
                last = draw.random() < 0.5
                key, _ = d.popitem(last)
                assert key == make(model.pop(-1 if last else 0))
            elif what == 6 and draw.random() < 0.05:
                d.clear()
                model.clear()
            assert list(d) == [make(n) for n in model], (list(d), model)
            assert list(reversed(d)) == [make(n) for n in reversed(model)]
            assert len(d) == len(model) and all(make(n) in d for n in model)
        print(make.__name__, seed, list(d.items()), dict(d) == d, d.copy() == d)

d = OrderedDict.fromkeys("abc")
for last in (True, False):
    for key in "abcx":
        try:
            d.move_to_end(key, last=last)
            print(key, last, "".join(d))
        except KeyError as e:
            print("KeyError", e)
try:
    d.move_to_end([])
except TypeError as e:
    print(e)
try:
    OrderedDict().move_to_end(1)
except KeyError as e:
    print("KeyError", e)
try:
    OrderedDict().popitem(last=False)
except KeyError as e:
    print(e)

# An iterator made before its dict is emptied and filled again.
d = OrderedDict.fromkeys(range(5))
del d[0]
plain = dict(d)
waiting = iter(plain)
plain.clear()
plain.update(dict.fromkeys("wxyz"))
try:
    print(list(waiting))
except RuntimeError as e:
    print(e)

# Long ones.
n = 60000
cache, order = OrderedDict(), 0
draw = random.Random(1)
for i in range(3 * n):
    key = draw.randrange(2 * n)
    if key in cache:
        cache.move_to_end(key)
    else:
        cache[key] = i
        if len(cache) > n:
            order = (order * 31 + cache.popitem(last=False)[0]) % 1000003
print(len(cache), order)
for key in range(0, 2 * n, 2):
    if key in cache:
        cache.move_to_end(key, last=False)
print(next(iter(cache)), next(reversed(cache)))
queue = OrderedDict()
for i in range(n):
    queue[i] = i
while queue:
    i, _ = queue.popitem(last=False)
    if i > 0 and i % 3 == 1:
        queue[-i] = i
        queue.move_to_end(-i, last=False)
    elif i > 0 and i % 5 == 0:
        queue[-i] = i
print(i)
