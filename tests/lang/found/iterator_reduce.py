"""Builtin iterators are copied and pickled where they stand."""
import copy
import pickle

makers = [lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("aβc"),
          lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: iter({1: 2, 3: 4, 5: 6}), lambda: reversed({1: 2, 3: 4, 5: 6}),
          lambda: iter({1: 2, 3: 4}.items()), lambda: iter({1: 2, 3: 4}.values()), lambda: iter({1, 2, 3}), lambda: enumerate("abc", 5),
          lambda: zip("abc", [1, 2, 3]), lambda: zip("abc", strict=True), lambda: map(max, [1, 5, 2], [4, 3, 9]), lambda: filter(None, [1, 0, 2, 3]),
          lambda: reversed((1, 2, 3)), lambda: reversed("abc"), lambda: iter(int, 1)]
for make in makers:
    for steps in (0, 1, 3, 5):
        iterator = make()
        for _ in range(steps):
            next(iterator, None)
        function, arguments, *state = iterator.__reduce__()
        print(type(iterator).__name__, steps, function.__name__, len(arguments), state)
        if function.__name__ == "iter" and len(arguments) == 2:
            continue
        print(list(pickle.loads(pickle.dumps(iterator))), list(copy.copy(iterator)), list(iterator))

for iterator in (iter([1, 2, 3]), reversed([1, 2, 3]), iter("abc"), reversed("abc")):
    for index in (-5, 1, 50):
        iterator.__setstate__(index)
        print(index, iterator.__length_hint__())

# Ranges of any size and deques: where they stand, put elsewhere, made by their types.
for each in (range(5), range(0, 10, 3), range(10**30, 10**30 + 5), range(10, 0, -3), range(0), range(-2**62, 2**62, 2**60)):
    for iterator in (iter(each), reversed(each)):
        for steps in (0, 1, 9):
            for _ in range(steps):
                next(iterator, None)
            print(iterator.__reduce__(), list(pickle.loads(pickle.dumps(iterator))), list(copy.copy(iterator)))
    for index in (2, -2, 200):
        iterator = iter(each)
        next(iterator, None)
        iterator.__setstate__(index)
        print(index, list(iterator))

from collections import deque

letters = deque("abcd")
for iterator in (iter(letters), reversed(letters)):
    next(iterator)
    print(iterator.__reduce__(), list(copy.copy(iterator)))
    kind = type(iterator)
    print([list(kind(letters, skip)) for skip in (0, 2, 20, -20)])
    for arguments in ((), (1,), (letters, "a"), (letters, 1, 2)):
        try:
            kind(*arguments)
        except TypeError as e:
            print(e)
