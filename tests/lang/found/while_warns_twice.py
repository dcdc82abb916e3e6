"""CPython compiles the condition of a while twice and warns each time, before and after what the body warns of; `not x is 1` warns of `is not`."""
import warnings

SOURCES = (
    "while x is 1:\n    pass\n",
    "while x is 1:\n    y is 2\n",
    "while x is 1:\n    while y is not 2:\n        (1)()\nelse:\n    z is 3\n",
    "while not x is 1:\n    pass\n",
    "while 'a'[1.5]:\n    'b'['c']\n",
    "while 1:\n    x is 2\n",
    "while x and y is 1 or z is 2:\n    pass\n",
    "if not x is 1:\n    pass\n",
    "y = not x is 1\n",
    "y = not not x is 1\n",
    "y = not x is not 1\n",
    "y = not x is 1 is 2\n",
    "y = 3 if not x is 1 else (x is 2)\n",
    "for each in {1}[0]:\n    x is 1\n",
    "[x for x in y if not x is 1]\n",
    "assert not x is 1, x is 2\n",
)
for source in SOURCES:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        compile(source, "source.py", "exec")
    print(repr(source), [(str(each.message), each.lineno) for each in seen])


def inner_names():
    class P10:
        pass

    def near():
        return P10
    return p17


inner_names()
