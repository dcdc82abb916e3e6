# Deprecations that the library of 3.11 warns of: fractions in randrange(), auto() after a smaller value; and names in patterns.
import enum
import json
import random
import re

random.seed(1)
print(random.randrange(3.0), random.randint(1, 5))
try:
    random.randrange(1.5)
except ValueError as error:
    print(error)


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = enum.auto()


print(Color.BLUE.value)
for pattern in ("\\N{BULLET}", "[\\N{DIGIT ONE}-\\N{digit three}]+", "a\\N", "a\\N{", "a\\N{}", "ab\\N{x", "ab[\\N{xyz}]", "ab[\\N]", "ab\\N{xyz}c"):
    try:
        print(re.compile(pattern).search("0123\u2022"))
    except re.error as error:
        print(error)
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    print(json.loads('{"é": [1]}'.encode(encoding)), json.loads("5".encode(encoding)), json.loads(bytearray("55".encode(encoding))))
