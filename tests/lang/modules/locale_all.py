"""locale: C and C.UTF-8, whatever the environment asks for; numbers and names in them."""
import locale
import warnings

warnings.simplefilter("ignore")


def attempt(thunk):
    try:
        print(ascii(thunk()))
    except Exception as e:
        print(type(e).__name__, ascii(e))


print(*(name for name in sorted(dir(locale)) if name.startswith("LC_")), locale.CHAR_MAX, locale.LC_ALL, locale.LC_CTYPE, locale.LC_MESSAGES)
for each in (
    lambda: locale.setlocale(locale.LC_ALL), lambda: locale.setlocale(locale.LC_ALL, None), lambda: locale.setlocale(locale.LC_CTYPE),
    lambda: locale.setlocale(locale.LC_NUMERIC), lambda: locale.setlocale(locale.LC_NUMERIC,""), lambda: locale.setlocale(locale.LC_ALL,"C"),
    lambda: locale.setlocale(locale.LC_ALL), locale.getlocale, locale.getencoding, locale.getpreferredencoding,
    lambda: locale.getpreferredencoding(False), lambda: locale.setlocale(locale.LC_ALL,""), locale.getlocale, lambda: locale.getlocale(locale.LC_NUMERIC),
    lambda: locale.getlocale(locale.LC_ALL), lambda: locale.setlocale(locale.LC_TIME,"POSIX"), lambda: locale.setlocale(locale.LC_ALL),
    lambda: locale.getlocale(locale.LC_ALL), lambda: locale.setlocale(locale.LC_ALL, locale.setlocale(locale.LC_ALL)),
    lambda: locale.setlocale(locale.LC_ALL, "xx_YY"), lambda: locale.setlocale(99), lambda: locale.setlocale(99,"C"), lambda: locale.setlocale("a"),
    lambda: locale.setlocale(), lambda: locale.setlocale(locale.LC_ALL, 5), lambda: locale.setlocale(locale.LC_ALL, ("xx_YY","UTF-8")),
    lambda: locale.setlocale(locale.LC_ALL, (None,None)), lambda: locale.setlocale(locale.LC_ALL, b"C"),
    lambda: locale.setlocale(locale.LC_CTYPE, "C.utf8"), lambda: locale.setlocale(locale.LC_CTYPE), lambda: locale.setlocale(7),
    lambda: locale.setlocale(13), lambda: locale.setlocale(-1), lambda: locale.getlocale(77), locale.localeconv, lambda: locale.strcoll("a","b"),
    lambda: locale.strcoll("b","a"), lambda: locale.strcoll("a","a"), lambda: locale.strcoll("a","B"), lambda: locale.strxfrm("aB"),
    lambda: locale.str(1.5), lambda: locale.str(1e20), lambda: locale.atof("1.5"), lambda: locale.atoi("15"),
    lambda: locale.format_string("%d %s %.2f", (1234567,"x",1234.5), grouping=True), lambda: locale.format_string("%(a)d", {"a":1}),
    lambda: locale.format_string("%d", 5), lambda: locale.format_string("%5d%%|%-5d|%*d", (5,6,4,7)), lambda: locale.currency(5),
    lambda: locale.delocalize("1.5"), lambda: locale.localize("1234.5", True), lambda: locale.localize("1234.5"),
    lambda: locale.nl_langinfo(locale.CODESET), lambda: locale.setlocale(locale.LC_CTYPE, "C"), lambda: locale.nl_langinfo(locale.CODESET),
    lambda: locale.nl_langinfo(locale.RADIXCHAR), lambda: locale.resetlocale(), lambda: locale.format("%d", 5), lambda: locale.getdefaultlocale(),
    lambda: locale.Error.__mro__, lambda: locale.atof("x"), lambda: locale.strcoll("a"), lambda: locale.strcoll(1,2), lambda: locale.strxfrm("a\0b"),
    lambda: locale.setlocale(locale.LC_ALL, "LC_CTYPE=C;LC_NUMERIC=C"), lambda: locale.setlocale(locale.LC_ALL, "LC_CTYPE=C;foo=C"),
    lambda: locale.format_string("%s", "a", True), lambda: locale.format_string(5, 1), lambda: locale.format_string("%f %e %g", (1e6,1e6,1e6), True),
    lambda: locale.format_string("%i", -1234567, True),
):
    attempt(each)
warnings.simplefilter("error")
for each in locale.getdefaultlocale, lambda: locale.format("%d", 5), locale.resetlocale:
    attempt(each)
