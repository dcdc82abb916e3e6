"""Floats with more digits than any float has: zeros, made at once. From ten million digits on printf needed minutes for a few of these."""


def shape(text):
    stripped = text.rstrip("0")
    return len(text), text[:5], text[-5:], len(stripped), stripped[-5:]


floats = (1.5, -0.0, 5e-324, -1e300, 0.1, 3 * 2.0**-1074, 1.7976931348623157e308, 9.999999999, 123456789.0)
for d in floats:
    for precision in (1074, 1099, 1100, 1101, 1500):
        for letter in "eEfFgG%":
            for form in (".%d%s", "#.%d%s", "z.%d%s", "+.%d%s", ",.%d%s", "_>3000.%d%s"):
                print(precision, letter, shape(format(d, form % (precision, letter))))
            if letter != "%":
                print(shape(("%%.%d%s" % (precision, letter)) % d), shape(("%%#.%d%s" % (precision, letter)) % d))
        for form in (".%d", "#.%d"):
            print(shape(format(d, form % precision)), shape(format(complex(d, d), form % precision)))

for form in ("%.9999999f", "%.9999999e", "%#.9999999g", "%.9999999g"):
    print(shape(form % 1.5), shape(form % -1e-300))
for form in (".9999999", "#.9999999", ".9999999%", ",.9999999f", "#.9999999G"):
    print(shape(format(1.5, form)), shape(format(-1e-300, form)))
for form in ("%.2147483648f", "%.99999999999f"):
    try:
        print(len(form % 1.5))
    except ValueError as error:
        print(error)
