"""format() of ints and floats: every combination of the mini-language, and its errors."""
INTS = [0, 1, -1, 7, 255, -1234, 1234567, -98765432109876543210, 10**25, True]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1234567.891, 1e16, 1e22, 1.5e-7, -2.5, 99.95, 1e100, float("inf"), float("-inf"), float("nan")]


def show(value, spec):
    try:
        print(repr(value), repr(spec), repr(format(value, spec)))
    except Exception as error:
        print(repr(value), repr(spec), type(error).__name__, error)


for fill_align in ["", "<", ">", "=", "^", "*^", "0<", "é=", "<<"]:
    for sign in ["", "+", " "]:
        for width in ["", "12", "012", "05", "030"]:
            for tail in ["", ",", "_", "#x", "_b", "d", "_X", "#o", ".3", ",.2f", "g", "e", ".0f", "#.3g", "%", ".1%", "_.1f", "n"]:
                sharp = "#" if tail.startswith("#") else ""
                spec = fill_align + sign + sharp + width + tail.lstrip("#")
                for value in (1234567, -5, 2.5, -1234.5):
                    show(value, spec)

for value in INTS:
    for spec in ["", "d", "b", "o", "x", "X", "#b", "#X", "+", ",", "_", "_x", "c", "n", "e", ".2f", "g", "%", "08", "+,d", "#_b", ">10", "^11,", "020,", "021,", "022,", "0=25_x"]:
        show(value, spec)

for value in FLOATS:
    for spec in ["", "e", "E", "f", "F", "g", "G", "%", "n", ".0", ".1", ".2", ".3", ".10", ".17", ".0e", ".0f", ".0g", "#.0f", "#.0e", "#", "#g", "z", "z.1f", ".3f",
                 "+.2e", " .1f", "010", "+010.2f", ",", ",.1f", "_.3g", "020,.2f", "*^20.3g", "=+12.1f", "012,g", "r", ".25f", ".30g", "d"]:
        show(value, spec)

for value in (1, 1.5, "ab", 10**30):
    for spec in ["xx", "q", ",s", "_c", ",c", ".2d", ".2x", "+c", "#c", ",x", "_x", "_,d", ",_", "5.", ".", "99999999999999999999d", ".99999999999999999999f",
                 "0<5", "=5", "z", "zd", ",n", "é", "{", ".5", "s", "10s", "+s", " ", "-", "#", "0", "05", ",", "_", "_n", ".3000000000f", "\x01"]:
        show(value, spec)
for value in (65, 0x1F600, -1, 0x110000, 10**30):
    show(value, "c")
    show(value, "5c")
    show(value, "^5c")
    show(value, "05c")

print(f"{3.14159:.2f}|{42:>5}|{255:#x}|{1e6:,.1f}|{7:03d}|{-7:+}|{0.5:%}")
print("%d %5d %-5d| %05d %+d %x %X %o %#x %#o %c" % (1, 2, 3, 4, 5, 255, 255, 8, 255, 8, 65))
print("%f %.2f %10.3f %-10.1f| %e %.3E %g %G %#g %+.1f % d %05.1f" % (1.5, 2.345, 3.14159, 2.5, 12345.678, 0.00012, 1e-5, 1e20, 1.0, 2.0, 3, 1.25))
print("%s %r %i %u %.3d %5.1f%%" % (1.0, 0.1, -3, 7, 5, 99.5))
print("{:10.2f}{:<8d}{:^8}{:+}".format(2.5, 3, 4, 5))
