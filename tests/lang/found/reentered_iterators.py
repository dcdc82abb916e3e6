# Found by another implementation's tests: iterators that ask what asks them; places beyond 2**62; backslashes before fields of f-strings.
import bisect
import sys
import warnings
from itertools import pairwise


def check(most, first):
    class Iterator:
        count = 0

        def __iter__(self):
            return self

        def __next__(self):
            if self.count >= most:
                raise StopIteration
            self.count += 1
            if self.count == first:
                return next(it, None)
            return [self.count]

    it = pairwise(Iterator())
    return list(it)


for first in (1, 2):
    print([check(most, first) for most in range(1, 6)])

n = sys.maxsize
print(bisect.bisect_left(range(n - 1), n - 3) - n, bisect.bisect_right(range(n - 1), n - 3, n - 10, n) - n, len(range(n)) == n)

for source in (r"f'a\{6}'", r"f'\{6}\}'", r"f'{1}\{2}'", r"rf'\{6}'", r"f'\q{6}'", r"f'\N{SPACE}{6}'", "f'''\n\\{6}'''"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(source, repr(eval(source)))
        except SyntaxError as error:
            print(source, error.msg)
        print([(warning.category.__name__, str(warning.message), warning.lineno) for warning in caught])

# What has subscripts and no length is no sequence.
import re as _re

for _each in (_re.match("a", "a"), int | str):
    for _use in (iter, list, reversed, lambda x: 1 in x, lambda x: [*x]):
        try:
            print(_use(_each))
        except TypeError as _error:
            print(_error)
    try:
        _a, _b = _each
    except TypeError as _error:
        print(_error)
