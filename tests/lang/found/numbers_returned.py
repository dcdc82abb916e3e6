# Found by another implementation's tests: what __int__, __index__, __float__ and __complex__ may return; powers of zero; len of the largest range.
import sys
import warnings


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class Gives:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    __index__ = __float__ = __complex__ = __int__


for value in (Int(1), Float(1.5), Complex(2), "text"):
    for function in (int, float, complex, bin, range(9).__getitem__):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                result = function(Gives(value))
                print(function if isinstance(function, type) else function.__name__, repr(result), type(result).__name__)
            except TypeError as error:
                print(error)
            for warning in caught:
                print(warning.category.__name__, warning.message)

infinity = float("inf")
for base, exponent in ((0.0, -infinity), (-0.0, -infinity), (0, -infinity), (0.0, -1.0), (0, -1.5), (0.0, float("nan"))):
    try:
        print(base, exponent, base**exponent)
    except ZeroDivisionError as error:
        print(base, exponent, error)

print(len(range(-sys.maxsize, sys.maxsize, 2)) == sys.maxsize)
for text in ("0x0.ffffffffffffe8p-1022", "0x0.ffffffffffffeap-1022", "0x0.ffffffffffffecp-1022", "0x0.0000000000000801p-1022", "0x1.8p-1075", "0x1p-1075",
             "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000000000000000001p0", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023",
             "0x123456789abcdef0123456789p-20", "0x.8p0", "-0x0p0", "0x1p99999999999999999999", "0x1p-99999999999999999999", "0x0p99999999999"):
    try:
        print(text, float.fromhex(text).hex())
    except OverflowError as error:
        print(text, error)
