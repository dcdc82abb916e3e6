"""locale: the locales C and C.UTF-8, which differ in their encoding only; every other is refused, as where none is installed."""
import os as _os
import sys as _sys
from _functools import _as_builtin
from _warnings import warn as _warn

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "resetlocale", "localeconv", "strcoll", "strxfrm", "str", "atof",
           "atoi", "format", "format_string", "currency", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX",
           "getencoding", "LC_MESSAGES"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET, RADIXCHAR, THOUSEP = 14, 65536, 65537
_NAMES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_ALL", "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE",
          "LC_MEASUREMENT", "LC_IDENTIFICATION")
_text = str


class Error(Exception):
    pass


# ---- which locale each category has ----

def _known(name):
    """The name it gets, or None."""
    if name in ("C", "POSIX"):
        return "C"
    return name if name[:2] == "C." and name[2:].lower() in ("utf-8", "utf8") else None


def _in_environment(variables):
    """The first of the variables that says something; as in CPython, C is UTF-8's for the type of characters unless LC_ALL wants it (PEP 538)."""
    get = _os.environ.get
    utf8 = not get("LC_ALL") and _known(get("LC_CTYPE") or get("LANG") or "C") in (None, "C")
    for each in variables:
        if value := "C.UTF-8" if utf8 and each == "LC_CTYPE" else get(each):
            return value
    return "C"


def _of_environment(category):
    return _in_environment(("LC_ALL", _NAMES[category], "LANG"))


_locales = dict.fromkeys((each for each in range(len(_NAMES)) if each != LC_ALL), "C")
_locales[LC_CTYPE] = _known(_of_environment(LC_CTYPE)) or "C"


def _wanted(category, name):
    """The locale of each category that is to change, by name."""
    categories = list(_locales) if category == LC_ALL else [category]
    if not name:
        return {each: _of_environment(each) for each in categories}
    if category == LC_ALL and ";" in name:
        parts = dict(part.split("=", 1) for part in name.split(";") if "=" in part)
        if set(parts) != {_NAMES[each] for each in categories}:
            raise Error("unsupported locale setting")
        return {each: parts[_NAMES[each]] for each in categories}
    return dict.fromkeys(categories, name)


def _name_of(category):
    if category != LC_ALL:
        return _locales[category]
    names = set(_locales.values())
    return names.pop() if len(names) == 1 else ";".join("%s=%s" % (_NAMES[each], name) for each, name in _locales.items())


def _build_name(pair):
    try:
        language, encoding = pair
        return "C" if language is None else language if encoding is None else language + "." + encoding
    except (TypeError, ValueError):
        raise TypeError("Locale must be None, a string, or an iterable of two strings -- language code, encoding.") from None


def setlocale(category, locale=None):
    if locale and not isinstance(locale, _text):
        locale = _build_name(locale)
    if not hasattr(type(category), "__index__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(category).__name__)
    if category != LC_ALL and category not in _locales:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is not None:
        if not isinstance(locale, _text):
            raise TypeError("setlocale() argument 2 must be str or None, not %s" % type(locale).__name__)
        wanted = {each: _known(name) for each, name in _wanted(category, locale).items()}
        if None in wanted.values():
            raise Error("unsupported locale setting")
        _locales.update(wanted)
    return _name_of(category)


def resetlocale(category=LC_ALL):
    _warn("Use locale.setlocale(locale.LC_ALL, \"\") instead", DeprecationWarning, 2)
    setlocale(category, _build_name(_default()))


def _parse(name):
    if name in ("C", "POSIX"):
        return None, None
    language, _, encoding = name.partition(".")
    if encoding.lower() not in ("utf-8", "utf8"):
        raise ValueError("unknown locale: %s" % name)
    return "en_US" if language == "C" else language, "UTF-8"


def getlocale(category=LC_CTYPE):
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return _parse(name)


def _default(variables=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    return _parse(_in_environment(variables).partition(":")[0])


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    _warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. Use setlocale(), getencoding() and getlocale() instead.",
          DeprecationWarning, 2)
    return _default(envvars)


# ---- what a locale says ----

def nl_langinfo(key, /):
    if key == CODESET:
        return "ANSI_X3.4-1968" if _locales[LC_CTYPE] == "C" else "UTF-8"
    if key in (RADIXCHAR, THOUSEP):
        return "." if key == RADIXCHAR else ""
    raise ValueError("unsupported langinfo constant")


def getencoding():
    return nl_langinfo(CODESET)


def getpreferredencoding(do_setlocale=True):
    if _sys.flags.utf8_mode:
        return "utf-8"
    old = _locales[LC_CTYPE]
    if do_setlocale:
        _locales[LC_CTYPE] = _known(_of_environment(LC_CTYPE)) or old
    try:
        return nl_langinfo(CODESET)
    finally:
        _locales[LC_CTYPE] = old


@_as_builtin
def localeconv():
    return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [], "positive_sign": "",
            "negative_sign": "", "int_frac_digits": CHAR_MAX, "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX, "p_sep_by_space": CHAR_MAX,
            "n_cs_precedes": CHAR_MAX, "n_sep_by_space": CHAR_MAX, "p_sign_posn": CHAR_MAX, "n_sign_posn": CHAR_MAX, "decimal_point": ".",
            "thousands_sep": "", "grouping": []}


@_as_builtin
def strcoll(*pair):
    if len(pair) != 2:
        raise TypeError("strcoll expected 2 arguments, got %d" % len(pair))
    for place, each in enumerate(pair, 1):
        if not isinstance(each, _text):
            raise TypeError("strcoll() argument %d must be str, not %s" % (place, type(each).__name__))
    first, second = pair
    return (first > second) - (first < second)


@_as_builtin
def strxfrm(string, /):
    if not isinstance(string, _text):
        raise TypeError("strxfrm() argument must be str, not %s" % type(string).__name__)
    if "\0" in string:
        raise ValueError("embedded null character")
    return string


# ---- numbers: no digits are grouped, the point is a point ----

def format_string(f, val, grouping=False, monetary=False):
    if not isinstance(f, (_text, bytes)):
        raise TypeError("expected string or bytes-like object, got '%s'" % type(f).__name__)
    if monetary:
        raise NotImplementedError("monetary formatting: the C locale has no point for it")
    return f % val


def format(percent, value, grouping=False, monetary=False, *additional):
    _warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.", DeprecationWarning, 2)
    return format_string(percent, (value, *additional) if additional else value, grouping, monetary)


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string.replace(".", "") if monetary else string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
