"""Calendar fields out of range, beyond an int, and of the wrong type. asctime() read before its table of days for a negative weekday."""
import time

base = (2000, 3, 4, 5, 6, 7, 2, 9, 0)
values = (-(2**63), -(2**31) - 1, -(2**31), -8, -7, -5, -2, -1, 0, 1, 6, 7, 12, 13, 23, 24, 31, 32, 59, 60, 61, 62, 365, 366, 367, 2**31 - 1, 2**31, 2**63 - 1, 2**63,
          True, 1.5, "x", None)


def show(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for place in range(9):
    for value in values:
        fields = base[:place] + (value,) + base[place + 1:]
        print(place, value, show(time.asctime, fields), "|", show(time.strftime, "%Y %m %d %H %M %S %w %j", fields), "|", show(time.mktime, fields))
for fields in ((), base[:8], base + (1,), list(base), None, 5):
    print(show(time.asctime, fields), show(time.strftime, "%Y", fields), show(time.mktime, fields), sep=" | ")
print(time.mktime((2000, 14, 40, 30, 70, 70, 0, 0, -1)), time.mktime((1970, 1, 1, 0, 0, 0, 0, 0, 0)), show(time.mktime, (1969, 12, 31, 23, 59, 59, 0, 0, 0)))

for form in ("", "x" * 2000, "%A" * 500, "%d" * 5000, "é%Yü", "%", "%%", "%Q", "a%", "%Y\0%m", "%-d", "%Z" * 3):
    text = show(time.strftime, form, base)
    print(len(form), len(text), text[:40], text[-10:])
