"""What a StopIteration carries is not lost in enumerate, map, filter and zip, however the iterator below ends; whoever consumes them does not see it."""
import itertools


class Count:
    def __init__(self, end):
        self.end, self.at = end, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at > self.end:
            raise StopIteration("value", self.end)
        return self.at


def count(end):
    yield from range(1, end + 1)
    return "value of a generator"


def drain(iterator):
    items = []
    while True:
        try:
            items.append(next(iterator))
        except StopIteration as stop:
            return items, stop.args


def delegate(iterator):
    result = yield from iterator
    print("result", result)


for source in (Count, count):
    for make in (enumerate, lambda it: map(str, it), lambda it: filter(None, it), zip, lambda it: zip(it, source(5)), lambda it: zip(source(5), it),
                 lambda it: map(pow, it, source(1)), lambda it: enumerate(map(str, it)), lambda it: zip(it, [7, 7], strict=True)):
        print(drain(make(source(2))), list(make(source(2))), list(delegate(make(source(2)))), [*make(source(2))], max(make(source(2))))
        print(list(itertools.chain(make(source(2)))), any(make(source(2))), len({each for each in make(source(2))}), *make(source(2)))
